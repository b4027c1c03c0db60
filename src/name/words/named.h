/* What a name is of */
#ifndef SM_WORDS_NAMED_H
#define SM_WORDS_NAMED_H

typedef enum SmNamed
{
	SM_NAMED_UNKNOWN,
	SM_NAMED_PERSON,
	SM_NAMED_THING				/* an organisation, a vessel, an aircraft */
} SmNamed;

#endif
