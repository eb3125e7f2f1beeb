/*
 * title_noun.c
 *		Titles that the words behind them give away: "Store Manager is responsible
 *		for", "a rewarding Senior Developer role", "Data Analyst responsibilities".
 */
#include "title_candidate.h"

/*
 * Whether something leads a title within a run: "Proven
 * experience as a Data Scientist", "Acme requires Nurses".
 */
static bool
holds_lead(const Doc *doc, Range run)
{
	for (uint32_t i = run.from + 1; i < run.to; i++)
		if (mark_at(doc, KIND_TITLE_LEAD, i) != NULL || token_in(doc, i, WORDS_TITLE_WISH_VERBS) ||
			token_is(doc, i, "requires") || token_is(doc, i, "require") ||
			(doc->tokens[i].gap == GAP_NONE && doc->tokens[i].shape & SHAPE_SPLIT))
			return true;
	return false;
}

/*
 * Whether several of a role begin a text behind a heading, and what
 * they do follows: "Job Description: Mill Planners (Grain) plan".
 */
static bool
is_plural_subject(const Doc *doc, Range run)
{
	uint32_t	verb = run.to;

	if (run.from == 0 || run.to - run.from < 2 ||
		!(doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER) || !title_is_plural(doc, run) ||
		!(token_punct(doc, run.from - 1, ':') || mark_before(doc, KIND_HEADING, run.from) != NULL))
		return false;
	if (token_punct(doc, verb, '('))
		while (verb < doc->n_tokens && verb < run.to + 10 && !token_punct(doc, verb++, ')'))
			continue;
	return verb < doc->n_tokens && doc->tokens[verb].kind == TOKEN_WORD &&
		   doc->tokens[verb].gap == GAP_SPACE && doc->tokens[verb].len > 3 &&
		   !(doc->tokens[verb].shape & SHAPE_HAS_UPPER) &&
		   !parts_run(doc, verb);
}

/* Whether a role that opens the text is told what to do: "Full-stack developer helping create". */
static bool
opens_with_role(const Doc *doc, Range run)
{
	return run.to > run.from + 1 && run.to < run.from + 6 && run.to < doc->n_tokens &&
		   doc->tokens[run.from].start < 200 && doc->tokens[run.to].gap == GAP_SPACE &&
		   token_in(doc, run.to, WORDS_TITLE_ASKED) && !holds_lead(doc, run);
}

/* Whether what a role does follows the run that begins a sentence; the role ends at a token. */
static bool
is_bare_subject(const Doc *doc, Range run, uint32_t role_end)
{
	bool		one_word = run.to - run.from < 2;
	bool		plural;

	if (run.to == run.from || run.to >= doc->n_tokens || doc->tokens[run.to].gap != GAP_SPACE ||
		!title_is_duty_verb(doc, run.to))
		return false;
	/*
	 * "Printing associate will": a sentence of a text without
	 * lines may have small letters behind its first word
	 */
	if (!(doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER) &&
		!(!one_word && token_is(doc, run.to, "will") && role_end == run.to))
		return false;
	plural = title_is_plural(doc, (Range) {run.from, role_end});
	return plural == token_is(doc, run.to, "are") && (!one_word || token_is(doc, run.to, "is"));
}

/* Whether words stand in a range that what a role does begins with: few sentences have any. */
static bool
may_act(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i <= to && i < doc->n_tokens; i++)
		if (token_in(doc, i, WORDS_TITLE_SUBJECT_TAILS) || token_in(doc, i, WORDS_TITLE_ASKED) ||
			token_is(doc, i, "are"))
			return true;
	return false;
}

/* So far up several of a role are the title. */
#define PLURAL_LETTERS	300

/* A run holds up to so many words before its role. */
#define WORDS_BEFORE	4

