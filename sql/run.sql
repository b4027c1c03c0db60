-- runs: tables screened with alerts, what is new since the last run, clearances, coverage
SET client_min_messages = notice;
\set SHOW_CONTEXT never
CREATE FUNCTION pg_temp.load(code text, csv text) RETURNS text LANGUAGE sql AS $$
	SELECT format('%s added, %s changed', r.added, r.changed)
	FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name,birth_date\n' || csv, 'UTF8'), list => code) r $$;
CREATE FUNCTION pg_temp.told(r sanct_run) RETURNS text LANGUAGE sql AS $$
	SELECT format('%s of %s rows: %s hits, %s ruled out, %s raised, %s reopened, %s standing, %s suppressed, %s unread', r.kind, r.rows, r.hits,
		r.ruled_out, r.raised, r.reopened, r.standing, r.suppressed, r.unread_names) $$;
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN 'done';
EXCEPTION WHEN OTHERS THEN
	RETURN format('%s %s', SQLSTATE, SQLERRM);
END
$$;
SELECT pg_temp.load('run-a', E'1,Person,Choe Myong Hyon,1976-05-08\n2,Person,KANG Chol Hak,\n');
CREATE TABLE customer (id int PRIMARY KEY, name text, born date, kind text);
INSERT INTO customer VALUES (1, 'Choi Myung-hyun', '1976-05-08', 'person'), (2, 'Kang Chol-hak', NULL, NULL), (3, 'Emily Rodgers', NULL, NULL),
	(4, 'ጊዮርጊስ አበበ', NULL, NULL), (5, NULL, NULL, NULL), (6, 'KANG Chol Hak', '1990-01-01', NULL);

-- the first run looks at everything, and is told whole; the screening functions raise nothing
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', lists => '{run-a}');
SELECT pg_temp.told(r) FROM sanct_run('customer', 'id', 'name', lists => '{run-a}') r;
SELECT subject_key, subject_name, list, list_uid, similarity, verdict, action, guard, run_id = max(run_id) OVER () AS last_run, status, raised_by = session_user AS by_me,
	release_id = (SELECT max(id) FROM sanct_release) AS in_force, kind
FROM sanct_alert WHERE subject = 'public.customer' ORDER BY id;
SELECT subject, columns, threshold, verdict, lists, types, programs, unread, previous_id, algorithm > 0 AS algorithm, started_at < finished_at AS lasted,
	run_by = session_user AS by_me, run_actor
FROM sanct_run ORDER BY id;
SELECT l.list, r.imported_at IS NOT NULL AS known, l.since FROM sanct_run_list l JOIN sanct_release r ON r.id = l.release_id;

-- the same again: nothing is raised twice, and no number is drawn for what is there
SELECT pg_temp.told(r) FROM sanct_run('customer', 'id', 'name', lists => '{run-a}', actor => 'night job') r;
SELECT run_actor, (SELECT last_value FROM sanct_alert_id_seq) = (SELECT max(id) FROM sanct_alert) AS no_gap FROM sanct_run ORDER BY id DESC LIMIT 1;
-- nothing is new: the table is not read
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name', lists => '{run-a}') r;

-- two lists in one go: what is new is found in both, once; what has been cleared does not come back
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE subject_key = '{"id": "2"}';
SELECT pg_temp.load('run-a', E'1,Person,Choe Myong Hyon,1976-05-08\n2,Person,KANG Chol Hak,\n3,Person,Emily Rodgers,\n');
SELECT pg_temp.load('run-b', E'9,Person,Choe Myong Hyon,1976-05-08\n');
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name', lists => '{run-a}') r;
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name') r;
SELECT pg_temp.load('run-a', E'1,Person,Choe Myong Hyon,1976-05-08\n2,Person,KANG Chol Hak,\n3,Person,Emily Rodgers,\n4,Person,Choi Myung-hyun,1976-05-08\n');
SELECT pg_temp.load('run-b', E'9,Person,Choe Myong Hyon,1976-05-08\n8,Person,Emily Rodgers,\n');
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name') r;
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name') r;
SELECT list, list_uid, subject_key ->> 'id' AS row, status FROM sanct_alert WHERE subject = 'public.customer' AND kind = 'match' ORDER BY 1, 2, 3;
SELECT list, count(DISTINCT release_id) AS releases, count(since) AS since FROM sanct_run_list JOIN sanct_run r ON r.id = run_id WHERE r.lists IS NULL GROUP BY list ORDER BY list;

