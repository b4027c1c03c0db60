/*
 * What names a field holds: at most a few candidates, each a part of it with the price of what stands beside
 * it.  All of the field is one by itself and none of these.
 *
 * Most fields hold one name and nothing else.  They leave as soon as that is seen.
 */
#include "name/field/field.h"

#include "data/beside_table.h"
#include "data/marker_table.h"
#include "name/field/airline.h"
#include "name/field/glue.h"
#include "name/field/judge.h"
#include "name/field/offer.h"
#include "name/field/parting.h"
#include "name/field/persons.h"
#include "name/field/phrase.h"
#include "name/field/segment.h"
#include "name/field/window.h"
#include "name/korean/hypothesis.h"
#include "name/text/part.h"
#include "name/text/script.h"
#include "name/words/tokens.h"

/* Words of a name that has no others beside it in the field */
#define WORDS_LEAST 2
#define SYLLABLES_GLUED 4
/* Letters of the longest spelling of a syllable */
#define SYLLABLE_LETTERS 6
/* Evidence asked for of a Korean's name beside other names, in bits */
#define SELF_BESIDE SM_WEIGHT(5)
/* Most words behind a comma that are the given names before it: Surname, Given */
#define GIVEN_MOST 4

/* What is known while the candidates are found */
typedef struct Search
{
	SmFieldNames    *field;
	SmReadLevel level;
	SmWeight	odds;			/* of all of the field as a Korean's name */
	bool		thing;			/* it is told to be the name of one */
} Search;

/* Was anything found to be beside names? */
static bool
IsClean(const SmFieldTokens *tokens)
{
	if (tokens->edged)
		return false;
	for (int i = 0; i < tokens->count; i++)
	{
		const SmFieldToken *token = &tokens->token[i];

		if (token->kind != SM_BESIDE_NONE || sm_token_trimmed(token) ||
			(i > 0 && (token->parted & (SM_PARTED_STRONG | SM_PARTED_COMMA))))
			return false;
	}
	return true;
}

/* Is it one name in several scripts, each of which says what the others leave open? */
static bool
IsOneInScripts(const Search *search)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	bool		several = false;

	for (int i = 0; i < tokens->count; i++)
	{
		if (tokens->token[i].kind != SM_BESIDE_NONE || sm_token_trimmed(&tokens->token[i]))
			return false;
		several |= tokens->token[i].script != tokens->token[0].script;
	}
	return several && search->odds > SM_KOREAN_FROM;
}

/* Are these one or two words in letters, not in syllables? */
static bool
AreFewLetters(const SmFieldTokens *tokens)
{
	return tokens->count < 3 && !sm_token_native(&tokens->token[0]) &&
		!sm_token_native(&tokens->token[tokens->count - 1]);
}

/* Does a field hold one name and nothing else? */
static bool
IsOneName(const Search *search)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	const SmFieldToken *first = &tokens->token[0];

	if (tokens->count == 1 && !sm_token_trimmed(first) && sm_token_length(first) <= SYLLABLES_GLUED)
		return true;
	if (IsOneInScripts(search))
		return true;
	return IsClean(tokens) && (search->odds >= SM_ODDS_SURE || AreFewLetters(tokens));
}

/* Is word i a place with the number of a ship: SAKHALIN 8? */
static bool
IsNumberedPlace(const SmFieldTokens *tokens, int i)
{
	const SmFieldToken *token = &tokens->token[i];

	return token->kind == SM_BESIDE_PLACE && i + 1 < tokens->count && token[1].kind == SM_TOKEN_NUMBER &&
		!(token[1].parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)) && sm_token_length(&token[1]) <= SM_COUNTED_DIGITS;
}

/* May any of its words belong to a name? */
static bool
HasName(const SmFieldTokens *tokens)
{
	if (sm_tokens_have(tokens, 0, tokens->count, SM_SET_NAME | SM_SET(SM_BESIDE_OFFICE)))
		return true;
	for (int i = 0; i < tokens->count; i++)
		if (IsNumberedPlace(tokens, i))
			return true;
	return false;
}

