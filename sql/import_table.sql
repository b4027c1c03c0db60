-- a list of one's own from a table or view

SET datestyle = 'SQL, DMY';

CREATE VIEW release AS
	SELECT l.code, l.title, l.publisher, r.published = CURRENT_DATE AS today, r.entries, r.names, r.weak_names AS weak, r.identifiers, r.added, r.changed, r.delisted
	FROM sanct_release AS r JOIN sanct_list AS l ON l.id = r.list_id ORDER BY r.id;
CREATE VIEW entry AS
	SELECT l.code, e.id, e.list_uid AS uid, e.type, e.primary_name, e.programs, e.title, e.listed_on, e.nationality, e.remarks
	FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id WHERE e.delisted_in IS NULL ORDER BY l.code COLLATE "C", e.list_uid COLLATE "C";
CREATE VIEW name AS
	SELECT e.uid, n.name, n.kind, n.weak, n.script, n.surname, n.given
	FROM entry AS e JOIN sanct_name AS n ON n.entry_id = e.id ORDER BY e.uid COLLATE "C", n.id;
CREATE VIEW fact AS
	SELECT e.uid, i.kind, i.value, i.note FROM entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id ORDER BY e.uid COLLATE "C", i.id;

-- an id and a name are enough

CREATE TABLE blocked (id integer, name text);
INSERT INTO blocked VALUES (2, 'Choe Ryong Hae'), (10, ' 김정은 '), (3, 'Parsek LLC');
SELECT r.entries, r.added FROM sanct_import_table('blocked', 'internal') AS r;
SELECT * FROM release;
SELECT uid, type, primary_name, programs, title, listed_on, nationality, remarks FROM entry;
SELECT * FROM name;
SELECT list, list_uid, matched_name, similarity FROM sanct_screen('Choi Yong-hae');

-- the same rows elsewhere in the table are the same release; what changes is told, and changes back

UPDATE blocked SET name = name;
CREATE INDEX ON blocked (name DESC);
CLUSTER blocked USING blocked_name_idx;
SELECT r.entries, r.added FROM sanct_import_table('blocked', 'internal') AS r;
DELETE FROM blocked WHERE id = 3;
UPDATE blocked SET name = 'Kim Jong Un' WHERE id = 10;
INSERT INTO blocked VALUES (4, 'Pak Song Chol');
SELECT r.entries, r.added, r.changed, r.delisted FROM sanct_import_table('blocked', 'internal') AS r;
DELETE FROM blocked WHERE id = 4;
UPDATE blocked SET name = '김정은' WHERE id = 10;
INSERT INTO blocked VALUES (3, 'Parsek LLC');
SELECT r.entries, r.added, r.changed, r.delisted FROM sanct_import_table('blocked', 'internal') AS r;

-- all that a list may have; columns of any name, days whatever the setting, arrays or not

CREATE TYPE kind_of_party AS ENUM ('Individual', 'Entity', 'Ship');
CREATE TABLE "Black List" (
	"Party No" varchar(10), "Full ""Name""" text, kind kind_of_party, aka text[], weak_aka varchar[], program text, position text,
	"comment" text, listed date, birth_date timestamp, nationality text[], passport integer[], "Place of Birth" text);
INSERT INTO "Black List" VALUES
	('B-1', 'KIM, Jong Un', 'Individual', '{"Kim Cho''ng-u''n", NULL, " ", 김정은}', '{김 장군}', 'DPRK', 'Chairman', E'two\nlines', '03/02/2016',
		'08/01/1984 00:00', '{KP, KR}', '{1,22}', 'Kangdong; Pyongyang'),
	('B-2', 'Ocean Trading, Ltd', 'Entity', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ' ');
SELECT r.entries, r.names, r.weak_names, r.identifiers FROM sanct_import_table('"Black List"', 'black', id_column => 'Party No', name_column => 'Full "Name"',
	type_column => 'kind', aliases_column => 'aka', weak_aliases_column => 'weak_aka', programs_column => 'program',
	title_column => 'position', remarks_column => 'comment', listed_on_column => 'listed',
	fact_columns => '{birth_date, nationality, passport, "Place of Birth"}', title => 'Our list', publisher => 'The bank') AS r;
