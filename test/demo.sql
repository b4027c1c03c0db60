-- Screening a table of customers against a designation list: every step in SQL.
-- Run it with `make demo`, or by hand from the project's directory, in a database of your own:
--     psql -v sdn=$PWD/test/data/ofac_sdn.csv -v alt=$PWD/test/data/ofac_alt.csv -v add=$PWD/test/data/ofac_add.csv \
--          -v comments=$PWD/test/data/ofac_comments.csv -v published=2024-03-15 -f test/demo.sql
-- The server reads these files itself (pg_read_binary_file); or give the UN list as -v un=.../consolidated.xml
\set ON_ERROR_STOP on
\pset pager off
\pset footer off

\echo
\echo '== The extension, and one release of a list'
CREATE EXTENSION sanctmatch;

\if :{?un}
SELECT published, entries, names, weak_names, identifiers
FROM sanct_import_un_xml(pg_read_binary_file(:'un'));
\else
SELECT published, entries, names, weak_names, identifiers
FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'sdn'),
	alt => pg_read_binary_file(:'alt'),
	addresses => pg_read_binary_file(:'add')
\if :{?comments}
	, comments => pg_read_binary_file(:'comments')
\endif
\if :{?published}
	, published => :'published'
\endif
	);
\endif

\echo '== Customers'
CREATE TABLE customer (id integer PRIMARY KEY, name text NOT NULL, country text);
\copy customer FROM 'test/data/customers.csv' (FORMAT csv, HEADER)
ANALYZE;
SELECT count(*) AS customers, count(DISTINCT country) AS countries FROM customer;

\echo '== Who of them stands on the list? A plain join; of several names of an entry the most similar one'
CREATE TEMPORARY TABLE hit AS
SELECT DISTINCT ON (c.id, e.id)
	c.id, c.name AS customer, n.name AS listed_name, sanct_similarity(c.name, n.name) AS similarity,
	l.code AS list, e.list_uid, e.type, e.programs
FROM customer c
	JOIN sanct_name n ON n.name %~ c.name
	JOIN sanct_entry e ON e.id = n.entry_id AND e.delisted_in IS NULL
	JOIN sanct_list l ON l.id = e.list_id
ORDER BY c.id, e.id, similarity DESC, n.name;

SELECT customer, listed_name, round(similarity::numeric, 3) AS similarity, list, list_uid AS uid, type,
	array_to_string(programs, ' ') AS programs
FROM hit
ORDER BY similarity DESC, customer, list_uid;

\echo '== Why? One of the hits, part by part'
SELECT customer, listed_name, round(similarity::numeric, 3) AS similarity
FROM hit
WHERE lower(customer) <> lower(listed_name)
ORDER BY (customer = '최명현') DESC, (customer = '김정은') DESC, similarity DESC, customer, list_uid
LIMIT 1
\gset hit_
SELECT :'hit_customer' AS customer, :'hit_listed_name' AS listed_name, :'hit_similarity' AS similarity;
SELECT * FROM sanct_explain(:'hit_customer', :'hit_listed_name');

\echo '== Who is named in a text? News of January 2022, and a payment'
CREATE TEMPORARY TABLE news (id integer, content text);
INSERT INTO news VALUES
	(1, 'On 12 January 2022 the US Treasury designated Choe Myong-hyon, who lives in Vladivostok, and O Yong Ho in '
		'Moscow, as well as Sim Kwang-sok in Dalian and Kim Song-hun in Shenyang. Park Ji-sung, a footballer, was not named.'),
	(2, '미국 재무부는 블라디보스토크의 최명현과 모스크바의 오영호를 제재 대상에 올렸다.'),
	(3, 'INV 4711 PAYMENT TO CHOE MYONG HYON VLADIVOSTOK REF 12');
SELECT n.id, f.start, f.matched_text, f.primary_name, f.list_uid AS uid, round(f.similarity::numeric, 3) AS similarity
FROM news n, LATERAL sanct_find(n.content) f ORDER BY n.id, f.start, f.list_uid;

\echo '== How it is found: the join asks the index for each customer'
EXPLAIN (COSTS OFF)
SELECT c.name, n.name FROM customer c JOIN sanct_name n ON n.name %~ c.name;
