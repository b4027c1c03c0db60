-- the mark of a row that is held as decisions set and lift it: by the last alert of the row, whatever its key, and as the row's
-- owner would
SET client_min_messages = notice;
\set SHOW_CONTEXT never
-- numbers, which messages tell, begin anew
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n2,Person,KANG Chol Hak\n3,Person,"CHOE, Myong Hyon"\n', 'UTF8'), list => 'own') r;
CREATE ROLE regress_sanct_app;
CREATE ROLE regress_sanct_alice;
CREATE ROLE regress_sanct_bob;
GRANT EXECUTE ON FUNCTION sanct_decide TO regress_sanct_alice, regress_sanct_bob;
CREATE TABLE payment (id int PRIMARY KEY, payee text, born date, note text, held boolean NOT NULL DEFAULT false);
GRANT SELECT, INSERT, UPDATE ON payment TO regress_sanct_app, regress_sanct_alice, regress_sanct_bob;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'hold', '{mark=held,birth_date=born,four_eyes=on,lists=own,threshold=0.9}');
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN 'done';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLERRM;
END
$$;
-- another row that is not held any more, and one that is
SET SESSION AUTHORIZATION regress_sanct_app;
INSERT INTO payment VALUES (1, 'KANG Chol Hak'), (2, 'KANG Chol Hak');
RESET SESSION AUTHORIZATION;
-- the table is locked as by any other change of a row, until the transaction ends: no index that is built meanwhile misses the row
BEGIN;
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE subject_key ->> 'id' = '1';
SELECT count(*) AS locked FROM pg_locks WHERE relation = 'payment'::regclass AND pid = pg_backend_pid() AND mode = 'RowExclusiveLock' AND granted;
COMMIT;

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
-- an owner who may not read the columns of the key does not find the row; guards against any other column that will do
REVOKE SELECT ON owned.payment FROM regress_sanct_bob;
GRANT SELECT (held) ON owned.payment TO regress_sanct_bob;
SELECT pg_temp.try(format($$SELECT sanct_decide(%s, 'reopen', 'x')$$, :owned_alert));
-- what changes no mark locks no row, and asks for no right to it
SELECT pg_temp.try(format($$SELECT sanct_decide(%s, 'comment', 'x')$$, :owned_alert));
GRANT SELECT ON owned.payment TO regress_sanct_bob;
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

SET client_min_messages = warning;
DROP EXTENSION sanctmatch CASCADE;
DROP OWNED BY regress_sanct_app, regress_sanct_alice, regress_sanct_bob;
DROP ROLE regress_sanct_app, regress_sanct_alice, regress_sanct_bob;
CREATE EXTENSION sanctmatch;
