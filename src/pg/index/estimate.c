/* How many rows match a name: the estimates of the planner */
#include "postgres.h"

#include "pg/index/estimate.h"

#include "access/htup_details.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "nodes/primnodes.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"

#include <math.h>

#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/weight.h"
#include "name/words/pack.h"
#include "pg/base/compat.h"
#include "pg/type/checked.h"
#include "pg/type/read_name.h"

PG_FUNCTION_INFO_V1(sanct_match_sel);
PG_FUNCTION_INFO_V1(sanct_match_joinsel);

/* Share of a table of names that one name matches, as long as nothing is known of either */
#define SHARE_DEFAULT 2e-5
/* No name is so rare that it is less */
#define SHARE_MIN 1e-7
/* Similarity in thousandths from which on a higher one leaves hardly fewer names */
#define WHOLE_NAME 350
/* One given name in twenty has one syllable; weights do not count that */
#define ONE_SYLLABLE_BITS 4.3
/* Entries that a histogram must have to be a sample, ends that are left out */
#define SAMPLE_MIN 10
#define SAMPLE_SKIP 1

/* The type of that name in the extension's schema, InvalidOid if there is none */
Oid
SanctTypeOid(Oid schema, const char *name)
{
	return GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum(name), ObjectIdGetDatum(schema));
}

/* Copy a stored reading; false if it is of another version or damaged */
static bool
CopyReading(uint8 *reading, StoredReading stored)
{
	if (!sm_reading_valid(stored.data, stored.length))
		return false;
	memcpy(reading, stored.data, stored.length);
	return true;
}

/* The reading and the threshold of a constant; false if it is of none of our types */
static bool
ReadConst(uint8 *reading, int *threshold, Const *value, Oid schema)
{
	*threshold = SM_THRESHOLD;
	if (value->consttype == TEXTOID)
	{
		text	   *name = DatumGetTextPP(value->constvalue);

		SanctReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
		return true;
	}
	if (!OidIsValid(value->consttype))
		return false;
	if (value->consttype == SanctTypeOid(schema, "sanct_query"))
	{
		SanctQuery *query = (SanctQuery *) PG_DETOAST_DATUM(value->constvalue);

		*threshold = query->threshold;
		return CopyReading(reading, OfQuery(query));
	}
	if (value->consttype == SanctTypeOid(schema, "sanct_reading"))
	{
		SanctReading *r = (SanctReading *) PG_DETOAST_DATUM(value->constvalue);

		return CopyReading(reading, OfReading(r));
	}
	return false;
}

/*
 * Share of names that match a name by chance.  A weight of w bits says that a pair is 2^w times
 * likelier to be one name than chance has it, so no more than 2^-w of all names reach it.  From
 * about a third of similarity on, what matches nearly always agrees in the whole name.
 */
static double
ChanceShareOfName(const uint8 *reading, int threshold)
{
	double		bits;

	if (SM_IS_KOREAN(reading))
	{
		SmParts		parts;

		bits = (double) SM_KOREAN_SELF(reading) / SM_BIT;
		sm_unpack(&parts, reading);
		if (parts.part[0].given == 1)
			bits += ONE_SYLLABLE_BITS;
	}
	else
		bits = (double) sm_words_self(SM_WORDS_PART(reading)) / SM_BIT;
	return Max(exp2(-bits * Min(threshold, WHOLE_NAME) / WHOLE_NAME), SHARE_MIN);
}

/* The same of all names that a reading holds, of which there is one */
static double
ChanceShare(const uint8 *reading, int threshold)
{
	double		share = 0;
	SmNames		names;

	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
		if (SM_READING_KINDS(names.name[i].reading) != 0)
			share += ChanceShareOfName(names.name[i].reading, threshold);
	return Min(share, 1);
}

/*
 * The chance share put right by how many of a sample of the column match: the mean of a gamma
 * distribution around it, unless so many match that chance cannot be the reason.
 */
static double
SampledShare(double chance, double size, double hits)
{
	return hits > 1 ? hits / size : (hits + 1) / (size + 1 / chance);
}

/* Does the function take the column's type and the constant's, on these sides? */
static bool
TypesFit(Oid function, Oid vartype, Oid consttype, bool varonleft)
{
	Oid		   *types;
	int			count;

	get_func_signature(function, &types, &count);
	return count == 2 && types[varonleft ? 0 : 1] == vartype && types[varonleft ? 1 : 0] == consttype;
}

