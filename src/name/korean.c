#include "name/korean.h"

#include "name/hypothesis.h"

/* Read a name as a Korean person's; false if it cannot be one */
bool
sm_korean_read(SmKorean *korean, const SmText *text)
{
	bool		hanja = false;

	korean->count = 0;
	for (int i = 0; i < text->length; i++)
	{
		if (text->cp[i] >= 0xAC00 && text->cp[i] <= 0xD7A3)
			return sm_hangul_read(korean, text);
		hanja = hanja || sm_is_hanja(text->cp[i]);
	}
	if (hanja)
		return sm_hanja_read(korean, text);
	return sm_latin_read(korean, text);
}
