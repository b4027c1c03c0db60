-- who acted, and four eyes: the person behind a row and a decision, whatever roles and pools do
SET client_min_messages = notice;
\set SHOW_CONTEXT never
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n2,Person,KANG Chol Hak\n3,Person,"CHOE, Myong Hyon"\n', 'UTF8'), list => 'own') r;
CREATE ROLE regress_sanct_app;
CREATE ROLE regress_sanct_alice;
CREATE ROLE regress_sanct_bob;
CREATE ROLE regress_sanct_writers;
CREATE ROLE regress_sanct_deciders;
GRANT regress_sanct_writers, regress_sanct_deciders TO regress_sanct_alice;
GRANT EXECUTE ON FUNCTION sanct_decide, sanct_clear, sanct_revoke_clearance, sanct_release_quarantined
	TO regress_sanct_app, regress_sanct_alice, regress_sanct_bob, regress_sanct_deciders;
CREATE TABLE payment (id int PRIMARY KEY, payee text, born date, note text, held boolean NOT NULL DEFAULT false);
GRANT SELECT, INSERT, UPDATE ON payment TO regress_sanct_app, regress_sanct_alice, regress_sanct_bob, regress_sanct_writers;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'hold', '{mark=held,birth_date=born,four_eyes=on,lists=own,threshold=0.9}');
CREATE FUNCTION pg_temp.alert(row_id int) RETURNS bigint LANGUAGE sql SECURITY DEFINER AS
	$$ SELECT min(id) FROM public.sanct_alert WHERE subject_key ->> 'id' = row_id::text AND subject = 'public.payment' $$;
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN 'done';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLERRM;
END
$$;

-- the user of the session and the person that the application names, whatever SET ROLE says
SET SESSION AUTHORIZATION regress_sanct_app;
INSERT INTO payment VALUES (1, 'KANG Chol Hak');
BEGIN;
SET LOCAL sanctmatch.actor = ' alice@bank ';
INSERT INTO payment VALUES (2, 'KANG Chol Hak');
COMMIT;
INSERT INTO payment VALUES (3, 'KANG Chol Hak');
SET SESSION AUTHORIZATION regress_sanct_alice;
SET ROLE regress_sanct_writers;
INSERT INTO payment VALUES (4, 'KANG Chol Hak');
RESET ROLE;
SET sanctmatch.actor = E'two\nlines';
INSERT INTO payment VALUES (5, 'KANG Chol Hak');
SELECT set_config('sanctmatch.actor', repeat('x', 257), false) IS NULL;
INSERT INTO payment VALUES (5, 'KANG Chol Hak');
SET sanctmatch.actor = '';
SET sanctmatch.actress = 'nobody';
RESET SESSION AUTHORIZATION;
SELECT subject_key ->> 'id' AS row, raised_by, raised_actor, written_by, written_actor, held FROM sanct_alert JOIN payment p ON p.id::text = subject_key ->> 'id' ORDER BY 1;

-- whoever decides may execute the function; no right on a table, and none of them helps
SET SESSION AUTHORIZATION regress_sanct_bob;
SELECT pg_temp.try('SELECT FROM sanct_alert') AS reads, pg_temp.try($$UPDATE sanct_alert SET status = 'cleared'$$) AS writes,
	pg_temp.try($$INSERT INTO sanct_decision (alert_id, verdict, reason, decided_by) VALUES (1, 'match', 'x', 'boss')$$) AS forges,
	pg_temp.try($$SELECT sanct_note_decision(1, 'match', 'x', 'match', NULL, 'boss', NULL)$$) AS calls;
SELECT sanct_decide(pg_temp.alert(1), 'comment', 'asked for a passport', actor => 'bob@bank');
SELECT sanct_decide(pg_temp.alert(1), 'no match', 'somebody else', actor => 'bob@bank');
-- not who wrote the row: not by another role of the session, not in a function of another role
SET SESSION AUTHORIZATION regress_sanct_alice;
SELECT sanct_decide(pg_temp.alert(4), 'match', 'x');
SET ROLE regress_sanct_deciders;
SELECT sanct_decide(pg_temp.alert(4), 'match', 'x');
RESET ROLE;
-- a role of one's own is the same person whomever it names
SELECT sanct_decide(pg_temp.alert(4), 'match', 'x', actor => 'bob@bank');
RESET SESSION AUTHORIZATION;
CREATE FUNCTION decide_as_owner(alert bigint) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ SELECT sanct_decide(alert, 'match', 'x') $$;
SET SESSION AUTHORIZATION regress_sanct_alice;
SELECT decide_as_owner(pg_temp.alert(4));
-- who is named elsewhere as the writer is the same person when she logs in herself
SET SESSION AUTHORIZATION regress_sanct_app;
SET sanctmatch.actor = 'regress_sanct_alice';
INSERT INTO payment VALUES (6, 'KANG Chol Hak');
RESET sanctmatch.actor;
SET SESSION AUTHORIZATION regress_sanct_alice;
SELECT sanct_decide(pg_temp.alert(6), 'match', 'x');
SELECT sanct_decide(pg_temp.alert(6), 'comment', 'a comment is free');
RESET SESSION AUTHORIZATION;
DROP FUNCTION decide_as_owner;

