-- what the formats of further publishers give, in samples of the same designations: no whole file of theirs was at hand
\getenv abs_srcdir PG_ABS_SRCDIR
SET datestyle = 'ISO, YMD';
SET client_min_messages = warning;
CREATE FUNCTION pg_temp.file(name text) RETURNS bytea LANGUAGE sql AS $$ SELECT pg_read_binary_file(current_setting('sample.directory') || '/' || name) $$;
SELECT set_config('sample.directory', :'abs_srcdir' || '/test/data', false) IS NULL AS unset;
CREATE VIEW entry AS
	SELECT l.code, e.id, e.list_uid AS uid, e.type, e.primary_name, e.programs, e.title, e.listed_on, e.nationality
	FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id WHERE e.delisted_in IS NULL;
CREATE VIEW fact AS
	SELECT e.code, e.uid, i.kind, i.value, i.country, i.note, i.list_uid FROM entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id ORDER BY i.id;

SELECT r.published, r.entries, r.names, r.identifiers FROM sanct_import_ofac_enhanced_xml(pg_temp.file('ofac_enhanced.xml')) AS r;
SELECT r.published, r.entries, r.names, r.identifiers FROM sanct_import_seco_xml(pg_temp.file('seco.xml')) AS r;
SELECT r.published, r.entries, r.names, r.identifiers FROM sanct_import_sema_xml(pg_temp.file('sema.xml')) AS r;
SELECT r.published, r.entries, r.names, r.identifiers FROM sanct_import_dfat_csv(pg_temp.file('dfat.csv')) AS r;
SELECT code, uid, type, primary_name, programs, title, listed_on, nationality FROM entry ORDER BY code, uid COLLATE "C";
SELECT e.code, n.name, n.kind, n.weak, n.script, n.surname, n.given FROM sanct_name AS n JOIN entry AS e ON e.id = n.entry_id
	WHERE e.primary_name ~* 'choe,? myong|korea mining' ORDER BY e.code, n.id;
SELECT f.code, f.kind, f.value, f.country, f.note FROM fact AS f JOIN entry AS e USING (code, uid) WHERE e.primary_name ~* 'choe,? myong|baek ma|^o,? yong' ORDER BY f.code, f.uid, f.kind COLLATE "C", f.value COLLATE "C";

-- the same designations by the name, in each list, also by the Hangul that Switzerland's form has
SELECT DISTINCT e.code, e.primary_name FROM sanct_screen('Choe Myeong-hyeon') AS s JOIN entry AS e ON e.id = s.entry_id ORDER BY 1;

-- OFAC's enhanced XML says the same as its XML: birth dates and documents
SELECT count(*) FROM fact WHERE code = 'ofac-sdn' AND kind IN ('birth-date', 'passport', 'imo');
SELECT FROM sanct_import_ofac_enhanced_xml(pg_temp.file('ofac_enhanced.xml'), list => 'ofac-cons');
SELECT FROM sanct_import_ofac_enhanced_xml(convert_to(replace(convert_from(pg_temp.file('ofac_enhanced.xml'), 'UTF8'), '>Individual<', '>Person<'), 'UTF8'), '2024-03-16');
-- a place that is nowhere; a target of no kind; one that is no longer listed
SELECT FROM sanct_import_seco_xml(convert_to(replace(convert_from(pg_temp.file('seco.xml'), 'UTF8'), '<place ssid="31"', '<place ssid="32"'), 'UTF8'), '2024-03-16');
SELECT FROM sanct_import_seco_xml(convert_to(replace(convert_from(pg_temp.file('seco.xml'), 'UTF8'), 'date="2024-03-15"', 'date="soon"'), 'UTF8'));
SELECT count(*) FROM entry WHERE code = 'ch-seco' AND uid = '99001';
-- records without a name or an item; two items of one number; odd dates
SELECT FROM sanct_import_sema_xml('<data-set><record><Country>X</Country><Schedule>1</Schedule><Item>1</Item></record></data-set>', max_removed => 1);
SELECT FROM sanct_import_sema_xml('<data-set><record><Country>X</Country><Schedule>1</Schedule><LastName>A</LastName></record></data-set>', max_removed => 1);
SELECT FROM sanct_import_sema_xml('<data-set><record><Country>X</Country><Schedule>1</Schedule><Item>1</Item><LastName>A</LastName><DateOfListing>2022</DateOfListing></record></data-set>', max_removed => 1);
SELECT r.entries FROM sanct_import_sema_xml('<data-set><record><Country>X / Y</Country><Schedule>1</Schedule><Item>1</Item><LastName>A</LastName></record><record><Country>X / Y</Country><Schedule>1</Schedule><Item>1</Item><Entity>B</Entity></record></data-set>', max_removed => 1) AS r;
SELECT uid, type FROM entry WHERE code = 'ca-sema' ORDER BY uid COLLATE "C";
-- Australia: items of a cell, an odd reference or type, a spreadsheet
SELECT r.entries, r.names FROM sanct_import_dfat_csv(convert_to(E'Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Place of Birth,Citizenship,Address,Additional Information,Listing Information,Committees\n1,A,Individual,Primary Name,"a) 30/04/1963 b) circa 1960",Anju; Pyongyang,North Korea,"a) Road 1 b) Road 2",said,soon,1718\n1a,B,Individual,fka,,,,,,,\n', 'UTF8'), max_removed => 1) AS r;
SELECT kind, value, note FROM fact WHERE code = 'au-dfat';
SELECT FROM sanct_import_dfat_csv(convert_to(replace(convert_from(pg_temp.file('dfat.csv'), 'UTF8'), ',Vessel,', ',Boat,'), 'UTF8'));
SELECT FROM sanct_import_dfat_csv(convert_to(replace(convert_from(pg_temp.file('dfat.csv'), 'UTF8'), E'\n8000,', E'\nx,'), 'UTF8'));
SELECT FROM sanct_import_dfat_csv('\x504b030414');

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier RESTART IDENTITY;
DROP VIEW fact, entry;
