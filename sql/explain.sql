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
-- both sides are told by the syllable that they share, not each by its likeliest; guards against 우 beside 옥 at 0.983
SELECT part, read_a, read_b, relation, bits FROM sanct_explain('리진우', 'LI, Zhenyu');
SELECT part, read_a, read_b FROM sanct_explain('소만호', 'SEO Man Ho') WHERE part = 'surname';
-- whoever has a pencil gets the similarity from what is printed: parts add up to the whole, which with both own bits makes
-- the share, and the rule makes the similarity of it
CREATE TABLE pair (a text, b text);
INSERT INTO pair VALUES ('리진우', 'LI, Zhenyu'), ('RI Song Hui', 'RI Son Hui'), ('Kim J. U.', 'Kim Jong Un'), ('김정은', 'KIM, Jong Un'),
	('Vice Chairman KIM Jong Un (DPRK)', 'Ri Sol Ju, wife of Kim Jong-un'), ('KIM Chaeng Un', 'Kim Cheng Un'), ('Choi Yong-hae', 'CHOE Son Hui'),
	('ALAR, Roman Anatolyevich', 'Roman ALAR'), ('Korea Mining Development Trading Corporation', 'Korean Minning & Development Corp.'),
	('Parsek LLC', 'OOO Parsek'), ('Viktor Choe', 'CHOI, Viktor'), ('Korea Kwangson Banking Corp', 'Koryo Bank'), ('ALAR, Roman', 'ALAR, Roman');
WITH told AS (
	SELECT a, b, sanct_similarity(a, b)::numeric AS similarity,
		(SELECT round(sum(bits)::numeric, 2) FROM sanct_explain(a, b) WHERE part NOT IN ('beside', 'whole name')) AS parts,
		(SELECT bits::numeric FROM sanct_explain(a, b) WHERE part = 'whole name') AS whole,
		(SELECT (SELECT sum(m[1]::numeric) FROM regexp_matches(concat_ws(' ', split_part(read_a, '/', 1), split_part(read_b, '/', 1)), '([0-9]+)', 'g') m) / 2
			FROM sanct_explain(a, b) WHERE part = 'own bits') AS mean,
		(SELECT relation FROM sanct_explain(a, b) WHERE part = 'share') AS rule
	FROM pair
), computed AS (
	SELECT *, (SELECT m::numeric[] FROM regexp_match(rule, '^(-?[0-9]+) of ([0-9.]+)') m) AS share,
		(SELECT m::numeric[] FROM regexp_match(rule, ';\s([0-9.]+) \+ ([0-9.]+) \* ([0-9.]+) / ([0-9]+) = ([0-9.]+) \(cut\)') m) AS r FROM told
)
SELECT a, b, parts = whole AS adds_up, round(share[1] / 256, 2) = whole AND share[2] = mean AS printed,
	similarity = CASE WHEN share[1] <= 0 THEN 0 WHEN r IS NULL AND (rule ~ ': 1\.000$' OR rule ~ 'equal') THEN 1
		ELSE least(trunc(r[1] + r[2] * r[3] / r[4], 3), CASE WHEN rule ~ 'at most' THEN .98 ELSE 1 END) END AS recomputed,
	r IS NULL OR trunc(r[1] + r[2] * r[3] / r[4], 3) = r[5] AS reckoned
FROM computed;
-- step by step, with what is cut and not rounded, as it is printed: of Korean names tenths of a percent, of words 65536ths
SELECT rule, trunc(m[1]::numeric / m[2]::numeric * CASE WHEN rule ~ '/65536 ' THEN 65536 ELSE 1000 END) = m[3]::numeric * CASE WHEN rule ~ '/65536 ' THEN 1 ELSE 10 END AS share
FROM (VALUES ('Kim J. U.', 'Kim Jong Un'), ('Choi Yong-hae', 'CHOE, Ryong Hae'), ('Mr. KIM Jong Un', 'Ri Sol Ju / Kim Jong-un'), ('Osama bin Ladin', 'حمزة أسامة محمد بن لادن'), ('Korea Kwangson Banking Corp', 'Koryo Bank')) v (a, b),
	LATERAL (SELECT relation FROM sanct_explain(a, b) WHERE part = 'share') x (rule), LATERAL regexp_match(rule, '^([0-9]+) of ([0-9.]+) = ([0-9.]+)[ /]') m;
