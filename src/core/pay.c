/*
 * pay.c
 *		Pay: every amount of money in the text is a candidate; what stands around
 *		it tells whether it is pay for this job, of which kind and period.
 *
 * The steps: find amounts and ranges (read_candidate), look at their
 * surroundings (read_period, read_kind, read_bound, read_place), weigh them
 * (weigh), and settle doubles (settle).  A rejected candidate keeps its reason.
 */
#include <stdlib.h>

#include "extract.h"

#define UNIT		((int64_t) PAY_SCALE)
#define K(n)		((int64_t) (n) * 1000 * UNIT)

/* A larger amount is none: so much fits a year of hours without overflow. */
#define MAX_AMOUNT	(INT64_C(1000000000000) * UNIT)

/* How far around an amount words count, in tokens. */
#define REACH_PERIOD	5
#define REACH_KIND		7
#define REACH_CUE		14

typedef struct Candidate
{
	Pay			pay;
	Range		at;				/* tokens */
	Range		clause;
	bool		sign;			/* a currency stands beside it */
	bool		word;			/* the currency is only a word ("pounds") */
	bool		range;
	bool		multiplier;		/* "k", "LPA" */
	bool		large;			/* millions and more */
	bool		percent;
	bool		decimals;
	bool		explicit_kind;
	bool		stipend;
	bool		unbounded_plus;
	const char *rule;
	const char *reason;
} Candidate;

typedef VEC(Candidate) Candidates;

/* One amount with what is attached to it. */
typedef struct Amount
{
	int64_t		value;
	uint32_t	from;
	uint32_t	to;
	char		currency[4];
	bool		sign;
	bool		word;
	bool		grouped;
	bool		decimals;
	int64_t		factor;			/* 1, 1,000, 100,000 ... */
	bool		large;
	bool		percent;
	bool		plus;
	bool		per_year;		/* "LPA" says so */
	bool		prefixed;		/* the currency stands before it */
} Amount;

/* The currency code of a mark. */
static const char *
currency_code(const Mark *mark)
{
	return posting_currency_rows[mark->entry->value].code;
}

/* Whether a mark's text is a word that weighs, too. */
static bool
is_pound_word(const Doc *doc, const Mark *mark)
{
	return token_is(doc, mark->from, "pounds") || token_is(doc, mark->from, "pound");
}

/* One letter ("R", "S") is a currency only where the document's country uses it. */
static bool
is_home_letter(const Doc *doc, const Mark *mark)
{
	const char *country = main_country(doc);

	if (mark->to - mark->from > 1 || doc->tokens[mark->from].kind != TOKEN_WORD || doc->tokens[mark->from].len > 1)
		return true;
	return country[0] != '\0' && strstr(posting_lexicon_strings + posting_currency_rows[mark->entry->value].countries, country) != NULL;
}

/* The currency of the bare sign before a token, where a word of the text before it was taken for its first part. */
static const char *
sign_alone(const Doc *doc, uint32_t i)
{
	const Entry *entry = lexicon_lookup(&doc->lex, doc->arena, token_text(doc, i - 1), doc->tokens[i - 1].len, KIND_CURRENCY);

	return entry != NULL ? posting_currency_rows[entry->value].code : NULL;
}

/* The currency right before a number ("US$", "EUR ", "Rs. "); false where none. */
static bool
currency_before(const Doc *doc, uint32_t i, Amount *amount)
{
	const Mark *mark;

	while (i > 0 && doc->tokens[i - 1].kind == TOKEN_PUNCT &&
		   (doc->tokens[i - 1].chr == '.' || doc->tokens[i - 1].chr == '~' || doc->tokens[i - 1].chr == '*' || doc->tokens[i - 1].chr == ':') &&
		   doc->tokens[i - 1].gap == GAP_NONE)
		i--;
	mark = i > 0 ? mark_before(doc, KIND_CURRENCY, i) : NULL;
	if (mark == NULL || doc->tokens[i].gap > GAP_SPACE || is_pound_word(doc, mark) || !is_home_letter(doc, mark))
		return false;
	/* "a $5,000 bonus" is no Australian dollar */
	if (mark->to - mark->from == 2 && doc->tokens[mark->from + 1].kind == TOKEN_SIGN &&
		((doc->tokens[mark->from + 1].gap != GAP_NONE && doc->tokens[mark->from].len == 1) ||
		 !(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER)) && !doc->lower_case)
	{
		const char *code = sign_alone(doc, i);

		if (code == NULL)
			return false;
		amount->from = i - 1;
		memcpy(amount->currency, code, 4);
		return amount->sign = true;
	}
	amount->from = mark->from;
	memcpy(amount->currency, currency_code(mark), 4);
	amount->sign = true;
	/* "AU $", "USD $" */
	if (mark->from > 0 && doc->tokens[mark->from].kind == TOKEN_SIGN)
	{
		const Mark *code = mark_before(doc, KIND_CURRENCY, mark->from);

		if (code != NULL && doc->tokens[code->from].kind == TOKEN_WORD && doc->tokens[code->from].len == 3)
		{
			amount->from = code->from;
			memcpy(amount->currency, currency_code(code), 4);
		}
	}
	return true;
}

/* The currency behind a number ("€", "zł", "euros", "USD"). */
static void
currency_after(const Doc *doc, Amount *amount)
{
	const Mark *mark = mark_at(doc, KIND_CURRENCY, amount->to);
	bool		code;

	if (mark == NULL || doc->tokens[mark->from].gap > GAP_SPACE)
		return;
	if (doc->tokens[mark->from].kind == TOKEN_SIGN && mark->to < doc->n_tokens &&
		doc->tokens[mark->to].kind == TOKEN_NUMBER && doc->tokens[mark->to].gap == GAP_NONE &&
		doc->tokens[mark->from].gap != GAP_NONE)
		return;					/* "$40 $50", "Step 10 $170,800": the next amount's */
	code = doc->tokens[mark->from].kind == TOKEN_WORD && doc->tokens[mark->from].len == 3;
	if (amount->sign && !code)
		return;
	memcpy(amount->currency, currency_code(mark), 4);
	amount->word = !amount->sign && is_pound_word(doc, mark);
	amount->sign = true;
	amount->to = mark->to;
}

/* Words behind a number that multiply it. */
static const struct
{
	const char *word;
	int64_t		factor;
	bool		per_year;
} multipliers[] = {
	{"k", 1000, false}, {"thousand", 1000, false}, {"tsd", 1000, false},
	{"mil", 1000, false}, {"tys", 1000, false}, {"tis", 1000, false},
	{"lpa", 100000, true}, {"lakh", 100000, false}, {"lakhs", 100000, false},
	{"lac", 100000, false}, {"lacs", 100000, false}, {"lacks", 100000, false},
	{"l", 100000, false}, {"m", 1000000, false}, {"mm", 1000000, false},
	{"mn", 1000000, false}, {"mio", 1000000, false}, {"million", 1000000, false},
	{"millions", 1000000, false}, {"millionen", 1000000, false},
	{"milhões", 1000000, false}, {"millones", 1000000, false},
	{"millionaire", 1000000, false},
	{"cr", 10000000, false}, {"crore", 10000000, false}, {"crores", 10000000, false},
	{"b", 1000000000, false}, {"bn", 1000000000, false}, {"bil", 1000000000, false},
	{"billion", 1000000000, false}, {"billions", 1000000000, false},
	{"mrd", 1000000000, false}, {"milliarden", 1000000000, false},
	{"milliards", 1000000000, false}, {"mld", 1000000000, false},
	{"trillion", 1000000000000, false}
};

