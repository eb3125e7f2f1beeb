/*
 * doc_read.c
 *		Reads values of posting_doc: all of one, some blocks, or the fixed
 *		fields alone.
 *
 * Every read is bounded, so that a corrupt value is an error and never a crash.
 * What comes from outside is checked for order and encoding besides.
 */
#include "postgres.h"

#include "mb/pg_wchar.h"

#include "pg/compat.h"
#include "pg/doc/doc.h"

/* A value being read. */
typedef struct DocReader
{
	DocCursor	cursor;			/* in the block being read */
	bool		strict;			/* check order and encoding as well */
	Str		   *rules;
	uint32		n_rules;
	Posting    *posting;
} DocReader;

/* Stops a cursor with the first thing found wrong. */
static void
fail(DocCursor *cursor, const char *error)
{
	if (cursor->error == NULL)
		cursor->error = error;
	cursor->at = cursor->end;
}

/* Takes a byte that is at most max. */
static uint8
take_byte(DocCursor *cursor, uint8 max)
{
	if (cursor->at == cursor->end)
	{
		fail(cursor, "It ends too early.");
		return 0;
	}
	if (*cursor->at > max)
	{
		fail(cursor, "An enumerated value is out of range.");
		return 0;
	}
	return *cursor->at++;
}

/* Takes a varint that is at most max. */
static uint64
take_varint(DocCursor *cursor, uint64 max)
{
	uint64		value = 0;

	for (int shift = 0; shift < 64; shift += 7)
	{
		uint8		byte = take_byte(cursor, 0xFF);

		/* the tenth byte has room for one bit */
		if (shift == 63 && byte > 1)
			break;
		value |= (uint64) (byte & 0x7F) << shift;
		if (byte < 0x80)
		{
			if (value <= max)
				return value;
			break;
		}
	}
	fail(cursor, "A number is out of range.");
	return 0;
}

/* Takes a string, which points into the value. */
static Str
take_string(DocCursor *cursor)
{
	Str			string = {NULL, 0};
	uint32		len = (uint32) take_varint(cursor, PG_INT32_MAX);

	if (len > (Size) (cursor->end - cursor->at))
	{
		fail(cursor, "A string is longer than the value.");
		return string;
	}
	if (len > 0)
	{
		string.s = (const char *) cursor->at;
		string.len = len;
		cursor->at += len;
	}
	return string;
}

/* Takes a number of items, each of which takes a byte at least. */
static uint32
take_count(DocCursor *cursor, uint32 max)
{
	uint32		count;

	if (cursor->at == cursor->end)
		return 0;
	count = (uint32) take_varint(cursor, max);
	if (cursor->error == NULL && count == 0)
		fail(cursor, "A list says that it is empty.");
	if (count > (Size) (cursor->end - cursor->at))
	{
		fail(cursor, "A list is longer than the value.");
		return 0;
	}
	return count;
}

/* Takes a span that counts from base. */
static Span
take_span(DocCursor *cursor, uint32 base)
{
	Span		span;

	span.start = base + (uint32) take_varint(cursor, PG_INT32_MAX - base);
	span.stop = span.start + (uint32) take_varint(cursor, PG_INT32_MAX - span.start);
	return span;
}

/* Takes the spans of a skill or pay. */
static uint32
take_spans(DocCursor *cursor, uint32 count, Span *spans)
{
	uint32		base = 0;

	if (count > POSTING_MAX_SPANS)
	{
		fail(cursor, "An item has too many spans.");
		return 0;
	}
	for (uint32 i = 0; i < count; i++)
	{
		spans[i] = take_span(cursor, base);
		base = spans[i].start;
	}
	return count;
}

/* Takes a skill. */
static void
take_skill(DocCursor *cursor, Skill *skill)
{
	uint8		bits;

	skill->name = take_string(cursor);
	bits = take_byte(cursor, DOC_SKILL_UNUSED - 1);
	skill->requirement = bits & DOC_SKILL_REQUIREMENT;
	if (skill->requirement > REQUIREMENT_MENTIONED)
		fail(cursor, "An enumerated value is out of range.");
	skill->years_min = skill->years_max = YEARS_NONE;
	if (bits & DOC_SKILL_YEARS_MIN)
		skill->years_min = (int32) take_varint(cursor, PG_INT32_MAX);
	if (bits & DOC_SKILL_YEARS_MAX)
		skill->years_max = (int32) take_varint(cursor, PG_INT32_MAX);
	skill->n_at = take_spans(cursor, bits >> DOC_SKILL_SPANS_SHIFT, skill->at);
}

