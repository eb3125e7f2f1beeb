/*
 * arena.c
 *		Tests of the arena, and of running out of memory anywhere in a parse.
 */
#include "tap.h"

/* A posting long enough to need several chunks. */
static char *
long_posting(void)
{
	static const char part[] =
		"Data Engineer\nAcme Inc., Boston, MA\nSalary: $85,000 - $95,000 a year\nRequirements:\n"
		"- 3+ years of experience with SQL, Python and Airflow\n- Bachelor's degree\nBenefits: health, dental, 401(k)\n\n";
	char	   *text = malloc(sizeof(part) * 60);

	text[0] = '\0';
	for (int i = 0; i < 60; i++)
		strcat(text, part);
	return text;
}

int
main(void)
{
	char	   *text = long_posting();
	ParseInput	input = {.raw = text, .len = (uint32_t) strlen(text)};
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	Posting		posting;
	int			calls;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	ok(parse_posting(&arena, &input, &posting), "a parse with memory enough succeeds");
	calls = chunks.count;
	ok(calls >= 2, "it takes several chunks (%d)", calls);
	chunks_free(&chunks);
	for (int n = 0; n < calls; n++)
	{
		chunks.fail_at = n;
		posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
		ok(!parse_posting(&arena, &input, &posting), "without chunk %d it says so", n);
		chunks_free(&chunks);
	}
	free(text);
	return done_testing();
}
