/*
 * benefits.c
 *		Benefits stated as offered, and visa sponsorship.
 */
#include "extract.h"
#include "signs.h"

/* What speaks for and against a mark of which no rule is sure; the order of the weights. */
typedef enum BenefitSign
{
	BENEFIT_ZONE,				/* it stands among the benefits ... */
	BENEFIT_ZONE_ASKED,			/* among what is asked for, or the duties */
	BENEFIT_ZONE_PAY,
	BENEFIT_ZONE_LEGAL,
	BENEFIT_ZONE_COMPANY,
	BENEFIT_SEVERAL_WORDS,
	BENEFIT_IS_PROMISED,
	BENEFIT_IS_ADDED,
	BENEFIT_IS_PLAIN,
	BENEFIT_CLAUSE_OFFERS,
	BENEFIT_CLAUSE_BEFORE_OFFERS,
	BENEFIT_OF_WORK,			/* somebody is asked to know, sell or care for it */
	BENEFIT_OF_YOU,				/* its clause speaks of the reader */
	BENEFIT_OF_US,				/* or of the employer */
	BENEFIT_STARTS,				/* its clause begins with it */
	BENEFIT_ENDS,
	BENEFIT_COUNTED,			/* a number stands before it */
	BENEFIT_UPPER,				/* it begins with a capital */
	BENEFIT_FOREIGN,			/* the text is in another language than English */
	BENEFIT_NEAR,				/* one other benefit near, two, three */
	BENEFIT_NEAR_TWO,
	BENEFIT_NEAR_THREE,
	BENEFIT_STRONG,				/* the same of strong wordings */
	BENEFIT_STRONG_TWO,
	BENEFIT_STRONG_THREE,
	BENEFIT_LISTED_TWO,			/* so many kinds stand in one list with it */
	BENEFIT_LISTED_THREE,
	BENEFIT_LISTED_FOUR,
	BENEFIT_LINE,				/* so many other kinds in its line */
	BENEFIT_LINE_TWO,
	BENEFIT_LINE_THREE,
	BENEFIT_LINES,				/* others in one of the lines around it, in two */
	BENEFIT_LINES_TWO,
	BENEFIT_WORDS_3,			/* its line has no more words */
	BENEFIT_WORDS_6,
	BENEFIT_WORDS_10,
	BENEFIT_WORDS_MORE_20,		/* or more */
	BENEFIT_WORDS_MORE_60,
	BENEFIT_BULLET,
	BENEFIT_LATE,				/* behind the first third of the text */
	BENEFIT_LAST,				/* in the last one */
	BENEFIT_SIGN_COUNT
} BenefitSign;

#include "benefit_weights.h"


/* So far from a mark its clause is looked at for who is spoken of, in tokens. */
#define REACH_PERSON	25

/* Whether a clause offers something. */
static bool
offers(const Doc *doc, Range clause)
{
	return range_has(doc, clause.from, clause.to, WORDS_BENEFITS_OFFERS);
}

/*
 * Whether the words right before a mark offer it to whom
 * takes the job: "eligible for equity", "salary + bonus".
 */
static bool
is_promised(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 4);

	for (uint32_t i = from; i < mark->from; i++)
		if (token_punct(doc, i, '+'))
			return true;
	return range_has(doc, from, mark->from, WORDS_BENEFITS_PROMISED) ||
		   token_is(doc, mark->to, "offered") || token_is(doc, mark->to, "available");
}

/*
 * Whether a bonus or equity comes on top of the pay:
 * "90k + bonus", "this position is eligible for equity".
 */
static bool
is_added(const Doc *doc, const Mark *mark)
{
	uint32_t	i = mark->from;

	return (1u << mark->entry->value) & (BENEFIT_EQUITY | BENEFIT_BONUS) && i > 0 &&
		   (token_punct(doc, i - 1, '+') || token_punct(doc, mark->to, '+') ||
			(i > 1 && token_is(doc, i - 1, "for") && token_is(doc, i - 2, "eligible")));
}

