/*
 * terms.c
 *		Terms of work: workplace, employment type, hours a week, stated level.
 *
 * The words for these terms are also ordinary words ("remote teams", "contract
 * law"), so a mark counts only where its surroundings say that it speaks of
 * this job: in a label's value, alone between separators, or beside a word such
 * as "position".
 */
#include "extract.h"

/* How a mark stands in its line. */
typedef struct Place
{
	uint8_t		zone;
	bool		label;			/* in the value of a label that may hold it */
	bool		title;			/* in the title, or beside it on its line */
	bool		alone;			/* between separators or other terms */
	bool		weak;
} Place;

/* Zones whose words do not tell about this job's terms. */
static bool
is_foreign_zone(uint8_t zone)
{
	return zone == ZONE_NOISE || zone == ZONE_LEGAL;
}

/* Zones that tell what an applicant brings. */
static bool
is_asking_zone(uint8_t zone)
{
	return zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED;
}

/* Whether a label's name, with a value of its own, holds a token: "Remote Type: Hybrid". */
static bool
in_label_name(const Doc *doc, uint32_t i)
{
	uint32_t	n = doc_labels_before(doc, i);

	for (uint32_t k = n > 6 ? n - 6 : 0; k < n; k++)
		if (doc->labels.items[k].name.from <= i && i < doc->labels.items[k].name.to && doc->labels.items[k].value.from < doc->labels.items[k].value.to)
			return true;
	return false;
}

/* Whether the name of a label ends right before a token where line breaks and colons were lost: "Employment type Full-time". */
static bool
follows_name(const Doc *doc, Label label, uint32_t i)
{
	const Mark *mark;

	uint32_t	from = i > 6 ? i - 6 : 0;

	while (i > from && (token_punct(doc, i - 1, ':') || token_punct(doc, i - 1, '*') || token_punct(doc, i - 1, '-') || token_punct(doc, i - 1, '/') ||
						token_punct(doc, i - 1, ',') || token_in(doc, i - 1, WORDS_TERMS_TERMS)))
		i--;
	mark = mark_before(doc, KIND_HEADING, i);
	if (mark == NULL || !(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER))
		return false;
	/* "Short Term Temporary": such a word needs its colon or its line */
	if (mark->to - mark->from == 1 && token_in(doc, mark->from, WORDS_TERMS_ORDINARY) && !doc_starts_clause(doc, mark->from) && !token_punct(doc, i, ':'))
		return false;
	for (const Entry *entry = mark->entry; entry != NULL; entry = entry_next(entry))
		if (entry->value == (uint32_t) HEADING_LABEL + label)
			return true;
	return false;
}

/* Whether a token of punctuation parts terms in a line; a comma does so only in lines that are no sentences. */
static bool
is_separator(const Doc *doc, uint32_t i, bool text)
{
	const Token *token = &doc->tokens[i];

	if (token->kind != TOKEN_PUNCT)
		return false;
	switch (token->chr)
	{
		case '|': case '(': case ')': case '[': case ']': case '*':
			return true;
		case '/':
			return !text;
		case '<': case '>': case '?': case '@':
			return true;
		case '-':
			return token->gap != GAP_NONE || token->len > 1 || (i > 0 && token_punct(doc, i - 1, '-'));
		case '.': case ',': case ':': case ';': case 0:
			return !text;
		default:
			return false;
	}
}

/* Whether the other half of a choice is a place to work at: "Remote or one of our offices". */
static bool
is_place_to_work(const Doc *doc, uint32_t i)
{
	const Line *line = i < doc->n_tokens ? &doc->lines[doc->tokens[i].line] : NULL;

	return line != NULL && range_has(doc, i, i + 6 < line->last ? i + 6 : line->last, WORDS_TERMS_WORKPLACE);
}

/* Whether separators, the line's ends, places or other terms stand on both sides of a mark. */
static bool
is_between_separators(const Doc *doc, const Mark *mark, bool text)
{
	static const EntryKind kinds[] = {KIND_PLACE, KIND_EMPLOYMENT_TYPE, KIND_WORKPLACE};
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	bool		before = mark->from <= line->first || is_separator(doc, mark->from - 1, text) || token_in(doc, mark->from - 1, WORDS_TERMS_SEPARATORS_BEFORE) ||
		(mark->from > 1 && token_in(doc, mark->from - 1, WORDS_AND_OR) && mark_before(doc, mark->entry->kind, mark->from - 1) != NULL);
	bool		after = mark->to >= line->last || is_separator(doc, mark->to, text) || token_in(doc, mark->to, WORDS_TERMS_SEPARATORS_AFTER) ||
		(token_in(doc, mark->to, WORDS_AND_OR) && mark_at(doc, mark->entry->kind, mark->to + 1) != NULL) ||
		(doc->tokens[mark->to].gap == GAP_NONE && doc->tokens[mark->to].shape & SHAPE_SPLIT);

	/* "Leeds, UK & Remote |", "Engineer (Leeds/Remote)", "Remote or local" */
	before |= mark->from > 1 && (token_in(doc, mark->from - 1, WORDS_AND_OR) || token_is(doc, mark->from - 1, "&") || token_punct(doc, mark->from - 1, '&') ||
								 token_punct(doc, mark->from - 1, '/')) && mark_before(doc, KIND_PLACE, mark->from - 1) != NULL;
	after |= token_in(doc, mark->to, WORDS_AND_OR) && (token_is(doc, mark->to + 1, "local") || mark_at(doc, KIND_PLACE, mark->to + 1) != NULL || is_place_to_work(doc, mark->to + 1));
	after |= mark->to < doc->n_tokens && (doc->tokens[mark->to].kind == TOKEN_SIGN || token_in(doc, mark->to, WORDS_CLAUSE_LINKS) || doc_in_link(doc, mark->to) ||
										  (mark->from > 0 && token_punct(doc, mark->from - 1, '(') && doc->tokens[mark->to].kind == TOKEN_PUNCT));
	before |= doc_starts_clause(doc, mark->from) ||
		(after && token_punct(doc, mark->from - 1, ',') && doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER);
	/* "US-Remote", "Remote-US" */
	before |= mark->from > 1 && token_punct(doc, mark->from - 1, '-') && mark_before(doc, KIND_PLACE, mark->from - 1) != NULL;
	after |= token_punct(doc, mark->to, '-') && mark_at(doc, KIND_PLACE, mark->to + 1) != NULL;
	for (size_t k = 0; k < 3 && !text; k++)
	{
		before |= mark_before(doc, kinds[k], mark->from) != NULL;
		after |= mark_at(doc, kinds[k], mark->to) != NULL || (mark->to < doc->n_tokens && doc->tokens[mark->to].kind == TOKEN_NUMBER);
	}
	return before && after;
}

/* Whether a mark stands alone, as a board's terms do. */
static bool
is_alone(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	bool		text = line->words > 12 && mark->from > 40;

	/* "New York, REMOTE for the right candidate" */
	if (mark->entry->kind == KIND_WORKPLACE && mark->from < 80 && mark->to == mark->from + 1 && doc->tokens[mark->from].len > 4 &&
		!(doc->tokens[mark->from].shape & SHAPE_HAS_LOWER) && doc->tokens[mark->from].shape & SHAPE_HAS_UPPER)
		return true;
	/* "Data Scientist Remote We build models": the line breaks of a header are lost */
	if (mark->entry->kind == KIND_WORKPLACE && doc->title.to > doc->title.from && mark->from == doc->title.to && mark->to < doc->n_tokens &&
		doc->tokens[mark->from].shape & doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER)
		return true;
	/* "Acme (NYC) - VISA, FULL-TIME and INTERN welcome" */
	if (mark->entry->kind == KIND_EMPLOYMENT_TYPE && mark->from < 60 && doc->tokens[mark->from].len > 5 && !doc->lower_case &&
		!(doc->tokens[mark->from].shape & SHAPE_HAS_LOWER) && doc->tokens[mark->from].shape & SHAPE_HAS_UPPER &&
		(mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1) != NULL || (mark->from > 2 && mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 2) != NULL)))
		return true;
	return is_between_separators(doc, mark, text);
}

/* Whether "not", "no", "kein" stands right before a mark in its clause, or denies it right behind. */
static bool
is_negated(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	for (uint32_t i = mark->from; i > clause.from && mark->from - i < 4; i--)
		if (token_in(doc, i - 1, WORDS_TERMS_NEGATED) && !token_is(doc, i, "only") && (!token_is(doc, i - 1, "non") || i == mark->from))
			return true;
	/* "Telecommute No" beside other labels that lost their colon */
	if (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER && token_in(doc, mark->to, WORDS_WORKPLACE_NO) && doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER)
		return true;
	/* "Is remote work (i.e. from home) allowed for this position?: No" */
	if (token_is(doc, clause.from, "is") || token_is(doc, clause.from, "can"))
		for (uint32_t i = mark->to; i < mark->to + 24 && i + 2 < doc->n_tokens; i++)
			if (token_punct(doc, i, '?'))
				return token_in(doc, i + 1 + token_punct(doc, i + 1, ':'), WORDS_WORKPLACE_NO);
	for (uint32_t i = mark->to, seen = 0; i < clause.to && seen < 4; i++, seen++)
	{
		/* a remark in brackets parts nothing */
		if (token_punct(doc, i, '('))
			while (i + 1 < clause.to && i < mark->to + 12 && !token_punct(doc, i, ')'))
				i++;
		else if (doc->tokens[i].kind == TOKEN_PUNCT)
			break;
		if (token_in(doc, i, WORDS_TERMS_NEGATED_BEHIND))
			return true;
	}
	return false;
}

