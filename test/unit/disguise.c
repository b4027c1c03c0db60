/*
 * Names that pass for others to a program, not to a reader: padded past every limit, with signs,
 * digits and marks between the letters, letters of other scripts, a wrong encoding.  They are read,
 * or it is told that they are not; and names that they are not stay apart.  Runs from the top of
 * the project, whose TSV it reads.
 */
#include <stdlib.h>
#include <unicode/utf8.h>

#include "cases.h"
#include "names.h"
#include "name/reading/notes.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/text/text.h"
#include "name/weight.h"

#define ROUNDS 4000
/* More than any limit of letters; more than the bytes that are looked at */
#define MANY 2048
#define BEYOND (SM_TEXT_BYTES + 16)

/* What a reader takes for the name */
static const Case same[] = {
	{"full stops between letters", "C.h.o.i M.y.u.n.g H.y.u.n", "Choi Myung-hyun"},
	{"full stops between all letters", "C.h.o.i.M.y.u.n.g.H.y.u.n", "Choi Myung-hyun"},
	{"full stops behind all letters", "K.i.m. J.o.n.g. U.n.", "KIM Jong Un"},
	{"a surname of one letter", "O J.o.n.g U.n", "O Jong Un"},
	{"hyphens between letters", "K-i-m J-o-n-g U-n", "KIM Jong Un"},
	{"hyphens between all letters", "K-i-m-J-o-n-g-U-n", "KIM Jong Un"},
	{"underscores between capitals", "K_I_M J_O_N_G U_N", "KIM Jong Un"},
	{"blanks between letters", "K I M J O N G U N", "KIM Jong Un"},
	{"blanks between Cyrillic letters", "К и м  Ч е н  Ы н", "Ким Чен Ын"},
	{"one word spaced out", "Choi M.y.u.n.g Hyun", "Choi Myung-hyun"},
	{"one word spaced out", "K-I-M Jong Un", "KIM Jong Un"},
	{"one word spaced out", "k i m Jong Un", "KIM Jong Un"},
	{"full stops between syllables", "최.명.현", "최명현"},
	{"underscores between syllables", "최_명_현", "최명현"},
	{"the dot that Koreans type between syllables", "최ㆍ명ㆍ현", "최명현"},
	{"stars between syllables", "최★명★현", "최명현"},
	{"asterisks between syllables", "최*명*현", "최명현"},
	{"quotes around syllables", "\"최명현\"", "최명현"},
	{"slashes between characters", "金/正/恩", "金正恩"},
	{"a full stop at the end", "최명현.", "최명현"},
	{"a comma at the end", "KIM Jong Un,", "KIM Jong Un"},
	{"signs around words", "*KIM* !Jong! #Un#", "KIM Jong Un"},
	{"signs for blanks", "KIM~Jong~Un", "KIM Jong Un"},
	{"hearts for blanks", "KIM♥Jong♥Un", "KIM Jong Un"},
	{"brackets around the name", "[KIM Jong Un]", "KIM Jong Un"},
	{"brackets around the name", "「김정은」", "김정은"},
	{"brackets in the name", "KIM [Jong] Un", "KIM Jong Un"},
	{"brackets in a word", "K[i]m Jong Un", "KIM Jong Un"},
	{"brackets in a word", "최(명)현", "최명현"},
	{"a bracket left open", "(KIM Jong Un", "KIM Jong Un"},
	{"braille without dots", "KIM\u2800Jong\u2800Un", "KIM Jong Un"},
	{"braille without dots between letters", "K\u2800I\u2800M\u2800J\u2800O\u2800N\u2800G\u2800U\u2800N",
	"KIM Jong Un"},
	{"a note without a head", "K\U0001D159IM Jong Un", "KIM Jong Un"},
	{"a replaced object", "김\uFFFC정은", "김정은"},
	{"private use", "K\uE000IM Jo\U0010FFFDng Un", "KIM Jong Un"},
	{"noncharacters", "K\uFDD0IM Jong\U0001FFFE Un", "KIM Jong Un"},
	{"controls", "K\x01IM Jo\x7Fng\xC2\x81 Un", "KIM Jong Un"},
	{"new lines", "KIM\r\nJong\xE2\x80\xA8Un\xC2\x85", "KIM Jong Un"},
	{"Hebrew o", "KIM Jסng Un", "KIM Jong Un"},
	{"Arabic o", "KIM Jهng Un", "KIM Jong Un"},
	{"Malayalam sign for o", "KIM Jംng Un", "KIM Jong Un"},
	{"Malayalam letter for o", "Chഠe Ryഠng Hഠ", "CHOE Ryong Ho"},
	{"Oriya letter for o", "KIM JଠNG UN", "KIM Jong Un"},
	{"Myanmar letter for o", "KIM Jဝng Un", "KIM Jong Un"},
	{"Devanagari zero for o", "KIM J०ng Un", "KIM Jong Un"},
	{"Lao zero for o", "KIM J໐ng Un", "KIM Jong Un"},
	{"Tibetan zero for o", "KIM J༠ng Un", "KIM Jong Un"},
	{"Deseret o", "CH\U00010404E Ry\U0001042Cng Ho", "CHOE Ryong Ho"},
	{"a circle for o", "KIM J○ng Un", "KIM Jong Un"},
	{"capitals in black circles", "🅚🅘🅜 🅙🅞🅝🅖 🅤🅝", "KIM Jong Un"},
	{"capitals in black squares", "🅺🅸🅼 🅹🅾🅽🅶 🆄🅽", "KIM Jong Un"},
	{"capitals in squares", "\U0001F13A\U0001F138\U0001F13C Jong Un", "KIM Jong Un"},
	{"letters in parentheses", "⒦⒤⒨ ⒥⒪⒩⒢ ⒰⒩", "KIM Jong Un"},
	{"jamo with blanks", "ㄱ ㅣ ㅁ ㅈ ㅓ ㅇ ㅇ ㅡ ㄴ", "김정은"},
	{"jamo with wider blanks", "ㄱ ㅣ ㅁ  ㅈ ㅓ ㅇ  ㅇ ㅡ ㄴ", "김정은"},
	{"jamo with full stops", "ㄱ.ㅣ.ㅁ.ㅈ.ㅓ.ㅇ.ㅇ.ㅡ.ㄴ", "김정은"},
	{"jamo, the round one as a coda", "ㅊㅚㄹㅛㅇㅎㅐ", "최룡해"},
	{"codas apart", "기 ㅁ 저 ㅇ 으 ㄴ", "김정은"},
	{"vowels in two", "ㅊㅗㅣㄹㅛㅇㅎㅐ", "최룡해"},
	{"vowels in two", "초ㅣ룡해", "최룡해"},
	{"Hangul in a word", "Kim 정Un", "KIM Jong Un"},
	{"Hangul in a word", "Kim Jong은", "KIM Jong Un"},
	{"Hangul in a word", "KimJong은", "김정은"},
	{"Hangul in a word", "김 Jong은", "김정은"},
	{"Hangul first", "김정 Un", "KIM Jong Un"},
	{"Hangul for the given name", "Kim 정은", "김정은"},
	{"Hangul for the given name", "Choe 룡해", "CHOE Ryong Hae"},
	{"Hangul for the last syllable", "최 Ryong해", "CHOE Ryong Hae"},
	{"surname last", "정은 Kim", "김정은"},
	{"Cyrillic surname", "Ким Jong Un", "KIM Jong Un"},
	{"Cyrillic given name", "Kim Чен Ын", "김정은"},
	{"surname in kana", "キム Jong Un", "KIM Jong Un"},
	{"given name in characters", "Kim 正恩", "김정은"},
	{"three scripts", "金 Jong 은", "김정은"},
	{"digits between syllables", "최1명1현", "최명현"},
	{"digits in one place", "최명1현", "최명현"},
	{"digits behind", "최명현123", "최명현"},
	{"digits in front", "2 최명현", "최명현"},
	{"digits in circles", "최①명②현", "최명현"},
	{"windows-949 taken for windows-1252", "ÃÖ¸íÇö", "최명현"},
	{"windows-949 taken for windows-1252", "±è Á¤Àº", "김정은"},
	{"windows-949 of characters", "õË×£ú\xC2\xAD", "崔龍海"},
	{"marks of other scripts on Latin", "K\u05B0I\u0E31M\u0489 J\u3099o\u064Bn\uA66Fg\u20DD U\u093Cn\u0951",
	"KIM Jong Un"},
	{"marks on Hangul", "최\u0301\u0489명\u05B0현\u302E", "최명현"},
	{"marks on characters", "金\u0301正\u0489恩\u302A", "金正恩"},
	{"marks on Cyrillic", "К\u0301и\u0308м\u0489 Ч\u0304е\u0300н\u0330 Ы\u0308н\u0301", "Ким Чен Ын"},
	{"a breve behind its letter", "Ch'oe Ryo˘ng-hae", "CHOE Ryong Hae"},
	{"the same name in a script that is not read", "KIM Jong Un (គីម ជុងអ៊ុន)", "김정은"}
};

