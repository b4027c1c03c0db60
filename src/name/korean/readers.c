/* One reader a script */
#include "name/korean/readers.h"

#include "name/korean/cyrillic.h"
#include "name/korean/hangul.h"
#include "name/korean/hanja.h"
#include "name/korean/kana.h"
#include "name/korean/latin.h"

/* One reader a script */
static bool (*const readers[SM_SCRIPTS]) (SmKorean *korean, const SmText *text) = {
	[SM_SCRIPT_LATIN] = sm_latin_read,
	[SM_SCRIPT_HANGUL] = sm_hangul_read,
	[SM_SCRIPT_HANJA] = sm_hanja_read,
	[SM_SCRIPT_CYRILLIC] = sm_cyrillic_read,
	[SM_SCRIPT_KANA] = sm_kana_read,
};

/* Read a text of one script */
bool
sm_script_read(SmKorean *korean, const SmText *text, SmScript script)
{
	return readers[script](korean, text);
}
