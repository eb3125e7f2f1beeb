/*
 * doc_access.c
 *		The accessors of posting_doc, one SQL function each.
 *
 * Those of fixed fields read the first bytes of a value alone.  What the text
 * does not say is NULL; lists are empty.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/lsyscache.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "pg/compat.h"
#include "pg/doc/doc.h"

/* Makes a text of a string. */
Datum
posting_text_datum(Str string)
{
	return PointerGetDatum(cstring_to_text_with_len(string.s, string.len));
}

/* Makes the shortest numeric of value / 10^digits. */
Datum
posting_decimal_datum(int64 value, int digits)
{
	for (; digits > 0 && value % 10 == 0; digits--)
		value /= 10;
	return NumericGetDatum(int64_div_fast_to_numeric(value, digits));
}

/* Makes what an amount (in 1/10,000) per period comes to in a year of 2,080 hours. */
Datum
posting_annual_datum(int64 amount, Period period)
{
	Datum		product;

	product = DirectFunctionCall2(numeric_mul, posting_decimal_datum(amount, 4),
								  NumericGetDatum(int64_to_numeric(posting_pay_times(period))));
	return DirectFunctionCall1(numeric_trim_scale, product);
}

/* Makes a text[] of strings; in one piece, because arrays of skills are what queries read most. */
ArrayType *
posting_text_array(const Str *items, uint32 count)
{
	Size		size = ARR_OVERHEAD_NONULLS(1);
	ArrayType  *array;
	char	   *p;

	if (count == 0)
		return construct_empty_array(TEXTOID);
	for (uint32 i = 0; i < count; i++)
		size += INTALIGN(VARHDRSZ + items[i].len);
	array = palloc0(size);
	SET_VARSIZE(array, size);
	array->ndim = 1;
	array->elemtype = TEXTOID;
	ARR_DIMS(array)[0] = count;
	ARR_LBOUND(array)[0] = 1;
	p = ARR_DATA_PTR(array);
	for (uint32 i = 0; i < count; i++)
	{
		SET_VARSIZE(p, VARHDRSZ + items[i].len);
		memcpy(VARDATA(p), items[i].s, items[i].len);
		p += INTALIGN(VARHDRSZ + items[i].len);
	}
	return array;
}

/* Makes a text[] of the names of a set's members. */
ArrayType *
posting_names_array(uint32 set, const char *const *names)
{
	Str			items[32];
	uint32		count = 0;

	for (; set != 0; set >>= 1, names++)
		if (set & 1)
			items[count++] = (Str) {*names, (uint32) strlen(*names)};
	return posting_text_array(items, count);
}

/* Makes a text[] of the names of skills, which are in order. */
ArrayType *
posting_skills_array(const Skill *skills, uint32 count)
{
	Str		   *names = palloc(count * sizeof(Str) + 1);

	for (uint32 i = 0; i < count; i++)
		names[i] = skills[i].name;
	return posting_text_array(names, count);
}

/* Makes a text[] of one part of each location (its offset), each name once. */
ArrayType *
posting_places_array(const Posting *posting, Size part)
{
	Str		   *names = palloc(posting->n_locations * sizeof(Str) + 1);
	uint32		count = 0;

	for (uint32 i = 0; i < posting->n_locations; i++)
	{
		Str			name = *(const Str *) ((const char *) &posting->locations[i] + part);
		uint32		seen = 0;

		while (seen < count && (names[seen].len != name.len ||
								memcmp(names[seen].s, name.s, name.len) != 0))
			seen++;
		if (name.len > 0 && seen == count)
			names[count++] = name;
	}
	return posting_text_array(names, count);
}

/* Returns one string of a value (its offset in Posting), or NULL. */
static Datum
string_field(FunctionCallInfo fcinfo, Size offset)
{
	Posting		posting;
	Str			string;

	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_STRINGS), &posting);
	string = *(const Str *) ((const char *) &posting + offset);
	if (string.len == 0)
		PG_RETURN_NULL();
	return posting_text_datum(string);
}

PG_FUNCTION_INFO_V1(posting_title);

