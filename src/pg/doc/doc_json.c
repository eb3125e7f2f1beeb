/*
 * doc_json.c
 *		The JSON of a posting_doc: text output and input, casts to and from jsonb.
 *
 * The tables at the end of the codecs are the whole format: each key in the
 * order of the output, the codec that reads and writes it, and where its value
 * stands in a Posting.  Output and input go through the same tables, so what
 * one writes the other reads.
 */
#include "postgres.h"

#include "common/base64.h"
#include "common/int.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/jsonb.h"
#include "utils/memutils.h"

#include "pg/compat.h"
#include "pg/doc/doc.h"
#include "pg/doc/json_reader.h"

/* A value being read from JSON. */
typedef struct JsonReader
{
	Arena	   *arena;
	char	   *problem;		/* what is wrong, or NULL */
	char	   *path;			/* with the key that it is wrong with */
} JsonReader;

typedef struct JsonMember JsonMember;

/* How one kind of value is read and written. */
typedef struct JsonCodec
{
	/* makes it absent; NULL: all zeros are */
	void		(*clear) (const JsonMember *member, void *value);
	bool		(*absent) (const JsonMember *member, const void *value);
	void		(*write) (StringInfo out, const JsonMember *member, const void *value);
	bool		(*read) (JsonReader *reader, const JsonMember *member,
						 const JsonNode *node, void *value);
} JsonCodec;

/* A member of an object. */
struct JsonMember
{
	const char *key;
	const JsonCodec *codec;
	size_t		offset;			/* of the value in the struct */
	const void *shape;			/* of enums and sets their names, else see the codec */
	int			flags;
};

#define MEMBER_ALWAYS	0x01	/* written even where absent */
#define MEMBER_NEEDED	0x02	/* an input without it is refused */

/* The shape of an object. */
typedef struct ObjectShape
{
	const JsonMember *members;
	int			count;
} ObjectShape;

#define OBJECT_SHAPE(members) {(members), lengthof(members)}

/* The shape of a list: an array of structs, and its length right behind the pointer. */
typedef struct ListShape
{
	JsonMember	element;
	size_t		size;
	uint32		max;
	bool		distinct;		/* by the string that each struct begins with */
} ListShape;

typedef struct ListField
{
	char	   *items;
	uint32_t	count;
} ListField;

#define ASSERT_LIST(list) \
	StaticAssertDecl(offsetof(Posting, n_##list) - offsetof(Posting, list) == \
					 offsetof(ListField, count), "posting_doc: list " #list)

ASSERT_LIST(locations);
ASSERT_LIST(remote_scope);
ASSERT_LIST(pays);
ASSERT_LIST(skills);
ASSERT_LIST(soft_skills);
ASSERT_LIST(languages);
ASSERT_LIST(language_levels);
ASSERT_LIST(sections);
ASSERT_LIST(evidence);

/* The codecs of enums read and write them as int. */
StaticAssertDecl(sizeof(Seniority) == sizeof(int) && sizeof(Zone) == sizeof(int),
				 "posting_doc: size of an enum");

static bool refuse(JsonReader *reader, const char *format,...) pg_attribute_printf(2, 3);

/* Notes what is wrong with the value being read, and returns false. */
static bool
refuse(JsonReader *reader, const char *format,...)
{
	StringInfoData problem;

	initStringInfo(&problem);
	for (;;)
	{
		va_list		args;
		int			needed;

		va_start(args, format);
		needed = appendStringInfoVA(&problem, format, args);
		va_end(args);
		if (needed == 0)
			break;
		enlargeStringInfo(&problem, needed);
	}
	reader->problem = problem.data;
	reader->path = pstrdup("");
	return false;
}

/* Puts a key before the path of what is wrong, and returns false. */
static bool
within_key(JsonReader *reader, Str key)
{
	bool		joined = reader->path[0] == '\0' || reader->path[0] == '[';

	reader->path = psprintf("%.*s%s%s", (int) key.len, key.s, joined ? "" : ".", reader->path);
	return false;
}

/* Puts an index before the path of what is wrong, and returns false. */
static bool
within_index(JsonReader *reader, uint32 index)
{
	bool		joined = reader->path[0] == '\0' || reader->path[0] == '[';

	reader->path = psprintf("[%u]%s%s", index, joined ? "" : ".", reader->path);
	return false;
}

/* Reads a decimal number exactly, times 10^digits; false where that is not 0 to max. */
static bool
decimal_from_text(Str text, int digits, int64 max, int64 *result)
{
	const char *s = text.s;
	const char *end = s + text.len;
	bool		negative = *s == '-';
	bool		fraction = false;
	int64		value = 0;
	int64		zeros = 0;		/* read, but not yet multiplied in */
	int64		power = digits;

	for (s += negative; s < end && *s != 'e' && *s != 'E'; s++)
	{
		if (*s == '.')
		{
			fraction = true;
			continue;
		}
		power -= fraction;
		zeros++;
		if (*s == '0')
			continue;
		for (; zeros > 0; zeros--)
			if (pg_mul_s64_overflow(value, 10, &value))
				return false;
		if (pg_add_s64_overflow(value, *s - '0', &value))
			return false;
	}
	power += zeros;
	if (s < end)
		power += Max(Min(strtol(s + 1, NULL, 10), 1000000), -1000000);
	for (; value != 0 && power > 0; power--)
		if (pg_mul_s64_overflow(value, 10, &value))
			return false;
	*result = value;
	return value == 0 || (power == 0 && !negative && value <= max);
}

/* Appends value / 10^digits as the shortest decimal. */
void
posting_json_decimal(StringInfo out, int64 value, int digits)
{
	int64		unit = 1;

	for (int i = 0; i < digits; i++)
		unit *= 10;
	appendStringInfo(out, INT64_FORMAT, value / unit);
	value %= unit;
	if (value == 0)
		return;
	for (; value % 10 == 0; digits--)
		value /= 10;
	appendStringInfo(out, ".%0*d", digits, (int) value);
}

/* Appends a string with its quotes, escaped as JSON wants it. */
void
posting_json_string(StringInfo out, Str string)
{
	appendStringInfoCharMacro(out, '"');
	for (uint32 i = 0; i < string.len; i++)
	{
		char		c = string.s[i];

		if (c == '"' || c == '\\')
			appendStringInfoCharMacro(out, '\\');
		if ((unsigned char) c >= ' ')
			appendStringInfoCharMacro(out, c);
		else if (c == '\n')
			appendStringInfoString(out, "\\n");
		else if (c == '\r')
			appendStringInfoString(out, "\\r");
		else if (c == '\t')
			appendStringInfoString(out, "\\t");
		else
			appendStringInfo(out, "\\u%04x", c);
	}
	appendStringInfoCharMacro(out, '"');
}

/* Appends a date with its quotes. */
void
posting_json_date(StringInfo out, int32 date)
{
	int			year;
	int			month;
	int			day;

	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	appendStringInfo(out, "\"%04d-%02d-%02d\"", year, month, day);
}

/* Strings. */

/* Tells whether a string is absent. */
static bool
string_absent(const JsonMember *member, const void *value)
{
	return ((const Str *) value)->len == 0;
}

/* Writes a string. */
static void
string_write(StringInfo out, const JsonMember *member, const void *value)
{
	posting_json_string(out, *(const Str *) value);
}

/* Reads a string. */
static bool
string_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	if (node->type != JSON_STRING)
		return refuse(reader, "must be a string");
	if (node->text.len == 0)
		return refuse(reader, "must not be empty");
	*(Str *) value = node->text;
	return true;
}

static const JsonCodec string_codec = {NULL, string_absent, string_write, string_read};

/* The language of the text: two small letters. */

/* Reads a language. */
static bool
language_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	if (node->type != JSON_STRING || node->text.len != 2 ||
		strspn(node->text.s, "abcdefghijklmnopqrstuvwxyz") != 2)
		return refuse(reader, "must be a language code of two small letters");
	*(Str *) value = node->text;
	return true;
}

