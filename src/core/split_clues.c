/*
 * split_clues.c
 *		What speaks for and against a posting that begins at a line.
 *
 * What parts the line from the text before, how that closes, how the text behind
 * opens, what is said a second time, which words and names go on, whether the
 * look of the lines changes.
 */
#include <stdlib.h>

#include "split_clues.h"

/* How far the text behind a line is read. */
#define LINES_BEHIND	40
#define BYTES_BEHIND	2500
#define WORDS_BEHIND	90

/* Where a posting opens, in words. */
#define OPENING_WORDS	60

/* The same in lines. */
#define OPENING_LINES	7

/* The lines on each side whose look is compared. */
#define STYLE_LINES		12

/* The sections that every posting has once. */
#define WORK_ZONES		(1u << ZONE_DUTIES | 1u << ZONE_REQUIREMENTS)

/* Words so far apart still belong together; the text beside a line that its chains are held against. */
#define CHAIN_WORDS		200
#define CHAIN_BESIDE	90

/* Whether a line holds words. */
static bool
has_words(const Line *line)
{
	return line->first < line->last && line->words > 0;
}

/* The bytes of text in a line; short lines count less than running text. */
static uint32_t
body_bytes(const Doc *doc, const Line *line)
{
	uint32_t	bytes;

	if (!has_words(line) || line->flags & LINE_NOISE)
		return 0;
	bytes = doc->tokens[line->last - 1].start - doc->tokens[line->first].start;
	return line->flags & LINE_TEXT || (line->flags & LINE_BULLET && line->words > 4) ? bytes : bytes / 3;
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

/* Whether a heading is all of its line, or all before a colon. */
static bool
is_whole_heading(const Doc *doc, const Line *line, const Mark *heading)
{
	return heading != NULL && (heading->to >= line->last || token_punct(doc, heading->to, ':'));
}

/* Whether a line reads like a title that stands alone. */
static bool
reads_like_title(const Doc *doc, const Line *line)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	const Mark *heading;
	uint32_t	upper = 0,
				words = 0;

	if (!has_words(line) || line->words > 14 || line->flags & (LINE_NOISE | LINE_COLON) ||
		(line->flags & LINE_BULLET && !(line->flags & (LINE_BOLD | LINE_MARKDOWN))))
		return false;
	if (token_punct(doc, line->last - 1, '.') || token_punct(doc, line->last - 1, ',') || token_punct(doc, line->last - 1, '?') || token_punct(doc, line->last - 1, ';'))
		return false;
	heading = mark_at(doc, KIND_HEADING, line->first);
	/* "Data" alone heads a section, "Data Engineer" is a role */
	if (is_whole_heading(doc, line, heading) &&
		!(heading->entry->value == HEADING_LABEL + LABEL_TITLE && token_punct(doc, heading->to, ':')))
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
	{
		if (doc->tokens[i].kind != TOKEN_WORD || doc->tokens[i].len < 4)
			continue;
		words++;
		upper += (doc->tokens[i].shape & SHAPE_FIRST_UPPER) != 0;
	}
	if (!doc->lower_case && (line->flags & LINE_TEXT ? upper * 6 < words * 5 : upper * 3 < words * 2))
		return false;
	for (const Mark *mark = mark_from(doc, KIND_TITLE, line->first);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= line->last; mark++)
		if (!(mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK)))
			return true;
	return false;
}

