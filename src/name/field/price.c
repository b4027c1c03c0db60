/*
 * What stands beside a name costs: it adds to the self weight of the name, never to what two names weigh
 * together.  The price hardly matters to who is found; it puts hits in an order.
 */
#include "name/field/price.h"

#include "data/beside_table.h"
#include "name/field/segment.h"

/* A title, a place, a number; all of them at most */
#define PRICE_KNOWN 1
#define KNOWN_MOST 8
/* Words that may be of the name, in its clause and in others; a letter alone; all of them at most */
#define PRICE_FURTHER 16
#define PRICE_LETTER 5
#define FURTHER_MOST 48
#define CLAUSES_MOST 24
/* Other names, by how many words they have */
#define PRICE_OTHER 6
#define PRICE_OTHERS 9
#define PRICE_MANY 12
#define MANY_LEAST 4

/* A price under way */
typedef struct Sum
{
	int			known;
	int			further;
	int			clauses;
	int			others;			/* words of other names */
} Sum;

/* Add a price up to a limit; returns what it came to */
static int
AddUpTo(int *sum, int price, int most)
{
	int			added = *sum + price > most ? most - *sum : price;

	*sum += added;
	return added;
}

/* What one more word of other names adds */
static int
AddOther(Sum *sum)
{
	static const int price[] = {0, PRICE_OTHER, PRICE_OTHERS, PRICE_OTHERS, PRICE_MANY};
	int			before = price[sum->others < MANY_LEAST ? sum->others : MANY_LEAST];

	sum->others++;
	return price[sum->others < MANY_LEAST ? sum->others : MANY_LEAST] - before;
}

/* The role of word i beside a candidate and its price */
static int
PriceOf(const SmFieldTokens *tokens, int i, const SmFieldToken *name, Sum *sum, int *role)
{
	const SmFieldToken *token = &tokens->token[i];

	*role = SM_BESIDE_IS_KNOWN;
	if (!SM_IS_OF(token, SM_SET_NAME))
		return AddUpTo(&sum->known, PRICE_KNOWN, KNOWN_MOST);
	if (token->segment != name->segment)
	{
		if (token > name && sm_field_labelled(tokens, i))
			return 0;
		*role = SM_BESIDE_IS_OTHER;
		return AddOther(sum);
	}
	*role = SM_BESIDE_IS_FURTHER;
	if (token->clause != name->clause)
		return AddUpTo(&sum->clauses, PRICE_FURTHER, CLAUSES_MOST);
	return AddUpTo(&sum->further, sm_token_length(token) == 1 ? PRICE_LETTER : PRICE_FURTHER, FURTHER_MOST);
}

/* Note what stands beside a name, if that is asked for */
typedef struct Notes
{
	SmBesideWord *word;
	int			count;
} Notes;

static void
NoteBeside(Notes *notes, int from, int to, int kind, SmBesideRole role, int price)
{
	if (notes->word != NULL && from < to)
		notes->word[notes->count++] = (SmBesideWord) {{from, to}, (uint8_t) kind, (uint8_t) role, (uint8_t) price};
}

/* The price of what is glued to a name, known or not */
static int
PriceOfGlued(const SmFieldTokens *tokens, const SmCandidate *candidate, Sum *sum, Notes *notes)
{
	const SmFieldToken *first = &tokens->token[candidate->place.from];
	const SmFieldToken *last = &tokens->token[candidate->place.to - 1];
	int			all = 0;

	for (const SmFieldToken *token = first; token <= last; token++)
	{
		int			price = sm_token_trimmed(token) ? AddUpTo(&sum->known, PRICE_KNOWN, KNOWN_MOST) : 0;

		NoteBeside(notes, token->glued, token->from, SM_BESIDE_TITLE, SM_BESIDE_IS_KNOWN, price);
		NoteBeside(notes, token->to, token->glued_end, SM_BESIDE_TITLE, SM_BESIDE_IS_KNOWN,
			 token->glued < token->from ? 0 : price);
		all += price;
	}
	if (candidate->korean.to > 0 && (candidate->korean.from > first->from || candidate->korean.to < last->to))
	{
		int			price = AddUpTo(&sum->further, PRICE_FURTHER, FURTHER_MOST);

		NoteBeside(notes, first->from, candidate->korean.from, SM_BESIDE_NONE, SM_BESIDE_IS_FURTHER, price);
		NoteBeside(notes, candidate->korean.to, last->to, SM_BESIDE_NONE, SM_BESIDE_IS_FURTHER,
			 candidate->korean.from > first->from ? 0 : price);
		all += price;
	}
	return all;
}

/* The price of a candidate; what stands beside it is noted in beside, at most SM_BESIDE_MAX, unless that is NULL */
int
sm_candidate_price(const SmFieldTokens *tokens, const SmCandidate *candidate, SmBesideWord *beside, int *count)
{
	const SmFieldToken *name = &tokens->token[candidate->place.from];
	Sum			sum = {0, 0, 0, 0};
	Notes		notes = {beside, 0};
	int			all = PriceOfGlued(tokens, candidate, &sum, &notes);

	for (int i = 0; i < tokens->count; i++)
	{
		const SmFieldToken *token = &tokens->token[i];
		int			role;
		int			price;

		if (i >= candidate->place.from && i < candidate->place.to)
			continue;
		price = PriceOf(tokens, i, name, &sum, &role);
		all += price;
		NoteBeside(&notes, token->from, token->to, token->kind, role, price);
	}
	if (beside != NULL)
		*count = notes.count;
	return all;
}
