/*
 * The extension's own objects: schema, types, tables, functions, found once and by what cannot be forged
 *
 * A call begins with a function that PostgreSQL has called, known by its OID.  Only superusers make functions
 * of language C, so its owner and its schema can be trusted.  The schema's owner may be anybody: he can rename
 * the schema and put another one of that name in its place, create objects in it, and make objects of his
 * members of the extension.  He cannot give an object to the function's owner, nor rename, drop or change
 * one that belongs to him.  So an object is the extension's own if it
 *
 * - stands in the schema with the function's OID of a schema, under its name there,
 * - belongs to the owner of the function,
 * - is a member of the same extension,
 * - is of the right kind, and its columns or arguments are of the right types.
 *
 * Nothing here turns an OID into a name and back, and statements that run with the owner's rights are SQL
 * functions whose bodies were bound to objects when they were created, called by OID.
 */
#include "postgres.h"

#include "pg/base/extension.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/pg_am.h"
#include "catalog/pg_attribute.h"
#include "catalog/pg_class.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_language.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "nodes/primnodes.h"
#include "utils/builtins.h"
#include "utils/catcache.h"
#include "utils/fmgroids.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/syscache.h"

/* A column that is read in C */
typedef struct OwnColumn
{
	const char *name;
	Oid			type;			/* InvalidOid: sanct_role[] */
	bool		nullable;		/* else it is read without a look for NULL */
} OwnColumn;

/* The tables; the order of columns is that of the enumerations in extension.h */
static const struct
{
	const char *name;
	OwnColumn	column[OWN_COLUMNS];
}			own_tables[OWN_TABLES] = {
	[OWN_LIST] = {"sanct_list", {{"id", INT4OID}, {"code", TEXTOID}, {"readers", NAMEARRAYOID, true},
	{"publisher", TEXTOID}, {"reader_roles", InvalidOid, true}}},
	[OWN_RELEASE] = {"sanct_release", {{"id", INT8OID}, {"list_id", INT4OID}, {"imported_at", TIMESTAMPTZOID},
	{"entries", INT8OID}, {"names", INT8OID}, {"published", DATEOID, true}, {"sha256", TEXTARRAYOID},
	{"aliases", INT8OID, true}, {"birth_dates", INT8OID, true}, {"documents", INT8OID, true},
	{"unfindable_names", INT8OID}, {"undoes", INT8OID, true}}},
	[OWN_ENTRY] = {"sanct_entry", {{"id", INT8OID}, {"list_id", INT4OID}, {"list_uid", TEXTOID}, {"type", TEXTOID},
	{"programs", TEXTARRAYOID}, {"primary_name", TEXTOID}, {"listed_in", INT8OID}, {"changed_in", INT8OID},
	{"delisted_in", INT8OID, true}, {"digest", BYTEAOID}, {"substance", BYTEAOID, true},
	{"substance_in", INT8OID, true}}},
	[OWN_NAME] = {"sanct_name", {{"id", INT8OID}, {"entry_id", INT8OID}, {"name", TEXTOID}, {"weak", BOOLOID},
	{"since", INT8OID, true}}},
	[OWN_PAST_ENTRY] = {"sanct_past_entry", {{"entry_id", INT8OID}, {"type", TEXTOID}, {"programs", TEXTARRAYOID},
	{"primary_name", TEXTOID}, {"since", INT8OID}, {"until", INT8OID}}},
	[OWN_PAST_NAME] = {"sanct_past_name", {{"id", INT8OID}, {"entry_id", INT8OID}, {"name", TEXTOID},
	{"weak", BOOLOID}, {"since", INT8OID, true}, {"until", INT8OID}}},
	[OWN_ALERT] = {"sanct_alert", {{"id", INT8OID}, {"list", TEXTOID, true}}},
	[OWN_IDENTIFIER] = {"sanct_identifier", {{"entry_id", INT8OID}, {"kind", TEXTOID}, {"value", TEXTOID, true},
	{"country", TEXTOID, true}, {"note", TEXTOID, true}, {"since", INT8OID, true}}},
	[OWN_PAST_IDENTIFIER] = {"sanct_past_identifier", {{"entry_id", INT8OID}, {"kind", TEXTOID},
	{"value", TEXTOID, true}, {"country", TEXTOID, true}, {"note", TEXTOID, true}, {"since", INT8OID, true},
	{"until", INT8OID}}},
	[OWN_LINK] = {"sanct_link", {{"entry_id", INT8OID}, {"other_id", INT8OID}}},
	[OWN_STATE] = {"sanct_state", {{"id", INT8OID}}},
};

/* Extensions by the function that they were found by, and own functions ready to be called by their OID */
static HTAB *extensions = NULL;
static HTAB *functions = NULL;

