#ifndef FUZZ_TYPED_H
#define FUZZ_TYPED_H

#include "harness.h"

#include "pg/type/checked.h"

extern Datum sanct_query(PG_FUNCTION_ARGS);
extern Datum sanct_query_in(PG_FUNCTION_ARGS);
extern Datum sanct_query_out(PG_FUNCTION_ARGS);
extern Datum sanct_query_recv(PG_FUNCTION_ARGS);
extern Datum sanct_query_send(PG_FUNCTION_ARGS);
extern Datum sanct_query_reading_match(PG_FUNCTION_ARGS);
extern Datum sanct_reading_in(PG_FUNCTION_ARGS);
extern Datum sanct_reading_out(PG_FUNCTION_ARGS);
extern Datum sanct_reading_recv(PG_FUNCTION_ARGS);
extern Datum sanct_reading_send(PG_FUNCTION_ARGS);
extern Datum sanct_reading_query(PG_FUNCTION_ARGS);
extern Datum sanct_reading_similarity(PG_FUNCTION_ARGS);
extern Datum sanct_reading_distance(PG_FUNCTION_ARGS);
extern Datum sanct_reading_match(PG_FUNCTION_ARGS);
extern Datum sanct_reading_weight(PG_FUNCTION_ARGS);
extern Datum sanct_reading_matches(PG_FUNCTION_ARGS);
extern Datum sanct_reading_match_query(PG_FUNCTION_ARGS);
extern Datum sanct_reading_keys(PG_FUNCTION_ARGS);
extern Datum sanct_reading_explain(PG_FUNCTION_ARGS);
extern Datum sanct_reading_readings(PG_FUNCTION_ARGS);
extern Datum sanct_reading_tier(PG_FUNCTION_ARGS);
extern Datum sanct_match_query(PG_FUNCTION_ARGS);
extern Datum sanct_query_match(PG_FUNCTION_ARGS);
extern Datum sanct_romanize(PG_FUNCTION_ARGS);

#endif
