/*
 * pay.c
 *		Pay: every amount of money in the text is a candidate; what stands around
 *		it tells whether it is pay for this job, of which kind and period.
 *
 * The steps: find amounts and ranges (pay_read.c), look at their surroundings
 * (pay_period.c; read_bound, read_kind, localise, read_place), weigh them
 * (pay_judge.c), and settle doubles (settle).  A rejected candidate keeps its
 * reason.  Pay in words is read last (pay_words.c).
 */
#include "pay_candidate.h"

/* How far before an amount a word for its kind counts, in tokens. */
#define REACH_KIND		7

/* How far before an amount a word for pay tells it of its own, in tokens. */
#define REACH_TOLD		12

/* So many asterisks in a row hide a figure. */
#define MASK			4

/*
 * How far before an amount its grade stands, and how
 * far apart the grades of one scale do, in tokens.
 */
#define REACH_GRADE		8
#define REACH_NEXT_GRADE	24

/* How far from a number without a currency what makes it money stands at most, in tokens. */
#define REACH_BARE		20

/* How far behind the least pay the most stands in its sentence, in tokens. */
#define REACH_MOST		14

/* A currency that is looked for when the first amount asks for it. */
typedef struct Currency
{
	bool		known;
	const char *code;			/* or NULL */
} Currency;

/* What the document's own money is, as far as an amount has asked for it. */
typedef struct Money
{
	const char *country;		/* of the job */
	Currency	dollar;			/* what "$" is; NULL: the American dollar */
	Currency	usual;			/* of an amount without a currency; NULL: unknown */
} Money;

/* Whether the full stop at i shortens a bound: "max. 6.500". */
static bool
shortens_bound(const Doc *doc, uint32_t i)
{
	return token_punct(doc, i, '.') && doc->tokens[i].gap == GAP_NONE && i > 0 &&
		   doc->tokens[i - 1].len <= 4 && mark_before(doc, KIND_BOUND, i) != NULL;
}

/*
 * "The minimum salary for this position is $70,000": the bound
 * before the word for pay, NULL where none stands there.
 */
static const Mark *
minimum_pay(const Doc *doc, const Candidate *c)
{
	const Mark *cue = mark_from(doc, KIND_PAY_CUE, c->at.from > 9 ? c->at.from - 9 : 0);
	const Mark *bound;

	if (cue == NULL || cue->to > c->at.from || cue->from < c->clause.from ||
		(!token_is(doc, c->at.from - 1, "is") && !token_punct(doc, c->at.from - 1, ':')))
		return NULL;
	bound = mark_before(doc, KIND_BOUND, cue->from);
	return bound != NULL && token_is(doc, bound->from, "minimum") ? bound : NULL;
}

/*
 * Whether the amount is said to be the least: "$1,200
 * minimum weekly pay"; a minimum wage is the law's.
 */
static bool
is_minimum(const Doc *doc, const Candidate *c)
{
	for (uint32_t i = c->at.from + 1; i <= c->at.to; i++)
		if (token_is(doc, i, "minimum") && doc->tokens[i].gap == GAP_SPACE)
			return !token_is(doc, i + 1, "wage");
	return false;
}

/* Whether four asterisks hide the lower end: "**** 39,000". */
static bool
is_low_masked(const Doc *doc, const Candidate *c)
{
	uint32_t	i = c->at.from;

	if (i < MASK || doc->tokens[i].gap != GAP_SPACE || c->pay.min < K(10) ||
		c->pay.min % (500 * PAY_UNIT) != 0)
		return false;
	for (uint32_t k = i - MASK; k < i; k++)
		if (!token_punct(doc, k, '*'))
			return false;
	return true;
}

/*
 * Whether a bare "to" leaves the lower end open: "Salary
 * (to £60k)", "Analyst, Leeds, to £60k" at a line's end.
 */
static bool
is_to(const Doc *doc, const Candidate *c)
{
	uint32_t	i = c->at.from;
	const Token *before;

	if (i < 2 || !c->sign || !token_is(doc, i - 1, "to") || c->pay.min < K(10))
		return false;
	before = &doc->tokens[i - 2];
	return doc->tokens[i - 1].gap >= GAP_LINE ||
		   (before->kind == TOKEN_PUNCT && strchr("(:-,|", before->chr) != NULL) ||
		   (before->kind == TOKEN_WORD && c->at.to == doc->lines[doc->tokens[i].line].last);
}

/* Words beside an amount that leave one end open. */
static void
read_bound(const Doc *doc, Candidate *c)
{
	uint32_t	from = c->at.from;
	const Mark *bound = NULL;

	if (c->range)
		return;
	for (uint32_t back = 0; back < 4 && from > back; back++)
	{
		bound = mark_before(doc, KIND_BOUND, from - back);
		if (bound != NULL ||
			(doc->tokens[from - back - 1].kind == TOKEN_PUNCT &&
			 doc->tokens[from - back - 1].chr != '*' && doc->tokens[from - back - 1].chr != ':' &&
			 !shortens_bound(doc, from - back - 1)))
			break;
	}
	if (bound == NULL && ((c->masked = is_low_masked(doc, c)) || is_to(doc, c)))
	{
		c->pay.min = PAY_UNBOUNDED;
		c->rule = "single.upto";
		return;
	}
	if (bound == NULL)
		bound = minimum_pay(doc, c);
	if (bound != NULL && (!(bound->entry->flags & ENTRY_WEAK) || bound->to == from))
	{
		if (from - bound->from <= 6)
			c->at.from = bound->from;
		/* "starting salary X", "starting at X" tell the pay */
		if (bound->entry->value == BOUND_AT)
			return;
		if (bound->entry->value == BOUND_FROM)
			c->pay.max = PAY_UNBOUNDED;
		else
			c->pay.min = PAY_UNBOUNDED;
		c->rule = bound->entry->value == BOUND_FROM ? "single.from" : "single.upto";
		return;
	}
	if (c->unbounded_plus || is_minimum(doc, c) || token_punct(doc, from - 1, '>'))
	{
		c->pay.max = PAY_UNBOUNDED;
		c->rule = "single.from";
	}
}

