-- the same person on several lists: linked when a release is imported, told with hits and alerts, never merged
SET client_min_messages = warning;
CREATE TABLE party (list text, id text, name text, type text DEFAULT 'person', birth_date text[], passport text, imo text, un_reference text, alias text);
INSERT INTO party (list, id, name, birth_date, passport, un_reference) VALUES
	('a', '1', 'RI, Un Song', '{1969-07-23}', NULL, NULL),
	('a', '2', 'KIM, Yong Chol', '{1962-02-18}', 'C12345678', NULL),
	('a', '3', 'CHOE, Hwi', '{1954}', NULL, NULL),
	('a', '4', 'PARK, Jin Hyok', '{1984-08-15,1984-10-18}', NULL, NULL),
	('a', '5', 'Ekaterina Konstantinovna ZHUKOVSKAYA', '{1971}', NULL, NULL),
	('a', '6', 'HAN, Jang Su', '{1969-01-01}', NULL, NULL),
	('b', 'KPi.078', 'RI U''N SO''NG', '{1969-07-22}', NULL, NULL),
	('b', 'KPi.002', 'Somebody Else', '{1950-05-05}', 'C 12345678', NULL),
	('b', 'KPi.003', 'CHOE HWI', '{1954}', NULL, NULL),
	('b', 'KPi.004', 'Pak Chin-hyok', '{1984-10-18}', NULL, NULL),
	('b', 'KPi.005', 'Zhukovskaya Ekaterina Konstantinovna', '{1971}', NULL, NULL),
	('b', 'KPi.006', 'Han Jang Su', '{1969-01-01}', NULL, NULL),
	('c', 'DPR0123', 'Ri Un Song', '{}', '654321', 'KPi. 078'),
	('c', 'DPR0124', 'Ri Un Song', '{1969-07-22}', NULL, NULL),
	('c', 'DPR0125', 'Nobody Known', '{}', '654321', NULL);
INSERT INTO party (list, id, name, type, imo) VALUES ('a', '7', 'Chong Chon Gang', 'vessel', '7937317'), ('b', 'KPe.007', 'Tong Hung', 'vessel', 'IMO 7937317');
-- years that ranges have in common, an alias that agrees with 20 bits, no date on one side and a name of 20 bits, twice on one list; but no name of
-- fewer bits, no other year, no body
INSERT INTO party (list, id, name, type, birth_date, alias) VALUES
	('a', '10', 'SALMAN, Maalim Petrovskiy', 'person', '{1978/1980}', NULL), ('b', 'KPi.010', 'MAALIM PETROVSKIY SALMAN', 'person', '{1979}', NULL),
	('a', '11', 'AL-UBAIDI, Yahia Abdallah', 'person', NULL, NULL), ('b', 'KPi.011', 'YAHIA ABDALLAH AL-UBAIDI', 'person', '{1960-02-03}', NULL),
	('a', '12', 'KIM, Kwang Il', 'person', NULL, NULL), ('b', 'KPi.012', 'Kim Kwang Il', 'person', '{1969-09-01}', NULL),
	('a', '13', 'AWEYS, Hassan Dahir', 'person', '{1935}', NULL), ('a', '14', 'AWEYS, Hassan Dahir', 'person', '{1935}', NULL),
	('a', '15', 'AWEYS, Hassan Dahir', 'person', '{1988}', NULL), ('a', '18', 'AWEYS, Hassan Dahir', 'organisation', NULL, NULL),
	('a', '16', 'SHABAN, Adib', 'person', '{1952}', 'Adib Shaban Al-Ani'), ('b', 'KPi.016', 'ADIB SHABAN AL-ANI', 'person', '{1952}', NULL),
	('a', '17', 'RAMAZANI, Adel', 'person', '{1953}', 'Kim Chol'), ('b', 'KPi.017', 'Kim Chol', 'person', '{1953}', NULL);
