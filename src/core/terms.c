/*
 * terms.c
 *		Terms of work: workplace, employment type, hours a week, stated level.
 *
 * The words for these terms are also ordinary words ("remote teams", "contract
 * law"), so a mark counts only where its surroundings say that it speaks of
 * this job: in a label's value, alone between separators, or beside a word such
 * as "position".
 */
#include "terms.h"

/* Whether a label's name, with a value of its own, holds a token: "Remote Type: Hybrid". */
bool
in_label_name(const Doc *doc, uint32_t i)
{
	uint32_t	n = doc_labels_before(doc, i);

	for (uint32_t k = n > 6 ? n - 6 : 0; k < n; k++)
		if (doc->labels.items[k].name.from <= i && i < doc->labels.items[k].name.to &&
			doc->labels.items[k].value.from < doc->labels.items[k].value.to)
			return true;
	return false;
}

/*
 * The labels, as bits, whose name ends right before a token where
 * line breaks and colons were lost: "Employment type Full-time".
 */
uint32_t
names_before(const Doc *doc, uint32_t i)
{
	const Mark *mark;
	uint32_t	from = i > 6 ? i - 6 : 0;

	while (i > from && (token_punct(doc, i - 1, ':') || token_punct(doc, i - 1, '*') ||
						token_punct(doc, i - 1, '-') || token_punct(doc, i - 1, '/') ||
						token_punct(doc, i - 1, ',') || token_in(doc, i - 1, WORDS_TERMS_TERMS)))
		i--;
	mark = mark_before(doc, KIND_HEADING, i);
	if (mark == NULL || !(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER))
		return 0;
	/* "Short Term Temporary": such a word needs its colon or its line */
	if (mark->to - mark->from == 1 && token_in(doc, mark->from, WORDS_TERMS_ORDINARY) &&
		!doc_starts_clause(doc, mark->from) && !token_punct(doc, i, ':'))
		return 0;
	return heading_labels(mark->entry);
}

/* Whether the name of one label ends there. */
bool
follows_name(const Doc *doc, Label label, uint32_t i)
{
	return names_before(doc, i) >> label & 1;
}

/*
 * Whether a token of punctuation parts terms in a line;
 * a comma does so only in lines that are no sentences.
 */
bool
is_separator(const Doc *doc, uint32_t i, bool text)
{
	const Token *token = &doc->tokens[i];

	if (token->kind != TOKEN_PUNCT)
		return false;
	switch (token->chr)
	{
		case '|': case '(': case ')': case '[': case ']': case '*':
			return true;
		case '/':
			return !text;
		case '<': case '>': case '?': case '@':
			return true;
		case '-':
			return token->gap != GAP_NONE || token->len > 1 ||
				   (i > 0 && token_punct(doc, i - 1, '-'));
		case '.': case ',': case ':': case ';': case 0:
			return !text;
		default:
			return false;
	}
}

/* Whether the other half of a choice is a place to work at: "Remote or one of our offices". */
bool
is_place_to_work(const Doc *doc, uint32_t i)
{
	const Line *line = i < doc->n_tokens ? &doc->lines[doc->tokens[i].line] : NULL;

	return line != NULL &&
		   range_has(doc, i, i + 6 < line->last ? i + 6 : line->last, WORDS_TERMS_WORKPLACE);
}

