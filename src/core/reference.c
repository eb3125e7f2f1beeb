/*
 * reference.c
 *		The job's id, and its dates.
 */
#define _DEFAULT_SOURCE			/* timegm */
#include <stdlib.h>
#include <time.h>

#include "extract.h"
#include "pattern.h"

/* Days from 1970-01-01 to 2000-01-01, where posting.h begins to count. */
#define EPOCH_DAYS	10957

/* An id: letters, digits and signs without blanks, a digit among them. */
static Pattern id_pattern = {
	"[#\\s:]*(?:(?:no|nr|id|number|code)\\b[.:#\\s]*)?((?=[A-Z_/.\\-]{0,14}\\d)[A-Z0-9][A-Z0-9_/.\\-]{1,38}[A-Z0-9])(?![A-Z0-9])", NULL
};

/* "2023-05-02", "2023/05/02". */
static Pattern iso_pattern = {"[^0-9]{0,20}(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)", NULL};

/* "02/16/04", "16.02.2004", "8-6-26". */
static Pattern short_pattern = {"[^0-9]{0,20}(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)", NULL};

static int
to_number(const char *s, Span at)
{
	int			value = 0;

	for (uint32_t i = at.start; i < at.stop; i++)
		value = value * 10 + (s[i] - '0');
	return value;
}

/* Days since 2000-01-01 of a date; DATE_NONE where there is no such day. */
static int32_t
make_date(int year, int month, int day)
{
	struct tm	tm = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
	time_t		t;

	if (year < 100)
		tm.tm_year = year + 100;
	if (month < 1 || month > 12 || day < 1 || day > 31 || tm.tm_year < 80 || tm.tm_year > 200)
		return DATE_NONE;
	t = timegm(&tm);
	return tm.tm_mday == day ? (int32_t) (t / 86400 - EPOCH_DAYS) : DATE_NONE;
}

/* Whether the month comes first in this country's short dates. */
static bool
month_first(const Doc *doc)
{
	const char *country = main_country(doc);

	return country[0] == '\0' || strcmp(country, "US") == 0 || strcmp(country, "CA") == 0 || strcmp(country, "PH") == 0 ||
		strcmp(country, "AM") == 0;
}

/* "Oct 31, 2018", "31 October 2018", "1. März 2023": a month's name with day and year around it. */
static int32_t
named_date(const Doc *doc, Range range)
{
	const Marks *marks = &doc->marks[KIND_MONTH];

	for (const Mark *mark = mark_from(doc, KIND_MONTH, range.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= range.to; mark++)
	{
		int			numbers[3];
		int			n = 0;
		int			day = 0,
					year = 0;

		/* day before the month */
		for (uint32_t i = mark->from; i > range.from && mark->from - i < 3 && day == 0; i--)
			if (doc->tokens[i - 1].kind == TOKEN_NUMBER && doc->tokens[i - 1].len <= 2)
				day = atoi(arena_copy(doc->arena, token_text(doc, i - 1), doc->tokens[i - 1].len));
		for (uint32_t i = mark->to; i < range.to && i < mark->to + 6 && n < 3; i++)
			if (doc->tokens[i].kind == TOKEN_NUMBER && doc->tokens[i].len <= 4)
				numbers[n++] = atoi(arena_copy(doc->arena, token_text(doc, i), doc->tokens[i].len));
			else if (doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len > 2)
				break;
		for (int k = 0; k < n; k++)
			if (numbers[k] >= 1990 && year == 0)
				year = numbers[k];
			else if (day == 0 && numbers[k] <= 31)
				day = numbers[k];
		if (year != 0 && day != 0)
			return make_date(year, (int) mark->entry->value, day);
	}
	return DATE_NONE;
}

/* Reads the date that a range holds. */
static int32_t
read_date(const Doc *doc, Range range)
{
	Str			text = range_text(doc, range);
	Span		g[PATTERN_GROUPS];
	int32_t		date;

	if (text.s == NULL)
		return DATE_NONE;
	if ((date = named_date(doc, range)) != DATE_NONE)
		return date;
	if (pattern_match(&iso_pattern, text.s, text.len, g))
		return make_date(to_number(text.s, g[1]), to_number(text.s, g[2]), to_number(text.s, g[3]));
	if (pattern_match(&short_pattern, text.s, text.len, g))
	{
		int			a = to_number(text.s, g[1]),
					b = to_number(text.s, g[3]),
					year = to_number(text.s, g[4]);
		bool		us = text.s[g[2].start] != '.' && month_first(doc);

		if (g[4].stop - g[4].start == 2)
			year += 2000;
		return a > 12 || (!us && b <= 12) ? make_date(year, b, a) : make_date(year, a, b);
	}
	return DATE_NONE;
}

/* Reads the date behind a label. */
static int32_t
label_date(Doc *doc, Label label, Field field)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *l = &doc->labels.items[i];
		Range		range = l->value;
		int32_t		date;

		if (l->label != label || range.from >= range.to || doc->tokens[range.from].zone == ZONE_NOISE)
			continue;
		if (range.to - range.from > 30)
			range.to = range.from + 30;
		date = read_date(doc, range);
		doc_fact(doc, field, range, "date.label", date == DATE_NONE ? "no full date" : NULL, range_text(doc, range));
		if (date != DATE_NONE)
			return date;
	}
	return DATE_NONE;
}