/* Whether a line reads like a title that stands alone. */
bool
split_is_title(const Doc *doc, Outline *outline, uint32_t line)
{
	LineFacts  *facts = &outline->lines[line];

	if (facts->title == 0)
		facts->title = reads_like_title(doc, &doc->lines[line]) ? 2 : 1;
	return facts->title == 2;
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

/* A name inside a line: its capital tells. */
static bool
is_name(const Doc *doc, uint32_t i)
{
	return is_content(&doc->tokens[i]) && doc->tokens[i].shape & SHAPE_FIRST_UPPER && i > 0 && doc->tokens[i].gap <= GAP_SPACE;
}

/* A stretch of line breaks, blanks and rules. */
typedef struct Stretch
{
	uint32_t	key;
	uint32_t	breaks;
	uint32_t	signs;			/* of rules */
	uint32_t	above;			/* line breaks before the first of them */
} Stretch;

/* Takes a stretch over where none before it counts more: one with a rule does, then one with more line breaks. */
static void
end_stretch(Stretch *best, const Stretch *own, uint32_t *last)
{
	if (own->breaks > 0)
		*last = own->key;
	if (own->breaks + (own->signs >= 3 ? 100 : 0) >= best->breaks + (best->signs >= 3 ? 100 : 0))
		*best = *own;
}

/*
 * Reads what stands between a line and the text before it; returns a key of it.
 * Pictures and bullets that stand alone, and a second rule, are left over from
 * the text on either side: they cut it.  The stretch that counts most is taken;
 * the key of the last is given, too, where it is another.
 */
static uint32_t
read_parting(const Doc *doc, uint32_t line, uint32_t prev, LineFacts *facts, uint32_t *last)
{
	const Stretch none = {2166136261u, 0, 0, 0};
	uint32_t	from = doc->tokens[doc->lines[prev].to - 1].start + doc->tokens[doc->lines[prev].to - 1].len;
	uint32_t	to = doc->tokens[doc->lines[line].from].start;
	Stretch		best = none,
				own = none,
				tail = none;	/* since the last sign */

	for (uint32_t i = from; i < to; i++)
	{
		char		c = doc->source.text[i];

		if (c == '-' || c == '*' || c == '=' || c == '_' || c == '~')
		{
			if (own.signs >= 3 && tail.breaks > 0)
			{
				end_stretch(&best, &own, last);
				own = tail;
			}
			if (own.signs++ == 0)
				own.above = own.breaks;
			own.key = (own.key ^ (uint8_t) c) * 16777619u;
			tail = none;
		}
		else if (c == '\n' || c == ' ' || c == '\t' || c == '\r')
		{
			own.breaks += c == '\n';
			tail.breaks += c == '\n';
			own.key = (own.key ^ (uint8_t) c) * 16777619u;
			tail.key = (tail.key ^ (uint8_t) c) * 16777619u;
		}
		else
		{
			end_stretch(&best, &own, last);
			own = tail = none;
		}
	}
	end_stretch(&best, &own, last);
	facts->breaks = best.breaks < 255 ? best.breaks : 255;
	facts->underline = best.signs >= 3 && best.above == 1 && doc->lines[prev].words <= 8 && !(doc->lines[prev].flags & LINE_TEXT);
	facts->rule = best.signs >= 3 && !facts->underline;
	*last = *last == best.key ? 0 : *last;
	return best.key != 0 ? best.key : 1;
}

/* The kind of what stands between a line and the one before. */
static Manner
manner_of(const LineFacts *facts)
{
	return facts->rule ? PARTED_RULE : facts->breaks > 2 ? PARTED_BLANKS : facts->breaks == 2 ? PARTED_BLANK : PARTED_BREAK;
}

/* The kind of way in which a line is parted from the text before it. */
Manner
split_manner(const Outline *outline, uint32_t line)
{
	uint32_t	prev = outline->lines[line].prev;

	return prev != NO_LINE && outline->lines[prev].apply ? PARTED_RULE : manner_of(&outline->lines[line]);
}

/* Notes how the lines are parted, and numbers the ways: up to two of each line. */
static void
read_partings(Doc *doc, Outline *outline)
{
	uint32_t   *keys = arena_zero(doc->arena, 2 * (doc->n_lines + 1) * sizeof(uint32_t));
	uint32_t   *numbers = arena_alloc(doc->arena, 2 * (doc->n_lines + 1) * sizeof(uint32_t));
	uint32_t	prev = NO_LINE;
	uint32_t   *same;

	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		LineFacts  *facts = &outline->lines[i];

		facts->prev = prev;
		if (!has_words(&doc->lines[i]))
			continue;
		facts->apply = is_apply_line(doc, &doc->lines[i]);
		if (prev != NO_LINE)
		{
			keys[2 * i] = read_parting(doc, i, prev, facts, &keys[2 * i + 1]);
			/* what "Apply now" says parts them, too */
			if (outline->lines[prev].apply)
				keys[2 * i + 1] = keys[2 * i] * 31 + keys[2 * prev] + doc->tokens[doc->lines[prev].first].hash;
		}
		prev = i;
	}
	same = link_equal(doc->arena, keys, 2 * doc->n_lines);
	outline->before = same;
	outline->parted = arena_zero(doc->arena, (2 * doc->n_lines + 1) * sizeof(uint32_t));
	outline->members = arena_zero(doc->arena, (2 * doc->n_lines + 1) * sizeof(uint32_t));
	outline->manners = arena_zero(doc->arena, 2 * doc->n_lines + 1);
	for (uint32_t i = 0; i < 2 * doc->n_lines; i++)
	{
		uint32_t	number = keys[i] == 0 ? NO_PARTING : same[i] > 0 ? numbers[same[i] - 1] : outline->n_partings++;

		numbers[i] = number;
		outline->lines[i / 2].partings[i % 2] = number;
		if (number == NO_PARTING)
			continue;
		outline->parted[number]++;
		outline->members[number] = i + 1;
		if (i % 2 == 0 || same[i] == 0)
			outline->manners[number] = i % 2 == 0 ? manner_of(&outline->lines[i / 2]) : PARTED_RULE;
	}
}

