/*
 * doc_record.c
 *		A value of posting_doc as other worlds want it: one row of plain columns
 *		(posting_record), and schema.org's JobPosting (posting_jsonld).
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/jsonb.h"

#include "pg/compat.h"
#include "pg/doc/doc.h"

#define RECORD_COLUMNS	34

/* A row being filled in, column by column. */
typedef struct RecordRow
{
	Datum		values[RECORD_COLUMNS];
	bool		nulls[RECORD_COLUMNS];
	int			count;
} RecordRow;

/* Fills in the next column. */
static void
put_datum(RecordRow *row, Datum value)
{
	Assert(row->count < RECORD_COLUMNS);
	row->nulls[row->count] = false;
	row->values[row->count++] = value;
}

/* Leaves the next column NULL. */
static void
put_null(RecordRow *row)
{
	Assert(row->count < RECORD_COLUMNS);
	row->values[row->count] = (Datum) 0;
	row->nulls[row->count++] = true;
}

/* Fills in the next column with a string; absent is NULL. */
static void
put_text(RecordRow *row, Str string)
{
	if (string.len == 0)
		put_null(row);
	else
		put_datum(row, posting_text_datum(string));
}

/* Fills in the next column with the name of an enumerated value; "" is NULL. */
static void
put_name(RecordRow *row, const char *name)
{
	put_text(row, (Str) {name, (uint32) strlen(name)});
}

/* Fills in the next column with a list. */
static void
put_array(RecordRow *row, ArrayType *array)
{
	put_datum(row, PointerGetDatum(array));
}

/* Fills in the next column with a number of hundredths. */
static void
put_hundredths(RecordRow *row, int32 value)
{
	if (value < 0)
		put_null(row);
	else
		put_datum(row, posting_decimal_datum(value, 2));
}

/* Fills in the next column with a date. */
static void
put_date(RecordRow *row, int32 date)
{
	if (date == DATE_NONE)
		put_null(row);
	else
		put_datum(row, DateADTGetDatum(date));
}

/* Fills in title, employer and place. */
static void
put_identity(RecordRow *row, const Posting *posting)
{
	Location	none = {0};
	const Location *first = posting->n_locations > 0 ? &posting->locations[0] : &none;

	put_text(row, posting->title);
	put_text(row, posting->occupation);
	put_text(row, posting->company);
	put_text(row, posting->agency);
	put_text(row, first->city);
	put_text(row, first->region);
	put_text(row, first->country);
	put_array(row, posting_places_array(posting, offsetof(Location, city)));
	put_array(row, posting_places_array(posting, offsetof(Location, country)));
}

/* Fills in the terms of employment. */
static void
put_terms(RecordRow *row, const Posting *posting)
{
	put_array(row, posting_names_array(posting->workplace, posting_workplace_names));
	put_array(row, posting_names_array(posting->employment_type, posting_employment_names));
	put_name(row, posting_seniority_names[posting->seniority]);
	if (posting->seniority == SENIORITY_NONE)
		put_null(row);
	else
		put_datum(row, Int32GetDatum(posting->seniority));
}

/* Fills in an amount of pay, as said or a year. */
static void
put_amount(RecordRow *row, int64 amount, bool annual, Period period)
{
	if (amount == PAY_UNBOUNDED || (annual && period == PERIOD_NONE))
		put_null(row);
	else if (annual)
		put_datum(row, posting_annual_datum(amount, period));
	else
		put_datum(row, posting_decimal_datum(amount, 4));
}

/* Fills in the main pay. */
static void
put_main_pay(RecordRow *row, const Posting *posting)
{
	const Pay  *pay = posting_main_pay(posting);

	if (pay == NULL)
	{
		for (int i = 0; i < 7; i++)
			put_null(row);
	}
	else
	{
		put_amount(row, pay->min, false, pay->period);
		put_amount(row, pay->max, false, pay->period);
		put_name(row, strcmp(pay->currency, "XXX") == 0 ? "" : pay->currency);
		put_name(row, posting_period_names[pay->period]);
		put_name(row, posting_kind_names[pay->kind]);
		put_amount(row, pay->min, true, pay->period);
		put_amount(row, pay->max, true, pay->period);
	}
	put_name(row, posting_statement_names[posting->pay_statement]);
}

/* Fills in what the job asks for and offers. */
static void
put_demands(RecordRow *row, const Posting *posting)
{
	put_hundredths(row, posting->experience_min);
	put_hundredths(row, posting->experience_max);
	put_name(row, posting_education_names[posting->education]);
	put_array(row, posting_skills_array(posting->skills, posting->n_skills));
	put_array(row, posting_skills_array(posting->soft_skills, posting->n_soft_skills));
	put_array(row, posting_text_array(posting->languages, posting->n_languages));
	put_array(row, posting_names_array(posting->benefits, posting_benefit_names));
	if (posting->visa_sponsorship == VISA_NONE)
		put_null(row);
	else
		put_datum(row, BoolGetDatum(posting->visa_sponsorship == VISA_YES));
}

