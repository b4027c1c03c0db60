/* What a field was taken for: the names that it holds, and what stands beside each */
#include "name/reading/account.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "name/field/price.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/ways.h"
#include "name/text/fold.h"
#include "name/words/pack.h"

/* Read a field and keep what it was taken for */
void
sm_account(SmAccount *account, const char *utf8, size_t length, SmReadAs as)
{
	sm_text_fold(&account->text, utf8, length);
	account->length = sm_read_text(account->reading, &account->field, &account->text, as);
	account->count = 1 + account->field.count;
}

/* The code points of a name: of the first one all of the field */
SmSpan
sm_account_name(const SmAccount *account, int name)
{
	const SmCandidate *candidate;

	if (name == 0)
		return (SmSpan) {0, account->text.length};
	candidate = &account->field.candidate[name - 1];
	return candidate->korean.to > 0 ? candidate->korean : candidate->words;
}

/* What stands beside a name and what it costs, at most SM_BESIDE_MAX rows; returns how many */
int
sm_account_beside(SmBesideWord *beside, const SmAccount *account, int name)
{
	int			count = 0;

	if (name > 0 && account->field.candidate[name - 1].way != 0)
	{
		const SmCandidate *candidate = &account->field.candidate[name - 1];

		/* all of the field is read once more; what is left out of it is not told apart */
		if (candidate->price > 0)
			beside[count++] = (SmBesideWord) {
				candidate->words, 0, (uint8_t) sm_way_role((SmWay) candidate->way), candidate->price
			};
	}
	else if (name > 0)
		(void) sm_candidate_price(&account->field.tokens, &account->field.candidate[name - 1], beside, &count);
	return count;
}

/* The words of a name that is all of the field read in another way, with blanks between; 0 = it is none */
int
sm_account_words(char *out, const SmAccount *account, int name)
{
	SmNames		names;
	const uint8_t *words;

	if (name == 0 || account->field.candidate[name - 1].way == 0)
		return 0;
	sm_names(&names, account->reading, NULL);
	if (!SM_HAS_WORDS(names.name[name].reading))
		return 0;
	words = SM_WORDS_PART(names.name[name].reading);
	return sm_words_text(out, words, 0, words[0]);
}

/* Some code points of a field in UTF-8, with the capitals that it had; returns the bytes written */
int
sm_account_text(char *out, const SmAccount *account, SmSpan span)
{
	const SmText *text = &account->text;
	int			n = 0;

	for (int i = span.from; i < span.to; i++)
	{
		UChar32		c = text->upper[i] ? u_toupper((UChar32) text->cp[i]) : (UChar32) text->cp[i];

		U8_APPEND_UNSAFE((uint8_t *) out, n, c);
	}
	return n;
}
