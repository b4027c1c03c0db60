-- listed names in running texts: where they stand and whose they are; who is not listed, and what is no name, is not told
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');

CREATE TABLE news (id text PRIMARY KEY, content text);
INSERT INTO news VALUES
	('en', 'On 12 January 2022 the Treasury named Choe Myong-hyon, a representative in Vladivostok, as well as O Yong Ho,
Sim Kwang Sok in Dalian, Kim Song-hun in Shenyang, KANG Chol Hak and Pyon Kwang Chol''s deputy. Park Ji-sung, a
footballer, and Song Hun Trading Co were not named; nor was Kim Jong Nam Yong of anywhere.'),
	('ko', '재무부는 최명현과 심광석을 제재 대상에 올렸으며, 대련에 있는 강철학 대표와 김성훈은 언급을 피했다. 박지성은 축구 선수이다.'),
	('ru', 'Минфин США внёс в список Чхве Мён Хёна и О Ён Хо, представителей в Москве.'),
	('zh', '财政部将崔明铉和康哲学列入名单'),
	('payment', 'INV 4711 PAYMENT TO CHOE MYONG HYON VLADIVOSTOK REF 12'),
	('clean', 'Nothing of this concerns anybody: it is an account of tea, of weather and of the long road home.'),
	('none', NULL);

-- the text says the same as the answer does of it
SELECT n.id, f.start, f.length, replace(f.matched_text, E'\n', ' ') AS matched, f.list_uid, f.matched_name,
	substr(n.content, f.start, f.length) = f.matched_text AS stands_there
FROM news n, LATERAL sanct_find(n.content) f ORDER BY n.id COLLATE "C", f.start, f.list_uid;

-- a table gives just what its texts give one by one
SELECT count(*) > 0 AS some, bool_and(a.n = 1 AND b.n = 1) AS alike FROM
	(SELECT n.id, f.start, f.length, f.entry_id, f.similarity, count(*) AS n FROM news n, LATERAL sanct_find(n.content) f
		GROUP BY 1, 2, 3, 4, 5) a
	FULL JOIN (SELECT id, start, length, entry_id, similarity, count(*) AS n FROM sanct_find_table('news', 'id', 'content')
		GROUP BY 1, 2, 3, 4, 5) b USING (id, start, length, entry_id, similarity);
SELECT (SELECT count(*) FROM sanct_find_table('news', 'id', 'content')) =
	(SELECT sum((SELECT count(*) FROM sanct_find_table('news', 'id', 'content', part => p, parts => 3))) FROM generate_series(1, 3) p)
	AS in_parts;

-- a threshold, lists and types
SELECT count(*) FROM sanct_find('He met Choi Myung-hyun.', threshold => 1);
SELECT list_uid FROM sanct_find('He met Choi Myung-hyun.', types => '{individual}');
SELECT list_uid FROM sanct_find('He met Choi Myung-hyun.', types => '{vessel}');
SELECT list_uid FROM sanct_find('He met Choi Myung-hyun.', lists => '{un-sc}');
SELECT list_uid FROM sanct_find('He met Choi Myung-hyun.', lists => '{un-sc}', on_empty => 'pass');
SELECT count(*) FROM sanct_find(NULL);
SELECT count(*) FROM sanct_find('');
SELECT count(*) FROM sanct_find('x', threshold => NULL);
SELECT count(*) FROM sanct_find('x', threshold => 2);
SELECT count(*) FROM sanct_find_table('news', 'id', 'nothing');
SELECT count(*) FROM sanct_find_table('news', 'id', 'content', part => 4, parts => 3);

-- a name in the middle of a long text, and at its end
SELECT start, length, list_uid FROM sanct_find(repeat('It rained. ', 20000) || 'Choe Myong Hyon' || repeat(' It rained.', 20000)
	|| ' O Yong Ho');

-- words in scripts that names are not looked for in are told, hiragana and signs are none of them
SELECT list_uid FROM sanct_find('He met Choi Myung-hyun and สมชาย of საქართველო.');
SELECT list_uid FROM sanct_find('Choi Myung-hyun ありがとう 1ª µ №');
INSERT INTO news VALUES (99, 'แจ้งยอดเงิน');
SELECT count(*) FROM sanct_find_table('news', 'id', 'content') WHERE id = '99';

-- of one that has no right to the table nothing is read
CREATE ROLE regress_sanct_reader;
SET ROLE regress_sanct_reader;
SELECT count(*) FROM sanct_find_table('news', 'id', 'content');
SELECT list_uid FROM sanct_find('He met Choi Myung-hyun.');
RESET ROLE;
DROP ROLE regress_sanct_reader;
DROP TABLE news;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name,
	sanct_past_identifier, sanct_link RESTART IDENTITY;
