/*
 * pay_judge.c
 *		Whether an amount is pay for this job: cues for it, cues against it, and
 *		amounts that no job pays.
 */
#include "pay_candidate.h"

/* How far before an amount a word for pay counts, in tokens. */
#define REACH_CUE		14

/* How far before an amount a reward for referring others counts, in tokens. */
#define REACH_REFERRAL	16

/* Said to be pay, so little a year is enough: a few hours' work; in 1/100. */
#define LEAST_YEAR		(600 * PAY_UNIT / 100)

/* So many tokens of a posting are its header, where an amount alone is pay. */
#define HEADER			25

const char	PAY_NO_SIGN[] = "no sign of pay";

/* Whether a cue of a kind stands within reach in the clause or in the line above. */
bool
pay_has_cue(const Doc *doc, EntryKind kind, const Candidate *c, uint32_t before, uint32_t after)
{
	uint32_t	from = c->at.from > before ? c->at.from - before : 0;
	const Mark *mark = mark_from(doc, kind, from > c->clause.from ? from : c->clause.from);

	return mark != NULL && mark->from < c->at.to + after && mark->from < c->clause.to;
}

/*
 * A word for a reward for referring others, earlier in
 * the clause; its amounts need not stand beside it.
 */
static const Mark *
find_referral(const Doc *doc, const Candidate *c)
{
	uint32_t	from = c->at.from > REACH_REFERRAL ? c->at.from - REACH_REFERRAL : 0;
	const Mark *mark = mark_from(doc, KIND_NOT_PAY, from > c->clause.from ? from : c->clause.from);
	const Mark *end = doc->marks[KIND_NOT_PAY].items + doc->marks[KIND_NOT_PAY].count;

	for (; mark != NULL && mark < end && mark->to <= c->at.from; mark++)
		if (mark->entry->value == NOT_PAY_REFERRAL)
			return mark;
	return NULL;
}

/*
 * Whether a bracket closes between a benefit and pay
 * behind it: "Hybrid with travel (London) up to £60,000".
 */
static bool
is_bracketed_off(const Doc *doc, const Candidate *c, const Mark *mark)
{
	if (mark->entry->value != NOT_PAY_BENEFIT || !c->sign || c->large || pay_top(&c->pay) < K(15))
		return false;
	for (uint32_t i = mark->to; i < c->at.from; i++)
		if (token_punct(doc, i, ')'))
			return true;
	return false;
}

/* The cue against pay that is nearest, or NULL. */
static const Mark *
find_not_pay(const Doc *doc, const Candidate *c)
{
	uint32_t	from = c->at.from > 8 ? c->at.from - 8 : 0;
	const Mark *mark = mark_from(doc, KIND_NOT_PAY, from > c->clause.from ? from : c->clause.from);
	const Mark *end = doc->marks[KIND_NOT_PAY].items + doc->marks[KIND_NOT_PAY].count;

	for (; mark != NULL && mark < end && mark->from < c->at.to + 6 && mark->from < c->clause.to;
		 mark++)
	{
		bool		after = mark->from >= c->at.to;

		if (mark->entry->value == CUE_NONE)
			continue;
		/* a colon parts what is counted from the pay: "for our clients: £400 a day" */
		if (mark->entry->value == NOT_PAY_COUNT && c->sign && mark->to < c->at.from &&
			token_punct(doc, mark->to, ':'))
			continue;
		if (mark->to <= c->at.from && is_bracketed_off(doc, c, mark))
			continue;
		if (mark->to > c->at.from && mark->from < c->at.to)
			return mark;
		if (after ? pay_is_near(doc, c->at.to, mark->from) : pay_is_near(doc, mark->to, c->at.from))
		{
			if (mark->entry->flags & ENTRY_WEAK &&
				(after ? mark->from > c->at.to + 2 : mark->to + 2 < c->at.from))
				continue;
			/* "$60k plus 401(k)", "$90,000 + bonus, tuition": what comes on top says nothing */
			if (after)
			{
				bool on_top =
					c->range && c->pay.min >= K(15) && mark->entry->value == NOT_PAY_BENEFIT;

				for (uint32_t i = c->at.to; i < mark->from; i++)
					on_top |= token_is(doc, i, "plus") || token_punct(doc, i, '+') ||
							  token_punct(doc, i, ',') || token_is(doc, i, "and") ||
							  token_punct(doc, i, ')') || token_is(doc, i, "with") ||
							  token_punct(doc, i, '-');
				if (on_top)
					continue;
			}
			return mark;
		}
	}
	return find_referral(doc, c);
}

