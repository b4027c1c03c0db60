-- guards that weigh what a row says beside its names; the entries are public, the customers invented
SET client_min_messages = warning;
-- numbers of entries, which hints tell, begin anew
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
SET datestyle = 'SQL, DMY';
\set SHOW_CONTEXT never
CREATE TABLE party (id text, name text, type text DEFAULT 'person', birth_date text[], nationality text, gender text, passport text, imo text, phone text, birth_place text);
INSERT INTO party (id, name, birth_date, nationality, gender, passport, birth_place) VALUES
	('27209', 'CHOE, Myong Hyon', '{1966-01-20}', 'Korea, North', 'male', NULL, NULL),
	('17614', 'KIM, Yong Chol', '{1962-02-18}', 'Korea, North', NULL, NULL, NULL),
	('12211', 'KIM, Yong Chol', '{circa 1946,circa 1947}', NULL, NULL, NULL, NULL),
	('24918', 'PARK, Jin Hyok', '{1984-08-15,1984-10-18}', NULL, 'male', NULL, NULL),
	('23013', 'RI, Un Song', '{1969-07-23}', NULL, NULL, NULL, 'Sinuiju, DPRK'),
	('23214', 'KIM, Jong Sik', '{1967/1969}', NULL, 'male', NULL, NULL),
	('27208', 'SIM, Kwang Sok', '{1971-09-16}', NULL, 'male', '745120331', NULL);
INSERT INTO party (id, name, type, imo, phone) VALUES
	('ship', 'Chong Chon Gang', 'vessel', '7937317', NULL),
	('office', 'Korea Trading', 'organisation', NULL, '+850 2 381 1234');
INSERT INTO party (id, name, passport) VALUES ('mid', 'SIM, Kwang Sok', 'B12345');
CREATE VIEW import AS SELECT entries, changed FROM sanct_import_table('party', 'examples', type_column => 'type',
	fact_columns => '{birth_date,nationality,gender,passport,imo,phone,birth_place}');
SELECT entries FROM import;
CREATE VIEW raised AS SELECT subject_key ->> 'id' AS id, list_uid, tier, round(evidence::numeric, 1) AS evidence, round(total::numeric, 1) AS total,
	verdict, facts FROM sanct_alert WHERE kind = 'match' ORDER BY id, list_uid;

-- a trigger of 0.1.0 stores facts and acts as if they were not there, and check says so
CREATE TABLE customer (id int PRIMARY KEY, name text, born date, country text, gender text, passport text, imo int, kind text, town text);
CREATE CONSTRAINT TRIGGER sanct_guard AFTER INSERT OR UPDATE ON customer FOR EACH ROW
	EXECUTE FUNCTION sanct_guard('columns=name', 'action=record', 'birth_date=born', 'document=passport', 'country=country');
ALTER TABLE customer ENABLE ALWAYS TRIGGER sanct_guard;
SELECT * FROM sanct_guard_check('customer');
INSERT INTO customer VALUES (1, 'Choi Myung-hyun', '20/01/1966', 'KP', 'm', NULL), (2, 'Another Name', '02/01/1990', NULL, 'm', '745120331');
SELECT r.*, a.subject_facts, jsonb_path_query_array(a.explanation, '$[*].part') AS parts FROM raised r JOIN sanct_alert a ON a.subject_key ->> 'id' = r.id;
SELECT sanct_guard_detach('customer');

-- attached now it weighs them, and acts on all verdicts unless told otherwise
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'record', '{birth_date=born,document=passport}');
SELECT encode(tgargs, 'escape') LIKE '%verdict=contradicted%' AS weighs FROM pg_trigger WHERE tgrelid = 'customer'::regclass;
INSERT INTO customer VALUES (3, 'Choi Myung-hyun', '20/01/1966', NULL, NULL, NULL), (4, 'Choi Myung-hyun', '05/05/1978', NULL, NULL, NULL),
	(5, 'Another Name', '02/01/1990', NULL, 'm', '745 120 331'), (6, NULL, NULL, NULL, NULL, 'passport:745120331'),
	(7, 'Jane Doe', '02/01/1990', NULL, 'f', '999120331'), (8, 'Choi Myung-hyun', NULL, NULL, NULL, NULL);
