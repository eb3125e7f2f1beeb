/*
 * benefit_weights.h
 *		What the signs of benefits.c weigh, written by test/bench/benefit_weights.py.
 *
 * A logistic regression, with a ridge, over the marks in labelled postings of
 * which no rule is sure: strong wordings in the first column, weak ones in the
 * second, in 1/32 of log odds.
 */
static const int8_t benefit_weights[BENEFIT_SIGN_COUNT][2] = {
	{11, 14}, {15, -1}, {7, 9}, {0, 0}, {12, 13}, {46, 46}, {14, 17}, {0, 0},
	{25, 25}, {43, 44}, {33, 39}, {-6, -15}, {19, 19}, {14, 17}, {27, 32}, {23, 22},
	{1, -1}, {-2, -11}, {18, 14}, {29, 25}, {12, 13}, {-9, -12}, {45, 45}, {-5, -6},
	{0, 0}, {17, 14}, {0, 0}, {0, 0}, {18, 10}, {2, 1}, {-1, -4}, {3, 3},
	{-1, -2}, {-7, -12}, {13, 13}, {15, 11}, {-21, -33}, {-10, -17}, {9, 7}, {14, 0},
	{2, -3}
};

/* The same of each kind of benefit. */
static const int8_t kind_weights[14][2] = {
	{-6, -22}, {-2, -5}, {-11, -22}, {11, 13}, {-9, -10}, {0, 0}, {-2, -2}, {6, 1},
	{0, 0}, {20, 40}, {-5, -7}, {-4, -12}, {6, 3}, {-1, -13}
};

#define BENEFIT_ENOUGH	119
