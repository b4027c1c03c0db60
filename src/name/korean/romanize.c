/* Hangul written in other letters */
#include "name/korean/romanize.h"

#include <limits.h>
#include <string.h>

#include "data/hangul_table.h"
#include "data/romanize_table.h"
#include "name/korean/hangul.h"
#include "name/korean/hypothesis.h"
#include "name/korean/korean.h"
#include "name/text/syllable.h"
#include "name/text/text.h"

/* A syllable has three bytes */
_Static_assert(3 * SM_ROMAN_GROWTH >= SM_ROMAN_SYLLABLE_MAX, "SM_ROMAN_GROWTH is too small");

/* The coda l, which is one with the onset r */
#define CODA_L 8

_Static_assert(SM_ROMAN_SYLLABLE >= SM_ROMAN_SYLLABLE_MAX, "SM_ROMAN_SYLLABLE is too small");

/* Syllables kept of a run of Hangul: one more than the longest name has */
#define RUN_MAX (2 + SM_GIVEN_MAX + 1)

/* Hangul without anything else between; no syllable is counted after RUN_MAX */
typedef struct Run
{
	const char *start;
	const char *end;
	int			count;
	uint32_t	syllable[RUN_MAX];
} Run;

/* What is written and how */
typedef struct Writer
{
	char	   *out;
	const SmRomanisation *system;
	bool		marks;			/* write breves and middle dots */
	bool		in_word;		/* the next letter goes on with a word */
	int			before;			/* coda before a word of the same name, -1 = none */
} Writer;

/* What a run of Hangul is in a name */
typedef enum Role
{
	ROLE_NAME,					/* a whole name, or a word that is none */
	ROLE_SURNAME,
	ROLE_GIVEN
} Role;

