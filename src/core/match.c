/*
 * match.c
 *		The one pass that marks every entry of the lexicon in the tokens.
 */
#include "doc.h"

/* So many marks of each kind have room from the beginning. */
#define FIRST_MARKS		16

/* The token that continues a phrase behind token i, or 0 where none can. */
static inline uint32_t
next_word(const Doc *doc, uint32_t i)
{
	uint32_t	next = i + 1;
	const Token *token;

	if (next >= doc->n_tokens)
		return 0;
	token = &doc->tokens[next];
	if (token->kind == TOKEN_PUNCT)
	{
		bool		apostrophe = token->chr == '\'';
		bool		short_name = token->chr == '.' && token_in(doc, i, WORDS_PLACE_ABBREVIATIONS);

		/* "Bac +2", "Bac + 5" */
		if (token->chr == '+' && token->gap <= GAP_SPACE && token_is(doc, i, "bac") &&
			next + 1 < doc->n_tokens && doc->tokens[next + 1].gap <= GAP_SPACE)
			return next + 1;
		if (token->gap != GAP_NONE || next + 1 >= doc->n_tokens)
			return 0;
		if (token->chr != '-' && token->chr != '/' && token->chr != '.' && token->chr != '_' &&
			!apostrophe)
			return 0;
		token = &doc->tokens[++next];
		if (token->kind == TOKEN_PUNCT ||
			token->gap > (apostrophe || short_name ? GAP_SPACE : GAP_NONE))
			return 0;
		return next;
	}
	if (token->gap <= GAP_SPACE)
		return next;
	return token->gap == GAP_LINE && doc_is_wrapped(doc, next) ? next : 0;
}

/* The case of a phrase as lexicon.c notes it: bit i, byte i of its words is upper case. */
static uint32_t
phrase_caps(const Doc *doc, uint32_t from, uint32_t to)
{
	uint32_t	caps = 0,
				letter = 0;

	for (uint32_t i = from; i < to; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_PUNCT)
			continue;
		for (uint32_t k = 0; k < token->len && letter < 32; k++, letter++)
		{
			char		c = doc->source.text[token->start + k];

			if (c >= 'A' && c <= 'Z')
				caps |= 1u << letter;
		}
	}
	return caps;
}

/*
 * Whether a phrase is written in the case that an entry asks for;
 * one word without a capital, as most are, is not looked at.
 */
static inline bool
has_case(const Doc *doc, uint32_t from, uint32_t to, const Entry *entry)
{
	if (to - from == 1 && entry->caps != 0 && !(doc->tokens[from].shape & SHAPE_HAS_UPPER))
		return false;
	return phrase_caps(doc, from, to) == entry->caps;
}

/* A phrase that ends at some token. */
typedef struct Hit
{
	uint32_t	to;
	const Entry *entries;
} Hit;

typedef uint32_t (*WordOf) (const Doc *doc, uint32_t i);

/*
 * Follows the phrases that begin at a token, whose word and state are given;
 * returns how many end somewhere.  Most go no further than their first word,
 * which the bits of its state tell.
 */
static inline uint32_t
walk(const Doc *doc, const Lexicon *lex, uint32_t from, uint32_t word, State at, WordOf word_of,
	 Hit *hits)
{
	uint32_t	n = 0;
	uint32_t	i = from;
	uint32_t	state = word;

	for (;;)
	{
		const Edge *edge;

		if (at.entries != 0)
			hits[n++] = (Hit) {i + 1, lexicon_meanings(lex, at)};
		if (at.next == 0 || (i = next_word(doc, i)) == 0)
			break;
		word = word_of(doc, i);
		if (word == 0 || !(at.next & STATE_BIT(word)) ||
			(edge = lexicon_step(lex, state, word)) == NULL)
			break;
		state = lexicon_behind(lex, edge);
		at = edge->to;
	}
	return n;
}

static inline uint32_t
builtin_word(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].word;
}

/*
 * A token's slot in the user's own lexicon; an empty one where it does not hold
 * it, which nearly always the half of the hash tells that the token keeps.
 */
static const WordSlot *
custom_slot(const Doc *doc, uint32_t i)
{
	const Lexicon *lex = &doc->custom->lexicon;
	char		folded[FOLD_MAX_WORD * 4];
	const Token *token = &doc->tokens[i];
	uint32_t	slot = token->hash & lex->slot_mask;
	uint32_t	len;

	while (lex->slots[slot].word != 0 && (uint32_t) lex->slots[slot].hash != token->hash)
		slot = (slot + 1) & lex->slot_mask;
	if (lex->slots[slot].word == 0)
		return &lex->slots[slot];
	len = token->kind == TOKEN_PUNCT
			  ? 0
			  : fold_word(doc->source.text + token->start, token->len, folded);
	return lexicon_word(lex, lexicon_hash(folded, len));
}