/*
 * Whether a token goes on from the one before it,
 * rather than being glued to it: "a yearCommission".
 */
static bool
is_joined(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].gap == GAP_SPACE ||
		   (doc->tokens[i].gap == GAP_NONE && doc->tokens[i - 1].kind != TOKEN_WORD);
}

/* The kind of pay, from the nearest word for one. */
static void
read_kind(const Doc *doc, Candidate *c)
{
	const Marks *marks = &doc->marks[KIND_PAY_KIND];
	const Mark *mark = mark_from(doc, KIND_PAY_KIND, c->at.to - 1);	/* "$9,000 annual bonus" */
	const Mark *words = mark_from(doc, KIND_PAY_WORDS, c->at.to);
	const Mark *best = NULL;
	uint32_t	i = c->at.to;

	/* right behind: "$1,000 Sign-on Bonus", "$60k OTE", "$2,000 home office stipend" */
	while (i < doc->n_tokens && i < c->at.to + 3 && doc->tokens[i].gap <= GAP_SPACE &&
		   (token_punct(doc, i, '-') || token_punct(doc, i, '(') || token_is(doc, i, "annual") ||
			token_is(doc, i, "in")))
		i++;
	if (mark != NULL && doc->tokens[mark->from].line == doc->tokens[c->at.to - 1].line &&
		pay_is_near(doc, c->at.to, mark->from) && is_joined(doc, mark->from) &&
		!pay_adds(doc, c->at.to, mark->from) &&
		!range_has(doc, c->at.to, mark->from, WORDS_PAY_LEAVES_OUT) &&
		(words == NULL || words->to > mark->from) && !token_punct(doc, mark->from - 1, ',') &&
		(mark->entry->value > PAY_OTE && !(mark->entry->flags & ENTRY_WEAK)
			 ? mark->from <= i + 3
			 : mark->from <= i + 1 && (mark->from == i || !(mark->entry->flags & ENTRY_WEAK))))
		best = mark;
	if (best == NULL)
		for (uint32_t n = mark == NULL ? marks->count : (uint32_t) (mark - marks->items); n > 0;
			 n--)
		{
			const Mark *before = &marks->items[n - 1];

			if (before->to > c->at.from || token_is(doc, before->from, "per"))
				continue;		/* "per sale" is of the amount before it */
			if (before->to + REACH_KIND < c->at.from || before->from < c->clause.from)
				break;
			if (range_has(doc, reach_back(c->clause, before->from, 4), before->from,
						  WORDS_PAY_LEAVES_OUT))
				continue;		/* "total pay, including target bonus, of $90,000" */
			if (pay_is_near(doc, before->to, c->at.from))
				best = before;
			break;
		}
	if (best == NULL)
		return;
	c->pay.kind = (PayKind) best->entry->value;
	c->explicit_kind = true;
	c->stipend = token_is(doc, best->from, "stipend") && !pay_has_cue(doc, KIND_NOT_PAY, c, 3, 5);
}

/* The place or level that a pay holds for: "Colorado: $…", "$… in Colorado", "Senior £40k". */
static void
read_place(const Doc *doc, Candidate *c)
{
	const Marks *marks = &doc->marks[KIND_PLACE];
	const Mark *mark = mark_from(doc, KIND_PLACE, c->at.to);
	const Mark *level = mark_before(doc, KIND_SENIORITY, c->at.from);
	uint32_t	before = c->at.from;

	if (mark != NULL && mark->from <= c->at.to + 2 && mark->from < c->clause.to &&
		mark->from > c->at.to &&
		(token_is(doc, mark->from - 1, "in") || token_is(doc, mark->from - 1, "for") ||
		 token_punct(doc, mark->from - 1, '(')) &&
		doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER)
	{
		uint32_t	to = mark->to;

		if (token_punct(doc, mark->from - 1, '('))
			while (to < doc->n_tokens && to < mark->to + 12 && !token_punct(doc, to, ')'))
				to++;
		c->pay.place = range_text(doc, (Range) {mark->from, to});
		return;
	}
	while (before > c->clause.from && c->at.from - before < 3 &&
		   (token_punct(doc, before - 1, ':') || token_punct(doc, before - 1, '-')))
		before--;
	if (before < c->at.from)
	{
		uint32_t n = mark_from(doc, KIND_PLACE, before)
						 ? (uint32_t) (mark_from(doc, KIND_PLACE, before) - marks->items)
						 : marks->count;

		if (n > 0 && marks->items[n - 1].to == before &&
			doc->tokens[marks->items[n - 1].from].shape & SHAPE_FIRST_UPPER)
			c->pay.place = range_text(doc, (Range) {marks->items[n - 1].from, before});
	}
	if (level != NULL && c->pay.place.s == NULL)
		c->pay.note = range_text(doc, (Range) {level->from, level->to});
}

/* Gross or net, and how many payments a year. */
static void
read_tax(const Doc *doc, Candidate *c)
{
	const Mark *mark = mark_from(doc, KIND_TAX, c->at.from > 4 ? c->at.from - 4 : 0);

	if (mark != NULL && mark->from < c->at.to + 5 && mark->from < c->clause.to)
		c->pay.tax = (Tax) mark->entry->value;
}

