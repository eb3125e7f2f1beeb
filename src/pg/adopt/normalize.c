/*
 * normalize.c
 *		The trigger function posting_normalize: fills columns from the raw text.
 *
 * A value is written only where there is none, or where the one there was read
 * from the text that the row held before.  Nothing in the data stops the row:
 * what does not fit its column is left NULL.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "funcapi.h"
#include "nodes/value.h"
#include "parser/parse_coerce.h"
#include "parser/parse_func.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/resowner.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "pg/doc/doc.h"
#include "pg/parse/session.h"
#include "pg/skills/custom.h"

/* A column to fill. */
typedef struct Target
{
	AttrNumber	column;
	int			field;			/* of posting_record, from 0; DOC for the value itself */
	bool		same_type;		/* nothing to convert */
	Oid			type;
	int32		typmod;
	FmgrInfo	output;			/* of the field's type */
	FmgrInfo	input;			/* of the column's type */
	Oid			input_param;
} Target;

#define DOC	(-1)

/* What the trigger's arguments say; made once a statement. */
typedef struct FillPlan
{
	Oid			schema;			/* of the extension */
	Oid			doc_type;
	AttrNumber	raw;
	bool		custom;
	TupleDesc	record;			/* of posting_record */
	FmgrInfo	read_record;	/* posting_record(posting_doc) */
	Target	   *targets;
	int			n_targets;
} FillPlan;

/* What a text says, as far as it was asked for. */
typedef struct Reading
{
	bool		known;			/* false: there is no text */
	Datum		doc;
	bool		has_fields;
	Datum	   *fields;			/* of posting_record */
	bool	   *nulls;
} Reading;

/* Refuses to work as anything but a row trigger before INSERT or UPDATE. */
static TriggerData *
check_trigger(FunctionCallInfo fcinfo)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_BEFORE(trigger->tg_event) ||
		!TRIGGER_FIRED_FOR_ROW(trigger->tg_event) ||
		!(TRIGGER_FIRED_BY_INSERT(trigger->tg_event) || TRIGGER_FIRED_BY_UPDATE(trigger->tg_event)))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
						errmsg("posting_normalize must be called by a trigger BEFORE INSERT OR "
							   "UPDATE FOR EACH ROW")));
	return trigger;
}

/* The number of a column, which has to exist. */
static AttrNumber
find_column(Relation table, const char *name)
{
	TupleDesc	desc = RelationGetDescr(table);

	for (int i = 0; i < desc->natts; i++)
		if (!TupleDescAttr(desc, i)->attisdropped &&
			strcmp(NameStr(TupleDescAttr(desc, i)->attname), name) == 0)
			return i + 1;
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("posting_normalize: column \"%s\" of table \"%s\" does not exist",
					name, RelationGetRelationName(table))));
	return InvalidAttrNumber;	/* keep the compiler quiet */
}

/* The column of the raw text, which has to be one. */
static AttrNumber
find_raw(Relation table, const char *name)
{
	AttrNumber	column = find_column(table, name);
	Oid			type = getBaseType(TupleDescAttr(RelationGetDescr(table), column - 1)->atttypid);

	if (!IsBinaryCoercible(type, TEXTOID))
		ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
						errmsg("posting_normalize: column \"%s\" is of type %s, not text", name,
							   format_type_be(type))));
	return column;
}

/* The number of a field of posting_record, or -1. */
static int
find_field(const FillPlan *plan, const char *name)
{
	for (int i = 0; i < plan->record->natts; i++)
		if (strcmp(NameStr(TupleDescAttr(plan->record, i)->attname), name) == 0)
			return i;
	return -1;
}

/* Finds posting_record(posting_doc) in the extension's schema. */
static void
find_record(FillPlan *plan, MemoryContext context)
{
	char	   *schema = get_namespace_name(plan->schema);
	List	   *name = list_make2(makeString(schema), makeString("posting_record"));
	Oid			function;

	plan->doc_type = GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("posting_doc"),
									 ObjectIdGetDatum(plan->schema));
	function = LookupFuncName(name, 1, &plan->doc_type, false);
	fmgr_info_cxt(function, &plan->read_record, context);
	plan->record = lookup_rowtype_tupdesc_copy(get_func_rettype(function), -1);
}

