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

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
DROP TABLE moment;
DROP FUNCTION load;
