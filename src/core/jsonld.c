/*
 * jsonld.c
 *		schema.org JobPosting blocks of HTML pages: their fields win over what
 *		was read in the text.  A broken or hostile block is passed over.
 */
#define _DEFAULT_SOURCE			/* timegm */
#include <time.h>

#include "extract.h"
#include "parse.h"

/* The longest block that is read. */
#define MAX_BLOCK	(256 * 1024)

static const JsonNode *
member(const JsonNode *node, const char *key)
{
	if (node == NULL || node->type != JSON_OBJECT)
		return NULL;
	for (const JsonNode *child = node->first; child != NULL; child = child->next)
		if (str_equal(child->key, str_of(key)))
			return child;
	return NULL;
}

/* The text of a member that is a string or a number; of a list, of its first element. */
static Str
text_of(const JsonNode *node)
{
	if (node != NULL && node->type == JSON_ARRAY)
		node = node->first;
	if (node == NULL || (node->type != JSON_STRING && node->type != JSON_NUMBER) ||
		node->text.len == 0)
		return (Str) {NULL, 0};
	return node->text;
}

static bool
has_type(const JsonNode *node, const char *type)
{
	const JsonNode *t = member(node, "@type");

	if (t != NULL && t->type == JSON_ARRAY)
	{
		for (t = t->first; t != NULL; t = t->next)
			if (str_equal(t->text, str_of(type)))
				return true;
		return false;
	}
	return t != NULL && t->type == JSON_STRING && str_equal(t->text, str_of(type));
}

/* The JobPosting in a block: the block itself, an element of its list or graph. */
static const JsonNode *
find_posting(const JsonNode *node, int depth)
{
	if (node == NULL || depth > 4)
		return NULL;
	if (has_type(node, "JobPosting"))
		return node;
	if (node->type == JSON_ARRAY)
		for (const JsonNode *child = node->first; child != NULL; child = child->next)
		{
			const JsonNode *found = find_posting(child, depth + 1);

			if (found != NULL)
				return found;
		}
	return find_posting(member(node, "@graph"), depth + 1);
}

/* The longest value that is looked for in the block. */
#define MAX_SOUGHT	80

/* The first place of a text in a raw span, or an empty span. */
static Span
find_raw(const Doc *doc, Span in, const char *s, uint32_t len)
{
	for (uint32_t i = in.start; i + len <= in.stop; i++)
	{
		const char *found = memchr(doc->raw + i, s[0], in.stop - len - i + 1);

		if (found == NULL)
			break;
		i = (uint32_t) (found - doc->raw);
		if (memcmp(found, s, len) == 0)
			return (Span) {i, i + len};
	}
	return (Span) {in.start, in.start};
}

/*
 * The raw span of a key's value in a block; of the key where
 * the value is escaped, of the block where that is, too.
 */
static Span
find_value(const Doc *doc, Span block, const char *key, Str value)
{
	Span		name = find_raw(doc, block, key, (uint32_t) strlen(key));
	Span		at;

	if (name.stop == name.start)
		return block;
	if (value.len == 0 || value.len > MAX_SOUGHT)
		return name;
	at = find_raw(doc, (Span) {name.stop, block.stop}, value.s, value.len);
	return at.stop > at.start ? at : name;
}

/* Notes where a field came from. */
static Span
note(Doc *doc, Field field, const char *rule, Str value, Span at)
{
	*VEC_ADD(doc->arena, &doc->block_facts) = (BlockFact) {field, rule, value, at};
	return at;
}

/* An amount in decimal digits, in 1/10,000; PAY_UNBOUNDED where it is none. */
static int64_t
read_decimal(Str text)
{
	int64_t		value = 0;
	int			fraction = -1;

	if (text.s == NULL || text.len > 16)
		return PAY_UNBOUNDED;
	for (uint32_t i = 0; i < text.len; i++)
	{
		char		c = text.s[i];

		if (c == '.' && fraction < 0)
			fraction = 0;
		else if (c >= '0' && c <= '9')
		{
			if (fraction >= 4)
				continue;
			if (value > PAY_MAX_AMOUNT / 10)
				return PAY_UNBOUNDED;
			value = value * 10 + (c - '0');
			fraction += fraction >= 0;
		}
		else if (c != ',')
			return PAY_UNBOUNDED;
	}
	for (fraction = fraction < 0 ? 0 : fraction; fraction < 4; fraction++)
	{
		if (value > PAY_MAX_AMOUNT / 10)
			return PAY_UNBOUNDED;
		value *= 10;
	}
	return value;
}

