/*
 * lexicon_tables.h
 *		The compiled-in lexicon: rows behind the entries of each kind.
 *
 * The tables are written by src/lexicon/compile.c from the TSV files beside it.
 * They are const and hold no pointers, so that loading the library relocates
 * and initialises nothing; a string is an offset into posting_lexicon_strings.
 */
#ifndef POSTING_LEXICON_TABLES_H
#define POSTING_LEXICON_TABLES_H

#include "lexicon.h"
#include "words.h"

typedef struct SkillRow
{
	uint32_t	name;
	uint32_t	aliases;		/* joined by "|" */
	uint32_t	category;
	uint32_t	parent;			/* row + 1, 0 none */
	uint32_t	onet;			/* commodity, or the empty string */
	uint32_t	esco;			/* label, or the empty string */
	uint32_t	flags;			/* SKILL_... */
} SkillRow;

#define SKILL_CATEGORIES	64		/* at most */
#define SKILL_GROUP		0x01	/* a node of the hierarchy, never read in text */
#define SKILL_SOFT		0x02
#define SKILL_BROAD		0x04	/* of a trade whose words are everyday words, too */

typedef enum PlaceKind
{
	PLACE_COUNTRY, PLACE_REGION, PLACE_AREA, PLACE_CITY
} PlaceKind;

typedef struct PlaceRow
{
	uint32_t	name;
	uint32_t	region;			/* code in US, CA, AU, else the name; may be empty */
	uint32_t	population;
	char		country[2];		/* zeros where it lies in several */
	uint8_t		kind;			/* PlaceKind */
	uint8_t		word;			/* also an ordinary word: counts only with evidence */
} PlaceRow;

typedef struct CurrencyRow
{
	char		code[4];
	uint32_t	countries;		/* alpha-2 codes joined by "|" */
} CurrencyRow;

/* Values of heading entries: a Zone, or one of these. */
#define HEADING_STACK	14		/* a bare list of skills */
#define HEADING_TEASERS	15		/* other jobs */
#define HEADING_LABEL	16		/* + Label */

typedef enum Label
{
	LABEL_TITLE, LABEL_COMPANY, LABEL_AGENCY, LABEL_LOCATION, LABEL_SALARY,
	LABEL_EMPLOYMENT_TYPE, LABEL_HOURS, LABEL_WORKPLACE, LABEL_SENIORITY,
	LABEL_EXPERIENCE, LABEL_EDUCATION, LABEL_LANGUAGES, LABEL_REFERENCE,
	LABEL_DATE_POSTED, LABEL_VALID_THROUGH, LABEL_START_DATE, LABEL_DEPARTMENT,
	LABEL_CONTACT, LABEL_DURATION, LABEL_VACANCIES, LABEL_SKILLS,
	LABEL_BENEFITS, LABEL_INDUSTRY, LABEL_VISA
} Label;
#define LABEL_COUNT (LABEL_VISA + 1)
_Static_assert(LABEL_COUNT <= 32, "a document notes labels as bits of 32");

/* Values of cue entries that have no enum in posting.h. */
typedef enum CueValue
{
	CUE_NONE = 99,				/* looks like the field, is not */
	PAY_WORDS_COMPETITIVE = 0, PAY_WORDS_NEGOTIABLE, PAY_WORDS_DOE,
	PAY_WORDS_MARKET, PAY_WORDS_OTHER,
	NOT_PAY_REVENUE = 0, NOT_PAY_FUNDING, NOT_PAY_BUDGET, NOT_PAY_BENEFIT,
	NOT_PAY_REFERRAL, NOT_PAY_FEE, NOT_PAY_COUNT, NOT_PAY_OTHER,
	BOUND_FROM = 0, BOUND_UPTO, BOUND_AT,
	LEAD_ASKS = 0, LEAD_EXAMPLES,	/* skill_lead: "experience with"; "such as" */
	LEAD_ABOUT = 0, LEAD_JOIN, LEAD_WELCOME, LEAD_POSTED, LEAD_AT, LEAD_WITH, LEAD_WE_ARE,
	LEAD_OTHER,
	TAIL_SEEKS = 0, TAIL_IS, TAIL_EQUAL, TAIL_VERB, TAIL_FORM
} CueValue;

extern const char *const posting_pay_words_names[];
extern const char *const posting_not_pay_names[];

