-- Real customers who are not listed, against whole lists, at the built-in threshold; read by accuracy.sql
-- Koreans without Hangul are left out: nobody can say whether they bear a listed name.
-- A Korean person of a list: a person under a programme DPRK... or of North Korean nationality. The lists decide that,
-- not the matcher; some few of them are Russians or Chinese.
-- A namesake: the customer's own Hangul can be read into the name listed, that is, one of its readings is a reading of
-- the listed name, or both are similar by 0.9.

SELECT count(sanct_import_ofac_csv(sdn => pg_read_binary_file(:'sdn'), alt => pg_read_binary_file(:'alt'),
	addresses => pg_read_binary_file(:'add'), published => '2024-03-15')) AS imported \gset
\if :{?un}
SELECT count(sanct_import_un_xml(pg_read_binary_file(:'un'))) AS imported \gset
\endif

CREATE TABLE customer (name text, culture text, hangul text);
\copy customer FROM PROGRAM 'tail -n +2 "$CUSTOMERS"'
ALTER TABLE customer ADD id integer GENERATED ALWAYS AS IDENTITY;
ALTER TABLE customer ADD korean boolean;
DELETE FROM customer WHERE culture LIKE 'korean%' AND hangul = '';
UPDATE customer SET korean = hangul <> '';

CREATE TABLE listed AS
SELECT n.id, n.entry_id, n.name, l.code || ' ' || e.list_uid AS entry, e.primary_name, e.type,
	e.type = 'person' AND (programs::text ~ 'DPRK' OR nationality && ARRAY['Korea, North', 'Democratic People''s Republic of Korea']) AS korean
FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id JOIN sanct_list l ON l.id = e.list_id;
CREATE INDEX ON listed USING gist (name sanct_gist_ops);
VACUUM ANALYZE listed, customer;

CREATE TABLE alert AS
SELECT c.id, c.name, c.hangul, c.culture, c.korean, n.name AS listed, n.entry, n.primary_name, n.korean AS korean_listed,
	sanct_similarity(c.name, n.name) AS similarity
FROM customer c JOIN listed n ON n.name %~ c.name;

CREATE FUNCTION words(name text) RETURNS text[] LANGUAGE sql IMMUTABLE RETURN (
	SELECT array_agg(DISTINCT w ORDER BY w) FROM regexp_split_to_table(lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f'']', '', 'g')), '[ ,.-]+') w
	WHERE w <> '');

-- What an alert is; the strongest of each customer and kind counts
CREATE TABLE hit AS
SELECT DISTINCT ON (id, korean_listed, kind) *
FROM (
	SELECT alert.*, CASE
		WHEN korean AND korean_listed AND (sanct_similarity(hangul, listed) >= 0.9 OR EXISTS (
			SELECT FROM sanct_readings(hangul) x JOIN sanct_readings(listed) y USING (hangul))) THEN 'namesake'
		WHEN words(name) = words(listed) THEN 'same words'
		ELSE 'other' END AS kind
	FROM alert) k
ORDER BY id, korean_listed, kind, similarity DESC, entry, listed;

CREATE TABLE customer_alert AS
SELECT customers, on_listed, kind, counted, round(1000.0 * counted / size, 2) AS per_1000, bar
FROM (VALUES
	(1, false, 'not Korean', true, 'Korean persons', NULL, '0.3 [customers]'),
	(2, false, 'not Korean', false, 'other entries', NULL, NULL),
	(3, false, 'not Korean', false, 'other entries', 'same words', NULL),
	(4, false, 'not Korean', false, 'other entries', 'other', NULL),
	(5, true, 'Korean, by Latin name', true, 'Korean persons', NULL, NULL),
	(6, true, 'Korean, by Latin name', true, 'Korean persons', 'namesake', NULL),
	(7, true, 'Korean, by Latin name', true, 'Korean persons', 'no namesake', '4 [customers kr]'),
	(8, true, 'Korean, by Latin name', false, 'other entries', NULL, NULL)) t (place, is_korean, customers, on_korean, on_listed, kind, bar),
	LATERAL (SELECT count(*) AS size FROM customer WHERE korean = is_korean) s,
	LATERAL (SELECT count(DISTINCT h.id) AS counted FROM hit h
		WHERE h.korean = is_korean AND h.korean_listed = on_korean AND CASE t.kind
			WHEN 'no namesake' THEN NOT EXISTS (SELECT FROM hit o WHERE o.id = h.id AND o.korean_listed AND o.kind = 'namesake')
			WHEN 'other' THEN NOT EXISTS (SELECT FROM hit o WHERE o.id = h.id AND NOT o.korean_listed AND o.kind = 'same words')
			ELSE t.kind IS NULL OR h.kind = t.kind END) c
ORDER BY place;

CREATE VIEW customer_summary AS
SELECT format('Of 1,000 customers who are not Korean, %s match a Korean person of the lists by `%%~`; of 1,000 South Koreans %s, of whom %s bear a listed name.',
	max(per_1000) FILTER (WHERE customers = 'not Korean' AND on_listed = 'Korean persons'),
	max(per_1000) FILTER (WHERE customers LIKE 'Korean%' AND on_listed = 'Korean persons' AND kind IS NULL),
	max(per_1000) FILTER (WHERE kind = 'namesake')) AS line
FROM customer_alert;

\echo == Customers who alert at the built-in threshold on the whole lists
SELECT (SELECT count(*) FROM customer WHERE NOT korean) AS "not Korean", (SELECT count(*) FROM customer WHERE korean) AS "Korean",
	count(*) AS "listed names", count(DISTINCT entry) AS entries, count(DISTINCT entry) FILTER (WHERE korean) AS "Korean persons",
	count(*) FILTER (WHERE korean) AS "their names" FROM listed;
SELECT customers, on_listed AS "alert on", coalesce(kind, 'all') AS kind, counted AS n, per_1000 AS "per 1,000", bar FROM customer_alert;

\echo == The strongest alert of each customer who is not Korean
SELECT korean_listed AS "Korean person", kind, name AS customer, culture, listed, entry, similarity::numeric
FROM hit WHERE NOT korean ORDER BY korean_listed DESC, kind, similarity DESC, name;

\echo == The strongest alerts of each Korean customer
SELECT korean_listed AS "Korean person", kind, name AS customer, hangul, listed, entry, similarity::numeric,
	sanct_similarity(hangul, listed)::numeric AS "hangul to listed"
FROM hit WHERE korean ORDER BY korean_listed DESC, kind, similarity DESC, name;
