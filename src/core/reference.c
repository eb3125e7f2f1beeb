/*
 * reference.c
 *		The job's id, and its dates.
 */
#define _DEFAULT_SOURCE			/* timegm */
#include <time.h>

#include "extract.h"
#include "pattern.h"

/*
 * An id: letters, digits and signs without blanks, a digit
 * among them, two numbers with a dash between them, or
 * letters before such a pair: "FPI 3179-585".
 */
static Pattern id_pattern = {
	"[#\\s:]*(?:(?:no|nr|id|number|code)\\b[.:#\\s]*)?(\\d{5,10} - "
	"\\d{1,9}+(?![/.])|[A-Z]{2,5} \\d{3,}-\\d{2,}|"
	"(?=[A-Z_/.\\-]{0,14}\\d)[A-Z0-9][A-Z0-9_/.\\-]{1,38}[A-Z0-9])(?![A-Z0-9])",
	NULL};

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
	/* no 31st of April */
	return tm.tm_mday == day ? (int32_t) (t / 86400 - DATE_EPOCH_DAYS) : DATE_NONE;
}

/* Whether the month comes first in this country's short dates. */
static bool
month_first(const Doc *doc)
{
	const char *country = main_country(doc);

	return country[0] == '\0' || strcmp(country, "US") == 0 || strcmp(country, "CA") == 0 ||
		   strcmp(country, "PH") == 0 || strcmp(country, "AM") == 0;
}

/* The number that a token begins with: "31", "31st"; 0 where it begins with none. */
static int
leading_number(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const char *text = token_text(doc, i);
	int			value = 0;

	for (uint32_t k = 0; k < token->len && k < 4 && text[k] >= '0' && text[k] <= '9'; k++)
		value = value * 10 + (text[k] - '0');
	return token->len <= 4 && token->kind != TOKEN_PUNCT ? value : 0;
}

/* "Oct 31, 2018", "31 October 2018", "1. März 2023": a month's name, day and year around it. */
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
			if (leading_number(doc, i - 1) > 0 && leading_number(doc, i - 1) <= 31)
				day = leading_number(doc, i - 1);
		for (uint32_t i = mark->to; i < range.to && i < mark->to + 6 && n < 3; i++)
			if (leading_number(doc, i) > 0)
				numbers[n++] = leading_number(doc, i);
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

/* Whether the time of a day stands at a token: "11:59". */
static bool
is_time(const Doc *doc, uint32_t i)
{
	return i + 2 < doc->n_tokens && doc->tokens[i].kind == TOKEN_NUMBER &&
		   token_punct(doc, i + 1, ':') && doc->tokens[i + 2].kind == TOKEN_NUMBER &&
		   doc->tokens[i + 2].len == 2;
}

/* So many characters may stand before a date in figures. */
#define REACH_FIGURES	20

/* Reads a number at *s, of no more than so many digits; returns how many it has, 0 where more. */
static uint32_t
read_digits(const char **s, const char *end, uint32_t most, int *value)
{
	uint32_t	n = 0;

	for (*value = 0; *s < end && **s >= '0' && **s <= '9' && n <= most; n++)
		*value = *value * 10 + (*(*s)++ - '0');
	return n <= most ? n : 0;
}

