/* What each format of a list may hold: elements, attributes, columns */
#ifndef SM_LIST_FIELD_TABLE_H
#define SM_LIST_FIELD_TABLE_H

typedef enum SmListPresence
{
	SM_LIST_KEY,				/* a file cannot be read without it */
	SM_LIST_MUST,				/* where its element stands it does too, somewhere in a whole file */
	SM_LIST_MAY,
	SM_LIST_OUT					/* left out */
} SmListPresence;

/* Bytes of the longest name, and its end; no pointers, which loading would have to change */
#define SM_LIST_NAME 64

/* An element, an attribute (its name begins with @) or a column (names between bars, a star for any begin) */
typedef struct SmListField
{
	char		name[SM_LIST_NAME];
	int			inside;			/* group of what stands in it, -1: nothing does */
	SmListPresence presence;
} SmListField;

/* What stands in an element, or the columns of a file, "-" where there is one file */
typedef struct SmListGroup
{
	char		name[SM_LIST_NAME];
	int			first;			/* of its fields */
	int			count;
} SmListGroup;

/* A format, named as its import; the first group of one in XML is the root element alone */
typedef struct SmListFormat
{
	const char *name;
	int			first;			/* of its groups */
	int			count;
} SmListFormat;

extern const SmListField sm_list_fields[];
extern const SmListGroup sm_list_groups[];
extern const SmListFormat sm_list_formats[];
extern const int sm_list_format_count;

#endif
