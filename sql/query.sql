-- names with a threshold of their own
SELECT sanct_query('Kim Jong Un', 0.7), 'Kim Jong Un @ 0.7'::sanct_query AS read, '@0'::sanct_query AS no_name;
SELECT sanct_query('a @ 0.1', 1)::text, sanct_query('a @ 0.1', 1)::text::sanct_query::text = sanct_query('a @ 0.1', 1)::text AS same;
SELECT sanct_query(sanct_read('Kim Jong Un'), 0.65);

-- input that is none
SELECT 'Kim Jong Un'::sanct_query;
SELECT 'Kim Jong Un @ '::sanct_query;
SELECT 'Kim Jong Un @ 1.1'::sanct_query;
SELECT 'Kim Jong Un @ nan'::sanct_query;
SELECT sanct_query('Kim Jong Un', 1.5);
SELECT sanct_query('Kim Jong Un', -0.1);
SELECT sanct_matches('Kim Jong Un', 'Kim Jong Un', 'NaN');
SELECT sanct_matches(sanct_read('Kim Jong Un'), sanct_read('Kim Jong Un'), 2);

-- all forms of the operator give one answer
CREATE TABLE t (id int PRIMARY KEY, name text, reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED);
INSERT INTO t SELECT i, (ARRAY['KIM Jong Un', 'Kim Jeong-eun', 'KIM Yong Chol', 'Kim Jong Il', 'RI Yong Ho', 'Ri Yong Chol',
	'Parsek LLC', 'OOO Parsek', 'Ocean Star 5', 'Jong Un Kim', '', '12'])[i] FROM generate_series(1, 12) i;
CREATE TABLE q (query sanct_query);
INSERT INTO q SELECT sanct_query(name, threshold) FROM t, unnest(ARRAY[0, 0.3, 0.67, 0.9, 1]::real[]) AS threshold;
SELECT count(*) AS pairs,
	count(*) FILTER (WHERE t.name %~ query) BETWEEN 12 AND 300 AS enough,
	bool_and((t.name %~ query) = (query %~ t.name)) AS commuted,
	bool_and((t.name %~ query) = (reading %~ query)) AS of_reading,
	bool_and((t.name %~ query) = (query %~ reading)) AS of_reading_commuted
FROM t, q;
SELECT count(*) AS pairs, count(*) FILTER (WHERE sanct_matches(a.name, b.name, 0.8)) BETWEEN 10 AND 70 AS enough,
	bool_and(sanct_matches(a.name, b.name, 0.8) = sanct_matches(a.reading, b.reading, 0.8)) AS of_reading,
	bool_and(sanct_matches(a.name, b.name, 0.8) = (a.reading %~ sanct_query(b.reading, 0.8))) AS of_query
FROM t a, t b;

\getenv abs_srcdir PG_ABS_SRCDIR
\set plan :abs_srcdir '/test/plan.sql'
\i :plan
-- and the indexes give it as well, whichever side the column stands on
CREATE INDEX t_name_idx ON t USING gist (name sanct_gist_ops);
CREATE INDEX t_reading_idx ON t USING gist (reading);
SET enable_seqscan = off;
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE reading %~ sanct_query('Kim Jong Un', 0.7)$$);
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE 'Kim Jong Un @ 0.7'::sanct_query %~ name$$);
SELECT * FROM pg_temp.plan($$SELECT * FROM q JOIN t ON query %~ reading$$);
SELECT array_agg(id ORDER BY id) FROM t WHERE reading %~ sanct_query('Kim Jong Un', 0.7);
SELECT array_agg(id ORDER BY id) FROM t WHERE 'Kim Jong Un @ 0.7'::sanct_query %~ name;
SELECT (SELECT count(*) FROM q JOIN t ON query %~ reading) = count(*) FILTER (WHERE query %~ reading) AS same FROM q, t;
RESET enable_seqscan;

-- text and binary forms are read back as they were
CREATE FUNCTION round_trip(sanct_query) RETURNS boolean LANGUAGE sql AS
	'SELECT $1::text = $1::text::sanct_query::text AND sanct_query_send($1::text::sanct_query) = sanct_query_send($1)';
SELECT bool_and(round_trip(query)) FROM q;

-- readings are explained as their names are
SELECT (SELECT array_agg(e) FROM sanct_explain(a.name, b.name) e) =
	(SELECT array_agg(e) FROM sanct_explain(a.reading, b.reading) e) AS same, count(*)
FROM t a, t b WHERE a.name ~ 'K' GROUP BY 1;
SELECT (SELECT array_agg(e) FROM sanct_readings(name) e) IS NOT DISTINCT FROM
	(SELECT array_agg(e) FROM sanct_readings(reading) e) AS same, count(*) FROM t GROUP BY 1;
SELECT hangul, dprk FROM sanct_readings('Namgung Min') LIMIT 1;
SELECT dprk FROM sanct_readings('Kim J. U.') LIMIT 1;

DROP FUNCTION round_trip(sanct_query);
DROP TABLE t, q;
