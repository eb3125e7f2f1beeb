/*
 * sections.c
 *		Headings, labels, zones, and what is no part of the posting.
 *
 * A heading stands on a line of its own, opens a line before a colon, or stands
 * inside a paragraph whose line breaks were lost; a label is a heading whose
 * value follows ("Job Title: Data Analyst").
 */
#include "doc.h"

/* How a phrase of the lexicon serves as a heading. */
typedef enum HeadingForm
{
	FORM_NONE, FORM_LINE, FORM_COLON, FORM_INLINE
} HeadingForm;

/* Lines of a menu: so many short ones in a row that they are no posting. */
#define MENU_LINES		14
#define MENU_WORDS		5
#define MENU_KEEP_HEAD	4		/* kept at the document's begin */
#define MENU_KEEP_TAIL	6		/* kept before running text: title, place, date */

/* Whether every word of a range begins with a capital, small words aside. */
static bool
is_title_case(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_WORD && token->len > 3 && !(token->shape & SHAPE_FIRST_UPPER))
			return false;
	}
	return (doc->tokens[from].shape & SHAPE_FIRST_UPPER) != 0;
}

/* Whether the mark is glued to the text before it ("teams.Requirements", "more.About us"). */
static bool
is_glued(const Doc *doc, uint32_t i)
{
	return i > 0 && doc->tokens[i].gap == GAP_NONE && (doc->tokens[i].shape & SHAPE_FIRST_UPPER) &&
		   (doc->tokens[i].shape & SHAPE_SPLIT || token_punct(doc, i - 1, '.') ||
			token_punct(doc, i - 1, '!') || token_punct(doc, i - 1, '?') ||
			token_punct(doc, i - 1, ')') || token_punct(doc, i - 1, ':'));
}

/*
 * Whether a colon follows, perhaps behind the signs of
 * bold or short brackets: "Basic Qualifications (BQs):".
 */
static bool
has_colon(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	if (token_punct(doc, i, '*') && token_punct(doc, i + 1, '*'))
		i += 2;
	else if (token_punct(doc, i, '('))
		for (uint32_t k = i + 2; k < i + 5; k++)
			if (token_punct(doc, k, ')'))
				i = k + 1;
	return token_punct(doc, i, ':');
}

/* Whether a heading parts the sections that matter most. */
static bool
is_main_heading(const Mark *mark)
{
	return mark->entry->value == ZONE_REQUIREMENTS || mark->entry->value == ZONE_PREFERRED ||
		   mark->entry->value == ZONE_DUTIES || mark->entry->value == ZONE_BENEFITS;
}

/*
 * Whether a phrase opens a few words that are glued to what
 * follows: "Desirable skills you bring to usExperience with".
 */
static bool
is_glued_line(const Doc *doc, const Mark *mark)
{
	uint32_t	to = doc->clauses.items[doc->tokens[mark->from].clause].to;

	return is_glued(doc, mark->from) && mark->to - mark->from > 1 && to > mark->to &&
		   to - mark->from < 10 && doc->tokens[to - 1].kind == TOKEN_WORD && is_glued(doc, to);
}

/* Whether a phrase opens a few words that end in a colon: "Nice to have, but not necessary:". */
static bool
is_colon_line(const Doc *doc, const Mark *mark)
{
	for (uint32_t i = mark->to; i < mark->to + 5 && i < doc->n_tokens &&
								doc->tokens[i].line == doc->tokens[mark->from].line;
		 i++)
	{
		if (token_punct(doc, i, ':'))
			return true;
		if (doc->tokens[i].kind != TOKEN_WORD && doc->tokens[i].chr != ',')
			return false;
	}
	return false;
}

/*
 * Whether a phrase plainly stands inside a sentence, as
 * most do: no sign parts it from the words on both sides.
 */
