#ifndef SANCT_FORMAT_FTM_LINE_H
#define SANCT_FORMAT_FTM_LINE_H

/* A line of a file in the model FollowTheMoney: an entity, or a fact of one */

#include "pg/list/json_lines.h"
#include "pg/list/known.h"

/* What a line is */
typedef enum FtmRole
{
	FTM_THING,					/* an entity, which may be on a list */
	FTM_PART,					/* facts of the entity that it tells */
	FTM_LINK,					/* between two entities */
	FTM_PLACE,					/* an address or a position, which entities refer to */
	FTM_OUT						/* nothing that is read */
} FtmRole;

/* A schema, with those whose properties it has as well */
typedef struct FtmSchema
{
	const char *name;
	FtmRole		role;
	const char *type;			/* of an entry; NULL: it is none */
	const char *groups;			/* fields of these groups, with blanks between */
	const char *owner;			/* property that tells whose part it is, or where a link begins; or NULL */
	const char *other;			/* where a link ends */
	const char *kind;			/* of the fact about the other end that is told where it begins */
	const char *back;			/* and of that which is told where it ends, NULL: none */
} FtmSchema;

typedef struct FtmLine
{
	const FtmSchema *schema;	/* NULL: not known */
	char	   *schema_name;
	char	   *id;
	char	   *caption;		/* or NULL */
	JsonRecord *record;			/* inner: the properties */
} FtmLine;

/* The model with what a document may hold of it */
typedef struct FtmModel FtmModel;

extern FtmModel *SanctOpenFtmModel(KnownFields *known);

/* Take a line apart, as the current one or one that was read before, into the current memory context */
extern FtmLine *SanctReadFtmLine(JsonLines *lines, StringInfo text);

/* Count what the current line has of what it may have, and note the rest; a schema that is left out is told then */
extern void SanctCountFtmLine(const FtmModel *model, FtmLine *line, int64 place);

/* Is a property one that this schema may have and that is not left out? */
extern bool SanctIsFtmProperty(const FtmModel *model, const FtmLine *line, const char *name);

/* The first value of a property, NULL if it has none */
extern char *SanctFtmText(const FtmLine *line, const char *name);

/* The values of a property, with a separator between; NULL if it has none */
extern char *SanctFtmJoined(const FtmLine *line, const char *name, const char *separator);

#endif
