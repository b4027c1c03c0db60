-- what is found of some customers, what is near, why, and what is known beside the names, exactly: names as lists have them and
-- as people write them, with facts that agree, differ and are missing; guards against any change that nobody meant
\getenv abs_srcdir PG_ABS_SRCDIR
\pset format unaligned
\pset tuples_only on
\pset null ''
\set SHOW_CONTEXT never
SET client_min_messages = error;
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
SELECT entries > 0 FROM sanct_import_un_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/un.xml'));
SELECT entries > 0 FROM sanct_import_ofac_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.xml'));
CREATE VIEW fact AS SELECT entry_id, max(value) FILTER (WHERE kind = 'birth-date') AS born, max(value) FILTER (WHERE kind = 'nationality') AS nation,
	max(value) FILTER (WHERE kind = 'gender') AS gender, max(value) FILTER (WHERE kind = 'birth-place') AS place,
	max(value) FILTER (WHERE kind IN ('passport', 'national-id', 'imo')) AS document FROM sanct_identifier GROUP BY entry_id;
-- every third listed name in one of eight ways, with the facts of its entry, of another, of none, or of half
CREATE TABLE customer AS
SELECT n AS id, CASE n % 8 WHEN 0 THEN name WHEN 1 THEN 'Mr. ' || name WHEN 2 THEN left(name, -1) WHEN 3 THEN regexp_replace(name, '^(\S+) (.*)$', '\2 \1')
	WHEN 4 THEN upper(replace(name, '-', ' ')) WHEN 5 THEN name || ', Pyongyang' WHEN 6 THEN replace(name, ' ', '') ELSE translate(name, 'kgou', 'gkuo') END AS name,
	CASE n % 3 WHEN 0 THEN born WHEN 1 THEN '1950-01-02' END AS born, CASE n % 5 WHEN 0 THEN nation WHEN 1 THEN 'FR' WHEN 2 THEN 'KP' END AS nation,
	CASE n % 4 WHEN 0 THEN gender WHEN 1 THEN 'f' END AS gender, CASE n % 7 WHEN 0 THEN place WHEN 1 THEN 'Paris, France' WHEN 2 THEN 'Pyongyang' END AS place,
	CASE n % 2 WHEN 0 THEN document END AS document, CASE n % 6 WHEN 0 THEN type WHEN 1 THEN 'vessel' END AS type
FROM (SELECT row_number() OVER (ORDER BY e.list_uid COLLATE "C", s.name COLLATE "C") AS n, s.name, e.type, f.* FROM sanct_name s JOIN sanct_entry e ON e.id = s.entry_id
	LEFT JOIN fact f USING (entry_id)) l WHERE n % 3 = 0;
SELECT count(*) FROM customer;
SELECT ROW(h.id, h.name, h.list, h.list_uid, h.type, h.matched_name, h.weak, h.similarity, h.weight, h.evidence, h.total, h.verdict, h.facts, h.matched_part)
FROM sanct_screen_table('customer', 'id', 'name', 0.6, birth_date_column => 'born', nationality_column => 'nation', gender_column => 'gender',
	document_columns => '{document}', birth_place_column => 'place', type_column => 'type') h ORDER BY h.id::int, h.list, h.list_uid COLLATE "C";
-- a name by itself has the hits that it has in a table, in their order
SELECT c.id FROM customer c CROSS JOIN LATERAL (SELECT (SELECT array_agg(ROW(s.*)::text) FROM sanct_screen(c.name, 0.6, birth_date => c.born, nationality => c.nation, gender => c.gender,
	documents => c.document, birth_place => c.place, entry_type => c.type) s) AS alone) a LEFT JOIN (SELECT h.id, array_agg(ROW(h.entry_id, h.list, h.list_uid, h.type, h.programs, h.primary_name,
	h.matched_name, h.weak, h.similarity, h.weight, h.evidence, h.total, h.verdict, h.facts, h.linked, h.matched_part, h.release_id)::text) AS hits
	FROM sanct_screen_table('customer', 'id', 'name', 0.6, birth_date_column => 'born', nationality_column => 'nation', gender_column => 'gender',
	document_columns => '{document}', birth_place_column => 'place', type_column => 'type') h GROUP BY h.id) t ON t.id = c.id::text WHERE alone IS DISTINCT FROM hits;