/* Returns the title. */
Datum
posting_title(PG_FUNCTION_ARGS)
{
	return string_field(fcinfo, offsetof(Posting, title));
}

PG_FUNCTION_INFO_V1(posting_occupation);

/* Returns the O*NET-SOC code of the occupation. */
Datum
posting_occupation(PG_FUNCTION_ARGS)
{
	return string_field(fcinfo, offsetof(Posting, occupation));
}

PG_FUNCTION_INFO_V1(posting_company);

/* Returns the employer. */
Datum
posting_company(PG_FUNCTION_ARGS)
{
	return string_field(fcinfo, offsetof(Posting, company));
}

PG_FUNCTION_INFO_V1(posting_agency);

/* Returns the agency that hires for the employer. */
Datum
posting_agency(PG_FUNCTION_ARGS)
{
	return string_field(fcinfo, offsetof(Posting, agency));
}

PG_FUNCTION_INFO_V1(posting_reference);

/* Returns the employer's or board's number of the job. */
Datum
posting_reference(PG_FUNCTION_ARGS)
{
	return string_field(fcinfo, offsetof(Posting, reference));
}

/* What a function that returns composites keeps between its calls. */
typedef struct LocationType
{
	Oid			type;
	TupleDesc	tupdesc;
} LocationType;

/* Looks up the composite behind the array that a function returns, once a query. */
static LocationType *
location_type(FmgrInfo *flinfo)
{
	LocationType *found = flinfo->fn_extra;

	if (found == NULL)
	{
		MemoryContext caller = MemoryContextSwitchTo(flinfo->fn_mcxt);

		found = palloc(sizeof(LocationType));
		found->type = get_element_type(get_func_rettype(flinfo->fn_oid));
		found->tupdesc = BlessTupleDesc(lookup_rowtype_tupdesc_copy(found->type, -1));
		flinfo->fn_extra = found;
		MemoryContextSwitchTo(caller);
	}
	return found;
}

/* Makes a posting_location. */
static Datum
location_datum(const Location *location, TupleDesc tupdesc)
{
	const Str	parts[3] = {location->city, location->region, location->country};
	Datum		values[3] = {0};
	bool		nulls[3];

	for (int i = 0; i < 3; i++)
	{
		nulls[i] = parts[i].len == 0;
		if (!nulls[i])
			values[i] = posting_text_datum(parts[i]);
	}
	return HeapTupleGetDatum(heap_form_tuple(tupdesc, values, nulls));
}

PG_FUNCTION_INFO_V1(posting_locations);

/* Returns the places where the job can be done from. */
Datum
posting_locations(PG_FUNCTION_ARGS)
{
	LocationType *type = location_type(fcinfo->flinfo);
	Posting		posting;
	Datum	   *locations;

	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_LOCATIONS), &posting);
	if (posting.n_locations == 0)
		PG_RETURN_ARRAYTYPE_P(construct_empty_array(type->type));
	locations = palloc(posting.n_locations * sizeof(Datum));
	for (uint32 i = 0; i < posting.n_locations; i++)
		locations[i] = location_datum(&posting.locations[i], type->tupdesc);
	PG_RETURN_ARRAYTYPE_P(construct_array(locations, posting.n_locations, type->type,
										  -1, false, TYPALIGN_DOUBLE));
}

/* Returns one part of each location (its offset in Location). */
static Datum
places_field(FunctionCallInfo fcinfo, Size part)
{
	Posting		posting;

	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_LOCATIONS), &posting);
	PG_RETURN_ARRAYTYPE_P(posting_places_array(&posting, part));
}

PG_FUNCTION_INFO_V1(posting_cities);

/* Returns the cities of the locations. */
Datum
posting_cities(PG_FUNCTION_ARGS)
{
	return places_field(fcinfo, offsetof(Location, city));
}

PG_FUNCTION_INFO_V1(posting_countries);

/* Returns the countries of the locations. */
Datum
posting_countries(PG_FUNCTION_ARGS)
{
	return places_field(fcinfo, offsetof(Location, country));
}

PG_FUNCTION_INFO_V1(posting_remote_scope);