/* Whether a line holds hardly more than the amount itself. */
static bool
stands_alone(const Doc *doc, const Candidate *c)
{
	const Line *line = &doc->lines[doc->tokens[c->at.from].line];

	return line->words <= (c->at.to - c->at.from) + 6;
}

/*
 * Whether a sign parts an amount from what stands
 * before it, as in a header: "Berlin | REMOTE | $110k".
 */
static bool
is_set_off(const Doc *doc, const Candidate *c)
{
	static const char signs[] = "|-(,;*";

	return c->at.from == 0 || doc->tokens[c->at.from].gap >= GAP_LINE ||
		   (doc->tokens[c->at.from - 1].kind == TOKEN_PUNCT &&
			strchr(signs, doc->tokens[c->at.from - 1].chr) != NULL);
}

/* Whether the clause speaks of insurance, deductibles, a cap: no amount in it is pay. */
static bool
is_insured(const Doc *doc, const Candidate *c)
{
	if (c->range && (c->pay.period_stated || c->pay.min >= K(15)))
		return false;
	for (uint32_t i = c->clause.from;
		 i < c->clause.to && !(i >= c->at.to && token_punct(doc, i, '|')); i++)
		if (i + 24 > c->at.from && i < c->at.to + 12 && (i < c->at.from || i >= c->at.to) &&
			(token_in(doc, i, WORDS_PAY_INSURED) ||
			 (token_is(doc, i, "co") && token_punct(doc, i + 1, '-') &&
			  token_is(doc, i + 2, "pay"))))
			return token_is(doc, i, "disability") || !pay_has_cue(doc, KIND_PAY_CUE, c, 3, 0);
	/* "60% of base salary up to $6,000" */
	for (uint32_t i = c->at.from;
		 c->pay.min == PAY_UNBOUNDED && i > c->clause.from && c->at.from - i < 10; i--)
		if (token_punct(doc, i - 1, '%'))
			return true;
	/* "the maximum salary available for the GS pay system is $172,500" */
	for (uint32_t i = c->clause.from; !c->range && i < c->at.from; i++)
		if (token_is(doc, i, "maximum") &&
			(token_is(doc, i + 1, "salary") || token_is(doc, i + 1, "advertised")) &&
			c->at.from - i > 3)
			return true;
	return false;
}

/* Whether an amount is a search filter: "$80,000+ (1,234)" at a line's end. */
static bool
is_facet(const Doc *doc, const Candidate *c)
{
	const Line *line = &doc->lines[doc->tokens[c->at.from].line];
	Number		count;

	return line->last >= c->at.to + 3 && line->last <= c->at.to + 6 &&
		   token_punct(doc, line->last - 1, ')') && token_punct(doc, c->at.to, '(') &&
		   read_number(doc, c->at.to + 1, &count) && count.to == line->last - 1;
}

/*
 * Whether something that comes with pay is added to an amount: "$110K + super", "£50k plus bonus".
 */
static bool
is_topped(const Doc *doc, const Candidate *c)
{
	if (!(c->sign || c->multiplier) || c->large ||
		!(token_punct(doc, c->at.to, '+') || token_is(doc, c->at.to, "plus")))
		return false;
	for (uint32_t i = c->at.to + 1; i < c->at.to + 4 && i < doc->n_tokens; i++)
		if (token_in(doc, i, WORDS_PAY_TOPPED))
			return true;
	return false;
}

/*
 * Whether an amount is what the pay grows to: "increases
 * to $21 after 90 days", "nach 9 Monaten 41.000 €".
 */
