-- How well spellings of one name are told from other names, beside the peers on the same pairs: make accuracy
-- Same names are held against different ones: the threshold is the smallest similarity that at most the given share of
-- the different pairs reaches; found is the share of the same names that reaches it. Where even the highest similarity
-- is reached by too many different pairs, nothing is found. "to best" = ours / the best peer's, so more than 1 is better.
-- bar: what is to be reached on these files; its name stands in brackets.
\set ON_ERROR_STOP on
\pset pager off
\pset footer off
\pset null '-'
SET client_min_messages = warning;

CREATE EXTENSION sanctmatch;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION fuzzystrmatch;
\if :{?jarowinkler}
CREATE SCHEMA peer;
CREATE EXTENSION pg_similarity SCHEMA peer;
\else
CREATE SCHEMA peer;
CREATE FUNCTION peer.jarowinkler(text, text) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN NULL;
\endif

-- Pairs: file, names, spelling systems and scripts where the file tells them

CREATE TABLE pair (id integer GENERATED ALWAYS AS IDENTITY, file text, a text, b text, system_a text, system_b text, scripts text);
CREATE TABLE loaded (a text, b text, system_a text, system_b text, scripts text);
\if :{?shared}
\copy loaded (a, b) FROM PROGRAM 'tail -n +2 "$PAIRS/designee_aliases.tsv" | cut -f 1,2'
INSERT INTO pair (file, a, b) SELECT 'designee_aliases', a, b FROM loaded;
TRUNCATE loaded;
\copy loaded FROM PROGRAM 'tail -n +2 "$PAIRS/north_korean_names.tsv" | cut -f 1-5'
INSERT INTO pair (file, a, b, system_a, system_b, scripts) SELECT 'north_korean_names', * FROM loaded;
TRUNCATE loaded;
\copy loaded FROM PROGRAM 'tail -n +2 "$PAIRS/korean_names.tsv" | cut -f 1-5'
INSERT INTO pair (file, a, b, system_a, system_b, scripts) SELECT 'korean_names', * FROM loaded;
TRUNCATE loaded;
\copy loaded (a, b) FROM PROGRAM 'tail -n +2 "$PAIRS/different_designees.tsv" | cut -f 1,2'
INSERT INTO pair (file, a, b) SELECT 'different_designees', a, b FROM loaded;
TRUNCATE loaded;
\copy loaded (a, b) FROM PROGRAM 'tail -n +2 "$PAIRS/different_names_hangul_latin.tsv" | cut -f 1,2'
INSERT INTO pair (file, a, b) SELECT 'different_names_hangul_latin', a, b FROM loaded;
TRUNCATE loaded;
\copy loaded (a, b) FROM PROGRAM 'tail -n +2 "$PAIRS/different_names_latin.tsv" | cut -f 1,2'
INSERT INTO pair (file, a, b) SELECT 'different_names_latin', a, b FROM loaded;
\endif

-- The project's own pairs: names of two rows are of different persons
CREATE TABLE own (list text, uid text, a text, b text);
\copy own FROM PROGRAM 'grep -v ^# test/data/pairs.tsv'
INSERT INTO pair (file, a, b) SELECT 'own_aliases', a, b FROM own;
INSERT INTO pair (file, a, b) SELECT 'own_different', x.a, y.a FROM own x JOIN own y ON (x.list, x.uid) < (y.list, y.uid);

-- Scores

-- Share of the words whose phonetic codes agree: the code of a whole name stops after its first word
CREATE FUNCTION shared_codes(a text[], b text[]) RETURNS real LANGUAGE sql IMMUTABLE RETURN (
	SELECT coalesce(2.0 * count(*) FILTER (WHERE x = ANY (b)) / nullif(count(*) + cardinality(b), 0), 0) FROM unnest(a) x);
CREATE FUNCTION soundexes(name text) RETURNS text[] LANGUAGE sql IMMUTABLE RETURN (
	SELECT coalesce(array_agg(DISTINCT soundex(w)) FILTER (WHERE soundex(w) <> ''), '{}') FROM regexp_split_to_table(name, '[ ,.-]+') w);
CREATE FUNCTION dmetaphones(name text) RETURNS text[] LANGUAGE sql IMMUTABLE RETURN (
	SELECT coalesce(array_agg(DISTINCT dmetaphone(w)) FILTER (WHERE dmetaphone(w) <> ''), '{}') FROM regexp_split_to_table(name, '[ ,.-]+') w);

