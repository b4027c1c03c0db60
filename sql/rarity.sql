-- how many people bear a name: of Koreans a range from what is counted, of others the rows of one's own table
SELECT * FROM sanct_rarity('김영숙');
SELECT * FROM sanct_rarity('Kim Yong Chol');
SELECT * FROM sanct_rarity('KIM, Yong Chol', dprk => 0, rok => 1e6, abroad => 10);
SELECT people_from <= people AND people <= people_to AS ordered, people > 0 AS some FROM sanct_rarity('리련희');
-- rare: no number that the data do not bear
SELECT * FROM sanct_rarity('어빛솔');
SELECT * FROM sanct_rarity('김솔');
-- not Korean: words alone
SELECT * FROM sanct_rarity('John Smith');
SELECT * FROM sanct_rarity('Kim');
SELECT * FROM sanct_rarity(NULL);
SELECT * FROM sanct_rarity('김영숙', dprk => -1);
SELECT * FROM sanct_rarity('김영숙', rok => 'NaN');

CREATE TABLE customer (id int, name text, reading sanct_reading, born date);
INSERT INTO customer SELECT n, name, sanct_read(name), '1970-01-01' FROM unnest(ARRAY['Kim Yong Chol', '김영철', 'Kim Young-chul', 'John Smith', 'Jon Smith', 'Smith, John', 'Jane Doe', NULL]) WITH ORDINALITY x (name, n);
SELECT sanct_namesakes('customer', 'name', 'Kim Yong Chol') AS text, sanct_namesakes('customer', 'reading', 'Kim Yong Chol') AS reading,
	(SELECT count(*) FROM customer WHERE name %~ 'Kim Yong Chol') AS match;
SELECT sanct_namesakes('customer', 'name', 'John Smith') AS usual, sanct_namesakes('customer', 'name', 'John Smith', 1) AS exact, sanct_namesakes('customer', 'name', 'Nobody') AS none;
SELECT sanct_namesakes('customer', 'born', 'John Smith');
SELECT sanct_namesakes('customer', 'surname', 'John Smith');
-- with the rights of the caller
CREATE ROLE regress_sanct_teller;
SET ROLE regress_sanct_teller;
SELECT sanct_namesakes('customer', 'name', 'John Smith');
RESET ROLE;
GRANT SELECT (name) ON customer TO regress_sanct_teller;
SET ROLE regress_sanct_teller;
SELECT sanct_namesakes('customer', 'name', 'John Smith');
SELECT sanct_namesakes('customer', 'reading', 'John Smith');
RESET ROLE;
REVOKE SELECT (name) ON customer FROM regress_sanct_teller;
DROP ROLE regress_sanct_teller;
DROP TABLE customer;
