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
 * The weights were learned on some 950 public postings labelled by hand: of the
 * names of a text and "none", which has the score ENOUGH, the right one shall
 * be likeliest, the likelihood being exp(score / 10) over the sum of all.  Their
 * logarithms were summed and maximised, with a penalty of 1/20 of the square by
 * which a weight leaves the one it had before, of a tenth of that for a new one;
 * its strength was chosen by leaving out a fifth of the postings five times.
 * ENOUGH was set by hand, as were the weights before of the clues COMMON, PART,
 * FIRST, GLUED, CUT, BEHIND_PLAIN, HERE, GOES_ON and ABBREVIATION.
 */
#ifndef POSTING_COMPANY_CANDIDATE_H
#define POSTING_COMPANY_CANDIDATE_H

#include "company.h"

/* So many names are weighed, so many clues noted for posting_explain. */
#define MAX_CANDIDATES	256
#define MAX_WITNESSES	400
#define SLOTS			1024	/* of the table of candidates, a power of two */

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
	CLUE(LABEL, 89, "company.label") \
	CLUE(ABOUT_LINE, 50, "company.about") \
	CLUE(ABOUT, 22, "company.about") \
	CLUE(JOIN, 25, "company.lead") \
	CLUE(WELCOME, 44, "company.lead") \
	CLUE(POSTED, 25, "company.lead") \
	CLUE(AT, 24, "company.lead") \
	CLUE(WITH, 1, "company.lead") \
	CLUE(OWN_VOICE, 36, "company.at") \
	CLUE(HERE, 60, "company.at")	/* "here at Acme" */ \
	CLUE(WE_ARE, 20, "company.we_are") \
	CLUE(SEEKS, 37, "company.tail") \
	CLUE(IS_START, 48, "company.tail") \
	CLUE(IS, 17, "company.tail") \
	CLUE(VERB_START, 29, "company.tail") \
	CLUE(VERB, 7, "company.tail") \
	CLUE(EQUAL, 61, "company.equal") \
	CLUE(APPOSITION, 11, "company.tail") \
	CLUE(OWNS, 18, "company.owns") \
	CLUE(FORM, 29, "company.form") \
	CLUE(COPYRIGHT, 16, "company.copyright") \
	CLUE(HEADER, 57, "company.header") \
	CLUE(HEADER_NEAR, 21, "company.header") \
	CLUE(FIRST_LINE, 26, "company.header") \
	CLUE(TITLE_AT, 31, "company.title_line") \
	CLUE(TITLE_BAR, 30, "company.title_line") \
	CLUE(TITLE_LINE, 20, "company.title_line") \
	CLUE(SEGMENT, 32, "company.segment") \
	CLUE(ADDRESS, 39, NULL)		/* a web or mail address holds it */ \
	CLUE(OWNS_TEAM, 9, "company.owns")	/* "the Acme team": it may be one of the employer's */ \
	CLUE(PARTICIPLE, 12, "company.tail")	/* "Acme, known for its shoes," */ \
	CLUE(SIGNED, 4, NULL)		/* stands under a letter, behind the person who signs it */ \
	CLUE(SIGNER, -3, NULL)		/* stands where that person does */ \
	CLUE(ARTICLE, 4, NULL)		/* "the" stands before it inside a sentence */ \
	CLUE(OUR, -10, NULL)			/* "our", "its", "their" do */ \
	CLUE(BRACKETS, 4, NULL)		/* stands in brackets */ \
	CLUE(OF, 5, NULL)			/* "of" stands before it */ \
	CLUE(IN_DUTIES, 6, NULL)		/* in a section of duties */ \
	CLUE(IN_BENEFITS, 3, NULL)	/* in one of benefits */ \
	CLUE(GENITIVE, 14, NULL)		/* "Acme's" */ \
	CLUE(SUBJECT, 14, NULL)		/* a sentence begins with it and a small word follows */ \
	CLUE(THIRD, -8, NULL)			/* a sentence begins with it, and what may be a verb of the third person follows */ \
	CLUE(AGAIN, -4, NULL)		/* stands twice, four times, eight times */ \
	CLUE(EARLY, 9, NULL)		/* among the first words */ \
	CLUE(IN_COMPANY, 13, NULL)	/* in a section on the company */ \
	CLUE(OPENER, -11, NULL)		/* one word that stands only where sentences begin */ \
	CLUE(ALONE, 7, NULL)		/* a line of its own, or before a colon */ \
	CLUE(NUMBER, -16, NULL)		/* holds a number */ \
	CLUE(UNKNOWN, 17, NULL)		/* holds a word that the lexicon, which is English, does not know */ \
	CLUE(INSTITUTION, 23, NULL)	/* holds "University", "Group" ... */ \
	CLUE(ABBREVIATED, 10, NULL)	/* its letters follow in brackets */ \
	CLUE(LONGER, 2, NULL)		/* longer names begin with it */ \
	CLUE(SHORTER, 5, NULL)		/* it begins with another name */ \
	CLUE(LOWER, -27, NULL)		/* stands in lower case, too */ \
	CLUE(SKILL, -8, NULL) \
	CLUE(PLACE, -28, NULL) \
	CLUE(TITLE, -24, NULL) \
	CLUE(TERM, -27, NULL)		/* a heading, an employment type, a language, a month */ \
	CLUE(EVERYDAY, -20, NULL)	/* nothing but everyday words */ \
	CLUE(BOARD, -24, NULL)		/* a job board, a network */ \
	CLUE(CAPITALS, 9, NULL)	/* a short abbreviation */ \
	CLUE(LISTED, -8, NULL)		/* one of several with commas between them */ \
	CLUE(ASKED, -8, NULL)		/* in a section of requirements */ \
	CLUE(OTHERS, -7, NULL)		/* said of customers, tools, partners */ \
	CLUE(ALL_CAPITALS, 0, NULL)	/* in a line of capitals */ \
	CLUE(LONG, -5, NULL)		/* more than five words */ \
	CLUE(AND, -13, NULL)			/* two names joined by "and" */ \
	CLUE(GLUED, -18, NULL)		/* stands only where words lost their blanks */ \
	CLUE(CUT, -14, NULL)			/* each time a capitalised word that belongs to no name goes on behind it */ \
	CLUE(BEHIND_PLAIN, -24, NULL)	/* common words before another name: "Excellent Opportunities Acme" */ \
	CLUE(PART, -26, NULL)		/* ends in what is a part of a firm or of a posting: "team", "program" */ \
	CLUE(PLAIN, -2, NULL)		/* begins with an everyday word */ \
	CLUE(COMMON, -20, NULL)		/* all its words are common ones */ \
	CLUE(COMMON_FIRST, -7, NULL)	/* its first word is one, not all */ \
	CLUE(IN, -15, NULL)			/* "in", without an article, stands before it: a place */ \
	CLUE(EVERYDAY_MORE, -35, NULL)	/* nothing but everyday words, several of them */ \
	CLUE(SKILL_TOLD, 16, NULL)	/* a skill for which a rule speaks that seldom errs */ \
	CLUE(FRONT, -2, NULL)			/* stands only as the begin of a longer name: "Acme" of "Acme Management" */ \
	CLUE(BACK, 0, NULL)			/* only as the end of one: "Acme" of "Make Acme" */ \
	CLUE(GOES_ON, -25, NULL)		/* small words and a capitalised one go on behind it each time: "Acme" of "Acme the Market" */ \
	CLUE(SMALL, 5, NULL)			/* an unknown word in small letters */ \
	CLUE(ABBREVIATION, -20, NULL)	/* the letters of a name that may be no employer's */ \
	CLUE(KNOWN, 28, NULL)			/* a well-known employer's name */ \
	CLUE(KNOWN_WORD, 39, NULL)	/* one's that is a common word, too */ \
	CLUE(KNOWN_SKILL, 30, NULL)	/* one's that is a skill, too */ \
	CLUE(MOST, 3, NULL)		/* no other name that may be one stands more often */ \
	CLUE(FIRST, 9, NULL)		/* none stands before it */ \
	CLUE(ADDRESS_SHORT, 23, NULL)	/* an address holds its three or four letters */

