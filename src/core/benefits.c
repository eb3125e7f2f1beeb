/*
 * benefits.c
 *		Benefits stated as offered, and visa sponsorship.
 */
#include "extract.h"

/* Whether a clause offers something. */
static bool
offers(const Doc *doc, Range clause)
{
	return range_has(doc, clause.from, clause.to, WORDS_BENEFITS_OFFERS);
}

/* Whether the words right before a mark offer it to whom takes the job: "eligible for equity", "salary + bonus". */
static bool
is_promised(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 4 ? mark->from - 4 : clause.from;

	for (uint32_t i = from; i < mark->from; i++)
		if (token_punct(doc, i, '+'))
			return true;
	return range_has(doc, from, mark->from, WORDS_BENEFITS_PROMISED) || token_is(doc, mark->to, "offered") || token_is(doc, mark->to, "available");
}

/* Whether the clause denies the benefit: "not eligible for relocation". */
static bool
is_denied(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 5 ? mark->from - 5 : clause.from;
	uint32_t	to = mark->to + 4 < clause.to ? mark->to + 4 : clause.to;

	for (uint32_t i = from; i < mark->from; i++)
		if (token_in(doc, i, WORDS_BENEFITS_DENIED) && !token_is(doc, i + 1, "limited") && !token_is(doc, i + 1, "only") && !token_is(doc, i + 1, "just"))
			return true;
	for (uint32_t i = mark->to; i < to && doc->tokens[i].kind != TOKEN_PUNCT; i++)
		if (token_in(doc, i, WORDS_VISA_DENIED_BEHIND))
			return !token_is(doc, i + 1, "only") && !token_is(doc, i + 1, "limited");
	return false;
}

/* Whether a clause speaks of equal treatment, which names disability, benefits and leave, too. */
static bool
is_of_rights(const Doc *doc, Range clause, const Mark *mark)
{
	uint32_t	from = mark->from > clause.from + 40 ? mark->from - 40 : clause.from;
	uint32_t	to = mark->to + 40 < clause.to ? mark->to + 40 : clause.to;

	int			n = 0;

	for (uint32_t i = from; i < to; i++)
		n += token_in(doc, i, WORDS_BENEFITS_OF_RIGHTS);
	return n >= 2;
}

/* How many other benefits stand near a mark; weak wordings count where strong ones do. */
static uint32_t
count_near(const Doc *doc, const Mark *at, uint32_t distance, bool strong_only)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];
	uint32_t	from = at->from > distance ? at->from - distance : 0;
	uint32_t	strong = 0,
				weak = 0,
				n = 0;

	for (const Mark *mark = mark_from(doc, KIND_BENEFITS, from);
		 mark != NULL && mark < marks->items + marks->count && mark->from < at->from + distance; mark++)
		if (mark->entry->value != CUE_NONE && mark->entry->value != at->entry->value)
		{
			if (mark->entry->flags & ENTRY_WEAK)
				weak |= 1u << mark->entry->value;
			else
				strong |= 1u << mark->entry->value;
		}
	if (strong_only)
		weak = 0;
	if (strong == 0 && at->entry->flags & ENTRY_WEAK)
	{
		/* "medical, dental and vision" have no strong word among them */
		for (; weak; weak &= weak - 1)
			n++;
		return n >= 2 ? n : 0;
	}
	for (strong |= weak; strong; strong &= strong - 1)
		n++;
	return n;
}

/* Whether a strong wording of several words says of itself that it is a benefit, wherever it stands. */
static bool
is_plain(const Doc *doc, const Mark *mark)
{
	uint32_t	value = 1u << mark->entry->value;

	if (mark->entry->flags & ENTRY_WEAK || value & (BENEFIT_HEALTH | BENEFIT_INSURANCE | BENEFIT_DENTAL | BENEFIT_VISION | BENEFIT_MEALS | BENEFIT_WELLNESS))
		return false;
	return mark->to - mark->from > 1 || (mark->from > 0 && token_in(doc, mark->from - 1, WORDS_BENEFITS_PLAIN_YEARS));
}

/* Why a mark does not count; NULL where it does. */
static const char *
benefit_reason(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	Range		clause = doc_clause(doc, mark->from);
	uint8_t		zone = doc->tokens[mark->from].zone;
	bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;
	uint32_t	others;

	if (zone == ZONE_NOISE)
		return "outside the posting";
	if (is_denied(doc, mark))
		return "not offered";
	if (is_of_rights(doc, clause, mark))
		return "said of equal treatment";
	others = count_near(doc, mark, 30, false);
	if (zone == ZONE_LEGAL)
		return others >= 3 && offers(doc, clause) ? NULL : "outside the posting";
	if (zone == ZONE_BENEFITS)
	{
		if (!weak || line->words <= 6 || others >= 1 || is_promised(doc, mark))
			return NULL;
		return "an ordinary word here";
	}
	if (zone == ZONE_REQUIREMENTS || zone == ZONE_DUTIES || zone == ZONE_PREFERRED)
	{
		uint32_t	strong = count_near(doc, mark, 30, true);

		/* a list of benefits whose heading was lost */
		return (others >= 3 && offers(doc, clause)) || (strong >= 2 && !weak) ||
			(!weak && is_plain(doc, mark) && (strong >= 1 || is_promised(doc, mark))) ? NULL : "not offered";
	}
	if (is_promised(doc, mark) && (!weak || others >= 1 || (1u << mark->entry->value) & (BENEFIT_EQUITY | BENEFIT_BONUS)))
		return NULL;			/* "eligible for equity", "+ bonus" */
	if (is_plain(doc, mark))
		return NULL;
	if (others >= (weak ? 3u : 2u) || (!weak && others >= 1 && offers(doc, clause)) || (!weak && mark->to - mark->from > 1 && offers(doc, clause)))
		return NULL;
	return "not offered";
}

