/*
 * place_town.c
 *		Small towns, which are no phrases of the lexicon: too many of their names
 *		are words or people's names.  They are looked up only where something
 *		opens a place for one: a label, the header, a postcode, a word like "in",
 *		a state or country behind it.  Those found become marks of places like others.
 */
#include "place_candidate.h"

#define MAX_TOWNS	64		/* looked for in one text */

/* Marks of towns as they are found, in no order. */
typedef struct Towns
{
	Mark		items[MAX_TOWNS];
	uint32_t	n;
} Towns;

/*
 * The token that goes on with a name behind token i, or 0: a
 * capital word, or a small one that may stand between two.
 */
static uint32_t
next_of_name(const Doc *doc, uint32_t i)
{
	uint32_t	next = i + 1;
	const Token *token = &doc->tokens[next];

	if (next >= doc->n_tokens)
		return 0;
	if (token->chr != 0)
	{
		bool		stop = token->chr == '.' && doc->tokens[i].len <= 3;

		if (token->gap != GAP_NONE || (token->chr != '-' && token->chr != '\'' && !stop) ||
			next + 1 >= doc->n_tokens)
			return 0;
		token = &doc->tokens[++next];
		if (token->gap > (stop ? GAP_SPACE : GAP_NONE))
			return 0;
	}
	else if (token->gap > GAP_SPACE)
		return 0;
	return token->kind == TOKEN_WORD &&
				   (token->shape & SHAPE_FIRST_UPPER || token->len <= 5 || doc->lower_case)
			   ? next
			   : 0;
}

/* The hash of a token in the names of towns, its lower half; few are written in two ways. */
static inline uint32_t
word_hash(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return token->lead == 's' ? (uint32_t) town_word(token->hash) : token->hash;
}

/* The check of a name, from all bits of its words' hashes. */
static uint32_t
name_check(const Doc *doc, Range name)
{
	uint64_t	check = HASH_START;
	char		folded[FOLD_MAX_WORD * 4];

	for (uint32_t i = name.from; i < name.to; i++)
		if (doc->tokens[i].kind != TOKEN_PUNCT)
			check = hash_block(
				check, town_word(lexicon_hash(
						   folded, fold_word(token_text(doc, i), doc->tokens[i].len, folded))));
	return (uint32_t) (check >> 32);
}

/* The number of the first town of a name whose key is known, + 1; 0 where there is none. */
static uint32_t
find_name(const Doc *doc, Range name, uint64_t key)
{
	for (uint32_t slot = (uint32_t) key & posting_town_mask; posting_town_slots[slot] != 0;
		 slot = (slot + 1) & posting_town_mask)
	{
		uint32_t	found = posting_town_slots[slot];

		if ((found ^ TOWN_TAG(key)) >> TOWN_BITS != 0)
			continue;
		found &= (1u << TOWN_BITS) - 1;
		if (posting_town_checks[found - 1] == name_check(doc, name))
			return found;
	}
	return 0;
}

/* The number of the first town that a range names, + 1; 0 where there is none. */
static uint32_t
find_range(const Doc *doc, Range name)
{
	uint64_t	key = HASH_START;

	for (uint32_t i = name.from; i < name.to; i++)
		if (doc->tokens[i].kind != TOKEN_PUNCT)
			key = hash_block(key, word_hash(doc, i));
	return find_name(doc, name, key);
}

/*
 * The first town of the longest name that begins at a
 * token, + 1, and where that ends; 0 where none does.
 */
static uint32_t
find_longest(const Doc *doc, uint32_t from, uint32_t *to)
{
	uint64_t	key = HASH_START;
	uint32_t	best = 0,
				words = 0;

	if (from >= doc->n_tokens || doc->tokens[from].kind != TOKEN_WORD ||
		!(doc->tokens[from].shape & SHAPE_FIRST_UPPER || doc->lower_case))
		return 0;
	for (uint32_t i = from; words < TOWN_WORDS; words++)
	{
		uint32_t	found;

		key = hash_block(key, word_hash(doc, i));
		found = find_name(doc, (Range) {from, i + 1}, key);
		if (found != 0)
		{
			best = found;
			*to = i + 1;
		}
		if ((i = next_of_name(doc, i)) == 0)
			break;
	}
	return best;
}

