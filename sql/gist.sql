-- an index scan returns what a sequential scan returns, for names of every kind
SET jit = off;
\getenv abs_srcdir PG_ABS_SRCDIR
\set plan :abs_srcdir '/test/plan.sql'
\i :plan
SELECT amvalidate(oid) FROM pg_opclass WHERE opcname LIKE 'sanct%' ORDER BY opcname;
CREATE TABLE part (kind text, word text);
INSERT INTO part SELECT 's', unnest(string_to_array('KIM|RI|Lee|PAK|Park|CHOE|Choi|JONG|Chung|KANG|JO|Cho|O|PYON|SIM|HAN|김|리|최', '|'));
INSERT INTO part SELECT 'g', unnest(string_to_array('Jong|Chol|Yong|Myong|Kwang|Gwang|Ch''o''l|Su|Hak|Hyok|Ho|Hyon|Song|Sung|Nam|Il|Un|Eun|Hae|Suk|J', '|'));
INSERT INTO part SELECT 'w', unnest(string_to_array('Trading|Korea|General|Corporation|Ocean|Star|Bank|Ltd|Ivan|Ivanov|Petrov|Muhammad|Hasan|Ali|5|II|Shipping|Ivanova', '|'));
INSERT INTO part SELECT 'sc', unnest(string_to_array('Ким|Ли|Пак|Чхве|Цой|Кім|Хван', '|'));
INSERT INTO part SELECT 'gc', unnest(string_to_array('Чон|Чен|Ён|Йон|Чхоль|Хо|Ын|Ир|Нам|Сон', '|'));
INSERT INTO part SELECT 'sk', unnest(string_to_array('キム|リ|パク|チェ|ﾁｪ', '|'));
INSERT INTO part SELECT 'gk', unnest(string_to_array('ジョン|ヨン|チョル|ホ|ウン|ナム|ソン', '|'));
INSERT INTO part SELECT 'sh', unnest(string_to_array('金|李|朴|崔|南宮', '|'));
INSERT INTO part SELECT 'gh', unnest(string_to_array('正|英|哲|浩|恩|南|成|龙|龍', '|'));
SELECT setseed(0.5);
CREATE FUNCTION pick(k text) RETURNS text LANGUAGE sql VOLATILE AS
	'SELECT word FROM part WHERE kind = k ORDER BY random() LIMIT 1';
CREATE FUNCTION random_name() RETURNS text LANGUAGE sql VOLATILE AS
$$
SELECT CASE (random() * 9)::int
	WHEN 0 THEN pick('w') || ' ' || pick('w') || ' ' || pick('w')
	WHEN 1 THEN pick('w') || ', ' || pick('w')
	WHEN 2 THEN pick('s') || ' ' || pick('g')
	WHEN 3 THEN pick('g') || '-' || lower(pick('g')) || ' ' || pick('s')
	WHEN 4 THEN pick('sc') || ' ' || pick('gc') || ' ' || pick('gc')
	WHEN 5 THEN pick('sk') || '・' || pick('gk') || pick('gk')
	WHEN 6 THEN pick('sh') || pick('gh') || pick('gh')
	WHEN 7 THEN pick('s') || ' ' || pick('g') || ' ' || pick('g') || ' (' || pick('sh') || pick('gh') || pick('gh') || ')'
	ELSE pick('s') || ' ' || pick('g') || ' ' || pick('g') END
$$;
CREATE TABLE t (id int, name text);
INSERT INTO t SELECT i, random_name() FROM generate_series(1, 200) i;
CREATE TABLE q (id int, name text, threshold real);
INSERT INTO q SELECT i, random_name(), random() FROM generate_series(1, 10000) i;
CREATE INDEX ON t USING gist (name sanct_gist_ops);
INSERT INTO t SELECT i, random_name() FROM generate_series(201, 300) i;
SET enable_seqscan = off;
SELECT * FROM pg_temp.plan($$SELECT id FROM t WHERE name %~ 'Kim Jong Un'$$);
CREATE TABLE by_index AS
	SELECT q.id AS q, h.id AS t FROM q, LATERAL (SELECT id FROM t WHERE name %~ sanct_query(q.name, q.threshold) OFFSET 0) h;
CREATE TABLE nearest_by_index AS
	SELECT q.id AS q, h.d FROM q, LATERAL (SELECT name <~> q.name AS d FROM t ORDER BY name <~> q.name LIMIT 3) h
	WHERE q.id <= 300;
RESET enable_seqscan;
SET enable_indexscan = off;
SET enable_bitmapscan = off;
CREATE TABLE by_scan AS
	SELECT q.id AS q, h.id AS t FROM q, LATERAL (SELECT id FROM t WHERE name %~ sanct_query(q.name, q.threshold) OFFSET 0) h;
