/*
 * employment.c
 *		The employment type: full-time, part-time, contractor, temporary, intern,
 *		volunteer, per diem.
 */
#include "terms.h"

/*
 * Whether job sharing is offered beside a mark: "part-time hours,
 * job sharing, home working" is what everybody may ask for.
 */
static bool
is_sharing(const Doc *doc, const Mark *mark)
{
	for (uint32_t i = mark->to; i < mark->to + 6; i++)
		if (token_is(doc, i, "sharing") && token_is(doc, i - 1, "job"))
			return true;
	return false;
}

/*
 * Whether a clause tells what an agency for staff does:
 * "acts as an employment business for temporary positions".
 */
static bool
is_agency_clause(const Doc *doc, Range clause)
{
	for (uint32_t i = clause.from; i + 1 < clause.to; i++)
		if (token_is(doc, i, "employment") &&
			(token_is(doc, i + 1, "business") || token_is(doc, i + 1, "agency")))
			return true;
	return false;
}

/*
 * Whether a mark says for whom something is meant: "benefits for
 * temporary positions", "offered to part-time team members".
 */
static bool
is_for_others(const Doc *doc, const Mark *mark, Range clause, uint32_t behind)
{
	uint32_t	i = mark->from;

	while (i > clause.from && mark->from - i < 12 &&
		   (token_in(doc, i - 1, WORDS_AND_OR) ||
			(i > 1 && token_punct(doc, i, ')') && token_punct(doc, i - 2, '(')) ||
			token_in(doc, i - 1, WORDS_TERMS_TERMS) || token_in(doc, i - 1, WORDS_TERMS_LIMITED) ||
			doc->tokens[i - 1].kind == TOKEN_PUNCT ||
			mark_at(doc, KIND_EMPLOYMENT_TYPE, i - 1) != NULL))
		i--;
	if (i <= clause.from + 1)
		return false;
	/* "spécialiste du recrutement CDI, CDD, intérim" */
	if (token_in(doc, i - 1, WORDS_EMPLOYMENT_RECRUITS))
		return true;
	if (token_is(doc, i - 1, "for") &&
		(token_is(doc, i - 2, "benefits") || token_is(doc, i - 2, "eligibility") ||
		 token_is(doc, i - 2, "leave")))
		return true;
	if (token_is(doc, i - 1, "all") &&
		(token_is(doc, behind, "positions") || token_is(doc, behind, "roles")))
		return true;
	return (token_is(doc, i - 1, "to") || token_is(doc, i - 1, "all") ||
			token_is(doc, i - 1, "our")) &&
		   behind + 1 < clause.to &&
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

		if (next == NULL && !token_is(doc, i, "and") && !token_is(doc, i, "or") &&
			!token_punct(doc, i, '/') && !token_punct(doc, i, ',') &&
			!(token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_NONE))
			break;
		i = next != NULL ? next->to : i + 1;
	}
	if (i >= clause.to)
		i = clause.to;
	else if (doc->tokens[i].shape & SHAPE_SPLIT && doc->tokens[i].gap == GAP_NONE)
		return false;
	if (word_before(doc, clause, mark->from, 16, WORDS_TERMS_AGENCY) &&
		is_agency_clause(doc, clause))
		return true;
	/* "places people in temporary and contract positions" */
	if (doc_is_english(doc) && word_before(doc, clause, mark->from, 16, WORDS_EMPLOYMENT_PLACING))
		return true;
	/* "benefits for temporary positions", "offered to full and part-time team members" */
	if (is_for_others(doc, mark, clause, i))
		return true;
	/* "employees in temporary positions", "for those in part-time roles" */
	for (uint32_t k = mark->from;
		 k > clause.from + 1 && mark->from - k < 6 && !token_is(doc, k - 1, "on"); k--)
		if (token_is(doc, k - 1, "in") &&
			(token_in(doc, k - 2, WORDS_TERMS_OF_OTHERS_PEOPLE) || token_is(doc, k - 2, "those")))
			return true;
	/* "lead employees (full-time and temporary)" */
	for (uint32_t k = mark->from; k > clause.from + 1 && mark->from - k < 5; k--)
		if (token_punct(doc, k - 1, '('))
			return token_in(doc, k - 2, WORDS_TERMS_OF_OTHERS_PEOPLE) ||
				   (k < mark->from && token_in(doc, i, WORDS_TERMS_OF_OTHERS_PEOPLE));
	if (is_asking_zone(doc->tokens[mark->from].zone) &&
		word_after(doc, clause, i, 8, WORDS_TERMS_OF_OTHERS_YEARS))
		return true;
	if (i == clause.to || (doc->tokens[i].kind == TOKEN_PUNCT && doc->tokens[i].chr != '('))
		return false;
	/* "two full-time years of experience" */
	if (token_is(doc, i, "years"))
		return true;
	/* "full-time Staff Attorney", "full-time national staff position" */
	title = mark_at(doc, KIND_TITLE, i);
	if ((title != NULL && title->to > i + 1) ||
		(token_is(doc, i, "staff") && mark_at(doc, KIND_TITLE, i + 1) != NULL) ||
		token_in(doc, i + 1, WORDS_TERMS_OF_OTHERS_ONE_JOB) ||
		token_in(doc, i + 2, WORDS_TERMS_OF_OTHERS_ONE_JOB))
		return false;
	if (token_in(doc, i, WORDS_TERMS_OF_OTHERS_PEOPLE) ||
		doc->tokens[i + 1 < clause.to ? i + 1 : i].kind == TOKEN_PUNCT)
		return token_in(doc, i, WORDS_TERMS_OF_OTHERS_PEOPLE);
	return token_in(doc, i + 1, WORDS_TERMS_OF_OTHERS_PEOPLE) || token_is(doc, i + 2, "experience");
}

