-- the trail: rows that are kept out and let in, and what has been written stays; written by functions alone
SET client_min_messages = notice;
\set SHOW_CONTEXT never
-- numbers, which messages tell, begin anew
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n2,Person,KANG Chol Hak\n3,Person,"CHOE, Myong Hyon"\n', 'UTF8'), list => 'own') r;
SELECT id AS other_entry FROM sanct_entry WHERE list_uid = '2' \gset
CREATE ROLE regress_sanct_app;
CREATE ROLE regress_sanct_alice;
CREATE ROLE regress_sanct_bob;
GRANT EXECUTE ON FUNCTION sanct_decide, sanct_clear, sanct_release_quarantined
	TO regress_sanct_app, regress_sanct_alice, regress_sanct_bob;
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN 'done';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLERRM;
END
$$;

-- quarantine: with the rights of who releases, whole, and never what is a match
CREATE TABLE payment (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payee text, at timestamptz, amount numeric(8, 2), twice numeric GENERATED ALWAYS AS (amount * 2) STORED, gone int, "A b" text[]);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'quarantine', '{threshold=0.9,lists=own}');
GRANT SELECT, INSERT, UPDATE ON payment TO regress_sanct_app;
SET SESSION AUTHORIZATION regress_sanct_app;
SET sanctmatch.actor = 'alice@bank';
INSERT INTO payment (payee, at, amount, gone, "A b") VALUES ('KANG Chol Hak', '2024-02-01 12:00+00', 7.5, 1, '{a,"b,c"}');
INSERT INTO payment (payee) VALUES ('Emily Rodgers');
UPDATE payment SET payee = 'KANG Chol Hak', at = '2024-02-02 12:00+00' WHERE payee = 'Emily Rodgers';
INSERT INTO payment (payee) VALUES ('CHOE Myong Hyon');
RESET sanctmatch.actor;
RESET SESSION AUTHORIZATION;
SELECT id, operation, status, quarantined_by, quarantined_actor FROM sanct_quarantine ORDER BY id;
SELECT id AS inserted FROM sanct_quarantine ORDER BY id LIMIT 1 \gset
SELECT id AS updated FROM sanct_quarantine ORDER BY id LIMIT 1 OFFSET 1 \gset
SELECT id AS matched FROM sanct_quarantine ORDER BY id LIMIT 1 OFFSET 2 \gset
ALTER TABLE payment DROP gone;
SET SESSION AUTHORIZATION regress_sanct_bob;
SELECT sanct_release_quarantined(NULL);
SELECT sanct_release_quarantined(0);
SELECT sanct_release_quarantined(:inserted);
RESET SESSION AUTHORIZATION;
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE quarantine_id IN (:inserted, :updated);
SET SESSION AUTHORIZATION regress_sanct_bob;
-- the function is not enough
SELECT sanct_release_quarantined(:inserted);
SELECT count(*) FROM pg_locks WHERE relation = 'payment'::regclass;
RESET SESSION AUTHORIZATION;
-- nor any table of that name
SELECT sanct_guard_detach('payment');
SELECT sanct_release_quarantined(:inserted);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'quarantine', '{threshold=0.9,lists=own}');
SET SESSION AUTHORIZATION regress_sanct_app;
SET timezone = 'Asia/Seoul';
SET datestyle = 'SQL, DMY';
SELECT sanct_release_quarantined(:inserted, actor => 'bob@bank');
SELECT sanct_release_quarantined(:inserted, actor => 'bob@bank');
SELECT sanct_release_quarantined(:updated, actor => 'bob@bank');
RESET timezone;
RESET datestyle;
RESET SESSION AUTHORIZATION;
SELECT payee, at AT TIME ZONE 'UTC' AS at, amount, twice, "A b" FROM payment ORDER BY id;
SELECT status, released_at IS NOT NULL AS at, released_by, released_actor FROM sanct_quarantine ORDER BY id;
-- what is a match stays out for good
SELECT id AS alert FROM sanct_alert WHERE quarantine_id = :matched ORDER BY id LIMIT 1 \gset
SELECT sanct_decide(:alert, 'match', 'it is him');
SELECT sanct_decide(:alert, 'reopen', 'after all');
SELECT sanct_decide(id, 'no match', 'x') FROM sanct_alert WHERE quarantine_id = :matched AND status = 'open';
SELECT sanct_release_quarantined(:matched);
SELECT status, released_at FROM sanct_quarantine WHERE id = :matched;

SELECT sanct_declare_pool('regress_sanct_app');
SELECT sanct_forget_pool('regress_sanct_app');
-- what has been written stays, for everybody
SELECT t, pg_temp.try('DELETE FROM ' || t) AS deleted, pg_temp.try('TRUNCATE ' || t) AS truncated, pg_temp.try('UPDATE ' || t || ' SET id = id') AS updated
FROM unnest(ARRAY['sanct_pool', 'sanct_quarantine', 'sanct_alert', 'sanct_decision', 'sanct_clearance']) t;
SET session_replication_role = replica;
DELETE FROM sanct_alert;
RESET session_replication_role;
SELECT sanct_append_only();
SELECT c.relname, t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE tgname LIKE '%append_only' ORDER BY 1;

-- a superuser can write a status that no decision gave, but not without its being found; what is told to do mends it
SELECT count(*) AS altered FROM sanct_status() WHERE subject ~ '^row';
SELECT id AS one, CASE status WHEN 'open' THEN 'cleared' ELSE 'open' END AS other FROM sanct_alert ORDER BY id LIMIT 1 \gset
UPDATE sanct_alert SET status = :'other' WHERE id = :one;
UPDATE sanct_quarantine SET status = CASE status WHEN 'held' THEN 'released' ELSE 'held' END WHERE status <> 'rejected';
UPDATE sanct_quarantine SET status = 'rejected' WHERE id = (SELECT max(id) FROM sanct_quarantine WHERE status = 'held');
SELECT subject, severity, what, replace(what_to_do, E'\n', ' ') AS what_to_do FROM sanct_status() WHERE subject ~ '^row' ORDER BY 1;
SELECT pg_temp.try(substring(replace(what_to_do, E'\n', ' ') from 'UPDATE.*')) AS mended FROM sanct_status() WHERE subject ~ '^row';
SELECT count(*) AS altered FROM sanct_status() WHERE subject ~ '^row';

-- alerts, decisions and clearances of a list are shown to whom the list is
SELECT sanct_restrict_list('own', '{regress_sanct_alice}');
SET SESSION AUTHORIZATION regress_sanct_bob;
\set VERBOSITY sqlstate
SELECT sanct_decide(:alert, 'comment', 'x');
SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', :other_entry, 'x');
\set VERBOSITY default
SET SESSION AUTHORIZATION regress_sanct_alice;
SELECT sanct_decide(:alert, 'comment', 'x');
SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', :other_entry, 'x') > 0 AS cleared;
RESET SESSION AUTHORIZATION;

SET client_min_messages = warning;
DROP TABLE payment;
DROP EXTENSION sanctmatch CASCADE;
DROP OWNED BY regress_sanct_app, regress_sanct_alice, regress_sanct_bob;
DROP ROLE regress_sanct_app, regress_sanct_alice, regress_sanct_bob;
CREATE EXTENSION sanctmatch;
