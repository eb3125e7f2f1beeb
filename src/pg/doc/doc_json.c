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
	void		(*clear) (void *value); /* makes it absent; NULL: all zeros are */
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

/* Notes what is wrong with the value being read, and returns false. */
static bool
refuse(JsonReader *reader, const char *format,...) pg_attribute_printf(2, 3);

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
			if (pg_mul_s64_overflow(value, value == 0 ? 1 : 10, &value))
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
