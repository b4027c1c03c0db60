-- nothing that a list says of an entry is lost because it stands in an unusual place, and nothing is kept that says nothing
SET datestyle = 'ISO, YMD';
SET client_min_messages = error;
\set ON_ERROR_STOP off

CREATE VIEW entry AS
	SELECT l.code, e.id, e.list_uid AS uid, e.type, e.primary_name FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id WHERE e.delisted_in IS NULL;
CREATE VIEW name AS
	SELECT e.code, e.uid, n.name, n.kind, n.weak, n.note FROM entry AS e JOIN sanct_name AS n ON n.entry_id = e.id ORDER BY n.id;
CREATE VIEW fact AS
	SELECT e.code, e.uid, i.kind, i.value, i.country, i.note FROM entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id ORDER BY i.id;
CREATE FUNCTION bytes(document text) RETURNS bytea LANGUAGE sql AS $$ SELECT convert_to(document, 'UTF8') $$;
CREATE FUNCTION un(inside text) RETURNS bytea LANGUAGE sql AS $$
	SELECT bytes('<CONSOLIDATED_LIST dateGenerated="2026-01-01"><INDIVIDUALS><INDIVIDUAL><REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME>' || inside
		|| '</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>') $$;

-- UN: documents whose number stands in the closer type or in the note, as in TAi.071, QDi.057, QDi.060, QDi.190, QDi.037; or nowhere
SELECT FROM sanct_import_un_xml(un((SELECT string_agg(format('<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>%s</TYPE_OF_DOCUMENT>%s<NOTE>%s</NOTE></INDIVIDUAL_DOCUMENT>', type, closer, note), '') FROM (VALUES
	('National Identification Number', '<TYPE_OF_DOCUMENT2>Afghan national identification card (tazkira) number 545167</TYPE_OF_DOCUMENT2>', 'issued in 1974'),
	('Passport', '', 'Libyan passport number 347834, issued under name Ibrahim Ali Tantoush, expired on 21 Feb. 2014'),
	('Passport', '', 'Tunisian passport number L 191609 issued on 28 Feb. 1996, expired on 27 Feb. 2001'),
	('National Identification Number', '', '04643632 issued on 18 Jun. 1999'),
	('National Identification Number', '', 'Italian Fiscal Code: DAOMMD74T11Z352Z'),
	('National Identification Number', '', 'Moroccan national identity card DE- 473900'),
	('National Identification Number', '', 'SSN 156-92-9858 (United States of America)'),
	('Passport', '', 'issued in 1993, under name Muhammad Jamal'),
	('Passport', '', '')) AS d (type, closer, note))), max_removed => 1);
SELECT kind, value, country, note FROM fact;

-- births that stand in a note, as in CDi.004, QDi.306, QDi.291, LYi.022, QDi.018: a date, or the note alone; nothing where nothing is said
SELECT FROM sanct_import_un_xml(un((SELECT string_agg(format('<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>%s</TYPE_OF_DATE>%s</INDIVIDUAL_DATE_OF_BIRTH>', type, rest), '') FROM (VALUES
	('EXACT', '<NOTE>Nov. 1973 </NOTE>'), ('EXACT', '<NOTE>August 1961</NOTE>'), ('EXACT', '<NOTE>Between Aug. and Sep. 1977</NOTE>'), ('EXACT', '<NOTE>24/06/1402 (Hijri Calendar)</NOTE>'),
	('APPROXIMATELY', '<NOTE>30-35 years old</NOTE>'), ('APPROXIMATELY', ''), ('EXACT', '<DATE>1983-02-29</DATE>')) AS d (type, rest))), '2026-01-02', max_removed => 1);
SELECT kind, value, note FROM fact;

