-- what each publisher's format gives, in samples of the same designations where the lists have them

\getenv abs_srcdir PG_ABS_SRCDIR
SET datestyle = 'ISO, YMD';

CREATE FUNCTION pg_temp.file(name text) RETURNS bytea LANGUAGE sql
	AS $$ SELECT pg_read_binary_file(current_setting('sample.directory') || '/' || name) $$;
SELECT set_config('sample.directory', :'abs_srcdir' || '/test/data', false) IS NULL AS unset;

CREATE VIEW release AS
	SELECT l.code, l.publisher, r.published, r.entries, r.names, r.weak_names AS weak, r.identifiers, r.addresses, r.added, r.changed, r.delisted
	FROM sanct_release AS r JOIN sanct_list AS l ON l.id = r.list_id ORDER BY r.id;
CREATE VIEW entry AS
	SELECT l.code, e.id, e.list_uid AS uid, e.type, e.primary_name, e.programs, e.title, e.listed_on, e.nationality, e.remarks
	FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id WHERE e.delisted_in IS NULL;
CREATE VIEW name AS
	SELECT e.code, e.uid, n.name, n.kind, n.weak, n.script, n.language, n.surname, n.given, n.note, n.list_uid
	FROM entry AS e JOIN sanct_name AS n ON n.entry_id = e.id ORDER BY n.id;
CREATE VIEW fact AS
	SELECT e.code, e.uid, i.kind, i.value, i.country, i.note, i.list_uid
	FROM entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id ORDER BY i.id;

-- OFAC: SDN.XML

SELECT FROM sanct_import_ofac_xml(pg_temp.file('ofac_sdn.xml'));
SELECT * FROM release;
SELECT uid, type, primary_name, programs, title, nationality, remarks FROM entry ORDER BY uid::int;
SELECT uid, name, kind, weak, surname, given, list_uid FROM name WHERE uid IN ('9345', '27209', '34457');
SELECT uid, kind, value, country, note, list_uid FROM fact WHERE uid IN ('17069', '20540', '27209', '34458') AND kind NOT LIKE '%sanctions%';

-- the namespace of old: nothing changes

SELECT r.added, r.changed, r.delisted FROM sanct_import_ofac_xml(convert_to(replace(convert_from(pg_temp.file('ofac_sdn.xml'), 'UTF8'),
	'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML', 'http://tempuri.org/sdnList.xsd'), 'UTF8'), '2024-03-16') AS r;

-- OFAC: SDN_ADVANCED.XML replaces it; names and numbers are the same, and there are scripts, laws, days and links besides

SELECT name, kind, weak, surname, given INTO sdn_name FROM name;
SELECT uid, kind, value, country INTO sdn_fact FROM fact;
SELECT FROM sanct_import_ofac_advanced_xml(pg_temp.file('ofac_advanced.xml'), '2024-03-17');
SELECT * FROM release WHERE published = '2024-03-17';
SELECT name, kind, weak, surname, given FROM sdn_name EXCEPT SELECT name, kind, weak, surname, given FROM name;
SELECT name, kind, weak, script, surname, given FROM name WHERE script <> 'Latn';
SELECT * FROM sdn_fact EXCEPT SELECT uid, kind, value, country FROM fact ORDER BY 1, 2, 3;
SELECT uid, kind, value, note, list_uid FROM fact WHERE uid IN ('9345', '27209') AND kind NOT LIKE '%sanctions%';
SELECT uid, listed_on, programs, title, nationality FROM entry ORDER BY uid::int;

-- UN

SELECT FROM sanct_import_un_xml(pg_temp.file('un.xml'));
SELECT * FROM release WHERE code = 'un-sc';
SELECT uid, kind, count(*) FROM name WHERE uid IN ('KPi.035', 'KPi.033', 'KPe.001') GROUP BY uid, kind ORDER BY 1, 2;

-- EU: XML and CSV say the same, but that the CSV file does not call names strong or weak

