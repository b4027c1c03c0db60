-- documents that no publisher would write: what is too large or nested too deep is refused, and what is only large is read
SET max_stack_depth = '100kB';
-- these documents lack nearly all that a whole list has
SET client_min_messages = error;
CREATE FUNCTION un_alias(alias text) RETURNS bytea LANGUAGE sql AS
$$
SELECT convert_to('<CONSOLIDATED_LIST dateGenerated="2025-04-19T23:00:04Z"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>
<FIRST_NAME>Kim</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.001</REFERENCE_NUMBER>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>' || alias || '</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>', 'UTF8')
$$;
BEGIN;
-- names in turn in one and another script, in parentheses inside one another
SELECT names FROM sanct_import_un_xml(un_alias('Ж (가 (Ж (가)))'), max_removed => 1);
SELECT name, script FROM sanct_name ORDER BY id;
SAVEPOINT imported;
\set VERBOSITY terse
SELECT names FROM sanct_import_un_xml(un_alias(repeat('Ж (가 (', 20000) || repeat('); Z)', 20000)), '2030-01-01', max_removed => 1);
ROLLBACK TO imported;
-- many words, many parentheses around one
SELECT names FROM sanct_import_un_xml(un_alias(repeat('a ', 1000000)), '2030-01-01', max_removed => 1);
ROLLBACK TO imported;
SELECT names FROM sanct_import_un_xml(un_alias(repeat('(', 500000) || 'a' || repeat(' )', 500000)), '2030-01-01', max_removed => 1);
ROLLBACK;
\set VERBOSITY default
-- a text that is longer than any, in an element, an attribute, a value; a column has some in csv_forms.sql
SELECT names FROM sanct_import_un_xml(un_alias(repeat('a', 2097153)), '2030-01-01', max_removed => 1);
SELECT names FROM sanct_import_un_xml(un_alias('<b/>' || repeat('a', 1048576) || '<!-- -->' || repeat('a', 1048577)), '2030-01-01', max_removed => 1);
SELECT sanct_import_eu_xml(convert_to('<export>' || E'\n' || '<sanctionEntity logicalId="1"><subjectType code="person"/><nameAlias wholeName="' || repeat('a', 2097153) || '"/></sanctionEntity></export>', 'UTF8'), max_removed => 1);
SELECT sanct_import_opensanctions_json(convert_to('{"id":"a","schema":"Person","properties":{"name":["A"],"notes":["' || repeat('a', 2097153) || E'"]}}\n', 'UTF8'), max_removed => 1);
-- a quote that is never closed takes in all that is left
SELECT sanct_import_ofac_csv(convert_to(E'36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n173,"ANGLO' || repeat(E'X\r\n', 6000000), 'UTF8'), '', '');
-- no more than that is a record like others
SELECT sanct_import_ofac_csv(convert_to(repeat('X', 2000000) || E'\r\n', 'UTF8'), '', '');
-- one entry with much that has many records is put away and opened again some times, not with each of them
SET temp_file_limit = '300MB';
SELECT entries, addresses FROM sanct_import_uk_csv(convert_to(E'Report Date: 10-Apr-2025\n'
	'Unique ID,Name 6,Name type,Designation Type,Address Line 1,Regime Name,Date Designated\n' || (SELECT string_agg(
		format(E'A1,A,Primary name,Entity,%s %s,R,07/03/2013\n', i, repeat('x', 10000)), '') FROM generate_series(1, 1500) i),
	'UTF8'), max_removed => 1);
SELECT entries, addresses FROM sanct_import_ofac_csv(convert_to(E'1,"A","-0-","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
	'2,"B","-0-","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n', 'UTF8'), ''::bytea, convert_to((SELECT string_agg(
		format(E'1,%s,"%s %s",-0- ,-0- ,-0- \r\n', i, i, repeat('x', 10000)), '' ORDER BY i) FROM generate_series(1, 600) i), 'UTF8'), max_removed => 1);
-- nor are two whose records come in turn
SELECT entries, addresses FROM sanct_import_ofac_csv(convert_to(E'1,"A","-0-","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
	'2,"B","-0-","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n', 'UTF8'), ''::bytea, convert_to((SELECT string_agg(
		format(E'%s,%s,"%s %s",-0- ,-0- ,-0- \r\n', 2 - i % 2, i, i, repeat('y', 10000)), '' ORDER BY i) FROM generate_series(1, 1000) i), 'UTF8'),
	published => '2031-01-01', max_removed => 1);
RESET temp_file_limit;
DROP FUNCTION un_alias(text);
RESET max_stack_depth;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
