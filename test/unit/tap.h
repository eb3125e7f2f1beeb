/*
 * tap.h
 *		The least harness for tests of the core: prints TAP, needs no server.
 */
#ifndef POSTING_TAP_H
#define POSTING_TAP_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/parse.h"

static int	tap_count;
static int	tap_failed;

/* Reports one check. */
static inline bool
ok(bool passed, const char *format,...)
{
	va_list		args;
	char		name[512];

	va_start(args, format);
	vsnprintf(name, sizeof(name), format, args);
	va_end(args);
	for (char *c = name; *c; c++)
		if (*c == '\n')
			*c = ' ';
	printf("%sok %d - %s\n", passed ? "" : "not ", ++tap_count, name);
	tap_failed += !passed;
	return passed;
}

/* Reports whether two strings are equal, and shows both where not. */
static inline bool
is(const char *got, const char *wanted, const char *name)
{
	bool		same = strcmp(got, wanted) == 0;

	ok(same, "%s", name);
	if (!same)
		printf("# wanted %s\n# got    %s\n", wanted, got);
	return same;
}

/* Ends the program's output. */
static inline int
done_testing(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}

/* Memory of one test: chunks of malloc, freed together. */
typedef struct Chunks
{
	void	   *items[64];
	int			count;
	int			fail_at;		/* the call that gets no memory; -1 never */
} Chunks;

static inline void *
chunks_grow(void *context, size_t size)
{
	Chunks	   *chunks = context;

	if (chunks->count == chunks->fail_at || chunks->count == 64)
		return NULL;
	return chunks->items[chunks->count++] = malloc(size);
}

static inline void
chunks_free(Chunks *chunks)
{
	while (chunks->count > 0)
		free(chunks->items[--chunks->count]);
}

#endif							/* POSTING_TAP_H */
