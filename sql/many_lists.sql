-- more lists than there is room for at first: each is read as it is, none misses anything

CREATE TABLE loaded AS SELECT r.entries FROM generate_series(1, 40) AS n,
	sanct_import_opensanctions_csv(convert_to(E'id,schema,name,aliases\n' || n || E',Person,Choe Myong Hyon,Choi\n' || n + 100 || E',Vessel,Ship ' || n || E',\n', 'UTF8'), list => 'list-' || n) AS r;
SELECT count(*), sum(entries) FROM loaded;
SELECT subject, severity, what FROM sanct_status() WHERE subject LIKE '%list-%';
SELECT count(*), count(DISTINCT list), bool_and(list = 'list-' || list_uid) FROM sanct_screen('Choi Myung-hyun', max_hits => 100);
SELECT list, list_uid FROM sanct_screen('Choi Myung-hyun', lists => '{list-1,list-16,list-17,list-32,list-33,list-40}') ORDER BY list_uid::int;
SELECT FROM sanct_screen('Choi Myung-hyun', lists => '{list-41}');
CREATE TABLE customer AS SELECT 1 AS id, 'Choi Myung-hyun'::text AS name;
SELECT count(*), count(DISTINCT list) FROM sanct_screen_table('customer', 'id', 'name', max_hits => 100);

TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
DROP TABLE loaded, customer;
