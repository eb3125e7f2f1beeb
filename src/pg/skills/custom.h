/*
 * custom.h
 *		The user's own skills: the table posting_custom_skill, compiled.
 */
#ifndef POSTING_CUSTOM_H
#define POSTING_CUSTOM_H

#include "core/doc.h"

/*
 * Returns the skills of posting_custom_skill in a schema, compiled; NULL where
 * there are none.  They live until the next call.
 */
extern const CustomSkills *posting_custom_skills(Oid schema);

#endif							/* POSTING_CUSTOM_H */