/* Whether a role may stand in the run that begins its clause. */
static bool
stands_early(const Doc *doc, uint32_t role)
{
	uint32_t	clause = doc->clauses.items[doc->tokens[role].clause].from;
	uint32_t	line = doc->lines[doc->tokens[role].line].first;

	return role <= clause + WORDS_BEFORE || (role <= line + WORDS_BEFORE && role >= line);
}

/*
 * Titles that begin a sentence without an article: "Store
 * Manager is responsible for", "Site Engineer oversees".
 */
void
title_from_bare_subjects(Doc *doc, TitleCandidates *all)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (uint32_t i = 0; i < marks->count && all->count < 60; i++)
	{
		uint32_t	from = marks->items[i].from;
		const Mark *heading;
		uint32_t	limit;
		Range		run;

		if (doc->tokens[from > WORDS_BEFORE ? from - WORDS_BEFORE : 0].start >= PLURAL_LETTERS &&
			!stands_early(doc, from))
			continue;
		for (uint32_t k = 0; k < WORDS_BEFORE && from > 0 && !doc_starts_clause(doc, from) &&
							 doc->tokens[from - 1].kind == TOKEN_WORD;
			 k++)
			from--;
		/* "Job Description: Mill Planners (Grain) plan" */
		if (doc->tokens[from].start < PLURAL_LETTERS &&
			is_plural_subject(doc, (Range) {from, marks->items[i].to}))
			title_propose(doc, all, (Range) {from, marks->items[i].to}, 30, "title.bare_subject",
						  NULL);
		if (!doc_starts_clause(doc, from) || !(doc->tokens[from].shape & SHAPE_FIRST_UPPER) ||
			doc->tokens[from].zone == ZONE_NOISE)
			continue;
		/* "Roles and Responsibilities Mill Engineer" */
		heading = mark_at(doc, KIND_HEADING, from);
		if (heading != NULL && heading->to - from > 1 && heading->to <= marks->items[i].from &&
			heading->entry->value < HEADING_LABEL)
			from = heading->to;
		limit = doc_clause(doc, from).to;
		if (!may_act(doc, from + 1, limit < from + 40 ? limit : from + 40))
			continue;
		run = title_role_run(doc, from, limit);
		if (run.from == from && opens_with_role(doc, run))
			title_propose(doc, all, run, 38, "title.bare_subject", NULL);
		if (run.from == from && is_bare_subject(doc, run, marks->items[i].to))
			title_propose(doc, all, run, 30 - title_lateness(doc, from, 250, 14),
						  "title.bare_subject", NULL);
	}
}

/*
 * Whether the words before a token speak of what somebody
 * did before, or of another job: "experience in a similar".
 */
static bool
speaks_of_past(const Doc *doc, uint32_t i)
{
	uint32_t	from = doc_clause(doc, i > 0 ? i - 1 : 0).from;

	for (uint32_t k = i; k > from && k + 5 > i; k--)
		if (token_in(doc, k - 1, WORDS_TITLE_OTHERS) || token_in(doc, k - 1, WORDS_TITLE_PAST))
			return true;
	return false;
}

/*
 * The words before a noun that are a title in small letters: "a
 * newly created data modelling lead role"; empty where none are.
 */
static Range
small_title(const Doc *doc, uint32_t noun)
{
	Range		run = {noun, noun};
	uint32_t	from = noun;

	while (from > 0 && noun - from < 8 && !doc_starts_clause(doc, from))
	{
		/* "full-stack" */
		if (from > 1 && token_punct(doc, from - 1, '-') && doc->tokens[from].gap == GAP_NONE &&
			doc->tokens[from - 1].gap == GAP_NONE && doc->tokens[from - 2].kind == TOKEN_WORD)
			from -= 2;
		else if (doc->tokens[from].gap == GAP_SPACE && doc->tokens[from - 1].kind == TOKEN_WORD &&
				 !token_in(doc, from - 1, WORDS_TITLE_OPENS_TITLE) &&
				 !(token_in(doc, from - 1, WORDS_TITLE_PRAISE) &&
				   !title_is_full_stack(doc, from - 1)) &&
				 !parts_run(doc, from - 1))
			from--;
		else
			break;
	}
	if (from == 0 || noun - from < 2 || noun - from > 5 ||
		!(token_in(doc, from - 1, WORDS_TITLE_OPENS_TITLE) ||
		  token_in(doc, from - 1, WORDS_TITLE_PRAISE)) ||
		speaks_of_past(doc, from))
		return run;
	run.from = from;
	return run;
}