/* What a part of a field has of words that may be a name */
typedef struct Tally
{
	int			words;			/* all but titles and places; none if there are places and nothing unknown */
	int			unknown;
	int			numbers;
} Tally;

static Tally
TallyOf(const SmFieldTokens *tokens, SmSpan span)
{
	unsigned	words = SM_SET_NAME | SM_SET(SM_BESIDE_OFFICE) | SM_SET(SM_BESIDE_BRANCH) | SM_SET(SM_TOKEN_NUMBER);
	Tally		tally = {0, 0, 0};
	int			places = 0;

	for (int i = span.from; i < span.to; i++)
	{
		tally.words += SM_IS_OF(&tokens->token[i], words);
		tally.unknown += SM_IS_OF(&tokens->token[i], SM_SET_NAME | SM_SET(SM_BESIDE_OFFICE));
		tally.numbers += tokens->token[i].kind == SM_TOKEN_NUMBER;
		places += tokens->token[i].kind == SM_BESIDE_PLACE;
	}
	if (places > 0 && tally.unknown == 0)
		tally.words = 0;
	return tally;
}

/* Is there nothing but places, branches and numbers? */
static bool
IsOnlyPlaces(const SmFieldTokens *tokens, SmSpan span)
{
	unsigned	set = SM_SET(SM_BESIDE_PLACE) | SM_SET(SM_BESIDE_BRANCH) | SM_SET(SM_TOKEN_NUMBER);

	if (sm_span_length(span) >= WORDS_LEAST && tokens->token[span.from].kind == SM_BESIDE_BRANCH)
		return false;
	for (int i = span.from; i < span.to; i++)
		if (!SM_IS_OF(&tokens->token[i], set))
			return false;
	return true;
}

/* How sure a segment is a Korean's name */
typedef enum Certainty
{
	NOT_KOREAN,
	KOREAN,
	KOREAN_FOUND,				/* there is none better to be looked for in the segment */
	KOREAN_SURE					/* it is nothing else */
} Certainty;

/* Is a segment without what is beside it a Korean's name? */
static Certainty
JudgePerson(SmJudged *judged, const SmFieldTokens *tokens, const SmSegment *segment)
{
	const SmFieldToken *first = &tokens->token[segment->person.from];
	bool		alone = segment->others == 0 && segment->whole;
	bool		sure;

	if (sm_span_length(segment->person) == 0 || segment->company)
		return NOT_KOREAN;
	if (alone)
		sm_field_judge(judged, tokens->text, sm_field_points(tokens, segment->person));
	else
		sm_field_judge_spelled(judged, tokens->text, sm_field_points(tokens, segment->person));
	if (!judged->korean || (!alone && (judged->slip || !judged->surname || judged->self < SELF_BESIDE)))
		return NOT_KOREAN;
	sure = judged->reading.odds >= SM_ODDS_SURE && !judged->slip;
	if (segment->unknown == 1 && first->script == SM_SCRIPT_LATIN && !segment->cut && !sure)
		return NOT_KOREAN;
	return sure ? KOREAN_SURE : first->script == SM_SCRIPT_HANGUL ? KOREAN_FOUND : KOREAN;
}

/* Are words looked for in parts of this field?  On both sides of a comparison only those of ships and behind titles */
static bool
TakesWords(const Search *search, const SmSegment *segment)
{
	if (search->level == SM_READ_SCREENING || segment->vessel || search->field->tokens.airline)
		return true;
	return segment->whole && !segment->number && segment->all.from < segment->person.from &&
		search->field->tokens.token[segment->all.from].kind == SM_BESIDE_TITLE;
}

/* Is word i a number?  Between names it is of no kind */
static bool
BeginsWithDigit(const SmFieldTokens *tokens, int i)
{
	uint32_t	c = tokens->text->cp[tokens->token[i].from];

	return c >= '0' && c <= '9';
}

