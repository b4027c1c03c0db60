/*
 * Rows that are written to a table of the user's, with his rights, bound to the object and not to its name
 *
 * The statements are made of nodes, as table_query.c makes queries, and run through a portal: rules may make
 * several of one, or none.
 */
#include "postgres.h"

#include "pg/base/table_change.h"

#include "access/xact.h"
#include "catalog/pg_class.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "parser/parse_coerce.h"
#include "parser/parse_node.h"
#include "parser/parse_relation.h"
#include "tcop/dest.h"
#include "tcop/pquery.h"
#include "tcop/tcopprot.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/portal.h"
#include "utils/rel.h"
#include "utils/snapshot.h"
#include "utils/typcache.h"

#include "pg/base/compat.h"
#include "pg/base/plain_output.h"

/* A statement that is being made; what it needs rights for is noted on the way */
typedef struct Change
{
	Relation	relation;
	Query	   *query;
	Index		table;			/* place of the relation in it */
	SanctPermissions *permissions;
} Change;

static Bitmapset *
NoteColumn(Bitmapset *columns, AttrNumber column)
{
	return bms_add_member(columns, column - FirstLowInvalidHeapAttributeNumber);
}

/* Start a statement on a table; of tables that inherit, the rows are their own */
static void
StartChange(Change *change, Relation relation, CmdType command)
{
	bool		partitioned = relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE;
	ParseState *state = make_parsestate(NULL);
	ParseNamespaceItem *item = addRangeTableEntryForRelation(state, relation, RowExclusiveLock, NULL, partitioned,
															 false);

	change->relation = relation;
	change->query = makeNode(Query);
	change->query->commandType = command;
	change->query->canSetTag = true;
	change->table = item->p_rtindex;
	change->query->resultRelation = command == CMD_SELECT ? 0 : item->p_rtindex;
	change->query->override = command == CMD_INSERT ? OVERRIDING_SYSTEM_VALUE : OVERRIDING_NOT_SET;
	change->query->rtable = state->p_rtable;
#if PG_VERSION_NUM >= 160000
	change->query->rteperminfos = state->p_rteperminfos;
#endif
	change->permissions = SanctItemPermissions(item);
	change->permissions->requiredPerms = command == CMD_INSERT ? ACL_INSERT : ACL_UPDATE;
	free_parsestate(state);
}

/* The value of a type that is no domain, of a text that a session with plain settings has written */
static Const *
MakeValue(Oid type, int32 typmod, Oid collation, const char *text)
{
	Oid			input;
	Oid			argument;
	int16		length;
	bool		by_value;
	Datum		value = (Datum) 0;

	getTypeInputInfo(type, &input, &argument);
	get_typlenbyval(type, &length, &by_value);
	if (text != NULL)
		value = OidInputFunctionCall(input, unconstify(char *, text), argument, typmod);
	return makeConst(type, typmod, collation, length, value, text == NULL, by_value);
}

/* The value of a column; what its domain checks is checked when the statement runs, with the settings of the session */
static Expr *
MakeColumnValue(Form_pg_attribute attribute, const char *text)
{
	int32		typmod = attribute->atttypmod;
	Oid			base = getBaseTypeAndTypmod(attribute->atttypid, &typmod);
	Node	   *value = (Node *) MakeValue(base, typmod, attribute->attcollation, text);

	if (base != attribute->atttypid)
		value = coerce_to_domain(value, base, typmod, attribute->atttypid, COERCION_IMPLICIT, COERCE_IMPLICIT_CAST,
								 -1, false);
	return (Expr *) value;
}

/* Adds "column = value" to what is written */
static void
Assign(Change *change, AttrNumber column, Expr *value)
{
	Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(change->relation), column - 1);
	Query	   *query = change->query;

	query->targetList = lappend(query->targetList, makeTargetEntry(value, column, pstrdup(NameStr(attribute->attname)),
																   false));
	if (query->commandType == CMD_INSERT)
		change->permissions->insertedCols = NoteColumn(change->permissions->insertedCols, column);
	else
		change->permissions->updatedCols = NoteColumn(change->permissions->updatedCols, column);
}

/* Add what is written, of ColumnText * */
static void
AssignAll(Change *change, const List *values)
{
	int			level = SanctStartPlainOutput();
	ListCell   *cell;

	foreach(cell, values)
	{
		const ColumnText *value = lfirst(cell);
		Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(change->relation), value->column - 1);

		Assign(change, value->column, MakeColumnValue(attribute, value->text));
	}
	AtEOXact_GUC(true, level);
}

/* A column as it is in the table, without its domain */
static Node *
MakeColumn(Change *change, AttrNumber column)
{
	Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(change->relation), column - 1);
	Node	   *var = (Node *) makeVar(change->table, column, attribute->atttypid, attribute->atttypmod,
									   attribute->attcollation, 0);
	Oid			base = getBaseType(attribute->atttypid);

	change->permissions->selectedCols = NoteColumn(change->permissions->selectedCols, column);
	change->permissions->requiredPerms |= ACL_SELECT;
	if (base != attribute->atttypid)
		var = (Node *) makeRelabelType((Expr *) var, base, -1, attribute->attcollation, COERCE_IMPLICIT_CAST);
	return var;
}

/* "left = right" by an operator */
static Node *
MakeEqual(Oid operator, Node *left, Node *right, Oid collation)
{
	OpExpr	   *equal = (OpExpr *) make_opclause(operator, BOOLOID, false, (Expr *) left, (Expr *) right, InvalidOid,
												 collation);

	set_opfuncid(equal);
	return (Node *) equal;
}

