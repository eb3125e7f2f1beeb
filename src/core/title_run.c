/*
 * title_run.c
 *		The run of words in a sentence that holds a role: where it begins, what may
 *		stand in it and what ends it.
 */
#include "title_candidate.h"

/*
 * Whether the run starts anew behind a token: an article, a sign or a word that leads to the title.
 */
static bool
restarts_run(const Doc *doc, uint32_t i)
{
	return opens_title(doc, i) || token_punct(doc, i, ',') || token_punct(doc, i, '*') ||
		   token_punct(doc, i, '"') || token_punct(doc, i, ':') ||
		   token_in(doc, i, WORDS_TITLE_RESTARTS_RUN_ENDS);
}

/* Whether a sign may stand inside a title of a sentence; named: a role stands before it. */
static bool
joins_run(const Doc *doc, uint32_t i, bool named)
{
	char		c = doc->tokens[i].chr;

	if (i == 0 || i + 1 >= doc->n_tokens)
		return false;
	if (c == '.' && doc->tokens[i + 1].gap != GAP_NONE)
		return !named && doc->tokens[i + 1].gap == GAP_SPACE &&
			   token_in(doc, i - 1, WORDS_TITLE_JOINS_RUN_ABBREVIATIONS);
	/* "Python + AWS Developer" */
	if (c == '+' && !named)
		return doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER &&
			   doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER;
	if (c == '-')
		return doc->tokens[i].gap == GAP_NONE && doc->tokens[i + 1].gap == GAP_NONE;
	return c == '/' || c == '.' || c == '&' || (!named && (c == '(' || c == ')' || c == '\''));
}

/* Whether a word is a possessive: "Acme's". */
static bool
is_possessive(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const char *text = token_text(doc, i);

	return token->kind == TOKEN_WORD && token->len > 3 &&
		   !token_in(doc, i, WORDS_TITLE_POSSESSIVE_KINDS) && text[token->len - 1] == 's' &&
		   (text[token->len - 2] == '\'' ||
			(token->len > 5 && memcmp(text + token->len - 4, "\xe2\x80\x99", 3) == 0));
}

/*
 * Whether a field of several words in small letters belongs
 * to the capitals behind it: "a supply chain Data Analyst".
 */
static bool
is_small_field(const Doc *doc, Range run)
{
	const Mark *skill = mark_at(doc, KIND_SKILL, run.from);

	return skill != NULL && !(skill->entry->flags & ENTRY_SOFT) && skill->to > run.from + 1 &&
		   skill->to < run.to && doc->tokens[run.from + 1].kind == TOKEN_WORD &&
		   doc->tokens[skill->to].gap == GAP_SPACE &&
		   doc->tokens[skill->to].shape & SHAPE_FIRST_UPPER;
}

/*
 * Drops what is no part of the title from a run's front:
 * before capitals, words without them are praise.
 */
static Range
trim_run(const Doc *doc, Range run)
{
	/*
	 * "profesionales con vocación para camarero": where roles come first, little stands before them
	 */
	while (title_has_roles_first(doc) && run.from + 1 < run.to &&
		   !token_punct(doc, run.from, '(') && mark_at(doc, KIND_TITLE, run.from) == NULL &&
		   mark_at(doc, KIND_SENIORITY, run.from) == NULL &&
		   !(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER &&
			 doc->tokens[run.from + 1].gap == GAP_SPACE &&
			 doc->tokens[run.from + 1].shape & SHAPE_FIRST_UPPER))
		run.from++;
	if (run.to == run.from || title_has_roles_first(doc) ||
		!(doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER))
		return run;
	/* "an entry-level Planner" */
	if (run.to > run.from + 3 && token_punct(doc, run.from + 1, '-') &&
		token_is(doc, run.from + 2, "level") && !(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER))
		run.from += 3;
	/* "a (Senior) Planner" keeps its bracket */
	while (run.from + 1 < run.to && !(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER) &&
		   !token_punct(doc, run.from, '(') && !(doc->tokens[run.from].shape & SHAPE_HAS_UPPER) &&
		   doc->tokens[run.from].kind != TOKEN_NUMBER &&
		   mark_at(doc, KIND_SENIORITY, run.from) == NULL && !is_small_field(doc, run))
		run.from++;
	return run;
}

/* Whether a word ends a run: "with", "somebody", "we", but not "People Operations", "in-house". */
bool
title_stops_run(const Doc *doc, uint32_t i)
{
	if (doc->tokens[i].kind != TOKEN_WORD || title_is_acronym(doc, i) ||
		(token_punct(doc, i + 1, '-') && doc->tokens[i + 1].gap == GAP_NONE))
		return false;
	if (token_is(doc, i, "people") && doc->tokens[i].shape & SHAPE_FIRST_UPPER)
		return false;
	return parts_run(doc, i);
}

