-- names that a list calls weak can be left out, in every screening function alike and by a guard's option
SELECT setval('sanct_entry_id_seq', 1, false) AS entry;
CREATE TABLE regress_weak (id text, name text, kind text, weak boolean);
INSERT INTO regress_weak VALUES ('1', 'Choe Myong Hyon', 'primary', false), ('1', 'KOMID', 'alias', true),
	('2', 'Rungra Trading Corporation', 'primary', false), ('2', 'Rungra Tradings Corporation', 'alias', true);
SELECT entries, names, weak_names FROM sanct_import_table('regress_weak', 'weak-list', kind_column => 'kind', weak_column => 'weak');
CREATE TABLE regress_weak_customer (id int PRIMARY KEY, name text);
INSERT INTO regress_weak_customer VALUES (1, 'Komid'), (2, 'Choi Myeonghyeon'), (3, 'Rungra Tradings Corporation');

-- an entry that has a strong name that matches as well is found by that one
SELECT matched_name, weak, similarity > 0.9 AS high FROM sanct_screen('Komid');
SELECT matched_name, weak FROM sanct_screen('Komid', weak => false);
SELECT matched_name, weak FROM sanct_screen('Rungra Tradings Corporation');
SELECT matched_name, weak FROM sanct_screen('Rungra Tradings Corporation', weak => false);
SELECT matched_name, weak FROM sanct_screen('Komid', as_of => now());
SELECT matched_name, weak FROM sanct_screen('Komid', as_of => now(), weak => false);
SELECT sanct_screen('Komid', weak => NULL);
SELECT id, matched_name, weak FROM sanct_screen_table('regress_weak_customer', 'id', 'name') ORDER BY id;
SELECT id, matched_name, weak FROM sanct_screen_table('regress_weak_customer', 'id', 'name', weak => false) ORDER BY id;
SELECT id, matched_name FROM sanct_rescreen('regress_weak_customer', 'id', 'name', since => 0, weak => false) ORDER BY id;
SELECT matched_name FROM sanct_find('Paid to Rungra Tradings Corporation of Pyongyang') AS f;
SELECT matched_name FROM sanct_find('Paid to Rungra Tradings Corporation of Pyongyang', weak => false) AS f;
SELECT id, matched_name FROM sanct_find_table('regress_weak_customer', 'id', 'name', weak => false) ORDER BY id;
SELECT nearest_name, why FROM sanct_near('Komid', weak => false);
SELECT threshold, customers FROM sanct_calibrate('regress_weak_customer', 'id', 'name', thresholds => '{0.67}', weak => false) WHERE what = 'all';

-- a run without weak names is none that one with them goes on from
SELECT rows, hits, raised FROM sanct_run('regress_weak_customer', 'id', 'name', weak => false);
SELECT rows, hits, raised, standing FROM sanct_run_new('regress_weak_customer', 'id', 'name');
SELECT columns, weak FROM sanct_run ORDER BY id;
SELECT weak, screened_release = release_in_force AS current FROM sanct_coverage ORDER BY weak;
SELECT sanct_report_run(min(id)) ~ 'lists call weak count</th><td>(<[a-z]+>)?no<' AS told FROM sanct_run;

-- guards: by the lists in memory, the index and in texts
CREATE TABLE regress_weak_payment (id int PRIMARY KEY, payee text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('regress_weak_payment', 'payee', weak => false);
INSERT INTO regress_weak_payment VALUES (1, 'Komid');
INSERT INTO regress_weak_payment VALUES (2, 'Choi Myeonghyeon');
SELECT guard, options FROM sanct_guard_status WHERE subject = 'public.regress_weak_payment';
SELECT sanct_guard_detach('regress_weak_payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('regress_weak_payment', 'payee', options => '{weak=off,scan=text}');
INSERT INTO regress_weak_payment VALUES (3, 'invoice of Komid for June');
INSERT INTO regress_weak_payment VALUES (4, 'invoice of Choi Myeonghyeon for June');
SELECT sanct_guard_detach('regress_weak_payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('regress_weak_payment', 'payee');
INSERT INTO regress_weak_payment VALUES (5, 'Komid');
SELECT sanct_guard_detach('regress_weak_payment');
SELECT sanct_guard_attach('regress_weak_payment', 'payee', options => '{weak=maybe}');

DROP TABLE regress_weak, regress_weak_customer, regress_weak_payment;
-- the trail is not deleted, but with the extension
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
