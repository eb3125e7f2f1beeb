/*
 * matching.c
 *		Times tokens, folding and the automaton over texts, for test/bench/matching.
 *
 * Reads texts from standard input: the length, four bytes long, then the text.
 * Prints the nanoseconds of the processor a byte takes, in the best of ROUNDS
 * rounds, and how many tokens and marks there were.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/doc.h"

#define ROUNDS	5

static char room[256u << 20];
static size_t taken;

static void *
grow(void *context, size_t size)
{
	void	   *chunk = room + taken;

	(void) context;
	if (size > sizeof(room) - taken)
		return NULL;
	taken += (size + 15) / 16 * 16;
	return chunk;
}

/* Reads one text as far as the marks; returns their number. */
static uint32_t
match(const char *text, uint32_t len, uint32_t *n_tokens)
{
	Arena		arena;
	Doc			doc = {0};
	Tokens		tokens;
	uint32_t	n = 0;

	taken = 0;
	posting_arena_init(&arena, grow, NULL, NULL, 0);
	doc.arena = &arena;
	posting_builtin_lexicon(&doc.lex);
	source_read(&arena, text, len, NULL, &doc.source);
	fold_tokens(&arena, doc.source.text, doc.source.len, UINT32_MAX, &doc.lex, NULL, &tokens);
	doc.tokens = tokens.items;
	doc.n_tokens = tokens.count;
	doc.notes = tokens.notes;
	doc.n_notes = tokens.n_notes;
	doc_lines(&doc, &tokens);
	doc_match(&doc);
	for (int kind = 0; kind < KIND_COUNT; kind++)
		n += doc.marks[kind].count;
	*n_tokens += doc.n_tokens;
	return n;
}

int
main(void)
{
	char	  **texts = NULL;
	uint32_t   *lens = NULL;
	uint32_t	count = 0,
				space = 0,
				len;
	uint64_t	bytes = 0;
	double		best = 0;
	uint32_t	n_tokens = 0,
				n_marks = 0;

	while (fread(&len, sizeof(len), 1, stdin) == 1)
	{
		if (count == space)
		{
			space = space * 2 + 1024;
			texts = realloc(texts, space * sizeof(*texts));
			lens = realloc(lens, space * sizeof(*lens));
		}
		texts[count] = malloc(len + 1);
		lens[count] = len;
		if (fread(texts[count++], 1, len, stdin) != len)
			return 1;
		bytes += len;
	}
	for (int round = 0; round < ROUNDS; round++)
	{
		struct timespec began,
					ended;
		double		spent;

		n_tokens = n_marks = 0;
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &began);
		for (uint32_t i = 0; i < count; i++)
			n_marks += match(texts[i], lens[i], &n_tokens);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ended);
		spent =
			(double) (ended.tv_sec - began.tv_sec) * 1e9 + (double) (ended.tv_nsec - began.tv_nsec);
		if (round == 0 || spent < best)
			best = spent;
	}
	printf("%.3f %u %u\n", best / (double) bytes, n_tokens, n_marks);
	return 0;
}
