-- what a guard is told: an option that cannot be understood is an error, never a guard of something else
\getenv abs_srcdir PG_ABS_SRCDIR
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SELECT entries > 0 AS imported FROM sanct_import_ofac_csv(
	sdn => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_sdn.csv'),
	alt => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_alt.csv'),
	addresses => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_add.csv'),
	comments => pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_comments.csv'),
	published => '2024-03-15');
CREATE TABLE payment (id int PRIMARY KEY, payee text, holder text, vessel text, amount int);
CREATE FUNCTION pg_temp.stopped(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN 'written';
EXCEPTION WHEN SQLSTATE 'SAN01' THEN
	RETURN 'stopped';
END
$$;

-- misspelt, doubled, empty
SELECT sanct_guard_attach('payment', 'payee', options => '{treshold=0.9}');
SELECT sanct_guard_attach('payment', 'payee', options => '{Lists=ofac-sdn}');
SELECT sanct_guard_attach('payment', 'payee', options => '{types=xyz}');
SELECT sanct_guard_attach('payment', 'payee', options => ARRAY['types=person,xyz']);
SELECT sanct_guard_attach('payment', 'payee', options => '{types=}');
SELECT sanct_guard_attach('payment', 'payee', options => ARRAY['lists= , ']);
SELECT sanct_guard_attach('payment', 'payee', options => '{key=}');
SELECT sanct_guard_attach('payment', 'payee', options => '{types=person,types=vessel}');
SELECT sanct_guard_attach('payment', 'payee', options => ARRAY['lists=ofac-sdn', NULL]);
SELECT sanct_guard_attach('payment', 'payee', options => '{limit=many}');
SELECT sanct_guard_attach('payment', 'payee', options => '{limit=-1}');
SELECT sanct_guard_attach('payment', 'payee', options => '{unread=block}');
SELECT sanct_guard_attach('payment', 'payee', options => '{unread=}');
SELECT sanct_guard_attach('payment', 'payee', options => '{on_empty=yes}');
-- each of them, given twice
CREATE FUNCTION pg_temp.refused(options text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE detail text;
BEGIN
	PERFORM sanct_guard_attach('payment', 'payee', 'hold', options);
	PERFORM sanct_guard_detach('payment');
	RETURN 'attached';
EXCEPTION WHEN others THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
	RETURN SQLERRM || ': ' || detail;
END
$$;
SELECT option, pg_temp.refused(ARRAY[option, option]) FROM unnest('{key=id,birth_date=holder,document=holder,country=holder,nationality=holder,gender=holder,birth_place=holder,type=holder,verdict=weak,lists=ofac-sdn,types=person,threshold=0.8,four_eyes=on,show_names=on,limit=10,unread=pass,on_empty=pass,scan=text,tell=none,notify=on,weak=off}'::text[]) option;
-- a comma in an array literal parts its elements, even where the rest is the name of a column
SELECT sanct_guard_attach('payment', 'payee', options => '{types=person,vessel}');
SELECT sanct_guard_attach('payment', 'payee', options => '{key=id,payee}');
SELECT sanct_guard_attach('payment', 'payee', options => '{lists=ofac-sdn,un-sc,eu-fsf,threshold=0.8}');
SELECT sanct_guard_attach('payment', 'payee', options => '{threshold=0.8,four_eyes}');
SELECT sanct_guard_attach('payment', 'payee', options => '{holder}');
-- arguments are told, but not at any length
SELECT sanct_guard_attach('payment', 'payee', options => ARRAY[repeat('o', 1000000) || '=1']);
SELECT sanct_guard_attach('payment', 'payee', options => ARRAY['types=' || repeat('최', 1000000)]);
SELECT sanct_guard_attach('payment', 'payee', repeat('a', 1000000));
SELECT sanct_guard_attach('payment', repeat('c', 1000000));
SELECT sanct_guard_attach('payment', 'payee', options => ARRAY['threshold=' || repeat('9', 1000000) || 'x']);
-- the same arguments by hand
CREATE TRIGGER byhand AFTER INSERT ON payment FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'types=xyz');
INSERT INTO payment VALUES (1, 'Jane Doe');
SELECT * FROM sanct_guard_check('payment');
DROP TRIGGER byhand ON payment;
SELECT count(*) FROM pg_trigger WHERE tgrelid = 'payment'::regclass;

-- types by what publishers call them
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => ARRAY['types=Individual, entity']);
SELECT pg_temp.stopped($$INSERT INTO payment VALUES (1, 'Choi Myung-hyun')$$);
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => '{types=ship}');
SELECT pg_temp.stopped($$INSERT INTO payment VALUES (1, 'Choi Myung-hyun')$$);
SELECT sanct_guard_detach('payment');
DELETE FROM payment;

