/*
 * Words of a name written otherwise: the letters in another script, by rows that cover them all.  Where several rows
 * fit, the one of the most letters is taken with which the rest can be covered too: ziyi is zi and yi
 */
#include "name/script/respelling.h"

#include <string.h>

/* A word that is being covered: where no row fits to the end is noted, so that each place is tried once */
typedef struct Covering
{
	SmRespelling kind;
	const char *between;		/* stands between what two rows make */
	const char *word;
	bool		failed[SM_RESPELT_WORD + 3];
	char	   *out;
	size_t		length;
} Covering;

/* The row whose letters a text begins with and whose length is given; NULL = there is none */
static const SmRespellingRow *
FindRespelling(SmRespelling kind, const char *text, size_t length)
{
	for (int i = sm_respelling_from[kind]; i < sm_respelling_from[kind + 1]; i++)
		if (strlen(sm_respellings[i].letters) == length && memcmp(sm_respellings[i].letters, text, length) == 0)
			return &sm_respellings[i];
	return NULL;
}

/* Append what a row makes; false if there is no room */
static bool
AddWritten(Covering *covering, const char *written)
{
	const char *between = covering->length > 0 && *written != '\0' ? covering->between : "";
	size_t		gap = strlen(between);
	size_t		length = strlen(written);

	if (covering->length + gap + length >= SM_RESPELT_MAX)
		return false;
	memcpy(covering->out + covering->length, between, gap);
	memcpy(covering->out + covering->length + gap, written, length + 1);
	covering->length += gap + length;
	return true;
}

/* Cover a word from a place on; false if that cannot be */
static bool
Cover(Covering *covering, size_t at)
{
	const char *rest = covering->word + at;
	size_t		most = strlen(rest);
	size_t		before = covering->length;

	if (most == 0)
		return true;
	if (covering->failed[at])
		return false;
	for (size_t n = most < SM_RESPELLING_LETTERS ? most : SM_RESPELLING_LETTERS - 1; n > 0; n--)
	{
		const SmRespellingRow *row = FindRespelling(covering->kind, rest, n);

		if (row != NULL && AddWritten(covering, row->written) && Cover(covering, at + n))
			return true;
		covering->length = before;
	}
	if ((*rest == '^' || *rest == '$') && Cover(covering, at + 1))
		return true;
	covering->out[before] = '\0';
	covering->failed[at] = true;
	return false;
}

/*
 * Write a word, small letters of UTF-8, by the rows of a kind, with a text between what two of them make; false if
 * they do not cover it
 */
bool
sm_respell(char out[SM_RESPELT_MAX], const char *word, SmRespelling kind, const char *between)
{
	char		marked[SM_RESPELT_WORD + 3] = "^";
	Covering	covering = {.kind = kind, .between = between, .word = marked, .out = out};
	size_t		length = strlen(word);

	out[0] = '\0';
	if (length > SM_RESPELT_WORD)
		return false;
	memcpy(marked + 1, word, length);
	memcpy(marked + 1 + length, "$", 2);
	return Cover(&covering, 0);
}

/* What is written for a whole word; NULL = the kind has it not */
const char *
sm_respelling_of(const char *word, SmRespelling kind)
{
	const SmRespellingRow *row = FindRespelling(kind, word, strlen(word));

	return row != NULL ? row->written : NULL;
}
