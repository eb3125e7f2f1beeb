/*
 * parse.h
 *		The core's only door: raw text in, typed facts out.
 *
 * Every function returns false only where the arena could not grow; there is no
 * other error: what the text does not say is absent.  All results live in the
 * arena.  The text need not be valid UTF-8, nor NUL-terminated; bytes behind
 * POSTING_MAX_RAW are not read.
 */
#ifndef POSTING_PARSE_H
#define POSTING_PARSE_H

#include "doc.h"

typedef struct ParseInput
{
	const char *raw;
	uint32_t	len;			/* bytes */
	const Host *host;			/* may be NULL */
	const CustomSkills *custom; /* the user's own skills, or NULL */
	bool		explain;		/* what was rejected is wanted, too; parse_explain sets it */
} ParseInput;

/* Reads a document: what its postings share, and the first one. */
extern bool parse_posting(Arena *arena, const ParseInput *input, Posting *posting);

/* One posting of a document. */
typedef struct PostingPart
{
	Span		at;				/* in the raw text */
	Posting		posting;		/* its spans count from the document's begin */
} PostingPart;

/* Reads each posting of a document; none where it is a page of teasers. */
extern bool parse_split(Arena *arena, const ParseInput *input,
						PostingPart **parts, uint32_t *n_parts);

/* The readable text: markup, entities and navigation noise gone. */
extern bool parse_text(Arena *arena, const ParseInput *input, Str *text);

/* One section with its heading. */
typedef struct PostingSection
{
	Zone		zone;
	Str			heading;		/* absent where it has none */
	Str			body;
	Span		at;				/* of the body, in the raw text */
} PostingSection;

extern bool parse_sections(Arena *arena, const ParseInput *input,
						   PostingSection **sections, uint32_t *n_sections);

/* One value with its evidence, or a candidate that was rejected. */
typedef struct Mention
{
	Field		field;
	Str			value;
	Str			mention;		/* as written in the raw text */
	Str			requirement;	/* of skills, else absent */
	Str			rule;
	Str			reason;			/* why it was rejected; absent: accepted */
	Span		at;
} Mention;

/* Orders mentions, for qsort: by where they begin, by field, by where they end (mentions.c). */
extern int posting_mention_order(const void *left, const void *right);

/* Accepted and rejected candidates, in the order of the text. */
extern bool parse_explain(Arena *arena, const ParseInput *input,
						  Mention **mentions, uint32_t *n_mentions);

/* The mentions that a value holds; raw may be NULL, then they carry no quote. */
extern bool posting_mentions_of(Arena *arena, const Posting *posting,
								const char *raw, uint32_t len,
								Mention **mentions, uint32_t *n_mentions);

/* A JSON value as a host's reader hands it over (object members keep their order). */
typedef enum JsonType
{
	JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT
} JsonType;

struct JsonNode
{
	JsonType	type;
	Str			key;			/* of a member of an object */
	Str			text;			/* of strings (unescaped) and numbers (as written) */
	bool		boolean;
	JsonNode   *first;			/* children */
	JsonNode   *next;			/* sibling */
};

#endif							/* POSTING_PARSE_H */