/* Whether the clause denies the benefit: "not eligible for relocation". */
static bool
is_denied(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 5);
	uint32_t	to = reach_on(clause, mark->to, 4);

	/*
	 * "pay for what you do, not for where you are Stock
	 * options": the line break between two items is lost
	 */
	if (mark->from > from + 1 && doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER &&
		doc->tokens[mark->from - 1].kind == TOKEN_WORD &&
		!(doc->tokens[mark->from - 1].shape & SHAPE_HAS_UPPER))
		from = mark->from - 1;
	for (uint32_t i = from; i < mark->from; i++)
		if (token_in(doc, i, WORDS_BENEFITS_DENIED) && !token_is(doc, i + 1, "limited") &&
			!token_is(doc, i + 1, "only") && !token_is(doc, i + 1, "just"))
			return true;
	for (uint32_t i = mark->to; i < to && doc->tokens[i].kind != TOKEN_PUNCT; i++)
		if (token_in(doc, i, WORDS_VISA_DENIED_BEHIND))
			return !token_is(doc, i + 1, "only") && !token_is(doc, i + 1, "limited");
	return false;
}

/* Whether a clause speaks of equal treatment, which names disability, benefits and leave, too. */
static bool
is_of_rights(const Doc *doc, Range clause, const Mark *mark)
{
	uint32_t	from = reach_back(clause, mark->from, 40);
	uint32_t	to = reach_on(clause, mark->to, 40);

	int			n = 0;

	for (uint32_t i = from; i < to; i++)
		if (doc->tokens[i].lists != 0)
			n += token_in(doc, i, WORDS_BENEFITS_OF_RIGHTS);
	return n >= 2;
}

/* How many other benefits stand near a mark; weak wordings count where strong ones do. */
static uint32_t
count_near(const Doc *doc, const Mark *at, uint32_t distance, bool strong_only)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];
	uint32_t	from = at->from > distance ? at->from - distance : 0;
	uint32_t	strong = 0,
				weak = 0,
				n = 0;

	for (const Mark *mark = mark_from(doc, KIND_BENEFITS, from);
		 mark != NULL && mark < marks->items + marks->count && mark->from < at->from + distance;
		 mark++)
		if (mark->entry->value != CUE_NONE && mark->entry->value != at->entry->value)
		{
			if (mark->entry->flags & ENTRY_WEAK)
				weak |= 1u << mark->entry->value;
			else
				strong |= 1u << mark->entry->value;
		}
	if (strong_only)
		weak = 0;
	if (strong == 0 && at->entry->flags & ENTRY_WEAK)
	{
		/* "medical, dental and vision" have no strong word among them */
		for (; weak; weak &= weak - 1)
			n++;
		return n >= 2 ? n : 0;
	}
	for (strong |= weak; strong; strong &= strong - 1)
		n++;
	return n;
}

/*
 * Whether insurance, care or pensions are what the employer sells, or
 * what the job is about: "we provide life insurance to our customers".
 */
static bool
is_sold(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 8);
	uint32_t	to = reach_on(clause, mark->to, 6);

	return (1u << mark->entry->value) & (BENEFIT_HEALTH | BENEFIT_DENTAL | BENEFIT_VISION |
										 BENEFIT_INSURANCE | BENEFIT_RETIREMENT) &&
		   doc->tokens[mark->from].zone != ZONE_BENEFITS &&
		   range_has(doc, from, to, WORDS_BENEFITS_SOLD);
}

/*
 * Whether a strong wording of several words says of
 * itself that it is a benefit, wherever it stands.
 */
