-- rarer forms of the European Union's list: parts that are missing, stand elsewhere or are none, and what is refused

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
CREATE FUNCTION pg_temp.xml(entities text) RETURNS text LANGUAGE sql AS $$ SELECT format('<export generationDate="2025-12-31T00:00:00.000+01:00">%s</export>', entities) $$;

-- names: of parts alone, several in one text, without strength; told to be of low quality, by the attribute or by a remark
SELECT pg_temp.load('sanct_import_eu_xml', pg_temp.xml('
<sanctionEntity logicalId="1"><subjectType code="person"/>
	<nameAlias wholeName="" firstName="Ann" middleName="-" lastName="Lee" gender="F" title="Dr" function="Head" nameLanguage="EN" logicalId="11"/>
	<nameAlias firstName="Anne" gender="M" logicalId="12"/>
	<nameAlias wholeName="A. Lee; Li" strong="false" lastName="Lee" firstName="A." logicalId="13"/>
	<nameAlias wholeName="Annie" strong="true" logicalId="14"><remark>Low quality alias</remark></nameAlias>
	<nameAlias wholeName="Nan" strong="true"><remark>LOW QUALITY</remark></nameAlias>
	<nameAlias wholeName="" lastName="" strong="true" gender="X"/>
	<nameAlias lastName="Lea" strong="TRUE" title="Dr"/>
</sanctionEntity>
<sanctionEntity logicalId="2"><subjectType code="enterprise"/><nameAlias wholeName="Lee Ltd"/></sanctionEntity>
<sanctionEntity logicalId="3"><subjectType code="enterprise"/><nameAlias wholeName="Li Ltd"/></sanctionEntity>'));
SELECT * FROM name;
SELECT uid, type, primary_name, title, listed_on FROM entry ORDER BY uid;
SELECT * FROM fact;

-- births: as exact as they are known, in whatever attribute; a remark is of the date if there is one, else of the place
SELECT pg_temp.load('sanct_import_eu_xml', pg_temp.xml('
<sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="A"/>
	<birthdate birthdate="1950-02-03" circa="true" calendarType="ISLAMIC" zipCode="123" city="Town" place="House" region="North" countryDescription="UNKNOWN" logicalId="1"/>
	<birthdate year="1951" monthOfYear="4" calendarType="GREGORIAN"><remark>from a letter</remark></birthdate>
	<birthdate year="1952" monthOfYear="4" dayOfMonth="5" circa="false"/>
	<birthdate year="1953" dayOfMonth="5"/>
	<birthdate yearRangeFrom="1954" yearRangeTo="1955"/>
	<birthdate yearRangeFrom="1956"/>
	<birthdate yearRangeTo="1957"/>
	<birthdate yearRangeFrom="1958" yearRangeTo="1958"/>
	<birthdate year="12" yearRangeTo="1959"/>
	<birthdate birthdate="in spring 1960"/>
	<birthdate city="City" countryDescription="EGYPT"><remark>or near it</remark></birthdate>
	<birthdate countryDescription="TUNISIA"/>
	<birthdate countryDescription="00"/>
	<birthdate birthdate="1961-02-29"/>
	<birthdate birthdate="1964-02-29"/>
	<birthdate/>
</sanctionEntity>'));
SELECT kind, value, country, note, list_uid FROM fact;

-- documents: each code, what is known of one, a number in other letters
SELECT pg_temp.load('sanct_import_eu_xml', pg_temp.xml('
<sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="A"/>
	<identification identificationTypeCode="passport" number="P1" diplomatic="true" knownExpired="true" knownFalse="true" reportedLost="true" revokedByIssuer="true" countryDescription="IRAN" logicalId="1"/>
	<identification identificationTypeCode="id" number="I1" latinNumber="1" issuedBy="office" issueDate="2001-01-01" validFrom="2001-01-02" validTo="2011-01-01" nameOnDocument="B" region="North"><remark>seen</remark></identification>
	<identification identificationTypeCode="ssn" latinNumber="S1" diplomatic="false" countryDescription="UNKNOWN"/>
	<identification identificationTypeCode="imo" number="7000001"/>
	<identification identificationTypeCode="swiftbic" number="ABCDEFGH"/>
	<identification identificationTypeCode="regnumber" number="R1" identificationTypeDescription="Registration Number"/>
	<identification identificationTypeCode="fiscalcode" number="F1"/>
	<identification identificationTypeCode="tax" number="T1"/>
	<identification identificationTypeCode="travel" number="V1"/>
	<identification identificationTypeCode="licence" number="L1"/>
	<identification identificationTypeCode="other" number="O1"/>
	<identification identificationTypeCode="idea" number="O2"/>
	<identification number="O3"/>
	<identification identificationTypeCode="passport"/>
</sanctionEntity>'));
SELECT kind, value, country, note, list_uid FROM fact;

-- addresses, kinds of contact, citizenships, regulations, remarks
SELECT pg_temp.load('sanct_import_eu_xml', pg_temp.xml('
<sanctionEntity logicalId="1" designationDate="2009-07-16" euReferenceNumber="EU.1.2" unitedNationId="KPe.001" designationDetails="details"><subjectType code="enterprise"/><nameAlias wholeName="A"/>
	<remark>one  and
two</remark><remark>one  and
two</remark><remark/>
	<regulation numberTitle="1/2009 (OJ L 1)" publicationDate="2009-07-17" entryIntoForceDate="2009-07-18" programme="PRK" organisationType="commission"/>
	<regulation programme="PRK"/>
	<regulation numberTitle="2/2010"/>
	<address street="Street 1" poBox="77" zipCode="100" city="City" place="Quarter" region="North" countryDescription="CHINA" logicalId="1">
		<remark>before 2000</remark>
		<contactInfo key="PHONE" value="+1"/><contactInfo key="Phone2" value="+2"/><contactInfo key="FAX" value="+3"/><contactInfo key="EMAIL" value="a@b"/>
		<contactInfo key="WEB" value="http://a"/><contactInfo key="Telex" value="4"/><contactInfo key="FAX"/><contactInfo value="5"/>
	</address>
	<address city="Town" countryDescription="00"/>
	<address countryDescription="UNKNOWN"/>
	<address street="-"/>
	<citizenship countryDescription="IRAN" region="South" logicalId="1"><remark>since 1990</remark></citizenship>
	<citizenship countryDescription="UNKNOWN"/>
	<citizenship/>
</sanctionEntity>'));
SELECT kind, value, country, note, list_uid FROM fact;
SELECT listed_on, programs, nationality, remarks FROM entry;

-- what is refused, and what is not known
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
SELECT r.published FROM sanct_import_eu_xml('<export><sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="A"/></sanctionEntity></export>') AS r;
SELECT FROM sanct_import_eu_xml('<export generationDate="2026"/>');
SELECT FROM sanct_import_eu_xml('<export generationDate="2026-02-30T00:00:00.000"/>');

-- CSV of version 1.0: a document's kind, number and remark stand in one column; the type in either of two
SELECT pg_temp.load('sanct_import_eu_csv', 'Date_file;Entity_logical_id;Subject_type;Entity_SubjectType_ClassificationCode;Naal_wholename;Naal_lastname;Naal_firstname;Naal_middlename;Addr_number;Addr_street;Iden_number;Iden_country;Birt_date;Citi_country;Entity_remark;Leba_publication_date;X_leba_url
31/12/2025;1;P;;A B;B;A;;12;Road;AD1 (passport-National passport) (expired);IRAN;1950-01-01;IRAN;one;2001-01-01;http://a
31/12/2025;1;P;;;;;;;;1 (id-National identification card);;;;two;;
31/12/2025;1;P;;;;;;;;2 (licence-Driving licence);;;;two;;
31/12/2025;1;P;;;;;;;;3 (;;;;;;
31/12/2025;1;P;;;;;;;;4 (other-Other identification number);;;;;;
31/12/2025;1;P;;;;;;;;5;;;;;;
;2;;E;A Ltd;;;;;;;;;;;;
;3;X;enterprise;B Ltd;;;;;;;;;;;;
');
SELECT * FROM name;
SELECT * FROM fact;
SELECT uid, type, remarks FROM entry ORDER BY uid;
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
SELECT r.published FROM sanct_import_eu_csv(E'Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;fileGenerationDate\n1;P;A;12/2026\n1;P;A;30/12/2026\n1;P;A;31/12/2026\n'::bytea, max_removed => 1) AS r;

DELETE FROM sanct_entry;
DELETE FROM sanct_release;
DELETE FROM sanct_list;
