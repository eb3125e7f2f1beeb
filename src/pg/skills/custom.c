/*
 * custom.c
 *		The user's own skills: compiled once a backend, again after a change.
 *
 * Each change of posting_custom_skill sends a relcache invalidation of the
 * table, and so reaches every backend when it commits, or its own at once and
 * again when it rolls back.  The callback only counts; the next reader compiles
 * anew, aside, and swaps.
 *
 * The table is read as a catalog is: with a snapshot taken after the
 * invalidations were received.  The query's own snapshot may be older, and what
 * is compiled from it would never be noticed to be out of date.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "pg/compat.h"
#include "pg/parse/session.h"
#include "pg/skills/custom.h"

#define TABLE_NAME		"posting_custom_skill"
#define SOFT_CATEGORY	"Soft skills"

/* A row of the table. */
typedef struct CustomRow
{
	Str			name;
	Str		   *wordings;		/* the name, then the aliases */
	uint32		n_wordings;
	bool		soft;
} CustomRow;

/* The rows while they are read and compiled. */
typedef struct CustomTable
{
	CustomRow  *rows;			/* by name, bytewise */
	uint32		n_rows;
	uint32		space;
	Lexicon		lexicon;		/* compiled */
} CustomTable;

/* What this backend has compiled. */
static struct
{
	bool		registered;		/* the callback */
	Oid			relid;			/* the table, InvalidOid before the first use */
	Oid			schema;
	uint64		changes;		/* invalidations so far */
	uint64		compiled;		/* "changes" when it was compiled */
	MemoryContext context;
	CustomSkills *skills;		/* NULL: the table is empty */
} cache;

/* Notes that the table may have changed. */
static void
note_change(Datum arg, Oid relid)
{
	if (relid == InvalidOid || relid == cache.relid)
		cache.changes++;
}

/* The number of a column, whose type must still be ours: the table's owner may have altered it. */
static AttrNumber
find_column(Relation table, const char *name, Oid type)
{
	TupleDesc	desc = RelationGetDescr(table);

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute column = TupleDescAttr(desc, i);

		if (!column->attisdropped && strcmp(NameStr(column->attname), name) == 0 &&
			column->atttypid == type)
			return column->attnum;
	}
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("table %s has no column \"%s\" of type %s",
					RelationGetRelationName(table), name, format_type_be(type)),
			 errhint("Undo the change of this table, or create the extension anew.")));
	return InvalidAttrNumber;	/* keep the compiler quiet */
}

/* The bytes of a text, in the current memory context. */
static Str
copy_text(Datum value)
{
	text	   *t = DatumGetTextPCopy(value);

	return (Str) {VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t)};
}

/* Takes over one row of the table; the tuple goes, so strings are copied. */
static void
read_row(CustomTable *custom, HeapTuple tuple, TupleDesc desc, const AttrNumber *columns)
{
	CustomRow  *row;
	Datum		value;
	bool		isnull;
	Datum	   *elements = NULL;
	bool	   *nulls = NULL;
	int			n = 0;

	value = heap_getattr(tuple, columns[0], desc, &isnull);
	if (isnull)
		return;
	if (custom->n_rows == custom->space)
	{
		custom->space *= 2;
		custom->rows = repalloc_huge(custom->rows, custom->space * sizeof(CustomRow));
	}
	row = &custom->rows[custom->n_rows++];
	row->name = copy_text(value);
	value = heap_getattr(tuple, columns[1], desc, &isnull);
	if (!isnull)
		deconstruct_array(DatumGetArrayTypePCopy(value), TEXTOID, -1, false, TYPALIGN_INT,
						  &elements, &nulls, &n);
	row->wordings = palloc((n + 1) * sizeof(Str));
	row->wordings[0] = row->name;
	row->n_wordings = 1;
	for (int i = 0; i < n; i++)
		if (!nulls[i])
			row->wordings[row->n_wordings++] = copy_text(elements[i]);
	value = heap_getattr(tuple, columns[2], desc, &isnull);
	row->soft = !isnull && str_equal(copy_text(value), str_of(SOFT_CATEGORY));
}

/* Orders rows by the name of the skill. */
static int
by_name(const void *left, const void *right)
{
	const CustomRow *a = left;
	const CustomRow *b = right;
	int			order = memcmp(a->name.s, b->name.s, Min(a->name.len, b->name.len));

	return order != 0 ? order : a->name.len < b->name.len ? -1 : a->name.len > b->name.len;
}

