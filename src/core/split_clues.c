/*
 * split_clues.c
 *		What speaks for and against a posting that begins at a line.
 *
 * What parts the line from the text before, how that closes, how the text behind
 * opens, with which words, what is said a second time, which words and names go
 * on, whether the look of the lines changes.
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

/*
 * So many words on each side of a line's begin are weighed, as far as they stand in so many tokens.
 */
#define END_WORDS		14
#define END_TOKENS		40

/* What they weigh together is counted from half of this, and no further. */
#define MOST_FIRST		24
#define MOST_LAST		16

/* The sections that every posting has once. */
#define WORK_ZONES		(1u << ZONE_DUTIES | 1u << ZONE_REQUIREMENTS)

/*
 * Words so far apart still belong together; the text
 * beside a line that its chains are held against.
 */
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
	return line->flags & LINE_TEXT || (line->flags & LINE_BULLET && line->words > 4) ? bytes
																					 : bytes / 3;
}

/* Whether a line is one that boards put under a posting: "Apply now", "#LI-Remote". */
static bool
is_apply_line(const Doc *doc, const Line *line)
{
	if (line->words <= 3 && token_punct(doc, line->from, '#') &&
		doc->tokens[line->from + 1].gap == GAP_NONE)
		return true;
	if (line->words <= 5)
		for (uint32_t i = line->first; i < line->last && i < line->first + 5; i++)
			if (token_is(doc, i, "apply") || token_is(doc, i, "bewerben") ||
				token_is(doc, i, "postuler"))
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
	if (token_punct(doc, line->last - 1, '.') || token_punct(doc, line->last - 1, ',') ||
		token_punct(doc, line->last - 1, '?') || token_punct(doc, line->last - 1, ';'))
		return false;
	heading = mark_at(doc, KIND_HEADING, line->first);
	/* "Data" alone heads a section, "Data Engineer" is a role */
	if (is_whole_heading(doc, line, heading) &&
		!(heading->entry->value == HEADING_LABEL + LABEL_TITLE &&
		  token_punct(doc, heading->to, ':')))
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
	{
		if (doc->tokens[i].kind != TOKEN_WORD || doc->tokens[i].len < 4)
			continue;
		words++;
		upper += (doc->tokens[i].shape & SHAPE_FIRST_UPPER) != 0;
	}
	if (!doc->lower_case &&
		(line->flags & LINE_TEXT ? upper * 6 < words * 5 : upper * 3 < words * 2))
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
	return (token->kind == TOKEN_WORD) & (token->len >= 5);
}

/* A name inside a line: its capital tells. */
static bool
is_name(const Doc *doc, uint32_t i)
{
	return is_content(&doc->tokens[i]) && doc->tokens[i].shape & SHAPE_FIRST_UPPER && i > 0 &&
		   doc->tokens[i].gap <= GAP_SPACE;
}

/* A stretch of line breaks, blanks and rules. */
typedef struct Stretch
{
	uint32_t	key;
	uint32_t	breaks;
	uint32_t	signs;			/* of rules */
	uint32_t	above;			/* line breaks before the first of them */
} Stretch;

/*
 * Takes a stretch over where none before it counts more:
 * one with a rule does, then one with more line breaks.
 */
static void
end_stretch(Stretch *best, const Stretch *own, uint32_t *last)
{
	if (own->breaks > 0)
		*last = own->key;
	if (own->breaks + (own->signs >= 3 ? 100 : 0) >= best->breaks + (best->signs >= 3 ? 100 : 0))
		*best = *own;
}

/* The bytes between two lines. */
static Range
bytes_between(const Doc *doc, uint32_t prev, uint32_t line)
{
	const Token *last = &doc->tokens[doc->lines[prev].to - 1];

	return (Range) {last->start + last->len, doc->tokens[doc->lines[line].from].start};
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
	const Range between = bytes_between(doc, prev, line);
	Stretch		best = none,
				own = none,
				tail = none;	/* since the last sign */

	for (uint32_t i = between.from; i < between.to; i++)
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
	facts->underline = best.signs >= 3 && best.above == 1 && doc->lines[prev].words <= 8 &&
					   !(doc->lines[prev].flags & LINE_TEXT);
	facts->rule = best.signs >= 3 && !facts->underline;
	*last = *last == best.key ? 0 : *last;
	return best.key != 0 ? best.key : 1;
}

/* The kind of what stands between a line and the one before. */
static Manner
manner_of(const LineFacts *facts)
{
	return facts->rule          ? PARTED_RULE
		   : facts->breaks > 2  ? PARTED_BLANKS
		   : facts->breaks == 2 ? PARTED_BLANK
								: PARTED_BREAK;
}

/* The kind of way in which a line is parted from the text before it. */
Manner
split_manner(const Outline *outline, uint32_t line)
{
	uint32_t	prev = outline->lines[line].prev;

	return prev != NO_LINE && outline->lines[prev].apply ? PARTED_RULE
														 : manner_of(&outline->lines[line]);
}

/* Notes how a line is parted from the text before it. */
static void
note_parting(const Doc *doc, uint32_t line, uint32_t prev, LineFacts *facts)
{
	const Range between = bytes_between(doc, prev, line);
	uint32_t	last = 0;

	/* a rule has three signs, so that less is line breaks alone */
	if (between.to > between.from + 2)
		read_parting(doc, line, prev, facts, &last);
	else
		for (uint32_t i = between.from; i < between.to; i++)
			facts->breaks += doc->source.text[i] == '\n';
}

