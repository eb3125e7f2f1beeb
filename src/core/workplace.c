/*
 * workplace.c
 *		The workplace: remote, hybrid, on site; from words, labels, and the days
 *		or the share of the time that are spent in the office.
 */
#include "terms.h"

/* What an entry of cues.tsv says of the workplace: the number of its bit in posting.h. */
enum
{
	REMOTE,
	HYBRID,
	ONSITE
};

/* Whether the words beside a weak wording say that the job is so: "is remote", "hybrid role". */
static bool
is_of_job(const Doc *doc, const Mark *mark)
{
	const Mark *type;

	/* "dishes prepared on site from fresh ingredients" */
	if (mark->entry->value == ONSITE &&
		(token_is(doc, mark->to, "from") || token_is(doc, mark->to, "with")) &&
		!is_said_of_job(doc, mark))
		return false;
	if (token_in(doc, mark->to, WORDS_TERMS_JOB) ||
		token_in(doc, mark->to, WORDS_TERMS_OF_JOB_BEHIND))
		return true;
	/* "telecommuting is permitted" */
	if ((token_is(doc, mark->to, "is") || token_is(doc, mark->to, "are")) &&
		token_in(doc, mark->to + 1, WORDS_WORKPLACE_ALLOWED))
		return true;
	/* "On-site - Full-time", "an onsite, full-time job" */
	if ((token_punct(doc, mark->to, '-') || token_punct(doc, mark->to, ',')) &&
		mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to + 1) != NULL)
		return true;
	/* "Full-time onsite developers", "a full-time, office-based analyst", "Hybrid: Leeds" */
	type = mark_before(doc, KIND_EMPLOYMENT_TYPE,
					   mark->from - (mark->from > 0 && token_punct(doc, mark->from - 1, ',')));
	if ((type != NULL && !(type->entry->flags & ENTRY_WEAK)) ||
		(token_punct(doc, mark->to, ':') && mark_at(doc, KIND_PLACE, mark->to + 1) != NULL))
		return true;
	/* "an on-site development role" */
	if (mark->to + 1 < doc->n_tokens && doc->tokens[mark->to].kind == TOKEN_WORD &&
		doc->tokens[mark->to + 1].line == doc->tokens[mark->to].line &&
		token_in(doc, mark->to + 1, WORDS_TERMS_JOB) && !token_is(doc, mark->to + 1, "post"))
		return true;
	/* "a hybrid senior accountant" */
	if (mark->entry->value != ONSITE &&
		(doc->tokens[mark->from].zone == ZONE_SUMMARY ||
		 doc->tokens[mark->from].zone == ZONE_OTHER) &&
		(mark_at(doc, KIND_TITLE, mark->to) != NULL || mark_at(doc, KIND_PLACE, mark->to) != NULL))
		return true;
	/* "hybrid & flexible working" */
	if ((token_is(doc, mark->to, "and") || token_is(doc, mark->to, "&") ||
		 token_punct(doc, mark->to, '/')) &&
		token_is(doc, mark->to + 1, "flexible"))
		return true;
	/* "be on site during the works" */
	if (mark->entry->value == ONSITE && doc->tokens[mark->from].zone == ZONE_DUTIES &&
		!token_punct(doc, mark->from - 1, '%'))
		return false;
	/* "100% remotely", "100% time remotely" */
	return mark->from > 1 &&
		   (token_in(doc, mark->from - 1, WORDS_TERMS_OF_JOB_BEFORE) ||
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
		(token_in(doc, mark->to, WORDS_TERMS_CHOICE) ||
		 (token_punct(doc, mark->to, ',') && next->from == mark->to + 1)))
		return true;
	return last != NULL && mark->from - last->to <= 2 && last->entry->value != mark->entry->value &&
		   mark->from > 0 &&
		   (token_in(doc, mark->from - 1, WORDS_TERMS_CHOICE) ||
			token_punct(doc, mark->from - 1, ','));
}

/* Whether a mark is one of two that hold at once: "both in-office and telecommuting". */
static bool
is_one_of_both(const Doc *doc, const Mark *mark)
{
	const Mark *first = mark->from > 1 && token_is(doc, mark->from - 1, "and")
							? mark_before(doc, KIND_WORKPLACE, mark->from - 1)
							: mark;

	return first != NULL && first->from > 0 && token_is(doc, first->from - 1, "both");
}

/* Whether a mark says that the workplace is nothing but that: "fully remote", "remote-first". */
static bool
is_full(const Doc *doc, const Mark *mark)
{
	/* "100 % Remote-Arbeit" */
	uint32_t	sign = mark->from > 1 && token_punct(doc, mark->from - 1, '%');

	return range_has(doc, mark->from > sign ? mark->from - 1 - sign : 0,
					 mark->to + 1 < doc->n_tokens ? mark->to + 1 : mark->to, WORDS_TERMS_FULL);
}

/* Whether a mark names the workplace that stands behind its colon: "Telework: Hybrid". */
static bool
names_another(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	while (i < mark->to + 5 && (token_punct(doc, i, ':') || token_punct(doc, i, '*')))
		i++;
	return i > mark->to && i < doc->n_tokens && token_punct(doc, mark->to, ':') &&
		   mark_at(doc, KIND_WORKPLACE, i) != NULL;
}

/*
 * Whether a mark begins the heading of what is said about it: "In-Office Requirement Statement:".
 */
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

/*
 * The value of a mark that is a label on a line of its own:
 * "Hybrid Working", next line "Onsite"; NULL where it is none.
 */
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

/*
 * Whether a mark tells what the place of work looks like:
 * "operates in an outdoor or office-based environment",
 * "standing in an office or remote office setting".
 */
static bool
is_surroundings(const Doc *doc, const Mark *mark, const Place *place)
{
	return mark->entry->value != HYBRID &&
		   word_after(doc, place->clause, mark->to, 6, WORDS_WORKPLACE_SURROUNDINGS) &&
		   word_before(doc, place->clause, mark->from, 14, WORDS_WORKPLACE_OPERATES);
}

/* Whether "in person" and the like tell a way to speak: "by phone or in person". */
static bool
is_talk(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	return range_has(doc, reach_back(clause, mark->from, 5), reach_on(clause, mark->to, 5),
					 WORDS_WORKPLACE_TALK);
}

