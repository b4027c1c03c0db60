-- OpenSanctions' entities.ftm.json: facts on lines of their own, before or after whose they are; what is left out is told

\getenv abs_srcdir PG_ABS_SRCDIR
SET datestyle = 'ISO, YMD';
CREATE VIEW entry AS
	SELECT e.id, e.list_uid AS uid, e.type, e.primary_name, e.programs, e.title, e.listed_on, e.nationality, e.remarks
	FROM sanct_entry AS e WHERE e.delisted_in IS NULL;
CREATE VIEW name AS
	SELECT e.uid, n.name, n.kind, n.weak, n.surname, n.given FROM entry AS e JOIN sanct_name AS n ON n.entry_id = e.id;
CREATE VIEW fact AS
	SELECT e.uid, i.kind, i.value, i.country, i.note, i.list_uid FROM entry AS e JOIN sanct_identifier AS i ON i.entry_id = e.id;

SELECT pg_read_binary_file(:'abs_srcdir' || '/test/data/opensanctions.json') AS document \gset
SELECT r.entries, r.names, r.weak_names, r.identifiers FROM sanct_import_opensanctions_json(:'document', '2024-03-15') AS r;
SELECT uid, type, primary_name, programs, title, listed_on, nationality, remarks FROM entry ORDER BY uid COLLATE "C";
SELECT * FROM name WHERE uid IN ('ofac-27209', 'ofac-9345', 'ofac-12215') ORDER BY uid COLLATE "C", name COLLATE "C";
SELECT * FROM fact WHERE uid IN ('ofac-27209', 'ofac-9345', 'ofac-34457', 'ofac-34458', 'ofac-17069', 'ofac-20157', 'ofac-20540', 'ofac-27307') AND kind <> 'dataset'
	ORDER BY uid COLLATE "C", kind, value COLLATE "C";

-- the order of lines is no news: every fact may come before whose it is, or behind

SELECT r.added, r.changed, r.delisted FROM sanct_import_opensanctions_json(convert_to((SELECT string_agg(line || E'\n', '' ORDER BY n DESC)
	FROM regexp_split_to_table(rtrim(convert_from(:'document', 'UTF8'), E'\n'), '\n') WITH ORDINALITY AS x (line, n)), 'UTF8'), '2024-03-16') AS r;

-- the same names in the file that has entities alone: one person in either, found by the passport that stands on another line

SELECT entry_id = (SELECT id FROM entry WHERE uid = 'ofac-27209') AS found, verdict FROM sanct_screen('Choi Myeonghyeon', documents => '{836210034}');

-- letters beyond ASCII may be escaped, and pairs of surrogates are one letter

CREATE FUNCTION import(text, text[] DEFAULT '{sanction}') RETURNS TABLE (entries bigint, names bigint) LANGUAGE sql
	AS $$ SELECT r.entries, r.names FROM sanct_import_opensanctions_json(convert_to($1, 'UTF8'), list => 'x', max_removed => 1::double precision, topics => $2) AS r $$;