static inline uint32_t
custom_word(const Doc *doc, uint32_t i)
{
	return custom_slot(doc, i)->word;
}

/* Whether a phrase is the skill's own name, not another wording of it. */
static bool
is_own_name(const Doc *doc, uint32_t from, uint32_t to, const char *name)
{
	const char *s = token_text(doc, from);
	uint32_t	len = doc->tokens[to - 1].start + doc->tokens[to - 1].len - doc->tokens[from].start;

	for (uint32_t i = 0; i < len; i++)
		if (name[i] == '\0' || (s[i] != name[i] && (s[i] | 0x20) != (name[i] | 0x20)))
			return false;
	return name[len] == '\0';
}

/*
 * The skill that names itself without the last word of a longer hit: "SQL" of
 * "SQL databases", where that word is one that skills are followed by (a weak cue
 * of skill_tail) and the longer wording is no skill's own name.  The shortest wording that still
 * names the skill is what is marked.
 */
static bool
is_tailed(const Doc *doc, uint32_t from, const Hit *hits, uint32_t n)
{
	const Hit  *longer = &hits[n];
	uint32_t	tail = longer->to - 1;
	bool		is_tail = false;

	if (hits[n - 1].to != tail || doc->tokens[tail].gap == GAP_NONE)
		return false;
	for (const Entry *entry = lexicon_meanings(&doc->lex, doc->states[tail]); entry != NULL;
		 entry = lexicon_more(entry))
		is_tail |= entry->kind == KIND_SKILL_TAIL && entry->flags & ENTRY_WEAK;
	if (!is_tail)
		return false;
	for (const Entry *entry = hits[n - 1].entries;; entry++)
	{
		if (entry->kind == KIND_SKILL && !(entry->flags & (ENTRY_WEAK | ENTRY_SOFT)))
			break;
		if (entry->flags & ENTRY_LAST)
			return false;
	}
	for (const Entry *entry = longer->entries;; entry++)
	{
		if (entry->kind == KIND_SKILL)
			return !is_own_name(doc, from, longer->to,
								posting_lexicon_strings + posting_skill_rows[entry->value].name);
		if (entry->flags & ENTRY_LAST)
			return false;
	}
}

/*
 * Takes back the skill marked last where one that begins inside it and ends behind
 * it is the likelier one: "data quality" in "verify data quality", not "verify data".
 */
static bool
takes_over(Doc *doc, uint32_t from, const Hit *hit, const Entry *entry)
{
	Marks	   *marks = &doc->marks[KIND_SKILL];
	const Mark *before = &marks->items[marks->count - 1];

	if (hit->to <= before->to || entry->trust <= before->entry->trust ||
		(entry->flags | before->entry->flags) & ENTRY_SOFT ||
		(hit->to - from < before->to - before->from && !(before->entry->flags & ENTRY_WEAK)) ||
		(entry->flags & ENTRY_CASE && !doc->lower_case && !has_case(doc, from, hit->to, entry)))
		return false;
	doc->tokens[before->from].begins &= ~(1u << KIND_SKILL);
	doc->tokens[before->to - 1].ends &= ~(1u << KIND_SKILL);
	marks->count--;
	return true;
}

/*
 * Marks the meanings of a hit whose kinds are not closed,
 * nor marked up to a later token; returns where the next one
 * is noted among those begun, which must have room for them.
 */
static inline __attribute__((always_inline)) uint32_t *
mark_hit(Doc *doc, uint32_t from, const Hit *hit, uint32_t closed, uint32_t *last, bool custom,
		 uint32_t *begun)
{
	uint32_t	done = 0;		/* kinds that are marked now */

	for (const Entry *entry = hit->entries;; entry++)
	{
		uint32_t	kind = entry->kind,
					flags = entry->flags;

		if (!(closed >> kind & 1) &&
			(from >= last[kind] ||
			 (kind == KIND_SKILL && !custom && takes_over(doc, from, hit, entry))) &&
			(!(flags & ENTRY_CASE) || doc->lower_case || has_case(doc, from, hit->to, entry)))
		{
			Marks	   *marks = &doc->marks[kind];

			*begun++ = marks->count * 32 + kind;
			*VEC_ADD(doc->arena, marks) = (Mark) {from, hit->to, entry, custom};
			last[kind] = hit->to;
			done |= 1u << kind;
		}
		if (flags & ENTRY_LAST)
			break;
	}
	doc->tokens[from].begins |= done;
	doc->tokens[hit->to - 1].ends |= done;
	return begun;
}