/*
 * Whether the words before a mark leave open which term this job
 * has: "whether your position is full-time", "if part-time".
 */
static bool
is_conditional(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 16);

	for (uint32_t i = from; i < mark->from; i++)
		if (token_in(doc, i, WORDS_TERMS_CONDITIONAL_DEPENDS) ||
			(token_in(doc, i, WORDS_TERMS_CONDITIONAL) &&
			 (i + 1 == mark->from || range_has(doc, i, mark->from, WORDS_TERMS_CONDITIONAL_JOBS))))
			return true;
	return false;
}

/*
 * Whether the words before a mark speak of what may come later, or of choices that everybody has.
 */
static bool
is_of_later(const Doc *doc, const Mark *mark, bool alone)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 9);

	/* "possibility of extension Full time hours": the line break is lost */
	if (mark->from > clause.from && doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER &&
		!token_in(doc, mark->from - 1, WORDS_SMALL_EN) &&
		!token_in(doc, mark->from - 1, WORDS_TERMS_SOUGHT_BETWEEN) &&
		doc->tokens[mark->from - 1].kind == TOKEN_WORD &&
		!(doc->tokens[mark->from - 1].shape & SHAPE_HAS_UPPER) &&
		token_in(doc, mark->to, WORDS_TERMS_OF_LATER_TIME))
		return false;
	if (range_has(doc, from, mark->from, WORDS_TERMS_OF_LATER_LATER))
		return true;
	/* "a flexible schedule on a part-time basis", "flexible part-time hours available" */
	if (range_has(doc, mark->to, mark->to + 6, WORDS_TERMS_OF_LATER_TIME) &&
		range_has(doc, from, reach_on(clause, mark->to, 8), WORDS_TERMS_OF_LATER_OFFERS))
		return false;
	if (!alone && !token_is(doc, mark->to, "available") &&
		!token_is(doc, mark->to + 1, "available") && !token_is(doc, mark->to, "basis") &&
		!token_is(doc, mark->to + 1, "basis") &&
		range_has(doc, from, mark->from, WORDS_TERMS_OF_LATER_CHOICE))
		return true;
	for (uint32_t i = from; i < mark->from; i++)
		if ((token_is(doc, i, "become") && !token_is(doc, i + 1, "available")) ||
			(token_is(doc, i, "lead") && token_is(doc, i + 1, "to")))
			return true;
	return false;
}

/*
 * Whether somebody is sought right before a mark: "hiring
 * full-time employees", "looking for a summer intern".
 */
static bool
is_sought(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	i = mark->from;

	/* "whether you are looking for part-time or" */
	if (range_has(doc, clause.from, mark->from, WORDS_TERMS_SOUGHT_YOU))
		return false;
	while (i > clause.from && mark->from - i < 6 &&
		   (token_in(doc, i - 1, WORDS_TERMS_SOUGHT_BETWEEN) ||
			mark_at(doc, KIND_EMPLOYMENT_TYPE, i - 1) != NULL))
		i--;
	/* "seeking a data analytics intern" */
	if (1u << mark->entry->value == EMPLOYMENT_INTERN)
		while (i > clause.from && mark->from - i < 8 && doc->tokens[i - 1].kind == TOKEN_WORD &&
			   !token_in(doc, i - 1, WORDS_TERMS_SOUGHT_SEEKING))
			i--;
	return i > clause.from && token_in(doc, i - 1, WORDS_TERMS_SOUGHT_SEEKING);
}

