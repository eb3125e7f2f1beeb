/*
 * company.h
 *		Names of employers as written (company_name.c).
 */
#ifndef POSTING_COMPANY_H
#define POSTING_COMPANY_H

#include "extract.h"

/*
 * The name that begins at a token: capitalised words with what joins them; empty where none does.
 */
extern Range company_name_at(const Doc *doc, uint32_t from);

/*
 * Whether a word in small letters that the lexicon
 * does not know may be a name of itself: "insitro".
 */
extern bool company_is_small(const Doc *doc, uint32_t i);

/* What a key of no words is. */
#define COMPANY_KEY_START	2166136261u

/*
 * Hashes of a name's first word, first two words and so on, without article,
 * legal form and genitive s; the last one stands for the name.  Returns their number.
 */
extern uint32_t company_name_keys(const Doc *doc, Range name, uint32_t *keys, uint32_t max);

/* Whether a hyphen follows a name's first words: "Jean" of "Jean-Martin". */
extern bool company_is_hyphenated(const Doc *doc, Range name, uint32_t words);

/* Whether a legal form ends a name. */
extern bool company_has_form(const Doc *doc, Range name);

/* Whether a word bears a genitive s: "Acme's". */
extern bool company_is_genitive(const Doc *doc, uint32_t i);

/*
 * Whether a genitive s belongs to the name: "Boston Children's
 * Hospital", "at Moody's," but not "Acme's platform".
 */
extern bool company_keeps_genitive(const Doc *doc, uint32_t i);

/* Whether a word is a place with a genitive s: "Australia's". */
extern bool company_is_place(const Doc *doc, uint32_t i);

/*
 * Writes a name squeezed, without its legal form, of EMPLOYER_NAME
 * letters at most and closed by a zero; returns their number.
 */
extern uint32_t company_squeeze(const Doc *doc, Range name, char *squeezed);

/* Whether a name, squeezed to len letters, is a well-known employer's. */
extern bool company_is_known(const Doc *doc, Range name, const char *squeezed, uint32_t len);

/* A name as the value shows it. */
extern Str	company_name_text(const Doc *doc, Range name);

/* Whether a word is an article that may stand before a name: "the", in other languages theirs. */
static inline bool
company_is_article(const Doc *doc, uint32_t i)
{
	return token_is(doc, i, "the") ||
		   (doc_is_foreign(doc) && token_in(doc, i, WORDS_COMPANY_ARTICLES));
}

#endif							/* POSTING_COMPANY_H */
