/* Names that change their script on the way: Kim 정Un, 김정 Un, Ким Jong 은 */
#include "name/korean/pieces.h"

#include <stddef.h>
#include <string.h>

#include "data/spelling_table.h"
#include "data/syllable_table.h"
#include "name/korean/hangul.h"
#include "name/korean/hanja.h"
#include "name/korean/readers.h"
#include "name/slot.h"
#include "name/text/script.h"
#include "name/weight.h"

/* Names that change their script on the way: Kim 정Un, 김정 Un, Ким Jong 은 */

/* Pieces of a name: a Hangul syllable, a Chinese character, or what is of one alphabet in a word */
#define PIECES_MAX 6
/* Ways to read some pieces that are followed up */
#define WAYS_MAX 25
/* The surname last where no comma tells, as in spelling.c */
#define COST_LAST SM_WEIGHT(3.3)
/* Hardly anybody but a Korean is written so; the words are kept all the same */
#define ODDS SM_WEIGHT(8)

typedef struct Piece
{
	SmScript	script;
	int			from;
	int			to;
	bool		starts;			/* a word */
} Piece;

typedef struct Pieces
{
	const SmText *text;
	int			count;
	Piece		piece[PIECES_MAX];
} Pieces;

/* Ways to read the pieces so far */
typedef struct Ways
{
	int			count;
	SmHypothesis way[WAYS_MAX];
} Ways;

static bool
IsNative(SmScript script)
{
	return script == SM_SCRIPT_HANGUL || script == SM_SCRIPT_HANJA;
}

/* Cut a name where its script changes; false if it holds anything but letters that are read, or too much */
static bool
Cut(Pieces *pieces, const SmText *text)
{
	Piece	   *last = NULL;

	pieces->text = text;
	pieces->count = 0;
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		SmScript	script = sm_script_of(c);

		if (!sm_is_part(c))
		{
			if (c == '(' || c == ')' || c == '&' || c == SM_MASK)
				return false;
			if (c != '\'')
				last = NULL;
			continue;
		}
		if (script == SM_SCRIPT_NONE)
			return false;
		if (last == NULL || last->script != script || IsNative(script))
		{
			if (pieces->count == PIECES_MAX)
				return false;
			pieces->piece[pieces->count] = (Piece) {script, i, i, last == NULL};
			last = &pieces->piece[pieces->count++];
		}
		last->to = i + 1;
	}
	return pieces->count > 1;
}

/* Append so many code points to a text, small letters */
static void
AppendText(SmText *text, const uint32_t *cp, int n)
{
	memcpy(text->cp + text->length, cp, (size_t) n * sizeof(*cp));
	memset(text->upper + text->length, false, (size_t) n);
	text->length += n;
}

/* Surname and syllable that every system of an alphabet spells in one way: they stand for what a piece lacks */
static const struct
{
	uint32_t	kim[3];
	uint32_t	min[3];
}			fill[SM_SCRIPTS] = {
	[SM_SCRIPT_LATIN] = {{'k', 'i', 'm'}, {'m', 'i', 'n'}},
	[SM_SCRIPT_CYRILLIC] = {{0x43A, 0x438, 0x43C}, {0x43C, 0x438, 0x43D}},
	[SM_SCRIPT_KANA] = {{0x30AD, 0x30E0, ' '}, {0x30DF, 0x30F3, ' '}},
};

/* What of a name a piece is taken for */
typedef enum Part
{
	PART_SURNAME,				/* it stands before a comma */
	PART_GIVEN,					/* it stands behind one */
	PART_WHOLE
} Part;

/* Read a piece of an alphabet */
static bool
ReadPiece(SmKorean *korean, const Pieces *pieces, const Piece *piece, Part part)
{
	static const uint32_t comma = ',';
	SmText		text;

	if (piece->to - piece->from > SM_TEXT_MAX / 2)
		return false;
	memset(&text, 0, offsetof(SmText, cp));
	if (part == PART_GIVEN)
	{
		AppendText(&text, fill[piece->script].kim, 3);
		AppendText(&text, &comma, 1);
	}
	AppendText(&text, pieces->text->cp + piece->from, piece->to - piece->from);
	if (part == PART_SURNAME)
	{
		AppendText(&text, &comma, 1);
		AppendText(&text, fill[piece->script].min, 3);
	}
	return sm_script_read(korean, &text, piece->script);
}

/* Is every syllable of a hypothesis known? */
static bool
IsSyllables(const SmHypothesis *h)
{
	for (int s = !h->has_surname; s <= h->given; s++)
		if (!sm_slot_has_syllables(h->slot[s]))
			return false;
	return true;
}

