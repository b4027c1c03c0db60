-- pages for people, word by word, of what alerts, names, a run and the state once were: cases of every kind; guards against words and
-- parts that get lost, and such as stand where nothing is to be told
\getenv abs_srcdir PG_ABS_SRCDIR
\pset format unaligned
\pset tuples_only on
CREATE FUNCTION shown(page jsonb) RETURNS text LANGUAGE sql AS $$
	SELECT regexp_replace(regexp_replace(regexp_replace(sanct_page(page, 'html'), '<style>.*</style>', ''), '<h2>What the words mean</h2>.*', ''), '</?bdi>', '', 'g')
$$;
SELECT shown(page::jsonb) FROM regexp_split_to_table(pg_read_file(:'abs_srcdir' || '/test/data/pages.jsonl'), '\n') WITH ORDINALITY p (page, n) WHERE page <> '' ORDER BY n;
-- the words that are explained at the end of each
SELECT substring(sanct_page('{"page": "state"}', 'html') from '<h2>What the words mean</h2>.*');
-- every part, however its sides compare: the words for it, with letters and without
CREATE FUNCTION row_of(part jsonb, type text) RETURNS text LANGUAGE sql AS $$
	SELECT regexp_replace(substring(shown(jsonb_build_object('page', 'name', 'name', 'x', 'near', jsonb_build_array(jsonb_build_object('similarity', 0.5,
		'type', type, 'primary_name', 'X', 'parts', jsonb_build_array(part))))) from '<table class="parts">\n<tr>.*?</tr>\n(.*)</table>'), '<div class="bar">.*?</div>', '', 'g')
$$;
SELECT row_of(jsonb_build_object('part', part, 'relation', relation, 'bits', bits, 'read_a', '박 Pak', 'read_b', CASE WHEN relation <> 'missing' THEN '백 Paek' END,
	'written_a', written, 'written_b', upper(written) || '''', 'may_a', may, 'south_b', 'Baek'), 'person')
FROM unnest('{surname,given name 1}'::text[]) part, unnest('{same,other script,romanisation variant,rare variant,initial,missing,contradicts,"near: n and ng",else}'::text[]) relation,
	(VALUES (2.5, NULL, NULL), (-0.5, 'pak', '박 Pak, 방 Pang')) v (bits, written, may) ORDER BY part COLLATE "C", relation COLLATE "C", bits;
SELECT row_of(jsonb_build_object('part', 'word', 'relation', relation, 'bits', bits, 'read_a', 'one', 'may_b', may, 'read_b', 'two'), 'organisation')
FROM unnest('{same,spelling variant,same meaning,initial,sounds alike,near,joined,connective,contradicts,missing,else}'::text[]) relation,
	(VALUES (0, NULL), (0.006, '0.99'), (-3, '1.0'), (-4, '9.125')) v (bits, may) ORDER BY relation COLLATE "C", bits;
SELECT row_of(jsonb_build_object('part', 'all words', 'relation', relation, 'bits', -6), 'vessel')
FROM unnest('{too little evidence,no surname or first name,names of their own,other trades,one word alone,consonants alone,contradicts,other number,order,else}'::text[]) relation ORDER BY relation COLLATE "C";
SELECT row_of(jsonb_build_object('part', part, 'relation', relation, 'bits', bits, 'read_a', 'Ltd', 'may_a', '25 %'), type)
FROM unnest('{legal form,spelling,kind,given name 2,given name 3,given name 4,else}'::text[]) part, unnest('{same,missing,other}'::text[]) relation, unnest('{0,-0.006,-2}'::numeric[]) bits,
	unnest('{person,vessel}'::text[]) type WHERE part IN ('legal form', 'spelling') OR (bits = 0 AND relation = 'same')
ORDER BY part COLLATE "C", relation COLLATE "C", bits, type COLLATE "C";
SELECT row_of('{"part": "surname", "relation": "initial", "bits": 1, "read_a": "(V...)", "written_a": "V", "read_b": "백 Paek", "south_b": "Paek"}', 'person');
-- facts, and what to ask for: what is compared is not
SELECT substring(shown(jsonb_build_object('page', 'case', 'alert', '{"id": 1, "subject_name": "x"}'::jsonb, 'evidence', jsonb_build_array(jsonb_build_object('part', part, 'relation', relation, 'bits', bits,
	'read_a', a, 'read_b', b)), 'entry', '{"list": "un-sc", "birth_dates": ["1970"], "documents": ["passport 1"], "nationality": ["KP"], "genders": ["m"], "birth_places": ["Kaesong"], "numbers": ["imo 9"], "addresses": ["Pyongyang"]}'::jsonb))
	from '<table class="evidence">\n<tr>.*?</tr>\n(.*?)<h2>')
FROM unnest('{birth date,document,nationality,gender,birth place,total,verdict}'::text[]) part,
	(VALUES ('equal', 3, 'a', 'b'), ('another', -2, 'a', 'b'), ('no evidence', 0, 'a', 'b'), ('not compared', NULL, 'a', NULL), ('not compared', NULL, NULL, 'b'), ('not compared', NULL, NULL, NULL)) v (relation, bits, a, b)
WHERE part IN ('gender', 'total') OR relation = 'equal' ORDER BY part COLLATE "C", relation COLLATE "C", bits, a, b;
-- how surely it is spelt so is no difference of the names; guards against one that is told as two
SELECT substring(shown(jsonb_build_object('page', 'name', 'name', 'x', 'near', jsonb_build_array(jsonb_build_object('similarity', 0.1, 'type', 'person',
	'primary_name', 'X', 'nearest_name', 'X', 'parts', jsonb_build_array('{"part": "surname", "relation": "same", "bits": 1, "read_a": "x", "read_b": "x"}'::jsonb,
	jsonb_build_object('part', 'given name 1', 'relation', 'missing', 'bits', given, 'read_b', 'y'), jsonb_build_object('part', 'spelling', 'relation', 'same', 'bits', spelling),
	'{"part": "own bits", "relation": "mean 2560/256 = 10.00"}'::jsonb))))) from '<p><b>(.*?)</b> The greatest') AS wanting
FROM (VALUES (-6, -4), (-6, 0), (9, -8)) v (given, spelling);
DROP FUNCTION row_of, shown;
