-- what the planner knows of names: which index answers, how many rows come
SET jit = off;
\getenv abs_srcdir PG_ABS_SRCDIR
\set plan :abs_srcdir '/test/plan.sql'
\i :plan
SET max_parallel_workers_per_gather = 0;
SELECT setseed(0.25) \gset seed_
CREATE TABLE t AS
WITH part AS MATERIALIZED (
	SELECT string_to_array('KIM KIM KIM KIM RI RI RI PAK PAK CHOE JONG JONG KANG JO YUN JANG RIM HAN O SO SIN KWON HWANG AN SONG JON HONG KO MUN PYON', ' ') AS s,
		string_to_array('Chol Yong Su Song Il Nam Jong Kwang Ho Kyong Hyok Myong Un Hae Hak Jin Kuk Ryong Chun Sun Hui Ok Sok Mi Won Tae Ji Hyon Gyu In Hun Min Yun Ryol Ung Bok Dok Sop Phil Rin', ' ') AS g
)
SELECT i AS id, s[1 + floor(random() * 30)] || ' ' || g[1 + floor(power(random(), 1.5) * 40)] || ' ' || g[1 + floor(power(random(), 1.5) * 40)] AS name
FROM part, generate_series(1, 49000) i;
INSERT INTO t SELECT 49000 + i, 'KIM Jong Un' FROM generate_series(1, 500) i;
INSERT INTO t SELECT 49500 + i, NULL FROM generate_series(1, 500) i;
ALTER TABLE t ADD reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED,
	ADD short varchar(40), ADD padded char(20);
UPDATE t SET short = name, padded = name;
CREATE TABLE fresh AS SELECT name FROM t WHERE id % 100 = 0;
ALTER TABLE fresh SET (autovacuum_enabled = off);
CREATE INDEX t_name_idx ON t USING gist (name sanct_gist_ops);
CREATE INDEX t_reading_idx ON t USING gist (reading);
CREATE INDEX t_short_idx ON t USING gist (short sanct_gist_ops);
-- enough to look at all rows, so that no chance enters the estimates
ALTER TABLE t ALTER name SET STATISTICS 170, ALTER short SET STATISTICS 170;
VACUUM ANALYZE t;

-- a threshold of one's own uses the index, whichever side the column stands on; the answer is exact, so nothing is filtered
SET enable_bitmapscan = off;
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE sanct_matches(name, 'Ri Yong Ho', 0.7)$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE sanct_matches('Ri Yong Ho', name, 0.7)$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE sanct_matches(reading, sanct_read('Ri Yong Ho'), 0.7)$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE sanct_matches(short, 'Ri Yong Ho', 0.7)$$);
SELECT * FROM pg_temp.plan($$SELECT f.name FROM fresh f JOIN t ON sanct_matches(t.name, f.name, 0.9) LIMIT 1$$);
PREPARE by_threshold(text, real) AS SELECT count(*) FROM t WHERE sanct_matches(name, $1, $2);
SET plan_cache_mode = force_generic_plan;
SELECT * FROM pg_temp.plan($$EXECUTE by_threshold('Ri Yong Ho', 0.7)$$);
RESET plan_cache_mode;

-- two columns of one table, and a threshold that changes from row to row, need all rows
SET enable_seqscan = off;
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE sanct_matches(name, short, 0.7)$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE sanct_matches(name, 'Ri Yong Ho', random()::real)$$);
RESET enable_seqscan;

-- with an index and without one the answer is the same
CREATE FUNCTION count_of(query text, with_index boolean) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	n bigint;
BEGIN
	PERFORM set_config('enable_indexscan', with_index::text, true), set_config('enable_bitmapscan', with_index::text, true),
		set_config('enable_seqscan', (NOT with_index)::text, true);
	EXECUTE query INTO n;
	RETURN n;
END
$$;
SELECT name, threshold
FROM unnest(ARRAY['Ri Yong Ho', '김정은', 'Smith', '']) AS name, unnest(ARRAY[0, 0.4, 0.9]) AS threshold,
	unnest(ARRAY['sanct_matches(name, %L, %L)', 'sanct_matches(%1$L, name, %2$L)', 'sanct_matches(%1$L, reading, %2$L)']) AS what
WHERE count_of(format('SELECT count(*) FROM t WHERE ' || what, name, threshold), true)
	<> count_of(format('SELECT count(*) FROM t WHERE ' || what, name, threshold), false);
SELECT count_of($$SELECT count(*) FROM t WHERE sanct_matches(name, NULL, 0.7)$$, true),
	count_of($$SELECT count(*) FROM t WHERE sanct_matches(name, 'Ri Yong Ho', NULL)$$, true);
SELECT count(*) FROM t WHERE sanct_matches(name, 'Ri Yong Ho', 1.5);