/* Whether the town behind one has the same name. */
static bool
is_last_of_name(uint32_t town)
{
	return town + 1 >= posting_town_count ||
		   posting_town_checks[town + 1] != posting_town_checks[town];
}

/* The row of a small town. */
static inline const PlaceRow *
town_row(uint32_t town)
{
	return &posting_place_rows[posting_place_row_count + town];
}

/* Whether a row is a small town's. */
bool
place_is_small_town(const PlaceRow *row)
{
	return row >= town_row(0);
}

/*
 * Whether a town is a small one whose name others in other
 * states or countries have, none of them the text's.
 */
bool
place_is_one_of_many(const Doc *doc, const PlaceRow *row)
{
	ptrdiff_t	town = row - posting_place_rows - (ptrdiff_t) posting_place_row_count;

	if (town < 0 || (memcmp(row->country, doc->country, 2) == 0 &&
					 (!has_codes(row->country) ||
					  (doc->region != NULL && strcmp(lex_string(row->region), doc->region) == 0))))
		return false;
	return !is_last_of_name((uint32_t) town) || (town > 0 && !is_last_of_name((uint32_t) town - 1));
}

/*
 * The small town that a range names in a country, of a
 * state where one is given; NULL where there is none.
 */
const PlaceRow *
place_small_town(const Doc *doc, Range name, const char *country, const char *region)
{
	uint32_t	found = find_range(doc, name);

	for (uint32_t i = found - 1; found != 0; i++)
	{
		const PlaceRow *row = town_row(i);

		if (memcmp(row->country, country, 2) == 0 &&
			(region == NULL || strcmp(lex_string(row->region), region) == 0))
			return row;
		if (is_last_of_name(i))
			break;
	}
	return NULL;
}

/*
 * The meanings of a name: what the lexicon knows of it, if it does, and its towns from a number on.
 */
static const Entry *
meanings(const Doc *doc, const Mark *known, uint32_t town)
{
	uint32_t	n = 0,
				more = 1;
	Entry	   *entries;

	for (const Entry *entry = known != NULL ? known->entry : NULL; entry != NULL;
		 entry = entry_next(entry))
		n++;
	while (more < 24 && !is_last_of_name(town + more - 1))
		more++;
	entries = arena_alloc(doc->arena, (n + more) * sizeof(Entry));
	for (uint32_t i = 0; i < n; i++)
	{
		entries[i] = known->entry[i];
		entries[i].flags &= (uint8_t) ~ENTRY_LAST;
	}
	for (uint32_t i = 0; i < more; i++)
	{
		uint32_t	row = posting_place_row_count + town + i;

		entries[n + i] = (Entry) {.kind = KIND_PLACE,
								 .value = row,
								 .flags = (posting_place_rows[row].word ? ENTRY_WEAK : 0) |
										  (i + 1 == more ? ENTRY_LAST : 0)};
	}
	return entries;
}

/*
 * Whether a mark has a meaning that no small town stands beside: a state, a country, a large city.
 */
static bool
is_better_known(const Mark *mark)
{
	for (const Entry *entry = mark->entry; entry != NULL; entry = entry_next(entry))
		if (row_of(entry)->kind != PLACE_CITY || row_of(entry)->population >= 200000)
			return true;
	return false;
}

/*
 * Whether towns of a name lie where the text's language
 * is at home; an English text may be about any country.
 */
static bool
is_at_home(const Doc *doc, uint32_t town)
{
	static const char *const homes[][2] = {{"de", "DE AT CH LI LU"},
										   {"fr", "FR BE CH LU CA"},
										   {"es", "ES MX AR CO CL PE UY EC CR"},
										   {"nl", "NL BE"},
										   {"pl", "PL"},
										   {"pt", "BR PT"},
										   {"it", "IT CH"},
										   {"cs", "CZ SK"},
										   {"sv", "SE FI"}};

	for (size_t k = 0; k < lengthof(homes); k++)
		if (memcmp(doc->language, homes[k][0], 2) == 0)
			for (uint32_t i = town;; i++)
			{
				if (country_in(town_row(i)->country, homes[k][1]))
					return true;
				if (is_last_of_name(i))
					return false;
			}
	return true;
}

