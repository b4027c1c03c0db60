-- a list of one's own gets another key: what refers to it follows, or the renaming is refused
SET datestyle = 'ISO, YMD';
CREATE TABLE regress_rename (id text, name text);
INSERT INTO regress_rename VALUES ('1', 'Choe Myong Hyon'), ('2', 'KANG Chol Hak');
CREATE TABLE regress_renamed_customer (id int PRIMARY KEY, name text);
INSERT INTO regress_renamed_customer VALUES (1, 'Choi Myeonghyeon'), (2, 'Kang Cheol-hak'), (3, 'Emily Rodgers');
SELECT entries FROM sanct_import_table('regress_rename', 'suspects');
SELECT entries FROM sanct_import_table('regress_rename', 'others');
SELECT rows, hits, raised FROM sanct_run('regress_renamed_customer', 'id', 'name', lists => '{suspects}');
SELECT subject_key, sanct_decide(alert_id, 'no match', 'another person') IS NOT NULL AS decided
	FROM sanct_open_alert WHERE subject_key = '{"id": "1"}';

-- refused: keys that imports give, keys that are taken, lists that guards name, what is no key
SELECT sanct_rename_list('suspects', 'un-sc');
SELECT sanct_rename_list('suspects', 'others');
SELECT sanct_rename_list('suspects', 'No Key');
SELECT sanct_rename_list('suspects', repeat('x', 64));
SELECT sanct_rename_list('suspects', NULL);
SELECT sanct_rename_list('nothing', 'watched');
SELECT sanct_guard_attach('regress_renamed_customer', 'name', 'record', lists => '{suspects}');
SELECT sanct_rename_list('suspects', 'watched');
-- also in a guard made by hand, with a blank behind the comma
CREATE TRIGGER by_hand AFTER INSERT ON regress_rename FOR EACH ROW EXECUTE FUNCTION sanct_guard('name', 'record', 'lists=suspects, others');
SELECT sanct_rename_list('others', 'watched');
DROP TRIGGER by_hand ON regress_rename;

-- as the HINT says
BEGIN;
SELECT sanct_guard_detach('regress_renamed_customer');
SELECT sanct_rename_list('suspects', 'watched');
SELECT sanct_guard_attach('regress_renamed_customer', 'name', 'record', lists => '{watched}');
COMMIT;
SELECT code, former_codes FROM sanct_list ORDER BY id;
SELECT list, subject_key, status FROM sanct_alert ORDER BY id;
SELECT list FROM sanct_clearance;
SELECT r.lists, regexp_replace(s.held_against, '\d+', 'N', 'g') AS held_against FROM sanct_run r JOIN sanct_screening_run s ON s.run_id = r.id;
SELECT DISTINCT list FROM sanct_screen('Choi Myeonghyeon') ORDER BY list;
SELECT list FROM sanct_screen('Choi Myeonghyeon', lists => '{suspects}');

-- what is cleared stays so, what is new is found since the last run, and the next release is of the list with the new key
INSERT INTO regress_rename VALUES ('3', 'KIM Song Hun');
INSERT INTO regress_renamed_customer VALUES (4, 'Kim Seonghun');
SELECT added FROM sanct_import_table('regress_rename', 'watched');
SELECT raised, reopened FROM sanct_run_new('regress_renamed_customer', 'id', 'name', lists => '{watched}');
SELECT subject, list, current FROM sanct_coverage WHERE list = 'watched';
UPDATE regress_renamed_customer SET name = name || ' ' WHERE id = 1;
SELECT list, subject_key, status FROM sanct_alert ORDER BY id;

-- a job that still has the old key makes no second list, nor gets another list that key
SELECT sanct_import_table('regress_rename', 'suspects');
SELECT sanct_rename_list('others', 'suspects');
-- nor do two lists of one document pass without a word, each time that it is imported
SELECT added FROM sanct_import_table('regress_rename', 'others');
SELECT added FROM sanct_import_table('regress_rename', 'watched');
SELECT delisted FROM sanct_retire_list('others', 'the same as watched');
SELECT added FROM sanct_import_table('regress_rename', 'watched');

-- a restricted list stays so, under either key
CREATE ROLE regress_rename_reader;
CREATE ROLE regress_rename_other;
GRANT SELECT ON regress_rename TO regress_rename_other;
SELECT sanct_restrict_list('watched', '{regress_rename_reader}');
SELECT sanct_guard_detach('regress_renamed_customer');
-- one may have a key again that it had
SELECT sanct_rename_list('watched', 'suspects');
SELECT sanct_rename_list('suspects', 'seen');
SELECT count(*) AS shown FROM sanct_open_alert;
SET ROLE regress_rename_reader;
SELECT sanct_rename_list('seen', 'watched');
RESET ROLE;
-- who is not shown it is not told its key
GRANT EXECUTE ON FUNCTION sanct_import_table TO regress_rename_other;
SET ROLE regress_rename_other;
SELECT sanct_import_table('regress_rename', 'watched');
RESET ROLE;
REVOKE EXECUTE ON FUNCTION sanct_import_table FROM regress_rename_other;
SELECT readers, former_codes FROM sanct_list WHERE code = 'seen';

-- the trail is changed in nothing else
UPDATE sanct_run_list SET release_id = 1;
UPDATE sanct_run SET rows = 0;

SELECT sanct_restrict_list('seen', NULL);
DROP TABLE regress_rename, regress_renamed_customer;
DROP ROLE regress_rename_reader, regress_rename_other;
-- the trail is not deleted, but with the extension
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
