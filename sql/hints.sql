-- the statement of a hint can be pasted: it does what it says, or is an error as long as <something> is not filled in; guards
-- against a placeholder that is stored as data, and against functions that search_path does not find
SET client_min_messages = warning;
\set SHOW_CONTEXT never
DROP EXTENSION sanctmatch CASCADE;
CREATE SCHEMA "Sanctions-Desk";
CREATE EXTENSION sanctmatch SCHEMA "Sanctions-Desk";
SELECT r.entries FROM "Sanctions-Desk".sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n', 'UTF8'), list => 'own') r;
CREATE TABLE "Payment" (id int PRIMARY KEY, payee text, born text);
-- run a statement, and the one in the hint of its error; what became of both
CREATE FUNCTION pg_temp.pasted(statement text, OUT state text, OUT hint text, OUT pasted text) LANGUAGE plpgsql AS $$
BEGIN
	BEGIN
		EXECUTE statement;
	EXCEPTION WHEN OTHERS THEN
		GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, hint = PG_EXCEPTION_HINT;
	END;
	hint := substring(hint from 'SELECT [^;]*');
	EXECUTE hint;
	pasted := 'done';
EXCEPTION WHEN OTHERS THEN
	pasted := SQLSTATE || ' ' || SQLERRM;
END
$$;
SELECT count(*) > 0 AS attached FROM "Sanctions-Desk".sanct_guard_attach('"Payment"', 'payee');
SELECT * FROM pg_temp.pasted($$INSERT INTO "Payment" VALUES (1, 'Choi Myung-hyun')$$);
SELECT * FROM pg_temp.pasted($$INSERT INTO "Payment" VALUES (2, 'សុខា ចាន់')$$);
-- it is plain where search_path has it
SET search_path = public, "Sanctions-Desk";
SELECT * FROM pg_temp.pasted($$INSERT INTO "Payment" VALUES (1, 'Choi Myung-hyun')$$);
RESET search_path;
-- what is filled in, value by value, until it is whole: the call of the hint lets the row in
SELECT "Sanctions-Desk".sanct_guard_detach('"Payment"');
SELECT count(*) > 0 AS attached FROM "Sanctions-Desk".sanct_guard_attach('"Payment"', 'payee', birth_date => 'born', key => '{payee}');
SELECT hint, pasted FROM pg_temp.pasted($$INSERT INTO "Payment" VALUES (3, 'Choi Myung-hyun', '1990')$$);
CREATE FUNCTION pg_temp.filled(hint text, VARIADIC words text[]) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	FOR i IN 1 .. cardinality(words) / 2 LOOP
		hint := regexp_replace(hint, words[2 * i - 1], words[2 * i]);
	END LOOP;
	EXECUTE hint;
	RETURN 'done';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ' ' || SQLERRM;
END
$$;
SELECT hint AS clear FROM pg_temp.pasted($$INSERT INTO "Payment" VALUES (3, 'Choi Myung-hyun', '1990')$$) \gset
SELECT pg_temp.filled(:'clear', '<name>', '''Choi Myung-hyun''', '<value>', '"Choi Myung-hyun"', '<value>', '"1990"') AS without_reason,
	pg_temp.filled(:'clear', '<name>', '''Choi Myung-hyun''', '<reason>', '''born 1990''', '<value>', '"Choi Myung-hyun"') AS without_value,
	pg_temp.filled(:'clear', '<value>', '"Choi Myung-hyun"', '<value>', '"1990"', '<reason>', '''born 1990''') AS without_name;
SELECT count(*) AS clearances FROM "Sanctions-Desk".sanct_clearance;
SELECT pg_temp.filled(:'clear', '<name>', '''Choi Myung-hyun''', '<value>', '"Choi Myung-hyun"', '<value>', '"1990"', '<reason>', '''born 1990''') AS whole;
INSERT INTO "Payment" VALUES (3, 'Choi Myung-hyun', '1990');
-- a decision, an assignment, a row in quarantine, a list
SELECT "Sanctions-Desk".sanct_guard_detach('"Payment"');
SELECT count(*) > 0 AS attached FROM "Sanctions-Desk".sanct_guard_attach('"Payment"', 'payee', 'quarantine');
INSERT INTO "Payment" VALUES (4, 'Choi Myung-hyun');
SELECT * FROM pg_temp.pasted($$SELECT "Sanctions-Desk".sanct_release_quarantined(1)$$);
SELECT "Sanctions-Desk".sanct_decide(1, 'no match', 'born 1990');
SELECT * FROM pg_temp.pasted($$SELECT "Sanctions-Desk".sanct_decide(1, 'match', 'the passport')$$);
SELECT * FROM pg_temp.pasted($$SELECT "Sanctions-Desk".sanct_assign(1, 'm.mustermann', reason => 'knows him')$$);
SELECT "Sanctions-Desk".sanct_guard_detach('"Payment"');
SELECT * FROM pg_temp.pasted($$SELECT "Sanctions-Desk".sanct_release_quarantined(1)$$);
SELECT * FROM pg_temp.pasted($$SELECT * FROM "Sanctions-Desk".sanct_screen('Choe', programs => '{NONE}')$$);
SELECT * FROM "Sanctions-Desk".sanct_guard_check('"Payment"');
SELECT r.entries FROM "Sanctions-Desk".sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n', 'UTF8'), list => 'other') r;
-- what attaching tells, and what sanct_status tells to do
SELECT told FROM "Sanctions-Desk".sanct_guard_attach('"Payment"', 'payee', 'hold') AS told;
ALTER TABLE "Payment" DISABLE TRIGGER sanct_guard;
SELECT subject, what_to_do FROM "Sanctions-Desk".sanct_status() WHERE subject ~ '^guard';
SELECT count(*) FROM "Sanctions-Desk".sanct_enable_triggers();
DROP TABLE "Payment";
DROP EXTENSION sanctmatch CASCADE;
DROP SCHEMA "Sanctions-Desk";
CREATE EXTENSION sanctmatch;
