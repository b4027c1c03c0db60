-- pages for people, word by word, of what alerts, names, a run and the state once were: cases of every kind; guards against words and
-- parts that get lost, and such as stand where nothing is to be told
\getenv abs_srcdir PG_ABS_SRCDIR
\pset format unaligned
\pset tuples_only on
CREATE FUNCTION shown(page jsonb) RETURNS text LANGUAGE sql AS $$
	SELECT regexp_replace(regexp_replace(regexp_replace(sanct_page(page, 'html'), '<style>.*</style>', ''), '<h2>What the words mean</h2>.*', ''), '</?bdi>', '', 'g')
$$;
SELECT shown(page::jsonb) FROM regexp_split_to_table(pg_read_file(:'abs_srcdir' || '/test/data/pages.jsonl'), '\n') WITH ORDINALITY p (page, n) WHERE page <> '' ORDER BY n;
-- the words that are explained at the end of each
SELECT substring(sanct_page('{"page": "state"}', 'html') from '<h2>What the words mean</h2>.*');
DROP FUNCTION shown;
