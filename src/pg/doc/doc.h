/*
 * doc.h
 *		The type posting_doc: a Posting (core/posting.h) as a varlena.
 *
 * posting_doc_serialize() makes a value, DatumGetPostingDoc() is the one door
 * through which values come in, and posting_doc_load() reads as much of one as
 * is asked for.  The layout of the value is in doc_layout.h.
 */
#ifndef POSTING_PG_DOC_H
#define POSTING_PG_DOC_H

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "utils/array.h"
#include "utils/numeric.h"

#include "core/posting.h"
#include "pg/doc/doc_layout.h"

/*
 * Makes a value.  Equal postings give equal bytes, because what has no order of
 * its own is put into one: skills by name, without doubled names, language
 * levels by language, spans and sections by begin.  Lists beyond the limits of
 * posting.h are cut, and the value is flagged as truncated.
 */
extern struct varlena *posting_doc_serialize(const Posting *posting);

/*
 * Reads the data of a value (VARDATA_ANY, VARSIZE_ANY_EXHDR), trusting nothing.
 * Lists are allocated in the current memory context, strings point into data.
 * Returns false, and what is wrong, on malformed data.
 */
extern bool posting_doc_deserialize(const char *data, Size size, Posting *out,
									const char **error);

/* Detoasts a value, which may keep a short header, and refuses unknown formats. */
extern struct varlena *DatumGetPostingDoc(Datum value);

/*
 * Reads the fixed fields and the blocks asked for (a set of DOC_BIT), as
 * posting_doc_deserialize does; other lists and strings are absent.  Raises
 * ERRCODE_DATA_CORRUPTED on a value that is none.
 */
extern void posting_doc_load(Datum value, uint32 blocks, Posting *out);

/* Reads the fixed fields alone, from the first bytes of a toasted value. */
extern void posting_doc_fixed(Datum value, DocHeader *header);

/* Goes over the skills of a value without allocating anything for them. */
typedef struct DocSkills
{
	DocCursor	cursor;
	uint32		left;			/* skills still to come */
} DocSkills;

extern void posting_doc_skills(Datum value, DocSkills *skills);
extern bool posting_doc_next_skill(DocSkills *skills, Skill *skill);

/* Appends a string with its quotes, escaped as JSON wants it. */
extern void posting_json_string(StringInfo out, Str string);

/* Appends value / 10^digits as the shortest decimal: 25.5, 153000. */
extern void posting_json_decimal(StringInfo out, int64 value, int digits);

/* Appends a date (days since 2000-01-01) as "YYYY-MM-DD", with its quotes. */
extern void posting_json_date(StringInfo out, int32 date);

/* Values of SQL made from what a Posting holds (doc_access.c). */
extern Datum posting_text_datum(Str string);
extern Datum posting_decimal_datum(int64 value, int digits);
/* a year; not of a one-off */
extern Datum posting_annual_datum(int64 amount, Period period);
extern ArrayType *posting_text_array(const Str *items, uint32 count);
extern ArrayType *posting_names_array(uint32 set, const char *const *names);
extern ArrayType *posting_skills_array(const Skill *skills, uint32 count);
extern ArrayType *posting_places_array(const Posting *posting, Size part);

#endif							/* POSTING_PG_DOC_H */