static bool
is_plain(const Doc *doc, const Mark *mark)
{
	uint32_t	value = 1u << mark->entry->value;

	if (mark->entry->flags & ENTRY_WEAK || is_sold(doc, mark))
		return false;
	/* "401k" */
	if (value == BENEFIT_RETIREMENT && doc->tokens[mark->from].shape & SHAPE_HAS_DIGIT)
		return true;
	if (value & (BENEFIT_HEALTH | BENEFIT_INSURANCE | BENEFIT_DENTAL | BENEFIT_VISION |
				 BENEFIT_MEALS | BENEFIT_WELLNESS))
		return false;
	/* "eindejaarsuitkering", "8% vakantiegeld": compounds are as clear as several words */
	if (doc_is_foreign(doc) && (doc->tokens[mark->from].len > 11 ||
								(mark->from > 0 && token_punct(doc, mark->from - 1, '%'))))
		return true;
	return mark->to - mark->from > 1 ||
		   (mark->from > 0 && token_in(doc, mark->from - 1, WORDS_BENEFITS_PLAIN_YEARS));
}

/*
 * Whether a mark stands in what the reader's benefits hold: "your benefit
 * coverage (including health and dental coverage) will commence".
 */
static bool
is_readers(const Doc *doc, Range clause, const Mark *mark)
{
	uint32_t	from = reach_back(clause, mark->from, 20);

	for (uint32_t i = from; i + 1 < mark->from; i++)
		if (token_is(doc, i, "your"))
			return range_has(doc, i, i + 4 < mark->from ? i + 4 : mark->from, WORDS_BENEFITS_NAMES);
	return false;
}

/* Why a mark does not count; NULL where it does. */
static const char *
benefit_reason(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	Range		clause = doc_clause(doc, mark->from);
	uint8_t		zone = doc->tokens[mark->from].zone;
	bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;
	uint32_t	others;

	if (zone == ZONE_NOISE)
		return "outside the posting";
	/* "een super team"; superannuation is Australia's */
	if (mark->to == mark->from + 1 && token_is(doc, mark->from, "super") &&
		(doc_is_foreign(doc) || (doc->country[0] != '\0' && strcmp(doc->country, "AU") != 0)))
		return "another thing";
	if (is_denied(doc, mark))
		return "denied";
	others = count_near(doc, mark, 30, false);
	if (others >= 1 && is_readers(doc, clause, mark))
		return NULL;
	if (is_of_rights(doc, clause, mark))
		return "said of equal treatment";
	if (zone == ZONE_LEGAL)
		return others >= 3 && offers(doc, clause) ? NULL : "outside the posting";
	if (zone == ZONE_BENEFITS)
	{
		if (!weak || line->words <= 6 || others >= 1 || is_promised(doc, mark))
			return NULL;
		return "an ordinary word here";
	}
	if (zone == ZONE_REQUIREMENTS || zone == ZONE_DUTIES || zone == ZONE_PREFERRED)
	{
		uint32_t	strong = count_near(doc, mark, 30, true);

		/* a list of benefits whose heading was lost */
		return (others >= 3 && offers(doc, clause)) || (strong >= 2 && !weak) ||
					   is_added(doc, mark) ||
					   (strong >= 1 && !weak && line->words <= 8 && !is_sold(doc, mark)) ||
					   (!weak && is_plain(doc, mark) && (strong >= 1 || is_promised(doc, mark)))
				   ? NULL
				   : "not offered";
	}
	if (is_promised(doc, mark) && !is_sold(doc, mark) &&
		(!weak || others >= 1 || (1u << mark->entry->value) & (BENEFIT_EQUITY | BENEFIT_BONUS)))
		return NULL;			/* "eligible for equity", "+ bonus" */
	/* "- Panier repas," */
	if (is_plain(doc, mark) || (doc_is_foreign(doc) && !weak && line->words <= 8 &&
								zone != ZONE_COMPANY && !is_sold(doc, mark)))
		return NULL;
	if (others >= (weak ? 3u : 2u) || (!weak && (others >= 1 || mark->to - mark->from > 1) &&
									   offers(doc, clause) && !is_sold(doc, mark)))
		return NULL;
	return "not offered";
}