/* An own function, ready to be called */
typedef struct ReadyFunction
{
	Oid			oid;			/* must be first: key of a hash table */
	FmgrInfo	flinfo;
	MemoryContext context;		/* of all that it keeps */
	bool		running;
	bool		broken;			/* an error has ended it in the middle: what it keeps must not be used again */
} ReadyFunction;

/* Functions or types have changed: all is to be found anew */
static void
CatalogChanged(Datum arg, int cache, uint32 hash)
{
	HASH_SEQ_STATUS status;
	Extension  *extension;

	hash_seq_init(&status, extensions);
	while ((extension = hash_seq_search(&status)) != NULL)
		extension->found = false;
}

/* A relation has changed; of our own the columns may have */
static void
OwnRelationChanged(Datum arg, Oid relation)
{
	HASH_SEQ_STATUS status;
	Extension  *extension;

	hash_seq_init(&status, extensions);
	while ((extension = hash_seq_search(&status)) != NULL)
		for (int i = 0; i < OWN_TABLES; i++)
			if (!OidIsValid(relation) || extension->table[i] == relation)
				extension->found = false;
}

/* Make the tables of what has been found, once a backend */
static void
StartFinding(void)
{
	HASHCTL		control = {.keysize = sizeof(Oid), .entrysize = sizeof(Extension), .hcxt = CacheMemoryContext};

	if (extensions != NULL)
		return;
	extensions = hash_create("sanctmatch extensions", 8, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	control.entrysize = sizeof(ReadyFunction);
	functions = hash_create("sanctmatch functions", 32, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	CacheRegisterSyscacheCallback(PROCOID, CatalogChanged, (Datum) 0);
	CacheRegisterSyscacheCallback(TYPEOID, CatalogChanged, (Datum) 0);
	CacheRegisterRelcacheCallback(OwnRelationChanged, (Datum) 0);
}

/* Complains of an object that is not there as the extension made it */
static void
NotFound(const char *kind, const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("%s \"%s\" of extension sanctmatch is not as this version of the module expects it", kind, name),
			 errdetail("It is missing, or its owner, schema, kind or types are others."),
			 errhint("After an update of the package run ALTER EXTENSION sanctmatch UPDATE.")));
}

/* The type of that name among the extension's own */
static Oid
FindType(const Extension *extension, const char *name)
{
	HeapTuple	tuple = SearchSysCache2(TYPENAMENSP, CStringGetDatum(name), ObjectIdGetDatum(extension->schema));
	Oid			oid = InvalidOid;

	if (HeapTupleIsValid(tuple))
	{
		Form_pg_type type = (Form_pg_type) GETSTRUCT(tuple);

		if (type->typowner == extension->owner && type->typtype == TYPTYPE_BASE && type->typisdefined)
			oid = type->oid;
		ReleaseSysCache(tuple);
	}
	if (!OidIsValid(oid) || getExtensionOfObject(TypeRelationId, oid) != extension->oid)
		NotFound("type", name);
	return oid;
}

/* See extension.h */
Oid
SanctFindOwnC(const Extension *extension, const char *name, const Oid *types, int count)
{
	HeapTuple	tuple = SearchSysCache3(PROCNAMEARGSNSP, CStringGetDatum(name),
										PointerGetDatum(buildoidvector(types, count)),
										ObjectIdGetDatum(extension->schema));
	Oid			oid = InvalidOid;

	if (HeapTupleIsValid(tuple))
	{
		Form_pg_proc proc = (Form_pg_proc) GETSTRUCT(tuple);

		if (proc->proowner == extension->owner && proc->prolang == ClanguageId)
			oid = proc->oid;
		ReleaseSysCache(tuple);
	}
	if (!OidIsValid(oid) || getExtensionOfObject(ProcedureRelationId, oid) != extension->oid)
		NotFound("function", name);
	return oid;
}

/* Note a column that the catalog has of a table, if it is read in C and is of the type and as full as is expected */
static void
TakeColumn(Extension *extension, OwnTable table, Form_pg_attribute attribute)
{
	for (int i = 0; i < OWN_COLUMNS && own_tables[table].column[i].name != NULL; i++)
	{
		Oid			type = own_tables[table].column[i].type;

		if (strcmp(own_tables[table].column[i].name, NameStr(attribute->attname)) != 0)
			continue;
		if (!OidIsValid(type))
			type = get_array_type(extension->role_type);
		if (attribute->atttypid == type && (attribute->attnotnull || own_tables[table].column[i].nullable))
			extension->column[table][i] = attribute->attnum;
	}
}

/*
 * Find the columns of a table; false if one is missing, of another type, or may be NULL and was not.  They are read
 * from the catalog at once: one by one they would fill its cache, which each new connection would pay for.
 */
