/*
 * benefits.c
 *		What the decision about benefits rests on, for test/bench/benefit_weights.py: a
 *		line for each mark of a benefit of which no rule is sure, or that is offered.
 *
 * Standard input holds texts, each after its length as 4 bytes.  Columns: number
 * of the text, kind, 1 where a rule accepts it, 1 where the wording is weak, signs.
 */
#define extract_benefits extract_benefits_as_ever
#include "core/benefits.c"
#undef extract_benefits
#include "postings.h"

/* Takes the place of the extractor: judges the marks as ever, then shows them. */
void
extract_benefits(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];
	const char **reasons = arena_alloc(doc->arena, (marks->count + 1) * sizeof(char *));
	uint8_t    *listed = arena_zero(doc->arena, marks->count + 1);

	for (uint32_t i = 0; i < marks->count; i++)
		reasons[i] = marks->items[i].entry->value == CUE_NONE
						 ? "another thing"
						 : benefit_reason(doc, &marks->items[i]);
	accept_lists(doc, reasons, listed);
	for (uint32_t i = 0; i < marks->count; i++)
		if (marks->items[i].entry->value != CUE_NONE &&
			(reasons[i] == NULL || is_open(doc, &marks->items[i], reasons[i])))
			printf("%u\t%s\t%d\t%d\t%llu\n", posting_number,
				   posting_benefit_names[marks->items[i].entry->value], reasons[i] == NULL,
				   (marks->items[i].entry->flags & ENTRY_WEAK) != 0,
				   (unsigned long long) benefit_signs(doc, &marks->items[i], listed[i]));
	extract_benefits_as_ever(doc);
}

int
main(void)
{
	return !parse_postings(NULL);
}
