-- Listed names planted in texts, and ordinary texts in which nobody listed is named; read by accuracy.sql
-- A planted name is found if an entry of that name is told where it stands. What has less than 16 bits is not looked for by its
-- words in texts: ordinary words have as many. pg_trgm finds it if the word similarity of the
-- listed name and the text reaches its default of 0.6; its false hits are counted on a sample of what texts begin with.

CREATE TABLE planted AS
WITH form (form, pattern) AS (VALUES
	('as listed, capitals', 'The ministry said on Monday that %s had left the country for talks.'),
	('in brackets', 'Officials named the owner (%s) and three bank accounts.'),
	('before a genitive', 'According to documents seen by reporters, %s''s partner signed.'),
	('in a payment', 'INVOICE 4711 PAYMENT TO %s REF 20220112'))
SELECT row_number() OVER (ORDER BY kind, name, form) AS id, kind, entry_id, name, form, format(pattern, shown) AS content
FROM (SELECT n.entry_id, n.name, CASE WHEN e.type = 'person' AND e.programs::text ~ 'DPRK' AND EXISTS (
			SELECT FROM sanct_readings(n.name)) THEN 'Korean persons'
		WHEN e.type = 'person' THEN 'other persons'
		WHEN sanct_weight(n.name, n.name) < 16 THEN 'one word, or little more'
		WHEN e.type = 'vessel' THEN 'ships' ELSE 'bodies' END AS kind,
		CASE WHEN n.surname IS NOT NULL AND n.given IS NOT NULL THEN n.surname || ' ' || n.given
			WHEN e.type = 'person' THEN regexp_replace(n.name, '^([^,]*), *(.*)$', '\1 \2')
			WHEN e.type = 'vessel' THEN 'the vessel ' || n.name ELSE n.name END AS shown
	FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id
	WHERE NOT n.weak AND n.script = 'Latn' AND n.name ~ ' ' AND (e.type <> 'person' OR n.name ~ ',')
		AND hashint8(n.id) % CASE WHEN e.programs::text ~ 'DPRK' THEN 2 ELSE 60 END = 0) p, form;

CREATE TABLE told AS SELECT p.id, bool_or(f.entry_id IS NOT NULL) AS found
FROM planted p LEFT JOIN LATERAL (SELECT f.entry_id FROM sanct_find(p.content) f
	WHERE f.similarity > 0 AND (f.entry_id = p.entry_id OR f.matched_name %~ p.name)) f ON true GROUP BY p.id;

\echo == Listed names in texts: share of planted names that are found
SELECT kind, form, count(*) AS planted, round(avg(found::int), 3) AS sanctmatch,
	round(avg((word_similarity(name, content) >= 0.6)::int), 3) AS "pg_trgm",
	CASE kind WHEN 'Korean persons' THEN '0.95' WHEN 'other persons' THEN '0.98' WHEN 'bodies' THEN '0.88'
		WHEN 'ships' THEN '0.94' END AS bar
FROM planted JOIN told USING (id) GROUP BY kind, form ORDER BY kind, form;

CREATE TABLE ordinary (id integer GENERATED ALWAYS AS IDENTITY, language text, content text);
\copy ordinary (language, content) FROM PROGRAM 'test/corpora'

CREATE TABLE ordinary_hit AS SELECT o.id, f.start, f.matched_text, f.matched_name, f.similarity
FROM ordinary o, LATERAL sanct_find(o.content) f;

\echo == Hits in ordinary texts, in which nobody listed is named, per 10,000 words (what blanks part)
WITH begun AS MATERIALIZED (
	SELECT id, language, left(content, 600) AS content FROM ordinary WHERE id % 40 = 0),
sampled AS MATERIALIZED (
	SELECT name FROM sanct_name WHERE id % 100 = 0),
