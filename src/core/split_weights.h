/*
 * split_weights.h
 *		What the clues of split_clues.c weigh, written by test/bench/split_weights.py.
 *
 * A column for each way that two lines are parted in and, within it, for the
 * form of the line behind; the last row is what the others are added to:
 * break: short | text | title | empty lines: short | text | title | rule: short | text | title
 */
#define SPLIT_WEIGHTS(ROW) \
	ROW(CLUE_RULE, 0, 0, 0, 0, 0, 0, 324, 316, 50) \
	ROW(CLUE_APPLY, 0, 0, 0, 0, 0, 0, -229, -193, -36) \
	ROW(CLUE_BLANK, -168, -89, -119, 0, 0, 0, 214, 41, 80) \
	ROW(CLUE_BLANKS, 0, 0, 0, 0, 0, 0, 301, 293, 50) \
	ROW(CLUE_TITLE, 0, 0, 0, 0, 0, 0, 0, 0, 0) \
	ROW(CLUE_HEADING, -8, 129, 360, -80, 134, -373, -59, 392, 53) \
	ROW(CLUE_OPENING, 322, 104, -72, 270, 68, 0, 194, 435, 7) \
	ROW(CLUE_SET_OFF, 74, 208, 0, -95, 74, 0, -117, 42, 0) \
	ROW(CLUE_BULLET, -148, -481, -35, -126, -334, 0, -44, -216, 0) \
	ROW(CLUE_NOISE, 136, 0, 0, -17, -4, 0, -41, 0, 0) \
	ROW(CLUE_LOWER, -24, -306, 102, 31, -274, -52, 125, -239, 22) \
	ROW(CLUE_LONG, 0, 0, 0, 0, 0, 0, 0, 0, 0) \
	ROW(CLUE_CAPITALS, -68, -411, 289, 98, -47, 178, 142, 307, 28) \
	ROW(CLUE_OPENING_WORD, 112, 107, 170, 99, 12, 127, 187, 40, 54) \
	ROW(CLUE_STILL_CLOSING, -463, -65, -324, -108, -189, -304, -156, -101, 36) \
	ROW(CLUE_WHOLE, 0, 305, 0, 0, 312, 0, 0, 138, 0) \
	ROW(CLUE_LINK, 466, 329, 0, 456, 577, 0, 428, 45, 0) \
	ROW(CLUE_PREV_STOP, 51, -64, 212, -44, -97, -169, -122, -164, -6) \
	ROW(CLUE_PREV_OPEN, 112, 36, 154, 91, 54, 75, 55, -65, 15) \
	ROW(CLUE_PREV_CUT, 295, 256, 184, 350, 192, 477, 403, 40, 35) \
	ROW(CLUE_PREV_BULLET, 8, 56, 50, -117, -116, 37, -236, -109, -182) \
	ROW(CLUE_PREV_HEADING, -33, -41, 12, 144, -104, -44, -308, -193, -158) \
	ROW(CLUE_PREV_LABEL, 91, 157, 205, 69, 201, 77, 219, 116, 75) \
	ROW(CLUE_PREV_LINK, 57, 110, -20, 107, 68, -26, -148, 44, 21) \
	ROW(CLUE_HEADED, 0, 0, 0, -154, -69, -28, 0, 0, 0) \
	ROW(CLUE_PREV_SET_OFF, -388, -247, -407, -445, -178, -162, -302, -221, 49) \
	ROW(CLUE_WRAPPED, -123, 100, -265, 0, 0, 0, 0, 0, 0) \
	ROW(CLUE_PREV_SHORT, -34, 1, -87, -56, -74, -79, 67, -85, -68) \
	ROW(CLUE_PREV_BLANK, 26, -59, -178, -114, -145, -130, -9, 33, 48) \
	ROW(CLUE_AFTER_LEGAL, 18, 122, 152, -101, 80, 127, 30, 276, 28) \
	ROW(CLUE_AFTER_PROCESS, 55, 12, 23, 167, 100, 153, 21, -91, 33) \
	ROW(CLUE_AFTER_BENEFITS, 79, 52, 41, 103, 92, 160, 70, 186, -173) \
	ROW(CLUE_AFTER_COMPANY, -107, 18, 125, -17, -24, 168, -71, -98, -136) \
	ROW(CLUE_AFTER_NOISE, 47, 187, -35, 164, 81, -5, 347, 523, -45) \
	ROW(CLUE_AFTER_WORK, 0, 30, 78, 38, 35, 21, 31, 159, 58) \
	ROW(CLUE_PREV_WHOLE, 275, 255, 33, 167, 289, 200, 227, 342, 15) \
	ROW(CLUE_CLOSING, 16, 25, -13, 33, 40, 52, 51, 64, 4) \
	ROW(CLUE_LAST_CLOSING, 18, 30, 108, 29, 14, 11, 19, 54, 7) \
	ROW(CLUE_NO_ROLE_BEFORE, -51, -77, -226, -159, -140, -210, -136, -190, -306) \
	ROW(CLUE_BODY_BEFORE, 29, 18, 65, 40, 43, 14, 65, 55, 26) \
	ROW(CLUE_WORK_BEFORE, 53, -39, 127, 25, 63, -1, 88, 58, 54) \
	ROW(CLUE_ZONES_BEFORE, -25, -17, -24, -26, -15, 7, -45, -37, -20) \
	ROW(CLUE_COMPLETE, -72, -23, -32, 0, -118, 7, -108, -125, 41) \
	ROW(CLUE_LONG_GAP, 77, 82, -47, 66, 6, -24, -10, 95, 39) \
	ROW(CLUE_REST, 2, -18, -45, -8, -33, -38, -41, -17, -30) \
	ROW(CLUE_SAME_OPENING, 116, 43, 185, 90, 231, 70, -121, 268, 53) \
	ROW(CLUE_BODY_BEHIND, -26, -5, 25, -10, 31, -26, 49, 23, 47) \
	ROW(CLUE_WORK_BEHIND, -7, -18, 57, -10, -21, -18, 64, 45, -43) \
	ROW(CLUE_WORK_AGAIN, 98, 82, 177, 138, 117, 215, 119, 36, 9) \
	ROW(CLUE_ZONES_AGAIN, 52, 31, 14, 42, 55, 81, 52, 8, 46) \
	ROW(CLUE_LINE_AGAIN, 5, 18, 15, 20, -1, -9, 30, 85, -47) \
	ROW(CLUE_OTHER_GAPS, 19, 15, 40, 19, 5, 31, 30, 25, 43) \
	ROW(CLUE_OTHER_BULLETS, 85, 60, -20, 99, 124, 87, 0, 50, 29) \
	ROW(CLUE_OTHER_MARKUP, 60, 71, 11, 2, 65, 138, 81, 46, 88) \
	ROW(CLUE_OTHER_LENGTH, 36, 11, 23, 30, 6, 40, -16, -8, 5) \
	ROW(CLUE_LEAD, 34, 90, 105, 89, 131, -14, 20, 112, -5) \
	ROW(CLUE_EARLY_LEAD, 58, 99, -39, 38, 84, -44, 159, 139, -178) \
	ROW(CLUE_FIRM, -24, 34, -39, 34, 19, -2, -5, 121, 37) \
	ROW(CLUE_PAY, 70, -21, 83, 121, 56, 23, 76, 41, 66) \
	ROW(CLUE_PAY_AGAIN, -52, 6, 70, -9, -37, 32, -56, 16, 58) \
	ROW(CLUE_ROLE, -25, 64, -588, 19, 106, -31, 19, 97, -44) \
	ROW(CLUE_EARLY_ROLE, 142, 236, 189, 98, 167, -259, 120, 280, -50) \
	ROW(CLUE_FIRST_WORDS, 35, 32, 51, 37, 39, 46, 31, 24, 0) \
	ROW(CLUE_LAST_WORDS, 42, 24, 50, 33, 46, 34, 16, 45, 0) \
	ROW(CLUE_TITLE_NEAR, 19, -26, -32, -11, -45, -97, -108, 33, 101) \
	ROW(CLUE_LABEL, -79, -68, -48, -79, -62, -24, -83, -177, 61) \
	ROW(CLUE_LABEL_AGAIN, -88, -43, -1, -31, -13, -116, 76, -172, 42) \
	ROW(CLUE_TITLE_LABEL, 206, 55, -40, 192, 65, 337, 240, 150, 47) \
	ROW(CLUE_PLACE, 48, 29, 152, 77, 126, 102, 27, 67, 10) \
	ROW(CLUE_NOISE_NEAR, -41, -112, 16, -4, -39, -269, 41, 31, 60) \
	ROW(CLUE_SHORT_LINES, 4, -15, 11, -15, -3, 5, -6, -30, -26) \
	ROW(CLUE_BLANK_BEHIND, -81, -34, 70, -135, -219, -239, -282, -41, -29) \
	ROW(CLUE_TITLE_AGAIN, 50, -13, -180, 20, -104, -101, 126, 47, 36) \
	ROW(CLUE_REPEATED_TITLE, -157, -300, -12, -70, -75, -81, 161, -65, -158) \
	ROW(CLUE_ROLE_GOES_ON, -17, -26, 173, 32, -17, 96, 47, 23, 15) \
	ROW(CLUE_CHAINS, -10, -8, -3, -6, -7, -8, -7, -11, -3) \
	ROW(CLUE_NAME_CHAINS, 0, -3, -7, -4, -4, -4, -1, 0, 1) \
	ROW(CLUE_NEW_NAMES, 18, 25, 34, 15, 25, 17, 26, 17, 35) \
	ROW(CLUE_OLD_NAMES, 5, 4, 4, -7, -3, 2, 3, 0, 9) \
	ROW(CLUE_SAME_NAMES, -4, 0, -9, -26, -17, -30, -5, 3, 1) \
	ROW(CLUE_COHESION, -2, -1, 8, -4, 1, -3, -19, -10, -10) \
	ROW(CLUE_NAME_COHESION, -17, -13, -13, -18, -20, -12, -10, -12, -3) \
	ROW(CLUE_BACK_COHESION, -3, -4, -47, -16, -4, -12, -22, 15, -2) \
	ROW(CLUE_OTHER_LANGUAGE, 73, 120, 126, 125, 145, 6, 131, 225, 21) \
	ROW(CLUE_COUNT, -837, -477, -495, -541, -480, 347, -678, -934, 567)