/* Looks at a mark's surroundings. */
static Place
look_around(const Doc *doc, const Mark *mark, const Label *labels, size_t n_labels)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	Place		place = {.zone = doc->tokens[mark->from].zone};

	for (size_t k = 0; k < n_labels && !place.label; k++)
		place.label = doc_in_label(doc, labels[k], mark->from) || (follows_name(doc, labels[k], mark->from) && !in_label_name(doc, mark->from));
	place.alone = is_alone(doc, mark);
	place.title = doc->title.to > doc->title.from && mark->from >= doc->title.from &&
		(mark->to <= doc->title.to ||
		 (place.alone && mark->from < doc->title.to + 12 && doc->tokens[mark->from].line == doc->tokens[doc->title.from].line && line->words < 30));
	place.weak = (mark->entry->flags & ENTRY_WEAK) != 0;
	return place;
}

/* Whether the words before a mark in its clause say that they speak of this job: "this is a", "the position is". */
static bool
is_said_of_job(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 9 ? mark->from - 9 : clause.from;

	for (uint32_t i = from; i + 1 < mark->from; i++)
		if ((token_is(doc, i, "this") && (token_is(doc, i + 1, "is") || token_in(doc, i + 1, WORDS_TERMS_JOB))) ||
			(token_in(doc, i, WORDS_TERMS_JOB) && token_in(doc, i + 1, WORDS_TERMS_JOB_VERBS)))
			return true;
	return false;
}

/* Whether the words beside a weak wording say that the job is so: "is remote", "hybrid role". */
static bool
is_of_job(const Doc *doc, const Mark *mark)
{
	const Mark *type;

	/* "dishes prepared on site from fresh ingredients" */
	if (mark->entry->value == 2 && (token_is(doc, mark->to, "from") || token_is(doc, mark->to, "with")) && !is_said_of_job(doc, mark))
		return false;
	if (token_in(doc, mark->to, WORDS_TERMS_JOB) || token_in(doc, mark->to, WORDS_TERMS_OF_JOB_BEHIND))
		return true;
	/* "telecommuting is permitted" */
	if ((token_is(doc, mark->to, "is") || token_is(doc, mark->to, "are")) && token_in(doc, mark->to + 1, WORDS_WORKPLACE_ALLOWED))
		return true;
	/* "On-site - Full-time", "an onsite, full-time job" */
	if ((token_punct(doc, mark->to, '-') || token_punct(doc, mark->to, ',')) && mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to + 1) != NULL)
		return true;
	/* "Full-time onsite developers", "a full-time, office-based analyst", "Hybrid: Leeds" */
	type = mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - (mark->from > 0 && token_punct(doc, mark->from - 1, ',')));
	if ((type != NULL && !(type->entry->flags & ENTRY_WEAK)) || (token_punct(doc, mark->to, ':') && mark_at(doc, KIND_PLACE, mark->to + 1) != NULL))
		return true;
	/* "an on-site development role" */
	if (mark->to + 1 < doc->n_tokens && doc->tokens[mark->to].kind == TOKEN_WORD && doc->tokens[mark->to + 1].line == doc->tokens[mark->to].line &&
		token_in(doc, mark->to + 1, WORDS_TERMS_JOB) && !token_is(doc, mark->to + 1, "post"))
		return true;
	/* "a hybrid senior accountant" */
	if (mark->entry->value != 2 && (doc->tokens[mark->from].zone == ZONE_SUMMARY || doc->tokens[mark->from].zone == ZONE_OTHER) &&
		(mark_at(doc, KIND_TITLE, mark->to) != NULL || mark_at(doc, KIND_PLACE, mark->to) != NULL))
		return true;
	/* "hybrid & flexible working" */
	if ((token_is(doc, mark->to, "and") || token_is(doc, mark->to, "&") || token_punct(doc, mark->to, '/')) && token_is(doc, mark->to + 1, "flexible"))
		return true;
	/* "be on site during the works" */
	if (mark->entry->value == 2 && doc->tokens[mark->from].zone == ZONE_DUTIES && !token_punct(doc, mark->from - 1, '%'))
		return false;
	/* "100% remotely", "100% time remotely" */
	return mark->from > 1 && (token_in(doc, mark->from - 1, WORDS_TERMS_OF_JOB_BEFORE) ||
							  token_punct(doc, mark->from - 1 - token_is(doc, mark->from - 1, "time"), '%'));
}

/* Whether a mark is one of several workplaces to choose from: "on site, hybrid or remote". */
static bool
is_choice(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	const Mark *next = mark + 1 < marks->items + marks->count ? mark + 1 : NULL;
	const Mark *last = mark > marks->items ? mark - 1 : NULL;

	if (next != NULL && next->from - mark->to <= 2 && next->entry->value != mark->entry->value &&
		(token_in(doc, mark->to, WORDS_TERMS_CHOICE) || (token_punct(doc, mark->to, ',') && next->from == mark->to + 1)))
		return true;
	return last != NULL && mark->from - last->to <= 2 && last->entry->value != mark->entry->value && mark->from > 0 &&
		(token_in(doc, mark->from - 1, WORDS_TERMS_CHOICE) || token_punct(doc, mark->from - 1, ','));
}

/* Whether a mark is one of two that hold at once: "both in-office and telecommuting". */
static bool
is_one_of_both(const Doc *doc, const Mark *mark)
{
	const Mark *first = mark->from > 1 && token_is(doc, mark->from - 1, "and") ? mark_before(doc, KIND_WORKPLACE, mark->from - 1) : mark;

	return first != NULL && first->from > 0 && token_is(doc, first->from - 1, "both");
}

/* Whether a mark says that the workplace is nothing but that: "fully remote", "remote-first". */
static bool
is_full(const Doc *doc, const Mark *mark)
{
	return range_has(doc, mark->from > 0 ? mark->from - 1 : 0, mark->to + 1 < doc->n_tokens ? mark->to + 1 : mark->to, WORDS_TERMS_FULL);
}

/* Whether a mark names the workplace that stands behind its colon: "Telework: Hybrid". */
static bool
names_another(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	while (i < mark->to + 5 && (token_punct(doc, i, ':') || token_punct(doc, i, '*')))
		i++;
	return i > mark->to && i < doc->n_tokens && token_punct(doc, mark->to, ':') && mark_at(doc, KIND_WORKPLACE, i) != NULL;
}

/* Whether a mark begins the heading of what is said about it: "In-Office Requirement Statement:". */
static bool
heads_statement(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	if (!doc_starts_clause(doc, mark->from))
		return false;
	while (i < mark->to + 3 && token_in(doc, i, WORDS_TERMS_HEADS_STATEMENT))
		i++;
	return i > mark->to && token_punct(doc, i, ':') && mark_at(doc, KIND_PLACE, i + 1) == NULL;
}

/* The value of a mark that is a label on a line of its own: "Hybrid Working", next line "Onsite"; NULL where it is none. */
static const Mark *
next_line_value(const Doc *doc, const Mark *mark)
{
	uint32_t	line = doc->tokens[mark->from].line;
	const Mark *value = NULL;

	if (mark->from != doc->lines[line].first || mark->to != doc->lines[line].last)
		return NULL;
	while (++line < doc->n_lines && doc->lines[line].first >= doc->lines[line].last)
		;
	if (line < doc->n_lines)
		value = mark_at(doc, KIND_WORKPLACE, doc->lines[line].first);
	return value != NULL && value->to == doc->lines[line].last ? value : NULL;
}

/* Whether "in person" and the like tell a way to speak: "by phone or in person". */
static bool
is_talk(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 5 ? mark->from - 5 : clause.from;

	return range_has(doc, from, mark->to + 5 < clause.to ? mark->to + 5 : clause.to, WORDS_WORKPLACE_TALK);
}

/* Whether behind "hybrid" stands what it means: "Hybrid: 60% onsite". */
static bool
is_explained(const Doc *doc, const Mark *mark)
{
	if (mark->entry->value != 1 || !(token_punct(doc, mark->to, ':') || token_punct(doc, mark->to, '(')))
		return false;
	for (uint32_t i = mark->to + 1; i < mark->to + 8; i++)
		if (mark_at(doc, KIND_WORKPLACE, i) != NULL)
			return true;
	return false;
}