/* Reads "k", "LPA", "million" behind a number. */
static void
read_multiplier(const Doc *doc, Amount *amount)
{
	uint32_t	i = amount->to;
	const Token *token;

	if (i >= doc->n_tokens)
		return;
	token = &doc->tokens[i];
	if (token->kind == TOKEN_PUNCT && token->chr == '%')
	{
		amount->percent = true;
		return;
	}
	if (token->kind == TOKEN_PUNCT && (token->chr == '+' || (token->chr == '-' && token->gap == GAP_NONE)) &&
		token->gap == GAP_NONE && i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_NONE &&
		(token_is(doc, i + 1, "k") || token_is(doc, i + 1, "lpa")))
		token = &doc->tokens[++i];
	if (token->kind != TOKEN_WORD || token->gap > GAP_SPACE)
		return;
	for (size_t m = 0; m < sizeof(multipliers) / sizeof(multipliers[0]); m++)
		if (token_is(doc, i, multipliers[m].word))
		{
			/* one letter must be glued, "k" may stand apart */
			if (token->len == 1 && token->gap != GAP_NONE && multipliers[m].factor != 1000)
				return;
			if (multipliers[m].factor == 100000 && token->len == 1 && amount->sign && amount->currency[0] != 'I')
				return;
			amount->factor = multipliers[m].factor;
			amount->large = amount->factor >= 1000000;
			amount->per_year = multipliers[m].per_year;
			if (amount->factor == 100000 && !amount->sign)
			{
				memcpy(amount->currency, "INR", 4);
				amount->sign = true;
			}
			amount->to = i + 1;
			if (token_punct(doc, amount->to, '.') && doc->tokens[amount->to].gap == GAP_NONE &&
				amount->to + 1 < doc->n_tokens && doc->tokens[amount->to + 1].gap == GAP_SPACE && token->len >= 3)
				amount->to++;	/* "tys. zł" */
			if (token_is(doc, amount->to, "pa") && amount->factor == 100000)
			{
				amount->per_year = true;
				amount->to++;
			}
			return;
		}
}

/* Whether "+" behind an amount leaves it open above. */
static bool
is_open_plus(const Doc *doc, uint32_t i)
{
	if (!token_punct(doc, i, '+') || doc->tokens[i].gap != GAP_NONE)
		return token_is(doc, i, "and") && (token_is(doc, i + 1, "up") || token_is(doc, i + 1, "above"));
	return i + 1 >= doc->n_tokens || doc->tokens[i + 1].gap != GAP_NONE || doc->tokens[i + 1].kind == TOKEN_PUNCT;
}

/* Reads one amount whose number begins at token i. */
static bool
read_amount(const Doc *doc, uint32_t i, Amount *amount)
{
	Number		number;

	memset(amount, 0, sizeof(*amount));
	memcpy(amount->currency, "XXX", 4);
	if (!read_number(doc, i, &number))
		return false;
	amount->from = i;
	amount->to = number.to;
	amount->factor = 1;
	amount->grouped = number.grouped;
	amount->decimals = number.decimals;
	amount->prefixed = currency_before(doc, i, amount);
	/* "3.000,-" */
	if ((token_punct(doc, amount->to, ',') || token_punct(doc, amount->to, '.')) && token_punct(doc, amount->to + 1, '-') &&
		doc->tokens[amount->to].gap == GAP_NONE && doc->tokens[amount->to + 1].gap == GAP_NONE)
		/* "€3200,-€4500,-": there the dash parts two amounts */
		amount->to += amount->to + 2 < doc->n_tokens && doc->tokens[amount->to + 2].gap == GAP_NONE &&
			(doc->tokens[amount->to + 2].kind == TOKEN_SIGN || doc->tokens[amount->to + 2].kind == TOKEN_NUMBER) ? 1 : 2;
	read_multiplier(doc, amount);
	if (is_open_plus(doc, amount->to))
	{
		amount->plus = true;
		amount->to += token_punct(doc, amount->to, '+') ? 1 : 2;
	}
	currency_after(doc, amount);
	if (amount->factor == 1 && amount->sign)
	{
		uint32_t	before = amount->to;

		read_multiplier(doc, amount);	/* "45 € K" */
		if (amount->factor != 1000)
		{
			amount->to = before;
			amount->factor = amount->large ? amount->factor : 1;
		}
	}
	if (number.value > MAX_AMOUNT / amount->factor)
		return false;
	amount->value = number.value * amount->factor;
	return true;
}

/* Words that part the ends of a range. */
static const char *const range_words[] = {
	"to", "and", "bis", "à", "a", "do", "et", "y", "e", "até", "tot", "en", "und",
	"through", "thru", "al", "hasta", "ate", "i", NULL
};

/* Words that may stand between the ends of a range and mean nothing. */
static const char *const filler_words[] = {
	"approximately", "approx", "circa", "ca", "c", "ok", "about", "around", "max",
	"maximum", "min", "minimum", "up", "gross", "brutto", "bruto", "brut", "net",
	"netto", "salary", "of", "ht", "the", NULL
};

/* Steps over a period ("/year", "per hour", "p.a.") between the ends of a range. */
static uint32_t
skip_period(const Doc *doc, uint32_t i)
{
	const Mark *mark;

	if (token_punct(doc, i, '/') && (mark = mark_at(doc, KIND_PERIOD, i + 1)) != NULL)
		return mark->to;
	mark = mark_at(doc, KIND_PERIOD, i);
	return mark != NULL && !(mark->entry->flags & ENTRY_WEAK) ? mark->to : i;
}

/* Steps over a bracket between the ends of a range: "(scale 9)", "[Starting Wage]". */
static uint32_t
skip_bracket(const Doc *doc, uint32_t i)
{
	char		close_sign;
	uint32_t	close = i + 1;

	if (!token_punct(doc, i, '(') && !token_punct(doc, i, '['))
		return i;
	close_sign = doc->tokens[i].chr == '(' ? ')' : ']';
	while (close < doc->n_tokens && close < i + 6 && !token_punct(doc, close, close_sign))
		close++;
	if (!token_punct(doc, close, close_sign) || close + 1 >= doc->n_tokens)
		return i;
	return token_is(doc, close + 1, "and") || token_is(doc, close + 1, "to") || token_punct(doc, close + 1, '-') ? close + 1 : i;
}

/* Whether two amounts stand side by side, the dash between them lost: "$126,183 $160,300". */
static bool
lost_dash(const Doc *doc, uint32_t i)
{
	if (doc->tokens[i].gap != GAP_SPACE || i + 1 >= doc->n_tokens)
		return false;
	if (doc->tokens[i].kind == TOKEN_SIGN)
		return doc->tokens[i + 1].kind == TOKEN_NUMBER && doc->tokens[i + 1].gap == GAP_NONE && doc->tokens[i - 1].kind == TOKEN_NUMBER &&
			doc->tokens[i - 1].len == 3;
	return doc->tokens[i].kind == TOKEN_NUMBER && token_punct(doc, i + 1, ',') && i >= 2 && token_punct(doc, i - 2, ',') &&
		doc->tokens[i - 1].len == 3;
}

