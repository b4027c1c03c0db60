-- which words of a field are its name, and which stand beside it

-- legal forms that are misspelt by one letter, or glued to a word, are known; by two letters, or at too short a word, not

-- the words that a name comes down to
CREATE FUNCTION words(name text) RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(read_a, ' ') FROM sanct_explain(name, 'Zyx') WHERE part = 'word' AND read_a <> ''
$$;
SELECT form, string_agg(format('%s: %s', wrong, coalesce(words('Petrolina Brask ' || wrong), '-')), ', ' ORDER BY n) AS words
FROM unnest('{limited,company,corporation,liability,incorporated,aktsionernoe,obshchestvo,otvetstvennostyu,ogranichennoi}'::text[]) WITH ORDINALITY AS f (form, k),
	LATERAL (VALUES (1, form), (2, substr(form, 2)), (3, left(form, -1)), (4, form || 'x'), (5, 'x' || form), (6, 'x' || substr(form, 2)), (7, left(form, 3) || 'x' || substr(form, 5)),
		(8, left(form, 2) || substr(form, 4, 1) || substr(form, 3, 1) || substr(form, 5)), (9, left(form, 3) || 'xx' || substr(form, 6)), (10, left(form, -2)), (11, form || 'xx')) AS w (n, wrong)
GROUP BY k, form ORDER BY k;
SELECT form, string_agg(format('%s: %s', glued, coalesce(words(glued || ' Brask'), '-')), ', ' ORDER BY n) AS words
FROM unnest('{limited,company,corporation,gmbh,ltd,llc,jsc,ooo,oao,zao,pao}'::text[]) WITH ORDINALITY AS f (form, k),
	LATERAL (VALUES (1, 'Petrolin' || form), (2, form || 'petrolin'), (3, 'pet' || form), (4, 'pe' || form), (5, form || 'pet'), (6, form || 'pe'), (7, 'Petro' || form || 'lina')) AS w (n, glued)
GROUP BY k, form ORDER BY k;
-- a word that begins like one is none
SELECT name, words(name) FROM unnest('{Petrol Corporationista,Petrol Companyman,Petrol Limitedly,Petrol Ltd Co,Limited Company,Petrol A.O.,AO Petrol,OO Petrol,Petrol OO,Co Petrol Co,7 Co,Petrol Co 7}'::text[]) AS name;
DROP FUNCTION words;

-- words that look like a Korean's given names before a surname are no names of people when a body has them
SELECT 'WONDERLAND AMUSEMENT PARK' %~ 'Wonderland Amusement Park Ltd' AS body, 'J.R.R. Kim' %~ 'Jrr Kim' AS initials;

-- what stands beside a name in a field: by kinds and scripts, what a field was taken for, and why two fields are one name
SET client_min_messages = warning;
SELECT field, field %~ 'KIM, Jong Un' AS matches, round(sanct_similarity(field, 'KIM, Jong Un')::numeric, 3) AS similarity
FROM (VALUES
	(1, 'KIM JONG UN (DPRK)'), (2, 'Vice Chairman KIM Jong Un'), (3, '김정은 위원장'), (4, '김정은씨'), (5, '국무위원장 김정은'),
	(6, '金正恩先生'), (7, 'Г-н Ким Чен Ын'), (8, 'c/o KIM JONG UN'), (9, 'KIM JONG UN / RI SOL JU'),
	(10, '1/KIM JONG UN 2/KWANGBOK STREET 3/KP/PYONGYANG'), (11, 'KIM JONG UN, PYONGYANG'), (12, 'Attn: Kim Jong Un'),
	(13, 'Kim Jong Un &amp; Ri Sol Ju'), (14, 'KIM%20JONG%20UN'), (15, 'Robert KIM Jong Un'), (16, 'KIM JONG UN DOB 08.01.1984'),
	(17, '★ Kim Jong Un ★'), (18, 'payee: KIM JONG UN; ref 4711'),
	(21, 'Kim Jong Un Trading Co'), (22, 'Kim Il Sung University'), (23, '김일성종합대학'), (24, '金正恩贸易有限公司'),
	(25, 'ООО Ким Чен Ын'), (26, 'Kim Jong Un Hyok'), (27, 'Mr Robert Smith, Pyongyang'), (28, 'KIM JONG UN 1')) f (n, field)
ORDER BY n;

SELECT f.field, n.* FROM (VALUES ('KIM Jong Un'), ('Vice Chairman KIM Jong Un (DPRK)'), ('KIM JONG UN / RI SOL JU'), ('김정은 위원장'),
	('MV CHONG CHON GANG'), ('')) f (field), LATERAL sanct_names(f.field) n;
SELECT * FROM sanct_explain('Vice Chairman KIM Jong Un (DPRK)', 'Ri Sol Ju, wife of Kim Jong-un');
SELECT * FROM sanct_explain(sanct_read('Vice Chairman KIM Jong Un (DPRK)'), sanct_read('김정은'));
-- a clean name has nothing beside it
SELECT count(*) FROM sanct_explain('KIM Jong Un', '김정은') WHERE part = 'beside';

-- the bits of the parts are the weight, and those beside are the price of the name
SELECT bool_and(parts = weight AND beside = price) AS adds_up FROM (
	SELECT (SELECT sum(bits) FROM sanct_explain(a, b) WHERE part NOT IN ('beside', 'whole name', 'tier')) AS parts, sanct_weight(a, b) AS weight,
		(SELECT coalesce(sum(bits), 0) FROM sanct_explain(a, b) WHERE part = 'beside') AS beside,
		(SELECT max(n.bits) FROM sanct_names(a) n WHERE n.n > 1) AS price
	FROM (VALUES ('Vice Chairman KIM Jong Un', 'KIM, Jong Un'), ('c/o KIM JONG UN', '김정은'), ('KIM JONG UN, PYONGYANG', '김정은')) p (a, b)) x;