/* By column, so that those of a line lie side by side. */
#define SPLIT_ROW_0(clue, a, b, c, d, e, f, g, h, i) [clue] = a,
#define SPLIT_ROW_1(clue, a, b, c, d, e, f, g, h, i) [clue] = b,
#define SPLIT_ROW_2(clue, a, b, c, d, e, f, g, h, i) [clue] = c,
#define SPLIT_ROW_3(clue, a, b, c, d, e, f, g, h, i) [clue] = d,
#define SPLIT_ROW_4(clue, a, b, c, d, e, f, g, h, i) [clue] = e,
#define SPLIT_ROW_5(clue, a, b, c, d, e, f, g, h, i) [clue] = f,
#define SPLIT_ROW_6(clue, a, b, c, d, e, f, g, h, i) [clue] = g,
#define SPLIT_ROW_7(clue, a, b, c, d, e, f, g, h, i) [clue] = h,
#define SPLIT_ROW_8(clue, a, b, c, d, e, f, g, h, i) [clue] = i,
static const int16_t weights[9][CLUE_COUNT + 1] = {
	{SPLIT_WEIGHTS(SPLIT_ROW_0)}, {SPLIT_WEIGHTS(SPLIT_ROW_1)}, {SPLIT_WEIGHTS(SPLIT_ROW_2)},
	{SPLIT_WEIGHTS(SPLIT_ROW_3)}, {SPLIT_WEIGHTS(SPLIT_ROW_4)}, {SPLIT_WEIGHTS(SPLIT_ROW_5)},
	{SPLIT_WEIGHTS(SPLIT_ROW_6)}, {SPLIT_WEIGHTS(SPLIT_ROW_7)}, {SPLIT_WEIGHTS(SPLIT_ROW_8)}
};

