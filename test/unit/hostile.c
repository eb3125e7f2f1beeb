/*
 * hostile.c
 *		Tests of much of anything: it ends, takes bounded memory, and the
 *		host can interrupt it at any time.
 *
 * Times are those of the processor, so that other work on the machine does not
 * count; under the sanitizers all is slower, and the text a quarter of a megabyte.
 */
#define _DEFAULT_SOURCE
#include <time.h>

#include "tap.h"

#ifdef ARENA_GUARDED
#define SIZE	(256 * 1024)
#define SLOWER	6
#else
#define SIZE	(1024 * 1024)
#define SLOWER	2
#endif

/* Longest time between two chances to interrupt, in ms, on a machine of the year. */
#define LONGEST_GAP	50

/* Most memory, in bytes for each of the text. */
#define MOST_MEMORY	512

static double last;
static double longest;
static size_t taken;

/* Milliseconds of the processor. */
static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

/* Notes how long there was no chance to interrupt. */
static void
interrupt(void)
{
	double		t = now();

	if (t - last > longest)
		longest = t - last;
	last = t;
}

/* Counts the memory that a parse takes. */
static void *
counting_grow(void *context, size_t size)
{
	taken += size;
	return chunks_grow(context, size);
}

/* What the megabyte is made of, again and again. */
static const char *const shapes[] = {"x",
									 "A",
									 "1",
									 "1-",
									 "([",
									 "<",
									 "<p ",
									 "<div><p>",
									 "<!--",
									 "<script>",
									 "&",
									 "&amp;lt;",
									 "&#8211;",
									 "$1 ",
									 "$",
									 "\n",
									 "\n\n- ",
									 "\n- a",
									 "Requirements:\n",
									 "Requirements ",
									 "Title: ",
									 "Location: x\n",
									 "SQL, ",
									 "C++ ",
									 "Boston, MA; ",
									 "5 years ",
									 "$20 - $30 an hour\n",
									 "aB1",
									 "a\xD0\xB6"
									 "1\xE8\xAA\x9E",
									 "\xCC\x81",
									 "\xC2\xAD",
									 "\xE2\x80\x8B",
									 "\xE3\x80\x80",
									 "\xC3\x83\xC2\xA9 ",
									 "\xFF",
									 "\xE2\x82",
									 "'",
									 "l'a",
									 "{\"a\":[",
									 "<script type=\"application/ld+json\">{</script>",
									 "A cook is wanted in Paris for 20 EUR an hour. ",
									 "Job Title: Cook\n\nRequirements:\n- SQL\n\n",
									 "**a** ",
									 "| a ",
									 "2024-01-31 ",
									 "Posted 3 days ago\nCook\nAcme - Paris\n\n"};

int
main(void)
{
	static const Host host = {interrupt, NULL};
	char	   *text = malloc(SIZE);
	ParseInput	input = {.raw = text, .len = SIZE, .host = &host};

	for (size_t s = 0; s < sizeof(shapes) / sizeof(shapes[0]); s++)
	{
		size_t		len = strlen(shapes[s]);
		Chunks		chunks = {.fail_at = -1};
		Arena		arena;
		Posting		posting;

		for (size_t i = 0; i < SIZE; i++)
			text[i] = shapes[s][i % len];
		posting_arena_init(&arena, counting_grow, &chunks, NULL, 0);
		taken = 0;
		longest = 0;
		last = now();
		ok(parse_posting(&arena, &input, &posting), "much of '%s' is read", shapes[s]);
		if (strcmp(shapes[s], "([") == 0 || strcmp(shapes[s], "Requirements ") == 0)
			ok(posting.truncated == (shapes[s][0] == '(' && SIZE > POSTING_MAX_TOKENS),
			   "%s is read", posting.truncated ? "not all" : "all of it");
		interrupt();
		ok(taken < (size_t) SIZE * MOST_MEMORY, "it takes %zu bytes a byte", taken / SIZE);
		ok(longest < LONGEST_GAP * SLOWER, "it can be interrupted within %.0f ms", longest);
		chunks_free(&chunks);
	}
	free(text);
	return done_testing();
}
