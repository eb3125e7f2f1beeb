/*
 * place_country.c
 *		The country and the state that a document speaks of most, told by its
 *		clear places, currencies and words.
 */
#include "place_candidate.h"

/* The country that the document speaks of most. */
const char *
main_country(const Doc *doc)
{
	return doc->country;
}

typedef struct Votes
{
	struct
	{
		const char *name;
		uint32_t	len;
		uint32_t	score;
	}			seen[64];
	uint32_t	n;
} Votes;

static void
vote(Votes *votes, const char *name, uint32_t len, uint32_t weight)
{
	uint32_t	k = 0;

	while (k < votes->n &&
		   (votes->seen[k].len != len || memcmp(votes->seen[k].name, name, len) != 0))
		k++;
	if (k == votes->n)
	{
		if (k == lengthof(votes->seen))
			return;
		votes->seen[k].name = name;
		votes->seen[k].len = len;
		votes->seen[k].score = 0;
		votes->n++;
	}
	votes->seen[k].score += weight;
}

/* The winner, the first of equals; NULL without votes. */
static const char *
winner(const Votes *votes)
{
	uint32_t	best = 0;

	for (uint32_t k = 1; k < votes->n; k++)
		if (votes->seen[k].score > votes->seen[best].score)
			best = k;
	return votes->n > 0 ? votes->seen[best].name : NULL;
}

/* Whether the winner has twice the votes of any other. */
static bool
leads(const Votes *votes)
{
	uint32_t	first = 0,
				second = 0;

	for (uint32_t k = 0; k < votes->n; k++)
		if (votes->seen[k].score > first)
		{
			second = first;
			first = votes->seen[k].score;
		}
		else if (votes->seen[k].score > second)
			second = votes->seen[k].score;
	return first >= 5 && first >= 2 * second;
}

/*
 * Votes by what only one country says; each word votes once.  The lists of
 * words.tsv that begin with country_, in their order there.
 */
static void
vote_by_words(const Doc *doc, Votes *votes)
{
	static const struct
	{
		const char *code;
		uint32_t	weight;
	} lists[] = {{"AU", 4}, {"CH", 4}, {"GB", 4}, {"IN", 4}, {"PL", 4}, {"US", 4}, {"", 0}};
	uint32_t	seen[48];
	uint32_t	n_seen = 0,
				british = 0;
	bool		pound = false;

	for (const Spot *spot = NULL;
		 n_seen < lengthof(seen) &&
		 (spot = next_spot(doc, spot,
						   SPOT_POUND | ((1u << lengthof(lists)) - 1) *
											LIST_BIT(WORDS_COUNTRY_AU))) != NULL;)
	{
		uint32_t	word = doc->tokens[spot->at].word,
					k = 0;

		if (spot->what & SPOT_POUND)
		{
			if (!pound)
				vote(votes, "GB", 2, 8);
			pound = true;
			continue;
		}
		while (k < n_seen && seen[k] != word)
			k++;
		if (k < n_seen)
			continue;
		seen[n_seen++] = word;
		for (k = 0; k + 1 < lengthof(lists); k++)
			if (spot->what & LIST_BIT(WORDS_COUNTRY_AU + k))
				vote(votes, lists[k].code, 2, lists[k].weight);
		british += (spot->what & LIST_BIT(WORDS_COUNTRY_AU + k)) != 0;
	}
	/* the spelling that is not American, and words hardly used there: one alone may be a slip */
	if (british > 1 && doc_is_english(doc))
		vote(votes, "GB", 2, british < 4 ? british : 4);
}

/* Whether a town of that name in another country is likely, too: "Newcastle". */
static bool
is_doubtful(const Doc *doc, const Mark *mark, const PlaceRow *best)
{
	for (const Entry *entry = mark->entry; entry != NULL; entry = entry_next(entry))
		if (row_of(entry)->kind == PLACE_CITY &&
			memcmp(row_of(entry)->country, best->country, 2) != 0 &&
			place_prominence(doc, row_of(entry)) > place_prominence(doc, best) / 3)
			return true;
	return false;
}

/* Whether a state of another country than the one picked stands behind a town: "Birmingham, AL". */
static bool
is_joined(const Doc *doc, const Mark *mark, const PlaceRow *row)
{
	bool		comma;
	const Mark *next = place_next_part(doc, mark->to, &comma);
	const PlaceRow *region =
		next != NULL && comma ? place_pick_row(doc, next, PLACE_REGION, NULL, NULL) : NULL;

	return region != NULL && memcmp(region->country, row->country, 2) != 0;
}

/* Whether a code begins the name of a product: "MS Excel". */
static bool
names_product(const Doc *doc, const Mark *mark)
{
	const Mark *skill = place_is_code(doc, mark) ? mark_at(doc, KIND_SKILL, mark->from) : NULL;

	return skill != NULL && skill->to > mark->to;
}

/* Finds the document's own country and state from its clear places, currencies and words. */
void
place_find_country(Doc *doc)
{
	Votes		countries;
	Votes		regions;
	const Marks *marks = &doc->marks[KIND_PLACE];
	const char *name;

	countries.n = regions.n = 0;
	vote_by_words(doc, &countries);
	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const PlaceRow *row;
		bool		comma = mark->from > 0 && token_punct(doc, mark->from - 1, ',');
		bool		label;
		uint32_t	weight = 3;

		CHECK_INTERRUPTS(doc);
		if (!place_looks_like_name(doc, mark) || doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		label = doc_in_label(doc, LABEL_LOCATION, mark->from);
		if ((mark->entry->flags & ENTRY_WEAK && !label && !comma) ||
			ends_number(doc, (Range) {mark->from, mark->to}) || names_product(doc, mark))
			continue;
		row = place_pick_row(doc, mark, PLACE_COUNTRY, NULL, NULL);
		if (row == NULL && (row = place_pick_row(doc, mark, PLACE_REGION, NULL, NULL)) != NULL)
		{
			weight = 2;
			if (has_codes(row->country))
				vote(&regions, lex_string(row->region), (uint32_t) strlen(lex_string(row->region)),
					 label   ? 8
					 : comma ? 3
							 : 1);
		}
		if (row == NULL && (row = place_pick_row(doc, mark, PLACE_CITY, NULL, NULL)) != NULL)
			weight = is_doubtful(doc, mark, row) || is_joined(doc, mark, row) ? 0
					 : row->population > 200000                               ? 2
																			  : 1;
		if (row != NULL && weight > 0 && row->country[0] != '\0')
			vote(&countries, row->country, 2, label ? weight * 4 : weight);
	}
	name = winner(&countries);
	doc->country_sure = leads(&countries);
	memcpy(doc->country, name != NULL ? name : "\0", 2);
	doc->region = winner(&regions);
}