/* The money of a country, NULL where it is none of the dollars. */
static const char *
dollar_of(const char *country)
{
	static const char *const dollars[][2] = {
		{"CA", "CAD"}, {"AU", "AUD"}, {"NZ", "NZD"}, {"SG", "SGD"}, {"HK", "HKD"}
	};

	for (size_t i = 0; i < lengthof(dollars); i++)
		if (strcmp(dollars[i][0], country) == 0)
			return dollars[i][1];
	return NULL;
}

/*
 * The country of the job: that of which the text speaks most;
 * where it is unsure or has no dollar, that of all its places.
 */
static const char *
job_country(const Doc *doc)
{
	const Posting *posting = doc->posting;
	Str			country = {NULL, 0};

	if (doc->country_sure &&
		(strcmp(main_country(doc), "US") == 0 || dollar_of(main_country(doc)) != NULL))
		return main_country(doc);
	for (uint32_t i = 0; i < posting->n_locations; i++)
	{
		Str			other = posting->locations[i].country;

		if (other.len == 2 && country.len == 2 && !str_equal(other, country))
			return main_country(doc);
		if (other.len == 2)
			country = other;
	}
	return country.len == 2 ? arena_copy(doc->arena, country.s, country.len) : main_country(doc);
}

/* The dollar of the job's country, NULL for the American. */
static const char *
home_dollar(const Doc *doc, const char *country)
{
	/* savings plans that only one country has */
	static const struct
	{
		WordList	names;
		const char *code;
	} plans[] = {{WORDS_PAY_PLANS_AU, "AUD"},
				 {WORDS_PAY_PLANS_NZ, "NZD"},
				 {WORDS_PAY_PLANS_CA, "CAD"},
				 {WORDS_PAY_PLANS_SG, "SGD"}};
	const char *dollar = dollar_of(country);

	if (dollar != NULL || strcmp(country, "US") == 0)
		return dollar;
	for (const Spot *spot = NULL;
		 (spot = next_spot(doc, spot, 0xF * LIST_BIT(WORDS_PAY_PLANS_AU))) != NULL;)
		for (size_t p = 0; p < lengthof(plans); p++)
			if (spot->what & LIST_BIT(plans[p].names))
				return plans[p].code;
	return NULL;
}

/* The currency in use in a country, NULL where unknown. */
static const char *
money_of(const char *country)
{
	for (uint32_t i = 0; country[0] != '\0' && posting_currency_rows[i].code[0] != '\0'; i++)
		if (strstr(posting_lexicon_strings + posting_currency_rows[i].countries, country) != NULL)
			return posting_currency_rows[i].code;
	return NULL;
}

/*
 * The usual currency of a language's postings, and the countries that speak it; none where many do.
 */
static const struct
{
	const char *language;
	const char *money;
	const char *countries;
} moneys[] = {{"en", "USD", NULL},       {"de", "EUR", "DE AT CH LI LU BE"},
			  {"fr", "EUR", NULL},       {"es", "EUR", NULL},
			  {"it", "EUR", "IT CH SM"}, {"nl", "EUR", "NL BE SR"},
			  {"pl", "PLN", "PL"},       {"pt", "BRL", NULL},
			  {"cs", "CZK", "CZ SK"}};

/*
 * The currency of an amount that names none: that of the job's country, unless the
 * text speaks a language that nobody there does and names no place to work.
 */
static const char *
usual_money(const Doc *doc, const char *country)
{
	const char *money = money_of(country);

	for (size_t i = 0; i < lengthof(moneys); i++)
		if (strcmp(moneys[i].language, doc->language) == 0 &&
			(money == NULL || (moneys[i].countries != NULL && doc->posting->n_locations == 0 &&
							   strstr(moneys[i].countries, country) == NULL)))
			return moneys[i].money;
	return money;
}

/* Whether an amount's currency is a "$" that no letters precede. */
static bool
is_plain_dollar(const Doc *doc, const Candidate *c)
{
	for (uint32_t i = c->at.from; i < c->at.to && doc->tokens[i].kind != TOKEN_NUMBER; i++)
		if (doc->tokens[i].kind == TOKEN_SIGN && token_text(doc, i)[0] == '$')
		{
			const Mark *sign = mark_before(doc, KIND_CURRENCY, i + 1);
			const Mark *code = mark_before(doc, KIND_CURRENCY, i);

			return (sign == NULL || sign->from == i) && (code == NULL || code->from < c->at.from);
		}
	return false;
}

/*
 * Whether a currency's code belongs to the amount before it
 * rather than to one behind: "$85k (CAD)", not "$85k / CAD 105k".
 */
static bool
is_code_behind(const Doc *doc, const Candidate *c, const Mark *code)
{
	const Token *next = code->to < doc->n_tokens ? &doc->tokens[code->to] : NULL;

	return code->from <= c->at.to + 3 && doc->tokens[code->from].kind == TOKEN_WORD &&
		   doc->tokens[code->from].len == 3 && pay_is_near(doc, c->at.to, code->from) &&
		   doc->tokens[code->from].gap <= GAP_SPACE &&
		   (next == NULL || next->gap > GAP_SPACE ||
			(next->kind != TOKEN_NUMBER && next->kind != TOKEN_SIGN));
}

/* The code of a currency of the job's country, found at the first call, or NULL. */
static const char *
code_of(const Doc *doc, const char *country, Currency *currency,
		const char *(*find) (const Doc *doc, const char *country))
{
	if (!currency->known)
		*currency = (Currency) {true, find(doc, country)};
	return currency->code;
}