/* Marks the longest phrase of each kind among the hits at a token. */
static inline __attribute__((always_inline)) void
mark_hits(Doc *doc, uint32_t from, const Hit *hits, uint32_t n, uint32_t *last, bool custom)
{
	uint32_t   *begun;

	if (doc->begun.space - doc->begun.count < KIND_COUNT)
		doc->begun.items = posting_vec_grow(doc->arena, doc->begun.items, doc->begun.count,
											&doc->begun.space, sizeof(uint32_t));
	doc->first_begun[from] = doc->begun.count;
	begun = doc->begun.items + doc->begun.count;
	/* no shorter phrase is marked as what a longer one is: that reaches further */
	while (--n > 0)
		begun = mark_hit(doc, from, &hits[n],
						 !custom && is_tailed(doc, from, hits, n) ? 1u << KIND_SKILL : 0, last,
						 custom, begun);
	begun = mark_hit(doc, from, hits, 0, last, custom, begun);
	doc->begun.count = (uint32_t) (begun - doc->begun.items);
}

/*
 * Puts the user's own skills in: they win over built-in
 * ones that they overlap and are not shorter than.
 */
static void
merge_custom(Doc *doc, Marks *builtin)
{
	Marks	   *custom = &doc->marks[KIND_SKILL];
	Marks		merged = {0};
	uint32_t	b = 0;

	for (uint32_t c = 0; c < custom->count; c++)
	{
		const Mark *own = &custom->items[c];
		bool		keep = true;

		while (b < builtin->count && builtin->items[b].to <= own->from)
			*VEC_ADD(doc->arena, &merged) = builtin->items[b++];
		for (uint32_t k = b; k < builtin->count && builtin->items[k].from < own->to; k++)
			keep &= builtin->items[k].to - builtin->items[k].from <= own->to - own->from;
		if (!keep)
			continue;
		while (b < builtin->count && builtin->items[b].from < own->to)
			b++;
		*VEC_ADD(doc->arena, &merged) = *own;
	}
	while (b < builtin->count)
		*VEC_ADD(doc->arena, &merged) = builtin->items[b++];
	*custom = merged;
}

/* Marks the user's own skills. */
static void
match_custom(Doc *doc)
{
	Marks		builtin = doc->marks[KIND_SKILL];
	uint32_t	last[KIND_COUNT] = {0};
	Hit			hits[LEXICON_MAX_WORDS];

	memset(&doc->marks[KIND_SKILL], 0, sizeof(Marks));
	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		const WordSlot *slot = custom_slot(doc, i);
		uint32_t        n =
			walk(doc, &doc->custom->lexicon, i, slot->word, slot->state, custom_word, hits);

		if (n > 0)
			mark_hits(doc, i, hits, n, last, true);
	}
	merge_custom(doc, &builtin);
}

/*
 * Lists the tokens with which a phrase begins, without branches,
 * which would often be guessed wrong; returns their number.
 */
static uint32_t
list_begins(const Doc *doc, uint32_t *begins)
{
	const State *states = doc->states;
	uint32_t	n_tokens = doc->n_tokens,
				n = 0;

	for (uint32_t i = 0; i < n_tokens; i++)
	{
		begins[n] = i;
		n += (states[i].entries | states[i].next) != 0;
	}
	return n;
}

/* Marks every entry of the built-in lexicon, and of the user's own. */
void
doc_match(Doc *doc)
{
	uint32_t   *begins = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	uint32_t	n_begins;
	uint32_t	last[KIND_COUNT] = {0};
	Hit			hits[LEXICON_MAX_WORDS];

	doc->recent = arena_zero(doc->arena, KIND_COUNT * sizeof(uint32_t));
	for (uint32_t kind = 0; kind < KIND_COUNT; kind++)
		doc->marks[kind] = (Marks) {.items = arena_alloc(doc->arena, FIRST_MARKS * sizeof(Mark)),
								   .space = FIRST_MARKS};
	doc->first_begun = arena_alloc(doc->arena, doc->n_tokens * sizeof(uint32_t));
	doc->begun.space = doc->n_tokens + KIND_COUNT;
	doc->begun.items = arena_alloc(doc->arena, doc->begun.space * sizeof(uint32_t));
	n_begins = list_begins(doc, begins);
	for (uint32_t k = 0; k < n_begins; k++)
	{
		uint32_t	from = begins[k];
		State		state = doc->states[from];
		uint32_t	n;

		if ((k & 0xFFF) == 0)
			CHECK_INTERRUPTS(doc);
		/*
		 * what begins a phrase of several words is known to
		 * go on, as far as the next word tells that (fold.c)
		 */
		if (state.next == 0)
		{
			hits[0] = (Hit) {from + 1, &doc->lex.entries[state.entries - 1]};
			n = 1;
		}
		else
			n = walk(doc, &doc->lex, from, doc->tokens[from].word, state, builtin_word, hits);
		if (n > 0)
			mark_hits(doc, from, hits, n, last, false);
	}
	if (doc->custom != NULL && doc->custom->lexicon.n_words > 1)
	{
		match_custom(doc);
		doc->first_begun = NULL;	/* they have other numbers now */
	}
}
