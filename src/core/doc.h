/*
 * doc.h
 *		One document on its way through the parser: text, tokens, lines, marks,
 *		zones, and the facts that the extractors append.
 *
 * Positions inside the core are token numbers, ranges are half open; only a
 * finished fact is turned into a raw span (range_span).
 */
#ifndef POSTING_DOC_H
#define POSTING_DOC_H

#include "fold.h"
#include "lexicon_tables.h"
#include "posting.h"
#include "source.h"

/* Zone of tokens that are no part of the posting: menus, teasers, footers. */
#define ZONE_NOISE	31

typedef struct Range
{
	uint32_t	from;			/* first token */
	uint32_t	to;				/* behind the last */
} Range;

/* A line of so many words is a paragraph; in a text that lost its breaks several stand in one. */
#define PARAGRAPH_WORDS	40

#define LINE_BULLET		0x01
#define LINE_BLANK		0x02	/* an empty line stands before it */
#define LINE_COLON		0x04	/* ends with a colon */
#define LINE_BOLD		0x08	/* set off by markup */
#define LINE_MARKDOWN	0x10	/* "## Heading" */
#define LINE_HEADING	0x20	/* is a heading, known or not */
#define LINE_TEXT		0x40	/* running text */
#define LINE_NOISE		0x80

typedef struct Line
{
	uint32_t	from;			/* all tokens */
	uint32_t	to;
	uint32_t	first;			/* without bullets and the signs of markdown */
	uint32_t	last;			/* behind the last one of these */
	uint32_t	words;
	uint8_t		flags;
} Line;

/* A phrase of the lexicon in the text. */
typedef struct Mark
{
	uint32_t	from;
	uint32_t	to;
	const Entry *entry;			/* the first of its kind; see lexicon_more */
	bool		custom;			/* a skill of the user's own */
} Mark;

typedef VEC(Mark) Marks;

/*
 * A token of the few that some reader looks for all over the text: a word of a
 * list that is noted (words.h), or one of these signs.  Each is noted once, so
 * that nobody has to look at all tokens for them.
 */
typedef struct Spot
{
	uint32_t	at;
	uint64_t	what;			/* bits of LIST_BIT and of these */
} Spot;

#define SPOT_NUMBER		((uint64_t) 1 << 63)
#define SPOT_POUND		((uint64_t) 1 << 62)
#define SPOT_ADDRESS	((uint64_t) 1 << 61)	/* "@", and ":" before "/" */
#define SPOT_HASH		((uint64_t) 1 << 60)
_Static_assert(LISTS_NOTED < SPOT_HASH, "no list that is noted has the bit of a sign");

/* The text's language is told by the small words of so many languages. */
#define LANGUAGES		(WORDS_SMALL_SV - WORDS_SMALL_EN + 1)

/* A zone's begin. */
typedef struct ZoneStart
{
	uint32_t	heading;		/* first token of the heading; == body where there is none */
	uint32_t	body;			/* first token of the body */
	uint8_t		zone;
	bool		stack;
} ZoneStart;

/* Tokens of one zone, as far as they reach. */
typedef struct ZoneStretch
{
	Range		at;
	uint8_t		zone;
} ZoneStretch;

/* "Job Title: Data Analyst": the value of a label. */
typedef struct LabelValue
{
	Label		label;
	Range		name;
	Range		value;
} LabelValue;

/* A heading's mark, wherever it stands, and the labels that it names, as bits. */
typedef struct HeadingName
{
	const Mark *mark;
	uint32_t	labels;
} HeadingName;

/* One thing that an extractor read, or looked at and rejected. */
typedef struct Fact
{
	Field		field;
	Range		at;
	const char *rule;
	const char *reason;			/* why it was rejected; NULL: accepted */
	Str			value;			/* as posting_explain shows it */
	int			score;
} Fact;

/* A field that a JSON-LD block gave: it wins over what the text says. */
typedef struct BlockFact
{
	Field		field;
	const char *rule;
	Str			value;
	Span		at;				/* in raw: the value, its key, or the block */
} BlockFact;

