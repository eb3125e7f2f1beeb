/*
 * pay_period.c
 *		The period of pay: said behind or before the amount, else the obvious one.
 */
#include "pay_candidate.h"

/* How far behind an amount its period counts, in tokens. */
#define REACH_PERIOD	5

/* How far before one. */
#define REACH_PERIOD_BEFORE	14

/* Whether only small words and signs stand between two tokens. */
bool
pay_is_near(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_SIGN || token->gap == GAP_BLANK)
			return false;
		if (token->kind == TOKEN_PUNCT &&
			(token->chr == ';' || token->chr == '|' || token->chr == '!' ||
			 (token->chr == '*' && token->len > 1)))
			return false;
		if (token->kind == TOKEN_PUNCT && token->chr == '.' && i + 1 < doc->n_tokens &&
			doc->tokens[i + 1].gap != GAP_NONE && doc->tokens[i].gap == GAP_NONE && i > 0 &&
			((i + 1 < to && doc->tokens[i - 1].len > 3) || doc->tokens[i - 1].kind == TOKEN_NUMBER))
			return false;
	}
	return true;
}

/* Whether "plus", "and", "with" stands between: what follows comes on top. */
bool
pay_adds(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (token_in(doc, i, WORDS_PAY_ADDS) || token_punct(doc, i, '+'))
			return true;
	return false;
}

/* Whether a period is a letter that is a word, too ("j", "u"): it needs a slash. */
static bool
is_lone_letter(const Doc *doc, const Mark *mark)
{
	return mark->to - mark->from == 1 && doc->tokens[mark->from].len == 1 &&
		   !token_is(doc, mark->from, "h");
}

/* Whether a period belongs to hours of work: "36 hours per week". */
static bool
is_of_hours(const Doc *doc, const Mark *period)
{
	const Marks *marks = &doc->marks[KIND_HOURS_PER_WEEK];
	const Mark  *hours =
		mark_from(doc, KIND_HOURS_PER_WEEK, period->from > 4 ? period->from - 4 : 0);

	for (; hours != NULL && hours < marks->items + marks->count && hours->from <= period->from;
		 hours++)
		if (hours->to >= period->to)
			return true;
	return false;
}

/* The period behind an amount; false where none is near. */
static bool
period_after(const Doc *doc, Candidate *c)
{
	for (uint32_t i = c->at.to; i < doc->n_tokens && i < c->at.to + REACH_PERIOD; i++)
	{
		const Mark *mark = mark_at(doc, KIND_PERIOD, i);
		bool		slash = i > c->at.to && token_punct(doc, i - 1, '/');

		if (mark != NULL && (!(mark->entry->flags & ENTRY_WEAK) || slash ||
							 (i == c->at.to && !is_lone_letter(doc, mark))))
		{
			if (!pay_is_near(doc, c->at.to, i) || pay_adds(doc, c->at.to, i) ||
				doc->tokens[i].gap > (i <= c->at.to + 1 ? GAP_BLANK : GAP_LINE))
				return false;
			/* "€4,250, monthly reimbursement" */
			if (token_punct(doc, i - 1, ',') && mark->to < doc->n_tokens &&
				doc->tokens[mark->to].kind == TOKEN_WORD && doc->tokens[mark->to].gap == GAP_SPACE)
				return false;
			c->pay.period = (Period) mark->entry->value;
			c->pay.period_stated = true;
			if (i <= c->at.to + 2)
				c->at.to = mark->to;
			return true;
		}
	}
	return false;
}

/* The period before an amount: "hourly rate: $25", "ANNUAL SALARY" on the line above. */
static bool
period_before(const Doc *doc, Candidate *c)
{
	uint32_t	line = doc->tokens[c->at.from].line;
	const Mark *best = NULL;

	for (const Mark *mark =
			 mark_from(doc, KIND_PERIOD,
					   c->at.from > REACH_PERIOD_BEFORE ? c->at.from - REACH_PERIOD_BEFORE : 0);
		 mark != NULL && mark < doc->marks[KIND_PERIOD].items + doc->marks[KIND_PERIOD].count &&
		 mark->to <= c->at.from;
		 mark++)
		if (line - doc->tokens[mark->from].line <= 1 && !is_of_hours(doc, mark) &&
			pay_is_near(doc, mark->to, c->at.from) && !pay_adds(doc, mark->to, c->at.from) &&
			(!(mark->entry->flags & ENTRY_WEAK) || c->at.from - mark->to <= 2))
			best = mark;
	/* the heading or label line above */
	if (best == NULL && line > 0 && c->at.from == doc->lines[line].first)
		for (const Mark *mark = mark_from(doc, KIND_PERIOD, doc->lines[line - 1].from);
			 mark != NULL && mark < doc->marks[KIND_PERIOD].items + doc->marks[KIND_PERIOD].count &&
			 mark->to <= doc->lines[line - 1].to && doc->lines[line - 1].words <= 5; mark++)
			best = mark;
	if (best == NULL)
		return false;
	c->pay.period = (Period) best->entry->value;
	c->pay.period_stated = true;
	return true;
}

