/* Syllables of Korean names as they are told: in Hangul, where the server's encoding has it, and romanised */
#include "postgres.h"

#include "pg/type/syllables.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"

#include "name/korean/romanize.h"
#include "name/slot.h"
#include "pg/base/encoding.h"

/* See syllables.h */
bool
SanctHasHangul(void)
{
	return GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_EUC_KR;
}

/* Append a syllable in Hangul, or romanised where there is no such character or Latin is asked for */
static void
AppendSyllable(StringInfo out, const SmSyllable *s, bool latin)
{
	unsigned char utf8[8];
	char		roman[sizeof(utf8) * SM_ROMAN_GROWTH];
	int			n = 0;
	int			length;

	for (int i = 0; i < 2 && s->hangul[i] != 0; i++)
	{
		unicode_to_utf8(s->hangul[i], utf8 + n);
		n += 3;
	}
	if (!latin && SanctHasHangul())
	{
		const char *hangul;

		length = n;
		hangul = SanctUtf8ToServer((char *) utf8, &length);
		if (memchr(hangul, '?', length) == NULL)
		{
			appendBinaryStringInfo(out, hangul, length);
			return;
		}
	}
	length = (int) sm_romanize(roman, (char *) utf8, n, sm_romanisation("dprk", 4), false);
	if (out->len > 0)
		appendStringInfoChar(out, ' ');
	appendBinaryStringInfo(out, roman, length);
}

/* See syllables.h */
void
SanctAppendSlot(StringInfo out, const uint8 *slot, const SmSyllable *syllable, bool latin)
{
	const char *blank = latin && out->len > 0 ? " " : "";

	if (SM_IS_INITIAL(slot))
		appendStringInfo(out, "%s%c.", blank, 'A' + SM_INITIAL_LETTER(slot));
	else if (SM_IS_FOREIGN(slot))
		appendStringInfo(out, "%s(%c...)", blank, 'A' + SM_FOREIGN_LETTER(slot));
	else if (*slot > 0)
		AppendSyllable(out, syllable, latin);
}