-- a clearance that has expired, one that is revoked, and one of an entry that has changed come back; the name of another case is the same name
SELECT sanct_decide(id, 'no match', 'for a moment', expires_at => clock_timestamp() + interval '1 second') FROM sanct_alert WHERE subject_key = '{"id": "3"}' AND list = 'run-a';
SELECT sanct_decide(id, 'no match', 'for a moment', expires_at => clock_timestamp() + interval '1 second') FROM sanct_alert WHERE subject_key = '{"id": "4"}' AND kind = 'unread';
SELECT sanct_clear('customer', '{"id": "6"}', 'Kang  chol hak', (SELECT id FROM sanct_entry WHERE list_uid = '2'
	AND list_id = (SELECT id FROM sanct_list WHERE code = 'run-a')), 'born 1990') AS clearance \gset
UPDATE customer SET name = upper(name) WHERE id = 2;
CREATE TABLE again (id int PRIMARY KEY, name text);
INSERT INTO again VALUES (6, 'KANG CHOL HAK');
SELECT sanct_clear('again', '{"id": "6"}', 'Kang  chol hak', (SELECT id FROM sanct_entry WHERE list_uid = '2'
	AND list_id = (SELECT id FROM sanct_list WHERE code = 'run-a')), 'born 1990') AS other \gset
SELECT pg_temp.told(r) FROM sanct_run('again', 'id', 'name') r;
SELECT pg_sleep(1.1) IS NULL AS slept;
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name') r;
-- the name that is not read comes back as the alert that it was, not as another
SELECT status, count(*) FROM sanct_alert WHERE subject_key = '{"id": "4"}' AND kind = 'unread' GROUP BY status;
SELECT sanct_revoke_clearance(:other, 'the passport was false');
SELECT pg_temp.told(r) FROM sanct_run_new('again', 'id', 'name') r;
SELECT a.subject_key ->> 'id' AS row, d.verdict, regexp_replace(d.reason, '\d+', 'N') AS reason FROM sanct_decision d JOIN sanct_alert a ON a.id = d.alert_id
WHERE a.subject = 'public.customer' ORDER BY d.id;
SELECT pg_temp.load('run-a', E'1,Person,Choe Myong Hyon,1976-05-08\n2,Person,KANG Chol Hak,1955\n3,Person,Emily Rodgers,\n4,Person,Choi Myung-hyun,1976-05-08\n');
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name') r;
SELECT subject_key ->> 'id' AS row, status, entry_version < release_id AS older FROM sanct_alert WHERE list = 'run-a' AND list_uid = '2' AND subject = 'public.customer' ORDER BY id;

-- facts: what is below the verdict is ruled out, unless a fact could not be read; alerts have both sides
SELECT pg_temp.told(r) FROM sanct_run('customer', 'id', 'name', lists => '{run-a}', birth_date_column => 'born', verdict => 'strong') r;
CREATE TABLE person (no text, branch int, name text, born text, PRIMARY KEY (branch, no));
INSERT INTO person VALUES ('a', 1, 'Choi Myung-hyun', '1990-01-01'), ('b', 1, 'Choi Myung-hyun', 'in spring'), ('c', 1, 'Choi Myung-hyun', '1976-05-08');
SELECT pg_temp.told(r) FROM sanct_run('person', 'branch', 'name', lists => '{run-b}', birth_date_column => 'born', verdict => 'strong', key_columns => '{no}') r;
SELECT subject_key, subject_facts, verdict, facts, jsonb_path_query_first(explanation, '$[*] ? (@.part == "birth date")') AS compared
FROM sanct_alert WHERE subject = 'public.person' ORDER BY id;
-- which columns were asked for what: what was asked otherwise is no run before
SELECT columns FROM sanct_run WHERE subject = 'public.person' ORDER BY id;
SELECT kind, previous_id FROM sanct_run_new('person', 'branch', 'name', lists => '{run-b}', verdict => 'strong', key_columns => '{no}');

-- a guard and a run know one another's alerts and clearances
CREATE TABLE guarded (no int PRIMARY KEY, payee text, born date);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('guarded', 'payee', 'hold', ARRAY['birth_date=born', 'lists=run-b']);
INSERT INTO guarded VALUES (1, 'Choi Myung-hyun', '1976-05-08');
SELECT pg_temp.told(r) FROM sanct_run('guarded', 'no', 'payee', lists => '{run-b}') r;
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.guarded';
SELECT pg_temp.told(r) FROM sanct_run('guarded', 'no', 'payee', lists => '{run-b}') r;
SELECT pg_temp.told(r) FROM sanct_run('guarded', 'payee', 'payee', lists => '{run-b}') r;

-- rows from before a guard are the run's: what is written again without a change raises nothing a second time, under either kind of guard
CREATE TABLE before (id int PRIMARY KEY, name text);
INSERT INTO before VALUES (1, 'Choi Myung-hyun');
SELECT pg_temp.told(r) FROM sanct_run('before', 'id', 'name', lists => '{run-b}') r;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('before', 'name', 'record', '{lists=run-b}');
UPDATE before SET name = name;
SELECT sanct_guard_detach('before'), (SELECT count(*) > 0 FROM sanct_guard_attach('before', 'name', 'record', '{lists=run-b}', statement => true)) AS attached;
UPDATE before SET name = name;
SELECT status, guard, run_id IS NOT NULL AS of_run FROM sanct_alert WHERE subject = 'public.before';

