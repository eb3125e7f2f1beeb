/*
 * title_sentence.c
 *		Titles that sentences lead to: "is looking for a ...", "As a ..., you", "The
 *		... will".
 */
#include "title_candidate.h"

const char title_no_subject[] = "not said to be this job";

/* Whether the role is somebody else's: "reporting to the Director", "liaison between the". */
static bool
is_reported_to(const Doc *doc, uint32_t i)
{
	Range		clause = doc_clause(doc, i);

	for (uint32_t k = i + 1; k > clause.from && i + 1 - k < 5; k--)
		if (token_in(doc, k - 1, WORDS_TITLE_REPORTED_TO))
			return true;
	return false;
}

/*
 * Where the search for a title behind a lead ends: its
 * clause, or the next line where a sentence was wrapped.
 */
static uint32_t
sentence_limit(const Doc *doc, const Mark *lead, uint32_t *from)
{
	uint32_t	limit = doc_clause(doc, lead->to - 1).to;
	const Line *line = &doc->lines[doc->tokens[lead->from].line];
	const Line *next = line + 1;

	if (limit < line->last || next >= doc->lines + doc->n_lines || next->first >= next->last)
		return limit;
	/* "We are looking for:" above a list, or its first item */
	if (*from >= line->last)
	{
		if (next->flags & LINE_HEADING)
			return limit;
		*from = next->first;
		return doc_clause(doc, next->first).to;
	}
	if (line->words < 5 || next->flags & (LINE_BLANK | LINE_BULLET | LINE_HEADING))
		return limit;
	return next->first + 6 < next->last ? next->first + 6 : next->last;
}

/*
 * Whether a word of praise in a capital belongs to the title: "Local Manager", "Creative Director".
 */
static bool
is_title_word(const Doc *doc, uint32_t i, uint32_t limit)
{
	return doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
		   token_in(doc, i, WORDS_TITLE_WORDS_OF_TITLE) && i + 1 < limit &&
		   doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER;
}

/*
 * Whether a word without a capital praises whoever fits
 * the role behind it: "a knowledgeable scientist".
 */
static bool
is_praise(const Doc *doc, uint32_t i)
{
	static const char *const ends[] = {"able", "ible", "ful", "ous", NULL};
	const Token *token = &doc->tokens[i];

	if (token_in(doc, i, WORDS_TITLE_PRAISE))
		return true;
	if (token->kind != TOKEN_WORD || token->shape & SHAPE_HAS_UPPER ||
		mark_at(doc, KIND_TITLE, i + 1) == NULL)
		return false;
	if (token->len < 8)
		return token_is(doc, i, "expert");
	for (const char *const *end = ends; *end; end++)
		if (memcmp(token_text(doc, i) + token->len - strlen(*end), *end, strlen(*end)) == 0)
			return true;
	return false;
}

/* Whether a word may be an adverb: "exceptionally". */
static bool
is_adverb(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return token->kind == TOKEN_WORD && token->len > 5 && !(token->shape & SHAPE_HAS_UPPER) &&
		   memcmp(token_text(doc, i) + token->len - 2, "ly", 2) == 0;
}

