/*
 * experience.c
 *		Years of experience that the job asks for: the main figure; of
 *		alternatives the lowest; a figure for one skill where no other stands.
 */
#include "extract.h"

typedef struct Years
{
	Range		at;
	int32_t		min;
	int32_t		max;
	bool		least;			/* "at least": an upper bound behind it is none */
	bool		bare;			/* no word for years stands there: "2+ doświadczenia" */
	bool		chosen;			/* the lowest of several alternatives */
	int			score;
	uint32_t	end;			/* of its sentence, no further than REACH_BEHIND */
} Years;

/* So many tokens behind a figure are looked at. */
#define REACH_BEHIND	32

/* A figure counts from this score on. */
#define YEARS_ENOUGH	6

/* No job asks for more, and few for more than the second. */
#define YEARS_MOST		(20 * YEARS_SCALE)
#define YEARS_USUAL		(15 * YEARS_SCALE)

/* Whether a range on one line holds nothing but these words. */
static bool
range_all(const Doc *doc, uint32_t from, uint32_t to, WordList words)
{
	for (uint32_t i = from; i < to; i++)
		if (!token_in(doc, i, words) || doc->tokens[i].gap >= GAP_LINE)
			return false;
	return from == to || to - from < 6;
}

/*
 * Where the words behind a token end that belong to its
 * sentence; hard line breaks inside it do not count.
 */
static uint32_t
sentence_end(const Doc *doc, uint32_t i, uint32_t limit)
{
	uint32_t	to = i;

	while (to < doc->n_tokens && to < i + limit)
	{
		const Token *token = &doc->tokens[to];
		const Line *line = &doc->lines[token->line];

		if (to > i && (token->gap == GAP_BLANK ||
					   (token->gap == GAP_LINE && (line->flags & LINE_BULLET || line->first != to ||
												   token->shape & SHAPE_FIRST_UPPER))))
			break;
		if (token->kind == TOKEN_PUNCT &&
			(token->chr == ';' || token->chr == '!' || token->chr == '?' ||
			 (token->chr == '*' && token->len > 1)))
			break;
		if (token->kind == TOKEN_PUNCT && token->chr == '.' && to + 1 < doc->n_tokens &&
			doc->tokens[to + 1].gap != GAP_NONE && doc->tokens[to + 1].shape & SHAPE_FIRST_UPPER)
			break;
		to++;
	}
	return to;
}

/* Where so many tokens behind a figure end, or its sentence before. */
static inline uint32_t
behind(const Years *years, uint32_t limit)
{
	return years->at.to + limit < years->end ? years->at.to + limit : years->end;
}

/* Whether a token is an English "-ing" word: "3 years building software". */
static bool
is_gerund(const Doc *doc, uint32_t i)
{
	const Token *token;

	if (i >= doc->n_tokens)
		return false;
	token = &doc->tokens[i];
	return token->kind == TOKEN_WORD && token->len > 5 &&
		   memcmp(token_text(doc, i) + token->len - 3, "ing", 3) == 0;
}

/* Steps over "(5)", "+", "or more", "plus", "(7+ preferred)" behind a count. */
static uint32_t
skip_extra(const Doc *doc, uint32_t i)
{
	for (;;)
	{
		if (token_punct(doc, i, '('))
		{
			uint32_t	k = i + 1;

			while (k < i + 6 && k < doc->n_tokens && !token_punct(doc, k, ')'))
				k++;
			if (!token_punct(doc, k, ')') || token_in(doc, i + 1, WORDS_EXPERIENCE_YEAR))
				return i;
			i = k + 1;
		}
		/* "Minimum **15** years", "5 ??years" */
		else if ((token_punct(doc, i, '*') || token_punct(doc, i, '?')) &&
				 (token_in(doc, i + 1, WORDS_EXPERIENCE_YEAR) ||
				  doc->tokens[i + 1].chr == doc->tokens[i].chr))
			i++;
		else if (token_punct(doc, i, '+') || token_in(doc, i, WORDS_EXPERIENCE_SKIP_EXTRA) ||
				 (token_punct(doc, i, '-') && token_in(doc, i + 1, WORDS_EXPERIENCE_SKIP_EXTRA)))
			i++;
		else if (token_is(doc, i, "or") &&
				 (token_is(doc, i + 1, "more") || token_is(doc, i + 1, "greater")))
			i += 2;
		else if (token_is(doc, i, "or") && !token_punct(doc, i + 1, '-') &&
				 token_in(doc, i + 1, WORDS_EXPERIENCE_YEAR))
			i++;
		else
			return i;
	}
}

/* Whether a token parts the bounds of a range of years; one of a choice has no upper bound. */
static bool
is_range_sign(const Doc *doc, uint32_t i, bool *choice)
{
	*choice = token_in(doc, i, WORDS_EXPERIENCE_OR) || token_punct(doc, i, '/');
	return *choice || token_punct(doc, i, '-') || token_punct(doc, i, '~') ||
		   token_in(doc, i, WORDS_EXPERIENCE_RANGE_SIGN);
}

/* The unit behind a count: 1 a year, 12 months, 0 none. */
static int32_t
read_unit(const Doc *doc, uint32_t i)
{
	/* French and Czech words that English has, too */
	if (doc_is_english(doc) &&
		(token_is(doc, i, "an") || token_is(doc, i, "let") || token_is(doc, i, "mes")))
		return 0;
	if (token_in(doc, i, WORDS_EXPERIENCE_YEAR))
		return 1;
	if (token_in(doc, i, WORDS_EXPERIENCE_MONTH))
		return 12;
	/* "5 J.", "5 r." */
	return token_is(doc, i, "j") && token_punct(doc, i + 1, '.') && doc->language[0] == 'd' ? 1 : 0;
}

