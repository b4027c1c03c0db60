-- a name is read as that of what its subject is told to be, everywhere alike: by the lists in memory and by their index, in tables, runs,
-- guards, alerts and pages; and what is shown is the reading that was compared
\getenv abs_srcdir PG_ABS_SRCDIR
\set SHOW_CONTEXT never
SET client_min_messages = error;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
RESET client_min_messages;
CREATE TABLE own (id text, name text, kind text);
INSERT INTO own VALUES ('1', 'M/V CHONG CHON GANG', 'vessel'), ('2', 'YANGGAK DO', 'vessel'), ('3', 'Tony Montana', 'person'), ('4', 'LADY RANIA', 'vessel'),
	('5', 'POLA FIVA', 'vessel'), ('6', 'KIM, Jong Un', 'person'), ('7', 'KIM JONG UN CO LTD', 'entity'),
	('8', 'SDM-BANK PUBLIC JOINT STOCK COMPANY', 'entity'), ('9', 'Sia Agha Sayeed', 'person'), ('10', 'MUJEL, A.S.', 'person'),
	('11', 'IGOR1994V', 'person');
SELECT entries FROM sanct_import_table('own', 'own', type_column => 'kind');
CREATE TABLE customer (id int PRIMARY KEY, name text, kind text);
INSERT INTO customer VALUES (1, 'Chong Chon Gang', 'vessel'), (2, 'Yang Gak Do', 'ship'), (3, 'Anthony Fontana', 'Individual'), (4, 'Lady R', 'vessel'),
	(5, 'POLA FIVA, Findutils', 'vessel'), (6, 'Kim Jong Un Co. Ltd.', 'company'), (7, 'Kim Jong Un Co. Ltd.', 'person'),
	(9, 'SDM-BANK PUBLIC JOINT STOCK COMPANY', 'person');
-- what a type finds, and what it keeps from being found; other, NULL and what says nothing change nothing, and who is told to be a person
-- is found as the company that he is
CREATE VIEW found AS SELECT c.id, c.kind, t.n, array_agg(s.list_uid ORDER BY s.list_uid) AS found FROM customer c CROSS JOIN LATERAL
	(VALUES (1, c.kind), (2, NULL), (3, 'other'), (4, 'N/A')) t (n, kind) CROSS JOIN LATERAL sanct_screen(c.name, entry_type => t.kind) s GROUP BY c.id, c.kind, t.n;
SELECT c.id, c.name, c.kind, (SELECT found FROM found f WHERE f.id = c.id AND n = 1) AS told, (SELECT found FROM found f WHERE f.id = c.id AND n = 2) AS not_told,
	(SELECT count(DISTINCT found) FROM found f WHERE f.id = c.id AND n > 1) AS otherwise FROM customer c ORDER BY c.id;
SELECT sanct_screen('Chong Chon Gang', entry_type => 'planet');
-- what is a company's form elsewhere, and a number, may be a name of somebody of whom nothing is told
SELECT v.name, s.list_uid FROM (VALUES ('AGHA SAYEED, Sia'), ('Sia Agha Sayeed'), ('Mujel, A.S.'), ('MUJEL A S'), ('IGOR1994V')) v (name)
	LEFT JOIN LATERAL sanct_screen(v.name) s ON true;