/*
 * Takes the town that begins at a token, if one does: longer than a place that
 * the lexicon knows there, and no ordinary word.  Returns where it ends; the
 * token where there is none.
 */
static uint32_t
take_town(const Doc *doc, Towns *towns, uint32_t from)
{
	uint32_t	to = from,
				town = towns->n < MAX_TOWNS ? find_longest(doc, from, &to) : 0;
	const Mark *known;

	if (town == 0 || town_row(town - 1)->word || !is_at_home(doc, town - 1))
		return from;
	known = mark_at(doc, KIND_PLACE, from);
	if (known != NULL && (known->to > to || (known->to == to && is_better_known(known))))
		return known->to;
	towns->items[towns->n++] = (Mark) {
		from, to, meanings(doc, known != NULL && known->to == to ? known : NULL, town - 1), false};
	return to;
}

/* Takes a town, and those that are listed behind it: "in Rumilly, Auray et Vif". */
static void
take_list(const Doc *doc, Towns *towns, uint32_t from)
{
	for (uint32_t k = 0; k < 6; k++)
	{
		uint32_t	n = towns->n,
					to = take_town(doc, towns, from);
		const Mark *known = to == from ? mark_at(doc, KIND_PLACE, from) : NULL;

		if (known != NULL)
			to = known->to;
		if (to == from)
			return;
		/* "in El Corte Inglés": the name goes on */
		if (towns->n > n && to < doc->n_tokens && doc->tokens[to].kind == TOKEN_WORD &&
			doc->tokens[to].gap == GAP_SPACE && doc->tokens[to].shape & SHAPE_FIRST_UPPER &&
			mark_at(doc, KIND_PLACE, to) == NULL &&
			!(doc->tokens[from].shape & SHAPE_HAS_LOWER) ==
				!(doc->tokens[to].shape & SHAPE_HAS_LOWER))
		{
			towns->n = n;
			return;
		}
		from = to;
		while (from < to + 2 && (token_punct(doc, from, ',') || token_punct(doc, from, '/') ||
								 token_in(doc, from, WORDS_LIST_JOINING)))
			from++;
		if (from == to)
			return;
	}
}

/* Looks into what labels say of the place. */
static void
look_at_labels(const Doc *doc, Towns *towns)
{
	if (!(doc->label_kinds >> LABEL_LOCATION & 1))
		return;
	for (uint32_t k = 0; k < doc->labels.count; k++)
	{
		Range		value = doc->labels.items[k].value;

		if (doc->labels.items[k].label != LABEL_LOCATION || value.to - value.from > 40)
			continue;
		for (uint32_t i = value.from; i < value.to; i++)
			if (i == value.from || doc->tokens[i - 1].kind == TOKEN_PUNCT ||
				token_in(doc, i - 1, WORDS_LIST_JOINING) || doc->tokens[i - 1].kind == TOKEN_NUMBER)
			{
				uint32_t	n = towns->n,
							to = take_town(doc, towns, i);

				if (to < value.to && to > i && doc->tokens[to].kind == TOKEN_WORD &&
					!token_in(doc, to, WORDS_LIST_JOINING))
					towns->n = n;
				else
					i = to > i ? to - 1 : i;
			}
	}
}

/*
 * Whether a word opens a place in the text's language: "I'm" is
 * no German "im", the Dutch "en" joins, and so do other words.
 */
static bool
opens_town(const Doc *doc, uint32_t i)
{
	if (!doc_is_foreign(doc))
		return token_is(doc, i, "in") || token_is(doc, i, "near");
	return !token_is(doc, i, "a") &&
		   !(token_is(doc, i, "en") && memcmp(doc->language, "nl", 2) == 0);
}

/*
 * Where the town of a branch may begin behind its word:
 * "agence Acme de RUMILLY"; the word itself where nowhere.
 */