/* Steps over articles, praise and signs between a lead and its title. */
static uint32_t
skip_praise(const Doc *doc, uint32_t from, uint32_t limit)
{
	for (uint32_t i = 0; i < 10 && from < limit; i++)
	{
		const Mark *title = mark_at(doc, KIND_TITLE, from);

		/* "un·e développeur" */
		if (doc->tokens[from].kind == TOKEN_PUNCT && title_gender_ending(doc, from) > from)
			from = title_gender_ending(doc, from);
		else if (token_is(doc, from, "both") || token_punct(doc, from, ',') ||
				 token_punct(doc, from, '*') || token_punct(doc, from, '"') ||
				 (token_punct(doc, from, '-') && token_in(doc, from + 1, WORDS_TITLE_PRAISE)))
			from++;
		else if (token_in(doc, from, WORDS_TITLE_SKIP_PRAISE_AMOUNTS) &&
				 token_is(doc, from + 1, "of"))
			from += 2;
		else if (doc->tokens[from].kind == TOKEN_NUMBER && doc->tokens[from].len < 3 &&
				 doc->tokens[from + 1].gap == GAP_SPACE && from + 1 < limit)
			from++;
		/* "esperto in Data Visualization" */
		else if (title != NULL &&
				 (token_is(doc, title->to, "in") || token_is(doc, title->to, "en")) &&
				 !doc_is_english(doc))
			break;
		/* "a high-energy" */
		else if (token_is(doc, from, "high") && token_punct(doc, from + 1, '-') &&
				 from + 3 < limit && doc->tokens[from + 2].gap == GAP_NONE && title == NULL &&
				 (mark_at(doc, KIND_SKILL, from) == NULL ||
				  mark_at(doc, KIND_SKILL, from)->entry->flags & ENTRY_SOFT))
			from += 3;
		/* "an exceptionally talented" */
		else if (is_adverb(doc, from) && token_in(doc, from + 1, WORDS_TITLE_PRAISE))
			from++;
		else if (is_praise(doc, from) && !title_is_full_stack(doc, from) &&
				 !is_title_word(doc, from, limit) &&
				 !(title != NULL && title->to > from + 1 && title->to <= limit &&
				   !(title->entry->flags & ENTRY_LEVEL)))
			from++;
		else
			break;
	}
	return from;
}

/* Whether a role is written in the plural: a team, or several jobs. */
bool
title_is_plural(const Doc *doc, Range run)
{
	const Token *last = &doc->tokens[run.to - 1];

	return last->kind == TOKEN_WORD && last->len > 4 &&
		   token_text(doc, run.to - 1)[last->len - 1] == 's' &&
		   token_text(doc, run.to - 1)[last->len - 2] != 's';
}

/* Whether a question mark ends the clause of a token. */
static bool
ends_as_question(const Doc *doc, uint32_t i)
{
	uint32_t	to = doc_clause(doc, i).to;

	for (uint32_t k = i; k < to && k < i + 30; k++)
		if (token_punct(doc, k, '?'))
			return true;
	return token_punct(doc, to, '?');
}

/*
 * Whether the employer says that it looks for somebody:
 * "we are currently looking for", "Acme seeks".
 */
static bool
is_plain_wish(const Doc *doc, const Mark *lead)
{
	uint32_t	i = lead->from;

	if (token_in(doc, i, WORDS_TITLE_WISH_ABROAD))
		return !doc_is_english(doc);
	if (!token_in(doc, i, WORDS_TITLE_WISH_VERBS))
		return false;
	while (i > 0 && lead->from - i < 3 && token_in(doc, i - 1, WORDS_TITLE_WISH_ADVERBS))
		i--;
	/* "Currently seeking Bakers" */
	if (doc_starts_clause(doc, i) && !ends_as_question(doc, lead->to - 1))
		return true;
	return i > 0 &&
		   (token_in(doc, i - 1, WORDS_TITLE_WISH_SUBJECTS) || token_is(doc, lead->from, "seeks"));
}

/* Whether a sentence goes on to ask for applications. */
static bool
asks_to_apply(const Doc *doc, uint32_t i)
{
	uint32_t	to = doc_clause(doc, i).to;

	for (uint32_t k = i; k < to && k < i + 40; k++)
		if (token_in(doc, k, WORDS_TITLE_ASKS_TO_APPLY))
			return true;
	return false;
}

