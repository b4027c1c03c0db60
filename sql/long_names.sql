-- of names of more than 16 words the lightest are left out, of equal ones the last, wherever the heaviest stand

\set words 'Trading Group International Holding Bank General Import Export Shipping Industrial Development Services Technology National Global Oil Gas Steel'
SELECT read_a AS word FROM sanct_explain('Zbigniewski ' || :'words', 'Zbigniewski') WHERE part = 'word';
SELECT read_a AS word FROM sanct_explain(:'words' || ' Zbigniewski', 'Zbigniewski') WHERE part = 'word';
