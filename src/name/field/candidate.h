/* What of a field may be a name, and what stands beside it */
#ifndef SM_FIELD_CANDIDATE_H
#define SM_FIELD_CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "name/field/token.h"
#include "name/korean/hypothesis.h"
#include "name/text/part.h"

/* Names that a field is read as, the first of which is all of it */
#define SM_NAMES_MAX 6
/* Prices are in quarters of a bit */
#define SM_PRICE_BIT 4

/* A part of a field that may be a name */
typedef struct SmCandidate
{
	SmSpan		korean;			/* code points read as a Korean's name; none: to = 0 */
	SmSpan		words;			/* those read as words; none: to = 0 */
	SmSpan		place;			/* the words of the field that it is of, all or in part */
	uint8_t		price;			/* of all that stands beside it */
	uint8_t		way;			/* SmWay: of words, all of the field is read once more in another way */
	bool		number;			/* a short number beside it was left out */
	bool		vessel;			/* it is of a ship, which keeps its words beside a Korean reading */
	SmKorean	reading;		/* of the Korean's name */
} SmCandidate;

/* A field: its words, and what may be names in it beside all of it */
typedef struct SmFieldNames
{
	SmFieldTokens tokens;
	bool		thing;			/* it has a word of companies, or a number behind a name */
	int			count;
	SmCandidate candidate[SM_NAMES_MAX - 1];
} SmFieldNames;

/* What something beside a name is to it */
typedef enum SmBesideRole
{
	SM_BESIDE_IS_KNOWN,			/* a title, a place, a label, a number: its kind says what */
	SM_BESIDE_IS_FURTHER,		/* a word that may be of the name */
	SM_BESIDE_IS_OTHER,			/* of another name */
	SM_BESIDE_IS_LEFT_OUT,		/* a word of the name itself: that of a father */
	SM_BESIDE_IS_SON,			/* the same: Abu or Umm with the name of a son */
	SM_BESIDE_IS_SURNAME		/* another surname of the same person */
} SmBesideRole;

/* Something beside a name and what it costs */
typedef struct SmBesideWord
{
	SmSpan		at;				/* code points */
	uint8_t		kind;			/* SmBeside, SM_TOKEN_... */
	uint8_t		role;
	uint8_t		price;
} SmBesideWord;

/* What stands beside a name, at most: the other words of the field, what is glued to its own, and halves of one */
#define SM_BESIDE_MAX (2 * SM_FIELD_TOKENS + 2)

#endif
