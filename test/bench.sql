-- Our times beside those of pg_trgm and of levenshtein, on the same rows in the same run: make bench
-- Medians of several turns with their least and most, no parallel workers, no JIT, all data in memory. A ratio says how
-- many times faster sanctmatch is; below 1 it is slower.
\set ON_ERROR_STOP on
\pset pager off
\pset footer off
\pset null '-'
SET client_min_messages = warning;
SET max_parallel_workers_per_gather = 0;
SET max_parallel_maintenance_workers = 0;
SET jit = off;
SET pg_trgm.similarity_threshold = 0.5;
SET maintenance_work_mem = '1GB';
SET work_mem = '64MB';

CREATE EXTENSION sanctmatch;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION fuzzystrmatch;

SELECT version() AS "server", (SELECT string_agg(extname || ' ' || extversion, ', ' ORDER BY extname) FROM pg_extension
	WHERE extname IN ('sanctmatch', 'pg_trgm', 'fuzzystrmatch')) AS extensions, current_setting('shared_buffers') AS shared_buffers;

-- Measurements: per = what one turn's time is divided by, so that ms are those of one probe, name or table
CREATE TABLE result (id integer GENERATED ALWAYS AS IDENTITY, what text, engine text, size bigint, ms numeric, least numeric,
	most numeric, found bigint, pages numeric);

-- Time a command, and keep the number it gives if it is a query; prepare runs before each turn and is not counted
CREATE PROCEDURE measure(what text, engine text, command text, per bigint DEFAULT 1, prepare text DEFAULT NULL,
	turns integer DEFAULT 3, size bigint DEFAULT NULL) LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz;
	times numeric[];
	answer bigint;
	plan json;
	visited numeric;
BEGIN
	FOR i IN 1..turns LOOP
		IF prepare IS NOT NULL THEN
			EXECUTE prepare;
		END IF;
		start := clock_timestamp();
		IF command LIKE 'SELECT%' THEN
			EXECUTE command INTO answer;
		ELSE
			EXECUTE command;
		END IF;
		times := times || extract(epoch FROM clock_timestamp() - start) * 1000 / per;
	END LOOP;
	IF command LIKE 'SELECT%' THEN
		EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT json) ' || command INTO plan;
		visited := ((plan #>> '{0,Plan,Shared Hit Blocks}')::numeric + (plan #>> '{0,Plan,Shared Read Blocks}')::numeric) / per;
	END IF;
	INSERT INTO result (what, engine, size, ms, least, most, found, pages)
	SELECT what, engine, measure.size, percentile_disc(0.5) WITHIN GROUP (ORDER BY t), min(t), max(t), answer, visited FROM unnest(times) t;
END
$$;

\ir bench_names.sql
\ir bench_list.sql
\if :{?fields}
\ir bench_fields.sql
\endif
\if :{?guard}
\ir bench_guard.sql
\endif
\if :{?bulk}
\ir bench_bulk.sql
\endif
\if :{?growth}
\ir bench_growth.sql
\endif
\if :{?scale}
\ir bench_scale.sql
\endif
\ir bench_report.sql