/* Whether behind "hybrid" stands what it means: "Hybrid: 60% onsite". */
static bool
is_explained(const Doc *doc, const Mark *mark)
{
	if (mark->entry->value != HYBRID ||
		!(token_punct(doc, mark->to, ':') || token_punct(doc, mark->to, '(')))
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

	return i > 2 && doc->tokens[i].gap == GAP_NONE && token_punct(doc, i - 1, '-') &&
		   doc->tokens[i - 2].kind == TOKEN_WORD && doc->tokens[i - 2].len <= 4 &&
		   !(doc->tokens[i - 2].shape & SHAPE_HAS_LOWER) && token_punct(doc, i - 3, '#');
}

/*
 * Whether remote work is only a stay of some weeks a year: "work
 * from anywhere for up to 4 weeks", "30 days of remote work a year".
 */
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
		if (token_in(doc, i, WORDS_WORKPLACE_STAY_SPANS) && i > 0 && !token_is(doc, i - 1, "per") &&
			!token_is(doc, i - 1, "a") && !token_is(doc, i - 1, "each"))
			counted = counted || doc->tokens[i - 1].kind == TOKEN_NUMBER ||
					  mark_before(doc, KIND_NUMBER, i) != NULL;
		if (counted && (token_in(doc, i, WORDS_WORKPLACE_STAY_YEARS) ||
						(token_in(doc, i, WORDS_WORKPLACE_STAY_SPANS) &&
						 token_is(doc, mark->to - 1, "anywhere"))))
			return true;
	}
	return false;
}

/*
 * Whether a mark is one of the choices that an employer gives
 * everybody: "job sharing, staggered hours or home working".
 */
static bool
is_perk(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	from = reach_back(clause, mark->from, 20);
	uint32_t	to = reach_on(clause, mark->to, 20);

	return mark->entry->value == REMOTE && !is_full(doc, mark) &&
		   (range_has(doc, from, to, WORDS_WORKPLACE_PERKS) || is_stay(doc, mark) ||
			(range_has(doc, from, mark->from, WORDS_WORKPLACE_STAFF) &&
			 range_has(doc, from, mark->from, WORDS_EXPERIENCE_INCLUDING)));
}

/* Whether another kind of workplace stands in the clause of a mark. */
static bool
has_other_workplace(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	Range		clause = doc_clause(doc, mark->from);

	return (mark > marks->items && mark[-1].from >= clause.from &&
			mark[-1].entry->value != CUE_NONE && mark[-1].entry->value != mark->entry->value) ||
		   (mark + 1 < marks->items + marks->count && mark[1].from < clause.to &&
			mark[1].entry->value != CUE_NONE && mark[1].entry->value != mark->entry->value);
}

/* Whether a clause that holds a mark speaks of hybrid work. */
static bool
is_in_hybrid_clause(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	Range		clause = doc_clause(doc, mark->from);

	for (const Mark *m = mark; m > marks->items && m[-1].from >= clause.from; m--)
		if (m[-1].entry->value == HYBRID)
			return true;
	for (const Mark *m = mark + 1; m < marks->items + marks->count && m->from < clause.to; m++)
		if (m->entry->value == HYBRID)
			return true;
	return false;
}

/* Whether a mark says what the reader does: "you work remotely". */
static bool
is_said_to_you(const Doc *doc, const Mark *mark)
{
	return mark->from > 0 && token_is(doc, mark->from - 1, "you") &&
		   token_is(doc, mark->from, "work");
}

/* Whether a mark stands beside a place on a short line: "Leeds (Hybrid)". */
static bool
is_beside_place(const Doc *doc, const Mark *mark)
{
	uint32_t before =
		mark->from - (mark->from > 0 && doc->tokens[mark->from - 1].kind == TOKEN_PUNCT);

	return doc->lines[doc->tokens[mark->from].line].words <= 6 &&
		   (mark_before(doc, KIND_PLACE, before) != NULL ||
			mark_at(doc, KIND_PLACE,
					mark->to + (token_punct(doc, mark->to, ',') ||
								token_punct(doc, mark->to, '-'))) != NULL);
}

/*
 * Whether a mark is the name, or in the name, of a label
 * that says no: "Remote: No", "Telecommuter Position: No".
 */
static bool
is_label_denied(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	i += doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER && token_in(doc, i, WORDS_TERMS_JOB);
	if (token_punct(doc, i, ':'))
		i++;
	/* "Telecommute", next line "No" */
	else if (!(mark->from == doc->lines[doc->tokens[mark->from].line].first &&
			   mark->to == doc->lines[doc->tokens[mark->from].line].last))
		return false;
	return token_in(doc, i, WORDS_WORKPLACE_NO) &&
		   (i + 1 >= doc->n_tokens || doc->tokens[i].line != doc->tokens[i + 1].line ||
			i > mark->to);
}

/*
 * Whether a mark stands alone on its line, right above a
 * line of nothing but terms: "On-site" above "Full-time".
 */
static bool
is_above_terms(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	const Mark *next = mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to);

	return mark->from == line->first && mark->to == line->last && next != NULL &&
		   next->to == doc->lines[doc->tokens[mark->to].line].last;
}

/* Whether a mark stands behind a bar of a board's first line: "Acme | Baker | ONSITE Leeds". */
static bool
is_in_header(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->alone && mark->from > 0 && mark->from < 80 &&
		   token_punct(doc, mark->from - 1, '|');
}

/* Whether abroad a short item says that it may be done so: "Remote et temps partiel possible". */
static bool
is_possible_item(const Doc *doc, const Mark *mark, Range clause)
{
	return doc_is_foreign(doc) && doc_starts_clause(doc, mark->from) &&
		   word_after(doc, clause, mark->to, 4, WORDS_EMPLOYMENT_ALLOWED);
}

/* Whether a mark is what the line above it names: "Telework", next line "Hybrid". */
static bool
is_next_line_value(const Doc *doc, const Mark *mark)
{
	return mark > doc->marks[KIND_WORKPLACE].items && next_line_value(doc, mark - 1) == mark;
}

