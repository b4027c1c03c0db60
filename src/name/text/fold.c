/* How a name is folded: one form for all that is the same to who reads it, and the tricks of evaders undone */
#include "name/text/fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "data/sign_table.h"
#include "name/table.h"
#include "name/text/jamo.h"
#include "name/text/lookalike.h"
#include "name/text/mojibake.h"
#include "name/text/spacing.h"
#include "name/text/transport.h"

/* Units that are normalised at once: more are taken in only until the next boundary, but never more than so many */
#define CHUNK_UNITS 192
#define CHUNK_MAX 256
/* NFKC makes at most 18 units of one */
#define NORMAL_MAX (CHUNK_MAX * 18)
/* Marks on one letter that are looked at */
#define MARKS_MAX 30

/* A text that is being folded */
typedef struct Fold
{
	SmText	   *text;
	int			run;			/* letters and digits since the last sign */
	bool		begun;			/* there was one */
	uint64_t	once[2];		/* signs that have stood since the last letter, a bit each */
	uint64_t	twice[2];
} Fold;

/*
 * What is kept of ASCII: letters in lower case, signs that mean nothing as blanks, ends of lines as semicolons,
 * controls (0) not at all
 */
static const unsigned char ascii[128] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, ' ', ';', ';', ';', ';', 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	' ', ' ', '"', ' ', ' ', ' ', '&', '\'', '(', ')', '*', ' ', ',', '-', '.', '/',
	'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', ';', '(', ' ', ')', '*',
	' ', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '(', ' ', ')', ' ', '_',
	'\'', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', '(', '|', ')', ' ', 0
};

/* Start to fold into a text */
static void
StartFold(Fold *fold, SmText *text)
{
	memset(text, 0, offsetof(SmText, cp));
	text->ascii = true;
	memset(fold, 0, sizeof(*fold));
	fold->text = text;
}

/* Append a letter, a digit or a mark of a letter */
static inline void
AppendPart(Fold *fold, uint32_t c, bool upper)
{
	SmText	   *text = fold->text;

	if (text->length == SM_TEXT_MAX)
	{
		text->cut = true;
		return;
	}
	fold->begun = true;
	if (fold->run++ == 0)
		fold->once[0] = fold->once[1] = fold->twice[0] = fold->twice[1] = 0;
	text->cp[text->length] = c;
	text->upper[text->length++] = upper;
}

/* Count a letter that stands alone, when something else follows */
static inline void
EndRun(Fold *fold)
{
	if (fold->run == 1 && (fold->text->cp[fold->text->length - 1] > '9'))
		fold->text->singles++;
	fold->run = 0;
}

/* Append a sign, unless it has stood twice already since the last letter */
static inline void
AppendSign(Fold *fold, uint32_t c)
{
	SmText	   *text = fold->text;
	uint64_t	bit = (uint64_t) 1 << (c & 63);
	int			half = c >> 6 & 1;

	EndRun(fold);
	if ((fold->twice[half] & bit) || text->length == SM_TEXT_MAX)
		return;
	fold->twice[half] |= fold->once[half] & bit;
	fold->once[half] |= bit;
	text->brackets |= c == '(' || c == ')';
	text->circles |= c == SM_CIRCLE;
	text->cp[text->length] = c;
	text->upper[text->length++] = false;
}

/* What stands for the end of a line, or for a sign that means nothing in a name: does it part two things? */
static inline uint32_t
PartingSign(const Fold *fold, unsigned char c)
{
	const SmText *text = fold->text;
	bool		parts = c < ' ' || (text->length > 0 && text->cp[text->length - 1] == ' ');

	return fold->begun && parts ? ';' : ' ';
}

/* Fold a character of ASCII */
static inline void
AppendAscii(Fold *fold, unsigned char c)
{
	unsigned char folded = ascii[c];

	if (sm_is_latin(folded))
	{
		AppendPart(fold, folded, c < 'a');
		fold->text->letters++;
	}
	else if (folded >= '0' && folded <= '9')
		AppendPart(fold, folded, false);
	else if ((folded == ' ' && c > ' ') || (folded == ';' && c < ' '))
		AppendSign(fold, PartingSign(fold, c));
	else if (folded != 0)
		AppendSign(fold, folded);
}

