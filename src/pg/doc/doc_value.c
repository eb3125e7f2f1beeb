/*
 * doc_value.c
 *		Makes values of posting_doc, and compares, sends and receives them.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "pg/compat.h"
#include "pg/doc/doc.h"

/* A value being written. */
typedef struct DocWriter
{
	StringInfoData directory;
	StringInfoData blocks;
	Str		   *rules;			/* distinct rule names, by number - 1 */
	uint32		n_rules;
} DocWriter;

/* Compares two strings bytewise. */
static int
compare_strings(Str a, Str b)
{
	int			result = memcmp(a.s, b.s, Min(a.len, b.len));

	if (result != 0)
		return result;
	return a.len < b.len ? -1 : a.len > b.len;
}

/* Orders spans by begin, then by end. */
static int
compare_spans(const void *a, const void *b)
{
	const Span *left = a;
	const Span *right = b;

	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	return left->stop < right->stop ? -1 : left->stop > right->stop;
}

/* Orders skills by name, the most wanted first. */
static int
compare_skills(const void *a, const void *b)
{
	const Skill *left = a;
	const Skill *right = b;
	int			result = compare_strings(left->name, right->name);

	return result != 0 ? result : (int) left->requirement - (int) right->requirement;
}

/* Orders language levels by language, then by level. */
static int
compare_levels(const void *a, const void *b)
{
	const LanguageLevel *left = a;
	const LanguageLevel *right = b;
	int			result = compare_strings(left->language, right->language);

	return result != 0 ? result : compare_strings(left->level, right->level);
}

/* Orders sections by span, then by zone. */
static int
compare_sections(const void *a, const void *b)
{
	const SectionSpan *left = a;
	const SectionSpan *right = b;
	int			result = compare_spans(&left->at, &right->at);

	return result != 0 ? result : (int) left->zone - (int) right->zone;
}

/* Returns a copy of a list of the posting, cut to max items. */
static void *
copy_list(Posting *posting, const void *items, uint32 *count, Size size, uint32 max)
{
	void	   *copy;

	if (*count > max)
	{
		*count = max;
		posting->truncated = true;
	}
	if (*count == 0)
		return NULL;
	copy = palloc(*count * size);
	memcpy(copy, items, *count * size);
	return copy;
}

/* Copies a list of strings, leaving out empty ones. */
static void
copy_strings(Posting *posting, Str **items, uint32 *count)
{
	uint32		kept = 0;
	Str		   *copy = copy_list(posting, *items, count, sizeof(Str), DOC_MAX_LIST);

	for (uint32 i = 0; i < *count; i++)
		if (copy[i].len > 0)
			copy[kept++] = copy[i];
	*items = copy;
	*count = kept;
}

/* Puts spans in order, and keeps those that SQL's integers can count. */
static void
order_spans(Span *spans, uint32_t *count)
{
	uint32		kept = 0;

	*count = Min(*count, POSTING_MAX_SPANS);
	for (uint32 i = 0; i < *count; i++)
		if (spans[i].start <= spans[i].stop && spans[i].stop <= PG_INT32_MAX)
			spans[kept++] = spans[i];
	*count = kept;
	qsort(spans, kept, sizeof(Span), compare_spans);
}

/* Puts the bounds of a range in order; what is negative is unsaid. */
static void
order_bounds(int32_t *min, int32_t *max)
{
	int32		swap = *min;

	if (*min < 0)
		*min = -1;
	if (*max < 0)
		*max = -1;
	if (*min > *max && *max >= 0)
	{
		*min = *max;
		*max = swap;
	}
}