/*
 * Whether a term stands beside what it is said of: "full-time
 * position", "part-time nurse", "6-month contract".
 */
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
		return range_has(doc, mark->to, mark->to + 5, WORDS_TERMS_OF_POSITION_UNITS) ||
			   (mark_from(doc, KIND_MONTH, i) != NULL &&
				mark_from(doc, KIND_MONTH, i)->from < i + 4);
	if (token_in(doc, i, WORDS_TERMS_JOB) || token_in(doc, i + 1, WORDS_TERMS_JOB))
		return true;
	if (token_in(doc, i + 2, WORDS_TERMS_JOB) && !token_punct(doc, i, '.') &&
		doc->tokens[i + 2].line == doc->tokens[mark->from].line)
		return true;
	/* "the position is full-time" */
	if (mark->from > 1 && token_in(doc, mark->from - 1, WORDS_TERMS_OF_POSITION_VERBS) &&
		token_in(doc, mark->from - 2, WORDS_TERMS_JOB))
		return true;
	/* "positions can be full-time or part-time" */
	i = mark->from;
	if (i > 2 && token_in(doc, i - 1, WORDS_AND_OR) &&
		mark_before(doc, KIND_EMPLOYMENT_TYPE, i - 1) != NULL)
		i = mark_before(doc, KIND_EMPLOYMENT_TYPE, i - 1)->from;
	if (i > 2 && token_is(doc, i - 1, "be") && token_in(doc, i - 2, WORDS_TERMS_OF_POSITION_CAN) &&
		token_in(doc, i - 3, WORDS_TERMS_JOB))
		return true;
	i = mark->to;
	/* "full-time contract until June" */
	if (token_is(doc, mark->to - 1, "contract") &&
		token_in(doc, i, WORDS_TERMS_OF_POSITION_LASTING) &&
		mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from) != NULL)
		return true;
	if (mark_at(doc, KIND_TITLE, i) == NULL)
		return false;
	/* "you schedule on-call drivers", "supervision of temporary clerks" */
	if (mark->from > 0 &&
		(token_is(doc, mark->from - 1, "of") || token_is(doc, mark->from - 1, "other") ||
		 token_is(doc, mark->from - 1, "our")))
		return false;
	if ((doc->tokens[i].zone == ZONE_DUTIES || is_asking_zone(doc->tokens[i].zone)) &&
		mark->from > 0 && !token_is(doc, mark->from - 1, "a") &&
		!token_is(doc, mark->from - 1, "an"))
		return false;
	/* "the manager is a seasonal team leader" */
	return !(mark->entry->flags & ENTRY_WEAK) ||
		   (mark->from > 1 &&
			(token_is(doc, mark->from - 1, "a") || token_is(doc, mark->from - 1, "an")) &&
			token_is(doc, mark->from - 2, "is"));
}

/*
 * Whether the name of a label is a term itself: "Contract:
 * 6 months", or a board's "Contract" above its "Full time".
 */
static bool
is_term_of_label(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->to;

	if (!token_is(doc, mark->from, "contract"))
		return false;
	/* what a board puts on top: "Contract" above "About us" */
	if (mark->from == 0 && doc->lines[doc->tokens[0].line].words == 1)
		return true;
	if (mark->from < 60 && doc->lines[doc->tokens[mark->from].line].words == 1 &&
		mark_at(doc, KIND_EMPLOYMENT_TYPE, i) != NULL)
		return true;
	i += token_in(doc, i, WORDS_TERMS_TERM_OF_LABEL_MEASURES);
	return token_punct(doc, i, ':') && i + 1 < doc->n_tokens &&
		   (doc->tokens[i + 1].kind == TOKEN_NUMBER || token_is(doc, i + 1, "initial"));
}

/*
 * Whether a clause defines or credits a kind of work: "full-time
 * work is considered to be 35 hours", "gained in a part-time job".
 */
static bool
is_defined(const Doc *doc, const Mark *mark, bool said)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 14);
	uint32_t	to = reach_on(clause, mark->to, 12);

	/*
	 * "authorized to work in the US on a full-time basis", but "the right person to work full-time"
	 */
	for (uint32_t i = from; i + 1 < mark->from; i++)
		if (token_in(doc, i, WORDS_TERMS_AUTHORIZED) &&
			(token_is(doc, i + 1, "to") || token_is(doc, i + 1, "for")))
			return true;
	/* "work overtime or off-shift work on a seasonal basis" */
	if (1u << mark->entry->value == EMPLOYMENT_TEMPORARY &&
		range_has(doc, from, mark->from, WORDS_EMPLOYMENT_OVERTIME))
		return true;
	return !said && range_has(doc, from, to, WORDS_TERMS_CREDITED);
}

/*
 * Whether the text asks for whom can work so: "ability to
 * work full time", "must be available to work part-time".
 */
static bool
is_work_asked(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	return mark->entry->value <= 1 && mark->from > clause.from &&
		   token_is(doc, mark->from - 1, "work") &&
		   word_before(doc, clause, mark->from, 8, WORDS_TERMS_WORK_ASKED);
}

/*
 * The other half of "full or part time", "part to full time",
 * "FT or PT", which no phrase of the lexicon holds; *at is
 * its word, 0 returned where there is none.
 */
static uint32_t
other_half(const Doc *doc, const Mark *mark, uint32_t *at)
{
	uint32_t	value = 1u << mark->entry->value;
	const char *word = value == EMPLOYMENT_PART_TIME   ? "full"
					   : value == EMPLOYMENT_FULL_TIME ? "part"
													   : NULL;
	uint32_t	i = mark->from;

	if (word == NULL)
		return 0;
	/* "FT or PT" */
	*at = mark->to + 1;
	if (value == EMPLOYMENT_FULL_TIME &&
		(token_in(doc, mark->to, WORDS_AND_OR) || token_punct(doc, mark->to, '/')) &&
		token_is(doc, *at, "pt"))
		return EMPLOYMENT_PART_TIME;
	if (i < 2 || !(token_in(doc, i - 1, WORDS_AND_OR) || token_is(doc, i - 1, "to") ||
				   token_punct(doc, i - 1, '/') || token_punct(doc, i - 1, '&')))
		return 0;
	*at = i - 2 - (i > 2 && token_punct(doc, i - 2, '-') && doc->tokens[i - 2].gap == GAP_NONE);
	return token_is(doc, *at, word) ? value ^ (EMPLOYMENT_FULL_TIME | EMPLOYMENT_PART_TIME) : 0;
}