/*
 * Whether two counts stand side by side, the dash between them lost:
 * "with 1 3 years", "Experience 1 3 years"; "level 2 3 years" are two.
 */
static bool
is_dash_lost(const Doc *doc, uint32_t i)
{
	return i > 1 && i + 1 < doc->n_tokens && doc->tokens[i].kind == TOKEN_NUMBER &&
		   doc->tokens[i].gap == GAP_SPACE && doc->tokens[i].len <= 2 &&
		   doc->tokens[i - 1].kind == TOKEN_NUMBER && doc->tokens[i - 1].len <= 2 &&
		   doc->tokens[i - 2].kind == TOKEN_WORD &&
		   (!(doc->tokens[i - 2].shape & SHAPE_HAS_UPPER) ||
			token_in(doc, i - 2, WORDS_EXPERIENCE_NOUNS)) &&
		   !token_in(doc, i - 2, WORDS_PAY_STEP) && read_unit(doc, i + 1) == 1;
}

/* Reads the upper bound of a range behind its lower one: "3-5", "1 year to less than 2 years". */
static uint32_t
read_upper(const Doc *doc, uint32_t after, Years *years)
{
	bool		choice;
	int32_t		high;
	uint32_t	to,
				from = after;

	if (read_unit(doc, from) == 1 &&
		(token_is(doc, from + 1, "to") || token_punct(doc, from + 1, '-')))
		from++;					/* "1 year to 2 years" */
	if (is_dash_lost(doc, from))
		choice = false;
	else if (is_range_sign(doc, from, &choice))
		from++;
	else
		return after;
	if (token_is(doc, from, "less") && token_is(doc, from + 1, "than"))
		from += 2;
	if (!read_count(doc, from, &high, &to) || high < years->min ||
		read_unit(doc, skip_extra(doc, to)) == 0)
		return after;
	years->max = choice || token_punct(doc, to, '+') ? YEARS_NONE : high;
	return skip_extra(doc, to);
}

/* Whether words right before a count name the years: "Minimum years of experience: 0". */
static bool
is_named_count(const Doc *doc, uint32_t i)
{
	uint32_t	first = doc->lines[doc->tokens[i].line].first;
	uint32_t	from = i > first + 6 ? i - 6 : first;

	return i > first + 2 && token_punct(doc, i - 1, ':') &&
		   range_has(doc, from, i, WORDS_EXPERIENCE_YEAR) &&
		   range_has(doc, from, i, WORDS_EXPERIENCE_NOUNS);
}

/* Whether the short line before that of a token is a heading that speaks of experience. */
static bool
is_under_heading(const Doc *doc, uint32_t i)
{
	uint32_t	number = doc->tokens[i].line;
	const Line *line;

	if (number == 0 || i > doc->lines[number].first + 2)
		return false;
	line = &doc->lines[number - 1];
	return line->words <= 4 && range_has(doc, line->first, line->last, WORDS_EXPERIENCE_NOUNS);
}

/*
 * Makes "57 years" what it was before its dash was lost, "5-7
 * years": so many years nobody asks for, but a smaller figure
 * before a larger one among the requirements, or glued to them, and experience behind.
 */
static void
mend_dash(const Doc *doc, uint32_t i, uint32_t to, Years *years)
{
	int32_t		tens = years->min / (10 * YEARS_SCALE);
	int32_t		ones = years->min / YEARS_SCALE % 10;

	if (years->max != YEARS_NONE || tens < 2 || tens >= ones || doc->tokens[i].len != 2 ||
		to != i + 1 || i == 0 || !token_in(doc, to, WORDS_EXPERIENCE_YEAR) ||
		!range_has(doc, to, sentence_end(doc, to, 12), WORDS_EXPERIENCE_MENDED) ||
		token_in(doc, i - 1, WORDS_EXPERIENCE_UNMENDED) ||
		!(is_asking_zone(doc->tokens[i].zone) ||
		  (doc->tokens[i].gap == GAP_NONE && doc->tokens[i - 1].kind == TOKEN_WORD) ||
		  token_is(doc, i - 1, "minimum")))
		return;
	years->min = tens * YEARS_SCALE;
	years->max = ones * YEARS_SCALE;
}