/* Links each word to where it is said again, and counts the links that span each token. */
static void
link_words(Doc *doc, Outline *outline)
{
	uint32_t	n = doc->n_tokens;
	uint32_t   *keys = arena_alloc(doc->arena, (n + 1) * sizeof(uint32_t));

	for (uint32_t i = 0; i < n; i++)
		keys[i] = is_content(&doc->tokens[i]) ? doc->tokens[i].hash : 0;
	outline->previous = link_equal(doc->arena, keys, n);
	outline->next = arena_zero(doc->arena, (n + 1) * sizeof(uint32_t));
	outline->chains = arena_zero(doc->arena, (n + 2) * sizeof(uint16_t));
	outline->name_chains = arena_zero(doc->arena, (n + 2) * sizeof(uint16_t));
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	before = outline->previous[i];

		if (before == 0)
			continue;
		outline->next[before - 1] = i + 1;
		if (i >= before + CHAIN_WORDS)
			continue;
		outline->chains[before]++;
		outline->chains[i + 1]--;
		if (is_name(doc, i) && is_name(doc, before - 1))
		{
			outline->name_chains[before]++;
			outline->name_chains[i + 1]--;
		}
	}
	for (uint32_t i = 0; i < n; i++)
	{
		outline->chains[i + 1] += outline->chains[i];
		outline->name_chains[i + 1] += outline->name_chains[i];
	}
}