static const JsonCodec language_codec = {NULL, string_absent, string_write, language_read};

/* Currencies: three capital letters, XXX where unknown. */

/* Makes a currency absent. */
static void
currency_clear(const JsonMember *member, void *value)
{
	memcpy(value, "XXX", 4);
}

/* Tells whether a currency is absent. */
static bool
currency_absent(const JsonMember *member, const void *value)
{
	return memcmp(value, "XXX", 3) == 0;
}

/* Writes a currency. */
static void
currency_write(StringInfo out, const JsonMember *member, const void *value)
{
	appendStringInfo(out, "\"%.3s\"", (const char *) value);
}

/* Reads a currency. */
static bool
currency_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	if (node->type != JSON_STRING || node->text.len != 3 ||
		strspn(node->text.s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
		return refuse(reader, "must be a currency code of three capital letters");
	memcpy(value, node->text.s, 4);
	return true;
}

static const JsonCodec currency_codec = {
	currency_clear, currency_absent, currency_write, currency_read
};

/* Enums, whose shape is the list of their names; "" names the absent value. */

/* Tells whether an enumerated value is absent. */
static bool
enum_absent(const JsonMember *member, const void *value)
{
	return ((const char *const *) member->shape)[*(const int *) value][0] == '\0';
}

/* Writes an enumerated value. */
static void
enum_write(StringInfo out, const JsonMember *member, const void *value)
{
	appendStringInfo(out, "\"%s\"", ((const char *const *) member->shape)[*(const int *) value]);
}

/* Refuses a value that is none of these names, and tells them. */
static bool
refuse_name(JsonReader *reader, const char *const *names)
{
	StringInfoData list;

	initStringInfo(&list);
	for (; *names != NULL; names++)
		if (**names != '\0')
			appendStringInfo(&list, "%s%s", list.len > 0 ? ", " : "", *names);
	return refuse(reader, "must be one of %s", list.data);
}

/* Reads a name as its place in a list of names. */
static bool
name_read(JsonReader *reader, const char *const *names, const JsonNode *node, int *value)
{
	*value = node->type != JSON_STRING ? -1 :
		posting_name_index(names, node->text.s, node->text.len);
	if (*value >= 0)
		return true;
	refuse_name(reader, names);
	return false;
}

/* Reads an enumerated value. */
static bool
enum_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	return name_read(reader, member->shape, node, value);
}

static const JsonCodec enum_codec = {NULL, enum_absent, enum_write, enum_read};

/* Sets, whose shape is the list of the names of their members. */

/* Tells whether a set is absent. */
static bool
set_absent(const JsonMember *member, const void *value)
{
	return *(const uint32_t *) value == 0;
}

/* Writes a set. */
static void
set_write(StringInfo out, const JsonMember *member, const void *value)
{
	const char *const *names = member->shape;
	const char *separator = "[";

	for (uint32 left = *(const uint32_t *) value; left != 0; left >>= 1, names++)
		if (left & 1)
		{
			appendStringInfo(out, "%s\"%s\"", separator, *names);
			separator = ", ";
		}
	appendStringInfoChar(out, ']');
}

