-- Fields that hold a listed name and something beside it, as test/fields_gen makes them; read by accuracy.sql
-- Words "table" stand in the extension's tables, "unseen" come from sources that the tables do not use. Found through screening is an
-- entry that bears the name; by %~ and by pg_trgm the pair of the field and the listed name, at their default thresholds.

CREATE TABLE field (id integer GENERATED ALWAYS AS IDENTITY, grp text, kind text, words text, uid text, field text);
\copy field (grp, kind, words, uid, field) FROM PROGRAM 'test/fields_gen "$OFAC" "$CUSTOMERS"'
CREATE TABLE listed_field AS
SELECT f.*, e.id AS entry_id, e.primary_name AS name FROM field f JOIN sanct_entry e ON e.list_uid = f.uid
	JOIN sanct_list l ON l.id = e.list_id AND l.code = 'ofac-sdn';
ANALYZE listed_field;

CREATE TABLE field_found AS
SELECT f.id, EXISTS (SELECT FROM sanct_screen(f.field, max_hits => 100) s WHERE s.entry_id = f.entry_id OR s.matched_name %~ f.name) AS screened
FROM listed_field f;

\echo == Fields with something beside a listed name: share that is found
SELECT grp, words, count(*) AS fields, round(avg(screened::int), 3) AS "sanct_screen", round(avg((name %~ field)::int), 3) AS "%~",
	round(avg((similarity(name, field) >= 0.3)::int), 3) AS "pg_trgm, similarity", round(avg((word_similarity(name, field) >= 0.6)::int), 3) AS "word_similarity",
	CASE WHEN grp LIKE 'ship%' THEN CASE words WHEN 'table' THEN '0.94' ELSE '0.75' END WHEN grp LIKE 'body%' THEN CASE words WHEN 'table' THEN '0.95' ELSE '0.70' END
		ELSE CASE words WHEN 'table' THEN '0.95' ELSE '0.80' END END AS "bar of sanct_screen"
FROM listed_field JOIN field_found USING (id) GROUP BY grp, words ORDER BY grp, words;

\echo == The same by kind, words of the table
SELECT grp, kind, round(avg(screened::int), 2) AS "sanct_screen", round(avg((name %~ field)::int), 2) AS "%~",
	round(avg((similarity(name, field) >= 0.3)::int), 2) AS "similarity", round(avg((word_similarity(name, field) >= 0.6)::int), 2) AS "word_similarity"
FROM listed_field JOIN field_found USING (id) WHERE words = 'table' GROUP BY grp, kind ORDER BY grp, kind;

\echo == False alarms: of these fields with names of other entries, those that match of a million pairs
SELECT split_part(f.grp, ' ', 1) AS fields, count(*) AS pairs, round(1000000 * avg((n.name %~ f.field)::int)) AS "%~",
	round(1000000 * avg((similarity(n.name, f.field) >= 0.3)::int)) AS "pg_trgm, similarity", round(1000000 * avg((word_similarity(n.name, f.field) >= 0.6)::int)) AS "word_similarity"
FROM (SELECT * FROM listed_field WHERE id % 50 = 0) f, (SELECT primary_name AS name, list_uid FROM sanct_entry WHERE id % 40 = 0) n
WHERE n.list_uid <> f.uid AND NOT n.name %~ f.name GROUP BY 1 ORDER BY 1;
