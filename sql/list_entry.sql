-- what all importers say of an entry in the same way: scripts, several names in one text, what is repeated

SET datestyle = 'ISO, YMD';
CREATE FUNCTION bytes(document text) RETURNS bytea LANGUAGE sql AS $$ SELECT convert_to(document, 'UTF8') $$;

-- the script of a name: of each range the first and the last letter, and their neighbours

SELECT r.entries FROM sanct_import_opensanctions_csv((SELECT bytes(E'id,schema,name\n' || string_agg(format(E'%s,Person,%s\n', n, U&'\2026' || chr(n)), '' ORDER BY n))
	FROM (SELECT DISTINCT p + d AS n FROM unnest('{65,91,97,122,591,880,1023,1024,1327,1329,1423,1425,1524,1536,1919,2208,2303,2304,2431,2432,2559,3585,3675,4096,4255,4256,4351,4352,4607,7680,7935,12352,12543,12592,12687,13312,40959,44032,55203,63744,64255,64336,65276,131072,262143}'::int[]) AS p,
		generate_series(-1, 1) AS d) AS letter), list => 'scripts') AS r;
SELECT n.script, string_agg(e.list_uid, ' ' ORDER BY e.list_uid::int) AS letters
FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id GROUP BY 1 ORDER BY 1;
SELECT r.entries FROM sanct_import_opensanctions_csv(bytes('id,schema,name
1,Person,^_^
2,Person,A 한 Ж
3,Person,12 Ж 한
4,Person,A 1
5,Person,123
'), list => 'scripts', max_removed => 1) AS r;
SELECT n.name, n.script FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id WHERE e.delisted_in IS NULL ORDER BY n.id;

-- several names in one text, and one name in two scripts

SELECT r.entries FROM sanct_import_un_xml(bytes('<CONSOLIDATED_LIST><INDIVIDUALS>'
	|| (SELECT string_agg(format('<INDIVIDUAL><REFERENCE_NUMBER>P%s</REFERENCE_NUMBER><FIRST_NAME>X</FIRST_NAME><INDIVIDUAL_ALIAS><ALIAS_NAME>%s</ALIAS_NAME><NOTE>said</NOTE></INDIVIDUAL_ALIAS></INDIVIDUAL>', lpad(n::text, 2, '0'), name), '' ORDER BY n) FROM unnest(ARRAY[
		'A; B', 'A;; B ;', ' "A B" ', '( A )', '"(A)"', '"A', 'A"', '(A) B (C)', 'A (b; c); D', 'A) b; D', 'A (original script)', '(original script)', '안나 (original script)',
		'Anna Carr (안나 카)', '안나 카 (Anna Carr)', 'Anna (Bell)', 'Anna (12)', '12 (안나)', 'Anna (안나 (x))', 'Anna) (안나)', 'Anna Carr 안나 카', '안나 카 Anna Carr',
		'Anna 안나 Carr', 'Anna안나', '안나Anna', 'Anna Анна', 'Ä 안나', '안나 Ä', '安娜 Anna', 'アンナ Anna', 'Änna B 안나', '안나 B Ännä', 'A (B; 안나)', '()', '"', 'A)']) WITH ORDINALITY AS x (name, n))
	|| '</INDIVIDUALS><ENTITIES><ENTITY><REFERENCE_NUMBER>Q1</REFERENCE_NUMBER><FIRST_NAME>Trade 안나; B</FIRST_NAME></ENTITY><ENTITY><REFERENCE_NUMBER>Q2</REFERENCE_NUMBER><FIRST_NAME>Trade (안나)</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>'), max_removed => 1) AS r;
SELECT e.list_uid, string_agg(format('[%s]', n.name) || CASE n.kind WHEN 'primary' THEN ' primary' ELSE '' END, ' ' ORDER BY n.id) AS names, bool_and(n.note = 'said') AS noted
FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id JOIN sanct_list AS l ON l.id = e.list_id
WHERE l.code = 'un-sc' AND n.name <> 'X' GROUP BY 1 ORDER BY 1;

-- what is said of a name and no part of it is its note

SELECT r.entries FROM sanct_import_un_xml(bytes('<CONSOLIDATED_LIST><INDIVIDUALS>'
	|| (SELECT string_agg(format('<INDIVIDUAL><REFERENCE_NUMBER>P%s</REFERENCE_NUMBER><FIRST_NAME>X</FIRST_NAME><INDIVIDUAL_ALIAS><ALIAS_NAME>%s</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>', n, name), '' ORDER BY n)
		FROM unnest(ARRAY['Anna Carr (born 1965)', 'Anna Carr, born in 1970', 'born in 1970', 'Osborn 1970', 'Anna Carr (passport 12345), ', 'Anna Carr , (12345.)', '(passport 12345)', 'Anna (Bell 1)']) WITH ORDINALITY AS x (name, n))
	|| '</INDIVIDUALS></CONSOLIDATED_LIST>'), max_removed => 1) AS r;
SELECT e.list_uid, format('[%s]', n.name) AS name, format('[%s]', n.note) AS note
FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id JOIN sanct_list AS l ON l.id = e.list_id
WHERE l.code = 'un-sc' AND e.delisted_in IS NULL AND n.name <> 'X' ORDER BY n.id;

-- names, facts, programs, titles, remarks and days that are repeated, with more or less said of them

SELECT r.entries, r.names, r.weak_names, r.identifiers, r.addresses FROM sanct_import_ofsi_csv(bytes('Name 6,Name type,Alias Quality,Title,DOB,Country of Birth,Town of Birth,Nationality,Passport Number,Passport Details,Other Information,Group Type,Regime,Listed On,Address 1,Country,Group ID
Ann,Alias,Low,Dr,1960,Korea,,Korea,P1,,told,Individual,R1,03/01/2001,Road,,1
Ann,Alias,Good,Dr,1960,Korea,Anju,Korea,P1,old,told,Individual,R1,02/01/2001,Road,Korea,1
Bea,FKA,Low,Dr; Head,1960,,Anju,Egypt,P1,old and lost,told once,Individual,R2,02/01/2001,,Korea,1
Bea,Primary name,,Head,1961,Egypt,Anju,,P1,lost,told,Individual,R2,04/01/2001,,,1
Ann,Primary name,,He,,,,,P2,,ld,Individual,R2,,,,1
Ann,Alias,Low,Dr; Hea,,,,,P2,x,once,Individual,,,,,1
Ann,FKA,Low,,,,,,,,,Individual,,,,,1
'), max_removed => 1) AS r;
SELECT e.list_uid, e.primary_name, e.programs, e.title, e.listed_on, e.nationality, e.remarks
FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'uk-ofsi';
SELECT n.name, n.kind, n.weak FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'uk-ofsi' ORDER BY n.id;
SELECT i.kind, i.value, i.country, i.note FROM sanct_identifier AS i JOIN sanct_entry AS e ON e.id = i.entry_id JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'uk-ofsi' ORDER BY i.id;

-- the parts of a name around a comma

SELECT r.entries FROM sanct_import_ofac_csv(bytes('1,"CARR, Anna",individual,P,,,,,,,,
2,"CARR,Anna, Bella",individual,P,,,,,,,,
3,", Anna",individual,P,,,,,,,,
4,"CARR, ",individual,P,,,,,,,,
5,CARR Anna,individual,P,,,,,,,,
6,"CARR, Co",,P,,,,,,,,
'), '', '') AS r;
SELECT n.name, n.surname, n.given FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'ofac-sdn' ORDER BY n.id;

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP FUNCTION bytes;
