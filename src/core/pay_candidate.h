/*
 * pay_candidate.h
 *		Candidates for pay, as the files pay*.c pass them on.
 */
#ifndef POSTING_PAY_CANDIDATE_H
#define POSTING_PAY_CANDIDATE_H

#include "extract.h"

#define PAY_UNIT	((int64_t) PAY_SCALE)
#define K(n)		((int64_t) (n) * 1000 * PAY_UNIT)

/* What stands around a candidate. */
typedef struct Surroundings
{
	uint8_t		zone;
	bool		label;			/* the value of a label for pay */
	bool		cue;			/* a word for pay is near, or as good as one */
	const Mark *not_pay;
} Surroundings;

typedef struct Candidate
{
	Pay			pay;
	Range		at;				/* tokens */
	Range		clause;
	bool		sign;			/* a currency stands beside it */
	bool		word;			/* the currency is only a word ("pounds") */
	bool		coded;			/* the currency is told by its code: "USD" */
	bool		range;
	bool		multiplier;		/* "k", "LPA" */
	bool		large;			/* millions and more */
	bool		percent;
	bool		decimals;
	bool		explicit_kind;
	bool		told;			/* a word for pay stands before it in its clause */
	bool		stipend;
	bool		masked;			/* asterisks hide the lower end */
	bool		hiring;			/* called the range for hiring, inside that of the grade */
	bool		unbounded_plus;
	Surroundings around;		/* set by pay_refuse */
	const char *rule;
	const char *reason;
} Candidate;

typedef VEC(Candidate) Candidates;

/* The reason of an amount for which nothing speaks. */
extern const char PAY_NO_SIGN[];

/* The upper bound, or the only one. */
static inline int64_t
pay_top(const Pay *pay)
{
	return pay->max != PAY_UNBOUNDED ? pay->max : pay->min;
}

/*
 * Reads the candidate whose first number begins at token
 * i; returns where to go on, 0 where there is none.
 */
extern uint32_t pay_read(const Doc *doc, uint32_t i, Candidate *c);

/* The currency code of a mark. */
extern const char *currency_code(const Mark *mark);

/* Whether an amount is paid by the piece: "$40 per visit". */
extern bool pay_by_piece(const Doc *doc, const Candidate *c);

/*
 * Whether a word may be one that multiplies a number, by its first letter and its length:
 * "k", "lakh", "million" and their kin (pay_read.c).
 */
static inline bool
pay_may_multiply(const Token *token)
{
#define LENGTH(n)	(1u << (n))
	static const uint16_t lengths[26] = {
		['b' - 'a'] = LENGTH(1) | LENGTH(2) | LENGTH(3) | LENGTH(7) | LENGTH(8),
		['c' - 'a'] = LENGTH(2) | LENGTH(5) | LENGTH(6),
		['k' - 'a'] = LENGTH(1) | LENGTH(4),
		['l' - 'a'] = LENGTH(1) | LENGTH(3) | LENGTH(4) | LENGTH(5),
		['m' - 'a'] = LENGTH(1) | LENGTH(2) | LENGTH(3) | LENGTH(7) | LENGTH(8) | LENGTH(9) |
					  LENGTH(10) | LENGTH(11),
		['t' - 'a'] = LENGTH(3) | LENGTH(8)};
#undef LENGTH

	return token->lead >= 'a' && token->lead <= 'z' && token->len < 16 &&
		   lengths[token->lead - 'a'] >> token->len & 1;
}

/* Reads the period behind or before an amount; false where none is said. */
extern bool pay_period(const Doc *doc, Candidate *c);

/* The obvious period of an amount where the text tells none. */
extern Period pay_guess_period(const Doc *doc, const Candidate *c);

/* Puts right a stated period that cannot be; cue: a word for pay is near. */
extern void pay_mend_period(Candidate *c, bool cue);

/* Amounts a year that no job pays, by the scale of the currency: 0 none, -1 too low, 1 too high. */
extern int	pay_absurd(const Candidate *c);

/* Makes pay by two weeks pay by the week. */
extern void pay_halve_biweekly(const Doc *doc, Candidate *c);

/* Yearly value of a bound in 1/100, for comparing two pays. */
extern int64_t pay_yearly(const Pay *pay, int64_t bound);

/* Whether only small words and signs stand between two tokens. */
extern bool pay_is_near(const Doc *doc, uint32_t from, uint32_t to);

/* Whether "plus", "and", "with" stands between: what follows comes on top. */
extern bool pay_adds(const Doc *doc, uint32_t from, uint32_t to);

/* Whether a cue of a kind stands within reach in the clause or in the line above. */
extern bool pay_has_cue(const Doc *doc, EntryKind kind, const Candidate *c, uint32_t before,
						uint32_t after);

/* Whether a label is one for pay. */
extern bool pay_is_label(const Doc *doc, const LabelValue *label);

/*
 * Why a candidate is no pay, whatever its amount and currency; NULL where it may be.
 * Then, why it is none by its amount; NULL where it is pay.
 */
extern const char *pay_refuse(const Doc *doc, Candidate *c);
extern const char *pay_weigh(const Doc *doc, Candidate *c);

/* Tells stated pay, pay in words and silence apart. */
extern void pay_in_words(Doc *doc);

/* "14 Monatsgehälter", "13th salary", "14 pagas": payments a year. */
extern uint8_t pay_payments(const Doc *doc);

#endif							/* POSTING_PAY_CANDIDATE_H */
