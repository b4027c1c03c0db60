-- the life of a list: what changes in form alone is no news, a release is taken back by another, a list that is taken back is shown,
-- each look is noted, a document that tells its list is believed; what has changed between any two releases is told
SET datestyle = 'ISO, YMD';
SET client_min_messages = warning;

CREATE FUNCTION bytes(document text) RETURNS bytea LANGUAGE sql AS $$ SELECT convert_to(document, 'UTF8') $$;
CREATE FUNCTION load(rows text, on_list text DEFAULT 'mine', published date DEFAULT NULL) RETURNS text LANGUAGE sql AS $$
	SELECT format('%s added, %s changed, of these %s in form alone, %s delisted', r.added, r.changed, r.restated, r.delisted)
	FROM sanct_import_opensanctions_csv(bytes(E'id,schema,name,aliases,addresses,identifiers,program_ids,birth_date\n' || rows), published, list => on_list, max_removed => 1) r $$;
CREATE TABLE customer (id int PRIMARY KEY, name text);
INSERT INTO customer VALUES (1, 'Choe Myong Hyon'), (2, 'Sim Kwang Sok');
CREATE FUNCTION rescreened() RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(DISTINCT list_uid, ' ' ORDER BY list_uid) FROM sanct_rescreen('customer', 'id', 'name', since => (SELECT max(id) - 1 FROM sanct_release)) $$;

-- addresses spelt otherwise, programs sorted otherwise, aliases in another order: changed, and nobody is screened again
SELECT load(E'1,Person,Choe Myong Hyon,CHOI;CHOE,"Road 1, Anju",P1234567,A;B,1963\n2,Person,Sim Kwang Sok,,,,,\n');
SELECT rescreened();
SELECT load(E'1,Person,Choe Myong Hyon,CHOE;CHOI,"Anju, Road 1",P1234567,B;C,1963\n2,Person,Sim Kwang Sok,,,,,\n');
SELECT rescreened();
-- another birth date, document or name is news
SELECT load(E'1,Person,Choe Myong Hyon,CHOE;CHOI,"Anju, Road 1",P1234567,B;C,1964\n2,Person,Sim Kwang Sok,,,,,\n');
SELECT rescreened();
SELECT load(E'1,Person,Choe Myong Hyon,CHOE;CHOI,"Anju, Road 1",P1234568,B;C,1964\n2,Person,Sim Kwang Sok,SIM,,,,\n');
SELECT rescreened();
-- a clearance holds while only the form changes
SELECT sanct_clear('customer', '{"id": 1}', 'Choe Myong Hyon', id, 'another one') > 0 AS cleared FROM sanct_entry WHERE list_uid = '1';
SELECT count(*) > 1 AS guarded FROM sanct_guard_attach('customer', 'name', 'hold');
SELECT load(E'1,Person,Choe Myong Hyon,CHOI;CHOE,"Anju, Road 7",P1234568,C;B,1964\n2,Person,Sim Kwang Sok,SIM,,,,\n');
SELECT entry_version = (SELECT substance_in FROM sanct_entry WHERE list_uid = '1') AS holds FROM sanct_clearance;
SELECT load(E'1,Person,Choe Myong Hyon,CHOI;CHOE,"Anju, Road 7",P1234569,C;B,1964\n2,Person,Sim Kwang Sok,SIM,,,,\n');
SELECT entry_version = (SELECT substance_in FROM sanct_entry WHERE list_uid = '1') AS holds FROM sanct_clearance;
SELECT count(*) > 0 AS detached FROM sanct_guard_detach('customer');

-- the last release taken back: a release that has what the one before had; entries that it brought are delisted, those that it lost are back
CREATE VIEW state AS
	SELECT e.list_uid, e.type, e.primary_name, e.programs, e.title, e.remarks, e.listed_on, e.nationality,
		(SELECT array_agg((n.name, n.kind, n.weak, n.script, n.language, n.surname, n.given, n.note, n.list_uid)::text ORDER BY n.name COLLATE "C") FROM sanct_name n WHERE n.entry_id = e.id) AS names,
		(SELECT array_agg((i.kind, i.value, i.country, i.note, i.list_uid)::text ORDER BY i.kind COLLATE "C", i.value COLLATE "C", i.note COLLATE "C", i.list_uid COLLATE "C") FROM sanct_identifier i WHERE i.entry_id = e.id) AS facts
	FROM sanct_entry e JOIN sanct_list l ON l.id = e.list_id WHERE l.code = 'mine' AND e.delisted_in IS NULL;
