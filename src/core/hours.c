/*
 * hours.c
 *		Hours a week.
 */
#include "terms.h"

/* Reads "37.5 hours per week", "32-40 uur", "40 h/week". */
void
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
		while (k > 0 && mark->from - k < 4 &&
			   !(doc->tokens[k - 1].kind == TOKEN_NUMBER &&
				 (k < 2 || !(token_punct(doc, k - 2, '.') && doc->tokens[k - 1].gap == GAP_NONE))))
			k--;
		if (k == 0 || doc->tokens[k - 1].kind != TOKEN_NUMBER || !read_number(doc, k - 1, &high) ||
			high.to > mark->from + 1)
			continue;
		if (high.value < 4 * PAY_SCALE || high.value > 80 * PAY_SCALE)
			continue;
		doc->posting->hours_min = doc->posting->hours_max = (int32_t) (high.value / 100);
		if (k >= 3 &&
			(token_punct(doc, k - 2, '-') || token_is(doc, k - 2, "to") ||
			 token_is(doc, k - 2, "bis") || token_is(doc, k - 2, "tot")) &&
			doc->tokens[k - 3].kind == TOKEN_NUMBER && read_number(doc, k - 3, &low) &&
			low.value < high.value && low.value >= PAY_SCALE)
			doc->posting->hours_min = (int32_t) (low.value / 100);
		doc_fact(doc, FIELD_HOURS_PER_WEEK, (Range) {k - 1, mark->to}, "hours.week", NULL,
				 range_text(doc, (Range) {k - 1, mark->to}));
		return;
	}
}
