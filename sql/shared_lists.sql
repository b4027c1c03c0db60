-- the lists that all connections share are those that the statement's snapshot sees, in whatever transaction
SET client_min_messages = warning;
\set SHOW_CONTEXT never
CREATE TABLE customer (id int PRIMARY KEY, name text);
INSERT INTO customer VALUES (1, 'Choi Myung-hyun');
CREATE FUNCTION release(rows text, on_list text) RETURNS bigint LANGUAGE sql AS $$
	SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n' || rows, 'UTF8'), list => on_list, max_removed => 1) r;
$$;
SELECT release(E'p,Person,Choe Myong Hyon\n', 'own');
-- rows are changed by hand below, of which a release that counts them would complain
UPDATE sanct_release SET entries = 0, names = 0;

-- what is listed, as the tables say, and as screening does: by the lists in memory, ready or not
CREATE FUNCTION listed() RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT count(DISTINCT e.id) FROM sanct_entry e JOIN sanct_name n ON n.entry_id = e.id WHERE e.delisted_in IS NULL
$$;
CREATE FUNCTION screened() RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', max_hits => 1000, on_empty => 'pass')
$$;
CREATE FUNCTION found() RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT count(*) FROM sanct_screen('Choi Myung-hyun', max_hits => 1000, on_empty => 'pass')
$$;
SELECT listed(), screened(), found();

-- every import leaves the lists ready, one more connection reads no table
\c
SET client_min_messages = warning;
SELECT screened(), pg_stat_get_xact_numscans('sanct_name'::regclass);
-- a release that changes nothing leaves them as they are: who locks a list changes no row of it
SELECT count(*) AS before FROM sanct_state \gset
SELECT release(E'p,Person,Choe Myong Hyon\n', 'own') IS NOT NULL AS same;
SELECT count(*) = :before AS same FROM sanct_state;

-- changes of the transaction itself, of subtransactions that stay and that are rolled back: 400 random ones
CREATE PROCEDURE change_at_random(depth int) LANGUAGE plpgsql AS $$
DECLARE
	what int := floor(random() * 6);
	entry bigint;
BEGIN
	IF what = 0 THEN
		INSERT INTO sanct_entry (list_id, list_uid, type, primary_name, programs, nationality, digest, listed_in, changed_in)
		SELECT list_id, 'r' || random(), type, primary_name, '{}', '{}', '', listed_in, changed_in FROM sanct_entry LIMIT 1
		RETURNING id INTO entry;
		INSERT INTO sanct_name (entry_id, name, kind, weak) VALUES (entry, 'Choe Myong Hyon', 'primary', false);
	ELSIF what = 1 THEN
		DELETE FROM sanct_name WHERE id = (SELECT max(id) FROM sanct_name);
	ELSIF what = 2 THEN
		UPDATE sanct_entry SET delisted_in = CASE WHEN delisted_in IS NULL THEN listed_in END WHERE random() < 0.3;
	ELSIF depth < 4 THEN
		BEGIN
			FOR i IN 1..floor(random() * 4) LOOP
				CALL change_at_random(depth + 1);
			END LOOP;
			IF random() < 0.5 THEN
				RAISE EXCEPTION 'rolled back' USING ERRCODE = 'P0099';
			END IF;
		EXCEPTION WHEN SQLSTATE 'P0099' THEN
			NULL;
		END;
	END IF;
	IF random() < 0.7 AND (screened() <> listed() OR found() <> listed()) THEN
		RAISE EXCEPTION 'screened %, found %, but % are listed', screened(), found(), listed();
	END IF;
END
$$;
SELECT setseed(0.42);
BEGIN;
DO $$ BEGIN FOR i IN 1..200 LOOP CALL change_at_random(0); END LOOP; END $$;
ROLLBACK;
SELECT listed(), screened(), found();
DO $$ BEGIN FOR i IN 1..200 LOOP CALL change_at_random(0); COMMIT; END LOOP; END $$;
SELECT screened() = listed() AS agree;

-- a snapshot from before a change of the same transaction does not see it, and does not hide it from others either
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier RESTART IDENTITY;
SELECT release(E'p,Person,Choe Myong Hyon\n', 'own');
UPDATE sanct_release SET entries = 0, names = 0;
BEGIN;
UPDATE sanct_name SET note = 'changed';
DECLARE before CURSOR FOR SELECT (SELECT screened()) FROM generate_series(1, 2);
UPDATE sanct_entry SET delisted_in = listed_in;
FETCH before;
SELECT screened();
FETCH before;
COMMIT;
SELECT screened();
UPDATE sanct_entry SET delisted_in = NULL;

-- a subtransaction that is rolled back takes with it what was read inside
BEGIN;
SAVEPOINT s;
UPDATE sanct_entry SET delisted_in = listed_in;
SELECT screened();
ROLLBACK TO s;
SELECT screened();
UPDATE sanct_entry SET delisted_in = listed_in;
RELEASE s;
SELECT screened();
ROLLBACK;
SELECT screened();

-- changes past a trigger that has been disabled for a while
ALTER TABLE sanct_entry DISABLE TRIGGER sanct_entry_changed;
UPDATE sanct_entry SET delisted_in = listed_in;
ALTER TABLE sanct_entry ENABLE ALWAYS TRIGGER sanct_entry_changed;
SELECT screened(), found();
UPDATE sanct_entry SET delisted_in = NULL;
-- and tables that have been emptied
SELECT screened(), found();
BEGIN;
TRUNCATE sanct_name;
SELECT screened(), found();
ROLLBACK;
SELECT screened(), found();

-- a lower threshold than the built-in one is this connection's own
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', 0.3, on_empty => 'pass');
SELECT screened();

-- whoever makes a trigger of the same functions on a table of his own leaves no trace
CREATE TABLE other (id int);
CREATE TRIGGER other_changed BEFORE INSERT ON other FOR EACH ROW EXECUTE FUNCTION sanct_list_changed();
CREATE CONSTRAINT TRIGGER other_shared AFTER INSERT ON other DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sanct_share_lists();
SELECT count(*) AS before FROM sanct_state \gset
INSERT INTO other VALUES (1);
SELECT count(*) = :before AS same FROM sanct_state;
SELECT sanct_share_lists();

DROP TABLE customer, other;
DROP PROCEDURE change_at_random;
DROP FUNCTION release, listed, screened, found;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier RESTART IDENTITY;
