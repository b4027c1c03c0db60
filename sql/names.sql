-- names are one however they are spelled, and however long; guards against a matcher that compares strings
SELECT a, b, a %~ b AS match, b %~ a AS commuted
FROM (VALUES ('최룡해', 'CHOE Ryong Hae'), ('CHOE Ryong Hae', 'Ch''oe Ryong-hae'), ('최룡해', 'Choi Yong-hae'),
	('KIMJONGUN', 'Kim Jong-un'), ('KIM, Jong Un', 'Jong Un Kim'), ('김정은', 'KIM Jong Un'),
	('Kang Ch''o''l-hak', 'KANG Chol Hak'), ('Roman Anatolyevich ALAR', 'ALAR, Roman Anatolyevich'),
	('Mr. Kim Jong Un', 'KIM, Jong Un'), ('Marshal Kim Jong Un', '김정은'), ('KIM Jong Un (김정은)', 'Kim Jong-un'),
	('Foreign Trade Bank of DPRK', 'FOREIGN TRADE BANK OF THE DEMOCRATIC PEOPLE''S REPUBLIC OF KOREA'),
	('Foreign Trade Bank of DPRK', 'NORTH KOREA''S FOREIGN TRADE BANK'), ('Viktor Choe', 'CHOI, Viktor'),
	('최룡해', '최선희'), ('KIM, Jong Un', 'KIM, Yo Jong'), ('KANG Chol Hak', 'KANG Hak Chol')) AS v (a, b);

-- a name without a letter matches nothing, itself included
SELECT a, sanct_similarity(a, a), a %~ a AS match
FROM (VALUES (''), ('  '), ('12 34'), ('...')) AS v (a);

-- odd input gives an answer
SELECT sanct_similarity(repeat('a', 10000000), repeat('a', 10000000)),
	sanct_similarity(repeat('kim ', 200), repeat('kim ', 200));
SELECT sanct_similarity('ㄱ', 'Kim'), sanct_similarity('محمد', 'محمد'), sanct_similarity('😀', '😀');

-- thresholds are compared in thousandths
SELECT sanct_matches('김정은', 'KIM Jong Un', 0.7);
SELECT sanct_matches('김정은', 'KIM Jong Un', 1.7);

-- the text form of a reading is its name
SELECT sanct_read('Kim Jong Un'), sanct_similarity(sanct_read('Kim Jong Un'), '김정은'::sanct_reading) > 0.67 AS match;

-- of names of more than 16 words the lightest are left out, of equal ones the last, wherever the heaviest stand

\set words 'Trading Group International Holding Bank General Import Export Shipping Industrial Development Services Technology National Global Oil Gas Steel'
SELECT read_a AS word FROM sanct_explain('Zbigniewski ' || :'words', 'Zbigniewski') WHERE part = 'word';
SELECT read_a AS word FROM sanct_explain(:'words' || ' Zbigniewski', 'Zbigniewski') WHERE part = 'word';