static bool
is_later(const Doc *doc, const Candidate *c)
{
	uint32_t	from = c->at.from;

	if (token_in(doc, c->at.to, WORDS_PAY_LATER_NEXT))
		return true;			/* "$45,000 second year" */
	if (c->pay.kind <= PAY_OTE && token_in(doc, c->at.to, WORDS_PAY_LATER_AFTER) &&
		c->at.to + 1 < doc->n_tokens && doc->tokens[c->at.to + 1].kind == TOKEN_NUMBER &&
		token_in(doc, c->at.to + 2, WORDS_PAY_LATER_SPANS))
		return true;			/* "$20/hr after 90 days" */
	if (c->range)
		return false;
	for (uint32_t i = from; i > c->clause.from && from - i < 4; i--)
		if (token_in(doc, i - 1, WORDS_PAY_LATER_GROWTH))
			return true;
	for (uint32_t i = from; i > c->clause.from && from - i < 8; i--)
		if (token_in(doc, i - 1, WORDS_PAY_LATER_YEARS) && i > 1 &&
			(token_in(doc, i - 2, WORDS_PAY_LATER_ORDINALS) ||
			 (i > 2 && token_punct(doc, i - 2, '.') &&
			  token_in(doc, i - 3, WORDS_PAY_LATER_ORDINALS))))
			return true;
	return from >= c->clause.from + 3 && token_in(doc, from - 1, WORDS_PAY_LATER_SPANS) &&
		   doc->tokens[from - 2].kind == TOKEN_NUMBER &&
		   token_in(doc, from - 3, WORDS_PAY_LATER_AFTER);
}

/*
 * Whether bare numbers are years: "for 2017-2024", "effective 2019"; a label's own value is none.
 */
static bool
is_years(const Doc *doc, const Candidate *c)
{
	if (c->multiplier || c->decimals || c->pay.min < 1950 * PAY_UNIT ||
		c->pay.max > 2100 * PAY_UNIT)
		return false;
	return c->range ||
		   (c->at.from > 0 && !token_punct(doc, c->at.from - 1, ':') && c->at.to == c->at.from + 1);
}

/* Whether bare numbers are part of a date or an id: "2022-01-20", "V-40645". */
static bool
is_part_of_id(const Doc *doc, const Candidate *c)
{
	const Token *tokens = doc->tokens;
	uint32_t	from = c->at.from,
				to = c->at.to;

	if (c->multiplier)
		return false;
	if (from > 1 && (token_punct(doc, from - 1, '-') || token_punct(doc, from - 1, '/')) &&
		tokens[from].gap == GAP_NONE && tokens[from - 1].gap == GAP_NONE)
		return true;
	return !c->range && to + 1 < doc->n_tokens &&
		   (token_punct(doc, to, '-') || token_punct(doc, to, '/')) && tokens[to].gap == GAP_NONE &&
		   tokens[to + 1].kind == TOKEN_NUMBER && tokens[to + 1].gap == GAP_NONE;
}

/* Whether a bare number counts steps of a scale: "(Step 10)", "scale 9". */
static bool
is_step(const Doc *doc, const Candidate *c)
{
	return !c->range && !c->multiplier && pay_top(&c->pay) < 1000 * PAY_UNIT && c->at.from > 0 &&
		token_in(doc, c->at.from - 1, WORDS_PAY_STEP);
}

/* How far behind its begin a label's value is pay without a currency, in tokens. */
#define REACH_LABEL		8

/* Whether a label is one for pay; "Refer and earn:" is none. */
bool
pay_is_label(const Doc *doc, const LabelValue *label)
{
	const Mark *reward;

	if (label->label != LABEL_SALARY)
		return false;
	reward = mark_before(doc, KIND_NOT_PAY, label->name.to);
	return reward == NULL || reward->entry->value != NOT_PAY_REFERRAL;
}

/* Whether a label for pay holds the candidate; a bare number must stand at its begin. */
static bool
is_labelled(const Doc *doc, const Candidate *c)
{
	if (!doc_in_label(doc, LABEL_SALARY, c->at.from) || token_punct(doc, c->at.from - 1, '+'))
		return false;
	for (uint32_t n = doc_labels_before(doc, c->at.from); n > 0 && !c->sign; n--)
	{
		const LabelValue *label = &doc->labels.items[n - 1];

		if (label->label != LABEL_SALARY)
			continue;
		for (uint32_t i = label->name.from; i < label->name.to; i++)
			if (token_in(doc, i, WORDS_PAY_LABELLED_GRADES))
				return c->range;
		return c->at.from < label->value.from + REACH_LABEL;
	}
	return true;
}

/*
 * Whether a word for pay ends right before an amount,
 * a colon or a bound between: "SALARY: up to $200".
 */
static bool
is_right_behind(const Doc *doc, const Candidate *c)
{
	uint32_t	i = c->at.from;

	while (i > 0 && (token_punct(doc, i - 1, ':') || token_punct(doc, i - 1, '*')))
		i--;
	return c->sign && i < c->at.from && mark_before(doc, KIND_PAY_CUE, i) != NULL;
}

