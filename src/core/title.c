/*
 * title.c
 *		The job's title: labelled, in the first lines, or named in a sentence
 *		(title_sentence.c); each candidate is cut clean (title_cut.c) and the best
 *		one taken.  The title gives the O*NET-SOC code.
 */
#include "title_candidate.h"

/* Whether a label's name stands before categories and dates as often as before titles. */
static bool
names_category(const Doc *doc, Range name)
{
	return token_in(doc, name.to - 1, WORDS_TITLE_CATEGORY);
}

/* Where the value of a label ends that a text of fixed width wrapped into the next line. */
static uint32_t
wrapped_end(const Doc *doc, Range value)
{
	const Line *line = &doc->lines[doc->tokens[value.from].line];
	const Line *next = line + 1;
	const Token *last = &doc->tokens[line->last - 1];

	if (value.to != line->last || last->start + last->len - doc->tokens[line->first].start < 55 ||
		next >= doc->lines + doc->n_lines || next->first >= next->last || next->words > 6 ||
		next->flags & (LINE_BULLET | LINE_COLON | LINE_MARKDOWN) ||
		doc->tokens[next->first].gap >= GAP_BLANK ||
		mark_at(doc, KIND_HEADING, next->first) != NULL || token_punct(doc, next->last - 1, '.') ||
		title_is_sentence(doc, (Range) {next->first, next->last}))
		return value.to;
	for (uint32_t i = next->first; i < next->last; i++)
		if (token_punct(doc, i, ':'))
			return value.to;
	return next->last;
}

/* Titles behind labels. */
static void
from_labels(Doc *doc, TitleCandidates *all)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *label = &doc->labels.items[i];
		Range		value = label->value;
		bool		strong;

		/* "Position Title and Number: T-12, BAKER" */
		if (!(label->label == LABEL_TITLE ||
			  (label->label == LABEL_REFERENCE &&
			   range_has(doc, label->name.from, label->name.to, WORDS_TITLE_TITLES))) ||
			value.from >= value.to || value.to - value.from > 24 ||
			doc->tokens[value.from].zone == ZONE_NOISE)
			continue;
		value.to = wrapped_end(doc, value);
		value = title_unlink(doc, value);
		while (value.from < value.to && doc->tokens[value.from].kind == TOKEN_PUNCT)
			value.from++;
		if (value.from >= value.to || doc->tokens[value.from].kind == TOKEN_SIGN ||
			(value.to - value.from == 1 && doc->tokens[value.from].len < 3))
			continue;
		if (title_has_role(doc, value, &strong))
			title_propose(doc, all, value, title_is_sentence(doc, value) ? 30 : 100, "title.label",
						  NULL);
		else
			title_propose(doc, all, value, 44, "title.label",
						  title_is_sentence(doc, value)      ? "a sentence"
						  : names_category(doc, label->name) ? "no role"
															 : NULL);
	}
}

/* Whether a line is a heading or a label of the lexicon. */
static bool
is_known_heading(const Doc *doc, const Line *line)
{
	const Mark *mark = mark_at(doc, KIND_HEADING, line->first);

	return mark != NULL && (mark->to >= line->last || token_punct(doc, mark->to, ':'));
}

/*
 * Whether a line speaks of a role before it names it: "Enthusiasm for a career as a Store Manager".
 */
static bool
serves_role(const Doc *doc, Range range)
{
	bool		strong;

	if (mark_at(doc, KIND_TITLE_LEAD, range.from) != NULL)
		return false;
	for (uint32_t i = range.from + 1; i < range.to && i < range.from + 16; i++)
		if (token_is(doc, i, "as") || token_is(doc, i, "for") || token_is(doc, i, "to") ||
			(token_is(doc, i, "with") && doc->tokens[range.from].zone != ZONE_SUMMARY))
			/* "Mid to Senior Java Engineer" */
			return !title_has_role(doc, (Range) {range.from, i}, &strong) &&
				   mark_before(doc, KIND_SENIORITY, i) == NULL &&
				   !(mark_at(doc, KIND_SENIORITY, range.from) != NULL &&
					 mark_at(doc, KIND_SENIORITY, range.from)->to > i);
	return false;
}

/*
 * Whether a short line in capitals stands on top of a
 * header of attributes: labels, a place, a contract type.
 */
static bool
heads_attributes(const Doc *doc, const Line *line)
{
	uint32_t	attributes = 0;
	const Mark *heading;
	const Line *end = doc->lines + doc->n_lines;

	if (line->words < 2 || line->words > 9 || doc->lower_case ||
		mark_at(doc, KIND_HEADING, line->first) != NULL ||
		title_is_attribute(doc, (Range) {line->first, line->last}))
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
		if (doc->tokens[i].kind == TOKEN_NUMBER ||
			((heading = mark_at(doc, KIND_HEADING, i)) != NULL &&
			 heading->entry->flags & ENTRY_LABEL) ||
			(doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len > 3 &&
			 !(doc->tokens[i].shape & SHAPE_FIRST_UPPER)))
			return false;
	for (const Line *next = line + 1; next < end && next < line + 6; next++)
	{
		const Mark *label;

		if (next->first >= next->last)
			continue;
		if (next->words > 10)
			break;
		label = mark_at(doc, KIND_HEADING, next->first);
		if ((label != NULL && label->entry->flags & ENTRY_LABEL &&
			 label->entry->value != HEADING_LABEL + LABEL_TITLE &&
			 label->entry->value != HEADING_LABEL + LABEL_COMPANY &&
			 token_punct(doc, label->to, ':')) ||
			title_is_attribute(doc, (Range) {next->first, next->last}))
			attributes++;
	}
	return attributes >= 2;
}

