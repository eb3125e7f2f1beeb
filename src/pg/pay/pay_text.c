/*
 * pay_text.c
 *		The text form of posting_pay, and its order; free of the function manager.
 *
 *		USD 153000..199000/year		GBP ..45000/year	USD 25.5../hour
 *		EUR 60000/year ote			USD 5000 bonus
 */
#include "postgres.h"

#include "common/int.h"

#include "pg/pay/pay.h"

/* Takes over what the type holds of a pay that the core read. */
void
posting_pay_from_core(const Pay *in, PayDatum *out)
{
	memset(out, 0, sizeof(*out));
	out->min = in->min;
	out->max = in->max;
	memcpy(out->currency, in->currency, 3);
	out->period = (uint8) in->period;
	out->kind = (uint8) in->kind;
}

/* Whether the bytes are a value. */
bool
posting_pay_is_valid(const PayDatum *pay)
{
	for (int i = 0; i < 3; i++)
		if (pay->currency[i] < 'A' || pay->currency[i] > 'Z' || pay->reserved[i] != 0)
			return false;
	if (pay->period > PERIOD_YEAR || pay->kind > PAY_EQUITY)
		return false;
	if (pay->min == PAY_UNBOUNDED && pay->max == PAY_UNBOUNDED)
		return false;
	if (pay->min != PAY_UNBOUNDED && (pay->min < 0 || pay->min > PAY_MAX_AMOUNT))
		return false;
	if (pay->max != PAY_UNBOUNDED && (pay->max < 0 || pay->max > PAY_MAX_AMOUNT))
		return false;
	return pay->min == PAY_UNBOUNDED || pay->max == PAY_UNBOUNDED || pay->min <= pay->max;
}

/* How many periods a year has. */
int64
posting_pay_times(Period period)
{
	static const int64 times[] = {0, 2080, 260, 52, 12, 1};

	return times[period];
}

/* Appends an amount as the shortest decimal. */
static int
format_amount(int64 amount, char *buffer)
{
	int			n = sprintf(buffer, INT64_FORMAT, amount / PAY_SCALE);
	int			fraction = (int) (amount % PAY_SCALE);

	if (fraction == 0)
		return n;
	n += sprintf(buffer + n, ".%04d", fraction);
	while (buffer[n - 1] == '0')
		buffer[--n] = '\0';
	return n;
}

/* Writes the text form. */
int
posting_pay_format(const PayDatum *pay, char *buffer)
{
	int			n = sprintf(buffer, "%.3s ", pay->currency);

	if (pay->min != PAY_UNBOUNDED)
		n += format_amount(pay->min, buffer + n);
	if (pay->min != pay->max)
	{
		n += sprintf(buffer + n, "..");
		if (pay->max != PAY_UNBOUNDED)
			n += format_amount(pay->max, buffer + n);
	}
	if (pay->period != PERIOD_NONE)
		n += sprintf(buffer + n, "/%s", posting_period_names[pay->period]);
	if (pay->kind != PAY_BASE)
		n += sprintf(buffer + n, " %s", posting_kind_names[pay->kind]);
	return n;
}

