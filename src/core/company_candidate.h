/*
 * company_candidate.h
 *		Names that may be the employer's, and what speaks for them, as the files
 *		company*.c pass them on.
 *
 * Clues are what a reader goes by: a label, "About Acme", "Acme is looking
 * for", the line under the title.  Signs tell what else a name may be: a skill,
 * a place, a word that also stands in lower case, a common word.  Both count
 * with the weights of the table CLUES; doc/fields.md lists the rules.
 *
 * To these comes what the words around a name say, and those in it: learned over
 * postings without labels whose employer is beyond doubt (employer_context.tsv).
 *
 * The weights were learned on some 2,770 public postings labelled by hand, with
 * test/bench/company_weights.py, which says how.  ENOUGH was set by hand.
 */
#ifndef POSTING_COMPANY_CANDIDATE_H
#define POSTING_COMPANY_CANDIDATE_H

#include "company.h"

/* So many names are weighed, so many clues noted for posting_explain. */
#define MAX_CANDIDATES	256
#define MAX_WITNESSES	400
#define SLOTS			1024	/* of the table of candidates, a power of two */
#define REACH_BITS		4096	/* of the filters of words, a power of two */
#define SMALL_SLOTS		1024	/* of the table of words in small letters, a power of two */

/* Of addresses so many letters, of all of them so many, are looked at. */
#define MAX_ADDRESS		100
#define MAX_ADDRESSES	1000

/* Less than this much in favour is not enough. */
#define ENOUGH			39

/*
 * What speaks for a name and against it: the weight of one clue, and the rule
 * that posting_explain shows; signs have no rule.
 */
