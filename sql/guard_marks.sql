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
-- alerts that somebody has written, who may restore the trail, lift no mark of a row but their own: not by a part of its
-- key, nor by another spelling of it or of the table; and where the guard wants four eyes, two must be enough
CREATE TABLE forged (a int, b numeric, payee text, held boolean, PRIMARY KEY (a, b));
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('forged', 'payee', 'hold', '{mark=held}');
INSERT INTO forged VALUES (1, 1.0, 'Choi Myung-hyun'), (1, 2.0, 'KANG Chol Hak'), (2, 1.0, 'Jane Doe');
CREATE FUNCTION pg_temp.forge(key jsonb, "table" text DEFAULT 'public.forged', action text DEFAULT 'hold') RETURNS bigint LANGUAGE sql AS $$
	INSERT INTO sanct_alert (kind, subject, subject_key, subject_name, subject_facts, fingerprint, note, algorithm, action, guard, four_eyes,
		raised_by, written_by)
	VALUES ('unread', "table", key, 'x', '{}', convert_to(random()::text, 'UTF8'), 'x', 1, action, 'sanct_guard', false, session_user, session_user)
	RETURNING id;
$$;
SELECT pg_temp.try(format('SELECT sanct_decide(%s, ''no match'', ''x'')', pg_temp.forge(key, "table", action))) AS decided, key, "table", action
FROM (VALUES (1, '{}'::jsonb, 'public.forged', 'hold'), (2, '{"a": "1"}', 'public.forged', 'hold'),
	(3, '{"a": "1", "b": "1.0", "payee": "Choi Myung-hyun"}', 'public.forged', 'hold'), (4, '{"a": "01", "b": "1.0"}', 'public.forged', 'hold'),
	(5, '{"a": 1, "b": "1.0"}', 'public.forged', 'hold'), (6, '{"a": "1", "b": "1.00"}', 'public.forged', 'hold'),
	(7, '{"a": "1"}', 'public.forged', 'record'), (8, '{"a": "1", "b": "1.0"}', 'public."forged"', 'hold'), (9, '{"a": "1", "b": "2.0"}', 'public.forged', 'hold'))
	AS x (n, key, "table", action) ORDER BY n;
-- nor do they set any
SELECT pg_temp.try(format('SELECT sanct_decide(%s, ''reopen'', ''x'')', id)) AS reopened, subject_key FROM sanct_alert
WHERE subject = 'public.forged' AND note = 'x' AND subject_key <> '{"a": "1", "b": "2.0"}' ORDER BY id;
SELECT * FROM forged ORDER BY a, b;
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%forged%';
SELECT sanct_guard_detach('forged');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('forged', 'payee', 'hold', '{mark=held,four_eyes=on}');
DO $$ BEGIN PERFORM sanct_decide(pg_temp.forge('{"a": "1", "b": "2.0"}'), 'no match', 'x'); EXCEPTION WHEN insufficient_privilege THEN RAISE WARNING '%', SQLERRM; END $$;
DROP TABLE forged;

-- a row whose alerts are not found, as table or key have another name, is not free
CREATE TABLE known (id int PRIMARY KEY, payee text, held boolean);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('known', 'payee', 'hold', '{mark=held}');
INSERT INTO known VALUES (1, 'Choi Myung-hyun'), (2, 'Jane Doe');
ALTER TABLE known RENAME id TO no;
SELECT pg_temp.try('UPDATE known SET held = false'), pg_temp.try('UPDATE known SET no = 7, payee = ''Jane Doe'' WHERE no = 1');
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%known%';
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.known';
UPDATE known SET held = false;
ALTER TABLE known RENAME no TO id;
ALTER TABLE known RENAME TO renamed;
UPDATE renamed SET held = false;
ALTER TABLE renamed RENAME TO known;
-- nor by a key that it gets later
ALTER TABLE known DROP CONSTRAINT known_pkey, ADD CONSTRAINT known_pkey PRIMARY KEY (id, payee);
SELECT pg_temp.try('UPDATE known SET held = false');
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%known%';
ALTER TABLE known DROP CONSTRAINT known_pkey, ADD CONSTRAINT known_pkey PRIMARY KEY (id);
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%known%';
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.known';
SELECT * FROM known ORDER BY id;
-- one that was marked by hand stays marked as well
UPDATE known SET held = true WHERE id = 2;
SELECT pg_temp.try('UPDATE known SET held = false WHERE id = 2');
-- a partition that was a table of its own: its alerts have its name, those from then on its root's
CREATE TABLE root (id int PRIMARY KEY, payee text, held boolean) PARTITION BY RANGE (id);
ALTER TABLE root ATTACH PARTITION known FOR VALUES FROM (1) TO (10);
UPDATE known SET payee = 'KANG Chol Hak', held = true WHERE id = 1;
SELECT count(sanct_decide(id, 'reopen', 'once more')) FROM sanct_alert WHERE subject = 'public.known';
SELECT count(sanct_decide(id, 'no match', 'somebody else')) FROM sanct_alert WHERE subject = 'public.known';
SELECT held FROM root WHERE id = 1;
-- the table and its partitions are let go again, each once, as no lock is there twice
BEGIN;
SELECT count(sanct_decide(id, 'no match', 'somebody else')) FROM sanct_alert WHERE subject = 'public.root';
SELECT count(*) AS locked FROM pg_locks WHERE relation IN ('root'::regclass, 'known'::regclass) AND mode = 'AccessShareLock' AND pid = pg_backend_pid();
COMMIT;
SELECT held FROM root WHERE id = 1;
DROP TABLE root;

-- two guards that know a row by different keys: a decision lifts the mark when nothing of either is open
-- (the mark is the first column: none is column 0)
CREATE TABLE twice (held boolean, id int PRIMARY KEY, no text, payee text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('twice', 'payee', 'hold', '{mark=held,key=no}');
CREATE TRIGGER sanct_guard_mark_2 BEFORE INSERT OR UPDATE ON twice FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=mark', 'mark=held', 'threshold=1');
CREATE TRIGGER sanct_guard_2 AFTER INSERT OR UPDATE ON twice FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=hold', 'mark=held', 'threshold=1');
INSERT INTO twice VALUES (false, 1, 'a', 'Choi Myung-hyun');
SELECT sanct_decide(min(id), 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.twice';
SELECT * FROM twice;
SELECT sanct_decide(max(id), 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.twice';
SELECT * FROM twice;
DROP TABLE twice;
DROP TABLE payment, customer, generated;
DROP OWNED BY regress_guard_app;
DROP ROLE regress_guard_app;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
