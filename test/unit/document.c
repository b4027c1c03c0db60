/* Documents: which writings are of one number, and which numbers decide */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "name/person/document.h"
#include "harness.h"

/* Two writings, each "kind:text", and whether they have a key in common */
typedef struct Case
{
	const char *a;
	const char *b;
	bool		same;
} Case;

static const Case cases[] = {
	{"passport:745120331", "passport:745 120 331", true},
	{"passport:745120331", "passport:745-120-331", true},
	{"passport:PS472220012", "passport:ps472220012", true},
	{"passport:745120331", "passport:Russian foreign travel passport number 745120331", true},
	{"passport:286062", "passport:Jordan 286062", true},
	{"passport:XD253038", "passport:Indonesia travel document number XD253038", true},
	{"passport:XD253038", "passport:Indonesia travel document number XD 253038", true},
	{"passport:253038", "passport:Indonesia travel document number No 253038", true},
	{"passport:00745120", "passport:745120", true},
	{"national-id:7087964", "national-id:V-7087964", true},
	{"tax-id:772975847073", "national-id:772975847073, Russian TIN", true},
	{"registration:1067746", "registration:TIN 1) 1067746", true},
	{"passport:АН123456", "passport:AH123456", true},
	{"passport:７４５１２０３３１", "passport:745120331", true},
	{"passport:745120331", "passport:745120332", false},
	{"passport:AB1234567", "passport:1234567", false},
	{"passport:0000017", "passport:17", false},
	{"passport:1111111", "passport:1111111", false},
	{"passport:and National ID were", "passport:and National ID were", false},
	{"imo:IMO 9187629", "imo:9187629", true},
	{"imo:9187629", "imo:9187620", false},
	{"mmsi:445114000", "mmsi:445 114 000", true},
	{"bic:KUCBKPP1", "bic:KUCBKPP1XXX", true},
	{"bic:SHANGHAI", "bic:SHANGHAI", true},
	{"bic:KUCB1PP1", "bic:KUCB1PP1", false},
	{"lei:529900T8BM49AURSDO55", "lei:529900 T8BM49AURSDO55", true},
	{"lei:529900T8BM49AURSDO56", "lei:529900T8BM49AURSDO56", false},
	{"isin:US0378331005", "isin:us0378331005", true},
	{"isin:US0378331006", "isin:US0378331006", false},
	{"crypto-address:1AjZPMsnmpdK2Rv9KQNfMurTXinscVro9V", "crypto-address:1AjZPMsnmpdK2Rv9KQNfMurTXinscVro9V", true},
	{"crypto-address:1AjZPMsnmpdK2Rv9KQNfMurTXinscVro9V", "crypto-address:1ajzpmsnmpdk2rv9kqnfmurtxinscvro9v", false},
	{"crypto-address:0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
		"crypto-address:0x098b716b8aaf21512996dc57eb0615e2383e2f96", true},
	{"phone:+850 2 381 8888 12", "phone:0085023818888 12", true},
	{"phone:381 8888", "phone:381 8888", false},
	{"email:Info@Example.com", "email:info@example.com", true},
	{"website:https://www.example.com/", "website:example.com", true},
	{"call-sign:HMYV8", "call-sign:hmyv8", true},
	{"imo:9187629", "mmsi:9187629", false}
};

/* A document and whether it decides: by itself, in the same country */
typedef struct Decisive
{
	const char *text;
	bool		alone;
	bool		in_country;
} Decisive;

static const Decisive decisive[] = {
	{"passport:745120331", true, true},
	{"passport:A1234567", true, true},
	{"passport:286062", false, true},
	{"passport:28606", false, false},
	{"imo:9187629", true, true},
	{"phone:+850 2 381 8888 12", false, false},
	{"call-sign:HMYV8", false, false}
};

static int
KeysOf(SmDocumentKey *keys, const char *text)
{
	const char *colon = strchr(text, ':');
	const SmDocumentKind *kind = sm_document_kind(text, (size_t) (colon - text));

	return kind ? sm_document_keys(keys, kind, colon + 1, strlen(colon + 1)) : 0;
}

static bool
Share(const char *a, const char *b)
{
	SmDocumentKey x[SM_DOCUMENT_KEYS];
	SmDocumentKey y[SM_DOCUMENT_KEYS];
	int			n = KeysOf(x, a);
	int			m = KeysOf(y, b);

	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			if (strcmp(x[i].text, y[j].text) == 0)
				return true;
	return false;
}

/* Bytes of any kind make no key that another does not make again, and nothing is written past the end */
static void
TestAnything(void)
{

	for (int round = 0; round < 20000; round++)
	{
		char		text[450];
		SmDocumentKey keys[SM_DOCUMENT_KEYS];
		size_t		length = Random(sizeof(text));

		for (size_t i = 0; i < length; i++)
			text[i] = Random(4) ? "0123456789ABCxyz -/.@:"[Random(22)] : (char) Random(256);
		for (int k = 0; k < sm_document_kind_count; k++)
		{
			int			n = sm_document_keys(keys, &sm_document_kinds[k], text, length);

			for (int i = 0; i < n; i++)
				if (strlen(keys[i].text) >= SM_DOCUMENT_KEY || keys[i].bits < 0)
					Check(false, "has a key", keys[i].text, "", 0);
		}
	}
	passed++;
}

/* Of several numbers that two writings have in common the one that says most counts, wherever it stands */
static void
TestSeveral(void)
{
	static const char *const texts[] = {"registration:467323, Doc. 694710", "registration:Doc. 694710, 467323"};

	for (int i = 0; i < 2; i++)
		for (int k = 0; k < 2; k++)
		{
			SmDocumentKey a[SM_DOCUMENT_KEYS];
			SmDocumentKey b[SM_DOCUMENT_KEYS];
			int			n = KeysOf(a, texts[i]);
			const SmDocumentKey *key = sm_document_common(a, n, b, KeysOf(b, texts[k]));

			Check(key != NULL && sm_document_decides(key, false), "should decide", texts[i], texts[k], 0);
		}
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Check(Share(cases[i].a, cases[i].b) == cases[i].same, cases[i].same ? "should be the same" : "should differ",
			  cases[i].a,
			  cases[i].b, 0);
		Check(Share(cases[i].b, cases[i].a) == cases[i].same, "should commute", cases[i].a, cases[i].b, 0);
	}
	for (size_t i = 0; i < sizeof(decisive) / sizeof(decisive[0]); i++)
	{
		SmDocumentKey keys[SM_DOCUMENT_KEYS];
		int			n = KeysOf(keys, decisive[i].text);

		Check(n > 0 && sm_document_decides(&keys[0], false) == decisive[i].alone, "decides", decisive[i].text,
			  "alone", 0);
		Check(n > 0 && sm_document_decides(&keys[0], true) == decisive[i].in_country, "decides", decisive[i].text,
			  "in a country", 0);
	}
	TestSeveral();
	TestAnything();
	return Finish("document");
}
