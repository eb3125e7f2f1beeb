/*
 * skill_weights.h
 *		What the signs of skills.c weigh, written by test/bench/skill_weights.py
 *		together with trust.tsv and context.tsv.
 *
 * A logistic regression over the marks that no rule throws out in labelled
 * postings, the three mentions of a skill in a posting that speak most for it,
 * with a ridge towards the weights before.
 */

/* In the order of their bits, in 1/32 of log odds as trust and context are. */
static const int8_t sign_weights[SIGN_COUNT] = {
	7, -3, 6, 25, 11, 17, 9, 9, 6, -1, 5, 4, 14, -21, 11, 9,
	6, -25, -7, 0, -15, -32, -10, 3, 3, 10, 22, 6, -13, 11, 39, -11,
	-9, -49, -12, 21, -1, -9, 7, -4, 9, -19, -28, -22, -26, -61, 7, 22
};
#define SKILL_ENOUGH		20

/*
 * The same for a text that is a sentence or two: without headings, and without
 * a rest of the posting, other signs tell, and mistrust counts for less.
 */
static const int8_t sentence_weights[SIGN_COUNT] = {
	1, -15, 8, 28, 18, 10, 23, 4, 0, -9, 6, 19, 2, -14, 4, 9,
	6, -29, -7, 0, -23, -37, -22, -26, -20, -12, -1, 0, -47, -19, 17, 15,
	-22, 3, -22, 16, 15, -6, -2, -4, 6, -19, -28, -22, -26, -36, 21, 9
};
#define SENTENCE_ENOUGH		13
#define SENTENCE_TRUST		4	/* eighths of it that count where it speaks against the mark */
