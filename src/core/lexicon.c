/*
 * lexicon.c
 *		Building the tables of lexicon.h from phrases.
 */
#include <stdlib.h>

#include "fold.h"
#include "lexicon.h"

/* One meaning given to a state, before the entries are grouped. */
typedef struct Meaning
{
	uint32_t	state;
	uint32_t	order;
	Entry		entry;
} Meaning;

/* A word while phrases are added: its first state has a number of its own. */
typedef struct BuilderSlot
{
	uint64_t	hash;
	uint32_t	word;			/* 0: empty */
	uint32_t	root;			/* state after it at a phrase's begin, 0 none */
} BuilderSlot;

struct LexiconBuilder
{
	Arena	   *arena;
	BuilderSlot *slots;
	uint32_t	slot_mask;
	Edge	   *edges;
	uint32_t	edge_mask;
	uint32_t	n_edges;
	uint32_t	n_states;		/* states are 1 .. n_states */
	uint32_t	n_words;		/* words are 1 .. n_words - 1 */
	VEC(uint64_t) state_kinds;	/* by state: set of the kinds that it means */
	VEC(Meaning) meanings;
	VEC(uint32_t) ranked;		/* words, the most frequent first */
};

/* Starts an empty lexicon. */
LexiconBuilder *
lexicon_builder(Arena *arena)
{
	LexiconBuilder *b = arena_zero(arena, sizeof(LexiconBuilder));

	b->arena = arena;
	b->slot_mask = 1023;
	b->slots = arena_zero(arena, (b->slot_mask + 1) * sizeof(BuilderSlot));
	b->edge_mask = 1023;
	b->edges = arena_zero(arena, (b->edge_mask + 1) * sizeof(Edge));
	b->n_words = 1;				/* word 0 is none */
	return b;
}

/* Doubles the word hash. */
static void
grow_words(LexiconBuilder *b)
{
	BuilderSlot *old = b->slots;
	uint32_t	old_mask = b->slot_mask;

	b->slot_mask = old_mask * 2 + 1;
	b->slots = arena_zero(b->arena, (b->slot_mask + 1) * sizeof(BuilderSlot));
	for (uint32_t i = 0; i <= old_mask; i++)
	{
		uint32_t	at = (uint32_t) old[i].hash & b->slot_mask;

		if (old[i].word == 0)
			continue;
		while (b->slots[at].word != 0)
			at = (at + 1) & b->slot_mask;
		b->slots[at] = old[i];
	}
}

/* Returns the slot of a folded word; a new one where add is true, else NULL.  The next call may move it. */
static BuilderSlot *
intern_word(LexiconBuilder *b, uint64_t hash, bool add)
{
	uint32_t	at;

	if (add && b->n_words > b->slot_mask / 4 * 3)
		grow_words(b);
	at = (uint32_t) hash & b->slot_mask;
	for (; b->slots[at].word != 0; at = (at + 1) & b->slot_mask)
		if (b->slots[at].hash == hash)
			return &b->slots[at];
	if (!add)
		return NULL;
	b->slots[at].hash = hash;
	b->slots[at].word = b->n_words++;
	return &b->slots[at];
}

/* Doubles the edge hash. */
static void
grow_edges(LexiconBuilder *b)
{
	Edge	   *old = b->edges;
	uint32_t	old_mask = b->edge_mask;

	b->edge_mask = old_mask * 2 + 1;
	b->edges = arena_zero(b->arena, (b->edge_mask + 1) * sizeof(Edge));
	for (uint32_t i = 0; i <= old_mask; i++)
	{
		uint32_t	at = lexicon_edge_hash(old[i].state, old[i].word) & b->edge_mask;

		if (old[i].state == 0)
			continue;
		while (b->edges[at].state != 0)
			at = (at + 1) & b->edge_mask;
		b->edges[at] = old[i];
	}
}

/* Returns the state after a word; a new one where add is true, else 0. */
static uint32_t
next_state(LexiconBuilder *b, uint32_t state, BuilderSlot *slot, bool add)
{
	uint32_t	word = slot->word;
	uint32_t	at;

	if (state == 0)
	{
		if (slot->root == 0 && add)
			slot->root = ++b->n_states;
		return slot->root;
	}
	at = lexicon_edge_hash(state, word) & b->edge_mask;
	for (; b->edges[at].state != 0; at = (at + 1) & b->edge_mask)
		if (b->edges[at].state == state && b->edges[at].word == word)
			return b->edges[at].next;
	if (!add)
		return 0;
	b->edges[at] = (Edge) {state, word, ++b->n_states};
	at = b->n_states;
	if (++b->n_edges * 2 > b->edge_mask)
		grow_edges(b);
	return at;
}

