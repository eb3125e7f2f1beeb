/*
 * match.c
 *		The one pass that marks every entry of the lexicon in the tokens.
 */
#include "doc.h"

/* So many marks of each kind have room from the beginning. */
#define FIRST_MARKS		16

/* A phrase in the text. */
typedef struct Hit
{
	uint32_t	from;
	uint32_t	to;
	uint32_t	entries;		/* State.entries of its last word, never 0 */
} Hit;

/* A token with which a phrase begins. */
typedef struct Begin
{
	uint32_t	from;
	State		state;
} Begin;

/* The phrases in the text, by where they begin, the longer ones first. */
typedef VEC(Hit) Hits;

/* The signs that may stand between two words of a phrase, as bits from the blank on. */
#define SIGN_BIT(sign)	((uint64_t) 1 << ((sign) - ' '))
#define JOINING_SIGNS \
	(SIGN_BIT('-') | SIGN_BIT('/') | SIGN_BIT('.') | SIGN_BIT('_') | SIGN_BIT('\'') | SIGN_BIT('+'))

/* The token that continues a phrase behind token i and such a sign, or 0 where none can. */
static uint32_t
word_behind_sign(const Doc *doc, uint32_t i)
{
	const Token *sign = &doc->tokens[i + 1];
	const Token *word = sign + 1;

	if (i + 2 >= doc->n_tokens)
		return 0;
	/* "Bac +2", "Bac + 5" */
	if (sign->chr == '+')
		return sign->gap <= GAP_SPACE && word->gap <= GAP_SPACE && token_is(doc, i, "bac") ? i + 2
																						   : 0;
	if (sign->gap != GAP_NONE || word->kind == TOKEN_PUNCT || word->gap > GAP_SPACE)
		return 0;
	return word->gap == GAP_NONE || sign->chr == '\'' ||
				   (sign->chr == '.' && token_in(doc, i, WORDS_PLACE_ABBREVIATIONS))
			   ? i + 2
			   : 0;
}

/*
 * The token that continues a phrase behind token i, or 0 where none can:
 * nearly always the next one, or none, for a sign stands there.
 */