-- every row is read on a screen of 120 columns where names have no more than 20 letters; guards against a sum that nobody sees the end of
SELECT a, b, part, relation FROM pair, LATERAL sanct_explain(a, b) x, LATERAL regexp_split_to_table(relation, '\n') line WHERE length(line) > 44;
-- bits are told to the hundredth everywhere
SELECT a, b FROM pair WHERE sanct_weight(a, b)::numeric <> round(sanct_weight(a, b)::numeric, 2);
-- what cannot be compared is told in words and has no bits; guards against a 0 that reads as neutral
SELECT part, read_a, read_b, relation, bits FROM sanct_explain('Kim Jong Un Trading Co', 'KIM, Jong Un');
-- no tier speaks for a match where there is none
SELECT a, b, sanct_tier(a, b) FROM pair
WHERE sanct_tier(a, b) IN ('same', 'other script', 'romanisation variant', 'spelling variant', 'rare variant', 'initial', 'misspelt') AND NOT a %~ b;
SELECT a, b, sanct_tier(a, b) FROM (TABLE pair UNION ALL VALUES ('LLC NM-TEKH', 'NM-TEKH'), ('ZAO OKB SPEKTR', 'OKB SPECTR LLC')) x (a, b) WHERE sanct_tier(a, b) = 'contradicts' AND a %~ b;
SELECT a, b, sanct_tier(a, b), a %~ b AS matches FROM (VALUES ('LLC NM-TEKH', 'NM-TEKH'), ('ZAO OKB SPEKTR', 'OKB SPECTR LLC')) x (a, b);
-- which letters are which part: words that are joined are parted, in either order, in every script; guards against a syllable nobody can find in the name
SELECT a, b, string_agg(concat(written_a, ' ', read_a), ', ') FILTER (WHERE part = 'surname' OR part LIKE 'given%') AS left_side, string_agg(written_b, ', ') FILTER (WHERE part <> 'spelling') AS right_side
FROM (VALUES ('Cui Longhai', 'CHOE, Ryong Hae'), ('Longhai Cui', 'CHOE, Ryong Hae'), ('KIMJONGUN', 'KIM, Jong Un'), ('Jong Un Kim', 'Kim Jong-un'), ('리진우', 'LI, Zhenyu'), ('Цой Рёнхэ', 'HU, Lianhe'), ('チェ・リョンヘ', 'Ch''oe Ryong-hae'),
	('남궁민수', 'Namgung Minsu'), ('金正恩', 'Kim J. U.'), ('Mr. KIM Jong Un (DPRK)', 'KIM, Jong Un'), ('Viktor Choe', 'CHOI, Viktor'),
	('Tan Tieniu', 'TAN, Tie Niu'), ('SUK, Vitaly Alexandrovich', 'SUK, Vitaly Alexandrovich')) v (a, b), LATERAL sanct_page_explain(a, b, 'person', 0.67) GROUP BY a, b ORDER BY a, b;
SELECT part, read_a, may_a, read_b, may_b FROM sanct_page_explain('Choi Yong-hae', 'CHOE, Ryong Hae', 'person', 0.67) WHERE may_a IS NOT NULL;
-- what each name weighs by itself is told word by word, with the reason, and adds up; guards against one word with two weights
SELECT read_a, may_a, (SELECT sum(m[1]::int) FROM regexp_matches(may_a, ' (-?[0-9]+)(?: \(| \+|$)', 'g') m) = split_part(trim(leading '(' from read_a), '/', 1)::int AS adds_up
FROM (VALUES ('Air Koryo Travel Agency', 'AIR KORYO TRADING CORPORATION', 'organisation'), ('Ri Song Hui', 'RI, Song Hui', 'person'), ('Green Pine Associated Corp.', 'GREEN PINE ASSOCIATED CORPORATION', 'organisation')) v (a, b, type), LATERAL sanct_page_explain(a, b, type, 0.67) WHERE part = 'own bits';
-- a page has every weight in whole 256ths, which add up; guards against sums that a pencil misses by a digit
SELECT a, b FROM pair, LATERAL sanct_page_explain(a, b, NULL, 0.67) GROUP BY a, b
HAVING sum(weight) FILTER (WHERE part NOT IN ('beside', 'whole name')) <> sum(weight) FILTER (WHERE part = 'whole name') OR bool_or(round(weight / 256.0, 2) <> bits::numeric AND part = 'whole name');
DROP TABLE pair;
SELECT part, read_a, read_b, relation, bits, may_a, may_b FROM sanct_page_explain('Air Koryo Travel Agency', 'AIR KORYO TRADING CORPORATION', 'organisation', 0.67) WHERE part NOT IN ('own bits', 'share');
-- as screening compares: the listed name is whole and of a type, the other one a field; guards against an explanation of something else
SELECT part, read_a, read_b, relation, bits FROM sanct_explain_listed('Transfer for Korea Ryonbong General Corporation Branch', 'Korea Ryonbong General Corporation', 'organisation');
SELECT part, relation FROM sanct_explain_listed('Kim J. U.', 'Kim Jong Un', 'person', 0.9) WHERE part IN ('tier', 'whole name');
SELECT count(*) FROM sanct_explain_listed(NULL, 'Kim Jong Un');
SELECT count(*) FROM sanct_explain_listed('Kim', 'Kim Jong Un', NULL, 1.5);
-- by itself another reading may weigh more than the one that is compared: it is told, and its share makes the weight
SELECT may_a, may_b FROM sanct_page_explain('Bong Joon-ho', 'Junjun', 'person', 0.67) WHERE part = 'own bits';
-- words that are only alike: what is printed makes the weight; the mean of a contradiction is that without what stands beside
SELECT read_a, read_b, relation, weight FROM (VALUES ('Tanchon Commerical Bank', 'TANCHON COMMERCIAL BANK', 'organisation'), ('Hwasong Ship', 'HWA SONG SHIP', 'organisation'),
	('Sergei Solovev', 'Sergey Soloviev', 'person'), ('Olaf Scholz', 'علاء الفي', 'person'), ('Youssef Ali Chahine', 'Yusuf Omar Kader', 'person'), ('House of Pearls', 'CASA PEARL', 'organisation')) v (a, b, type),
	LATERAL sanct_page_explain(a, b, type, 0.67) WHERE relation LIKE '%: %' AND part IN ('word', 'all words');
-- why names have nothing in common that could be compared: what characters sound like of both
SELECT relation FROM sanct_explain('村上春樹', 'ムラカミ・ハルキ') WHERE part = 'kind';