/* Reads a set. */
static bool
set_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	uint32_t   *set = value;
	uint32		index = 0;

	if (node->type != JSON_ARRAY)
		return refuse(reader, "must be an array");
	for (const JsonNode *child = node->first; child != NULL; child = child->next, index++)
	{
		int			bit;

		if (!name_read(reader, member->shape, child, &bit))
			return within_index(reader, index);
		if (*set & 1u << bit)
		{
			refuse(reader, "stands there twice");
			return within_index(reader, index);
		}
		*set |= 1u << bit;
	}
	return true;
}

static const JsonCodec set_codec = {NULL, set_absent, set_write, set_read};

/* Numbers. */

/* Reads a number, times 10^digits, from min (of that) to max. */
static bool
number_read(JsonReader *reader, const JsonNode *node, int digits, int64 min, int64 max,
			int64 *value)
{
	StringInfoData range;

	if (node->type == JSON_NUMBER && decimal_from_text(node->text, digits, max, value) &&
		*value >= min)
		return true;
	initStringInfo(&range);
	posting_json_decimal(&range, min, digits);
	appendStringInfoString(&range, " to ");
	posting_json_decimal(&range, max, digits);
	if (digits == 0)
		refuse(reader, "must be a whole number from %s", range.data);
	else
		refuse(reader, "must be a number from %s with at most %d decimals", range.data, digits);
	return false;
}

/* Makes a number of hundredths absent. */
static void
hundredths_clear(const JsonMember *member, void *value)
{
	*(int32_t *) value = YEARS_NONE;
}

/* Tells whether a number of hundredths is absent. */
static bool
hundredths_absent(const JsonMember *member, const void *value)
{
	return *(const int32_t *) value < 0;
}

/* Writes a number of hundredths. */
static void
hundredths_write(StringInfo out, const JsonMember *member, const void *value)
{
	posting_json_decimal(out, *(const int32_t *) value, 2);
}

/* Reads a number of hundredths. */
static bool
hundredths_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	int64		number;

	if (!number_read(reader, node, 2, 0, PG_INT32_MAX, &number))
		return false;
	*(int32_t *) value = (int32) number;
	return true;
}

static const JsonCodec hundredths_codec = {
	hundredths_clear, hundredths_absent, hundredths_write, hundredths_read
};

/* Makes an amount absent. */
static void
amount_clear(const JsonMember *member, void *value)
{
	*(int64_t *) value = PAY_UNBOUNDED;
}

/* Tells whether an amount is absent. */
static bool
amount_absent(const JsonMember *member, const void *value)
{
	return *(const int64_t *) value == PAY_UNBOUNDED;
}

/* Writes an amount. */
static void
amount_write(StringInfo out, const JsonMember *member, const void *value)
{
	posting_json_decimal(out, *(const int64_t *) value, 4);
}

/* Reads an amount. */
static bool
amount_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	int64		number;

	if (!number_read(reader, node, 4, 0, PAY_MAX_AMOUNT, &number))
		return false;
	*(int64_t *) value = number;
	return true;
}

static const JsonCodec amount_codec = {amount_clear, amount_absent, amount_write, amount_read};

/* Tells that a count is never absent. */
static bool
count_absent(const JsonMember *member, const void *value)
{
	return false;
}

/* Writes a count. */
static void
count_write(StringInfo out, const JsonMember *member, const void *value)
{
	appendStringInfo(out, "%u", *(const uint32_t *) value);
}

/* Reads a count. */
static bool
count_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	int64		number;

	if (!number_read(reader, node, 0, 0, PG_INT32_MAX, &number))
		return false;
	*(uint32_t *) value = (uint32) number;
	return true;
}

static const JsonCodec count_codec = {NULL, count_absent, count_write, count_read};

/* Tells whether a number of one byte is absent. */
static bool
byte_absent(const JsonMember *member, const void *value)
{
	return *(const uint8_t *) value == 0;
}

/* Writes a number of one byte. */
static void
byte_write(StringInfo out, const JsonMember *member, const void *value)
{
	appendStringInfo(out, "%u", *(const uint8_t *) value);
}

/* Reads a number of one byte. */
static bool
byte_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	int64		number;

	if (!number_read(reader, node, 0, 1, PG_UINT8_MAX, &number))
		return false;
	*(uint8_t *) value = (uint8) number;
	return true;
}

static const JsonCodec byte_codec = {NULL, byte_absent, byte_write, byte_read};

/* Truth values; what is said to be true or false is a Visa. */

/* Tells whether a truth value is false. */
static bool
bool_absent(const JsonMember *member, const void *value)
{
	return !*(const bool *) value;
}

/* Writes a truth value. */
static void
bool_write(StringInfo out, const JsonMember *member, const void *value)
{
	appendStringInfoString(out, *(const bool *) value ? "true" : "false");
}

/* Reads a truth value. */
static bool
bool_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	if (node->type != JSON_BOOL)
		return refuse(reader, "must be true or false");
	*(bool *) value = node->boolean;
	return true;
}

static const JsonCodec bool_codec = {NULL, bool_absent, bool_write, bool_read};

/* Tells whether what is said of a visa is absent. */
static bool
visa_absent(const JsonMember *member, const void *value)
{
	return *(const Visa *) value == VISA_NONE;
}

/* Writes what is said of a visa. */
static void
visa_write(StringInfo out, const JsonMember *member, const void *value)
{
	appendStringInfoString(out, *(const Visa *) value == VISA_YES ? "true" : "false");
}

/* Reads what is said of a visa. */
static bool
visa_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	bool		sponsored = false;

	if (!bool_read(reader, member, node, &sponsored))
		return false;
	*(Visa *) value = sponsored ? VISA_YES : VISA_NO;
	return true;
}