/*
 * Whether a line is a title of the lexicon and nothing else:
 * "HR Manager", which also heads the line of a contact.
 */
static bool
is_known_title(const Doc *doc, const Line *line)
{
	const Mark *mark = mark_at(doc, KIND_TITLE, line->first);

	return mark != NULL && mark->to == line->last && mark->to - mark->from > 1;
}

/* Whether a French word may be the infinitive of a verb: "planifier", "établir". */
static bool
may_be_infinitive(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const char *end;

	if (i >= doc->n_tokens || token->kind != TOKEN_WORD || token->len <= 4)
		return false;
	end = token_text(doc, i) + token->len - 2;
	return end[1] == 'r' && (end[0] == 'e' || end[0] == 'i');
}

/*
 * Whether a line abroad, where capitals tell little, is a sentence:
 * its role stands late, somebody seeks, or it begins with what to do.
 */
static bool
is_foreign_sentence(const Doc *doc, const Line *line, Range range)
{
	const Mark *role = mark_from(doc, KIND_TITLE, range.from);
	const Mark *tail = mark_from(doc, KIND_COMPANY_TAIL, range.from);

	if (tail != NULL && tail->from > range.from && tail->to < range.to &&
		tail->entry->value == TAIL_SEEKS)
		return true;
	/* "Acme recherche pour un client un meunier (H/F)" */
	if (role != NULL && role->from > range.from + 1 &&
		range_has(doc, range.from + 1, role->from, WORDS_TITLE_WISH_ABROAD))
		return true;
	if (title_has_gender_mark(doc, range))
		return false;
	if (line->words > 8 && role != NULL && role->from > range.from + 5)
	{
		uint32_t	lower = 0;

		for (uint32_t i = range.from; i < range.to; i++)
			lower += doc->tokens[i].kind == TOKEN_WORD && !(doc->tokens[i].shape & SHAPE_HAS_UPPER);
		return lower * 2 > line->words;
	}
	/* "Planifier l'activité des maçons", "Monter, régler et nettoyer les moulins" */
	return doc->language[0] == 'f' && line->words > 3 && may_be_infinitive(doc, range.from) &&
		   (mark_at(doc, KIND_TITLE, range.from) == NULL ||
			(token_punct(doc, range.from + 1, ',') && may_be_infinitive(doc, range.from + 2)));
}

/* Whether a line names a level and what it is for: "SR Engenharia de Software". */
static bool
begins_with_level(const Doc *doc, Range range)
{
	const Mark *level = mark_at(doc, KIND_SENIORITY, range.from);

	return level != NULL && level->entry->value != CUE_NONE && level->to < range.to &&
		   doc->tokens[level->to].shape & SHAPE_FIRST_UPPER;
}

/*
 * Whether what seeks or names somebody further down leads to a line's
 * words: "Grain Sales" above "we are seeking Grain Sales people".
 */
static bool
is_led_again(const Doc *doc, Range range)
{
	const Marks *leads = &doc->marks[KIND_TITLE_LEAD];
	uint32_t	n = range.to - range.from;

	if (n < 2 || n > 8 || token_in(doc, range.to - 1, WORDS_COMPANY_FORM) ||
		!title_is_written_as_title(doc, range) || title_is_attribute(doc, range))
		return false;
	for (uint32_t i = 0; i < leads->count && i < 100; i++)
	{
		uint32_t	from = leads->items[i].to;

		if (from >= range.to && from + n <= doc->n_tokens &&
			title_same_words(doc, range, (Range) {from, from + n}) &&
			!(leads->items[i].entry->flags & ENTRY_WEAK))
			return true;
	}
	return false;
}

/* Whether the line above says to whom the job reports: "Reports to:". */
bool
title_follows_report(const Doc *doc, const Line *line)
{
	while (line > doc->lines && line[-1].first >= line[-1].last)
		line--;
	return line > doc->lines && line[-1].words < 4 && line[-1].flags & LINE_COLON &&
		   token_in(doc, line[-1].first, WORDS_TITLE_REPORTED_TO);
}

/* Whether a line names what a learner is to learn: "Intern - Grain Trading", "Trainee Milling". */
static bool
opens_with_learner(const Doc *doc, Range range)
{
	const Mark *level = mark_at(doc, KIND_SENIORITY, range.from);
	uint32_t	i;

	if (level == NULL || level->entry->value > SENIORITY_ENTRY || level->to != range.from + 1 ||
		mark_at(doc, KIND_TITLE, range.from) == NULL)
		return false;
	i = level->to + token_punct(doc, level->to, '-');
	return i + 1 < range.to && i + 7 > range.to && is_capital_word(doc, i) &&
		   title_is_written_as_title(doc, range) &&
		   !title_is_attribute(doc, (Range) {i, range.to});
}

