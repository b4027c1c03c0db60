/* Words of a name written in another script or short, as a page tries them; hostile words end and stay in their room */
#include <string.h>

#include "name/script/respelling.h"
#include "name/script/transcript.h"
#include "harness.h"

static const struct
{
	const char *word;
	SmRespelling kind;
	const char *written;		/* NULL: the rows do not cover it */
}			words[] = {
	{"diab", SM_RESPELL_CYRILLIC, "дияб"}, {"shchukin", SM_RESPELL_CYRILLIC, "щукин"},
	/* a row of the beginning of a word, and none inside it */
	{"emre", SM_RESPELL_CYRILLIC, "эмре"}, {"remy", SM_RESPELL_CYRILLIC, "реми"},
	/* what the longest row leaves must be covered, too */
	{"ziyi", SM_RESPELL_WADE_GILES, "tzu-i"}, {"xian", SM_RESPELL_WADE_GILES, "hsien"},
	{"ziy", SM_RESPELL_WADE_GILES, NULL},
	{"\xD0\xB4", SM_RESPELL_CYRILLIC, NULL}, {"", SM_RESPELL_CYRILLIC, ""}
};

/* Words of letters that rows begin with, of signs of the rows and of any bytes, up to one longer than may be */
static void
TestRandom(void)
{
	static const char letters[] = "aeiouyhsctzknr^$-\xC3\xA9\xEA\xB9\x80";

	for (int n = 0; n < 20000; n++)
	{
		char		word[SM_RESPELT_WORD + 2];
		char		out[SM_RESPELT_MAX + 1];
		int			length = (int) Random(sizeof(word));
		SmRespelling kind = (SmRespelling) Random(SM_RESPELLINGS);

		for (int i = 0; i < length; i++)
			word[i] = letters[Random(sizeof(letters) - 1)];
		word[length] = '\0';
		out[SM_RESPELT_MAX] = '!';
		if (!sm_respell(out, word, kind, Random(2) ? "-" : ""))
			continue;
		Check(out[SM_RESPELT_MAX] == '!' && strlen(out) < SM_RESPELT_MAX, "room", word, NULL, (int) kind);
		Check(length <= SM_RESPELT_WORD, "no word is as long", word, NULL, length);
	}
}

int
main(void)
{
	char		out[SM_RESPELT_MAX];

	for (int i = 0; i < COUNT(words); i++)
	{
		bool		covered = sm_respell(out, words[i].word, words[i].kind,
										 words[i].kind == SM_RESPELL_WADE_GILES ? "-" : "");

		Check(covered == (words[i].written != NULL) && (!covered || strcmp(out, words[i].written) == 0),
			  "written otherwise", words[i].word, covered ? out : NULL, (int) words[i].kind);
	}
	Check(sm_respelling_of("limited", SM_RESPELL_SHORT) != NULL && sm_respelling_of("limite", SM_RESPELL_SHORT) == NULL,
		  "whole words", "limited", NULL, 0);
	TestRandom();
	/* transcript.c passes by Cyrillic letters, none of which is transcribed so */
	for (uint32_t c = 0x400; c < 0x530; c++)
		Check(!sm_is_transcribed(c), "no Cyrillic letter is transcribed", "", NULL, (int) c);
	return Finish("respelling");
}
