/*
 * split.c
 *		Several postings in one document.
 *
 * A posting may begin at any line that stands behind a body of running text.
 * What speaks for it, and against it, are clues: what parts the two lines, how
 * the text before closes, how the text behind opens, what is said a second time
 * and which words go on.  The clues are weighed and added up; of the lines
 * close together the best one is taken.
 *
 * Whoever joins postings parts them all alike: the lines that are parted like the
 * best ones need less evidence than others.
 */
#include <stdlib.h>

#include "split.h"

/* Clues at a line; the order of the weights. */
typedef enum Clue
{
	CLUE_RULE,					/* a row of dashes or stars before it */
	CLUE_APPLY,					/* "Apply now" or a board's tag alone on the line before */
	CLUE_BLANK,					/* one empty line before it */
	CLUE_BLANKS,				/* two and more */
	CLUE_RARE,					/* few lines are parted in this way */
	CLUE_TITLE,					/* it reads like a title */
	CLUE_TITLE_NEAR,			/* one of the two lines behind it does */
	CLUE_ROLE,					/* a role is named in the first words */
	CLUE_LABEL,					/* a label stands in the first lines */
	CLUE_LABEL_AGAIN,			/* one that was read before */
	CLUE_HEADING,				/* it is a heading inside a posting */
	CLUE_OPENING,				/* it is a heading that opens one */
	CLUE_SET_OFF,				/* it looks like a heading, and names no role */
	CLUE_BULLET,
	CLUE_LOWER,					/* it begins in lower case */
	CLUE_LONG,					/* it is running text */
	CLUE_PREV_STOP,				/* the line before ends a sentence */
	CLUE_PREV_BULLET,
	CLUE_PREV_HEADING,
	CLUE_HEADED,				/* it is what the line before heads */
	CLUE_PREV_SHORT,
	CLUE_AFTER_LEGAL,			/* the zone before it */
	CLUE_AFTER_PROCESS,
	CLUE_AFTER_BENEFITS,
	CLUE_AFTER_COMPANY,
	CLUE_AFTER_NOISE,
	CLUE_AFTER_WORK,
	CLUE_CLOSING,				/* words that close postings, right before */
	CLUE_STILL_CLOSING,			/* such words in the line itself */
	CLUE_NO_ROLE_BEFORE,		/* the posting before it names no role where it opens */
	CLUE_BODY_BEFORE,			/* running text before it */
	CLUE_WORK_BEFORE,			/* duties or requirements were opened */
	CLUE_COMPLETE,				/* nothing is missing from the posting before it */
	CLUE_BODY_BEHIND,
	CLUE_WORK_BEHIND,
	CLUE_WORK_AGAIN,			/* they are opened a second time */
	CLUE_LINE_AGAIN,			/* headings are said a second time */
	CLUE_PLACE,					/* a place in the first lines */
	CLUE_LEAD,					/* "is looking for", "we are hiring" */
	CLUE_SAME_OPENING,			/* begins with the word the posting before begins with */
	CLUE_TITLE_AGAIN,			/* its role was named before */
	CLUE_SHORT_LINES,			/* more short lines follow */
	CLUE_ROLE_GOES_ON,			/* its role is named again behind it */
	CLUE_LINK,					/* it holds an address of the web */
	CLUE_WHOLE,					/* a line as long as a posting */
	CLUE_PREV_WHOLE,			/* the line before is one */
	CLUE_LONG_GAP,				/* it stands behind a long posting */
	CLUE_REST,					/* how much text stands behind it in all */
	CLUE_COHESION,				/* words that go on */
	CLUE_NAME_COHESION,			/* names that go on */
	CLUE_BACK_COHESION,			/* words before it that go on */
	CLUE_NEW_NAMES,				/* names that are said here first, and again */
	CLUE_OLD_NAMES,				/* names that the posting before repeats, and that end here */
	CLUE_SAME_NAMES,			/* such that go on */
	CLUE_OTHER_LANGUAGE,		/* the text behind speaks another language */
	CLUE_OTHER_GAPS,			/* its lines are parted otherwise */
	CLUE_OTHER_BULLETS,			/* they have other bullets */
	CLUE_OTHER_MARKUP,			/* one side has headings or bold text by markup, one not */
	CLUE_OTHER_LENGTH,			/* they are longer or shorter */
	CLUE_COUNT
} Clue;

#include "split_weights.h"

/* Running text that a posting has at least, in bytes. */
#define MIN_BODY		150

/* How far the text behind a line is read. */
#define LINES_BEHIND	40
#define BYTES_BEHIND	2500
#define WORDS_BEHIND	90

/* What the clues that are dearest to read, from cohesion on, add to a score at most, but for rare lines. */
#define MOST_COHESION	600