-- a name is a name: what is said of it is its note, and births and passports are facts, as in LYi.019, TAi.101, TAi.093, QDi.057, TAi.034
SELECT FROM sanct_import_un_xml(un((SELECT string_agg(format('<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>%s</ALIAS_NAME>%s</INDIVIDUAL_ALIAS>', name, rest), '') FROM (VALUES
	('Safia Farkash Mohammed Al-Hadad, born 1 Jan. 1953 (Oman passport no.03825239, date of issue 4 May 2014, expiry 3 May 2024.)', ''), ('Mohammad Ishaq Akhund born in 1963', ''),
	('Khirullah Said Wali Khairkhwa, born in Kandahar on 01 Jan.1967', ''), ('Ezatullah Haqqani (previously listed as)', ''), ('Mohammad Sabet b) M. Javad Kareemi Sabet', ''),
	('Abdel Ilah Sabri (false identity related to fraudulent South African identification number 6910275240086 linked to South African passport number 434021161)', ''),
	('Haji Gulab Gul', '<NOTE>son of Haji Hazrat Gul, born in 1955, passport number TR024417 issued 20 Dec. 2003</NOTE>'),
	('Amir Khazmat (original script: Амир Хазмат)', ''), ('Leader (Hong Kong) Born', ''), (U&'Choe\00A0Myong\2003 Hyon', ''), (U&'\00A0', '')) AS d (name, rest))), '2026-01-03', max_removed => 1);
SELECT name, kind, note FROM name;
SELECT kind, value, left(note, 40) AS note FROM fact;

-- EU: the primary name is the Latin one that came first, English or of no language, whatever stands first in the file
CREATE FUNCTION eu(names text) RETURNS bytea LANGUAGE sql AS $$
	SELECT bytes('<export generationDate="2026-01-01"><sanctionEntity logicalId="1"><subjectType code="person"/>' || names || '</sanctionEntity></export>') $$;
