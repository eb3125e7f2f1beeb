/*
 * employment.c
 *		The employment type: full-time, part-time, contractor, temporary, intern,
 *		volunteer, per diem.
 */
#include "terms.h"

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
	doc_find_names(doc);
	for (uint32_t k = 0; k < doc->names.count && to == 0; k++)
	{
		const Mark *mark = doc->names.items[k].mark;

		if (doc->names.items[k].labels >> LABEL_DURATION & 1 &&
			token_is(doc, mark->from, "duration") &&
			!is_foreign_zone(doc->tokens[mark->from].zone) &&
			follows_name(doc, LABEL_DURATION, mark->to))
		{
			from = mark->to;
			to = length_at(doc, from);
		}
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
 * Whether a span of time may follow a number: most figures are
 * followed by another word, and by no sign that goes on with them.
 */
static bool
may_be_length(const Doc *doc, uint32_t i)
{
	const Token *next = &doc->tokens[i + 1];

	return !counts_nothing(doc, i) &&
		   (doc->tokens[i].kind != TOKEN_NUMBER || next->kind != TOKEN_WORD ||
			token_in(doc, i + 1, WORDS_EMPLOYMENT_SPANS) ||
			token_in(doc, i + 1, WORDS_EXPERIENCE_MONTH) ||
			token_in(doc, i + 1, WORDS_EXPERIENCE_YEAR));
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

		if (!may_be_length(doc, i) || is_foreign_zone(doc->tokens[i].zone) ||
			!read_count(doc, i, &count, &to) ||
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