/* Fold a run of ASCII; false at the first byte that is not */
static bool
FoldAscii(SmText *text, const char *utf8, size_t length)
{
	Fold		fold;

	StartFold(&fold, text);
	for (size_t i = 0; i < length && !text->cut; i++)
	{
		uint32_t	c = (unsigned char) utf8[i];

		if (sm_is_transport((unsigned char) c))
		{
			int			n = sm_transport_decode(&c, utf8 + i, (int) (length - i));

			i += n > 0 ? (size_t) n - 1 : 0;
		}
		if (c >= 0x80)
			return false;
		AppendAscii(&fold, (unsigned char) c);
	}
	EndRun(&fold);
	return true;
}

/* The next character of a text beyond ASCII, and where the one after it starts */
static inline UChar32
NextCharacter(const char *utf8, int32_t *i, int32_t length)
{
	UChar32		c;
	uint32_t	decoded;
	int			n = 0;

	if (sm_is_transport((unsigned char) utf8[*i]))
		n = sm_transport_decode(&decoded, utf8 + *i, length - *i);
	if (n > 0)
	{
		*i += n;
		return (UChar32) decoded;
	}
	U8_NEXT_OR_FFFD((const uint8_t *) utf8, *i, length, c);
	return c;
}

/* Letters of every day and ASCII, of which nothing has to be looked up */
static inline bool
IsPlain(UChar32 c)
{
	return c < 0x80 || (c > 0xBF && c < 0x2B0 && c != 0xD7) || (c >= 0x370 && c < 0x483) ||
		(c >= 0x3400 && c <= 0xD7A3);
}

static uint64_t
KeyOfSign(const void *row)
{
	return ((const SmSign *) row)->to;
}

/* The code point that stands for a family of signs of a table; what is none of them stays */
static inline UChar32
FoldBySigns(const SmSign *signs, int count, UChar32 c)
{
	int			at = sm_table_place(signs, count, sizeof(SmSign), KeyOfSign, (uint64_t) c);

	if (at == count || (uint32_t) c < signs[at].from)
		return c;
	return (UChar32) (signs[at].as + (signs[at].counted ? (uint32_t) c - signs[at].from : 0));
}

/* The code point that stands for a family of signs; what is no sign stays */
static UChar32
FoldSign(UChar32 c)
{
	return FoldBySigns(sm_signs, sm_signs_count, c);
}

/* Apostrophes, carons and breves that stand behind their letter; other modifiers of letters stay */
static UChar32
FoldModifier(UChar32 c)
{
	return FoldBySigns(sm_modifiers, sm_modifiers_count, c);
}

