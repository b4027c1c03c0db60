/*
 * Korean names among words of which nothing is known: Robert KIM Jong Un, KIM Jong Un Mapo.
 *
 * What guards is the evidence asked for: a surname, odds and a self weight, no slip and no initial, and
 * neighbours that are not of the name.  A further Korean syllable makes it another name, and a word behind it
 * that is no given name makes it that of a company.
 */
#include "name/field/window.h"

#include "data/beside_table.h"
#include "name/field/judge.h"
#include "name/field/persons.h"
#include "name/korean/alphabet.h"
#include "name/korean/syllables.h"
#include "name/text/script.h"
#include "name/weight.h"
#include "name/words/beside.h"

/* Words of a name */
#define WORDS_MOST 4
/* Letters of a name that is one word, syllables of a run that may hold one, and of the part of it that is tried */
#define JOINED_LEAST 7
#define RUN_LEAST 5
#define PART_OF_RUN 3
/* Evidence asked for, in bits */
#define ODDS_LEAST SM_WEIGHT(9)
#define ODDS_HANJA SM_WEIGHT(-2)
#define ODDS_ALPHABET SM_WEIGHT(11)
#define SELF_LEAST SM_WEIGHT(8)

/* Words without a table's among which windows are looked for */
typedef struct Run
{
	const SmFieldTokens *tokens;
	const SmSegment *segment;
	SmSpan		span;
} Run;

static bool
StartsCapital(const SmFieldTokens *tokens, int i)
{
	return tokens->text->upper[tokens->token[i].from];
}

/* Is word i joined to the one before it by a hyphen alone? */
static bool
IsHyphened(const SmFieldTokens *tokens, int i)
{
	return (tokens->token[i].parted & (SM_PARTED_HYPHEN | SM_PARTED_BLANK | SM_PARTED_STRONG)) == SM_PARTED_HYPHEN;
}

/* Does word i, in letters of a further alphabet, spell a surname? */
static bool
IsAlphabetSurname(const SmFieldTokens *tokens, int i)
{
	const SmFieldToken *token = &tokens->token[i];

	return sm_alphabet_root(tokens->text->cp[token->from]) >= 0 &&
		sm_alphabet_spelling(tokens->text, token->from, token->to, true) != 0;
}

/* May a Latin name with neighbours like these end there?  Not beside a syllable, nor before a word of a company */
static bool
NeighboursAllow(const Run *run, SmSpan window)
{
	const SmFieldTokens *tokens = run->tokens;
	const SmFieldToken *behind = &tokens->token[window.to];
	bool		latin = tokens->token[window.from].script == SM_SCRIPT_LATIN;

	if (latin && window.from > run->span.from && !(tokens->token[window.from].parted & SM_PARTED_COMMA) &&
		sm_token_spells(tokens, window.from - 1))
		return false;
	if (window.to >= run->span.to || (behind->parted & SM_PARTED_COMMA))
		return true;
	if (latin && sm_token_spells(tokens, window.to))
		return false;
	return !(StartsCapital(tokens, window.to) || !StartsCapital(tokens, window.from)) ||
		sm_token_given_name(tokens, window.to);
}

/* Can words in letters of further alphabets be a name?  One of them must be a surname; capitals tell nothing */
static bool
AlphabetAllows(const SmFieldTokens *tokens, SmSpan window)
{
	return sm_span_length(window) > 1 &&
		(IsAlphabetSurname(tokens, window.from) || IsAlphabetSurname(tokens, window.to - 1));
}

/* Can these words be a name, by what they look like? */
static bool
LooksLikeName(const Run *run, SmSpan window)
{
	const SmFieldTokens *tokens = run->tokens;
	const SmFieldToken *first = &tokens->token[window.from];
	int			words = sm_span_length(window);

	/* all of the segment has been judged already */
	if (window.from == run->segment->person.from && window.to == run->segment->person.to)
		return false;
	if (window.from > 0 && IsHyphened(tokens, window.from))
		return false;
	if (window.to < tokens->count && IsHyphened(tokens, window.to) && tokens->token[window.to].script == first->script)
		return false;
	/* in Hangul and in characters what is parted is a surname from its given name, or all of it */
	if (sm_token_native(first))
		return words == 1 || sm_token_length(first) <= 2;
	if (first->script == SM_SCRIPT_NONE)
		return AlphabetAllows(tokens, window);
	if (first->script == SM_SCRIPT_LATIN && words == 1 && sm_token_length(first) < JOINED_LEAST)
		return false;
	if (first->script == SM_SCRIPT_LATIN && words > 1 && !(sm_token_spells(tokens, window.from) & SM_SPELLS_SURNAME) &&
		!(sm_token_spells(tokens, window.to - 1) & SM_SPELLS_SURNAME))
		return false;
	return first->script == SM_SCRIPT_KANA || NeighboursAllow(run, window);
}

