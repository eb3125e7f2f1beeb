/*
 * company_line.c
 *		Employers where boards and letters put them: behind labels, in short lines
 *		beside the title, in the line that opens the text, behind "About".
 */
#include "company_candidate.h"

/* Names behind labels; an agency's label gives the agency. */
static void
from_label_values(Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *label = &doc->labels.items[i];
		Range		value = label->value;

		if ((label->label != LABEL_COMPANY && label->label != LABEL_AGENCY) ||
			doc->tokens[label->name.from].zone == ZONE_NOISE)
			continue;
		while (value.from < value.to && doc->tokens[value.from].kind == TOKEN_PUNCT)
			value.from++;
		value.to -= value.to > value.from && token_punct(doc, value.to - 1, '"');
		if (value.from >= value.to || value.to - value.from > 14 ||
			token_in(doc, value.from, WORDS_COMPANY_NEVER) ||
			(doc->tokens[value.from].kind == TOKEN_NUMBER && doc->tokens[value.from].len > 2) ||
			(doc_is_foreign(doc) && token_in(doc, label->name.from, WORDS_COMPANY_KIND) &&
			 company_is_covered(doc, value, KIND_PLACE)))
			continue;
		if (label->label == LABEL_COMPANY)
			company_propose(doc, all, value, CLUE_LABEL);
		else if (doc->posting->agency.s == NULL)
			doc->posting->agency = range_text(doc, value);
	}
}

/* "Company: Acme": the heading of a section whose line is a name only. */
static void
from_company_headings(Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < doc->zones.count; i++)
	{
		const ZoneStart *zone = &doc->zones.items[i];
		const Line *line = &doc->lines[doc->tokens[zone->heading].line];
		Range		value = {zone->body, line->last};
		Range		name;

		if (zone->zone != ZONE_COMPANY || token_is(doc, zone->heading, "team") ||
			zone->body >= line->last || zone->body <= zone->heading ||
			zone->body > zone->heading + 4 || !token_punct(doc, zone->body - 1, ':') ||
			line->words > 10)
			continue;
		name = company_name_at(doc, zone->body);
		if (name.from >= name.to || (name.to < line->last && !token_punct(doc, name.to, '(')))
			continue;
		company_propose(doc, all, value, CLUE_LABEL);
	}
}

/* Names behind "About" on a line of its own, be they in lower case. */
static void
from_about_lines(Doc *doc, Candidates *all)
{
	const Marks *marks = &doc->marks[KIND_COMPANY_LEAD];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const Line *line = &doc->lines[doc->tokens[mark->from].line];
		const Mark *heading;
		bool		article = mark->to + 1 < line->last && doc_is_foreign(doc) &&
			company_is_article(doc, mark->to);
		Range		name = {mark->to + article, line->last};

		if (mark->entry->value != LEAD_ABOUT || line->first != mark->from ||
			line->last <= mark->to || line->words > 7 || token_punct(doc, line->last - 1, '.'))
			continue;
		heading = mark_at(doc, KIND_HEADING, line->first);
		name.to -= token_punct(doc, name.to - 1, '?') || token_punct(doc, name.to - 1, '!');
		if ((heading != NULL && heading->to >= line->last) || name.to <= name.from ||
			company_name_at(doc, name.from).to >= name.to ||
			token_in(doc, name.from, WORDS_COMPANY_NEVER) ||
			(doc_is_foreign(doc) && token_in(doc, name.from, WORDS_COMPANY_NEVER_ABROAD)))
			continue;
		company_propose(doc, all, name, CLUE_ABOUT_LINE);
	}
}

/*
 * The name that opens a line of attributes: "Acme | Boston",
 * "Acme (YC W21) - New York"; empty where none does.
 */
static Range
segment_name(const Doc *doc, const Line *line)
{
	Range		name = {line->first, line->first};
	uint32_t	bars = 0;
	uint32_t	i;
	const Mark *place;

	for (i = line->first; i < line->last && i < line->first + 60; i++)
		if (token_punct(doc, i, '|'))
		{
			if (bars++ == 0)
				name.to = i;
		}
	if (bars >= 2 && name.to - name.from <= 10)
	{
		/* step back over "(YC W21)", "(https://...)" */
		for (i = line->first + 1; i < name.to; i++)
			if (token_punct(doc, i, '('))
				name.to = i;
		return name;
	}
	name = company_name_at(doc, line->first + token_is(doc, line->first, "the"));
	i = name.to;
	if (token_punct(doc, i, '('))
		while (i < line->last && i < name.to + 20 && !token_punct(doc, i++, ')'))
			continue;
	place = mark_from(doc, KIND_PLACE, i);
	if (i >= line->last ||
		!(token_punct(doc, i, '|') || token_punct(doc, i, '-') ||
		  (token_punct(doc, i, ',') && line->words < 8)) ||
		place == NULL || place->to > line->last || place->from > i + 12 ||
		place->entry->flags & ENTRY_WEAK)
		return (Range) {0, 0};
	return name;
}

