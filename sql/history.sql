-- what lists were on a given day, what has changed since, and whom that concerns
SET client_min_messages = warning;
\set SHOW_CONTEXT never

-- releases of a small list: every kind of change, an entry that goes, and one that goes and comes back
CREATE FUNCTION pg_temp.release(rows text, published date) RETURNS text LANGUAGE sql AS $$
	SELECT format('%s entries, %s added, %s changed, %s delisted', r.entries, r.added, r.changed, r.delisted)
	FROM sanct_import_opensanctions_csv(convert_to('"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","program_ids","dataset","first_seen","last_seen","last_change"'
		|| E'\n' || rows || E'\n', 'UTF8'), published, max_removed => 1, list => 'test') r
$$;
CREATE TABLE moment (n int, at timestamptz);
CREATE TABLE answer (n int, asked text, LIKE sanct_entry_history);
ALTER TABLE answer DROP COLUMN list_id, DROP COLUMN title, DROP COLUMN remarks, DROP COLUMN listed_on, DROP COLUMN nationality,
	DROP COLUMN since, DROP COLUMN until, ADD matched_name text, ADD similarity real;
CREATE TABLE asked (name text);
INSERT INTO asked VALUES ('Choi Myung-hyun'), ('CHOE Myong Hyon'), ('O Yong Ho'), ('Sim Kwang Sok'), ('Sim Kwang Sun'), ('KIM Song Hun'),
	('Kang Chol Hak'), ('Pyon Kwang Chol'), ('변광철'), ('PARSEK OOO'), ('Roman Alar'), ('RI Yong Ho'), ('Byun Kwang Chul');
-- what is answered now is noted, to be asked again later
CREATE FUNCTION pg_temp.note(n int) RETURNS void LANGUAGE sql AS $$
	INSERT INTO moment VALUES (n, clock_timestamp());
	INSERT INTO answer SELECT n, a.name, s.entry_id, s.list_uid, s.type, s.primary_name, s.programs, s.matched_name, s.similarity
	FROM asked a, sanct_screen(a.name, 0.5, on_empty => 'pass') s;
$$;
SELECT pg_temp.note(0);
SELECT pg_temp.release(E'"a","Person","CHOE Myong Hyon","CHOI Myung Hyun","1970-01-01","kp","","","DPRK2","","","","","","",""\n'
	'"b","Person","O Yong Ho","","","kp","","","DPRK2","","","","","","",""\n'
	'"c","Person","SIM Kwang Sok","","","kp","","","DPRK2","","","","","","",""\n'
	'"d","Company","Parsek LLC","OOO Parsek","","ru","","","DPRK2","","","","","","",""', '2022-01-12');
SELECT pg_temp.note(1);
SELECT pg_temp.release(E'"a","Person","CHOE Myong Hyon","CHOI Myung Hyun;최명현","1970-01-01","kp","","","DPRK2","","","","","","",""\n'
	'"b","Person","O Yong Ho","","","kp","","","DPRK4","","","","","","",""\n'
	'"e","Person","KIM Song Hun","","","kp","","","DPRK2","","","","","","",""\n'
	'"d","Company","Parsek LLC","","","ru","","","DPRK2","","","","","","",""', '2022-02-12');
SELECT pg_temp.note(2);
SELECT pg_temp.release(E'"a","Person","CHOE Myong Hyon","최명현","1970-01-02","kp","","","DPRK2","","","","","","",""\n'
	'"b","Person","O Yong Ho","RI Yong Ho","","kp","","","DPRK4","","","","","","",""\n'
	'"c","Person","SIM Kwang Sun","","","kp","","","DPRK2","","","","","","",""\n'
	'"e","Organization","KIM Song Hun","","","kp","","","DPRK2","","","","","","",""', '2022-03-12');
SELECT pg_temp.note(3);
SELECT pg_temp.release(E'"c","Person","SIM Kwang Sok","","","kp","","","DPRK2","","","","","","",""', '2022-04-12');
SELECT pg_temp.note(4);
SELECT count(*) > 10 AS enough, count(DISTINCT n) AS moments FROM answer;