-- a table, a run, guards by row and by statement find the same; what is no type is told where something is found, and is not known
INSERT INTO customer VALUES (8, 'Tony Montana', 'planet');
SELECT id, array_agg(list_uid ORDER BY list_uid) FROM sanct_screen_table('customer', 'id', 'name', type_column => 'kind') GROUP BY id ORDER BY id;
SELECT id, array_agg(list_uid ORDER BY list_uid) FROM sanct_rescreen('customer', 'id', 'name', 0, type_column => 'kind') GROUP BY id ORDER BY id;
SELECT hits, raised, ruled_out FROM sanct_run('customer', 'id', 'name', verdict => 'contradicted', type_column => 'kind');
CREATE TABLE guarded (id int PRIMARY KEY, name text, kind text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('guarded', 'name', 'record', '{type=kind}');
SELECT format('INSERT INTO guarded SELECT * FROM customer WHERE id = %s', id) FROM customer ORDER BY id \gexec
CREATE TABLE stated (id int PRIMARY KEY, name text, kind text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('stated', 'name', 'record', '{type=kind}', statement => true);
INSERT INTO stated SELECT * FROM customer;
SELECT subject, subject_key ->> 'id' AS id, array_agg(list_uid ORDER BY list_uid) FROM sanct_alert GROUP BY 1, 2 ORDER BY 1, 2;
-- alerts explain what was compared, and so do their pages
SELECT count(*) AS alerts, bool_and(x.bits = a.weight) AS add_up FROM sanct_alert a, jsonb_to_recordset(a.explanation) x (part text, bits real) WHERE x.part = 'whole name';
SELECT a.id FROM sanct_alert a, jsonb_to_recordset(sanct_report(a.id, 'json')::jsonb -> 'parts') x (part text, bits real) WHERE x.part = 'whole name' AND x.bits <> a.weight;

-- why and why not
SELECT part, read_a, read_b, relation, bits FROM sanct_explain_listed('Chong Chon Gang', 'M/V CHONG CHON GANG', 'vessel', entry_type => 'ship');
SELECT part, read_a, relation FROM sanct_explain_listed('Chong Chon Gang', 'M/V CHONG CHON GANG', 'vessel') WHERE part = 'whole name';
SELECT sanct_explain_listed('Chong Chon Gang', 'M/V CHONG CHON GANG', 'vessel', entry_type => 'planet');
SELECT part, read_a, relation FROM sanct_explain_listed('Chong Chon Gang', 'M/V CHONG CHON GANG', 'Ship', entry_type => 'Vessel') WHERE part = 'whole name';
SELECT sanct_explain_listed('Chong Chon Gang', 'M/V CHONG CHON GANG', 'planet');
SELECT nearest_name, similarity, why FROM sanct_near('Anthony Fontana', 1, entry_type => 'person');
SELECT count(*) FROM sanct_near('Anthony Fontana', 10) WHERE nearest_name = 'Tony Montana';
SELECT sanct_explain_listed('Anthony Fontana', 'Tony Montana', 'vesel');
SELECT sanct_near('Anthony Fontana', entry_type => 'planet');
SELECT j -> 'hits' -> 0 ->> 'matched_name' AS hit, j -> 'near' -> 0 ->> 'nearest_name' AS near, (SELECT x -> 'bits' FROM jsonb_array_elements(j -> 'near' -> 0 -> 'parts') x
	WHERE x ->> 'part' = 'whole name') = j -> 'near' -> 0 -> 'weight' AS same, j -> 'ways' -> 0 ->> 'likely' AS likely
FROM (VALUES ('person'), ('vessel'), (NULL)) t (type), LATERAL (SELECT sanct_report_name('Anthony Fontana', entry_type => t.type, format => 'json')::jsonb) x (j);
SELECT part, read_a, level FROM sanct_evidence((SELECT id FROM sanct_entry WHERE list_uid = '1'), 'Chong Chon Gang', entry_type => 'vessel') e (part, read_a, listed, level) WHERE part = 'name';
DROP VIEW found;
DROP TABLE guarded, stated, customer, own;

-- names of lists in eight ways, told to be of each kind: memory finds what the index finds, in a table what alone, and the sums are those that are shown
SET client_min_messages = error;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
SELECT entries > 0 AS imported FROM sanct_import_un_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/un.xml'));
SELECT entries > 0 AS imported FROM sanct_import_ofac_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.xml'));
CREATE TABLE customer AS
SELECT row_number() OVER () AS id, CASE n % 8 WHEN 0 THEN name WHEN 1 THEN 'Mr. ' || name WHEN 2 THEN left(name, -1) WHEN 3 THEN regexp_replace(name, '^(\S+) (.*)$', '\2 \1')
	WHEN 4 THEN name || ' Co., Ltd.' WHEN 5 THEN name || ', Pyongyang' WHEN 6 THEN 'M/V ' || name ELSE regexp_replace(name, '^(\S+) (\S+)', '\1\2') || ' 2' END AS name, t.type
FROM (SELECT row_number() OVER (ORDER BY e.list_uid COLLATE "C", s.name COLLATE "C") AS n, s.name FROM sanct_name s JOIN sanct_entry e ON e.id = s.entry_id) l
	CROSS JOIN (VALUES ('person'), ('organisation'), ('vessel')) t (type);
CREATE TABLE in_memory AS SELECT id::bigint, entry_id, matched_name, similarity, weight, matched_part, verdict FROM sanct_screen_table('customer', 'id', 'name', type_column => 'type');
CREATE TABLE by_index AS SELECT c.id, s.entry_id, s.matched_name, s.similarity, s.weight, s.matched_part, s.verdict
FROM customer c CROSS JOIN LATERAL sanct_screen(c.name, entry_type => c.type, as_of => now(), max_hits => 1000) s;
SELECT (SELECT count(*) FROM in_memory) > (SELECT count(*) FROM customer) / 3 AS enough, (SELECT count(*) FROM (TABLE in_memory EXCEPT ALL TABLE by_index) x) AS memory_alone,
	(SELECT count(*) FROM (TABLE by_index EXCEPT ALL TABLE in_memory) x) AS index_alone;
SELECT count(*) > 0 AS types_tell FROM (SELECT id, entry_id, matched_name, similarity FROM in_memory EXCEPT
	SELECT id::bigint, entry_id, matched_name, similarity FROM sanct_screen_table('customer', 'id', 'name')) x;
SELECT count(*) FILTER (WHERE x.bits <> m.weight) AS shown_otherwise, count(*) = (SELECT count(*) FROM in_memory) AS all_shown
FROM in_memory m JOIN customer c USING (id) JOIN sanct_entry e ON e.id = m.entry_id, LATERAL sanct_explain_listed(c.name, m.matched_name, e.type, entry_type => c.type) x
WHERE x.part = 'whole name';
DROP TABLE customer, in_memory, by_index;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
