-- what names alone can and cannot tell apart, and what a matcher of Korean names must not do; match or no match only
SELECT getdatabaseencoding() <> 'UTF8' AS skip_test \gset
\if :skip_test
\quit
\endif
CREATE TABLE pitfall (id integer GENERATED ALWAYS AS IDENTITY, pitfall text, a text, b text);

-- different names that one spelling has in common: Hangul tells them apart, Latin letters cannot
INSERT INTO pitfall (pitfall, a, b) VALUES
	('two names in Hangul', '리영호', '리용호'),
	('either is this in DPRK spelling', '리영호', 'RI Yong Ho'),
	('either is this in DPRK spelling', '리용호', 'RI Yong Ho'),
	('breves tell them apart', '리영호', 'Ri Yŏng-ho'),
	('one in Revised Romanization', '리영호', 'Ri Yeong-ho'),
	('another in Revised Romanization', '리용호', 'Ri Yeong-ho'),
	('two names in Hangul', '김영남', '김용남'),
	('either is this in DPRK spelling', '김영남', 'KIM Yong Nam'),
	('either is this in DPRK spelling', '김용남', 'KIM Yong Nam'),
	('two names in Hangul', '김정은', '김종운'),
	('either is this in DPRK spelling', '김정은', 'KIM Jong Un'),
	('either is this in DPRK spelling', '김종운', 'KIM Jong Un'),
	('song is 성 or 송', '김성철', 'KIM Song Chol'),
	('song is 성 or 송', '김송철', 'KIM Song Chol'),
	('chun without marks is 춘 or 준', 'Ch''oe Ch''un-sik', 'CHOE CHUN-SIK');

-- spellings of one name
INSERT INTO pitfall (pitfall, a, b) VALUES
	('North and South Korean orthography', '리영호', '이영호'),
	('North and South Korean orthography', '최룡해', '최용해'),
	('North and South Korean orthography', 'RYU Mi Yong', '유미영'),
	('North and South Korean orthography', 'RO Kwang Chol', 'NO Kwang Chol'),
	('assimilation is written', 'Cho Myŏng-nok', '조명록'),
	('assimilation is written', 'O Kŭng-nyŏl', 'O Kuk Ryol'),
	('apostrophe for a breve', 'Cho Ch''o''l-so''ng', '조철성'),
	('apostrophe in the wrong place', 'RA KY''ONG-SU', 'RA Kyong Su'),
	('blank before an apostrophe', 'Cho ''n Myo ''ng-kuk', '전명국'),
	('voiced second syllable', 'PAK Bong Ju', 'PAK Pong Ju'),
	('digit for a letter', 'PAK P0ng Ju', '박봉주');

-- order and number of parts
INSERT INTO pitfall (pitfall, a, b) VALUES
	('surname first or last', 'KIM Jong Un', 'Jong Un KIM'),
	('surname first or last', 'Kim Jong-un', 'Jong-un Kim'),
	('a comma tells the surname', 'KIM, Jong Un', 'Jong Un Kim'),
	('one word', 'KIMJONGUN', 'Kim Jong-un'),
	('given name in one word', 'Jongun Kim', '김정은'),
	('order of the given syllables counts', 'KANG Chol Hak', 'KANG Hak Chol'),
	('order of the given syllables counts', '심광석', '심석광'),
	('order of the given syllables counts', 'RI U''n-so''ng', 'RI Song Un'),
	('two syllables each way', 'Yun Chol', 'CHOL Yun'),
	('given name of one syllable', 'HO Jong', '허정'),
	('given name of one syllable', 'JANG Ung', '장웅'),
	('surname of two syllables', 'NAMGUNG Min', '남궁민'),
	('surname of two syllables in two words', 'Hwang Bo Yong Chol', '황보영철'),
	('missing syllable', 'KIM Jong Un', 'KIM Jong'),
	('extra syllable', '김정은', '김정은철'),
	('initials that fit', 'CHOE Ryong Hae', 'Choe R H'),
	('initials that do not fit', 'CHOE Ryong Hae', 'Choe S H');

-- parts that count for much and for little
INSERT INTO pitfall (pitfall, a, b) VALUES
	('no word is too short to count', 'KIM Jong Un', 'KIM Yo Jong'),
	('no word is too short to count', 'KIM Jong Un', 'KIM Jong Il'),
	('surname alone', 'KIM', 'KIM Jong Un'),
	('surname alone', '김', '김정은'),
	('another surname', 'YU Kwang Ho', 'PAK Kwang Ho'),
	('another surname', '김정은', '박정은'),
	('near surname', 'PAK Chol Nam', 'PAEK Chol Nam'),
	('near surname', 'CHOE Chol Nam', 'CHO Chol Nam'),
	('near syllables', 'SON Gwon Il', 'SONG Gwon Il'),
	('foreign given name', 'KIM, James', 'James Kim'),
	('foreign given name', 'KIM, James', 'KIM Jong Un'),
	('foreign given name', 'KIM, James', 'James Smith'),
	('foreign given name', 'Roman Anatolyevich ALAR', 'Roman KIM'),
	('a foreign word is not forced into syllables', 'Juninho', 'JON Il Ho'),
	('a foreign word is not forced into syllables', 'Antony Robinson', 'CHOW, Tony'),
	('a foreign word is not forced into syllables', 'Min Dong', 'Ben Dong');

SELECT pitfall, a, b, CASE WHEN a %~ b THEN 'match' ELSE 'no match' END AS answer,
	(a %~ b) <> (b %~ a) AS differs_turned
FROM pitfall ORDER BY id;
DROP TABLE pitfall;
