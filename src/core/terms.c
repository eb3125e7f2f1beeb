/*
 * terms.c
 *		Terms of work: workplace, employment type, hours a week, stated level.
 */
#include "extract.h"

/* Zones whose words do not tell about this job's terms. */
static bool
is_foreign_zone(uint8_t zone)
{
	return zone == ZONE_NOISE || zone == ZONE_LEGAL;
}

/* Whether the value of a label holds a token. */
static bool
in_label(const Doc *doc, Label label, uint32_t i)
{
	for (uint32_t k = 0; k < doc->labels.count; k++)
		if (doc->labels.items[k].label == label && doc->labels.items[k].value.from <= i && i < doc->labels.items[k].value.to)
			return true;
	return false;
}

/* Whether a mark stands in a short line of the kind that lists a job's terms. */
static bool
in_short_line(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];

	return line->words <= 10 && !(line->flags & LINE_TEXT);
}

/* Whether "not", "no", "kein" stands right before a mark in its clause. */
static bool
is_negated(const Doc *doc, const Mark *mark)
{
	static const char *const words[] = {"not", "no", "non", "never", "isn't", "without", "kein", "keine", "nicht", "pas", "geen", "nie", "unable", "cannot", NULL};
	Range		clause = doc_clause(doc, mark->from);

	for (uint32_t i = mark->from; i > clause.from && mark->from - i < 4; i--)
		if (token_in(doc, i - 1, words))
			return true;
	return false;
}

/* Reads the workplace: "#LI-REMOTE", "hybrid", "on site"; partly on site is hybrid. */
static void
read_workplace(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	uint32_t	set = 0;

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		uint8_t		zone = doc->tokens[mark->from].zone;
		bool		label = in_label(doc, LABEL_WORKPLACE, mark->from) || in_label(doc, LABEL_LOCATION, mark->from);
		bool		title = mark->from >= doc->title.from && mark->to <= doc->title.to + 6 && doc->title.to > 0 && doc->tokens[mark->from].line == doc->tokens[doc->title.from].line;
		const char *reason = NULL;

		if (mark->entry->value == CUE_NONE)
			continue;
		if (is_foreign_zone(zone) && !(zone != ZONE_NOISE && token_is(doc, mark->from, "li")))
			reason = "outside the posting";
		else if (is_negated(doc, mark))
			reason = "negated";
		else if (mark->entry->flags & ENTRY_WEAK && !label && !title && !in_short_line(doc, mark) && mark->from > 60)
			reason = "not said of this job";
		else if (zone == ZONE_BENEFITS && mark->entry->flags & ENTRY_WEAK && !label)
			reason = "a perk";
		else if (zone == ZONE_COMPANY && !label && !in_short_line(doc, mark))
			reason = "said of the company";
		if (reason == NULL)
			set |= 1u << mark->entry->value;
		doc_fact(doc, FIELD_WORKPLACE, (Range) {mark->from, mark->to}, label ? "workplace.label" : "workplace.text", reason,
				 str_of(posting_workplace_names[mark->entry->value]));
	}
	if (set & WORKPLACE_HYBRID)
		set = WORKPLACE_HYBRID;
	doc->posting->workplace = set;
}

/* Reads the employment type. */
static void
read_employment_type(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_EMPLOYMENT_TYPE];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		uint8_t		zone = doc->tokens[mark->from].zone;
		bool		label = in_label(doc, LABEL_EMPLOYMENT_TYPE, mark->from) || in_label(doc, LABEL_HOURS, mark->from) || in_label(doc, LABEL_DURATION, mark->from);
		bool		title = doc->title.to > doc->title.from && doc->tokens[mark->from].line == doc->tokens[doc->title.from].line &&
			doc->lines[doc->tokens[mark->from].line].words < 20;
		bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;
		const char *reason = NULL;

		if (mark->entry->value == CUE_NONE)
			continue;
		if (is_foreign_zone(zone))
			reason = "outside the posting";
		else if (is_negated(doc, mark))
			reason = "negated";
		else if (!label && !title && weak && !in_short_line(doc, mark))
			reason = "not said of this job";
		else if (!label && !title && (zone == ZONE_COMPANY || zone == ZONE_BENEFITS || zone == ZONE_REQUIREMENTS || zone == ZONE_DUTIES || zone == ZONE_PREFERRED) &&
				 !in_short_line(doc, mark) && !(zone != ZONE_COMPANY && (token_is(doc, mark->to, "position") || token_is(doc, mark->to, "role") || token_is(doc, mark->to, "job") || token_is(doc, mark->to, "opportunity"))))
			reason = "not said of this job";
		if (reason == NULL)
			doc->posting->employment_type |= 1u << mark->entry->value;
		doc_fact(doc, FIELD_EMPLOYMENT_TYPE, (Range) {mark->from, mark->to}, label ? "employment.label" : title ? "employment.title" : "employment.text",
				 reason, str_of(posting_employment_names[mark->entry->value]));
	}
}

