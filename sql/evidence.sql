-- from a name to a person: facts beside a name; the entries are public, the customers invented
SET client_min_messages = warning;
SET datestyle = 'SQL, DMY';
CREATE TABLE party (id text, name text, type text DEFAULT 'person', birth_date text[], nationality text, gender text, passport text, national_id text, imo text, phone text, call_sign text, birth_place text);
INSERT INTO party (id, name, birth_date, nationality, gender, passport) VALUES
	('27209', 'CHOE, Myong Hyon', '{1966-01-20}', 'Korea, North', 'male', NULL),
	('17614', 'KIM, Yong Chol', '{1962-02-18}', 'Korea, North', NULL, NULL),
	('12211', 'KIM, Yong Chol', '{circa 1946,circa 1947}', NULL, NULL, NULL),
	('24918', 'PARK, Jin Hyok', '{1984-08-15,1984-10-18}', NULL, 'male', NULL),
	('23013', 'RI, Un Song', '{1969-07-23}', NULL, NULL, NULL),
	('KPi.078', 'RI UN SONG', '{1969-07-22}', NULL, NULL, NULL),
	('23214', 'KIM, Jong Sik', '{1967/1969}', NULL, 'male', NULL),
	('27208', 'SIM, Kwang Sok', '{1971-09-16}', NULL, 'male', 'Russian foreign travel passport number 745 120 331'),
	('short', 'Somebody Else', '{}', NULL, NULL, '38112');
INSERT INTO party (id, name, type, imo, phone, call_sign) VALUES
	('ship', 'Chong Chon Gang', 'vessel', '7937317', NULL, 'HMZF9'),
	('office', 'Korea Trading', 'organisation', NULL, '+850 2 381 1234', NULL);
UPDATE party SET birth_place = 'Sinuiju, DPRK' WHERE id = '23013';
SELECT entries FROM sanct_import_table('party', 'examples', type_column => 'type',
	fact_columns => '{birth_date,nationality,gender,passport,imo,phone,call_sign,birth_place}');

-- the worked examples of docs/evidence.md
CREATE TABLE customer (id int GENERATED ALWAYS AS IDENTITY, name text, born date, country text, gender text, document text);
INSERT INTO customer (name, born, country, gender, document) VALUES
	('Choi Myung-hyun', '20/01/1966', 'KP', 'm', NULL),
	('김영철', '05/05/1978', 'KR', NULL, NULL),
	('Park Jin-hyok', '18/10/1984', NULL, 'm', NULL),
	('Ri Un-song', '22/07/1969', NULL, NULL, NULL),
	('Kim Jong-shik', '02/03/1968', 'KR', 'm', NULL),
	('Another Name', '02/01/1990', NULL, 'm', 'passport:745120331');
SELECT c.name, s.list_uid, round(s.weight::numeric, 1) AS weight, round(s.evidence::numeric, 1) AS evidence,
	round(s.total::numeric, 1) AS total, s.verdict, s.facts
FROM customer c, LATERAL sanct_screen(c.name, birth_date => c.born, nationality => c.country, gender => c.gender, documents => c.document)
	WITH ORDINALITY s ORDER BY c.id, s.ordinality;

-- without facts rows and order are as ever, and the verdict is that it is possible
SELECT list_uid, similarity, evidence, total = weight AS sum, verdict, facts FROM sanct_screen('Kim Yong Chol');
SELECT list_uid, verdict FROM sanct_screen('Kim Yong Chol', birth_date => NULL, nationality => 'unknown', gender => '', documents => ARRAY[]::text[]);

-- types of columns, whatever DateStyle is
CREATE TABLE typed AS SELECT 'Choi Myung-hyun' AS name, date '20/01/1966' AS d, timestamp '20/01/1966 23:59' AS ts,
	timestamptz '20/01/1966 23:59' AS tz, 1966 AS y, 1966::smallint AS y2, 1966::numeric AS yn, '1966-01-20' AS t,
	'20 Jan 1966'::varchar(20) AS v, 'KP'::char(2) AS c, 'Korea, North'::varchar AS country, ARRAY['KR', 'KP']::char(2)[] AS cs,
	ARRAY[date '20/01/1966', date '21/02/1970'] AS ds, ARRAY[1965, 1966] AS ys, ARRAY['1966-01', '1970'] AS ts2, date 'infinity' AS never;
SELECT 'date' AS type, s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.d, nationality => c.c) s
UNION ALL SELECT 'timestamp', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.ts, nationality => c.country) s
UNION ALL SELECT 'timestamptz', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.tz, nationality => c.cs) s
UNION ALL SELECT 'integer', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.y) s
UNION ALL SELECT 'smallint', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.y2) s
UNION ALL SELECT 'numeric', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.yn) s
UNION ALL SELECT 'text', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.t) s
UNION ALL SELECT 'varchar', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.v) s
UNION ALL SELECT 'date[]', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.ds) s
UNION ALL SELECT 'integer[]', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.ys) s
UNION ALL SELECT 'text[]', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.ts2) s
UNION ALL SELECT 'infinity', s.facts FROM typed c, LATERAL sanct_screen(c.name, birth_date => c.never) s
UNION ALL SELECT 'literal', s.facts FROM sanct_screen('Choi Myung-hyun', birth_date => '{1966-01-20,1970}', nationality => '{KR,KP}') s;
PREPARE ask(text, text) AS SELECT list_uid, verdict FROM sanct_screen($1, birth_date => $2);
EXECUTE ask('Choi Myung-hyun', '1966-01-20');

