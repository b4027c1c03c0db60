-- what scanners, typists, programs and evaders do to a name is seen through, and makes no other name of it
CREATE TABLE noise (id integer GENERATED ALWAYS AS IDENTITY, noise text, name text, noisy text);
INSERT INTO noise (noise, name, noisy) VALUES
	('0 for O', 'CHOE Ryong Hae', 'CH0E Ry0ng Hae'),
	('0 for O', 'KIM YONG CHOL', 'KIM YONG CH0L'),
	('1 for I', 'KIM Jong Il', 'K1M Jong I1'),
	('1 for I', 'PAK CHUN IL', 'PAK CHUN 1L'),
	('l for I', 'KIM Jong Un', 'KlM Jong Un'),
	('l for I', 'PAK YONG SIK', 'PAK YONG SlK'),
	('I for l', 'Kim Chol Ho', 'Kim ChoI Ho'),
	('| for I', 'KIM Jong Un', 'K|M Jong Un'),
	('rn for m', 'Kim Jong Nam', 'Kirn Jong Nam'),
	('rn for m', 'PAK, Chol Nam', 'PAK, Chol Narn'),
	('m for rn', 'PAK Song Min', 'PAK Song rnin'),
	('5 for S', 'RI Sol Ju', 'RI 5ol Ju'),
	('8 for B', 'PAK Bong Ju', 'PAK 8ong Ju'),
	('6 for G', 'JANG Song Gil', 'JAN6 Song Gil'),
	('vv for w', 'HWANG Pyong So', 'HVVANG Pyong So'),
	('letter dropped', 'JANG Song Thaek', 'JANG Sng Thaek'),
	('letter dropped', 'PAK Pong Ju', 'PAK Png Ju'),
	('letter dropped from the surname', 'HWANG Pyong So', 'HWNG Pyong So'),
	('letter dropped from the surname', 'CHOE Ryong Hae', 'COE Ryong Hae'),
	('letter doubled', 'KIM Yong Chol', 'KIM Yongg Chol'),
	('letter doubled', 'KIM Yong Chol', 'KIM Yongg Chol'),
	('letter doubled in the surname', 'KIM Yong Chol', 'KIMM Yong Chol'),
	('letter doubled in the surname', 'PAK Pong Ju', 'PPAK Pong Ju'),
	('neighbouring key', 'KIM Yong Chol', 'KIM Yomg Chol'),
	('neighbouring key', 'JANG Song Thaek', 'JANG Song Thaej'),
	('neighbouring key in the surname', 'JANG Song Thaek', 'JAMG Song Thaek'),
	('letters turned round', 'PAK Pong Ju', 'PAK Pnog Ju'),
	('letters turned round in the surname', 'HWANG Pyong So', 'HAWNG Pyong So'),
	('blank before an apostrophe', 'CH''OE Ryong-hae', 'CH ''OE Ryong-hae'),
	('blank after an apostrophe', 'CH''OE Ryong-hae', 'CH'' OE Ryong-hae'),
	('blanks around an apostrophe', 'Ra Ky''ong-su', 'Ra Ky ''o ng-su'),
	('apostrophe of another kind', 'CH''OE Ryong-hae', 'CH’OE Ryong-hae'),
	('apostrophe of another kind', 'CH''OE Ryong-hae', 'CHʼOE Ryong-hae'),
	('acute for an apostrophe', 'CH''OE Ryong-hae', 'CH´OE Ryong-hae'),
	('marks dropped', 'Ch’oe Ryŏng-hŭi', 'Choe Ryong-hui'),
	('marks decomposed', 'Ch’oe Ryŏng-hŭi', E'Ch’oe Ryo\u0306ng-hu\u0306i'),
	('caron for breve', 'Ch’oe Ryŏng-hŭi', 'Ch’oe Ryǒng-hǔi'),
	('apostrophe for breve', 'Ch’oe Ryŏng-hŭi', 'Ch''oe Ryo''ng-hu''i'),
	('encoded twice', '최룡해', 'ìµœë£¡í•´'),
	('encoded twice', '최룡해', E'ìµ\u009cë£¡í\u0095´'),
	('encoded twice', 'Ch’oe Ryŏng-hae', E'Châ€™oe RyÅ\u008fng-hae'),
	('encoded twice', 'Цой Рён Хэ', E'Ð¦Ð\u00beÐ\u00b9 Ð\u00a0Ñ‘Ð\u00bd Ð¥Ñ\u008d'),
	('encoded twice', '崔龍海', E'å´”é\u00be\u008dæµ·'),
	('encoded twice', 'チェ・リョンヘ', E'ãƒ\u0081ã\u201a§ãƒ»ãƒªãƒ§ãƒ\u00b3ãƒ˜'),
	('Cyrillic letters in a Latin name', 'KIM Jong Un', 'KІМ Jоng Un'),
	('Cyrillic letters in a Latin name', 'PAK Pong Ju', 'РАК Роng Ju'),
	('a Latin name of Cyrillic letters', 'KIM Jong Un', 'КІМ Jong Un'),
	('Greek letters in a Latin name', 'KIM Jong Un', 'ΚΙΜ Jοng Un'),
	('Greek letters in a Latin name', 'YUN HO-JIN', 'ΥUΝ ΗO-JΙΝ'),
	('Latin letters in a Cyrillic name', 'Ким Чен Ын', 'Kим Чeн Ын'),
	('small capitals', 'KIM Jong Un', 'ᴋɪᴍ Jᴏɴɢ Uɴ'),
	('Armenian and Cherokee letters', 'KIM Jong Un', 'ᏦIM Joոg Uո'),
	('dotless i', 'KIM Jong Il', 'Kım Jong Il'),
	('capital I with a dot', 'KIM Jong Il', 'KİM Jong İl'),
	('zero-width blanks', 'KIM Jong Un', E'K\u200bIM J\u200co\u200dng \u2060Un\ufeff'),
	('soft hyphen', 'KIM Jong Un', E'KIM Jo\u00adng Un'),
	('bidi controls', 'KIM Jong Un', E'\u202eKIM\u202c Jong\u200f Un'),
	('combining grapheme joiner', 'KIM Jong Un', E'KI\u034fM Jong Un'),
	('marks put upon letters', 'KIM Jong Un', E'K\u0336I\u0336M\u0336 J\u0301o\u0302ng Un'),
	('Hangul filler', '김정은', E'김\u3164정은'),
	('variation selectors', '金正恩', E'金\ufe00正\U000e0100恩'),
	('zero-width in Hangul', '김정은', E'김\u200b정\u200d은'),
	('full width', 'KIM Jong Un', E'ＫＩＭ\u3000Ｊｏｎｇ\u3000Ｕｎ'),
	('mathematical letters', 'KIM Jong Un', '𝐊𝐈𝐌 𝘑𝘰𝘯𝘨 𝖀𝖓'),
	('circled letters', 'KIM Jong Un', 'Ⓚⓘⓜ Ⓙⓞⓝⓖ Ⓤⓝ'),
	('half-width katakana', 'キム・ジョンウン', 'ｷﾑ･ｼﾞｮﾝｳﾝ'),
	('decomposed kana', 'キム・ジョンウン', E'キム・シ\u3099ョンウン'),
	('conjoining jamo', '김정은', E'\u1100\u1175\u11b7\u110c\u1165\u11bc\u110b\u1173\u11ab'),
	('compatibility jamo', '김정은', 'ㄱㅣㅁㅈㅓㅇㅇㅡㄴ'),
	('half-width jamo', '김정은', 'ﾡￜﾱ ﾸￆﾷ ﾷￚﾤ'),
	('blanks between syllables', '김정은', '김 정 은'),
	('compatibility ideographs', '金正恩', '金正恩'),
	('decomposed Cyrillic', 'Ким Чен Йо', E'Ким Чен И\u0306о'),
	('case', 'KIM Jong Un', 'kim jong un'),
	('case', 'KIM Jong Un', 'kIM jONG uN'),
	('underscores', 'KIM Jong Un', 'KIM_Jong_Un'),
	('full stops', 'KIM Jong Un', 'KIM.Jong.Un'),
	('slashes', 'KIM Jong Un', 'KIM/Jong/Un'),
	('blanks without end', 'KIM Jong Un', E'   KIM    Jong \u0009 Un  '),
	('no-break blanks', 'KIM Jong Un', E'KIM\u00a0Jong\u2007Un'),
	('quotes and brackets', 'KIM Jong Un', '"KIM Jong Un"'),
	('letters spaced out', 'KIM Jong Un', 'K I M  J o n g  U n'),
	('title', 'KIM Jong Un', 'Mr. KIM Jong Un'),
	('hyphen of another kind', 'Kim Jong-un', 'Kim Jong‑un'),
	('long dash', 'Kim Jong-un', 'Kim Jong–un');