/* Makes "$" the dollar of the job's country, and gives a bare amount its currency. */
static void
localise(const Doc *doc, Money *money, Candidate *c)
{
	const char *own = NULL;
	const Mark *code;

	if (strcmp(c->pay.currency, "XXX") == 0)
		own = code_of(doc, money->country, &money->usual, usual_money);
	if (own != NULL)
		memcpy(c->pay.currency, own, 4);
	if (c->coded || strcmp(c->pay.currency, "USD") != 0 || !is_plain_dollar(doc, c))
		return;
	code = mark_from(doc, KIND_CURRENCY, c->at.to);
	if (code != NULL && is_code_behind(doc, c, code))
		memcpy(c->pay.currency, currency_code(code), 4);
	else if ((own = code_of(doc, money->country, &money->dollar, home_dollar)) != NULL)
		memcpy(c->pay.currency, own, 4);
}

/* A code behind the period counts for the whole: "$85,000/yr USD". */
static void
late_code(const Doc *doc, Candidate *c)
{
	const Mark *code = mark_at(doc, KIND_CURRENCY, c->at.to);

	if (code != NULL && doc->tokens[code->from].kind == TOKEN_WORD &&
		doc->tokens[code->from].len == 3 && doc->tokens[code->from].gap == GAP_SPACE)
	{
		memcpy(c->pay.currency, currency_code(code), 4);
		c->sign = c->coded = true;
		c->at.to = code->to;
	}
}

static bool
is_close(int64_t a, int64_t b)
{
	int64_t		difference;

	if (a == PAY_UNBOUNDED || b == PAY_UNBOUNDED)
		return a == b;
	difference = a > b ? a - b : b - a;
	return difference <= (a > b ? a : b) / 30;
}

/* Whether two bounds are one but for cents that were rounded away: $2,514 and $2,513.60. */
static bool
is_rounded(int64_t a, int64_t b)
{
	return a == b || (a >= K(1) && b >= K(1) && a - b < PAY_UNIT && b - a < PAY_UNIT);
}

/* Whether two yearly values are one but for rounding. */
static bool
is_equal_year(int64_t a, int64_t b)
{
	return a - b < a / 200 && b - a < a / 200;
}

/* Payments a year where pay is told by the payday rather than by the month. */
static const int paydays[] = {26, 24};

/*
 * Whether b is part of the yearly range a, told by the payday:
 * "$78,000 - $104,000 a year", "$3,000.00 - $3,500.00".
 */
static bool
is_part_by_payday(const Candidate *a, const Candidate *b)
{
	if (a->pay.period != PERIOD_YEAR || b->pay.period != PERIOD_MONTH || b->pay.period_stated ||
		b->pay.max * 12 >= a->pay.min)
		return false;
	for (size_t i = 0; i < lengthof(paydays); i++)
		if (b->pay.min * paydays[i] >= a->pay.min - a->pay.min / 200 &&
			b->pay.max * paydays[i] <= a->pay.max + a->pay.max / 200)
			return true;
	return false;
}

/* Whether b is a step or level inside the range a: it shares a bound, or leaves its period to a. */
static bool
is_part(const Candidate *a, const Candidate *b)
{
	bool		bound = b->pay.min == a->pay.min || b->pay.max == a->pay.max;

	if (!a->range || !b->range || b->pay.place.s != NULL)
		return false;
	if (is_part_by_payday(a, b))
		return true;
	/* each of two levels by the hour, the range of both by the year */
	if (a->pay.period != b->pay.period)
	{
		int64_t		low = pay_yearly(&b->pay, b->pay.min);
		int64_t		high = pay_yearly(&b->pay, b->pay.max);

		return is_equal_year(low, pay_yearly(&a->pay, a->pay.min))
				   ? high <= pay_yearly(&a->pay, a->pay.max)
				   : is_equal_year(high, pay_yearly(&a->pay, a->pay.max)) &&
						 low >= pay_yearly(&a->pay, a->pay.min);
	}
	/* the range for hiring is told of its own */
	if (b->hiring || b->pay.min < a->pay.min || b->pay.max > a->pay.max)
		return false;
	return bound || (!b->pay.period_stated && a->pay.period_stated && !b->told);
}

/*
 * Whether one end of pay stands in both: "$12 an hour" and
 * "starting at $12 an hour", "£85,000" and "up to £85,000".
 */
static bool
is_one_end(const Candidate *a, const Candidate *b)
{
	const Pay *open =
		b->pay.min == PAY_UNBOUNDED || b->pay.max == PAY_UNBOUNDED ? &b->pay : &a->pay;
	const Pay  *other = open == &b->pay ? &a->pay : &b->pay;
	bool		half = open->min == PAY_UNBOUNDED || open->max == PAY_UNBOUNDED;

	if (!half)
		return false;
	if (a->pay.period != b->pay.period)
		return other->min != PAY_UNBOUNDED && other->max != PAY_UNBOUNDED &&
			   is_equal_year(
				   pay_yearly(open, pay_top(open)),
				   pay_yearly(other, open->min == PAY_UNBOUNDED ? other->max : other->min));
	return pay_top(open) == other->min || pay_top(open) == other->max;
}

/*
 * Whether b is how far inside the range a the employer
 * goes: "$46,203 - $78,218", "Max salary: $59,240".
 */
static bool
is_cap(const Candidate *a, const Candidate *b)
{
	return a->range && b->pay.min == PAY_UNBOUNDED && a->pay.period == b->pay.period &&
		   b->pay.max > a->pay.min && b->pay.max < a->pay.max;
}

