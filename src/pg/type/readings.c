/* sanct_readings(): what a Korean name is read as */
#include "postgres.h"
#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"

#include "data/syllable_table.h"
#include "name/korean/system.h"
#include "name/log2.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/slot.h"
#include "pg/base/compat.h"
#include "pg/type/checked.h"
#include "pg/type/read_name.h"
#include "pg/type/syllables.h"

PG_FUNCTION_INFO_V1(sanct_readings);
PG_FUNCTION_INFO_V1(sanct_reading_readings);

/* The readings of the first name that is Korean with their probabilities, the likeliest first */
static void
ListReadings(ReturnSetInfo *set, const uint8 *reading)
{
	SmNames		names;
	int			first = 0;
	SmParts		parts;

	sm_names(&names, reading, NULL);
	while (first < names.count && !SM_IS_KOREAN(names.name[first].reading))
		first++;
	if (first == names.count)
		return;
	sm_unpack(&parts, names.name[first].reading);
	for (int h = 0; h < parts.count; h++)
	{
		StringInfoData hangul;
		StringInfoData latin;
		Datum		values[4];
		bool		nulls[4] = {false};

		initStringInfo(&hangul);
		initStringInfo(&latin);
		for (int s = !parts.part[h].has_surname; s <= parts.part[h].given; s++)
		{
			const uint8 *slot = parts.slot[parts.part[h].slot[s]];

			const SmSyllable *likeliest = NULL;

			if (sm_slot_count(slot) > 0)
				likeliest = &(s == 0 ? sm_surname : sm_given)[sm_candidate_id(sm_slot_candidate(slot, 0))];
			SanctAppendSlot(&hangul, slot, likeliest, false);
			SanctAppendSlot(&latin, slot, likeliest, true);
		}
		values[0] = CStringGetTextDatum(hangul.data);
		values[1] = CStringGetTextDatum(latin.data);
		values[2] = CStringGetTextDatum(sm_system_title(parts.part[h].system));
		values[3] = Float4GetDatum((float4) sm_exp2(parts.part[h].weight) / 65536);
		nulls[0] = !SanctHasHangul();
		tuplestore_putvalues(set->setResult, set->setDesc, values, nulls);
	}
}

Datum
sanct_readings(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	uint8		reading[SM_READING_MAX];

	InitMaterializedSRF(fcinfo, 0);
	SanctReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	ListReadings((ReturnSetInfo *) fcinfo->resultinfo, reading);
	return (Datum) 0;
}

Datum
sanct_reading_readings(PG_FUNCTION_ARGS)
{
	SanctReading *r = PG_GETARG_SANCT_READING(0);

	InitMaterializedSRF(fcinfo, 0);
	ListReadings((ReturnSetInfo *) fcinfo->resultinfo, SanctGetReading(r));
	return (Datum) 0;
}
