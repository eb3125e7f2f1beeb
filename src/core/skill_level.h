/*
 * skill_level.h
 *		At what level, and for how many years, a posting asks for a skill.
 */
#ifndef POSTING_SKILL_LEVEL_H
#define POSTING_SKILL_LEVEL_H

#include "doc.h"

/*
 * A clause that holds skills, and what stands in it: most
 * signs need a word or a mark that few clauses have.
 */
typedef struct SkillClause
{
	Range		at;
	/* the first 64 of words.tsv: those with a word in it or up to CLAUSE_MARGIN tokens around it */
	uint64_t	lists;
	uint32_t	begins;			/* kinds of marks that begin in it */
	uint32_t	ends;			/* or end in it or right before it */
	bool		asks;			/* years, "must", "required" */
	bool		items;			/* items of a list begin in it that lost the breaks between them */
	bool		we;				/* it begins with "we", "our" */
} SkillClause;
#define CLAUSE_MARGIN	3

/* How far the words of the heading above a skill and of the line before its own count. */
#define REACH_HEADING	12
#define REACH_LINE		8

/* A text of fewer tokens is a sentence or two. */
#define SENTENCE_TOKENS		64

/* The lists that are asked for of a whole clause stand among the first 64 of words.h. */
_Static_assert(WORDS_SKILLS_WITH_PEOPLE_JOINS < 64, "one number holds the lists of a clause");

static inline bool
clause_has(const SkillClause *clause, WordList list)
{
	return clause->lists >> list & 1;
}

/*
 * What the heading or introducing clause above each token before to says: a
 * Requirement, or LEVEL_NONE where it says nothing.
 */
#define LEVEL_NONE	0xFF
extern uint8_t *skill_heading_levels(Doc *doc, uint32_t to);

/* Whether items of a list begin in a clause, behind its own begin. */
extern bool skill_items_open(const Doc *doc, Range clause);

/* The level at which a clause asks for a skill, whose signs (skills.c) speak for it, too. */
extern Requirement skill_level(const Doc *doc, const uint8_t *headings, const Mark *mark,
							   const SkillClause *clause, uint64_t signs);

/* The begin of the zone that holds a token; NULL where none begins before it. */
extern const ZoneStart *skill_zone(const Doc *doc, uint32_t i);

/* Reads the years asked for one skill, in hundredths; false where there are none. */
extern bool skill_years(const Doc *doc, const Mark *mark, const SkillClause *clause, int32_t *min,
						int32_t *max);

#endif							/* POSTING_SKILL_LEVEL_H */
