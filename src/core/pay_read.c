/*
 * pay_read.c
 *		Amounts of money as postings write them: one, or the two ends of a range.
 */
#include "pay_candidate.h"

/* A larger amount is none: so much fits a year of hours without overflow. */
#define MAX_AMOUNT	(INT64_C(1000000000000) * PAY_UNIT)

/* One amount with what is attached to it. */
typedef struct Amount
{
	int64_t		value;
	uint32_t	from;
	uint32_t	to;
	char		currency[4];
	bool		sign;
	bool		word;
	bool		coded;
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
const char *
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

	if (mark->to - mark->from > 1 || doc->tokens[mark->from].kind != TOKEN_WORD ||
		doc->tokens[mark->from].len > 1)
		return true;
	return country[0] != '\0' &&
		   strstr(posting_lexicon_strings + posting_currency_rows[mark->entry->value].countries,
				  country) != NULL;
}

/*
 * The currency of the bare sign before a token, where a
 * word of the text before it was taken for its first part.
 */
static const char *
sign_alone(const Doc *doc, uint32_t i)
{
	const Entry *entry = lexicon_lookup(&doc->lex, doc->arena, token_text(doc, i - 1),
										doc->tokens[i - 1].len, KIND_CURRENCY);

	return entry != NULL ? posting_currency_rows[entry->value].code : NULL;
}

/* The currency right before a number ("US$", "EUR ", "Rs. "); false where none. */
static bool
currency_before(const Doc *doc, uint32_t i, Amount *amount)
{
	const Mark *mark;

	while (i > 0 && doc->tokens[i - 1].kind == TOKEN_PUNCT &&
		   (doc->tokens[i - 1].chr == '.' || doc->tokens[i - 1].chr == '~' ||
			doc->tokens[i - 1].chr == '*' || doc->tokens[i - 1].chr == ':') &&
		   doc->tokens[i - 1].gap == GAP_NONE)
		i--;
	mark = i > 0 ? mark_before(doc, KIND_CURRENCY, i) : NULL;
	if (mark == NULL || doc->tokens[i].gap > GAP_SPACE || is_pound_word(doc, mark) ||
		!is_home_letter(doc, mark))
		return false;
	/* "a $5,000 bonus" is no Australian dollar, "Fresno, CA$90,000" no Canadian one */
	if (mark->to - mark->from == 2 && doc->tokens[mark->from + 1].kind == TOKEN_SIGN &&
		((doc->tokens[mark->from + 1].gap != GAP_NONE && doc->tokens[mark->from].len == 1) ||
		 (token_is(doc, mark->from, "ca") && mark->from > 0 &&
		  token_punct(doc, mark->from - 1, ',')) ||
		 !(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER)) &&
		!doc->lower_case)
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

		if (code != NULL && doc->tokens[code->from].kind == TOKEN_WORD &&
			doc->tokens[code->from].len == 3)
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

	if (mark == NULL || doc->tokens[mark->from].gap > GAP_SPACE || !is_home_letter(doc, mark))
		return;
	if (doc->tokens[mark->from].kind == TOKEN_SIGN && mark->to < doc->n_tokens &&
		doc->tokens[mark->to].kind == TOKEN_NUMBER && doc->tokens[mark->to].gap == GAP_NONE &&
		doc->tokens[mark->from].gap != GAP_NONE)
		return;					/* "$40 $50", "Step 10 $170,800": the next amount's */
	code = doc->tokens[mark->from].kind == TOKEN_WORD && doc->tokens[mark->from].len == 3;
	if (amount->sign && !code)
		return;
	memcpy(amount->currency, currency_code(mark), 4);
	amount->coded = code;
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

/* The currency whose code follows a "K" in one word: "40KEUR"; NULL where none does. */
static const char *
thousands_of(const Doc *doc, uint32_t i)
{
	const Entry *entry;

	if (doc->tokens[i].len != 4 || (token_text(doc, i)[0] | 32) != 'k' ||
		doc->tokens[i].shape & SHAPE_HAS_DIGIT)
		return NULL;
	entry = lexicon_lookup(&doc->lex, doc->arena, token_text(doc, i) + 1, 3, KIND_CURRENCY);
	return entry != NULL ? posting_currency_rows[entry->value].code : NULL;
}

/* Reads "k", "LPA", "million" behind a number. */
static void
read_multiplier(const Doc *doc, Amount *amount)
{
	uint32_t	i = amount->to;
	const Token *token;
	const char *code;

	if (i >= doc->n_tokens)
		return;
	token = &doc->tokens[i];
	if (token->kind == TOKEN_PUNCT && token->chr == '%')
	{
		amount->percent = true;
		return;
	}
	if (token->kind == TOKEN_PUNCT &&
		(token->chr == '+' || (token->chr == '-' && token->gap == GAP_NONE)) &&
		token->gap == GAP_NONE && i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_NONE &&
		(token_is(doc, i + 1, "k") || token_is(doc, i + 1, "lpa")))
		token = &doc->tokens[++i];
	if (token->kind != TOKEN_WORD || token->gap > GAP_SPACE || !pay_may_multiply(token))
		return;
	if (!amount->sign && (code = thousands_of(doc, i)) != NULL)
	{
		memcpy(amount->currency, code, 4);
		amount->sign = amount->coded = true;
		amount->factor = 1000;
		amount->to = i + 1;
		return;
	}
	for (size_t m = 0; m < lengthof(multipliers); m++)
		if (token_is(doc, i, multipliers[m].word))
		{
			/* one letter must be glued, "k" may stand apart */
			if (token->len == 1 && token->gap != GAP_NONE && multipliers[m].factor != 1000)
				return;
			if (multipliers[m].factor == 100000 && token->len == 1 && amount->sign &&
				amount->currency[0] != 'I')
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
				amount->to + 1 < doc->n_tokens && doc->tokens[amount->to + 1].gap == GAP_SPACE &&
				token->len >= 3)
				amount->to++;	/* "tys. zł" */
			if (token_is(doc, amount->to, "pa") && amount->factor == 100000)
			{
				amount->per_year = true;
				amount->to++;
			}
			return;
		}
}