/* Adds a column to fill; one named twice takes the later field. */
static void
add_target(FillPlan *plan, Relation table, AttrNumber column, int field, MemoryContext context)
{
	Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(table), column - 1);
	Target	   *target = NULL;
	Oid source = field == DOC ? plan->doc_type : TupleDescAttr(plan->record, field)->atttypid;
	Oid			function;
	bool		is_varlena;

	for (int i = 0; i < plan->n_targets && target == NULL; i++)
		if (plan->targets[i].column == column)
			target = &plan->targets[i];
	if (target == NULL)
		target = &plan->targets[plan->n_targets++];
	target->column = column;
	target->field = field;
	target->type = attribute->atttypid;
	target->typmod = attribute->atttypmod;
	target->same_type = target->typmod == -1 && IsBinaryCoercible(source, target->type) &&
		get_typtype(target->type) != TYPTYPE_DOMAIN;
	getTypeOutputInfo(source, &function, &is_varlena);
	fmgr_info_cxt(function, &target->output, context);
	getTypeInputInfo(target->type, &function, &target->input_param);
	fmgr_info_cxt(function, &target->input, context);
}

/* Maps "column=field". */
static void
add_named(FillPlan *plan, Relation table, const char *argument, MemoryContext context)
{
	const char *equals = strchr(argument, '=');
	AttrNumber	column;
	int			field;

	if (equals == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("posting_normalize: invalid argument \"%s\"", argument),
				 errhint("Arguments behind the raw column are 'column=field', '*' and 'custom'.")));
	column = find_column(table, pnstrdup(argument, equals - argument));
	field = find_field(plan, equals + 1);
	if (field < 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("posting_normalize: posting_record has no field \"%s\"", equals + 1)));
	if (column == plan->raw || TupleDescAttr(RelationGetDescr(table), column - 1)->attgenerated)
		ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						errmsg("posting_normalize: column \"%.*s\" cannot be filled",
							   (int) (equals - argument), argument),
						errdetail("It is generated, or holds the raw text.")));
	add_target(plan, table, column, field, context);
}

/*
 * Maps the columns that need no name: those of type
 * posting_doc, and with '*' those named as a field.
 */
static void
add_unnamed(FillPlan *plan, Relation table, bool all, MemoryContext context)
{
	TupleDesc	desc = RelationGetDescr(table);

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute column = TupleDescAttr(desc, i);
		int			field = find_field(plan, NameStr(column->attname));

		if (column->attisdropped || column->attgenerated || column->attidentity ||
			i + 1 == plan->raw)
			continue;
		if (column->atttypid == plan->doc_type)
			add_target(plan, table, i + 1, DOC, context);
		else if (all && field >= 0)
			add_target(plan, table, i + 1, field, context);
	}
}

/* Reads the trigger's arguments. */
static FillPlan *
make_plan(FunctionCallInfo fcinfo, TriggerData *trigger)
{
	const Trigger *t = trigger->tg_trigger;
	MemoryContext context = fcinfo->flinfo->fn_mcxt;
	MemoryContext caller = MemoryContextSwitchTo(context);
	FillPlan	   *plan = palloc0(sizeof(FillPlan));
	bool		all = false;

	if (t->tgnargs < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("posting_normalize needs the name of the column with the raw text")));
	plan->schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	plan->raw = find_raw(trigger->tg_relation, t->tgargs[0]);
	plan->targets = palloc0(RelationGetDescr(trigger->tg_relation)->natts * sizeof(Target));
	find_record(plan, context);
	for (int i = 1; i < t->tgnargs; i++)
		all |= strcmp(t->tgargs[i], "*") == 0;
	add_unnamed(plan, trigger->tg_relation, all, context);
	for (int i = 1; i < t->tgnargs; i++)
	{
		if (strcmp(t->tgargs[i], "custom") == 0)
			plan->custom = true;
		else if (strcmp(t->tgargs[i], "*") != 0)
			add_named(plan, trigger->tg_relation, t->tgargs[i], context);
	}
	MemoryContextSwitchTo(caller);
	return plan;
}

