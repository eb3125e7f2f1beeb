/*
 * education.c
 *		The lowest degree that the text asks for or prefers.
 */
#include "extract.h"

/* How far before "the degree" the one that is meant stands, in tokens. */
#define REACH_BACK		200

/* How far behind a question its answers stand, in tokens. */
#define REACH_QUESTION	120

/* How far behind a level the words stand that put it in place of another, in tokens. */
#define REACH_SUBSTITUTE	40

/* The mark of a degree before or behind one in its clause, not far away; NULL where none. */
static const Mark *
neighbour(const Doc *doc, const Mark *mark, Range clause, bool behind, uint32_t limit)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];

	if (behind)
	{
		const Mark *next = mark + 1;

		while (next < marks->items + marks->count && next->entry->value == CUE_NONE)
			next++;
		return next < marks->items + marks->count && next->from < clause.to &&
					   next->from - mark->to < limit
				   ? next
				   : NULL;
	}
	while (mark > marks->items)
	{
		uint32_t	from = mark->from;

		mark--;
		if (mark->entry->value == CUE_NONE)
			continue;
		return mark->to > clause.from && from - mark->to < limit ? mark : NULL;
	}
	return NULL;
}

/*
 * Whether a wording names no degree of its own: "degree", "college
 * or university", "higher education"; a "four-year degree" does.
 */
static bool
is_generic(const Doc *doc, const Mark *mark)
{
	return mark->entry->value == EDUCATION_BACHELOR &&
		   token_in(doc, mark->to - 1, WORDS_EDUCATION_GENERIC) &&
		   !range_has(doc, mark->from, mark->to, WORDS_EDUCATION_NAMED);
}

/*
 * Whether a wording tells of training only that it is in some field, "d'une formation
 * en menuiserie": what level it has may be told elsewhere, "(CAP à Bac pro)".
 */
static bool
is_bare_training(const Doc *doc, const Mark *mark)
{
	return mark->to > mark->from + 1 &&
		   (token_is(doc, mark->to - 2, "formation") ||
			token_is(doc, mark->to - 2, "titulación")) &&
		   (token_is(doc, mark->to - 1, "en") || token_is(doc, mark->to - 1, "dans"));
}

/*
 * Whether a neighbour confirms a weak wording: "you master
 * this and master that" confirm each other of nothing.
 */
static bool
is_other_degree(const Mark *other, const Mark *mark)
{
	return other != NULL &&
		   (!(other->entry->flags & ENTRY_WEAK) || other->entry->value != mark->entry->value);
}

/*
 * Whether letters stand for a school of another country, yet for
 * anything in an English text: "our EBA", "WO-3", "HF radio".
 */
static bool
is_local_letters(const Doc *doc, const Mark *mark, Range clause)
{
	return mark->to == mark->from + 1 && token_in(doc, mark->from, WORDS_EDUCATION_LOCAL) &&
		   doc_is_english(doc) && !is_other_degree(neighbour(doc, mark, clause, false, 4), mark) &&
		   !is_other_degree(neighbour(doc, mark, clause, true, 4), mark) &&
		   !word_after(doc, clause, mark->to, 2, WORDS_EDUCATION_LOCAL_BEHIND);
}

/*
 * Whether letters name a product or stand in a code
 * of letters: "MS Fabric", "IHS-16-ESEP/MPP", "FC/MD".
 */
static bool
is_product_or_code(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	i = mark->from;

	(void) clause;
	if (mark->to != i + 1)
		return false;
	if (token_is(doc, i, "ms") && doc->tokens[mark->to].gap == GAP_SPACE &&
		token_in(doc, mark->to, WORDS_EDUCATION_SOFTWARE))
		return true;
	return i > 1 && token_punct(doc, i - 1, '/') && doc->tokens[i].gap == GAP_NONE &&
		   doc->tokens[i - 1].gap == GAP_NONE && doc->tokens[i - 2].kind == TOKEN_WORD &&
		   !(doc->tokens[i - 2].shape & SHAPE_HAS_LOWER) &&
		   !(mark > doc->marks[KIND_EDUCATION].items && mark[-1].to == i - 1);
}

/* "Education: Master", "Degree: …". */
static bool
is_labelled(const Doc *doc, const Mark *mark, Range clause)
{
	(void) clause;
	return doc_in_label(doc, LABEL_EDUCATION, mark->from) ||
		   (token_punct(doc, mark->to, ':') && doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER);
}

