-- a guard on a column of running texts: each listed name in a text is a hit, and what stands there is its name
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
-- numbers of entries, which hints tell, begin anew
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');

CREATE TABLE transfer (id int PRIMARY KEY, narrative text, held boolean DEFAULT false);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('transfer', 'narrative', 'block', '{scan=text}');
INSERT INTO transfer VALUES (1, 'INV 4711 tea and rice, thank you');
INSERT INTO transfer VALUES (2, 'INV 4712 PAYMENT TO CHOE MYONG HYON VLADIVOSTOK');
INSERT INTO transfer VALUES (3, '4분기 대금, 수취인 최명현 대표께서 확인');
-- a text is no name: its length does not stop it, nor Japanese grammar and signs; words in scripts that nobody looked at do
INSERT INTO transfer VALUES (4, repeat('It rained all day and nobody came. ', 200) || 'ありがとう, 1ª µ №');
INSERT INTO transfer VALUES (7, 'INV 4713, شكرا');
INSERT INTO transfer VALUES (5, NULL);
SELECT sanct_guard_detach('transfer');

-- held: an alert for each name, cleared by a decision of its own
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('transfer', 'narrative', 'hold', '{scan=text,mark=held}');
INSERT INTO transfer VALUES (6, 'from O Yong Ho to Sim Kwang-sok, for freight');
SELECT held FROM transfer WHERE id = 6;
SELECT subject_name, list_uid, primary_name FROM sanct_alert ORDER BY id;
SET sanctmatch.actor = 'officer';
SELECT count(sanct_decide(id, 'no match', 'another person', actor => 'officer')) FROM sanct_alert;
SELECT held FROM transfer WHERE id = 6;
UPDATE transfer SET narrative = 'from O Yong Ho to Sim Kwang-sok, for freight' WHERE id = 6;
SELECT count(*) FROM sanct_alert WHERE status = 'open';
SELECT sanct_guard_detach('transfer');

-- a statement's rows, lists, and what is misspelt
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('transfer', 'narrative', 'block', '{scan=text}', statement => true);
INSERT INTO transfer SELECT 10 + g, CASE g WHEN 3 THEN 'to Kim Song-hun' ELSE 'tea' END FROM generate_series(1, 5) g;
SELECT sanct_guard_detach('transfer');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('transfer', 'narrative', 'block', '{scan=text,unread=pass}');
INSERT INTO transfer VALUES (7, 'INV 4713, شكرا');
SELECT sanct_guard_detach('transfer');
SELECT sanct_guard_attach('transfer', 'narrative', 'block', '{scan=texts}');
DROP TABLE transfer;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