/* What stands around a candidate. */
static Surroundings
look_around(const Doc *doc, const Candidate *c)
{
	Surroundings around = {doc->tokens[c->at.from].zone, is_labelled(doc, c), false, NULL};
	bool		topped = is_topped(doc, c);

	around.cue = around.label || topped || around.zone == ZONE_PAY ||
				 (c->range && c->multiplier && c->pay.tax != TAX_NONE) ||
				 pay_has_cue(doc, KIND_PAY_CUE, c, REACH_CUE, 6);
	around.not_pay = around.label        ? find_referral(doc, c)
					 : topped && c->sign ? NULL
										 : find_not_pay(doc, c);
	return around;
}

/* What a number is that is no money, NULL where it may be some. */
static const char *
other_number(const Doc *doc, const Candidate *c)
{
	if (c->percent)
		return "a percentage";
	if (pay_top(&c->pay) == 0)
		return "nothing";
	if (c->sign)
		return NULL;
	if (mark_at(doc, KIND_HOURS_PER_WEEK, c->at.to) != NULL ||
		mark_at(doc, KIND_HOURS_PER_WEEK, c->at.to - 1) != NULL ||
		token_in(doc, c->at.to, WORDS_PAY_OTHER_NUMBER_SPANS) ||
		token_in(doc, c->at.to - 1, WORDS_PAY_OTHER_NUMBER_SPANS))
		return "hours of work";
	if (is_part_of_id(doc, c))
		return "part of a date or id";
	if (is_step(doc, c))
		return "a step";
	return is_years(doc, c) ? "years" : NULL;
}

/*
 * Whether a number without a currency is money after all: a label, or a word for pay and a period.
 */
static bool
is_bare_money(const Doc *doc, const Candidate *c, const Surroundings *around)
{
	int64_t		value = pay_top(&c->pay);

	if (c->masked)
		return value <= K(400);
	if (around->label)
		return value >= K(1) || c->range || c->pay.period_stated || c->decimals;
	if ((around->cue || c->pay.period_stated) && (c->range || c->multiplier) && value >= K(1))
		return true;
	/* "52-65K DOE" */
	if (c->range && c->multiplier && mark_at(doc, KIND_PAY_WORDS, c->at.to) != NULL)
		return true;
	/* "16.00 an hour": with cents, an hour's figure is money; a "72.5 hour fortnight" is none */
	if (c->decimals && c->pay.period == PERIOD_HOUR && c->pay.period_stated &&
		doc->tokens[c->at.to - 2].kind != TOKEN_NUMBER && value >= 7 * PAY_UNIT &&
		value < 200 * PAY_UNIT)
		return true;
	if (c->pay.period == PERIOD_HOUR && c->pay.period_stated && value >= 4 * PAY_UNIT &&
		value < 300 * PAY_UNIT &&
		(c->range ? around->cue || token_punct(doc, c->at.to - 2, '/')
				  : around->label || pay_has_cue(doc, KIND_PAY_CUE, c, 4, 0)))
		return true;
	return around->cue && c->pay.period_stated &&
		(value >= K(10) || (c->decimals && pay_has_cue(doc, KIND_PAY_CUE, c, 6, 0)));
}

/* Whether a candidate stands where a posting speaks of the work, and nothing ties it to pay. */
static bool
is_said_of_work(const Doc *doc, const Candidate *c, const Surroundings *around)
{
	if (around->zone != ZONE_DUTIES && around->zone != ZONE_REQUIREMENTS &&
		around->zone != ZONE_COMPANY && around->zone != ZONE_PREFERRED)
		return false;
	if (c->masked)
		return false;
	if (around->zone != ZONE_COMPANY && c->sign && c->pay.period == PERIOD_HOUR &&
		c->pay.period_stated)
		return false;
	return !around->label && !c->range && !pay_has_cue(doc, KIND_PAY_CUE, c, 8, 4) &&
		   !stands_alone(doc, c);
}

/* Whether "LPA" says that it is pay, whatever stands around: "Budget: up to 20 LPA". */
static bool
is_lpa(const Doc *doc, const Candidate *c)
{
	return c->pay.period_stated && token_is(doc, c->at.to - 1, "lpa");
}

