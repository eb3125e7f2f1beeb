/*
 * mention.c
 *		The values of mentions as SQL shows them (see mention.h).
 */
#include "postgres.h"

#include "lib/stringinfo.h"

#include "pg/doc/doc.h"
#include "pg/parse/mention.h"
#include "pg/parse/session.h"
#include "pg/pay/pay.h"

#define ABSENT	((Str) {NULL, 0})

/* Whether a character begins at a byte, or the text ends there. */
static bool
begins_character(const char *s, uint32 len, uint32 at)
{
	return at == len || (s[at] & 0xC0) != 0x80;
}

/* Whether a span lies in a text and cuts no character. */
bool
posting_span_fits(const char *s, uint32 len, Span at)
{
	return at.start <= at.stop && at.stop <= len &&
		begins_character(s, len, at.start) && begins_character(s, len, at.stop);
}

/* Takes over what was written. */
static Str
str_of_buffer(const StringInfoData *buffer)
{
	return (Str) {buffer->data, buffer->len};
}

/* A pay as posting_pay writes it. */
static Str
pay_literal(const Pay *pay)
{
	PayDatum	datum;
	char	   *buffer = palloc(PAY_TEXT_SIZE);

	posting_pay_from_core(pay, &datum);
	return (Str) {buffer, posting_pay_format(&datum, buffer)};
}

/* The pay that was read at a mention, as its literal. */
static Str
pay_value(const Posting *posting, const Mention *mention)
{
	for (uint32 i = 0; i < posting->n_pays; i++)
	{
		const Pay  *pay = &posting->pays[i];

		if (!str_equal(mention->value, str_of(posting_kind_names[pay->kind])))
			continue;
		for (uint32 k = 0; k < pay->n_at; k++)
			if (pay->at[k].start == mention->at.start && pay->at[k].stop == mention->at.stop)
				return pay_literal(pay);
	}
	return ABSENT;
}

/*
 * The number of the list item that a mention is evidence of: evidence and items
 * stand in one order.  False where there is not one for each.
 */
static bool
find_item(const Posting *posting, const Mention *mention, uint32 items, uint32 *item)
{
	uint32		n = 0;
	bool		found = false;

	for (uint32 i = 0; i < posting->n_evidence; i++)
	{
		const Evidence *evidence = &posting->evidence[i];

		if (evidence->field != mention->field)
			continue;
		if (!found && evidence->at.start == mention->at.start &&
			evidence->at.stop == mention->at.stop)
		{
			*item = n;
			found = true;
		}
		n++;
	}
	if (items == 1)
		*item = 0;
	return found && (items == 1 || n == items);
}

/* The place of a mention: "Brooklyn, NY, US". */
static Str
location_value(const Posting *posting, const Mention *mention)
{
	uint32		item;
	const Location *location;
	const Str  *parts[3];
	StringInfoData out;

	if (!find_item(posting, mention, posting->n_locations, &item))
		return ABSENT;
	location = &posting->locations[item];
	parts[0] = &location->city;
	parts[1] = &location->region;
	parts[2] = &location->country;
	initStringInfo(&out);
	for (int i = 0; i < lengthof(parts); i++)
	{
		if (parts[i]->len == 0)
			continue;
		if (out.len > 0)
			appendStringInfoString(&out, ", ");
		appendBinaryStringInfo(&out, parts[i]->s, parts[i]->len);
	}
	return str_of_buffer(&out);
}

/* The item of a list of strings that a mention is evidence of. */
static Str
item_value(const Posting *posting, const Mention *mention, const Str *items, uint32 count)
{
	uint32		item;

	return find_item(posting, mention, count, &item) ? items[item] : ABSENT;
}

/* What the built-in lexicon says of a mention's words; false where it says nothing. */
static bool
look_up(Str words, EntryKind kind, uint32 *value)
{
	Arena		arena;
	Lexicon		lexicon;
	const Entry *entry;
	uint64		buffer[512];

	posting_arena_palloc(&arena, CurrentMemoryContext, buffer, sizeof(buffer));
	posting_builtin_lexicon(&lexicon);
	entry = words.len > 0 ? lexicon_lookup(&lexicon, &arena, words.s, words.len, kind) : NULL;
	if (entry == NULL || entry->value == CUE_NONE)
		return false;
	*value = entry->value;
	return true;
}

/* The member of a set that a mention is evidence of. */
static Str
member_value(uint32 set, const char *const *names, const Mention *mention, EntryKind kind)
{
	uint32		member = 0;

	if (look_up(mention->mention, kind, &member) && member < 32 && (set >> member & 1) != 0)
		return str_of(names[member]);
	if (set == 0 || (set & (set - 1)) != 0)
		return ABSENT;
	for (member = 0; (set >> member & 1) == 0;)
		member++;
	return str_of(names[member]);
}

/* Bounds as pay writes them: "3..5", "3..", "..5", "4". */
static Str
bounds_value(int32 min, int32 max)
{
	StringInfoData out;

	if (min < 0 && max < 0)
		return ABSENT;
	initStringInfo(&out);
	if (min >= 0)
		posting_json_decimal(&out, min, 2);
	if (min != max)
		appendStringInfoString(&out, "..");
	if (max >= 0 && min != max)
		posting_json_decimal(&out, max, 2);
	return str_of_buffer(&out);
}

/* A date without the quotes of JSON. */
static Str
date_value(int32 date)
{
	StringInfoData out;

	if (date == DATE_NONE)
		return ABSENT;
	initStringInfo(&out);
	posting_json_date(&out, date);
	return (Str) {out.data + 1, out.len - 2};
}

/* The value that a mention is evidence of. */
Str
posting_mention_value(const Posting *posting, const Mention *mention)
{
	switch (mention->field)
	{
		case FIELD_SALARIES:
			return pay_value(posting, mention);
		case FIELD_LOCATIONS:
			return location_value(posting, mention);
		case FIELD_REMOTE_SCOPE:
			return item_value(posting, mention, posting->remote_scope, posting->n_remote_scope);
		case FIELD_LANGUAGES:
			return item_value(posting, mention, posting->languages, posting->n_languages);
		case FIELD_WORKPLACE:
			return member_value(posting->workplace, posting_workplace_names, mention,
								KIND_WORKPLACE);
		case FIELD_EMPLOYMENT_TYPE:
			return member_value(posting->employment_type, posting_employment_names, mention,
								KIND_EMPLOYMENT_TYPE);
		case FIELD_BENEFITS:
			return member_value(posting->benefits, posting_benefit_names, mention, KIND_BENEFITS);
		case FIELD_HOURS_PER_WEEK:
			return bounds_value(posting->hours_min, posting->hours_max);
		case FIELD_EXPERIENCE_YEARS:
			return bounds_value(posting->experience_min, posting->experience_max);
		case FIELD_VISA_SPONSORSHIP:
			return posting->visa_sponsorship == VISA_NONE ? ABSENT :
				str_of(posting->visa_sponsorship == VISA_YES ? "true" : "false");
		case FIELD_DATE_POSTED:
			return date_value(posting->date_posted);
		case FIELD_VALID_THROUGH:
			return date_value(posting->valid_through);
		default:
			return mention->value;
	}
}