/* Returns the countries that the job can be done from remotely. */
Datum
posting_remote_scope(PG_FUNCTION_ARGS)
{
	Posting		posting;

	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_REMOTE_SCOPE), &posting);
	PG_RETURN_ARRAYTYPE_P(posting_text_array(posting.remote_scope, posting.n_remote_scope));
}

PG_FUNCTION_INFO_V1(posting_languages);

/* Returns the languages that the job asks for. */
Datum
posting_languages(PG_FUNCTION_ARGS)
{
	Posting		posting;

	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_LANGUAGES), &posting);
	PG_RETURN_ARRAYTYPE_P(posting_text_array(posting.languages, posting.n_languages));
}

PG_FUNCTION_INFO_V1(posting_workplace);

/* Returns where the work is done: remote, hybrid, onsite. */
Datum
posting_workplace(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	PG_RETURN_ARRAYTYPE_P(posting_names_array(header.workplace, posting_workplace_names));
}

PG_FUNCTION_INFO_V1(posting_employment_type);

/* Returns the kinds of employment. */
Datum
posting_employment_type(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	PG_RETURN_ARRAYTYPE_P(posting_names_array(header.employment_type, posting_employment_names));
}

PG_FUNCTION_INFO_V1(posting_benefits);

/* Returns the benefits that are offered. */
Datum
posting_benefits(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	PG_RETURN_ARRAYTYPE_P(posting_names_array(header.benefits, posting_benefit_names));
}

/* Makes a numrange, closed at both ends, of bounds in hundredths, or NULL. */
static Datum
hundredths_range(FunctionCallInfo fcinfo, int32 min, int32 max)
{
	RangeBound	lower = {.infinite = min < 0, .inclusive = min >= 0, .lower = true};
	RangeBound	upper = {.infinite = max < 0, .inclusive = max >= 0, .lower = false};

	if (min < 0 && max < 0)
		PG_RETURN_NULL();
	if (min >= 0)
		lower.val = posting_decimal_datum(min, 2);
	if (max >= 0)
		upper.val = posting_decimal_datum(max, 2);
	PG_RETURN_RANGE_P(posting_make_range(lookup_type_cache(NUMRANGEOID, TYPECACHE_RANGE_INFO),
										 &lower, &upper));
}

/* Returns a number of hundredths, or NULL. */
static Datum
hundredths_number(FunctionCallInfo fcinfo, int32 value)
{
	if (value < 0)
		PG_RETURN_NULL();
	return posting_decimal_datum(value, 2);
}

PG_FUNCTION_INFO_V1(posting_hours_per_week);

/* Returns the hours a week. */
Datum
posting_hours_per_week(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return hundredths_range(fcinfo, header.hours_min, header.hours_max);
}

PG_FUNCTION_INFO_V1(posting_experience);

/* Returns the years of experience that are asked for. */
Datum
posting_experience(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return hundredths_range(fcinfo, header.experience_min, header.experience_max);
}

PG_FUNCTION_INFO_V1(posting_experience_min);

/* Returns the fewest years of experience. */
Datum
posting_experience_min(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return hundredths_number(fcinfo, header.experience_min);
}

PG_FUNCTION_INFO_V1(posting_experience_max);

/* Returns the most years of experience. */
Datum
posting_experience_max(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return hundredths_number(fcinfo, header.experience_max);
}

/* Returns the name of an enumerated value, NULL where it is unsaid. */
static Datum
name_field(FunctionCallInfo fcinfo, const char *name)
{
	if (name[0] == '\0')
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(name));
}

PG_FUNCTION_INFO_V1(posting_seniority);

/* Returns the level. */
Datum
posting_seniority(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return name_field(fcinfo, posting_seniority_names[header.seniority]);
}

PG_FUNCTION_INFO_V1(posting_seniority_rank);

/* Returns the rank of the level, from 1 (intern) to 10 (executive). */
Datum
posting_seniority_rank(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	if (header.seniority == SENIORITY_NONE)
		PG_RETURN_NULL();
	PG_RETURN_INT32(header.seniority);
}

PG_FUNCTION_INFO_V1(posting_education);

/* Returns the lowest degree that is asked for. */
Datum
posting_education(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return name_field(fcinfo, posting_education_names[header.education]);
}

