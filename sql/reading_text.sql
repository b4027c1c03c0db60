-- readings beside texts, as drivers pass them: operators of both, one index for them, and functions that use indexes as well
SET client_min_messages = warning;
\getenv abs_srcdir PG_ABS_SRCDIR
\set plan :abs_srcdir '/test/plan.sql'
\i :plan
CREATE TABLE person (id int PRIMARY KEY, name text, short varchar(100), reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED);
INSERT INTO person SELECT row_number() OVER (), n, n FROM (SELECT DISTINCT sanct_romanize(s || g || h, r) AS n FROM unnest('{김,이,박,최,리,강,오,심}'::text[]) s,
	unnest('{명,영,정,철,광}'::text[]) g, unnest('{현,호,은,석,학}'::text[]) h, unnest('{dprk,mr,rr}'::text[]) r) x;
INSERT INTO person VALUES (-1, NULL, NULL), (-2, '', ''), (-3, 'Parsek LLC', 'Parsek LLC');
CREATE INDEX person_reading_idx ON person USING gist (reading);
CREATE INDEX person_name_idx ON person USING gist (name sanct_gist_ops);
ANALYZE person;

-- the same by every pair of types and either way round, by index and without one
CREATE FUNCTION pg_temp.found(condition text, by_index boolean) RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
	ids int[];
BEGIN
	PERFORM set_config('enable_seqscan', CASE WHEN by_index THEN 'off' ELSE 'on' END, true), set_config('enable_indexscan', by_index::text, true),
		set_config('enable_bitmapscan', by_index::text, true);
	EXECUTE format('SELECT coalesce(array_agg(p.id ORDER BY p.id), ''{}'') FROM person p WHERE %s', condition) INTO ids;
	RETURN ids;
END
$$;
SELECT v.condition, pg_temp.found(v.condition, true) = f.ids AS by_index, pg_temp.found(v.condition, false) = f.ids AS without, array_length(f.ids, 1) > 2 AS some
FROM (VALUES ($$p.reading %~ 'Choe Myong Hyon'::text$$), ($$'Choe Myong Hyon'::text %~ p.reading$$), ($$p.reading %~ 'Choe Myong Hyon'::varchar$$),
	($$'Choe Myong Hyon'::varchar %~ p.reading$$), ($$p.reading %~ 'Choe Myong Hyon'$$), ($$'Choe Myong Hyon' %~ p.reading$$), ($$sanct_match(p.reading, 'Choe Myong Hyon'::text)$$),
	($$sanct_match('Choe Myong Hyon'::text, p.reading)$$), ($$sanct_match(p.reading, sanct_read('Choe Myong Hyon'))$$), ($$sanct_match(p.name, 'Choe Myong Hyon')$$),
	($$sanct_match('Choe Myong Hyon', p.name)$$), ($$sanct_matches(p.reading, 'Choe Myong Hyon'::text, 0.67)$$), ($$sanct_matches('Choe Myong Hyon'::text, p.reading, 0.67::float8)$$),
	($$sanct_matches(p.reading, 'Choe Myong Hyon', 0.67::real)$$)) v (condition),
	(SELECT array_agg(id ORDER BY id) AS ids FROM person WHERE sanct_similarity(name, 'Choe Myong Hyon') >= 0.67) f;
-- all names as texts against all as readings
SELECT count(*) > 500 AS some, count(*) FILTER (WHERE (a.reading %~ b.name) IS DISTINCT FROM (a.name %~ b.name) OR (b.name %~ a.reading) IS DISTINCT FROM (a.name %~ b.name)
	OR (a.reading <~> b.name) IS DISTINCT FROM (a.name <~> b.name) OR (b.name <~> a.reading) IS DISTINCT FROM (a.name <~> b.name)
	OR sanct_matches(a.reading, b.name, 0.5) IS DISTINCT FROM sanct_matches(a.name, b.name, 0.5)) AS differ
