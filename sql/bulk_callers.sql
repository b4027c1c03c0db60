-- who screens a table, and what he asks: rights, search paths, arguments that are wrong
\getenv abs_srcdir PG_ABS_SRCDIR
-- names of customers that cannot be read wholly are told elsewhere
SET client_min_messages = error;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
SELECT entries > 0 AS imported FROM sanct_import_un_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/un.xml'));
CREATE TABLE customer (gone int, id bigint, name text, since date, note text);
ALTER TABLE customer DROP COLUMN gone;
INSERT INTO customer (id, name) VALUES (1, 'Choi Myung-hyun'), (2, 'Emily Rodgers');
CREATE TEMP TABLE one (id text, name varchar(40));
INSERT INTO one VALUES ('a''b', 'Choi Myung-hyun'), (NULL, 'CHOE, Myong Hyon');

-- whoever screens sees of the table what he may see, and of the lists the hits
CREATE ROLE regress_sanct_clerk;
CREATE TABLE secured (id integer, name text, branch text);
INSERT INTO secured VALUES (1, 'Choi Myung-hyun', 'north'), (2, 'Choi Myung-hyun', 'south'), (3, 'Emily Rodgers', 'north');
ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_branch ON secured USING (branch = 'north');
SELECT id FROM sanct_screen_table('secured', 'id', 'name');
SET ROLE regress_sanct_clerk;
SELECT id FROM sanct_screen_table('secured', 'id', 'name');
RESET ROLE;
GRANT SELECT (id, name) ON secured TO regress_sanct_clerk;
SET ROLE regress_sanct_clerk;
SELECT id, list_uid, matched_name FROM sanct_screen_table('secured', 'id', 'name');
SELECT id FROM sanct_screen_table('secured', 'branch', 'name');
SELECT count(*) FROM sanct_name;
RESET ROLE;

-- whatever the search path says
CREATE SCHEMA hostile;
CREATE TABLE hostile.sanct_name (id bigint, entry_id bigint, name text, weak boolean);
CREATE TABLE hostile.sanct_entry (id bigint);
CREATE TABLE hostile.secured (id integer, name text);
CREATE FUNCTION hostile.sanct_read(text) RETURNS public.sanct_reading LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'hostile function called'; END$$;
CREATE FUNCTION hostile.stop(anyelement, anyelement) RETURNS boolean LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'hostile operator called'; END$$;
CREATE OPERATOR hostile.= (LEFTARG = anyelement, RIGHTARG = anyelement, FUNCTION = hostile.stop);
GRANT USAGE ON SCHEMA hostile TO regress_sanct_clerk;
SET ROLE regress_sanct_clerk;
SET search_path = hostile, public, pg_catalog;
SELECT id, list_uid, matched_name FROM public.sanct_screen_table('public.secured', 'id', 'name');
RESET search_path;
RESET ROLE;
-- nor by what the owner of the schema puts in the place of the lists
CREATE ROLE regress_sanct_owner;
GRANT CREATE ON DATABASE :"DBNAME" TO regress_sanct_owner;
BEGIN;
ALTER SCHEMA public OWNER TO regress_sanct_owner;
GRANT SELECT ON one TO regress_sanct_owner;
SET LOCAL ROLE regress_sanct_owner;
ALTER SCHEMA public RENAME TO ours;
CREATE SCHEMA public;
CREATE TABLE public.sanct_name (id bigint, entry_id bigint, name text, weak boolean);
SELECT count(*) FROM ours.sanct_screen_table('one', 'id', 'name');
ROLLBACK;
REVOKE CREATE ON DATABASE :"DBNAME" FROM regress_sanct_owner;
DROP ROLE regress_sanct_owner;

-- errors
SELECT count(*) FROM sanct_screen_table('customer', 'gone', 'name');
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'names');
SELECT count(*) FROM sanct_screen_table('customer', 'id', '........pg.dropped.1........');
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'since');
SELECT count(*) FROM sanct_screen_table('no_table', 'id', 'name');
SELECT count(*) FROM sanct_screen_table(1, 'id', 'name');
CREATE INDEX secured_name_idx ON secured (name);
SELECT count(*) FROM sanct_screen_table('secured_name_idx', 'name', 'name');
SELECT count(*) FROM sanct_screen_table(NULL, 'id', 'name');
SELECT count(*) FROM sanct_screen_table('customer', NULL, 'name');
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', NULL);
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', 1.5);
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', max_hits => 0);
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', part => 4, parts => 3);
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', part => 0);
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', parts => NULL);
-- after one on the way everything still works
CREATE VIEW broken AS SELECT id, CASE WHEN id = 2 THEN (1 / (id - 2))::text ELSE name END AS name FROM secured;
SELECT count(*) FROM sanct_screen_table('broken', 'id', 'name');
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name');
-- a view that screens, and loads the lists anew, while it is screened
CREATE VIEW nested AS SELECT c.id, s.matched_name AS name FROM one c CROSS JOIN LATERAL sanct_screen_table('secured', 'id', 'name', 0.3) s WHERE c.id IS NOT NULL;
SELECT count(*) > 0 AS found FROM sanct_screen_table('nested', 'id', 'name');

DROP VIEW broken, nested;
DROP TABLE customer, secured, one;
DROP SCHEMA hostile CASCADE;
DROP ROLE regress_sanct_clerk;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
