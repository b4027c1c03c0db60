#include "name/romanize.h"

#include <limits.h>
#include <string.h>

#include "data/hangul_table.h"
#include "data/romanize_table.h"
#include "name/korean.h"

/* A syllable of three bytes may become a blank, an onset, a nucleus and a coda */
_Static_assert(3 * SM_ROMAN_GROWTH >= 3 * SM_ROMAN_JAMO_MAX, "SM_ROMAN_GROWTH is too small");

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
	bool		marks;			/* write breves */
	bool		in_word;		/* the next syllable goes on with a word */
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
Decode(const char *p, const char *end)
{
	uint32_t	c;

	if (end - p < 3 || (p[0] & 0xF0) != 0xE0 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
		return 0;
	c = (uint32_t) (p[0] & 15) << 12 | (uint32_t) (p[1] & 63) << 6 | (uint32_t) (p[2] & 63);
	return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xAC00 && c <= 0xD7A3) ? c : 0;
}

/* The syllable at p, composed or in conjoining jamo, and the bytes it has; 0 if there is none */
static int
TakeSyllable(const char *p, const char *end, uint32_t *syllable)
{
	uint32_t	c = Decode(p, end);
	uint32_t	next;
	int			bytes = 3;

	if (c >= 0x1100 && c <= 0x1112)
	{
		next = Decode(p + 3, end);
		if (next < 0x1161 || next > 0x1175)
			return 0;
		c = 0xAC00 + ((c - 0x1100) * 21 + (next - 0x1161)) * 28;
		bytes = 6;
	}
	if (c < 0xAC00)
		return 0;
	next = Decode(p + bytes, end);
	if ((c - 0xAC00) % 28 == 0 && next >= 0x11A8 && next <= 0x11C2)
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

/* Is this syllable a surname as somebody writes it? */
static bool
IsShortSurname(uint32_t c)
{
	int			lo = 0;
	int			hi = sm_written_count;

	while (lo < hi)
	{
		int			mid = (lo + hi) / 2;

		if (sm_written[mid].hangul == c)
			return sm_written[mid].surname_cost != SM_NEVER;
		if (sm_written[mid].hangul < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return false;
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
	return (run->count == 1 && IsShortSurname(run->syllable[0])) ||
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
		(!IsShortSurname(run->syllable[0]) || ReadsLong(run)))
		return 2;
	return IsShortSurname(run->syllable[0]) && run->count <= 1 + SM_GIVEN_MAX ? 1 : 0;
}

/* Write a spelling; the first letter of a word is a capital */
static void
Write(Writer *w, const char *spelling)
{
	for (; *spelling; spelling++)
	{
		char		c = *spelling;

		if (c == '\305')
		{
			/* o and u with breve; the capital is the code point before */
			bool		is_o = *++spelling == '\217';

			if (w->marks)
			{
				*w->out++ = c;
				*w->out++ = (char) (*spelling - !w->in_word);
				w->in_word = true;
				continue;
			}
			c = is_o ? 'o' : 'u';
		}
		*w->out++ = (char) (w->in_word || c < 'a' || c > 'z' ? c : c - 'a' + 'A');
		w->in_word = true;
	}
}

/* What is written for a coda and the onset after it in the same word */
static void
WriteJoint(Writer *w, int coda, int onset)
{
	coda = sm_coda_heard[coda];

	for (int i = 0; i < sm_joint_count; i++)
	{
		const SmJoint *j = &sm_joints[i];

		if (&sm_romanisations[j->system] == w->system && j->coda == coda && j->onset == onset)
		{
			Write(w, j->written);
			return;
		}
	}
	Write(w, w->system->coda[coda]);
	Write(w, sm_coda_voices[coda] ? w->system->voiced[onset] : w->system->onset[onset]);
}

/*
 * Write at most count syllables from p on as one word; returns where they end.  A coda waits for
 * the onset that follows it.
 */
static const char *
WriteWord(Writer *w, const char *p, const char *end, int count)
{
	int			coda = -1;

	w->in_word = false;
	while (p < end && count-- > 0)
	{
		uint32_t	syllable;

		p += TakeSyllable(p, end, &syllable);
		syllable -= 0xAC00;
		if (coda < 0)
			Write(w, w->system->onset[syllable / 588]);
		else
			WriteJoint(w, coda, (int) (syllable / 588));
		Write(w, w->system->nucleus[syllable % 588 / 28]);
		coda = (int) (syllable % 28);
	}
	Write(w, w->system->coda[coda]);
	return p;
}

/* Write a run in its role; what is too long for a name is one word */
static void
WriteRun(Writer *w, const Run *run, Role role)
{
	const char *p = run->start;
	int			surname = role == ROLE_NAME ? SurnameLength(run) : role == ROLE_SURNAME ? run->count : 0;
	bool		joined = w->system->joined || run->count - surname > SM_GIVEN_MAX;

	if (surname > 0)
		p = WriteWord(w, p, run->end, surname);
	while (p < run->end)
	{
		if (p > run->start)
			*w->out++ = ' ';
		p = WriteWord(w, p, run->end, joined ? INT_MAX : 1);
	}
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
 * Write the Hangul of a text in Latin letters, surnames apart from given names, and leave the
 * rest as it is.  Without marks o and u stand for their forms with breve.  The buffer has room
 * for SM_ROMAN_GROWTH * length bytes; returns how many were written.  No terminating 0.
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
