-- keys, facts and rows in quarantine are written and read in one way, whatever the sessions that write, clear and release have set
SET client_min_messages = warning;
-- numbers of entries, which hints tell, begin anew
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
\set SHOW_CONTEXT never
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\np,Person,Choe Myong Hyon\n', 'UTF8'),
	list => 'own') r;
CREATE SCHEMA regress_elsewhere;
CREATE TABLE regress_elsewhere.ledger ();
CREATE TYPE regress_colour AS ENUM ('red', 'green');
CREATE TYPE regress_pair AS (raw bytea, since date);
CREATE PROCEDURE heed(other boolean) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config(s, CASE WHEN other THEN b ELSE a END, false) FROM (VALUES
		('bytea_output', 'hex', 'escape'), ('search_path', 'public', 'regress_elsewhere, public'), ('datestyle', 'ISO, MDY', 'SQL, DMY'),
		('intervalstyle', 'postgres', 'sql_standard'), ('extra_float_digits', '1', '-15'), ('timezone', 'UTC', 'Asia/Seoul'),
		('array_nulls', 'on', 'off'), ('quote_all_identifiers', 'off', 'on'), ('xmloption', 'content', 'document')) v (s, a, b);
END
$$;

-- a mark stays, and is lifted by its decision, whatever type the key is of and whatever is set meanwhile
CREATE PROCEDURE mark(of_type text, key text) LANGUAGE plpgsql AS $$
DECLARE
	payment text;
	alert sanct_alert;
	held text;
	cleared text;
	reopened text;
BEGIN
	FOR other IN 0..1 LOOP
		payment := 'public.payment_' || other;
		EXECUTE format('CREATE TABLE %s (key %s, payee text, held boolean)', payment, of_type);
		PERFORM sanct_guard_attach(payment, 'payee', 'hold', ARRAY['mark=held', 'key=key']);
		CALL heed(other = 1);
		EXECUTE format('INSERT INTO %s VALUES (%s, ''Choe Myong Hyon'')', payment, key);
		CALL heed(other = 0);
		BEGIN
			EXECUTE format('UPDATE %s SET held = false', payment);
		EXCEPTION WHEN object_not_in_prerequisite_state THEN
			NULL;
		END;
		EXECUTE format('SELECT held FROM %s', payment) INTO held;
		SELECT * INTO alert FROM sanct_alert ORDER BY id DESC LIMIT 1;
		PERFORM sanct_decide(alert.id, 'no match', 'x');
		EXECUTE format('SELECT held FROM %s', payment) INTO cleared;
		PERFORM sanct_decide(alert.id, 'reopen', 'x');
		EXECUTE format('SELECT held FROM %s', payment) INTO reopened;
		CALL heed(false);
		RAISE NOTICE '% %: %, cleared %, reopened %', of_type, alert.subject_key -> 'key', held, cleared, reopened;
		EXECUTE format('DROP TABLE %s', payment);
	END LOOP;
END
$$;
SET client_min_messages = notice;
\set VERBOSITY terse
CALL mark('bytea', $$'\x00ff41'$$);
CALL mark('bytea[]', $$ARRAY['\x00ff41'::bytea]$$);
CALL mark('regress_pair', $$('\x00ff41', '2024-03-15')$$);
CALL mark('regclass', $$'regress_elsewhere.ledger'$$);
CALL mark('regrole', $$'pg_monitor'$$);
CALL mark('date', $$date '2024-03-15'$$);
CALL mark('timestamptz', $$timestamptz '2024-03-15 12:00+00'$$);
CALL mark('interval', $$interval '1 month -2 days 03:04'$$);
CALL mark('float8', $$0.1::float8 + 0.2::float8$$);
CALL mark('money', $$12.50::money$$);
CALL mark('text[]', $$ARRAY[NULL, 'NULL', 'a']$$);
CALL mark('tstzrange', $$tstzrange('2024-03-15 12:00+00', NULL)$$);
CALL mark('public.regress_colour', $$'green'$$);
CALL mark('numeric', $$1.00$$);
CALL mark('json', $$'{"a": 1}'$$);
SET client_min_messages = warning;
\set VERBOSITY default

-- a clearance that is given under other settings than those of who writes holds
CREATE TABLE blocked (key bytea PRIMARY KEY, payee text, born date, part money);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('blocked', 'payee', 'block', ARRAY['birth_date=born', 'country=part']);
CALL heed(true);
SELECT sanct_clear('blocked', '{"key": "\\x00ff"}', 'Choe Myong Hyon', id, 'x', subject_facts => '{"born": "1990-03-05", "part": "1250.5"}') > 0 AS cleared
FROM sanct_entry;
CALL heed(false);
INSERT INTO blocked VALUES ('\x00ff', 'Choe Myong Hyon', '1990-05-03', 1250.50::money);
INSERT INTO blocked VALUES ('\x00ff', 'Choe Myong Hyon', '1990-03-05', 1250.50::money);
TABLE blocked;

-- a row comes out of quarantine as it went in; what a domain checks is checked as its owner's sessions do
CREATE TABLE allowed (code text);
INSERT INTO allowed VALUES ('a'), (NULL);
CREATE FUNCTION is_allowed(code text) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN RETURN EXISTS (SELECT FROM allowed a WHERE a.code IS NOT DISTINCT FROM is_allowed.code); END$$;
CREATE DOMAIN allowed_code AS varchar(3) CHECK (is_allowed(VALUE));
CREATE TABLE kept (id int PRIMARY KEY, payee text, raw bytea, words text[], of regclass, born date, price money, code allowed_code, doc xml);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('kept', 'payee', 'quarantine');
CREATE TABLE written (LIKE kept);
INSERT INTO written VALUES (1, 'Choe Myong Hyon', '\x00ff41', ARRAY[NULL, 'NULL', 'a'], 'regress_elsewhere.ledger', '1990-03-05', 1250.50::money, 'a', 'a<b/>'),
	(2, 'Choe Myong Hyon', NULL, '{}', 'pg_class', 'infinity', (-1)::int::money, NULL, NULL);
CALL heed(true);
INSERT INTO kept SELECT * FROM written;
CALL heed(false);
SELECT content FROM sanct_quarantine ORDER BY id;
SELECT count(sanct_decide(id, 'no match', 'x')) FROM sanct_alert WHERE quarantine_id IS NOT NULL;
CREATE TABLE regress_elsewhere.pg_class ();
CALL heed(true);
SET search_path = regress_elsewhere, pg_catalog, public;
SELECT count(sanct_release_quarantined(id)) FROM sanct_quarantine;
RESET search_path;
CALL heed(false);
SELECT count(*) FROM kept;
SELECT * FROM (SELECT kept::text FROM kept EXCEPT SELECT written::text FROM written) other;
DELETE FROM allowed WHERE code = 'a';
UPDATE kept SET payee = 'Choe Myong-hyon' WHERE id = 1;
SELECT count(sanct_decide(id, 'no match', 'x')) FROM sanct_alert WHERE status = 'open' AND quarantine_id IS NOT NULL;
SELECT sanct_release_quarantined(id) FROM sanct_quarantine WHERE status = 'held';

DROP TABLE blocked, kept, written, allowed;
DROP DOMAIN allowed_code;
DROP FUNCTION is_allowed;
DROP PROCEDURE mark, heed;
DROP SCHEMA regress_elsewhere CASCADE;
DROP TYPE regress_colour, regress_pair;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
