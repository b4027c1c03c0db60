-- Fields that hold more than a name, as test/fields_gen makes them of names that are not listed, and texts of this machine's
-- documentation (test/corpora) that are looked through for listed names; beside pg_trgm's similarity, and its word similarity of
-- each listed name and a text, both on a sample

\if :{?customers}
CREATE TABLE noisy (id integer GENERATED ALWAYS AS IDENTITY, grp text, kind text, words text, line text, field text);
\copy noisy (grp, kind, words, line, field) FROM PROGRAM 'test/fields_gen "$OFAC" "$CUSTOMERS" noise'
VACUUM ANALYZE noisy;
SELECT count(*) AS n FROM noisy \gset noisy_
CALL measure('one field with more than a name', 'sanctmatch', $$SELECT count(*) FROM sanct_screen_table('noisy', 'id', 'field')$$,
	per => :noisy_n, turns => 7);
SET enable_seqscan = off;
SET enable_material = off;
CALL measure('one field with more than a name', 'pg_trgm GiST', 'SELECT count(*) FROM noisy c JOIN listed n ON n.name % c.field WHERE c.id % 35 = 0',
	per => :noisy_n / 35);
CALL measure('one field with more than a name', 'pg_trgm GIN', 'SELECT count(*) FROM noisy c JOIN listed_gin n ON n.name % c.field WHERE c.id % 35 = 0',
	per => :noisy_n / 35);
RESET enable_seqscan;
RESET enable_material;
\endif

-- pg_trgm's time is that of a hundredth of the texts and a hundredth of the names
CREATE TABLE prose (id integer GENERATED ALWAYS AS IDENTITY, language text, content text);
\copy prose (language, content) FROM PROGRAM 'test/corpora'
VACUUM ANALYZE prose;
SELECT format('CREATE TABLE %I AS SELECT id, content FROM prose WHERE language = %L', 'prose ' || language, language),
	format('CALL measure(%L, ''sanctmatch'', %L, per => %s, turns => 7)', 'ten kilobytes of text, ' || language,
		format('SELECT count(*) FROM sanct_find_table(%L, ''id'', ''content'')', quote_ident('prose ' || language)), sum(octet_length(content)) / 10000),
	format('CALL measure(%L, ''pg_trgm'', %L, turns => 1)', 'ten kilobytes of text, ' || language,
		format('SELECT count(*) FROM prose t, listed n WHERE t.language = %L AND t.id %% 100 = 0 AND n.id %% 100 = 0 AND word_similarity(n.name, t.content) >= 0.6', language)),
	format('UPDATE result SET ms = ms * s, least = least * s, most = most * s FROM (SELECT 1000000.0 / %s AS s) f WHERE what = %L AND engine = ''pg_trgm''',
		sum(octet_length(content)) FILTER (WHERE id % 100 = 0), 'ten kilobytes of text, ' || language)
FROM prose GROUP BY language HAVING sum(octet_length(content)) FILTER (WHERE id % 100 = 0) > 0 ORDER BY language \gexec
