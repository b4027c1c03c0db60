/*
 * Words in Thai as Latin letters.  A vowel stands in front of its consonant or behind it, or round it; two consonants
 * that have none are spoken with an o between them, a single one with an a behind: so-m-chai, kha-no-m.  Which letters
 * end a syllable nothing says: a consonant behind a vowel does that has no vowel itself, and of several the first does
 * if the others are pairs then.
 */
#include "name/script/thai.h"

#include <string.h>

#include "data/thai_table.h"
#include "name/hash.h"
#include "name/script/letters.h"
#include "name/table.h"

/* Letters of a word that are looked at, and places behind them */
#define LETTERS_MAX 128
#define BEHIND 8

/* Places of letters that mean something beside others */
enum
{
	END = 0,					/* no letter: where a syllable ends */
	KO_KAI = 0x01, KHO_KHAI = 0x02, KHO_KHWAI = 0x04, NGO_NGU = 0x07, CHO_CHAN = 0x08, CHO_CHANG = 0x0A,
	YO_YING = 0x0D, THO_THAN = 0x10, THO_PHUTHAO = 0x12, NO_NEN = 0x13, DO_DEK = 0x14, TO_TAO = 0x15,
	THO_THAHAN = 0x17, THO_THONG = 0x18, NO_NU = 0x19, PO_PLA = 0x1B, PHO_PHUNG = 0x1C, PHO_PHAN = 0x1E,
	PHO_SAMPHAO = 0x20, MO_MA = 0x21, YO_YAK = 0x22, RO_RUA = 0x23, RU = 0x24, LO_LING = 0x25, WO_WAEN = 0x27,
	SO_SALA = 0x28, SO_RUSI = 0x29, SO_SUA = 0x2A, HO_HIP = 0x2B, O_ANG = 0x2D, SARA_A = 0x30, HAN_AKAT = 0x31,
	SARA_AA = 0x32, SARA_AM = 0x33, SARA_I = 0x34, SARA_II = 0x35, SARA_UEE = 0x37, SARA_U = 0x38, SARA_UU = 0x39,
	SARA_E = 0x40, AI_MAIMUAN = 0x43, AI_MAIMALAI = 0x44
};

/* A word: its letters by their places, END behind them and where a mute letter stood; and what it is read as */
typedef struct Word
{
	SmText	   *out;
	uint8_t		letter[LETTERS_MAX + BEHIND];
} Word;

/* The place of a letter, 0 if it is none */
static uint8_t
PlaceInThai(uint32_t c)
{
	if (c <= SM_THAI_FIRST || c >= SM_THAI_FIRST + SM_THAI_LETTERS ||
		sm_thai[c - SM_THAI_FIRST].kind == SM_THAI_NONE)
		return 0;
	return (uint8_t) (c - SM_THAI_FIRST);
}

/* Is it a letter or a mark that is read so? */
bool
sm_is_thai(uint32_t c)
{
	return PlaceInThai(c) != 0;
}

static bool
IsKind(const Word *word, int k, SmThaiKind kind)
{
	return sm_thai[word->letter[k]].kind == kind;
}

/* Is a letter one of some? */
static bool
IsLetterOf(uint8_t letter, const char *letters)
{
	return letter != END && strchr(letters, letter) != NULL;
}

/* Take the letter before a sign off that makes it mute, with its vowel, and with what it closes a syllable with */
static int
TakeMute(Word *word, int n)
{
	static const uint8_t together[][2] = {
		{THO_THAHAN, RO_RUA}, {TO_TAO, RO_RUA}, {DO_DEK, RO_RUA}, {CHO_CHAN, NO_NU}, {SO_RUSI, NO_NEN},
		{SO_RUSI, MO_MA}, {THO_THAHAN, NO_NU}
	};
	uint8_t		mute;

	if (n > 0 && (word->letter[n - 1] == SARA_I || word->letter[n - 1] == SARA_U))
		n--;
	if (n == 0)
		return n;
	mute = word->letter[--n];
	for (size_t i = 0; i < sizeof(together) / sizeof(together[0]) && n > 2; i++)
		if (mute == together[i][1] && word->letter[n - 1] == together[i][0] && IsKind(word, n - 2, SM_THAI_CONSONANT) &&
			IsKind(word, n - 3, SM_THAI_SIGN))
		{
			n--;
			break;
		}
	/* one END for several that are mute: two are the end of the word */
	if (n > 0 && word->letter[n - 1] == END)
		return n;
	word->letter[n] = END;
	return n + 1;
}