/* Whether a board's list of terms holds a mark, where it stands behind the legal notice, too. */
static bool
is_in_terms(const Doc *doc, const Mark *mark)
{
	return doc_in_label(doc, LABEL_WORKPLACE, mark->from) ||
		   follows_name(doc, LABEL_WORKPLACE, mark->from) || is_above_terms(doc, mark) ||
		   is_next_line_value(doc, mark);
}

/* Whether a mark stands in a menu or a footer. */
static bool
is_noise(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->zone == ZONE_NOISE && !is_in_terms(doc, mark);
}

/* Whether a mark is a board's tag: "#LI-Remote", "#BI-Hybrid". */
static bool
is_tagged(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return token_is(doc, mark->from, "li") || is_tag(doc, mark);
}

/* Whether a mark stands in a legal notice and nothing says that it is of this job. */
static bool
is_outside(const Doc *doc, const Mark *mark, const Place *place)
{
	return is_foreign_zone(place->zone) && !place->said &&
		   (place->weak || mark->entry->value != HYBRID) && !is_in_terms(doc, mark);
}

/* Whether a mark is denied: "no remote work", "Remote: No". */
static bool
is_denied(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return is_negated(doc, mark) || is_label_denied(doc, mark);
}

/* Whether a mark is the name of a label, its value behind it or on the next line. */
static bool
is_name(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return (names_another(doc, mark) && mark->entry->value != HYBRID) ||
		   heads_statement(doc, mark) || next_line_value(doc, mark) != NULL;
}

/* Whether a mark is in the name of a label, and its value says yes: "Remote: Yes". */
static bool
is_affirmed(const Doc *doc, const Mark *mark, const Place *place)
{
	return !place->label && token_punct(doc, mark->to, ':') &&
		   token_in(doc, mark->to + 1, WORDS_VISA_YES) && in_label_name(doc, mark->from);
}

/* Whether a mark is in the name of a label. */
static bool
is_in_name(const Doc *doc, const Mark *mark, const Place *place)
{
	return !place->label && in_label_name(doc, mark->from);
}

/* Whether a label, the title or a board's header holds a mark. */
static bool
is_labelled(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->label || place->title || is_above_terms(doc, mark) ||
		   is_in_header(doc, mark, place);
}

/* Whether it holds for everybody: "whether they are working on site or working from home". */
static bool
is_of_everybody(const Doc *doc, const Mark *mark, const Place *place)
{
	return mark->entry->value == REMOTE && !place->said &&
		   word_before(doc, place->clause, mark->from, 10, WORDS_WORKPLACE_WHETHER);
}

/* Whether an office must be near: "anywhere in the UK, provided that you can commute to it". */
static bool
is_within_reach(const Doc *doc, const Mark *mark, const Place *place)
{
	Range		rest = {mark->from, doc->n_tokens};

	(void) place;
	return token_is(doc, mark->to - 1, "anywhere") &&
		   word_after(doc, rest, mark->to, 14, WORDS_WORKPLACE_COMMUTE) &&
		   !word_after(doc, rest, mark->to, 14, WORDS_WORKPLACE_PREFERS);
}

/* Whether nobody is sought for it: "we are not interested in agencies or remote". */
static bool
is_unwanted(const Doc *doc, const Mark *mark, const Place *place)
{
	return mark->entry->value == REMOTE &&
		   word_before(doc, place->clause, mark->from, 6, WORDS_WORKPLACE_INTERESTED) &&
		   word_before(doc, place->clause, mark->from, 9, WORDS_TERMS_NEGATED);
}

/* Whether a weak wording tells a way to speak. */
static bool
is_way_to_speak(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->weak && mark->entry->value == ONSITE && is_talk(doc, mark);
}

/* Whether something else is a hybrid: "a hybrid of baking and selling". */
static bool
is_blend(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->weak && mark->entry->value == HYBRID &&
		   (token_is(doc, mark->to, "of") || token_is(doc, mark->to, "between")) &&
		   !is_place_to_work(doc, mark->to) && !has_other_workplace(doc, mark);
}

/* Whether something else is virtual: "virtual wellness classes", "our parties are virtual". */
static bool
is_virtual(const Doc *doc, const Mark *mark, const Place *place)
{
	return token_is(doc, mark->from, "virtual") && !place->said &&
		   !token_in(doc, mark->to, WORDS_TERMS_JOB) &&
		   !token_in(doc, mark->to + 1, WORDS_TERMS_JOB) &&
		   (!place->alone ||
			(mark->to < doc->n_tokens && doc->tokens[mark->to].kind == TOKEN_WORD &&
			 doc->tokens[mark->to].line == doc->tokens[mark->from].line));
}

/* Whether a mark speaks of the hiring: "remote interviews". */
static bool
is_of_hiring(const Doc *doc, const Mark *mark, const Place *place)
{
	return (place->zone == ZONE_PROCESS && place->weak) ||
		   range_has(doc, reach_back(place->clause, mark->from, 10),
					 reach_on(place->clause, mark->to, 10), WORDS_WORKPLACE_HIRING);
}

/* Whether the words before a mark say that they speak of this job. */
static bool
is_of_this_job(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->said && (!place->weak || is_of_job(doc, mark));
}

/* Whether a mark stands among the benefits, or is one of the choices that everybody has. */
static bool
is_offer(const Doc *doc, const Mark *mark, const Place *place)
{
	return (place->zone == ZONE_BENEFITS && mark->entry->value != HYBRID && !is_full(doc, mark) &&
			!is_said_to_you(doc, mark)) ||
		   is_perk(doc, mark, place->clause);
}

/* Whether a mark stands on its own where that tells the job's workplace. */
static bool
is_lone(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->alone &&
		   ((!is_asking_zone(place->zone) && place->zone != ZONE_DUTIES) ||
			is_beside_place(doc, mark) ||
			(mark->from > 0 && token_punct(doc, mark->from - 1, '|') &&
			 token_punct(doc, mark->to, '|')));
}

/* Whether an ordinary word tells of the employer. */
static bool
is_of_company(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) doc;
	(void) mark;
	return place->zone == ZONE_COMPANY && place->weak;
}