/* Whether separators, the line's ends, places or other terms stand on both sides of a mark. */
static bool
is_between_separators(const Doc *doc, const Mark *mark, bool text)
{
	static const EntryKind kinds[] = {KIND_PLACE, KIND_EMPLOYMENT_TYPE, KIND_WORKPLACE};
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	bool before = mark->from <= line->first || is_separator(doc, mark->from - 1, text) ||
				  token_in(doc, mark->from - 1, WORDS_TERMS_SEPARATORS_BEFORE) ||
				  (mark->from > 1 && token_in(doc, mark->from - 1, WORDS_AND_OR) &&
				   mark_before(doc, mark->entry->kind, mark->from - 1) != NULL);
	bool after =
		mark->to >= line->last || is_separator(doc, mark->to, text) ||
		token_in(doc, mark->to, WORDS_TERMS_SEPARATORS_AFTER) ||
		(token_in(doc, mark->to, WORDS_AND_OR) &&
		 mark_at(doc, mark->entry->kind, mark->to + 1) != NULL) ||
		(doc->tokens[mark->to].gap == GAP_NONE && doc->tokens[mark->to].shape & SHAPE_SPLIT);

	/* "Leeds, UK & Remote |", "Engineer (Leeds/Remote)", "Remote or local" */
	before |= mark->from > 1 &&
			  (token_in(doc, mark->from - 1, WORDS_AND_OR) || token_is(doc, mark->from - 1, "&") ||
			   token_punct(doc, mark->from - 1, '&') || token_punct(doc, mark->from - 1, '/')) &&
			  mark_before(doc, KIND_PLACE, mark->from - 1) != NULL;
	after |=
		token_in(doc, mark->to, WORDS_AND_OR) &&
		(token_is(doc, mark->to + 1, "local") || mark_at(doc, KIND_PLACE, mark->to + 1) != NULL ||
		 is_place_to_work(doc, mark->to + 1));
	after |= mark->to < doc->n_tokens &&
			 (doc->tokens[mark->to].kind == TOKEN_SIGN ||
			  token_in(doc, mark->to, WORDS_CLAUSE_LINKS) || doc_in_link(doc, mark->to) ||
			  (mark->from > 0 && token_punct(doc, mark->from - 1, '(') &&
			   doc->tokens[mark->to].kind == TOKEN_PUNCT));
	/* "Analyst Newcastle onsite to £80k" */
	after |= mark->entry->kind == KIND_WORKPLACE && token_is(doc, mark->to, "to") &&
			 mark->to + 1 < doc->n_tokens &&
			 (doc->tokens[mark->to + 1].kind == TOKEN_SIGN ||
			  doc->tokens[mark->to + 1].kind == TOKEN_NUMBER);
	before |=
		doc_starts_clause(doc, mark->from) || (after && token_punct(doc, mark->from - 1, ',') &&
											   doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER);
	/* "US-Remote", "Remote-US" */
	before |= mark->from > 1 && token_punct(doc, mark->from - 1, '-') &&
			  mark_before(doc, KIND_PLACE, mark->from - 1) != NULL;
	after |= token_punct(doc, mark->to, '-') && mark_at(doc, KIND_PLACE, mark->to + 1) != NULL;
	for (size_t k = 0; k < 3 && !text; k++)
	{
		before |= mark_before(doc, kinds[k], mark->from) != NULL;
		after |= mark_at(doc, kinds[k], mark->to) != NULL ||
				 (mark->to < doc->n_tokens && doc->tokens[mark->to].kind == TOKEN_NUMBER);
	}
	return before && after;
}

/* Whether a mark stands alone, as a board's terms do. */
static bool
is_alone(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	bool		text = line->words > 12 && mark->from > 40;

	/* "New York, REMOTE for the right candidate" */
	if (mark->entry->kind == KIND_WORKPLACE && mark->from < 80 && mark->to == mark->from + 1 &&
		doc->tokens[mark->from].len > 4 && !(doc->tokens[mark->from].shape & SHAPE_HAS_LOWER) &&
		doc->tokens[mark->from].shape & SHAPE_HAS_UPPER)
		return true;
	/* "Data Scientist Remote We build models": the line breaks of a header are lost */
	if (mark->entry->kind == KIND_WORKPLACE && doc->title.to > doc->title.from &&
		mark->from == doc->title.to && mark->to < doc->n_tokens &&
		doc->tokens[mark->from].shape & doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER)
		return true;
	/* "Acme (NYC) - VISA, FULL-TIME and INTERN welcome" */
	if (mark->entry->kind == KIND_EMPLOYMENT_TYPE && mark->from < 60 &&
		doc->tokens[mark->from].len > 5 && !doc->lower_case &&
		!(doc->tokens[mark->from].shape & SHAPE_HAS_LOWER) &&
		doc->tokens[mark->from].shape & SHAPE_HAS_UPPER &&
		(mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1) != NULL ||
		 (mark->from > 2 && mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 2) != NULL)))
		return true;
	return is_between_separators(doc, mark, text);
}