CREATE TABLE engine (place integer, engine text, threshold real);
INSERT INTO engine VALUES (1, 'sanctmatch', NULL), (2, 'pg_trgm', 0.3), (3, 'soundex', NULL), (4, 'dmetaphone', NULL),
	(5, 'levenshtein', NULL), (6, 'jarowinkler', 0.7);

CREATE TABLE score AS
SELECT pair.id, file, v.engine, v.similarity, CASE WHEN engine.engine = 'sanctmatch' THEN a %~ b ELSE v.similarity >= threshold END AS matched
FROM pair, LATERAL (VALUES ('sanctmatch', sanct_similarity(a, b)), ('pg_trgm', similarity(a, b)),
		('soundex', shared_codes(soundexes(a), soundexes(b))), ('dmetaphone', shared_codes(dmetaphones(a), dmetaphones(b))),
		('levenshtein', 1 - levenshtein(lower(a), lower(b))::real / greatest(length(a), length(b))),
		('jarowinkler', peer.jarowinkler(lower(a), lower(b))::real)) v (engine, similarity)
	JOIN engine USING (engine)
WHERE v.similarity IS NOT NULL;
CREATE INDEX ON score (file, engine);

-- Groups of same names: whole files, foreign orthography apart, a script pair each

CREATE TABLE grp AS
SELECT id, v.name, v.part
FROM (SELECT *, concat_ws(' ', system_a, system_b) ~ 'Latn/[^ ]*(foreign-orth|;[a-z]{2}\M)' AS is_foreign FROM pair) p,
	LATERAL (VALUES
		('whole', CASE file WHEN 'designee_aliases' THEN 'aliases of designees' WHEN 'north_korean_names' THEN 'North Korean names'
			WHEN 'korean_names' THEN 'South Korean names' WHEN 'own_aliases' THEN 'own aliases of designees' END),
		('whole', CASE WHEN is_foreign IS NOT NULL AND file = 'north_korean_names' AND scripts IS NOT NULL THEN
			'North Korean names, ' || CASE WHEN is_foreign THEN 'foreign orthography' ELSE 'without foreign orthography' END END),
		('whole', CASE WHEN scripts = 'Hang~Latn' AND file = 'north_korean_names' THEN 'North Korean names, Hangul-Latin' END),
		('whole', CASE WHEN scripts = 'Hang~Latn' AND file = 'korean_names' THEN 'South Korean names, Hangul-Latin' END),
		('scripts', CASE WHEN NOT is_foreign THEN CASE file WHEN 'north_korean_names' THEN 'North Korean names, ' WHEN 'korean_names' THEN 'South Korean names, ' END || scripts END)
	) v (part, name)
WHERE v.name IS NOT NULL;

-- Measurements to make, with the bar where there is one
CREATE TABLE task (id integer GENERATED ALWAYS AS IDENTITY, name text, against text, share numeric, bar numeric, bar_name text);
INSERT INTO task (name, against, share, bar, bar_name)
SELECT name, against, share, bar, bar_name
FROM (VALUES
	(1, 'aliases of designees', 'different_designees'), (2, 'North Korean names', 'different_designees'),
	(3, 'North Korean names, without foreign orthography', 'different_designees'),
	(4, 'North Korean names, foreign orthography', 'different_designees'), (5, 'South Korean names', 'different_designees'),
	(6, 'North Korean names, Hangul-Latin', 'different_names_hangul_latin'),
	(7, 'South Korean names, Hangul-Latin', 'different_names_hangul_latin'),
	(8, 'aliases of designees', 'different_names_latin'), (9, 'own aliases of designees', 'own_different')) t (place, name, against)
	CROSS JOIN (VALUES (0.001), (0.01), (0.05)) s (share)
	LEFT JOIN (VALUES
		('aliases of designees', 'different_designees', 0.001, 0.99, 'aliases'),
		('North Korean names', 'different_designees', 0.001, 0.99, 'nk all scripts'),
		('South Korean names', 'different_designees', 0.001, 0.99, 'kr all scripts'),
		('North Korean names, Hangul-Latin', 'different_names_hangul_latin', 0.01, 0.96, 'nk minimal'),
		('North Korean names, Hangul-Latin', 'different_names_hangul_latin', 0.05, 0.98, 'nk minimal'),
		('South Korean names, Hangul-Latin', 'different_names_hangul_latin', 0.01, 0.95, 'kr minimal'),
		('South Korean names, Hangul-Latin', 'different_names_hangul_latin', 0.05, 0.97, 'kr minimal')) b (name, against, share, bar, bar_name)
	USING (name, against, share)
