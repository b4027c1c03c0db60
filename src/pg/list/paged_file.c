/* A temporary file of pages, of which some are in memory */
#include "postgres.h"

#include "pg/list/paged_file.h"

#include "storage/buffile.h"

/* Pages in memory */
#define FRAMES 512

typedef struct Frame
{
	char	   *data;			/* NULL: it has not been used yet */
	uint32		page;
	bool		changed;
} Frame;

struct PagedFile
{
	BufFile    *file;
	MemoryContext context;
	uint32		count;			/* of pages */
	uint32		written;		/* pages that the file has */
	Frame		frame[FRAMES];	/* a page has one place alone */
};

/* See paged_file.h */
PagedFile *
SanctOpenPages(void)
{
	PagedFile  *file = palloc0(sizeof(PagedFile));

	file->file = BufFileCreateTemp(false);
	file->context = CurrentMemoryContext;
	return file;
}

static void
SeekPage(PagedFile *file, uint32 page)
{
	if (BufFileSeekBlock(file->file, page) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not seek in the temporary file of an import: %m")));
}

/* Write a page; those before it that the file has not got yet stand in memory, and are left blank */
static void
WriteFrame(PagedFile *file, const Frame *frame)
{
	static char zeroes[FILE_PAGE];

	for (; file->written < frame->page; file->written++)
	{
		SeekPage(file, file->written);
		BufFileWrite(file->file, zeroes, FILE_PAGE);
	}
	SeekPage(file, frame->page);
	BufFileWrite(file->file, frame->data, FILE_PAGE);
	file->written = Max(file->written, frame->page + 1);
}

/* The place of a page, which another one has left */
static Frame *
FrameOf(PagedFile *file, uint32 page)
{
	Frame	   *frame = &file->frame[page % FRAMES];

	if (frame->data == NULL)
		frame->data = MemoryContextAlloc(file->context, FILE_PAGE);
	else if (frame->page != page && frame->changed)
		WriteFrame(file, frame);
	return frame;
}

/* See paged_file.h */
uint32
SanctAddPage(PagedFile *file)
{
	Frame	   *frame;

	if (file->count == PG_UINT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many entries")));
	frame = FrameOf(file, file->count);
	frame->page = file->count;
	frame->changed = true;
	memset(frame->data, 0, FILE_PAGE);
	return file->count++;
}

/* See paged_file.h */
void *
SanctGetPage(PagedFile *file, uint32 page, bool change)
{
	Frame	   *frame = FrameOf(file, page);

	Assert(page < file->count);
	if (frame->page != page)
	{
		frame->page = page;
		frame->changed = false;
		SeekPage(file, page);
		if (BufFileRead(file->file, frame->data, FILE_PAGE) != FILE_PAGE)
			ereport(ERROR,
					(errcode_for_file_access(),
					 errmsg("could not read from the temporary file of an import: %m")));
	}
	frame->changed = frame->changed || change;
	return frame->data;
}

/* See paged_file.h */
void
SanctClosePages(PagedFile *file)
{
	BufFileClose(file->file);
	for (int i = 0; i < FRAMES; i++)
		if (file->frame[i].data)
			pfree(file->frame[i].data);
	pfree(file);
}