/* Reads what the clues need of all lines; false where there is too little text for two postings. */
bool
split_outline(Doc *doc, Outline *outline)
{
	uint32_t   *keys;
	uint32_t   *same;

	memset(outline, 0, sizeof(*outline));
	outline->lines = arena_zero(doc->arena, (doc->n_lines + 1) * sizeof(LineFacts));
	for (uint32_t i = 0; i < doc->n_lines; i++)
		outline->lines[i + 1].body = outline->lines[i].body + body_bytes(doc, &doc->lines[i]);
	if (outline->lines[doc->n_lines].body < 2 * MIN_BODY)
		return false;
	outline->closing = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	outline->closing[0] = 0;
	for (uint32_t i = 0; i < doc->n_tokens; i++)
		outline->closing[i + 1] = outline->closing[i] + token_in(doc, i, WORDS_SPLIT_CLOSING);
	read_partings(doc, outline);
	keys = arena_zero(doc->arena, (doc->n_lines + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < doc->n_lines; i++)
		if (has_words(&doc->lines[i]) && doc->lines[i].words <= 6)
			for (uint32_t k = doc->lines[i].first; k < doc->lines[i].last; k++)
				keys[i] = keys[i] * 31 + doc->tokens[k].hash;
	same = link_equal(doc->arena, keys, doc->n_lines);
	for (uint32_t i = 0; i < doc->n_lines; i++)
		outline->lines[i].same = same[i];
	for (uint32_t z = 0; z < doc->zones.count; z++)
		if (doc->zones.items[z].heading < doc->n_tokens && doc->zones.items[z].heading < doc->zones.items[z].body)
			outline->lines[doc->tokens[doc->zones.items[z].heading].line].opens = doc->zones.items[z].zone + 1;
	for (uint32_t l = 0; l < doc->labels.count; l++)
		outline->lines[doc->tokens[doc->labels.items[l].name.from].line].label = doc->labels.items[l].label + 1;
	return true;
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

	return line->words <= 8 && !outline->lines[prev].apply &&
		(outline->lines[prev].opens > 0 || line->flags & LINE_COLON);
}

/* Whether an address of the web or of mail stands in a range. */
static bool
holds_link(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (doc->tokens[i].kind == TOKEN_PUNCT &&
			((doc->tokens[i].chr == ':' && token_punct(doc, i + 1, '/')) || (doc->tokens[i].chr == '@' && doc->tokens[i].gap == GAP_NONE)))
			return true;
	return false;
}

/* The clues of what parts a line from the text before it, and of how that closes. */
static void
read_gap(const Doc *doc, const Outline *outline, uint32_t line, int32_t *clues)
{
	const LineFacts *facts = &outline->lines[line];
	uint32_t	prev = facts->prev;
	const Line *before = &doc->lines[prev];
	uint8_t		zone = doc->tokens[before->last - 1].zone;
	uint32_t	last = before->last - 1;
	bool		stop = token_punct(doc, last, '.') || token_punct(doc, last, '!') || token_punct(doc, last, '?');

	clues[CLUE_RULE] = facts->rule;
	clues[CLUE_APPLY] = outline->lines[prev].apply;
	clues[CLUE_BLANK] = facts->breaks == 2;
	clues[CLUE_BLANKS] = facts->breaks > 2;
	clues[CLUE_PREV_STOP] = stop;
	clues[CLUE_PREV_OPEN] = before->flags & LINE_TEXT && !(before->flags & LINE_BULLET) && doc->tokens[last].kind != TOKEN_PUNCT;
	clues[CLUE_PREV_CUT] = doc->tokens[last].kind == TOKEN_PUNCT && doc->tokens[last].len == 3 && (uint8_t) token_text(doc, last)[2] == 0xA6;
	clues[CLUE_PREV_CUT] |= stop && last > 1 && token_punct(doc, last - 1, '.') && token_punct(doc, last - 2, '.');
	clues[CLUE_PREV_BULLET] = (before->flags & LINE_BULLET) != 0;
	clues[CLUE_PREV_HEADING] = before->flags & LINE_COLON || is_whole_heading(doc, before, mark_at(doc, KIND_HEADING, before->first));
	clues[CLUE_PREV_LABEL] = outline->lines[prev].label > 0 ||
		(outline->lines[prev].prev != NO_LINE && before->words <= 10 && outline->lines[outline->lines[prev].prev].label > 0);
	clues[CLUE_PREV_LINK] = holds_link(doc, before->last > before->first + 60 ? before->last - 60 : before->first, before->last);
	clues[CLUE_HEADED] = is_headed(doc, outline, prev) || facts->underline;
	clues[CLUE_PREV_SET_OFF] = before->flags & LINE_HEADING && !clues[CLUE_HEADED];
	clues[CLUE_WRAPPED] = facts->breaks == 1 && clues[CLUE_PREV_OPEN] && doc_is_wrapped(doc, doc->lines[line].from);
	clues[CLUE_PREV_SHORT] = before->words <= 5;
	clues[CLUE_PREV_BLANK] = outline->lines[prev].breaks > 1;
	clues[CLUE_AFTER_LEGAL] = zone == ZONE_LEGAL;
	clues[CLUE_AFTER_PROCESS] = zone == ZONE_PROCESS;
	clues[CLUE_AFTER_BENEFITS] = zone == ZONE_BENEFITS;
	clues[CLUE_AFTER_COMPANY] = zone == ZONE_COMPANY;
	clues[CLUE_AFTER_NOISE] = zone == ZONE_NOISE;
	clues[CLUE_AFTER_WORK] = zone == ZONE_DUTIES || zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED;
	clues[CLUE_PREV_WHOLE] = outline->lines[prev + 1].body - outline->lines[prev].body > 600;
	clues[CLUE_CLOSING] = count_closing(outline, before->last > 60 ? before->last - 60 : 0, before->last);
	clues[CLUE_LAST_CLOSING] = count_closing(outline, before->last > before->first + 40 ? before->last - 40 : before->first, before->last);
}

/* Whether a line is written in capitals. */
static bool
is_capitals(const Doc *doc, const Line *line)
{
	uint32_t	words = 0;

	if (line->words > 12)
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
	{
		if (doc->tokens[i].kind != TOKEN_WORD)
			continue;
		if (doc->tokens[i].shape & SHAPE_HAS_LOWER)
			return false;
		words += doc->tokens[i].len > 3;
	}
	return words > 0;
}

/* The clues of the line itself. */
static void
read_line(const Doc *doc, Outline *outline, uint32_t number, int32_t *clues)
{
	const Line *line = &doc->lines[number];
	const Mark *heading = mark_at(doc, KIND_HEADING, line->first);
	uint8_t		opens = outline->lines[number].opens;

	clues[CLUE_TITLE] = split_is_title(doc, outline, number);
	if (opens > 0 || (is_whole_heading(doc, line, heading) && heading->entry->value < HEADING_LABEL))
	{
		uint8_t		zone = opens > 0 ? opens - 1 : (uint8_t) heading->entry->value;

		clues[zone == ZONE_SUMMARY || zone == ZONE_COMPANY ? CLUE_OPENING : CLUE_HEADING] = 1;
	}
	clues[CLUE_BULLET] = (line->flags & LINE_BULLET) != 0;
	clues[CLUE_NOISE] = (line->flags & LINE_NOISE) != 0;
	clues[CLUE_STILL_CLOSING] = count_closing(outline, line->first, line->last < line->first + 30 ? line->last : line->first + 30);
	clues[CLUE_LOWER] = !doc->lower_case && doc->tokens[line->first].kind == TOKEN_WORD && !(doc->tokens[line->first].shape & SHAPE_FIRST_UPPER);
	clues[CLUE_LONG] = line->flags & LINE_TEXT && !clues[CLUE_TITLE];
	clues[CLUE_CAPITALS] = is_capitals(doc, line);
	clues[CLUE_OPENING_WORD] = token_in(doc, line->first, WORDS_SPLIT_OPENING);
	clues[CLUE_SET_OFF] = !clues[CLUE_TITLE] && (line->flags & (LINE_HEADING | LINE_COLON | LINE_MARKDOWN) || (line->flags & LINE_BOLD && line->words <= 6));
	clues[CLUE_WHOLE] = outline->lines[number + 1].body - outline->lines[number].body > 600;
	clues[CLUE_LINK] = holds_link(doc, line->first, line->last < line->first + 6 ? line->last : line->first + 6);
}

/* The clues of the posting before a line, as far as it is read. */
static void
read_before(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t number, int32_t *clues)
{
	uint32_t	before = outline->lines[number].body - outline->lines[segment->line].body;
	uint32_t	rest = outline->lines[doc->n_lines].body - outline->lines[number].body;
	const Token *opening = &doc->tokens[doc->lines[number].first];

	for (uint32_t zones = segment->zones; zones != 0; zones &= zones - 1)
		clues[CLUE_ZONES_BEFORE]++;
	for (uint32_t size = MIN_BODY * 2; size <= before && clues[CLUE_BODY_BEFORE] < 5; size *= 2)
		clues[CLUE_BODY_BEFORE]++;
	for (uint32_t size = MIN_BODY * 2; size <= rest && clues[CLUE_REST] < 7; size *= 2)
		clues[CLUE_REST]++;
	clues[CLUE_WORK_BEFORE] = (segment->zones & WORK_ZONES) != 0;
	clues[CLUE_COMPLETE] = clues[CLUE_WORK_BEFORE] || clues[CLUE_CLOSING] > 0 || clues[CLUE_PREV_WHOLE] || before > 2000;
	clues[CLUE_LONG_GAP] = before > 6000;
	clues[CLUE_NO_ROLE_BEFORE] = !segment->role;
	clues[CLUE_SAME_OPENING] = opening->kind == TOKEN_WORD && opening->hash == doc->tokens[doc->lines[segment->line].first].hash;
}

/* The clues of the line and of what stands right before it. */
static void
read_near(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int32_t *clues)
{
	read_gap(doc, outline, number, clues);
	read_line(doc, outline, number, clues);
	read_before(doc, outline, segment, number, clues);
}

/* The clues of money in the first words, and on both sides. */
static void
read_money(const Doc *doc, const Segment *segment, uint32_t from, int32_t *clues)
{
	const Mark *behind = mark_from(doc, KIND_CURRENCY, from);
	const Mark *before = mark_from(doc, KIND_CURRENCY, doc->lines[segment->line].from);

	clues[CLUE_PAY] = behind != NULL && behind->from < from + 40;
	clues[CLUE_PAY_AGAIN] = before != NULL && before->from < from && behind != NULL && behind->from < from + 5 * WORDS_BEHIND;
}

/* The first mark of a role in a range; NULL where none is named. */
static const Mark *
role_in(const Doc *doc, uint32_t from, uint32_t to)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (const Mark *mark = mark_from(doc, KIND_TITLE, from); mark != NULL && mark < marks->items + marks->count && mark->to <= to; mark++)
		if (!(mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK)) && (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER || doc->lower_case))
			return mark;
	return NULL;
}

