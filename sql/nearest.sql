-- what is misspelt is an error that names the nearest thing there is; what is not shown is not named
SET client_min_messages = warning;
\set SHOW_CONTEXT never
CREATE ROLE regress_sanct_near_reader;
CREATE ROLE regress_sanct_near_clerk;
CREATE TABLE designee (uid text, name text, kind text, aka text[], programs text[], born date);
INSERT INTO designee VALUES ('1', 'Choi Myung-hyun', 'person', NULL, '{DPRK2}', NULL), ('2', 'Emil Tester', 'person', NULL, '{SECRET-1}', NULL);
SELECT entries FROM sanct_import_table('designee', 'ofac-own', 'uid', 'name', programs_column => 'programs');
CREATE TABLE hidden AS SELECT '9' AS uid, 'Nobody Known' AS name, '{SECRET-2}'::text[] AS programs;
SELECT entries FROM sanct_import_table('hidden', 'suspects', 'uid', 'name', programs_column => 'programs');
SELECT sanct_restrict_list('suspects', '{regress_sanct_near_reader}');
CREATE TABLE customer (id int PRIMARY KEY, name text, born date, passport text, "Country" text, held boolean);
GRANT SELECT ON customer TO regress_sanct_near_clerk;

-- columns, whatever their case
SELECT sanct_screen_table('customer', 'id', 'nam');
SELECT sanct_screen_table('customer', 'ID', 'name');
SELECT sanct_screen_table('customer', 'id', 'name', birth_date_column => 'borne');
SELECT sanct_screen_table('customer', 'id', 'name', nationality_column => 'country');
SELECT sanct_screen_table('customer', 'id', 'name', document_columns => '{pasport}');
SELECT sanct_screen_table('customer', 'id', 'name', birth_date_column => 'birthday');
SELECT sanct_rescreen('customer', 'id', 'nane', 0);
SELECT sanct_run('customer', 'id', 'name', key_columns => '{passprt}');
SELECT sanct_find_table('customer', 'id', 'mane');
SELECT sanct_namesakes('customer', 'nmae', 'x');
SELECT sanct_calibrate('customer', 'idd', 'name');
SELECT sanct_import_table('designee', 'own', 'uidd', 'name');
SELECT sanct_import_table('designee', 'own', 'uid', 'name', fact_columns => '{bron}');
SELECT sanct_guard_attach('customer', 'naem');
SELECT sanct_guard_attach('customer', 'name', key => '{Id}');
SELECT sanct_guard_attach('customer', 'name', birth_date => 'borne');
SELECT sanct_guard_attach('customer', 'name', 'hold', mark => 'hold');
SELECT sanct_clear('customer', '{"idd": "1"}', 'x', 1, 'x');
-- a column that was dropped is none
ALTER TABLE customer ADD names text;
ALTER TABLE customer DROP names;
SELECT sanct_screen_table('customer', 'id', 'namess');

-- arguments of guards, actions, types, verdicts, systems
SELECT sanct_guard_attach('customer', 'name', options => '{treshold=0.9}');
SELECT sanct_guard_attach('customer', 'name', options => '{Lists=ofac-own}');
SELECT sanct_guard_attach('customer', 'name', 'blok');
SELECT sanct_guard_attach('customer', 'name', types => '{persn}');
SELECT sanct_guard_attach('customer', 'name', verdict => 'posible');
SELECT count(*) FROM sanct_screen('x', types => '{indivdual}');
SELECT sanct_run('customer', 'id', 'name', verdict => 'Strong');
SELECT sanct_decide(1, 'no-match', 'x');
SELECT sanct_romanize('김', 'kontsevitch');

-- lists: loaded ones, or publishers' where they are nearer; a code that is a publisher's is not misspelt
SELECT count(*) FROM sanct_screen('x', lists => '{ofac-won}');
SELECT count(*) FROM sanct_screen('x', lists => '{OFAC_SDN}');
SELECT count(*) FROM sanct_screen('x', lists => '{ofac-sdn}');
SELECT count(*) FROM sanct_screen('x', lists => '{sdn}');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', lists => '{ofac-onw}');
SELECT count(*) > 0 AS detached FROM sanct_guard_detach('customer');
SELECT sanct_retire_list('ofac-ow');
-- programs, of the lists that are shown
SELECT count(*) FROM sanct_screen('x', programs => '{dprk2}');
SELECT count(*) FROM sanct_screen('x', programs => '{SECRET-2}');
SET ROLE regress_sanct_near_clerk;
SELECT count(*) FROM sanct_screen('x', programs => '{SECRET-3}');
SELECT count(*) FROM sanct_screen('x', lists => '{suspect}');
SELECT sanct_screen_table('customer', 'id', 'nam');
RESET ROLE;
SELECT count(*) FROM sanct_screen('x', lists => '{suspect}');
-- a list that is restricted and retired: what is near to its name is not told to who may not know that
SELECT entries FROM sanct_import_table('hidden', 'ofac-onw', 'uid', 'name');
SELECT sanct_restrict_list('ofac-onw', '{regress_sanct_near_reader}');
SELECT entries FROM sanct_retire_list('ofac-onw');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', lists => '{ofac-onw}');
GRANT INSERT ON customer TO regress_sanct_near_clerk;
SET ROLE regress_sanct_near_clerk;
INSERT INTO customer VALUES (1, 'Jane Doe');
RESET ROLE;
SELECT count(*) FROM sanct_screen('x', lists => '{ofac-onw}');

-- no letter is like another by its bytes alone, and no word is too long
SELECT count(*) FROM sanct_screen('x', lists => '{최룡}');
SELECT count(*) FROM sanct_screen('x', lists => ARRAY[repeat('o', 1000000)]);
DROP TABLE customer, designee, hidden;
DROP ROLE regress_sanct_near_reader, regress_sanct_near_clerk;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
