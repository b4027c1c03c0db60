#ifndef SM_READING_NOTES_H
#define SM_READING_NOTES_H

#include "name/text/text.h"

extern unsigned sm_notes(const SmText *text);

#endif
