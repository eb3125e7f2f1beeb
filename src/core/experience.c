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
	int			score;
} Years;

static const char *const year_words[] = {
	"years", "year", "yrs", "yr", "yoe", "jahre", "jahren", "jahr", "ans", "an", "années", "année",
	"años", "año", "anos", "ano", "jaar", "lat", "lata", "roku", "let", "roky", "anni", "anno", "jähriger", "jährige", NULL
};
static const char *const month_words[] = {
	"months", "month", "monate", "monaten", "mois", "meses", "mes", "mesi", "maanden", "miesięcy", "miesiące", NULL
};
static const char *const low_words[] = {
	"minimum", "least", "min", "minimal", "mindestens", "minimum", "moins", "mínimo", "mínima", "minimaal", "minimum", "co", "over", "than", "almeno", NULL
};

/* Whether one of these words, or a cue for experience, stands in a range. */
static bool
speaks_of_experience(const Doc *doc, Range range)
{
	static const char *const words[] = {
		"experience", "experienced", "exp", "erfahrung", "berufserfahrung", "expérience", "experiencia", "ervaring",
		"werkervaring", "doświadczenia", "doświadczenie", "esperienza", "experiência", "praxe", "praxis", "track",
		"working", "worked", "background", "expertise", "experiences", "practice", "driving", "employment", NULL
	};

	for (uint32_t i = range.from; i < range.to; i++)
		if (token_in(doc, i, words))
			return true;
	return false;
}

/* Whether the years speak of something else: age, the firm's history, a contract. */
static bool
speaks_of_other(const Doc *doc, Range clause, uint32_t from, uint32_t to)
{
	static const char *const after[] = {"old", "ago", "contract", "history", "alt", "warranty", "anniversary", "in", "of", "plan", NULL};
	static const char *const before[] = {"last", "past", "next", "previous", "within", "after", "over", "every", "for", "aged", "first", "nearly", "almost", "since", NULL};
	static const char *const company[] = {"we", "company", "business", "our", "founded", "serving", "tradition", "wir", "unser", "seit", "reputation", "heritage", "leader", NULL};
	bool		experience = false;

	for (uint32_t i = to; i < clause.to && i < to + 6; i++)
		experience |= speaks_of_experience(doc, (Range) {i, i + 1});
	if (token_in(doc, to, after) && !experience && !token_is(doc, to, "in") && !token_is(doc, to, "of"))
		return true;
	if (from > clause.from && token_in(doc, from - 1, before) && !experience)
		return true;
	if (doc->tokens[from].zone == ZONE_COMPANY || doc->tokens[from].zone == ZONE_BENEFITS)
		return true;
	for (uint32_t i = clause.from; i < from; i++)
		if (token_in(doc, i, company) && doc->tokens[from].zone != ZONE_REQUIREMENTS && doc->tokens[from].zone != ZONE_PREFERRED)
			return true;
	return false;
}

/* Steps over "(5)", "+", "or more", "plus" behind a count. */
static uint32_t
skip_extra(const Doc *doc, uint32_t i)
{
	for (;;)
	{
		if (token_punct(doc, i, '(') && i + 2 < doc->n_tokens && doc->tokens[i + 1].kind == TOKEN_NUMBER && token_punct(doc, i + 2, ')'))
			i += 3;
		else if (token_punct(doc, i, '+') || token_is(doc, i, "plus"))
			i++;
		else if (token_is(doc, i, "or") && token_is(doc, i + 1, "more"))
			i += 2;
		else if (token_is(doc, i, "full") || token_is(doc, i, "consecutive") || token_is(doc, i, "or"))
			i++;
		else
			return i;
	}
}

/* Whether a token parts the bounds of a range of years. */
static bool
is_range_sign(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {"to", "bis", "à", "a", "do", "tot", "or", "oder", "ou", "o", "y", "and", NULL};

	return token_punct(doc, i, '-') || token_in(doc, i, words);
}

