/*
 * number.c
 *		Numbers as postings write them (see extract.h).
 */
#include "extract.h"

#define MAX_DIGITS 14			/* of an amount; longer ones are ids */

/* Appends the digits of a token; false where there are too many. */
static bool
add_digits(const Doc *doc, uint32_t i, int64_t *value, uint32_t *digits)
{
	const Token *token = &doc->tokens[i];

	*digits += token->len;
	if (*digits > MAX_DIGITS)
		return false;
	for (uint32_t k = 0; k < token->len; k++)
		*value = *value * 10 + (doc->source.text[token->start + k] - '0');
	return true;
}

static bool
is_number(const Doc *doc, uint32_t i)
{
	return i < doc->n_tokens && doc->tokens[i].kind == TOKEN_NUMBER;
}

/* Whether a separator and a group of n digits follow at i, the separator glued in front. */
static bool
is_group(const Doc *doc, uint32_t i, char separator, uint32_t n)
{
	return token_punct(doc, i, separator) && doc->tokens[i].gap == GAP_NONE &&
		   is_number(doc, i + 1) && doc->tokens[i + 1].gap == GAP_NONE &&
		   doc->tokens[i + 1].len == n;
}

/* Whether two digits and a group of two or three follow at i, as in India: "12,00,000". */
static bool
is_group_of_two(const Doc *doc, uint32_t i)
{
	return is_group(doc, i, ',', 2) &&
		   (is_group(doc, i + 2, ',', 2) || is_group(doc, i + 2, ',', 3));
}

/* Reads the groups behind the first digits of a number. */
static bool
read_groups(const Doc *doc, Number *number, uint32_t *digits)
{
	uint32_t	i = number->to;
	char		separator = doc->tokens[i].chr;

	if ((separator == ',' || separator == '.' || separator == '\'') &&
		(is_group(doc, i, separator, 3) || (separator == ',' && is_group_of_two(doc, i))))
	{
		while (is_group(doc, i, separator, 3) || (separator == ',' && is_group_of_two(doc, i)))
		{
			if (!add_digits(doc, i + 1, &number->value, digits))
				return false;
			i += 2;
		}
		number->grouped = true;
		number->to = i;
		return true;
	}
	/* "85 833": blanks between groups */
	while (is_number(doc, i) && doc->tokens[i].gap == GAP_SPACE && doc->tokens[i].len == 3 &&
		   /* "90 120K" are two */
		   !(token_is(doc, i + 1, "k") && doc->tokens[i + 1].gap == GAP_NONE) &&
		   doc->tokens[i].start - (doc->tokens[i - 1].start + doc->tokens[i - 1].len) <= 3)
	{
		if (!add_digits(doc, i, &number->value, digits))
			return false;
		number->grouped = true;
		number->to = ++i;
	}
	/* "$57, 024" */
	if (!number->grouped && token_punct(doc, i, ',') && doc->tokens[i].gap == GAP_NONE &&
		is_number(doc, i + 1) && doc->tokens[i + 1].gap == GAP_SPACE &&
		doc->tokens[i + 1].len == 3 && number->to >= 2 &&
		doc->tokens[number->to - 2].kind == TOKEN_SIGN)
	{
		if (!add_digits(doc, i + 1, &number->value, digits))
			return false;
		number->grouped = true;
		number->to = i + 2;
	}
	return true;
}

/* Reads the number that begins at token i. */
bool
read_number(const Doc *doc, uint32_t i, Number *number)
{
	uint32_t	digits = 0;
	uint32_t	first = i;
	const Token *next;

	memset(number, 0, sizeof(*number));
	if (!is_number(doc, i))
		return false;
	number->to = i + 1;
	if (!add_digits(doc, i, &number->value, &digits))
		return false;
	/* nothing goes on with most */
	next = &doc->tokens[i + 1];
	if (next->kind != TOKEN_NUMBER && next->chr != ',' && next->chr != '.' && next->chr != '\'')
	{
		number->value *= 10000;
		return true;
	}
	if (doc->tokens[first].len <= 3 && !(doc->tokens[first].len == 1 && number->value == 0) &&
		!read_groups(doc, number, &digits))
		return false;
	number->value *= 10000;
	i = number->to;
	/* "34,0827" is neither a fraction nor a group */
	if (token_punct(doc, i, ',') && doc->tokens[i].gap == GAP_NONE && is_number(doc, i + 1) &&
		doc->tokens[i + 1].gap == GAP_NONE && doc->tokens[i + 1].len > 3)
		return false;
	if ((token_punct(doc, i, '.') || token_punct(doc, i, ',')) && doc->tokens[i].gap == GAP_NONE &&
		is_number(doc, i + 1) && doc->tokens[i + 1].gap == GAP_NONE &&
		doc->tokens[i + 1].len <= 4 && (doc->tokens[i + 1].len <= 2 || doc->tokens[i].chr == '.'))
	{
		int64_t		fraction = 0;
		uint32_t	n = 0;

		add_digits(doc, i + 1, &fraction, &n);
		for (; n < 4; n++)
			fraction *= 10;
		number->value += fraction;
		number->decimals = true;
		number->to = i + 2;
	}
	return true;
}

/* Reads a count as digits or a word, in hundredths. */
bool
read_count(const Doc *doc, uint32_t i, int32_t *hundredths, uint32_t *to)
{
	const Mark *mark;
	Number		number;

	if (i >= doc->n_tokens)
		return false;
	if (doc->tokens[i].kind == TOKEN_NUMBER)
	{
		if (doc->tokens[i].len > 3 || !read_number(doc, i, &number) || number.grouped)
			return false;
		*hundredths = (int32_t) (number.value / 100);
		*to = number.to;
		return true;
	}
	mark = mark_at(doc, KIND_NUMBER, i);
	if (mark == NULL)
		return false;
	*hundredths = (int32_t) mark->entry->value;
	*to = mark->to;
	return true;
}

/* Adds a string to a list unless it stands there. */
bool
str_list_add(Arena *arena, Str **items, uint32_t *count, Str value)
{
	Str		   *grown;

	for (uint32_t i = 0; i < *count; i++)
		if (str_equal((*items)[i], value))
			return false;
	grown = arena_alloc(arena, (*count + 1) * sizeof(Str));
	if (*count > 0)
		memcpy(grown, *items, *count * sizeof(Str));
	grown[(*count)++] = value;
	*items = grown;
	return true;
}