/* Notes how the lines are parted. */
static void
note_partings(const Doc *doc, Outline *outline)
{
	uint32_t	prev = NO_LINE;

	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		LineFacts  *facts = &outline->lines[i];

		facts->prev = prev;
		if (!has_words(&doc->lines[i]))
			continue;
		facts->apply = is_apply_line(doc, &doc->lines[i]);
		if (prev != NO_LINE)
			note_parting(doc, i, prev, facts);
		prev = i;
	}
}

/* The keys of the ways in which the lines are parted: up to two of each line. */
static uint32_t *
read_partings(Doc *doc, Outline *outline)
{
	uint32_t   *keys = arena_zero(doc->arena, 2 * (doc->n_lines + 1) * sizeof(uint32_t));

	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		LineFacts  *facts = &outline->lines[i];
		uint32_t	prev = facts->prev;

		if (prev == NO_LINE || !has_words(&doc->lines[i]))
			continue;
		keys[2 * i] = read_parting(doc, i, prev, facts, &keys[2 * i + 1]);
		/* what "Apply now" says parts them, too */
		if (outline->lines[prev].apply)
			keys[2 * i + 1] =
				keys[2 * i] * 31 + keys[2 * prev] + doc->tokens[doc->lines[prev].first].hash;
	}
	return keys;
}

/* Numbers the ways in which the lines are parted. */
static void
number_partings(Doc *doc, Outline *outline)
{
	const uint32_t *keys = read_partings(doc, outline);
	uint32_t   *numbers = arena_alloc(doc->arena, 2 * (doc->n_lines + 1) * sizeof(uint32_t));
	uint32_t   *same = link_equal(doc->arena, keys, 2 * doc->n_lines);

	outline->before = same;
	outline->parted = arena_zero(doc->arena, (2 * doc->n_lines + 1) * sizeof(uint32_t));
	outline->members = arena_zero(doc->arena, (2 * doc->n_lines + 1) * sizeof(uint32_t));
	outline->manners = arena_zero(doc->arena, 2 * doc->n_lines + 1);
	for (uint32_t i = 0; i < 2 * doc->n_lines; i++)
	{
		uint32_t number = keys[i] == 0  ? NO_PARTING
						  : same[i] > 0 ? numbers[same[i] - 1]
										: outline->n_partings++;

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

/*
 * Links a word to the one before that equals it, and notes where a chain of them begins and ends.
 */
static void
link_word(const Doc *doc, Content *before, Content *word)
{
	word->previous = before->at + 1;
	before->next = word->at + 1;
	if (word->at > before->at + CHAIN_WORDS)
		return;
	before[1].chains++;
	word[1].chains--;
	if (is_name(doc, word->at) && is_name(doc, before->at))
	{
		before[1].name_chains++;
		word[1].name_chains--;
	}
}

/* The word that was listed last and equals one; a place for it where none is. */
static uint32_t *
find_word(const Doc *doc, const Content *content, uint32_t *table, uint32_t mask, uint32_t hash)
{
	uint32_t	slot = (hash * 2654435761u) & mask;

	while (table[slot] != 0 && doc->tokens[content[table[slot] - 1].at].hash != hash)
		slot = (slot + 1) & mask;
	return &table[slot];
}

/*
 * Lists the words that carry meaning, links each to where
 * it is said again, and counts the links that span each.
 */
static void
link_words(Doc *doc, Outline *outline)
{
	Content    *content = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(Content));
	uint32_t   *first = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(uint32_t));
	uint32_t	size = 16;
	uint32_t	n = 0;
	uint32_t   *table;

	/* half of all tokens carry meaning */
	while (size < doc->n_tokens + doc->n_tokens / 4)
		size *= 2;
	table = arena_zero(doc->arena, size * sizeof(uint32_t));
	/* each is written, and kept where it is one: a branch would often be guessed wrong */
	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		content[n] = (Content) {.at = i};
		first[i] = n;
		n += is_content(&doc->tokens[i]);
	}
	content[n] = (Content) {.at = doc->n_tokens};
	first[doc->n_tokens] = n;
	for (uint32_t k = 0; k < n; k++)
	{
		uint32_t   *equal =
			find_word(doc, content, table, size - 1, doc->tokens[content[k].at].hash);

		if (*equal > 0)
			link_word(doc, &content[*equal - 1], &content[k]);
		*equal = k + 1;
	}
	outline->content = content;
	outline->first_content = first;
	for (uint32_t k = 0; k < n; k++)
	{
		content[k + 1].chains += content[k].chains;
		content[k + 1].name_chains += content[k].name_chains;
	}
}

/* The first word that carries meaning at or behind a token, by its number. */
static inline uint32_t
content_from(const Outline *outline, uint32_t token)
{
	return outline->first_content[token];
}

/* Whether a line has text enough for a posting on both sides. */
static bool
has_room(const Outline *outline, const Doc *doc, uint32_t line)
{
	return has_words(&doc->lines[line]) && outline->lines[line].body >= MIN_BODY &&
		outline->lines[doc->n_lines].body - outline->lines[line].body >= MIN_BODY;
}

