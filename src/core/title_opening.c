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

/*
 * Whether what stands behind a role in the first line lets it be the title: "para", ".",
 * "com"; in a text that is English for the most part only a preposition abroad does.
 */
static bool
ends_first_words(const Doc *doc, uint32_t i, uint32_t last)
{
	if (!title_has_roles_first(doc))
		return i < last && (token_is(doc, i, "com") || token_is(doc, i, "para") ||
							token_is(doc, i, "con") || token_is(doc, i, "capaz"));
	return i >= last || token_punct(doc, i, '.') || token_punct(doc, i, ',') ||
		   token_punct(doc, i, '(') ||
		   (token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_SPACE) ||
		   token_in(doc, i, WORDS_TITLE_TO) || token_in(doc, i, WORDS_TITLE_WITH_WHOM) ||
		   (token_in(doc, i, WORDS_TITLE_TAIL_STOPS) && !(doc->tokens[i].shape & SHAPE_HAS_UPPER));
}

/* The first words of a text hold so many tokens before their dash. */
#define MAX_FIRST_WORDS 8

/*
 * Where the role of a text's first words may begin: behind a label
 * and a dash, "Descrição: Grain Handling - Moleiro".
 */
static uint32_t
first_words_begin(const Doc *doc, const Line *line)
{
	uint32_t from = line->first;

	for (uint32_t i = from; i + 1 < line->last && i < from + MAX_FIRST_WORDS; i++)
		if (token_punct(doc, i, ':') ||
			(token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_SPACE &&
			 doc->tokens[i + 1].gap == GAP_SPACE))
		{
			if (mark_at(doc, KIND_TITLE, from) != NULL)
				break;
			from = i + 1;
		}
	return from;
}

/*
 * The role that is the first word of a text abroad, or stands behind the dash of its
 * first words: "Moleiro com experiência", "Grain Handling - Moleiro para atuar".
 */
void
title_from_first_words(Doc *doc, TitleCandidates *all)
{
	const Line *line = doc->lines;
	const Mark *role;
	uint32_t    from;
	Range       run;

	while (line < doc->lines + doc->n_lines && line->words == 0)
		line++;
	if (line == doc->lines + doc->n_lines || line->words < 6 || line->flags & LINE_BULLET)
		return;
	from = first_words_begin(doc, line);
	role = mark_at(doc, KIND_TITLE, from);
	if (role == NULL || role->entry->flags & ENTRY_LEVEL ||
		!(doc->tokens[from].shape & SHAPE_FIRST_UPPER))
		return;
	/* what reads lines or openings has read it, but for "Front-End" that was cut */
	for (uint32_t i = 0; i < all->count; i++)
		if (all->items[i].at.from == from && all->items[i].score >= 26 &&
			!(token_punct(doc, all->items[i].at.to, '-') &&
			  doc->tokens[all->items[i].at.to].gap == GAP_NONE))
			return;
	run = title_role_run(doc, from, line->last);
	if (run.from != from || run.to <= from)
		return;
	if (!title_has_roles_first(doc))
		run.to = title_plain_tail(doc, run.to, line->last);
	/* "Moleiro e padeiro das lojas" */
	role = token_in(doc, run.to, WORDS_LIST_JOINING) ? mark_at(doc, KIND_TITLE, run.to + 1) : NULL;
	if (role != NULL && role->to <= line->last)
		run.to = title_plain_tail(doc, role->to, line->last);
	if (ends_first_words(doc, run.to, line->last))
		title_propose(doc, all, run, 60, "title.opening", NULL);
}
