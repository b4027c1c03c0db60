-- How well spellings of one name are told from other names, beside pg_trgm on the same pairs: make accuracy
-- A file of same names is measured against a file of different ones, at the similarity that lets a given share of the
-- different pairs through; the built-in threshold of %~ stands beside it.
\set ON_ERROR_STOP on
\pset pager off
\pset footer off

CREATE EXTENSION sanctmatch;
CREATE EXTENSION pg_trgm;

CREATE TABLE pair (file text, a text, b text);
CREATE TABLE loaded (a text, b text);

\copy loaded FROM PROGRAM 'tail -n +2 "$PAIRS/designee_aliases.tsv" | cut -f 1,2'
INSERT INTO pair SELECT 'designee_aliases', * FROM loaded;
TRUNCATE loaded;
\copy loaded FROM PROGRAM 'tail -n +2 "$PAIRS/north_korean_names.tsv" | cut -f 1,2'
INSERT INTO pair SELECT 'north_korean_names', * FROM loaded;
TRUNCATE loaded;
\copy loaded FROM PROGRAM 'tail -n +2 "$PAIRS/korean_names.tsv" | cut -f 1,2'
INSERT INTO pair SELECT 'korean_names', * FROM loaded;
TRUNCATE loaded;
\copy loaded FROM PROGRAM 'tail -n +2 "$PAIRS/different_designees.tsv" | cut -f 1,2'
INSERT INTO pair SELECT 'different_designees', * FROM loaded;
TRUNCATE loaded;
\copy loaded FROM PROGRAM 'tail -n +2 "$PAIRS/different_names_hangul_latin.tsv" | cut -f 1,2'
INSERT INTO pair SELECT 'different_names_hangul_latin', * FROM loaded;
TRUNCATE loaded;
\copy loaded FROM PROGRAM 'tail -n +2 "$PAIRS/different_names_latin.tsv" | cut -f 1,2'
INSERT INTO pair SELECT 'different_names_latin', * FROM loaded;

CREATE TABLE score AS
SELECT file, engine, similarity, matched
FROM pair, LATERAL (VALUES ('sanctmatch', sanct_similarity(a, b), a %~ b), ('pg_trgm', similarity(a, b), a % b))
	v (engine, similarity, matched);

\echo == Share of the pairs of each file that match at the built-in threshold
SELECT file, count(*) AS pairs, round(avg(matched::integer), 4) AS matched
FROM score WHERE engine = 'sanctmatch'
GROUP BY file ORDER BY file;

\echo == Share of the same names found when the given share of the different names comes along
SELECT same.file AS same_names, different.file AS different_names, share AS let_through, engine,
	round(limit_at::numeric, 3) AS above, round(avg((similarity > limit_at)::integer), 3) AS found
FROM (VALUES ('designee_aliases', 'different_designees', 0.001), ('designee_aliases', 'different_designees', 0.01),
		('north_korean_names', 'different_designees', 0.001), ('north_korean_names', 'different_designees', 0.01),
		('korean_names', 'different_names_hangul_latin', 0.01), ('korean_names', 'different_names_hangul_latin', 0.05))
		task (same_file, different_file, share)
	CROSS JOIN LATERAL (
		SELECT file, engine, percentile_disc(1 - share) WITHIN GROUP (ORDER BY similarity) AS limit_at
		FROM score WHERE file = different_file GROUP BY file, engine) different
	JOIN score same USING (engine)
WHERE same.file = same_file
GROUP BY same.file, different.file, share, engine, limit_at
ORDER BY same.file, different.file, share, engine DESC;
