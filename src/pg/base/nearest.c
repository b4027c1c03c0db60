/* The nearest of the words that exist to one that does not, and columns that are named by arguments */
#include "postgres.h"

#include "pg/base/nearest.h"

#include "mb/pg_wchar.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/varlena.h"

#include "pg/base/shown.h"

/* Letters that may differ, as in PostgreSQL's own hints; of a short word half of them */
#define LETTERS_MOST 3
/* Longest word that is looked at, in bytes: four of each letter of an identifier */
#define WORD_MOST (4 * NAMEDATALEN)

/* See nearest.h */
void
SanctStartNearest(NearestWord *nearest, const char *asked)
{
	nearest->asked = asked;
	nearest->word = NULL;
	nearest->distance = strlen(asked) > WORD_MOST ? 0 : Min(LETTERS_MOST, pg_mbstrlen(asked) / 2) + 1;
}

/* Letters to change in a word to make it another, whatever their case; limit, if there are as many or more */
static int
LettersBetween(const char *word, const char *other, int limit)
{
	char		small[2][WORD_MOST + 1];
	int			length[2] = {strlen(word), strlen(other)};
	int			distance;

	for (int i = 0; i <= length[0]; i++)
		small[0][i] = pg_ascii_tolower((unsigned char) word[i]);
	for (int i = 0; i <= length[1]; i++)
		small[1][i] = pg_ascii_tolower((unsigned char) other[i]);
	distance = varstr_levenshtein_less_equal(small[0], length[0], small[1], length[1], 1, 1, 1, limit - 1, true);
	return Min(distance, limit);
}

/* See nearest.h */
void
SanctTryNearest(NearestWord *nearest, const char *word)
{
	int			distance;

	if (nearest->distance == 0 || strlen(word) > WORD_MOST)
		return;
	if (strcmp(word, nearest->asked) == 0)
	{
		nearest->word = NULL;
		nearest->distance = 0;
		return;
	}
	/* that of words of one spelling but for case is 0, and a word that is just as asked may still come */
	distance = LettersBetween(nearest->asked, word, nearest->distance);
	if (distance < nearest->distance)
	{
		nearest->word = word;
		nearest->distance = Max(distance, 1);
	}
}

/* See nearest.h */
const char *
SanctPerhaps(const NearestWord *nearest, const char *what)
{
	return nearest->word == NULL ? "" : psprintf("Perhaps you meant the %s \"%s\". ", what, SanctShown(nearest->word));
}

/* See nearest.h */
const char *
SanctPerhapsOf(const char *asked, const char *what, const char *const *words, int count)
{
	NearestWord nearest;

	SanctStartNearest(&nearest, asked);
	for (int i = 0; i < count; i++)
		SanctTryNearest(&nearest, words[i]);
	return SanctPerhaps(&nearest, what);
}

/* The same of the columns of a relation */
static const char *
PerhapsColumn(Relation relation, const char *name)
{
	TupleDesc	desc = RelationGetDescr(relation);
	NearestWord nearest;

	SanctStartNearest(&nearest, name);
	for (int i = 0; i < desc->natts; i++)
		if (!TupleDescAttr(desc, i)->attisdropped)
			SanctTryNearest(&nearest, NameStr(TupleDescAttr(desc, i)->attname));
	return SanctPerhaps(&nearest, "column");
}

/* See nearest.h */
void
SanctRefuseColumn(Relation relation, const char *name, const char *hint)
{
	char	   *hints = psprintf("%s%s", PerhapsColumn(relation, name), hint);

	/* nothing may follow the blank */
	if (hint[0] == '\0' && hints[0] != '\0')
		hints[strlen(hints) - 1] = '\0';
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("column \"%s\" of relation \"%s\" does not exist", SanctShown(name),
					RelationGetRelationName(relation)),
			 hints[0] != '\0' ? errhint("%s", hints) : 0));
}

/* See nearest.h */
AttrNumber
SanctFindColumn(Relation relation, const char *name)
{
	AttrNumber	column = get_attnum(RelationGetRelid(relation), name);

	if (column == InvalidAttrNumber)
		SanctRefuseColumn(relation, name, "");
	return column;
}