/* Is there evidence enough? */
static bool
IsEvident(const SmJudged *judged, const SmFieldToken *first, int words)
{
	SmWeight	least = first->script == SM_SCRIPT_HANJA ? ODDS_HANJA :
		first->script == SM_SCRIPT_NONE ? ODDS_ALPHABET :
		first->script == SM_SCRIPT_LATIN && words == 1 ? SM_ODDS_SURE : ODDS_LEAST;

	return judged->korean && judged->surname && !judged->slip && !judged->initial && judged->self >= SELF_LEAST &&
		judged->reading.odds >= least;
}

static void
Keep(SmWindow *window, SmSpan place, SmSpan korean, const SmKorean *reading)
{
	window->place = place;
	window->korean = korean;
	sm_korean_copy(&window->reading, reading);
}

/* The windows of a run: in alphabets that of the best odds, else each; returns how many */
static int
FindInRun(SmWindow *windows, int room, const Run *run)
{
	const SmFieldToken *token = run->tokens->token;
	int			n = 0;
	int			best = -1;

	for (int from = run->span.from; from < run->span.to; from++)
		for (int to = from + 1; to <= run->span.to && to - from <= WORDS_MOST; to++)
		{
			SmSpan		place = {from, to};
			SmSpan		korean = {token[from].from, token[to - 1].to};
			bool		each = sm_token_native(&token[from]) || token[from].script == SM_SCRIPT_KANA;
			SmJudged	judged;

			if (token[to - 1].script != token[from].script)
				break;
			if (!LooksLikeName(run, place))
				continue;
			sm_field_judge_spelled(&judged, run->tokens->text, korean);
			if (!IsEvident(&judged, &token[from], to - from))
				continue;
			if (!each && best >= 0 && judged.reading.odds <= windows[best].reading.odds)
				continue;
			if (each || best < 0)
			{
				if (n == room)
					return n;
				best = each ? best : n;
				n++;
			}
			Keep(&windows[each ? n - 1 : best], place, korean, &judged.reading);
		}
	return n;
}

/* Does a word of a company stand at the end of a run of syllables? */
static bool
EndsAsCompany(const SmFieldTokens *tokens, const SmFieldToken *token)
{
	SmBeside	found;

	return sm_beside_suffix(&found, tokens->text->cp + token->from, sm_token_length(token)) &&
		found.kind == SM_BESIDE_COMPANY;
}

/* The first and the last syllables of long words: 김정은지배인; returns how many windows there are */
static int
FindInWords(SmWindow *windows, int room, const Run *run)
{
	const SmFieldTokens *tokens = run->tokens;
	int			n = 0;

	for (int i = run->span.from; i < run->span.to; i++)
	{
		const SmFieldToken *token = &tokens->token[i];

		if (!sm_token_native(token) || sm_token_length(token) < RUN_LEAST || EndsAsCompany(tokens, token))
			continue;
		for (int side = 0; side < 2 && n < room; side++)
		{
			int			from = side ? token->to - PART_OF_RUN : token->from;
			SmSpan		korean = {from, from + PART_OF_RUN};
			SmJudged	judged;

			sm_field_judge_spelled(&judged, tokens->text, korean);
			if (IsEvident(&judged, token, 1))
				Keep(&windows[n++], (SmSpan) {i, i + 1}, korean, &judged.reading);
		}
	}
	return n;
}

/* The clause that starts at a word; a surname alone before a comma belongs to what follows it */
SmSpan
sm_field_clause(const SmFieldTokens *tokens, int from, int end)
{
	SmSpan		clause = {from, from + 1};

	while (clause.to < end && !(tokens->token[clause.to].parted & SM_PARTED_COMMA))
		clause.to++;
	/* and so does one before given names that are Korean: David RI, Hong-Sop */
	if (clause.to < end && (sm_token_spells(tokens, clause.to - 1) & SM_SPELLS_SURNAME) &&
		(sm_span_length(clause) == 1 || sm_token_spells(tokens, clause.to)))
		for (clause.to++; clause.to < end && !(tokens->token[clause.to].parted & SM_PARTED_COMMA);)
			clause.to++;
	return clause;
}

/* The Korean names in what of a segment may be a name; returns how many, at most room */
int
sm_field_windows(SmWindow *windows, int room, const SmFieldTokens *tokens, const SmSegment *segment)
{
	SmSpan		clause;
	int			n = 0;

	for (int at = segment->person.from; at < segment->person.to; at = clause.to)
	{
		clause = sm_field_clause(tokens, at, segment->person.to);
		if (sm_tokens_have(tokens, clause.from, clause.to, SM_SET_COMPANY))
			continue;
		for (int from = clause.from; from < clause.to && n < room; from++)
		{
			Run			run = {tokens, segment, {from, from}};
			int			found;

			while (run.span.to < clause.to && tokens->token[run.span.to].kind == SM_BESIDE_NONE)
				run.span.to++;
			if (sm_span_length(run.span) == 0)
				continue;
			found = FindInRun(windows + n, room - n, &run);
			n += found > 0 ? found : FindInWords(windows + n, room - n, &run);
			from = run.span.to;
		}
	}
	return n;
}
