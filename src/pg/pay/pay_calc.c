/*
 * pay_calc.c
 *		Parts of a posting_pay, and calculations with it.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/numeric.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"
#include "catalog/pg_type.h"

#include "pg/compat.h"
#include "pg/pay/pay.h"

/* An amount as numeric. */
static Datum
amount_datum(int64 amount)
{
	Datum		value = NumericGetDatum(int64_div_fast_to_numeric(amount, 4));

	return DirectFunctionCall1(numeric_trim_scale, value);
}

/* A bound of a range: closed, or infinite where it is open. */
static RangeBound
make_bound(bool lower, bool infinite, Datum value)
{
	RangeBound	bound;

	memset(&bound, 0, sizeof(bound));
	bound.val = value;
	bound.infinite = infinite;
	bound.inclusive = !infinite;
	bound.lower = lower;
	return bound;
}

/* The bounds as a numrange, each multiplied by a factor (NULL: as they stand). */
static Datum
bounds_range(FunctionCallInfo fcinfo, const PayDatum *pay, Numeric factor)
{
	TypeCacheEntry *type = range_get_typcache(fcinfo, NUMRANGEOID);
	Datum		values[2] = {0, 0};
	int64		ends[2] = {pay->min, pay->max};
	RangeBound	lower,
				upper;

	for (int i = 0; i < 2; i++)
		if (ends[i] != PAY_UNBOUNDED)
		{
			values[i] = amount_datum(ends[i]);
			if (factor != NULL)
				values[i] = DirectFunctionCall1(
					numeric_trim_scale,
					DirectFunctionCall2(numeric_mul, values[i], NumericGetDatum(factor)));
		}
	lower = make_bound(true, pay->min == PAY_UNBOUNDED, values[0]);
	upper = make_bound(false, pay->max == PAY_UNBOUNDED, values[1]);
	return RangeTypePGetDatum(posting_make_range(type, &lower, &upper));
}

PG_FUNCTION_INFO_V1(posting_pay_min);

/* Returns the lower bound; NULL where it is open. */
Datum
posting_pay_min(PG_FUNCTION_ARGS)
{
	PayDatum   *pay = PG_GETARG_POSTING_PAY(0);

	if (pay->min == PAY_UNBOUNDED)
		PG_RETURN_NULL();
	return amount_datum(pay->min);
}

PG_FUNCTION_INFO_V1(posting_pay_max);

/* Returns the upper bound; NULL where it is open. */
Datum
posting_pay_max(PG_FUNCTION_ARGS)
{
	PayDatum   *pay = PG_GETARG_POSTING_PAY(0);

	if (pay->max == PAY_UNBOUNDED)
		PG_RETURN_NULL();
	return amount_datum(pay->max);
}

PG_FUNCTION_INFO_V1(posting_pay_currency);

/* Returns the currency. */
Datum
posting_pay_currency(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text_with_len(PG_GETARG_POSTING_PAY(0)->currency, 3));
}

PG_FUNCTION_INFO_V1(posting_pay_period);

/* Returns the period; NULL for a one-off. */
Datum
posting_pay_period(PG_FUNCTION_ARGS)
{
	PayDatum   *pay = PG_GETARG_POSTING_PAY(0);

	if (pay->period == PERIOD_NONE)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(posting_period_names[pay->period]));
}

PG_FUNCTION_INFO_V1(posting_pay_kind);

/* Returns the kind. */
Datum
posting_pay_kind(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(posting_kind_names[PG_GETARG_POSTING_PAY(0)->kind]));
}

PG_FUNCTION_INFO_V1(posting_pay_range);

/* Returns the bounds as said. */
Datum
posting_pay_range(PG_FUNCTION_ARGS)
{
	return bounds_range(fcinfo, PG_GETARG_POSTING_PAY(0), NULL);
}

PG_FUNCTION_INFO_V1(posting_pay_annual);

/* Returns the bounds made yearly by the assumptions given; NULL for a one-off. */
Datum
posting_pay_annual(PG_FUNCTION_ARGS)
{
	PayDatum   *pay = PG_GETARG_POSTING_PAY(0);
	Datum		hours = PG_GETARG_DATUM(1);
	Datum		weeks = PG_GETARG_DATUM(2);
	Datum		days = PG_GETARG_DATUM(3);
	Datum		months = PG_GETARG_DATUM(4);
	Datum		zero = DirectFunctionCall1(int4_numeric, Int32GetDatum(0));
	Datum		factor;

	for (int i = 1; i <= 4; i++)
		if (numeric_is_nan(PG_GETARG_NUMERIC(i)) || numeric_is_inf(PG_GETARG_NUMERIC(i)) ||
			!DatumGetBool(DirectFunctionCall2(numeric_gt, PG_GETARG_DATUM(i), zero)))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("hours, weeks, days and months must be greater than zero")));
	switch (pay->period)
	{
		case PERIOD_HOUR:
			factor = DirectFunctionCall2(numeric_mul, hours, weeks);
			break;
		case PERIOD_DAY:
			factor = DirectFunctionCall2(numeric_mul, days, weeks);
			break;
		case PERIOD_WEEK:
			factor = weeks;
			break;
		case PERIOD_MONTH:
			factor = months;
			break;
		case PERIOD_YEAR:
			return bounds_range(fcinfo, pay, NULL);
		default:
			PG_RETURN_NULL();
	}
	return bounds_range(fcinfo, pay, DatumGetNumeric(factor));
}