/* Whether a mark ends a board's tag: "#BI-Hybrid". */
static bool
is_tag(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->from;

	return i > 2 && doc->tokens[i].gap == GAP_NONE && token_punct(doc, i - 1, '-') && doc->tokens[i - 2].kind == TOKEN_WORD &&
		doc->tokens[i - 2].len <= 4 && !(doc->tokens[i - 2].shape & SHAPE_HAS_LOWER) && token_punct(doc, i - 3, '#');
}

/* Whether remote work is only a stay of some weeks a year: "work from anywhere for up to 4 weeks", "30 days of remote work a year". */
static bool
is_stay(const Doc *doc, const Mark *mark)
{
	uint32_t	line = doc->tokens[mark->from].line;
	uint32_t	from = mark->from > 8 ? mark->from - 8 : 0;
	bool		counted = false;

	for (uint32_t i = from; i < mark->to + 12 && i < doc->n_tokens; i++)
	{
		if (doc->tokens[i].line != line)
			continue;
		if (token_in(doc, i, WORDS_WORKPLACE_STAY_SPANS) && i > 0 && !token_is(doc, i - 1, "per") && !token_is(doc, i - 1, "a") && !token_is(doc, i - 1, "each"))
			counted = counted || doc->tokens[i - 1].kind == TOKEN_NUMBER || mark_before(doc, KIND_NUMBER, i) != NULL;
		if (counted && (token_in(doc, i, WORDS_WORKPLACE_STAY_YEARS) || (token_in(doc, i, WORDS_WORKPLACE_STAY_SPANS) && token_is(doc, mark->to - 1, "anywhere"))))
			return true;
	}
	return false;
}

/* Whether a mark is one of the choices that an employer gives everybody: "job sharing, staggered hours or home working". */
static bool
is_perk(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	from = mark->from > clause.from + 20 ? mark->from - 20 : clause.from;
	uint32_t	to = mark->to + 20 < clause.to ? mark->to + 20 : clause.to;

	return mark->entry->value == 0 && !is_full(doc, mark) && (range_has(doc, from, to, WORDS_WORKPLACE_PERKS) || is_stay(doc, mark));
}

/* Whether another kind of workplace stands in the clause of a mark. */
static bool
has_other_workplace(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	Range		clause = doc_clause(doc, mark->from);

	return (mark > marks->items && mark[-1].from >= clause.from && mark[-1].entry->value != CUE_NONE && mark[-1].entry->value != mark->entry->value) ||
		(mark + 1 < marks->items + marks->count && mark[1].from < clause.to && mark[1].entry->value != CUE_NONE && mark[1].entry->value != mark->entry->value);
}

/* Whether a clause that holds a mark speaks of hybrid work. */
static bool
is_in_hybrid_clause(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	Range		clause = doc_clause(doc, mark->from);

	for (const Mark *m = mark; m > marks->items && m[-1].from >= clause.from; m--)
		if (m[-1].entry->value == 1)
			return true;
	for (const Mark *m = mark + 1; m < marks->items + marks->count && m->from < clause.to; m++)
		if (m->entry->value == 1)
			return true;
	return false;
}

/* Whether a mark says what the reader does: "you work remotely". */
static bool
is_said_to_you(const Doc *doc, const Mark *mark)
{
	return mark->from > 0 && token_is(doc, mark->from - 1, "you") && token_is(doc, mark->from, "work");
}

/* Whether a mark stands beside a place on a short line: "Leeds (Hybrid)". */
static bool
is_beside_place(const Doc *doc, const Mark *mark)
{
	uint32_t	before = mark->from - (mark->from > 0 && doc->tokens[mark->from - 1].kind == TOKEN_PUNCT);

	return doc->lines[doc->tokens[mark->from].line].words <= 6 &&
		(mark_before(doc, KIND_PLACE, before) != NULL || mark_at(doc, KIND_PLACE, mark->to + (token_punct(doc, mark->to, ',') || token_punct(doc, mark->to, '-'))) != NULL);
}

/* Why a mark of the workplace does not count; NULL where it does. */
static const char *
workplace_reason(const Doc *doc, const Mark *mark, const Place *place)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 10 ? mark->from - 10 : clause.from;
	uint32_t	to = mark->to + 10 < clause.to ? mark->to + 10 : clause.to;

	if (place->zone == ZONE_NOISE)
		return "outside the posting";
	if (token_is(doc, mark->from, "li") || is_tag(doc, mark))
		return NULL;
	if (is_foreign_zone(place->zone) && !is_said_of_job(doc, mark) && (place->weak || mark->entry->value != 1))
		return "outside the posting";
	if (is_negated(doc, mark) || (token_punct(doc, mark->to, ':') && token_in(doc, mark->to + 1, WORDS_WORKPLACE_NO)))
		return "negated";
	if ((names_another(doc, mark) && mark->entry->value != 1) || heads_statement(doc, mark) || next_line_value(doc, mark) != NULL)
		return "the name of a label";
	if (in_label_name(doc, mark->from) && !place->label)
		return token_punct(doc, mark->to, ':') && token_is(doc, mark->to + 1, "yes") ? NULL : "the name of a label";
	if (place->label || place->title)
		return NULL;
	if (place->weak && mark->entry->value == 2 && is_talk(doc, mark))
		return "a way to speak";
	/* "a hybrid of baking and selling" */
	if (place->weak && mark->entry->value == 1 && (token_is(doc, mark->to, "of") || token_is(doc, mark->to, "between")) && !is_place_to_work(doc, mark->to) &&
		!has_other_workplace(doc, mark))
		return "not said of this job";
	/* "Virtual and in-office wellness classes", "our parties are currently virtual" */
	if (token_is(doc, mark->from, "virtual") && !is_said_of_job(doc, mark) && !token_in(doc, mark->to, WORDS_TERMS_JOB) && !token_in(doc, mark->to + 1, WORDS_TERMS_JOB) &&
		(!place->alone || (mark->to < doc->n_tokens && doc->tokens[mark->to].kind == TOKEN_WORD && doc->tokens[mark->to].line == doc->tokens[mark->from].line)))
		return "not said of this job";
	if ((place->zone == ZONE_PROCESS && place->weak) || range_has(doc, from, to, WORDS_WORKPLACE_HIRING))
		return "said of the hiring";
	if (is_said_of_job(doc, mark) && (!place->weak || is_of_job(doc, mark)))
		return NULL;
	if ((place->zone == ZONE_BENEFITS && mark->entry->value != 1 && !is_full(doc, mark) && !is_said_to_you(doc, mark)) || is_perk(doc, mark, clause))
		return "a perk";
	if (place->alone && ((place->zone != ZONE_REQUIREMENTS && place->zone != ZONE_DUTIES && place->zone != ZONE_PREFERRED) || is_beside_place(doc, mark)))
		return NULL;
	if (place->zone == ZONE_COMPANY && place->weak)
		return "said of the company";
	if (place->weak && !is_of_job(doc, mark) && !is_choice(doc, mark) && !is_explained(doc, mark))
		return "not said of this job";
	if ((place->zone == ZONE_DUTIES || place->zone == ZONE_REQUIREMENTS || place->zone == ZONE_PREFERRED || (place->weak && is_choice(doc, mark) && !is_of_job(doc, mark))) &&
		!token_in(doc, mark->to, WORDS_TERMS_JOB) && range_has(doc, from, to, WORDS_WORKPLACE_EXPERIENCE))
		return "a duty, not the workplace";
	return NULL;
}

/* Whether an office, or a home to work from, is named at a token. */
static bool
names_workplace(const Doc *doc, uint32_t i)
{
	const Mark *mark;

	if (token_in(doc, i, WORDS_TERMS_WORKPLACE))
		return !(i > 2 && token_is(doc, i - 1, "the") && token_is(doc, i - 2, "of") && token_is(doc, i - 3, "out"));	/* "out of the office" */
	if (token_is(doc, i, "home"))
		return i > 0 && (token_is(doc, i - 1, "from") || token_is(doc, i - 1, "at"));
	mark = mark_at(doc, KIND_WORKPLACE, i);
	return mark != NULL && mark->entry->value != CUE_NONE;
}

/* The days a week that a word counts: "3 days", "twice"; 0 where it counts none. */
static int
days_at(const Doc *doc, uint32_t i)
{
	int32_t		count;
	uint32_t	to;

	if (token_in(doc, i, WORDS_TERMS_DAYS_AT_TIMES))
		return token_is(doc, i, "once") ? 1 : 2;
	if (i == 0 || !token_in(doc, i, WORDS_TERMS_DAYS_AT_DAYS))
		return 0;
	if (token_in(doc, i - 1, WORDS_TERMS_DAYS_AT_SOME) || (i > 1 && token_is(doc, i - 1, "of") && token_in(doc, i - 2, WORDS_TERMS_DAYS_AT_SOME)))
		return 2;
	if (token_punct(doc, i - 1, ')') && i > 2)
		i -= 2;					/* "three (3) days" */
	if (i > 1 && token_is(doc, i - 1, "working"))
		i--;					/* "1 remote working day" */
	if (token_is(doc, i - 1, "office") || token_is(doc, i - 1, "onsite") || token_is(doc, i - 1, "remote") || token_is(doc, i - 1, "full") || token_is(doc, i - 1, "home"))
		i--;					/* "3 office days" */
	return i > 0 && read_count(doc, i - 1, &count, &to) && to == i && count % 100 == 0 && count <= 700 ? count / 100 : 0;
}