/* Whether b says the same pay as a, which stands before it. */
static const char *
repeats(const Candidate *a, const Candidate *b)
{
	if (strcmp(a->pay.currency, b->pay.currency) != 0 ||
		(a->pay.kind != b->pay.kind && (a->pay.kind > PAY_OTE || b->pay.kind > PAY_OTE)))
		return NULL;
	if (is_rounded(a->pay.min, b->pay.min) && is_rounded(a->pay.max, b->pay.max) &&
		(a->pay.period == b->pay.period || !a->pay.period_stated || !b->pay.period_stated))
		return "stated before";
	if (a->pay.kind == PAY_COMMISSION && a->range && !b->told && b->pay.min == b->pay.max &&
		(b->pay.min == a->pay.min || b->pay.max == a->pay.max))
		return "a bound of a range";
	if (a->pay.kind != b->pay.kind)
		return NULL;
	if (is_cap(a, b))
		return "a cap";
	if (is_part(a, b))
		return "a part of a range";
	if (is_one_end(a, b))
		return "stated before";
	if (a->pay.period != b->pay.period &&
		is_close(pay_yearly(&a->pay, a->pay.min), pay_yearly(&b->pay, b->pay.min)) &&
		is_close(pay_yearly(&a->pay, a->pay.max), pay_yearly(&b->pay, b->pay.max)))
		return "the same pay by another period";
	if (b->pay.min == b->pay.max && a->pay.min != a->pay.max && a->pay.period == b->pay.period &&
		(is_rounded(b->pay.min, a->pay.min) || is_rounded(b->pay.min, a->pay.max)))
		return "a bound of a range";
	return NULL;
}

/*
 * Steps of one scale are so many amounts in a row,
 * ascending; semicolons alone between them need fewer.
 */
#define MIN_STEPS	4
#define MIN_LISTED_STEPS	3

/* Whether only a sign stands between two amounts, or the name of the next step: "; ", "Step 2:". */
static bool
is_step_apart(const Doc *doc, uint32_t from, uint32_t to)
{
	bool		named = false;

	for (uint32_t i = from; i < to && to - from <= 5; i++)
		named |= token_in(doc, i, WORDS_PAY_STEP);
	return to >= from && (named || to - from <= 2);
}

/* Whether b is the step behind a: the same currency, more money, hardly anything between. */
static bool
is_next_step(const Doc *doc, const Candidate *a, const Candidate *b)
{
	return !a->range && !b->range && is_step_apart(doc, a->at.to, b->at.from) &&
		memcmp(a->pay.currency, b->pay.currency, 4) == 0 && a->pay.max != PAY_UNBOUNDED &&
		b->pay.min > a->pay.max && b->pay.min < a->pay.max + a->pay.max / 4;
}

/* Whether a semicolon parts each of some amounts from the next. */
static bool
is_listed(const Doc *doc, const Candidates *all, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (!token_punct(doc, all->items[i].at.to, ';') ||
			all->items[i + 1].at.from != all->items[i].at.to + 1)
			return false;
	return true;
}

/*
 * Whether some amounts are enough for the steps of one scale, and
 * pay: by the first, or by the last where the first has no sign.
 */
static bool
are_steps(const Doc *doc, const Candidates *all, uint32_t first, uint32_t last)
{
	const char *reason = all->items[first].reason;

	return last - first + 1 >= (is_listed(doc, all, first, last) ? MIN_LISTED_STEPS : MIN_STEPS) &&
		(reason == NULL || (reason == PAY_NO_SIGN && all->items[last].reason == NULL));
}

/*
 * Makes one range of the amounts from one to another,
 * whose least and most it has; the others are part of it.
 */
static void
join_run(Candidates *all, uint32_t first, uint32_t last, const char *rule, const char *note,
		 const char *reason)
{
	Candidate  *range = &all->items[first];

	range->at.to = all->items[last].at.to;
	range->range = true;
	range->rule = rule;
	range->pay.note = str_of(note);
	for (uint32_t k = first + 1; k <= last; k++)
		all->items[k].reason = reason;
}

/* Makes one range of a list of steps: "$54,100; $55,583; … $79,052". */
static void
join_steps(const Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < all->count;)
	{
		uint32_t	last = i;
		Candidate  *first = &all->items[i];

		while (last + 1 < all->count && is_next_step(doc, &all->items[last], &all->items[last + 1]))
			last++;
		if (are_steps(doc, all, i, last))
		{
			first->pay.period = all->items[last].pay.period;
			first->pay.period_stated |= all->items[last].pay.period_stated;
			first->reason = NULL;
			first->pay.max = all->items[last].pay.max;
			join_run(all, i, last, "range.steps", "steps", "a step of a range");
		}
		i = last + 1;
	}
}

/*
 * Where the code of a grade stands before an amount, behind a token:
 * "GS-13: $…", "A WG-07 may be set at $…"; 0 where none does.
 */
static uint32_t
grade_before(const Doc *doc, uint32_t from, uint32_t at)
{
	for (uint32_t i = at; i > from + 2 && at - i < REACH_GRADE; i--)
	{
		const Token *code = &doc->tokens[i - 3];

		if (doc->tokens[i - 1].kind == TOKEN_NUMBER && doc->tokens[i - 1].len <= 2 &&
			token_punct(doc, i - 2, '-') && code->kind == TOKEN_WORD && code->len == 2 &&
			code->shape & SHAPE_HAS_UPPER && !(code->shape & (SHAPE_HAS_LOWER | SHAPE_HAS_DIGIT)))
			return i - 3;
	}
	return 0;
}