/* What speaks against a candidate that is money, NULL for nothing. */
static const char *
against(const Doc *doc, const Candidate *c, const Surroundings *around)
{
	bool		other_kind = c->explicit_kind && c->pay.kind > PAY_OTE;

	if (!around->label && is_insured(doc, c))
		return posting_not_pay_names[NOT_PAY_BENEFIT];
	if (is_later(doc, c))
		return "pay of a later year";
	if (is_facet(doc, c))
		return "a filter of a job board";
	if (!c->sign && !is_bare_money(doc, c, around))
		return "no currency";
	if (c->large && !(around->cue && c->sign && pay_top(&c->pay) < K(10000)))
		return "too large for pay";
	if (around->not_pay != NULL &&
		(around->not_pay->entry->value == NOT_PAY_REFERRAL || !other_kind) &&
		!(((c->pay.period_stated && around->cue) || (c->range && c->sign && c->pay.min >= K(15))) &&
		  around->not_pay->entry->value == NOT_PAY_COUNT) &&
		!(c->range && c->sign && around->cue && around->not_pay->entry->value == NOT_PAY_OTHER) &&
		!is_lpa(doc, c))
		return posting_not_pay_names[around->not_pay->entry->value];
	if (c->word && !around->cue && !c->pay.period_stated)
		return "a weight";
	return !other_kind && is_said_of_work(doc, c, around) ? "said of the work" : NULL;
}

/*
 * Whether a candidate stands at the top of the text,
 * behind a name or a sign rather than in a sentence.
 */
static bool
is_in_header(const Doc *doc, const Candidate *c)
{
	const Token *before = c->at.from > 0 ? &doc->tokens[c->at.from - 1] : NULL;

	return c->at.from < HEADER &&
		   (before == NULL || before->kind != TOKEN_WORD || before->shape & SHAPE_FIRST_UPPER);
}

/* Whether something speaks for a candidate whose amount is possible. */
static bool
speaks_for(const Doc *doc, const Candidate *c, const Surroundings *around)
{
	int64_t		value = pay_top(&c->pay);

	if (c->pay.period_stated || around->label || around->zone == ZONE_PAY || c->masked ||
		is_right_behind(doc, c))
		return true;
	if (around->cue && (c->range || c->multiplier || value >= K(10) || value < 200 * PAY_UNIT ||
						c->pay.period == PERIOD_MONTH))
		return true;
	if (c->range &&
		(value >= K(10) || (c->sign && c->decimals && !c->multiplier && c->pay.min >= K(2))))
		return true;
	/* pay by the month is the custom of the continent */
	if (c->range && c->sign && c->pay.period == PERIOD_MONTH && value < 2 * c->pay.min &&
		strcmp(doc->language, "en") != 0)
		return true;
	if (c->sign && is_in_header(doc, c) && value >= K(18) && value <= K(400) && !c->large)
		return true;
	if (c->multiplier && value >= K(15) && value <= K(600) && !c->large &&
		(c->range || is_set_off(doc, c)))
		return true;
	return stands_alone(doc, c) && (c->range || value >= K(12));
}

/* Why a candidate is no pay, whatever its amount and currency; NULL where it may be. */
const char *
pay_refuse(const Doc *doc, Candidate *c)
{
	const char *reason;

	c->around = look_around(doc, c);
	if (c->around.zone == ZONE_NOISE)
		return "outside the posting";
	reason = other_number(doc, c);
	return reason != NULL ? reason : against(doc, c, &c->around);
}

/* Why a candidate that nothing speaks against is no pay by its amount; NULL where it is. */
const char *
pay_weigh(const Doc *doc, Candidate *c)
{
	int64_t		value = pay_top(&c->pay);
	int			wrong;

	if (c->explicit_kind && c->pay.kind > PAY_OTE)
		return NULL;
	if (!c->pay.period_stated)
		c->pay.period = pay_by_piece(doc, c) ? PERIOD_NONE : pay_guess_period(doc, c);
	else
		pay_mend_period(c, c->around.cue);
	wrong = pay_absurd(c);
	/* a few hours' pay, said to be pay */
	if (wrong < 0 && c->sign && pay_yearly(&c->pay, value) >= LEAST_YEAR &&
		(is_right_behind(doc, c) ||
		 (c->pay.period_stated && pay_has_cue(doc, KIND_PAY_CUE, c, 4, 0))))
		return NULL;
	if (wrong != 0)
		return wrong < 0 ? "too small for pay" : "too large for pay";
	return speaks_for(doc, c, &c->around) ? NULL : PAY_NO_SIGN;
}