/* The folded words of a phrase. */
typedef struct Phrase
{
	uint32_t	n_words;		/* LEXICON_MAX_WORDS + 1: too many */
	uint32_t	caps;			/* bit i: letter or digit i is upper case */
	uint64_t	hashes[LEXICON_MAX_WORDS];
} Phrase;

/* Folds a phrase; what that takes of the arena is given back. */
static void
fold_phrase(Arena *arena, const char *s, uint32_t len, Phrase *phrase)
{
	ArenaMark	mark = arena_mark(arena);
	Tokens		tokens;
	char		folded[FOLD_MAX_WORD * 4];
	uint32_t	folded_len;
	uint32_t	letter = 0;

	phrase->n_words = 0;
	phrase->caps = 0;
	fold_tokens(arena, s, len, UINT32_MAX, NULL, NULL, &tokens);
	for (uint32_t i = 0; i < tokens.count; i++)
	{
		const Token *token = &tokens.items[i];
		uint32_t	word = phrase->n_words;

		if (token->kind == TOKEN_PUNCT)
			continue;
		if (word == LEXICON_MAX_WORDS)
		{
			phrase->n_words++;
			break;
		}
		for (uint32_t k = 0; k < token->len && letter < 32; k++, letter++)
			if (s[token->start + k] >= 'A' && s[token->start + k] <= 'Z')
				phrase->caps |= 1u << letter;
		folded_len = fold_word(s + token->start, token->len, folded);
		phrase->hashes[word] = lexicon_hash(folded, folded_len);
		phrase->n_words += folded_len > 0;	/* broken bytes fold to nothing */
	}
	arena_release(arena, mark);
}

/* Follows a phrase word by word; returns its state, 0 none, and how many words it has. */
static uint32_t
walk_phrase(LexiconBuilder *b, const char *s, uint32_t len, bool add,
			uint32_t *n_words, uint32_t *caps)
{
	Phrase		phrase;
	uint32_t	state = 0;

	fold_phrase(b->arena, s, len, &phrase);
	*caps = phrase.caps;
	*n_words = 0;
	if (phrase.n_words > LEXICON_MAX_WORDS)
		return 0;
	for (uint32_t i = 0; i < phrase.n_words; i++)
	{
		BuilderSlot *word = intern_word(b, phrase.hashes[i], add);

		if (word == NULL || (state = next_state(b, state, word, add)) == 0)
			return 0;
	}
	*n_words = phrase.n_words;
	return state;
}

/* Adds a word that need not stand in any phrase. */
uint32_t
lexicon_add_word(LexiconBuilder *b, const char *word, uint32_t len)
{
	Tokens		tokens;
	char		folded[FOLD_MAX_WORD * 4];
	uint32_t	n;

	fold_tokens(b->arena, word, len, UINT32_MAX, NULL, NULL, &tokens);
	if (tokens.count != 1 || tokens.items[0].kind == TOKEN_PUNCT)
		return 0;
	n = fold_word(word, len, folded);
	return intern_word(b, lexicon_hash(folded, n), true)->word;
}

/* Notes the next most frequent word where the lexicon holds it. */
void
lexicon_rank_word(LexiconBuilder *b, const char *word, uint32_t len)
{
	char		folded[FOLD_MAX_WORD * 4];
	const BuilderSlot *slot = intern_word(b, lexicon_hash(folded, fold_word(word, len, folded)), false);

	if (slot != NULL)
		*VEC_ADD(b->arena, &b->ranked) = slot->word;
}

