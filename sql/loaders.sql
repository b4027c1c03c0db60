-- who loads lists needs the import alone, and nobody writes the tables but the imports
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
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
DROP TABLE party;
