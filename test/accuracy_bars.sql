-- Bars of evidence that no other file of this kind measures; read by accuracy.sql after accuracy_calibrate.sql
SET client_min_messages = warning;
\echo == Documents that decide, beside another name: entries that have one, and those that it finds
WITH deciding AS (
	SELECT DISTINCT e.id, i.kind || ':' || i.value AS document FROM sanct_identifier i JOIN sanct_entry e ON e.id = i.entry_id AND e.delisted_in IS NULL
	WHERE sanct_deciding_keys(i.kind, i.value, NULL) IS NOT NULL)
SELECT count(*) AS documents, count(*) FILTER (WHERE s.verdict = 'strong') AS found,
	'all' || CASE WHEN count(*) = count(*) FILTER (WHERE s.verdict = 'strong') THEN ' reached' ELSE ' missed' END AS bar
FROM deciding d LEFT JOIN LATERAL sanct_screen('Zzyzx Qwertzuiop', documents => d.document, max_hits => 1000) s ON s.entry_id = d.id;

\if :{?un}
\echo == Aliases of designees that are found by name, with the entry''s own birth date
CREATE TABLE designee (name text, listed text, note text);
\copy designee FROM PROGRAM 'tail -n +2 "$PAIRS/designee_aliases.tsv" | cut -f 1,2,4'
WITH own AS (
	SELECT d.name, e.id, i.value, i.value ~ '^\d{4}-\d\d-\d\d$' AND i.value !~ '-01-01$' AS whole
	FROM designee d JOIN sanct_entry e ON e.list_uid = split_part(d.note, ' ', 1) JOIN sanct_list l ON l.id = e.list_id AND l.code = 'un-sc'
		JOIN sanct_identifier i ON i.entry_id = e.id AND i.kind = 'birth-date'),
screened AS (SELECT o.*, s.verdict FROM own o, LATERAL sanct_screen(o.name, birth_date => o.value, max_hits => 1000) s WHERE s.entry_id = o.id AND s.similarity IS NOT NULL)
SELECT CASE WHEN whole THEN 'whole dates' ELSE 'years, ranges, 1 January' END AS dates, count(*) AS n, count(*) FILTER (WHERE verdict = 'strong') AS strong,
	count(*) FILTER (WHERE verdict = 'possible') AS possible, count(*) FILTER (WHERE verdict IN ('weak', 'contradicted')) AS weak,
	CASE WHEN whole THEN 'all strong' ELSE 'none weak' END ||
		CASE WHEN CASE WHEN whole THEN bool_and(verdict = 'strong') ELSE bool_and(verdict IN ('strong', 'possible')) END THEN ' reached' ELSE ' missed' END AS bar
FROM screened GROUP BY whole ORDER BY whole DESC;
\endif

\echo == Persons on the lists with their own facts: neighbours among the first ten hits that nothing puts in order, of entries that are not linked
CREATE TABLE self AS
SELECT e.id, e.primary_name AS name, e.nationality, (SELECT i.value FROM sanct_identifier i WHERE i.entry_id = e.id AND i.kind = 'birth-date' ORDER BY i.id LIMIT 1) AS born,
	(SELECT i.value FROM sanct_identifier i WHERE i.entry_id = e.id AND i.kind = 'gender' LIMIT 1) AS gender
FROM sanct_entry e WHERE e.type = 'person' AND e.delisted_in IS NULL;
WITH hit AS (
	SELECT s.id, s.entry_id, s.verdict, s.total, s.similarity, s.linked, row_number() OVER (PARTITION BY s.id ORDER BY ordinality) AS n
	FROM sanct_screen_table('self', 'id', 'name', max_hits => 10, birth_date_column => 'born', nationality_column => 'nationality', gender_column => 'gender')
		WITH ORDINALITY s),
neighbour AS (
	SELECT (a.verdict, a.total, a.similarity) = (b.verdict, b.total, b.similarity) AND NOT coalesce(b.entry_id = ANY (a.linked), false) AS undecided
	FROM hit a JOIN hit b ON b.id = a.id AND b.n = a.n + 1)
SELECT count(*) AS neighbours, count(*) FILTER (WHERE undecided) AS undecided, round(100 * avg(undecided::integer), 2) AS percent,
	'below 1' || CASE WHEN avg(undecided::integer) < .01 THEN ' reached' ELSE ' missed' END AS bar FROM neighbour;