/*
 * What the surest line of hardly a page of several postings stays below (of three pages in a
 * thousand, of one behind rules and empty lines) when the clues up to a stage are summed up;
 * a column for each manner to part lines and, within it, each form of line.
 */
static const int16_t hopeless[SPLIT_STAGES][SPLIT_WAYS] = {
	{-906, -654, -568, -1006, -632, -615, -717, -859, -27, -908, -1128, 530},
	{-814, -549, -733, -982, -509, -646, -770, -761, -103, -419, -716, 247},
	{-851, -630, -774, -985, -600, -736, -721, -855, -180, -680, -926, 33},
	{-903, -604, -600, -894, -609, -588, -729, -680, -195, -388, -808, 221},
	{-738, -578, -522, -871, -567, -504, -665, -671, -155, -293, -755, 324},
	{-674, -299, -868, -720, -145, -805, -548, -546, -422, -273, -357, 218},
	{314, 343, 247, 396, 526, 280, 373, 431, 322, 351, 307, 218},
	{239, 276, 379, 483, 481, 380, 315, 431, 319, 271, 293, 137},
	{202, 162, 257, 410, 374, 481, 239, 289, 295, 238, 190, 186},
	{292, 283, 431, 488, 474, 557, 241, 292, 329, 277, 228, 256},
	{257, 251, 431, 452, 465, 484, 241, 258, 317, 232, 208, 228},
	{257, 251, 431, 452, 465, 484, 241, 258, 317, 232, 208, 228}
};
