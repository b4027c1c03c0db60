-- a quarantine keeps no row out where that would lose or break what is there already: it is refused then, or blocks
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\np,Person,Choe Myong Hyon\n', 'UTF8'),
	list => 'own') r;
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	n bigint;
	hint text;
BEGIN
	EXECUTE statement;
	GET DIAGNOSTICS n = ROW_COUNT;
	RETURN format('rows: %s', n);
EXCEPTION WHEN SQLSTATE 'SAN01' THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	RETURN 'blocked' || regexp_replace(hint, '^.*(sanct_clear\.|\);)', '');
END
$$;

-- an UPDATE that moves a row to another partition takes it out of one and inserts it in another: it is not kept out there
CREATE TABLE part (id int, payee text, region text, note text, UNIQUE (id, region, note)) PARTITION BY LIST (region);
CREATE TABLE part_a PARTITION OF part FOR VALUES IN ('a');
CREATE TABLE part_b PARTITION OF part FOR VALUES IN ('b') PARTITION BY LIST (note);
CREATE TABLE part_b_x PARTITION OF part_b FOR VALUES IN ('x');
CREATE TABLE part_b_y (note text, region text, gone int, payee text, id int);
ALTER TABLE part_b_y DROP gone;
ALTER TABLE part_b ATTACH PARTITION part_b_y FOR VALUES IN ('y');
INSERT INTO part VALUES (1, 'Choe Myong Hyon', 'a', 'x'), (2, 'Jane Doe', 'a', 'x'), (3, 'Choe Myong Hyon', 'b', 'x');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('part', 'payee', 'quarantine', '{key=id}');
CREATE TABLE part_c PARTITION OF part FOR VALUES IN ('c');
SELECT * FROM sanct_guard_check('part');
SELECT statement, pg_temp.try(statement) FROM (VALUES
	('UPDATE part SET region = ''b'''),
	('UPDATE part SET region = ''c'' WHERE id = 1'),
	('UPDATE part_b SET note = ''y'''),
	('MERGE INTO part p USING (VALUES (1)) s (id) ON p.id = s.id WHEN MATCHED THEN UPDATE SET region = ''c'''),
	('WITH moved AS (UPDATE part SET region = ''c'' WHERE id = 1 RETURNING 1) SELECT * FROM moved'),
	('WITH moved AS (DELETE FROM part WHERE id = 1 RETURNING *) INSERT INTO part SELECT id, payee, ''b'', note FROM moved'),
	('UPDATE part SET region = ''c'' WHERE id = 2')) v (statement);
SET session_replication_role = replica;
SELECT pg_temp.try('UPDATE part SET region = ''b'' WHERE id = 1') AS replica;
RESET session_replication_role;
-- nor where triggers of the table run statements of their own meanwhile
CREATE FUNCTION busy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO part VALUES (NEW.id + 100, 'Jane Doe', 'a', 'x');
	UPDATE part SET region = 'b' WHERE id = NEW.id + 100;
	DELETE FROM part WHERE id = NEW.id + 100;
	RETURN NEW;