/* Parses a text, where there is one. */
static void
read_text(const FillPlan *plan, HeapTuple tuple, TupleDesc desc, Reading *reading)
{
	bool		isnull;
	Datum		raw = heap_getattr(tuple, plan->raw, desc, &isnull);

	memset(reading, 0, sizeof(*reading));
	if (isnull)
		return;
	reading->known = true;
	reading->doc =
		posting_parse_datum(raw, plan->custom ? posting_custom_skills(plan->schema) : NULL);
}

/* Takes a value apart into the fields of posting_record, once. */
static void
read_fields(FillPlan *plan, Reading *reading)
{
	HeapTupleHeader header;
	HeapTupleData tuple = {0};

	if (reading->has_fields)
		return;
	header = DatumGetHeapTupleHeader(FunctionCall1(&plan->read_record, reading->doc));
	tuple.t_len = HeapTupleHeaderGetDatumLength(header);
	tuple.t_data = header;
	reading->fields = palloc(plan->record->natts * sizeof(Datum));
	reading->nulls = palloc(plan->record->natts * sizeof(bool));
	heap_deform_tuple(&tuple, plan->record, reading->fields, reading->nulls);
	reading->has_fields = true;
}

/* Whether an error says no more than that a value is not one of a type. */
static bool
is_about_data(int code)
{
	switch (ERRCODE_TO_CATEGORY(code))
	{
		case ERRCODE_INSUFFICIENT_RESOURCES:
		case ERRCODE_OPERATOR_INTERVENTION:
		case ERRCODE_SYSTEM_ERROR:
		case ERRCODE_INTERNAL_ERROR:
			return false;
		default:
			return true;
	}
}

/*
 * Calls the input function of the column's type; false where it refuses.  A
 * subtransaction, because the domains and types of others may raise whatever
 * they like, soft errors or not.
 */
static bool
input(Target *target, char *s, Datum *value)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	volatile bool fits = true;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		*value = InputFunctionCall(&target->input, s, target->input_param, target->typmod);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		if (!is_about_data(geterrcode()))
			PG_RE_THROW();
		MemoryContextSwitchTo(context);
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		fits = false;
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
	return fits;
}

/* Converts a field to the column's type; false where it does not fit. */
static bool
convert(Target *target, Datum field, Datum *value)
{
	if (!target->same_type)
		return input(target, OutputFunctionCall(&target->output, field), value);
	*value = field;
	return true;
}

/* What a reading gives for a column; false is NULL. */
static bool
value_of(FillPlan *plan, Target *target, Reading *reading, Datum *value)
{
	if (!reading->known)
		return false;
	if (target->field == DOC)
	{
		*value = reading->doc;
		return true;
	}
	read_fields(plan, reading);
	return !reading->nulls[target->field] && convert(target, reading->fields[target->field], value);
}

/* Whether two values have the same bytes. */
static bool
is_same(TupleDesc desc, AttrNumber column, Datum a, Datum b)
{
	Form_pg_attribute attribute = TupleDescAttr(desc, column - 1);

	return datum_image_eq(a, b, attribute->attbyval, attribute->attlen);
}

/*
 * Whether a value of posting_doc was read from the old
 * text; an earlier parser may have read it otherwise.
 */
static bool
is_old_doc(Datum doc, const Reading *old)
{
	DocHeader	stored,
				read;

	posting_doc_fixed(doc, &stored);
	posting_doc_fixed(old->doc, &read);
	if (stored.version != read.version)
		return stored.raw_length == read.raw_length;
	return datum_image_eq(doc, old->doc, false, -1);
}

