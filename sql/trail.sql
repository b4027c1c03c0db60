-- the trail: who acted, four eyes, pools, clearances, marks, rows kept out; written by functions alone
SET client_min_messages = notice;
\set SHOW_CONTEXT never
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n2,Person,KANG Chol Hak\n3,Person,"CHOE, Myong Hyon"\n', 'UTF8'), list => 'own') r;
SELECT id AS entry FROM sanct_entry WHERE list_uid = '1' \gset
SELECT id AS other_entry FROM sanct_entry WHERE list_uid = '2' \gset
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

-- marks: lifted with the last alert of the row, set again with one that is reopened
SET SESSION AUTHORIZATION regress_sanct_app;
INSERT INTO payment VALUES (7, 'CHOE Myong Hyon');
RESET SESSION AUTHORIZATION;
CREATE FUNCTION pg_temp.decide(nth int, verdict text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	PERFORM sanct_decide((SELECT id FROM sanct_alert WHERE subject_key ->> 'id' = '7' ORDER BY id LIMIT 1 OFFSET nth - 1), verdict, 'test');
	RETURN (SELECT held FROM payment WHERE id = 7);
END
$$;
SELECT count(*) AS alerts, bool_and(held) AS held FROM sanct_alert, payment WHERE subject_key ->> 'id' = '7' AND payment.id = 7;
SELECT pg_temp.decide(1, 'no match');
SELECT pg_temp.decide(2, 'no match');
SELECT pg_temp.decide(1, 'reopen');
SELECT pg_temp.decide(1, 'match');
SELECT pg_temp.decide(2, 'reopen');
SELECT pg_temp.decide(2, 'no match');
SELECT pg_temp.decide(1, 'reopen');
SELECT pg_temp.decide(1, 'comment');
SELECT pg_temp.decide(1, 'no match');
-- nothing of another row, and nothing where the row is gone or the guard marks nothing
SELECT id FROM payment WHERE NOT held ORDER BY id;
SELECT pg_temp.decide(1, 'reopen');
DELETE FROM payment WHERE id = 7;
SELECT pg_temp.decide(1, 'no match');
SELECT sanct_guard_detach('payment');
INSERT INTO payment (id, held) VALUES (7, true);
SELECT pg_temp.decide(1, 'reopen'), pg_temp.decide(1, 'no match');
DROP TABLE payment;
SELECT sanct_decide(min(id), 'reopen', 'x') FROM sanct_alert WHERE subject_key ->> 'id' = '7';
-- every kind of key
CREATE DOMAIN mark AS boolean CHECK (VALUE IS NOT NULL);
CREATE TABLE keyed (n numeric(6, 2), d date, t timestamptz, c char(5), j json, a text[], e text, payee text, "the Mark" mark DEFAULT false);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('keyed', 'payee', 'hold', '{"mark=\"the Mark\"",threshold=0.9}');
SET datestyle = 'German';
SET timezone = 'Asia/Seoul';
INSERT INTO keyed SELECT v.*, 'KANG Chol Hak' FROM (VALUES (1.5, date '2024-02-01', timestamptz '2024-02-01 09:00+09', 'ab', json '{"a": 1}', '{x,"y z"}'::text[], 'e'),
	(1.5, date '2024-02-01', timestamptz '2024-02-01 09:00+09', 'ab', '{"a":1}', '{x,"y z"}', 'e'), (1.5, NULL, NULL, 'ab', '{"a": 1}', '{x}', 'E')) v;
SELECT sanct_decide(id, 'no match', 'x') FROM sanct_alert WHERE subject = 'public.keyed' AND subject_key ->> 'j' = '{"a": 1}' AND subject_key ->> 'd' IS NOT NULL;
SELECT j, e, "the Mark" FROM keyed;
SELECT sanct_decide(id, 'no match', 'x') FROM sanct_alert WHERE subject = 'public.keyed' AND subject_key ->> 'e' = 'E';
SELECT sanct_decide(id, 'reopen', 'x') FROM sanct_alert WHERE subject = 'public.keyed' AND status = 'cleared' AND subject_key ->> 'e' = 'e';
SELECT j, e, "the Mark" FROM keyed ORDER BY e COLLATE "C";
RESET datestyle;
RESET timezone;
ALTER TABLE keyed RENAME e TO f;
SELECT sanct_decide(id, 'no match', 'x') FROM sanct_alert WHERE subject = 'public.keyed' AND status = 'open' AND subject_key ->> 'j' = '{"a": 1}';
DROP TABLE keyed;
DROP DOMAIN mark;

-- the row is changed as its owner would: with his rights, his path, whatever policies there are; not as who decides
CREATE SCHEMA owned AUTHORIZATION regress_sanct_bob;
GRANT EXECUTE ON FUNCTION sanct_guard, sanct_guard_attach TO regress_sanct_bob;
SET SESSION AUTHORIZATION regress_sanct_bob;
CREATE TABLE owned.payment (id int PRIMARY KEY, payee text, held boolean DEFAULT false) PARTITION BY RANGE (id);
CREATE TABLE owned.part PARTITION OF owned.payment FOR VALUES FROM (0) TO (10);
CREATE TABLE owned.log (who name, session name, path text, held boolean);
CREATE FUNCTION owned.log() RETURNS trigger LANGUAGE plpgsql AS
	$$ BEGIN INSERT INTO log VALUES (current_user, session_user, current_setting('search_path'), NEW.held); RETURN NEW; END $$;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('owned.payment', 'payee', 'hold', '{mark=held,threshold=0.9}');
INSERT INTO owned.payment VALUES (1, 'KANG Chol Hak');
CREATE TRIGGER log AFTER UPDATE OF held ON owned.payment FOR EACH ROW EXECUTE FUNCTION owned.log();
ALTER TABLE owned.payment ENABLE ROW LEVEL SECURITY;
ALTER TABLE owned.payment FORCE ROW LEVEL SECURITY;
CREATE POLICY none ON owned.payment USING (false);
SET SESSION AUTHORIZATION regress_sanct_alice;
-- what she would like to be found in place of the owner's
CREATE TEMP TABLE log (who name, session name, path text, held boolean);
GRANT ALL ON log TO PUBLIC;
SET search_path = pg_temp, public;
RESET SESSION AUTHORIZATION;
RESET search_path;
SELECT id AS owned_alert FROM sanct_alert WHERE subject = 'owned.payment' \gset
SET SESSION AUTHORIZATION regress_sanct_alice;
SET search_path = pg_temp, public;
SELECT sanct_decide(:owned_alert, 'no match', 'somebody else');
SELECT current_user = session_user AS herself, current_setting('search_path') AS path, (SELECT count(*) FROM log) AS stolen;
RESET search_path;
RESET SESSION AUTHORIZATION;
SELECT * FROM owned.log;
SELECT tableoid::regclass, * FROM owned.payment;
-- what would run later, with the rights of who decides, does not run
CREATE CONSTRAINT TRIGGER later AFTER UPDATE ON owned.part DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION owned.log();
SELECT sanct_decide(:owned_alert, 'reopen', 'x');
DROP TRIGGER later ON owned.part;
-- nor does its owner decide in the session of another
GRANT EXECUTE ON FUNCTION sanct_decide TO regress_sanct_bob;
CREATE FUNCTION owned.decide() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM public.sanct_decide(TG_ARGV[0]::bigint, 'comment', 'never said'); RETURN NEW; END $$;
SELECT format('CREATE TRIGGER decide BEFORE UPDATE ON owned.part FOR EACH ROW EXECUTE FUNCTION owned.decide(%s)', :owned_alert) \gexec
SELECT sanct_decide(:owned_alert, 'reopen', 'x');
DROP TRIGGER decide ON owned.part;
-- an error in a trigger leaves nothing decided, and the session as it was
CREATE FUNCTION owned.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not this one'; END $$;
CREATE TRIGGER fail BEFORE UPDATE ON owned.part FOR EACH ROW EXECUTE FUNCTION owned.fail();
SELECT pg_temp.try(format($$SELECT sanct_decide(%s, 'reopen', 'x')$$, :owned_alert)), current_user = session_user AS herself, current_setting('search_path') AS path,
	(SELECT status FROM sanct_alert WHERE id = :owned_alert);
DROP TRIGGER fail ON owned.part;
-- another table of that name is not touched
ALTER TABLE owned.payment RENAME TO moved;
CREATE TABLE owned.payment (id int, held boolean);
INSERT INTO owned.payment VALUES (1, false);
SELECT sanct_decide(:owned_alert, 'reopen', 'x');
SELECT * FROM owned.payment;
SET client_min_messages = warning;
DROP SCHEMA owned CASCADE;
SET client_min_messages = notice;
REVOKE EXECUTE ON FUNCTION sanct_guard, sanct_guard_attach FROM regress_sanct_bob;

-- clearances without an alert
CREATE TABLE payment (id int PRIMARY KEY, payee text, born date, note text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'block', '{birth_date=born,threshold=0.9,lists=own}');
GRANT INSERT ON payment TO regress_sanct_app;
SET SESSION AUTHORIZATION regress_sanct_bob;
SELECT pg_temp.try(statement) FROM (VALUES
	($$SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', 0, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', NULL, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"nonsense": 1}', 'KANG Chol Hak', 1, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"note": 1}', 'KANG Chol Hak', 1, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"id": 1, "note": "x"}', 'KANG Chol Hak', 1, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{}', 'KANG Chol Hak', 1, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '[1]', 'KANG Chol Hak', 1, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"id": "x"}', 'KANG Chol Hak', 1, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', 1, 'x')$$),
	($$SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', 1, 'x', subject_facts => '{"birth": null}')$$),
	($$SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', 1, '', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"id": 1}', NULL, 1, 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', 1, 'x', kind => 'x', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', 1, 'x', kind => 'unread', subject_facts => '{"born": null}')$$),
	($$SELECT sanct_clear('pg_locks', '{"pid": 1}', 'KANG Chol Hak', 1, 'x')$$),
	($$SELECT sanct_clear(0::regclass, '{"id": 1}', 'KANG Chol Hak', 1, 'x')$$)) v (statement);
