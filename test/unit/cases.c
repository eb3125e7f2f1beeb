/*
 * cases.c
 *		Tests of the rules: test/unit/cases/<field>.tsv, one line a case.
 *
 * Columns, parted by tabs: the rule; "hit" or "miss"; a value; the text, in
 * which \n and \t stand for a new line and a tab.  A hit wants an accepted
 * mention of that rule, with that value where one is given.  A miss wants none
 * of that rule, or, where a value is given, none of that value by any rule of
 * the file's field (an employer's name may well be a place's).
 * Lines that begin with "#" are comments.
 */
#include <glob.h>

#include "tap.h"

static bool
equal(Str str, const char *s)
{
	return str.len == strlen(s) && (str.len == 0 || memcmp(str.s, s, str.len) == 0);
}

/* Turns \n and \t of a case into what they stand for. */
static void
unescape(char *s)
{
	char	   *out = s;

	for (; *s; s++)
	{
		if (s[0] == '\\' && (s[1] == 'n' || s[1] == 't'))
			*out++ = *++s == 'n' ? '\n' : '\t';
		else
			*out++ = *s;
	}
	*out = '\0';
}

/* Whether a rule reads the employer. */
static bool
is_employers(const char *rule)
{
	return strncmp(rule, "company.", 8) == 0;
}

/* Whether the text holds what a case speaks of. */
static bool
finds(const char *text, const char *rule, const char *value, bool any_rule)
{
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	Mention    *mentions;
	uint32_t	n_mentions = 0;
	ParseInput	input = {.raw = text, .len = (uint32_t) strlen(text)};
	bool		found = false;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	if (!parse_explain(&arena, &input, &mentions, &n_mentions))
		n_mentions = 0;
	for (uint32_t i = 0; i < n_mentions && !found; i++)
		found = mentions[i].reason.s == NULL &&
				(any_rule ? is_employers(rule) == (mentions[i].field == FIELD_COMPANY)
						  : equal(mentions[i].rule, rule)) &&
				(*value == '\0' || equal(mentions[i].value, value));
	chunks_free(&chunks);
	return found;
}

static void
run_case(char *line)
{
	char	   *column[4];
	bool		hit;

	line[strcspn(line, "\n")] = '\0';
	if (*line == '\0' || *line == '#')
		return;
	for (int i = 0; i < 4; i++)
	{
		column[i] = line;
		line += strcspn(line, i < 3 ? "\t" : "");
		if (i < 3 && *line == '\t')
			*line++ = '\0';
	}
	hit = strcmp(column[1], "hit") == 0;
	if (!hit && strcmp(column[1], "miss") != 0)
	{
		ok(false, "neither hit nor miss: %s", column[0]);
		return;
	}
	unescape(column[3]);
	ok(finds(column[3], column[0], column[2], !hit && *column[2]) == hit,
	   "%s %s %s: %s", column[0], column[1], column[2], column[3]);
}

int
main(void)
{
	glob_t		files;
	char		line[4096];

	if (glob("test/unit/cases/*.tsv", 0, NULL, &files) != 0)
	{
		ok(false, "test/unit/cases holds cases");
		return done_testing();
	}
	for (size_t i = 0; i < files.gl_pathc; i++)
	{
		FILE	   *file = fopen(files.gl_pathv[i], "r");

		while (file != NULL && fgets(line, sizeof(line), file) != NULL)
			run_case(line);
		if (!ok(file != NULL, "%s is read", files.gl_pathv[i]))
			continue;
		fclose(file);
	}
	globfree(&files);
	return done_testing();
}
