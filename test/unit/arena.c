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
		"- 3+ years of experience with SQL, Python and Airflow\n- Bachelor's degree\nBenefits: "
		"health, dental, 401(k)\n\n";
	char	   *text = malloc(sizeof(part) * 60);

	text[0] = '\0';
	for (int i = 0; i < 60; i++)
		strcat(text, part);
	return text;
}

/* Memory that gives no more than was asked for, so that the arena grows at every allocation. */
typedef struct Scanty
{
	Arena	   *arena;
	void	  **items;
	int			count;
	int			space;
	int			fail_at;		/* the call that gets no memory */
	bool		failed;
} Scanty;

static void *
scanty_grow(void *context, size_t size)
{
	Scanty	   *scanty = context;

	scanty->arena->chunk = 0;	/* the next one is as large as what it is for */
	scanty->failed |= scanty->count == scanty->fail_at;
	if (scanty->failed)
		return NULL;
	if (scanty->count == scanty->space)
	{
		scanty->space = scanty->space ? scanty->space * 2 : 64;
		scanty->items = realloc(scanty->items, scanty->space * sizeof(void *));
	}
	return scanty->items[scanty->count++] = malloc(size);
}

static void
scanty_free(Scanty *scanty)
{
	while (scanty->count > 0)
		free(scanty->items[--scanty->count]);
}

/* One of the core's functions over a text; what came out is not looked at. */
static bool
call(int function, Arena *arena, const ParseInput *input)
{
	Posting		posting;
	PostingPart *parts;
	PostingSection *sections;
	Mention    *mentions;
	Str			text;
	uint32_t	n;

	switch (function)
	{
		case 0:
			return parse_posting(arena, input, &posting) &&
				posting_mentions_of(arena, &posting, input->raw, input->len, &mentions, &n);
		case 1:
			return parse_split(arena, input, &parts, &n);
		case 2:
			return parse_text(arena, input, &text);
		case 3:
			return parse_sections(arena, input, &sections, &n);
		default:
			return parse_explain(arena, input, &mentions, &n);
	}
}

/* Fails each growth of the arena in turn, up to the end of a function. */
static void
every_failure(int function, const char *name, const char *raw)
{
	ParseInput	input = {.raw = raw, .len = (uint32_t) strlen(raw)};
	Arena		arena;
	Scanty		scanty = {.arena = &arena};
	int			wrong = 0;

	for (bool done = false; !done; scanty.fail_at++)
	{
		posting_arena_init(&arena, scanty_grow, &scanty, NULL, 0);
		arena.chunk = 0;
		done = call(function, &arena, &input);
		wrong += done == scanty.failed;
		scanty.failed = false;
		scanty_free(&scanty);
	}
	ok(wrong == 0, "%s says so at each of %d growths", name, scanty.fail_at - 1);
	free(scanty.items);
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
	static const char *const functions[] = {"parse_posting", "parse_split", "parse_text",
											"parse_sections", "parse_explain"};
	static const char rich[] =
		"<p>Caf&eacute; manager</p><ul><li>Acme Inc., Boston, MA</li>"
		"<li>Pay: $85,000 - $95,000 a year, or competitive</li></ul><b>Requirements</b><ul>"
		"<li>3+ years of experience with SQL</li>"
		"<li>Bachelor's degree, English and French</li></ul>"
		"<p>Job ID: 4711. Full-time, remote. Benefits: dental, 401(k)</p>";

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
	for (int function = 0; function < 5; function++)
		every_failure(function, functions[function], rich);
	every_failure(1, "parse_split of many postings", text);
	free(text);
	return done_testing();
}
