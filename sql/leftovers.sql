-- roles that a run which was cut short has left behind: the first file of all, as roles outlive databases
DO $$
DECLARE
	name text;
BEGIN
	FOR name IN SELECT rolname FROM pg_roles WHERE rolname ~ '^regress_(sanct|guard|leaks|rename)_' LOOP
		BEGIN
			EXECUTE format('DROP ROLE %I', name);
		EXCEPTION WHEN dependent_objects_still_exist THEN
			RAISE WARNING 'role % still owns something', name;
		END;
	END LOOP;
END
$$;