/* Whether a token parts the ends of a range; *loose where it also joins two different things. */
static bool
is_range_separator(const Doc *doc, uint32_t i, bool *loose)
{
	static const char *const loose_words[] = {"and", "et", "y", "e", "und", "en", "i", "a", NULL};
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_PUNCT && (token->chr == '-' || token->chr == '~'))
		return true;
	if (token->kind == TOKEN_PUNCT && token->chr == '/')
		return *loose = true;
	if (token->kind != TOKEN_WORD || !(token_in(doc, i, range_words) || token_is(doc, i, "â")))
		return false;
	*loose = token_in(doc, i, loose_words);
	return true;
}

/* Finds where the second amount of a range begins, given the end of the first; 0 where none. */
static uint32_t
range_second(const Doc *doc, uint32_t i, bool *loose)
{
	uint32_t	start = i;
	bool		separator = false;

	*loose = false;
	i = skip_bracket(doc, skip_period(doc, i));
	if (token_punct(doc, i, '.') && doc->tokens[i].gap == GAP_NONE && token_punct(doc, i + 1, '-'))
		i++;					/* "$3,985. - $6,715" */
	if (i == start && i < doc->n_tokens && lost_dash(doc, i))
		return doc->tokens[i].kind == TOKEN_NUMBER ? i : i + 1;
	for (uint32_t n = 0; n < 7 && i < doc->n_tokens; n++, i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->gap >= GAP_BLANK)
			return 0;
		if (token->kind == TOKEN_NUMBER)
			return separator || (i == start && token->gap == GAP_NONE && token_is(doc, i - 1, "k")) ? i : 0;
		if (!separator && is_range_separator(doc, i, loose))
			separator = true;
		else if (separator && token->kind == TOKEN_PUNCT && token->chr == '-')
			continue;
		else if (token->kind == TOKEN_SIGN || mark_at(doc, KIND_CURRENCY, i) != NULL)
			continue;
		else if (token->kind == TOKEN_PUNCT && token->chr == '.' && token->gap == GAP_NONE && separator)
			continue;
		else if (!(separator && (token_in(doc, i, filler_words) || mark_at(doc, KIND_BOUND, i) != NULL)))
			return 0;
	}
	return 0;
}

/* Whether "between", "entre", "zwischen", "from" stands before an amount. */
static bool
has_between(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {
		"between", "entre", "zwischen", "tussen", "tra", "fra", "from", "od", "von",
		"de", "da", "van", "desde", "pomiędzy", "między", "mezi", "pay", "range", NULL
	};

	for (uint32_t k = i; k > 0 && i - k < 5; k--)
		if (token_in(doc, k - 1, words))
			return true;
	return false;
}

/* Joins two amounts to a range: shared currency and multiplier. False where they are none. */
static bool
join_range(Amount *a, Amount *b)
{
	if (a->percent || b->percent)
		return false;
	/* "GS-15 ($136,908": what stands before a sign of its own is no amount */
	if (!a->sign && b->sign && b->prefixed)
		return false;
	if (a->sign && b->sign && strcmp(a->currency, b->currency) != 0 &&
		!(a->currency[0] == 'X' || b->currency[0] == 'X'))
	{
		/* "$85,000 - $95,000 CAD": the code behind counts for both */
		if (strcmp(a->currency, "USD") != 0)
			return false;
		memcpy(a->currency, b->currency, 4);
	}
	if (!a->sign && b->sign)
		memcpy(a->currency, b->currency, 4);
	if (!b->sign && a->sign)
		memcpy(b->currency, a->currency, 4);
	if (a->factor == 1 && b->factor > 1 && a->value < b->value / 20)
	{
		if (a->value > MAX_AMOUNT / b->factor)
			return false;
		a->value *= b->factor;
	}
	else if (b->factor == 1 && a->factor > 1 && b->value < a->value / 20)
	{
		if (b->value > MAX_AMOUNT / a->factor)
			return false;
		b->value *= a->factor;
	}
	else if (a->factor == 1 && b->factor == 1 && !a->grouped && b->grouped && a->value < K(1) && b->value >= a->value * 1000)
		a->value *= 1000;
	return a->value <= b->value && b->value <= a->value * 25;
}

/* Fills a candidate from one amount or the two ends of a range. */
static void
set_bounds(Candidate *c, const Amount *a, const Amount *b)
{
	memcpy(c->pay.currency, a->currency, 4);
	c->pay.min = a->value;
	c->pay.max = b ? b->value : a->value;
	c->at = (Range) {a->from, b ? b->to : a->to};
	c->sign = a->sign || (b && b->sign);
	c->word = a->word || (b && b->word);
	c->range = b != NULL;
	c->multiplier = a->factor > 1 || (b && b->factor > 1);
	c->large = a->large || (b && b->large);
	c->percent = a->percent;
	c->decimals = a->decimals || (b && b->decimals);
	c->unbounded_plus = b ? false : a->plus;
	if (a->per_year || (b && b->per_year))
	{
		c->pay.period = PERIOD_YEAR;
		c->pay.period_stated = true;
	}
}

/* "Minimum Salary: $149,330/year / Maximum Salary: $209,060/year": the second number, or 0. */
static uint32_t
labelled_second(const Doc *doc, const Amount *a)
{
	static const char *const low[] = {"min", "minimum", "lowest", "low", "starting", NULL};
	static const char *const high[] = {"max", "maximum", "highest", "high", NULL};
	bool		is_low = false;

	for (uint32_t k = a->from; k > 0 && a->from - k < 5; k--)
		is_low |= token_in(doc, k - 1, low);
	if (!is_low)
		return 0;
	for (uint32_t k = a->to; k < doc->n_tokens && k < a->to + 8; k++)
		if (token_in(doc, k, high))
			for (uint32_t m = k + 1; m < doc->n_tokens && m < k + 7; m++)
				if (doc->tokens[m].kind == TOKEN_NUMBER)
					return m;
	return 0;
}

/* "Step 1 - $128,078 to GS-15 Step 10 $172,500": the second number, or 0. */
static uint32_t
stepped_second(const Doc *doc, const Amount *a)
{
	bool		step = false;

	if (!token_is(doc, a->to, "to") && !token_punct(doc, a->to, '-'))
		return 0;
	for (uint32_t i = a->to + 1; i + 1 < doc->n_tokens && i < a->to + 12; i++)
	{
		step |= token_is(doc, i, "step") || token_is(doc, i, "grade") || token_is(doc, i, "gs") || token_is(doc, i, "level");
		if (doc->tokens[i].gap >= GAP_LINE)
			return 0;
		if (doc->tokens[i].kind == TOKEN_SIGN && doc->tokens[i + 1].kind == TOKEN_NUMBER)
			return step ? i + 1 : 0;
	}
	return 0;
}

