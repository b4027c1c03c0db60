-- who is told what by a guard, and which rows it must not keep
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
-- numbers of entries, which hints tell, begin anew
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
CREATE TABLE payment (id int PRIMARY KEY, payee text, branch text, note text);
INSERT INTO payment VALUES (7, 'Choi Myung-hyun', 'a'), (8, 'KANG Chol Hak', 'b'), (9, 'Jane Doe', 'a');
CREATE ROLE regress_guard_app;
GRANT INSERT, UPDATE ON payment TO regress_guard_app;
GRANT SELECT (note) ON payment TO regress_guard_app;

-- a statement guard looks at rows whose names the writer need not know: neither they nor their keys are told to whom they are hidden
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', statement => true);
SET ROLE regress_guard_app;
UPDATE payment SET note = 'x';
-- nor by the server's log, whatever the client asks to see of it
SET client_min_messages = log;
UPDATE payment SET note = 'x';
SET client_min_messages = warning;
-- what he inserts he knows, but not the keys that rows are given
INSERT INTO payment VALUES (10, 'Choi Myung-hyun');
RESET ROLE;
GRANT SELECT (payee) ON payment TO regress_guard_app;
SET ROLE regress_guard_app;
UPDATE payment SET note = 'x';
RESET ROLE;
GRANT SELECT (id) ON payment TO regress_guard_app;
SET ROLE regress_guard_app;
UPDATE payment SET note = 'x';
RESET ROLE;
-- a function that may read them tells its caller nothing
REVOKE SELECT (id, payee) ON payment FROM regress_guard_app;
CREATE FUNCTION note_all() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$UPDATE payment SET note = 'y'$$;
SET ROLE regress_guard_app;
SELECT note_all();
RESET ROLE;
DROP FUNCTION note_all;
-- nor where row security hides rows
GRANT SELECT ON payment TO regress_guard_app;
ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_branch ON payment FOR SELECT TO regress_guard_app USING (branch = 'a');
CREATE POLICY writes ON payment FOR UPDATE TO regress_guard_app USING (true) WITH CHECK (true);
SET ROLE regress_guard_app;
UPDATE payment SET note = 'x';
RESET ROLE;
-- the owner sees all
UPDATE payment SET note = 'x';
SELECT sanct_guard_detach('payment');
ALTER TABLE payment DISABLE ROW LEVEL SECURITY;
DROP POLICY own_branch ON payment;
DROP POLICY writes ON payment;

-- a row guard tells which entry a name matches to whom has written it, or may read it
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee');
REVOKE SELECT ON payment FROM regress_guard_app;
GRANT SELECT (note) ON payment TO regress_guard_app;
DELETE FROM payment WHERE id <> 7;
SET ROLE regress_guard_app;
UPDATE payment SET id = 100;
UPDATE payment SET payee = 'CHOE Myong-hyon';
RESET ROLE;
SELECT sanct_guard_detach('payment');

-- quarantine would keep a row before a policy has seen it: refused, and where row security is enabled later the row is blocked
DELETE FROM payment;
ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
SELECT sanct_guard_attach('payment', 'payee', 'quarantine');
ALTER TABLE payment DISABLE ROW LEVEL SECURITY;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'quarantine');
ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
CREATE POLICY writes ON payment FOR INSERT TO regress_guard_app WITH CHECK (branch = 'a');
SET ROLE regress_guard_app;
INSERT INTO payment VALUES (1, 'Choi Myung-hyun', 'b');
INSERT INTO payment VALUES (1, 'Jane Doe', 'b');
INSERT INTO payment VALUES (1, 'Jane Doe', 'a');
RESET ROLE;
INSERT INTO payment VALUES (2, 'Choi Myung-hyun', 'b');
SELECT count(*) AS kept FROM sanct_quarantine;
SELECT count(*) AS alerts FROM sanct_alert;
SELECT * FROM sanct_guard_check('payment');
SELECT sanct_guard_detach('payment');
CREATE TABLE part (id int, payee text) PARTITION BY LIST (id);
CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
ALTER TABLE part_1 ENABLE ROW LEVEL SECURITY;
SELECT sanct_guard_attach('part', 'payee', 'quarantine');
ALTER TABLE part_1 DISABLE ROW LEVEL SECURITY;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('part', 'payee', 'quarantine');
ALTER TABLE part ENABLE ROW LEVEL SECURITY;
INSERT INTO part VALUES (1, 'Choi Myung-hyun');
INSERT INTO part_1 VALUES (1, 'Choi Myung-hyun');
DROP TABLE part;

-- attach, detach and check are for the owner, and check for whom has a right to the table
CREATE TABLE owned (id int PRIMARY KEY, payee text);
CREATE ROLE regress_guard_owner;
GRANT EXECUTE ON FUNCTION sanct_guard_attach, sanct_guard_detach TO regress_guard_owner, regress_guard_app;
ALTER TABLE owned OWNER TO regress_guard_owner;
SET ROLE regress_guard_app;
SELECT sanct_guard_attach('owned', 'payee');
SELECT sanct_guard_detach('owned');
SELECT sanct_guard_check('owned');
-- who owns the table must be allowed to call the function that the trigger calls
SET ROLE regress_guard_owner;
SELECT sanct_guard_attach('owned', 'payee');
RESET ROLE;
GRANT EXECUTE ON FUNCTION sanct_guard TO regress_guard_owner;
SET ROLE regress_guard_owner;
REVOKE TRIGGER ON owned FROM regress_guard_owner;
SELECT sanct_guard_attach('owned', 'payee');
GRANT TRIGGER ON owned TO regress_guard_owner;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('owned', 'payee', options => ARRAY['limit=3']);
SELECT tgname, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 'owned'::regclass ORDER BY tgname;
GRANT INSERT (payee) ON owned TO regress_guard_app;
SET ROLE regress_guard_app;
SELECT * FROM sanct_guard_check('owned');
RESET ROLE;

-- one call mends what a restore has left: of those triggers that are not the caller's it warns
ALTER TABLE owned ENABLE TRIGGER sanct_guard;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee');
ALTER TABLE payment DISABLE TRIGGER sanct_guard;
ALTER TABLE sanct_name ENABLE TRIGGER sanct_name_changed;
SELECT * FROM sanct_guard_check('owned');
SET ROLE regress_guard_owner;
SELECT * FROM sanct_enable_triggers();
RESET ROLE;
GRANT EXECUTE ON FUNCTION sanct_enable_triggers TO regress_guard_owner;
SET ROLE regress_guard_owner;
SELECT * FROM sanct_enable_triggers() t WHERE t !~ 'append_only' ORDER BY t COLLATE "C";
RESET ROLE;
SELECT * FROM sanct_enable_triggers();
SELECT * FROM sanct_enable_triggers();
SELECT tgrelid::regclass, tgname FROM pg_trigger t WHERE tgname ~ '^(sanct|zzz_sanct)' AND tgenabled <> 'A' AND NOT tgisinternal ORDER BY tgname;
DROP TABLE payment, owned;
DROP OWNED BY regress_guard_owner, regress_guard_app;
DROP ROLE regress_guard_owner, regress_guard_app;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
