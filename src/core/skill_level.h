/*
 * skill_level.h
 *		At what level, and for how many years, a posting asks for a skill.
 */
#ifndef POSTING_SKILL_LEVEL_H
#define POSTING_SKILL_LEVEL_H

#include "doc.h"

/*
 * What the heading or introducing clause above each token says: a Requirement,
 * or LEVEL_NONE where it says nothing.
 */
#define LEVEL_NONE	0xFF
extern uint8_t *skill_heading_levels(Doc *doc);

/* Whether a lead asks for knowledge ("experience with"), not merely names examples ("such as"). */
extern bool skill_lead_asks(const Mark *lead);

extern Requirement skill_level(const Doc *doc, const uint8_t *headings, const Mark *mark, Range clause);

/* Reads the years asked for one skill, in hundredths; false where there are none. */
extern bool skill_years(const Doc *doc, const Mark *mark, Range clause, int32_t *min, int32_t *max);

#endif							/* POSTING_SKILL_LEVEL_H */
