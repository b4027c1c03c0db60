-- a search of a GIN index returns what a sequential scan returns, for names of every kind and at every threshold
SET jit = off;
SET client_min_messages = warning;
-- the indexes of a plan, and what it asks of them
CREATE FUNCTION plan(query text) RETURNS TABLE (by_index text, condition text) LANGUAGE plpgsql AS $$
DECLARE
	whole jsonb;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO whole;
	RETURN QUERY SELECT node ->> 'Index Name', coalesce(node ->> 'Index Cond', node ->> 'Filter')
		FROM jsonb_path_query(whole, 'strict $.** ? (exists (@."Index Name") || exists (@."Filter"))') node;
END
$$;
CREATE TABLE part (kind text PRIMARY KEY, words text[]);
INSERT INTO part SELECT kind, string_to_array(words, '|') FROM (VALUES
	('s', 'KIM|RI|Lee|PAK|Park|CHOE|Choi|JONG|KANG|JO|O|김|리|최'), ('g', 'Jong|Chol|Yong|Myong|Gwang|Ch''o''l|Su|Hyok|Ho|Nam|Il|Un|Eun|Suk|J'),
	('sc', 'Ким|Ли|Пак|Чхве|Цой|Хван'), ('gc', 'Чон|Чен|Ён|Чхоль|Хо|Ын|Ир|Нам'), ('sh', '金|李|朴|崔|南宮'), ('gh', '正|英|哲|浩|恩|南|龙|龍'),
	('p', 'Muhammad|Mohamed|Ivan|Iwan|Sergei|Sergey|Hasan|Hassan|Abdul Rahman|Abdulrahman|Elena|José|Jose|A|M.|S'),
	('f', 'Ivanov|Petrov|Petroff|Ivanova|al-Rashid|Rashed|Kovalenko|Kowalenko|Garcia|Garsia|Haddad|Nikolayenko|Husseini|Hosseini'),
	('t', 'Ivanovich|Sergeevich|Sergeyevna|Ivanovna'), ('o', 'Ocean|Star|General|Trading|Shipping|Korea|Kwangson|Rason|Naenara|Bank|5|12|II|Kumgang|Kumkang'),
	('l', 'Ltd|LLC|Co.|GmbH|Corporation'), ('a', 'محمد|حسن|عبد|الرحمن|الرشيد|احمد|علي'), ('d', 'राहुल|शर्मा|कुमार')) v (kind, words);
SELECT setseed(0.5);
CREATE FUNCTION pick(k text) RETURNS text LANGUAGE sql VOLATILE AS
	'SELECT words[1 + floor(random() * cardinality(words))::int] FROM part WHERE kind = k';
CREATE FUNCTION random_name() RETURNS text LANGUAGE sql VOLATILE AS
$$
SELECT CASE (random() * 15)::int
	WHEN 0 THEN pick('s') || ' ' || pick('g') || ' ' || pick('g')
	WHEN 1 THEN pick('g') || '-' || lower(pick('g')) || ' ' || pick('s')
	WHEN 2 THEN pick('sc') || ' ' || pick('gc') || ' ' || pick('gc')
	WHEN 3 THEN pick('sh') || pick('gh') || pick('gh')
	WHEN 4 THEN pick('s') || ' ' || pick('g') || ' ' || pick('g') || ' (' || pick('sh') || pick('gh') || pick('gh') || ')'
	WHEN 5 THEN pick('f') || ', ' || pick('p') || ' ' || pick('t')
	WHEN 6 THEN pick('p') || ' ' || pick('p') || ' ' || pick('f')
	WHEN 7 THEN pick('o') || ' ' || pick('o') || ' ' || pick('l')
	WHEN 8 THEN pick('o') || ' ' || pick('o') || ' ' || pick('o') || ' ' || pick('o') || ' ' || pick('l')
	WHEN 9 THEN 'MV ' || pick('o') || ' ' || pick('o')
	WHEN 10 THEN pick('a') || ' ' || pick('a') || ' ' || pick('a')
	WHEN 11 THEN pick('d') || ' ' || pick('d')
	WHEN 12 THEN pick('p') || ' ' || pick('f') || ' / ' || pick('s') || ' ' || pick('g') || ' ' || pick('g')
	WHEN 13 THEN pick('p') || ' ' || pick('p') || ' ' || pick('p') || ' ' || pick('f') || ' ' || pick('f') || ' ' || pick('o')
	WHEN 14 THEN pick('f')
	ELSE pick('p') || ' ' || pick('f') END