/* Whether nothing makes a workplace of an ordinary word. */
static bool
is_ordinary(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->weak && !is_of_job(doc, mark) && !is_choice(doc, mark) &&
		   !is_explained(doc, mark) && !is_possible_item(doc, mark, place->clause);
}

/* Whether a strong wording says hybrid: "with teams on a hybrid working arrangement". */
static bool
is_hybrid(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) doc;
	return !place->weak && mark->entry->value == HYBRID;
}

/* Whether a duty, or what an applicant brings, is done so: "support of remote users". */
static bool
is_duty(const Doc *doc, const Mark *mark, const Place *place)
{
	return (place->zone == ZONE_DUTIES || is_asking_zone(place->zone) ||
			(place->weak && is_choice(doc, mark) && !is_of_job(doc, mark))) &&
		   !token_in(doc, mark->to, WORDS_TERMS_JOB) &&
		   range_has(doc, reach_back(place->clause, mark->from, 10),
					 reach_on(place->clause, mark->to, 10), WORDS_WORKPLACE_EXPERIENCE);
}

/* Whether a mark counts: the first test that holds decides; where none does, it counts. */
static const Test tests[] = {
	{is_noise, "outside the posting"},
	{is_tagged, ACCEPTED},
	{is_outside, "outside the posting"},
	{is_denied, "negated"},
	{is_name, "the name of a label"},
	{is_affirmed, ACCEPTED},
	{is_in_name, "the name of a label"},
	{is_labelled, ACCEPTED},
	{is_of_everybody, "said of everybody"},
	{is_within_reach, "within reach of an office"},
	{is_unwanted, "negated"},
	{is_surroundings, "what the place of work is like"},
	{is_way_to_speak, "a way to speak"},
	{is_blend, "not said of this job"},
	{is_virtual, "not said of this job"},
	{is_of_hiring, "said of the hiring"},
	{is_of_this_job, ACCEPTED},
	{is_offer, "a perk"},
	{is_lone, ACCEPTED},
	{is_of_company, "said of the company"},
	{is_ordinary, "not said of this job"},
	{is_hybrid, ACCEPTED},
	{is_duty, "a duty, not the workplace"},
};

/* Why a mark of the workplace does not count; NULL where it does. */
static const char *
workplace_reason(const Doc *doc, const Mark *mark, const Place *place)
{
	const Test *test = first_that_holds(tests, lengthof(tests), doc, mark, place);

	return test != NULL ? test->verdict : ACCEPTED;
}

/* Whether an office, or a home to work from, is named at a token. */
static bool
names_workplace(const Doc *doc, uint32_t i)
{
	const Mark *mark;

	if (token_in(doc, i, WORDS_TERMS_WORKPLACE))
		/* "out of the office" */
		return !(i > 2 && token_is(doc, i - 1, "the") && token_is(doc, i - 2, "of") &&
				 token_is(doc, i - 3, "out"));
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
	if (token_in(doc, i - 1, WORDS_TERMS_DAYS_AT_SOME) ||
		(i > 1 && token_is(doc, i - 1, "of") && token_in(doc, i - 2, WORDS_TERMS_DAYS_AT_SOME)))
		return 2;
	if (token_punct(doc, i - 1, ')') && i > 2)
		i -= 2;					/* "three (3) days" */
	if (i > 1 && token_is(doc, i - 1, "working"))
		i--;					/* "1 remote working day" */
	if (token_punct(doc, i - 1, '-') && i > 2)
		i--;					/* "2 Homeoffice-Tage" */
	if (token_is(doc, i - 1, "homeoffice") || token_is(doc, i - 1, "office") ||
		token_is(doc, i - 1, "onsite") || token_is(doc, i - 1, "remote") ||
		token_is(doc, i - 1, "full") || token_is(doc, i - 1, "home"))
		i--;					/* "3 office days" */
	return i > 0 && read_count(doc, i - 1, &count, &to) && to == i && count % 100 == 0 &&
				   count <= 700
			   ? count / 100
			   : 0;
}

/* Whether days are counted close to a mark: "telework possible 2 days a week". */
static bool
counts_days(const Doc *doc, const Mark *mark)
{
	uint32_t	line = doc->tokens[mark->from].line;

	for (uint32_t i = mark->from > 4 ? mark->from - 4 : 0; i < mark->to + 8 && i < doc->n_tokens;
		 i++)
		if (doc->tokens[i].line == line && !token_is(doc, i + 1, "ago") && days_at(doc, i) > 0)
			return true;
	/* "3 days a week in the office, remote otherwise" */
	return token_in(doc, mark->to, WORDS_WORKPLACE_REST);
}

/*
 * Whether presence now and then is asked for beside remote work, abroad:
 * "télétravail possible, avec une présence à Paris", "1 fois par mois".
 */
static bool
asks_for_visits(const Doc *doc, const Mark *mark)
{
	uint32_t	line = doc->tokens[mark->from].line;

	for (uint32_t i = mark->to;
		 i < mark->to + 14 && i < doc->n_tokens && doc->tokens[i].line == line; i++)
	{
		if (token_in(doc, i, WORDS_WORKPLACE_PRESENCE))
			return true;
		if (token_in(doc, i, WORDS_WORKPLACE_VISITS) &&
			range_has(doc, i + 1, i + 4 < doc->n_tokens ? i + 4 : i + 1, WORDS_WORKPLACE_MONTHS))
			return true;
	}
	/* "une présence régulière à Paris est demandée. Le télétravail est possible" */
	for (uint32_t i = mark->from; i > 0 && mark->from - i < 30 && doc->tokens[i - 1].line == line;
		 i--)
		if (token_in(doc, i - 1, WORDS_WORKPLACE_PRESENCE))
			return true;
	return false;
}

/*
 * Whether the offices are named behind remote work that is possible,
 * abroad: "télétravail possible, nos bureaux sont à Paris".
 */
static bool
is_possible_before_offices(const Doc *doc, const Mark *mark)
{
	uint32_t	last = doc->lines[doc->tokens[mark->from].line].last;
	bool		possible = range_has(doc, mark->from, mark->to, WORDS_EMPLOYMENT_ALLOWED);

	for (uint32_t i = mark->to; i < last && i < mark->to + 12; i++)
	{
		if (token_in(doc, i, WORDS_TERMS_MIXED_OFFICES))
			return possible;
		possible |= token_in(doc, i, WORDS_WORKPLACE_POSSIBLY) ||
					token_in(doc, i, WORDS_EMPLOYMENT_ALLOWED);
	}
	return false;
}

