/*
 * skills.c
 *		Hard and soft skills: which marks count, what level they are asked for at.
 */
#include <stdlib.h>

#include "extract.h"

typedef struct Found
{
	uint32_t	from;
	uint32_t	to;
	uint32_t	row;			/* skill; the user's own count from OWN_SKILL */
	Requirement requirement;
	bool		soft;
} Found;

#define OWN_SKILL	0x80000000u

typedef VEC(Found) FoundList;

/* The name of a found skill. */
static Str
skill_name(const Doc *doc, uint32_t row)
{
	if (row & OWN_SKILL)
		return doc->custom->names[row & ~OWN_SKILL];
	return str_of(posting_lexicon_strings + posting_skill_rows[row].name);
}

/* Whether a token parts the items of a list. */
static bool
is_list_sign(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {"and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "i", "lub", NULL};
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_PUNCT)
		return token->chr == ',' || token->chr == '/' || token->chr == '(' || token->chr == ')' || token->chr == '|' || token->chr == ';' || token->chr == '+';
	return token_in(doc, i, words);
}

/* The first token before i that is no list sign; whether there was one. */
static bool
skip_signs_back(const Doc *doc, uint32_t *i, uint32_t limit)
{
	uint32_t	from = *i;

	while (*i > limit && is_list_sign(doc, *i - 1))
		(*i)--;
	return *i < from;
}

static bool
skip_signs(const Doc *doc, uint32_t *i, uint32_t limit)
{
	uint32_t	from = *i;

	while (*i < limit && is_list_sign(doc, *i))
		(*i)++;
	return *i > from;
}

/* Whether a strong skill is the neighbour of a mark in a list. */
static bool
has_neighbour(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	before = mark->from,
				after = mark->to;
	const Mark *m;

	if (skip_signs_back(doc, &before, clause.from) && (m = mark_before(doc, KIND_SKILL, before)) != NULL &&
		!(m->entry->flags & (ENTRY_WEAK | ENTRY_SOFT)))
		return true;
	return skip_signs(doc, &after, clause.to) && (m = mark_at(doc, KIND_SKILL, after)) != NULL &&
		!(m->entry->flags & (ENTRY_WEAK | ENTRY_SOFT));
}

/* Whether "experience with", "knowledge of" leads to a mark, directly or over a list of other skills. */
static bool
has_lead(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	i = mark->from;

	for (uint32_t steps = 0; steps < 8; steps++)
	{
		const Mark *m = mark_before(doc, KIND_SKILL_LEAD, i);

		if (m != NULL && !(m->entry->flags & ENTRY_WEAK))
			return true;
		if (i > clause.from && steps == 0 && doc->tokens[i - 1].kind == TOKEN_WORD && !is_list_sign(doc, i - 1) &&
			(m = mark_before(doc, KIND_SKILL_LEAD, i - 1)) != NULL && !(m->entry->flags & ENTRY_WEAK))
			return true;		/* "experience with modern X" */
		if (!skip_signs_back(doc, &i, clause.from))
			return false;
		m = mark_before(doc, KIND_SKILL_LEAD, i);
		if (m != NULL && !(m->entry->flags & ENTRY_WEAK))
			return true;
		m = mark_before(doc, KIND_SKILL, i);
		if (m == NULL)
			return false;
		i = m->from;
	}
	return false;
}

static bool
has_tail(const Doc *doc, const Mark *mark)
{
	const Mark *tail = mark_at(doc, KIND_SKILL_TAIL, mark->to);

	return tail != NULL && doc->tokens[mark->to].gap <= GAP_SPACE && !(tail->entry->flags & ENTRY_WEAK);
}

/* Whether a short line is nothing but skills: a list of them. */
static bool
is_list_item(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];

	return mark->from == line->first && mark->to == line->last;
}

