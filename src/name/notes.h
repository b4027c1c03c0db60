#ifndef SM_NOTES_H
#define SM_NOTES_H

#include "name/text.h"

extern unsigned sm_notes(const SmText *text);

#endif
