-- names in Chinese characters are read as Korean names, and as the characters they are; match or no match only
CREATE TABLE hanja (id integer GENERATED ALWAYS AS IDENTITY, what text, a text, b text);

-- what a character is as a surname
INSERT INTO hanja (what, a, b) VALUES
	('朴 stays 朴', '朴奉珠', '박봉주'),
	('金 is 김', '金正恩', 'KIM Jong Un'),
	('金 is not 금', '金正恩', '금정은'),
	('沈 is 심', '沈在哲', '심재철'),
	('車 is 차', '車承元', '차승원'),
	('葉 is 섭', '葉正國', '섭정국'),
	('任 is 임', '任鍾晳', '임종석'),
	('余 stays 余', '余元九', '여원구'),
	('李 is 리 in the North', '李永浩', '리영호'),
	('李 is 이 in the South', '李永浩', '이영호'),
	('surname of two characters', '南宮敏', '남궁민'),
	('surname of two characters', '诸葛成烈', 'Jegal Song Ryol');

-- forms of characters
INSERT INTO hanja (what, a, b) VALUES
	('Japanese form', '張成沢', '장성택'),
	('simplified form', '张成泽', '장성택'),
	('Japanese and simplified form', '張成沢', '张成泽'),
	('simplified form', '崔龙海', 'CHOE Ryong Hae'),
	('simplified form', '崔龙海', 'Choi Yong-hae'),
	('compatibility character', U&'\F90A正恩', '金正恩'),
	('iteration mark', '金哲々', '金哲哲'),
	('katakana middle dot', '金・正恩', '김정은');

-- characters and readings
INSERT INTO hanja (what, a, b) VALUES
	('wrong characters of one reading', '金英哲', '金英徹'),
	('characters tell 영 from 용', '李英浩', '리용호'),
	('characters tell 영 from 용', '李英浩', '李容浩'),
	('Latin letters do not', '李英浩', 'RI Yong Ho'),
	('Latin letters do not', '李容浩', 'RI Yong Ho'),
	('another given name', '金正恩', '金與正'),
	('another given name', '金正恩', 'KIM Yo Jong'),
	('another surname', '金正恩', '朴正恩');

-- names that are not Korean
INSERT INTO hanja (what, a, b) VALUES
	('a Chinese name has a Korean reading', '王健林', '왕건림'),
	('Chinese names of one Korean reading', '王健林', '王建林'),
	('Chinese names', '王健林', '王岐山'),
	('the same Japanese name', '田中角栄', '田中角栄'),
	('Japanese names', '田中角栄', '田中真紀子'),
	('an organisation', '中国建设银行', '中国建设银行'),
	('organisations', '中国建设银行', '中国工商银行');

SELECT what, a, b, CASE WHEN a %~ b THEN 'match' ELSE 'no match' END AS answer,
	(a %~ b) <> (b %~ a) AS differs_turned
FROM hanja ORDER BY id;
DROP TABLE hanja;

SELECT sanct_similarity('金正恩', '金正恩') AS same, sanct_similarity('田中角栄', '田中角栄') AS same_literal;
SELECT part, read_a, read_b, relation FROM sanct_explain('金正恩', '김정은');
