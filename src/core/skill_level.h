/*
 * skill_level.h
 *		At what level, and for how many years, a posting asks for a skill.
 */
#ifndef POSTING_SKILL_LEVEL_H
#define POSTING_SKILL_LEVEL_H

#include "doc.h"

/* What a token says of skills near it. */
static inline const SkillWord *
skill_word(const Token *token)
{
	uint32_t	word = SKILL_SIGNS + token->lists,
				sign = token_sign(token);

	/* both are told: which it is would often be guessed wrong */
	return &posting_skill_words[token->kind == TOKEN_WORD ? word : sign];
}

/* What says nothing. */
#define NO_WORD	(&posting_skill_words[0])

/* Sums of what the words before a token say; only what lies between two of one clause counts. */
typedef struct SkillSums
{
	uint32_t	near;
	uint32_t	level_before;
	uint32_t	level_after;
} SkillSums;

/* The first of two weights that are one number, and the second. */
static inline int
low_weight(uint32_t joined)
{
	return (int16_t) joined;
}

static inline int
high_weight(uint32_t joined)
{
	return (int16_t) ((joined - (uint32_t) low_weight(joined)) >> 16);
}

/*
 * A clause that holds skills, and what stands in it: most
 * signs need a word or a mark that few clauses have.
 */
typedef struct SkillClause
{
	Range		at;
	const SkillSums *sums;		/* by token, one more for its end; NULL: not looked at */
	/* bits of SkillList: those with a word in it or up to CLAUSE_MARGIN tokens around it */
	uint32_t	lists;
	uint32_t	begins;			/* kinds of marks that begin in it */
	uint32_t	ends;			/* or end in it or right before it */
	uint32_t	certain;		/* how many of its skills are so by their wording alone */
	uint64_t	signs;			/* those of skills.c that all skills in it have */
	uint8_t		items;			/* whether items of a list begin in it: ITEMS_... */
} SkillClause;
#define CLAUSE_MARGIN	3

/* Items of a list begin in a clause that lost the breaks between them. */
#define ITEMS_UNKNOWN	0
#define ITEMS_NONE		1
#define ITEMS_SOME		2

/* What the skills of a line share, those of one zone. */
typedef struct SkillPlace
{
	uint32_t	line;
	uint8_t		zone;
	bool		level_told;
	const ZoneStart *start;		/* of the zone, NULL where none begins before them */
	uint64_t	signs;			/* those of skills.c */
	int			score;			/* of these */
	int			level[2];		/* the same of the level, where that is told */
} SkillPlace;

/* How far the words of the heading above a skill and of the line before its own count. */
#define REACH_HEADING	12
#define REACH_LINE		8

/* A text of fewer tokens is a sentence or two. */
#define SENTENCE_TOKENS		64

static inline bool
clause_has(const SkillClause *clause, SkillList list)
{
	return clause->lists >> list & 1;
}

/*
 * The clauses that were looked at for what headings and introductions say of the level;
 * zeroed at the begin.
 */
#define LEVEL_NONE	0xFF
typedef struct SkillHeadings
{
	uint32_t	next;			/* the first token behind these */
	uint8_t		level;			/* what the last one is under: a Requirement, or LEVEL_NONE */
	bool		bullets;		/* the items behind the introduction have bullets */
	uint32_t	stretch;		/* of zones: the one that was looked at last */
} SkillHeadings;

/*
 * What the heading or introducing clause above a token says;
 * tokens are asked for in the order of the text.
 */
extern uint8_t skill_heading_level(const Doc *doc, SkillHeadings *headings, uint32_t i);

/*
 * The level at which a clause asks for a skill, whose signs (skills.c)
 * speak for it, too; and whether it asks for years of it.
 */
extern Requirement skill_level(const Doc *doc, SkillHeadings *headings, const Mark *mark,
							   SkillClause *clause, SkillPlace *place, uint64_t signs,
							   bool years);

/* Reads the years asked for one skill, in hundredths; false where there are none. */
extern bool skill_years(const Doc *doc, const Mark *mark, const SkillClause *clause, int32_t *min,
						int32_t *max);

#endif							/* POSTING_SKILL_LEVEL_H */