/*
 * Takes the plans that are named by a paragraph of the law,
 * "401(k)": no phrase of the lexicon spans the brackets.
 */
static void
read_plans(Doc *doc)
{
	for (uint32_t k = 0; k < doc->n_numbers; k++)
	{
		uint32_t	i = doc->numbers[k];
		Range		at = {i, i + 4};

		if (i + 2 >= doc->n_tokens ||
			!(token_is(doc, i, "401") || token_is(doc, i, "403") || token_is(doc, i, "457")) ||
			doc->tokens[i].zone == ZONE_NOISE)
			continue;
		if (token_punct(doc, i + 1, '(') ? !token_is(doc, i + 2, "k") && !token_is(doc, i + 2, "b")
										 : !token_is(doc, i + 1, "k") && !token_is(doc, i + 1, "b"))
			continue;
		if (at.to > doc->n_tokens || !token_punct(doc, i + 1, '('))
			at.to = i + 2;
		doc->posting->benefits |= BENEFIT_RETIREMENT;
		doc_fact(doc, FIELD_BENEFITS, at, "benefit.plan", NULL, str_of("retirement"));
		return;
	}
}

/*
 * Whether two marks stand in one list: only words such as "and", "paid", "plan" lie between them.
 */
static bool
are_listed(const Doc *doc, const Mark *a, const Mark *b)
{
	if (b->from > a->to + 6)
		return false;
	for (uint32_t i = a->to; i < b->from; i++)
		if (doc->tokens[i].kind == TOKEN_PUNCT
				? token_punct(doc, i, '.') || token_punct(doc, i, '?')
				: !token_in(doc, i, WORDS_BENEFITS_BETWEEN))
			return false;
	return doc->tokens[a->to - 1].line == doc->tokens[b->from].line ||
		   (doc->lines[doc->tokens[a->from].line].words <= 8 &&
			doc->lines[doc->tokens[b->from].line].words <= 8);
}

/* Whether an item of a list ends before a token. */
static bool
ends_item(const Doc *doc, uint32_t i)
{
	return i >= doc->n_tokens || doc->tokens[i].kind != TOKEN_WORD ||
		   doc->tokens[i].line != doc->tokens[i - 1].line ||
		   token_in(doc, i, WORDS_BENEFITS_BETWEEN);
}

/*
 * What a wording that is no benefit elsewhere offers here:
 * "medical, vision and life insurance" beside "a vision and
 * strategy", "Equity in the firm" at the head of an
 * item beside "equity in lending"; 0 where nothing.
 */
static uint32_t
hidden_benefit(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];
	const uint32_t care = BENEFIT_HEALTH | BENEFIT_DENTAL;

	if (token_is(doc, mark->from, "vision"))
	{
		if ((mark > marks->items && mark[-1].entry->value != CUE_NONE &&
			 1u << mark[-1].entry->value & care && are_listed(doc, mark - 1, mark)) ||
			(mark + 1 < marks->items + marks->count && mark[1].entry->value != CUE_NONE &&
			 1u << mark[1].entry->value & care && mark[1].from == mark->to))
			return BENEFIT_VISION;
	}
	else if (token_is(doc, mark->from, "life"))
	{
		/* "medical, dental, life and 401k" beside "dental health for life" */
		if (mark > marks->items && mark[-1].entry->value != CUE_NONE &&
			1u << mark[-1].entry->value & (care | BENEFIT_VISION) && mark->from > mark[-1].to &&
			are_listed(doc, mark - 1, mark) && ends_item(doc, mark->to))
			return BENEFIT_INSURANCE;
	}
	else if (token_is(doc, mark->from, "equity") && token_is(doc, mark->to - 1, "in") &&
			 doc->tokens[mark->from].zone == ZONE_BENEFITS && doc_starts_clause(doc, mark->from))
		return BENEFIT_EQUITY;
	return 0;
}

