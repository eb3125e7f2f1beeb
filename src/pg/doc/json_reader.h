/*
 * json_reader.h
 *		Reads JSON with PostgreSQL's own parser into a tree of the core's nodes.
 */
#ifndef POSTING_JSON_READER_H
#define POSTING_JSON_READER_H

#include "core/parse.h"

/* Limits of what is handed to the parser. */
#define JSON_MAX_DEPTH	64		/* nested arrays and objects */
#define JSON_MAX_LENGTH	(256 * 1024)	/* of a block inside a posting, in bytes */

/*
 * Builds the tree of a JSON text of valid UTF-8 in the arena.  Returns false
 * where it is no JSON, or nested deeper than JSON_MAX_DEPTH; throws only where
 * memory runs out.
 */
extern bool posting_json_tree(Arena *arena, const char *s, Size len, JsonNode **root);

/* The same for the core (Host.read_json): any bytes, but no more than JSON_MAX_LENGTH. */
extern bool posting_read_json(Arena *arena, const char *s, uint32_t len, JsonNode **root);

#endif							/* POSTING_JSON_READER_H */