/* What a line loses that names the role of the posting before it, of which nothing but the header was read. */
#define REPEATED_TITLE	150

/* Where a posting opens, in words. */
#define OPENING_WORDS	60

/* So many names that a posting repeats are followed. */
#define MOST_NAMES		16

/* The lines on each side whose look is compared. */
#define STYLE_LINES		12

/* The ways to part two lines, told apart: the line breaks, a rule, "Apply now". */
#define PARTINGS		24
#define RULE			6

/* What is known of the lines, made once. */
typedef struct Outline
{
	uint32_t   *body;			/* bytes of running text before each line */
	uint32_t   *same;			/* the line before that holds the same words, + 1 */
	uint32_t   *closing;		/* words that close postings before each token */
	uint32_t   *previous;		/* the token before that is the same word, + 1 */
	uint32_t   *next;			/* the token behind that is the same word, + 1 */
	uint8_t    *opens;			/* the zone that a line opens, + 1 */
	uint8_t    *label;			/* the label that a line holds, + 1 */
	uint32_t	partings[PARTINGS];	/* lines by what parts them */
} Outline;

/* A posting as far as it is read. */
typedef struct Segment
{
	uint32_t	line;			/* its first */
	uint32_t	zones;			/* that were opened, as bits */
	uint32_t	labels;			/* that were read, as bits */
	bool		role;			/* one is named where it opens */
	uint32_t	names[MOST_NAMES];	/* that it repeats: where each was said last */
	uint32_t	n_names;
} Segment;

static bool
has_words(const Line *line)
{
	return line->first < line->last && line->words > 0;
}

/* The bytes of running text in a line. */
static uint32_t
body_bytes(const Doc *doc, const Line *line)
{
	if (!has_words(line) || line->flags & LINE_NOISE || !(line->flags & LINE_TEXT || (line->flags & LINE_BULLET && line->words > 4)))
		return 0;
	return doc->tokens[line->last - 1].start - doc->tokens[line->first].start;
}

/* What stands between a line and the text before it. */
typedef struct Gap
{
	uint32_t	breaks;			/* line breaks */
	bool		rule;			/* a row of dashes, stars ... */
	bool		underline;		/* one that belongs to the line before, a heading */
} Gap;

static Gap
gap_before(const Doc *doc, uint32_t line, uint32_t prev)
{
	uint32_t	from = doc->tokens[doc->lines[prev].to - 1].start + doc->tokens[doc->lines[prev].to - 1].len;
	uint32_t	to = doc->tokens[doc->lines[line].first].start;
	uint32_t	signs = 0;
	uint32_t	before = 0;		/* signs before the last line break */
	uint32_t	above = 0;		/* line breaks before the first sign */
	Gap			gap = {0, false, false};

	for (uint32_t i = from; i < to; i++)
	{
		char		c = doc->source.text[i];

		if (c == '\n')
		{
			gap.breaks++;
			before = signs;
		}
		else if (c == '-' || c == '*' || c == '=' || c == '_' || c == '~')
		{
			if (signs++ == 0)
				above = gap.breaks;
		}
	}
	/* those of "=== Duties ===" are part of the line */
	if (gap.breaks > 0)
		signs = before;
	gap.rule = signs >= 3 && above != 1;
	gap.underline = signs >= 3 && above == 1;
	return gap;
}

/* Whether a line is one that boards put under a posting: "Apply now", "#LI-Remote". */
static bool
is_apply_line(const Doc *doc, const Line *line)
{
	if (line->words <= 3 && token_punct(doc, line->from, '#') && doc->tokens[line->from + 1].gap == GAP_NONE)
		return true;
	if (line->words <= 5)
		for (uint32_t i = line->first; i < line->last && i < line->first + 5; i++)
			if (token_is(doc, i, "apply") || token_is(doc, i, "bewerben") || token_is(doc, i, "postuler"))
				return true;
	return false;
}

/* How two lines are parted. */
static uint32_t
parting_of(const Doc *doc, uint32_t line, uint32_t prev)
{
	Gap			gap = gap_before(doc, line, prev);

	return (gap.breaks < 6 ? gap.breaks : 5) + (gap.rule ? RULE : 0) + (is_apply_line(doc, &doc->lines[prev]) ? 2 * RULE : 0);
}

/* The line with words before a line, or UINT32_MAX. */
static uint32_t
line_before(const Doc *doc, uint32_t line)
{
	while (line-- > 0)
		if (has_words(&doc->lines[line]))
			return line;
	return UINT32_MAX;
}