static bool
FindColumns(Extension *extension, OwnTable table)
{
	Relation	attributes = table_open(AttributeRelationId, AccessShareLock);
	ScanKeyData key[2];
	SysScanDesc scan;
	HeapTuple	tuple;

	ScanKeyInit(&key[0], Anum_pg_attribute_attrelid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(extension->table[table]));
	ScanKeyInit(&key[1], Anum_pg_attribute_attnum, BTGreaterStrategyNumber, F_INT2GT, Int16GetDatum(0));
	scan = systable_beginscan(attributes, AttributeRelidNumIndexId, true, NULL, lengthof(key), key);
	memset(extension->column[table], 0, sizeof(extension->column[table]));
	while ((tuple = systable_getnext(scan)) != NULL)
		if (!((Form_pg_attribute) GETSTRUCT(tuple))->attisdropped)
			TakeColumn(extension, table, (Form_pg_attribute) GETSTRUCT(tuple));
	systable_endscan(scan);
	table_close(attributes, AccessShareLock);
	for (int i = 0; i < OWN_COLUMNS && own_tables[table].column[i].name != NULL; i++)
		if (extension->column[table][i] == InvalidAttrNumber)
			return false;
	return true;
}

/* Find a table among the extension's own */
static void
FindTable(Extension *extension, OwnTable table)
{
	const char *name = own_tables[table].name;
	Oid			oid = get_relname_relid(name, extension->schema);
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(oid));
	bool		own = false;

	if (HeapTupleIsValid(tuple))
	{
		Form_pg_class class = (Form_pg_class) GETSTRUCT(tuple);

		own = class->relowner == extension->owner && class->relkind == RELKIND_RELATION;
		ReleaseSysCache(tuple);
	}
	extension->table[table] = oid;
	if (!own || getExtensionOfObject(RelationRelationId, oid) != extension->oid || !FindColumns(extension, table))
		NotFound("table", name);
}

/* See extension.h */
const Extension *
SanctExtensionOf(Oid function)
{
	Extension  *extension;
	HeapTuple	tuple;
	bool		known;

	StartFinding();
	extension = hash_search(extensions, &function, HASH_ENTER, &known);
	if (known && extension->found)
		return extension;
	memset(extension, 0, sizeof(Extension));
	extension->function = function;
	extension->oid = getExtensionOfObject(ProcedureRelationId, function);
	tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
	if (!HeapTupleIsValid(tuple) || !OidIsValid(extension->oid))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("function belongs to no extension"),
				 errhint("Call the function that CREATE EXTENSION has made.")));
	extension->schema = ((Form_pg_proc) GETSTRUCT(tuple))->pronamespace;
	extension->owner = ((Form_pg_proc) GETSTRUCT(tuple))->proowner;
	ReleaseSysCache(tuple);
	/* what is told while the rest is being looked up counts from the next call on */
	extension->found = true;
	PG_TRY();
	{
		extension->query_type = FindType(extension, "sanct_query");
		extension->reading_type = FindType(extension, "sanct_reading");
		extension->role_type = FindType(extension, "sanct_role");
		extension->match_query = SanctFindOwnC(extension, "sanct_match_query",
											   (Oid[]) {TEXTOID, extension->query_type}, 2);
		extension->otherwise = SanctFindOwnC(extension, "sanct_read_otherwise", (Oid[]) {TEXTOID}, 1);
		for (int i = 0; i < OWN_TABLES; i++)
			FindTable(extension, i);
	}
	PG_CATCH();
	{
		extension->found = false;
		PG_RE_THROW();
	}
	PG_END_TRY();
	return extension;
}

/* See extension.h */
void
SanctCheckArgumentCount(FunctionCallInfo fcinfo, int count)
{
	if (PG_NARGS() != count)
		NotFound("function", get_func_name(fcinfo->flinfo->fn_oid));
}

/* See extension.h */
Relation
SanctOpenOwnTable(const Extension *extension, OwnTable table, LOCKMODE lock)
{
	Relation	relation = table_open(extension->table[table], lock);

	if (relation->rd_rel->relowner != extension->owner || relation->rd_rel->relkind != RELKIND_RELATION)
		NotFound("table", own_tables[table].name);
	return relation;
}

/* Is a function of that name the extension's own, in SQL, and are its arguments of these types? */
static bool
IsOwnFunction(const Extension *extension, const OwnFunction *function, Form_pg_proc proc)
{
	return proc->pronamespace == extension->schema && proc->proowner == extension->owner &&
		proc->prolang == SQLlanguageId && proc->prokind == PROKIND_FUNCTION && !proc->proretset &&
		proc->pronargs == function->nargs &&
		memcmp(proc->proargtypes.values, function->types, function->nargs * sizeof(Oid)) == 0 &&
		getExtensionOfObject(ProcedureRelationId, proc->oid) == extension->oid;
}

