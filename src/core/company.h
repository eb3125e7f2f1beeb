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

/* Whether a word that ends in s bears a genitive s. */
extern bool company_ends_genitive(const Doc *doc, uint32_t i);

/* Whether a word bears a genitive s: "Acme's"; nearly all do not end in s. */
static inline bool
company_is_genitive(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return token->kind == TOKEN_WORD && token->len > 2 &&
		   (token_text(doc, i)[token->len - 1] | 32) == 's' && company_ends_genitive(doc, i);
}

/* The hash of a name's first word without article and genitive s, with which its keys begin. */
extern uint32_t company_first_of_several(const Doc *doc, Range name);

static inline uint32_t
company_first_word(const Doc *doc, Range name)
{
	return name.to - name.from == 1 && !company_is_genitive(doc, name.from)
			   ? doc->tokens[name.from].hash
			   : company_first_of_several(doc, name);
}

/* The same of the first of a name's keys. */
#define COMPANY_FIRST_OF(key)	((key) - COMPANY_KEY_START * 31)

/* Whether a hyphen follows a name's first words: "Jean" of "Jean-Martin". */
extern bool company_is_hyphenated(const Doc *doc, Range name, uint32_t words);

/* Whether a legal form ends a name. */
extern bool company_has_form(const Doc *doc, Range name);

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

/* All lists of words on employers stand in one cell, which is read once a word. */
_Static_assert(WORDS_COMPANY_FORM / 64 == WORDS_COMPANY_COMMON / 64, "company lists in one cell");
#define COMPANY_LISTS(doc, i)	token_lists(doc, i, WORDS_COMPANY_COMMON / 64)
#define COMPANY_LIST(list)		((uint64_t) 1 << WORDS_COMPANY_##list % 64)

/* A name as the value shows it. */
extern Str	company_name_text(const Doc *doc, Range name);

/* Whether a word is an article that may stand before a name: "the", in other languages theirs. */
static inline bool
company_is_article(const Doc *doc, uint32_t i)
{
	return token_is(doc, i, "the") ||
		   (doc_is_foreign(doc) && token_in(doc, i, WORDS_COMPANY_ARTICLES));
}

/*
 * Whether a name of the word at i is of no more, as the next token tells: a word in
 * small letters, one of another line, or a sign that joins nothing.
 */
static inline bool
company_ends_behind(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const Token *next = token + 1;

	if (i + 2 >= doc->n_tokens || next->begins >> KIND_COMPANY_TAIL & 1 || token->len == 1)
		return false;
	if (next->line != token->line || token->shape & SHAPE_ENDS_CLAUSE)
		return true;
	if (next->kind == TOKEN_WORD)
		return next->gap == GAP_SPACE && next->len > 1 && !(next->shape & SHAPE_HAS_UPPER) &&
			   next->lead != 0 && next->lead != '&' && !token_in(doc, i + 1, WORDS_COMPANY_INSIDE);
	if (next->kind != TOKEN_PUNCT)
		return false;
	switch (next->chr)
	{
		case ',':				/* "Acme, Inc." */
			return !(next[1].shape & SHAPE_HAS_UPPER);
		case '.':				/* "Acme.com", "St. Anne" */
			return next[1].gap != GAP_NONE && !token_in(doc, i, WORDS_COMPANY_ABBREVIATED);
		case '-':
		case '\'':
			return next[1].gap != GAP_NONE;
		case '+':
		case '"':
		case '\\':
			return false;
		default:
			return true;
	}
}

#endif							/* POSTING_COMPANY_H */
