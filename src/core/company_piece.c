/*
 * company_piece.c
 *		Names that stand only inside longer ones: what is capitalised before or
 *		behind them belongs to a heading, a place, a team.
 */
#include "company_candidate.h"

/* So many words are taken off a name's begin. */
#define MAX_TAKEN	3

/*
 * Whether a capitalised word that may open a name stands
 * at a token, parted from the one before by a blank.
 */
static bool
may_open(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return token->kind == TOKEN_WORD && token->gap == GAP_SPACE &&
		   token->shape & SHAPE_FIRST_UPPER && !token_in(doc, i, WORDS_COMPANY_NEVER);
}

/* Whether a word says little: a common one, or one for a part of a firm. */
static bool
is_plain(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_COMPANY_COMMON) || token_in(doc, i, WORDS_COMPANY_PARTS) ||
		   token_in(doc, i, WORDS_COMPANY_EVERYDAY);
}

/*
 * Whether a word opens a heading or names a part of
 * a firm: "Team Acme", "Candidate Information Acme".
 */
static bool
is_of_posting(const Doc *doc, uint32_t i)
{
	const Mark *place = mark_at(doc, KIND_PLACE, i);

	return (token_in(doc, i, WORDS_COMPANY_PARTS) || token_in(doc, i, WORDS_COMPANY_EVERYDAY)) &&
		   (place == NULL || place->entry->flags & ENTRY_WEAK) && !token_is(doc, i, "new");
}

/* Whether a name is a well-known employer's. */
static bool
is_known(const Doc *doc, Range name)
{
	char		squeezed[EMPLOYER_NAME + 1];
	uint32_t	len = company_squeeze(doc, name, squeezed);

	return company_is_known(doc, name, squeezed, len);
}

/*
 * Where a name begins behind the words of a heading or the
 * part of a firm that open it; its begin where there are none.
 */
static uint32_t
back_from(const Doc *doc, Range name)
{
	uint32_t	i = name.from;
	const Mark *role = mark_at(doc, KIND_TITLE, i);

	/* "STORE MANAGER Acme is seeking" */
	if (role != NULL && role->to - i > 1 && role->to < name.to && may_open(doc, role->to) &&
		!(role->entry->flags & ENTRY_WEAK) && !is_plain(doc, role->to))
		return role->to;
	/* "Radar Division of the Acme Laboratory" */
	for (uint32_t k = name.from + 1; k + 1 < name.to; k++)
		if (token_is(doc, k, "of") && range_has(doc, name.from, k, WORDS_COMPANY_PARTS) &&
			may_open(doc, k + 1 + token_is(doc, k + 1, "the")))
			return k + 1 + token_is(doc, k + 1, "the");
	while (i + 1 < name.to && i < name.from + MAX_TAKEN && is_of_posting(doc, i) &&
		   may_open(doc, i + 1))
		i++;
	if (i > name.from && !is_plain(doc, i))
		return i;
	/* "Make Acme is seeking" */
	for (i = name.from + 1;
		 i < name.to && i <= name.from + MAX_TAKEN && is_plain(doc, i - 1) && may_open(doc, i); i++)
		if (!is_plain(doc, i))
			return is_known(doc, (Range) {i, name.to}) ? i : name.from;
	return name.from;
}

/*
 * Where a name ends before the common words that follow
 * it: "Acme Management"; its end where there are none.
 */
static uint32_t
front_to(const Doc *doc, Range name)
{
	uint32_t	to = name.to;

	if (range_has(doc, name.from, name.to, WORDS_COMPANY_INSIDE))
		return name.to;
	while (to > name.from + 1 && is_plain(doc, to - 1) && may_open(doc, to - 1) &&
		   !token_in(doc, to - 1, WORDS_COMPANY_KIND))
		to--;
	return is_plain(doc, to - 1) || doc->tokens[to - 1].kind != TOKEN_WORD ? name.to : to;
}

/*
 * Where a name ends behind the word that says what it is:
 * "Acme Bank Information"; its end where nothing goes on.
 */
static uint32_t
kind_to(const Doc *doc, Range name)
{
	for (uint32_t i = name.from + 1; i + 1 < name.to; i++)
		if (token_in(doc, i, WORDS_COMPANY_KIND))
			return may_open(doc, i + 1) && !token_in(doc, i + 1, WORDS_COMPANY_KIND) ? i + 1
																					 : name.to;
	return name.to;
}

