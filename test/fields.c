/*
 * Measures what is found of fields that hold a listed name and something beside it: make fields.
 * Reads the rows of test/fields_gen, columns group, kind, words, number of the entry, field; prints the share that is
 * found by both sides read as fields, as %~ does, and by the list's names read whole, as screening does.  With "noise"
 * for a third argument the rows are of people who are not listed, and what alerts is printed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "name/field/field.h"
#include "name/lookup/names_index.h"
#include "name/lookup/names_search.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/weight.h"

#define NAMES_MAX 60000
#define NUMBERS_MAX 100000
#define ROWS_MAX 400
#define LINE_MAX_BYTES 16000

/* A listed name and the number of its entry */
typedef struct Listed
{
	int			entry;
	char	   *name;
} Listed;

/* The names of a list as they are read, and an index of them */
typedef struct List
{
	const char *what;
	SmReadLevel level;			/* of the names of the list */
	SmReadLevel subject;		/* of what is looked up */
	uint8_t    *readings;
	uint32_t	offset[NAMES_MAX];
	SmNamesIndex index;
	SmNamesSearch search;
} List;

/* Fields of one group, kind and set of words */
typedef struct Row
{
	char		group[40];
	char		kind[40];
	char		words[16];
	int			fields;
	int			found[2];
} Row;

static Listed listed[NAMES_MAX];
static uint32_t names;
static SmNamed named[NUMBERS_MAX];
static Row	rows[ROWS_MAX];
static int	row_count;
static double read_time;
static double find_time;

static void *
Allocate(size_t size)
{
	return malloc(size);
}

static void
Pause(void)
{
}

static const SmMemory memory = {Allocate, free, Pause};

static double
Microseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double) t.tv_sec * 1e6 + (double) t.tv_nsec / 1e3;
}

/* Take the next column of a row of CSV; its quotes are undone in their place */
static char *
NextColumn(char **line)
{
	char	   *start = *line;
	char	   *out = start;
	char	   *in = start;
	bool		quoted = *in == '"';

	in += quoted;
	for (; *in && (quoted || (*in != ',' && *in != '\n' && *in != '\r')); in++)
	{
		if (quoted && *in == '"' && *++in != '"')
			break;
		*out++ = *in;
	}
	in += *in == ',';
	*line = in;
	*out = '\0';
	return start;
}

/* Read the names of a file of OFAC's: entry in the first column, name and type in these */
static void
ReadList(const char *directory, const char *file, int name_column, int type_column)
{
	char		path[512];
	char		line[LINE_MAX_BYTES];
	FILE	   *in;

	snprintf(path, sizeof(path), "%s/%s", directory, file);
	in = fopen(path, "r");
	while (in != NULL && fgets(line, sizeof(line), in) != NULL && names < NAMES_MAX)
	{
		char	   *rest = line;
		char	   *column[4];
		int			entry;

		for (int i = 0; i < 4; i++)
			column[i] = NextColumn(&rest);
		entry = atoi(column[0]);
		if (entry <= 0 || entry >= NUMBERS_MAX)
			continue;
		if (type_column >= 0)
			named[entry] = strcmp(column[type_column], "individual") == 0 ? SM_NAMED_PERSON : SM_NAMED_THING;
		listed[names++] = (Listed) {entry, strdup(column[name_column])};
	}
	if (in != NULL)
		fclose(in);
}

/* Read the names and make the index of them */
static void
BuildList(List *list)
{
	uint32_t	end = 0;

	list->readings = malloc((names + (size_t) 1) * SM_READING_MAX);
	for (uint32_t i = 0; i < names; i++)
	{
		int			n = sm_read_as(list->readings + (size_t) SM_READING_UNIT * end, listed[i].name,
								   strlen(listed[i].name), (SmReadAs) {list->level, named[listed[i].entry]}, NULL);

		list->offset[i] = end;
		end += ((uint32_t) n + SM_READING_UNIT - 1) / SM_READING_UNIT;
	}
	sm_names_index_build(&list->index, &memory, &(SmReadings) {list->readings, list->offset, names}, SM_THRESHOLD);
	sm_names_search_start(&list->search, &list->index, &memory);
}

/* Look a field up; returns how many names match, which stand in the index */
static uint32_t
Find(List *list, const char *field)
{
	uint8_t		reading[SM_READING_MAX];
	double		start = Microseconds();
	double		read;
	uint32_t	found;

	sm_read_as(reading, field, strlen(field), (SmReadAs) {list->subject, SM_NAMED_UNKNOWN}, NULL);
	read = Microseconds();
	found = sm_names_search_find(&list->search, reading, SM_THRESHOLD);
	read_time += read - start;
	find_time += Microseconds() - read;
	return found;
}

