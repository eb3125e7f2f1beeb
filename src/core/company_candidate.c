/*
 * company_candidate.c
 *		The table of names that may be the employer's.
 */
#include "company_candidate.h"

#define CLUE_WEIGHT(name, weight, rule) weight,
#define CLUE_RULE(name, weight, rule) rule,
const int8_t company_clue_weights[CLUE_SPACE] = {CLUES(CLUE_WEIGHT)};
const char *const company_clue_rules[] = {CLUES(CLUE_RULE)};

Candidate *
company_find(Candidates *all, uint32_t key)
{
	for (uint32_t i = key & (SLOTS - 1); all->slots[i] != 0; i = (i + 1) & (SLOTS - 1))
		if (all->items[all->slots[i] - 1].key == key)
			return &all->items[all->slots[i] - 1];
	return NULL;
}

Candidate *
company_candidate(const Doc *doc, Candidates *all, Range name)
{
	uint32_t	keys[16];
	uint32_t	key,
				first,
				slot;
	Candidate  *candidate;

	/* most names */
	if (name.to - name.from == 1 && doc->tokens[name.from].kind != TOKEN_PUNCT)
	{
		first = company_first_word(doc, name);
		key = COMPANY_KEY_START * 31 + first;
	}
	else
	{
		uint32_t	n = company_name_keys(doc, name, keys, 16);

		if (n == 0)
			return NULL;
		first = COMPANY_FIRST_OF(keys[0]);
		key = keys[n - 1];
	}
	candidate = company_find(all, key);
	if (candidate != NULL || all->count == MAX_CANDIDATES)
		return candidate;
	candidate = &all->items[all->count++];
	memset(candidate, 0, sizeof(*candidate));
	candidate->at = candidate->name = name;
	candidate->key = key;
	candidate->shown_by = CLUE_COUNT;
	company_set_bit(company_has_bit(all->opening, first) ? all->shared : all->opening, first);
	company_set_bit(all->reached, first);
	for (slot = key & (SLOTS - 1); all->slots[slot] != 0; slot = (slot + 1) & (SLOTS - 1))
		continue;
	all->slots[slot] = (uint16_t) all->count;
	return candidate;
}

void
company_witness(Candidates *all, const Candidate *candidate, Range at, Clue clue)
{
	if (all->n_witnesses < MAX_WITNESSES)
		all->witnesses[all->n_witnesses++] =
			(Witness) {at, (uint16_t) (candidate - all->items), (uint8_t) clue};
}

void
company_clue(Candidates *all, Candidate *candidate, Range at, Clue clue)
{
	if (candidate->clues[clue] < MAX_WORTH)
		candidate->clues[clue]++;
	if (company_clue_rules[clue] == NULL)
		return;
	company_witness(all, candidate, at, clue);
	/* what the strongest clue shows is the name as the employer writes it */
	if (candidate->shown_by == CLUE_COUNT ||
		company_clue_weights[clue] > company_clue_weights[candidate->shown_by])
	{
		candidate->shown_by = (uint8_t) clue;
		candidate->at = at;
	}
}

void
company_propose(Doc *doc, Candidates *all, Range name, Clue clue)
{
	Candidate  *candidate;

	while (name.from < name.to && doc->tokens[name.from].kind == TOKEN_PUNCT)
		name.from++;
	while (name.from < name.to && doc->tokens[name.to - 1].kind == TOKEN_PUNCT &&
		   !token_punct(doc, name.to - 1, ')') && !token_punct(doc, name.to - 1, '.') &&
		   !token_punct(doc, name.to - 1, '+'))
		name.to--;
	if (name.from >= name.to || name.to - name.from > 16 ||
		(doc->title.from <= name.from && name.from < doc->title.to))
		return;
	candidate = company_candidate(doc, all, name);
	if (candidate != NULL)
		company_clue(all, candidate, name, clue);
}