CREATE TABLE before AS TABLE state;
CREATE TABLE first_ids AS SELECT id, list_uid FROM sanct_entry;
SELECT load(E'1,Organization,Another Name,,,,,\n3,Person,Kim Song Hun,,,,,\n');
SELECT format('%s added, %s changed, %s delisted', r.added, r.changed, r.delisted), r.undoes = r.id - 1 AS undoes_the_last, r.entries, r.names FROM sanct_undo_release('mine') AS r;
SELECT count(*) FROM (TABLE state EXCEPT TABLE before) x;
SELECT count(*) FROM (TABLE before EXCEPT TABLE state) x;
SELECT count(*) FROM first_ids f JOIN sanct_entry e USING (id, list_uid) WHERE e.delisted_in IS NULL;
SELECT rescreened();
-- history has all three; the days before are as they were
SELECT h.primary_name, h.until IS NULL AS now FROM sanct_entry_history h WHERE h.list_uid = '1' AND h.list_id = (SELECT id FROM sanct_list WHERE code = 'mine') ORDER BY h.since DESC LIMIT 3;
-- the same files are current, those that were taken back may come again, and are taken back again; then the one before that
SELECT load(E'1,Person,Choe Myong Hyon,CHOI;CHOE,"Anju, Road 7",P1234569,C;B,1964\n2,Person,Sim Kwang Sok,SIM,,,,\n') AS current;
SELECT load(E'1,Organization,Another Name,,,,,\n3,Person,Kim Song Hun,,,,,\n');
SELECT count(*) FROM sanct_undo_release('mine');
SELECT count(*) FROM sanct_undo_release('mine');
SELECT names[2] AS name, facts[3] AS passport FROM state WHERE list_uid = '1';
-- a release with a day in the future, taken back, no longer stands in the way
SELECT load(E'4,Person,Kang Chol Hak,,,,,\n', 'dated', '2026-01-01');
SELECT load(E'4,Person,Kang Chol Hak,X,,,,\n', 'dated', '2030-01-01');
SELECT load(E'4,Person,Kang Chol Hak,Y,,,,\n', 'dated', '2026-01-02');
SELECT r.published FROM sanct_undo_release('dated') AS r;
SELECT load(E'4,Person,Kang Chol Hak,Y,,,,\n', 'dated', '2026-01-02');
-- nothing before the first release; a list that is taken back whole can be had again in the same way
SELECT load(E'5,Person,O Yong Ho,,,,,\n', 'single');
SELECT count(*) FROM sanct_undo_release('single');
SELECT r.delisted FROM sanct_retire_list('single') AS r;
SELECT subject, severity, problem FROM sanct_status() AS s (subject, severity, problem, what_to_do) WHERE subject = 'list single';
SELECT r.added, r.changed, r.entries FROM sanct_undo_release('single') AS r;
SELECT count(*) FROM sanct_undo_release('no-such');

-- each look is noted, also one that finds nothing new
UPDATE sanct_list SET last_checked = NULL WHERE false;
SELECT max(last_checked) AS before FROM sanct_list WHERE code = 'single' \gset
SET client_min_messages = error;
SELECT load(E'5,Person,O Yong Ho,,,,,\n', 'single') IS NOT NULL AS loaded;
SELECT last_checked > :'before' AS looked, (SELECT count(*) FROM sanct_release r WHERE r.list_id = l.id) AS releases FROM sanct_list l WHERE code = 'single';

-- an undated file that comes again is as old as it was: no later than what came after it
SELECT load(E'6,Person,Pyon Kwang Chol,,,,,\n', 'feed', '2026-01-01');
SELECT load(E'6,Person,Pyon Kwang Chol,cut,,,,\n', 'feed');
SELECT load(E'6,Person,Pyon Kwang Chol,,,,,\n', 'feed');

