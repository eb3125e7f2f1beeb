/*
 * employment_choose.c
 *		Which mentions of an employment type are said of the job.  An ordered table
 *		of tests tells what is sure; what no test is sure of is weighed: where a
 *		mention stands, and what stands around it, are signs, and each sign has a
 *		weight, learned from labelled postings.
 */
#include "signs.h"
#include "terms.h"

/* Whether a mark is of one type. */
static inline bool
is_type(const Mark *mark, uint32_t type)
{
	return 1u << mark->entry->value == type;
}

/* Where the terms that are listed from a mark on end: "full-time and temporary | positions". */
static uint32_t
behind_terms(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	i = mark->to;

	while (i < clause.to && i < mark->to + 12)
	{
		const Mark *next = mark_at(doc, KIND_EMPLOYMENT_TYPE, i);

		/* "a full-time, on-site position" */
		if (next == NULL)
			next = mark_at(doc, KIND_WORKPLACE, i);
		if (next == NULL && !token_in(doc, i, WORDS_AND_OR) && !token_punct(doc, i, '/') &&
			!token_punct(doc, i, ',') &&
			!(token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_NONE))
			break;
		i = next != NULL ? next->to : i + 1;
	}
	return i < clause.to ? i : clause.to;
}

/* Where the terms that are listed up to a mark begin: "benefits for | fixed term (temporary)". */
static uint32_t
before_terms(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	i = mark->from;

	while (i > clause.from && mark->from - i < 12 &&
		   (token_in(doc, i - 1, WORDS_AND_OR) || token_in(doc, i - 1, WORDS_TERMS_TERMS) ||
			token_in(doc, i - 1, WORDS_TERMS_LIMITED) || doc->tokens[i - 1].kind == TOKEN_PUNCT ||
			(i > 1 && token_punct(doc, i, ')') && token_punct(doc, i - 2, '(')) ||
			mark_at(doc, KIND_EMPLOYMENT_TYPE, i - 1) != NULL))
		i--;
	return i;
}

/* Whether a board counts its postings of a kind: "Full-time (1487)". */
static bool
is_filter(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return token_punct(doc, mark->to, '(') && token_punct(doc, mark->to + 2, ')') &&
		   doc->tokens[mark->to + 1].kind == TOKEN_NUMBER;
}

/* Whether a mark stands in a menu or a footer; LinkedIn's terms stand behind the legal notice. */
static bool
is_noise(const Doc *doc, const Mark *mark, const Place *place)
{
	return place->zone == ZONE_NOISE && !follows_name(doc, LABEL_EMPLOYMENT_TYPE, mark->from);
}

/* Whether a mark stands in an address of the web. */
static bool
is_in_link(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return doc_in_link(doc, mark->from);
}

/* Whether a mark only names what follows: "Contract: Full time", "Full / Part time Full-time". */
static bool
is_name(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	first = doc->lines[doc->tokens[mark->from].line].first;
	uint32_t	i = mark->to + 1;

	if (token_punct(doc, mark->to, ':'))
	{
		while (i < mark->to + 4 && token_punct(doc, i, '*'))
			i++;
		return mark_at(doc, KIND_EMPLOYMENT_TYPE, i) != NULL;
	}
	if (token_is(doc, mark->to - 1, "contract") && token_is(doc, mark->to, "type"))
		return true;
	(void) place;
	return mark->from == first + 2 && token_punct(doc, first + 1, '/') &&
		   doc->tokens[mark->to < doc->n_tokens ? mark->to : mark->from].gap == GAP_SPACE &&
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to) != NULL;
}

/* Whether B2B is how a firm sells rather than how it hires: "a B2B events position". */
static bool
is_trade(const Doc *doc, const Mark *mark, const Place *place)
{
	return token_is(doc, mark->from, "b2b") && mark->to == mark->from + 1 && !place->alone &&
		   doc_is_english(doc);
}

/*
 * Whether a firm that finds people for others tells what it does: "spécialiste du
 * recrutement CDI, CDD, intérim", "acts as an employment business for temporary jobs".
 */
