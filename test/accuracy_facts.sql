-- Customers who are not listed, once more with birth dates and nationalities beside their names, and persons who stand on
-- two lists: what the verdicts leave, at the built-in threshold; read by accuracy.sql after accuracy_customers.sql
-- Birth dates are drawn: 20 of each customer, uniform from 18 to 80 years before the list's day, the same in each run.
-- Nationalities go with the culture of a name; where it is of many countries, the likeliest customer's is taken.

CREATE TABLE country (culture text, code text);
INSERT INTO country VALUES ('korean-south', 'KR'), ('intl/anglo-european', 'US'), ('spanish-portuguese', 'ES'), ('russian-cis', 'RU'),
	('turkish', 'TR'), ('japanese', 'JP'), ('arabic-muslim', 'EG'), ('persian', 'IR'), ('central-asian', 'KZ'), ('chinese-pinyin', 'CN'),
	('vietnamese', 'VN');

-- only who has hits by his name can have a verdict
CREATE TABLE found_by_name AS SELECT DISTINCT s.id::integer FROM sanct_screen_table('customer', 'id', 'name', max_hits => 1, types => '{person}') s;
CREATE TABLE draw AS
SELECT c.id, d, c.name, n.code AS nationality,
	date '2024-03-15' - (18 * 365.25 + 62 * 365.25 * (mod(abs(hashint8extended(c.id, d)), 1000000) / 1e6))::integer AS born
FROM customer c JOIN found_by_name USING (id) LEFT JOIN country n USING (culture), generate_series(1, 20) d;
ALTER TABLE draw ADD row integer GENERATED ALWAYS AS IDENTITY;

CREATE TABLE verdict AS
SELECT 'name alone' AS facts, row, s.verdict FROM draw JOIN (SELECT DISTINCT ON (id) id::integer AS row, verdict
	FROM sanct_screen_table('draw', 'row', 'name', types => '{person}') WITH ORDINALITY ORDER BY id, ordinality) s USING (row)
UNION ALL
SELECT 'birth date', row, s.verdict FROM draw JOIN (SELECT DISTINCT ON (id) id::integer AS row, verdict
	FROM sanct_screen_table('draw', 'row', 'name', types => '{person}', birth_date_column => 'born') WITH ORDINALITY ORDER BY id, ordinality) s USING (row)
UNION ALL
SELECT 'and nationality', row, s.verdict FROM draw JOIN (SELECT DISTINCT ON (id) id::integer AS row, verdict
	FROM sanct_screen_table('draw', 'row', 'name', types => '{person}', birth_date_column => 'born', nationality_column => 'nationality')
		WITH ORDINALITY ORDER BY id, ordinality) s USING (row);

\echo == Customers per 1,000 by the best verdict on a listed person, mean of 20 draws of birth dates
WITH rate AS (
	SELECT c.korean, v.facts, v.verdict, count(*) / 20.0 * 1000 / (SELECT count(*) FROM customer x WHERE x.korean = c.korean) AS per_1000
	FROM verdict v JOIN draw USING (row) JOIN customer c USING (id) GROUP BY c.korean, v.facts, v.verdict),
summed AS (
	SELECT korean, facts, sum(per_1000) FILTER (WHERE verdict = 'strong') AS strong, sum(per_1000) FILTER (WHERE verdict = 'possible') AS possible,
		sum(per_1000) FILTER (WHERE verdict = 'weak') AS weak, sum(per_1000) FILTER (WHERE verdict = 'contradicted') AS contradicted,
		coalesce(sum(per_1000) FILTER (WHERE verdict IN ('strong', 'possible')), 0) AS left_over
	FROM rate GROUP BY korean, facts)
SELECT CASE WHEN korean THEN 'South Koreans' ELSE 'others' END AS customers, facts, round(strong, 2) AS strong, round(possible, 2) AS possible,
	round(weak, 2) AS weak, round(contradicted, 2) AS contradicted, round(left_over, 2) AS "strong + possible",
	bar || CASE WHEN left_over <= bar THEN ' reached' ELSE ' missed' END AS bar
FROM summed LEFT JOIN (VALUES (true, 'birth date', 0.6), (true, 'and nationality', 0.35), (false, 'birth date', 0.5), (false, 'and nationality', 0.3))
	b (korean, facts, bar) USING (korean, facts)
ORDER BY korean DESC, array_position(ARRAY['name alone', 'birth date', 'and nationality'], facts);

