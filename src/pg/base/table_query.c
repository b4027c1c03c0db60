/*
 * Queries of a table or view of the user's, with his rights, bound to the object and not to its name
 *
 * A table that is locked keeps its name, but its schema does not: text that names a table may reach another
 * one by the time it is analysed.  So only the columns are text here, and the range table entry is made of
 * the open relation.  Views, row security and column rights apply as to any other query.
 */
#include "postgres.h"

#include "pg/base/table_query.h"

#include "access/relation.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "parser/parse_clause.h"
#include "parser/parse_collate.h"
#include "parser/parse_node.h"
#include "parser/parse_relation.h"
#include "parser/parse_target.h"
#include "parser/parser.h"
#include "tcop/dest.h"
#include "tcop/tcopprot.h"
#include "utils/acl.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "pg/base/compat.h"

/* See table_query.h */
Relation
SanctOpenReadable(Oid oid)
{
	Relation	relation;

	if (get_rel_name(oid) != NULL && pg_class_aclcheck(oid, GetUserId(), ACL_SELECT) != ACLCHECK_OK &&
		pg_attribute_aclcheck_all(oid, GetUserId(), ACL_SELECT, ACLMASK_ANY) != ACLCHECK_OK)
		aclcheck_error(ACLCHECK_NO_PRIV, get_relkind_objtype(get_rel_relkind(oid)), get_rel_name(oid));
	relation = relation_open(oid, AccessShareLock);
	switch (relation->rd_rel->relkind)
	{
		case RELKIND_RELATION:
		case RELKIND_PARTITIONED_TABLE:
		case RELKIND_MATVIEW:
		case RELKIND_VIEW:
		case RELKIND_FOREIGN_TABLE:
			return relation;
		default:
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" has no rows to read", RelationGetRelationName(relation)),
					 errdetail("It is neither a table nor a view.")));
	}
	return NULL;
}

/* The analysed query: as transformSelectStmt() does it, with our relation for FROM */
static Query *
AnalyseQuery(Relation relation, const char *text)
{
	RawStmt    *raw = linitial_node(RawStmt, raw_parser(text, RAW_PARSE_DEFAULT));
	SelectStmt *statement = castNode(SelectStmt, raw->stmt);
	ParseState *state = make_parsestate(NULL);
	Query	   *query = makeNode(Query);
	ParseNamespaceItem *item;

	state->p_sourcetext = text;
	item = addRangeTableEntryForRelation(state, relation, AccessShareLock, makeAlias("s", NIL), true, true);
	addNSItemToQuery(state, item, true, true, true);
	query->commandType = CMD_SELECT;
	query->canSetTag = true;
	query->targetList = transformTargetList(state, statement->targetList, EXPR_KIND_SELECT_TARGET);
	query->sortClause = transformSortClause(state, statement->sortClause, &query->targetList, EXPR_KIND_ORDER_BY,
											false);
	resolveTargetListUnknowns(state, query->targetList);
	query->rtable = state->p_rtable;
#if PG_VERSION_NUM >= 160000
	query->rteperminfos = state->p_rteperminfos;
#endif
	query->jointree = makeFromExpr(state->p_joinlist, NULL);
	assign_query_collations(state, query);
	free_parsestate(state);
	return query;
}

/* See table_query.h */
TableQuery *
SanctPlanTableQuery(Relation relation, const char *text)
{
	TableQuery *planned = palloc(sizeof(TableQuery));
	List	   *queries = pg_rewrite_query(AnalyseQuery(relation, text));

	if (list_length(queries) != 1)
		elog(ERROR, "query of a table was rewritten to %d", list_length(queries));
	planned->text = pstrdup(text);
	planned->plan = linitial_node(PlannedStmt, pg_plan_queries(queries, planned->text, 0, NULL));
	return planned;
}

/* Where the executor sends rows */
typedef struct RowReceiver
{
	DestReceiver pub;			/* must be first */
	TableRow	row;
	void	   *argument;
} RowReceiver;

static void
StartRows(DestReceiver *self, int operation, TupleDesc desc)
{
}

static void
EndRows(DestReceiver *self)
{
}

static bool
ReceiveRow(TupleTableSlot *slot, DestReceiver *self)
{
	RowReceiver *receiver = (RowReceiver *) self;

	receiver->row(slot, receiver->argument);
	return true;
}

/* See table_query.h */
uint64
SanctRunTableQuery(const TableQuery *query, TableRow row, void *argument)
{
	RowReceiver receiver = {{ReceiveRow, StartRows, EndRows, EndRows, DestNone}, row, argument};
	QueryDesc  *running = CreateQueryDesc(query->plan, query->text, GetActiveSnapshot(), InvalidSnapshot,
										  &receiver.pub, NULL, NULL, 0);
	uint64		rows;

	ExecutorStart(running, 0);
	SanctExecutorRun(running);
	rows = running->estate->es_processed;
	ExecutorFinish(running);
	ExecutorEnd(running);
	FreeQueryDesc(running);
	return rows;
}