/* Read the letters of a word; returns where it ends */
static int
ReadThai(Word *word, const SmText *text, int from)
{
	int			n = 0;
	int			i = from;

	for (; i < text->length && sm_is_thai(text->cp[i]); i++)
	{
		uint8_t		letter = PlaceInThai(text->cp[i]);

		if (sm_thai[letter].kind == SM_THAI_MUTE)
			n = TakeMute(word, n);
		else if (sm_thai[letter].kind == SM_THAI_MARK || n == LETTERS_MAX)
			continue;
		else if (letter == SARA_AA && n > 0 && IsKind(word, n - 1, SM_THAI_RING))
			word->letter[n - 1] = SARA_AM;
		else
			word->letter[n++] = letter;
	}
	memset(word->letter + n, END, BEHIND);
	return i;
}

/* Has a consonant a sign behind it? */
static bool
IsSigned(const Word *word, int k)
{
	return IsKind(word, k + 1, SM_THAI_SIGN);
}

/* Has it a vowel behind it, which may be the letter of one, or the doubled r that is an a? */
static bool
HasVowel(const Word *word, int k)
{
	static const char before_ru[] = {KO_KAI, KHO_KHWAI, TO_TAO, THO_THAHAN, PHO_PHAN, HO_HIP, 0};
	const uint8_t *next = word->letter + k + 1;

	return IsSigned(word, k) || (next[0] == RU && IsLetterOf(word->letter[k], before_ru)) ||
		(next[0] == O_ANG && !IsSigned(word, k + 1)) ||
		(next[0] == RO_RUA && next[1] == RO_RUA);
}

/* The longest part that starts at a letter, how many letters in *taken; NULL = there is none */
static const SmThaiPart *
FindPart(const Word *word, int k, int *taken)
{
	const SmThaiPart *longest = NULL;
	uint32_t	hash = SM_HASH_START;

	for (int n = 1; n <= SM_THAI_PART_LETTERS && word->letter[k + n - 1] != END; n++)
	{
		uint8_t		last = word->letter[k + n - 1];
		const SmThaiPart *part;

		hash = sm_hash_add(hash, last);
		if (IsSigned(word, k + n - 1) || (last == RO_RUA && word->letter[k + n] == RO_RUA))
			continue;
		part = sm_table_find(sm_thai_parts, sm_thai_part_count, sizeof(SmThaiPart), sm_key_32, hash);
		/* a single letter is one where it stands alone, a title one in front of a name */
		if (part == NULL || (n == 1 && (k > 0 || word->letter[1] != END)) ||
			(part->kind == SM_THAI_TITLE && (k > 0 || word->letter[n] == END || word->letter[n + 1] == END)))
			continue;
		longest = part;
		*taken = n;
	}
	return longest;
}

/* Is a letter a consonant without a vowel, and no part of a name begins there? */
static bool
IsBare(const Word *word, int k)
{
	int			taken;

	return IsKind(word, k, SM_THAI_CONSONANT) && !HasVowel(word, k) && FindPart(word, k, &taken) == NULL;
}

static void
Append(Word *word, const char *latin)
{
	sm_transcript_append(word->out, latin, false);
}

/* Append a consonant as one in front of a vowel */
static void
AppendConsonant(Word *word, int k)
{
	Append(word, sm_thai[word->letter[k]].latin);
}

/* Append the end of a syllable, behind which an r is mute; returns where the next one starts */
static int
EndSyllable(Word *word, int k)
{
	static const char before_mute[] = {KO_KAI, KHO_KHWAI, TO_TAO, CHO_CHANG, THO_THAHAN, 0};

	if (!IsBare(word, k))
		return k;
	Append(word, sm_thai[word->letter[k]].end);
	if (IsLetterOf(word->letter[k], before_mute) && word->letter[k + 1] == RO_RUA && IsBare(word, k + 1))
		return k + 2;
	return k + 1;
}

/* How many consonants without vowels there are from a place on */
static int
CountBare(const Word *word, int k)
{
	int			n = 0;

	while (IsBare(word, k + n))
		n++;
	return n;
}

/* Read consonants without vowels from the start of a syllable on; returns where they end */
static int
ReadBare(Word *word, int k)
{
	for (int n = CountBare(word, k); n > 0; n = CountBare(word, k))
	{
		AppendConsonant(word, k);
		if (n % 2 == 1)
		{
			Append(word, "a");
			k++;
		}
		else
		{
			Append(word, "o");
			k = EndSyllable(word, k + 1);
		}
	}
	return k;
}

/* Is the first of n consonants behind a vowel, which others follow, the start of a syllable? */
static bool
StartsSyllable(const Word *word, int k, int n)
{
	static const char open[] = {RO_RUA, PHO_SAMPHAO, THO_PHUTHAO, WO_WAEN, 0};
	static const char sibilants[] = {SO_SALA, SO_RUSI, SO_SUA, 0};
	static const char short_before_r[] = {SARA_I, SARA_II, SARA_U, 0};
	uint8_t		letter = word->letter[k];
	uint8_t		before = word->letter[k - 1];

	if (word->letter[k + n] == END)
		return false;
	return (n == 1 && before != HAN_AKAT && IsLetterOf(letter, open)) ||
		(n == 1 && IsKind(word, k - 1, SM_THAI_SIGN) && IsLetterOf(letter, sibilants)) ||
		(letter == RO_RUA && IsLetterOf(before, short_before_r));
}

