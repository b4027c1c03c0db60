-- what an XML document may look like, and what is said of one that is none or damaged: which line, and why

-- these documents lack nearly all that a whole list has
SET client_min_messages = error;

CREATE FUNCTION load(document bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	said text;
	hint text;
	place text;
BEGIN
	PERFORM FROM sanct_import_un_xml(document, max_removed => 1);
	RETURN (SELECT string_agg(format('[%s|%s|%s]', e.list_uid, replace(n.name, E'\n', '\n'), replace(e.remarks, E'\n', '\n')), ' ' ORDER BY n.id)
		FROM sanct_name AS n JOIN sanct_entry AS e ON e.id = n.entry_id WHERE e.delisted_in IS NULL);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS said = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT, place = PG_EXCEPTION_CONTEXT;
	-- the library tells where it stopped, not always in the same line
	RETURN concat_ws(' / ', CASE WHEN said ~ 'well-formed|declaration|no entry' THEN regexp_replace(SQLERRM, '\d+$', 'n') ELSE SQLERRM END, said, hint, CASE WHEN place LIKE 'UN document, line%' THEN split_part(place, E'\n', 1) END);
END $$;
CREATE FUNCTION load(document text) RETURNS text LANGUAGE sql AS $$ SELECT load(convert_to(document, 'UTF8')) $$;
-- an entry of this id, name and rest
CREATE FUNCTION entry(uid text, name text, rest text DEFAULT '') RETURNS text LANGUAGE sql AS $$
	SELECT format('<ENTITY><REFERENCE_NUMBER>%s</REFERENCE_NUMBER><FIRST_NAME>%s</FIRST_NAME>%s</ENTITY>', uid, name, rest) $$;
CREATE FUNCTION list(VARIADIC entries text[]) RETURNS text LANGUAGE sql AS $$
	SELECT '<CONSOLIDATED_LIST><ENTITIES>' || array_to_string(entries, '') || '</ENTITIES></CONSOLIDATED_LIST>' $$;

-- all the same but for the last
SELECT load(text) FROM unnest(ARRAY[list(entry('1', 'A')), U&'\FEFF' || list(entry('1', 'A')), E' \t\r\n' || list(entry('1', 'A')), '<?xml version="1.0" encoding="UTF-8"?>' || list(entry('1', 'A')),
	'<!-- no --><?no thing?>' || list('<!-- ', 'no -->', entry('1', 'A')) || '<!-- no -->', list(entry('1', '<![CDATA[A]]>')), list(entry('1', '&#65;')),
	'<x:CONSOLIDATED_LIST xmlns:x="y"><x:ENTITIES>' || entry('1', 'A') || '</x:ENTITIES></x:CONSOLIDATED_LIST>',
	list(entry(E'\n 1 ', E' \tA\r\n')), list(entry('1', '', '<FIRST_NAME/><FIRST_NAME>A</FIRST_NAME><FIRST_NAME>B</FIRST_NAME>')),
	'<CONSOLIDATED_LIST><INDIVIDUALS>' || entry('9', 'No') || '</INDIVIDUALS><ENTITY/><ENTITIES>' || entry('1', 'A') || '<x><ENTITY/></x></ENTITIES></CONSOLIDATED_LIST>',
	list(entry('1', E' A \t\r\n  &amp; &lt;B', E'<COMMENTS1>\n said  \n and \n</COMMENTS1><COMMENTS1> </COMMENTS1><COMMENTS1>said  \n and</COMMENTS1><COMMENTS1>once</COMMENTS1>'))]) AS text;
SELECT load(convert_to('<?xml version="1.0" encoding="ISO-8859-1"?>' || list(entry('1', U&'\00C9va')), 'LATIN1'));
SELECT load('\xFFFE'::bytea || decode(regexp_replace(encode(convert_to(list(entry('1', 'A')), 'UTF8'), 'hex'), '(..)', '\100', 'g'), 'hex'));
SELECT load(decode(regexp_replace(encode(convert_to('<?xml version="1.0"?>' || list(entry('1', 'A')), 'UTF8'), 'hex'), '(..)', '00\1', 'g'), 'hex'));
-- each only once
SELECT load(list(entry('1', 'A', '<SHOE/><HAT/><SHOE/><DATAID/>'), entry('2', 'B', '<HAT/><COAT/>')));

-- none, or damaged
SELECT load(bytes) FROM unnest(ARRAY['\x', ' ', E'\n\t', '\xefbbbf', '\xefbbbf0a', 'a', ' a', 'PK', '\xefbbbf61', '\xfeff', '\xfffe', '<', '<a', '\x00', '\xef', '\xefbb', '\x7f']::bytea[]) AS bytes;
SELECT load(text) FROM unnest(ARRAY['<LIST/>', E'\n<x:LIST xmlns:x="y"/>', '<CONSOLIDATED_LIST/>', E'<CONSOLIDATED_LIST>\n\n</CONSOLIDATED_LIST>', list(''), '<CONSOLIDATED_LIST><ENTITY/></CONSOLIDATED_LIST>',
	E'<!DOCTYPE CONSOLIDATED_LIST>\n' || list(entry('1', 'A')), E'<?xml version="1.0"?>\n<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "b">]>\n' || list(entry('1', '&a;')), list(entry('1', '&a;')),
	list(entry('1', 'A'), E'\n', entry('2', 'B'), E'\n\n', entry('1', 'A')), list(E'\n', entry(repeat('1', 255), 'A'), E'\n', entry(repeat('1', 256), 'A')), list(E'\n', entry('1', 'A'), E'\n<ENTITY/>'),
	E'<CONSOLIDATED_LIST>\n<ENTITIES>\n' || entry('1', 'A') || E'\n<ENTITY>\n', E'<CONSOLIDATED_LIST>\n<ENTITIES>\n' || entry('1', 'A') || E'\n', E'<CONSOLIDATED_LIST>\n<ENTITIES>\n' || entry('1', 'A') || E'\n</x>',
	list(entry('1', 'A')) || E'\n<x/>', list(entry('1', 'A')) || E'\n\nx', E'<CONSOLIDATED_LIST x="1"\n x="2"/>', list(entry('1', E'A\x01')), list(E'\n\n\n', entry('1', 'A', E'\n<LISTED_ON>\nsoon</LISTED_ON>'))]) AS text;
SELECT load(replace(list(E'\n', entry('1', 'A?')), '?', '!')::bytea || '\x'), load(decode(replace(encode(convert_to(list(E'\n', entry('1', 'A?')), 'UTF8'), 'hex'), encode('?', 'hex'), 'c3'), 'hex'));
SELECT left(load(repeat('<a>', n)), 80) FROM unnest('{20,300}'::int[]) AS n;
SELECT left(load('<CONSOLIDATED_LIST>' || repeat('<a>', n) || repeat('</a>', n) || '<ENTITIES>' || entry('1', 'A') || '</ENTITIES></CONSOLIDATED_LIST>'), 80) FROM unnest('{1,6,7,8,9,15,16,200}'::int[]) AS n;

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP FUNCTION load(bytea), load(text), entry, list;
