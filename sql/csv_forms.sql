-- what a CSV file may look like, and what is said of one that is no such file or damaged: which record and line, and why

CREATE FUNCTION load(document bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	said text;
	hint text;
	place text;
BEGIN
	PERFORM FROM sanct_import_opensanctions_csv(document, list => 'x', max_removed => 1);
	RETURN (SELECT string_agg(format('[%s|%s|%s]', e.list_uid, replace(n.name, E'\n', '\n'), n.kind), ' ' ORDER BY n.id)
		FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id WHERE e.delisted_in IS NULL);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS said = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT, place = PG_EXCEPTION_CONTEXT;
	RETURN concat_ws(' / ', SQLERRM, said, hint, CASE WHEN place LIKE 'file "document", record%' THEN split_part(place, E'\n', 1) END);
END $$;
CREATE FUNCTION load(document text) RETURNS text LANGUAGE sql AS $$ SELECT load(convert_to(document, 'UTF8')) $$;

-- all the same
SELECT load(text) FROM unnest(ARRAY[
	E'id,schema,name\n1,Person,A\n',
	E'\uFEFFid,schema,name\r\n1,Person,A\r\n',
	E'\n\n  id , schema,name\t\n\n\n1,Person,A\n\n',
	E'"id","schema","name"\n"1","Person","A"\n',
	E'id,schema,name\n1,Person,A\n\x1A', E'id,schema,name\n1,Person,A\r\n\x1A\r\n', E'id,schema,name\n1,Person,A\n\x1A\x1A\n',
	E'ID,SCHEMA,Name\n1,Person,A\n',
	E'name,id,schema,last_seen\nA,1,Person,x\n',
	E'id,schema,name,,\n1,Person,A,,\n', E'id,schema,name\n1,Person,A,,,\n']) AS text;
-- warnings
SELECT load(E'id,schema,name,first,name,Last_Seen,seen\n1,Person,A,b,B,c,d\n');
-- empty fields behind the last column belong to no column, and are counted for none
SELECT load(E'id,schema,name\n1,Person,Trailing,,,\n');
-- quotes, line ends and delimiters within
SELECT load(text) FROM unnest(ARRAY[
	E'id,schema,name\n1,Person,"A ""B"""\n', E'id,schema,name\n1,Person,"A, B"\n', E'id,schema,name\n1,Person,"A\nB"\n2,Person,"A\r\nB"\n',
	E'id,schema,name\n1,Person,""""\n', E'id,schema,name\n1,Person,"A"\n2,Person," B "\n', E'id,schema,name,aliases\n1,Person,A,"B;C"\n2,Person,A,"""B;C"";D;;""E"" F;"\n']) AS text;
-- no such file
SELECT load(bytes) FROM unnest(ARRAY['\x', '\xfffe41', '\xfeff41', '\xff41', 'PK1', 'P', '\x1f8b41', '\x1f', '\xefbbbf', '\xefbbbf0a', ' ', E'\n\t\r', '\x1a', '\x1a0a', '<a', E' \n<a', '\xefbbbf3c']::bytea[]) AS bytes;
SELECT load(text) FROM unnest(ARRAY[
	E'id,schema\n1,Person\n', E'schema,name\nPerson,A\n', E',,\n1,Person,A\n',
	E'id,schema,name\n1,Person\n', E'id,schema,name\n1,Person,A,B\n', E'id,schema,name\n1,Person,A,,B\n', E'id,schema,name\n\n1,Person,A\n\n2\n',
	E'id,schema,name\n1,Person,A', E'id,schema,name\n1,Person,A\r', E'id,schema,name\n1,Person,A\n2,"Pers', E'id,schema,name\n1,"Per\nson",A\n2,"Pers\n',
	E'id,schema,name\n1,Per"son",A\n', E'id,schema,name\n1,"Per"son,A\n', E'id,schema,name\n1, "Person",A\n', E'id,schema,name\n1,"Person" ,A\n', E'id,schema,name\n1,"Person""",A\n',
	E'id,schema,name\n1,Per\rson,A\n', E'id,schema,name\r1,Person,A\r', E'id,schema,name\n1,"Per\rson",A\n', E'id,schema,name\n1,Per\x01son,A\n', E'id,schema,name\n1,"Per\x1Ason",A\n', E'id,schema,name\n1,Person,A\x1A',
	E'id,schema,name\n1,Person,A\n\x1A2,Person,B\n', E'id,schema,name\n1,Person,A\n\x1A ', E'id,schema,name\n1,"A\nB\nC",D\n2,3\n']) AS text;
SELECT left(load(E'id,schema,name' || repeat(',', n) || E'\n1,Person,A\n'), 90) FROM unnest('{157,158}'::int[]) AS n;
SELECT load(E'id,schema,name,last_seen\n1,Person,A,"' || repeat('x', n) || E'"\n') FROM unnest('{2097151,2097152,2097153}'::int[]) AS n;
SELECT load(E'id,schema,name,last_seen\n1,Person,A' || repeat(',' || repeat('x', 2097000), 9) || E'\n');

-- one encoding in a file, of which some readers take either
CREATE FUNCTION load_eu(document bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	said text;
	hint text;
BEGIN
	PERFORM FROM sanct_import_eu_csv('Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName' || E'\n'::bytea || document, max_removed => 1);
	RETURN (SELECT string_agg(n.name, ' ' ORDER BY n.id) FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id JOIN sanct_list AS l ON l.id = e.list_id
		WHERE l.code = 'eu-fsf' AND e.delisted_in IS NULL);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS said = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	RETURN concat_ws(' / ', SQLERRM, said, hint);
END $$;
SELECT load_eu(convert_to(E'1;P;\u00C9va\n2;P;Ann\n3;P;\u0158eka\n', 'UTF8'));
SELECT load_eu(convert_to(E'1;P;\u00C9va\n2;P;Ann\n3;P;\u00C9mile\n', 'WIN1252'));
SELECT load_eu(convert_to(E'1;P;\u00C9va\n', 'UTF8') || convert_to(E'2;P;\u00C9mile\n', 'WIN1252'));
SELECT load_eu(convert_to(E'1;P;\u00C9va\n', 'WIN1252') || convert_to(E'2;P;\u00C9mile\n', 'UTF8'));
SELECT load_eu(convert_to(E'1;P;\u00C9', 'UTF8') || convert_to(E'\u00C9\n', 'WIN1252'));
-- records that a spreadsheet has put into one column
SELECT load_eu(E'1;P;Ann\t\t\n"2;P;""Bea; B"""\n"3;P;Cee"\t\n');
DO $$ BEGIN PERFORM FROM sanct_import_eu_csv(convert_to(E'"Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName\t"\n"1;P;""Ann; A""\t\t"\n2;P;Bea\n"3;P;""Cee """"C"""""""\n', 'UTF8'), max_removed => 1); END $$;
SELECT n.name FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = 'eu-fsf' AND e.delisted_in IS NULL ORDER BY n.id;
SELECT FROM sanct_import_eu_csv(convert_to(E'"Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName"\n"1;P"\n', 'UTF8'), max_removed => 1);

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP FUNCTION load(bytea), load(text), load_eu;