/* Fills in what is about the posting itself. */
static void
put_about(RecordRow *row, const Posting *posting)
{
	put_text(row, posting->reference);
	put_date(row, posting->date_posted);
	put_date(row, posting->valid_through);
	put_text(row, posting->text_language);
	put_datum(row, Int32GetDatum(posting->postings));
}

/* Looks up the row type that a function returns, once a query. */
static TupleDesc
result_type(FunctionCallInfo fcinfo)
{
	FmgrInfo   *flinfo = fcinfo->flinfo;

	if (flinfo->fn_extra == NULL)
	{
		MemoryContext caller = MemoryContextSwitchTo(flinfo->fn_mcxt);
		TupleDesc	tupdesc;

		if (get_call_result_type(fcinfo, NULL, &tupdesc) != TYPEFUNC_COMPOSITE ||
			tupdesc->natts != RECORD_COLUMNS)
			elog(ERROR, "unexpected result type of posting_record");
		flinfo->fn_extra = BlessTupleDesc(tupdesc);
		MemoryContextSwitchTo(caller);
	}
	return flinfo->fn_extra;
}

PG_FUNCTION_INFO_V1(posting_record);

/* Returns a value as one row of plain columns. */
Datum
posting_record(PG_FUNCTION_ARGS)
{
	TupleDesc	tupdesc = result_type(fcinfo);
	RecordRow	row;
	Posting		posting;

	row.count = 0;
	posting_doc_load(PG_GETARG_DATUM(0), DOC_ALL_BLOCKS, &posting);
	put_identity(&row, &posting);
	put_terms(&row, &posting);
	put_main_pay(&row, &posting);
	put_demands(&row, &posting);
	put_about(&row, &posting);
	Assert(row.count == RECORD_COLUMNS);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(tupdesc, row.values, row.nulls)));
}

/* Appends a key behind the members before it. */
static void
put_key(StringInfo out, const char *key)
{
	char		last = out->data[out->len - 1];

	appendStringInfo(out, "%s\"%s\": ", last == '{' ? "" : ", ", key);
}

/* Appends a member that is a string, where it is there. */
static void
put_member(StringInfo out, const char *key, Str string)
{
	if (string.len == 0)
		return;
	put_key(out, key);
	posting_json_string(out, string);
}

/* Appends the beginning of an object of a schema.org type. */
static void
open_object(StringInfo out, const char *type)
{
	appendStringInfo(out, "{\"@type\": \"%s\"", type);
}

/* Appends the employer, or else the agency. */
static void
put_organization(StringInfo out, const Posting *posting)
{
	Str			name = posting->company.len > 0 ? posting->company : posting->agency;

	if (name.len == 0)
		return;
	put_key(out, "hiringOrganization");
	open_object(out, "Organization");
	put_member(out, "name", name);
	appendStringInfoChar(out, '}');
}

/* Appends the places. */
static void
put_places(StringInfo out, const Posting *posting)
{
	if (posting->n_locations == 0)
		return;
	put_key(out, "jobLocation");
	for (uint32 i = 0; i < posting->n_locations; i++)
	{
		appendStringInfoString(out, i == 0 ? "[" : ", ");
		open_object(out, "Place");
		put_key(out, "address");
		open_object(out, "PostalAddress");
		put_member(out, "addressLocality", posting->locations[i].city);
		put_member(out, "addressRegion", posting->locations[i].region);
		put_member(out, "addressCountry", posting->locations[i].country);
		appendStringInfoString(out, "}}");
	}
	appendStringInfoChar(out, ']');
}

/* Appends that one can work from afar, and from where. */
static void
put_remote(StringInfo out, const Posting *posting)
{
	if ((posting->workplace & WORKPLACE_REMOTE) == 0)
		return;
	put_key(out, "jobLocationType");
	appendStringInfoString(out, "\"TELECOMMUTE\"");
	if (posting->n_remote_scope == 0)
		return;
	put_key(out, "applicantLocationRequirements");
	for (uint32 i = 0; i < posting->n_remote_scope; i++)
	{
		appendStringInfoString(out, i == 0 ? "[" : ", ");
		open_object(out, "Country");
		put_member(out, "name", posting->remote_scope[i]);
		appendStringInfoChar(out, '}');
	}
	appendStringInfoChar(out, ']');
}

/* Appends an amount, where it is there. */
static void
put_value(StringInfo out, const char *key, int64 amount)
{
	if (amount == PAY_UNBOUNDED)
		return;
	put_key(out, key);
	posting_json_decimal(out, amount, 4);
}

