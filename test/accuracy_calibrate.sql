-- What sanct_calibrate says of customers from a sample, against all of them, and how long it takes on ten million rows;
-- read by accuracy.sql after accuracy_facts.sql
CREATE TABLE calibrated AS SELECT c.id, c.name, d.born FROM customer c LEFT JOIN (SELECT DISTINCT ON (id) id, born FROM draw ORDER BY id, d) d USING (id);
SET client_min_messages = warning;
\echo == sanct_calibrate: of 20 samples of 2,000 of these customers, how many intervals hold the number of all
WITH full_count AS (SELECT what, threshold, verdict, customers FROM sanct_calibrate('calibrated', 'id', 'name', birth_date_column => 'born')),
drawn AS (SELECT seed, c.* FROM generate_series(1, 20) seed, sanct_calibrate('calibrated', 'id', 'name', sample => 2000, seed => seed, birth_date_column => 'born') c
	WHERE what = 'all'),
held AS (SELECT threshold, verdict, count(*) FILTER (WHERE f.customers BETWEEN d.customers_from AND d.customers_to) AS held
	FROM drawn d JOIN full_count f USING (what, threshold, verdict) GROUP BY 1, 2)
SELECT count(*) AS numbers, min(held) AS least, round(avg(held), 2) AS mean, '19' || CASE WHEN min(held) >= 19 THEN ' reached' ELSE ' missed' END AS bar FROM held;

CREATE UNLOGGED TABLE ten_million AS
SELECT row_number() OVER () AS id, c.name, c.born FROM calibrated c, generate_series(1, (SELECT 10000000 / count(*) + 1 FROM calibrated)) LIMIT 10000000;
SELECT clock_timestamp() AS began \gset
CREATE TEMP TABLE calibration AS SELECT * FROM sanct_calibrate('ten_million', 'id', 'name', birth_date_column => 'born');
\echo == sanct_calibrate on 10,000,000 rows
SELECT round(extract(epoch FROM clock_timestamp() - :'began'::timestamptz), 1) AS seconds,
	'60' || CASE WHEN clock_timestamp() - :'began'::timestamptz <= interval '60 seconds' THEN ' reached' ELSE ' missed' END AS bar;
DROP TABLE ten_million;
RESET client_min_messages;