static inline uint32_t
next_word(const Doc *doc, uint32_t i)
{
	const Token *next = &doc->tokens[i + 1];

	if (next->kind == TOKEN_PUNCT)
		return JOINING_SIGNS >> ((next->chr - ' ') & 63) & 1 ? word_behind_sign(doc, i) : 0;
	return next->gap <= GAP_SPACE || (next->gap == GAP_LINE && doc_is_wrapped(doc, i + 1)) ? i + 1
																						   : 0;
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

/* Whether a phrase is written in the case that an entry asks for. */
static bool
has_case(const Doc *doc, const Hit *hit, const Entry *entry)
{
	return phrase_caps(doc, hit->from, hit->to) == entry->caps;
}

/* Whether a phrase is one word without a capital, as most are, where an entry asks for one. */
static inline bool
lacks_capital(const Token *first, const Hit *hit, const Entry *entry)
{
	return !(first->shape & SHAPE_HAS_UPPER) && entry->caps != 0 && hit->to - hit->from == 1;
}

/* The tables are megabytes: what is read of them is asked for so many tokens or hits before. */
#define AHEAD	16

typedef uint32_t (*WordOf) (const Doc *doc, uint32_t i);

/*
 * Follows the phrases that begin at a token beyond its word, whose state is given; returns
 * how many end somewhere.  Most go no further than this word, which the bits of its state tell.
 */
static inline uint32_t
walk(const Doc *doc, const Lexicon *lex, uint32_t from, uint32_t word, State at, WordOf word_of,
	 Hit *hits)
{
	uint32_t	n = 0;
	uint32_t	i = from;
	uint32_t	state = word;

	while (at.next != 0 && (i = next_word(doc, i)) != 0)
	{
		const Edge *edge;

		word = word_of(doc, i);
		if (word == 0 || !(at.next & STATE_BIT(word)) ||
			(edge = lexicon_step(lex, state, word)) == NULL)
			break;
		state = lexicon_behind(lex, edge);
		at = edge->to;
		if (at.entries != 0)
			hits[n++] = (Hit) {from, i + 1, at.entries};
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

	return strlen(name) == len && is_same_but_for_case(s, name, len);
}

/*
 * Whether a hit's shorter one is the skill without its last word: "SQL" of
 * "SQL databases", where that word is one that skills are followed by (a weak cue
 * of skill_tail) and the longer wording is no skill's own name.  The shortest wording that still
 * names the skill is what is marked.
 */
static bool
is_tailed(const Doc *doc, const Hit *longer, const Hit *shorter, const Begin *begin)
{
	const Entry *skill = &doc->lex.entries[longer->entries - 1];
	const Entry *without = &doc->lex.entries[shorter->entries - 1];
	uint32_t	tail = longer->to - 1;
	bool		is_tail = false;

	/* entries are ordered by their kinds */
	if (skill->kind != KIND_SKILL || without->kind != KIND_SKILL || shorter->to != tail ||
		doc->tokens[tail].gap == GAP_NONE)
		return false;
	/* the last one stands behind all tokens */
	while (begin->from < tail)
		begin++;
	if (begin->from != tail)
		return false;
	for (const Entry *entry = lexicon_meanings(&doc->lex, begin->state); entry != NULL;
		 entry = lexicon_more(entry))
		is_tail |= entry->kind == KIND_SKILL_TAIL && entry->flags & ENTRY_WEAK;
	if (!is_tail)
		return false;
	for (; without->flags & (ENTRY_WEAK | ENTRY_SOFT); without++)
		if (without->flags & ENTRY_LAST || without[1].kind != KIND_SKILL)
			return false;
	return !is_own_name(doc, longer->from, longer->to,
						posting_lexicon_strings + posting_skill_rows[skill->value].name);
}

/* The meanings of a hit behind those that are skills, 0 where it has no others. */
static uint32_t
behind_skills(const Doc *doc, uint32_t entries)
{
	const Entry *entry = &doc->lex.entries[entries - 1];

	for (; entry->kind == KIND_SKILL; entry++)
		if (entry->flags & ENTRY_LAST)
			return 0;
	return (uint32_t) (entry - doc->lex.entries) + 1;
}

/*
 * Takes over the hits of several words that begin at a token, and makes
 * room for so many more; begin: NULL for the user's own skills.
 */
static void
take_hits(Doc *doc, Hits *all, const Hit *hits, uint32_t n, const Begin *begin, uint32_t more)
{
	Hit		   *next;

	while (all->space - all->count < n + more)
		all->items =
			posting_vec_grow(doc->arena, all->items, all->count, &all->space, sizeof(Hit));
	next = all->items + all->count;
	while (n-- > 0)
	{
		*next = hits[n];
		if (begin != NULL)
		{
			Hit			first = {begin->from, begin->from + 1, begin->state.entries};
			const Hit  *shorter = n > 0 ? &hits[n - 1] : &first;

			if (shorter->entries != 0 && is_tailed(doc, next, shorter, begin))
				next->entries = behind_skills(doc, next->entries);
		}
		next += next->entries != 0;
	}
	all->count = (uint32_t) (next - all->items);
}

/*
 * Takes back the skill marked last where one that begins inside it and ends behind
 * it is the likelier one: "data quality" in "verify data quality", not "verify data".
 */
static __attribute__((noinline)) bool
takes_over(Doc *doc, const Hit *hit, const Entry *entry)
{
	uint32_t	from = hit->from,
				to = hit->to;
	Marks	   *marks = &doc->marks[KIND_SKILL];
	const Mark *before = &marks->items[marks->count - 1];

	if (to <= before->to || entry->trust <= before->entry->trust ||
		(entry->flags | before->entry->flags) & ENTRY_SOFT ||
		(to - from < before->to - before->from && !(before->entry->flags & ENTRY_WEAK)) ||
		(entry->flags & ENTRY_CASE && !doc->lower_case && !has_case(doc, hit, entry)))
		return false;
	doc->tokens[before->from].begins &= ~(1u << KIND_SKILL);
	doc->tokens[before->to - 1].ends &= ~(1u << KIND_SKILL);
	marks->count--;
	return true;
}

/* Doubles the room for marks of a kind. */
static __attribute__((noinline)) void
grow_marks(Doc *doc, Marks *marks)
{
	marks->items =
		posting_vec_grow(doc->arena, marks->items, marks->space, &marks->space, sizeof(Mark));
}

/* Doubles the room for the numbers of the marks that begin somewhere. */
static __attribute__((noinline)) void
grow_begun(Doc *doc)
{
	doc->begun.items = posting_vec_grow(doc->arena, doc->begun.items, doc->begun.space,
										&doc->begun.space, sizeof(uint32_t));
}

/*
 * Marks the hits: the longest phrase of each kind.  As the longer ones come first,
 * what a hit means is left out where the last mark of its kind reaches behind its begin.
 */
static inline __attribute__((always_inline)) void
mark_hits(Doc *doc, const Hits *hits, const Entry *entries, bool custom)
{
	uint32_t	last[KIND_COUNT] = {0}; /* by kind: where its last mark ends */
	const Hit  *end = hits->items + hits->count;

	doc->begun.count = 0;
	for (const Hit *hit = hits->items; hit < end; hit++)
	{
		Token	   *first = &doc->tokens[hit->from];
		const Entry *entry = &entries[hit->entries - 1];

		__builtin_prefetch(&entries[hit[end - hit > AHEAD ? AHEAD : 0].entries - 1]);
		do
		{
			uint32_t	kind = entry->kind;
			Marks	   *marks = &doc->marks[kind];
			uint32_t	n;

			if (hit->from < last[kind] &&
				(kind != KIND_SKILL || custom || !takes_over(doc, hit, entry)))
				continue;
			if (entry->flags & ENTRY_CASE && !doc->lower_case &&
				(lacks_capital(first, hit, entry) || !has_case(doc, hit, entry)))
				continue;
			n = marks->count++;
			if (n == marks->space)
				grow_marks(doc, marks);
			marks->items[n] = (Mark) {hit->from, hit->to, entry, custom};
			last[kind] = hit->to;
			doc->last_begun[hit->from] = doc->begun.count;
			if (doc->begun.count == doc->begun.space)
				grow_begun(doc);
			doc->begun.items[doc->begun.count++] = n * 32 + kind;
			first->begins |= 1u << kind;
			doc->tokens[hit->to - 1].ends |= 1u << kind;
		} while (!((entry++)->flags & ENTRY_LAST));
	}
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
	Hits		all = {0};
	Hit			hits[LEXICON_MAX_WORDS];

	memset(&doc->marks[KIND_SKILL], 0, sizeof(Marks));
	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		const WordSlot *slot = custom_slot(doc, i);
		uint32_t	first = slot->state.entries;
		uint32_t	n =
			walk(doc, &doc->custom->lexicon, i, slot->word, slot->state, custom_word, hits);

		take_hits(doc, &all, hits, n, NULL, 1);
		if (first != 0)
			all.items[all.count++] = (Hit) {i, i + 1, first};
	}
	mark_hits(doc, &all, doc->custom->lexicon.entries, true);
	merge_custom(doc, &builtin);
	doc->last_begun = NULL;		/* they have other numbers now */
}

/* Where the bit is that tells whether some phrase may begin with a token and the next. */
static inline uint32_t
pair_at(const Token *token)
{
	return lexicon_pair_at(token[0].word, token[1].word);
}

/*
 * Lists the tokens with which a phrase begins, and one behind all tokens, without
 * branches, which would often be guessed wrong; returns their number.  What the
 * tokens kept of the lexicon gives way to their marks, of which there are none yet.
 */
static uint32_t
list_begins(Doc *doc, Begin *begins)
{
	const uint32_t *pairs = doc->lex.pairs;
	Token	   *token = doc->tokens;
	Begin	   *next = begins;
	uint32_t	ahead[AHEAD];	/* a ring of those of the next tokens' pairs that were asked for */

	for (uint32_t i = 0; i < AHEAD && i < doc->n_tokens; i++)
		ahead[i] = pair_at(&token[i]);
	for (uint32_t i = 0; i < doc->n_tokens; i++, token++)
	{
		State		state = token->state;
		uint32_t	pair = ahead[i % AHEAD];

		if (i + AHEAD < doc->n_tokens)
		{
			ahead[i % AHEAD] = pair_at(token + AHEAD);
			__builtin_prefetch(&pairs[ahead[i % AHEAD] / 32]);
		}
		/* behind a sign or a line's end one has to look closer */
		state.next &= 0u - (token[1].kind == TOKEN_PUNCT || token[1].gap > GAP_SPACE ||
							(pairs[pair / 32] >> pair % 32 & 1) != 0);
		*next = (Begin) {i, state};
		next += (state.entries | state.next) != 0;
		token->begins = token->ends = 0;
	}
	next->from = doc->n_tokens;
	return (uint32_t) (next - begins);
}

/* Where the edge is that leads on from a token with which a phrase begins, if there is one. */
static inline const Edge *
edge_behind(const Doc *doc, const Begin *begin)
{
	const Lexicon *lex = &doc->lex;
	const Token *token = &doc->tokens[begin->from];

	return &lex->edges[lexicon_edge_hash(token[0].word, token[1].word) & lex->edge_mask &
					   (0u - (begin->state.next != 0))];
}

/* Lists the phrases of the built-in lexicon. */
static void
list_hits(Doc *doc, Hits *all)
{
	Begin	   *begins = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(Begin));
	uint32_t	n_begins = list_begins(doc, begins);
	Hit			hits[LEXICON_MAX_WORDS];
	Hit		   *next;

	all->space = n_begins;
	next = all->items = arena_alloc(doc->arena, all->space * sizeof(Hit));
	for (uint32_t k = 0; k < n_begins; k++)
	{
		const Begin *begin = &begins[k];
		uint32_t	from = begin->from;
		uint32_t	n;

		if ((k & 0xFFF) == 0)
			CHECK_INTERRUPTS(doc);
		if (k + AHEAD < n_begins)
			__builtin_prefetch(edge_behind(doc, begin + AHEAD));
		n = walk(doc, &doc->lex, from, doc->tokens[from].word, begin->state, builtin_word, hits);
		if (n > 0)
		{
			all->count = (uint32_t) (next - all->items);
			take_hits(doc, all, hits, n, begin, n_begins - k);
			next = all->items + all->count;
		}
		/* written each time: a branch would often be guessed wrong */
		*next = (Hit) {from, from + 1, begin->state.entries};
		next += begin->state.entries != 0;
	}
	all->count = (uint32_t) (next - all->items);
}