/* Whether a line reads like a title that stands alone. */
static bool
is_title_line(const Doc *doc, const Line *line)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	const Mark *heading;
	uint32_t	upper = 0,
				words = 0;

	if (!has_words(line) || line->words > 14 || line->flags & (LINE_NOISE | LINE_COLON | LINE_TEXT) ||
		(line->flags & LINE_BULLET && !(line->flags & (LINE_BOLD | LINE_MARKDOWN))))
		return false;
	if (token_punct(doc, line->last - 1, '.') || token_punct(doc, line->last - 1, ',') || token_punct(doc, line->last - 1, '?') || token_punct(doc, line->last - 1, ';'))
		return false;
	heading = mark_at(doc, KIND_HEADING, line->first);
	if (heading != NULL && !(heading->entry->value == HEADING_LABEL + LABEL_TITLE && token_punct(doc, heading->to, ':')))
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
	{
		if (doc->tokens[i].kind != TOKEN_WORD || doc->tokens[i].len < 4)
			continue;
		words++;
		upper += (doc->tokens[i].shape & SHAPE_FIRST_UPPER) != 0;
	}
	if (!doc->lower_case && upper * 3 < words * 2)
		return false;
	for (const Mark *mark = mark_from(doc, KIND_TITLE, line->first);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= line->last; mark++)
		if (!(mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK)))
			return true;
	return false;
}

/* Finds for each of n keys the one before that equals it. */
static uint32_t *
link_equal(Arena *arena, const uint32_t *keys, uint32_t n)
{
	uint32_t	size = 16;
	uint32_t   *table,
			   *previous = arena_zero(arena, (n + 1) * sizeof(uint32_t));

	while (size < n * 2)
		size *= 2;
	table = arena_zero(arena, size * sizeof(uint32_t));
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	slot = (keys[i] * 2654435761u) & (size - 1);

		if (keys[i] == 0)
			continue;
		while (table[slot] != 0 && keys[table[slot] - 1] != keys[i])
			slot = (slot + 1) & (size - 1);
		previous[i] = table[slot];
		table[slot] = i + 1;
	}
	return previous;
}

/* A word that carries meaning: long enough to be no particle. */
static bool
is_content(const Token *token)
{
	return token->kind == TOKEN_WORD && token->len >= 5;
}

/* Reads what the clues need of all lines. */
static Outline
make_outline(Doc *doc)
{
	Outline		outline = {0};
	uint32_t   *keys = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	uint32_t	prev = UINT32_MAX;

	outline.body = arena_zero(doc->arena, (doc->n_lines + 1) * sizeof(uint32_t));
	outline.opens = arena_zero(doc->arena, doc->n_lines + 1);
	outline.label = arena_zero(doc->arena, doc->n_lines + 1);
	outline.closing = arena_zero(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		keys[i] = is_content(&doc->tokens[i]) ? doc->tokens[i].hash : 0;
		outline.closing[i + 1] = outline.closing[i] + (doc->tokens[i].kind == TOKEN_WORD && token_in(doc, i, WORDS_SPLIT_CLOSING));
	}
	outline.previous = link_equal(doc->arena, keys, doc->n_tokens);
	outline.next = arena_zero(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < doc->n_tokens; i++)
		if (outline.previous[i] > 0)
			outline.next[outline.previous[i] - 1] = i + 1;
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		const Line *line = &doc->lines[i];

		outline.body[i + 1] = outline.body[i] + body_bytes(doc, line);
		keys[i] = 0;
		if (!has_words(line))
			continue;
		if (line->words <= 6)
			for (uint32_t k = line->first; k < line->last; k++)
				keys[i] = keys[i] * 31 + doc->tokens[k].hash;
		if (prev != UINT32_MAX)
			outline.partings[parting_of(doc, i, prev)]++;
		prev = i;
	}
	outline.same = link_equal(doc->arena, keys, doc->n_lines);
	for (uint32_t z = 0; z < doc->zones.count; z++)
		if (doc->zones.items[z].heading < doc->n_tokens && doc->zones.items[z].heading < doc->zones.items[z].body)
			outline.opens[doc->tokens[doc->zones.items[z].heading].line] = doc->zones.items[z].zone + 1;
	for (uint32_t l = 0; l < doc->labels.count; l++)
		outline.label[doc->tokens[doc->labels.items[l].name.from].line] = doc->labels.items[l].label + 1;
	return outline;
}

/* How many closing words stand in a range; more than a few tell no more. */
static int32_t
count_closing(const Outline *outline, uint32_t from, uint32_t to)
{
	uint32_t	n = outline->closing[to] - outline->closing[from];

	return n > 4 ? 4 : (int32_t) n;
}

