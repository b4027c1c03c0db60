-- what is wrong is told by sanct_status before it matters
SET client_min_messages = warning;
\set SHOW_CONTEXT never

DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
CREATE FUNCTION release(rows text, on_list text) RETURNS bigint LANGUAGE sql AS $$
	SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n' || rows, 'UTF8'), list => on_list, max_removed => 1) r;
$$;

-- an extension without lists, then one in good order
SELECT * FROM sanct_status();
SELECT release(E'p,Person,Choe Myong Hyon\n', 'own');
CREATE TABLE payment (id int PRIMARY KEY, payee text, held boolean);
SELECT count(*) FROM sanct_guard_attach('payment', 'payee');
CREATE INDEX payment_payee_idx ON payment USING gist (payee sanct_gist_ops);
SELECT * FROM sanct_status();

-- lists in part, without a release, rows without what they refer to
BEGIN;
UPDATE sanct_release SET entries = 5, names = 7;
SELECT * FROM sanct_status();
ROLLBACK;
BEGIN;
SET LOCAL session_replication_role = replica;
DELETE FROM sanct_release;
DELETE FROM sanct_entry;
SELECT * FROM sanct_status();
ROLLBACK;

-- sequences behind their tables: rows were restored or replicated without them, and what is new would get numbers that are taken
BEGIN;
INSERT INTO payment VALUES (1, 'Jane Doe');
SELECT setval('sanct_list_id_seq', 1, false), setval('sanct_entry_id_seq', 1, false), setval('sanct_name_id_seq', 7);
SELECT * FROM sanct_status() WHERE subject NOT LIKE 'table%';
SELECT setval('sanct_list_id_seq', 1), setval('sanct_entry_id_seq', 1);
SELECT * FROM sanct_status() WHERE subject NOT LIKE 'table%';
ROLLBACK;
TRUNCATE payment;

-- triggers that do not fire for everybody, guards that guard nothing or less
BEGIN;
ALTER TABLE sanct_name ENABLE TRIGGER sanct_name_changed;
ALTER TABLE payment DISABLE TRIGGER sanct_guard;
-- one that keeps the trail, on a table that C does not read; and one of the user's own, which is none of ours
ALTER TABLE sanct_decision DISABLE TRIGGER sanct_decision_append_only;
CREATE FUNCTION pg_temp.nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER mine AFTER INSERT ON sanct_entry FOR EACH ROW EXECUTE FUNCTION pg_temp.nothing();
SELECT * FROM sanct_status();
ALTER TABLE payment ENABLE REPLICA TRIGGER sanct_guard;
SELECT * FROM sanct_status() WHERE subject LIKE 'guard%';
ROLLBACK;
BEGIN;
CREATE TRIGGER by_hand BEFORE UPDATE OF payee ON payment FOR EACH ROW WHEN (NEW.id > 0)
	EXECUTE FUNCTION sanct_guard('payee', 'action=quarantine', 'lists=own,other');
ALTER TABLE payment ENABLE ALWAYS TRIGGER by_hand;
ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
SELECT * FROM sanct_status();
ROLLBACK;
BEGIN;
CREATE TRIGGER misspelt AFTER INSERT ON payment FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'treshold=1');
ALTER TABLE payment ENABLE ALWAYS TRIGGER misspelt;
SELECT * FROM sanct_status();
ROLLBACK;

-- objects of another version than the module
BEGIN;
UPDATE pg_extension SET extversion = '0.0.1' WHERE extname = 'sanctmatch';
SELECT subject, severity, regexp_replace(what, '\d+\.\d+\.\d+$', 'N') AS what, what_to_do FROM sanct_status();
ROLLBACK;

-- whom it tells: who monitors, and whom the owner lets
CREATE ROLE regress_sanct_monitor;
SET ROLE regress_sanct_monitor;
SELECT count(*) FROM sanct_status();
RESET ROLE;
GRANT pg_monitor TO regress_sanct_monitor;
SET ROLE regress_sanct_monitor;
SELECT count(*) FROM sanct_status();
RESET ROLE;

-- lists that are stale, if asked for, by the day of publication or else of import; a row of all fits into 120 columns
SELECT release(E'p,Person,Choe Myong Hyon\n', 'undated') > 0 AS undated, (SELECT count(*) FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\np,Person,Choe\n', 'UTF8'), list => 'dated', published => '2020-02-03')) AS dated;
SELECT subject, severity, replace(what, E'\n', ' ') AS what, replace(what_to_do, E'\n', ' ') AS to_do FROM sanct_status('7 days') WHERE what LIKE 'it is stale%';
SELECT count(*) FROM sanct_status(NULL) WHERE what LIKE 'it is stale%';
SELECT max(length(w)) <= 38 AS what, max(length(d)) <= 34 AS to_do FROM sanct_status('7 days'), regexp_split_to_table(what, '\n') w, regexp_split_to_table(what_to_do, '\n') d;

-- tables with a guard and rows that no run has held against the lists: told to who monitors, as a notice; a partitioned table once
INSERT INTO payment VALUES (1, 'Jane Doe');
CREATE TABLE parted (id int, name text) PARTITION BY RANGE (id);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (10) TO (20);
INSERT INTO parted VALUES (2, 'Jane Doe');
CREATE TABLE nobody (id int PRIMARY KEY, name text) PARTITION BY RANGE (id);
CREATE TABLE nobody_1 PARTITION OF nobody FOR VALUES FROM (0) TO (10);
CREATE TEMP TABLE passing AS SELECT 1 AS id, text 'Jane Doe' AS name;
SELECT (SELECT count(*) > 0 FROM sanct_guard_attach(t, c, 'record', key => '{id}')) AS attached FROM (VALUES ('parted'::regclass, 'name'), ('nobody', 'name'), ('passing', 'name')) v (t, c);
SET ROLE regress_sanct_monitor;
SELECT * FROM sanct_status();
RESET ROLE;
SELECT rows FROM sanct_run('payment', 'id', 'payee');
INSERT INTO parted VALUES (1, 'Jane Doe'), (11, 'John Doe');
SELECT rows FROM sanct_run('parted_1', 'id', 'name');
SELECT subject, what FROM sanct_status();
SELECT rows FROM sanct_run('parted_2', 'id', 'name');
SELECT * FROM sanct_status();
DROP ROLE regress_sanct_monitor;
-- a partition with a guard of its own, in a table that has none
CREATE TABLE whole (id int, name text) PARTITION BY RANGE (id);
CREATE TABLE whole_1 PARTITION OF whole FOR VALUES FROM (0) TO (10);
INSERT INTO whole VALUES (1, 'Jane Doe');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('whole_1', 'name', 'record', key => '{id}');
SELECT * FROM sanct_status();
SELECT rows FROM sanct_run('whole_1', 'id', 'name');
SELECT * FROM sanct_status();
DROP TABLE payment, parted, nobody, passing, whole;
DROP FUNCTION release;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
