/*
 * pay_words.c
 *		Pay told in words ("competitive", a grade, masked figures), and how many
 *		times a year it is paid.
 */
#include "pay_candidate.h"

/* Whether masked figures ("£****", "GBP **** per annum") or a grade ("GS-07") stand for the pay. */
static bool
has_masked_pay(const Doc *doc)
{
	for (uint32_t i = 0; i + 2 < doc->n_tokens; i++)
	{
		if (token_punct(doc, i, '*') && token_punct(doc, i + 1, '*') && token_punct(doc, i + 2, '*') &&
			(mark_before(doc, KIND_CURRENCY, i) != NULL || mark_at(doc, KIND_PERIOD, i + 4) != NULL))
			return true;
		if ((token_is(doc, i, "gs") || token_is(doc, i, "gg") || token_is(doc, i, "fp") || token_is(doc, i, "fsn")) &&
			doc->tokens[i].shape & SHAPE_HAS_UPPER && doc->tokens[i].len >= 2 && !(doc->tokens[i].shape & SHAPE_HAS_LOWER) &&
			(doc->tokens[i + 1].kind == TOKEN_NUMBER || (token_punct(doc, i + 1, '-') && doc->tokens[i + 2].kind == TOKEN_NUMBER &&
														  doc->tokens[i + 2].len <= 2)))
			return true;
	}
	return false;
}

/* "attractive base salary", "fair pay": praise right before a word for pay; the range of both, or an empty one. */
static Range
praised_pay(const Doc *doc)
{
	const Marks *cues = &doc->marks[KIND_PAY_CUE];

	for (uint32_t i = 0; i < cues->count; i++)
	{
		const Mark *cue = &cues->items[i];
		uint8_t		zone = doc->tokens[cue->from].zone;

		if (zone == ZONE_NOISE || zone == ZONE_LEGAL || cue->entry->flags & ENTRY_WEAK)
			continue;
		/* "fair work and pay" praises the work */
		if (cue->from > 1 && token_in(doc, cue->from - 1, WORDS_PAY_CONJUNCTIONS) && !token_in(doc, cue->from - 2, WORDS_PAY_PRAISE))
			continue;
		for (uint32_t k = cue->from; k > 0 && cue->from - k < 3 && doc->tokens[k].gap <= GAP_SPACE; k--)
			if (token_in(doc, k - 1, WORDS_PAY_PRAISE))
				return (Range) {k - 1, cue->to};
	}
	return (Range) {0, 0};
}

/* Whether a label for pay stands over words instead of an amount. */
static bool
has_worded_label(const Doc *doc)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
		if (doc->labels.items[i].label == LABEL_SALARY && doc->labels.items[i].value.to > doc->labels.items[i].value.from + 1 &&
			doc->tokens[doc->labels.items[i].value.from].zone != ZONE_NOISE)
			return true;
	return false;
}

/* Tells stated pay, pay in words and silence apart. */
void
pay_in_words(Doc *doc)
{
	Posting    *posting = doc->posting;
	const Marks *words = &doc->marks[KIND_PAY_WORDS];

	for (uint32_t i = 0; i < posting->n_pays; i++)
		if (posting->pays[i].kind <= PAY_OTE)
			posting->pay_statement = PAY_STATED;
	for (uint32_t i = 0; i < words->count; i++)
	{
		const Mark *mark = &words->items[i];
		uint8_t		zone = doc->tokens[mark->from].zone;

		if (zone == ZONE_NOISE || zone == ZONE_LEGAL || mark->entry->value == CUE_NONE)
			continue;
		if (mark->entry->flags & ENTRY_WEAK)
		{
			Candidate	c = {.at = {mark->from, mark->to}, .clause = doc_clause(doc, mark->from)};

			if (!pay_has_cue(doc, KIND_PAY_CUE, &c, 6, 6) && zone != ZONE_PAY)
				continue;
		}
		posting->pay_words = str_of(posting_pay_words_names[mark->entry->value]);
		if (posting->pay_statement == PAY_ABSENT)
			posting->pay_statement = PAY_WORDS;
		doc_fact(doc, FIELD_PAY_STATEMENT, (Range) {mark->from, mark->to}, "words.cue", NULL, posting->pay_words);
		return;
	}
	{
		Range		praised = praised_pay(doc);

		if (praised.from < praised.to)
		{
			posting->pay_words = str_of(posting_pay_words_names[PAY_WORDS_COMPETITIVE]);
			doc_fact(doc, FIELD_PAY_STATEMENT, praised, "words.praise", NULL, posting->pay_words);
		}
		if (posting->pay_statement == PAY_ABSENT && (praised.from < praised.to || has_masked_pay(doc) || has_worded_label(doc)))
			posting->pay_statement = PAY_WORDS;
	}
}

/* "14 Monatsgehälter", "13th salary", "14 pagas": payments a year. */
uint8_t
pay_payments(const Doc *doc)
{
	static const char *const words[] = {
		"monatsgehälter", "monatsgehältern", "monatsgehalt", "gehälter", "gehältern",
		"pagas", "mensualités", "mensilità", "salary", "salaries", "salaire", "maand",
		"mois", "monatslöhne", "monatslohn", "salário", "month", NULL
	};

	for (uint32_t i = 0; i + 1 < doc->n_tokens; i++)
		if (doc->tokens[i].kind == TOKEN_NUMBER && doc->tokens[i].len == 2 && (token_is(doc, i, "13") || token_is(doc, i, "14")))
		{
			uint32_t	k = i + 1;

			while (k < doc->n_tokens && k < i + 3 &&
				   (token_punct(doc, k, '.') || token_punct(doc, k, '-') || token_is(doc, k, "th") || token_is(doc, k, "e")))
				k++;
			if (doc->tokens[k < doc->n_tokens ? k : i].kind == TOKEN_WORD)
			{
				char		folded[FOLD_MAX_WORD * 4];
				char		wanted[FOLD_MAX_WORD * 4];
				uint32_t	n = fold_word(token_text(doc, k), doc->tokens[k].len, folded);

				for (const char *const *w = words; *w; w++)
					if (fold_word(*w, (uint32_t) strlen(*w), wanted) == n && memcmp(folded, wanted, n) == 0 &&
						!(token_is(doc, k, "month") && !token_is(doc, k + 1, "salary")))
						return token_is(doc, i, "13") ? 13 : 14;
			}
		}
	return 0;
}
