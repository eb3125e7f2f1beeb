/*
 * title_opening.c
 *		The title in the capitals that open a text, or a part of one, whose lines were
 *		lost: "Data Manager Are you ...".
 */
#include "title_candidate.h"

/* Whether a token may stand in the run of capitals that opens a text. */
static bool
continues_opening(const Doc *doc, uint32_t from, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const Mark *heading = mark_at(doc, KIND_HEADING, i);

	/* "Care Worker Job Brecon" */
	if (i > from && (token_is(doc, i, "job") || token_is(doc, i, "jobs")) &&
		mark_before(doc, KIND_TITLE, i) != NULL)
		return false;
	if (i > from && ((heading != NULL && heading->to - i > 1) ||
					 (token->gap == GAP_NONE && token->shape & SHAPE_SPLIT)))
		return false;
	if (token->kind == TOKEN_PUNCT)
		return token->chr == '/' || token->chr == '&' || token->chr == '(' || token->chr == ')' ||
			   token->chr == ',' ||
			   (token->chr == '-' && token->gap == GAP_NONE && i + 1 < doc->n_tokens &&
				doc->tokens[i + 1].gap == GAP_NONE);
	if (token->kind != TOKEN_WORD || title_is_sentence_word(doc, i))
		return false;
	return token->shape & SHAPE_FIRST_UPPER || token_text(doc, i)[0] == '&' ||
		   token_is(doc, i, "of") || token_is(doc, i, "and") || token_is(doc, i, "for");
}

/* Whether a sentence begins in the midst of a line: "Data Manager Are you", "ArchitectOpen to". */
static bool
begins_anew(const Doc *doc, uint32_t i)
{
	return i < doc->n_tokens && doc->tokens[i].kind == TOKEN_WORD &&
		   doc->tokens[i].shape & SHAPE_FIRST_UPPER && !title_is_acronym(doc, i) &&
		   ((doc->tokens[i].gap == GAP_NONE && doc->tokens[i].shape & SHAPE_SPLIT) ||
			parts_run(doc, i));
}

/* Whether a label or a longer heading begins at a token: "Location:", "Position Summary". */
static bool
begins_label(const Doc *doc, uint32_t i)
{
	const Mark *mark = mark_at(doc, KIND_HEADING, i);

	return mark != NULL && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
		   (mark->to - i > 1 || token_punct(doc, mark->to, ':'));
}

/* Whether a place and the one around it begin at a token: "Webster, TX". */
static bool
is_city_and_state(const Doc *doc, uint32_t i)
{
	const Mark *place = mark_at(doc, KIND_PLACE, i);

	return place != NULL && token_punct(doc, place->to, ',') &&
		   mark_at(doc, KIND_PLACE, place->to + 1) != NULL;
}

/* Whether a level of several words begins at a token: "Entry Level". */
static bool
begins_level(const Doc *doc, uint32_t i)
{
	const Mark *level = mark_at(doc, KIND_SENIORITY, i);

	return level != NULL && level->to - i > 1 && mark_at(doc, KIND_TITLE, i) == NULL;
}

/* Whether a place begins in a range. */
static bool
holds_place(const Doc *doc, Range range)
{
	const Mark *place = mark_from(doc, KIND_PLACE, range.from);

	return place != NULL && place->from < range.to;
}

/* The title in the capitals that open a text whose lines were lost; empty where a name opens it. */
Range
title_opening_run(const Doc *doc, uint32_t from, uint32_t limit)
{
	Range		run = {from, from};
	const Mark *tail;
	uint32_t	i;
	bool		strong;

	for (i = from; i < limit && i < from + 16 && continues_opening(doc, from, i) &&
				   !(run.to > from && (is_city_and_state(doc, i) || begins_level(doc, i)));
		 i++)
	{
		/* "Overview The Prep Cook" */
		if (i > from && run.to == from && token_is(doc, i, "the"))
			run.from = run.to = from = i + 1;
		if (mark_before(doc, KIND_TITLE, i + 1) != NULL &&
			title_has_role(doc, (Range) {from, i + 1}, &strong) &&
			(strong || begins_anew(doc, i + 1) || token_punct(doc, i + 1, ',') ||
			 token_punct(doc, i + 1, '-') || token_punct(doc, i + 1, '(') ||
			 begins_label(doc, i + 1)))
			run.to = title_small_tail(doc, title_role_tail(doc, from, i + 1, limit), limit);
	}
	/* "TutorCruncher is" */
	if (run.to == from + 1 && run.to < limit && doc->tokens[run.to].gap == GAP_NONE &&
		doc->tokens[run.to].shape & SHAPE_SPLIT)
		run.to = from;
	if (run.to == from || i >= limit)
		return run;
	/* "Analista Junior Contas Integradas." */
	if (title_has_roles_first(doc) && token_punct(doc, i, '.') && i <= run.to + 6 &&
		!holds_place(doc, (Range) {run.to, i}))
		run.to = i;
	/* "Acme Engineers is seeking", "Acme Associates, Inc. seeks" */
	tail = mark_from(doc, KIND_COMPANY_TAIL, run.to);
	if (tail != NULL &&
		!(i == run.to && token_in(doc, i, WORDS_TITLE_SENTENCE) &&
		  doc->tokens[i].shape & SHAPE_FIRST_UPPER) &&
		(tail->from <= run.to + 1 ||
		 (tail->from == i && !(token_punct(doc, run.to, ',') && i > run.to + 4)) ||
		 (tail->from <= run.to + 4 && token_punct(doc, run.to, ','))))
		run.to = from;
	/* "Director Nursing Clinical Services Webster, TX" */
	if (run.to == from + 1 && i <= from + 6 && is_city_and_state(doc, i))
		run.to = i;
	/* "Analyst Data Platforms Sydney based" */
	for (uint32_t k = run.to + 1; run.to == from + 1 && k < i && k < from + 6; k++)
		if (mark_at(doc, KIND_PLACE, k) != NULL &&
			token_is(doc, mark_at(doc, KIND_PLACE, k)->to, "based"))
			run.to = k;
	/* "Director, Compliance Division, Ohio - This position ..." */
	if (token_punct(doc, i, '-') && run.to > from)
		run.to = i;
	return run;
}