/* Whether a heading stands right before a line: then the line is what it heads. */
static bool
is_headed(const Doc *doc, const Outline *outline, uint32_t prev)
{
	const Line *line = &doc->lines[prev];

	return line->words <= 8 && !is_apply_line(doc, line) &&
		(outline->opens[prev] > 0 || line->flags & (LINE_HEADING | LINE_COLON));
}

/* The clues of what parts a line from the text before it, and of how that closes. */
static void
read_gap(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t line, uint32_t prev, int32_t *clues)
{
	const Line *before = &doc->lines[prev];
	Gap			gap = gap_before(doc, line, prev);
	uint8_t		zone = doc->tokens[before->last - 1].zone;

	clues[CLUE_RULE] = gap.rule;
	clues[CLUE_APPLY] = is_apply_line(doc, before);
	clues[CLUE_BLANK] = gap.breaks == 2;
	clues[CLUE_BLANKS] = gap.breaks > 2;
	clues[CLUE_RARE] = 5;
	for (uint32_t n = outline->partings[parting_of(doc, line, prev)]; n > 1 && clues[CLUE_RARE] > 0; n /= 2)
		clues[CLUE_RARE]--;
	clues[CLUE_PREV_STOP] = token_punct(doc, before->last - 1, '.') || token_punct(doc, before->last - 1, '!');
	clues[CLUE_PREV_BULLET] = (before->flags & LINE_BULLET) != 0;
	clues[CLUE_PREV_HEADING] = before->flags & LINE_COLON || mark_at(doc, KIND_HEADING, before->first) != NULL;
	clues[CLUE_HEADED] = is_headed(doc, outline, prev) || gap.underline;
	clues[CLUE_PREV_SHORT] = before->words <= 5;
	clues[CLUE_AFTER_LEGAL] = zone == ZONE_LEGAL;
	clues[CLUE_AFTER_PROCESS] = zone == ZONE_PROCESS;
	clues[CLUE_AFTER_BENEFITS] = zone == ZONE_BENEFITS;
	clues[CLUE_AFTER_COMPANY] = zone == ZONE_COMPANY;
	clues[CLUE_AFTER_NOISE] = zone == ZONE_NOISE;
	clues[CLUE_AFTER_WORK] = zone == ZONE_DUTIES || zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED;
	clues[CLUE_PREV_WHOLE] = outline->body[prev + 1] - outline->body[prev] > 600;
	clues[CLUE_CLOSING] = count_closing(outline, before->last > 60 ? before->last - 60 : 0, before->last);
	clues[CLUE_NO_ROLE_BEFORE] = !segment->role;
}

/* The clues of the line itself. */
static void
read_line(const Doc *doc, const Outline *outline, uint32_t number, int32_t *clues)
{
	const Line *line = &doc->lines[number];
	const Mark *heading = mark_at(doc, KIND_HEADING, line->first);
	uint8_t		opens = outline->opens[number];

	clues[CLUE_TITLE] = is_title_line(doc, line);
	if (opens > 0 || (heading != NULL && heading->entry->value < HEADING_LABEL))
	{
		uint8_t		zone = opens > 0 ? opens - 1 : (uint8_t) heading->entry->value;

		clues[zone == ZONE_SUMMARY || zone == ZONE_COMPANY ? CLUE_OPENING : CLUE_HEADING] = 1;
	}
	clues[CLUE_BULLET] = (line->flags & LINE_BULLET) != 0;
	clues[CLUE_STILL_CLOSING] = count_closing(outline, line->first, line->last < line->first + 30 ? line->last : line->first + 30);
	clues[CLUE_LOWER] = !doc->lower_case && doc->tokens[line->first].kind == TOKEN_WORD && !(doc->tokens[line->first].shape & SHAPE_FIRST_UPPER);
	clues[CLUE_LONG] = (line->flags & LINE_TEXT) != 0;
	clues[CLUE_SET_OFF] = !clues[CLUE_TITLE] && (line->flags & (LINE_HEADING | LINE_COLON | LINE_MARKDOWN) || (line->flags & LINE_BOLD && line->words <= 6));
	clues[CLUE_WHOLE] = outline->body[number + 1] - outline->body[number] > 600;
	for (uint32_t i = line->first; i + 2 < line->last && i < line->first + 6; i++)
		clues[CLUE_LINK] |= token_punct(doc, i, ':') && token_punct(doc, i + 1, '/');
}

