-- Korean customers against lists of Korean names that grow: building, searching, inserting

CREATE PROCEDURE grow(n bigint, probes integer) LANGUAGE plpgsql AS $$
DECLARE
	at_68 constant text := 'sanct_query(c.reading, 0.798)';	-- 0.68 of the names' own weight
BEGIN
	DROP TABLE IF EXISTS list, list_gin;
	CREATE TABLE list AS SELECT id, name, reading FROM korean WHERE id <= n;
	CREATE TABLE list_gin AS SELECT id, name FROM list;
	CALL measure('index build', 'sanctmatch, text', 'CREATE INDEX list_text ON list USING gist (name sanct_gist_ops)',
		prepare => 'DROP INDEX IF EXISTS list_text', size => n);
	DROP INDEX list_text;
	CALL measure('index build', 'sanctmatch', 'CREATE INDEX list_reading ON list USING gist (reading)',
		prepare => 'DROP INDEX IF EXISTS list_reading', size => n);
	CALL measure('index build', 'pg_trgm GiST', 'CREATE INDEX list_gist ON list USING gist (name gist_trgm_ops (siglen = 64))',
		prepare => 'DROP INDEX IF EXISTS list_gist', size => n, turns => CASE WHEN n > 100000 THEN 1 ELSE 3 END);
	CALL measure('index build', 'pg_trgm GIN', 'CREATE INDEX list_trgm ON list_gin USING gin (name gin_trgm_ops)',
		prepare => 'DROP INDEX IF EXISTS list_trgm', size => n, turns => CASE WHEN n > 100000 THEN 1 ELSE 3 END);
	ANALYZE list;
	ANALYZE list_gin;
	INSERT INTO result (what, engine, size, found)
	SELECT 'index bytes', engine, n, pg_relation_size(index)
	FROM (VALUES ('sanctmatch', 'list_reading'::regclass), ('pg_trgm GiST', 'list_gist'), ('pg_trgm GIN', 'list_trgm')) v (engine, index);

	PERFORM set_config('enable_seqscan', 'off', true), set_config('enable_material', 'off', true);
	CALL measure('one probe', 'sanctmatch', format('SELECT count(*) FROM (SELECT * FROM korean_customer WHERE id <= %s) c
		JOIN list n ON n.reading %%~ c.reading', probes), probes, size => n);
	CALL measure('one probe, strict', 'sanctmatch', format('SELECT count(*) FROM (SELECT * FROM korean_customer WHERE id <= %s) c
		JOIN list n ON n.reading %%~ %s', probes, at_68), probes, size => n);
	CALL measure('one probe', 'pg_trgm GiST', format('SELECT count(*) FROM (SELECT * FROM korean_customer WHERE id <= %s) c
		JOIN list n ON n.name %% c.name', probes), probes, size => n);
	CALL measure('one probe', 'pg_trgm GIN', format('SELECT count(*) FROM (SELECT * FROM korean_customer WHERE id <= %s) c
		JOIN list_gin n ON n.name %% c.name', probes), probes, size => n);
	CALL measure('ten nearest', 'sanctmatch', format('SELECT count(*) FROM (SELECT * FROM korean_customer WHERE id <= %s) c,
		LATERAL (SELECT 1 FROM list n ORDER BY n.reading <~> c.reading LIMIT 10) h', probes), probes, size => n);
	CALL measure('ten nearest that match', 'sanctmatch', format('SELECT count(*) FROM (SELECT * FROM korean_customer WHERE id <= %s) c,
		LATERAL (SELECT 1 FROM list n WHERE n.reading %%~ c.reading ORDER BY n.reading <~> c.reading LIMIT 10) h', probes), probes, size => n);
	CALL measure('ten nearest', 'pg_trgm GiST', format('SELECT count(*) FROM (SELECT * FROM korean_customer WHERE id <= %s) c,
		LATERAL (SELECT 1 FROM list n ORDER BY n.name <-> c.name LIMIT 10) h', probes), probes, size => n);
	PERFORM set_config('enable_seqscan', 'on', true), set_config('enable_material', 'on', true);
	IF n <= 100000 THEN
		CALL measure('one probe', 'levenshtein', 'SELECT count(*) FROM korean_customer c JOIN list n
			ON levenshtein_less_equal(lower(n.name), lower(c.name), 3) <= 3 WHERE c.id <= 10', 10, turns => 1, size => n);
	END IF;
END
$$;

\if :{?sizes}
\else
\set sizes '{10000,50000,100000,300000,1000000}'
\endif
SELECT format('CALL grow(%s, %s)', least(n, (SELECT count(*) FROM korean)), 100) FROM unnest(:'sizes'::bigint[]) n \gexec

-- Inserting into a table that holds 50,000 names, with one index or none
CREATE TABLE arriving AS SELECT row_number() OVER (ORDER BY md5(name), id) AS id, name, reading FROM korean WHERE id <= 60000;
ANALYZE arriving;
CREATE PROCEDURE insert_with(engine text, index_on text) LANGUAGE plpgsql AS $$
BEGIN
	DROP TABLE IF EXISTS target;
	CREATE TABLE target (id bigint PRIMARY KEY, name text, reading sanct_reading);
	INSERT INTO target SELECT * FROM arriving WHERE id <= 50000;
	IF index_on IS NOT NULL THEN
		EXECUTE 'CREATE INDEX ON target USING ' || index_on;
	END IF;
	CALL measure('one insert', engine, 'INSERT INTO target SELECT * FROM arriving WHERE id > 50000', 10000,
		prepare => 'DELETE FROM target WHERE id > 50000', turns => 5);
	DROP TABLE target;
END
$$;
CALL insert_with('no index', NULL);
CALL insert_with('sanctmatch', 'gist (name sanct_gist_ops)');
CALL insert_with('sanctmatch, readings', 'gist (reading)');
CALL insert_with('pg_trgm GiST', 'gist (name gist_trgm_ops (siglen = 64))');
CALL insert_with('pg_trgm GIN', 'gin (name gin_trgm_ops)');