/* Whether a token joins two terms: "full-time or part-time", "Vollzeit/Teilzeit". */
static bool
joins_terms(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_AND_OR) ||
		   (doc_is_foreign(doc) &&
			(token_in(doc, i, WORDS_EXPERIENCE_OR) || token_punct(doc, i, '/')));
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
	if (token_in(doc, mark->to, WORDS_TERMS_OPTIONS) && other_half(doc, mark, &at) != 0 && at > 0 &&
		(doc_starts_clause(doc, at) || doc->tokens[at].shape & SHAPE_FIRST_UPPER))
		return true;
	if (joins_terms(doc, mark->to) && mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to + 1) != NULL)
		last = mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to + 1);
	else if (mark->from > 1 && joins_terms(doc, mark->from - 1))
		first = mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1);
	/* "Vollzeit oder Teilzeit": abroad nothing more is needed */
	return first != NULL && first != last && first->entry->value <= 1 && last->entry->value <= 1 &&
		   first->entry->value != last->entry->value &&
		   (doc_is_foreign(doc) || token_in(doc, last->to, WORDS_TERMS_OPTIONS));
}

/* Whether somebody is sought in the clause before a token, abroad. */
static bool
seeks_before(const Doc *doc, uint32_t i)
{
	Range		clause = doc_clause(doc, i);

	return range_has(doc, clause.from, i, WORDS_TITLE_WISH_ABROAD);
}

/*
 * Whether full time only measures pay or leave, abroad: "€ 4.000
 * obv fulltime", "25 vakantiedagen bij een fulltime dienstverband".
 */
static bool
is_measure(const Doc *doc, const Mark *mark)
{
	Range		line = {doc->lines[doc->tokens[mark->from].line].first, mark->to};

	if (1u << mark->entry->value != EMPLOYMENT_FULL_TIME || !doc_is_foreign(doc))
		return false;
	/* "een team van 20 FTE" */
	if (token_is(doc, mark->from, "fte"))
		return true;
	/* "€ 4.167 per maand (fulltime 38 uur)" */
	if (!word_before(doc, line, mark->from, 4, WORDS_EMPLOYMENT_MEASURES) &&
		!(mark->from > 1 && token_punct(doc, mark->from - 1, '(') &&
		  token_in(doc, mark->from - 2, WORDS_EXPERIENCE_MONTH)))
		return false;
	for (uint32_t i = reach_back(line, mark->from, 16); i < mark->from; i++)
		if (doc->tokens[i].kind == TOKEN_NUMBER)
			return true;
	return false;
}

/*
 * Whether full or part time is that of the contract offered, in
 * Romance languages: "contrato indefinido a jornada completa".
 */
static bool
is_of_contract(const Doc *doc, const Mark *mark)
{
	return mark->entry->value <= 1 &&
		   word_before(doc, doc_clause(doc, mark->from), mark->from, 5, WORDS_EMPLOYMENT_OFFERED);
}

/*
 * Whether the posting is open to a term, abroad: "temps
 * partiel accepté", "poste ouvert à des indépendants".
 */
static bool
is_open_to(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	const Mark *other;
	uint32_t	to = mark->to;

	if (!doc_is_foreign(doc))
		return false;
	/* "Teilzeit oder Vollzeit möglich" */
	if (token_in(doc, to, WORDS_EXPERIENCE_OR) &&
		(other = mark_at(doc, KIND_EMPLOYMENT_TYPE, to + 1)) != NULL)
		to = other->to;
	return token_in(doc, to, WORDS_EMPLOYMENT_ALLOWED) ||
		   (word_before(doc, clause, mark->from, 5, WORDS_EMPLOYMENT_OPEN) &&
			range_has(doc, clause.from, mark->from, WORDS_TERMS_JOB));
}

/*
 * Whether a mark is the name of what follows it: "Contract: Full
 * time", on boards that write no colon "Full / Part time Full-time".
 */
static bool
is_name_of_field(const Doc *doc, const Mark *mark)
{
	uint32_t	first = doc->lines[doc->tokens[mark->from].line].first;
	uint32_t	i = mark->to + 1;

	if (token_punct(doc, mark->to, ':') && mark->to == mark->from + 1 &&
		token_is(doc, mark->from, "contract"))
	{
		while (i < mark->to + 4 && token_punct(doc, i, '*'))
			i++;
		return mark_at(doc, KIND_EMPLOYMENT_TYPE, i) != NULL;
	}
	return mark->from == first + 2 && token_is(doc, first, "full") &&
		   token_punct(doc, first + 1, '/') && doc->tokens[mark->to].gap == GAP_SPACE &&
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, mark->to) != NULL;
}

/*
 * Whether "this" and nothing but adjectives stand before
 * a mark: "this benefits-eligible temporary position".
 */
static bool
is_of_this(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	for (uint32_t i = mark->from; i > clause.from && mark->from - i < 6; i--)
	{
		if (token_is(doc, i - 1, "this"))
			return true;
		if (token_in(doc, i - 1, WORDS_EMPLOYMENT_SAYS) ||
			token_in(doc, i - 1, WORDS_TERMS_OF_POSITION_CAN) || token_is(doc, i - 1, "to"))
			return false;
	}
	return false;
}