static uint32_t
branch_town(const Doc *doc, uint32_t i)
{
	for (uint32_t k = i + 1; k < i + 5 && k + 1 < doc->n_tokens &&
							 doc->tokens[k].gap == GAP_SPACE && doc->tokens[k].kind == TOKEN_WORD;
		 k++)
		if (token_in(doc, k, WORDS_PLACES_TIE_IN) || token_in(doc, k, WORDS_PLACES_TIE_FILLERS))
			return k + 1;
	return i;
}

/* Looks behind the words that open a place: "in", "à", "agence de". */
static void
look_behind_words(const Doc *doc, Towns *towns)
{
	bool		foreign = doc_is_foreign(doc);

	for (const Spot *spot = NULL;
		 (spot = next_spot(doc, spot, LIST_BIT(WORDS_PLACES_OPENS_TOWN))) != NULL;)
	{
		bool		branch = foreign && token_in(doc, spot->at, WORDS_PLACES_TIE);
		uint32_t	i = branch ? branch_town(doc, spot->at) : spot->at + 1;

		/* in English nothing stands between, so nearly all are told by one look */
		if (!foreign && !(doc->tokens[i].shape & SHAPE_FIRST_UPPER) && !doc->lower_case &&
			!(doc->tokens[i].begins >> KIND_PLACE & 1))
			continue;
		if (i == spot->at || (!branch && !opens_town(doc, spot->at)))
			continue;
		while (foreign && i < spot->at + 4 && token_in(doc, i, WORDS_PLACES_TIE_FILLERS) &&
			   !(doc->tokens[i].shape & SHAPE_FIRST_UPPER))
			i++;
		if (i < doc->n_tokens && doc->tokens[i].gap == GAP_SPACE &&
			doc->tokens[i].zone != ZONE_NOISE &&
			(foreign || !token_in(doc, i, WORDS_PLACES_TIE_FILLERS)))
			take_list(doc, towns, i);
	}
}

/* Whether a town of that name lies in what a mark names: a state, a country. */
static bool
lies_in(const Mark *mark, uint32_t town)
{
	for (const Entry *entry = mark->entry; entry != NULL; entry = entry_next(entry))
	{
		const PlaceRow *outer = row_of(entry);

		if (outer->kind == PLACE_CITY || (outer->kind == PLACE_AREA && outer->country[0] == '\0'))
			continue;
		for (uint32_t i = town;; i++)
		{
			const PlaceRow *row = town_row(i);

			if (memcmp(row->country, outer->country, 2) == 0 &&
				(outer->kind != PLACE_REGION || !has_codes(outer->country) ||
				 row->region == outer->region))
				return true;
			if (is_last_of_name(i))
				break;
		}
	}
	return false;
}

/*
 * Takes the longest town before a comma and the state or
 * country that it lies in: "Acme Bakers Marsing, ID".
 */
static void
look_before_regions(const Doc *doc, Towns *towns)
{
	const Marks *marks = &doc->marks[KIND_PLACE];

	for (uint32_t k = 0; k < marks->count && towns->n < MAX_TOWNS; k++)
	{
		const Mark *mark = &marks->items[k];
		uint32_t	end = mark->from - 1,
					from = end;
		const Mark *before;

		if (mark->from < 2 || !(token_punct(doc, end, ',') || token_punct(doc, end, '(')) ||
			doc->tokens[end - 1].kind != TOKEN_WORD || doc->tokens[mark->from].zone == ZONE_NOISE ||
			(place_is_code(doc, mark) && doc->tokens[mark->from].shape & SHAPE_HAS_LOWER) ||
			(row_of(mark->entry)->kind == PLACE_CITY && entry_next(mark->entry) == NULL))
			continue;
		before = mark_before(doc, KIND_PLACE, end);
		/* "Virginia, California", "Philadelphia, New York": a list */
		if (before != NULL && is_better_known(before) &&
			!(place_is_code(doc, mark) && row_of(before->entry)->kind == PLACE_CITY))
			continue;
		for (uint32_t words = 0;
			 words < TOWN_WORDS && from > 0 && doc->tokens[from - 1].kind == TOKEN_WORD &&
			 (from == end || doc->tokens[from].gap <= GAP_SPACE);
			 words++)
		{
			uint32_t	town;

			from--;
			if ((doc->tokens[from].shape & SHAPE_FIRST_UPPER || doc->lower_case) &&
				(before == NULL || from <= before->from) &&
				(town = find_range(doc, (Range) {from, end})) != 0 && lies_in(mark, town - 1) &&
				towns->n < MAX_TOWNS)
			{
				const Mark *known = before != NULL && before->from == from ? before : NULL;

				/* the longest of those that end here stands last */
				if (towns->n > 0 && towns->items[towns->n - 1].to == end)
					towns->n--;
				towns->items[towns->n++] =
					(Mark) {from, end, meanings(doc, known, town - 1), false};
			}
			if (from > 1 && token_punct(doc, from - 1, '-') && doc->tokens[from].gap == GAP_NONE &&
				doc->tokens[from - 1].gap == GAP_NONE)
				from--;
		}
	}
}