/* Takes the plans that are named by a paragraph of the law, "401(k)": no phrase of the lexicon spans the brackets. */
static void
read_plans(Doc *doc)
{
	for (uint32_t k = 0; k < doc->n_numbers; k++)
	{
		uint32_t	i = doc->numbers[k];
		Range		at = {i, i + 4};

		if (i + 2 >= doc->n_tokens || !(token_is(doc, i, "401") || token_is(doc, i, "403") || token_is(doc, i, "457")) || doc->tokens[i].zone == ZONE_NOISE)
			continue;
		if (token_punct(doc, i + 1, '(') ? !token_is(doc, i + 2, "k") && !token_is(doc, i + 2, "b") : !token_is(doc, i + 1, "k") && !token_is(doc, i + 1, "b"))
			continue;
		if (at.to > doc->n_tokens || !token_punct(doc, i + 1, '('))
			at.to = i + 2;
		doc->posting->benefits |= BENEFIT_RETIREMENT;
		doc_fact(doc, FIELD_BENEFITS, at, "benefit.plan", NULL, str_of("retirement"));
		return;
	}
}

/* Reads the benefits. */
static void
read_benefits(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const char *reason;

		if (mark->entry->value == CUE_NONE)
			continue;
		reason = benefit_reason(doc, mark);
		if (reason == NULL)
			doc->posting->benefits |= 1u << mark->entry->value;
		doc_fact(doc, FIELD_BENEFITS, (Range) {mark->from, mark->to},
				 doc->tokens[mark->from].zone == ZONE_BENEFITS ? "benefit.section" : "benefit.text", reason,
				 str_of(posting_benefit_names[mark->entry->value]));
	}
	read_plans(doc);
}

/* The answer behind the label of a visa: "Visa sponsorship: no". */
static Visa
labelled_visa(const Doc *doc, Range *at)
{
	for (uint32_t k = 0; k < doc->labels.count; k++)
	{
		const LabelValue *l = &doc->labels.items[k];
		uint32_t	to = l->value.to < l->value.from + 3 ? l->value.to : l->value.from + 3;

		*at = (Range) {l->name.from, to};
		if (l->label != LABEL_VISA || l->value.from >= l->value.to || doc->tokens[l->name.from].zone == ZONE_NOISE ||
			!range_has(doc, l->name.from, l->name.to, WORDS_VISA_WORDS))
			continue;
		if (range_has(doc, l->value.from, to, WORDS_VISA_NO))
			return VISA_NO;
		if (range_has(doc, l->value.from, to, WORDS_VISA_YES))
			return VISA_YES;
	}
	return VISA_NONE;
}

/* Whether a mark of a visa's sponsorship is denied or only asked about: "we do not offer", "will you require". */
static bool
is_denied_visa(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	to = mark->to + 8 < clause.to ? mark->to + 8 : clause.to;

	return range_has(doc, mark->from > clause.from + 7 ? mark->from - 7 : clause.from, mark->from, WORDS_VISA_DENIED) ||
		range_has(doc, mark->to, to, WORDS_VISA_DENIED_BEHIND);
}

/* Whether a clause only asks whether a visa is needed. */
static bool
is_question(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	return range_has(doc, clause.from, mark->from, WORDS_BENEFITS_QUESTION) ||
		(clause.to > clause.from && token_punct(doc, clause.to - 1, '?'));
}

/* Reads whether a visa is sponsored. */
static void
read_visa(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_VISA];
	Range		at;
	Visa		visa = labelled_visa(doc, &at);
	const char *rule = "visa.label";

	for (uint32_t i = 0; visa == VISA_NONE && i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;
		bool		denied;

		if (doc->tokens[mark->from].zone == ZONE_NOISE || mark->entry->value == CUE_NONE)
			continue;
		denied = mark->entry->value == VISA_YES && is_denied_visa(doc, mark);
		at = (Range) {mark->from, mark->to};
		rule = denied ? "visa.denied" : "visa.statement";
		if (!denied && mark->entry->value == VISA_YES && (is_question(doc, mark) || (weak && !offers(doc, doc_clause(doc, mark->from)) &&
																					 doc->tokens[mark->from].zone != ZONE_BENEFITS)))
			doc_fact(doc, FIELD_VISA_SPONSORSHIP, at, rule, "no statement", str_of("true"));
		else
			visa = denied ? VISA_NO : (Visa) mark->entry->value;
	}
	if (visa == VISA_NONE)
		return;
	doc->posting->visa_sponsorship = visa;
	doc_fact(doc, FIELD_VISA_SPONSORSHIP, at, rule, NULL, str_of(visa == VISA_YES ? "true" : "false"));
}

/* Reads benefits and visa sponsorship. */
void
extract_benefits(Doc *doc)
{
	read_benefits(doc);
	read_visa(doc);
}
