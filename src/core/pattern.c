/*
 * pattern.c
 *		The PCRE2 wrapper (see pattern.h).
 */
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "pattern.h"

static void *
libc_get(size_t size, void *context)
{
	(void) context;
	return malloc(size);
}

static void
libc_release(void *memory, void *context)
{
	(void) context;
	free(memory);
}

static void *(*get_memory) (size_t, void *) = libc_get;
static void (*release_memory) (void *, void *) = libc_release;
static void *memory_context;

/* Made at the first use, kept for the life of the process. */
static pcre2_general_context *general;
static pcre2_match_context *limits;
static pcre2_match_data *match_data;

/* Sets where patterns take their memory from. */
void
posting_pattern_memory(void *(*get)(size_t, void *), void (*release)(void *, void *), void *context)
{
	get_memory = get;
	release_memory = release;
	memory_context = context;
}

/* Makes what all patterns share; false without memory. */
static bool
prepare(void)
{
	if (match_data != NULL)
		return true;
	if (general == NULL)
		general = pcre2_general_context_create(get_memory, release_memory, memory_context);
	if (general != NULL && limits == NULL)
		limits = pcre2_match_context_create(general);
	if (limits == NULL)
		return false;
	pcre2_set_match_limit(limits, PATTERN_MATCH_LIMIT);
	pcre2_set_heap_limit(limits, PATTERN_HEAP_LIMIT);
	match_data = pcre2_match_data_create(PATTERN_GROUPS, general);
	return match_data != NULL;
}

/* Compiles a pattern at its first use. */
static bool
compile(Pattern *pattern)
{
	int			error;
	PCRE2_SIZE	offset;
	pcre2_compile_context *context;

	if (pattern->code != NULL)
		return true;
	if (!prepare())
		return false;
	context = pcre2_compile_context_create(general);
	if (context == NULL)
		return false;
	pattern->code = pcre2_compile((PCRE2_SPTR) pattern->source, PCRE2_ZERO_TERMINATED,
								  PCRE2_ANCHORED | PCRE2_CASELESS, &error, &offset, context);
	pcre2_compile_context_free(context);
	return pattern->code != NULL;
}

/* Matches at the begin of s. */
bool
pattern_match(Pattern *pattern, const char *s, uint32_t len, Span groups[PATTERN_GROUPS])
{
	int			n;
	PCRE2_SIZE *ovector;

	if (!compile(pattern))
		return false;
	n = pcre2_match(pattern->code, (PCRE2_SPTR) s, len, 0, 0, match_data, limits);
	if (n <= 0)
		return false;
	ovector = pcre2_get_ovector_pointer(match_data);
	for (int i = 0; i < PATTERN_GROUPS; i++)
		groups[i] = i < n && ovector[2 * i] != PCRE2_UNSET ?
			(Span) {(uint32_t) ovector[2 * i], (uint32_t) ovector[2 * i + 1]} : (Span) {0, 0};
	return true;
}
