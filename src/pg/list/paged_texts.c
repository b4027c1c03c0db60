/*
 * Texts that ids of a document lead to, in a file
 *
 * They stand in the file one after another, each with its id and the place of what the id has led to before.
 */
#include "postgres.h"

#include "pg/list/paged_texts.h"

#include "storage/buffile.h"

#include "pg/list/paged_hash.h"
#include "pg/list/pieces.h"

/* What is past all that an id leads to */
#define AT_END PG_UINT64_MAX

struct PagedTexts
{
	BufFile    *file;
	uint64		end;			/* place of what comes next: number of the file and offset, 0 for none */
	PagedHash  *places;			/* of the last texts of an id */
};

/* What stands before the id and the texts */
typedef struct TextsHead
{
	uint64		before;
	int			id;				/* bytes, with the zero behind it */
	int			length;			/* bytes, of the texts */
} TextsHead;

static void
SeekTexts(PagedTexts *texts, uint64 place)
{
	if (BufFileSeek(texts->file, (int) (place >> 32), (off_t) (place & PG_UINT32_MAX), SEEK_SET) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not seek in the temporary file of an import: %m")));
}

static void
ReadTexts(PagedTexts *texts, void *data, size_t size)
{
	if (BufFileRead(texts->file, data, size) != size)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read from the temporary file of an import: %m")));
}

/* Do the texts of a place belong to this id? */
static bool
IsOfId(void *arg, uint64 place, const char *id)
{
	PagedTexts *texts = arg;
	TextsHead	head;
	char	   *other;
	bool		same;

	SeekTexts(texts, place);
	ReadTexts(texts, &head, sizeof(head));
	if (head.id != strlen(id) + 1)
		return false;
	other = palloc(head.id);
	ReadTexts(texts, other, head.id);
	same = memcmp(other, id, head.id) == 0;
	pfree(other);
	return same;
}

/* See paged_texts.h */
PagedTexts *
SanctStartPagedTexts(void)
{
	PagedTexts *texts = palloc0(sizeof(PagedTexts));
	TextsHead	none = {0};

	texts->file = BufFileCreateTemp(false);
	BufFileWrite(texts->file, &none, sizeof(none));
	texts->end = sizeof(none);
	texts->places = SanctStartPagedHash(IsOfId, texts);
	return texts;
}

/* See paged_texts.h */
void
SanctPutPagedTexts(PagedTexts *texts, const char *id, const char *const *text, int count)
{
	TextsHead	head = {.id = strlen(id) + 1};
	uint64		place = texts->end;
	StringInfoData data;
	int			fileno;
	off_t		offset;
	bool		known = SanctFindPaged(texts->places, id, &head.before);

	SanctPackTexts(&data, text, count);
	head.length = data.len;
	SeekTexts(texts, place);
	BufFileWrite(texts->file, &head, sizeof(head));
	BufFileWrite(texts->file, unconstify(char *, id), head.id);
	BufFileWrite(texts->file, data.data, data.len);
	BufFileTell(texts->file, &fileno, &offset);
	texts->end = (uint64) fileno << 32 | offset;
	pfree(data.data);
	if (known)
		SanctReplacePaged(texts->places, id, place);
	else
		SanctEnterPaged(texts->places, id, place);
}

/* See paged_texts.h */
bool
SanctGetPagedTexts(PagedTexts *texts, const char *id, uint64 *at, const char **text, int count)
{
	TextsHead	head;
	StringInfoData data = {0};

	if (*at == AT_END || (*at == 0 && !SanctFindPaged(texts->places, id, at)))
		return false;
	SeekTexts(texts, *at);
	ReadTexts(texts, &head, sizeof(head));
	data.data = palloc(head.id + head.length);
	ReadTexts(texts, data.data, head.id + head.length);
	data.data += head.id;
	SanctUnpackTexts(&data, text, count);
	*at = head.before != 0 ? head.before : AT_END;
	return true;
}

/* See paged_texts.h */
void
SanctEndPagedTexts(PagedTexts *texts)
{
	BufFileClose(texts->file);
	SanctEndPagedHash(texts->places);
	pfree(texts);
}