static bool
is_of_agency(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = before_terms(doc, mark, place->clause);

	if (i > place->clause.from && token_in(doc, i - 1, WORDS_EMPLOYMENT_RECRUITS))
		return true;
	for (; i > place->clause.from + 1; i--)
		if (token_in(doc, i - 1, WORDS_TERMS_AGENCY) && token_is(doc, i - 2, "employment"))
			return true;
	return false;
}

/* Whether the law allows it: "authorized to work in the US on a full-time basis". */
static bool
is_authorized(const Doc *doc, const Mark *mark, const Place *place)
{
	for (uint32_t i = reach_back(place->clause, mark->from, 14); i + 1 < mark->from; i++)
		if (token_in(doc, i, WORDS_TERMS_AUTHORIZED) &&
			(token_is(doc, i + 1, "to") || token_is(doc, i + 1, "for")))
			return true;
	return false;
}

/*
 * Whether a term may only follow another one: "temporary-to-full-time",
 * "being converted into FTE", "with the possibility of full time".
 */
static bool
is_converted_to(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = mark->from;
	const Mark *first;

	(void) place;
	if (!is_type(mark, EMPLOYMENT_FULL_TIME))
		return false;
	i -= i > 0 && token_punct(doc, i - 1, '-');
	if (i < 2 || !(token_is(doc, i - 1, "to") || token_is(doc, i - 1, "into") ||
				   token_is(doc, i - 1, "of")))
		return false;
	i--;
	i -= token_punct(doc, i - 1, '-');
	first = mark_before(doc, KIND_EMPLOYMENT_TYPE, i);
	return token_in(doc, i - 1, WORDS_TERMS_OF_LATER_LATER) ||
		   (first != NULL && !token_is(doc, i, "of") &&
			(is_type(first, EMPLOYMENT_TEMPORARY) || is_type(first, EMPLOYMENT_CONTRACTOR)));
}

/* Whether it is left open which term a job has: "whether your position is part-time". */
static bool
is_conditional(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	from = reach_back(place->clause, mark->from, 16);

	for (uint32_t i = from; i < mark->from; i++)
		if (token_in(doc, i, WORDS_TERMS_CONDITIONAL_DEPENDS) ||
			(token_in(doc, i, WORDS_TERMS_CONDITIONAL) &&
			 (i + 1 == mark->from || range_has(doc, i, mark->from, WORDS_TERMS_CONDITIONAL_JOBS))))
			return true;
	return false;
}

/* Whether a word such as "not" or "kein" denies a mark. */
static bool
is_denied(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return is_negated(doc, mark);
}

/* Whether a mark is the value of a label, or stands in the title or beside it. */
static bool
is_labelled(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) doc;
	(void) mark;
	return place->label || place->title;
}

/* Whether a mark says whom something is for: "benefits for temporary staff", "all interns". */
static bool
is_for_others(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = before_terms(doc, mark, place->clause);
	uint32_t	behind = behind_terms(doc, mark, place->clause);

	if (i <= place->clause.from + 1)
		return false;
	if (token_is(doc, i - 1, "all"))
		return true;
	if (token_is(doc, i - 1, "for"))
		return token_in(doc, i - 2, WORDS_EMPLOYMENT_GRANTED);
	return (token_is(doc, i - 1, "to") || token_is(doc, i - 1, "our")) &&
		   (token_is(doc, behind + 1, "members") || token_is(doc, behind, "members"));
}

/* Whether one job is named at a token: "a full-time Staff Attorney", "national staff position". */
static bool
names_one_job(const Doc *doc, uint32_t i)
{
	const Mark *title = mark_at(doc, KIND_TITLE, i);

	return (title != NULL && title->to > i + 1) ||
		   (token_is(doc, i, "staff") && mark_at(doc, KIND_TITLE, i + 1) != NULL) ||
		   token_in(doc, i + 1, WORDS_TERMS_OF_OTHERS_ONE_JOB) ||
		   token_in(doc, i + 2, WORDS_TERMS_OF_OTHERS_ONE_JOB);
}