$$;
CREATE TABLE t (id int, name text, short varchar(80), reading sanct_reading) WITH (autovacuum_enabled = off);
INSERT INTO t SELECT i, n, n, sanct_read(n) FROM (SELECT i, CASE WHEN i % 50 > 3 THEN random_name() WHEN i % 50 > 2 THEN '' WHEN i % 50 > 1 THEN '?!' END AS n
	FROM generate_series(1, 200) i) r;
INSERT INTO t SELECT 1000 + i, n, NULL, sanct_read(n) FROM (SELECT i, string_agg(pick('p') || i * 0, ' ') AS n FROM generate_series(1, 20) i, generate_series(1, 12) k GROUP BY i) r;
CREATE TABLE q (id int, name text, threshold real);
INSERT INTO q SELECT i, random_name(), CASE i % 3 WHEN 0 THEN random() WHEN 1 THEN 0.4 + random() * 0.6 ELSE 0.67 END FROM generate_series(1, 1000) i;
-- built and grown by inserts, that lie in the list of what is pending and that do not; thresholds below and above the option
CREATE INDEX t_name ON t USING gin (name sanct_gin_ops (threshold = 0.5));
CREATE INDEX t_reading ON t USING gin (reading) WITH (fastupdate = off);
INSERT INTO t SELECT i, n, n, sanct_read(n) FROM (SELECT i, random_name() AS n FROM generate_series(301, 400) i) r;
CREATE VIEW found AS SELECT q.id AS q, h.id AS t FROM q, LATERAL (SELECT id FROM t WHERE name %~ sanct_query(q.name, q.threshold) OFFSET 0) h;
CREATE VIEW found_readings AS SELECT q.id AS q, h.id AS t FROM q, LATERAL (SELECT id FROM t WHERE reading %~ sanct_query(q.name, q.threshold) OFFSET 0) h;
SET enable_seqscan = off;
SELECT by_index, condition FROM plan('SELECT * FROM found');
SELECT by_index, condition FROM plan('SELECT * FROM found_readings');
CREATE TABLE by_index AS TABLE found;
CREATE TABLE by_reading AS TABLE found_readings;
RESET enable_seqscan;
SET enable_bitmapscan = off;
CREATE TABLE by_scan AS TABLE found;
RESET enable_bitmapscan;
SELECT count(*) > 500 AS enough, count(DISTINCT t) > 200 AS of_many FROM by_scan;
SELECT count(*) AS only_by_scan FROM (TABLE by_scan EXCEPT ALL TABLE by_index) d;
SELECT count(*) AS only_by_index FROM (TABLE by_index EXCEPT ALL TABLE by_scan) d;
SELECT count(*) AS only_by_scan FROM (TABLE by_scan EXCEPT ALL TABLE by_reading) d;
SELECT count(*) AS only_by_reading FROM (TABLE by_reading EXCEPT ALL TABLE by_scan) d;
SELECT gin_clean_pending_list('t_name') > 0 AS some_were_pending;
SELECT sanct_index_check('t_name'), sanct_index_check('t_reading');

-- every form of the operator, and the functions that stand for it
SET enable_seqscan = off;
SELECT by_index, condition FROM unnest(ARRAY['name %~ ''Ivan Petrov''', 'sanct_match(''Ivan Petrov'', name)', 'sanct_matches(name, ''Ivan Petrov'', 0.8)',
	'reading %~ ''Ivan Petrov''', 'reading %~ ''Ivan Petrov''::varchar', 'reading %~ sanct_read(''x'')', 'sanct_query(''x'', 0.7) %~ reading', 'name %~ NULL']) c,
	plan('SELECT FROM t WHERE ' || c);
