/*
 * fold.h
 *		Text into folded words: case, accents, width and quotes no longer count.
 *
 * A token keeps where it stands in the text and how it was written; its folded
 * bytes are needed only for the hash and the look-up, so they are not kept.
 */
#ifndef POSTING_FOLD_H
#define POSTING_FOLD_H

#include "lexicon.h"

typedef enum TokenKind
{
	TOKEN_WORD,					/* letters, digits and their signs: "C++", "B2B" */
	TOKEN_NUMBER,				/* ASCII digits */
	TOKEN_SIGN,					/* a currency sign */
	TOKEN_PUNCT = 4				/* one other character, see chr; a bit of its own */
} TokenKind;

typedef enum TokenGap
{
	GAP_NONE,					/* glued to the token before */
	GAP_SPACE, GAP_LINE, GAP_BLANK	/* blanks, a line break, an empty line */
} TokenGap;

#define SHAPE_FIRST_UPPER	0x01	/* the lowest bit: counted as a number */
#define SHAPE_HAS_UPPER		0x02
#define SHAPE_HAS_LOWER		0x04
#define SHAPE_HAS_DIGIT		0x08
#define SHAPE_SPLIT			0x10	/* cut out of a longer run: "moreCompany" */
#define SHAPE_ENDS_CLAUSE	0x20	/* a sentence, line or item ends here (doc_clauses) */

typedef struct Token
{
	uint32_t	start;			/* bytes into the text */
	uint16_t	len;
	/* set of lists of words.tsv that hold it, 0 none: a row of posting_word_sets */
	uint16_t	lists;
	uint32_t	hash;			/* of the folded word, its lower half */
	uint8_t		kind;			/* TokenKind */
	uint8_t		shape;
	uint8_t		gap;			/* TokenGap: what stands before it */
	char		lead;			/* its first byte, ASCII letters in lower case; 0 for punctuation */
	uint32_t	word;			/* number in the built-in lexicon, 0 none */
	/* TOKEN_PUNCT: its ASCII equivalent; 0 where it has none, and of other kinds */
	char		chr;
	uint8_t		zone;			/* set by sections.c: a Zone, or ZONE_NOISE */
	uint16_t	unused;
	uint32_t	line;
	uint32_t	clause;			/* set by doc.c: number of its clause */
	union
	{
		struct					/* set by match.c: bits of the kinds of marks */
		{
			uint32_t	begins;	/* that begin here */
			uint32_t	ends;	/* whose last token this is */
		};
		/* before, with a lexicon, its state where a phrase begins with the token */
		State		state;
	};
} Token;

typedef struct Tokens
{
	Token	   *items;			/* one more stands behind the last: an empty TOKEN_PUNCT */
	uint32_t	count;
	/*
	 * the tokens that some reader has to look at, in order: all but
	 * plain words, which are noted in no list and not cut out of a run
	 */
	uint32_t   *notes;
	uint32_t	n_notes;
	uint32_t   *lines;			/* the first token of each */
	uint32_t	n_lines;
	uint32_t	upper;			/* words that begin with a capital */
	const uint32_t *small;		/* how many words have each WordSlot.small */
	bool		cut;			/* the text has more than max of them */
} Tokens;

/* A longer word is cut: nothing that long is a word. */
#define FOLD_MAX_WORD	200

/*
 * Cuts text into tokens, about max at most.  With a lexicon, runs are cut or joined by what it
 * knows ("moreCompany", "C++", "401k"); without one (building a lexicon), signs
 * always join and nothing is cut.  Now and then interrupt is called, if there is one.
 */
extern void fold_tokens(Arena *arena, const char *text, uint32_t len,
						uint32_t max, const Lexicon *lex, void (*interrupt) (void), Tokens *out);

/*
 * Writes the folded bytes of one token to buffer of FOLD_MAX_WORD * 4 bytes; returns their number.
 */
extern uint32_t fold_word(const char *s, uint32_t len, char *buffer);

/* Whether so many bytes are the same, but for the bit that tells a letter's case in ASCII. */
static inline bool
is_same_but_for_case(const char *a, const char *b, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
		if ((a[i] ^ b[i]) & ~0x20)
			return false;
	return true;
}

/* Length in bytes of the UTF-8 character at s (1 for broken bytes), and its code. */
extern uint32_t fold_char(const char *s, uint32_t len, int32_t *code);

#endif							/* POSTING_FOLD_H */