/* What a title that a sentence names is worth. */
static int
sentence_score(const Doc *doc, const Mark *lead, Range run, bool subject)
{
	bool		wish = is_plain_wish(doc, lead);
	uint8_t		zone = doc->tokens[lead->from].zone;
	bool		as_a = token_is(doc, lead->from, "as") && lead->to - lead->from == 2 && !subject;
	int         score = 34 - (wish ? title_lateness(doc, lead->from, 500, 7)
								   : title_lateness(doc, lead->from, 250, 14));

	if (doc->tokens[run.from].shape & SHAPE_FIRST_UPPER)
		score += 6;
	/* "The Mill Engineer will" opens the text */
	if (subject && run.to - run.from > 1 && doc->tokens[lead->from].start < 400 &&
		doc_starts_clause(doc, lead->from))
		score += 6;
	if (run.to - run.from == 1)
		score -= wish ? 4 : 8;
	/* "a 12 month internship" */
	if (doc->tokens[run.from].kind == TOKEN_NUMBER)
		score -= 14;
	/* "we look for engineers" names no title */
	if (run.to - run.from == 1 && !(doc->tokens[run.from].shape & SHAPE_HAS_UPPER) &&
		!doc->lower_case && !doc_is_foreign(doc) && token_in(doc, run.from, WORDS_TITLE_GENERIC))
		score -= 14;
	if (title_is_plural(doc, run))
		score -= 4;
	/* "As a global partner we offer" is the employer */
	if (as_a && token_is(doc, run.to, "we") &&
		token_in(doc, run.to + 1, WORDS_TITLE_EMPLOYER_VERBS))
		score -= 30;
	if (as_a && doc_starts_clause(doc, lead->from))
		score += token_in(doc, run.to, WORDS_TITLE_SENTENCE) || token_punct(doc, run.to, ',') ||
						 token_is(doc, run.to, "at")
					 ? 2
					 : 0;
	else if (lead->entry->flags & ENTRY_WEAK)
		score -= subject ? 6 : 12;
	if (token_in(doc, run.to - 1, WORDS_TITLE_MEMBERS) &&
		!(doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER))
		score -= 12;
	if (!wish &&
		!(token_in(doc, lead->from, WORDS_TITLE_WISH_VERBS) && lead->to - lead->from > 1) &&
		!token_is(doc, lead->from, "hire") && !token_is(doc, lead->from, "to") &&
		!token_is(doc, lead->from, "serve") && !token_is(doc, lead->from, "serves") &&
		is_reported_to(doc, lead->from))
		score -= run.to - run.from > 2 && doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER &&
						 token_is(doc, lead->from, "as")
					 ? 8
					 : 20;
	/* "If you are a ..., apply" closes an advertisement */
	if (token_is(doc, lead->from, "if"))
		return (asks_to_apply(doc, run.to) ? 34 : 20) - (run.to - run.from == 1 ? 8 : 0);
	if (ends_as_question(doc, run.to) && !token_in(doc, lead->from, WORDS_TITLE_ARE_YOU))
		score -= 12;
	if (token_is(doc, lead->from, "become") && run.to - run.from == 1)
		score -= 8;
	if (zone == ZONE_REQUIREMENTS || zone == ZONE_LEGAL || zone == ZONE_PROCESS)
		score -= 10;
	return score;
}

/* Whether a token begins what a job does: "is responsible for", "will", "oversees". */
bool
title_is_duty_verb(const Doc *doc, uint32_t i)
{
	if (token_is(doc, i, "is") || token_is(doc, i, "are"))
		return token_is(doc, i + 1, "responsible") || token_is(doc, i + 1, "accountable") ||
			   token_is(doc, i + 1, "expected");
	return token_in(doc, i, WORDS_TITLE_SUBJECT_TAILS) && !token_is(doc, i, "has") &&
		   !token_is(doc, i, "is") && !token_is(doc, i, "should");
}

/*
 * Whether the main clause begins behind what a sentence says
 * first: "In this role, the", "As part of this team the".
 */
static bool
opens_main_clause(const Doc *doc, uint32_t i)
{
	if (i == 0 || !token_is(doc, i, "the"))
		return false;
	return token_punct(doc, i - 1, ',') || token_in(doc, i - 1, WORDS_TITLE_SUBJECT_NOUNS) ||
		   token_in(doc, i - 1, WORDS_TITLE_GROUPS);
}

