-- what a plan asks of which table and index; the rest of what EXPLAIN prints changes from version to version
CREATE FUNCTION pg_temp.plan(query text) RETURNS TABLE (on_table text, by_index text, condition text, filter text) LANGUAGE plpgsql AS $$
DECLARE
	whole jsonb;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO whole;
	RETURN QUERY WITH RECURSIVE nodes AS (SELECT whole #> '{0,Plan}' AS node
			UNION ALL SELECT jsonb_array_elements(node -> 'Plans') FROM nodes)
		SELECT node ->> 'Relation Name', node ->> 'Index Name', node ->> 'Index Cond', node ->> 'Filter'
		FROM nodes WHERE node ? 'Relation Name';
END
$$;