/* Whether people are named behind a mark: "full-time employees". */
static bool
is_of_people(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = behind_terms(doc, mark, place->clause);

	if (i >= place->clause.to ||
		(doc->tokens[i].shape & SHAPE_SPLIT && doc->tokens[i].gap == GAP_NONE) ||
		names_one_job(doc, i) || (mark->from > 0 && token_is(doc, mark->from - 1, "this")))
		return false;
	return token_in(doc, i, WORDS_TERMS_OF_OTHERS_PEOPLE) ||
		   (doc->tokens[i].kind != TOKEN_PUNCT && i + 1 < place->clause.to &&
			token_in(doc, i + 1, WORDS_TERMS_OF_OTHERS_PEOPLE));
}

/* Whether people are named before a mark: "those in part-time roles", "employees (full-time)". */
static bool
is_among_people(const Doc *doc, const Mark *mark, const Place *place)
{
	for (uint32_t k = mark->from;
		 k > place->clause.from + 1 && mark->from - k < 6 && !token_is(doc, k - 1, "on"); k--)
		if (token_is(doc, k - 1, "in") || token_punct(doc, k - 1, '('))
			return token_in(doc, k - 2, WORDS_TERMS_OF_OTHERS_PEOPLE) ||
				   token_is(doc, k - 2, "those");
	return false;
}

/* Whether a mark tells how often something is done: "helps clerks on an as needed basis". */
static bool
is_frequency(const Doc *doc, const Mark *mark, const Place *place)
{
	return token_is(doc, mark->from, "as") && is_type(mark, EMPLOYMENT_PER_DIEM) && !place->said &&
		   !place->alone;
}

/* Whether years or studies are counted so: "two full-time years of experience". */
static bool
is_of_years(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = behind_terms(doc, mark, place->clause);

	return token_is(doc, i, "years") || token_is(doc, i + 2, "experience") ||
		   (is_asking_zone(place->zone) &&
			word_after(doc, place->clause, i, 8, WORDS_TERMS_OF_OTHERS_YEARS));
}

/* Whether a clause defines or credits a kind of work: "gained in a part-time job". */
static bool
is_credited(const Doc *doc, const Mark *mark, const Place *place)
{
	return range_has(doc, reach_back(place->clause, mark->from, 14),
					 reach_on(place->clause, mark->to, 12), WORDS_TERMS_CREDITED);
}

/*
 * Whether full time only measures pay, leave or a team, abroad: "€ 4.000
 * obv fulltime", "€ 4.167 per maand (fulltime)", "een team van 20 FTE".
 */
static bool
is_measure(const Doc *doc, const Mark *mark, const Place *place)
{
	Range		line = {doc->lines[doc->tokens[mark->from].line].first, mark->to};

	(void) place;
	if (!is_type(mark, EMPLOYMENT_FULL_TIME) || !doc_is_foreign(doc))
		return false;
	if (token_is(doc, mark->from, "fte"))
		return true;
	if (!word_before(doc, line, mark->from, 4, WORDS_EMPLOYMENT_MEASURES) &&
		!(mark->from > 1 && token_punct(doc, mark->from - 1, '(') &&
		  token_in(doc, mark->from - 2, WORDS_EXPERIENCE_MONTH)))
		return false;
	for (uint32_t i = reach_back(line, mark->from, 16); i < mark->from; i++)
		if (doc->tokens[i].kind == TOKEN_NUMBER)
			return true;
	return false;
}

/* Whether the words before a mark speak of what may come later: "may lead to a contract". */
static bool
is_of_later(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	from = reach_back(place->clause, mark->from, 9);

	if (range_has(doc, from, mark->from, WORDS_TERMS_OF_LATER_LATER))
		return true;
	for (uint32_t i = from; i < mark->from; i++)
		if ((token_is(doc, i, "become") && !token_is(doc, i + 1, "available")) ||
			(token_is(doc, i, "lead") && token_is(doc, i + 1, "to")))
			return true;
	return false;
}

