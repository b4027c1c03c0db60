-- how many rows the planner expects: within a range, as the statistics of versions differ a little

CREATE TABLE customer AS
SELECT i AS id, CASE WHEN i % 8 = 0 THEN 'KIM Jong Un' WHEN i % 8 = 1 THEN NULL
	ELSE (ARRAY['RI', 'PAK', 'CHOE', 'JONG', 'KANG'])[1 + i % 5] || ' ' || (ARRAY['Chol', 'Yong', 'Su', 'Song', 'Il', 'Nam', 'Kwang'])[1 + i / 5 % 7]
		|| ' ' || (ARRAY['Hyok', 'Myong', 'Hae', 'Hak', 'Jin', 'Kuk', 'Ryong', 'Chun', 'Sun', 'Hui', 'Ok', 'Mi', 'Won'])[1 + i / 35 % 13] END AS name
FROM generate_series(1, 8000) AS i;
CREATE TABLE unknown_customer AS TABLE customer;
ALTER TABLE customer ADD reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED, ADD short varchar(40);
UPDATE customer SET short = name;
ALTER TABLE unknown_customer SET (autovacuum_enabled = off);
VACUUM ANALYZE customer;
VACUUM unknown_customer;

-- the rows that a query is expected to give
CREATE FUNCTION expected(query text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
	RETURN (plan->0->'Plan'->>'Plan Rows')::numeric;
END $$;
PREPARE by_name(text) AS SELECT FROM customer WHERE name %~ $1;
SET plan_cache_mode = force_generic_plan;

SELECT query, expected(query) AS rows, least, most FROM (VALUES
	('SELECT FROM customer WHERE name %~ ''KIM Jong Un''', 951, 1053),
	('SELECT FROM customer WHERE ''KIM Jong Un'' %~ name', 951, 1053),
	('SELECT FROM customer WHERE reading %~ sanct_read(''KIM Jong Un'')', 3, 3),
	('SELECT FROM customer WHERE short %~ ''KIM Jong Un''', 951, 1053),
	('SELECT FROM customer WHERE name %~ sanct_query(''KIM Jong Un'', 0.5)', 951, 1053),
	('SELECT FROM customer WHERE name %~ ''RI Yong Hae''', 1, 1),
	('SELECT FROM customer WHERE name %~ sanct_query(''RI Yong Hae'', 0.3)', 1, 1),
	('SELECT FROM customer WHERE name %~ sanct_query(''RI Yong Hae'', 0.1)', 37, 41),
	('SELECT FROM customer WHERE name %~ sanct_query(''RI Yong Hae'', 0.01)', 83, 93),
	('SELECT FROM customer WHERE name %~ ''RI Ok''', 1, 1),
	('SELECT FROM customer WHERE name %~ sanct_query(''RI Ok'', 0.2)', 14, 16),
	('SELECT FROM customer WHERE name %~ ''Parsek Petroleum''', 1, 1),
	('SELECT FROM customer WHERE name %~ sanct_query(''Parsek Petroleum'', 0.05)', 40, 46),
	('SELECT FROM customer WHERE name %~ ''''', 1, 1),
	('SELECT FROM customer WHERE name %~ NULL::text', 0, 0),
	('EXECUTE by_name(''x'')', 17, 19),
	('SELECT FROM unknown_customer WHERE name %~ ''KIM Jong Un''', 3, 3),
	('SELECT FROM unknown_customer WHERE name %~ sanct_query(''RI Yong Hae'', 0.1)', 391, 433),
	('SELECT FROM unknown_customer WHERE name %~ sanct_query(''RI Ok'', 0.1)', 533, 591),
	('SELECT FROM unknown_customer WHERE name %~ sanct_query(''Parsek Petroleum'', 0.05)', 1029, 1139),
	('SELECT FROM customer AS a WHERE name %~ short', 1, 1),
	('SELECT FROM customer AS a JOIN unknown_customer AS b ON a.name %~ b.name', 1216, 1345),
	('SELECT FROM customer AS a JOIN customer AS b ON a.name %~ b.name', 133333, 147369),
	('SELECT FROM unknown_customer AS a WHERE EXISTS (SELECT FROM customer AS b WHERE a.name %~ b.name)', 1216, 1345),
	('SELECT FROM unknown_customer AS a WHERE NOT EXISTS (SELECT FROM customer AS b WHERE a.name %~ b.name)', 6384, 7057)) AS x (query, least, most)
WHERE expected(query) NOT BETWEEN least AND most;

DROP FUNCTION expected;
DROP TABLE customer, unknown_customer;