CREATE TABLE nearest_by_scan AS
	SELECT q.id AS q, h.d FROM q, LATERAL (SELECT name <~> q.name AS d FROM t ORDER BY name <~> q.name LIMIT 3) h
	WHERE q.id <= 300;
SELECT count(*) > 1000 AS enough FROM by_scan;
SELECT count(*) AS only_by_scan FROM (TABLE by_scan EXCEPT ALL TABLE by_index) d;
SELECT count(*) AS only_by_index FROM (TABLE by_index EXCEPT ALL TABLE by_scan) d;
SELECT count(*) AS nearest_differ FROM (TABLE nearest_by_scan EXCEPT ALL TABLE nearest_by_index) d;
DROP TABLE part, t, q, by_index, by_scan, nearest_by_index, nearest_by_scan;
DROP FUNCTION random_name(), pick(text);

-- a sorted build fills its pages: without care its splits of several full pages leave a third of them empty
CREATE TABLE filled AS
SELECT s || ' ' || g || '-' || lower(h) AS name
FROM unnest(ARRAY['Kim', 'Ri', 'Pak', 'Choe', 'Jong', 'Kang', 'Jo', 'O', 'Pyon', 'Sim']) s,
	unnest(ARRAY['Chol', 'Yong', 'Su', 'Hak', 'Hyok', 'Ho', 'Hyon', 'Song', 'Nam', 'Il', 'Un', 'Hae', 'Kwang', 'Myong', 'Ryong', 'Jin', 'Kuk', 'Gun', 'Sok', 'Chun']) g,
	unnest(ARRAY['Chol', 'Yong', 'Su', 'Hak', 'Hyok', 'Ho', 'Hyon', 'Song', 'Nam', 'Il', 'Un', 'Hae', 'Kwang', 'Myong', 'Ryong', 'Jin', 'Kuk', 'Gun', 'Sok', 'Chun']) h;
CREATE INDEX filled_sorted ON filled USING gist (name sanct_gist_ops);
-- bytes of the keys, each with its tuple header and line pointer; inner pages come on top of them
SELECT pg_relation_size('filled_sorted') < 1.2 * sum((8 + 1 + pg_column_size(sanct_read(name)) - 6 - octet_length(name) + 7) / 8 * 8 + 4) AS is_filled
FROM filled;
DROP TABLE filled;

-- several names in one index, and what else is there: inner nodes hold a key of each and must not outgrow their page
CREATE FUNCTION words(n int, salt text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$
SELECT string_agg(translate(left(md5(n || salt || i), 9), '0123456789', 'aeioukrstn'), ' ') || CASE n % 3 WHEN 0 THEN ' Kim Jong Un' ELSE '' END
FROM generate_series(1, 6) i
$$;
CREATE TABLE pair (id int, a text, b text, r int4range, wide text);
CREATE INDEX ON pair USING gist (a sanct_gist_ops, b sanct_gist_ops);
INSERT INTO pair SELECT i, words(i, 'a'), words(i, 'b'), int4range(i, i + 5), repeat(md5(i::text), i % 100) FROM generate_series(1, 1500) i;
RESET enable_indexscan;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
CREATE VIEW found AS
SELECT count(*) FILTER (WHERE p.b %~ words(i, 'b')) AS both_names, count(*) AS one_name
FROM generate_series(1, 1500, 10) i, pair p WHERE p.a %~ words(i, 'a');
TABLE found;
REINDEX TABLE pair;
TABLE found;
DROP INDEX pair_a_b_idx;
CREATE INDEX ON pair USING gist (b sanct_gist_ops, a sanct_gist_ops) WITH (buffering = on);
TABLE found;
DROP INDEX pair_b_a_idx;
CREATE INDEX ON pair USING gist (r, b sanct_gist_ops, (a || ' ' || b) sanct_gist_ops, a sanct_gist_ops) INCLUDE (wide);
INSERT INTO pair SELECT i, words(i, 'c'), words(i, 'd'), int4range(i, i + 5), repeat(md5(i::text), i % 100) FROM generate_series(1, 1500) i;
TABLE found;
DROP VIEW found;
DROP TABLE pair;
CREATE TABLE many (a text, b text, c text, d text, e text);
CREATE INDEX ON many USING gist (a sanct_gist_ops, b sanct_gist_ops, c sanct_gist_ops, d sanct_gist_ops);
INSERT INTO many SELECT words(i, 'a'), words(i, 'b'), words(i, 'c'), words(i, 'd'), words(i, 'e') FROM generate_series(1, 500) i;
SELECT count(*) FROM many WHERE d %~ words(77, 'd');
CREATE INDEX ON many USING gist (a sanct_gist_ops, b sanct_gist_ops, c sanct_gist_ops, d sanct_gist_ops, e sanct_gist_ops);
DROP TABLE many;
DROP FUNCTION words(int, text);
RESET enable_seqscan;
RESET enable_bitmapscan;
