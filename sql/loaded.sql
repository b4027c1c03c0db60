-- what could not be looked at is never answered by silence
SET client_min_messages = warning;
\set SHOW_CONTEXT never
\set VERBOSITY default
CREATE TABLE customer (id int PRIMARY KEY, name text);
INSERT INTO customer VALUES (1, 'Choi Myung-hyun'), (2, 'Emily Rodgers');
CREATE FUNCTION release(rows text, on_list text) RETURNS bigint LANGUAGE sql AS $$
	SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n' || rows, 'UTF8'), list => on_list, max_removed => 1) r;
$$;

-- no list at all: neither one name, nor a table, nor changes
SELECT list_uid FROM sanct_screen('Choi Myung-hyun');
SELECT list_uid FROM sanct_screen_table('customer', 'id', 'name');
SELECT list_uid FROM sanct_rescreen('customer', 'id', 'name', 0);
SELECT list_uid FROM sanct_screen('Choi Myung-hyun', as_of => '2024-01-01');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', on_empty => 'pass');
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', on_empty => 'pass');
SELECT count(*) FROM sanct_rescreen('customer', 'id', 'name', 0, on_empty => 'pass');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', on_empty => 'nothing');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', on_empty => NULL);

-- lists and types that are asked for
SELECT release(E'p,Person,Choe Myong Hyon\nv,Vessel,Choe Myong Hyon\n', 'first'), release(E'q,Person,Choe Myong Hyon\n', 'second');
SELECT list, list_uid FROM sanct_screen('Choi Myung-hyun');
SELECT list, list_uid FROM sanct_screen('Choi Myung-hyun', lists => '{second}');
SELECT list, list_uid FROM sanct_screen('Choi Myung-hyun', types => '{vessel,aircraft}');
SELECT list, list_uid FROM sanct_screen('Choi Myung-hyun', max_hits => 1, lists => '{first,second}', types => '{Individual}');
SELECT id, list, list_uid FROM sanct_screen_table('customer', 'id', 'name', lists => '{first}', types => '{ship}');
SELECT id, list, list_uid FROM sanct_rescreen('customer', 'id', 'name', 0, lists => '{second}', types => '{person}');
-- none that does not exist, in whatever spelling
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', lists => '{First}');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', lists => '{first,third}');
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', lists => '{fir_st}');
SELECT count(*) FROM sanct_rescreen('customer', 'id', 'name', 0, lists => '{third}');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', lists => '{first,third}', on_empty => 'pass');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', types => '{people}');
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', types => '{xyz}');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', lists => '{}');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', types => ARRAY[NULL]);

-- changes after a release that has not been
SELECT count(*) FROM sanct_rescreen('customer', 'id', 'name', (SELECT max(id) FROM sanct_release));
DO $$ BEGIN PERFORM FROM sanct_rescreen('customer', 'id', 'name', (SELECT max(id) + 1 FROM sanct_release));
EXCEPTION WHEN invalid_parameter_value THEN RAISE WARNING '%', regexp_replace(SQLERRM, '\d+', 'N'); END $$;

-- days before a list began: before all of them an error, before some a warning
UPDATE sanct_release r SET imported_at = CASE l.code WHEN 'first' THEN '2001-02-03 04:05:06+00' ELSE '2024-03-15 12:30:00.5+00' END::timestamptz
	FROM sanct_list l WHERE l.id = r.list_id;
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', as_of => '2000-01-01 00:00+00');
SET TimeZone = 'UTC';
SELECT list FROM sanct_screen('Choi Myung-hyun', as_of => '2002-01-01 00:00+00', types => '{person}');
SELECT list FROM sanct_screen('Choi Myung-hyun', as_of => '2002-01-01 00:00+00', lists => '{second}');
SELECT list FROM sanct_screen('Choi Myung-hyun', as_of => '2002-01-01 00:00+00', lists => '{first}', types => '{person}');

