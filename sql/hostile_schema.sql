-- the extension in a schema whose owner has put functions, operators and casts there that fit its arguments better: none
-- is ever called by what the extension says, neither when it is made nor when it runs
SET client_min_messages = warning;
SELECT current_database() AS regression \gset
CREATE DATABASE regress_sanct_hostile ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
\c regress_sanct_hostile
SET client_min_messages = warning;
CREATE SCHEMA hostile;
CREATE FUNCTION hostile.trap() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a trap was called'; END $$;
-- overloads of what bodies call, of arguments that are not exactly the built-in's
DO $$
DECLARE
	f text;
BEGIN
	FOREACH f IN ARRAY ARRAY['lower(name)', 'lower(varchar)', 'unnest(bigint[])', 'count(bigint)', 'max(timestamptz)', 'to_jsonb(name)',
		'concat_ws(text, text, text)', 'concat_ws(text, text, text, text)', 'array_to_string(text[], text)', 'to_char(date, text)',
		'sha256(text)', 'convert_to(text, text)', 'format(text, text)', 'pg_extension_config_dump(text, text)', 'clock_timestamp()',
		'transaction_timestamp()', 'jsonb_build_array(text, jsonb, text, jsonb)', 'array_agg(text)', 'coalesce(text)', 'now()']
	LOOP
		EXECUTE 'CREATE FUNCTION hostile.' || f || ' RETURNS text LANGUAGE sql AS ''SELECT hostile.trap()::text''';
	END LOOP;
	FOREACH f IN ARRAY ARRAY['bigint, integer', 'integer, bigint', 'text, name', 'name, text', 'text, varchar', 'date, timestamptz',
		'timestamptz, date', 'text, bigint', 'jsonb, text', 'bigint, bigint', 'text, text', 'integer, integer', 'bigint, numeric',
		'name, name', 'text, unknown', 'boolean, boolean']
	LOOP
		CONTINUE WHEN f ~ 'unknown';
		EXECUTE 'CREATE FUNCTION hostile.equal(' || f || ') RETURNS boolean LANGUAGE sql AS ''SELECT hostile.trap()''';
		EXECUTE format('CREATE OPERATOR hostile.= (FUNCTION = hostile.equal, LEFTARG = %s, RIGHTARG = %s)', split_part(f, ', ', 1),
			split_part(f, ', ', 2));
		EXECUTE format('CREATE OPERATOR hostile.<> (FUNCTION = hostile.equal, LEFTARG = %s, RIGHTARG = %s)', split_part(f, ', ', 1),
			split_part(f, ', ', 2));
		EXECUTE format('CREATE OPERATOR hostile.<= (FUNCTION = hostile.equal, LEFTARG = %s, RIGHTARG = %s)', split_part(f, ', ', 1),
			split_part(f, ', ', 2));
	END LOOP;
END
$$;
CREATE EXTENSION sanctmatch SCHEMA hostile;

-- what the catalogue says of bodies, defaults, checks, indexes, views and triggers rests on nothing of the schema's own
SELECT DISTINCT pg_describe_object(d.classid, d.objid, 0) AS object, pg_describe_object(d.refclassid, d.refobjid, 0) AS rests_on
FROM pg_depend d
WHERE d.deptype = 'n' AND EXISTS (SELECT FROM pg_proc p WHERE p.oid = d.refobjid AND d.refclassid = 'pg_proc'::regclass
		AND p.pronamespace = 'hostile'::regnamespace AND p.proname !~ '^sanct_'
	UNION ALL SELECT FROM pg_operator o WHERE o.oid = d.refobjid AND d.refclassid = 'pg_operator'::regclass
		AND o.oprnamespace = 'hostile'::regnamespace AND o.oprname IN ('=', '<>', '<='))
	AND d.classid NOT IN ('pg_operator'::regclass)
ORDER BY 1, 2;

-- and it works
SELECT r.entries FROM hostile.sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n', 'UTF8'),
	list => 'own') r;
SELECT r.entries FROM hostile.sanct_import_opensanctions_csv(convert_to(E'id,schema,name,birth_date\n1,Person,Choe Myong Hyon,1966-01-20\n',
	'UTF8'), list => 'own') r;
SELECT what, old, new FROM hostile.sanct_changes('own') ORDER BY 1;
SELECT list_uid, similarity > 0.67 AS matches FROM hostile.sanct_screen('Choi Myung-hyun');
CREATE TABLE customer (id int PRIMARY KEY, name text);
SELECT count(*) > 0 AS attached FROM hostile.sanct_guard_attach('customer', 'name', 'record', '{key=id}');
INSERT INTO customer VALUES (1, 'Choi Myung-hyun');
SET sanctmatch.actor = 'officer';
SELECT count(hostile.sanct_decide(a.id, 'no match', 'another person')) FROM hostile.sanct_alert a;
SELECT count(*) FROM hostile.sanct_clearance;
SELECT severity, what FROM hostile.sanct_status() ORDER BY 1, 2;
DROP TABLE customer;
DROP EXTENSION sanctmatch;
\c :regression
DROP DATABASE regress_sanct_hostile;
