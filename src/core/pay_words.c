/*
 * pay_words.c
 *		Pay told in words ("competitive", a grade), and how many
 *		times a year it is paid.
 */
#include "pay_candidate.h"

/* Whether a cue for pay is a package of something else: "benefits package". */
static bool
is_other_package(const Doc *doc, const Mark *cue)
{
	return cue->from > 0 &&
		   (token_is(doc, cue->from, "package") || token_is(doc, cue->from, "packages")) &&
		   token_in(doc, cue->from - 1, WORDS_PAY_OTHER_PACKAGES);
}

/* Whether a word for pay stands near a mark, in its clause. */
static bool
is_near_pay(const Doc *doc, Range at, uint32_t before, uint32_t after)
{
	const Marks *cues = &doc->marks[KIND_PAY_CUE];
	Range		clause = doc_clause(doc, at.from);
	const Mark *cue = mark_from(doc, KIND_PAY_CUE, reach_back(clause, at.from, before));

	for (; cue != NULL && cue < cues->items + cues->count && cue->from < at.to + after &&
		   cue->from < clause.to;
		 cue++)
		if (!is_other_package(doc, cue))
			return true;
	return false;
}

/*
 * Whether a wording that is also said of other things speaks of
 * pay here: "salary depends on …" has its subject before it.
 */
static bool
is_said_of_pay(const Doc *doc, const Mark *mark)
{
	Range		at = {mark->from, mark->to};

	if (token_is(doc, at.to - 1, "on") || token_is(doc, at.to - 1, "upon") ||
		token_is(doc, at.to - 1, "by"))
		return doc->tokens[at.from].zone == ZONE_PAY || is_near_pay(doc, at, 8, 0);
	/* "earn a competitive bonus", "competitive benefits" */
	if (token_in(doc, at.to, WORDS_PAY_OTHER_PACKAGES) && !pay_adds(doc, at.to + 1, at.to + 2))
		return false;
	/* "quality is non-negotiable" */
	if (at.from > 1 && token_punct(doc, at.from - 1, '-') && token_is(doc, at.from - 2, "non"))
		return false;
	return doc->tokens[at.from].zone == ZONE_PAY || is_near_pay(doc, at, 6, 6) ||
		   mark_before(doc, KIND_CURRENCY, at.from) != NULL;
}

/*
 * Whether the grade that begins at a token ("GS-07", "FP 9")
 * stands for the pay, rather than for a level of experience.
 */
static bool
is_pay_grade(const Doc *doc, uint32_t i)
{
	uint32_t	number = token_punct(doc, i + 1, '-') ? i + 2 : i + 1;

	return token_in(doc, i, WORDS_PAY_GRADES) && !(doc->tokens[i].shape & SHAPE_HAS_LOWER) &&
		   number < doc->n_tokens && doc->tokens[number].kind == TOKEN_NUMBER &&
		   doc->tokens[number].len <= 2 &&
		   (doc_in_label(doc, LABEL_SALARY, i) || doc->tokens[i].zone == ZONE_PAY ||
			is_near_pay(doc, (Range) {i, i + 1}, 12, 0));
}

/* Whether the name of a grade follows a word for pay: "Salary Level HEW 8", "pay grade: 12". */
static bool
is_graded(const Doc *doc, const Mark *cue)
{
	uint32_t i = cue->to - cue->from > 1 && token_in(doc, cue->to - 1, WORDS_PAY_STEP) ? cue->to - 1
																					   : cue->to;

	if (!token_in(doc, i, WORDS_PAY_STEP) || doc->tokens[i].gap > GAP_SPACE)
		return false;
	i += token_punct(doc, i + 1, ':') ? 2 : 1;
	if (i < doc->n_tokens && doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len <= 4 &&
		!(doc->tokens[i].shape & SHAPE_HAS_LOWER))
		i++;
	return i < doc->n_tokens && doc->tokens[i].kind == TOKEN_NUMBER && doc->tokens[i].len <= 2 &&
		   doc->tokens[i].gap <= GAP_SPACE;
}

/* A grade that stands for the pay; an empty range where none does. Masked figures say nothing. */
static Range
graded_pay(const Doc *doc)
{
	const Marks *cues = &doc->marks[KIND_PAY_CUE];

	for (uint32_t i = 0; i < cues->count; i++)
		if (is_graded(doc, &cues->items[i]))
			return (Range) {cues->items[i].from, cues->items[i].to + 1};
	for (const Spot *spot = NULL;
		 (spot = next_spot(doc, spot, LIST_BIT(WORDS_PAY_GRADES))) != NULL;)
		if (spot->at + 2 < doc->n_tokens && is_pay_grade(doc, spot->at))
			return (Range) {spot->at, spot->at + 3};
	return (Range) {0, 0};
}

