-- The list, single comparisons, and joins of customers with the list

CALL measure(format('import of %s', :'list_name'), 'sanctmatch',
	format('SELECT names FROM sanct_import_ofac_csv(sdn => pg_read_binary_file(%L), alt => pg_read_binary_file(%L), addresses => pg_read_binary_file(%L), published => %L)',
		:'sdn', :'alt', :'add', :'published'), prepare => 'SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link');
\if :{?un}
CALL measure('import of the UN''s list', 'sanctmatch', format('SELECT names FROM sanct_import_un_xml(pg_read_binary_file(%L))', :'un'), turns => 1);
\endif
CREATE TABLE listed AS SELECT row_number() OVER (ORDER BY name) AS id, name FROM (SELECT DISTINCT name FROM sanct_name) n;

-- Reading a name, by kind of name: the time over that of reading the column alone
CREATE TABLE kind AS
SELECT 'Latin' AS kind, name FROM korean WHERE id <= 50000 AND name ~ '[a-z]'
UNION ALL SELECT 'Hangul', name FROM korean WHERE id <= 100000 AND name !~ '[a-z]'
UNION ALL SELECT 'no Korean', name FROM million WHERE id <= 50000 AND id % 10 <> 0
UNION ALL SELECT 'listed', name FROM listed;
VACUUM ANALYZE kind;
SELECT format('CALL measure(''reading a name, %1$s'', ''sanctmatch'', $m$SELECT count(sanct_read(name)) FROM kind WHERE kind = %2$L$m$, per => %3$s)', kind, kind, count(*))
FROM kind GROUP BY kind ORDER BY kind \gexec

-- Similarity of two columns, and of a column and a constant
CREATE TABLE pair AS
SELECT a.name AS a, b.name AS b, a.reading AS reading_a, b.reading AS reading_b
FROM korean a JOIN (SELECT row_number() OVER (ORDER BY md5(name), id) AS i, * FROM korean WHERE id <= 50000) b ON b.i = a.id;
VACUUM ANALYZE pair;
CALL measure('similarity of two columns', 'sanctmatch', 'SELECT count(sanct_similarity(reading_a, reading_b)) FROM pair', per => 50000, turns => 7);
CALL measure('similarity of two columns', 'pg_trgm', 'SELECT count(similarity(a, b)) FROM pair', per => 50000, turns => 7);
CALL measure('similarity of two columns', 'levenshtein', 'SELECT count(levenshtein(a, b)) FROM pair', per => 50000, turns => 7);
CALL measure('similarity of a column and a constant', 'sanctmatch', $$SELECT count(sanct_similarity(a, 'Kim Jong Un')) FROM pair$$, per => 50000, turns => 7);
CALL measure('similarity of a column and a constant', 'pg_trgm', $$SELECT count(similarity(a, 'Kim Jong Un')) FROM pair$$, per => 50000, turns => 7);
CALL measure('similarity of a column and a constant', 'levenshtein', $$SELECT count(levenshtein(a, 'Kim Jong Un')) FROM pair$$, per => 50000, turns => 7);

-- Mixed customers against the whole list: two tables, so that each engine of pg_trgm has its own index
CREATE TABLE listed_gin AS SELECT * FROM listed;
CREATE INDEX ON listed USING gist (name sanct_gist_ops);
CREATE INDEX ON listed USING gist (name gist_trgm_ops (siglen = 64));
CREATE INDEX ON listed_gin USING gin (name gin_trgm_ops);
VACUUM ANALYZE listed, listed_gin;
SET enable_seqscan = off;
SET enable_material = off;
SELECT count(*) AS n FROM mixed_customer \gset mixed_
CALL measure('one mixed customer, whole list', 'sanctmatch', 'SELECT count(*) FROM mixed_customer c JOIN listed n ON n.name %~ c.name', per => :mixed_n);
CALL measure('one mixed customer, whole list', 'pg_trgm GiST', 'SELECT count(*) FROM mixed_customer c JOIN listed n ON n.name % c.name', per => :mixed_n);
CALL measure('one mixed customer, whole list', 'pg_trgm GIN', 'SELECT count(*) FROM mixed_customer c JOIN listed_gin n ON n.name % c.name', per => :mixed_n);

-- One name a statement, as applications ask
CREATE FUNCTION ask_each(question text, n bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	customer text;
	hits bigint;
	found bigint := 0;
BEGIN
	EXECUTE 'PREPARE question(text) AS ' || question;
	FOR customer IN SELECT name FROM mixed_customer WHERE id <= n LOOP
		EXECUTE format('EXECUTE question(%L)', customer) INTO hits;
		found := found + hits;
	END LOOP;
	DEALLOCATE question;
	RETURN found;
END
$$;
CALL measure('one name a statement', 'sanctmatch', 'SELECT ask_each(''SELECT count(*) FROM sanct_screen($1)'', 200)', per => 200);
CALL measure('one name a statement', 'pg_trgm GiST', 'SELECT ask_each(''SELECT count(*) FROM listed WHERE name % $1'', 200)', per => 200);
CALL measure('one name a statement', 'pg_trgm GIN', 'SELECT ask_each(''SELECT count(*) FROM listed_gin WHERE name % $1'', 200)', per => 200);
RESET enable_seqscan;
RESET enable_material;
CALL measure('one mixed customer, whole list', 'levenshtein', $$SELECT count(*) FROM mixed_customer c JOIN listed n
	ON levenshtein_less_equal(lower(left(n.name, 255)), lower(c.name), 3) <= 3 WHERE c.id <= 20$$, per => 20, turns => 1);
