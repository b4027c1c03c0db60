-- messages name a restricted list to its readers and the owner of the extension alone
SET client_min_messages = warning;
\set SHOW_CONTEXT never
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
SELECT entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n', 'UTF8'), list => 'open');
SELECT entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Kang Chol Hak\n', 'UTF8'), list => 'suspects');
CREATE ROLE regress_leaks_reader;
CREATE ROLE regress_leaks_app;
CREATE ROLE regress_leaks_monitor IN ROLE pg_monitor;
SELECT sanct_restrict_list('suspects', '{regress_leaks_reader}');
CREATE TABLE payment (id int PRIMARY KEY, payee text);
GRANT SELECT, INSERT, UPDATE ON payment TO regress_leaks_app, regress_leaks_reader;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee');

-- the ways in which a page compares a name: others are told nothing of its names, nor how many there are
SET ROLE regress_leaks_app;
SELECT way, compared, nearest_name, entry FROM sanct_page_ways('Kang Chol Hak Trading Co', 0.5, NULL, NULL, NULL, 'error', true);
SELECT count(*) FROM sanct_page_ways('Kang Chol Hak', 0.5, '{suspects}', NULL, NULL, 'error', true);
SELECT sanct_page_found_by(e, 'x', 0.5) FROM generate_series(1, 2) e;
SELECT * FROM sanct_altered();
SET ROLE regress_leaks_reader;
SELECT way, compared, nearest_name, entry FROM sanct_page_ways('Kang Chol Hak Trading Co', 0.5, NULL, NULL, NULL, 'error', true);
RESET ROLE;

-- a list that is there in part: a screening, a row and a table, through the index and in memory
CREATE FUNCTION screen(name text) RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM public.sanct_screen(name)';
ALTER FUNCTION screen OWNER TO regress_leaks_reader;
BEGIN;
SET LOCAL session_replication_role = replica;
DELETE FROM sanct_name WHERE entry_id IN (SELECT e.id FROM sanct_entry e JOIN sanct_list l ON l.id = e.list_id WHERE l.code = 'suspects');
SET LOCAL session_replication_role = origin;
UPDATE sanct_list SET title = 'read anew' WHERE code = 'open';
SET LOCAL ROLE regress_leaks_app;
SAVEPOINT s;
SELECT count(*) FROM sanct_screen('Jane Doe');
ROLLBACK TO s;
SELECT count(*) FROM sanct_screen_table('payment', 'id', 'payee');
ROLLBACK TO s;
INSERT INTO payment VALUES (1, 'Jane Doe');
ROLLBACK TO s;
-- not through a function of a reader's either
SELECT screen('Jane Doe');
ROLLBACK TO s;
SET LOCAL ROLE regress_leaks_reader;
DO $$ BEGIN PERFORM sanct_screen('Jane Doe'); EXCEPTION WHEN OTHERS THEN RAISE WARNING '%', SQLERRM; END $$;
SET LOCAL ROLE regress_leaks_monitor;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
RESET ROLE;
SELECT subject, severity, what FROM sanct_status() WHERE what NOT LIKE 'no run%';
DO $$ BEGIN PERFORM sanct_screen('Jane Doe'); EXCEPTION WHEN OTHERS THEN RAISE WARNING '%', SQLERRM; END $$;
ROLLBACK;
DROP FUNCTION screen;

-- a guard of a list that has been taken back; hints name what is shown to the session and to the function's owner
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => '{lists=suspects}');
BEGIN;
SELECT entries FROM sanct_retire_list('suspects');
SELECT subject, what FROM sanct_status() WHERE what NOT LIKE 'no run%';
SET LOCAL ROLE regress_leaks_monitor;
SELECT subject, what FROM sanct_status() WHERE what NOT LIKE 'no run%';
SET LOCAL ROLE regress_leaks_app;
SELECT fires FROM sanct_guard_check('payment');
SAVEPOINT s;
INSERT INTO payment VALUES (1, 'Jane Doe');
ROLLBACK TO s;
SET LOCAL ROLE regress_leaks_reader;
INSERT INTO payment VALUES (1, 'Jane Doe');
ROLLBACK TO s;
ROLLBACK;
CREATE FUNCTION screen(name text, VARIADIC lists text[]) RETURNS bigint LANGUAGE sql SECURITY DEFINER
	AS 'SELECT count(*) FROM public.sanct_screen(name, lists => lists)';
