-- what a restore of a part leaves

-- a list that was restored in part: the same files again write it anew, so that a nightly job mends it and does not tell that all
-- is well
\set SHOW_CONTEXT never
DROP EXTENSION IF EXISTS sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
\set list 'E''id,schema,name,aliases\\n1,Person,Choe Myong Hyon,최명현\\n2,Person,Sim Kwang Sok,\\n'''
SELECT r.entries, r.names FROM sanct_import_opensanctions_csv(convert_to(:list, 'UTF8'), list => 'own') r;
-- names are missing
DELETE FROM sanct_name WHERE name = 'Sim Kwang Sok';
SELECT list_uid FROM sanct_screen('Sim Kwang-sok');
SELECT r.entries, r.names FROM sanct_import_opensanctions_csv(convert_to(:list, 'UTF8'), list => 'own') r;
SELECT list_uid FROM sanct_screen('Sim Kwang-sok');
SELECT what FROM sanct_status();
-- all names, and an entry
TRUNCATE sanct_name;
DELETE FROM sanct_entry WHERE list_uid = '1';
SELECT r.entries, r.names FROM sanct_import_opensanctions_csv(convert_to(:list, 'UTF8'), list => 'own') r;
SELECT list_uid, matched_name FROM sanct_screen('최명현');
SELECT what FROM sanct_status();
-- and then they are the current release, as ever
SELECT r.entries, r.names FROM sanct_import_opensanctions_csv(convert_to(:list, 'UTF8'), list => 'own') r;
SELECT count(*) FROM sanct_release;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name,
	sanct_past_identifier, sanct_link RESTART IDENTITY;

-- rows that refer to rows which are not there, as a restore of a part leaves them: in every table one of each kind, beside
-- rows that refer to what is there and such as refer to nothing; in a transaction that is rolled back

BEGIN;
INSERT INTO sanct_list (id, code, title, publisher) VALUES (1, 'one', 't', 'p'), (2, 'two', 't', 'p');
INSERT INTO sanct_release (id, list_id, imported_by, sha256, entries, names, weak_names, identifiers, addresses, cut_remarks, added, changed, delisted)
	SELECT id, list, 'x', '{}', 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM (VALUES (1, 1), (2, 2), (3, 9)) AS x (id, list);
INSERT INTO sanct_entry (id, list_id, list_uid, type, primary_name, programs, nationality, digest, listed_in, changed_in)
	SELECT id, list, id, 'person', 'x', '{}', '{}', '', listed, changed
	FROM (VALUES (1, 1, 1, 1), (2, 2, 2, 2), (3, 8, 1, 1), (4, 9, 1, 1), (5, 1, 9, 1), (6, 1, 1, 9), (7, 1, 9, 9)) AS x (id, list, listed, changed);
INSERT INTO sanct_name (entry_id, name, kind, weak) SELECT e, 'x', 'alias', false FROM unnest('{1,2,91,92,93}'::int[]) AS e;
INSERT INTO sanct_identifier (entry_id, kind) SELECT e, 'x' FROM unnest('{1,2,91,92,93,94}'::int[]) AS e;
INSERT INTO sanct_past_entry (entry_id, type, primary_name, programs, nationality, since, until)
	SELECT e, 'person', 'x', '{}', '{}', 1, 1 FROM unnest('{1,2,91,92,93,94,95}'::int[]) AS e;
INSERT INTO sanct_past_name (id, entry_id, name, kind, weak, until) SELECT 1, e, 'x', 'alias', false, 1 FROM unnest('{1,2,91,92,93,94,95,96}'::int[]) AS e;
INSERT INTO sanct_past_identifier (id, entry_id, kind, until) SELECT 1, e, 'x', 1 FROM unnest('{1,2,91,92,93,94,95,96,97}'::int[]) AS e;
INSERT INTO sanct_link (entry_id, other_id, kind, value) SELECT e, o, 'document', 'x' FROM (VALUES (1, 2), (1, 91), (91, 2), (91, 92)) AS x (e, o);
INSERT INTO sanct_quarantine (id, subject, operation, subject_key, content, quarantined_by) VALUES (1, 's', 'INSERT', '{}', '{}', 'x'), (2, 's', 'INSERT', '{}', '{}', 'x');
INSERT INTO sanct_alert (id, kind, subject, subject_key, subject_name, subject_facts, fingerprint, entry_id, list, list_uid, primary_name, matched_name, similarity,
		weight, tier, explanation, algorithm, action, guard, quarantine_id, four_eyes, raised_by, written_by)
	SELECT id, 'match', 's', '{}', 'x', '{}', '', entry, 'one', '1', 'x', 'x', 1, 1, 't', '{}', 1, 'record', 'g', quarantined, false, 'x', 'x'
	FROM (VALUES (1, 1, 1), (2, 2, 2), (3, NULL, NULL), (4, 91, 1), (5, 92, 2), (6, 1, 91), (7, 2, 92), (8, 1, 93), (9, NULL, 94)) AS x (id, entry, quarantined);
INSERT INTO sanct_decision (alert_id, verdict, reason, decided_by) SELECT a, 'comment', 'x', 'x' FROM unnest('{1,2,91,92,93,94,95}'::int[]) AS a;
INSERT INTO sanct_clearance (alert_id, subject, subject_key, subject_name, subject_facts, fingerprint, entry_id, reason, approved_by)
	SELECT alert, 's', '{}', 'x', '{}', '', entry, 'x', 'x'
	FROM (VALUES (1, 1), (2, 2), (NULL, NULL), (91, 1), (92, 2), (1, 91), (2, 92), (NULL, 93)) AS x (alert, entry);
SELECT part FROM unnest(sanct_dangling()) WITH ORDINALITY AS x (part, n) ORDER BY n;
ROLLBACK;
SELECT sanct_dangling();
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