/* Whether an amount is paid by the piece: "$40 per visit". */
bool
pay_by_piece(const Doc *doc, const Candidate *c)
{
	uint32_t	i = c->at.to;

	return (token_is(doc, i, "per") || token_is(doc, i, "each") || token_is(doc, i, "a") ||
			token_punct(doc, i, '/')) &&
		   token_in(doc, i + 1, WORDS_PAY_PIECES);
}

/* Reads the period behind or before an amount; false where none is said. */
bool
pay_period(const Doc *doc, Candidate *c)
{
	if (pay_by_piece(doc, c))
		return false;
	return period_after(doc, c) || period_before(doc, c);
}

/* Below which amount a period is plausible, by currency: hour, day, month. */
typedef struct Scale
{
	char		code[4];
	int32_t		hour;
	int32_t		day;
	int32_t		month;
} Scale;

static const Scale scales[] = {{"PLN", 400, 2000, 60000},        {"BRL", 200, 1000, 45000},
			  {"CZK", 1500, 9000, 250000},      {"MXN", 300, 2000, 150000},
			  {"SEK", 900, 6000, 110000},       {"NOK", 900, 6000, 110000},
			  {"DKK", 900, 6000, 110000},       {"HUF", 12000, 90000, 4000000},
			  {"JPY", 8000, 60000, 1500000},    {"AMD", 9000, 40000, 3000000},
			  {"PHP", 900, 5000, 250000},       {"ZAR", 900, 4000, 99000},
			  {"INR", 1000, 5000, 199000},      {"UAH", 900, 5000, 300000},
			  {"RUB", 3000, 15000, 900000},     {"TRY", 900, 5000, 250000},
			  {"AED", 300, 1500, 70000},        {"SAR", 300, 1500, 70000},
			  {"QAR", 300, 1500, 70000},        {"HKD", 500, 3000, 120000},
			  {"TWD", 900, 5000, 250000},       {"THB", 900, 5000, 250000},
			  {"RON", 300, 1500, 50000},        {"ILS", 400, 2500, 80000},
			  {"MYR", 200, 1200, 25000},        {"IDR", 90000, 900000, 90000000},
			  {"KRW", 60000, 400000, 9000000},  {"NGN", 9000, 60000, 2000000},
			  {"KES", 3000, 20000, 900000},     {"PKR", 3000, 9000, 900000},
			  {"LKR", 3000, 9000, 900000},      {"EGP", 900, 4000, 150000},
			  {"ARS", 20000, 90000, 9000000},   {"CLP", 30000, 150000, 9000000},
			  {"COP", 60000, 400000, 30000000}, {"VND", 300000, 3000000, 200000000}};

/* The scale of a currency, NULL where it has none: dollars, euros and pounds, as most pay is in. */
static inline const Scale *
scale_of(const char *currency)
{
	if (memcmp(currency, "USD", 4) == 0 || memcmp(currency, "EUR", 4) == 0 ||
		memcmp(currency, "GBP", 4) == 0)
		return NULL;
	for (size_t i = 0; i < lengthof(scales); i++)
		if (memcmp(scales[i].code, currency, 4) == 0)
			return &scales[i];
	return NULL;
}

/* 2,080 hours of the federal minimum wage, $7.25. */
#define LEAST_US_YEAR	15080