/* Does word i say that a number follows: No, nr? */
static bool
AnnouncesNumber(const SmFieldTokens *tokens, int i)
{
	SmWord		word;

	word.length = (uint8_t) sm_token_letters(word.letters, tokens, i);
	return word.length > 0 && sm_word_is_one_of(&word, sm_number_words);
}

/* Where the number of a house stands behind words enough of a person; the end if there is none */
static int
HouseNumberIn(const SmFieldTokens *tokens, SmSpan person)
{
	int			unknown = 0;

	for (int i = person.from; i < person.to; i++)
	{
		if (unknown >= WORDS_LEAST && tokens->token[i].kind == SM_TOKEN_NUMBER && BeginsWithDigit(tokens, i))
			return i;
		unknown += tokens->token[i].kind == SM_BESIDE_NONE;
	}
	return person.to;
}

/*
 * Add the words of a segment without a number behind or in front of them, or the address that one begins: 3. Ramzan
 * Kadyrov, Ramzan Kadyrov 44 Nguyen Hue; so many are not known.
 */
static void
AddUnnumbered(Search *search, const SmSegment *segment, int unknown)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	SmSpan		person = segment->person;

	/* the numbers of ships tell them apart */
	if (segment->company || segment->vessel || unknown < WORDS_LEAST)
		return;
	person.to = HouseNumberIn(tokens, person);
	if (person.to < segment->words.to && tokens->token[person.to].kind == SM_TOKEN_NUMBER)
		sm_field_add_words(search->field, segment, (SmSpan) {segment->words.from, person.to}, false);
	person.to = segment->person.to;
	if (person.to - person.from > 2 && AnnouncesNumber(tokens, person.from) && BeginsWithDigit(tokens, person.from + 1))
		person.from += 2;
	if (person.from > segment->words.from && BeginsWithDigit(tokens, person.from - 1))
		sm_field_add_words(search->field, segment, (SmSpan) {person.from, segment->words.to}, false);
}

/* Add the words of a segment with the numeral behind them, a title of persons and ships': SPARTA III (12345) */
static void
AddNumeral(Search *search, const SmSegment *segment)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	int			to = segment->words.to;

	if (segment->whole || sm_span_length(segment->words) == 0 || to == segment->all.to)
		return;
	if (tokens->token[to].kind == SM_BESIDE_TITLE && sm_token_numeral(tokens, to) &&
		!(tokens->token[to].parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)))
		sm_field_add_words(search->field, segment, (SmSpan) {segment->words.from, to + 1}, false);
}

/* Does what lists names stand before word i: a slash, a semicolon, a bar, a dash?  Brackets hold remarks */
static bool
IsListedApart(const SmFieldTokens *tokens, int i)
{
	bool		listed = false;

	if (i == 0 || i == tokens->count)
		return true;
	for (int k = tokens->token[i - 1].to; k < tokens->token[i].from; k++)
	{
		uint32_t	c = tokens->text->cp[k];

		if (c != ' ' && c != '/' && c != ';' && c != '|' && c != '-')
			return false;
		listed |= c != ' ';
	}
	return listed;
}

/* A name of one word among others that are listed, KHOLMOGORY / John Smith, if it is rare and no Korean's */
static void
AddLoneWord(Search *search, const SmSegment *segment)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	SmSpan		words = segment->words;

	if (sm_span_length(words) == 1 && sm_span_equal(words, segment->all) && IsListedApart(tokens, words.from) &&
		IsListedApart(tokens, words.to) && !sm_token_spells(tokens, words.from))
		sm_field_add_words(search->field, segment, words, false);
}

