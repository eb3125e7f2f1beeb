/*
 * extract.h
 *		The extractors: one file a field, each reads the marked document and
 *		appends facts and values (doc.h).  parse.c calls them in this order, for
 *		a later one may read what an earlier one found.
 */
#ifndef POSTING_EXTRACT_H
#define POSTING_EXTRACT_H

#include "doc.h"

extern void extract_language(Doc *doc);		/* language.c: text_language */
extern void extract_jsonld(Doc *doc);		/* jsonld.c: JobPosting blocks, which win */
extern void extract_title(Doc *doc);		/* title.c: title, occupation, seniority */
extern void extract_company(Doc *doc);		/* company.c: company, agency */
extern void extract_places(Doc *doc);		/* places.c: locations, remote_scope */
/* terms.c: workplace, employment type, hours, seniority (terms.h) */
extern void extract_terms(Doc *doc);
extern void extract_pay(Doc *doc);			/* pay.c: salaries, pay_statement */
extern void extract_experience(Doc *doc);	/* experience.c */
extern void extract_education(Doc *doc);	/* education.c */
extern void extract_benefits(Doc *doc);		/* benefits.c: benefits, visa_sponsorship */
extern void extract_languages(Doc *doc);	/* language.c: languages asked for */
extern void extract_reference(Doc *doc);	/* reference.c: reference, dates */
extern void extract_skills(Doc *doc);		/* skills.c: skills, soft skills */

/* Zones whose words do not tell about this job. */
static inline bool
is_foreign_zone(uint8_t zone)
{
	return zone == ZONE_NOISE || zone == ZONE_LEGAL;
}

/* Zones that tell what an applicant brings. */
static inline bool
is_asking_zone(uint8_t zone)
{
	return zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED;
}

/* A number as postings write it: "45.000", "12,00,000", "85 833", "1.5". */
typedef struct Number
{
	int64_t		value;			/* in 1/10,000 */
	uint32_t	to;				/* behind its last token */
	bool		grouped;		/* has thousands separators */
	bool		decimals;
} Number;

/* Reads the number that begins at token i; false where none does. */
extern bool read_number(const Doc *doc, uint32_t i, Number *number);

/*
 * Whether a number counts nothing that a list of words names, as nearly all do: behind it
 * stands a word that is in no list, or a sign that no unit follows.
 */
static inline bool
counts_nothing(const Doc *doc, uint32_t i)
{
	const Token *next = &doc->tokens[i + 1];

	if (doc->tokens[i].kind != TOKEN_NUMBER)
		return false;
	switch (next->chr)
	{
		case 0:
			return next->kind == TOKEN_WORD && next->lists == 0;
		case ')':
		case ':':
		case ';':
		case '%':
			return true;
		case '.':
		case ',':
			return next[1].gap != GAP_NONE;
		default:
			return false;
	}
}

/* Reads a count as digits or a word ("five"), in hundredths; false where there is none. */
extern bool read_count(const Doc *doc, uint32_t i, int32_t *hundredths, uint32_t *to);

/*
 * Reads a figure of years that begins at token i: "3+
 * years", "2-5 years"; an open bound is YEARS_NONE.
 */
extern bool experience_years_at(const Doc *doc, uint32_t i, int32_t *min, int32_t *max, Range *at);

/* The country that the document speaks of most, for "$" and the like; "" where unsure. */
extern const char *main_country(const Doc *doc);

/* Adds a string to a list of the posting unless it stands there. */
extern bool str_list_add(Arena *arena, Str **items, uint32_t *count, Str value);

#endif							/* POSTING_EXTRACT_H */