/* Share of the rows of a column whose names match a constant */
static double
EstimateConst(VariableStatData *vardata, Oid schema, Oid function, Oid collation, Const *value, bool varonleft)
{
	uint8		reading[SM_READING_MAX];
	int			threshold;
	double		share;
	double		common = 0;
	double		common_share = 0;
	double		nulls = 0;

	if (value->constisnull)
		return 0;
	if (!TypesFit(function, vardata->vartype, value->consttype, varonleft) ||
		!ReadConst(reading, &threshold, value, schema))
		return SHARE_DEFAULT;
	if (SM_READING_KINDS(reading) == 0)
		return 0;
	share = ChanceShare(reading, threshold);
	if (HeapTupleIsValid(vardata->statsTuple))
	{
		FmgrInfo	match;
		int			entries;
		double		found;

		nulls = ((Form_pg_statistic) GETSTRUCT(vardata->statsTuple))->stanullfrac;
		fmgr_info(function, &match);
		common = mcv_selectivity(vardata, &match, collation, value->constvalue, varonleft, &common_share);
		found = histogram_selectivity(vardata, &match, collation, value->constvalue, varonleft,
									  SAMPLE_MIN, SAMPLE_SKIP, &entries);
		if (found >= 0)
			share = SampledShare(share, entries - 2 * SAMPLE_SKIP, rint(found * (entries - 2 * SAMPLE_SKIP)));
	}
	return common + share * Max(1 - common_share - nulls, 0);
}

/*
 * Share of the pairs of rows that match where one side's names are not known: some more than
 * chance has it, and at least as many as are equal.
 */
static double
UnknownShare(VariableStatData *vardata)
{
	bool		isdefault;
	double		distinct = get_variable_numdistinct(vardata, &isdefault);

	return isdefault || distinct < 1 ? SHARE_DEFAULT : Max(SHARE_DEFAULT, 1 / distinct);
}

/* Share of a relation's rows for which function(args) holds, one of the args being the name asked for */
double
SanctEstimateRestriction(PlannerInfo *root, Oid schema, Oid function, Oid collation, List *args, int varRelid)
{
	VariableStatData vardata;
	Node	   *other;
	bool		varonleft;
	double		share;

	if (!get_restriction_variable(root, args, varRelid, &vardata, &other, &varonleft))
		return SHARE_DEFAULT;
	if (IsA(other, Const))
		share = EstimateConst(&vardata, schema, function, collation, (Const *) other, varonleft);
	else
		share = UnknownShare(&vardata);
	ReleaseVariableStats(vardata);
	CLAMP_PROBABILITY(share);
	return share;
}

/* Share of the pairs of two relations that match; for semijoins of the outer rows that have a match */
double
SanctEstimateJoin(PlannerInfo *root, List *args, JoinType jointype, SpecialJoinInfo *sjinfo)
{
	VariableStatData left;
	VariableStatData right;
	bool		reversed;
	double		share;

	get_join_variables(root, args, sjinfo, &left, &right, &reversed);
	share = Min(UnknownShare(&left), UnknownShare(&right));
	if (jointype == JOIN_SEMI || jointype == JOIN_ANTI)
	{
		RelOptInfo *inner = reversed ? left.rel : right.rel;

		share = inner != NULL ? SHARE_DEFAULT * inner->rows : 0.5;
	}
	ReleaseVariableStats(left);
	ReleaseVariableStats(right);
	CLAMP_PROBABILITY(share);
	return share;
}

/* Restriction estimator of %~ */
Datum
sanct_match_sel(PG_FUNCTION_ARGS)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	Oid			operator = PG_GETARG_OID(1);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	int			varRelid = PG_GETARG_INT32(3);
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);

	PG_RETURN_FLOAT8(SanctEstimateRestriction(root, schema, get_opcode(operator), PG_GET_COLLATION(), args, varRelid));
}

/* Join estimator of %~ */
Datum
sanct_match_joinsel(PG_FUNCTION_ARGS)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	JoinType	jointype = (JoinType) PG_GETARG_INT16(3);
	SpecialJoinInfo *sjinfo = (SpecialJoinInfo *) PG_GETARG_POINTER(4);

	PG_RETURN_FLOAT8(SanctEstimateJoin(root, args, jointype, sjinfo));
}