/* Whether a heading of several words ends before a token: "JOB TITLE Physician". */
static bool
follows_heading(const Doc *doc, uint32_t i)
{
	const Mark *heading = mark_before(doc, KIND_HEADING, i);

	return heading != NULL && heading->to - heading->from > 1;
}

/* Whether a token joins two capitals that open a title: "a Mill and Grain Coordinator role". */
static bool
joins_capitals(const Doc *doc, uint32_t i)
{
	return i > 0 && (token_is(doc, i, "and") || token_text(doc, i)[0] == '&') &&
		   doc->tokens[i].gap == GAP_SPACE && doc->tokens[i - 1].kind == TOKEN_WORD &&
		   doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER && !title_is_sentence_word(doc, i - 1) &&
		   mark_before(doc, KIND_TITLE, i) == NULL &&
		   (doc_starts_clause(doc, i - 1) || opens_title(doc, i - 2) ||
			doc->tokens[i - 2].kind == TOKEN_PUNCT);
}

/* Where the capitals before a role begin. */
static Range
capitals_before(const Doc *doc, Range run)
{
	while (run.from > 0 && run.to - run.from < 8 && !doc_starts_clause(doc, run.from) &&
		   !follows_heading(doc, run.from))
	{
		/* "Clerk-Recorder" */
		if (run.from > 1 && doc->tokens[run.from].gap == GAP_NONE &&
			token_punct(doc, run.from - 1, '-') && doc->tokens[run.from - 1].gap == GAP_NONE &&
			doc->tokens[run.from - 2].shape & SHAPE_FIRST_UPPER)
			run.from -= 2;
		else if (doc->tokens[run.from].gap == GAP_SPACE &&
				 doc->tokens[run.from - 1].kind == TOKEN_WORD &&
				 doc->tokens[run.from - 1].shape & SHAPE_FIRST_UPPER &&
				 !parts_run(doc, run.from - 1) &&
				 !opens_title(doc, run.from - 1) &&
				 !token_in(doc, run.from - 1, WORDS_TITLE_PRAISE) &&
				 !token_in(doc, run.from - 1, WORDS_TITLE_NOUNS))
			run.from--;
		else if (doc->tokens[run.from].gap == GAP_SPACE && joins_capitals(doc, run.from - 1))
			run.from -= 2;
		else
			break;
	}
	return run;
}

/*
 * The capitals before a noun that hold a role: "a
 * Controls Engineering Lead Data Centers opportunity".
 */
static Range
capital_title(const Doc *doc, const Mark *mark, uint32_t noun)
{
	Range		run = capitals_before(doc, (Range) {mark->from, noun});

	/* "The Fraud Sr. Analyst role" */
	if (run.from > 1 && token_punct(doc, run.from - 1, '.') &&
		(token_is(doc, run.from - 2, "sr") || token_is(doc, run.from - 2, "jr")))
		run = capitals_before(doc, (Range) {run.from - 2, noun});
	return run;
}

/* The end of the capitals behind a role. */
static uint32_t
capitals_end(const Doc *doc, uint32_t i)
{
	uint32_t	to = i;

	while (to < doc->n_tokens && to < i + 4 && is_capital_word(doc, to) &&
		   !token_in(doc, to, WORDS_TITLE_NOUNS) && !token_in(doc, to, WORDS_TITLE_DUTIES))
		to++;
	return to;
}

