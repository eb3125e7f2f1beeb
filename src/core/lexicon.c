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

/* The same of the transitions. */
typedef struct BuilderEdge
{
	uint32_t	state;			/* 0: empty */
	uint32_t	word;
	uint32_t	next;
} BuilderEdge;

struct LexiconBuilder
{
	Arena	   *arena;
	BuilderSlot *slots;
	uint32_t	slot_mask;
	BuilderEdge *edges;
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
	b->edges = arena_zero(arena, (b->edge_mask + 1) * sizeof(BuilderEdge));
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

/*
 * Returns the slot of a folded word; a new one where
 * add is true, else NULL.  The next call may move it.
 */
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
	BuilderEdge *old = b->edges;
	uint32_t	old_mask = b->edge_mask;

	b->edge_mask = old_mask * 2 + 1;
	b->edges = arena_zero(b->arena, (b->edge_mask + 1) * sizeof(BuilderEdge));
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
	b->edges[at] = (BuilderEdge) {state, word, ++b->n_states};
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
	const BuilderSlot *slot =
		intern_word(b, lexicon_hash(folded, fold_word(word, len, folded)), false);

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

/* A transition while its place is sought. */
typedef struct Step
{
	uint32_t	order;			/* of the state that it begins at, 0: that has none yet */
	uint32_t	word;
	const BuilderEdge *edge;
} Step;

/*
 * Steps by the order of where they begin, those that cannot be placed yet last, and by their words.
 */
static int
step_order(const void *left, const void *right)
{
	const Step *a = left;
	const Step *b = right;

	if (a->order != b->order)
		return a->order - 1 < b->order - 1 ? -1 : 1;
	return a->word < b->word ? -1 : a->word > b->word;
}

/*
 * The finished tables while they are filled: words with their
 * new numbers, states in a new order, the places of these.
 */
typedef struct Finish
{
	LexiconBuilder *b;
	uint32_t   *words;			/* new number, by word */
	uint32_t   *order;			/* by state; 0 none yet */
	uint32_t   *places;			/* by order: what edges go on from */
	State	  **states;			/* by order */
	WordSlot   *slots;
	Edge	   *edges;
} Finish;

/*
 * Puts words where they are looked for, ranked ones first, and gives their states the same order.
 */
static void
place_words(Finish *f)
{
	LexiconBuilder *b = f->b;
	const BuilderSlot **words = arena_zero(b->arena, b->n_words * sizeof(BuilderSlot *));
	uint32_t	n = 1;

	for (uint32_t i = 0; i < b->ranked.count; i++)
		if (f->words[b->ranked.items[i]] == 0)
			f->words[b->ranked.items[i]] = n++;
	for (uint32_t word = 1; word < b->n_words; word++)
		if (f->words[word] == 0)
			f->words[word] = n++;
	for (uint32_t i = 0; i <= b->slot_mask; i++)
		if (b->slots[i].word != 0)
			words[f->words[b->slots[i].word]] = &b->slots[i];
	for (uint32_t word = 1; word < n; word++)
	{
		uint32_t	at = (uint32_t) words[word]->hash & b->slot_mask;

		while (f->slots[at].word != 0)
			at = (at + 1) & b->slot_mask;
		f->slots[at].hash = words[word]->hash;
		f->slots[at].word = word;
		f->places[word] = word;
		f->states[word] = &f->slots[at].state;
		f->order[words[word]->root] = word;
	}
	f->order[0] = 0;
}

/*
 * Puts edges where they are looked for, in the order of the states that
 * they begin at, and gives those behind them the next places in it.
 */
static void
place_edges(Finish *f)
{
	LexiconBuilder *b = f->b;
	Step	   *steps = arena_alloc(b->arena, (b->n_edges + 1) * sizeof(Step));
	uint32_t	n = 0,
				placed = 0;

	for (uint32_t i = 0; i <= b->edge_mask; i++)
		if (b->edges[i].state != 0)
			steps[n++] = (Step) {0, f->words[b->edges[i].word], &b->edges[i]};
	/* a phrase has at most so many words */
	for (uint32_t length = 1; length < LEXICON_MAX_WORDS && placed < n; length++)
	{
		for (uint32_t i = placed; i < n; i++)
			steps[i].order = f->order[steps[i].edge->state];
		qsort(steps + placed, n - placed, sizeof(Step), step_order);
		for (; placed < n && steps[placed].order != 0; placed++)
		{
			const Step *step = &steps[placed];
			uint32_t	order = b->n_words + placed;
			uint32_t	from = f->places[step->order];
			uint32_t	at = lexicon_edge_hash(from, step->word) & b->edge_mask;

			while (f->edges[at].from != 0)
				at = (at + 1) & b->edge_mask;
			f->edges[at].from = from;
			f->edges[at].word = step->word;
			f->states[step->order]->next |= STATE_BIT(step->word);
			f->places[order] = b->n_words + at;
			f->states[order] = &f->edges[at].to;
			f->order[step->edge->next] = order;
		}
	}
}

/* Groups the entries of each state and hands out the finished tables. */
void
lexicon_finish(LexiconBuilder *b, Lexicon *lex)
{
	uint32_t	n = b->meanings.count;
	uint32_t	n_states = b->n_words + b->n_edges;
	Entry	   *entries = arena_zero(b->arena, (n + 1) * sizeof(Entry));
	Finish		f = {
		.b = b,
		.words = arena_zero(b->arena, b->n_words * sizeof(uint32_t)),
		.order = arena_zero(b->arena, (b->n_states + 1) * sizeof(uint32_t)),
		.places = arena_zero(b->arena, n_states * sizeof(uint32_t)),
		.states = arena_zero(b->arena, n_states * sizeof(State *)),
		.slots = arena_zero(b->arena, (b->slot_mask + 1) * sizeof(WordSlot)),
		.edges = arena_zero(b->arena, (b->edge_mask + 1) * sizeof(Edge))
	};

	place_words(&f);
	place_edges(&f);
	for (uint32_t i = 0; i < n; i++)
		b->meanings.items[i].state = f.order[b->meanings.items[i].state];
	if (n > 0)
		qsort(b->meanings.items, n, sizeof(Meaning), meaning_order);
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	state = b->meanings.items[i].state;

		entries[i] = b->meanings.items[i].entry;
		if (f.states[state]->entries == 0)
			f.states[state]->entries = i + 1;
		if (i + 1 == n || b->meanings.items[i + 1].state != state)
			entries[i].flags |= ENTRY_LAST;
	}
	memset(lex, 0, sizeof(*lex));
	lex->slots = f.slots;
	lex->slot_mask = b->slot_mask;
	lex->edges = f.edges;
	lex->edge_mask = b->edge_mask;
	lex->entries = entries;
	lex->n_words = b->n_words;
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
	uint32_t	at = 0;
	State		state = {0, 0};

	fold_phrase(arena, phrase, len, &folded);
	if (folded.n_words > LEXICON_MAX_WORDS)
		return NULL;
	for (uint32_t i = 0; i < folded.n_words; i++)
	{
		const WordSlot *slot = lexicon_word(lex, folded.hashes[i]);
		const Edge *edge;

		if (slot->word == 0)
			return NULL;
		if (i == 0)
		{
			at = slot->word;
			state = slot->state;
			continue;
		}
		if ((edge = lexicon_step(lex, at, slot->word)) == NULL)
			return NULL;
		at = lexicon_behind(lex, edge);
		state = edge->to;
	}
	for (const Entry *entry = lexicon_meanings(lex, state); entry != NULL;
		 entry = lexicon_more(entry))
		if (entry->kind == kind)
			return entry;
	return NULL;
}