/* Whether days are counted close to a mark: "telework possible 2 days a week". */
static bool
counts_days(const Doc *doc, const Mark *mark)
{
	uint32_t	line = doc->tokens[mark->from].line;

	for (uint32_t i = mark->from > 4 ? mark->from - 4 : 0; i < mark->to + 8 && i < doc->n_tokens; i++)
		if (doc->tokens[i].line == line && !token_is(doc, i + 1, "ago") && days_at(doc, i) > 0)
			return true;
	/* "3 days a week in the office, remote otherwise" */
	return token_in(doc, mark->to, WORDS_WORKPLACE_REST);
}

/* Whether remote work is only a part: "work from home for some of the time". */
static bool
is_partly(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	to = mark->to + 4 < clause.to ? mark->to + 4 : clause.to;

	if (mark->entry->value != 0)
		return false;
	/* "office based with some home working" */
	if (mark->from > clause.from && (token_is(doc, mark->from - 1, "some") || token_is(doc, mark->from - 1, "occasional") || token_is(doc, mark->from - 1, "limited")))
		return true;
	for (uint32_t i = mark->to; i < to; i++)
		if (token_in(doc, i, WORDS_WORKPLACE_PARTLY) || ((token_is(doc, i, "some") || token_is(doc, i, "part") || token_is(doc, i, "most")) && token_is(doc, i + 1, "of") && token_is(doc, i + 2, "the")))
			return true;
	return false;
}

/* Whether a share of the working time is told at a token, and where it is spent: "50% in the office". */
static bool
tells_share(const Doc *doc, uint32_t i)
{
	uint32_t	to = i + 2;

	if (doc->tokens[i].kind != TOKEN_NUMBER || doc->tokens[i].len != 2 || !token_punct(doc, i + 1, '%') || token_text(doc, i)[0] < '2' || token_text(doc, i)[0] > '8')
		return false;
	while (to < i + 10 && token_in(doc, to, WORDS_WORKPLACE_SHARE) && !names_workplace(doc, to))
		to++;
	if (token_is(doc, to, "following") && token_is(doc, to + 1, "locations"))
		return true;
	return (names_workplace(doc, to) || token_is(doc, to, "home")) && !token_is(doc, to + 1, "environment") && !token_is(doc, to + 1, "setting") && !token_is(doc, to + 1, "work");
}

/* Whether days at home are counted: "2 Tage Home Office". */
static bool
is_home_behind(const Doc *doc, uint32_t i, uint32_t at)
{
	const Mark *mark = mark_at(doc, KIND_WORKPLACE, at);

	return mark != NULL && mark->entry->value == 0 && (at == i + 1 || at == i + 2);
}

/* Reads "3 days a week in the office", "télétravail 2 jours par semaine": hybrid; five days there: on site. */
static uint32_t
read_office_days(Doc *doc)
{
	uint32_t	set = 0;

	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		int			days;
		uint32_t	from,
					to,
					at = 0;
		Range		clause;
		uint32_t	value;

		/* only a number, or a word that counts days, tells anything */
		if (doc->tokens[i].kind != TOKEN_NUMBER && !token_in(doc, i, WORDS_TERMS_DAYS_AT_DAYS) && !token_in(doc, i, WORDS_TERMS_DAYS_AT_TIMES))
			continue;
		days = is_foreign_zone(doc->tokens[i].zone) ? 0 : days_at(doc, i);
		if (days == 0 && !is_foreign_zone(doc->tokens[i].zone) && tells_share(doc, i))
		{
			set |= WORKPLACE_HYBRID;
			doc_fact(doc, FIELD_WORKPLACE, (Range) {i, i + 2}, "workplace.days", NULL, str_of("hybrid"));
		}
		if (days == 0)
			continue;
		clause = doc_clause(doc, i);
		from = i > clause.from + 14 ? i - 14 : clause.from;
		to = i + 14 < clause.to ? i + 14 : clause.to;
		for (uint32_t k = from; k < to && at == 0; k++)
			if (names_workplace(doc, k))
				at = k;
		if (at == 0 || days > 5)
			continue;
		/* "(3 days on site)" needs no week, nor does "in the office a minimum of 2 days" */
		if (!range_has(doc, from, to, WORDS_TERMS_OFFICE_WEEKS) && !(i > 1 && token_punct(doc, i - 2, '(')) &&
			((at > i + 4 || at + 8 <= i) || range_has(doc, from, to, WORDS_WORKPLACE_OTHER_DAYS) ||
			 !(range_has(doc, from, to, WORDS_WORKPLACE_LEAST) || is_home_behind(doc, i, at))))
			continue;
		value = days < 5 ? WORKPLACE_HYBRID : token_is(doc, at, "office") || token_is(doc, at, "onsite") || token_is(doc, at, "site") ? WORKPLACE_ONSITE : 0;
		set |= value;
		if (value != 0)
			doc_fact(doc, FIELD_WORKPLACE, (Range) {from < at ? (at < i ? at : i) : i, (at > i ? at : i) + 1}, "workplace.days", NULL,
					 str_of(value == WORKPLACE_HYBRID ? "hybrid" : "onsite"));
	}
	return set;
}

/* Whether the clause of a mark mixes it with the other kind of workplace: "a combination of telework and work on site". */
static bool
is_mixed(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 16 ? mark->from - 16 : clause.from;
	uint32_t	to = mark->to + 16 < clause.to ? mark->to + 16 : clause.to;

	/* "vanuit huis en op kantoor", "both in-office and telecommuting": home and office joined are a mix, too */
	if (!range_has(doc, from, to, WORDS_WORKPLACE_MIXED) && !(mark->from > 0 && token_is(doc, mark->from - 1, "both") && is_choice(doc, mark)) &&
		!(token_in(doc, mark->to - 1, WORDS_TERMS_MIXED_HOMES) && range_has(doc, from, to, WORDS_TERMS_MIXED_OFFICES) && range_has(doc, from, to, WORDS_TERMS_MIXED_JOINING)))
		return false;
	for (uint32_t i = from; i < to; i++)
		if ((i < mark->from || i >= mark->to) && names_workplace(doc, i))
			return true;
	return false;
}

/* Whether a mark is all that a label says: "Work Environment: Hybrid". */
static bool
is_value(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	const LabelValue *label = doc_label_at(doc, LABEL_WORKPLACE, mark->from);
	uint32_t	i = mark->from;

	if (label != NULL)
		return label->value.to - label->value.from <= 6;
	while (i > line->first && token_punct(doc, i - 1, '*'))
		i--;
	return mark->to == line->last && i > line->first && token_punct(doc, i - 1, ':');
}

/* The days of the working week that are named beside a mark, as bits: "in office Tuesday through Thursday". */
static uint32_t
weekdays_beside(const Doc *doc, const Mark *mark)
{
	static const char *const starts[] = {"mo", "tu", "we", "th", "fr"};
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 6 ? mark->from - 6 : clause.from;
	uint32_t	to = mark->to + 10 < clause.to ? mark->to + 10 : clause.to;
	uint32_t	set = 0;
	int			last = -1;

	for (uint32_t i = from; i < to; i++)
	{
		int			day = 4;

		if (!token_in(doc, i, WORDS_WORKPLACE_WEEKDAYS))
			continue;
		while (day > 0 && (doc->tokens[i].lead != (uint8_t) starts[day][0] || (token_text(doc, i)[1] | 0x20) != starts[day][1]))
			day--;
		/* "Monday to Friday" */
		if (last >= 0 && last < day && (token_in(doc, i - 1, WORDS_PAY_RANGE) || token_punct(doc, i - 1, '-')) && !token_is(doc, i - 1, "and"))
			for (int k = last; k < day; k++)
				set |= 1u << k;
		set |= 1u << day;
		last = day;
	}
	return set;
}

/* Whether a mark counts five days on site as days of the week: "5 days in the office" is no hybrid work. */
static bool
is_whole_week(const Doc *doc, const Mark *mark)
{
	return mark->entry->value == 1 && token_in(doc, mark->from, WORDS_TERMS_DAYS_AT_DAYS) && days_at(doc, mark->from) >= 5 &&
		range_has(doc, mark->from, mark->to, WORDS_TERMS_MIXED_OFFICES);
}

