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
		else if ((t[i].chr == '*' &&
				  (t[i].len > 1 || (i + 1 < line->to && t[i + 1].gap != GAP_NONE))) ||
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
	else if (i + 1 < line->to && t[i].len == 1 && token_is(doc, i, "o") &&
			 t[i].kind == TOKEN_WORD && !(t[i].shape & SHAPE_HAS_UPPER) &&
			 t[i + 1].gap == GAP_SPACE)
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
			return token->len == 2 && memcmp(doc->source.text + token->start, "\xC2\xA3", 2) == 0
					   ? SPOT_POUND
					   : 0;
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

_Static_assert(LANGUAGES == 10 && WORDS_SMALL_EN == 0,
			   "small words of ten languages are counted, from the first list on");

/* Five bits apart, as one count each of twelve bits, of which LANGUAGE_WORDS takes eleven. */
#define COUNT_BITS		12
#define APART(bits)                                                                                \
	((uint64_t) ((bits) &1) | (uint64_t) ((bits) >> 1 & 1) << COUNT_BITS |                         \
	 (uint64_t) ((bits) >> 2 & 1) << 2 * COUNT_BITS |                                              \
	 (uint64_t) ((bits) >> 3 & 1) << 3 * COUNT_BITS |                                              \
	 (uint64_t) ((bits) >> 4 & 1) << 4 * COUNT_BITS)
#define APART4(bits)	APART(bits), APART((bits) + 1), APART((bits) + 2), APART((bits) + 3)
static const uint64_t apart[32] = {
	APART4(0), APART4(4), APART4(8), APART4(12), APART4(16), APART4(20), APART4(24), APART4(28)
};
_Static_assert(LANGUAGE_WORDS < 1 << COUNT_BITS, "a count does not reach the next");

/* What is counted and noted as the lines are cut. */
typedef struct Count
{
	uint32_t   *number;			/* where the next number is noted */
	Spot	   *spot;			/* and the next spot */
	uint64_t	spotted;
	uint32_t	words;			/* without numbers */
	uint32_t	upper;
	uint64_t	small[2];		/* small words of five languages each */
} Count;

/* Notes a spot where there is one: written each time, for a branch would often be guessed wrong. */
static inline Count
note_spot(Count count, uint32_t i, uint64_t what)
{
	count.spotted |= what;
	count.spot->at = i;
	count.spot->what = what;
	count.spot += what != 0;
	return count;
}

/* Counts a word of the text. */
static inline Count
count_word(Count count, uint32_t i, const Token *token)
{
	uint64_t	what = posting_word_sets[token->lists][0];

	count.upper += token->shape & SHAPE_FIRST_UPPER;
	if (count.words++ < LANGUAGE_WORDS)
	{
		count.small[0] += apart[what & 31];
		count.small[1] += apart[what >> 5 & 31];
	}
	return note_spot(count, i, what & LISTS_NOTED);
}

/* Notes what a number or a sign is. */
static inline Count
count_sign(Count count, const Doc *doc, uint32_t i, const Token *token)
{
	*count.number = i;
	count.number += token->kind == TOKEN_NUMBER;
	return note_spot(count, i, sign_spot(doc, token));
}

/* Takes over what was counted. */
static void
end_count(Doc *doc, Count count)
{
	doc->n_numbers = (uint32_t) (count.number - doc->numbers);
	doc->spots.count = (uint32_t) (count.spot - doc->spots.items);
	doc->spotted = count.spotted;
	doc->n_words = count.words < LANGUAGE_WORDS ? count.words : LANGUAGE_WORDS;
	doc->lower_case = count.words > 20 && count.upper * 100 < count.words;
	for (uint32_t l = 0; l < LANGUAGES; l++)
		doc->small_words[l] = count.small[l / 5] >> l % 5 * COUNT_BITS & ((1u << COUNT_BITS) - 1);
}

/*
 * Cuts the tokens into lines; a token's line becomes its number here.  Notes on
 * the way where the numbers and spots stand, and whether hardly a word begins
 * with a capital, so that case tells nothing.
 */
void
doc_lines(Doc *doc)
{
	Token	   *token = doc->tokens,
			   *end = token + doc->n_tokens;
	uint32_t	space = 0,
				emphasis = 0;
	Count		count = {0};

	count.number = doc->numbers = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	doc->spots.space = doc->n_tokens + 1;
	count.spot = doc->spots.items = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(Spot));
	while (token < end)
	{
		uint32_t	i = (uint32_t) (token - doc->tokens);
		uint32_t	number = doc->n_lines;
		uint32_t	words = count.words;
		uint32_t   *numbers = count.number;
		Line	   *line;

		if (number == space)
			doc->lines = posting_vec_grow(doc->arena, doc->lines, number, &space, sizeof(Line));
		line = &doc->lines[number];
		memset(line, 0, sizeof(*line));
		line->from = i;
		do
		{
			token->line = number;
			count = token->kind == TOKEN_WORD ? count_word(count, i, token)
											  : count_sign(count, doc, i, token);
			i++;
		} while (++token < end && token->gap < GAP_LINE);
		line->to = i;
		describe_line(doc, line, count.words - words + (uint32_t) (count.number - numbers),
					  &emphasis);
		doc->n_lines++;
	}
	end_count(doc, count);
}
