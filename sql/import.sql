-- releases of designation lists: what an import takes, refuses and keeps

\getenv abs_srcdir PG_ABS_SRCDIR
SET datestyle = 'ISO, YMD';

CREATE TEMP TABLE f AS
	SELECT pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv') AS sdn,
		pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv') AS alt,
		pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv') AS addresses,
		pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv') AS comments,
		pg_read_binary_file(:'abs_srcdir' || '/test/data/un.xml') AS un;

-- the counts of a release reconcile with the records of its files

SELECT r.published, r.entries, r.names, r.weak_names, r.identifiers, r.addresses, r.cut_remarks, r.added, r.changed, r.delisted
	FROM f, sanct_import_ofac_csv(sdn, alt, addresses, comments, published => '2024-03-15') AS r;

SELECT l.code, l.title, l.publisher, cardinality(r.sha256) AS files, r.sha256[1] = encode(sha256(f.sdn), 'hex') AS same
	FROM f, sanct_release AS r JOIN sanct_list AS l ON l.id = r.list_id;

SELECT type, count(*) FROM sanct_entry GROUP BY type ORDER BY type COLLATE "C";

SELECT kind, weak, script, count(*) FROM sanct_name GROUP BY kind, weak, script ORDER BY kind COLLATE "C", weak, script;

SELECT kind, count(*) FROM sanct_identifier GROUP BY kind ORDER BY kind COLLATE "C";

-- entries

SELECT list_uid, type, programs, primary_name, title, nationality FROM sanct_entry
	WHERE list_uid IN ('20157', '27209', '34457', '34458', '9345', '17069', '20540') ORDER BY list_uid::int;

SELECT n.name, n.kind, n.weak, n.list_uid FROM sanct_entry AS e JOIN sanct_name AS n ON n.entry_id = e.id
	WHERE e.list_uid IN ('12211', '12209') ORDER BY n.id;

SELECT i.kind, i.value, i.country, i.note, i.list_uid FROM sanct_entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id
	WHERE e.list_uid IN ('27209', '34458', '17069', '20540') ORDER BY i.id;

-- dates are as exact as the list has them

SELECT i.value, i.note FROM sanct_identifier AS i
	WHERE i.kind = 'birth-date' AND (i.value !~ '^\d+-\d+-\d+$' OR i.note IS NOT NULL) ORDER BY i.value COLLATE "C", i.id;

-- remarks that go on in the comments file: the alias at the cut is whole

SELECT length(e.remarks), right(e.remarks, 30) AS remarks, n.name
	FROM sanct_entry AS e JOIN sanct_name AS n ON n.entry_id = e.id
	WHERE e.list_uid = '27307' AND n.name LIKE 'WHOIS%';

-- the same files again

SELECT r.entries, r.added FROM f, sanct_import_ofac_csv(sdn, alt, addresses, comments) AS r;
SELECT count(*) FROM sanct_release;

-- a release without comments, one entry, one alias and one address less

CREATE TEMP TABLE g AS
	SELECT string_agg(line, E'\r\n') FILTER (WHERE line NOT LIKE '34458,%') AS sdn,
		string_agg(line, E'\r\n') FILTER (WHERE line LIKE '34458,%') AS gone
	FROM f, regexp_split_to_table(convert_from(f.sdn, 'UTF8'), '\r\n') AS line;

CREATE TEMP TABLE kept AS SELECT e.id, e.list_uid, n.id AS name_id, n.name FROM sanct_entry AS e JOIN sanct_name AS n ON n.entry_id = e.id;

SELECT r.published, r.entries, r.names, r.weak_names, r.identifiers, r.addresses, r.cut_remarks, r.added, r.changed, r.delisted
	FROM f, g, sanct_import_ofac_csv(convert_to(g.sdn, 'UTF8'),
		convert_to(regexp_replace(convert_from(alt, 'UTF8'), '(?n)^(34458,|12211,13151,).*\n', '', 'g'), 'UTF8'),
		convert_to(regexp_replace(convert_from(addresses, 'UTF8'), '(?n)^34458,.*\n', '', 'g'), 'UTF8'),
		published => '2024-03-16') AS r;

-- ids last, of entries and of names