/* Reads "2023-05-02", "2023/05/02", "02/16/04", "16.02.2004", "8-6-26" near a text's begin. */
static int32_t
short_date(const Doc *doc, Str text)
{
	const char *s = text.s,
			   *end = text.s + text.len;
	uint32_t	digits[3];
	int			numbers[3];
	char		sign = 0;
	bool		us;

	for (uint32_t n = 0; s < end && (*s < '0' || *s > '9'); s++)
		if ((*s & 0xC0) != 0x80 && ++n > REACH_FIGURES)
			return DATE_NONE;
	for (int k = 0; k < 3; k++)
	{
		if (k > 0)
		{
			if (s >= end || (*s != '-' && *s != '/' && *s != '.'))
				return DATE_NONE;
			sign = k == 1 ? *s : sign;
			s++;
		}
		if ((digits[k] = read_digits(&s, end, 4, &numbers[k])) == 0)
			return DATE_NONE;
	}
	if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
		return make_date(numbers[0], numbers[1], numbers[2]);
	if (digits[0] > 2 || digits[1] > 2 || (digits[2] != 2 && digits[2] != 4))
		return DATE_NONE;
	if (digits[2] == 2)
		numbers[2] += 2000;
	us = sign != '.' && month_first(doc);
	return numbers[0] > 12 || (!us && numbers[1] <= 12)
			   ? make_date(numbers[2], numbers[1], numbers[0])
			   : make_date(numbers[2], numbers[0], numbers[1]);
}

/* Reads the date that a range holds, be it behind a time. */
static int32_t
read_date(const Doc *doc, Range range)
{
	Str			text;
	int32_t		date;

	if (range.from + 3 < range.to && is_time(doc, range.from))
		range.from += 3;
	text = range_text(doc, range);
	if (text.s == NULL)
		return DATE_NONE;
	if ((date = named_date(doc, range)) != DATE_NONE)
		return date;
	return short_date(doc, text);
}

/* Notes a date that was read; its value is the ISO date. */
static void
date_fact(Doc *doc, Field field, Range range, const char *rule, int32_t date)
{
	const uint32_t size = sizeof("2000-01-01");
	char	   *iso = arena_alloc(doc->arena, size);
	time_t		t = (time_t) (date + DATE_EPOCH_DAYS) * 86400;
	struct tm	tm;

	gmtime_r(&t, &tm);
	doc_fact(doc, field, range, rule, NULL,
			 (Str) {iso, (uint32_t) strftime(iso, size, "%Y-%m-%d", &tm)});
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

		if (l->label != label || range.from >= range.to ||
			doc->tokens[range.from].zone == ZONE_NOISE)
			continue;
		if (range.to - range.from > 30)
			range.to = range.from + 30;
		date = read_date(doc, range);
		if (date != DATE_NONE)
		{
			date_fact(doc, field, range, "date.label", date);
			return date;
		}
		doc_fact(doc, field, range, "date.label", "no full date", range_text(doc, range));
	}
	return DATE_NONE;
}

/*
 * Reads a full date close behind a label's name that stands in
 * running text: "Closing date for applications is 31st March 2016".
 */
static int32_t
text_date(Doc *doc, Label label, Field field)
{
	for (uint32_t i = 0; i < doc->names.count; i++)
	{
		const Mark *mark = doc->names.items[i].mark;
		Range		clause;
		Range		range;
		int32_t		date;

		if (!(doc->names.items[i].labels >> label & 1) ||
			doc->tokens[mark->from].zone == ZONE_NOISE || token_is(doc, mark->from, "cut") ||
			(mark->to - mark->from == 1 && !token_in(doc, mark->from, WORDS_REFERENCE_DATE_NAMES)))
			continue;
		clause = doc_clause(doc, mark->from);
		range = (Range) {mark->to, reach_on(clause, mark->to, 11)};
		date = range.from < range.to ? read_date(doc, range) : DATE_NONE;
		if (date == DATE_NONE)
			continue;
		date_fact(doc, field, range, "date.text", date);
		return date;
	}
	return DATE_NONE;
}

/*
 * So far before the month "until" stands, in tokens, and where
 * a time follows it: "by 11:59 pm Eastern Time (EST) on Friday, June".
 */
#define REACH_UNTIL			5
#define REACH_UNTIL_TIME	14