/* Whether visits now and then are all that a remote job asks for: "predominantly remote, with occasional on-site workshops". */
static bool
is_rare_visit(const Doc *doc, const Mark *mark)
{
	return mark->entry->value == 1 && token_is(doc, mark->from, "occasional") && mark > doc->marks[KIND_WORKPLACE].items &&
		mark[-1].entry->value == 0 && mark[-1].from >= doc_clause(doc, mark->from).from && mark[-1].from > 0 &&
		token_in(doc, mark[-1].from - 1, WORDS_TERMS_OF_JOB_BEFORE) && is_of_job(doc, mark - 1);
}

/* Whether a clause denies that this job may be done elsewhere: "we are not recruiting remotely", "this is no remote position". */
static bool
denies_remote(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 10 ? mark->from - 10 : clause.from;

	if (mark->entry->value != 0 || is_full(doc, mark) || token_is(doc, mark->from, "telework") || token_is(doc, mark->from, "virtual") ||
		range_has(doc, from, mark->from, WORDS_TERMS_CONDITIONAL) || (clause.to > clause.from && token_punct(doc, clause.to - 1, '?')))
		return false;
	return is_said_of_job(doc, mark) || range_has(doc, from, mark->from, WORDS_WORKPLACE_DENIES) || doc_in_label(doc, LABEL_WORKPLACE, mark->from);
}

/* What a mark that counts says, in the light of its clause: 5 days on site, some days of the week, home and office mixed. */
static uint32_t
workplace_value(const Doc *doc, const Mark *mark, const Place *place, const char **reason)
{
	uint32_t	value = 1u << mark->entry->value;
	uint32_t	days;

	if (is_whole_week(doc, mark))
		return WORKPLACE_ONSITE;
	if (value != WORKPLACE_HYBRID && !is_foreign_zone(place->zone) && place->zone != ZONE_COMPANY && is_mixed(doc, mark))
	{
		*reason = NULL;
		return WORKPLACE_HYBRID;
	}
	if (*reason != NULL)
		return value;
	if (is_partly(doc, mark))
		return WORKPLACE_HYBRID;
	/* "home/office" */
	if (value == WORKPLACE_REMOTE && token_is(doc, mark->to - 1, "office") && mark->to - mark->from > 2 && token_punct(doc, mark->to - 2, '/'))
		return WORKPLACE_HYBRID;
	if (value == WORKPLACE_ONSITE && place->zone != ZONE_PROCESS)
	{
		days = weekdays_beside(doc, mark);
		if (days != 0 && days != 0x1F)
			return WORKPLACE_HYBRID;
	}
	return value;
}

/* Whether what a mark says holds beside hybrid work, too: one of a choice, a remote job's label, a board's header. */
static bool
is_sure(const Doc *doc, const Mark *mark, const Place *place, uint32_t value)
{
	if (is_choice(doc, mark))
		return !is_one_of_both(doc, mark);
	if (counts_days(doc, mark) || (!place->label && doc->lines[doc->tokens[mark->from].line].words > 12 && mark->from > 40 && is_in_hybrid_clause(doc, mark)))
		return false;
	return value == WORKPLACE_REMOTE ? place->label || place->alone : place->alone && mark->from < 80;
}

/* The workplace that a label names by a word that means nothing elsewhere: "Workplace: Office", "Location: Anywhere". */
static uint32_t
labelled_workplace(Doc *doc)
{
	for (uint32_t k = 0; k < doc->labels.count; k++)
	{
		const LabelValue *l = &doc->labels.items[k];
		uint32_t	value = 0;

		if ((l->label != LABEL_WORKPLACE && l->label != LABEL_LOCATION) || l->value.from >= l->value.to || doc->tokens[l->name.from].zone == ZONE_NOISE)
			continue;
		if (token_in(doc, l->value.from, WORDS_WORKPLACE_ANYWHERE))
			value = WORKPLACE_REMOTE;
		else if (l->label == LABEL_WORKPLACE && l->value.to == l->value.from + 1 && token_in(doc, l->value.from, WORDS_TERMS_MIXED_OFFICES))
			value = WORKPLACE_ONSITE;
		if (value == 0)
			continue;
		doc_fact(doc, FIELD_WORKPLACE, (Range) {l->value.from, l->value.from + 1}, "workplace.label", NULL, str_of(value == WORKPLACE_REMOTE ? "remote" : "onsite"));
		return value;
	}
	return 0;
}

/* Reads the workplace: "#LI-REMOTE", "hybrid", "on site"; partly on site is hybrid. */
static void
read_workplace(Doc *doc)
{
	static const Label labels[] = {LABEL_WORKPLACE, LABEL_LOCATION, LABEL_EMPLOYMENT_TYPE, LABEL_HOURS};
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	uint32_t	set = 0,
				sure = 0,		/* said on its own, beside a hybrid workplace, too */
				labelled = 0,	/* by a label that is for it */
				days,
				explained = 0;	/* up to here stands what hybrid means: "Hybrid: on site and work from home" */
	const Mark *value_mark = NULL;
	const Mark *denied = NULL;

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		Place		place;
		const char *reason;
		uint32_t	value;

		if (mark->entry->value == CUE_NONE)
			continue;
		place = look_around(doc, mark, labels, 4);
		reason = workplace_reason(doc, mark, &place);
		if (reason != NULL && strcmp(reason, "negated") == 0 && denied == NULL && denies_remote(doc, mark))
			denied = mark;
		if (next_line_value(doc, mark) != NULL)
			value_mark = next_line_value(doc, mark);
		value = workplace_value(doc, mark, &place, &reason);
		if (reason == NULL && is_rare_visit(doc, mark))
			reason = "a visit now and then";
		if (value == WORKPLACE_HYBRID && (token_punct(doc, mark->to, ':') || token_punct(doc, mark->to, '(')))
			explained = doc_clause(doc, mark->to + 1).to;
		else if (reason == NULL && value != WORKPLACE_HYBRID && mark->from < explained)
			reason = "what hybrid means";
		if (reason == NULL)
		{
			set |= value;
			if (mark == value_mark || is_value(doc, mark))
				labelled |= value;
			if (is_sure(doc, mark, &place, value))
				sure |= value;
		}
		doc_fact(doc, FIELD_WORKPLACE, (Range) {mark->from, mark->to}, place.label ? "workplace.label" : place.alone ? "workplace.alone" : "workplace.text", reason,
				 str_of(value == WORKPLACE_HYBRID ? "hybrid" : value == WORKPLACE_ONSITE ? "onsite" : "remote"));
	}
	days = read_office_days(doc);
	set |= days;
	if (set == 0)
		set = labelled_workplace(doc);
	if (set == 0 && denied != NULL)
	{
		set = WORKPLACE_ONSITE;
		doc_fact(doc, FIELD_WORKPLACE, (Range) {denied->from, denied->to}, "workplace.denied", NULL, str_of("onsite"));
	}
	if (set & WORKPLACE_HYBRID)
		set = WORKPLACE_HYBRID | sure;
	/* what a label says holds against the text, save for the days that it counts */
	doc->posting->workplace = labelled != 0 && (labelled & days) == days ? labelled : set;
}

/* Whether job sharing is offered beside a mark. */
static bool
is_sharing(const Doc *doc, const Mark *mark)
{
	for (uint32_t i = mark->to; i < mark->to + 6; i++)
		if (token_is(doc, i, "sharing") && token_is(doc, i - 1, "job"))
			return true;
	return false;
}

/* Whether a clause tells what an agency for staff does: "acts as an employment business for temporary positions". */
static bool
is_agency_clause(const Doc *doc, Range clause)
{
	for (uint32_t i = clause.from; i + 1 < clause.to; i++)
		if (token_is(doc, i, "employment") && (token_is(doc, i + 1, "business") || token_is(doc, i + 1, "agency")))
			return true;
	return false;
}

/* Whether a mark says for whom something is meant: "benefits for temporary positions", "offered to part-time team members". */
static bool
is_for_others(const Doc *doc, const Mark *mark, Range clause, uint32_t behind)
{
	uint32_t	i = mark->from;

	while (i > clause.from && mark->from - i < 8 &&
		   (token_in(doc, i - 1, WORDS_AND_OR) || token_in(doc, i - 1, WORDS_TERMS_TERMS) || token_in(doc, i - 1, WORDS_TERMS_LIMITED) ||
			doc->tokens[i - 1].kind == TOKEN_PUNCT || mark_at(doc, KIND_EMPLOYMENT_TYPE, i - 1) != NULL))
		i--;
	if (i <= clause.from + 1)
		return false;
	if (token_is(doc, i - 1, "for") && (token_is(doc, i - 2, "benefits") || token_is(doc, i - 2, "eligibility") || token_is(doc, i - 2, "leave")))
		return true;
	if (token_is(doc, i - 1, "all") && (token_is(doc, behind, "positions") || token_is(doc, behind, "roles")))
		return true;
	return (token_is(doc, i - 1, "to") || token_is(doc, i - 1, "all") || token_is(doc, i - 1, "our")) && behind + 1 < clause.to &&
		(token_is(doc, behind + 1, "members") || token_is(doc, behind, "members"));
}