/* "Boston, MA": two letters behind a comma, no degree near. */
static bool
is_state(const Doc *doc, const Mark *mark, Range clause)
{
	return mark->to == mark->from + 1 && doc->tokens[mark->from].len == 2 && mark->from > 0 &&
		   token_punct(doc, mark->from - 1, ',') &&
		   neighbour(doc, mark, clause, false, 8) == NULL &&
		   neighbour(doc, mark, clause, true, 8) == NULL;
}

/* "a BS with 5 or more years". */
static bool
has_years(const Doc *doc, const Mark *mark, Range clause)
{
	(void) clause;
	return token_is(doc, mark->to, "with") && mark->to + 1 < doc->n_tokens &&
		   doc->tokens[mark->to + 1].kind == TOKEN_NUMBER;
}

/*
 * "- Matric", "- GCSEs in maths", "- Associate's": an item of what
 * is asked for begins with it; "- Master new tools" is a verb.
 */
static bool
opens_item(const Doc *doc, const Mark *mark, Range clause)
{
	(void) clause;
	return is_asking_zone(doc->tokens[mark->from].zone) && doc_starts_clause(doc, mark->from) &&
		   doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER &&
		   (mark->to != mark->from + 1 ||
			(!token_is(doc, mark->from, "master") && !token_is(doc, mark->from, "degree")));
}

/* "abgeschlossenes wirtschafts- oder ingenieurwissenschaftliches Studium". */
static bool
is_studium(const Doc *doc, const Mark *mark, Range clause)
{
	(void) clause;
	return (token_is(doc, mark->from, "studium") || token_is(doc, mark->from, "studia")) &&
		   is_asking_zone(doc->tokens[mark->from].zone);
}

/* "an architectural degree" among the requirements, "a high degree of care" nowhere. */
static bool
is_described_degree(const Doc *doc, const Mark *mark, Range clause)
{
	return (token_is(doc, mark->from, "degree") || token_is(doc, mark->from, "degrees")) &&
		   !token_is(doc, mark->to, "of") && mark->from > clause.from &&
		   is_asking_zone(doc->tokens[mark->from].zone) &&
		   doc->tokens[mark->from - 1].kind == TOKEN_WORD &&
		   !token_in(doc, mark->from - 1, WORDS_EDUCATION_MEASURE);
}

/* Another degree, or a word that goes with degrees, stands beside it. */
static bool
is_in_company(const Doc *doc, const Mark *mark, Range clause)
{
	return is_other_degree(neighbour(doc, mark, clause, false, 8), mark) ||
		   is_other_degree(neighbour(doc, mark, clause, true, 8), mark) ||
		   word_before(doc, clause, mark->from, 4, WORDS_EDUCATION_DEGREE) ||
		   word_after(doc, clause, mark->to, 4, WORDS_EDUCATION_DEGREE);
}

/* What confirms a weak wording, and what it stands for instead; the first that holds decides. */
static const struct
{
	bool		(*holds) (const Doc *doc, const Mark *mark, Range clause);
	bool		confirms;
} confirmations[] = {
	{is_product_or_code, false},
	{is_labelled, true},
	{is_state, false},
	{has_years, true},
	{opens_item, true},
	{is_studium, true},
	{is_described_degree, true},
	{is_in_company, true},
};

/* Whether a weak wording is confirmed to be a degree. */
static bool
is_confirmed(const Doc *doc, const Mark *mark, Range clause)
{
	for (uint32_t i = 0; i < lengthof(confirmations); i++)
		if (confirmations[i].holds(doc, mark, clause))
			return confirmations[i].confirms;
	return false;
}

/* Whether a mark stands where degrees are asked for. */
static bool
is_among_requirements(const Doc *doc, const Mark *mark)
{
	return is_asking_zone(doc->tokens[mark->from].zone) ||
		   doc_in_label(doc, LABEL_EDUCATION, mark->from);
}

/*
 * Whether a bare "degree" only repeats one that is named:
 * "a Ph.D. or other doctoral degree", "degree (MSc)".
 */
