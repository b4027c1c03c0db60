-- rarer forms of OFAC's lists in CSV and XML: parts that are missing or are none, remarks of each form, and what is refused

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

-- CSV: the remarks of a person and of others, a label after the other; what is none is no fact
CREATE FUNCTION pg_temp.csv(type text, remarks text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	entries integer;
BEGIN
	SELECT r.entries INTO entries FROM sanct_import_ofac_csv(convert_to(format(E'7,"O, B",%s,"A",,,,,,,,"%s"\n', type, replace(remarks, '"', '""')), 'UTF8'), '', '', published => '2026-01-01', max_removed => 1) AS r;
	RETURN format('%s entries', entries);
END $$;
SELECT pg_temp.csv('individual', 'DOB 17 Jan 1986; alt. DOB circa 1954; DOB 1955 to 1956; DOB Mar 1955-Apr 1956; DOB 30 Feb 1950; DOB Abc 1951; DOB 1952 or so; DOB 1953 to soon; DOB 19; DOB 1 Jan 19861; DOB 32 Jan 1950; DOB; POB Town, Iran; ' ||
	'nationality Iran; alt. citizen Iraq; Gender Male; a.k.a. ''X; Y''; f.k.a. ''Z''; n.k.a. ''W, V''; k.k.a. ''U''; a.k.a. ''''; a.k.a. ''T; a.k.a. no quotes; ' ||
	'Passport A1 (Korea, North) expires 01 Feb 2030; Passport No. A2 issued 28 Feb 2007; Passport # A3 expires 01 Jan 2001; Passport A4 (Iran; Diplomatic Passport D1 (Iran); Passport A5 (Iran) (expired); ' ||
	'Identification Number IMO 7000001; Identification Number 12 (Iran); National ID No. IMO 7000002; Any Document No. 12-3 (Cuba); Any Number none; Serial ID X; Odd # 5; (Linked To: A); Linked To: B; SSN 1-2 (United States).');
SELECT name, kind, weak, surname, given FROM name;
SELECT kind, value, country, note FROM fact;
SELECT pg_temp.csv('', 'a.k.a. ''X, Y''; Organization Established Date 1 Feb 2001; alt. Organization Established Date 2002; Organization Type: Bank; Digital Currency Address - XBT 1abc; Digital Currency Address - 2abc; ' ||
	'Additional Sanctions Information - Subject to Secondary Sanctions; Effective Date (EO) 1 Jan 2001; Listing Date (EO) 2 Jan 2001; Executive Order 1; Executive Orders 2; Website a.b; Fax 1; Faxes 2; Telephone: 3; V.A.T. Number 4 (Italy); Secondary sanctions risk:; ' ||
	'(DOB 1950.); ; .; ()');
SELECT name, kind, weak, surname, given FROM name;
SELECT kind, value, country, note FROM fact;
SELECT pg_temp.csv('', remarks) FROM (VALUES (1, ' '), (2, '; ;'), (3, 'DOB 1950'), (4, '(DOB 1951).')) AS x (n, remarks) ORDER BY n;
SELECT kind, value, country, note FROM fact;
-- cut off after a thousand bytes: half a number is none, unless the comments go on
SELECT pg_temp.csv('individual', 'DOB 1950; ' || rpad('Passport 1234', 990, '5'));
SELECT kind, value, left(note, 10) AS note FROM fact;
SELECT r.entries, r.cut_remarks FROM sanct_import_ofac_csv(convert_to(format(E'7,"O, B",individual,"A",,,,,,,,"%s"\n', 'DOB 1950; ' || rpad('Passport 1234', 990, '5')), 'UTF8'), '', '',
	convert_to(E'7,"67 (Iran)."\n', 'UTF8'), published => '2026-01-01', max_removed => 1) AS r;
SELECT kind, length(value), country FROM fact;
-- programs, vessels, addresses and names of either of two parts
SELECT r.entries, r.names, r.identifiers, r.addresses FROM sanct_import_ofac_csv(
	convert_to(E'1,SHIP,vessel,"[A] [B ] [] ",,CALL,Tanker,10,20,Flag,Owner,\n2,"LAST,",individual,A] [A,"Head; Head",,,,,,,\n3,",FIRST",individual,,,,,,,,,\n', 'UTF8'),
	convert_to(E'1,11,aka,OTHER,note\n2,12,f.k.a.,"OLD, B",\n2,13,NKA,"NEW",\n', 'UTF8'),
	convert_to(E'1,21,Road,,Iran,n\n1,22,,City,,\n1,23,Road,City,,\n', 'UTF8'), published => '2026-01-01', max_removed => 1) AS r;
SELECT uid, type, title, programs FROM entry ORDER BY uid;
SELECT uid, name, kind, surname, given, note, list_uid FROM name;
SELECT uid, kind, value, country, note, list_uid FROM fact;
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

-- XML: names of either part, kinds of alias, documents with either date, elements that are empty
CREATE FUNCTION pg_temp.xml(entries text) RETURNS text LANGUAGE sql AS $$ SELECT format('<sdnList>%s</sdnList>', entries) $$;
SELECT pg_temp.load('sanct_import_ofac_xml', pg_temp.xml('<publishInformation><Publish_Date>12/31/2025</Publish_Date><Record_Count>1</Record_Count></publishInformation>
<sdnEntry><uid>1</uid><firstName>F</firstName><lastName>L</lastName><title>T</title><sdnType>individual</sdnType><remarks>DOB 1950. </remarks><remarks/>
	<programList><program>A</program><program/><program>A</program></programList>
	<akaList><aka><uid>11</uid><type>a.k.a.</type><category>weak</category><lastName>W</lastName></aka><aka><uid>12</uid><type>F.K.A.</type><category>strong</category><firstName>S</firstName></aka>
		<aka><type>n.k.a.</type></aka><aka><type>Name</type><lastName>P</lastName></aka></akaList>
	<idList><id><uid>21</uid><idType>Passport</idType><idNumber>1</idNumber><idCountry>Iran</idCountry><issueDate>1 Jan 2001</issueDate><expirationDate>1 Jan 2011</expirationDate></id>
		<id><idType>Passport</idType><idNumber>2</idNumber><issueDate>1 Jan 2001</issueDate></id><id><idType>Passport</idType><idNumber>3</idNumber><expirationDate>1 Jan 2011</expirationDate></id>
		<id><idType>Passport</idType></id><id><idNumber>4</idNumber></id><id><idType>Card</idType><idNumber>5</idNumber></id><id><idType>Digital Currency Address - XBT</idType><idNumber>6</idNumber></id>
		<id><idType>Additional Sanctions Information -</idType><idNumber>Subject to Secondary Sanctions</idNumber></id><id><idType>Gender</idType><idNumber>Male</idNumber></id>
		<id><idType>Tax ID No.</idType><idNumber>IMO 7</idNumber></id></idList>
	<addressList><address><uid>31</uid><address1>1</address1><address2>2</address2><address3>3</address3><city>C</city><stateOrProvince>S</stateOrProvince><postalCode>P</postalCode><country>Iran</country></address><address/></addressList>
	<nationalityList><nationality><uid>41</uid><country>Iran</country></nationality><nationality/></nationalityList><citizenshipList><citizenship><country>Iraq</country></citizenship></citizenshipList>
	<dateOfBirthList><dateOfBirthItem><dateOfBirth>circa 1951</dateOfBirth></dateOfBirthItem><dateOfBirthItem><dateOfBirth>in spring</dateOfBirth></dateOfBirthItem></dateOfBirthList>
	<placeOfBirthList><placeOfBirthItem><placeOfBirth>Town</placeOfBirth></placeOfBirthItem></placeOfBirthList>
	<vesselInfo><callSign>C</callSign><vesselType/><tonnage>1</tonnage><grossRegisteredTonnage>2</grossRegisteredTonnage><vesselFlag>F</vesselFlag><vesselOwner>O</vesselOwner><colour/></vesselInfo></sdnEntry>'));
SELECT * FROM name;
SELECT uid, type, primary_name, title, programs, nationality, remarks FROM entry;
SELECT kind, value, country, note, list_uid FROM fact;
SELECT pg_temp.load('sanct_import_ofac_xml', pg_temp.xml(entry)) FROM (VALUES
	(1, '<sdnEntry><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry>'),
	(2, '<sdnEntry><uid>1</uid><lastName>A</lastName></sdnEntry>'),
	(3, '<sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Boat</sdnType></sdnEntry>'),
	(4, '<sdnEntry><uid>1</uid><sdnType>Entity</sdnType></sdnEntry>'),
	(5, '<sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Aircraft</sdnType><akaList><aka><lastName>B</lastName></aka></akaList></sdnEntry>'),
	(6, '<publshInformation><Publish_Date>31/12/2025</Publish_Date></publshInformation>'),
	(7, '<publshInformation><Publish_Date>02/29/2025</Publish_Date></publshInformation>'),
	(8, '<publshInformation><Publish_Date>12/2025</Publish_Date></publshInformation>'),
	(9, '<publshInformation><Record_Count>2</Record_Count></publshInformation><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Vessel</sdnType></sdnEntry>')) AS x (n, entry) ORDER BY n;

DELETE FROM sanct_entry;
DELETE FROM sanct_release;
DELETE FROM sanct_list;