/*
 * Whether a term only may follow another one: "temporary-to-full-time", "being converted into FTE".
 */
static bool
is_converted_to(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->from;
	const Mark *first;

	if (1u << mark->entry->value != EMPLOYMENT_FULL_TIME)
		return false;
	i -= i > 0 && token_punct(doc, i - 1, '-');
	if (i < 2 || !(token_is(doc, i - 1, "to") || token_is(doc, i - 1, "into")))
		return false;
	i--;
	i -= token_punct(doc, i - 1, '-');
	first = mark_before(doc, KIND_EMPLOYMENT_TYPE, i);
	return token_in(doc, i - 1, WORDS_TERMS_OF_LATER_LATER) ||
		   (first != NULL && (1u << first->entry->value == EMPLOYMENT_TEMPORARY ||
							  1u << first->entry->value == EMPLOYMENT_CONTRACTOR));
}

/* Whether B2B is how a firm sells rather than how it hires: "a B2B events position". */
static bool
is_trade(const Doc *doc, const Mark *mark, const Place *place)
{
	return token_is(doc, mark->from, "b2b") && mark->to == mark->from + 1 && !place->alone &&
		   doc_is_english(doc);
}

/*
 * Whether a posting speaks to its intern, or abroad to whom seeks
 * to be one: "as an intern at Acme", "vous recherchez un stage".
 */
static bool
is_told_to_intern(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	if (1u << mark->entry->value != EMPLOYMENT_INTERN || mark->from == 0)
		return false;
	if (token_is(doc, mark->from, "as"))
		return mark->from == clause.from && token_in(doc, mark->to, WORDS_EMPLOYMENT_INTERN_BEHIND);
	if (token_is(doc, mark->from - 1, "your"))
		return true;
	/* "Stage de 4 à 6 mois" */
	if (doc_is_foreign(doc) && doc_starts_clause(doc, mark->from) &&
		token_is(doc, mark->to, "de") && doc->tokens[mark->to + 1].kind == TOKEN_NUMBER)
		return true;
	return doc_is_foreign(doc) &&
		   word_before(doc, clause, mark->from, 4, WORDS_EMPLOYMENT_YOU_SEEK);
}

/*
 * Whether a term stands where text that lost its breaks has a
 * value or an item of its own: "Compensation Full-Time Benefits".
 */
static bool
is_lone_item(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];

	if (mark->entry->flags & ENTRY_WEAK || mark->to >= doc->n_tokens)
		return false;
	/* "Competitive contract rate", "- Contract for one year with the prospect of a lasting one" */
	if (mark->to - mark->from > 1 &&
		((token_is(doc, mark->to - 1, "rate") && mark->to == line->last) ||
		 (token_is(doc, mark->from, "contract") && doc_starts_clause(doc, mark->from) &&
		  1u << mark->entry->value == EMPLOYMENT_TEMPORARY)))
		return true;
	if (!(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER))
		return false;
	if (mark->from == line->first && line->words <= 10 &&
		token_in(doc, mark->to, WORDS_WORKPLACE_WEEKDAYS))
		return true;
	return mark_before(doc, KIND_HEADING, mark->from) != NULL &&
		   mark_at(doc, KIND_HEADING, mark->to) != NULL &&
		   doc->tokens[mark->to].shape &
			   doc->tokens[mark_before(doc, KIND_HEADING, mark->from)->from].shape &
			   SHAPE_FIRST_UPPER;
}

/* Whether a short item says that a term would do: "Contract or PAYE considered". */
static bool
is_considered(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	last = clause.to - 1 - token_punct(doc, clause.to - 1, '.');

	return doc_starts_clause(doc, mark->from) && clause.to - mark->from <= 7 && last >= mark->to &&
		   token_in(doc, last, WORDS_WORKPLACE_ALLOWED);
}

/*
 * Whether a term that stands in prose is only said of something
 * there: "the supervision of temporary and seasonal clerks",
 * "the required FTE"; "a temporary planner", "all positions are temporary" tell the job's.
 */
static bool
is_mere_adjective(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->from;

	if (mark->to > i + 1 || i < 2 || doc_is_foreign(doc))
		return false;
	if (token_is(doc, i, "fte"))
		return doc->tokens[i - 1].kind != TOKEN_NUMBER;
	return token_is(doc, i, "temporary") && !token_in(doc, i - 1, WORDS_EMPLOYMENT_SAYS) &&
		!(token_punct(doc, i - 1, ',') && token_is(doc, i - 2, "permanent"));
}

/*
 * Whether a board's words for the day of posting stand
 * right before a mark: "Posted Yesterday Full time".
 */
static bool
is_behind_date(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->from;

	if (i < 2 || !(doc->tokens[i].shape & SHAPE_FIRST_UPPER) ||
		!token_in(doc, i - 1, WORDS_EMPLOYMENT_DAYS))
		return false;
	for (uint32_t k = i - 1; k > 0 && i - k < 6; k--)
		if (token_is(doc, k - 1, "posted"))
			return true;
	return false;
}

