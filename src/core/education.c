/*
 * education.c
 *		The lowest degree that the text asks for or prefers.
 */
#include "extract.h"

/* The mark of a degree before or behind one in its clause, not far away; NULL where none. */
static const Mark *
neighbour(const Doc *doc, const Mark *mark, Range clause, bool behind, uint32_t limit)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];

	if (behind)
	{
		const Mark *next = mark + 1;

		while (next < marks->items + marks->count && next->entry->value == CUE_NONE)
			next++;
		return next < marks->items + marks->count && next->from < clause.to && next->from - mark->to < limit ? next : NULL;
	}
	while (mark > marks->items)
	{
		uint32_t	from = mark->from;

		mark--;
		if (mark->entry->value == CUE_NONE)
			continue;
		return mark->to > clause.from && from - mark->to < limit ? mark : NULL;
	}
	return NULL;
}

/* Whether a weak wording stands beside a word that confirms it. */
static bool
is_confirmed(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	from = mark->from > clause.from + 4 ? mark->from - 4 : clause.from;
	uint32_t	to = mark->to + 4 < clause.to ? mark->to + 4 : clause.to;
	bool		letters = doc->tokens[mark->from].len == 2 && mark->to == mark->from + 1;

	if (doc_in_label(doc, LABEL_EDUCATION, mark->from) || (token_punct(doc, mark->to, ':') && doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER))
		return true;
	/* "Boston, MA", "MS Word" */
	if (letters && mark->from > 0 && token_punct(doc, mark->from - 1, ',') && neighbour(doc, mark, clause, false, 8) == NULL && neighbour(doc, mark, clause, true, 8) == NULL)
		return false;
	/* "a BS with 5 or more years" */
	if (token_is(doc, mark->to, "with") && mark->to + 1 < doc->n_tokens && doc->tokens[mark->to + 1].kind == TOKEN_NUMBER)
		return true;
	/* "an architectural degree" among the requirements, "a high degree of care" nowhere */
	if ((token_is(doc, mark->from, "degree") || token_is(doc, mark->from, "degrees")) && !token_is(doc, mark->to, "of") && mark->from > clause.from &&
		(doc->tokens[mark->from].zone == ZONE_REQUIREMENTS || doc->tokens[mark->from].zone == ZONE_PREFERRED) &&
		doc->tokens[mark->from - 1].kind == TOKEN_WORD && !token_in(doc, mark->from - 1, WORDS_EDUCATION_MEASURE))
		return true;
	return neighbour(doc, mark, clause, false, 8) != NULL || neighbour(doc, mark, clause, true, 8) != NULL ||
		range_has(doc, from, mark->from, WORDS_EDUCATION_DEGREE) || range_has(doc, mark->to, to, WORDS_EDUCATION_DEGREE);
}

/* Whether a bare "degree" only repeats one that is named: "a Ph.D. or other doctoral degree", "degree (MSc)". */
static bool
is_repeated(const Doc *doc, const Mark *mark, Range clause)
{
	const Mark *before = neighbour(doc, mark, clause, false, 8);
	const Mark *behind = neighbour(doc, mark, clause, true, 8);
	uint32_t	last = mark->to - 1;

	/* "a DVM or equivalent degree" names no other level */
	if (!(mark->entry->flags & ENTRY_WEAK) && mark->to - mark->from > 1 && !token_is(doc, last, "in") && !token_in(doc, mark->from, WORDS_EDUCATION_EQUIVALENT))
		return false;
	if (!token_is(doc, last, "degree") && !token_is(doc, last, "degrees") && !token_is(doc, last, "in") && !token_is(doc, last, "studium"))
		return false;
	if (before != NULL && before->entry->value >= EDUCATION_ASSOCIATE)
		return true;
	return behind != NULL && behind->entry->value >= EDUCATION_ASSOCIATE && behind->from - mark->to < 5 &&
		!range_has(doc, mark->to, behind->from, WORDS_EDUCATION_REPEATED_CHOICE);
}

/* Whether a clause asks for something, so that it counts wherever it stands. */
static bool
asks(const Doc *doc, Range clause, const Mark *mark)
{
	uint32_t	from = mark->from > clause.from + 12 ? mark->from - 12 : clause.from;
	uint32_t	to = mark->to + 12 < clause.to ? mark->to + 12 : clause.to;

	return range_has(doc, from, to, WORDS_EDUCATION_ASKS);
}

/*
 * Whether the degree stands for something else that is asked for: "may substitute a Ph.D. for experience",
 * "college units may be substituted for a year of experience".
 */