SELECT * FROM release WHERE code = 'black';
SELECT uid, type, primary_name, programs, title, listed_on, nationality, remarks FROM entry WHERE code = 'black';
SELECT * FROM name WHERE uid LIKE 'B-%';
SELECT * FROM fact;

-- rows with one id are names of one entry, wherever they stand

CREATE TABLE spelling (party bigint, spelling text, usage text, doubtful boolean, type text, born text);
INSERT INTO spelling VALUES (7, 'Ri Yong Ho', 'Alias', false, NULL, '1956'), (8, 'Z', NULL, NULL, 'ship', NULL), (7, 'Lee Yong-ho', 'alias', true, 'person', 'circa 1956'),
	(7, '리용호', 'primary', NULL, 'Person', '17 Jan 1956'), (8, 'A', NULL, NULL, NULL, NULL), (7, 'Ri Yong Ho', 'former-name', NULL, NULL, '1956-01'), (8, 'A', NULL, true, NULL, NULL);
SELECT r.entries, r.names, r.weak_names FROM sanct_import_table('spelling', 'spellings', 'party', 'spelling', type_column => 'type', kind_column => 'usage',
	weak_column => 'doubtful', fact_columns => '{born}') AS r;
SELECT uid, type, primary_name FROM entry WHERE code = 'spellings';
SELECT * FROM name WHERE uid IN ('7', '8');
SELECT * FROM fact WHERE uid = '7';
CREATE VIEW born AS SELECT party, spelling, born AS birth_date FROM spelling WHERE party = 7;
SELECT r.entries, r.names FROM sanct_import_table('born', 'born', 'party', 'spelling', fact_columns => '{birth_date}') AS r;
SELECT * FROM name WHERE uid = '7';
SELECT kind, value, note FROM fact WHERE uid = '7' AND kind = 'birth-date';

-- dates in letters of Korea, China and Japan become those of digits, with blanks or not; what the calendar lacks stays as it is

CREATE TABLE eastern (id int, name text, birth_date text);
INSERT INTO eastern VALUES (1, '김철수', '1984 年 1 月 8 日'), (2, '리영희', '１９８４년　１월　８일생'), (3, '박성철', '1984年頃'), (4, '최명현', '1983 年 2 月 29 日'),
	(5, '강철학', '1982年～1984年'), (6, '심광석', '1984年3月'), (7, '오영호', '쥐띠 해');
SELECT r.entries FROM sanct_import_table('eastern', 'eastern', fact_columns => '{birth_date}') AS r;
SELECT e.list_uid, value, note FROM sanct_identifier i JOIN sanct_entry e ON e.id = i.entry_id JOIN sanct_list l ON l.id = e.list_id WHERE code = 'eastern' ORDER BY 1;
SELECT list_uid, evidence > 10 AS tells FROM sanct_screen('김철수', birth_date => '1984년 1 월 8 일') WHERE list = 'eastern';
DROP TABLE eastern;

-- a view is read as the session reads days

CREATE VIEW dated AS SELECT 1 AS id, 'A'::text AS name, to_char(DATE '2020-02-01', 'DD/MM/YYYY')::date AS listed;
SELECT r.entries FROM sanct_import_table('dated', 'dated', listed_on_column => 'listed') AS r;
SELECT to_char(listed_on, 'YYYY-MM-DD') FROM entry WHERE code = 'dated';

-- what is refused

