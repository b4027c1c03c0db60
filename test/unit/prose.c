/* Names in running texts: what is told of a text, and that nothing of it is where none may be */
#include <stdlib.h>
#include <string.h>

#include "name/prose/prose.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "harness.h"

#define TOLD_MOST 400

/* A text, what must be told in it, and whether as a person's name; NULL: nothing that a person is looked for by */
typedef struct Told
{
	const char *text;
	const char *mention;
	bool		person;
} Told;

static const Told told[] = {
	{"On Monday KIM Jong Un said so.", "KIM Jong Un", true},
	{"On Monday Kim Jong-un's sister said so.", "Kim Jong-un", true},
	{"the leader, Jong Un Kim, said", "Jong Un Kim", true},
	{"the list (Kim, Jong Un) of names", "Kim, Jong Un", true},
	{"a letter to Choe\nRyong Hae in May", "Choe\nRyong Hae", true},
	{"General Pak Jong Chon.", "Pak Jong Chon", true},
	{"INV 4711 PAYMENT TO KIM JONG UN PYONGYANG", "KIM JONG UN", true},
	{"sent money to kim jong un in may", "kim jong un", true},
	{"Vladimir Vladimirovich Putin came", "Vladimir Vladimirovich Putin", false},
	{"account at Foreign Trade Bank of Korea, Pyongyang", "Foreign Trade Bank of Korea", false},
	{"vessel CHONG CHON GANG 3 left port", "CHONG CHON GANG 3", false},
	{"조선중앙통신에 따르면 김정은은 어제", "김정은", true},
	{"국무위원장김정은이 참석했다", "김정은", true},
	{"김정은 위원장은 말했다", "김정은", true},
	{"김정은위원장께서는 말씀하셨다", "김정은", true},
	{"김 정은 위원장은 말했다", "김 정은", true},
	{"최휘 위원장이 참석했다", "최휘", true},
	{"据报道朝鲜领导人金正恩于昨天访问了中国", "金正恩", true},
	{"外務省の崔善姫氏は昨日", "崔善姫", true},
	{"首相のキム・ジョンウンは", "キム・ジョンウン", true},
	{"встретил Ким Чен Ына в Москве", "Ким Чен Ын", true},
	{"сообщил Ким Чен Ын вчера", "Ким Чен Ын", true},
	{"Ｋｉｍ Jong Un", "Ｋｉｍ Jong Un", true},
	/* further syllables, a company's word, small letters in prose */
	{"said Kim Jong Un Hyok Chol Nam of the ministry", NULL, true},
	{"shares of Kim Jong Un Trading fell", NULL, true},
	{"he can do no more than go", NULL, true},
	{"我们在北京大学学习", NULL, true},
	{"The Man In The Moon", NULL, true},
	{"", NULL, true},
	{"\xFF\xFE\x80", NULL, true}
};

/* What is told of a text */
typedef struct Telling
{
	const char *text;
	size_t		length;
	int			count;
	size_t		from[TOLD_MOST];
	size_t		to[TOLD_MOST];
	bool		person[TOLD_MOST];
	int			stop_at;
} Telling;

static bool
Tell(void *context, const SmMention *mention)
{
	Telling    *telling = context;

	Check(mention->from < mention->to && mention->to <= telling->length, "is a part of the text", telling->text, NULL,
		  (int) mention->from);
	Check(sm_similarity(mention->reading, mention->reading) == SM_SIMILARITY_ONE, "reads as a name", telling->text, NULL,
		  (int) mention->from);
	if (telling->count < TOLD_MOST)
	{
		telling->from[telling->count] = mention->from;
		telling->to[telling->count] = mention->to;
		telling->person[telling->count++] = mention->person;
	}
	return telling->count != telling->stop_at;
}

static void
TestTold(const Told *t)
{
	Telling		telling = {.text = t->text, .length = strlen(t->text)};
	int			persons = 0;
	bool		found = false;

	sm_prose_scan(t->text, telling.length, Tell, &telling);
	for (int i = 0; i < telling.count; i++)
	{
		size_t		length = telling.to[i] - telling.from[i];

		persons += telling.person[i];
		found |= t->mention && length == strlen(t->mention) && telling.person[i] == t->person &&
			memcmp(t->text + telling.from[i], t->mention, length) == 0;
	}
	if (t->mention)
		Check(found, "names", t->text, t->mention, telling.count);
	else
		Check(persons == 0, "names nobody", t->text, NULL, persons);
}

/* A name is found wherever it stands in a long text, and the scan ends when it is told to */
static void
TestLong(void)
{
	static const char filler[] = "It was a fine day at the sea and nobody spoke of it. ";
	static const char name[] = "KIM Jong Un";
	size_t		size = 40000;
	char	   *text = malloc(size + sizeof(filler) + sizeof(name));

	for (int round = 0; round < 50; round++)
	{
		size_t		length = 0;
		size_t		places[100];
		int			n = 0;
		Telling		telling = {.text = "a long text", .stop_at = round % 3 ? 0 : 1};

		while (length < size)
		{
			memcpy(text + length, filler, sizeof(filler) - 1);
			length += sizeof(filler) - 1;
			if (Random(40) == 0 && n < 100)
			{
				places[n++] = length;
				memcpy(text + length, name, sizeof(name) - 1);
				length += sizeof(name) - 1;
				memcpy(text + length, ". ", 2);
				length += 2;
			}
		}
		telling.length = length;
		sm_prose_scan(text, length, Tell, &telling);
		if (telling.stop_at)
			Check(telling.count <= 1, "stops", "a long text", NULL, telling.count);
		for (int i = 0; i < n && !telling.stop_at; i++)
		{
			bool		found = false;

			for (int k = 0; k < telling.count; k++)
				found |= telling.from[k] == places[i] && telling.to[k] == places[i] + sizeof(name) - 1;
			Check(found, "is found in", "a long text", name, (int) places[i]);
		}
	}
	free(text);
}

/* Bytes of any kind are read to the end and no further */
static void
TestBytes(void)
{
	static const char *const pieces[] = {"Kim ", "Jong", "-", "un", " ", "김", "정은", "金", "正恩", "Ким ", "Чен ", "キム", "・", "\n",
	".", ",", "'s", "\xE3", "\xF0\x9F", "\xCC\x81", "은", "위원장", "7", "Bank ", "of "};

	for (int round = 0; round < 4000; round++)
	{
		char		text[2000] = "";
		Telling		telling = {.text = text};

		for (uint32_t n = Random(60); n > 0; n--)
			strcat(text, pieces[Random(COUNT(pieces))]);
		telling.length = strlen(text);
		sm_prose_scan(text, telling.length, Tell, &telling);
	}
	passed++;
}

int
main(void)
{
	for (int i = 0; i < COUNT(told); i++)
		TestTold(&told[i]);
	TestLong();
	TestBytes();
	return Finish("prose");
}