/* Names that a disguise must not make of others, and what only looks like one */
static const Case different[] = {
	{"another given name", "C.h.o.i M.y.u.n.g H.o", "Choi Myung-hyun"},
	{"another given name", "최.명.호", "최명현"},
	{"another given name", "Kim Jong은", "KIM Jong Il"},
	{"another given name", "Kim Jong은", "김정일"},
	{"another surname", "Kim 정Un", "박정은"},
	{"another surname", "Ким Jong Un", "PAK Jong Un"},
	{"another surname", "ÃÖ¸íÇö", "김명현"},
	{"jamo of another name", "ㄱ ㅣ ㅁ ㅈ ㅓ ㅇ ㅇ ㅣ ㄹ", "김정은"},
	{"initials", "K. J. U.", "KIM Jong Un"},
	{"initials", "K.J.U.", "KIM Jong Un"},
	{"initials before a surname", "J.R.R. Kim", "Jrr Kim"},
	{"a hidden syllable is none", "최*현", "최현"},
	{"a hidden syllable is none", "최○현", "최현"},
	{"a hidden syllable is no vowel", "최ㅇ현", "쵱현"},
	{"numbers of ships", "금강 1호", "금강호"},
	{"numbers of ships", "금강 1호", "금강 2호"},
	{"digits of a short name", "최1현", "최현"},
	{"digits beside Latin letters", "KUM GANG 1", "KUM GANG 2"},
	{"digits beside Latin letters", "ABC१०", "ABCio"},
	{"accents of a Latin text", "Ái Ân", "최명현"},
	{"a remark behind a name", "김은 (남)", "김은남"},
	{"Hebrew beside Latin", "David סו", "David ou"},
	{"a firm", "Kim & Chang", "KIM Chang"}
};

