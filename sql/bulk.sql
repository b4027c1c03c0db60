-- a table against all lists: blocking keys and the matcher in memory
\getenv abs_srcdir PG_ABS_SRCDIR
-- names of customers that cannot be read wholly are told elsewhere
SET client_min_messages = error;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
SELECT entries > 0 AS imported FROM sanct_import_un_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/un.xml'));

-- keys: in order, each once, of text as of a reading; none without a letter
SELECT sanct_keys('최룡해') && sanct_keys('Ch''oe Ryong-hae') AS same, sanct_keys('최룡해') && sanct_keys('최선희') AS other,
	sanct_keys('') AS nothing, sanct_keys('- 12 -') AS no_letter, sanct_keys(NULL::text) AS no_name;
SELECT count(*) FROM sanct_name WHERE sanct_keys(name) <> sanct_keys(sanct_read(name));
SELECT count(*) FROM sanct_name WHERE sanct_keys(name) <> ARRAY(SELECT DISTINCT unnest(sanct_keys(name)) ORDER BY 1);

-- customers: real ones; listed names, whole, damaged, shortened, joined, mixed with others
CREATE TABLE customer (gone int, id bigint, name text, since date, note text);
ALTER TABLE customer DROP COLUMN gone;
CREATE TEMP TABLE sample_customer (id integer, name text, country text);
\copy sample_customer FROM 'test/data/customers.csv' (FORMAT csv, HEADER)
SELECT setseed(0.5);
WITH listed AS MATERIALIZED (SELECT DISTINCT name FROM sanct_name),
	numbered AS MATERIALIZED (SELECT row_number() OVER (ORDER BY name COLLATE "C") AS n, name FROM listed),
	derived AS MATERIALIZED (
		SELECT a.name AS a, b.name AS b, 1 + floor(random() * length(a.name))::integer AS at, k
		FROM numbered a, generate_series(1, 9) k, numbered b
		WHERE b.n = 1 + (a.n * 7 + k * 13) % (SELECT count(*) FROM numbered)
	), renamed AS (
		SELECT CASE k
			WHEN 1 THEN a
			WHEN 2 THEN overlay(a PLACING '' FROM at FOR 1)
			WHEN 3 THEN overlay(a PLACING substr('aeioukgtdpsn', at % 12 + 1, 1) FROM at FOR 1)
			WHEN 4 THEN overlay(a PLACING substr('aeioukgtdpsn', at % 12 + 1, 1) FROM at FOR 0)
			WHEN 5 THEN regexp_replace(a, '^([^ ,]+),? +(.*)$', '\2 \1')
			WHEN 6 THEN split_part(a, ' ', 1) || ' ' || split_part(b, ' ', 2)
			WHEN 7 THEN replace(a, ' ', '')
			WHEN 8 THEN regexp_replace(a, '[ ,-]+([A-Za-z])[^ ]*', ' \1.')
			ELSE a || ' ' || b
		END AS name FROM derived
	)
INSERT INTO customer (id, name)
SELECT row_number() OVER (ORDER BY name COLLATE "C"), name
FROM (SELECT name FROM renamed UNION ALL SELECT name FROM sample_customer UNION ALL VALUES (NULL), (''), ('- 12 -')) c;
SELECT count(*) > 1000 AS enough FROM customer;

-- a hash join over the keys finds what the operator finds
CREATE TEMP TABLE listed_key AS SELECT n.id, n.name, k AS key FROM sanct_name n, unnest(sanct_keys(n.name)) k;
ANALYZE listed_key;
CREATE TEMP TABLE joined AS SELECT c.id, n.id AS name_id FROM customer c JOIN sanct_name n ON n.name %~ c.name;
CREATE TEMP TABLE hashed AS
SELECT DISTINCT c.id, l.id AS name_id
FROM customer c CROSS JOIN unnest(sanct_keys(c.name)) k JOIN listed_key l ON l.key = k WHERE l.name %~ c.name;
SELECT count(*) > 500 AS enough FROM joined;
SELECT count(*) FROM (TABLE joined EXCEPT TABLE hashed) x;
SELECT count(*) FROM (TABLE hashed EXCEPT TABLE joined) x;

-- screening the table finds that too, and is screening of each name, at any threshold and limit
CREATE FUNCTION compare(subjects regclass, threshold real, max_hits integer, OUT hits bigint, OUT missing bigint, OUT too_many bigint) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('CREATE TEMP TABLE a AS SELECT * FROM sanct_screen_table(%L, %L, %L, $1, $2)', subjects, 'id', 'name') USING threshold, max_hits;
	EXECUTE format('CREATE TEMP TABLE b AS SELECT c.id::text, c.name::text, s.* FROM %s c CROSS JOIN LATERAL sanct_screen(c.name::text, $1, $2) s', subjects) USING threshold, max_hits;
	SELECT count(*) FROM a INTO hits;
	SELECT count(*) FROM (TABLE b EXCEPT ALL TABLE a) x INTO missing;
	SELECT count(*) FROM (TABLE a EXCEPT ALL TABLE b) x INTO too_many;
	DROP TABLE a, b;
