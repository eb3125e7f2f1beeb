/*
 * doc.c
 *		Helpers over a document's tokens (see doc.h).
 */
#include <stdlib.h>

#include "doc.h"

/* So many marks are looked at one by one before the others are searched. */
#define MARKS_NEAR	4

/* So many items, of so many bytes each, are sorted in place: qsort would take longer to begin. */
#define FEW_ITEMS	24
#define SMALL_ITEM	256

/*
 * A clause reaches no further than so many tokens from
 * where it is looked at: text without signs stays linear.
 */
#define MAX_CLAUSE	120

/* Compares a token with a lower-case word of the same length. */
bool
token_equals(const Doc *doc, const Token *token, const char *word, size_t len)
{
	const char *s = doc->source.text + token->start;

	for (size_t k = 0; k < len; k++)
		if ((s[k] >= 'A' && s[k] <= 'Z' ? s[k] + 32 : s[k]) != word[k])
			return false;
	return true;
}

/* Whether a word of a list stands in a range; most words are in no list at all. */
bool
range_has(const Doc *doc, uint32_t from, uint32_t to, WordList words)
{
	const uint64_t *cells = &posting_word_sets[0][words / 64];
	const uint64_t bit = (uint64_t) 1 << (words % 64);
	const Token *end = doc->tokens + (to < doc->n_tokens ? to : doc->n_tokens);

	for (const Token *token = doc->tokens + from; token < end; token++)
		if (token->lists != 0 && cells[token->lists * WORD_SET_CELLS] & bit)
			return true;
	return false;
}

/*
 * Whether a token stands in an address of the web:
 * no blank parts it from "http" or "www" before it.
 */
bool
doc_in_link(const Doc *doc, uint32_t i)
{
	if (!(doc->spotted & LIST_BIT(WORDS_CLAUSE_LINKS)))
		return false;
	for (uint32_t k = i; k > 0 && i - k < 60 && doc->tokens[k].gap == GAP_NONE; k--)
	{
		if (token_in(doc, k - 1, WORDS_CLAUSE_LINKS))
			return true;
		if (token_punct(doc, k - 1, '|') || token_punct(doc, k - 1, ')') ||
			token_punct(doc, k - 1, '>'))
			return false;
	}
	return false;
}

/*
 * Copies the apostrophe at which a word was cut before
 * token i: "L'Atelier"; returns its length, 0 for none.
 */
static uint32_t
apostrophe_between(const Doc *doc, uint32_t i, char *out)
{
	uint32_t	from = doc->tokens[i - 1].start + doc->tokens[i - 1].len;
	uint32_t	len = doc->tokens[i].start - from;
	const char *s = doc->source.text + from;

	if (!(len == 1 && (s[0] == '\'' || s[0] == '`')) &&
		!(len == 3 && memcmp(s, "\xE2\x80\x99", 3) == 0))
		return 0;
	memcpy(out, s, len);
	return len;
}

/* The text of a range as written, runs of white space made one blank, markdown's escapes gone. */
Str
range_text(const Doc *doc, Range range)
{
	char	   *out;
	uint32_t	n = 0;
	uint32_t	start,
				stop;
	bool		blank = false;	/* one stands before the next token, or before a star left out */

	if (range.from >= range.to)
		return (Str) {NULL, 0};
	start = doc->tokens[range.from].start;
	stop = doc->tokens[range.to - 1].start + doc->tokens[range.to - 1].len;
	out = arena_alloc(doc->arena, (size_t) (stop - start) + 1);
	for (uint32_t i = range.from; i < range.to; i++)
	{
		const Token *token = &doc->tokens[i];

		blank |= token->gap != GAP_NONE;
		if (token->kind == TOKEN_PUNCT && token->chr == '*' && token->len == 1)
			continue;
		if (n > 0 && blank)
			out[n++] = ' ';
		else if (i > range.from && token->shape & SHAPE_SPLIT)
			n += apostrophe_between(doc, i, out + n);
		blank = false;
		memcpy(out + n, doc->source.text + token->start, token->len);
		n += token->len;
	}
	out[n] = '\0';
	return (Str) {out, n};
}

/* The raw span of a range. */
Span
range_span(const Doc *doc, Range range)
{
	const Token *last;

	if (range.from >= range.to)
		return (Span) {0, 0};
	last = &doc->tokens[range.to - 1];
	return (Span) {source_start(&doc->source, doc->tokens[range.from].start),
		source_stop(&doc->source, last->start + last->len)};
}

