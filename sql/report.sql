-- pages for people: an alert, a name, the state; all that is not ours is escaped
\getenv abs_srcdir PG_ABS_SRCDIR
\set SHOW_CONTEXT never
SET client_min_messages = warning;
SELECT entries > 0 AS imported FROM sanct_import_un_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/un.xml'));
-- what stands in HTML but for the tags, attributes and entities that pages are made of; anything left of a tag is somebody else's
CREATE FUNCTION foreign_markup(html text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT m[1] FROM regexp_matches(regexp_replace(regexp_replace(html, '<style>[^<]*</style>', '', 'g'),
		'<!DOCTYPE html>|<html lang="en">|<meta [a-z-]+="[^"<>]*"( content="[^"<>]*")?>|<(div|span|td|th|tr|table|p) class="[a-z +-]+">|<(b|i)( class="[a-z]+")? style="[a-z0-9.:;%]+">|</?(html|head|body|title|h1|h2|h3|p|ol|ul|li|details|summary|code|table|tr|th|td|div|span|bdi|b|i)>|&(amp|lt|gt|quot|#39);',
		'', 'g'), '([^\n]{0,20}[<>&"''][^\n]{0,20})', 'g') m;
$$;
-- names that want to be markup, script, another direction or nothing
CREATE TABLE hostile (id int PRIMARY KEY, name text, born text);
INSERT INTO hostile VALUES (1, '<script>alert(1)</script>'), (2, '"><img src=x onerror=alert(1)>'), (3, ''' onmouseover=''alert(1)'), (4, '</title></style></bdi></table><h1>x'),
	(5, '&lt;b&gt; &#x3c;'), (6, E'\u202Enimda'), (7, E'a\u200B\u0001\uFEFF'), (8, E'two\nlines\tand tab'), (9, '{{7*7}} ${7*7}'), (10, '<!-- -->'), (11, 'javascript:alert(1)'), (12, ']]>');
UPDATE hostile SET name = 'Choe Myong Hyon ' || name, born = '<i>1966</i>' WHERE true;
SELECT entries FROM sanct_import_table('hostile', 'hostile', fact_columns => '{born}', title => '<u>own</u>', publisher => '"us" & them');
CREATE TABLE "<b>payment</b>" (id text PRIMARY KEY, payee text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('"<b>payment</b>"', 'payee', 'hold');
INSERT INTO "<b>payment</b>" SELECT '<' || id || '>', name FROM hostile;
SELECT sanct_decide(id, 'comment', '<a href="javascript:alert(1)">click</a>', actor => '<actor>') FROM sanct_alert WHERE id <= 12;
SELECT count(*) > 12 AS alerts FROM sanct_alert;
SELECT a.id, f FROM sanct_alert a, foreign_markup(sanct_report(a.id)) f;
SET client_min_messages = error;
SELECT h.id, f FROM hostile h, foreign_markup(sanct_report_name(h.name, documents => ARRAY[h.name], nationality => 'KP', birth_place => h.name)) f;
SET client_min_messages = warning;
SELECT f FROM foreign_markup(sanct_report_state()) f;
-- the check itself would see it
SELECT foreign_markup('<p>x<img src=y></p>');
-- what turns the direction of writing or shows nothing is shown
SELECT position('[U+202E]' in sanct_report_name(E'Choe Myong Hyon \u202Enimda')) > 0 AS shown, position(E'\u202E' in sanct_report_name(E'Choe Myong Hyon \u202Enimda')) AS hidden;
-- a page stands by itself: nothing is fetched, no script may run
SELECT html ~ 'default-src ''none''' AS policy, html ~ '<(script|link|iframe|object|embed|form|a|img|svg)[ >]' AS fetches, html ~* 'url\(|@import|http:|https:' AS refers, html ~ 'prefers-color-scheme:dark' AS dark, html ~ '@media print' AS prints
FROM sanct_report((SELECT min(id) FROM sanct_alert)) html;
DROP TABLE "<b>payment</b>";
DELETE FROM hostile;
SELECT delisted > 0 AS gone FROM sanct_retire_list('hostile');

-- a case: both sides, parts that add up to the number, the threshold, evidence, decisions
CREATE TABLE payment (id int PRIMARY KEY, payee text, born date, country text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'hold', '{threshold=0.7,birth_date=born,nationality=country}');
INSERT INTO payment SELECT 1, primary_name, '1990-01-02', 'KR' FROM sanct_entry WHERE list_uid = 'KPi.006';
SELECT max(id) AS alert FROM sanct_alert \gset
SELECT sanct_decide(:alert, 'no match', 'born 1990', expires_at => '2100-01-01');
CREATE TEMP VIEW page AS SELECT sanct_report((SELECT max(id) FROM sanct_alert), 'json')::jsonb AS j, sanct_report((SELECT max(id) FROM sanct_alert)) AS html;
SELECT j ->> 'page' AS page, j -> 'alert' ->> 'subject_name' AS name, (j -> 'alert' ->> 'threshold')::real AS threshold, j -> 'entry' ->> 'list_uid' AS uid,
	(SELECT jsonb_agg(h ->> 'what') FROM jsonb_array_elements(j -> 'history') h) AS history, jsonb_array_length(j -> 'names') > 0 AS names, j -> 'lists' -> 0 ->> 'release_id' IS NOT NULL AS release
FROM page;
SELECT (SELECT round(sum((p ->> 'bits')::numeric), 2) FROM jsonb_array_elements(j -> 'parts') p WHERE p ->> 'part' NOT IN ('beside', 'whole name')) = round((j -> 'alert' ->> 'weight')::numeric, 2) AS parts_are_weight,
	(SELECT round(sum((e ->> 'bits')::numeric), 2) FROM jsonb_array_elements(j -> 'evidence') e WHERE e ->> 'part' NOT IN ('evidence', 'total', 'verdict')) = round((j -> 'alert' ->> 'evidence')::numeric, 2) AS facts_are_evidence FROM page;
SELECT html LIKE '%a match from 0.700 on%' AS threshold, html LIKE '%MATCH%' AS result, html LIKE '%- contradicts%' AS contradicts, html LIKE '%? unknown%' AS unknown, html LIKE '%born 1990%' AS reason, html LIKE '%clearance will lapse%' AS lapses,
	html LIKE '%somebody else%' AS lead FROM page;
-- bars: each begins where the one before ended; the last is the whole
SELECT array_agg(m[1] || ' ' || m[2]) FROM page, regexp_matches(html, '<i(?: class="minus")? style="left:([0-9.]+)%;width:([0-9.]+)%"', 'g') m;
-- and are numbers, too, in whole 256ths that add up; guards against a column that a printer leaves empty
SELECT array_agg(m[1]::int ORDER BY n) AS weights, array_agg(m[2]::int ORDER BY n) AS so_far FROM page, regexp_matches(html, '<td class="n">([+-][0-9]+)</td><td class="n">(-?[0-9]+)<div', 'g') WITH ORDINALITY x (m, n);
-- what the row has is told where nothing of it is compared: it was only noted, or the list says nothing of the kind
CREATE TABLE noted (id int PRIMARY KEY, payee text, born date, country text, sex text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('noted', 'payee', 'record', '{country=country}');
INSERT INTO noted SELECT 1, primary_name, '1990-01-02', 'KR' FROM sanct_entry WHERE list_uid = 'KPi.006';
INSERT INTO noted SELECT 2, primary_name FROM sanct_entry WHERE list_uid = 'KPi.006';
SELECT sanct_guard_detach('noted');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('noted', 'payee', 'record', '{birth_date=born,country=country,gender=sex}');
INSERT INTO noted SELECT 3, primary_name, NULL, 'KR', 'm' FROM sanct_entry WHERE list_uid = 'KPi.006';
SELECT a.subject_key, substring(regexp_replace(sanct_report(a.id), '</?bdi>', '', 'g') from 'is enough\.([^<]*)</p>') AS lead FROM sanct_alert a WHERE subject LIKE '%noted' ORDER BY a.id;
DROP TABLE noted;
-- an alert of a name that could not be read, and one that is not there
INSERT INTO payment VALUES (2, 'សុខា');
SELECT sanct_report(max(id)) LIKE '%could not be read%' AS unread FROM sanct_alert;
SELECT sanct_report(-1);
SELECT sanct_report(1, 'pdf');
SELECT sanct_page('{"page": "other"}', 'html');
SELECT sanct_page('[1]', 'html');

-- a name: what is found and why, what is near and why not, against which lists
SELECT j -> 'hits' -> 0 ->> 'list_uid' AS hit, j -> 'lists' -> 0 ->> 'list' AS list, j -> 'hits' -> 0 -> 'evidence' -> 1 ->> 'relation' AS born
FROM sanct_report_name((SELECT primary_name FROM sanct_entry WHERE list_uid = 'KPi.006'), birth_date => '1964-06-18', format => 'json') t (t), LATERAL (SELECT t::jsonb) x (j);
SELECT j -> 'hits' AS hits, j -> 'near' -> 0 ->> 'list_uid' AS near, j -> 'near' -> 0 ->> 'tier' AS tier, jsonb_array_length(j -> 'near' -> 0 -> 'parts') > 3 AS explained
FROM sanct_report_name('PAEK CHANG-IL', format => 'json') t (t), LATERAL (SELECT t::jsonb) x (j);
SELECT html LIKE '%No entry of the lists below%' AS nothing, html LIKE '%come%nearest without matching%' AND html LIKE '%It differs in more than one way.%' AS nearest FROM sanct_report_name('PAEK CHANG-IL Sok') html;
-- a Korean reading of letters of another script is told; guards against a page that says there is none, and finds by it
SELECT name, html ~ ('As a Korean name, (<bdi>)?' || name) AS read, html LIKE '%It is not read as a Korean name%' AS denied
FROM unnest('{كيم يو جونغ,Κιμ Γιο Τζονγκ,किम यो जोंग,محمد}'::text[]) name, sanct_report_name(name) html;
-- a person within the field is told by what screening did, and no body is made of him
SELECT field, html LIKE '%screening finds that entry as well%' AS found, html LIKE '%a body or ship that is called after a person%' AS body, html LIKE '%nothing parts these words%' AS person,
	substring(html from 'neighbouring words[^<]*') AS runs
FROM unnest('{"General PAEK Chang-Ho, Chief of Staff",Paek Chang Ho Trading House,Quarterstaff Paek Chang Ho Dry Cleaning}'::text[]) field, sanct_report_name(field) html;
SELECT html LIKE '%a body or ship that is called after a person%' AS body, html LIKE '%nothing parts these words%' AS person FROM sanct_report_name('Quarterstaff Paek Chang Ho Dry Cleaning', birth_date => '1964') html;
-- how the South writes and spells names
SELECT sanct_page_south(name) FROM unnest('{리강인,한소희,남궁민,류현진,김,Kim,リナ}'::text[]) name;
SELECT s ->> 'how' AS how, s ->> 'spelt' AS spelt FROM jsonb_array_elements(sanct_page_spellings('田中宏', 'person', 0.67, (SELECT jsonb_agg(to_jsonb(w)) FROM sanct_page_ways('田中宏', 0.67, NULL, NULL, NULL, 'pass', true) w))) s WHERE s ->> 'how' ~ '^Latin';
-- whose a number is; guards against a company's that passes for a ship's
SELECT substring(sanct_page(jsonb_build_object('page', 'case', 'alert', '{"id": 1, "subject_name": "x"}'::jsonb, 'entry', e), 'html') from 'To ask for:</b> ([^(]*)') FROM unnest('{"{\"type\": \"vessel\", \"numbers\": [\"imo: 9\"]}","{\"type\": \"organisation\", \"numbers\": [\"imo: 9\"], \"remarks\": \"Company Number IMO 9\"}","{\"type\": \"organisation\", \"numbers\": [\"imo: 9\"]}","{\"type\": \"person\", \"numbers\": [\"flag: x\"]}"}'::jsonb[]) e;
-- the name that is compared is among those that are tried, however many an entry has
CREATE TABLE many (id int, name text, aliases text[]);
INSERT INTO many SELECT 1, 'Quarterstaff Aa', array_agg('Quarterstaff B' || chr(96 + n) ORDER BY n) FROM generate_series(1, 14) n;
SELECT entries FROM sanct_import_table('many', 'many', aliases_column => 'aliases');
SELECT jsonb_array_length(f) AS tried, f @> '[{"name": "Quarterstaff Bn"}]' AS compared, f -> 0 -> 'of' AS of FROM (SELECT sanct_page_found_by(n.entry_id, 'Quarterstaff Bn', 0.67) FROM sanct_name n WHERE n.name = 'Quarterstaff Bn') x (f);
SELECT delisted > 0 AS gone FROM sanct_retire_list('many');
DROP TABLE many;
-- where no name has a word in common, that is told, and no sum of strangers; guards against a company as the nearest of a person
SELECT html LIKE '%No listed name that can be compared with it shares a word with it%' AS told, html LIKE '%<table class="parts">%' AS sums FROM sanct_report_name('Emily Rodgers') html;
-- a name of something called after a person: the rule, and what keeps them apart; guards against a 0 without an amount
SELECT html LIKE '%<b>The rule:</b>%' AS rule, html LIKE '%as if that were the name of a body%SUPPOSED%only one side has it: costs%' AS sum FROM sanct_report_name('PAEK CHANG-HO Trading House') html;
-- what a number, or too little evidence, takes off is told with its share; guards against amounts that no pencil finds
SELECT substring(sanct_page(('{"page": "name", "name": "x", "near": [{"similarity": 0, "parts": [{"part": "all words", "relation": "' || relation || '", "bits": -6}, {"part": "word", "relation": "same", "bits": 9}]}]}')::jsonb, 'html')
	from '<td class="w against"><bdi>([^<]*)</bdi>') FROM unnest('{other number,contradicts,too little evidence,one word alone}'::text[]) relation;
-- a run: what was held against which releases, and its alerts; entries of other lists that are one are told in a case
CREATE TABLE customer (id int PRIMARY KEY, name text, born date);
INSERT INTO customer SELECT 1, primary_name || ' <b>', '1964-06-18' FROM sanct_entry WHERE list_uid = 'KPi.006';
CREATE TABLE other (id int PRIMARY KEY, name text, birth_date date, passport text, type text DEFAULT 'person');
INSERT INTO other SELECT 1, primary_name, '1964-06-18', '381420754' FROM sanct_entry WHERE list_uid = 'KPi.006';
SELECT entries FROM sanct_import_table('other', 'other', type_column => 'type', fact_columns => '{birth_date,passport}');
SELECT raised FROM sanct_run('customer', 'id', 'name', birth_date_column => 'born', lists => '{un-sc}');
SELECT j -> 'run' ->> 'raised' AS raised, j -> 'lists' -> 0 ->> 'list' AS list, j -> 'alerts' -> 0 ->> 'verdict' AS verdict, j -> 'alerts' -> 0 ->> 'facts' AS facts
FROM sanct_report_run((SELECT max(id) FROM sanct_run), 'json') t (t), LATERAL (SELECT t::jsonb) x (j);
SELECT f FROM foreign_markup(sanct_report_run((SELECT max(id) FROM sanct_run))) f;
SELECT sanct_report_run((SELECT max(id) FROM sanct_run)) LIKE '%Held against%' AS page;
SELECT sanct_report_run(-1);
SELECT j -> 'linked' -> 0 ->> 'list' AS linked, j -> 'linked' -> 0 ->> 'by' AS by, j -> 'alert' ->> 'run_id' IS NOT NULL AS run
FROM sanct_report((SELECT max(id) FROM sanct_alert), 'json') t (t), LATERAL (SELECT t::jsonb) x (j);
SELECT html LIKE '%The same on other lists%' AS linked FROM sanct_report((SELECT max(id) FROM sanct_alert)) html;
DROP TABLE customer, other;

SELECT html ~ 'How common <bdi>PAEK CHANG-HO</bdi> is' AS rarity, html LIKE '%this part is compared%' AS part FROM sanct_report_name('Mr. PAEK CHANG-HO, Pyongyang') html;
-- a name is no moment, whatever letter stands where a moment has its T; it is the title, escaped and without elements
SELECT html LIKE '%<td><bdi>Air Koryo Travel Agency</bdi></td>%' AS name, html LIKE '%<title>Air Koryo Travel Agency against the lists</title>%' AS title FROM sanct_report_name('Air Koryo Travel Agency') html;
SELECT html LIKE E'%<title>&lt;b&gt; &amp; [U+202E] against the lists</title>%' AS escaped FROM sanct_report_name(E'<b> & \u202E') html;
-- each part is told by the letters that are written so, with what else they may be, and each name by what the list calls it
SELECT html ~ '<b><bdi>CHANG</bdi></b> <span class="soft">is</span> <span class="syllable"><bdi>창 Chang</bdi>' AS letters,
	html LIKE '%, the primary name of the entry%' AS alias, html LIKE '%<b>Verdict: possible.</b>%' AS verdict, html LIKE '%To ask for:%date of birth%' AS questions FROM sanct_report_name('PAEK CHANG-HO') html;
-- where letters cannot be told apart, that is told; guards against a column that is empty without a reason
SELECT sanct_page('{"page": "name", "name": "x", "near": [{"similarity": 0.1, "parts": [{"part": "surname", "relation": "same", "read_a": "a", "written_a": "A", "read_b": "a", "bits": 3}]}]}', 'html') LIKE '%cannot be told of the name on the list%' AS told,
	sanct_report_name('PAEK CHANG-HO') LIKE '%cannot be told of%' AS without_need;
-- of syllables that look unlike the letters it is told why: the letters are those of a Chinese reading
SELECT html LIKE '%The name of the customer is read as Chinese characters that sound so in Chinese%' AS subject, html ~ '<b><bdi>Chang</bdi></b> <span class="soft">is</span> <span class="syllable"><bdi>창 Chang' AS letters FROM sanct_report_name('Bai Changhao') html;
-- a surname that is written last, and a year that stands in the field, are told; each thing beside the name with what it adds
SELECT html LIKE '%customer is read the other way round%' AS turned FROM sanct_report_name('Chang-ho Paek') html;
SELECT html LIKE '%In the field of the name stands <bdi>1964</bdi>%' AS year, html ~ '1964</bdi> [0-9]+ \(<bdi>number</bdi>\)' AS adds FROM sanct_report_name('PAEK CHANG-HO (born 1964)') html;
SELECT html LIKE '%In the field of the name stands%' AS year FROM sanct_report_name('PAEK CHANG-HO (born 1964)', birth_date => '1964') html;
-- facts of a person are not said to be wanting where the entry is a body
SELECT html LIKE '%nothing else of the customer was given%' AS none, html LIKE '%are facts of a person and this entry is none%' AS told
FROM sanct_report_name((SELECT primary_name FROM sanct_entry WHERE type = 'organisation' ORDER BY id LIMIT 1), birth_date => '1957-03-10', types => '{organisation}') html;
-- what was not asked for is told, and what else is known is compared; guards against a silence that looks at all
SELECT html LIKE '%Types asked for, no others%' AS types, html LIKE '%<h2>Found: 0</h2>%' AS silent FROM sanct_report_name('PAEK CHANG-HO', types => '{vessel}') html;
SELECT html LIKE '%Programs asked for, no others%' AS programs, html LIKE '%Names that lists call weak</th><td><bdi>left out%' AS weak FROM sanct_report_name('PAEK CHANG-HO', programs => (SELECT programs FROM sanct_entry WHERE programs <> '{}' LIMIT 1), weak => false) html;
SELECT j -> 'hits' -> 0 ->> 'verdict' AS verdict, jsonb_path_query_first(j, '$.hits[0].evidence[*] ? (@.part == "birth place")') ->> 'read_a' AS place
FROM (SELECT sanct_report_name('PAEK CHANG-HO', birth_place => 'Kaesong', entry_type => 'vessel', format => 'json')::jsonb) x (j);
-- what the whole is read by, and how surely: as the row of the comparison has it
-- where no field of the list has a fact and its remarks speak of it, they are shown; guards against "neither side says anything of it" beside a passport
CREATE TABLE noted_entry (id int, name text, comment text, nationality text);
INSERT INTO noted_entry VALUES (1, 'Zbyszko Quarterstaff', 'Seen in Minsk; bears the passport AB <12345>; Gender: male', 'PL');
SELECT entries FROM sanct_import_table('noted_entry', 'noted', remarks_column => 'comment', fact_columns => '{nationality}');
SELECT substring(html from 'document</bdi>.*?which is not weighed: read it: <bdi>([^/]*)</bdi>') AS document, html LIKE '%neither side says anything of it%' AS neither,
	(SELECT count(*) FROM regexp_matches(html, 'which is not weighed', 'g')) AS notes FROM sanct_report_name('Zbyszko Quarterstaff', nationality => 'PL') html;
SELECT delisted FROM sanct_retire_list('noted');
DROP TABLE noted_entry;
-- the glossary explains the scale, the rounding and the codes of programmes that stand on the page
SELECT html LIKE '%30 % make 0.500, 50 % make 0.670%100 % make 1.000; of words 60 % make 0.670%' AS scale, html LIKE '%whole 256ths of a bit, which add up exactly%' AS rounding, html LIKE '%DPRK as a programme of un%resolution 1718%' AS program,
	html LIKE '%as a programme of ofac%' AS others, html LIKE '%By itself</th>%' AS own FROM sanct_report_name('PAEK CHANG-HO') html;
SELECT html LIKE '%as a programme of%' AS programs FROM sanct_report_state() html;
-- each way in which a name is read and compared is told, with what is nearest; those that no screening takes are told apart
SELECT v.name, way, reads, screened, compared > 0 AS compared, nearest_part, nearest_name, similarity, likely
FROM (VALUES (1, 'PAEK CHANG-HO'), (2, 'Пак Наталья'), (3, 'Chang Jing'), (4, 'MV. 安重根'), (5, 'Mr. PAEK CHANG-HO, Pyongyang'), (6, 'PAEK CHANG-HO Trading Ltd'), (7, 'Paek Chang Ho Flower Shop'), (8, 'Ri Bank')) v (n, name),
	LATERAL sanct_page_ways(v.name, 0.67, NULL, NULL, NULL, 'error', true) WITH ORDINALITY w (way, reads, nearest_part, screened, compared, nearest_name, similarity, entry, likely, entry_id, n) ORDER BY v.n, w.n;
SELECT count(*) FROM sanct_page_ways(NULL, 0.67, NULL, NULL, NULL, 'error', true);
-- the part of the name that is nearest need not be the first
SELECT way, nearest_part, nearest_name, similarity FROM sanct_page_ways('Bright Morning Trading of Paek Chang Ho', 0.67, NULL, NULL, NULL, 'error', true);
-- of names that are as near the one of the oldest entry is told; guards against that of whichever stands first in memory
CREATE TABLE tied_entry (id int, name text);
INSERT INTO tied_entry VALUES (1, 'Quarterstaff Wolberd Zbyszko'), (2, 'Quarterstaff Gombrid Zbyszko'), (3, 'Quarterstaff Fulbert Zbyszko'), (4, 'Quarterstaff Lambrod Zbyszko');
SELECT entries FROM sanct_import_table('tied_entry', 'tied');
SELECT way, nearest_name, similarity FROM sanct_page_ways('Zbyszko Quarterstaff', 0.67, '{tied}', NULL, NULL, 'error', true);
SELECT delisted FROM sanct_retire_list('tied');
-- a listed name of one word is nobody's within a field; guards against Хусан within Lee Sang Ho Auto Repair
TRUNCATE tied_entry;
INSERT INTO tied_entry VALUES (1, 'Хусан'), (2, '상호');
ALTER TABLE tied_entry ADD COLUMN type text DEFAULT 'person';
SELECT entries FROM sanct_import_table('tied_entry', 'single', type_column => 'type');
SELECT way, nearest_name, compared FROM sanct_page_ways('Lee Sang Ho Auto Repair', 0.67, '{single}', NULL, NULL, 'error', true);
SELECT delisted FROM sanct_retire_list('single');
DROP TABLE tied_entry;
-- a silence tells so, what to do next, and which spellings would have been found; guards against a reader who must believe
SELECT html LIKE '%What to do next%Load the lists of today%Screen owners%' AS next, html LIKE '%<b>Look at it:</b> <bdi>PAEK CHANG-HO</bdi> within the name%' AS inside, html LIKE '%Which spellings would have been found%' AS spellings FROM sanct_report_name('PAEK CHANG-HO Trading Ltd') html;
SELECT html LIKE '%Was a person in it looked for? Screening takes%none matches%' AS looked, html LIKE '%It is not read as a Korean name%' AS words FROM sanct_report_name('Ri Song Hui Flower Shop') html;
SELECT html LIKE '%Was a person in it looked for? It has too few words%' AS few FROM sanct_report_name('Zyx Bank') html;
SELECT html LIKE '%Mandarin, Chinese as it is spelt in Latin letters, is not among%' AS told FROM sanct_report_name('Chang Jing', nationality => 'CN') html;
SELECT html LIKE '%Mandarin, Chinese as it is spelt in Latin letters, is not among%' AS told FROM sanct_report_name('Chang Jing', nationality => 'People''s Republic of China') html;
-- but of nobody else; guards against Chinese characters for a Congolese
SELECT html LIKE '%Mandarin, Chinese as%' AS told FROM sanct_report_name('Chang Jing') html;
-- a trade that can be read as syllables makes no Korean of a business; guards against one within which nobody is looked for
SELECT html LIKE '%Koreans within it%' AS within, html LIKE '%If it is a business%' AS business FROM sanct_report_name('Paek Chang Ho Bakery') html;
-- names in other letters are tried as they stand in Latin ones: the given name first, and with vowels where the letters have none
SELECT html LIKE '%<bdi>Anna Tsoi</bdi>%' AS turned FROM sanct_report_name('Цой Анна Сергеевна') html;
SELECT html LIKE '%<bdi>Najib Mahfuz</bdi>%' AS vowels, html LIKE '%that are guessed%' AS guessed FROM sanct_report_name('نجيب محفوز') html;
-- a body in Hangul is read in Latin letters as well, a Chinese name is; nothing is told as near that is like it in nothing
SELECT html LIKE '%Ask for the name in Latin letters%' AS hangul, html LIKE '%The first of those that are near%' AS near FROM sanct_report_name('조선광업개발무역회사') html;
SELECT html LIKE '%Ask for the name in Latin letters%' AS chinese FROM sanct_report_name('王秀英') html;
-- the answer stands in the first lines with its reason: what was found with the verdict, or what is wanting
SELECT position('What to do next' in html) > position('similarity 1.000; verdict: strong' in html) AS found FROM sanct_report_name('PAEK CHANG-HO', documents => '{381420754}') html;
SELECT position('What to do next' in html) > position('One difference keeps it from matching' in html) AND html LIKE '%One difference keeps%' AS wanting FROM sanct_report_name('PAEK CHANG-SONG') html;
SELECT html LIKE '%Where the verdict is strong%' AS strong, html LIKE '%Which spellings would%' AS spellings FROM sanct_report_name('PAEK CHANG-HO', birth_date => '1964-06-18') html;
-- a name as lists may write it, of each kind: with other letters, in other scripts, short; guards against a silence that nobody can defend
SELECT v.n, how, spelt FROM (VALUES (1, 'Amr Diab', 'person', 'Amr Diab', NULL), (2, 'Zhang Ziyi', 'person', 'Zhang Ziyi', '장자일'), (3, 'Kumho Tire Co., Inc.', 'organisation', 'Kumho Tire Co., Inc.', NULL),
	(4, 'M/V PACIFIC HOPE', 'organisation', 'M/V PACIFIC HOPE', NULL), (5, '유재석', 'person', 'Ryu Jae Sok', '류재석'), (6, '佐藤健', 'person', 'sato ken', NULL), (7, 'Пак', 'person', 'pak', NULL), (8, 'Samsung Heavy Industry', 'organisation', 'Samsung Heavy Industry', NULL),
	(9, 'Zürich 2000', 'organisation', 'Zürich 2000', NULL), (10, 'a b c d e f g h i j k l m', 'person', 'a b c d e f g h i j k l m', NULL), (11, NULL, NULL, NULL, NULL), (12, 'Li ' || repeat('ang', 20) || 'x', 'person', NULL, NULL), (13, 'Li Hua Nguyen', 'person', '', NULL)) v (n, name, type, latin, hangul),
	LATERAL sanct_page_respelt(v.name, v.type, v.latin, v.hangul) WITH ORDINALITY r (how, spelt, m) ORDER BY v.n, r.m;
-- each page of a silence says so of other spellings and scripts, whatever the name is of; a letter that is missing is one, and why a spelling is not found is told
SELECT name, html LIKE '%screen each by itself%' AS step, html ~ '(Cyrillic|Arabic) letters, by the sound' AS script, html LIKE '%And in other scripts? The lists below have names in <bdi>Latin</bdi>%' AS scripts, html LIKE '%a letter missing: %' AS letter,
	substring(html from '<p>Why is <bdi>[^?]*\?[^\n]*') AS why FROM unnest('{Amr Diab,Giorgia Meloni,Zhang Ziyi,Choi Min-sik,"Samsung Heavy Industries Co., Ltd.",MV PACIFIC HOPE,佐藤健,Цой Анна Сергеевна,نجيب محفوز,유재석}'::text[]) name, sanct_report_name(name) html;
-- the nearest is one, and its comparison stands there, whichever way it was compared; guards against two answers on a page
CREATE TABLE nearest_entry (id int, name text, type text);
INSERT INTO nearest_entry VALUES (1, 'Pak Yuna Holdings', 'organisation'), (2, 'Kimyuna Invest Holdings', 'organisation'), (3, 'Kim Yong Sok', 'person');
SELECT entries FROM sanct_import_table('nearest_entry', 'nearest', type_column => 'type');
SELECT regexp_replace(substring(html from 'does.</p>\n(<p>The nearest.*?)<h2>'), '</?(b|bdi|span[^>]*)>', '', 'g') AS head, html ~ 'For this page alone: .*Compared: <b><bdi>kim yuna' AS compared FROM sanct_report_name('Kim Yuna', lists => '{nearest}') html;
SELECT delisted FROM sanct_retire_list('nearest');
DROP TABLE nearest_entry;
-- the reading that a comparison takes first is the one that the page lists first
SELECT substring(html from 'Чен</b> = ([^,]*)') AS first, substring(regexp_replace(html, '</?(bdi|b|i|span)[^>]*>', '', 'g') from 'Чен = ([^,]*)') AS plain FROM sanct_report_name('Пак Чен Чхон') html;
-- what says nothing is no reason; a strong verdict is no proof; what facts say, and the verdicts, have one table
SELECT substring(sanct_page('{"page": "name", "name": "x", "hits": [{"primary_name": "X", "verdict": "strong", "facts": "birth date: same day; nationality: the country of birth", "evidence": [{"part": "birth date", "relation": "same day", "read_a": "a", "read_b": "a", "bits": 14},
	{"part": "nationality", "relation": "the country of birth", "read_a": "RU", "read_b": "born in RU", "bits": 0}, {"part": "evidence", "relation": "sum", "bits": 14}]}]}', 'html') from 'because of [^\n]*') AS reason;
SELECT substring(sanct_page('{"page": "name", "name": "x", "hits": [{"primary_name": "X", "verdict": "contradicted", "evidence": [{"part": "type", "relation": "another", "read_a": "vessel", "read_b": "person", "bits": 0}]}]}', 'html') from 'because of [^\n]*') AS reason;
SELECT html LIKE '%Only a document proves it%' AS proof, html LIKE '%the facts come to 9 bits or more%weak: they come to -2 or less; or to less than 0%' AS verdicts, html LIKE '%both North Korean +5, another -2%the country of birth: the same +0 (North Korea +5)%' AS facts FROM sanct_report_name('PAEK CHANG-HO', birth_date => '1964-06-18') html;
-- what stands beside the name was given as well; no page raises an alert
SELECT html LIKE '%but for what stands beside it in its field%' AS beside, html LIKE '%This page raises no alert%' AS alert FROM sanct_report_name('PAEK CHANG-HO, Pyongyang') html;
-- what is told of a spelling is what sanct_match says of it
SELECT s ->> 'spelt' AS spelt, s ->> 'how' AS how, s ->> 'result' AS result FROM jsonb_array_elements(sanct_page_spellings('Song Kang-ho', 'person', 0.67, NULL)) s;
SELECT s ->> 'spelt' AS spelt, s ->> 'result' AS result FROM jsonb_array_elements(sanct_page_spellings('Mohammed Rashid Qureshi', 'person', 0.67, NULL)) s UNION ALL SELECT s ->> 'spelt', s ->> 'result' FROM jsonb_array_elements(sanct_page_spellings('Pyongyang Cold Noodle House', 'organisation', 0.67, NULL)) s;
SELECT html ~ 'the whole by spelling: <bdi>[A-Z][A-Za-z -]+ \([^ ]+\) [0-9.]+ %' AS ways, html ~ '<bdi>[0-9.]+ %</bdi> of the ways to read the whole name' AS row FROM sanct_report_name('PAEK CHANG-HO') html;
-- a list that is old is told, with its days
SELECT html ~ 'class="against"><b>Old:</b> <bdi>un-sc</bdi> is as it was <bdi>[0-9]+</bdi> days ago' AS old FROM sanct_report_name('PAEK CHANG-HO') html;
-- an alert keeps its explanation; letters are told as long as that of today says the same
SELECT jsonb_path_query_array(sanct_page_letters('[{"part": "surname", "read_a": "a", "read_b": null, "bits": 1}, {"part": "word", "read_a": "b", "read_b": null}]',
	'[{"part": "surname", "read_a": "a", "read_b": null, "bits": 2, "written_a": "A"}, {"part": "word", "read_a": "c", "read_b": null, "written_a": "B"}]'), '$[*]') AS rows;
-- the state
SELECT html LIKE '%public.payment%' AS guards, html LIKE '%un-sc%' AS lists FROM sanct_report_state() html;
-- words stay whole in narrow columns, but what would make a page wider than paper
SELECT html LIKE '%<td class="w"><bdi>ofac-sdn</bdi>%' AS whole, html LIKE '%<td><bdi>xxxxx%' AS parted
FROM sanct_page('{"page": "state", "lists": [{"list": "ofac-sdn", "publisher": "xxxxxxxxxxxxxxxxx"}]}', 'html') html;
SELECT sanct_version() ~ '^[0-9.]+, algorithm [0-9]+, Unicode ' AS version;

-- with the rights of who asks: who may not read alerts gets no page, nor of a list that is not shown
CREATE ROLE regress_sanct_report_reader;
SET ROLE regress_sanct_report_reader;
SELECT sanct_report(:alert);
SELECT sanct_report_state();
RESET ROLE;
GRANT SELECT ON sanct_alert, sanct_decision, sanct_clearance, sanct_entry_facts, sanct_name, sanct_list_status, sanct_link TO regress_sanct_report_reader;
SET ROLE regress_sanct_report_reader;
SELECT sanct_report(:alert) LIKE '%KPi.006%' AS shown;
RESET ROLE;
SELECT sanct_restrict_list('un-sc', '{pg_monitor}');
SET ROLE regress_sanct_report_reader;
SELECT sanct_report(:alert);
RESET ROLE;
DROP TABLE payment, hostile CASCADE;
-- whatever is made up for a page, it is a page or an error
SELECT sanct_page('{"page":"case","alert":{},"parts":[{"bits":1},{"part":"surname","bits":1,"read_a":"x"}],"threshold":1e300}', 'html') IS NOT NULL AS made;

DROP EXTENSION sanctmatch CASCADE;
DROP ROLE regress_sanct_report_reader;
DROP FUNCTION foreign_markup;
CREATE EXTENSION sanctmatch;