/* Texts and what of them cannot be read */
static const struct
{
	const char *name;
	unsigned	notes;
}			noted[] = {
	{"KIM Jong Un", 0},
	{"최명현", 0},
	{"Ким Чен Ын", 0},
	{"キム・ジョンウン", 0},
	{"金正恩", 0},
	{"Οδυσσέας Παππάς", 0},
	{"Nguyễn Ái Quốc", 0},
	{"", 0},
	{"!!!", 0},
	{"123", 0},
	{"សុខា ចាន់", SM_NOTE_UNREAD},
	{"மகேஷ்", SM_NOTE_UNREAD},
	{"ጊዮርጊስ", SM_NOTE_UNREAD},
	{"សុខា", SM_NOTE_UNREAD},
	/* compared as far as that goes, and told all the same */
	{"สมชาย ใจดี", SM_NOTE_UNREAD},
	{"คิม จองอึน", SM_NOTE_UNREAD},
	{"محمد", 0},
	{"משה", 0},
	{"བསོད་ནམས", SM_NOTE_UNREAD},
	{"Mr សុខា", SM_NOTE_UNREAD},
	{"A. សុខា 12", SM_NOTE_UNREAD},
	{"Li សុខា", SM_NOTE_UNREAD},
	{"김 សុខា", SM_NOTE_UNREAD},
	{"김정 សុខា", 0},
	{"\uE000\uE001\uE002", SM_NOTE_UNREAD},
	{"KIM Jong Un (គីម ជុងអ៊ុន)", 0},
	{"김정은 គីម", 0},
	{"Kim សុខា", 0},
	/* titles, places and words of companies are no name that others are beside */
	{"Professor সেন", SM_NOTE_UNREAD},
	{"Mr. Director សុខា, Bangkok", SM_NOTE_UNREAD},
	{"বাংলা Trading Company Ltd", SM_NOTE_UNREAD},
	{"위원장 សុខា", SM_NOTE_UNREAD},
	{"শেখ হাসিনা", SM_NOTE_UNREAD},
	{"အောင်ဆန်းစုကြည်", SM_NOTE_UNREAD},
	{"ທອງລຸນ", SM_NOTE_UNREAD},
	/* in a word each letter counts */
	{"Kiម Jong Un", SM_NOTE_UNREAD},
	{"김ម정은", SM_NOTE_UNREAD},
	{"최○현", SM_NOTE_MASKED},
	{"최*현", SM_NOTE_MASKED},
	{"최●현", SM_NOTE_MASKED},
	{"최ㅇ현", SM_NOTE_MASKED},
	{"최O현", SM_NOTE_MASKED},
	{"최X현", SM_NOTE_MASKED},
	{"최0현", SM_NOTE_MASKED},
	{"최OO", SM_NOTE_MASKED},
	{"김**", SM_NOTE_MASKED},
	{"홍길*", SM_NOTE_MASKED},
	{"K*m Jong Un", SM_NOTE_MASKED},
	{"Kim J* U*", SM_NOTE_MASKED},
	{"Kim J**g Un", SM_NOTE_MASKED},
	{"Kim *** Un", SM_NOTE_MASKED},
	{"K○m Jong Un", SM_NOTE_MASKED},
	{"최\xFF현", SM_NOTE_MASKED},
	{"Mar?a", SM_NOTE_MASKED},
	{"최\uE000명현", SM_NOTE_MASKED},
	/* a footnote, a question */
	{"KIM Jong Un*", 0},
	{"* KIM Jong Un", 0},
	{"최명현*", 0},
	{"KIM Jong Un?", 0},
	{"김정은 XO", 0},
	{"김철수OX", 0},
	{"a b c d e f g h i j k l m n o p", 0},
	{"aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq", SM_NOTE_WORDS},
	{"최명현 bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr", SM_NOTE_WORDS},
};