-- a pool is many persons, and nobody where it names nobody
SET SESSION AUTHORIZATION regress_sanct_app;
SELECT sanct_decide(pg_temp.alert(3), 'match', 'x', actor => 'alice@bank');
RESET SESSION AUTHORIZATION;
SELECT sanct_declare_pool('regress_sanct_nobody');
SELECT sanct_declare_pool(NULL);
SELECT sanct_declare_pool('regress_sanct_app', actor => 'carol@bank');
SELECT sanct_declare_pool('regress_sanct_app');
-- a pool is declared by who asks for it, not by whose query is run
CREATE MATERIALIZED VIEW declared AS SELECT sanct_declare_pool('regress_sanct_bob')::text;
-- a number that is taken is another error
SELECT setval('sanct_pool_id_seq', 1, false);
SELECT sanct_declare_pool('regress_sanct_bob');
SELECT setval('sanct_pool_id_seq', (SELECT max(id) FROM sanct_pool));
-- nobody makes himself many persons
SELECT sanct_declare_pool(session_user);
-- nor does a pool that is declared after he has written: he was one then, whomever he names now
SET SESSION AUTHORIZATION regress_sanct_app;
SELECT sanct_decide(pg_temp.alert(2), 'match', 'x', actor => 'bob@bank');
SELECT sanct_decide(pg_temp.alert(3), 'match', 'x', actor => 'bob@bank');
SET sanctmatch.actor = 'alice@bank';
INSERT INTO payment VALUES (12, 'KANG Chol Hak'), (14, 'KANG Chol Hak');
RESET sanctmatch.actor;
INSERT INTO payment VALUES (13, 'KANG Chol Hak');
SELECT sanct_decide(pg_temp.alert(12), 'match', 'x');
SELECT sanct_decide(pg_temp.alert(12), 'match', 'x', actor => '');
SELECT sanct_decide(pg_temp.alert(12), 'comment', 'a comment is free');
SELECT sanct_decide(pg_temp.alert(12), 'match', 'x', actor => 'Alice@Bank');
SELECT sanct_decide(pg_temp.alert(12), 'match', 'it is him', actor => 'bob@bank');
SET sanctmatch.actor = 'bob@bank';
SELECT sanct_decide(pg_temp.alert(12), 'reopen', 'the argument wins', actor => 'dora@bank');
SELECT sanct_decide(pg_temp.alert(13), 'match', 'nobody knows who wrote it');
-- until somebody writes it again who can be told
UPDATE payment SET payee = 'x' WHERE id = 13;
UPDATE payment SET payee = 'KANG Chol Hak' WHERE id = 13;
SELECT sanct_decide(pg_temp.alert(13), 'match', 'he wrote it');
SELECT sanct_decide(pg_temp.alert(13), 'match', 'it is him', actor => 'alice@bank');
RESET sanctmatch.actor;
RESET SESSION AUTHORIZATION;
SELECT raised_by, raised_actor, written_by, written_actor FROM sanct_alert WHERE id = pg_temp.alert(13);
SELECT verdict, reason, decided_by, decided_actor FROM sanct_decision ORDER BY id;
SELECT sanct_forget_pool('regress_sanct_app');
SELECT sanct_forget_pool('regress_sanct_app');
-- what it wrote as a pool it does not decide as a person, nor as a pool that is declared anew
SET SESSION AUTHORIZATION regress_sanct_app;
SELECT sanct_decide(pg_temp.alert(14), 'match', 'x');
RESET SESSION AUTHORIZATION;
SELECT sanct_declare_pool('regress_sanct_app', actor => 'carol@bank');
SET SESSION AUTHORIZATION regress_sanct_app;
SELECT sanct_decide(pg_temp.alert(14), 'match', 'x', actor => 'bob@bank');
RESET SESSION AUTHORIZATION;
SELECT sanct_forget_pool('regress_sanct_app');
SELECT sanct_decide(pg_temp.alert(id), 'match', 'it is him') FROM generate_series(14, 14) id;
SELECT role, declared_by = session_user AS declared, declared_actor, forgotten_by = session_user AS forgotten, forgotten_actor FROM sanct_pool;


SET client_min_messages = warning;
DROP TABLE payment;
DROP EXTENSION sanctmatch CASCADE;
DROP OWNED BY regress_sanct_app, regress_sanct_alice, regress_sanct_bob, regress_sanct_writers, regress_sanct_deciders;
DROP ROLE regress_sanct_app, regress_sanct_alice, regress_sanct_bob, regress_sanct_writers, regress_sanct_deciders;
CREATE EXTENSION sanctmatch;