/* Is this a character that shows nothing and separates nothing, or that nobody can read? */
static bool
IsDropped(SmText *text, UChar32 c)
{
	switch (u_charType(c))
	{
		case U_CONTROL_CHAR:
		case U_FORMAT_CHAR:
			return true;
		case U_PRIVATE_USE_CHAR:
			text->lost = true;
			return true;
		case U_UNASSIGNED:
			return U_IS_UNICODE_NONCHAR(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
		default:
			/* an object that was replaced, a musical note without a head */
			return c == 0xFFFC || c == 0x1D159 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
	}
}

/* Is it a vowel of Hangul as it is typed by itself? */
static bool
IsJamoVowel(UChar32 c)
{
	return (c >= 0x314F && c <= 0x3163) || (c >= 0xFFC2 && c <= 0xFFDC);
}

/* Is it a mark that stands on letters? */
static bool
IsMark(UChar32 c)
{
	return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/* A mark that has found no letter to be one with: stress, strokes and what evaders heap upon letters */
static bool
IsLooseMark(UChar32 c)
{
	return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
		(c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/* Is it of a script whose letters bear no marks of their own: Latin, Greek, Cyrillic, kana, characters, Hangul? */
static bool
BearsNoMarks(uint32_t c)
{
	return c < 0x530 || (c >= 0x1C80 && c < 0x1C90) || (c >= 0x1D00 && c < 0x2000) || (c >= 0x2C60 && c < 0x2C80) ||
		(c >= 0x2DE0 && c < 0x2E00) || (c >= 0x3000 && c < 0xA000) || (c >= 0xA640 && c < 0xA6A0) ||
		(c >= 0xA720 && c < 0xA800) || (c >= 0xAB30 && c < 0xAB70) || sm_is_hangul(c) || (c >= 0x20000 && c < 0x40000);
}

/* Append a mark, if it is one of the script of the letter that it stands on */
static void
AppendMark(Fold *fold, UChar32 c)
{
	const SmText *text = fold->text;
	uint32_t	before = fold->run > 0 ? text->cp[text->length - 1] : ' ';

	if (sm_latin_twin((uint32_t) c, false) != 0)
		AppendPart(fold, (uint32_t) c, false);
	else if (!IsLooseMark(c) && !BearsNoMarks(before))
		AppendPart(fold, (uint32_t) c, false);
}

/* Append a character in its folded form */
static void
AppendFolded(Fold *fold, UChar32 c)
{
	SmText	   *text = fold->text;
	uint32_t	type;

	if (c >= 0x80 && !IsPlain(c))
		c = FoldSign(c);
	if (c < 0x80)
	{
		AppendAscii(fold, (unsigned char) c);
		return;
	}
	type = U_GET_GC_MASK(c);
	/* modifiers of letters, as long as no letter is one of them */
	if (c >= 0x2B0 && c <= 0x2FF)
		return;
	if (type & U_GC_L_MASK)
	{
		AppendPart(fold, (uint32_t) u_tolower(c), (type & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0);
		text->letters++;
		text->jamo |= c >= 0x1100 && c <= 0x11FF;
	}
	else if (type & U_GC_M_MASK)
		AppendMark(fold, c);
	else if (type & U_GC_ND_MASK)
		AppendPart(fold, (uint32_t) c, false);
	else
		AppendSign(fold, c == SM_MIDDLE_DOT || c == SM_KANA_DOT || c == SM_CIRCLE ? (uint32_t) c : ' ');
	text->ascii &= text->length == 0 || text->cp[text->length - 1] < 0x80;
}

/* Normalise so many units and append what they are */
static void
FoldChunk(Fold *fold, const UNormalizer2 *nfkc, const UChar *raw, int32_t n)
{
	UChar		normal[NORMAL_MAX];
	UErrorCode	status = U_ZERO_ERROR;
	int32_t		units = unorm2_normalize(nfkc, raw, n, normal, NORMAL_MAX, &status);

	if (U_FAILURE(status))
		return;
	for (int32_t i = 0; i < units;)
	{
		UChar32		c;

		U16_NEXT(normal, i, units, c);
		AppendFolded(fold, c);
	}
}

/* Fold text with characters beyond ASCII: normalise piece by piece, then lower case */
static void
FoldUnicode(SmText *text, const char *utf8, int32_t length)
{
	Fold		fold;
	UChar		raw[CHUNK_MAX];
	UErrorCode	status = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
	int32_t		n = 0;
	int			marks = 0;

	StartFold(&fold, text);
	for (int32_t i = 0; i < length && !text->cut;)
	{
		UChar32		c = NextCharacter(utf8, &i, length);

		if (!IsPlain(c))
			c = c >= 0x2B0 && c <= 0x2FF ? FoldModifier(c) : FoldSign(c);
		if (!IsPlain(c) && IsDropped(text, c))
			continue;
		text->vowels |= IsJamoVowel(c);
		marks = !IsPlain(c) && IsMark(c) ? marks + 1 : 0;
		if (marks > MARKS_MAX)
			continue;
		if (n >= CHUNK_UNITS && (n >= CHUNK_MAX - 1 || unorm2_hasBoundaryBefore(nfkc, c)))
		{
			FoldChunk(&fold, nfkc, raw, n);
			n = 0;
		}
		U16_APPEND_UNSAFE(raw, n, c);
	}
	FoldChunk(&fold, nfkc, raw, n);
	EndRun(&fold);
}

/* Fold a name; never fails, empty input gives no letters */
void
sm_text_fold(SmText *text, const char *utf8, size_t length)
{
	bool		cut = length > SM_TEXT_BYTES;

	length = cut ? SM_TEXT_BYTES : length;
	if (!FoldAscii(text, utf8, length))
	{
		char		mended[SM_REPAIR_MAX];
		int			n = sm_repair_encoding(mended, utf8, length);

		if (n > 0)
			FoldUnicode(text, mended, n);
		else
			FoldUnicode(text, utf8, (int32_t) length);
		if (text->jamo)
			sm_repair_jamo(text);
		if (text->circles)
			sm_repair_circles(text);
		sm_repair_scripts(text);
	}
	if (text->brackets)
		sm_repair_brackets(text);
	if (text->singles >= SM_SINGLES_LEAST)
		sm_repair_spacing(text);
	text->cut |= cut;
}