/*
 * Whether a number before a token is a postcode: "44800 Auray", "A-4020 Linz",
 * "3542 AB Utrecht", "00-950 Otwock"; abroad only where it has four digits.
 */
static bool
is_postcode(const Doc *doc, uint32_t number, uint32_t *town)
{
	uint32_t	len = doc->tokens[number].len;

	*town = number + 1;
	if (*town + 1 >= doc->n_tokens || doc->tokens[*town].gap != GAP_SPACE)
		return false;
	if (len == 5)
		return true;
	if (len == 3 && number >= 2 && token_punct(doc, number - 1, '-') &&
		doc->tokens[number - 2].kind == TOKEN_NUMBER &&
		(doc->tokens[number - 2].len == 2 || doc->tokens[number - 2].len == 4))
		return doc->tokens[number].gap == GAP_NONE;
	if (len == 3)
		return false;
	if (doc->tokens[*town].len == 2 && !(doc->tokens[*town].shape & SHAPE_HAS_LOWER) &&
		doc->tokens[*town + 1].gap == GAP_SPACE)
	{
		++*town;
		return true;
	}
	return doc_is_foreign(doc) && (number == 0 || doc->tokens[number].gap > GAP_SPACE ||
								   doc->tokens[number - 1].kind == TOKEN_PUNCT);
}

/* Looks behind postcodes. */
static void
look_behind_postcodes(const Doc *doc, Towns *towns)
{
	for (uint32_t k = 0; k < doc->n_numbers; k++)
	{
		uint32_t	i = doc->numbers[k],
					town;

		if (doc->tokens[i].len >= 3 && doc->tokens[i].len <= 5 &&
			doc->tokens[i].zone != ZONE_NOISE && is_postcode(doc, i, &town))
			take_town(doc, towns, town);
	}
}

/* Whether a name ends what stands in a line of the header: a sign or the line's end follows. */
static bool
ends_part(const Doc *doc, const Line *line, uint32_t to)
{
	switch (to >= line->last ? ',' : doc->tokens[to].chr)
	{
		case ',':
		case '(':
		case ')':
		case '|':
		case '/':
		case ';':
			return true;
		case '-':
			return doc->tokens[to].gap == GAP_SPACE;
		default:
			return false;
	}
}

/* Looks into the first short lines: a town alone, or behind a dash, a comma, a bracket. */
static void
look_at_header(const Doc *doc, Towns *towns)
{
	uint32_t	lines = 0;

	for (uint32_t k = 0; k < doc->n_lines && lines < 9; k++)
	{
		const Line *line = &doc->lines[k];

		if (line->flags & LINE_NOISE || line->first >= line->last)
			continue;
		lines++;
		if (line->words > 14 || (line->flags & LINE_TEXT && line->words > 10))
			continue;
		for (uint32_t i = line->first; i < line->last; i++)
			if (i == line->first ||
				(doc->tokens[i - 1].kind == TOKEN_PUNCT && doc->tokens[i - 1].chr != '\'' &&
				 doc->tokens[i - 1].chr != '&' &&
				 (doc->tokens[i].gap != GAP_NONE || doc->tokens[i - 1].chr != '-')))
			{
				uint32_t	n = towns->n,
							to = take_town(doc, towns, i);

				if (to > i && !ends_part(doc, line, to))
					towns->n = n;
				else if (to > i)
					i = to - 1;
			}
	}
}