static bool
is_inside_sentence(const Doc *doc, const Mark *mark, const Line *line)
{
	const Token *first = &doc->tokens[mark->from];

	return mark->from > line->first && line->words > 8 && first->gap == GAP_SPACE &&
		   first[-1].kind != TOKEN_PUNCT && !(first[-1].shape & SHAPE_ENDS_CLAUSE) &&
		   doc->tokens[mark->to].kind != TOKEN_PUNCT;
}

/* How a marked phrase serves; FORM_NONE where it is plain text. */
static HeadingForm
heading_form(const Doc *doc, const Mark *mark, bool after_label)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	bool		is_label = (mark->entry->flags & ENTRY_LABEL) != 0;
	bool		upper = doc->lower_case || (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER);
	bool		colon,
				starts;

	if (line->flags & LINE_NOISE || is_inside_sentence(doc, mark, line))
		return FORM_NONE;
	colon = has_colon(doc, mark);
	if (mark->from <= line->first && mark->to >= line->last)
		return line->flags & LINE_BULLET &&
					   !(line->flags & (LINE_COLON | LINE_BOLD | LINE_MARKDOWN))
				   ? FORM_NONE
				   : FORM_LINE;
	if (mark->from == line->first)
	{
		if (colon)
			return FORM_COLON;
		if (is_label && token_punct(doc, mark->to, '-') && doc->tokens[mark->to].gap == GAP_SPACE &&
			mark->to + 1 < line->to && doc->tokens[mark->to + 1].gap == GAP_SPACE && upper)
			return FORM_COLON;
	}
	/* a short line that begins or ends with a known heading, set off as one */
	if (!is_label && line->words <= 8 && !(line->flags & LINE_TEXT) &&
		(line->flags & (LINE_COLON | LINE_MARKDOWN) ||
		 (line->flags & LINE_BOLD && line->flags & LINE_BLANK)) &&
		((mark->from == line->first &&
		  (mark->to - mark->from > 1 || !token_in(doc, mark->from, WORDS_SECTIONS_PERSONS))) ||
		 mark->to == line->last) &&
		!(line->flags & LINE_BULLET && !(line->flags & LINE_COLON)))
		return FORM_LINE;
	/* "More jobs at Acme" */
	if (mark->entry->value == HEADING_TEASERS && mark->from == line->first && line->words <= 8 &&
		!(line->flags & (LINE_TEXT | LINE_BULLET)) &&
		doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER &&
		(token_is(doc, mark->to - 1, "at") || token_is(doc, mark->to - 1, "from") ||
		 token_is(doc, mark->to - 1, "in")))
		return FORM_LINE;
	/* "Preferred Qualifications, Capabilities, and Skills" */
	if (!is_label && mark->from == line->first && line->words <= 8 &&
		!(line->flags & (LINE_TEXT | LINE_BULLET)) && is_title_case(doc, line->first, line->last) &&
		!doc->lower_case && is_main_heading(mark) && !token_punct(doc, line->last - 1, '.') &&
		mark->to - mark->from > 1)
		return FORM_LINE;
	starts = doc_starts_clause(doc, mark->from) || token_punct(doc, mark->from - 1, '*') ||
			 token_punct(doc, mark->from - 1, '|') || token_punct(doc, mark->from - 1, '-') ||
			 is_glued(doc, mark->from);
	if (colon && upper &&
		(starts || (is_label && after_label) ||
		 (is_main_heading(mark) && line->words >= PARAGRAPH_WORDS && !doc->lower_case)))
		return FORM_INLINE;
	if (is_label || !starts || doc->lower_case || line->words < PARAGRAPH_WORDS ||
		mark->to >= doc->n_tokens)
		return FORM_NONE;
	if (is_main_heading(mark) && (is_glued_line(doc, mark) ||
								  (upper && mark->to - mark->from > 1 && is_colon_line(doc, mark))))
		return FORM_INLINE;
	if (!is_title_case(doc, mark->from, mark->to) && mark->to - mark->from < 3)
		return FORM_NONE;
	/* inside a paragraph: a capital, or a bullet, must follow */
	if (!(doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER) &&
		doc->tokens[mark->to].kind != TOKEN_NUMBER && !token_punct(doc, mark->to, '*') &&
		!token_punct(doc, mark->to, '-') && !token_punct(doc, mark->to, '?'))
		return FORM_NONE;
	if (is_glued(doc, mark->from) || is_glued(doc, mark->to))
		return FORM_INLINE;
	return upper && doc->tokens[mark->to].gap == GAP_SPACE &&
		(mark->to - mark->from > 1 || doc->tokens[mark->to].kind != TOKEN_WORD ||
		 token_punct(doc, mark->from - 1, '.')) ? FORM_INLINE : FORM_NONE;
}