/* What a line is worth as the title; 0 where it cannot be one. */
static int
line_score(const Doc *doc, const Line *line, Range range, uint32_t seen)
{
	bool		strong = false;
	bool		role = title_has_role(doc, range, &strong);
	const Mark *label;
	int			score;

	if (!role && seen == 1)
		role = title_stands_in(doc, range);
	if (!role && seen == 1 && heads_attributes(doc, line))
		return 25;
	if (!role && seen == 1 && is_led_again(doc, range))
		return 30;
	if (!role && seen == 1 && opens_with_learner(doc, range))
		return 40;
	if (!role &&
		!(seen == 1 && line->flags & LINE_MARKDOWN &&
		  (mark_from(doc, KIND_HEADING, line->first) == NULL || begins_with_level(doc, range))))
		return 0;
	/* "Mill Lane Associates" below the title */
	if (seen > 1 && range.to - range.from > 1 &&
		token_in(doc, range.to - 1, WORDS_TITLE_FIRM_ENDS) && !(line->flags & LINE_MARKDOWN))
		return 0;
	if (doc_is_foreign(doc) && is_foreign_sentence(doc, line, range))
		return 0;
	/* "1,000 data engineers", "Training for Tire Technicians" */
	if ((doc->tokens[range.from].kind == TOKEN_NUMBER && token_punct(doc, range.from + 1, ',')) ||
		serves_role(doc, range))
		return 0;
	if (!title_is_written_as_title(doc, range) &&
		!(strong && range.to - range.from <= (seen == 1 ? 8 : 4)) &&
		!title_has_gender_mark(doc, range))
		return 0;
	/* "Job function Research, Analyst": a label without its colon */
	label = mark_at(doc, KIND_HEADING, range.from);
	if (label != NULL && label->entry->flags & ENTRY_LABEL &&
		label->entry->value != HEADING_LABEL + LABEL_TITLE && label->to - label->from > 1 &&
		label->to + 1 != range.to && !(seen == 1 && is_known_title(doc, line)))
		return 0;
	/* "Reports to:" above */
	if (seen > 1 && title_follows_report(doc, line))
		return 0;
	/* the first of a list of duties */
	if (line->flags & LINE_BULLET && line + 1 < doc->lines + doc->n_lines &&
		line[1].flags & LINE_BULLET)
		return 0;
	score = (strong ? 60 : 45) - (int) seen * 2 + (line->flags & LINE_MARKDOWN ? 8 : 0) +
			(line->flags & LINE_BOLD ? 3 : 0);
	if (doc->tokens[range.from].kind == TOKEN_WORD &&
		!(doc->tokens[range.from].shape & SHAPE_FIRST_UPPER) && !doc->lower_case)
		score -= 15;
	return score;
}

/* Whether a page's title, as raw bytes, holds a text. */
static bool
page_title_holds(const Doc *doc, Str text)
{
	const Span *at = &doc->source.page_title;

	if (text.len < 4 || at->stop > doc->raw_len || at->stop - at->start > 400)
		return false;
	for (uint32_t i = at->start; i + text.len <= at->stop; i++)
		if (memcmp(doc->raw + i, text.s, text.len) == 0)
			return true;
	return false;
}

/* A heading that the title of an HTML page repeats. */
static void
from_page_title(Doc *doc, TitleCandidates *all)
{
	uint32_t	found = 0;

	if (doc->source.page_title.stop <= doc->source.page_title.start)
		return;
	for (uint32_t i = 0; i < doc->n_lines && i < 2000 && found < 2; i++)
	{
		const Line *line = &doc->lines[i];
		Range		range = {line->first, line->last};
		bool		strong;

		if (range.from >= range.to || !(line->flags & LINE_MARKDOWN) || line->words > 16 ||
			!title_has_role(doc, range, &strong) || !page_title_holds(doc, range_text(doc, range)))
			continue;
		found++;
		title_propose(doc, all, range, strong ? 104 : 85, "title.page", NULL);
	}
}

/* Whether a full stop ends an abbreviation: "Financial Controller a.i." */
static bool
ends_abbreviated(const Doc *doc, uint32_t i)
{
	return i > 1 && doc->tokens[i - 1].kind == TOKEN_WORD && doc->tokens[i - 1].len == 1 &&
		   token_punct(doc, i - 2, '.');
}

/*
 * The commas of a header and the dash that ends it, "Title,
 * Employer, Place —"; 0 where a line begins with none.
 */
static uint32_t
header_commas(const Doc *doc, const Line *line, uint32_t *commas)
{
	uint32_t	n = 0,
				depth = 0;

	for (uint32_t i = line->first; i < line->last && i < line->first + 32 && n < 7; i++)
	{
		if (token_punct(doc, i, '('))
			depth++;
		else if (token_punct(doc, i, ')') && depth > 0)
			depth--;
		else if (depth == 0 && token_punct(doc, i, ','))
			commas[n++] = i;
		else if (token_punct(doc, i, ':') && n == 0)
			return 0;
		/* a hyphen is one byte, a dash more */
		else if ((token_punct(doc, i, '-') && doc->tokens[i].len > 1) || token_punct(doc, i, ':'))
		{
			commas[n] = i;
			return i + 8 < line->last ? n : 0;
		}
		else if (title_is_sentence_word(doc, i))
			return 0;
	}
	return 0;
}

/*
 * The title of a header that a dash parts from the text: "Office
 * Manager, Acme Trust, Springfield, Illinois — The ...".
 */
