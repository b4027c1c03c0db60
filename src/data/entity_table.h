/* Names of characters in HTML and XML */
#ifndef SM_ENTITY_TABLE_H
#define SM_ENTITY_TABLE_H

#include <stdint.h>

/* The name of a character as pages hold it between & and ; sorted by name */
typedef struct SmEntity
{
	char		name[10];
	uint16_t	character;
} SmEntity;

extern const SmEntity sm_entities[];
extern const int sm_entity_count;

#endif
