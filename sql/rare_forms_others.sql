-- the rarer forms of documents of the UN, the UK and OpenSanctions: a column of another version,
-- an element that is missing or empty, a date that is known in part; what a reader must not lose there, nor make up

SET datestyle = 'ISO, YMD';
-- these documents lack nearly all that a whole list has
SET client_min_messages = error;

CREATE VIEW entry AS
	SELECT l.code, e.id, e.list_uid AS uid, e.type, e.primary_name, e.programs, e.title, e.listed_on, e.nationality, e.remarks
	FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id WHERE e.delisted_in IS NULL;
CREATE VIEW name AS
	SELECT e.code, e.uid, n.name, n.kind, n.weak, n.script, n.language, n.surname, n.given, n.note, n.list_uid
	FROM entry AS e JOIN sanct_name AS n ON n.entry_id = e.id ORDER BY n.id;
CREATE VIEW fact AS
	SELECT e.code, e.uid, i.kind, i.value, i.country, i.note, i.list_uid
	FROM entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id ORDER BY i.id;
CREATE VIEW published AS
	SELECT l.code, r.published FROM sanct_release AS r JOIN sanct_list AS l ON l.id = r.list_id ORDER BY r.id DESC LIMIT 1;
CREATE FUNCTION bytes(document text) RETURNS bytea LANGUAGE sql AS $$ SELECT convert_to(document, 'UTF8') $$;

-- UN