/* Takes baseSalary over as the only pay. */
static void
take_salary(Doc *doc, const JsonNode *salary, Span block)
{
	static const char *const units[] = {"", "HOUR", "DAY", "WEEK", "MONTH", "YEAR", NULL};
	const JsonNode *value = member(salary, "value");
	Str			currency = text_of(member(salary, "currency"));
	Str			unit = text_of(member(value, "unitText"));
	Pay		   *pay = arena_zero(doc->arena, sizeof(Pay));
	Str			amount;
	int			period;

	if (value == NULL)
		return;
	amount = value->type == JSON_OBJECT ? text_of(member(value, "value")) : text_of(value);
	pay->min = pay->max = PAY_UNBOUNDED;
	if (value->type == JSON_OBJECT)
	{
		pay->min = read_decimal(text_of(member(value, "minValue")));
		pay->max = read_decimal(text_of(member(value, "maxValue")));
	}
	if (pay->min == PAY_UNBOUNDED && pay->max == PAY_UNBOUNDED)
		pay->min = pay->max = read_decimal(amount);
	else
		amount = text_of(member(value, pay->min != PAY_UNBOUNDED ? "minValue" : "maxValue"));
	if (unit.s == NULL)
		unit = text_of(member(salary, "unitText"));
	period = posting_name_index(units, unit.s, unit.len);
	if ((pay->min <= 0 && pay->max <= 0) || period <= 0 ||
		(pay->max != PAY_UNBOUNDED && pay->max < pay->min))
		return;
	memcpy(pay->currency, currency.len == 3 ? currency.s : "XXX", 3);
	for (int i = 0; i < 3; i++)
		if (pay->currency[i] < 'A' || pay->currency[i] > 'Z')
			memcpy(pay->currency, "XXX", 4);
	pay->period = (Period) period;
	pay->period_stated = true;
	pay->rule = str_of("jsonld.salary");
	pay->at[0] = note(doc, FIELD_SALARIES, "jsonld.salary", amount,
					  find_value(doc, block, "\"baseSalary\"", amount));
	pay->n_at = 1;
	doc->posting->pays = pay;
	doc->posting->n_pays = 1;
	doc->posting->pay_statement = PAY_STATED;
}

/* "2023-05-02T10:00" as days since 2000-01-01. */
static int32_t
read_iso_date(Str text)
{
	struct tm	tm = {0};
	int			part[3] = {0};

	if (text.s == NULL || text.len < 10 || text.s[4] != '-' || text.s[7] != '-')
		return DATE_NONE;
	for (int i = 0, p = 0; i < 10; i++)
	{
		if (i == 4 || i == 7)
		{
			p++;
			continue;
		}
		if (text.s[i] < '0' || text.s[i] > '9')
			return DATE_NONE;
		part[p] = part[p] * 10 + (text.s[i] - '0');
	}
	tm.tm_year = part[0] - 1900;
	tm.tm_mon = part[1] - 1;
	tm.tm_mday = part[2];
	if (part[0] < 1980 || part[0] > 2100 || part[1] < 1 || part[1] > 12 || part[2] < 1 ||
		part[2] > 31)
		return DATE_NONE;
	return (int32_t) (timegm(&tm) / 86400 - DATE_EPOCH_DAYS);
}

/* Takes jobLocation over. */
static void
take_location(Doc *doc, const JsonNode *location, Span block)
{
	Location   *places = arena_alloc(doc->arena, POSTING_MAX_PLACES * sizeof(Location));
	uint32_t	n = 0;
	const JsonNode *each =
		location != NULL && location->type == JSON_ARRAY ? location->first : location;

	for (; each != NULL && n < POSTING_MAX_PLACES;
		 each = location->type == JSON_ARRAY ? each->next : NULL)
	{
		const JsonNode *address = member(each, "address");
		const JsonNode *country = member(address, "addressCountry");
		Location	place = {0};

		place.city = text_of(member(address, "addressLocality"));
		place.region = text_of(member(address, "addressRegion"));
		place.country = text_of(
			country != NULL && country->type == JSON_OBJECT ? member(country, "name") : country);
		if (place.country.s != NULL && place.country.len != 2)
		{
			const Entry *entry = lexicon_lookup(&doc->lex, doc->arena, place.country.s,
												place.country.len, KIND_PLACE);

			place.country =
				entry != NULL ? (Str) {posting_place_rows[entry->value].country, 2}
						  : (Str) {NULL, 0};
		}
		if (place.city.s != NULL || place.region.s != NULL || place.country.s != NULL)
		{
			Str name = place.city.s != NULL     ? place.city
					   : place.region.s != NULL ? place.region
												: text_of(country);

			note(doc, FIELD_LOCATIONS, "jsonld.location", name,
				 find_value(doc, block, "\"jobLocation\"", name));
			places[n++] = place;
		}
		if (location->type != JSON_ARRAY)
			break;
	}
	if (n > 0)
	{
		doc->posting->locations = places;
		doc->posting->n_locations = n;
	}
}