peer AS (
	SELECT language, 10000.0 * 100 * sum((SELECT count(*) FROM sampled n WHERE word_similarity(n.name, content) >= 0.6)) /
		sum(cardinality(regexp_split_to_array(btrim(content), '\s+'))) AS hits FROM begun GROUP BY language)
SELECT language, count(*) AS texts, sum(words) AS words, sum(hits) AS hits, round(10000.0 * sum(hits) / sum(words), 3) AS "per 10,000",
	(SELECT round(p.hits, 1) FROM peer p WHERE p.language = o.language) AS "pg_trgm, sample", '0.15' AS bar
FROM (SELECT id, language, cardinality(regexp_split_to_array(btrim(content), '\s+')) AS words,
		(SELECT count(DISTINCT h.start) FROM ordinary_hit h WHERE h.id = ordinary.id) AS hits FROM ordinary) o
GROUP BY language ORDER BY language;

\echo == What was found there
SELECT language, matched_text, matched_name, similarity::numeric FROM ordinary_hit JOIN ordinary USING (id) ORDER BY 1, 2, 3 LIMIT 50;

-- Names of North Koreans in their own and in others' scripts, in sentences of that script, against a list of their Latin names
BEGIN;
CREATE TABLE figure AS
SELECT row_number() OVER (ORDER BY latin, name) AS id, latin, name, script
FROM (SELECT DISTINCT CASE WHEN a ~ '[A-Za-z]' THEN a ELSE b END AS latin, CASE WHEN a ~ '[A-Za-z]' THEN b ELSE a END AS name,
		CASE WHEN a || b ~ '[가-힣]' THEN 'Hangul' WHEN a || b ~ '[а-яё]' THEN 'Cyrillic' ELSE 'Hanja' END AS script
	FROM pair WHERE file = 'north_korean_names' AND (a || b) ~ '[A-Za-z]' AND (a || b) ~ '[가-힣а-яё一-龥]') f;
CREATE TABLE figure_list AS SELECT row_number() OVER (ORDER BY latin) AS id, latin AS name, 'person' AS kind FROM (SELECT DISTINCT latin FROM figure) f;
SELECT count(sanct_import_table('figure_list', 'figures', type_column => 'kind')) AS imported FROM figure_list LIMIT 1 \gset
CREATE TABLE figure_told AS
WITH form (script, pattern) AS (VALUES
	('Hangul', '%s 위원장은 30일 평양에서 열린 회의에 참석했다.'), ('Hangul', '정부는 %s이 대표를 맡은 회사를 제재 대상에 올렸다.'),
	('Hangul', '그 회의에서 %s은 수출을 늘리라고 말했다.'), ('Hanja', '朝鮮代表%s日前抵達北京。'), ('Hanja', '根據報導，%s與代表團會面。'),
	('Hanja', '外務省によると%s氏は北京を訪問した。'), ('Cyrillic', 'Министр встретился с %s в Москве.'), ('Cyrillic', 'По словам %s, переговоры продолжатся.'),
	('Cyrillic', 'Делегацию возглавил %s.'))
SELECT f.id, f.script, f.latin, f.name, format(pattern, f.name) AS content,
	EXISTS (SELECT FROM sanct_find(format(pattern, f.name), lists => '{figures}') t WHERE t.matched_name = f.latin OR t.matched_name %~ f.name) AS found,
	word_similarity(f.latin, format(pattern, f.name)) >= 0.6 AS trgm
FROM figure f JOIN form USING (script);

\echo == Names of North Koreans in sentences of other scripts: share that is found
SELECT script, count(DISTINCT id) AS names, count(*) AS planted, round(avg(found::int), 3) AS sanctmatch, round(avg(trgm::int), 3) AS "pg_trgm",
	CASE script WHEN 'Hanja' THEN '0.93' ELSE '0.97' END AS bar
FROM figure_told GROUP BY script ORDER BY script;

\echo == Of these the first that are not found
SELECT script, latin, content FROM figure_told WHERE NOT found ORDER BY script, id, content LIMIT 20;
ROLLBACK;
