/*
 * sanct_page_respelt(): a name as lists may write it: in another script by the sounds of its letters, with letters that
 * spellings take for one another, short, without its legal form; for a page that tries each
 */
#include "postgres.h"

#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "data/hangul_word_table.h"
#include "data/syllable_table.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/script/han.h"
#include "name/script/respelling.h"
#include "name/slot.h"
#include "name/text/fold.h"
#include "name/text/unicode.h"
#include "name/words/named.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/base/extension.h"
#include "pg/type/read_name.h"

PG_FUNCTION_INFO_V1(sanct_page_respelt);

/* Arguments */
typedef enum Argument
{
	ARG_NAME, ARG_TYPE, ARG_LATIN, ARG_HANGUL, ARGUMENTS
} Argument;

/* Columns of the answer */
#define RESPELT_COLUMNS 2
/* Words of a name that is written otherwise, and those of a phrase of the table of Hangul words, at most */
#define RESPELT_WORDS 12
#define PHRASE_WORDS 5
/* Words of a Chinese person's name, at most */
#define CHINESE_WORDS 3
/* Trials of letters that are taken for one another, at most */
#define LETTERS_TRIED 3
/* Cyrillic capitals stand so far before the small letters */
#define CYRILLIC_CAPITAL 0x20

/* The words of a name: as they are written, and folded to small letters; what folds to none is left out */
typedef struct Words
{
	int			count;
	const char *written[RESPELT_WORDS];
	const char *folded[RESPELT_WORDS];
} Words;

