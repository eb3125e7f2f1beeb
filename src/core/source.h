/*
 * source.h
 *		Raw bytes into readable text: HTML, entities, mojibake; with a map back.
 */
#ifndef POSTING_SOURCE_H
#define POSTING_SOURCE_H

#include "arena.h"
#include "posting.h"

/*
 * One stretch of the text: [dst, next dst) was made from raw [src, src + srclen).
 * Equal lengths mean that it was copied byte by byte.
 */
typedef struct MapPiece
{
	uint32_t	dst;
	uint32_t	src;
	uint32_t	srclen;
} MapPiece;

typedef VEC(MapPiece) Map;

/* A stretch of text that markup sets off: a heading, bold, a term. */
typedef struct Emphasis
{
	uint32_t	start;
	uint32_t	stop;
	uint8_t		heading;		/* 1 to 6 for <h1> to <h6>, 0 for bold */
} Emphasis;

typedef struct Source
{
	const char *text;
	uint32_t	len;
	Map			map;			/* empty: text is raw */
	VEC(Emphasis) emphasis;
	VEC(Span) jsonld;			/* raw spans of JSON-LD blocks */
	Span		page_title;		/* raw span of <title>, empty where none */
	bool		html;
	bool		from_description;	/* the text is the description of a JSON-LD block */
} Source;

/*
 * Reads raw bytes; what is no valid UTF-8 stays as it is.
 * Now and then interrupt is called, if there is one.
 */
extern void source_read(Arena *arena, const char *raw, uint32_t len,
						void (*interrupt) (void), Source *source);

/* Raw offset of the text byte at pos; of the byte behind the text byte before pos. */
extern uint32_t source_start(const Source *source, uint32_t pos);
extern uint32_t source_stop(const Source *source, uint32_t pos);

#endif							/* POSTING_SOURCE_H */