/* Notes that the rule that shows one name shows another there. */
static void
take_rule(Candidates *all, Candidate *candidate, const Candidate *other, Range at)
{
	candidate->shown_by = other->shown_by;
	if (other->shown_by != CLUE_COUNT)
		company_witness(all, candidate, at, other->shown_by);
}

/* Counts the places of one name, and what stands around it there, for another. */
static void
take_context(Candidate *candidate, const Candidate *other)
{
	if (candidate->times == 0 || other->around_most > candidate->around_most)
		candidate->around_most = other->around_most;
	candidate->around_sum += other->around_sum;
	candidate->times += other->times;
}

/* Adds a piece of a name as a candidate of its own, unless it stands elsewhere. */
static void
add_piece(const Doc *doc, Candidates *all, const Candidate *whole, Range piece, Clue clue)
{
	uint32_t	count = all->count;
	Candidate  *candidate = company_candidate(doc, all, piece);

	if (candidate == NULL || (all->count == count && !candidate->clues[clue]))
		return;
	for (int k = 0; k < CLUE_AGAIN; k++)
	{
		uint8_t		own = candidate->clues[k];

		candidate->clues[k] = own < whole->clues[k] ? whole->clues[k] : own;
	}
	candidate->clues[clue] = 1;
	take_rule(all, candidate, whole, piece);
	take_context(candidate, whole);
	candidate->inside += whole->inside;
	candidate->parted += whole->parted;
	candidate->loose += whole->loose;
	candidate->whole += clue == CLUE_BACK ? whole->whole : 0;
}

/*
 * Adds a longer name that stands wherever a shorter
 * one does, as it goes on in the same way each time.
 */
static void
add_going_on(const Doc *doc, Candidates *all, Candidate *shorter, Range at)
{
	Candidate  *longer = company_candidate(doc, all, at);

	if (longer == NULL)
		return;
	for (int k = 0; k < CLUE_COUNT; k++)
		if (longer->clues[k] < shorter->clues[k])
			longer->clues[k] = shorter->clues[k];
	if (longer->shown_by == CLUE_COUNT)
		take_rule(all, longer, shorter, longer->at);
	take_context(longer, shorter);
	longer->inside += shorter->inside;
	longer->parted += shorter->times;
	longer->loose += shorter->loose;
	longer->whole += shorter->times;
	shorter->clues[CLUE_GOES_ON] = 1;
}

/*
 * Whether what stands before a name each time belongs to it: once may
 * be a blank that was lost, unless the whole stands elsewhere.
 */
static bool
belongs_before(Candidates *all, const Candidate *name)
{
	return name->before.times > 0 && name->before.times == name->times &&
		   (name->before.times > 1 || name->before.sure ||
			company_find(all, name->before.key) != NULL);
}

/* Whether a name has a word that may part it, or a role opens it. */
static bool
may_have_pieces(const Doc *doc, Range name)
{
	uint64_t	lists = 0;

	for (uint32_t i = name.from; i < name.to; i++)
		lists |= COMPANY_LISTS(doc, i);
	return lists & (COMPANY_LIST(COMMON) | COMPANY_LIST(PARTS) | COMPANY_LIST(EVERYDAY) |
					COMPANY_LIST(KIND)) ||
		   doc->tokens[name.from].begins >> KIND_TITLE & 1;
}

void
company_from_pieces(Doc *doc, Candidates *all)
{
	uint32_t	count = all->count;

	for (uint32_t i = 0; i < count; i++)
	{
		const Candidate *whole = &all->items[i];
		Range		name = whole->name;
		uint32_t	from,
					to;

		if (whole->behind.times > 1 && whole->behind.times == whole->times)
			add_going_on(doc, all, &all->items[i], whole->behind.at);
		else if (belongs_before(all, whole))
			add_going_on(doc, all, &all->items[i], whole->before.at);
		if (name.to - name.from < 2 || whole->times == 0 || whole->clues[CLUE_LABEL] ||
			!may_have_pieces(doc, name))
			continue;
		/*
		 * what stands before it time and again, also
		 * inside sentences, belongs to it: "Data Foundry"
		 */
		from = whole->times > 1 && whole->inside > 0 ? name.from : back_from(doc, name);
		if (from > name.from)
			add_piece(doc, all, whole, (Range) {from, name.to}, CLUE_BACK);
		to = front_to(doc, name);
		if (to < name.to)
			add_piece(doc, all, whole, (Range) {name.from, to}, CLUE_FRONT);
		to = kind_to(doc, name);
		if (to < name.to)
			add_piece(doc, all, whole, (Range) {name.from, to}, CLUE_FRONT);
	}
}