/* Whether the full stop at i ends a sentence. */
static bool
ends_sentence(const Doc *doc, uint32_t i)
{
	const Token *before = i > 0 ? &doc->tokens[i - 1] : NULL;
	const Token *after = i + 1 < doc->n_tokens ? &doc->tokens[i + 1] : NULL;

	if (after == NULL || before == NULL)
		return true;
	if (after->gap == GAP_NONE)
		return after->kind == TOKEN_WORD && (after->shape & SHAPE_FIRST_UPPER) &&
			before->kind == TOKEN_WORD && before->len > 2;
	if (after->kind == TOKEN_NUMBER && after->gap == GAP_SPACE && before->kind == TOKEN_WORD &&
		before->len <= 3)
		return false;			/* "ca. 60.000", "min. 3" */
	/*
	 * "the U.S. Census Bureau": the sentence ends before a word that begins one, not before a name
	 */
	if (i >= 3 && after->gap == GAP_SPACE && token_is(doc, i - 1, "s") &&
		token_punct(doc, i - 2, '.') && token_is(doc, i - 3, "u"))
		return token_in(doc, i + 1, WORDS_CLAUSE_OPENERS);
	if (before->len == 1 && before->kind == TOKEN_WORD && after->gap == GAP_SPACE && i >= 2 &&
		token_punct(doc, i - 2, '.'))
		return after->shape & SHAPE_FIRST_UPPER && after->len > 3;	/* "Ph.D. degree" */
	if (before->kind == TOKEN_WORD && before->gap != GAP_NONE && before->len <= 3 &&
		(before->shape & SHAPE_FIRST_UPPER) && after->gap == GAP_SPACE &&
		(before->len == 1 || token_is(doc, i - 1, "sr") || token_is(doc, i - 1, "jr") ||
		 token_is(doc, i - 1, "st") || token_is(doc, i - 1, "dr") || token_is(doc, i - 1, "inc") ||
		 token_is(doc, i - 1, "ltd") || token_is(doc, i - 1, "no") || token_is(doc, i - 1, "co")))
		return false;
	if (after->kind == TOKEN_WORD && !(after->shape & SHAPE_FIRST_UPPER) && !doc->lower_case &&
		after->gap == GAP_SPACE)
		return false;			/* "e.g. this" */
	return true;
}

/* Whether a phrase may run on from the end of one line into the next: hard-wrapped text. */
bool
doc_is_wrapped(const Doc *doc, uint32_t next)
{
	const Line *line = &doc->lines[doc->tokens[next].line];

	return doc->tokens[next].line > 0 && line->first == next && !(line->flags & LINE_BULLET) &&
		   !(doc->tokens[next].shape & SHAPE_FIRST_UPPER) &&
		   doc->tokens[next - 1].start + doc->tokens[next - 1].len -
				   doc->tokens[line[-1].from].start >=
			   50;
}

/* Whether a line goes on with the sentence of the line before it. */
static bool
continues_sentence(const Doc *doc, uint32_t next)
{
	const Token *token = &doc->tokens[next];

	return next > 0 && token->gap == GAP_LINE && token->kind == TOKEN_WORD &&
		   !(token->shape & SHAPE_HAS_UPPER) && !doc->lower_case &&
		   doc->lines[token->line].from == next && doc_is_wrapped(doc, next) &&
		   (token[-1].kind != TOKEN_PUNCT || token[-1].chr == ',' || token[-1].chr == '/' ||
			token[-1].chr == ')');
}

/* Whether a clause ends behind a sign inside a line. */
static bool
sign_ends_clause(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	switch (token->chr)
	{
		case '!': case '?': case ';':
			return true;
		case '*':				/* "chargé·e" has no bullet in it */
			return token->len > 1 && !(token->gap == GAP_NONE && token[1].gap == GAP_NONE);
		case '.':
			return ends_sentence(doc, i);
		default:
			return false;
	}
}

/*
 * Whether a clause ends between words run together,
 * of which the one behind, i + 1, was cut from the other.
 */
