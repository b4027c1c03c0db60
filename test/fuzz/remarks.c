/*
 * Fuzz target of the remarks parser: the input is the remarks of an entry, whole and cut off; if it holds
 * tabs, it is also the parts that OFAC's other files give in elements.  Run by make fuzz.
 */
#include "harness.h"

#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/format/ofac_remarks.h"

/* An importer ends here */
Datum
SanctPublishRelease(FunctionCallInfo fcinfo, ListRelease *release)
{
	return (Datum) 0;
}

static ListRelease *
NewRelease(void)
{
	return SanctStartRelease("remarks", "remarks", "nobody");
}

/* Takes remarks apart, of a person and of a vessel */
static void
ParseRemarks(void *arg)
{
	ListRelease *release = NewRelease();
	static const char *const type[] = {"person", "vessel"};

	for (int i = 0; i < 4; i++)
	{
		ListEntry  *entry = SanctAddEntry(release, psprintf("%d", i), i);
		char	   *copy = pstrdup(arg);

		entry->type = type[i & 1];
		SanctReadOfacRemarks(release, entry, copy, i >= 2);
		Demand(strcmp(copy, arg) == 0, "remarks stay as they are");
		pfree(copy);
		SanctEndEntry(release, entry);
	}
	SanctCloseRelease(release);
}

/* Adds the parts of a remark: text, value, country, note, uid */
static void
AddParts(void *arg)
{
	ListRelease *release = NewRelease();
	ListEntry  *entry = SanctAddEntry(release, "1", 1);
	char	   *rest = pstrdup(arg);
	const char *part[5] = {NULL};

	entry->type = "person";
	for (int i = 0; i < 5 && rest; i++)
	{
		char	   *next = strchr(rest, '\t');

		if (next)
			*next++ = '\0';
		part[i] = pstrdup(rest);
		rest = next;
	}
	if (part[1])
		SanctAddOfacRemark(release, entry, (ListFact) {
			.kind = part[0], .value = part[1], .country = part[2], .note = part[3], .uid = part[4]
		});
	SanctEndEntry(release, entry);
	SanctCloseRelease(release);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	char	   *text = strndup((const char *) bytes, length);

	stub_run(ParseRemarks, text);
	stub_reset_memory();
	stub_run(AddParts, text);
	stub_reset_memory();
	free(text);
	return 0;
}