#define CLUE_NAME(name, weight, rule) CLUE_##name,
typedef enum Clue
{
	CLUES(CLUE_NAME)
	CLUE_COUNT
} Clue;

/* So many equal clues of a name are counted. */
#define MAX_WORTH	4

/* One name, however often it stands in the text. */
typedef struct Candidate
{
	Range		at;				/* as shown */
	Range		name;			/* where its words are looked at: without a genitive s, if it can be */
	uint32_t	key;
	uint32_t	abbreviation;	/* the key of the letters that follow it in brackets, 0 none */
	uint32_t	behind;			/* the key of the name with what goes on behind it, 0 none: "Acme the Market" */
	Range		behind_at;
	uint16_t	behind_times;	/* so often it goes on so */
	uint16_t	times;
	uint16_t	inside;			/* so often not at a sentence's begin */
	uint16_t	parted;			/* so often with a blank before and behind it */
	uint16_t	loose;			/* so often with no comma before it */
	uint16_t	whole;			/* so often with no capitalised word right behind it */
	uint8_t		shown_by;		/* the clue that gave at */
	uint8_t		clues[(CLUE_COUNT + 7) / 8 * 8];	/* a count each, the rest 0 */
	int			score;
} Candidate;

/* A clue at its place. */
typedef struct Witness
{
	Range		at;
	uint16_t	candidate;
	uint8_t		clue;
} Witness;

typedef struct Candidates
{
	Candidate	items[MAX_CANDIDATES];
	uint32_t	count;
	Witness		witnesses[MAX_WITNESSES];
	uint32_t	n_witnesses;
	uint16_t	slots[SLOTS];	/* candidate + 1 by key, 0 empty */
	char		addresses[MAX_ADDRESSES];	/* of the web and of mail, squeezed */
	uint32_t	n_addresses;
} Candidates;

/* The weight of each clue, and the rule that it is shown as; NULL for signs. */
extern const int8_t company_clue_weights[];
extern const char *const company_clue_rules[];

/* The candidate with a key, or NULL. */
extern Candidate *company_find(Candidates *all, uint32_t key);

/* The candidate of a name, new where it is the first of its kind; NULL where there are too many. */
extern Candidate *company_candidate(const Doc *doc, Candidates *all, Range name);

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