CREATE INDEX t_short ON t USING gin (short sanct_gin_ops);
SELECT count(*) > 0 AS found FROM t WHERE short %~ 'Ivan Petrov';
SELECT count(*) FROM t WHERE name %~ '' OR name %~ '?!' OR name %~ sanct_query('', 0);
-- one that knows no key is not asked where all rows may as well be looked at
RESET enable_seqscan;
INSERT INTO t SELECT i + 2000, random_name() FROM generate_series(1, 6000) i;
VACUUM ANALYZE t;
SELECT by_index, condition FROM unnest(ARRAY[0.5, 0.49]) f, plan(format('SELECT FROM t WHERE name %%~ sanct_query(''Zorba Kalmykov'', %s)', f));
-- workers
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET enable_seqscan = off;
SELECT count(*) = (SELECT count(*) FROM t WHERE name || '' %~ 'Ivan Petrov') AS same FROM t WHERE name %~ 'Ivan Petrov';
SET enable_seqscan = on;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;

-- what an index may be: several columns, an expression, some rows; and may not
CREATE INDEX t_several ON t USING gin (short sanct_gin_ops (threshold = 0.9), reading, upper(name) sanct_gin_ops) WHERE id % 2 = 0;
SELECT sanct_index_check('t_several');
SET enable_seqscan = off;
SELECT count(*) = (SELECT count(*) FROM t WHERE id % 2 = 0 AND name || '' %~ 'IVAN PETROV') AS same FROM t WHERE id % 2 = 0 AND upper(name) %~ 'IVAN PETROV';
RESET enable_seqscan;
CREATE INDEX ON t USING gin (name sanct_gin_ops (threshold = 0.2));
CREATE INDEX ON t USING gin (name sanct_gin_ops (threshold = 1.1));
CREATE INDEX ON t USING gin (name sanct_gin_ops (siglen = 64));
SELECT FROM t ORDER BY name <~> 'x' LIMIT 0;

-- a row that has been put into the index by another name, and one after a vacuum, which is none
CREATE FUNCTION turned(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN CASE current_setting(''test.turn'', true) WHEN ''on'' THEN ''Ri Su Il'' ELSE name END; END';
CREATE TABLE wrong AS SELECT 'Kim Chol Su' AS name;
CREATE INDEX wrong_name ON wrong USING gin (turned(name) sanct_gin_ops);
SELECT sanct_index_check('wrong_name');
SET test.turn = 'on';
SELECT sanct_index_check('wrong_name');
RESET test.turn;
CREATE INDEX wrong_trigrams ON wrong USING gin (to_tsvector('simple', name));
SELECT sanct_index_check('wrong_trigrams');
DELETE FROM t WHERE id % 3 = 0;
VACUUM t;
SELECT sanct_index_check('t_name');
SELECT what FROM sanct_status() WHERE subject LIKE 'index%';

-- rows whose names another version of Unicode has read: told of once, found all the same, named by sanct_status until it is made anew
CREATE CAST (bytea AS sanct_reading) WITHOUT FUNCTION;
CREATE CAST (sanct_reading AS bytea) WITHOUT FUNCTION;
CREATE TABLE older AS SELECT sanct_read('Ivan Petrov') AS reading;
CREATE INDEX older_reading ON older USING gin (reading);
SELECT what FROM sanct_status() WHERE subject LIKE 'index%';
SET client_min_messages = error;
UPDATE older SET reading = set_byte(reading::bytea, 3, get_byte(reading::bytea, 3) + 1)::sanct_reading;
SET enable_seqscan = off;
SET client_min_messages = warning;
\set VERBOSITY terse
SELECT count(*) FROM older WHERE reading %~ 'Iwan Petroff';
SELECT count(*) FROM older WHERE reading %~ 'Iwan Petroff';
\set VERBOSITY default
SELECT subject, severity, regexp_replace(what, '[0-9.]+', 'V') AS what, what_to_do FROM sanct_status() WHERE subject LIKE 'index%';
UPDATE older SET reading = sanct_read(reading::text);
SELECT sanct_index_check('older_reading');
REINDEX INDEX older_reading;
SELECT what FROM sanct_status() WHERE subject LIKE 'index%';
DROP CAST (bytea AS sanct_reading);
DROP CAST (sanct_reading AS bytea);
DROP TABLE older;
DROP VIEW found, found_readings;
DROP TABLE part, t, q, by_index, by_reading, by_scan, wrong;
DROP FUNCTION random_name(), pick(text), turned(text), plan(text);
