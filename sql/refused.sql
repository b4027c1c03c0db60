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

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