PG_FUNCTION_INFO_V1(posting_pay_statement);

/* Returns whether pay is stated, put in words, or absent. */
Datum
posting_pay_statement(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return name_field(fcinfo, posting_statement_names[header.pay_statement]);
}

PG_FUNCTION_INFO_V1(posting_visa_sponsorship);

/* Returns whether the employer sponsors a visa. */
Datum
posting_visa_sponsorship(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	if (header.visa_sponsorship == VISA_NONE)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(header.visa_sponsorship == VISA_YES);
}

/* Returns a date, or NULL. */
static Datum
date_field(FunctionCallInfo fcinfo, int32 date)
{
	if (date == DATE_NONE)
		PG_RETURN_NULL();
	PG_RETURN_DATEADT(date);
}

PG_FUNCTION_INFO_V1(posting_date_posted);

/* Returns the date of the posting. */
Datum
posting_date_posted(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return date_field(fcinfo, header.date_posted);
}

PG_FUNCTION_INFO_V1(posting_valid_through);

/* Returns the last date to apply. */
Datum
posting_valid_through(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	return date_field(fcinfo, header.valid_through);
}

PG_FUNCTION_INFO_V1(posting_text_language);

/* Returns the language of the text. */
Datum
posting_text_language(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	if (header.text_language[0] == '\0')
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text_with_len(header.text_language, 2));
}

PG_FUNCTION_INFO_V1(posting_count);

/* Returns how many postings the document holds. */
Datum
posting_count(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	PG_RETURN_INT32(header.postings);
}

PG_FUNCTION_INFO_V1(posting_truncated);

/* Returns whether a limit cut something off. */
Datum
posting_truncated(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	PG_RETURN_BOOL((header.flags & DOC_FLAG_TRUNCATED) != 0);
}

PG_FUNCTION_INFO_V1(posting_version);

/* Returns the version of the parser that made the value. */
Datum
posting_version(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	PG_RETURN_INT32(header.version);
}

PG_FUNCTION_INFO_V1(posting_is_current);

/* Returns whether this release's parser made the value. */
Datum
posting_is_current(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	PG_RETURN_BOOL(header.version == POSTING_PARSER_VERSION);
}

PG_FUNCTION_INFO_V1(posting_skills);

/* Returns the hard skills, sorted bytewise. */
Datum
posting_skills(PG_FUNCTION_ARGS)
{
	DocSkills	skills;
	Skill		skill;
	Str		   *names;
	uint32		count = 0;

	posting_doc_skills(PG_GETARG_DATUM(0), &skills);
	names = palloc(skills.left * sizeof(Str) + 1);
	while (posting_doc_next_skill(&skills, &skill))
		names[count++] = skill.name;
	PG_RETURN_ARRAYTYPE_P(posting_text_array(names, count));
}

PG_FUNCTION_INFO_V1(posting_skills_requirement);

/* Returns the hard skills of one requirement, sorted bytewise. */
Datum
posting_skills_requirement(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(1);
	int			requirement = posting_name_index(posting_requirement_names, VARDATA_ANY(name),
												 VARSIZE_ANY_EXHDR(name));
	uint32		count = 0;
	Posting		posting;

	if (requirement < 0)
		ereport(ERROR,
				errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				errmsg("unrecognized requirement: \"%s\"", text_to_cstring(name)),
				errhint("Requirements are \"required\", \"preferred\" and \"mentioned\"."));
	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_SKILLS), &posting);
	for (uint32 i = 0; i < posting.n_skills; i++)
		if ((int) posting.skills[i].requirement == requirement)
			posting.skills[count++] = posting.skills[i];
	PG_RETURN_ARRAYTYPE_P(posting_skills_array(posting.skills, count));
}

PG_FUNCTION_INFO_V1(posting_soft_skills);

/* Returns the soft skills, sorted bytewise. */
Datum
posting_soft_skills(PG_FUNCTION_ARGS)
{
	Posting		posting;

	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_SOFT_SKILLS), &posting);
	PG_RETURN_ARRAYTYPE_P(posting_skills_array(posting.soft_skills, posting.n_soft_skills));
}