/*
 * Whether the posting is open to a term: "contract or payroll
 * considered", "temps partiel accepté", "Teilzeit möglich".
 */
static bool
is_allowed(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = behind_terms(doc, mark, place->clause);

	for (uint32_t k = i; k < i + 4 && k < place->clause.to; k++)
		if (token_in(doc, k, WORDS_EMPLOYMENT_ALLOWED) || token_in(doc, k, WORDS_WORKPLACE_ALLOWED))
			return true;
	return word_before(doc, place->clause, mark->from, 5, WORDS_EMPLOYMENT_OPEN);
}

/* Whether full and part time stand side by side: "full-time or part-time options". */
static bool
is_pair(const Doc *doc, const Mark *mark, const Place *place)
{
	const Mark *next = mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to + 1);
	const Mark *last =
		mark->from > 1 ? mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1) : NULL;

	(void) place;
	return mark->entry->value <= 1 &&
		   ((next != NULL && next->entry->value + mark->entry->value == 1) ||
			(last != NULL && last->entry->value + mark->entry->value == 1));
}

/*
 * Whether a mark is one of the choices that everybody has: "flexible, part-time
 * or job sharing"; "flexible hours (part or full time possible)" is this job's.
 */
static bool
is_of_choice(const Doc *doc, const Mark *mark, const Place *place)
{
	return (range_has(doc, reach_back(place->clause, mark->from, 9), mark->from,
					  WORDS_TERMS_OF_LATER_CHOICE) ||
			word_after(doc, place->clause, mark->to, 6, WORDS_WORKPLACE_PERKS)) &&
		   !(doc_is_foreign(doc) && is_pair(doc, mark, place) && is_allowed(doc, mark, place));
}

/* Whether the name of a label is a term itself: "Contract: 6 months". */
static bool
is_measured_label(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = mark->to + token_in(doc, mark->to, WORDS_TERMS_TERM_OF_LABEL_MEASURES);

	(void) place;
	return token_is(doc, mark->from, "contract") && token_punct(doc, i, ':') &&
		   i + 1 < doc->n_tokens &&
		   (doc->tokens[i + 1].kind == TOKEN_NUMBER || token_is(doc, i + 1, "initial"));
}

/* Whether a term's end is told: "not to exceed 24 months", "not to exceed 30 September". */
static bool
is_limited(const Doc *doc, const Mark *mark, const Place *place)
{
	const Mark *month;

	if (!token_is(doc, mark->to - 1, "exceed") || is_asking_zone(place->zone) ||
		place->zone == ZONE_DUTIES)
		return false;
	month = mark_from(doc, KIND_MONTH, mark->to);
	return range_has(doc, mark->to, reach_on(place->clause, mark->to, 5),
					 WORDS_TERMS_OF_POSITION_UNITS) ||
		   (month != NULL && month->from < mark->to + 4);
}

/*
 * Whether somebody is sought right before a mark: "hiring full-time",
 * or abroad seeks to be an intern: "vous recherchez un stage".
 */
static bool
is_sought(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = mark->from;

	if (doc_is_foreign(doc) && is_type(mark, EMPLOYMENT_INTERN))
		return word_before(doc, place->clause, i, 4, WORDS_EMPLOYMENT_YOU_SEEK);
	/* "whether you are looking for part-time or" */
	if (range_has(doc, place->clause.from, mark->from, WORDS_TERMS_SOUGHT_YOU))
		return false;
	while (i > place->clause.from && mark->from - i < 6 &&
		   (token_in(doc, i - 1, WORDS_TERMS_SOUGHT_BETWEEN) ||
			mark_at(doc, KIND_EMPLOYMENT_TYPE, i - 1) != NULL))
		i--;
	return i > place->clause.from && token_in(doc, i - 1, WORDS_TERMS_SOUGHT_SEEKING);
}

