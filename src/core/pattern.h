/*
 * pattern.h
 *		Regular expressions (PCRE2), always under limits, compiled once a process.
 *
 * Used only at an anchor that the tokens have found, on a value of a label.
 */
#ifndef POSTING_PATTERN_H
#define POSTING_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "posting.h"

/* Work and memory that one match may take. */
#define PATTERN_MATCH_LIMIT	100000
#define PATTERN_HEAP_LIMIT	4096	/* kibibytes */
#define PATTERN_GROUPS		8

/* A pattern of ours: static storage, compiled at its first use. */
typedef struct Pattern
{
	const char *source;
	void	   *code;			/* pcre2_code, or NULL */
} Pattern;

/*
 * Where patterns take their memory from; malloc and free
 * unless set.  get returns NULL when out of memory.
 */
extern void posting_pattern_memory(void *(*get) (size_t size, void *context),
								   void (*release) (void *memory, void *context),
								   void *context);

/*
 * Matches at the begin of s; groups[0] is the whole match,
 * byte offsets into s; a group that took no part is empty.
 */
extern bool pattern_match(Pattern *pattern, const char *s, uint32_t len,
						  Span groups[PATTERN_GROUPS]);

#endif							/* POSTING_PATTERN_H */
