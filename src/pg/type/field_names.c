/* sanct_names(): the names that a field was taken for, and what stands beside each */
#include "postgres.h"

#include "pg/type/field_names.h"

#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"

#include "data/beside_table.h"
#include "name/field/field.h"
#include "name/field/token.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/words/named.h"
#include "name/words/pack.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/base/lines.h"

PG_FUNCTION_INFO_V1(sanct_names);

/* Columns of the answer */
#define FIELD_COLUMNS 5
/* Columns of text on a screen that what stands beside a name takes, so that a row fits into 120 */
#define BESIDE_WIDTH 44

/* See field_names.h */
SmAccount *
SanctAccountOf(const char *field, int length, SmReadAs as)
{
	SmAccount  *account = palloc(sizeof(SmAccount));
	const char *utf8 = SanctServerToUtf8(field, &length);

	sm_account(account, utf8, (size_t) length, as);
	return account;
}

/* See field_names.h */
const char *
SanctBesideTitle(const SmBesideWord *beside)
{
	static const char *const titles[] = {
		[SM_BESIDE_NONE] = "further word", [SM_BESIDE_TITLE] = "title", [SM_BESIDE_OFFICE] = "office",
		[SM_BESIDE_ROLE] = "role", [SM_BESIDE_PLACE] = "place", [SM_BESIDE_LABEL] = "label",
		[SM_BESIDE_IDENTIFIER] = "identifier", [SM_BESIDE_SEPARATOR] = "what parts names",
		[SM_BESIDE_PAYMENT] = "payment", [SM_BESIDE_SHIP] = "ship's label", [SM_BESIDE_BRANCH] = "branch",
		[SM_BESIDE_COMPANY] = "company", [SM_TOKEN_GENERIC] = "company", [SM_TOKEN_NUMBER] = "number"
	};

	if (beside->role == SM_BESIDE_IS_OTHER)
		return "other name";
	if (beside->role == SM_BESIDE_IS_LEFT_OUT)
		return "without names of fathers";
	if (beside->role == SM_BESIDE_IS_SON)
		return "without Abu or Umm";
	if (beside->role == SM_BESIDE_IS_SURNAME)
		return "another surname";
	if (beside->role == SM_BESIDE_IS_FURTHER)
		return "further word";
	return titles[beside->kind];
}

/* See field_names.h */
char *
SanctAccountText(const SmAccount *account, SmSpan span)
{
	char	   *utf8 = palloc(4 * (Size) sm_span_length(span) + 1);
	int			length = sm_account_text(utf8, account, span);
	const char *text = SanctUtf8ToServer(utf8, &length);

	return pnstrdup(text, length);
}

/* See field_names.h */
text *
SanctMatchedPart(const char *field, int length, SmNamed named, const uint8 *listed)
{
	SmAccount  *account = SanctAccountOf(field, length, (SmReadAs) {SM_READ_SCREENING, named});
	int			name = sm_compare(account->reading, listed).names.a;

	/* all of it as it was written, else with the capitals that were told apart */
	if (name == 0 || name >= account->count)
		return cstring_to_text_with_len(field, length);
	return cstring_to_text(SanctAccountText(account, sm_account_name(account, name)));
}

/* What a name of a field is read as */
static const char *
KindOfName(const uint8 *reading)
{
	if (SM_IS_KOREAN(reading))
		return SM_HAS_WORDS(reading) ? "Korean name, words" : "Korean name";
	return SM_HAS_WORDS(reading) ? "words" : "no name";
}

/* The text of a name, or the words that it is read as in another way */
static const char *
NameText(const SmAccount *account, int name)
{
	char		utf8[SM_WORDS_TEXT_MAX];
	int			length = sm_account_words(utf8, account, name);

	if (length == 0)
		return SanctAccountText(account, sm_account_name(account, name));
	return pnstrdup(SanctUtf8ToServer(utf8, &length), length);
}

/* What stands beside a name, with what each is and costs: Vice Chairman (title -0.25), DPRK (place -0.25) */
static char *
TellBeside(const SmAccount *account, int name, int *price)
{
	SmBesideWord beside[SM_BESIDE_MAX];
	int			n = sm_account_beside(beside, account, name);
	StringInfoData told;

	initStringInfo(&told);
	*price = 0;
	for (int i = 0; i < n; i++)
	{
		*price += beside[i].price;
		appendStringInfo(&told, "%s%s (%s", i > 0 ? ", " : "", SanctAccountText(account, beside[i].at),
						 SanctBesideTitle(&beside[i]));
		if (beside[i].price > 0)
			appendStringInfo(&told, " -%.2f", (double) beside[i].price / SM_PRICE_BIT);
		appendStringInfoChar(&told, ')');
	}
	return told.data;
}

/* The names that a field was taken for, the first of which is all of it; see its comment in SQL */
Datum
sanct_names(PG_FUNCTION_ARGS)
{
	text	   *field = PG_GETARG_TEXT_PP(0);
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	SmAccount  *account = SanctAccountOf(VARDATA_ANY(field), VARSIZE_ANY_EXHDR(field),
										  (SmReadAs) {SM_READ_FIELD, SM_NAMED_UNKNOWN});
	SmNames		names;

	InitMaterializedSRF(fcinfo, 0);
	sm_names(&names, account->reading, account->reading + account->length);
	for (int i = 0; i < names.count; i++)
	{
		Datum		values[FIELD_COLUMNS];
		bool		nulls[FIELD_COLUMNS] = {false};
		int			price;
		char	   *beside = TellBeside(account, i, &price);

		values[0] = Int32GetDatum(i + 1);
		values[1] = CStringGetTextDatum(KindOfName(names.name[i].reading));
		values[2] = CStringGetTextDatum(NameText(account, i));
		values[3] = CStringGetTextDatum(SanctInLines(beside, BESIDE_WIDTH));
		nulls[3] = beside[0] == '\0';
		values[4] = Float4GetDatum(price > 0 ? -(float4) price / SM_PRICE_BIT : 0);
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}
