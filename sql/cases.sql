-- alerts in the hands of people: assignment, history as one, cases of one person on several lists
SET client_min_messages = warning;
\set SHOW_CONTEXT never
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
SELECT count(*) AS lists FROM (VALUES ('case-a'), ('case-b')) v (code),
	sanct_import_opensanctions_csv(convert_to(E'id,schema,name,birth_date,countries,identifiers\n1,Person,Choe Myong Hyon,1976-05-08,kp,PS472220012\n2,Person,KANG Chol Hak,,,\n', 'UTF8'), list => code);
CREATE TABLE customer (id int PRIMARY KEY, name text);
INSERT INTO customer VALUES (1, 'Choi Myung-hyun'), (2, 'Kang Chol-hak');
SELECT raised FROM sanct_run('customer', 'id', 'name');
SELECT min(id) AS alert FROM sanct_alert WHERE subject_key ->> 'id' = '1' \gset
SELECT min(id) AS other FROM sanct_alert WHERE subject_key ->> 'id' = '2' \gset

-- one person on two lists is one case where the entries are linked, two where nothing says that they are one
SELECT s.subject_key ->> 'id' AS row, s.lists, cardinality(s.alerts) AS alerts, s.open, s.case_id = s.alerts[1] AS first,
	(SELECT count(*) FROM sanct_link) > 0 AS linked FROM sanct_case s ORDER BY s.case_id;

-- who is to decide, and until when; the last one counts, and all are kept
SELECT sanct_assign(:alert, 'alice', current_date + 3, 'knows the customer', actor => 'head');
SELECT sanct_assign(:alert, 'bob', current_date + 1);
SELECT assigned_to, due - current_date AS days FROM sanct_alert WHERE id = :alert;
SELECT assigned_to, due - current_date AS days FROM sanct_case WHERE :alert = ANY (alerts);
SELECT assigned_to, due - current_date AS days FROM sanct_open_alert WHERE alert_id = :alert;
SELECT sanct_decide(:alert, 'comment', 'asked for a passport', actor => 'bob');
SELECT sanct_decide(:alert, 'no match', 'another one', expires_at => clock_timestamp() + interval '0.5 s', actor => 'bob');
SELECT sanct_assign(:alert, 'alice');
SELECT sanct_assign(:alert, 'alice', reason => '');
SELECT sanct_assign(0, 'alice');
SELECT pg_sleep(0.6) IS NULL AS slept;
SELECT reopened FROM sanct_run('customer', 'id', 'name');
SELECT sanct_assign(:alert, NULL, reason => 'nobody is left');
SELECT event, regexp_replace(reason, '\d+', 'N') AS reason, by_role = session_user AS mine, by_actor, assigned_to, due - current_date AS days, expires_at IS NOT NULL AS expires
FROM sanct_alert_history WHERE alert_id = :alert ORDER BY at;
SELECT assigned_to, due FROM sanct_alert WHERE id = :alert;
-- who assigns may execute the function; a pool names the person
CREATE ROLE regress_sanct_head;
SET SESSION AUTHORIZATION regress_sanct_head;
SELECT sanct_assign(1, 'x');
RESET SESSION AUTHORIZATION;
GRANT EXECUTE ON FUNCTION sanct_assign TO regress_sanct_head;
SELECT sanct_declare_pool('regress_sanct_head');
SELECT sanct_restrict_list('case-b', '{pg_monitor}');
GRANT SELECT ON sanct_case, sanct_alert_history TO regress_sanct_head;
SELECT max(id) AS hidden FROM sanct_alert WHERE list = 'case-b' \gset
SET SESSION AUTHORIZATION regress_sanct_head;
SELECT sanct_assign(:alert, 'x');
SELECT sanct_assign(:alert, 'x', actor => 'head');
SELECT sanct_assign(:hidden, 'x', actor => 'head');
SELECT DISTINCT lists FROM sanct_case;
SELECT count(*) FROM sanct_alert_history WHERE alert_id = :hidden;
RESET SESSION AUTHORIZATION;
-- a run that is told of more facts raises alerts of its own, of the same cases
SELECT count(*) AS cases FROM sanct_case \gset
ALTER TABLE customer ADD born date;
UPDATE customer SET born = '1976-05-08' WHERE id = 1;
SELECT raised FROM sanct_run('customer', 'id', 'name', birth_date_column => 'born');
SELECT count(*) = :cases AS as_before FROM sanct_case;
SELECT cardinality(alerts) AS alerts, open FROM sanct_case WHERE :alert = ANY (alerts);
SELECT sanct_decide_case(:alert, 'no match', 'another one');
SELECT open FROM sanct_case WHERE :alert = ANY (alerts);
-- so does the row under another name, which the case tells
UPDATE customer SET name = 'Choe Myong Hyon' WHERE id = 1;
SELECT raised FROM sanct_run('customer', 'id', 'name', birth_date_column => 'born');
SELECT count(*) = :cases AS as_before FROM sanct_case;
SELECT cardinality(alerts) AS alerts, open, subject_name FROM sanct_case WHERE :alert = ANY (alerts);
DROP TABLE customer;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
DROP ROLE regress_sanct_head;
