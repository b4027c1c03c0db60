-- what is generated when it is read has no value yet when a trigger looks at the row: a guard of it would let everything pass, so
-- it is refused.  PostgreSQL has such columns since 18; before, what is expected is written out.
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SELECT current_setting('server_version_num')::int >= 180000 AS virtual \gset
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\np,Person,Choe Myong Hyon\n', 'UTF8'),
	list => 'own') r;
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN 'done';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
CREATE TABLE payment (surname text, given text, born text, held boolean);
\if :virtual
ALTER TABLE payment ADD payee text GENERATED ALWAYS AS (surname || ' ' || given) VIRTUAL, ADD year text GENERATED ALWAYS AS (left(born, 4)) VIRTUAL,
	ADD listed boolean GENERATED ALWAYS AS (given IS NOT NULL) VIRTUAL;
\endif

-- by attach, as a name, a part of one, a key, a fact and a mark
\if :virtual
SELECT string_agg(what || ': ' || pg_temp.try(format('SELECT sanct_guard_attach(''payment'', %L, ''hold'', %L)', columns, options)), E'\n') AS attached
FROM (VALUES ('name', 'payee', '{}'), ('part', 'given+payee', '{}'), ('key', 'given', '{key=payee}'), ('fact', 'given', '{birth_date=year}'),
	('mark', 'given', '{mark=listed}')) v (what, columns, options) \gset
\else
SELECT string_agg(format('%s: 0A000: column "%s" of relation "payment" cannot be guarded', what, c), E'\n') AS attached
FROM (VALUES ('name', 'payee'), ('part', 'payee'), ('key', 'payee'), ('fact', 'year'), ('mark', 'listed')) v (what, c) \gset
\endif
SELECT regexp_split_to_table(:'attached', '\n') AS attached;

-- by the trigger
CREATE TRIGGER by_hand AFTER INSERT OR UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=hold');
\if :virtual
SELECT pg_temp.try('INSERT INTO payment (surname, given) VALUES (''Choe'', ''Myong Hyon'')') AS written \gset
\else
SELECT '0A000: column "payee" of relation "payment" cannot be guarded' AS written \gset
\endif
SELECT :'written' AS written;
DROP TRIGGER by_hand ON payment;

-- out of whole rows it is left out: keys, rows in quarantine, rows that come out of it
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'surname+given', 'quarantine');
INSERT INTO payment (surname, given, born) VALUES ('Choe', 'Myong Hyon', '1990-03-05');
SELECT subject_key FROM sanct_alert;
SELECT subject_key, content FROM sanct_quarantine;
SELECT count(sanct_decide(id, 'no match', 'x')) FROM sanct_alert;
SELECT count(sanct_release_quarantined(id)) FROM sanct_quarantine;
SELECT surname, given, born FROM payment;
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'surname+given', 'hold', '{mark=held}');
INSERT INTO payment (surname, given) VALUES ('Choe', 'Myong Hyon');
SELECT pg_temp.try('UPDATE payment SET held = false') AS unmarked;
SELECT count(sanct_decide(id, 'no match', 'x')) FROM sanct_alert WHERE status = 'open';
SELECT surname, given, held FROM payment ORDER BY born;

-- what is stored has its value when a trigger looks behind the row
CREATE TABLE stored (surname text, given text, payee text GENERATED ALWAYS AS (surname || ' ' || given) STORED);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('stored', 'payee');
SELECT pg_temp.try('INSERT INTO stored (surname, given) VALUES (''Choe'', ''Myong Hyon'')') AS written;

DROP TABLE payment, stored;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