/* Whether whom the posting speaks of is one employee: "This full-time employee leads the team". */
static bool
is_this_employee(const Doc *doc, const Mark *mark)
{
	return mark->from > 0 && token_is(doc, mark->from - 1, "this") &&
		   token_is(doc, mark->to, "employee");
}

/*
 * Whether somebody is sought for a contract, the skill or the
 * title right behind: "looking for a contract Python developer".
 */
static bool
is_contract_sought(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	if (!token_is(doc, mark->from, "contract") || mark->to != mark->from + 1 ||
		mark->to >= clause.to || doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER ||
		!(doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER) || !is_sought(doc, mark))
		return false;
	for (uint32_t i = mark->to; i < clause.to && i < mark->to + 6; i++)
		if (mark_at(doc, KIND_TITLE, i) != NULL)
			return true;
	return false;
}

/*
 * Why a mark of the employment type that its words do not
 * decide does not count in its zone; NULL where it does.
 */
static const char *
zone_reason(const Doc *doc, const Mark *mark, const Place *place, bool said)
{
	uint32_t	near = mark->from > 5 ? mark->from - 5 : 0;
	uint8_t		zone = place->zone;

	/* "this position is varied - full-time in summer" */
	if (said && !place->weak && range_has(doc, near, mark->from, WORDS_EMPLOYMENT_VERBS))
		return NULL;
	if (place->alone &&
		(zone == ZONE_SUMMARY || zone == ZONE_OTHER || zone == ZONE_PAY || zone == ZONE_LOCATION ||
		 (!place->weak && doc->lines[doc->tokens[mark->from].line].words <= 10)))
		return NULL;
	/* "Benefits: … Full time position with holidays" */
	if (is_of_position(doc, mark) &&
		(zone != ZONE_BENEFITS ||
		 (!place->weak && token_in(doc, mark->to, WORDS_TERMS_JOB) &&
		  (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER ||
		   token_in(doc, mark->from - (mark->from > 0), WORDS_TITLE_OPENS_TITLE)))))
		return NULL;
	/* "Wij bieden: een jaarcontract", "een fulltime functie voor 40 uur", "Fulltime beschikbaar" */
	if (doc_is_foreign(doc) && !place->weak &&
		((zone == ZONE_BENEFITS &&
		  (1u << mark->entry->value == EMPLOYMENT_TEMPORARY ||
		   (1u << mark->entry->value == EMPLOYMENT_VOLUNTEER && mark->to - mark->from > 1) ||
		   token_in(doc, mark->to - 1, WORDS_TERMS_JOB) || doc_starts_clause(doc, mark->from))) ||
		 (zone == ZONE_REQUIREMENTS && doc->lines[doc->tokens[mark->from].line].words <= 3)))
		return NULL;
	/* "recherche un développeur pour un CDD" is said of the job whoever seeks */
	if ((zone == ZONE_COMPANY || zone == ZONE_PROCESS) && doc_is_foreign(doc) && !place->weak &&
		seeks_before(doc, mark->from))
		return NULL;
	if (zone == ZONE_COMPANY)
		return "said of the company";
	if (place->weak || zone == ZONE_BENEFITS || zone == ZONE_REQUIREMENTS || zone == ZONE_DUTIES ||
		zone == ZONE_PREFERRED || zone == ZONE_PROCESS)
		return "not said of this job";
	return is_mere_adjective(doc, mark) ? "not said of this job" : NULL;
}

/* Why a mark of the employment type does not count; NULL where it does. */
static const char *
employment_reason(const Doc *doc, const Mark *mark, const Place *place)
{
	uint8_t		zone = place->zone;
	bool		said,
				of_job;

	/* "Full-time (1487)" */
	if (token_punct(doc, mark->to, '(') && token_punct(doc, mark->to + 2, ')') &&
		doc->tokens[mark->to + 1].kind == TOKEN_NUMBER)
		return "a filter of the board";
	/* "Hours: 38 hours per week Contract type: permanent" */
	if ((token_is(doc, mark->to - 1, "contract") && token_is(doc, mark->to, "type")) ||
		is_name_of_field(doc, mark))
		return "the name of a label";
	/* LinkedIn's terms stand behind the legal notice */
	if ((is_foreign_zone(zone) && follows_name(doc, LABEL_EMPLOYMENT_TYPE, mark->from)) ||
		is_behind_date(doc, mark) || is_this_employee(doc, mark))
		return NULL;
	said = is_said_of_job(doc, mark);
	of_job = (said || is_of_this(doc, mark)) && is_of_position(doc, mark);
	if (is_foreign_zone(zone) && !(of_job && zone == ZONE_LEGAL))
		return "outside the posting";
	if (doc_in_link(doc, mark->from))
		return "part of an address";
	if (is_negated(doc, mark))
		return "negated";
	if (is_converted_to(doc, mark))
		return "said of later, or of a choice";
	if (place->label || (place->title && !token_is(doc, mark->from, "b2b")))
		return NULL;
	if (in_label_name(doc, mark->from))
		return is_term_of_label(doc, mark) ? NULL : "the name of a label";
	if (is_contract_sought(doc, mark) ||
		(is_sought(doc, mark) && (!place->weak || token_in(doc, mark->to, WORDS_TERMS_RESOURCE) ||
								  1u << mark->entry->value == EMPLOYMENT_INTERN ||
								  mark_at(doc, KIND_TITLE, mark->to) != NULL)))
		return NULL;
	if (is_of_others(doc, mark) || is_defined(doc, mark, said))
		return "said of others";
	/* "information on study and internship opportunities" */
	if (1u << mark->entry->value == EMPLOYMENT_INTERN &&
		word_before(doc, doc_clause(doc, mark->from), mark->from, 10, WORDS_EMPLOYMENT_TOLD))
		return "said of others";
	if (is_trade(doc, mark, place))
		return "how the firm sells";
	if (is_told_to_intern(doc, mark) || is_lone_item(doc, mark) || is_considered(doc, mark))
		return NULL;
	if (is_measure(doc, mark))
		return "a measure of pay or leave";
	if (!place->weak && is_open_to(doc, mark))
		return NULL;
	/* "Festanstellung in Vollzeit", "contrato indefinido a jornada completa" */
	if ((!place->weak && mark->from > 0 && doc_is_foreign(doc) &&
		 (token_in(doc, mark->from - 1, WORDS_TERMS_JOB) || is_of_contract(doc, mark))) ||
		is_work_asked(doc, mark) || is_pair_of_options(doc, mark))
		return NULL;
	/* "helps clerks on an as needed basis": a duty's frequency */
	if (token_is(doc, mark->from, "as") && !said && !place->alone)
		return "not said of this job";
	if (1u << mark->entry->value == EMPLOYMENT_PART_TIME && is_sharing(doc, mark))
		return "a perk";
	if (is_conditional(doc, mark) || (!of_job && is_of_later(doc, mark, place->alone)))
		return "said of later, or of a choice";
	if (of_job)
		return NULL;
	return zone_reason(doc, mark, place, said);
}