static bool
cut_ends_clause(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const Mark *heading;

	if (token[1].gap != GAP_NONE || !(token[1].shape & SHAPE_FIRST_UPPER) || token->len < 2 ||
		token->kind != TOKEN_WORD)
		return false;
	/*
	 * "teamsYou": certain; "CyberCoders" may be a name,
	 * unless a heading ends there; "PayPal" is one
	 */
	if (!(token->shape & SHAPE_FIRST_UPPER))
		return true;
	heading = mark_before(doc, KIND_HEADING, i + 1);
	/* "Who We AreAcme is" */
	if (heading != NULL && token->len <= 3 && heading->from == i)
		heading = NULL;
	/* "TeamSoft is" is one, too */
	if (heading != NULL && !(heading->from == i && token[1].word != 0 && token[1].len > 3 &&
							 !token_in(doc, i + 1, WORDS_COMPANY_EVERYDAY) &&
							 mark_at(doc, KIND_COMPANY_TAIL, i + 2) != NULL))
		return true;
	/* "in PythonKnowledge of", in a text that lost its breaks */
	return doc->lines[token->line].words >= PARAGRAPH_WORDS &&
		   mark_before(doc, KIND_SKILL, i + 1) != NULL &&
		   (mark_at(doc, KIND_HEADING, i + 1) != NULL ||
			token_in(doc, i + 1, WORDS_SKILL_ITEM_OPENERS) ||
			token_in(doc, i + 1, WORDS_CLAUSE_OPENERS));
}

/*
 * Whether a clause ends before a token inside a line that is
 * noted, which follows none of the signs that decide for themselves.
 */
static bool
begins_item(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_PUNCT)
		return token->chr == '*' && token->len > 1 && token[-1].kind != TOKEN_PUNCT &&
			   !(token->gap == GAP_NONE && i + 1 < doc->n_tokens && token[1].gap == GAP_NONE);
	return token->shape & SHAPE_SPLIT && token[-1].kind != TOKEN_PUNCT &&
		   cut_ends_clause(doc, i - 1);
}

/* Ends the clause that begins at a token before another one, where the next begins. */
static uint32_t
end_clause(Doc *doc, uint32_t from, uint32_t to)
{
	uint32_t	clause = doc->clauses.count;
	Token	   *token = doc->tokens + from,
			   *end = doc->tokens + to;

	*VEC_ADD(doc->arena, &doc->clauses) = (Range) {from, to};
	for (; token < end; token++)
		token->clause = clause;
	end[-1].shape |= SHAPE_ENDS_CLAUSE;
	return to;
}

/*
 * Notes where sentences, lines and items end, and which each token
 * belongs to; inside a line only at tokens that are no plain words.
 */
void
doc_clauses(Doc *doc)
{
	const uint32_t *note = doc->notes,
			   *end = note + doc->n_notes;
	uint32_t	from = 0;

	for (const Line *line = doc->lines; line < doc->lines + doc->n_lines; line++)
	{
		for (; note < end && *note < line->to; note++)
		{
			uint32_t	i = *note;

			if (i > line->from && begins_item(doc, i))
				from = end_clause(doc, from, i);
			if (i + 1 < line->to && sign_ends_clause(doc, i))
				from = end_clause(doc, from, i + 1);
		}
		if (line->to >= doc->n_tokens || !continues_sentence(doc, line->to))
			from = end_clause(doc, from, line->to);
	}
}

/*
 * The sentence or list item around a token, as far as
 * MAX_CLAUSE tokens reach; empty behind the last one.
 */
Range
doc_clause(const Doc *doc, uint32_t i)
{
	Range		range;

	if (i >= doc->n_tokens)
		return (Range) {doc->n_tokens, doc->n_tokens};
	range = doc->clauses.items[doc->tokens[i].clause];
	if (i - range.from > MAX_CLAUSE)
		range.from = i - MAX_CLAUSE;
	if (range.to - i > MAX_CLAUSE)
		range.to = i + MAX_CLAUSE;
	return range;
}

/* The first mark of a kind that begins at or behind a token. */
const Mark *
mark_from(const Doc *doc, EntryKind kind, uint32_t i)
{
	const Marks *marks = &doc->marks[kind];
	uint32_t   *recent = &doc->recent[kind];
	uint32_t	lo = *recent,
				hi = marks->count;

	/* readers go from mark to mark: one near the one found last is asked for most */
	if (lo < hi && marks->items[lo].from < i)
	{
		uint32_t	near = hi - lo > MARKS_NEAR ? lo + MARKS_NEAR : hi;

		while (++lo < near)
			if (marks->items[lo].from >= i)
			{
				*recent = lo;
				return &marks->items[lo];
			}
	}
	else
	{
		uint32_t	near = lo > MARKS_NEAR ? lo - MARKS_NEAR : 0;

		while (lo > near && marks->items[lo - 1].from >= i)
			lo--;
		hi = lo;
		lo = lo == near ? 0 : lo;
	}
	while (lo < hi)
	{
		uint32_t	mid = (lo + hi) / 2;

		if (marks->items[mid].from < i)
			lo = mid + 1;
		else
			hi = mid;
	}
	*recent = lo;
	return lo < marks->count ? &marks->items[lo] : NULL;
}