/* Whether a mark names a degree's field of study: "Bachelor's degree in computer science". */
static bool
is_field_of_study(const Doc *doc, const Mark *mark, Range clause)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	const Mark *degree = NULL;
	static const char *const stops[] = {"experience", "knowledge", "skills", "proficiency", "with", "certification", "certified", "familiarity", "ability", NULL};
	static const char *const leads[] = {"in", "of", "field", "major", "degree", "degrees", "diploma", "im", "en", "der", "within", "studies", NULL};
	bool		led = false;

	for (const Mark *m = mark_from(doc, KIND_EDUCATION, clause.from);
		 m != NULL && m < marks->items + marks->count && m->to <= mark->from; m++)
		degree = m;
	if (degree == NULL || mark->from - degree->to > 30)
		/* "degree in" without a level; "Computer Science degree" */
		return token_is(doc, mark->to, "degree") || (mark->from > clause.from + 1 && token_is(doc, mark->from - 1, "in") && token_is(doc, mark->from - 2, "degree"));
	for (uint32_t i = degree->from; i < mark->from; i++)
	{
		if (token_in(doc, i, stops) && i >= degree->to)
			return false;
		led |= token_in(doc, i, leads) || token_punct(doc, i, ',');
	}
	return led;
}

/*
 * Whether a wording in lower case needs a cue beside it: in the introduction
 * any, elsewhere a single word and those of trades whose words are everyday
 * words, too.
 */
static bool
needs_cue(const Doc *doc, const Mark *mark)
{
	uint8_t		zone = doc->tokens[mark->from].zone;
	const SkillRow *row;

	if (mark->custom || doc->lower_case || doc->tokens[mark->from].shape & SHAPE_HAS_UPPER)
		return false;
	row = &posting_skill_rows[mark->entry->value];
	if (row->flags & SKILL_BROAD)
		return true;
	if (mark->to - mark->from == 1 && (zone == ZONE_SUMMARY || zone == ZONE_DUTIES || zone == ZONE_COMPANY))
		return true;
	return (zone == ZONE_SUMMARY || zone == ZONE_COMPANY) && doc->has_work;
}

/* Why a mark is no skill here; NULL where it is one. */
static const char *
reject(const Doc *doc, const Mark *mark, Range clause)
{
	uint8_t		zone = doc->tokens[mark->from].zone;
	bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;
	bool		soft = (mark->entry->flags & ENTRY_SOFT) != 0;
	bool		asks = zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED;

	if (zone == ZONE_NOISE)
		return "outside the posting";
	if (zone == ZONE_LEGAL || (zone == ZONE_PROCESS && (weak || soft || !(has_lead(doc, mark, clause) || has_neighbour(doc, mark, clause)))))
		return "not about the work";
	if (zone == ZONE_BENEFITS || zone == ZONE_PAY || zone == ZONE_LOCATION)
		return "said of the offer";
	if (mark->from >= doc->title.from && mark->to <= doc->title.to)
		return "part of the title";
	if (zone == ZONE_COMPANY && doc->has_work && (weak || soft || !(has_lead(doc, mark, clause) || has_neighbour(doc, mark, clause))))
		return "said of the company";
	if (doc->tokens[mark->from].shape & SHAPE_SPLIT && doc->tokens[mark->from].gap == GAP_NONE && mark->from > 0 &&
		(doc->tokens[mark->from - 1].shape & SHAPE_FIRST_UPPER) && doc->tokens[mark->from - 1].kind == TOKEN_WORD)
		return "part of a name";
	if (mark->to < doc->n_tokens && doc->tokens[mark->to].gap == GAP_NONE && doc->tokens[mark->to].shape & SHAPE_SPLIT &&
		doc->tokens[mark->to].kind == TOKEN_WORD && doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER && mark->to - mark->from == 1 &&
		doc->tokens[mark->from].shape & SHAPE_SPLIT && doc->tokens[mark->from].shape & SHAPE_HAS_LOWER)
		return "part of a name";
	if (mark->from > 0 && (token_punct(doc, mark->from - 1, '@') || token_punct(doc, mark->from - 1, '/')) && doc->tokens[mark->from].gap == GAP_NONE &&
		mark->from > 2 && token_punct(doc, mark->from - 2, '/'))
		return "part of an address";
	if (token_punct(doc, mark->to, '.') && mark->to + 1 < doc->n_tokens && doc->tokens[mark->to + 1].gap == GAP_NONE &&
		(token_is(doc, mark->to + 1, "com") || token_is(doc, mark->to + 1, "org") || token_is(doc, mark->to + 1, "io") || token_is(doc, mark->to + 1, "gov") || token_is(doc, mark->to + 1, "co")))
		return "part of an address";
	if (!soft && is_field_of_study(doc, mark, clause))
		return "a field of study";
	if (!weak && !soft && needs_cue(doc, mark) && !(has_lead(doc, mark, clause) || has_neighbour(doc, mark, clause) || (asks && (has_tail(doc, mark) || is_list_item(doc, mark)))))
		return "no sign of a skill";
	if (weak && !(has_lead(doc, mark, clause) || (asks && (has_neighbour(doc, mark, clause) || has_tail(doc, mark) || is_list_item(doc, mark)))))
		return "an ordinary word here";
	return NULL;
}