/* Reads the table into the current memory context. */
static void
read_table(Relation table, CustomTable *custom)
{
	AttrNumber	columns[3];
	SysScanDesc scan;
	HeapTuple	tuple;

	if (table->rd_rel->relkind != RELKIND_RELATION)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" is not a table", RelationGetRelationName(table))));
	columns[0] = find_column(table, "skill", TEXTOID);
	columns[1] = find_column(table, "aliases", TEXTARRAYOID);
	columns[2] = find_column(table, "category", TEXTOID);
	custom->n_rows = 0;
	custom->space = 64;
	custom->rows = palloc(custom->space * sizeof(CustomRow));
	scan = systable_beginscan(table, InvalidOid, false, NULL, 0, NULL);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		CHECK_FOR_INTERRUPTS();
		read_row(custom, tuple, RelationGetDescr(table), columns);
	}
	systable_endscan(scan);
	qsort(custom->rows, custom->n_rows, sizeof(CustomRow), by_name);
}

/* Compiles the rows; where two skills have a wording, the first by name has it. */
static void
compile(CustomTable *custom, Arena *arena)
{
	LexiconBuilder *builder = lexicon_builder(arena);

	for (uint32 i = 0; i < custom->n_rows; i++)
	{
		const CustomRow *row = &custom->rows[i];

		CHECK_FOR_INTERRUPTS();
		for (uint32 k = 0; k < row->n_wordings; k++)
			if (!lexicon_has(builder, row->wordings[k].s, row->wordings[k].len, KIND_SKILL))
				lexicon_add(builder, row->wordings[k].s, row->wordings[k].len, KIND_SKILL,
							row->soft ? ENTRY_SOFT : 0, i);
	}
	lexicon_finish(builder, &custom->lexicon);
}

/* Copies what was compiled to the current memory context; NULL where the table is empty. */
static CustomSkills *
copy_skills(const CustomTable *custom, MemoryContext context)
{
	CustomSkills *skills = palloc(sizeof(CustomSkills));
	Str		   *names = palloc((custom->n_rows + 1) * sizeof(Str));
	uint8	   *soft = palloc(custom->n_rows + 1);
	Size		length = 0;
	char	   *next;
	Arena		arena;

	if (custom->n_rows == 0)
		return NULL;
	for (uint32 i = 0; i < custom->n_rows; i++)
		length += custom->rows[i].name.len;
	next = MemoryContextAllocHuge(context, length + 1);
	for (uint32 i = 0; i < custom->n_rows; i++)
	{
		const CustomRow *row = &custom->rows[i];

		names[i] = (Str) {memcpy(next, row->name.s, row->name.len), row->name.len};
		soft[i] = row->soft;
		next += row->name.len;
	}
	skills->names = names;
	skills->soft = soft;
	posting_arena_palloc(&arena, context, NULL, 0);
	arena.chunk = 0;			/* small tables stay small */
	lexicon_copy(&custom->lexicon, &arena, &skills->lexicon);
	return skills;
}

/* The table in a schema. */
static Oid
table_of(Oid schema)
{
	Oid			relid = get_relname_relid(TABLE_NAME, schema);

	if (!OidIsValid(relid))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("table \"%s.%s\" does not exist", get_namespace_name(schema), TABLE_NAME),
				 errhint("Undo its renaming, or create the extension anew.")));
	return relid;
}

/* Compiles the table aside, then swaps. */
static void
refresh(Oid schema)
{
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext context = AllocSetContextCreate(caller, "posting_custom_skill",
												  ALLOCSET_START_SMALL_SIZES);
	MemoryContext work = AllocSetContextCreate(caller, "posting_custom_skill work",
											   ALLOCSET_DEFAULT_SIZES);
	CustomTable custom = {0};
	CustomSkills *skills;
	Arena		arena;
	Relation	table;
	uint64		changes;

	MemoryContextSwitchTo(work);
	cache.relid = table_of(schema);
	table = table_open(cache.relid, AccessShareLock);
	/* opening it received the invalidations so far; a later one counts again */
	changes = cache.changes;
	read_table(table, &custom);
	table_close(table, AccessShareLock);
	posting_arena_palloc(&arena, work, NULL, 0);
	compile(&custom, &arena);
	MemoryContextSwitchTo(context);
	skills = copy_skills(&custom, context);
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(work);

	MemoryContextSetParent(context, CacheMemoryContext);
	if (cache.context != NULL)
		MemoryContextDelete(cache.context);
	cache.context = context;
	cache.skills = skills;
	cache.schema = schema;
	cache.compiled = changes;
}