static const char *
skip_blanks(const char *s)
{
	while (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
		s++;
	return s;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Reads an amount; NULL where none stands, *out of range where it is too large. */
static const char *
parse_amount(const char *s, int64 *amount, bool *out_of_range)
{
	int			digits = 0;
	int			fraction = -1;

	*amount = 0;
	for (;; s++)
	{
		if (*s == '.' && fraction < 0 && s[1] >= '0' && s[1] <= '9')
			fraction = 0;
		else if (*s >= '0' && *s <= '9')
		{
			if (fraction >= 4)
			{
				if (*s != '0')
					return NULL;	/* finer than the type holds */
				continue;
			}
			if (*amount > PAY_MAX_AMOUNT)
			{
				*out_of_range = true;
				return NULL;
			}
			*amount = *amount * 10 + (*s - '0');
			digits++;
			fraction += fraction >= 0;
		}
		else
			break;
	}
	if (digits == 0)
		return NULL;
	for (fraction = Max(fraction, 0); fraction < 4; fraction++)
		if (pg_mul_s64_overflow(*amount, 10, amount))
			*out_of_range = true;
	*out_of_range |= *amount > PAY_MAX_AMOUNT;
	return *out_of_range ? NULL : s;
}

/* Reads a word of letters as one of a list of names; NULL where it is none. */
static const char *
parse_name(const char *s, const char *const *names, uint8 *value)
{
	char		word[16];
	int			n = 0;
	int			index;

	while (n < (int) sizeof(word) && is_letter(s[n]))
	{
		word[n] = s[n] | 0x20;
		n++;
	}
	index = posting_name_index(names, word, n);
	if (index < 0)
		return NULL;
	*value = (uint8) index;
	return s + n;
}

/* Reads "153000..199000", "..45000", "25.5..", "60000". */
static const char *
parse_bounds(const char *s, PayDatum *out, bool *out_of_range)
{
	const char *next;

	out->min = out->max = PAY_UNBOUNDED;
	if (!(s[0] == '.' && s[1] == '.'))
	{
		s = parse_amount(s, &out->min, out_of_range);
		if (s == NULL)
			return NULL;
		s = skip_blanks(s);
		if (!(s[0] == '.' && s[1] == '.'))
		{
			out->max = out->min;
			return s;
		}
	}
	s = skip_blanks(s + 2);
	if (*s < '0' || *s > '9')
		return out->min == PAY_UNBOUNDED ? NULL : s;
	next = parse_amount(s, &out->max, out_of_range);
	return next;
}

/* Reads the text form. */
bool
posting_pay_parse(const char *text, PayDatum *out, const char **error)
{
	const char *s = skip_blanks(text);
	bool		out_of_range = false;

	memset(out, 0, sizeof(*out));
	*error = "Expected a currency of three letters (ISO 4217, XXX where unknown).";
	for (int i = 0; i < 3; i++, s++)
	{
		if (!is_letter(*s))
			return false;
		out->currency[i] = *s & ~0x20;
	}
	if (is_letter(*s))
		return false;
	*error = "Expected an amount, or a range such as 100..200, 100.. or ..200, with at most four "
			 "decimals.";
	s = parse_bounds(skip_blanks(s), out, &out_of_range);
	if (s == NULL)
	{
		if (out_of_range)
			*error = NULL;
		return false;
	}
	s = skip_blanks(s);
	if (*s == '/')
	{
		*error = "Expected hour, day, week, month or year behind the slash.";
		s = parse_name(skip_blanks(s + 1), posting_period_names, &out->period);
		if (s == NULL || out->period == PERIOD_NONE)
			return false;
		s = skip_blanks(s);
	}
	if (*s != '\0')
	{
		*error = "Expected base, ote, bonus, commission, allowance or equity at the end.";
		s = parse_name(s, posting_kind_names, &out->kind);
		if (s == NULL || *skip_blanks(s) != '\0')
			return false;
	}
	*error = "The lower bound is above the upper one.";
	return posting_pay_is_valid(out);
}

/* A yearly bound as the order sees it; one-offs compare as they stand. */
static int64
yearly(const PayDatum *pay, int64 bound)
{
	int64		times = posting_pay_times(pay->period);

	/* PAY_MAX_AMOUNT * 2080 would not fit: compare in whole units */
	return bound / PAY_SCALE * Max(times, 1);
}

/* Compares two bounds of which either may be open. */
static int
compare_bounds(const PayDatum *a, int64 x, const PayDatum *b, int64 y, int open)
{
	int64		p,
				q;

	if (x == PAY_UNBOUNDED || y == PAY_UNBOUNDED)
		return x == y ? 0 : x == PAY_UNBOUNDED ? open : -open;
	p = yearly(a, x);
	q = yearly(b, y);
	if (p != q)
		return p < q ? -1 : 1;
	/* the fractions of a unit, made yearly likewise */
	p = x % PAY_SCALE * Max(posting_pay_times(a->period), 1);
	q = y % PAY_SCALE * Max(posting_pay_times(b->period), 1);
	return p < q ? -1 : p > q;
}

/* Compares plain numbers. */
static int
compare_numbers(int64 x, int64 y)
{
	return x < y ? -1 : x > y;
}

/* The order of the type; 0 only for equal bytes. */
int
posting_pay_compare(const PayDatum *a, const PayDatum *b)
{
	int			order = memcmp(a->currency, b->currency, 3);

	if (order == 0)
		order = compare_bounds(a, a->min, b, b->min, -1);
	if (order == 0)
		order = compare_bounds(a, a->max, b, b->max, 1);
	if (order == 0)
		order = compare_numbers(a->period, b->period);
	if (order == 0)
		order = compare_numbers(a->kind, b->kind);
	if (order == 0)
		order = compare_numbers(a->min, b->min);
	if (order == 0)
		order = compare_numbers(a->max, b->max);
	return order < 0 ? -1 : order > 0;
}