/* Whether what may be a verb follows a role in capitals: "The Process Engineer monitors". */
static bool
is_verb_of_role(const Doc *doc, Range run, uint32_t i)
{
	return may_be_verb(doc, i, 5) && doc->tokens[run.from].shape & SHAPE_FIRST_UPPER &&
		   doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER;
}

/*
 * Whether a role that an article leads is this job: "The Data
 * Analyst (Sales) will", "fill the Data Analyst position".
 */
static bool
is_subject(const Doc *doc, const Mark *lead, Range run)
{
	uint32_t	next = run.to;
	bool		strong;

	if (token_punct(doc, next, '('))
		while (next < doc->n_tokens && next < run.to + 10 && !token_punct(doc, next++, ')'))
			continue;
	next += token_punct(doc, next, ',') && doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER;
	/* "A Process Engineer in the plant team will", "The Process Engineer at Acme reports" */
	if (doc_starts_clause(doc, lead->from) &&
		(token_is(doc, next, "in") || token_is(doc, next, "for") || token_is(doc, next, "on") ||
		 token_is(doc, next, "at")))
		for (uint32_t i = next + 1;
			 i < doc->n_tokens && i < next + 10 && doc->tokens[i].kind == TOKEN_WORD &&
			 doc->tokens[i].gap == GAP_SPACE;
			 i++)
			if (token_is(doc, i, "will") || token_is(doc, i, "is") || token_is(doc, i, "should") ||
				token_is(doc, i, "would") || token_is(doc, i, "reports"))
				return true;
	if (next >= doc->n_tokens || doc->tokens[next].gap >= GAP_BLANK)
		return false;
	if (token_in(doc, next, WORDS_TITLE_SUBJECT_NOUNS))
		return true;
	if (!doc_starts_clause(doc, lead->from))
		return (doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER &&
				(token_in(doc, next, WORDS_TITLE_SUBJECT_TAILS) ||
				 (run.to - run.from > 1 && !title_is_plural(doc, run) &&
				  is_verb_of_role(doc, run, next)))) ||
			   (opens_main_clause(doc, lead->from) && title_is_duty_verb(doc, next));
	/*
	 * "The Process Engineer monitors", "The data analyst
	 * applies", but not "The analyst relations manager"
	 */
	return token_in(doc, next, WORDS_TITLE_SUBJECT_TAILS) ||
		   (may_be_verb(doc, next, 5) && (doc->tokens[run.from].shape & SHAPE_FIRST_UPPER ||
										  (run.to - run.from > 1 && !title_is_plural(doc, run) &&
										   mark_at(doc, KIND_TITLE, next + 1) == NULL &&
										   title_has_role(doc, run, &strong) && strong)));
}

/*
 * Where a subject ends that goes on behind its role: "The
 * Coordinator Mill Health is"; the role's end where it does not.
 */
static uint32_t
subject_end(const Doc *doc, const Mark *lead, Range run)
{
	uint32_t	i = run.to;

	if (!doc_starts_clause(doc, lead->from) || run.from != lead->to ||
		!(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER))
		return run.to;
	while (i < doc->n_tokens && i < run.to + 4 && is_capital_word(doc, i) &&
		   mark_at(doc, KIND_PLACE, i) == NULL && !token_in(doc, i, WORDS_TITLE_SUBJECT_NOUNS))
		i++;
	/* "A Secretary Legal performs", but "The Judge Group is looking for" */
	return i < doc->n_tokens &&
				   (token_is(doc, i, "is") || token_is(doc, i, "will") ||
					token_is(doc, i, "does") || token_in(doc, i, WORDS_TITLE_SUBJECT_TAILS) ||
					is_verb_of_role(doc, run, i)) &&
				   !(mark_at(doc, KIND_COMPANY_TAIL, i) != NULL &&
					 mark_at(doc, KIND_COMPANY_TAIL, i)->entry->value == TAIL_SEEKS)
			   ? i
			   : run.to;
}