END
$$;
CREATE TRIGGER busy BEFORE INSERT ON part_c FOR EACH ROW EXECUTE FUNCTION busy();
SELECT pg_temp.try('UPDATE part SET region = ''c'' WHERE id = 1') AS busy;
DROP TRIGGER busy ON part_c;
DROP FUNCTION busy;
SELECT tableoid::regclass, * FROM part ORDER BY id;
SELECT count(*) FROM sanct_quarantine;
-- what is inserted is kept out, also behind other statements of the transaction, and in one that changes rows as well
BEGIN;
SELECT pg_temp.try('DELETE FROM part WHERE id = 2') AS deleted, pg_temp.try('INSERT INTO part VALUES (4, ''Choe Myong Hyon'', ''b'', ''x'')') AS inserted,
	pg_temp.try('INSERT INTO part_b_y (id, payee, region, note) VALUES (5, ''Choe Myong Hyon'', ''b'', ''y'')') AS inserted,
	pg_temp.try('INSERT INTO part VALUES (3, ''Choe Myong Hyon'', ''b'', ''x''), (6, ''Choe Myong Hyon'', ''b'', ''x''), (7, ''Jane Doe'', ''b'', ''x'')
		ON CONFLICT (id, region, note) DO UPDATE SET payee = excluded.payee') AS upserted,
	pg_temp.try('MERGE INTO part p USING (VALUES (1), (8)) s (id) ON p.id = s.id WHEN MATCHED THEN UPDATE SET note = ''z''
		WHEN NOT MATCHED THEN INSERT VALUES (8, ''Choe Myong Hyon'', ''a'', ''x'')') AS merged;
SELECT content ->> 'id' AS kept_out FROM sanct_quarantine ORDER BY 1;
-- with another name in the same statement it is the UPDATE that is kept out, and the row stays where it was
SELECT pg_temp.try('UPDATE part SET region = ''c'', payee = ''Choe Myong-hyon'' WHERE id = 1');
SELECT operation, subject_key, content FROM sanct_quarantine ORDER BY id DESC LIMIT 1;
SELECT count(sanct_decide(id, 'no match', 'x')) FROM sanct_alert WHERE subject_name = 'Choe Myong-hyon';
SELECT count(sanct_release_quarantined(quarantine_id)) FROM sanct_alert WHERE subject_name = 'Choe Myong-hyon';
SELECT tableoid::regclass, * FROM part WHERE id = 1;
ROLLBACK;
SELECT sanct_guard_detach('part');

-- a partition has none of its own; one made by hand blocks, as does one that does not see what leaves the other partitions
SELECT * FROM sanct_guard_attach('part_a', 'payee', 'quarantine');
SELECT * FROM sanct_guard_attach('part_b', 'payee', 'quarantine');
CREATE TRIGGER by_hand BEFORE INSERT OR UPDATE OR DELETE ON part_b FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=quarantine');
ALTER TABLE part_b ENABLE ALWAYS TRIGGER by_hand;
SELECT pg_temp.try('UPDATE part SET region = ''b'' WHERE id = 1');
SELECT pg_temp.try('INSERT INTO part VALUES (4, ''Choe Myong Hyon'', ''b'', ''x'')');
SELECT * FROM sanct_guard_check('part_b');
SELECT * FROM sanct_status() WHERE subject LIKE 'guard%' ORDER BY subject;
DROP TRIGGER by_hand ON part_b;
CREATE TRIGGER by_hand BEFORE INSERT OR UPDATE ON part FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=quarantine');
SELECT pg_temp.try('UPDATE part SET region = ''b'' WHERE id = 1');
SELECT pg_temp.try('INSERT INTO part VALUES (4, ''Choe Myong Hyon'', ''b'', ''x'')');
SELECT * FROM sanct_guard_check('part');
SELECT subject, what FROM sanct_status() WHERE subject LIKE 'guard%' AND severity = 'error' ORDER BY subject;
DROP TRIGGER by_hand ON part;
-- and a trigger for DELETE alone guards nothing
CREATE TRIGGER by_hand BEFORE DELETE ON part_a FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=quarantine');
DELETE FROM part;
DROP TRIGGER by_hand ON part_a;
CREATE TRIGGER by_hand AFTER INSERT OR DELETE ON part_a FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=hold');
DELETE FROM part;
DROP TABLE part;

-- a foreign key that changes rows in cascades: refused where it is there, and blocked where it comes later
CREATE TABLE customer (id int PRIMARY KEY);
INSERT INTO customer VALUES (1);
CREATE TABLE payment (id int PRIMARY KEY, customer int, payee text);
INSERT INTO payment VALUES (1, 1, 'Choe Myong Hyon');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'quarantine', '{key=customer}');
SELECT pg_temp.try('INSERT INTO payment VALUES (2, 1, ''Choe Myong Hyon'')');
ALTER TABLE payment ADD CONSTRAINT payment_customer_fkey FOREIGN KEY (customer) REFERENCES customer ON UPDATE CASCADE;
SELECT pg_temp.try('UPDATE customer SET id = 2');
SELECT pg_temp.try('INSERT INTO payment VALUES (3, 1, ''Choe Myong Hyon'')');
SELECT * FROM payment;
SELECT * FROM sanct_guard_check('payment');
SELECT * FROM sanct_status() WHERE subject LIKE 'guard%';
ALTER TABLE payment DROP CONSTRAINT payment_customer_fkey, ADD CONSTRAINT payment_customer_fkey FOREIGN KEY (customer) REFERENCES customer;
SELECT pg_temp.try('INSERT INTO payment VALUES (4, 1, ''Choe Myong Hyon'')');
SELECT sanct_guard_detach('payment');
ALTER TABLE payment DROP CONSTRAINT payment_customer_fkey, ADD CONSTRAINT payment_customer_fkey FOREIGN KEY (customer) REFERENCES customer ON DELETE SET NULL;
SELECT * FROM sanct_guard_attach('payment', 'payee', 'quarantine');
DROP TABLE payment;
-- of a partition alone as well
CREATE TABLE payment (id int, customer int, payee text) PARTITION BY LIST (id);
CREATE TABLE payment_1 PARTITION OF payment FOR VALUES IN (1);
ALTER TABLE payment_1 ADD FOREIGN KEY (customer) REFERENCES customer ON DELETE SET DEFAULT;
SELECT * FROM sanct_guard_attach('payment', 'payee', 'quarantine');

-- a released row is checked as any other that is written then: by what its domains have been given meanwhile too
CREATE DOMAIN amount AS int;
CREATE TABLE transfer (id int PRIMARY KEY, payee text, paid amount);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('transfer', 'payee', 'quarantine', '{key=id}');
INSERT INTO transfer VALUES (1, 'Choe Myong Hyon', 500);
ALTER DOMAIN amount ADD CONSTRAINT small CHECK (VALUE < 100);
SELECT count(sanct_decide(id, 'no match', 'another one')) AS decided FROM sanct_alert WHERE subject = 'public.transfer';
SELECT sanct_release_quarantined(max(id)) FROM sanct_quarantine;
ALTER DOMAIN amount DROP CONSTRAINT small;
SELECT sanct_release_quarantined(max(id)) FROM sanct_quarantine;
SELECT * FROM transfer;
-- what is kept out is not returned, and not counted among the rows that were written
WITH written AS (INSERT INTO transfer VALUES (2, 'Jane Doe', 1), (3, 'Choe Myong Hyon', 2), (4, 'John Doe', 3) RETURNING id) SELECT array_agg(id) AS returned FROM written;
SELECT pg_temp.try($$INSERT INTO transfer VALUES (5, 'Jane Doe', 1), (6, 'Choe Myong Hyon', 2), (7, 'John Doe', 3)$$);
SELECT sanct_decide(max(id), 'match', 'it is him') FROM sanct_alert WHERE subject = 'public.transfer';
SELECT status FROM sanct_quarantine WHERE id = (SELECT max(id) FROM sanct_quarantine);
DROP TABLE transfer;
DROP DOMAIN amount;

DROP TABLE payment, customer;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
