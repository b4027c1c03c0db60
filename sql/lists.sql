-- lists as a whole: taken back, restricted to readers, half imported
SET client_min_messages = notice;
CREATE TABLE party (id text, name text, born text);
INSERT INTO party VALUES ('1', 'Choe Myong Hyon', '1966'), ('2', 'Parsek LLC', NULL);
SELECT r.entries, r.names FROM sanct_import_table('party', 'suspects', fact_columns => '{born}') AS r;
SELECT r.entries, r.names FROM sanct_import_table('party', 'public-list', fact_columns => '{born}') AS r;
SELECT DISTINCT list FROM sanct_screen('Choi Myung-hyun') ORDER BY 1;

-- restricted: its entries are shown to its readers alone, in what screens and in tables and views
CREATE ROLE regress_sanct_analyst;
CREATE ROLE regress_sanct_clerk;
GRANT SELECT ON sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier,
	sanct_entry_history, sanct_name_history, sanct_identifier_history TO regress_sanct_analyst, regress_sanct_clerk;
CREATE FUNCTION seen() RETURNS TABLE (place text, lists text) LANGUAGE sql AS $$
	SELECT 'sanct_list', string_agg(code, ' ' ORDER BY code) FROM sanct_list
	UNION ALL SELECT 'sanct_release', count(*)::text FROM sanct_release
	UNION ALL SELECT 'sanct_entry', count(*)::text FROM sanct_entry
	UNION ALL SELECT 'sanct_name', count(*)::text FROM sanct_name
	UNION ALL SELECT 'sanct_identifier', count(*)::text FROM sanct_identifier
	UNION ALL SELECT 'sanct_past_entry', count(*)::text FROM sanct_past_entry
	UNION ALL SELECT 'sanct_past_name', count(*)::text FROM sanct_past_name
	UNION ALL SELECT 'sanct_past_identifier', count(*)::text FROM sanct_past_identifier
	UNION ALL SELECT 'sanct_entry_history', count(*)::text FROM sanct_entry_history
	UNION ALL SELECT 'sanct_name_history', count(*)::text FROM sanct_name_history
	UNION ALL SELECT 'sanct_identifier_history', count(*)::text FROM sanct_identifier_history
	UNION ALL SELECT 'sanct_screen', string_agg(list, ' ' ORDER BY list) FROM sanct_screen('Choi Myung-hyun')
