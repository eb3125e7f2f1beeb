/*
 * fuzz.h
 *		What the fuzz targets share: memory, and a way to stop with a reason.
 *
 * Each target is a file that defines LLVMFuzzerTestOneInput.  With libFuzzer it
 * looks for inputs that break it; with replay.c it runs those that are given.
 */
#ifndef POSTING_FUZZ_H
#define POSTING_FUZZ_H

#include <stdio.h>
#include <stdlib.h>

#include "core/parse.h"

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Stops with a reason where what must always hold does not. */
#define MUST(holds) \
	((holds) ? (void) 0 : \
	 (fprintf(stderr, "%s:%d: must hold: %s\n", __FILE__, __LINE__, #holds), abort()))

/*
 * Memory of one call: chunks of malloc, filled with a
 * byte so that reading what was never written shows.
 */
typedef struct FuzzMemory
{
	void	   *chunks[128];
	int			count;
	int			filling;
} FuzzMemory;

static inline void *
fuzz_grow(void *context, size_t size)
{
	FuzzMemory *memory = context;

	MUST(memory->count < 128);
	memory->chunks[memory->count] = malloc(size);
	MUST(memory->chunks[memory->count] != NULL);
	memset(memory->chunks[memory->count], memory->filling, size);
	return memory->chunks[memory->count++];
}

static inline void
fuzz_free(FuzzMemory *memory)
{
	while (memory->count > 0)
		free(memory->chunks[--memory->count]);
}

#endif							/* POSTING_FUZZ_H */