/*
 * A title set off by markup goes as far as the markup:
 * "seeking a **Student Assistant, Field Work** to".
 */
static Range
marked_up_run(const Doc *doc, Range run, uint32_t limit)
{
	if (run.from < 2 || run.from >= run.to || !token_punct(doc, run.from - 1, '*') ||
		!token_punct(doc, run.from - 2, '*'))
		return run;
	for (uint32_t i = run.to; i + 1 < limit && i < run.to + 8; i++)
		if (token_punct(doc, i, '*'))
			return (Range) {run.from, i};
	return run;
}

/* Whether a comma follows a title, or a segment and "you": "As Baker – Nights, you". */
static bool
addresses_reader(const Doc *doc, uint32_t i)
{
	bool		of = token_is(doc, i, "of");

	if (token_punct(doc, i, ',') || token_is(doc, i, "you"))
		return true;
	/* "As CTO of a small mill, you" */
	if (!token_punct(doc, i, '-') && !token_punct(doc, i, '(') && !of)
		return false;
	for (uint32_t k = i + 1; k + 1 < doc->n_tokens && k < i + (of ? 14 : 6); k++)
		if (token_punct(doc, k, ','))
			return token_is(doc, k + 1, "you");
	return false;
}

/*
 * Whether a French "des" leads several who are sought: "recrute pour
 * son client des caristes", but not "Fédération des meuniers".
 */
static bool
leads_several(const Doc *doc, uint32_t i)
{
	return i > 0 && doc->language[0] == 'f' && token_is(doc, i, "des") &&
		   (token_punct(doc, i - 1, ',') || token_is(doc, i - 1, "pour") ||
			token_is(doc, i - 1, "client") || token_is(doc, i - 1, "clients"));
}

/*
 * The role behind an article further on in a clause that seeks: "busca
 * para su tienda de Leeds un panadero"; empty where none stands.
 */
static Range
distant_role(const Doc *doc, uint32_t from, uint32_t limit)
{
	for (uint32_t i = from; i + 1 < limit && i < from + 30; i++)
	{
		uint32_t	at = title_gender_ending(doc, i + 1);
		Range		run;

		if (!(opens_title(doc, i) || leads_several(doc, i)) || token_is(doc, i, "the") ||
			token_is(doc, i, "our") || token_is(doc, i, "as"))
			continue;
		at = skip_praise(doc, at, limit);
		run = title_role_run(doc, at, limit);
		if (run.to > run.from && run.from == at)
			return run;
	}
	return (Range) {from, from};
}

/* The title that a lead leads to; empty where none stands there. */
static Range
led_title(const Doc *doc, const Mark *lead)
{
	uint32_t	from = lead->to;
	uint32_t	limit;
	Range		run;

	/* "Open roles: Grain Buyer, Miller" */
	from += token_punct(doc, from, ':');
	limit = sentence_limit(doc, lead, &from);
	run = title_role_run(doc, skip_praise(doc, from, limit), limit);

	/* "recherchons pour notre boutique un(e) vendeur(se)" */
	if (run.from >= run.to && doc_is_foreign(doc) &&
		(token_in(doc, lead->to - 1, WORDS_TITLE_WISH_ABROAD) || is_plain_wish(doc, lead)))
		run = distant_role(doc, from, limit);
	/* "Responsibilities of the Position Plan the shifts" */
	if (token_in(doc, lead->to, WORDS_TITLE_SUBJECT_NOUNS) &&
		mark_at(doc, KIND_TITLE, lead->to) == NULL && token_is(doc, lead->to - 1, "the"))
		return (Range) {0, 0};
	/* "join our team of bright engineers" speaks of others */
	if (token_is(doc, lead->to - 1, "of") && lead->to - lead->from > 1 &&
		token_in(doc, lead->to - 2, WORDS_TITLE_GROUPS) &&
		!(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER))
		return (Range) {0, 0};
	if (run.from < run.to && mark_at(doc, KIND_TITLE, run.from) == NULL &&
		doc->tokens[run.from].kind == TOKEN_NUMBER)
		run.from++;
	while (run.from + 1 < run.to && mark_at(doc, KIND_TITLE, run.from) == NULL &&
		   is_praise(doc, run.from) && !is_title_word(doc, run.from, run.to) &&
		   !title_is_full_stack(doc, run.from))
		run.from++;
	run = marked_up_run(doc, run, limit);
	/* "As Acme's Director of Sales, you": a bare "as" needs the comma */
	if (token_is(doc, lead->to - 1, "as") && lead->to - lead->from == 1 &&
		(!doc_starts_clause(doc, lead->from) || !addresses_reader(doc, run.to)))
		run.to = run.from;
	if (run.from >= run.to || run.to - run.from > 12)
		return (Range) {0, 0};
	return run;
}

