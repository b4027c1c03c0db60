-- one name in every script and orthography against itself and against another name, which guards every pair of scripts; and
-- what writes a name in Latin letters, by each system
CREATE TABLE spelling (person text, script text, name text);
INSERT INTO spelling VALUES
	('김정은', 'Hangul', '김정은'), ('김정은', 'Hanja', '金正恩'), ('김정은', 'DPRK', 'KIM Jong Un'), ('김정은', 'MR', 'Kim Chŏng-ŭn'),
	('김정은', 'Revised', 'Kim Jeong-eun'), ('김정은', 'Kontsevich', 'Ким Чон Ын'), ('김정은', 'press', 'Ким Чен Ын'),
	('김정은', 'Ukrainian', 'Кім Чен Ин'), ('김정은', 'Serbian', 'Ким Џонг Ун'), ('김정은', 'BGN', 'Kim Chzhon Yn'),
	('김정은', 'kana', 'キム・ジョンウン'), ('김정은', 'half width', 'ｷﾑ ｼﾞｮﾝｳﾝ'), ('김정은', 'Hepburn', 'Kimu Jonun'),
	('김정은', 'pinyin', 'Jin Zheng''en'), ('김정은', 'tones', 'Jīn Zhèng''ēn'), ('김정은', 'Hungarian', 'Kim Dzsongun'),
	('김정은', 'Czech', 'Kim Čong-un'), ('김정은', 'Latvian', 'Kims Čenuns'), ('김정은', 'Polish', 'Kim Dzong Un'),
	('김정은', 'Arabic', 'كيم جونغ أون'), ('김정은', 'Persian', 'کیم جونگ اون'), ('김정은', 'Hebrew', 'קים ג''ונג-און'),
	('김정은', 'Greek', 'Κιμ Τζονγκ Ουν'), ('김정은', 'Georgian', 'კიმ ჩენ ინი'), ('김정은', 'Armenian', 'Կիմ Չեն Ըն'),
	('김정은', 'Devanagari', 'किम जोंग उन'), ('김정은', 'Thai', 'คิม จ็อง-อึน'),
	('김정은', 'German', 'Kim Dschong Un'), ('김정은', 'French', 'Kim Djeung Eun'), ('김정은', 'mixed', '김 Jong Un'),
	('최룡해', 'Hangul', '최룡해'), ('최룡해', 'Hangul (South)', '최용해'), ('최룡해', 'Hanja', '崔龍海'), ('최룡해', 'simplified', '崔龙海'),
	('최룡해', 'shinjitai', '崔竜海'), ('최룡해', 'DPRK', 'CHOE Ryong Hae'), ('최룡해', 'MR', 'Ch''oe Ryong-hae'),
	('최룡해', 'South', 'Choi Yong-hae'), ('최룡해', 'Kontsevich', 'Чхве Рён Хэ'), ('최룡해', 'Koryo-saram', 'Цой Рен Хэ'),
	('최룡해', 'Ukrainian', 'Чхве Рьон Хе'), ('최룡해', 'Bulgarian', 'Чой Рьонг-хе'), ('최룡해', 'BGN', 'Chkhve Ryon Khe'),
	('최룡해', 'passport', 'Chkhve Ren Khe'), ('최룡해', 'kana', 'チェ・リョンヘ'), ('최룡해', 'half width', 'ﾁｪ･ﾘｮﾝﾍ'),
	('최룡해', 'Hepburn', 'Che Ryonhe'), ('최룡해', 'pinyin', 'Cui Longhai'), ('최룡해', 'Wade-Giles', 'Ts''ui Lung-hai'),
	('최룡해', 'Hungarian', 'Cshö Rjonghe'), ('최룡해', 'Czech', 'Čche Rjong-he'), ('최룡해', 'Polish', 'Czoe Rjong Hae'),
	('최룡해', 'German', 'Tschö Rjong Hä'), ('최룡해', 'French', 'Tchoe Ryong Hae'), ('최룡해', 'mixed', 'CHOE Ryong Hae (崔龍海)'),
	('최룡해', 'Arabic', 'تشوي ريونغ هاي'), ('최룡해', 'Persian', 'چوئه ریونگ هه'), ('최룡해', 'Hebrew', 'צ''וי ריונג הא'),
	('최룡해', 'Greek', 'Τσόε Ριόνγκ-χε'), ('최룡해', 'Georgian', 'ჩხვე რიონ ჰე'), ('최룡해', 'Armenian', 'Չխվե Ռյոն Խե'),
	('최룡해', 'Devanagari', 'चोए र्योंग-हे'), ('최룡해', 'Thai', 'ชเว รย็อง-แฮ'),
	('최선희', 'Hangul', '최선희'), ('최선희', 'Hanja', '崔善姬'), ('최선희', 'DPRK', 'CHOE Son Hui'), ('최선희', 'Kontsevich', 'Чхве Сон Хи'),
	('최선희', 'kana', 'チェ・ソンヒ'), ('최선희', 'pinyin', 'Cui Shanji'), ('최선희', 'Hungarian', 'Cshö Szonhi'), ('최선희', 'French', 'Tchoe Seun Heui');

