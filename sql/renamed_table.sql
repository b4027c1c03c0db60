-- alerts and rows in quarantine know their table by its name; sanct_status tells when it has another
SET client_min_messages = warning;
\set SHOW_CONTEXT never
DROP EXTENSION sanctmatch;
CREATE EXTENSION sanctmatch;
SELECT entries FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n', 'UTF8'), list => 'open');
CREATE TABLE payment (id int PRIMARY KEY, payee text);

ALTER TABLE payment ADD held boolean;
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'hold', '{mark=held}');
INSERT INTO payment VALUES (1, 'Choi Myung-hyun');
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
ALTER TABLE payment RENAME TO payment_2024;
CREATE VIEW payment AS SELECT * FROM payment_2024;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
DROP VIEW payment;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
ALTER TABLE payment_2024 RENAME TO payment;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
-- and whatever a session sets, by just one spelling of it
SET quote_all_identifiers = on;
INSERT INTO payment VALUES (2, 'Choi Myung-hyun');
UPDATE payment SET held = false WHERE id = 1;
RESET quote_all_identifiers;
UPDATE payment SET held = false WHERE id = 2;
SELECT DISTINCT subject FROM sanct_alert;
SELECT count(sanct_decide(id, 'no match', 'somebody else')) FROM sanct_alert;
SELECT * FROM payment ORDER BY id;
SELECT sanct_guard_detach('payment');
SELECT count(*) > 0 AS attached FROM sanct_guard_attach('payment', 'payee', 'quarantine');
INSERT INTO payment VALUES (3, 'Choe Myong-hyon');
CREATE SCHEMA other;
ALTER TABLE payment SET SCHEMA other;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
DROP SCHEMA other CASCADE;
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';
SELECT count(sanct_decide(id, 'match', 'it is him')) FROM sanct_alert WHERE status = 'open';
SELECT * FROM sanct_status() WHERE what NOT LIKE 'no run%';

DROP EXTENSION sanctmatch CASCADE;
CREATE EXTENSION sanctmatch;
