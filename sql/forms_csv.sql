-- what a CSV file may look like and must not: quotes, line ends, encodings, columns, and the end of the file

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
CREATE FUNCTION pg_temp.load_csv(document bytea, list text DEFAULT 'x') RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	entries integer;
	message text;
	detail text;
BEGIN
	SELECT r.entries INTO entries FROM sanct_import_opensanctions_csv(document, '2026-01-01', max_removed => 1, list => load_csv.list) AS r;
	RETURN format('%s entries', entries);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
	RETURN concat_ws(E'\n', SQLSTATE, message, nullif(detail, ''));
END $$;

-- no CSV at all
SELECT pg_temp.load_csv(document) FROM (VALUES
	(1, ''::bytea), (2, ' '), (3, E'\r\n \t'), (4, '\xefbbbf'), (5, '\xefbbbf0d0a'), (6, E'\n\\032'), (7, '\xfffe6900'), (8, '\xfeff0069'), (9, 'PK'), (10, '\x1f8b'), (11, '<html>'), (12, '\xefbbbf3c'), (13, 'P'), (14, '\xff')) AS x (n, document) ORDER BY n;

-- the same file in other dresses
SELECT pg_temp.load_csv(document) FROM (VALUES
	(1, E'id,schema,name\n1,Person,A\n'::bytea), (2, '\xefbbbf'::bytea || E'id,schema,name\r\n1,Person,A\r\n'::bytea), (3, E'\n\nid,schema,name\n\n1,Person,A\n\n'), (4, E'"id","schema","name"\n"1","Person","A"\n'), (5, E'id,schema,name\n1,Person,A\\032'),
	(6, E'id,schema,name\n1,Person,A\r\n\\032\r\n'), (7, E'id,schema,name,,\n1,Person,A,,\n'), (8, E'ID,Schema,NAME\n1,Person,A\n'), (9, E'id,schema,name\n1,Person,A,,,\n'), (10, E' id , schema , name \n 1 , Person , A \n')) AS x (n, document) ORDER BY n;
SELECT uid, type, primary_name FROM entry;

-- damage inside a record, told with its place
SELECT pg_temp.load_csv(E'id,schema,name,aliases\n1,Person,A,\n'::bytea || document) FROM (VALUES
	(1, E'2,Person,B\\001,\n'::bytea), (2, E'2,Person,B"C,\n'), (3, E'2,Person,"B"C,\n'), (4, E'2,Person,"B" ,\n'), (5, E'2,Person,B\rC,\n'), (6, E'2,Person,"B\n'), (7, '2,Person,B,'), (8, E'2,Person,B,\r'), (9, E'2,Person,B\n'), (10, E'2,Person,B,,,C\n'),
	(11, (repeat(',', 160) || E'\n')::bytea), (12, E'\\032x'), (13, E'\\032\n\n2,Person,B,\n'), (14, ('2,Person,"' || repeat(E'x\n', 9000000) || E'",\n')::bytea), (15, E'2,Person,B\\351,\n'), (16, E'2,Person,"B\nC",a;"b;c";;"d ""e"""\n3,Person,"D"\r,\n')) AS x (n, document) ORDER BY n;

-- columns that are missing, empty, twice, not known or no text
SELECT pg_temp.load_csv(document) FROM (VALUES
	(1, E'id,schema\n1,Person\n'::bytea), (2, E'id,schema,name\n'), (3, E'id,schema,name\n,Person,A\n'), (4, E'id,schema,name\n1, ,A\n'), (5, E'id,schema,name\n1,Person,""\n'), (6, E'id,schema,name\n1,Person,A\n1,Person,B\n'),
	(7, (E'id,schema,name\n' || repeat('1', 2000) || E',Person,A\n')::bytea), (8, E'id,schema,name,name\n1,Person,A,B\n'), (9, E'id,schema,name,colour,gr\\351en\n1,Person,A,,\n')) AS x (n, document) ORDER BY n;
SELECT pg_temp.load_csv('', list) FROM unnest(ARRAY[NULL, '', 'my list', 'X']) AS list;

-- several values in a column, and types by the schema
SELECT pg_temp.load_csv(E'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change
1,Person,A,"A;B;""C;D"";;B",1950;1951,kp;kp,"Road; City;Town",12;34,s;t,+1;+2,a@b,P;P;Q,d,2023-04-20T09:43:37,,
2,Organization,A,,,,,,,,,,,2023-04-20 09:43:37,,\n3,Company,A,,,,,,,,,,,2023-04-20,,\n4,PublicBody,A,,,,,,,,,,,,,\n5,Vessel,A,,,,,,,,,,,,,\n6,Airplane,A,,,,,,,,,,,,,\n7,LegalEntity,A,,,,,,,,,,,,,\n'::bytea);
SELECT uid, name, kind, weak FROM name WHERE uid = '1';
SELECT uid, type, programs FROM entry ORDER BY uid;
SELECT uid, kind, value FROM fact;

-- wrapped by a spreadsheet: a record in a field each
DELETE FROM sanct_entry;
DELETE FROM sanct_release;
CREATE FUNCTION pg_temp.wrapped(records text) RETURNS text LANGUAGE sql AS $$
	SELECT pg_temp.load('sanct_import_eu_csv', E'"Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\t\t"\n' || records) $$;
SELECT pg_temp.wrapped(E'"1;P;A\t"\n"2;P;""B;C"""\n3;P;D\n');
SELECT uid, name FROM name;
SELECT pg_temp.wrapped(records) FROM (VALUES (1, E'"1;P;A' || repeat(';', 160) || E'"\n'), (2, E'"1;P"\n')) AS x (n, records) ORDER BY n;

DELETE FROM sanct_entry;
DELETE FROM sanct_release;
DELETE FROM sanct_list;