/* Copies skills in the order of their names, the first of each name. */
static void
copy_skills(Posting *posting, Skill **items, uint32_t *count, bool soft)
{
	uint32		kept = 0;
	Skill	   *copy = copy_list(posting, *items, count, sizeof(Skill), POSTING_MAX_SKILLS);

	for (uint32 i = 0; i < *count; i++)
		if (copy[i].name.len > 0)
			copy[kept++] = copy[i];
	*count = kept;
	qsort(copy, kept, sizeof(Skill), compare_skills);
	kept = 0;
	for (uint32 i = 0; i < *count; i++)
		if (kept == 0 || compare_strings(copy[kept - 1].name, copy[i].name) != 0)
			copy[kept++] = copy[i];
	for (uint32 i = 0; i < kept; i++)
	{
		if (soft)
		{
			copy[i].requirement = REQUIREMENT_REQUIRED;
			copy[i].years_min = copy[i].years_max = YEARS_NONE;
		}
		order_bounds(&copy[i].years_min, &copy[i].years_max);
		order_spans(copy[i].at, &copy[i].n_at);
	}
	*items = copy;
	*count = kept;
}

/* Whether a currency is three capital letters. */
static bool
currency_valid(const char *currency)
{
	for (int i = 0; i < 3; i++)
		if (currency[i] < 'A' || currency[i] > 'Z')
			return false;
	return true;
}

/* Returns an amount where a value can hold it. */
static int64
canonical_amount(int64 amount)
{
	return amount < 0 || amount > PAY_MAX_AMOUNT ? PAY_UNBOUNDED : amount;
}

/* Copies pays that name an amount, their bounds in order. */
static void
copy_pays(Posting *posting)
{
	uint32		kept = 0;
	Pay		   *copy = copy_list(posting, posting->pays, &posting->n_pays, sizeof(Pay),
								 POSTING_MAX_PAYS);

	for (uint32 i = 0; i < posting->n_pays; i++)
	{
		Pay			pay = copy[i];

		pay.min = canonical_amount(pay.min);
		pay.max = canonical_amount(pay.max);
		if (pay.min == PAY_UNBOUNDED && pay.max == PAY_UNBOUNDED)
			continue;
		if (pay.max != PAY_UNBOUNDED && pay.min > pay.max)
		{
			pay.min = copy[i].max;
			pay.max = copy[i].min;
		}
		if (!currency_valid(pay.currency))
			memcpy(pay.currency, "XXX", 4);
		order_spans(pay.at, &pay.n_at);
		copy[kept++] = pay;
	}
	posting->pays = copy;
	posting->n_pays = kept;
}

/* Copies locations that name something. */
static void
copy_locations(Posting *posting)
{
	uint32		kept = 0;
	Location   *copy = copy_list(posting, posting->locations, &posting->n_locations,
								 sizeof(Location), DOC_MAX_LIST);

	for (uint32 i = 0; i < posting->n_locations; i++)
		if (copy[i].city.len > 0 || copy[i].region.len > 0 || copy[i].country.len > 0)
			copy[kept++] = copy[i];
	posting->locations = copy;
	posting->n_locations = kept;
}

/* Copies language levels in the order of the languages, the first of each. */
static void
copy_levels(Posting *posting)
{
	uint32		kept = 0;
	LanguageLevel *copy = copy_list(posting, posting->language_levels,
									&posting->n_language_levels,
									sizeof(LanguageLevel), DOC_MAX_LIST);

	for (uint32 i = 0; i < posting->n_language_levels; i++)
		if (copy[i].language.len > 0 && copy[i].level.len > 0)
			copy[kept++] = copy[i];
	posting->n_language_levels = kept;
	qsort(copy, kept, sizeof(LanguageLevel), compare_levels);
	kept = 0;
	for (uint32 i = 0; i < posting->n_language_levels; i++)
		if (kept == 0 || compare_strings(copy[kept - 1].language, copy[i].language) != 0)
			copy[kept++] = copy[i];
	posting->language_levels = copy;
	posting->n_language_levels = kept;
}