/* Whether "plus" behind an amount ends a line or sentence: "you can earn $90k plus." */
static bool
ends_in_plus(const Doc *doc, uint32_t i)
{
	if (!token_is(doc, i, "plus") || doc->tokens[i].gap != GAP_SPACE)
		return false;
	return i + 1 >= doc->n_tokens || doc->tokens[i + 1].gap >= GAP_LINE ||
		   token_punct(doc, i + 1, '.') || token_punct(doc, i + 1, ')');
}

/* Whether "+" behind an amount leaves it open above: "$90k+", "$90,000 + per year". */
static bool
is_open_plus(const Doc *doc, uint32_t i)
{
	if (token_punct(doc, i, '+') && doc->tokens[i].gap == GAP_SPACE &&
		token_in(doc, i + 1, WORDS_PAY_PLUS_UNRELATED))
		return true;
	if (ends_in_plus(doc, i))
		return true;
	if (!token_punct(doc, i, '+') || doc->tokens[i].gap != GAP_NONE)
		return token_is(doc, i, "and") &&
			   (token_is(doc, i + 1, "up") || token_is(doc, i + 1, "above") ||
				token_is(doc, i + 1, "more"));
	return i + 1 >= doc->n_tokens || doc->tokens[i + 1].gap != GAP_NONE ||
		   doc->tokens[i + 1].kind == TOKEN_PUNCT;
}

/* Steps over the dash that stands for no cents: "3.000,-", "5.439, -". */
static uint32_t
skip_no_cents(const Doc *doc, uint32_t i)
{
	if (!(token_punct(doc, i, ',') || token_punct(doc, i, '.')) || !token_punct(doc, i + 1, '-') ||
		doc->tokens[i].gap != GAP_NONE || doc->tokens[i + 1].gap > GAP_SPACE)
		return i;
	/* "€3200,-€4500,-", "$3,985. - $6,715": there the dash parts two amounts */
	if (i + 2 < doc->n_tokens &&
		(doc->tokens[i + 2].kind == TOKEN_SIGN || doc->tokens[i + 2].kind == TOKEN_NUMBER))
		return i + 1;
	return i + 2;
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
	amount->to = skip_no_cents(doc, amount->to);
	read_multiplier(doc, amount);
	if (is_open_plus(doc, amount->to))
	{
		amount->plus = true;
		amount->to +=
			token_punct(doc, amount->to, '+') || token_is(doc, amount->to, "plus") ? 1 : 2;
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
	return token_is(doc, close + 1, "and") || token_is(doc, close + 1, "to") ||
				   token_punct(doc, close + 1, '-')
			   ? close + 1
			   : i;
}

/* Whether a token is the two digits behind a point. */
static bool
is_cents(const Doc *doc, uint32_t i)
{
	return i > 0 && i < doc->n_tokens && doc->tokens[i].kind == TOKEN_NUMBER &&
		   doc->tokens[i].len == 2 && doc->tokens[i].gap == GAP_NONE &&
		   token_punct(doc, i - 1, '.');
}

/* Whether two amounts stand side by side, the dash between them lost: "$126,183 $160,300". */
static bool
lost_dash(const Doc *doc, uint32_t i)
{
	if (doc->tokens[i].gap != GAP_SPACE || i + 1 >= doc->n_tokens)
		return false;
	/* "13.75 16.75" */
	if (doc->tokens[i].kind == TOKEN_NUMBER && is_cents(doc, i - 1) &&
		token_punct(doc, i + 1, '.') && is_cents(doc, i + 2))
		return true;
	/* "60k 80k", "90 120K" */
	if (doc->tokens[i].kind == TOKEN_NUMBER && doc->tokens[i].len <= 3 &&
		token_is(doc, i + 1, "k") && doc->tokens[i + 1].gap == GAP_NONE)
		return token_is(doc, i - 1, "k") ||
			   (doc->tokens[i - 1].kind == TOKEN_NUMBER && doc->tokens[i - 1].len >= 2 &&
				doc->tokens[i - 1].len <= 3);
	if (doc->tokens[i].kind == TOKEN_SIGN)
	{
		/* "$4,493.00 $5,460.00" */
		uint32_t	last = is_cents(doc, i - 1) && i > 3 ? i - 3 : i - 1;

		return doc->tokens[i + 1].kind == TOKEN_NUMBER && doc->tokens[i + 1].gap == GAP_NONE &&
			   doc->tokens[last].kind == TOKEN_NUMBER && doc->tokens[last].len == 3;
	}
	return doc->tokens[i].kind == TOKEN_NUMBER && token_punct(doc, i + 1, ',') && i >= 2 &&
		   token_punct(doc, i - 2, ',') && doc->tokens[i - 1].len == 3;
}

/* Whether a token parts the ends of a range; *loose where it also joins two different things. */
static bool
is_range_separator(const Doc *doc, uint32_t i, bool *loose)
{
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_PUNCT && (token->chr == '-' || token->chr == '~'))
		return true;
	if (token->kind == TOKEN_PUNCT && token->chr == '/')
		return *loose = true;
	if (token->kind != TOKEN_WORD || !(token_in(doc, i, WORDS_PAY_RANGE) || token_is(doc, i, "â")))
		return false;
	*loose = token_in(doc, i, WORDS_PAY_RANGE_LOOSE) && !token_is(doc, i, "à");
	return true;
}

