/*
 * Names of sons and fathers in names of Arabic custom in Latin letters, which lists and customers give or leave out:
 * Abu Bakr, Umm Khalid (father, mother of); bin Ahmad (son of).
 */
#include "name/field/kin.h"

#include "data/marker_table.h"
#include "name/script/letters.h"
#include "name/text/part.h"

/* Letters of the longest such word; words that must be left of a name */
#define KIN_LETTERS 5
#define LEFT_LEAST 2
/* One name of a father may be missing without this */
#define SONS_LEAST 2

/* Is word i one of so many? */
static bool
IsKinWord(const SmFieldTokens *tokens, int i, const SmMarker *words, int n)
{
	if (i >= tokens->count || sm_token_length(&tokens->token[i]) > KIN_LETTERS)
		return false;
	for (int k = 0; k < n; k++)
		if (words[k].letters[0] == (char) tokens->text->cp[tokens->token[i].from] &&
			sm_token_is(tokens, i, words[k].letters))
			return true;
	return false;
}

static bool
IsParent(const SmFieldTokens *tokens, int i)
{
	return IsKinWord(tokens, i, sm_parent_words, sm_parent_words_count);
}

static bool
IsSon(const SmFieldTokens *tokens, int i)
{
	return IsKinWord(tokens, i, sm_son_words, sm_son_words_count);
}

/* Which words of the kind a name holds, those of sons where there are several */
SmKin
sm_field_kin(const SmFieldTokens *tokens)
{
	SmKin		kin = {false, false};
	int			sons = 0;

	if (tokens->count <= LEFT_LEAST + 1)
		return kin;
	for (int i = 0; i < tokens->count; i++)
	{
		if (tokens->token[i].script != SM_SCRIPT_LATIN)
			return (SmKin) {false, false};
		kin.parent |= IsParent(tokens, i);
		sons += i > 0 && IsSon(tokens, i);
	}
	kin.son = sons >= SONS_LEAST;
	return kin;
}

/* Where the one name ends that starts at word i: Abd al-Rahman, Salah al-Din */
static int
NameEnd(const SmFieldTokens *tokens, int i)
{
	while (IsKinWord(tokens, i, sm_bound_words, sm_bound_words_count))
		i++;
	i = i < tokens->count ? i + 1 : i;
	if (IsKinWord(tokens, i, sm_faith_words, sm_faith_words_count))
		return i + 1;
	if (IsKinWord(tokens, i, sm_bound_words, sm_bound_words_count) &&
		IsKinWord(tokens, i + 1, sm_faith_words, sm_faith_words_count))
		return i + 2;
	return i;
}

/* The first word behind the comma of Surname, Given; 0 = there is none */
static int
GivenFrom(const SmFieldTokens *tokens)
{
	for (int i = 1; i < tokens->count; i++)
		if (tokens->token[i].parted & SM_PARTED_COMMA)
			return i;
	return 0;
}

/* Is a word in capitals? */
static bool
IsCapitals(const SmFieldTokens *tokens, int i)
{
	for (int k = tokens->token[i].from; k < tokens->token[i].to; k++)
		if (!tokens->text->upper[k])
			return false;
	return true;
}

/* Is what stands from one word to another the surname, or all that is given? */
static bool
IsNeeded(const SmFieldTokens *tokens, int from, int to, int given)
{
	if (from < given)
		return true;
	if (given > 0)
		return from == given && to == tokens->count;
	/* a surname in capitals behind other names */
	return to == tokens->count && (from < LEFT_LEAST || (IsCapitals(tokens, from) && !IsCapitals(tokens, 0)));
}

/* Where what may be missing from word i on ends, if they may names of fathers as well; i if nothing may */
static int
MissingEnd(const SmFieldTokens *tokens, int i, int given, bool sons)
{
	int			end;

	if (IsParent(tokens, i))
	{
		end = NameEnd(tokens, i + 1);
		return IsNeeded(tokens, i, end, given) ? i : end;
	}
	if (!sons || !IsSon(tokens, i) || i == 0 || i <= given)
		return i;
	end = NameEnd(tokens, i + 1);
	/* the last name is none of a father's unless the surname stands in front */
	return end < tokens->count || given > 0 ? end : i;
}

/*
 * A name without Abu and Umm and, if asked for, without bin and what follows it; false if it has none that may be
 * missing, or too little is left.
 */
bool
sm_kin_drop(SmText *out, const SmFieldTokens *tokens, bool sons)
{
	int			given = GivenFrom(tokens);
	int			left = 0;
	bool		comma = given > 0;

	sm_transcript_start(out, tokens->text);
	for (int i = 0; i < tokens->count;)
	{
		const SmFieldToken *token = &tokens->token[i];
		int			end = MissingEnd(tokens, i, given, sons);

		if (end > i)
		{
			i = end;
			continue;
		}
		if (left > 0)
			sm_transcript_append(out, comma && i >= given ? ", " : " ", false);
		comma = comma && i < given;
		for (int k = token->from; k < token->to; k++)
			sm_transcript_add(out, tokens->text->cp[k], tokens->text->upper[k]);
		left++;
		i++;
	}
	return left < tokens->count && left >= LEFT_LEAST;
}
