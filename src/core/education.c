/*
 * education.c
 *		The lowest degree that the text asks for or prefers.
 */
#include "extract.h"

/* Words beside which a weak wording ("MA", "degree") means a degree. */
static const char *const degree_words[] = {
	"degree", "degrees", "diploma", "studium", "diplôme", "education", "educational", "graduate", "university",
	"college", "in", "or", "required", "preferred", "equivalent", "abschluss", "level", "bs", "ba", "ms", "mba", "phd", "qualification", NULL
};

/* Whether a weak wording stands beside a word that confirms it. */
static bool
is_confirmed(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint8_t		zone = doc->tokens[mark->from].zone;
	bool		near = false;

	for (uint32_t i = mark->from > 3 ? mark->from - 3 : 0; i < mark->to + 4 && i < doc->n_tokens; i++)
		if ((i < mark->from || i >= mark->to) && i >= clause.from && i < clause.to)
			near |= token_in(doc, i, degree_words);
	return near && (zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED || zone == ZONE_SUMMARY || zone == ZONE_OTHER);
}

/* Whether a bare "degree" only repeats a degree that the clause names ("a Ph.D. degree"). */
static bool
is_repeated(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	Range		clause = doc_clause(doc, mark->from);

	if (!token_is(doc, mark->to - 1, "degree") && !token_is(doc, mark->to - 1, "degrees"))
		return false;
	if (mark->to - mark->from > 1 && !(mark->entry->flags & ENTRY_WEAK))
		return false;
	for (const Mark *m = mark_from(doc, KIND_EDUCATION, clause.from); m != NULL && m < marks->items + marks->count && m->to <= clause.to; m++)
		if (m != mark && m->entry->value != CUE_NONE)
			return true;
	return false;
}

/* Reads the education that the job asks for. */
void
extract_education(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	const Mark *best = NULL;

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		uint8_t		zone = doc->tokens[mark->from].zone;
		const char *reason = NULL;

		if (mark->entry->value == CUE_NONE || mark->entry->value == EDUCATION_NONE)
			continue;
		if (zone == ZONE_NOISE || zone == ZONE_LEGAL || zone == ZONE_COMPANY || zone == ZONE_BENEFITS || zone == ZONE_PROCESS)
			reason = "outside the requirements";
		else if (is_repeated(doc, mark))
			reason = "the degree is named beside it";
		else if (mark->entry->flags & ENTRY_WEAK && !is_confirmed(doc, mark))
			reason = "no sign of a degree";
		else if (zone == ZONE_DUTIES && mark->entry->flags & ENTRY_WEAK)
			reason = "outside the requirements";
		else if (best != NULL && mark->entry->value >= best->entry->value)
			reason = "a lower level is enough";
		if (reason == NULL)
			best = mark;
		doc_fact(doc, FIELD_EDUCATION, (Range) {mark->from, mark->to}, "education.level", reason,
				 str_of(posting_education_names[mark->entry->value]));
	}
	if (best == NULL)
		return;
	doc->posting->education = (Education) best->entry->value;
	{
		Range		clause = doc_clause(doc, best->from);
		const Mark *cue = mark_from(doc, KIND_REQUIREMENT, clause.from);

		doc->posting->education_required = doc->tokens[best->from].zone != ZONE_PREFERRED &&
			!(cue != NULL && cue->from < clause.to && cue->entry->value == REQUIREMENT_PREFERRED);
	}
}
