-- Five roles for the work with sanctmatch, each with what it needs and nothing else:
--
--   loader        imports lists
--   screener      runs sanct_run and sanct_run_new on tables that it may read, as a nightly job does
--   officer       weighs evidence, decides alerts, clears subjects, takes clearances back, releases rows from quarantine
--   analyst       reads the lists and the trail: alerts, decisions, clearances, rows in quarantine
--   application   screens names and writes guarded tables
--
-- Run it as the owner of the database, with psql; nobody else needs CREATE in the schema of the extension:
--
--   psql -d bank -f docs/roles.sql
--
-- The roles are called sanct_loader and so on, or as -v loader=NAME says; who is not there yet is created, which needs CREATEROLE.
-- Persons and applications become members: GRANT sanct_officer, sanct_analyst TO alice. An officer who reads alerts in the database
-- is an analyst as well; one whose application shows them to him need not be.
--
-- Rights on tables of one's own are not granted here: SELECT to the screener; INSERT and UPDATE on a guarded table to its
-- application, and to whoever releases its rows from quarantine. What belongs to the owner stays with him: guards (sanct_guard_attach), pools
-- (sanct_declare_pool), sanct_status. It may be run again, after an update of the extension for instance.

\set ON_ERROR_STOP on
-- the schema is where the extension is; -v schema=NAME, which is not needed, must be that one
\if :{?schema}
\else
	\set schema ''
\endif
SELECT count(*) = 0 AS absent, count(*) FILTER (WHERE n.nspname <> :'schema' AND :'schema' <> '') > 0 AS elsewhere, max(n.nspname) AS schema
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'sanctmatch' \gset
\if :absent
	DO $$ BEGIN RAISE EXCEPTION 'extension sanctmatch is not in this database' USING HINT = 'CREATE EXTENSION sanctmatch, or connect to the database that has it.'; END $$;
\endif
\if :elsewhere
	DO $$ BEGIN RAISE EXCEPTION 'extension sanctmatch is not in the schema that -v schema tells' USING HINT = 'Leave schema out: the extension is found where it is.'; END $$;
\endif
\if :{?loader}
\else
	\set loader sanct_loader
\endif
\if :{?screener}
\else
	\set screener sanct_screener
\endif
\if :{?officer}
\else
	\set officer sanct_officer
\endif
\if :{?analyst}
\else
	\set analyst sanct_analyst
\endif
\if :{?application}
\else
	\set application sanct_application
\endif

BEGIN;

SELECT format('CREATE ROLE %I NOLOGIN', r) FROM unnest(ARRAY[:'loader', :'screener', :'officer', :'analyst', :'application']) r
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = r) \gexec

GRANT USAGE ON SCHEMA :"schema" TO :"loader", :"screener", :"officer", :"analyst", :"application";

-- the extension's own functions, whatever else is called like them
SELECT format('GRANT EXECUTE ON FUNCTION %s TO %I', p.oid::pg_catalog.regprocedure,
	CASE WHEN p.proname LIKE 'sanct\_import\_%' OR p.proname = 'sanct_note_failure' THEN :'loader'
		WHEN p.proname IN ('sanct_run', 'sanct_run_new') THEN :'screener' ELSE :'officer' END)
FROM pg_catalog.pg_proc p
	JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e'
	JOIN pg_catalog.pg_extension e ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.refobjid = e.oid
WHERE e.extname = 'sanctmatch' AND p.prokind = 'f' AND (p.proname LIKE 'sanct\_import\_%'
	OR p.proname IN ('sanct_note_failure', 'sanct_run', 'sanct_run_new', 'sanct_decide', 'sanct_decide_case', 'sanct_assign', 'sanct_clear', 'sanct_revoke_clearance', 'sanct_release_quarantined', 'sanct_evidence')) \gexec

GRANT SELECT ON :"schema".sanct_list, :"schema".sanct_release, :"schema".sanct_entry, :"schema".sanct_name, :"schema".sanct_identifier,
	:"schema".sanct_past_entry, :"schema".sanct_past_name, :"schema".sanct_past_identifier, :"schema".sanct_link,
	:"schema".sanct_entry_history, :"schema".sanct_name_history, :"schema".sanct_identifier_history,
	:"schema".sanct_alert, :"schema".sanct_decision, :"schema".sanct_clearance, :"schema".sanct_quarantine, :"schema".sanct_pool,
	:"schema".sanct_open_alert, :"schema".sanct_decided_alert, :"schema".sanct_list_status, :"schema".sanct_guard_status,
	:"schema".sanct_entry_facts, :"schema".sanct_screening_run, :"schema".sanct_coverage,
	:"schema".sanct_run, :"schema".sanct_run_list, :"schema".sanct_alert_history, :"schema".sanct_case
	TO :"analyst";

COMMIT;