/* Reads "resumes will be accepted until June 3, 2016", "open through April 14, 2017". */
static int32_t
open_until(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_MONTH];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		Range		clause;
		uint32_t	word = 0;
		int32_t		date;

		if (doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		clause = doc_clause(doc, mark->from);
		for (uint32_t k = reach_back(clause, mark->from, REACH_UNTIL_TIME); k < mark->from; k++)
			if (token_in(doc, k, WORDS_REFERENCE_OPEN_UNTIL) &&
				(mark->from - k <= REACH_UNTIL || is_time(doc, k + 1)))
				word = k;
		if (word == 0 || !word_before(doc, clause, word, 20, WORDS_REFERENCE_OPEN))
			continue;
		/* the figures of a time are none of the date */
		date = named_date(doc, (Range) {mark->from - word > REACH_UNTIL ? mark->from - 3 : word,
										reach_on(clause, mark->to, 6)});
		if (date == DATE_NONE)
			continue;
		date_fact(doc, FIELD_VALID_THROUGH, (Range) {word, mark->to}, "date.until", date);
		return date;
	}
	return DATE_NONE;
}

/* The value of a label, with what is glued to it: ids are no words. */
static Range
whole_value(const Doc *doc, Range value)
{
	while (value.to < doc->n_tokens && value.to - value.from < 14 &&
		   doc->tokens[value.to].gap == GAP_NONE &&
		   doc->tokens[value.to].line == doc->tokens[value.from].line &&
		   doc->tokens[value.to].kind != TOKEN_SIGN &&
		   (doc->tokens[value.to].kind != TOKEN_PUNCT || token_punct(doc, value.to, '-') ||
			token_punct(doc, value.to, '/')) &&
		   !(doc->tokens[value.to].shape & SHAPE_HAS_LOWER))
		value.to++;
	return value;
}

/* Takes an id over. */
static void
accept_reference(Doc *doc, Range at, Str id, const char *rule)
{
	while (id.len > 1 &&
		   (id.s[id.len - 1] == '.' || id.s[id.len - 1] == '-' || id.s[id.len - 1] == '/'))
		id.len--;
	doc->posting->reference = id;
	doc_fact(doc, FIELD_REFERENCE, at, rule, NULL, id);
}

/* Whether a token is a word of capitals. */
static bool
is_in_capitals(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_HAS_UPPER &&
		   !(doc->tokens[i].shape & SHAPE_HAS_LOWER);
}

/* Whether what stands before a token lets an id begin there. */
static bool
may_begin_id(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].gap != GAP_NONE || i == 0 || token_punct(doc, i - 1, '(') ||
		   token_punct(doc, i - 1, '#') || token_punct(doc, i - 1, '[') ||
		   token_punct(doc, i - 1, '.');
}

/*
 * The id that a number is part of and that needs no label, by its make alone: "JR40199",
 * "REQ2680599", "R-12345", "3068BR"; folding cuts them where letters and digits meet.
 * An empty range where there is none.
 */
static Range
made_id(const Doc *doc, uint32_t number)
{
	const Token *token = &doc->tokens[number];
	uint32_t	i = number;

	if (token->gap == GAP_NONE && i > 0 && token->len >= 4 && token->len <= 10)
	{
		i--;
		if (i > 0 && (token_punct(doc, i, '-') || token_punct(doc, i, '_')) &&
			doc->tokens[i].gap == GAP_NONE)
			i--;
		if ((doc->tokens[i].len > 1 || token->len >= 5) &&
			token_in(doc, i, WORDS_REFERENCE_MAKES) && is_in_capitals(doc, i) &&
			may_begin_id(doc, i))
			return (Range) {i, whole_value(doc, (Range) {i, number + 1}).to};
	}
	if (token->len >= 3 && token->len <= 6 && token_is(doc, number + 1, "br") &&
		doc->tokens[number + 1].gap == GAP_NONE &&
		!(doc->tokens[number + 1].shape & SHAPE_HAS_LOWER) && may_begin_id(doc, number))
		return (Range) {number, number + 2};
	return (Range) {0, 0};
}

/* So far before an id the words stand that tell of another announcement, in tokens. */
#define REACH_OTHER		20

