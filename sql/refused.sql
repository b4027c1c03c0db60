-- what importers refuse, and what they say of it; what they do not know
-- is walked through by test/t/008_known.pl

SET datestyle = 'ISO, YMD';

-- what an import says in one line
CREATE FUNCTION pg_temp.load(import text, document text) RETURNS text LANGUAGE plpgsql SET client_min_messages = error AS $$
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

-- EU, XML
SELECT pg_temp.load('sanct_import_eu_xml', '<export>' || entity || '</export>') FROM (VALUES
	(1, '<sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="A"/><alias/><alias/></sanctionEntity>'),
	(2, '<sanctionEntity><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity>'),
	(3, '<sanctionEntity logicalId="1"><nameAlias wholeName="A"/></sanctionEntity>'),
	(4, '<sanctionEntity logicalId="1"><subjectType/><nameAlias wholeName="A"/></sanctionEntity>'),
	(5, '<sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName=" "/></sanctionEntity>'),
	(6, '<sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="(original script)"/><nameAlias wholeName="; ;"/></sanctionEntity>'),
	(7, '<sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias firstName="-"/></sanctionEntity>'),
	(8, '<sanctionEntity logicalId="' || repeat('1', 256) || '"><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity>'),
	(9, '<sanctionEntity logicalId="1" designationDate="2009-02-30"><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity>'),
	(10, '<sanctionEntity logicalId="1" designationDate="2009-07"><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity>'),
	(11, '<sanctionEntity logicalId="1" designationDate="2100-02-29"><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity>'),
	(12, '<person/>')) AS x (n, entity) ORDER BY n;
SELECT r.published FROM sanct_import_eu_xml('<export><sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity></export>', max_removed => 1) AS r;
SELECT FROM sanct_import_eu_xml('<export generationDate="2026"/>');
SELECT FROM sanct_import_eu_xml('<export generationDate="2026-02-30T00:00:00.000"/>');

-- EU, CSV

SELECT pg_temp.load('sanct_import_eu_csv', 'Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;fileGenerationDate;Entity_DesignationDate;Nothing;Entity_Regulation_Type' || E'\n' || records) FROM (VALUES
	(1, E'1;P;K?? ??;;;;\n2;P;What?;;;;\n'),
	(2, ''),
	(3, E';P;A;;;;\n'),
	(4, E'x1;P;A;;;;\n'),
	(5, repeat('1', 256) || E';P;A;;;;\n'),
	(6, E'1;;A;;;;\n'),
	(7, E'1;Q;A;;;;\n'),
	(8, E'1;P;A;;soon;;\n'),
	(9, E'1;P;A;;2009;;\n'),
	(10, E'1;P;A;;2009-07-16;;\n2;P;;;;;\n3;P;B;;;;\n'),
	(11, E'1;P;A;;;\n')) AS x (n, records) ORDER BY n;
SELECT FROM sanct_import_eu_csv(E'\n\n');

-- UN
SELECT pg_temp.load('sanct_import_un_xml', format('<CONSOLIDATED_LIST><ENTITIES><ENTITY>%s</ENTITY></ENTITIES></CONSOLIDATED_LIST>', entity)) FROM (VALUES
	(1, '<REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME><COLOUR/><COLOUR/>'),
	(2, '<FIRST_NAME>A</FIRST_NAME>'),
	(3, '<REFERENCE_NUMBER>1</REFERENCE_NUMBER>'),
	(4, '<REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME> ; () </FIRST_NAME>'),
	(5, '<REFERENCE_NUMBER>' || repeat('1', 256) || '</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME>'),
	(6, '<REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME></ENTITY><ENTITY><REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>B</FIRST_NAME>'),
	(7, '<REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME><LISTED_ON>2009-04</LISTED_ON>'),
	(8, '<REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME><DELISTED_ON>2009-02-29</DELISTED_ON>')) AS x (n, entity) ORDER BY n;

-- UK, XML
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

-- UK, CSV: the date in either form, with and without a column of its own; a file that begins with its header
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
SELECT FROM sanct_import_uk_csv(E'Report Date: 31-Dec-2025\n');
SELECT FROM sanct_import_ofsi_csv(E'Last Updated,31/12/2025\nName 6,Group Type,Regime,Listed On\n');

