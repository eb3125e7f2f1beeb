/*
 * lexicon.c
 *		SQL functions that look into the built-in lexicon of skills.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "core/doc.h"
#include "pg/compat.h"
#include "pg/doc/doc.h"
#include "pg/parse/session.h"
#include "pg/skills/lexicon.h"

/* No wording of the lexicon is longer. */
#define MAX_WORDING	(FOLD_MAX_WORD * LEXICON_MAX_WORDS)

/* Parents above a skill, at most: a bound in case the lexicon went round in circles. */
#define MAX_DEPTH	32

/* A string of the lexicon. */
static Str
string_at(uint32 offset)
{
	return str_of(posting_lexicon_strings + offset);
}

/* Whether a wording is a name but for the case of ASCII letters. */
static bool
is_name(Str wording, Str name)
{
	if (wording.len != name.len)
		return false;
	for (uint32 i = 0; i < name.len; i++)
		if (pg_ascii_tolower((unsigned char) wording.s[i]) !=
			pg_ascii_tolower((unsigned char) name.s[i]))
			return false;
	return true;
}

/* Finds a group by its name: groups are never read in text, so the automaton does not hold them. */
static const SkillRow *
find_group(Str wording)
{
	for (uint32 i = 0; i < posting_skill_row_count; i++)
		if (posting_skill_rows[i].flags & SKILL_GROUP &&
			is_name(wording, string_at(posting_skill_rows[i].name)))
			return &posting_skill_rows[i];
	return NULL;
}

/* Finds a skill or a group. */
const SkillRow *
posting_find_skill(Str wording)
{
	Arena		arena;
	Lexicon		lexicon;
	const Entry *entry;
	uint64		buffer[512];

	if (wording.len == 0 || wording.len > MAX_WORDING)
		return NULL;
	posting_arena_palloc(&arena, CurrentMemoryContext, buffer, sizeof(buffer));
	posting_builtin_lexicon(&lexicon);
	entry = lexicon_lookup(&lexicon, &arena, wording.s, wording.len, KIND_SKILL);
	return entry != NULL ? &posting_skill_rows[entry->value] : find_group(wording);
}

/* Returns the canonical name, or the wording itself. */
Str
posting_canonical_skill(Str wording)
{
	const SkillRow *row = posting_find_skill(wording);

	return row != NULL ? string_at(row->name) : wording;
}

/* A text, NULL where it is empty. */
static Datum
text_or_null(uint32 offset, bool *isnull)
{
	Str			str = string_at(offset);

	*isnull = str.len == 0;
	return *isnull ? (Datum) 0 : posting_text_datum(str);
}

/* The aliases of a skill, which the lexicon joins by "|". */
static ArrayType *
alias_array(const SkillRow *row)
{
	Str			joined = string_at(row->aliases);
	Str		   *items = palloc((joined.len / 2 + 2) * sizeof(Str));
	uint32		n = 0;

	for (const char *s = joined.s; s < joined.s + joined.len;)
	{
		uint32		len = strcspn(s, "|");

		if (len > 0)
			items[n++] = (Str) {s, len};
		s += len + 1;
	}
	return posting_text_array(items, n);
}

