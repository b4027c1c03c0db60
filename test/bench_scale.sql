-- Lists that grow to a million names which are compared word by word, in memory and in indexes: real given and family names
-- put together anew, marked so; customers are real names. Mixed: every second one is Korean.

CREATE TABLE literal_list (id bigint PRIMARY KEY, kind text, name text);
SELECT setseed(0.9) \gset seed_
INSERT INTO literal_list
WITH drawn AS MATERIALIZED (
	SELECT i, 1 + floor(random() * n) AS first, 1 + floor(random() * n) AS last
	FROM (SELECT count(*) AS n FROM word) w, generate_series(1, :korean_names) i
)
SELECT i, 'literal', upper(l.last) || ', ' || f.first FROM drawn d JOIN word f ON f.n = d.first JOIN word l ON l.n = d.last;
CREATE TABLE real_customer AS SELECT row_number() OVER (ORDER BY md5(name), name) AS id, name FROM (SELECT DISTINCT name FROM customer) c;
CREATE TABLE many_customers AS SELECT row_number() OVER (ORDER BY n, id) AS id, name FROM real_customer, generate_series(1, 500000 / (SELECT count(*) FROM real_customer)::integer + 1) n;
VACUUM ANALYZE literal_list, real_customer, many_customers;

-- The only list: n names of a kind
CREATE PROCEDURE list_only(query text) LANGUAGE plpgsql AS $$
BEGIN
	TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
	EXECUTE format($sql$
		WITH drawn AS MATERIALIZED (%s), list AS (
			INSERT INTO sanct_list (code, title, publisher) VALUES ('generated', 'generated names', 'nobody') RETURNING id
		), release AS (
			INSERT INTO sanct_release (list_id, sha256, entries, names, weak_names, identifiers, addresses, cut_remarks, added, changed, delisted)
			SELECT l.id, '{}', d.n, d.n, 0, 0, 0, 0, d.n, 0, 0 FROM list l, (SELECT count(*) AS n FROM drawn) d RETURNING id, list_id
		)
		INSERT INTO sanct_entry (list_id, list_uid, type, primary_name, programs, nationality, digest, listed_in, changed_in)
		SELECT r.list_id, k.id, 'person', k.name, '{}', '{}', '', r.id, r.id FROM release r, drawn k$sql$, query);
	INSERT INTO sanct_name (entry_id, name, kind, weak) SELECT id, primary_name, 'primary', false FROM sanct_entry;
	ANALYZE sanct_entry, sanct_name;
END
$$;

CREATE PROCEDURE in_memory(what text, n bigint, customers text, per bigint) LANGUAGE plpgsql AS $$
BEGIN
	CALL measure(what || ', bulk screen', 'sanctmatch', format($q$SELECT count(*) FROM sanct_screen_table(%L, 'id', 'name')$q$, customers), per, size => n);
	CALL measure(what || ', LATERAL', 'sanctmatch', format($q$SELECT count(*) FROM %I c, LATERAL sanct_screen(c.name)$q$, customers), per, size => n);
	PERFORM set_config('max_parallel_workers_per_gather', '2', true);
	CALL measure(what || ', LATERAL, two workers', 'sanctmatch', format($q$SELECT count(*) FROM %I c, LATERAL sanct_screen(c.name)$q$, customers), per, size => n);
	PERFORM set_config('max_parallel_workers_per_gather', '0', true);
END
$$;

-- One name looked up by an index, and what the index takes
CREATE PROCEDURE by_index(n bigint, probes integer) LANGUAGE plpgsql AS $$
DECLARE
	engine text;
	definition text;
	operator text;
	asked integer;
BEGIN
	DROP TABLE IF EXISTS lit;
	CREATE TABLE lit AS SELECT id, name FROM literal_list WHERE id <= n;
	PERFORM set_config('enable_seqscan', 'off', true), set_config('enable_material', 'off', true);
	FOREACH engine IN ARRAY ARRAY['sanctmatch GIN', 'sanctmatch', 'pg_trgm GIN', 'pg_trgm GiST'] LOOP
		definition := CASE engine WHEN 'sanctmatch GIN' THEN 'gin (name sanct_gin_ops) WITH (fastupdate = off)' WHEN 'sanctmatch' THEN 'gist (name sanct_gist_ops)'
			WHEN 'pg_trgm GIN' THEN 'gin (name gin_trgm_ops)' ELSE 'gist (name gist_trgm_ops (siglen = 64))' END;
		operator := CASE WHEN engine LIKE 'pg_trgm%' THEN '%' ELSE '%~' END;
		CALL measure('index build, literal names', engine, 'CREATE INDEX lit_index ON lit USING ' || definition, turns => 1, size => n);
		ANALYZE lit;
		INSERT INTO result (what, engine, size, found) VALUES ('index bytes, literal names', engine, n, pg_relation_size('lit_index'));
		IF operator = '%' THEN
			PERFORM set_config('pg_trgm.similarity_threshold', '0.3', true);
		END IF;
		asked := CASE WHEN engine LIKE '%GiST' AND n > 100000 THEN probes / 10 ELSE probes END;
		CALL measure('one probe, literal names', engine, format('SELECT count(*) FROM (SELECT * FROM real_customer ORDER BY id LIMIT %s) c
			JOIN lit n ON n.name %s c.name', asked, operator), asked, size => n);
		DROP INDEX lit_index;
	END LOOP;
	PERFORM set_config('enable_seqscan', 'on', true), set_config('enable_material', 'on', true), set_config('pg_trgm.similarity_threshold', '0.5', true);
END
$$;

\if :{?scale_sizes}
\else
\set scale_sizes '{40000,300000,1000000}'
\endif
CREATE TABLE nobody_there (id bigint, name text);
SELECT count(*) AS n FROM many_customers \gset many_
SELECT format('CALL list_only(%L)', format('SELECT id, name FROM literal_list WHERE id <= %s', n)) || E';\n'
	|| format('CALL measure(%L, %L, %L, prepare => %L, turns => 1, size => %s)', 'first screening after a change', 'sanctmatch',
		$$SELECT count(*) FROM sanct_screen_table('nobody_there', 'id', 'name')$$, $$UPDATE sanct_list SET code = code || 'x'$$, n) || E';\n'
	|| format('CALL in_memory(%L, %s, %L, %s)', 'one customer, literal names', n, 'many_customers', :many_n) || E';\n\\! test/bench_memory '
	|| n || format(E'\nCALL by_index(%s, 100);', n)
FROM unnest(:'scale_sizes'::bigint[]) n
\g (tuples_only=on format=unaligned) out/scale.sql
\i out/scale.sql