SELECT FROM sanct_import_table('blocked', 'My list');
SELECT FROM sanct_import_table('blocked', 'ofac-sdn');
SELECT FROM sanct_import_table('blocked', NULL);
SELECT FROM sanct_import_table(NULL, 'x');
SELECT FROM sanct_import_table(1::oid, 'x');
SELECT FROM sanct_import_table('blocked', 'x', NULL);
SELECT FROM sanct_import_table('blocked', 'x', name_column => NULL);
SELECT FROM sanct_import_table('blocked', 'x', 'uid');
SELECT FROM sanct_import_table('blocked', 'x', fact_columns => '{id, NULL}');
SELECT FROM sanct_import_table('blocked', 'x', fact_columns => '{"id; DROP TABLE blocked"}');
SELECT FROM sanct_import_table('blocked', 'x', weak_column => 'name');
SELECT FROM sanct_import_table('"Black List"', 'x', 'Party No', 'aka');
SELECT FROM sanct_import_table('"Black List"', 'x', 'Party No', 'Full "Name"', type_column => 'comment');
SELECT FROM sanct_import_table('spelling', 'x', 'party', 'spelling', kind_column => 'born');
SELECT FROM sanct_import_table('spelling', 'x', 'party', 'spelling', listed_on_column => 'born');
INSERT INTO spelling VALUES (7, 'X', NULL, NULL, 'ship');
SELECT FROM sanct_import_table('spelling', 'x', 'party', 'spelling', type_column => 'type');
INSERT INTO blocked VALUES (NULL, 'Nobody');
SELECT FROM sanct_import_table('blocked', 'x');
UPDATE blocked SET id = 12, name = E' \t' WHERE id IS NULL;
SELECT FROM sanct_import_table('blocked', 'x');
CREATE VIEW odd AS SELECT ' '::text AS id, 'A'::text AS name, repeat('x', 256) AS long;
SELECT FROM sanct_import_table('odd', 'x');
SELECT FROM sanct_import_table('odd', 'x', 'long');
DELETE FROM blocked WHERE id = 12;
SELECT FROM sanct_import_table('blocked', 'future', published => '01/02/2999');
INSERT INTO blocked VALUES (5, 'Ri Song Hyok');
SELECT FROM sanct_import_table('blocked', 'future', published => '31/12/2998');
DELETE FROM blocked;
SELECT FROM sanct_import_table('blocked', 'internal');
SELECT FROM sanct_import_table('blocked_name_idx', 'x', 'name');

-- a list that loses most of its entries is asked about

INSERT INTO blocked SELECT n, 'Name ' || n FROM generate_series(1, 2500) AS n;
SELECT r.entries, r.added, r.delisted FROM sanct_import_table('blocked', 'internal') AS r;
DELETE FROM blocked WHERE id > 1000;
SELECT FROM sanct_import_table('blocked', 'internal');
SELECT r.entries, r.added, r.delisted FROM sanct_import_table('blocked', 'internal', max_removed => 1) AS r;

-- the table is read with the rights of the caller, who needs those of an import too

CREATE ROLE regress_sanct_officer;
SET ROLE regress_sanct_officer;
SELECT FROM sanct_import_table('blocked', 'internal');
RESET ROLE;
GRANT EXECUTE ON FUNCTION sanct_import_table TO regress_sanct_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier TO regress_sanct_officer;
SET ROLE regress_sanct_officer;
SELECT FROM sanct_import_table('blocked', 'internal');
RESET ROLE;
GRANT SELECT (id, name) ON blocked TO regress_sanct_officer;
ALTER TABLE blocked ENABLE ROW LEVEL SECURITY;
CREATE POLICY first_ones ON blocked USING (id <= 900);
SET ROLE regress_sanct_officer;
SELECT r.entries, r.added, r.delisted, r.imported_by FROM sanct_import_table('blocked', 'internal') AS r;
RESET ROLE;
DROP OWNED BY regress_sanct_officer;
DROP ROLE regress_sanct_officer;

-- what stands in front of the search path does not matter

CREATE SCHEMA trap;
CREATE DOMAIN trap.text AS integer;
SET search_path = trap, pg_catalog, public;
SELECT r.entries FROM public.sanct_import_table('public.blocked', 'trapped') AS r;
RESET search_path;
DROP SCHEMA trap CASCADE;

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP VIEW release, name, fact, entry, born, odd, dated;
DROP TABLE blocked, "Black List", spelling;
DROP TYPE kind_of_party;