static void
from_dashed_header(Doc *doc, TitleCandidates *all)
{
	uint32_t	commas[8];
	uint32_t	n;
	const Line *line = doc->lines;
	bool		place = false;
	bool		employer = false;
	bool		dashed;
	bool		strong;
	Range		title;

	while (line < doc->lines + doc->n_lines &&
		   (line->first >= line->last || line->flags & LINE_NOISE))
		line++;
	if (line >= doc->lines + doc->n_lines || (n = header_commas(doc, line, commas)) == 0)
		return;
	/* a colon ends names as well */
	dashed = token_punct(doc, commas[n], '-');
	/* the places at its end, and the employer before them */
	while (n > 0)
	{
		bool		is_place = title_is_attribute(doc, (Range) {commas[n - 1] + 1, commas[n]});

		if (employer && !is_place && !token_in(doc, commas[n] - 1, WORDS_COMPANY_KIND))
			break;
		place |= is_place;
		employer = !is_place;
		n--;
	}
	title = (Range) {line->first, commas[n]};
	if (title_has_role(doc, title, &strong) || (place && title_stands_in(doc, title)))
		title_propose(doc, all, title, 64, "title.header", NULL);
	else if (place && title.to - title.from > 1 && dashed)
		title_propose(doc, all, title, 40, "title.header", NULL);
}

/*
 * Whether a line opens with a contract type that is no part of
 * a title: "Full-time · Director", not "Freelance Engineer".
 */
static bool
opens_with_terms(const Doc *doc, const Line *line, Range range)
{
	const Mark *mark = mark_at(doc, KIND_EMPLOYMENT_TYPE, range.from);
	bool		strong;

	if (mark == NULL || (mark->entry->value == CUE_NONE && mark->to - mark->from > 1) ||
		opens_with_learner(doc, range))
		return false;
	/* "# Offre de stage - Business Developer" */
	if (line->flags & LINE_MARKDOWN && mark->to + 1 < range.to &&
		(token_punct(doc, mark->to, '-') || token_punct(doc, mark->to, ':')))
		return !title_has_role(doc, (Range) {mark->to + 1, range.to}, &strong);
	return mark->to >= range.to || doc->tokens[mark->to].kind != TOKEN_WORD ||
		   !title_has_role(doc, (Range) {mark->from, range.to}, &strong);
}

/*
 * The role behind a heading and its colon: "Job Description:
 * Data Analyst"; the whole range where none stands there.
 */
static Range
behind_heading(const Doc *doc, Range range)
{
	const Mark *mark = mark_at(doc, KIND_HEADING, range.from);
	bool		strong;

	if (mark != NULL && mark->to - mark->from > 1 && mark->entry->value < HEADING_LABEL &&
		token_punct(doc, mark->to, ':') && mark->to + 1 < range.to &&
		title_has_role(doc, (Range) {mark->to + 1, range.to}, &strong) && strong &&
		mark_before(doc, KIND_TITLE, range.to) != NULL)
		range.from = mark->to + 1;
	return range;
}

/*
 * Steps over pay and terms that a board glued to the
 * text's first line: "$60,000 a yearTruck Driver".
 */
static uint32_t
skip_glued_terms(const Doc *doc, Range range)
{
	uint32_t	from = range.from;

	for (uint32_t i = range.from; i < range.to && i < range.from + 20;)
	{
		const Mark *terms = mark_at(doc, KIND_EMPLOYMENT_TYPE, i);

		if (i > range.from && doc->tokens[i].gap == GAP_NONE && doc->tokens[i].shape & SHAPE_SPLIT)
			from = i;
		if (terms != NULL && terms->to <= range.to && terms->entry->value != CUE_NONE)
			i = terms->to;
		else if (doc->tokens[i].kind != TOKEN_WORD || token_is(doc, i, "commission") ||
				 token_in(doc, i, WORDS_TITLE_PAY_PERIODS))
			i++;
		else
			return from;
	}
	return range.from;
}

/* Steps over a heading of one word that is glued to what follows: "DescriptionData Analyst". */
static uint32_t
skip_glued_heading(const Doc *doc, uint32_t from, uint32_t to)
{
	const Mark *mark = mark_at(doc, KIND_HEADING, from);

	return mark != NULL && mark->to == from + 1 && mark->to < to &&
				   doc->tokens[mark->to].gap == GAP_NONE &&
				   doc->tokens[mark->to].shape & SHAPE_SPLIT &&
				   mark_at(doc, KIND_TITLE, from) == NULL
			   ? mark->to
			   : from;
}