-- each day answers as it did on the day, that before the first release too where that is asked for
SET client_min_messages = error;
CREATE TABLE again AS
SELECT m.n, a.name AS asked, s.entry_id, s.list_uid, s.type, s.primary_name, s.programs, s.matched_name, s.similarity
FROM moment m, asked a, sanct_screen(a.name, 0.5, as_of => m.at, on_empty => 'pass') s;
SET client_min_messages = warning;
(TABLE answer EXCEPT ALL TABLE again) UNION ALL (TABLE again EXCEPT ALL TABLE answer);
-- so does a table, and a text
SET client_min_messages = error;
CREATE TEMP TABLE at_once AS
SELECT m.n, a.name AS asked, s.entry_id, s.list_uid, s.type, s.primary_name, s.programs, s.matched_name, s.similarity
FROM moment m, sanct_screen_table('asked', 'name', 'name', 0.5, 1000, as_of => m.at, on_empty => 'pass') s JOIN asked a ON a.name = s.id;
SET client_min_messages = warning;
(TABLE answer EXCEPT ALL TABLE at_once) UNION ALL (TABLE at_once EXCEPT ALL TABLE answer);
SELECT count(*) > 10 AS enough FROM at_once;
SELECT m.n, f.list_uid, f.matched_text FROM moment m, sanct_find('Yesterday O Yong Ho and SIM Kwang Sok met.', as_of => m.at) f WHERE m.n > 0 ORDER BY 1, 2;
SELECT m.n, f.list_uid FROM moment m, sanct_find_table('asked', 'name', 'name', as_of => m.at) f WHERE m.n = 1 GROUP BY 1, 2 ORDER BY 1, 2;
SELECT FROM moment m, sanct_screen('O Yong Ho', programs => '{DPRK9}');
\set VERBOSITY terse
SELECT FROM sanct_screen_table('asked', 'name', 'name', as_of => '2000-01-01');
SELECT count(*) FROM sanct_screen('O Yong Ho', as_of => '-infinity');
SELECT count(*) FROM sanct_screen('O Yong Ho', as_of => '-infinity', on_empty => 'pass');
\set VERBOSITY default
SELECT list_uid FROM sanct_screen('SIM Kwang Sok', as_of => 'infinity');

-- and is found by the indexes
ANALYZE sanct_entry, sanct_name, sanct_past_entry, sanct_past_name;
BEGIN;
SET LOCAL enable_seqscan = off;
SELECT pg_stat_get_xact_numscans('sanct_past_name_name_idx'::regclass) AS before \gset
SELECT list_uid, matched_name FROM sanct_screen('O Yong Ho', as_of => (SELECT at FROM moment WHERE n = 1));
SELECT pg_stat_get_xact_numscans('sanct_past_name_name_idx'::regclass) > :before AS used;
SELECT pg_stat_get_xact_numscans('sanct_past_name_name_idx'::regclass) AS before \gset
SELECT list_uid FROM sanct_screen('SIM Kwang Sok');
SELECT pg_stat_get_xact_numscans('sanct_past_name_name_idx'::regclass) = :before AS not_asked_of_today;
COMMIT;

-- what has changed from one moment to another
SELECT a.n AS since, b.n AS until, c.* FROM moment a JOIN moment b ON b.n = a.n + 1, sanct_changes('test', a.at, b.at) c ORDER BY a.n, c.change, c.list_uid, c.what, c.old, c.new;
SELECT c.* FROM moment m, sanct_changes('test', m.at) c WHERE n = 1;
SELECT change, count(*) FROM sanct_changes('test') GROUP BY change;
SELECT count(*) FROM moment m, sanct_changes('test', m.at, m.at);
SELECT FROM sanct_changes('no-such-list');
SELECT FROM sanct_changes(NULL);

-- releases of one list follow one another in time, even within one transaction
SELECT count(*) FROM sanct_release a JOIN sanct_release b ON a.id < b.id AND a.list_id = b.list_id AND a.imported_at >= b.imported_at;
BEGIN;
SELECT pg_temp.release(E'"f","Person","KANG Chol Hak","","","kp","","","DPRK2","","","","","","",""', '2022-05-12');
SELECT pg_temp.release(E'"f","Person","KANG Chol Hak","PYON Kwang Chol","","kp","","","DPRK2","","","","","","",""', '2022-06-12');
SELECT count(*) FROM sanct_release a JOIN sanct_release b ON a.id < b.id AND a.list_id = b.list_id AND a.imported_at >= b.imported_at;
ROLLBACK;

-- a list belongs to one publisher
SELECT FROM sanct_import_table('asked', 'test', 'name', 'name');