static const JsonCodec visa_codec = {NULL, visa_absent, visa_write, visa_read};

/* Dates. */

/* Makes a date absent. */
static void
date_clear(const JsonMember *member, void *value)
{
	*(int32_t *) value = DATE_NONE;
}

/* Tells whether a date is absent. */
static bool
date_absent(const JsonMember *member, const void *value)
{
	return *(const int32_t *) value == DATE_NONE;
}

/* Writes a date. */
static void
date_write(StringInfo out, const JsonMember *member, const void *value)
{
	posting_json_date(out, *(const int32_t *) value);
}

/* Reads "YYYY-MM-DD"; false where that is no day of the calendar. */
static bool
date_from_text(Str text, int32 *date)
{
	static const char shape[] = "dddd-dd-dd";
	int			parts[3] = {0, 0, 0};
	int			part = 0;
	int			year;
	int			month;
	int			day;

	if (text.len != strlen(shape))
		return false;
	for (uint32 i = 0; i < text.len; i++)
	{
		bool		digit = text.s[i] >= '0' && text.s[i] <= '9';

		if (shape[i] == 'd' ? !digit : text.s[i] != '-')
			return false;
		if (digit)
			parts[part] = parts[part] * 10 + (text.s[i] - '0');
		else
			part++;
	}
	if (parts[0] < 1 || parts[1] < 1 || parts[1] > MONTHS_PER_YEAR || parts[2] < 1)
		return false;
	*date = date2j(parts[0], parts[1], parts[2]) - POSTGRES_EPOCH_JDATE;
	j2date(*date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	return year == parts[0] && month == parts[1] && day == parts[2];
}

/* Reads a date. */
static bool
date_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	int32		date;

	if (node->type != JSON_STRING || !date_from_text(node->text, &date))
		return refuse(reader, "must be a date in the form \"YYYY-MM-DD\"");
	*(int32_t *) value = date;
	return true;
}

static const JsonCodec date_codec = {date_clear, date_absent, date_write, date_read};

/* The signature: base64. */

#define SIGNATURE_TEXT	88		/* characters of POSTING_SIGNATURE bytes in base64 */

/* Tells whether a signature is absent. */
static bool
signature_absent(const JsonMember *member, const void *value)
{
	return *(const uint8_t *const *) value == NULL;
}

/* Writes a signature. */
static void
signature_write(StringInfo out, const JsonMember *member, const void *value)
{
	const void *signature = *(const uint8_t *const *) value;
	char		text[SIGNATURE_TEXT];
	int			len = pg_b64_encode(signature, POSTING_SIGNATURE, text, sizeof(text));

	appendStringInfo(out, "\"%.*s\"", len, text);
}

/* Reads a signature. */
static bool
signature_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	void	   *signature = arena_zero(reader->arena, POSTING_SIGNATURE);

	if (node->type != JSON_STRING || node->text.len != SIGNATURE_TEXT ||
		pg_b64_decode(node->text.s, SIGNATURE_TEXT, signature,
					  POSTING_SIGNATURE) != POSTING_SIGNATURE)
		return refuse(reader, "must be %d bytes in base64", POSTING_SIGNATURE);
	*(const uint8_t **) value = signature;
	return true;
}

static const JsonCodec signature_codec = {
	NULL, signature_absent, signature_write, signature_read
};

/* Spans: [start, stop], at the end of an array of known length. */

/* Writes the two ends of a span, and closes the array. */
static void
span_write(StringInfo out, Span span)
{
	appendStringInfo(out, "%u, %u]", span.start, span.stop);
}

/* Counts the elements of an array or the members of an object. */
static uint32
count_children(const JsonNode *node)
{
	uint32		count = 0;

	for (const JsonNode *child = node->first; child != NULL; child = child->next)
		count++;
	return count;
}

/* Reads the span whose start is this node, element index of its array. */
static bool
span_read(JsonReader *reader, const JsonNode *node, uint32 index, Span *span)
{
	int64		bounds[2];

	for (int i = 0; i < 2; i++, node = node->next)
		if (!number_read(reader, node, 0, 0, PG_INT32_MAX, &bounds[i]))
			return within_index(reader, index + i);
	if (bounds[0] > bounds[1])
		return refuse(reader, "must not end before it begins");
	*span = (Span) {(uint32) bounds[0], (uint32) bounds[1]};
	return true;
}

/* The spans of a skill or pay, whose number stands behind the array. */
typedef struct SpansField
{
	Span		at[POSTING_MAX_SPANS];
	uint32_t	n_at;
} SpansField;

StaticAssertDecl(offsetof(Skill, n_at) - offsetof(Skill, at) == offsetof(SpansField, n_at) &&
				 offsetof(Pay, n_at) - offsetof(Pay, at) == offsetof(SpansField, n_at),
				 "posting_doc: spans");

/* Tells whether the spans of an item is absent. */
static bool
spans_absent(const JsonMember *member, const void *value)
{
	return ((const SpansField *) value)->n_at == 0;
}

/* Writes the spans of an item. */
static void
spans_write(StringInfo out, const JsonMember *member, const void *value)
{
	const SpansField *spans = value;

	for (uint32 i = 0; i < spans->n_at; i++)
	{
		appendStringInfoString(out, i == 0 ? "[[" : ", [");
		span_write(out, spans->at[i]);
	}
	appendStringInfoChar(out, ']');
}