/* Go on from a way with the given syllables of a hypothesis */
static void
AddWay(Ways *ways, const SmHypothesis *way, const SmHypothesis *h, SmWeight odds)
{
	SmHypothesis *next = &ways->way[ways->count];

	if (ways->count == WAYS_MAX || way->given + h->given > SM_GIVEN_MAX || !IsSyllables(h))
		return;
	*next = *way;
	memcpy(&next->slot[1 + way->given], &h->slot[1], h->given * sizeof(SmSlot));
	next->given = (uint8_t) (way->given + h->given);
	next->weight += h->weight + odds;
	if (next->system == SM_SYSTEM_HANGUL)
		next->system = h->system;
	ways->count++;
}

/* Read a syllable or a character as one of the given name, or as the surname; false if it is none */
static bool
ReadNative(SmHypothesis *h, const Pieces *pieces, const Piece *piece, bool surname, bool first)
{
	uint32_t	c = pieces->text->cp[piece->from];
	bool		hangul = piece->script == SM_SCRIPT_HANGUL;

	memset(h, 0, sizeof(*h));
	h->system = hangul ? SM_SYSTEM_HANGUL : SM_SYSTEM_HANJA;
	h->has_surname = surname;
	h->given = !surname;
	if (surname)
		h->slot[0] = hangul ? sm_hangul_surname(c) : sm_hanja_surname(c);
	else
		h->slot[1] = hangul ? sm_hangul_given(c, first) : sm_hanja_given(c);
	return h->slot[surname ? 0 : 1] != NULL;
}

/* The ways in which a name can start with a piece: the surname, or more than that */
static void
Start(Ways *ways, const Pieces *pieces, const Piece *piece)
{
	SmHypothesis h;
	SmKorean	korean;

	ways->count = 0;
	if (IsNative(piece->script))
	{
		if (ReadNative(&h, pieces, piece, true, false))
			ways->way[ways->count++] = h;
		return;
	}
	if (ReadPiece(&korean, pieces, piece, PART_SURNAME))
		for (int i = 0; i < korean.count; i++)
		{
			h = korean.hypothesis[i];
			if (!h.has_surname || h.given != 1 || !IsSyllables(&h))
				continue;
			h.given = 0;
			h.weight += korean.odds;
			ways->way[ways->count++] = h;
		}
	if (ReadPiece(&korean, pieces, piece, PART_WHOLE))
		for (int i = 0; i < korean.count && ways->count < WAYS_MAX; i++)
		{
			h = korean.hypothesis[i];
			if (!h.has_surname || !IsSyllables(&h))
				continue;
			h.weight += korean.odds;
			ways->way[ways->count++] = h;
		}
}

/* Go on with a piece of the given name */
static void
ReadOn(Ways *ways, const Pieces *pieces, const Piece *piece)
{
	Ways		before = *ways;
	SmHypothesis h;
	SmKorean	korean;

	ways->count = 0;
	if (!IsNative(piece->script) && !ReadPiece(&korean, pieces, piece, PART_GIVEN))
		return;
	for (int i = 0; i < before.count; i++)
	{
		if (!IsNative(piece->script))
		{
			for (int k = 0; k < korean.count; k++)
				if (korean.hypothesis[k].has_surname)
					AddWay(ways, &before.way[i], &korean.hypothesis[k], korean.odds);
		}
		else if (ReadNative(&h, pieces, piece, false, before.way[i].given == 0))
			AddWay(ways, &before.way[i], &h, 0);
	}
}

/* Add the ways to read the pieces in their order, or with the last one first */
static void
ReadInOrder(SmFound *found, const Pieces *pieces, bool turned, SmWeight cost)
{
	Ways		ways;
	int			n = pieces->count;

	Start(&ways, pieces, &pieces->piece[turned ? n - 1 : 0]);
	for (int i = !turned; i < n - turned; i++)
		ReadOn(&ways, pieces, &pieces->piece[i]);
	for (int i = 0; i < ways.count; i++)
		if (ways.way[i].given > 0)
		{
			ways.way[i].weight -= cost + sm_given_cost[ways.way[i].given];
			sm_found_add(found, &ways.way[i]);
		}
}

/* Read a name of which each piece is in another script; false if it cannot be a Korean's */
bool
sm_pieces_read(SmKorean *korean, const SmText *text)
{
	Pieces		pieces;
	SmFound		found;

	if (!Cut(&pieces, text))
		return false;
	found.count = 0;
	ReadInOrder(&found, &pieces, false, 0);
	if (pieces.piece[pieces.count - 1].starts)
		ReadInOrder(&found, &pieces, true, COST_LAST);
	if (found.count == 0)
		return false;
	sm_found_keep(korean, &found);
	korean->odds = ODDS;
	return true;
}
