-- rarer forms of the United Kingdom's lists: parts that are missing, repeat or are numbered in one text, and what is refused

SET datestyle = 'ISO, YMD';
CREATE TEMP VIEW entry AS
	SELECT e.id, e.list_uid AS uid, e.type, e.primary_name, e.title, e.listed_on, e.programs, e.nationality, e.remarks
	FROM sanct_entry AS e WHERE e.delisted_in IS NULL;
CREATE TEMP VIEW name AS
	SELECT e.uid, n.name, n.kind, n.weak, n.surname, n.given, n.language, n.note, n.list_uid FROM entry AS e JOIN sanct_name AS n ON n.entry_id = e.id ORDER BY e.uid, n.id;
CREATE TEMP VIEW fact AS
	SELECT e.uid, i.kind, i.value, i.country, i.note, i.list_uid FROM entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id ORDER BY e.uid, i.id;

-- what an import says in one line
CREATE FUNCTION pg_temp.load(import text, document text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	entries integer;
	message text;
	detail text;
BEGIN
	EXECUTE format('SELECT r.entries FROM %s(convert_to($1, ''UTF8''), ''2026-01-01'', max_removed => 1) AS r', import) INTO entries USING document;
	RETURN format('%s entries', entries);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
	RETURN concat_ws(E'\n', SQLSTATE, message, nullif(detail, ''));
END $$;
CREATE FUNCTION pg_temp.xml(designations text) RETURNS text LANGUAGE sql AS $$ SELECT format('<Designations><DateGenerated>31/12/2025</DateGenerated>%s</Designations>', designations) $$;

-- XML: names by their type and strength, that repeat, that have one part; original scripts; every container
SELECT pg_temp.load('sanct_import_uk_xml', pg_temp.xml('
<Designation><UniqueID>1</UniqueID><IndividualEntityShip>Individual</IndividualEntityShip><RegimeName>DPRK</RegimeName><DateDesignated>29/06/2012</DateDesignated><LastUpdated>01/01/2025</LastUpdated>
	<Names>
		<Name><Name1>A</Name1><Name6>B</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
		<Name><Name1>A</Name1><Name6>B</Name6><NameType>Primary Name</NameType></Name>
		<Name><Name1>A</Name1><Name6>B</Name6><NameType>Alias</NameType></Name>
		<Name><Name6>C</Name6><NameType>Primary Name Variation</NameType></Name>
		<Name><Name2>D</Name2><NameType>FKA</NameType></Name>
		<Name><Name1>E</Name1><Name2>F</Name2><Name3>G</Name3><Name4>H</Name4><Name5>I</Name5><Name6>J</Name6></Name>
		<Name><NameType>Alias</NameType></Name>
		<Name><Name6>K</Name6><NameType>Alias</NameType><AliasStrength>Good quality a.k.a</AliasStrength></Name>
	</Names>
	<NonLatinNames><NonLatinName><NameNonLatinScript>X</NameNonLatinScript><NonLatinScriptLanguage>Korean</NonLatinScriptLanguage></NonLatinName>
		<NonLatinName><NameNonLatinScript>X</NameNonLatinScript></NonLatinName><NonLatinName/></NonLatinNames>
	<Titles><Title>Mr</Title></Titles>
	<Addresses><Address><AddressLine1>1</AddressLine1><AddressLine6>6</AddressLine6><AddressPostalCode>P</AddressPostalCode><AddressCountry>Iran</AddressCountry></Address><Address/></Addresses>
	<PhoneNumbers><PhoneNumber>(1) +1 (2) +2</PhoneNumber></PhoneNumbers><EmailAddresses><EmailAddress>a@b</EmailAddress></EmailAddresses><Websites><Website>http://a</Website></Websites>
	<OtherInformation>Free (Phone number):+3.  (UK Sanctions List Ref):ABC0001 and (Fax):+4, (UN Ref):KPi.001 Listed (UK Statement of Reasons):why (Gender):  (IMO number):</OtherInformation>
	<UKStatementofReasons>Because</UKStatementofReasons>
	<SanctionsImposed>Asset freeze|Travel ban||</SanctionsImposed><SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze></SanctionsImposedIndicators>
	<DesignationSource>UK|UN</DesignationSource><OFSIGroupID>1</OFSIGroupID><UNReferenceNumber>KPi.002</UNReferenceNumber>
	<IndividualDetails><Individual>
		<DOBs><DOB>(1) 01/02/1950 (2) 00/03/1951 (3) 1952 (4) dd/mm/1953 (5) circa 1954 (6) 13/14/1955</DOB></DOBs>
		<Nationalities><Nationality>(1) Iran. (2) Iraq</Nationality></Nationalities><Genders><Gender>Male</Gender></Genders><Positions><Position>Head</Position></Positions>
		<BirthDetails><Location><TownOfBirth>Town</TownOfBirth><CountryOfBirth>Iran</CountryOfBirth></Location><Location><CountryOfBirth>Iraq</CountryOfBirth></Location><Location/></BirthDetails>
		<PassportDetails><Passport><PassportNumber>(1) P1 (2) P2</PassportNumber><PassportAdditionalInformation>both expired</PassportAdditionalInformation></Passport>
			<Passport><PassportAdditionalInformation>(1) one (2) two</PassportAdditionalInformation></Passport></PassportDetails>
		<NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>(1) N1 (2) N2 (3) N3</NationalIdentifierNumber><NationalIdentifierAdditionalInformation>(1) card (2) -</NationalIdentifierAdditionalInformation></NationalIdentifier></NationalIdentifierDetails>
	</Individual></IndividualDetails>
</Designation>
<Designation><UniqueID>2</UniqueID><IndividualEntityShip>Ship</IndividualEntityShip><Names><Name><Name6>S</Name6></Name></Names>
	<ShipDetails><Ship><IMONumbers><IMONumber>IMO: 7000001</IMONumber></IMONumbers><CurrentOwnerOperators><CurrentOwnerOperator>O</CurrentOwnerOperator></CurrentOwnerOperators>
		<PreviousOwnerOperators><PreviousOwnerOperator>P</PreviousOwnerOperator></PreviousOwnerOperators><CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>F</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>
		<PreviousFlags><PreviousFlag>G</PreviousFlag></PreviousFlags><TypeOfShipDetails><TypeOfShip>Tanker</TypeOfShip></TypeOfShipDetails><TonnageOfShipDetails><TonnageOfShip>1</TonnageOfShip></TonnageOfShipDetails>
		<LengthOfShipDetails><LengthOfShip>2</LengthOfShip></LengthOfShipDetails><YearsBuilt><YearBuilt>1990</YearBuilt></YearsBuilt><HullIdentificationNumbers><HullIdentificationNumber>H</HullIdentificationNumber></HullIdentificationNumbers></Ship></ShipDetails></Designation>
<Designation><UniqueID>3</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip><Names><Name><Name1>T</Name1><Name6>U</Name6></Name></Names>
	<EntityDetails><Entity><BusinessRegistrationNumbers><BusinessRegistrationNumber>B</BusinessRegistrationNumber></BusinessRegistrationNumbers><TypeOfEntities><TypeOfEntity>Bank</TypeOfEntity></TypeOfEntities>
		<ParentCompanies><ParentCompany>V</ParentCompany></ParentCompanies><Subsidiaries><Subsidiary>W</Subsidiary></Subsidiaries></Entity></EntityDetails></Designation>'));
SELECT * FROM name;
SELECT uid, type, primary_name, title, listed_on, programs, nationality, remarks FROM entry ORDER BY uid;
SELECT uid, kind, value, country, note FROM fact;

-- XML: what is refused, and what is not known
SELECT pg_temp.load('sanct_import_uk_xml', format('<Designations>%s</Designations>', designation)) FROM (VALUES
	(1, '<Designation><UniqueID>1</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip><Name><Name6>A</Name6></Name><Colour/><Colour/></Designation>'),
	(2, '<Designation><IndividualEntityShip>Entity</IndividualEntityShip><Name><Name6>A</Name6></Name></Designation>'),
	(3, '<Designation><UniqueID>1</UniqueID><IndividualEntityShip>Boat</IndividualEntityShip><Name><Name6>A</Name6></Name></Designation>'),
	(4, '<Designation><UniqueID>1</UniqueID><Name><Name6>A</Name6></Name></Designation>'),
	(5, '<Designation><UniqueID>1</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip></Designation>'),
	(6, '<Designation><UniqueID>1</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip><Name><Name6>A</Name6></Name><DateDesignated>06/2012</DateDesignated></Designation>'),
	(7, '<Designation><UniqueID>1</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip><Name><Name6>A</Name6></Name><DateDesignated>29/02/2013</DateDesignated></Designation>'),
	(8, '<Designation><UniqueID>' || repeat('1', 256) || '</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip><Name><Name6>A</Name6></Name></Designation>'),
	(9, '<DateGenerated>today</DateGenerated>'),
	(10, '<DateGenerated/>'),
	(11, '<DateGenerated>29/02/2025</DateGenerated>')) AS x (n, designation) ORDER BY n;

-- CSV: the date in either form, with and without a column of its own; a file that begins with its header
SELECT pg_temp.load('sanct_import_uk_csv', first || 'Unique ID,Designation Type,Regime Name,Name 6' || E'\n' || '1,Entity,R,A' || E'\n') FROM (VALUES
	(1, ''),
	(2, E'Report Date: 31-Dec-2025\n'),
	(3, E'Report Date:,31-Dec-2025\n'),
	(4, E'Report Date,31/12/2025,\n'),
	(5, E'Last Updated,31/12/2025\n'),
	(6, E'Last Updated,yesterday\n'),
	(7, E'Report Date: Dec-2025\n'),
	(8, E'Report Date:\n'),
	(9, E'Report Date: 29-Feb-2025\n'),
	(10, E',\n')) AS x (n, first) ORDER BY n;
SELECT pg_temp.load('sanct_import_uk_csv', E'Unique ID,Designation Type,Regime Name,Name 6,Date Designated,D.O.B,Other Information,UK Sanctions List Date Designated,Last Updated\n' || records) FROM (VALUES
	(1, ''),
	(2, E',Entity,R,A,,,,,\n'),
	(3, repeat('1', 256) || E',Entity,R,A,,,,,\n'),
	(4, E'1,Boat,R,A,,,,,\n'),
	(5, E'1,,R,A,,,,,\n'),
	(6, E'1,Entity,R,A,29/02/2013,,,,\n'),
	(7, E'1,Entity,R,A,soon,,,,\n'),
	(8, E'1,Entity,R,,,,,,\n1,Entity,R,,,,,,\n'),
	(9, E'1,Entity,R,A,29/02/2012,,,,\n1,Entity,R,A,28/02/2012,01/02/1950,,31/12/2011,\n1,Entity,R,A,01/03/2012,(1) - (2) 1951,,01/2011,\n')) AS x (n, records) ORDER BY n;
SELECT uid, listed_on, programs FROM entry;
SELECT uid, kind, value, country, note FROM fact;
SELECT FROM sanct_import_uk_csv(E'Report Date: 31-Dec-2025\n');
SELECT FROM sanct_import_ofsi_csv(E'Last Updated,31/12/2025\nName 6,Group Type,Regime,Listed On\n');

DELETE FROM sanct_entry;
DELETE FROM sanct_release;
DELETE FROM sanct_list;