/* Whether a reason only says that too little speaks for a mark. */
static bool
is_doubt(const char *reason)
{
	return reason != NULL &&
		   (strcmp(reason, "not offered") == 0 || strcmp(reason, "an ordinary word here") == 0);
}

/* Whether somebody is asked to know, sell or care for what a list names. */
static bool
is_work(const Doc *doc, Range range)
{
	Range		clause = doc_clause(doc, range.from);

	return range_has(doc, reach_back(clause, range.from, 12),
					 range.to + 6 < doc->n_tokens ? range.to + 6 : range.to, WORDS_BENEFITS_WORK);
}

/* Kinds of benefits but one in a stretch, as bits. */
static uint32_t
kinds_in(const Doc *doc, uint32_t from, uint32_t to, uint32_t but)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];
	uint32_t	kinds = 0;

	for (const Mark *mark = mark_from(doc, KIND_BENEFITS, from);
		 mark != NULL && mark < marks->items + marks->count && mark->from < to; mark++)
		if (mark->entry->value != CUE_NONE && mark->entry->value != but)
			kinds |= 1u << mark->entry->value;
	return kinds;
}

/* Signs for as many as there are of something: one for each step up to the most. */
static uint64_t
count_signs(uint32_t n, uint32_t least, uint32_t most, BenefitSign first)
{
	uint64_t	signs = 0;

	for (uint32_t k = least; k <= most && k <= n; k++)
		signs |= SIGN(first + k - least);
	return signs;
}

/* The signs of the line of a mark and of those around it. */
static uint64_t
line_signs(const Doc *doc, const Mark *mark)
{
	uint32_t	number = doc->tokens[mark->from].line;
	const Line *line = &doc->lines[number];
	uint32_t	around = 0;
	uint32_t	kinds = kinds_in(doc, line->first, line->last, mark->entry->value);
	uint64_t	signs = count_signs((uint32_t) __builtin_popcount(kinds), 1, 3, BENEFIT_LINE);

	for (uint32_t k = number > 2 ? number - 2 : 0; k <= number + 2 && k < doc->n_lines; k++)
		around += k != number &&
				  kinds_in(doc, doc->lines[k].first, doc->lines[k].last, mark->entry->value) != 0;
	signs |= count_signs(around, 1, 2, BENEFIT_LINES);
	signs |= line->words <= 3 ? SIGN(BENEFIT_WORDS_3) : 0;
	signs |= line->words <= 6 ? SIGN(BENEFIT_WORDS_6) : 0;
	signs |= line->words <= 10 ? SIGN(BENEFIT_WORDS_10) : 0;
	signs |= line->words > 20 ? SIGN(BENEFIT_WORDS_MORE_20) : 0;
	signs |= line->words > 60 ? SIGN(BENEFIT_WORDS_MORE_60) : 0;
	return signs | (line->flags & LINE_BULLET ? SIGN(BENEFIT_BULLET) : 0);
}

/* The sign of a zone, 0 for most. */
static uint64_t
zone_sign(uint8_t zone)
{
	return zone == ZONE_BENEFITS                         ? SIGN(BENEFIT_ZONE)
		   : is_asking_zone(zone) || zone == ZONE_DUTIES ? SIGN(BENEFIT_ZONE_ASKED)
		   : zone == ZONE_PAY                            ? SIGN(BENEFIT_ZONE_PAY)
		   : zone == ZONE_LEGAL                          ? SIGN(BENEFIT_ZONE_LEGAL)
		   : zone == ZONE_COMPANY                        ? SIGN(BENEFIT_ZONE_COMPANY)
														 : 0;
}

