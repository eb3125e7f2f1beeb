/*
 * title_mention.c
 *		Roles that stand anywhere in the text: the last resort of texts whose
 *		sentences name the job in passing, "a Roofer does skilled work".
 */
#include "title_candidate.h"

/* So many are looked at, and so many words before a role. */
#define MAX_MENTIONS	48
#define MAX_CAPITALS	6
#define MAX_SMALL		3

/* Whether a word cannot stand in a title before its role. */
static bool
parts_title(const Doc *doc, uint32_t i)
{
	/* "Send InMail Grain Analyst" */
	if (token_is(doc, i, "inmail"))
		return true;
	/* "ES&H Specialist" */
	if (title_is_acronym(doc, i) && doc->tokens[i + 1].gap == GAP_NONE)
		return false;
	return token_in(doc, i, WORDS_TITLE_SENTENCE) || token_in(doc, i, WORDS_TITLE_RUN_STOPS) ||
		   token_in(doc, i, WORDS_TITLE_OPENS_TITLE) || token_in(doc, i, WORDS_TITLE_PAST) ||
		   token_in(doc, i, WORDS_TITLE_REPORTED_TO) || token_in(doc, i, WORDS_TITLE_WISH_VERBS) ||
		   token_in(doc, i, WORDS_TITLE_GROUPS) ||
		   (doc_is_foreign(doc) && (token_in(doc, i, WORDS_TITLE_PARTS_ABROAD) ||
									token_in(doc, i, WORDS_TITLE_DEFINITE))) ||
		   (token_in(doc, i, WORDS_TITLE_PRAISE) && !token_in(doc, i, WORDS_TITLE_WORDS_OF_TITLE));
}

/*
 * Whether a heading of two words or more ends before a token, in a
 * clause that it begins: "Roles And Responsibilities Data Engineer".
 */
static bool
follows_section(const Doc *doc, uint32_t i)
{
	const Mark *heading = mark_before(doc, KIND_HEADING, i);

	return heading != NULL && heading->to - heading->from > 1 &&
		   heading->entry->value < HEADING_LABEL && doc_starts_clause(doc, heading->from);
}

/* Where the capitals before a role in capitals begin: "Senior Data & Risk Analyst". */
static uint32_t
capitals_begin(const Doc *doc, uint32_t from)
{
	for (uint32_t n = 0; n < MAX_CAPITALS && from > 0 && !doc_starts_clause(doc, from) &&
						 !follows_section(doc, from);
		 n++)
	{
		const Token *prev = &doc->tokens[from - 1];

		if (prev->kind == TOKEN_WORD && doc->tokens[from].gap == GAP_SPACE &&
			prev->shape & SHAPE_FIRST_UPPER && !parts_title(doc, from - 1))
			from--;
		/* "R&D Manager", "Data / Risk Analyst", "Front-End Developer" */
		else if (from > 1 &&
				 (token_text(doc, from - 1)[0] == '&' || prev->chr == '/' ||
				  (prev->chr == '-' && prev->gap == GAP_NONE)) &&
				 doc->tokens[from - 2].kind == TOKEN_WORD &&
				 doc->tokens[from - 2].shape & SHAPE_FIRST_UPPER &&
				 doc->tokens[from].gap <= GAP_SPACE && !doc_starts_clause(doc, from - 1) &&
				 !parts_title(doc, from - 2))
			from -= 2;
		/* "Sr. Data Analyst" */
		else if (from > 1 && prev->chr == '.' && prev->gap == GAP_NONE &&
				 (token_is(doc, from - 2, "sr") || token_is(doc, from - 2, "jr")))
			from -= 2;
		else
			break;
	}
	/* "Electrical or Mill Engineer" begins a clause */
	if (from > 1 && doc->tokens[from].gap == GAP_SPACE && doc->tokens[from - 1].gap == GAP_SPACE &&
		(token_is(doc, from - 1, "or") || token_is(doc, from - 1, "and")) &&
		doc->tokens[from - 2].kind == TOKEN_WORD &&
		doc->tokens[from - 2].shape & SHAPE_FIRST_UPPER && doc_starts_clause(doc, from - 2) &&
		!parts_title(doc, from - 2) && mark_before(doc, KIND_TITLE, from - 1) == NULL)
		return from - 2;
	/* "3RD SHIFT BAKER" */
	if (from > 0 && doc->tokens[from].gap == GAP_NONE &&
		doc->tokens[from - 1].kind == TOKEN_NUMBER && doc->tokens[from].len == 2 &&
		token_in(doc, from, WORDS_TITLE_ORDINALS))
		return from - 1;
	return from;
}

/*
 * Where the small letters before a role begin: behind an article, a
 * word of sentences or praise; the role where they go on for longer.
 */
static uint32_t
small_begin(const Doc *doc, uint32_t role)
{
	uint32_t	from = role;

	/* where roles come first, only a level stands before them */
	if (title_has_roles_first(doc))
	{
		const Mark *level = mark_before(doc, KIND_SENIORITY, role);

		return level != NULL ? level->from : role;
	}
	while (from > 0 && role - from < MAX_SMALL && !doc_starts_clause(doc, from) &&
		   doc->tokens[from].gap == GAP_SPACE && doc->tokens[from - 1].kind == TOKEN_WORD &&
		   !parts_title(doc, from - 1))
		from--;
	if (from == 0 || doc_starts_clause(doc, from) || parts_title(doc, from - 1) ||
		doc->tokens[from - 1].kind != TOKEN_WORD)
		return from;
	return mark_before(doc, KIND_SENIORITY, role) != NULL
			   ? mark_before(doc, KIND_SENIORITY, role)->from
			   : role;
}

/* Whether a candidate holds a mark. */
static bool
is_proposed(const TitleCandidates *all, const Mark *mark)
{
	for (uint32_t i = 0; i < all->count; i++)
		if (all->items[i].at.from <= mark->from && all->items[i].at.to >= mark->to)
			return true;
	return false;
}

/* Roles that stand anywhere in the text and that nothing has proposed yet. */
void
title_from_mentions(Doc *doc, TitleCandidates *all)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	uint32_t	found = 0;

	for (uint32_t i = 0; i < marks->count && found < MAX_MENTIONS; i++)
	{
		const Mark *mark = &marks->items[i];
		Range		clause;
		Range		run;

		/* "Team Chief" */
		if ((mark->entry->flags & ENTRY_LEVEL &&
			 !token_in(doc, mark->from, WORDS_TITLE_CAPITAL_HEAD_HEADS)) ||
			doc->tokens[mark->from].zone == ZONE_NOISE || is_proposed(all, mark))
			continue;
		/* who signs an advertisement */
		if (token_is(doc, mark->to - 1, "recruiter"))
			continue;
		clause = doc_clause(doc, mark->from);
		run.from = doc->tokens[mark->to - 1].shape & SHAPE_FIRST_UPPER
					   ? capitals_begin(doc, mark->from)
					   : small_begin(doc, mark->from);
		if (!title_is_head(doc, (Range) {run.from, clause.to}, mark))
			continue;
		run.to = title_role_end(doc, run.from, mark->to, clause.to);
		found++;
		title_propose(doc, all, run, 10, "title.mention", NULL);
	}
}