/* Reads the years that begin at a token. */
static bool
read_years(const Doc *doc, uint32_t i, Years *years)
{
	int32_t		low,
				unit;
	uint32_t	to,
				after;
	bool		plus;

	/* "5 J." and "Years of experience: 3" need no word of a list behind */
	if ((counts_nothing(doc, i) && doc->tokens[i + 1].lead != 'j' &&
		 !(i > 0 && token_punct(doc, i - 1, ':'))) ||
		!read_count(doc, i, &low, &to))
		return false;
	memset(years, 0, sizeof(*years));
	/* the end of a longer number: "$1,000 to 12" */
	if (i > 0 && doc->tokens[i].gap == GAP_NONE &&
		(doc->tokens[i - 1].kind == TOKEN_SIGN || token_punct(doc, i - 1, ',') ||
		 token_punct(doc, i - 1, '.')) &&
		doc->tokens[i].kind == TOKEN_NUMBER && i > 1 && doc->tokens[i - 2].kind == TOKEN_NUMBER)
		return false;
	years->min = low;
	years->max = YEARS_NONE;
	plus = token_punct(doc, to, '+');
	after = read_upper(doc, skip_extra(doc, to), years);
	mend_dash(doc, i, to, years);
	if (token_punct(doc, after, '-') && doc->tokens[after].gap == GAP_NONE)
		after++;				/* "5-year" */
	unit = read_unit(doc, after);
	/* "zweijährige Berufserfahrung", "roczne doświadczenie": the count holds its unit */
	if (token_in(doc, i, WORDS_EXPERIENCE_YEAR_WITHIN))
	{
		years->at = (Range) {i, i + 1};
		return true;
	}
	if (unit == 0 && after < doc->n_tokens && doc->tokens[after].line == doc->tokens[i].line &&
		((plus && token_in(doc, after, WORDS_EXPERIENCE_NOUNS)) || is_named_count(doc, i)))
	{
		years->bare = true;
		unit = 1;
	}
	if (unit == 0)
		return false;
	years->min = (years->min + unit / 2) / unit;
	if (years->max != YEARS_NONE)
		years->max = (years->max + unit / 2) / unit;
	years->at = (Range) {i, years->bare ? to : after + 1};
	return years->min <= 40 * YEARS_SCALE && (years->max == YEARS_NONE || years->max >= years->min);
}

/* Reads a figure of years that begins at token i, for the other extractors. */
bool
experience_years_at(const Doc *doc, uint32_t i, int32_t *min, int32_t *max, Range *at)
{
	Years		years;

	if (i >= doc->n_tokens || !read_years(doc, i, &years) || years.bare)
		return false;
	*min = years.min;
	*max = years.max;
	*at = years.at;
	return true;
}

/* Whether a figure has two bounds, or says that its only one is the lower. */
static bool
is_bounded(const Doc *doc, const Years *years)
{
	if (years->max != YEARS_NONE)
		return true;
	for (uint32_t i = years->at.from; i < years->at.to; i++)
		if (token_punct(doc, i, '+') || (token_is(doc, i, "or") && token_is(doc, i + 1, "more")))
			return true;
	return false;
}

/* A figure of years and what its tests look at. */
typedef struct Figure
{
	const Doc  *doc;
	const Years *years;
	Range		at;
	Range		clause;
	uint32_t	from;			/* so far back the clause is looked at */
} Figure;

/* Whether one of these words stands so far before a figure, within its clause. */
static bool
stands_before(const Figure *f, uint32_t distance, WordList words)
{
	return f->at.from >= f->clause.from + distance &&
		   token_in(f->doc, f->at.from - distance, words);
}

/* Whether a word for experience stands in so many tokens behind a figure. */
static bool
has_experience(const Figure *f, uint32_t limit)
{
	return range_has(f->doc, f->at.to, behind(f->years, limit), WORDS_EXPERIENCE_NOUNS);
}

/* "lack of 2 years", "an additional year". */
static bool
is_ruled_out(const Figure *f)
{
	return stands_before(f, 1, WORDS_EXPERIENCE_OF_OTHER_NEVER);
}

/* So many only firms and people of firms have: "has over 35 years experience in search". */
static bool
is_beyond_all(const Figure *f)
{
	return f->years->min > YEARS_MOST;
}

/* "18 months of which must have been in sales". */
static bool
is_part(const Figure *f)
{
	return token_is(f->doc, f->at.to, "of") && (token_is(f->doc, f->at.to + 1, "which") ||
												token_is(f->doc, f->at.to + 1, "these"));
}

/* "(one year of experience is equal to 2080 hours)". */
static bool
is_converted(const Figure *f)
{
	for (uint32_t i = f->at.to; i < f->at.to + 6 && i + 2 < f->doc->n_tokens; i++)
		if (token_is(f->doc, i, "equal") && token_is(f->doc, i + 1, "to") &&
			f->doc->tokens[i + 2].kind == TOKEN_NUMBER)
			return true;
	return false;
}

/* "a 4-year professional engineering curriculum". */
static bool
is_course(const Figure *f)
{
	uint32_t	to = f->at.to;

	return (token_punct(f->doc, to - 2, '-') ||
			(f->years->min > YEARS_SCALE && token_is(f->doc, to - 1, "year"))) &&
		   range_has(f->doc, to, sentence_end(f->doc, to, 4), WORDS_EXPERIENCE_OF_OTHER_AFTER);
}

/* "18 years old", "18 years of age", "a two years contract". */
static bool
is_age_or_term(const Figure *f)
{
	return token_in(f->doc, f->at.to, WORDS_EXPERIENCE_OF_OTHER_AFTER) ||
		   (token_is(f->doc, f->at.to, "of") && token_is(f->doc, f->at.to + 1, "age"));
}

/* "2 years of graduate level education", yet not "2 years of college teaching experience". */
static bool
is_of_studies(const Figure *f)
{
	const Doc  *doc = f->doc;
	uint32_t	to = f->at.to;

	if (!token_is(doc, to, "of"))
		return false;
	for (uint32_t i = to + 1; i < to + 9 && i < doc->n_tokens; i++)
	{
		if (doc->tokens[i].kind != TOKEN_WORD || doc->tokens[i].gap >= GAP_BLANK ||
			token_in(doc, i, WORDS_EXPERIENCE_NOUNS) || token_is(doc, i, "in"))
			return false;
		if (token_in(doc, i, WORDS_EXPERIENCE_STUDIES))
			return !range_has(doc, i + 1, sentence_end(doc, i + 1, 4), WORDS_EXPERIENCE_NOUNS);
	}
	return false;
}