/* Copies sections and evidence whose spans can be told. */
static void
copy_evidence(Posting *posting)
{
	uint32		kept = 0;
	SectionSpan *sections = copy_list(posting, posting->sections, &posting->n_sections,
									  sizeof(SectionSpan), POSTING_MAX_SECTIONS);
	Evidence   *evidence = copy_list(posting, posting->evidence, &posting->n_evidence,
									 sizeof(Evidence), POSTING_MAX_EVIDENCE);

	for (uint32 i = 0; i < posting->n_sections; i++)
		if (sections[i].at.start <= sections[i].at.stop && sections[i].at.stop <= PG_INT32_MAX)
			sections[kept++] = sections[i];
	qsort(sections, kept, sizeof(SectionSpan), compare_sections);
	posting->sections = sections;
	posting->n_sections = kept;
	kept = 0;
	for (uint32 i = 0; i < posting->n_evidence; i++)
		if (evidence[i].at.start <= evidence[i].at.stop && evidence[i].at.stop <= PG_INT32_MAX &&
			evidence[i].rule.len > 0)
			evidence[kept++] = evidence[i];
	posting->evidence = evidence;
	posting->n_evidence = kept;
}

/* Returns the date where a value can hold it. */
static int32
canonical_date(int32 date)
{
	return date < DOC_DATE_MIN || date > DOC_DATE_MAX ? DATE_NONE : date;
}

/* Makes the one form of a posting that values are made from (see doc.h). */
static void
canonicalise(const Posting *posting, Posting *out)
{
	const char *language = posting->text_language.s;

	*out = *posting;
	copy_locations(out);
	copy_strings(out, &out->remote_scope, &out->n_remote_scope);
	copy_strings(out, &out->languages, &out->n_languages);
	copy_levels(out);
	copy_skills(out, &out->skills, &out->n_skills, false);
	copy_skills(out, &out->soft_skills, &out->n_soft_skills, true);
	copy_pays(out);
	copy_evidence(out);
	order_bounds(&out->experience_min, &out->experience_max);
	order_bounds(&out->hours_min, &out->hours_max);
	out->date_posted = canonical_date(posting->date_posted);
	out->valid_through = canonical_date(posting->valid_through);
	if (out->education == EDUCATION_NONE)
		out->education_required = false;
	if (language == NULL || posting->text_language.len != 2 ||
		language[0] < 'a' || language[0] > 'z' || language[1] < 'a' || language[1] > 'z')
		out->text_language.len = 0;
	out->postings = Min(posting->postings, PG_INT32_MAX);
	out->raw_length = Min(posting->raw_length, PG_INT32_MAX);
	out->version = Min(posting->version, PG_INT32_MAX);
}

/* Appends a varint. */
static void
put_varint(StringInfo out, uint64 value)
{
	for (; value >= 0x80; value >>= 7)
		appendStringInfoCharMacro(out, (char) (value | 0x80));
	appendStringInfoCharMacro(out, (char) value);
}

/* Appends a string. */
static void
put_string(StringInfo out, Str string)
{
	uint32		len = string.s == NULL ? 0 : string.len;

	put_varint(out, len);
	if (len > 0)
		appendBinaryStringInfo(out, string.s, len);
}

/* Appends a span that counts from base. */
static void
put_span(StringInfo out, Span span, uint32 base)
{
	put_varint(out, span.start - base);
	put_varint(out, span.stop - span.start);
}

/* Appends the spans of a skill or pay. */
static void
put_spans(StringInfo out, const Span *spans, uint32 count)
{
	for (uint32 i = 0; i < count; i++)
		put_span(out, spans[i], i == 0 ? 0 : spans[i - 1].start);
}

/* Appends a list of strings. */
static void
put_strings(StringInfo out, const Str *items, uint32 count)
{
	if (count > 0)
		put_varint(out, count);
	for (uint32 i = 0; i < count; i++)
		put_string(out, items[i]);
}

/* Appends a list of skills. */
static void
put_skills(StringInfo out, const Skill *skills, uint32 count)
{
	if (count > 0)
		put_varint(out, count);
	for (uint32 i = 0; i < count; i++)
	{
		const Skill *skill = &skills[i];

		put_string(out, skill->name);
		appendStringInfoCharMacro(out, (char) (skill->requirement |
											   (skill->years_min >= 0 ? DOC_SKILL_YEARS_MIN : 0) |
											   (skill->years_max >= 0 ? DOC_SKILL_YEARS_MAX : 0) |
											   skill->n_at << DOC_SKILL_SPANS_SHIFT));
		if (skill->years_min >= 0)
			put_varint(out, skill->years_min);
		if (skill->years_max >= 0)
			put_varint(out, skill->years_max);
		put_spans(out, skill->at, skill->n_at);
	}
}