-- OFAC's other list under the name of the first
SELECT FROM sanct_import_ofac_csv(bytes(E'9639,"HANIYA, Ismail","individual","NS-PLC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'), '', '');
SELECT r.entries FROM sanct_import_ofac_csv(bytes(E'9639,"HANIYA, Ismail","individual","NS-PLC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'), '', '', list => 'ofac-cons') AS r;
SELECT FROM sanct_import_ofac_xml(bytes('<sdnList><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType><programList><program>NS-PLC</program></programList></sdnEntry></sdnList>'), max_removed => 1);
\getenv abs_srcdir PG_ABS_SRCDIR
SELECT FROM sanct_import_ofac_advanced_xml(pg_read_binary_file(:'abs_srcdir' || '/test/data/ofac_advanced.xml'), list => 'ofac-cons');

-- another country of birth is news, which may stand for a nationality; the same town spelt otherwise is not
CREATE TABLE party (id text, name text, birth_place text);
INSERT INTO party VALUES ('1', 'Choe Myong Hyon', 'Sinuiju, North Korea'), ('2', 'Sim Kwang Sok', 'Musan');
SELECT r.added, r.changed, r.restated FROM sanct_import_table('party', 'placed', fact_columns => '{birth_place}') r;
UPDATE party SET birth_place = CASE id WHEN '1' THEN 'Sinuiju-si, DPRK' ELSE 'Musan-gun' END;
SELECT r.added, r.changed, r.restated FROM sanct_import_table('party', 'placed', fact_columns => '{birth_place}') r;
SELECT rescreened();
UPDATE party SET birth_place = 'Sinuiju-si, China' WHERE id = '1';
SELECT r.added, r.changed, r.restated FROM sanct_import_table('party', 'placed', fact_columns => '{birth_place}') r;
SELECT rescreened();
DROP TABLE party;

DROP TABLE before, first_ids, customer;
DROP VIEW state;
DROP FUNCTION load, rescreened, bytes;
-- the trail is not emptied: a fresh extension goes on
DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;

RESET datestyle;
RESET client_min_messages;
-- what one of two lists has changed between all pairs of its releases, from and to the very moments of their import

CREATE FUNCTION load(list text, entries text) RETURNS timestamptz LANGUAGE sql AS $$
	SELECT r.imported_at FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name,aliases,birth_date,program_ids,first_seen\n' || entries, 'UTF8'), list => list, max_removed => 1) AS r
$$;
CREATE TABLE moment (n int, at timestamptz);
INSERT INTO moment VALUES (0, NULL);
INSERT INTO moment SELECT 1, load('one', E'1,Person,Anna,Ann;Annie,1960,P,\n2,Person,Bella,Bell,1950,,\n3,Company,Co,,,,\n5,Person,Eve,,,,\n');
SELECT load('two', E'1,Person,Other Anna,Other Ann,1940,Q,\n2,Person,Other Bella,,,,\n') IS NOT NULL AS loaded;
INSERT INTO moment SELECT 2, load('one', E'1,Person,Anna,Anne,1961;1962,P;R,\n3,Company,Co,,,,\n4,Person,Dora,Do,1970,,\n5,Person,Eve,Eva,,,\n');
SELECT load('two', E'1,Person,Other Anna,Other Anne,1941,Q;R,\n3,Person,Other Co,,,,\n') IS NOT NULL AS loaded;
INSERT INTO moment SELECT 3, load('one', E'1,Person,Anna,Ann;Annie,1960,P,\n2,Person,Bella,Bell;Belle,1951,,\n3,Organization,Co,Company,,,\n5,Person,Eva,Eve,,,\n');
SELECT load('two', E'1,Person,Other Anna,,,,\n2,Person,Other Bella,,,,\n3,Person,Other Co,Corp,,,\n') IS NOT NULL AS loaded;

SELECT a.n AS since, b.n AS until, c.* FROM moment AS a, moment AS b, sanct_changes('one', a.at, b.at) AS c
ORDER BY a.n, b.n, c.change, c.list_uid, c.what, c.old, c.new;
SELECT a.n AS since, c.* FROM moment AS a, sanct_changes('one', a.at - interval '1 microsecond') AS c WHERE a.n > 1 AND change <> 'changed' ORDER BY a.n, c.change, c.list_uid;
-- in the order of its own
SELECT change, list_uid, what, old, new FROM sanct_changes('one', (SELECT at FROM moment WHERE n = 1));

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
DROP TABLE moment;
DROP FUNCTION load;