/* "among the best three years in a row", "two years running". */
static bool
is_in_a_row(const Figure *f)
{
	return token_in(f->doc, f->at.to, WORDS_EXPERIENCE_IN_A_ROW) ||
		   (token_is(f->doc, f->at.to, "in") &&
			token_in(f->doc, f->at.to + 2, WORDS_EXPERIENCE_IN_A_ROW));
}

/* "3 month to hire". */
static bool
is_trial(const Figure *f)
{
	return token_is(f->doc, f->at.to, "to") && (token_is(f->doc, f->at.to + 1, "hire") ||
												token_is(f->doc, f->at.to + 1, "perm"));
}

/* "substituted for six months of the experience". */
static bool
is_credited(const Figure *f)
{
	return word_before(f->doc, f->clause, f->at.from, 12, WORDS_EXPERIENCE_OF_OTHER_MEASURE);
}

/* "a season is considered to be a period of no less than 3 months". */
static bool
is_span(const Figure *f)
{
	return word_before(f->doc, f->clause, f->at.from, 6, WORDS_EXPERIENCE_OF_OTHER_SPAN);
}

/* "30 semester hours are equivalent to one year of experience". */
static bool
is_equated(const Figure *f)
{
	uint32_t	from = f->at.from;

	return from > f->clause.from + 2 && token_is(f->doc, from - 1, "to") &&
		   (token_is(f->doc, from - 2, "equivalent") || token_is(f->doc, from - 2, "equal"));
}

/* "experience equal to two years". */
static bool
is_equal_experience(const Figure *f)
{
	return is_equated(f) && token_in(f->doc, f->at.from - 3, WORDS_EXPERIENCE_NOUNS);
}

/* "Duration: 6 months". */
static bool
is_duration(const Figure *f)
{
	return doc_in_label(f->doc, LABEL_DURATION, f->at.from);
}

/* "within 24 months of hire". */
static bool
is_deadline(const Figure *f)
{
	return f->at.from > f->clause.from && token_is(f->doc, f->at.from - 1, "within") &&
		   (token_in(f->doc, f->at.to - 1, WORDS_EXPERIENCE_MONTH) ||
			token_is(f->doc, f->at.to, "of"));
}

/* "3-4 years in sales may substitute the degree". */
static bool
is_substitute(const Figure *f)
{
	uint32_t	to = reach_on(f->clause, f->at.to, 8);

	for (uint32_t i = f->at.to; i < to; i++)
		if (token_in(f->doc, i, WORDS_EDUCATION_SUBSTITUTE) && !token_is(f->doc, i, "lieu") &&
			word_after(f->doc, f->clause, i + 1, 5, WORDS_EDUCATION_SUBSTITUTED))
			return true;
	return false;
}

/* "we have been changing the market for over 10 years". */
static bool
is_past_of_firm(const Figure *f)
{
	uint32_t	at = f->at.from;

	return at > f->clause.from + 4 && token_in(f->doc, at - 1, WORDS_EXPERIENCE_YEARS_LOW) &&
		   range_has(f->doc, at - 3, at, WORDS_EXPERIENCE_FOR) &&
		   range_has(f->doc, f->from, at, WORDS_EXPERIENCE_BEEN) &&
		   !range_has(f->doc, f->from, at, WORDS_EXPERIENCE_OF_OTHER_ASKING);
}

/* "a maximum of 2 years". */
static bool
is_upper_bound(const Figure *f)
{
	uint32_t	at = f->at.from;

	return at > f->clause.from + 1 &&
		   (token_is(f->doc, at - 1, "maximum") ||
			(token_is(f->doc, at - 1, "of") && token_is(f->doc, at - 2, "maximum")));
}

/* "a year", which counts nothing. */
static bool
is_article(const Figure *f)
{
	return token_is(f->doc, f->at.from, "a") || token_is(f->doc, f->at.from, "an");
}

/* "in the last 3 years", "every two years", where no experience is spoken of. */
static bool
is_stretch_of_time(const Figure *f)
{
	return (stands_before(f, 1, WORDS_EXPERIENCE_OF_OTHER_BEFORE) ||
			stands_before(f, 2, WORDS_EXPERIENCE_OF_OTHER_BEFORE)) &&
		   !has_experience(f, 10);
}

/* Among what is asked for, or in a clause that speaks to the reader. */
static bool
is_asked(const Figure *f)
{
	return is_asking_zone(f->doc->tokens[f->at.from].zone) ||
		   range_has(f->doc, f->from, reach_on(f->clause, f->at.to, 20),
					 WORDS_EXPERIENCE_OF_OTHER_ASKING);
}

/* "3-5 years experience": a firm tells of its own years without a bound. */
static bool
is_bounded_experience(const Figure *f)
{
	return f->years->min <= YEARS_USUAL && is_bounded(f->doc, f->years) && has_experience(f, 4) &&
		   !word_before(f->doc, f->clause, f->at.from, 12, WORDS_EXPERIENCE_OF_OTHER_COMPANY);
}

/* An item that begins with its figure, whatever heading was read before it. */
static bool
opens_item(const Figure *f)
{
	return f->years->min <= YEARS_USUAL && f->at.from <= f->clause.from + 3 &&
		   has_experience(f, 10);
}