SELECT FROM sanct_import_un_xml(bytes('<CONSOLIDATED_LIST dateGenerated="2024-05-06T07:08:09Z"><INDIVIDUALS>
<INDIVIDUAL><REFERENCE_NUMBER>KPi.001</REFERENCE_NUMBER><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><FIRST_NAME>ANNA</FIRST_NAME><THIRD_NAME>CARR</THIRD_NAME><NAME_ORIGINAL_SCRIPT>안나 카</NAME_ORIGINAL_SCRIPT><LISTED_ON>2009-04-24-04:00</LISTED_ON><DELISTED_ON>2010-05-25</DELISTED_ON><GENDER>FEMALE</GENDER><SUBMITTED_BY>Egypt</SUBMITTED_BY><NATIONALITY2>Egypt</NATIONALITY2><NATIONALITY><VALUE>Korea</VALUE><VALUE/></NATIONALITY><TITLE><VALUE>Dr</VALUE></TITLE><DESIGNATION><VALUE>Head</VALUE><VALUE>Guard</VALUE></DESIGNATION><COMMENTS1>IMO number: 7000001 and more. IMO number: 7000002</COMMENTS1>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ann Carr</ALIAS_NAME><DATE_OF_BIRTH>circa 1960</DATE_OF_BIRTH><CITY_OF_BIRTH>Anju</CITY_OF_BIRTH><COUNTRY_OF_BIRTH>Korea</COUNTRY_OF_BIRTH><NOTE>said</NOTE></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Annie</ALIAS_NAME><DATE_OF_BIRTH>3 Apr 1961</DATE_OF_BIRTH></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Ann</ALIAS_NAME><DATE_OF_BIRTH>in spring</DATE_OF_BIRTH></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/><DATE_OF_BIRTH>1962</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1963-02-03-05:00</DATE></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1964</YEAR></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1965</FROM_YEAR><TO_YEAR>1966</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1967</YEAR><FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1969</TO_YEAR><NOTE>told</NOTE></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1970</FROM_YEAR></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><DATE>in spring</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Anju</CITY><STATE_PROVINCE>North</STATE_PROVINCE><COUNTRY>Korea</COUNTRY><NOTE>said</NOTE></INDIVIDUAL_PLACE_OF_BIRTH><INDIVIDUAL_PLACE_OF_BIRTH/><INDIVIDUAL_ADDRESS><STREET>Road 1</STREET><CITY>Town</CITY><ZIP_CODE>345</ZIP_CODE></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><TYPE_OF_DOCUMENT2>Service</TYPE_OF_DOCUMENT2><NUMBER>P1</NUMBER><ISSUING_COUNTRY>Korea</ISSUING_COUNTRY><DATE_OF_ISSUE>2001</DATE_OF_ISSUE><CITY_OF_ISSUE>Town</CITY_OF_ISSUE><NOTE>seen</NOTE></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT2>Pasaporte</TYPE_OF_DOCUMENT2><NUMBER>P2</NUMBER><COUNTRY_OF_ISSUE>Egypt</COUNTRY_OF_ISSUE></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><NUMBER>P3</NUMBER></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>ID</TYPE_OF_DOCUMENT><NUMBER>P4</NUMBER></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Visa</TYPE_OF_DOCUMENT><NUMBER>P5</NUMBER></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT><NUMBER>P6</NUMBER></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passeport</TYPE_OF_DOCUMENT><NUMBER>P7</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><REFERENCE_NUMBER>KPe.002</REFERENCE_NUMBER><FIRST_NAME>CO</FIRST_NAME><COMMENTS1>IMO number: 70000011</COMMENTS1><ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Co</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ADDRESS><COUNTRY>Korea</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>'), max_removed => 1);
SELECT * FROM published;
SELECT uid, type, primary_name, programs, title, listed_on, nationality, remarks FROM entry WHERE code = 'un-sc' ORDER BY uid DESC;
SELECT uid, name, kind, weak, script, note FROM name WHERE code = 'un-sc';
SELECT uid, kind, value, country, note FROM fact WHERE code = 'un-sc';
SELECT r.published FROM sanct_import_un_xml(bytes('<CONSOLIDATED_LIST dateGenerated="2024-05"><ENTITIES><ENTITY><REFERENCE_NUMBER>KPe.002</REFERENCE_NUMBER><FIRST_NAME>CO</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>'), '2024-06-07', max_removed => 1) AS r;
SELECT FROM sanct_import_un_xml(bytes('<CONSOLIDATED_LIST dateGenerated="2024-05"/>'), max_removed => 1);
SELECT FROM sanct_import_un_xml(bytes('<CONSOLIDATED_LIST><ENTITIES><ENTITY><FIRST_NAME>CO</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>'), max_removed => 1);
SELECT FROM sanct_import_un_xml(bytes('<CONSOLIDATED_LIST><ENTITIES><ENTITY><REFERENCE_NUMBER>1</REFERENCE_NUMBER><ENTITY_ALIAS><ALIAS_NAME>A</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES></CONSOLIDATED_LIST>'), max_removed => 1);
SELECT FROM sanct_import_un_xml(bytes('<CONSOLIDATED_LIST><ENTITIES><ENTITY><REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>CO</FIRST_NAME><LISTED_ON>2009</LISTED_ON></ENTITY></ENTITIES></CONSOLIDATED_LIST>'), max_removed => 1);

-- UK, CSV: parts of dates, items that are numbered, measures behind bars

SELECT r.entries, r.published FROM sanct_import_uk_csv(bytes('Report Date:   12-Aug-2025
Unique ID,Designation Type,Regime Name,Name 6,Name 1,Name 2,Name type,Alias strength,Name non-latin script,Non-latin script language,Date Designated,D.O.B,Address Line 1,Address Line 2,Address Postal Code,Address Country,Town of birth,Country of birth,Passport number,Passport additional information,National Identifier number,Gender,IMO number,Sanctions Imposed,Designation source,Other Information,UK Statement of Reasons,Title,Position,OFSI Group ID,UK Sanctions List Date Designated
U1,individual,R1,Carr,Anna,Bella,Primary name,Good,안나 카,Korean,29/06/2012,17/01/1960,Road 1,Town,345,Korea,Anju,Korea,(1) P1 (2) P2,said of both,N1,Female,,Asset freeze|Travel ban,UK|UN,Tel. (Phone number):+1. (Website):a.b; (UK Sanctions List Ref):X1 more (UK Statement of Reasons):why,more,Dr,Head,G1,01/02/2003
U1,individual,R1,Kerr,,,Primary name variation,,,,,10/00/1961,,,,,,Egypt,,expired,,,,,,,,,,,
U1,individual,R2,,Annie,,Alias,low quality,,,,00/03/1962,,,,,,,(1) P3 (2) -,(1) - (2) old,,,,,,,,,,,
U1,individual,R2,Cole,Dora,,FKA,,,,,dd/mm/1963,,,,,,,,,,,,,,,,,,,
U1,individual,R2,,,,Alias,,,,,1964,,,,,,,,,,,,,,,,,,,
U1,individual,R2,,,,Alias,,,,,1965-02-03 00:00,,,,,,,,,,,,,,,,,,,
U1,individual,R2,,,,Alias,,,,,5.1966,,,,,,,,,,,,,,,,,,,
U1,individual,R2,,,,Alias,,,,,31/02/1967,,,,,,,,,,,,,,,,,,,
U1,individual,R2,,,,Alias,,,,,in spring,,,,,,,,,,,,,,,,,,,
U1,individual,R2,,,,Alias,,,,,1968x,,,,,,,,,,,,,,,,,,,
U1,individual,R2,,,,Alias,,,,,1969-13,,,,,,,,,,,,,,,,,,,
U1,individual,R2,,,,Alias,,,,,01/01/1970/2,,,,,,,,,,,,,,,,,,,
U2,ship,R3,Ship,,,Primary name,,,,,,,,,,,,,,,,IMO: 7000001,,,,,,,,
U3,Entity,R3,Co,The,,Primary name,,,,,,,,,,,,,,,,IMO7000002,,,,,,,,
U4,Entity,R3,,Alone,,,,,,,,,,,,,,,,,,7000003,,,,,,,,
'), max_removed => 1) AS r;
SELECT uid, type, primary_name, programs, title, listed_on, nationality, remarks FROM entry WHERE code = 'uk-sl' ORDER BY uid;
SELECT uid, name, kind, weak, script, language, surname, given, note FROM name WHERE code = 'uk-sl';
SELECT uid, kind, value, country, note FROM fact WHERE code = 'uk-sl';
SELECT r.published FROM sanct_import_uk_csv(bytes(E'Unique ID,Designation Type,Regime Name,Name 6\nU1,Entity,R,Co\n'), max_removed => 1) AS r;
SELECT r.published FROM sanct_import_uk_csv(bytes(E'Report Date,13/08/2025\nUnique ID,Designation Type,Regime Name,Name 6\nU1,Entity,R,Co\n'), max_removed => 1) AS r;
SELECT FROM sanct_import_uk_csv(bytes(E'Report Date,08/2025\nUnique ID,Designation Type,Regime Name,Name 6\nU1,Entity,R,Co\n'), max_removed => 1);
SELECT FROM sanct_import_uk_csv(bytes(E'Report Date\nUnique ID,Designation Type,Regime Name,Name 6\nU1,Entity,R,Co\n'), max_removed => 1);
SELECT FROM sanct_import_uk_csv(bytes(E'Report Date: 12-Aug-2025\n'), max_removed => 1);
SELECT FROM sanct_import_uk_csv('');
SELECT FROM sanct_import_uk_csv(bytes(E'Unique ID,Designation Type,Regime Name,Name 6\n'), max_removed => 1);
SELECT FROM sanct_import_uk_csv(bytes(E'Unique ID,Designation Type,Regime Name,Name 6\n,Entity,R,Co\n'), max_removed => 1);
SELECT FROM sanct_import_uk_csv(bytes(E'Unique ID,Designation Type,Regime Name,Name 6\nU1,,R,Co\n'), max_removed => 1);
SELECT FROM sanct_import_uk_csv(bytes(E'Unique ID,Designation Type,Regime Name,Name 6\nU1,Entity,R,Co\nU2,Entity,R,\n'), max_removed => 1);
SELECT FROM sanct_import_uk_csv(bytes(E'Unique ID,Designation Type,Regime Name,Name 6\n' || repeat('U', 256) || E',Entity,R,Co\n'), max_removed => 1);
SELECT FROM sanct_import_uk_csv(bytes(E'Unique ID,Designation Type,Regime Name,Name 6,Date Designated\nU1,Entity,R,Co,2012\n'), max_removed => 1);

-- UK, XML

SELECT FROM sanct_import_uk_xml(bytes('<Designations><DateGenerated>14/08/2025</DateGenerated>
<Designation><UniqueID>U1</UniqueID><IndividualEntityShip>Individual</IndividualEntityShip><RegimeName>R1</RegimeName><DateDesignated>29/06/2012</DateDesignated><Names><Name><Name1>Anna</Name1><Name6>Carr</Name6><NameType>Alias</NameType><AliasStrength>Low</AliasStrength></Name><Name><Name2>Bella</Name2><Name6>Carr</Name6><NameType>Primary Name</NameType></Name></Names><NonLatinNames><NonLatinName><NameNonLatinScript>안나</NameNonLatinScript><NonLatinScriptLanguage>Korean</NonLatinScriptLanguage></NonLatinName><NonLatinName/></NonLatinNames><Addresses><Address><AddressLine1>Road</AddressLine1><AddressPostalCode>345</AddressPostalCode><AddressCountry>Korea</AddressCountry></Address><Address/></Addresses><IndividualDetails><Individual><DOBs><DOB>17/01/1960</DOB></DOBs><BirthDetails><Location><TownOfBirth>Anju</TownOfBirth></Location><Location><CountryOfBirth>Egypt</CountryOfBirth></Location></BirthDetails><PassportDetails><Passport><PassportNumber>P1</PassportNumber><PassportAdditionalInformation>old</PassportAdditionalInformation></Passport></PassportDetails><NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>N1</NationalIdentifierNumber></NationalIdentifier></NationalIdentifierDetails></Individual></IndividualDetails><SanctionsImposed>Asset freeze|Travel ban</SanctionsImposed><OtherInformation>(Phone number):+1</OtherInformation><UKStatementofReasons>why</UKStatementofReasons></Designation>
<Designation><UniqueID>U2</UniqueID><IndividualEntityShip>Ship</IndividualEntityShip><Names><Name><Name6>Ship</Name6><NameType>Primary Name</NameType></Name></Names><ShipDetails><Ship><IMONumbers><IMONumber>7000001</IMONumber></IMONumbers><YearsBuilt><YearBuilt>1980</YearBuilt></YearsBuilt></Ship></ShipDetails></Designation></Designations>'), max_removed => 1);
SELECT * FROM published;
SELECT uid, type, primary_name, programs, listed_on, remarks FROM entry WHERE code = 'uk-sl' ORDER BY uid;
SELECT uid, name, kind, weak, language, surname, given FROM name WHERE code = 'uk-sl';
SELECT uid, kind, value, country, note FROM fact WHERE code = 'uk-sl';
SELECT FROM sanct_import_uk_xml(bytes('<Designations><DateGenerated>2025</DateGenerated></Designations>'), max_removed => 1);
SELECT FROM sanct_import_uk_xml(bytes('<Designations><DateGenerated/></Designations>'), max_removed => 1);
SELECT FROM sanct_import_uk_xml(bytes('<Designations><Designation><IndividualEntityShip>Ship</IndividualEntityShip></Designation></Designations>'), max_removed => 1);
SELECT FROM sanct_import_uk_xml(bytes('<Designations><Designation><UniqueID>U1</UniqueID></Designation></Designations>'), max_removed => 1);
SELECT FROM sanct_import_uk_xml(bytes('<Designations><Designation><UniqueID>U1</UniqueID><IndividualEntityShip>Ship</IndividualEntityShip></Designation></Designations>'), max_removed => 1);
SELECT FROM sanct_import_uk_xml(bytes('<Designations><Designation><UniqueID>U1</UniqueID><IndividualEntityShip>Ship</IndividualEntityShip><DateDesignated>soon</DateDesignated><Names><Name><Name6>S</Name6></Name></Names></Designation></Designations>'), max_removed => 1);

-- OpenSanctions

SELECT r.entries FROM sanct_import_opensanctions_csv(bytes('id,schema,name,aliases,program_ids,first_seen,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,last_seen
1,Person,Anna Carr,Ann;;Anna Carr,P1;P2,2024-01-02T03:04:05,1960;1961,kr,Road 1,P1,ban,+1,a@b,D,x
2,Organization,Org,,,2024-01-02 03:04,,,,,,,,,
3,Company,Co,,,,,,,,,,,,
4,PublicBody,Office,,,,,,,,,,,,
5,Vessel,Ship,,,,,,,,,,,,
6,Airplane,Plane,,,,,,,,,,,,
7,LegalEntity,Either,,,,,,,,,,,,
'), list => 'mine', max_removed => 1) AS r;
SELECT uid, type, primary_name, programs FROM entry WHERE code = 'mine' ORDER BY uid;
SELECT uid, name, kind FROM name WHERE code = 'mine';
SELECT uid, kind, value FROM fact WHERE code = 'mine';
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n'), list => 'mine', max_removed => 1);
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n,Person,A\n'), list => 'mine', max_removed => 1);
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n1,,A\n'), list => 'mine', max_removed => 1);
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n1,Person,\n'), list => 'mine', max_removed => 1);
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n1,Person,A\n1,Person,B\n'), list => 'mine', max_removed => 1);
SELECT r.entries FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n' || repeat('9', 255) || E',Person,A\n'), list => 'mine', max_removed => 1) AS r;
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n' || repeat('9', 256) || E',Person,A\n'), list => 'mine', max_removed => 1);
SELECT FROM sanct_import_opensanctions_csv('', list => 'mine');
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n1,Person,A\n'), list => '', max_removed => 1);
SELECT FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name\n1,Person,A\n'), list => NULL, max_removed => 1);

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP VIEW published, name, fact, entry;
DROP FUNCTION bytes;