/* Adds a phrase with one meaning. */
uint32_t
lexicon_add(LexiconBuilder *b, const char *phrase, uint32_t len, EntryKind kind,
			uint8_t flags, uint32_t value)
{
	uint32_t	n_words,
				caps,
				state = walk_phrase(b, phrase, len, true, &n_words, &caps);
	Meaning    *meaning;

	if (state == 0)
		return 0;
	while (b->state_kinds.count <= state)
		*VEC_ADD(b->arena, &b->state_kinds) = 0;
	b->state_kinds.items[state] |= (uint64_t) 1 << kind;
	meaning = VEC_PUSH(b->arena, &b->meanings);
	meaning->state = state;
	meaning->order = b->meanings.count;
	meaning->entry.kind = (uint8_t) kind;
	meaning->entry.flags = flags;
	meaning->entry.value = value;
	meaning->entry.caps = flags & ENTRY_CASE ? caps : 0;
	return n_words;
}

/* Orders meanings by state, then kind, then the order of their adding. */
static int
meaning_order(const void *left, const void *right)
{
	const Meaning *a = left;
	const Meaning *b = right;

	if (a->state != b->state)
		return a->state < b->state ? -1 : 1;
	if (a->entry.kind != b->entry.kind)
		return a->entry.kind < b->entry.kind ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* Edges by the new numbers of where they begin, those without one last, and of their words. */
static int
edge_order(const void *left, const void *right)
{
	const Edge *a = left;
	const Edge *b = right;

	if (a->state != b->state)
		return a->state - 1 < b->state - 1 ? -1 : 1;
	return a->word < b->word ? -1 : a->word > b->word;
}

/*
 * Numbers words anew, ranked ones first, and states: the first one of a word
 * bears its number, the others follow that of the phrase they go on from.
 */
static void
number_anew(LexiconBuilder *b, uint32_t *words, uint32_t *states)
{
	uint32_t	n = 1,
				numbered = 0;
	Edge	   *edges = arena_alloc(b->arena, (b->n_edges + 1) * sizeof(Edge));
	uint32_t	n_edges = 0;

	for (uint32_t i = 0; i < b->ranked.count; i++)
		if (words[b->ranked.items[i]] == 0)
			words[b->ranked.items[i]] = n++;
	for (uint32_t word = 1; word < b->n_words; word++)
		if (words[word] == 0)
			words[word] = n++;
	for (uint32_t i = 0; i <= b->slot_mask; i++)
		if (b->slots[i].word != 0 && b->slots[i].root != 0)
			states[b->slots[i].root] = words[b->slots[i].word];
	for (uint32_t i = 0; i <= b->edge_mask; i++)
		if (b->edges[i].state != 0)
			edges[n_edges++] = (Edge) {0, words[b->edges[i].word], i};
	/* a phrase has at most so many words */
	for (uint32_t length = 1; length < LEXICON_MAX_WORDS && numbered < n_edges; length++)
	{
		for (uint32_t i = numbered; i < n_edges; i++)
			edges[i].state = states[b->edges[edges[i].next].state];
		qsort(edges + numbered, n_edges - numbered, sizeof(Edge), edge_order);
		for (; numbered < n_edges && edges[numbered].state != 0; numbered++)
			states[b->edges[edges[numbered].next].next] = n++;
	}
	b->n_states = n - 1;
}

/* Puts words and edges where they are looked for, those with low numbers first. */
static void
place_words(const LexiconBuilder *b, const uint32_t *words, WordSlot *slots)
{
	uint64_t   *hashes = arena_alloc(b->arena, b->n_words * sizeof(uint64_t));

	for (uint32_t i = 0; i <= b->slot_mask; i++)
		if (b->slots[i].word != 0)
			hashes[words[b->slots[i].word]] = b->slots[i].hash;
	for (uint32_t word = 1; word < b->n_words; word++)
	{
		uint32_t	at = (uint32_t) hashes[word] & b->slot_mask;

		while (slots[at].word != 0)
			at = (at + 1) & b->slot_mask;
		slots[at] = (WordSlot) {hashes[word], word, 0};
	}
}

static void
place_edges(const LexiconBuilder *b, const uint32_t *words, const uint32_t *states, State *at, Edge *edges)
{
	Edge	   *list = arena_alloc(b->arena, (b->n_edges + 1) * sizeof(Edge));
	uint32_t	n = 0;

	for (uint32_t i = 0; i <= b->edge_mask; i++)
		if (b->edges[i].state != 0)
			list[n++] = (Edge) {states[b->edges[i].state], words[b->edges[i].word], states[b->edges[i].next]};
	if (n > 0)
		qsort(list, n, sizeof(Edge), edge_order);
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	slot = lexicon_edge_hash(list[i].state, list[i].word) & b->edge_mask;

		while (edges[slot].state != 0)
			slot = (slot + 1) & b->edge_mask;
		edges[slot] = list[i];
		at[list[i].state].next |= STATE_BIT(list[i].word);
	}
}

