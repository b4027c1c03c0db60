-- with facts, one name at a time, a table, a table held again and a guard say the same of everybody; the entries are public, the
-- customers invented
SET client_min_messages = warning;
-- numbers of entries, which hints tell, begin anew
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
SET datestyle = 'SQL, DMY';
CREATE TABLE party (id text, name text, type text DEFAULT 'person', birth_date text[], nationality text, gender text, passport text, imo text, phone text, birth_place text);
INSERT INTO party (id, name, birth_date, nationality, gender, passport, birth_place) VALUES
	('27209', 'CHOE, Myong Hyon', '{1966-01-20}', 'Korea, North', 'male', NULL, NULL),
	('17614', 'KIM, Yong Chol', '{1962-02-18}', 'Korea, North', NULL, NULL, NULL),
	('12211', 'KIM, Yong Chol', '{circa 1946,circa 1947}', NULL, NULL, NULL, NULL),
	('24918', 'PARK, Jin Hyok', '{1984-08-15,1984-10-18}', NULL, 'male', NULL, NULL),
	('23013', 'RI, Un Song', '{1969-07-23}', NULL, NULL, NULL, 'Sinuiju, DPRK'),
	('23214', 'KIM, Jong Sik', '{1967/1969}', NULL, 'male', NULL, NULL),
	('27208', 'SIM, Kwang Sok', '{1971-09-16}', NULL, 'male', 'Russia 745120331', NULL);
INSERT INTO party (id, name, type, imo, phone) VALUES
	('ship', 'Chong Chon Gang', 'vessel', '7937317', NULL),
	('office', 'Korea Trading', 'organisation', NULL, '+850 2 381 1234');
INSERT INTO party (id, name, passport) VALUES ('mid', 'SIM, Kwang Sok', 'B12345');
CREATE VIEW import AS SELECT entries, changed FROM sanct_import_table('party', 'examples', type_column => 'type',
	fact_columns => '{birth_date,nationality,gender,passport,imo,phone,birth_place}');
SELECT entries FROM import;

-- drawn at random: one name at a time, a table, a table held again and a guard say the same of everybody
CREATE TABLE subject (id int PRIMARY KEY, name text, born text[], country char(2), gender text, passport text, imo int, kind text, town text);
SELECT setseed(0.17);
INSERT INTO subject
SELECT n, CASE WHEN random() < 0.05 THEN NULL ELSE (ARRAY['Choi Myung-hyun', '김영철', 'Kim Yong Chol', 'Park Jin-hyok', 'Ri Un-song', 'Kim Jong Sik', 'SIM Kwang Sok', 'Chong Chon Gang',
		'Korea Trading', 'Jane Doe', 'Mr Choe Myong Hyon (DPRK)', 'Another Name', 'Pak Chin Hyok', 'Sim Kwang Sop'])[1 + floor(random() * 14)] END,
	CASE WHEN random() < 0.7 THEN ARRAY(SELECT (ARRAY['1966-01-20', '1966', '20 Jan 1966', '1962-02-18', '1946', '1947-03', 'circa 1984', '1984-10-18', '1984-01-01', '1969-07-22', '1967/1968', '1971-09-16',
		'1971-09-17', '1990-01-02', 'N/A'])[1 + floor(random() * 15)] FROM generate_series(1, 1 + (n % 2))) END,
	CASE WHEN random() < 0.6 THEN (ARRAY['KP', 'KR', 'JP', 'RU'])[1 + floor(random() * 4)] END,
	CASE WHEN random() < 0.5 THEN (ARRAY['m', 'f', 'male', 'x', ''])[1 + floor(random() * 5)] END,
	CASE WHEN random() < 0.3 THEN (ARRAY['745120331', '745-120-331', 'PS472220012', 'PS472220099', 'n/a', 'B12345'])[1 + floor(random() * 6)] END,
	CASE WHEN random() < 0.2 THEN (ARRAY[7937317, 9187629])[1 + floor(random() * 2)] END,
	CASE WHEN random() < 0.4 THEN (ARRAY['person', 'ship', 'organisation', 'individual'])[1 + floor(random() * 4)] END,
	CASE WHEN random() < 0.4 THEN (ARRAY['Sinuiju', 'Sinuiju, North Korea', 'Seoul, South Korea', 'Pyongyang'])[1 + floor(random() * 4)] END