CREATE FUNCTION screen_in(name text, as_of timestamptz) RETURNS bigint LANGUAGE sql SECURITY DEFINER
	AS 'SELECT count(*) FROM public.sanct_screen(name, as_of => as_of)';
CREATE FUNCTION changes(list text) RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM public.sanct_changes(list)';
ALTER FUNCTION screen OWNER TO regress_leaks_reader;
ALTER FUNCTION screen_in OWNER TO regress_leaks_reader;
ALTER FUNCTION changes OWNER TO regress_leaks_reader;
GRANT SELECT ON sanct_release, sanct_entry_history, sanct_name_history, sanct_identifier_history TO regress_leaks_reader;
SET TimeZone = 'UTC';
UPDATE sanct_release r SET imported_at = CASE l.code WHEN 'open' THEN '2024-03-15 12:30+00' ELSE '2024-03-16 12:30+00' END::timestamptz FROM sanct_list l WHERE l.id = r.list_id;
SET ROLE regress_leaks_app;
SELECT screen('Jane Doe', 'other');
SELECT screen_in('Jane Doe', '2000-01-01 00:00+00');
SELECT changes('other');
SET ROLE regress_leaks_reader;
SELECT screen('Jane Doe', 'other');
SELECT screen_in('Jane Doe', '2000-01-01 00:00+00');
SELECT changes('other');
RESET ROLE;
DROP FUNCTION screen, screen_in, changes;
SELECT sanct_guard_detach('payment');

-- a clearance of a restricted list is not there for others, who do not revoke it
GRANT EXECUTE ON FUNCTION sanct_revoke_clearance TO regress_leaks_app, regress_leaks_reader;
SELECT sanct_clear('payment', '{"id": "1"}', 'Kang Chol-hak', (SELECT e.id FROM sanct_entry e JOIN sanct_list l ON l.id = e.list_id WHERE l.code = 'suspects'), 'somebody else');
SET ROLE regress_leaks_app;
SELECT sanct_revoke_clearance(1, 'no');
SET ROLE regress_leaks_reader;
SELECT sanct_revoke_clearance(1, 'he is it after all');
RESET ROLE;
SELECT revoked_reason FROM sanct_clearance;

-- what a release adds and removes tells what a list has: nobody else's release, nor his table, is compared with it or replaces it
GRANT EXECUTE ON FUNCTION sanct_retire_list, sanct_import_opensanctions_csv, sanct_import_table TO regress_leaks_app, regress_leaks_reader;
SET ROLE regress_leaks_app;
SELECT r.added FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Kang Chol Hak\n', 'UTF8'), list => 'suspects') r;
SELECT r.added FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n2,Person,Kim Min Su\n', 'UTF8'), max_removed => 1, list => 'suspects') r;
CREATE TEMP TABLE guess AS SELECT '1' AS id, 'Kang Chol Hak' AS name;
SELECT r.added FROM sanct_import_table('guess', 'suspects') r;
SELECT r.delisted FROM sanct_retire_list('suspects') r;
DROP TABLE guess;
SET ROLE regress_leaks_reader;
SELECT r.added FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Kang Chol Hak\n3,Person,Choe Hak Su\n', 'UTF8'), list => 'suspects') r;
RESET ROLE;
-- nor does it help to ask for what may be there: what is hidden and what is not there are the same
SET ROLE regress_leaks_app;
SELECT sanct_list_shown('suspects') AS hidden, sanct_list_shown('absent') AS absent, sanct_list_shown('open') AS open;
RESET ROLE;
CREATE FUNCTION shown() RETURNS TABLE (kind text, hidden boolean, absent boolean, open boolean) LANGUAGE plpgsql AS $$
DECLARE
	hidden_list int := (SELECT id FROM sanct_list WHERE code = 'suspects');
	open_list int := (SELECT id FROM sanct_list WHERE code = 'open');
	hidden_entry bigint := (SELECT min(id) FROM sanct_entry WHERE list_id = hidden_list);
	open_entry bigint := (SELECT min(id) FROM sanct_entry WHERE list_id = open_list);