/* The clues of the first lines of what begins at a line. */
static void
read_opening(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t number, int32_t *clues)
{
	uint32_t	seen = 0,
				last = number;
	uint32_t	from = doc->lines[number].first;
	uint32_t	to;

	for (uint32_t i = number; i < doc->n_lines && seen < 7; i++)
	{
		const Line *line = &doc->lines[i];

		if (!has_words(line))
			continue;
		if (seen > 0 && seen < 3)
			clues[CLUE_TITLE_NEAR] |= is_title_line(doc, line);
		if (seen > 0 && seen < 5)
			clues[CLUE_SHORT_LINES] += line->words <= 8 && !(line->flags & LINE_BULLET);
		if (outline->label[i] > 0)
		{
			clues[CLUE_LABEL] |= seen < 4;
			clues[CLUE_LABEL_AGAIN] |= (segment->labels >> (outline->label[i] - 1) & 1);
		}
		if (seen < 4 && line->words <= 12)
		{
			const Mark *place = mark_from(doc, KIND_PLACE, line->first);

			clues[CLUE_PLACE] |= place != NULL && place->to <= line->last && !(place->entry->flags & ENTRY_WEAK);
		}
		last = i;
		seen++;
	}
	to = doc->lines[last].last;
	if (to > from + OPENING_WORDS)
		to = from + OPENING_WORDS;
	for (int kind = 0; kind < 3; kind++)
	{
		static const EntryKind kinds[] = {KIND_TITLE, KIND_TITLE_LEAD, KIND_COMPANY_TAIL};
		const Marks *marks = &doc->marks[kinds[kind]];

		for (const Mark *mark = mark_from(doc, kinds[kind], from); mark != NULL && mark < marks->items + marks->count && mark->to <= to; mark++)
		{
			if (mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK))
				continue;
			if (kind > 0)
				clues[CLUE_LEAD] = 1;
			else if (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER || doc->lower_case)
			{
				if (!clues[CLUE_ROLE])
				{
					uint32_t	next = outline->next[mark->to - 1];

					clues[CLUE_TITLE_AGAIN] = outline->previous[mark->to - 1] > doc->lines[segment->line].from;
					clues[CLUE_ROLE_GOES_ON] = next > 0 && next < mark->to + 4 * WORDS_BEHIND;
				}
				clues[CLUE_ROLE] = 1;
			}
		}
	}
	clues[CLUE_SAME_OPENING] = doc->tokens[from].kind == TOKEN_WORD && doc->tokens[from].hash == doc->tokens[doc->lines[segment->line].first].hash;
}

/* The clues of the bodies on both sides. */
static void
read_bodies(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t number, int32_t *clues)
{
	uint32_t	before = outline->body[number] - outline->body[segment->line];
	uint32_t	behind = 0;
	uint32_t	end = doc->tokens[doc->lines[number].from].start + BYTES_BEHIND;
	const uint32_t work = 1u << ZONE_DUTIES | 1u << ZONE_REQUIREMENTS;

	for (uint32_t i = number; i < doc->n_lines && i < number + LINES_BEHIND && doc->tokens[doc->lines[i].from].start < end; i++)
	{
		behind = outline->body[i + 1] - outline->body[number];
		if (outline->opens[i] > 0)
		{
			uint32_t	zone = 1u << (outline->opens[i] - 1);

			clues[CLUE_WORK_BEHIND] |= (zone & work) != 0;
			clues[CLUE_WORK_AGAIN] |= (zone & work & segment->zones) != 0;
		}
		clues[CLUE_LINE_AGAIN] += outline->same[i] > segment->line && outline->same[i] <= number;
	}
	if (clues[CLUE_LINE_AGAIN] > 3)
		clues[CLUE_LINE_AGAIN] = 3;
	for (uint32_t size = MIN_BODY * 2; size <= before && clues[CLUE_BODY_BEFORE] < 5; size *= 2)
		clues[CLUE_BODY_BEFORE]++;
	if (before > 0 && behind == 0)
		behind = outline->body[number + 1] - outline->body[number];
	for (uint32_t size = MIN_BODY * 2; size <= behind && clues[CLUE_BODY_BEHIND] < 4; size *= 2)
		clues[CLUE_BODY_BEHIND]++;
	clues[CLUE_WORK_BEFORE] = (segment->zones & work) != 0;
	clues[CLUE_COMPLETE] = clues[CLUE_WORK_BEFORE] || clues[CLUE_CLOSING] > 0 || clues[CLUE_PREV_WHOLE] || before > 2000;
	clues[CLUE_LONG_GAP] = before > 6000;
	for (uint32_t size = MIN_BODY * 2; size <= outline->body[doc->n_lines] - outline->body[number] && clues[CLUE_REST] < 7; size *= 2)
		clues[CLUE_REST]++;
}

/* A name inside a line: its capital tells. */
static bool
is_name(const Doc *doc, uint32_t i)
{
	return is_content(&doc->tokens[i]) && doc->tokens[i].shape & SHAPE_FIRST_UPPER && i > 0 && doc->tokens[i].gap <= GAP_SPACE;
}