/* Is an entry among the names found last? */
static bool
HasEntry(const List *list, uint32_t found, int entry)
{
	for (uint32_t i = 0; i < found; i++)
		if (listed[list->search.found[i]].entry == entry)
			return true;
	return false;
}

/* The row of a group, kind and set of words */
static Row *
RowOf(const char *group, const char *kind, const char *words)
{
	for (int i = 0; i < row_count; i++)
		if (strcmp(rows[i].group, group) == 0 && strcmp(rows[i].kind, kind) == 0 && strcmp(rows[i].words, words) == 0)
			return &rows[i];
	if (row_count == ROWS_MAX)
		exit(1);
	snprintf(rows[row_count].group, sizeof(rows[0].group), "%s", group);
	snprintf(rows[row_count].kind, sizeof(rows[0].kind), "%s", kind);
	snprintf(rows[row_count].words, sizeof(rows[0].words), "%s", words);
	return &rows[row_count++];
}

/* \n in a field is the end of a line */
static void
Unescape(char *field)
{
	for (char *at = field; (at = strstr(at, "\\n")) != NULL;)
	{
		*at = '\n';
		memmove(at + 1, at + 2, strlen(at + 2) + 1);
	}
}

/* Read the fields and look each of them up; returns how many there are */
static int
Measure(List *lists, bool noise)
{
	char		line[LINE_MAX_BYTES];
	int			fields = 0;

	for (; fgets(line, sizeof(line), stdin) != NULL; fields++)
	{
		char	   *column[5];
		char	   *rest = line;

		line[strcspn(line, "\n")] = '\0';
		for (int i = 0; i < 5; i++)
			column[i] = strsep(&rest, "\t");
		if (column[4] == NULL)
			continue;
		Unescape(column[4]);
		for (int i = 0; i < 2; i++)
		{
			uint32_t	found = Find(&lists[i], column[4]);
			Row		   *row = RowOf(column[0], column[1], column[2]);

			row->fields += i;
			row->found[i] += noise ? found > 0 : HasEntry(&lists[i], found, atoi(column[3]));
			if (noise && i == 1 && found > 0)
				printf("%s\t%s\n", column[4], listed[lists[1].search.found[0]].name);
		}
	}
	return fields;
}

/* The share found of rows of a group and set of words, of one kind or of all */
static void
PrintRows(const char *group, const char *kind, const char *words)
{
	Row			sum = {.fields = 0};

	for (int i = 0; i < row_count; i++)
		if (strcmp(rows[i].group, group) == 0 && strcmp(rows[i].words, words) == 0 &&
			(kind == NULL || strcmp(rows[i].kind, kind) == 0))
		{
			sum.fields += rows[i].fields;
			sum.found[0] += rows[i].found[0];
			sum.found[1] += rows[i].found[1];
		}
	if (sum.fields > 0)
		printf("%-18s %-24s %-7s %6d %8.3f %8.3f\n", group, kind ? kind : "ALL", words, sum.fields,
			   (double) sum.found[0] / sum.fields, (double) sum.found[1] / sum.fields);
}

int
main(int argc, char **argv)
{
	static List lists[2] = {
		{.what = "fields", .level = SM_READ_FIELD, .subject = SM_READ_FIELD},
		{.what = "screening", .level = SM_READ_WHOLE, .subject = SM_READ_SCREENING}
	};
	bool		noise = argc > 2 && strcmp(argv[2], "noise") == 0;
	int			fields;

	if (argc < 2)
		return 1;
	ReadList(argv[1], "OFAC_SDN.csv", 1, 2);
	ReadList(argv[1], "OFAC_ALT.csv", 3, -1);
	BuildList(&lists[0]);
	BuildList(&lists[1]);
	fields = Measure(lists, noise);
	printf("%-18s %-24s %-7s %6s %8s %8s\n", "group", "kind", "words", "fields", lists[0].what, lists[1].what);
	for (int i = 0; i < row_count; i++)
		PrintRows(rows[i].group, rows[i].kind, rows[i].words);
	for (int i = 0; i < row_count; i++)
		if (i == 0 || strcmp(rows[i].group, rows[i - 1].group) != 0 || strcmp(rows[i].words, rows[i - 1].words) != 0)
		{
			bool		first = true;

			for (int k = 0; k < i; k++)
				first = first && (strcmp(rows[i].group, rows[k].group) != 0 || strcmp(rows[i].words, rows[k].words) != 0);
			if (first)
				PrintRows(rows[i].group, NULL, rows[i].words);
		}
	printf("%u listed names, %d fields, %.1f us read and %.1f us found a field\n", names, fields,
		   read_time / (2 * fields + 1), find_time / (2 * fields + 1));
	return 0;
}