/* Reads the spans of an item. */
static bool
spans_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	SpansField *spans = value;

	if (node->type != JSON_ARRAY || count_children(node) > POSTING_MAX_SPANS)
		return refuse(reader, "must be an array of at most %d spans", POSTING_MAX_SPANS);
	spans->n_at = 0;
	for (const JsonNode *child = node->first; child != NULL; child = child->next)
	{
		uint32		i = spans->n_at;

		if (child->type != JSON_ARRAY || count_children(child) != 2)
		{
			refuse(reader, "must be [start, stop]");
			return within_index(reader, i);
		}
		if (!span_read(reader, child->first, 0, &spans->at[i]))
			return within_index(reader, i);
		if (i > 0 && (spans->at[i].start < spans->at[i - 1].start ||
					  (spans->at[i].start == spans->at[i - 1].start &&
					   spans->at[i].stop < spans->at[i - 1].stop)))
		{
			refuse(reader, "must not begin before the span before it");
			return within_index(reader, i);
		}
		spans->n_at++;
	}
	return true;
}

static const JsonCodec spans_codec = {NULL, spans_absent, spans_write, spans_read};

/* A section: [zone, start, stop]. */

/* Writes a section. */
static void
section_write(StringInfo out, const JsonMember *member, const void *value)
{
	const SectionSpan *section = value;

	appendStringInfo(out, "[\"%s\", ", posting_zone_names[section->zone]);
	span_write(out, section->at);
}

/* Reads a section. */
static bool
section_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	SectionSpan *section = value;
	int			zone;

	if (node->type != JSON_ARRAY || count_children(node) != 3)
		return refuse(reader, "must be [section, start, stop]");
	if (!name_read(reader, posting_zone_names, node->first, &zone))
		return within_index(reader, 0);
	section->zone = zone;
	return span_read(reader, node->first->next, 1, &section->at);
}

static const JsonCodec section_codec = {NULL, NULL, section_write, section_read};

/* A piece of evidence: [field, rule, start, stop]. */

/* Writes a piece of evidence. */
static void
evidence_write(StringInfo out, const JsonMember *member, const void *value)
{
	const Evidence *evidence = value;

	appendStringInfo(out, "[\"%s\", ", posting_field_names[evidence->field]);
	posting_json_string(out, evidence->rule);
	appendStringInfoString(out, ", ");
	span_write(out, evidence->at);
}

/* Reads a piece of evidence. */
static bool
evidence_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	Evidence   *evidence = value;
	int			field;

	if (node->type != JSON_ARRAY || count_children(node) != 4)
		return refuse(reader, "must be [field, rule, start, stop]");
	if (!name_read(reader, posting_field_names, node->first, &field))
		return within_index(reader, 0);
	evidence->field = field;
	if (!string_read(reader, member, node->first->next, &evidence->rule))
		return within_index(reader, 1);
	return span_read(reader, node->first->next->next, 2, &evidence->at);
}

static const JsonCodec evidence_codec = {NULL, NULL, evidence_write, evidence_read};

/* Objects. */

/* Makes all members of an object absent. */
static void
object_clear(const JsonMember *member, void *value)
{
	const ObjectShape *shape = member->shape;

	for (int i = 0; i < shape->count; i++)
	{
		const JsonMember *inner = &shape->members[i];

		if (inner->codec->clear != NULL)
			inner->codec->clear(inner, (char *) value + inner->offset);
	}
}

/* Tells whether all members of an object are absent. */
static bool
object_absent(const JsonMember *member, const void *value)
{
	const ObjectShape *shape = member->shape;

	for (int i = 0; i < shape->count; i++)
	{
		const JsonMember *inner = &shape->members[i];

		if (!inner->codec->absent(inner, (const char *) value + inner->offset))
			return false;
	}
	return true;
}

/* Writes an object. */
static void
object_write(StringInfo out, const JsonMember *member, const void *value)
{
	const ObjectShape *shape = member->shape;
	const char *separator = "{";

	for (int i = 0; i < shape->count; i++)
	{
		const JsonMember *inner = &shape->members[i];
		const char *at = (const char *) value + inner->offset;

		if (!(inner->flags & MEMBER_ALWAYS) && inner->codec->absent(inner, at))
			continue;
		appendStringInfo(out, "%s\"%s\": ", separator, inner->key);
		inner->codec->write(out, inner, at);
		separator = ", ";
	}
	appendStringInfoChar(out, '}');
}

/* Returns the member of this key, or -1. */
static int
find_member(const ObjectShape *shape, Str key)
{
	for (int i = 0; i < shape->count; i++)
		if (strlen(shape->members[i].key) == key.len &&
			memcmp(shape->members[i].key, key.s, key.len) == 0)
			return i;
	return -1;
}

/* Reads one member of an object, and notes in seen that it was there. */
static bool
member_read(JsonReader *reader, const ObjectShape *shape, const JsonNode *node,
			char *value, uint64 *seen)
{
	int			i = find_member(shape, node->key);

	if (i < 0)
		refuse(reader, "is unknown");
	else if (*seen & UINT64CONST(1) << i)
		refuse(reader, "stands there twice");
	else if (shape->members[i].codec->read(reader, &shape->members[i], node,
										   value + shape->members[i].offset))
	{
		*seen |= UINT64CONST(1) << i;
		return true;
	}
	return within_key(reader, node->key);
}

/* Reads an object. */
static bool
object_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	const ObjectShape *shape = member->shape;
	uint64		seen = 0;

	if (node->type != JSON_OBJECT)
		return refuse(reader, "must be an object");
	object_clear(member, value);
	for (const JsonNode *child = node->first; child != NULL; child = child->next)
		if (!member_read(reader, shape, child, value, &seen))
			return false;
	for (int i = 0; i < shape->count; i++)
		if ((shape->members[i].flags & MEMBER_NEEDED) && !(seen & UINT64CONST(1) << i))
		{
			Str			key = {shape->members[i].key, strlen(shape->members[i].key)};

			refuse(reader, "is missing");
			return within_key(reader, key);
		}
	return true;
}