SELECT * FROM raised WHERE id::int > 2;
SELECT part, read_a, read_b, relation, round(bits::numeric, 1) AS bits
FROM sanct_alert a, jsonb_to_recordset(a.explanation) x (part text, read_a text, read_b text, relation text, bits real) WHERE subject_key ->> 'id' = '5';
-- a fact that changes is looked at again, and so is a document by itself
UPDATE customer SET born = '20/01/1967' WHERE id = 3;
UPDATE customer SET passport = '745-120-331' WHERE id = 7;
SELECT * FROM raised WHERE id IN ('3', '7');
SELECT sanct_guard_detach('customer');

-- verdict= says from which on it acts; what is not known contradicts nobody
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'record', '{birth_date=born,nationality=country,verdict=possible}');
INSERT INTO customer VALUES (11, 'Choi Myung-hyun', '05/05/1978', 'KR'), (12, 'Kim Yong Chol', '05/05/1978', 'KR'),
	(13, 'Kim Jong-shik', '02/03/1968', 'KR'), (14, 'Kim Yong Chol', NULL, NULL);
SELECT * FROM raised WHERE id::int > 10;
SELECT sanct_guard_detach('customer');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'record', '{birth_date=born,type=kind,verdict=strong}');
INSERT INTO customer VALUES (15, 'Choi Myung-hyun', '20/01/1966', NULL, NULL, NULL, NULL, 'individual'),
	(16, 'Choi Myung-hyun', NULL, NULL, NULL, NULL, NULL, NULL), (17, 'Choi Myung-hyun', '20/01/1966', NULL, NULL, NULL, NULL, 'ship');
SELECT * FROM raised WHERE id::int > 14;
SELECT sanct_guard_detach('customer');

-- options
SELECT sanct_guard_attach('customer', 'name', 'record', '{verdict=maybe}');
SELECT sanct_guard_attach('customer', 'name', 'record', '{nationality=nowhere}');
SELECT sanct_guard_attach('customer', 'name', 'record', '{scan=text,nationality=country}');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'record', '{scan=text,birth_date=born}');
SELECT encode(tgargs, 'escape') LIKE '%verdict=%' AS weighs FROM pg_trigger WHERE tgrelid = 'customer'::regclass;
SELECT sanct_guard_detach('customer');

-- block: the error tells the verdict and the fields to who has written them, or may read them, and no fact
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'block', '{birth_date=born,nationality=country,document=passport,verdict=weak}');
INSERT INTO customer VALUES (21, 'Choi Myung-hyun', '20/01/1966', 'KP');
INSERT INTO customer VALUES (21, 'Another Name', '02/01/1990', NULL, 'm', '745120331');
INSERT INTO customer VALUES (21, 'Choi Myung-hyun', '05/05/1978', 'KR');
INSERT INTO customer VALUES (22, 'Jane Doe', '20/01/1966', 'KP');
CREATE ROLE regress_sanct_clerk;
GRANT UPDATE ON customer TO regress_sanct_clerk;
GRANT SELECT (id, name) ON customer TO regress_sanct_clerk;
SET ROLE regress_sanct_clerk;
UPDATE customer SET name = 'Choi Myung-hyun' WHERE id = 22;
UPDATE customer SET passport = '745120331' WHERE id = 22;
RESET ROLE;
REVOKE ALL ON customer FROM regress_sanct_clerk;
DROP ROLE regress_sanct_clerk;
SELECT sanct_guard_detach('customer');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'block', '{birth_date=born,document=passport,verdict=weak}', statement => true);
INSERT INTO customer VALUES (23, 'Choi Myung-hyun', '20/01/1966', NULL, NULL, NULL), (24, 'Jane Doe', NULL, NULL, NULL, NULL),
	(25, 'Another Name', '02/01/1990', NULL, 'm', '745120331');
SELECT sanct_guard_detach('customer');