/*
 * "attractive base salary", "fair pay": praise right before
 * a word for pay; the range of both, or an empty one.
 */
static Range
praised_pay(const Doc *doc)
{
	const Marks *cues = &doc->marks[KIND_PAY_CUE];

	for (uint32_t i = 0; i < cues->count; i++)
	{
		const Mark *cue = &cues->items[i];
		uint32_t	reach;

		if (doc->tokens[cue->from].zone == ZONE_NOISE || cue->entry->flags & ENTRY_WEAK ||
			is_other_package(doc, cue))
			continue;
		/* "generous paid vacation" praises the vacation */
		if (cue->to == cue->from + 1 && token_is(doc, cue->from, "paid"))
			continue;
		/* "fair work and pay" praises the work */
		if (cue->from > 1 && token_in(doc, cue->from - 1, WORDS_PAY_CONJUNCTIONS) &&
			!token_in(doc, cue->from - 2, WORDS_PAY_PRAISE))
			continue;
		/* "a good technical base" is no pay, nor is "on top of your base" */
		reach = token_is(doc, cue->from, "base") ? 1 : 3;
		for (uint32_t k = cue->from; k > 0 && cue->from - k < reach &&
									 doc->tokens[k].gap <= GAP_SPACE && !token_is(doc, k, "of");
			 k--)
			if (token_in(doc, k - 1, WORDS_PAY_PRAISE))
				return (Range) {k - 1, cue->to};
	}
	return (Range) {0, 0};
}

/* Whether a label for pay stands over words instead of an amount; "not specified" says nothing. */
static bool
has_worded_label(const Doc *doc)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *label = &doc->labels.items[i];

		if (pay_is_label(doc, label) && label->value.to > label->value.from + 1 &&
			doc->tokens[label->value.from].zone != ZONE_NOISE &&
			!range_has(doc, label->value.from,
					   label->value.from + 3 < label->value.to ? label->value.from + 3
															   : label->value.to,
					   WORDS_PAY_UNSPECIFIED))
			return true;
	}
	return false;
}

/* Tells stated pay, pay in words and silence apart. */
void
pay_in_words(Doc *doc)
{
	Posting    *posting = doc->posting;
	const Marks *words = &doc->marks[KIND_PAY_WORDS];
	Range		at;

	for (uint32_t i = 0; i < posting->n_pays; i++)
		if (posting->pays[i].kind <= PAY_OTE)
			posting->pay_statement = PAY_STATED;
	for (uint32_t i = 0; i < words->count; i++)
	{
		const Mark *mark = &words->items[i];
		uint8_t		zone = doc->tokens[mark->from].zone;

		if (zone == ZONE_NOISE || mark->entry->value == CUE_NONE)
			continue;
		if (mark->entry->flags & ENTRY_WEAK && (zone == ZONE_LEGAL || !is_said_of_pay(doc, mark)))
			continue;
		posting->pay_words = str_of(posting_pay_words_names[mark->entry->value]);
		if (posting->pay_statement == PAY_ABSENT)
			posting->pay_statement = PAY_WORDS;
		doc_fact(doc, FIELD_PAY_STATEMENT, (Range) {mark->from, mark->to}, "words.cue", NULL,
				 posting->pay_words);
		return;
	}
	at = praised_pay(doc);
	if (at.from < at.to)
	{
		posting->pay_words = str_of(posting_pay_words_names[PAY_WORDS_COMPETITIVE]);
		doc_fact(doc, FIELD_PAY_STATEMENT, at, "words.praise", NULL, posting->pay_words);
	}
	else if (posting->pay_statement == PAY_ABSENT)
	{
		at = graded_pay(doc);
		if (at.from < at.to)
			doc_fact(doc, FIELD_PAY_STATEMENT, at, "words.grade", NULL, range_text(doc, at));
	}
	if (posting->pay_statement == PAY_ABSENT && (at.from < at.to || has_worded_label(doc)))
		posting->pay_statement = PAY_WORDS;
}

/* "14 Monatsgehälter", "13th salary", "14 pagas": payments a year. */
uint8_t
pay_payments(const Doc *doc)
{
	for (uint32_t at = 0; at < doc->n_numbers; at++)
	{
		uint32_t	i = doc->numbers[at],
					k = i + 1;

		if (!token_is(doc, i, "13") && !token_is(doc, i, "14"))
			continue;
		while (k < i + 3 && (token_punct(doc, k, '.') || token_punct(doc, k, '-') ||
							 token_is(doc, k, "th") || token_is(doc, k, "e")))
			k++;
		if (token_in(doc, k, WORDS_PAY_PAYMENTS) &&
			!(token_is(doc, k, "month") && !token_is(doc, k + 1, "salary")))
			return token_is(doc, i, "13") ? 13 : 14;
	}
	return 0;
}
