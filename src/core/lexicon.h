/*
 * lexicon.h
 *		The automaton that marks every entry of a lexicon in one pass over the
 *		words of a text: a hash of known words, and a trie of phrases over them.
 *
 * The same tables are built by the host program from src/lexicon (const and
 * pointer-free, see lexicon_tables.h) and at run time from a user's own skills.
 */
#ifndef POSTING_LEXICON_H
#define POSTING_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

/* What an entry is.  The cue kinds bear the names of the fields in cues.tsv. */
typedef enum EntryKind
{
	KIND_SKILL, KIND_HEADING, KIND_PLACE, KIND_TITLE, KIND_CURRENCY,
	KIND_EMPLOYMENT_TYPE, KIND_WORKPLACE, KIND_SENIORITY, KIND_EDUCATION,
	KIND_LANGUAGE, KIND_LANGUAGE_LEVEL, KIND_BENEFITS, KIND_VISA, KIND_PERIOD,
	KIND_PAY_KIND, KIND_PAY_CUE, KIND_PAY_WORDS, KIND_NOT_PAY, KIND_TAX,
	KIND_BOUND, KIND_REQUIREMENT, KIND_SKILL_LEAD, KIND_SKILL_TAIL,
	KIND_EXPERIENCE, KIND_NUMBER, KIND_MONTH, KIND_HOURS_PER_WEEK,
	KIND_COMPANY_LEAD, KIND_COMPANY_TAIL, KIND_TITLE_LEAD, KIND_AGENCY,
	KIND_NOISE
} EntryKind;
#define KIND_COUNT (KIND_NOISE + 1)
_Static_assert(KIND_COUNT <= 32, "a token notes kinds as bits of 32");

#define ENTRY_CASE		0x01	/* counts only in the case given by caps */
#define ENTRY_WEAK		0x02	/* counts only with other evidence */
#define ENTRY_SOFT		0x04	/* skills: a soft skill */
#define ENTRY_HEAD		0x08	/* titles: a head noun of unknown titles */
#define ENTRY_LEVEL		0x10	/* titles: a level word */
#define ENTRY_LABEL		0x20	/* headings: a label whose value follows */
#define ENTRY_LAST		0x80	/* the last entry of its phrase */

/* One meaning of a phrase. */
typedef struct Entry
{
	uint8_t		kind;			/* EntryKind */
	uint8_t		flags;
	int16_t		trust;			/* skills: for the wording's being one, in 1/32 of log odds */
	uint32_t	value;			/* row in the kind's table */
	uint32_t	caps;			/* with ENTRY_CASE: bit i, letter or digit i is upper case */
} Entry;

/*
 * What the words of a phrase mean so far, and how it may go on; both 0 where no phrase begins so.
 */
typedef struct State
{
	uint32_t	entries;		/* the first one + 1, 0 none */
	uint32_t	next;			/* bits of the words that follow in some phrase, 0: none does */
} State;

/* The bit of a word in State.next; most words that do not go on are known by it. */
#define STATE_BIT(word)	(1u << ((word) & 31))

/*
 * A word, known by the 64 bits of its hash alone: of a hundred thousand words
 * another one is taken for one of them in 10^14 cases once, and then a text is misread
 * in one place.  All that a text's word needs stands in one line of the cache.
 */
typedef struct WordSlot
{
	uint64_t	hash;
	uint32_t	word;			/* 0: empty */
	/* set of lists of words.tsv that hold it, 0 none: a row of posting_word_sets */
	uint16_t	lists;
	uint8_t		small;			/* row of posting_small_words, 0: none's small word */
	uint8_t		noted;			/* stands in one of LISTS_NOTED */
	State		state;			/* at a phrase's begin */
	uint64_t	unused;			/* so that none lies in two lines */
} WordSlot;

/* So many values may WordSlot.small have. */
#define SMALL_ROWS		256

/*
 * The word that goes on from a state: a word, or n_words + the number of the edge that led there.
 */
typedef struct Edge
{
	uint32_t	from;			/* 0: empty */
	uint32_t	word;
	State		to;
} Edge;

typedef struct Lexicon
{
	const WordSlot *slots;		/* open addressing, slot_mask + 1 of them */
	uint32_t	slot_mask;
	const Edge *edges;			/* open addressing, edge_mask + 1 of them */
	uint32_t	edge_mask;
	const Entry *entries;
	/*
	 * of the built-in one, the pairs of words with which some phrase begins: a
	 * bit for the hash of each, of PAIR_BITS; one in seven others has one, too
	 */
	const uint32_t *pairs;
	uint32_t	n_words;		/* words are 1 .. n_words - 1 */
	uint32_t	n_entries;
} Lexicon;

#define PAIR_BITS		(1u << 20)

/* Longest phrase, in words; the bound that keeps matching linear. */
#define LEXICON_MAX_WORDS	12

/*
 * The hash of a folded word takes eight bytes at a time; the last block holds
 * fewer, and their number in its highest byte.
 */
#define HASH_START	0x9E3779B97F4A7C15u