/* Where the first lines of the text behind a line end. */
static uint32_t
opening_end(const Doc *doc, uint32_t number)
{
	uint32_t	seen = 0,
				last = number;
	uint32_t	most = doc->lines[number].first + OPENING_WORDS;

	for (uint32_t i = number; i < doc->n_lines && seen < OPENING_LINES && doc->lines[last].last < most; i++)
		if (has_words(&doc->lines[i]))
		{
			last = i;
			seen++;
		}
	return doc->lines[last].last < most ? doc->lines[last].last : most;
}

/* The clues of the role in the first words, said before and behind. */
static void
read_role(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t number, int32_t *clues)
{
	const Mark *role = role_in(doc, doc->lines[number].first, opening_end(doc, number));
	uint32_t	next = role != NULL ? outline->next[role->to - 1] : 0;

	if (role == NULL)
		return;
	clues[CLUE_TITLE_AGAIN] = outline->previous[role->to - 1] > doc->lines[segment->line].from;
	clues[CLUE_REPEATED_TITLE] = clues[CLUE_TITLE_AGAIN] && !clues[CLUE_WORK_BEFORE];
	clues[CLUE_ROLE_GOES_ON] = next > 0 && next < role->to + 4 * WORDS_BEHIND;
}

/* The clues of the phrases in the first words that tell of hiring and of the employer. */
static void
read_phrases(const Doc *doc, uint32_t from, uint32_t to, int32_t *clues)
{
	const Marks *leads = &doc->marks[KIND_TITLE_LEAD];
	const Marks *tails = &doc->marks[KIND_COMPANY_TAIL];

	for (const Mark *mark = mark_from(doc, KIND_TITLE_LEAD, from); mark != NULL && mark < leads->items + leads->count && mark->to <= to; mark++)
		if (!(mark->entry->flags & ENTRY_WEAK))
		{
			clues[CLUE_LEAD] = 1;
			clues[CLUE_EARLY_LEAD] |= mark->from < from + 20;
		}
	for (const Mark *mark = mark_from(doc, KIND_COMPANY_TAIL, from); mark != NULL && mark < tails->items + tails->count && mark->to <= to; mark++)
	{
		if (mark->entry->flags & ENTRY_WEAK)
			continue;
		if (mark->entry->value == TAIL_SEEKS)
		{
			clues[CLUE_LEAD] = 1;
			clues[CLUE_EARLY_LEAD] |= mark->from < from + 20;
		}
		else if (mark->entry->value == TAIL_IS)
			clues[CLUE_FIRM] = 1;
	}
}