/* Among what is told of the firm, or in a clause that speaks of it. */
static bool
is_of_firm(const Figure *f)
{
	const Doc  *doc = f->doc;
	uint8_t		zone = doc->tokens[f->at.from].zone;

	return ((zone == ZONE_COMPANY || zone == ZONE_BENEFITS) &&
			!range_has(doc, f->from, f->at.from, WORDS_EXPERIENCE_OF_OTHERS)) ||
		   range_has(doc, f->from, f->at.from, WORDS_EXPERIENCE_OF_OTHER_COMPANY) ||
		   range_has(doc, f->at.to, behind(f->years, 8), WORDS_EXPERIENCE_OF_OTHER_COMPANY);
}

/*
 * What the years may speak of instead of experience, and what shows that they do
 * not (no reason).  The first test that holds decides; a figure that none holds for counts.
 */
static const struct
{
	bool		(*holds) (const Figure *f);
	const char *reason;
} figure_tests[] = {
	{is_ruled_out, "the word before it rules it out"},
	{is_beyond_all, "more than any job asks for"},
	{is_part, "a part of other years"},
	{is_converted, "a measure of the form"},
	{is_course, "the length of a course"},
	{is_age_or_term, "an age or a term"},
	{is_of_studies, "years of study"},
	{is_in_a_row, "years in a row"},
	{is_trial, "a trial before hiring"},
	{is_credited, "credited for something else"},
	{is_span, "a stretch of time"},
	{is_equal_experience, NULL},
	{is_equated, "credited for something else"},
	{is_duration, "how long the job lasts"},
	{is_deadline, "a deadline"},
	{is_substitute, "in place of a degree"},
	{is_past_of_firm, "the firm's own years"},
	{is_upper_bound, "an upper bound"},
	{is_article, "no count"},
	{is_stretch_of_time, "a stretch of time"},
	{is_asked, NULL},
	{is_bounded_experience, NULL},
	{opens_item, NULL},
	{is_of_firm, "the firm's own years"},
};

/* Why the years speak of something else than experience; NULL where they do not. */
static const char *
other_reason(const Doc *doc, Range clause, const Years *years)
{
	Figure		f = {doc, years, years->at, clause, reach_back(clause, years->at.from, 25)};

	for (uint32_t i = 0; i < lengthof(figure_tests); i++)
		if (figure_tests[i].holds(&f))
			return figure_tests[i].reason;
	return NULL;
}

/* Whether a plus sign stands in a range. */
static bool
range_has_plus(const Doc *doc, Range range)
{
	for (uint32_t i = range.from; i < range.to; i++)
		if (token_punct(doc, i, '+') || token_is(doc, i, "plus"))
			return true;
	return false;
}

/* How much a figure looks like the main one. */
static int
score_years(const Doc *doc, Years *years, Range clause)
{
	uint8_t		zone = doc->tokens[years->at.from].zone;
	Range		at = years->at;
	uint32_t	from = reach_back(clause, at.from, 12);
	uint32_t	low = reach_back(clause, at.from, 4);
	bool		minimum = range_has(doc, low, at.from, WORDS_EXPERIENCE_YEARS_LOW);
	int			score = 0;

	years->least = range_has(doc, low, at.from, WORDS_EXPERIENCE_YEARS_LEAST);
	if (years->bare || is_under_heading(doc, at.from) ||
		range_has(doc, at.to, behind(years, 16), WORDS_EXPERIENCE_NOUNS) ||
		range_has(doc, from, at.from, WORDS_EXPERIENCE_NOUNS))
		score += 6;
	/*
	 * an item that begins with its figure and ends with the
	 * word: "3 to 5 years retail, hotel, ... experience"
	 */
	else if (at.from == doc->lines[doc->tokens[at.from].line].first && zone == ZONE_REQUIREMENTS &&
			 range_has(doc, at.to, behind(years, 32), WORDS_EXPERIENCE_NOUNS))
		score += 6;
	/* "the report covers three years of crime statistics" */
	else if (token_is(doc, at.to, "of") && at.from > clause.from + 5 && !minimum &&
			 !range_has_plus(doc, at))
		score += 1;
	else if (is_gerund(doc, at.to) || is_gerund(doc, at.to + 1) ||
			 token_in(doc, at.to, WORDS_EXPERIENCE_YEARS_SIGN) ||
			 range_has(doc, at.to, behind(years, 8), WORDS_EXPERIENCE_YEARS_SIGN))
		score +=
			is_asking_zone(zone) || is_gerund(doc, at.to) || token_is(doc, at.to, "as") ? 4 : 2;
	/* "5+ years supporting payroll" is no firm's history, which needs another verb */
	if (is_gerund(doc, at.to) && range_has_plus(doc, at))
		score += 1;
	if (zone == ZONE_REQUIREMENTS)
		score += 4;
	if (zone == ZONE_PREFERRED)
		score += 1;
	/* "6+ years in sales" */
	if (range_has_plus(doc, at))
		score += token_in(doc, at.to, WORDS_EXPERIENCE_YEARS_SIGN) ? 4 : 1;
	if (minimum)
		score += 2;
	if (range_has(doc, low, at.from, WORDS_EXPERIENCE_YEARS_TOTAL) ||
		range_has(doc, at.to, behind(years, 4), WORDS_EXPERIENCE_YEARS_TOTAL))
		score += 1;
	if (range_has(doc, from, at.from, WORDS_EXPERIENCE_SCORE_YEARS))
		score += 2;
	if (doc_in_label(doc, LABEL_EXPERIENCE, at.from))
		score += 8;
	/* a board's "Python: 1 year (Preferred)" */
	if (at.from > 0 && token_punct(doc, at.from - 1, ':') && token_punct(doc, at.to, '(') &&
		token_in(doc, at.to + 1, WORDS_EXPERIENCE_BOARD_MARK))
		score += 6;
	/* "ETL Developer (2-8 Years)", "- Python (4+ years)", "a similar role (typically 2-4 years)" */
	if ((years->max != YEARS_NONE ||
		 (is_asking_zone(zone) && (minimum || range_has_plus(doc, at)))) &&
		token_punct(doc, at.to, ')') && at.from > 1 &&
		(token_punct(doc, at.from - 1, '(') || token_punct(doc, at.from - 2, '(') ||
		 (at.from > 2 && minimum && token_punct(doc, at.from - 3, '('))))
		score += 6;
	if (is_foreign_zone(zone))
		score -= 10;
	if (zone == ZONE_PROCESS)
		score -= 4;
	return score;
}

