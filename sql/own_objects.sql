-- the extension's own objects are known by what nobody else can make, not by their names or by being its members
SET client_min_messages = warning;
\set SHOW_CONTEXT never
CREATE TABLE customer (id int, name text);
INSERT INTO customer VALUES (1, 'Choi Myung-hyun');
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n', 'UTF8'), list => 'own') r;
CREATE FUNCTION look() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN (SELECT string_agg(list_uid, ' ') FROM (SELECT list_uid FROM sanct_screen('Choi Myung-hyun')
		UNION ALL SELECT list_uid FROM sanct_screen_table('customer', 'id', 'name')
		UNION ALL SELECT list_uid FROM sanct_rescreen('customer', 'id', 'name', 0)) x);
EXCEPTION WHEN OTHERS THEN
	RETURN SQLERRM;
END
$$;
SELECT look();

-- tables and a view of other types, made members: once the server read what they hold as addresses
CREATE SCHEMA other;
CREATE TABLE other.sanct_list (id int, code bigint);
CREATE TABLE other.sanct_entry (id int, list_id text);
CREATE VIEW other.sanct_name AS SELECT 1 AS id, 'Emily Rodgers'::text AS name;
INSERT INTO other.sanct_list VALUES (1, 4096);
ALTER EXTENSION sanctmatch ADD TABLE other.sanct_list;
ALTER EXTENSION sanctmatch ADD TABLE other.sanct_entry;
ALTER EXTENSION sanctmatch ADD VIEW other.sanct_name;
SELECT look();
\c -
SET client_min_messages = warning;
SELECT look();
ALTER EXTENSION sanctmatch DROP TABLE other.sanct_list;
ALTER EXTENSION sanctmatch DROP TABLE other.sanct_entry;
ALTER EXTENSION sanctmatch DROP VIEW other.sanct_name;
DROP SCHEMA other CASCADE;

-- what a superuser has changed is noticed, in a session that knew it otherwise too
SELECT look();
BEGIN;
CREATE ROLE regress_sanct_other;
ALTER TABLE sanct_name OWNER TO regress_sanct_other;
SELECT look();
ROLLBACK;
SELECT look();
BEGIN;
ALTER TABLE sanct_entry RENAME COLUMN delisted_in TO gone_in;
SELECT look();
ROLLBACK;
BEGIN;
ALTER EXTENSION sanctmatch DROP TABLE sanct_list;
SELECT look();
ROLLBACK;
BEGIN;
ALTER TABLE sanct_release RENAME COLUMN entries TO number;
SELECT look();
ROLLBACK;
-- a column in the place of another, in which there may be NULLs where none is looked for: it ended the server
BEGIN;
ALTER TABLE sanct_name RENAME COLUMN name TO aside;
ALTER TABLE sanct_name ADD COLUMN name text;
SELECT look();
ROLLBACK;
BEGIN;
ALTER TABLE sanct_entry ALTER COLUMN primary_name DROP NOT NULL;
SELECT look();
ROLLBACK;
BEGIN;
DROP INDEX sanct_name_name_idx;
-- without its index the table is read from end to end
SELECT look();
ROLLBACK;
SELECT look();

-- a trigger of the alerts writes a row that is guarded, too: the function that raises alerts is called while it runs
BEGIN;
CREATE TABLE nested (id int PRIMARY KEY, name text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('nested', 'name', 'record');
CREATE FUNCTION follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO nested SELECT 1 + max(id), NEW.subject_name FROM nested HAVING count(*) < 4;
	RETURN NULL;
END
$$;
CREATE TRIGGER follow AFTER INSERT ON sanct_alert FOR EACH ROW EXECUTE FUNCTION follow();
ALTER TABLE sanct_alert ENABLE ALWAYS TRIGGER follow;
INSERT INTO nested SELECT 1, name FROM sanct_name ORDER BY id LIMIT 1;
SELECT subject_key, count(*) FROM sanct_alert WHERE subject LIKE '%nested' GROUP BY subject_key ORDER BY subject_key;
ROLLBACK;

DROP TABLE customer;
DROP FUNCTION look;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
