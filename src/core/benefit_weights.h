/*
 * benefit_weights.h
 *		What the signs of benefits.c weigh, written by test/bench/benefit_weights.py.
 *
 * A logistic regression, with a ridge, over the marks in labelled postings of
 * which no rule is sure: strong wordings in the first column, weak ones in the
 * second, in 1/32 of log odds.
 */
static const int8_t benefit_weights[BENEFIT_SIGN_COUNT][2] = {
	{15, 19}, {13, -3}, {-6, -4}, {0, 0}, {12, 13}, {47, 43}, {17, 21}, {0, 0},
	{34, 34}, {43, 43}, {29, 34}, {-11, -19}, {20, 22}, {12, 16}, {30, 33}, {30, 26},
	{16, 16}, {5, 0}, {17, 17}, {17, 13}, {12, 12}, {-10, -13}, {49, 49}, {-4, -5},
	{0, 0}, {25, 25}, {0, 0}, {0, 0}, {23, 13}, {5, 3}, {11, 11}, {1, 6},
	{-1, -1}, {-9, -16}, {19, 19}, {3, -2}, {-26, -37}, {-18, -22}, {8, 9}, {18, 7},
	{-2, -7}
};

/* The same of each kind of benefit. */
static const int8_t kind_weights[14][2] = {
	{-10, -28}, {-4, -7}, {-15, -29}, {8, 10}, {-3, -8}, {-5, -5}, {-1, 2}, {0, -2},
	{0, 0}, {24, 48}, {4, 6}, {-11, -19}, {9, 6}, {4, -8}
};

#define BENEFIT_ENOUGH	123
