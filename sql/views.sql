-- what a DBA, an officer and an analyst look at: open alerts, decisions, lists, guards, entries with their facts
\getenv abs_srcdir PG_ABS_SRCDIR
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SELECT entries > 0 AS imported FROM sanct_import_un_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/un.xml'));
SELECT entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name,birth_date,aliases\na,Person,Choe Myong Hyon,1966,"Choi M.;--"\nb,Vessel,Rungra Do,,\n', 'UTF8'), list => 'own', published => '2024-03-15');
CREATE TABLE payment (id int PRIMARY KEY, payee text, note text, born date);
CREATE TABLE child () INHERITS (payment);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'hold', ARRAY['threshold=0.7', 'lists=own', 'key=id']);
INSERT INTO payment VALUES (1, 'Choi Myung-hyun'), (2, 'Choe Myong-hyon');

-- open alerts, the oldest first; how old they are does not rest on a clock that is looked at here
SELECT list, list_uid, subject, subject_key, subject_name, matched_name, similarity, tier, action, reopened, delisted, age >= '0' AS aged FROM sanct_open_alert ORDER BY alert_id;
SELECT sanct_decide(alert_id, 'no match', 'born 1990') FROM sanct_open_alert WHERE subject_key = '{"id": "1"}';
SELECT subject_key FROM sanct_open_alert;
SELECT sanct_decide(alert_id, 'reopen', 'another passport') FROM sanct_decided_alert;
SELECT sanct_decide(alert_id, 'match', 'it is him') FROM sanct_open_alert WHERE reopened = 1 AND opened_at > raised_at;
-- decisions with the time that each took, from when its alert was opened last; guards against one that counts from the first
SELECT list, subject_key, verdict, reason, took >= '0' AND took = decided_at - opened_at AS timed, stands FROM sanct_decided_alert ORDER BY decision_id;
SELECT count(DISTINCT opened_at) FROM sanct_decided_alert;

-- lists: in force, age, what cannot be found
SELECT list, title, published, age_days = current_date - published AS aged, entries, names, weak_names, unfindable_names, unstorable_names, restricted, releases FROM sanct_list_status ORDER BY list;
SELECT added FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\na,Person,Choe Myong Hyon\nb,Vessel,Rungra Do\nc,Person,Another\n', 'UTF8'), list => 'own', published => '2024-03-16');
SELECT list, published, entries, releases FROM sanct_list_status WHERE list = 'own';

