/*
 * pay.c
 *		SQL functions of the type posting_pay: input and output, operators.
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "pg/compat.h"
#include "pg/pay/pay.h"

PG_FUNCTION_INFO_V1(posting_pay_in);

/* Reads the text form. */
Datum
posting_pay_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	PayDatum   *pay = palloc(sizeof(PayDatum));
	const char *error;

	if (posting_pay_parse(text, pay, &error))
		PG_RETURN_POSTING_PAY(pay);
	if (error == NULL)
		ereturn(POSTING_ESCONTEXT(fcinfo), (Datum) 0,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("value \"%s\" is out of range for type %s", text, "posting_pay"),
				 errdetail("Amounts go up to 1,000,000,000,000.")));
	ereturn(POSTING_ESCONTEXT(fcinfo), (Datum) 0,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%s\"", "posting_pay", text),
			 errdetail("%s", error),
			 errhint("Write it like \"USD 153000..199000/year\", \"GBP ..45000/year\" or \"USD "
					 "5000 bonus\".")));
}

PG_FUNCTION_INFO_V1(posting_pay_out);

/* Writes the text form. */
Datum
posting_pay_out(PG_FUNCTION_ARGS)
{
	char	   *buffer = palloc(PAY_TEXT_SIZE);

	posting_pay_format(PG_GETARG_POSTING_PAY(0), buffer);
	PG_RETURN_CSTRING(buffer);
}

/* Bytes of the binary form. */
#define WIRE_SIZE	21

PG_FUNCTION_INFO_V1(posting_pay_recv);

/* Reads the binary form, and checks all of it. */
Datum
posting_pay_recv(PG_FUNCTION_ARGS)
{
	StringInfo	in = (StringInfo) PG_GETARG_POINTER(0);
	PayDatum   *pay = palloc0(sizeof(PayDatum));

	if (in->len - in->cursor != WIRE_SIZE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary value for type %s", "posting_pay"),
				 errdetail("It has %d bytes, not %d.", in->len - in->cursor, WIRE_SIZE)));
	pay->min = pq_getmsgint64(in);
	pay->max = pq_getmsgint64(in);
	pq_copymsgbytes(in, pay->currency, 3);
	pay->period = pq_getmsgbyte(in);
	pay->kind = pq_getmsgbyte(in);
	if (!posting_pay_is_valid(pay))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary value for type %s", "posting_pay")));
	PG_RETURN_POSTING_PAY(pay);
}

PG_FUNCTION_INFO_V1(posting_pay_send);

/* Writes the binary form: min, max, currency, period, kind. */
Datum
posting_pay_send(PG_FUNCTION_ARGS)
{
	PayDatum   *pay = PG_GETARG_POSTING_PAY(0);
	StringInfoData out;

	pq_begintypsend(&out);
	pq_sendint64(&out, pay->min);
	pq_sendint64(&out, pay->max);
	pq_sendbytes(&out, pay->currency, 3);
	pq_sendbyte(&out, pay->period);
	pq_sendbyte(&out, pay->kind);
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* Defines one comparison operator's function. */
#define COMPARISON(name, operator) \
PG_FUNCTION_INFO_V1(name); \
Datum \
name(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_BOOL(posting_pay_compare(PG_GETARG_POSTING_PAY(0), \
									   PG_GETARG_POSTING_PAY(1)) operator 0); \
} \
extern int	posting_unused_##name

COMPARISON(posting_pay_eq, ==);
COMPARISON(posting_pay_ne, !=);
COMPARISON(posting_pay_lt, <);
COMPARISON(posting_pay_le, <=);
COMPARISON(posting_pay_gt, >);
COMPARISON(posting_pay_ge, >=);

PG_FUNCTION_INFO_V1(posting_pay_cmp);

/* Compares for btree. */
Datum
posting_pay_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(posting_pay_compare(PG_GETARG_POSTING_PAY(0), PG_GETARG_POSTING_PAY(1)));
}

PG_FUNCTION_INFO_V1(posting_pay_hash);

/* Hashes the bytes. */
Datum
posting_pay_hash(PG_FUNCTION_ARGS)
{
	return hash_any((unsigned char *) PG_GETARG_POSTING_PAY(0), sizeof(PayDatum));
}

PG_FUNCTION_INFO_V1(posting_pay_hash_extended);

/* Hashes the bytes with a seed. */
Datum
posting_pay_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_any_extended((unsigned char *) PG_GETARG_POSTING_PAY(0),
							 sizeof(PayDatum), PG_GETARG_INT64(1));
}