/* In the order of the text, the longer one first. */
static int
town_order(const void *a, const void *b)
{
	const Mark *x = a,
			   *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to > y->to ? -1 : x->to < y->to;
}

/* Notes that a mark of a place begins at its token, under its number. */
static void
note_begun(Doc *doc, const Mark *mark, uint32_t number)
{
	Token	   *token = &doc->tokens[mark->from];
	uint32_t	kinds = token->begins;

	if (doc->last_begun == NULL)
		;
	else if (kinds >> KIND_PLACE & 1)
	{
		uint32_t   *begun = &doc->begun.items[doc->last_begun[mark->from]];

		while (*begun % 32 != KIND_PLACE)
			begun--;
		*begun = number * 32 + KIND_PLACE;
	}
	else
	{
		uint32_t	old = doc->last_begun[mark->from];

		/* its marks of other kinds go to the end, where there is room for one more */
		*VEC_ADD(doc->arena, &doc->begun) = number * 32 + KIND_PLACE;
		for (; kinds != 0; old--)
			if (kinds >> (doc->begun.items[old] % 32) & 1)
			{
				uint32_t	begun = doc->begun.items[old];

				kinds &= ~(1u << begun % 32);
				*VEC_ADD(doc->arena, &doc->begun) = begun;
			}
		doc->last_begun[mark->from] = doc->begun.count - 1;
	}
	token->begins |= 1u << KIND_PLACE;
	doc->tokens[mark->to - 1].ends |= 1u << KIND_PLACE;
}

/*
 * Puts the towns among the marks of places; one that cuts a known
 * place in two falls away, and a known place that lies in one.
 */
static void
merge_towns(Doc *doc, const Towns *towns)
{
	const Marks old = doc->marks[KIND_PLACE];
	Marks		merged = {0};
	uint32_t	known = 0,
				last = 0;

	for (uint32_t k = 0; k < towns->n; k++)
	{
		const Mark *town = &towns->items[k];
		bool		cuts = town->from < last;

		while (known < old.count && old.items[known].to <= town->from)
		{
			*VEC_ADD(doc->arena, &merged) = old.items[known++];
			last = merged.items[merged.count - 1].to;
		}
		for (uint32_t i = known; i < old.count && old.items[i].from < town->to; i++)
			cuts |= old.items[i].from < town->from || old.items[i].to > town->to;
		if (cuts || town->from < last)
			continue;
		for (; known < old.count && old.items[known].from < town->to; known++)
		{
			doc->tokens[old.items[known].to - 1].ends &= ~(1u << KIND_PLACE);
			if (old.items[known].from != town->from)
				doc->tokens[old.items[known].from].begins &= ~(1u << KIND_PLACE);
		}
		*VEC_ADD(doc->arena, &merged) = *town;
		last = town->to;
	}
	while (known < old.count)
		*VEC_ADD(doc->arena, &merged) = old.items[known++];
	doc->marks[KIND_PLACE] = merged;
	doc->recent[KIND_PLACE] = 0;
	for (uint32_t i = 0; i < merged.count; i++)
		note_begun(doc, &merged.items[i], i);
}

/* Finds the small towns that the text opens a place for. */
void
place_find_towns(Doc *doc)
{
	Towns		towns;

	towns.n = 0;
	look_before_regions(doc, &towns);
	look_at_labels(doc, &towns);
	look_at_header(doc, &towns);
	look_behind_postcodes(doc, &towns);
	look_behind_words(doc, &towns);
	if (towns.n == 0)
		return;
	sort_items(towns.items, towns.n, sizeof(Mark), town_order);
	merge_towns(doc, &towns);
}