/* Appends the main pay; on-target earnings are no base salary. */
static void
put_salary(StringInfo out, const Posting *posting)
{
	static const char *const unit_texts[] = {NULL, "HOUR", "DAY", "WEEK", "MONTH", "YEAR"};
	const Pay  *pay = posting_main_pay(posting);

	if (pay == NULL || pay->kind != PAY_BASE)
		return;
	put_key(out, "baseSalary");
	open_object(out, "MonetaryAmount");
	if (strcmp(pay->currency, "XXX") != 0)
		put_member(out, "currency", (Str) {pay->currency, 3});
	put_key(out, "value");
	open_object(out, "QuantitativeValue");
	if (pay->min == pay->max)
		put_value(out, "value", pay->min);
	else
	{
		put_value(out, "minValue", pay->min);
		put_value(out, "maxValue", pay->max);
	}
	if (unit_texts[pay->period] != NULL)
		put_member(out, "unitText", (Str) {unit_texts[pay->period],
										   (uint32) strlen(unit_texts[pay->period])});
	appendStringInfoString(out, "}}");
}

/* Appends the kinds of employment. */
static void
put_employment(StringInfo out, const Posting *posting)
{
	const char *const *names = posting_employment_names;
	const char *separator = "[";

	if (posting->employment_type == 0)
		return;
	put_key(out, "employmentType");
	for (uint32 left = posting->employment_type; left != 0; left >>= 1, names++)
		if (left & 1)
		{
			appendStringInfo(out, "%s\"%s\"", separator, *names);
			separator = ", ";
		}
	appendStringInfoChar(out, ']');
}

/* Appends the hard skills. */
static void
put_skills(StringInfo out, const Posting *posting)
{
	if (posting->n_skills == 0)
		return;
	put_key(out, "skills");
	for (uint32 i = 0; i < posting->n_skills; i++)
	{
		appendStringInfoString(out, i == 0 ? "[" : ", ");
		posting_json_string(out, posting->skills[i].name);
	}
	appendStringInfoChar(out, ']');
}

/* Appends experience and education. */
static void
put_requirements(StringInfo out, const Posting *posting)
{
	/* the categories that search engines know, by Education */
	static const char *const categories[] = {
		NULL, "high school", "professional certificate", "associate degree",
		"bachelor degree", "postgraduate degree", "postgraduate degree"
	};
	const char *category = categories[posting->education];

	if (posting->experience_min >= 0)
	{
		put_key(out, "experienceRequirements");
		open_object(out, "OccupationalExperienceRequirements");
		put_key(out, "monthsOfExperience");
		appendStringInfo(out, INT64_FORMAT "}",
						 ((int64) posting->experience_min * MONTHS_PER_YEAR + 50) / 100);
	}
	if (category != NULL)
	{
		put_key(out, "educationRequirements");
		open_object(out, "EducationalOccupationalCredential");
		put_member(out, "credentialCategory", (Str) {category, (uint32) strlen(category)});
		appendStringInfoChar(out, '}');
	}
}

/* Appends a member that is a date, where it is there. */
static void
put_day(StringInfo out, const char *key, int32 date)
{
	if (date == DATE_NONE)
		return;
	put_key(out, key);
	posting_json_date(out, date);
}

/* Appends the employer's or board's number of the job. */
static void
put_identifier(StringInfo out, const Posting *posting)
{
	if (posting->reference.len == 0)
		return;
	put_key(out, "identifier");
	open_object(out, "PropertyValue");
	put_member(out, "name", posting->company);
	put_member(out, "value", posting->reference);
	appendStringInfoChar(out, '}');
}

PG_FUNCTION_INFO_V1(posting_jsonld);

/* Returns a value as a JobPosting of schema.org. */
Datum
posting_jsonld(PG_FUNCTION_ARGS)
{
	StringInfoData out;
	Posting		posting;

	posting_doc_load(PG_GETARG_DATUM(0), DOC_ALL_BLOCKS, &posting);
	initStringInfo(&out);
	open_object(&out, "JobPosting");
	put_key(&out, "@context");
	appendStringInfoString(&out, "\"https://schema.org\"");
	put_member(&out, "title", posting.title);
	put_member(&out, "occupationalCategory", posting.occupation);
	put_organization(&out, &posting);
	put_places(&out, &posting);
	put_remote(&out, &posting);
	put_salary(&out, &posting);
	put_employment(&out, &posting);
	put_skills(&out, &posting);
	put_requirements(&out, &posting);
	put_day(&out, "datePosted", posting.date_posted);
	put_day(&out, "validThrough", posting.valid_through);
	put_identifier(&out, &posting);
	appendStringInfoChar(&out, '}');
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(out.data));
}