/*
 * Whether remote work is a possibility beside the place of work,
 * abroad: "basé à Paris, avec possibilité de télétravail".
 */
static bool
is_possible_beside_place(const Doc *doc, const Mark *mark, Range clause)
{
	const Mark *place;

	if (!word_before(doc, clause, mark->from, 5, WORDS_WORKPLACE_POSSIBLY))
		return false;
	place = mark_from(doc, KIND_PLACE, clause.from);
	return place != NULL && place < doc->marks[KIND_PLACE].items + doc->marks[KIND_PLACE].count &&
		   place->to <= mark->from && doc->tokens[place->from].shape & SHAPE_FIRST_UPPER;
}

/* Whether remote work is only a part: "work from home for some of the time". */
static bool
is_partly(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	to = reach_on(clause, mark->to, 4);

	if (mark->entry->value != REMOTE)
		return false;
	/* "office based with some home working" */
	if (mark->from > clause.from &&
		(token_is(doc, mark->from - 1, "some") || token_is(doc, mark->from - 1, "occasional") ||
		 token_is(doc, mark->from - 1, "limited")))
		return true;
	/* "(deels) vanuit huis", "teilweise im Homeoffice" */
	if (mark->from > 1 && (token_in(doc, mark->from - 1, WORDS_WORKPLACE_PARTLY) ||
						   (token_punct(doc, mark->from - 1, ')') &&
							token_in(doc, mark->from - 2, WORDS_WORKPLACE_PARTLY))))
		return true;
	/* "le télétravail est la norme, mais une présence ponctuelle" */
	if (doc_is_foreign(doc) && mark->to - mark->from > 1 &&
		token_in(doc, mark->to - 1, WORDS_TERMS_FULL))
		return false;
	if (doc_is_foreign(doc) &&
		(asks_for_visits(doc, mark) || is_possible_beside_place(doc, mark, clause) ||
		 is_possible_before_offices(doc, mark)))
		return true;
	for (uint32_t i = mark->to; i < to; i++)
		/* "temps partiel" is none */
		if ((token_in(doc, i, WORDS_WORKPLACE_PARTLY) &&
			 mark_before(doc, KIND_EMPLOYMENT_TYPE, i + 1) == NULL) ||
			((token_is(doc, i, "some") || token_is(doc, i, "part") || token_is(doc, i, "most")) &&
			 token_is(doc, i + 1, "of") && token_is(doc, i + 2, "the")))
			return true;
	return false;
}

/*
 * Whether a share of the working time is told at a
 * token, and where it is spent: "50% in the office".
 */
static bool
tells_share(const Doc *doc, uint32_t i)
{
	uint32_t	to = i + 2;

	if (doc->tokens[i].kind != TOKEN_NUMBER || doc->tokens[i].len != 2 ||
		!token_punct(doc, i + 1, '%') || token_text(doc, i)[0] < '2' || token_text(doc, i)[0] > '8')
		return false;
	while (to < i + 10 && token_in(doc, to, WORDS_WORKPLACE_SHARE) && !names_workplace(doc, to))
		to++;
	if (token_is(doc, to, "following") && token_is(doc, to + 1, "locations"))
		return true;
	return (names_workplace(doc, to) || token_is(doc, to, "home")) &&
		   !token_is(doc, to + 1, "environment") && !token_is(doc, to + 1, "setting") &&
		   !token_is(doc, to + 1, "work");
}

/* Whether days at home are counted: "2 Tage Home Office". */
static bool
is_home_behind(const Doc *doc, uint32_t i, uint32_t at)
{
	const Mark *mark = mark_at(doc, KIND_WORKPLACE, at);

	return (at == i + 1 || at == i + 2) &&
		   ((mark != NULL && mark->entry->value == REMOTE) || token_is(doc, at, "thuis"));
}

/*
 * Whether days a week are counted right behind the place where they
 * are spent, or before it: "Leeds - 2 days a week", "1x per week in Leeds".
 */
static bool
is_days_of_place(const Doc *doc, uint32_t i)
{
	uint32_t	from = i;
	uint32_t	to = i + 1;

	/* "days a week", "days per week", "days weekly" */
	to += token_is(doc, to, "a") || token_is(doc, to, "per") || token_is(doc, to, "each") ||
		  token_punct(doc, to, '/');
	if (!token_in(doc, to++, WORDS_TERMS_OFFICE_WEEKS))
		return false;
	if (token_is(doc, to, "in") && mark_at(doc, KIND_PLACE, to + 1) != NULL)
		return doc->tokens[to + 1].shape & SHAPE_FIRST_UPPER;
	while (from > 0 && i - from < 6 &&
		   (doc->tokens[from - 1].kind == TOKEN_NUMBER || token_punct(doc, from - 1, '-') ||
			mark_before(doc, KIND_NUMBER, from) != NULL ||
			token_in(doc, from - 1, WORDS_WORKPLACE_LEAST) ||
			token_in(doc, from - 1, WORDS_PAY_RANGE)))
		from--;
	from -= from > 0 && token_punct(doc, from - 1, '(');
	return from > 0 && from < i && (token_punct(doc, from, '-') || token_punct(doc, from, '(')) &&
		   doc->tokens[from - 1].shape & SHAPE_FIRST_UPPER &&
		   mark_before(doc, KIND_PLACE, from) != NULL;
}

/*
 * Reads "3 days a week in the office", "télétravail 2
 * jours par semaine": hybrid; five days there: on site.
 */
