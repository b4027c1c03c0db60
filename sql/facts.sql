-- facts as they are stored: what says nothing is none, numbers stand without their sentences, countries apart
SET client_min_messages = warning;
CREATE TABLE party (id text, name text, nationality text, birth_date text, birth_place text, passport text, national_id text, un_reference text, gender text, phone text);
INSERT INTO party (id, name, nationality, birth_date, birth_place, passport, national_id, un_reference, gender, phone) VALUES
	('1', 'Nothing Known', 'na', 'N/A', 'Unknown', '-', '–', 'n/a', 'unknown', ' '),
	('2', 'In Sentences', 'Estonia, Russia', '1970', 'Jordan', 'Russian foreign travel passport number 622641887', 'Jordan 286062', 'CDi. 038', 'male', NULL),
	('3', 'No Number', 'Korea, North', NULL, NULL, 'issued in Sarajevo, Bosnia-Herzegovina', '745 120 331', 'KPi.033', NULL, NULL),
	('4', 'Blanks Around', E'Bulgaria\u00a0', NULL, NULL, E' \u00a0PS 472220012 ', NULL, NULL, NULL, E'\u00a0+850 2 381 1234'),
	('5', 'Several', 'Germany. Russia', NULL, NULL, '1234567 and 7654321 of Somewhere', NULL, NULL, NULL, NULL),
	('6', 'No Countries', 'Atlantis, Russia', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
SELECT entries, identifiers FROM sanct_import_table('party', 'mine', fact_columns => '{nationality,birth_date,birth_place,passport,national_id,un_reference,gender,phone}');
SELECT e.list_uid, i.kind, i.value, i.country, i.note FROM sanct_identifier i JOIN sanct_entry e ON e.id = i.entry_id ORDER BY 1, 2, 3;
SELECT list_uid, nationality FROM sanct_entry ORDER BY 1;
-- what is written in a sentence is found by its number
SELECT list_uid, kind, value FROM sanct_documents('{622641887}');
DROP TABLE party;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
