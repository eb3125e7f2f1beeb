/*
 * terms.h
 *		What the files of the terms of work share: workplace.c, employment.c,
 *		hours.c, seniority.c.
 */
#ifndef POSTING_TERMS_H
#define POSTING_TERMS_H

#include "extract.h"

/* How a mark stands in its line. */
typedef struct Place
{
	uint8_t		zone;
	bool		label;			/* in the value of a label that may hold it */
	bool		title;			/* in the title, or beside it on its line */
	bool		alone;			/* between separators or other terms */
	bool		weak;
	bool		said;			/* the words before it speak of this job */
	Range		clause;			/* that holds it */
} Place;

/* Something to ask of a mark, and what follows for it from a yes. */
typedef struct Test
{
	bool		(*holds) (const Doc *doc, const Mark *mark, const Place *place);
	const char *verdict;		/* why the mark does not count, or ACCEPTED */
} Test;

#define ACCEPTED	NULL

/* The first of some tests that holds; NULL where none does. */
extern const Test *first_that_holds(const Test *tests, size_t n, const Doc *doc, const Mark *mark,
									const Place *place);

/* Whether a label's name, with a value of its own, holds a token: "Remote Type: Hybrid". */
extern bool in_label_name(const Doc *doc, uint32_t i);

/*
 * The labels, as bits, whose name ends right before a token where line breaks
 * and colons were lost: "Employment type Full-time"; whether that of one does.
 */
extern uint32_t names_before(const Doc *doc, uint32_t i);
extern bool follows_name(const Doc *doc, Label label, uint32_t i);

/*
 * Whether a token of punctuation parts terms in a line;
 * a comma does so only in lines that are no sentences.
 */
extern bool is_separator(const Doc *doc, uint32_t i, bool text);

/* Whether the other half of a choice is a place to work at: "Remote or one of our offices". */
extern bool is_place_to_work(const Doc *doc, uint32_t i);

/*
 * Whether "not", "no", "kein" stands right before a mark in its clause, or denies it right behind.
 */
extern bool is_negated(const Doc *doc, const Mark *mark);

/* Looks at a mark's surroundings. */
extern Place look_around(const Doc *doc, const Mark *mark, const Label *labels, size_t n_labels);

/*
 * Whether the words before a mark in its clause say that
 * they speak of this job: "this is a", "the position is".
 */
extern bool is_said_of_job(const Doc *doc, const Mark *mark);

/* Why a mark of the employment type does not count; NULL where it does (employment_choose.c). */
extern const char *employment_reason(const Doc *doc, const Mark *mark, const Place *place);

/* Each file's door. */
extern void read_workplace(Doc *doc);
extern void read_employment_type(Doc *doc);
extern void read_hours(Doc *doc);
extern void read_seniority(Doc *doc);

#endif							/* POSTING_TERMS_H */
