/*
 * lexicon.c
 *		Fuzz target: the user's own skills, and a text read with them.
 *
 * The lines before an empty line are skills, whose wordings are separated by
 * tabs; what follows is the text.  Each wording that the lexicon took must be
 * found again, as the skill that had it first.
 */
#include "fuzz.h"

#define MOST_SKILLS	1000

/* The skills of the input. */
static struct
{
	Str			names[MOST_SKILLS];
	uint8_t		soft[MOST_SKILLS];
	uint32_t	n;
} skills;

/* Adds one line: a skill and its other wordings. */
static void
add_line(LexiconBuilder *builder, const char *s, const char *end)
{
	uint32_t	skill = skills.n;

	if (s == end || *s == '\t')
		return;					/* the table takes no skill without a name */
	skills.soft[skill] = s < end && *s == '!';
	for (const char *start = s; start <= end;)
	{
		const char *stop = memchr(start, '\t', end - start);
		uint32_t	len = (uint32_t) ((stop != NULL ? stop : end) - start);

		if (start == s)
			skills.names[skills.n++] = (Str) {s, len};
		if (!lexicon_has(builder, start, len, KIND_SKILL) &&
			lexicon_add(builder, start, len, KIND_SKILL, skills.soft[skill] ? ENTRY_SOFT : 0,
						skill) > 0)
			MUST(lexicon_has(builder, start, len, KIND_SKILL));
		start += len + 1;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzMemory	memory = {.filling = 0xA5};
	const char *s = (const char *) data;
	const char *end = s + size;
	CustomSkills custom = {.names = skills.names, .soft = skills.soft};
	ParseInput	in = {.custom = &custom};
	LexiconBuilder *builder;
	Arena		arena;
	jmp_buf		failed;
	Posting		posting;

	posting_arena_init(&arena, fuzz_grow, &memory, NULL, 0);
	arena.failed = &failed;
	if (setjmp(failed))
		abort();
	builder = lexicon_builder(&arena);
	skills.n = 0;
	while (s < end && *s != '\n' && skills.n < MOST_SKILLS)
	{
		const char *stop = memchr(s, '\n', end - s);

		stop = stop != NULL ? stop : end;
		add_line(builder, s, stop);
		s = stop < end ? stop + 1 : end;
	}
	lexicon_finish(builder, &custom.lexicon);
	for (uint32_t i = 0; i < skills.n; i++)
	{
		const Entry *entry = lexicon_lookup(&custom.lexicon, &arena, skills.names[i].s,
											skills.names[i].len, KIND_SKILL);

		MUST(entry == NULL || entry->value <= i);
	}
	in.raw = s;
	in.len = (uint32_t) (end - s);
	MUST(parse_posting(&arena, &in, &posting));
	for (uint32_t i = 0; i < posting.n_skills; i++)
		MUST(posting.skills[i].name.len > 0 && posting.skills[i].at[0].stop <= in.len);
	fuzz_free(&memory);
	return 0;
}
