-- rarer forms of OFAC's advanced XML: ids that lead nowhere, names and dates in parts, and what is refused

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

-- names without a group, of one part, of kinds that are not known; features of a value, a reference, a period or a place
SELECT pg_temp.load('sanct_import_ofac_advanced_xml', pg_temp.advanced('
	<Locations><Location ID="1"><LocationAreaCode AreaCodeID="1"/><LocationPart LocPartTypeID="1"><LocationPartValue Primary="true"><Value>City</Value></LocationPartValue><LocationPartValue Primary="false"><Value>Ciudad</Value></LocationPartValue></LocationPart>
		<LocationPart LocPartTypeID="2"><LocationPartValue><Value>Road</Value></LocationPartValue><LocationPartValue><Value/></LocationPartValue></LocationPart></Location>
		<Location ID="2"><LocationAreaCode AreaCodeID="2"/></Location><Location ID="3"><LocationCountry CountryID="1"/></Location></Locations>
	<IDRegDocuments><IDRegDocument ID="1" IdentityID="1" IDRegDocTypeID="1" IssuedBy-CountryID="1" ValidityID="2"><IDRegistrationNo>P1</IDRegistrationNo><IssuingAuthority>Office</IssuingAuthority><Comment>seen</Comment>
			<DocumentDate IDRegDocDateTypeID="1"><DatePeriod><Start><From><Year>2001</Year><Month>1</Month><Day>2</Day></From></Start></DatePeriod></DocumentDate>
			<DocumentDate IDRegDocDateTypeID="2"><DatePeriod><Start><From><Year>2011</Year></From></Start></DatePeriod></DocumentDate><DocumentDate IDRegDocDateTypeID="3"><DatePeriod><Start><From><Year>2005</Year></From></Start></DatePeriod></DocumentDate><DocumentDate IDRegDocDateTypeID="3"/></IDRegDocument>
		<IDRegDocument ID="2" IdentityID="1" IDRegDocTypeID="2" ValidityID="1"><IDRegistrationNo>1abc</IDRegistrationNo></IDRegDocument><IDRegDocument ID="3" IdentityID="1" IDRegDocTypeID="1"/><IDRegDocument ID="4" IdentityID="9" IDRegDocTypeID="1" ValidityID="2"><IDRegistrationNo>9</IDRegistrationNo></IDRegDocument></IDRegDocuments>
	<DistinctParties><DistinctParty><Comment> DOB 1949;
		Linked To: A. </Comment><Profile ID="1" PartySubTypeID="1"><Identity ID="1">
		<Alias AliasTypeID="1"><DocumentedName ID="11"><DocumentedNamePart><NamePartValue NamePartGroupID="1">L</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2">F</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="3">X</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue>Y</NamePartValue></DocumentedNamePart><DocumentedNamePart/></DocumentedName></Alias>
		<Alias AliasTypeID="2" LowQuality="true"><DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="1">M</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
		<Alias AliasTypeID="3" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue>O</NamePartValue></DocumentedNamePart></DocumentedName><DocumentedName/></Alias>
		<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="2"/></MasterNamePartGroup></NamePartGroups></Identity>
		<Feature FeatureTypeID="1">' || (SELECT string_agg(format('<FeatureVersion><Comment/><DatePeriod>%s</DatePeriod></FeatureVersion>', period), E'\n' ORDER BY n) FROM unnest(ARRAY[
			'<Start><From><Year>1950</Year><Month>1</Month><Day>1</Day></From><To><Year>1950</Year><Month>12</Month><Day>31</Day></To></Start>',
			'<Start Approximate="true"><From><Year>1951</Year><Month>3</Month><Day>1</Day></From></Start><End><From><Year>1951</Year><Month>3</Month><Day>31</Day></From></End>',
			'<Start Approximate="false"><From><Year>1952</Year><Month>3</Month><Day>4</Day></From></Start><End><To><Year>1952</Year><Month>3</Month><Day>4</Day></To></End>',
			'<Start><From><Year>1953</Year><Month>1</Month><Day>1</Day></From></Start><End><To><Year>1955</Year><Month>12</Month><Day>31</Day></To></End>',
			'<Start><From><Year>1956</Year><Month>3</Month><Day>5</Day></From></Start><End><To><Year>1956</Year><Month>4</Month><Day>6</Day></To></End>',
			'<Start><From><Year>1957</Year><Month>5</Month><Day>1</Day></From></Start>',
			'<Start><From><Year>1958</Year></From></Start>',
			'<Start><From><Year>1959</Year><Month>2</Month><Day>1</Day></From></Start><End><To><Year>1959</Year><Month>2</Month><Day>28</Day></To></End>',
			'<Start><From><Month>2</Month></From></Start>',
			'<Start><From><Year>1960</Year><Month>13</Month></From></Start>',
			'']) WITH ORDINALITY AS x (period, n)) || '
			<FeatureVersion><Comment>by himself</Comment><DatePeriod><Start Approximate="true"><From><Year>1961</Year></From></Start></DatePeriod></FeatureVersion></Feature>
		<Feature FeatureTypeID="2"><FeatureVersion><VersionDetail DetailReferenceID="1"/></FeatureVersion></Feature>
		<Feature FeatureTypeID="3"><FeatureVersion><Comment>old</Comment><VersionLocation LocationID="1"/></FeatureVersion><FeatureVersion><Comment>old</Comment><VersionLocation LocationID="2"/></FeatureVersion><FeatureVersion><VersionLocation LocationID="9"/></FeatureVersion><FeatureVersion/></Feature>
		<Feature FeatureTypeID="4"><FeatureVersion><VersionDetail>Head</VersionDetail></FeatureVersion></Feature>
		<Feature FeatureTypeID="5"><FeatureVersion><VersionLocation LocationID="1"/></FeatureVersion><FeatureVersion><VersionLocation LocationID="3"/></FeatureVersion><FeatureVersion><VersionLocation LocationID="2"/></FeatureVersion></Feature>
		<Feature FeatureTypeID="6"><FeatureVersion><VersionDetail/><DatePeriod><Start><From><Year>1999</Year></From></Start></DatePeriod></FeatureVersion></Feature></Profile></DistinctParty>' ||
	pg_temp.party(2, 2, '') || pg_temp.party(3, 1, '') || '</DistinctParties>
	<ProfileRelationships>' || (SELECT string_agg(format('<ProfileRelationship From-ProfileID="%s" To-ProfileID="%s" RelationTypeID="%s" Former="%s">%s</ProfileRelationship>', a, b, type, former, comment), '' ORDER BY type, a, b) FROM (VALUES
		(1, 2, 1, 'true', '<Comment>long ago</Comment>'), (1, 3, 2, 'false', ''), (2, 1, 3, 'true', ''), (3, 1, 4, 'false', '<Comment>c</Comment>'), (3, 3, 4, '', ''), (3, 9, 4, '', ''), (9, 3, 4, '', '')) AS x (a, b, type, former, comment)) || '</ProfileRelationships>
	<SanctionsEntries><SanctionsEntry ProfileID="1" ListID="1"><EntryEvent EntryEventTypeID="1" LegalBasisID="1"><Date><Year>2001</Year><Month>2</Month><Day>3</Day></Date></EntryEvent><EntryEvent EntryEventTypeID="2"><Date><Year>2002</Year><Month>2</Month><Day>3</Day></Date></EntryEvent>
			<EntryEvent EntryEventTypeID="1"><Date><Year>2003</Year><Month>2</Month></Date></EntryEvent><EntryEvent><Date><Year>2000</Year><Month>2</Month><Day>29</Day></Date></EntryEvent><EntryEvent><Date><Year>1900</Year><Month>2</Month><Day>29</Day></Date></EntryEvent><EntryEvent LegalBasisID="1"/>
			<SanctionsMeasure SanctionsTypeID="1"><Comment>DPRK</Comment></SanctionsMeasure><SanctionsMeasure SanctionsTypeID="1"/><SanctionsMeasure SanctionsTypeID="2"><Comment>all</Comment></SanctionsMeasure><Remark/></SanctionsEntry>
		<SanctionsEntry ProfileID="9"/><SanctionsEntry/><SanctionsEntry ProfileID="2"/></SanctionsEntries>'));
SELECT * FROM name;
SELECT uid, type, title, listed_on, programs, nationality, remarks FROM entry ORDER BY uid;
SELECT uid, kind, value, country, note, list_uid FROM fact;

-- what is refused
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

DELETE FROM sanct_entry;
DELETE FROM sanct_release;
DELETE FROM sanct_list;
