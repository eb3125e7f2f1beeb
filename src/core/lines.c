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
		default:
			return 0;
	}
}

/* Notes a token where some reader looks for such ones all over the text. */
static inline void
note_spot(Doc *doc, uint32_t i, uint64_t what)
{
	if (what == 0)
		return;
	doc->spotted |= what;
	doc->spots.items[doc->spots.count++] = (Spot) {i, what};
}

/* What is counted as the tokens that are no plain words are looked at. */
typedef struct Count
{
	const uint32_t *note;		/* the next of these tokens */
	const uint32_t *end;
	uint32_t	others;			/* so many were no words */
} Count;

/* Looks at those before token to; returns how many of them are neither words nor numbers. */
static inline uint32_t
count_signs(Doc *doc, Count *count, uint32_t to)
{
	uint32_t	signs = 0;

	for (; count->note < count->end && *count->note < to; count->note++)
	{
		uint32_t	i = *count->note;
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_WORD)
		{
			note_spot(doc, i, posting_word_sets[token->lists][0] & LISTS_NOTED);
			continue;
		}
		count->others++;
		if (token->kind == TOKEN_NUMBER)
			doc->numbers[doc->n_numbers++] = i;
		else
			signs++;
		note_spot(doc, i, sign_spot(doc, token));
	}
	return signs;
}

_Static_assert(LANGUAGES <= 16 && WORDS_SMALL_EN == 0,
			   "a row of posting_small_words tells small words of the first lists");

/* Takes over what the text's words tell of its language. */
static void
count_words(Doc *doc, const Tokens *tokens, uint32_t words)
{
	doc->n_words = words;
	doc->lower_case = words > 20 && tokens->upper * 100 < words;
	for (uint32_t row = 1; row < SMALL_ROWS && posting_small_words[row] != 0; row++)
		for (uint32_t l = 0; l < LANGUAGES && tokens->small[row] != 0; l++)
			if (posting_small_words[row] >> l & 1)
				doc->small_words[l] += tokens->small[row];
}

/*
 * Tells what the lines of the tokens are like.  Notes on the way where the numbers and
 * spots stand, and whether hardly a word begins with a capital, so that case tells nothing.
 */
void
doc_lines(Doc *doc, const Tokens *tokens)
{
	Count		count = {doc->notes, doc->notes + doc->n_notes, 0};
	uint32_t	emphasis = 0;

	doc->numbers = arena_alloc(doc->arena, (doc->n_notes + 1) * sizeof(uint32_t));
	doc->spots.space = doc->n_notes + 1;
	doc->spots.items = arena_alloc(doc->arena, doc->spots.space * sizeof(Spot));
	doc->n_lines = tokens->n_lines;
	doc->lines = arena_zero(doc->arena, (doc->n_lines + 1) * sizeof(Line));
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		Line	   *line = &doc->lines[i];

		line->from = tokens->lines[i];
		line->to = i + 1 < doc->n_lines ? tokens->lines[i + 1] : doc->n_tokens;
		describe_line(doc, line, line->to - line->from - count_signs(doc, &count, line->to),
					  &emphasis);
	}
	count_words(doc, tokens, doc->n_tokens - count.others);
}