static bool
is_substitute(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	to = mark->to + 8 < clause.to ? mark->to + 8 : clause.to;

	for (uint32_t i = mark->to; i < to && !token_in(doc, i, WORDS_EXPERIENCE_NOUNS); i++)
		if ((token_in(doc, i, WORDS_EDUCATION_SUBSTITUTE) && !token_is(doc, i, "lieu") && token_is(doc, i + 1, "for")) ||
			(token_is(doc, i, "make") && token_is(doc, i + 1, "up")))
			return true;
	/* "six months will be credited for each year of trade school" */
	if (range_has(doc, mark->from > clause.from + 8 ? mark->from - 8 : clause.from, mark->from, WORDS_EDUCATION_SUBSTITUTE_PROGRESS))
		return true;
	for (uint32_t i = mark->from > 90 ? mark->from - 90 : 0; i < mark->from; i++)
		if (token_in(doc, i, WORDS_EDUCATION_SUBSTITUTE) && doc->tokens[i].line == doc->tokens[mark->from].line && range_has(doc, i + 1, i + 6, WORDS_EDUCATION_SUBSTITUTE_EDUCATION))
			return true;
	return false;
}

/* Whether the level is only what the years of study asked for come on top of: "two years above high school". */
static bool
is_surpassed(const Doc *doc, const Mark *mark, Range clause)
{
	return mark->entry->value == EDUCATION_HIGH_SCHOOL &&
		range_has(doc, mark->from > clause.from + 3 ? mark->from - 3 : clause.from, mark->from, WORDS_EDUCATION_ABOVE);
}

/* Why a mark does not count; NULL where it does. */
static const char *
education_reason(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint8_t		zone = doc->tokens[mark->from].zone;
	bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;

	if (zone == ZONE_NOISE || zone == ZONE_LEGAL)
		return "outside the posting";
	if (token_in(doc, mark->to, WORDS_EDUCATION_OTHER) && !range_has(doc, clause.from, mark->from, WORDS_EDUCATION_ENROLLED))
		return "not a degree that is asked for";
	if (is_surpassed(doc, mark, clause))
		return "more than this level is asked for";
	if (is_repeated(doc, mark, clause))
		return "the degree is named beside it";
	if (weak && !is_confirmed(doc, mark, clause))
		return "no sign of a degree";
	/* "oder vergleichbare Ausbildung", "or equivalent apprenticeship" */
	if (mark->entry->value == EDUCATION_VOCATIONAL && mark->from > clause.from && neighbour(doc, mark, clause, false, 30) != NULL &&
		range_has(doc, mark->from > clause.from + 3 ? mark->from - 3 : clause.from, mark->from,
				  WORDS_EDUCATION_EQUIVALENT))
		return "only as an equivalent";
	if (is_substitute(doc, mark))
		return "in place of experience";
	if (doc_in_label(doc, LABEL_EDUCATION, mark->from) || zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED)
		return NULL;
	if (zone == ZONE_BENEFITS && !range_has(doc, clause.from, mark->to + 3, WORDS_EDUCATION_WANTED))
		return "outside the requirements";
	if ((zone == ZONE_COMPANY || zone == ZONE_PROCESS || (zone == ZONE_DUTIES && weak)) && !asks(doc, clause, mark))
		return "outside the requirements";
	return NULL;
}

/* Reads the education that the job asks for. */
void
extract_education(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	const Mark *best = NULL;
	const Mark *cue;
	Range		clause;

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const char *reason;

		if (mark->entry->value == CUE_NONE || mark->entry->value == EDUCATION_NONE)
			continue;
		reason = education_reason(doc, mark);
		if (reason == NULL && best != NULL && mark->entry->value >= best->entry->value)
			reason = "a lower level is enough";
		if (reason == NULL)
			best = mark;
		doc_fact(doc, FIELD_EDUCATION, (Range) {mark->from, mark->to}, doc_in_label(doc, LABEL_EDUCATION, mark->from) ? "education.label" : "education.level", reason,
				 str_of(posting_education_names[mark->entry->value]));
	}
	if (best == NULL)
		return;
	doc->posting->education = (Education) best->entry->value;
	clause = doc_clause(doc, best->from);
	cue = mark_from(doc, KIND_REQUIREMENT, clause.from);
	doc->posting->education_required = doc->tokens[best->from].zone != ZONE_PREFERRED &&
		!(cue != NULL && cue->from < clause.to && cue->entry->value == REQUIREMENT_PREFERRED);
}
