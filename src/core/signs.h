/*
 * signs.h
 *		What decisions by learned weights share: signs, a bit each, of what may be
 *		chosen, and what those that it has weigh together.
 */
#ifndef POSTING_SIGNS_H
#define POSTING_SIGNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The bit of one of up to 64 signs. */
#define SIGN(n)	((uint64_t) 1 << (n))

/* Up to 128 signs. */
typedef struct Signs
{
	uint64_t	bits[2];
} Signs;

static inline void
set_sign(Signs *signs, uint32_t sign, bool holds)
{
	signs->bits[sign / 64] |= (uint64_t) holds << (sign % 64);
}

static inline bool
has_sign(const Signs *signs, uint32_t sign)
{
	return signs->bits[sign / 64] >> (sign % 64) & 1;
}

/* What up to 64 signs weigh; the weight of each is step weights behind that of the one before. */
static inline int
sum_of_bits(uint64_t signs, const int8_t *weights, size_t step)
{
	int			sum = 0;

	for (; signs != 0; signs &= signs - 1)
		sum += weights[(size_t) __builtin_ctzll(signs) * step];
	return sum;
}

/* The same of up to 128. */
static inline int
sum_of_signs(const Signs *signs, const int16_t *weights, size_t step)
{
	int			sum = 0;

	for (size_t word = 0; word < 2; word++)
		for (uint64_t bits = signs->bits[word]; bits != 0; bits &= bits - 1)
			sum += weights[(word * 64 + (size_t) __builtin_ctzll(bits)) * step];
	return sum;
}

#endif							/* POSTING_SIGNS_H */
