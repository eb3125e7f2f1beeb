/*
 * lexicon.h
 *		Looking skills up in the built-in lexicon.
 */
#ifndef POSTING_PG_LEXICON_H
#define POSTING_PG_LEXICON_H

#include "core/lexicon_tables.h"
#include "core/posting.h"

/* The row of a skill by its name or an alias, or of a group by its name; NULL where it is none. */
extern const SkillRow *posting_find_skill(Str wording);

/* The canonical name of a skill; a wording that the lexicon does not know stays. */
extern Str	posting_canonical_skill(Str wording);

#endif							/* POSTING_PG_LEXICON_H */