/* Returns the number of a rule from 1, giving it one; 0 where it has no name. */
static uint32
rule_number(DocWriter *writer, Str rule)
{
	if (rule.s == NULL || rule.len == 0)
		return 0;
	for (uint32 i = 0; i < writer->n_rules; i++)
		if (compare_strings(writer->rules[i], rule) == 0)
			return i + 1;
	Assert(writer->n_rules < DOC_MAX_RULES);
	writer->rules[writer->n_rules++] = rule;
	return writer->n_rules;
}

/* Numbers all rules of a posting, which stand before those who use them. */
static void
number_rules(DocWriter *writer, const Posting *posting)
{
	writer->rules = palloc((posting->n_pays + posting->n_evidence + 1) * sizeof(Str));
	for (uint32 i = 0; i < posting->n_pays; i++)
		rule_number(writer, posting->pays[i].rule);
	for (uint32 i = 0; i < posting->n_evidence; i++)
		rule_number(writer, posting->evidence[i].rule);
}

/* Appends a pay. */
static void
put_pay(DocWriter *writer, const Pay *pay)
{
	StringInfo	out = &writer->blocks;
	bool		has_min = pay->min != PAY_UNBOUNDED;
	bool		has_max = pay->max != PAY_UNBOUNDED;
	bool		has_place = pay->place.s != NULL && pay->place.len > 0;
	bool		has_note = pay->note.s != NULL && pay->note.len > 0;

	appendStringInfoCharMacro(out, (char) ((has_min ? DOC_PAY_MIN : 0) |
										   (has_max ? DOC_PAY_MAX : 0) |
										   (pay->period_stated ? DOC_PAY_PERIOD_STATED : 0) |
										   (has_place ? DOC_PAY_PLACE : 0) |
										   (has_note ? DOC_PAY_NOTE : 0) |
										   pay->n_at << DOC_PAY_SPANS_SHIFT));
	appendStringInfoCharMacro(out, (char) DOC_TERMS(pay->kind, pay->period, pay->tax));
	appendStringInfoCharMacro(out, (char) pay->payments_per_year);
	appendBinaryStringInfo(out, pay->currency, 3);
	if (has_min)
		put_varint(out, (uint64) pay->min);
	if (has_max)
		put_varint(out, (uint64) pay->max);
	if (has_place)
		put_string(out, pay->place);
	if (has_note)
		put_string(out, pay->note);
	put_varint(out, rule_number(writer, pay->rule));
	put_spans(out, pay->at, pay->n_at);
}

/* Writes the block of the strings. */
static void
write_strings(DocWriter *writer, const Posting *posting)
{
	put_string(&writer->blocks, posting->title);
	put_string(&writer->blocks, posting->occupation);
	put_string(&writer->blocks, posting->company);
	put_string(&writer->blocks, posting->agency);
	put_string(&writer->blocks, posting->pay_words);
	put_string(&writer->blocks, posting->reference);
}

/* Writes the block of the locations. */
static void
write_locations(DocWriter *writer, const Posting *posting)
{
	if (posting->n_locations > 0)
		put_varint(&writer->blocks, posting->n_locations);
	for (uint32 i = 0; i < posting->n_locations; i++)
	{
		put_string(&writer->blocks, posting->locations[i].city);
		put_string(&writer->blocks, posting->locations[i].region);
		put_string(&writer->blocks, posting->locations[i].country);
	}
}

/* Writes the block of the countries of remote work. */
static void
write_remote_scope(DocWriter *writer, const Posting *posting)
{
	put_strings(&writer->blocks, posting->remote_scope, posting->n_remote_scope);
}