/* Whether a mark of the employment type names people, or a share of a job, rather than this job. */
static bool
is_of_others(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	const Mark *title;
	uint32_t	i = mark->to;

	while (i < clause.to && i < mark->to + 12)
	{
		const Mark *next = mark_at(doc, KIND_EMPLOYMENT_TYPE, i);

		if (next == NULL && !token_is(doc, i, "and") && !token_is(doc, i, "or") && !token_punct(doc, i, '/') && !token_punct(doc, i, ',') &&
			!(token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_NONE))
			break;
		i = next != NULL ? next->to : i + 1;
	}
	if (i >= clause.to)
		i = clause.to;
	else if (doc->tokens[i].shape & SHAPE_SPLIT && doc->tokens[i].gap == GAP_NONE)
		return false;
	if (range_has(doc, mark->from > clause.from + 16 ? mark->from - 16 : clause.from, mark->from, WORDS_TERMS_AGENCY) && is_agency_clause(doc, clause))
		return true;
	/* "benefits for temporary positions", "offered to full and part-time team members" */
	if (is_for_others(doc, mark, clause, i))
		return true;
	/* "employees in temporary positions", "for those in part-time roles" */
	for (uint32_t k = mark->from; k > clause.from + 1 && mark->from - k < 6; k--)
		if (token_is(doc, k - 1, "in") && (token_in(doc, k - 2, WORDS_TERMS_OF_OTHERS_PEOPLE) || token_is(doc, k - 2, "those")))
			return true;
	/* "lead employees (full-time and temporary)" */
	for (uint32_t k = mark->from; k > clause.from + 1 && mark->from - k < 5; k--)
		if (token_punct(doc, k - 1, '('))
			return token_in(doc, k - 2, WORDS_TERMS_OF_OTHERS_PEOPLE) || (k < mark->from && token_in(doc, i, WORDS_TERMS_OF_OTHERS_PEOPLE));
	if (is_asking_zone(doc->tokens[mark->from].zone) && range_has(doc, i, i + 8 < clause.to ? i + 8 : clause.to, WORDS_TERMS_OF_OTHERS_YEARS))
		return true;
	if (i == clause.to || (doc->tokens[i].kind == TOKEN_PUNCT && doc->tokens[i].chr != '('))
		return false;
	/* "two full-time years of experience" */
	if (token_is(doc, i, "years"))
		return true;
	/* "full-time Staff Attorney", "full-time national staff position" */
	title = mark_at(doc, KIND_TITLE, i);
	if ((title != NULL && title->to > i + 1) || (token_is(doc, i, "staff") && mark_at(doc, KIND_TITLE, i + 1) != NULL) || token_in(doc, i + 1, WORDS_TERMS_OF_OTHERS_ONE_JOB) || token_in(doc, i + 2, WORDS_TERMS_OF_OTHERS_ONE_JOB))
		return false;
	if (token_in(doc, i, WORDS_TERMS_OF_OTHERS_PEOPLE) || doc->tokens[i + 1 < clause.to ? i + 1 : i].kind == TOKEN_PUNCT)
		return token_in(doc, i, WORDS_TERMS_OF_OTHERS_PEOPLE);
	return token_in(doc, i + 1, WORDS_TERMS_OF_OTHERS_PEOPLE) || token_is(doc, i + 2, "experience");
}

/* Whether the words before a mark leave open which term this job has: "whether your position is full-time", "if part-time". */
static bool
is_conditional(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 16 ? mark->from - 16 : clause.from;

	for (uint32_t i = from; i < mark->from; i++)
		if (token_in(doc, i, WORDS_TERMS_CONDITIONAL_DEPENDS) || (token_in(doc, i, WORDS_TERMS_CONDITIONAL) && (i + 1 == mark->from || range_has(doc, i, mark->from, WORDS_TERMS_CONDITIONAL_JOBS))))
			return true;
	return false;
}

/* Whether the words before a mark speak of what may come later, or of choices that everybody has. */
static bool
is_of_later(const Doc *doc, const Mark *mark, bool alone)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 9 ? mark->from - 9 : clause.from;

	if (range_has(doc, from, mark->from, WORDS_TERMS_OF_LATER_LATER))
		return true;
	/* "a flexible schedule on a part-WORDS_TERMS_OF_LATER_TIME basis", "flexible part-WORDS_TERMS_OF_LATER_TIME hours available" */
	if (range_has(doc, mark->to, mark->to + 6, WORDS_TERMS_OF_LATER_TIME) && range_has(doc, from, mark->to + 8 < clause.to ? mark->to + 8 : clause.to, WORDS_TERMS_OF_LATER_OFFERS))
		return false;
	if (!alone && !token_is(doc, mark->to, "available") && !token_is(doc, mark->to + 1, "available") && !token_is(doc, mark->to, "basis") && !token_is(doc, mark->to + 1, "basis") && range_has(doc, from, mark->from, WORDS_TERMS_OF_LATER_CHOICE))
		return true;
	for (uint32_t i = from; i < mark->from; i++)
		if ((token_is(doc, i, "become") && !token_is(doc, i + 1, "available")) || (token_is(doc, i, "lead") && token_is(doc, i + 1, "to")))
			return true;
	return false;
}

/* Whether somebody is sought right before a mark: "hiring full-time employees", "looking for a summer intern". */
static bool
is_sought(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	i = mark->from;

	/* "whether WORDS_TERMS_SOUGHT_YOU are looking for part-time or" */
	if (range_has(doc, clause.from, mark->from, WORDS_TERMS_SOUGHT_YOU))
		return false;
	while (i > clause.from && mark->from - i < 6 && (token_in(doc, i - 1, WORDS_TERMS_SOUGHT_BETWEEN) || mark_at(doc, KIND_EMPLOYMENT_TYPE, i - 1) != NULL))
		i--;
	/* "seeking a data analytics intern" */
	if (1u << mark->entry->value == EMPLOYMENT_INTERN)
		while (i > clause.from && mark->from - i < 8 && doc->tokens[i - 1].kind == TOKEN_WORD && !token_in(doc, i - 1, WORDS_TERMS_SOUGHT_SEEKING))
			i--;
	return i > clause.from && token_in(doc, i - 1, WORDS_TERMS_SOUGHT_SEEKING);
}

/* Whether a term stands beside what it is said of: "full-time position", "part-time nurse", "6-month contract". */
static bool
is_of_position(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	for (int n = 0; n < 2 && mark_at(doc, KIND_EMPLOYMENT_TYPE, i) != NULL; n++)
		i = mark_at(doc, KIND_EMPLOYMENT_TYPE, i)->to;
	if (i >= doc->n_tokens)
		return false;
	if (mark->to - mark->from > 1 && token_in(doc, mark->to - 1, WORDS_TERMS_OF_POSITION_HEADS))
		return true;
	/* "not to exceed 2 years" */
	if (token_is(doc, mark->to - 1, "exceed"))
		return range_has(doc, mark->to, mark->to + 5, WORDS_TERMS_OF_POSITION_UNITS) || (mark_from(doc, KIND_MONTH, i) != NULL && mark_from(doc, KIND_MONTH, i)->from < i + 4);
	if (token_in(doc, i, WORDS_TERMS_JOB) || token_in(doc, i + 1, WORDS_TERMS_JOB))
		return true;
	if (token_in(doc, i + 2, WORDS_TERMS_JOB) && !token_punct(doc, i, '.') && doc->tokens[i + 2].line == doc->tokens[mark->from].line)
		return true;
	/* "the position is full-time" */
	if (mark->from > 1 && token_in(doc, mark->from - 1, WORDS_TERMS_OF_POSITION_VERBS) && token_in(doc, mark->from - 2, WORDS_TERMS_JOB))
		return true;
	/* "positions can be full-time or part-time" */
	i = mark->from;
	if (i > 2 && token_in(doc, i - 1, WORDS_AND_OR) && mark_before(doc, KIND_EMPLOYMENT_TYPE, i - 1) != NULL)
		i = mark_before(doc, KIND_EMPLOYMENT_TYPE, i - 1)->from;
	if (i > 2 && token_is(doc, i - 1, "be") && token_in(doc, i - 2, WORDS_TERMS_OF_POSITION_CAN) && token_in(doc, i - 3, WORDS_TERMS_JOB))
		return true;
	i = mark->to;
	/* "full-time contract until June" */
	if (token_is(doc, mark->to - 1, "contract") && token_in(doc, i, WORDS_TERMS_OF_POSITION_LASTING) && mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from) != NULL)
		return true;
	if (mark_at(doc, KIND_TITLE, i) == NULL)
		return false;
	/* "the manager is a seasonal team leader" */
	return !(mark->entry->flags & ENTRY_WEAK) ||
		(mark->from > 1 && (token_is(doc, mark->from - 1, "a") || token_is(doc, mark->from - 1, "an")) && token_is(doc, mark->from - 2, "is"));
}