/* Lists the lexicon. */
PG_FUNCTION_INFO_V1(posting_lexicon);
Datum
posting_lexicon(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	InitMaterializedSRF(fcinfo, 0);
	for (uint32 i = 0; i < posting_skill_row_count; i++)
	{
		const SkillRow *row = &posting_skill_rows[i];
		Datum		values[6];
		bool		nulls[6] = {0};

		values[0] = posting_text_datum(string_at(row->name));
		values[1] = PointerGetDatum(alias_array(row));
		values[2] = text_or_null(row->category, &nulls[2]);
		nulls[3] = row->parent == 0;
		values[3] = nulls[3]
						? (Datum) 0
						: posting_text_datum(string_at(posting_skill_rows[row->parent - 1].name));
		values[4] = text_or_null(row->onet, &nulls[4]);
		values[5] = text_or_null(row->esco, &nulls[5]);
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* Returns the canonical name of a skill, or NULL. */
PG_FUNCTION_INFO_V1(posting_skill);
Datum
posting_skill(PG_FUNCTION_ARGS)
{
	text	   *wording = PG_GETARG_TEXT_PP(0);
	const SkillRow *row =
		posting_find_skill((Str) {VARDATA_ANY(wording), VARSIZE_ANY_EXHDR(wording)});

	if (row == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(posting_text_datum(string_at(row->name)));
}

/* One name of a list, and where it stood. */
typedef struct Wording
{
	Str			str;
	uint32		order;
	bool		doubled;
} Wording;

/* Orders strings bytewise. */
static int
compare_str(Str a, Str b)
{
	int			order = memcmp(a.s, b.s, Min(a.len, b.len));

	return order != 0 ? order : a.len < b.len ? -1 : a.len > b.len;
}

/* Orders wordings by their bytes, then as they stood. */
static int
by_name(const void *left, const void *right)
{
	const Wording *a = left;
	const Wording *b = right;
	int			order = compare_str(a->str, b->str);

	return order != 0 ? order : a->order < b->order ? -1 : a->order > b->order;
}

/* Orders wordings as they stood. */
static int
by_order(const void *left, const void *right)
{
	const Wording *a = left;
	const Wording *b = right;

	return a->order < b->order ? -1 : a->order > b->order;
}

/* Makes an array of the names, each once, where it stood first. */
static ArrayType *
distinct_names(Wording *names, uint32 count)
{
	Str		   *items = palloc((count + 1) * sizeof(Str));
	uint32		n = 0;

	qsort(names, count, sizeof(Wording), by_name);
	for (uint32 i = 1; i < count; i++)
		names[i].doubled = str_equal(names[i].str, names[i - 1].str);
	qsort(names, count, sizeof(Wording), by_order);
	for (uint32 i = 0; i < count; i++)
		if (!names[i].doubled)
			items[n++] = names[i].str;
	return posting_text_array(items, n);
}

/* Makes the names of a list canonical; unknown ones stay, NULLs go. */
PG_FUNCTION_INFO_V1(posting_skill_names);
Datum
posting_skill_names(PG_FUNCTION_ARGS)
{
	Datum	   *elements;
	bool	   *nulls;
	int			n_elements;
	Wording	   *names;
	uint32		n = 0;

	deconstruct_array(PG_GETARG_ARRAYTYPE_P(0), TEXTOID, -1, false, TYPALIGN_INT,
					  &elements, &nulls, &n_elements);
	names = palloc0((n_elements + 1) * sizeof(Wording));
	for (int i = 0; i < n_elements; i++)
	{
		text	   *wording;

		if (nulls[i])
			continue;
		wording = DatumGetTextPP(elements[i]);
		names[n].str =
			posting_canonical_skill((Str) {VARDATA_ANY(wording), VARSIZE_ANY_EXHDR(wording)});
		names[n].order = n;
		n++;
	}
	PG_RETURN_ARRAYTYPE_P(distinct_names(names, n));
}

/* Whether a skill is another one or stands below it. */
static bool
is_below(const SkillRow *row, const SkillRow *top)
{
	for (int depth = 0; depth < MAX_DEPTH; depth++)
	{
		if (row == top)
			return true;
		if (row->parent == 0)
			return false;
		row = &posting_skill_rows[row->parent - 1];
	}
	return false;
}

/* Orders plain strings. */
static int
bytewise(const void *left, const void *right)
{
	return compare_str(*(const Str *) left, *(const Str *) right);
}

/* The head of a family: a group goes before a skill that has its name as an alias. */
static const SkillRow *
find_head(Str wording)
{
	const SkillRow *group = find_group(wording);

	return group != NULL ? group : posting_find_skill(wording);
}

/* Lists a skill and all below it; nothing for an unknown one. */
PG_FUNCTION_INFO_V1(posting_skill_family);
Datum
posting_skill_family(PG_FUNCTION_ARGS)
{
	text	   *wording = PG_GETARG_TEXT_PP(0);
	const SkillRow *top = find_head((Str) {VARDATA_ANY(wording), VARSIZE_ANY_EXHDR(wording)});
	Str		   *items = palloc(posting_skill_row_count * sizeof(Str));
	uint32		n = 0;

	for (uint32 i = 0; i < posting_skill_row_count && top != NULL; i++)
		if (is_below(&posting_skill_rows[i], top))
			items[n++] = string_at(posting_skill_rows[i].name);
	qsort(items, n, sizeof(Str), bytewise);
	PG_RETURN_ARRAYTYPE_P(posting_text_array(items, n));
}