/* The clues of the first lines of what begins at a line. */
static void
read_opening(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int32_t *clues)
{
	uint32_t	seen = 0;
	uint32_t	from = doc->lines[number].first;
	uint32_t	to = opening_end(doc, number);
	const Mark *role = role_in(doc, from, to);

	for (uint32_t i = number; i < doc->n_lines && seen < OPENING_LINES; i++)
	{
		const Line *line = &doc->lines[i];

		if (!has_words(line))
			continue;
		if (seen == 1)
			clues[CLUE_BLANK_BEHIND] = outline->lines[i].breaks > 1;
		clues[CLUE_NOISE_NEAR] += seen > 0 && seen < 5 && line->flags & LINE_NOISE;
		if (seen > 0 && seen < 3)
			clues[CLUE_TITLE_NEAR] |= split_is_title(doc, outline, i);
		if (seen > 0 && seen < 5)
			clues[CLUE_SHORT_LINES] += line->words <= 8 && !(line->flags & LINE_BULLET);
		if (outline->lines[i].label > 0)
		{
			clues[CLUE_LABEL] |= seen < 4;
			if (seen < 4 && (outline->lines[i].label == LABEL_TITLE + 1 || outline->lines[i].label == LABEL_COMPANY + 1))
				clues[CLUE_TITLE_LABEL] = 1;
			clues[CLUE_LABEL_AGAIN] |= (segment->labels >> (outline->lines[i].label - 1) & 1);
		}
		if (seen < 4 && line->words <= 12)
		{
			const Mark *place = mark_from(doc, KIND_PLACE, line->first);

			clues[CLUE_PLACE] |= place != NULL && place->to <= line->last && !(place->entry->flags & ENTRY_WEAK);
		}
		seen++;
	}
	clues[CLUE_ROLE] = role != NULL;
	clues[CLUE_EARLY_ROLE] = role != NULL && role->from < from + 12;
	read_phrases(doc, from, to, clues);
	read_money(doc, segment, from, clues);
}