/* Whether a string may stand in a value that comes from outside. */
static bool
string_valid(Str string)
{
	return string.s == NULL || pg_verify_mbstr(PG_UTF8, string.s, string.len, true);
}

/* Fails unless all of these strings may stand in a value. */
static void
check_strings(DocReader *reader, const Str *items, uint32 count)
{
	for (uint32 i = 0; reader->strict && i < count; i++)
		if (!string_valid(items[i]))
			fail(&reader->cursor, "A string is no valid UTF-8.");
}

/* Fails unless a string is there. */
static void
check_present(DocReader *reader, Str string)
{
	if (string.s == NULL)
		fail(&reader->cursor, "A string is missing.");
}

/* Fails unless the bounds of a range are in order. */
static void
check_bounds(DocCursor *cursor, int32 min, int32 max)
{
	if (min > max && max >= 0)
		fail(cursor, "The bounds of a range are not in order.");
}

/* Whether two strings stand in strict bytewise order. */
static bool
strings_ascend(Str a, Str b)
{
	int			result = memcmp(a.s, b.s, Min(a.len, b.len));

	return result < 0 || (result == 0 && a.len < b.len);
}

/* Allocates a list. */
static void *
new_list(uint32 count, Size size)
{
	return count == 0 ? NULL : palloc0(count * size);
}

/* Takes a list of strings. */
static uint32
take_strings(DocReader *reader, Str **items, uint32 max)
{
	uint32		count = take_count(&reader->cursor, max);

	*items = new_list(count, sizeof(Str));
	for (uint32 i = 0; i < count; i++)
	{
		(*items)[i] = take_string(&reader->cursor);
		check_present(reader, (*items)[i]);
	}
	check_strings(reader, *items, count);
	return count;
}

/* Takes a list of skills. */
static uint32
take_skills(DocReader *reader, Skill **items)
{
	uint32		count = take_count(&reader->cursor, POSTING_MAX_SKILLS);
	Skill	   *skills = new_list(count, sizeof(Skill));

	for (uint32 i = 0; i < count && reader->cursor.error == NULL; i++)
	{
		take_skill(&reader->cursor, &skills[i]);
		check_present(reader, skills[i].name);
		check_bounds(&reader->cursor, skills[i].years_min, skills[i].years_max);
		if (!reader->strict || reader->cursor.error != NULL)
			continue;
		check_strings(reader, &skills[i].name, 1);
		if (i > 0 && !strings_ascend(skills[i - 1].name, skills[i].name))
			fail(&reader->cursor, "Skills are not in order.");
	}
	*items = skills;
	return count;
}

/* Takes the number of a rule, and returns its name. */
static Str
take_rule(DocReader *reader)
{
	uint32		number = (uint32) take_varint(&reader->cursor, reader->n_rules);

	return number == 0 ? (Str) {NULL, 0} : reader->rules[number - 1];
}

/* Takes an amount where there is one. */
static int64
take_amount(DocCursor *cursor, bool present)
{
	return present ? (int64) take_varint(cursor, PAY_MAX_AMOUNT) : PAY_UNBOUNDED;
}

/* Takes the terms of a pay: what it is paid for, and how. */
static void
take_terms(DocCursor *cursor, Pay *pay)
{
	uint8		terms = take_byte(cursor, 0xFF);

	pay->kind = DOC_TERMS_KIND(terms);
	pay->period = DOC_TERMS_PERIOD(terms);
	pay->tax = DOC_TERMS_TAX(terms);
	if (pay->kind > PAY_EQUITY || pay->period > PERIOD_YEAR || pay->tax > TAX_NET)
		fail(cursor, "An enumerated value is out of range.");
	pay->payments_per_year = take_byte(cursor, 0xFF);
	for (int i = 0; i < 3; i++)
	{
		pay->currency[i] = (char) take_byte(cursor, 'Z');
		if (pay->currency[i] < 'A')
			fail(cursor, "A currency is no code of three letters.");
	}
	pay->currency[3] = '\0';
}