/* Where an inline value ends: the line's end, or before the next "Word:". */
static uint32_t
value_end(const Doc *doc, uint32_t from)
{
	const Line *line = &doc->lines[doc->tokens[from].line];

	for (uint32_t i = from; i < line->to && i < from + 60; i++)
	{
		const Token *token = &doc->tokens[i];

		if (i > from && token->kind == TOKEN_PUNCT &&
			(token->chr == '|' || (token->chr == '*' && token->len > 1)))
			return i;
		if (i > from + 1 && token->kind == TOKEN_PUNCT && token->chr == ':' &&
			token->gap == GAP_NONE && i + 1 < line->to && doc->tokens[i + 1].gap != GAP_NONE &&
			doc->tokens[i - 1].kind == TOKEN_WORD)
		{
			uint32_t	end = i - 1;
			const Mark *label = mark_before(doc, KIND_HEADING, i);

			/* "Asset Management Industry Location:" */
			if (label != NULL && label->from > from + 1 && label->entry->flags & ENTRY_LABEL &&
				label->entry->value == HEADING_LABEL + LABEL_LOCATION)
				return label->from;
			while (end > from + 1 && i - end < 3 && doc->tokens[end].gap == GAP_SPACE &&
				   doc->tokens[end - 1].kind == TOKEN_WORD &&
				   (doc->tokens[end - 1].shape & SHAPE_FIRST_UPPER) &&
				   (doc->tokens[end].shape & SHAPE_FIRST_UPPER))
				end--;
			return end;
		}
		/* but not "Analyst 9-P11" */
		if (i > from && is_glued(doc, i) && token->shape & SHAPE_SPLIT &&
			!token_punct(doc, i - 1, '-'))
			return i;
	}
	return line->to < from + 60 ? line->to : from + 60;
}

/* The short line behind a label that stands alone: its value. */
static Range
next_line_value(const Doc *doc, uint32_t line_number)
{
	for (uint32_t i = line_number + 1; i < doc->n_lines && i <= line_number + 2; i++)
	{
		const Line *line = &doc->lines[i];
		const Mark *mark;

		if (line->first >= line->last)
			continue;
		mark = mark_at(doc, KIND_HEADING, line->first);
		if (line->words > 14 || line->flags & (LINE_NOISE | LINE_COLON) ||
			(mark != NULL && mark->to >= line->last && mark->entry->flags & ENTRY_LABEL))
			break;
		return (Range) {line->first, line->last};
	}
	return (Range) {0, 0};
}

/* Notes a label and its value. */
static void
add_label(Doc *doc, const Mark *mark, HeadingForm form)
{
	LabelValue *value = VEC_PUSH(doc->arena, &doc->labels);
	uint32_t	line = doc->tokens[mark->from].line;
	uint32_t	from = mark->to;

	value->label = (Label) (mark->entry->value - HEADING_LABEL);
	doc->label_kinds |= 1u << value->label;
	value->name = (Range) {mark->from, mark->to};
	while (from < doc->lines[line].to && doc->tokens[from].kind == TOKEN_PUNCT &&
		   (doc->tokens[from].chr == ':' || doc->tokens[from].chr == '*' ||
			doc->tokens[from].chr == '-' || doc->tokens[from].chr == '_'))
		from++;
	if (form == FORM_LINE || from >= doc->lines[line].to)
		value->value = next_line_value(doc, line);
	else
		value->value = (Range) {from, value_end(doc, from)};
}