#define CLUES(CLUE) \
	CLUE(LABEL, 54, "company.label") \
	CLUE(ABOUT_LINE, 28, "company.about") \
	CLUE(ABOUT, 17, "company.about") \
	CLUE(JOIN, 13, "company.lead") \
	CLUE(WELCOME, 25, "company.lead") \
	CLUE(POSTED, 18, "company.lead") \
	CLUE(AT, 12, "company.lead") \
	CLUE(WITH, 0, "company.lead") \
	CLUE(OWN_VOICE, 26, "company.at") \
	CLUE(HERE, 46, "company.at")	/* "here at Acme" */ \
	CLUE(WE_ARE, 27, "company.we_are") \
	CLUE(SEEKS, 22, "company.tail") \
	CLUE(IS_START, 19, "company.tail") \
	CLUE(IS, 10, "company.tail") \
	CLUE(VERB_START, 16, "company.tail") \
	CLUE(VERB, 6, "company.tail") \
	CLUE(EQUAL, 39, "company.equal") \
	CLUE(APPOSITION, 18, "company.tail") \
	CLUE(OWNS, 9, "company.owns") \
	CLUE(FORM, 15, "company.form") \
	CLUE(COPYRIGHT, 13, "company.copyright") \
	CLUE(HEADER, 45, "company.header") \
	CLUE(HEADER_NEAR, 8, "company.header") \
	CLUE(FIRST_LINE, 14, "company.header") \
	/* a line between the title and an id, or the text's first above the title's label */ \
	CLUE(FORM_LINE, 30, "company.header") \
	CLUE(TITLE_AT, 23, "company.title_line") \
	CLUE(TITLE_BAR, 21, "company.title_line") \
	CLUE(TITLE_LINE, 21, "company.title_line") \
	CLUE(SEGMENT, 18, "company.segment") \
	CLUE(ADDRESS, 29, NULL)		/* a web or mail address holds it */ \
	CLUE(OWNS_TEAM, -1, "company.owns")	/* "the Acme team": it may be one of the employer's */ \
	CLUE(PARTICIPLE, 12, "company.tail")	/* "Acme, known for its shoes," */ \
	CLUE(SIGNED, 7, NULL)		/* stands under a letter, behind the person who signs it */ \
	CLUE(SIGNER, -4, NULL)		/* stands where that person does */ \
	CLUE(ARTICLE, 0, NULL)		/* "the" stands before it inside a sentence */ \
	CLUE(OUR, -10, NULL)			/* "our", "its", "their" do */ \
	CLUE(BRACKETS, 4, NULL)		/* stands in brackets */ \
	CLUE(OF, 5, NULL)			/* "of" stands before it */ \
	CLUE(IN_DUTIES, 0, NULL)		/* in a section of duties */ \
	CLUE(IN_BENEFITS, -4, NULL)	/* in one of benefits */ \
	CLUE(GENITIVE, 15, NULL)		/* "Acme's" */ \
	CLUE(SUBJECT, 4, NULL)		/* a sentence begins with it and a small word follows */ \
	/* a sentence begins with it, and what may be a verb of the third person follows */ \
	CLUE(THIRD, -7, NULL) \
	CLUE(OPENS_LINE, 12, NULL)	/* a paragraph begins with it */ \
	CLUE(AGENT, 18, "company.owns")		/* "Acme's client" */ \
	CLUE(BEFORE_ROLE, -14, NULL)	/* a role follows it: "the Acme Store Manager" */ \
	/* stands behind a part of it and a comma: "Mill Division, Acme" */ \
	CLUE(BEHIND_PART, 6, NULL) \
	CLUE(AGAIN, -3, NULL)		/* stands twice, four times, eight times */ \
	CLUE(EARLY, 7, NULL)		/* among the first words */ \
	CLUE(IN_COMPANY, 5, NULL)	/* in a section on the company */ \
	CLUE(OPENER, -7, NULL)		/* one word that stands only where sentences begin */ \
	CLUE(ALONE, 8, NULL)		/* a line of its own, or before a colon */ \
	CLUE(NUMBER, -20, NULL)		/* holds a number */ \
	CLUE(UNKNOWN, 19, NULL) /* holds a word that the lexicon, which is English, does not know */ \
	CLUE(INSTITUTION, 15, NULL)	/* holds "University", "Group" ... */ \
	CLUE(ABBREVIATED, 9, NULL)	/* its letters follow in brackets */ \
	CLUE(LONGER, 6, NULL)		/* longer names begin with it */ \
	CLUE(SHORTER, 10, NULL)		/* it begins with another name */ \
	CLUE(LOWER, -17, NULL)		/* stands in lower case, too */ \
	CLUE(SKILL, -2, NULL) \
	CLUE(PLACE, -23, NULL) \
	CLUE(TITLE, -23, NULL) \
	CLUE(TERM, -22, NULL)		/* a heading, an employment type, a language, a month */ \
	CLUE(EVERYDAY, -7, NULL)	/* nothing but everyday words */ \
	CLUE(BOARD, -19, NULL)		/* a job board, a network */ \
	CLUE(CAPITALS, 3, NULL)	/* a short abbreviation */ \
	CLUE(LISTED, -10, NULL)		/* one of several with commas between them */ \
	CLUE(ASKED, -7, NULL)		/* in a section of requirements */ \
	CLUE(OTHERS, 4, NULL)		/* said of customers, tools, partners */ \
	CLUE(ALL_CAPITALS, -4, NULL)	/* in a line of capitals */ \
	CLUE(LONG, -3, NULL)		/* more than five words */ \
	CLUE(AND, -9, NULL)			/* two names joined by "and" */ \
	CLUE(GLUED, -12, NULL)		/* stands only where words lost their blanks */ \
	/* each time a capitalised word that belongs to no name goes on behind it */ \
	CLUE(CUT, -11, NULL) \
	/* common words before another name: "Excellent Opportunities Acme" */ \
	CLUE(BEHIND_PLAIN, -6, NULL) \
	/* ends in what is a part of a firm or of a posting: "team", "program" */ \
	CLUE(PART, -11, NULL) \
	CLUE(PLAIN, 2, NULL)		/* begins with an everyday word */ \
	CLUE(COMMON, -11, NULL)		/* all its words are common ones */ \
	CLUE(COMMON_FIRST, -6, NULL)	/* its first word is one, not all */ \
	CLUE(IN, -6, NULL)			/* "in", without an article, stands before it: a place */ \
	CLUE(EVERYDAY_MORE, -18, NULL)	/* nothing but everyday words, several of them */ \
	CLUE(SKILL_TOLD, 20, NULL)	/* a skill for which a rule speaks that seldom errs */ \
	/* stands only as the begin of a longer name: "Acme" of "Acme Management" */ \
	CLUE(FRONT, -2, NULL) \
	CLUE(BACK, 1, NULL)			/* only as the end of one: "Acme" of "Make Acme" */ \
	/* small words and a capitalised one go on behind it each time: "Acme" of "Acme the Market" */ \
	CLUE(GOES_ON, -20, NULL) \
	CLUE(SMALL, 0, NULL)			/* an unknown word in small letters */ \
	CLUE(ABBREVIATION, -14, NULL)	/* the letters of a name that may be no employer's */ \
	CLUE(KNOWN, 27, NULL)			/* a well-known employer's name */ \
	CLUE(KNOWN_WORD, 31, NULL)	/* one's that is a common word, too */ \
	CLUE(KNOWN_SKILL, 23, NULL)	/* one's that is a skill, too */ \
	CLUE(MOST, 3, NULL)		/* no other name that may be one stands more often */ \
	CLUE(FIRST, 10, NULL)		/* none stands before it */ \
	CLUE(ADDRESS_SHORT, 14, NULL)	/* an address holds its three or four letters */ \
	CLUE(OWNED, -13, NULL) /* a name with a genitive s stands before it: "Acme's Robotics Lab" */ \
	CLUE(OPENS_COMPANY, 12, NULL)	/* opens a section on the company */ \
	CLUE(FIRST_IN_COMPANY, 10, NULL)	/* no name stands before it in sections on the company */