static uint32_t
read_office_days(Doc *doc)
{
	uint32_t	set = 0;

	/* only a number, or a word that counts days, tells anything */
	for (const Spot *spot = NULL;
		 (spot = next_spot(doc, spot,
						   SPOT_NUMBER | LIST_BIT(WORDS_TERMS_DAYS_AT_DAYS) |
							   LIST_BIT(WORDS_TERMS_DAYS_AT_TIMES))) != NULL;)
	{
		uint32_t	i = spot->at;
		int			days;
		uint32_t	from,
					to,
					at = 0;
		Range		clause;
		uint32_t	value;

		if (is_foreign_zone(doc->tokens[i].zone))
			continue;
		days = spot->what & ~SPOT_NUMBER ? days_at(doc, i) : 0;
		if (days == 0 && tells_share(doc, i))
		{
			set |= WORKPLACE_HYBRID;
			doc_fact(doc, FIELD_WORKPLACE, (Range) {i, i + 2}, "workplace.days", NULL,
					 str_of("hybrid"));
		}
		if (days == 0)
			continue;
		clause = doc_clause(doc, i);
		from = reach_back(clause, i, 14);
		to = reach_on(clause, i, 14);
		for (uint32_t k = from; k < to && at == 0; k++)
			if (names_workplace(doc, k))
				at = k;
		if (at == 0 && days < 5 && is_days_of_place(doc, i))
		{
			set |= WORKPLACE_HYBRID;
			doc_fact(doc, FIELD_WORKPLACE, (Range) {i - 1, i + 1}, "workplace.days", NULL,
					 str_of("hybrid"));
		}
		/* "un contrat de 4 jours par semaine sur 6 mois, en télétravail" */
		if (at == 0 || days > 5 || (at > i + 6 && doc_is_foreign(doc)))
			continue;
		/* "(3 days on site)" needs no week, nor does "in the office a minimum of 2 days" */
		if (!range_has(doc, from, to, WORDS_TERMS_OFFICE_WEEKS) &&
			!(i > 1 && token_punct(doc, i - 2, '(')) &&
			((at > i + 4 || at + 8 <= i) || range_has(doc, from, to, WORDS_WORKPLACE_OTHER_DAYS) ||
			 !(range_has(doc, from, to, WORDS_WORKPLACE_LEAST) || is_home_behind(doc, i, at))))
			continue;
		value = days < 5 ? WORKPLACE_HYBRID
				: token_is(doc, at, "office") || token_is(doc, at, "onsite") ||
						token_is(doc, at, "site")
					? WORKPLACE_ONSITE
					: 0;
		set |= value;
		if (value != 0)
			doc_fact(doc, FIELD_WORKPLACE,
					 (Range) {from < at ? (at < i ? at : i) : i, (at > i ? at : i) + 1},
					 "workplace.days", NULL,
					 str_of(value == WORKPLACE_HYBRID ? "hybrid" : "onsite"));
	}
	return set;
}

/*
 * Whether home and site stand in one clause, abroad, with "and" right before the second of the two.
 */
static bool
is_joined_to_other(const Doc *doc, const Mark *mark, Range clause)
{
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	const Mark *other = NULL;
	uint32_t	later;

	if (mark > marks->items && mark[-1].from >= clause.from && mark->from - mark[-1].to < 8)
		other = mark - 1;
	else if (mark + 1 < marks->items + marks->count && mark[1].from < clause.to &&
			 mark[1].from - mark->to < 8)
		other = mark + 1;

	/* "atendimento remoto e presencial" is a duty */
	if (other == NULL || mark->entry->value == HYBRID ||
		mark->entry->value + other->entry->value != REMOTE + ONSITE ||
		range_has(doc, reach_back(clause, mark->from, 5), mark->from, WORDS_WORKPLACE_EXPERIENCE))
		return false;
	later = other->from > mark->from ? other->from : mark->from;
	return token_in(doc, later - 1, WORDS_WORKPLACE_AND);
}

/*
 * Whether the clause of a mark mixes it with the other kind
 * of workplace: "a combination of telework and work on site".
 */
static bool
is_mixed(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 16);
	uint32_t	to = reach_on(clause, mark->to, 16);

	/* "en présentiel (Paris) et en télétravail" */
	if (doc_is_foreign(doc) && is_joined_to_other(doc, mark, clause))
		return true;
	/*
	 * "vanuit huis en op kantoor", "both in-office and
	 * telecommuting": home and office joined are a mix, too
	 */
	if (!range_has(doc, from, to, WORDS_WORKPLACE_MIXED) &&
		!(mark->from > 0 && token_is(doc, mark->from - 1, "both") && is_choice(doc, mark)) &&
		!(token_in(doc, mark->to - 1, WORDS_TERMS_MIXED_HOMES) &&
		  range_has(doc, from, to, WORDS_TERMS_MIXED_OFFICES) &&
		  range_has(doc, from, to, WORDS_TERMS_MIXED_JOINING)))
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

/*
 * The days of the working week that are named beside a
 * mark, as bits: "in office Tuesday through Thursday".
 */
static uint32_t
weekdays_beside(const Doc *doc, const Mark *mark)
{
	static const char *const starts[] = {"mo", "tu", "we", "th", "fr"};
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 6);
	uint32_t	to = reach_on(clause, mark->to, 10);
	uint32_t	set = 0;
	int			last = -1;

	for (uint32_t i = from; i < to; i++)
	{
		int			day = 4;

		if (!token_in(doc, i, WORDS_WORKPLACE_WEEKDAYS))
			continue;
		while (day > 0 && (doc->tokens[i].lead != starts[day][0] ||
						   (token_text(doc, i)[1] | 0x20) != starts[day][1]))
			day--;
		/* "Monday to Friday" */
		if (last >= 0 && last < day &&
			(token_in(doc, i - 1, WORDS_PAY_RANGE) || token_punct(doc, i - 1, '-')) &&
			!token_is(doc, i - 1, "and"))
			for (int k = last; k < day; k++)
				set |= 1u << k;
		set |= 1u << day;
		last = day;
	}
	return set;
}

/*
 * Whether a mark counts five days on site as days of
 * the week: "5 days in the office" is no hybrid work.
 */
static bool
is_whole_week(const Doc *doc, const Mark *mark)
{
	return mark->entry->value == HYBRID && token_in(doc, mark->from, WORDS_TERMS_DAYS_AT_DAYS) &&
		   days_at(doc, mark->from) >= 5 &&
		   range_has(doc, mark->from, mark->to, WORDS_TERMS_MIXED_OFFICES);
}