/* Decode a character that may be Hangul: three bytes of U+1100..11FF or U+AC00..D7A3; else 0 */
static uint32_t
DecodeHangul(const char *p, const char *end)
{
	uint32_t	c;

	if (end - p < 3 || (p[0] & 0xF0) != 0xE0 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
		return 0;
	c = (uint32_t) (p[0] & 15) << 12 | (uint32_t) (p[1] & 63) << 6 | (uint32_t) (p[2] & 63);
	return (c >= 0x1100 && c <= 0x11FF) || (c >= SM_SYLLABLE_FIRST && c <= 0xD7A3) ? c : 0;
}

/* The syllable at p, composed or in conjoining jamo, and the bytes it has; 0 if there is none */
static int
TakeSyllable(const char *p, const char *end, uint32_t *syllable)
{
	uint32_t	c = DecodeHangul(p, end);
	uint32_t	next;
	int			bytes = 3;

	if (c >= 0x1100 && c <= 0x1112)
	{
		next = DecodeHangul(p + 3, end);
		if (next < 0x1161 || next > 0x1175)
			return 0;
		c = SM_SYLLABLE_FIRST + ((c - 0x1100) * SM_NUCLEI + (next - 0x1161)) * SM_CODAS;
		bytes = 6;
	}
	if (c < SM_SYLLABLE_FIRST)
		return 0;
	next = DecodeHangul(p + bytes, end);
	if (sm_syllable_coda(c) == 0 && next >= 0x11A8 && next <= 0x11C2)
	{
		c += next - 0x11A7;
		bytes += 3;
	}
	*syllable = c;
	return bytes;
}

/* The run that starts at p; false if there is none */
static bool
TakeRun(Run *run, const char *p, const char *end)
{
	uint32_t	c;
	int			bytes;

	run->start = p;
	run->count = 0;
	while ((bytes = TakeSyllable(p, end, &c)) > 0)
	{
		if (run->count < RUN_MAX)
			run->syllable[run->count++] = c;
		p += bytes;
	}
	run->end = p;
	return run->count > 0;
}

/* The run of the same name after a run: nothing but blanks, hyphens and commas between them */
static bool
NextRun(Run *next, const Run *run, const char *end)
{
	const char *p = run->end;

	while (p < end && (*p == ' ' || *p == ',' || *p == '-'))
		p++;
	return TakeRun(next, p, end);
}

/* Do two syllables start with a surname of two? */
static bool
IsLongSurname(const uint32_t *syllable)
{
	for (int i = 0; i < sm_long_surname_count; i++)
		if (sm_long_surnames[i].hangul[0] == syllable[0] &&
			sm_long_surnames[i].hangul[1] == syllable[1])
			return true;
	return false;
}

/* Is the run a surname and nothing else? */
static bool
IsSurname(const Run *run)
{
	return (run->count == 1 && sm_hangul_surname(run->syllable[0]) != NULL) ||
		(run->count == 2 && IsLongSurname(run->syllable));
}

/* Is the likeliest reading the one with a surname of two syllables? */
static bool
ReadsLong(const Run *run)
{
	SmText		text;
	SmKorean	korean;

	text.length = text.letters = run->count;
	text.ascii = false;
	for (int i = 0; i < run->count; i++)
	{
		text.cp[i] = run->syllable[i];
		text.upper[i] = false;
	}
	return !sm_korean_read(&korean, &text) || korean.hypothesis[0].given == run->count - 2;
}

/* Syllables of the surname a run begins with; 0 = none, the run's length = nothing else */
static int
SurnameLength(const Run *run)
{
	if (run->count > 2 + SM_GIVEN_MAX)
		return 0;
	if (IsSurname(run))
		return run->count;
	if (run->count > 2 && IsLongSurname(run->syllable) &&
		(sm_hangul_surname(run->syllable[0]) == NULL || ReadsLong(run)))
		return 2;
	return sm_hangul_surname(run->syllable[0]) != NULL && run->count <= 1 + SM_GIVEN_MAX ? 1 : 0;
}

/* The capital of a letter of UTF-8's two bytes: Cyrillic, o and u with breve */
static void
WriteCapital(Writer *w, const char *letter)
{
	if (letter[0] == '\321')
	{
		bool		is_yo = letter[1] == '\221';

		*w->out++ = '\320';
		*w->out++ = is_yo ? '\201' : (char) (letter[1] + 0x20);
	}
	else
	{
		*w->out++ = letter[0];
		*w->out++ = (char) (letter[1] - (letter[0] == '\320' ? 0x20 : 1));
	}
}

/* Write a spelling; the first letter of a word is a capital */
static void
Write(Writer *w, const char *spelling)
{
	for (; *spelling; w->in_word = *spelling != ' ', spelling++)
	{
		char		c = *spelling;

		if (c == '\305' && !w->marks)
			/* o and u with breve */
			c = *++spelling == '\217' ? 'o' : 'u';
		else if ((c == '\305' || c == '\320' || c == '\321') && !w->in_word)
		{
			WriteCapital(w, spelling++);
			continue;
		}
		*w->out++ = (char) (w->in_word || c < 'a' || c > 'z' ? c : c - 'a' + 'A');
	}
}

/* What a system writes for a coda and the onset after it, NULL if one after the other */
static const char *
FindJoint(const Writer *w, int coda, int onset, bool apart)
{
	for (int i = 0; i < sm_joint_count; i++)
	{
		const SmJoint *j = &sm_joints[i];

		if (&sm_romanisations[j->system] == w->system && j->coda == coda && j->onset == onset)
			return apart ? j->apart : j->written;
	}
	return NULL;
}

/* Write an onset, voiced if it may be and a coda before it voices it, and a nucleus */
static void
WriteOpen(Writer *w, int onset, int nucleus, bool may_voice, int coda)
{
	const SmRomanisation *s = w->system;
	bool		voiced = may_voice && coda >= 0 && sm_coda_voices[coda];

	if (s->open)
		Write(w, s->open[SM_OPEN_SYLLABLE(voiced, onset, nucleus)]);
	else
	{
		Write(w, voiced ? s->voiced[onset] : s->onset[onset]);
		Write(w, s->nucleus[nucleus]);
	}
}

/* Write what parts two words of a name; a blank begins a new one */
static void
WriteBetween(Writer *w, const char *between)
{
	while (*between)
	{
		w->in_word = *between != ' ';
		*w->out++ = *between++;
	}
}

/* Write a coda and the onset and nucleus after it, with something between them or nothing */
static void
WriteBorder(Writer *w, int coda, int onset, int nucleus, const char *between)
{
	bool		apart = between[0] != '\0';
	const char *joint = FindJoint(w, sm_coda_heard[coda], onset, apart);

	if (joint)
	{
		const char *blank = strchr(joint, ' ');
		char		before[SM_ROMAN_SYLLABLE_MAX] = "";

		if (blank)
		{
			memcpy(before, joint, (size_t) (blank - joint));
			Write(w, before);
			WriteBetween(w, between);
			joint = blank + 1;
		}
		Write(w, joint);
		Write(w, w->system->nucleus[nucleus]);
		return;
	}
	Write(w, w->system->coda[coda]);
	WriteBetween(w, between);
	WriteOpen(w, onset, nucleus, !apart || w->system->voiced_through, coda);
}

/*
 * Write at most count syllables from p on with something between them or nothing; returns where
 * they end.  A coda waits for the onset that follows it.
 */
static const char *
WriteWord(Writer *w, const char *p, const char *end, int count, const char *between)
{
	int			coda = -1;

	w->in_word = false;
	while (p < end && count-- > 0)
	{
		uint32_t	syllable;
		int			onset;
		int			nucleus;

		p += TakeSyllable(p, end, &syllable);
		onset = sm_syllable_onset(syllable);
		nucleus = sm_syllable_nucleus(syllable);
		if (coda < 0)
			WriteOpen(w, onset, nucleus, w->system->voiced_through, w->before);
		else
			WriteBorder(w, coda, onset, nucleus, between);
		coda = sm_syllable_coda(syllable);
	}
	Write(w, w->system->coda[coda]);
	w->before = coda;
	return p;
}

/* Write a run in its role; what is too long for a name is one word */
static void
WriteRun(Writer *w, const Run *run, Role role)
{
	const char *p = run->start;
	int			surname = role == ROLE_NAME ? SurnameLength(run) : role == ROLE_SURNAME ? run->count : 0;
	bool		joined = run->count - surname > SM_GIVEN_MAX;

	if (surname > 0)
	{
		p = WriteWord(w, p, run->end, surname, "");
		if (p < run->end)
			WriteBetween(w, w->marks ? w->system->between_names : " ");
	}
	if (p < run->end)
		WriteWord(w, p, run->end, INT_MAX, joined ? "" : w->system->between_syllables);
}

/* Write a name of one or more runs; returns where it ends */
static const char *
WriteName(Writer *w, Run *run, const char *end)
{
	Run			next = *run;
	Run			last = *run;
	bool		first_is_surname = IsSurname(run);
	bool		last_is_surname;

	while (NextRun(&next, &last, end))
		last = next;
	last_is_surname = !first_is_surname && IsSurname(&last);
	w->before = -1;
	for (bool first = true;; first = false)
	{
		Role		role = ROLE_NAME;
		const char *from = run->end;

		if (first_is_surname)
			role = first ? ROLE_SURNAME : ROLE_GIVEN;
		else if (last_is_surname)
			role = run->end == last.end ? ROLE_SURNAME : ROLE_GIVEN;
		WriteRun(w, run, role);
		if (run->end == last.end)
			return run->end;
		NextRun(&next, run, end);
		*run = next;
		while (from < run->start)
			*w->out++ = *from++;
	}
}

/* The number of the system of that name, -1 = there is none */
int
sm_romanisation(const char *name, size_t length)
{
	for (int i = 0; i < sm_romanisation_count; i++)
		if (strlen(sm_romanisations[i].name) == length &&
			memcmp(sm_romanisations[i].name, name, length) == 0)
			return i;
	return -1;
}

/*
 * Write the Hangul of a text in the letters of a system, surnames apart from given names, and leave the
 * rest as it is.  Without marks o and u stand for their forms with breve, a blank for a middle
 * dot.  The buffer has room for SM_ROMAN_GROWTH * length bytes; returns how many were written.  No terminating 0.
 */
size_t
sm_romanize(char *out, const char *utf8, size_t length, int system, bool marks)
{
	const char *p = utf8;
	const char *end = utf8 + length;
	Writer		w = {.out = out, .system = &sm_romanisations[system], .marks = marks};
	Run			run;

	while (p < end)
	{
		if (TakeRun(&run, p, end))
			p = WriteName(&w, &run, end);
		else
			*w.out++ = *p++;
	}
	return (size_t) (w.out - out);
}

/*
 * Write a word of Hangul in the letters of the North as names of ships and bodies have it: syllables as they are
 * written, voiced behind a vowel or a voiced consonant, in small letters without marks.  The buffer has room for
 * SM_ROMAN_SYLLABLE bytes of each; returns how many were written.  No terminating 0.
 */
size_t
sm_romanize_word(char *out, const uint32_t *hangul, int count)
{
	Writer		w = {.out = out, .system = &sm_romanisations[sm_romanisation("dprk", 4)], .in_word = true};
	int			coda = -1;

	for (int i = 0; i < count; i++)
	{
		int			onset = sm_syllable_onset(hangul[i]);
		int			nucleus = sm_syllable_nucleus(hangul[i]);

		if (coda == CODA_L && onset == SM_ONSET_NONE)
			WriteOpen(&w, SM_ONSET_R, nucleus, true, coda);
		else if (coda > 0 && onset == SM_ONSET_NONE)
			WriteBorder(&w, coda, onset, nucleus, "");
		else
		{
			if (coda > 0)
				Write(&w, w.system->coda[coda]);
			WriteOpen(&w, onset, nucleus, true, coda);
		}
		coda = sm_syllable_coda(hangul[i]);
	}
	if (coda > 0)
		Write(&w, w.system->coda[coda]);
	return (size_t) (w.out - out);
}