CREATE FUNCTION import(code text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	n bigint;
BEGIN
	EXECUTE format('CREATE OR REPLACE TEMP VIEW one AS SELECT * FROM party WHERE list = %L', code);
	SELECT entries INTO n FROM sanct_import_table('one', code, type_column => 'type', aliases_column => 'alias', max_removed => 1,
		fact_columns => '{birth_date,passport,imo,un_reference}');
	RETURN n;
END
$$;
SELECT import('a'), import('b'), import('c');
-- one and the same day but 1 January with a name that matches, a year with a name that agrees, a document or a reference
CREATE VIEW linked AS SELECT e.list_uid AS uid, o.list_uid AS other, l.kind, l.value
	FROM sanct_link l JOIN sanct_entry e ON e.id = l.entry_id JOIN sanct_entry o ON o.id = l.other_id ORDER BY 1, 2, 3;
SELECT * FROM linked WHERE uid < other COLLATE "C";
SELECT count(*) FROM sanct_link a WHERE NOT EXISTS (SELECT FROM sanct_link b WHERE b.entry_id = a.other_id AND b.other_id = a.entry_id AND b.kind = a.kind AND b.value = a.value);
SELECT list, list_uid, primary_name, kind, value FROM sanct_links((SELECT id FROM sanct_entry WHERE list_uid = 'KPi.078'));

-- hits tell it, in every way to screen
CREATE FUNCTION uids(ids bigint[]) RETURNS text LANGUAGE sql STABLE AS $$ SELECT string_agg(list_uid, ' ' ORDER BY list_uid) FROM sanct_entry WHERE id = ANY (ids) $$;
SELECT list, list_uid, uids(linked) FROM sanct_screen('Ri Un Song', birth_date => '1969-07-22');
CREATE TABLE customer (id int PRIMARY KEY, name text, passport text);
INSERT INTO customer VALUES (1, 'Pak Jin Hyok', NULL), (2, 'Jane Doe', 'C12345678');
SELECT id, list_uid, uids(linked) FROM sanct_screen_table('customer', 'id', 'name', document_columns => '{passport}') ORDER BY id, list_uid;
SELECT id, list_uid, uids(linked) FROM sanct_rescreen('customer', 'id', 'name', 0, document_columns => '{passport}') ORDER BY id, list_uid;
CREATE TABLE guarded (LIKE customer INCLUDING ALL);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('guarded', 'name', 'record', '{document=passport}');
INSERT INTO guarded TABLE customer;
SELECT subject_key ->> 'id' AS id, list_uid, uids(linked) FROM sanct_alert ORDER BY 1, 2;

-- what changes is linked anew, what goes is not linked any more
UPDATE party SET birth_date = '{1969-07-22}' WHERE list = 'a' AND id = '1';
UPDATE party SET passport = NULL WHERE id = 'KPi.002';
DELETE FROM party WHERE id IN ('KPi.004', 'DPR0124');
SELECT import('b'), import('c'), import('a');
SELECT * FROM linked WHERE uid < other COLLATE "C";
SELECT changed FROM sanct_retire_list('b', 'no longer looked at');
SELECT * FROM linked WHERE uid < other COLLATE "C";

-- an entry of a list that is restricted is linked for its readers alone
SELECT import('b');
CREATE ROLE regress_sanct_teller;
GRANT SELECT ON sanct_entry, sanct_list, sanct_link TO regress_sanct_teller;
SELECT sanct_restrict_list('b', '{}');
SELECT id AS entry FROM sanct_entry WHERE list_uid = '1' \gset
SET ROLE regress_sanct_teller;
SELECT list_uid, cardinality(linked) AS linked FROM sanct_screen('Ri Un Song');
SELECT list, list_uid, kind, value FROM sanct_links(:entry);
SELECT count(*) FROM sanct_links_of_release(NULL);
RESET ROLE;
INSERT INTO guarded VALUES (3, 'Ri Un Song', NULL);
SELECT list_uid, uids(linked) FROM sanct_alert WHERE subject_key ->> 'id' = '3' ORDER BY 1;
REVOKE ALL ON sanct_entry, sanct_list, sanct_link FROM regress_sanct_teller;
DROP ROLE regress_sanct_teller;

-- whom another list has up to 20 times is linked with each, whom it has more often with none; nor do hundreds meet hundreds
INSERT INTO party (list, id, name, birth_date, passport)
	SELECT 'd', who || n, who || ' Maalim Petrovskiy', birth_date, passport FROM (VALUES ('Ruslan', 20, '{1971}'::text[], NULL), ('Murat', 21, '{1972}', NULL),
		('Anzor', 21, '{1973-05-06}', NULL), ('Magomed', 21, NULL, NULL), ('Sultan', 120, '{1974}', 'K7654321')) f (who, times, birth_date, passport), generate_series(1, times) n;
INSERT INTO party (list, id, name, birth_date, passport)
	SELECT 'e', who, who || ' Maalim Petrovskiy', birth_date, passport FROM (VALUES ('Ruslan', '{1971}'::text[], NULL), ('Murat', '{1972}', NULL),
		('Anzor', '{1973-05-06}', NULL), ('Magomed', NULL, NULL), ('Sultan', '{1974}', 'K7654321')) f (who, birth_date, passport);
SELECT import('d'), import('e');
SELECT other, kind, value, count(*) FROM linked WHERE other IN ('Ruslan', 'Murat', 'Anzor', 'Magomed', 'Sultan') GROUP BY 1, 2, 3;
-- nor do hundreds of names of one entry meet hundreds of another's that is born on the same day: they are looked up by their keys
INSERT INTO party (list, id, name, birth_date)
	SELECT l, 'many', CASE n WHEN 150 THEN 'Wendelin Obermayer' ELSE initcap(translate(md5(l || n), '0123456789', 'ghijklmnop')) || ' ' || l END, '{1981-04-05}'
	FROM unnest('{f,g}'::text[]) l, generate_series(1, 300) n;
SELECT import('f'), import('g');
SELECT other, kind, value FROM linked WHERE uid = 'many';
BEGIN;
SET LOCAL track_functions = 'all';
SELECT jsonb_array_length(sanct_links_of_release(NULL)) > 0 AS linked;
SELECT sum(calls) < 10000 AS few FROM pg_stat_xact_user_functions WHERE funcname = 'sanct_match';
COMMIT;
DELETE FROM party WHERE id = 'many';
-- names that agree are those that are so similar, but of whom there are too many
CREATE TABLE read AS SELECT array_agg(name) AS names, array_agg(sanct_read(name)) AS readings FROM (SELECT name FROM party UNION SELECT alias FROM party WHERE alias IS NOT NULL) p;
CREATE TABLE agreeing AS SELECT g.* FROM read, sanct_agreeing(readings, readings, 0.8, 1000) g;
SELECT count(*) FILTER (WHERE alike) > count(DISTINCT m) AS several, count(*) FILTER (WHERE alike <> found) AS differ
FROM (SELECT m, sanct_similarity(a, b) >= 0.8::real AS alike, EXISTS (SELECT FROM agreeing g WHERE g.member = m AND g.probe = p) AS found
	FROM read, unnest(names) WITH ORDINALITY x (a, m), unnest(names) WITH ORDINALITY y (b, p)) z;
SELECT count(*), min(probe), max(member) FROM sanct_agreeing(array_fill(sanct_read('Ri Un Song'), '{100}'), ARRAY[sanct_read('RI, Un Song'), sanct_read('Kim Chol')], 0.95, 100);
SELECT count(*) FROM sanct_agreeing(array_fill(sanct_read('Ri Un Song'), '{101}'), ARRAY[sanct_read('RI, Un Song')], 0.95, 100);
SELECT count(*) FROM sanct_agreeing('{}', ARRAY[sanct_read('Ri Un Song')], 0.95, 100);
SELECT count(*) FROM sanct_agreeing(ARRAY[NULL::sanct_reading], ARRAY[sanct_read('Ri Un Song')], 0.95, 100);
SELECT count(*) FROM sanct_agreeing(ARRAY[sanct_read('Ri Un Song')], ARRAY[sanct_read('Ri Un Song')], 2, 100);
DROP TABLE read, agreeing;
-- a table is told them whether it has hit few entries or many
CREATE TABLE many AS SELECT 1 AS id, 'Mokran Electronics' AS name UNION ALL SELECT 2, 'Aweys Hassan Dahir';
INSERT INTO party (list, id, name, type) SELECT 'bodies', i, 'MOKRAN ELECTRONICS', 'organisation' FROM generate_series(1, 100) i;
SELECT import('bodies');
SELECT id, count(*), count(linked) AS linked FROM sanct_screen_table('many', 'id', 'name', max_hits => 200) GROUP BY id ORDER BY id;
SELECT count(*) AS same, count(*) FILTER (WHERE t.linked IS DISTINCT FROM s.linked) AS differ
FROM many c, LATERAL sanct_screen(c.name, max_hits => 200) s JOIN sanct_screen_table('many', 'id', 'name', max_hits => 200) t USING (entry_id)
WHERE t.id = c.id::text;
DROP TABLE many;
DROP VIEW linked, one;
DROP TABLE party, customer, guarded;
DROP FUNCTION import, uids;
-- the trail is not deleted, but with the extension
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