/* The obvious period of an amount where the text tells none. */
Period
pay_guess_period(const Doc *doc, const Candidate *c)
{
	int64_t		value = (c->range ? (c->pay.min + c->pay.max) / 2 : pay_top(&c->pay)) / PAY_UNIT;
	bool		usd = strcmp(c->pay.currency, "USD") == 0;
	const char *country = main_country(doc);
	const Scale *scale = scale_of(c->pay.currency);

	if (scale != NULL)
		return value < scale->hour    ? PERIOD_HOUR
			   : value < scale->day   ? PERIOD_DAY
			   : value < scale->month ? PERIOD_MONTH
									  : PERIOD_YEAR;
	/* where a dollar buys more, hundreds of them are a month's pay */
	if (usd && country[0] != '\0' && strstr("US CA GB AU NZ IE DE NL FR CH", country) == NULL &&
		value >= 90 && value < LEAST_US_YEAR / 2)
		return PERIOD_MONTH;
	/* nobody pays interns by the day */
	if (value >= 200 && value < 1000 && doc->posting->seniority == SENIORITY_INTERN)
		return PERIOD_MONTH;
	return value < 200                             ? PERIOD_HOUR
		   : value < 1000                          ? PERIOD_DAY
		   : value < (usd ? LEAST_US_YEAR : 11000) ? PERIOD_MONTH
												   : PERIOD_YEAR;
}

/* From here on, a dollar, euro or pound amount is no pay for a month, or for less. */
#define MOST_A_MONTH	25
#define MOST_A_WEEK		15

/*
 * Puts right a stated period that cannot be, as boards and writers slip:
 * "$22.67 to $28.26 /year" is by the hour, "monthly, €60,000 to €80,000" by the year.
 */
void
pay_mend_period(Candidate *c, bool cue)
{
	int64_t		value = pay_top(&c->pay);

	if (c->pay.period == PERIOD_YEAR && cue && value >= 7 * PAY_UNIT && value < 200 * PAY_UNIT)
		c->pay.period = PERIOD_HOUR;
	if (scale_of(c->pay.currency) == NULL && c->pay.period != PERIOD_NONE && value < K(400) &&
		((c->pay.period < PERIOD_MONTH && value >= K(MOST_A_WEEK)) ||
		 (c->pay.period == PERIOD_MONTH && value >= K(MOST_A_MONTH))))
		c->pay.period = PERIOD_YEAR;
}

/* Amounts a year that no job pays, by the scale of the currency: 0 none, -1 too low, 1 too high. */
int
pay_absurd(const Candidate *c)
{
	static const int64_t times[] = {0, 2080, 260, 52, 12, 1};
	int64_t		value = (c->pay.max != PAY_UNBOUNDED ? c->pay.max : c->pay.min) / (PAY_UNIT / 100);
	int64_t		yearly = value * times[c->pay.period] / 100;
	const Scale *scale = scale_of(c->pay.currency);
	int64_t		high = scale != NULL ? (int64_t) scale->month * 250 : 1200000;

	if (c->pay.period == PERIOD_NONE)
		return 0;
	if (yearly < 2000)
		return -1;
	return yearly > high ? 1 : 0;
}

/* Yearly value of a bound in 1/100, for comparing two pays. */
int64_t
pay_yearly(const Pay *pay, int64_t bound)
{
	static const int64_t times[] = {1, 2080, 260, 52, 12, 1};

	return bound == PAY_UNBOUNDED ? PAY_UNBOUNDED : bound / 100 * times[pay->period];
}

/*
 * Pay by two weeks becomes pay by the week, and says so in its note: no period
 * of the type is as long.
 */
void
pay_halve_biweekly(const Doc *doc, Candidate *c)
{
	uint32_t	first = doc->lines[doc->tokens[c->at.from].line].from;

	/* "$20 an hour, paid bi-weekly" */
	if (c->pay.period_stated && c->pay.period != PERIOD_WEEK)
		return;
	for (uint32_t i = c->at.from > first + 5 ? c->at.from - 5 : first;
		 i < c->at.to + 4 && i < doc->n_tokens; i++)
	{
		bool		split;

		if (doc->tokens[i].lead != 'b' && doc->tokens[i].lead != 'f')
			continue;
		split = token_is(doc, i, "bi") &&
				token_is(doc, i + (token_punct(doc, i + 1, '-') ? 2 : 1), "weekly");
		if (!split && !token_is(doc, i, "biweekly") && !token_is(doc, i, "fortnightly") &&
			!token_is(doc, i, "fortnight"))
			continue;
		if (i < c->at.from ? !pay_is_near(doc, i + 1, c->at.from)
						   : i >= c->at.to && !pay_is_near(doc, c->at.to, i))
			return;
		if (c->pay.min != PAY_UNBOUNDED)
			c->pay.min /= 2;
		if (c->pay.max != PAY_UNBOUNDED)
			c->pay.max /= 2;
		c->pay.period = PERIOD_WEEK;
		c->pay.period_stated = true;
		c->pay.note = str_of("biweekly");
		return;
	}
}
