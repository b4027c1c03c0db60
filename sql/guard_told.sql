-- what the error of a blocked row tells: fields, the key, JSON, nothing; options by name; notifications
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n2,Person,KANG Chol Hak\n', 'UTF8'), list => 'told') r;
CREATE FUNCTION pg_temp.stopped(statement text, OUT state text, OUT message text, OUT detail text, OUT hint text, OUT fields text) LANGUAGE plpgsql AS $$
DECLARE
	s text; t text; c text; n text;
BEGIN
	EXECUTE statement;
	message := 'done';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT,
		s = SCHEMA_NAME, t = TABLE_NAME, c = COLUMN_NAME, n = CONSTRAINT_NAME;
	fields := concat_ws(' ', s, t, c, n);
	hint := regexp_replace(hint, '<name>, \d+,', '<name>, ENTRY,');
	detail := regexp_replace(detail, '"entry_id": \d+', '"entry_id": 0');
END
$$;
CREATE TABLE payment (id bigserial PRIMARY KEY, payee text, "Account Holder" text, born date);

-- attach tells the call that does what the guard does not, and what may not be meant
SELECT told FROM sanct_guard_attach('payment', 'payee', options => ARRAY['document=payee,"Account Holder"', 'nationality=payee']) AS told WHERE told ~ 'sanct_run\(';
SELECT sanct_guard_detach('payment');
SELECT * FROM sanct_guard_attach('payment', 'payee,"Account Holder"', lists => '{told}', birth_date => 'born') AS told;
SELECT tgname, encode(tgargs, 'escape') FROM pg_trigger WHERE tgrelid = 'payment'::regclass AND NOT tgisinternal;
\x on
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (payee) VALUES ('Choi Myung-hyun')$$);
SELECT * FROM pg_temp.stopped($$INSERT INTO payment ("Account Holder", born) VALUES ('Choi Myung-hyun', '1990-01-01')$$);
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (payee) VALUES ('សុខា ចាន់')$$);
-- the hint's call lets the row in, with the key that it had
SELECT sanct_clear('public.payment', '{"id": "1"}', 'Choi Myung-hyun', entry => (SELECT id FROM sanct_entry WHERE list_uid = '1'), reason => 'another one', subject_facts => '{"born": null}') > 0 AS cleared;
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (1, 'Choi Myung-hyun')$$);
SELECT sanct_guard_detach('payment');
-- a key that holds the name is not told
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', lists => '{told}', key => '{payee}');
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (payee) VALUES ('Choi Myung-hyun')$$);
SELECT sanct_guard_detach('payment');

-- JSON, of a row and of a statement
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', lists => '{told}', tell => 'json', threshold => 0.9::double precision);
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (7, 'Choi Myung-hyun')$$);
SELECT detail::jsonb ->> 'list_uid' AS list_uid, detail::jsonb -> 'key' AS key FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (7, 'Choi Myung-hyun')$$);
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (8, 'វណ្ណា ចាន់')$$);
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', lists => '{told}', tell => 'json', statement => true, row_limit => 1);
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (7, 'Choi Myung-hyun'), (8, 'Emily Rodgers'), (9, 'Kang Chol-hak')$$);
-- of several columns none is named
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee,"Account Holder"', lists => '{told}', tell => 'json', statement => true, row_limit => 1);
SELECT fields FROM pg_temp.stopped($$INSERT INTO payment (id, "Account Holder") VALUES (7, 'Choi Myung-hyun')$$);
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', lists => '{told}', tell => 'json', statement => true, row_limit => 1);
SELECT detail::jsonb -> 'rows' AS rows, jsonb_array_length(detail::jsonb -> 'hits') AS told FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (7, 'Choi Myung-hyun'), (9, 'Kang Chol-hak')$$);
SELECT sanct_guard_detach('payment');

-- nothing: no state, detail, hint, constraint or column that warns
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', lists => '{told}', tell => 'none');
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (7, 'Choi Myung-hyun')$$);
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (7, 'វណ្ណា ចាន់')$$);
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', lists => '{told}', tell => 'none', statement => true);
SELECT * FROM pg_temp.stopped($$INSERT INTO payment (id, payee) VALUES (7, 'Choi Myung-hyun'), (8, 'Kang Chol-hak')$$);
SELECT sanct_guard_detach('payment');
\x off

-- options by name are those of the array: together they are refused twice, and a misreading is an error
ALTER TABLE payment ADD held boolean NOT NULL DEFAULT false, ADD "a,b" text;
SELECT message FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', options => '{threshold=0.8}', threshold => 0.8)$$);
SELECT message FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', types => '{person,yacht}')$$);
SELECT message FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', types => ARRAY['person,vessel'])$$);
SELECT message FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', key => '{nothing}')$$);
SELECT message FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', mark => 'held')$$);
-- columns that are not there yet: the hint makes them
SELECT message, hint FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', 'hold', mark => 'Mark it')$$);
SELECT message, hint FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', 'hold', mark => 'payee')$$);
SELECT hint FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', birth_date => 'birthday')$$);
SELECT hint FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', document => '{passport}')$$);
SELECT hint FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', country => 'land')$$);
CREATE FUNCTION pg_temp.follow(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE substring((SELECT hint FROM pg_temp.stopped(statement)) from 'ALTER TABLE.*');
	EXECUTE statement;
	RETURN 'done';
END
$$;
SELECT pg_temp.follow($$SELECT FROM sanct_guard_attach('payment', 'payee', 'hold', mark => 'Mark it')$$), sanct_guard_detach('payment');
SELECT pg_temp.follow($$SELECT FROM sanct_guard_attach('payment', 'payee', birth_date => 'birthday')$$), sanct_guard_detach('payment');
SELECT message FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', tell => 'all')$$);
SELECT message FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', threshold => 67)$$);
SELECT message FROM pg_temp.stopped($$SELECT FROM sanct_guard_attach('payment', 'payee', options => '{types=person,vessel}')$$);
SELECT * FROM sanct_guard_attach('payment', 'payee', 'hold', threshold => 0.8, lists => '{told}', types => '{person,vessel}', key => '{id,"a,b"}', country => 'a,b',
	four_eyes => true, show_names => false, unread => 'pass', on_empty => 'pass', notify => false) AS told;
SELECT encode(tgargs, 'escape') FROM pg_trigger WHERE tgrelid = 'payment'::regclass AND NOT tgisinternal;
SELECT sanct_guard_detach('payment');

DROP TABLE payment;
-- the trail is not deleted, but with the extension
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
