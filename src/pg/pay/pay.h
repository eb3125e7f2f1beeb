/*
 * pay.h
 *		The type posting_pay: one statement of pay, fixed length.
 *
 * Layout (format of the first release; all bytes count for equality):
 *
 *		 0	int64	min			1/10,000 of the unit; PAY_UNBOUNDED: open ("up to")
 *		 8	int64	max			likewise; PAY_UNBOUNDED: open ("from")
 *		16	char[3]	currency	ISO 4217, XXX where unknown
 *		19	uint8	period		Period; 0 for a one-off
 *		20	uint8	kind		PayKind
 *		21	uint8[3] reserved	zeros
 */
#ifndef POSTING_PG_PAY_H
#define POSTING_PG_PAY_H

#include "fmgr.h"

#include "core/posting.h"

typedef struct PayDatum
{
	int64		min;
	int64		max;
	char		currency[3];
	uint8		period;
	uint8		kind;
	uint8		reserved[3];
} PayDatum;

StaticAssertDecl(offsetof(PayDatum, max) == 8, "posting_pay: max");
StaticAssertDecl(offsetof(PayDatum, currency) == 16, "posting_pay: currency");
StaticAssertDecl(offsetof(PayDatum, period) == 19, "posting_pay: period");
StaticAssertDecl(offsetof(PayDatum, kind) == 20, "posting_pay: kind");
StaticAssertDecl(sizeof(PayDatum) == 24, "posting_pay: size");

/* A buffer for the text form of any value. */
#define PAY_TEXT_SIZE	96

#define DatumGetPayP(datum) ((PayDatum *) DatumGetPointer(datum))
#define PG_GETARG_POSTING_PAY(n) DatumGetPayP(PG_GETARG_DATUM(n))
#define PG_RETURN_POSTING_PAY(pay) PG_RETURN_POINTER(pay)

/* Takes over what the type holds of a pay that the core read. */
extern void posting_pay_from_core(const Pay *in, PayDatum *out);

/* Writes the text form to a buffer of PAY_TEXT_SIZE; returns its length. */
extern int	posting_pay_format(const PayDatum *pay, char *buffer);

/*
 * Reads the text form; on failure *error says what is
 * expected, or is NULL for an amount out of range.
 */
extern bool posting_pay_parse(const char *text, PayDatum *out, const char **error);

/* Whether the bytes are a value: enums in range, bounds in order, reserved bytes zero. */
extern bool posting_pay_is_valid(const PayDatum *pay);

/* How many periods a year has, by the standard assumptions; 0 for a one-off. */
extern int64 posting_pay_times(Period period);

/* -1, 0, 1: currency, yearly bounds, period, kind, bounds. */
extern int	posting_pay_compare(const PayDatum *a, const PayDatum *b);

#endif							/* POSTING_PG_PAY_H */