/* What speaks for and against a mark that stands in a list of so many kinds. */
static uint64_t
benefit_signs(const Doc *doc, const Mark *mark, uint32_t listed)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, REACH_PERSON);
	uint32_t	to = reach_on(clause, mark->to, REACH_PERSON);
	uint64_t	signs = zone_sign(doc->tokens[mark->from].zone) | line_signs(doc, mark);

	signs |= mark->to - mark->from > 1 ? SIGN(BENEFIT_SEVERAL_WORDS) : 0;
	signs |= is_promised(doc, mark) ? SIGN(BENEFIT_IS_PROMISED) : 0;
	signs |= is_added(doc, mark) ? SIGN(BENEFIT_IS_ADDED) : 0;
	signs |= is_plain(doc, mark) ? SIGN(BENEFIT_IS_PLAIN) : 0;
	signs |= offers(doc, clause) ? SIGN(BENEFIT_CLAUSE_OFFERS) : 0;
	signs |= clause.from > 0 && offers(doc, doc_clause(doc, clause.from - 1))
				 ? SIGN(BENEFIT_CLAUSE_BEFORE_OFFERS)
				 : 0;
	signs |= is_work(doc, (Range) {mark->from, mark->to}) ? SIGN(BENEFIT_OF_WORK) : 0;
	signs |= range_has(doc, from, to, WORDS_BENEFITS_YOU) ? SIGN(BENEFIT_OF_YOU) : 0;
	signs |= range_has(doc, from, to, WORDS_BENEFITS_WE) ? SIGN(BENEFIT_OF_US) : 0;
	signs |= mark->from == clause.from ? SIGN(BENEFIT_STARTS) : 0;
	signs |= mark->to >= clause.to ? SIGN(BENEFIT_ENDS) : 0;
	signs |= mark->from > clause.from && doc->tokens[mark->from - 1].kind == TOKEN_NUMBER
				 ? SIGN(BENEFIT_COUNTED)
				 : 0;
	signs |= doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER ? SIGN(BENEFIT_UPPER) : 0;
	signs |= doc_is_foreign(doc) ? SIGN(BENEFIT_FOREIGN) : 0;
	signs |= count_signs(count_near(doc, mark, 30, false), 1, 3, BENEFIT_NEAR);
	signs |= count_signs(count_near(doc, mark, 30, true), 1, 3, BENEFIT_STRONG);
	signs |= count_signs(listed, 2, 4, BENEFIT_LISTED_TWO);
	signs |= (uint64_t) mark->from * 3 > doc->n_tokens ? SIGN(BENEFIT_LATE) : 0;
	signs |= (uint64_t) mark->from * 3 > (uint64_t) doc->n_tokens * 2 ? SIGN(BENEFIT_LAST) : 0;
	return signs;
}

/* Whether a mark of which no rule is sure is offered, by what its signs weigh. */
static bool
is_likely(const Doc *doc, const Mark *mark, uint32_t listed)
{
	const int	weak = (mark->entry->flags & ENTRY_WEAK) != 0;

	return kind_weights[mark->entry->value][weak] +
			   sum_of_bits(benefit_signs(doc, mark, listed), &benefit_weights[0][weak], 2) >=
		   BENEFIT_ENOUGH;
}

/*
 * Accepts what stands in a list with benefits that are offered,
 * and a list of three kinds: "medical, dental and vision";
 * notes how many kinds stand in the list of each mark.
 */
static void
accept_lists(const Doc *doc, const char **reasons, uint8_t *listed)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];

	for (uint32_t k = 0; k < marks->count;)
	{
		uint32_t	end = k + 1;
		uint32_t	kinds = 0;
		bool		offered = false;
		int			n = 0;

		while (end < marks->count && are_listed(doc, &marks->items[end - 1], &marks->items[end]))
			end++;
		for (uint32_t i = k; i < end; i++)
			if (marks->items[i].entry->value != CUE_NONE)
			{
				offered |= reasons[i] == NULL;
				if (reasons[i] == NULL || is_doubt(reasons[i]))
					kinds |= 1u << marks->items[i].entry->value;
			}
			else
				kinds |= hidden_benefit(doc, &marks->items[i]);
		for (; kinds; kinds &= kinds - 1)
			n++;
		for (uint32_t i = k; i < end; i++)
			listed[i] = (uint8_t) n;
		if (end > k + 1 &&
			(offered ||
			 (n >= 3 && !is_work(doc, (Range) {marks->items[k].from, marks->items[end - 1].to}))))
			for (uint32_t i = k; i < end; i++)
				if (is_doubt(reasons[i]) && (!token_is(doc, marks->items[i].from, "super") ||
											 strcmp(doc->country, "AU") == 0))
					reasons[i] = NULL;
		k = end;
	}
}