/*
 * Whether "not", "no", "kein" stands right before a mark in its clause, or denies it right behind.
 */
bool
is_negated(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);

	for (uint32_t i = mark->from; i > clause.from && mark->from - i < 4; i--)
		if (token_in(doc, i - 1, WORDS_TERMS_NEGATED) && !token_is(doc, i, "only") &&
			(!token_is(doc, i - 1, "non") || i == mark->from))
			return true;
	/* "Telecommute No" beside other labels that lost their colon */
	if (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER &&
		token_in(doc, mark->to, WORDS_WORKPLACE_NO) &&
		doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER &&
		/* "FT Non-Exempt" */
		!(token_punct(doc, mark->to + 1, '-') && doc->tokens[mark->to + 1].gap == GAP_NONE))
		return true;
	/* "Is remote work (i.e. from home) allowed for this position?: No" */
	if (token_is(doc, clause.from, "is") || token_is(doc, clause.from, "can"))
		for (uint32_t i = mark->to; i < mark->to + 24 && i + 2 < doc->n_tokens; i++)
			if (token_punct(doc, i, '?'))
				return token_in(doc, i + 1 + token_punct(doc, i + 1, ':'), WORDS_WORKPLACE_NO);
	for (uint32_t i = mark->to, seen = 0; i < clause.to && seen < 4; i++, seen++)
	{
		/* a remark in brackets parts nothing */
		if (token_punct(doc, i, '('))
			while (i + 1 < clause.to && i < mark->to + 12 && !token_punct(doc, i, ')'))
				i++;
		else if (doc->tokens[i].kind == TOKEN_PUNCT)
			break;
		/* "temporary positions not to exceed a year" */
		if (token_in(doc, i, WORDS_TERMS_NEGATED_BEHIND))
			return !token_is(doc, i + 2 + token_punct(doc, i + 1, '-'), "to") &&
				   !token_is(doc, i + 1, "to");
	}
	return false;
}

/*
 * Whether the words before a mark in its clause say that
 * they speak of this job: "this is a", "the position is".
 */
bool
is_said_of_job(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint32_t	from = reach_back(clause, mark->from, 9);

	for (uint32_t i = from; i + 1 < mark->from; i++)
		if (doc->tokens[i].lists != 0 &&
			((token_is(doc, i, "this") &&
			  (token_is(doc, i + 1, "is") || token_in(doc, i + 1, WORDS_TERMS_JOB))) ||
			 (token_in(doc, i, WORDS_TERMS_JOB) && token_in(doc, i + 1, WORDS_TERMS_JOB_VERBS))))
			return true;
	return false;
}

/* Looks at a mark's surroundings. */
Place
look_around(const Doc *doc, const Mark *mark, const Label *labels, size_t n_labels)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	Place		place = {.zone = doc->tokens[mark->from].zone,
						 .said = is_said_of_job(doc, mark),
						 .clause = doc_clause(doc, mark->from)};
	uint32_t	names = names_before(doc, mark->from);

	for (size_t k = 0; k < n_labels && !place.label; k++)
		place.label = doc_in_label(doc, labels[k], mark->from) ||
					  (names >> labels[k] & 1 && !in_label_name(doc, mark->from));
	place.alone = is_alone(doc, mark);
	place.title =
		doc->title.to > doc->title.from && mark->from >= doc->title.from &&
		(mark->to <= doc->title.to ||
		 (place.alone && mark->from < doc->title.to + 12 &&
		  doc->tokens[mark->from].line == doc->tokens[doc->title.from].line && line->words < 30));
	place.weak = (mark->entry->flags & ENTRY_WEAK) != 0;
	return place;
}

/* The first of some tests that holds; NULL where none does. */
const Test *
first_that_holds(const Test *tests, size_t n, const Doc *doc, const Mark *mark, const Place *place)
{
	for (size_t i = 0; i < n; i++)
		if (tests[i].holds(doc, mark, place))
			return &tests[i];
	return NULL;
}

/* Reads the terms of work. */
void
extract_terms(Doc *doc)
{
	read_workplace(doc);
	read_employment_type(doc);
	read_hours(doc);
	read_seniority(doc);
}
