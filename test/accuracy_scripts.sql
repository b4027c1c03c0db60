-- Names in other scripts against Latin ones, at the built-in threshold; read by accuracy.sql
-- Found: names in their own script that the UN's and the UK's lists give, against the Latin names of the same entry; and
-- persons and bodies of other countries against their own Latin names. Alike: pairs of different entries of one list, or of
-- different persons, of one script that match as well.
\if :{?ofsi}
SELECT count(sanct_import_ofsi_csv(pg_read_binary_file(:'ofsi'), '2025-04-10')) AS imported \gset
\endif

-- The script that the first letter beyond Latin is of
CREATE FUNCTION script_of(name text) RETURNS text LANGUAGE sql IMMUTABLE RETURN (
	SELECT script FROM (VALUES ('Greek', '[\u0370-\u03ff]'), ('Cyrillic', '[\u0400-\u052f]'), ('Armenian', '[\u0530-\u058f]'),
		('Hebrew', '[\u0590-\u05ff]'), ('Arabic', '[\u0600-\u06ff]'), ('Devanagari', '[\u0900-\u097f]'), ('Thai', '[\u0e00-\u0e7f]'),
		('Georgian', '[\u10a0-\u10ff]'), ('kana', '[\u3041-\u30ff]'), ('Han', '[\u3400-\u9fff]'), ('Hangul', '[\uac00-\ud7a3]')) s (script, letters)
	WHERE name ~ letters ORDER BY position(substring(name, letters) IN name) LIMIT 1);

CREATE TABLE written (id integer GENERATED ALWAYS AS IDENTITY, source text, list text, owner text, type text, script text, name text, latin text[]);
INSERT INTO written (source, list, owner, type, script, name, latin)
SELECT 'lists of UN and UK', l.code, l.code || ' ' || e.list_uid, CASE e.type WHEN 'person' THEN 'persons' ELSE 'bodies' END,
	script_of(n.name), n.name, ARRAY(SELECT o.name FROM sanct_name o WHERE o.entry_id = e.id AND script_of(o.name) IS NULL)
FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id JOIN sanct_list l ON l.id = e.list_id
WHERE l.code ~ '^(un|uk)-' AND script_of(n.name) IS NOT NULL;
\if :{?scripts}
CREATE TABLE written_pair (name text, latin text, script text, kind text, country text);
\copy written_pair FROM PROGRAM 'tail -n +2 "$SCRIPTS"'
INSERT INTO written (source, list, owner, type, script, name, latin)
SELECT 'other countries', '', latin, CASE kind WHEN 'P' THEN 'persons' ELSE 'bodies' END, script, name, string_to_array(latin, '|')
FROM written_pair;
\endif

CREATE TABLE written_latin AS
SELECT DISTINCT source, list, owner, type, script, l AS latin FROM written, unnest(latin) l;
CREATE INDEX ON written_latin USING gist (latin sanct_gist_ops);
VACUUM ANALYZE written, written_latin;

CREATE TABLE written_found AS
SELECT w.*, (SELECT bool_or(w.name %~ l) FROM unnest(w.latin) l) AS found,
	(SELECT bool_or(similarity(w.name, l) >= 0.3) FROM unnest(w.latin) l) AS trgm
FROM written w WHERE cardinality(w.latin) > 0;

CREATE TABLE written_alike AS
SELECT w.source, w.script, w.type, w.name, w.owner, l.owner AS other, min(l.latin) AS latin
FROM written w JOIN written_latin l ON l.latin %~ w.name AND l.source = w.source AND l.list = w.list AND l.script = w.script AND l.type = w.type
	AND l.owner <> w.owner AND NOT l.latin = ANY (w.latin)
GROUP BY w.source, w.script, w.type, w.name, w.owner, l.owner;

CREATE TABLE written_bar (source text, type text, script text, bar numeric);
INSERT INTO written_bar VALUES
	('lists of UN and UK', 'persons', 'Arabic', 0.9), ('lists of UN and UK', 'persons', 'Cyrillic', 0.965),
	('lists of UN and UK', 'persons', 'Georgian', 0.9), ('lists of UN and UK', 'persons', 'Hebrew', 0.9),
	('lists of UN and UK', 'persons', 'Greek', 0.9), ('lists of UN and UK', 'both', 'Han', 0.6), ('other countries', 'persons', 'Arabic', 0.8),
	('other countries', 'persons', 'Persian', 0.8), ('other countries', 'persons', 'Armenian', 0.85),
	('other countries', 'persons', 'Devanagari', 0.75), ('other countries', 'persons', 'Hebrew', 0.7),
	('other countries', 'persons', 'Greek', 0.92), ('other countries', 'persons', 'Cyrillic', 0.9),
	('other countries', 'persons', 'Han', 0.5);

\echo == Names in their own script that their Latin names match, and different ones that match as well (bar .001)
SELECT source, type, script, f.n AS names, round(f.found, 3) AS sanctmatch, round(f.trgm, 3) AS "pg_trgm .3",
	bar || CASE WHEN f.found >= bar THEN ' reached' ELSE ' missed' END AS bar,
	round(coalesce(a.n, 0)::numeric / nullif(p.n, 0), 5) AS "different ones"
FROM (SELECT source, type, script, count(*) AS n, avg(found::integer) AS found, avg(trgm::integer) AS trgm
		FROM (SELECT source, type, script, found, trgm FROM written_found UNION ALL
			SELECT source, 'both', script, found, trgm FROM written_found WHERE script = 'Han' AND source LIKE 'lists%') w
		GROUP BY source, type, script) f
	LEFT JOIN written_bar USING (source, type, script)
	LEFT JOIN (SELECT source, type, script, count(*) AS n FROM written_alike GROUP BY source, type, script) a USING (source, type, script)
	LEFT JOIN (SELECT source, type, script, sum(n) AS n
		FROM (SELECT source, type, script, count(*) * (count(DISTINCT owner) - 1) AS n FROM written GROUP BY source, list, type, script) l
		GROUP BY source, type, script) p USING (source, type, script)
ORDER BY source, type DESC, script;

\if :{?scripts}
\echo == The same by country
SELECT country, script, count(*) AS names, round(avg(found::integer), 3) AS sanctmatch, round(avg(trgm::integer), 3) AS "pg_trgm .3"
FROM written_found f JOIN written_pair p USING (name, script)
WHERE source = 'other countries' AND p.latin = owner AND type = 'persons'
GROUP BY country, script ORDER BY script, country;
\endif