/* Titles in the first lines. */
static void
from_lines(Doc *doc, TitleCandidates *all)
{
	uint32_t	seen = 0;

	for (uint32_t i = 0; i < doc->n_lines && seen < 14; i++)
	{
		const Line *line = &doc->lines[i];
		Range		range = title_unlink(doc, (Range) {line->first, line->last});
		bool		linked = range.from > line->first;
		int			score;

		if (range.from >= range.to || line->flags & LINE_NOISE)
			continue;
		/* "URL: https://..." above the title */
		if (seen == 0 && line->words > 2 && range.from == line->first &&
			token_punct(doc, range.from + 1, ':') && doc_in_link(doc, line->last - 1))
			continue;
		seen++;
		/* further down, items of lists and what is not about the job as a whole name no title */
		if ((line->flags & LINE_BULLET && seen > 3) ||
			(seen > 4 && doc->tokens[line->first].zone != ZONE_SUMMARY &&
			 !(line->flags & LINE_MARKDOWN)))
			continue;
		if (seen == 1)
			range.from = skip_glued_heading(doc, skip_glued_terms(doc, range), range.to);
		range = behind_heading(doc, range);
		/* "Data Analyst | Boston | ..." */
		for (uint32_t k = range.from; !linked && k < range.to && k < range.from + 32; k++)
			linked = token_punct(doc, k, '|');
		if (linked && !token_punct(doc, line->first, '['))
			range = title_barred_segment(
				doc, (Range) {range.from, range.to < range.from + 60 ? range.to : range.from + 60});
		if ((line->words > 16 && !linked) || range.to - range.from > (linked ? 40 : 30) ||
			(!linked && token_punct(doc, line->last - 1, '.') &&
			 !ends_abbreviated(doc, line->last - 1) &&
			 !(seen == 1 && line->flags & LINE_MARKDOWN)) ||
			(range.from == line->first && is_known_heading(doc, line) &&
			 !(seen == 1 && is_known_title(doc, line))))
			continue;
		score = line_score(doc, line, range, seen);
		if (score > 0)
			title_propose(doc, all, range, score, seen == 1 ? "title.first_line" : "title.line",
					title_is_sentence(doc, range) ? "a sentence" :
					opens_with_terms(doc, line, range) ? "a board's line of terms" : NULL);
	}
}

/*
 * Whether a label in the midst of a line leads a title:
 * with a colon, or between other labels that lost theirs.
 */
static bool
leads_inline_title(const Doc *doc, const Mark *mark, uint32_t *from)
{
	*from = mark->to;
	if (mark->entry->value != HEADING_LABEL + LABEL_TITLE ||
		!(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER))
		return false;
	if (token_punct(doc, mark->to, ':'))
	{
		(*from)++;
		return mark->to - mark->from > 1 || doc_starts_clause(doc, mark->from) ||
			   (doc->tokens[mark->from].gap == GAP_SPACE &&
				!token_in(doc, mark->from, WORDS_TITLE_CATEGORY)) ||
			   (doc->tokens[mark->from].gap == GAP_NONE &&
				(token_punct(doc, mark->from - 1, ')') || token_punct(doc, mark->from - 1, '.')));
	}
	/* "Job Title Staff Nurse Location Leeds" */
	return mark->to < doc->n_tokens && doc->tokens[mark->to].kind == TOKEN_WORD &&
		   doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER && doc->tokens[mark->from].start < 400;
}

/*
 * The title in the line under a label that ends its line, be the
 * label glued to another's value: "Employee**Position Title:**".
 */
static void
from_label_above(Doc *doc, TitleCandidates *all, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	const Line *end = doc->lines + doc->n_lines;
	uint32_t	i = mark->to + 1;
	Range		value;
	bool		strong;

	while (i < line->last && token_punct(doc, i, '*'))
		i++;
	if (i < line->last)
		return;
	for (line++; line < end && line->first >= line->last;)
		line++;
	if (line == end)
		return;
	value = (Range) {line->first, line->first};
	while (value.to < line->last &&
		   !(token_punct(doc, value.to, '*') && doc->tokens[value.to].gap == GAP_NONE))
		value.to++;
	if (value.to - value.from < 20 && title_has_role(doc, value, &strong) &&
		!title_is_sentence(doc, value))
		title_propose(doc, all, value, 54, "title.inline_label", NULL);
}

/*
 * Titles behind a label in the midst of a line whose breaks
 * were lost: "... Job Title: Data Analyst Location: ...".
 */
static void
from_inline_labels(Doc *doc, TitleCandidates *all)
{
	const Marks *marks = &doc->marks[KIND_HEADING];

	for (uint32_t i = 0; i < marks->count && i < 200; i++)
	{
		const Mark *mark = &marks->items[i];
		const Mark *next;
		uint32_t	from,
					limit;
		const LabelValue *value;
		bool		bare;
		Range		run;

		if (mark->entry->value == HEADING_LABEL + LABEL_TITLE && mark->to - mark->from > 1 &&
			token_punct(doc, mark->to, ':') &&
			mark->from > doc->lines[doc->tokens[mark->from].line].first)
			from_label_above(doc, all, mark);
		if (!leads_inline_title(doc, mark, &from) || from >= doc->n_tokens ||
			doc->lines[doc->tokens[from].line].words < 20)
			continue;
		bare = from == mark->to;
		limit = doc->lines[doc->tokens[from].line].last;
		for (const Mark *m = mark_from(doc, KIND_HEADING, from + 1);
			 bare && m != NULL && m < marks->items + marks->count && m->from < limit; m++)
			if (m->entry->value >= HEADING_LABEL && doc->tokens[m->from].shape & SHAPE_FIRST_UPPER)
				limit = m->from;
		run = title_opening_run(doc, from, limit);
		if (run.to <= run.from)
			continue;
		/* "Staff Nurse (Private Hospital) Salary" */
		for (uint32_t k = run.to + 1; token_punct(doc, run.to, '(') && k < run.to + 6; k++)
			if (token_punct(doc, k, ')'))
				run.to = k + 1;
		next = mark_at(doc, KIND_HEADING, run.to);
		/* a label's value may have been cut short */
		value = doc_label_at(doc, LABEL_TITLE, from);
		if (!bare || (next != NULL && next->entry->value >= HEADING_LABEL))
			title_propose(doc, all, run, value != NULL && value->value.to < run.to ? 110 : 90,
						  "title.inline_label", NULL);
	}
}