/* Whether an id is that of another announcement: "also advertised under Vacancy No. 1234". */
static bool
is_of_other_announcement(const Doc *doc, uint32_t i)
{
	return range_has(doc, i > REACH_OTHER ? i - REACH_OTHER : 0, i, WORDS_REFERENCE_OTHER);
}

/* An agency ends its ads so in tokens: "LHS 297508 #2635481". */
#define REACH_END		4

/* Whether the sign at a token stands before a long number that ends the text. */
static bool
is_closing_sign(const Doc *doc, uint32_t i)
{
	const Token *number = &doc->tokens[i + 1];

	return i + 1 < doc->n_tokens && i + REACH_END >= doc->n_tokens &&
		   number->kind == TOKEN_NUMBER && number->gap == GAP_NONE && number->len >= 6 &&
		   number->len <= 9;
}

/* An id behind a sign: "Job #19015", "Posn.#4450004". */
static bool
read_reference_sign(Doc *doc)
{
	for (const Spot *spot = NULL; (spot = next_spot(doc, spot, SPOT_HASH)) != NULL;)
	{
		uint32_t	i = spot->at,
					name = i > 1 && doc->tokens[i - 1].kind == TOKEN_PUNCT ? i - 2 : i - 1;

		if (i > 0 && doc->tokens[i].zone != ZONE_NOISE &&
			((token_in(doc, name, WORDS_REFERENCE_SIGN_NAMES) &&
			  doc->tokens[i + 1].kind == TOKEN_NUMBER && !is_of_other_announcement(doc, i)) ||
			 is_closing_sign(doc, i)))
		{
			Range		value = whole_value(doc, (Range) {i + 1, i + 2});

			/* "Recruitment #22-1489": the whole of it is long enough */
			if (range_text(doc, value).len < 4)
				continue;
			accept_reference(doc, value, range_text(doc, value), "reference.sign");
			return true;
		}
	}
	return false;
}

/* An id behind a label's name in running text: "Quote job ref: JN-112022". */
static bool
read_reference_text(Doc *doc)
{
	for (uint32_t i = 0; i < doc->names.count; i++)
	{
		const Mark *mark = doc->names.items[i].mark;
		uint32_t	from = mark->to;
		Range		value;
		Str			text;
		Span		g[PATTERN_GROUPS];

		if (!(doc->names.items[i].labels >> LABEL_REFERENCE & 1) ||
			doc->tokens[mark->from].zone == ZONE_NOISE || is_of_other_announcement(doc, mark->from))
			continue;
		/* "Quote the Job Ad Reference (JAR) KF2G1893" */
		if (token_punct(doc, from, '(') && token_punct(doc, from + 2, ')'))
			from += 3;
		while (from < doc->n_tokens && from < mark->to + 6 &&
			   (token_punct(doc, from, ':') || token_punct(doc, from, '#') ||
				token_punct(doc, from, '.') || token_punct(doc, from, '*') ||
				token_punct(doc, from, '[')))
			from++;
		if (from >= doc->n_tokens || doc->tokens[from].line != doc->tokens[mark->from].line ||
			(from == mark->to && mark->to - mark->from < 2))
			continue;
		value = whole_value(doc, (Range) {from, from + 1});
		text = range_text(doc, value);
		if (text.s == NULL || text.len < 4 || !pattern_match(&id_pattern, text.s, text.len, g))
			continue;
		accept_reference(doc, value, (Str) {text.s + g[1].start, g[1].stop - g[1].start},
						 "reference.text");
		return true;
	}
	return false;
}

/*
 * An id before the text's first sentence: "P-1183 At Nordwick",
 * "SLSQ227R16 As an"; the text's begin where none stands there.
 */
