-- Hangul in Latin letters, by the rules of each system for names
SELECT name, sanct_romanize(name) AS dprk, sanct_romanize(name, 'mr') AS mr, sanct_romanize(name, system => 'rr') AS rr
FROM (VALUES ('김정은'), ('최룡해'), ('박봉주'), ('오극렬'), ('남궁민'), ('제갈 철수'), ('황보라'), ('허정')) AS v (name);

-- the systems of linguists, of Russian books, of the Japanese press
SELECT name, sanct_romanize(name, 'yale') AS yale, sanct_romanize(name, 'kontsevich') AS kontsevich, sanct_romanize(name, 'katakana') AS katakana
FROM (VALUES ('김정은'), ('최룡해'), ('박봉주'), ('오극렬'), ('남궁민'), ('제갈 철수'), ('황보라'), ('허정')) AS v (name);

-- what is not Hangul stays
SELECT sanct_romanize('Dr. 김정은 (金正恩), 리설주'), sanct_romanize('Kim'), sanct_romanize('');
SELECT sanct_romanize(normalize('김정은', nfd));

-- a romanised name matches the name it was made from
SELECT system, name FROM unnest(ARRAY['dprk', 'mr', 'rr', 'yale', 'kontsevich', 'katakana']) AS system,
	unnest(ARRAY['김정은', '최룡해', '박봉주', '백남순', '장성택', '리춘근', '남궁민', '오극렬']) AS name
WHERE NOT name %~ sanct_romanize(name, system);

-- NULL, and systems that are not known
SELECT sanct_romanize(NULL), sanct_romanize('김', NULL);
DO $$
BEGIN
	PERFORM sanct_romanize('김정은', 'hepburn');
EXCEPTION WHEN invalid_parameter_value THEN
	RAISE NOTICE 'invalid_parameter_value';
END
$$;
SELECT sanct_romanize('김정은', 'hepburn');
SELECT length(sanct_romanize(repeat('김', 1000000)));
