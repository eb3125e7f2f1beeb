/*
 * split_clues.h
 *		What speaks for and against a posting that begins at a line (split_clues.c),
 *		for split.c, which weighs it.
 */
#ifndef POSTING_SPLIT_CLUES_H
#define POSTING_SPLIT_CLUES_H

#include "doc.h"

/* Clues at a line; the order of the weights. */
typedef enum Clue
{
	/* what parts the line from the text before, and the line itself */
	CLUE_RULE,					/* a row of dashes or stars before it */
	CLUE_APPLY,					/* "Apply now" or a board's tag alone on the line before */
	CLUE_BLANK,					/* one empty line before it */
	CLUE_BLANKS,				/* two and more */
	CLUE_TITLE,					/* it reads like a title */
	CLUE_HEADING,				/* it is a heading inside a posting */
	CLUE_OPENING,				/* it is a heading that opens one */
	CLUE_SET_OFF,				/* it looks like a heading, and names no role */
	CLUE_BULLET,
	CLUE_NOISE,					/* it is part of a menu */
	CLUE_LOWER,					/* it begins in lower case */
	CLUE_LONG,					/* it is running text */
	CLUE_CAPITALS,				/* it is written in capitals */
	CLUE_OPENING_WORD,			/* it begins with a word that begins postings */
	CLUE_STILL_CLOSING,			/* words that close postings in it */
	CLUE_WHOLE,					/* it is as long as a posting */
	CLUE_LINK,					/* it holds an address of the web */
	/* how the text before closes */
	CLUE_PREV_STOP,				/* the line before ends a sentence */
	CLUE_PREV_OPEN,				/* it is running text and ends without one */
	CLUE_PREV_CUT,				/* it ends in an ellipsis */
	CLUE_PREV_BULLET,
	CLUE_PREV_HEADING,
	CLUE_PREV_LABEL,			/* the line before is a label's value */
	CLUE_PREV_LINK,				/* it holds an address of the web or of mail */
	CLUE_HEADED,				/* it is what the line before heads */
	CLUE_PREV_SET_OFF,			/* that looks like a heading, and is not known as one */
	CLUE_WRAPPED,				/* the sentence goes on from the line before */
	CLUE_PREV_SHORT,
	CLUE_PREV_BLANK,			/* an empty line stands before the line before */
	CLUE_AFTER_LEGAL,			/* the zone before it */
	CLUE_AFTER_PROCESS,
	CLUE_AFTER_BENEFITS,
	CLUE_AFTER_COMPANY,
	CLUE_AFTER_NOISE,
	CLUE_AFTER_WORK,
	CLUE_PREV_WHOLE,			/* the line before is as long as a posting */
	CLUE_CLOSING,				/* words that close postings, right before */
	CLUE_LAST_CLOSING,			/* such words in the line before */
	/* the posting before, as far as it is read */
	CLUE_NO_ROLE_BEFORE,		/* the posting before it names no role where it opens */
	CLUE_BODY_BEFORE,			/* running text before it */
	CLUE_WORK_BEFORE,			/* duties or requirements were opened */
	CLUE_ZONES_BEFORE,			/* how many kinds of section were opened */
	CLUE_COMPLETE,				/* nothing is missing from the posting before it */
	CLUE_LONG_GAP,				/* it stands behind a long posting */
	CLUE_REST,					/* how much text stands behind it in all */
	CLUE_SAME_OPENING,			/* begins with the word the posting before begins with */
	/* its sections */
	CLUE_BODY_BEHIND,
	CLUE_WORK_BEHIND,
	CLUE_WORK_AGAIN,			/* they are opened a second time */
	CLUE_ZONES_AGAIN,			/* other sections are */
	CLUE_LINE_AGAIN,			/* headings are said a second time */
	/* the look of the lines */
	CLUE_OTHER_GAPS,			/* its lines are parted otherwise */
	CLUE_OTHER_BULLETS,			/* they have other bullets */
	CLUE_OTHER_MARKUP,			/* one side has headings or bold text by markup, one not */
	CLUE_OTHER_LENGTH,			/* they are longer or shorter */
	/* the first words of the text behind */
	CLUE_LEAD,					/* "is looking for", "we are hiring" in the first words */
	CLUE_EARLY_LEAD,			/* right at its begin */
	CLUE_FIRM,					/* "is a leading" in the first words */
	CLUE_PAY,					/* money in the first words */
	CLUE_PAY_AGAIN,				/* money before it and behind it */
	CLUE_ROLE,					/* a role is named in the first words */
	CLUE_EARLY_ROLE,			/* right at its begin */
	/* its words, and those before it */
	CLUE_FIRST_WORDS,			/* what the first ones weigh where postings begin */
	CLUE_LAST_WORDS,			/* what the last ones before it weigh where they end */
	/* the first lines of the text behind */
	CLUE_TITLE_NEAR,			/* one of the two next lines reads like a title */
	CLUE_LABEL,					/* a label stands in the first lines */
	CLUE_LABEL_AGAIN,			/* one that was read before */
	CLUE_TITLE_LABEL,			/* one of the title or the employer in the first lines */
	CLUE_PLACE,					/* a place in the first lines */
	CLUE_NOISE_NEAR,			/* lines of a menu right behind it */
	CLUE_SHORT_LINES,			/* more short lines follow */
	CLUE_BLANK_BEHIND,			/* an empty line behind it */
	/* words and names that go on */
	CLUE_TITLE_AGAIN,			/* its role was named before */
	CLUE_REPEATED_TITLE,		/* ... by a posting of which only the header was read */
	CLUE_ROLE_GOES_ON,			/* its role is named again behind it */
	CLUE_CHAINS,				/* words said on both sides, against the text around */
	CLUE_NAME_CHAINS,			/* the same of names */
	/* names that begin, end and go on */
	CLUE_NEW_NAMES,				/* names that are said here first, and again */
	CLUE_OLD_NAMES,				/* names that the posting before repeats, and that end here */
	CLUE_SAME_NAMES,			/* such that go on */
	/* the words of both sides, one by one */
	CLUE_COHESION,				/* words that go on */
	CLUE_NAME_COHESION,			/* names that go on */
	CLUE_BACK_COHESION,			/* words before it that go on */
	/* the language of both sides */
	CLUE_OTHER_LANGUAGE,		/* the text behind speaks another language */
	CLUE_COUNT
} Clue;