/*
 * So far up "Role:" names the job; further down it is a board's
 * category, the title only where nothing else names one.
 */
#define HEAD_LINES		4
#define HEAD_LETTERS	150
/* a role of so few words may be written in small letters: "Role: Python developer" */
#define SHORT_ROLE		4

/* The value of "Role: Full Stack Developer", "The Role: Rating Analyst". */
static void
from_role_labels(Doc *doc, TitleCandidates *all)
{
	for (uint32_t i = 0; i < doc->n_lines && all->count < 90; i++)
	{
		const Line *line = &doc->lines[i];
		uint32_t	noun;
		Range		value;
		bool		strong,
					head;

		if (line->words < 2 || line->words > 9)
			continue;
		noun =
			line->first + (token_is(doc, line->first, "the") || token_is(doc, line->first, "your"));
		value = (Range) {noun + 2, line->last};
		if (!token_punct(doc, noun + 1, ':') ||
			!(token_is(doc, noun, "role") ||
			  (noun > line->first && token_in(doc, noun, WORDS_TITLE_SUBJECT_NOUNS))) ||
			value.from >= value.to || title_is_sentence(doc, value) ||
			!title_has_role(doc, value, &strong) || !strong ||
			!(title_is_written_as_title(doc, value) || value.to - value.from <= SHORT_ROLE))
			continue;
		head = i < HEAD_LINES || doc->tokens[noun].start < HEAD_LETTERS;
		title_propose(doc, all, value, noun > line->first || head ? 50 : 26, "title.role_label",
					  NULL);
	}
}

/*
 * A short line that is nothing but a role: "Data
 * Analyst"; empty where it is more or less than that.
 */
static Range
lone_role(const Doc *doc, const Line *line)
{
	Range		range = {line->first, line->last};
	bool		strong;

	if (line->words == 0 || line->words > 8 || line->flags & LINE_COLON ||
		token_punct(doc, line->last - 1, '.') || is_known_heading(doc, line) ||
		!title_is_written_as_title(doc, range) || !title_has_role(doc, range, &strong) ||
		!strong || title_is_sentence(doc, range))
		range.to = range.from;
	return range;
}

/*
 * Whether a lone role is the headline of something:
 * not an item of a list, nor one of several roles.
 */
static bool
is_headline(const Doc *doc, const Line *line)
{
	return !(line->flags & LINE_BULLET) &&
		   (line + 1 == doc->lines + doc->n_lines || lone_role(doc, line + 1).to == line[1].first);
}

/* Whether running text follows a lone role that says more than "Manager". */
static bool
heads_text(const Doc *doc, Range role)
{
	const Line *next = &doc->lines[doc->tokens[role.from].line] + 1;

	while (next < doc->lines + doc->n_lines && next->first >= next->last)
		next++;
	return role.to - role.from > 1 && doc->tokens[role.from].shape & SHAPE_FIRST_UPPER &&
		   doc->tokens[role.from].zone != ZONE_NOISE && next < doc->lines + doc->n_lines &&
		   next->words > 8 && !(next->flags & LINE_BULLET);
}

/*
 * The one role that stands alone in two lines: a page of a board
 * names the job that is open in its list and above its text.
 */
static void
from_repeated_lines(Doc *doc, TitleCandidates *all)
{
	Range		seen[32];
	uint32_t	times[32] = {0};
	uint32_t	n = 0;
	const Range *repeated = NULL;

	for (uint32_t i = 0; i < doc->n_lines && i < 2000 && n < 32; i++)
	{
		Range		range = lone_role(doc, &doc->lines[i]);
		uint32_t	k = 0;

		if (range.from == range.to || !is_headline(doc, &doc->lines[i]))
			continue;
		while (k < n && !title_same_words(doc, seen[k], range))
			k++;
		if (k == n)
			seen[n++] = range;
		times[k]++;
		if (times[k] > 3 || (times[k] == 2 && repeated != NULL))
			return;
		if (times[k] == 2)
			repeated = &seen[k];
	}
	if (repeated != NULL)
		title_propose(doc, all, *repeated, 28, "title.repeated", NULL);
	/* the only one, above a text of its own */
	else if (n == 1 && heads_text(doc, seen[0]))
		title_propose(doc, all, seen[0], 24, "title.lone_line", NULL);
}

/*
 * The role that an item of a list names, up to a colon: "*
 * Data Analyst: SQL, Excel"; empty where it names none.
 */
static Range
listed_role(const Doc *doc, const Line *line)
{
	Range		range = {line->first, line->first};
	bool		strong;

	while (range.to < line->last && !token_punct(doc, range.to, ':') && range.to < range.from + 10)
		range.to++;
	if (range.to == range.from + 10 || mark_before(doc, KIND_TITLE, range.to) == NULL ||
		!title_is_written_as_title(doc, range) || title_is_sentence(doc, range) ||
		!title_has_role(doc, range, &strong) || !strong)
		range.to = range.from;
	return range;
}