/* Whether an item begins with "Experience with", "3+ years": it asks, whatever its section. */
static bool
opens_with_lead(const Doc *doc, Range clause)
{
	const Mark *lead = mark_from(doc, KIND_SKILL_LEAD, clause.from);
	static const char *const words[] = {"experience", "experienced", "knowledge", "familiarity", "proficiency", "proficient", "understanding", "expertise", "ability", NULL};

	if (lead != NULL && lead->to <= clause.to && lead->from <= clause.from + 3 && !(lead->entry->flags & ENTRY_WEAK))
		for (uint32_t i = clause.from; i < lead->to; i++)
			if (token_in(doc, i, words))
				return true;
	return false;
}

/* The level at which a clause asks for a skill: by its cues, else by its zone. */
static Requirement
requirement_of(const Doc *doc, const Mark *mark, Range clause)
{
	uint8_t		zone = doc->tokens[mark->from].zone;
	const Marks *marks = &doc->marks[KIND_REQUIREMENT];
	bool		required = false,
				preferred = false;

	for (const Mark *cue = mark_from(doc, KIND_REQUIREMENT, clause.from);
		 cue != NULL && cue < marks->items + marks->count && cue->from < clause.to; cue++)
	{
		if (cue->entry->flags & ENTRY_WEAK)
			continue;
		required |= cue->entry->value == REQUIREMENT_REQUIRED;
		preferred |= cue->entry->value == REQUIREMENT_PREFERRED;
	}
	/* "Automate with scripts (Python, R). (preferred)" */
	if (token_punct(doc, clause.to, '(') && clause.to + 1 < doc->n_tokens && doc->tokens[clause.to].line == doc->tokens[mark->from].line)
	{
		const Mark *cue = mark_at(doc, KIND_REQUIREMENT, clause.to + 1);

		preferred |= cue != NULL && cue->entry->value == REQUIREMENT_PREFERRED;
	}
	if (preferred && zone != ZONE_DUTIES && zone != ZONE_COMPANY)
		return REQUIREMENT_PREFERRED;
	if (zone == ZONE_PREFERRED)
		return REQUIREMENT_PREFERRED;
	if (zone == ZONE_REQUIREMENTS)
		return REQUIREMENT_REQUIRED;
	if (zone != ZONE_DUTIES && zone != ZONE_COMPANY && (required || has_lead(doc, mark, clause)))
		return REQUIREMENT_REQUIRED;
	if (zone == ZONE_DUTIES && opens_with_lead(doc, clause))
		return REQUIREMENT_REQUIRED;
	return REQUIREMENT_MENTIONED;
}

