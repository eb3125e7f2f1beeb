/*
 * benefits.c
 *		Benefits stated as offered, and visa sponsorship.
 */
#include "extract.h"

/* Whether a clause offers something. */
static bool
offers(const Doc *doc, Range clause)
{
	static const char *const words[] = {
		"offer", "offers", "offering", "provide", "provides", "benefits", "benefit", "enjoy", "receive", "include", "includes", "including",
		"package", "perks", "eligible", "paid", "bieten", "erhalten", "offrons", "proposons", "ofrecemos", "oferujemy", "bieden", "offriamo",
		"oferecemos", "plus", "competitive", "salary", "compensation", "generous", "free", NULL
	};

	for (uint32_t i = clause.from; i < clause.to; i++)
		if (token_in(doc, i, words))
			return true;
	return false;
}

/* How many benefits a line names. */
static uint32_t
count_in_line(const Doc *doc, uint32_t i)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];
	uint32_t	from = i > 60 ? i - 60 : 0;
	uint32_t	set = 0,
				n = 0;

	for (const Mark *mark = mark_from(doc, KIND_BENEFITS, from);
		 mark != NULL && mark < marks->items + marks->count && mark->from < i + 60; mark++)
		if (mark->entry->value != CUE_NONE)
			set |= 1u << mark->entry->value;
	for (; set; set &= set - 1)
		n++;
	return n;
}

/* Reads the benefits. */
static void
read_benefits(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		uint8_t		zone = doc->tokens[mark->from].zone;
		const char *reason = NULL;
		bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;

		if (mark->entry->value == CUE_NONE)
			continue;
		if (zone == ZONE_NOISE || zone == ZONE_LEGAL)
			reason = "outside the posting";
		else if (zone != ZONE_BENEFITS)
		{
			uint32_t	others = count_in_line(doc, mark->from);
			bool		offered = offers(doc, doc_clause(doc, mark->from));

			if (zone == ZONE_REQUIREMENTS || zone == ZONE_DUTIES || zone == ZONE_PREFERRED)
				reason = others >= 3 && offered ? NULL : "not offered";
			else if (others < (weak ? 3u : 2u) && !(offered && !weak))
				reason = "not offered";
		}
		if (reason == NULL)
			doc->posting->benefits |= 1u << mark->entry->value;
		doc_fact(doc, FIELD_BENEFITS, (Range) {mark->from, mark->to}, zone == ZONE_BENEFITS ? "benefit.section" : "benefit.text", reason,
				 str_of(posting_benefit_names[mark->entry->value]));
	}
}

/* Reads whether a visa is sponsored. */
static void
read_visa(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_VISA];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];

		if (doc->tokens[mark->from].zone == ZONE_NOISE || mark->entry->flags & ENTRY_WEAK || mark->entry->value == CUE_NONE)
			continue;
		doc->posting->visa_sponsorship = (Visa) mark->entry->value;
		doc_fact(doc, FIELD_VISA_SPONSORSHIP, (Range) {mark->from, mark->to}, "visa.statement", NULL,
				 str_of(mark->entry->value == VISA_YES ? "true" : "false"));
		return;
	}
}

/* Reads benefits and visa sponsorship. */
void
extract_benefits(Doc *doc)
{
	read_benefits(doc);
	read_visa(doc);
}