/*
 * Whether visits now and then are all that a remote job asks for:
 * "predominantly remote, with occasional on-site workshops".
 */
static bool
is_rare_visit(const Doc *doc, const Mark *mark)
{
	return mark->entry->value == HYBRID && token_is(doc, mark->from, "occasional") &&
		   mark > doc->marks[KIND_WORKPLACE].items && mark[-1].entry->value == REMOTE &&
		   mark[-1].from >= doc_clause(doc, mark->from).from && mark[-1].from > 0 &&
		   token_in(doc, mark[-1].from - 1, WORDS_TERMS_OF_JOB_BEFORE) && is_of_job(doc, mark - 1);
}

/*
 * Whether a clause denies that this job may be done elsewhere:
 * "we are not recruiting remotely", "this is no remote position".
 */
static bool
denies_remote(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 10);

	if (mark->entry->value != REMOTE || is_full(doc, mark) ||
		token_is(doc, mark->from, "telework") || token_is(doc, mark->from, "virtual") ||
		range_has(doc, from, mark->from, WORDS_TERMS_CONDITIONAL) ||
		(clause.to > clause.from && token_punct(doc, clause.to - 1, '?')))
		return false;
	return is_said_of_job(doc, mark) || is_label_denied(doc, mark) ||
		   range_has(doc, from, mark->from, WORDS_WORKPLACE_DENIES) ||
		   doc_in_label(doc, LABEL_WORKPLACE, mark->from);
}

/*
 * What a mark that counts says, in the light of its clause: 5
 * days on site, some days of the week, home and office mixed.
 */
static uint32_t
workplace_value(const Doc *doc, const Mark *mark, const Place *place, const char **reason)
{
	uint32_t	value = 1u << mark->entry->value;
	uint32_t	days;

	if (is_whole_week(doc, mark))
		return WORKPLACE_ONSITE;
	if (value != WORKPLACE_HYBRID && !is_foreign_zone(place->zone) && place->zone != ZONE_COMPANY &&
		is_mixed(doc, mark))
	{
		*reason = NULL;
		return WORKPLACE_HYBRID;
	}
	if (*reason != NULL)
		return value;
	if (is_partly(doc, mark))
		return WORKPLACE_HYBRID;
	/* "home/office" */
	if (value == WORKPLACE_REMOTE && token_is(doc, mark->to - 1, "office") &&
		mark->to - mark->from > 2 && token_punct(doc, mark->to - 2, '/'))
		return WORKPLACE_HYBRID;
	if (value == WORKPLACE_ONSITE && place->zone != ZONE_PROCESS)
	{
		/* "on site for the majority of the time" */
		if (range_has(doc, mark->to, reach_on(doc_clause(doc, mark->from), mark->to, 4),
					  WORDS_WORKPLACE_MOST))
			return WORKPLACE_HYBRID;
		days = weekdays_beside(doc, mark);
		if (days != 0 && days != 0x1F)
			return WORKPLACE_HYBRID;
	}
	return value;
}

/*
 * Whether what a mark says holds beside hybrid work, too:
 * one of a choice, a remote job's label, a board's header.
 */
static bool
is_sure(const Doc *doc, const Mark *mark, const Place *place, uint32_t value)
{
	/*
	 * "in the office on Tuesdays, with the option to work remotely or to come in on the other days"
	 */
	if (is_choice(doc, mark))
		return !is_one_of_both(doc, mark) &&
			   !(value == WORKPLACE_REMOTE &&
				 word_before(doc, doc_clause(doc, mark->from), mark->from, 12,
							 WORDS_WORKPLACE_WEEKDAYS));
	if (counts_days(doc, mark) ||
		(!place->label && doc->lines[doc->tokens[mark->from].line].words > 12 && mark->from > 40 &&
		 is_in_hybrid_clause(doc, mark)))
		return false;
	return value == WORKPLACE_REMOTE
			   ? place->label || place->alone ||
					 (mark->from > 1 && token_punct(doc, mark->from - 1, '%') &&
					  token_is(doc, mark->from - 2, "100"))
			   : place->alone && mark->from < 80;
}

/*
 * Whether a part of the time there is possible as well as none,
 * abroad: "Télétravail et/ou possibilité de travailler à la tour".
 */
static bool
is_or_also_there(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	return doc_is_foreign(doc) && token_in(doc, i, WORDS_WORKPLACE_AND) &&
		   token_punct(doc, i + 1, '/') && token_in(doc, i + 2, WORDS_EXPERIENCE_OR) &&
		   token_in(doc, i + 3, WORDS_WORKPLACE_POSSIBLY);
}

/*
 * The workplace that a label names by a word that means nothing
 * elsewhere: "Workplace: Office", "Location: Anywhere".
 */
static uint32_t
labelled_workplace(Doc *doc)
{
	for (uint32_t k = 0; k < doc->labels.count; k++)
	{
		const LabelValue *l = &doc->labels.items[k];
		uint32_t	value = 0;

		if ((l->label != LABEL_WORKPLACE && l->label != LABEL_LOCATION) ||
			l->value.from >= l->value.to || doc->tokens[l->name.from].zone == ZONE_NOISE)
			continue;
		if (token_in(doc, l->value.from, WORDS_WORKPLACE_ANYWHERE))
			value = WORKPLACE_REMOTE;
		else if (l->label == LABEL_WORKPLACE && l->value.to == l->value.from + 1 &&
				 token_in(doc, l->value.from, WORDS_TERMS_MIXED_OFFICES))
			value = WORKPLACE_ONSITE;
		if (value == 0)
			continue;
		doc_fact(doc, FIELD_WORKPLACE, (Range) {l->value.from, l->value.from + 1},
				 "workplace.label", NULL, str_of(value == WORKPLACE_REMOTE ? "remote" : "onsite"));
		return value;
	}
	return 0;
}

/*
 * Whether an office that a token names is where this job is said to be
 * done: "the position is to work in our Leeds office", "you will work at our offices".
 */