/*
 * What the words around a name and in it add (employer_context.tsv), for a log
 * odds of two: around the place where they speak most for it, on average of all
 * places, in the name but for its last word; and its last one, for one of one.
 */
#define WEIGHT_AROUND	8
#define WEIGHT_ON_AVERAGE	6
#define WEIGHT_INSIDE	15
#define WEIGHT_LAST		9

/* Sums of log odds are cut to these, in 1/32. */
#define LEAST_ODDS		(-128)
#define MOST_ODDS		128
#define MOST_AROUND		256

#define CLUE_NAME(name, weight, rule) CLUE_##name,
typedef enum Clue
{
	CLUES(CLUE_NAME)
	CLUE_COUNT
} Clue;

/* Clues and their weights are read sixteen at once. */
#define CLUE_SPACE	((CLUE_COUNT + 15) / 16 * 16)

/* So many equal clues of a name are counted. */
#define MAX_WORTH	4

/* A longer name around one: with what goes on behind it, or stands before it, in the same way. */
typedef struct Longer
{
	uint32_t	key;
	Range		at;
	uint16_t	times;			/* so often it stands so, 0 never */
	bool		sure;			/* once is enough */
} Longer;

/* One name, however often it stands in the text. */
typedef struct Candidate
{
	Range		at;				/* as shown */
	/* where its words are looked at: without a genitive s, if it can be */
	Range		name;
	uint32_t	key;
	uint32_t	abbreviation;	/* the key of the letters that follow it in brackets, 0 none */
	Longer		behind;			/* with what goes on behind it: "Acme the Market" */
	Longer		before;			/* with the capitalised small word before it: "In Touch" */
	uint16_t	times;
	uint16_t	inside;			/* so often not at a sentence's begin */
	uint16_t	parted;			/* so often with a blank before and behind it */
	uint16_t	loose;			/* so often with no comma before it */
	uint16_t	whole;			/* so often with no capitalised word right behind it */
	uint16_t	genitives;		/* so often with a genitive s */
	/* where an article with a capital letter belongs to it: "bij Het Goed" */
	Range		articled;
	Range		kept;			/* where that s belongs to the name: "at Macy's." */
	int16_t		around_most;	/* what the words around it say where they speak most for it */
	int16_t		inside_odds;	/* what its words say but for the last */
	int16_t		last_odds;		/* what that one says */
	int32_t		around_sum;		/* over all places */
	uint8_t		shown_by;		/* the clue that gave at */
	uint8_t		clues[CLUE_SPACE];	/* a count each, the rest 0 */
	int			score;
} Candidate;

