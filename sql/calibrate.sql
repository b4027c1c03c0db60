-- how many customers would alert: all of a small table, or what a sample says of it
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
CREATE TABLE party (id text, name text, birth_date text, passport text);
INSERT INTO party VALUES ('1', 'Zzyzx Road', '1990-01-02', '745120331');
SELECT entries FROM sanct_import_table('party', 'own', fact_columns => '{birth_date,passport}');
-- of 4,000 customers one in forty has a listed name, one in a hundred its birth date as well
CREATE TABLE customer (id int, name text, born date, passport text);
INSERT INTO customer
SELECT n, CASE WHEN n % 40 = 0 THEN (ARRAY['Choi Myung-hyun', 'CHOE, Myong Hyon', 'Choe Myong', 'Zzyzx Road', 'Shim Kwang-sok'])[1 + n / 40 % 5]
	WHEN n = 7 THEN NULL ELSE 'Customer ' || translate(n::text, '0123456789', 'bcdfghklmn') END,
	CASE WHEN n % 400 = 0 THEN date '1990-01-02' ELSE date '1970-03-04' + n END, CASE WHEN n = 11 THEN '745120331' END
FROM generate_series(1, 4000) n;
SET client_min_messages = notice;
SELECT what, threshold, verdict, customers, customers_from, customers_to, sampled, per_thousand, chart
FROM sanct_calibrate('customer', 'id', 'name', '{0.67,0.8,0.95}') WITH ORDINALITY ORDER BY ordinality;
-- as many as screening finds, with facts too, and by document alone
SELECT c.verdict, c.customers = f.found AS same FROM sanct_calibrate('customer', 'id', 'name', '{0.67}', birth_date_column => 'born', document_columns => '{passport}') c,
	LATERAL (SELECT count(DISTINCT id) AS found FROM sanct_screen_table('customer', 'id', 'name', birth_date_column => 'born', document_columns => '{passport}', max_hits => 100) s
		WHERE array_position('{contradicted,weak,possible,strong}', s.verdict) >= array_position('{contradicted,weak,possible,strong}', c.verdict)) f
WHERE c.what = 'all';
SELECT DISTINCT what FROM sanct_calibrate('customer', 'id', 'name', '{0.67}', document_columns => '{passport}', lists => '{own}') ORDER BY 1;
-- as the lists were: nothing of a list that had not begun
\set VERBOSITY terse
SELECT count(*) FROM sanct_calibrate('customer', 'id', 'name', '{0.67}', as_of => '1990-01-01');
\set VERBOSITY default
SET client_min_messages = error;
SELECT c.customers = f.found AS same, c.customers > 0 AS some FROM sanct_calibrate('customer', 'id', 'name', '{0.67}', as_of => (SELECT min(imported_at) FROM sanct_release)) c,
	LATERAL (SELECT count(DISTINCT id) AS found FROM sanct_screen_table('customer', 'id', 'name', max_hits => 100, lists => '{ofac-sdn}') s) f
WHERE c.what = 'all';
SET client_min_messages = notice;
-- a sample says what it does not know; the same seed draws the same rows, another one others
SELECT customers BETWEEN customers_from AND customers_to AS between, customers_from < customers_to AS open, sampled, length(replace(chart, '#', '')) > 0 AS unsure
FROM sanct_calibrate('customer', 'id', 'name', '{0.67}', sample => 500, seed => 5) WHERE what = 'all';
-- Wilson's interval that holds in 99 of 100, narrower by what part the sample is of all
WITH c AS (SELECT 500.0 AS n, 4000.0 AS everyone, round(customers * 500 / 4000.0) AS found, * FROM sanct_calibrate('customer', 'id', 'name', '{0.67}', sample => 500, seed => 5) WHERE what = 'all'),
	z AS (SELECT *, 2.576 ^ 2 * (everyone - n) / (everyone - 1) / n AS z2, found / n AS share FROM c),
	half AS (SELECT *, sqrt(z2 * (share * (1 - share) + z2 / 4)) AS half FROM z)
SELECT customers_from = floor((share + z2 / 2 - half) / (1 + z2) * everyone) AS "from", customers_to = ceil((share + z2 / 2 + half) / (1 + z2) * everyone) AS "to" FROM half;
SET client_min_messages = warning;
WITH full_count AS (SELECT what, threshold, verdict, customers FROM sanct_calibrate('customer', 'id', 'name', '{0.67,0.8}', birth_date_column => 'born')),
drawn AS (SELECT seed, c.* FROM generate_series(1, 20) seed, sanct_calibrate('customer', 'id', 'name', '{0.67,0.8}', sample => 400, seed => seed, birth_date_column => 'born') c
	WHERE what = 'all')
SELECT threshold, verdict, count(*) FILTER (WHERE f.customers BETWEEN d.customers_from AND d.customers_to) >= 19 AS holds, count(DISTINCT d.customers) > 1 AS differ
FROM drawn d JOIN full_count f USING (what, threshold, verdict) GROUP BY 1, 2 ORDER BY 1, 2;
WITH twice AS (SELECT n, c.* FROM generate_series(1, 2) n, sanct_calibrate('customer', 'id', 'name', sample => 300, seed => 9) c)
SELECT count(*) > 0 AS some, count(DISTINCT (what, threshold, verdict, customers)) * 2 = count(*) AS same FROM twice;
-- what is refused, and tables without rows
SELECT count(*) FROM sanct_calibrate('customer', 'id', 'name', '{}');
SELECT count(*) FROM sanct_calibrate('customer', 'id', 'name', '{2}');
SELECT count(*) FROM sanct_calibrate('customer', 'id', 'name', sample => 0);
SELECT count(*) FROM sanct_calibrate('customer', 'id', 'name', NULL);
SELECT count(*) FROM sanct_calibrate('customer', 'id', 'name', birth_date_column => 'birthday');
TRUNCATE customer;
SELECT what, customers, customers_from, customers_to, per_thousand, chart FROM sanct_calibrate('customer', 'id', 'name', '{0.67}');
DROP TABLE party, customer;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