END
$$;
SELECT threshold, max_hits, hits > 100 AS enough, missing, too_many
FROM (VALUES (0.67::real, 1000), (0.67, 1), (0.4, 1000), (0.05, 3), (0.9, 20), (1, 20)) v (threshold, max_hits), compare('customer', threshold, max_hits);
SELECT count(*) FROM (
	(SELECT DISTINCT j.id::text, n.entry_id FROM joined j JOIN sanct_name n ON n.id = j.name_id)
	EXCEPT SELECT id, entry_id FROM sanct_screen_table('customer', 'id', 'name', max_hits => 1000)) x;

-- the hits of a row stand together, the most similar first
CREATE TEMP TABLE hit AS
SELECT row_number() OVER () AS n, * FROM sanct_screen_table('customer', 'id', 'name', 0.5, 5);
SELECT count(*) FROM hit a JOIN hit b ON b.n = a.n + 1 AND b.id = a.id AND b.similarity > a.similarity;
SELECT max(count) FROM (SELECT count(*) FROM hit GROUP BY id) x;
SELECT count(*) FROM (SELECT DISTINCT id, max(n) - min(n) + 1 - count(*) AS gap FROM hit GROUP BY id) x WHERE gap <> 0;

-- parts are disjoint and the whole
SELECT count(*) FROM (
	SELECT id, entry_id FROM sanct_screen_table('customer', 'id', 'name')
	EXCEPT ALL
	SELECT id, entry_id FROM generate_series(1, 3) part, sanct_screen_table('customer', 'id', 'name', part => part, parts => 3)) x;
SELECT count(*) > 0 AS some, count(DISTINCT p) AS parts, count(*) - count(DISTINCT id) AS twice
FROM (SELECT DISTINCT part AS p, id FROM generate_series(1, 3) part, sanct_screen_table('customer', 'id', 'name', part => part, parts => 3)) x;

-- what lists say at the moment counts, in the transaction that changes them too
CREATE TEMP TABLE one (id text, name varchar(40));
INSERT INTO one VALUES ('a''b', 'Choi Myung-hyun'), (NULL, 'CHOE, Myong Hyon');
SELECT id, list_uid, matched_name FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
-- rows are taken away by hand here, of which a release that counts them would complain
BEGIN;
UPDATE sanct_release SET entries = 0, names = 0;
UPDATE sanct_entry SET delisted_in = listed_in WHERE list_uid = '27209';
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
SAVEPOINT s;
UPDATE sanct_entry SET delisted_in = NULL;
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
ROLLBACK TO s;
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
ROLLBACK;
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
BEGIN;
UPDATE sanct_release SET entries = 0, names = 0;
INSERT INTO sanct_name (entry_id, name, kind, weak) SELECT min(id), 'Emily Rodgers', 'alias', true FROM sanct_entry;
INSERT INTO one VALUES ('c', 'Emily Rodgers');
SELECT id, matched_name, weak FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass') WHERE id = 'c';
DELETE FROM sanct_name WHERE name = 'Emily Rodgers';
SELECT id, matched_name, weak FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass') WHERE id = 'c';
UPDATE sanct_list SET code = 'renamed' WHERE code = 'ofac-sdn';
SELECT DISTINCT list FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
ROLLBACK;
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
BEGIN ISOLATION LEVEL SERIALIZABLE;
UPDATE sanct_release SET entries = 0, names = 0;
DELETE FROM sanct_entry WHERE list_uid = '27209';
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
ROLLBACK;
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
-- also when rows come by replication
BEGIN;
SET LOCAL session_replication_role = replica;
UPDATE sanct_release SET entries = 0, names = 0;
DELETE FROM sanct_name;
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');
ROLLBACK;
SELECT count(*) FROM sanct_screen_table('one', 'id', 'name', on_empty => 'pass');

-- tables, views and columns of all kinds
CREATE VIEW customer_view AS SELECT id AS "Id", upper(name) AS "Full ""Name""" FROM customer WHERE id % 7 = 0;
SELECT count(*) > 10 AS enough, count(*) = (SELECT count(*) FROM customer_view, sanct_screen("Full ""Name""")) AS same
FROM sanct_screen_table('customer_view', 'Id', 'Full "Name"');
CREATE TABLE parted (id uuid, name text, at integer) PARTITION BY RANGE (at);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (1000);
CREATE TABLE parted_2 (at integer, name text, id uuid);
ALTER TABLE parted ATTACH PARTITION parted_2 FOR VALUES FROM (1000) TO (1000000);
INSERT INTO parted SELECT md5(id::text)::uuid, name, id FROM customer WHERE id % 3 = 0;
SELECT hits > 100 AS enough, missing, too_many FROM compare('parted', 0.67, 20);
CREATE DOMAIN full_name AS varchar(200);
CREATE TABLE kinds (id full_name, name full_name, reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED);
INSERT INTO kinds SELECT 'no ' || id, name FROM customer WHERE id % 5 = 0 AND length(name) < 200;
SELECT hits > 50 AS enough, missing, too_many FROM compare('kinds', 0.67, 20);
SELECT count(*) FROM (
	SELECT * FROM sanct_screen_table('kinds', 'id', 'name') EXCEPT ALL SELECT * FROM sanct_screen_table('kinds', 'id', 'reading')) x;
SELECT count(*) > 0 AS found FROM sanct_screen_table('customer', 'ctid', 'name');

DROP VIEW customer_view;
DROP TABLE customer, parted, kinds, one, hit, joined, hashed, listed_key, sample_customer;
DROP FUNCTION compare;
DROP DOMAIN full_name;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
