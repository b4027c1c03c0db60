-- Our times beside pg_trgm's, on the same rows in the same run: make bench
-- Median of three, no parallel workers, no JIT. ratio = ours / pg_trgm, so less than 1 is faster.
\set ON_ERROR_STOP on
\pset pager off
\pset footer off
SET client_min_messages = warning;
SET max_parallel_workers_per_gather = 0;
SET max_parallel_maintenance_workers = 0;
SET jit = off;
SET pg_trgm.similarity_threshold = 0.5;

CREATE EXTENSION sanctmatch;
CREATE EXTENSION pg_trgm;

CREATE TABLE result (id integer GENERATED ALWAYS AS IDENTITY, what text, ours numeric, peer numeric, ours_found bigint, peer_found bigint);

-- Milliseconds of a command, and the number it gives if it is a query; prepare runs before each turn and is not counted
CREATE FUNCTION measure(query text, prepare text DEFAULT NULL, OUT ms numeric, OUT answer bigint) LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz;
	times numeric[];
BEGIN
	FOR i IN 1..3 LOOP
		IF prepare IS NOT NULL THEN
			EXECUTE prepare;
		END IF;
		start := clock_timestamp();
		IF query LIKE 'SELECT%' THEN
			EXECUTE query INTO answer;
		ELSE
			EXECUTE query;
		END IF;
		times := times || extract(epoch FROM clock_timestamp() - start) * 1000;
	END LOOP;
	ms := (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY t) FROM unnest(times) t);
END
$$;

CREATE PROCEDURE compare(what text, ours text, peer text DEFAULT NULL, prepare text DEFAULT NULL) LANGUAGE plpgsql AS $$
DECLARE
	o record;
	p record;
BEGIN
	SELECT * INTO o FROM measure(ours, prepare);
	SELECT NULL::numeric AS ms, NULL::bigint AS answer INTO p;
	IF peer IS NOT NULL THEN
		SELECT * INTO p FROM measure(peer, prepare);
	END IF;
	INSERT INTO result (what, ours, peer, ours_found, peer_found) VALUES (what, o.ms, p.ms, o.answer, p.answer);
END
$$;

-- 50,000 Korean names as often as they occur, a fifth each in DPRK spelling, McCune-Reischauer, Revised Romanization,
-- South Korean spelling and Hangul

CREATE TABLE surname (hangul text, nk real, sk real);
CREATE TABLE given (hangul text, nk real, sk real);
CREATE TABLE surname_spelling (hangul text, spelling text, nk real, mr real, rr real, sk real, basis text);
CREATE TABLE syllable_spelling (LIKE surname_spelling);
\copy surname FROM PROGRAM 'grep -v ^# src/data/surname_priors.tsv'
\copy given FROM PROGRAM 'grep -v ^# src/data/given_priors.tsv'
\copy surname_spelling FROM PROGRAM 'grep -v ^# src/data/surname_spellings.tsv'
\copy syllable_spelling FROM PROGRAM 'grep -v ^# src/data/syllable_spellings.tsv'

CREATE TABLE spelling AS
SELECT DISTINCT ON (part, s.hangul, system) part, s.hangul, system, s.spelling
FROM (SELECT 'surname' AS part, * FROM surname_spelling UNION ALL SELECT 'given', * FROM syllable_spelling) s,
	LATERAL (VALUES ('nk', s.nk), ('mr', s.mr), ('rr', s.rr), ('sk', s.sk)) v (system, p)
ORDER BY part, s.hangul, system, p DESC, s.spelling;
INSERT INTO spelling SELECT DISTINCT part, hangul, 'hangul', hangul FROM spelling;

SELECT setseed(0.4) \gset seed_
CREATE TABLE drawn AS
WITH urn AS MATERIALIZED (
	SELECT (SELECT array_agg(hangul ORDER BY nk DESC, hangul) FROM surname, generate_series(1, ceil(nk * 2000)::integer)) AS surnames,
		(SELECT array_agg(hangul ORDER BY nk DESC, hangul) FROM given, generate_series(1, ceil(nk * 2000)::integer)) AS givens
)
SELECT i,
	surnames[1 + floor(random() * cardinality(surnames))] AS surname,
	givens[1 + floor(random() * cardinality(givens))] AS first,
	givens[1 + floor(random() * cardinality(givens))] AS second,
	(ARRAY['nk', 'mr', 'rr', 'sk', 'hangul'])[1 + i % 5] AS system
FROM urn, generate_series(1, 60000) i;
ANALYZE spelling, drawn;

