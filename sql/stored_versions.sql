-- stored readings and queries of another version of the algorithm are refused, and told which; of another version of
-- Unicode are told of once a session; what is cut off is damaged

SET client_min_messages = error;
CREATE CAST (bytea AS sanct_reading) WITHOUT FUNCTION;
CREATE CAST (sanct_reading AS bytea) WITHOUT FUNCTION;
CREATE CAST (bytea AS sanct_query) WITHOUT FUNCTION;
CREATE CAST (sanct_query AS bytea) WITHOUT FUNCTION;
RESET client_min_messages;

-- what a call on a value says, with V for the version that the value has
CREATE FUNCTION try(call text, value bytea, version int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	said text;
	hint text;
	detail text;
BEGIN
	EXECUTE 'SELECT ' || call INTO said USING value;
	RETURN said;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT, detail = PG_EXCEPTION_DETAIL;
	RETURN concat_ws(' / ', SQLSTATE, replace(SQLERRM, 'version ' || version || ' ', 'version V '), CASE WHEN detail LIKE '%version ' || version - 1 || '.' THEN 'of V-1' END, hint);
END $$;
CREATE TABLE value AS SELECT sanct_read('Kim Jong Un')::bytea AS reading, sanct_query('Kim Jong Un', 0.5)::bytea AS query;
CREATE TABLE call (n int, call text);
INSERT INTO call VALUES (1, '$1::sanct_reading::text'), (2, 'sanct_similarity($1::sanct_reading, sanct_read(''Kim Jong Un''))'), (3, 'sanct_similarity(sanct_read(''Kim Jong Un''), $1::sanct_reading)'),
	(4, 'sanct_read(''Kim Jong Un'') %~ $1::sanct_reading'), (5, 'sanct_query($1::sanct_reading, 0.5)'), (6, 'sanct_matches($1::sanct_reading, sanct_read(''Kim Jong Un''), 0.5)'),
	(7, 'sanct_weight($1::sanct_reading, sanct_read(''Kim Jong Un'')) > 0'), (8, 'sanct_tier($1::sanct_reading, sanct_read(''Kim Jong Un''))'), (9, '(SELECT count(*) > 0 FROM sanct_readings($1::sanct_reading))'),
	(11, '$1::sanct_query::text'), (12, '''Kim Jong Un'' %~ $1::sanct_query'), (13, '$1::sanct_query %~ ''Kim Jong Un'''), (14, 'sanct_read(''Kim Jong Un'') %~ $1::sanct_query'), (15, '$1::sanct_query %~ sanct_read(''Kim Jong Un'')');
-- whole, of the next version, and one byte short of what its length says
SELECT n, call, try(call, CASE WHEN n < 10 THEN reading ELSE query END, 0) FROM call, value ORDER BY n;
SELECT n, call, try(call, CASE WHEN n < 10 THEN set_byte(reading, 2, get_byte(reading, 2) + 1) ELSE set_byte(query, 4, get_byte(query, 4) + 1) END, get_byte(reading, 2) + 1) FROM call, value ORDER BY n;
SELECT n, call, try(call, CASE WHEN n < 10 THEN substr(reading, 1, 2 + get_byte(reading, 0) - 1) ELSE substr(query, 1, 4 + get_byte(query, 2) - 1) END, 0) FROM call, value ORDER BY n;
-- and without the name that follows: as far as it is asked for
SELECT n, call, try(call, CASE WHEN n < 10 THEN substr(reading, 1, 2 + get_byte(reading, 0)) ELSE substr(query, 1, 4 + get_byte(query, 2)) END, 0) FROM call, value ORDER BY n;

-- another version of Unicode
\set VERBOSITY terse
SELECT 'none' AS told, 'Kim Jong Un' %~ query::sanct_query AS matches, sanct_read('Kim Jong Un') %~ reading::sanct_reading AS same FROM value;
UPDATE value SET reading = set_byte(reading, 3, get_byte(reading, 3) + 1), query = set_byte(query, 5, get_byte(query, 5) + 1);
SELECT sanct_similarity(reading::sanct_reading, sanct_read('Kim Jong Un')) FROM value;
SELECT sanct_similarity(reading::sanct_reading, sanct_read('Kim Jong Un')) FROM value;
SELECT 'Kim Jong Un' %~ query::sanct_query AS matches FROM value;
SELECT 'Kim Jong Un' %~ query::sanct_query AS matches FROM value;
\c
\set VERBOSITY terse
SELECT sanct_similarity(sanct_read('Kim Jong Un'), reading::sanct_reading) FROM value;
\c
\set VERBOSITY terse
SELECT sanct_read('Kim Jong Un') %~ query::sanct_query AS matches FROM value;
\set VERBOSITY default

-- what can be given for a query and its threshold
SELECT text, (SELECT sanct_query(text, 0.5)::text) FROM unnest(ARRAY['a', '', ' a ', 'a@b', 'a @ 0.7']) AS text;
CREATE FUNCTION ask(text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN '[' || $1::sanct_query::text || ']'; EXCEPTION WHEN OTHERS THEN RETURN SQLERRM; END $$;
SELECT text, ask(text) FROM unnest(ARRAY['a @ 0.7', 'a@0.7', 'a  @ 0.7 ', ' @ 1', '@0', 'a @ b @ 0.5', 'a @', 'a @ ', 'a', '', 'a @ 0.7x', 'a @ 1.1', 'a @ -0.1', 'a @ nan', 'a @ 0.0004', 'a @ 0.0016', 'a @ 1e-1']) AS text;
CREATE FUNCTION threshold(real) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN sanct_query('a', $1)::text; EXCEPTION WHEN OTHERS THEN RETURN SQLERRM; END $$;
SELECT t, threshold(t) FROM unnest('{0,1,0.5,0.7,0.0005,-0.001,1.001,NaN}'::real[]) AS t;

DROP FUNCTION try, ask, threshold;
DROP TABLE value, call;
SET client_min_messages = error;
DROP CAST (bytea AS sanct_reading);
DROP CAST (sanct_reading AS bytea);
DROP CAST (bytea AS sanct_query);
DROP CAST (sanct_query AS bytea);
