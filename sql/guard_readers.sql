-- lists that are restricted to readers: a guard acts on them for everybody, and tells others nothing of their entries
SET client_min_messages = warning;
-- numbers of entries, which hints tell, begin anew
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
\set SHOW_CONTEXT never
SELECT entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n', 'UTF8'), list => 'open', published => '2024-01-01');
SELECT entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Kang Chol Hak\n', 'UTF8'), list => 'suspects', published => '2024-01-01');
CREATE ROLE regress_guard_reader;
CREATE ROLE regress_guard_app;
SELECT sanct_restrict_list('suspects', '{regress_guard_reader}');
CREATE TABLE payment (id int PRIMARY KEY, payee text);
GRANT SELECT, INSERT, UPDATE ON payment TO regress_guard_app, regress_guard_reader;

-- a row
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee');
SET ROLE regress_guard_app;
INSERT INTO payment VALUES (1, 'Kang Chol-hak');
INSERT INTO payment VALUES (1, 'Choi Myung-hyun');
SET ROLE regress_guard_reader;
INSERT INTO payment VALUES (1, 'Kang Chol-hak');
RESET ROLE;
-- a function of a reader's tells its caller no more
CREATE FUNCTION pay(payee text) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$INSERT INTO public.payment VALUES (1, payee)$$;
ALTER FUNCTION pay OWNER TO regress_guard_reader;
SET ROLE regress_guard_app;
SELECT pay('Kang Chol-hak');
-- nor does the server's log, whatever the client asks to see of it
SET client_min_messages = log;
INSERT INTO payment VALUES (1, 'Kang Chol-hak');
SET client_min_messages = warning;
RESET ROLE;
SELECT sanct_guard_detach('payment');

-- a statement
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', statement => true);
SET ROLE regress_guard_app;
INSERT INTO payment VALUES (1, 'Kang Chol-hak'), (2, 'Jane Doe'), (3, 'Choi Myung-hyun');
RESET ROLE;
SELECT sanct_guard_detach('payment');

-- a guard of that list alone, of which a list that is not loaded tells nobody else
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => '{lists=suspects}');
SET ROLE regress_guard_app;
INSERT INTO payment VALUES (1, 'Kang Chol-hak');
RESET ROLE;
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => '{lists=closed}');
SET ROLE regress_guard_app;
INSERT INTO payment VALUES (1, 'Kang Chol-hak');
SELECT * FROM sanct_guard_check('payment');
RESET ROLE;
SELECT sanct_guard_detach('payment');

-- a reader who is renamed reads nothing until he has his name again, in memory as through the index, and whoever looked before
CREATE TABLE seen AS SELECT 1 AS id, 'Kang Chol-hak' AS name;
GRANT SELECT ON seen TO regress_guard_reader;
SET ROLE regress_guard_reader;
SELECT (SELECT count(*) FROM sanct_screen_table('seen', 'id', 'name')) AS rows, (SELECT count(*) FROM sanct_screen('Kang Chol-hak')) AS hits;
RESET ROLE;
ALTER ROLE regress_guard_reader RENAME TO regress_guard_renamed;
SET ROLE regress_guard_renamed;
SELECT (SELECT count(*) FROM sanct_screen_table('seen', 'id', 'name')) AS rows, (SELECT count(*) FROM sanct_screen('Kang Chol-hak')) AS hits;
RESET ROLE;
ALTER ROLE regress_guard_renamed RENAME TO regress_guard_reader;
SET ROLE regress_guard_reader;
SELECT (SELECT count(*) FROM sanct_screen_table('seen', 'id', 'name')) AS rows, (SELECT count(*) FROM sanct_screen('Kang Chol-hak')) AS hits;
RESET ROLE;
DROP TABLE seen;

-- held and kept out like any other; in memory as through the index
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'hold');
SELECT count(*) FROM sanct_screen_table('payment', 'id', 'payee');
SET ROLE regress_guard_app;
INSERT INTO payment VALUES (1, 'Kang Chol-hak');
RESET ROLE;
SELECT list, subject_key, status FROM sanct_alert;
INSERT INTO payment VALUES (2, 'Choi Myung-hyun');
-- who may read a table of the trail reads it of lists that are shown to him, without a right to the lists or to another table
SELECT count(sanct_decide(id, 'no match', 'somebody else')) FROM sanct_alert;
GRANT SELECT ON sanct_alert, sanct_decision, sanct_clearance TO regress_guard_app, regress_guard_reader;
SET ROLE regress_guard_app;
SELECT 'alert' AS of, list FROM sanct_alert UNION ALL SELECT 'decision', verdict FROM sanct_decision UNION ALL SELECT 'clearance', list FROM sanct_clearance ORDER BY 1, 2;
SELECT count(*) AS alerts FROM generate_series(1, 1000) id WHERE sanct_alert_shown(id);
SELECT list, sanct_list_shown(list) FROM unnest(ARRAY['open', 'suspects', 'other']) list;
SELECT 'x' FROM sanct_list;
SET ROLE regress_guard_reader;
SELECT 'alert' AS of, list FROM sanct_alert UNION ALL SELECT 'decision', verdict FROM sanct_decision UNION ALL SELECT 'clearance', list FROM sanct_clearance ORDER BY 1, 2;
RESET ROLE;
REVOKE SELECT ON sanct_alert, sanct_decision, sanct_clearance FROM regress_guard_app, regress_guard_reader;
DELETE FROM payment WHERE id = 2;
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee');
SET ROLE regress_guard_app;
UPDATE payment SET payee = 'KANG Chol Hak';
SET ROLE regress_guard_reader;
UPDATE payment SET payee = 'KANG Chol Hak';
RESET ROLE;
DROP FUNCTION pay;
DROP TABLE payment;
DROP EXTENSION sanctmatch CASCADE;
DROP ROLE regress_guard_app, regress_guard_reader;
CREATE EXTENSION sanctmatch;