/* Whether a term stands right before a word for jobs: "full-time position". */
static bool
is_before_job(const Doc *doc, const Mark *mark, const Place *place)
{
	return token_in(doc, behind_terms(doc, mark, place->clause), WORDS_TERMS_JOB);
}

/* Whether such a word stands a little later, or in the wording: "full-time day job". */
static bool
is_near_job(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = behind_terms(doc, mark, place->clause);

	if (mark->to - mark->from > 1 && token_in(doc, mark->to - 1, WORDS_TERMS_OF_POSITION_HEADS))
		return true;
	for (uint32_t k = i + 1; k < i + 3 && k < place->clause.to && !token_punct(doc, k - 1, '.');
		 k++)
		if (token_in(doc, k, WORDS_TERMS_JOB))
			return true;
	return mark_at(doc, KIND_TITLE, i) != NULL;
}

/*
 * Whether this job is what a term stands before: "this is a temporary
 * position", "this benefits-eligible temporary position".
 */
static bool
is_of_this_job(const Doc *doc, const Mark *mark, const Place *place)
{
	bool		of_this = place->said;

	for (uint32_t i = mark->from; !of_this && i > place->clause.from && mark->from - i < 6; i--)
	{
		of_this = token_is(doc, i - 1, "this");
		if (token_in(doc, i - 1, WORDS_EMPLOYMENT_SAYS) || token_is(doc, i - 1, "to"))
			break;
	}
	/* "this is an internship" */
	if (of_this && is_type(mark, EMPLOYMENT_INTERN))
		return true;
	return of_this && (is_before_job(doc, mark, place) || is_near_job(doc, mark, place));
}

/* What is sure of a mark: the first test that holds decides. */
static const Test sure[] = {
	{is_filter, "a filter of the board"},
	{is_noise, "outside the posting"},
	{is_in_link, "part of an address"},
	{is_name, "the name of a label"},
	{is_trade, "how the firm sells"},
	{is_of_agency, "said of others"},
	{is_denied, "negated"},
	{is_authorized, "said of others"},
	{is_converted_to, "said of later, or of a choice"},
	{is_conditional, "said of later, or of a choice"},
	{is_labelled, ACCEPTED},
	{is_measured_label, ACCEPTED},
	{is_limited, ACCEPTED},
	{is_sought, ACCEPTED},
	{is_for_others, "said of others"},
	{is_among_people, "said of others"},
	{is_of_people, "said of others"},
	{is_of_years, "said of others"},
	{is_credited, "said of others"},
	{is_measure, "a measure of pay or leave"},
	{is_frequency, "not said of this job"},
	{is_of_this_job, ACCEPTED},
	{is_of_later, "said of later, or of a choice"},
	{is_of_choice, "said of later, or of a choice"},
};

/* Whether a term is an ordinary word of a sentence: "supervision of temporary clerks". */
static bool
is_adjective(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = mark->from;

	(void) place;
	return mark->to == i + 1 && i > 1 && !doc_is_foreign(doc) &&
		   !(doc->tokens[i].shape & SHAPE_FIRST_UPPER) && doc->tokens[i - 1].kind == TOKEN_WORD &&
		   !token_in(doc, i - 1, WORDS_EMPLOYMENT_SAYS);
}

/* Whether a mark is the first word of the text, on a line of its own: a board's "Contract". */
static bool
is_on_top(const Doc *doc, const Mark *mark, const Place *place)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];

	(void) place;
	return mark->from < 60 && line->words == mark->to - mark->from &&
		   (mark->from == 0 || mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to) != NULL);
}

/* Whether a job is said to be so: "the position is full-time", "roles can be part-time". */
static bool
is_said_of_position(const Doc *doc, const Mark *mark, const Place *place)
{
	uint32_t	i = before_terms(doc, mark, place->clause);

	if (i < 3)
		return false;
	if (token_in(doc, i - 1, WORDS_TERMS_OF_POSITION_VERBS) &&
		token_in(doc, i - 2, WORDS_TERMS_JOB))
		return true;
	return token_is(doc, i - 1, "be") && token_in(doc, i - 2, WORDS_TERMS_OF_POSITION_CAN) &&
		   token_in(doc, i - 3, WORDS_TERMS_JOB);
}

