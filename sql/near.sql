-- why nothing was found: the nearest entries and what is wanting, also where the similarity is 0
\getenv abs_srcdir PG_ABS_SRCDIR
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
SELECT entries > 0 AS imported FROM sanct_import_un_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/un.xml'));

-- one syllable off, one missing; what agrees, what does not, how much is wanting
SELECT list, nearest_name, similarity, weight, tier, why FROM sanct_near('Choi Myung-gil', 2);
SELECT list, nearest_name, similarity, weight, tier, why FROM sanct_near('Choi Hyun', 1);
-- what has all words of a listed person's name and is another kind of name; guards against a 0 without a reason
SELECT list, nearest_name, similarity, weight, tier, why FROM sanct_near('Kim Jong Un Trading Co', 1);
-- what sanct_screen finds is not told; guards against a hit that passes for a silence
SELECT count(*) FROM sanct_screen('Choi Myung-hyun');
SELECT count(*) FROM sanct_near('Choi Myung-hyun', 100) n WHERE n.entry_id IN (SELECT entry_id FROM sanct_screen('Choi Myung-hyun'));
-- but what matches and was not asked for is, with that as the reason
SELECT list, nearest_name, similarity, why FROM sanct_near('Choi Myung-hyun', 1, types => '{vessel}');
SELECT list, nearest_name, similarity, why FROM sanct_near('Choi Myung-hyun', 1, lists => '{un-sc}');
SELECT count(*) FROM sanct_near('Choi Myung-hyun', 1, lists => '{un-sc}') WHERE list <> 'un-sc' AND similarity < 0.67;
-- a threshold that is higher makes a near one of a hit
SELECT nearest_name, similarity, tier, why FROM sanct_near('Choe M. H.', 1, 0.9) WHERE similarity > 0;
-- each entry once, by its nearest name, in order
SELECT count(*) = count(DISTINCT entry_id) AS once, count(*) <= 50 AS no_more FROM sanct_near('Kim Chol', 50);
-- nobody is near: the three that are nearest are told with their sums; guards against a silence that cannot be checked
SELECT count(*), max(similarity) AS similarity, bool_and(why ~ '\sbits,\s[0-9.]+\s%\sare\swanted$') AS told FROM sanct_near('Emily Rodgers', 10);
-- who has a word in common is nearer than who has none, however short and so cheap the names of those are; guards against strangers as the nearest
SELECT nearest_name, weight, split_part(why, ';', 1) AS why FROM sanct_near('Hasan Quarterstaff', 3);
-- of a person's name persons stand first, of a body's bodies, but for what is much alike; guards against a company as the nearest of a man
CREATE TABLE own (id int, name text, kind text);
INSERT INTO own VALUES (1, 'TAN S.A.', 'organisation'), (2, 'TIAN YU 7', 'vessel'), (3, 'TIAN YU 8', 'vessel'), (4, 'TAN, Yaozong', 'person'), (5, 'TAN Tieniu Fund', 'organisation');
SELECT entries FROM sanct_import_table('own', 'own', type_column => 'kind');
SELECT nearest_name, type, similarity, weight FROM sanct_near('Tan Tieniu', lists => '{own}');
SELECT nearest_name, type, similarity, weight FROM sanct_near('Tan Trading Ltd', lists => '{own}');
-- however far the persons are; and of a name in characters, which is read in several ways; guards against a trust as the nearest of a man
INSERT INTO own VALUES (6, 'AL RASHID TRUST', 'organisation'), (7, 'NAJI, Talal Muhammad Rashid', 'person'), (8, 'CHANG AN SHIPPING', 'organisation'), (9, 'AN, Song Kun', 'person');
SELECT entries FROM sanct_import_table('own', 'own', type_column => 'kind');
SELECT nearest_name, type, similarity, weight FROM sanct_near('Mohammed Rashid Qureshi', 2, lists => '{own}');
SELECT nearest_name, type, similarity, weight FROM sanct_near('安重根', 2, lists => '{own}');
-- a year beside the name of a Korean makes no body of him
SELECT nearest_name, type FROM sanct_near('CHANG Song Guk (born 1957)', 1, lists => '{own}');
-- one word is that of anybody
SELECT nearest_name, type, similarity, weight FROM sanct_near('Tian', lists => '{own}');
-- what is alike stands first, whatever it is of: one rule for the nearest; characters that sound like two words are those of a person
INSERT INTO own VALUES (10, 'Hamid Foundation for Qureshi Orphans of Kabul', 'organisation'), (13, 'QURESHI, Talal', 'person'), (11, 'LING, Yilang', 'person'), (12, 'YILANG SHIPPING', 'organisation');
SELECT entries FROM sanct_import_table('own', 'own', type_column => 'kind');
SELECT nearest_name, type, similarity, weight FROM sanct_near('Hamid Qureshi', 2, lists => '{own}');
SELECT nearest_name, type, similarity, weight FROM sanct_near('鈴木一郎', 2, lists => '{own}');
DROP TABLE own;
-- the letters of each syllable that differs stand beside it; guards against syllables that nobody finds in a Chinese spelling
SELECT nearest_name, why FROM sanct_near('Jin Zhengtie', 1);
-- a row is read on a screen
SELECT max(length(line)) <= 46 AS lines FROM sanct_near('Choi Myung-gil Trading House', 20), LATERAL regexp_split_to_table(why, '\n') line;
-- bodies and ships that are compared as a Korean's name are not, unless they are much alike; guards against 'Park' of a trading company
SELECT count(*) FROM sanct_near('Park Ji-sung', 20) n WHERE type <> 'person' AND similarity < 0.4;
SELECT count(*) FROM sanct_near('');
SELECT count(*) FROM sanct_near(NULL);
SELECT count(*) FROM sanct_near('សុខា');
-- refused
SELECT * FROM sanct_near('Kim', 101);
SELECT * FROM sanct_near('Kim', 0);
SELECT * FROM sanct_near('Kim', lists => '{none}');
SELECT * FROM sanct_near('Kim', threshold => 2);

-- who matches and is no longer listed: that is the reason
SELECT delisted FROM sanct_retire_list('un-sc');
SELECT list, nearest_name, similarity, why FROM sanct_near((SELECT primary_name FROM sanct_entry WHERE delisted_in IS NOT NULL AND type = 'person' ORDER BY id LIMIT 1), 100) WHERE why LIKE '%no longer%' LIMIT 1;

-- what is not shown is not near
CREATE ROLE regress_sanct_near_reader;
CREATE ROLE regress_sanct_near_other;
SELECT sanct_restrict_list('ofac-sdn', '{regress_sanct_near_reader}');
SET ROLE regress_sanct_near_other;
SELECT count(*) FROM sanct_near('Choi Myung-gil', on_empty => 'pass');
SET ROLE regress_sanct_near_reader;
SELECT count(*) > 0 AS shown FROM sanct_near('Choi Myung-gil');
RESET ROLE;

DROP EXTENSION sanctmatch CASCADE;
DROP ROLE regress_sanct_near_reader, regress_sanct_near_other;
CREATE EXTENSION sanctmatch;