/* The user's own skills, compiled. */
typedef struct CustomSkills
{
	Lexicon		lexicon;
	const Str  *names;			/* by entry value */
	const uint8_t *soft;		/* by entry value: a soft skill */
} CustomSkills;

/* What the core needs of its host. */
typedef struct JsonNode JsonNode;
typedef struct Host
{
	void		(*interrupt) (void);	/* may not return; NULL: none */
	bool		(*read_json) (Arena *arena, const char *s, uint32_t len, JsonNode **root);
} Host;

#define CHECK_INTERRUPTS(doc) \
	((doc)->host != NULL && (doc)->host->interrupt != NULL ? (doc)->host->interrupt() : (void) 0)

typedef struct Doc
{
	Arena	   *arena;
	const Host *host;
	const CustomSkills *custom;
	bool		explain;		/* facts that serve posting_explain alone are kept */
	Lexicon		lex;
	const char *raw;
	uint32_t	raw_len;
	Source		source;
	Token	   *tokens;
	uint32_t	n_tokens;
	const uint32_t *notes;		/* the tokens that are no plain words, in order (fold.h) */
	uint32_t	n_notes;
	bool		cut;			/* the text has more tokens than are read */
	uint32_t   *numbers;		/* the tokens that are numbers, in order */
	uint32_t	n_numbers;
	VEC(Spot) spots;
	uint64_t	spotted;		/* what all of them are */
	uint32_t	n_words;
	/* how many of them are small words of each language */
	uint32_t	small_words[LANGUAGES];
	Line	   *lines;
	uint32_t	n_lines;
	Marks		marks[KIND_COUNT];
	uint32_t   *recent;		/* by kind: the mark that was found last (mark_from) */
	VEC(uint32_t) begun; /* the marks of all kinds in the order of the text: number * 32 + kind */
	/* by token, where marks begin at it: the last of them there; NULL: unknown */
	uint32_t   *last_begun;
	VEC(Range)	clauses;		/* sentences, lines and items: each token belongs to one */
	VEC(ZoneStart) zones;
	VEC(ZoneStretch) stretches;
	VEC(LabelValue) labels;
	uint32_t	label_kinds;	/* bits of those that stand in it */
	VEC(HeadingName) names;		/* see doc_find_names */
	bool		names_known;
	Range		title;			/* where the title stands; empty where it has none */
	bool		has_work;		/* a section of duties or requirements stands in it */
	bool		lower_case;		/* hardly a capital: case tells nothing */
	char		language[3];		/* of the text, ISO 639-1 */
	char		country[3];		/* that it speaks of most, "" unsure */
	bool		country_sure;	/* no other comes near */
	const char *region;			/* the state that it speaks of most, NULL unsure */
	VEC(Fact) facts;
	VEC(BlockFact) block_facts;
	Posting    *posting;
} Doc;

/* Tells what the lines of the tokens are like (lines.c). */
extern void doc_lines(Doc *doc, const Tokens *tokens);

/* Marks every entry of the lexicon (match.c). */
extern void doc_match(Doc *doc);

/*
 * Whether a phrase may run on from the end of one line into the next, which begins with token next.
 */
extern bool doc_is_wrapped(const Doc *doc, uint32_t next);

/* Notes where sentences, lines and items end; needs the marks. */
extern void doc_clauses(Doc *doc);

/* Finds headings, labels, zones and noise (sections.c). */
extern void doc_sections(Doc *doc);

/* Text helpers. */
static inline const char *
token_text(const Doc *doc, uint32_t i)
{
	return doc->source.text + doc->tokens[i].start;
}

/* Whether a token is written like this lower-case word of len bytes (ASCII case does not count). */
extern bool token_equals(const Doc *doc, const Token *token, const char *word, size_t len);

/* Whether a token is this lower-case word: nearly all others differ in length or first letter. */
static inline bool
token_is(const Doc *doc, uint32_t i, const char *word)
{
	return i < doc->n_tokens && doc->tokens[i].lead == word[0] &&
		   doc->tokens[i].len == strlen(word) &&
		   token_equals(doc, &doc->tokens[i], word, strlen(word));
}

