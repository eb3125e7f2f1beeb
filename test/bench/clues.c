/*
 * clues.c
 *		Prints the clues of split.c at every line where a posting could begin, for
 *		split_weights.py.
 *
 * Reads documents from standard input: the length of the text, the number of its
 * postings, the offset of each, all four bytes long, then the text.  Prints a
 * line each: the document's number, 1 where a posting begins, the clues.
 */
#include <stdio.h>
#include <stdlib.h>

#include "core/split.c"
#include "core/parse.c"

static void *
grow(void *context, size_t size)
{
	(void) context;
	return malloc(size);
}

static void
print_clues(Doc *doc, uint32_t number, const uint32_t *starts, uint32_t n_starts)
{
	Outline		outline = make_outline(doc);
	Segment		segment = {0};
	int32_t		clues[CLUE_COUNT];
	uint32_t	part = 0;

	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		uint32_t	at = source_start(&doc->source, doc->tokens[doc->lines[i].from].start);
		bool		begins = part + 1 < n_starts && at >= starts[part + 1];

		if (!has_words(&doc->lines[i]))
			continue;
		/* the first lines of a posting are neither right nor wrong */
		if (i > 0 && (begins || part == 0 || at > starts[part] + 120) && is_candidate(doc, &outline, &segment, i))
		{
			weigh(doc, &outline, &segment, i, line_before(doc, i), INT32_MIN, clues);
			printf("%u %d", number, begins);
			for (int k = 0; k < CLUE_COUNT; k++)
				printf(" %d", clues[k]);
			printf("\n");
		}
		if (begins)
		{
			part++;
			segment = (Segment) {.line = i};
		}
		read_on(doc, &outline, &segment, i);
	}
}

int
main(void)
{
	uint32_t	len,
				n_starts,
				starts[64];

	for (uint32_t number = 0; fread(&len, 4, 1, stdin) == 1; number++)
	{
		char	   *raw = malloc(len + 1);
		Arena		arena;
		jmp_buf		jump;
		Doc			doc;
		ParseInput	input = {.raw = raw, .len = len};

		if (fread(&n_starts, 4, 1, stdin) != 1 || n_starts > 64 || fread(starts, 4, n_starts, stdin) != n_starts ||
			fread(raw, 1, len, stdin) != len)
			return 1;
		posting_arena_init(&arena, grow, NULL, NULL, 0);
		arena.failed = &jump;
		if (setjmp(jump))
			return 1;
		open_document(&arena, &input, &doc);
		print_clues(&doc, number, starts, n_starts);
		free(raw);
	}
	return 0;
}