/* The clues of the names that begin, end and go on. */
static void
read_names(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t number, int32_t *clues)
{
	uint32_t	first = doc->lines[segment->line].from;
	uint32_t	from = doc->lines[number].from;

	for (uint32_t i = from; i < doc->n_tokens && i < from + OPENING_WORDS; i++)
	{
		uint32_t	next = outline->next[i];

		if (is_name(doc, i) && outline->previous[i] <= first && next > 0 && next < from + 6 * WORDS_BEHIND && clues[CLUE_NEW_NAMES] < 5)
			clues[CLUE_NEW_NAMES]++;
	}
	for (uint32_t k = 0; k < segment->n_names; k++)
	{
		uint32_t	next = outline->next[segment->names[k]];

		if (next > 0 && next < from + 6 * WORDS_BEHIND)
			clues[CLUE_SAME_NAMES]++;
		else
			clues[CLUE_OLD_NAMES]++;
	}
}

/* How a stretch of lines looks. */
typedef struct Style
{
	uint32_t	lines;
	uint32_t	apart;			/* an empty line stands before them */
	uint32_t	words;
	uint32_t	marked;			/* by signs of markup */
	uint64_t	bullets;		/* their signs, as bits */
	uint32_t	languages[10];
} Style;

/* Adds a line to a style. */
static void
add_style(const Doc *doc, uint32_t number, Style *style)
{
	const Line *line = &doc->lines[number];

	if (!has_words(line))
		return;
	style->lines++;
	style->apart += (line->flags & LINE_BLANK) != 0;
	style->words += line->words;
	style->marked += (line->flags & (LINE_MARKDOWN | LINE_BOLD)) != 0;
	if (line->flags & LINE_BULLET && line->from < line->first)
		style->bullets |= 1ull << (doc->tokens[line->from].hash & 63);
}

/* The language of a range of words, + 1; 0 where it is not plain. */
static uint32_t
language_of(const Doc *doc, uint32_t from, uint32_t to)
{
	uint32_t	counts[10] = {0};
	uint32_t	best = 0;

	for (uint32_t i = from; i < to; i++)
	{
		uint64_t	lists = doc->tokens[i].kind == TOKEN_WORD ? token_lists(doc, i, 0) >> WORDS_SMALL_EN & 1023 : 0;

		for (uint32_t l = 0; lists != 0; l++, lists >>= 1)
			counts[l] += lists & 1;
	}
	for (uint32_t l = 1; l < 10; l++)
		if (counts[l] > counts[best])
			best = l;
	return counts[best] >= 6 ? best + 1 : 0;
}

/* The clues of the look of the lines on both sides. */
static void
read_style(const Doc *doc, const Segment *segment, uint32_t number, int32_t *clues)
{
	Style		before = {0},
				behind = {0};
	uint32_t	from = doc->lines[number].from;
	uint32_t	first = doc->lines[segment->line].from;
	uint32_t	left,
				right;

	for (uint32_t i = number; i > segment->line && before.lines < STYLE_LINES; i--)
		add_style(doc, i - 1, &before);
	for (uint32_t i = number + 1; i < doc->n_lines && behind.lines < STYLE_LINES; i++)
		add_style(doc, i, &behind);
	left = language_of(doc, from > first + 90 ? from - 90 : first, from);
	right = language_of(doc, from, from + 90 < doc->n_tokens ? from + 90 : doc->n_tokens);
	clues[CLUE_OTHER_LANGUAGE] = left > 0 && right > 0 && left != right;
	if (before.lines == 0 || behind.lines == 0)
		return;
	clues[CLUE_OTHER_GAPS] = abs((int) (before.apart * 4 / before.lines) - (int) (behind.apart * 4 / behind.lines));
	clues[CLUE_OTHER_BULLETS] = before.bullets != 0 && behind.bullets != 0 && (before.bullets & behind.bullets) == 0;
	clues[CLUE_OTHER_MARKUP] = (before.marked > 0) != (behind.marked > 0);
	for (left = before.words / before.lines, right = behind.words / behind.lines; left > right * 2 || right > left * 2;)
	{
		clues[CLUE_OTHER_LENGTH]++;
		if (left > right)
			left /= 2;
		else
			right /= 2;
		if (left == 0 || right == 0)
			break;
	}
}