/* Whether somebody is sought in the clause before a mark, abroad: "recherche … pour un CDD". */
static bool
is_sought_abroad(const Doc *doc, const Mark *mark, const Place *place)
{
	return doc_is_foreign(doc) &&
		   (range_has(doc, place->clause.from, mark->from, WORDS_TITLE_WISH_ABROAD) ||
			word_before(doc, place->clause, mark->from, 5, WORDS_EMPLOYMENT_YOU_SEEK));
}

/* Whether a contract or a job is named before a mark, abroad: "contrato a jornada completa". */
static bool
is_of_contract(const Doc *doc, const Mark *mark, const Place *place)
{
	return doc_is_foreign(doc) &&
		   (word_before(doc, place->clause, mark->from, 5, WORDS_EMPLOYMENT_OFFERED) ||
			word_before(doc, place->clause, mark->from, 5, WORDS_TERMS_JOB));
}

/* Whether work is what is asked for: "ability to work full time". */
static bool
is_work(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return mark->from > 0 &&
		   (token_is(doc, mark->from - 1, "work") || token_is(doc, mark->from - 1, "working"));
}

/*
 * Whether a term stands where text that lost its breaks has a
 * value or an item of its own: "Compensation Full-Time Benefits".
 */
static bool
is_lost_item(const Doc *doc, const Mark *mark, const Place *place)
{
	const Token *token = &doc->tokens[mark->from];

	(void) place;
	return mark->from > 0 && token->shape & SHAPE_FIRST_UPPER && token->gap == GAP_SPACE &&
		   (mark_before(doc, KIND_HEADING, mark->from) != NULL ||
			mark_at(doc, KIND_HEADING, mark->to) != NULL ||
			token_in(doc, mark->from - 1, WORDS_EMPLOYMENT_DAYS) ||
			token_in(doc, mark->to, WORDS_WORKPLACE_WEEKDAYS));
}

/* Whether a place or a sign of pay stands beside a mark. */
static bool
is_beside_place(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return mark_before(doc, KIND_PLACE, mark->from) != NULL ||
		   mark_at(doc, KIND_PLACE, mark->to) != NULL ||
		   (mark->from > 1 && mark_before(doc, KIND_PLACE, mark->from - 1) != NULL);
}

/* Whether another term stands two tokens before or behind a mark: "Contract - Full-time". */
static bool
is_beside_term(const Doc *doc, const Mark *mark, const Place *place)
{
	(void) place;
	return mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to) != NULL ||
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to + 1) != NULL ||
		   mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from) != NULL ||
		   (mark->from > 1 && mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1) != NULL);
}

/* What the words around a mark may tell where nothing is sure: a sign each. */
static bool (*const hints[])(const Doc *doc, const Mark *mark, const Place *place) = {
	is_adjective, is_on_top, is_before_job, is_near_job, is_said_of_position, is_sought_abroad,
	is_of_contract, is_allowed, is_pair, is_work, is_lost_item, is_beside_place, is_beside_term,
};

#define N_HINTS	lengthof(hints)

/* Where a mark stands and how it is written: more signs, behind those of the hints. */
typedef enum PlaceSign
{
	SIGN_ZONE,				/* a sign for each zone */
	SIGN_ALONE = SIGN_ZONE + ZONE_COUNT,
	SIGN_SAID,
	SIGN_NAME,				/* in the name of a label */
	SIGN_AT_30,				/* among so many tokens of the text */
	SIGN_AT_80,
	SIGN_AT_300,
	SIGN_LATE,				/* in its last third */
	SIGN_FIRST,				/* no term stands before it */
	SIGN_HEADING,
	SIGN_WORDS_12,			/* its line has no more words */
	SIGN_WORDS_MORE_30,		/* or more */
	SIGN_WORDS_MORE_80,
	SIGN_SHORT,				/* its clause is short */
	SIGN_STARTS,			/* its clause begins with it */
	SIGN_ENDS,
	SIGN_SEVERAL_WORDS,
	SIGN_UPPER,
	SIGN_SHOUTED,
	SIGN_FOREIGN,			/* the text is in another language than English */
	PLACE_SIGN_COUNT
} PlaceSign;