/* Groups the entries of each state and hands out the finished tables. */
void
lexicon_finish(LexiconBuilder *b, Lexicon *lex)
{
	uint32_t	n = b->meanings.count;
	uint32_t   *new_words = arena_zero(b->arena, b->n_words * sizeof(uint32_t));
	uint32_t   *new_states = arena_zero(b->arena, (b->n_states + 1) * sizeof(uint32_t));
	WordSlot   *slots = arena_zero(b->arena, (b->slot_mask + 1) * sizeof(WordSlot));
	Edge	   *edges = arena_zero(b->arena, (b->edge_mask + 1) * sizeof(Edge));
	State	   *states;
	Entry	   *entries = arena_zero(b->arena, (n + 1) * sizeof(Entry));

	number_anew(b, new_words, new_states);
	states = arena_zero(b->arena, (b->n_states + 1) * sizeof(State));
	place_words(b, new_words, slots);
	place_edges(b, new_words, new_states, states, edges);
	for (uint32_t i = 0; i < n; i++)
		b->meanings.items[i].state = new_states[b->meanings.items[i].state];
	if (n > 0)
		qsort(b->meanings.items, n, sizeof(Meaning), meaning_order);
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	state = b->meanings.items[i].state;

		entries[i] = b->meanings.items[i].entry;
		if (states[state].entries == 0)
			states[state].entries = i + 1;
		if (i + 1 == n || b->meanings.items[i + 1].state != state)
			entries[i].flags |= ENTRY_LAST;
	}
	memset(lex, 0, sizeof(*lex));
	lex->slots = slots;
	lex->slot_mask = b->slot_mask;
	lex->edges = edges;
	lex->edge_mask = b->edge_mask;
	lex->states = states;
	lex->entries = entries;
	lex->n_words = b->n_words;
	lex->n_states = b->n_states + 1;
	lex->n_entries = n;
}

/* Copies size bytes to an arena. */
static const void *
copy_table(Arena *arena, const void *table, size_t size)
{
	return memcpy(arena_alloc(arena, size), table, size);
}

/* Copies a finished lexicon: its tables without what building them left behind. */
void
lexicon_copy(const Lexicon *lex, Arena *arena, Lexicon *out)
{
	*out = *lex;
	out->slots = copy_table(arena, lex->slots, (lex->slot_mask + 1) * sizeof(WordSlot));
	out->states = copy_table(arena, lex->states, lex->n_states * sizeof(State));
	out->entries = copy_table(arena, lex->entries, (lex->n_entries + 1) * sizeof(Entry));
	/* by far the largest comes last: chunks double */
	out->edges = copy_table(arena, lex->edges, (lex->edge_mask + 1) * sizeof(Edge));
}

/* Whether a phrase already has a meaning of a kind. */
bool
lexicon_has(LexiconBuilder *b, const char *phrase, uint32_t len, EntryKind kind)
{
	uint32_t	n_words,
				caps,
				state = walk_phrase(b, phrase, len, false, &n_words, &caps);

	return state != 0 && state < b->state_kinds.count &&
		(b->state_kinds.items[state] >> kind & 1) != 0;
}

/* The first entry of a kind that a whole phrase has in a finished lexicon, or NULL. */
const Entry *
lexicon_lookup(const Lexicon *lex, Arena *arena, const char *phrase, uint32_t len,
			   EntryKind kind)
{
	Phrase		folded;
	uint32_t	state = 0;

	fold_phrase(arena, phrase, len, &folded);
	if (folded.n_words > LEXICON_MAX_WORDS)
		return NULL;
	for (uint32_t i = 0; i < folded.n_words; i++)
	{
		const WordSlot *slot = lexicon_word(lex, folded.hashes[i]);

		state = slot->word == 0 ? 0 : state == 0 ? slot->word : lexicon_step(lex, state, slot->word);
		if (state == 0)
			return NULL;
	}
	for (const Entry *entry = lexicon_meanings(lex, state); entry != NULL; entry = entry->flags & ENTRY_LAST ? NULL : entry + 1)
		if (entry->kind == kind)
			return entry;
	return NULL;
}
