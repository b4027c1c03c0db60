-- the rarer forms of documents of OFAC: a column of another version,
\getenv abs_srcdir PG_ABS_SRCDIR
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

-- OFAC, XML

SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><publshInformation><Publish_Date>1/2/2024</Publish_Date></publshInformation>
<sdnEntry><uid>1</uid><firstName>Anna</firstName><lastName>Carr</lastName><sdnType>individual</sdnType><title>Head</title><remarks>DOB 1960. </remarks>
<programList><program>A</program><program/><program>B</program></programList>
<akaList><aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>Kerr</lastName></aka><aka><uid>3</uid><type>f.k.a.</type><category>strong</category><firstName>Bella</firstName></aka><aka><uid>4</uid><type>n.k.a.</type></aka><aka><uid>5</uid><type>NKA</type><lastName>Cole</lastName><firstName>Dora</firstName></aka></akaList>
<idList><id><uid>6</uid><idType>Passport</idType><idNumber>P1</idNumber><idCountry>Korea</idCountry><issueDate>1 Jan 2001</issueDate></id><id><uid>7</uid><idType>Passport</idType><idNumber>P2</idNumber><expirationDate>2 Feb 2002</expirationDate></id><id><uid>8</uid><idType>SSN</idType><idNumber>P3</idNumber><issueDate>1 Jan 2001</issueDate><expirationDate>2 Feb 2002</expirationDate></id><id><idType>SSN</idType></id><id><idNumber>P4</idNumber></id><id><idType>Gender</idType><idNumber>Female</idNumber></id><id><idType>Odd paper</idType><idNumber>P5</idNumber></id><id><idType>Digital Currency Address - XBT</idType><idNumber>1a</idNumber></id></idList>
<addressList><address><uid>9</uid><address1>Road 1</address1><address3>Floor 3</address3><city>Town</city><stateOrProvince>North</stateOrProvince><postalCode>345</postalCode><country>Korea</country></address><address><uid>10</uid></address></addressList>
<dateOfBirthList><dateOfBirthItem><uid>11</uid><dateOfBirth>circa 1961</dateOfBirth></dateOfBirthItem><dateOfBirthItem><uid>12</uid><dateOfBirth>03 Apr 1962</dateOfBirth></dateOfBirthItem><dateOfBirthItem><uid>13</uid><dateOfBirth>in spring</dateOfBirth></dateOfBirthItem><dateOfBirthItem><uid>14</uid></dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><uid>15</uid><placeOfBirth>Anju</placeOfBirth></placeOfBirthItem></placeOfBirthList><nationalityList><nationality><uid>16</uid><country>Korea</country></nationality></nationalityList><citizenshipList><citizenship><uid>17</uid><country>Egypt</country></citizenship></citizenshipList></sdnEntry>
<sdnEntry><uid>20</uid><lastName>Ship</lastName><sdnType>Vessel</sdnType><vesselInfo><callSign>CS</callSign><vesselType>Tanker</vesselType><vesselFlag>Korea</vesselFlag><vesselOwner>Co</vesselOwner><tonnage>10</tonnage><grossRegisteredTonnage>20</grossRegisteredTonnage></vesselInfo></sdnEntry>
<sdnEntry><uid>21</uid><firstName>Plane</firstName><sdnType>Aircraft</sdnType></sdnEntry>
</sdnList>'), max_removed => 1);
SELECT * FROM published;
SELECT uid, type, primary_name, programs, title, nationality, remarks FROM entry WHERE code = 'ofac-sdn' ORDER BY uid::int;
SELECT uid, name, kind, weak, surname, given, list_uid FROM name WHERE code = 'ofac-sdn';
SELECT uid, kind, value, country, note, list_uid FROM fact WHERE code = 'ofac-sdn';
SET client_min_messages = warning;
SELECT r.entries, r.published FROM sanct_import_ofac_xml(bytes('<sdnList><publishInformation><Record_Count>2</Record_Count></publishInformation><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>'), max_removed => 1) AS r;
SET client_min_messages = error;
SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><publishInformation><Publish_Date>13/2/2024</Publish_Date></publishInformation><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>'), max_removed => 1);
SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><publishInformation><Publish_Date>12/0/2024</Publish_Date></publishInformation><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>'), max_removed => 1);
SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><publishInformation><Publish_Date>2024</Publish_Date></publishInformation><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>'), max_removed => 1);
SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><sdnEntry><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>'), max_removed => 1);
SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><sdnEntry><uid>1</uid><lastName>A</lastName></sdnEntry></sdnList>'), max_removed => 1);
SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><sdnEntry><uid>1</uid><sdnType>Entity</sdnType></sdnEntry></sdnList>'), max_removed => 1);
SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType><akaList><aka><lastName>B</lastName></aka></akaList></sdnEntry></sdnList>'), max_removed => 1);