-- every spelling of a person matches every other one; an index finds them too
SELECT a.person, a.script AS script_a, b.script AS script_b, a.name, b.name, sanct_similarity(a.name, b.name)
FROM spelling a JOIN spelling b ON a.person = b.person AND NOT a.name %~ b.name ORDER BY 1, 2, 3;
SELECT a.person, a.script AS script_a, b.script AS script_b, a.name, b.name
FROM spelling a JOIN spelling b ON a.person <> b.person AND a.name %~ b.name ORDER BY 1, 2, 3;
SELECT a.person, a.script, count(*) FILTER (WHERE a.name %~ b.name AND a.person = b.person) AS same,
	count(*) FILTER (WHERE a.name %~ b.name AND a.person <> b.person) AS others
FROM spelling a, spelling b GROUP BY 1, 2 ORDER BY 1, 2;
CREATE INDEX ON spelling USING gist (name sanct_gist_ops);
SET enable_seqscan = off;
SELECT person, count(*) FROM spelling WHERE name %~ 'Кім Чен Ин' GROUP BY 1;
SELECT person, count(*) FROM spelling WHERE name %~ 'Cui Longhai' GROUP BY 1;
SELECT person, count(*) FROM spelling WHERE name %~ 'تشوي ريونغ هاي' GROUP BY 1;
RESET enable_seqscan;

-- what tells the systems apart
SELECT name, (SELECT system FROM sanct_readings(name) LIMIT 1) AS read_in FROM spelling WHERE person = '최룡해' ORDER BY script COLLATE "C";
SELECT part, read_a, read_b, relation FROM sanct_explain('Хван Бён Со', 'Hvang Bjongszo');
SELECT part, read_a, read_b, relation FROM sanct_explain('キム・ヨジョン', 'Jin Yuzheng');
SELECT part, read_a, read_b, relation FROM sanct_explain('تشوي ريونغ هاي', 'CHOE Ryong Hae');
SELECT part, read_a, read_b, relation FROM sanct_explain('คิม จ็อง-อึน', 'კიმ ჩენ ინი');
SELECT n, kind, name FROM sanct_names('كيم جونغ أون');
-- a word more is no Korean's; such a name is compared as words, as it was
SELECT n, kind, name FROM sanct_names('محمد جونغ حسن أون');

-- spellings that two names share: neither Latin letters nor Cyrillic nor kana tell them apart, Hangul and most characters do
SELECT a.name, b.name, a.name %~ b.name AS matches
FROM (VALUES ('리영호'), ('리용호'), ('李英浩'), ('李容浩')) a (name),
	(VALUES ('RI Yong Ho'), ('Ли Ён Хо'), ('リ・ヨンホ'), ('Ri Jong-ho'), ('Li Yinghao'), ('RI Yong Ho (李容浩)')) b (name)
ORDER BY a.name COLLATE "C", b.name COLLATE "C";
SELECT a.name, b.name, a.name %~ b.name AS matches
FROM (VALUES ('김성철'), ('김선철'), ('김송철')) a (name), (VALUES ('Ким Сон Чхоль'), ('キム・ソンチョル'), ('KIM Song Chol')) b (name)
ORDER BY a.name COLLATE "C", b.name COLLATE "C";
DROP TABLE spelling;

-- Hangul in Latin letters, by the rules of each system for names
SELECT name, sanct_romanize(name) AS dprk, sanct_romanize(name, 'mr') AS mr, sanct_romanize(name, system => 'rr') AS rr
FROM (VALUES ('김정은'), ('최룡해'), ('박봉주'), ('오극렬'), ('남궁민'), ('제갈 철수'), ('황보라'), ('허정')) AS v (name);

-- the systems of linguists, of Russian books, of the Japanese press
SELECT name, sanct_romanize(name, 'yale') AS yale, sanct_romanize(name, 'kontsevich') AS kontsevich, sanct_romanize(name, 'katakana') AS katakana
FROM (VALUES ('김정은'), ('최룡해'), ('박봉주'), ('오극렬'), ('남궁민'), ('제갈 철수'), ('황보라'), ('허정')) AS v (name);

-- what is not Hangul stays
SELECT sanct_romanize('Dr. 김정은 (金正恩), 리설주'), sanct_romanize('Kim'), sanct_romanize('');
SELECT sanct_romanize(normalize('김정은', nfd));

-- a romanised name matches the name it was made from
SELECT system, name FROM unnest(ARRAY['dprk', 'mr', 'rr', 'yale', 'kontsevich', 'katakana']) AS system,
	unnest(ARRAY['김정은', '최룡해', '박봉주', '백남순', '장성택', '리춘근', '남궁민', '오극렬']) AS name
WHERE NOT name %~ sanct_romanize(name, system);

-- NULL, and systems that are not known
SELECT sanct_romanize(NULL), sanct_romanize('김', NULL);
DO $$
BEGIN
	PERFORM sanct_romanize('김정은', 'hepburn');
EXCEPTION WHEN invalid_parameter_value THEN
	RAISE NOTICE 'invalid_parameter_value';
END
$$;
SELECT sanct_romanize('김정은', 'hepburn');
SELECT length(sanct_romanize(repeat('김', 1000000)));