/* Running text that a posting has at least, in bytes. */
#define MIN_BODY		150

/* So many names that a posting repeats are followed. */
#define MOST_NAMES		16

#define NO_LINE			UINT32_MAX
#define NO_PARTING		UINT32_MAX

/* The ways to part two lines, told apart. */
typedef enum Manner
{
	PARTED_BREAK, PARTED_BLANK, PARTED_BLANKS,	/* line breaks: one, two, more */
	PARTED_RULE					/* a rule, or "Apply now" */
} Manner;

/* The manners, with the forms of the line behind: short, text, title. */
#define SPLIT_WAYS		(3 * (PARTED_RULE + 1))

/* What is known of a line, read once. */
typedef struct LineFacts
{
	uint32_t	prev;			/* the line with words before it, or NO_LINE */
	uint32_t	body;			/* bytes of running text before it */
	uint32_t	same;			/* the line before that holds the same words, + 1 */
	uint32_t	rank;			/* lines with words before it */
	uint32_t	until;			/* the first line behind those that are read with it */
	/* the first line from it on that opens a zone or says what was said before */
	uint32_t	telling;
	/* the ways in which it is parted: by what stands between, by an "Apply now" before it */
	uint32_t	partings[2];
	uint8_t		breaks;			/* line breaks before it, 255 for more */
	uint8_t		opens;			/* the zone that it opens, + 1 */
	uint8_t		label;			/* the label that it holds, + 1 */
	uint8_t		title;			/* 0 unknown, 1 does not, 2 does read like a title */
	bool		rule;			/* a row of dashes, stars ... before it */
	bool		underline;		/* one that belongs to the line before, a heading */
	bool		apply;			/* it is one that boards put under a posting */
} LineFacts;

