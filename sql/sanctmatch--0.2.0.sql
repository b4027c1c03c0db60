\echo Use "CREATE EXTENSION sanctmatch" to load this file. \quit

-- types

CREATE TYPE sanct_reading;
CREATE TYPE sanct_query;
CREATE TYPE sanct_gist_key;

CREATE FUNCTION sanct_reading_in(cstring) RETURNS sanct_reading
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_in(cstring) IS 'I/O';

CREATE FUNCTION sanct_reading_out(sanct_reading) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_out(sanct_reading) IS 'I/O';

CREATE FUNCTION sanct_reading_recv(internal) RETURNS sanct_reading
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_recv(internal) IS 'I/O';

CREATE FUNCTION sanct_reading_send(sanct_reading) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_send(sanct_reading) IS 'I/O';

CREATE FUNCTION sanct_query_in(cstring) RETURNS sanct_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_query_in(cstring) IS 'I/O';

CREATE FUNCTION sanct_query_out(sanct_query) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_query_out(sanct_query) IS 'I/O';

CREATE FUNCTION sanct_query_recv(internal) RETURNS sanct_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_query_recv(internal) IS 'I/O';

CREATE FUNCTION sanct_query_send(sanct_query) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_query_send(sanct_query) IS 'I/O';

CREATE FUNCTION sanct_gist_key_in(cstring) RETURNS sanct_gist_key
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_key_in(cstring) IS 'I/O';

CREATE FUNCTION sanct_gist_key_out(sanct_gist_key) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_key_out(sanct_gist_key) IS 'I/O';

CREATE TYPE sanct_reading (
	INPUT = sanct_reading_in,
	OUTPUT = sanct_reading_out,
	RECEIVE = sanct_reading_recv,
	SEND = sanct_reading_send,
	STORAGE = extended
);
COMMENT ON TYPE sanct_reading IS 'a parsed name; its text form is the name';

CREATE TYPE sanct_query (
	INPUT = sanct_query_in,
	OUTPUT = sanct_query_out,
	RECEIVE = sanct_query_recv,
	SEND = sanct_query_send,
	STORAGE = extended
);
COMMENT ON TYPE sanct_query IS 'a name with the threshold at which it shall match';

CREATE TYPE sanct_gist_key (
	INPUT = sanct_gist_key_in,
	OUTPUT = sanct_gist_key_out,
	STORAGE = external
);
COMMENT ON TYPE sanct_gist_key IS 'internal: key of a GiST index over names';

-- functions

CREATE FUNCTION sanct_read(name text) RETURNS sanct_reading
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_read(name text) IS 'parse a name, for a stored column';

CREATE FUNCTION sanct_read_otherwise(name text) RETURNS sanct_reading
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION sanct_read_otherwise(name text) IS
	'internal: what a Korean name is read as in addition if it is known to be a person''s, or that of no person';

CREATE FUNCTION sanct_query(name text, threshold double precision) RETURNS sanct_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_query(name text, threshold double precision) IS
	'a name to be matched at a threshold between 0 and 1';

CREATE FUNCTION sanct_query(name sanct_reading, threshold double precision) RETURNS sanct_query
	AS 'MODULE_PATHNAME', 'sanct_reading_query' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_query(name sanct_reading, threshold double precision) IS
	'a name to be matched at a threshold between 0 and 1';

CREATE FUNCTION sanct_similarity(text, text) RETURNS real
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_similarity(text, text) IS 'similarity of two names, 0 to 1';

CREATE FUNCTION sanct_weight(text, text) RETURNS real
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_weight(text, text) IS 'match weight of two names in bits';