/* Read the consonants without vowels behind a vowel: the end of its syllable, and syllables of their own */
static int
ReadBehind(Word *word, int k)
{
	static const char sonorants[] = {MO_MA, LO_LING, RO_RUA, NO_NU, NGO_NGU, NO_NEN, 0};
	static const char mute_end[] = {THO_THONG, THO_THAN, THO_PHUTHAO, RO_RUA, 0};
	int			n = CountBare(word, k);

	if (n == 0)
		return k;
	if (StartsSyllable(word, k, n))
	{
		AppendConsonant(word, k);
		Append(word, "a");
		return ReadBare(word, k + 1);
	}
	if (word->letter[k] == RO_RUA && word->letter[k - 1] == SARA_UU)
	{
		Append(word, "n");
		return k + 1;
	}
	if (n == 2 && word->letter[k + 2] == END && IsLetterOf(word->letter[k + 1], mute_end))
	{
		int			next = EndSyllable(word, k);

		return word->letter[k + 1] == RO_RUA ? ReadBare(word, next) : k + 2;
	}
	if (n % 2 == 1 || word->letter[k - 1] == HAN_AKAT ||
		(word->letter[k + n] != END && !IsLetterOf(word->letter[k + n - 1], sonorants)))
		k = EndSyllable(word, k);
	return ReadBare(word, k);
}

/* What two consonants before a vowel are read as together, NULL = only the first of them is before it */
static const char *
Together(const Word *word, int k, bool front, char latin[8])
{
	static const char led[] = {NO_NU, MO_MA, RO_RUA, LO_LING, WO_WAEN, YO_YAK, NGO_NGU, YO_YING, NO_NEN, 0};
	static const char before_w[] = {KO_KAI, KHO_KHAI, KHO_KHWAI, 0};
	static const char stops[] = {KO_KAI, KHO_KHAI, KHO_KHWAI, TO_TAO, PO_PLA, PHO_PHUNG, PHO_PHAN, 0};
	uint8_t		first = word->letter[k];
	uint8_t		second = word->letter[k + 1];
	uint8_t		third = word->letter[k + 2];
	bool		sign = IsSigned(word, k + 1);
	bool		vowel = HasVowel(word, k + 1) || front || (third == WO_WAEN && IsBare(word, k + 3));

	if (!IsKind(word, k + 1, SM_THAI_CONSONANT) || !vowel)
		return NULL;
	if (first == HO_HIP && IsLetterOf(second, led) &&
		(!front || sign || third == END || IsKind(word, k + 2, SM_THAI_CONSONANT)))
		return sm_thai[second].latin;
	if (first == O_ANG && second == YO_YAK && (third == SARA_UU || third == SARA_AA))
		return "y";
	if ((IsLetterOf(first, stops) && (second == RO_RUA || second == LO_LING)) ||
		(IsLetterOf(first, before_w) && second == WO_WAEN && sign))
	{
		strcpy(latin, sm_thai[first].latin);
		return strcat(latin, sm_thai[second].latin);
	}
	if (second != RO_RUA || !sign)
		return NULL;
	if (first == CHO_CHAN && third == SARA_I && word->letter[k + 3] == NGO_NGU)
		return "j";
	if (first == SO_SALA || first == SO_SUA)
		return third == SARA_II ? "sr" : "s";
	return first == THO_THAHAN && k == 0 ? "s" : NULL;
}

/* Read what the vowel e in front of a consonant and what is behind it make, from the letter behind it on */
static int
ReadE(Word *word, int k)
{
	static const char led[] = {RO_RUA, LO_LING, DO_DEK, NO_NU, 0};
	const uint8_t *letter = word->letter + k;

	/* the consonant was only led by the one before it, which has an a of its own */
	if (IsKind(word, k, SM_THAI_CONSONANT) &&
		((letter[1] == SARA_I && IsLetterOf(letter[0], led)) || (letter[1] == SARA_II && letter[2] == YO_YAK) ||
		 (letter[1] == SARA_UEE && letter[2] == O_ANG)))
	{
		Append(word, "a");
		AppendConsonant(word, k);
		letter = word->letter + ++k;
	}
	if ((letter[0] == SARA_II && letter[1] == YO_YAK) || (letter[0] == SARA_UEE && letter[1] == O_ANG))
	{
		Append(word, letter[0] == SARA_II ? "ia" : "ua");
		return ReadBehind(word, k + 2);
	}
	if (letter[0] == SARA_I)
	{
		Append(word, "er");
		return EndSyllable(word, k + 1);
	}
	if (letter[0] == SARA_AA)
	{
		Append(word, letter[1] == SARA_A ? "o" : "ao");
		return letter[1] == SARA_A ? k + 2 : k + 1;
	}
	if ((letter[0] == YO_YAK || letter[0] == O_ANG) && !HasVowel(word, k))
	{
		Append(word, letter[0] == YO_YAK ? "oei" : "oe");
		return ReadBehind(word, k + 1);
	}
	Append(word, "e");
	return letter[0] == SARA_A ? k + 1 : ReadBehind(word, k);
}

