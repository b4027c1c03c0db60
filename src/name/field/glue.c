/* Titles, roles and places glued to names in Hangul, Chinese characters and Thai: 김정은위원장, 金正恩先生, นายคิม */
#include "name/field/glue.h"

#include "data/beside_table.h"
#include "name/script/thai.h"
#include "name/words/beside.h"

/* May it be glued to a name? */
#define SET_GLUED \
	(SM_SET(SM_BESIDE_TITLE) | SM_SET(SM_BESIDE_ROLE) | SM_SET(SM_BESIDE_PLACE) | SM_SET(SM_BESIDE_BRANCH))

/* Take off what is known and glued behind a word; false if there is nothing */
static bool
TrimBehind(const SmFieldTokens *tokens, SmFieldToken *token)
{
	SmBeside	found;

	if (!sm_beside_suffix(&found, tokens->text->cp + token->from, sm_token_length(token)) ||
		!(SET_GLUED >> found.kind & 1))
		return false;
	token->to = (uint16_t) (token->to - found.length);
	return true;
}

/* The same in front */
static bool
TrimInFront(const SmFieldTokens *tokens, SmFieldToken *token)
{
	SmBeside	found;

	if (!sm_beside_prefix(&found, tokens->text->cp + token->from, sm_token_length(token)) ||
		!(SET_GLUED >> found.kind & 1))
		return false;
	token->from = (uint16_t) (token->from + found.length);
	return true;
}

/* Is it a word of a script that is written without blanks between words? */
static bool
MayBeGlued(const SmFieldTokens *tokens, const SmFieldToken *token)
{
	return sm_token_native(token) || sm_is_thai(tokens->text->cp[token->from]);
}

/* Take off what is glued to words in Hangul, Chinese characters and Thai; the text itself stays as it is */
void
sm_field_trim_glued(SmFieldTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];

		if (token->kind != SM_BESIDE_NONE || !MayBeGlued(tokens, token))
			continue;
		while (TrimBehind(tokens, token))
			;
		while (TrimInFront(tokens, token))
			;
	}
}