CREATE FUNCTION sanct_matches_support(internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_matches_support(internal) IS 'planner support for sanct_match and sanct_matches';

CREATE FUNCTION sanct_match(text, text) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 SUPPORT sanct_matches_support;
COMMENT ON FUNCTION sanct_match(text, text) IS 'implementation of %~ operator';

CREATE FUNCTION sanct_distance(text, text) RETURNS real
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_distance(text, text) IS 'implementation of <~> operator';

CREATE FUNCTION sanct_similarity(sanct_reading, sanct_reading) RETURNS real
	AS 'MODULE_PATHNAME', 'sanct_reading_similarity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_similarity(sanct_reading, sanct_reading) IS 'similarity of two names, 0 to 1';

CREATE FUNCTION sanct_weight(sanct_reading, sanct_reading) RETURNS real
	AS 'MODULE_PATHNAME', 'sanct_reading_weight' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_weight(sanct_reading, sanct_reading) IS 'match weight of two names in bits';

CREATE FUNCTION sanct_match(sanct_reading, sanct_reading) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_reading_match'
		LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT sanct_matches_support;
COMMENT ON FUNCTION sanct_match(sanct_reading, sanct_reading) IS 'implementation of %~ operator';

CREATE FUNCTION sanct_distance(sanct_reading, sanct_reading) RETURNS real
	AS 'MODULE_PATHNAME', 'sanct_reading_distance' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_distance(sanct_reading, sanct_reading) IS 'implementation of <~> operator';

CREATE FUNCTION sanct_matches(text, text, threshold double precision) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 SUPPORT sanct_matches_support;
COMMENT ON FUNCTION sanct_matches(text, text, threshold double precision) IS 'do two names match at a threshold';

CREATE FUNCTION sanct_matches(sanct_reading, sanct_reading, threshold double precision) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_reading_matches'
		LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT sanct_matches_support;
COMMENT ON FUNCTION sanct_matches(sanct_reading, sanct_reading, threshold double precision) IS
	'do two names match at a threshold';

-- a reading and a text

CREATE FUNCTION sanct_match(sanct_reading, text) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_reading_match_text'
		LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 SUPPORT sanct_matches_support;
COMMENT ON FUNCTION sanct_match(sanct_reading, text) IS 'implementation of %~ operator';

CREATE FUNCTION sanct_match(text, sanct_reading) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_text_match_reading'
		LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 SUPPORT sanct_matches_support;
COMMENT ON FUNCTION sanct_match(text, sanct_reading) IS 'implementation of %~ operator';

CREATE FUNCTION sanct_distance(sanct_reading, text) RETURNS real
	AS 'MODULE_PATHNAME', 'sanct_reading_distance_text'
		LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_distance(sanct_reading, text) IS 'implementation of <~> operator';

CREATE FUNCTION sanct_distance(text, sanct_reading) RETURNS real
	AS 'MODULE_PATHNAME', 'sanct_text_distance_reading'
		LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_distance(text, sanct_reading) IS 'implementation of <~> operator';

CREATE FUNCTION sanct_matches(sanct_reading, text, threshold double precision) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_reading_matches_text'
		LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 SUPPORT sanct_matches_support;
COMMENT ON FUNCTION sanct_matches(sanct_reading, text, threshold double precision) IS
	'do two names match at a threshold';

CREATE FUNCTION sanct_matches(text, sanct_reading, threshold double precision) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_text_matches_reading'
		LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 SUPPORT sanct_matches_support;
COMMENT ON FUNCTION sanct_matches(text, sanct_reading, threshold double precision) IS
	'do two names match at a threshold';

CREATE FUNCTION sanct_match_query(text, sanct_query) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_match_query(text, sanct_query) IS 'implementation of %~ operator';

CREATE FUNCTION sanct_match_query(sanct_reading, sanct_query) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_reading_match_query' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_match_query(sanct_reading, sanct_query) IS 'implementation of %~ operator';

CREATE FUNCTION sanct_query_match(sanct_query, text) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_query_match(sanct_query, text) IS 'implementation of %~ operator';

CREATE FUNCTION sanct_query_match(sanct_query, sanct_reading) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_query_reading_match' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_query_match(sanct_query, sanct_reading) IS 'implementation of %~ operator';

-- what the planner asks

CREATE FUNCTION sanct_match_sel(internal, oid, internal, integer) RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_match_sel(internal, oid, internal, integer) IS 'restriction selectivity of %~';

CREATE FUNCTION sanct_match_joinsel(internal, oid, internal, smallint, internal) RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_match_joinsel(internal, oid, internal, smallint, internal) IS 'join selectivity of %~';

-- explanations

CREATE FUNCTION sanct_explain(text, text, OUT part text, OUT read_a text, OUT read_b text, OUT relation text,
		OUT bits real) RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5 COST 200;
COMMENT ON FUNCTION sanct_explain(text, text) IS
	'why two names are one, or are not: a row for each part, then the whole';

CREATE FUNCTION sanct_explain(sanct_reading, sanct_reading, OUT part text, OUT read_a text, OUT read_b text,
		OUT relation text, OUT bits real) RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'sanct_reading_explain' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 5 COST 100;
COMMENT ON FUNCTION sanct_explain(sanct_reading, sanct_reading) IS
	'why two names are one, or are not: a row for each part, then the whole';

CREATE FUNCTION sanct_explain_listed(name text, listed_name text, type text DEFAULT NULL,
		threshold double precision DEFAULT 0.67, entry_type text DEFAULT NULL, OUT part text, OUT read_a text,
		OUT read_b text, OUT relation text, OUT bits real) RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 8 COST 200;
COMMENT ON FUNCTION sanct_explain_listed(text, text, text, double precision, text) IS
	'why a name, of a subject of the type entry_type, matches one of a list, of an entry of a type, or does not, as '
	'screening compares them: as sanct_explain';

CREATE FUNCTION sanct_tier(text, text) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION sanct_tier(text, text) IS
	'how close two names are by their least close part, from same to contradicts';

CREATE FUNCTION sanct_tier(sanct_reading, sanct_reading) RETURNS text
	AS 'MODULE_PATHNAME', 'sanct_reading_tier' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_tier(sanct_reading, sanct_reading) IS
	'how close two names are by their least close part, from same to contradicts';

CREATE FUNCTION sanct_readings(text, OUT hangul text, OUT dprk text, OUT system text, OUT probability real)
		RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 3 COST 200;
COMMENT ON FUNCTION sanct_readings(text) IS 'how a Korean name can be read, the likeliest first';

CREATE FUNCTION sanct_readings(sanct_reading, OUT hangul text, OUT dprk text, OUT system text, OUT probability real)
		RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'sanct_reading_readings' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 3 COST 100;
COMMENT ON FUNCTION sanct_readings(sanct_reading) IS 'how a Korean name can be read, the likeliest first';

CREATE FUNCTION sanct_names(field text, OUT n integer, OUT kind text, OUT name text, OUT beside text, OUT bits real)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2 COST 200;
COMMENT ON FUNCTION sanct_names(text) IS
	'the names that a field was taken for, the first of which is all of it; what stands beside each, and what that costs';

CREATE FUNCTION sanct_keys(text) RETURNS bigint[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_keys(text) IS 'blocking keys: names that match at the built-in threshold have one in common';

CREATE FUNCTION sanct_keys(sanct_reading) RETURNS bigint[]
	AS 'MODULE_PATHNAME', 'sanct_reading_keys' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION sanct_keys(sanct_reading) IS
	'blocking keys: names that match at the built-in threshold have one in common';

CREATE FUNCTION sanct_romanize(name text, system text DEFAULT 'dprk') RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_romanize(name text, system text) IS
	'the Hangul of a name in the letters of dprk, mr, rr, yale, kontsevich or katakana';

-- operators

CREATE OPERATOR %~ (
	LEFTARG = text, RIGHTARG = text, FUNCTION = sanct_match, COMMUTATOR = OPERATOR(%~),
	RESTRICT = sanct_match_sel, JOIN = sanct_match_joinsel
);
COMMENT ON OPERATOR %~ (text, text) IS 'names match at the built-in threshold';

CREATE OPERATOR <~> (
	LEFTARG = text, RIGHTARG = text, FUNCTION = sanct_distance, COMMUTATOR = OPERATOR(<~>)
);
COMMENT ON OPERATOR <~> (text, text) IS 'distance of names, 1 - similarity';

CREATE OPERATOR %~ (
	LEFTARG = sanct_reading, RIGHTARG = sanct_reading, FUNCTION = sanct_match, COMMUTATOR = OPERATOR(%~),
	RESTRICT = sanct_match_sel, JOIN = sanct_match_joinsel
);
COMMENT ON OPERATOR %~ (sanct_reading, sanct_reading) IS 'names match at the built-in threshold';

CREATE OPERATOR <~> (
	LEFTARG = sanct_reading, RIGHTARG = sanct_reading, FUNCTION = sanct_distance, COMMUTATOR = OPERATOR(<~>)
);
COMMENT ON OPERATOR <~> (sanct_reading, sanct_reading) IS 'distance of names, 1 - similarity';

CREATE OPERATOR %~ (
	LEFTARG = text, RIGHTARG = sanct_query, FUNCTION = sanct_match_query, COMMUTATOR = OPERATOR(%~),
	RESTRICT = sanct_match_sel, JOIN = sanct_match_joinsel
);
COMMENT ON OPERATOR %~ (text, sanct_query) IS 'name matches at the query''s threshold';

CREATE OPERATOR %~ (
	LEFTARG = sanct_query, RIGHTARG = text, FUNCTION = sanct_query_match, COMMUTATOR = OPERATOR(%~),
	RESTRICT = sanct_match_sel, JOIN = sanct_match_joinsel
);
COMMENT ON OPERATOR %~ (sanct_query, text) IS 'name matches at the query''s threshold';

CREATE OPERATOR %~ (
	LEFTARG = sanct_reading, RIGHTARG = sanct_query, FUNCTION = sanct_match_query, COMMUTATOR = OPERATOR(%~),
	RESTRICT = sanct_match_sel, JOIN = sanct_match_joinsel
);
COMMENT ON OPERATOR %~ (sanct_reading, sanct_query) IS 'name matches at the query''s threshold';

CREATE OPERATOR %~ (
	LEFTARG = sanct_query, RIGHTARG = sanct_reading, FUNCTION = sanct_query_match, COMMUTATOR = OPERATOR(%~),
	RESTRICT = sanct_match_sel, JOIN = sanct_match_joinsel
);
COMMENT ON OPERATOR %~ (sanct_query, sanct_reading) IS 'name matches at the query''s threshold';

CREATE OPERATOR %~ (
	LEFTARG = sanct_reading, RIGHTARG = text, FUNCTION = sanct_match, COMMUTATOR = OPERATOR(%~),
	RESTRICT = sanct_match_sel, JOIN = sanct_match_joinsel
);
COMMENT ON OPERATOR %~ (sanct_reading, text) IS 'names match at the built-in threshold';

CREATE OPERATOR %~ (
	LEFTARG = text, RIGHTARG = sanct_reading, FUNCTION = sanct_match, COMMUTATOR = OPERATOR(%~),
	RESTRICT = sanct_match_sel, JOIN = sanct_match_joinsel
);
COMMENT ON OPERATOR %~ (text, sanct_reading) IS 'names match at the built-in threshold';

CREATE OPERATOR <~> (
	LEFTARG = sanct_reading, RIGHTARG = text, FUNCTION = sanct_distance, COMMUTATOR = OPERATOR(<~>)
);
COMMENT ON OPERATOR <~> (sanct_reading, text) IS 'distance of names, 1 - similarity';

CREATE OPERATOR <~> (
	LEFTARG = text, RIGHTARG = sanct_reading, FUNCTION = sanct_distance, COMMUTATOR = OPERATOR(<~>)
);
COMMENT ON OPERATOR <~> (text, sanct_reading) IS 'distance of names, 1 - similarity';

-- index support

CREATE FUNCTION sanct_gist_compress(internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_compress(internal) IS 'GiST support';

CREATE FUNCTION sanct_reading_gist_compress(internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_gist_compress(internal) IS 'GiST support';

CREATE FUNCTION sanct_gist_consistent(internal, text, smallint, oid, internal) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_consistent(internal, text, smallint, oid, internal) IS 'GiST support';

CREATE FUNCTION sanct_reading_gist_consistent(internal, sanct_reading, smallint, oid, internal) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_gist_consistent(internal, sanct_reading, smallint, oid, internal) IS 'GiST support';

CREATE FUNCTION sanct_gist_distance(internal, text, smallint, oid, internal) RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_distance(internal, text, smallint, oid, internal) IS 'GiST support';

CREATE FUNCTION sanct_reading_gist_distance(internal, sanct_reading, smallint, oid, internal) RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_gist_distance(internal, sanct_reading, smallint, oid, internal) IS 'GiST support';

CREATE FUNCTION sanct_gist_union(internal, internal) RETURNS sanct_gist_key
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_union(internal, internal) IS 'GiST support';

CREATE FUNCTION sanct_gist_penalty(internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_penalty(internal, internal, internal) IS 'GiST support';

CREATE FUNCTION sanct_gist_picksplit(internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_picksplit(internal, internal) IS 'GiST support';

CREATE FUNCTION sanct_gist_same(sanct_gist_key, sanct_gist_key, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_same(sanct_gist_key, sanct_gist_key, internal) IS 'GiST support';

CREATE FUNCTION sanct_gist_sortsupport(internal) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gist_sortsupport(internal) IS 'GiST support';

CREATE OPERATOR CLASS sanct_gist_ops
	FOR TYPE text USING gist AS
	OPERATOR 1 %~ (text, text),
	OPERATOR 2 <~> (text, text) FOR ORDER BY pg_catalog.float_ops,
	OPERATOR 3 %~ (text, sanct_query),
	FUNCTION 1 sanct_gist_consistent(internal, text, smallint, oid, internal),
	FUNCTION 2 sanct_gist_union(internal, internal),
	FUNCTION 3 sanct_gist_compress(internal),
	FUNCTION 5 sanct_gist_penalty(internal, internal, internal),
	FUNCTION 6 sanct_gist_picksplit(internal, internal),
	FUNCTION 7 sanct_gist_same(sanct_gist_key, sanct_gist_key, internal),
	FUNCTION 8 sanct_gist_distance(internal, text, smallint, oid, internal),
	FUNCTION 11 sanct_gist_sortsupport(internal),
	STORAGE sanct_gist_key;
COMMENT ON OPERATOR CLASS sanct_gist_ops USING gist IS 'names by %~ and <~>';
COMMENT ON OPERATOR FAMILY sanct_gist_ops USING gist IS 'names by %~ and <~>';

CREATE OPERATOR CLASS sanct_reading_gist_ops
	DEFAULT FOR TYPE sanct_reading USING gist AS
	OPERATOR 1 %~ (sanct_reading, sanct_reading),
	OPERATOR 2 <~> (sanct_reading, sanct_reading) FOR ORDER BY pg_catalog.float_ops,
	OPERATOR 3 %~ (sanct_reading, sanct_query),
	FUNCTION 1 sanct_reading_gist_consistent(internal, sanct_reading, smallint, oid, internal),
	FUNCTION 2 sanct_gist_union(internal, internal),
	FUNCTION 3 sanct_reading_gist_compress(internal),
	FUNCTION 5 sanct_gist_penalty(internal, internal, internal),
	FUNCTION 6 sanct_gist_picksplit(internal, internal),
	FUNCTION 7 sanct_gist_same(sanct_gist_key, sanct_gist_key, internal),
	FUNCTION 8 sanct_reading_gist_distance(internal, sanct_reading, smallint, oid, internal),
	FUNCTION 11 sanct_gist_sortsupport(internal),
	STORAGE sanct_gist_key;
COMMENT ON OPERATOR CLASS sanct_reading_gist_ops USING gist IS 'names by %~ and <~>';
COMMENT ON OPERATOR FAMILY sanct_reading_gist_ops USING gist IS 'names by %~ and <~>';

ALTER OPERATOR FAMILY sanct_reading_gist_ops USING gist ADD
	OPERATOR 4 %~ (sanct_reading, text),
	OPERATOR 5 <~> (sanct_reading, text) FOR ORDER BY pg_catalog.float_ops;

CREATE FUNCTION sanct_gin_options(internal) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gin_options(internal) IS 'GIN support';

CREATE FUNCTION sanct_gin_extract_value(text, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gin_extract_value(text, internal, internal) IS 'GIN support';

CREATE FUNCTION sanct_gin_extract_query(text, internal, smallint, internal, internal, internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gin_extract_query(text, internal, smallint, internal, internal, internal, internal)
	IS 'GIN support';

CREATE FUNCTION sanct_gin_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gin_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
	IS 'GIN support';

CREATE FUNCTION sanct_gin_triconsistent(internal, smallint, text, integer, internal, internal, internal)
	RETURNS "char"
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gin_triconsistent(internal, smallint, text, integer, internal, internal, internal)
	IS 'GIN support';

CREATE FUNCTION sanct_reading_gin_extract_value(sanct_reading, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_gin_extract_value(sanct_reading, internal, internal) IS 'GIN support';

CREATE FUNCTION sanct_reading_gin_extract_query(sanct_reading, internal, smallint, internal, internal, internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_reading_gin_extract_query(sanct_reading, internal, smallint, internal, internal, internal, internal)
	IS 'GIN support';

CREATE FUNCTION sanct_gin_consistent(internal, smallint, sanct_reading, integer, internal, internal, internal, internal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gin_consistent(internal, smallint, sanct_reading, integer, internal, internal, internal, internal)
	IS 'GIN support';

CREATE FUNCTION sanct_gin_triconsistent(internal, smallint, sanct_reading, integer, internal, internal, internal)
	RETURNS "char"
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gin_triconsistent(internal, smallint, sanct_reading, integer, internal, internal, internal)
	IS 'GIN support';

CREATE FUNCTION sanct_gin_compare_partial(bigint, bigint, smallint, internal) RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_gin_compare_partial(bigint, bigint, smallint, internal) IS 'GIN support';

CREATE OPERATOR CLASS sanct_gin_ops
	FOR TYPE text USING gin AS
	OPERATOR 1 %~ (text, text),
	OPERATOR 3 %~ (text, sanct_query),
	FUNCTION 2 sanct_gin_extract_value(text, internal, internal),
	FUNCTION 3 sanct_gin_extract_query(text, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 sanct_gin_consistent(internal, smallint, text, integer, internal, internal, internal, internal),
	FUNCTION 5 sanct_gin_compare_partial(bigint, bigint, smallint, internal),
	FUNCTION 6 sanct_gin_triconsistent(internal, smallint, text, integer, internal, internal, internal),
	FUNCTION 7 sanct_gin_options(internal),
	STORAGE bigint;
COMMENT ON OPERATOR CLASS sanct_gin_ops USING gin IS 'names by %~, of large tables';
COMMENT ON OPERATOR FAMILY sanct_gin_ops USING gin IS 'names by %~, of large tables';

CREATE OPERATOR CLASS sanct_reading_gin_ops
	DEFAULT FOR TYPE sanct_reading USING gin AS
	OPERATOR 1 %~ (sanct_reading, sanct_reading),
	OPERATOR 3 %~ (sanct_reading, sanct_query),
	FUNCTION 2 sanct_reading_gin_extract_value(sanct_reading, internal, internal),
	FUNCTION 3 sanct_reading_gin_extract_query(sanct_reading, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 sanct_gin_consistent(internal, smallint, sanct_reading, integer, internal, internal, internal, internal),
	FUNCTION 5 sanct_gin_compare_partial(bigint, bigint, smallint, internal),
	FUNCTION 6 sanct_gin_triconsistent(internal, smallint, sanct_reading, integer, internal, internal, internal),
	FUNCTION 7 sanct_gin_options(internal),
	STORAGE bigint;
COMMENT ON OPERATOR CLASS sanct_reading_gin_ops USING gin IS 'names by %~, of large tables';
COMMENT ON OPERATOR FAMILY sanct_reading_gin_ops USING gin IS 'names by %~, of large tables';

ALTER OPERATOR FAMILY sanct_reading_gin_ops USING gin ADD
	OPERATOR 4 %~ (sanct_reading, text);

CREATE FUNCTION sanct_index_check(index regclass) RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_index_check(index regclass) IS
	'check an index of names: an error if a row cannot be found; how many rows were looked up';

-- roles in a dump: by the names that they have when it is made

CREATE TYPE sanct_role;

CREATE FUNCTION sanct_role_in(cstring) RETURNS sanct_role
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_role_in(cstring) IS 'I/O';

CREATE FUNCTION sanct_role_out(sanct_role) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sanct_role_out(sanct_role) IS 'I/O';

CREATE TYPE sanct_role (
	INPUT = sanct_role_in,
	OUTPUT = sanct_role_out,
	LIKE = pg_catalog.oid
);
COMMENT ON TYPE sanct_role IS 'internal: a role; its text form is the name that it has, empty if there is no such role';

-- designation lists: no foreign keys, as a parallel restore loads tables in any order; the functions that alone write
-- them see to it that what refers is there

CREATE TABLE sanct_list (
	id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	code text NOT NULL UNIQUE,
	title text NOT NULL,
	publisher text NOT NULL,
	readers name[],
	last_checked timestamp with time zone,
	former_codes text[],
	last_failed timestamp with time zone,
	failure text,
	reader_roles sanct_role[]
);

COMMENT ON TABLE sanct_list IS 'designation lists that have been imported';
COMMENT ON COLUMN sanct_list.code IS
	'key of the list: ofac-sdn, ofac-cons, un-sc, eu-fsf, uk-sl, uk-ofsi, or one''s own';
COMMENT ON COLUMN sanct_list.readers IS 'roles that its entries are shown to; NULL: everybody';
COMMENT ON COLUMN sanct_list.last_checked IS 'when an import last had a release of it, be it one that it had already';
COMMENT ON COLUMN sanct_list.former_codes IS 'keys that it had before, the last one last; NULL: it was never renamed';
COMMENT ON COLUMN sanct_list.last_failed IS 'when a look at it last brought nothing, as sanctload notes it';
COMMENT ON COLUMN sanct_list.failure IS 'why';
COMMENT ON COLUMN sanct_list.reader_roles IS
	'which roles the readers were when they were named: one made later under a name reads nothing';

CREATE TABLE sanct_release (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	list_id integer NOT NULL,
	published date,
	imported_at timestamp with time zone NOT NULL DEFAULT pg_catalog.transaction_timestamp(),
	imported_by name NOT NULL DEFAULT SESSION_USER,
	sha256 text[] NOT NULL,
	entries bigint NOT NULL,
	names bigint NOT NULL,
	weak_names bigint NOT NULL,
	identifiers bigint NOT NULL,
	addresses bigint NOT NULL,
	cut_remarks bigint NOT NULL,
	added bigint NOT NULL,
	changed bigint NOT NULL,
	delisted bigint NOT NULL,
	imported_actor text,
	unstorable_names bigint NOT NULL DEFAULT 0,
	aliases bigint,
	birth_dates bigint,
	documents bigint,
	format text,
	fields jsonb,
	unfindable_names bigint NOT NULL DEFAULT 0,
	restated bigint NOT NULL DEFAULT 0,
	undoes bigint
);

CREATE INDEX sanct_release_list_id_idx ON sanct_release (list_id);

COMMENT ON TABLE sanct_release IS 'imports of designation lists; the newest of a list is the current one';
COMMENT ON COLUMN sanct_release.published IS 'day of publication, if known';
COMMENT ON COLUMN sanct_release.imported_by IS 'role that logged in for the import';
COMMENT ON COLUMN sanct_release.imported_actor IS 'person for whom the application said it acted, sanctmatch.actor';
COMMENT ON COLUMN sanct_release.unstorable_names IS
	'names that are left out, as the encoding of the database cannot hold them';
COMMENT ON COLUMN sanct_release.aliases IS 'names that are no primary ones; NULL: not counted then';
COMMENT ON COLUMN sanct_release.birth_dates IS 'birth dates among the identifiers; NULL: not counted then';
COMMENT ON COLUMN sanct_release.documents IS
	'numbers of documents and the like among the identifiers; NULL: not counted then';
COMMENT ON COLUMN sanct_release.restated IS
	'entries among the changed ones of which nothing that screening looks at has changed';
COMMENT ON COLUMN sanct_release.undoes IS 'release that it takes back: it has what the one before that had';
COMMENT ON COLUMN sanct_release.unfindable_names IS 'names without a letter, which nothing finds';
COMMENT ON COLUMN sanct_release.format IS 'of the files, by the name of its import; NULL: none';
COMMENT ON COLUMN sanct_release.fields IS
	'elements, attributes and columns of the format: how often each held something, or below 0 how often it was empty';
COMMENT ON COLUMN sanct_release.sha256 IS 'SHA-256 of each file in the order of the arguments, NULL if not given';
COMMENT ON COLUMN sanct_release.weak_names IS 'weak aliases among the names';
COMMENT ON COLUMN sanct_release.addresses IS 'addresses among the identifiers';
COMMENT ON COLUMN sanct_release.cut_remarks IS
	'entries whose remarks end in the middle, as the comments file was not given';
COMMENT ON COLUMN sanct_release.added IS 'entries the list did not have before';
COMMENT ON COLUMN sanct_release.changed IS 'entries that say something else than before, or are listed again';
COMMENT ON COLUMN sanct_release.delisted IS 'entries that are no longer on the list';

CREATE TABLE sanct_entry (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	list_id integer NOT NULL,
	list_uid text NOT NULL,
	type text NOT NULL CHECK (type OPERATOR(pg_catalog.=) ANY (ARRAY['person', 'organisation', 'vessel', 'aircraft',
	'other'])), primary_name text NOT NULL,
	programs text[] NOT NULL,
	title text,
	remarks text,
	listed_on date,
	nationality text[] NOT NULL,
	digest bytea NOT NULL,
	listed_in bigint NOT NULL,
	changed_in bigint NOT NULL,
	delisted_in bigint,
	substance bytea,
	substance_in bigint,
	UNIQUE (list_id, list_uid)
);

COMMENT ON TABLE sanct_entry IS 'listed persons, organisations, vessels and aircraft';
COMMENT ON COLUMN sanct_entry.id IS 'stays the same from release to release';
COMMENT ON COLUMN sanct_entry.list_uid IS 'the list''s own id of the entry';
COMMENT ON COLUMN sanct_entry.digest IS 'SHA-256 of all the release says about the entry';
COMMENT ON COLUMN sanct_entry.listed_in IS 'release that brought the entry first';
COMMENT ON COLUMN sanct_entry.changed_in IS 'release that changed the entry last';
COMMENT ON COLUMN sanct_entry.substance IS
	'SHA-256 of what screening looks at: type, names, birth dates, countries of birth, nationalities, genders, documents, in any order';
COMMENT ON COLUMN sanct_entry.substance_in IS
	'release that changed that last, a change of form alone apart; NULL: as changed_in';
COMMENT ON COLUMN sanct_entry.delisted_in IS 'release that no longer has the entry; NULL while it is listed';

CREATE TABLE sanct_name (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	entry_id bigint NOT NULL,
	name text NOT NULL,
	kind text NOT NULL,
	weak boolean NOT NULL,
	script text,
	language text,
	surname text,
	given text,
	note text,
	list_uid text,
	since bigint
);

CREATE INDEX sanct_name_entry_id_idx ON sanct_name (entry_id);
CREATE INDEX sanct_name_name_idx ON sanct_name USING gist (name sanct_gist_ops);
CREATE INDEX sanct_name_otherwise_idx ON sanct_name USING gist (sanct_read_otherwise(name))
	WHERE sanct_read_otherwise(name) IS NOT NULL;

COMMENT ON TABLE sanct_name IS 'names of listed persons, organisations, vessels and aircraft';
COMMENT ON COLUMN sanct_name.kind IS 'primary, alias, former-name, new-name or original-script';
COMMENT ON COLUMN sanct_name.weak IS 'the list itself calls the name weak or of low quality';
COMMENT ON COLUMN sanct_name.script IS 'script by its ISO 15924 code';
COMMENT ON COLUMN sanct_name.language IS 'language, as the list writes it';
COMMENT ON COLUMN sanct_name.surname IS 'the part that the list marks as surname, even where it is wrong';
COMMENT ON COLUMN sanct_name.given IS 'the other parts of a name whose surname the list marks';
COMMENT ON COLUMN sanct_name.note IS 'what the list remarks about the name';
COMMENT ON COLUMN sanct_name.list_uid IS 'the list''s own id of the name, if it has one';
COMMENT ON COLUMN sanct_name.since IS 'release that brought the name; NULL: as long as the entry';

CREATE FUNCTION sanct_document_keys(kind text, value text) RETURNS text[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_document_keys(text, text) IS
	'what two writings of one document or number of a kind have in common';

CREATE TABLE sanct_identifier (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	entry_id bigint NOT NULL,
	kind text NOT NULL,
	value text,
	country text,
	note text,
	list_uid text,
	since bigint
);

CREATE INDEX sanct_identifier_entry_id_idx ON sanct_identifier (entry_id);
CREATE INDEX sanct_identifier_keys_idx ON sanct_identifier USING gin (sanct_document_keys(kind, value));

COMMENT ON TABLE sanct_identifier IS 'birth dates, passports, IMO numbers, addresses and other facts of listed entries';
COMMENT ON COLUMN sanct_identifier.kind IS
	'birth-date, birth-place, passport, national-id, nationality, gender, imo, address, legal-basis, linked-to and '
	'others';
COMMENT ON COLUMN sanct_identifier.value IS
	'the fact; dates as in ISO 8601 as exactly as known: 1984-01-08, 1984-01, 1984, 1982/1984';
COMMENT ON COLUMN sanct_identifier.list_uid IS 'the list''s own id of the fact, or of the entry that a link leads to';
COMMENT ON COLUMN sanct_identifier.since IS 'release that brought the fact; NULL: as long as the entry';

-- entries, most of several lists, that are taken for one person, body, ship or aircraft; each pair both ways round

CREATE TABLE sanct_link (
	entry_id bigint NOT NULL,
	other_id bigint NOT NULL,
	kind text NOT NULL CHECK (kind OPERATOR(pg_catalog.=) ANY (ARRAY['un-reference', 'document', 'name and birth date',
	'name'])), value text NOT NULL,
	PRIMARY KEY (entry_id, other_id, kind, value)
);

CREATE INDEX sanct_link_other_id_idx ON sanct_link (other_id);

COMMENT ON TABLE sanct_link IS 'entries that are likely one, most of different lists, and why';
COMMENT ON COLUMN sanct_link.entry_id IS 'an entry';
COMMENT ON COLUMN sanct_link.other_id IS 'another one, of another list or listed twice';
COMMENT ON COLUMN sanct_link.kind IS 'what they have in common: un-reference, document, name and birth date, or name where there is no date';
COMMENT ON COLUMN sanct_link.value IS 'which reference, document, date or name that is';

-- what was: from release since until release until, which no longer has it so

CREATE TABLE sanct_past_entry (
	entry_id bigint NOT NULL,
	type text NOT NULL,
	primary_name text NOT NULL,
	programs text[] NOT NULL,
	title text,
	remarks text,
	listed_on date,
	nationality text[] NOT NULL,
	since bigint NOT NULL,
	until bigint NOT NULL
);

CREATE INDEX sanct_past_entry_entry_id_idx ON sanct_past_entry (entry_id);

COMMENT ON TABLE sanct_past_entry IS 'what listed entries were before they changed';
COMMENT ON COLUMN sanct_past_entry.since IS 'release that made it so';
COMMENT ON COLUMN sanct_past_entry.until IS 'release that changed or no longer had it';

CREATE TABLE sanct_past_name (
	id bigint NOT NULL,
	entry_id bigint NOT NULL,
	name text NOT NULL,
	kind text NOT NULL,
	weak boolean NOT NULL,
	script text,
	language text,
	surname text,
	given text,
	note text,
	list_uid text,
	since bigint,
	until bigint NOT NULL
);

CREATE INDEX sanct_past_name_entry_id_idx ON sanct_past_name (entry_id);
CREATE INDEX sanct_past_name_name_idx ON sanct_past_name USING gist (name sanct_gist_ops);
CREATE INDEX sanct_past_name_otherwise_idx ON sanct_past_name USING gist (sanct_read_otherwise(name))
	WHERE sanct_read_otherwise(name) IS NOT NULL;

COMMENT ON TABLE sanct_past_name IS 'names that entries no longer have';
COMMENT ON COLUMN sanct_past_name.id IS 'id it had in sanct_name';
COMMENT ON COLUMN sanct_past_name.until IS 'release that no longer had it';

CREATE TABLE sanct_past_identifier (
	id bigint NOT NULL,
	entry_id bigint NOT NULL,
	kind text NOT NULL,
	value text,
	country text,
	note text,
	list_uid text,
	since bigint,
	until bigint NOT NULL
);

CREATE INDEX sanct_past_identifier_entry_id_idx ON sanct_past_identifier (entry_id);
CREATE INDEX sanct_past_identifier_keys_idx ON sanct_past_identifier USING gin (sanct_document_keys(kind, value));

COMMENT ON TABLE sanct_past_identifier IS 'facts that entries no longer have';
COMMENT ON COLUMN sanct_past_identifier.id IS 'id it had in sanct_identifier';
COMMENT ON COLUMN sanct_past_identifier.until IS 'release that no longer had it';

-- what is shown to whom: a list that is restricted to some roles, to these alone

CREATE FUNCTION sanct_list_shown(list integer) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION sanct_list_shown(integer) IS 'is a list shown to the current user';

CREATE FUNCTION sanct_entry_shown(entry bigint) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION sanct_entry_shown(bigint) IS 'is an entry of a list that is shown to the current user';

CREATE FUNCTION sanct_list_shown(list text) RETURNS boolean
	AS 'MODULE_PATHNAME', 'sanct_code_shown' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION sanct_list_shown(text) IS 'is a list shown to the current user';

CREATE FUNCTION sanct_alert_shown(alert bigint) RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_alert_shown(bigint) IS 'is an alert of no list or of one that is shown to the current user';

-- in force once a list is restricted: row security would keep the owner of a database from dumping it

CREATE POLICY sanct_list_readers ON sanct_list FOR SELECT USING (sanct_list_shown(id));
CREATE POLICY sanct_release_readers ON sanct_release FOR SELECT USING (sanct_list_shown(list_id));
CREATE POLICY sanct_entry_readers ON sanct_entry FOR SELECT USING (sanct_list_shown(list_id));
CREATE POLICY sanct_name_readers ON sanct_name FOR SELECT USING (sanct_entry_shown(entry_id));
CREATE POLICY sanct_identifier_readers ON sanct_identifier FOR SELECT USING (sanct_entry_shown(entry_id));
CREATE POLICY sanct_past_entry_readers ON sanct_past_entry FOR SELECT USING (sanct_entry_shown(entry_id));
CREATE POLICY sanct_past_name_readers ON sanct_past_name FOR SELECT USING (sanct_entry_shown(entry_id));
CREATE POLICY sanct_past_identifier_readers ON sanct_past_identifier FOR SELECT USING (sanct_entry_shown(entry_id));
CREATE POLICY sanct_link_readers ON sanct_link FOR SELECT
	USING (sanct_entry_shown(entry_id) AND sanct_entry_shown(other_id));
COMMENT ON POLICY sanct_list_readers ON sanct_list IS 'lists that are shown';
COMMENT ON POLICY sanct_release_readers ON sanct_release IS 'of lists that are shown';
COMMENT ON POLICY sanct_entry_readers ON sanct_entry IS 'of lists that are shown';
COMMENT ON POLICY sanct_name_readers ON sanct_name IS 'of lists that are shown';
COMMENT ON POLICY sanct_identifier_readers ON sanct_identifier IS 'of lists that are shown';
COMMENT ON POLICY sanct_past_entry_readers ON sanct_past_entry IS 'of lists that are shown';
COMMENT ON POLICY sanct_past_name_readers ON sanct_past_name IS 'of lists that are shown';
COMMENT ON POLICY sanct_past_identifier_readers ON sanct_past_identifier IS 'of lists that are shown';
COMMENT ON POLICY sanct_link_readers ON sanct_link IS 'of lists that are shown, both';

-- what is and what was, together

CREATE VIEW sanct_entry_history WITH (security_barrier) AS
	SELECT e.id AS entry_id, e.list_id, e.list_uid, e.type, e.primary_name, e.programs, e.title, e.remarks, e.listed_on,
		e.nationality, e.changed_in AS since, e.delisted_in AS until
	FROM sanct_entry e
	WHERE sanct_list_shown(e.list_id)
	UNION ALL
	SELECT e.id, e.list_id, e.list_uid, p.type, p.primary_name, p.programs, p.title, p.remarks, p.listed_on,
		p.nationality, p.since, p.until
	FROM sanct_past_entry p JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) p.entry_id
	WHERE sanct_list_shown(e.list_id);
COMMENT ON VIEW sanct_entry_history IS
	'what entries were and are: from release since until release until, which is NULL for what is listed now';

CREATE VIEW sanct_name_history WITH (security_barrier) AS
	SELECT n.entry_id, e.list_id, n.name, n.kind, n.weak, n.script, n.language, n.note,
		COALESCE(n.since, e.listed_in) AS since, e.delisted_in AS until
	FROM sanct_name n JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) n.entry_id
	WHERE sanct_list_shown(e.list_id)
	UNION ALL
	SELECT p.entry_id, e.list_id, p.name, p.kind, p.weak, p.script, p.language, p.note,
		COALESCE(p.since, e.listed_in), p.until
	FROM sanct_past_name p JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) p.entry_id
	WHERE sanct_list_shown(e.list_id);
COMMENT ON VIEW sanct_name_history IS
	'names that entries had and have: from release since until release until, which is NULL for what is listed now';

CREATE VIEW sanct_identifier_history WITH (security_barrier) AS
	SELECT i.entry_id, e.list_id, i.kind, i.value, i.country, i.note, i.list_uid,
		COALESCE(i.since, e.listed_in) AS since, e.delisted_in AS until
	FROM sanct_identifier i JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) i.entry_id
	WHERE sanct_list_shown(e.list_id)
	UNION ALL
	SELECT p.entry_id, e.list_id, p.kind, p.value, p.country, p.note, p.list_uid,
		COALESCE(p.since, e.listed_in), p.until
	FROM sanct_past_identifier p JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) p.entry_id
	WHERE sanct_list_shown(e.list_id);
COMMENT ON VIEW sanct_identifier_history IS
	'facts that entries had and have: from release since until release until, which is NULL for what is listed now';

-- backends keep the lists in memory: whatever changes them tells so, subscriptions too

CREATE TABLE sanct_state (
	id bigint NOT NULL
);
COMMENT ON TABLE sanct_state IS
	'internal: the rows that a snapshot sees say which state of the lists it sees; not in dumps, every server has its own';
COMMENT ON COLUMN sanct_state.id IS 'a random number, or the sum of some';
REVOKE ALL ON sanct_state FROM PUBLIC;

CREATE FUNCTION sanct_list_changed() RETURNS trigger
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_list_changed() IS 'internal: tells backends that keep the lists that they have changed';

CREATE TRIGGER sanct_list_changed BEFORE INSERT OR UPDATE OF id, code, readers, reader_roles OR DELETE ON sanct_list
	FOR EACH ROW EXECUTE FUNCTION sanct_list_changed();
CREATE TRIGGER sanct_release_changed BEFORE INSERT OR UPDATE OR DELETE ON sanct_release
	FOR EACH ROW EXECUTE FUNCTION sanct_list_changed();
CREATE TRIGGER sanct_entry_changed BEFORE INSERT OR UPDATE OR DELETE ON sanct_entry
	FOR EACH ROW EXECUTE FUNCTION sanct_list_changed();
CREATE TRIGGER sanct_name_changed BEFORE INSERT OR UPDATE OR DELETE ON sanct_name
	FOR EACH ROW EXECUTE FUNCTION sanct_list_changed();
ALTER TABLE sanct_list ENABLE ALWAYS TRIGGER sanct_list_changed;
ALTER TABLE sanct_release ENABLE ALWAYS TRIGGER sanct_release_changed;
ALTER TABLE sanct_entry ENABLE ALWAYS TRIGGER sanct_entry_changed;
ALTER TABLE sanct_name ENABLE ALWAYS TRIGGER sanct_name_changed;
COMMENT ON TRIGGER sanct_list_changed ON sanct_list IS 'tells backends that keep the lists';
COMMENT ON TRIGGER sanct_release_changed ON sanct_release IS 'tells backends that keep the lists';
COMMENT ON TRIGGER sanct_entry_changed ON sanct_entry IS 'tells backends that keep the lists';
COMMENT ON TRIGGER sanct_name_changed ON sanct_name IS 'tells backends that keep the lists';

CREATE FUNCTION sanct_share_lists() RETURNS trigger
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_share_lists() IS 'internal: makes the lists ready for all backends before an import commits';

CREATE CONSTRAINT TRIGGER sanct_release_shared AFTER INSERT ON sanct_release DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION sanct_share_lists();
ALTER TABLE sanct_release ENABLE ALWAYS TRIGGER sanct_release_shared;
COMMENT ON TRIGGER sanct_release_shared ON sanct_release IS 'makes the lists ready for all backends';

-- rows that pg_dump takes along

SELECT pg_catalog.pg_extension_config_dump('sanct_list', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_list_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_release', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_release_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_entry', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_entry_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_name', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_name_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_identifier', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_identifier_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_past_entry', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_past_name', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_past_identifier', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_link', '');

-- imports: each file is given as a bytea, or as the oid of a large object

CREATE FUNCTION sanct_import_ofac_csv(sdn bytea DEFAULT NULL, alt bytea DEFAULT NULL, addresses bytea DEFAULT NULL,
		comments bytea DEFAULT NULL, published date DEFAULT NULL, list text DEFAULT 'ofac-sdn',
		max_removed double precision DEFAULT 0.5, sdn_object oid DEFAULT NULL, alt_object oid DEFAULT NULL,
		addresses_object oid DEFAULT NULL, comments_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_ofac_csv(bytea, bytea, bytea, bytea, date, text, double precision, oid, oid,
	oid, oid) IS
	'load a release of one of OFAC''s lists from its CSV files';

CREATE FUNCTION sanct_import_ofac_xml(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL, list text DEFAULT 'ofac-sdn')
		RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_ofac_xml(bytea, date, double precision, oid, text) IS
	'load a release of one of OFAC''s lists from SDN.XML or CONSOLIDATED.XML';

CREATE FUNCTION sanct_import_ofac_advanced_xml(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL, list text DEFAULT 'ofac-sdn')
		RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_ofac_advanced_xml(bytea, date, double precision, oid, text) IS
	'load a release of one of OFAC''s lists from SDN_ADVANCED.XML or CONS_ADVANCED.XML';

CREATE FUNCTION sanct_import_un_xml(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_un_xml(bytea, date, double precision, oid) IS
	'load a release of the UN Security Council''s list from its XML document';

CREATE FUNCTION sanct_import_eu_xml(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_eu_xml(bytea, date, double precision, oid) IS
	'load a release of the European Union''s list from its XML document, version 1.1';

CREATE FUNCTION sanct_import_eu_csv(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_eu_csv(bytea, date, double precision, oid) IS
	'load a release of the European Union''s list from its CSV file';

CREATE FUNCTION sanct_import_uk_xml(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_uk_xml(bytea, date, double precision, oid) IS
	'load a release of the UK Sanctions List from its XML document';

CREATE FUNCTION sanct_import_uk_csv(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_uk_csv(bytea, date, double precision, oid) IS
	'load a release of the UK Sanctions List from its CSV file';

CREATE FUNCTION sanct_import_ofsi_csv(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_ofsi_csv(bytea, date, double precision, oid) IS
	'load a release of the consolidated list that OFSI published until 2026 from its CSV file';

CREATE FUNCTION sanct_import_opensanctions_csv(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL, list text DEFAULT 'opensanctions')
		RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp;
COMMENT ON FUNCTION sanct_import_opensanctions_csv(bytea, date, double precision, oid, text) IS
	'load a release of any list from OpenSanctions'' targets.simple.csv';

CREATE FUNCTION sanct_import_opensanctions_json(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL, list text DEFAULT 'opensanctions',
		topics text[] DEFAULT '{sanction}') RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_import_opensanctions_json(bytea, date, double precision, oid, text, text[]) IS
	'load a release of any list from OpenSanctions'' entities.ftm.json';

CREATE FUNCTION sanct_import_table(source regclass, list text, id_column name DEFAULT 'id',
		name_column name DEFAULT 'name', type_column name DEFAULT NULL, kind_column name DEFAULT NULL,
		weak_column name DEFAULT NULL, aliases_column name DEFAULT NULL, weak_aliases_column name DEFAULT NULL,
		programs_column name DEFAULT NULL, title_column name DEFAULT NULL, remarks_column name DEFAULT NULL,
		listed_on_column name DEFAULT NULL, fact_columns name[] DEFAULT NULL, title text DEFAULT NULL,
		publisher text DEFAULT NULL, published date DEFAULT NULL, max_removed double precision DEFAULT 0.5) RETURNS
		sanct_release
	AS 'MODULE_PATHNAME'
		LANGUAGE C VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO';
COMMENT ON FUNCTION sanct_import_table(regclass, text, name, name, name, name, name, name, name, name, name, name,
	name, name[], text, text, date, double precision) IS 'load a release of a list of one''s own from a table or view';

-- what the imports write: nobody else may

CREATE FUNCTION sanct_lock_list(code text) RETURNS integer
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_list SET last_checked = pg_catalog.clock_timestamp()
	WHERE sanct_list.code OPERATOR(pg_catalog.=) sanct_lock_list.code RETURNING id;
END;
COMMENT ON FUNCTION sanct_lock_list(text) IS 'internal: the id of a list, which no other import can then change';

CREATE FUNCTION sanct_add_list(code text, title text, publisher text) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_list (code, title, publisher)
	VALUES (sanct_add_list.code, sanct_add_list.title, sanct_add_list.publisher)
	ON CONFLICT (code) DO NOTHING;
END;
COMMENT ON FUNCTION sanct_add_list(text, text, text) IS 'internal: make the row of a list';

CREATE FUNCTION sanct_add_release(list integer, published date, sha256 text[], entries bigint, names bigint,
		weak_names bigint, identifiers bigint, addresses bigint, cut_remarks bigint, added bigint, changed bigint,
		delisted bigint, imported_by name, imported_actor text, unstorable_names bigint, aliases bigint,
		birth_dates bigint, documents bigint, format text, fields text, unfindable_names bigint, restated bigint,
		undoes bigint) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	-- releases of a list follow one another in time, whatever the clock does
	INSERT INTO sanct_release (list_id, published, imported_at, imported_by, imported_actor, sha256, entries, names,
		weak_names, identifiers, addresses, cut_remarks, added, changed, delisted, unstorable_names, aliases,
		birth_dates, documents, format, fields, unfindable_names, restated, undoes)
	SELECT sanct_add_release.list, sanct_add_release.published,
		GREATEST(pg_catalog.clock_timestamp(),
			pg_catalog.max(r.imported_at) OPERATOR(pg_catalog.+) '1 microsecond'::pg_catalog.interval),
		sanct_add_release.imported_by, sanct_add_release.imported_actor, sanct_add_release.sha256,
		sanct_add_release.entries, sanct_add_release.names, sanct_add_release.weak_names,
		sanct_add_release.identifiers, sanct_add_release.addresses, sanct_add_release.cut_remarks,
		sanct_add_release.added, sanct_add_release.changed, sanct_add_release.delisted,
		sanct_add_release.unstorable_names, sanct_add_release.aliases, sanct_add_release.birth_dates,
		sanct_add_release.documents, sanct_add_release.format, sanct_add_release.fields::pg_catalog.jsonb,
		sanct_add_release.unfindable_names, sanct_add_release.restated, sanct_add_release.undoes
	FROM sanct_release r WHERE r.list_id OPERATOR(pg_catalog.=) sanct_add_release.list
	RETURNING id;
END;
COMMENT ON FUNCTION sanct_add_release(integer, date, text[], bigint, bigint, bigint, bigint, bigint, bigint, bigint,
	bigint, bigint, name, text, bigint, bigint, bigint, bigint, text, text, bigint, bigint, bigint)
	IS 'internal: write the row of a release';

CREATE FUNCTION sanct_lost_fields(list integer, format text, fields text) RETURNS text[]
	LANGUAGE sql STABLE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(p.field OPERATOR(pg_catalog.||) CASE WHEN p.count OPERATOR(pg_catalog.<) 0 THEN ''
		ELSE ' (' OPERATOR(pg_catalog.||) p.count OPERATOR(pg_catalog.||) ')' END ORDER BY p.field)
	FROM (SELECT r.fields FROM sanct_release r WHERE r.list_id OPERATOR(pg_catalog.=) sanct_lost_fields.list
			AND r.format OPERATOR(pg_catalog.=) sanct_lost_fields.format AND NOT EXISTS (SELECT FROM sanct_release u
				WHERE u.undoes OPERATOR(pg_catalog.=) r.id) ORDER BY r.id DESC LIMIT 1) l,
		LATERAL (SELECT x.field, x.count::pg_catalog.int8, COALESCE((sanct_lost_fields.fields::pg_catalog.jsonb
			OPERATOR(pg_catalog.->>) x.field)::pg_catalog.int8, 0), sanct_lost_fields.fields::pg_catalog.jsonb
			OPERATOR(pg_catalog.?) x.field
			FROM pg_catalog.jsonb_each_text(l.fields) x (field, count)) p (field, count, now, stands)
	WHERE p.count OPERATOR(pg_catalog.>=) 3 AND p.now OPERATOR(pg_catalog.<=) 0
		OR p.count OPERATOR(pg_catalog.<=) -3 AND NOT p.stands;
END;
COMMENT ON FUNCTION sanct_lost_fields(integer, text, text) IS
	'internal: fields that the last release in a format had three times or more and that this one has not';

CREATE FUNCTION sanct_entry_at(entry bigint, release bigint) RETURNS text[]
	LANGUAGE sql STABLE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT ARRAY[h.type, h.primary_name, h.title, h.remarks, h.listed_on::pg_catalog.text,
		pg_catalog.cardinality(h.programs)::pg_catalog.text] OPERATOR(pg_catalog.||) h.programs
		OPERATOR(pg_catalog.||) h.nationality
	FROM (SELECT e.type, e.primary_name, e.title, e.remarks, e.listed_on, e.programs, e.nationality,
			e.changed_in AS since, e.delisted_in AS until
			FROM sanct_entry e WHERE e.id OPERATOR(pg_catalog.=) sanct_entry_at.entry
		UNION ALL SELECT p.type, p.primary_name, p.title, p.remarks, p.listed_on, p.programs, p.nationality, p.since,
			p.until
			FROM sanct_past_entry p WHERE p.entry_id OPERATOR(pg_catalog.=) sanct_entry_at.entry) h
	WHERE h.since OPERATOR(pg_catalog.<=) sanct_entry_at.release
		AND (h.until IS NULL OR h.until OPERATOR(pg_catalog.>) sanct_entry_at.release);
END;
COMMENT ON FUNCTION sanct_entry_at(bigint, bigint) IS
	'internal: what an entry was in a release, its programs behind their number, then nationalities; NULL: not listed';

CREATE FUNCTION sanct_rows_at(entry bigint, release bigint, names boolean) RETURNS text[]
	LANGUAGE sql STABLE PARALLEL UNSAFE
BEGIN ATOMIC
	WITH at (id, texts, since, until) AS (
		SELECT n.id, ARRAY[n.name, n.kind, n.weak::pg_catalog.text, n.script, n.language, n.surname, n.given, n.note,
			n.list_uid], n.since, NULL::pg_catalog.int8 FROM sanct_name n
		WHERE names AND n.entry_id OPERATOR(pg_catalog.=) sanct_rows_at.entry
		UNION ALL
		SELECT n.id, ARRAY[n.name, n.kind, n.weak::pg_catalog.text, n.script, n.language, n.surname, n.given, n.note,
			n.list_uid], n.since, n.until FROM sanct_past_name n
		WHERE names AND n.entry_id OPERATOR(pg_catalog.=) sanct_rows_at.entry
		UNION ALL
		SELECT i.id, ARRAY[i.kind, i.value, i.country, i.note, i.list_uid], i.since, NULL FROM sanct_identifier i
		WHERE NOT names AND i.entry_id OPERATOR(pg_catalog.=) sanct_rows_at.entry
		UNION ALL
		SELECT i.id, ARRAY[i.kind, i.value, i.country, i.note, i.list_uid], i.since, i.until FROM sanct_past_identifier i
		WHERE NOT names AND i.entry_id OPERATOR(pg_catalog.=) sanct_rows_at.entry)
	SELECT pg_catalog.array_agg(v.value ORDER BY a.id, v.place)
	FROM at a, LATERAL pg_catalog.unnest(a.texts) WITH ORDINALITY v (value, place)
	WHERE COALESCE(a.since, 0) OPERATOR(pg_catalog.<=) sanct_rows_at.release
		AND (a.until IS NULL OR a.until OPERATOR(pg_catalog.>) sanct_rows_at.release);
END;
COMMENT ON FUNCTION sanct_rows_at(bigint, bigint, boolean) IS
	'internal: the names of an entry in a release, or its facts, all their columns one behind the other';

CREATE FUNCTION sanct_release_row(id bigint) RETURNS sanct_release
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT r FROM sanct_release r WHERE r.id OPERATOR(pg_catalog.=) sanct_release_row.id;
END;
COMMENT ON FUNCTION sanct_release_row(bigint) IS 'internal: what an import gives back';

CREATE FUNCTION sanct_add_entry(list integer, list_uid text, type text, primary_name text, programs text[], title text,
		remarks text, listed_on text, nationality text[], digest bytea, substance bytea,
		release bigint) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_entry (list_id, list_uid, type, primary_name, programs, title, remarks, listed_on, nationality,
		digest, substance, listed_in, changed_in, substance_in)
	VALUES (sanct_add_entry.list, sanct_add_entry.list_uid, sanct_add_entry.type, sanct_add_entry.primary_name,
		sanct_add_entry.programs, sanct_add_entry.title, sanct_add_entry.remarks,
		sanct_add_entry.listed_on::pg_catalog.date, sanct_add_entry.nationality, sanct_add_entry.digest,
		sanct_add_entry.substance, sanct_add_entry.release, sanct_add_entry.release, sanct_add_entry.release)
	RETURNING id;
END;
COMMENT ON FUNCTION sanct_add_entry(integer, text, text, text, text[], text, text, text, text[], bytea, bytea, bigint)
	IS
	'internal: write an entry that its list has not had before';

CREATE FUNCTION sanct_change_entry(entry bigint, list_uid text, type text, primary_name text, programs text[],
		title text, remarks text, listed_on text, nationality text[], digest bytea, substance bytea,
		release bigint, until bigint) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_past_entry (entry_id, type, primary_name, programs, title, remarks, listed_on, nationality, since,
		until)
	SELECT e.id, e.type, e.primary_name, e.programs, e.title, e.remarks, e.listed_on, e.nationality, e.changed_in,
		sanct_change_entry.until
	FROM sanct_entry e WHERE e.id OPERATOR(pg_catalog.=) sanct_change_entry.entry;
	UPDATE sanct_entry SET list_uid = sanct_change_entry.list_uid, type = sanct_change_entry.type,
		primary_name = sanct_change_entry.primary_name, programs = sanct_change_entry.programs,
		title = sanct_change_entry.title, remarks = sanct_change_entry.remarks,
		listed_on = sanct_change_entry.listed_on::pg_catalog.date, nationality = sanct_change_entry.nationality,
		digest = sanct_change_entry.digest, substance_in = CASE WHEN sanct_entry.delisted_in IS NULL
			AND sanct_entry.substance OPERATOR(pg_catalog.=) sanct_change_entry.substance
			THEN COALESCE(sanct_entry.substance_in, sanct_entry.changed_in) ELSE sanct_change_entry.release END,
		substance = sanct_change_entry.substance, changed_in = sanct_change_entry.release, delisted_in = NULL
	WHERE id OPERATOR(pg_catalog.=) sanct_change_entry.entry;
END;
COMMENT ON FUNCTION sanct_change_entry(bigint, text, text, text, text[], text, text, text, text[], bytea, bytea,
	bigint, bigint) IS 'internal: write what an entry is now, and keep what it was until a release';

CREATE FUNCTION sanct_delist_entries(entries bigint[], release bigint) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_entry SET delisted_in = sanct_delist_entries.release
	WHERE id OPERATOR(pg_catalog.=) ANY (sanct_delist_entries.entries);
END;
COMMENT ON FUNCTION sanct_delist_entries(bigint[], bigint) IS 'internal: mark entries that a release no longer has';

CREATE FUNCTION sanct_stored_names(entry bigint) RETURNS text[]
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(ARRAY[n.id::pg_catalog.text, n.name, n.kind, n.weak::pg_catalog.text, n.script,
		n.language, n.surname, n.given, n.note, n.list_uid] ORDER BY n.id)
	FROM sanct_name n WHERE n.entry_id OPERATOR(pg_catalog.=) sanct_stored_names.entry;
END;
COMMENT ON FUNCTION sanct_stored_names(bigint) IS
	'internal: the names of an entry, of each its id and what a list says';

CREATE FUNCTION sanct_add_names(entry bigint[], name text[], kind text[], weak text[], script text[], language text[],
		surname text[], given text[], note text[], list_uid text[], release bigint) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_name (entry_id, name, kind, weak, script, language, surname, given, note, list_uid, since)
	SELECT u.entry, u.name, u.kind, u.weak::pg_catalog.bool, u.script, u.language, u.surname, u.given, u.note,
		u.list_uid, sanct_add_names.release
	FROM ROWS FROM (pg_catalog.unnest(sanct_add_names.entry), pg_catalog.unnest(sanct_add_names.name),
		pg_catalog.unnest(sanct_add_names.kind), pg_catalog.unnest(sanct_add_names.weak),
		pg_catalog.unnest(sanct_add_names.script), pg_catalog.unnest(sanct_add_names.language),
		pg_catalog.unnest(sanct_add_names.surname), pg_catalog.unnest(sanct_add_names.given),
		pg_catalog.unnest(sanct_add_names.note), pg_catalog.unnest(sanct_add_names.list_uid))
		AS u (entry, name, kind, weak, script, language, surname, given, note, list_uid);
END;
COMMENT ON FUNCTION sanct_add_names(bigint[], text[], text[], text[], text[], text[], text[], text[], text[], text[],
	bigint) IS 'internal: write names that a release has brought';

CREATE FUNCTION sanct_retire_names(ids bigint[], until bigint) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	WITH gone AS (
		DELETE FROM sanct_name WHERE id OPERATOR(pg_catalog.=) ANY (sanct_retire_names.ids) RETURNING sanct_name.*
	)
	INSERT INTO sanct_past_name (id, entry_id, name, kind, weak, script, language, surname, given, note, list_uid,
		since, until)
	SELECT g.id, g.entry_id, g.name, g.kind, g.weak, g.script, g.language, g.surname, g.given, g.note, g.list_uid,
		g.since, sanct_retire_names.until
	FROM gone g;
END;
COMMENT ON FUNCTION sanct_retire_names(bigint[], bigint) IS 'internal: keep what names were until a release';

CREATE FUNCTION sanct_stored_identifiers(entry bigint) RETURNS text[]
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(ARRAY[i.id::pg_catalog.text, i.kind, i.value, i.country, i.note,
		i.list_uid] ORDER BY i.id)
	FROM sanct_identifier i WHERE i.entry_id OPERATOR(pg_catalog.=) sanct_stored_identifiers.entry;
END;
COMMENT ON FUNCTION sanct_stored_identifiers(bigint) IS
	'internal: the facts of an entry, of each its id and what a list says';

CREATE FUNCTION sanct_add_identifiers(entry bigint[], kind text[], value text[], country text[], note text[],
		list_uid text[], release bigint) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_identifier (entry_id, kind, value, country, note, list_uid, since)
	SELECT u.entry, u.kind, u.value, u.country, u.note, u.list_uid, sanct_add_identifiers.release
	FROM ROWS FROM (pg_catalog.unnest(sanct_add_identifiers.entry), pg_catalog.unnest(sanct_add_identifiers.kind),
		pg_catalog.unnest(sanct_add_identifiers.value), pg_catalog.unnest(sanct_add_identifiers.country),
		pg_catalog.unnest(sanct_add_identifiers.note), pg_catalog.unnest(sanct_add_identifiers.list_uid))
		AS u (entry, kind, value, country, note, list_uid);
END;
COMMENT ON FUNCTION sanct_add_identifiers(bigint[], text[], text[], text[], text[], text[], bigint) IS
	'internal: write facts that a release has brought';

CREATE FUNCTION sanct_retire_identifiers(ids bigint[], until bigint) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	WITH gone AS (
		DELETE FROM sanct_identifier WHERE id OPERATOR(pg_catalog.=) ANY (sanct_retire_identifiers.ids)
		RETURNING sanct_identifier.*
	)
	INSERT INTO sanct_past_identifier (id, entry_id, kind, value, country, note, list_uid, since, until)
	SELECT g.id, g.entry_id, g.kind, g.value, g.country, g.note, g.list_uid, g.since, sanct_retire_identifiers.until
	FROM gone g;
END;
COMMENT ON FUNCTION sanct_retire_identifiers(bigint[], bigint) IS 'internal: keep what facts were until a release';

CREATE FUNCTION sanct_set_readers(list integer, readers name[]) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_list SET readers = sanct_set_readers.readers, reader_roles = sanct_set_readers.readers::sanct_role[]
	WHERE sanct_list.id OPERATOR(pg_catalog.=) sanct_set_readers.list;
END;
COMMENT ON FUNCTION sanct_set_readers(integer, name[]) IS 'internal: write to whom a list is shown';

CREATE FUNCTION sanct_import_ofac_enhanced_xml(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL, list text DEFAULT 'ofac-sdn')
		RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_import_ofac_enhanced_xml(bytea, date, double precision, oid, text) IS
	'load a release of one of OFAC''s lists from its enhanced XML document';

CREATE FUNCTION sanct_import_seco_xml(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_import_seco_xml(bytea, date, double precision, oid) IS
	'load a release of Switzerland''s list from its XML document';

CREATE FUNCTION sanct_import_sema_xml(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_import_sema_xml(bytea, date, double precision, oid) IS
	'load a release of Canada''s list from its XML document';

CREATE FUNCTION sanct_import_dfat_csv(document bytea DEFAULT NULL, published date DEFAULT NULL,
		max_removed double precision DEFAULT 0.5, large_object oid DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_import_dfat_csv(bytea, date, double precision, oid) IS
	'load a release of Australia''s list from its CSV file';

CREATE FUNCTION sanct_undo_release(list text, actor text DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_undo_release(text, text) IS
	'take back the last release of a list: a release that has what the one before it had';

CREATE FUNCTION sanct_retire_list(list text, actor text DEFAULT NULL) RETURNS sanct_release
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_retire_list(text, text) IS
	'take a whole list back: a release of its own that delists all its entries';

CREATE FUNCTION sanct_write_failure(list text, failure text) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_list SET last_failed = pg_catalog.clock_timestamp(), failure = sanct_write_failure.failure
	WHERE sanct_list.code OPERATOR(pg_catalog.=) sanct_write_failure.list;
END;
COMMENT ON FUNCTION sanct_write_failure(text, text) IS 'internal: write that a list was not loaded';

CREATE FUNCTION sanct_note_failure(list text, failure text) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_note_failure(text, text) IS
	'note why a list was not loaded, for sanct_list_status; sanctload does';

CREATE FUNCTION sanct_rename_list(list text, code text) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_rename_list(text, text) IS
	'give a list of one''s own another key: its alerts, clearances and runs follow';

CREATE FUNCTION sanct_restrict_list(list text, readers name[]) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_restrict_list(text, name[]) IS
	'show the entries of a list to these roles alone, or with NULL to everybody again';

-- rights: the extension may belong to somebody else than the owner of the database
-- for a restore
REVOKE ALL ON FUNCTION sanct_set_readers(integer, name[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_lock_list(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_add_list(text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_add_release(integer, date, text[], bigint, bigint, bigint, bigint, bigint, bigint,
	bigint, bigint, bigint, name, text, bigint, bigint, bigint, bigint, text, text, bigint,
	bigint, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_lost_fields(integer, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_release_row(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_add_entry(integer, text, text, text, text[], text, text, text, text[], bytea, bytea,
	bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_change_entry(bigint, text, text, text, text[], text, text, text, text[], bytea, bytea,
	bigint, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_delist_entries(bigint[], bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_stored_names(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_add_names(bigint[], text[], text[], text[], text[], text[], text[], text[], text[],
	text[], bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_retire_names(bigint[], bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_stored_identifiers(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_add_identifiers(bigint[], text[], text[], text[], text[], text[], bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_retire_identifiers(bigint[], bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_import_ofac_csv(bytea, bytea, bytea, bytea, date, text, double precision, oid,
	oid, oid, oid)
	FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_ofac_csv(bytea, bytea, bytea, bytea, date, text, double precision, oid,
	oid, oid, oid)
	TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_ofac_xml(bytea, date, double precision, oid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_ofac_xml(bytea, date, double precision, oid, text) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_ofac_advanced_xml(bytea, date, double precision, oid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_ofac_advanced_xml(bytea, date, double precision, oid, text) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_un_xml(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_un_xml(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_eu_xml(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_eu_xml(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_eu_csv(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_eu_csv(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_uk_xml(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_uk_xml(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_uk_csv(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_uk_csv(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_ofsi_csv(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_ofsi_csv(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_opensanctions_json(bytea, date, double precision, oid, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_opensanctions_json(bytea, date, double precision, oid, text, text[]) TO
	@extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_opensanctions_csv(bytea, date, double precision, oid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_opensanctions_csv(bytea, date, double precision, oid, text) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_table(regclass, text, name, name, name, name, name, name, name, name, name, name,
	name, name[], text, text, date, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_table(regclass, text, name, name, name, name, name, name, name, name, name,
	name, name, name[], text, text, date, double precision) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_entry_at(bigint, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_rows_at(bigint, bigint, boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_import_ofac_enhanced_xml(bytea, date, double precision, oid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_ofac_enhanced_xml(bytea, date, double precision, oid, text) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_seco_xml(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_seco_xml(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_sema_xml(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_sema_xml(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_import_dfat_csv(bytea, date, double precision, oid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_import_dfat_csv(bytea, date, double precision, oid) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_undo_release(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_undo_release(text, text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_retire_list(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_retire_list(text, text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_write_failure(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_note_failure(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_note_failure(text, text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_rename_list(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_rename_list(text, text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_restrict_list(text, name[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_restrict_list(text, name[]) TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_list TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_list TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_release TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_release TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_entry TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_entry TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_name TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_name TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_identifier TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_identifier TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_past_entry TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_past_entry TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_past_name TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_past_name TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_past_identifier TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_past_identifier TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_link TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_link TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_entry_history TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_name_history TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_identifier_history TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT, UPDATE ON SEQUENCE sanct_list_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_release_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_entry_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_name_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_identifier_id_seq TO @extowner@, pg_database_owner;

-- screening
-- The lists are read by the functions themselves, whoever calls; a table with the rights of the caller.

CREATE FUNCTION sanct_deciding_keys(kind text, value text, country text) RETURNS text[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_deciding_keys(text, text, text) IS
	'internal: what two writings of a document have in common that tells one person by itself, or with its country';

CREATE FUNCTION sanct_agreeing(members sanct_reading[], probes sanct_reading[], similarity double precision,
		most integer) RETURNS TABLE (member integer, probe integer)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION sanct_agreeing(sanct_reading[], sanct_reading[], double precision, integer) IS
	'internal: places of members and probes that are so similar, of probes with that many such members at most';

-- A reference of the UN, a document or number that decides by itself; or the day of birth with a name that matches, or
-- as much of it as is known with a name that agrees, or where no date is known a name that few bear. Joined by what is
-- equal and stands in several lists, but for whom one list has twice: whatever is estimated, none meets each. What
-- hundreds of one list have in common, or links one entry with more than 20 of another list, tells no person.
CREATE FUNCTION sanct_links_of_release(release bigint) RETURNS jsonb
	LANGUAGE sql STABLE PARALLEL SAFE SET enable_nestloop = off SET jit = off
	SET work_mem = '1MB' SET hash_mem_multiplier = 1
BEGIN ATOMIC
	WITH listed (id, list_id, type, primary_name, mine) AS MATERIALIZED (
		SELECT e.id, e.list_id, e.type, e.primary_name, release IS NULL OR e.changed_in OPERATOR(pg_catalog.=) release
		FROM sanct_entry e WHERE e.delisted_in IS NULL
	), lists (several) AS MATERIALIZED (
		SELECT pg_catalog.min(e.list_id) OPERATOR(pg_catalog.<>) pg_catalog.max(e.list_id) FROM listed e
	), reference (id, list_id, mine, value, key) AS MATERIALIZED (
		SELECT e.id, e.list_id, release IS NULL OR e.changed_in OPERATOR(pg_catalog.=) release, e.list_uid,
			pg_catalog.upper(e.list_uid)
		FROM sanct_entry e WHERE e.delisted_in IS NULL AND CASE
			WHEN pg_catalog.substr(e.list_uid, 4, 1) OPERATOR(pg_catalog.=) '.'
			THEN e.list_uid OPERATOR(pg_catalog.~) '^[A-Z][A-Z][ie]\.[0-9]+$' ELSE false END
		UNION
		SELECT e.id, e.list_id, e.mine, i.value, pg_catalog.upper(pg_catalog.regexp_replace(i.value, '\s', '', 'g'))
		FROM sanct_identifier i JOIN listed e ON e.id OPERATOR(pg_catalog.=) i.entry_id
		WHERE CASE WHEN i.kind OPERATOR(pg_catalog.=) 'un-reference' THEN i.value OPERATOR(pg_catalog.~) '[0-9]'
			ELSE false END
	), referred (key) AS MATERIALIZED (
		SELECT r.key
		FROM (SELECT r.key, r.list_id, pg_catalog.bool_or(r.mine) AS mine, pg_catalog.count(*) AS entries
			FROM reference r GROUP BY r.key, r.list_id) r GROUP BY r.key
		HAVING pg_catalog.bool_or(r.mine) AND pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
			AND pg_catalog.max(r.entries) OPERATOR(pg_catalog.<=) 100
	), document (id, list_id, type, mine, key, value) AS MATERIALIZED (
		SELECT e.id, e.list_id, e.type, e.mine, k.key,
			pg_catalog.concat(i.kind, ' ', pg_catalog.substr(k.key, pg_catalog.strpos(k.key, ':')
				OPERATOR(pg_catalog.+) 1))
		FROM sanct_identifier i JOIN listed e ON e.id OPERATOR(pg_catalog.=) i.entry_id
			CROSS JOIN LATERAL pg_catalog.unnest(sanct_deciding_keys(i.kind, i.value, i.country)) k (key)
		WHERE (SELECT several FROM lists)
	), shared (key) AS MATERIALIZED (
		SELECT d.key
		FROM (SELECT d.key, d.list_id, pg_catalog.bool_or(d.mine) AS mine, pg_catalog.count(*) AS entries
			FROM document d GROUP BY d.key, d.list_id) d GROUP BY d.key
		HAVING pg_catalog.bool_or(d.mine) AND pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
			AND pg_catalog.max(d.entries) OPERATOR(pg_catalog.<=) 100
	), born (id, list_id, mine, primary_name, value, whole, first, last) AS MATERIALIZED (
		SELECT e.id, e.list_id, e.mine, e.primary_name, i.value,
			i.value OPERATOR(pg_catalog.~) '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND i.value OPERATOR(pg_catalog.!~) '-01-01$',
			y.first, COALESCE(pg_catalog.substring(i.value, '^[0-9]{4}[-0-9]*/([0-9]{4})')::pg_catalog.int4, y.first)
		FROM sanct_identifier i JOIN listed e ON e.id OPERATOR(pg_catalog.=) i.entry_id
			CROSS JOIN LATERAL (SELECT pg_catalog.substring(i.value, '^([0-9]{4})($|[-/])')::pg_catalog.int4) y (first)
		WHERE i.kind OPERATOR(pg_catalog.=) 'birth-date' AND e.type OPERATOR(pg_catalog.=) 'person'
	), dateless (id, list_id, mine, primary_name, reading) AS MATERIALIZED (
		SELECT e.id, e.list_id, e.mine, e.primary_name, sanct_read(e.primary_name)
		FROM listed e
		WHERE e.type OPERATOR(pg_catalog.=) 'person' AND (SELECT several FROM lists)
			AND NOT EXISTS (SELECT FROM born b WHERE b.id OPERATOR(pg_catalog.=) e.id)
	), person (id, list_id, mine, primary_name, reading) AS MATERIALIZED (
		SELECT e.id, e.list_id, e.mine, e.primary_name, sanct_read(e.primary_name)
		FROM listed e
		WHERE e.type OPERATOR(pg_catalog.=) 'person' AND (SELECT several FROM lists)
			AND (e.mine OR EXISTS (SELECT FROM dateless d WHERE d.mine))
	), day (value) AS MATERIALIZED (
		SELECT b.value
		FROM (SELECT b.value, b.list_id, pg_catalog.bool_or(b.mine) AS mine, pg_catalog.count(*) AS entries
			FROM born b WHERE b.whole GROUP BY b.value, b.list_id) b GROUP BY b.value
		HAVING pg_catalog.bool_or(b.mine) AND pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
			AND pg_catalog.max(b.entries) OPERATOR(pg_catalog.<=) 1000
	), same_day (id, other, value, alike) AS MATERIALIZED (
		SELECT a.id, b.id, a.value, sanct_match(COALESCE(p.reading, sanct_read(a.primary_name)),
			COALESCE(q.reading, sanct_read(b.primary_name)))
		FROM day d JOIN born a ON a.value OPERATOR(pg_catalog.=) d.value
			JOIN born b ON b.value OPERATOR(pg_catalog.=) d.value AND b.list_id OPERATOR(pg_catalog.<>) a.list_id
			LEFT JOIN person p ON p.id OPERATOR(pg_catalog.=) a.id
			LEFT JOIN person q ON q.id OPERATOR(pg_catalog.=) b.id
		WHERE a.mine AND a.whole
	), of_year (id, list_id, mine, primary_name, whole, year) AS MATERIALIZED (
		SELECT b.id, b.list_id, b.mine, b.primary_name, b.whole, y.value
		FROM born b CROSS JOIN LATERAL pg_catalog.generate_series(b.first, LEAST(b.last,
			b.first OPERATOR(pg_catalog.+) 100)) y (value)
	), year (value) AS MATERIALIZED (
		SELECT b.year FROM of_year b GROUP BY b.year
		HAVING pg_catalog.bool_or(b.mine) AND pg_catalog.min(b.list_id) OPERATOR(pg_catalog.<>)
			pg_catalog.max(b.list_id)
	), dated (id, list_id, mine, primary_name, whole, year) AS MATERIALIZED (
		SELECT b.id, b.list_id, b.mine, b.primary_name, b.whole, b.year
		FROM of_year b JOIN year y ON y.value OPERATOR(pg_catalog.=) b.year
	), named (name_id, id, is_primary, reading) AS MATERIALIZED (
		SELECT n.id, n.entry_id, n.name OPERATOR(pg_catalog.=) d.primary_name,
			COALESCE(CASE WHEN n.name OPERATOR(pg_catalog.=) p.primary_name THEN p.reading END, sanct_read(n.name))
		FROM (SELECT DISTINCT d.id, d.primary_name FROM dated d) d
			JOIN sanct_name n ON n.entry_id OPERATOR(pg_catalog.=) d.id AND NOT n.weak
			LEFT JOIN person p ON p.id OPERATOR(pg_catalog.=) d.id
	), of_day (names, readings, own_names, own_readings) AS MATERIALIZED (
		SELECT pg_catalog.array_agg(n.name_id) FILTER (WHERE NOT d.own),
			pg_catalog.array_agg(n.reading) FILTER (WHERE NOT d.own),
			pg_catalog.array_agg(n.name_id) FILTER (WHERE d.own), pg_catalog.array_agg(n.reading) FILTER (WHERE d.own)
		FROM (SELECT s.value, s.id, true FROM same_day s WHERE NOT s.alike
			UNION SELECT s.value, s.other, false FROM same_day s WHERE NOT s.alike) d (value, id, own)
			JOIN named n ON n.id OPERATOR(pg_catalog.=) d.id
		GROUP BY d.value
	), day_match (a_name, b_name) AS MATERIALIZED (
		-- by the names' keys: two entries that have thousands of names each would meet in millions of pairs
		SELECT y.own_names[p.probe], y.names[p.member]
		FROM of_day y CROSS JOIN LATERAL sanct_agreeing(y.readings, y.own_readings, 0.67::pg_catalog.float8,
			2147483647) p
	), of_names (year, names, readings, own_names, own_readings) AS MATERIALIZED (
		SELECT d.year, pg_catalog.array_agg(n.name_id), pg_catalog.array_agg(n.reading),
			pg_catalog.array_agg(n.name_id) FILTER (WHERE d.mine), pg_catalog.array_agg(n.reading) FILTER (WHERE d.mine)
		FROM (SELECT DISTINCT d.year, d.id, d.mine FROM dated d) d JOIN named n ON n.id OPERATOR(pg_catalog.=) d.id
		GROUP BY d.year
	), same_year (a_name, b_name) AS MATERIALIZED (
		SELECT y.own_names[p.probe], y.names[p.member]
		FROM of_names y CROSS JOIN LATERAL sanct_agreeing(y.readings, y.own_readings, 0.95::pg_catalog.float8, 100) p
	), pair (id, other, list_id, value, whole, first, last) AS MATERIALIZED (
		-- apart from what it is joined with: all that are born would be compared with one another first
		SELECT n.id, m.id, x.list_id, x.value, x.whole, x.first, x.last
		FROM same_year d JOIN named n ON n.name_id OPERATOR(pg_catalog.=) d.a_name
			JOIN named m ON m.name_id OPERATOR(pg_catalog.=) d.b_name
			JOIN born x ON x.id OPERATOR(pg_catalog.=) n.id
		WHERE (n.is_primary OR m.is_primary) AND sanct_weight(n.reading, m.reading) OPERATOR(pg_catalog.>=) CASE
			WHEN n.is_primary AND m.is_primary THEN 12::pg_catalog.float4 ELSE 20::pg_catalog.float4 END
	), slice (ids, readings) AS MATERIALIZED (
		-- not all at once, whose memory would grow with the lists
		SELECT pg_catalog.array_agg(p.id), pg_catalog.array_agg(p.reading) FROM person p
		GROUP BY p.id OPERATOR(pg_catalog./) 20000
	), undated (id, other, name) AS MATERIALIZED (
		SELECT a.id, b.id, a.primary_name
		FROM (SELECT pg_catalog.array_agg(d.id) AS ids, pg_catalog.array_agg(d.reading) AS readings FROM dateless d
			GROUP BY d.id OPERATOR(pg_catalog./) 200000) d
			CROSS JOIN slice s
			CROSS JOIN LATERAL sanct_agreeing(s.readings, d.readings, 0.95::pg_catalog.float8, 100) p
			JOIN dateless a ON a.id OPERATOR(pg_catalog.=) d.ids[p.probe]
			JOIN person b ON b.id OPERATOR(pg_catalog.=) s.ids[p.member]
				AND b.list_id OPERATOR(pg_catalog.<>) a.list_id
		WHERE (a.mine OR b.mine) AND sanct_weight(a.reading, b.reading) OPERATOR(pg_catalog.>=) 20::pg_catalog.float4
	), repeated (list_id, name) AS MATERIALIZED (
		SELECT e.list_id, e.primary_name FROM listed e WHERE e.type OPERATOR(pg_catalog.=) 'person'
		GROUP BY e.list_id, e.primary_name
		-- what a list has more often it has of several people, or it is no list of people
		HAVING pg_catalog.bool_or(e.mine) AND pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
			AND pg_catalog.count(*) OPERATOR(pg_catalog.<=) 5
	), namesake (id, list_id, name, mine) AS MATERIALIZED (
		-- joined with themselves, not the whole lists, where one name may stand thousands of times
		SELECT e.id, e.list_id, e.primary_name, e.mine
		FROM repeated r JOIN listed e ON e.list_id OPERATOR(pg_catalog.=) r.list_id
			AND e.primary_name OPERATOR(pg_catalog.=) r.name AND e.type OPERATOR(pg_catalog.=) 'person'
	), twice (id, other, name, born) AS MATERIALIZED (
		SELECT a.id, b.id, a.name, pg_catalog.min(x.value) FILTER (WHERE y.id IS NOT NULL)
		FROM namesake a
			JOIN namesake b ON b.list_id OPERATOR(pg_catalog.=) a.list_id
				AND b.name OPERATOR(pg_catalog.=) a.name AND b.id OPERATOR(pg_catalog.<>) a.id
			LEFT JOIN born x ON x.id OPERATOR(pg_catalog.=) a.id
			LEFT JOIN born y ON y.id OPERATOR(pg_catalog.=) b.id
		WHERE a.mine
			AND (x.value OPERATOR(pg_catalog.=) y.value OR x.id IS NULL OR y.id IS NULL)
			AND sanct_weight(a.name, b.name) OPERATOR(pg_catalog.>=) 20::pg_catalog.float4
		GROUP BY a.id, b.id, a.name
	), found (id, other, kind, value) AS MATERIALIZED (
		SELECT a.id, b.id, 'un-reference', pg_catalog.min(LEAST(a.value, b.value))
		FROM referred s JOIN reference a ON a.key OPERATOR(pg_catalog.=) s.key
			JOIN reference b ON b.key OPERATOR(pg_catalog.=) s.key AND b.list_id OPERATOR(pg_catalog.<>) a.list_id
		WHERE a.mine GROUP BY a.id, b.id
		UNION
		SELECT a.id, b.id, 'document', pg_catalog.min(LEAST(a.value, b.value))
		FROM shared s JOIN document a ON a.key OPERATOR(pg_catalog.=) s.key
			JOIN document b ON b.key OPERATOR(pg_catalog.=) s.key AND b.list_id OPERATOR(pg_catalog.<>) a.list_id
				AND b.type OPERATOR(pg_catalog.=) a.type
		WHERE a.mine GROUP BY a.id, b.id
		UNION
		SELECT d.id, d.other, 'name and birth date', pg_catalog.min(d.value)
		FROM same_day d WHERE d.alike GROUP BY d.id, d.other
		UNION
		SELECT d.id, d.other, 'name and birth date', pg_catalog.min(d.value)
		FROM day_match g JOIN named n ON n.name_id OPERATOR(pg_catalog.=) g.a_name
			JOIN named m ON m.name_id OPERATOR(pg_catalog.=) g.b_name
			JOIN same_day d ON d.id OPERATOR(pg_catalog.=) n.id AND d.other OPERATOR(pg_catalog.=) m.id
		WHERE NOT d.alike GROUP BY d.id, d.other
		UNION
		SELECT p.id, p.other, 'name and birth date', pg_catalog.min(LEAST(p.value, y.value))
		FROM pair p JOIN born y ON y.id OPERATOR(pg_catalog.=) p.other AND y.list_id OPERATOR(pg_catalog.<>) p.list_id
			AND y.first OPERATOR(pg_catalog.<=) p.last AND y.last OPERATOR(pg_catalog.>=) p.first
			AND NOT (p.whole AND y.whole)
		GROUP BY p.id, p.other
		UNION
		SELECT t.id, t.other, CASE WHEN t.born IS NULL THEN 'name' ELSE 'name and birth date' END,
			COALESCE(t.born, t.name)
		FROM twice t
		UNION
		SELECT u.id, u.other, 'name', u.name FROM undated u
	), counted (id, other, kind, value, others, entries) AS (
		SELECT f.id, f.other, f.kind, f.value, pg_catalog.count(*) OVER (PARTITION BY f.id, f.kind, b.list_id),
			pg_catalog.count(*) OVER (PARTITION BY f.other, f.kind, a.list_id)
		FROM found f JOIN listed a ON a.id OPERATOR(pg_catalog.=) f.id
			JOIN listed b ON b.id OPERATOR(pg_catalog.=) f.other
	)
	SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('entry_id', w.id, 'other_id', w.other, 'kind', w.kind,
		'value', w.value))
	FROM (SELECT f.id, f.other, f.kind, f.value FROM counted f WHERE f.others OPERATOR(pg_catalog.<=) 20
		AND f.entries OPERATOR(pg_catalog.<=) 20
		UNION SELECT f.other, f.id, f.kind, f.value FROM counted f WHERE f.others OPERATOR(pg_catalog.<=) 20
			AND f.entries OPERATOR(pg_catalog.<=) 20) w;
END;
COMMENT ON FUNCTION sanct_links_of_release(bigint) IS
	'internal: links of the entries that a release has brought or changed, NULL: of all';

CREATE FUNCTION sanct_store_links(release bigint, links jsonb) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE SET work_mem = '1MB' SET hash_mem_multiplier = 1
BEGIN ATOMIC
	DELETE FROM sanct_link l USING sanct_entry e WHERE e.id OPERATOR(pg_catalog.=) l.entry_id
		AND (e.changed_in OPERATOR(pg_catalog.=) release OR e.delisted_in OPERATOR(pg_catalog.=) release);
	DELETE FROM sanct_link l USING sanct_entry e WHERE e.id OPERATOR(pg_catalog.=) l.other_id
		AND (e.changed_in OPERATOR(pg_catalog.=) release OR e.delisted_in OPERATOR(pg_catalog.=) release);
	INSERT INTO sanct_link (entry_id, other_id, kind, value)
	SELECT r.entry_id, r.other_id, r.kind, r.value
	FROM pg_catalog.jsonb_to_recordset(links) r (entry_id pg_catalog.int8, other_id pg_catalog.int8,
		kind pg_catalog.text, value pg_catalog.text)
	ON CONFLICT DO NOTHING;
END;
COMMENT ON FUNCTION sanct_store_links(bigint, jsonb) IS
	'internal: store links of the entries that a release has brought or changed, in place of those they had';

CREATE FUNCTION sanct_links(entry bigint) RETURNS TABLE (entry_id bigint, list text, list_uid text, primary_name text,
		kind text, value text)
	LANGUAGE sql STABLE PARALLEL SAFE ROWS 2
BEGIN ATOMIC
	SELECT e.id, s.code, e.list_uid, e.primary_name, l.kind, l.value
	FROM sanct_link l JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) l.other_id
		JOIN sanct_list s ON s.id OPERATOR(pg_catalog.=) e.list_id
	WHERE l.entry_id OPERATOR(pg_catalog.=) entry
	ORDER BY s.code, e.list_uid, l.kind, l.value;
END;
COMMENT ON FUNCTION sanct_links(bigint) IS
	'entries, most of other lists, that are likely the same as an entry, and why; with the rights of the caller';

REVOKE ALL ON FUNCTION sanct_deciding_keys(text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_agreeing(sanct_reading[], sanct_reading[], double precision, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_links_of_release(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_store_links(bigint, jsonb) FROM PUBLIC;

CREATE FUNCTION sanct_entries_of_keys(keys text[]) RETURNS bigint[]
	LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(f.entry_id ORDER BY f.entry_id) FROM (
		SELECT i.entry_id FROM sanct_identifier i
			WHERE sanct_document_keys(i.kind, i.value) OPERATOR(pg_catalog.&&) sanct_entries_of_keys.keys
		UNION
		SELECT p.entry_id FROM sanct_past_identifier p
			WHERE sanct_document_keys(p.kind, p.value) OPERATOR(pg_catalog.&&) sanct_entries_of_keys.keys) f;
END;
COMMENT ON FUNCTION sanct_entries_of_keys(text[]) IS 'internal: entries that have or had documents of these keys';
REVOKE EXECUTE ON FUNCTION sanct_entries_of_keys(text[]) FROM PUBLIC;

CREATE TYPE sanct_hit AS (entry_id bigint, list text, list_uid text, type text, programs text[], primary_name text,
	matched_name text, weak boolean, similarity real, weight real, evidence real, total real, verdict text, facts text,
	linked bigint[], matched_part text, release_id bigint);
COMMENT ON TYPE sanct_hit IS 'an entry of a list whose name matches, or that has a document, as sanct_screen finds it';

CREATE TYPE sanct_subject_hit AS (id text, name text, entry_id bigint, list text, list_uid text, type text,
	programs text[], primary_name text, matched_name text, weak boolean, similarity real, weight real, evidence real,
	total real, verdict text, facts text, linked bigint[], matched_part text, release_id bigint);
COMMENT ON TYPE sanct_subject_hit IS 'the same with the row of a table that it was found for, by its id and name';

CREATE FUNCTION sanct_screen(name text, threshold double precision DEFAULT 0.67, max_hits integer DEFAULT 20,
		as_of timestamp with time zone DEFAULT NULL, lists text[] DEFAULT NULL, types text[] DEFAULT NULL,
		programs text[] DEFAULT NULL, on_empty text DEFAULT 'error', weak boolean DEFAULT true,
		birth_date "any" DEFAULT NULL, nationality "any" DEFAULT NULL, gender text DEFAULT NULL,
		documents "any" DEFAULT NULL, birth_place text DEFAULT NULL, entry_type text DEFAULT NULL)
	RETURNS SETOF sanct_hit
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL SAFE ROWS 5 COST 1000;
COMMENT ON FUNCTION sanct_screen(text, double precision, integer, timestamp with time zone, text[], text[], text[],
	text, boolean, "any", "any", text, "any", text, text) IS
	'entries of the lists whose names match a name, the most similar first, each by its best name, or that have one of '
	'the documents; weighed by what else is known of the subject; as the lists are, or were at as_of';

CREATE FUNCTION sanct_near(name text, max_hits integer DEFAULT 5, threshold double precision DEFAULT 0.67,
		as_of timestamp with time zone DEFAULT NULL, lists text[] DEFAULT NULL, types text[] DEFAULT NULL,
		programs text[] DEFAULT NULL, on_empty text DEFAULT 'error', weak boolean DEFAULT true,
		entry_type text DEFAULT NULL)
	RETURNS TABLE (entry_id bigint, list text, list_uid text, type text, primary_name text, nearest_name text,
		similarity real, weight real, tier text, why text)
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL RESTRICTED ROWS 5 COST 100000;
COMMENT ON FUNCTION sanct_near(text, integer, double precision, timestamp with time zone, text[], text[], text[],
	text, boolean, text) IS
	'why nothing was found: entries of the lists whose names are nearest to a name and that sanct_screen does not find, '
	'each with the reason; three of the likely kind, however far they are, further ones only if they are near';

CREATE FUNCTION sanct_documents(documents text[], as_of timestamp with time zone DEFAULT NULL,
		lists text[] DEFAULT NULL, types text[] DEFAULT NULL, programs text[] DEFAULT NULL,
		on_empty text DEFAULT 'error')
	RETURNS TABLE (document text, entry_id bigint, list text, list_uid text, primary_name text, kind text, value text,
		decisive boolean)
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL SAFE ROWS 1 COST 1000;
COMMENT ON FUNCTION sanct_documents(text[], timestamp with time zone, text[], text[], text[], text) IS
	'entries of the lists that have, or had at as_of, one of these documents, each as kind:value or value, whatever their '
	'names';

CREATE FUNCTION sanct_rarity(name text, dprk double precision DEFAULT 26000000, rok double precision DEFAULT 52000000,
		abroad double precision DEFAULT 7000000)
	RETURNS TABLE (population text, people_from bigint, people bigint, people_to bigint, words text)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 3 COST 200;
COMMENT ON FUNCTION sanct_rarity(text, double precision, double precision, double precision) IS
	'how many people bear a Korean name, of populations of such sizes, as a range and in words; of others words alone';

CREATE FUNCTION sanct_namesakes(subjects regclass, name_column name, name text,
		threshold double precision DEFAULT 0.67) RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 100000;
COMMENT ON FUNCTION sanct_namesakes(regclass, name, text, double precision) IS
	'how many rows of a table have a name that matches, read with the rights of the caller';

CREATE FUNCTION sanct_calibrate(subjects regclass, id_column name, name_column name,
		thresholds double precision[] DEFAULT '{0.6,0.67,0.7,0.75,0.8,0.85,0.9,0.95}', sample integer DEFAULT 50000,
		seed bigint DEFAULT 1, as_of timestamp with time zone DEFAULT NULL, lists text[] DEFAULT NULL,
		types text[] DEFAULT NULL, programs text[] DEFAULT NULL, on_empty text DEFAULT 'error',
		weak boolean DEFAULT true, birth_date_column name DEFAULT NULL, nationality_column name DEFAULT NULL,
		gender_column name DEFAULT NULL, document_columns name[] DEFAULT NULL, birth_place_column name DEFAULT NULL,
		type_column name DEFAULT NULL)
	RETURNS TABLE (what text, threshold real, verdict text, customers bigint, customers_from bigint,
		customers_to bigint, sampled bigint, per_thousand real, chart text)
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL RESTRICTED ROWS 100 COST 100000;
COMMENT ON FUNCTION sanct_calibrate(regclass, name, name, double precision[], integer, bigint, timestamp with time zone,
	text[], text[], text[], text, boolean, name, name, name, name[], name, name) IS
	'how many rows of a table have a hit of each verdict or a better one at each threshold, in all, by tier and by list, '
	'from rows drawn at random';

CREATE FUNCTION sanct_evidence(entry_id bigint, name text DEFAULT NULL, birth_date "any" DEFAULT NULL,
		nationality "any" DEFAULT NULL, gender text DEFAULT NULL, documents "any" DEFAULT NULL,
		birth_place text DEFAULT NULL, entry_type text DEFAULT NULL)
	RETURNS TABLE (field text, subject text, listed text, level text, bits real)
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL SAFE ROWS 10 COST 1000;
COMMENT ON FUNCTION sanct_evidence(bigint, text, "any", "any", text, "any", text, text) IS
	'what is known of a subject beside what a list says of an entry, a row for each fact, with the sum and the verdict';
REVOKE ALL ON FUNCTION sanct_evidence(bigint, text, "any", "any", text, "any", text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_evidence(bigint, text, "any", "any", text, "any", text, text) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;

CREATE FUNCTION sanct_screen_table(subjects regclass, id_column name, name_column name,
		threshold double precision DEFAULT 0.67, max_hits integer DEFAULT 20, part integer DEFAULT 1,
		parts integer DEFAULT 1, as_of timestamp with time zone DEFAULT NULL, lists text[] DEFAULT NULL,
		types text[] DEFAULT NULL, programs text[] DEFAULT NULL, on_empty text DEFAULT 'error',
		weak boolean DEFAULT true,
		birth_date_column name DEFAULT NULL, nationality_column name DEFAULT NULL, gender_column name DEFAULT NULL,
		document_columns name[] DEFAULT NULL, birth_place_column name DEFAULT NULL, type_column name DEFAULT NULL)
	RETURNS SETOF sanct_subject_hit
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL RESTRICTED ROWS 1000 COST 100000;
COMMENT ON FUNCTION sanct_screen_table(regclass, name, name, double precision, integer, integer, integer,
	timestamp with time zone, text[], text[], text[], text, boolean, name, name, name, name[], name, name) IS
	'the names of a table that match entries of the lists: as sanct_screen for each, many times faster';

CREATE FUNCTION sanct_rescreen(subjects regclass, id_column name, name_column name, since bigint,
		threshold double precision DEFAULT 0.67, as_of timestamp with time zone DEFAULT NULL,
		lists text[] DEFAULT NULL, types text[] DEFAULT NULL, programs text[] DEFAULT NULL,
		on_empty text DEFAULT 'error', weak boolean DEFAULT true,
		birth_date_column name DEFAULT NULL, nationality_column name DEFAULT NULL, gender_column name DEFAULT NULL,
		document_columns name[] DEFAULT NULL, birth_place_column name DEFAULT NULL, type_column name DEFAULT NULL)
	RETURNS SETOF sanct_subject_hit
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 100 COST 100000;
COMMENT ON FUNCTION sanct_rescreen(regclass, name, name, bigint, double precision, timestamp with time zone, text[],
	text[], text[], text, boolean, name, name, name, name[], name, name) IS
	'the names of a table that match entries which releases after since have added or changed: as sanct_screen_table '
	'for these';

-- names in texts

CREATE FUNCTION sanct_find(content text, threshold double precision DEFAULT 0.67,
		as_of timestamp with time zone DEFAULT NULL, lists text[] DEFAULT NULL, types text[] DEFAULT NULL,
		programs text[] DEFAULT NULL, on_empty text DEFAULT 'error', weak boolean DEFAULT true)
	RETURNS TABLE (start integer, length integer, matched_text text, entry_id bigint, list text, list_uid text,
		type text, programs text[], primary_name text, matched_name text, weak boolean, similarity real, weight real)
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL RESTRICTED ROWS 5 COST 10000;
COMMENT ON FUNCTION sanct_find(text, double precision, timestamp with time zone, text[], text[], text[], text,
	boolean) IS
	'listed names in a text of any length: where each stands in characters, the first is 1, and the entries it matches';

CREATE FUNCTION sanct_find_table(subjects regclass, id_column name, text_column name,
		threshold double precision DEFAULT 0.67, part integer DEFAULT 1, parts integer DEFAULT 1,
		as_of timestamp with time zone DEFAULT NULL, lists text[] DEFAULT NULL, types text[] DEFAULT NULL,
		programs text[] DEFAULT NULL, on_empty text DEFAULT 'error', weak boolean DEFAULT true)
	RETURNS TABLE (id text, start integer, length integer, matched_text text, entry_id bigint, list text,
		list_uid text, type text, programs text[], primary_name text, matched_name text, weak boolean,
		similarity real, weight real)
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL RESTRICTED ROWS 1000 COST 100000;
COMMENT ON FUNCTION sanct_find_table(regclass, name, name, double precision, integer, integer,
	timestamp with time zone, text[], text[], text[], text, boolean) IS
	'listed names in the texts of a table: as sanct_find for each';

-- what a list's releases have changed: with the rights of the caller

CREATE FUNCTION sanct_find_list(code text) RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL RESTRICTED;
COMMENT ON FUNCTION sanct_find_list(text) IS 'internal: the id of a list that exists and is shown';

CREATE FUNCTION sanct_changes(list text, since timestamp with time zone DEFAULT NULL,
		until timestamp with time zone DEFAULT NULL)
	RETURNS TABLE (change text, list_uid text, primary_name text, what text, old text, new text)
	LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 1000 COST 100000
	SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
	WITH moment AS MATERIALIZED (
		SELECT f.id AS list_id,
			(SELECT pg_catalog.max(r.id) FROM sanct_release r WHERE r.list_id OPERATOR(pg_catalog.=) f.id
				AND r.imported_at OPERATOR(pg_catalog.<=) sanct_changes.since) AS a,
			(SELECT pg_catalog.max(r.id) FROM sanct_release r WHERE r.list_id OPERATOR(pg_catalog.=) f.id
				AND r.imported_at OPERATOR(pg_catalog.<=) COALESCE(sanct_changes.until, 'infinity')) AS b
		FROM (SELECT sanct_find_list(sanct_changes.list) AS id) f
	), before AS (
		SELECT h.* FROM moment m JOIN sanct_entry_history h ON h.list_id OPERATOR(pg_catalog.=) m.list_id
			AND h.since OPERATOR(pg_catalog.<=) m.a AND (h.until IS NULL OR h.until OPERATOR(pg_catalog.>) m.a)
	), after AS (
		SELECT h.* FROM moment m JOIN sanct_entry_history h ON h.list_id OPERATOR(pg_catalog.=) m.list_id
			AND h.since OPERATOR(pg_catalog.<=) m.b AND (h.until IS NULL OR h.until OPERATOR(pg_catalog.>) m.b)
	), kept AS MATERIALIZED (
		SELECT n.entry_id, n.list_uid, n.primary_name FROM before o JOIN after n ON n.entry_id
			OPERATOR(pg_catalog.=) o.entry_id
		WHERE n.since OPERATOR(pg_catalog.<>) o.since
	), fact_before AS MATERIALIZED (
		SELECT h.entry_id, 'name' AS what, pg_catalog.concat_ws(', ', h.name, h.kind,
			CASE WHEN h.weak THEN 'weak' END, h.note) AS fact
		FROM moment m JOIN sanct_name_history h ON h.list_id OPERATOR(pg_catalog.=) m.list_id
			AND h.since OPERATOR(pg_catalog.<=) m.a AND (h.until IS NULL OR h.until OPERATOR(pg_catalog.>) m.a)
			JOIN kept k ON k.entry_id OPERATOR(pg_catalog.=) h.entry_id
		UNION ALL
		SELECT h.entry_id, h.kind, pg_catalog.concat_ws(', ', h.value, h.country, h.note)
		FROM moment m JOIN sanct_identifier_history h ON h.list_id OPERATOR(pg_catalog.=) m.list_id
			AND h.since OPERATOR(pg_catalog.<=) m.a AND (h.until IS NULL OR h.until OPERATOR(pg_catalog.>) m.a)
			JOIN kept k ON k.entry_id OPERATOR(pg_catalog.=) h.entry_id
	), fact_after AS MATERIALIZED (
		SELECT h.entry_id, 'name' AS what, pg_catalog.concat_ws(', ', h.name, h.kind,
			CASE WHEN h.weak THEN 'weak' END, h.note) AS fact
		FROM moment m JOIN sanct_name_history h ON h.list_id OPERATOR(pg_catalog.=) m.list_id
			AND h.since OPERATOR(pg_catalog.<=) m.b AND (h.until IS NULL OR h.until OPERATOR(pg_catalog.>) m.b)
			JOIN kept k ON k.entry_id OPERATOR(pg_catalog.=) h.entry_id
		UNION ALL
		SELECT h.entry_id, h.kind, pg_catalog.concat_ws(', ', h.value, h.country, h.note)
		FROM moment m JOIN sanct_identifier_history h ON h.list_id OPERATOR(pg_catalog.=) m.list_id
			AND h.since OPERATOR(pg_catalog.<=) m.b AND (h.until IS NULL OR h.until OPERATOR(pg_catalog.>) m.b)
			JOIN kept k ON k.entry_id OPERATOR(pg_catalog.=) h.entry_id
	), change AS (
		SELECT 'added' AS change, n.list_uid, n.primary_name, NULL AS what, NULL AS old, NULL AS new
		FROM after n WHERE NOT EXISTS (SELECT FROM before o WHERE o.entry_id OPERATOR(pg_catalog.=) n.entry_id)
		UNION ALL
		SELECT 'removed', o.list_uid, o.primary_name, NULL, NULL, NULL
		FROM before o WHERE NOT EXISTS (SELECT FROM after n WHERE n.entry_id OPERATOR(pg_catalog.=) o.entry_id)
		UNION ALL
		SELECT 'changed', n.list_uid, n.primary_name, f.what, f.old, f.new
		FROM before o JOIN after n ON n.entry_id OPERATOR(pg_catalog.=) o.entry_id
			CROSS JOIN LATERAL (VALUES ('type', o.type, n.type), ('primary name', o.primary_name, n.primary_name),
				('programs', pg_catalog.array_to_string(o.programs, ', '), pg_catalog.array_to_string(n.programs,
				', ')), ('title', o.title, n.title), ('remarks', o.remarks, n.remarks),
				('listed on', pg_catalog.to_char(o.listed_on, 'YYYY-MM-DD'), pg_catalog.to_char(n.listed_on,
				'YYYY-MM-DD')), ('nationality', pg_catalog.array_to_string(o.nationality, ', '),
				pg_catalog.array_to_string(n.nationality, ', ')))
				f (what, old, new)
		WHERE f.old IS DISTINCT FROM f.new
		UNION ALL
		SELECT 'changed', k.list_uid, k.primary_name, g.what, g.fact, NULL
		FROM (TABLE fact_before EXCEPT ALL TABLE fact_after) g JOIN kept k ON k.entry_id
			OPERATOR(pg_catalog.=) g.entry_id
		UNION ALL
		SELECT 'changed', k.list_uid, k.primary_name, g.what, NULL, g.fact
		FROM (TABLE fact_after EXCEPT ALL TABLE fact_before) g JOIN kept k ON k.entry_id
			OPERATOR(pg_catalog.=) g.entry_id
	)
	SELECT c.change, c.list_uid, c.primary_name, c.what, c.old, c.new FROM change c
	ORDER BY c.change, c.list_uid, c.what, c.old, c.new;
END;
COMMENT ON FUNCTION sanct_changes(text, timestamp with time zone, timestamp with time zone) IS
	'what a list has added, removed and changed from one moment (NULL: before its first release) to another (NULL: '
	'now)';

-- the trail: roles that act for many persons, alerts, what people decide of them, clearances, rows kept out.
-- Functions alone write it.

CREATE TABLE sanct_pool (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	role name NOT NULL,
	declared_at timestamp with time zone NOT NULL DEFAULT pg_catalog.clock_timestamp(),
	declared_by name NOT NULL,
	declared_actor text,
	forgotten_at timestamp with time zone,
	forgotten_by name,
	forgotten_actor text
);
CREATE UNIQUE INDEX sanct_pool_role_idx ON sanct_pool (role) WHERE forgotten_at IS NULL;
COMMENT ON TABLE sanct_pool IS 'roles that applications use for many persons, whom they name';
COMMENT ON COLUMN sanct_pool.declared_by IS 'user of the session, here and in all columns of that kind';
COMMENT ON COLUMN sanct_pool.declared_actor IS
	'person that the application named, here and in all columns of that kind';

-- runs: tables that were screened with alerts, and against which releases

CREATE TABLE sanct_run (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	kind text NOT NULL CHECK (kind OPERATOR(pg_catalog.=) ANY (ARRAY['full', 'new'])),
	subject text NOT NULL,
	columns jsonb NOT NULL,
	threshold real NOT NULL,
	verdict text NOT NULL,
	lists text[],
	types text[],
	programs text[],
	weak boolean NOT NULL,
	unread text NOT NULL,
	previous_id bigint,
	rows bigint NOT NULL,
	hits bigint NOT NULL,
	ruled_out bigint NOT NULL,
	raised bigint NOT NULL,
	reopened bigint NOT NULL,
	standing bigint NOT NULL,
	suppressed bigint NOT NULL,
	unread_names bigint NOT NULL,
	algorithm integer NOT NULL,
	started_at timestamp with time zone NOT NULL,
	finished_at timestamp with time zone NOT NULL,
	run_by name NOT NULL,
	run_actor text
);
CREATE INDEX sanct_run_subject_idx ON sanct_run (subject);
COMMENT ON TABLE sanct_run IS 'runs: tables that were held against lists, with alerts; rows are only added';
COMMENT ON COLUMN sanct_run.kind IS 'full: every entry; new: those that the run before could not know';
COMMENT ON COLUMN sanct_run.subject IS 'table that was screened, of a partition its root';
COMMENT ON COLUMN sanct_run.columns IS
	'its columns by what they are: id, name, key, birth_date and so on';
COMMENT ON COLUMN sanct_run.threshold IS 'similarity from which a name counts';
COMMENT ON COLUMN sanct_run.verdict IS 'verdict from which a hit counts';
COMMENT ON COLUMN sanct_run.lists IS 'lists that were asked for, NULL: all; sanct_run_list has those that there were';
COMMENT ON COLUMN sanct_run.types IS 'types of entries that were asked for, NULL: all';
COMMENT ON COLUMN sanct_run.programs IS 'programs that were asked for, NULL: all';
COMMENT ON COLUMN sanct_run.weak IS 'false: names that lists call weak were left out';
COMMENT ON COLUMN sanct_run.unread IS 'alert: names that could not be read raise alerts; pass: they are counted';
COMMENT ON COLUMN sanct_run.previous_id IS 'of kind new: the run that it goes on from';
COMMENT ON COLUMN sanct_run.rows IS 'rows that were read';
COMMENT ON COLUMN sanct_run.hits IS 'pairs of a row and an entry from the threshold and the verdict on';
COMMENT ON COLUMN sanct_run.ruled_out IS 'pairs below the verdict';
COMMENT ON COLUMN sanct_run.raised IS 'alerts that are new, those of names that could not be read too';
COMMENT ON COLUMN sanct_run.reopened IS 'alerts whose clearance had lapsed';
COMMENT ON COLUMN sanct_run.standing IS 'alerts that were there already';
COMMENT ON COLUMN sanct_run.suppressed IS 'what a clearance keeps from being raised';
COMMENT ON COLUMN sanct_run.unread_names IS 'names that could not be read wholly';
COMMENT ON COLUMN sanct_run.algorithm IS 'version of the matching algorithm';
COMMENT ON COLUMN sanct_run.id IS 'number of the run';
COMMENT ON COLUMN sanct_run.started_at IS 'when it began';
COMMENT ON COLUMN sanct_run.run_by IS 'role that logged in for it';
COMMENT ON COLUMN sanct_run.run_actor IS 'person for whom the application said it acted';
COMMENT ON COLUMN sanct_run.finished_at IS 'a little before the run was committed';

CREATE TABLE sanct_run_list (
	run_id bigint NOT NULL,
	list text NOT NULL,
	release_id bigint NOT NULL,
	since bigint,
	PRIMARY KEY (run_id, list)
);
COMMENT ON TABLE sanct_run_list IS 'which release of each list a run held its table against; rows are only added';
COMMENT ON COLUMN sanct_run_list.run_id IS 'the run';
COMMENT ON COLUMN sanct_run_list.list IS 'code of the list';
COMMENT ON COLUMN sanct_run_list.release_id IS 'its release in force';
COMMENT ON COLUMN sanct_run_list.since IS
	'of kind new: only entries that releases after this one have changed; NULL: all of the list';

CREATE TABLE sanct_quarantine (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	subject text NOT NULL,
	operation text NOT NULL CHECK (operation OPERATOR(pg_catalog.=) ANY (ARRAY['INSERT', 'UPDATE'])),
	subject_key jsonb NOT NULL,
	content jsonb NOT NULL,
	status text NOT NULL DEFAULT 'held' CHECK (status OPERATOR(pg_catalog.=) ANY (ARRAY['held', 'released',
	'rejected'])), quarantined_at timestamp with time zone NOT NULL DEFAULT pg_catalog.clock_timestamp(),
	quarantined_by name NOT NULL,
	quarantined_actor text,
	released_at timestamp with time zone,
	released_by name,
	released_actor text
);
COMMENT ON TABLE sanct_quarantine IS 'rows that a guard has kept out of their tables, whole';
COMMENT ON COLUMN sanct_quarantine.subject IS 'table that the row was written to, of a partition its root';
COMMENT ON COLUMN sanct_quarantine.content IS 'the row, each column as text';
COMMENT ON COLUMN sanct_quarantine.status IS 'rejected: an alert of it was decided match, and it is never written';

CREATE TABLE sanct_alert (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	kind text NOT NULL DEFAULT 'match',
	subject text NOT NULL,
	subject_key jsonb NOT NULL,
	subject_name text NOT NULL,
	subject_facts jsonb NOT NULL,
	fingerprint bytea NOT NULL,
	entry_id bigint,
	entry_version bigint,
	release_id bigint,
	list text,
	list_uid text,
	primary_name text,
	matched_name text,
	similarity real,
	weight real,
	tier text,
	explanation jsonb,
	note text,
	algorithm integer NOT NULL,
	action text NOT NULL,
	guard name,
	run_id bigint,
	quarantine_id bigint,
	four_eyes boolean NOT NULL,
	status text NOT NULL DEFAULT 'open' CHECK (status OPERATOR(pg_catalog.=) ANY (ARRAY['open', 'match', 'cleared'])),
	raised_at timestamp with time zone NOT NULL DEFAULT pg_catalog.clock_timestamp(),
	raised_by name NOT NULL,
	raised_actor text,
	written_by name NOT NULL,
	written_actor text,
	written_at timestamp with time zone NOT NULL DEFAULT pg_catalog.clock_timestamp(),
	threshold real,
	evidence real,
	total real,
	verdict text,
	facts text,
	linked bigint[],
	assigned_to text,
	due date,
	CHECK ((kind OPERATOR(pg_catalog.=) 'unread' AND entry_id IS NULL AND note IS NOT NULL) OR
		(kind OPERATOR(pg_catalog.=) 'match' AND list IS NOT NULL AND list_uid IS NOT NULL
			AND primary_name IS NOT NULL AND tier IS NOT NULL AND explanation IS NOT NULL AND
		(tier OPERATOR(pg_catalog.=) 'document' OR
			(matched_name IS NOT NULL AND similarity IS NOT NULL AND weight IS NOT NULL)))),
	CHECK ((guard IS NULL) OPERATOR(pg_catalog.<>) (run_id IS NULL))
);
CREATE UNIQUE INDEX sanct_alert_once_idx ON sanct_alert (fingerprint, (COALESCE(entry_id, 0)),
		(COALESCE(entry_version, 0)))
	WHERE quarantine_id IS NULL AND (entry_id IS NOT NULL OR kind OPERATOR(pg_catalog.=) 'unread');
CREATE INDEX sanct_alert_subject_idx ON sanct_alert (subject, status);
CREATE INDEX sanct_alert_subject_key_idx ON sanct_alert USING hash (subject_key);
CREATE INDEX sanct_alert_quarantine_id_idx ON sanct_alert (quarantine_id) WHERE quarantine_id IS NOT NULL;
COMMENT ON TABLE sanct_alert IS
	'rows of guarded or screened tables that match listed entries, or whose names could not be read';
COMMENT ON COLUMN sanct_alert.kind IS 'match, or unread: a name that could not be read, of no entry';
COMMENT ON COLUMN sanct_alert.subject IS 'table that the row was written to, of a partition its root';
COMMENT ON COLUMN sanct_alert.subject_key IS 'which row: its primary key, the columns of key, or all of it';
COMMENT ON COLUMN sanct_alert.subject_name IS 'the name as it was written';
COMMENT ON COLUMN sanct_alert.subject_facts IS 'what is known beside the name, as it was written';
COMMENT ON COLUMN sanct_alert.explanation IS 'rows of sanct_explain_listed, and of what is known beside the name';
COMMENT ON COLUMN sanct_alert.fingerprint IS 'SHA-256 of subject, key, name as it is folded, and facts';
COMMENT ON COLUMN sanct_alert.entry_version IS 'release that made the entry what it was';
COMMENT ON COLUMN sanct_alert.release_id IS 'release of the list that was in force; NULL in alerts of 0.1.0';
COMMENT ON COLUMN sanct_alert.action IS 'what was done with the row: hold, record, quarantine, or run: nothing';
COMMENT ON COLUMN sanct_alert.run_id IS 'run that raised it';
COMMENT ON COLUMN sanct_alert.note IS 'why a name could not be read';
COMMENT ON COLUMN sanct_alert.algorithm IS 'version of the matching algorithm';
COMMENT ON COLUMN sanct_alert.guard IS 'trigger that raised it';
COMMENT ON COLUMN sanct_alert.four_eyes IS 'who wrote the row must not decide';
COMMENT ON COLUMN sanct_alert.written_by IS 'who wrote the row, last where the alert was opened anew by that';
COMMENT ON COLUMN sanct_alert.threshold IS 'similarity from which names matched; NULL: before version 0.2.0';
COMMENT ON COLUMN sanct_alert.written_at IS 'when who is written_by wrote the row';
COMMENT ON COLUMN sanct_alert.tier IS 'how close the names are, or document: one is equal, whatever the name';
COMMENT ON COLUMN sanct_alert.evidence IS 'bits of what is known beside the name, 0 where nothing is';
COMMENT ON COLUMN sanct_alert.total IS 'evidence and weight';
COMMENT ON COLUMN sanct_alert.verdict IS 'strong, possible, weak or contradicted';
COMMENT ON COLUMN sanct_alert.facts IS 'what was compared beside the name, in words';
COMMENT ON COLUMN sanct_alert.linked IS 'entries, most of other lists, that are likely the same, see sanct_links';

CREATE TABLE sanct_decision (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	alert_id bigint NOT NULL,
	verdict text NOT NULL CHECK (verdict OPERATOR(pg_catalog.=) ANY (ARRAY['match', 'no match', 'reopen', 'comment',
	'assign'])),
	reason text NOT NULL,
	decided_at timestamp with time zone NOT NULL DEFAULT pg_catalog.clock_timestamp(),
	decided_by name NOT NULL,
	decided_actor text,
	assigned_to text,
	due date
);
CREATE INDEX sanct_decision_alert_id_idx ON sanct_decision (alert_id);
COMMENT ON TABLE sanct_decision IS 'what was decided of alerts, by whom and why; rows are only added';

CREATE TABLE sanct_clearance (
	id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	alert_id bigint,
	subject text NOT NULL,
	subject_key jsonb NOT NULL,
	subject_name text NOT NULL,
	subject_facts jsonb NOT NULL,
	fingerprint bytea NOT NULL,
	entry_id bigint,
	entry_version bigint,
	list text,
	list_uid text,
	reason text NOT NULL,
	approved_at timestamp with time zone NOT NULL DEFAULT pg_catalog.clock_timestamp(),
	approved_by name NOT NULL,
	approved_actor text,
	expires_at timestamp with time zone,
	revoked_at timestamp with time zone,
	revoked_by name,
	revoked_actor text,
	revoked_reason text
);
CREATE INDEX sanct_clearance_subject_key_idx ON sanct_clearance USING hash (subject_key);
CREATE INDEX sanct_clearance_alert_id_idx ON sanct_clearance (alert_id);
COMMENT ON TABLE sanct_clearance IS
	'subjects that are not an entry, though their names match: as long as neither changes';
COMMENT ON COLUMN sanct_clearance.fingerprint IS 'SHA-256 of subject, key, name as it is folded, and facts';
COMMENT ON COLUMN sanct_clearance.entry_id IS
	'entry that it is not; NULL: its name cannot be read, and may be written nevertheless';
COMMENT ON COLUMN sanct_clearance.entry_version IS 'release that made the entry what it was when it was compared';

-- rows of the trail stay, and what was known when they were written stays as it was

CREATE FUNCTION sanct_append_only() RETURNS trigger
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_append_only() IS 'internal: refuses changes of the trail';
CREATE TRIGGER sanct_pool_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF id, role, declared_at, declared_by,
	declared_actor
	ON sanct_pool FOR EACH STATEMENT EXECUTE FUNCTION sanct_append_only();
CREATE TRIGGER sanct_run_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF id, kind, subject, columns,
	threshold, verdict, types, programs, weak, unread, previous_id, rows, hits, ruled_out, raised, reopened, standing, suppressed,
	unread_names, algorithm, started_at, finished_at, run_by, run_actor
	ON sanct_run FOR EACH STATEMENT EXECUTE FUNCTION sanct_append_only();
CREATE TRIGGER sanct_run_list_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF run_id, release_id, since
	ON sanct_run_list FOR EACH STATEMENT EXECUTE FUNCTION sanct_append_only();
CREATE TRIGGER sanct_quarantine_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF id, subject, operation,
	subject_key, content, quarantined_at, quarantined_by, quarantined_actor
	ON sanct_quarantine FOR EACH STATEMENT EXECUTE FUNCTION sanct_append_only();
CREATE TRIGGER sanct_alert_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF id, kind, subject, subject_key,
		subject_name, subject_facts, fingerprint, entry_id, entry_version, release_id, list_uid, primary_name,
		matched_name, similarity, weight, tier, explanation, note, algorithm, action, guard, run_id, quarantine_id,
		four_eyes, raised_at, raised_by, raised_actor, threshold, evidence, total, verdict, facts, linked
	ON sanct_alert FOR EACH STATEMENT EXECUTE FUNCTION sanct_append_only();
CREATE TRIGGER sanct_decision_append_only BEFORE DELETE OR TRUNCATE OR UPDATE
	ON sanct_decision FOR EACH STATEMENT EXECUTE FUNCTION sanct_append_only();
CREATE TRIGGER sanct_clearance_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF id, alert_id, subject, subject_key,
		subject_name, subject_facts, fingerprint, entry_id, entry_version, list_uid, reason, approved_at,
		approved_by, approved_actor
	ON sanct_clearance FOR EACH STATEMENT EXECUTE FUNCTION sanct_append_only();
ALTER TABLE sanct_pool ENABLE ALWAYS TRIGGER sanct_pool_append_only;
ALTER TABLE sanct_run ENABLE ALWAYS TRIGGER sanct_run_append_only;
ALTER TABLE sanct_run_list ENABLE ALWAYS TRIGGER sanct_run_list_append_only;
ALTER TABLE sanct_quarantine ENABLE ALWAYS TRIGGER sanct_quarantine_append_only;
ALTER TABLE sanct_alert ENABLE ALWAYS TRIGGER sanct_alert_append_only;
ALTER TABLE sanct_decision ENABLE ALWAYS TRIGGER sanct_decision_append_only;
ALTER TABLE sanct_clearance ENABLE ALWAYS TRIGGER sanct_clearance_append_only;
COMMENT ON TRIGGER sanct_pool_append_only ON sanct_pool IS 'what has been declared is not changed';
COMMENT ON TRIGGER sanct_run_append_only ON sanct_run IS 'what has been screened is not changed';
COMMENT ON TRIGGER sanct_run_list_append_only ON sanct_run_list IS 'what it was held against is not changed';
COMMENT ON TRIGGER sanct_quarantine_append_only ON sanct_quarantine IS 'what has been kept out is not changed';
COMMENT ON TRIGGER sanct_alert_append_only ON sanct_alert IS 'what has been found is not changed';
COMMENT ON TRIGGER sanct_decision_append_only ON sanct_decision IS 'decisions are not changed';
COMMENT ON TRIGGER sanct_clearance_append_only ON sanct_clearance IS 'what has been cleared is not changed';

-- alerts, decisions and clearances are shown to whom the list's entries are, once a list is restricted

CREATE POLICY sanct_alert_readers ON sanct_alert FOR SELECT USING (list IS NULL OR sanct_list_shown(list));
CREATE POLICY sanct_run_readers ON sanct_run FOR SELECT USING (NOT EXISTS (SELECT FROM pg_catalog.unnest(lists) l
	WHERE sanct_list_shown(l) IS NOT TRUE));
CREATE POLICY sanct_run_list_readers ON sanct_run_list FOR SELECT USING (sanct_list_shown(list));
CREATE POLICY sanct_decision_readers ON sanct_decision FOR SELECT USING (sanct_alert_shown(alert_id));
CREATE POLICY sanct_clearance_readers ON sanct_clearance FOR SELECT USING (list IS NULL OR sanct_list_shown(list));
COMMENT ON POLICY sanct_alert_readers ON sanct_alert IS 'of lists that are shown';
COMMENT ON POLICY sanct_run_readers ON sanct_run IS 'that name no list which is not shown';
COMMENT ON POLICY sanct_run_list_readers ON sanct_run_list IS 'of lists that are shown';
COMMENT ON POLICY sanct_decision_readers ON sanct_decision IS 'of alerts that are shown';
COMMENT ON POLICY sanct_clearance_readers ON sanct_clearance IS 'of lists that are shown';

SELECT pg_catalog.pg_extension_config_dump('sanct_pool', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_pool_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_run', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_run_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_run_list', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_quarantine', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_quarantine_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_alert', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_alert_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_decision', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_decision_id_seq', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_clearance', '');
SELECT pg_catalog.pg_extension_config_dump('sanct_clearance_id_seq', '');

-- What the guard and those who decide have written is written by these, called with the rights of the extension's
-- owner.

CREATE FUNCTION sanct_fold(name text) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sanct_fold(text) IS
	'internal: a name without what makes no other name of it: capitals, blanks, widths, marks that show nothing';

CREATE FUNCTION sanct_fingerprint(subject text, subject_key jsonb, subject_name text, subject_facts jsonb) RETURNS bytea
	LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.jsonb_build_array(subject, subject_key,
		sanct_fold(subject_name), subject_facts)::pg_catalog.text, pg_catalog.getdatabaseencoding()));
END;
COMMENT ON FUNCTION sanct_fingerprint(text, jsonb, text, jsonb) IS
	'internal: tells subjects of alerts and clearances apart';

CREATE FUNCTION sanct_is_pool(role name, since timestamp with time zone, until timestamp with time zone)
		RETURNS boolean
	LANGUAGE sql STABLE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT EXISTS (SELECT FROM sanct_pool p WHERE p.role OPERATOR(pg_catalog.=) sanct_is_pool.role
		AND p.declared_at OPERATOR(pg_catalog.<=) since
		AND (p.forgotten_at IS NULL OR p.forgotten_at OPERATOR(pg_catalog.>) until));
END;
COMMENT ON FUNCTION sanct_is_pool(name, timestamp with time zone, timestamp with time zone) IS
	'internal: has a role been declared as one that acts for many from one moment to another; infinity: now';

-- A role is a person, and whom it names is one as well; a pool is whom it names alone, and may be anybody where it
-- names nobody. What was declared after an act, or forgotten since, makes no two persons of one.
CREATE FUNCTION sanct_is_same_person(role_a name, actor_a text, acted_at timestamp with time zone, role_b name,
		actor_b text) RETURNS boolean
	LANGUAGE sql STABLE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT (actor_a IS NULL AND sanct_is_pool(role_a, acted_at, acted_at))
		OR (actor_b IS NULL AND sanct_is_pool(role_b, 'infinity', 'infinity')) OR
		EXISTS (SELECT FROM (VALUES (actor_a), (CASE WHEN NOT sanct_is_pool(role_a, acted_at, 'infinity')
				THEN role_a::pg_catalog.text END)) a (name)
			JOIN (VALUES (actor_b), (CASE WHEN NOT sanct_is_pool(role_b, acted_at, 'infinity')
				THEN role_b::pg_catalog.text END)) b (name)
			ON pg_catalog.lower(a.name COLLATE pg_catalog."C")
				OPERATOR(pg_catalog.=) pg_catalog.lower(b.name COLLATE pg_catalog."C"));
END;
COMMENT ON FUNCTION sanct_is_same_person(name, text, timestamp with time zone, name, text) IS
	'internal: may what one role did at a moment and what another does now be of one person';

CREATE FUNCTION sanct_store_pool(role name, session name, actor text) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_pool (role, declared_by, declared_actor) VALUES (sanct_store_pool.role, session, actor)
	ON CONFLICT (role) WHERE forgotten_at IS NULL DO NOTHING RETURNING id;
END;
COMMENT ON FUNCTION sanct_store_pool(name, name, text) IS 'internal: notes a pool';

CREATE FUNCTION sanct_end_pool(role name, session name, actor text) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_pool AS p SET forgotten_at = pg_catalog.clock_timestamp(), forgotten_by = session,
		forgotten_actor = actor
	WHERE p.role OPERATOR(pg_catalog.=) sanct_end_pool.role AND p.forgotten_at IS NULL RETURNING p.id;
END;
COMMENT ON FUNCTION sanct_end_pool(name, name, text) IS 'internal: notes that a pool is none any more';

-- A run or a load may write many alerts in one transaction, by plans that were made when there were none: those below
-- are made as if there were many.

-- Where four eyes are wanted, what sanct_clear noted holds for what others write; a decision has looked at persons
-- already.
CREATE FUNCTION sanct_is_cleared(subject text, subject_key jsonb, subject_name text, subject_facts jsonb,
		entry bigint, version bigint, four_eyes boolean, session name, actor text) RETURNS boolean
	LANGUAGE sql STABLE PARALLEL UNSAFE SET enable_seqscan = off SET jit = off
BEGIN ATOMIC
	SELECT EXISTS (SELECT FROM sanct_clearance c
		-- what is stored beside what was stored then makes nobody another one
		WHERE c.subject_key OPERATOR(pg_catalog.=) sanct_is_cleared.subject_key
			AND c.subject OPERATOR(pg_catalog.=) sanct_is_cleared.subject
			AND sanct_fold(c.subject_name) OPERATOR(pg_catalog.=) sanct_fold(sanct_is_cleared.subject_name)
			AND sanct_is_cleared.subject_facts OPERATOR(pg_catalog.@>) c.subject_facts
			AND COALESCE(c.entry_id, 0) OPERATOR(pg_catalog.=) COALESCE(entry, 0) AND COALESCE(c.entry_version, 0)
				OPERATOR(pg_catalog.=) COALESCE(version, 0)
			AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at
				OPERATOR(pg_catalog.>) pg_catalog.clock_timestamp())
			AND (NOT four_eyes OR c.alert_id IS NOT NULL OR NOT sanct_is_same_person(c.approved_by, c.approved_actor,
				c.approved_at, session, actor)));
END;
COMMENT ON FUNCTION sanct_is_cleared(text, jsonb, text, jsonb, bigint, bigint, boolean, name, text) IS
	'internal: has a subject been cleared of an entry that is as it was, or without one of not being read';

CREATE FUNCTION sanct_raise_alert(subject text, subject_key jsonb, subject_name text, subject_facts jsonb,
		entry bigint, version bigint, release bigint, list text, list_uid text, primary_name text, matched_name text,
		similarity real, weight real, note text, algorithm integer, action text, guard name, run bigint,
		quarantined bigint, four_eyes boolean, session name, actor text, threshold double precision,
		evidence real, total real, verdict text, facts text, fact_rows jsonb) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE SET enable_seqscan = off SET jit = off
BEGIN ATOMIC
	INSERT INTO sanct_alert (kind, subject, subject_key, subject_name, subject_facts, fingerprint, entry_id,
		entry_version, release_id, list, list_uid, primary_name, matched_name, similarity, weight, tier, explanation,
		note, algorithm, action, guard, run_id, quarantine_id, four_eyes, raised_by, raised_actor, written_by,
		written_actor, threshold, evidence, total, verdict, facts, linked)
	SELECT CASE WHEN entry IS NULL THEN 'unread' ELSE 'match' END, subject, subject_key, subject_name, subject_facts,
		p.print, entry, version, release, sanct_raise_alert.list, sanct_raise_alert.list_uid, primary_name,
		matched_name, sanct_raise_alert.similarity, sanct_raise_alert.weight,
		CASE WHEN entry IS NOT NULL THEN COALESCE(why.tier, 'document') END,
		CASE WHEN entry IS NOT NULL THEN COALESCE(why.explanation, '[]') OPERATOR(pg_catalog.||) COALESCE(fact_rows,
			'[]') END, note, algorithm, action, guard, run, quarantined, four_eyes, session, actor, session, actor,
		sanct_raise_alert.threshold, sanct_raise_alert.evidence, sanct_raise_alert.total, sanct_raise_alert.verdict,
		sanct_raise_alert.facts, (SELECT pg_catalog.array_agg(DISTINCT l.other_id ORDER BY l.other_id)
			FROM sanct_link l JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) l.other_id
				JOIN sanct_list s ON s.id OPERATOR(pg_catalog.=) e.list_id
			WHERE l.entry_id OPERATOR(pg_catalog.=) entry AND s.readers IS NULL)
	FROM (SELECT sanct_fingerprint(sanct_raise_alert.subject, sanct_raise_alert.subject_key,
			sanct_raise_alert.subject_name, sanct_raise_alert.subject_facts)) p (print),
		LATERAL (SELECT pg_catalog.max(x.relation) FILTER (WHERE x.part OPERATOR(pg_catalog.=) 'tier'),
			pg_catalog.jsonb_agg(pg_catalog.to_jsonb(x))
		FROM sanct_explain_listed(subject_name, matched_name, (SELECT e.type FROM sanct_entry e
			WHERE e.id OPERATOR(pg_catalog.=) entry), sanct_raise_alert.threshold, (SELECT r.fact ->> 'read_a'
				FROM pg_catalog.jsonb_array_elements(fact_rows) r (fact)
				WHERE r.fact ->> 'part' OPERATOR(pg_catalog.=) 'type')) x) why (tier, explanation)
	-- no number is drawn for what is there already
	WHERE quarantined IS NOT NULL OR NOT EXISTS (SELECT FROM sanct_alert a
		WHERE a.fingerprint OPERATOR(pg_catalog.=) p.print
			AND COALESCE(a.entry_id, 0) OPERATOR(pg_catalog.=) COALESCE(entry, 0)
			AND COALESCE(a.entry_version, 0) OPERATOR(pg_catalog.=) COALESCE(version, 0)
			AND a.quarantine_id IS NULL AND (a.entry_id IS NOT NULL OR a.kind OPERATOR(pg_catalog.=) 'unread'))
	-- this alone is the same alert: any other conflict is an error
	ON CONFLICT (fingerprint, (COALESCE(entry_id, 0)), (COALESCE(entry_version, 0)))
		WHERE quarantine_id IS NULL AND (entry_id IS NOT NULL OR kind
			OPERATOR(pg_catalog.=) 'unread') DO NOTHING RETURNING id;
END;
COMMENT ON FUNCTION sanct_raise_alert(text, jsonb, text, jsonb, bigint, bigint, bigint, text, text, text, text,
	real, real, text, integer, text, name, bigint, bigint, boolean, name, text, double precision, real, real, text,
	text, jsonb) IS
	'internal: notes an alert; NULL if there is the same already';

-- The same alert is not raised twice. One that was cleared by a clearance that has lapsed does not stay closed; and
-- one whose writer nobody can tell, as a pool named nobody, gets the next one that can be told.
CREATE FUNCTION sanct_write_again(subject text, subject_key jsonb, subject_name text, subject_facts jsonb,
		entry bigint, version bigint, run bigint, session name, actor text) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE SET enable_seqscan = off SET jit = off
BEGIN ATOMIC
	-- one that may be changed: the alerts of its row by their numbers, as sanct_lock_alert does; the table, which all
	-- of them have, is not what they are looked up by
	SELECT s.id FROM sanct_alert s
	WHERE s.subject_key OPERATOR(pg_catalog.=) sanct_write_again.subject_key
		AND (s.subject OPERATOR(pg_catalog.||) '') OPERATOR(pg_catalog.=) sanct_write_again.subject
		AND EXISTS (SELECT FROM sanct_alert a
			WHERE a.fingerprint OPERATOR(pg_catalog.=) sanct_fingerprint(sanct_write_again.subject,
				sanct_write_again.subject_key, sanct_write_again.subject_name, sanct_write_again.subject_facts)
				AND COALESCE(a.entry_id, 0) OPERATOR(pg_catalog.=) COALESCE(entry, 0)
				AND COALESCE(a.entry_version, 0) OPERATOR(pg_catalog.=) COALESCE(version, 0)
				AND a.quarantine_id IS NULL AND (a.entry_id IS NOT NULL OR a.kind OPERATOR(pg_catalog.=) 'unread')
				AND (a.status OPERATOR(pg_catalog.=) 'cleared' OR (run IS NULL AND a.written_actor IS NULL
					AND sanct_is_pool(a.written_by, a.written_at, a.written_at))))
	ORDER BY s.id FOR UPDATE;
	UPDATE sanct_alert AS a SET written_by = session, written_actor = actor,
		written_at = pg_catalog.clock_timestamp()
	WHERE a.fingerprint OPERATOR(pg_catalog.=) sanct_fingerprint(sanct_write_again.subject,
		sanct_write_again.subject_key, sanct_write_again.subject_name, sanct_write_again.subject_facts)
		AND COALESCE(a.entry_id, 0) OPERATOR(pg_catalog.=) COALESCE(entry, 0)
		AND COALESCE(a.entry_version, 0) OPERATOR(pg_catalog.=) COALESCE(version, 0)
		AND a.quarantine_id IS NULL AND (a.entry_id IS NOT NULL OR a.kind OPERATOR(pg_catalog.=) 'unread')
		AND a.status OPERATOR(pg_catalog.=) 'open' AND a.written_actor IS NULL
			AND sanct_is_pool(a.written_by, a.written_at, a.written_at)
		AND run IS NULL AND (actor IS NOT NULL OR NOT sanct_is_pool(session, 'infinity', 'infinity'));
	WITH lapsed AS (
		UPDATE sanct_alert AS a SET status = 'open',
			written_by = CASE WHEN run IS NULL THEN session ELSE a.written_by END,
			written_actor = CASE WHEN run IS NULL THEN actor ELSE a.written_actor END,
			written_at = CASE WHEN run IS NULL THEN pg_catalog.clock_timestamp() ELSE a.written_at END
		WHERE a.fingerprint OPERATOR(pg_catalog.=) sanct_fingerprint(sanct_write_again.subject,
			sanct_write_again.subject_key, sanct_write_again.subject_name, sanct_write_again.subject_facts)
			AND COALESCE(a.entry_id, 0) OPERATOR(pg_catalog.=) COALESCE(entry, 0)
			AND COALESCE(a.entry_version, 0) OPERATOR(pg_catalog.=) COALESCE(version, 0)
			AND a.quarantine_id IS NULL AND (a.entry_id IS NOT NULL OR a.kind OPERATOR(pg_catalog.=) 'unread')
			AND a.status OPERATOR(pg_catalog.=) 'cleared'
			AND NOT EXISTS (SELECT FROM sanct_clearance c WHERE c.alert_id OPERATOR(pg_catalog.=) a.id
				AND c.revoked_at IS NULL
				AND (c.expires_at IS NULL OR c.expires_at OPERATOR(pg_catalog.>) pg_catalog.clock_timestamp()))
		RETURNING a.id
	), noted AS (
		INSERT INTO sanct_decision (alert_id, verdict, reason, decided_by, decided_actor)
		SELECT l.id, 'reopen', CASE WHEN run IS NULL THEN 'written again after its clearance had lapsed'
			ELSE pg_catalog.format('found again by run %s after its clearance had lapsed', run) END, session, actor
		FROM lapsed l RETURNING alert_id
	)
	SELECT CASE WHEN EXISTS (SELECT FROM noted) THEN OPERATOR(pg_catalog.-) a.id ELSE a.id END FROM sanct_alert a
	WHERE a.fingerprint OPERATOR(pg_catalog.=) sanct_fingerprint(sanct_write_again.subject,
		sanct_write_again.subject_key, sanct_write_again.subject_name, sanct_write_again.subject_facts)
		AND COALESCE(a.entry_id, 0) OPERATOR(pg_catalog.=) COALESCE(entry, 0)
		AND COALESCE(a.entry_version, 0) OPERATOR(pg_catalog.=) COALESCE(version, 0)
		AND a.quarantine_id IS NULL AND (a.entry_id IS NOT NULL OR a.kind OPERATOR(pg_catalog.=) 'unread');
END;
COMMENT ON FUNCTION sanct_write_again(text, jsonb, text, jsonb, bigint, bigint, bigint, name, text) IS
	'internal: notes that what has an alert was written or found again, and opens it if its clearance has lapsed; which '
	'alert, less than 0 if that was so';

CREATE FUNCTION sanct_alert_stands(subject text, subject_key jsonb, subject_name text, subject_facts jsonb,
		entry bigint, version bigint) RETURNS boolean
	LANGUAGE sql VOLATILE PARALLEL UNSAFE SET enable_seqscan = off SET jit = off
BEGIN ATOMIC
	SELECT EXISTS (SELECT FROM sanct_alert a
		WHERE a.fingerprint OPERATOR(pg_catalog.=) sanct_fingerprint(sanct_alert_stands.subject,
			sanct_alert_stands.subject_key, sanct_alert_stands.subject_name, sanct_alert_stands.subject_facts)
			AND COALESCE(a.entry_id, 0) OPERATOR(pg_catalog.=) COALESCE(entry, 0)
			AND COALESCE(a.entry_version, 0) OPERATOR(pg_catalog.=) COALESCE(version, 0)
			AND a.quarantine_id IS NULL AND (a.entry_id IS NOT NULL OR a.kind OPERATOR(pg_catalog.=) 'unread')
			AND (a.status OPERATOR(pg_catalog.<>) 'cleared' OR EXISTS (SELECT FROM sanct_clearance c
				WHERE c.alert_id OPERATOR(pg_catalog.=) a.id AND c.revoked_at IS NULL
					AND (c.expires_at IS NULL OR c.expires_at
						OPERATOR(pg_catalog.>) pg_catalog.clock_timestamp()))));
END;
COMMENT ON FUNCTION sanct_alert_stands(text, jsonb, text, jsonb, bigint, bigint) IS
	'internal: is there the same alert already, and nothing that would open it again';

-- what a run asks and notes

CREATE FUNCTION sanct_last_run(subject text, columns jsonb, threshold real, verdict text, lists text[], types text[],
		programs text[], weak boolean, unread text, algorithm integer) RETURNS text[]
	LANGUAGE sql STABLE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT ARRAY[r.id::pg_catalog.text] OPERATOR(pg_catalog.||) COALESCE((
		SELECT pg_catalog.array_agg(p.part ORDER BY l.list, p.n) FROM sanct_run_list l,
			LATERAL (VALUES (1, l.list), (2, l.release_id::pg_catalog.text)) p (n, part)
		WHERE l.run_id OPERATOR(pg_catalog.=) r.id), '{}'::pg_catalog.text[])
	FROM sanct_run r
	WHERE r.subject OPERATOR(pg_catalog.=) sanct_last_run.subject
		AND r.columns OPERATOR(pg_catalog.=) sanct_last_run.columns
		AND r.threshold OPERATOR(pg_catalog.=) sanct_last_run.threshold
		AND r.verdict OPERATOR(pg_catalog.=) sanct_last_run.verdict
		AND COALESCE(r.lists, '{}') OPERATOR(pg_catalog.=) COALESCE(sanct_last_run.lists, '{}')
		AND COALESCE(r.types, '{}') OPERATOR(pg_catalog.=) COALESCE(sanct_last_run.types, '{}')
		AND COALESCE(r.programs, '{}') OPERATOR(pg_catalog.=) COALESCE(sanct_last_run.programs, '{}')
		AND r.weak OPERATOR(pg_catalog.=) sanct_last_run.weak
		AND r.unread OPERATOR(pg_catalog.=) sanct_last_run.unread
		AND r.algorithm OPERATOR(pg_catalog.=) sanct_last_run.algorithm
	ORDER BY r.id DESC LIMIT 1;
END;
COMMENT ON FUNCTION sanct_last_run(text, jsonb, real, text, text[], text[], text[], boolean, text, integer) IS
	'internal: the last run that asked the same of a table, then each list that it looked at and its release';

CREATE FUNCTION sanct_lapsed_entries(subject text) RETURNS bigint[]
	LANGUAGE sql STABLE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(DISTINCT c.entry_id) FROM sanct_clearance c
	WHERE c.subject OPERATOR(pg_catalog.=) sanct_lapsed_entries.subject AND c.entry_id IS NOT NULL
		AND (c.revoked_at IS NOT NULL OR c.expires_at OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp());
END;
COMMENT ON FUNCTION sanct_lapsed_entries(text) IS
	'internal: entries that subjects of a table were cleared of, and are no longer';

CREATE FUNCTION sanct_next_run() RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.nextval('sanct_run_id_seq'::pg_catalog.regclass);
END;
COMMENT ON FUNCTION sanct_next_run() IS 'internal: the number of a run that begins';

CREATE FUNCTION sanct_note_run(id bigint, kind text, subject text, columns jsonb, threshold real, verdict text,
		lists text[], types text[], programs text[], weak boolean, unread text, previous bigint, counts bigint[],
		algorithm integer, started_at timestamp with time zone, looked_at text[], releases bigint[], since bigint[], session name,
		actor text) RETURNS sanct_run
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_run_list (run_id, list, release_id, since)
	SELECT sanct_note_run.id, u.list, u.release, u.since
	FROM ROWS FROM (pg_catalog.unnest(looked_at), pg_catalog.unnest(releases), pg_catalog.unnest(sanct_note_run.since))
		AS u (list, release, since);
	INSERT INTO sanct_run AS r (id, kind, subject, columns, threshold, verdict, lists, types, programs, weak,
		unread, previous_id, rows, hits, ruled_out, raised, reopened, standing, suppressed, unread_names, algorithm,
		started_at, finished_at, run_by, run_actor)
	VALUES (sanct_note_run.id, sanct_note_run.kind, sanct_note_run.subject, sanct_note_run.columns,
		sanct_note_run.threshold, sanct_note_run.verdict, sanct_note_run.lists, sanct_note_run.types,
		sanct_note_run.programs, sanct_note_run.weak, sanct_note_run.unread, previous, counts[1], counts[2], counts[3],
		counts[4], counts[5], counts[6], counts[7], counts[8], sanct_note_run.algorithm, sanct_note_run.started_at,
		pg_catalog.clock_timestamp(), session, actor)
	RETURNING r;
END;
COMMENT ON FUNCTION sanct_note_run(bigint, text, text, jsonb, real, text, text[], text[], text[], boolean, text, bigint,
	bigint[], integer, timestamp with time zone, text[], bigint[], bigint[], name, text) IS 'internal: notes a run';

CREATE FUNCTION sanct_store_quarantined(subject text, operation text, subject_key jsonb, content jsonb, session name,
		actor text) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_quarantine (subject, operation, subject_key, content, quarantined_by, quarantined_actor)
	VALUES (subject, operation, subject_key, content, session, actor) RETURNING id;
END;
COMMENT ON FUNCTION sanct_store_quarantined(text, text, jsonb, jsonb, name, text) IS
	'internal: stores a row that is kept out';

CREATE FUNCTION sanct_alert_of(alert bigint) RETURNS sanct_alert
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT a FROM sanct_alert a WHERE a.id OPERATOR(pg_catalog.=) alert;
END;
COMMENT ON FUNCTION sanct_alert_of(bigint) IS 'internal: an alert as it is at this moment';

CREATE FUNCTION sanct_lock_alert(alert bigint) RETURNS sanct_alert
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	-- the alerts of one row are decided one after another
	SELECT s.id FROM sanct_alert a JOIN sanct_alert s ON s.subject OPERATOR(pg_catalog.=) a.subject AND s.subject_key
		OPERATOR(pg_catalog.=) a.subject_key
	WHERE a.id OPERATOR(pg_catalog.=) alert ORDER BY s.id FOR UPDATE OF s;
	SELECT a FROM sanct_alert a WHERE a.id OPERATOR(pg_catalog.=) alert FOR UPDATE;
END;
COMMENT ON FUNCTION sanct_lock_alert(bigint) IS 'internal: an alert, which nobody else decides meanwhile';

CREATE FUNCTION sanct_note_decision(alert bigint, verdict text, reason text, status text,
		expires_at timestamp with time zone, session name, actor text) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_alert AS a SET status = sanct_note_decision.status WHERE a.id OPERATOR(pg_catalog.=) alert
		AND sanct_note_decision.status IS NOT NULL;
	UPDATE sanct_clearance AS c SET revoked_at = pg_catalog.clock_timestamp(), revoked_by = session,
		revoked_actor = actor, revoked_reason = sanct_note_decision.reason
	WHERE c.alert_id OPERATOR(pg_catalog.=) alert AND c.revoked_at IS NULL AND sanct_note_decision.status IS NOT NULL;
	INSERT INTO sanct_clearance (alert_id, subject, subject_key, subject_name, subject_facts, fingerprint, entry_id,
		entry_version, list, list_uid, reason, approved_by, approved_actor, expires_at)
	SELECT a.id, a.subject, a.subject_key, a.subject_name, a.subject_facts, a.fingerprint, a.entry_id, a.entry_version,
		a.list, a.list_uid, sanct_note_decision.reason, session, actor, sanct_note_decision.expires_at
	FROM sanct_alert a
	WHERE a.id OPERATOR(pg_catalog.=) alert AND sanct_note_decision.status OPERATOR(pg_catalog.=) 'cleared'
		AND (a.entry_id IS NOT NULL OR a.kind OPERATOR(pg_catalog.=) 'unread');
	UPDATE sanct_quarantine AS q SET status = 'rejected' FROM sanct_alert a
	WHERE a.id OPERATOR(pg_catalog.=) alert AND q.id OPERATOR(pg_catalog.=) a.quarantine_id AND q.status
		OPERATOR(pg_catalog.=) 'held'
		AND sanct_note_decision.status OPERATOR(pg_catalog.=) 'match';
	INSERT INTO sanct_decision (alert_id, verdict, reason, decided_by, decided_actor)
	VALUES (alert, sanct_note_decision.verdict, sanct_note_decision.reason, session, actor) RETURNING id;
END;
COMMENT ON FUNCTION sanct_note_decision(bigint, text, text, text, timestamp with time zone, name, text) IS
	'internal: notes a decision and what follows from it';

CREATE FUNCTION sanct_count_open(subject text, subject_key jsonb) RETURNS bigint
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.count(*) FROM sanct_alert a
	WHERE a.subject OPERATOR(pg_catalog.=) sanct_count_open.subject AND a.subject_key
		OPERATOR(pg_catalog.=) sanct_count_open.subject_key
		AND a.status OPERATOR(pg_catalog.<>) 'cleared' AND a.quarantine_id IS NULL;
END;
COMMENT ON FUNCTION sanct_count_open(text, jsonb) IS 'internal: how many alerts of a row are not cleared';

CREATE FUNCTION sanct_has_alert(subject text, subject_key jsonb) RETURNS boolean
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT EXISTS (SELECT FROM sanct_alert a
		WHERE a.subject OPERATOR(pg_catalog.=) sanct_has_alert.subject AND a.subject_key
			OPERATOR(pg_catalog.=) sanct_has_alert.subject_key AND a.quarantine_id IS NULL);
END;
COMMENT ON FUNCTION sanct_has_alert(text, jsonb) IS 'internal: is there any alert of a row, whatever was decided';

CREATE FUNCTION sanct_store_clearance(subject text, subject_key jsonb, subject_name text, subject_facts jsonb,
		entry bigint, reason text, expires_at timestamp with time zone, session name, actor text) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO sanct_clearance (subject, subject_key, subject_name, subject_facts, fingerprint, entry_id,
		entry_version, list, list_uid, reason, approved_by, approved_actor, expires_at)
	SELECT sanct_store_clearance.subject, sanct_store_clearance.subject_key, sanct_store_clearance.subject_name,
		sanct_store_clearance.subject_facts, sanct_fingerprint(sanct_store_clearance.subject,
		sanct_store_clearance.subject_key, sanct_store_clearance.subject_name, sanct_store_clearance.subject_facts),
		f.id, f.version, f.code, f.list_uid, sanct_store_clearance.reason, session, actor,
		sanct_store_clearance.expires_at
	FROM (SELECT e.id, COALESCE(e.substance_in, e.changed_in), l.code, e.list_uid FROM sanct_entry e
		JOIN sanct_list l ON l.id
		OPERATOR(pg_catalog.=) e.list_id
			WHERE e.id OPERATOR(pg_catalog.=) entry
		UNION ALL SELECT NULL, NULL, NULL, NULL WHERE entry IS NULL) f (id, version, code, list_uid)
	RETURNING id;
END;
COMMENT ON FUNCTION sanct_store_clearance(text, jsonb, text, jsonb, bigint, text, timestamp with time zone, name,
	text) IS
	'internal: notes a clearance of an entry, or without one of not being read; NULL if there is no such entry';

CREATE FUNCTION sanct_end_clearance(clearance bigint, reason text, session name, actor text) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_clearance AS c SET revoked_at = pg_catalog.clock_timestamp(), revoked_by = session,
		revoked_actor = actor, revoked_reason = sanct_end_clearance.reason
	WHERE c.id OPERATOR(pg_catalog.=) clearance AND c.revoked_at IS NULL AND c.alert_id IS NULL RETURNING c.id;
END;
COMMENT ON FUNCTION sanct_end_clearance(bigint, text, name, text) IS
	'internal: notes that a clearance is revoked; NULL if there is no such one';

CREATE FUNCTION sanct_list_of_clearance(clearance bigint) RETURNS text
	LANGUAGE sql STABLE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT c.list FROM sanct_clearance c WHERE c.id OPERATOR(pg_catalog.=) clearance;
END;
COMMENT ON FUNCTION sanct_list_of_clearance(bigint) IS 'internal: the list that a clearance is of; NULL: none';

CREATE FUNCTION sanct_lock_quarantined(quarantined bigint) RETURNS sanct_quarantine
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT q FROM sanct_quarantine q WHERE q.id OPERATOR(pg_catalog.=) quarantined FOR UPDATE;
END;
COMMENT ON FUNCTION sanct_lock_quarantined(bigint) IS
	'internal: a row that was kept out, which nobody else releases meanwhile';

CREATE FUNCTION sanct_count_uncleared(quarantined bigint) RETURNS bigint
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.count(*) FROM sanct_alert a WHERE a.quarantine_id OPERATOR(pg_catalog.=) quarantined
		AND a.status OPERATOR(pg_catalog.<>) 'cleared';
END;
COMMENT ON FUNCTION sanct_count_uncleared(bigint) IS
	'internal: how many alerts of a row that was kept out are not cleared';

CREATE FUNCTION sanct_note_released(quarantined bigint, session name, actor text) RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_quarantine AS q SET status = 'released', released_at = pg_catalog.clock_timestamp(),
		released_by = session, released_actor = actor
	WHERE q.id OPERATOR(pg_catalog.=) quarantined RETURNING q.id;
END;
COMMENT ON FUNCTION sanct_note_released(bigint, name, text) IS 'internal: notes that a row has been released';

REVOKE ALL ON FUNCTION sanct_fingerprint(text, jsonb, text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_is_pool(name, timestamp with time zone, timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_is_same_person(name, text, timestamp with time zone, name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_store_pool(name, name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_end_pool(name, name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_is_cleared(text, jsonb, text, jsonb, bigint, bigint, boolean, name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_raise_alert(text, jsonb, text, jsonb, bigint, bigint, bigint, text, text, text, text,
	real, real, text, integer, text, name, bigint, bigint, boolean, name, text, double precision, real, real, text,
	text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_write_again(text, jsonb, text, jsonb, bigint, bigint, bigint, name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_alert_stands(text, jsonb, text, jsonb, bigint, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_last_run(text, jsonb, real, text, text[], text[], text[], boolean, text, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_lapsed_entries(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_next_run() FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_note_run(bigint, text, text, jsonb, real, text, text[], text[], text[], boolean, text, bigint,
	bigint[], integer, timestamp with time zone, text[], bigint[], bigint[], name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_fold(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_store_quarantined(text, text, jsonb, jsonb, name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_alert_of(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_lock_alert(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_note_decision(bigint, text, text, text, timestamp with time zone, name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_count_open(text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_has_alert(text, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_store_clearance(text, jsonb, text, jsonb, bigint, text, timestamp with time zone, name,
	text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_end_clearance(bigint, text, name, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_list_of_clearance(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_lock_quarantined(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_count_uncleared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_note_released(bigint, name, text) FROM PUBLIC;

-- The guard runs with the rights of whoever writes the row, for it calls output functions of any type; what it writes
-- itself is written by our own functions.

CREATE FUNCTION sanct_guard() RETURNS trigger
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_guard() IS
	'trigger that blocks, holds, records or quarantines rows whose names match listed entries';

CREATE FUNCTION sanct_guard_attach(subjects regclass, columns text, action text DEFAULT 'block',
		options text[] DEFAULT '{}', statement boolean DEFAULT false, threshold double precision DEFAULT NULL,
		lists text[] DEFAULT NULL, types text[] DEFAULT NULL, key text[] DEFAULT NULL, birth_date text DEFAULT NULL,
		nationality text DEFAULT NULL, gender text DEFAULT NULL, birth_place text DEFAULT NULL,
		document text[] DEFAULT NULL, type text DEFAULT NULL, country text DEFAULT NULL, verdict text DEFAULT NULL,
		mark text DEFAULT NULL, four_eyes boolean DEFAULT NULL, show_names boolean DEFAULT NULL,
		row_limit integer DEFAULT NULL, unread text DEFAULT NULL, on_empty text DEFAULT NULL, scan text DEFAULT NULL,
		tell text DEFAULT NULL, notify boolean DEFAULT NULL, weak boolean DEFAULT NULL)
	RETURNS SETOF text
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_guard_attach(regclass, text, text, text[], boolean, double precision, text[], text[],
	text[], text, text, text, text, text[], text, text, text, text, boolean, boolean, integer, text, text, text, text,
	boolean, boolean) IS
	'create the triggers that guard a table, and tell what they do not see; without verdict they act on contradicted hits '
	'too, as nobody looks again at a row that went in';

CREATE FUNCTION sanct_guard_detach(subjects regclass) RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_guard_detach(regclass) IS 'drop the triggers that guard a table; how many there were';

CREATE FUNCTION sanct_guard_check(subjects regclass, OUT guard name, OUT fires text, OUT action text, OUT enabled text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL UNSAFE ROWS 2;
COMMENT ON FUNCTION sanct_guard_check(regclass) IS 'the guards of a table, their arguments checked';

CREATE FUNCTION sanct_enable_triggers() RETURNS SETOF text
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_enable_triggers() IS
	'let all triggers of the extension and all guards fire always again, as after a restore with '
	'--disable-triggers; which did not';
REVOKE ALL ON FUNCTION sanct_enable_triggers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_enable_triggers() TO @extowner@, pg_database_owner WITH GRANT OPTION;

CREATE FUNCTION sanct_run(subjects regclass, id_column name, name_column name,
		threshold double precision DEFAULT 0.67, verdict text DEFAULT 'possible', lists text[] DEFAULT NULL,
		types text[] DEFAULT NULL, programs text[] DEFAULT NULL, on_empty text DEFAULT 'error',
		weak boolean DEFAULT true,
		birth_date_column name DEFAULT NULL, nationality_column name DEFAULT NULL, gender_column name DEFAULT NULL,
		document_columns name[] DEFAULT NULL, birth_place_column name DEFAULT NULL, type_column name DEFAULT NULL,
		key_columns name[] DEFAULT NULL, unread text DEFAULT 'alert', actor text DEFAULT NULL,
		notify boolean DEFAULT false) RETURNS sanct_run
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE COST 100000;
COMMENT ON FUNCTION sanct_run(regclass, name, name, double precision, text, text[], text[], text[], text, boolean,
	name, name, name, name[], name, name, name[], text, text, boolean) IS
	'hold the names of a table against the lists as sanct_screen_table does, raise alerts of what is not cleared, and '
	'leave a row of sanct_run; without verdict weak and contradicted hits are counted as ruled_out and raise none, as a '
	'table has many of them, and each run looks at all again';

CREATE FUNCTION sanct_run_new(subjects regclass, id_column name, name_column name,
		threshold double precision DEFAULT 0.67, verdict text DEFAULT 'possible', lists text[] DEFAULT NULL,
		types text[] DEFAULT NULL, programs text[] DEFAULT NULL, on_empty text DEFAULT 'error',
		weak boolean DEFAULT true,
		birth_date_column name DEFAULT NULL, nationality_column name DEFAULT NULL, gender_column name DEFAULT NULL,
		document_columns name[] DEFAULT NULL, birth_place_column name DEFAULT NULL, type_column name DEFAULT NULL,
		key_columns name[] DEFAULT NULL, unread text DEFAULT 'alert', actor text DEFAULT NULL,
		notify boolean DEFAULT false) RETURNS sanct_run
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE COST 100000;
COMMENT ON FUNCTION sanct_run_new(regclass, name, name, double precision, text, text[], text[], text[], text, boolean,
	name, name, name, name[], name, name, name[], text, text, boolean) IS
	'the same against what lists have added or changed since the last run that asked the same of the table, and what '
	'was cleared and is no longer; the first time against everything';

CREATE FUNCTION sanct_decide(alert bigint, verdict text, reason text,
		expires_at timestamp with time zone DEFAULT NULL, actor text DEFAULT NULL) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_decide(bigint, text, text, timestamp with time zone, text) IS
	'decide an alert: match, no match (which clears the subject of the entry until expires_at), reopen or comment';

CREATE FUNCTION sanct_alerts_of_case(case_id bigint, hidden text[]) RETURNS bigint[]
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	-- as the view sanct_case puts them together for whom these lists are hidden
	SELECT pg_catalog.array_agg(a.id ORDER BY a.id)
	FROM sanct_alert c JOIN sanct_alert a ON a.subject_key OPERATOR(pg_catalog.=) c.subject_key
		AND a.subject OPERATOR(pg_catalog.=) c.subject
	WHERE c.id OPERATOR(pg_catalog.=) sanct_alerts_of_case.case_id
		AND (a.list IS NULL OR a.list OPERATOR(pg_catalog.<>) ALL (hidden))
		AND (SELECT pg_catalog.min(b.id) FROM sanct_alert b WHERE b.subject_key OPERATOR(pg_catalog.=) a.subject_key
			AND b.subject OPERATOR(pg_catalog.=) a.subject
			AND (b.id OPERATOR(pg_catalog.=) a.id OR b.entry_id OPERATOR(pg_catalog.=) a.entry_id
				OR b.entry_id OPERATOR(pg_catalog.=) ANY (a.linked)
				OR a.entry_id OPERATOR(pg_catalog.=) ANY (b.linked))
			AND (b.list IS NULL OR b.list OPERATOR(pg_catalog.<>) ALL (hidden))) OPERATOR(pg_catalog.=) c.id;
END;
COMMENT ON FUNCTION sanct_alerts_of_case(bigint, text[]) IS 'internal: the alerts of a case';
REVOKE ALL ON FUNCTION sanct_alerts_of_case(bigint, text[]) FROM PUBLIC;

CREATE FUNCTION sanct_decide_case(case_id bigint, verdict text, reason text,
		expires_at timestamp with time zone DEFAULT NULL, actor text DEFAULT NULL, alerts bigint[] DEFAULT NULL)
		RETURNS bigint[]
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_decide_case(bigint, text, text, timestamp with time zone, text, bigint[]) IS
	'decide all alerts of a case that the verdict suits, each as sanct_decide does; which they are. With alerts: an '
	'error unless the case has just these';
REVOKE ALL ON FUNCTION sanct_decide_case(bigint, text, text, timestamp with time zone, text, bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_decide_case(bigint, text, text, timestamp with time zone, text, bigint[]) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;

CREATE FUNCTION sanct_note_assignment(alert bigint, assignee text, due date, reason text, session name, actor text)
		RETURNS bigint
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_alert AS a SET assigned_to = assignee, due = sanct_note_assignment.due
	WHERE a.id OPERATOR(pg_catalog.=) alert;
	INSERT INTO sanct_decision (alert_id, verdict, reason, assigned_to, due, decided_by, decided_actor)
	VALUES (alert, 'assign', sanct_note_assignment.reason, assignee, sanct_note_assignment.due, session, actor)
	RETURNING id;
END;
COMMENT ON FUNCTION sanct_note_assignment(bigint, text, date, text, name, text) IS
	'internal: notes who is to decide an alert';
REVOKE ALL ON FUNCTION sanct_note_assignment(bigint, text, date, text, name, text) FROM PUBLIC;

CREATE FUNCTION sanct_assign(alert bigint, assignee text, due date DEFAULT NULL, reason text DEFAULT 'assigned',
		actor text DEFAULT NULL) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_assign(bigint, text, date, text, text) IS
	'say who is to decide an open alert, and until when; NULL: nobody any more';
REVOKE ALL ON FUNCTION sanct_assign(bigint, text, date, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_assign(bigint, text, date, text, text) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;

CREATE FUNCTION sanct_clear(subjects regclass, subject_key jsonb, subject_name text, entry bigint, reason text,
		expires_at timestamp with time zone DEFAULT NULL, subject_facts jsonb DEFAULT '{}', actor text DEFAULT NULL,
		kind text DEFAULT 'match') RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_clear(regclass, jsonb, text, bigint, text, timestamp with time zone, jsonb, text, text) IS
	'note that a subject is not an entry, or of kind unread that its name may be written, though no alert was '
	'raised: for rows that a guard has blocked';

CREATE FUNCTION sanct_revoke_clearance(clearance bigint, reason text, actor text DEFAULT NULL) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_revoke_clearance(bigint, text, text) IS 'take back what sanct_clear noted';

CREATE FUNCTION sanct_release_quarantined(quarantined bigint, actor text DEFAULT NULL) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_release_quarantined(bigint, text) IS
	'write a quarantined row into its table, once its alerts are cleared';

CREATE FUNCTION sanct_declare_pool(role name, actor text DEFAULT NULL) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_declare_pool(name, text) IS
	'declare that a role logs in for many persons: only whom it names is told apart';

CREATE FUNCTION sanct_forget_pool(role name, actor text DEFAULT NULL) RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE;
COMMENT ON FUNCTION sanct_forget_pool(name, text) IS 'declare that a role is a person again';

-- SELECT may be granted on.  INSERT and the sequences are for the owner's restore of a dump, and nobody else's.

REVOKE ALL ON FUNCTION sanct_guard() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_guard() TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_guard_attach(regclass, text, text, text[], boolean, double precision, text[], text[],
	text[], text, text, text, text, text[], text, text, text, text, boolean, boolean, integer, text, text, text, text,
	boolean, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_guard_attach(regclass, text, text, text[], boolean, double precision, text[], text[],
	text[], text, text, text, text, text[], text, text, text, text, boolean, boolean, integer, text, text, text, text,
	boolean, boolean) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_guard_detach(regclass) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_guard_detach(regclass) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_run(regclass, name, name, double precision, text, text[], text[], text[], text, boolean,
	name, name, name, name[], name, name, name[], text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_run(regclass, name, name, double precision, text, text[], text[], text[], text, boolean,
	name, name, name, name[], name, name, name[], text, text, boolean) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_run_new(regclass, name, name, double precision, text, text[], text[], text[],
	text, boolean,
	name, name, name, name[], name, name, name[], text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_run_new(regclass, name, name, double precision, text, text[], text[], text[],
	text, boolean,
	name, name, name, name[], name, name, name[], text, text, boolean) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_decide(bigint, text, text, timestamp with time zone, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_decide(bigint, text, text, timestamp with time zone, text) TO @extowner@,
	pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_clear(regclass, jsonb, text, bigint, text, timestamp with time zone, jsonb, text, text)
	FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_clear(regclass, jsonb, text, bigint, text, timestamp with time zone, jsonb, text,
	text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_revoke_clearance(bigint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_revoke_clearance(bigint, text, text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_release_quarantined(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_release_quarantined(bigint, text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_declare_pool(name, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_declare_pool(name, text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
REVOKE ALL ON FUNCTION sanct_forget_pool(name, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_forget_pool(name, text) TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_pool TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_pool TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_run TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_run TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_run_list TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_run_list TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_alert TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_alert TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_decision TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_decision TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_clearance TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_clearance TO @extowner@, pg_database_owner;
GRANT SELECT ON sanct_quarantine TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT INSERT ON sanct_quarantine TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_pool_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_run_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_alert_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_decision_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_clearance_id_seq TO @extowner@, pg_database_owner;
GRANT SELECT, UPDATE ON SEQUENCE sanct_quarantine_id_seq TO @extowner@, pg_database_owner;

-- what stands open, how old lists are, what guards a table, who an entry is: for people and their tools

CREATE VIEW sanct_alert_history WITH (security_barrier) AS
	SELECT a.id AS alert_id, h.at, h.event, h.reason, h.by_role, h.by_actor, h.assigned_to, h.due, h.expires_at
	FROM sanct_alert a CROSS JOIN LATERAL (
		SELECT a.raised_at, 'raised', CASE WHEN a.run_id IS NULL THEN pg_catalog.format('by guard %s', a.guard)
			ELSE pg_catalog.format('by run %s', a.run_id) END, a.raised_by, a.raised_actor, NULL::pg_catalog.text,
			NULL::pg_catalog.date, NULL::pg_catalog.timestamptz
		UNION ALL
		SELECT d.decided_at, d.verdict, d.reason, d.decided_by, d.decided_actor, d.assigned_to, d.due,
			(SELECT pg_catalog.max(c.expires_at) FROM sanct_clearance c
				WHERE c.alert_id OPERATOR(pg_catalog.=) a.id AND d.verdict OPERATOR(pg_catalog.=) 'no match'
					AND c.approved_at OPERATOR(pg_catalog.=) (SELECT pg_catalog.max(x.approved_at) FROM sanct_clearance x
						WHERE x.alert_id OPERATOR(pg_catalog.=) a.id
							AND x.approved_at OPERATOR(pg_catalog.<=) d.decided_at))
		FROM sanct_decision d WHERE d.alert_id OPERATOR(pg_catalog.=) a.id
		UNION ALL
		SELECT c.expires_at, 'lapsed', c.reason, NULL, NULL, NULL, NULL, c.expires_at FROM sanct_clearance c
		WHERE c.alert_id OPERATOR(pg_catalog.=) a.id AND c.expires_at OPERATOR(pg_catalog.<=) pg_catalog.now()
			AND (c.revoked_at IS NULL OR c.revoked_at OPERATOR(pg_catalog.>) c.expires_at)
	) h (at, event, reason, by_role, by_actor, assigned_to, due, expires_at)
	WHERE a.list IS NULL OR sanct_list_shown(a.list);
COMMENT ON VIEW sanct_alert_history IS
	'what has happened to each alert: raised, decided, assigned, opened again, lapsed';
COMMENT ON COLUMN sanct_alert_history.alert_id IS 'the alert';
COMMENT ON COLUMN sanct_alert_history.at IS 'when';
COMMENT ON COLUMN sanct_alert_history.event IS
	'raised, match, no match, reopen, comment, assign, or lapsed: a clearance has expired';
COMMENT ON COLUMN sanct_alert_history.reason IS 'why; of lapsed why it had been cleared';
COMMENT ON COLUMN sanct_alert_history.by_role IS 'user of the session';
COMMENT ON COLUMN sanct_alert_history.by_actor IS 'person that the application named';
COMMENT ON COLUMN sanct_alert_history.assigned_to IS 'of an assignment: who is to decide';
COMMENT ON COLUMN sanct_alert_history.due IS 'of an assignment: until which day';
COMMENT ON COLUMN sanct_alert_history.expires_at IS 'until when it was cleared, NULL: for good, or it was not';

CREATE VIEW sanct_case WITH (security_barrier) AS
	SELECT c.case_id, pg_catalog.min(c.subject) AS subject, (pg_catalog.array_agg(c.subject_key))[1] AS subject_key,
		(pg_catalog.array_agg(c.subject_name ORDER BY c.id DESC))[1] AS subject_name,
		pg_catalog.array_agg(c.id ORDER BY c.id) AS alerts,
		pg_catalog.array_agg(DISTINCT c.list) AS lists, pg_catalog.min(c.primary_name) AS primary_name,
		pg_catalog.max(c.similarity) AS similarity,
		pg_catalog.count(*) FILTER (WHERE c.status OPERATOR(pg_catalog.=) 'open') AS open,
		pg_catalog.count(*) FILTER (WHERE c.status OPERATOR(pg_catalog.=) 'match') AS matches,
		pg_catalog.min(c.assigned_to) AS assigned_to, pg_catalog.min(c.due) AS due,
		pg_catalog.min(c.raised_at) AS raised_at
	FROM (SELECT a.id, a.subject, a.subject_key, a.subject_name, a.list, a.primary_name, a.similarity, a.status,
			a.assigned_to, a.due, a.raised_at, (SELECT pg_catalog.min(b.id) FROM sanct_alert b
			WHERE b.subject_key OPERATOR(pg_catalog.=) a.subject_key
				AND b.subject OPERATOR(pg_catalog.=) a.subject
				AND (b.id OPERATOR(pg_catalog.=) a.id OR b.entry_id OPERATOR(pg_catalog.=) a.entry_id
					OR b.entry_id OPERATOR(pg_catalog.=) ANY (a.linked)
					OR a.entry_id OPERATOR(pg_catalog.=) ANY (b.linked))
				AND (b.list IS NULL OR sanct_list_shown(b.list))) AS case_id
		FROM sanct_alert a WHERE a.list IS NULL OR sanct_list_shown(a.list)) c
	GROUP BY c.case_id;
COMMENT ON VIEW sanct_case IS
	'alerts of one row and one person: the same entry, or entries that are linked; whatever name and facts the row had';
COMMENT ON COLUMN sanct_case.case_id IS 'number of its first alert';
COMMENT ON COLUMN sanct_case.subject IS 'table of the row';
COMMENT ON COLUMN sanct_case.subject_key IS 'which row';
COMMENT ON COLUMN sanct_case.subject_name IS 'the name as it was written last';
COMMENT ON COLUMN sanct_case.alerts IS 'its alerts, each to be decided';
COMMENT ON COLUMN sanct_case.lists IS 'the lists that they are of';
COMMENT ON COLUMN sanct_case.primary_name IS 'what a list calls the entry';
COMMENT ON COLUMN sanct_case.similarity IS 'the greatest';
COMMENT ON COLUMN sanct_case.open IS 'how many of its alerts are open';
COMMENT ON COLUMN sanct_case.matches IS 'how many were decided match';
COMMENT ON COLUMN sanct_case.assigned_to IS 'who is to decide';
COMMENT ON COLUMN sanct_case.due IS 'the first day by which one of them is to be decided';
COMMENT ON COLUMN sanct_case.raised_at IS 'when the first was raised';
GRANT SELECT ON sanct_alert_history TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_case TO @extowner@, pg_database_owner WITH GRANT OPTION;

CREATE VIEW sanct_open_alert WITH (security_barrier) AS
	SELECT a.id AS alert_id, a.kind, a.list, a.list_uid, a.subject, a.subject_key, a.subject_name, a.primary_name,
		a.matched_name, a.similarity, a.tier, a.verdict, a.facts, a.note, a.action, o.opened_at,
		pg_catalog.now() OPERATOR(pg_catalog.-) o.opened_at AS age, o.reopened, a.raised_at, a.raised_by,
		a.raised_actor, a.written_by, a.written_actor, a.four_eyes, e.delisted_in IS NOT NULL AS delisted,
		a.assigned_to, a.due
	FROM sanct_alert a LEFT JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) a.entry_id
		CROSS JOIN LATERAL (SELECT COALESCE(pg_catalog.max(d.decided_at), a.raised_at), pg_catalog.count(*)
			FROM sanct_decision d
			WHERE d.alert_id OPERATOR(pg_catalog.=) a.id AND d.verdict OPERATOR(pg_catalog.=) 'reopen')
			o (opened_at, reopened)
	WHERE a.status OPERATOR(pg_catalog.=) 'open' AND (a.list IS NULL OR sanct_list_shown(a.list));
COMMENT ON VIEW sanct_open_alert IS 'alerts that wait for a decision';

CREATE VIEW sanct_decided_alert WITH (security_barrier) AS
	SELECT d.id AS decision_id, d.alert_id, a.kind, a.list, a.list_uid, a.subject, a.subject_key, d.verdict, d.reason,
		d.decided_at, d.decided_by, d.decided_actor, o.opened_at,
		d.decided_at OPERATOR(pg_catalog.-) o.opened_at AS took,
		NOT EXISTS (SELECT FROM sanct_decision l WHERE l.alert_id OPERATOR(pg_catalog.=) d.alert_id
			AND l.verdict OPERATOR(pg_catalog.=) ANY (ARRAY['match', 'no match', 'reopen']) AND l.id
				OPERATOR(pg_catalog.>) d.id) AS stands
	FROM sanct_decision d JOIN sanct_alert a ON a.id OPERATOR(pg_catalog.=) d.alert_id
		CROSS JOIN LATERAL (SELECT COALESCE(pg_catalog.max(b.decided_at), a.raised_at) FROM sanct_decision b
			WHERE b.alert_id OPERATOR(pg_catalog.=) d.alert_id AND b.verdict OPERATOR(pg_catalog.=) 'reopen'
				AND b.id OPERATOR(pg_catalog.<) d.id) o (opened_at)
	WHERE d.verdict OPERATOR(pg_catalog.=) ANY (ARRAY['match', 'no match'])
		AND (a.list IS NULL OR sanct_list_shown(a.list));
COMMENT ON VIEW sanct_decided_alert IS 'decisions of alerts, and how long each took';

CREATE VIEW sanct_list_status WITH (security_barrier) AS
	SELECT l.code AS list, l.title, l.publisher, r.id AS release_id, r.published, r.imported_at,
		CURRENT_DATE OPERATOR(pg_catalog.-) COALESCE(r.published, r.imported_at::pg_catalog.date) AS age_days,
		r.entries, r.names, r.weak_names, (SELECT pg_catalog.count(*) FROM sanct_name n JOIN sanct_entry e ON e.id
				OPERATOR(pg_catalog.=) n.entry_id
			WHERE e.list_id OPERATOR(pg_catalog.=) l.id AND e.delisted_in IS NULL AND NOT sanct_match(n.name, n.name))
			AS unfindable_names, r.unstorable_names, r.cut_remarks, l.readers IS NOT NULL AS restricted,
		(SELECT pg_catalog.count(*) FROM sanct_release x WHERE x.list_id OPERATOR(pg_catalog.=) l.id) AS releases,
		l.last_checked, l.last_failed, l.failure
	FROM sanct_list l LEFT JOIN LATERAL (SELECT x.* FROM sanct_release x WHERE x.list_id OPERATOR(pg_catalog.=) l.id
		ORDER BY x.id DESC LIMIT 1) r ON true
	WHERE sanct_list_shown(l.id);
COMMENT ON VIEW sanct_list_status IS 'the lists, each with its release in force and how old that is';

CREATE VIEW sanct_guard_status AS
	WITH guard AS (
		SELECT t.tgrelid, t.tgname, t.tgtype::pg_catalog.int4 AS type, t.tgenabled, t.tgqual IS NOT NULL AS conditional,
			pg_catalog.cardinality(t.tgattr::pg_catalog.int2[]) OPERATOR(pg_catalog.>) 0 AS narrowed,
			c.relhasrules AS rules,
			pg_catalog.format('%I.%I', n.nspname, c.relname) AS subject,
			pg_catalog.string_to_array(pg_catalog.convert_from(pg_catalog.decode(pg_catalog.replace(
				pg_catalog.encode(t.tgargs, 'escape'), '\000', '\001'), 'escape'), pg_catalog.getdatabaseencoding()),
				pg_catalog.chr(1)) AS arguments
		FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid
			JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
		WHERE t.tgfoid OPERATOR(pg_catalog.=) 'sanct_guard()'::pg_catalog.regprocedure AND t.tgparentid
			OPERATOR(pg_catalog.=) 0::pg_catalog.oid
	), option AS (
		SELECT g.*, o.columns, o.action, o.threshold, o.lists, o.types, o.other
		FROM guard g CROSS JOIN LATERAL (
			SELECT pg_catalog.max(v.value) FILTER (WHERE v.key OPERATOR(pg_catalog.=) 'columns'),
				pg_catalog.max(v.value) FILTER (WHERE v.key OPERATOR(pg_catalog.=) 'action'),
				pg_catalog.max(v.value) FILTER (WHERE v.key OPERATOR(pg_catalog.=) 'threshold'),
				pg_catalog.max(v.value) FILTER (WHERE v.key OPERATOR(pg_catalog.=) 'lists'),
				pg_catalog.max(v.value) FILTER (WHERE v.key OPERATOR(pg_catalog.=) 'types'),
				pg_catalog.string_agg(v.argument, ' ' ORDER BY v.n) FILTER (WHERE v.key OPERATOR(pg_catalog.<>)
					ALL (ARRAY['columns', 'action', 'threshold', 'lists', 'types']))
			FROM (SELECT u.argument, u.n, pg_catalog.split_part(u.argument, '=', 1),
					pg_catalog.substr(u.argument, pg_catalog.strpos(u.argument, '=') OPERATOR(pg_catalog.+) 1)
				FROM pg_catalog.unnest(g.arguments) WITH ORDINALITY u (argument, n)
				WHERE u.argument OPERATOR(pg_catalog.<>) '') v (argument, n, key, value))
			o (columns, action, threshold, lists, types, other)
	)
	SELECT o.subject, o.tgname AS guard, o.columns, o.action, COALESCE(o.threshold, '0.67') AS threshold, o.lists,
		o.types, o.other AS options, pg_catalog.concat(
			CASE WHEN o.type OPERATOR(pg_catalog.&) 2 OPERATOR(pg_catalog.<>) 0 THEN 'before ' ELSE 'after ' END,
			pg_catalog.concat_ws(' or ',
				CASE WHEN o.type OPERATOR(pg_catalog.&) 4 OPERATOR(pg_catalog.<>) 0 THEN 'insert' END,
				CASE WHEN o.type OPERATOR(pg_catalog.&) 16 OPERATOR(pg_catalog.<>) 0 THEN 'update' END,
				CASE WHEN o.type OPERATOR(pg_catalog.&) 8 OPERATOR(pg_catalog.<>) 0 THEN 'delete' END),
			CASE WHEN o.type OPERATOR(pg_catalog.&) 1 OPERATOR(pg_catalog.<>) 0 THEN ' for each row'
				ELSE ' for each statement' END) AS fires,
		CASE o.tgenabled WHEN 'A' THEN 'always' WHEN 'O' THEN 'not for replication' WHEN 'R'
			THEN 'only for replication' ELSE 'no' END AS enabled,
		pg_catalog.concat_ws('; ',
			CASE o.tgenabled WHEN 'D' THEN 'everything: it is disabled' WHEN 'O' THEN 'what replication applies'
				WHEN 'R' THEN 'all but what replication applies' END,
			CASE WHEN o.type OPERATOR(pg_catalog.&) 1 OPERATOR(pg_catalog.=) 0
				THEN 'rows that logical replication applies' END,
			CASE WHEN o.narrowed THEN 'updates of other columns' END,
			CASE WHEN o.conditional THEN 'rows that its condition leaves out' END,
			CASE WHEN o.rules THEN 'what rules write elsewhere' END,
			(SELECT 'rows of ' OPERATOR(pg_catalog.||) pg_catalog.string_agg(pg_catalog.format('%I.%I', m.nspname,
					k.relname), ', ' ORDER BY m.nspname, k.relname) OPERATOR(pg_catalog.||) ', which inherit'
				FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class k ON k.oid OPERATOR(pg_catalog.=) i.inhrelid
					JOIN pg_catalog.pg_namespace m ON m.oid OPERATOR(pg_catalog.=) k.relnamespace
				WHERE i.inhparent OPERATOR(pg_catalog.=) o.tgrelid AND NOT k.relispartition
					AND NOT EXISTS (SELECT FROM guard h WHERE h.tgrelid OPERATOR(pg_catalog.=) k.oid))) AS unseen
	FROM option o;
COMMENT ON VIEW sanct_guard_status IS 'the triggers that guard tables of this database, and what they do not see';

CREATE FUNCTION sanct_guards_naming(list text) RETURNS text
	LANGUAGE sql STABLE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.string_agg(pg_catalog.format('%I on %s', g.guard, g.subject), ', ' ORDER BY g.subject, g.guard)
	FROM sanct_guard_status g
	WHERE sanct_guards_naming.list OPERATOR(pg_catalog.=) ANY (pg_catalog.regexp_split_to_array(g.lists, '[ ,]+'));
END;
COMMENT ON FUNCTION sanct_guards_naming(text) IS 'internal: guards that name a list';

CREATE FUNCTION sanct_set_code(list integer, code text) RETURNS void
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	UPDATE sanct_alert a SET list = sanct_set_code.code
	FROM sanct_list l WHERE l.id OPERATOR(pg_catalog.=) sanct_set_code.list AND a.list OPERATOR(pg_catalog.=) l.code;
	UPDATE sanct_clearance c SET list = sanct_set_code.code
	FROM sanct_list l WHERE l.id OPERATOR(pg_catalog.=) sanct_set_code.list AND c.list OPERATOR(pg_catalog.=) l.code;
	UPDATE sanct_run_list r SET list = sanct_set_code.code
	FROM sanct_list l WHERE l.id OPERATOR(pg_catalog.=) sanct_set_code.list AND r.list OPERATOR(pg_catalog.=) l.code;
	UPDATE sanct_run r SET lists = pg_catalog.array_replace(r.lists, l.code, sanct_set_code.code)
	FROM sanct_list l WHERE l.id OPERATOR(pg_catalog.=) sanct_set_code.list
		AND l.code OPERATOR(pg_catalog.=) ANY (r.lists);
	UPDATE sanct_list SET code = sanct_set_code.code, former_codes = pg_catalog.array_append(former_codes,
		sanct_list.code)
	WHERE sanct_list.id OPERATOR(pg_catalog.=) sanct_set_code.list;
END;
COMMENT ON FUNCTION sanct_set_code(integer, text) IS 'internal: write the key of a list, wherever it is told';

CREATE FUNCTION sanct_list_once_called(code text) RETURNS integer
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT l.id FROM sanct_list l
	WHERE sanct_list_once_called.code OPERATOR(pg_catalog.=) ANY (l.former_codes) AND l.code
		OPERATOR(pg_catalog.<>) sanct_list_once_called.code ORDER BY l.id DESC LIMIT 1;
END;
COMMENT ON FUNCTION sanct_list_once_called(text) IS 'internal: the list that had that key before it was renamed';

CREATE FUNCTION sanct_lists_of_document(list integer, sha256 text[]) RETURNS integer[]
	LANGUAGE sql VOLATILE STRICT PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(l.id ORDER BY l.id) FROM sanct_list l CROSS JOIN LATERAL (
		SELECT r.sha256, r.entries FROM sanct_release r WHERE r.list_id OPERATOR(pg_catalog.=) l.id
		ORDER BY r.id DESC LIMIT 1) r
	WHERE l.id OPERATOR(pg_catalog.<>) list AND r.entries OPERATOR(pg_catalog.>) 0
		AND r.sha256 OPERATOR(pg_catalog.=) sanct_lists_of_document.sha256
		AND pg_catalog.array_to_string(r.sha256, '') OPERATOR(pg_catalog.<>) '';
END;
COMMENT ON FUNCTION sanct_lists_of_document(integer, text[]) IS
	'internal: other lists whose release in force was made of the same files';

REVOKE ALL ON FUNCTION sanct_guards_naming(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_set_code(integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_list_once_called(text) FROM PUBLIC;
REVOKE ALL ON FUNCTION sanct_lists_of_document(integer, text[]) FROM PUBLIC;

CREATE VIEW sanct_entry_facts WITH (security_barrier) AS
	SELECT e.id AS entry_id, l.code AS list, e.list_uid, e.type, e.primary_name, n.other_names, n.weak_names,
		f.birth_dates, f.birth_places, e.nationality, f.genders, f.documents, f.numbers, f.addresses, f.links,
		e.programs, e.title, e.listed_on, e.remarks, e.delisted_in IS NOT NULL AS delisted
	FROM sanct_entry e JOIN sanct_list l ON l.id OPERATOR(pg_catalog.=) e.list_id
		CROSS JOIN LATERAL (
			SELECT pg_catalog.array_agg(n.name ORDER BY n.id) FILTER (WHERE NOT n.weak AND n.name
					OPERATOR(pg_catalog.<>) e.primary_name),
				pg_catalog.array_agg(n.name ORDER BY n.id) FILTER (WHERE n.weak)
			FROM sanct_name n WHERE n.entry_id OPERATOR(pg_catalog.=) e.id) n (other_names, weak_names)
		CROSS JOIN LATERAL (
			SELECT pg_catalog.array_agg(v.told ORDER BY v.id) FILTER (WHERE v.kind OPERATOR(pg_catalog.=) 'birth-date'),
				pg_catalog.array_agg(v.told ORDER BY v.id) FILTER (WHERE v.kind OPERATOR(pg_catalog.=) 'birth-place'),
				pg_catalog.array_agg(v.told ORDER BY v.id) FILTER (WHERE v.kind OPERATOR(pg_catalog.=) 'gender'),
				pg_catalog.array_agg(pg_catalog.concat(v.kind, ': ', v.told) ORDER BY v.id) FILTER (WHERE v.kind
					OPERATOR(pg_catalog.=) ANY (ARRAY['passport', 'national-id', 'tax-id', 'registration'])),
				pg_catalog.array_agg(pg_catalog.concat(v.kind, ': ', v.told) ORDER BY v.id) FILTER (WHERE v.kind
					OPERATOR(pg_catalog.=) ANY (ARRAY['imo', 'mmsi', 'call-sign', 'flag', 'former-flag',
					'aircraft-tail'])),
				pg_catalog.array_agg(v.told ORDER BY v.id) FILTER (WHERE v.kind OPERATOR(pg_catalog.=) 'address'),
				pg_catalog.array_agg(pg_catalog.concat(v.kind, ': ', v.told) ORDER BY v.id) FILTER (WHERE v.kind
					OPERATOR(pg_catalog.=) ANY (ARRAY['linked-to', 'owned-by', 'acting-for']))
			FROM (SELECT i.id, i.kind, pg_catalog.concat(i.value, ' (' OPERATOR(pg_catalog.||) NULLIF(
					pg_catalog.concat_ws(', ', i.country, i.note), '') OPERATOR(pg_catalog.||) ')')
				FROM sanct_identifier i WHERE i.entry_id OPERATOR(pg_catalog.=) e.id) v (id, kind, told))
			f (birth_dates, birth_places, genders, documents, numbers, addresses, links)
	WHERE sanct_list_shown(e.list_id);
COMMENT ON VIEW sanct_entry_facts IS 'listed entries, each with its names and facts in one row';

CREATE VIEW sanct_screening_run WITH (security_barrier) AS
	SELECT r.id AS run_id, r.subject, r.columns ->> 'name' AS name_column, r.kind, r.threshold, r.verdict, r.types,
		r.programs, r.weak, l.held_against, r.rows, r.hits, r.ruled_out, r.raised, r.reopened, r.standing, r.suppressed,
		r.unread_names, r.finished_at,
		r.finished_at OPERATOR(pg_catalog.-) r.started_at AS took, r.run_by, r.run_actor, r.algorithm,
		(SELECT pg_catalog.string_agg(pg_catalog.concat(f.key, ' ', pg_catalog.translate(f.value::pg_catalog.text, '[]"',
				'')), '; ' ORDER BY f.key COLLATE pg_catalog."C")
			FROM pg_catalog.jsonb_each(r.columns) f WHERE f.key OPERATOR(pg_catalog.<>) 'name') AS further_columns
	FROM sanct_run r CROSS JOIN LATERAL (SELECT pg_catalog.string_agg(pg_catalog.concat(x.list, ' ', x.release_id), ', '
			ORDER BY x.list)
		FROM sanct_run_list x WHERE x.run_id OPERATOR(pg_catalog.=) r.id AND sanct_list_shown(x.list)) l (held_against)
	WHERE NOT EXISTS (SELECT FROM sanct_list y
		WHERE y.code OPERATOR(pg_catalog.=) ANY (r.lists) AND NOT sanct_list_shown(y.id));
COMMENT ON VIEW sanct_screening_run IS 'runs, each with the lists and releases that its table was held against';

-- a run answers what another has asked if it has asked for no less: of lower similarities, verdicts, more types
CREATE VIEW sanct_coverage WITH (security_barrier) AS
	SELECT r.subject, r.columns ->> 'name' AS name_column, s.list, c.run_id, c.run_at, c.release_id AS screened_release,
		s.release_id AS release_in_force, COALESCE(c.release_id OPERATOR(pg_catalog.=) s.release_id, false) AS current,
		r.threshold, r.verdict, r.types, r.programs, r.weak, c.rows,
		(SELECT pg_catalog.string_agg(pg_catalog.concat(f.key, ' ', pg_catalog.translate(f.value::pg_catalog.text, '[]"',
				'')), '; ' ORDER BY f.key COLLATE pg_catalog."C")
			FROM pg_catalog.jsonb_each(r.columns) f WHERE f.key OPERATOR(pg_catalog.<>) 'name') AS further_columns
	FROM (SELECT DISTINCT x.subject, x.columns, x.threshold, x.verdict, x.types, x.programs, x.weak FROM sanct_run x
			WHERE NOT EXISTS (SELECT FROM sanct_list y
				WHERE y.code OPERATOR(pg_catalog.=) ANY (x.lists) AND NOT sanct_list_shown(y.id))) r
		CROSS JOIN (SELECT l.code, (SELECT pg_catalog.max(y.id) FROM sanct_release y
				WHERE y.list_id OPERATOR(pg_catalog.=) l.id)
			FROM sanct_list l WHERE sanct_list_shown(l.id)) s (list, release_id)
		LEFT JOIN LATERAL (SELECT x.id, x.finished_at, y.release_id, x.rows
			FROM sanct_run x JOIN sanct_run_list y ON y.run_id OPERATOR(pg_catalog.=) x.id
			WHERE x.subject OPERATOR(pg_catalog.=) r.subject AND x.columns OPERATOR(pg_catalog.=) r.columns
				AND x.threshold OPERATOR(pg_catalog.<=) r.threshold
				AND pg_catalog.strpos('contradicted weak possible strong', x.verdict)
					OPERATOR(pg_catalog.<=) pg_catalog.strpos('contradicted weak possible strong', r.verdict)
				AND (x.types IS NULL OR r.types OPERATOR(pg_catalog.<@) x.types)
				AND (x.programs IS NULL OR r.programs OPERATOR(pg_catalog.<@) x.programs)
				AND (x.weak OR NOT r.weak) AND y.list OPERATOR(pg_catalog.=) s.list
			ORDER BY x.id DESC LIMIT 1) c (run_id, run_at, release_id, rows) ON true
	WHERE s.release_id IS NOT NULL;
COMMENT ON VIEW sanct_coverage IS
	'what runs have asked of tables, and lists: which release each was held against last, and whether that is in force';

GRANT SELECT ON sanct_screening_run TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_coverage TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_coverage TO pg_monitor;
GRANT SELECT ON sanct_open_alert TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_decided_alert TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_list_status TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_guard_status TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_entry_facts TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT SELECT ON sanct_list_status TO pg_monitor;
GRANT SELECT ON sanct_guard_status TO pg_monitor;

COMMENT ON COLUMN sanct_open_alert.alert_id IS 'number of the alert, for sanct_decide';
COMMENT ON COLUMN sanct_open_alert.kind IS 'match, or unread: a name that could not be read';
COMMENT ON COLUMN sanct_open_alert.list IS 'list of the entry';
COMMENT ON COLUMN sanct_open_alert.list_uid IS 'the list''s own id of the entry';
COMMENT ON COLUMN sanct_open_alert.subject IS 'table of the row';
COMMENT ON COLUMN sanct_open_alert.subject_key IS 'which row';
COMMENT ON COLUMN sanct_open_alert.subject_name IS 'the name as it was written';
COMMENT ON COLUMN sanct_open_alert.primary_name IS 'primary name of the entry then';
COMMENT ON COLUMN sanct_open_alert.matched_name IS 'its name that matches';
COMMENT ON COLUMN sanct_open_alert.similarity IS 'how similar the names are, 0 to 1';
COMMENT ON COLUMN sanct_open_alert.tier IS 'how close the names are';
COMMENT ON COLUMN sanct_open_alert.verdict IS 'what is known beside the name makes of it';
COMMENT ON COLUMN sanct_open_alert.facts IS 'what was compared beside the name, in words';
COMMENT ON COLUMN sanct_open_alert.note IS 'why the name could not be read';
COMMENT ON COLUMN sanct_open_alert.action IS 'what was done with the row';
COMMENT ON COLUMN sanct_open_alert.opened_at IS 'when it was raised, or opened again last';
COMMENT ON COLUMN sanct_open_alert.age IS 'how long that is ago';
COMMENT ON COLUMN sanct_open_alert.reopened IS 'how often it was opened again';
COMMENT ON COLUMN sanct_open_alert.raised_at IS 'when it was raised first';
COMMENT ON COLUMN sanct_open_alert.raised_by IS 'user of the session in which it was raised first';
COMMENT ON COLUMN sanct_open_alert.raised_actor IS 'person for whom that was done';
COMMENT ON COLUMN sanct_open_alert.written_by IS 'user of the session that wrote the row';
COMMENT ON COLUMN sanct_open_alert.written_actor IS 'person for whom that was done';
COMMENT ON COLUMN sanct_open_alert.four_eyes IS 'who wrote the row must not decide';
COMMENT ON COLUMN sanct_open_alert.delisted IS 'the entry is no longer listed';
COMMENT ON COLUMN sanct_open_alert.assigned_to IS 'who is to decide it';
COMMENT ON COLUMN sanct_open_alert.due IS 'the day by which that is to be done';
COMMENT ON COLUMN sanct_decided_alert.decision_id IS 'number of the decision';
COMMENT ON COLUMN sanct_decided_alert.alert_id IS 'alert that was decided';
COMMENT ON COLUMN sanct_decided_alert.kind IS 'match, or unread: a name that could not be read';
COMMENT ON COLUMN sanct_decided_alert.list IS 'list of the entry';
COMMENT ON COLUMN sanct_decided_alert.list_uid IS 'the list''s own id of the entry';
COMMENT ON COLUMN sanct_decided_alert.subject IS 'table of the row';
COMMENT ON COLUMN sanct_decided_alert.subject_key IS 'which row';
COMMENT ON COLUMN sanct_decided_alert.verdict IS 'match or no match';
COMMENT ON COLUMN sanct_decided_alert.reason IS 'why, in the words of who decided';
COMMENT ON COLUMN sanct_decided_alert.decided_at IS 'when';
COMMENT ON COLUMN sanct_decided_alert.decided_by IS 'user of the session that decided';
COMMENT ON COLUMN sanct_decided_alert.decided_actor IS 'person for whom that was decided';
COMMENT ON COLUMN sanct_decided_alert.opened_at IS 'when the alert was raised, or opened again last before';
COMMENT ON COLUMN sanct_decided_alert.took IS 'how long the decision took';
COMMENT ON COLUMN sanct_decided_alert.stands IS 'nothing was decided after it';
COMMENT ON COLUMN sanct_list_status.list IS 'key of the list';
COMMENT ON COLUMN sanct_list_status.title IS 'what it is called';
COMMENT ON COLUMN sanct_list_status.publisher IS 'who publishes it';
COMMENT ON COLUMN sanct_list_status.release_id IS 'release in force';
COMMENT ON COLUMN sanct_list_status.published IS 'day of its publication, if known';
COMMENT ON COLUMN sanct_list_status.imported_at IS 'when it was imported';
COMMENT ON COLUMN sanct_list_status.age_days IS 'days since it was published, or imported where that is not known';
COMMENT ON COLUMN sanct_list_status.entries IS 'entries that it has';
COMMENT ON COLUMN sanct_list_status.names IS 'names that it has';
COMMENT ON COLUMN sanct_list_status.weak_names IS 'weak aliases among them';
COMMENT ON COLUMN sanct_list_status.unfindable_names IS 'names without a letter, which nothing finds';
COMMENT ON COLUMN sanct_list_status.unstorable_names IS
	'names that are left out, as the encoding of the database cannot hold them';
COMMENT ON COLUMN sanct_list_status.cut_remarks IS 'entries whose remarks end in the middle';
COMMENT ON COLUMN sanct_list_status.restricted IS 'it is shown to some roles only';
COMMENT ON COLUMN sanct_list_status.releases IS 'releases that were imported';
COMMENT ON COLUMN sanct_list_status.last_checked IS 'when an import last had a release of it, be it one that it had already';
COMMENT ON COLUMN sanct_list_status.last_failed IS 'when a look at it last brought nothing, as sanctload notes it';
COMMENT ON COLUMN sanct_list_status.failure IS 'why';
COMMENT ON COLUMN sanct_guard_status.subject IS 'table that is guarded';
COMMENT ON COLUMN sanct_guard_status.guard IS 'the trigger';
COMMENT ON COLUMN sanct_guard_status.columns IS 'columns with names';
COMMENT ON COLUMN sanct_guard_status.action IS 'what is done with a row that matches';
COMMENT ON COLUMN sanct_guard_status.threshold IS 'similarity from which names match';
COMMENT ON COLUMN sanct_guard_status.lists IS 'lists that it looks at; NULL: all';
COMMENT ON COLUMN sanct_guard_status.types IS 'types of entries that it looks at; NULL: all';
COMMENT ON COLUMN sanct_guard_status.options IS 'its further arguments';
COMMENT ON COLUMN sanct_guard_status.fires IS 'when it fires';
COMMENT ON COLUMN sanct_guard_status.enabled IS 'whose changes it fires for';
COMMENT ON COLUMN sanct_guard_status.unseen IS 'rows that it does not see, beside those from before it';
COMMENT ON COLUMN sanct_screening_run.run_id IS 'number of the run';
COMMENT ON COLUMN sanct_screening_run.subject IS 'table that was screened';
COMMENT ON COLUMN sanct_screening_run.name_column IS 'its column of names';
COMMENT ON COLUMN sanct_screening_run.kind IS 'full: every entry; new: those that the run before could not know';
COMMENT ON COLUMN sanct_screening_run.threshold IS 'similarity from which a name counts';
COMMENT ON COLUMN sanct_screening_run.verdict IS 'verdict from which a hit counts';
COMMENT ON COLUMN sanct_screening_run.types IS 'types of entries that were asked for; NULL: all';
COMMENT ON COLUMN sanct_screening_run.programs IS 'programs that were asked for; NULL: all';
COMMENT ON COLUMN sanct_screening_run.weak IS 'false: names that lists call weak were left out';
COMMENT ON COLUMN sanct_screening_run.held_against IS 'lists that it was held against, each with its release';
COMMENT ON COLUMN sanct_screening_run.rows IS 'rows that were read';
COMMENT ON COLUMN sanct_screening_run.hits IS 'pairs of a row and an entry';
COMMENT ON COLUMN sanct_screening_run.ruled_out IS 'pairs below the verdict';
COMMENT ON COLUMN sanct_screening_run.raised IS 'alerts that are new';
COMMENT ON COLUMN sanct_screening_run.reopened IS 'alerts whose clearance had lapsed';
COMMENT ON COLUMN sanct_screening_run.standing IS 'alerts that were there already';
COMMENT ON COLUMN sanct_screening_run.suppressed IS 'what a clearance keeps from being raised';
COMMENT ON COLUMN sanct_screening_run.unread_names IS 'names that could not be read wholly';
COMMENT ON COLUMN sanct_screening_run.finished_at IS 'when it ended';
COMMENT ON COLUMN sanct_screening_run.took IS 'how long it took';
COMMENT ON COLUMN sanct_screening_run.run_by IS 'role that logged in for it';
COMMENT ON COLUMN sanct_screening_run.run_actor IS 'person for whom it was done';
COMMENT ON COLUMN sanct_screening_run.algorithm IS 'version of the matching algorithm';
COMMENT ON COLUMN sanct_screening_run.further_columns IS
	'columns beside that of names: of the key, noted with alerts, and by fact those that hits were weighed by';
COMMENT ON COLUMN sanct_coverage.subject IS 'table that was screened';
COMMENT ON COLUMN sanct_coverage.name_column IS 'its column of names';
COMMENT ON COLUMN sanct_coverage.list IS 'a list that is there now';
COMMENT ON COLUMN sanct_coverage.run_id IS
	'last run that held the table against it, and asked for no less; NULL: none has';
COMMENT ON COLUMN sanct_coverage.run_at IS 'when that ended';
COMMENT ON COLUMN sanct_coverage.screened_release IS 'release of the list that it was held against';
COMMENT ON COLUMN sanct_coverage.release_in_force IS 'release of the list now';
COMMENT ON COLUMN sanct_coverage.current IS 'both are the same';
COMMENT ON COLUMN sanct_coverage.threshold IS 'similarity from which a name is to count';
COMMENT ON COLUMN sanct_coverage.verdict IS 'verdict from which a hit is to count';
COMMENT ON COLUMN sanct_coverage.types IS 'types of entries that are asked for; NULL: all';
COMMENT ON COLUMN sanct_coverage.programs IS 'programs that are asked for; NULL: all';
COMMENT ON COLUMN sanct_coverage.weak IS 'false: names that lists call weak are left out';
COMMENT ON COLUMN sanct_coverage.rows IS 'rows that were read';
COMMENT ON COLUMN sanct_coverage.further_columns IS
	'columns beside that of names: of the key, noted with alerts, and by fact those that hits are weighed by';
COMMENT ON COLUMN sanct_entry_facts.entry_id IS 'number of the entry';
COMMENT ON COLUMN sanct_entry_facts.list IS 'key of its list';
COMMENT ON COLUMN sanct_entry_facts.list_uid IS 'the list''s own id of it';
COMMENT ON COLUMN sanct_entry_facts.type IS 'person, organisation, vessel, aircraft or other';
COMMENT ON COLUMN sanct_entry_facts.primary_name IS 'the name that the list gives first';
COMMENT ON COLUMN sanct_entry_facts.other_names IS 'its other names';
COMMENT ON COLUMN sanct_entry_facts.weak_names IS 'names that the list calls weak';
COMMENT ON COLUMN sanct_entry_facts.birth_dates IS 'birth dates as exactly as known';
COMMENT ON COLUMN sanct_entry_facts.birth_places IS 'birth places';
COMMENT ON COLUMN sanct_entry_facts.nationality IS 'nationalities and citizenships as the list writes them';
COMMENT ON COLUMN sanct_entry_facts.genders IS 'gender';
COMMENT ON COLUMN sanct_entry_facts.documents IS 'passports, ids, tax numbers, registrations';
COMMENT ON COLUMN sanct_entry_facts.numbers IS 'of a ship or aircraft: IMO, MMSI, call sign, flag, tail';
COMMENT ON COLUMN sanct_entry_facts.addresses IS 'addresses';
COMMENT ON COLUMN sanct_entry_facts.links IS 'whom it is linked to, owned by or acts for';
COMMENT ON COLUMN sanct_entry_facts.programs IS 'programs or regimes under which it is listed';
COMMENT ON COLUMN sanct_entry_facts.title IS 'titles, functions, positions';
COMMENT ON COLUMN sanct_entry_facts.listed_on IS 'day of listing, if the list tells it';
COMMENT ON COLUMN sanct_entry_facts.remarks IS 'remarks as the list has them';
COMMENT ON COLUMN sanct_entry_facts.delisted IS 'it is no longer listed';

-- what the columns of the tables are

COMMENT ON COLUMN sanct_list.id IS 'number of the list';
COMMENT ON COLUMN sanct_list.title IS 'what it is called';
COMMENT ON COLUMN sanct_list.publisher IS 'who publishes it';
COMMENT ON COLUMN sanct_release.id IS 'number of the release; later releases have greater ones';
COMMENT ON COLUMN sanct_release.list_id IS 'list that it is of';
COMMENT ON COLUMN sanct_release.imported_at IS 'when it was imported';
COMMENT ON COLUMN sanct_release.entries IS 'entries that it has';
COMMENT ON COLUMN sanct_release.names IS 'names that it has';
COMMENT ON COLUMN sanct_release.identifiers IS 'facts that it has beside names';
COMMENT ON COLUMN sanct_entry.list_id IS 'list that it stands on';
COMMENT ON COLUMN sanct_entry.type IS 'person, organisation, vessel, aircraft or other';
COMMENT ON COLUMN sanct_entry.primary_name IS 'the name that the list gives first';
COMMENT ON COLUMN sanct_entry.programs IS 'programs or regimes under which it is listed';
COMMENT ON COLUMN sanct_entry.title IS 'titles, functions, positions';
COMMENT ON COLUMN sanct_entry.remarks IS 'remarks as the list has them';
COMMENT ON COLUMN sanct_entry.listed_on IS 'day of listing, if the list tells it';
COMMENT ON COLUMN sanct_entry.nationality IS 'nationalities and citizenships as the list writes them';
COMMENT ON COLUMN sanct_name.id IS 'number of the name';
COMMENT ON COLUMN sanct_name.entry_id IS 'entry that bears it';
COMMENT ON COLUMN sanct_name.name IS 'the name as the list writes it';
COMMENT ON COLUMN sanct_identifier.id IS 'number of the fact';
COMMENT ON COLUMN sanct_identifier.entry_id IS 'entry that it is of';
COMMENT ON COLUMN sanct_identifier.country IS 'country that it is of, or that issued the document';
COMMENT ON COLUMN sanct_identifier.note IS 'what the list remarks about it';
COMMENT ON COLUMN sanct_past_entry.entry_id IS 'entry that was so';
COMMENT ON COLUMN sanct_past_entry.type IS 'type that it had';
COMMENT ON COLUMN sanct_past_entry.primary_name IS 'primary name that it had';
COMMENT ON COLUMN sanct_past_entry.programs IS 'programs that it was listed under';
COMMENT ON COLUMN sanct_past_entry.title IS 'title that it had';
COMMENT ON COLUMN sanct_past_entry.remarks IS 'remarks that it had';
COMMENT ON COLUMN sanct_past_entry.listed_on IS 'day of listing that was given';
COMMENT ON COLUMN sanct_past_entry.nationality IS 'nationalities that were given';
COMMENT ON COLUMN sanct_past_name.entry_id IS 'entry that bore it';
COMMENT ON COLUMN sanct_past_name.name IS 'the name';
COMMENT ON COLUMN sanct_past_name.kind IS 'as in sanct_name';
COMMENT ON COLUMN sanct_past_name.weak IS 'as in sanct_name';
COMMENT ON COLUMN sanct_past_name.script IS 'as in sanct_name';
COMMENT ON COLUMN sanct_past_name.language IS 'as in sanct_name';
COMMENT ON COLUMN sanct_past_name.surname IS 'as in sanct_name';
COMMENT ON COLUMN sanct_past_name.given IS 'as in sanct_name';
COMMENT ON COLUMN sanct_past_name.note IS 'as in sanct_name';
COMMENT ON COLUMN sanct_past_name.list_uid IS 'as in sanct_name';
COMMENT ON COLUMN sanct_past_name.since IS 'release that brought the name; NULL: as long as the entry';
COMMENT ON COLUMN sanct_past_identifier.entry_id IS 'entry that it was of';
COMMENT ON COLUMN sanct_past_identifier.kind IS 'as in sanct_identifier';
COMMENT ON COLUMN sanct_past_identifier.value IS 'the fact';
COMMENT ON COLUMN sanct_past_identifier.country IS 'as in sanct_identifier';
COMMENT ON COLUMN sanct_past_identifier.note IS 'as in sanct_identifier';
COMMENT ON COLUMN sanct_past_identifier.list_uid IS 'as in sanct_identifier';
COMMENT ON COLUMN sanct_past_identifier.since IS 'release that brought the fact; NULL: as long as the entry';
COMMENT ON COLUMN sanct_entry_history.entry_id IS 'the entry';
COMMENT ON COLUMN sanct_entry_history.list_id IS 'list that it stands on';
COMMENT ON COLUMN sanct_entry_history.list_uid IS 'the list''s own id of it';
COMMENT ON COLUMN sanct_entry_history.type IS 'as in sanct_entry';
COMMENT ON COLUMN sanct_entry_history.primary_name IS 'as in sanct_entry';
COMMENT ON COLUMN sanct_entry_history.programs IS 'as in sanct_entry';
COMMENT ON COLUMN sanct_entry_history.title IS 'as in sanct_entry';
COMMENT ON COLUMN sanct_entry_history.remarks IS 'as in sanct_entry';
COMMENT ON COLUMN sanct_entry_history.listed_on IS 'as in sanct_entry';
COMMENT ON COLUMN sanct_entry_history.nationality IS 'as in sanct_entry';
COMMENT ON COLUMN sanct_entry_history.since IS 'release from which it was so';
COMMENT ON COLUMN sanct_entry_history.until IS 'release that no longer has it so; NULL: it is so';
COMMENT ON COLUMN sanct_name_history.entry_id IS 'entry that bears or bore it';
COMMENT ON COLUMN sanct_name_history.list_id IS 'list that it stands on';
COMMENT ON COLUMN sanct_name_history.name IS 'the name';
COMMENT ON COLUMN sanct_name_history.kind IS 'as in sanct_name';
COMMENT ON COLUMN sanct_name_history.weak IS 'as in sanct_name';
COMMENT ON COLUMN sanct_name_history.script IS 'as in sanct_name';
COMMENT ON COLUMN sanct_name_history.language IS 'as in sanct_name';
COMMENT ON COLUMN sanct_name_history.note IS 'as in sanct_name';
COMMENT ON COLUMN sanct_name_history.since IS 'release that brought it';
COMMENT ON COLUMN sanct_name_history.until IS 'release that no longer has it; NULL: it has';
COMMENT ON COLUMN sanct_identifier_history.entry_id IS 'entry that it is or was of';
COMMENT ON COLUMN sanct_identifier_history.list_id IS 'list that it stands on';
COMMENT ON COLUMN sanct_identifier_history.kind IS 'as in sanct_identifier';
COMMENT ON COLUMN sanct_identifier_history.value IS 'the fact';
COMMENT ON COLUMN sanct_identifier_history.country IS 'as in sanct_identifier';
COMMENT ON COLUMN sanct_identifier_history.note IS 'as in sanct_identifier';
COMMENT ON COLUMN sanct_identifier_history.list_uid IS 'as in sanct_identifier';
COMMENT ON COLUMN sanct_identifier_history.since IS 'release that brought it';
COMMENT ON COLUMN sanct_identifier_history.until IS 'release that no longer has it; NULL: it has';
COMMENT ON COLUMN sanct_pool.id IS 'number of the declaration';
COMMENT ON COLUMN sanct_pool.role IS 'role that logs in for many';
COMMENT ON COLUMN sanct_pool.declared_at IS 'when it was declared';
COMMENT ON COLUMN sanct_pool.forgotten_at IS 'when that was taken back; NULL: it is a pool';
COMMENT ON COLUMN sanct_pool.forgotten_by IS 'user of the session that took it back';
COMMENT ON COLUMN sanct_pool.forgotten_actor IS 'person for whom that was done';
COMMENT ON COLUMN sanct_quarantine.id IS 'number of the row, for sanct_release_quarantined';
COMMENT ON COLUMN sanct_quarantine.operation IS 'how it was to be written';
COMMENT ON COLUMN sanct_quarantine.subject_key IS 'which row of the table it is';
COMMENT ON COLUMN sanct_quarantine.quarantined_at IS 'when it was kept out';
COMMENT ON COLUMN sanct_quarantine.quarantined_by IS 'user of the session that wrote it';
COMMENT ON COLUMN sanct_quarantine.quarantined_actor IS 'person for whom it was written';
COMMENT ON COLUMN sanct_quarantine.released_at IS 'when it was released; NULL: it was not';
COMMENT ON COLUMN sanct_quarantine.released_by IS 'user of the session that released it';
COMMENT ON COLUMN sanct_quarantine.released_actor IS 'person for whom it was released';
COMMENT ON COLUMN sanct_alert.id IS 'number of the alert, for sanct_decide; numbers may be missing';
COMMENT ON COLUMN sanct_alert.entry_id IS 'entry that matches';
COMMENT ON COLUMN sanct_alert.list IS 'its list';
COMMENT ON COLUMN sanct_alert.list_uid IS 'the list''s own id of it';
COMMENT ON COLUMN sanct_alert.primary_name IS 'its primary name then';
COMMENT ON COLUMN sanct_alert.matched_name IS 'its name that matches';
COMMENT ON COLUMN sanct_alert.similarity IS 'how similar the names are, 0 to 1';
COMMENT ON COLUMN sanct_alert.weight IS 'match weight of the names in bits';
COMMENT ON COLUMN sanct_alert.action IS 'what was done with the row';
COMMENT ON COLUMN sanct_alert.quarantine_id IS 'row that was kept out, if it was';
COMMENT ON COLUMN sanct_alert.status IS 'open, match or cleared';
COMMENT ON COLUMN sanct_alert.raised_at IS 'when it was raised';
COMMENT ON COLUMN sanct_alert.raised_by IS 'user of the session that wrote the row';
COMMENT ON COLUMN sanct_alert.raised_actor IS 'person for whom the row was written';
COMMENT ON COLUMN sanct_alert.written_actor IS 'person for whom written_by wrote the row';
COMMENT ON COLUMN sanct_decision.id IS 'number of the decision';
COMMENT ON COLUMN sanct_decision.alert_id IS 'alert that it is of';
COMMENT ON COLUMN sanct_decision.assigned_to IS 'of an assignment: who is to decide, NULL: nobody any more';
COMMENT ON COLUMN sanct_decision.due IS 'of an assignment: the day by which that is to be done';
COMMENT ON COLUMN sanct_alert.assigned_to IS 'who is to decide it';
COMMENT ON COLUMN sanct_alert.due IS 'the day by which that is to be done';
COMMENT ON COLUMN sanct_decision.verdict IS 'match, no match, reopen, comment or assign';
COMMENT ON COLUMN sanct_decision.reason IS 'why, in the words of who decided';
COMMENT ON COLUMN sanct_decision.decided_at IS 'when';
COMMENT ON COLUMN sanct_decision.decided_by IS 'user of the session that decided';
COMMENT ON COLUMN sanct_decision.decided_actor IS 'person for whom that was decided';
COMMENT ON COLUMN sanct_clearance.id IS 'number of the clearance, for sanct_revoke_clearance';
COMMENT ON COLUMN sanct_clearance.alert_id IS 'alert that was decided so; NULL: cleared beforehand';
COMMENT ON COLUMN sanct_clearance.subject IS 'table that the row is of';
COMMENT ON COLUMN sanct_clearance.subject_key IS 'which row';
COMMENT ON COLUMN sanct_clearance.subject_name IS 'the name as it was written';
COMMENT ON COLUMN sanct_clearance.subject_facts IS 'what else was written of it';
COMMENT ON COLUMN sanct_clearance.list IS 'list of the entry';
COMMENT ON COLUMN sanct_clearance.list_uid IS 'the list''s own id of it';
COMMENT ON COLUMN sanct_clearance.reason IS 'why, in the words of who cleared';
COMMENT ON COLUMN sanct_clearance.approved_at IS 'when';
COMMENT ON COLUMN sanct_clearance.approved_by IS 'user of the session that cleared';
COMMENT ON COLUMN sanct_clearance.approved_actor IS 'person for whom that was cleared';
COMMENT ON COLUMN sanct_clearance.expires_at IS 'when it lapses; NULL: never by itself';
COMMENT ON COLUMN sanct_clearance.revoked_at IS 'when it was revoked; NULL: it holds';
COMMENT ON COLUMN sanct_clearance.revoked_by IS 'user of the session that revoked it';
COMMENT ON COLUMN sanct_clearance.revoked_actor IS 'person for whom it was revoked';
COMMENT ON COLUMN sanct_clearance.revoked_reason IS 'why it was revoked';

-- what is wrong, a row each

CREATE FUNCTION sanct_dangling() RETURNS text[]
	LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	WITH found (name, rows, what) AS (
		SELECT 'sanct_release', pg_catalog.count(*), 'a list' FROM sanct_release x WHERE NOT EXISTS (SELECT
			FROM sanct_list y WHERE y.id OPERATOR(pg_catalog.=) x.list_id)
		UNION ALL
		SELECT 'sanct_entry', pg_catalog.count(*), 'a list' FROM sanct_entry x WHERE NOT EXISTS (SELECT
			FROM sanct_list y WHERE y.id OPERATOR(pg_catalog.=) x.list_id)
		UNION ALL
		SELECT 'sanct_entry', pg_catalog.count(*), 'a release' FROM sanct_entry x WHERE NOT EXISTS (SELECT
			FROM sanct_release y WHERE y.id OPERATOR(pg_catalog.=) x.listed_in) OR NOT EXISTS (SELECT
			FROM sanct_release y WHERE y.id OPERATOR(pg_catalog.=) x.changed_in)
		UNION ALL
		SELECT 'sanct_name', pg_catalog.count(*), 'an entry' FROM sanct_name x WHERE NOT EXISTS (SELECT
			FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.entry_id)
		UNION ALL
		SELECT 'sanct_identifier', pg_catalog.count(*), 'an entry' FROM sanct_identifier x WHERE NOT EXISTS (SELECT
			FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.entry_id)
		UNION ALL
		SELECT 'sanct_link', pg_catalog.count(*), 'an entry' FROM sanct_link x WHERE NOT EXISTS (SELECT
			FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.entry_id) OR NOT EXISTS (SELECT
			FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.other_id)
		UNION ALL
		SELECT 'sanct_past_entry', pg_catalog.count(*), 'an entry' FROM sanct_past_entry x WHERE NOT EXISTS (SELECT
			FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.entry_id)
		UNION ALL
		SELECT 'sanct_past_name', pg_catalog.count(*), 'an entry' FROM sanct_past_name x WHERE NOT EXISTS (SELECT
			FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.entry_id)
		UNION ALL
		SELECT 'sanct_past_identifier', pg_catalog.count(*), 'an entry' FROM sanct_past_identifier x
			WHERE NOT EXISTS (SELECT FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.entry_id)
		UNION ALL
		SELECT 'sanct_alert', pg_catalog.count(*), 'an entry' FROM sanct_alert x WHERE x.entry_id IS NOT NULL
			AND NOT EXISTS (SELECT FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.entry_id)
		UNION ALL
		SELECT 'sanct_alert', pg_catalog.count(*), 'a quarantined row' FROM sanct_alert x
			WHERE x.quarantine_id IS NOT NULL AND NOT EXISTS (SELECT FROM sanct_quarantine y WHERE y.id
			OPERATOR(pg_catalog.=) x.quarantine_id)
		UNION ALL
		SELECT 'sanct_alert', pg_catalog.count(*), 'a run' FROM sanct_alert x
			WHERE x.run_id IS NOT NULL AND NOT EXISTS (SELECT FROM sanct_run y WHERE y.id
			OPERATOR(pg_catalog.=) x.run_id)
		UNION ALL
		SELECT 'sanct_run_list', pg_catalog.count(*), 'a run' FROM sanct_run_list x WHERE NOT EXISTS (SELECT
			FROM sanct_run y WHERE y.id OPERATOR(pg_catalog.=) x.run_id)
		UNION ALL
		SELECT 'sanct_decision', pg_catalog.count(*), 'an alert' FROM sanct_decision x WHERE NOT EXISTS (SELECT
			FROM sanct_alert y WHERE y.id OPERATOR(pg_catalog.=) x.alert_id)
		UNION ALL
		SELECT 'sanct_clearance', pg_catalog.count(*), 'an entry' FROM sanct_clearance x WHERE x.entry_id IS NOT NULL
			AND NOT EXISTS (SELECT FROM sanct_entry y WHERE y.id OPERATOR(pg_catalog.=) x.entry_id)
		UNION ALL
		SELECT 'sanct_clearance', pg_catalog.count(*), 'an alert' FROM sanct_clearance x WHERE x.alert_id IS NOT NULL
			AND NOT EXISTS (SELECT FROM sanct_alert y WHERE y.id OPERATOR(pg_catalog.=) x.alert_id)
	)
	SELECT pg_catalog.array_agg(p.part ORDER BY f.name, f.what, p.n)
	FROM found f, LATERAL (VALUES (1, f.name),
		(2, pg_catalog.format(CASE f.rows WHEN 1 THEN '%s row refers to %s that is not there'
			ELSE '%s rows refer to %s that is not there' END, f.rows, f.what))) p (n, part)
	WHERE f.rows OPERATOR(pg_catalog.>) 0;
END;
COMMENT ON FUNCTION sanct_dangling() IS
	'internal: tables with rows that refer to rows which are not there, and how many';
REVOKE EXECUTE ON FUNCTION sanct_dangling() FROM PUBLIC;

CREATE FUNCTION sanct_pools() RETURNS name[]
	LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(p.role ORDER BY p.id) FROM sanct_pool p WHERE p.forgotten_at IS NULL;
END;
COMMENT ON FUNCTION sanct_pools() IS 'internal: roles that are declared as pools';

CREATE FUNCTION sanct_altered() RETURNS text[]
	LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	WITH decided (alert_id, status) AS (
		SELECT DISTINCT ON (d.alert_id) d.alert_id, CASE d.verdict WHEN 'match' THEN 'match' WHEN 'no match' THEN 'cleared'
			ELSE 'open' END
		FROM sanct_decision d WHERE d.verdict OPERATOR(pg_catalog.=) ANY (ARRAY['match', 'no match', 'reopen'])
		ORDER BY d.alert_id, d.id DESC
	), altered (kept, id, status, decided) AS (
		SELECT 'sanct_alert', a.id, a.status, COALESCE(d.status, 'open')
		FROM sanct_alert a LEFT JOIN decided d ON d.alert_id OPERATOR(pg_catalog.=) a.id
		WHERE a.status OPERATOR(pg_catalog.<>) COALESCE(d.status, 'open')
		UNION ALL
		SELECT 'sanct_quarantine', q.id, q.status, q.noted FROM (SELECT x.id, x.status, CASE WHEN x.released_at IS NOT NULL
				THEN 'released' WHEN x.status OPERATOR(pg_catalog.=) 'rejected' AND EXISTS (SELECT FROM sanct_alert a
					JOIN decided d ON d.alert_id OPERATOR(pg_catalog.=) a.id
					WHERE a.quarantine_id OPERATOR(pg_catalog.=) x.id AND d.status OPERATOR(pg_catalog.=) 'match')
				THEN 'rejected' ELSE 'held' END
			FROM sanct_quarantine x) q (id, status, noted)
		WHERE q.status OPERATOR(pg_catalog.<>) q.noted
		ORDER BY 1, 2 LIMIT 20
	)
	SELECT pg_catalog.array_agg(p.part ORDER BY a.kept, a.id, p.n)
	FROM altered a, LATERAL (VALUES (1, a.kept), (2, a.id::pg_catalog.text), (3, a.status), (4, a.decided)) p (n, part);
END;
COMMENT ON FUNCTION sanct_altered() IS
	'internal: alerts and rows in quarantine whose status no decision or release gave, the first 20: table, number, '
	'status, what it would be';

CREATE FUNCTION sanct_open_subjects() RETURNS text[]
	LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	WITH open (subject, alerts, rows) AS (
		SELECT a.subject, 1, 0 FROM sanct_alert a WHERE a.status OPERATOR(pg_catalog.=) 'open'
		UNION ALL
		SELECT q.subject, 0, 1 FROM sanct_quarantine q WHERE q.status OPERATOR(pg_catalog.=) 'held'
	), counted (subject, what) AS (
		SELECT o.subject, pg_catalog.format('open alerts (%s) and rows in quarantine (%s)', pg_catalog.sum(o.alerts),
			pg_catalog.sum(o.rows))
		FROM open o GROUP BY o.subject
	)
	SELECT pg_catalog.array_agg(p.part ORDER BY c.subject, p.n)
	FROM counted c, LATERAL (VALUES (1, c.subject), (2, c.what)) p (n, part);
END;
COMMENT ON FUNCTION sanct_open_subjects() IS
	'internal: tables with alerts that are open or rows in quarantine, and how many';
CREATE FUNCTION sanct_held_keys(subject text) RETURNS jsonb[]
	LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	WITH held (columns, sample) AS (
		SELECT DISTINCT ON (k.columns) k.columns, k.subject_key
		FROM (SELECT a.subject_key, ARRAY(SELECT j.key FROM pg_catalog.jsonb_object_keys(a.subject_key) j (key)
				ORDER BY j.key COLLATE pg_catalog."C") AS columns FROM sanct_alert a
			WHERE a.subject OPERATOR(pg_catalog.=) sanct_held_keys.subject AND a.action OPERATOR(pg_catalog.=) 'hold'
				AND a.status OPERATOR(pg_catalog.<>) 'cleared'
				AND pg_catalog.jsonb_typeof(a.subject_key) OPERATOR(pg_catalog.=) 'object') k
		ORDER BY k.columns
	)
	SELECT pg_catalog.array_agg(h.sample ORDER BY h.columns) FROM held h;
END;
COMMENT ON FUNCTION sanct_held_keys(text) IS
	'internal: of alerts of a table whose rows are held and not cleared, a key for each choice of its columns';

CREATE FUNCTION sanct_lagging() RETURNS text[]
	LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	WITH used (sequence, next, last) AS (
		SELECT 'sanct_list_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_list t) FROM sanct_list_id_seq s
		UNION ALL
		SELECT 'sanct_release_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_release t) FROM sanct_release_id_seq s
		UNION ALL
		SELECT 'sanct_entry_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_entry t) FROM sanct_entry_id_seq s
		UNION ALL
		SELECT 'sanct_name_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_name t) FROM sanct_name_id_seq s
		UNION ALL
		SELECT 'sanct_identifier_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_identifier t) FROM sanct_identifier_id_seq s
		UNION ALL
		SELECT 'sanct_pool_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_pool t) FROM sanct_pool_id_seq s
		UNION ALL
		SELECT 'sanct_run_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_run t) FROM sanct_run_id_seq s
		UNION ALL
		SELECT 'sanct_quarantine_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_quarantine t) FROM sanct_quarantine_id_seq s
		UNION ALL
		SELECT 'sanct_alert_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_alert t) FROM sanct_alert_id_seq s
		UNION ALL
		SELECT 'sanct_decision_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_decision t) FROM sanct_decision_id_seq s
		UNION ALL
		SELECT 'sanct_clearance_id_seq', s.last_value OPERATOR(pg_catalog.+) s.is_called::pg_catalog.int4,
			(SELECT pg_catalog.max(t.id)::pg_catalog.int8 FROM sanct_clearance t) FROM sanct_clearance_id_seq s
	)
	SELECT pg_catalog.array_agg(p.part ORDER BY u.sequence, p.n)
	FROM used u, LATERAL (VALUES (1, u.sequence), (2, u.last::pg_catalog.text)) p (n, part)
	WHERE u.next OPERATOR(pg_catalog.<=) u.last;
END;
COMMENT ON FUNCTION sanct_lagging() IS
	'internal: sequences that would give numbers which rows have already, and the last of these';
REVOKE EXECUTE ON FUNCTION sanct_pools() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION sanct_altered() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION sanct_open_subjects() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION sanct_lagging() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION sanct_held_keys(text) FROM PUBLIC;

CREATE FUNCTION sanct_has_run(subject text, part text) RETURNS boolean
	LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	-- a run of one partition, which notes it, says nothing of the others
	SELECT EXISTS (SELECT FROM sanct_run r WHERE r.subject OPERATOR(pg_catalog.=) sanct_has_run.subject
		AND COALESCE(r.columns OPERATOR(pg_catalog.->>) 'partition', sanct_has_run.part)
			OPERATOR(pg_catalog.=) sanct_has_run.part);
END;
COMMENT ON FUNCTION sanct_has_run(text, text) IS
	'internal: has any run held a table against lists, or just this partition of it';
REVOKE EXECUTE ON FUNCTION sanct_has_run(text, text) FROM PUBLIC;

CREATE FUNCTION sanct_stale(stale_after interval) RETURNS text[]
	LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.array_agg(p.part ORDER BY l.id, p.n)
	FROM sanct_list l CROSS JOIN LATERAL (SELECT x.published, x.imported_at FROM sanct_release x WHERE x.list_id
			OPERATOR(pg_catalog.=) l.id AND x.entries OPERATOR(pg_catalog.>) 0 ORDER BY x.id DESC LIMIT 1) r,
		LATERAL (VALUES (1, l.id::pg_catalog.text), (2, pg_catalog.format('it is stale: its release was %s on %s',
			CASE WHEN r.published IS NULL THEN 'imported' ELSE 'published' END, pg_catalog.to_char(COALESCE(r.published,
			r.imported_at::pg_catalog.date), 'YYYY-MM-DD')))) p (n, part)
	WHERE pg_catalog.now() OPERATOR(pg_catalog.-) COALESCE(r.published::pg_catalog.timestamptz, r.imported_at)
		OPERATOR(pg_catalog.>) stale_after;
END;
COMMENT ON FUNCTION sanct_stale(interval) IS 'internal: lists whose release is older than this, and what is told of it';
REVOKE EXECUTE ON FUNCTION sanct_stale(interval) FROM PUBLIC;

CREATE FUNCTION sanct_status(stale_after interval DEFAULT NULL, OUT subject text, OUT severity text, OUT what text,
		OUT what_to_do text) RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 10 COST 100000;
COMMENT ON FUNCTION sanct_status(interval) IS
	'what is wrong with lists, tables of the extension, guards and indexes, and what to do: a row each; none says '
	'that nothing is; lists are stale after this time';
REVOKE EXECUTE ON FUNCTION sanct_status(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sanct_status(interval) TO @extowner@, pg_database_owner WITH GRANT OPTION;
GRANT EXECUTE ON FUNCTION sanct_status(interval) TO pg_monitor;

-- pages for people: what is gathered with the rights of the caller, and written as HTML or JSON

CREATE FUNCTION sanct_version() RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION sanct_version() IS 'what answers: versions of the module, of the algorithm and of Unicode';

CREATE FUNCTION sanct_page(page jsonb, format text) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION sanct_page(jsonb, text) IS 'for reports: a page of what was gathered for it, as html or json';

CREATE FUNCTION sanct_page_made() RETURNS jsonb
	LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_build_object('at', pg_catalog.now(), 'by', SESSION_USER, 'database',
		pg_catalog.current_database(), 'version', sanct_version());
END;
COMMENT ON FUNCTION sanct_page_made() IS 'for reports: when, by whom and by what a page is made';

CREATE FUNCTION sanct_page_lists(lists text[]) RETURNS jsonb
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('list', s.list, 'title', s.title, 'publisher',
		s.publisher, 'release_id', s.release_id, 'published', s.published, 'imported_at', s.imported_at,
		'entries', s.entries, 'names', s.names, 'age_days', s.age_days) ORDER BY s.list)
	FROM sanct_list_status s
	WHERE sanct_page_lists.lists IS NULL OR s.list OPERATOR(pg_catalog.=) ANY (sanct_page_lists.lists);
END;
COMMENT ON FUNCTION sanct_page_lists(text[]) IS 'for reports: lists, NULL for all, as a page shows them';

-- what a syllable is in the South is told beside what it is in the North
CREATE FUNCTION sanct_page_parts(explanation jsonb) RETURNS jsonb
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_agg(CASE WHEN x.row ->> 'part' OPERATOR(pg_catalog.=) 'surname'
			OR pg_catalog.starts_with(x.row ->> 'part', 'given name')
		THEN x.row OPERATOR(pg_catalog.||) pg_catalog.jsonb_build_object(
			'south_a', sanct_romanize(pg_catalog.split_part(x.row ->> 'read_a', ' ', 1), 'rr'),
			'south_b', sanct_romanize(pg_catalog.split_part(x.row ->> 'read_b', ' ', 1), 'rr'))
		ELSE x.row END ORDER BY x.n)
	FROM pg_catalog.jsonb_array_elements(explanation) WITH ORDINALITY x (row, n);
END;
COMMENT ON FUNCTION sanct_page_parts(jsonb) IS 'for reports: rows of an explanation as a page shows them';

CREATE FUNCTION sanct_page_explain(name text, listed_name text, type text, threshold double precision,
		entry_type text DEFAULT NULL, words boolean DEFAULT false, OUT part text, OUT read_a text, OUT read_b text,
		OUT relation text, OUT bits real, OUT written_a text, OUT written_b text, OUT may_a text, OUT may_b text,
		OUT weight integer) RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 8 COST 1000;
COMMENT ON FUNCTION sanct_page_explain(text, text, text, double precision, text, boolean) IS
	'for reports: as sanct_explain_listed, with the letters of each part and what else they may be, or what it weighs; '
	'weights in 256ths of a bit; words: by its words alone, as no screening compares a Korean name';

CREATE FUNCTION sanct_page_pair(name text, listed_name text, type text, threshold double precision,
		entry_type text DEFAULT NULL, words boolean DEFAULT false) RETURNS jsonb
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT sanct_page_parts(pg_catalog.jsonb_agg(pg_catalog.to_jsonb(x)))
	FROM sanct_page_explain(name, listed_name, type, threshold, entry_type, words) x;
END;
COMMENT ON FUNCTION sanct_page_pair(text, text, text, double precision, text, boolean) IS
	'for reports: how a name and one of a list compare, as a page shows it';

-- an explanation that was kept stands; letters are told where today's says the same
CREATE FUNCTION sanct_page_letters(kept jsonb, today jsonb) RETURNS jsonb
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_agg(CASE WHEN (t.row ->> 'part') OPERATOR(pg_catalog.=) (k.row ->> 'part')
			AND (t.row -> 'read_a') OPERATOR(pg_catalog.=) (k.row -> 'read_a')
			AND (t.row -> 'read_b') OPERATOR(pg_catalog.=) (k.row -> 'read_b')
		THEN t.row OPERATOR(pg_catalog.||) k.row ELSE k.row END ORDER BY k.n)
	FROM pg_catalog.jsonb_array_elements(kept) WITH ORDINALITY k (row, n)
		LEFT JOIN pg_catalog.jsonb_array_elements(today) WITH ORDINALITY t (row, n) ON t.n OPERATOR(pg_catalog.=) k.n;
END;
COMMENT ON FUNCTION sanct_page_letters(jsonb, jsonb) IS
	'for reports: rows of an explanation that an alert keeps, with the letters that a comparison of today tells';

CREATE FUNCTION sanct_page_names(entry bigint) RETURNS jsonb
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('name', n.name, 'kind',
		CASE WHEN n.weak THEN 'weak alias' ELSE n.kind END, 'script', CASE n.script WHEN 'Latn' THEN 'Latin'
		WHEN 'Hang' THEN 'Hangul' WHEN 'Hani' THEN 'Chinese characters' WHEN 'Cyrl' THEN 'Cyrillic' WHEN 'Arab'
		THEN 'Arabic' ELSE n.script END, 'reads', r.hangul, 'latin', r.dprk) ORDER BY n.id)
	FROM sanct_name n LEFT JOIN LATERAL (SELECT x.hangul, x.dprk FROM sanct_readings(n.name) x LIMIT 1) r ON true
	WHERE n.entry_id OPERATOR(pg_catalog.=) sanct_page_names.entry;
END;
COMMENT ON FUNCTION sanct_page_names(bigint) IS 'for reports: names of an entry in each script, and what they are read as';

CREATE FUNCTION sanct_page_case(alert bigint) RETURNS jsonb
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_build_object('page', 'case', 'made', sanct_page_made(),
		'alert', (pg_catalog.to_jsonb(a) OPERATOR(pg_catalog.-) ARRAY['explanation', 'fingerprint'])
			OPERATOR(pg_catalog.||) pg_catalog.jsonb_build_object('key', a.subject_key::pg_catalog.text, 'known',
			NULLIF(a.subject_facts::pg_catalog.text, '{}'), 'given', (SELECT pg_catalog.string_agg(
				pg_catalog.format('%s %s', f.key, f.value), ', ' ORDER BY f.key)
				FROM pg_catalog.jsonb_each_text(a.subject_facts) f WHERE f.value IS NOT NULL)),
		'parts', sanct_page_parts(sanct_page_letters(p.parts, sanct_page_pair(a.subject_name, a.matched_name,
			(SELECT f.type FROM sanct_entry_facts f WHERE f.entry_id OPERATOR(pg_catalog.=) a.entry_id),
			a.threshold, (SELECT r.fact ->> 'read_a' FROM pg_catalog.jsonb_array_elements(p.evidence) r (fact)
				WHERE r.fact ->> 'part' OPERATOR(pg_catalog.=) 'type')))), 'evidence', p.evidence, 'rarity',
			(SELECT pg_catalog.jsonb_agg(r.words)
			FROM sanct_rarity(a.subject_name) r),
		'entry', (SELECT pg_catalog.to_jsonb(f) FROM sanct_entry_facts f
			WHERE f.entry_id OPERATOR(pg_catalog.=) a.entry_id), 'names', sanct_page_names(a.entry_id),
		'linked', (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('list', f.list, 'list_uid', f.list_uid,
				'primary_name', f.primary_name, 'births', f.birth_dates, 'by', k.kind, 'value', k.value)
				ORDER BY f.list, f.list_uid, k.kind)
			FROM sanct_link k JOIN sanct_entry_facts f ON f.entry_id OPERATOR(pg_catalog.=) k.other_id
			WHERE k.entry_id OPERATOR(pg_catalog.=) a.entry_id),
		'history', (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('at', h.at, 'what', h.what, 'by', h.by,
				'actor', h.actor, 'reason', h.reason) ORDER BY h.at, h.n)
			FROM (SELECT a.raised_at, 0, 'raised', a.raised_by, a.raised_actor, NULL
				UNION ALL SELECT d.decided_at, 1, d.verdict, d.decided_by, d.decided_actor, d.reason
					FROM sanct_decision d WHERE d.alert_id OPERATOR(pg_catalog.=) a.id
				UNION ALL SELECT c.expires_at, 2, CASE WHEN c.expires_at OPERATOR(pg_catalog.>) pg_catalog.now()
						THEN 'clearance will lapse' ELSE 'clearance lapsed' END, NULL, NULL, NULL FROM sanct_clearance c
					WHERE c.alert_id OPERATOR(pg_catalog.=) a.id AND c.expires_at IS NOT NULL AND c.revoked_at IS NULL)
				h (at, n, what, by, actor, reason)), 'lists', sanct_page_lists(ARRAY[a.list]))
	FROM sanct_alert a CROSS JOIN LATERAL (
		SELECT pg_catalog.jsonb_agg(x.row ORDER BY x.n) FILTER (WHERE NOT x.facts),
			pg_catalog.jsonb_agg(x.row ORDER BY x.n) FILTER (WHERE x.facts)
		FROM (SELECT e.row, e.n, e.row ->> 'part' OPERATOR(pg_catalog.=) ANY (ARRAY['type', 'birth date', 'nationality',
				'gender', 'birth place', 'document', 'rarity', 'evidence', 'total', 'verdict'])
			FROM pg_catalog.jsonb_array_elements(a.explanation) WITH ORDINALITY e (row, n)) x (row, n, facts))
		p (parts, evidence)
	WHERE a.id OPERATOR(pg_catalog.=) sanct_page_case.alert;
END;
COMMENT ON FUNCTION sanct_page_case(bigint) IS 'for reports: what is known of an alert';

CREATE FUNCTION sanct_report(alert bigint, format text DEFAULT 'html') RETURNS text
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT sanct_page(sanct_page_case(alert), format);
END;
COMMENT ON FUNCTION sanct_report(bigint, text) IS
	'an alert as a page that stands by itself, or as json: both sides, why they match, what is known, what was decided';

CREATE FUNCTION sanct_page_south(hangul text) RETURNS text[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION sanct_page_south(text) IS
	'for reports: a Korean name as the South writes it in Hangul, and as it is mostly spelt there in Latin letters';

CREATE FUNCTION sanct_page_respelt(name text, type text, latin text, hangul text, OUT how text, OUT spelt text)
		RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 8 COST 10000;
COMMENT ON FUNCTION sanct_page_respelt(text, text, text, text) IS
	'for reports: a name as lists may write it: with other letters, in other scripts by the sound, short';

-- spellings by which a list would have had this name: of a Korean's in other systems and scripts, of another's in Latin
-- letters, with its words turned, fewer of them, or a letter less; each is compared
CREATE FUNCTION sanct_page_spellings(name text, type text, threshold double precision, ways jsonb,
		entry_type text DEFAULT NULL) RETURNS jsonb
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
	WITH read (name, hangul, n) AS (
		SELECT k.name, r.hangul, r.n FROM (SELECT x.name FROM sanct_names(sanct_page_spellings.name) x
			WHERE pg_catalog.starts_with(x.kind, 'Korean') ORDER BY x.n LIMIT 1) k, LATERAL (SELECT x.hangul, x.n
			FROM sanct_readings(k.name) WITH ORDINALITY x (hangul, dprk, system, probability, n)) r
		WHERE pg_catalog.length(r.hangul) OPERATOR(pg_catalog.<=) 5 AND pg_catalog.strpos(r.hangul, '(')
			OPERATOR(pg_catalog.=) 0
	), korean (hangul, south) AS (
		SELECT r.hangul, COALESCE(sanct_page_south(r.hangul), ARRAY[r.hangul, NULL]) FROM read r
		WHERE r.n OPERATOR(pg_catalog.=) 1
	), words (w, n) AS (
		SELECT w, pg_catalog.cardinality(w)
		FROM pg_catalog.regexp_split_to_array(pg_catalog.btrim(sanct_page_spellings.name), '[[:space:],]+') w
	), part (word, at) AS (
		SELECT x.word, CASE WHEN pg_catalog.length(x.word) OPERATOR(pg_catalog.>) 5 THEN 4 ELSE 3 END
		FROM pg_catalog.regexp_split_to_table(sanct_page_spellings.name, '[][[:space:],.()"''/-]+') WITH ORDINALITY x (word, n)
		WHERE pg_catalog.length(x.word) OPERATOR(pg_catalog.>) 3
		ORDER BY pg_catalog.length(x.word) DESC, x.n DESC LIMIT 1
	-- a and what the long vowels sound like, between consonants
	), guessed (spelt) AS (
		SELECT pg_catalog.initcap(
			pg_catalog.regexp_replace(pg_catalog.regexp_replace(pg_catalog.regexp_replace(w.way ->> 'reads',
				'([a-z])y(?![aeiouy])', '\1i', 'g'), '([a-z])w(?![aeiouw])', '\1u', 'g'),
				'([kgtds]h|[kgtds](?!h)|n(?!g)|[bcfhjlmpqrvwxyz])([kgtds]h|[b-df-hj-np-tv-z])', '\1a\2', 'g'))
			FROM pg_catalog.jsonb_array_elements(sanct_page_spellings.ways) w (way)
			WHERE w.way ->> 'way' OPERATOR(pg_catalog.=) 'word by word'
				AND sanct_page_spellings.name OPERATOR(pg_catalog.!~) '[A-Za-z]'
				AND w.way ->> 'reads' OPERATOR(pg_catalog.~) '^[a-z ]+$'
				AND w.way ->> 'reads' OPERATOR(pg_catalog.!~) '^([a-z]*[aeiou][a-z]*( |$))+$'
		LIMIT 1
	), latin (name, hangul) AS (
		SELECT CASE WHEN sanct_page_spellings.name OPERATOR(pg_catalog.~) '[A-Za-z]' THEN sanct_page_spellings.name
				ELSE COALESCE((SELECT sanct_romanize(k.hangul, 'dprk') FROM korean k), (SELECT w.way ->> 'reads'
					FROM pg_catalog.jsonb_array_elements(sanct_page_spellings.ways)
					WITH ORDINALITY w (way, n) WHERE pg_catalog.starts_with(w.way ->> 'way', 'word by word')
						AND w.way ->> 'reads' OPERATOR(pg_catalog.~) '^([a-z]*[aeiou][a-z]*( |$))+$'
					ORDER BY w.n LIMIT 1), (SELECT g.spelt FROM guessed g)) END, (SELECT k.hangul FROM korean k)
	), spelling (n, how, spelt) AS (
		SELECT 1, 'North Korean', sanct_romanize(k.hangul, 'dprk') FROM korean k
		UNION ALL SELECT 2, 'South Korean, as most write it', k.south[2] FROM korean k
		UNION ALL SELECT 2, 'South Korean official (Revised)', sanct_romanize(k.south[1], 'rr') FROM korean k
		UNION ALL SELECT 3, 'McCune-Reischauer', sanct_romanize(k.hangul, 'mr') FROM korean k
		UNION ALL SELECT 4, CASE k.hangul WHEN k.south[1] THEN 'Korean script' ELSE
			'Korean script, as the North writes' END, k.hangul FROM korean k
		UNION ALL SELECT 4, 'Korean script, as the South writes', k.south[1] FROM korean k
			WHERE k.south[1] OPERATOR(pg_catalog.<>) k.hangul
		UNION ALL SELECT 4, 'Korean script, another reading of the letters', r.hangul
			FROM (SELECT x.hangul FROM read x WHERE x.hangul OPERATOR(pg_catalog.<>) ALL (SELECT k.hangul FROM korean k)
				GROUP BY x.hangul ORDER BY pg_catalog.min(x.n) LIMIT 2) r
		UNION ALL SELECT 5, 'Russian letters', sanct_romanize(k.hangul, 'kontsevich') FROM korean k
		UNION ALL SELECT 6, 'Japanese letters', sanct_romanize(k.hangul, 'katakana') FROM korean k
		UNION ALL SELECT 7, 'last word first', pg_catalog.concat(x.w[x.n], ', ', pg_catalog.array_to_string(
			x.w[1:x.n OPERATOR(pg_catalog.-) 1], ' ')) FROM words x WHERE x.n OPERATOR(pg_catalog.>) 1
			AND sanct_page_spellings.type OPERATOR(pg_catalog.=) 'person'
		UNION ALL SELECT 8, 'written together', pg_catalog.array_to_string(x.w, '') FROM words x
			WHERE x.n OPERATOR(pg_catalog.=) 2
		UNION ALL SELECT 9, 'first and last word alone', pg_catalog.concat(x.w[1], ' ', x.w[x.n]) FROM words x
			WHERE x.n OPERATOR(pg_catalog.>) 2 AND sanct_page_spellings.type OPERATOR(pg_catalog.=) 'person'
		UNION ALL SELECT 10, 'without the last word', pg_catalog.array_to_string(
			x.w[1:x.n OPERATOR(pg_catalog.-) 1], ' ') FROM words x WHERE x.n OPERATOR(pg_catalog.>) 2
			AND sanct_page_spellings.type OPERATOR(pg_catalog.<>) 'person'
		UNION ALL SELECT 11, pg_catalog.format('a letter missing: %s of %s', pg_catalog.substr(p.word, p.at, 1), p.word),
			pg_catalog.overlay(sanct_page_spellings.name, '', pg_catalog.strpos(sanct_page_spellings.name, p.word)
				OPERATOR(pg_catalog.+) p.at OPERATOR(pg_catalog.-) 1, 1) FROM part p
		UNION ALL SELECT 15, r.how, r.spelt FROM latin l, LATERAL sanct_page_respelt(sanct_page_spellings.name,
			sanct_page_spellings.type, l.name, l.hangul) r
		-- words of a way that have no vowels are those of Arabic or Hebrew: nobody is listed so
		UNION ALL SELECT 12, pg_catalog.concat('Latin letters', NULLIF(pg_catalog.substr(w.way ->> 'way', 13), '')),
			pg_catalog.initcap(w.way ->> 'reads') FROM pg_catalog.jsonb_array_elements(sanct_page_spellings.ways) w (way)
			WHERE pg_catalog.starts_with(w.way ->> 'way', 'word by word')
				AND sanct_page_spellings.name OPERATOR(pg_catalog.!~) '[A-Za-z]'
				AND w.way ->> 'reads' OPERATOR(pg_catalog.~) '^([a-z]*[aeiou][a-z]*( |$))+$'
		UNION ALL SELECT 13, 'Latin letters, the second word and the first', pg_catalog.initcap(pg_catalog.concat(
			pg_catalog.split_part(w.way ->> 'reads', ' ', 2), ' ', pg_catalog.split_part(w.way ->> 'reads', ' ', 1)))
			FROM pg_catalog.jsonb_array_elements(sanct_page_spellings.ways) w (way)
			WHERE w.way ->> 'way' OPERATOR(pg_catalog.=) 'word by word'
				AND sanct_page_spellings.type OPERATOR(pg_catalog.=) 'person'
				AND sanct_page_spellings.name OPERATOR(pg_catalog.!~) '[A-Za-z]'
				AND w.way ->> 'reads' OPERATOR(pg_catalog.~) '^([a-z]*[aeiou][a-z]*( |$)){2,3}$'
				AND NOT EXISTS (SELECT FROM korean)
		UNION ALL SELECT 14, 'Latin letters, with vowels that are guessed', g.spelt FROM guessed g
	)
	SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('how', s.how, 'spelt', s.spelt, 'result', p.result,
		'parts', CASE WHEN NOT pg_catalog.starts_with(p.result, 'match') THEN p.parts END, 'reads',
		CASE WHEN NOT pg_catalog.starts_with(p.result, 'match') THEN (SELECT pg_catalog.concat_ws(' ', r.hangul, r.dprk)
			FROM sanct_readings(s.spelt) r LIMIT 1) END) ORDER BY s.n, s.how COLLATE pg_catalog."C" DESC)
	FROM (SELECT pg_catalog.min(x.n) AS n, pg_catalog.string_agg(x.how, '; ' ORDER BY x.n, x.how COLLATE pg_catalog."C"
			DESC) AS how, x.spelt FROM spelling x WHERE x.spelt IS NOT NULL GROUP BY x.spelt) s,
		LATERAL (SELECT e.parts, pg_catalog.jsonb_path_query_first(e.parts,
			'$[*] ? (@.part == "whole name").relation') OPERATOR(pg_catalog.#>>) '{}' AS result
			FROM (SELECT sanct_page_pair(sanct_page_spellings.name, s.spelt, sanct_page_spellings.type,
				sanct_page_spellings.threshold, sanct_page_spellings.entry_type) AS parts) e) p;
END;
COMMENT ON FUNCTION sanct_page_spellings(text, text, double precision, jsonb, text) IS
	'for reports: other spellings of a name, and whether one who is listed so would be found';

CREATE FUNCTION sanct_page_found_by(entry bigint, compared text, threshold double precision) RETURNS jsonb
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('name', n.name, 'found', EXISTS (SELECT
		FROM sanct_screen(n.name, sanct_page_found_by.threshold) s WHERE s.entry_id
		OPERATOR(pg_catalog.=) sanct_page_found_by.entry), 'of', n.names) ORDER BY n.id)
	FROM (SELECT x.id, x.name, pg_catalog.count(*) OVER () FROM sanct_name x
		WHERE x.entry_id OPERATOR(pg_catalog.=) sanct_page_found_by.entry
		ORDER BY x.name OPERATOR(pg_catalog.<>) sanct_page_found_by.compared, x.id LIMIT 12) n (id, name, names);
END;
COMMENT ON FUNCTION sanct_page_found_by(bigint, text, double precision) IS
	'for reports: one name of an entry and its first ones, and whether a customer of that name would be found';

CREATE FUNCTION sanct_page_ways(name text, threshold double precision, lists text[], types text[], programs text[],
		on_empty text, weak boolean, entry_type text DEFAULT NULL, OUT way text, OUT reads text,
		OUT nearest_part text, OUT screened boolean,
		OUT compared bigint, OUT nearest_name text, OUT similarity real, OUT entry text, OUT likely text,
		OUT entry_id bigint)
		RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL RESTRICTED ROWS 5 COST 100000;
COMMENT ON FUNCTION sanct_page_ways(text, double precision, text[], text[], text[], text, boolean, text) IS
	'for reports: in which ways a name is read, with how many names of the lists it is compared so, and the nearest';

CREATE FUNCTION sanct_page_name(name text, threshold double precision, lists text[], types text[], programs text[],
		weak boolean, birth_date text, nationality text, gender text, documents text[], birth_place text,
		entry_type text) RETURNS jsonb
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_build_object('page', 'name', 'made', sanct_page_made(), 'name', sanct_page_name.name,
		'threshold', sanct_page_name.threshold, 'birth_date', sanct_page_name.birth_date, 'nationality',
		sanct_page_name.nationality, 'gender', sanct_page_name.gender, 'documents',
		pg_catalog.array_to_string(sanct_page_name.documents, '; '), 'birth_place', sanct_page_name.birth_place,
		'entry_type', sanct_page_name.entry_type, 'types', pg_catalog.array_to_string(sanct_page_name.types, ', '),
		'programs', pg_catalog.array_to_string(sanct_page_name.programs, ', '),
		'weak', CASE WHEN NOT sanct_page_name.weak THEN 'left out' END,
		'read_as', (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('name', r.name, 'beside', r.beside,
				'parts', sanct_page_pair(r.name, COALESCE((SELECT x.hangul FROM sanct_readings(r.name) WITH ORDINALITY x (hangul, dprk, system, probability, n)
					WHERE (r.beside OR x.n OPERATOR(pg_catalog.=) 1)
						AND pg_catalog.strpos(x.hangul, '(') OPERATOR(pg_catalog.=) 0 ORDER BY x.n LIMIT 1), r.name), 'person',
					sanct_page_name.threshold), 'ways', (SELECT
				pg_catalog.concat(pg_catalog.string_agg(pg_catalog.format('%s (%s) %s %%', w.system, w.hangul,
				pg_catalog.round((w.probability OPERATOR(pg_catalog.*) 100)::pg_catalog.numeric, 1)), ', '),
				CASE WHEN pg_catalog.sum(w.probability) OPERATOR(pg_catalog.<) 0.99::pg_catalog.float4
					THEN pg_catalog.format(', others together %s %%', GREATEST(100::pg_catalog.numeric
						OPERATOR(pg_catalog.-) pg_catalog.sum(pg_catalog.round((w.probability
						OPERATOR(pg_catalog.*) 100)::pg_catalog.numeric, 1)), 0)) END) FROM sanct_readings(r.name) w)) ORDER BY r.n)
			FROM (SELECT x.n, x.name, pg_catalog.count(*) OVER () AS names, x.n OPERATOR(pg_catalog.>) 1
					AND x.name OPERATOR(pg_catalog.=) sanct_page_name.name AS beside
				FROM sanct_names(sanct_page_name.name) x WHERE pg_catalog.starts_with(x.kind, 'Korean')) r
			WHERE r.n OPERATOR(pg_catalog.>) 1 OR r.names OPERATOR(pg_catalog.=) 1),
		'ways', y.ways, 'spellings', sanct_page_spellings(sanct_page_name.name, CASE WHEN y.ways -> 0 ->> 'likely'
			OPERATOR(pg_catalog.=) 'thing' THEN 'organisation' ELSE 'person' END, sanct_page_name.threshold, y.ways,
			sanct_page_name.entry_type),
		'rarity', (SELECT pg_catalog.jsonb_agg(r.words) FROM sanct_rarity(sanct_page_name.name) r),
		'hits', (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(h.*) OPERATOR(pg_catalog.||)
				pg_catalog.jsonb_build_object('parts', sanct_page_pair(sanct_page_name.name, h.matched_name, h.type,
					sanct_page_name.threshold, sanct_page_name.entry_type), 'rarity', (SELECT
					pg_catalog.jsonb_agg(r.words) FROM sanct_rarity(h.matched_part) r
					WHERE h.type OPERATOR(pg_catalog.=) 'person'),
				'evidence', CASE WHEN h.facts IS NOT NULL THEN (SELECT pg_catalog.jsonb_agg(
						pg_catalog.jsonb_build_object('part', v.field, 'read_a', v.subject, 'read_b', v.listed,
						'relation', v.level, 'bits', v.bits)) FILTER (WHERE v.field OPERATOR(pg_catalog.<>) 'name')
					FROM sanct_evidence(h.entry_id, sanct_page_name.name, birth_date => sanct_page_name.birth_date,
						nationality => sanct_page_name.nationality, gender => sanct_page_name.gender,
						documents => sanct_page_name.documents, birth_place => sanct_page_name.birth_place,
						entry_type => sanct_page_name.entry_type) v) END,
				'entry', (SELECT pg_catalog.to_jsonb(f) FROM sanct_entry_facts f
					WHERE f.entry_id OPERATOR(pg_catalog.=) h.entry_id)) ORDER BY h.n)
			FROM (SELECT s.*, pg_catalog.row_number() OVER () AS n
				FROM sanct_screen(sanct_page_name.name, sanct_page_name.threshold,
					lists => sanct_page_name.lists, types => sanct_page_name.types,
					programs => sanct_page_name.programs, weak => sanct_page_name.weak,
					birth_date => sanct_page_name.birth_date, nationality => sanct_page_name.nationality,
					gender => sanct_page_name.gender, documents => sanct_page_name.documents,
					birth_place => sanct_page_name.birth_place, entry_type => sanct_page_name.entry_type) s) h),
		'near', (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(h.*) OPERATOR(pg_catalog.||)
				pg_catalog.jsonb_build_object('parts', sanct_page_pair(sanct_page_name.name, h.nearest_name, h.type,
					sanct_page_name.threshold, sanct_page_name.entry_type), 'found_by',
					CASE WHEN h.n OPERATOR(pg_catalog.=) 1 THEN
					sanct_page_found_by(h.entry_id, h.nearest_name, sanct_page_name.threshold) END,
				'as_words', CASE WHEN pg_catalog.starts_with(h.why, 'it has all words')
					THEN sanct_page_pair(sanct_page_name.name, h.nearest_name, 'organisation',
						sanct_page_name.threshold) END,
				'entry', (SELECT pg_catalog.to_jsonb(f) FROM sanct_entry_facts f
					WHERE f.entry_id OPERATOR(pg_catalog.=) h.entry_id)) ORDER BY h.n)
			FROM (SELECT s.*, pg_catalog.row_number() OVER () AS n
				FROM sanct_near(sanct_page_name.name, 5, sanct_page_name.threshold, lists => sanct_page_name.lists,
					types => sanct_page_name.types, programs => sanct_page_name.programs,
					weak => sanct_page_name.weak, entry_type => sanct_page_name.entry_type) s) h),
		'lists', sanct_page_lists(sanct_page_name.lists), 'scripts', (SELECT pg_catalog.jsonb_agg(
				pg_catalog.jsonb_build_object('script', x.script, 'names', x.names, 'entries', x.entries)
				ORDER BY x.names DESC, x.script COLLATE pg_catalog."C")
			FROM (SELECT COALESCE(NULLIF(n.script, ''), '-') AS script, pg_catalog.count(*) AS names,
					pg_catalog.count(DISTINCT n.entry_id) FILTER (WHERE NOT EXISTS (SELECT FROM sanct_name o
						WHERE o.entry_id OPERATOR(pg_catalog.=) n.entry_id AND o.script OPERATOR(pg_catalog.=) 'Latn'))
						AS entries
				FROM sanct_name n JOIN sanct_entry e ON e.id OPERATOR(pg_catalog.=) n.entry_id
					JOIN sanct_list l ON l.id OPERATOR(pg_catalog.=) e.list_id
				WHERE e.delisted_in IS NULL AND (sanct_page_name.lists IS NULL
					OR l.code OPERATOR(pg_catalog.=) ANY (sanct_page_name.lists)) GROUP BY 1) x))
	FROM (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(w) OPERATOR(pg_catalog.||) CASE
			WHEN NOT w.screened AND w.similarity OPERATOR(pg_catalog.>) 0
			THEN (SELECT pg_catalog.jsonb_build_object('facts', pg_catalog.to_jsonb(f), 'parts',
				sanct_page_pair(w.nearest_part, w.nearest_name, CASE WHEN w.way OPERATOR(pg_catalog.~~) '%within it'
					THEN 'person' ELSE f.type END, sanct_page_name.threshold, words =>
					w.way OPERATOR(pg_catalog.!~~) '%within it'))
				FROM sanct_entry_facts f WHERE f.entry_id OPERATOR(pg_catalog.=) w.entry_id) ELSE '{}' END)
		FROM sanct_page_ways(sanct_page_name.name, sanct_page_name.threshold, sanct_page_name.lists,
			sanct_page_name.types, sanct_page_name.programs, 'error', sanct_page_name.weak,
			sanct_page_name.entry_type) w) y (ways);
END;
COMMENT ON FUNCTION sanct_page_name(text, double precision, text[], text[], text[], boolean, text, text, text, text[],
	text, text) IS
	'for reports: what is found for a name, and what is near';

CREATE FUNCTION sanct_report_name(name text, threshold double precision DEFAULT 0.67, lists text[] DEFAULT NULL,
		types text[] DEFAULT NULL, programs text[] DEFAULT NULL, weak boolean DEFAULT true,
		birth_date text DEFAULT NULL, nationality text DEFAULT NULL, gender text DEFAULT NULL,
		documents text[] DEFAULT NULL, birth_place text DEFAULT NULL, entry_type text DEFAULT NULL,
		format text DEFAULT 'html') RETURNS text
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT sanct_page(sanct_page_name(name, threshold, lists, types, programs, weak, birth_date, nationality, gender,
		documents, birth_place, entry_type), format);
END;
COMMENT ON FUNCTION sanct_report_name(text, double precision, text[], text[], text[], boolean, text, text, text, text[],
	text, text, text) IS
	'a name against the lists as a page that stands by itself, or as json: what is found and why, what is near and '
	'why not';

CREATE FUNCTION sanct_page_run(run bigint) RETURNS jsonb
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_build_object('page', 'run', 'made', sanct_page_made(), 'run', pg_catalog.to_jsonb(r)
		OPERATOR(pg_catalog.||) pg_catalog.jsonb_build_object('read', r.columns::pg_catalog.text, 'took',
			(r.finished_at OPERATOR(pg_catalog.-) r.started_at)::pg_catalog.text,
			'lists', COALESCE(pg_catalog.array_to_string(r.lists, ', '), 'all'),
			'types', COALESCE(pg_catalog.array_to_string(r.types, ', '), 'all'),
			'programs', COALESCE(pg_catalog.array_to_string(r.programs, ', '), 'all')),
		'lists', (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('list', l.list, 'release_id', l.release_id,
				'since', l.since, 'published', x.published, 'imported_at', x.imported_at, 'entries', x.entries, 'names',
				x.names) ORDER BY l.list)
			FROM sanct_run_list l LEFT JOIN sanct_release x ON x.id OPERATOR(pg_catalog.=) l.release_id
			WHERE l.run_id OPERATOR(pg_catalog.=) r.id),
		'alerts', (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('id', a.id, 'key',
				a.subject_key::pg_catalog.text, 'subject_name', a.subject_name, 'list', a.list, 'list_uid', a.list_uid,
				'primary_name', a.primary_name, 'similarity', a.similarity, 'verdict', COALESCE(a.verdict, a.kind),
				'facts', a.facts, 'status', a.status) ORDER BY a.id)
			FROM sanct_alert a WHERE a.run_id OPERATOR(pg_catalog.=) r.id))
	FROM sanct_run r WHERE r.id OPERATOR(pg_catalog.=) sanct_page_run.run;
END;
COMMENT ON FUNCTION sanct_page_run(bigint) IS 'for reports: what is known of a run';

CREATE FUNCTION sanct_report_run(run bigint, format text DEFAULT 'html') RETURNS text
	LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
	SELECT sanct_page(sanct_page_run(run), format);
END;
COMMENT ON FUNCTION sanct_report_run(bigint, text) IS
	'a run as a page that stands by itself, or as json: what was held against which releases, and what came of it';

CREATE FUNCTION sanct_page_state() RETURNS jsonb
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT pg_catalog.jsonb_build_object('page', 'state', 'made', sanct_page_made(),
		'problems', (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(p)) FROM sanct_status() p),
		'lists', (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(s) ORDER BY s.list) FROM sanct_list_status s),
		'coverage', (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(c) ORDER BY c.subject, c.name_column, c.threshold,
			c.verdict, c.types, c.programs, c.weak, c.list) FROM sanct_coverage c),
		'guards', (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(g) ORDER BY g.subject, g.guard)
			FROM sanct_guard_status g),
		'open', (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(o) ORDER BY o.list)
			FROM (SELECT COALESCE(x.list, 'names that could not be read') AS list, pg_catalog.count(*) AS alerts,
				pg_catalog.min(x.opened_at) AS oldest FROM sanct_open_alert x GROUP BY x.list) o));
END;
COMMENT ON FUNCTION sanct_page_state() IS 'for reports: the state of lists and guards';

CREATE FUNCTION sanct_report_state(format text DEFAULT 'html') RETURNS text
	LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT sanct_page(sanct_page_state(), format);
END;
COMMENT ON FUNCTION sanct_report_state(text) IS
	'lists, guards, open alerts and what is wrong as a page that stands by itself, or as json';

-- end of pages