/* The lists of words.tsv that hold a token, as bits of 64 lists. */
static inline uint64_t
token_lists(const Doc *doc, uint32_t i, uint32_t cell)
{
	return i < doc->n_tokens ? posting_word_sets[doc->tokens[i].lists][cell] : 0;
}

/* Whether a token is a word of a list. */
static inline bool
token_in(const Doc *doc, uint32_t i, WordList list)
{
	return token_lists(doc, i, list / 64) >> (list % 64) & 1;
}

/* Whether a word of a list stands in a range. */
extern bool range_has(const Doc *doc, uint32_t from, uint32_t to, WordList words);

/* Whether a token is a sign of punctuation; a currency's is none. */
static inline bool
token_punct(const Doc *doc, uint32_t i, char chr)
{
	return i < doc->n_tokens && doc->tokens[i].chr == chr;
}

/*
 * The first spot of some kinds behind another one
 * (NULL: the first of all); NULL where there is none.
 */
static inline const Spot *
next_spot(const Doc *doc, const Spot *spot, uint64_t what)
{
	const Spot *end = doc->spots.items + doc->spots.count;

	if (!(doc->spotted & what))
		return NULL;
	for (spot = spot == NULL ? doc->spots.items : spot + 1; spot < end; spot++)
		if (spot->what & what)
			return spot;
	return NULL;
}

/*
 * Whether the text is known to be English, or to be in
 * another language; neither where too few of its words tell.
 */
static inline bool
doc_is_english(const Doc *doc)
{
	return doc->language[0] == 'e' && doc->language[1] == 'n';
}

static inline bool
doc_is_foreign(const Doc *doc)
{
	return doc->language[0] != '\0' && !doc_is_english(doc);
}

/* Whether a token stands in an address of the web. */
extern bool doc_in_link(const Doc *doc, uint32_t i);

/* The text of a range as written, white space runs made one blank; in the arena. */
extern Str	range_text(const Doc *doc, Range range);

/* The raw span of a range. */
extern Span range_span(const Doc *doc, Range range);

/* The sentence or list item around a token. */
extern Range doc_clause(const Doc *doc, uint32_t i);

/*
 * Whether a sentence, line or item begins at a token: behind
 * the end of another, or behind the bullet of its line.
 */
static inline bool
doc_starts_clause(const Doc *doc, uint32_t i)
{
	const Line *line;

	if (i == 0 || i >= doc->n_tokens || doc->tokens[i - 1].shape & SHAPE_ENDS_CLAUSE)
		return true;
	line = &doc->lines[doc->tokens[i].line];
	return i == line->first && i > line->from;
}

/*
 * Where the so many tokens before one begin, and where
 * those from one on end, as far as its clause goes.
 */
static inline uint32_t
reach_back(Range clause, uint32_t i, uint32_t reach)
{
	return i > clause.from + reach ? i - reach : clause.from;
}

static inline uint32_t
reach_on(Range clause, uint32_t i, uint32_t reach)
{
	return i + reach < clause.to ? i + reach : clause.to;
}

/*
 * Whether a word of so many bytes or more may be a verb
 * of the third person: in small letters, with an "s".
 */
static inline bool
may_be_verb(const Doc *doc, uint32_t i, uint32_t least)
{
	const Token *token = &doc->tokens[i];

	return token->kind == TOKEN_WORD && token->len >= least && token->gap == GAP_SPACE &&
		   !(token->shape & SHAPE_HAS_UPPER) && token_text(doc, i)[token->len - 1] == 's';
}

/*
 * The row of a number or a sign in the tables of what
 * signs say (lexicon_tables.h): '0' stands for numbers.
 */
static inline uint32_t
token_sign(const Token *token)
{
	return token->kind == TOKEN_NUMBER ? '0' : token->chr & 0x7F;
}