/* The mark of a kind that begins at a token where one does. */
const Mark *
find_mark_at(const Doc *doc, EntryKind kind, uint32_t i)
{
	const Mark *mark = mark_from(doc, kind, i);

	return mark != NULL && mark->from == i ? mark : NULL;
}

/* The mark of a kind that ends right before a token where one does. */
const Mark *
find_mark_before(const Doc *doc, EntryKind kind, uint32_t i)
{
	const Marks *marks = &doc->marks[kind];
	const Mark *mark = mark_from(doc, kind, i);
	uint32_t	n = mark == NULL ? marks->count : (uint32_t) (mark - marks->items);

	return n > 0 && marks->items[n - 1].to == i ? &marks->items[n - 1] : NULL;
}

/* The first label value of a kind. */
const LabelValue *
doc_label(const Doc *doc, Label label)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
		if (doc->labels.items[i].label == label &&
			doc->labels.items[i].value.from < doc->labels.items[i].value.to)
			return &doc->labels.items[i];
	return NULL;
}

/*
 * The number of the labels whose names begin at or
 * before a token: only the last of them can hold it.
 */
uint32_t
doc_labels_before(const Doc *doc, uint32_t i)
{
	uint32_t	lo = 0,
				hi = doc->labels.count;

	while (lo < hi)
	{
		uint32_t	mid = (lo + hi) / 2;

		if (doc->labels.items[mid].name.from <= i)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The label of a kind whose value holds a token; NULL where none. */
const LabelValue *
doc_label_at(const Doc *doc, Label label, uint32_t i)
{
	uint32_t	n = doc_labels_before(doc, i);

	/* a value reaches over few labels behind it */
	for (uint32_t k = n > 6 ? n - 6 : 0; k < n; k++)
	{
		const LabelValue *l = &doc->labels.items[k];

		if (l->label == label && l->value.from <= i && i < l->value.to)
			return l;
	}
	return NULL;
}

/* Finds the headings that name a label. */
void
doc_find_names(Doc *doc)
{
	const Mark *end = doc->marks[KIND_HEADING].items + doc->marks[KIND_HEADING].count;

	if (doc->names_known)
		return;
	for (const Mark *mark = doc->marks[KIND_HEADING].items; mark < end; mark++)
	{
		uint32_t	labels = heading_labels(mark->entry);

		if (labels != 0)
			*VEC_ADD(doc->arena, &doc->names) = (HeadingName) {mark, labels};
	}
	doc->names_known = true;
}

/* Whether a fact is kept: see doc_fact. */
static inline bool
keeps_fact(const Doc *doc, Field field, const char *reason)
{
	return reason == NULL || doc->explain || field == FIELD_TITLE;
}

/* Appends a fact. */
void
doc_fact(Doc *doc, Field field, Range at, const char *rule, const char *reason, Str value)
{
	if (keeps_fact(doc, field, reason))
		*VEC_ADD(doc->arena, &doc->facts) = (Fact) {field, at, rule, reason, value, 0};
}

/* Appends a fact whose value is the text of its range, which is read only if it is kept. */
void
doc_fact_text(Doc *doc, Field field, Range at, const char *rule, const char *reason)
{
	if (keeps_fact(doc, field, reason))
		*VEC_ADD(doc->arena, &doc->facts) =
			(Fact) {field, at, rule, reason, range_text(doc, at), 0};
}

/*
 * Sorts an array: a few items by insertion, which takes
 * no longer than a look at each where they are in order.
 */
void
sort_items(void *items, size_t n, size_t size, int (*order) (const void *, const void *))
{
	char		moved[SMALL_ITEM];

	if (n > FEW_ITEMS || size > SMALL_ITEM)
	{
		qsort(items, n, size, order);
		return;
	}
	for (size_t i = 1; i < n; i++)
	{
		char	   *own = (char *) items + i * size,
				   *at = own;

		while (at > (char *) items && order(at - size, own) > 0)
			at -= size;
		if (at == own)
			continue;
		memcpy(moved, own, size);
		memmove(at + size, at, (size_t) (own - at));
		memcpy(at, moved, size);
	}
}