/* Whether b is the pay of another grade of the scale of a, which stands at a token. */
static bool
is_next_grade(const Doc *doc, const Candidate *a, const Candidate *b, uint32_t grade)
{
	uint32_t	next;

	if (b->reason != NULL || a->range != b->range || a->pay.kind != b->pay.kind ||
		memcmp(a->pay.currency, b->pay.currency, 4) != 0 ||
		b->at.from - a->at.to > REACH_NEXT_GRADE ||
		(a->pay.period != b->pay.period && a->pay.period_stated && b->pay.period_stated) ||
		a->pay.min == PAY_UNBOUNDED || a->pay.max == PAY_UNBOUNDED || b->pay.min == PAY_UNBOUNDED ||
		b->pay.max == PAY_UNBOUNDED)
		return false;
	next = grade_before(doc, a->at.to, b->at.from);
	return next != 0 && memcmp(token_text(doc, grade), token_text(doc, next), 2) == 0;
}

/*
 * Makes one range of the grades of a scale at which the job may
 * be filled: "GS-9: $53,597 - $69,672; GS-11: $64,847 - $84,300".
 */
static void
join_grades(const Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < all->count;)
	{
		uint32_t	last = i;
		Candidate  *first = &all->items[i];
		uint32_t    grade = first->reason == NULL && first->pay.kind <= PAY_OTE
								? grade_before(doc, 0, first->at.from)
								: 0;

		while (grade != 0 && last + 1 < all->count &&
			   is_next_grade(doc, &all->items[last], &all->items[last + 1], grade))
			last++;
		for (uint32_t k = i + 1; k <= last; k++)
		{
			const Candidate *next = &all->items[k];

			first->pay.min = next->pay.min < first->pay.min ? next->pay.min : first->pay.min;
			first->pay.max = next->pay.max > first->pay.max ? next->pay.max : first->pay.max;
			if (!first->pay.period_stated)
				first->pay.period = next->pay.period;
			first->pay.period_stated |= next->pay.period_stated;
		}
		if (last > i)
			join_run(all, i, last, "range.grades", "grades", "a grade of a range");
		i = last + 1;
	}
}

/*
 * Makes one range of the least and the most that one sentence tells:
 * "starts at €17.38 an hour and grows to a maximum of €24.48".
 */
static void
join_bounds(Candidates *all)
{
	for (uint32_t i = 0; i + 1 < all->count; i++)
	{
		Candidate  *low = &all->items[i];
		Candidate  *high = &all->items[i + 1];

		if (low->reason != NULL || low->pay.max != PAY_UNBOUNDED ||
			high->pay.min != PAY_UNBOUNDED || high->explicit_kind ||
			high->clause.from != low->clause.from || high->at.from > low->at.to + REACH_MOST ||
			memcmp(low->pay.currency, high->pay.currency, 4) != 0 ||
			(high->pay.period_stated && high->pay.period != low->pay.period) ||
			high->pay.max <= low->pay.min || high->pay.max > 4 * low->pay.min)
			continue;
		low->pay.max = high->pay.max;
		low->range = true;
		low->at.to = high->at.to;
		low->rule = "range.currency";
		high->reason = "a bound of a range";
	}
}

/* Whether two candidates stand in one sentence, or with only a sign between. */
static bool
is_beside(const Candidate *a, const Candidate *b)
{
	return a->clause.from == b->clause.from ||
		   (a->at.to <= b->at.from ? b->at.from - a->at.to : a->at.from - b->at.to) <= 2;
}

/* Accepts what stands in one sentence with pay of the same size: "$99,054 or $106,028 a year". */
static void
take_fellows(Candidates *all)
{
	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *c = &all->items[i];
		uint32_t	from = i > 0 ? i - 1 : 0;

		if (c->reason != PAY_NO_SIGN || !c->sign)
			continue;
		for (uint32_t k = from; k < all->count && k <= i + 1; k++)
		{
			const Candidate *fellow = &all->items[k];

			if (fellow->reason != NULL || fellow->pay.kind > PAY_OTE || !is_beside(fellow, c) ||
				strcmp(fellow->pay.currency, c->pay.currency) != 0 ||
				pay_top(&fellow->pay) > 2 * pay_top(&c->pay) ||
				pay_top(&c->pay) > 2 * pay_top(&fellow->pay))
				continue;
			c->pay.period = fellow->pay.period;
			c->pay.period_stated = fellow->pay.period_stated;
			c->reason = NULL;
			break;
		}
	}
}

/* So many pays, spread over a page, are those of several jobs: only the first is this one's. */
#define MAX_SPREAD	8

static void
drop_spread(const Doc *doc, Candidates *all)
{
	uint32_t	n = 0;
	Candidate  *first = NULL,
			   *last = NULL;

	for (uint32_t i = 0; i < all->count; i++)
		if (all->items[i].reason == NULL && all->items[i].pay.kind <= PAY_OTE &&
			all->items[i].pay.place.s == NULL)
		{
			first = first ? first : &all->items[i];
			last = &all->items[i];
			n++;
		}
	if (n <= MAX_SPREAD || (last->at.from - first->at.from) * 3 < doc->n_tokens)
		return;
	for (Candidate *c = first + 1; c <= last; c++)
		if (c->reason == NULL && c->pay.place.s == NULL)
			c->reason = "of another job on the page";
}

/* A stipend by the week, month or year is the pay where no other is stated. */
static void
promote_stipend(Candidate **kept, uint32_t n)
{
	for (uint32_t k = 0; k < n; k++)
		if (kept[k]->pay.kind <= PAY_OTE)
			return;
	for (uint32_t k = 0; k < n; k++)
		if (kept[k]->pay.kind == PAY_ALLOWANCE && kept[k]->pay.period_stated && kept[k]->stipend)
			kept[k]->pay.kind = PAY_BASE;
}