static inline uint64_t
hash_block(uint64_t hash, uint64_t block)
{
	hash = (hash ^ block) * 0xD6E8FEB86659FD93u;
	return hash ^ hash >> 32;
}

/* Eight bytes as one number, the same on every machine: the first byte is the lowest. */
static inline uint64_t
hash_load(const char *s)
{
	uint64_t	block;

	memcpy(&block, s, sizeof(block));
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	block = __builtin_bswap64(block);
#endif
	return block;
}

static inline uint64_t
lexicon_hash(const char *s, uint32_t len)
{
	uint64_t	hash = HASH_START;
	uint64_t	rest;

	for (; len >= 8; s += 8, len -= 8)
		hash = hash_block(hash, hash_load(s));
	rest = (uint64_t) len << 56;
	for (uint32_t i = 0; i < len; i++)
		rest |= (uint64_t) (uint8_t) s[i] << (8 * i);
	return hash_block(hash, rest);
}

/*
 * Writes the letters and digits of a text in lower case, ASCII's
 * alone and at most max of them, to out; returns their number.
 */
static inline uint32_t
lexicon_squeeze(const char *s, uint32_t len, char *out, uint32_t max)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len && n < max; i++)
		if ((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9'))
			out[n++] = s[i];
		else if (s[i] >= 'A' && s[i] <= 'Z')
			out[n++] = s[i] + 32;
	return n;
}

/*
 * Returns the slot of the folded word with a hash, an empty one where the lexicon does not hold it.
 */
static inline const WordSlot *
lexicon_word(const Lexicon *lex, uint64_t hash)
{
	uint32_t	i = (uint32_t) hash & lex->slot_mask;

	while (lex->slots[i].hash != hash && lex->slots[i].word != 0)
		i = (i + 1) & lex->slot_mask;
	return &lex->slots[i];
}

static inline uint32_t
lexicon_edge_hash(uint32_t from, uint32_t word)
{
	uint32_t	h = from * 0x9E3779B1u ^ word * 0x85EBCA77u;

	return h ^ (h >> 15);
}

/* Where the bit of the pairs is that tells whether some phrase may begin with two words. */
static inline uint32_t
lexicon_pair_at(uint32_t first, uint32_t second)
{
	return lexicon_edge_hash(first, second) & (PAIR_BITS - 1);
}

/* Returns the edge by which a word goes on from a state, NULL where it does not. */
static inline const Edge *
lexicon_step(const Lexicon *lex, uint32_t from, uint32_t word)
{
	for (uint32_t i = lexicon_edge_hash(from, word) & lex->edge_mask;;
		 i = (i + 1) & lex->edge_mask)
	{
		const Edge *edge = &lex->edges[i];

		if (edge->from == 0)
			return NULL;
		if (edge->from == from && edge->word == word)
			return edge;
	}
}

/* The state that an edge leads to, as other edges go on from it. */
static inline uint32_t
lexicon_behind(const Lexicon *lex, const Edge *edge)
{
	return lex->n_words + (uint32_t) (edge - lex->edges);
}

/* The meanings of a state, of which the last has ENTRY_LAST; NULL where it has none. */
static inline const Entry *
lexicon_meanings(const Lexicon *lex, State state)
{
	return state.entries == 0 ? NULL : &lex->entries[state.entries - 1];
}

/* The next meaning of the same phrase, NULL behind its last. */
static inline const Entry *
lexicon_more(const Entry *entry)
{
	return entry->flags & ENTRY_LAST ? NULL : entry + 1;
}

/* Building: add phrases, then finish. */
typedef struct LexiconBuilder LexiconBuilder;

extern LexiconBuilder *lexicon_builder(Arena *arena);

/*
 * Adds a phrase with one meaning; caps are taken from its own case.  Returns
 * the number of its words: 0 where it folds to nothing, and then nothing is added.
 */
extern uint32_t lexicon_add(LexiconBuilder *builder, const char *phrase,
							uint32_t len, EntryKind kind, uint8_t flags,
							uint32_t value);

/* Adds a word that need not stand in any phrase; returns its number, 0 where it is not one word. */
extern uint32_t lexicon_add_word(LexiconBuilder *builder, const char *word, uint32_t len);

/*
 * Says that a word is the next most frequent one, if the lexicon holds it: such
 * words come first in the tables, so that what most texts need lies together.
 */
extern void lexicon_rank_word(LexiconBuilder *builder, const char *word, uint32_t len);

/* Returns whether the phrase already has a meaning of a kind. */
extern bool lexicon_has(LexiconBuilder *builder, const char *phrase,
						uint32_t len, EntryKind kind);
extern void lexicon_finish(LexiconBuilder *builder, Lexicon *lex);

/* Copies a finished lexicon to another arena, without what building it left behind. */
extern void lexicon_copy(const Lexicon *lex, Arena *arena, Lexicon *out);

/* Looks a whole phrase up in a finished lexicon: its first entry of a kind, or NULL. */
extern const Entry *lexicon_lookup(const Lexicon *lex, Arena *arena,
								   const char *phrase, uint32_t len,
								   EntryKind kind);

#endif							/* POSTING_LEXICON_H */
