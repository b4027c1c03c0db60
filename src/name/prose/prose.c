/*
 * Names in a running text: at each word those are looked for that begin there, by the ways of its script. What is not
 * a name is left as early as can be: in alphabets by small letters, in Hangul and characters by what is no surname.
 */
#include "name/prose/prose.h"

#include <string.h>

#include "name/prose/prose_alphabet.h"
#include "name/prose/prose_state.h"
#include "name/prose/prose_syllables.h"
#include "name/prose/prose_token.h"
#include "name/text/script.h"

/* Words that a name and what is looked at behind it may have */
#define AHEAD 16

/* See to it that words ahead are seen, as far as there are any */
static void
Fill(SmProse *prose)
{
	if (prose->at + AHEAD < prose->count)
		return;
	if (prose->at > SM_PROSE_BEHIND)
	{
		int			gone = prose->at - SM_PROSE_BEHIND;

		memmove(prose->token, prose->token + gone, (size_t) (prose->count - gone) * sizeof(SmProseToken));
		prose->count -= gone;
		prose->at -= gone;
	}
	while (prose->count < SM_PROSE_WINDOW && sm_prose_next(&prose->text, &prose->token[prose->count]))
		prose->count++;
}

/* Look for names that begin at a word */
static void
FindAt(SmProse *prose)
{
	switch (prose->token[prose->at].script)
	{
		case SM_SCRIPT_LATIN:
		case SM_SCRIPT_CYRILLIC:
			sm_prose_alphabet(prose);
			break;
		case SM_SCRIPT_HANGUL:
			sm_prose_hangul(prose);
			break;
		case SM_SCRIPT_HANJA:
			sm_prose_hanja(prose);
			break;
		case SM_SCRIPT_KANA:
			sm_prose_kana(prose);
			break;
		default:
			if (prose->token[prose->at].digits)
				sm_prose_alphabet(prose);
	}
}

/*
 * Look for names in a text in UTF-8 of any length, and tell each mention, in the order in which they begin, until
 * told to stop; mentions may overlap.  Returns how many words are in scripts that names are not looked for in.
 */
size_t
sm_prose_scan(const char *utf8, size_t length, bool (*found) (void *context, const SmMention *mention), void *context)
{
	SmProse		prose = {.found = found, .context = context};

	sm_prose_text(&prose.text, utf8, length);
	for (;;)
	{
		Fill(&prose);
		if (prose.at >= prose.count || prose.stopped)
			return prose.unread;
		prose.unread += prose.token[prose.at].unread;
		FindAt(&prose);
		prose.at++;
	}
}