/* The clues of the sections of the text behind. */
static void
read_behind(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int32_t *clues)
{
	const LineFacts *facts = outline->lines;
	uint32_t	behind = facts[number + 1].body - facts[number].body;
	uint32_t	end = doc->tokens[doc->lines[number].from].start + BYTES_BEHIND;
	uint32_t	again = 0;

	for (uint32_t i = number; i < doc->n_lines && i < number + LINES_BEHIND && doc->tokens[doc->lines[i].from].start < end; i++)
	{
		behind = facts[i + 1].body - facts[number].body;
		if (facts[i].opens > 0)
		{
			uint32_t	zone = 1u << (facts[i].opens - 1);

			clues[CLUE_WORK_BEHIND] |= (zone & WORK_ZONES) != 0;
			clues[CLUE_WORK_AGAIN] |= (zone & WORK_ZONES & segment->zones) != 0;
			again |= zone & ~WORK_ZONES & segment->zones;
		}
		clues[CLUE_LINE_AGAIN] += facts[i].same > segment->line && facts[i].same <= number;
	}
	if (clues[CLUE_LINE_AGAIN] > 3)
		clues[CLUE_LINE_AGAIN] = 3;
	for (; again != 0; again &= again - 1)
		clues[CLUE_ZONES_AGAIN]++;
	for (uint32_t size = MIN_BODY * 2; size <= behind && clues[CLUE_BODY_BEHIND] < 4; size *= 2)
		clues[CLUE_BODY_BEHIND]++;
}

/* Notes the names that a posting repeats, up to a token. */
static void
note_names(const Doc *doc, const Outline *outline, Segment *segment, uint32_t to)
{
	uint32_t	first = doc->lines[segment->line].from;

	for (uint32_t i = segment->named > first ? segment->named : first; i < to; i++)
	{
		uint32_t	k = 0;

		if (outline->previous[i] <= first || !is_name(doc, i))
			continue;
		while (k < segment->n_names && doc->tokens[segment->names[k]].hash != doc->tokens[i].hash)
			k++;
		if (k == MOST_NAMES)
			continue;
		segment->names[k] = i;
		segment->n_names += k == segment->n_names;
	}
	segment->named = to;
}

