-- the mark of rows that are held: set by the guard, lifted by decisions alone
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
CREATE TABLE payment (id int PRIMARY KEY, payee text, held boolean DEFAULT false, note text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'hold', '{mark=held}');
CREATE ROLE regress_guard_app;
GRANT SELECT, INSERT, UPDATE ON payment TO regress_guard_app;
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
	EXECUTE statement;
	GET DIAGNOSTICS n = ROW_COUNT;
	RETURN format('written: %s', n);
EXCEPTION WHEN OBJECT_NOT_IN_PREREQUISITE_STATE THEN
	RETURN SQLERRM;
END
$$;
INSERT INTO payment VALUES (1, 'Choi Myung-hyun'), (2, 'Jane Doe'), (3, 'KANG Chol Hak');

-- nobody unsets it, whoever he is and whatever else he changes, by no path
SET ROLE regress_guard_app;
SELECT statement, pg_temp.try(statement) FROM (VALUES
	('UPDATE payment SET held = false WHERE id = 1'),
	('UPDATE payment SET held = NULL WHERE id = 1'),
	('UPDATE payment SET held = false, note = ''x'''),
	('UPDATE payment SET held = false, payee = ''Jane Doe'' WHERE id = 1'),
	('UPDATE payment SET held = false, id = 10 WHERE id = 1'),
	('INSERT INTO payment VALUES (1, ''Jane Doe'') ON CONFLICT (id) DO UPDATE SET held = false'),
	('MERGE INTO payment p USING (SELECT 1 AS id) s ON p.id = s.id WHEN MATCHED THEN UPDATE SET held = false'),
	('UPDATE payment SET note = ''x'''),
	('UPDATE payment SET held = true')) v (statement);
-- nor may who has marked a row himself: there is no alert, and nobody can tell whether there was one
SELECT pg_temp.try('UPDATE payment SET held = false WHERE id = 2');
RESET ROLE;
DELETE FROM payment WHERE id = 2;
INSERT INTO payment VALUES (2, 'Jane Doe');
SELECT pg_temp.try('UPDATE payment SET held = false WHERE id = 1') AS owner;
SET session_replication_role = replica;
SELECT pg_temp.try('UPDATE payment SET held = false WHERE id = 1') AS replica;
RESET session_replication_role;
SELECT id, held FROM payment ORDER BY id;

-- an alert that cannot be stored is an error, and not taken for one that is there: its number is another one's already
SELECT setval('sanct_alert_id_seq', 1, false);
INSERT INTO payment VALUES (4, 'KANG Chol Hak');
SELECT setval('sanct_alert_id_seq', (SELECT max(id) FROM sanct_alert));
INSERT INTO payment VALUES (4, 'KANG Chol Hak');
SELECT count(*) FROM sanct_alert WHERE subject_key ->> 'id' = '4';
DELETE FROM payment WHERE id = 4;

-- another key is another subject: it is looked at, and its own alert holds its mark
UPDATE payment SET id = 10 WHERE id = 1;
SELECT subject_key, status FROM sanct_alert ORDER BY id;
SELECT count(sanct_decide(id, 'no match', 'somebody else')) AS decided FROM sanct_alert WHERE subject_key ->> 'id' = '1';
SELECT pg_temp.try('UPDATE payment SET held = false WHERE id = 10');
SELECT count(sanct_decide(id, 'no match', 'somebody else')) AS decided FROM sanct_alert WHERE subject_key ->> 'id' = '10';
SELECT held FROM payment WHERE id = 10;
-- a decision lifts the mark of its row alone, whatever the table's triggers do meanwhile
SELECT count(sanct_decide(id, 'reopen', 'once more')) AS decided FROM sanct_alert WHERE subject_key ->> 'id' = '10';
CREATE FUNCTION unmark() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN UPDATE payment SET held = false WHERE held AND id <> NEW.id; RETURN NULL; END$$;
CREATE TRIGGER unmark AFTER UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION unmark();
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE subject_key ->> 'id' = '10';
SELECT id, held FROM payment WHERE held ORDER BY id;
DROP TRIGGER unmark ON payment;
DROP FUNCTION unmark;
SELECT count(sanct_decide(id, 'no match', 'somebody else')) AS decided FROM sanct_alert WHERE subject_key ->> 'id' = '10';
-- a cleared row does not take its clearance to another key
UPDATE payment SET id = 11 WHERE id = 10;
SELECT held FROM payment WHERE id = 11;
SELECT subject_key, status FROM sanct_alert WHERE subject_key ->> 'id' = '11';
-- where nothing would hold it, with a clean name or under a key that is cleared, it does not get before it is decided
UPDATE payment SET payee = 'Jane Doe' WHERE id = 3;
SELECT pg_temp.try('UPDATE payment SET id = 30 WHERE id = 3');
UPDATE payment SET payee = 'Choi Myung-hyun' WHERE id = 3;
SELECT pg_temp.try('UPDATE payment SET id = 10 WHERE id = 3');
UPDATE payment SET payee = 'KANG Chol Hak' WHERE id = 3;
SELECT id, payee, held FROM payment ORDER BY id;
-- decided to be a match, it stays held
SELECT count(sanct_decide(id, 'match', 'it is him')) AS decided FROM sanct_alert WHERE subject_key ->> 'id' = '3';
SELECT pg_temp.try('UPDATE payment SET held = false WHERE id = 3');
SELECT sanct_guard_detach('payment');