/* Add the words of a segment, and those without places and branches */
static void
AddSegmentWords(Search *search, const SmSegment *segment, Certainty certainty)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	Tally		words = TallyOf(tokens, segment->words);
	Tally		bare = TallyOf(tokens, segment->bare);
	bool		alone = segment->others == 0 && segment->cut;
	bool		bare_alone = segment->others == 0 && segment->bare.to < segment->words.to &&
		(tokens->token[segment->bare.to].parted & (SM_PARTED_STRONG | SM_PARTED_COMMA));

	/* who is Korean for sure is compared as such; ships have numbers */
	if (certainty == KOREAN_SURE && !segment->vessel && words.numbers == 0)
		return;
	if (words.words >= WORDS_LEAST || ((alone || segment->vessel) && words.unknown > 0))
	{
		sm_field_add_words(search->field, segment, segment->words, alone || segment->vessel);
		AddUnnumbered(search, segment, words.unknown);
	}
	else if (search->level == SM_READ_SCREENING && words.unknown > 0 && segment->others > 0 && certainty == NOT_KOREAN)
		AddLoneWord(search, segment);
	AddNumeral(search, segment);
	if (!sm_span_equal(segment->bare, segment->words) && (bare.words >= WORDS_LEAST || bare_alone))
		sm_field_add_words(search->field, segment, segment->bare, bare_alone);
}

/* Words of a clause as a name of their own, unless that is the surname or the given name of another one */
static void
AddClause(Search *search, const SmSegment *segment, SmSpan clause)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	bool		first = clause.from == segment->person.from;
	int			unknown = 0;
	int			words = 0;
	int			rest = 0;

	while (clause.from < clause.to && !SM_IS_OF(&tokens->token[clause.from], SM_SET_NAME | SM_SET(SM_BESIDE_PLACE)))
		clause.from++;
	while (clause.from < clause.to && !SM_IS_OF(&tokens->token[clause.to - 1], SM_SET_NAME | SM_SET(SM_TOKEN_NUMBER)))
		clause.to--;
	for (int i = segment->person.from; i < segment->person.to; i++)
	{
		bool		in = i >= clause.from && i < clause.to;

		unknown += in && tokens->token[i].kind == SM_BESIDE_NONE;
		words += in && SM_IS_OF(&tokens->token[i], SM_SET_NAME);
		rest += !in && tokens->token[i].kind == SM_BESIDE_NONE;
	}
	if (unknown > 0 && (words > WORDS_LEAST || (words == WORDS_LEAST && (unknown < words || rest == 0 || first)) ||
						(first && segment->vessel)))
		sm_field_add_words(search->field, segment, clause, first && segment->vessel);
}

/* Is a segment Surname, Given and nothing else? */
static bool
IsSurnameGiven(const SmFieldTokens *tokens, const SmSegment *segment)
{
	int			commas = 0;
	int			behind = 0;

	for (int i = segment->all.from; i < segment->all.to; i++)
	{
		commas += i > segment->all.from && (tokens->token[i].parted & SM_PARTED_COMMA);
		behind += commas > 0;
		if (tokens->token[i].kind != SM_BESIDE_NONE)
			return false;
	}
	return commas == 1 && behind <= GIVEN_MOST;
}

/* The first two clauses, if they may be Surname, Given with something behind them */
static void
AddSurnameGiven(Search *search, const SmSegment *segment)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	SmSpan		both = {segment->person.from, segment->person.from};
	int			commas = 0;

	for (; both.to < segment->person.to; both.to++)
	{
		const SmFieldToken *token = &tokens->token[both.to];

		commas += both.to > both.from && (token->parted & SM_PARTED_COMMA);
		if (commas == 2)
			break;
		if (token->kind != SM_BESIDE_NONE || both.to - both.from > 2 * GIVEN_MOST)
			return;
	}
	if (commas == 2)
		sm_field_add_words(search->field, segment, both, false);
}

/* What may be Surname, Given, or two persons */
static void
AddTwoPersons(Search *search, const SmSegment *segment)
{
	SmSpan		second;

	if (!sm_field_two_persons(&second, &search->field->tokens, segment->all))
		return;
	sm_field_add_words(search->field, segment, (SmSpan) {segment->all.from, second.from}, false);
	sm_field_add_words(search->field, segment, second, false);
}