/* Takes a pay. */
static void
take_pay(DocReader *reader, Pay *pay)
{
	DocCursor  *cursor = &reader->cursor;
	uint8		bits = take_byte(cursor, 0xFF);

	take_terms(cursor, pay);
	pay->period_stated = (bits & DOC_PAY_PERIOD_STATED) != 0;
	pay->min = take_amount(cursor, bits & DOC_PAY_MIN);
	pay->max = take_amount(cursor, bits & DOC_PAY_MAX);
	if (pay->min == PAY_UNBOUNDED && pay->max == PAY_UNBOUNDED)
		fail(cursor, "A pay names no amount.");
	if (pay->max != PAY_UNBOUNDED && pay->min > pay->max)
		fail(cursor, "The bounds of a pay are not in order.");
	if (bits & DOC_PAY_PLACE)
		pay->place = take_string(cursor);
	if (bits & DOC_PAY_NOTE)
		pay->note = take_string(cursor);
	pay->rule = take_rule(reader);
	pay->n_at = take_spans(cursor, bits >> DOC_PAY_SPANS_SHIFT, pay->at);
	check_strings(reader, &pay->place, 1);
	check_strings(reader, &pay->note, 1);
}

/* Reads the block of the strings. */
static void
read_strings(DocReader *reader)
{
	Posting    *posting = reader->posting;
	Str		   *const strings[] = {
		&posting->title, &posting->occupation, &posting->company,
		&posting->agency, &posting->pay_words, &posting->reference
	};

	StaticAssertStmt(lengthof(strings) == DOC_STRINGS, "posting_doc: strings");
	for (int i = 0; i < DOC_STRINGS; i++)
	{
		*strings[i] = take_string(&reader->cursor);
		check_strings(reader, strings[i], 1);
	}
}

/* Reads the block of the locations. */
static void
read_locations(DocReader *reader)
{
	uint32		count = take_count(&reader->cursor, DOC_MAX_LIST);
	Location   *locations = new_list(count, sizeof(Location));

	for (uint32 i = 0; i < count; i++)
	{
		Location   *location = &locations[i];

		location->city = take_string(&reader->cursor);
		location->region = take_string(&reader->cursor);
		location->country = take_string(&reader->cursor);
		if (location->city.s == NULL && location->region.s == NULL && location->country.s == NULL)
			fail(&reader->cursor, "A location names nothing.");
		check_strings(reader, &location->city, 1);
		check_strings(reader, &location->region, 1);
		check_strings(reader, &location->country, 1);
	}
	reader->posting->locations = locations;
	reader->posting->n_locations = count;
}

/* Reads the block of the countries of remote work. */
static void
read_remote_scope(DocReader *reader)
{
	reader->posting->n_remote_scope =
		take_strings(reader, &reader->posting->remote_scope, DOC_MAX_LIST);
}

/* Reads the block of the languages. */
static void
read_languages(DocReader *reader)
{
	reader->posting->n_languages =
		take_strings(reader, &reader->posting->languages, DOC_MAX_LIST);
}

/* Reads the block of the language levels. */
static void
read_language_levels(DocReader *reader)
{
	uint32		count = take_count(&reader->cursor, DOC_MAX_LIST);
	LanguageLevel *levels = new_list(count, sizeof(LanguageLevel));

	for (uint32 i = 0; i < count && reader->cursor.error == NULL; i++)
	{
		levels[i].language = take_string(&reader->cursor);
		levels[i].level = take_string(&reader->cursor);
		check_present(reader, levels[i].language);
		check_present(reader, levels[i].level);
		check_strings(reader, &levels[i].language, 1);
		check_strings(reader, &levels[i].level, 1);
		if (i > 0 && reader->cursor.error == NULL &&
			!strings_ascend(levels[i - 1].language, levels[i].language))
			fail(&reader->cursor, "Language levels are not in order.");
	}
	reader->posting->language_levels = levels;
	reader->posting->n_language_levels = count;
}

