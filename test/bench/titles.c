/*
 * titles.c
 *		Shows the candidates for the title and their signs, for title_weights.py.
 *
 * Reads documents from standard input: the length of the text, four bytes long,
 * then the text.  Prints "title" and the language each time that a title is read,
 * then a line for each candidate: whether it is the title whatever else the text
 * names, the score that its rule gave, the numbers of its signs, and behind a tab
 * its text; "end" behind each document.
 */
#include "core/title_weigh.c"
#include "postings.h"

/* The core's own function is called by the one below. */
#define extract_title read_title
#include "core/title.c"
#undef extract_title

static void
print_candidate(const Doc *doc, const TitleCandidates *all, const TitleCandidate *c, bool sure)
{
	Signs		signs = signs_of(doc, all, c);
	Str			text = range_text(doc, c->at);

	printf("%d %d", sure, c->score);
	for (int sign = 0; sign < SIGN_COUNT; sign++)
		if (has_sign(&signs, sign))
			printf(" %d", sign);
	putchar('\t');
	for (uint32_t i = 0; i < text.len; i++)
		putchar(text.s[i] == '\n' ? ' ' : text.s[i]);
	putchar('\n');
}

/*
 * Stands in for the core's: shows the candidates that
 * are weighed, or would be were none of them sure.
 */
void
extract_title(Doc *doc)
{
	TitleCandidates all = {0};
	const TitleCandidate *best;
	uint32_t	first;
	bool		sure;

	gather(doc, &all);
	best = best_title(&all);
	sure = best != NULL && is_sure(best);
	first = sure ? (uint32_t) (best - all.items) : 0;
	title_from_mentions(doc, &all);
	printf("title %.2s\n", doc->language);
	for (uint32_t i = 0; i < all.count; i++)
		if (title_can_be(&all.items[i]))
			print_candidate(doc, &all, &all.items[i], sure && i == first);
	read_title(doc);
}

int
main(void)
{
	return !parse_postings("end");
}
