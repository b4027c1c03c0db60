/*
 * Names as airlines write them, SURNAME/GIVEN TITLE: KIM/JONG UN MR, KIM/JONGUNMR.  The stroke parts a surname from
 * given names then, not two names, and the title may be glued.
 */
#include "name/field/airline.h"

#include "data/beside_table.h"
#include "data/marker_table.h"

/* Words of a surname and of given names with a title, at most, and letters of a name that one is glued to, at least */
#define SURNAMES_MOST 3
#define GIVEN_MOST 5
#define GLUED_LEAST 2

/* Is there nothing but a stroke before a word? */
static bool
IsBehindStroke(const SmFieldTokens *tokens, int i)
{
	const SmFieldToken *token = &tokens->token[i];

	return token->from == token[-1].to + 1 && tokens->text->cp[token[-1].to] == '/';
}

/* The first word behind the one stroke of a field that has no other sign than blanks, 0 = it is no such field */
static int
FindStroke(const SmFieldTokens *tokens)
{
	int			stroke = 0;

	if (tokens->edged || tokens->count < 2 || tokens->count > SURNAMES_MOST + GIVEN_MOST)
		return 0;
	for (int i = 0; i < tokens->count; i++)
	{
		const SmFieldToken *token = &tokens->token[i];

		if (token->script != SM_SCRIPT_LATIN || token->kind == SM_TOKEN_NUMBER)
			return 0;
		if (i == 0 || !(token->parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)))
			continue;
		if (stroke > 0 || !IsBehindStroke(tokens, i))
			return 0;
		stroke = i;
	}
	return stroke <= SURNAMES_MOST && tokens->count - stroke <= GIVEN_MOST ? stroke : 0;
}

/* Letters of the longest title of airlines that a word ends in, 0 = none */
static int
TitleAtEnd(const SmFieldTokens *tokens, const SmFieldToken *token)
{
	int			longest = 0;

	for (int k = 0; k < sm_airline_titles_count; k++)
	{
		const SmMarker *title = &sm_airline_titles[k];
		int			at = token->to - title->length;
		int			same = 0;

		while (at >= token->from && same < title->length &&
			   tokens->text->cp[at + same] == (unsigned char) title->letters[same])
			same++;
		if (same == title->length && same > longest)
			longest = same;
	}
	return longest;
}

/* Take the title off a name as airlines write it, and have the stroke part its surname from the given names */
void
sm_field_airline(SmFieldTokens *tokens)
{
	int			stroke = FindStroke(tokens);
	SmFieldToken *last;
	int			title;

	if (stroke == 0)
		return;
	last = &tokens->token[tokens->count - 1];
	title = TitleAtEnd(tokens, last);
	if (title == 0)
		return;
	if (title < sm_token_length(last))
	{
		if (sm_token_length(last) - title < GLUED_LEAST)
			return;
		last->to = (uint16_t) (last->to - title);
	}
	else if (tokens->count - 1 > stroke)
		last->kind = SM_BESIDE_TITLE;
	else
		return;
	tokens->token[stroke].parted = SM_PARTED_COMMA;
	tokens->airline = true;
}
