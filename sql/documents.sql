-- entries that are found by a document, beside a name or without one; the entries are public, the customers invented
SET client_min_messages = warning;
CREATE TABLE party (id text, name text, type text DEFAULT 'person', birth_date date, gender text, passport text, imo text, phone text, call_sign text);
INSERT INTO party (id, name, type, birth_date, gender, passport, imo, phone, call_sign) VALUES
	('27208', 'SIM, Kwang Sok', 'person', '1971-09-16', 'male', 'Russian foreign travel passport number 745 120 331', NULL, NULL, NULL),
	('short', 'Somebody Else', 'person', NULL, NULL, '38112', NULL, NULL, NULL),
	('ship', 'Chong Chon Gang', 'vessel', NULL, NULL, NULL, '7937317', NULL, 'HMZF9'),
	('office', 'Korea Trading', 'organisation', NULL, NULL, NULL, NULL, '+850 2 381 1234', NULL);
SELECT entries FROM sanct_import_table('party', 'examples', type_column => 'type',
	fact_columns => '{birth_date,gender,passport,imo,phone,call_sign}');

-- by document alone: what others may have only finds, what is short or given anew does not even that
SELECT list_uid, primary_name, document, kind, value, decisive FROM sanct_documents('{745-120-331,"imo:IMO 7937317","phone:0085023811234",passport:38112,call-sign:HMZF9}');
SELECT list_uid, matched_name, similarity, weight, evidence, total, verdict, facts FROM sanct_screen('Another Name', documents => 'imo:7937317');
SELECT list_uid, matched_name, similarity, weight, evidence, total, verdict, facts FROM sanct_screen(NULL, documents => '{phone:+85023811234,passport:38112}');
SELECT list_uid, verdict, facts FROM sanct_screen('Somebody Else', documents => 'passport:38112');
SELECT list_uid, verdict, facts FROM sanct_screen('Sim Kwang Sok', documents => 'passport:745120331', birth_date => '1990-01-02');
SELECT list_uid FROM sanct_screen('Another Name', documents => 'passport:745120331', lists => '{others}', on_empty => 'pass');
SELECT count(*) FROM sanct_documents('{745120331}', types => '{vessel}');
SELECT count(*) FROM sanct_documents(NULL);
-- a list that is not there is not looked at, and that is said
SELECT count(*) FROM sanct_documents('{745120331}', lists => '{others}');
SELECT count(*) FROM sanct_documents('{745120331}', lists => '{others}', on_empty => 'pass');
SELECT sanct_document_keys('passport', 'Jordan 286062'), sanct_document_keys('address', '286062') IS NULL AS none, sanct_document_keys('passport', '-') IS NULL AS nothing;

-- a number of 19 to 26 bits decides beside a name that is alike, though not alike enough to be found by, and beside no other
SELECT round(sanct_similarity('Sim Kwang Sop', 'SIM, Kwang Sok')::numeric, 2) BETWEEN 0.5 AND 0.66 AS alike;
INSERT INTO party (id, name, passport) VALUES ('mid', 'SIM, Kwang Sok', 'Jordan B12345');
SELECT changed FROM sanct_import_table('party', 'examples', type_column => 'type',
	fact_columns => '{birth_date,gender,passport,imo,phone,call_sign}');
SELECT q.name, s.list_uid, s.similarity IS NULL AS unnamed, s.verdict, s.facts FROM (VALUES ('Sim Kwang Sop'), ('Sim Kwang Sok'), ('Another Name')) q (name),
	LATERAL sanct_screen(q.name, documents => 'B12345') s WHERE s.list_uid = 'mid';
-- and decides where both sides name the country that has issued it
SELECT q.document, s.list_uid, s.verdict, s.facts FROM (VALUES ('passport:Jordan B12345'), ('passport:B12345 (Jordan)'), ('passport:Syria B12345')) q (document)
	LEFT JOIN LATERAL sanct_screen('Another Name', documents => q.document) s ON true;
SELECT document, list_uid, value, decisive FROM sanct_documents('{passport:Jordan B12345,passport:B12345}');
DELETE FROM party WHERE id = 'mid';
SELECT changed FROM sanct_import_table('party', 'examples', type_column => 'type', max_removed => 1,
	fact_columns => '{birth_date,gender,passport,imo,phone,call_sign}');

-- the index on the documents is used
SET enable_seqscan = off;
CREATE FUNCTION asks(query text, index text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	plan jsonb;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
	RETURN plan::text LIKE '%"' || index || '"%';
END
$$;
SELECT asks($$SELECT FROM sanct_identifier i WHERE sanct_document_keys(i.kind, i.value) && '{id:745120331}'$$, 'sanct_identifier_keys_idx') AS now,
	asks($$SELECT FROM sanct_past_identifier i WHERE sanct_document_keys(i.kind, i.value) && '{id:745120331}'$$, 'sanct_past_identifier_keys_idx') AS past;
SELECT list_uid FROM sanct_documents('{745120331}');
RESET enable_seqscan;
DROP FUNCTION asks;

DROP TABLE party;
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link RESTART IDENTITY;