/* Whether the name of a label is a term itself: "Contract: 6 months", or a board's "Contract" above its "Full time". */
static bool
is_term_of_label(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	if (!token_is(doc, mark->from, "contract"))
		return false;
	if (mark->from < 60 && doc->lines[doc->tokens[mark->from].line].words == 1 && mark_at(doc, KIND_EMPLOYMENT_TYPE, i) != NULL)
		return true;
	i += token_in(doc, i, WORDS_TERMS_TERM_OF_LABEL_MEASURES);
	return token_punct(doc, i, ':') && i + 1 < doc->n_tokens && (doc->tokens[i + 1].kind == TOKEN_NUMBER || token_is(doc, i + 1, "initial"));
}

/* Whether a clause defines or credits a kind of work: "full-time work is considered to be 35 hours", "gained in a part-time job". */
static bool
is_defined(const Doc *doc, const Mark *mark, bool said)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 14 ? mark->from - 14 : clause.from;
	uint32_t	to = mark->to + 12 < clause.to ? mark->to + 12 : clause.to;

	/* "authorized to work in the US on a full-time basis" */
	if (range_has(doc, from, mark->from, WORDS_TERMS_AUTHORIZED))
		return true;
	return !said && range_has(doc, from, to, WORDS_TERMS_CREDITED);
}

/* Whether the text asks for whom can work so: "ability to work full time", "must be available to work part-time". */
static bool
is_work_asked(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = mark->from > clause.from + 8 ? mark->from - 8 : clause.from;

	return mark->entry->value <= 1 && mark->from > from && token_is(doc, mark->from - 1, "work") && range_has(doc, from, mark->from, WORDS_TERMS_WORK_ASKED);
}

/*
 * The other half of "full or part time", "part to full time", "FT or PT", which no phrase of the lexicon holds; *at is
 * its word, 0 returned where there is none.
 */
static uint32_t
other_half(const Doc *doc, const Mark *mark, uint32_t *at)
{
	uint32_t	value = 1u << mark->entry->value;
	const char *word = value == EMPLOYMENT_PART_TIME ? "full" : value == EMPLOYMENT_FULL_TIME ? "part" : NULL;
	uint32_t	i = mark->from;

	if (word == NULL)
		return 0;
	/* "FT or PT" */
	*at = mark->to + 1;
	if (value == EMPLOYMENT_FULL_TIME && (token_in(doc, mark->to, WORDS_AND_OR) || token_punct(doc, mark->to, '/')) && token_is(doc, *at, "pt"))
		return EMPLOYMENT_PART_TIME;
	if (i < 2 || !(token_in(doc, i - 1, WORDS_AND_OR) || token_is(doc, i - 1, "to") || token_punct(doc, i - 1, '/') || token_punct(doc, i - 1, '&')))
		return 0;
	*at = i - 2 - (i > 2 && token_punct(doc, i - 2, '-') && doc->tokens[i - 2].gap == GAP_NONE);
	return token_is(doc, *at, word) ? value ^ (EMPLOYMENT_FULL_TIME | EMPLOYMENT_PART_TIME) : 0;
}

/* Whether full and part time are offered side by side: "full-time or part-time options". */
static bool
is_pair_of_options(const Doc *doc, const Mark *mark)
{
	const Mark *last = mark;
	const Mark *first = mark;
	uint32_t	at;

	if (mark->entry->value > 1)
		return false;
	/* "full and part-time hours available" */
	if (token_in(doc, mark->to, WORDS_TERMS_OPTIONS) && other_half(doc, mark, &at) != 0 && at > 0 && doc_starts_clause(doc, at))
		return true;
	if (token_in(doc, mark->to, WORDS_AND_OR) && mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to + 1) != NULL)
		last = mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to + 1);
	else if (mark->from > 1 && token_in(doc, mark->from - 1, WORDS_AND_OR))
		first = mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1);
	return first != NULL && first != last && first->entry->value <= 1 && last->entry->value <= 1 && first->entry->value != last->entry->value &&
		token_in(doc, last->to, WORDS_TERMS_OPTIONS);
}

/* Whether somebody is sought in the clause before a token, abroad. */
static bool
seeks_before(const Doc *doc, uint32_t i)
{
	Range		clause = doc_clause(doc, i);

	return range_has(doc, clause.from, i, WORDS_TITLE_WISH_ABROAD);
}

/* Why a mark of the employment type does not count; NULL where it does. */
static const char *
employment_reason(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	near = mark->from > 5 ? mark->from - 5 : 0;
	uint8_t		zone = place->zone;
	bool		said,
				of_job;

	/* "Full-time (1487)" */
	if (token_punct(doc, mark->to, '(') && token_punct(doc, mark->to + 2, ')') && doc->tokens[mark->to + 1].kind == TOKEN_NUMBER)
		return "a filter of the board";
	/* "Hours: 38 hours per week Contract type: permanent" */
	if (token_is(doc, mark->to - 1, "contract") && token_is(doc, mark->to, "type"))
		return "the name of a label";
	/* LinkedIn's terms stand behind the legal notice */
	if (is_foreign_zone(zone) && follows_name(doc, LABEL_EMPLOYMENT_TYPE, mark->from))
		return NULL;
	said = is_said_of_job(doc, mark);
	of_job = said && is_of_position(doc, mark);
	if (is_foreign_zone(zone) && !(of_job && zone == ZONE_LEGAL))
		return "outside the posting";
	if (doc_in_link(doc, mark->from))
		return "part of an address";
	if (is_negated(doc, mark))
		return "negated";
	if (place->label || (place->title && !token_is(doc, mark->from, "b2b")))
		return NULL;
	if (in_label_name(doc, mark->from))
		return is_term_of_label(doc, mark) ? NULL : "the name of a label";
	if (is_sought(doc, mark) && (!place->weak || token_in(doc, mark->to, WORDS_TERMS_RESOURCE) || 1u << mark->entry->value == EMPLOYMENT_INTERN || mark_at(doc, KIND_TITLE, mark->to) != NULL))
		return NULL;
	if (is_of_others(doc, mark) || is_defined(doc, mark, said))
		return "said of others";
	/* "Festanstellung in Vollzeit" */
	if (!place->weak && mark->from > 0 && token_in(doc, mark->from - 1, WORDS_TERMS_JOB) && doc_is_foreign(doc))
		return NULL;
	if (is_work_asked(doc, mark) || is_pair_of_options(doc, mark))
		return NULL;
	/* "helps clerks on an as needed basis": a duty's frequency */
	if (token_is(doc, mark->from, "as") && !said && !place->alone)
		return "not said of this job";
	/* "part-time hours, job sharing, home working": what everybody may ask for */
	if (1u << mark->entry->value == EMPLOYMENT_PART_TIME && is_sharing(doc, mark))
		return "a perk";
	if (is_conditional(doc, mark))
		return "said of later, or of a choice";
	if (of_job)
		return NULL;
	if (is_of_later(doc, mark, place->alone))
		return "said of later, or of a choice";
	/* "this position is varied - full-time in summer" */
	if (said && !place->weak && range_has(doc, near, mark->from, WORDS_EMPLOYMENT_VERBS))
		return NULL;
	if (place->alone && (zone == ZONE_SUMMARY || zone == ZONE_OTHER || zone == ZONE_PAY || zone == ZONE_LOCATION ||
						 (!place->weak && doc->lines[doc->tokens[mark->from].line].words <= 10)))
		return NULL;
	/* "Benefits: … Full time position with holidays" */
	if (is_of_position(doc, mark) && (zone != ZONE_BENEFITS || (!place->weak && token_in(doc, mark->to, WORDS_TERMS_JOB) &&
																	  (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER || token_in(doc, mark->from - (mark->from > 0), WORDS_TITLE_OPENS_TITLE)))))
		return NULL;
	/* "Wij bieden: een jaarcontract", "een fulltime functie voor 40 uur", "Fulltime beschikbaar" */
	if (doc_is_foreign(doc) && !place->weak && ((zone == ZONE_BENEFITS && (1u << mark->entry->value == EMPLOYMENT_TEMPORARY || token_in(doc, mark->to - 1, WORDS_TERMS_JOB))) ||
												(zone == ZONE_REQUIREMENTS && doc->lines[doc->tokens[mark->from].line].words <= 3)))
		return NULL;
	/* "recherche un développeur pour un CDD" is said of the job whoever seeks */
	if (zone == ZONE_COMPANY && doc_is_foreign(doc) && !place->weak && seeks_before(doc, mark->from))
		return NULL;
	if (zone == ZONE_COMPANY)
		return "said of the company";
	if (place->weak || zone == ZONE_BENEFITS || zone == ZONE_REQUIREMENTS || zone == ZONE_DUTIES || zone == ZONE_PREFERRED || zone == ZONE_PROCESS)
		return "not said of this job";
	return NULL;
}

