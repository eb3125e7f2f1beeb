/*
 * words.h
 *		The lists of words that the extractors ask for, kept in
 *		src/lexicon/words.tsv under these names.
 *
 * Each word of the lexicon knows the lists that hold it, so that asking costs
 * the same for two words as for fifty, in one language or in ten.
 */
#ifndef POSTING_WORDS_H
#define POSTING_WORDS_H

#define WORD_LISTS(LIST) \
	LIST(SMALL_EN) LIST(SMALL_DE) LIST(SMALL_FR) LIST(SMALL_ES) LIST(SMALL_NL) \
	LIST(SMALL_PL) LIST(SMALL_PT) LIST(SMALL_IT) LIST(SMALL_CS) LIST(SMALL_SV) \
	LIST(COUNTRY_AU) LIST(COUNTRY_CH) LIST(COUNTRY_GB) \
	LIST(COUNTRY_IN) LIST(COUNTRY_PL) LIST(COUNTRY_US) LIST(COUNTRY_GB_WEAK) \
	LIST(SPLIT_CLOSING) \
	LIST(TEASERS_LIST) \
	LIST(COMPANY_FORM) LIST(COMPANY_INSIDE) LIST(COMPANY_NEVER) LIST(COMPANY_EVERYDAY) LIST(COMPANY_KIND) \
	LIST(COMPANY_OWNS) LIST(COMPANY_BOARD)

#define WORD_LIST_NAME(name) WORDS_##name,
typedef enum WordList
{
	WORD_LISTS(WORD_LIST_NAME)
	WORD_LIST_COUNT
} WordList;
#undef WORD_LIST_NAME

#define WORD_SET_CELLS	((WORD_LIST_COUNT + 63) / 64)

#endif							/* POSTING_WORDS_H */
