-- the rarer forms of each publisher's documents: a column of another version, an element that is missing or empty, a
-- date that is known in part; what a reader must not lose there, nor make up

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

-- EU, XML

SELECT FROM sanct_import_eu_xml(bytes('<export generationDate="2024-01-02T03:04:05">
<sanctionEntity logicalId="1" designationDate="2009-07-16" euReferenceNumber="EU.1" unitedNationId="U1" designationDetails="why">
<remark>said first</remark>
<regulation numberTitle="2020/1" publicationDate="2020-01-02" entryIntoForceDate="2020-01-03" programme="PRK" organisationType="council"/>
<regulation numberTitle="2020/2" entryIntoForceDate="2020-02-03"/><regulation programme="IRN"/>
<subjectType code="person"/>
<nameAlias wholeName="Anna Bella Carr" firstName="Anna" middleName="Bella" lastName="Carr" strong="true" gender="F" title="Dr" function="Head" nameLanguage="EN" logicalId="11"/>
<nameAlias firstName="Ann" middleName="B" lastName="Kerr" strong="TRUE" gender="M" title="Ms" logicalId="12"/>
<nameAlias lastName="Onlylast" strong="false"/><nameAlias firstName="Onlyfirst"/><nameAlias firstName="-" lastName="-" gender="X"/>
<nameAlias wholeName="Weak One" lastName="One" strong="true"><remark>Low quality alias</remark></nameAlias>
<nameAlias wholeName="Weak Two"><remark>LOW QUALITY</remark></nameAlias>
<nameAlias wholeName="Strong Three"><remark>of high quality</remark></nameAlias>
<birthdate birthdate="1960-02-03" circa="true" calendarType="GREGORIAN" countryDescription="UNKNOWN" city="Anju" logicalId="21"/>
<birthdate year="1961" monthOfYear="4" circa="false"/><birthdate year="1962" dayOfMonth="5"/>
<birthdate year="1963" monthOfYear="6" dayOfMonth="7" circa="true" calendarType="HIJRI"><remark>as told</remark></birthdate>
<birthdate yearRangeFrom="1964" yearRangeTo="1965"/><birthdate yearRangeFrom="1966"/><birthdate yearRangeTo="1967"/>
<birthdate birthdate="in spring"/>
<birthdate zipCode="123" city="Town" place="Village" region="North" countryDescription="KOREA"><remark>of the place</remark></birthdate>
<birthdate place="Hamlet" countryDescription="00"/><birthdate countryDescription="EGYPT"/><birthdate circa="true"/>
<identification number="A1" latinNumber="L1" identificationTypeCode="passport" identificationTypeDescription="Passport" diplomatic="true" knownExpired="true" knownFalse="true" reportedLost="true" revokedByIssuer="true" issuedBy="Office" issueDate="2001-01-01" validFrom="2001-01-02" validTo="2002-02-02" nameOnDocument="Anna" region="North" countryDescription="KOREA" logicalId="31"><remark>seen</remark></identification>
<identification latinNumber="L2" identificationTypeCode="ssn" countryDescription="UNKNOWN" diplomatic="false"/>
<identification number="A3 (passport-National passport) (old)"/><identification number="A4 (id-x) (old)" identificationTypeCode="tax"/>
<identification number="A5" identificationTypeCode="passports"/><identification number="A6" identificationTypeCode="id"/>
<identification number="A7" identificationTypeCode="imo"/><identification number="A8" identificationTypeCode="swiftbic"/>
<identification number="A9" identificationTypeCode="regnumber"/><identification number="A10" identificationTypeCode="fiscalcode"/>
<identification number="A11" identificationTypeCode="travel"/><identification number="A12" identificationTypeCode="LICENCE"/>
<identification number="A13" identificationTypeCode="license"/><identification number="A14"/><identification identificationTypeCode="id"/>
<citizenship countryDescription="KOREA" region="North" logicalId="41"><remark>once</remark></citizenship><citizenship countryDescription="UNKNOWN" region="South"/>
<address street="Road 1" poBox="2" zipCode="345" city="Town" place="Village" region="North" countryDescription="KOREA" logicalId="51"><remark>left</remark>
<contactInfo key="PHONE[1]" value="+1"/><contactInfo key="fax" value="+2"/><contactInfo key="EMAIL" value="a@b"/><contactInfo key="WEB" value="c.d"/><contactInfo key="POST" value="e"/><contactInfo key="PHONE"/><contactInfo value="+3"/></address>
<address city="Port" street="-"/><address countryDescription="00" poBox="-"/>
</sanctionEntity>
<sanctionEntity logicalId="2"><subjectType code="enterprise"/><nameAlias wholeName="Trade Co" firstName="Trade" lastName="Co"/></sanctionEntity>
</export>'), max_removed => 1);
SELECT * FROM published;
SELECT uid, type, primary_name, programs, title, listed_on, nationality, remarks FROM entry ORDER BY uid;
SELECT uid, name, kind, weak, language, surname, given, note, list_uid FROM name;
SELECT uid, kind, value, country, note, list_uid FROM fact;

SELECT FROM sanct_import_eu_xml(bytes('<export><sanctionEntity><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity></export>'), max_removed => 1);
SELECT FROM sanct_import_eu_xml(bytes('<export><sanctionEntity logicalId="1"><nameAlias wholeName="A"/></sanctionEntity></export>'), max_removed => 1);
SELECT FROM sanct_import_eu_xml(bytes('<export><sanctionEntity logicalId="1"><subjectType/><nameAlias wholeName="A"/></sanctionEntity></export>'), max_removed => 1);
SELECT FROM sanct_import_eu_xml(bytes('<export><sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias gender="F"/></sanctionEntity></export>'), max_removed => 1);
SELECT FROM sanct_import_eu_xml(bytes('<export><sanctionEntity logicalId="1" designationDate="2009"><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity></export>'), max_removed => 1);
SELECT FROM sanct_import_eu_xml(bytes('<export generationDate="2024-01"><sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity></export>'), max_removed => 1);

-- EU, CSV: the type in either of two columns

SET client_min_messages = warning;
SELECT r.entries, r.published FROM sanct_import_eu_csv(bytes('fileGenerationDate;Entity_LogicalId;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_DesignationDate;Entity_DesignationDetails;Entity_Remark;Entity_EU_ReferenceNumber;Entity_UnitedNationId;Entity_Regulation_NumberTitle;Entity_Regulation_PublicationDate;Entity_Regulation_Programme;NameAlias_WholeName;NameAlias_LastName;NameAlias_FirstName;Address_Street;Address_ZipCode;Address_City;Address_ContactInfo;Identification_Number
2024-02-03;1;;P;2009-07-16;why;said;EU.1;U1;2020/1;2020-01-02;PRK;Anna Carr;Carr;Anna;Road;345;Town;call;A1
2024-02;2;X;E;;;;;;;;;Trade ?? Co;;;;;Port;;A2 (passport-National passport) (old)
2024-02-03;3;E;;;;;;;;;;Trade ??? Co;;;Road;;;;A3 (old)
2024-02-03;1;E;E;;;also;;;;;IRN;Ann Carr?;;;;;;;
'), max_removed => 1) AS r;
SET client_min_messages = error;
SELECT uid, type, primary_name, programs, listed_on, remarks FROM entry WHERE code = 'eu-fsf' ORDER BY uid;
SELECT uid, name, kind, surname, given FROM name WHERE code = 'eu-fsf';
SELECT uid, kind, value, note FROM fact WHERE code = 'eu-fsf';
SELECT r.entries FROM sanct_import_eu_csv(bytes('Entity_logical_id;Subject_type;Naal_wholename;Naal_lastname;Naal_firstname;Naal_gender;Naal_title;Naal_function;Naal_language;Naal_logical_id;Addr_number;Addr_street;Addr_zipcode;Addr_city;Addr_country;Addr_other;Birt_date;Birt_place;Birt_country;Iden_number;Iden_country;Citi_country;Date_file;Leba_numtitle;Leba_publication_date;Programme;Entity_remark;EU_ref_num
1;P;Anna Carr;Carr;Anna;F;Dr;Head;EN;11;7;Road;345;Town;KOREA;left;1960-02-03;Anju;KOREA;A1;KOREA;KOREA;04/07/2025;2020/1;2020-01-02;PRK;said;EU.1
'), max_removed => 1) AS r;
SELECT * FROM published;
SELECT uid, name, kind, language, surname, given, list_uid FROM name WHERE code = 'eu-fsf';
SELECT uid, kind, value, country, note FROM fact WHERE code = 'eu-fsf';
SELECT FROM sanct_import_eu_csv('');
SELECT FROM sanct_import_eu_csv(bytes(E'Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\n'), max_removed => 1);
SELECT FROM sanct_import_eu_csv(bytes(E'Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\n1a;P;A\n'), max_removed => 1);
SELECT FROM sanct_import_eu_csv(bytes(E'Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\n;P;A\n'), max_removed => 1);
SELECT FROM sanct_import_eu_csv(bytes(E'Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\n1;;A\n'), max_removed => 1);
SELECT FROM sanct_import_eu_csv(bytes(E'Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\n1;P;A\n2;P;\n1;P;B\n'), max_removed => 1);
SELECT FROM sanct_import_eu_csv(bytes(E'Entity_LogicalId;Entity_SubjectType;Entity_DesignationDate;NameAlias_WholeName\n1;P;soon;A\n'), max_removed => 1);

-- OFAC, XML

SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><publshInformation><Publish_Date>1/2/2024</Publish_Date></publshInformation>
<sdnEntry><uid>1</uid><firstName>Anna</firstName><lastName>Carr</lastName><sdnType>individual</sdnType><title>Head</title><remarks>DOB 1960. </remarks>
<programList><program>A</program><program/><program>B</program></programList>
<akaList><aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>Kerr</lastName></aka><aka><uid>3</uid><type>f.k.a.</type><category>strong</category><firstName>Bella</firstName></aka><aka><uid>4</uid><type>n.k.a.</type></aka><aka><uid>5</uid><type>NKA</type><lastName>Cole</lastName><firstName>Dora</firstName></aka></akaList>
<idList><id><uid>6</uid><idType>Passport</idType><idNumber>P1</idNumber><idCountry>Korea</idCountry><issueDate>1 Jan 2001</issueDate></id><id><uid>7</uid><idType>Passport</idType><idNumber>P2</idNumber><expirationDate>2 Feb 2002</expirationDate></id><id><uid>8</uid><idType>SSN</idType><idNumber>P3</idNumber><issueDate>1 Jan 2001</issueDate><expirationDate>2 Feb 2002</expirationDate></id><id><idType>SSN</idType></id><id><idNumber>P4</idNumber></id><id><idType>Gender</idType><idNumber>Female</idNumber></id><id><idType>Odd paper</idType><idNumber>P5</idNumber></id></idList>
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

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
DROP VIEW published, name, fact, entry;
DROP FUNCTION bytes;