$$;
UPDATE party SET name = 'Choi Myong Hyon', born = '1967' WHERE id = '1';
SELECT r.changed FROM sanct_import_table('party', 'suspects', fact_columns => '{born}') AS r;
SELECT r.changed FROM sanct_import_table('party', 'public-list', fact_columns => '{born}') AS r;
SELECT sanct_restrict_list('suspects', '{regress_sanct_analyst}');
SET ROLE regress_sanct_analyst;
SELECT * FROM seen();
SELECT count(*) FROM sanct_changes('suspects');
SET ROLE regress_sanct_clerk;
SELECT * FROM seen();
SELECT count(*) FROM sanct_changes('public-list');
SELECT count(*) FROM sanct_changes('suspects');
-- not by a function that is run before the condition, nor by one that tells what it is given
CREATE FUNCTION pg_temp.tell(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$ BEGIN RAISE NOTICE 'seen: %', $1; RETURN true; END $$;
SELECT count(*) FROM sanct_entry_history h JOIN sanct_list l ON l.id = h.list_id WHERE pg_temp.tell(h.list_uid || ' of ' || (h.list_id - (SELECT min(id) FROM sanct_list)));
DROP FUNCTION pg_temp.tell(text);
RESET ROLE;
-- a restore does not bring it back, but what is wrong is told and mended
ALTER TABLE sanct_name DISABLE ROW LEVEL SECURITY;
SELECT * FROM sanct_status() WHERE subject LIKE 'table sanct%';
SELECT * FROM sanct_enable_triggers();
SELECT * FROM sanct_status() WHERE subject LIKE 'table sanct%';
-- roles that there are; no role at all; everybody
SELECT sanct_restrict_list('suspects', '{regress_sanct_nobody}');
SELECT sanct_restrict_list('suspects', '{NULL}');
SELECT sanct_restrict_list('none', NULL);
SELECT sanct_restrict_list(NULL, NULL);
SELECT sanct_restrict_list('suspects', '{}');
SET ROLE regress_sanct_analyst;
SELECT lists FROM seen() WHERE place = 'sanct_list';
RESET ROLE;
SELECT count(*) FROM sanct_screen('Choi Myung-hyun') WHERE list = 'suspects';
SELECT sanct_restrict_list('suspects', NULL);
SELECT count(*) FROM pg_class WHERE relrowsecurity;
SET ROLE regress_sanct_clerk;
SELECT lists FROM seen() WHERE place = 'sanct_list';
RESET ROLE;

-- taken back: a release that has nothing, and the list comes again as any other
SELECT r.entries, r.names, r.delisted, r.imported_actor FROM sanct_retire_list('suspects', 'j.doe') AS r;
SELECT r.entries, r.names, r.delisted, r.imported_actor FROM sanct_retire_list('suspects') AS r;
SELECT list FROM sanct_screen('Choi Myung-hyun');
SELECT change, list_uid FROM sanct_changes('suspects', (SELECT max(imported_at) - interval '1 microsecond' FROM sanct_release));
SELECT list_uid, name FROM sanct_name_history h JOIN sanct_entry e ON e.id = h.entry_id JOIN sanct_list l ON l.id = h.list_id
WHERE l.code = 'suspects' AND h.until = (SELECT max(id) FROM sanct_release) ORDER BY 1;
SELECT r.entries, r.added, r.changed FROM sanct_import_table('party', 'suspects', fact_columns => '{born}') AS r;
SELECT sanct_retire_list('none');
SELECT sanct_retire_list(NULL);
TRUNCATE party;
SELECT sanct_import_table('party', 'suspects');
SET ROLE regress_sanct_clerk;
SELECT sanct_retire_list('public-list');
SELECT sanct_restrict_list('public-list', '{}');
RESET ROLE;

-- counts of a release are those of the entries that are listed, and of their names
SELECT l.code, r.entries - (SELECT count(*) FROM sanct_entry e WHERE e.list_id = l.id AND e.delisted_in IS NULL) AS entries,
	r.names - (SELECT count(*) FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id WHERE e.list_id = l.id AND e.delisted_in IS NULL) AS names
FROM sanct_list l JOIN sanct_release r ON r.id = (SELECT max(id) FROM sanct_release WHERE list_id = l.id) ORDER BY 1;

DROP FUNCTION seen();
DROP TABLE party;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
REVOKE ALL ON sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier,
	sanct_entry_history, sanct_name_history, sanct_identifier_history FROM regress_sanct_analyst, regress_sanct_clerk;
DROP ROLE regress_sanct_analyst, regress_sanct_clerk;

-- imports of which one fails
SET client_min_messages = warning;
CREATE TABLE party (id text, name text, kind text);
INSERT INTO party VALUES ('1', 'Choe Myong Hyon', 'person'), ('2', 'Parsek LLC', 'company');

-- an error within a subtransaction leaves nothing half run for those that follow
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.list_uid = 'refused' THEN
		RAISE EXCEPTION 'refused';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER refuse BEFORE INSERT ON sanct_entry FOR EACH ROW EXECUTE FUNCTION refuse();
BEGIN;
SELECT r.added FROM sanct_import_table('party', 'own', type_column => 'kind') AS r;
SAVEPOINT before;
INSERT INTO party VALUES ('refused', 'Kim', 'person');
SELECT r.added FROM sanct_import_table('party', 'own', type_column => 'kind') AS r;
ROLLBACK TO before;
INSERT INTO party VALUES ('3', 'Kim', 'person');
SELECT r.added FROM sanct_import_table('party', 'own', type_column => 'kind') AS r;
COMMIT;
SELECT list_uid, type FROM sanct_entry ORDER BY 1;
DROP TRIGGER refuse ON sanct_entry;
DROP FUNCTION refuse();
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP TABLE party;