FROM person a, person b WHERE a.id % 61 = 0 AND b.id % 3 = 0;
-- nearest first
BEGIN;
SET LOCAL enable_seqscan = off;
SET LOCAL enable_sort = off;
SELECT array_agg(d) = (SELECT array_agg(d) FROM (SELECT sanct_distance(name, 'Choe Myong Hyon') AS d FROM person ORDER BY 1 LIMIT 10) y) AS nearest
FROM (SELECT reading <~> 'Choe Myong Hyon'::text AS d FROM person ORDER BY reading <~> 'Choe Myong Hyon'::text LIMIT 10) x;
COMMIT;

-- the index is used, with parameters of drivers too, in generic plans
SET enable_seqscan = off;
SELECT * FROM pg_temp.plan($$SELECT id FROM person WHERE reading %~ 'Choe Myong Hyon'::text$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM person WHERE 'Choe Myong Hyon'::varchar %~ reading$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM person WHERE sanct_match(reading, 'Choe Myong Hyon'::text)$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM person WHERE sanct_match(name, 'Choe Myong Hyon')$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM person WHERE sanct_match('Choe Myong Hyon', name)$$);
SET plan_cache_mode = force_generic_plan;
PREPARE as_text(text) AS SELECT count(*) FROM person WHERE reading %~ $1;
PREPARE as_varchar(varchar) AS SELECT count(*) FROM person WHERE reading %~ $1;
PREPARE at_double(text, double precision) AS SELECT count(*) FROM person WHERE sanct_matches(reading, $1, $2);
SELECT * FROM pg_temp.plan($$EXECUTE as_text('Choe Myong Hyon')$$);
SELECT * FROM pg_temp.plan($$EXECUTE as_varchar('Choe Myong Hyon')$$);
SELECT * FROM pg_temp.plan($$EXECUTE at_double('Choe Myong Hyon', 0.7)$$);
EXECUTE as_text('Choe Myong Hyon');
EXECUTE at_double('Choe Myong Hyon', 0.7);
RESET enable_seqscan;
RESET plan_cache_mode;
-- a threshold is the same in real, double precision and numeric
SELECT count(DISTINCT c) FROM (SELECT sanct_matches('Choe Myong Hyon', 'Choi Hyun', t) AS c FROM (VALUES (0.7::real), (0.7::double precision::real)) v (t)
	UNION ALL SELECT sanct_matches('Choe Myong Hyon', 'Choi Hyun', 0.7::double precision) UNION ALL SELECT sanct_matches('Choe Myong Hyon', 'Choi Hyun', 0.7)) x;
DROP TABLE person;

-- readings and queries come back in binary form as they went, and damaged ones do not; keys of an index are nobody's values
CREATE TABLE stored AS SELECT sanct_read(name) AS reading, sanct_query(name, 0.7) AS query FROM unnest('{Choe Myong Hyon,Choi Myung-hyun,"Horizon Star Ltd, Busan",Horizons Star Busan}'::text[]) name;
SELECT current_setting('data_directory') || '/sanct_binary' AS file \gset
COPY stored TO :'file' BINARY;
CREATE TABLE came (LIKE stored);
COPY came FROM :'file' BINARY;
SELECT count(*) AS same FROM stored s JOIN came c ON c.reading::text = s.reading::text AND c.query::text = s.query::text AND sanct_reading_send(c.reading) = sanct_reading_send(s.reading)
	AND sanct_query_send(c.query) = sanct_query_send(s.query) AND sanct_distance(c.reading, s.reading) = 0;
SELECT sanct_distance(a.reading, b.reading), a.reading <~> b.reading AS operator FROM came a, came b WHERE a.ctid < b.ctid ORDER BY a.ctid, b.ctid;
COPY (SELECT ''::bytea) TO :'file' BINARY;
COPY came (query) FROM :'file' BINARY;
COPY (SELECT sanct_reading_send(reading) || '\x00' FROM stored LIMIT 1) TO :'file' BINARY;
COPY came (reading) FROM :'file' BINARY;
COPY (SELECT WHERE false) TO :'file';
SELECT 'x'::sanct_gist_key;
SELECT '{pg_monitor}'::sanct_role[] AS roles;
DROP TABLE stored, came;