/* Get an own function ready: anew, if an error in a subtransaction has left it half run */
static ReadyFunction *
GetReady(Oid oid)
{
	bool		known;
	ReadyFunction *ready = hash_search(functions, &oid, HASH_ENTER, &known);

	if (known && !ready->broken)
		return ready;
	if (known && ready->context != NULL)
		MemoryContextDelete(ready->context);
	ready->context = NULL;
	ready->broken = true;
	ready->running = false;
	ready->context = AllocSetContextCreate(CacheMemoryContext, "sanctmatch function", ALLOCSET_SMALL_SIZES);
	/* what such a function keeps is good for a transaction, and it knows that itself */
	fmgr_info_cxt(oid, &ready->flinfo, ready->context);
	ready->broken = false;
	return ready;
}

/* The own function, ready to be called */
static ReadyFunction *
FindOwnFunction(const Extension *extension, const OwnFunction *function)
{
	CatCList   *list = SearchSysCacheList1(PROCNAMEARGSNSP, CStringGetDatum(function->name));
	Oid			oid = InvalidOid;

	for (int i = 0; i < list->n_members; i++)
	{
		Form_pg_proc proc = (Form_pg_proc) GETSTRUCT(&list->members[i]->tuple);

		if (IsOwnFunction(extension, function, proc))
			oid = proc->oid;
	}
	ReleaseSysCacheList(list);
	if (!OidIsValid(oid))
		NotFound("function", function->name);
	return GetReady(oid);
}

/* Run an own function, whose state is thrown away if it fails */
static Datum
RunOwn(ReadyFunction *ready, FunctionCallInfo call)
{
	FmgrInfo	again;
	volatile Datum result;

	/* one that is called while it runs needs a state of its own */
	if (ready->running)
	{
		fmgr_info(ready->oid, &again);
		call->flinfo = &again;
		return FunctionCallInvoke(call);
	}
	ready->running = true;
	PG_TRY();
	{
		result = FunctionCallInvoke(call);
	}
	PG_CATCH();
	{
		ready->running = false;
		ready->broken = true;
		PG_RE_THROW();
	}
	PG_END_TRY();
	ready->running = false;
	return result;
}

/* See extension.h */
Datum
SanctCallOwn(const Extension *extension, const OwnFunction *function, const Datum *values, const bool *nulls,
			 bool *isnull)
{
	LOCAL_FCINFO(call, OWN_ARGUMENTS);
	ReadyFunction *ready = FindOwnFunction(extension, function);
	Oid			user;
	int			context;
	Datum		result;

	InitFunctionCallInfoData(*call, &ready->flinfo, function->nargs, DEFAULT_COLLATION_OID, NULL, NULL);
	for (int i = 0; i < function->nargs; i++)
	{
		call->args[i].value = values[i];
		call->args[i].isnull = nulls != NULL && nulls[i];
	}
	/* an error gives the caller's rights back with the state of the transaction */
	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(extension->owner, context | SECURITY_LOCAL_USERID_CHANGE);
	result = RunOwn(ready, call);
	SetUserIdAndSecContext(user, context);
	*isnull = call->isnull;
	return result;
}

/* See extension.h */
Oid
SanctFindNameIndex(const Extension *extension, Relation relation, AttrNumber column, Oid type)
{
	Oid			found = InvalidOid;
	ListCell   *cell;

	foreach(cell, RelationGetIndexList(relation))
	{
		Relation	index = index_open(lfirst_oid(cell), AccessShareLock);

		if (!OidIsValid(found) && index->rd_index->indisvalid && index->rd_rel->relam == GIST_AM_OID &&
			index->rd_index->indkey.values[0] == column &&
			RelationGetIndexPredicate(index) == NIL &&
			OidIsValid(get_opfamily_member(index->rd_opfamily[0], type, extension->query_type, QUERY_STRATEGY)))
			found = RelationGetRelid(index);
		index_close(index, NoLock);
	}
	return found;
}

/* See extension.h */
Oid
SanctFindOtherwiseIndex(const Extension *extension, Relation relation)
{
	Oid			found = InvalidOid;
	ListCell   *cell;

	foreach(cell, RelationGetIndexList(relation))
	{
		Relation	index = index_open(lfirst_oid(cell), AccessShareLock);
		List	   *made = RelationGetIndexExpressions(index);

		if (!OidIsValid(found) && index->rd_index->indisvalid && index->rd_rel->relam == GIST_AM_OID &&
			index->rd_index->indkey.values[0] == 0 &&
			IsA(linitial(made), FuncExpr) && linitial_node(FuncExpr, made)->funcid == extension->otherwise &&
			OidIsValid(get_opfamily_member(index->rd_opfamily[0], extension->reading_type, extension->query_type,
										   QUERY_STRATEGY)))
			found = RelationGetRelid(index);
		index_close(index, NoLock);
	}
	return found;
}