-- as the guard writes it, whoever writes it otherwise
SELECT sanct_clear('payment', '{"id": "01"}', 'KANG Chol Hak', :other_entry, 'somebody else', subject_facts => '{"born": "1 Feb 1990"}') AS clearance \gset
-- it stays locked for nobody
SELECT count(*) FROM pg_locks WHERE relation = 'payment'::regclass;
SET SESSION AUTHORIZATION regress_sanct_app;
SELECT pg_temp.try($$INSERT INTO payment VALUES (1, 'KANG Chol Hak', '1990-02-02')$$), pg_temp.try($$INSERT INTO payment VALUES (1, 'KANG Chol Hak', '1990-02-01')$$);
RESET SESSION AUTHORIZATION;
SELECT subject, subject_key, subject_name, subject_facts, list, list_uid, reason, approved_by, approved_actor, alert_id FROM sanct_clearance WHERE id = :clearance;
DELETE FROM payment;
SET SESSION AUTHORIZATION regress_sanct_bob;
SELECT sanct_revoke_clearance(:clearance, '');
SELECT sanct_revoke_clearance(0, 'x');
SELECT sanct_revoke_clearance(:clearance, 'the passport was false', actor => 'dora@bank');
SELECT sanct_revoke_clearance(:clearance, 'again');
RESET SESSION AUTHORIZATION;
SELECT pg_temp.try($$INSERT INTO payment VALUES (1, 'KANG Chol Hak', '1990-02-01')$$);
SELECT revoked_at IS NOT NULL AS revoked, revoked_by, revoked_actor, revoked_reason FROM sanct_clearance WHERE id = :clearance;
SELECT count(*) FROM sanct_clearance WHERE alert_id IS NOT NULL AND revoked_at IS NULL \gset
SELECT min(id) AS of_decision FROM sanct_clearance WHERE alert_id IS NOT NULL \gset
SELECT sanct_revoke_clearance(:of_decision, 'a decision gave it');
-- a pool names a person here too
SELECT sanct_declare_pool('regress_sanct_app');
SET SESSION AUTHORIZATION regress_sanct_app;
SELECT sanct_clear('payment', '{"id": 1}', 'KANG Chol Hak', :other_entry, 'x', subject_facts => '{"born": null}');
SELECT sanct_revoke_clearance(:clearance, 'x');
SELECT sanct_release_quarantined(1);
RESET SESSION AUTHORIZATION;
SELECT sanct_forget_pool('regress_sanct_app');
-- with four eyes it holds for what others write
CREATE TABLE checked (id int PRIMARY KEY, payee text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('checked', 'payee', options => '{four_eyes=on,threshold=0.9,lists=own}');
GRANT INSERT ON checked TO regress_sanct_app, regress_sanct_bob;
SET SESSION AUTHORIZATION regress_sanct_bob;
SELECT sanct_clear('checked', '{"id": 1}', 'KANG Chol Hak', :other_entry, 'x') > 0 AS cleared;
SELECT pg_temp.try($$INSERT INTO checked VALUES (1, 'KANG Chol Hak')$$);
SET SESSION AUTHORIZATION regress_sanct_app;
SET sanctmatch.actor = 'regress_sanct_BOB';
SELECT pg_temp.try($$INSERT INTO checked VALUES (1, 'KANG Chol Hak')$$);
SET sanctmatch.actor = 'alice@bank';
SELECT pg_temp.try($$INSERT INTO checked VALUES (1, 'KANG Chol Hak')$$);
RESET sanctmatch.actor;
RESET SESSION AUTHORIZATION;
DROP TABLE checked;
-- tables without a guard or a primary key
CREATE TABLE bare (payee text, amount int);
SELECT sanct_clear('bare', '{"payee": "KANG Chol Hak"}', 'KANG Chol Hak', :other_entry, 'x');
SELECT sanct_clear('bare', '{"payee": "KANG Chol Hak", "amount": "007"}', 'KANG Chol Hak', :other_entry, 'x') > 0 AS cleared;
SELECT subject_key FROM sanct_clearance WHERE subject = 'public.bare';
DROP TABLE bare;

-- a name that could not be read: of no entry, once, cleared as such
CREATE FUNCTION pg_temp.unread(row_key jsonb) RETURNS bigint LANGUAGE sql AS
	$$ SELECT sanct_raise_alert('public.payment', row_key, 'สมชาย', '{"born": null}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Its letters are not read.', 1, 'hold', 'g', NULL, NULL, false, session_user, NULL, 0.67, NULL, NULL, NULL, NULL, NULL) $$;
SELECT pg_temp.unread('{"id": "8"}') AS unread \gset
SELECT pg_temp.unread('{"id": "8"}') IS NULL AS once, pg_temp.unread('{"id": "9"}') IS NULL AS other;
SELECT kind, entry_id, list, tier, explanation, note, status FROM sanct_alert WHERE id = :unread;
SELECT sanct_is_cleared('public.payment', '{"id": "8"}', 'สมชาย', '{"born": null}', NULL, NULL, false, session_user, NULL);
SELECT sanct_decide(:unread, 'no match', 'a Thai customer', now() + interval '1 day');
SELECT sanct_is_cleared('public.payment', '{"id": "8"}', 'สมชาย', '{"born": null}', NULL, NULL, true, session_user, NULL) AS cleared, sanct_is_cleared('public.payment', '{"id": "9"}', 'สมชาย', '{"born": null}', NULL, NULL, false, session_user, NULL) AS other,
	sanct_is_cleared('public.payment', '{"id": "8"}', 'สมชาย', '{"born": null}', :other_entry, 1, false, session_user, NULL) AS of_entry;
SELECT sanct_clear('payment', '{"id": 9}', 'สมชาย', NULL, 'a Thai customer', subject_facts => '{"born": null}', kind => 'unread') > 0 AS cleared;
SELECT sanct_is_cleared('public.payment', '{"id": "9"}', 'สมชาย', '{"born": null}', NULL, NULL, false, session_user, NULL) AS cleared,
	sanct_is_cleared('public.payment', '{"id": "9"}', 'สมชาย', '{"born": null}', NULL, NULL, true, session_user, NULL) AS for_who_cleared,
	sanct_is_cleared('public.payment', '{"id": "9"}', 'สมชาย', '{"born": null}', NULL, NULL, true, 'regress_sanct_bob', NULL) AS for_others;
SELECT sanct_decide(:unread, 'reopen', 'x', now());
SELECT sanct_decide(:unread, 'no match', 'x', now());
SELECT sanct_clear('payment', '{"id": 9}', 'สมชาย', NULL, 'x', '2020-01-01', '{"born": null}', kind => 'unread');

-- quarantine: with the rights of who releases, whole, and never what is a match
SELECT sanct_guard_detach('payment');
DROP TABLE payment;
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

-- what has been written stays, for everybody
SELECT t, pg_temp.try('DELETE FROM ' || t) AS deleted, pg_temp.try('TRUNCATE ' || t) AS truncated, pg_temp.try('UPDATE ' || t || ' SET id = id') AS updated
FROM unnest(ARRAY['sanct_pool', 'sanct_quarantine', 'sanct_alert', 'sanct_decision', 'sanct_clearance']) t;
SET session_replication_role = replica;
DELETE FROM sanct_alert;
RESET session_replication_role;
SELECT sanct_append_only();
SELECT c.relname, t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE tgname LIKE '%append_only' ORDER BY 1;

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
DROP OWNED BY regress_sanct_app, regress_sanct_alice, regress_sanct_bob, regress_sanct_writers, regress_sanct_deciders;
DROP ROLE regress_sanct_app, regress_sanct_alice, regress_sanct_bob, regress_sanct_writers, regress_sanct_deciders;
CREATE EXTENSION sanctmatch;