WHERE share > 0.001 OR against IN ('different_designees', 'own_different')
ORDER BY place, share;

-- The highest similarity that too many of the different names reach: what is above it is found
CREATE TABLE reached AS
SELECT *, (SELECT min(s.similarity) FROM score s WHERE s.file = against AND s.engine = r.engine AND s.similarity > r.similarity) AS next
FROM (
	SELECT file AS against, engine, share,
		(array_agg(similarity ORDER BY similarity DESC))[floor(share * count(*))::integer + 1] AS similarity
	FROM score, (SELECT DISTINCT share FROM task) s
	WHERE file LIKE '%different%'
	GROUP BY file, engine, share) r;

CREATE TABLE found AS
SELECT task.id, name, against, share, engine, count(*) AS pairs, avg((score.similarity > reached.similarity)::integer) AS found,
	least(min(score.similarity) FILTER (WHERE score.similarity > reached.similarity), min(next)) AS threshold
FROM task JOIN grp USING (name) JOIN score ON score.id = grp.id JOIN reached USING (against, share, engine)
GROUP BY task.id, name, against, share, engine;

CREATE VIEW beside AS
SELECT id, name, against, share, min(pairs) AS pairs,
	max(found) FILTER (WHERE engine = 'sanctmatch') AS ours, max(threshold) FILTER (WHERE engine = 'sanctmatch') AS threshold,
	max(found) FILTER (WHERE engine = 'pg_trgm') AS pg_trgm, max(found) FILTER (WHERE engine = 'soundex') AS soundex,
	max(found) FILTER (WHERE engine = 'dmetaphone') AS dmetaphone, max(found) FILTER (WHERE engine = 'levenshtein') AS levenshtein,
	max(found) FILTER (WHERE engine = 'jarowinkler') AS jarowinkler, max(found) FILTER (WHERE engine <> 'sanctmatch') AS best_peer
FROM found GROUP BY id, name, against, share;

\echo == Share of the same names found when the given share of the different names comes along
SELECT name AS "same names", pairs, against AS "different names", (share * 100)::real || ' %' AS "let in", round(ours, 3) AS sanctmatch,
	round(threshold::numeric, 3) AS "from", round(pg_trgm, 3) AS pg_trgm, round(soundex, 3) AS soundex, round(dmetaphone, 3) AS dmetaphone,
	round(levenshtein, 3) AS levenshtein, round(jarowinkler, 3) AS jarowinkler, round(ours / nullif(best_peer, 0), 2) AS "to best",
	CASE WHEN bar IS NOT NULL THEN bar || CASE WHEN round(ours, 3) >= bar THEN ' reached [' ELSE ' missed [' END || bar_name || ']' END AS bar
FROM beside JOIN task USING (id, name, against, share)
ORDER BY id;

\if :{?shared}
\echo == The same by script pair against different_designees, foreign orthography apart, engine by engine
SELECT name AS "same names", min(pairs) AS pairs, (share * 100)::real || ' %' AS "let in",
	round(max(found) FILTER (WHERE engine = 'sanctmatch'), 3) AS sanctmatch, round(max(found) FILTER (WHERE engine = 'pg_trgm'), 3) AS pg_trgm,
	round(max(found) FILTER (WHERE engine = 'soundex'), 3) AS soundex, round(max(found) FILTER (WHERE engine = 'dmetaphone'), 3) AS dmetaphone,
	round(max(found) FILTER (WHERE engine = 'levenshtein'), 3) AS levenshtein, round(max(found) FILTER (WHERE engine = 'jarowinkler'), 3) AS jarowinkler,
	min(matched) AS "sanctmatch built-in"