/*
 * Where the words for months or years end behind a count
 * at a token: "6 months"; 0 where there is no length.
 */
static uint32_t
length_at(const Doc *doc, uint32_t i)
{
	uint32_t	to;
	int32_t		count;

	if (!read_count(doc, i, &count, &to))
		return 0;
	to += token_punct(doc, to, '+');
	return token_in(doc, to, WORDS_TERMS_OF_POSITION_UNITS) && !token_is(doc, to, "days") ? to + 1
																						  : 0;
}

/*
 * Reads a job's length behind its label, where nothing else tells
 * its type: "Duration: 6 months", glued "ManagerDuration 6 Months".
 */
static void
read_duration(Doc *doc)
{
	const LabelValue *label = doc_label(doc, LABEL_DURATION);
	const Marks *marks = &doc->marks[KIND_HEADING];
	uint32_t	from = 0;
	uint32_t	to = 0;

	if (label != NULL && label->value.from < label->value.to &&
		!is_foreign_zone(doc->tokens[label->name.from].zone))
	{
		from = label->value.from;
		to = length_at(doc, from);
		if (to > label->value.to)
			to = 0;
	}
	for (uint32_t k = 0; k < marks->count && to == 0; k++)
		if (token_is(doc, marks->items[k].from, "duration") &&
			!is_foreign_zone(doc->tokens[marks->items[k].from].zone) &&
			follows_name(doc, LABEL_DURATION, marks->items[k].to))
		{
			from = marks->items[k].to;
			to = length_at(doc, from);
		}
	if (to == 0)
		return;
	doc->posting->employment_type |= EMPLOYMENT_TEMPORARY;
	doc_fact(doc, FIELD_EMPLOYMENT_TYPE, (Range) {from, to}, "employment.duration", NULL,
			 str_of(posting_employment_names[3]));
}

/*
 * Whether a count of months or years at a token is that of a contract,
 * abroad: "arbeidsovereenkomst voor de duur van 12 maanden".
 */
static bool
is_contract_length(const Doc *doc, uint32_t i, uint32_t unit)
{
	Range		clause;

	if (!(token_in(doc, unit, WORDS_EXPERIENCE_MONTH) ||
		  token_in(doc, unit, WORDS_EXPERIENCE_YEAR)) ||
		is_asking_zone(doc->tokens[i].zone))
		return false;
	clause = doc_clause(doc, i);
	return (word_before(doc, clause, i, 6, WORDS_EMPLOYMENT_CONTRACTS) ||
			token_in(doc, unit + 1, WORDS_EMPLOYMENT_FIXED)) &&
		   !range_has(doc, reach_back(clause, i, 6), reach_on(clause, i, 6),
					  WORDS_EMPLOYMENT_TRIALS) &&
		   !range_has(doc, reach_back(clause, i, 6), reach_on(clause, i, 8),
					  WORDS_EXPERIENCE_NOUNS);
}

/*
 * Whether full or part time is said in a clause not far before
 * a token: "to work full-time at its offices for eight weeks".
 */
static bool
says_hours_before(const Doc *doc, uint32_t i)
{
	Range		clause = doc_clause(doc, i);

	for (uint32_t k = i; k > clause.from && i - k < 12; k--)
	{
		const Mark *mark = mark_at(doc, KIND_EMPLOYMENT_TYPE, k - 1);

		if (mark != NULL && mark->entry->value <= 1)
			return range_has(doc, reach_back(clause, mark->from, 3), mark->from,
							 WORDS_EMPLOYMENT_SAYS) ||
				   token_is(doc, mark->from - 1, "work");
	}
	return false;
}