/* Writes the block of the languages. */
static void
write_languages(DocWriter *writer, const Posting *posting)
{
	put_strings(&writer->blocks, posting->languages, posting->n_languages);
}

/* Writes the block of the language levels. */
static void
write_language_levels(DocWriter *writer, const Posting *posting)
{
	if (posting->n_language_levels > 0)
		put_varint(&writer->blocks, posting->n_language_levels);
	for (uint32 i = 0; i < posting->n_language_levels; i++)
	{
		put_string(&writer->blocks, posting->language_levels[i].language);
		put_string(&writer->blocks, posting->language_levels[i].level);
	}
}

/* Writes the block of the hard skills. */
static void
write_skills(DocWriter *writer, const Posting *posting)
{
	put_skills(&writer->blocks, posting->skills, posting->n_skills);
}

/* Writes the block of the soft skills. */
static void
write_soft_skills(DocWriter *writer, const Posting *posting)
{
	put_skills(&writer->blocks, posting->soft_skills, posting->n_soft_skills);
}

/* Writes the block of the distinct rule names. */
static void
write_rules(DocWriter *writer, const Posting *posting)
{
	number_rules(writer, posting);
	put_strings(&writer->blocks, writer->rules, writer->n_rules);
}

/* Writes the block of the pays. */
static void
write_pays(DocWriter *writer, const Posting *posting)
{
	if (posting->n_pays > 0)
		put_varint(&writer->blocks, posting->n_pays);
	for (uint32 i = 0; i < posting->n_pays; i++)
		put_pay(writer, &posting->pays[i]);
}

/* Writes the block of the sections. */
static void
write_sections(DocWriter *writer, const Posting *posting)
{
	uint32		base = 0;

	if (posting->n_sections > 0)
		put_varint(&writer->blocks, posting->n_sections);
	for (uint32 i = 0; i < posting->n_sections; i++)
	{
		appendStringInfoCharMacro(&writer->blocks, (char) posting->sections[i].zone);
		put_span(&writer->blocks, posting->sections[i].at, base);
		base = posting->sections[i].at.start;
	}
}

/* Writes the block of the evidence. */
static void
write_evidence(DocWriter *writer, const Posting *posting)
{
	if (posting->n_evidence > 0)
		put_varint(&writer->blocks, posting->n_evidence);
	for (uint32 i = 0; i < posting->n_evidence; i++)
	{
		const Evidence *evidence = &posting->evidence[i];

		appendStringInfoCharMacro(&writer->blocks, (char) evidence->field);
		put_varint(&writer->blocks, rule_number(writer, evidence->rule));
		put_span(&writer->blocks, evidence->at, 0);
	}
}

/* Writes the block of the signature. */
static void
write_signature(DocWriter *writer, const Posting *posting)
{
	if (posting->signature != NULL)
		appendBinaryStringInfo(&writer->blocks, (const char *) posting->signature,
							   POSTING_SIGNATURE);
}

/* By DocBlock. */
static void (*const block_writers[DOC_BLOCKS]) (DocWriter *, const Posting *) = {
	write_strings, write_locations, write_remote_scope, write_languages,
	write_language_levels, write_skills, write_soft_skills, write_rules,
	write_pays, write_sections, write_evidence, write_signature
};

/* Fills in the fixed fields. */
static void
fill_header(DocHeader *header, const Posting *posting)
{
	const Pay  *pay = posting_main_pay(posting);

	memset(header, 0, sizeof(*header));
	header->format = DOC_FORMAT;
	header->flags = (posting->truncated ? DOC_FLAG_TRUNCATED : 0) |
		(pay != NULL ? DOC_FLAG_PAY : 0) |
		(posting->education_required ? DOC_FLAG_DEGREE_REQUIRED : 0);
	header->raw_length = posting->raw_length;
	header->version = posting->version;
	if (pay != NULL)
		posting_pay_from_core(pay, &header->main_pay);
	header->date_posted = posting->date_posted;
	header->valid_through = posting->valid_through;
	header->experience_min = posting->experience_min;
	header->experience_max = posting->experience_max;
	header->hours_min = posting->hours_min;
	header->hours_max = posting->hours_max;
	header->postings = posting->postings;
	header->benefits = (uint16) posting->benefits;
	header->workplace = (uint8) posting->workplace;
	header->employment_type = (uint8) posting->employment_type;
	header->seniority = (uint8) posting->seniority;
	header->education = (uint8) posting->education;
	header->pay_statement = (uint8) posting->pay_statement;
	header->visa_sponsorship = (uint8) posting->visa_sponsorship;
	if (posting->text_language.len == 2)
		memcpy(header->text_language, posting->text_language.s, 2);
}