/* Whether a token stands in a bare list of a stack. */
static bool
in_stack(const Doc *doc, uint32_t i)
{
	bool		stack = false;

	for (uint32_t k = 0; k < doc->zones.count && doc->zones.items[k].heading <= i; k++)
		stack = doc->zones.items[k].stack;
	return stack;
}

/* Finds the skills of the document, in the order of the text. */
static void
find_skills(Doc *doc, FoundList *found)
{
	const Marks *marks = &doc->marks[KIND_SKILL];
	Range		clause = {0, 0};

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const char *reason;
		Found	   *f;
		uint32_t	row = mark->custom ? mark->entry->value | OWN_SKILL : mark->entry->value;

		if (mark->from < clause.from || mark->from >= clause.to)
			clause = doc_clause(doc, mark->from);
		reason = reject(doc, mark, clause);
		doc_fact(doc, mark->entry->flags & ENTRY_SOFT ? FIELD_SOFT_SKILLS : FIELD_SKILLS, (Range) {mark->from, mark->to},
				 mark->custom ? "skill.custom" : mark->entry->flags & ENTRY_WEAK ? "skill.context" : "skill.lexicon", reason, skill_name(doc, row));
		if (reason != NULL)
			continue;
		f = VEC_PUSH(doc->arena, found);
		f->from = mark->from;
		f->to = mark->to;
		f->row = row;
		f->soft = (mark->entry->flags & ENTRY_SOFT) != 0;
		f->requirement = in_stack(doc, mark->from) ? REQUIREMENT_MENTIONED : requirement_of(doc, mark, clause);
	}
}

static int
found_order(const void *left, const void *right)
{
	const Found *a = left;
	const Found *b = right;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return a->from < b->from ? -1 : a->from > b->from;
}

static int
skill_order(const void *left, const void *right)
{
	const Str  *a = &((const Skill *) left)->name;
	const Str  *b = &((const Skill *) right)->name;
	int			order = memcmp(a->s, b->s, a->len < b->len ? a->len : b->len);

	return order != 0 ? order : a->len < b->len ? -1 : a->len > b->len;
}

/* Makes one skill of each run of finds: the strongest level counts, the first spans are kept. */
static void
collect(Doc *doc, const FoundList *found, bool soft, Skill **skills, uint32_t *count)
{
	Skill	   *list = arena_alloc(doc->arena, (found->count + 1) * sizeof(Skill));
	uint32_t	n = 0;

	for (uint32_t i = 0; i < found->count; i++)
	{
		const Found *f = &found->items[i];
		Skill	   *skill;

		if (f->soft != soft)
			continue;
		if (n == 0 || !str_equal(list[n - 1].name, skill_name(doc, f->row)))
		{
			if (n == POSTING_MAX_SKILLS)
			{
				doc->posting->truncated = true;
				break;
			}
			skill = &list[n++];
			memset(skill, 0, sizeof(*skill));
			skill->name = skill_name(doc, f->row);
			skill->requirement = f->requirement;
			skill->years_min = skill->years_max = YEARS_NONE;
		}
		skill = &list[n - 1];
		if (f->requirement < skill->requirement)
			skill->requirement = f->requirement;
		if (skill->n_at < POSTING_MAX_SPANS)
			skill->at[skill->n_at++] = range_span(doc, (Range) {f->from, f->to});
	}
	qsort(list, n, sizeof(Skill), skill_order);
	*skills = list;
	*count = n;
}

/* Reads the skills. */
void
extract_skills(Doc *doc)
{
	FoundList	found = {0};

	find_skills(doc, &found);
	if (found.count > 0)
		qsort(found.items, found.count, sizeof(Found), found_order);
	collect(doc, &found, false, &doc->posting->skills, &doc->posting->n_skills);
	collect(doc, &found, true, &doc->posting->soft_skills, &doc->posting->n_soft_skills);
}