static uint32_t
opening_id_end(const Doc *doc)
{
	const Token *token = doc->tokens;
	Range		id = {0, 1};
	uint32_t	len;
	uint8_t		shapes = 0;

	if (doc->n_tokens < 20 || token->kind != TOKEN_WORD || token->shape & SHAPE_HAS_LOWER ||
		!(token->shape & SHAPE_HAS_UPPER))
		return 0;
	id = whole_value(doc, id);
	len = token[id.to - 1].start + token[id.to - 1].len - token->start;
	for (uint32_t i = 0; i < id.to; i++)
		shapes |= token[i].kind == TOKEN_NUMBER ? SHAPE_HAS_DIGIT : token[i].shape;
	if (!(shapes & SHAPE_HAS_DIGIT) || token[id.to].gap != GAP_SPACE ||
		!(token[id.to].shape & SHAPE_FIRST_UPPER))
		return 0;
	if (token_punct(doc, 1, '-'))
		return token->len == 1 && id.to == 3 && token[2].kind == TOKEN_NUMBER && token[2].len >= 3
				   ? id.to
				   : 0;
	return len >= 8 && len <= 14 ? id.to : 0;
}

/* An id that needs no label, near either end of the text. */
static bool
read_reference_token(Doc *doc)
{
	uint32_t	end = opening_id_end(doc);

	if (end > 0)
	{
		accept_reference(doc, (Range) {0, end}, range_text(doc, (Range) {0, end}),
						 "reference.token");
		return true;
	}
	for (uint32_t k = 0; k < doc->n_numbers; k++)
	{
		Range		id = made_id(doc, doc->numbers[k]);

		if (id.from == id.to || (id.from >= 80 && id.from + 60 < doc->n_tokens) ||
			doc->tokens[id.from].zone == ZONE_NOISE)
			continue;
		accept_reference(doc, id, range_text(doc, id), "reference.token");
		return true;
	}
	return false;
}

/*
 * Whether a range looks like an id that stands beside a title: a number of six digits and more,
 * or capitals with three digits, of which a year is none.
 */
static bool
looks_like_id(const Doc *doc, Range at)
{
	uint32_t	letters = 0,
				digits = 0;

	for (uint32_t i = at.from; i < at.to; i++)
	{
		const Token *token = &doc->tokens[i];
		const char *text = token_text(doc, i);

		if (token->kind == TOKEN_NUMBER)
			digits += token->len == 4 && (memcmp(text, "19", 2) == 0 || memcmp(text, "20", 2) == 0)
						  ? 0
						  : token->len;
		else if (is_in_capitals(doc, i))
			letters += token->len;
		else if (!token_punct(doc, i, '-'))
			return false;
	}
	return letters == 0 ? at.to == at.from + 1 && digits >= 6 && digits <= 9
						: digits >= 3 && digits + letters >= 6 && letters <= 8;
}

/* The range right before or behind the title that may hold an id; empty where none stands there. */
static Range
beside_title(const Doc *doc, const Line *line, bool behind)
{
	uint32_t	i = doc->title.to;
	Range		none = {0, 0};
	Range		at;

	if (behind)
	{
		while (i < line->last && i < doc->title.to + 2 &&
			   (token_punct(doc, i, '-') || token_punct(doc, i, '|') || token_punct(doc, i, '(') ||
				token_punct(doc, i, '#') || token_punct(doc, i, ':')))
			i++;
		if (i >= line->last)
			return none;
		at = whole_value(doc, (Range) {i, i + 1});
		return at.to >= line->last || doc->tokens[at.to].kind == TOKEN_PUNCT ||
					   doc->tokens[at.to].gap == GAP_NONE
				   ? at
				   : none;
	}
	i = doc->title.from;
	if (i < line->first + 2 || !(token_punct(doc, i - 1, ':') || token_punct(doc, i - 1, '-') ||
								 token_punct(doc, i - 1, '|')))
		return none;
	at = whole_value(doc, (Range) {line->first, line->first + 1});
	return at.to == i - 1 || at.to == i ? (Range) {at.from, i - 1} : none;
}

