/*
 * lines.c
 *		Lines: bullets, the signs of markdown, what is set off, what is running text.
 */
#include "doc.h"

/* Whether a punctuation token is the sign of a bullet or of markdown at a line's begin. */
static bool
is_lead_sign(const Token *token)
{
	if (token->kind != TOKEN_PUNCT)
		return false;
	switch (token->chr)
	{
		case '*': case '-': case '#': case '>': case '+': case '|': case '~':
		case '_': case '=': case '.': case ':': case '!':
			return true;
		case 0:					/* pictures, boxes, other scripts' signs */
			return true;
		default:
			return false;
	}
}

/* Steps over bullets, numbers of lists and markdown at a line's begin. */
static void
trim_front(Doc *doc, Line *line)
{
	const Token *t = doc->tokens;
	uint32_t	i = line->from;

	while (i < line->to && is_lead_sign(&t[i]))
	{
		if (t[i].chr == '#' && t[i].gap != GAP_NONE)
			line->flags |= LINE_MARKDOWN;
		else if ((t[i].chr == '*' && (t[i].len > 1 || (i + 1 < line->to && t[i + 1].gap != GAP_NONE))) ||
				 ((t[i].chr == '-' || t[i].chr == '+') && i + 1 < line->to &&
				  (t[i + 1].gap != GAP_NONE || t[i].len > 1 || t[i + 1].kind == TOKEN_WORD)))
			line->flags |= LINE_BULLET;
		else if (t[i].chr == '*' && t[i].len == 1 && i + 1 < line->to && t[i + 1].chr == '*')
			line->flags |= LINE_BOLD;
		i++;
	}
	/* "1." "2)" "a." "o " */
	if (i + 2 < line->to && t[i].len <= 2 && (t[i].kind == TOKEN_NUMBER || t[i].len == 1) &&
		t[i + 1].kind == TOKEN_PUNCT && (t[i + 1].chr == '.' || t[i + 1].chr == ')') &&
		t[i + 1].gap == GAP_NONE && (t[i + 2].gap != GAP_NONE || t[i + 2].kind == TOKEN_PUNCT))
	{
		line->flags |= LINE_BULLET;
		i += 2;
		while (i < line->to && is_lead_sign(&t[i]))
			i++;
	}
	else if (i + 1 < line->to && t[i].len == 1 && token_is(doc, i, "o") && t[i].kind == TOKEN_WORD &&
			 !(t[i].shape & SHAPE_HAS_UPPER) && t[i + 1].gap == GAP_SPACE)
	{
		line->flags |= LINE_BULLET;
		i++;
	}
	line->first = i;
}

/* Steps back over colons, stars and rules at a line's end. */
static void
trim_back(Doc *doc, Line *line)
{
	uint32_t	i = line->to;

	while (i > line->first && doc->tokens[i - 1].kind == TOKEN_PUNCT)
	{
		char		c = doc->tokens[i - 1].chr;

		if (c == ':')
			line->flags |= LINE_COLON;
		else if (c != '*' && c != '#' && c != '_' && c != '-' && c != '=' && c != 0)
			break;
		i--;
	}
	line->last = i;
}

/* Whether one stretch of emphasis covers a line. */
static void
note_bold(Doc *doc, Line *line, uint32_t *next)
{
	uint32_t	start = doc->tokens[line->first].start;
	uint32_t	stop = doc->tokens[line->last - 1].start + doc->tokens[line->last - 1].len;

	while (*next < doc->source.emphasis.count && doc->source.emphasis.items[*next].stop <= start)
		(*next)++;
	if (*next < doc->source.emphasis.count && doc->source.emphasis.items[*next].start <= start &&
		doc->source.emphasis.items[*next].stop >= stop)
		line->flags |= LINE_BOLD | (doc->source.emphasis.items[*next].heading ? LINE_MARKDOWN : 0);
}