-- a list that has been restored in part: entries or names are missing
BEGIN;
UPDATE sanct_release SET names = names + 1 WHERE list_id = (SELECT id FROM sanct_list WHERE code = 'second');
SAVEPOINT s;
DO $$ BEGIN PERFORM FROM sanct_screen('Choi Myung-hyun'); EXCEPTION WHEN OTHERS THEN RAISE WARNING '% %', SQLSTATE, SQLERRM; END $$;
DO $$ BEGIN PERFORM FROM sanct_screen_table('customer', 'id', 'name'); EXCEPTION WHEN OTHERS THEN RAISE WARNING '% %', SQLSTATE, SQLERRM; END $$;
DO $$ BEGIN PERFORM FROM sanct_rescreen('customer', 'id', 'name', 0); EXCEPTION WHEN OTHERS THEN RAISE WARNING '% %', SQLSTATE, SQLERRM; END $$;
DO $$ BEGIN PERFORM FROM sanct_screen('Choi Myung-hyun', lists => '{first}', as_of => now()); EXCEPTION WHEN OTHERS THEN RAISE WARNING '% %', SQLSTATE, SQLERRM; END $$;
ROLLBACK;
SELECT count(*) FROM sanct_screen('Choi Myung-hyun');

-- names that cannot be read wholly are told: by one warning a name, and by one a table
SELECT count(*) FROM sanct_screen(repeat('x', 5000) || ' Choi Myung-hyun');
SELECT count(*) FROM sanct_screen('a b c d e f g h i j k l m n o p q Choi Myung-hyun');
SELECT count(*) FROM sanct_screen('ឆេ ម្យុង ហ្យុន');
INSERT INTO customer VALUES (3, 'ឆេ ម្យុង ហ្យុន'), (4, 'ឆេ'), (5, 'a b c d e f g h i j k l m n o p q Choi Myung-hyun');
SELECT id, list_uid FROM sanct_screen_table('customer', 'id', 'name', lists => '{second}');
CREATE TABLE parsed AS SELECT id, sanct_read(name) AS name FROM customer;
SELECT id, list_uid FROM sanct_screen_table('parsed', 'id', 'name', lists => '{second}');
-- but not by what would be a name itself
SELECT id, list_uid FROM sanct_screen_table('customer', 'name', 'name', lists => '{second}', threshold => 1);

-- a list for some: to others it is not there
CREATE ROLE regress_sanct_reader;
CREATE ROLE regress_sanct_other;
GRANT SELECT ON customer TO regress_sanct_other;
CREATE ROLE regress_sanct_gone;
SELECT sanct_restrict_list('second', '{regress_sanct_reader,regress_sanct_gone}');
DROP ROLE regress_sanct_gone;
SET ROLE regress_sanct_reader;
SELECT list FROM sanct_screen('Choi Myung-hyun', types => '{person}');
SET ROLE regress_sanct_other;
SELECT list FROM sanct_screen('Choi Myung-hyun', types => '{person}');
SELECT list FROM sanct_screen('Choi Myung-hyun', types => '{person}', as_of => 'infinity');
SELECT list FROM sanct_screen_table('customer', 'id', 'name', types => '{person}');
SELECT list FROM sanct_rescreen('customer', 'id', 'name', 0, types => '{person}');
SELECT list FROM sanct_screen('Choi Myung-hyun', lists => '{second}');
RESET ROLE;
UPDATE sanct_list SET readers = '{}' WHERE code = 'first';
SET ROLE regress_sanct_other;
SELECT list FROM sanct_screen('Choi Myung-hyun');
RESET ROLE;

DROP TABLE customer, parsed;
DROP FUNCTION release;
DROP ROLE regress_sanct_reader, regress_sanct_other;
DELETE FROM sanct_name;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;

RESET client_min_messages;
-- more lists than there is room for at first: each is read as it is, none misses anything

CREATE TABLE loaded AS SELECT r.entries FROM generate_series(1, 40) AS n,
	sanct_import_opensanctions_csv(convert_to(E'id,schema,name,aliases\n' || n || E',Person,Choe Myong Hyon,Choi\n' || n + 100 || E',Vessel,Ship ' || n || E',\n', 'UTF8'), list => 'list-' || n) AS r;
SELECT count(*), sum(entries) FROM loaded;
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%list-%';
SELECT count(*), count(DISTINCT list), bool_and(list = 'list-' || list_uid) FROM sanct_screen('Choi Myung-hyun', max_hits => 100);
SELECT list, list_uid FROM sanct_screen('Choi Myung-hyun', lists => '{list-1,list-16,list-17,list-32,list-33,list-40}') ORDER BY list_uid::int;
SELECT FROM sanct_screen('Choi Myung-hyun', lists => '{list-41}');
CREATE TABLE customer AS SELECT 1 AS id, 'Choi Myung-hyun'::text AS name;
SELECT count(*), count(DISTINCT list) FROM sanct_screen_table('customer', 'id', 'name', max_hits => 100);

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP TABLE loaded, customer;