/* Reads the years that begin at a token. */
static bool
read_years(const Doc *doc, uint32_t i, Years *years)
{
	int32_t		low,
				high;
	uint32_t	to,
				after;
	bool		plus;
	int32_t		unit;

	memset(years, 0, sizeof(*years));
	if (!read_count(doc, i, &low, &to))
		return false;
	years->min = low;
	years->max = YEARS_NONE;
	plus = token_punct(doc, to, '+');
	after = skip_extra(doc, to);
	if (is_range_sign(doc, after) && read_count(doc, after + 1, &high, &to) && high >= low)
	{
		years->max = token_punct(doc, to, '+') || plus ? YEARS_NONE : high;
		if (token_is(doc, after, "or"))
			years->max = YEARS_NONE;
		after = skip_extra(doc, to);
	}
	if (token_punct(doc, after, '-') && doc->tokens[after].gap == GAP_NONE)
		after++;				/* "5-year" */
	unit = token_in(doc, after, year_words) ? 1 : token_in(doc, after, month_words) ? 12 : 0;
	if (unit == 0)
		return false;
	years->min = (years->min + unit / 2) / unit;
	if (years->max != YEARS_NONE)
		years->max = (years->max + unit / 2) / unit;
	years->at = (Range) {i, after + 1};
	return years->min <= 40 * YEARS_SCALE;
}

/* "no experience", "0 years" aside: how much this figure looks like the main one. */
static int
score_years(const Doc *doc, const Years *years, Range clause, bool *minimum)
{
	uint8_t		zone = doc->tokens[years->at.from].zone;
	int			score = 0;
	bool		experience = speaks_of_experience(doc, clause);

	*minimum = false;
	for (uint32_t i = years->at.from; i > clause.from && years->at.from - i < 4; i--)
		*minimum |= token_in(doc, i - 1, low_words);
	if (experience)
		score += 6;
	if (zone == ZONE_REQUIREMENTS)
		score += 4;
	if (zone == ZONE_PREFERRED)
		score += 1;
	if (*minimum)
		score += 2;
	for (uint32_t k = 0; k < doc->labels.count; k++)
		if (doc->labels.items[k].label == LABEL_EXPERIENCE && doc->labels.items[k].value.from <= years->at.from &&
			years->at.from < doc->labels.items[k].value.to)
			score += 8;
	if (zone == ZONE_LEGAL || zone == ZONE_PROCESS || zone == ZONE_NOISE)
		score -= 10;
	return score;
}

/* Reads the years of experience. */
void
extract_experience(Doc *doc)
{
	Years		best = {.score = 5};
	bool		found = false;

	doc->posting->experience_min = doc->posting->experience_max = YEARS_NONE;
	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		Years		years;
		Range		clause;
		bool		minimum;
		const char *reason = NULL;

		if (doc->tokens[i].kind == TOKEN_PUNCT || doc->tokens[i].zone == ZONE_NOISE || !read_years(doc, i, &years))
			continue;
		clause = doc_clause(doc, i);
		years.score = score_years(doc, &years, clause, &minimum);
		if (minimum)
			years.max = YEARS_NONE;
		if (speaks_of_other(doc, clause, years.at.from, years.at.to))
			reason = "years of something else";
		else if (years.score <= 5)
			reason = "no sign of experience";
		else if (found && !(years.score > best.score + 3) &&
				 !(doc->tokens[i].line == doc->tokens[best.at.from].line && i - best.at.to < 40 && years.min < best.min && years.score >= best.score))
			reason = "another figure is the main one";
		doc_fact(doc, FIELD_EXPERIENCE_YEARS, years.at, "experience.years", reason, range_text(doc, years.at));
		if (reason == NULL)
		{
			best = years;
			found = true;
		}
		i = years.at.to - 1;
	}
	if (found)
	{
		doc->posting->experience_min = best.min;
		doc->posting->experience_max = best.max;
	}
}