/* Reads the block of the hard skills. */
static void
read_skills(DocReader *reader)
{
	reader->posting->n_skills = take_skills(reader, &reader->posting->skills);
}

/* Reads the block of the soft skills. */
static void
read_soft_skills(DocReader *reader)
{
	reader->posting->n_soft_skills = take_skills(reader, &reader->posting->soft_skills);
}

/* Reads the block of the distinct rule names. */
static void
read_rules(DocReader *reader)
{
	reader->n_rules = take_strings(reader, &reader->rules, DOC_MAX_RULES);
}

/* Reads the block of the pays. */
static void
read_pays(DocReader *reader)
{
	uint32		count = take_count(&reader->cursor, POSTING_MAX_PAYS);
	Pay		   *pays = new_list(count, sizeof(Pay));

	for (uint32 i = 0; i < count; i++)
		take_pay(reader, &pays[i]);
	reader->posting->pays = pays;
	reader->posting->n_pays = count;
}

/* Reads the block of the sections. */
static void
read_sections(DocReader *reader)
{
	uint32		count = take_count(&reader->cursor, POSTING_MAX_SECTIONS);
	SectionSpan *sections = new_list(count, sizeof(SectionSpan));
	uint32		base = 0;

	for (uint32 i = 0; i < count; i++)
	{
		sections[i].zone = take_byte(&reader->cursor, ZONE_OTHER);
		sections[i].at = take_span(&reader->cursor, base);
		base = sections[i].at.start;
	}
	reader->posting->sections = sections;
	reader->posting->n_sections = count;
}

/* Reads the block of the evidence. */
static void
read_evidence(DocReader *reader)
{
	uint32		count = take_count(&reader->cursor, POSTING_MAX_EVIDENCE);
	Evidence   *evidence = new_list(count, sizeof(Evidence));

	for (uint32 i = 0; i < count; i++)
	{
		evidence[i].field = take_byte(&reader->cursor, FIELD_COUNT - 1);
		evidence[i].rule = take_rule(reader);
		evidence[i].at = take_span(&reader->cursor, 0);
		check_present(reader, evidence[i].rule);
	}
	reader->posting->evidence = evidence;
	reader->posting->n_evidence = count;
}

/* Reads the block of the signature. */
static void
read_signature(DocReader *reader)
{
	DocCursor  *cursor = &reader->cursor;

	if (cursor->at == cursor->end)
		return;
	if (cursor->end - cursor->at != POSTING_SIGNATURE)
	{
		fail(cursor, "The signature is of the wrong length.");
		return;
	}
	reader->posting->signature = cursor->at;
	cursor->at = cursor->end;
}

/* By DocBlock. */
static void (*const block_readers[DOC_BLOCKS]) (DocReader *) = {
	read_strings, read_locations, read_remote_scope, read_languages,
	read_language_levels, read_skills, read_soft_skills, read_rules,
	read_pays, read_sections, read_evidence, read_signature
};

/* Whether a date is unsaid or can be told. */
static bool
date_valid(int32 date)
{
	return date == DATE_NONE || (date >= DOC_DATE_MIN && date <= DOC_DATE_MAX);
}

/* Whether the bounds of a range are in order, or unsaid. */
static bool
bounds_valid(int32 min, int32 max)
{
	return min >= -1 && max >= -1 && (max < 0 || min <= max);
}

/* Whether a language is unsaid or two small letters. */
static bool
language_valid(const char *language)
{
	if (language[0] == '\0')
		return language[1] == '\0';
	return language[0] >= 'a' && language[0] <= 'z' && language[1] >= 'a' && language[1] <= 'z';
}