static bool
is_repeated(const Doc *doc, const Mark *mark, Range clause)
{
	/* "an M.S. in chemistry, … or a similar science degree" */
	bool similar = mark->from > clause.from && range_has(doc, reach_back(clause, mark->from, 2),
														 mark->to, WORDS_EDUCATION_EQUIVALENT);
	const Mark *before = neighbour(doc, mark, clause, false, similar ? 30 : 8);
	const Mark *behind = neighbour(doc, mark, clause, true, 8);
	uint32_t	last = mark->to - 1;

	if (similar && is_generic(doc, mark) && before != NULL &&
		before->entry->value >= EDUCATION_ASSOCIATE)
		return true;

	/* "formation supérieure (Bac+5)": abroad the words before the level hold several */
	if (doc_is_foreign(doc) && is_generic(doc, mark) && behind != NULL &&
		behind->entry->value >= EDUCATION_ASSOCIATE && behind->from - mark->to < 5 &&
		!(behind->entry->flags & ENTRY_WEAK) &&
		!range_has(doc, mark->to, behind->from, WORDS_EDUCATION_REPEATED_FOREIGN))
		return true;
	/* "a DVM or equivalent degree" names no other level */
	if (!(mark->entry->flags & ENTRY_WEAK) && mark->to - mark->from > 1 &&
		!token_is(doc, last, "in") && !token_in(doc, mark->from, WORDS_EDUCATION_EQUIVALENT))
		return false;
	if (!token_is(doc, last, "degree") && !token_is(doc, last, "degrees") &&
		!token_is(doc, last, "in") && !token_is(doc, last, "studium"))
		return false;
	if (before != NULL && before->entry->value >= EDUCATION_ASSOCIATE)
		return true;
	return behind != NULL && behind->entry->value >= EDUCATION_ASSOCIATE &&
		   behind->from - mark->to < 5 &&
		   !range_has(doc, mark->to, behind->from, WORDS_EDUCATION_REPEATED_CHOICE);
}

/*
 * Whether a bare "the degree" goes on about one that was named
 * before: "Doctor of medicine. The degree must be from …".
 */
static bool
is_back_reference(const Doc *doc, const Mark *mark, Range clause)
{
	const Mark *before = mark;

	(void) clause;
	if (mark->from < 2 || mark->to != mark->from + 1 || !is_generic(doc, mark) ||
		!(token_in(doc, mark->from - 1, WORDS_EDUCATION_BACK) ||
		  (token_is(doc, mark->from - 1, "a") && token_is(doc, mark->from - 2, "such"))))
		return false;
	while (before > doc->marks[KIND_EDUCATION].items && before[-1].to + REACH_BACK > mark->from)
	{
		before--;
		if (before->entry->value != CUE_NONE && before->entry->value >= EDUCATION_ASSOCIATE &&
			!is_generic(doc, before))
			return true;
	}
	return false;
}

/*
 * Whether a level is an answer to choose in a questionnaire:
 * "What is the highest level of education you have completed?",
 * "Select the reply that reflects your highest level of completed education.".
 */
static bool
is_answer(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	from = mark->from > REACH_QUESTION ? mark->from - REACH_QUESTION : 0;
	uint32_t	own = doc->clauses.items[doc->tokens[mark->from].clause].from;

	(void) clause;
	/* each sign of its own sentence, the ends of those before */
	for (uint32_t i = mark->from, next; i > from; i = next)
	{
		char		sign = doc->tokens[i - 1].chr;
		bool		question = sign == '?';
		uint32_t	low = i > 16 ? i - 16 : 0;

		next = i > own ? i - 1 : doc->clauses.items[doc->tokens[i - 1].clause].from;
		if (!question && sign != '.' && sign != ':')
			continue;
		if ((question || range_has(doc, low, i, WORDS_EDUCATION_ASKED)) &&
			range_has(doc, low, i, WORDS_EDUCATION_QUESTION) &&
			range_has(doc, low, i, WORDS_EDUCATION_SUBSTITUTE_EDUCATION) &&
			range_has(doc, low, i, WORDS_EDUCATION_ANSWERED))
			return true;
		if (question)
			return false;
	}
	return false;
}

/* Whether a clause asks for something, so that it counts wherever it stands. */
static bool
asks(const Doc *doc, Range clause, const Mark *mark)
{
	return range_has(doc, reach_back(clause, mark->from, 12), reach_on(clause, mark->to, 12),
					 WORDS_EDUCATION_ASKS);
}

/*
 * Whether the degree stands for something else that is
 * asked for: "may substitute a Ph.D. for experience",
 * "college units may be substituted for a year of experience".
 */
