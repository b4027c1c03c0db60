-- memory does not grow with the rows that are read: what a row took is free before the next
SET client_min_messages = error;
\set SHOW_CONTEXT never
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
-- what the connection holds, at each 1,000th row of 2,000: whoever reads the view calls the function
CREATE TABLE held (n int, bytes numeric, process int);
CREATE FUNCTION note(n int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	IF n % 1000 = 0 THEN
		INSERT INTO public.held SELECT n, sum(used_bytes), pg_catalog.pg_backend_pid() FROM pg_catalog.pg_backend_memory_contexts;
	END IF;
END
$$;
CREATE FUNCTION name_at(n int) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM public.note(n);
	RETURN CASE WHEN n % 100 = 0 THEN 'Choi Myung-hyun' ELSE 'Marek Vondra' || chr(97 + n % 26) || chr(97 + n / 26 % 26) || 'is' END;
END
$$;
CREATE VIEW customer AS SELECT n AS id, name_at(n) AS name, '1966-01-20'::text AS born, 'KP'::text AS nation, 'Pyongyang' AS place,
	'm'::text AS gender, 'PS' || (1000000 + n) AS passport, 'person'::text AS type FROM generate_series(1, 2000) n;
-- did it grow by more than so many bytes a row in the second thousand?  Caches grow in the first; autovacuum looks at indexes too
CREATE FUNCTION steady(most int) RETURNS text LANGUAGE sql AS $$
	WITH looked AS (DELETE FROM held RETURNING *),
		grown AS (SELECT l.n, (l.bytes - f.bytes) / 1000 AS by FROM looked f JOIN looked l ON l.n = f.n + 1000 WHERE f.n % 10000 = 1000
			AND f.process = pg_backend_pid() AND l.process = f.process)
	SELECT string_agg(CASE WHEN by <= most THEN 'steady' ELSE 'grows' END, ', ' ORDER BY n) FROM grown
$$;
SELECT entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name,birth_date\n1,Person,Choe Myong Hyon,1966\n2,Person,Marek Vondrak,1970\n', 'UTF8'),
	list => 'own');

-- tables screened, searched, counted
SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', birth_date_column => 'born', nationality_column => 'nation',
	gender_column => 'gender', document_columns => '{passport}', birth_place_column => 'place', type_column => 'type');
SELECT steady(10);
SELECT count(*) FROM sanct_rescreen('customer', 'id', 'name', 0, birth_date_column => 'born', nationality_column => 'nation',
	gender_column => 'gender', document_columns => '{passport}', birth_place_column => 'place', type_column => 'type');
SELECT steady(10);
SELECT count(*) FROM sanct_find_table('customer', 'id', 'name');
SELECT steady(10);
SELECT sanct_namesakes('customer', 'name', 'Choi Myung-hyun');
SELECT steady(10);
SELECT count(*) FROM sanct_calibrate('customer', 'id', 'name', '{0.67,0.8}', sample => 300, birth_date_column => 'born');
SELECT steady(10);
SELECT count(*) FROM sanct_run('customer', 'id', 'name', birth_date_column => 'born', document_columns => '{passport}');
SELECT steady(80);

