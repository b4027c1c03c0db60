-- every object of the extension is documented
SELECT pg_describe_object(classid, objid, objsubid) AS without_comment
FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'sanctmatch')
	AND obj_description(objid, (SELECT relname FROM pg_class WHERE oid = classid)) IS NULL
	AND NOT (classid = 'pg_class'::regclass AND (SELECT relkind FROM pg_class WHERE oid = objid) IN ('S', 'i'))
	-- types of rows and arrays are made with what they are of; they are members from PostgreSQL 17 on
	AND NOT (classid = 'pg_type'::regclass AND EXISTS (SELECT FROM pg_type t WHERE t.oid = objid AND (typtype = 'c' OR typcategory = 'A')))
ORDER BY 1;

-- and so is every column of its tables and views
SELECT c.oid::regclass, a.attname AS without_comment
FROM pg_depend d JOIN pg_class c ON c.oid = d.objid JOIN pg_attribute a ON a.attrelid = c.oid
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND c.relkind IN ('r', 'v')
	AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'sanctmatch')
	AND a.attnum > 0 AND NOT a.attisdropped AND col_description(c.oid, a.attnum) IS NULL
ORDER BY 1, 2;

-- the comment of an operator's function names the operator
SELECT p.oid::regprocedure FROM pg_operator o JOIN pg_proc p ON p.oid = oprcode
WHERE p.proname LIKE 'sanct%' AND obj_description(p.oid, 'pg_proc') <> format('implementation of %s operator', oprname);

-- nothing that matches or is asked by an index depends on anything but its arguments, and all runs in parallel;
-- estimators look at statistics, screening and imports at tables
SELECT p.oid::regprocedure, provolatile, proisstrict, proparallel
FROM pg_depend d JOIN pg_proc p ON p.oid = d.objid
WHERE d.classid = 'pg_proc'::regclass AND refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'sanctmatch')
	AND (provolatile, proisstrict, proparallel) <> ('i', true, 's')
ORDER BY p.oid::regprocedure::text COLLATE "C";

-- operators: commutators, estimators, indexes
SELECT oid::regoperator, oprcom::regoperator, oprrest, oprjoin FROM pg_operator
WHERE oprcode::text LIKE '%sanct%' ORDER BY oid::regoperator::text COLLATE "C";
SELECT opfname, amopstrategy, amopopr::regoperator, amoppurpose
FROM pg_amop JOIN pg_opfamily f ON f.oid = amopfamily WHERE opfname LIKE 'sanct%' ORDER BY 1, 2;

-- functions that change the search path or run with the rights of the extension's owner
SELECT p.oid::regprocedure, prosecdef, proconfig
FROM pg_proc p WHERE proname LIKE 'sanct%' AND (prosecdef OR proconfig IS NOT NULL) ORDER BY p.oid::regprocedure::text COLLATE "C";

-- what PUBLIC may do: call what matches and screens, no import, no look at the tables
SELECT p.oid::regprocedure FROM pg_proc p
WHERE proname LIKE 'sanct%' AND NOT has_function_privilege('public', p.oid, 'EXECUTE') ORDER BY p.oid::regprocedure::text COLLATE "C";
SELECT c.oid::regclass FROM pg_class c
WHERE relname LIKE 'sanct%' AND relkind IN ('r', 'v', 'm', 'p', 'S')
	AND relacl::text ~ '[{,]=[a-zA-Z]';
-- functions that screen take the same of lists, as of what moment, by the same names: what one lacks has a reason in docs/lists.md
SELECT p.proname, (SELECT string_agg(a, ' ') FROM unnest('{as_of,lists,types,programs,on_empty,weak}'::text[]) a WHERE a <> ALL (p.proargnames)) AS lacks
FROM pg_proc p WHERE p.proname ~ '^sanct_(screen|screen_table|rescreen|near|find|find_table|calibrate|documents|run|run_new|report_name)$' ORDER BY p.proname COLLATE "C";