-- a list that is not loaded: attach and check warn, a row is stopped, unless it may pass by the option's word
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => ARRAY['lists=OFAC-SDN,ofac-sdn,eu-fsf']);
SELECT * FROM sanct_guard_check('payment');
INSERT INTO payment VALUES (2, 'Jane Doe');
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'hold', options => '{lists=ofac_sdn}', statement => true);
INSERT INTO payment VALUES (2, 'Jane Doe');
UPDATE payment SET payee = 'x';
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => ARRAY['lists=eu-fsf,ofac-sdn', 'on_empty=pass']);
SELECT pg_temp.stopped($$INSERT INTO payment VALUES (2, 'Jane Doe')$$), pg_temp.stopped($$INSERT INTO payment VALUES (3, 'Choi Myung-hyun')$$);
SELECT sanct_guard_detach('payment');
-- no list at all, in the first rows of a session and when it has the lists in memory
BEGIN;
UPDATE sanct_release SET entries = 0, names = 0;
UPDATE sanct_entry SET delisted_in = changed_in;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee');
SAVEPOINT attached;
INSERT INTO payment VALUES (4, 'Jane Doe');
ROLLBACK TO attached;
SELECT count(*) FROM sanct_screen_table('payment', 'id', 'payee', on_empty => 'pass');
INSERT INTO payment VALUES (4, 'Jane Doe');
ROLLBACK TO attached;
COPY payment (id, payee) FROM stdin;
4	Jane Doe
\.
ROLLBACK TO attached;
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', options => '{on_empty=pass}');
INSERT INTO payment VALUES (4, 'Jane Doe');
ROLLBACK;
-- a list that is there in part only
BEGIN;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee');
DELETE FROM sanct_name WHERE id = (SELECT max(id) FROM sanct_name);
\set VERBOSITY terse
INSERT INTO payment VALUES (4, 'Jane Doe');
\set VERBOSITY default
ROLLBACK;
SELECT id FROM payment ORDER BY id;

-- names of columns in double quotes, as in SQL
CREATE TABLE odd ("a+b" text, "x,y" text, "say ""yes""" text, "k=v" text, " blank " text, z text);
CREATE FUNCTION pg_temp.stops(columns text, INOUT "a+b" text, OUT "x,y+z" text, OUT say text, OUT "k=v" text, OUT blank text) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM sanct_guard_attach('odd', columns);
	"a+b" := pg_temp.stopped(format('INSERT INTO odd ("a+b") VALUES (%L)', "a+b"));
	"x,y+z" := pg_temp.stopped($i$INSERT INTO odd ("x,y", z) VALUES ('Choi', 'Myung-hyun')$i$);
	say := pg_temp.stopped($i$INSERT INTO odd ("say ""yes""") VALUES ('Choi Myung-hyun')$i$);
	"k=v" := pg_temp.stopped($i$INSERT INTO odd ("k=v") VALUES ('Choi Myung-hyun')$i$);
	blank := pg_temp.stopped($i$INSERT INTO odd (" blank ") VALUES ('Choi Myung-hyun')$i$);
	PERFORM sanct_guard_detach('odd');
END
$$;
SELECT columns, (pg_temp.stops(columns, 'Choi Myung-hyun')).* FROM unnest(ARRAY['"a+b"', ' "a+b" , "x,y" + z', '"say ""yes"""', '"k=v"', '" blank "', '"z"']) columns;
-- joined by a blank: glued together they would not match
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('odd', '"x,y"+z');
SELECT pg_temp.stopped($$INSERT INTO odd ("x,y", z) VALUES ('O', 'Yong Ho')$$), 'OYong Ho' %~ 'O Yong Ho' AS glued;
SELECT sanct_guard_detach('odd');
SELECT sanct_guard_attach('odd', 'a+b');
SELECT sanct_guard_attach('odd', '"a+b');
SELECT sanct_guard_attach('odd', '"a+b" z');
SELECT sanct_guard_attach('odd', '""');
CREATE TRIGGER byhand AFTER INSERT ON odd FOR EACH ROW EXECUTE FUNCTION sanct_guard('"k=v"', 'key="x,y",z');
SELECT pg_temp.stopped($$INSERT INTO odd ("k=v") VALUES ('Choi Myung-hyun')$$), pg_temp.stopped($$INSERT INTO odd (z) VALUES ('Choi Myung-hyun')$$);
DROP TABLE odd;

-- columns that hold no names are refused by attach and by the trigger, with their type
CREATE TYPE pair AS (a text, b text);
CREATE TYPE colour AS ENUM ('Choi Myung-hyun');
CREATE DOMAIN several AS text[];
CREATE DOMAIN short AS varchar(40) CHECK (VALUE <> '');
CREATE DOMAIN shorter AS short;
CREATE TABLE typed (id int PRIMARY KEY, a text[], d several, j json, b jsonb, x bytea, m xml, c pair, e colour, n numeric, i int, t date, ch "char", u uuid,
	tx text, vc varchar(40), bp char(40), nm name, dm shorter, rd sanct_reading);
CREATE FUNCTION pg_temp.attach(columns text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE message text; detail text;
BEGIN
	PERFORM sanct_guard_attach('typed', columns);
	EXECUTE format('INSERT INTO typed (id, %s) VALUES (1, %L)', columns, 'Choi Myung-hyun');
	RETURN 'written';
EXCEPTION WHEN SQLSTATE 'SAN01' THEN
	RETURN 'stopped';
WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
	RETURN message || ': ' || detail;
END
$$;
SELECT attname, pg_temp.attach(attname) FROM pg_attribute WHERE attrelid = 'typed'::regclass AND attnum > 1 AND NOT attisdropped ORDER BY attnum;
SELECT sanct_guard_attach('typed', 'tx,b');
SELECT sanct_guard_attach('typed', 'tx+id');
CREATE TRIGGER byhand AFTER INSERT ON typed FOR EACH ROW EXECUTE FUNCTION sanct_guard('tx');
ALTER TABLE typed ALTER tx TYPE text[] USING ARRAY[tx];
INSERT INTO typed (id, tx) VALUES (2, '{Choi Myung-hyun}');
SELECT * FROM sanct_guard_check('typed');
-- what a guard cannot look at any more is told with the guard
ALTER TABLE typed DROP tx;
\set SHOW_CONTEXT errors
INSERT INTO typed (id) VALUES (3);
\set SHOW_CONTEXT never
DROP TABLE typed;
DROP FUNCTION pg_temp.attach, pg_temp.stops;
DROP TYPE pair, colour, several, short CASCADE;
DROP TABLE payment;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