FROM (
	SELECT name, share, engine, count(*) AS pairs, avg((score.similarity > reached.similarity)::integer) AS found
	FROM grp JOIN score USING (id) JOIN reached USING (engine)
	WHERE part = 'scripts' AND against = 'different_designees'
	GROUP BY name, share, engine) f
	JOIN (SELECT name, round(avg(matched::integer), 3) AS matched FROM grp JOIN score USING (id)
		WHERE engine = 'sanctmatch' GROUP BY name) m USING (name)
GROUP BY name, share ORDER BY name, share;
\endif

\echo == Share that matches at the threshold built in: of same names (more is better), then of different names (less is better)
WITH share AS (
	SELECT kind, name, engine, count(*) AS n, avg(matched::integer) AS matched
	FROM (SELECT 1 AS kind, name, id FROM grp WHERE part = 'whole' UNION ALL SELECT 2, file, id FROM pair WHERE file LIKE '%different%') g
		JOIN score USING (id)
	GROUP BY kind, name, engine)
SELECT name AS pairs, o.n, round(o.matched, 4) AS sanctmatch, round(t.matched, 4) AS "pg_trgm .3", round(j.matched, 4) AS "jarowinkler .7",
	bar || CASE WHEN (kind = 1 AND o.matched >= bar) OR (kind = 2 AND o.matched <= bar) THEN ' reached' ELSE ' missed' END AS bar
FROM share o
	LEFT JOIN (SELECT name, matched FROM share WHERE engine = 'pg_trgm') t USING (name)
	LEFT JOIN (SELECT name, matched FROM share WHERE engine = 'jarowinkler') j USING (name)
	LEFT JOIN (VALUES ('North Korean names', 0.95), ('South Korean names', 0.98), ('aliases of designees', 0.98), ('different_designees', 0.0005)) b (name, bar) USING (name)
WHERE engine = 'sanctmatch' ORDER BY kind, name;

\echo == Different designees that match
SELECT a, b, round(similarity::numeric, 3) AS similarity FROM pair JOIN score USING (id) WHERE pair.file IN ('different_designees', 'own_different') AND engine = 'sanctmatch' AND matched
ORDER BY similarity DESC, a, b;

\echo == Same names that do not match
SELECT pair.file, a, b, round(similarity::numeric, 3) AS similarity, concat_ws(' ', system_a, system_b) AS spelling FROM pair JOIN score USING (id)
WHERE engine = 'sanctmatch' AND NOT matched AND pair.file IN ('designee_aliases', 'north_korean_names', 'korean_names', 'own_aliases')
ORDER BY pair.file, similarity DESC, a, b;

\if :{?sdn}
\ir accuracy_customers.sql
\ir accuracy_facts.sql
\ir accuracy_calibrate.sql
\ir accuracy_bars.sql
\ir accuracy_fields.sql
\ir accuracy_texts.sql
\ir accuracy_scripts.sql
\if :{?literal}
\ir accuracy_words.sql
\endif
\endif

-- For the README

\pset tuples_only on
\pset format unaligned
\o out/accuracy.md
SELECT line FROM (
	SELECT 0 AS n, 'Same names found | at false alarms on | sanctmatch | pg_trgm | soundex | dmetaphone | levenshtein | jarowinkler' AS line
	UNION ALL SELECT 1, '--- | --- | ---: | ---: | ---: | ---: | ---: | ---:'
	UNION ALL
	SELECT 1 + id, concat_ws(' | ', name || ' (' || pairs || ')', (share * 100)::real || ' % of ' ||
		CASE against WHEN 'different_designees' THEN 'pairs of different designees' WHEN 'own_different' THEN 'pairs of different designees'
			WHEN 'different_names_latin' THEN 'names one letter apart, Latin' ELSE 'names one letter apart' END,
		to_char(ours, 'FM0.00'), to_char(pg_trgm, 'FM0.00'), to_char(soundex, 'FM0.00'), to_char(dmetaphone, 'FM0.00'),
		to_char(levenshtein, 'FM0.00'), coalesce(to_char(jarowinkler, 'FM0.00'), '-'))
	FROM beside
	WHERE name NOT LIKE '%foreign%' AND ((against LIKE '%_designees' AND share < 0.05) OR (against LIKE '%hangul_latin')
		OR (against = 'own_different' AND NOT EXISTS (SELECT FROM pair WHERE file = 'designee_aliases')))) t
ORDER BY n;
\if :{?sdn}
SELECT format(E'\n%s', line) FROM customer_summary;
\endif
\o