SELECT count(*) FILTER (WHERE e.id = k.id AND n.id = k.name_id) AS same, count(*) AS names
	FROM kept AS k JOIN sanct_entry AS e ON e.list_uid = k.list_uid JOIN sanct_name AS n ON n.entry_id = e.id AND n.name = k.name;

SELECT e.list_uid, e.listed_in = r.id AS listed, e.changed_in = r.id AS changed, e.delisted_in = r.id AS delisted
	FROM sanct_entry AS e CROSS JOIN (SELECT max(id) AS id FROM sanct_release) AS r
	WHERE r.id IN (e.listed_in, e.changed_in, e.delisted_in) ORDER BY e.list_uid::int;

-- an older release, by its date or by its content

SELECT FROM f, sanct_import_ofac_csv(sdn, alt, addresses, comments, '2024-03-14');
SELECT FROM f, sanct_import_ofac_csv(sdn, alt, addresses, comments);
SELECT r.added, r.changed, r.delisted FROM f, sanct_import_ofac_csv(sdn, alt, addresses, comments, '2024-03-17') AS r;
SELECT count(*) FROM sanct_entry WHERE delisted_in IS NOT NULL;

-- files that are missing, of another kind or of another release

SELECT FROM f, sanct_import_ofac_csv(sdn, NULL, addresses);
SELECT FROM f, sanct_import_ofac_csv(NULL, alt, addresses);
SELECT FROM f, sanct_import_ofac_csv('', alt, addresses);
SELECT FROM f, sanct_import_ofac_csv(alt, sdn, addresses);
SELECT FROM f, sanct_import_ofac_csv(sdn, addresses, alt);
SELECT FROM f, sanct_import_ofac_csv(un, alt, addresses);
SELECT FROM f, sanct_import_ofac_csv('\x504b0304'::bytea || sdn, alt, addresses);
SELECT FROM f, sanct_import_ofac_csv('\xfffe'::bytea || sdn, alt, addresses);
SELECT FROM f, g, sanct_import_ofac_csv(convert_to(g.sdn, 'UTF8'), alt, addresses);
SELECT FROM f, sanct_import_ofac_csv(sdn, alt, addresses, list => 'un-sc');

-- damaged files

SELECT FROM f, sanct_import_ofac_csv(substring(sdn FROM 1 FOR 20000), alt, addresses);
SELECT FROM f, sanct_import_ofac_csv(sdn, substring(alt FROM 1 FOR 2010), addresses);
SELECT FROM f, sanct_import_ofac_csv(sdn, substring(alt FROM 1 FOR 2025), addresses);
SELECT FROM f, sanct_import_ofac_csv(sdn || sdn, alt, addresses);
SELECT FROM f, g, sanct_import_ofac_csv(convert_to(g.gone || E'\r\n' || g.gone || E'\r\n', 'UTF8'), '', '');
SELECT FROM sanct_import_ofac_csv(E'1,"TWO\nLINES, Name",-0- ,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n2,"B",person,"X",,,,,,,,\n', '', '');
SELECT FROM sanct_import_ofac_csv(E'1,,,"X",,,,,,,,\n', '', '');
SELECT FROM sanct_import_ofac_csv(E'1,A\\377B,,"X",,,,,,,,\n'::bytea, '', '');
SELECT FROM sanct_import_ofac_csv(E'1,A,,"X",,,,,,,,\r2,B,,"X",,,,,,,,\n', '', '');
SELECT FROM sanct_import_ofac_csv(E'ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\n', '', '');
SELECT count(*) FROM sanct_release;

-- a copy with a header and blanks for what is not known; another list of the same publisher