static const JsonCodec object_codec = {object_clear, object_absent, object_write, object_read};

/* Lists. */

/* Tells whether a list is absent. */
static bool
list_absent(const JsonMember *member, const void *value)
{
	return ((const ListField *) value)->count == 0;
}

/* Writes a list. */
static void
list_write(StringInfo out, const JsonMember *member, const void *value)
{
	const ListShape *shape = member->shape;
	const ListField *list = value;

	for (uint32 i = 0; i < list->count; i++)
	{
		appendStringInfoString(out, i == 0 ? "[" : ", ");
		shape->element.codec->write(out, &shape->element, list->items + i * shape->size);
	}
	appendStringInfoChar(out, ']');
}

/* Whether the string that an element begins with stands in an earlier one. */
static bool
element_doubled(const ListShape *shape, const ListField *list)
{
	const Str  *name = (const Str *) (list->items + list->count * shape->size);

	for (uint32 i = 0; i < list->count; i++)
	{
		const Str  *other = (const Str *) (list->items + i * shape->size);

		if (other->len == name->len && memcmp(other->s, name->s, name->len) == 0)
			return true;
	}
	return false;
}

/* Reads a list. */
static bool
list_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	const ListShape *shape = member->shape;
	ListField  *list = value;
	uint32		count;

	if (node->type != JSON_ARRAY)
		return refuse(reader, "must be an array");
	count = count_children(node);
	if (count > shape->max)
		return refuse(reader, "must not hold more than %u items", shape->max);
	list->items = arena_zero(reader->arena, count * shape->size);
	list->count = 0;
	for (const JsonNode *child = node->first; child != NULL; child = child->next)
	{
		if (!shape->element.codec->read(reader, &shape->element, child,
										list->items + list->count * shape->size) ||
			(shape->distinct && element_doubled(shape, list) &&
			 !refuse(reader, "stands there twice")))
			return within_index(reader, list->count);
		list->count++;
	}
	return true;
}

static const JsonCodec list_codec = {NULL, list_absent, list_write, list_read};

/* Sections, which stand in the order of the text. */

/* Reads the sections, in order. */
static bool
sections_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	const ListField *list = value;
	const SectionSpan *sections;

	if (!list_read(reader, member, node, value))
		return false;
	sections = (const SectionSpan *) list->items;
	for (uint32 i = 1; i < list->count; i++)
		if (sections[i].at.start < sections[i - 1].at.start)
		{
			refuse(reader, "must not begin before the section before it");
			return within_index(reader, i);
		}
	return true;
}

static const JsonCodec sections_codec = {NULL, list_absent, list_write, sections_read};

/* Language levels: an object from language to level. */

/* Writes language levels. */
static void
levels_write(StringInfo out, const JsonMember *member, const void *value)
{
	const ListField *list = value;
	const LanguageLevel *levels = (const LanguageLevel *) list->items;

	for (uint32 i = 0; i < list->count; i++)
	{
		appendStringInfoString(out, i == 0 ? "{" : ", ");
		posting_json_string(out, levels[i].language);
		appendStringInfoString(out, ": ");
		posting_json_string(out, levels[i].level);
	}
	appendStringInfoChar(out, '}');
}

/* Reads language levels. */
static bool
levels_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	const ListShape *shape = member->shape;
	ListField  *list = value;
	LanguageLevel *levels;

	if (node->type != JSON_OBJECT || count_children(node) > shape->max)
		return refuse(reader, "must be an object of at most %u members", shape->max);
	levels = arena_zero(reader->arena, count_children(node) * sizeof(LanguageLevel));
	list->items = (char *) levels;
	list->count = 0;
	for (const JsonNode *child = node->first; child != NULL; child = child->next)
	{
		LanguageLevel *level = &levels[list->count];

		level->language = child->key;
		if ((child->key.len == 0 && !refuse(reader, "must not have an empty key")) ||
			(element_doubled(shape, list) && !refuse(reader, "stands there twice")) ||
			!string_read(reader, member, child, &level->level))
			return within_key(reader, child->key);
		list->count++;
	}
	return true;
}

static const JsonCodec levels_codec = {NULL, list_absent, levels_write, levels_read};

/* Objects that hold a range, and such that must hold something. */

/* Refuses bounds that are out of order, or both unsaid; PAY_UNBOUNDED is unsaid. */
static bool
bounds_read(JsonReader *reader, int64 min, int64 max)
{
	if (min == PAY_UNBOUNDED && max == PAY_UNBOUNDED)
		return refuse(reader, "must have \"min\" or \"max\"");
	if (max != PAY_UNBOUNDED && min > max)
		return refuse(reader, "must not have a \"max\" below its \"min\"");
	return true;
}

/* Returns an unsaid bound as PAY_UNBOUNDED. */
static int64
bound(int32 value)
{
	return value < 0 ? PAY_UNBOUNDED : value;
}

/* Reads an object whose first two members are bounds in hundredths. */
static bool
range_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	const ObjectShape *shape = member->shape;

	return object_read(reader, member, node, value) &&
		bounds_read(reader,
					bound(*(int32_t *) ((char *) value + shape->members[0].offset)),
					bound(*(int32_t *) ((char *) value + shape->members[1].offset)));
}

static const JsonCodec range_codec = {object_clear, object_absent, object_write, range_read};

/* Reads a pay, which must name an amount. */
static bool
pay_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	const Pay  *pay = value;

	return object_read(reader, member, node, value) && bounds_read(reader, pay->min, pay->max);
}