/* What shows nothing, and signs that are repeated */
static const char *const fillers[] = {
	" ", "\t", "\n", "\u00A0", "\u3000", "\u2028", "\xC2\x85", "\u200B", "\u200D", "\uFEFF", "\uFE0F", "\U000E0041",
	"\U000E0100", "\x01", "\u00AD", "\u034F", "\u115F", "\u3164", "\u2800", "\U0001D159", "\uFFFC", "\uFDD0", "\uE000",
	"\u0301", "\u0489", ".", "-", "_", ",", "\u2026", "\u2014", "\u00B7", "\u2605", ". ", "-.", "\u200B ", " \u0301",
	"\u00A0\n."
};

/* A text in memory that grows */
typedef struct Text
{
	char	   *bytes;
	size_t		length;
} Text;

/* Append something so many times */
static void
Extend(Text *text, const char *what, size_t times)
{
	size_t		n = strlen(what);

	text->bytes = realloc(text->bytes, text->length + n * times + 1);
	for (size_t i = 0; i < times; i++, text->length += n)
		memcpy(text->bytes + text->length, what, n);
	text->bytes[text->length] = '\0';
}

/* Similarity of a text and a name, and what is told of the text */
static int
SimilarityNoted(const Text *text, const char *name, unsigned *notes)
{
	uint8_t		x[SM_READING_MAX];
	uint8_t		y[SM_READING_MAX];

	sm_read_noted(x, text->bytes, text->length, notes);
	sm_read(y, name, strlen(name));
	return sm_similarity(x, y);
}

/* A name with something so many times between its parts, before and behind */
static void
CheckFilled(const char *first, const char *filler, size_t times, const char *second, const char *name, unsigned wanted)
{
	Case		c = {"filled", filler, name};
	Text		text = {NULL, 0};
	unsigned	notes;
	int			s;

	Extend(&text, filler, times);
	Extend(&text, first, 1);
	Extend(&text, filler, times);
	Extend(&text, second, 1);
	Extend(&text, filler, times);
	s = SimilarityNoted(&text, name, &notes);
	if (wanted == 0)
		CheckCase(s >= SM_THRESHOLD, "should match", &c, s);
	if (wanted & SM_NOTE_CUT)
		CheckCase(s == 0, "should not be looked at", &c, s);
	CheckCase((notes & ~SM_NOTE_MASKED) == wanted, "should be told", &c, (int) notes);
	free(text.bytes);
}

/* Limits cannot be used: what shows nothing does not count, and what does is told */
static void
TestLimits(void)
{
	for (int i = 0; i < COUNT(fillers); i++)
	{
		CheckFilled("Choi ", fillers[i], MANY, "Myung-hyun", "Choi Myung-hyun", 0);
		CheckFilled("최", fillers[i], MANY, "명현", "최명현", 0);
		CheckFilled("金", fillers[i], MANY, "正恩", "金正恩", 0);
		CheckFilled("Ким ", fillers[i], MANY, "Чен Ын", "Ким Чен Ын", 0);
	}
	CheckFilled("Choi ", " ", SM_TEXT_BYTES / 2, "Myung-hyun", "Choi Myung-hyun", SM_NOTE_CUT);
	CheckFilled("Choi ", " ", SM_TEXT_BYTES / 4, "Myung-hyun", "Choi Myung-hyun", 0);
	CheckFilled("최", "\u3000", SM_TEXT_BYTES / 12, "명현", "최명현", 0);
	CheckFilled("Choi ", " ", BEYOND, "Myung-hyun", "Choi Myung-hyun", SM_NOTE_CUT);
	CheckFilled("Choi ", "x", MANY, "Myung-hyun", "Choi Myung-hyun", SM_NOTE_CUT | SM_NOTE_WORDS);
	CheckFilled("최 ", "1", MANY, "명현", "최명현", SM_NOTE_CUT);
	CheckFilled("Choi ", "a ", 17, "Myung-hyun", "Choi Myung-hyun", SM_NOTE_WORDS);
	CheckFilled("최", "한", MANY, "명현", "최명현", SM_NOTE_CUT | SM_NOTE_WORDS);
}

