-- an explanation says why, part by part, and adds up to the weight; guards against one that tells another story
SELECT getdatabaseencoding() <> 'UTF8' AS skip_test \gset
\if :skip_test
\quit
\endif
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('김정은', 'KIM, Jong Un');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('Choi Yong-hae', 'CHOE Son Hui');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('Kim Chol', 'KIM Yong Chol');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('Kim J. U.', 'Kim Jong Un');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for FROM sanct_explain('Viktor Choe', 'CHOI, Viktor');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for
FROM sanct_explain('Korea Mining Development Trading Corporation', 'Korean Minning & Development Corp.');
SELECT part, read_a, read_b, relation, bits > 0 AS speaks_for
FROM sanct_explain('ALAR, Roman Anatolyevich', 'Roman ALAR');
SELECT part, read_a, read_b, relation FROM sanct_explain('', 'Kim Jong Un');

CREATE TABLE name (name text);
INSERT INTO name VALUES ('Kim Jong Un'), ('Choi Yong-hae'), ('최룡해'), ('Kim Chol'), ('Namgung Min'), ('Yong Chol'),
	('KIM Yong Chol'), ('Kim J. U.'), ('Viktor Choe'), ('CHOI, Viktor'), ('Roman Anatolyevich ALAR'), ('ALAR, Roman'),
	('Parsek LLC'), ('OOO Parsek'), ('Korea Kwangson Banking Corp'), ('Koryo Bank'), ('Li Song'), ('RI, Song'),
	('KIM Jong Un (김정은)'), ('CHON MA SAN'), ('Chonma San 5'), (''), ('123');
SELECT a.name AS a, b.name AS b, sanct_weight(a.name, b.name)
FROM name a, name b
WHERE abs((SELECT coalesce(sum(bits), 0) FROM sanct_explain(a.name, b.name) WHERE part <> 'whole name')
	- sanct_weight(a.name, b.name)) > 0.01
	OR (SELECT bits FROM sanct_explain(a.name, b.name) WHERE part = 'whole name') <> sanct_weight(a.name, b.name);
DROP TABLE name;