BEGIN
	SET LOCAL ROLE regress_leaks_app;
	RETURN QUERY SELECT 'list', sanct_list_shown(hidden_list), sanct_list_shown(0), sanct_list_shown(open_list)
		UNION ALL SELECT 'entry', sanct_entry_shown(hidden_entry), sanct_entry_shown(0), sanct_entry_shown(open_entry);
END $$;
SELECT * FROM shown();
RESET ROLE;
DROP FUNCTION shown;

-- nor do plans
GRANT SELECT ON sanct_list, sanct_alert TO regress_leaks_app;
CREATE FUNCTION plan_tells(query text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	line text;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (ANALYZE, VERBOSE) ' || query LOOP
		IF line LIKE '%suspects%' THEN RETURN true; END IF;
	END LOOP;
	RETURN false;
END $$;
ANALYZE sanct_list;
SET ROLE regress_leaks_app;
SELECT plan_tells('SELECT code FROM sanct_list WHERE title <> ''x'''),
	plan_tells('SELECT list FROM sanct_alert JOIN sanct_list ON list = code'),
	plan_tells('SELECT * FROM sanct_screen(''Jane Doe'')'),
	plan_tells('INSERT INTO payment VALUES (9, ''Jane Doe'')');
SELECT code FROM sanct_list;
SELECT count(*) FROM pg_stats WHERE tablename = 'sanct_list';
RESET ROLE;
DROP TABLE payment;
DROP FUNCTION plan_tells;

-- readers and pools that are no roles any more; a role that is made later under the name of a reader reads nothing
CREATE ROLE regress_leaks_pool;
SELECT sanct_declare_pool('regress_leaks_pool');
SELECT sanct_declare_pool('regress_leaks_app');
SELECT sanct_restrict_list('suspects', '{regress_leaks_reader,regress_leaks_pool}');
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
DROP ROLE regress_leaks_pool;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
SET ROLE regress_leaks_monitor;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
RESET ROLE;
SELECT sanct_forget_pool('regress_leaks_pool');
CREATE ROLE regress_leaks_pool;
GRANT SELECT ON sanct_list, sanct_entry TO regress_leaks_pool;
SET ROLE regress_leaks_pool;
SELECT count(*) FROM sanct_entry e JOIN sanct_list l ON l.id = e.list_id WHERE l.code = 'suspects';
SELECT count(*) FROM sanct_screen('Choe Myong Hyon') WHERE list = 'suspects';
SELECT sanct_find_list('suspects');
RESET ROLE;
SELECT subject, what FROM sanct_status() WHERE subject LIKE '%suspects%';
SELECT sanct_restrict_list('suspects', '{regress_leaks_reader,regress_leaks_pool}');
SET ROLE regress_leaks_pool;
SELECT count(*) > 0 AS reads FROM sanct_entry e JOIN sanct_list l ON l.id = e.list_id WHERE l.code = 'suspects';
RESET ROLE;
REVOKE ALL ON sanct_list, sanct_entry FROM regress_leaks_pool;
SELECT sanct_restrict_list('suspects', '{regress_leaks_reader}');
DROP ROLE regress_leaks_pool;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
SELECT sanct_forget_pool('regress_leaks_app');

DROP EXTENSION sanctmatch CASCADE;
DROP ROLE regress_leaks_reader, regress_leaks_app, regress_leaks_monitor;
CREATE EXTENSION sanctmatch;