/* The same texts */
static Node *
MakeSameText(Node *column, const char *text)
{
	CoerceViaIO *written = makeNode(CoerceViaIO);

	written->arg = (Expr *) column;
	written->resulttype = TEXTOID;
	written->resultcollid = C_COLLATION_OID;
	written->coerceformat = COERCE_EXPLICIT_CAST;
	written->location = -1;
	return MakeEqual(TextEqualOperator, (Node *) written, (Node *) MakeValue(TEXTOID, -1, C_COLLATION_OID, text),
					 C_COLLATION_OID);
}

/*
 * Conditions that a column has a value.  Equality can use an index; where it takes for equal what is written in
 * several ways (1.0 and 1.00, words under some collations), the text must be the same too, and where there is no
 * equality the text is compared.  What such types write depends on no setting.
 */
static List *
HasValue(Change *change, const ColumnText *value)
{
	Node	   *column = MakeColumn(change, value->column);
	Oid			type = exprType(column);
	Oid			collation = exprCollation(column);
	Oid			equal = lookup_type_cache(type, TYPECACHE_EQ_OPR)->eq_opr;
	List	   *conditions = NIL;

	if (value->text == NULL)
	{
		NullTest   *test = makeNode(NullTest);

		test->arg = (Expr *) column;
		test->nulltesttype = IS_NULL;
		test->location = -1;
		return list_make1(test);
	}
	if (OidIsValid(equal))
		conditions = lappend(conditions, MakeEqual(equal, column, (Node *) MakeValue(type, -1, collation, value->text),
												   collation));
	if (!OidIsValid(equal) || OidIsValid(collation) || type == NUMERICOID)
		conditions = lappend(conditions, MakeSameText(copyObject(column), value->text));
	return conditions;
}

/* The rows that have the values of a key, and satisfy a further condition unless it is NULL */
static void
Restrict(Change *change, const List *key, Node *further)
{
	int			level = SanctStartPlainOutput();
	List	   *conditions = further ? list_make1(further) : NIL;
	RangeTblRef *reference = makeNode(RangeTblRef);
	ListCell   *cell;

	foreach(cell, key)
		conditions = list_concat(conditions, HasValue(change, lfirst(cell)));
	AtEOXact_GUC(true, level);
	reference->rtindex = change->table;
	change->query->jointree = makeFromExpr(list_make1(reference), (Node *) make_ands_explicit(conditions));
}

/* Rewrites, plans and runs a statement; text is what the log shows of it */
static uint64
RunChange(Query *query, const char *text)
{
	static const CommandTag tags[] = {
		[CMD_SELECT] = CMDTAG_SELECT, [CMD_UPDATE] = CMDTAG_UPDATE, [CMD_INSERT] = CMDTAG_INSERT
	};
	List	   *plans = pg_plan_queries(pg_rewrite_query(query), text, CURSOR_OPT_PARALLEL_OK, NULL);
	Portal		portal = CreateNewPortal();
	QueryCompletion done;

	/* not to be seen in pg_cursors */
	portal->visible = false;
	InitializeQueryCompletion(&done);
	PortalDefineQuery(portal, NULL, text, tags[query->commandType], plans, NULL);
	PortalStart(portal, NULL, 0, InvalidSnapshot);
	(void) SanctPortalRun(portal, None_Receiver, &done);
	PortalDrop(portal, false);
	CommandCounterIncrement();
	return done.commandTag == CMDTAG_UNKNOWN ? 0 : done.nprocessed;
}

/* See table_change.h */
uint64
SanctInsertRow(Relation relation, const List *values)
{
	Change		change;

	StartChange(&change, relation, CMD_INSERT);
	change.query->jointree = makeFromExpr(NIL, NULL);
	AssignAll(&change, values);
	return RunChange(change.query, "INSERT of a quarantined row");
}

/* See table_change.h */
uint64
SanctUpdateRows(Relation relation, const List *values, const List *key)
{
	Change		change;

	StartChange(&change, relation, CMD_UPDATE);
	AssignAll(&change, values);
	Restrict(&change, key, NULL);
	return RunChange(change.query, "UPDATE by a quarantined row");
}

/* See table_change.h */
uint64
SanctUpdateSwitch(Relation relation, AttrNumber column, bool value, const List *key)
{
	Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation), column - 1);
	BooleanTest *test = makeNode(BooleanTest);
	Change		change;

	StartChange(&change, relation, CMD_UPDATE);
	Assign(&change, column, (Expr *) coerce_to_target_type(NULL, makeBoolConst(value, false), BOOLOID,
														   attribute->atttypid, attribute->atttypmod,
														   COERCION_ASSIGNMENT, COERCE_IMPLICIT_CAST, -1));
	test->arg = (Expr *) MakeColumn(&change, column);
	test->booltesttype = value ? IS_NOT_TRUE : IS_NOT_FALSE;
	test->location = -1;
	Restrict(&change, key, (Node *) test);
	return RunChange(change.query, "UPDATE of a mark");
}

/* See table_change.h */
void
SanctLockRows(Relation relation, const List *key)
{
	RowMarkClause *lock = makeNode(RowMarkClause);
	Change		change;

	StartChange(&change, relation, CMD_SELECT);
	change.query->targetList = list_make1(makeTargetEntry((Expr *) makeBoolConst(true, false), 1, "locked", false));
	lock->rti = change.table;
	lock->strength = LCS_FORNOKEYUPDATE;
	lock->waitPolicy = LockWaitBlock;
	change.query->rowMarks = list_make1(lock);
	change.query->hasForUpdate = true;
	Restrict(&change, key, NULL);
	(void) RunChange(change.query, "SELECT FOR NO KEY UPDATE of a row with a mark");
}
