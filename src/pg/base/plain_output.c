/* Settings under which values are written in the same way in every session */
#include "postgres.h"

#include "pg/base/plain_output.h"

#include "utils/guc.h"

/* See plain_output.h */
int
SanctStartPlainOutput(void)
{
	static const char *const settings[][2] = {
		{"datestyle", "ISO, YMD"}, {"intervalstyle", "postgres"}, {"extra_float_digits", "3"}, {"timezone", "UTC"},
		{"bytea_output", "hex"}, {"lc_monetary", "C"}, {"array_nulls", "on"}, {"xmloption", "content"},
		{"search_path", ""}, {"quote_all_identifiers", "off"}
	};
	int			level = NewGUCNestLevel();

	for (int i = 0; i < lengthof(settings); i++)
		(void) set_config_option(settings[i][0], settings[i][1], PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0,
								 false);
	return level;
}