SELECT FROM sanct_import_eu_xml(pg_temp.file('eu.xml'));
SELECT * FROM release WHERE code = 'eu-fsf';
SELECT uid, type, primary_name, programs, title, listed_on, nationality FROM entry WHERE code = 'eu-fsf' ORDER BY uid::int;
SELECT uid, name, kind, weak, surname, given, left(note, 30) AS note, list_uid FROM name WHERE code = 'eu-fsf';
SELECT uid, kind, value, country, left(note, 40) AS note, list_uid FROM fact WHERE code = 'eu-fsf' AND uid IN ('5295', '5468', '5807');
SELECT r.added, r.changed, r.delisted FROM sanct_import_eu_csv(pg_temp.file('eu.csv'), '2020-04-16') AS r;

-- in Latin-1, without the mark of UTF-8, wrapped by a spreadsheet, or with LF alone

SELECT convert_from(pg_temp.file('eu.csv'), 'UTF8') AS csv \gset
SELECT r.changed FROM sanct_import_eu_csv(convert_to(ltrim(:'csv', U&'\FEFF'), 'UTF8'), '2020-04-17') AS r;
SELECT r.changed FROM sanct_import_eu_csv(convert_to(replace(ltrim(:'csv', U&'\FEFF'), E'\r', ''), 'UTF8'), '2020-04-18') AS r;
SELECT r.changed FROM sanct_import_eu_csv(convert_to((SELECT string_agg('"' || replace(line, '"', '""') || E'\t\t"' || E'\n', '' ORDER BY n)
	FROM regexp_split_to_table(rtrim(ltrim(:'csv', U&'\FEFF'), E'\r\n'), '\r\n') WITH ORDINALITY AS x (line, n)), 'UTF8'), '2020-04-19') AS r;
SELECT r.changed FROM sanct_import_eu_csv(convert_to(replace(ltrim(:'csv', U&'\FEFF'), 'Leo Manzi', 'Léo Mänzi'), 'LATIN1'), '2020-04-20') AS r;
SELECT name FROM name WHERE uid = '5807';

-- not in both encodings; the bytes of a letter in UTF-8 are two letters in Latin-1

SELECT FROM sanct_import_eu_csv(convert_to(replace(replace(ltrim(:'csv', U&'\FEFF'), 'Leo Manzi', 'Léo Manzi'), 'Youcef', U&'Youc\00C3\00A9f'), 'LATIN1'));
SELECT FROM sanct_import_eu_csv(convert_to(replace(replace(ltrim(:'csv', U&'\FEFF'), 'Leo Manzi', 'Léo Manzi'), 'Aouadi', U&'Aouad\00C3\00AE'), 'LATIN1'));
SELECT FROM sanct_import_eu_csv(decode(replace(encode(convert_to(:'csv', 'UTF8'), 'hex'), encode('Leo Manzi', 'hex'), encode(E'L\\351o Manzi', 'hex')), 'hex'));
SELECT FROM sanct_import_eu_csv(decode(replace(encode(convert_to(ltrim(:'csv', U&'\FEFF'), 'UTF8'), 'hex'), encode('Leo Manzi', 'hex'), encode(E'L\\201o Manzi', 'hex')), 'hex'));

-- UK: CSV and XML

SELECT FROM sanct_import_uk_csv(pg_temp.file('uk.csv'));
SELECT * FROM release WHERE code = 'uk-sl';
SELECT uid, type, primary_name, programs, title, listed_on, nationality, left(remarks, 40) AS remarks FROM entry WHERE code = 'uk-sl' ORDER BY uid;
SELECT uid, name, kind, weak, surname, given, note FROM name WHERE code = 'uk-sl' AND (uid <> 'DPR0097' OR kind = 'primary');
SELECT uid, kind, value, country, note FROM fact WHERE code = 'uk-sl';
SELECT r.added, r.changed, r.delisted FROM sanct_import_uk_xml(pg_temp.file('uk.xml'), '2025-04-11') AS r;
SELECT * FROM release WHERE code = 'uk-sl';

-- UK: the list of OFSI, with the facts in its remarks

SELECT FROM sanct_import_ofsi_csv(pg_temp.file('ofsi.csv'));
SELECT * FROM release WHERE code = 'uk-ofsi';
SELECT uid, type, primary_name, programs, title, listed_on, nationality FROM entry WHERE code = 'uk-ofsi' ORDER BY uid;
SELECT uid, kind, value, country, note FROM fact WHERE code = 'uk-ofsi' AND uid IN ('13590', '13648');