/* Whether a token is a word for "or"; "of" is one in Dutch only, and "and/or" joins. */
static bool
is_or(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_EXPERIENCE_ALTERNATIVE) &&
		   !(token_is(doc, i, "of") && doc->language[0] != 'n') &&
		   !(i > 0 && token_punct(doc, i - 1, '/'));
}

/* Whether a token parts whole paragraphs of a choice: "- OR -", "; or". */
static bool
is_large_or(const Doc *doc, uint32_t i)
{
	return token_is(doc, i, "or") && doc->tokens[i].len == 2 &&
		   ((token_text(doc, i)[1] == 'R' && i > 0 &&
			 !(doc->tokens[i - 1].shape & SHAPE_HAS_UPPER)) ||
			(i > 0 && token_punct(doc, i - 1, ';')));
}

/* Whether a comma, another line or another figure of years parts a degree from a figure. */
static bool
is_parted(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (token_punct(doc, i, ',') || token_punct(doc, i, ';') ||
			token_in(doc, i, WORDS_EXPERIENCE_YEAR))
			return true;
	return doc->tokens[from].line != doc->tokens[to].line;
}

/*
 * The degree that a figure stands beside in its clause, the last one
 * before it, or the next behind it; NULL where none is near.
 */
static const Mark *
degree_beside(const Doc *doc, const Years *years)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	Range		clause = doc_clause(doc, years->at.from);
	uint32_t	from = reach_back(clause, years->at.from, 16);
	uint32_t	to = reach_on(clause, years->at.to, 10);
	const Mark *mark = mark_from(doc, KIND_EDUCATION, from);
	const Mark *before = NULL;

	for (; mark != NULL && mark < marks->items + marks->count && mark->from < to; mark++)
	{
		/* of "an MS degree" the letters tell */
		if (mark->entry->value == CUE_NONE || (before != NULL && mark->from == before->to))
			continue;
		if (mark->from >= years->at.from)
			return before != NULL && (!is_parted(doc, before->to, years->at.from) ||
									  is_parted(doc, years->at.to, mark->from))
					   ? before
					   : mark;
		before = mark;
	}
	return before;
}

/* So far behind the best figure an alternative may stand, in tokens. */
#define REACH_ALTERNATIVE	400

/* Whether a paragraph that a large "or" opens holds a figure behind the best one. */
static bool
is_behind_large_or(const Doc *doc, const Years *best, const Years *years)
{
	uint32_t	at = years->at.from;
	bool		found = false;

	if (at - best->at.to >= REACH_ALTERNATIVE)
		return false;
	for (uint32_t i = best->at.to + 1; i < at; i++)
	{
		const Line *line = &doc->lines[doc->tokens[i].line];

		if (is_large_or(doc, i) && doc->tokens[i].zone != ZONE_NOISE)
			found = true;
		else if (found && line->first == i && line->flags & LINE_HEADING && line->words > 2)
			found = false;		/* notes on the choice */
	}
	return found;
}

/* Where the item behind "or" begins, behind its number: "or 2. At least three years". */
static uint32_t
skip_item_number(const Doc *doc, uint32_t i)
{
	return i + 2 < doc->n_tokens && doc->tokens[i].len <= 2 &&
				   (token_punct(doc, i + 1, '.') || token_punct(doc, i + 1, ')'))
			   ? i + 2
			   : i;
}

/*
 * Whether a later figure is the lower alternative of
 * the best one: "5 years, or a degree and 3 years".
 */
static bool
is_alternative(const Doc *doc, const Years *best, const Years *years)
{
	uint32_t	distance = years->at.from - best->at.to;
	const Mark *degree;
	const Mark *other;

	if (years->min >= best->min || years->score + 4 < best->score)
		return false;
	/* "including at least one year in a lead role" is a part */
	if (range_has(doc, years->at.from > best->at.to + 5 ? years->at.from - 5 : best->at.to,
				  years->at.from, WORDS_EXPERIENCE_INCLUDING))
		return false;
	if (is_behind_large_or(doc, best, years))
		return true;
	if (distance > 60 ||
		(doc->tokens[years->at.from].line != doc->tokens[best->at.from].line && distance > 30))
		return false;
	/* "Bachelor's with 4 years, Master's with 2": each degree has its figure */
	if ((degree = degree_beside(doc, best)) != NULL &&
		(other = degree_beside(doc, years)) != NULL && other->entry->value > degree->entry->value &&
		other > degree && other->entry->value >= EDUCATION_BACHELOR)
		return true;
	/* "or" without a degree or a new count close by joins skills */
	for (uint32_t i = best->at.to; i < years->at.from; i++)
		if (is_or(doc, i) &&
			(range_all(doc, skip_item_number(doc, i + 1), years->at.from,
					   WORDS_EXPERIENCE_ALTERNATIVE_BOUNDS) ||
			 range_has(doc, i, years->at.from, WORDS_EXPERIENCE_ALTERNATIVE_DEGREES) ||
			 ((degree = mark_from(doc, KIND_EDUCATION, i)) != NULL &&
			  degree->from < years->at.from && degree->entry->value != CUE_NONE)))
			return true;
	return false;
}