/*
 * The words behind an article of both sexes whose noun no list holds: "recrute
 * un·e cordiste", "busca un/a frigorista"; empty where none stand there.
 */
static Range
gendered_title(const Doc *doc, uint32_t from, uint32_t limit)
{
	/* the article may be the lead's last word */
	for (uint32_t i = from > 0 ? from - 1 : from; i + 1 < limit && i < from + 12; i++)
	{
		uint32_t	at = opens_title(doc, i) ? title_gender_ending(doc, i + 1) : i + 1;

		if (at == i + 1)
			continue;
		at = skip_praise(doc, at, limit);
		if (at >= limit || doc->tokens[at].kind != TOKEN_WORD || doc->tokens[at].len < 4 ||
			title_stops_run(doc, at))
			break;
		return (Range) {at, title_role_end(doc, at, at + 1, limit)};
	}
	return (Range) {from, from};
}

/*
 * The capitals behind a wish and an article whose noun no
 * list holds: "busca para su equipo un Recurso Preventivo".
 */
static Range
capitals_sought(const Doc *doc, uint32_t from, uint32_t limit)
{
	for (uint32_t i = from > 0 ? from - 1 : from; i + 1 < limit && i < from + 20; i++)
	{
		Range run = {i + 1, i + 1};

		if (!opens_title(doc, i))
			continue;
		while (run.to < limit && run.to < i + 6 && doc->tokens[run.to].kind == TOKEN_WORD &&
			   doc->tokens[run.to].shape & SHAPE_FIRST_UPPER &&
			   doc->tokens[run.to].gap <= GAP_SPACE && mark_at(doc, KIND_PLACE, run.to) == NULL &&
			   !token_in(doc, run.to, WORDS_COMPANY_FORM) && !title_stops_run(doc, run.to) &&
			   !token_in(doc, run.to, WORDS_TITLE_TAIL_STOPS))
			run.to++;
		if (run.to > run.from + 1)
			return run;
	}
	return (Range){from, from};
}

/*
 * The capitals behind a plain wish whose noun no list holds: "Acme is
 * seeking a Folder to", "seeks GM with"; empty where none stand there.
 */
static Range
unknown_title(const Doc *doc, const Mark *lead)
{
	uint32_t	from = lead->to;
	uint32_t	limit;
	Range		run;

	if (!doc_is_foreign(doc) && !is_plain_wish(doc, lead))
		return (Range) {from, from};
	limit = sentence_limit(doc, lead, &from);
	if (doc_is_foreign(doc))
	{
		run = gendered_title(doc, from, limit);
		return run.from < run.to || !is_plain_wish(doc, lead) || !title_has_roles_first(doc)
				   ? run
				   : capitals_sought(doc, from, limit);
	}
	from = skip_praise(doc, from, limit);
	while (from < limit && mark_at(doc, KIND_EMPLOYMENT_TYPE, from) != NULL &&
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, from)->to <= limit)
		from = mark_at(doc, KIND_EMPLOYMENT_TYPE, from)->to;
	run = (Range) {from, from};
	while (run.to < limit && run.to < from + 5 && is_capital_word(doc, run.to) &&
		   mark_at(doc, KIND_PLACE, run.to) == NULL && mark_at(doc, KIND_EDUCATION, run.to) == NULL)
		run.to++;
	/* one capital alone is a name or a field of work */
	if (run.to < run.from + 2 &&
		!(from == lead->to && (token_is(doc, from - 1, "a") || token_is(doc, from - 1, "an") ||
							   token_is(doc, from - 1, "seeks"))))
		return (Range) {from, from};
	if (run.to >= doc->n_tokens ||
		!(token_punct(doc, run.to, '.') || token_is(doc, run.to, "to") ||
		  token_is(doc, run.to, "with") || token_is(doc, run.to, "who") ||
		  token_is(doc, run.to, "for") || token_is(doc, run.to, "in")))
		run.to = run.from;
	return run;
}