FROM generate_series(1, 1500) n;
CREATE TEMP TABLE singly AS
SELECT s.id::text, h.entry_id, h.matched_name, h.similarity, h.weight, h.evidence, h.total, h.verdict, h.facts
FROM subject s, LATERAL sanct_screen(s.name, max_hits => 1000, birth_date => s.born, nationality => s.country, gender => s.gender,
	documents => ARRAY['passport:' || s.passport, 'imo:' || s.imo], birth_place => s.town, entry_type => s.kind) h;
CREATE TEMP TABLE together AS
SELECT id, entry_id, matched_name, similarity, weight, evidence, total, verdict, facts
FROM sanct_screen_table('subject', 'id', 'name', birth_date_column => 'born', nationality_column => 'country', gender_column => 'gender',
	document_columns => '{passport,imo}', birth_place_column => 'town', type_column => 'kind');
CREATE TEMP TABLE again AS
SELECT id, entry_id, matched_name, similarity, weight, evidence, total, verdict, facts
FROM sanct_rescreen('subject', 'id', 'name', 0, birth_date_column => 'born', nationality_column => 'country', gender_column => 'gender',
	document_columns => '{passport,imo}', birth_place_column => 'town', type_column => 'kind');
CREATE TABLE guarded (LIKE subject INCLUDING ALL);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('guarded', 'name', 'record', ARRAY['birth_date=born', 'nationality=country', 'gender=gender', 'document=passport,imo', 'birth_place=town', 'type=kind']);
INSERT INTO guarded TABLE subject;
SELECT sanct_guard_detach('guarded');
CREATE TABLE stated (LIKE subject INCLUDING ALL);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('stated', 'name', 'record', ARRAY['birth_date=born', 'nationality=country', 'gender=gender', 'document=passport,imo', 'birth_place=town', 'type=kind', 'verdict=possible'], statement => true);
INSERT INTO stated TABLE subject;
CREATE VIEW of_guards AS
SELECT subject, subject_key ->> 'id' AS id, entry_id, matched_name, similarity, weight, evidence, total, verdict, facts FROM sanct_alert;
CREATE TEMP TABLE by_guard AS SELECT id, entry_id, matched_name, similarity, weight, evidence, total, verdict, facts FROM of_guards WHERE subject = 'public.guarded';
CREATE TEMP TABLE by_statement AS SELECT id, entry_id, matched_name, similarity, weight, evidence, total, verdict, facts FROM of_guards WHERE subject = 'public.stated';
CREATE TEMP TABLE likely AS SELECT * FROM singly WHERE verdict IN ('possible', 'strong');
CREATE FUNCTION pg_temp.differ(a regclass, b regclass) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
	EXECUTE format('SELECT count(*) FROM ((TABLE %1$s EXCEPT ALL TABLE %2$s) UNION ALL (TABLE %2$s EXCEPT ALL TABLE %1$s)) x', a, b) INTO n;
	RETURN n;
END
$$;
SELECT count(*) > 1000 AS enough, count(DISTINCT verdict) AS verdicts, count(*) FILTER (WHERE similarity IS NULL) > 50 AS documents,
	pg_temp.differ('singly', 'together') AS together, pg_temp.differ('singly', 'again') AS again,
	pg_temp.differ('singly', 'by_guard') AS by_guard, pg_temp.differ('likely', 'by_statement') AS by_statement FROM singly;

DROP VIEW of_guards, import;
DROP TABLE party, subject, guarded, stated;
-- the trail is not deleted, but with the extension
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