/* The clues of the names that begin, end and go on. */
static void
read_names(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int32_t *clues)
{
	uint32_t	first = doc->lines[segment->line].from;
	uint32_t	from = doc->lines[number].from;

	note_names(doc, outline, segment, from);
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
read_style(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int32_t *clues)
{
	Style		before = {0},
				behind = {0};
	uint32_t	from = doc->lines[number].from;
	uint32_t	first = doc->lines[segment->line].from;
	uint32_t	left,
				right;

	(void) outline;
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
	for (left = before.words / before.lines, right = behind.words / behind.lines; (left > right * 2 || right > left * 2) && clues[CLUE_OTHER_LENGTH] < 8;)
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
read_cohesion(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int32_t *clues)
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

/* How many of so many chains span a place, against those that span the text on both sides: in 20ths, 40 at most. */
static int32_t
chain_depth(const uint16_t *chains, uint32_t from, uint32_t left, uint32_t right)
{
	uint32_t	around = chains[left] + chains[right];
	uint32_t	depth = 40u * (chains[from] + 1u) / (around + 2u);

	return depth > 40 ? 40 : (int32_t) depth;
}

/* The clues of the chains of words that span a line's begin. */
static void
read_chains(const Doc *doc, const Outline *outline, uint32_t number, int32_t *clues)
{
	uint32_t	from = doc->lines[number].from;
	uint32_t	left = from > CHAIN_BESIDE ? from - CHAIN_BESIDE : 0;
	uint32_t	right = from + CHAIN_BESIDE < doc->n_tokens ? from + CHAIN_BESIDE : doc->n_tokens - 1;

	clues[CLUE_CHAINS] = chain_depth(outline->chains, from, left, right);
	clues[CLUE_NAME_CHAINS] = chain_depth(outline->name_chains, from, left, right);
}

/* The clues of the role and of the chains of words, which need the words linked. */
static void
read_words(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int32_t *clues)
{
	if (outline->previous == NULL)
		link_words(doc, outline);
	read_role(doc, outline, segment, number, clues);
	read_chains(doc, outline, number, clues);
}

const ClueStage split_stages[SPLIT_STAGES] = {
	{CLUE_RULE, read_near},
	{CLUE_TITLE_NEAR, read_opening},
	{CLUE_BODY_BEHIND, read_behind},
	{CLUE_TITLE_AGAIN, read_words},
	{CLUE_NEW_NAMES, read_names},
	{CLUE_OTHER_LANGUAGE, read_style},
	{CLUE_COHESION, read_cohesion}
};

/* The most that a clue counts. */
int32_t
split_most(Clue clue)
{
	switch (clue)
	{
		case CLUE_CHAINS:
		case CLUE_NAME_CHAINS:
			return 40;
		case CLUE_COHESION:
		case CLUE_NAME_COHESION:
		case CLUE_BACK_COHESION:
			return 20;
		case CLUE_OLD_NAMES:
		case CLUE_SAME_NAMES:
			return MOST_NAMES;
		case CLUE_ZONES_BEFORE:
		case CLUE_ZONES_AGAIN:
			return 16;
		case CLUE_OTHER_LENGTH:
			return 8;
		case CLUE_REST:
			return 7;
		case CLUE_NEW_NAMES:
		case CLUE_BODY_BEFORE:
			return 5;
		case CLUE_CLOSING:
		case CLUE_LAST_CLOSING:
		case CLUE_STILL_CLOSING:
		case CLUE_NOISE_NEAR:
		case CLUE_SHORT_LINES:
		case CLUE_BODY_BEHIND:
		case CLUE_OTHER_GAPS:
			return 4;
		case CLUE_LINE_AGAIN:
			return 3;
		default:
			return 1;
	}
}

/* Adds a line to what is known of a posting. */
void
split_read_on(const Doc *doc, const Outline *outline, Segment *segment, uint32_t line)
{
	const Mark *role;

	if (outline->lines[line].opens > 0)
		segment->zones |= 1u << (outline->lines[line].opens - 1);
	if (outline->lines[line].label > 0)
		segment->labels |= 1u << (outline->lines[line].label - 1);
	if (segment->role || doc->lines[line].from > doc->lines[segment->line].from + OPENING_WORDS)
		return;
	role = mark_from(doc, KIND_TITLE, doc->lines[line].from);
	while (role != NULL && role->from < doc->lines[line].to && role->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK))
		role = role + 1 < doc->marks[KIND_TITLE].items + doc->marks[KIND_TITLE].count ? role + 1 : NULL;
	segment->role = role != NULL && role->from < doc->lines[line].to;
}

/* Whether a posting could begin at a line: text on both sides, and no heading right above it. */
bool
split_is_candidate(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t line)
{
	uint32_t	prev = outline->lines[line].prev;

	/* a menu may open a page, too: its first line stands for it */
	return has_words(&doc->lines[line]) && prev != NO_LINE && !(doc->lines[line].flags & doc->lines[prev].flags & LINE_NOISE) &&
		outline->lines[line].body - outline->lines[segment->line].body >= MIN_BODY &&
		outline->lines[doc->n_lines].body - outline->lines[line].body >= MIN_BODY &&
		(outline->lines[line].breaks > 2 || outline->lines[line].rule || !(outline->lines[line].underline || is_headed(doc, outline, prev)));
}
