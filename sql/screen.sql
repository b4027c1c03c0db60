-- one name against all lists
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
\set plan :abs_srcdir '/test/plan.sql'
\i :plan
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
ANALYZE sanct_list, sanct_entry, sanct_name;

SELECT list, list_uid, type, primary_name, matched_name FROM sanct_screen('Choi Myung-hyun');
-- the part of a field that matches, and the release that it was held against
SELECT matched_part, matched_name, release_id = (SELECT max(r.id) FROM sanct_release r JOIN sanct_list l ON l.id = r.list_id WHERE l.code = s.list) AS in_force
FROM (VALUES ('Choi Myung-hyun'), ('Mr. Choi Myung-hyun, Vladivostok'), ('RI SOL JU / Choe Myong-hyon')) v (name), sanct_screen(name) s;
CREATE TEMP TABLE parts AS SELECT 1 AS id, 'Mr. Choi Myung-hyun, Vladivostok' AS name;
SELECT t.matched_part = s.matched_part AND t.release_id = s.release_id AS alike FROM sanct_screen_table('parts', 'id', 'name') t, parts p, sanct_screen(p.name) s;
SELECT count(*) FROM sanct_screen('Emily Rodgers');
SELECT count(*) FROM sanct_screen('');
SELECT count(*) FROM sanct_screen(NULL);

-- each entry once, the most similar first, no more than asked for
CREATE TEMP TABLE hit AS
SELECT q.name, h.*, row_number() OVER (PARTITION BY q.name) AS place
FROM (SELECT DISTINCT n.name FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id) q, sanct_screen(q.name, 0.4, max_hits => 3) WITH ORDINALITY h;
SELECT count(*) > 100 AS enough, count(*) = count(DISTINCT (name, entry_id)) AS once, max(place) FROM hit;
SELECT count(*) FROM hit a JOIN hit b ON a.name = b.name AND a.place < b.place AND a.similarity < b.similarity;
SELECT count(*) FROM hit WHERE similarity IS DISTINCT FROM sanct_similarity(name, matched_name) OR similarity < 0.4;

-- an answer is never left out silently
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', max_hits => 0);
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', max_hits => -1);
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', max_hits => NULL);
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', NULL);
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', 1.5);
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', -1);

-- entries of some programs only; one that no entry has would find nothing
SELECT list_uid, programs FROM sanct_screen('Choi Myung-hyun', programs => '{SDGT,NPWMD}');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', programs => '{DPRK2}');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', programs => '{dprk2}');
CREATE TEMP TABLE of_programs AS SELECT 'Choi Myung-hyun' AS name;
SELECT list_uid FROM sanct_screen_table('of_programs', 'name', 'name', programs => '{NPWMD}');
SELECT count(*) FROM sanct_screen_table('of_programs', 'name', 'name', programs => '{DPRK2}');

-- delisted entries are no hits
BEGIN;
UPDATE sanct_release SET entries = 0, names = 0;
UPDATE sanct_entry SET delisted_in = listed_in;
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', on_empty => 'pass');
ROLLBACK;

-- lists that nobody has made ready since they changed are looked up by the index on the names, others in memory
CREATE FUNCTION scans() RETURNS bigint LANGUAGE sql AS
	$$SELECT pg_stat_get_xact_numscans('sanct_name_name_idx'::regclass)$$;
BEGIN;
UPDATE sanct_name SET note = 'changed';
SELECT scans() AS before \gset
SELECT count(*) > 0 AS hit FROM sanct_screen('Choi Myung-hyun');
SELECT scans() > :before AS used;
ROLLBACK;
BEGIN;
SELECT scans() AS before \gset
SELECT count(*) > 0 AS hit FROM sanct_screen('Choi Myung-hyun');
SELECT scans() > :before AS used;
COMMIT;

