-- Report: every measurement, then the ratios, then what the README and the chart take

\echo == All measurements: median, least and most of the turns
SELECT what, size, engine, CASE WHEN ms < 1 THEN round(ms * 1000, 1) || ' us' ELSE round(ms, 1) || ' ms' END AS median,
	round((most - least) / nullif(ms, 0) * 100) || ' %' AS spread, round(pages, 1) AS "pages of index and heap", found
FROM result WHERE ms IS NOT NULL ORDER BY what, size, id;

CREATE VIEW ratio AS
SELECT o.what, o.size, o.engine AS ours, o.ms, p.engine AS peer, p.ms AS peer_ms, p.ms / o.ms AS ratio
FROM result o JOIN result p ON p.engine NOT LIKE 'sanctmatch%' AND p.engine NOT IN ('no index', 'no guard') AND o.size IS NOT DISTINCT FROM p.size
	AND (o.what = p.what OR (o.what, p.what) IN (('one probe, strict', 'one probe'), ('ten nearest that match', 'ten nearest'),
		('one mixed customer, bulk screen', 'one mixed customer, whole list'),
		('one mixed customer, sanct_screen', 'one mixed customer, whole list'), ('one Korean customer, bulk screen', 'one probe')))
WHERE o.engine LIKE 'sanctmatch%' AND o.ms > 0;

\echo == How many times faster than the peer
SELECT what || CASE WHEN ours <> 'sanctmatch' THEN replace(ours, 'sanctmatch', '') ELSE '' END AS what, size,
	CASE WHEN ms < 1 THEN round(ms * 1000, 1) || ' us' ELSE round(ms, 1) || ' ms' END AS sanctmatch,
	round(max(ratio) FILTER (WHERE peer IN ('pg_trgm', 'pg_trgm GiST')), 2) AS "pg_trgm, its GiST",
	round(max(ratio) FILTER (WHERE peer = 'pg_trgm GIN'), 2) AS "pg_trgm GIN",
	round(max(ratio) FILTER (WHERE peer = 'levenshtein'), 2) AS levenshtein
FROM ratio GROUP BY what, ours, size, ms ORDER BY what, ours, size;

\echo == Size of the index in relation to the peer
SELECT o.size, round(o.found / 1048576.0, 1) AS "sanctmatch, MB", round(o.found::numeric / g.found, 2) AS "of GiST", round(o.found::numeric / i.found, 2) AS "of GIN"
FROM result o JOIN result g USING (what, size) JOIN result i USING (what, size)
WHERE what = 'index bytes' AND o.engine = 'sanctmatch' AND g.engine = 'pg_trgm GiST' AND i.engine = 'pg_trgm GIN' ORDER BY size;

\echo == Ten times the list: how many times the time of a probe
SELECT a.size AS "from", b.size AS "to", a.engine, round(b.ms / a.ms, 2) AS times
FROM result a JOIN result b USING (what, engine) WHERE what = 'one probe' AND b.size = 10 * a.size ORDER BY engine, a.size;

\echo == One clean row of many: with a guard, in relation to none, and to screening alone
SELECT g.engine, round(g.ms * 1000, 1) || ' us' AS guarded, round(n.ms * 1000, 1) || ' us' AS unguarded,
	round((g.ms - n.ms) * 1000, 1) || ' us' AS added, round(b.ms * 1000, 1) || ' us' AS "screened in bulk"
FROM result g JOIN result n ON n.what = g.what AND n.engine = 'no guard' JOIN result b ON b.what = 'one row screened in bulk'
WHERE g.what = 'one row of many written' AND g.engine <> 'no guard' ORDER BY g.id;

\pset tuples_only on
\pset format unaligned
\o out/bench.md
SELECT line FROM (
	SELECT 0 AS n, 'What | sanctmatch | against pg_trgm GiST | pg_trgm GIN | levenshtein' AS line
	UNION ALL SELECT 1, '--- | ---: | ---: | ---: | ---:'
	UNION ALL
	SELECT 2 + row_number() OVER (ORDER BY what, ours, size), concat_ws(' | ',
		what || CASE WHEN ours <> 'sanctmatch' THEN replace(ours, 'sanctmatch', '') ELSE '' END || coalesce(' (' || to_char(size, 'FM9,999,999') || ' names)', ''),
		CASE WHEN ms < 1 THEN round(ms * 1000, 1) || ' µs' ELSE round(ms, 1) || ' ms' END,
		coalesce(to_char(max(ratio) FILTER (WHERE peer IN ('pg_trgm', 'pg_trgm GiST')), 'FM99990.0') || ' ×', '-'),
		coalesce(to_char(max(ratio) FILTER (WHERE peer = 'pg_trgm GIN'), 'FM99990.0') || ' ×', '-'),
		coalesce(to_char(max(ratio) FILTER (WHERE peer = 'levenshtein'), 'FM99990.0') || ' ×', '-'))
	FROM ratio WHERE size IS NULL OR size IN (50000, 300000) GROUP BY what, ours, size, ms) t
ORDER BY n;
\o out/growth.tsv
SELECT concat_ws(E'\t', what, engine, size, ms) FROM result WHERE size IS NOT NULL AND ms IS NOT NULL AND what IN ('one probe', 'ten nearest') ORDER BY what, engine, size;
\o
\pset tuples_only off
\pset format aligned