/* Finishes a line whose tokens are known, so many of them words. */
static void
describe_line(Doc *doc, Line *line, uint32_t words, uint32_t *emphasis)
{
	trim_front(doc, line);
	trim_back(doc, line);
	if (doc->tokens[line->from].gap == GAP_BLANK)
		line->flags |= LINE_BLANK;
	if (line->first >= line->last)
		return;
	/* signs alone fall away behind, but also numbers in front */
	for (uint32_t i = line->from; i < line->first; i++)
		words -= doc->tokens[i].kind <= TOKEN_NUMBER;
	line->words = words;
	note_bold(doc, line, emphasis);
	if (line->words >= 9 || (line->words >= 5 && token_punct(doc, line->last - 1, '.')))
		line->flags |= LINE_TEXT;
}

/* What a sign or number is to those who look for some of them all over the text. */
static uint64_t
sign_spot(const Doc *doc, const Token *token)
{
	switch (token->kind)
	{
		case TOKEN_NUMBER:
			return SPOT_NUMBER;
		case TOKEN_SIGN:
			return token->len == 2 && memcmp(doc->source.text + token->start, "\xC2\xA3", 2) == 0 ? SPOT_POUND : 0;
		default:
			break;
	}
	switch (token->chr)
	{
		case '@':
			return SPOT_ADDRESS;
		case ':':
			return token[1].chr == '/' ? SPOT_ADDRESS : 0;
		case '#':
			return SPOT_HASH;
		case '*':
			return token[1].chr == '*' && token[2].chr == '*' ? SPOT_STARS : 0;
		default:
			return 0;
	}
}

/* The lists of the small words of each language. */
#define LISTS_SMALL		((((uint64_t) 1 << LANGUAGES) - 1) << WORDS_SMALL_EN)

/* Counts one of the first words, so many of them up to it, among the small words of the languages that have it. */
static inline void
count_small(Doc *doc, uint64_t lists, uint32_t words)
{
	if (words <= LANGUAGE_WORDS)
		for (lists &= LISTS_SMALL; lists != 0; lists &= lists - 1)
			doc->small_words[__builtin_ctzll(lists) - WORDS_SMALL_EN]++;
}

/*
 * Cuts the tokens into lines; a token's line becomes its number here.  Notes on
 * the way where the numbers and spots stand, and whether hardly a word begins
 * with a capital, so that case tells nothing.
 */
void
doc_lines(Doc *doc)
{
	uint32_t   *numbers = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	uint32_t	space = 0;
	uint32_t	emphasis = 0;
	uint32_t	n_numbers = 0,
				all = 0,
				upper = 0;

	for (uint32_t i = 0; i < doc->n_tokens;)
	{
		uint32_t	words = 0;
		Line	   *line;

		if (doc->n_lines == space)
			doc->lines = posting_vec_grow(doc->arena, doc->lines, doc->n_lines, &space, sizeof(Line));
		line = &doc->lines[doc->n_lines];
		memset(line, 0, sizeof(*line));
		line->from = i;
		do
		{
			Token	   *token = &doc->tokens[i];
			uint64_t	what;

			token->line = doc->n_lines;
			if (token->kind == TOKEN_WORD)
			{
				words++;
				upper += token->shape & SHAPE_FIRST_UPPER;
				what = posting_word_sets[token->lists][0];
				if (what & LISTS_SMALL)
					count_small(doc, what, all + words - n_numbers);
				what &= LISTS_NOTED;
			}
			else
			{
				if (token->kind == TOKEN_NUMBER)
				{
					words++;
					numbers[n_numbers++] = i;
				}
				what = sign_spot(doc, token);
			}
			if (what != 0)
			{
				*VEC_ADD(doc->arena, &doc->spots) = (Spot) {i, what};
				doc->spotted |= what;
			}
		} while (++i < doc->n_tokens && doc->tokens[i].gap < GAP_LINE);
		line->to = i;
		all += words;
		describe_line(doc, line, words, &emphasis);
		doc->n_lines++;
	}
	doc->numbers = numbers;
	doc->n_numbers = n_numbers;
	doc->n_words = all - n_numbers < LANGUAGE_WORDS ? all - n_numbers : LANGUAGE_WORDS;
	doc->lower_case = all - n_numbers > 20 && upper * 100 < all - n_numbers;
}
