-- an explanation says why, part by part, and adds up to the weight; guards against one that tells another story
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('김정은', 'KIM, Jong Un');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('Choi Yong-hae', 'CHOE Son Hui');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('Kim Chol', 'KIM Yong Chol');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('Kim J. U.', 'Kim Jong Un');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('Viktor Choe', 'CHOI, Viktor');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for
FROM sanct_explain('Korea Mining Development Trading Corporation', 'Korean Minning & Development Corp.');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for
FROM sanct_explain('ALAR, Roman Anatolyevich', 'Roman ALAR');
SELECT part, read_a, read_b, relation FROM sanct_explain('', 'Kim Jong Un');
-- tiers: the least close part decides; guards against a near syllable that passes for a spelling, or for a contradiction
SELECT a, b, sanct_tier(a, b), sanct_similarity(a, b), sanct_tier(sanct_read(a), sanct_read(b)) = sanct_tier(b, a) AS both_ways
FROM (VALUES ('KIM Jong Un', 'Jong Un Kim'), ('김정은', 'KIM, Jong Un'), ('金正恩', 'Ким Чен Ын'), ('KIM, Jong Un', 'Kim Jeong-eun'),
	('Kim J. U.', 'Kim Jong Un'), ('RI Song Hui', 'RI Son Hui'), ('RI Kum Chol', 'RI Kim Chol'), ('Kim Chol', 'KIM Yong Chol'),
	('Choi Yong-hae', 'CHOE Son Hui'), ('Kim Jong Un', 'Roman ALAR'), ('Parsek LLC', 'OOO Parsek'),
	('Korea Minning Corp', 'Korea Mining Corporation'), ('KIM Chaeng Un', 'Kim Cheng Un')) v (a, b);
-- a near syllable costs more than a spelling and less than a contradiction, and the letters are told
SELECT part, read_a, read_b, relation, bits > -7 AS near FROM sanct_explain('RI Song Hui', 'RI Son Hui');
SELECT sanct_similarity('RI Song Hui', 'Lee Seong-hui') > sanct_similarity('RI Song Hui', 'RI Son Hui') AS variant_before_near,
	sanct_similarity('RI Song Hui', 'RI Son Hui') > sanct_similarity('RI Song Hui', 'RI Mok Hui') AS near_before_other;
CREATE TABLE name (name text);
INSERT INTO name VALUES ('Kim Jong Un'), ('Choi Yong-hae'), ('최룡해'), ('Kim Chol'), ('Namgung Min'), ('Yong Chol'),
	('KIM Yong Chol'), ('Kim J. U.'), ('Viktor Choe'), ('CHOI, Viktor'), ('Roman Anatolyevich ALAR'), ('ALAR, Roman'),
	('Parsek LLC'), ('OOO Parsek'), ('Korea Kwangson Banking Corp'), ('Koryo Bank'), ('Li Song'), ('RI, Song'),
	('KIM Jong Un (김정은)'), ('CHON MA SAN'), ('Chonma San 5'), (''), ('123');
SELECT a.name AS a, b.name AS b, sanct_weight(a.name, b.name)
FROM name a, name b
WHERE abs((SELECT coalesce(sum(bits), 0) FROM sanct_explain(a.name, b.name) WHERE part NOT IN ('whole name', 'beside'))
	- sanct_weight(a.name, b.name)) > 0.01
	OR (SELECT bits FROM sanct_explain(a.name, b.name) WHERE part = 'whole name') <> sanct_weight(a.name, b.name);
DROP TABLE name;