\echo == Bulk screening with birth date and nationality, and with a document too, against names alone: median of nine pairs
CREATE TABLE bulk AS SELECT c.id, c.name, date '1950-01-01' + (c.id * 7919) % 18000 AS born, 'KR'::text AS country,
	'P' || (10000000 + c.id::bigint * 104729 % 80000000)::text AS passport FROM customer c, generate_series(1, 3);
CREATE FUNCTION pg_temp.seconds(arguments text) RETURNS double precision LANGUAGE plpgsql AS $$
DECLARE began timestamptz := clock_timestamp();
BEGIN
	EXECUTE format('SELECT count(*), count(born), count(country), count(passport) FROM bulk');
	EXECUTE format('SELECT count(*) FROM sanct_screen_table(''bulk'', ''id'', ''name'' %s)', arguments);
	RETURN extract(epoch FROM clock_timestamp() - began);
END
$$;
SELECT pg_temp.seconds('') IS NOT NULL AS warm;
CREATE TEMP TABLE timed AS SELECT n, pg_temp.seconds('') AS plain, pg_temp.seconds(', birth_date_column => ''born'', nationality_column => ''country''') AS facts,
	pg_temp.seconds(', birth_date_column => ''born'', nationality_column => ''country'', document_columns => ''{passport}''') AS documents FROM generate_series(1, 9) n;
SELECT what, round(ratio::numeric, 3) AS ratio, bar || CASE WHEN ratio <= bar THEN ' reached' ELSE ' missed' END AS bar
FROM (SELECT 'with birth date and nationality' AS what, percentile_cont(0.5) WITHIN GROUP (ORDER BY facts / plain) AS ratio, 1.05 AS bar FROM timed
	UNION ALL SELECT 'with a document too', percentile_cont(0.5) WITHIN GROUP (ORDER BY documents / plain), 1.20 FROM timed) r;

\echo == A run of 1,000,000 customers that raises its alerts, against the bulk screen: median of three pairs, each run of a view that has no alerts yet
CREATE TABLE million AS
WITH free AS MATERIALIZED (
	SELECT name, row_number() OVER (ORDER BY id) - 1 AS r FROM customer
	WHERE NOT EXISTS (SELECT FROM sanct_screen_table('customer', 'id', 'name') s WHERE s.id::integer = customer.id))
SELECT g AS id, f.name FROM generate_series(1, 1000000) g JOIN free f ON f.r = g % (SELECT count(*) FROM free);
UPDATE million SET name = p.name
FROM (SELECT row_number() OVER (ORDER BY id) * 1600 AS place, name FROM self LIMIT 620) p WHERE p.place = million.id;
VACUUM ANALYZE million;
CREATE VIEW million_1 AS TABLE million;
CREATE VIEW million_2 AS TABLE million;
CREATE VIEW million_3 AS TABLE million;
CREATE FUNCTION pg_temp.taken(query text) RETURNS double precision LANGUAGE plpgsql AS $$
DECLARE began timestamptz := clock_timestamp();
BEGIN
	EXECUTE query;
	RETURN extract(epoch FROM clock_timestamp() - began);
END
$$;
CREATE TEMP TABLE ran (n integer, screened double precision, ran double precision);
-- a transaction each: one that has written alerts waits for nobody
INSERT INTO ran SELECT 1, pg_temp.taken($$SELECT count(*) FROM sanct_screen_table('million', 'id', 'name')$$), pg_temp.taken($$SELECT FROM sanct_run('million_1', 'id', 'name')$$);
INSERT INTO ran SELECT 2, pg_temp.taken($$SELECT count(*) FROM sanct_screen_table('million', 'id', 'name')$$), pg_temp.taken($$SELECT FROM sanct_run('million_2', 'id', 'name')$$);
INSERT INTO ran SELECT 3, pg_temp.taken($$SELECT count(*) FROM sanct_screen_table('million', 'id', 'name')$$), pg_temp.taken($$SELECT FROM sanct_run('million_3', 'id', 'name')$$);
SELECT (SELECT min(raised) FROM sanct_run WHERE subject LIKE '%million%') AS alerts, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ran / screened)::numeric, 3) AS ratio,
	1.10 || CASE WHEN percentile_cont(0.5) WITHIN GROUP (ORDER BY ran / screened) <= 1.10 THEN ' reached' ELSE ' missed' END AS bar FROM ran;
DROP VIEW million_1, million_2, million_3;
DROP TABLE million;
RESET client_min_messages;