static const JsonCodec pay_codec = {object_clear, object_absent, object_write, pay_read};

/* Reads a location, which must name something. */
static bool
location_read(JsonReader *reader, const JsonMember *member, const JsonNode *node, void *value)
{
	if (!object_read(reader, member, node, value))
		return false;
	return !object_absent(member, value) ||
		refuse(reader, "must have \"city\", \"region\" or \"country\"");
}

static const JsonCodec location_codec = {object_clear, object_absent, object_write, location_read};

/* The format, from the inside to the outside. */

static const JsonMember location_members[] = {
	{"city", &string_codec, offsetof(Location, city)},
	{"region", &string_codec, offsetof(Location, region)},
	{"country", &string_codec, offsetof(Location, country)}
};

static const JsonMember hours_members[] = {
	{"min", &hundredths_codec, offsetof(Posting, hours_min)},
	{"max", &hundredths_codec, offsetof(Posting, hours_max)}
};

static const JsonMember experience_members[] = {
	{"min", &hundredths_codec, offsetof(Posting, experience_min)},
	{"max", &hundredths_codec, offsetof(Posting, experience_max)}
};

static const JsonMember education_members[] = {
	{"level", &enum_codec, offsetof(Posting, education), posting_education_names, MEMBER_NEEDED},
	{"required", &bool_codec, offsetof(Posting, education_required), NULL, MEMBER_ALWAYS}
};

static const JsonMember pay_members[] = {
	{"min", &amount_codec, offsetof(Pay, min)},
	{"max", &amount_codec, offsetof(Pay, max)},
	{"currency", &currency_codec, offsetof(Pay, currency)},
	{"period", &enum_codec, offsetof(Pay, period), posting_period_names},
	{"kind", &enum_codec, offsetof(Pay, kind), posting_kind_names, MEMBER_NEEDED},
	{"place", &string_codec, offsetof(Pay, place)},
	{"tax", &enum_codec, offsetof(Pay, tax), posting_tax_names},
	{"payments_per_year", &byte_codec, offsetof(Pay, payments_per_year)},
	{"period_stated", &bool_codec, offsetof(Pay, period_stated), NULL, MEMBER_ALWAYS},
	{"note", &string_codec, offsetof(Pay, note)},
	{"rule", &string_codec, offsetof(Pay, rule)},
	{"at", &spans_codec, offsetof(Pay, at)}
};

static const JsonMember years_members[] = {
	{"min", &hundredths_codec, offsetof(Skill, years_min)},
	{"max", &hundredths_codec, offsetof(Skill, years_max)}
};

static const ObjectShape years_shape = OBJECT_SHAPE(years_members);

static const JsonMember skill_members[] = {
	{"name", &string_codec, offsetof(Skill, name), NULL, MEMBER_NEEDED},
	{"requirement", &enum_codec, offsetof(Skill, requirement), posting_requirement_names,
	 MEMBER_NEEDED},
	{"years", &range_codec, 0, &years_shape},
	{"at", &spans_codec, offsetof(Skill, at)}};

static const JsonMember soft_skill_members[] = {
	{"name", &string_codec, offsetof(Skill, name), NULL, MEMBER_NEEDED},
	{"at", &spans_codec, offsetof(Skill, at)}
};

StaticAssertDecl(offsetof(Skill, name) == 0 && offsetof(LanguageLevel, language) == 0,
				 "posting_doc: distinct lists");

static const ObjectShape location_shape = OBJECT_SHAPE(location_members);
static const ObjectShape hours_shape = OBJECT_SHAPE(hours_members);
static const ObjectShape experience_shape = OBJECT_SHAPE(experience_members);
static const ObjectShape education_shape = OBJECT_SHAPE(education_members);
static const ObjectShape pay_shape = OBJECT_SHAPE(pay_members);
static const ObjectShape skill_shape = OBJECT_SHAPE(skill_members);
static const ObjectShape soft_skill_shape = OBJECT_SHAPE(soft_skill_members);

static const ListShape strings_list = {
	{NULL, &string_codec}, sizeof(Str), DOC_MAX_LIST, false
};
static const ListShape locations_list = {
	{NULL, &location_codec, 0, &location_shape}, sizeof(Location), DOC_MAX_LIST, false
};
static const ListShape pays_list = {
	{NULL, &pay_codec, 0, &pay_shape}, sizeof(Pay), POSTING_MAX_PAYS, false
};
static const ListShape skills_list = {
	{NULL, &object_codec, 0, &skill_shape}, sizeof(Skill), POSTING_MAX_SKILLS, true
};
static const ListShape soft_skills_list = {
	{NULL, &object_codec, 0, &soft_skill_shape}, sizeof(Skill), POSTING_MAX_SKILLS, true
};
static const ListShape levels_list = {
	{NULL, &string_codec}, sizeof(LanguageLevel), DOC_MAX_LIST, true
};
static const ListShape sections_list = {
	{NULL, &section_codec}, sizeof(SectionSpan), POSTING_MAX_SECTIONS, false
};
static const ListShape evidence_list = {
	{NULL, &evidence_codec}, sizeof(Evidence), POSTING_MAX_EVIDENCE, false
};

