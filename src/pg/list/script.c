/* The script that a text is written in */
#include "postgres.h"

#include "pg/list/script.h"

#include "mb/pg_wchar.h"

/* Code points of a script other than Latin, in order; names are ISO 15924's */
static const struct
{
	pg_wchar	first;
	pg_wchar	last;
	const char *script;
}			script_range[] =
{
	{0x0041, 0x024F, "Latn"},
	{0x0370, 0x03FF, "Grek"},
	{0x0400, 0x052F, "Cyrl"},
	{0x0531, 0x058F, "Armn"},
	{0x0591, 0x05F4, "Hebr"},
	{0x0600, 0x077F, "Arab"},
	{0x08A0, 0x08FF, "Arab"},
	{0x0900, 0x097F, "Deva"},
	{0x0980, 0x09FF, "Beng"},
	{0x0E01, 0x0E5B, "Thai"},
	{0x1000, 0x109F, "Mymr"},
	{0x10A0, 0x10FF, "Geor"},
	{0x1100, 0x11FF, "Hang"},
	{0x1E00, 0x1EFF, "Latn"},
	{0x3040, 0x30FF, "Jpan"},
	{0x3130, 0x318F, "Hang"},
	{0x3400, 0x9FFF, "Hani"},
	{0xAC00, 0xD7A3, "Hang"},
	{0xF900, 0xFAFF, "Hani"},
	{0xFB50, 0xFEFC, "Arab"},
	{0x20000, 0x3FFFF, "Hani"},
};

/* The script of the character at a place in UTF-8; NULL if it is no letter */
const char *
SanctScriptAt(const char *utf8)
{
	pg_wchar	c = utf8_to_unicode((const unsigned char *) utf8);

	if (c < 0x80 && (c | 0x20) - 'a' >= 26)
		return NULL;
	for (int i = 0; i < lengthof(script_range); i++)
	{
		if (c >= script_range[i].first && c <= script_range[i].last)
			return script_range[i].script;
	}
	return NULL;
}

/* The script of the first letter that is not Latin, else "Latn"; NULL if there is no letter */
const char *
SanctScriptOf(const char *utf8, size_t length)
{
	const char *end = utf8 + length;
	const char *script = NULL;

	for (; utf8 < end; utf8 += pg_utf_mblen((const unsigned char *) utf8))
	{
		const char *other = SanctScriptAt(utf8);

		if (other && strcmp(other, "Latn") != 0)
			return other;
		script = other ? other : script;
	}
	return script;
}