/* Read a syllable whose vowel stands in front; returns where the next one starts */
static int
ReadFront(Word *word, int k)
{
	char		latin[8];
	uint8_t		vowel = word->letter[k];
	const char *together = Together(word, k + 1, true, latin);

	if (together != NULL)
		Append(word, together);
	else
		AppendConsonant(word, k + 1);
	k += together != NULL ? 3 : 2;
	if (vowel == SARA_E)
		return ReadE(word, k);
	Append(word, sm_thai[vowel].latin);
	if (vowel == AI_MAIMUAN || vowel == AI_MAIMALAI)
		return word->letter[k] == YO_YAK && !IsSigned(word, k) ? k + 1 : k;
	return word->letter[k] == SARA_A ? k + 1 : ReadBehind(word, k);
}

/* Read the sign of a vowel and what is behind it */
static int
ReadSign(Word *word, int k)
{
	uint8_t		sign = word->letter[k];

	if (sign == HAN_AKAT && word->letter[k + 1] == WO_WAEN && !IsSigned(word, k + 1))
	{
		Append(word, "ua");
		return k + 2;
	}
	Append(word, sm_thai[sign].latin);
	if (sign == SARA_A || sign == SARA_AM)
		return k + 1;
	return ReadBehind(word, sign == SARA_UEE && word->letter[k + 1] == O_ANG ? k + 2 : k + 1);
}

/* Read a syllable that starts with a consonant; returns where the next one starts */
static int
ReadConsonant(Word *word, int from)
{
	char		latin[8];
	const char *together = Together(word, from, false, latin);
	int			k = together != NULL ? from + 2 : from + 1;
	uint8_t		next = word->letter[k];
	bool		bare = IsBare(word, from);
	bool		w_vowel = next == WO_WAEN && IsBare(word, k) && IsBare(word, k + 1) && word->letter[from] != O_ANG;

	if (together == NULL && bare && !w_vowel)
		return ReadBare(word, from);
	if (together != NULL)
		Append(word, together);
	else
		AppendConsonant(word, from);
	if (IsKind(word, k, SM_THAI_SIGN))
		return ReadSign(word, k);
	if (next == RO_RUA && word->letter[k + 1] == RO_RUA)
	{
		Append(word, IsBare(word, k + 2) ? "a" : "an");
		return EndSyllable(word, k + 2);
	}
	if (next == RU && together == NULL && !bare)
	{
		AppendConsonant(word, k);
		return ReadBehind(word, k + 1);
	}
	if (next == O_ANG && !IsSigned(word, k) && word->letter[from] != O_ANG)
	{
		Append(word, "o");
		return ReadBehind(word, k + 1);
	}
	if (w_vowel)
		Append(word, "ua");
	else if (together != NULL)
		Append(word, "o");
	return EndSyllable(word, w_vowel ? k + 1 : k);
}

/* Read what starts at a letter; returns where the next thing starts */
static int
ReadPart(Word *word, int k)
{
	int			taken;
	const SmThaiPart *part = FindPart(word, k, &taken);

	if (part != NULL)
	{
		Append(word, part->kind == SM_THAI_WORD ? " " : "");
		Append(word, part->latin);
		Append(word, part->kind == SM_THAI_PART ? "" : " ");
		return k + taken;
	}
	if (IsKind(word, k, SM_THAI_FRONT) && IsKind(word, k + 1, SM_THAI_CONSONANT))
		return ReadFront(word, k);
	if (IsKind(word, k, SM_THAI_CONSONANT))
		return ReadConsonant(word, k);
	AppendConsonant(word, k);
	return k + 1;
}

/* Append the word that starts at a place to a transcript; returns where it ends */
int
sm_thai_transcribe(SmText *out, const SmText *text, int from)
{
	Word		word = {.out = out};
	int			end = ReadThai(&word, text, from);

	for (int k = 0; word.letter[k] != END || word.letter[k + 1] != END;)
		k = ReadPart(&word, k);
	return end;
}
