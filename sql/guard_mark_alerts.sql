-- which alerts hold the mark of a row: none that somebody has written for another, and those under other names and keys too
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
\set SHOW_CONTEXT never
-- numbers, which messages tell, begin anew
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
	EXECUTE statement;
	GET DIAGNOSTICS n = ROW_COUNT;
	RETURN format('written: %s', n);
EXCEPTION WHEN OBJECT_NOT_IN_PREREQUISITE_STATE THEN
	RETURN SQLERRM;
END
$$;

-- alerts that somebody has written, who may restore the trail, lift no mark of a row but their own: not by a part of its
-- key, nor by another spelling of it or of the table; and where the guard wants four eyes, two must be enough
CREATE TABLE forged (a int, b numeric, payee text, held boolean, PRIMARY KEY (a, b));
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('forged', 'payee', 'hold', '{mark=held}');
INSERT INTO forged VALUES (1, 1.0, 'Choi Myung-hyun'), (1, 2.0, 'KANG Chol Hak'), (2, 1.0, 'Jane Doe');
CREATE FUNCTION pg_temp.forge(key jsonb, "table" text DEFAULT 'public.forged', action text DEFAULT 'hold') RETURNS bigint LANGUAGE sql AS $$
	INSERT INTO sanct_alert (kind, subject, subject_key, subject_name, subject_facts, fingerprint, note, algorithm, action, guard, four_eyes,
		raised_by, written_by)
	VALUES ('unread', "table", key, 'x', '{}', convert_to(random()::text, 'UTF8'), 'x', 1, action, 'sanct_guard', false, session_user, session_user)
	RETURNING id;
$$;
SELECT pg_temp.try(format('SELECT sanct_decide(%s, ''no match'', ''x'')', pg_temp.forge(key, "table", action))) AS decided, key, "table", action
FROM (VALUES (1, '{}'::jsonb, 'public.forged', 'hold'), (2, '{"a": "1"}', 'public.forged', 'hold'),
	(3, '{"a": "1", "b": "1.0", "payee": "Choi Myung-hyun"}', 'public.forged', 'hold'), (4, '{"a": "01", "b": "1.0"}', 'public.forged', 'hold'),
	(5, '{"a": 1, "b": "1.0"}', 'public.forged', 'hold'), (6, '{"a": "1", "b": "1.00"}', 'public.forged', 'hold'),
	(7, '{"a": "1"}', 'public.forged', 'record'), (8, '{"a": "1", "b": "1.0"}', 'public."forged"', 'hold'), (9, '{"a": "1", "b": "2.0"}', 'public.forged', 'hold'))
	AS x (n, key, "table", action) ORDER BY n;
-- nor do they set any
SELECT pg_temp.try(format('SELECT sanct_decide(%s, ''reopen'', ''x'')', id)) AS reopened, subject_key FROM sanct_alert
WHERE subject = 'public.forged' AND note = 'x' AND subject_key <> '{"a": "1", "b": "2.0"}' ORDER BY id;
SELECT * FROM forged ORDER BY a, b;
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%forged%' AND what NOT LIKE 'no run%';
SELECT sanct_guard_detach('forged');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('forged', 'payee', 'hold', '{mark=held,four_eyes=on}');
DO $$ BEGIN PERFORM sanct_decide(pg_temp.forge('{"a": "1", "b": "2.0"}'), 'no match', 'x'); EXCEPTION WHEN insufficient_privilege THEN RAISE WARNING '%', SQLERRM; END $$;
DROP TABLE forged;

-- a row whose alerts are not found, as table or key have another name, is not free
CREATE TABLE known (id int PRIMARY KEY, payee text, held boolean);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('known', 'payee', 'hold', '{mark=held}');
INSERT INTO known VALUES (1, 'Choi Myung-hyun'), (2, 'Jane Doe');
ALTER TABLE known RENAME id TO no;
SELECT pg_temp.try('UPDATE known SET held = false'), pg_temp.try('UPDATE known SET no = 7, payee = ''Jane Doe'' WHERE no = 1');
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%known%' AND what NOT LIKE 'no run%';
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.known';
UPDATE known SET held = false;
ALTER TABLE known RENAME no TO id;
ALTER TABLE known RENAME TO renamed;
UPDATE renamed SET held = false;
ALTER TABLE renamed RENAME TO known;
-- nor by a key that it gets later
ALTER TABLE known DROP CONSTRAINT known_pkey, ADD CONSTRAINT known_pkey PRIMARY KEY (id, payee);
SELECT pg_temp.try('UPDATE known SET held = false');
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%known%' AND what NOT LIKE 'no run%';
ALTER TABLE known DROP CONSTRAINT known_pkey, ADD CONSTRAINT known_pkey PRIMARY KEY (id);
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%known%' AND what NOT LIKE 'no run%';
SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.known';
SELECT * FROM known ORDER BY id;
-- one that was marked by hand stays marked as well
UPDATE known SET held = true WHERE id = 2;
SELECT pg_temp.try('UPDATE known SET held = false WHERE id = 2');
-- a partition that was a table of its own: its alerts have its name, those from then on its root's
CREATE TABLE root (id int PRIMARY KEY, payee text, held boolean) PARTITION BY RANGE (id);
ALTER TABLE root ATTACH PARTITION known FOR VALUES FROM (1) TO (10);
UPDATE known SET payee = 'KANG Chol Hak', held = true WHERE id = 1;
SELECT count(sanct_decide(id, 'reopen', 'once more')) FROM sanct_alert WHERE subject = 'public.known';
SELECT count(sanct_decide(id, 'no match', 'somebody else')) FROM sanct_alert WHERE subject = 'public.known';
SELECT held FROM root WHERE id = 1;
-- the table and its partitions are let go again, each once, as no lock is there twice
BEGIN;
SELECT count(sanct_decide(id, 'no match', 'somebody else')) FROM sanct_alert WHERE subject = 'public.root';
SELECT count(*) AS locked FROM pg_locks WHERE relation IN ('root'::regclass, 'known'::regclass) AND mode = 'AccessShareLock' AND pid = pg_backend_pid();
COMMIT;
SELECT held FROM root WHERE id = 1;
DROP TABLE root;

-- two guards that know a row by different keys: a decision lifts the mark when nothing of either is open
-- (the mark is the first column: none is column 0)
CREATE TABLE twice (held boolean, id int PRIMARY KEY, no text, payee text);
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('twice', 'payee', 'hold', '{mark=held,key=no}');
CREATE TRIGGER sanct_guard_mark_2 BEFORE INSERT OR UPDATE ON twice FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=mark', 'mark=held', 'threshold=1');
CREATE TRIGGER sanct_guard_2 AFTER INSERT OR UPDATE ON twice FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=hold', 'mark=held', 'threshold=1');
INSERT INTO twice VALUES (false, 1, 'a', 'Choi Myung-hyun');
SELECT sanct_decide(min(id), 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.twice';
SELECT * FROM twice;
SELECT sanct_decide(max(id), 'no match', 'somebody else') FROM sanct_alert WHERE subject = 'public.twice';
SELECT * FROM twice;
DROP TABLE twice;
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
