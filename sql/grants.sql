-- what is granted where the database, the extension and what it made belong to three different roles

SET client_min_messages = warning;
-- what a run that was cut short may have left
DROP DATABASE IF EXISTS regress_sanct_grants;
DROP ROLE IF EXISTS regress_sanct_bank;
DROP ROLE IF EXISTS regress_sanct_creator;
CREATE ROLE regress_sanct_bank;
CREATE ROLE regress_sanct_creator;
CREATE DATABASE regress_sanct_grants OWNER regress_sanct_bank TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
SELECT current_database() AS regression \gset
\c regress_sanct_grants
SET client_min_messages = warning;
GRANT CREATE ON DATABASE regress_sanct_grants TO regress_sanct_creator;
CREATE SCHEMA sanct AUTHORIZATION regress_sanct_creator;
SET ROLE regress_sanct_creator;
CREATE EXTENSION sanctmatch SCHEMA sanct;
RESET ROLE;

-- every table, sequence, view and function of the extension that not everybody may use: what its creator and the owner
-- of the database may do (* and grant), and who else may do anything
WITH object (name, acl) AS (
	SELECT CASE relkind WHEN 'S' THEN 'sequence ' WHEN 'v' THEN 'view ' ELSE 'table ' END || relname, coalesce(relacl, '{}')
	FROM pg_class WHERE relnamespace = 'sanct'::regnamespace AND relkind IN ('r', 'v', 'S', 'p', 'm')
	UNION ALL
	SELECT 'function ' || proname, coalesce(proacl, acldefault('f', proowner)) FROM pg_proc WHERE pronamespace = 'sanct'::regnamespace
), granted (name, grantee, privileges) AS (
	SELECT o.name, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END,
		string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY a.privilege_type)
	FROM object AS o LEFT JOIN LATERAL (SELECT * FROM aclexplode(o.acl) WHERE grantee <> grantor) AS a ON true
	GROUP BY 1, 2
)
SELECT name, max(privileges) FILTER (WHERE grantee = 'regress_sanct_creator') AS creator,
	max(privileges) FILTER (WHERE grantee = 'pg_database_owner') AS database_owner,
	string_agg(grantee || ': ' || privileges, '; ' ORDER BY grantee COLLATE "C")
		FILTER (WHERE grantee NOT IN ('regress_sanct_creator', 'pg_database_owner')) AS others
FROM granted
GROUP BY name
HAVING bool_and(grantee IS DISTINCT FROM 'PUBLIC')
ORDER BY name COLLATE "C";

\c :regression
SET client_min_messages = warning;
DROP DATABASE regress_sanct_grants;
DROP ROLE regress_sanct_bank;
DROP ROLE regress_sanct_creator;