/* Takes employmentType over: one of schema.org's names, or a list of them. */
static void
take_employment(Doc *doc, const JsonNode *type, Span block)
{
	uint32_t	set = 0;

	for (const JsonNode *t = type != NULL && type->type == JSON_ARRAY ? type->first : type;
		 t != NULL; t = type->type == JSON_ARRAY ? t->next : NULL)
	{
		int index = t->type == JSON_STRING
						? posting_name_index(posting_employment_names, t->text.s, t->text.len)
						: -1;

		if (index < 0 || set >> index & 1)
			continue;
		set |= 1u << index;
		note(doc, FIELD_EMPLOYMENT_TYPE, "jsonld.employment", t->text,
			 find_value(doc, block, "\"employmentType\"", t->text));
	}
	if (set != 0)
		doc->posting->employment_type = set;
}

/* Takes a date over. */
static void
take_date(Doc *doc, const JsonNode *node, const char *key, Field field, int32_t *date, Span block)
{
	Str			text = text_of(node);
	int32_t		days = read_iso_date(text);

	if (days == DATE_NONE)
		return;
	*date = days;
	note(doc, field, "jsonld.date", text, find_value(doc, block, key, text));
}

/* Takes a text over. */
static void
take_text(Doc *doc, Str text, const char *key, Field field, const char *rule, Str *value,
		  Span block)
{
	if (text.s == NULL)
		return;
	*value = text;
	note(doc, field, rule, text, find_value(doc, block, key, text));
}

/* Takes a JobPosting's fields over. */
static void
take_posting(Doc *doc, const JsonNode *node, Span block)
{
	Posting    *posting = doc->posting;
	const JsonNode *organization = member(node, "hiringOrganization");
	Str             company = text_of(organization != NULL && organization->type == JSON_OBJECT
										  ? member(organization, "name")
										  : organization);
	Str			remote = str_of("TELECOMMUTE");

	take_text(doc, text_of(member(node, "title")), "\"title\"", FIELD_TITLE, "jsonld.title",
			  &posting->title, block);
	take_text(doc, company, "\"hiringOrganization\"", FIELD_COMPANY, "jsonld.company",
			  &posting->company, block);
	take_text(doc, text_of(member(member(node, "identifier"), "value")), "\"identifier\"",
			  FIELD_REFERENCE, "jsonld.reference", &posting->reference, block);
	take_employment(doc, member(node, "employmentType"), block);
	if (str_equal(text_of(member(node, "jobLocationType")), remote))
	{
		posting->workplace = WORKPLACE_REMOTE;
		note(doc, FIELD_WORKPLACE, "jsonld.workplace", str_of(posting_workplace_names[0]),
			 find_value(doc, block, "\"jobLocationType\"", remote));
	}
	take_location(doc, member(node, "jobLocation"), block);
	take_salary(doc, member(node, "baseSalary"), block);
	take_date(doc, member(node, "datePosted"), "\"datePosted\"", FIELD_DATE_POSTED,
			  &posting->date_posted, block);
	take_date(doc, member(node, "validThrough"), "\"validThrough\"", FIELD_VALID_THROUGH,
			  &posting->valid_through, block);
}

/* Reads JobPosting blocks. */
void
extract_jsonld(Doc *doc)
{
	if (doc->host == NULL || doc->host->read_json == NULL)
		return;
	for (uint32_t i = 0; i < doc->source.jsonld.count && i < 16; i++)
	{
		Span		at = doc->source.jsonld.items[i];
		JsonNode   *root = NULL;
		const JsonNode *node;

		if (at.stop - at.start > MAX_BLOCK ||
			!doc->host->read_json(doc->arena, doc->raw + at.start, at.stop - at.start, &root))
			continue;
		node = find_posting(root, 0);
		if (node != NULL)
		{
			take_posting(doc, node, at);
			return;
		}
	}
}
