/*
 * company.c
 *		The employer: every name in the text is a candidate, each place where it
 *		stands gives clues, and the name for which most speaks is taken
 *		(company_candidate.h).
 */
#include "company_candidate.h"

/* Why a name is not the employer. */
static const char *
reason_against(const Candidate *candidate, const Candidate *best)
{
	const uint8_t *clues = candidate->clues;

	if (clues[CLUE_PLACE])
		return "a place";
	if (clues[CLUE_TITLE])
		return "a title";
	if (clues[CLUE_TERM])
		return "a heading or a term";
	if (clues[CLUE_EVERYDAY] || clues[CLUE_LOWER])
		return "an everyday word";
	if (clues[CLUE_SKILL])
		return "a skill";
	return best != NULL ? "a better candidate stands" : "too little speaks for it";
}

/* Where a name stands as the value shows it. */
static Range
shown_at(const Doc *doc, const Candidate *best)
{
	/* "Macy's" is never written without its s */
	if (best->kept.to > 0 && best->times > 1 && best->genitives == best->times)
		return best->kept;
	if (best->articled.to > 0 &&
		best->articled.to - best->articled.from == best->at.to - best->at.from + 1 &&
		!company_has_form(doc, best->at))
		return best->articled;
	return best->at;
}

/* Reads the employer. */
void
extract_company(Doc *doc)
{
	Candidates *all = arena_alloc(doc->arena, sizeof(Candidates));
	const Candidate *best;

	all->count = all->n_witnesses = all->n_addresses = 0;
	all->in_company = false;
	all->smaller = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	memset(&all->mentions, 0, sizeof(all->mentions));
	memset(all->reached, 0, sizeof(all->reached));
	memset(all->opening, 0, sizeof(all->opening));
	memset(all->shared, 0, sizeof(all->shared));
	memset(all->small, 0, sizeof(all->small));
	memset(all->slots, 0, sizeof(all->slots));
	company_from_labels(doc, all);
	company_from_lines(doc, all);
	company_from_text(doc, all);
	CHECK_INTERRUPTS(doc);
	company_from_pieces(doc, all);
	best = company_choose(doc, all);
	for (uint32_t i = 0; i < all->n_witnesses; i++)
	{
		const Witness *witness = &all->witnesses[i];
		const Candidate *candidate = &all->items[witness->candidate];

		/* the others serve posting_explain alone */
		if (candidate != best && !doc->explain)
			continue;
		doc_fact(doc, FIELD_COMPANY, witness->at, company_clue_rules[witness->clue],
				 candidate == best ? NULL : reason_against(candidate, best),
				 company_name_text(doc, witness->at));
	}
	if (best != NULL)
		doc->posting->company = company_name_text(doc, shown_at(doc, best));
}