CREATE TABLE korean AS
SELECT d.i AS id, CASE d.system
		WHEN 'nk' THEN upper(s.spelling) || ' ' || initcap(f.spelling) || ' ' || initcap(g.spelling)
		WHEN 'mr' THEN initcap(s.spelling) || ' ' || initcap(f.spelling) || '-' || g.spelling
		WHEN 'rr' THEN initcap(s.spelling) || ' ' || initcap(f.spelling) || g.spelling
		WHEN 'sk' THEN initcap(f.spelling) || '-' || g.spelling || ' ' || initcap(s.spelling)
		ELSE d.surname || d.first || d.second
	END AS name
FROM drawn d
	JOIN spelling s ON (s.part, s.hangul, s.system) = ('surname', d.surname, d.system)
	JOIN spelling f ON (f.part, f.hangul, f.system) = ('given', d.first, d.system)
	JOIN spelling g ON (g.part, g.hangul, g.system) = ('given', d.second, d.system)
ORDER BY d.i
LIMIT 50000;

-- Customers: real names where the directory with name pairs is there

CREATE TABLE customer (name text, culture text, hangul text);
\if :{?customers}
\copy customer FROM PROGRAM 'tail -n +2 "$CUSTOMERS"'
CREATE TABLE korean_customer AS SELECT DISTINCT hangul AS name FROM customer WHERE hangul <> '' ORDER BY name LIMIT 1000;
CREATE TABLE mixed_customer AS SELECT name FROM customer ORDER BY md5(name), name LIMIT 1000;
\else
CREATE TABLE sample_customer (id integer, name text, country text);
\copy sample_customer FROM 'test/data/customers.csv' (FORMAT csv, HEADER)
CREATE TABLE korean_customer AS SELECT DISTINCT surname || first || second AS name FROM drawn WHERE i > 50000 ORDER BY name LIMIT 1000;
CREATE TABLE mixed_customer AS SELECT name FROM sample_customer;
\endif

-- The list: an import into empty tables each time

CALL compare(format('import of %s', :'list_name'),
	format('SELECT names FROM sanct_import_ofac_csv(sdn => pg_read_binary_file(%L), alt => pg_read_binary_file(%L), addresses => pg_read_binary_file(%L), published => %L)',
		:'sdn', :'alt', :'add', :'published'),
	prepare => 'TRUNCATE sanct_list CASCADE');
CREATE TABLE listed AS SELECT DISTINCT name FROM sanct_name;

-- Similarity

CREATE TABLE pair AS
SELECT a.name AS a, b.name AS b, sanct_read(a.name) AS reading_a, sanct_read(b.name) AS reading_b
FROM (SELECT row_number() OVER (ORDER BY id) AS i, name FROM korean) a
	JOIN (SELECT row_number() OVER (ORDER BY md5(name), id) AS i, name FROM korean) b USING (i);
VACUUM ANALYZE;

CALL compare('similarity of 50,000 pairs of Korean names (ours: stored readings)',
	'SELECT count(sanct_similarity(reading_a, reading_b)) FROM pair',
	'SELECT count(similarity(a, b)) FROM pair');
CALL compare('similarity of 50,000 Korean names and a constant',
	$$SELECT count(sanct_similarity(a, 'Kim Jong Un')) FROM pair$$,
	$$SELECT count(similarity(a, 'Kim Jong Un')) FROM pair$$);

-- Joins through an index: both indexes are there, each operator has its own

CALL compare('build of the index on 50,000 Korean names',
	'CREATE INDEX korean_ours ON korean USING gist (name sanct_gist_ops)',
	'CREATE INDEX korean_peer ON korean USING gist (name gist_trgm_ops)',
	prepare => 'DROP INDEX IF EXISTS korean_ours, korean_peer');
CREATE INDEX korean_ours ON korean USING gist (name sanct_gist_ops);
CREATE INDEX listed_ours ON listed USING gist (name sanct_gist_ops);
CREATE INDEX listed_peer ON listed USING gist (name gist_trgm_ops);
VACUUM ANALYZE;

SET enable_seqscan = off;
SET enable_material = off;
SELECT count(*) AS n FROM korean_customer \gset korean_
CALL compare(format('%s Korean customers x 50,000 Korean names', :korean_n),
	'SELECT count(*) FROM korean_customer c JOIN korean n ON n.name %~ c.name',
	'SELECT count(*) FROM korean_customer c JOIN korean n ON n.name % c.name');
SELECT (SELECT count(*) FROM mixed_customer) AS n, (SELECT count(*) FROM listed) AS listed \gset mixed_
CALL compare(format('%s customers of many countries x %s listed names', :mixed_n, :mixed_listed),
	'SELECT count(*) FROM mixed_customer c JOIN listed n ON n.name %~ c.name',
	'SELECT count(*) FROM mixed_customer c JOIN listed n ON n.name % c.name');

SELECT what, round(ours, 1) AS "ours, ms", round(peer, 1) AS "pg_trgm, ms", round(ours / peer, 2) AS ratio,
	ours_found AS "ours, found", peer_found AS "pg_trgm, found"
FROM result ORDER BY id;