/* Makes room for marks: of some kinds there are many. */
static void
open_marks(Doc *doc)
{
	static const uint32_t many = 1u << KIND_SKILL | 1u << KIND_HEADING | 1u << KIND_TITLE |
								 1u << KIND_PLACE | 1u << KIND_SKILL_TAIL |
								 1u << KIND_COMPANY_LEAD | 1u << KIND_COMPANY_TAIL |
								 1u << KIND_TITLE_LEAD;

	doc->recent = arena_zero(doc->arena, KIND_COUNT * sizeof(uint32_t));
	for (uint32_t kind = 0; kind < KIND_COUNT; kind++)
	{
		uint32_t	space = FIRST_MARKS + (many >> kind & 1 ? doc->n_tokens / 8 : 0);

		doc->marks[kind] =
			(Marks) {.items = arena_alloc(doc->arena, space * sizeof(Mark)), .space = space};
	}
	doc->last_begun = arena_alloc(doc->arena, doc->n_tokens * sizeof(uint32_t));
	doc->begun.space = doc->n_tokens;
	doc->begun.items = arena_alloc(doc->arena, doc->begun.space * sizeof(uint32_t));
}

/* Marks every entry of the built-in lexicon, and of the user's own. */
void
doc_match(Doc *doc)
{
	Hits		hits = {0};

	open_marks(doc);
	list_hits(doc, &hits);
	mark_hits(doc, &hits, doc->lex.entries, false);
	if (doc->custom != NULL && doc->custom->lexicon.n_words > 1)
		match_custom(doc);
}
