/*
 * employment_weights.h
 *		What the signs of employment_choose.c weigh, written by
 *		test/bench/employment_weights.py.
 *
 * A logistic regression, with a ridge, over the marks in labelled postings of
 * which nothing is sure: strong wordings in the first column, weak ones in the
 * second, in 1/32 of log odds.
 */
static const int8_t employment_weights[N_HINTS + PLACE_SIGN_COUNT][2] = {
	{-24, -30}, {-8, -10}, {10, 7}, {-3, -6}, {10, 10}, {-2, -2}, {17, 17}, {49, 48},
	{9, 9}, {9, 9}, {1, -3}, {-2, -1}, {9, 6}, {33, 25}, {-17, -15}, {-20, -25},
	{-15, -14}, {-21, -21}, {-10, -19}, {4, 6}, {13, 13}, {-4, -6}, {2, -3}, {34, 29},
	{13, 25}, {20, 19}, {-20, -22}, {17, 16}, {14, 8}, {22, 11}, {29, 13}, {26, 10},
	{3, 5}, {28, 18}, {-18, -34}, {9, 0}, {18, 19}, {29, 27}, {2, 7}, {39, 40},
	{22, 16}, {-1, -1}, {15, -2}
};

/* The same of each type. */
static const int8_t kind_weights[7][2] = {
	{18, 18}, {-8, -8}, {1, -24}, {12, -7}, {-11, -14}, {-10, -17}, {0, 0}
};

#define EMPLOYMENT_ENOUGH	75