/*
 * Whether b tells that the pay a, a lone figure in a
 * header, is the most: "£85,000", "Up to £85,000".
 */
static bool
is_only_most(const Candidate *a, const Candidate *b)
{
	return !a->range && !a->told && !a->pay.period_stated && a->pay.min == a->pay.max &&
		   b->pay.min == PAY_UNBOUNDED && b->pay.max == a->pay.max &&
		   a->pay.period == b->pay.period && a->pay.kind == b->pay.kind &&
		   memcmp(a->pay.currency, b->pay.currency, 4) == 0;
}

/* Accepts candidates in order; drops what repeats another. */
static void
settle(Doc *doc, Candidates *all)
{
	Posting    *posting = doc->posting;
	Pay		   *pays;
	Candidate  *kept[POSTING_MAX_PAYS];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *c = &all->items[i];

		for (uint32_t k = 0; k < n && c->reason == NULL; k++)
		{
			if (is_only_most(kept[k], c))
			{
				kept[k]->reason = "stated behind";
				kept[k] = c;
				break;
			}
			c->reason = repeats(kept[k], c);
			if (c->reason == NULL && kept[k]->range == false && c->range &&
				repeats(c, kept[k]) != NULL)
			{
				kept[k]->reason = repeats(c, kept[k]);
				kept[k] = c;	/* the range tells more */
				break;
			}
			if (c->reason != NULL)
			{
				kept[k]->pay.period_stated |=
					c->pay.period_stated && c->pay.period == kept[k]->pay.period;
				if (!kept[k]->pay.period_stated && c->pay.period_stated &&
					c->pay.min == kept[k]->pay.min)
				{
					kept[k]->pay.period = c->pay.period;
					kept[k]->pay.period_stated = true;
				}
			}
		}
		if (c->reason == NULL && n < POSTING_MAX_PAYS)
		{
			bool		replaced = false;

			for (uint32_t k = 0; k < n; k++)
				replaced |= kept[k] == c;
			if (!replaced)
				kept[n++] = c;
		}
		doc_fact_text(doc, FIELD_SALARIES, c->at, c->rule, c->reason);
	}
	promote_stipend(kept, n);
	pays = arena_alloc(doc->arena, n * sizeof(Pay));
	for (uint32_t k = 0; k < n; k++)
	{
		pays[k] = kept[k]->pay;
		pays[k].rule = str_of(kept[k]->rule);
		pays[k].at[0] = range_span(doc, kept[k]->at);
		pays[k].n_at = 1;
	}
	posting->pays = pays;
	posting->n_pays = n;
}

/* The clause around an amount; the point of "max. €3.000" ends none. */
static Range
clause_of(const Doc *doc, uint32_t i)
{
	Range		clause = doc_clause(doc, i);

	if (clause.from >= 2 && token_punct(doc, clause.from - 1, '.') &&
		mark_before(doc, KIND_BOUND, clause.from - 1) != NULL && i - clause.from < 3)
		clause.from = doc_clause(doc, clause.from - 2).from;
	return clause;
}

/* Reads one candidate and all that stands around it. */
static void
examine(const Doc *doc, Money *money, Candidate *c)
{
	c->clause = clause_of(doc, c->at.from);
	late_code(doc, c);
	if (!c->pay.period_stated)
		pay_period(doc, c);
	late_code(doc, c);
	pay_halve_biweekly(doc, c);
	read_bound(doc, c);
	read_kind(doc, c);
	if (c->explicit_kind &&
		(c->pay.kind == PAY_BONUS || c->pay.kind == PAY_COMMISSION || c->pay.kind == PAY_EQUITY) &&
		!c->pay.period_stated)
		c->pay.period = PERIOD_NONE;
	read_place(doc, c);
	read_tax(doc, c);
	c->told = pay_has_cue(doc, KIND_PAY_CUE, c, REACH_TOLD, 0);
	c->hiring = c->range && range_has(doc, reach_back(c->clause, c->at.from, REACH_KIND),
									  c->at.from, WORDS_PAY_HIRING);
	c->reason = pay_refuse(doc, c);
	/* of a number that is no money nobody asks the currency */
	if (c->reason == NULL || c->sign)
		localise(doc, money, c);
	if (c->reason == NULL)
		c->reason = pay_weigh(doc, c);
}

/* Whether a number is the tail of a word or an id: "IR35", "R29057", "MP3". */
static bool
is_part_of_word(const Doc *doc, uint32_t i)
{
	const Token *before = i > 0 ? &doc->tokens[i - 1] : NULL;

	Number		number;

	if (before == NULL || doc->tokens[i].gap != GAP_NONE || before->kind != TOKEN_WORD ||
		mark_before(doc, KIND_CURRENCY, i) != NULL ||
		(before->len > 3 && before->shape & SHAPE_HAS_LOWER))
		return false;
	/* "von15 €": a blank was lost */
	return before->shape & SHAPE_HAS_UPPER || !read_number(doc, i, &number) ||
		   mark_at(doc, KIND_CURRENCY, number.to) == NULL;
}

/* Whether "per hour", "/h" follows a number; "35h" is work. */
static bool
is_by_hour(const Doc *doc, uint32_t i)
{
	bool		slash = token_punct(doc, i, '/');
	const Mark *period = mark_at(doc, KIND_PERIOD, slash ? i + 1 : i);

	return period != NULL && period->entry->value == PERIOD_HOUR &&
		   (slash || period->to - period->from > 1);
}

/* Kinds of marks that make a number money, or lead on to its period or to another one. */
#define MONEY_KINDS \
	(1u << KIND_CURRENCY | 1u << KIND_PERIOD | 1u << KIND_BOUND)