/* Whether one of the words stands within reach before a token, or from it on, in its clause. */
static inline bool
word_before(const Doc *doc, Range clause, uint32_t i, uint32_t reach, WordList words)
{
	return range_has(doc, reach_back(clause, i, reach), i, words);
}

static inline bool
word_after(const Doc *doc, Range clause, uint32_t i, uint32_t reach, WordList words)
{
	return range_has(doc, i, reach_on(clause, i, reach), words);
}

/* The first mark of a kind that begins at or behind a token; NULL where none. */
extern const Mark *mark_from(const Doc *doc, EntryKind kind, uint32_t i);

extern const Mark *find_mark_at(const Doc *doc, EntryKind kind, uint32_t i);
extern const Mark *find_mark_before(const Doc *doc, EntryKind kind, uint32_t i);

/* The mark of a kind that begins at a token; NULL where none, which the token knows. */
static inline const Mark *
mark_at(const Doc *doc, EntryKind kind, uint32_t i)
{
	const uint32_t *begun;

	if (i >= doc->n_tokens || !(doc->tokens[i].begins >> kind & 1))
		return NULL;
	if (doc->last_begun == NULL)
		return find_mark_at(doc, kind, i);
	for (begun = &doc->begun.items[doc->last_begun[i]]; *begun % 32 != kind; begun--)
		;
	return &doc->marks[kind].items[*begun / 32];
}

/* The mark of a kind that ends right before a token. */
static inline const Mark *
mark_before(const Doc *doc, EntryKind kind, uint32_t i)
{
	if (i == 0 || i > doc->n_tokens || !(doc->tokens[i - 1].ends >> kind & 1))
		return NULL;
	return doc->last_begun != NULL && doc->tokens[i - 1].begins >> kind & 1
			   ? mark_at(doc, kind, i - 1)
			   : find_mark_before(doc, kind, i);
}

/* The next meaning of the same kind of a mark, or NULL. */
static inline const Entry *
entry_next(const Entry *entry)
{
	const Entry *next = lexicon_more(entry);

	return next != NULL && next->kind == entry->kind ? next : NULL;
}

/* The labels that a heading's wording names, as bits. */
static inline uint32_t
heading_labels(const Entry *entry)
{
	uint32_t	labels = 0;

	for (; entry != NULL; entry = entry_next(entry))
		if (entry->value >= (uint32_t) HEADING_LABEL)
			labels |= 1u << (entry->value - HEADING_LABEL);
	return labels;
}

/* The first label value of a kind, or NULL. */
extern const LabelValue *doc_label(const Doc *doc, Label label);

/*
 * The label of a kind whose value holds a token, or NULL; how many labels begin at or before one.
 */
extern const LabelValue *doc_label_at(const Doc *doc, Label label, uint32_t i);

static inline bool
doc_in_label(const Doc *doc, Label label, uint32_t i)
{
	return doc->label_kinds >> label & 1 && doc_label_at(doc, label, i) != NULL;
}

/* Finds the headings that name a label, wherever they stand; once, for all who ask. */
extern void doc_find_names(Doc *doc);

extern uint32_t doc_labels_before(const Doc *doc, uint32_t i);

/*
 * Appends a fact; reason NULL accepts it.  Rejected ones are kept where they are to
 * be explained; of the title always, for other fields look at its candidates.
 */
extern void doc_fact(Doc *doc, Field field, Range at, const char *rule,
					 const char *reason, Str value);

/* The same with the text of its range as the value. */
extern void doc_fact_text(Doc *doc, Field field, Range at, const char *rule, const char *reason);

/*
 * Sorts as qsort does, and keeps equal items in their
 * order where they are few, as they nearly always are.
 */
extern void sort_items(void *items, size_t n, size_t size,
					   int (*order)(const void *, const void *));

static inline Str
str_of(const char *s)
{
	return (Str) {s, (uint32_t) strlen(s)};
}

static inline bool
str_equal(Str a, Str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, a.len) == 0);
}

#endif							/* POSTING_DOC_H */
