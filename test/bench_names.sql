-- Names to search: Korean ones generated from the priors and spellings of src/data, customers real where there are some

\if :{?korean_names}
\else
\set korean_names 1000000
\endif

-- As often as they occur, a fifth each in DPRK spelling, McCune-Reischauer, Revised Romanization, South Korean spelling
-- and Hangul
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

CREATE FUNCTION draw(seed double precision, n integer) RETURNS TABLE (id integer, name text) LANGUAGE sql AS $$
SELECT setseed(seed);
WITH urn AS MATERIALIZED (
	SELECT (SELECT array_agg(hangul ORDER BY nk DESC, hangul) FROM surname, generate_series(1, ceil(nk * 2000)::integer)) AS surnames,
		(SELECT array_agg(hangul ORDER BY nk DESC, hangul) FROM given, generate_series(1, ceil(nk * 2000)::integer)) AS givens
), drawn AS MATERIALIZED (
	SELECT i, surnames[1 + floor(random() * cardinality(surnames))] AS surname,
		givens[1 + floor(random() * cardinality(givens))] AS first, givens[1 + floor(random() * cardinality(givens))] AS second,
		(ARRAY['nk', 'mr', 'rr', 'sk', 'hangul'])[1 + i % 5] AS system
	FROM urn, generate_series(1, n) i
)
SELECT d.i, CASE d.system
		WHEN 'nk' THEN upper(s.spelling) || ' ' || initcap(f.spelling) || ' ' || initcap(g.spelling)
		WHEN 'mr' THEN initcap(s.spelling) || ' ' || initcap(f.spelling) || '-' || g.spelling
		WHEN 'rr' THEN initcap(s.spelling) || ' ' || initcap(f.spelling) || g.spelling
		WHEN 'sk' THEN initcap(f.spelling) || '-' || g.spelling || ' ' || initcap(s.spelling)
		ELSE d.surname || d.first || d.second
	END
FROM drawn d
	JOIN spelling s ON (s.part, s.hangul, s.system) = ('surname', d.surname, d.system)
	JOIN spelling f ON (f.part, f.hangul, f.system) = ('given', d.first, d.system)
	JOIN spelling g ON (g.part, g.hangul, g.system) = ('given', d.second, d.system)
$$;
ANALYZE spelling;
CREATE TABLE korean AS SELECT id, name, sanct_read(name) AS reading FROM draw(0.4, :korean_names * 21 / 20) ORDER BY id LIMIT :korean_names;
CREATE INDEX ON korean (id);

-- Customers: real names, then a million of which nine in ten are no Koreans, put together from the words of real names

CREATE TABLE customer (name text, culture text, hangul text);
\if :{?customers}
\copy customer FROM PROGRAM 'tail -n +2 "$CUSTOMERS"'
\else
CREATE TABLE sample_customer (id integer, name text, country text);
\copy sample_customer FROM 'test/data/customers.csv' (FORMAT csv, HEADER)
INSERT INTO customer SELECT name, country, '' FROM sample_customer;
INSERT INTO customer SELECT name, 'korean', name FROM draw(0.7, 1000) WHERE name ~ '[a-z]';
\endif
CREATE TABLE korean_customer AS
SELECT row_number() OVER (ORDER BY md5(name), name) AS id, name, sanct_read(name) AS reading
FROM (SELECT DISTINCT name FROM customer WHERE hangul <> '') c;
CREATE TABLE mixed_customer AS
SELECT row_number() OVER (ORDER BY md5(name), name) AS id, name FROM (
	(SELECT name FROM customer WHERE hangul = '' OR hangul IS NULL ORDER BY md5(name) LIMIT 900)
	UNION ALL (SELECT name FROM customer WHERE hangul <> '' ORDER BY md5(name) LIMIT 100)) c;
CREATE TABLE word AS
SELECT row_number() OVER (ORDER BY name) AS n, split_part(name, ' ', 1) AS first, regexp_replace(name, '^[^ ]+ +', '') AS last
FROM customer WHERE (hangul = '' OR hangul IS NULL) AND name LIKE '% %';
SELECT setseed(0.6) \gset seed_
CREATE TABLE million AS
WITH drawn AS MATERIALIZED (
	SELECT i, 1 + floor(random() * n) AS first, 1 + floor(random() * n) AS last
	FROM (SELECT count(*) AS n FROM word) w, generate_series(1, :korean_names) i
)
SELECT i AS id, CASE WHEN i % 10 = 0 THEN k.name ELSE f.first || ' ' || l.last END AS name
FROM drawn d JOIN word f ON f.n = d.first JOIN word l ON l.n = d.last LEFT JOIN korean k ON k.id = d.i
ORDER BY i;
VACUUM ANALYZE korean, korean_customer, mixed_customer, million;

SELECT (SELECT count(*) FROM korean) AS "Korean names (generated)", (SELECT count(*) FROM korean_customer) AS "Korean customers",
	(SELECT count(*) FROM mixed_customer) AS "mixed customers", (SELECT count(*) FROM million) AS "generated customers";
