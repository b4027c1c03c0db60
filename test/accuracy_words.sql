-- Names of bodies, ships and people who are not Korean, at the built-in threshold; read by accuracy.sql
-- Synthetic: listed names after one change of a kind that programs and people make. Aliases: names that OFAC lists for one
-- entry and that are spelt alike. Different: names of different entries, most of which share a word. Middle names: persons
-- of the UN's and the UK's lists with three names, with an initial for the one in the middle and without it.

CREATE TABLE literal (id integer GENERATED ALWAYS AS IDENTITY, file text, a text, b text, kind text, program text, class text);
CREATE TABLE literal_loaded (a text, b text, kind text, program text, class text);
\copy literal_loaded FROM PROGRAM 'tail -n +2 "$LITERAL/synthetic.tsv" | cut -f 1-5'
INSERT INTO literal (file, a, b, kind, program, class) SELECT 'synthetic', * FROM literal_loaded;
TRUNCATE literal_loaded;
\copy literal_loaded FROM PROGRAM 'tail -n +2 "$LITERAL/aliases.tsv" | cut -f 1-5'
INSERT INTO literal (file, a, b, kind, program, class) SELECT 'aliases', * FROM literal_loaded WHERE class = 'V';
TRUNCATE literal_loaded;
\copy literal_loaded FROM PROGRAM 'tail -n +2 "$LITERAL/negatives_listed.tsv" | cut -f 1-5'
INSERT INTO literal (file, a, b, kind, program, class) SELECT 'sharing a word', * FROM literal_loaded;
TRUNCATE literal_loaded;
\copy literal_loaded FROM PROGRAM 'tail -n +2 "$LITERAL/negatives_all_dprk.tsv" | cut -f 1-5'
INSERT INTO literal (file, a, b, kind, program, class) SELECT 'all of the DPRK', * FROM literal_loaded;

INSERT INTO literal (file, a, b, kind)
SELECT v.file, p.name, v.query, 'person'
FROM (SELECT DISTINCT n.name, string_to_array(n.name, ' ') AS word
		FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id JOIN sanct_list l ON l.id = e.list_id
		WHERE l.code IN ('un-sc', 'uk-ofsi', 'UN', 'UK') AND e.type = 'person' AND n.kind = 'primary' AND n.name !~ '[,(.]'
			AND n.script = 'Latn' AND NOT EXISTS (SELECT FROM sanct_readings(n.name))) p,
	LATERAL (VALUES ('middle initial', word[1] || ' ' || left(word[2], 1) || '. ' || word[3]),
		('without the middle name', word[1] || ' ' || word[3])) v (file, query)
WHERE cardinality(word) = 3 AND length(least(word[1], word[2], word[3])) > 1;

CREATE TABLE literal_score AS
SELECT *, a %~ b AS found, similarity(a, b) >= 0.3 AS trgm FROM literal;

\echo == Names of bodies, ships and others: found, or different and found as well, at the built-in threshold
SELECT what, count(*) AS pairs, round(avg(found::integer), 4) AS sanctmatch, round(avg(trgm::integer), 4) AS "pg_trgm .3",
	bar || CASE WHEN (avg(found::integer) <= bar) = most THEN ' reached' ELSE ' missed' END AS bar
FROM literal_score s, LATERAL (VALUES
	(1, 'synthetic, DPRK', file = 'synthetic' AND program = 'DPRK', 0.955, false),
	(2, 'synthetic, DPRK, without persons', file = 'synthetic' AND program = 'DPRK' AND kind <> 'person', 0.97, false),
	(3, 'synthetic, other bodies and ships', file = 'synthetic' AND program <> 'DPRK' AND kind <> 'person', 0.96, false),
	(4, 'synthetic, other persons', file = 'synthetic' AND program <> 'DPRK' AND kind = 'person', NULL, false),
	(5, 'aliases spelt alike, persons', file = 'aliases' AND program <> 'DPRK' AND kind = 'person', 0.86, false),
	(6, 'aliases spelt alike, other bodies', file = 'aliases' AND program <> 'DPRK' AND kind <> 'person', 0.86, false),
	(7, 'aliases spelt alike, DPRK', file = 'aliases' AND program = 'DPRK', 0.81, false),
	(8, 'middle initial', file = 'middle initial', 0.95, false),
	(9, 'without the middle name', file = 'without the middle name', 0.95, false),
	(10, 'different, sharing a word', file = 'sharing a word', 0.0078, true),
	(11, 'different, all of the DPRK', file = 'all of the DPRK', 0.0003, true)) t (place, what, counts, bar, most)
WHERE counts
GROUP BY place, what, bar, most ORDER BY place;

\echo == Synthetic changes by kind
SELECT class, count(*) AS pairs, round(avg(found::integer), 3) AS sanctmatch, round(avg(trgm::integer), 3) AS "pg_trgm .3"
FROM literal_score WHERE file = 'synthetic' GROUP BY class ORDER BY class;

\echo == Told to be a ship: changed names of North Korean ships that screening finds, either way round, and persons by their own name
CREATE TABLE told_ship AS
SELECT n.id, n.entry_id, n.name, 'vessel' AS type FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id
WHERE e.type = 'person' AND e.delisted_in IS NULL AND n.name ~ '[[:alpha:]]'
	AND EXISTS (SELECT FROM sanct_screen(n.name, max_hits => 1000) s WHERE s.entry_id = e.id);
CREATE TABLE hit_ship AS SELECT id, entry_id FROM sanct_screen_table('told_ship', 'id', 'name', type_column => 'type', max_hits => 1000);
CREATE INDEX ON hit_ship (id, entry_id);
SELECT 'ships' AS what, count(*) AS names, round(avg((untold.relation LIKE 'match%')::integer), 3) AS "not told",
	round(avg((told.relation LIKE 'match%')::integer), 3) AS told
FROM literal l, LATERAL (VALUES (a, b), (b, a)) v (asked, listed),
	LATERAL (SELECT relation FROM sanct_explain_listed(asked, listed, 'vessel') WHERE part = 'whole name') untold,
	LATERAL (SELECT relation FROM sanct_explain_listed(asked, listed, 'vessel', entry_type => 'vessel') WHERE part = 'whole name') told
WHERE file = 'synthetic' AND program = 'DPRK' AND kind = 'vessel'
UNION ALL SELECT 'persons', count(*), 1, round(1 - count(*) FILTER (WHERE NOT EXISTS (SELECT FROM hit_ship h WHERE h.id = t.id::text
	AND h.entry_id = t.entry_id))::numeric / count(*), 4)
FROM told_ship t;
DROP TABLE told_ship, hit_ship;

\echo == Customers who are not Korean alerting on others, per 1,000
SELECT what, round(1000.0 * count(DISTINCT c.id) / (SELECT count(*) FROM customer WHERE NOT korean), 2) AS per_1000, min(bar) AS bar
FROM customer c JOIN listed l ON l.name %~ c.name JOIN sanct_name n ON n.id = l.id, LATERAL (VALUES
	('all names', true, 7.5), ('persons, without weak aliases', l.type = 'person' AND NOT n.weak, 4.2)) t (what, counts, bar)
WHERE NOT c.korean AND NOT l.korean AND counts
GROUP BY what ORDER BY what;