/* Reads the employment type. */
static void
read_employment_type(Doc *doc)
{
	static const Label labels[] = {LABEL_EMPLOYMENT_TYPE, LABEL_HOURS, LABEL_DURATION, LABEL_WORKPLACE};
	const Marks *marks = &doc->marks[KIND_EMPLOYMENT_TYPE];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		Place		place;
		const char *reason;
		uint32_t	other,
					at;

		if (mark->entry->value == CUE_NONE)
			continue;
		place = look_around(doc, mark, labels, 4);
		reason = employment_reason(doc, mark, &place);
		doc_fact(doc, FIELD_EMPLOYMENT_TYPE, (Range) {mark->from, mark->to},
				 place.label ? "employment.label" : place.title ? "employment.title" : place.alone ? "employment.alone" : "employment.text",
				 reason, str_of(posting_employment_names[mark->entry->value]));
		if (reason != NULL)
			continue;
		doc->posting->employment_type |= 1u << mark->entry->value;
		other = other_half(doc, mark, &at);
		if (other == 0)
			continue;
		doc->posting->employment_type |= other;
		doc_fact(doc, FIELD_EMPLOYMENT_TYPE, (Range) {at, at + 1}, "employment.pair", NULL,
				 str_of(posting_employment_names[other == EMPLOYMENT_PART_TIME]));
	}
}

/* Reads "37.5 hours per week", "32-40 uur", "40 h/week". */
static void
read_hours(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_HOURS_PER_WEEK];

	doc->posting->hours_min = doc->posting->hours_max = -1;
	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		Number		high,
					low;
		uint32_t	k = mark->from;

		if (is_foreign_zone(doc->tokens[mark->from].zone) || k == 0)
			continue;
		/* the number right before the words */
		if (token_punct(doc, k - 1, '+') || token_punct(doc, k - 1, '-'))
			k--;
		while (k > 0 && mark->from - k < 4 && !(doc->tokens[k - 1].kind == TOKEN_NUMBER && (k < 2 || !(token_punct(doc, k - 2, '.') && doc->tokens[k - 1].gap == GAP_NONE))))
			k--;
		if (k == 0 || doc->tokens[k - 1].kind != TOKEN_NUMBER || !read_number(doc, k - 1, &high) || high.to > mark->from + 1)
			continue;
		if (high.value < 4 * PAY_SCALE || high.value > 80 * PAY_SCALE)
			continue;
		doc->posting->hours_min = doc->posting->hours_max = (int32_t) (high.value / 100);
		if (k >= 3 && (token_punct(doc, k - 2, '-') || token_is(doc, k - 2, "to") || token_is(doc, k - 2, "bis") || token_is(doc, k - 2, "tot")) &&
			doc->tokens[k - 3].kind == TOKEN_NUMBER && read_number(doc, k - 3, &low) && low.value < high.value && low.value >= PAY_SCALE)
			doc->posting->hours_min = (int32_t) (low.value / 100);
		doc_fact(doc, FIELD_HOURS_PER_WEEK, (Range) {k - 1, mark->to}, "hours.week", NULL, range_text(doc, (Range) {k - 1, mark->to}));
		return;
	}
}

/* The level in the value of a label, or right behind its name: "Seniority level: Associate". */
static const Mark *
labelled_level(const Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const LabelValue *label;

		if (mark->entry->value == CUE_NONE)
			continue;
		if (follows_name(doc, LABEL_SENIORITY, mark->from))
			return mark;
		if (doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		label = doc_label_at(doc, LABEL_SENIORITY, mark->from);
		if (label == NULL)
			label = doc_label_at(doc, LABEL_EXPERIENCE, mark->from);
		if (label != NULL && mark->to <= label->value.to && mark->from < label->value.from + 4)
			return mark;
	}
	return NULL;
}

/* The level that a board's line of terms ends with: "Full-time · Mid-Senior level". */
static bool
is_board_level(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	const Mark *type = mark->from > 0 ? mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1) : NULL;

	/* "specjalista (Mid / Regular)" */
	if (!doc_is_english(doc) && mark->from > 1 && token_punct(doc, mark->from - 1, '(') && mark_before(doc, KIND_TITLE, mark->from - 1) != NULL &&
		!(doc->tokens[mark->from - 2].shape & SHAPE_HAS_UPPER) && (token_punct(doc, mark->to, ')') || token_punct(doc, mark->to, '/')))
		return true;
	return type != NULL && doc->tokens[mark->from - 1].kind == TOKEN_PUNCT && line->words <= 8 &&
		(mark->to >= line->last || token_is(doc, mark->to, "level"));
}

/* Whether a sentence states the level of this job: "this entry level role", "a senior position". */
static bool
is_stated_level(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint8_t		zone = doc->tokens[mark->from].zone;
	uint32_t	i = mark->to;
	bool		level;

	if (is_foreign_zone(zone) || zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED || zone == ZONE_BENEFITS || zone == ZONE_PROCESS)
		return false;
	if (token_punct(doc, i, '-') && token_is(doc, i + 1, "level"))
		i++;
	level = token_is(doc, mark->to - 1, "level") || token_is(doc, i, "level");
	i += token_is(doc, i, "level");
	/* "Full Time Senior-level / Expert" */
	if (level && i < doc->n_tokens && (i >= doc->lines[doc->tokens[mark->from].line].last || is_separator(doc, i, false)) &&
		(mark->from == doc->lines[doc->tokens[mark->from].line].first || is_separator(doc, mark->from - 1, false) ||
		 mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from) != NULL) && doc->lines[doc->tokens[mark->from].line].words <= 12)
		return true;
	/* "a senior-level EHS role", "this mid-level, client-facing role" */
	for (int n = 0; n < 2 && (level || token_punct(doc, mark->to, ',')) && i < clause.to && i < mark->to + 10 && !token_in(doc, i, WORDS_TERMS_JOB); i++)
		n += doc->tokens[i].kind != TOKEN_PUNCT && !token_punct(doc, i + 1, '-');
	return token_in(doc, i, WORDS_TERMS_JOB) && mark->from > clause.from && (level || mark->entry->value <= SENIORITY_SENIOR) &&
		token_in(doc, mark->from - 1, WORDS_TERMS_STATED_LEVEL_LEAD) && !range_has(doc, mark->from > clause.from + 10 ? mark->from - 10 : clause.from, mark->from, WORDS_TERMS_STATED_LEVEL_PAST);
}

/* Reads an explicit statement of the level; beside the title's level the lower of the two counts. */
static void
read_level(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark *mark = labelled_level(doc);
	const char *rule = "seniority.label";
	const char *reason = NULL;

	for (uint32_t i = 0; mark == NULL && i < marks->count; i++)
	{
		const Mark *m = &marks->items[i];

		if (m->entry->value == CUE_NONE || doc->tokens[m->from].zone == ZONE_NOISE)
			continue;
		rule = is_board_level(doc, m) ? "seniority.board" : is_stated_level(doc, m) ? "seniority.stated" : NULL;
		if (rule != NULL)
			mark = m;
	}
	if (mark == NULL)
		return;
	if (doc->posting->seniority != SENIORITY_NONE && doc->posting->seniority <= (Seniority) mark->entry->value)
		reason = "the title's level is no higher";
	else
		doc->posting->seniority = (Seniority) mark->entry->value;
	doc_fact(doc, FIELD_SENIORITY, (Range) {mark->from, mark->to}, rule, reason, str_of(posting_seniority_names[mark->entry->value]));
}

/* Interns are interns whatever level stands beside: "Level: Entry, Type: Intern". */
static void
read_learner(Doc *doc)
{
	if (doc->posting->employment_type & EMPLOYMENT_INTERN && !(doc->posting->employment_type & EMPLOYMENT_FULL_TIME) && doc->posting->seniority <= SENIORITY_ENTRY && doc->posting->seniority != SENIORITY_INTERN)
		for (size_t i = doc->facts.count; i > 0; i--)
		{
			const Fact *fact = &doc->facts.items[i - 1];

			if (fact->field != FIELD_EMPLOYMENT_TYPE || fact->reason != NULL || !str_equal(fact->value, str_of("INTERN")) ||
				!((doc_is_foreign(doc) && doc->posting->employment_type == EMPLOYMENT_INTERN) || strcmp(fact->rule, "employment.label") == 0 || strcmp(fact->rule, "employment.title") == 0 || strcmp(fact->rule, "employment.alone") == 0))
				continue;
			doc->posting->seniority = SENIORITY_INTERN;
			doc_fact(doc, FIELD_SENIORITY, fact->at, "seniority.intern", NULL, str_of(posting_seniority_names[SENIORITY_INTERN]));
			return;
		}
}

/* Reads the terms of work. */
void
extract_terms(Doc *doc)
{
	read_workplace(doc);
	read_employment_type(doc);
	read_hours(doc);
	if (doc->posting->seniority == SENIORITY_INTERN)
		doc->posting->employment_type |= EMPLOYMENT_INTERN;
	read_level(doc);
	read_learner(doc);
}
