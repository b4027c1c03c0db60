-- Whole tables against lists kept in memory: sanct_screen_table, parsing included

CREATE TABLE nobody (id bigint, name text);
CALL measure('loading the lists into memory', 'sanctmatch', $$SELECT count(*) FROM sanct_screen_table('nobody', 'id', 'name')$$,
	prepare => $$UPDATE sanct_list SET code = code || 'x'$$);
SELECT count(*) AS n FROM million \gset million_
CALL measure('one mixed customer, bulk screen', 'sanctmatch', $$SELECT count(*) FROM sanct_screen_table('million', 'id', 'name')$$, per => :million_n);
CALL measure('one mixed customer, sanct_screen', 'sanctmatch', $$SELECT count(*) FROM million m, LATERAL sanct_screen(m.name)$$, per => :million_n);

-- Korean customers against a list of Korean names only: the worst case
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
WITH list AS (
	INSERT INTO sanct_list (code, title, publisher) VALUES ('generated', 'generated names', 'nobody') RETURNING id
), release AS (
	INSERT INTO sanct_release (list_id, sha256, entries, names, weak_names, identifiers, addresses, cut_remarks, added, changed, delisted)
	SELECT l.id, '{}', n, n, 0, 0, 0, 0, n, 0, 0 FROM list l, (SELECT count(*) AS n FROM korean WHERE id <= 50000) k RETURNING id, list_id
)
INSERT INTO sanct_entry (list_id, list_uid, type, primary_name, programs, nationality, digest, listed_in, changed_in)
SELECT r.list_id, k.id, 'person', k.name, '{}', '{}', '', r.id, r.id FROM release r, korean k WHERE k.id <= 50000;
INSERT INTO sanct_name (entry_id, name, kind, weak) SELECT id, primary_name, 'primary', false FROM sanct_entry;
SELECT count(*) AS n FROM korean_customer \gset korean_
CALL measure('one Korean customer, bulk screen', 'sanctmatch', $$SELECT count(*) FROM sanct_screen_table('korean_customer', 'id', 'name')$$,
	per => :korean_n, turns => 7, size => 50000);
TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
