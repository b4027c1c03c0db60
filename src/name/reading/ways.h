/* Further ways to read all of a field: each is a name of its own */
#ifndef SM_READING_WAYS_H
#define SM_READING_WAYS_H

#include <stdbool.h>

#include "name/field/candidate.h"
#include "name/field/field.h"
#include "name/text/text.h"
#include "name/weight.h"

/* A way to read a field */
typedef enum SmWay
{
	SM_WAY_WRITTEN,
	SM_WAY_SHORT,				/* without the names of fathers */
	SM_WAY_MEANT,				/* in Arabic letters, words of bodies by what they mean */
	SM_WAY_NO_PARENT,			/* in Latin letters without Abu and Umm and what they stand before */
	SM_WAY_NO_SON,				/* nor bin and what that stands before */
	SM_WAY_BORN,				/* with the surname before marriage, where it stands beside the name */
	SM_WAY_MARRIED,				/* without that */
	SM_WAY_HANGUL,				/* in Hangul, words of bodies by what they mean, others as the North spells them */
	SM_WAY_SOUTH,				/* the same of names that the South writes otherwise than the North */
	SM_WAY_KOREAN,				/* as a Korean's, whose name is spelled in letters of another alphabet */
	SM_WAY_PERSON,				/* as a person's one of whose names may be a legal form */
	SM_WAY_CYRILLIC,			/* as other languages than Russian spell Cyrillic letters */
	SM_WAY_KANA,				/* and all that follow: by the sound of characters */
	SM_WAY_JAPANESE,
	SM_WAY_JAPANESE_TOO,		/* by a second reading */
	SM_WAY_PINYIN,
	SM_WAY_WADE_GILES,
	SM_WAY_CANTONESE
} SmWay;

extern void sm_ways_add(SmFieldNames *field, const SmText *text, bool person);
extern void sm_ways_add_person(SmFieldNames *field, const SmText *text);
extern void sm_ways_add_declined(SmFieldNames *field, const SmText *text, SmWeight odds);
extern bool sm_way_sounds(SmWay way);
extern SmBesideRole sm_way_role(SmWay way);
extern int	sm_way_price(SmWay way, int price, SmWeight self);
extern bool sm_way_text(SmText *out, const SmFieldTokens *tokens, SmWay way);

#endif