/* Whether a figure or its clause is called welcome rather than needed. */
static bool
is_preferred(const Doc *doc, uint32_t i)
{
	const Marks *marks = &doc->marks[KIND_REQUIREMENT];
	Range		clause = doc_clause(doc, i);
	const Mark *mark = mark_from(doc, KIND_REQUIREMENT, reach_back(clause, i, 6));

	for (; mark != NULL && mark < marks->items + marks->count && mark->from < clause.to &&
		   mark->from < i + 12;
		 mark++)
		if (mark->entry->value == REQUIREMENT_PREFERRED)
			return true;
	return doc->tokens[i].zone == ZONE_PREFERRED;
}

/* Whether a word behind a figure calls it welcome: "3 years, 5+ years preferred". */
static bool
is_called_preferred(const Doc *doc, const Years *years)
{
	const Mark *mark = mark_from(doc, KIND_REQUIREMENT, years->at.to);

	return mark != NULL && mark->from < years->at.to + 3 &&
		   mark->entry->value == REQUIREMENT_PREFERRED;
}

/*
 * Whether a board's tag calls the best figure welcome and a
 * later one needed: "2 years (Preferred) … 1 year (Required)".
 */
static bool
is_needed_instead(const Doc *doc, const Years *best, const Years *years)
{
	const Mark *mark = mark_from(doc, KIND_REQUIREMENT, years->at.to);

	return is_called_preferred(doc, best) && token_punct(doc, best->at.to, '(') &&
		   token_punct(doc, years->at.to, '(') && mark != NULL && mark->from == years->at.to + 1 &&
		   mark->entry->value == REQUIREMENT_REQUIRED;
}

/* So far behind the best figure one may stand that is asked for with it, in tokens. */
#define REACH_TOGETHER	150

/*
 * Whether a later figure asks for more than the best one, which
 * it holds: "2+ years of Java", "5+ years in the industry".
 */
static bool
asks_more(const Doc *doc, const Years *best, const Years *years)
{
	uint32_t	at = years->at.from;
	uint32_t	from = at > best->at.to + 12 ? at - 12 : best->at.to;

	if (best->chosen || (best->max != YEARS_NONE && years->min <= best->max) ||
		years->min < best->min ||
		(years->min == best->min && (best->max != YEARS_NONE || years->max == YEARS_NONE)) ||
		years->min > YEARS_USUAL)
		return false;
	if (years->score + 2 < best->score || at - best->at.to > REACH_TOGETHER ||
		is_called_preferred(doc, years) ||
		(years->min > best->min && is_preferred(doc, at) && !is_preferred(doc, best->at.from)))
		return false;
	/* the lower one is enough with another degree, in another grade, or instead */
	if (degree_beside(doc, best) != NULL && degree_beside(doc, years) != NULL)
		return false;
	if (range_has(doc, from, at, WORDS_EXPERIENCE_INSTEAD))
		return false;
	for (uint32_t i = from; i < at; i++)
		if (is_or(doc, i))
			return false;
	for (uint32_t i = best->at.to; i < at; i++)
		if (is_large_or(doc, i) || (doc->lines[doc->tokens[i].line].flags & LINE_HEADING &&
									doc->lines[doc->tokens[i].line].first == i))
			return false;
	/* "Analyst 11: two years" */
	return at == doc->lines[doc->tokens[at].line].first ||
		   !(token_punct(doc, at - 1, ':') || token_punct(doc, at - 1, '-')) ||
		   range_has(doc, at > 4 ? at - 4 : 0, at, WORDS_EXPERIENCE_NOUNS);
}

/* So many lines behind a question its answers may stand. */
#define REACH_ANSWER	12

/* Whether a line ends with a question mark; two are bullets that were lost. */
static bool
is_question(const Doc *doc, const Line *line)
{
	uint32_t	last = line->last - 1;

	return line->last > line->first + 3 && token_punct(doc, last, '?') &&
		   doc->tokens[last].len == 1 && !token_punct(doc, last - 1, '?');
}

/* Whether a line holds years and few other words. */
static bool
is_choice(const Doc *doc, uint32_t number)
{
	const Line *line = &doc->lines[number];

	return number < doc->n_lines && line->words <= 10 &&
		   range_has(doc, line->first, line->last, WORDS_EXPERIENCE_YEAR);
}

/*
 * Whether a figure is an answer to choose in a form: "Select
 * the reply that describes your experience", "4 or more years".
 */
static bool
is_answer(const Doc *doc, uint32_t i)
{
	uint32_t	number = doc->tokens[i].line;

	if (!is_choice(doc, number))
		return false;
	for (uint32_t k = 1; k <= REACH_ANSWER && k <= number; k++)
	{
		const Line *line = &doc->lines[number - k];

		if (line->words > 10 || is_question(doc, line) || token_punct(doc, line->last - 1, '.') ||
			token_punct(doc, line->last - 1, ':'))
			return line->words < 50 &&
				   range_has(doc, line->first, line->last, WORDS_EXPERIENCE_QUESTION) &&
				   range_has(doc, line->first, line->last, WORDS_EXPERIENCE_OF_OTHER_ASKING) &&
				   range_has(doc, line->first, line->last, WORDS_EXPERIENCE_NOUNS) &&
				   (k > 1 || is_choice(doc, number + 1));
	}
	return false;
}