/* The zone that a label opens, or -1. */
static int
label_zone(Label label)
{
	switch (label)
	{
		case LABEL_SALARY:
			return ZONE_PAY;
		case LABEL_LOCATION:
			return ZONE_LOCATION;
		case LABEL_SKILLS:
		case LABEL_EXPERIENCE:
		case LABEL_EDUCATION:
		case LABEL_LANGUAGES:
			return ZONE_REQUIREMENTS;
		case LABEL_BENEFITS:
			return ZONE_BENEFITS;
		case LABEL_CONTACT:
			return ZONE_PROCESS;
		default:
			return -1;
	}
}

/* Opens a zone. */
static void
add_zone(Doc *doc, uint32_t heading, uint32_t body, uint8_t zone, bool stack)
{
	/* a heading inside a label's value ends the value */
	while (doc->zones.count > 0 && doc->zones.items[doc->zones.count - 1].heading > heading)
		doc->zones.count--;
	*VEC_ADD(doc->arena, &doc->zones) = (ZoneStart) {heading, body, zone, stack};
	doc->has_work |= zone == ZONE_DUTIES || zone == ZONE_REQUIREMENTS;
}

/* Ends the zone of a label behind its value: the zone before it goes on. */
static void
close_label(Doc *doc, uint8_t before)
{
	const LabelValue *label = &doc->labels.items[doc->labels.count - 1];

	if (label->value.from < label->value.to && label->value.to < doc->n_tokens)
		add_zone(doc, label->value.to, label->value.to, before, false);
}

/* Takes one phrase as the heading that it is. */
static void
take_heading(Doc *doc, const Mark *mark, HeadingForm form)
{
	uint32_t	value = mark->entry->value;
	Line	   *line = &doc->lines[doc->tokens[mark->from].line];
	uint32_t	body = mark->to;
	int			zone = (int) value;

	if (form == FORM_LINE)
	{
		line->flags |= LINE_HEADING;
		body = line->to;
	}
	if (value >= HEADING_LABEL)
	{
		add_label(doc, mark, form);
		zone = label_zone((Label) (value - HEADING_LABEL));
		if (zone < 0)
			return;
	}
	while (body < line->to && token_punct(doc, body, ':'))
		body++;
	if (value == HEADING_STACK)
		zone = ZONE_REQUIREMENTS;
	/* "Knowledge of" is an item of what is preferred, too */
	if (form == FORM_INLINE && zone == ZONE_REQUIREMENTS && !has_colon(doc, mark) &&
		mark_at(doc, KIND_SKILL_LEAD, mark->from) != NULL && doc->zones.count > 0 &&
		doc->zones.items[doc->zones.count - 1].zone == ZONE_PREFERRED)
		return;
	if (value == HEADING_TEASERS)
	{
		if (form != FORM_LINE)
			return;
		zone = ZONE_NOISE;
	}
	{
		uint8_t before =
			doc->zones.count > 0 ? doc->zones.items[doc->zones.count - 1].zone : ZONE_SUMMARY;

		add_zone(doc, mark->from, body, (uint8_t) zone, value == HEADING_STACK);
		if (value == HEADING_LABEL + LABEL_SALARY || value == HEADING_LABEL + LABEL_LOCATION ||
			value == HEADING_LABEL + LABEL_CONTACT)
			close_label(doc, before);
	}
}

/* Whether a line is nothing but what menus, cookie banners and footers say. */
static bool
is_noise_line(const Doc *doc, const Line *line)
{
	const Mark *mark;

	if (line->first >= line->last || line->words > 14)
		return false;
	mark = mark_at(doc, KIND_NOISE, line->first);
	if (mark == NULL)
		return false;
	return mark->to >= line->last ||
		(mark->to + 1 == line->last && doc->tokens[mark->to].kind == TOKEN_PUNCT);
}