-- whom changes concern: the same through an index as without one, and as a screening of the entries changed
CREATE TABLE customer (id int PRIMARY KEY, name text, reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED);
INSERT INTO customer SELECT row_number() OVER (), name FROM (TABLE asked UNION ALL TABLE asked UNION ALL VALUES (NULL), (''), ('Emily Rodgers')) a;
CREATE TABLE indexed AS TABLE customer;
CREATE INDEX ON indexed USING gist (name sanct_gist_ops);
CREATE INDEX ON indexed USING gist (reading);
CREATE VIEW seen AS TABLE indexed;
CREATE FUNCTION pg_temp.differ(since bigint, subjects regclass, name_column name, OUT hits bigint, OUT missing bigint, OUT too_many bigint) LANGUAGE plpgsql AS $$
BEGIN
	CREATE TEMP TABLE a AS SELECT s.* FROM sanct_screen_table('customer', 'id', 'name', 0.5, 1000) s JOIN sanct_entry e ON e.id = s.entry_id WHERE e.changed_in > since;
	CREATE TEMP TABLE b AS SELECT * FROM sanct_rescreen(subjects, 'id', name_column, since, 0.5);
	SELECT count(*) FROM b INTO hits;
	SELECT count(*) FROM (TABLE a EXCEPT ALL TABLE b) x INTO missing;
	SELECT count(*) FROM (TABLE b EXCEPT ALL TABLE a) x INTO too_many;
	DROP TABLE a, b;
END
$$;
SELECT row_number() OVER (PARTITION BY t, c ORDER BY r.id) AS release, t, c, d.hits > 0 AS some, d.missing, d.too_many
FROM (SELECT id FROM sanct_release UNION ALL SELECT 0) r, (VALUES ('customer', 'name'), ('indexed', 'name'), ('indexed', 'reading'), ('seen', 'name')) v (t, c),
	pg_temp.differ(r.id, t::regclass, c) d ORDER BY t, c, r.id;
BEGIN;
SET LOCAL enable_seqscan = off;
SELECT pg_stat_get_xact_numscans('indexed_name_idx'::regclass) AS before \gset
SELECT id, name, list_uid, matched_name FROM sanct_rescreen('indexed', 'id', 'name', 0) ORDER BY id::int;
-- an index of names holds them as one of two sides, which loses what stands beside a body's name
SELECT pg_stat_get_xact_numscans('indexed_name_idx'::regclass) = :before AS not_used;
COMMIT;
SELECT FROM sanct_rescreen('indexed', 'id', 'name', NULL);
SELECT FROM sanct_rescreen('indexed', 'id', 'nothing', 0);

-- who may not read the customers may not have them screened
CREATE ROLE regress_sanct_reader;
SET ROLE regress_sanct_reader;
SELECT FROM sanct_rescreen('indexed', 'id', 'name', 0);
SELECT FROM sanct_changes('test');
RESET ROLE;
DROP ROLE regress_sanct_reader;

-- the share that may vanish: the boundary, all and nothing, and values that are none
CREATE FUNCTION pg_temp.share(entries int, published date, share real) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	said text;
BEGIN
	SELECT format('%s entries, %s delisted', r.entries, r.delisted) INTO said
	FROM sanct_import_opensanctions_csv(convert_to('"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","program_ids","dataset","first_seen","last_seen","last_change"' || E'\n'
		|| (SELECT string_agg(format('"s%s","Person","NAME %s","","","","","","","","","","","","",""', i, i), E'\n') FROM generate_series(1, entries) i) || E'\n', 'UTF8'),
		published, max_removed => share, list => 'shares') r;
	RETURN said;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS said = PG_EXCEPTION_DETAIL;
	RETURN concat_ws(' ', SQLSTATE, SQLERRM, said);
END
$$;
SELECT n, pg_temp.share(entries, '2022-01-01'::date + n, share)
FROM (VALUES (1, 200, 0.5), (2, 200, 0::real), (3, 179, 0.1), (4, 180, 0.1), (5, 179, 0), (6, 80, 0.5), (7, 90, 0.5), (8, 10, 0),
	(9, 1, 1), (10, 1, 1.5), (11, 1, -0.1), (12, 1, 'NaN'), (13, 1, NULL)) v (n, entries, share) ORDER BY n;

DROP VIEW seen;
DROP TABLE moment, answer, again, asked, customer, indexed;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