-- what cannot be read is told, and the customer's facts are not
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', birth_date => '08/01/1984');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', birth_date => '1984-02-31');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', birth_date => 'in spring');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', nationality => 'Atlantis', gender => 'maybe', documents => '12');
SELECT count(*) FROM sanct_screen('Choi Myung-hyun', entry_type => 'planet');
SELECT list_uid, verdict FROM sanct_screen('Choi Myung-hyun', birth_date => '1984', nationality => 'N/A');

-- who is of another type, and which entries count
SELECT list_uid, verdict, facts FROM sanct_screen('Chong Chon Gang', entry_type => 'individual');
SELECT list_uid, verdict, facts FROM sanct_screen('Chong Chon Gang', entry_type => 'ship', types => '{person}');
-- the best verdict first, and no more than asked for
SELECT list_uid, verdict FROM sanct_screen('Ri Un-song', birth_date => '1969-07-22', birth_place => 'Sinuiju', max_hits => 1);
SELECT list_uid, verdict FROM sanct_screen('Kim Yong Chol', birth_date => '1978-05-05', nationality => 'KR');

-- a table: as sanct_screen for each of its rows, by whatever columns tell
ALTER TABLE customer ADD passport text, ADD imo int, ADD type text;
UPDATE customer SET passport = '745120331', document = NULL WHERE document IS NOT NULL;
INSERT INTO customer (name, born, imo, type) VALUES ('Another Ship', NULL, 7937317, 'ship'), (NULL, NULL, 7937317, NULL), ('Kim Yong Chol', '18/02/1962', NULL, 'company');
SELECT t.id, t.name, t.list_uid, round(t.evidence::numeric, 1) AS evidence, t.verdict, t.facts
FROM sanct_screen_table('customer', 'id', 'name', birth_date_column => 'born', nationality_column => 'country', gender_column => 'gender',
	document_columns => '{passport,imo}', type_column => 'type') WITH ORDINALITY t ORDER BY t.ordinality;
CREATE VIEW singly AS
	SELECT c.id::text, c.name, s.* FROM customer c, LATERAL sanct_screen(c.name, birth_date => c.born, nationality => c.country, gender => c.gender,
		documents => ARRAY['passport:' || c.passport, 'imo:' || c.imo], entry_type => c.type) s;
CREATE VIEW together AS
	SELECT * FROM sanct_screen_table('customer', 'id', 'name', birth_date_column => 'born', nationality_column => 'country', gender_column => 'gender',
		document_columns => '{passport,imo}', type_column => 'type');
SELECT (SELECT count(*) FROM singly) AS hits, NOT EXISTS (SELECT * FROM singly EXCEPT SELECT * FROM together) AND
	NOT EXISTS (SELECT * FROM together EXCEPT SELECT * FROM singly) AS same;
DROP VIEW singly, together;
-- whom a document alone finds comes first where it says more than the name; guards against hits that are merely added behind
CREATE TABLE named_otherwise AS SELECT 1 AS id, 'Kim Yong Chol' AS name, '745120331' AS passport;
SELECT t.list_uid, t.verdict FROM sanct_screen_table('named_otherwise', 'id', 'name', document_columns => '{passport}') WITH ORDINALITY t ORDER BY t.ordinality;
SELECT list_uid FROM sanct_screen_table('named_otherwise', 'id', 'name', document_columns => '{passport}', max_hits => 1);
DROP TABLE named_otherwise;
-- and what releases have changed, through an index or without one; without facts nothing is weighed
SELECT count(*) AS without FROM sanct_rescreen('customer', 'id', 'name', 0) WHERE verdict = 'possible' AND evidence = 0 AND facts IS NULL;
CREATE TEMP TABLE plain AS SELECT * FROM sanct_rescreen('customer', 'id', 'name', 0, birth_date_column => 'born');
CREATE INDEX customer_name_idx ON customer USING gist (name sanct_gist_ops);
CREATE TEMP TABLE indexed AS SELECT * FROM sanct_rescreen('customer', 'id', 'name', 0, birth_date_column => 'born');
SELECT (SELECT count(*) FROM plain) AS hits, NOT EXISTS (SELECT * FROM plain EXCEPT SELECT * FROM indexed) AND
	NOT EXISTS (SELECT * FROM indexed EXCEPT SELECT * FROM plain) AS same;
