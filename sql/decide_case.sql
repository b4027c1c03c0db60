-- a case decided at once: all its alerts or none, each with its own row of history
SET client_min_messages = warning;
\set SHOW_CONTEXT never
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
CREATE FUNCTION release(on_list text) RETURNS bigint LANGUAGE sql AS $$
	SELECT entries FROM sanct_import_opensanctions_csv(convert_to(format(E'id,schema,name,birth_date,countries,identifiers\n1,Person,Choe Myong Hyon,1976-05-08,kp,PS472220012\n2,Person,KANG Chol Hak,,,\n3,Company,Trading %s,,,\n', on_list), 'UTF8'), list => on_list);
$$;
SELECT release('case-a'), release('case-b');
CREATE TABLE customer (id int PRIMARY KEY, name text, held boolean);
INSERT INTO customer VALUES (1, 'Choi Myung-hyun'), (2, 'Kang Chol-hak'), (3, 'Choe Myong-hyon');
SELECT raised FROM sanct_run('customer', 'id', 'name');
SELECT case_id AS one, alerts[1] AS first, alerts[2] AS second, alerts FROM sanct_case WHERE subject_key ->> 'id' = '1' \gset

-- as sanct_case puts alerts together, for every case
SELECT count(*) AS cases, bool_and(sanct_decide_case(case_id, 'comment', 'looked at', actor => 'bob') = alerts) AS same FROM sanct_case;
SELECT count(*) AS comments FROM sanct_decision WHERE verdict = 'comment';

-- both, with one reason; what was decided is not decided again; reopened and decided in part
SELECT sanct_decide_case(:one, 'no match', 'born 1990', expires_at => now() + interval '1 year', actor => 'bob') = :'alerts' AS both;
SELECT alert_id - :one AS alert, event, reason, by_role = session_user AS mine, by_actor, expires_at > now() AS expires
FROM sanct_alert_history WHERE alert_id = ANY (:'alerts') AND event <> 'raised' ORDER BY 1, at;
SELECT count(*) AS clearances FROM sanct_clearance WHERE alert_id = ANY (:'alerts');
SELECT open, matches FROM sanct_case WHERE case_id = :one;
SELECT sanct_decide_case(:one, 'match', 'it is him');
SELECT sanct_decide_case(:one, 'reopen', 'another passport', actor => 'bob') = :'alerts' AS both;
SELECT sanct_decide_case(:one, 'reopen', 'another passport', actor => 'bob');
SELECT sanct_decide(:second, 'no match', 'not this one', actor => 'bob');
SELECT sanct_decide_case(:one, 'match', 'it is him', actor => 'bob') = ARRAY[:first]::bigint[] AS the_rest;
SELECT open, matches FROM sanct_case WHERE case_id = :one;

-- what has come since it was looked at is not decided with it
SELECT sanct_decide_case(:one, 'reopen', 'once more', alerts => :'alerts') = :'alerts' AS both;
SELECT release('case-c');
SELECT raised FROM sanct_run_new('customer', 'id', 'name');
SELECT sanct_decide_case(:one, 'no match', 'born 1990', alerts => :'alerts');
SELECT sanct_decide_case(:one, 'no match', 'born 1990', alerts => ARRAY[:first, :first, :second]);
SELECT open, cardinality(alerts) AS alerts FROM sanct_case WHERE case_id = :one;
SELECT cardinality(sanct_decide_case(case_id, 'no match', 'born 1990', alerts => alerts)) AS decided FROM sanct_case WHERE case_id = :one;

-- what is no decision
SELECT sanct_decide_case(NULL, 'match', 'x');
SELECT sanct_decide_case(:one, 'match', '');
SELECT sanct_decide_case(:one, 'perhaps', 'x');
SELECT sanct_decide_case(:one, 'match', 'x', expires_at => now() + interval '1 day');
SELECT sanct_decide_case(0, 'match', 'x');
SELECT sanct_decide_case(:second, 'match', 'x');
SELECT sanct_decide_case(:one, 'reopen', 'x', alerts => ARRAY[:first, NULL]);

-- four eyes: alerts of one row that two persons wrote are decided by a third one, and by the second not even in part
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'hold', four_eyes => true, mark => 'held');
CREATE ROLE regress_sanct_decider;
CREATE ROLE regress_sanct_teller;
SELECT sanct_declare_pool('regress_sanct_decider'), sanct_declare_pool('regress_sanct_teller');
GRANT SELECT, INSERT, UPDATE ON customer TO regress_sanct_teller;
SET SESSION AUTHORIZATION regress_sanct_decider;
SELECT sanct_decide_case(1, 'match', 'x', actor => 'bob');
SET SESSION AUTHORIZATION regress_sanct_teller;
SET sanctmatch.actor = 'first';
INSERT INTO customer VALUES (4, 'Choe Myong Hyon');
RESET SESSION AUTHORIZATION;
SELECT release('case-d');
SET SESSION AUTHORIZATION regress_sanct_teller;
SET sanctmatch.actor = 'second';
UPDATE customer SET name = 'CHOE MYONG HYON' WHERE id = 4;
RESET SESSION AUTHORIZATION;
RESET sanctmatch.actor;
GRANT EXECUTE ON FUNCTION sanct_decide_case TO regress_sanct_decider;
SELECT case_id AS four, cardinality(alerts) AS count FROM sanct_case WHERE subject_key ->> 'id' = '4' \gset
SELECT raised_by, raised_actor, written_actor, count(*) FROM sanct_open_alert WHERE subject_key ->> 'id' = '4' GROUP BY 1, 2, 3 ORDER BY 2;
SET SESSION AUTHORIZATION regress_sanct_decider;
SELECT sanct_decide_case(:four, 'no match', 'born 1990', actor => 'second');
SELECT sanct_decide_case(:four, 'no match', 'born 1990');
RESET SESSION AUTHORIZATION;
SELECT open = :count AS all_open, held FROM sanct_case, customer WHERE case_id = :four AND id = 4;
SET SESSION AUTHORIZATION regress_sanct_decider;
SELECT cardinality(sanct_decide_case(:four, 'no match', 'born 1990', actor => 'third')) AS decided;
RESET SESSION AUTHORIZATION;
SELECT open, held FROM sanct_case, customer WHERE case_id = :four AND id = 4;
SELECT DISTINCT decided_by, decided_actor FROM sanct_decision d JOIN sanct_alert a ON a.id = d.alert_id WHERE a.subject_key ->> 'id' = '4';

-- who executes it needs no right on a table, and decides what is shown to him: of the case that is left to him, all
SELECT case_id AS three, alerts[2] AS second FROM sanct_case WHERE subject_key ->> 'id' = '3' AND open > 1 \gset
SELECT sanct_restrict_list('case-a', '{pg_monitor}');
SET SESSION AUTHORIZATION regress_sanct_decider;
SELECT sanct_decide_case(:three, 'no match', 'born 1990', actor => 'third');
SELECT cardinality(sanct_decide_case(:second, 'no match', 'born 1990', actor => 'third')) AS decided;
RESET SESSION AUTHORIZATION;
SELECT list, status FROM sanct_alert WHERE subject_key ->> 'id' = '3' ORDER BY list;
DROP TABLE customer;
DROP FUNCTION release;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
DROP ROLE regress_sanct_decider, regress_sanct_teller;