-- guards of the whole database with their arguments and what they do not see
SELECT subject, guard, columns, action, threshold, lists, types, options, fires, enabled, unseen FROM sanct_guard_status ORDER BY 1, 2;
CREATE TABLE "Odd, table" (id int PRIMARY KEY, "näme\" text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('"Odd, table"', '"näme\"', 'block', ARRAY['types=person,vessel'], statement => true);
ALTER TABLE payment DISABLE TRIGGER ALL;
CREATE RULE also AS ON INSERT TO "Odd, table" DO ALSO NOTHING;
SELECT subject, guard, columns, action, threshold, types, fires, enabled, unseen FROM sanct_guard_status ORDER BY 1, 2;

-- an entry with its facts in one row
SELECT * FROM sanct_entry_facts WHERE list = 'own' ORDER BY list_uid;
SELECT list_uid, birth_dates, documents, listed_on FROM sanct_entry_facts WHERE list = 'un-sc' AND documents IS NOT NULL ORDER BY list_uid LIMIT 1;
SELECT count(*) = count(DISTINCT entry_id) AS one_row_each FROM sanct_entry_facts;

-- runs, and which tables were held against which releases: a newer release shows as not current until the next run
CREATE TABLE customer (id int PRIMARY KEY, name text);
INSERT INTO customer VALUES (1, 'Choe Myong-hyon'), (2, 'Jane Doe');
SELECT raised FROM sanct_run('customer', 'id', 'name', lists => '{own}');
SELECT subject, name_column, list, screened_release = release_in_force AS same, current, rows FROM sanct_coverage ORDER BY list;
SELECT changed FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\na,Person,Choe Myong Hyon\nb,Vessel,Rungra Do\nc,Person,Somebody Else\n', 'UTF8'), list => 'own', published => '2024-03-17');
SELECT list, screened_release < release_in_force AS behind, current FROM sanct_coverage ORDER BY list;
SELECT rows FROM sanct_run_new('customer', 'id', 'name');
SELECT list, current FROM sanct_coverage ORDER BY list;
-- what was asked of some types, at a higher threshold or without weak names is not all that was asked; a wider run answers it, and not the other way round
SELECT count(*) > 0 AS imported FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\na,Person,Choe Myong Hyon\nb,Vessel,Rungra Do\n', 'UTF8'), list => 'own', published => '2024-03-18');
SELECT rows FROM sanct_run('customer', 'id', 'name', types => '{person}');
SELECT rows FROM sanct_run('customer', 'id', 'name', threshold => 0.9, types => '{person,vessel}', weak => false);
SELECT list, threshold, verdict, types, weak, current FROM sanct_coverage ORDER BY threshold, types, list;
SELECT rows FROM sanct_run('customer', 'id', 'name');
SELECT threshold, types, current, run_id = (SELECT max(id) FROM sanct_run) AS last FROM sanct_coverage WHERE list = 'own' ORDER BY threshold, types;
SELECT rows FROM sanct_run('customer', 'id', 'name', verdict => 'strong');
SELECT verdict, types, run_id = (SELECT max(id) FROM sanct_run) AS last FROM sanct_coverage WHERE list = 'own' AND types IS NULL ORDER BY verdict;
SELECT types, programs FROM sanct_screening_run WHERE types IS NOT NULL ORDER BY run_id;
-- runs that differ in other columns are told apart: no two rows are alike but for the run
ALTER TABLE customer ADD born date, ADD branch int, ADD "Tax, ID" text;
SELECT rows FROM sanct_run('customer', 'id', 'name', birth_date_column => 'born', document_columns => '{"Tax, ID"}');
SELECT rows FROM sanct_run('customer', 'id', 'name', key_columns => '{branch}');
SELECT further_columns, verdict, threshold FROM sanct_coverage WHERE list = 'own' AND further_columns <> 'key id' ORDER BY further_columns COLLATE "C";
SELECT further_columns FROM sanct_screening_run WHERE further_columns <> 'key id' ORDER BY run_id;
SELECT count(*) AS alike FROM sanct_coverage GROUP BY subject, name_column, further_columns, list, threshold, verdict, types, programs, weak HAVING count(*) > 1;
SELECT subject, name_column, kind, threshold, verdict, held_against ~ '^own [0-9]+' AS against, rows, hits, raised, took >= '0' AS took FROM sanct_screening_run ORDER BY run_id;

-- whoever is granted a view needs no right on what it rests on, and sees no list that is not shown to him
CREATE ROLE regress_sanct_views_analyst;
GRANT SELECT ON sanct_open_alert, sanct_decided_alert, sanct_list_status, sanct_guard_status, sanct_entry_facts, sanct_screening_run, sanct_coverage TO regress_sanct_views_analyst;
CREATE ROLE regress_sanct_views_nobody;
SELECT sanct_restrict_list('own', '{regress_sanct_views_nobody}');
-- nor what was asked of such a list by its name
SELECT rows FROM sanct_run('customer', 'id', 'name', lists => '{own}', types => '{aircraft}');
SELECT (SELECT count(*) FROM sanct_screening_run WHERE types = '{aircraft}') AS runs, (SELECT count(*) > 0 FROM sanct_coverage WHERE types = '{aircraft}') AS covered;
SET ROLE regress_sanct_views_analyst;
SELECT (SELECT count(*) FROM sanct_screening_run WHERE types = '{aircraft}') AS runs, (SELECT count(*) > 0 FROM sanct_coverage WHERE types = '{aircraft}') AS covered;
SELECT (SELECT count(*) FROM sanct_open_alert) AS alerts, (SELECT count(*) FROM sanct_decided_alert) AS decided, (SELECT count(*) FROM sanct_list_status) AS lists,
	(SELECT count(*) > 0 FROM sanct_entry_facts) AS entries, (SELECT count(*) FROM sanct_entry_facts WHERE list = 'own') AS restricted, (SELECT count(*) FROM sanct_guard_status) AS guards,
	(SELECT string_agg(held_against, '; ') ~ 'own' FROM sanct_screening_run) AS runs, (SELECT count(*) FROM sanct_coverage WHERE list = 'own') AS covered;
SELECT count(*) FROM sanct_alert;
RESET ROLE;
DROP TABLE customer, payment, child, "Odd, table";
DROP EXTENSION sanctmatch CASCADE;
DROP ROLE regress_sanct_views_analyst, regress_sanct_views_nobody;
CREATE EXTENSION sanctmatch;