/*
 * The employer that a short line consists of, or opens: "Acme", "Acme
 * - Wien", "Acme, Boston, MA"; empty where it is something else.
 */
static Range
header_name(const Doc *doc, const Line *line)
{
	Range		name = {line->first, line->last};
	const Mark *place;

	/* "Dr. Maier + Partner GmbH": the form vouches for the whole line */
	if (line->words <= 10 && line->last - line->first > 1 && company_has_form(doc, name))
		return name;
	if (line->words == 1 && line->last - line->first == 1 && company_is_small(doc, line->first))
		return name;
	name = company_name_at(doc, line->first + token_is(doc, line->first, "the"));
	if (name.from >= name.to)
		return name;
	if (name.to >= line->last ||
		(name.to + 1 == line->last && doc->tokens[name.to].kind == TOKEN_PUNCT))
		return name;
	/* "Acme Amsterdam Area", "Acme Boston, MA", "Acme Smallville, Kansas, United States" */
	for (uint32_t i = name.from + 1; i < name.to; i++)
	{
		place = mark_at(doc, KIND_PLACE, i);
		if ((place != NULL && !(place->entry->flags & ENTRY_WEAK)) ||
			mark_at(doc, KIND_WORKPLACE, i) != NULL)
			/* but not "Greater Boston" */
			return i == name.from + 1 && token_in(doc, name.from, WORDS_COMPANY_COMMON)
					   ? (Range) {0, 0}
					   : (Range) {name.from, i};
	}
	if (name.to - name.from > 1 && token_punct(doc, name.to, ',') &&
		(place = mark_at(doc, KIND_PLACE, name.to + 1)) != NULL &&
		token_punct(doc, place->to, ',') && mark_at(doc, KIND_PLACE, place->to + 1) != NULL)
		return (Range) {name.from, name.to - 1};
	/* "Ärzte ohne Grenzen - Wien" */
	place = mark_from(doc, KIND_PLACE, name.to);
	if (place != NULL && place->to <= line->last && place->from <= name.to + 3)
		return name;
	return (Range) {0, 0};
}

/* A name on the title's own line: "Title | Acme", "Title at Acme", "Acme - Title". */
static void
from_title_line(Doc *doc, Candidates *all, Range title)
{
	const Line *line = &doc->lines[doc->tokens[title.from].line];
	uint32_t	i = title.to;
	Range		name;

	if (line->first < title.from)
	{
		name = company_name_at(doc, line->first);
		if (name.from < name.to && name.to < title.from && title.from - name.to <= 2 &&
			doc->tokens[name.to].kind == TOKEN_PUNCT)
			company_propose(doc, all, name, CLUE_TITLE_LINE);
	}
	while (i < line->last && i < title.to + 6 && token_punct(doc, i, '('))
		while (i < line->last && !token_punct(doc, i++, ')'))
			continue;
	if (i >= line->last)
		return;
	name = company_name_at(doc, i + 1 + (token_is(doc, i + 1, "the")));
	if (name.from >= name.to)
		return;
	if (token_is(doc, i, "at") || token_punct(doc, i, '@'))
		company_propose(doc, all, name, CLUE_TITLE_AT);
	else if (token_punct(doc, i, '|') && !company_is_covered(doc, name, KIND_SKILL) &&
			 !company_is_covered(doc, name, KIND_PLACE))
		company_propose(doc, all, name, CLUE_TITLE_BAR);
	else if (token_punct(doc, i, '-') || token_punct(doc, i, ','))
		company_propose(doc, all, name, CLUE_TITLE_LINE);
}

/* A name that the title holds for it ends in a legal form: "Data Analyst - Acme Ltd". */
static void
from_title(Doc *doc, Candidates *all)
{
	for (uint32_t i = doc->title.from + 1; i + 1 < doc->title.to; i++)
	{
		Range		name;
		Candidate  *candidate;

		if (!token_punct(doc, i, '-') || doc->tokens[i].gap != GAP_SPACE)
			continue;
		name = company_name_at(doc, i + 1);
		candidate = name.to == doc->title.to && company_has_form(doc, name)
						? company_candidate(doc, all, name)
						: NULL;
		if (candidate != NULL)
			company_clue(all, candidate, name, CLUE_TITLE_AT);
	}
}