SELECT id, list_uid, verdict FROM sanct_rescreen('customer', 'id', 'name', 0, document_columns => '{imo}', types => '{vessel}') ORDER BY id;
-- what cannot be compared is counted
CREATE TABLE untidy (id int, name text, born text, from_where text);
INSERT INTO untidy VALUES (1, 'Choi Myung-hyun', '08/01/1984', 'KP'), (2, 'Choi Myung-hyun', '1966-01-20', 'Atlantis'), (3, 'Choi Myung-hyun', 'N/A', NULL), (4, 'Nobody At All', 'in spring', NULL), (5, 'Choi Myung-hyun', NULL, '{Pyongyang');
SELECT id, verdict, facts FROM sanct_screen_table('untidy', 'id', 'name', birth_date_column => 'born', nationality_column => 'from_where');
SELECT id FROM sanct_screen_table('untidy', 'id', 'name', birth_date_column => 'birthday');
DROP TABLE untidy, plain, indexed;

-- the sum for somebody with a pencil
SELECT field, subject, listed, level, round(bits::numeric, 1) AS bits
	FROM sanct_evidence((SELECT id FROM sanct_entry WHERE list_uid = '24918'), 'Park Jin-hyok', birth_date => date '18/10/1984', gender => 'm');
SELECT field, subject, listed, level, round(bits::numeric, 1) AS bits
	FROM sanct_evidence((SELECT id FROM sanct_entry WHERE list_uid = '27208'), documents => 'passport:745120331', birth_date => 1990);
SELECT field, subject, listed, level, round(bits::numeric, 1) AS bits
	FROM sanct_evidence((SELECT id FROM sanct_entry WHERE list_uid = '17614'), 'Kim Yong Chol', '1978', '{KR}', birth_place => 'Seoul, South Korea');
SELECT count(*) FROM sanct_evidence(0, 'Kim Yong Chol');
SELECT count(*) FROM sanct_evidence(NULL, 'Kim Yong Chol');

-- who issued a passport stands for a nationality that the list does not tell, or else where somebody was born
INSERT INTO party (id, name, passport) VALUES ('mid', 'SIM, Kwang Sok', 'Jordan B12345');
SELECT changed FROM sanct_import_table('party', 'examples', type_column => 'type',
	fact_columns => '{birth_date,nationality,gender,passport,imo,phone,call_sign,birth_place}');
SELECT i.value, i.country FROM sanct_identifier i JOIN sanct_entry e ON e.id = i.entry_id WHERE e.list_uid = 'mid';
SELECT e.list_uid, v.subject, v.listed, v.level, round(v.bits::numeric, 1) AS bits
FROM sanct_entry e, unnest('{JO,KP,CN}'::text[]) WITH ORDINALITY q (country, n), LATERAL sanct_evidence(e.id, e.primary_name, nationality => q.country) v
WHERE e.list_uid IN ('mid', '23013', '27208') AND v.field = 'nationality' ORDER BY e.list_uid, q.n;
SELECT list_uid, verdict, facts FROM sanct_screen('Ri Un-song', nationality => 'CN');
DELETE FROM party WHERE id = 'mid';
SELECT changed FROM sanct_import_table('party', 'examples', type_column => 'type', max_removed => 1,
	fact_columns => '{birth_date,nationality,gender,passport,imo,phone,call_sign,birth_place}');

-- as the facts were
SELECT imported_at AS before FROM sanct_release ORDER BY id DESC LIMIT 1 \gset
UPDATE party SET passport = 'PS472220012', birth_date = '{1972}' WHERE id = '27208';
SELECT changed FROM sanct_import_table('party', 'examples', type_column => 'type',
	fact_columns => '{birth_date,nationality,gender,passport,imo,phone,call_sign,birth_place}');
SELECT list_uid, facts FROM sanct_screen('Another Name', documents => '{745120331,PS472220012}', birth_date => '1971-09-16');
SELECT list_uid, facts FROM sanct_screen('Another Name', documents => '{745120331,PS472220012}', birth_date => '1971-09-16', as_of => :'before');
SELECT document FROM sanct_documents('{745120331,PS472220012}');
-- whom a new document of an old entry concerns
INSERT INTO customer (name, passport) VALUES ('Nobody Alike', 'PS 472 220 012');
SELECT name, list_uid, matched_name, verdict, facts FROM sanct_rescreen('customer', 'id', 'name', (SELECT max(id) - 1 FROM sanct_release), document_columns => '{passport}');

-- entries of restricted lists are found by no one who may not see them
CREATE ROLE regress_sanct_teller;
SELECT sanct_restrict_list('examples', '{}');
SELECT id AS entry FROM sanct_entry WHERE list_uid = '27208' \gset
SET ROLE regress_sanct_teller;
SELECT count(*) FROM sanct_screen('Another Name', documents => 'PS472220012', on_empty => 'pass');
SELECT count(*) FROM sanct_documents('{PS472220012}', on_empty => 'pass');
SELECT count(*) FROM sanct_evidence(:entry, 'Kim Yong Chol');
SELECT count(*) FROM sanct_entries_of_keys('{id:PS472220012}');
RESET ROLE;
DROP ROLE regress_sanct_teller;
DROP TABLE party, customer, typed;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