/*
 * Whether the column's value is left from the old text:
 * it did not change, and is what that text gives.
 */
static bool
is_from_old(FillPlan *plan, Target *target, TriggerData *trigger, Datum value, Reading *old)
{
	TupleDesc	desc = RelationGetDescr(trigger->tg_relation);
	bool		isnull;
	Datum		before = heap_getattr(trigger->tg_trigtuple, target->column, desc, &isnull);
	Datum		read;

	if (isnull || !old->known || !is_same(desc, target->column, before, value))
		return false;
	if (target->field == DOC)
		return is_old_doc(before, old);
	return value_of(plan, target, old, &read) && is_same(desc, target->column, before, read);
}

/* Whether the raw text stayed as it was. */
static bool
is_unchanged(const FillPlan *plan, TriggerData *trigger)
{
	TupleDesc	desc = RelationGetDescr(trigger->tg_relation);
	bool		old_null,
				new_null;
	Datum		old_raw = heap_getattr(trigger->tg_trigtuple, plan->raw, desc, &old_null);
	Datum		new_raw = heap_getattr(trigger->tg_newtuple, plan->raw, desc, &new_null);

	if (old_null || new_null)
		return old_null && new_null;
	return is_same(desc, plan->raw, old_raw, new_raw);
}

/* Fills the columns of a row. */
static HeapTuple
fill(FillPlan *plan, TriggerData *trigger, HeapTuple row, Reading *old)
{
	TupleDesc	desc = RelationGetDescr(trigger->tg_relation);
	Reading		reading;
	int		   *columns = palloc(plan->n_targets * sizeof(int));
	Datum	   *values = palloc0(plan->n_targets * sizeof(Datum));
	bool	   *nulls = palloc0(plan->n_targets * sizeof(bool));
	int			n = 0;

	read_text(plan, row, desc, &reading);
	for (int i = 0; i < plan->n_targets; i++)
	{
		Target	   *target = &plan->targets[i];
		bool		isnull;
		Datum		value = heap_getattr(row, target->column, desc, &isnull);

		if (!isnull && !is_from_old(plan, target, trigger, value, old))
			continue;
		columns[n] = target->column;
		nulls[n] = !value_of(plan, target, &reading, &values[n]);
		n++;
	}
	return n > 0 ? heap_modify_tuple_by_cols(row, desc, n, columns, values, nulls) : row;
}

/*
 * The old text's reading; that of a stored value of an earlier parser, where one was read from it.
 */
static void
read_old(FillPlan *plan, TriggerData *trigger, Reading *old)
{
	TupleDesc	desc = RelationGetDescr(trigger->tg_relation);

	read_text(plan, trigger->tg_trigtuple, desc, old);
	for (int i = 0; i < plan->n_targets && old->known; i++)
	{
		bool		isnull;
		Datum doc = heap_getattr(trigger->tg_trigtuple, plan->targets[i].column, desc, &isnull);

		if (plan->targets[i].field != DOC || isnull || !is_old_doc(doc, old))
			continue;
		old->doc = doc;
		return;
	}
}

/* Fills columns from the raw text of a row. */
PG_FUNCTION_INFO_V1(posting_normalize);
Datum
posting_normalize(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = check_trigger(fcinfo);
	FillPlan	   *plan = fcinfo->flinfo->fn_extra;
	Reading		old = {0};

	if (plan == NULL)
		fcinfo->flinfo->fn_extra = plan = make_plan(fcinfo, trigger);
	if (TRIGGER_FIRED_BY_INSERT(trigger->tg_event))
		return PointerGetDatum(fill(plan, trigger, trigger->tg_trigtuple, &old));
	if (is_unchanged(plan, trigger))
		return PointerGetDatum(trigger->tg_newtuple);
	read_old(plan, trigger, &old);
	return PointerGetDatum(fill(plan, trigger, trigger->tg_newtuple, &old));
}