/* The clues of the words that go on: what share of the words behind a line was said before it. */
static void
read_cohesion(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t number, int32_t *clues)
{
	uint32_t	first = doc->lines[segment->line].from;
	uint32_t	from = doc->lines[number].from;
	uint32_t	all = 0,
				known = 0,
				names = 0,
				known_names = 0;

	for (uint32_t i = from; i < doc->n_tokens && all < WORDS_BEHIND; i++)
	{
		const Token *token = &doc->tokens[i];
		uint32_t	before = outline->previous[i];
		bool		name;

		if (!is_content(token) || before > from)
			continue;
		name = token->shape & SHAPE_FIRST_UPPER && token->gap <= GAP_SPACE && i > 0 && doc->tokens[i - 1].kind == TOKEN_WORD;
		all++;
		known += before > first;
		names += name;
		known_names += name && before > first;
	}
	clues[CLUE_COHESION] = all > 0 ? (int32_t) (known * 20 / all) : 0;
	clues[CLUE_NAME_COHESION] = names > 0 ? (int32_t) (known_names * 20 / names) : 5;
	all = known = 0;
	for (uint32_t i = from; i > first && all < WORDS_BEHIND; i--)
	{
		const Token *token = &doc->tokens[i - 1];
		uint32_t	behind = outline->next[i - 1];

		if (!is_content(token) || (behind > 0 && behind <= from))
			continue;
		all++;
		known += behind > 0 && behind < from + 4 * WORDS_BEHIND;
	}
	clues[CLUE_BACK_COHESION] = all > 0 ? (int32_t) (known * 20 / all) : 0;
}

/* What the clues from one to another weigh. */
static int32_t
sum_clues(const int32_t *clues, int from, int to, int column)
{
	int32_t		sum = 0;

	for (int i = from; i < to; i++)
		sum += weights[i][column] * clues[i];
	return sum;
}

/*
 * Weighs all clues of a line.  Those dearest to read are left out where the line
 * cannot reach the least that matters.
 */
static int32_t
weigh(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t line, uint32_t prev, int32_t least, int32_t *clues)
{
	int32_t		score;
	int			column;

	memset(clues, 0, CLUE_COUNT * sizeof(int32_t));
	read_gap(doc, outline, segment, line, prev, clues);
	read_line(doc, outline, line, clues);
	read_bodies(doc, outline, segment, line, clues);
	read_opening(doc, outline, segment, line, clues);
	column = clues[CLUE_RULE] || clues[CLUE_APPLY] ? 6 : clues[CLUE_BLANKS] ? 3 : 0;
	column += clues[CLUE_TITLE] ? 2 : clues[CLUE_LONG] ? 1 : 0;
	score = weights[CLUE_COUNT][column] + sum_clues(clues, 0, CLUE_COHESION, column);
	/* a page's heading behind its header */
	if (clues[CLUE_TITLE_AGAIN] && !clues[CLUE_WORK_BEFORE])
		score -= REPEATED_TITLE;
	if (score + MOST_COHESION < least)
		return score;
	read_cohesion(doc, outline, segment, line, clues);
	read_names(doc, outline, segment, line, clues);
	read_style(doc, segment, line, clues);
	return score + sum_clues(clues, CLUE_COHESION, CLUE_COUNT, column);
}

/* Adds a line to what is known of the posting. */
static void
read_on(const Doc *doc, const Outline *outline, Segment *segment, uint32_t line)
{
	const Mark *role;

	if (outline->opens[line] > 0)
		segment->zones |= 1u << (outline->opens[line] - 1);
	if (outline->label[line] > 0)
		segment->labels |= 1u << (outline->label[line] - 1);
	for (uint32_t i = doc->lines[line].first; i < doc->lines[line].last; i++)
	{
		uint32_t	k = 0;

		if (outline->previous[i] <= doc->lines[segment->line].from || !is_name(doc, i))
			continue;
		while (k < segment->n_names && doc->tokens[segment->names[k]].hash != doc->tokens[i].hash)
			k++;
		if (k == MOST_NAMES)
			continue;
		segment->names[k] = i;
		segment->n_names += k == segment->n_names;
	}
	if (segment->role || doc->lines[line].from > doc->lines[segment->line].from + OPENING_WORDS)
		return;
	role = mark_from(doc, KIND_TITLE, doc->lines[line].from);
	while (role != NULL && role->from < doc->lines[line].to && role->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK))
		role = role + 1 < doc->marks[KIND_TITLE].items + doc->marks[KIND_TITLE].count ? role + 1 : NULL;
	segment->role = role != NULL && role->from < doc->lines[line].to;
}

/* Whether a posting could begin at a line: text on both sides. */
static bool
is_candidate(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t line)
{
	return has_words(&doc->lines[line]) && !(doc->lines[line].flags & LINE_NOISE) &&
		outline->body[line] - outline->body[segment->line] >= MIN_BODY &&
		outline->body[doc->n_lines] - outline->body[line] >= MIN_BODY;
}

/* What a line parted in the usual way needs less, what another one needs more. */
#define USUAL_PARTING	250
#define OTHER_PARTING	250