/* Whether the words of a range stand at a token, too. */
static bool
same_words(const Doc *doc, uint32_t from, Range range)
{
	for (uint32_t i = range.from; i < range.to; i++)
		if (doc->tokens[i].hash != doc->tokens[from + i - range.from].hash)
			return false;
	return true;
}

/*
 * Whether a line has neither place nor dash nor comma that would part a name from something else.
 */
static bool
is_plain(const Doc *doc, const Line *line)
{
	for (uint32_t i = line->first; i < line->last; i++)
	{
		const Mark *place = mark_at(doc, KIND_PLACE, i);

		if ((place != NULL && !(place->entry->flags & ENTRY_WEAK) && i > line->first) ||
			token_punct(doc, i, ',') || token_punct(doc, i, '|') ||
			(token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_SPACE))
			return false;
	}
	return !token_in(doc, line->first, WORDS_COMPANY_NEVER) || line->words > 1;
}

/*
 * The line under one that repeats the title, where
 * a board's page shows the posting that was chosen.
 */
static void
from_repeated_title(Doc *doc, Candidates *all, uint32_t title_line)
{
	uint32_t	words = doc->title.to - doc->title.from;
	uint32_t	hash = doc->tokens[doc->title.from].hash;
	uint32_t	found = 0;

	for (uint32_t i = title_line + 2; i + 1 < doc->n_lines && found < 3; i++)
	{
		const Line *line = &doc->lines[i];
		const Line *under = line + 1;
		Range		name;

		if (line->last - line->first != words || doc->tokens[line->first].hash != hash ||
			!same_words(doc, line->first, doc->title))
			continue;
		while (under < doc->lines + doc->n_lines && under->first >= under->last)
			under++;
		if (under >= doc->lines + doc->n_lines || under->words > 8 ||
			under->flags & (LINE_BULLET | LINE_COLON) ||
			mark_at(doc, KIND_HEADING, under->first) != NULL)
			continue;
		name = company_name_at(doc, under->first + token_is(doc, under->first, "the"));
		if (name.from < name.to && name.to == under->last)
			company_propose(doc, all, name, CLUE_HEADER);
		found++;
	}
}

/* Whether a line is an id: few signs and words, and a number of four digits or more. */
static bool
is_id_line(const Doc *doc, const Line *line)
{
	bool		number = false;

	if (line->last > line->first + 8 || line->words > 3)
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
	{
		number |= doc->tokens[i].len > 3 &&
				  (doc->tokens[i].kind == TOKEN_NUMBER || doc->tokens[i].shape & SHAPE_HAS_DIGIT);
		if (doc->tokens[i].kind == TOKEN_SIGN || token_punct(doc, i, ':') ||
			token_punct(doc, i, '/') ||
			(doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_HAS_LOWER))
			return false;
	}
	return number;
}

/*
 * Whether a form puts the employer in a line: between the title
 * and an id, or on top of the text above the title's label.
 */
static bool
is_form_line(const Doc *doc, const Line *line, bool under_title)
{
	const Line *next = line + 1;
	const Mark *label;

	if (line->words > 9 || line->flags & (LINE_BULLET | LINE_COLON) || line->words < 2)
		return false;
	while (next < doc->lines + doc->n_lines && next->first >= next->last)
		next++;
	if (next >= doc->lines + doc->n_lines)
		return false;
	if (under_title)
		return is_id_line(doc, next);
	label = mark_at(doc, KIND_HEADING, next->first);
	return label != NULL && label->entry->value == HEADING_LABEL + LABEL_TITLE &&
		   token_punct(doc, label->to, ':');
}

/* Whether a token may stand in a name that fills its line: "of", "&", the "/" of "FOO/BAR". */
static bool
is_of_whole_line(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_WORD)
		return token->len <= 4 || token->shape & SHAPE_FIRST_UPPER;
	return token_punct(doc, i, '\'') || token_text(doc, i)[0] == '&' ||
		   (token->gap == GAP_NONE && token[1].gap == GAP_NONE && token_punct(doc, i, '/')) ||
		   (token->gap == GAP_NONE && token_punct(doc, i, '-'));
}