/*
 * Whether words for an upper bound ("up to", "tot
 * maximaal") begin at a token; *last is their last token.
 */
static bool
is_upper_bound(const Doc *doc, uint32_t i, uint32_t *last)
{
	const Mark *mark = mark_at(doc, KIND_BOUND, i);

	if (mark == NULL || mark->entry->value != BOUND_UPTO || mark->entry->flags & ENTRY_WEAK)
		return false;
	*last = mark->to - 1;
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
			return separator || (i == start && token->gap == GAP_NONE && token_is(doc, i - 1, "k"))
					   ? i
					   : 0;
		if (!separator && is_upper_bound(doc, i, &i))
			separator = true;
		else if (!separator && is_range_separator(doc, i, loose))
			separator = true;
		else if (separator && token_punct(doc, i - 1, '-') && token_in(doc, i, WORDS_PAY_RANGE))
			continue;			/* "€4.000- en €5.800,-" */
		else if (token->kind == TOKEN_PUNCT &&
				 (token->chr == '*' || (separator && token->chr == '-')))
			continue;
		else if (token->kind == TOKEN_SIGN || mark_at(doc, KIND_CURRENCY, i) != NULL)
			continue;
		else if (token->kind == TOKEN_PUNCT && token->chr == '.' && token->gap == GAP_NONE &&
				 separator)
			continue;
		else if (!(separator &&
				   (token_in(doc, i, WORDS_PAY_FILLER) || mark_at(doc, KIND_BOUND, i) != NULL)))
			return 0;
	}
	return 0;
}

/* Whether "between", "entre", "zwischen", "from" stands before an amount. */
static bool
has_between(const Doc *doc, uint32_t i)
{
	for (uint32_t k = i; k > 0 && i - k < 5; k--)
		if (token_in(doc, k - 1, WORDS_PAY_BETWEEN))
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
	else if (a->factor == 1 && b->factor == 1 && !a->grouped && b->grouped && a->value < K(1) &&
			 b->value >= a->value * 1000)
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
	c->coded = a->coded || (b && b->coded);
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
	bool		is_low = false;

	for (uint32_t k = a->from; k > 0 && a->from - k < 5; k--)
		is_low |= token_in(doc, k - 1, WORDS_PAY_SECOND_LOW);
	if (!is_low)
		return 0;
	for (uint32_t k = a->to; k < doc->n_tokens && k < a->to + 8; k++)
		if (token_in(doc, k, WORDS_PAY_SECOND_HIGH))
			for (uint32_t m = k + 1; m < doc->n_tokens && m < k + 7; m++)
				if (doc->tokens[m].kind == TOKEN_NUMBER)
					return m;
	return 0;
}

/* Whether a word of a list stands right behind an amount, a bracket between. */
static bool
is_labelled_behind(const Doc *doc, const Amount *a, WordList list)
{
	return token_in(doc, a->to, list) ||
		   (token_punct(doc, a->to, '(') && token_in(doc, a->to + 1, list));
}