SELECT FROM sanct_import_eu_xml(eu('<nameAlias wholeName="Bin Khalid Fahd Bin Adballah" logicalId="291" strong="true"/><nameAlias wholeName="Khalid Sheikh MOHAMMED" logicalId="289" strong="true"/>
	<nameAlias wholeName="Салем Али" logicalId="10" strong="true"/><nameAlias wholeName="Weak One" logicalId="20" strong="false"/><nameAlias wholeName="Tionscail" nameLanguage="GA" logicalId="30" strong="true"/>'), max_removed => 1);
SELECT primary_name FROM entry WHERE code = 'eu-fsf';
SELECT name, kind, weak FROM name WHERE code = 'eu-fsf';
-- the same after an amendment that sorts and adds names
SELECT r.changed FROM sanct_import_eu_xml(eu('<nameAlias wholeName="New" logicalId="900" strong="true"/><nameAlias wholeName="Khalid Sheikh MOHAMMED" logicalId="289" strong="true"/>'), '2026-01-02', max_removed => 1) AS r;
SELECT primary_name FROM entry WHERE code = 'eu-fsf';

-- OFAC: addresses that say nothing are none; aliases in double quotes; a name without a letter is told
SET client_min_messages = warning;
SELECT r.names, r.addresses, r.unfindable_names FROM sanct_import_ofac_csv(bytes(E'1,"SHIP","vessel","P",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. \'40\'; a.k.a. ""OLD SHIP""; a.k.a. \'X; Y\'."\n'),
	bytes(E'1,11,"aka","---",-0- \n'), bytes(E'1,21,-0- ,-0- ,-0- ,-0- \n1,22,-0- ,-0- ,"Cuba",-0- \n'), published => '2026-01-01', max_removed => 1) AS r;
SELECT name, kind, weak FROM name WHERE code = 'ofac-sdn';
SELECT subject, severity, problem FROM sanct_status() AS s (subject, severity, problem, what_to_do) WHERE subject = 'list ofac-sdn';
-- so in a list of one's own, whose entry then has nothing that finds it
CREATE TABLE own (id int, name text, type text);
INSERT INTO own VALUES (1, '7-28', 'vessel'), (2, '★★★', NULL), (3, 'Choe Myong Hyon', NULL);
SELECT r.names, r.unfindable_names FROM sanct_import_table('own', 'internal', type_column => 'type') AS r;
SELECT count(*) FROM sanct_screen('7-28');
DROP TABLE own;

-- OpenSanctions: what an identifier is is told from its form and check digit; of seven figures only where a ship has them
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name,identifiers\n1,Vessel,S,"IMO9187629;9187629;9187620;273210000"\n2,Company,C,"9187629;IMO6003633;529900T8BM49AURSDO55;US0378331005;P 12345"\n'), list => 'mine', max_removed => 1);
SELECT uid, kind, value FROM fact WHERE code = 'mine';

-- OFAC, advanced XML: documents behind the parties are theirs as well; what has a comment in place of a number or value is kept
CREATE FUNCTION advanced(documents text, parties text) RETURNS bytea LANGUAGE sql AS $$
	SELECT bytes('<Sanctions><DateOfIssue><Year>2026</Year><Month>1</Month><Day>2</Day></DateOfIssue><ReferenceValueSets><AliasTypeValues><AliasType ID="1">Name</AliasType></AliasTypeValues>'
		|| '<PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues><PartyTypeValues><PartyType ID="1">Individual</PartyType></PartyTypeValues>'
		|| '<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues><FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType></FeatureTypeValues>'
		|| '</ReferenceValueSets>' || documents || parties || '</Sanctions>') $$;
\set documents '<IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="7"><IDRegistrationNo>P1234567</IDRegistrationNo></IDRegDocument><IDRegDocument ID="2" IDRegDocTypeID="1571" IdentityID="7"><Comment>Korean passport number 563410081, issued in 2012</Comment></IDRegDocument><IDRegDocument ID="3" IDRegDocTypeID="1571" IdentityID="7"><Comment>said to have one</Comment></IDRegDocument></IDRegDocuments>'
\set parties '<DistinctParties><DistinctParty><Profile ID="5" PartySubTypeID="4"><Identity ID="7"><Alias AliasTypeID="1"><DocumentedName><DocumentedNamePart><NamePartValue>RI</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity><Feature FeatureTypeID="8"><FeatureVersion><Comment>Aug. 1970</Comment></FeatureVersion></Feature><Feature FeatureTypeID="9"><FeatureVersion><Comment>Anju</Comment></FeatureVersion></Feature></Profile></DistinctParty></DistinctParties>'
SET client_min_messages = error;
SELECT FROM sanct_import_ofac_advanced_xml(advanced(:'documents', :'parties'), max_removed => 1, list => 'ofac-cons');
SELECT kind, value, note FROM fact WHERE code = 'ofac-cons' ORDER BY kind, value COLLATE "C";
SELECT r.changed FROM sanct_import_ofac_advanced_xml(advanced(:'parties', :'documents'), '2026-01-03', max_removed => 1, list => 'ofac-cons') AS r;
SELECT FROM sanct_import_ofac_advanced_xml(advanced(:'parties', '<Locations><Location ID="1"/></Locations>'), '2026-01-04', max_removed => 1, list => 'ofac-cons');

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier RESTART IDENTITY;
DROP VIEW fact, name, entry;
DROP FUNCTION un, eu, advanced, bytes;

RESET datestyle;
-- facts as they are stored: what says nothing is none, numbers stand without their sentences, countries apart
SET client_min_messages = warning;
CREATE TABLE party (id text, name text, nationality text, birth_date text, birth_place text, passport text, national_id text, un_reference text, gender text, phone text);
INSERT INTO party (id, name, nationality, birth_date, birth_place, passport, national_id, un_reference, gender, phone) VALUES
	('1', 'Nothing Known', 'na', 'N/A', 'Unknown', '-', '–', 'n/a', 'unknown', ' '),
	('2', 'In Sentences', 'Estonia, Russia', '1970', 'Jordan', 'Russian foreign travel passport number 622641887', 'Jordan 286062', 'CDi. 038', 'male', NULL),
	('3', 'No Number', 'Korea, North', NULL, NULL, 'issued in Sarajevo, Bosnia-Herzegovina', '745 120 331', 'KPi.033', NULL, NULL),
	('4', 'Blanks Around', E'Bulgaria\u00a0', NULL, NULL, E' \u00a0PS 472220012 ', NULL, NULL, NULL, E'\u00a0+850 2 381 1234'),
	('5', 'Several', 'Germany. Russia', NULL, NULL, '1234567 and 7654321 of Somewhere', NULL, NULL, NULL, NULL),
	('6', 'No Countries', 'Atlantis, Russia', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
SELECT entries, identifiers FROM sanct_import_table('party', 'mine', fact_columns => '{nationality,birth_date,birth_place,passport,national_id,un_reference,gender,phone}');
SELECT e.list_uid, i.kind, i.value, i.country, i.note FROM sanct_identifier i JOIN sanct_entry e ON e.id = i.entry_id ORDER BY 1, 2, 3;
SELECT list_uid, nationality FROM sanct_entry ORDER BY 1;
-- what is written in a sentence is found by its number
SELECT list_uid, kind, value FROM sanct_documents('{622641887}');
DROP TABLE party;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
