/* A name in letters of other scripts as one in the letters that words are kept in: each word by its script's reader */
#include "name/script/transcript.h"

#include "name/script/abjad.h"
#include "name/script/devanagari.h"
#include "name/script/digraph.h"
#include "name/script/letters.h"
#include "name/script/thai.h"

/* Is it a letter that a reader of another script reads? */
bool
sm_is_transcribed(uint32_t c)
{
	return sm_is_abjad(c) || sm_has_digraphs(c) || sm_is_devanagari(c) || sm_is_thai(c);
}

/* Is it one that is read, but so that every second name is missed?  Nobody shall take such a name for looked at */
bool
sm_is_guessed(uint32_t c)
{
	return sm_is_thai(c);
}

/* Does a text hold letters that are read? */
static bool
HasTranscribed(const SmText *text)
{
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		/* none of them is Cyrillic */
		if (c >= 0x370 && c < 0x1100 && (c < 0x400 || c >= 0x530) && sm_is_transcribed(c))
			return true;
	}
	return false;
}

/* Transcribe a text that has something to be transcribed; meant is that of sm_abjad_transcribe */
static void
Transcribe(SmText *out, const SmText *text, bool *meant)
{
	sm_transcript_start(out, text);
	for (int i = 0; i < text->length;)
	{
		uint32_t	c = text->cp[i];

		if (sm_is_abjad(c))
			i = sm_abjad_transcribe(out, text, i, meant);
		else if (sm_has_digraphs(c))
			i = sm_digraph_transcribe(out, text, i);
		else if (sm_is_devanagari(c))
			i = sm_devanagari_transcribe(out, text, i);
		else if (sm_is_thai(c))
			i = sm_thai_transcribe(out, text, i);
		else
			sm_transcript_add(out, c, text->upper[i++]);
	}
}

/* Transcribe a text; false, and nothing is written, if there is nothing in it to be transcribed */
bool
sm_transcribe(SmText *out, const SmText *text)
{
	if (text->ascii || !HasTranscribed(text))
		return false;
	Transcribe(out, text, NULL);
	return true;
}

/* The same with words of bodies by what they mean; false if there is none among its words */
bool
sm_transcribe_meant(SmText *out, const SmText *text)
{
	bool		meant = false;

	if (text->ascii || !HasTranscribed(text))
		return false;
	Transcribe(out, text, &meant);
	return meant;
}