-- what is near and not found, and why
SELECT ROW(c.id, n.list_uid, n.nearest_name, n.similarity, n.weight, n.tier, n.why) FROM customer c CROSS JOIN LATERAL sanct_near(c.name, 2) n
WHERE c.id % 4 = 3 ORDER BY c.id, n.similarity DESC, n.list_uid COLLATE "C";
-- how each name compares with the one that it was made of, and the facts of both
SELECT ROW(c.id, x.*) FROM customer c CROSS JOIN LATERAL (SELECT matched_name, entry_id FROM sanct_screen(c.name, 0.5, 1)) h CROSS JOIN LATERAL sanct_explain(c.name, h.matched_name) WITH ORDINALITY x
WHERE c.id % 2 = 0 ORDER BY c.id, x.ordinality;
SELECT ROW(c.id, x.*) FROM customer c CROSS JOIN LATERAL (SELECT entry_id FROM sanct_screen(c.name, 0.5, 1)) h
CROSS JOIN LATERAL sanct_evidence(h.entry_id, c.name, c.born, c.nation, c.gender, c.document, c.place, c.type) WITH ORDINALITY x ORDER BY c.id, x.ordinality;
-- what fields hold, how names are read, how many people bear them
SELECT ROW(c.id, x.*) FROM customer c CROSS JOIN LATERAL sanct_names(c.name) WITH ORDINALITY x WHERE c.id % 8 IN (1, 5) ORDER BY c.id, x.ordinality;
SELECT ROW(c.id, x.*) FROM customer c CROSS JOIN LATERAL sanct_readings(c.name) WITH ORDINALITY x WHERE c.id % 8 IN (4, 7) ORDER BY c.id, x.ordinality;
SELECT ROW(c.id, x.*) FROM customer c CROSS JOIN LATERAL sanct_rarity(c.name) WITH ORDINALITY x WHERE c.id % 8 = 0 ORDER BY c.id, x.ordinality;
SELECT left(md5(string_agg(sanct_keys(c.name)::text, ' ' ORDER BY id)), 8), sum(sanct_weight(a.name, c.name)::numeric), string_agg(DISTINCT sanct_tier(a.name, c.name), ', ') FROM customer c
CROSS JOIN (SELECT name FROM customer WHERE id <= 30) a;
-- texts, documents, counts, from a sample of the customers too
SELECT ROW(f.start, f.length, f.matched_text, f.list_uid, f.matched_name, f.similarity, f.weight) FROM (SELECT string_agg('On Monday ' || name || ' said so. ', '' ORDER BY id) AS content FROM customer
WHERE id % 8 IN (0, 3, 4, 5)) t, sanct_find(content) f;
SELECT ROW(c.id, d.document, d.list_uid, d.primary_name, d.kind, d.value, d.decisive) FROM customer c CROSS JOIN LATERAL sanct_documents(ARRAY[c.document]) d ORDER BY c.id, d.list_uid COLLATE "C";
SELECT sanct_namesakes('customer', 'name', 'Kim Yong Chol'), sanct_namesakes('customer', 'name', 'Korea Trading Bank', 0.4);
SELECT ROW(c.*) FROM sanct_calibrate('customer', 'id', 'name', '{0.6,0.67,0.8,0.95}', birth_date_column => 'born') c;
SELECT ROW(c.*) FROM sanct_calibrate('customer', 'id', 'name', '{0.67,0.9}', sample => 40, seed => 7) c;
DROP TABLE customer;
DROP VIEW fact;
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
