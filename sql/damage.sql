-- stored readings and queries that are damaged, as a disk or a superuser can leave them, are refused or compared, but never
-- walked beyond their end
SET client_min_messages = error;
CREATE CAST (bytea AS sanct_reading) WITHOUT FUNCTION;
CREATE CAST (sanct_reading AS bytea) WITHOUT FUNCTION;
CREATE CAST (bytea AS sanct_query) WITHOUT FUNCTION;
CREATE CAST (sanct_query AS bytea) WITHOUT FUNCTION;
-- too short for the length that it says, and for any
SELECT '\x'::bytea::sanct_reading;
SELECT '\xffff01'::bytea::sanct_reading;
SELECT sanct_similarity('\x0700010300000000'::bytea::sanct_reading, sanct_read('Kim Jong Un'));
SELECT '\x9e02ffff01'::bytea::sanct_query;
SELECT 'Kim Jong Un' %~ '\x9e020700010300000000'::bytea::sanct_query;
SELECT sanct_read('Kim Jong Un') %~ '\x0700010300000000'::bytea::sanct_reading;
-- letters that are no characters
SELECT * FROM sanct_explain((SELECT set_byte(r, get_byte(r, 0) + 1, 255) FROM (SELECT sanct_read('ធនាគារ ខ្មែរ')::bytea) n (r))::sanct_reading, sanct_read('ធនាគារ ខ្មែរ'));
-- any byte changed or all from there on cut off: an error of one kind, or an answer
CREATE TABLE name (name text, reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED);
INSERT INTO name VALUES ('Kim Jong Un'), ('Viktor Choe'), ('金正恩 (KIM Jong Un)'), ('J. H. Kim'), ('Korea Mining Development Trading Corporation'), ('O 12 Ltd');
CREATE FUNCTION try(call text, value bytea) RETURNS text LANGUAGE plpgsql AS
$$
BEGIN
	EXECUTE 'SELECT count(*) FROM ' || call USING value;
	RETURN 'answer';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END
$$;
CREATE TABLE damaged AS
SELECT set_byte(r, i, (get_byte(r, i) + CASE i % 2 WHEN 0 THEN 128 ELSE 33 END) % 256) AS value FROM (SELECT reading::bytea FROM name) n (r), generate_series(0, length(r) - 1) i
UNION ALL SELECT substring(r FROM 1 FOR i) FROM (SELECT reading::bytea FROM name) n (r), generate_series(0, length(r) - 1, 4) i;
CREATE TABLE call (call text);
INSERT INTO call VALUES
	('text($1::sanct_reading::text)'),
	('sanct_reading_send($1::sanct_reading)'),
	('sanct_readings($1::sanct_reading)'),
	('sanct_keys($1::sanct_reading)'),
	('sanct_query($1::sanct_reading, 0.5)'),
	('sanct_similarity($1::sanct_reading, $1::sanct_reading)'),
	('name, sanct_similarity(reading, $1::sanct_reading)'),
	('name, sanct_weight($1::sanct_reading, reading)'),
	('name, sanct_tier($1::sanct_reading, reading)'),
	('name, sanct_explain($1::sanct_reading, reading)'),
	('name, sanct_matches(reading, $1::sanct_reading, 0.3)'),
	('name WHERE reading %~ $1::sanct_reading'),
	('name WHERE name %~ sanct_query($1::sanct_reading, 0.5)');
SELECT call, try AS result, count(*) > 0 AS found FROM call, damaged, try(call, value) WHERE try NOT IN ('answer', '55000') GROUP BY call, try ORDER BY call, try;
-- the same of queries, the index's own among them
CREATE INDEX ON name USING gist (name sanct_gist_ops);
SET enable_seqscan = off;
TRUNCATE damaged, call;
INSERT INTO damaged
SELECT set_byte(q, i, (get_byte(q, i) + CASE i % 2 WHEN 0 THEN 128 ELSE 33 END) % 256) AS value FROM (SELECT sanct_query(name, 0.5)::bytea FROM name) n (q), generate_series(2, length(q) - 1) i
UNION ALL SELECT substring(q FROM 1 FOR i) FROM (SELECT sanct_query(name, 0.5)::bytea FROM name) n (q), generate_series(0, length(q) - 1, 4) i;
INSERT INTO call VALUES
	('text($1::sanct_query::text)'),
	('sanct_query_send($1::sanct_query)'),
	('name WHERE name %~ $1::sanct_query'),
	('name WHERE reading %~ $1::sanct_query');
SELECT call, try AS result, count(*) > 0 AS found FROM call, damaged, try(call, value) WHERE try NOT IN ('answer', '55000') GROUP BY call, try ORDER BY call, try;
RESET enable_seqscan;
DROP TABLE name, damaged, call;
DROP FUNCTION try(text, bytea);
DROP CAST (bytea AS sanct_reading);
DROP CAST (sanct_reading AS bytea);
DROP CAST (bytea AS sanct_query);
DROP CAST (sanct_query AS bytea);