/* Whether a grade of the federal service follows a title: "Park Ranger, GS-0025-5". */
static bool
precedes_grade(const Doc *doc, uint32_t i)
{
	i += token_punct(doc, i, ',') || token_punct(doc, i, '(') || token_punct(doc, i, '-');
	/* "ZP-2210-4" */
	if (i + 4 < doc->n_tokens && title_is_acronym(doc, i) && token_punct(doc, i + 1, '-') &&
		doc->tokens[i + 2].kind == TOKEN_NUMBER && doc->tokens[i + 2].len == 4 &&
		token_punct(doc, i + 3, '-') && doc->tokens[i + 4].kind == TOKEN_NUMBER)
		return true;
	return token_is(doc, i, "gs") && doc->tokens[i].shape & SHAPE_HAS_UPPER &&
		   (token_punct(doc, i + 1, '-') ||
			(i + 1 < doc->n_tokens && doc->tokens[i + 1].kind == TOKEN_NUMBER));
}

/* What a role is worth before a grade, a word like "position", one like "duties". */
#define SCORE_GRADE		40
#define SCORE_JOB		36
#define SCORE_DUTIES	32

/* What a role is worth by the noun behind it; 0 where none gives it away. */
static int
noun_score(const Doc *doc, const Mark *role, uint32_t noun)
{
	if (doc->tokens[role->from].shape & SHAPE_FIRST_UPPER && noun == role->to &&
		precedes_grade(doc, noun))
		return SCORE_GRADE;
	if (doc->tokens[noun].gap != GAP_SPACE)
		return 0;
	if (token_in(doc, noun, WORDS_TITLE_NOUNS))
		return SCORE_JOB;
	return token_in(doc, noun, WORDS_TITLE_DUTIES) &&
				   doc->tokens[role->from].zone != ZONE_REQUIREMENTS
			   ? SCORE_DUTIES
			   : 0;
}

/*
 * Titles before "role", "position" and the like: "a rewarding Senior
 * Developer role", "Data Analyst responsibilities", "Park Ranger, GS-0025".
 */
void
title_from_nouns(Doc *doc, TitleCandidates *all)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (uint32_t i = 0; i < marks->count && all->count < 80; i++)
	{
		const Mark *mark = &marks->items[i];
		bool		upper = (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER) != 0;
		uint32_t	noun = upper ? capitals_end(doc, mark->to) : mark->to;
		Range		run;
		int			score;

		if ((mark->entry->flags & ENTRY_LEVEL &&
			 !(mark->from > 0 && token_is(doc, mark->from, "lead"))) ||
			noun >= doc->n_tokens || doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		score = noun_score(doc, mark, noun);
		/* "assign associate duties" */
		if (score == 0 || (!upper && score == SCORE_DUTIES && mark->to - mark->from < 2))
			continue;
		run = upper ? capital_title(doc, mark, noun) : small_title(doc, noun);
		if (mark->entry->flags & ENTRY_LEVEL && run.from == mark->from)
			continue;
		/* "Cashier Duties:" heads a list */
		if (run.to - run.from < 2 &&
			!(upper && score == SCORE_DUTIES && doc_starts_clause(doc, run.from) &&
			  (token_punct(doc, noun + 1, ':') ||
			   noun + 1 == doc->lines[doc->tokens[noun].line].last)))
			continue;
		if (upper && mark->to - mark->from < 2 &&
			(mark->entry->flags & ENTRY_WEAK || !(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER)))
			continue;
		/* "experience in a similar Data Analyst role" */
		if (score == SCORE_JOB && speaks_of_past(doc, run.from))
			continue;
		title_propose(doc, all, run,
					  score - title_lateness(doc, mark->from, 250, 14) - (upper ? 0 : 2) -
						  (noun > mark->to ? 4 : 0),
					  "title.noun", NULL);
	}
}
