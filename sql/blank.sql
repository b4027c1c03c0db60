-- names that have nothing to compare: that nothing is found for them is told, once a statement; a guard lets them pass
\set SHOW_CONTEXT never
SET client_min_messages = error;
SELECT entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name,identifiers\n1,Person,Choe Myong Hyon,passport:745120331\n', 'UTF8'), list => 'one');
SET client_min_messages = warning;
SELECT count(*) FROM sanct_screen('-');
SELECT count(*) FROM sanct_screen('');
SELECT count(*) FROM sanct_screen('   ');
SELECT count(*) FROM sanct_screen('12345');
SELECT count(*) FROM sanct_near('***');
SELECT count(*) FROM sanct_near('-');
-- a name that is not there is not looked for, and one with a letter is; what cannot be read is told as before
SELECT count(*) FROM sanct_screen(NULL);
SELECT count(*) FROM sanct_near(NULL);
SELECT count(*) FROM sanct_screen('X');
SELECT count(*) FROM sanct_screen('리');
SELECT count(*) FROM sanct_screen('សុខា');
-- also as they were
SELECT count(*) FROM sanct_screen('-', as_of => now());
-- where documents are looked up, too
SELECT count(*) FROM sanct_screen('-', documents => '{passport:745120331}');

-- of a column: once
CREATE TABLE customer (id int PRIMARY KEY, name varchar, reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED, passport text);
INSERT INTO customer SELECT n, CASE n % 4 WHEN 0 THEN '' WHEN 1 THEN '-' WHEN 2 THEN NULL ELSE 'Jane Doe' END FROM generate_series(1, 24) n;
INSERT INTO customer VALUES (25, 'Choi Myung-hyun'), (26, 'សុខា'), (27, '007');
SELECT c.id, s.list FROM customer c, LATERAL sanct_screen(c.name) s;
SELECT id, list FROM sanct_screen_table('customer', 'id', 'name');
SELECT id, list FROM sanct_screen_table('customer', 'id', 'reading');
SELECT count(*) FROM sanct_screen_table('customer', 'name', 'name');
SELECT id, list FROM sanct_rescreen('customer', 'id', 'name', since => 0);
SELECT rows, hits, raised FROM sanct_run('customer', 'id', 'name');
SELECT unread_names FROM sanct_screening_run;
SELECT kind, subject_key FROM sanct_alert ORDER BY id;
DELETE FROM customer WHERE id NOT IN (24, 25);
SELECT id, list FROM sanct_screen_table('customer', 'id', 'name');

-- a guard has nothing to hold against the lists either: many tables write '' or - where there is no name
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name');
INSERT INTO customer SELECT n, CASE n % 3 WHEN 0 THEN '' WHEN 1 THEN '-' ELSE '12 345' END FROM generate_series(31, 60) n;
SELECT count(*) FROM sanct_alert WHERE run_id IS NULL;
DROP TABLE customer;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