/* The number behind a short word for an id that follows the title; empty where there is none. */
static Range
named_behind_title(const Doc *doc, const Line *line)
{
	for (uint32_t i = doc->title.to; i + 1 < line->last && i < doc->title.to + 8; i++)
	{
		uint32_t	number = doc->tokens[i + 1].kind == TOKEN_NUMBER ? i + 1 : i + 2;
		bool		whole;		/* the word is part of the id: "JR 40199", "ID-10978" */

		if (!token_in(doc, i, WORDS_REFERENCE_SHORT) || number >= line->last ||
			doc->tokens[number].kind != TOKEN_NUMBER)
			continue;
		whole = token_is(doc, i, "jr") || (token_is(doc, i, "id") && token_punct(doc, i + 1, '-'));
		return (Range) {whole ? i : number, number + 1};
	}
	return (Range) {0, 0};
}

/* An id beside the title: "Line Cook (Ref 4821)", "Line Cook - 482113", "24-118-KO: Line Cook". */
static bool
read_reference_title(Doc *doc)
{
	const Line *line;
	Range		at;

	if (doc->title.to <= doc->title.from)
		return false;
	line = &doc->lines[doc->tokens[doc->title.from].line];
	at = named_behind_title(doc, line);
	for (int behind = 1; behind >= 0 && at.from == at.to; behind--)
	{
		at = beside_title(doc, line, behind);
		if (!looks_like_id(doc, at))
			at = (Range) {0, 0};
	}
	if (at.from == at.to)
		return false;
	accept_reference(doc, at, range_text(doc, at), "reference.title");
	return true;
}

/* A number of six digits and more that is a line of its own, near either end. */
static void
read_reference_line(Doc *doc)
{
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		const Line *line = &doc->lines[i];

		if ((i > 6 && i + 4 < doc->n_lines) || line->flags & LINE_NOISE ||
			line->last - line->first > 3 || line->first >= line->last ||
			(line->first > 0 && token_punct(doc, line->first - 1, '+')) ||
			doc->tokens[line->first].kind != TOKEN_NUMBER || doc->tokens[line->first].len < 6 ||
			doc->tokens[line->first].len > 14)
			continue;
		accept_reference(doc, (Range) {line->first, line->last},
						 range_text(doc, (Range) {line->first, line->last}), "reference.line");
		return;
	}
}

/* Reads the job's id: behind a label, in the text, by its make, beside the title, on a line. */
static void
read_reference(Doc *doc)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *l = &doc->labels.items[i];
		Str			text;
		Span		g[PATTERN_GROUPS];

		if (l->label != LABEL_REFERENCE || l->value.from >= l->value.to ||
			doc->tokens[l->name.from].zone == ZONE_NOISE)
			continue;
		text = range_text(doc, whole_value(doc, l->value));
		if (text.s != NULL && pattern_match(&id_pattern, text.s, text.len, g))
		{
			accept_reference(doc, l->value, (Str) {text.s + g[1].start, g[1].stop - g[1].start},
							 "reference.label");
			return;
		}
	}
	if (read_reference_sign(doc) || read_reference_text(doc) || read_reference_token(doc) ||
		read_reference_title(doc))
		return;
	read_reference_line(doc);
}

/* Reads the job's id and its dates. */
void
extract_reference(Doc *doc)
{
	doc_find_names(doc);
	read_reference(doc);
	doc->posting->date_posted = label_date(doc, LABEL_DATE_POSTED, FIELD_DATE_POSTED);
	if (doc->posting->date_posted == DATE_NONE)
		doc->posting->date_posted = text_date(doc, LABEL_DATE_POSTED, FIELD_DATE_POSTED);
	doc->posting->valid_through = label_date(doc, LABEL_VALID_THROUGH, FIELD_VALID_THROUGH);
	if (doc->posting->valid_through == DATE_NONE)
		doc->posting->valid_through = text_date(doc, LABEL_VALID_THROUGH, FIELD_VALID_THROUGH);
	if (doc->posting->valid_through == DATE_NONE)
		doc->posting->valid_through = open_until(doc);
}