static bool
is_substitute(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	to = reach_on(clause, mark->to, 8);
	uint32_t	line = doc->lines[doc->tokens[mark->from].line].from;

	for (uint32_t i = mark->to; i < to && !token_in(doc, i, WORDS_EXPERIENCE_NOUNS); i++)
		if ((token_in(doc, i, WORDS_EDUCATION_SUBSTITUTE) && !token_is(doc, i, "lieu") &&
			 token_is(doc, i + 1, "for")) ||
			(token_is(doc, i, "make") && token_is(doc, i + 1, "up")))
			return true;
	/* "six months will be credited for each year of trade school" */
	if (word_before(doc, clause, mark->from, 8, WORDS_EDUCATION_SUBSTITUTE_PROGRESS))
		return true;
	for (uint32_t i = mark->from > line + 90 ? mark->from - 90 : line; i < mark->from; i++)
		if (doc->tokens[i].lists != 0 && token_in(doc, i, WORDS_EDUCATION_SUBSTITUTE) &&
			range_has(doc, i + 1, i + 6, WORDS_EDUCATION_SUBSTITUTE_EDUCATION))
			return true;
	return false;
}

/*
 * Whether school and years of work together may stand in for the degree that is asked
 * for: "high school and two years of duty may be substituted for the education".
 */
static bool
is_in_place_of_degree(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	to = reach_on(clause, mark->to, REACH_SUBSTITUTE);

	if (mark->entry->value != EDUCATION_HIGH_SCHOOL || !token_is(doc, mark->to, "and"))
		return false;
	for (uint32_t i = mark->to; i < to; i++)
		if (token_in(doc, i, WORDS_EDUCATION_SUBSTITUTE) && token_is(doc, i + 1, "for") &&
			word_after(doc, clause, i + 2, 4, WORDS_EDUCATION_SUBSTITUTED))
			return true;
	return false;
}

/* Whether the level only opens a range of readers: "pupils from high school to graduate level". */
static bool
is_range_of_readers(const Doc *doc, const Mark *mark, Range clause)
{
	(void) clause;
	return mark->entry->value == EDUCATION_HIGH_SCHOOL && mark->from > 0 &&
		   token_is(doc, mark->from - 1, "from") && token_in(doc, mark->to, WORDS_EDUCATION_RANGE);
}

/*
 * Whether the level is only what the years of study asked
 * for come on top of: "two years above high school".
 */
static bool
is_surpassed(const Doc *doc, const Mark *mark, Range clause)
{
	return mark->entry->value == EDUCATION_HIGH_SCHOOL &&
		word_before(doc, clause, mark->from, 3, WORDS_EDUCATION_ABOVE);
}

/* A page's frame, or another posting. */
static bool
is_outside(const Doc *doc, const Mark *mark, Range clause)
{
	(void) clause;
	return is_foreign_zone(doc->tokens[mark->from].zone);
}

/* "master students", "degree programs", unless the reader is one of them. */
static bool
is_of_others(const Doc *doc, const Mark *mark, Range clause)
{
	return token_in(doc, mark->to, WORDS_EDUCATION_OTHER) &&
		   !range_has(doc, clause.from, mark->from, WORDS_EDUCATION_ENROLLED);
}

/* A wording that is often something else, and nothing confirms it. */
static bool
is_unconfirmed(const Doc *doc, const Mark *mark, Range clause)
{
	return (mark->entry->flags & ENTRY_WEAK && !is_confirmed(doc, mark, clause)) ||
		   is_local_letters(doc, mark, clause);
}

/* "oder vergleichbare Ausbildung", "or equivalent apprenticeship", behind a degree. */
static bool
is_only_equivalent(const Doc *doc, const Mark *mark, Range clause)
{
	Range		before = {mark->from > 34 ? mark->from - 34 : 0, mark->to};

	(void) clause;
	return mark->entry->value == EDUCATION_VOCATIONAL && mark->from > 3 &&
		   range_has(doc, mark->from - 3, mark->from, WORDS_EDUCATION_EQUIVALENT) &&
		   neighbour(doc, mark, before, false, 30) != NULL;
}

/* Among the requirements. */
static bool
is_asked(const Doc *doc, const Mark *mark, Range clause)
{
	(void) clause;
	return is_among_requirements(doc, mark);
}

/* A course among the benefits, unless its clause wants it. */
static bool
is_offered(const Doc *doc, const Mark *mark, Range clause)
{
	return doc->tokens[mark->from].zone == ZONE_BENEFITS &&
		   !range_has(doc, clause.from, reach_on(clause, mark->to, 6), WORDS_EDUCATION_WANTED);
}

/* Told of the firm, of how to apply or, in a weak wording, of the duties, where no word asks. */
static bool
is_told(const Doc *doc, const Mark *mark, Range clause)
{
	uint8_t		zone = doc->tokens[mark->from].zone;

	return (zone == ZONE_COMPANY || zone == ZONE_PROCESS ||
			(zone == ZONE_DUTIES && mark->entry->flags & ENTRY_WEAK)) &&
		   !asks(doc, clause, mark);
}

