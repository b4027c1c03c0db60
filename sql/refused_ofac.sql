-- what importers of OFAC's documents refuse, and what they say of it

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

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