/* Words of each clause */
static void
AddClauses(Search *search, const SmSegment *segment)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	SmSpan		clause;

	if (tokens->airline)
		return;
	/* what follows the comma in a ship's or a body's field is no given name */
	if (!search->thing && IsSurnameGiven(tokens, segment))
	{
		AddTwoPersons(search, segment);
		return;
	}
	if (!search->thing)
		AddSurnameGiven(search, segment);
	for (int at = segment->person.from; at < segment->person.to; at = clause.to)
	{
		clause = sm_field_clause(tokens, at, segment->person.to);
		if (!sm_span_equal(clause, segment->person))
			AddClause(search, segment, clause);
	}
}

/* The odds of a segment in letters of another alphabet as one name, INT32_MIN = it is none */
static SmWeight
OddsOfAlphabet(const SmFieldTokens *tokens, const SmSegment *segment)
{
	SmJudged	judged;

	return tokens->token[segment->person.from].script == SM_SCRIPT_NONE &&
		JudgePerson(&judged, tokens, segment) != NOT_KOREAN ? judged.reading.odds : INT32_MIN;
}

/* Names among unknown words */
static void
AddWindows(Search *search, const SmSegment *segment)
{
	SmFieldNames    *field = search->field;
	SmWindow	window[SM_WINDOWS_MAX];
	int			n = sm_field_windows(window, SM_NAMES_MAX - 1 - field->count, &field->tokens, segment);
	SmWeight	odds = n > 0 ? OddsOfAlphabet(&field->tokens, segment) : INT32_MIN;

	for (int i = 0; i < n; i++)
		if (window[i].reading.odds > odds)
			sm_field_add_korean(search->field, segment, window[i].place, window[i].korean, &window[i].reading);
}

/* A place with a number, which may be a ship's name beside something else */
static void
AddNumberedPlace(Search *search, const SmSegment *segment)
{
	for (int i = segment->all.from; i < segment->all.to; i++)
		if (IsNumberedPlace(&search->field->tokens, i))
			sm_field_add_words(search->field, segment, (SmSpan) {i, i + 2}, true);
}

/* The candidates of a segment */
static void
AddSegment(Search *search, const SmSegment *segment)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	Certainty	certainty = segment->whole && search->odds >= SM_ODDS_SURE ? KOREAN_SURE : NOT_KOREAN;
	SmJudged	judged;

	if (!sm_field_is_all(tokens, segment->person) && !(segment->unknown == 0 && IsOnlyPlaces(tokens, segment->words)))
	{
		certainty = JudgePerson(&judged, tokens, segment);
		if (certainty != NOT_KOREAN)
			sm_field_add_korean(search->field, segment, segment->person, sm_field_points(tokens, segment->person),
								&judged.reading);
		if (TakesWords(search, segment))
			AddSegmentWords(search, segment, certainty);
	}
	else if (TakesWords(search, segment))
		AddUnnumbered(search, segment, TallyOf(tokens, segment->words).unknown);
	if (search->level == SM_READ_SCREENING && segment->unknown == 0)
		AddNumberedPlace(search, segment);
	if (search->level == SM_READ_SCREENING || segment->vessel)
		AddClauses(search, segment);
	if (certainty < KOREAN_FOUND)
		AddWindows(search, segment);
}