/* Notes closing words, and the signs of addresses of the web and of mail. */
static void
read_said(Doc *doc, Outline *outline)
{
	for (const Spot *spot = NULL;
		 (spot = next_spot(doc, spot, SPOT_ADDRESS | LIST_BIT(WORDS_SPLIT_CLOSING))) != NULL;)
		if (!(spot->what & SPOT_ADDRESS))
			*VEC_ADD(doc->arena, &outline->closing.at) = spot->at;
		else if (doc->tokens[spot->at].chr == ':' || doc->tokens[spot->at].gap == GAP_NONE)
			*VEC_ADD(doc->arena, &outline->links.at) = spot->at;
}

/* The sign of a line's bullet, as a bit; 0 where it has none. */
static uint64_t
bullet_sign(const Doc *doc, const Line *line)
{
	return line->flags & LINE_BULLET && line->from < line->first
			   ? 1ull << (doc->tokens[line->from].hash & 63)
			   : 0;
}

/* Whether more than one bit is set. */
static bool
has_several(uint64_t bits)
{
	return (bits & (bits - 1)) != 0;
}

/* Sums up how the lines look. */
static void
read_looks(Doc *doc, Outline *outline)
{
	Looks		sum = {0};

	outline->looks = arena_alloc(doc->arena, (doc->n_lines + 1) * sizeof(Looks));
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		const Line *line = &doc->lines[i];

		outline->lines[i].rank = outline->n_looks;
		if (!has_words(line))
			continue;
		sum.line = i;
		outline->looks[outline->n_looks++] = sum;
		sum.apart += (line->flags & LINE_BLANK) != 0;
		sum.words += line->words;
		sum.marked += (line->flags & (LINE_MARKDOWN | LINE_BOLD)) != 0;
		outline->bullets |= bullet_sign(doc, line);
	}
	sum.line = doc->n_lines;
	outline->looks[outline->n_looks] = sum;
	outline->lines[doc->n_lines].rank = outline->n_looks;
}

/*
 * Notes the zones, the labels and the short lines that
 * are said again, and how far each line is read on.
 */
static void
read_sections(Doc *doc, Outline *outline)
{
	LineFacts  *facts = outline->lines;
	uint32_t   *keys = arena_zero(doc->arena, (doc->n_lines + 1) * sizeof(uint32_t));
	uint32_t   *same;
	uint32_t	until = 0;

	for (uint32_t i = 0; i < doc->n_lines; i++)
		if (has_words(&doc->lines[i]) && doc->lines[i].words <= 6)
			for (uint32_t k = doc->lines[i].first; k < doc->lines[i].last; k++)
				keys[i] = keys[i] * 31 + doc->tokens[k].hash;
	same = link_equal(doc->arena, keys, doc->n_lines);
	for (uint32_t z = 0; z < doc->zones.count; z++)
		if (doc->zones.items[z].heading < doc->n_tokens &&
			doc->zones.items[z].heading < doc->zones.items[z].body)
			facts[doc->tokens[doc->zones.items[z].heading].line].opens =
				doc->zones.items[z].zone + 1;
	for (uint32_t l = 0; l < doc->labels.count; l++)
		facts[doc->tokens[doc->labels.items[l].name.from].line].label =
			doc->labels.items[l].label + 1;
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		uint32_t	end = doc->tokens[doc->lines[i].from].start + BYTES_BEHIND;

		while (until < doc->n_lines && until < i + LINES_BEHIND &&
			   doc->tokens[doc->lines[until].from].start < end)
			until++;
		facts[i].until = until;
		facts[i].same = same[i];
	}
	facts[doc->n_lines].telling = doc->n_lines;
	for (uint32_t i = doc->n_lines; i-- > 0;)
		facts[i].telling = facts[i].opens > 0 || facts[i].same > 0 ? i : facts[i + 1].telling;
}

