/*
 * employment.c
 *		What the decision about the employment type rests on, for
 *		test/bench/employment_weights.py: a line for each mark of which no test is
 *		sure, or that one accepts.
 *
 * Standard input holds texts, each after its length as 4 bytes.  Columns: number
 * of the text, type, 1 where a test accepts it, 1 where the wording is weak, signs.
 */
#define employment_reason employment_reason_as_ever
#include "core/employment_choose.c"
#undef employment_reason
#include "postings.h"

/* Takes the place of the decision: decides as ever, and shows by what. */
const char *
employment_reason(const Doc *doc, const Mark *mark, const Place *place)
{
	const Test *test = first_that_holds(sure, lengthof(sure), doc, mark, place);

	if (test == NULL || test->verdict == ACCEPTED)
		printf("%u\t%s\t%d\t%d\t%llu\n", posting_number,
			   posting_employment_names[mark->entry->value], test != NULL, place->weak,
			   (unsigned long long) employment_signs(doc, mark, place));
	return employment_reason_as_ever(doc, mark, place);
}

int
main(void)
{
	return !parse_postings(NULL);
}
