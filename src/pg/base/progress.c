/* How far something is */
#include "postgres.h"

#include "pg/base/progress.h"

#include "utils/timestamp.h"

/* How often it is told */
#define PROGRESS_MS 10000

/* See progress.h */
bool
SanctIsToBeTold(TimestampTz *told)
{
	TimestampTz now = GetCurrentTimestamp();

	if (!TimestampDifferenceExceeds(*told, now, PROGRESS_MS))
		return false;
	*told = now;
	return true;
}