static const JsonMember posting_members[] = {
	{"title", &string_codec, offsetof(Posting, title)},
	{"occupation", &string_codec, offsetof(Posting, occupation)},
	{"company", &string_codec, offsetof(Posting, company)},
	{"agency", &string_codec, offsetof(Posting, agency)},
	{"locations", &list_codec, offsetof(Posting, locations), &locations_list},
	{"workplace", &set_codec, offsetof(Posting, workplace), posting_workplace_names},
	{"remote_scope", &list_codec, offsetof(Posting, remote_scope), &strings_list},
	{"employment_type", &set_codec, offsetof(Posting, employment_type), posting_employment_names},
	{"hours_per_week", &range_codec, 0, &hours_shape},
	{"seniority", &enum_codec, offsetof(Posting, seniority), posting_seniority_names},
	{"salaries", &list_codec, offsetof(Posting, pays), &pays_list},
	{"pay_statement", &enum_codec, offsetof(Posting, pay_statement), posting_statement_names,
	 MEMBER_ALWAYS},
	{"pay_words", &string_codec, offsetof(Posting, pay_words)},
	{"experience_years", &range_codec, 0, &experience_shape},
	{"education", &object_codec, 0, &education_shape},
	{"skills", &list_codec, offsetof(Posting, skills), &skills_list},
	{"soft_skills", &list_codec, offsetof(Posting, soft_skills), &soft_skills_list},
	{"languages", &list_codec, offsetof(Posting, languages), &strings_list},
	{"language_levels", &levels_codec, offsetof(Posting, language_levels), &levels_list},
	{"benefits", &set_codec, offsetof(Posting, benefits), posting_benefit_names},
	{"visa_sponsorship", &visa_codec, offsetof(Posting, visa_sponsorship)},
	{"reference", &string_codec, offsetof(Posting, reference)},
	{"date_posted", &date_codec, offsetof(Posting, date_posted)},
	{"valid_through", &date_codec, offsetof(Posting, valid_through)},
	{"text_language", &language_codec, offsetof(Posting, text_language)},
	{"postings", &count_codec, offsetof(Posting, postings)},
	{"truncated", &bool_codec, offsetof(Posting, truncated), NULL, MEMBER_ALWAYS},
	{"raw_length", &count_codec, offsetof(Posting, raw_length)},
	{"sections", &sections_codec, offsetof(Posting, sections), &sections_list},
	{"evidence", &list_codec, offsetof(Posting, evidence), &evidence_list},
	{"signature", &signature_codec, offsetof(Posting, signature)},
	{"version", &count_codec, offsetof(Posting, version)}};

StaticAssertDecl(lengthof(posting_members) <= 64, "posting_doc: too many keys");

static const ObjectShape posting_shape = OBJECT_SHAPE(posting_members);
static const JsonMember posting_member = {NULL, &object_codec, 0, &posting_shape};

/* Gives the arena memory of the context it lives in. */
static void *
grow_arena(void *context, size_t size)
{
	return MemoryContextAllocHuge(context, size);
}

/* Makes a value of JSON; NULL where that is malformed and the context takes soft errors. */
static struct varlena *
value_from_json(const char *json, Size len, Node *escontext)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "posting_doc input",
												  ALLOCSET_DEFAULT_SIZES);
	JsonReader	reader = {0};
	uint64		buffer[1024];	/* enough for most values */
	struct varlena *value;
	JsonNode   *root;
	Posting		posting;
	Arena		arena;

	posting_arena_init(&arena, grow_arena, context, buffer, sizeof(buffer));
	reader.arena = &arena;
	if (!posting_json_tree(&arena, json, len, &root) || root->type != JSON_OBJECT)
		ereturn(escontext, NULL,
				errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				errmsg("invalid input syntax for type %s", "posting_doc"),
				errdetail("The text is no JSON object."),
				errhint("Use posting_parse(text) to read raw text."));
	memset(&posting, 0, sizeof(posting));
	posting.postings = 1;
	if (!object_read(&reader, &posting_member, root, &posting))
		ereturn(escontext, NULL,
				errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				errmsg("invalid input syntax for type %s", "posting_doc"),
				errdetail("Key \"%s\" %s.", reader.path, reader.problem));
	value = posting_doc_serialize(&posting);
	MemoryContextDelete(context);
	return value;
}

/* Returns the JSON of a value. */
static char *
json_from_value(Datum value)
{
	StringInfoData out;
	Posting		posting;

	posting_doc_load(value, DOC_ALL_BLOCKS, &posting);
	initStringInfo(&out);
	object_write(&out, &posting_member, &posting);
	return out.data;
}

PG_FUNCTION_INFO_V1(posting_doc_in);

/* Reads a value from its JSON. */
Datum
posting_doc_in(PG_FUNCTION_ARGS)
{
	char	   *json = PG_GETARG_CSTRING(0);
	struct varlena *value = value_from_json(json, strlen(json), POSTING_ESCONTEXT(fcinfo));

	if (value == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(value);
}

PG_FUNCTION_INFO_V1(posting_doc_out);

/* Writes a value as JSON. */
Datum
posting_doc_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(json_from_value(PG_GETARG_DATUM(0)));
}

PG_FUNCTION_INFO_V1(posting_doc_to_jsonb);

/* Converts a value to jsonb. */
Datum
posting_doc_to_jsonb(PG_FUNCTION_ARGS)
{
	char	   *json = json_from_value(PG_GETARG_DATUM(0));

	PG_RETURN_DATUM(DirectFunctionCall1(jsonb_in, CStringGetDatum(json)));
}

PG_FUNCTION_INFO_V1(posting_doc_from_jsonb);

/* Converts jsonb to a value. */
Datum
posting_doc_from_jsonb(PG_FUNCTION_ARGS)
{
	Jsonb	   *jsonb = PG_GETARG_JSONB_P(0);
	char	   *json = JsonbToCString(NULL, &jsonb->root, VARSIZE(jsonb));

	PG_RETURN_POINTER(value_from_json(json, strlen(json), NULL));
}