-- tables guarded, row by row and by statements, and their rows changed
CREATE TABLE guarded (id int PRIMARY KEY, name text, born text, nation text, passport text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('guarded', 'name', 'record', birth_date => 'born', nationality => 'nation',
	document => '{passport}');
INSERT INTO guarded SELECT id, name, born, nation, passport FROM customer;
SELECT steady(80);
UPDATE guarded SET name = name_at(id) || ' ', born = '1967';
SELECT steady(80);
CREATE TABLE stated (id int PRIMARY KEY, name text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('stated', 'name', 'record', statement => true);
INSERT INTO stated SELECT id, name FROM customer;
SELECT steady(160);

-- indexes made and checked: their expression is looked at row by row; a GIN index collects its keys before it writes them
CREATE FUNCTION same(name text, n int) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
	PERFORM public.note(n);
	RETURN name;
END
$$;
CREATE INDEX by_name ON stated USING gist (same(name, id) sanct_gist_ops);
SELECT steady(200);
CREATE INDEX by_reading ON stated USING gist (sanct_read(same(name, id)) sanct_reading_gist_ops);
SELECT steady(200);
CREATE INDEX by_key ON stated USING gin (same(name, id) sanct_gin_ops);
DELETE FROM held;
SELECT sanct_index_check('by_name');
SELECT steady(160);
SELECT sanct_index_check('by_reading');
SELECT steady(250);
SELECT sanct_index_check('by_key');
SELECT steady(160);

-- releases written, changed, undone and retired; what is noted is the work of writing them, and triggers' events in chunks that double
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM public.note(10000 + NEW.list_uid::int);
	RETURN NEW;
END
$$;
CREATE TRIGGER noted BEFORE INSERT OR UPDATE ON sanct_entry FOR EACH ROW EXECUTE FUNCTION noted();
ALTER TABLE sanct_entry ENABLE ALWAYS TRIGGER noted;
CREATE FUNCTION release(year int) RETURNS bigint LANGUAGE sql AS $$
	SELECT (sanct_import_opensanctions_csv((SELECT convert_to(E'id,schema,name,aliases,birth_date\n' ||
		string_agg(format(E'%s,Person,Marek Vondra %s,Vondra the %s,%s\n', n, n, n, year), '' ORDER BY n), 'UTF8')
		FROM generate_series(1, 2000) n), list => 'many')).entries
$$;
SELECT release(1966);
SELECT steady(150);
SELECT release(1967);
SELECT steady(150);
SELECT entries FROM sanct_undo_release('many');
SELECT steady(100);
SELECT (sanct_import_table('customer', 'customers', fact_columns => '{born}')).entries;
SELECT steady(400);
SELECT entries FROM sanct_retire_list('many');
SELECT steady(400);

-- nor does it with the statements that ask: caches are full after some, and nothing is added by the next
CREATE PROCEDURE ask(times int, INOUT bytes numeric) LANGUAGE plpgsql AS $$
BEGIN
	FOR i IN 1..times LOOP
		PERFORM sanct_screen('Choi Myung-hyun'), sanct_near('Choi Myung', 2), sanct_find('On Monday Choi Myung-hyun came.'),
			sanct_documents('{A123456}'), sanct_evidence(1, 'Choi Myung-hyun', '1966-01-20'::text), sanct_status(),
			sanct_screen_table('few', 'id', 'name');
		INSERT INTO guarded VALUES (-i, 'Choi Myung-hyun', '1966', 'KP', 'PS7654321');
		DELETE FROM guarded WHERE id = -i;
		COMMIT;
	END LOOP;
	SELECT sum(used_bytes) INTO bytes FROM pg_backend_memory_contexts;
END
$$;
CREATE TABLE few AS SELECT id, name FROM stated WHERE id > 1990;
CALL ask(5, NULL) \gset first_
CALL ask(5, NULL) \gset before_
CALL ask(10, NULL) \gset after_
SELECT :after_bytes - :before_bytes < 10000 AS same;

-- what is mapped of the file of lists is let go of: where one transaction imports twice, the second finds that all is ready
CREATE FUNCTION mapped() RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM regexp_matches(pg_read_file('/proc/self/maps'), '_sanct[.]', 'g')
$$;
DROP TRIGGER noted ON sanct_entry;
CREATE PROCEDURE import(times int) LANGUAGE plpgsql AS $$
BEGIN
	FOR i IN 1..times LOOP
		PERFORM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n', 'UTF8'), list => 'list' || i);
	END LOOP;
END
$$;
SELECT mapped() AS before \gset
CALL import(6);
SELECT :before AS before, mapped() - :before AS more;

DROP VIEW customer;
DROP PROCEDURE ask, import;
DROP TABLE held, guarded, stated, few;
DROP FUNCTION note, name_at, steady, same, noted, release, mapped CASCADE;
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
