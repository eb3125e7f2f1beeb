/*
 * places.c
 *		Shows the places that postings name and their signs, for place_weights.py.
 *
 * Reads documents from standard input: the length of the text, four bytes long,
 * then the text.  Prints "places" each time that places are read, then a line for
 * each mention: the number of the town in the gazetteer or -1, whether remote
 * work is open to it, whether a town is named, the numbers of its signs, and
 * behind tabs its city, region and country; "end" behind each document.
 */
#include "core/place_choose.c"
#include "postings.h"

extern void show_choices(const Doc *doc, Groups *groups);

/* The core's own function calls the one below. */
#define place_choose show_choices
#include "core/places.c"
#undef place_choose

static void
put_part(Str part)
{
	putchar('\t');
	for (uint32_t i = 0; i < part.len; i++)
		putchar(part.s[i] == '\n' || part.s[i] == '\t' ? ' ' : part.s[i]);
}

/* All signs of a place. */
static Signs
signs_of(const Doc *doc, const Choices *all, uint32_t self)
{
	Range		clause = doc_clause(doc, all->items[self].group->at.from);
	Signs		signs = {{0}};

	for (int stage = 0; stage < STAGES; stage++)
		read_stage(&signs, doc, all, self, clause, stage);
	return signs;
}

/* Stands in for the core's: shows what it would choose among. */
void
show_choices(const Doc *doc, Groups *groups)
{
	Choices		all;

	gather(doc, groups, &all);
	puts("places");
	for (uint32_t i = 0; i < all.n; i++)
	{
		const Group *g = all.items[i].group;
		Signs		signs = signs_of(doc, &all, i);

		printf("%d %d %d", g->city != NULL ? (int) (g->city - posting_place_rows) : -1, g->scope,
			   g->town.to > g->town.from);
		for (int sign = 0; sign < SIGN_COUNT; sign++)
			if (has_sign(&signs, sign))
				printf(" %d", sign);
		put_part(all.items[i].location.city);
		put_part(all.items[i].location.region);
		put_part(all.items[i].location.country);
		putchar('\n');
	}
	place_choose(doc, groups);
}

int
main(void)
{
	return !parse_postings("end");
}