/* Whether a line could stand in a menu. */
static bool
is_menu_line(const Doc *doc, const Line *line)
{
	const Mark *heading;

	if (line->words > MENU_WORDS || line->flags & LINE_TEXT)
		return false;
	if (line->flags & LINE_MARKDOWN)
		return false;
	heading = line->first < line->last ? mark_at(doc, KIND_HEADING, line->first) : NULL;
	if (heading != NULL && heading->to >= line->last &&
		(heading->entry->value == ZONE_DUTIES || heading->entry->value == ZONE_REQUIREMENTS ||
		 heading->entry->value == ZONE_PREFERRED || heading->entry->value == ZONE_BENEFITS))
		return false;
	if (heading != NULL && (token_punct(doc, heading->to, ':')) && heading->to + 1 < line->to)
		return false;			/* "Location: Boston" */
	/* the same, the value on the next line; filters of a search page list theirs */
	if (heading != NULL && heading->to >= line->last && heading->entry->flags & ENTRY_LABEL &&
		!(line->flags & LINE_BULLET) && line + 1 < doc->lines + doc->n_lines &&
		line[1].first < line[1].last && !(line[1].flags & LINE_BULLET) && line[1].words > 0 &&
		mark_at(doc, KIND_PLACE, line[1].first) != NULL)
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
		if (doc->tokens[i].kind == TOKEN_SIGN && i + 1 < line->last &&
			doc->tokens[i + 1].kind == TOKEN_NUMBER)
			return false;
	return true;
}

/* Whether a run of short lines is a list of skills rather than a menu. */
static bool
is_skill_list(const Doc *doc, uint32_t from, uint32_t to)
{
	uint32_t	hits = 0;
	uint32_t	bullets = 0;

	for (uint32_t i = from; i < to; i++)
	{
		const Line *line = &doc->lines[i];
		const Mark *mark =
			line->first < line->last ? mark_from(doc, KIND_SKILL, line->first) : NULL;

		hits += mark != NULL && mark->to <= line->last;
		bullets += (line->flags & LINE_BULLET) != 0;
	}
	return hits * 3 > to - from || (bullets * 2 > to - from && hits * 5 > to - from);
}

/* Marks long runs of short lines as menus. */
static void
find_menus(Doc *doc)
{
	for (uint32_t i = 0; i < doc->n_lines;)
	{
		uint32_t	stop = i;
		uint32_t	from = i;
		uint32_t	to;

		while (stop < doc->n_lines && is_menu_line(doc, &doc->lines[stop]))
			stop++;
		if (stop == i)
		{
			i++;
			continue;
		}
		to = stop;
		if (i == 0)
			from += MENU_KEEP_HEAD;
		if (stop < doc->n_lines)
			to -= MENU_KEEP_TAIL < to - i ? MENU_KEEP_TAIL : to - i;
		if (stop - i >= MENU_LINES && from < to && !is_skill_list(doc, i, stop))
			for (uint32_t k = from; k < to; k++)
				doc->lines[k].flags |= LINE_NOISE;
		i = stop;
	}
}

/*
 * Whether a line is what job boards put under each card
 * of a list: "Posted 3 days ago", "View all Acme jobs".
 */
static bool
is_card_line(const Doc *doc, const Line *line)
{
	static const char *const second[][2] = {
		{"view", "all"}, {"salary", "search"}, {"see", "popular"}, {"early", "applicant"},
		{"be", "an"}, {"save", "job"}, {"quick", "apply"}, {"view", "job"}, {"view", "similar"}
	};
	char		lead;

	if (line->first >= line->last || line->words > 16)
		return false;
	lead = doc->tokens[line->first].lead;
	if (token_in(doc, line->first, WORDS_SECTIONS_CARD_FIRST) && line->words <= 8)
		return true;
	for (size_t i = 0; i < lengthof(second); i++)
		if (lead == second[i][0][0] && token_is(doc, line->first, second[i][0]) &&
			token_is(doc, line->first + 1, second[i][1]))
			return true;
	for (uint32_t i = line->first + 1; i < line->last && line->words <= 8; i++)
		if (token_is(doc, i, "ago") &&
			(token_is(doc, i - 1, "days") || token_is(doc, i - 1, "day") ||
			 token_is(doc, i - 1, "hours") || token_is(doc, i - 1, "hour") ||
			 token_is(doc, i - 1, "weeks") || token_is(doc, i - 1, "week") ||
			 token_is(doc, i - 1, "d")))
			return true;
	return false;
}

