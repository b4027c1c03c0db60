/* The planner's support function of sanct_match() and sanct_matches(): the index condition that they stand for */
#include "postgres.h"

#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/pg_list.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "pg/base/extension.h"
#include "pg/index/estimate.h"

PG_FUNCTION_INFO_V1(sanct_matches_support);

/* The function of that name and two argument types in the extension's schema, InvalidOid if there is none */
static Oid
FindFunction(Oid schema, const char *name, Oid left, Oid right)
{
	Oid			types[2] = {left, right};
	oidvector  *arguments = buildoidvector(types, 2);

	return GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid, CStringGetDatum(name),
						   PointerGetDatum(arguments), ObjectIdGetDatum(schema));
}

/*
 * sanct_matches(a, b, threshold) says the same as a %~ sanct_query(b, threshold) and as
 * b %~ sanct_query(a, threshold).  Make the query of the argument that is not the column; NULL if
 * this is not the extension's own function.
 */
static Node *
MakeQueryCall(Oid schema, List *args, int column)
{
	Node	   *other = list_nth(args, 1 - column);
	Oid			type = SanctTypeOid(schema, "sanct_query");
	Oid			function = FindFunction(schema, "sanct_query", exprType(other), FLOAT8OID);

	if (!OidIsValid(type) || !OidIsValid(function))
		return NULL;
	return (Node *) makeFuncExpr(function, type, list_make2(other, list_nth(args, 2)), InvalidOid,
								 InvalidOid, COERCE_EXPLICIT_CALL);
}

/* What an index on one of the names of sanct_match(a, b) is asked with: the other one; InvalidOid: it cannot be */
static Oid
MatchOperator(SupportRequestIndexCondition *request, Node *name, Node *other)
{
	Oid			same = get_opfamily_member(request->opfamily, exprType(name), exprType(other), MATCH_STRATEGY);

	return OidIsValid(same) ? same :
		get_opfamily_member(request->opfamily, exprType(name), exprType(other), TEXT_STRATEGY);
}

/* The condition that an index on one of the names can answer, or NIL; it is not lossy */
static List *
IndexCondition(SupportRequestIndexCondition *request, Oid schema)
{
	List	   *args;
	Node	   *name;
	Node	   *other;
	Oid			operator;

	if (!is_funcclause(request->node) || request->indexarg > 1)
		return NIL;
	args = ((FuncExpr *) request->node)->args;
	name = list_nth(args, request->indexarg);
	other = list_length(args) == 2 ? list_nth(args, 1 - request->indexarg) :
		MakeQueryCall(schema, args, request->indexarg);
	if (other == NULL || !is_pseudo_constant_for_index(request->root, other, request->index))
		return NIL;
	operator = list_length(args) == 2 ? MatchOperator(request, name, other) :
		get_opfamily_member(request->opfamily, exprType(name), exprType(other), QUERY_STRATEGY);
	if (!OidIsValid(operator))
		return NIL;
	request->lossy = false;
	return list_make1(make_opclause(operator, BOOLOID, false, (Expr *) name, (Expr *) other, InvalidOid,
									request->indexcollation));
}

/* Is this expression of one relation's columns, whatever the planner thinks of as varRelid? */
static bool
HasColumns(PlannerInfo *root, Node *node, int varRelid)
{
	return varRelid == 0 ? contain_vars_of_level(node, 0) : bms_is_member(varRelid, pull_varnos(root, node));
}

/* Estimate as the operator does; false if this is not the extension's own function */
static bool
EstimateCall(SupportRequestSelectivity *request, Oid schema)
{
	Node	   *name;
	Node	   *query;
	Oid			match;
	int			column;

	if (request->is_join)
	{
		request->selectivity = SanctEstimateJoin(request->root, list_truncate(list_copy(request->args), 2),
												 request->jointype, request->sjinfo);
		return true;
	}
	if (list_length(request->args) == 2)
	{
		request->selectivity = SanctEstimateRestriction(request->root, schema, request->funcid, request->inputcollid,
														request->args, request->varRelid);
		return true;
	}
	column = HasColumns(request->root, linitial(request->args), request->varRelid) ? 0 : 1;
	name = list_nth(request->args, column);
	query = MakeQueryCall(schema, request->args, column);
	if (query == NULL)
		return false;
	match = FindFunction(schema, "sanct_match_query", exprType(name), exprType(query));
	if (!OidIsValid(match))
		return false;
	request->selectivity = SanctEstimateRestriction(request->root, schema, match, request->inputcollid,
													list_make2(name, query), request->varRelid);
	return true;
}

/* Planner support of both: an index can answer them, and how many rows they leave */
Datum
sanct_matches_support(PG_FUNCTION_ARGS)
{
	Node	   *request = (Node *) PG_GETARG_POINTER(0);
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	Node	   *answer = NULL;

	if (IsA(request, SupportRequestIndexCondition))
		answer = (Node *) IndexCondition((SupportRequestIndexCondition *) request, schema);
	else if (IsA(request, SupportRequestSelectivity) &&
			 EstimateCall((SupportRequestSelectivity *) request, schema))
		answer = request;
	PG_RETURN_POINTER(answer);
}