/* Whether an intern ends a title in lower case: "a mobile intern", not "an intern programme". */
static bool
is_learner(const Doc *doc, uint32_t i)
{
	const Mark *level = mark_at(doc, KIND_SENIORITY, i);

	return level != NULL && level->entry->value == SENIORITY_INTERN && level->to == i + 1 &&
		   i > 0 && mark_at(doc, KIND_TITLE, i) != NULL && doc->tokens[i - 1].kind == TOKEN_WORD &&
		   (i + 1 >= doc->n_tokens || doc->tokens[i + 1].kind != TOKEN_WORD ||
			parts_run(doc, i + 1));
}

/*
 * Whether a word with a second ending is a role by
 * what it is in charge of: "chargé·e de déploiement".
 */
static inline bool
is_charged(const Doc *doc, uint32_t i)
{
	uint32_t	ending;

	if (!token_in(doc, i, WORDS_TITLE_NO_ROLES))
		return false;
	ending = title_gender_ending(doc, i + 1);
	return ending > i + 1 && token_in(doc, ending, WORDS_TITLE_ROMANCE_OF);
}

/*
 * Whether a role is named again for the other sex, with more
 * words: "un développeur ou une développeuse full stack".
 */
static bool
names_twice(const Doc *doc, uint32_t i, uint32_t limit)
{
	const Mark *again = i + 2 < limit && (token_is(doc, i, "ou") || token_is(doc, i, "o"))
							? mark_at(doc, KIND_TITLE, i + 2)
							: NULL;

	return again != NULL && title_has_roles_first(doc) && opens_title(doc, i + 1) &&
		   (again->to > again->from + 1 || title_plain_tail(doc, again->to, limit) > again->to);
}

/* Whether the dash behind a level ties it to another one: "an entry- to mid-level Planner". */
static bool
joins_levels(const Doc *doc, uint32_t i)
{
	return token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_NONE &&
		   doc->tokens[i + 1].gap == GAP_SPACE &&
		   (token_is(doc, i + 1, "to") || token_is(doc, i + 1, "or") ||
			token_is(doc, i + 1, "and")) &&
		   mark_at(doc, KIND_SENIORITY, i - 1) != NULL;
}

/*
 * Whether a comma stands in a series of capitals that share
 * a role: "Safety, Health, and Mill (SHM) Specialist".
 */
static bool
joins_series(const Doc *doc, uint32_t i, uint32_t limit)
{
	bool		joined = false;

	if (i == 0 || !token_punct(doc, i, ',') || !(doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER))
		return false;
	for (uint32_t k = i + 1; k < limit && k < i + 12; k++)
	{
		const Mark *mark = mark_at(doc, KIND_TITLE, k);

		if (mark != NULL && !(mark->entry->flags & ENTRY_LEVEL))
			return joined && mark->to <= limit && doc->tokens[k].shape & SHAPE_FIRST_UPPER;
		if (token_is(doc, k, "and") || token_text(doc, k)[0] == '&')
			joined = true;
		else if (!token_punct(doc, k, ',') && !token_punct(doc, k, '(') &&
				 !token_punct(doc, k, ')') &&
				 !(doc->tokens[k].kind == TOKEN_WORD && doc->tokens[k].shape & SHAPE_FIRST_UPPER &&
				   doc->tokens[k].gap <= GAP_SPACE))
			return false;
	}
	return false;
}

/*
 * The end of the level that begins at a token, "entry level",
 * not "service associate"; the token itself where none does.
 */
static uint32_t
level_end(const Doc *doc, uint32_t i, uint32_t limit)
{
	const Mark *level = mark_at(doc, KIND_SENIORITY, i);

	return level != NULL && level->to < limit && level->entry->value != CUE_NONE ? level->to : i;
}

/*
 * Whether a German run starts anew behind a word: nothing that
 * is written small stands before a noun that it belongs to.
 */
static bool
restarts_german_run(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return doc->language[0] == 'd' && !doc->lower_case && token->kind == TOKEN_WORD &&
		   !(token->shape & SHAPE_HAS_UPPER) && token->gap != GAP_NONE &&
		   token_text(doc, i)[0] != '&' && !token_in(doc, i, WORDS_TITLE_GENDER_JOINS) &&
		   (i + 1 >= doc->n_tokens || doc->tokens[i + 1].gap != GAP_NONE ||
			doc->tokens[i + 1].kind == TOKEN_WORD);
}

/*
 * Whether a run without a role yet begins anew behind what stands
 * at a token, or steps over it; moves the run and the token on.
 */
static bool
begins_later(const Doc *doc, Range *run, uint32_t *at, uint32_t from, uint32_t limit)
{
	uint32_t	i = *at;
	const Token *token = &doc->tokens[i];

	if (i > from && joins_series(doc, i, limit))
		return true;
	if (restarts_run(doc, i) || token_is(doc, i, "based") ||
		(token->kind == TOKEN_NUMBER && token->len > 2) ||
		(token->kind == TOKEN_WORD && token_is(doc, i, "s") && i > from) || is_possessive(doc, i) ||
		restarts_german_run(doc, i))
	{
		run->from = run->to = i + 1;
		return true;
	}
	if (i > from && i + 2 < limit && joins_levels(doc, i))
	{
		run->from = run->to = i + 2;
		*at = i + 1;
		return true;
	}
	return false;
}