/* Returns what is wrong with the fixed fields, or NULL. */
static const char *
header_error(const DocHeader *header)
{
	if (header->format != DOC_FORMAT)
		return "Its format is unknown.";
	if ((header->flags & ~DOC_FLAGS) != 0 || header->reserved != 0 || header->unused != 0)
		return "Reserved bits are set.";
	if (header->raw_length > PG_INT32_MAX || header->version > PG_INT32_MAX ||
		header->postings > PG_INT32_MAX)
		return "A number is out of range.";
	if (!date_valid(header->date_posted) || !date_valid(header->valid_through))
		return "A date is out of range.";
	if (!bounds_valid(header->experience_min, header->experience_max) ||
		!bounds_valid(header->hours_min, header->hours_max))
		return "The bounds of a range are not in order.";
	if (header->benefits >= BENEFIT_TRANSPORT << 1 ||
		header->workplace >= WORKPLACE_ONSITE << 1 ||
		header->employment_type >= EMPLOYMENT_PER_DIEM << 1)
		return "A set has unknown members.";
	if (header->seniority > SENIORITY_EXECUTIVE || header->education > EDUCATION_DOCTORATE ||
		header->pay_statement > PAY_STATED || header->visa_sponsorship > VISA_YES)
		return "An enumerated value is out of range.";
	if (header->education == EDUCATION_NONE && (header->flags & DOC_FLAG_DEGREE_REQUIRED))
		return "It requires a degree that it does not name.";
	if (!language_valid(header->text_language))
		return "The language of the text is no code of two letters.";
	return NULL;
}

/* Copies the fixed fields out of the data of a value; false where they are malformed. */
static bool
read_header(const char *data, Size size, DocHeader *header, const char **error)
{
	if (size < sizeof(DocHeader) - VARHDRSZ)
	{
		*error = "It ends too early.";
		return false;
	}
	header->vl_len_ = 0;
	memcpy((char *) header + VARHDRSZ, data, sizeof(DocHeader) - VARHDRSZ);
	*error = header_error(header);
	return *error == NULL;
}

/* Reads the directory: where each block begins and ends. */
static bool
read_directory(const char *data, Size size, DocCursor *blocks, const char **error)
{
	DocCursor	directory = {(const uint8 *) data + sizeof(DocHeader) - VARHDRSZ,
		(const uint8 *) data + size, NULL};
	Size		lengths[DOC_BLOCKS];
	Size		total = 0;

	for (int i = 0; i < DOC_BLOCKS; i++)
	{
		lengths[i] = (Size) take_varint(&directory, size);
		total += lengths[i];
	}
	if (directory.error == NULL && total != (Size) (directory.end - directory.at))
		fail(&directory, "The blocks are not as long as the value.");
	*error = directory.error;
	if (*error != NULL)
		return false;
	for (int i = 0; i < DOC_BLOCKS; i++)
	{
		blocks[i] = (DocCursor) {directory.at, directory.at + lengths[i], NULL};
		directory.at += lengths[i];
	}
	return true;
}

/* Starts a posting from the fixed fields of a value. */
static void
posting_from_header(const DocHeader *header, const char *data, Posting *out)
{
	memset(out, 0, sizeof(*out));
	out->truncated = (header->flags & DOC_FLAG_TRUNCATED) != 0;
	out->education_required = (header->flags & DOC_FLAG_DEGREE_REQUIRED) != 0;
	out->raw_length = header->raw_length;
	out->version = header->version;
	out->date_posted = header->date_posted;
	out->valid_through = header->valid_through;
	out->experience_min = header->experience_min;
	out->experience_max = header->experience_max;
	out->hours_min = header->hours_min;
	out->hours_max = header->hours_max;
	out->postings = header->postings;
	out->benefits = header->benefits;
	out->workplace = header->workplace;
	out->employment_type = header->employment_type;
	out->seniority = header->seniority;
	out->education = header->education;
	out->pay_statement = header->pay_statement;
	out->visa_sponsorship = header->visa_sponsorship;
	if (header->text_language[0] != '\0')
		out->text_language = (Str) {data + offsetof(DocHeader, text_language) - VARHDRSZ, 2};
}