/*
 * The line's whole name where a form puts the employer: "Department of
 * Mills", then "JC-53412"; "Nordwick Mills Armenia", then "TITLE: Miller".
 */
static void
from_form_line(Doc *doc, Candidates *all, const Line *line, bool under_title)
{
	Range		name = {line->first, line->last};

	if (!is_form_line(doc, line, under_title))
		return;
	for (uint32_t i = name.from; i < name.to; i++)
		if (!is_of_whole_line(doc, i))
		{
			name = header_name(doc, line);
			break;
		}
	if (name.from < name.to && mark_before(doc, KIND_TITLE, name.to) == NULL)
		company_propose(doc, all, name, CLUE_FORM_LINE);
}

/*
 * Short lines under and over the title, where boards
 * put the employer, and the line that opens the text.
 */
static void
from_header(Doc *doc, Candidates *all)
{
	bool		titled = doc->title.to > doc->title.from;
	uint32_t	title_line = titled ? doc->tokens[doc->title.from].line : 0;
	uint32_t	under = 0;
	uint32_t	over = 0;

	if (titled)
		from_repeated_title(doc, all, title_line);
	if (title_line > 40)
		return;
	for (uint32_t i = title_line > 3 ? title_line - 3 : 0;
		 i < doc->n_lines && i < title_line + 7 && under < 3; i++)
	{
		const Line *line = &doc->lines[i];
		const Mark *heading;
		Range		name;
		/* the heading under the title's, where boards put nothing but the employer */
		bool		whole;

		if (line->first >= line->last || line->flags & LINE_NOISE || (titled && i == title_line))
			continue;
		under += i > title_line || !titled;
		if (titled && (i > title_line ? under == 1
									  : i + 3 > title_line && over++ == 0 &&
											doc->tokens[line->first].start < 80))
			from_form_line(doc, all, line, i > title_line);
		heading = mark_at(doc, KIND_HEADING, line->first);
		if (line->words > 14 || line->flags & (LINE_BULLET | LINE_COLON) ||
			token_punct(doc, line->last - 1, '.') || (heading != NULL && line->words <= 6))
			continue;
		whole = titled && under == 1 && i > title_line && line->flags & LINE_MARKDOWN &&
				line->words <= 6 && !token_in(doc, line->last - 1, WORDS_COMPANY_PARTS);
		name = whole && is_plain(doc, line) ? (Range) {line->first, line->last}
											: header_name(doc, line);
		/* "Data Analyst - Acme" */
		for (uint32_t k = name.from + 1; k + 1 < name.to; k++)
			if (token_punct(doc, k, '-') && doc->tokens[k].gap == GAP_SPACE &&
				mark_before(doc, KIND_TITLE, k) != NULL)
				name.from = k + 1;
		if (name.from < name.to)
			company_propose(doc, all, name,
							!titled                        ? CLUE_FIRST_LINE
							: i > title_line && under == 1 ? CLUE_HEADER
														   : CLUE_HEADER_NEAR);
		else if (whole && !token_in(doc, line->first, WORDS_COMPANY_NEVER))
			company_propose(doc, all, (Range) {line->first, line->last}, CLUE_HEADER);
	}
	if (titled)
	{
		uint32_t	words = doc->title.to - doc->title.from;

		from_title(doc, all);
		from_title_line(doc, all, doc->title);
		/* a page's heading says the title, too: "Engineer - Acme" */
		for (uint32_t i = 0; i < title_line; i++)
			if (doc->lines[i].last > doc->lines[i].first + words &&
				same_words(doc, doc->lines[i].first, doc->title))
				from_title_line(doc, all,
								(Range) {doc->lines[i].first, doc->lines[i].first + words});
	}
}

/* The first segment of a line of attributes that opens the text. */
static void
from_first_line(Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < doc->n_lines && i < 6; i++)
	{
		const Line *line = &doc->lines[i];

		/* a heading stands above it */
		if (line->first >= line->last ||
			(mark_at(doc, KIND_HEADING, line->first) != NULL && line->words <= 6))
			continue;
		if (!doc_in_link(doc, line->first))
			company_propose(doc, all, segment_name(doc, line), CLUE_SEGMENT);
		return;
	}
}

void
company_from_labels(Doc *doc, Candidates *all)
{
	from_label_values(doc, all);
	from_company_headings(doc, all);
}

void
company_from_lines(Doc *doc, Candidates *all)
{
	from_header(doc, all);
	from_first_line(doc, all);
	from_about_lines(doc, all);
}