/* The running text between two cards, and how many lines they may be apart. */
#define CARD_LINES	16
#define CARD_WORDS	140
#define CARD_MIN	4

/* Marks lists of cards, teasers of other jobs, as noise. */
static void
find_cards(Doc *doc)
{
	uint32_t   *cards = arena_alloc(doc->arena, (doc->n_lines + 1) * sizeof(uint32_t));
	uint32_t	n = 0;

	for (uint32_t i = 0; i < doc->n_lines; i++)
		if (is_card_line(doc, &doc->lines[i]))
			cards[n++] = i;
	for (uint32_t i = 0; i < n;)
	{
		uint32_t	last = i;

		while (last + 1 < n && cards[last + 1] - cards[last] <= CARD_LINES)
		{
			uint32_t	words = 0;

			for (uint32_t k = cards[last]; k < cards[last + 1]; k++)
				words += doc->lines[k].words;
			if (words > CARD_WORDS)
				break;
			last++;
		}
		if (last - i + 1 >= CARD_MIN)
		{
			uint32_t	from = cards[i] > 6 ? cards[i] - 6 : 0;

			for (uint32_t k = from; k <= cards[last]; k++)
				doc->lines[k].flags |= LINE_NOISE;
		}
		i = last + 1;
	}
}

/* A page around a posting: so many lines, so much of them outside the core. */
#define PAGE_LINES		80
#define CORE_MARGIN		14		/* lines kept before the core: title, place, pay */
#define CORE_TAIL		3

/* What a line adds to the core of a page: running text speaks for it, a menu's line against it. */
static int
core_weight(const Doc *doc, const Line *line)
{
	if (line->first >= line->last)
		return 0;
	if (line->flags & LINE_NOISE)
		return -6;
	if (line->words >= 9)
		return (int) (line->words < 60 ? line->words : 60);
	if (line->flags & LINE_BULLET && line->words >= 5)
		return 4;
	if (mark_at(doc, KIND_HEADING, line->first) != NULL)
		return 0;
	return -3;
}

/*
 * Finds the core of a scraped page, the stretch with the most running text, and
 * marks what lies far from it as noise: search forms, lists of other jobs.
 */
static void
find_core(Doc *doc)
{
	int			sum = 0,
				best = 0;
	uint32_t	from = 0,
				best_from = 0,
				best_to = 0;
	uint32_t	outside;

	if (doc->n_lines < PAGE_LINES)
		return;
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		sum += core_weight(doc, &doc->lines[i]);
		if (sum <= 0)
		{
			sum = 0;
			from = i + 1;
		}
		else if (sum > best)
		{
			best = sum;
			best_from = from;
			best_to = i + 1;
		}
	}
	best_from = best_from > CORE_MARGIN ? best_from - CORE_MARGIN : 0;
	best_to = best_to + CORE_TAIL < doc->n_lines ? best_to + CORE_TAIL : doc->n_lines;
	outside = doc->n_lines - (best_to - best_from);
	if (best < 150 || outside < PAGE_LINES / 2 || outside * 3 < doc->n_lines)
		return;
	for (uint32_t i = 0; i < doc->n_lines; i++)
		if (i >= MENU_KEEP_HEAD && (i < best_from || i >= best_to))
			doc->lines[i].flags |= LINE_NOISE;
}

/* Notes short set-off lines that no lexicon knows: they are headings, too. */
static void
find_unknown_headings(Doc *doc)
{
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		Line	   *line = &doc->lines[i];

		if (line->first >= line->last || line->words > 9 ||
			line->flags & (LINE_HEADING | LINE_TEXT | LINE_NOISE))
			continue;
		if (line->flags & (LINE_MARKDOWN | LINE_BOLD) ||
			(line->flags & LINE_COLON && line->flags & LINE_BLANK && !(line->flags & LINE_BULLET)))
			line->flags |= LINE_HEADING;
	}
}

