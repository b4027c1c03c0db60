-- fields of all kinds: what one name, a table, a table held again and a guard find is the same, also of what has been
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = error;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');

-- names of every type, one in some of them, with something beside them
CREATE TABLE subject (id int PRIMARY KEY, name text, reading sanct_reading);
CREATE INDEX ON subject USING gist (name sanct_gist_ops);
WITH numbered AS MATERIALIZED (
	SELECT row_number() OVER (ORDER BY n.name COLLATE "C", n.id) AS n, n.name, e.type, n.entry_id
	FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id
), pair AS MATERIALIZED (
	SELECT a.n, a.name AS a, b.name AS b FROM numbered a JOIN numbered b
		ON b.n = 1 + (a.n * 37) % (SELECT count(*) FROM numbered)
), form AS (
	SELECT n, k, format((ARRAY['%1$s', '%1$s (DPRK)', 'Vice Chairman %1$s', '%1$s / %2$s', 'c/o %1$s, Dandong', 'MV %1$s',
		'%1$s, SHANGHAI BRANCH', 'attn: %2$s; %1$s IMO 8891297', '%1$s Trading Co', '1/%1$s 2/KWANGBOK STREET 3/KP/PYONGYANG',
		'Payment to %1$s and %2$s', '%1$s 1'])[k], a, b) AS field
	FROM pair, generate_series(1, 12) k
	WHERE (n + k) % greatest(1, ((SELECT count(*) FROM numbered) / 160)::int) < 2
)
INSERT INTO subject SELECT row_number() OVER (ORDER BY n, k), field, sanct_read(field) FROM form;
SELECT count(*) BETWEEN 1000 AND 8000 AS enough FROM subject;
-- a Korean's name is that of a ship, and of a person, with words in it that say nothing of either
INSERT INTO subject SELECT 1000000 + row_number() OVER (), f, sanct_read(f)
FROM (SELECT DISTINCT format(p, n.name) AS f FROM sanct_name n, unnest('{"%s","M/V %s","%s Bank, Beijing"}'::text[]) p
	WHERE sanct_read_otherwise(n.name) IS NOT NULL) x;

CREATE TEMP TABLE by_name AS
SELECT s.id::text, s.name, h.entry_id, h.matched_name, h.similarity, h.weight
FROM subject s CROSS JOIN LATERAL sanct_screen(s.name, max_hits => 100000) h;
CREATE FUNCTION pg_temp.differ(a regclass, b regclass) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
	EXECUTE format('SELECT count(*) FROM ((TABLE %1$s EXCEPT ALL TABLE %2$s) UNION ALL (TABLE %2$s EXCEPT ALL TABLE %1$s)) x', a, b) INTO n;
	RETURN n;
END
$$;
CREATE TEMP TABLE by_table AS
SELECT id, name, entry_id, matched_name, similarity, weight FROM sanct_screen_table('subject', 'id', 'name', max_hits => 100000);
CREATE TEMP TABLE by_reading AS
SELECT id, name, entry_id, matched_name, similarity, weight FROM sanct_screen_table('subject', 'id', 'reading', max_hits => 100000);
CREATE TEMP TABLE again AS
SELECT id, name, entry_id, matched_name, similarity, weight FROM sanct_rescreen('subject', 'id', 'name', 0);
SELECT count(*) > 1000 AS enough, pg_temp.differ('by_name', 'by_table') AS by_table, pg_temp.differ('by_name', 'by_reading') AS by_reading,
	pg_temp.differ('by_name', 'again') AS again FROM by_name;

-- without its indexes the table is read from end to end, to the same end
BEGIN;
DROP INDEX sanct_name_otherwise_idx;
SELECT count(*) FROM (SELECT * FROM subject ORDER BY id DESC LIMIT 40) s CROSS JOIN LATERAL (
	(SELECT entry_id, matched_name, similarity FROM sanct_screen(s.name, max_hits => 100000)
	EXCEPT SELECT entry_id, matched_name, similarity FROM by_name WHERE id = s.id::text)
	UNION ALL
	(SELECT entry_id, matched_name, similarity FROM by_name WHERE id = s.id::text
	EXCEPT SELECT entry_id, matched_name, similarity FROM sanct_screen(s.name, max_hits => 100000))) x;
ROLLBACK;

-- a guard: its first rows by the index, then in memory
CREATE TABLE payment (id int PRIMARY KEY, name text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'name', 'record', '{key=id}');
INSERT INTO payment SELECT id, name FROM subject;
SELECT count(*) FROM (
	(SELECT id, entry_id FROM by_name EXCEPT SELECT subject_key ->> 'id', entry_id FROM sanct_alert WHERE subject = 'public.payment')
	UNION ALL
	(SELECT subject_key ->> 'id', entry_id FROM sanct_alert WHERE subject = 'public.payment' AND entry_id IS NOT NULL EXCEPT SELECT id, entry_id FROM by_name)) x;

-- of these fields all that %~ finds, and more
CREATE TEMP TABLE matched AS
SELECT DISTINCT s.id::text, n.entry_id FROM subject s JOIN sanct_name n ON n.name %~ s.name;
SELECT count(*) FROM (TABLE matched EXCEPT SELECT id, entry_id FROM by_name) x;
SELECT count(*) > 50 AS more FROM (SELECT id, entry_id FROM by_name EXCEPT TABLE matched) x;

-- and as it was before a release that changes all names
SELECT clock_timestamp() AS before \gset
SELECT changed > 0 AS changed FROM sanct_import_ofac_csv(
	sdn => convert_to(regexp_replace(convert_from(pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'), 'UTF8'),
		'^(\d+,"[^"]*)"', '\1 BETA"', 'gn'), 'UTF8'),
	alt => convert_to(regexp_replace(convert_from(pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'), 'UTF8'),
		'^(\d+,\d+,"[^"]*","[^"]*)"', '\1 BETA"', 'gn'), 'UTF8'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-16');
SELECT count(*) > 100 AS enough, count(*) FILTER (WHERE sanct_read_otherwise(name) IS NOT NULL) > 0 AS otherwise FROM sanct_past_name;
CREATE TEMP TABLE as_before AS
SELECT s.id::text, s.name, h.entry_id, h.matched_name, h.similarity, h.weight
FROM subject s CROSS JOIN LATERAL sanct_screen(s.name, max_hits => 100000, as_of => :'before') h;
SELECT pg_temp.differ('by_name', 'as_before') AS as_before;

DROP TABLE payment, subject;
-- the trail is not deleted, but with the extension
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
