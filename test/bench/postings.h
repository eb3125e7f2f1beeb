/*
 * postings.h
 *		What the programs share that read postings from standard input: memory,
 *		and the texts, the length of each before it, four bytes long.
 */
#ifndef POSTING_POSTINGS_H
#define POSTING_POSTINGS_H

#include <stdio.h>
#include <stdlib.h>

#include "core/parse.h"

/* Memory of one posting: a list of chunks, context points to its head. */
static inline void *
grow(void *context, size_t size)
{
	void	  **chunk = malloc(size + 16);

	if (chunk == NULL)
		return NULL;
	*chunk = *(void **) context;
	*(void **) context = chunk;
	return (char *) chunk + 16;
}

static inline void
free_chunks(void *chunks)
{
	while (chunks != NULL)
	{
		void	   *next = *(void **) chunks;

		free(chunks);
		chunks = next;
	}
}

/* The number of the posting that is read, from 0. */
static uint32_t posting_number;

/*
 * Parses each text, behind which a line is printed where
 * there is one; false where input or memory fails.
 */
static inline bool
parse_postings(const char *behind_each)
{
	uint32_t	len;

	for (; fread(&len, sizeof(len), 1, stdin) == 1; posting_number++)
	{
		char	   *raw = malloc(len + 1);
		void	   *chunks = NULL;
		Arena		arena;
		Posting		posting;
		ParseInput	input = {.raw = raw, .len = len};

		if (raw == NULL || fread(raw, 1, len, stdin) != len)
			return false;
		posting_arena_init(&arena, grow, &chunks, NULL, 0);
		if (!parse_posting(&arena, &input, &posting))
			return false;
		if (behind_each != NULL)
			puts(behind_each);
		free_chunks(chunks);
		free(raw);
	}
	return true;
}

#endif							/* POSTING_POSTINGS_H */