/* Whether a role that is no level begins at a token: "Business Leader" is one of both. */
static bool
is_plain_role(const Doc *doc, uint32_t i)
{
	const Mark *role = mark_at(doc, KIND_TITLE, i);

	return role != NULL && !(role->entry->flags & ENTRY_LEVEL);
}

/*
 * Whether words of several tokens that hold no role stand at a token
 * of a run without a role yet; moves the run and the token on.
 */
static bool
steps_over(const Doc *doc, Range *run, uint32_t *at, uint32_t limit)
{
	uint32_t	i = *at;
	uint32_t	level = level_end(doc, i, limit);
	const Mark *skill = mark_at(doc, KIND_SKILL, i);

	/* "Ruby on Rails Developer", "Dynamics 365 Developer" */
	if (skill != NULL && (skill->to > i + 2 || doc->tokens[skill->to - 1].kind == TOKEN_NUMBER) &&
		skill->to < limit && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
		mark_at(doc, KIND_TITLE, skill->to) != NULL)
		*at = skill->to - 1;
	/* "a mid to senior Analyst", one wording or two */
	else if (level > i + 1 && !is_plain_role(doc, level - 1))
		*at = level - 1;
	else if ((token_is(doc, i, "to") || token_is(doc, i, "or")) &&
			 mark_before(doc, KIND_SENIORITY, i) != NULL &&
			 mark_at(doc, KIND_SENIORITY, i + 1) != NULL)
		run->from = run->to = i + 1;
	else
		return false;
	return true;
}

/* A run begins with its role or has so many tokens before it. */
#define RUN_REACH	16

/* Whether anything in a range may be a role. */
static bool
may_hold_role(const Doc *doc, uint32_t from, uint32_t to)
{
	/* English has no second endings */
	const bool	endings = !doc_is_english(doc);

	for (uint32_t i = from; i < to; i++)
		if (doc->tokens[i].begins >> KIND_TITLE & 1 || title_is_compound_role(doc, i) ||
			(endings && is_charged(doc, i)))
			return true;
	return false;
}

/* The title that begins at or behind a token of a sentence: up to its last role word in a run. */
Range
title_role_run(const Doc *doc, uint32_t from, uint32_t limit)
{
	Range		run = {from, from};
	uint32_t	end = from + RUN_REACH < limit ? from + RUN_REACH : limit;

	if (!may_hold_role(doc, from, end))
		return run;
	for (uint32_t i = from; i < end; i++)
	{
		const Token *token = &doc->tokens[i];
		const Mark *mark = mark_at(doc, KIND_TITLE, i);
		bool		found = run.to > run.from;
		uint32_t	ending = token->kind == TOKEN_PUNCT ? title_gender_ending(doc, i) : i;

		/* "un·e chargé·e" */
		if (ending > i)
		{
			if (!found && opens_title(doc, i - 1))
				run.from = run.to = ending;
			i = ending - 1;
			continue;
		}
		if (i > from && (token->gap >= GAP_BLANK || (found && token->gap >= GAP_LINE)))
			break;
		/* "The Process Engineer monitors" */
		if (found && i == run.to && token->kind == TOKEN_WORD && token->gap == GAP_SPACE &&
			!(token->shape & SHAPE_HAS_UPPER) && token_text(doc, i)[token->len - 1] == 's' &&
			doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER &&
			doc->tokens[i - 1].shape & SHAPE_HAS_LOWER)
			break;
		if ((mark != NULL && mark->to <= limit &&
			 title_is_head(doc, (Range) {run.from, limit}, mark)) ||
			title_is_compound_role(doc, i) || is_learner(doc, i) || is_charged(doc, i))
		{
			run.to = title_role_tail(doc, run.from, mark != NULL ? mark->to : i + 1, limit);
			if (title_has_roles_first(doc))
				run.to = title_plain_tail(doc, run.to, limit);
			i = run.to - 1;
			continue;
		}
		if (found && i == run.to && names_twice(doc, i, limit))
		{
			run.to = title_plain_tail(doc, mark_at(doc, KIND_TITLE, i + 2)->to, limit);
			break;
		}
		if (!found && begins_later(doc, &run, &i, from, limit))
			continue;
		if (token->kind == TOKEN_PUNCT &&
			(!joins_run(doc, i, found) || (found && token_in(doc, i + 1, WORDS_TITLE_PRAISE))))
			break;
		if (!found && steps_over(doc, &run, &i, limit))
			continue;
		/* once a role stands, only capitals go on */
		if (title_stops_run(doc, i) ||
			(found && !(token->shape & SHAPE_FIRST_UPPER) && token->kind == TOKEN_WORD))
			break;
	}
	return trim_run(doc, run);
}