-- columns of key=: the same, and what it does not name is no other subject
CREATE TABLE customer (id int PRIMARY KEY, no text, name text, held boolean);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'hold', '{mark=held,key=no}');
INSERT INTO customer VALUES (1, 'C-1', 'Choi Myung-hyun');
UPDATE customer SET id = 2;
SELECT pg_temp.try('UPDATE customer SET held = false');
UPDATE customer SET no = 'C-2';
SELECT subject_key FROM sanct_alert WHERE subject = 'public.customer' ORDER BY id;
SELECT pg_temp.try('UPDATE customer SET no = ''C-3'', held = false');
SELECT sanct_guard_detach('customer');

-- without a key, all of the row is one, but the mark
CREATE TABLE keyless (name text, held boolean, note text);
SELECT sanct_guard_attach('keyless', 'name', 'hold', ARRAY['mark=held', 'key=name,held']);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('keyless', 'name', 'hold', ARRAY['mark=held']);
INSERT INTO keyless VALUES ('Choi Myung-hyun');
UPDATE keyless SET note = 'x';
SELECT pg_temp.try('UPDATE keyless SET held = false'), pg_temp.try('UPDATE keyless SET held = false, note = NULL');
SELECT pg_temp.try('UPDATE keyless SET name = ''Jane Doe''');
SELECT count(sanct_decide(id, 'no match', 'somebody else')) AS decided FROM sanct_alert WHERE subject = 'public.keyless' AND subject_key ->> 'note' = 'x';
SELECT * FROM keyless;
DROP TABLE keyless;

-- partitions: the mark holds wherever the row is, and however it is reached
CREATE TABLE part (id int, payee text, region text, held boolean, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE part_a PARTITION OF part FOR VALUES IN ('a');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('part', 'payee', 'hold', '{mark=held,key=id}');
CREATE TABLE part_b PARTITION OF part FOR VALUES IN ('b');
INSERT INTO part VALUES (1, 'Choi Myung-hyun', 'a');
SELECT pg_temp.try('UPDATE part SET held = false'), pg_temp.try('UPDATE part_a SET held = false'), pg_temp.try('UPDATE part SET held = false, region = ''b''');
UPDATE part SET region = 'b';
SELECT tableoid::regclass, held FROM part;
SELECT pg_temp.try('UPDATE part SET held = false'), pg_temp.try('UPDATE part_b SET held = false');
DROP TABLE part;

-- a row that another trigger, or a generated column, keeps from being marked does not go in unmarked
CREATE TABLE renamed (id int PRIMARY KEY, payee text, held boolean);
CREATE FUNCTION rename() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.payee := 'Choi Myung-hyun'; NEW.held := false; RETURN NEW; END$$;
CREATE TRIGGER zzzz_rename BEFORE INSERT ON renamed FOR EACH ROW EXECUTE FUNCTION rename();
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('renamed', 'payee', 'hold', '{mark=held}');
INSERT INTO renamed VALUES (1, 'Jane Doe');
DROP TABLE renamed;
DROP FUNCTION rename;
CREATE TABLE generated (id int PRIMARY KEY, surname text, given text, held boolean, payee text GENERATED ALWAYS AS (surname || ', ' || given) STORED);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('generated', 'payee', 'hold', '{mark=held}');
INSERT INTO generated VALUES (1, 'Choi', 'Myung-hyun');
SELECT sanct_guard_detach('generated');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('generated', 'surname+given', 'hold', '{mark=held}');
INSERT INTO generated VALUES (1, 'Choi', 'Myung-hyun');
SELECT held FROM generated;
DROP TABLE payment, customer, generated;
DROP OWNED BY regress_guard_app;
DROP ROLE regress_guard_app;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
