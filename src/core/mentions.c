/*
 * mentions.c
 *		The evidence of a value as a list of mentions.
 */
#include <stdlib.h>

#include "lexicon_tables.h"
#include "parse.h"

/* Appends one mention. */
static void
put(Mention *m, Field field, Str value, Str rule, Span at, const char *raw, uint32_t len)
{
	memset(m, 0, sizeof(*m));
	m->field = field;
	m->value = value;
	m->rule = rule;
	m->at = at;
	if (raw != NULL && at.stop <= len && at.start <= at.stop)
		m->mention = (Str) {raw + at.start, at.stop - at.start};
}

/* The plain value of a field that holds one. */
static Str
single_value(const Posting *posting, Field field)
{
	switch (field)
	{
		case FIELD_TITLE:
			return posting->title;
		case FIELD_OCCUPATION:
			return posting->occupation;
		case FIELD_COMPANY:
			return posting->company;
		case FIELD_AGENCY:
			return posting->agency;
		case FIELD_SENIORITY:
			return str_of(posting_seniority_names[posting->seniority]);
		case FIELD_EDUCATION:
			return str_of(posting_education_names[posting->education]);
		case FIELD_REFERENCE:
			return posting->reference;
		case FIELD_PAY_STATEMENT:
			return posting->pay_words;
		case FIELD_TEXT_LANGUAGE:
			return posting->text_language;
		default:
			return (Str) {NULL, 0};
	}
}

/*
 * The rule that read a skill, as the lexicon tells it: a value keeps no rule of its
 * skills.  The wording decides; one that is cut from
 * a longer one has the skill's own name to go by.
 */
static Str
skill_rule(const Lexicon *lex, Arena *arena, Str name, Str mention)
{
	const Entry *entry =
		mention.len > 0 ? lexicon_lookup(lex, arena, mention.s, mention.len, KIND_SKILL) : NULL;

	if (entry == NULL ||
		!str_equal(str_of(posting_lexicon_strings + posting_skill_rows[entry->value].name), name))
		entry = lexicon_lookup(lex, arena, name.s, name.len, KIND_SKILL);
	return str_of(entry == NULL               ? "skill.custom"
				  : entry->flags & ENTRY_WEAK ? "skill.context"
											  : "skill.lexicon");
}

int
posting_mention_order(const void *left, const void *right)
{
	const Mention *a = left;
	const Mention *b = right;

	if (a->at.start != b->at.start)
		return a->at.start < b->at.start ? -1 : 1;
	if (a->field != b->field)
		return a->field < b->field ? -1 : 1;
	return a->at.stop < b->at.stop ? -1 : a->at.stop > b->at.stop;
}

/* The mentions that a value holds. */
bool
posting_mentions_of(Arena *arena, const Posting *posting, const char *raw, uint32_t len,
					Mention **mentions, uint32_t *n_mentions)
{
	jmp_buf		jump;
	Mention    *list;
	Lexicon		lex;
	uint32_t	n = 0;

	arena->failed = &jump;
	if (setjmp(jump))
		return false;
	list = arena_alloc(
		arena,
		(posting->n_evidence +
		 (posting->n_pays + posting->n_skills + posting->n_soft_skills) * POSTING_MAX_SPANS + 1) *
			sizeof(Mention));
	for (uint32_t i = 0; i < posting->n_evidence; i++)
		put(&list[n++], posting->evidence[i].field,
			single_value(posting, posting->evidence[i].field), posting->evidence[i].rule,
			posting->evidence[i].at, raw, len);
	for (uint32_t i = 0; i < posting->n_pays; i++)
		for (uint32_t k = 0; k < posting->pays[i].n_at; k++)
			put(&list[n++], FIELD_SALARIES, str_of(posting_kind_names[posting->pays[i].kind]),
				posting->pays[i].rule, posting->pays[i].at[k], raw, len);
	posting_builtin_lexicon(&lex);
	for (int soft = 0; soft < 2; soft++)
		for (uint32_t i = 0; i < (soft ? posting->n_soft_skills : posting->n_skills); i++)
		{
			const Skill *skill = soft ? &posting->soft_skills[i] : &posting->skills[i];

			for (uint32_t k = 0; k < skill->n_at; k++)
			{
				put(&list[n], soft ? FIELD_SOFT_SKILLS : FIELD_SKILLS, skill->name, (Str) {NULL, 0},
					skill->at[k], raw, len);
				list[n].rule = skill_rule(&lex, arena, skill->name, list[n].mention);
				if (!soft)
					list[n].requirement = str_of(posting_requirement_names[skill->requirement]);
				n++;
			}
		}
	qsort(list, n, sizeof(Mention), posting_mention_order);
	*mentions = list;
	*n_mentions = n;
	return true;
}