-- items that OFSI numbers, of two columns that belong together; dates that are not known in full

SELECT r.entries, r.names FROM sanct_import_ofsi_csv(convert_to('Last Updated,11/04/2025
Name 6,Name 1,Title,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,Group ID
A,B,(1) Mr (2) Dr,00/00/1950,(1) Tunis. (2) -,(1) Tunisia (2) Egypt,(1) Tunisia. (2) Egypt,(1) X1 (2) X2,(1) expired (2) -,(Phone number):(1) +1 (2) +2 (Gender):Male,Individual,AKA,Low quality,R1,02/01/2001,1
A,C,,10/00/1951,,,,,,,Individual,Prime Alias,,R2,01/01/2001,1
A,B,,dd/03/1952,,,,,,,Individual,FKA,,R1,02/01/2001,1
', 'UTF8'), max_removed => 1) AS r;
SELECT title, listed_on, programs, nationality FROM entry WHERE code = 'uk-ofsi';
SELECT name, kind, weak FROM name WHERE code = 'uk-ofsi';
SELECT kind, value, country, note FROM fact WHERE code = 'uk-ofsi';

-- OpenSanctions, under a key of one's own

SELECT FROM sanct_import_opensanctions_csv(pg_temp.file('opensanctions.csv'), '2024-03-15', list => 'us-from-opensanctions');
SELECT * FROM release WHERE code = 'us-from-opensanctions';
SELECT uid, type, primary_name, programs FROM entry WHERE code = 'us-from-opensanctions' ORDER BY uid COLLATE "C";
SELECT uid, name, kind, script FROM name WHERE uid IN ('ofac-27209', 'ofac-9345');
SELECT uid, kind, value FROM fact WHERE uid IN ('ofac-9345', 'ofac-34458');
SELECT r.entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name,aliases\n1,CryptoWallet,W,"a;""b;c"";""d """"e"""""""\n', 'UTF8'), list => 'x', max_removed => 1) AS r;
SELECT e.type, n.name, n.kind FROM entry AS e JOIN name AS n USING (code, uid) WHERE code = 'x' ORDER BY n.name COLLATE "C";
SELECT FROM sanct_import_opensanctions_csv('', list => 'My list');

-- one and the same person, in each list by its own spelling

SELECT DISTINCT e.code, e.uid, e.primary_name FROM sanct_screen('Choi Myeong-hyeon') AS s JOIN entry AS e ON e.id = s.entry_id ORDER BY 1, 2;
SELECT DISTINCT e.code, e.uid, e.primary_name FROM sanct_screen('김철삼') AS s JOIN entry AS e ON e.id = s.entry_id ORDER BY 1, 2;

-- documents as large objects

SELECT lo_from_bytea(9001, pg_temp.file('uk.xml')) AS uk, lo_from_bytea(9002, pg_temp.file('uk.csv')) AS csv, lo_from_bytea(9003, '') AS nothing \gset
SELECT r.published, r.entries, r.changed FROM sanct_import_uk_xml(large_object => :uk, published => '2025-04-11') AS r;
SELECT r.published, r.entries, r.changed FROM sanct_import_uk_csv(large_object => :csv, published => '2025-04-12') AS r;
SELECT FROM sanct_import_uk_xml(large_object => :csv);
SELECT FROM sanct_import_uk_xml(large_object => :nothing);
SELECT FROM sanct_import_uk_csv(large_object => :nothing);
SELECT FROM sanct_import_uk_xml(large_object => 1);
SELECT FROM sanct_import_uk_xml('<Designations/>', large_object => :uk);
SELECT FROM sanct_import_uk_xml();
CREATE ROLE regress_sanct_reader;
GRANT EXECUTE ON FUNCTION sanct_import_uk_xml TO regress_sanct_reader;
SET ROLE regress_sanct_reader;
SELECT count(*) FROM sanct_import_uk_xml(large_object => :uk);
RESET ROLE;
REVOKE EXECUTE ON FUNCTION sanct_import_uk_xml FROM regress_sanct_reader;
DROP ROLE regress_sanct_reader;

-- what the formats do not know is told, what is wrong is refused

SELECT r.entries FROM sanct_import_uk_xml(convert_to(replace(convert_from(pg_temp.file('uk.xml'), 'UTF8'), 'Position>', 'Occupation>'), 'UTF8'), '2025-04-13') AS r;
SELECT r.entries FROM sanct_import_uk_xml(convert_to(replace(convert_from(pg_temp.file('uk.xml'), 'UTF8'), 'Position>', 'Occupation>'), 'UTF8'), '2025-04-13', max_removed => 1) AS r;
SELECT r.entries FROM sanct_import_uk_csv(convert_to(replace(convert_from(pg_temp.file('uk.csv'), 'UTF8'), 'Position', 'Occupation'), 'UTF8'), '2025-04-14') AS r;
SELECT r.entries FROM sanct_import_uk_csv(convert_to(replace(convert_from(pg_temp.file('uk.csv'), 'UTF8'), 'Position', 'Occupation'), 'UTF8'), '2025-04-14', max_removed => 1) AS r;
SELECT FROM sanct_import_uk_csv(convert_to(replace(convert_from(pg_temp.file('uk.csv'), 'UTF8'), 'Regime Name', 'Programme'), 'UTF8'));
SELECT FROM sanct_import_uk_csv(convert_to(replace(convert_from(pg_temp.file('uk.csv'), 'UTF8'), 'Report Date: 10-Apr-2025', 'Report Date: soon'), 'UTF8'));
SELECT FROM sanct_import_uk_csv(convert_to(replace(convert_from(pg_temp.file('uk.csv'), 'UTF8'), ',Ship,', ',Boat,'), 'UTF8'));
SELECT FROM sanct_import_uk_csv(pg_temp.file('ofsi.csv'));
SELECT FROM sanct_import_uk_csv(pg_temp.file('uk.csv') || 'x,y' || E'\n');
SELECT FROM sanct_import_uk_xml(convert_to(replace(convert_from(pg_temp.file('uk.xml'), 'UTF8'), '<UniqueID>DPR0226', '<UniqueID>DPR0001'), 'UTF8'));
SELECT FROM sanct_import_ofac_xml(convert_to(replace(convert_from(pg_temp.file('ofac_sdn.xml'), 'UTF8'), 'a.k.a.', 'alias'), 'UTF8'));
SELECT FROM sanct_import_ofac_xml(convert_to(replace(convert_from(pg_temp.file('ofac_sdn.xml'), 'UTF8'), 'Count>13', 'Count>14'), 'UTF8'));
SELECT FROM sanct_import_ofac_xml(pg_temp.file('ofac_advanced.xml'));
SELECT FROM sanct_import_ofac_xml(pg_temp.file('ofac_sdn.xml'), list => 'un-sc');
SELECT FROM sanct_import_ofac_advanced_xml(convert_to(replace(convert_from(pg_temp.file('ofac_advanced.xml'), 'UTF8'), '<AliasType ID="1400"', '<AliasType ID="1404"'), 'UTF8'));
SELECT r.entries FROM sanct_import_ofac_advanced_xml(convert_to(replace(convert_from(pg_temp.file('ofac_advanced.xml'), 'UTF8'), 'To-ProfileID="12215"', 'To-ProfileID="1"'), 'UTF8'), '2024-03-18') AS r;
SELECT FROM sanct_import_eu_xml(convert_to(replace(convert_from(pg_temp.file('eu.xml'), 'UTF8'), 'code="person"', 'code="ship"'), 'UTF8'));
SELECT FROM sanct_import_eu_xml(convert_to(replace(convert_from(pg_temp.file('eu.xml'), 'UTF8'), '2009-07-16', '2009-17-16'), 'UTF8'));
SELECT FROM sanct_import_opensanctions_csv(pg_temp.file('opensanctions.csv') || (SELECT substring(pg_temp.file('opensanctions.csv') FROM position(E'\n'::bytea IN pg_temp.file('opensanctions.csv')) + 1)));

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
SELECT lo_unlink(:uk) + lo_unlink(:csv) + lo_unlink(:nothing) AS unlinked;
DROP VIEW release, name, fact, entry;
DROP TABLE sdn_name, sdn_fact;