/* Reads "37.5 hours per week", "32-40 uur", "40 h/week". */
static void
read_hours(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_HOURS_PER_WEEK];

	doc->posting->hours_min = doc->posting->hours_max = -1;
	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		Number		high,
					low;
		uint32_t	k = mark->from;

		if (is_foreign_zone(doc->tokens[mark->from].zone) || k == 0)
			continue;
		/* the number right before the words */
		if (token_punct(doc, k - 1, '+') || token_punct(doc, k - 1, '-'))
			k--;
		while (k > 0 && mark->from - k < 4 && !(doc->tokens[k - 1].kind == TOKEN_NUMBER && (k < 2 || !(token_punct(doc, k - 2, '.') && doc->tokens[k - 1].gap == GAP_NONE))))
			k--;
		if (k == 0 || doc->tokens[k - 1].kind != TOKEN_NUMBER || !read_number(doc, k - 1, &high) || high.to > mark->from + 1)
			continue;
		if (high.value < 4 * PAY_SCALE || high.value > 80 * PAY_SCALE)
			continue;
		doc->posting->hours_min = doc->posting->hours_max = (int32_t) (high.value / 100);
		if (k >= 3 && (token_punct(doc, k - 2, '-') || token_is(doc, k - 2, "to") || token_is(doc, k - 2, "bis") || token_is(doc, k - 2, "tot")) &&
			doc->tokens[k - 3].kind == TOKEN_NUMBER && read_number(doc, k - 3, &low) && low.value < high.value && low.value >= PAY_SCALE)
			doc->posting->hours_min = (int32_t) (low.value / 100);
		doc_fact(doc, FIELD_HOURS_PER_WEEK, (Range) {k - 1, mark->to}, "hours.week", NULL, range_text(doc, (Range) {k - 1, mark->to}));
		return;
	}
}

/* An explicit statement of the level: "Seniority level: Associate", "Entry level position". */
static void
read_level(Doc *doc)
{
	const LabelValue *label = doc_label(doc, LABEL_SENIORITY);
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark *mark = NULL;

	if (label != NULL)
	{
		mark = mark_from(doc, KIND_SENIORITY, label->value.from);
		if (mark != NULL && (mark->to > label->value.to || mark->entry->value == CUE_NONE))
			mark = NULL;
	}
	for (uint32_t i = 0; mark == NULL && i < marks->count && i < 200; i++)
	{
		const Mark *m = &marks->items[i];
		bool		level = token_is(doc, m->to, "level") || (token_punct(doc, m->to, '-') && token_is(doc, m->to + 1, "level")) ||
			token_is(doc, m->to - 1, "level");

		if (m->entry->value != CUE_NONE && level && !is_foreign_zone(doc->tokens[m->from].zone) &&
			(in_short_line(doc, m) || token_is(doc, m->to, "position") || token_is(doc, m->to + 1, "position") || token_is(doc, m->to + 1, "role") || m->from < 80) &&
			doc->tokens[m->from].zone != ZONE_REQUIREMENTS && doc->tokens[m->from].zone != ZONE_DUTIES)
			mark = m;
	}
	if (mark == NULL)
		return;
	/* LinkedIn's "Associate" level is entry; its "Director" and "Executive" are what they say */
	doc->posting->seniority = (Seniority) mark->entry->value;
	doc_fact(doc, FIELD_SENIORITY, (Range) {mark->from, mark->to}, "seniority.stated", NULL,
			 str_of(posting_seniority_names[mark->entry->value]));
}

/* Reads the terms of work. */
void
extract_terms(Doc *doc)
{
	read_workplace(doc);
	read_employment_type(doc);
	read_hours(doc);
	if (doc->posting->seniority == SENIORITY_INTERN)
		doc->posting->employment_type |= EMPLOYMENT_INTERN;
	read_level(doc);
}
