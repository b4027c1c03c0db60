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

\echo == Names compared word by word: a customer in memory as the list grows, and a plain LATERAL join beside the bulk screen
SELECT b.size, round(b.ms * 1000, 1) || ' us' AS "bulk screen", round(b.ms / first_value(b.ms) OVER (ORDER BY b.size), 2) AS "of the least list's",
	round(l.ms / b.ms, 2) AS "LATERAL", round(w.ms / b.ms, 2) AS "LATERAL, two workers", round(f.ms, 1) || ' ms' AS "made ready by the first who asks"
FROM result b JOIN result l ON l.size = b.size AND l.what = 'one customer, literal names, LATERAL'
	JOIN result w ON w.size = b.size AND w.what = 'one customer, literal names, LATERAL, two workers'
	JOIN result f ON f.size = b.size AND f.what = 'first screening after a change'
WHERE b.what = 'one customer, literal names, bulk screen' ORDER BY b.size;

\echo == A connection that has used the lists: its own memory, that of ten with what they share, and its first rows with a guard and without
SELECT o.size, round(o.found / 1048576.0, 1) || ' MB' AS own, round(t.found / 1048576.0, 1) || ' MB' AS "ten together",
	round(f.found / 1048576.0, 1) || ' MB' AS "file of the lists", round(f.found::numeric / o.size) AS "bytes a name", string_agg(split_part(g.what, ' ', 1)
	|| ' ' || round(g.ms - n.ms, 2) || ' ms', ', ' ORDER BY g.id) AS "a guard adds to the row"
FROM result o JOIN result t ON t.size = o.size AND t.what LIKE 'memory of ten%' JOIN result f ON f.size = o.size AND f.what LIKE 'file of the lists%'
	JOIN result g ON g.size = o.size AND g.what LIKE '% row of a connection'
		AND g.engine <> 'no guard' JOIN result n ON n.size = g.size AND n.what = g.what AND n.engine = 'no guard'
WHERE o.what LIKE 'own memory%' GROUP BY o.size, o.found, t.found, f.found ORDER BY o.size;

\echo == Indexes of names compared word by word: size in relation to the peer
SELECT o.size, o.engine, round(o.found / 1048576.0, 1) AS "MB", round(o.found::numeric / g.found, 2) AS "of pg_trgm GiST", round(o.found::numeric / i.found, 2) AS "of pg_trgm GIN"
FROM result o JOIN result g USING (what, size) JOIN result i USING (what, size)
WHERE what = 'index bytes, literal names' AND o.engine LIKE 'sanctmatch%' AND g.engine = 'pg_trgm GiST' AND i.engine = 'pg_trgm GIN' ORDER BY size, o.engine;

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
		coalesce(to_char(max(ratio) FILTER (WHERE peer IN ('pg_trgm', 'pg_trgm GiST')), 'FM9999990.0') || ' ×', '-'),
		coalesce(to_char(max(ratio) FILTER (WHERE peer = 'pg_trgm GIN'), 'FM9999990.0') || ' ×', '-'),
		coalesce(to_char(max(ratio) FILTER (WHERE peer = 'levenshtein'), 'FM9999990.0') || ' ×', '-'))
	FROM ratio WHERE size IS NULL OR size IN (50000, 300000) GROUP BY what, ours, size, ms) t
ORDER BY n;
\o out/growth.tsv
SELECT concat_ws(E'\t', what, engine, size, ms) FROM result WHERE size IS NOT NULL AND ms IS NOT NULL AND what IN ('one probe', 'ten nearest', 'one probe, literal names') ORDER BY what, engine, size;
\o
\pset tuples_only off
\pset format aligned