-- OFAC, CSV: files that do not belong together, columns that hold something else, arguments
CREATE FUNCTION pg_temp.load_csv(sdn text, alt text, addresses text, comments text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	message text;
	detail text;
BEGIN
	PERFORM sanct_import_ofac_csv(convert_to(sdn, 'UTF8'), convert_to(alt, 'UTF8'), convert_to(addresses, 'UTF8'), convert_to(comments, 'UTF8'), published => '2026-01-01', max_removed => 1);
	RETURN 'loaded';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
	RETURN concat_ws(E'\n', SQLSTATE, message, nullif(detail, ''));
END $$;
SELECT pg_temp.load_csv(sdn, alt, addresses, comments) FROM (VALUES
	(1, E'x,A,,,,,,,,,,\n', '', '', ''),
	(2, E'1234567890123456789,A,,,,,,,,,,\n', '', '', ''),
	(3, E'1,A,,,,,,,,,,\n', E'1,x,aka,B,\n', '', ''),
	(4, E'1,A,,,,,,,,,,\n', E'1,2,also,B,\n', '', ''),
	(5, E'1,A,,,,,,,,,,\n', E'1,2,,B,\n', '', ''),
	(6, E'1,A,,,,,,,,,,\n', E'1,2,aka,-0- ,\n', '', ''),
	(7, E'1,A,,,,,,,,,,\n', E'2,2,aka,B,\n', '', ''),
	(8, E'1,A,,,,,,,,,,\n', '', E'1,,,,,\n', ''),
	(9, E'1,A,,,,,,,,,,\n', '', '', E'1,more\n'),
	(10, E'1,A,,,,,,,,,,short\n', '', '', E'1,more\n'),
	(11, E'1,A,,,,,,,,,,short\n', E'ent_num,alt_num,alt_type,alt_name,alt_remarks\n', E'\x1A', '')) AS x (n, sdn, alt, addresses, comments) ORDER BY n;
SELECT FROM sanct_import_ofac_csv('', '', '', max_removed => NULL);
SELECT FROM sanct_import_ofac_csv('', '', '', max_removed => 1.5);
SELECT FROM sanct_import_ofac_csv('', '', '', max_removed => 'NaN');

-- OFAC, XML
SELECT pg_temp.load('sanct_import_ofac_xml', format('<sdnList>%s</sdnList>', entry)) FROM (VALUES
	(1, '<sdnEntry><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry>'),
	(2, '<sdnEntry><uid>1</uid><lastName>A</lastName></sdnEntry>'),
	(3, '<sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Boat</sdnType></sdnEntry>'),
	(4, '<sdnEntry><uid>1</uid><sdnType>Entity</sdnType></sdnEntry>'),
	(5, '<sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Aircraft</sdnType><akaList><aka><lastName>B</lastName></aka></akaList></sdnEntry>'),
	(6, '<publshInformation><Publish_Date>31/12/2025</Publish_Date></publshInformation>'),
	(7, '<publshInformation><Publish_Date>02/29/2025</Publish_Date></publshInformation>'),
	(8, '<publshInformation><Publish_Date>12/2025</Publish_Date></publshInformation>'),
	(9, '<publshInformation><Record_Count>2</Record_Count></publshInformation><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Vessel</sdnType></sdnEntry>')) AS x (n, entry) ORDER BY n;

-- OFAC, advanced XML: ids that lead nowhere, days that the calendar does not have
CREATE FUNCTION pg_temp.advanced(parts text) RETURNS text LANGUAGE sql AS $$ SELECT format('<Sanctions><DateOfIssue><Year>2025</Year><Month>12</Month><Day>31</Day></DateOfIssue><ReferenceValueSets>
	<AliasTypeValues><AliasType ID="1">Name</AliasType><AliasType ID="2">A.K.A.</AliasType><AliasType ID="3">Other</AliasType></AliasTypeValues>
	<AreaCodeValues><AreaCode ID="1" Description="Iran">IR</AreaCode><AreaCode ID="2" Description="undetermined">XX</AreaCode></AreaCodeValues>
	<CountryValues><Country ID="1">Iraq</Country></CountryValues><DetailReferenceValues><DetailReference ID="1">Male</DetailReference></DetailReferenceValues>
	<EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType><EntryEventType ID="2">Modified</EntryEventType></EntryEventTypeValues>
	<FeatureTypeValues><FeatureType ID="1">Birthdate</FeatureType><FeatureType ID="2">Gender</FeatureType><FeatureType ID="3">Location</FeatureType><FeatureType ID="4">Title</FeatureType><FeatureType ID="5">Place of Birth</FeatureType><FeatureType ID="6">Website</FeatureType></FeatureTypeValues>
	<IDRegDocDateTypeValues><IDRegDocDateType ID="1">Issue Date</IDRegDocDateType><IDRegDocDateType ID="2">Expiration Date</IDRegDocDateType><IDRegDocDateType ID="3">Renewed</IDRegDocDateType></IDRegDocDateTypeValues>
	<IDRegDocTypeValues><IDRegDocType ID="1">Passport</IDRegDocType><IDRegDocType ID="2">Digital Currency Address - XBT</IDRegDocType></IDRegDocTypeValues><LegalBasisValues><LegalBasis ID="1">Law</LegalBasis></LegalBasisValues><ListValues><List ID="1">SDN List</List></ListValues>
	<LocPartTypeValues><LocPartType ID="1">CITY</LocPartType><LocPartType ID="2">ADDRESS1</LocPartType></LocPartTypeValues><NamePartTypeValues><NamePartType ID="1">Last Name</NamePartType><NamePartType ID="2">First Name</NamePartType></NamePartTypeValues>
	<PartySubTypeValues><PartySubType ID="1" PartyTypeID="1">Unknown</PartySubType><PartySubType ID="2" PartyTypeID="2">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="3">Unknown</PartySubType></PartySubTypeValues>
	<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Transport</PartyType><PartyType ID="3">Location</PartyType></PartyTypeValues>
	<RelationTypeValues><RelationType ID="1">Acting for or on behalf of</RelationType><RelationType ID="2">Owned or Controlled By</RelationType><RelationType ID="3">Family member of</RelationType><RelationType ID="4">Associate Of</RelationType></RelationTypeValues>
	<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="2">Block</SanctionsType></SanctionsTypeValues><ValidityValues><Validity ID="1">Valid</Validity><Validity ID="2">Fraudulent</Validity></ValidityValues></ReferenceValueSets>
	%s</Sanctions>', parts) $$;
CREATE FUNCTION pg_temp.party(id int, subtype int, inside text, names text DEFAULT '<Alias AliasTypeID="1"><DocumentedName><DocumentedNamePart><NamePartValue>N</NamePartValue></DocumentedNamePart></DocumentedName></Alias>') RETURNS text LANGUAGE sql AS $$
	SELECT format('<DistinctParty><Profile ID="%1$s" PartySubTypeID="%2$s"><Identity ID="%1$s">%4$s</Identity>%3$s</Profile></DistinctParty>', id, subtype, inside, names) $$;
SELECT pg_temp.load('sanct_import_ofac_advanced_xml', pg_temp.advanced(parts)) FROM (VALUES
	(1, ''),
	(2, '<Locations><Location/></Locations>'),
	(3, '<Locations><Location ID="1"><LocationCountry CountryID="2"/></Location></Locations>'),
	(4, '<Locations><Location ID="1"><LocationPart/></Location></Locations>'),
	(5, '<IDRegDocuments><IDRegDocument ID="1"/></IDRegDocuments>'),
	(6, '<IDRegDocuments><IDRegDocument ID="1" IdentityID="1"><IDRegistrationNo>1</IDRegistrationNo></IDRegDocument></IDRegDocuments>'),
	(7, '<DistinctParties><DistinctParty/></DistinctParties>'),
	(8, '<DistinctParties><DistinctParty><Profile/></DistinctParty></DistinctParties>'),
	(9, '<DistinctParties>' || pg_temp.party(1, 3, '') || '</DistinctParties>'),
	(10, '<DistinctParties>' || pg_temp.party(1, 4, '') || '</DistinctParties>'),
	(11, '<DistinctParties>' || pg_temp.party(1, 1, '', '') || '</DistinctParties>'),
	(12, '<DistinctParties>' || pg_temp.party(1, 1, '', '<Alias AliasTypeID="1"><DocumentedName><DocumentedNamePart><NamePartValue> </NamePartValue></DocumentedNamePart></DocumentedName></Alias>') || '</DistinctParties>'),
	(13, '<DistinctParties>' || pg_temp.party(1, 1, '<Feature/>') || '</DistinctParties>'),
	(14, '<DistinctParties>' || pg_temp.party(1, 1, '') || '</DistinctParties><ProfileRelationships><ProfileRelationship From-ProfileID="1" To-ProfileID="1"/></ProfileRelationships>'),
	(16, '<Locations><Location ID="' || repeat('1', 80) || '"/></Locations>'),
	(15, '<DistinctParties>' || pg_temp.party(1, 1, '') || pg_temp.party(1, 1, '') || '</DistinctParties>')) AS x (n, parts) ORDER BY n;
SELECT pg_temp.load('sanct_import_ofac_advanced_xml', format('<Sanctions><DateOfIssue>%s</DateOfIssue></Sanctions>', date)) FROM (VALUES
	(1, ''), (2, '<Year>2025</Year>'), (3, '<Year>2025</Year><Month>2</Month><Day>29</Day>'), (4, '<Year>25</Year><Month>2</Month><Day>1</Day>')) AS x (n, date) ORDER BY n;
SELECT pg_temp.load('sanct_import_ofac_advanced_xml', pg_temp.advanced('<DistinctParties>' || pg_temp.party(1, 1, '') || '</DistinctParties>
	<SanctionsEntries><SanctionsEntry ProfileID="1"><EntryEvent EntryEventTypeID="1"><Date><Year>1900</Year><Month>2</Month><Day>29</Day></Date></EntryEvent><EntryEvent EntryEventTypeID="1"><Date><Year>2000</Year><Month>2</Month><Day>29</Day></Date></EntryEvent></SanctionsEntry></SanctionsEntries>'));
SELECT i.kind, i.value FROM sanct_entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'ofac-sdn' AND e.delisted_in IS NULL;
SELECT e.listed_on FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'ofac-sdn' AND e.delisted_in IS NULL;

-- OpenSanctions: what is shown of a file is text and no more than a part of it; values without the blanks around them
CREATE FUNCTION pg_temp.load_bytes(document bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	entries integer;
	detail text;
BEGIN
	SELECT r.entries INTO entries FROM sanct_import_opensanctions_csv(document, '2026-01-01', max_removed => 1, list => 'x') AS r;
	RETURN format('%s entries', entries);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
	RETURN concat_ws(E'\n', SQLERRM, nullif(detail, ''));
END $$;
SELECT pg_temp.load_bytes(document) FROM (VALUES
	(1, E'id,schema,name,gr\\351en\n1,Person,A,\n'::bytea), (2, E'id,schema,name\n1,Person,A\\351\n'), (3, E'id,schema,name\n1,Person,\n'), (4, E'id,schema,name\n1,,A\n'), (5, E'id,schema,name\n1,Person,A\n1,Person,B\n')) AS x (n, document) ORDER BY n;
SELECT length(said), right(said, 5) AS said FROM pg_temp.load_bytes((E'id,schema,name\n' || repeat('1', 2000) || E',Person,A\n')::bytea) AS said;
SELECT length(said), right(said, 5) AS said FROM pg_temp.load('sanct_import_uk_xml', '<Designations><DateGenerated>' || repeat('1', 2000) || '</DateGenerated></Designations>') AS said;
SELECT pg_temp.load_bytes(E'id,schema,name,aliases,addresses\n1,Person,A," B; C ;""; D""; ;",Road; City\n');
SELECT n.name FROM sanct_entry AS e JOIN sanct_name AS n ON n.entry_id = e.id JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'x' AND e.delisted_in IS NULL ORDER BY n.id;
SELECT i.value FROM sanct_entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'x' AND e.delisted_in IS NULL ORDER BY i.id;

DELETE FROM sanct_name;
DELETE FROM sanct_entry;
DELETE FROM sanct_release;
DELETE FROM sanct_list;