/*
 * Whether a count of weeks or months at a token is how long an
 * English job lasts: "12 Month Assignment", "for a 3 month project".
 */
static bool
is_job_length(const Doc *doc, uint32_t i, uint32_t unit)
{
	uint8_t		zone = doc->tokens[i].zone;
	uint32_t	k = unit + 1;

	unit += token_punct(doc, unit, '-') || token_punct(doc, unit, '+');
	if (!token_in(doc, unit, WORDS_EMPLOYMENT_SPANS) || i == 0)
		return false;
	k = unit + 1;
	k += token_punct(doc, k, '-') && doc->tokens[k].gap == GAP_NONE;
	k += token_in(doc, k, WORDS_EMPLOYMENT_FIRST);
	if (token_in(doc, k, WORDS_EMPLOYMENT_ENGAGED) &&
		(doc->tokens[k].shape & SHAPE_FIRST_UPPER ||
		 !(is_asking_zone(zone) || zone == ZONE_DUTIES || zone == ZONE_COMPANY)))
		return true;
	if (is_asking_zone(zone) || zone == ZONE_DUTIES || zone == ZONE_COMPANY ||
		zone == ZONE_BENEFITS)
		return false;
	while (i > 1 && (token_in(doc, i - 1, WORDS_EMPLOYMENT_FIRST) ||
					 token_in(doc, i - 1, WORDS_EMPLOYMENT_ARTICLES)))
		i--;
	if (!token_is(doc, i - 1, "for"))
		return false;
	return token_is(doc, k, "project") ||
		   (!token_is(doc, k, "of") && says_hours_before(doc, i - 1));
}

/*
 * Reads how long the job lasts from a count of months in a sentence, where nothing tells its type.
 */
static void
read_length(Doc *doc)
{
	const Marks *words = &doc->marks[KIND_NUMBER];
	bool		foreign = doc_is_foreign(doc);

	for (uint32_t k = 0; k < doc->n_numbers + words->count; k++)
	{
		uint32_t i = k < doc->n_numbers ? doc->numbers[k] : words->items[k - doc->n_numbers].from;
		uint32_t	to;
		int32_t		count;

		if (is_foreign_zone(doc->tokens[i].zone) || !read_count(doc, i, &count, &to) ||
			to + 1 >= doc->n_tokens || to > i + 3 ||
			!(foreign ? is_contract_length(doc, i, to) : is_job_length(doc, i, to)))
			continue;
		doc->posting->employment_type |= EMPLOYMENT_TEMPORARY;
		doc_fact(doc, FIELD_EMPLOYMENT_TYPE, (Range) {i, to + 1}, "employment.length", NULL,
				 str_of(posting_employment_names[3]));
		return;
	}
}

/* Reads a share of the week as French postings write it: "Charge : 2/5e", "freelance à 3/5". */
static void
read_share(Doc *doc)
{
	for (const Spot *spot = NULL; (spot = next_spot(doc, spot, SPOT_NUMBER)) != NULL;)
	{
		uint32_t	i = spot->at;
		uint32_t	k = i - (i > 0 && token_punct(doc, i - 1, ':'));

		if (k == 0 || doc->tokens[i].len != 1 || doc->tokens[i].lead < '1' ||
			doc->tokens[i].lead > '3' || !token_punct(doc, i + 1, '/') || i + 2 >= doc->n_tokens ||
			doc->tokens[i + 2].lead != '5' || is_foreign_zone(doc->tokens[i].zone) ||
			!token_in(doc, k - 1, WORDS_EMPLOYMENT_SHARE))
			continue;
		if (doc->tokens[i + 2].len > 1 ? !range_has(doc, i + 2, i + 3, WORDS_EMPLOYMENT_FIFTHS)
									   : token_in(doc, i + 3, WORDS_TERMS_OF_POSITION_UNITS) ||
											 token_is(doc, i + 3, "ans"))
			continue;
		doc->posting->employment_type |= EMPLOYMENT_PART_TIME;
		doc_fact(doc, FIELD_EMPLOYMENT_TYPE, (Range) {i, i + 3}, "employment.share", NULL,
				 str_of(posting_employment_names[1]));
		return;
	}
}

/* Reads the employment type. */
void
read_employment_type(Doc *doc)
{
	static const Label labels[] = {LABEL_EMPLOYMENT_TYPE, LABEL_HOURS, LABEL_DURATION,
								   LABEL_WORKPLACE};
	/* what tells how long the job lasts */
	const uint32_t lasting =
		EMPLOYMENT_CONTRACTOR | EMPLOYMENT_TEMPORARY | EMPLOYMENT_INTERN | EMPLOYMENT_VOLUNTEER;
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
				 place.label   ? "employment.label"
				 : place.title ? "employment.title"
				 : place.alone ? "employment.alone"
							   : "employment.text",
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
	if (doc->language[0] == 'f' && doc->language[1] == 'r' &&
		!(doc->posting->employment_type & EMPLOYMENT_PART_TIME))
		read_share(doc);
	if (!(doc->posting->employment_type & lasting))
		read_duration(doc);
	if (!(doc->posting->employment_type & lasting))
		read_length(doc);
}