static bool
is_where_to_work(const Doc *doc, uint32_t i)
{
	Range		clause = doc_clause(doc, i);
	uint32_t	from = reach_back(clause, i, 8);
	bool		ours = false;

	for (uint32_t k = i; k > from + 1; k--)
	{
		ours = ours || (token_in(doc, k - 1, WORDS_WORKPLACE_OURS) &&
						token_in(doc, k - 2, WORDS_WORKPLACE_WITHIN));
		if (token_punct(doc, k - 1, ',') || token_punct(doc, k - 1, '('))
			return false;
		if (token_is(doc, k - 1, "work"))
			return ours && token_in(doc, k - 2, WORDS_WORKPLACE_TO_WORK) &&
				   !range_has(doc, reach_back(clause, k - 2, 4), k - 2, WORDS_WORKPLACE_MAY_WORK);
	}
	return false;
}

/* Reads that this job is done in an office where nothing else tells the workplace. */
static uint32_t
read_office(Doc *doc)
{
	for (const Spot *spot = NULL;
		 (spot = next_spot(doc, spot, LIST_BIT(WORDS_WORKPLACE_OFFICES))) != NULL;)
	{
		Zone		zone = doc->tokens[spot->at].zone;

		if (is_foreign_zone(zone) || zone == ZONE_COMPANY || zone == ZONE_BENEFITS ||
			zone == ZONE_PROCESS || !is_where_to_work(doc, spot->at))
			continue;
		doc_fact(doc, FIELD_WORKPLACE, (Range) {spot->at, spot->at + 1}, "workplace.office", NULL,
				 str_of("onsite"));
		return WORKPLACE_ONSITE;
	}
	return 0;
}

/* Whether a place is the other choice beside remote work: "local or remote". */
static bool
is_or_local(const Doc *doc, const Mark *mark)
{
	if (mark->entry->value != REMOTE)
		return false;
	if (mark->from > 1 && token_in(doc, mark->from - 1, WORDS_EXPERIENCE_OR) &&
		token_is(doc, mark->from - 2, "local"))
		return true;
	return token_in(doc, mark->to, WORDS_EXPERIENCE_OR) && token_is(doc, mark->to + 1, "local");
}

/* Whether an office is the last of several workplaces: "remote, hybrid, or office". */
static bool
is_or_office(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to + token_punct(doc, mark->to, ',');

	return mark->entry->value == HYBRID && is_choice(doc, mark) &&
		   token_in(doc, i, WORDS_EXPERIENCE_OR) && token_is(doc, i + 1, "office");
}

/* The workplace that may be chosen instead of what a mark says; 0 where none may be. */
static uint32_t
also_there(Doc *doc, const Mark *mark)
{
	uint32_t	value = is_or_local(doc, mark) || is_or_office(doc, mark) ? WORKPLACE_ONSITE
						: mark->entry->value == REMOTE && is_or_also_there(doc, mark)
							? WORKPLACE_HYBRID
							: 0;

	if (value != 0)
		doc_fact(doc, FIELD_WORKPLACE, (Range) {mark->from, mark->to}, "workplace.text", NULL,
				 str_of(value == WORKPLACE_ONSITE ? "onsite" : "hybrid"));
	return value;
}

/* Reads the workplace: "#LI-REMOTE", "hybrid", "on site"; partly on site is hybrid. */
void
read_workplace(Doc *doc)
{
	static const Label labels[] = {LABEL_WORKPLACE, LABEL_LOCATION, LABEL_EMPLOYMENT_TYPE,
								   LABEL_HOURS};
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	uint32_t	set = 0,
				sure = 0,		/* said on its own, beside a hybrid workplace, too */
				labelled = 0,	/* by a label that is for it */
				days,
				/* up to here stands what hybrid means: "Hybrid: on site and work from home" */
				explained = 0;
	const Mark *value_mark = NULL;
	const Mark *denied = NULL;

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		Place		place;
		const char *reason;
		uint32_t	value,
					other;

		if (mark->entry->value == CUE_NONE)
			continue;
		place = look_around(doc, mark, labels, 4);
		reason = workplace_reason(doc, mark, &place);
		if (reason != NULL && strcmp(reason, "negated") == 0 && denied == NULL &&
			denies_remote(doc, mark))
			denied = mark;
		if (next_line_value(doc, mark) != NULL)
			value_mark = next_line_value(doc, mark);
		value = workplace_value(doc, mark, &place, &reason);
		/* a board's header says on site, and some work at home is a perk */
		if (reason == NULL && value == WORKPLACE_HYBRID && mark->entry->value == REMOTE &&
			sure & WORKPLACE_ONSITE)
			reason = "a perk";
		if (reason == NULL && is_rare_visit(doc, mark))
			reason = "a visit now and then";
		if (value == WORKPLACE_HYBRID &&
			(token_punct(doc, mark->to, ':') || token_punct(doc, mark->to, '(')))
			explained = doc_clause(doc, mark->to + 1).to;
		else if (reason == NULL && value != WORKPLACE_HYBRID && mark->from < explained)
			reason = "what hybrid means";
		if (reason == NULL)
		{
			set |= value;
			other = also_there(doc, mark);
			set |= other;
			sure |= other != 0 ? other | value : 0;
			if (mark == value_mark || is_value(doc, mark))
				labelled |= value;
			if (is_sure(doc, mark, &place, value))
				sure |= value;
		}
		doc_fact(doc, FIELD_WORKPLACE, (Range) {mark->from, mark->to},
				 place.label   ? "workplace.label"
				 : place.alone ? "workplace.alone"
							   : "workplace.text",
				 reason,
				 str_of(value == WORKPLACE_HYBRID   ? "hybrid"
						: value == WORKPLACE_ONSITE ? "onsite"
													: "remote"));
	}
	days = read_office_days(doc);
	set |= days;
	if (set == 0)
		set = labelled_workplace(doc);
	if (set == 0 && denied == NULL)
		set = read_office(doc);
	if (set == 0 && denied != NULL)
	{
		set = WORKPLACE_ONSITE;
		doc_fact(doc, FIELD_WORKPLACE, (Range) {denied->from, denied->to}, "workplace.denied", NULL,
				 str_of("onsite"));
	}
	if (set & WORKPLACE_HYBRID)
		set = WORKPLACE_HYBRID | sure;
	/* what a label says holds against the text, save for the days that it counts */
	doc->posting->workplace = labelled != 0 && (labelled & days) == days ? labelled : set;
}
