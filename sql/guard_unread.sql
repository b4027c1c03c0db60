-- names that a guard cannot read: they must not pass for clean ones
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
CREATE TABLE payment (id int PRIMARY KEY, payee text, holder text, held boolean, note text);
CREATE FUNCTION pg_temp.try(payee text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE state text; detail text;
BEGIN
	INSERT INTO payment VALUES (1, payee);
	DELETE FROM payment;
	RETURN 'written';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, detail = PG_EXCEPTION_DETAIL;
	RETURN state || ' ' || detail;
END
$$;

-- block: a listed name that is hidden behind what is not looked at is stopped, in the one way or the other
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee');
SELECT what, pg_temp.try(payee) ~ '^SAN0[12]' AS stopped FROM (VALUES
	('blanks before it', repeat(' ', 2048) || 'Choi Myung-hyun'),
	('blanks within it', 'Choi' || repeat(' ', 2048) || 'Myung-hyun'),
	('blanks of no width', repeat(U&'\200B', 2048) || 'Choi Myung-hyun'),
	('newlines', repeat(E'\n', 2048) || 'Choi Myung-hyun'),
	('full stops', repeat('.', 2048) || 'Choi Myung-hyun'),
	('letters', repeat('x', 2048) || 'Choi Myung-hyun'),
	('letters and a blank', repeat('x', 2048) || ' Choi Myung-hyun'),
	('17 words', 'a b c d e f g h i j k l m n o p q Choi Myung-hyun'),
	('a megabyte', repeat('Kim ', 300000) || 'Choi Myung-hyun')) v (what, payee);
-- disguises: seen through, or told as what cannot be read (how wide they are depends on who prints them)
SELECT what, left(pg_temp.try(payee), 5) AS state FROM (VALUES ('full stops', 'C.h.o.i M.y.u.n.g.h.y.u.n'), ('hyphens', 'C-h-o-i M-y-u-n-g-h-y-u-n'), ('full stops in Hangul', '최.명.현'),
	('middle dots', '최·명·현'), ('digits', '최1명1현'), ('digits behind', '최명현123'), ('masked by a circle', '최○현'), ('masked by a star', '최*현'), ('Braille blank', U&'Choi\2800Myung-hyun'),
	('object replacement', U&'Choi Myung\FFFC-hyun'), ('private use', U&'Choi \E000Myung-hyun'), ('Hebrew', U&'Ch\05E1i Myung-hyun'), ('Arabic digit', U&'Ch\0665i Myung-hyun'),
	('jamo', 'ㅊㅚ ㅁㅕㅇ ㅎㅕㄴ'), ('two scripts', 'Choi 명hyun'), ('struck out', U&'C\0336h\0336o\0336i\0336 Myung-hyun'), ('cp949 for windows-1252', 'ÃÖ¸íÇö'),
	('circled', U&'\+01F152\+01F157\+01F15E\+01F158 Myung-hyun')) v (what, payee);
SELECT script, pg_temp.try(payee) FROM (VALUES ('Khmer', 'សុខា ចាន់'), ('Burmese', 'အောင်ဆန်း'), ('Ethiopic', 'ኪም ጆንግ'), ('Khmer beside Latin', 'Sokha សុខា'), ('Latin', 'Emily Rodgers'),
	('more of it', 'Żółć Łódź'), ('Chinese', '李雷'), ('digits', '123 456'), ('signs', '---'), ('nothing', '')) v (script, payee);
-- the words of the error, and none of the name
INSERT INTO payment VALUES (1, 'សុខា ចាន់');
INSERT INTO payment VALUES (1, repeat('word ', 17));
INSERT INTO payment VALUES (1, repeat('w', 5000));
SELECT count(*) AS alerts FROM sanct_alert;
-- what was blocked raised no alert; it is let in by its name and key
SELECT sanct_clear('payment', '{"id": "1"}', 'សុខា ចាន់', NULL, 'known to us', kind => 'unread') > 0 AS cleared;
SELECT pg_temp.try('សុខា ចាន់'), pg_temp.try('សុខា');
SELECT sanct_guard_detach('payment');

-- statements: of several kinds, and of this one alone
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', statement => true);
INSERT INTO payment VALUES (1, 'Jane Doe'), (2, 'សុខា'), (3, repeat('word ', 17));
INSERT INTO payment VALUES (1, 'Jane Doe'), (2, 'សុខា'), (3, 'Choi Myung-hyun');
SELECT sanct_guard_detach('payment');

-- unread=pass lets them in, and listed names not
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => '{unread=pass}');
SELECT length(payee), pg_temp.try(payee) FROM (VALUES ('សុខា ចាន់'), ('최*현'), ('a b c d e f g h i j k l m n o p q'), ('Choi Myung-hyun')) v (payee);
SELECT sanct_guard_detach('payment');

