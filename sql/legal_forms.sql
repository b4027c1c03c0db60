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
