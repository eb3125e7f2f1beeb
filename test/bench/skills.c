/*
 * skills.c
 *		What the decision about skills rests on, for test/bench/skill_weights.py: a
 *		line for each mark of a skill that no rule throws out.
 *
 * Standard input holds texts, each after its length as 4 bytes.  Columns: number
 * of the text, from, to (bytes), name, wording, category, flags, trust, signs,
 * whether the text is a sentence or two, words before and behind in the clause;
 * signs of the level, words before and behind in the item, in the heading above
 * and in the line before.
 */
#define extract_skills extract_skills_as_ever
#include "core/skills.c"
#undef extract_skills
#include "core/skill_level.c"
#include "postings.h"

static void
put_text(const char *s, uint32_t len)
{
	putchar('\t');
	for (uint32_t i = 0; i < len; i++)
		putchar((unsigned char) s[i] < ' ' ? ' ' : s[i]);
}

/* The folded words of a range, 0 for numbers, signs as they are. */
static void
put_words(const Doc *doc, uint32_t from, uint32_t to)
{
	putchar('\t');
	for (uint32_t i = from; i < to; i++)
	{
		const Token *token = &doc->tokens[i];
		char		folded[FOLD_MAX_WORD * 4];
		uint32_t     n =
            token->kind == TOKEN_WORD ? fold_word(token_text(doc, i), token->len, folded) : 0;

		if (i > from)
			putchar(' ');
		for (uint32_t k = 0; k < n; k++)
			putchar((unsigned char) folded[k] <= ' ' ? '_' : folded[k]);
		if (token->kind != TOKEN_WORD)
			putchar(token->kind == TOKEN_NUMBER            ? '0'
					: token->chr > ' ' && token->chr < 127 ? (int) token->chr
														   : '?');
	}
}

static void
put_level_signs(const Doc *doc, SkillHeadings *headings, const Candidate *c)
{
	const Mark *mark = c->mark;
	Range		item = item_of(doc, mark, c->clause);
	const ZoneStart *zone = c->place->start;
	int32_t		min,
				max;
	LevelClues	clues = level_clues(doc, headings, mark, c->clause, item, c->place,
									skill_years(doc, mark, c->clause, &min, &max));
	uint32_t	line = c->place->line;
	const Line *before = line > 0 ? &doc->lines[line - 1] : NULL;

	printf("\t%llu", (unsigned long long) (place_signs(doc, c->place) |
										   level_signs(doc, mark, &clues, zone)));
	put_words(doc, reach_back(item, mark->from, LEVEL_REACH_BEFORE), mark->from);
	put_words(doc, mark->to,
			  mark->to < item.to ? reach_on(item, mark->to, LEVEL_REACH_AFTER) : mark->to);
	put_words(doc, zone != NULL ? zone->heading : 0,
			  zone != NULL
				  ? zone->heading + at_most(zone->body - zone->heading, REACH_HEADING)
				  : 0);
	put_words(doc, before != NULL ? before->first : 0,
			  before != NULL
				  ? before->first + at_most(before->last - before->first, REACH_LINE)
				  : 0);
}

static void
put_candidate(const Doc *doc, SkillHeadings *headings, const Candidate *c)
{
	const Mark *mark = c->mark;
	const Entry *entry = mark->entry;
	Span		span = range_span(doc, named_range(doc, mark));
	Str			name = skill_name(doc, mark);
	Str category = str_of(posting_lexicon_strings + posting_skill_rows[entry->value].category);
	Range		clause = c->clause->at;

	printf("%u\t%u\t%u", posting_number, span.start, span.stop);
	put_text(name.s, name.len);
	put_words(doc, mark->from, mark->to);
	put_text(category.s, category.len);
	printf("\t%u\t%d\t%llu\t%d", entry->flags, entry->trust, (unsigned long long) c->signs,
		   is_sentence(doc));
	put_words(doc, reach_back(clause, mark->from, CONTEXT_BEFORE), mark->from);
	put_words(doc, mark->to,
			  mark->to < clause.to ? reach_on(clause, mark->to, CONTEXT_AFTER) : mark->to);
	put_level_signs(doc, headings, c);
	putchar('\n');
}

/* Takes the place of the extractor: reads the skills as ever, then shows the candidates. */
void
extract_skills(Doc *doc)
{
	SkillHeadings headings = {0};
	Candidates	candidates;

	extract_skills_as_ever(doc);
	find_candidates(doc, &candidates);
	for (uint32_t i = 0; i < candidates.count; i++)
		if (candidates.items[i].reason == NULL &&
			!(candidates.items[i].mark->entry->flags & ENTRY_SOFT))
			put_candidate(doc, &headings, &candidates.items[i]);
}

int
main(void)
{
	return !parse_postings(NULL);
}