/* Copies a pay out of what it stands in. */
static Datum
pay_datum(const PayDatum *pay)
{
	PayDatum   *copy = palloc(sizeof(PayDatum));

	*copy = *pay;
	return PointerGetDatum(copy);
}

PG_FUNCTION_INFO_V1(posting_salary);

/* Returns the main pay: the first base pay, else on-target earnings. */
Datum
posting_salary(PG_FUNCTION_ARGS)
{
	DocHeader	header;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	if ((header.flags & DOC_FLAG_PAY) == 0)
		PG_RETURN_NULL();
	return pay_datum(&header.main_pay);
}

/* Returns a bound of the main pay (its offset) a year, or NULL. */
static Datum
annual_bound(FunctionCallInfo fcinfo, Size bound)
{
	DocHeader	header;
	int64		amount;

	posting_doc_fixed(PG_GETARG_DATUM(0), &header);
	memcpy(&amount, (const char *) &header.main_pay + bound, sizeof(amount));
	if ((header.flags & DOC_FLAG_PAY) == 0 || amount == PAY_UNBOUNDED ||
		header.main_pay.period == PERIOD_NONE)
		PG_RETURN_NULL();
	return posting_annual_datum(amount, header.main_pay.period);
}

PG_FUNCTION_INFO_V1(posting_annual_min);

/* Returns the lower bound of the main pay a year of 2,080 hours. */
Datum
posting_annual_min(PG_FUNCTION_ARGS)
{
	return annual_bound(fcinfo, offsetof(PayDatum, min));
}

PG_FUNCTION_INFO_V1(posting_annual_max);

/* Returns the upper bound of the main pay a year of 2,080 hours. */
Datum
posting_annual_max(PG_FUNCTION_ARGS)
{
	return annual_bound(fcinfo, offsetof(PayDatum, max));
}

/* Makes a posting_pay. */
static Datum
core_pay_datum(const Pay *pay)
{
	PayDatum	datum;

	memset(&datum, 0, sizeof(datum));
	posting_pay_from_core(pay, &datum);
	return pay_datum(&datum);
}

PG_FUNCTION_INFO_V1(posting_salaries);

/* Returns all pays. */
Datum
posting_salaries(PG_FUNCTION_ARGS)
{
	Oid			type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));
	Posting		posting;
	Datum	   *pays;

	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_PAYS), &posting);
	if (posting.n_pays == 0)
		PG_RETURN_ARRAYTYPE_P(construct_empty_array(type));
	pays = palloc(posting.n_pays * sizeof(Datum));
	for (uint32 i = 0; i < posting.n_pays; i++)
		pays[i] = core_pay_datum(&posting.pays[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(pays, posting.n_pays, type, sizeof(PayDatum),
										  false, TYPALIGN_DOUBLE));
}

/* Appends the row of one pay. */
static void
put_pay_row(ReturnSetInfo *rsinfo, int n, const Pay *pay)
{
	Datum		values[7] = {0};
	bool		nulls[7] = {0};

	values[0] = Int32GetDatum(n);
	values[1] = core_pay_datum(pay);
	nulls[2] = pay->place.len == 0;
	if (!nulls[2])
		values[2] = posting_text_datum(pay->place);
	nulls[3] = pay->note.len == 0;
	if (!nulls[3])
		values[3] = posting_text_datum(pay->note);
	values[4] = BoolGetDatum(pay->period_stated);
	nulls[5] = nulls[6] = pay->n_at == 0;
	values[5] = Int32GetDatum(pay->at[0].start);
	values[6] = Int32GetDatum(pay->at[0].stop);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

PG_FUNCTION_INFO_V1(posting_pays);

/* Returns a row for each pay. */
Datum
posting_pays(PG_FUNCTION_ARGS)
{
	Posting		posting;

	InitMaterializedSRF(fcinfo, 0);
	posting_doc_load(PG_GETARG_DATUM(0), DOC_BIT(DOC_BLOCK_PAYS), &posting);
	for (uint32 i = 0; i < posting.n_pays; i++)
		put_pay_row((ReturnSetInfo *) fcinfo->resultinfo, i + 1, &posting.pays[i]);
	return (Datum) 0;
}