-- each noise is seen through
SELECT noise, count(*) AS names, count(*) FILTER (WHERE name %~ noisy) AS found, min(sanct_similarity(name, noisy)) AS least
FROM noise GROUP BY noise ORDER BY min(id);

-- nothing is made another name: no noisy name matches one that the clean name does not match
SELECT a.name, a.noisy, b.name AS other FROM noise a, noise b WHERE a.noisy %~ b.name AND NOT a.name %~ b.name;

-- one letter less or more may be another name: Son is not Song, however it came about
SELECT a, b, sanct_similarity(a, b) < 0.67 AS apart, sanct_tier(a, b)
FROM (VALUES ('RI Yong Gil', 'RI Yon Gil'), ('PAK Pong Ju', 'PAK Pon Ju'), ('RI Myong Su', 'RI Mong Su')) v (a, b);

-- a slip is told
SELECT part, read_a, read_b, relation FROM sanct_explain('HWANG Pyong So', 'HWNG Pyong So');
DROP TABLE noise;

-- what shows nothing uses up no limit, nor do signs that are repeated
SELECT to_hex(ascii(pad)) AS pad, repeat(pad, 2048) || 'Choi Myung-hyun' %~ 'CHOE Myong Hyon' AS before,
	'Choi ' || repeat(pad, 2048) || 'Myung-hyun' %~ 'CHOE Myong Hyon' AS between, '최' || repeat(pad, 2048) || '명현' %~ '최명현' AS in_hangul,
	repeat(pad, 2048) || 'KIM Jong Un' %~ 'CHOE Myong Hyon' AS another
FROM unnest(ARRAY[' ', E'\n', '.', '-', E'\u200b', E'\u3000', E'\ufe0f']) WITH ORDINALITY p (pad, nr) ORDER BY nr;
-- names that are the same for longer than a name is read are told apart
SELECT count(*) FROM unnest(ARRAY['KIM Jong Un', 'Choi Myung-hyun', 'RI Sol Ju', '최명현']) n WHERE repeat(' ', 20000) || n %~ 'CHOE Myong Hyon';
