-- a search visits few of the index's pages: a bound that is too high changes no answer, but how many
SET jit = off;
CREATE FUNCTION word(i int, n int) RETURNS text LANGUAGE sql IMMUTABLE AS
	$$SELECT initcap(translate(left(md5('w' || i % n), 5 + i % n % 4), '0123456789', 'aeioukrstn'))$$;
-- persons and organisations, whose words are of some frequency or of another; Korean names
CREATE TABLE words AS SELECT i AS id, word(i, 5000) || ' ' || CASE i % 3
	WHEN 0 THEN word(i / 7, 800) || ' ' || (ARRAY['Ltd', 'LLC', 'Trading', 'Shipping Company', 'Bank'])[1 + i % 5]
	WHEN 1 THEN word(i / 11, 3000) ELSE left(word(i / 5, 900), 1) || '. ' || word(i / 13, 3000) END AS name
	FROM generate_series(1, 20000) i;
CREATE TABLE korean AS SELECT row_number() OVER () AS id, s || ' ' || g || ' ' || h AS name
FROM unnest(ARRAY['Kim', 'Ri', 'Pak', 'Choe', 'Jong', 'Kang', 'Jo', 'Yun', 'Jang', 'Rim', 'Han', 'O', 'So', 'Sin', 'Kwon', 'Hwang', 'An', 'Song', 'Hong', 'Pyon']) s,
	unnest(ARRAY['Chol', 'Yong', 'Su', 'Hak', 'Hyok', 'Ho', 'Hyon', 'Song', 'Nam', 'Il', 'Un', 'Hae', 'Kwang', 'Myong', 'Ryong', 'Jin', 'Kuk', 'Gun', 'Sok', 'Chun', 'Tae', 'Ji', 'Won', 'Mi', 'Kyong', 'Sun', 'Hui', 'Ok', 'Min', 'Phil']) g,
	unnest(ARRAY['Chol', 'Yong', 'Su', 'Hak', 'Hyok', 'Ho', 'Hyon', 'Song', 'Nam', 'Il', 'Un', 'Hae', 'Kwang', 'Myong', 'Ryong', 'Jin', 'Kuk', 'Gun', 'Sok', 'Chun', 'Tae', 'Ji', 'Won', 'Mi', 'Kyong', 'Sun', 'Hui', 'Ok', 'Min', 'Phil']) h;
CREATE INDEX words_name ON words USING gist (name sanct_gist_ops);
CREATE INDEX korean_name ON korean USING gist (name sanct_gist_ops);

-- pages that a bitmap index scan visits, which are of the index alone
CREATE FUNCTION pages(t regclass, name text, threshold real) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
	plan json;
	node json;
BEGIN
	PERFORM set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true);
	EXECUTE format('EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT json) SELECT FROM %s WHERE name %%~ sanct_query(%L, %s)', t, name, threshold) INTO plan;
	node := plan #> '{0,Plan,Plans,0}';
	ASSERT node ->> 'Node Type' = 'Bitmap Index Scan';
	RETURN (node ->> 'Shared Hit Blocks')::int + (node ->> 'Shared Read Blocks')::int;
END $$;
-- names that are there, some but for a letter, and some that are not; in proportion to the pages of the index
CREATE VIEW visited AS SELECT what, threshold, round(avg(pages(t, name, threshold)) / (pg_relation_size(index) / current_setting('block_size')::int), 4) AS share
FROM (SELECT 'words' AS what, 'words'::regclass AS t, 'words_name'::regclass AS index, name FROM words WHERE id % 400 = 0
	UNION ALL SELECT 'words, a letter missing', 'words', 'words_name', overlay(name PLACING '' FROM 4 FOR 1) FROM words WHERE id % 400 = 1
	UNION ALL SELECT 'words, others', 'words', 'words_name', word(i, 100000) || ' ' || word(i / 7, 60000) || ' Ltd' FROM generate_series(50000, 52000, 40) i
	UNION ALL SELECT 'Korean', 'korean', 'korean_name', name FROM korean WHERE id % 400 = 0
	UNION ALL SELECT 'Korean, a surname that is not there', 'korean', 'korean_name', 'Ma' || substr(name, position(' ' in name)) FROM korean WHERE id % 400 = 1) q,
	unnest(ARRAY[0.67, 0.9]::real[]) threshold
GROUP BY what, threshold, index ORDER BY 1, 2;
-- all shares are well below these
SELECT what, threshold, share FROM visited
WHERE share >= CASE WHEN what ~ 'words' THEN CASE threshold WHEN 0.9::real THEN 0.25 ELSE 0.36 END WHEN what ~ 'surname' THEN 0.015 ELSE 0.05 END;
SELECT count(*), min(share) > 0 AS counted FROM visited;
DROP VIEW visited;
DROP TABLE words, korean;
DROP FUNCTION pages(regclass, text, real), word(int, int);