/* Takes an id over. */
static void
accept_reference(Doc *doc, Range at, Str id, const char *rule)
{
	while (id.len > 1 && (id.s[id.len - 1] == '.' || id.s[id.len - 1] == '-' || id.s[id.len - 1] == '/'))
		id.len--;
	doc->posting->reference = id;
	doc_fact(doc, FIELD_REFERENCE, at, rule, NULL, id);
}

/* The id behind a label, or alone on a line. */
static void
read_reference(Doc *doc)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *l = &doc->labels.items[i];
		Str			text;
		Span		g[PATTERN_GROUPS];

		if (l->label != LABEL_REFERENCE || l->value.from >= l->value.to || doc->tokens[l->name.from].zone == ZONE_NOISE)
			continue;
		text = range_text(doc, l->value);
		if (text.s != NULL && pattern_match(&id_pattern, text.s, text.len, g))
		{
			accept_reference(doc, l->value, (Str) {text.s + g[1].start, g[1].stop - g[1].start}, "reference.label");
			return;
		}
	}
	/* a number of six digits and more that is a line of its own, near either end */
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		const Line *line = &doc->lines[i];

		if ((i > 6 && i + 4 < doc->n_lines) || line->flags & LINE_NOISE || line->last - line->first > 3 || line->first >= line->last ||
			doc->tokens[line->first].kind != TOKEN_NUMBER || doc->tokens[line->first].len < 6 || doc->tokens[line->first].len > 14)
			continue;
		accept_reference(doc, (Range) {line->first, line->last}, range_text(doc, (Range) {line->first, line->last}), "reference.line");
		return;
	}
	/* "ID-10978" beside the title */
	if (doc->title.to > doc->title.from)
	{
		const Line *line = &doc->lines[doc->tokens[doc->title.from].line];

		for (uint32_t i = doc->title.to; i + 1 < line->last && i < doc->title.to + 8; i++)
			if ((token_is(doc, i, "id") || token_is(doc, i, "ref") || token_is(doc, i, "req") || token_is(doc, i, "jr")) &&
				(doc->tokens[i + 1].kind == TOKEN_NUMBER || (i + 2 < line->last && doc->tokens[i + 2].kind == TOKEN_NUMBER)))
			{
				uint32_t	to = doc->tokens[i + 1].kind == TOKEN_NUMBER ? i + 2 : i + 3;
				Range		at = {token_is(doc, i, "id") && token_punct(doc, i + 1, '-') ? i : token_is(doc, i, "jr") ? i : to - 1, to};

				accept_reference(doc, at, range_text(doc, at), "reference.title");
				return;
			}
	}
}

/* Reads the job's id and its dates. */
void
extract_reference(Doc *doc)
{
	read_reference(doc);
	doc->posting->date_posted = label_date(doc, LABEL_DATE_POSTED, FIELD_DATE_POSTED);
	doc->posting->valid_through = label_date(doc, LABEL_VALID_THROUGH, FIELD_VALID_THROUGH);
}