/* Gives every token its zone, and notes where each zone reaches. */
static void
spread_zones(Doc *doc)
{
	ZoneStretch *last = NULL;
	uint32_t	next = 0;
	uint8_t		zone = ZONE_SUMMARY;
	const Line *line = doc->lines;
	Token	   *tokens = doc->tokens;

	for (uint32_t i = 0; i < doc->n_tokens;)
	{
		uint32_t	stop;
		uint8_t		now;

		while (next < doc->zones.count && doc->zones.items[next].heading <= i)
			zone = doc->zones.items[next++].zone;
		while (line->to <= i)
			line++;
		stop = next < doc->zones.count && doc->zones.items[next].heading < line->to
				   ? doc->zones.items[next].heading
				   : line->to;
		now = line->flags & LINE_NOISE ? ZONE_NOISE : zone;
		if (last == NULL || last->zone != now)
		{
			last = VEC_ADD(doc->arena, &doc->stretches);
			*last = (ZoneStretch) {{i, i}, now};
		}
		last->at.to = stop;
		if (now != ZONE_SUMMARY)	/* which all tokens have at first */
			for (Token *token = tokens + i, *end = tokens + stop; token < end; token++)
				token->zone = now;
		i = stop;
	}
}

/*
 * "Experience with one of these would be an advantage:" — a sentence that ends
 * in a colon and asks opens a zone for the list behind it.
 */
static void
open_by_sentence(Doc *doc, uint32_t line_number)
{
	const Line *line = &doc->lines[line_number];
	const Marks *marks = &doc->marks[KIND_REQUIREMENT];
	bool		required = false,
				preferred = false;
	uint8_t now = doc->zones.count > 0 ? doc->zones.items[doc->zones.count - 1].zone : ZONE_SUMMARY;

	if (!(line->flags & LINE_COLON) || line->flags & (LINE_NOISE | LINE_HEADING) ||
		line->words < 3 || line->words > 40)
		return;
	for (const Mark *mark = mark_from(doc, KIND_REQUIREMENT, line->first);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= line->last; mark++)
		if (!(mark->entry->flags & ENTRY_WEAK))
		{
			required |= mark->entry->value == REQUIREMENT_REQUIRED;
			preferred |= mark->entry->value == REQUIREMENT_PREFERRED;
		}
	if (preferred && now != ZONE_PREFERRED)
		add_zone(doc, line->first, line->to, ZONE_PREFERRED, false);
	else if (required && !preferred && now != ZONE_REQUIREMENTS)
		add_zone(doc, line->first, line->to, ZONE_REQUIREMENTS, false);
}

/* Finds headings, labels, zones and noise. */
void
doc_sections(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_HEADING];
	uint32_t	label_line = UINT32_MAX;
	uint32_t	next_line = 0;

	for (uint32_t i = 0; i < doc->n_lines; i++)
		if (is_noise_line(doc, &doc->lines[i]))
			doc->lines[i].flags |= LINE_NOISE;
	find_cards(doc);
	find_menus(doc);
	find_core(doc);
	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		HeadingForm form;

		for (; next_line < doc->tokens[mark->from].line; next_line++)
			open_by_sentence(doc, next_line);
		form = heading_form(doc, mark, doc->tokens[mark->from].line == label_line);

		if (form == FORM_NONE || doc->lines[doc->tokens[mark->from].line].flags & LINE_HEADING)
			continue;			/* one heading a line */
		if (mark->entry->flags & ENTRY_LABEL)
			label_line = doc->tokens[mark->from].line;
		take_heading(doc, mark, form);
	}
	for (; next_line < doc->n_lines; next_line++)
		open_by_sentence(doc, next_line);
	find_unknown_headings(doc);
	spread_zones(doc);
}