/*
 * What keeps a mark from counting, and what makes it count (no reason).
 * The first test that holds decides; a mark that none holds for counts.
 */
static const struct
{
	bool		(*holds) (const Doc *doc, const Mark *mark, Range clause);
	const char *reason;
} degree_tests[] = {
	{is_outside, "outside the posting"},
	{is_of_others, "not a degree that is asked for"},
	{is_surpassed, "more than this level is asked for"},
	{is_range_of_readers, "a range of readers"},
	{is_repeated, "the degree is named beside it"},
	{is_unconfirmed, "no sign of a degree"},
	{is_only_equivalent, "only as an equivalent"},
	{is_back_reference, "the degree is named before it"},
	{is_answer, "an answer to choose"},
	{is_substitute, "in place of experience"},
	{is_in_place_of_degree, "in place of the degree"},
	{is_asked, NULL},
	{is_offered, "outside the requirements"},
	{is_told, "outside the requirements"},
};

/* Why a mark does not count; NULL where it does. */
static const char *
education_reason(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	for (uint32_t i = 0; i < lengthof(degree_tests); i++)
		if (degree_tests[i].holds(doc, mark, clause))
			return degree_tests[i].reason;
	return NULL;
}

/*
 * Takes back what only seems to ask for less than a degree
 * that the requirements name: "success in high school" in
 * the summary, "all academic degrees must be from an accredited institution".
 */
static void
reject_asides(const Doc *doc, const char **reasons)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	uint32_t	named = 0;		/* levels that the requirements name, as bits */
	bool		other = false;

	for (uint32_t i = 0; i < marks->count; i++)
		other |= reasons[i] == NULL && !is_bare_training(doc, &marks->items[i]);
	for (uint32_t i = 0; i < marks->count; i++)
		if (other && reasons[i] == NULL && is_bare_training(doc, &marks->items[i]))
			reasons[i] = "the requirements name another";
	for (uint32_t i = 0; i < marks->count; i++)
		if (reasons[i] == NULL && !(marks->items[i].entry->flags & ENTRY_WEAK) &&
			!is_generic(doc, &marks->items[i]) && is_among_requirements(doc, &marks->items[i]))
			named |= 1u << marks->items[i].entry->value;
	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		uint32_t	last = mark->to - 1;

		if (reasons[i] != NULL || named >> mark->entry->value <= 1)
			continue;
		if (is_generic(doc, mark)
				? !is_among_requirements(doc, mark) || token_is(doc, last, "degrees") ||
					  token_in(doc, last, WORDS_EDUCATION_SCHOOLS)
				: mark->entry->flags & ENTRY_WEAK && !is_among_requirements(doc, mark))
			reasons[i] = "the requirements name another";
	}
}

/* Reads the education that the job asks for. */
void
extract_education(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	const char **reasons;
	const Mark *best = NULL;
	const Mark *cue;
	Range		clause;

	if (marks->count == 0)
		return;
	reasons = arena_alloc(doc->arena, marks->count * sizeof(char *));
	for (uint32_t i = 0; i < marks->count; i++)
		reasons[i] = marks->items[i].entry->value == CUE_NONE ||
							 marks->items[i].entry->value == EDUCATION_NONE
						 ? "another thing"
						 : education_reason(doc, &marks->items[i]);
	reject_asides(doc, reasons);
	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];

		if (mark->entry->value == CUE_NONE || mark->entry->value == EDUCATION_NONE)
			continue;
		if (reasons[i] == NULL && best != NULL && mark->entry->value >= best->entry->value)
			reasons[i] = "a lower level is enough";
		if (reasons[i] == NULL)
			best = mark;
		doc_fact(doc, FIELD_EDUCATION, (Range) {mark->from, mark->to},
				 doc_in_label(doc, LABEL_EDUCATION, mark->from) ? "education.label"
																: "education.level",
				 reasons[i], str_of(posting_education_names[mark->entry->value]));
	}
	if (best == NULL)
		return;
	doc->posting->education = (Education) best->entry->value;
	clause = doc_clause(doc, best->from);
	cue = mark_from(doc, KIND_REQUIREMENT, clause.from);
	doc->posting->education_required = doc->tokens[best->from].zone != ZONE_PREFERRED &&
		!(cue != NULL && cue->from < clause.to && cue->entry->value == REQUIREMENT_PREFERRED);
}