/* Reads the fixed fields and a set of blocks. */
static bool
read_value(const char *data, Size size, uint32 wanted, bool strict,
		   Posting *out, const char **error)
{
	DocReader	reader = {.strict = strict, .posting = out};
	DocCursor	blocks[DOC_BLOCKS];
	DocHeader	header;

	if (!read_header(data, size, &header, error) ||
		!read_directory(data, size, blocks, error))
		return false;
	posting_from_header(&header, data, out);
	for (int block = 0; block < DOC_BLOCKS; block++)
	{
		if ((wanted & DOC_BIT(block)) == 0)
			continue;
		reader.cursor = blocks[block];
		block_readers[block] (&reader);
		if (reader.cursor.error == NULL && reader.cursor.at != reader.cursor.end)
			fail(&reader.cursor, "A block is longer than its items.");
		*error = reader.cursor.error;
		if (*error != NULL)
			return false;
	}
	return true;
}

/* Reads all of a value and checks all of it. */
bool
posting_doc_deserialize(const char *data, Size size, Posting *out, const char **error)
{
	return read_value(data, size, DOC_ALL_BLOCKS, true, out, error);
}

/* Reports a stored value that is none. */
static void
report_corrupt(const char *error)
{
	ereport(ERROR,
			errcode(ERRCODE_DATA_CORRUPTED),
			errmsg("corrupt value of type %s", "posting_doc"),
			errdetail("%s", error));
}

/* Refuses data that no format of this release has. */
static void
check_format(const char *data, Size size)
{
	uint8		format;

	if (size < sizeof(DocHeader) - VARHDRSZ)
		report_corrupt("It ends too early.");
	format = (uint8) data[0];
	if (format != DOC_FORMAT)
		ereport(ERROR,
				errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				errmsg("unsupported format %d of type %s", format, "posting_doc"),
				errhint("The value was written by a newer release of posting_parser."));
}

/* Detoasts a value, and refuses unknown formats. */
struct varlena *
DatumGetPostingDoc(Datum value)
{
	struct varlena *packed = PG_DETOAST_DATUM_PACKED(value);

	check_format(VARDATA_ANY(packed), VARSIZE_ANY_EXHDR(packed));
	return packed;
}

/* Reads the fixed fields and the blocks asked for. */
void
posting_doc_load(Datum value, uint32 blocks, Posting *out)
{
	struct varlena *packed = DatumGetPostingDoc(value);
	const char *error;

	/* pays and evidence name rules by number */
	if (blocks & (DOC_BIT(DOC_BLOCK_PAYS) | DOC_BIT(DOC_BLOCK_EVIDENCE)))
		blocks |= DOC_BIT(DOC_BLOCK_RULES);
	if (!read_value(VARDATA_ANY(packed), VARSIZE_ANY_EXHDR(packed), blocks, false, out, &error))
		report_corrupt(error);
}

/* Reads the fixed fields alone, from the first bytes of a toasted value. */
void
posting_doc_fixed(Datum value, DocHeader *header)
{
	struct varlena *slice = (struct varlena *) DatumGetPointer(value);
	const char *error;

	if (VARATT_IS_EXTERNAL(slice) || VARATT_IS_COMPRESSED(slice))
		slice = PG_DETOAST_DATUM_SLICE(value, 0, DOC_SLICE - VARHDRSZ);
	check_format(VARDATA_ANY(slice), VARSIZE_ANY_EXHDR(slice));
	if (!read_header(VARDATA_ANY(slice), VARSIZE_ANY_EXHDR(slice), header, &error))
		report_corrupt(error);
}

/* Starts to go over the skills of a value. */
void
posting_doc_skills(Datum value, DocSkills *skills)
{
	struct varlena *packed = DatumGetPostingDoc(value);
	DocCursor	blocks[DOC_BLOCKS];
	const char *error;

	if (!read_directory(VARDATA_ANY(packed), VARSIZE_ANY_EXHDR(packed), blocks, &error))
		report_corrupt(error);
	skills->cursor = blocks[DOC_BLOCK_SKILLS];
	skills->left = take_count(&skills->cursor, POSTING_MAX_SKILLS);
	if (skills->cursor.error != NULL)
		report_corrupt(skills->cursor.error);
}

/* Reads the next skill; false behind the last one. */
bool
posting_doc_next_skill(DocSkills *skills, Skill *skill)
{
	if (skills->left == 0)
		return false;
	skills->left--;
	take_skill(&skills->cursor, skill);
	if (skills->cursor.error != NULL)
		report_corrupt(skills->cursor.error);
	return true;
}
