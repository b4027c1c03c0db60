-- a list that was restored in part: the same files again write it anew, so that a nightly job mends it and does not tell that all
-- is well
\set SHOW_CONTEXT never
DROP EXTENSION IF EXISTS sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
\set list 'E''id,schema,name,aliases\\n1,Person,Choe Myong Hyon,최명현\\n2,Person,Sim Kwang Sok,\\n'''
SELECT r.entries, r.names FROM sanct_import_opensanctions_csv(convert_to(:list, 'UTF8'), list => 'own') r;
-- names are missing
DELETE FROM sanct_name WHERE name = 'Sim Kwang Sok';
SELECT list_uid FROM sanct_screen('Sim Kwang-sok');
SELECT r.entries, r.names FROM sanct_import_opensanctions_csv(convert_to(:list, 'UTF8'), list => 'own') r;
SELECT list_uid FROM sanct_screen('Sim Kwang-sok');
SELECT what FROM sanct_status();
-- all names, and an entry
TRUNCATE sanct_name;
DELETE FROM sanct_entry WHERE list_uid = '1';
SELECT r.entries, r.names FROM sanct_import_opensanctions_csv(convert_to(:list, 'UTF8'), list => 'own') r;
SELECT list_uid, matched_name FROM sanct_screen('최명현');
SELECT what FROM sanct_status();
-- and then they are the current release, as ever
SELECT r.entries, r.names FROM sanct_import_opensanctions_csv(convert_to(:list, 'UTF8'), list => 'own') r;
SELECT count(*) FROM sanct_release;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name,
	sanct_past_identifier, sanct_link;