/* A clue at its place. */
typedef struct Witness
{
	Range		at;
	uint16_t	candidate;
	uint8_t		clue;
} Witness;

/* A place in the running text where a name stands. */
typedef struct NamePlace
{
	Range		name;
	uint8_t		clue;			/* that is noted besides, CLUE_COUNT none */
	bool		idle;			/* what stands there cannot make the name the employer's */
} NamePlace;

typedef struct Candidates
{
	Candidate	items[MAX_CANDIDATES];
	uint32_t	count;
	Witness		witnesses[MAX_WITNESSES];
	uint32_t	n_witnesses;
	uint16_t	slots[SLOTS];	/* candidate + 1 by key, 0 empty */
	VEC(NamePlace) mentions;
	/* bits by first words: of names that may be the employer's, of candidates, of several */
	uint64_t	reached[REACH_BITS / 64];
	uint64_t	opening[REACH_BITS / 64];
	uint64_t	shared[REACH_BITS / 64];
	/* words in small letters by hash: the last token + 1, 0 none, and by token the one before it */
	uint32_t	small[SMALL_SLOTS];
	uint32_t   *smaller;
	bool		in_company;		/* a name stood in a section on the company */
	char		addresses[MAX_ADDRESSES];	/* of the web and of mail, squeezed */
	uint32_t	n_addresses;
} Candidates;

/* The weight of each clue, and the rule that it is shown as; NULL for signs. */
extern const int8_t company_clue_weights[CLUE_SPACE];
extern const char *const company_clue_rules[];

/* The candidate with a key, or NULL. */
extern Candidate *company_find(Candidates *all, uint32_t key);

/* The candidate of a name, new where it is the first of its kind; NULL where there are too many. */
extern Candidate *company_candidate(const Doc *doc, Candidates *all, Range name);

/* Sets the bit of a word, given its hash; whether it is set. */
static inline void
company_set_bit(uint64_t *bits, uint32_t hash)
{
	bits[hash % REACH_BITS / 64] |= (uint64_t) 1 << hash % 64;
}

static inline bool
company_has_bit(const uint64_t *bits, uint32_t hash)
{
	return bits[hash % REACH_BITS / 64] >> hash % 64 & 1;
}

/* Notes a word in small letters, which stands at i. */
static inline void
company_add_small(Candidates *all, const Token *token, uint32_t i)
{
	uint32_t   *slot = &all->small[token->hash % SMALL_SLOTS];

	all->smaller[i] = *slot;
	*slot = i + 1;
}

/* Notes the place of a clue that has a rule. */
extern void company_witness(Candidates *all, const Candidate *candidate, Range at, Clue clue);

/* Counts a clue for a name and notes its place. */
extern void company_clue(Candidates *all, Candidate *candidate, Range at, Clue clue);

/* Notes a name that a rule of its own found: a label's value, a header line. */
extern void company_propose(Doc *doc, Candidates *all, Range name, Clue clue);

/* Names of labels and lines: company_line.c. */
extern void company_from_labels(Doc *doc, Candidates *all);
extern void company_from_lines(Doc *doc, Candidates *all);

/* Names of the running text: company_mention.c. */
extern void company_from_text(Doc *doc, Candidates *all);

/* The name for which most speaks, NULL where it is too little: company_choose.c. */
extern const Candidate *company_choose(const Doc *doc, Candidates *all);

/* Names that stand only inside longer ones: company_piece.c. */
extern void company_from_pieces(Doc *doc, Candidates *all);

/* Whether a mark of a kind covers a name. */
static inline bool
company_is_covered(const Doc *doc, Range name, EntryKind kind)
{
	const Mark *mark = mark_at(doc, kind, name.from);

	return mark != NULL && mark->to >= name.to && !(mark->entry->flags & ENTRY_WEAK);
}

#endif							/* POSTING_COMPANY_CANDIDATE_H */