/*
 * Whether the signs of a mark decide: no rule is sure of it, and it is not what the employer sells.
 */
static bool
is_open(const Doc *doc, const Mark *mark, const char *reason)
{
	return is_doubt(reason) && !is_sold(doc, mark);
}

/* Weighs what no rule is sure of, where nothing else offers the same. */
static void
weigh_doubts(const Doc *doc, const char **reasons, const uint8_t *listed)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];
	uint32_t	offered = doc->posting->benefits;

	for (uint32_t i = 0; i < marks->count; i++)
		if (reasons[i] == NULL)
			offered |= 1u << marks->items[i].entry->value;
	for (uint32_t i = 0; i < marks->count; i++)
		if (is_open(doc, &marks->items[i], reasons[i]) &&
			!(offered >> marks->items[i].entry->value & 1) &&
			is_likely(doc, &marks->items[i], listed[i]))
			reasons[i] = NULL;
}

/* Takes dental care from what is one wording of health: "health and dental coverage". */
static void
read_dental(Doc *doc, const Mark *mark)
{
	for (uint32_t k = mark->from + 1; k < mark->to; k++)
		if (token_is(doc, k, "dental"))
		{
			doc->posting->benefits |= BENEFIT_DENTAL;
			doc_fact(doc, FIELD_BENEFITS, (Range) {k, k + 1}, "benefit.text", NULL,
					 str_of("dental"));
		}
}

/* Reads the benefits. */
static void
read_benefits(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_BENEFITS];
	const char **reasons;
	uint8_t    *listed;

	if (marks->count > 0)
	{
		listed = arena_zero(doc->arena, marks->count);
		reasons = arena_alloc(doc->arena, marks->count * sizeof(char *));
		for (uint32_t i = 0; i < marks->count; i++)
			reasons[i] = marks->items[i].entry->value == CUE_NONE
							 ? "another thing"
							 : benefit_reason(doc, &marks->items[i]);
		accept_lists(doc, reasons, listed);
		weigh_doubts(doc, reasons, listed);
		for (uint32_t i = 0; i < marks->count; i++)
		{
			const Mark *mark = &marks->items[i];

			if (mark->entry->value == CUE_NONE)
			{
				uint32_t	hidden = hidden_benefit(doc, mark);

				doc->posting->benefits |= hidden;
				if (hidden != 0)
					doc_fact(doc, FIELD_BENEFITS, (Range) {mark->from, mark->from + 1},
							 "benefit.text", NULL,
							 str_of(posting_benefit_names[__builtin_ctz(hidden)]));
				continue;
			}
			if (reasons[i] == NULL)
				doc->posting->benefits |= 1u << mark->entry->value;
			if (reasons[i] == NULL && 1u << mark->entry->value == BENEFIT_HEALTH)
				read_dental(doc, mark);
			doc_fact(doc, FIELD_BENEFITS, (Range) {mark->from, mark->to},
					 doc->tokens[mark->from].zone == ZONE_BENEFITS ? "benefit.section"
																   : "benefit.text",
					 reasons[i], str_of(posting_benefit_names[mark->entry->value]));
		}
	}
	read_plans(doc);
}