/* Makes a value of a posting. */
struct varlena *
posting_doc_serialize(const Posting *posting)
{
	DocWriter	writer = {0};
	DocHeader	header;
	Posting		canonical;
	Size		size;
	char	   *value;

	canonicalise(posting, &canonical);
	fill_header(&header, &canonical);
	initStringInfo(&writer.directory);
	initStringInfo(&writer.blocks);
	for (int block = 0; block < DOC_BLOCKS; block++)
	{
		int			begin = writer.blocks.len;

		block_writers[block] (&writer, &canonical);
		put_varint(&writer.directory, writer.blocks.len - begin);
	}
	size = sizeof(header) + writer.directory.len + writer.blocks.len;
	value = palloc(size);
	SET_VARSIZE(&header, size);
	memcpy(value, &header, sizeof(header));
	memcpy(value + sizeof(header), writer.directory.data, writer.directory.len);
	memcpy(value + sizeof(header) + writer.directory.len, writer.blocks.data, writer.blocks.len);
	pfree(writer.directory.data);
	pfree(writer.blocks.data);
	return (struct varlena *) value;
}

/* Whether two values have the same bytes. */
static bool
values_equal(Datum left, Datum right)
{
	struct varlena *a;
	struct varlena *b;
	bool		equal;

	/* values of different length need no detoasting */
	if (toast_raw_datum_size(left) != toast_raw_datum_size(right))
		return false;
	a = DatumGetPostingDoc(left);
	b = DatumGetPostingDoc(right);
	equal = VARSIZE_ANY_EXHDR(a) == VARSIZE_ANY_EXHDR(b) &&
		memcmp(VARDATA_ANY(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(a)) == 0;
	if ((Pointer) a != DatumGetPointer(left))
		pfree(a);
	if ((Pointer) b != DatumGetPointer(right))
		pfree(b);
	return equal;
}

PG_FUNCTION_INFO_V1(posting_doc_eq);

/* Compares two values for equality. */
Datum
posting_doc_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(values_equal(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1)));
}

PG_FUNCTION_INFO_V1(posting_doc_ne);

/* Compares two values for inequality. */
Datum
posting_doc_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!values_equal(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1)));
}

PG_FUNCTION_INFO_V1(posting_doc_hash);