SELECT r.entries, r.names, r.weak_names, r.identifiers, r.added FROM sanct_import_ofac_csv(
	'ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks
7,"O, ""Test"" Name",individual,A] [B,,,,,,,,"DOB circa 1954; alt. DOB Mar 1955 to Apr 1956; Passport A1 (Korea, North) expires 01 Feb 2030; a.k.a. ''X; Y''; Any Document No. 12-3 (Cuba)."
',	'ent_num,alt_num,alt_type,alt_name,alt_remarks
7,1,fka,"P, Q",
',	'Ent_num,Add_num,Address,City/State/Province/Postal Code,Country,Add_remarks
7,2,,,,
',	list => 'ofac-cons') AS r;
SELECT e.programs, n.name, n.kind, n.weak FROM sanct_entry AS e JOIN sanct_name AS n ON n.entry_id = e.id WHERE e.list_uid = '7' ORDER BY n.id;
SELECT i.kind, i.value, i.country, i.note, i.list_uid FROM sanct_entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id WHERE e.list_uid = '7' ORDER BY i.id;

-- most of a list does not vanish unasked

SELECT r.entries, r.added FROM sanct_import_ofac_csv(
	(SELECT string_agg(n || ',"NAME ' || n || '",,"X",,,,,,,,' || E'\n', '' ORDER BY n)::bytea FROM generate_series(1, 120) AS n),
	'', '', list => 'ofac-cons') AS r;
SELECT FROM sanct_import_ofac_csv(E'1,"NAME 1",,"X",,,,,,,,\n', '', '', list => 'ofac-cons');
SELECT r.entries, r.changed, r.delisted FROM sanct_import_ofac_csv(E'1,"NAME 1",,"X",,,,,,,,\n', '', '', list => 'ofac-cons', max_removed => 1) AS r;

-- a file of the publisher's that lacks the end-of-file mark

SELECT r.changed, r.delisted FROM f, sanct_import_ofac_csv(sdn, substring(alt FROM 1 FOR length(alt) - 1), addresses, comments, '2024-03-18') AS r;

-- rights: nobody but the owner of the database, and whom he lets

CREATE ROLE regress_sanct_clerk;
SET ROLE regress_sanct_clerk;
SELECT FROM sanct_import_un_xml('');
SELECT count(*) FROM sanct_entry;
RESET ROLE;
DROP ROLE regress_sanct_clerk;

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;

-- UN

SELECT r.published, r.entries, r.names, r.weak_names, r.identifiers, r.addresses, r.added FROM f, sanct_import_un_xml(un) AS r;

SELECT e.list_uid, e.type, e.programs, e.primary_name, e.listed_on, e.nationality FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id
	WHERE l.code = 'un-sc' ORDER BY e.list_uid COLLATE "C";

SELECT e.list_uid, n.name, n.kind, n.weak, n.script FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id JOIN sanct_name AS n ON n.entry_id = e.id
	WHERE l.code = 'un-sc' AND (n.script <> 'Latn' OR e.list_uid IN ('KPi.035', 'KPe.001', 'KPe.017', 'KPe.054')) ORDER BY n.id;

SELECT e.list_uid, i.kind, i.value, i.country, i.note FROM sanct_entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id
	WHERE e.list_uid IN ('KPi.033', 'KPi.035', 'KPi.066', 'KPe.063') ORDER BY i.id;

SELECT r.added FROM f, sanct_import_un_xml(un) AS r;

SELECT FROM f, sanct_import_un_xml(un || '\x0a'::bytea, '2025-04-18');
SELECT FROM sanct_import_un_xml(NULL);
SELECT FROM sanct_import_un_xml('');
SELECT FROM f, sanct_import_un_xml(sdn);
SELECT FROM sanct_import_un_xml('<sdnList/>');
SELECT FROM sanct_import_un_xml('<CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00Z"><INDIVIDUALS/></CONSOLIDATED_LIST>');
SELECT FROM sanct_import_un_xml('<CONSOLIDATED_LIST dateGenerated="1 May 2026"/>');
SELECT FROM f, sanct_import_un_xml(substring(un FROM 1 FOR 20000));
SELECT FROM sanct_import_un_xml('<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>');
SELECT FROM sanct_import_un_xml(E'<CONSOLIDATED_LIST>\n<ENTITIES>\n<ENTITY><FIRST_NAME>A</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>');
SELECT FROM sanct_import_un_xml(E'<CONSOLIDATED_LIST>\n<ENTITIES>\n<ENTITY><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>K</REFERENCE_NUMBER><LISTED_ON>soon</LISTED_ON></ENTITY></ENTITIES></CONSOLIDATED_LIST>');
SELECT FROM f, sanct_import_un_xml(convert_to(replace(convert_from(un, 'UTF8'), 'KPi.003', 'KPi.001'), 'UTF8'));

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP TABLE f, g, kept;