extern const char posting_lexicon_strings[];
extern const SkillRow posting_skill_rows[];
extern const uint32_t posting_skill_row_count;
/* by skill: the number of its category, below SKILL_CATEGORIES */
extern const uint8_t posting_skill_kin[];
extern const PlaceRow posting_place_rows[];
extern const uint32_t posting_place_row_count;

/*
 * Small towns (towns.tsv), which no phrase of the lexicon names: their rows follow
 * those of the places, those of one name together, and have no name.  A slot holds
 * the number of the first of them among the towns + 1 in its lower bits and, above, as
 * many of the key as there is room for; 0 empty.  By town stands the check of its name.
 */
#define TOWN_BITS		17
#define TOWN_TAG(key)	((uint32_t) ((key) >> 32) >> TOWN_BITS << TOWN_BITS)
#define TOWN_WORDS		6		/* the longest name */
extern const uint32_t posting_town_slots[];
extern const uint32_t posting_town_mask;
extern const uint32_t posting_town_checks[];
extern const uint32_t posting_town_count;

/* The hash of a word of a town's name: "Saint" and its kin are written "St.", too. */
static inline uint64_t
town_word(uint64_t hash)
{
	uint32_t	low = (uint32_t) hash;

	if (low == (uint32_t) lexicon_hash("saint", 5) ||
		low == (uint32_t) lexicon_hash("sankt", 5) || low == (uint32_t) lexicon_hash("sint", 4))
		return lexicon_hash("st", 2);
	return low == (uint32_t) lexicon_hash("sainte", 6) ? lexicon_hash("ste", 3) : hash;
}
extern const uint32_t posting_soc_codes[];	/* strings; titles' values index it, 0 none */
extern const CurrencyRow posting_currency_rows[];

/* The sets of lists that hold a word of the lexicon (WordSlot.lists), a bit for each WordList. */
extern const uint64_t posting_word_sets[][WORD_SET_CELLS];

/* The sets of languages of which some word is a small word: bits of the first of its lists. */
extern const uint16_t posting_small_words[SMALL_ROWS];

/*
 * Hashes of the squeezed names of well-known employers, each in
 * the slot of its bits from the second on or behind it; 0 empty.
 */
#define EMPLOYER_NAME	40		/* so many letters of a name count */
extern const uint32_t posting_employer_slots[];
extern const uint32_t posting_employer_mask;
/*
 * What a word says of a name that it stands beside or in: that it is
 * the employer's, or not (employer_context.tsv), in 1/32 of log odds.
 */
typedef struct EmployerContext
{
	int8_t		before;			/* right before the name */
	int8_t		second_before;
	int8_t		behind;			/* right behind it */
	int8_t		second_behind;
	int8_t		inside;			/* a word of the name, but for its last one */
	int8_t		last;
} EmployerContext;

extern const EmployerContext posting_word_employers[];	/* by the row of a word's set of lists */
/* by the sign; '0' stands for numbers, '^' for a line's end, '~' for all others */
extern const EmployerContext posting_sign_employers[128];

/*
 * All that the reader of skills wants to know of a word or a sign: what it says of a skill that
 * it stands beside, near or above, in 1/32 of log odds (context.tsv), and of the level at which it
 * is asked for, in 1/64 (levels.tsv); and which lists hold it.  A sum of two, (b << 16) + a, is
 * one number, so that one addition adds both.
 */
typedef struct SkillWord
{
	int32_t		near;			/* in its clause before a skill, and behind one */
	/* of "required", and of "preferred" rather than "mentioned" */
	int32_t		level_before;
	int32_t		level_after;
	uint32_t	lists;			/* SkillList; signs that part the items of a list join them, too */
	int8_t		right_before;
	int8_t		right_after;
	int8_t		heading;		/* in the heading above it */
	int8_t		line_before;	/* in the line before its own */
	int8_t		level_right_before[2];
	int8_t		level_right_after[2];
	int8_t		level_heading[2];
	int8_t		level_line_before[2];
} SkillWord;

/* By the sign, '0' stands for numbers; behind SKILL_SIGNS by the row of a word's set of lists. */
#define SKILL_SIGNS		128
extern const SkillWord posting_skill_words[];

/* Fills in the built-in lexicon. */
extern void posting_builtin_lexicon(Lexicon *lex);

#endif							/* POSTING_LEXICON_TABLES_H */