/* A text of just as many letters as are kept is not cut */
static void
TestFull(void)
{
	Case		c = {"full", "", ""};
	Text		text = {NULL, 0};
	uint8_t		reading[SM_READING_MAX];
	unsigned	notes;

	Extend(&text, "x", SM_TEXT_MAX);
	Extend(&text, " . \u200B", 3);
	sm_read_noted(reading, text.bytes, text.length, &notes);
	CheckCase((notes & SM_NOTE_CUT) == 0, "should not be cut", &c, (int) notes);
	Extend(&text, "x", 1);
	sm_read_noted(reading, text.bytes, text.length, &notes);
	CheckCase((notes & SM_NOTE_CUT) != 0, "should be cut", &c, (int) notes);
	free(text.bytes);
}

static void
TestNotes(void)
{
	for (int i = 0; i < COUNT(noted); i++)
	{
		Case		c = {"notes", noted[i].name, ""};
		uint8_t		reading[SM_READING_MAX];
		unsigned	notes;

		sm_read_noted(reading, noted[i].name, strlen(noted[i].name), &notes);
		CheckCase(notes == noted[i].notes, "should be told", &c, (int) notes);
	}
}

/* Characters that show nothing at all, and those that show a blank */
static const char *const invisible[] = {
	"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u202E", "\u2066", "\uFE0F", "\U000E0041",
	"\U000E0101", "\u3164", "\x02", "\xC2\x80", "\uFFFC", "\uFFFE", "\U0001D159", "\u034F", "\u180E", "\u17B4"
};
static const char *const blanks[] = {
	" ", "\t", "\n", "\r\n", "\u00A0", "\u2003", "\u3000", "\u2029", "\u205F", "\u2800"
};

/* Some of a list of characters at random, seldom very many */
static void
AppendSome(Text *text, const char *const *list, int n)
{
	uint32_t	times = Random(40) == 0 ? 1 + Random(3000) : Random(4);

	for (uint32_t i = 0; i < times; i++)
		Extend(text, list[Random((uint32_t) n)], 1);
}

/* Is it UTF-8 without a fault?  What stands for broken bytes is no character of the name */
static bool
IsUtf8(const char *name)
{
	int			length = (int) strlen(name);

	for (int i = 0; i < length;)
	{
		UChar32		c;

		U8_NEXT(name, i, length, c);
		if (c < 0)
			return false;
	}
	return true;
}

/* Random names with invisible characters anywhere and blanks where blanks are, before and behind, stay the same */
static void
TestRandom(void)
{
	for (int round = 0; round < ROUNDS; round++)
	{
		char		name[NAME_MAX_BYTES];
		Text		text = {NULL, 0};
		Case		c = {"random", name, ""};
		uint8_t		reading[SM_READING_MAX];
		unsigned	notes;
		int			s;

		RandomName(name);
		sm_read_noted(reading, name, strlen(name), &notes);
		if (SM_READING_KINDS(reading) == 0 || notes != 0 || !IsUtf8(name))
			continue;
		AppendSome(&text, blanks, COUNT(blanks));
		for (int i = 0, at = 0, length = (int) strlen(name); at < length; i = at)
		{
			char		character[8];

			U8_FWD_1(name, at, length);
			snprintf(character, sizeof(character), "%.*s", at - i, name + i);
			Extend(&text, character, 1);
			if (*character == ' ')
				AppendSome(&text, blanks, COUNT(blanks));
			if (Random(3) == 0)
				AppendSome(&text, invisible, COUNT(invisible));
		}
		AppendSome(&text, blanks, COUNT(blanks));
		s = SimilarityNoted(&text, name, &notes);
		c.b = text.bytes;
		CheckCase(s == SM_SIMILARITY_ONE && notes == 0, "should be equal", &c, s);
		free(text.bytes);
	}
}

int
main(void)
{
	CheckSame(same, COUNT(same));
	CheckDifferent(different, COUNT(different));
	TestLimits();
	TestFull();
	TestNotes();
	if (LoadTable(&surnames, "src/data/surname_spellings.tsv") && LoadTable(&givens, "src/data/syllable_spellings.tsv"))
		TestRandom();
	else
		CheckCase(false, "no spellings in src/data", &same[0], 0);
	return Finish("disguise");
}