_Static_assert(N_HINTS + PLACE_SIGN_COUNT <= 64, "each sign has a bit");

#include "employment_weights.h"

/* The signs of where a mark stands and of how it is written. */
static uint64_t
place_signs(const Doc *doc, const Mark *mark, const Place *place)
{
	const Token *first = &doc->tokens[mark->from];
	const Line  *line = &doc->lines[first->line];
	uint64_t	signs = place->zone < ZONE_COUNT ? SIGN(SIGN_ZONE + place->zone) : 0;

	signs |= place->alone ? SIGN(SIGN_ALONE) : 0;
	signs |= place->said ? SIGN(SIGN_SAID) : 0;
	signs |= in_label_name(doc, mark->from) ? SIGN(SIGN_NAME) : 0;
	signs |= mark->from < 30 ? SIGN(SIGN_AT_30) : 0;
	signs |= mark->from < 80 ? SIGN(SIGN_AT_80) : 0;
	signs |= mark->from < 300 ? SIGN(SIGN_AT_300) : 0;
	signs |= (uint64_t) mark->from * 3 > (uint64_t) doc->n_tokens * 2 ? SIGN(SIGN_LATE) : 0;
	signs |= mark == doc->marks[KIND_EMPLOYMENT_TYPE].items ? SIGN(SIGN_FIRST) : 0;
	signs |= line->flags & LINE_HEADING ? SIGN(SIGN_HEADING) : 0;
	signs |= line->words <= 12 ? SIGN(SIGN_WORDS_12) : 0;
	signs |= line->words > 30 ? SIGN(SIGN_WORDS_MORE_30) : 0;
	signs |= line->words > 80 ? SIGN(SIGN_WORDS_MORE_80) : 0;
	signs |= place->clause.to - place->clause.from <= 4 ? SIGN(SIGN_SHORT) : 0;
	signs |= doc_starts_clause(doc, mark->from) ? SIGN(SIGN_STARTS) : 0;
	signs |= mark->to >= place->clause.to ? SIGN(SIGN_ENDS) : 0;
	signs |= mark->to - mark->from > 1 ? SIGN(SIGN_SEVERAL_WORDS) : 0;
	signs |= first->shape & SHAPE_FIRST_UPPER ? SIGN(SIGN_UPPER) : 0;
	signs |= first->shape & SHAPE_HAS_LOWER ? 0 : SIGN(SIGN_SHOUTED);
	return signs | (doc_is_foreign(doc) ? SIGN(SIGN_FOREIGN) : 0);
}

/* What speaks for and against a mark: bits of the hints, behind them of its place. */
static uint64_t
employment_signs(const Doc *doc, const Mark *mark, const Place *place)
{
	uint64_t	signs = place_signs(doc, mark, place) << N_HINTS;

	for (uint32_t i = 0; i < N_HINTS; i++)
		signs |= hints[i](doc, mark, place) ? SIGN(i) : 0;
	return signs;
}

/* Why a mark of the employment type does not count; NULL where it does. */
const char *
employment_reason(const Doc *doc, const Mark *mark, const Place *place)
{
	const Test *test = first_that_holds(sure, lengthof(sure), doc, mark, place);

	if (test != NULL)
		return test->verdict;
	if (kind_weights[mark->entry->value][place->weak] +
			sum_of_bits(employment_signs(doc, mark, place), &employment_weights[0][place->weak],
						2) >=
		EMPLOYMENT_ENOUGH)
		return ACCEPTED;
	return is_foreign_zone(place->zone)  ? "outside the posting"
		   : place->zone == ZONE_COMPANY ? "said of the company"
										 : "not said of this job";
}