/* How lines with words look, summed up from the first on. */
typedef struct Looks
{
	uint32_t	line;			/* the one that is added next */
	uint32_t	apart;			/* an empty line stands before them */
	uint32_t	words;
	uint32_t	marked;			/* by signs of markup */
} Looks;

/* A word that carries meaning. */
typedef struct Content
{
	uint32_t	at;				/* its token */
	uint32_t	previous;		/* the token before that is the same word, + 1 */
	uint32_t	next;			/* the token behind that is the same word, + 1 */
	/* words said shortly before it and again at it or shortly behind it */
	uint16_t	chains;
	uint16_t	name_chains;
} Content;

/* Tokens that are asked for in order, or nearly so. */
typedef struct TokenList
{
	VEC(uint32_t) at;
	uint32_t	recent;			/* the one that was found last */
} TokenList;

/* What is known of the lines and words of a document. */
typedef struct Outline
{
	LineFacts  *lines;			/* one more than there are lines */
	/* read for a close look: */
	uint32_t   *parted;			/* lines by the way they are parted in */
	uint32_t   *members;		/* the last line of each way, * 2 + which of its ways it is, + 1 */
	uint32_t   *before;			/* the one before it, by the same number */
	uint8_t    *manners;		/* what kind of way it is */
	uint32_t	n_partings;
	int32_t		most[CLUE_COUNT];	/* that each clue can count in this text */
	/* read for a glance: */
	TokenList	closing;		/* words that close postings */
	TokenList	links;			/* signs of addresses of the web and of mail */
	Looks	   *looks;			/* by rank, one more than there are lines with words */
	uint32_t	n_looks;
	uint64_t	bullets;		/* the signs of bullets, as bits */
	Content    *content;		/* in order, one more than there are; NULL: not linked yet */
	uint32_t   *first_content;	/* by token: the number of the first of them at or behind it */
} Outline;

/* A posting as far as it is read. */
typedef struct Segment
{
	uint32_t	line;			/* its first */
	uint32_t	zones;			/* that were opened, as bits */
	uint32_t	labels;			/* that were read, as bits */
	bool		role;			/* one is named where it opens */
	uint32_t	names[MOST_NAMES];	/* that it repeats: where each was said last */
	uint32_t	n_names;
	uint32_t	named;			/* the token up to which it is read for them */
} Segment;

/* The clues are read in stages, the cheap ones first. */
#define SPLIT_STAGES	12
typedef struct ClueStage
{
	Clue		first;			/* its clues go up to the first of the next */
	void (*read)(Doc *doc, Outline *outline, Segment *segment, uint32_t line, int16_t *clues);
} ClueStage;
extern const ClueStage split_stages[SPLIT_STAGES];

/*
 * The column of the weights for a line: how it is parted,
 * and its form.  Needs the clues of the first stage.
 */
static inline int
split_column(const int16_t *clues)
{
	return (clues[CLUE_RULE] || clues[CLUE_APPLY] ? 6
			: clues[CLUE_BLANKS]                  ? 3
												  : 0) +
		   (clues[CLUE_TITLE]  ? 2
			: clues[CLUE_LONG] ? 1
							   : 0);
}

/* The kind of way in which a line is parted from the one before. */
extern Manner split_manner(const Outline *outline, uint32_t line);

/*
 * Reads what the clues need of all lines; false where
 * no line has text enough for a posting on both sides.
 */
extern bool split_outline(Doc *doc, Outline *outline);

/* Reads what a close look needs as well: the ways to part lines, the most each clue can count. */
extern void split_look_closely(Doc *doc, Outline *outline);

/* Whether a posting could begin at a line: text on both sides. */
extern bool split_is_candidate(const Doc *doc, const Outline *outline, const Segment *segment,
							   uint32_t line);

/* Adds a line to what is known of a posting. */
extern void split_read_on(const Doc *doc, const Outline *outline, Segment *segment, uint32_t line);

/* Whether a line reads like a title that stands alone. */
extern bool split_is_title(const Doc *doc, Outline *outline, uint32_t line);

#endif							/* POSTING_SPLIT_CLUES_H */