-- hold: one alert for each name of a row, which names no entry, while nothing changes
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee,holder', 'hold', '{mark=held}');
INSERT INTO payment VALUES (1, 'សុខា', 'ចាន់'), (2, 'Jane Doe', NULL), (3, 'សុខា', 'Choi Myung-hyun');
UPDATE payment SET note = 'x';
UPDATE payment SET payee = payee || ' ' WHERE id = 1;
UPDATE payment SET payee = trim(payee) WHERE id = 1;
SELECT id, held FROM payment ORDER BY id;
SELECT kind, subject_key ->> 'id' AS id, length(subject_name), entry_id, list, list_uid, primary_name, matched_name, similarity, tier, explanation IS NULL AS unexplained, note, action, status
FROM sanct_alert WHERE kind = 'unread' ORDER BY id;
SELECT count(*) FROM sanct_alert WHERE kind = 'match';
-- what is decided of such an alert holds for that row and name
SELECT count(sanct_decide(id, 'no match', 'known to us, it is his passport''s spelling')) AS decided FROM sanct_alert WHERE kind = 'unread' AND subject_key ->> 'id' = '1';
SELECT held FROM payment WHERE id = 1;
UPDATE payment SET payee = 'x' WHERE id = 1;
UPDATE payment SET payee = 'សុខា' WHERE id = 1;
SELECT held FROM payment WHERE id = 1;
SELECT count(*) AS open FROM sanct_alert WHERE status = 'open' AND subject_key ->> 'id' = '1';
UPDATE payment SET id = 4 WHERE id = 1;
SELECT kind, length(subject_name), status FROM sanct_alert WHERE subject_key ->> 'id' = '4' ORDER BY id;
SELECT sanct_guard_detach('payment');

-- record and quarantine
DELETE FROM payment;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'record');
INSERT INTO payment VALUES (5, 'សុខា');
SELECT kind, action FROM sanct_alert WHERE subject_key ->> 'id' = '5';
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'quarantine');
INSERT INTO payment VALUES (6, 'សុខា');
SELECT count(*) AS written FROM payment WHERE id = 6;
SELECT q.status, a.kind, a.status FROM sanct_quarantine q JOIN sanct_alert a ON a.quarantine_id = q.id WHERE q.subject_key ->> 'id' = '6';
SELECT count(sanct_decide(id, 'no match', 'known to us')) AS decided FROM sanct_alert WHERE subject_key ->> 'id' = '6';
SELECT sanct_release_quarantined(id) FROM sanct_quarantine WHERE subject_key ->> 'id' = '6';
SELECT count(*) AS written FROM payment WHERE id = 6;
SELECT sanct_guard_detach('payment');

-- a column of readings: its text is read
CREATE TABLE parsed (id int PRIMARY KEY, payee sanct_reading);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('parsed', 'payee');
INSERT INTO parsed VALUES (1, sanct_read('សុខា'));
INSERT INTO parsed VALUES (1, sanct_read('최명현'));
INSERT INTO parsed VALUES (1, sanct_read('Jane Doe'));

-- what the hint says is what lets the name in, where a guard notes facts, too, and for a key of several columns or of all
CREATE TABLE transfer (branch int, no int, payee text, born date, PRIMARY KEY (branch, no));
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('transfer', 'payee', options => '{birth_date=born}');
INSERT INTO transfer VALUES (1, 7, 'សុខា', '1984-01-08');
SELECT count(sanct_clear('public.transfer', '{"branch": "1", "no": "7"}', 'សុខា', NULL, 'reason', subject_facts => '{"born": "1984-01-08"}', kind => 'unread'));
INSERT INTO transfer VALUES (1, 7, 'សុខា', '1984-01-08');
SELECT count(*) FROM transfer;
CREATE TABLE keyless (note text, "o'payee" text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('keyless', 'o''payee');
INSERT INTO keyless VALUES ('x', 'សុខា');
SELECT count(sanct_clear('public.keyless', '{"note": "x", "o''payee": "សុខា"}', 'សុខា', NULL, 'reason', kind => 'unread'));
INSERT INTO keyless VALUES ('x', 'សុខា');
SELECT count(*) FROM keyless;
DROP TABLE payment, parsed, transfer, keyless;
-- the trail is not deleted, but with the extension
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