SELECT * FROM import('{"id":"1","schema":"Person","properties":{"name":["\uCD5C\uBA85\ud604","A\ud840\udc0b \"B\" \\u0041"],"topics":["sanction"]}}
');
SELECT name, encode(convert_to(name, 'UTF8'), 'hex') FROM name WHERE uid = '1';

-- who is not asked for is left out, with a word; others may be asked for, or all

SELECT '{"id":"1","schema":"Person","properties":{"name":["Listed"],"topics":["sanction"]}}
{"id":"2","schema":"Person","properties":{"name":["Minister"],"topics":["role.pep","gov.head"]}}
{"id":"3","schema":"Company","properties":{"name":["Banned bidder"],"topics":["debarment"]}}
{"id":"4","schema":"Person","properties":{"name":["Sister"]}}
{"id":"5","schema":"Family","properties":{"person":["1"],"relative":["4"],"relationship":["sister"]}}
{"id":"6","schema":"Ownership","properties":{"owner":["1"],"asset":["3"],"percentage":["51"],"startDate":["2020"]}}
{"id":"7","schema":"Sanction","properties":{"entity":["2"],"programId":["X"]}}
{"id":"8","schema":"UnknownLink","properties":{"subject":["1"],"object":["elsewhere"]}}
{"id":"9","schema":"Article","properties":{"title":["News"]}}
' AS several \gset
SELECT * FROM import(:'several');
SELECT uid, kind, value, note, list_uid FROM fact WHERE uid = '1' ORDER BY kind, value;
SELECT * FROM import(:'several', '{sanction,debarment}');
SELECT uid, kind, value, note, list_uid FROM fact WHERE uid = '3' ORDER BY kind, value;
SELECT * FROM import(:'several', NULL);
SELECT * FROM import(:'several', '{wanted}');
SELECT * FROM import(:'several', '{}');
SELECT * FROM import(:'several', '{NULL}');

-- what the model does not have is told

SELECT * FROM import('{"id":"1","schema":"Person","properties":{"name":["A B"],"shoeSize":["44"],"topics":["sanction"]},"colour":"red"}
{"id":"2","schema":"Spaceship","properties":{"name":["Soyuz"],"topics":["sanction"]}}
{"id":"3","schema":"Ticket","properties":{"holder":["1"],"number":["777"]}}
');
SELECT uid, type, primary_name FROM entry WHERE uid IN ('2', '3') ORDER BY uid;

-- what is no such file

SELECT * FROM import('[{"id":"1"}]');
SELECT * FROM import('{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"]}}');
SELECT * FROM import(E'{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"]}\n');
SELECT * FROM import(E'{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"],"sanctions":[{"id":"2"}]}}\n');
SELECT * FROM import(E'{"id":"1","schema":"Person"}\n');
SELECT * FROM import(E'{"schema":"Person","properties":{"name":["A"]}}\n');
SELECT * FROM import(E'{"id":"1","properties":{"name":["A"]}}\n');
SELECT * FROM import(E'{"id":"1","schema":"Person","properties":{"name":["\\u0000A"],"topics":["sanction"]}}\n');
SELECT * FROM import(E'{"id":"1","schema":"Person","properties":{"name":["\\ud840A"],"topics":["sanction"]}}\n');
SELECT * FROM import(E'{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"]}}\n\n\n{"id":"1","schema":"Person","properties":{"name":["B"],"topics":["sanction"]}}\n');
SELECT * FROM import('{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"]}}
"text"
');
SELECT * FROM import('{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"]}}
[{"id":"2","schema":"Person","properties":{"name":["B"],"topics":["sanction"]}}]
');
SELECT * FROM import('{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"]},"datasets":' || repeat('[', 100000) || E'\n');
SELECT * FROM import(E'{"id":"1","schema":"Person","properties":{"name":["A",["B"]],"topics":["sanction"]}}\n');
-- one entity with and without a topic, whichever comes first, would lose what the other line says
SELECT * FROM import('{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"]}}
{"id":"1","schema":"Person","properties":{"name":["B"]}}
');
SELECT * FROM import('{"id":"1","schema":"Person","properties":{"name":["B"],"topics":["role.pep"]}}
{"id":"2","schema":"Person","properties":{"name":["C"],"topics":["sanction"]}}
{"id":"1","schema":"Person","properties":{"name":["A"],"topics":["sanction"]}}
');

-- lines that link many with many, or give many one document, would take all memory or fill the disk
SELECT * FROM import('{"id":"1","schema":"Ownership","properties":{"owner":[' || (SELECT string_agg(format('"a%s"', i), ',') FROM generate_series(1, 1000) AS i)
	|| '],"asset":[' || (SELECT string_agg(format('"b%s"', i), ',') FROM generate_series(1, 1000) AS i) || E']}}\n');
SELECT * FROM import('{"id":"1","schema":"Passport","properties":{"number":["1"],"holder":[' || (SELECT string_agg(format('"a%s"', i), ',') FROM generate_series(1, 5000) AS i)
	|| E']}}\n');
-- a whole file without names, or without topics, lacks something

SELECT FROM sanct_import_opensanctions_json(convert_to('{"id":"1","schema":"Person","properties":{"nom":["A B"],"topics":["sanction"]}}
', 'UTF8'), list => 'y');

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP VIEW fact, name, entry;
DROP FUNCTION import;