-- OFAC, advanced XML

SET client_min_messages = warning;
SELECT FROM sanct_import_ofac_advanced_xml(bytes('<Sanctions><DateOfIssue><Year>2024</Year><Month>3</Month><Day>4</Day></DateOfIssue>
<ReferenceValueSets><A><AliasType ID="1">Name</AliasType><AliasType ID="2">A.K.A.</AliasType><AliasType ID="3">Nickname</AliasType><AliasType ID="4">F.K.A.</AliasType></A>
<B><NamePartType ID="1">Last Name</NamePartType><NamePartType ID="2">First Name</NamePartType></B>
<C><PartySubType ID="1" PartyTypeID="1">Unknown</PartySubType><PartySubType ID="2" PartyTypeID="2">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="3">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="4">Unknown</PartySubType></C>
<D><PartyType ID="1">Individual</PartyType><PartyType ID="2">Transport</PartyType><PartyType ID="3">Entity</PartyType><PartyType ID="4">Group</PartyType></D>
<E><Country ID="1">Korea</Country><Country ID="2">undetermined</Country></E><F><AreaCode ID="1" Description="Egypt">EG</AreaCode></F>
<G><LocPartType ID="1">CITY</LocPartType><LocPartType ID="2">ADDRESS1</LocPartType><LocPartType ID="3">Unknown</LocPartType></G>
<H><Validity ID="1">Valid</Validity><Validity ID="2">Fraudulent</Validity></H>
<I><IDRegDocType ID="1">Passport</IDRegDocType><IDRegDocType ID="2">Odd paper</IDRegDocType></I>
<J><IDRegDocDateType ID="1">Issue Date</IDRegDocDateType><IDRegDocDateType ID="2">Expiration Date</IDRegDocDateType><IDRegDocDateType ID="3">Renewed</IDRegDocDateType></J>
<K><FeatureType ID="1">Title</FeatureType><FeatureType ID="2">Birthdate</FeatureType><FeatureType ID="3">Location</FeatureType><FeatureType ID="4">Gender</FeatureType><FeatureType ID="5">Place of Birth</FeatureType><FeatureType ID="6">Vessel Flag</FeatureType></K>
<L><DetailReference ID="1">Female</DetailReference></L><M><LegalBasis ID="1">Order 1</LegalBasis></M><N><EntryEventType ID="1">Created</EntryEventType><EntryEventType ID="2">Amended</EntryEventType></N>
<O><List ID="1">Non-SDN List</List></O><P><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="2">Block</SanctionsType></P>
<Q><RelationType ID="1">Acting for or on behalf of</RelationType><RelationType ID="2">Owned or Controlled By</RelationType><RelationType ID="3">Family member of</RelationType><RelationType ID="4">Leader of</RelationType></Q></ReferenceValueSets>
<Locations><Location ID="1"><LocationCountry CountryID="1"/><LocationPart LocPartTypeID="1"><LocationPartValue Primary="true"><Value>Town</Value></LocationPartValue><LocationPartValue Primary="false"><Value>도시</Value></LocationPartValue></LocationPart><LocationPart LocPartTypeID="2"><LocationPartValue><Value>Road 1</Value></LocationPartValue><LocationPartValue Primary="false"><Value>길</Value></LocationPartValue></LocationPart></Location>
<Location ID="2"><LocationAreaCode AreaCodeID="1"/></Location><Location ID="3"><LocationCountry CountryID="2"/><LocationPart LocPartTypeID="3"><LocationPartValue><Value>Anju</Value></LocationPartValue></LocationPart></Location></Locations>
<IDRegDocuments><IDRegDocument ID="1" IdentityID="1" IDRegDocTypeID="1" IssuedBy-CountryID="1" ValidityID="2"><IDRegistrationNo>P1</IDRegistrationNo><IssuingAuthority>Office</IssuingAuthority><Comment>seen</Comment>
<DocumentDate IDRegDocDateTypeID="1"><DatePeriod><Start><From><Year>2001</Year><Month>2</Month><Day>3</Day></From></Start></DatePeriod></DocumentDate><DocumentDate IDRegDocDateTypeID="2"><DatePeriod><Start><From><Year>2002</Year><Month>1</Month><Day>1</Day></From></Start><End><To><Year>2002</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></DocumentDate><DocumentDate IDRegDocDateTypeID="3"><DatePeriod><Start><From><Year>2003</Year></From></Start></DatePeriod></DocumentDate><DocumentDate IDRegDocDateTypeID="3"/></IDRegDocument>
<IDRegDocument ID="2" IdentityID="1" IDRegDocTypeID="2" ValidityID="1"><IDRegistrationNo>P2</IDRegistrationNo></IDRegDocument><IDRegDocument ID="3" IdentityID="1" IDRegDocTypeID="2" ValidityID="2"><IDRegistrationNo>P3</IDRegistrationNo></IDRegDocument><IDRegDocument ID="4" IdentityID="1" IDRegDocTypeID="1"/></IDRegDocuments>
<DistinctParties>
<DistinctParty><Comment>DOB 1960; POB Anju.</Comment><Profile ID="1" PartySubTypeID="1"><Identity ID="1"><Alias AliasTypeID="2" LowQuality="true"><DocumentedName ID="12"><DocumentedNamePart><NamePartValue NamePartGroupID="2">Ann</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="1" LowQuality="false"><DocumentedName ID="11"><DocumentedNamePart><NamePartValue NamePartGroupID="1">Carr</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="1">Cole</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2">Anna</NamePartValue></DocumentedNamePart></DocumentedName><DocumentedName ID="13"><DocumentedNamePart><NamePartValue NamePartGroupID="1">김</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2">안나</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="3"><DocumentedName ID="14"><DocumentedNamePart><NamePartValue NamePartGroupID="1">Nick</NamePartValue></DocumentedNamePart></DocumentedName><DocumentedName ID="15"/><DocumentedName ID="16"><DocumentedNamePart/><DocumentedNamePart><NamePartValue>Loose</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="2"/></MasterNamePartGroup></NamePartGroups></Identity>
<Feature FeatureTypeID="1"><FeatureVersion><VersionDetail>Head</VersionDetail></FeatureVersion></Feature>
<Feature FeatureTypeID="2"><FeatureVersion><Comment>told</Comment><DatePeriod><Start Approximate="true"><From><Year>1961</Year><Month>1</Month><Day>1</Day></From></Start><End><From><Year>1961</Year><Month>12</Month><Day>31</Day></From></End></DatePeriod></FeatureVersion>
<FeatureVersion><DatePeriod><Start Approximate="true"><From><Year>1962</Year><Month>2</Month><Day>1</Day></From><To><Year>1962</Year><Month>2</Month><Day>28</Day></To></Start></DatePeriod></FeatureVersion>
<FeatureVersion><Comment>sure</Comment><DatePeriod><Start Approximate="false"><From><Year>1963</Year><Month>3</Month><Day>4</Day></From></Start><End><To><Year>1964</Year><Month>5</Month><Day>6</Day></To></End></DatePeriod></FeatureVersion>
<FeatureVersion><DatePeriod><Start><From><Year>1965</Year><Month>1</Month><Day>1</Day></From></Start><End><To><Year>1965</Year><Month>1</Month><Day>1</Day></To></End></DatePeriod></FeatureVersion>
<FeatureVersion><DatePeriod><Start><From><Year>1966</Year><Month>4</Month><Day>1</Day></From></Start><End><To><Year>1967</Year><Month>4</Month><Day>30</Day></To></End></DatePeriod></FeatureVersion>
<FeatureVersion><DatePeriod><Start><From><Year>1968</Year><Month>4</Month><Day>1</Day></From></Start><End><To><Year>1968</Year><Month>4</Month><Day>29</Day></To></End></DatePeriod></FeatureVersion>
<FeatureVersion><DatePeriod><Start><From><Year>1969</Year><Month>13</Month><Day>1</Day></From></Start></DatePeriod></FeatureVersion><FeatureVersion><DatePeriod><Start/></DatePeriod></FeatureVersion><FeatureVersion/></Feature>
<Feature FeatureTypeID="3"><FeatureVersion><VersionLocation LocationID="1"/><Comment>lost</Comment></FeatureVersion><FeatureVersion><VersionLocation LocationID="2"/><Comment>kept</Comment></FeatureVersion><FeatureVersion><VersionLocation LocationID="9"/></FeatureVersion><FeatureVersion/></Feature>
<Feature FeatureTypeID="4"><FeatureVersion><VersionDetail DetailReferenceID="1"/></FeatureVersion></Feature><Feature FeatureTypeID="5"><FeatureVersion><VersionLocation LocationID="3"/></FeatureVersion></Feature><Feature FeatureTypeID="6"><FeatureVersion><VersionLocation LocationID="2"/><Comment>flown</Comment></FeatureVersion></Feature></Profile></DistinctParty>
<DistinctParty><Profile ID="2" PartySubTypeID="2"><Identity ID="2"><Alias AliasTypeID="1"><DocumentedName ID="21"><DocumentedNamePart><NamePartValue>Ship</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty>
<DistinctParty><Profile ID="3" PartySubTypeID="3"><Identity ID="3"><Alias AliasTypeID="1"><DocumentedName ID="31"><DocumentedNamePart><NamePartValue>Co</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty>
</DistinctParties>
<ProfileRelationships><ProfileRelationship From-ProfileID="1" To-ProfileID="2" RelationTypeID="1" Former="true"><Comment>said</Comment></ProfileRelationship><ProfileRelationship From-ProfileID="1" To-ProfileID="3" RelationTypeID="2" Former="false"/><ProfileRelationship From-ProfileID="1" To-ProfileID="1" RelationTypeID="3"/><ProfileRelationship From-ProfileID="3" To-ProfileID="1" RelationTypeID="4"/><ProfileRelationship From-ProfileID="9" To-ProfileID="1" RelationTypeID="4"/><ProfileRelationship From-ProfileID="2" RelationTypeID="4"/></ProfileRelationships>
<SanctionsEntries><SanctionsEntry ProfileID="1" ListID="1"><EntryEvent EntryEventTypeID="1" LegalBasisID="1"><Date><Year>2001</Year><Month>2</Month><Day>3</Day></Date></EntryEvent><EntryEvent EntryEventTypeID="2"><Date><Year>2002</Year><Month>2</Month><Day>3</Day></Date></EntryEvent><SanctionsMeasure SanctionsTypeID="1"><Comment>NK</Comment></SanctionsMeasure><SanctionsMeasure SanctionsTypeID="1"/><SanctionsMeasure SanctionsTypeID="2"><Comment>all</Comment></SanctionsMeasure></SanctionsEntry>
<SanctionsEntry ProfileID="2"><EntryEvent LegalBasisID="1"><Date><Year>2003</Year><Month>2</Month></Date></EntryEvent><EntryEvent><Date><Year>2004</Year><Month>5</Month><Day>6</Day></Date></EntryEvent></SanctionsEntry><SanctionsEntry ProfileID="3"><EntryEvent LegalBasisID="1"/></SanctionsEntry><SanctionsEntry ProfileID="8"/></SanctionsEntries>
</Sanctions>'), max_removed => 1, list => 'ofac-cons');
SET client_min_messages = error;
SELECT * FROM published;
SELECT uid, type, primary_name, programs, title, listed_on, nationality, remarks FROM entry WHERE code = 'ofac-cons' ORDER BY uid::int;
SELECT uid, name, kind, weak, script, surname, given, list_uid FROM name WHERE code = 'ofac-cons';
SELECT uid, kind, value, country, note, list_uid FROM fact WHERE code = 'ofac-cons';
SELECT FROM sanct_import_ofac_advanced_xml(bytes('<Sanctions><DateOfIssue><Year>2024</Year><Month>3</Month></DateOfIssue></Sanctions>'), max_removed => 1);
SELECT FROM sanct_import_ofac_advanced_xml(bytes('<Sanctions><Locations><Location/></Locations></Sanctions>'), max_removed => 1);
SELECT FROM sanct_import_ofac_advanced_xml(bytes('<Sanctions><IDRegDocuments><IDRegDocument/></IDRegDocuments></Sanctions>'), max_removed => 1);
SELECT FROM sanct_import_ofac_advanced_xml(bytes('<Sanctions><DistinctParties><DistinctParty/></DistinctParties></Sanctions>'), max_removed => 1);
SELECT FROM sanct_import_ofac_advanced_xml(bytes('<Sanctions><DistinctParties><DistinctParty><Profile/></DistinctParty></DistinctParties></Sanctions>'), max_removed => 1);
SELECT FROM sanct_import_ofac_advanced_xml(bytes('<Sanctions><ReferenceValueSets><C><PartySubType ID="4" PartyTypeID="4">Unknown</PartySubType></C><D><PartyType ID="4">Group</PartyType></D></ReferenceValueSets><DistinctParties><DistinctParty><Profile ID="1" PartySubTypeID="4"/></DistinctParty></DistinctParties></Sanctions>'), max_removed => 1);
SELECT FROM sanct_import_ofac_advanced_xml(bytes('<Sanctions><ReferenceValueSets><C><PartySubType ID="2">Vessel</PartySubType></C></ReferenceValueSets><DistinctParties><DistinctParty><Profile ID="1" PartySubTypeID="2"/></DistinctParty></DistinctParties></Sanctions>'), max_removed => 1);

-- OFAC, CSV: what remarks hold

SELECT r.entries, r.cut_remarks FROM sanct_import_ofac_csv(bytes('1,"CARR, Anna","individual","A] [B","Head",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"(DOB circa 1960); alt. DOB 03 Apr 1961 to 1962; DOB Apr 1963-1964; DOB 31 Feb 1965; DOB 5 Sept 1966; DOB 1967x; DOB 19671; POB Anju, Korea; nationality Korea; citizen Egypt; Gender Female; Passport P1 (Korea) issued 1 Jan 2001; Passport P2 issued 2 Jan 2001; Passport P3 expires 3 Jan 2001; Passport P4 (Korea; Passport; Diplomatic Passport P5 (Korea) (old); SSN 1-2; a.k.a. ''KERR, Ann; Bella''; alt. f.k.a. ''Old''; n.k.a. ''New''; x.k.a. ''None''; a.k.a. ''''; a.k.a. ''Open; Digital Currency Address - XBT 1a; Digital Currency Address - 2b; Executive Order 13000; Fishing Number 77 (Egypt); Odd paper No. A7; Nothing of note; Nothing No. x; DOBx 1970; Identification Number IMO 7000001; Vessel Registration Identification IMO 7000002; Company Number IMO 7000003; Registration Number IMO 7000004; Linked To: CO;   ;Website www.a.b."
2,CO,-0- ,"[C] [D]",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. ''C; O''; Tax ID No. 5."
3,SHIP,vessel,D,-0- ,CS,Tanker,10,20,Korea,Owner,-0- 
'), '', '', max_removed => 1) AS r;
SELECT uid, type, primary_name, programs, title FROM entry WHERE code = 'ofac-sdn' ORDER BY uid::int;
SELECT uid, name, kind, weak, surname, given FROM name WHERE code = 'ofac-sdn';
SELECT uid, kind, value, country, note FROM fact WHERE code = 'ofac-sdn';
SELECT r.entries, r.names, r.cut_remarks FROM sanct_import_ofac_csv(bytes('ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks
1,A,,P,,,,,,,,"' || rpad('Website www.a.b; Passport 1', 1000, '2') || '"
2,B,,P,,,,,,,,"' || rpad('Website www.c.d; Passport 1', 999, '2') || '"
'), bytes('1,11,fka,AA,"said"
1,12,nka,AB,-0- 
'), bytes('1,21,Road,Town,Korea,left
1,22,-0- ,Town,-0- ,-0- 
1,23,Road,-0- ,-0- ,-0- 
'), bytes('1,"3; Passport 9"
'), max_removed => 1) AS r;
SELECT uid, name, kind, note, list_uid FROM name WHERE code = 'ofac-sdn';
SELECT uid, kind, length(value) AS length, right(value, 8) AS value, country, note, list_uid FROM fact WHERE code = 'ofac-sdn';
SELECT r.cut_remarks FROM sanct_import_ofac_csv(bytes('1,A,,P,,,,,,,,"' || rpad('Website www.a.b; Passport 1', 1000, '2') || '"
'), '', '', max_removed => 1) AS r;
SELECT uid, kind, value FROM fact WHERE code = 'ofac-sdn';
SELECT FROM sanct_import_ofac_csv('', '', '');
SELECT FROM sanct_import_ofac_csv(bytes(E'ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\n'), '', '');
SELECT FROM sanct_import_ofac_csv(bytes(E'1,,,P,,,,,,,,\n'), '', '');
SELECT FROM sanct_import_ofac_csv(bytes(E'1,A,boat,P,,,,,,,,\n'), '', '');
SELECT FROM sanct_import_ofac_csv(bytes(E'x1,A,,P,,,,,,,,\n'), '', '');
SELECT FROM sanct_import_ofac_csv(bytes(E'1,A,,P,,,,,,,,\n1,B,,P,,,,,,,,\n'), '', '');
SELECT FROM sanct_import_ofac_csv(bytes(E'1,A,,P,,,,,,,,\n'), bytes(E'1,2,aka,\n'), '');
SELECT FROM sanct_import_ofac_csv(bytes(E'1,A,,P,,,,,,,,\n'), bytes(E'1,2,,AA,\n'), '');
SELECT FROM sanct_import_ofac_csv(bytes(E'1,A,,P,,,,,,,,\n'), bytes(E'1,x,aka,AA,\n'), '');
SELECT FROM sanct_import_ofac_csv(bytes(E'1,A,,P,,,,,,,,\n'), bytes(E'2,2,aka,AA,\n'), '');
SELECT FROM sanct_import_ofac_csv(bytes(E'1,A,,P,,,,,,,,\n'), '', '', bytes(E'1,more\n'));
SELECT FROM sanct_import_ofac_csv(bytes(E'1,2,aka,AA,\n'), '', '');

-- files are read side by side: whatever order their records have, the same is loaded; remarks wait for comments
CREATE FUNCTION records(file text, sorting text) RETURNS bytea LANGUAGE sql AS $$
	SELECT convert_to(string_agg(line, E'\r\n' ORDER BY CASE sorting WHEN 'as it is' THEN n WHEN 'turned' THEN -n ELSE hashtext(line) END) || E'\r\n\x1A', 'UTF8')
	FROM regexp_split_to_table(convert_from(pg_read_binary_file(file), 'UTF8'), E'\r?\n') WITH ORDINALITY l (line, n) WHERE line !~ E'^\x1A?$'
$$;
SELECT a AS sdn, b AS others, r.added, r.changed, r.delisted, r.cut_remarks
FROM unnest('{as it is,as it is,turned,turned,mixed,mixed}'::text[], '{as it is,turned,as it is,turned,as it is,mixed}'::text[]) o (a, b),
	LATERAL sanct_import_ofac_csv(records(:'abs_srcdir' || '/test/data/ofac_sdn.csv', a), records(:'abs_srcdir' || '/test/data/ofac_alt.csv', b),
		records(:'abs_srcdir' || '/test/data/ofac_add.csv', b), records(:'abs_srcdir' || '/test/data/ofac_comments.csv', b), max_removed => 1) r;
DROP FUNCTION records;

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP VIEW published, name, fact, entry;
DROP FUNCTION bytes;