/* Add a row of the answer, unless the server has not all of its letters; the text is in UTF-8 */
static void
TellSpelt(ReturnSetInfo *result, const char *how, const char *utf8)
{
	Datum		values[RESPELT_COLUMNS];
	bool		nulls[RESPELT_COLUMNS] = {false};
	int			length = (int) strlen(utf8);
	bool		complete;
	const char *spelt = SanctUtf8ToServerMarked(utf8, &length, &complete);

	if (!complete || length == 0)
		return;
	values[0] = CStringGetTextDatum(how);
	values[1] = PointerGetDatum(cstring_to_text_with_len(spelt, length));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Append a code point in UTF-8 */
static void
AppendLetter(StringInfo out, uint32 c)
{
	unsigned char utf8[8] = {0};

	unicode_to_utf8(c, utf8);
	appendStringInfoString(out, (const char *) utf8);
}

/* A word in small letters without accents and without dots, apostrophes, quotes and brackets */
static const char *
FoldWord(const char *word)
{
	StringInfoData folded;

	initStringInfo(&folded);
	for (; *word != '\0'; word += pg_utf_mblen((const unsigned char *) word))
	{
		uint32		c = sm_base_letter(utf8_to_unicode((const unsigned char *) word));

		if (c < 0x80 && strchr(".'\"()[]`/", (int) c) != NULL)
			continue;
		AppendLetter(&folded, c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
	}
	return folded.data;
}

/* Take a name apart; false if it has no word, or more than are respelt */
static bool
SplitWords(Words *words, const char *utf8, const char *blanks)
{
	words->count = 0;
	for (utf8 += strspn(utf8, blanks); *utf8 != '\0'; utf8 += strspn(utf8, blanks))
	{
		size_t		length = strcspn(utf8, blanks);

		if (words->count == RESPELT_WORDS)
			return false;
		words->written[words->count] = pnstrdup(utf8, length);
		words->folded[words->count] = FoldWord(words->written[words->count]);
		words->count += words->folded[words->count][0] != '\0';
		utf8 += length;
	}
	return words->count > 0;
}

/* Has a text a letter between two? */
static bool
HasLetters(const char *utf8, uint32 first, uint32 last)
{
	for (; *utf8 != '\0'; utf8 += pg_utf_mblen((const unsigned char *) utf8))
	{
		uint32		c = utf8_to_unicode((const unsigned char *) utf8);

		if (c >= first && c <= last)
			return true;
	}
	return false;
}

/* Are all letters of a text below another? */
static bool
IsBelow(const char *utf8, uint32 end)
{
	for (; *utf8 != '\0'; utf8 += pg_utf_mblen((const unsigned char *) utf8))
		if (utf8_to_unicode((const unsigned char *) utf8) >= end)
			return false;
	return true;
}

/* Append a word with a capital in front: of Latin or Cyrillic letters */
static void
AppendCapitalised(StringInfo out, const char *utf8)
{
	uint32		c = utf8_to_unicode((const unsigned char *) utf8);

	AppendLetter(out, (c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x44F) ? c - CYRILLIC_CAPITAL : c);
	appendStringInfoString(out, utf8 + pg_utf_mblen((const unsigned char *) utf8));
}

/* The words in another script, with a text between them; NULL if not all can be written so; numbers stay */
static const char *
InScript(const Words *words, SmRespelling kind, const char *between)
{
	StringInfoData out;
	char		word[SM_RESPELT_MAX];

	initStringInfo(&out);
	for (int i = 0; i < words->count; i++)
	{
		if (strspn(words->folded[i], "0123456789&-") == strlen(words->folded[i]))
			strlcpy(word, words->folded[i], sizeof(word));
		else if (!sm_respell(word, words->folded[i], kind, ""))
			return NULL;
		if (word[0] == '\0')
			continue;
		appendStringInfoString(&out, out.len > 0 ? between : "");
		AppendCapitalised(&out, word);
	}
	return out.data;
}

/* The place of the first word that is not what stands before the name of a ship */
static int
FirstOwnWord(const Words *words)
{
	return words->count > 1 && sm_respelling_of(words->folded[0], SM_RESPELL_SHIP) != NULL ? 1 : 0;
}

/* The place behind the last word that is no legal form */
static int
EndOfOwnWords(const Words *words)
{
	int			end = words->count;

	while (end > 1 && sm_respelling_of(words->folded[end - 1], SM_RESPELL_FORM) != NULL)
		end--;
	return end;
}

/* The words of a body without its legal forms, and of a ship without what stands before its name */
static Words
OwnWords(const Words *words)
{
	Words		own = {.count = 0};

	for (int i = FirstOwnWord(words); i < EndOfOwnWords(words); i++)
	{
		own.written[own.count] = words->written[i];
		own.folded[own.count++] = words->folded[i];
	}
	return own;
}

/* Tell the words in other scripts; of a Korean's name other trials have Cyrillic letters and kana */
static void
TellScripts(ReturnSetInfo *result, const char *name, const Words *words, bool korean)
{
	const char *cyrillic = InScript(words, SM_RESPELL_CYRILLIC, " ");
	const char *arabic = InScript(words, SM_RESPELL_ARABIC, " ");
	const char *kana = InScript(words, SM_RESPELL_KANA, "\343\203\273");	/* a middle dot of kana */

	if (cyrillic != NULL && !korean && !HasLetters(name, 0x400, 0x52F))
		TellSpelt(result, "Cyrillic letters, by the sound", cyrillic);
	if (arabic != NULL && !HasLetters(name, 0x600, 0x77F))
		TellSpelt(result, "Arabic letters, by the sound", arabic);
	if (kana != NULL && !korean && !HasLetters(name, 0x3040, 0x30FF))
		TellSpelt(result, "Japanese letters (katakana), by the sound", kana);
}

/* Is a byte of UTF-8 a capital A-Z?  What isupper() says depends on the server's locale */
static bool
IsCapitalByte(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Is the letter of a name at a place the first of a word? */
static bool
IsFirstLetter(const char *name, const char *at)
{
	unsigned char before = at == name ? ' ' : pg_ascii_tolower((unsigned char) at[-1]);

	return before < 0x80 && !(before >= 'a' && before <= 'z');
}

/* The place of letters in a name, whatever its capitals: of ^ a word's first ones, else none of these; NULL: nowhere */
static const char *
PlaceOfLetters(const char *name, const char *letters)
{
	bool		first = *letters == '^';
	size_t		length = strlen(letters += first);

	for (const char *at = name; *at != '\0'; at++)
		if (pg_strncasecmp(at, letters, length) == 0 && IsFirstLetter(name, at) == first)
			return at;
	return NULL;
}

/* The bytes of a body's name before its legal forms, and before its own words; NULL: it has too many words */
static const char *
OwnPart(const char *name, int *length)
{
	Words		words;
	const char *from;
	int			end;

	if (!SplitWords(&words, name, " \t,"))
		return NULL;
	from = FirstOwnWord(&words) == 0 ? name : name + strcspn(name, " \t,");
	end = EndOfOwnWords(&words);
	*length = (int) strlen(from);
	for (const char *at = from; end < words.count && (at = strstr(at, words.written[end])) != NULL; at++)
		*length = (int) (at - from);
	return from;
}

/* Tell spellings with letters that are taken for one another, each with one pair, of a body within its own words */
static void
TellLetters(ReturnSetInfo *result, const char *name, bool person)
{
	int			told = 0;
	int			length = (int) strlen(name);
	const char *from = person ? name : OwnPart(name, &length);

	for (int i = sm_respelling_from[SM_RESPELL_LATIN];
		 i < sm_respelling_from[SM_RESPELL_LATIN + 1] && told < LETTERS_TRIED; i++)
	{
		const char *letters = sm_respellings[i].letters + (sm_respellings[i].letters[0] == '^');
		const char *at = from != NULL ? PlaceOfLetters(from, sm_respellings[i].letters) : NULL;
		char	   *written = pstrdup(sm_respellings[i].written);

		if (at == NULL || at + strlen(letters) > from + length)
			continue;
		for (int k = 0; written[k] != '\0'; k++)
			if (IsCapitalByte(*at) && (k == 0 || IsCapitalByte(at[1])))
				written[k] = pg_ascii_toupper((unsigned char) written[k]);
		TellSpelt(result, psprintf("%s written as %s", letters, sm_respellings[i].written),
			 psprintf("%.*s%s%s", (int) (at - name), name, written, at + strlen(letters)));
		told++;
	}
}

/* A word of a kind of row in the capitals of another one */
static const char *
InCapitalsOf(const char *word, const char *written)
{
	char	   *capitals = pstrdup(word);
	size_t		length = strlen(written);
	bool		all = length > 1 && IsCapitalByte(written[0]) && IsCapitalByte(written[1]);

	for (int i = 0; capitals[i] != '\0'; i++)
		if (all || (i == 0 && IsCapitalByte(written[0])))
			capitals[i] = pg_ascii_toupper((unsigned char) capitals[i]);
	return capitals;
}

/* The words with those of a kind of rows as these write them; NULL if there is none */
static const char *
WithWords(const Words *words, SmRespelling kind)
{
	StringInfoData out;
	bool		any = false;

	initStringInfo(&out);
	for (int i = 0; i < words->count; i++)
	{
		const char *other = sm_respelling_of(words->folded[i], kind);

		appendStringInfo(&out, "%s%s", out.len > 0 ? " " : "",
						 other != NULL ? InCapitalsOf(other, words->written[i]) : words->written[i]);
		any |= other != NULL;
	}
	return any ? out.data : NULL;
}

/* The words as written from one to before another, without the comma behind the last */
static const char *
WordsBetween(const Words *words, int from, int to)
{
	StringInfoData out;

	initStringInfo(&out);
	for (int i = from; i < to; i++)
		appendStringInfo(&out, "%s%s", i > from ? " " : "", words->written[i]);
	return out.data;
}

/* The row of Hangul words that some words mean, in the singular too; NULL: none does */
static const SmHangulWord *
FindHangulWord(const Words *words, int from, int count)
{
	StringInfoData phrase;

	initStringInfo(&phrase);
	for (int i = from; i < from + count; i++)
		appendStringInfo(&phrase, "%s%s", i > from ? " " : "", words->folded[i]);
	if (phrase.len > 4 && strcmp(phrase.data + phrase.len - 3, "ies") == 0)
		strcpy(phrase.data + phrase.len - 3, "y");
	for (int i = 0; i < sm_hangul_word_count; i++)
		if (strcmp(sm_hangul_words[i].latin, phrase.data) == 0)
			return &sm_hangul_words[i];
	return NULL;
}

/* Append the Hangul of a word that is read by its sound; false if it is not Korean */
static bool
AppendHangulSound(StringInfo out, const char *word)
{
	uint8		reading[SM_READING_MAX];
	SmParts		parts;

	(void) SanctReadListed(reading, word, (int) strlen(word), SM_NAMED_PERSON);
	if (!SM_IS_KOREAN(reading))
		return false;
	sm_unpack(&parts, reading);
	for (int s = !parts.part[0].has_surname; s <= parts.part[0].given; s++)
	{
		const uint8 *slot = parts.slot[parts.part[0].slot[s]];
		const SmSyllable *likeliest;

		if (SM_IS_INITIAL(slot) || SM_IS_FOREIGN(slot) || sm_slot_count(slot) == 0)
			return false;
		likeliest = &(s == 0 ? sm_surname : sm_given)[sm_candidate_id(sm_slot_candidate(slot, 0))];
		for (int i = 0; i < 2 && likeliest->hangul[i] != 0; i++)
			AppendLetter(out, likeliest->hangul[i]);
	}
	return true;
}

/* The name of a body in Hangul: words that the table has by their meaning, others by their sound; NULL: not all can */
static const char *
BodyInHangul(const Words *words)
{
	int			end = EndOfOwnWords(words);
	StringInfoData out;

	initStringInfo(&out);
	for (int i = FirstOwnWord(words); i < words->count;)
	{
		const SmHangulWord *row = NULL;
		int			taken = Min(PHRASE_WORDS, words->count - i);

		while (taken > 0 && (row = FindHangulWord(words, i, taken)) == NULL)
			taken--;
		if (row != NULL)
			for (int k = 0; k < row->length; k++)
				AppendLetter(&out, row->syllable[k]);
		/* a legal form that Korean has no word of is left out */
		else if (i < end && !AppendHangulSound(&out, words->folded[i]))
			return NULL;
		i += Max(taken, 1);
	}
	return out.data;
}

/* Tell what is tried of bodies and ships */
static void
TellBody(ReturnSetInfo *result, const Words *words)
{
	static const char *const hows[] = {"words written short", "words written in full"};
	int			first = FirstOwnWord(words);
	int			end = EndOfOwnWords(words);
	const char *hangul;

	if (end < words->count)
		TellSpelt(result, "without the legal form", WordsBetween(words, 0, end));
	if (first > 0)
		TellSpelt(result, "without what stands before the name of a ship", WordsBetween(words, first, words->count));
	for (int i = 0; i < lengthof(hows); i++)
	{
		const char *other = WithWords(words, i == 0 ? SM_RESPELL_SHORT : SM_RESPELL_LONG);

		if (other != NULL)
			TellSpelt(result, hows[i], other);
	}
	hangul = BodyInHangul(words);
	if (hangul != NULL && hangul[0] != '\0')
		TellSpelt(result, "Korean script: words that are known by their meaning, others by their sound", hangul);
}

/* Tell Chinese characters as they are said in Cantonese */
static void
TellCantonese(ReturnSetInfo *result, const char *characters)
{
	SmText	   *text = palloc(sizeof(SmText));
	SmText	   *latin = palloc(sizeof(SmText));
	StringInfoData out;

	sm_text_fold(text, characters, strlen(characters));
	if (!sm_han_transcribe(latin, text, SM_HAN_CANTONESE))
		return;
	initStringInfo(&out);
	for (int i = 0; i < latin->length; i++)
		AppendLetter(&out, (i == 0 || latin->cp[i - 1] == ' ') && latin->cp[i] != ' ' ?
					 (uint32) pg_ascii_toupper((unsigned char) latin->cp[i]) : latin->cp[i]);
	TellSpelt(result, "the same characters as Hong Kong spells them (Cantonese)", out.data);
}

/* Tell a name in pinyin as Chinese characters and in other spellings of Chinese; which word is the surname is given */
static bool
TellChinese(ReturnSetInfo *result, const Words *words, int surname)
{
	StringInfoData han;
	StringInfoData wade;
	char		word[SM_RESPELT_MAX];

	if (!sm_respell(word, words->folded[surname], SM_RESPELL_HAN_SURNAME, ""))
		return false;
	initStringInfo(&han);
	initStringInfo(&wade);
	appendStringInfoString(&han, word);
	if (!sm_respell(word, words->folded[surname], SM_RESPELL_WADE_GILES, "-"))
		return false;
	AppendCapitalised(&wade, word);
	for (int i = 0, given = 0; i < words->count; i++)
	{
		if (i == surname)
			continue;
		if (!sm_respell(word, words->folded[i], SM_RESPELL_HAN, ""))
			return false;
		appendStringInfoString(&han, word);
		(void) sm_respell(word, words->folded[i], SM_RESPELL_WADE_GILES, "-");
		appendStringInfoString(&wade, given > 0 ? "-" : " ");
		if (given++ == 0)
			AppendCapitalised(&wade, word);
		else
			appendStringInfoString(&wade, word);
	}
	TellSpelt(result, "Chinese characters that sound so in Mandarin, one choice of many", han.data);
	TellSpelt(result, "as Taiwan and old books spell that sound (Wade-Giles)", wade.data);
	TellCantonese(result, han.data);
	return true;
}

/* Tell a Korean name as Chinese characters */
static void
TellHanja(ReturnSetInfo *result, const char *hangul)
{
	const int	syllable = 3;	/* bytes */
	StringInfoData out;
	char		word[SM_RESPELT_MAX];

	initStringInfo(&out);
	for (const char *at = hangul; *at != '\0'; at += Min((int) strlen(at), syllable))
	{
		if (!sm_respell(word, pnstrdup(at, syllable), at == hangul ? SM_RESPELL_HANJA_SURNAME : SM_RESPELL_HANJA, ""))
			return;
		appendStringInfoString(&out, word);
	}
	TellSpelt(result, "Chinese characters that Koreans read so, one choice of many", out.data);
}

/* Tell what is tried of the name of a person */
static void
TellPerson(ReturnSetInfo *result, const char *name, const char *hangul)
{
	Words		words;

	if (IsBelow(name, 0x80) && SplitWords(&words, name, " \t,-") && words.count > 1 && words.count <= CHINESE_WORDS &&
		!TellChinese(result, &words, 0))
		(void) TellChinese(result, &words, words.count - 1);
	if (hangul != NULL && !HasLetters(name, 0x4E00, 0x9FFF))
		TellHanja(result, hangul);
}

/* Other spellings of a name, see its comment in SQL; a NULL name has none */
Datum
sanct_page_respelt(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	const char *hangul;
	const char *name;
	bool		person;
	Words		words;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME))
		return (Datum) 0;
	name = SanctTextToUtf8(PG_GETARG_TEXT_PP(ARG_NAME));
	hangul = PG_ARGISNULL(ARG_HANGUL) ? NULL : SanctTextToUtf8(PG_GETARG_TEXT_PP(ARG_HANGUL));
	person = PG_ARGISNULL(ARG_TYPE) || strcmp(text_to_cstring(PG_GETARG_TEXT_PP(ARG_TYPE)), "person") == 0;
	if (IsBelow(name, 0x250) && hangul == NULL)
		TellLetters(result, name, person);
	if (person)
		TellPerson(result, name, hangul);
	if (!PG_ARGISNULL(ARG_LATIN) &&
		SplitWords(&words, SanctTextToUtf8(PG_GETARG_TEXT_PP(ARG_LATIN)), " \t\n\r,"))
	{
		if (!person)
		{
			TellBody(result, &words);
			words = OwnWords(&words);
		}
		TellScripts(result, name, &words, hangul != NULL);
	}
	return (Datum) 0;
}