/* Returns the compiled skills. */
const CustomSkills *
posting_custom_skills(Oid schema)
{
	if (!cache.registered)
	{
		CacheRegisterRelcacheCallback(note_change, (Datum) 0);
		cache.registered = true;
	}
	if (cache.context == NULL || cache.compiled != cache.changes || cache.schema != schema)
		refresh(schema);
	return cache.skills;
}

/* Parses a text with the user's own skills. */
PG_FUNCTION_INFO_V1(posting_parse_custom);
Datum
posting_parse_custom(PG_FUNCTION_ARGS)
{
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);

	PG_RETURN_DATUM(posting_parse_datum(PG_GETARG_DATUM(0), posting_custom_skills(schema)));
}

/* Refuses to be called by anything but a trigger. */
static TriggerData *
trigger_data(FunctionCallInfo fcinfo, const char *name)
{
	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function %s was not called by trigger manager", name)));
	return (TriggerData *) fcinfo->context;
}

/* Tells all backends that the table has changed. */
PG_FUNCTION_INFO_V1(posting_custom_skill_changed);
Datum
posting_custom_skill_changed(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = trigger_data(fcinfo, "posting_custom_skill_changed");

	CacheInvalidateRelcache(trigger->tg_relation);
	return PointerGetDatum(NULL);
}

/* Refuses a wording, and names the skill or the two that have it. */
static void
refuse(Str wording, const CustomRow *row, const CustomRow *other)
{
	char	   *name = pnstrdup(row->name.s, row->name.len);

	if (other != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNIQUE_VIOLATION),
				 errmsg("\"%.*s\" is a wording of two skills", (int) wording.len, wording.s),
				 errdetail("Skills \"%.*s\" and \"%s\" of %s read the same there.",
						   (int) other->name.len, other->name.s, name, TABLE_NAME)));
	ereport(
		ERROR,
		(errcode(ERRCODE_CHECK_VIOLATION),
		 errmsg("\"%.*s\" is no wording that a text can hold", (int) wording.len, wording.s),
		 errdetail(
			 "Skill \"%s\" of %s needs wordings with a letter or digit, and of %d words at most.",
			 name, TABLE_NAME, LEXICON_MAX_WORDS)));
}

/* Refuses wordings that no text can hold, and those of two skills. */
static void
check_wordings(const CustomTable *custom, Arena *arena)
{
	for (uint32 i = 0; i < custom->n_rows; i++)
		for (uint32 k = 0; k < custom->rows[i].n_wordings; k++)
		{
			Str			wording = custom->rows[i].wordings[k];
			const Entry *entry = lexicon_lookup(&custom->lexicon, arena,
												wording.s, wording.len, KIND_SKILL);

			if (entry == NULL)
				refuse(wording, &custom->rows[i], NULL);
			else if (entry->value != i)
				refuse(wording, &custom->rows[i], &custom->rows[entry->value]);
		}
}

/* Checks the whole table after a statement. */
PG_FUNCTION_INFO_V1(posting_custom_skill_check);
Datum
posting_custom_skill_check(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = trigger_data(fcinfo, "posting_custom_skill_check");
	Relation	table = trigger->tg_relation;
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext context = AllocSetContextCreate(caller, "posting_custom_skill check",
												  ALLOCSET_DEFAULT_SIZES);
	CustomTable custom = {0};
	Arena		arena;

	/* writers take turns until they end, so that two cannot add one alias side by side */
	LockDatabaseObject(RelationRelationId, RelationGetRelid(table), 1, ShareUpdateExclusiveLock);
	CommandCounterIncrement();
	MemoryContextSwitchTo(context);
	read_table(table, &custom);
	posting_arena_palloc(&arena, context, NULL, 0);
	compile(&custom, &arena);
	check_wordings(&custom, &arena);
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(context);
	return PointerGetDatum(NULL);
}