/* The answer behind the label of a visa: "Visa sponsorship: no". */
static Visa
labelled_visa(const Doc *doc, Range *at)
{
	for (uint32_t k = 0; k < doc->labels.count; k++)
	{
		const LabelValue *l = &doc->labels.items[k];
		uint32_t	to = l->value.to < l->value.from + 3 ? l->value.to : l->value.from + 3;

		*at = (Range) {l->name.from, to};
		if (l->label != LABEL_VISA || l->value.from >= l->value.to ||
			doc->tokens[l->name.from].zone == ZONE_NOISE ||
			!range_has(doc, l->name.from, l->name.to, WORDS_VISA_WORDS))
			continue;
		if (range_has(doc, l->value.from, to, WORDS_VISA_NO))
			return VISA_NO;
		if (range_has(doc, l->value.from, to, WORDS_VISA_YES))
			return VISA_YES;
	}
	return VISA_NONE;
}

/*
 * Whether a mark of a visa's sponsorship is denied or only
 * asked about: "we do not offer", "will you require".
 */
static bool
is_denied_visa(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	return word_before(doc, clause, mark->from, 7, WORDS_VISA_DENIED) ||
		   word_after(doc, clause, mark->to, 8, WORDS_VISA_DENIED_BEHIND);
}

/* Whether a clause only asks whether a visa is needed. */
static bool
is_question(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	return range_has(doc, clause.from, mark->from, WORDS_BENEFITS_QUESTION) ||
		(clause.to > clause.from && token_punct(doc, clause.to - 1, '?'));
}

/*
 * Whether a weak wording for a visa's sponsorship says that
 * there is one: "H1B OK", a segment "| Visa sponsorship |".
 */
static bool
is_offered_visa(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	if (doc->tokens[mark->from].zone == ZONE_BENEFITS || offers(doc, clause) ||
		word_after(doc, clause, mark->to, 8, WORDS_VISA_WELCOME))
		return true;
	return mark->from > 0 && token_punct(doc, mark->from - 1, '|') &&
		   (mark->to >= clause.to || token_punct(doc, mark->to, '|') ||
			doc->tokens[mark->to].line != doc->tokens[mark->from].line);
}

/* Whether a clause that holds the bare word "sponsorship" denies that of a work permit. */
static bool
denies_permit(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 20);
	uint32_t	to = reach_on(clause, mark->to, 12);

	return is_denied_visa(doc, mark) && range_has(doc, from, to, WORDS_VISA_PERMIT);
}

/* Reads whether a visa is sponsored. */
static void
read_visa(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_VISA];
	Range		at;
	Visa		visa = labelled_visa(doc, &at);
	const char *rule = "visa.label";

	for (uint32_t i = 0; visa == VISA_NONE && i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;
		bool		denied;

		if (doc->tokens[mark->from].zone == ZONE_NOISE || mark->entry->value == CUE_NONE)
			continue;
		if (weak && mark->entry->value == VISA_NO && !denies_permit(doc, mark))
			continue;
		denied = mark->entry->value == VISA_YES && is_denied_visa(doc, mark);
		/* "H1B sponsorship is not possible": what follows says it better */
		if (weak && denied && mark + 1 < marks->items + marks->count && mark[1].from < mark->to + 3)
			continue;
		at = (Range) {mark->from, mark->to};
		rule = denied ? "visa.denied" : "visa.statement";
		if (!denied && mark->entry->value == VISA_YES &&
			(is_question(doc, mark) || (weak && !is_offered_visa(doc, mark))))
			doc_fact(doc, FIELD_VISA_SPONSORSHIP, at, rule, "no statement", str_of("true"));
		else
			visa = denied ? VISA_NO : (Visa) mark->entry->value;
	}
	if (visa == VISA_NONE)
		return;
	doc->posting->visa_sponsorship = visa;
	doc_fact(doc, FIELD_VISA_SPONSORSHIP, at, rule, NULL,
			 str_of(visa == VISA_YES ? "true" : "false"));
}

/* Reads benefits and visa sponsorship. */
void
extract_benefits(Doc *doc)
{
	read_benefits(doc);
	read_visa(doc);
}