/* "$149,330 Min | $209,060 Max": the second number, or 0. */
static uint32_t
labelled_behind_second(const Doc *doc, const Amount *a)
{
	Amount		b;

	if (!is_labelled_behind(doc, a, WORDS_PAY_SECOND_LOW))
		return 0;
	for (uint32_t k = a->to + 1; k < doc->n_tokens && k < a->to + 7; k++)
		if (doc->tokens[k].kind == TOKEN_NUMBER)
			return read_amount(doc, k, &b) && is_labelled_behind(doc, &b, WORDS_PAY_SECOND_HIGH)
					   ? k
					   : 0;
	return 0;
}

/* Whether a line is the head of a table's columns for the least and the most. */
static bool
is_scale_head(const Doc *doc, const Line *line)
{
	bool		low = false,
				high = false;

	if (line->words > 8)
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
	{
		if (doc->tokens[i].kind == TOKEN_NUMBER)
			return false;
		low |= token_in(doc, i, WORDS_PAY_SECOND_LOW);
		high |= low && token_in(doc, i, WORDS_PAY_SECOND_HIGH);
	}
	return high;
}

/* The last amount of a table's row under "Minimum | Midpoint | Maximum", or 0. */
static uint32_t
column_second(const Doc *doc, const Amount *a)
{
	uint32_t	number = doc->tokens[a->from].line;
	const Line *row = &doc->lines[number];
	uint32_t	second = 0;
	uint32_t	n = 0;

	for (uint32_t i = a->to; i + 1 < row->last && n <= 2 && i < a->to + 40; i++)
		if (doc->tokens[i].kind == TOKEN_SIGN && doc->tokens[i + 1].kind == TOKEN_NUMBER)
		{
			second = i + 1;
			n++;
		}
	for (uint32_t back = 1; back <= 3 && back <= number && (n == 1 || n == 2); back++)
		if (is_scale_head(doc, &doc->lines[number - back]))
			return second;
	return 0;
}

/* Whether a word for pay stands shortly before a number: "Salary min: 90000". */
static bool
is_behind_cue(const Doc *doc, uint32_t i)
{
	const Mark *cue = mark_from(doc, KIND_PAY_CUE, i > 4 ? i - 4 : 0);

	return cue != NULL && cue->to <= i;
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
		step |= token_is(doc, i, "step") || token_is(doc, i, "grade") || token_is(doc, i, "gs") ||
				token_is(doc, i, "level");
		if (doc->tokens[i].gap >= GAP_LINE)
			return 0;
		if (doc->tokens[i].kind == TOKEN_SIGN && doc->tokens[i + 1].kind == TOKEN_NUMBER)
			return step ? i + 1 : 0;
	}
	return 0;
}

/*
 * Whether a word that also joins different things parts
 * a range here: "$40k a $50k", "80/85k", "53k€ / 70k€".
 */
static bool
is_firm_pair(const Doc *doc, const Amount *a, uint32_t second)
{
	Amount		b;

	if (!read_amount(doc, second, &b))
		return false;
	if (token_is(doc, a->to, "a"))
		return a->prefixed && b.prefixed;
	if (!token_punct(doc, a->to, '/') || b.factor != 1000)
		return false;
	if (a->factor == 1)
		return a->value >= 20 * PAY_UNIT && a->value * 1000 < b.value;
	return strcmp(a->currency, b.currency) == 0 && a->value < b.value && b.value < 2 * a->value;
}

/* Reads the candidate whose first number begins at token i; returns where to go on. */
uint32_t
pay_read(const Doc *doc, uint32_t i, Candidate *c)
{
	Amount		a,
				b,
				low;			/* a as the lower end of a range */
	uint32_t	second;
	bool		loose = false;

	if (!read_amount(doc, i, &a))
		return 0;
	memset(c, 0, sizeof(*c));
	second = range_second(doc, a.to, &loose);
	if (second > 0 && loose && !has_between(doc, a.from) && !is_firm_pair(doc, &a, second))
		second = 0;
	if (second == 0 && !a.sign && is_behind_cue(doc, a.from))
		second = labelled_second(doc, &a);
	if (second == 0 && a.sign && (second = labelled_second(doc, &a)) == 0 &&
		(second = labelled_behind_second(doc, &a)) == 0 && (second = column_second(doc, &a)) == 0)
		second = stepped_second(doc, &a);
	low = a;
	if (second > 0 && read_amount(doc, second, &b) && join_range(&low, &b))
	{
		set_bounds(c, &low, &b);
		c->rule = low.sign || b.sign ? "range.currency" : "range.bare";
		return b.to;
	}
	set_bounds(c, &a, NULL);
	c->rule = a.sign ? "single.currency" : "single.bare";
	return a.to;
}
