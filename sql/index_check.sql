-- sanct_index_check passes indexes that are sound, however they came about and whatever else they hold
SET client_min_messages = warning;
CREATE FUNCTION some_name(i int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$
SELECT CASE i % 8
	WHEN 0 THEN initcap(translate(left(md5(i::text), 7), '0123456789', 'aeioukrstn')) || ' ' || (ARRAY['Trading', 'Ltd', 'Shipping Company', 'Kim'])[1 + i / 8 % 4]
	WHEN 1 THEN (ARRAY['Ким', 'Ли', 'Пак'])[1 + i % 3] || ' ' || (ARRAY['Чен Ын', 'Ён Хо', 'Нам Ир'])[1 + i / 3 % 3]
	WHEN 2 THEN (ARRAY['Kim', 'Ri'])[1 + i % 2] || ' J.'
	WHEN 3 THEN (ARRAY[NULL, '', '?!', '123', 'Kim Jong Un'])[1 + i / 8 % 5]
	ELSE (ARRAY['Kim', 'Ri', 'Pak', 'Choe', 'O'])[1 + i % 5] || ' ' || (ARRAY['Chol', 'Yong', 'Su', 'Hak', 'Hyok', 'Ho', 'Hyon'])[1 + i % 7]
		|| ' ' || (ARRAY['Song', 'Nam', 'Il', 'Un', 'Hae', 'Kwang', 'Min', 'Gyong', 'Sok', 'Ryol', 'Jin'])[1 + i % 11] END
$$;
CREATE TABLE t (id int, name text, other varchar(60), reading sanct_reading, span int4range);
INSERT INTO t SELECT i, some_name(i), some_name(i + 5000), sanct_read(some_name(i)), int4range(i, i + 3) FROM generate_series(1, 3000) i;

-- built and grown by inserts, of texts and of readings, in any place of an index, of an expression, of some of the rows
CREATE INDEX built ON t USING gist (name sanct_gist_ops);
CREATE INDEX buffered ON t USING gist (name sanct_gist_ops) WITH (buffering = on);
CREATE INDEX by_reading ON t USING gist (reading) INCLUDE (id);
CREATE INDEX several ON t USING gist (span, other sanct_gist_ops, (name || ' ' || other) sanct_gist_ops, name sanct_gist_ops) INCLUDE (id);
CREATE INDEX thirds ON t USING gist (upper(name) sanct_gist_ops) WHERE id % 3 = 0;
CREATE TABLE grown (name text);
CREATE INDEX grown_name ON grown USING gist (name sanct_gist_ops);
SELECT sanct_index_check('grown_name');
INSERT INTO grown SELECT name FROM t;
CREATE VIEW checked AS SELECT relname, sanct_index_check(indexrelid)
FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE indrelid IN ('t'::regclass, 'grown'::regclass) ORDER BY relname COLLATE "C";
TABLE checked;

-- after deletes, before and after their vacuum; after updates, HOT and not; in a transaction that has written itself
DELETE FROM t WHERE id % 2 = 0;
DELETE FROM grown WHERE name %~ 'Kim Jong Un' OR name IS NULL;
TABLE checked;
VACUUM t, grown;
TABLE checked;
INSERT INTO t SELECT i, some_name(i), some_name(i), sanct_read(some_name(i)), int4range(i, i + 3) FROM generate_series(3001, 3700) i;
CREATE TABLE hot (id int, name text) WITH (fillfactor = 50);
INSERT INTO hot SELECT i, some_name(i) FROM generate_series(1, 500) i;
CREATE INDEX hot_name ON hot USING gist (name sanct_gist_ops);
UPDATE hot SET id = id + 1;
UPDATE hot SET id = id + 1;
SELECT sanct_index_check('hot_name');
BEGIN;
UPDATE hot SET id = id + 1;
CREATE INDEX hot_again ON hot USING gist (name sanct_gist_ops);
UPDATE hot SET name = name || ' bis' WHERE id % 10 = 0;
SELECT sanct_index_check('hot_name'), sanct_index_check('hot_again');
COMMIT;
TABLE checked;
REINDEX TABLE t;
TABLE checked;
-- one name many times is searched for once
INSERT INTO grown SELECT 'Ri Yong Ho' FROM generate_series(1, 5000);
SELECT sanct_index_check('grown_name');
BEGIN READ ONLY;
SELECT sanct_index_check('grown_name');
COMMIT;

-- a row that was not put into the index: what it holds is not what the table holds
CREATE FUNCTION turned(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN CASE current_setting(''test.turn'', true) WHEN ''on'' THEN ''Ri Su Il'' ELSE name END; END';
CREATE TABLE wrong AS SELECT 'Kim Chol Su' AS name;
CREATE INDEX wrong_name ON wrong USING gist (turned(name) sanct_gist_ops);
SELECT sanct_index_check('wrong_name');
SET test.turn = 'on';
DO $$
DECLARE
	detail text;
	hint text;
BEGIN
	PERFORM sanct_index_check('wrong_name');
EXCEPTION WHEN index_corrupted THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	RAISE WARNING '% % %', SQLERRM, detail, hint;
END $$;
RESET test.turn;

-- what is no index of names is refused
CREATE TABLE parts (name text) PARTITION BY RANGE (name);
CREATE TABLE part PARTITION OF parts DEFAULT;
CREATE INDEX parts_name ON parts USING gist (name sanct_gist_ops);
CREATE INDEX t_id ON t (id);
CREATE INDEX t_span ON t USING gist (span);
SELECT sanct_index_check('parts_name');
SELECT sanct_index_check('part_name_idx');
SELECT sanct_index_check('t_id');
SELECT sanct_index_check('t_span');
SELECT sanct_index_check('t');
SELECT sanct_index_check(1::regclass);
SELECT sanct_index_check(NULL);
BEGIN ISOLATION LEVEL REPEATABLE READ;
UPDATE hot SET id = id + 1;
CREATE INDEX hot_newer ON hot USING gist (name sanct_gist_ops);
SELECT sanct_index_check('hot_name');
SELECT sanct_index_check('hot_newer');
ROLLBACK;

-- who may read all of the table may check; expressions run as its owner, whoever calls
DROP ROLE IF EXISTS regress_sanct_keeper, regress_sanct_reader;
CREATE ROLE regress_sanct_keeper;
CREATE ROLE regress_sanct_reader;
CREATE FUNCTION kept(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	IF current_user <> 'regress_sanct_keeper' THEN
		RAISE 'called as %', current_user;
	END IF;
	RETURN name;
END $$;
CREATE TABLE safe AS SELECT name FROM t WHERE id < 100;
ALTER TABLE safe OWNER TO regress_sanct_keeper;
CREATE INDEX safe_name ON safe USING gist (kept(name) sanct_gist_ops) WHERE kept(name) <> 'x';
SELECT sanct_index_check('safe_name');
SET ROLE regress_sanct_reader;
SELECT sanct_index_check('safe_name');
RESET ROLE;
GRANT SELECT ON safe TO regress_sanct_reader;
SET ROLE regress_sanct_reader;
SELECT sanct_index_check('safe_name');
RESET ROLE;
ALTER TABLE safe ENABLE ROW LEVEL SECURITY;
SET ROLE regress_sanct_reader;
SELECT sanct_index_check('safe_name');
SET ROLE regress_sanct_keeper;
SELECT sanct_index_check('safe_name');
RESET ROLE;
DROP TABLE safe;
DROP FUNCTION kept(text);
DROP ROLE regress_sanct_keeper, regress_sanct_reader;
DROP VIEW checked;
DROP TABLE t, grown, hot, wrong, parts;
DROP FUNCTION turned(text), some_name(int);