/* Reads the candidate whose first number begins at token i; returns where to go on. */
static uint32_t
read_candidate(const Doc *doc, uint32_t i, Candidate *c)
{
	Amount		a,
				b;
	uint32_t	second;
	bool		loose = false;

	memset(c, 0, sizeof(*c));
	if (!read_amount(doc, i, &a))
		return 0;
	second = range_second(doc, a.to, &loose);
	if (second > 0 && loose && !has_between(doc, a.from) &&
		!(token_is(doc, a.to, "a") && read_amount(doc, second, &b) && a.prefixed && b.prefixed))
		second = 0;
	if (second == 0 && a.sign && (second = labelled_second(doc, &a)) == 0)
		second = stepped_second(doc, &a);
	if (second > 0 && read_amount(doc, second, &b)&&
		join_range(&a, &b))
	{
		set_bounds(c, &a, &b);
		c->rule = a.sign || b.sign ? "range.currency" : "range.bare";
		return b.to;
	}
	if (!read_amount(doc, i, &a))
		return 0;
	set_bounds(c, &a, NULL);
	c->rule = a.sign ? "single.currency" : "single.bare";
	return a.to;
}

/* Whether only small words and signs stand between two tokens. */
static bool
is_near(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_SIGN || token->gap == GAP_BLANK)
			return false;
		if (token->kind == TOKEN_PUNCT && (token->chr == ';' || token->chr == '|' || token->chr == '!' ||
										   (token->chr == '*' && token->len > 1)))
			return false;
		if (token->kind == TOKEN_PUNCT && token->chr == '.' && i + 1 < to && doc->tokens[i + 1].gap != GAP_NONE &&
			doc->tokens[i].gap == GAP_NONE && i > 0 && doc->tokens[i - 1].len > 3)
			return false;
	}
	return true;
}

