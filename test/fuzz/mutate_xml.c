/*
 * mutate_xml.c: changes of a document that leave it well-formed, most of the time
 *
 * Elements are left out, doubled and moved, and texts and values of attributes are changed or taken from
 * elsewhere: what importers do with a document that is none is soon known.
 */
#include <stdint.h>
#include <string.h>

#include "demand.h"

/* A part of a document */
typedef struct Range
{
	size_t		start;
	size_t		end;
} Range;

/* A document that may grow */
typedef struct Document
{
	uint8_t    *bytes;
	size_t		length;
	size_t		room;
} Document;

#define COPY_MAX 65536

extern size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t room);
extern size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t room, unsigned int seed);

static uint32_t state;

/* A number below n */
static size_t
Random(size_t n)
{
	state = state * 1664525u + 1013904223u;
	return n > 0 ? (state >> 8) % n : 0;
}

/* The place of a byte from a place on, or the end of the document */
static size_t
FindByte(const Document *document, size_t from, int byte)
{
	const uint8_t *found = from < document->length ?
		memchr(document->bytes + from, byte, document->length - from) : NULL;

	return found ? (size_t) (found - document->bytes) : document->length;
}

/* Does a tag that is no comment or the like begin here? */
static int
IsTag(const Document *document, size_t at)
{
	return at + 1 < document->length && document->bytes[at] == '<' && strchr("!?", document->bytes[at + 1]) == NULL;
}

/* The element that begins at a place or behind it, empty if there is none */
static Range
ElementFrom(const Document *document, size_t from)
{
	Range		range = {document->length, document->length};
	int			depth = 0;

	for (size_t at = FindByte(document, from, '<'); at < document->length; at = FindByte(document, at + 1, '<'))
	{
		size_t		end = FindByte(document, at, '>');

		if (!IsTag(document, at) || end == document->length)
			continue;
		if (document->bytes[at + 1] == '/')
			depth -= depth > 0;
		else
		{
			if (range.start == document->length)
				range.start = at;
			depth += document->bytes[end - 1] != '/';
		}
		if (depth == 0 && range.start < document->length)
		{
			range.end = end + 1;
			return range;
		}
	}
	return (Range) {0, 0};
}

/* Any element */
static Range
AnyElement(const Document *document)
{
	return ElementFrom(document, Random(document->length));
}

/* The text behind any tag, or the value of any attribute */
static Range
AnyText(const Document *document)
{
	int			value = Random(2) != 0;
	size_t		start = FindByte(document, Random(document->length), value ? '"' : '>') + 1;
	size_t		end = FindByte(document, start, value ? '"' : '<');

	return start < end && end < document->length ? (Range) {start, end} : (Range) {0, 0};
}

/* Puts bytes, which are no part of the document, in the place of a range */
static void
Replace(Document *document, Range range, const uint8_t *bytes, size_t length)
{
	if (document->length - (range.end - range.start) + length > document->room)
		return;
	memmove(document->bytes + range.start + length, document->bytes + range.end, document->length - range.end);
	memcpy(document->bytes + range.start, bytes, length);
	document->length += length - (range.end - range.start);
}

/* Puts a copy of one range in the place of another */
static void
Copy(Document *document, Range to, Range from)
{
	static uint8_t copy[COPY_MAX];
	size_t		length = from.end - from.start;

	if (length > COPY_MAX)
		return;
	memcpy(copy, document->bytes + from.start, length);
	Replace(document, to, copy, length);
}

/* Changes a text, without what would be a tag or an entity */
static void
ChangeText(Document *document)
{
	static uint8_t text[400];
	Range		range = AnyText(document);
	size_t		length = range.end - range.start;

	if (length == 0 || length > sizeof(text) / 2)
		return;
	memcpy(text, document->bytes + range.start, length);
	length = LLVMFuzzerMutate(text, length, sizeof(text));
	for (size_t i = 0; i < length; i++)
	{
		if (text[i] == '<' || text[i] == '"' || text[i] == '&' || text[i] < ' ' || text[i] == 0xFF)
			text[i] = ' ';
	}
	Replace(document, range, text, length);
}

/* One change of an element or of a text */
static void
Change(Document *document)
{
	Range		element = AnyElement(document);

	switch (Random(8))
	{
		case 0:
			Replace(document, element, document->bytes, 0);
			break;
		case 1:
			Copy(document, (Range) {element.end, element.end}, element);
			break;
		case 2:
			Copy(document, element, AnyElement(document));
			break;
		case 3:
			Copy(document, (Range) {element.start, element.start}, AnyElement(document));
			break;
		case 4:
		case 5:
			Copy(document, AnyText(document), AnyText(document));
			break;
		default:
			ChangeText(document);
			break;
	}
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t room, unsigned int seed)
{
	Document	document = {bytes, length, room};

	state = seed;
	if (length < 8 || Random(5) == 0)
		return LLVMFuzzerMutate(bytes, length, room);
	for (size_t n = 1 + Random(3); n > 0; n--)
		Change(&document);
	return document.length > 0 ? document.length : length;
}
