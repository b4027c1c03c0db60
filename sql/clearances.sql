-- clearances without an alert, and of names that could not be read: what they hold for, and for whom
SET client_min_messages = notice;
\set SHOW_CONTEXT never
-- numbers, which messages tell, begin anew
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n2,Person,KANG Chol Hak\n3,Person,"CHOE, Myong Hyon"\n', 'UTF8'), list => 'own') r;
SELECT id AS other_entry FROM sanct_entry WHERE list_uid = '2' \gset
CREATE ROLE regress_sanct_app;
CREATE ROLE regress_sanct_bob;
GRANT EXECUTE ON FUNCTION sanct_clear, sanct_revoke_clearance, sanct_release_quarantined TO regress_sanct_app, regress_sanct_bob;
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN 'done';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLERRM;
END
$$;
-- one that a decision has given
CREATE TABLE decided (id int PRIMARY KEY, payee text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('decided', 'payee', 'record', '{threshold=0.9,lists=own}');
INSERT INTO decided VALUES (1, 'KANG Chol Hak');
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert;

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
	$$ SELECT sanct_raise_alert('public.payment', row_key, 'សុខា', '{"born": null}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Its letters are not read.', 1, 'hold', 'g', NULL, NULL, false, session_user, NULL, 0.67, NULL, NULL, NULL, NULL, NULL) $$;
SELECT pg_temp.unread('{"id": "8"}') AS unread \gset
SELECT pg_temp.unread('{"id": "8"}') IS NULL AS once, pg_temp.unread('{"id": "9"}') IS NULL AS other;
SELECT kind, entry_id, list, tier, explanation, note, status FROM sanct_alert WHERE id = :unread;
SELECT sanct_is_cleared('public.payment', '{"id": "8"}', 'សុខា', '{"born": null}', NULL, NULL, false, session_user, NULL);
SELECT sanct_decide(:unread, 'no match', 'a Khmer customer', now() + interval '1 day');
SELECT sanct_is_cleared('public.payment', '{"id": "8"}', 'សុខា', '{"born": null}', NULL, NULL, true, session_user, NULL) AS cleared, sanct_is_cleared('public.payment', '{"id": "9"}', 'សុខា', '{"born": null}', NULL, NULL, false, session_user, NULL) AS other,
	sanct_is_cleared('public.payment', '{"id": "8"}', 'សុខា', '{"born": null}', :other_entry, 1, false, session_user, NULL) AS of_entry;
SELECT sanct_clear('payment', '{"id": 9}', 'សុខា', NULL, 'a Khmer customer', subject_facts => '{"born": null}', kind => 'unread') > 0 AS cleared;
SELECT sanct_is_cleared('public.payment', '{"id": "9"}', 'សុខា', '{"born": null}', NULL, NULL, false, session_user, NULL) AS cleared,
	sanct_is_cleared('public.payment', '{"id": "9"}', 'សុខា', '{"born": null}', NULL, NULL, true, session_user, NULL) AS for_who_cleared,
	sanct_is_cleared('public.payment', '{"id": "9"}', 'សុខា', '{"born": null}', NULL, NULL, true, 'regress_sanct_bob', NULL) AS for_others;
SELECT sanct_decide(:unread, 'reopen', 'x', now());
SELECT sanct_decide(:unread, 'no match', 'x', now());
SELECT sanct_clear('payment', '{"id": 9}', 'សុខា', NULL, 'x', '2020-01-01', '{"born": null}', kind => 'unread');

SET client_min_messages = warning;
DROP TABLE payment, decided;
DROP EXTENSION sanctmatch CASCADE;
DROP OWNED BY regress_sanct_app, regress_sanct_bob;
DROP ROLE regress_sanct_app, regress_sanct_bob;
CREATE EXTENSION sanctmatch;