/* Hashes the bytes of a value. */
Datum
posting_doc_hash(PG_FUNCTION_ARGS)
{
	struct varlena *value = DatumGetPostingDoc(PG_GETARG_DATUM(0));
	Datum		hash = hash_any((unsigned char *) VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

PG_FUNCTION_INFO_V1(posting_doc_hash_extended);

/* Hashes the bytes of a value with a seed. */
Datum
posting_doc_hash_extended(PG_FUNCTION_ARGS)
{
	struct varlena *value = DatumGetPostingDoc(PG_GETARG_DATUM(0));
	Datum		hash = hash_any_extended((unsigned char *) VARDATA_ANY(value),
										 VARSIZE_ANY_EXHDR(value), PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

PG_FUNCTION_INFO_V1(posting_doc_send);

/*
 * Sends a value: the fixed fields in network byte order, without the main pay,
 * which follows from the pays, then directory and blocks as they are.
 */
Datum
posting_doc_send(PG_FUNCTION_ARGS)
{
	struct varlena *value = DatumGetPostingDoc(PG_GETARG_DATUM(0));
	Size		fixed = sizeof(DocHeader) - VARHDRSZ;
	StringInfoData out;
	DocHeader	header;

	posting_doc_fixed(PointerGetDatum(value), &header);
	pq_begintypsend(&out);
	pq_sendbyte(&out, header.format);
	pq_sendbyte(&out, header.flags);
	pq_sendint32(&out, header.raw_length);
	pq_sendint32(&out, header.version);
	pq_sendint32(&out, header.date_posted);
	pq_sendint32(&out, header.valid_through);
	pq_sendint32(&out, header.experience_min);
	pq_sendint32(&out, header.experience_max);
	pq_sendint32(&out, header.hours_min);
	pq_sendint32(&out, header.hours_max);
	pq_sendint32(&out, header.postings);
	pq_sendint16(&out, header.benefits);
	pq_sendbyte(&out, header.workplace);
	pq_sendbyte(&out, header.employment_type);
	pq_sendbyte(&out, header.seniority);
	pq_sendbyte(&out, header.education);
	pq_sendbyte(&out, header.pay_statement);
	pq_sendbyte(&out, header.visa_sponsorship);
	pq_sendbytes(&out, header.text_language, 2);
	pq_sendbytes(&out, VARDATA_ANY(value) + fixed, VARSIZE_ANY_EXHDR(value) - fixed);
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* Bytes of the fixed fields as posting_doc_send sends them. */
#define WIRE_FIXED		(2 + 9 * 4 + 2 + 6 + 2)

/* Reads the fixed fields as posting_doc_send sends them. */
static void
receive_header(StringInfo buf, DocHeader *header)
{
	memset(header, 0, sizeof(*header));
	header->format = pq_getmsgbyte(buf);
	header->flags = pq_getmsgbyte(buf);
	header->raw_length = pq_getmsgint(buf, 4);
	header->version = pq_getmsgint(buf, 4);
	header->date_posted = (int32) pq_getmsgint(buf, 4);
	header->valid_through = (int32) pq_getmsgint(buf, 4);
	header->experience_min = (int32) pq_getmsgint(buf, 4);
	header->experience_max = (int32) pq_getmsgint(buf, 4);
	header->hours_min = (int32) pq_getmsgint(buf, 4);
	header->hours_max = (int32) pq_getmsgint(buf, 4);
	header->postings = pq_getmsgint(buf, 4);
	header->benefits = pq_getmsgint(buf, 2);
	header->workplace = pq_getmsgbyte(buf);
	header->employment_type = pq_getmsgbyte(buf);
	header->seniority = pq_getmsgbyte(buf);
	header->education = pq_getmsgbyte(buf);
	header->pay_statement = pq_getmsgbyte(buf);
	header->visa_sponsorship = pq_getmsgbyte(buf);
	memcpy(header->text_language, pq_getmsgbytes(buf, 2), 2);
}

/* Reports a value received that is none. */
static void
report_malformed(const char *error)
{
	ereport(ERROR,
			errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			errmsg("invalid binary value for type %s", "posting_doc"),
			errdetail("%s", error));
}

PG_FUNCTION_INFO_V1(posting_doc_recv);

/* Receives a value, checks all of it, and makes it anew. */
Datum
posting_doc_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Size		fixed = sizeof(DocHeader) - VARHDRSZ;
	const char *error;
	DocHeader	header;
	Posting		posting;
	Size		rest;
	char	   *data;

	if (buf->len - buf->cursor < WIRE_FIXED)
		report_malformed("It ends too early.");
	receive_header(buf, &header);
	rest = buf->len - buf->cursor;
	data = palloc(fixed + rest);
	memcpy(data, (char *) &header + VARHDRSZ, fixed);
	memcpy(data + fixed, pq_getmsgbytes(buf, rest), rest);
	if (!posting_doc_deserialize(data, fixed + rest, &posting, &error))
		report_malformed(error);
	PG_RETURN_POINTER(posting_doc_serialize(&posting));
}