-- a fact that cannot be read does not pass in silence: a warning, and what its row matches counts whatever the verdict
CREATE TABLE untidy (id int PRIMARY KEY, name text, born text, country text, passport text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('untidy', 'name', 'record', '{birth_date=born,nationality=country,document=passport,verdict=strong}');
INSERT INTO untidy VALUES (31, 'Choi Myung-hyun', '08/01/1984', NULL, NULL), (32, 'Choi Myung-hyun', 'in spring', NULL, NULL),
	(33, 'Choi Myung-hyun', NULL, 'Atlantis', NULL), (34, 'Choi Myung-hyun', 'N/A', '-', 'unknown'), (35, 'Jane Doe', '08/01/1984', NULL, NULL),
	(36, 'Choi Myung-hyun', '{1966-01-20', NULL, NULL), (37, 'Choi Myung-hyun', NULL, NULL, '12');
INSERT INTO untidy VALUES (38, 'Jane Doe', 'in spring', 'KP', NULL);
SELECT * FROM raised WHERE id::int > 30;
SELECT sanct_guard_detach('untidy');

-- a clearance holds while what was stored with it stays; it does not lapse because one more fact is stored
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'record', '{birth_date=born}');
INSERT INTO customer VALUES (41, 'Choi Myung-hyun', '05/05/1978', 'KR');
SELECT sanct_decide(id, 'no match', 'thirty years younger') FROM sanct_alert WHERE subject_key ->> 'id' = '41';
UPDATE customer SET name = name || ' ' WHERE id = 41;
UPDATE customer SET name = trim(name) WHERE id = 41;
SELECT count(*) AS same FROM sanct_alert WHERE subject_key ->> 'id' = '41' AND subject_name = 'Choi Myung-hyun';
SELECT sanct_guard_detach('customer');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('customer', 'name', 'record', '{birth_date=born,nationality=country}');
UPDATE customer SET country = 'JP' WHERE id = 41;
SELECT count(*) AS same FROM sanct_alert WHERE subject_key ->> 'id' = '41' AND subject_name = 'Choi Myung-hyun';
UPDATE customer SET born = '20/01/1966' WHERE id = 41;
SELECT count(*) AS anew, max(verdict) AS verdict FROM sanct_alert WHERE subject_key ->> 'id' = '41' AND status = 'open' AND subject_name = 'Choi Myung-hyun';
SELECT sanct_guard_detach('customer');

-- the other actions: held and marked, kept out and let in again
CREATE TABLE kept (id int PRIMARY KEY, name text, born date, passport text, held boolean NOT NULL DEFAULT false);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('kept', 'name', 'hold', '{birth_date=born,document=passport,mark=held,verdict=possible}');
INSERT INTO kept VALUES (51, 'Choi Myung-hyun', '20/01/1966', NULL), (52, 'Choi Myung-hyun', '05/05/1978', NULL),
	(53, 'Another Name', NULL, '745120331'), (54, 'Jane Doe', NULL, NULL);
SELECT id, held FROM kept ORDER BY id;
SELECT sanct_guard_detach('kept');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('kept', 'name', 'quarantine', '{birth_date=born,document=passport,verdict=possible}');
INSERT INTO kept VALUES (55, 'Choi Myung-hyun', '20/01/1966', NULL), (56, 'Choi Myung-hyun', '05/05/1978', NULL),
	(57, 'Another Name', NULL, '745120331');
SELECT id FROM kept WHERE id > 54;
SELECT r.id, r.verdict, q.status FROM raised r JOIN sanct_alert a ON a.subject_key ->> 'id' = r.id JOIN sanct_quarantine q ON q.id = a.quarantine_id WHERE r.id::int > 54;
SELECT sanct_decide(id, 'no match', 'a misprint') FROM sanct_alert WHERE subject_key ->> 'id' = '57';
SELECT sanct_release_quarantined(quarantine_id) FROM sanct_alert WHERE subject_key ->> 'id' = '57';
SELECT id, passport FROM kept WHERE id > 56;

DROP VIEW raised, import;
DROP TABLE party, customer, untidy, kept;
-- the trail is not deleted, but with the extension
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