/* All of a field up to the first label as the name of one company whose name has brackets: WEE TIONG (S) PTE LTD */
static void
AddCompany(Search *search)
{
	const SmFieldTokens *tokens = &search->field->tokens;
	unsigned	front = SM_SET(SM_BESIDE_TITLE) | SM_SET(SM_BESIDE_ROLE) | SM_SET(SM_BESIDE_SHIP) |
		SM_SET(SM_BESIDE_PAYMENT) | SM_SET_PARTING;
	unsigned	labels = SM_SET(SM_BESIDE_LABEL) | SM_SET(SM_BESIDE_IDENTIFIER);
	SmSpan		span = {0, 1};
	SmSegment	segment = {.company = true};
	bool		inner = false;

	while (span.to < tokens->count && !SM_IS_OF(&tokens->token[span.to], labels))
		span.to++;
	while (span.from < span.to && SM_IS_OF(&tokens->token[span.from], front))
		span.from++;
	while (span.from < span.to && !SM_IS_OF(&tokens->token[span.to - 1], SM_SET_NAME | SM_SET(SM_BESIDE_OFFICE)) &&
		   !(tokens->token[span.to - 1].kind == SM_TOKEN_NUMBER && sm_token_length(&tokens->token[span.to - 1]) < 4))
		span.to--;
	for (int i = span.from + 1; i < span.to; i++)
		inner |= (tokens->token[i].parted & SM_PARTED_STRONG) || tokens->token[i].kind == SM_BESIDE_SEPARATOR;
	if (inner && sm_span_length(span) >= WORDS_LEAST && sm_span_length(span) < tokens->count)
		sm_field_add_words(search->field, &segment, span, false);
}

/* Is there something that names of people do not have: a word of a company, a number behind the first word? */
static bool
IsThing(const SmFieldTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
		if (SM_IS_OF(&tokens->token[i], SM_SET_COMPANY) || (i > 0 && tokens->token[i].kind == SM_TOKEN_NUMBER))
			return true;
	return false;
}

/* Is a field so short that it is one name whatever its words are, or nothing else than a Korean's? */
static bool
IsShort(const Search *search)
{
	const SmFieldTokens *tokens = &search->field->tokens;

	return tokens->count == 1 && (tokens->token[0].script == SM_SCRIPT_LATIN ||
								  sm_token_length(&tokens->token[0]) < SYLLABLES_GLUED);
}

/* Is no word longer than a Korean syllable is spelled, or a name to which nothing is glued? */
static bool
AreSyllables(const SmFieldTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		const SmFieldToken *token = &tokens->token[i];

		if (sm_token_length(token) >= (sm_token_native(token) ? SYLLABLES_GLUED : SYLLABLE_LETTERS + 1))
			return false;
	}
	return true;
}

/* Do words that nothing is known of have to be one name: two or fewer, or the syllables of a sure Korean's? */
static bool
HasOneReading(const Search *search)
{
	const SmFieldTokens *tokens = &search->field->tokens;

	if (!IsClean(tokens))
		return false;
	if (search->odds >= SM_ODDS_SURE)
		return AreSyllables(tokens);
	return AreFewLetters(tokens);
}

/* Find the names that a text, told to be a thing's or not, may hold beside all of it, a Korean's name at these odds */
void
sm_field_read(SmFieldNames *field, const SmText *text, SmReadLevel level, SmWeight odds, bool thing)
{
	Search		search = {field, level, odds, thing};
	SmSegment	segment;

	field->count = 0;
	field->thing = false;
	sm_field_tokens(&field->tokens, text);
	sm_field_part(&field->tokens);
	if (field->tokens.count == 0 || (IsShort(&search) && !field->tokens.edged))
		return;
	sm_field_phrases(&field->tokens);
	sm_field_airline(&field->tokens);
	if (HasOneReading(&search))
		return;
	sm_field_neighbours(&field->tokens);
	field->thing = IsThing(&field->tokens);
	if (level == SM_READ_WHOLE || level == SM_READ_MENTION)
		return;
	sm_field_trim_glued(&field->tokens);
	if (IsOneName(&search) || !HasName(&field->tokens))
		return;
	if (level == SM_READ_SCREENING)
		sm_field_part_bodies(&field->tokens);
	sm_field_segments(&field->tokens);
	if (level == SM_READ_SCREENING && sm_tokens_have(&field->tokens, 0, field->tokens.count, SM_SET_COMPANY))
		AddCompany(&search);
	for (int at = 0; at < field->tokens.count; at = segment.all.to)
		if (sm_field_segment(&segment, &field->tokens, at))
			AddSegment(&search, &segment);
}