/*
 * Whether people of the employer stand shortly before a
 * token: "a team of skilled and experienced developers".
 */
static bool
follows_group(const Doc *doc, uint32_t i)
{
	uint32_t	from = doc_clause(doc, i).from;

	for (uint32_t k = i; k > from && k + 8 > i; k--)
		if (token_is(doc, k - 1, "our") || (k > from + 1 && token_is(doc, k - 1, "of") &&
											token_in(doc, k - 2, WORDS_TITLE_GROUPS)))
			return true;
	return false;
}

/* Whether a lead speaks of others: "a team of experienced developers", "such as the Clerk". */
static bool
leads_to_others(const Doc *doc, const Mark *lead)
{
	uint32_t	i = lead->from;

	if (i > 0 && token_is(doc, i - 1, "such"))
		return true;
	return token_in(doc, i, WORDS_TITLE_TRAITS) &&
		   (follows_group(doc, i) ||
			(i > 0 && (opens_title(doc, i - 1) || token_is(doc, i - 1, "and"))));
}

/* A lead reaches a role so far behind it: what it steps over, and a run. */
#define LEAD_REACH		40

/* The words like "role" and "position" as far as they were looked for: each word once. */
typedef struct JobNouns
{
	uint32_t	last;			/* the last one before until; no token where there is none */
	uint32_t	until;
} JobNouns;

/* Whether such a word stands in a range; the ranges asked for begin and end ever later. */
static bool
has_job_noun(const Doc *doc, JobNouns *nouns, uint32_t from, uint32_t to)
{
	for (uint32_t i = nouns->until > from ? nouns->until : from; i < to; i++)
		if (token_in(doc, i, WORDS_TITLE_SUBJECT_NOUNS))
			nouns->last = i;
	if (to > nouns->until)
		nouns->until = to;
	return nouns->last >= from && nouns->last < to;
}

/*
 * Whether an article may lead a role that is this job: one follows,
 * and begins the clause, a capital one, or what says so does.
 */
static bool
may_be_subject(const Doc *doc, const Mark *lead, const Mark *role, JobNouns *nouns)
{
	uint32_t	end = lead->to + LEAD_REACH < doc->n_tokens ? lead->to + LEAD_REACH : doc->n_tokens;

	if (role == NULL || role->from >= end)
		return false;
	if (doc_starts_clause(doc, lead->from))
		return true;
	return doc->tokens[lead->from].len > 2 &&
		   (doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER ||
			opens_main_clause(doc, lead->from) ||
			has_job_noun(doc, nouns, role->to, end));
}

/*
 * The capitals between an article and "role" or "position" whose noun no list
 * holds: "our entry level Management position"; empty where none stand there.
 */