/*
 * Whether a number goes on with nothing that makes it money, multiplies it, leaves it
 * open or leads to the other end of a range.
 */
static bool
ends_plainly(const Doc *doc, uint32_t i)
{
	const Token *next = &doc->tokens[i];

	if (i >= doc->n_tokens)
		return true;
	if (next->kind == TOKEN_PUNCT)
		switch (next->chr)
		{
			case ')':
			case ';':
			case ':':
			case '%':
			case '|':
			case '!':
			case '"':
				return true;
			/* "2024.", "5," with a blank behind */
			case '.':
			case ',':
				return doc->tokens[i + 1].gap != GAP_NONE && doc->tokens[i + 1].kind != TOKEN_PUNCT;
			default:
				return false;
		}
	/* "and up", "plus" */
	return next->kind == TOKEN_WORD && !(next->begins & MONEY_KINDS) && next->lead >= 'a' &&
		   next->lead <= 'z' && !pay_may_multiply(next) &&
		   !(next->lead == 'a' && next->len == 3) && !(next->lead == 'p' && next->len == 4) &&
		   !token_in(doc, i, WORDS_PAY_RANGE);
}

/*
 * Whether a word for pay, a label or a section for it is so near that a
 * number without a currency may be money; its bound and its period may lie between.
 */
static bool
is_near_pay(const Doc *doc, uint32_t from, uint32_t to)
{
	const Mark *cue;

	if (doc->tokens[from].zone == ZONE_PAY || doc_in_label(doc, LABEL_SALARY, from))
		return true;
	cue = mark_from(doc, KIND_PAY_CUE, from > REACH_BARE ? from - REACH_BARE : 0);
	return cue != NULL && cue->from < to + REACH_BARE;
}

/*
 * Whether a period stands so near that it may be an amount's;
 * before one that opens its line, in the line above.
 */
static bool
has_period(const Doc *doc, uint32_t from, uint32_t to)
{
	uint32_t	line = doc->tokens[from].line;
	const Mark *period;

	if (line > 0 && from == doc->lines[line].first)
		from = doc->lines[line - 1].from;
	else
		from = from > REACH_BARE ? from - REACH_BARE : 0;
	period = mark_from(doc, KIND_PERIOD, from);
	return period != NULL && period->from < to + REACH_BARE;
}

/* Whether a currency may stand right before a number, a sign between. */
static bool
may_follow_currency(const Doc *doc, uint32_t i)
{
	const Token *before = i > 0 ? &doc->tokens[i - 1] : NULL;

	if (before != NULL && i > 1 && (before->chr == '.' || before->chr == ':'))
		before--;
	return before != NULL && (before->ends >> KIND_CURRENCY & 1 || before->kind == TOKEN_SIGN ||
							  before->chr == '.' || before->chr == ':' || before->chr == '*' ||
							  before->chr == '~');
}

/*
 * Where what is no money at the first glance ends, as most numbers are, alone or two
 * joined by a dash or slash: neither before nor behind it stands a sign of any, no word
 * for pay is near, and no period beside two.  0 where it may be some.
 */
static uint32_t
plain_end(const Doc *doc, uint32_t i)
{
	bool		pair = (token_punct(doc, i + 1, '-') || token_punct(doc, i + 1, '/')) &&
					   i + 2 < doc->n_tokens && doc->tokens[i + 2].kind == TOKEN_NUMBER;
	uint32_t	to = pair ? i + 3 : i + 1 + token_punct(doc, i + 1, '+');

	return may_follow_currency(doc, i) || !ends_plainly(doc, to) || is_near_pay(doc, i, to) ||
				   (pair && has_period(doc, i, to))
			   ? 0
			   : to;
}

/*
 * Whether a number without a currency may be money: it is said to be thousands, hidden,
 * near a word for pay, or has a period.
 */
static bool
may_be_bare_pay(const Doc *doc, const Candidate *c)
{
	uint32_t	from = c->at.from;

	return c->multiplier || (from > 0 && token_punct(doc, from - 1, '*')) ||
		   is_near_pay(doc, from, c->at.to) || has_period(doc, from, c->at.to);
}

/* Reads pay. */
void
extract_pay(Doc *doc)
{
	Candidates	all = {0};
	Money		money = {.country = job_country(doc)};
	uint8_t		payments;
	uint32_t	next = 0;		/* behind what is read */

	for (uint32_t k = 0; k < doc->n_numbers && all.count <= 2000; k++)
	{
		uint32_t	i = doc->numbers[k];
		Candidate	c;

		CHECK_INTERRUPTS(doc);
		if (i < next || (next = plain_end(doc, i)) != 0 || is_part_of_word(doc, i))
			continue;
		next = pay_read(doc, i, &c);
		if (next == 0 || !(c.sign || may_be_bare_pay(doc, &c)))
			continue;
		if (c.sign || c.range || c.multiplier || c.decimals ||
			doc_in_label(doc, LABEL_SALARY, c.at.from) || c.pay.min >= K(1) ||
			is_by_hour(doc, c.at.to))
		{
			examine(doc, &money, &c);
			if (c.sign || c.reason == NULL)
				*VEC_ADD(doc->arena, &all) = c;
		}
	}
	join_steps(doc, &all);
	take_fellows(&all);
	join_grades(doc, &all);
	join_bounds(&all);
	drop_spread(doc, &all);
	settle(doc, &all);
	payments = pay_payments(doc);
	for (uint32_t i = 0; i < doc->posting->n_pays; i++)
		if (doc->posting->pays[i].kind == PAY_BASE)
			doc->posting->pays[i].payments_per_year = payments;
	pay_in_words(doc);
}