PG_FUNCTION_INFO_V1(posting_pay_midpoint);

/* Returns the middle of the range; NULL where an end is open. */
Datum
posting_pay_midpoint(PG_FUNCTION_ARGS)
{
	PayDatum   *pay = PG_GETARG_POSTING_PAY(0);
	Datum		sum;

	if (pay->min == PAY_UNBOUNDED || pay->max == PAY_UNBOUNDED)
		PG_RETURN_NULL();
	/* half of the sum, with one more decimal than the bounds have */
	sum = NumericGetDatum(int64_div_fast_to_numeric((pay->min + pay->max) * 5, 5));
	return DirectFunctionCall1(numeric_trim_scale, sum);
}

/* Reads a currency argument into three letters. */
static void
set_currency(PayDatum *pay, text *currency)
{
	const char *s = VARDATA_ANY(currency);

	if (VARSIZE_ANY_EXHDR(currency) == 3)
	{
		for (int i = 0; i < 3; i++)
			pay->currency[i] = s[i] >= 'a' && s[i] <= 'z' ? s[i] - 32 : s[i];
		if (pay->currency[0] >= 'A' && pay->currency[0] <= 'Z' && pay->currency[1] >= 'A' &&
			pay->currency[1] <= 'Z' && pay->currency[2] >= 'A' && pay->currency[2] <= 'Z')
			return;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("\"%s\" is no currency", text_to_cstring(currency)),
			 errhint("Use three letters as in ISO 4217, or XXX where it is unknown.")));
}

/* Turns a numeric into an amount; raises an error where it is none. */
static int64
numeric_amount(Datum value)
{
	Datum		scaled;
	Datum		limit = DirectFunctionCall1(int8_numeric, Int64GetDatum(PAY_MAX_AMOUNT));
	Datum		zero = DirectFunctionCall1(int4_numeric, Int32GetDatum(0));

	scaled = DirectFunctionCall2(numeric_mul, value,
								 DirectFunctionCall1(int4_numeric, Int32GetDatum(PAY_SCALE)));
	scaled = DirectFunctionCall2(numeric_round, scaled, Int32GetDatum(0));
	if (numeric_is_nan(DatumGetNumeric(scaled)) || numeric_is_inf(DatumGetNumeric(scaled)) ||
		DatumGetBool(DirectFunctionCall2(numeric_gt, scaled, limit)) ||
		DatumGetBool(DirectFunctionCall2(numeric_lt, scaled, zero)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("amount is out of range for type %s", "posting_pay"),
				 errdetail("Amounts go from 0 to 1,000,000,000,000.")));
	return DatumGetInt64(DirectFunctionCall1(numeric_int8, scaled));
}

PG_FUNCTION_INFO_V1(posting_pay_convert);

/* Returns the same pay in another currency, at a rate of units of it for one of the old. */
Datum
posting_pay_convert(PG_FUNCTION_ARGS)
{
	PayDatum   *pay = palloc(sizeof(PayDatum));
	Datum		rate = PG_GETARG_DATUM(2);
	Datum		zero = DirectFunctionCall1(int4_numeric, Int32GetDatum(0));

	*pay = *PG_GETARG_POSTING_PAY(0);
	set_currency(pay, PG_GETARG_TEXT_PP(1));
	if (numeric_is_nan(PG_GETARG_NUMERIC(2)) || numeric_is_inf(PG_GETARG_NUMERIC(2)) ||
		!DatumGetBool(DirectFunctionCall2(numeric_gt, rate, zero)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the rate must be greater than zero")));
	if (pay->min != PAY_UNBOUNDED)
		pay->min = numeric_amount(DirectFunctionCall2(numeric_mul, amount_datum(pay->min), rate));
	if (pay->max != PAY_UNBOUNDED)
		pay->max = numeric_amount(DirectFunctionCall2(numeric_mul, amount_datum(pay->max), rate));
	PG_RETURN_POSTING_PAY(pay);
}

/* Reads a name argument as a member of a list; NULL is value 0. */
static uint8
name_argument(FunctionCallInfo fcinfo, int n, const char *const *names, const char *what)
{
	text	   *name;
	int			index;

	if (PG_ARGISNULL(n))
		return 0;
	name = PG_GETARG_TEXT_PP(n);
	index = posting_name_index(names, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	if (index < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no %s of pay", text_to_cstring(name), what)));
	return (uint8) index;
}

PG_FUNCTION_INFO_V1(posting_pay_make);

/* Makes a value; a NULL bound is open, a NULL period a one-off, a NULL kind base. */
Datum
posting_pay_make(PG_FUNCTION_ARGS)
{
	PayDatum   *pay = palloc0(sizeof(PayDatum));

	if (PG_ARGISNULL(1) && PG_ARGISNULL(2))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(0))
		memcpy(pay->currency, "XXX", 3);
	else
		set_currency(pay, PG_GETARG_TEXT_PP(0));
	pay->min = PG_ARGISNULL(1) ? PAY_UNBOUNDED : numeric_amount(PG_GETARG_DATUM(1));
	pay->max = PG_ARGISNULL(2) ? PAY_UNBOUNDED : numeric_amount(PG_GETARG_DATUM(2));
	pay->period = name_argument(fcinfo, 3, posting_period_names, "period");
	pay->kind = name_argument(fcinfo, 4, posting_kind_names, "kind");
	if (!posting_pay_is_valid(pay))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the lower bound of pay must not be above the upper one")));
	PG_RETURN_POSTING_PAY(pay);
}