-- what is asked otherwise is another run; names that cannot be read may be counted only
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name', threshold => 0.9, lists => '{run-b}', unread => 'pass') r;
SELECT pg_temp.told(r) FROM sanct_run_new('customer', 'id', 'name', threshold => 0.9, lists => '{run-b}', unread => 'pass') r;
SELECT sanct_decide(id, 'no match', 'an Ethiopic name') FROM sanct_alert WHERE kind = 'unread' AND subject = 'public.customer';
SELECT pg_temp.told(r) FROM sanct_run('customer', 'id', 'name', lists => '{run-b}') r;

-- coverage: which rows of the table were held against which release of each list, and when
SELECT l.list, max(l.release_id) = max(n.newest) AS newest FROM sanct_run r JOIN sanct_run_list l ON l.run_id = r.id
	JOIN (SELECT i.code, max(e.id) AS newest FROM sanct_release e JOIN sanct_list i ON i.id = e.list_id GROUP BY i.code) n ON n.code = l.list
WHERE r.subject = 'public.customer' GROUP BY l.list ORDER BY l.list;

-- what cannot be
SELECT pg_temp.try($$SELECT FROM sanct_run('customer', 'id', 'name', verdict => 'sure')$$);
SELECT pg_temp.try($$SELECT FROM sanct_run('customer', 'id', 'name', unread => 'no')$$);
SELECT pg_temp.try($$SELECT FROM sanct_run('customer', 'id', 'nothing')$$);
SELECT pg_temp.try($$SELECT FROM sanct_run('customer', 'id', 'name', lists => '{none}')$$);
SELECT pg_temp.try($$SELECT FROM sanct_run('customer', 'id', 'name', programs => '{none}')$$);
SELECT pg_temp.try($$SELECT FROM sanct_run(NULL, 'id', 'name')$$);
CREATE TEMP TABLE fleeting (id int, name text);
SELECT pg_temp.try($$SELECT FROM sanct_run('fleeting', 'id', 'name')$$);
BEGIN;
INSERT INTO guarded VALUES (2, 'Choi Myung-hyun', '1976-05-08');
SELECT FROM sanct_run('customer', 'id', 'name');
ROLLBACK;
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT FROM sanct_run('customer', 'id', 'name');
ROLLBACK;
BEGIN READ ONLY;
SELECT FROM sanct_run('customer', 'id', 'name');
ROLLBACK;
UPDATE sanct_run SET rows = 0;
DELETE FROM sanct_run_list;
-- who may run reads the table himself, and sees what he is shown of the lists
CREATE ROLE regress_sanct_runner;
CREATE VIEW seen AS SELECT id, name FROM customer WHERE id < 3;
GRANT SELECT ON seen TO regress_sanct_runner;
SET ROLE regress_sanct_runner;
SELECT pg_temp.try($$SELECT FROM sanct_run('seen', 'id', 'name')$$);
RESET ROLE;
GRANT EXECUTE ON FUNCTION sanct_run, sanct_run_new TO regress_sanct_runner;
SELECT sanct_restrict_list('run-b', '{pg_monitor}');
SET ROLE regress_sanct_runner;
SELECT pg_temp.try($$SELECT FROM sanct_run('customer', 'id', 'name')$$);
SELECT pg_temp.told(r) FROM sanct_run('seen', 'id', 'name') r;
SELECT pg_temp.try($$SELECT FROM sanct_run('seen', 'id', 'name', lists => '{run-b}')$$);
RESET ROLE;
SELECT list FROM sanct_run_list WHERE run_id = (SELECT max(id) FROM sanct_run) ORDER BY list;
GRANT SELECT ON sanct_run, sanct_run_list TO regress_sanct_runner;
SET ROLE regress_sanct_runner;
SELECT count(*) FILTER (WHERE 'run-b' = ANY (lists)) AS restricted, count(*) > 0 AS others FROM sanct_run;
SELECT DISTINCT list FROM sanct_run_list ORDER BY list;
RESET ROLE;
SELECT sanct_restrict_list('run-b', NULL);
DROP VIEW seen;
DROP TABLE customer, again, person, guarded, before;
REVOKE ALL ON FUNCTION sanct_run, sanct_run_new FROM regress_sanct_runner;
REVOKE ALL ON sanct_run, sanct_run_list FROM regress_sanct_runner;
DROP ROLE regress_sanct_runner;
-- the trail is not deleted, but with the extension
DROP FUNCTION pg_temp.told(sanct_run);
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