/* Whether "plus", "and", "with" stands between: what follows comes on top. */
static bool
adds_something(const Doc *doc, uint32_t from, uint32_t to)
{
	static const char *const words[] = {"plus", "and", "with", "mit", "et", "und", "zzgl", NULL};

	for (uint32_t i = from; i < to; i++)
		if (token_in(doc, i, words) || token_punct(doc, i, '+'))
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

		if (mark != NULL && (!(mark->entry->flags & ENTRY_WEAK) || slash || i == c->at.to))
		{
			if (!is_near(doc, c->at.to, i) || adds_something(doc, c->at.to, i) || doc->tokens[i].gap > (i <= c->at.to + 1 ? GAP_BLANK : GAP_LINE))
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

	for (const Mark *mark = mark_from(doc, KIND_PERIOD, c->at.from > 9 ? c->at.from - 9 : 0);
		 mark != NULL && mark < doc->marks[KIND_PERIOD].items + doc->marks[KIND_PERIOD].count && mark->to <= c->at.from; mark++)
		if (line - doc->tokens[mark->from].line <= 1 && is_near(doc, mark->to, c->at.from) && !adds_something(doc, mark->to, c->at.from) &&
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

/* Below which amount a period is plausible, by currency: hour, day, month. */
static const struct
{
	char		code[4];
	int32_t		hour;
	int32_t		day;
	int32_t		month;
} scales[] = {
	{"PLN", 400, 2000, 60000}, {"BRL", 200, 1000, 45000}, {"CZK", 1500, 9000, 250000},
	{"MXN", 300, 2000, 150000}, {"SEK", 900, 6000, 110000}, {"NOK", 900, 6000, 110000},
	{"DKK", 900, 6000, 110000}, {"HUF", 12000, 90000, 4000000}, {"JPY", 8000, 60000, 1500000},
	{"AMD", 9000, 40000, 3000000}, {"PHP", 900, 5000, 250000}, {"ZAR", 900, 4000, 99000},
	{"INR", 1000, 5000, 199000}, {"UAH", 900, 5000, 300000}, {"RUB", 3000, 15000, 900000},
	{"TRY", 900, 5000, 250000}, {"AED", 300, 1500, 70000}, {"SAR", 300, 1500, 70000},
	{"QAR", 300, 1500, 70000}, {"HKD", 500, 3000, 120000}, {"TWD", 900, 5000, 250000},
	{"THB", 900, 5000, 250000}, {"RON", 300, 1500, 50000}, {"ILS", 400, 2500, 80000},
	{"MYR", 200, 1200, 25000}, {"IDR", 90000, 900000, 90000000}, {"KRW", 60000, 400000, 9000000},
	{"NGN", 9000, 60000, 2000000}, {"KES", 3000, 20000, 900000}, {"PKR", 3000, 9000, 900000},
	{"LKR", 3000, 9000, 900000}, {"EGP", 900, 4000, 150000}, {"ARS", 20000, 90000, 9000000},
	{"CLP", 30000, 150000, 9000000}, {"COP", 60000, 400000, 30000000}, {"VND", 300000, 3000000, 200000000}
};

/* The obvious period of an amount where the text tells none. */
static Period
guess_period(const Candidate *c)
{
	int64_t		value = (c->pay.max != PAY_UNBOUNDED ? c->pay.max : c->pay.min) / UNIT;

	for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
		if (strcmp(scales[i].code, c->pay.currency) == 0)
			return value < scales[i].hour ? PERIOD_HOUR : value < scales[i].day ? PERIOD_DAY :
				value < scales[i].month ? PERIOD_MONTH : PERIOD_YEAR;
	return value < 200 ? PERIOD_HOUR : value < 1000 ? PERIOD_DAY : value < 11000 ? PERIOD_MONTH : PERIOD_YEAR;
}

/* Amounts a year that no job pays, by the scale of the currency: 0 none, -1 too low, 1 too high. */
static int
absurd(const Candidate *c)
{
	static const int64_t times[] = {0, 2080, 260, 52, 12, 1};
	int64_t		value = (c->pay.max != PAY_UNBOUNDED ? c->pay.max : c->pay.min) / (UNIT / 100);
	int64_t		yearly = value * times[c->pay.period] / 100;
	int64_t		high = 3000000;

	for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
		if (strcmp(scales[i].code, c->pay.currency) == 0)
			high = (int64_t) scales[i].month * 250;
	if (c->pay.period == PERIOD_NONE)
		return 0;
	if (yearly < 2000)
		return -1;
	return yearly > high ? 1 : 0;
}

/* Words before an amount that leave one end open. */
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
		if (bound != NULL || (doc->tokens[from - back - 1].kind == TOKEN_PUNCT && doc->tokens[from - back - 1].chr != '*' && doc->tokens[from - back - 1].chr != ':'))
			break;
	}
	if (bound != NULL && (!(bound->entry->flags & ENTRY_WEAK) || bound->to == from))
	{
		/* "starting salary X" is the pay; "starting at X" is its lower end */
		if (bound->entry->value == BOUND_FROM)
			c->pay.max = PAY_UNBOUNDED;
		else
			c->pay.min = PAY_UNBOUNDED;
		c->at.from = bound->from;
		c->rule = bound->entry->value == BOUND_FROM ? "single.from" : "single.upto";
		return;
	}
	if (c->unbounded_plus)
	{
		c->pay.max = PAY_UNBOUNDED;
		c->rule = "single.from";
	}
}

/* The kind of pay, from the nearest word for one. */
static void
read_kind(const Doc *doc, Candidate *c)
{
	const Marks *marks = &doc->marks[KIND_PAY_KIND];
	const Mark *mark = mark_from(doc, KIND_PAY_KIND, c->at.to);
	const Mark *best = NULL;
	uint32_t	i = c->at.to;

	/* right behind: "$1,000 Sign-on Bonus", "$60k OTE", "$2,000 home office stipend" */
	while (i < doc->n_tokens && i < c->at.to + 3 && doc->tokens[i].gap <= GAP_SPACE &&
		   (token_punct(doc, i, '-') || token_punct(doc, i, '(') || token_is(doc, i, "annual") || token_is(doc, i, "in")))
		i++;
	if (mark != NULL && is_near(doc, c->at.to, mark->from) && doc->tokens[mark->from].gap <= GAP_SPACE &&
		!adds_something(doc, c->at.to, mark->from) && !token_punct(doc, mark->from - 1, ',') &&
		(mark->entry->value > PAY_OTE && !(mark->entry->flags & ENTRY_WEAK) ? mark->from <= i + 3 :
		 mark->from <= i + 1 && (mark->from == i || !(mark->entry->flags & ENTRY_WEAK))))
		best = mark;
	if (best == NULL)
		for (uint32_t n = mark == NULL ? marks->count : (uint32_t) (mark - marks->items); n > 0; n--)
		{
			const Mark *before = &marks->items[n - 1];

			if (before->to > c->at.from)
				continue;
			if (before->to + REACH_KIND < c->at.from || before->from < c->clause.from)
				break;
			if (is_near(doc, before->to, c->at.from))
				best = before;
			break;
		}
	if (best == NULL)
		return;
	c->pay.kind = (PayKind) best->entry->value;
	c->explicit_kind = true;
	c->stipend = token_is(doc, best->from, "stipend");
}

/* Whether a cue of a kind stands within reach in the clause or in the line above. */
static bool
has_cue(const Doc *doc, EntryKind kind, const Candidate *c, uint32_t before, uint32_t after)
{
	uint32_t	from = c->at.from > before ? c->at.from - before : 0;
	const Mark *mark = mark_from(doc, kind, from > c->clause.from ? from : c->clause.from);

	return mark != NULL && mark->from < c->at.to + after && mark->from < c->clause.to;
}

/* The cue against pay that is nearest, or NULL. */
static const Mark *
find_not_pay(const Doc *doc, const Candidate *c)
{
	uint32_t	from = c->at.from > 8 ? c->at.from - 8 : 0;
	const Mark *mark = mark_from(doc, KIND_NOT_PAY, from > c->clause.from ? from : c->clause.from);
	const Mark *end = doc->marks[KIND_NOT_PAY].items + doc->marks[KIND_NOT_PAY].count;

	for (; mark != NULL && mark < end && mark->from < c->at.to + 6 && mark->from < c->clause.to; mark++)
	{
		bool		after = mark->from >= c->at.to;

		if (mark->to > c->at.from && mark->from < c->at.to)
			return mark;
		if (after ? is_near(doc, c->at.to, mark->from) : is_near(doc, mark->to, c->at.from))
		{
			if (mark->entry->flags & ENTRY_WEAK && (after ? mark->from > c->at.to + 2 : mark->to + 2 < c->at.from))
				continue;
			/* "$60k plus 401(k)", "$90,000 + bonus, tuition": what comes on top says nothing */
			if (after)
			{
				bool		on_top = false;

				for (uint32_t i = c->at.to; i < mark->from; i++)
					on_top |= token_is(doc, i, "plus") || token_punct(doc, i, '+') || token_punct(doc, i, ',') ||
						token_is(doc, i, "and") || token_punct(doc, i, ')') || token_is(doc, i, "with") || token_punct(doc, i, '-');
				if (on_top)
					continue;
			}
			return mark;
		}
	}
	return NULL;
}

/* Whether a line holds hardly more than the amount itself. */
static bool
stands_alone(const Doc *doc, const Candidate *c)
{
	const Line *line = &doc->lines[doc->tokens[c->at.from].line];

	return line->words <= (c->at.to - c->at.from) + 6;
}

/* Whether the clause speaks of insurance, deductibles, a cap: no amount in it is pay. */
static bool
is_insured(const Doc *doc, const Candidate *c)
{
	static const char *const words[] = {
		"insurance", "disability", "copay", "co-pay", "deductible", "deductibles", "premium", "premiums", "coverage", "hsa", "fsa",
		"reimbursement", "reimbursements", "reimburse", "pocket", "increments", "dependents", "spouse", "dependent", "prescription", NULL
	};

	if (c->range && c->pay.period_stated)
		return false;
	for (uint32_t i = c->clause.from; i < c->clause.to; i++)
		if (i + 24 > c->at.from && i < c->at.to + 12 && (i < c->at.from || i >= c->at.to) && token_in(doc, i, words))
			return !has_cue(doc, KIND_PAY_CUE, c, 3, 0);
	/* "the maximum salary available for the GS pay system is $172,500" */
	for (uint32_t i = c->clause.from; !c->range && i < c->at.from; i++)
		if (token_is(doc, i, "maximum") && (token_is(doc, i + 1, "salary") || token_is(doc, i + 1, "advertised")) && c->at.from - i > 3)
			return true;
	return false;
}

/* Whether an amount is a search filter: "$80,000+ (1,234)" at a line's end. */
static bool
is_facet(const Doc *doc, const Candidate *c)
{
	const Line *line = &doc->lines[doc->tokens[c->at.from].line];
	Number		count;

	return line->last >= c->at.to + 3 && line->last <= c->at.to + 6 && token_punct(doc, line->last - 1, ')') &&
		token_punct(doc, c->at.to, '(') && read_number(doc, c->at.to + 1, &count) && count.to == line->last - 1;
}

/* Whether something that comes with pay is added to the amount: "$110K + super", "£50k plus bonus". */
static bool
is_topped(const Doc *doc, const Candidate *c)
{
	static const char *const words[] = {
		"super", "superannuation", "bonus", "bonuses", "commission", "commissions", "benefits", "package", "remuneration", "equity",
		"pension", "stock", "ote", "car", "tips", "incentives", "benefit", NULL
	};

	if (!c->sign || c->large || !(token_punct(doc, c->at.to, '+') || token_is(doc, c->at.to, "plus")))
		return false;
	for (uint32_t i = c->at.to + 1; i < c->at.to + 4 && i < doc->n_tokens; i++)
		if (token_in(doc, i, words))
			return true;
	return false;
}

/* Why a candidate is no pay; NULL where it is. */
static const char *
weigh(const Doc *doc, Candidate *c)
{
	uint8_t		zone = doc->tokens[c->at.from].zone;
	bool		label = doc_in_label(doc, LABEL_SALARY, c->at.from);
	bool		topped = is_topped(doc, c);
	bool		cue = label || topped || zone == ZONE_PAY || (c->range && c->multiplier && c->pay.tax != TAX_NONE) || has_cue(doc, KIND_PAY_CUE, c, REACH_CUE, 6);
	const Mark *not_pay = label || topped ? NULL : find_not_pay(doc, c);
	int64_t		value = c->pay.max != PAY_UNBOUNDED ? c->pay.max : c->pay.min;
	int			wrong;

	if (zone == ZONE_NOISE)
		return "outside the posting";
	if (!c->sign && (mark_at(doc, KIND_HOURS_PER_WEEK, c->at.to) != NULL || mark_at(doc, KIND_HOURS_PER_WEEK, c->at.to - 1) != NULL))
		return "hours of work";
	if (token_is(doc, c->at.to, "second") || token_is(doc, c->at.to, "third") || token_is(doc, c->at.to, "2nd"))
		return "pay of a later year";
	if (!label && is_insured(doc, c))
		return posting_not_pay_names[NOT_PAY_BENEFIT];
	if (is_facet(doc, c))
		return "a filter of a job board";
	if (c->percent)
		return "a percentage";
	if (value == 0)
		return "nothing";
	if (!c->sign && !((label && (value >= K(1) || c->range || c->pay.period_stated || c->decimals)) || ((cue || c->pay.period_stated) && (c->range || c->multiplier) && value >= K(1)) ||
					  (cue && c->pay.period_stated && value >= K(10))))
		return "no currency";
	if (c->large && !(cue && value < K(10000)))
		return "too large for pay";
	if (not_pay != NULL && (not_pay->entry->value == NOT_PAY_REFERRAL || !(c->explicit_kind && c->pay.kind > PAY_OTE)) && !(c->pay.period_stated && cue && not_pay->entry->value == NOT_PAY_COUNT))
		return posting_not_pay_names[not_pay->entry->value];
	if (c->word && !cue && !c->pay.period_stated)
		return "a weight";
	if (c->explicit_kind && c->pay.kind > PAY_OTE)
		return NULL;
	if ((zone == ZONE_DUTIES || zone == ZONE_REQUIREMENTS || zone == ZONE_COMPANY || zone == ZONE_PREFERRED) && !label && !c->range &&
		!has_cue(doc, KIND_PAY_CUE, c, 8, 4) && !stands_alone(doc, c))
		return "said of the work";
	if (!c->pay.period_stated)
		c->pay.period = guess_period(c);
	wrong = absurd(c);
	if (wrong != 0)
		return wrong < 0 ? "too small for pay" : "too large for pay";
	if (c->pay.period_stated || label)
		return NULL;
	if (cue && (c->range || c->multiplier || value >= K(10) || zone == ZONE_PAY || value < 200 * UNIT || c->pay.period == PERIOD_MONTH))
		return NULL;
	if (c->range && (value >= K(10) || stands_alone(doc, c)))
		return NULL;
	if (c->multiplier && value >= K(15) && value <= K(600) && !c->large)
		return NULL;
	if (stands_alone(doc, c) && value >= K(12))
		return NULL;
	return "no sign of pay";
}

/* The place or level that a pay holds for: "Colorado: $…", "$… in Colorado", "Senior £40k". */
static void
read_place(const Doc *doc, Candidate *c)
{
	const Marks *marks = &doc->marks[KIND_PLACE];
	const Mark *mark = mark_from(doc, KIND_PLACE, c->at.to);
	const Mark *level = mark_before(doc, KIND_SENIORITY, c->at.from);
	uint32_t	before = c->at.from;

	if (mark != NULL && mark->from <= c->at.to + 2 && mark->from < c->clause.to && mark->from > c->at.to &&
		(token_is(doc, mark->from - 1, "in") || token_is(doc, mark->from - 1, "for") || token_punct(doc, mark->from - 1, '(')) &&
		doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER)
	{
		uint32_t	to = mark->to;

		if (token_punct(doc, mark->from - 1, '('))
			while (to < doc->n_tokens && to < mark->to + 12 && !token_punct(doc, to, ')'))
				to++;
		c->pay.place = range_text(doc, (Range) {mark->from, to});
		return;
	}
	while (before > c->clause.from && c->at.from - before < 3 && (token_punct(doc, before - 1, ':') || token_punct(doc, before - 1, '-')))
		before--;
	if (before < c->at.from)
	{
		uint32_t	n = mark_from(doc, KIND_PLACE, before) ? (uint32_t) (mark_from(doc, KIND_PLACE, before) - marks->items) : marks->count;

		if (n > 0 && marks->items[n - 1].to == before && doc->tokens[marks->items[n - 1].from].shape & SHAPE_FIRST_UPPER)
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

	for (size_t i = 0; i < sizeof(dollars) / sizeof(dollars[0]); i++)
		if (strcmp(dollars[i][0], country) == 0)
			return dollars[i][1];
	return NULL;
}

/* Makes "$" the dollar of the posting's country, and gives a bare amount its currency. */
static void
localise(const Doc *doc, Candidate *c)
{
	const char *country = main_country(doc);
	const char *dollar = dollar_of(country);
	const Token *first = &doc->tokens[c->at.from];
	bool		plain = false;

	for (uint32_t i = c->at.from; i < c->at.to && i < c->at.from + 3; i++)
		plain |= doc->tokens[i].kind == TOKEN_SIGN && doc->tokens[i].chr == '$';
	if (strcmp(c->pay.currency, "USD") == 0 && dollar != NULL && plain &&
		mark_at(doc, KIND_CURRENCY, c->at.from) != NULL && first->kind == TOKEN_SIGN)
	{
		const Mark *code = mark_from(doc, KIND_CURRENCY, c->at.to);

		if (code == NULL || code->from > c->at.to + 3 || strcmp(currency_code(code), "USD") != 0)
			memcpy(c->pay.currency, dollar, 4);
	}
	else if (strcmp(c->pay.currency, "USD") == 0 && plain)
	{
		const Mark *code = mark_from(doc, KIND_CURRENCY, c->at.to);

		if (dollar != NULL && first->kind == TOKEN_WORD && mark_at(doc, KIND_CURRENCY, c->at.from) == NULL)
			memcpy(c->pay.currency, dollar, 4);
		else if (code != NULL && code->from <= c->at.to + 2 && doc->tokens[code->from].len == 3)
			memcpy(c->pay.currency, currency_code(code), 4);
	}
	if (strcmp(c->pay.currency, "XXX") == 0 && country[0] != '\0')
		for (uint32_t i = 0; posting_currency_rows[i].code[0] != '\0'; i++)
		{
			const char *found = strstr(posting_lexicon_strings + posting_currency_rows[i].countries, country);

			if (found != NULL)
			{
				memcpy(c->pay.currency, posting_currency_rows[i].code, 4);
				break;
			}
		}
}

/* A code behind the period counts for the whole: "$85,000/yr USD". */
static void
late_code(const Doc *doc, Candidate *c)
{
	const Mark *code = mark_at(doc, KIND_CURRENCY, c->at.to);

	if (code != NULL && doc->tokens[code->from].kind == TOKEN_WORD && doc->tokens[code->from].len == 3 &&
		doc->tokens[code->from].gap == GAP_SPACE)
	{
		memcpy(c->pay.currency, currency_code(code), 4);
		c->sign = true;
		c->at.to = code->to;
	}
}

/* Yearly value of a bound, for comparing two pays. */
static int64_t
yearly(const Pay *pay, int64_t bound)
{
	static const int64_t times[] = {1, 2080, 260, 52, 12, 1};

	return bound == PAY_UNBOUNDED ? PAY_UNBOUNDED : bound / 100 * times[pay->period];
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

/* Whether b is a step or level inside the range a: it shares a bound, or leaves its period to a. */
static bool
is_part(const Candidate *a, const Candidate *b)
{
	if (!a->range || !b->range || b->pay.place.s != NULL || b->pay.min < a->pay.min || b->pay.max > a->pay.max)
		return false;
	if (!b->pay.period_stated)
		return a->pay.period_stated || b->pay.min == a->pay.min || b->pay.max == a->pay.max;
	return a->pay.period == b->pay.period && (b->pay.min == a->pay.min || b->pay.max == a->pay.max);
}

/* Whether b says the same pay as a, which stands before it. */
static const char *
repeats(const Candidate *a, const Candidate *b)
{
	if (strcmp(a->pay.currency, b->pay.currency) != 0 || a->pay.kind != b->pay.kind)
		return NULL;
	if (a->pay.min == b->pay.min && a->pay.max == b->pay.max &&
		(a->pay.period == b->pay.period || !a->pay.period_stated || !b->pay.period_stated))
		return "stated before";
	if (is_part(a, b))
		return "a part of a range";
	if (a->pay.period != b->pay.period && is_close(yearly(&a->pay, a->pay.min), yearly(&b->pay, b->pay.min)) &&
		is_close(yearly(&a->pay, a->pay.max), yearly(&b->pay, b->pay.max)))
		return "the same pay by another period";
	if (b->pay.min == b->pay.max && a->pay.min != a->pay.max && a->pay.period == b->pay.period &&
		(b->pay.min == a->pay.min || b->pay.min == a->pay.max))
		return "a bound of a range";
	return NULL;
}

/* Steps of one scale are so many amounts in a row, ascending. */
#define MIN_STEPS	4

/* Whether b is the step behind a: the same currency, more money, only a sign between. */
static bool
is_next_step(const Candidate *a, const Candidate *b)
{
	return !a->range && !b->range && b->at.from >= a->at.to && b->at.from - a->at.to <= 2 &&
		memcmp(a->pay.currency, b->pay.currency, 4) == 0 && a->pay.max != PAY_UNBOUNDED &&
		b->pay.min > a->pay.max && b->pay.min < a->pay.max + a->pay.max / 4;
}

/* Makes one range of a list of steps: "$54,100; $55,583; … $79,052". */
static void
join_steps(Candidates *all)
{
	for (uint32_t i = 0; i < all->count;)
	{
		uint32_t	last = i;
		Candidate  *first = &all->items[i];

		while (last + 1 < all->count && is_next_step(&all->items[last], &all->items[last + 1]))
			last++;
		if (last - i + 1 >= MIN_STEPS && first->reason == NULL)
		{
			first->pay.max = all->items[last].pay.max;
			first->at.to = all->items[last].at.to;
			first->range = true;
			first->rule = "range.steps";
			first->pay.note = str_of("steps");
			for (uint32_t k = i + 1; k <= last; k++)
				all->items[k].reason = "a step of a range";
		}
		i = last + 1;
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
		if (all->items[i].reason == NULL && all->items[i].pay.kind <= PAY_OTE && all->items[i].pay.place.s == NULL)
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

/* Accepts candidates in order; drops what repeats another. */
static void
settle(Doc *doc, Candidates *all)
{
	Posting    *posting = doc->posting;
	Pay		   *pays = arena_zero(doc->arena, POSTING_MAX_PAYS * sizeof(Pay));
	Candidate  *kept[POSTING_MAX_PAYS];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *c = &all->items[i];

		for (uint32_t k = 0; k < n && c->reason == NULL; k++)
		{
			c->reason = repeats(kept[k], c);
			if (c->reason == NULL && kept[k]->range == false && c->range && repeats(c, kept[k]) != NULL)
			{
				kept[k]->reason = repeats(c, kept[k]);
				kept[k] = c;	/* the range tells more */
				break;
			}
			if (c->reason != NULL && pays[k].n_at < POSTING_MAX_SPANS)
			{
				kept[k]->pay.period_stated |= c->pay.period_stated && c->pay.period == kept[k]->pay.period;
				if (!kept[k]->pay.period_stated && c->pay.period_stated && c->pay.min == kept[k]->pay.min)
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
		doc_fact(doc, FIELD_SALARIES, c->at, c->rule, c->reason, range_text(doc, c->at));
	}
	promote_stipend(kept, n);
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

/* Whether masked figures ("£****", "GBP **** per annum") or a grade ("GS-07") stand for the pay. */
static bool
has_masked_pay(const Doc *doc)
{
	for (uint32_t i = 0; i + 2 < doc->n_tokens; i++)
	{
		const Mark *mark;

		if (token_punct(doc, i, '*') && token_punct(doc, i + 1, '*') && token_punct(doc, i + 2, '*') &&
			((mark = mark_before(doc, KIND_CURRENCY, i)) != NULL || mark_at(doc, KIND_PERIOD, i + 4) != NULL))
			return true;
		if ((token_is(doc, i, "gs") || token_is(doc, i, "gg") || token_is(doc, i, "fp") || token_is(doc, i, "fsn")) &&
			doc->tokens[i].shape & SHAPE_HAS_UPPER && doc->tokens[i].len >= 2 && !(doc->tokens[i].shape & SHAPE_HAS_LOWER) &&
			(doc->tokens[i + 1].kind == TOKEN_NUMBER || (token_punct(doc, i + 1, '-') && doc->tokens[i + 2].kind == TOKEN_NUMBER &&
														  doc->tokens[i + 2].len <= 2)))
			return true;
	}
	return false;
}

/* "attractive base salary", "fair pay": praise right before a word for pay; the range of both, or an empty one. */
static Range
praised_pay(const Doc *doc)
{
	static const char *const praise[] = {
		"competitive", "attractive", "fair", "excellent", "good", "great", "generous", "negotiable", "commensurate", "high", "top",
		"attraktives", "attraktive", "faires", "faire", "leistungsgerechtes", "leistungsgerechte", "überdurchschnittliches", "marktgerechtes",
		"attractif", "attractive", "motivante", "compétitif", "compétitive", "atrakcyjne", "konkurencyjne", "atractivo", "competitivo", "competitiva",
		"marktconform", "aantrekkelijk", "goed", "uitstekend", "compatível", "interessante", "adeguata", NULL
	};
	const Marks *cues = &doc->marks[KIND_PAY_CUE];

	for (uint32_t i = 0; i < cues->count; i++)
	{
		const Mark *cue = &cues->items[i];
		uint8_t		zone = doc->tokens[cue->from].zone;

		if (zone == ZONE_NOISE || zone == ZONE_LEGAL || cue->entry->flags & ENTRY_WEAK)
			continue;
		for (uint32_t k = cue->from; k > 0 && cue->from - k < 3 && doc->tokens[k].gap <= GAP_SPACE; k--)
			if (token_in(doc, k - 1, praise))
				return (Range) {k - 1, cue->to};
	}
	return (Range) {0, 0};
}

/* Whether a label for pay stands over words instead of an amount. */
static bool
has_worded_label(const Doc *doc)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
		if (doc->labels.items[i].label == LABEL_SALARY && doc->labels.items[i].value.to > doc->labels.items[i].value.from + 1 &&
			doc->tokens[doc->labels.items[i].value.from].zone != ZONE_NOISE)
			return true;
	return false;
}

/* Tells stated pay, pay in words and silence apart. */
static void
read_statement(Doc *doc)
{
	Posting    *posting = doc->posting;
	const Marks *words = &doc->marks[KIND_PAY_WORDS];

	for (uint32_t i = 0; i < posting->n_pays; i++)
		if (posting->pays[i].kind <= PAY_OTE)
			posting->pay_statement = PAY_STATED;
	for (uint32_t i = 0; i < words->count; i++)
	{
		const Mark *mark = &words->items[i];
		uint8_t		zone = doc->tokens[mark->from].zone;

		if (zone == ZONE_NOISE || zone == ZONE_LEGAL || mark->entry->value == CUE_NONE)
			continue;
		if (mark->entry->flags & ENTRY_WEAK)
		{
			Candidate	c = {.at = {mark->from, mark->to}, .clause = doc_clause(doc, mark->from)};

			if (!has_cue(doc, KIND_PAY_CUE, &c, 6, 6) && zone != ZONE_PAY)
				continue;
		}
		posting->pay_words = str_of(posting_pay_words_names[mark->entry->value]);
		if (posting->pay_statement == PAY_ABSENT)
			posting->pay_statement = PAY_WORDS;
		doc_fact(doc, FIELD_PAY_STATEMENT, (Range) {mark->from, mark->to}, "words.cue", NULL, posting->pay_words);
		return;
	}
	{
		Range		praised = praised_pay(doc);

		if (praised.from < praised.to)
		{
			posting->pay_words = str_of(posting_pay_words_names[PAY_WORDS_COMPETITIVE]);
			doc_fact(doc, FIELD_PAY_STATEMENT, praised, "words.praise", NULL, posting->pay_words);
		}
		if (posting->pay_statement == PAY_ABSENT && (praised.from < praised.to || has_masked_pay(doc) || has_worded_label(doc)))
			posting->pay_statement = PAY_WORDS;
	}
}

/* "14 Monatsgehälter", "13th salary", "14 pagas": payments a year. */
static uint8_t
payments_per_year(const Doc *doc)
{
	static const char *const words[] = {
		"monatsgehälter", "monatsgehältern", "monatsgehalt", "gehälter", "gehältern",
		"pagas", "mensualités", "mensilità", "salary", "salaries", "salaire", "maand",
		"mois", "monatslöhne", "monatslohn", "salário", "month", NULL
	};

	for (uint32_t i = 0; i + 1 < doc->n_tokens; i++)
		if (doc->tokens[i].kind == TOKEN_NUMBER && doc->tokens[i].len == 2 && (token_is(doc, i, "13") || token_is(doc, i, "14")))
		{
			uint32_t	k = i + 1;

			while (k < doc->n_tokens && k < i + 3 &&
				   (token_punct(doc, k, '.') || token_punct(doc, k, '-') || token_is(doc, k, "th") || token_is(doc, k, "e")))
				k++;
			if (doc->tokens[k < doc->n_tokens ? k : i].kind == TOKEN_WORD)
			{
				char		folded[FOLD_MAX_WORD * 4];
				char		wanted[FOLD_MAX_WORD * 4];
				uint32_t	n = fold_word(token_text(doc, k), doc->tokens[k].len, folded);

				for (const char *const *w = words; *w; w++)
					if (fold_word(*w, (uint32_t) strlen(*w), wanted) == n && memcmp(folded, wanted, n) == 0 &&
						!(token_is(doc, k, "month") && !token_is(doc, k + 1, "salary")))
						return token_is(doc, i, "13") ? 13 : 14;
			}
		}
	return 0;
}

/*
 * Pay by two weeks becomes pay by the week, and says so in its note: no period
 * of the type is as long.
 */
static void
halve_biweekly(const Doc *doc, Candidate *c)
{
	for (uint32_t i = c->at.to > c->at.from + 1 ? c->at.to - 1 : c->at.to; i < c->at.to + 4 && i < doc->n_tokens; i++)
	{
		bool		split = token_is(doc, i, "bi") && (token_punct(doc, i + 1, '-') || token_is(doc, i + 1, "weekly"));

		if (!split && !token_is(doc, i, "biweekly") && !token_is(doc, i, "fortnightly") && !token_is(doc, i, "fortnight"))
			continue;
		if (!is_near(doc, c->at.to, i))
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

/* Reads one candidate and all that stands around it. */
static void
examine(const Doc *doc, Candidate *c)
{
	c->clause = doc_clause(doc, c->at.from);
	late_code(doc, c);
	if (!c->pay.period_stated && !period_after(doc, c))
		period_before(doc, c);
	late_code(doc, c);
	halve_biweekly(doc, c);
	read_bound(doc, c);
	read_kind(doc, c);
	localise(doc, c);
	if (c->explicit_kind && (c->pay.kind == PAY_BONUS || c->pay.kind == PAY_COMMISSION || c->pay.kind == PAY_EQUITY) &&
		!c->pay.period_stated)
		c->pay.period = PERIOD_NONE;
	read_place(doc, c);
	read_tax(doc, c);
	c->reason = weigh(doc, c);
}

/* Whether a number is the tail of a word or an id: "IR35", "R29057", "MP3". */
static bool
is_part_of_word(const Doc *doc, uint32_t i)
{
	const Token *before = i > 0 ? &doc->tokens[i - 1] : NULL;

	return before != NULL && doc->tokens[i].gap == GAP_NONE && before->kind == TOKEN_WORD && mark_before(doc, KIND_CURRENCY, i) == NULL &&
		(before->len <= 3 || !(before->shape & SHAPE_HAS_LOWER));
}

/* Reads pay. */
void
extract_pay(Doc *doc)
{
	Candidates	all = {0};
	uint8_t		payments;

	for (uint32_t i = 0; i < doc->n_tokens;)
	{
		Candidate	c;
		uint32_t	next;

		if (doc->tokens[i].kind != TOKEN_NUMBER || is_part_of_word(doc, i) || all.count > 2000)
		{
			i++;
			continue;
		}
		next = read_candidate(doc, i, &c);
		if (next == 0)
		{
			i++;
			continue;
		}
		if (c.sign || c.range || c.multiplier || doc_in_label(doc, LABEL_SALARY, c.at.from) || c.pay.min >= K(1))
		{
			examine(doc, &c);
			if (c.sign || c.reason == NULL)
				*VEC_PUSH(doc->arena, &all) = c;
		}
		i = next > i ? next : i + 1;
	}
	join_steps(&all);
	drop_spread(doc, &all);
	settle(doc, &all);
	payments = payments_per_year(doc);
	for (uint32_t i = 0; i < doc->posting->n_pays; i++)
		if (doc->posting->pays[i].kind == PAY_BASE)
			doc->posting->pays[i].payments_per_year = payments;
	read_statement(doc);
}
