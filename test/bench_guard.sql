-- Clean rows written to a table with and without a guard, against the whole list

CREATE TABLE clean AS
SELECT id, name FROM (SELECT * FROM million ORDER BY id LIMIT 200000) m
WHERE NOT EXISTS (SELECT FROM sanct_screen_table('million', 'id', 'name') s WHERE s.id = m.id::text);
CREATE TABLE guarded (id bigint, payee text);
VACUUM ANALYZE clean;
SELECT count(*) AS n FROM clean \gset clean_
CALL measure('one row of many written', 'no guard', 'INSERT INTO guarded SELECT * FROM clean', per => :clean_n, prepare => 'TRUNCATE guarded');
SELECT count(*) AS gaps FROM sanct_guard_attach('guarded', 'payee', statement => true) \gset
CALL measure('one row of many written', 'sanctmatch, guard of statements', 'INSERT INTO guarded SELECT * FROM clean', per => :clean_n, prepare => 'TRUNCATE guarded');
SELECT sanct_guard_detach('guarded') \gset
SELECT count(*) AS gaps FROM sanct_guard_attach('guarded', 'payee') \gset
CALL measure('one row of many written', 'sanctmatch, guard of rows', 'INSERT INTO guarded SELECT * FROM clean', per => :clean_n, prepare => 'TRUNCATE guarded');
CALL measure('one row screened in bulk', 'sanctmatch', $$SELECT count(*) FROM sanct_screen_table('clean', 'id', 'name')$$, per => :clean_n);
TRUNCATE guarded;
CREATE TABLE unguarded (LIKE guarded);
\! test/bench_guard
DROP TABLE guarded, unguarded, clean;