-- whatever the search path says, objects of others with the names of ours or of PostgreSQL's are not called
CREATE SCHEMA hostile;
CREATE FUNCTION hostile.stop(anyelement, anyelement) RETURNS boolean LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'hostile operator called'; END$$;
CREATE FUNCTION hostile.stop_query(text, public.sanct_query) RETURNS boolean LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'hostile operator called'; END$$;
CREATE OPERATOR hostile.%~ (LEFTARG = text, RIGHTARG = public.sanct_query, FUNCTION = hostile.stop_query);
CREATE OPERATOR hostile.= (LEFTARG = anyelement, RIGHTARG = anyelement, FUNCTION = hostile.stop);
CREATE OPERATOR hostile.< (LEFTARG = anyelement, RIGHTARG = anyelement, FUNCTION = hostile.stop);
CREATE FUNCTION hostile.sanct_query(text, double precision) RETURNS public.sanct_query LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'hostile function called'; END$$;
CREATE FUNCTION hostile.sanct_similarity(text, text) RETURNS real LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'hostile function called'; END$$;
CREATE FUNCTION hostile.sanct_weight(text, text) RETURNS real LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'hostile function called'; END$$;
CREATE FUNCTION hostile.format(text, text) RETURNS text LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'hostile function called'; END$$;
CREATE TABLE hostile.sanct_name (id int);
CREATE TEMP TABLE sanct_entry (id int);
CREATE TEMP TABLE t (name text);
INSERT INTO t SELECT name FROM sanct_name;
CREATE INDEX t_name_idx ON t USING gist (name sanct_gist_ops);
CREATE ROLE regress_sanct_clerk;
SET ROLE regress_sanct_clerk;
SET search_path = pg_temp, hostile, public, pg_catalog;
SELECT list_uid, matched_name FROM public.sanct_screen('Choi Myung-hyun');
SELECT count(*) FROM public.sanct_screen('Choi Myung-hyun', max_hits => -1);
SET search_path = '';
SELECT list_uid, matched_name FROM public.sanct_screen('Choi Myung-hyun');
RESET ROLE;
SET enable_seqscan = off;
SELECT name FROM pg_temp.t WHERE public.sanct_matches(name, 'Choi Myung-hyun', 0.7) ORDER BY name COLLATE "C";
SELECT * FROM pg_temp.plan($$SELECT name FROM pg_temp.t WHERE public.sanct_matches(name, 'Choi Myung-hyun', 0.7)$$);
SET search_path = pg_temp, hostile, public, pg_catalog;
SELECT name FROM pg_temp.t WHERE public.sanct_matches(name, 'Choi Myung-hyun', 0.7) ORDER BY name COLLATE "C";
SELECT * FROM pg_temp.plan($$SELECT name FROM pg_temp.t WHERE public.sanct_matches(name, 'Choi Myung-hyun', 0.7)$$);
RESET enable_seqscan;
RESET search_path;

-- whoever may screen need not see the lists
SET ROLE regress_sanct_clerk;
SELECT count(*) > 0 AS hit FROM sanct_screen('Choi Myung-hyun');
SELECT count(*) FROM public.sanct_name;
SELECT count(*) FROM public.sanct_entry;
RESET ROLE;

-- nor may the owner of the schema slip objects of his own under it: it runs with the rights of the extension's owner
CREATE ROLE regress_sanct_owner;
GRANT CREATE ON DATABASE :"DBNAME" TO regress_sanct_owner;
BEGIN;
ALTER SCHEMA public OWNER TO regress_sanct_owner;
SET LOCAL ROLE regress_sanct_owner;
ALTER SCHEMA public RENAME TO ours;
CREATE SCHEMA public;
CREATE TABLE public.sanct_name (entry_id bigint, name text);
CREATE FUNCTION public.sanct_similarity(text, text) RETURNS real LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'called as %', CURRENT_USER; END$$;
CREATE FUNCTION public.sanct_weight(text, text) RETURNS real LANGUAGE plpgsql AS
	$$BEGIN RAISE EXCEPTION 'called as %', CURRENT_USER; END$$;
SELECT list_uid, matched_name FROM ours.sanct_screen('Choi Myung-hyun');
ROLLBACK;
REVOKE CREATE ON DATABASE :"DBNAME" FROM regress_sanct_owner;
DROP ROLE regress_sanct_owner;

-- what is found is a row of one type, which a table can keep and a function can take
BEGIN;
CREATE TABLE kept AS SELECT h AS found FROM sanct_screen('Choi Myung-hyun') h;
CREATE FUNCTION told(sanct_hit) RETURNS text LANGUAGE sql RETURN format('%s %s', $1.list, $1.matched_name);
SELECT pg_typeof(found), told(found) FROM kept;
CREATE TEMP TABLE subject AS SELECT 1 AS id, 'Choi Myung-hyun' AS name;
SELECT pg_typeof(h), (h).id, (h).list_uid FROM sanct_screen_table('subject', 'id', 'name') h;
ROLLBACK;

DROP ROLE regress_sanct_clerk;
DROP SCHEMA hostile CASCADE;
DROP TABLE t, hit, pg_temp.sanct_entry;
DROP FUNCTION scans();
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
