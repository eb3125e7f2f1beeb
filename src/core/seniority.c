/*
 * seniority.c
 *		The level that a label, a board's header or a sentence states.  That of the
 *		title is read with it (title.c).
 */
#include "terms.h"

/* The level in the value of a label, or right behind its name: "Seniority level: Associate". */
static const Mark *
labelled_level(const Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const LabelValue *label;

		if (mark->entry->value == CUE_NONE)
			continue;
		if (follows_name(doc, LABEL_SENIORITY, mark->from))
			return mark;
		if (doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		label = doc_label_at(doc, LABEL_SENIORITY, mark->from);
		if (label == NULL)
			label = doc_label_at(doc, LABEL_EXPERIENCE, mark->from);
		if (label != NULL && mark->to <= label->value.to && mark->from < label->value.from + 4)
			return mark;
	}
	return NULL;
}

/* The level that a board's line of terms ends with: "Full-time · Mid-Senior level". */
static bool
is_board_level(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	const Mark *type = mark->from > 0 ? mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1) : NULL;

	/* "specjalista (Mid / Regular)" */
	if (!doc_is_english(doc) && mark->from > 1 && token_punct(doc, mark->from - 1, '(') && mark_before(doc, KIND_TITLE, mark->from - 1) != NULL &&
		!(doc->tokens[mark->from - 2].shape & SHAPE_HAS_UPPER) && (token_punct(doc, mark->to, ')') || token_punct(doc, mark->to, '/')))
		return true;
	return type != NULL && doc->tokens[mark->from - 1].kind == TOKEN_PUNCT && line->words <= 8 &&
		(mark->to >= line->last || token_is(doc, mark->to, "level"));
}

/* Whether a sentence states the level of this job: "this entry level role", "a senior position". */
static bool
is_stated_level(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint8_t		zone = doc->tokens[mark->from].zone;
	uint32_t	i = mark->to;
	bool		level;

	if (is_foreign_zone(zone) || zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED || zone == ZONE_BENEFITS || zone == ZONE_PROCESS)
		return false;
	if (token_punct(doc, i, '-') && token_is(doc, i + 1, "level"))
		i++;
	level = token_is(doc, mark->to - 1, "level") || token_is(doc, i, "level");
	i += token_is(doc, i, "level");
	/* "Full Time Senior-level / Expert" */
	if (level && i < doc->n_tokens && (i >= doc->lines[doc->tokens[mark->from].line].last || is_separator(doc, i, false)) &&
		(mark->from == doc->lines[doc->tokens[mark->from].line].first || is_separator(doc, mark->from - 1, false) ||
		 mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from) != NULL) && doc->lines[doc->tokens[mark->from].line].words <= 12)
		return true;
	/* "a senior-level EHS role", "this mid-level, client-facing role" */
	for (int n = 0; n < 2 && (level || token_punct(doc, mark->to, ',')) && i < clause.to && i < mark->to + 10 && !token_in(doc, i, WORDS_TERMS_JOB); i++)
		n += doc->tokens[i].kind != TOKEN_PUNCT && !token_punct(doc, i + 1, '-');
	return token_in(doc, i, WORDS_TERMS_JOB) && mark->from > clause.from && (level || mark->entry->value <= SENIORITY_SENIOR) &&
		token_in(doc, mark->from - 1, WORDS_TERMS_STATED_LEVEL_LEAD) && !range_has(doc, mark->from > clause.from + 10 ? mark->from - 10 : clause.from, mark->from, WORDS_TERMS_STATED_LEVEL_PAST);
}

/* Reads an explicit statement of the level; beside the title's level the lower of the two counts. */
static void
read_level(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark *mark = labelled_level(doc);
	const char *rule = "seniority.label";
	const char *reason = NULL;

	for (uint32_t i = 0; mark == NULL && i < marks->count; i++)
	{
		const Mark *m = &marks->items[i];

		if (m->entry->value == CUE_NONE || doc->tokens[m->from].zone == ZONE_NOISE)
			continue;
		rule = is_board_level(doc, m) ? "seniority.board" : is_stated_level(doc, m) ? "seniority.stated" : NULL;
		if (rule != NULL)
			mark = m;
	}
	if (mark == NULL)
		return;
	if (doc->posting->seniority != SENIORITY_NONE && doc->posting->seniority <= (Seniority) mark->entry->value)
		reason = "the title's level is no higher";
	else
		doc->posting->seniority = (Seniority) mark->entry->value;
	doc_fact(doc, FIELD_SENIORITY, (Range) {mark->from, mark->to}, rule, reason, str_of(posting_seniority_names[mark->entry->value]));
}

/* Interns are interns whatever level stands beside: "Level: Entry, Type: Intern". */
static void
read_learner(Doc *doc)
{
	if (doc->posting->employment_type & EMPLOYMENT_INTERN && !(doc->posting->employment_type & EMPLOYMENT_FULL_TIME) && doc->posting->seniority <= SENIORITY_ENTRY && doc->posting->seniority != SENIORITY_INTERN)
		for (size_t i = doc->facts.count; i > 0; i--)
		{
			const Fact *fact = &doc->facts.items[i - 1];

			if (fact->field != FIELD_EMPLOYMENT_TYPE || fact->reason != NULL || !str_equal(fact->value, str_of("INTERN")) ||
				!((doc_is_foreign(doc) && doc->posting->employment_type == EMPLOYMENT_INTERN) || strcmp(fact->rule, "employment.label") == 0 || strcmp(fact->rule, "employment.title") == 0 || strcmp(fact->rule, "employment.alone") == 0))
				continue;
			doc->posting->seniority = SENIORITY_INTERN;
			doc_fact(doc, FIELD_SENIORITY, fact->at, "seniority.intern", NULL, str_of(posting_seniority_names[SENIORITY_INTERN]));
			return;
		}
}

/* Reads the level that the text states beside the title's. */
void
read_seniority(Doc *doc)
{
	read_level(doc);
	read_learner(doc);
}