/*
 * A rule, or "Apply now", parts postings only where it mostly does: a line behind
 * one that opens no posting counts against all of them.
 */
#define WORST_SEAM		100

/* By how much a line must beat one shortly before it. */
#define BETTER_SEAM	200

/* What the best seam of a document must reach for any to count. */
#define SURE_SEAM	60

/* The same where only one seam was found: most documents hold one posting. */
#define SURE_LONE_SEAM	200

/*
 * Finds the lines where postings begin; usual is the way they are parted in, or
 * PARTINGS where that is not known yet.  Adds to totals what each way scores.
 */
static uint32_t
find_seams(const Doc *doc, const Outline *outline, uint32_t usual, uint32_t *starts, int32_t *totals)
{
	Segment		segment = {0};
	int32_t		clues[CLUE_COUNT];
	int32_t		best = 0;
	uint32_t	best_line = 0;
	bool		best_is_title = false;
	uint32_t	n = 0;

	for (uint32_t i = 0; i <= doc->n_lines; i++)
	{
		if (best > 0 && (i == doc->n_lines || outline->body[i] - outline->body[best_line] >= MIN_BODY))
		{
			starts[n++] = best_line;
			totals[parting_of(doc, best_line, line_before(doc, best_line))] += best;
			segment = (Segment) {.line = best_line};
			for (uint32_t k = best_line; k < i; k++)
				read_on(doc, outline, &segment, k);
			best = 0;
		}
		if (i == doc->n_lines)
			break;
		if (i > 0 && is_candidate(doc, outline, &segment, i))
		{
			uint32_t	prev = line_before(doc, i);
			uint32_t	parting = parting_of(doc, i, prev);
			int32_t		bonus = usual == PARTINGS ? 0 : parting == usual ? USUAL_PARTING : parting < RULE ? -OTHER_PARTING : 0;
			int32_t		score = bonus + weigh(doc, outline, &segment, i, prev, parting < RULE ? -bonus : INT32_MIN, clues);

			if (usual == PARTINGS && score < 0 && parting >= RULE)
				totals[parting] -= score < -WORST_SEAM ? WORST_SEAM : -score;
			/* the text under a board's header does not begin where its "Apply now" ends */
			if (score > best + (best > 0 ? BETTER_SEAM : 0) && !(best > 0 && best_is_title && !clues[CLUE_TITLE]))
			{
				best = score;
				best_line = i;
				best_is_title = clues[CLUE_TITLE];
			}
		}
		if (best == 0)
			read_on(doc, outline, &segment, i);
	}
	return n;
}

/* Whether a stretch names no role and tells of no work: an employer's words about itself. */
static bool
is_no_posting(const Doc *doc, uint32_t from, uint32_t to)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (uint32_t i = from; i < to; i++)
		if (doc->tokens[i].zone == ZONE_DUTIES || doc->tokens[i].zone == ZONE_REQUIREMENTS || doc->tokens[i].zone == ZONE_PREFERRED)
			return false;
	for (const Mark *mark = mark_from(doc, KIND_TITLE, from); mark != NULL && mark < marks->items + marks->count && mark->from < to; mark++)
		if (!(mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK)) && doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER)
			return false;
	return true;
}

/* Finds the first token of each posting. */
uint32_t
split_document(Doc *doc, uint32_t **starts)
{
	Outline		outline;
	int32_t		totals[PARTINGS] = {0};
	uint32_t	usual = 0;
	uint32_t	skip = 0;
	uint32_t	n;

	if (is_teaser_page(doc))
		return 0;
	CHECK_INTERRUPTS(doc);
	*starts = arena_zero(doc->arena, (doc->n_lines + 2) * sizeof(uint32_t));
	outline = make_outline(doc);
	CHECK_INTERRUPTS(doc);
	n = find_seams(doc, &outline, PARTINGS, *starts + 1, totals);
	for (uint32_t i = 1; i < PARTINGS; i++)
		if (totals[i] > totals[usual])
			usual = i;
	if (n == 0 || totals[usual] <= (n == 1 ? SURE_LONE_SEAM : SURE_SEAM))
		return 1;
	CHECK_INTERRUPTS(doc);
	n = find_seams(doc, &outline, usual, *starts + 1, totals);
	for (uint32_t i = 1; i <= n; i++)
		(*starts)[i] = doc->lines[(*starts)[i]].from;
	/* what opens the page without a job belongs to the first that comes */
	for (uint32_t k = 0; k < n && is_no_posting(doc, (*starts)[k], (*starts)[k + 1]); k++)
		skip = k + 1;
	memmove(*starts + 1, *starts + 1 + skip, (n - skip) * sizeof(uint32_t));
	return n - skip + 1;
}
