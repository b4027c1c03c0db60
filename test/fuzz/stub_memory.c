/*
 * stub_memory.c: memory contexts, each chunk of which is one of malloc
 */
#include "harness.h"

#include "nodes/memnodes.h"
#include "utils/memutils.h"

typedef struct StubContext StubContext;

/* Stands before each chunk; the context is where the server's own chunks have it */
typedef struct StubChunk
{
	struct StubChunk *previous;
	struct StubChunk *next;
	size_t		size;
	StubContext *context;
} StubChunk;

struct StubContext
{
	StubChunk  *chunks;
	StubContext *parent;
	StubContext *children;
	StubContext *sibling;
	MemoryContextCallback *callbacks;
};

static StubContext top;

MemoryContext CurrentMemoryContext = (MemoryContext) &top;
MemoryContext TopMemoryContext = (MemoryContext) &top;

/* A chunk of a context, filled with what is likely to break a reader of it */
static void *
AllocateChunk(StubContext *context, size_t size)
{
	StubChunk  *chunk = malloc(sizeof(StubChunk) + size);

	Demand(chunk != NULL, "memory");
	chunk->previous = NULL;
	chunk->next = context->chunks;
	chunk->size = size;
	chunk->context = context;
	if (context->chunks)
		context->chunks->previous = chunk;
	context->chunks = chunk;
	return memset(chunk + 1, 0x7F, size);
}

static StubChunk *
ChunkOf(void *pointer)
{
	return (StubChunk *) pointer - 1;
}

/* Takes a chunk out of its context's list */
static void
UnlinkChunk(StubChunk *chunk)
{
	if (chunk->previous)
		chunk->previous->next = chunk->next;
	else
		chunk->context->chunks = chunk->next;
	if (chunk->next)
		chunk->next->previous = chunk->previous;
}

static void DeleteContext(StubContext *context);

/* Empties a context and deletes those below it */
static void
ResetContext(StubContext *context)
{
	while (context->callbacks)
	{
		MemoryContextCallback *callback = context->callbacks;

		context->callbacks = callback->next;
		callback->func(callback->arg);
	}
	while (context->children)
		DeleteContext(context->children);
	while (context->chunks)
	{
		StubChunk  *chunk = context->chunks;

		Demand(chunk->context == context, "a chunk belongs to its context");
		context->chunks = chunk->next;
		free(chunk);
	}
}

static void
DeleteContext(StubContext *context)
{
	ResetContext(context);
	for (StubContext **link = &context->parent->children; *link; link = &(*link)->sibling)
	{
		if (*link == context)
		{
			*link = context->sibling;
			break;
		}
	}
	free(context);
}

void
stub_reset_memory(void)
{
	ResetContext(&top);
	CurrentMemoryContext = (MemoryContext) &top;
}

MemoryContext
AllocSetContextCreateInternal(MemoryContext parent, const char *name, Size minContextSize,
							  Size initBlockSize, Size maxBlockSize)
{
	StubContext *context = calloc(1, sizeof(StubContext));

	Demand(context != NULL, "memory");
	context->parent = (StubContext *) parent;
	context->sibling = context->parent->children;
	context->parent->children = context;
	return (MemoryContext) context;
}

/* As in the server, those below go as well */
void
MemoryContextReset(MemoryContext context)
{
	ResetContext((StubContext *) context);
}

void
MemoryContextDelete(MemoryContext context)
{
	DeleteContext((StubContext *) context);
}

void
MemoryContextRegisterResetCallback(MemoryContext context, MemoryContextCallback *callback)
{
	callback->next = ((StubContext *) context)->callbacks;
	((StubContext *) context)->callbacks = callback;
}

#if PG_VERSION_NUM >= 160000
MemoryContext
GetMemoryChunkContext(void *pointer)
{
	return (MemoryContext) ChunkOf(pointer)->context;
}
#endif

void *
MemoryContextAlloc(MemoryContext context, Size size)
{
	if (!AllocSizeIsValid(size))
		elog(ERROR, "invalid memory alloc request size %zu", size);
	return AllocateChunk((StubContext *) context, size);
}

void *
MemoryContextAllocZero(MemoryContext context, Size size)
{
	return memset(MemoryContextAlloc(context, size), 0, size);
}

char *
MemoryContextStrdup(MemoryContext context, const char *string)
{
	size_t		size = strlen(string) + 1;

	return memcpy(MemoryContextAlloc(context, size), string, size);
}

void *
palloc(Size size)
{
	return MemoryContextAlloc(CurrentMemoryContext, size);
}

void *
palloc0(Size size)
{
	return MemoryContextAllocZero(CurrentMemoryContext, size);
}

void *
palloc_extended(Size size, int flags)
{
	void	   *pointer = AllocateChunk((StubContext *) CurrentMemoryContext, size);

	return flags & MCXT_ALLOC_ZERO ? memset(pointer, 0, size) : pointer;
}

void
pfree(void *pointer)
{
	StubChunk  *chunk = ChunkOf(pointer);

	UnlinkChunk(chunk);
	free(chunk);
}

/* Never in its old place: who keeps a pointer to that is found out */
void *
repalloc_huge(void *pointer, Size size)
{
	StubChunk  *chunk = ChunkOf(pointer);
	void	   *result = AllocateChunk(chunk->context, size);

	memcpy(result, pointer, Min(size, chunk->size));
	pfree(pointer);
	return result;
}

void *
repalloc(void *pointer, Size size)
{
	if (!AllocSizeIsValid(size))
		elog(ERROR, "invalid memory alloc request size %zu", size);
	return repalloc_huge(pointer, size);
}

char *
pstrdup(const char *string)
{
	return MemoryContextStrdup(CurrentMemoryContext, string);
}

char *
pnstrdup(const char *string, Size length)
{
	char	   *result;

	length = strnlen(string, length);
	result = palloc(length + 1);
	memcpy(result, string, length);
	result[length] = '\0';
	return result;
}

/* Much at every third call, so that what is put away when there is much is so with small documents too */
Size
MemoryContextMemAllocated(MemoryContext context, bool recurse)
{
	static unsigned calls;

	return ++calls % 3 == 0 ? SIZE_MAX / 2 : 0;
}