\if :{?un}
-- Persons of the UN's list on OFAC's: names that agree at .95 with 28 bits, of Koreans at .8 with 14, one to one; dates
-- are not looked at. The UN's entry is the customer, by its primary name and the first of its dates.
CREATE TABLE person AS
SELECT e.id, e.list_uid, e.primary_name AS name, e.programs::text ~ 'DPRK' AS korean,
	(SELECT i.value FROM sanct_identifier i WHERE i.entry_id = e.id AND i.kind = 'birth-date' AND i.value <> 'N/A' ORDER BY i.id LIMIT 1) AS born
FROM sanct_entry e JOIN sanct_list l ON l.id = e.list_id
WHERE l.code = 'un-sc' AND e.type = 'person' AND e.delisted_in IS NULL;
CREATE TABLE pair_of_lists AS
SELECT s.id::bigint, s.entry_id
FROM sanct_screen_table('person', 'id', 'name', 0.8, lists => '{ofac-sdn}', types => '{person}') s JOIN person p ON p.id = s.id::bigint
	JOIN listed l ON l.entry_id = s.entry_id AND l.name = s.matched_name
WHERE CASE WHEN p.korean AND l.korean THEN s.weight >= 14 ELSE s.similarity >= 0.95 AND s.weight >= 28 END
GROUP BY s.id, s.entry_id;
DELETE FROM pair_of_lists p WHERE (SELECT count(*) FROM pair_of_lists o WHERE o.id = p.id) > 1 OR (SELECT count(*) FROM pair_of_lists o WHERE o.entry_id = p.entry_id) > 1;

\echo == The same person on the lists of the UN and OFAC, by name and one birth date
WITH verdict AS (
	SELECT p.korean, s.verdict FROM person p JOIN pair_of_lists o USING (id) LEFT JOIN sanct_screen_table('person', 'id', 'name',
		lists => '{ofac-sdn}', types => '{person}', max_hits => 1000, birth_date_column => 'born') s ON s.id::bigint = p.id AND s.entry_id = o.entry_id
	WHERE p.born IS NOT NULL)
SELECT CASE WHEN korean THEN 'Koreans' ELSE 'others' END AS persons, count(*) AS n, count(*) FILTER (WHERE verdict = 'strong') AS strong,
	count(*) FILTER (WHERE verdict = 'possible') AS possible, count(*) FILTER (WHERE verdict = 'weak') AS weak,
	count(*) FILTER (WHERE verdict = 'contradicted') AS contradicted,
	round(avg((verdict IN ('strong', 'possible'))::integer), 3) AS "strong + possible",
	bar || CASE WHEN avg((verdict IN ('strong', 'possible'))::integer) >= bar AND count(*) FILTER (WHERE verdict = 'contradicted') = 0
		THEN ' reached' ELSE ' missed' END AS bar
FROM verdict JOIN (VALUES (true, 1.000), (false, 0.95)) b (korean, bar) USING (korean) GROUP BY korean, bar ORDER BY korean DESC;

\echo == Countries of who stands on both lists, and of strangers: of persons of one name whose birth dates are 2 years apart or more
CREATE TABLE national AS
SELECT e.id, e.primary_name AS name, e.nationality,
	(SELECT i.value FROM sanct_identifier i WHERE i.entry_id = e.id AND i.kind = 'birth-date' AND i.value <> 'N/A' ORDER BY i.id LIMIT 1) AS born
FROM sanct_entry e WHERE e.type = 'person' AND e.delisted_in IS NULL AND e.nationality <> '{}';
WITH hit AS (
	SELECT same, NOT same AND s.facts ~ 'birth date: (2|3|6|more)' AS stranger, s.facts ~ 'nationality: (not|another)' AS differs,
		CASE WHEN s.facts ~ 'nationality: .*birth' THEN 'country of birth, where the list tells no nationality'
			WHEN s.facts ~ 'nationality: .*passport' THEN 'who issued documents, where the list tells no nationality'
			ELSE 'nationality' END AS fact
	FROM sanct_screen_table('national', 'id', 'name', types => '{person}', max_hits => 1000, birth_date_column => 'born', nationality_column => 'nationality') s,
		LATERAL (SELECT coalesce(s.id::bigint = ANY (s.linked), false) AS same) l
	WHERE s.id::bigint <> s.entry_id AND s.facts ~ 'nationality'),
counted AS (
	SELECT fact, count(*) FILTER (WHERE same) AS same, count(*) FILTER (WHERE same AND differs) AS same_differ, count(*) FILTER (WHERE stranger) AS strangers,
		count(*) FILTER (WHERE stranger AND differs) AS strangers_differ FROM hit GROUP BY fact)
SELECT fact, same AS "the same person", same_differ AS differs, strangers, strangers_differ AS "differ",
	round(log(2, (same_differ + 0.5) / (same + 0.5) * (strangers + 0.5) / (strangers_differ + 0.5)), 1) AS "bits where it differs"
FROM counted ORDER BY fact DESC;
\endif