static Range
unknown_job(const Doc *doc, uint32_t from)
{
	const Mark *level;
	uint32_t	first;
	uint32_t	to;
	bool		strong;

	/* nearly all articles lead to a word in small letters */
	if ((!(doc->tokens[from].shape & SHAPE_FIRST_UPPER) &&
		 !(doc->tokens[from].begins >> KIND_SENIORITY & 1)) ||
		!opens_title(doc, from - 1))
		return (Range) {from, from};
	level = mark_at(doc, KIND_SENIORITY, from);
	first = level != NULL && level->entry->value != CUE_NONE ? level->to : from;
	to = first;
	while (to < doc->n_tokens && to < first + 6 && doc->tokens[to].kind == TOKEN_WORD &&
		   doc->tokens[to].gap == GAP_SPACE &&
		   (doc->tokens[to].shape & SHAPE_FIRST_UPPER ||
			(to > first && token_text(doc, to)[0] == '&')))
	{
		if (mark_at(doc, KIND_PLACE, to) != NULL ||
			mark_at(doc, KIND_EMPLOYMENT_TYPE, to) != NULL ||
			mark_at(doc, KIND_WORKPLACE, to) != NULL || token_in(doc, to, WORDS_TITLE_PRAISE))
			return (Range) {from, from};
		to++;
	}
	if (to >= doc->n_tokens || to == first || (to == first + 1 && first == from) ||
		doc->tokens[to].gap != GAP_SPACE || doc->tokens[to].shape & SHAPE_HAS_UPPER ||
		!(token_is(doc, to, "role") || token_is(doc, to, "position")) ||
		token_in(doc, to - 1, WORDS_TITLE_POSITION_KINDS) ||
		title_has_role(doc, (Range) {from, to}, &strong))
		return (Range) {from, from};
	return (Range) {from, to};
}

/* Titles that a sentence names: "is looking for a …", "As a …, you", "The … will". */
void
title_from_sentences(Doc *doc, TitleCandidates *all)
{
	const Marks *marks = &doc->marks[KIND_TITLE_LEAD];
	const Marks *roles = &doc->marks[KIND_TITLE];
	uint32_t	next = 0;
	JobNouns	nouns = {UINT32_MAX, 0};

	for (uint32_t i = 0; i < marks->count && all->count < 60; i++)
	{
		const Mark *lead = &marks->items[i];
		bool        subject =
			lead->to - lead->from == 1 && token_in(doc, lead->from, WORDS_TITLE_ARTICLES);
		const char *reason = NULL;
		Range		run;

		if (doc->tokens[lead->from].zone == ZONE_NOISE || lead->to >= doc->n_tokens)
			continue;
		run = unknown_job(doc, lead->to);
		if (run.from < run.to)
		{
			title_propose(doc, all, run, 26, "title.unknown", NULL);
			continue;
		}
		/* the next role */
		while (next < roles->count && roles->items[next].from < lead->to)
			next++;
		if (subject &&
			!may_be_subject(doc, lead, next < roles->count ? &roles->items[next] : NULL, &nouns))
			continue;
		if (leads_to_others(doc, lead))
			continue;
		/* "experience working as a", "worked as a" */
		if ((token_is(doc, lead->from, "working") || token_is(doc, lead->from, "as") ||
			 token_is(doc, lead->from, "als")) &&
			lead->from > 0 && token_in(doc, lead->from - 1, WORDS_TITLE_PAST))
			continue;
		run = led_title(doc, lead);
		if (run.from >= run.to)
		{
			run = unknown_title(doc, lead);
			if (run.from < run.to)
				title_propose(doc, all, run, doc_is_foreign(doc) ? 38 : 24, "title.unknown", NULL);
			continue;
		}
		/* "our hiring managers" */
		if (token_is(doc, lead->to - 1, "hiring") && run.from == lead->to &&
			run.to == run.from + 1 &&
			(token_is(doc, run.from, "manager") || token_is(doc, run.from, "managers")))
			continue;
		if (subject)
			run.to = subject_end(doc, lead, run);
		if (subject && !is_subject(doc, lead, run))
		{
			/* so many things are led by an article that they are not worth a note */
			if (!doc_starts_clause(doc, lead->from))
				continue;
			reason = title_no_subject;
		}
		title_propose(doc, all, run, sentence_score(doc, lead, run, subject),
					  subject ? "title.subject" : "title.sentence", reason);
	}
}