-- estimates are not more than ten times too high or too low
CREATE FUNCTION estimate(query text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
	RETURN plan #>> '{0,Plan,Plan Rows}';
END
$$;
CREATE TABLE predicate (id serial, query text);
INSERT INTO predicate (query)
SELECT format('SELECT id FROM t WHERE ' || what, name)
FROM unnest(ARRAY['KIM Jong Un', '김정은', 'KIM Yong Chol', 'Kim Yeong-cheol', 'Ri Su Il', 'PYON Phil Rin', 'SIM Phyo', 'Ri Ung', 'Parsek LLC', '', 'John Smith']) AS name,
	unnest(ARRAY['name %%~ %L', '%L %%~ name', 'name %%~ sanct_query(%L, 0.9)', 'sanct_query(%L, 0.5) %%~ name', 'sanct_matches(name, %L, 0.8)',
		'short %%~ %L', 'reading %%~ %L', 'reading %%~ sanct_query(%L, 0.8)', 'sanct_matches(sanct_read(%L), reading, 0.8)']) AS what;
-- a column of readings has no statistics, so the copies of one name are not known
DELETE FROM predicate WHERE query ~ 'reading' AND query ~ 'KIM Jong Un|김정은';
SELECT query, estimated, actual FROM predicate, estimate(query) AS estimated,
	count_of(replace(query, 'SELECT id', 'SELECT count(*)'), true) AS actual
WHERE greatest(estimated, 1) NOT BETWEEN greatest(actual, 1) / 10 AND greatest(actual, 1) * 10 ORDER BY id;

-- what the sample hardly holds is near what there is, what it does not hold is as likely as chance has it, but not gone
SELECT query, estimated, actual
FROM (VALUES ('SELECT id FROM t WHERE name %~ ''KIM Yong Chol'''), ('SELECT id FROM t WHERE sanct_matches(name, ''KIM Yong Chol'', 0.3)'),
	('SELECT id FROM t WHERE sanct_matches(name, ''Ri Hak'', 0.2)')) v (query), estimate(query) AS estimated,
	count_of(replace(query, 'SELECT id', 'SELECT count(*)'), true) AS actual
WHERE estimated NOT BETWEEN actual / 4 AND actual * 4;
SELECT query, estimated
FROM (VALUES ('SELECT id FROM t WHERE name %~ ''Kim Su'''), ('SELECT id FROM t WHERE sanct_matches(name, ''Kim Su'', 0.2)')) v (query), estimate(query) AS estimated
WHERE estimated NOT BETWEEN 10 AND 1000;

-- joins
CREATE TABLE listed AS SELECT name, sanct_read(name) AS reading, sanct_query(name, 0.8) AS query FROM t WHERE id BETWEEN 1000 AND 1199;
ANALYZE listed;
SELECT query, estimated, actual
FROM (VALUES ('SELECT 1 FROM listed l JOIN t ON t.name %~ l.name'), ('SELECT 1 FROM listed l JOIN t ON t.name %~ l.query'),
	('SELECT 1 FROM listed l JOIN t ON t.reading %~ l.reading'), ('SELECT 1 FROM listed l JOIN t ON sanct_matches(l.name, t.name, 0.9)')) v (query),
	estimate(query) AS estimated, count_of(replace(query, 'SELECT 1', 'SELECT count(*)'), true) AS actual
WHERE estimated NOT BETWEEN actual / 10 AND actual * 10;

-- never an absurd number or an error: no statistics, NULL, parameters, other types, negation, semijoins
SELECT query, estimated FROM (VALUES (0, 'SELECT 1 FROM t WHERE name %~ NULL'), (500, 'SELECT 1 FROM fresh WHERE name %~ ''KIM Jong Un'''),
	(500, 'SELECT 1 FROM t WHERE padded %~ ''Ri Yong Ho'''), (500, 'SELECT 1 FROM t WHERE lower(name) %~ ''Ri Yong Ho'''),
	(500, 'SELECT 1 FROM t WHERE name %~ (SELECT ''Ri Yong Ho''::text)'), (500, 'SELECT 1 FROM t WHERE name %~ short'),
	(500, 'SELECT 1 FROM t WHERE sanct_matches(name, short, 0.7)'), (50000, 'SELECT 1 FROM t WHERE sanct_matches(name, ''Kim'', 0.1)'),
	(50000, 'SELECT 1 FROM t WHERE NOT name %~ ''Ri Yong Ho'''),
	(50000, 'SELECT 1 FROM t WHERE EXISTS (SELECT FROM listed l WHERE l.name %~ t.name)'),
	(50000, 'SELECT 1 FROM t WHERE NOT EXISTS (SELECT FROM listed l WHERE l.name %~ t.name)'),
	(200, 'SELECT 1 FROM listed l WHERE EXISTS (SELECT FROM t WHERE sanct_matches(l.reading, t.reading, 0.9))'),
	(500, 'SELECT 1 FROM t WHERE name %~ ANY (ARRAY[''Ri Yong Ho'', ''Ri Su Il''])'),
	(50000, 'SELECT 1 FROM t LEFT JOIN listed l ON t.name %~ l.name')) v (most, query), estimate(query) AS estimated
WHERE estimated > most;
PREPARE by_name(text) AS SELECT id FROM t WHERE name %~ $1;
SET plan_cache_mode = force_generic_plan;
SELECT * FROM pg_temp.plan($$EXECUTE by_name('Ri Yong Ho')$$);
RESET plan_cache_mode;

DEALLOCATE ALL;
DROP TABLE t, fresh, listed, predicate;
DROP FUNCTION count_of(text, boolean), estimate(text);