/* The most that a clue counts in any text. */
static int32_t
most_of(Clue clue)
{
	switch (clue)
	{
		case CLUE_FIRST_WORDS:
			return MOST_FIRST;
		case CLUE_LAST_WORDS:
			return MOST_LAST;
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

/* Takes back what a clue can count where nothing in the text speaks for it. */
static void
limit(Outline *outline, Clue clue, uint32_t most)
{
	if ((uint32_t) outline->most[clue] > most)
		outline->most[clue] = (int32_t) most;
}

/* Notes the most that each clue can count in this text. */
static void
read_limits(const Doc *doc, Outline *outline)
{
	const Looks *all = &outline->looks[outline->n_looks];
	uint32_t	zones = 0,
				zones_again = 0,
				labels_again = 0,
				labels = 0,
				lines_again = 0,
				noise = 0;

	for (int i = 0; i < CLUE_COUNT; i++)
		outline->most[i] = most_of((Clue) i);
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		const LineFacts *facts = &outline->lines[i];
		uint32_t	zone = facts->opens > 0 ? 1u << (facts->opens - 1) : 0,
					label = facts->label > 0 ? 1u << (facts->label - 1) : 0;

		zones_again |= zones & zone;
		zones |= zone;
		labels_again |= labels & label;
		labels |= label;
		lines_again += facts->same > 0;
		noise += (doc->lines[i].flags & LINE_NOISE) != 0;
	}
	limit(outline, CLUE_WORK_BEHIND, (zones & WORK_ZONES) != 0);
	limit(outline, CLUE_WORK_AGAIN, (zones_again & WORK_ZONES) != 0);
	limit(outline, CLUE_ZONES_AGAIN, (uint32_t) __builtin_popcount(zones_again & ~WORK_ZONES));
	limit(outline, CLUE_LINE_AGAIN, lines_again);
	limit(outline, CLUE_PAY, doc->marks[KIND_CURRENCY].count);
	limit(outline, CLUE_PAY_AGAIN, doc->marks[KIND_CURRENCY].count / 2);
	limit(outline, CLUE_ROLE, doc->marks[KIND_TITLE].count);
	limit(outline, CLUE_EARLY_ROLE, doc->marks[KIND_TITLE].count);
	limit(outline, CLUE_OTHER_BULLETS, has_several(outline->bullets));
	limit(outline, CLUE_OTHER_MARKUP, all->marked);
	limit(outline, CLUE_OTHER_GAPS, 4 * all->apart);
	limit(outline, CLUE_LABEL, labels != 0);
	limit(outline, CLUE_LABEL_AGAIN, labels_again != 0);
	limit(outline, CLUE_TITLE_LABEL, (labels & (1u << LABEL_TITLE | 1u << LABEL_COMPANY)) != 0);
	limit(outline, CLUE_PLACE, doc->marks[KIND_PLACE].count);
	limit(outline, CLUE_NOISE_NEAR, noise);
}

/*
 * Reads what the clues need of all lines; false where
 * no line has text enough for a posting on both sides.
 */
bool
split_outline(Doc *doc, Outline *outline)
{
	uint32_t	first = 0;

	memset(outline, 0, sizeof(*outline));
	outline->lines = arena_zero(doc->arena, (doc->n_lines + 1) * sizeof(LineFacts));
	for (uint32_t i = 0; i < doc->n_lines; i++)
		outline->lines[i + 1].body = outline->lines[i].body + body_bytes(doc, &doc->lines[i]);
	while (first < doc->n_lines && !has_room(outline, doc, first))
		first++;
	if (first == doc->n_lines)
		return false;
	read_said(doc, outline);
	note_partings(doc, outline);
	read_looks(doc, outline);
	read_sections(doc, outline);
	return true;
}

/* Reads what a close look needs as well: the ways to part lines, the most each clue can count. */
void
split_look_closely(Doc *doc, Outline *outline)
{
	number_partings(doc, outline);
	read_limits(doc, outline);
}

/* How many of some tokens stand in a range; more than a few tell no more. */
static int32_t
count_in(TokenList *list, uint32_t from, uint32_t to)
{
	const uint32_t *at = list->at.items;
	uint32_t	k = list->recent;
	int32_t		n = 0;

	while (k > 0 && at[k - 1] >= from)
		k--;
	while (k < list->at.count && at[k] < from)
		k++;
	list->recent = k;
	for (; k < list->at.count && at[k] < to && n < 4; k++)
		n++;
	return n;
}

/* Whether a heading stands right before a line: then the line is what it heads. */
static bool
is_headed(const Doc *doc, const Outline *outline, uint32_t prev)
{
	const Line *line = &doc->lines[prev];

	return line->words <= 8 && !outline->lines[prev].apply &&
		(outline->lines[prev].opens > 0 || line->flags & LINE_COLON);
}

/* The clues of how the text before a line closes. */
static void
read_close(Doc *doc, Outline *outline, Segment *segment, uint32_t line, int16_t *clues)
{
	const LineFacts *facts = &outline->lines[line];
	uint32_t	prev = facts->prev;
	const Line *before = &doc->lines[prev];
	uint8_t		zone = doc->tokens[before->last - 1].zone;
	uint32_t	last = before->last - 1;
	bool             stop =
		token_punct(doc, last, '.') || token_punct(doc, last, '!') || token_punct(doc, last, '?');

	(void) segment;
	clues[CLUE_PREV_STOP] = stop;
	clues[CLUE_PREV_OPEN] = before->flags & LINE_TEXT && !(before->flags & LINE_BULLET) &&
							doc->tokens[last].kind != TOKEN_PUNCT;
	clues[CLUE_PREV_CUT] = doc->tokens[last].kind == TOKEN_PUNCT && doc->tokens[last].len == 3 &&
						   (uint8_t) token_text(doc, last)[2] == 0xA6;
	clues[CLUE_PREV_CUT] |=
		stop && last > 1 && token_punct(doc, last - 1, '.') && token_punct(doc, last - 2, '.');
	clues[CLUE_PREV_BULLET] = (before->flags & LINE_BULLET) != 0;
	clues[CLUE_PREV_HEADING] =
		before->flags & LINE_COLON ||
		is_whole_heading(doc, before, mark_at(doc, KIND_HEADING, before->first));
	clues[CLUE_PREV_LABEL] = outline->lines[prev].label > 0 ||
							 (outline->lines[prev].prev != NO_LINE && before->words <= 10 &&
							  outline->lines[outline->lines[prev].prev].label > 0);
	clues[CLUE_PREV_LINK] =
		count_in(&outline->links,
				 before->last > before->first + 60 ? before->last - 60 : before->first,
				 before->last) > 0;
	clues[CLUE_HEADED] = is_headed(doc, outline, prev) || facts->underline;
	clues[CLUE_PREV_SET_OFF] =
		before->flags & LINE_HEADING && !clues[CLUE_HEADED] && !outline->lines[prev].apply;
	clues[CLUE_WRAPPED] =
		facts->breaks == 1 && clues[CLUE_PREV_OPEN] && doc_is_wrapped(doc, doc->lines[line].from);
	clues[CLUE_PREV_SHORT] = before->words <= 5;
	clues[CLUE_PREV_BLANK] = outline->lines[prev].breaks > 1;
	clues[CLUE_AFTER_LEGAL] = zone == ZONE_LEGAL;
	clues[CLUE_AFTER_PROCESS] = zone == ZONE_PROCESS;
	clues[CLUE_AFTER_BENEFITS] = zone == ZONE_BENEFITS;
	clues[CLUE_AFTER_COMPANY] = zone == ZONE_COMPANY;
	clues[CLUE_AFTER_NOISE] = zone == ZONE_NOISE;
	clues[CLUE_AFTER_WORK] =
		zone == ZONE_DUTIES || zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED;
	clues[CLUE_PREV_WHOLE] = outline->lines[prev + 1].body - outline->lines[prev].body > 600;
	clues[CLUE_CLOSING] =
		count_in(&outline->closing, before->last > 60 ? before->last - 60 : 0, before->last);
	clues[CLUE_LAST_CLOSING] =
		count_in(&outline->closing,
				 before->last > before->first + 40 ? before->last - 40 : before->first,
				 before->last);
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

/* The clues of what parts a line from the text before it, and of the line itself. */
static void
read_line(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	const Line *line = &doc->lines[number];
	const LineFacts *facts = &outline->lines[number];
	const Mark *heading = mark_at(doc, KIND_HEADING, line->first);

	(void) segment;
	clues[CLUE_RULE] = facts->rule;
	clues[CLUE_APPLY] = outline->lines[facts->prev].apply;
	clues[CLUE_BLANK] = facts->breaks == 2;
	clues[CLUE_BLANKS] = facts->breaks > 2;
	clues[CLUE_TITLE] = split_is_title(doc, outline, number);
	if (facts->opens > 0 ||
		(is_whole_heading(doc, line, heading) && heading->entry->value < HEADING_LABEL))
	{
		uint8_t		zone = facts->opens > 0 ? facts->opens - 1 : (uint8_t) heading->entry->value;

		clues[zone == ZONE_SUMMARY || zone == ZONE_COMPANY ? CLUE_OPENING : CLUE_HEADING] = 1;
	}
	clues[CLUE_BULLET] = (line->flags & LINE_BULLET) != 0;
	clues[CLUE_NOISE] = (line->flags & LINE_NOISE) != 0;
	clues[CLUE_STILL_CLOSING] =
		count_in(&outline->closing, line->first,
				 line->last < line->first + 30 ? line->last : line->first + 30);
	clues[CLUE_LOWER] = !doc->lower_case && doc->tokens[line->first].kind == TOKEN_WORD &&
						!(doc->tokens[line->first].shape & SHAPE_FIRST_UPPER);
	clues[CLUE_LONG] = line->flags & LINE_TEXT && !clues[CLUE_TITLE];
	clues[CLUE_CAPITALS] = is_capitals(doc, line);
	clues[CLUE_OPENING_WORD] = token_in(doc, line->first, WORDS_SPLIT_OPENING);
	clues[CLUE_SET_OFF] =
		!clues[CLUE_TITLE] && (line->flags & (LINE_HEADING | LINE_COLON | LINE_MARKDOWN) ||
							   (line->flags & LINE_BOLD && line->words <= 6));
	clues[CLUE_WHOLE] = facts[1].body - facts->body > 600;
	clues[CLUE_LINK] =
		count_in(&outline->links, line->first,
				 line->last < line->first + 6 ? line->last : line->first + 6) > 0;
}

/* The clues of the posting before a line, as far as it is read. */
static void
read_before(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
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
	clues[CLUE_COMPLETE] = clues[CLUE_WORK_BEFORE] || clues[CLUE_CLOSING] > 0 ||
						   clues[CLUE_PREV_WHOLE] || before > 2000;
	clues[CLUE_LONG_GAP] = before > 6000;
	clues[CLUE_NO_ROLE_BEFORE] = !segment->role;
	clues[CLUE_SAME_OPENING] = opening->kind == TOKEN_WORD &&
							   opening->hash == doc->tokens[doc->lines[segment->line].first].hash;
}

_Static_assert(WORDS_SPLIT_FIRST_STRONG / 64 == WORDS_SPLIT_LAST_RARE / 64,
			   "the words of begins and ends in one cell");

/*
 * What the words weigh that stand at most so many
 * tokens from one on, in a direction; each counts once.
 * The weights are given by the lists that hold a word:
 * n of them, one behind the other in words.h, as bits.
 */
static inline __attribute__((always_inline)) int32_t
weigh_words(const Doc *doc, uint32_t from, int direction, uint32_t list, const int8_t *weights,
			uint32_t n)
{
	uint32_t	seen[END_WORDS];
	uint32_t	n_seen = 0,
				words = 0;
	int32_t		sum = 0;

	for (uint32_t i = from, k = 0; i < doc->n_tokens && k < END_TOKENS && words < END_WORDS;
		 i += (uint32_t) direction, k++)
	{
		const Token *token = &doc->tokens[i];
		int8_t       weight =
			weights[posting_word_sets[token->lists][list / 64] >> (list % 64) & ((1u << n) - 1)];
		bool		is_word = (token->kind == TOKEN_WORD) & (token->len >= 2);
		uint32_t	s = 0;

		words += is_word;
		if (!(is_word & (weight != 0)))
			continue;
		while (s < n_seen && seen[s] != token->word)
			s++;
		if (s < n_seen)
			continue;
		seen[n_seen++] = token->word;
		sum += weight;
	}
	return sum;
}

/* The clues of the words at a line's begin, and of those right before it. */
static void
read_ends(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	/* 4, 2, 1, -1 and -2, 2, 1, -1 and -2: the first list that holds a word counts */
	static const int8_t first[32] = {0,  4, 2, 4, 1, 4, 2, 4, -1, 4, 2, 4, 1, 4, 2, 4,
									 -2, 4, 2, 4, 1, 4, 2, 4, -1, 4, 2, 4, 1, 4, 2, 4},
						last[16] = {0, 2, 1, 2, -1, 2, 1, 2, -2, 2, 1, 2, -1, 2, 1, 2};
	int32_t begin = MOST_FIRST / 2 + weigh_words(doc, doc->lines[number].first, 1,
												 WORDS_SPLIT_FIRST_STRONG, first, 5);
	int32_t end = MOST_LAST / 2 + weigh_words(doc, doc->lines[outline->lines[number].prev].last - 1,
											  -1, WORDS_SPLIT_LAST, last, 4);

	(void) segment;
	clues[CLUE_FIRST_WORDS] = begin < 0 ? 0 : begin > MOST_FIRST ? MOST_FIRST : begin;
	clues[CLUE_LAST_WORDS] = end < 0 ? 0 : end > MOST_LAST ? MOST_LAST : end;
}

/* The clues of money in the first words, and on both sides. */
static void
read_money(const Doc *doc, const Segment *segment, uint32_t from, int16_t *clues)
{
	const Mark *behind = mark_from(doc, KIND_CURRENCY, from);
	const Mark *before = mark_from(doc, KIND_CURRENCY, doc->lines[segment->line].from);

	clues[CLUE_PAY] = behind != NULL && behind->from < from + 40;
	clues[CLUE_PAY_AGAIN] = before != NULL && before->from < from && behind != NULL &&
							behind->from < from + 5 * WORDS_BEHIND;
}

/* The first mark of a role in a range; NULL where none is named. */
static const Mark *
role_in(const Doc *doc, uint32_t from, uint32_t to)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (const Mark *mark = mark_from(doc, KIND_TITLE, from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= to; mark++)
		if (!(mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK)) &&
			(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER || doc->lower_case))
			return mark;
	return NULL;
}

/* Where the first lines of the text behind a line end. */
static uint32_t
opening_end(const Doc *doc, const Outline *outline, uint32_t number)
{
	uint32_t	last = number;
	uint32_t	rank = outline->lines[number].rank;
	uint32_t	most = doc->lines[number].first + OPENING_WORDS;

	for (uint32_t i = rank;
		 i < outline->n_looks && i < rank + OPENING_LINES && doc->lines[last].last < most; i++)
		last = outline->looks[i].line;
	return doc->lines[last].last < most ? doc->lines[last].last : most;
}

/* The clues of the role in the first words, said before and behind. */
static void
read_role(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t number,
		  int16_t *clues)
{
	const Mark *role =
		clues[CLUE_ROLE] ? role_in(doc, doc->lines[number].first, opening_end(doc, outline, number))
						 : NULL;
	const Content *word =
		role != NULL ? &outline->content[content_from(outline, role->to - 1)] : NULL;

	if (word == NULL || word->at != role->to - 1)
		return;
	clues[CLUE_TITLE_AGAIN] = word->previous > doc->lines[segment->line].from;
	clues[CLUE_REPEATED_TITLE] = clues[CLUE_TITLE_AGAIN] && !clues[CLUE_WORK_BEFORE];
	clues[CLUE_ROLE_GOES_ON] = word->next > 0 && word->next < role->to + 4 * WORDS_BEHIND;
}

/* The clues of the phrases in a range that tell of hiring and of the employer. */
static void
read_leads(const Doc *doc, uint32_t from, uint32_t to, int16_t *clues)
{
	const Marks *leads = &doc->marks[KIND_TITLE_LEAD];
	const Marks *tails = &doc->marks[KIND_COMPANY_TAIL];

	for (const Mark *mark = mark_from(doc, KIND_TITLE_LEAD, from);
		 mark != NULL && mark < leads->items + leads->count && mark->to <= to; mark++)
		if (!(mark->entry->flags & ENTRY_WEAK))
		{
			clues[CLUE_LEAD] = 1;
			clues[CLUE_EARLY_LEAD] |= mark->from < from + 20;
		}
	for (const Mark *mark = mark_from(doc, KIND_COMPANY_TAIL, from);
		 mark != NULL && mark < tails->items + tails->count && mark->to <= to; mark++)
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

/* The clues of the first words of what begins at a line. */
static void
read_phrases(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	uint32_t	from = doc->lines[number].first;
	uint32_t	to = opening_end(doc, outline, number);
	const Mark *role = role_in(doc, from, to);

	clues[CLUE_ROLE] = role != NULL;
	clues[CLUE_EARLY_ROLE] = role != NULL && role->from < from + 12;
	read_leads(doc, from, to, clues);
	if (doc->marks[KIND_CURRENCY].count > 0)
		read_money(doc, segment, from, clues);
}

/* The clues of the first lines of what begins at a line. */
static void
read_opening(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	const Looks *looks = &outline->looks[outline->lines[number].rank];

	for (uint32_t seen = 0; seen < OPENING_LINES && looks[seen].line < doc->n_lines; seen++)
	{
		uint32_t	i = looks[seen].line;
		const Line *line = &doc->lines[i];

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
			if (seen < 4 && (outline->lines[i].label == LABEL_TITLE + 1 ||
							 outline->lines[i].label == LABEL_COMPANY + 1))
				clues[CLUE_TITLE_LABEL] = 1;
			clues[CLUE_LABEL_AGAIN] |= (segment->labels >> (outline->lines[i].label - 1) & 1);
		}
		if (seen < 4 && line->words <= 12)
		{
			const Mark *place = mark_from(doc, KIND_PLACE, line->first);

			clues[CLUE_PLACE] |=
				place != NULL && place->to <= line->last && !(place->entry->flags & ENTRY_WEAK);
		}
	}
}

/* The clues of the sections of the text behind. */
static void
read_behind(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	const LineFacts *facts = outline->lines;
	uint32_t	until = facts[number].until;
	uint32_t	behind = facts[until].body - facts[number].body;
	uint32_t	again = 0;

	(void) doc;
	for (uint32_t i = facts[number].telling; i < until; i = facts[i + 1].telling)
	{
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
	uint32_t	from = segment->named > first ? segment->named : first;

	for (const Content *word = &outline->content[content_from(outline, from)]; word->at < to;
		 word++)
	{
		uint32_t	k = 0;

		if (word->previous <= first || !is_name(doc, word->at))
			continue;
		while (k < segment->n_names && doc->tokens[outline->content[segment->names[k]].at].hash !=
										   doc->tokens[word->at].hash)
			k++;
		if (k == MOST_NAMES)
			continue;
		segment->names[k] = (uint32_t) (word - outline->content);
		segment->n_names += k == segment->n_names;
	}
	segment->named = to;
}

/* The clues of the names that begin, end and go on. */
static void
read_names(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	uint32_t	first = doc->lines[segment->line].from;
	uint32_t	from = doc->lines[number].from;
	uint32_t	to = from + OPENING_WORDS < doc->n_tokens ? from + OPENING_WORDS : doc->n_tokens;

	note_names(doc, outline, segment, from);
	for (const Content *word = &outline->content[content_from(outline, from)]; word->at < to;
		 word++)
		if (word->next > 0 && word->next < from + 6 * WORDS_BEHIND && word->previous <= first &&
			is_name(doc, word->at) && clues[CLUE_NEW_NAMES] < 5)
			clues[CLUE_NEW_NAMES]++;
	for (uint32_t k = 0; k < segment->n_names; k++)
	{
		uint32_t	next = outline->content[segment->names[k]].next;

		if (next > 0 && next < from + 6 * WORDS_BEHIND)
			clues[CLUE_SAME_NAMES]++;
		else
			clues[CLUE_OLD_NAMES]++;
	}
}

/* The signs of bullets of lines with words, as bits. */
static uint64_t
bullet_signs(const Doc *doc, const Outline *outline, uint32_t from, uint32_t to)
{
	uint64_t	signs = 0;

	for (uint32_t i = from; i < to; i++)
		signs |= bullet_sign(doc, &doc->lines[outline->looks[i].line]);
	return signs;
}

/* The clues of the look of the lines on both sides. */
static void
read_look(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	uint32_t	first = outline->lines[segment->line].rank;
	uint32_t	middle = outline->lines[number].rank;
	uint32_t	from = middle - first > STYLE_LINES ? middle - STYLE_LINES : first;
	uint32_t	next = outline->lines[number + 1].rank;
	uint32_t	to = next + STYLE_LINES < outline->n_looks ? next + STYLE_LINES : outline->n_looks;
	const Looks *looks = outline->looks;
	uint32_t	before = middle - from,
				behind = to - next;
	uint32_t	left,
				right;

	if (before == 0 || behind == 0)
		return;
	left = (looks[middle].apart - looks[from].apart) * 4 / before;
	right = (looks[to].apart - looks[next].apart) * 4 / behind;
	clues[CLUE_OTHER_GAPS] = abs((int) left - (int) right);
	clues[CLUE_OTHER_MARKUP] =
		(looks[middle].marked > looks[from].marked) != (looks[to].marked > looks[next].marked);
	/* bullets differ only where there are several */
	if (has_several(outline->bullets))
	{
		uint64_t	above = bullet_signs(doc, outline, from, middle),
					below = bullet_signs(doc, outline, next, to);

		clues[CLUE_OTHER_BULLETS] = above != 0 && below != 0 && (above & below) == 0;
	}
	left = (looks[middle].words - looks[from].words) / before;
	right = (looks[to].words - looks[next].words) / behind;
	while ((left > right * 2 || right > left * 2) && clues[CLUE_OTHER_LENGTH] < 8)
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

/* The language of a range of words, + 1; 0 where it is not plain. */
static uint32_t
language_of(const Doc *doc, uint32_t from, uint32_t to)
{
	const uint64_t small = ((uint64_t) 1 << LANGUAGES) - 1;
	uint32_t	counts[LANGUAGES] = {0};
	uint32_t	best = 0;

	for (uint32_t i = from; i < to; i++)
	{
		uint64_t	lists = doc->tokens[i].kind == TOKEN_WORD
								? token_lists(doc, i, 0) >> WORDS_SMALL_EN & small
								: 0;

		for (uint32_t l = 0; lists != 0; l++, lists >>= 1)
			counts[l] += lists & 1;
	}
	for (uint32_t l = 1; l < LANGUAGES; l++)
		if (counts[l] > counts[best])
			best = l;
	return counts[best] >= 6 ? best + 1 : 0;
}

/* The clue of the language of both sides. */
static void
read_language(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	uint32_t	from = doc->lines[number].from;
	uint32_t	first = doc->lines[segment->line].from;
	uint32_t	left = language_of(doc, from > first + 90 ? from - 90 : first, from);
	uint32_t right = language_of(doc, from, from + 90 < doc->n_tokens ? from + 90 : doc->n_tokens);

	(void) outline;
	clues[CLUE_OTHER_LANGUAGE] = left > 0 && right > 0 && left != right;
}

/* The clues of the words that go on: what share of the words behind a line was said before it. */
static void
read_cohesion(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	const uint32_t first = doc->lines[segment->line].from;
	const uint32_t from = doc->lines[number].from;
	const Content *middle = &outline->content[content_from(outline, from)];
	uint32_t	all = 0,
				known = 0,
				names = 0,
				known_names = 0;

	for (const Content *word = middle; word->at < doc->n_tokens && all < WORDS_BEHIND; word++)
	{
		const Token *token = &doc->tokens[word->at];
		bool		name;

		if (word->previous > from)
			continue;
		name = token->shape & SHAPE_FIRST_UPPER && token->gap <= GAP_SPACE && word->at > 0 &&
			   token[-1].kind == TOKEN_WORD;
		all++;
		known += word->previous > first;
		names += name;
		known_names += name && word->previous > first;
	}
	clues[CLUE_COHESION] = all > 0 ? (int16_t) (known * 20 / all) : 0;
	clues[CLUE_NAME_COHESION] = names > 0 ? (int16_t) (known_names * 20 / names) : 5;
	all = known = 0;
	for (const Content *word = middle;
		 word > outline->content && word[-1].at >= first && all < WORDS_BEHIND; word--)
	{
		uint32_t	behind = word[-1].next;

		if (behind > 0 && behind <= from)
			continue;
		all++;
		known += behind > 0 && behind < from + 4 * WORDS_BEHIND;
	}
	clues[CLUE_BACK_COHESION] = all > 0 ? (int16_t) (known * 20 / all) : 0;
}

/*
 * How many of so many chains span a place, against those
 * that span the text on both sides: in 20ths, 40 at most.
 */
static int32_t
chain_depth(uint32_t chains, uint32_t left, uint32_t right)
{
	uint32_t	depth = 40u * (chains + 1u) / (left + right + 2u);

	return depth > 40 ? 40 : (int32_t) depth;
}

/* The clues of the chains of words that span a line's begin. */
static void
read_chains(const Doc *doc, const Outline *outline, uint32_t number, int16_t *clues)
{
	uint32_t	from = doc->lines[number].from;
	const Content *here = &outline->content[content_from(outline, from)];
	const Content *left =
		&outline->content[content_from(outline, from > CHAIN_BESIDE ? from - CHAIN_BESIDE : 0)];
	const Content *right = &outline->content[content_from(
		outline, from + CHAIN_BESIDE < doc->n_tokens ? from + CHAIN_BESIDE : doc->n_tokens - 1)];

	clues[CLUE_CHAINS] = chain_depth(here->chains, left->chains, right->chains);
	clues[CLUE_NAME_CHAINS] = chain_depth(here->name_chains, left->name_chains, right->name_chains);
}

/* The clues of the role and of the chains of words, which need the words linked. */
static void
read_words(Doc *doc, Outline *outline, Segment *segment, uint32_t number, int16_t *clues)
{
	if (outline->content == NULL)
		link_words(doc, outline);
	read_role(doc, outline, segment, number, clues);
	read_chains(doc, outline, number, clues);
}

const ClueStage split_stages[SPLIT_STAGES] = {
	{CLUE_RULE, read_line},
	{CLUE_PREV_STOP, read_close},
	{CLUE_NO_ROLE_BEFORE, read_before},
	{CLUE_BODY_BEHIND, read_behind},
	{CLUE_OTHER_GAPS, read_look},
	{CLUE_LEAD, read_phrases},
	{CLUE_FIRST_WORDS, read_ends},
	{CLUE_TITLE_NEAR, read_opening},
	{CLUE_TITLE_AGAIN, read_words},
	{CLUE_NEW_NAMES, read_names},
	{CLUE_COHESION, read_cohesion},
	{CLUE_OTHER_LANGUAGE, read_language}
};

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
	while (role != NULL && role->from < doc->lines[line].to &&
		   role->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK))
		role = role + 1 < doc->marks[KIND_TITLE].items + doc->marks[KIND_TITLE].count ? role + 1
																					  : NULL;
	segment->role = role != NULL && role->from < doc->lines[line].to;
}

/* Whether a posting could begin at a line: text on both sides, and no heading right above it. */
bool
split_is_candidate(const Doc *doc, const Outline *outline, const Segment *segment, uint32_t line)
{
	uint32_t	prev = outline->lines[line].prev;

	/* a menu may open a page, too: its first line stands for it */
	return has_room(outline, doc, line) && prev != NO_LINE &&
		   !(doc->lines[line].flags & doc->lines[prev].flags & LINE_NOISE) &&
		   outline->lines[line].body - outline->lines[segment->line].body >= MIN_BODY &&
		   (outline->lines[line].breaks > 2 || outline->lines[line].rule ||
			!(outline->lines[line].underline || is_headed(doc, outline, prev)));
}