/* The first of a list of roles that are open: "* Data Analyst", "* Site Engineer". */
static void
from_role_list(Doc *doc, TitleCandidates *all)
{
	for (uint32_t i = 0; i + 1 < doc->n_lines && i < 200; i++)
	{
		const Line *line = &doc->lines[i];
		Range		first;

		if (!(line->flags & LINE_BULLET) || !(line[1].flags & LINE_BULLET) ||
			doc->tokens[line->first].zone != ZONE_SUMMARY)
			continue;
		first = listed_role(doc, line);
		if (first.to > first.from && listed_role(doc, line + 1).to > line[1].first)
		{
			title_propose(doc, all, first, 23, "title.list", NULL);
			return;
		}
	}
}

/* Steps over a label or heading that lost its colon: "Position Data Scientist Location Phoenix". */
static uint32_t
skip_bare_label(const Doc *doc, uint32_t from)
{
	const Mark *label = mark_at(doc, KIND_HEADING, from);
	const Mark *title = mark_at(doc, KIND_TITLE, from);
	bool		strong;

	/* "Description Data Analyst" */
	if ((token_is(doc, from, "description") || token_is(doc, from, "overview") ||
		 token_is(doc, from, "summary")) &&
		from + 1 < doc->n_tokens && doc->tokens[from + 1].shape & SHAPE_FIRST_UPPER)
		return from + 1;
	/* "Job Profile (Data Analyst) Design, build" */
	if (label != NULL && label->to - label->from > 1 && label->entry->value < HEADING_LABEL &&
		token_punct(doc, label->to, '('))
		for (uint32_t i = label->to + 2; i < doc->n_tokens && i < label->to + 8; i++)
			if (token_punct(doc, i, ')') &&
				title_has_role(doc, (Range) {label->to + 1, i}, &strong) && strong)
				return label->to + 1;
	if (label == NULL || (title != NULL && title->to > label->to) ||
		token_punct(doc, label->to, ':') || label->to >= doc->n_tokens ||
		!(doc->tokens[label->to].shape & SHAPE_FIRST_UPPER) ||
		!(label->entry->value == HEADING_LABEL + LABEL_TITLE ||
		  (label->entry->value < HEADING_LABEL &&
		   (label->to - from > 1 || (doc->tokens[label->to].gap == GAP_NONE &&
									 doc->tokens[label->to].shape & SHAPE_SPLIT)))))
		return from;
	return label->to;
}

/* Steps over the id that opens a text: "11889BR Sr Data Analyst", "CSQ227R42 Data Analyst". */
static uint32_t
skip_id(const Doc *doc, uint32_t from, uint32_t limit)
{
	const Token *first = &doc->tokens[from];
	uint32_t	to = from + 1;

	if (first->len < 4 || !(first->kind == TOKEN_NUMBER ||
							(first->shape & SHAPE_HAS_DIGIT && !(first->shape & SHAPE_HAS_LOWER))))
		return from;
	while (to < limit && doc->tokens[to].gap == GAP_NONE && doc->tokens[to].kind != TOKEN_PUNCT &&
		   !(doc->tokens[to].shape & SHAPE_HAS_LOWER))
		to++;
	return to < limit && doc->tokens[to].kind == TOKEN_WORD && doc->tokens[to].gap == GAP_SPACE &&
				   doc->tokens[to].shape & SHAPE_FIRST_UPPER
			   ? to
			   : from;
}

/*
 * A title that opens a text, or the text under its first heading: "Forester, GS-0460-12 Posn. ...".
 */
static void
from_opening(Doc *doc, TitleCandidates *all)
{
	uint32_t	seen = 0;

	for (uint32_t i = 0; i < doc->n_lines && seen < 1; i++)
	{
		const Line *line = &doc->lines[i];
		Range		run;

		if (line->first >= line->last || line->flags & LINE_NOISE || is_known_heading(doc, line))
			continue;
		seen++;
		if (line->words <= (token_punct(doc, line->last - 1, '.') ? 6 : 12) ||
			line->flags & LINE_BULLET)
			continue;
		run = title_opening_run(
			doc,
			skip_bare_label(
				doc,
				skip_glued_terms(doc, (Range) {skip_id(doc, line->first, line->last), line->last})),
			line->last);
		/*
		 * "Data Analyst – Patching, Windows." is a headline,
		 * "Store Managers came to the fair." is not
		 */
		if (line->words <= 12 && run.to < line->last && doc->tokens[run.to].kind == TOKEN_WORD)
			continue;
		if (run.to > run.from && !token_is(doc, run.from, "the") &&
			!token_is(doc, run.from, "as") && !token_is(doc, run.from, "als"))
			title_propose(doc, all, run, 46, "title.opening", NULL);
	}
}

/*
 * Whether the name of a board's field of work begins at a
 * token: "Produkcja", "Obsługa klienta", "IT - Administracja".
 */
static bool
is_board_field(const Doc *doc, uint32_t i)
{
	if (!(doc->tokens[i].shape & SHAPE_FIRST_UPPER) || doc->tokens[i].gap == GAP_NONE ||
		i + 1 >= doc->n_tokens)
		return false;
	/* "Marketing Manager", but "Prawo Prawnik,Specjaliści" */
	if (token_in(doc, i, WORDS_TITLE_BOARD_FIELDS))
		return (mark_at(doc, KIND_TITLE, i + 1) == NULL ||
				token_punct(doc, mark_at(doc, KIND_TITLE, i + 1)->to, ',')) &&
			   doc->tokens[i + 1].kind == TOKEN_WORD;
	return token_in(doc, i, WORDS_TITLE_BOARD_PAIRS) && doc->tokens[i + 1].gap == GAP_SPACE &&
		   (token_punct(doc, i + 1, '/') || token_punct(doc, i + 1, '-') ||
			token_in(doc, i + 1, WORDS_TITLE_BOARD_SECONDS));
}