/* Reads "Minimum years of experience: 3": a count alone behind a label that names years. */
static bool
read_label(Doc *doc, Years *years)
{
	for (uint32_t k = 0; k < doc->labels.count; k++)
	{
		const LabelValue *l = &doc->labels.items[k];
		int32_t		count;
		uint32_t	to;

		if (l->label != LABEL_EXPERIENCE || l->value.from >= l->value.to ||
			doc->tokens[l->name.from].zone == ZONE_NOISE ||
			!range_has(doc, l->name.from, l->name.to, WORDS_EXPERIENCE_YEAR) ||
			!read_count(doc, l->value.from, &count, &to) || count > 40 * YEARS_SCALE)
			continue;
		memset(years, 0, sizeof(*years));
		years->min = count;
		years->max = YEARS_NONE;
		if (token_punct(doc, to, '-') && read_count(doc, to + 1, &years->max, &to) &&
			years->max < count)
			years->max = YEARS_NONE;
		years->at = (Range) {l->value.from, to};
		years->score = 20;
		return true;
	}
	return false;
}

/*
 * The next number, in figures or in words, in the order
 * of the text; the number of tokens behind the last one.
 */
static uint32_t
next_number(const Doc *doc, uint32_t *number, uint32_t *mark)
{
	const Marks *words = &doc->marks[KIND_NUMBER];
	uint32_t	figure = *number < doc->n_numbers ? doc->numbers[*number] : doc->n_tokens;
	uint32_t	word = *mark < words->count ? words->items[*mark].from : doc->n_tokens;

	*number += figure <= word;
	*mark += word <= figure;
	return figure < word ? figure : word;
}

/*
 * Why a figure is not taken for the main one; NULL where it
 * is, be it as the first, in place of the best, or as its alternative.
 */
static const char *
choose(const Doc *doc, const Years *best, bool found, Years *years, const char **rule)
{
	uint32_t	i = years->at.from;
	Range		clause = doc_clause(doc, i);
	const char *reason;

	years->end = sentence_end(doc, years->at.to, REACH_BEHIND);
	years->score = score_years(doc, years, clause);
	if (years->least)
		years->max = YEARS_NONE;
	if ((reason = other_reason(doc, clause, years)) != NULL)
		return reason;
	if (years->score < YEARS_ENOUGH)
		return "no sign of experience";
	if ((found && is_question(doc, &doc->lines[doc->tokens[i].line])) || is_answer(doc, i))
		return "asked in a form";
	if (!found)
		return NULL;
	if (is_alternative(doc, best, years))
	{
		*rule = "experience.alternative";
		years->chosen = true;
		return NULL;
	}
	if (asks_more(doc, best, years) || is_needed_instead(doc, best, years))
		return NULL;
	return years->score <= best->score + 3 || best->score >= 10 ||
				   (clause.from <= best->at.from && best->at.from < clause.to)
			   ? "another figure is the main one"
			   : NULL;
}

/* So far behind a number its unit stands at most, in tokens. */
#define REACH_UNIT		20

/*
 * Whether a number may count years: a word for years or months stands behind it, found among
 * the spots from the last one on; or it needs none: "Years: 3", "2+ doświadczenia", "5 J.",
 * "zweijährig".
 */
static bool
may_count_years(const Doc *doc, uint32_t i, const Spot **unit)
{
	while (*unit != NULL && (*unit)->at < i)
		*unit = next_spot(doc, *unit,
						  LIST_BIT(WORDS_EXPERIENCE_YEAR) | LIST_BIT(WORDS_EXPERIENCE_MONTH));
	return (*unit != NULL && (*unit)->at < i + REACH_UNIT) || doc->language[0] == 'd' ||
		   token_punct(doc, i + 1, '+') || (i > 0 && token_punct(doc, i - 1, ':')) ||
		   token_in(doc, i, WORDS_EXPERIENCE_YEAR_WITHIN);
}

/* Reads the years of experience. */
void
extract_experience(Doc *doc)
{
	const Spot *unit =
		next_spot(doc, NULL, LIST_BIT(WORDS_EXPERIENCE_YEAR) | LIST_BIT(WORDS_EXPERIENCE_MONTH));
	Years		best = {.score = 0};
	bool		found = read_label(doc, &best);
	uint32_t	next = 0;		/* behind what is read */
	uint32_t	number = 0,
				mark = 0;

	doc->posting->experience_min = doc->posting->experience_max = YEARS_NONE;
	if (found)
		doc_fact(doc, FIELD_EXPERIENCE_YEARS, best.at, "experience.label", NULL,
				 range_text(doc, best.at));
	for (uint32_t i; (i = next_number(doc, &number, &mark)) < doc->n_tokens;)
	{
		Years		years;
		const char *rule = "experience.years";
		const char *reason;

		if (((number + mark) & 0xFF) == 0)
			CHECK_INTERRUPTS(doc);
		if (i < next || !may_count_years(doc, i, &unit) || doc->tokens[i].zone == ZONE_NOISE ||
			!read_years(doc, i, &years))
			continue;
		reason = choose(doc, &best, found, &years, &rule);
		doc_fact_text(doc, FIELD_EXPERIENCE_YEARS, years.at, rule, reason);
		if (reason == NULL)
		{
			best = years;
			found = true;
		}
		next = years.at.to;
	}
	if (found)
	{
		doc->posting->experience_min = best.min;
		doc->posting->experience_max = best.max;
	}
}
