-- the rarer forms of documents of the EU: a column of another version,
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

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP VIEW published, name, fact, entry;
DROP FUNCTION bytes;