/*
 * The title that stands before the fields and the level of
 * a Polish board's page that lost its lines: "Monter okien
 * Budownictwo Architektura,Wykończenia specjalista (Mid / Regular) ...".
 */
static void
from_board_fields(Doc *doc, TitleCandidates *all)
{
	const Line *line = doc->lines;
	uint32_t	limit;

	if (memcmp(doc->language, "pl", 2) != 0 || doc->n_lines == 0 || line->words < 30)
		return;
	limit = line->first + 30 < line->last ? line->first + 30 : line->last;
	for (uint32_t i = line->first + 1; i < limit; i++)
		if (is_board_field(doc, i))
		{
			uint32_t	end = i + 30 < line->last ? i + 30 : line->last;

			for (uint32_t k = i + 1; k < end; k++)
				if (token_in(doc, k, WORDS_TITLE_BOARD_LEVELS) &&
					!(doc->tokens[k].shape & SHAPE_HAS_UPPER))
				{
					title_propose(doc, all, (Range) {line->first, i}, 70, "title.board", NULL);
					return;
				}
			return;
		}
}

/* Candidates that say the same lend each other weight. */
static void
lend_weight(const Doc *doc, TitleCandidates *all)
{
	for (uint32_t i = 0; i < all->count; i++)
		for (uint32_t k = 0; k < all->count && k < 40; k++)
			if (k != i && all->items[i].reason == NULL &&
				all->items[i].at.from != all->items[k].at.from &&
				title_same_words(doc, all->items[i].at, all->items[k].at))
				all->items[i].score += 4;
}

/* From this score on a candidate is the title whatever else the text names. */
#define SURE_SCORE		58
#define SURE_LABEL		44
#define SURE_LINE		26

/* Whether a candidate is the title whatever else the text names. */
static bool
is_sure(const TitleCandidate *c)
{
	if (strcmp(c->rule, "title.first_line") == 0)
		return c->score >= SURE_LINE;
	if (strcmp(c->rule, "title.label") == 0 || strcmp(c->rule, "title.role_label") == 0)
		return c->score >= SURE_LABEL;
	return c->score >= SURE_SCORE;
}

/* The best candidate; NULL where too little speaks for any. */
static const TitleCandidate *
best_title(const TitleCandidates *all)
{
	const TitleCandidate *best = NULL;

	for (uint32_t i = 0; i < all->count; i++)
		if (all->items[i].reason == NULL && (best == NULL || all->items[i].score > best->score))
			best = &all->items[i];
	return best == NULL || best->score < 22 ? NULL : best;
}

/* Notes every candidate, and why it was not taken. */
static void
note_candidates(Doc *doc, const TitleCandidates *all, const TitleCandidate *best)
{
	for (uint32_t i = 0; i < all->count; i++)
	{
		const TitleCandidate *c = &all->items[i];
		const char *reason = c->reason;

		if (c == best)
			reason = NULL;
		else if (title_can_be(c))
			reason = best != NULL ? "a better candidate stands" : "too little speaks for it";
		doc_fact(doc, FIELD_TITLE, c->at, c->rule, reason, range_text(doc, c->at));
	}
}

/* The O*NET-SOC code of the longest known title in the title. */
static void
read_occupation(Doc *doc, Range title)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	const Mark *best = NULL;

	for (const Mark *mark = mark_from(doc, KIND_TITLE, title.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= title.to; mark++)
		if (posting_lexicon_strings[posting_soc_codes[mark->entry->value]] != '\0' &&
			(best == NULL || mark->to - mark->from > best->to - best->from) &&
			(mark->to - mark->from > 1 || title.to - title.from <= 2))
			best = mark;
	if (best == NULL)
		return;
	doc->posting->occupation =
		str_of(posting_lexicon_strings + posting_soc_codes[best->entry->value]);
	doc_fact(doc, FIELD_OCCUPATION, (Range) {best->from, best->to}, "occupation.title", NULL,
			 doc->posting->occupation);
}

/* Gathers the candidates. */
static void
gather(Doc *doc, TitleCandidates *all)
{
	from_labels(doc, all);
	from_page_title(doc, all);
	from_dashed_header(doc, all);
	from_lines(doc, all);
	from_opening(doc, all);
	title_from_first_words(doc, all);
	from_board_fields(doc, all);
	from_inline_labels(doc, all);
	from_role_labels(doc, all);
	title_from_gender_marks(doc, all);
	title_from_sentences(doc, all);
	title_from_bare_subjects(doc, all);
	title_from_nouns(doc, all);
	lend_weight(doc, all);
	/* weak signs, which lend no weight */
	from_role_list(doc, all);
	from_repeated_lines(doc, all);
}

/* Reads the title. */
void
extract_title(Doc *doc)
{
	TitleCandidates all = {0};
	const TitleCandidate *best;

	gather(doc, &all);
	best = best_title(&all);
	if (best == NULL || !is_sure(best))
	{
		title_from_mentions(doc, &all);
		best = title_weigh(doc, &all);
	}
	note_candidates(doc, &all, best);
	if (best == NULL)
		return;
	doc->title = best->at;
	doc->posting->title = range_text(doc, best->at);
	read_occupation(doc, best->at);
}
