-- all that the imports make of the samples, row by row: each format once; guards against whatever gets lost or mixed up, and against
-- digests that change by themselves, by which a next release would change every entry
\getenv abs_srcdir PG_ABS_SRCDIR
\pset format unaligned
\pset tuples_only on
\pset null ''
SET client_min_messages = warning;
\set SHOW_CONTEXT never
CREATE FUNCTION file(name text) RETURNS bytea LANGUAGE plpgsql AS $$ BEGIN RETURN pg_read_binary_file(current_setting('test.data') || name); END $$;
SELECT set_config('test.data', :'abs_srcdir' || '/test/data/', false) IS NULL;
CREATE FUNCTION told(import text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
	release sanct_release;
BEGIN
	EXECUTE 'SELECT * FROM ' || import INTO release;
	RETURN NEXT concat_ws('|', release.published, release.entries, release.names, release.weak_names, release.identifiers, release.addresses, release.cut_remarks,
		release.aliases, release.birth_dates, release.documents, release.format, release.fields, release.sha256);
	RETURN QUERY SELECT concat_ws('|', code, title, publisher) FROM sanct_list;
	RETURN QUERY SELECT line FROM (
		SELECT e.list_uid, 0 AS part, NULL AS sort, '* ' || ROW(e.list_uid, e.type, e.primary_name, e.programs, e.title, e.remarks, e.listed_on, e.nationality,
			left(encode(e.digest, 'hex'), 8), left(md5(e.substance), 8))::text AS line FROM sanct_entry e
		UNION ALL
		SELECT e.list_uid, 1, n.name, '- ' || ROW(n.name, n.kind, n.weak, n.script, n.language, n.surname, n.given, n.note, n.list_uid)::text
		FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id
		UNION ALL
		SELECT e.list_uid, 2, i.kind, '  ' || ROW(i.kind, i.value, i.country, i.note, i.list_uid)::text
		FROM sanct_identifier i JOIN sanct_entry e ON e.id = i.entry_id) l
	ORDER BY list_uid COLLATE "C", part, sort COLLATE "C", line COLLATE "C";
	RAISE EXCEPTION USING ERRCODE = 'P0099', MESSAGE = 'rolled back';
EXCEPTION WHEN SQLSTATE 'P0099' THEN
	NULL;
END
$$;
SELECT told('sanct_import_ofac_csv(file(''ofac_sdn.csv''), file(''ofac_alt.csv''), file(''ofac_add.csv''), published => ''2024-03-15'')');
SELECT told('sanct_import_ofac_xml(file(''ofac_sdn.xml''))');
SELECT told('sanct_import_ofac_advanced_xml(file(''ofac_advanced.xml''))');
SELECT told('sanct_import_ofac_enhanced_xml(file(''ofac_enhanced.xml''))');
SELECT told('sanct_import_un_xml(file(''un.xml''))');
SELECT told('sanct_import_eu_xml(file(''eu.xml''))');
SELECT told('sanct_import_eu_csv(file(''eu.csv''), ''2020-04-16'')');
SELECT told('sanct_import_uk_xml(file(''uk.xml''))');
SELECT told('sanct_import_uk_csv(file(''uk.csv''))');
SELECT told('sanct_import_ofsi_csv(file(''ofsi.csv''))');
SELECT told('sanct_import_seco_xml(file(''seco.xml''))');
SELECT told('sanct_import_sema_xml(file(''sema.xml''))');
SELECT told('sanct_import_dfat_csv(file(''dfat.csv''))');
SELECT told('sanct_import_opensanctions_csv(file(''opensanctions.csv''), ''2024-03-15'')');
SELECT told('sanct_import_opensanctions_json(file(''opensanctions.json''), ''2024-03-15'', topics => NULL)');
DROP FUNCTION told, file;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier RESTART IDENTITY;
