/*
 * title_tail.c
 *		What stands behind a role and belongs to it: grades, "of Engineering", the team
 *		behind a comma or a dash, and abroad "chef de projet", "técnico informático".
 */
#include "title_candidate.h"

/*
 * Whether a word behind "and" belongs to what a role is for: "mozo
 * de carga y descarga", but not "técnico de calidad y tienes".
 */
static bool
joins_field(const Doc *doc, uint32_t i, uint32_t limit)
{
	const Token *word = &doc->tokens[i + 1];

	return i + 1 < limit && token_in(doc, i, WORDS_LIST_JOINING) &&
		   token_in(doc, i - 2, WORDS_TITLE_ROMANCE_OF) && word->kind == TOKEN_WORD &&
		   word->len > 4 && word->gap == GAP_SPACE &&
		   !parts_run(doc, i + 1) &&
		   !token_in(doc, i + 1, WORDS_TITLE_TAIL_STOPS) &&
		   mark_at(doc, KIND_TITLE, i + 1) == NULL &&
		   (i + 2 >= limit || doc->tokens[i + 2].kind == TOKEN_PUNCT ||
			token_in(doc, i + 2, WORDS_TITLE_RUN_STOPS) ||
			token_in(doc, i + 2, WORDS_TITLE_ROMANCE_OF) || token_in(doc, i + 2, WORDS_TITLE_TO) ||
			token_in(doc, i + 2, WORDS_TITLE_WITH_WHOM));
}

/* "chef de projet", "tecnico di laboratorio": up to three words behind the role. */
static uint32_t
romance_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	end = to;
	uint32_t	words = 0;

	for (uint32_t i = to; i < limit && words < 3; i++)
	{
		const Token *token = &doc->tokens[i];

		/* "Assistente Amministrativo e di Segreteria", "chargé d'aide aux meuniers" */
		if (token_in(doc, i, WORDS_TITLE_ROMANCE_OF) ||
			(words > 0 && token_is(doc, i, "aux") && i + 1 < limit && doc->tokens[i + 1].len > 4) ||
			(token->kind == TOKEN_PUNCT && token->chr == '\'') ||
			(token_in(doc, i, WORDS_LIST_JOINING) && token_in(doc, i + 1, WORDS_TITLE_ROMANCE_OF)))
			continue;
		/* "desenvolvimento de Front-End", "carga y descarga" */
		if (words > 0 && ((token_punct(doc, i, '-') && token->gap == GAP_NONE &&
						   doc->tokens[i + 1].gap == GAP_NONE) ||
						  joins_field(doc, i, limit)))
		{
			end = ++i + 1;
			continue;
		}
		if (token->kind != TOKEN_WORD || token->gap > GAP_SPACE ||
			parts_run(doc, i) ||
			token_in(doc, i, WORDS_TITLE_TAIL_STOPS))
			break;
		if (words > 0 && !token_in(doc, i - 1, WORDS_TITLE_ROMANCE_OF) && token->len < 4)
			break;
		end = i + 1;
		words++;
	}
	/* "esperto di Cloud e Data Center" */
	if (words > 0 && end + 1 < limit && token_in(doc, end, WORDS_LIST_JOINING) &&
		doc->tokens[end - 1].shape & SHAPE_FIRST_UPPER &&
		doc->tokens[end + 1].shape & SHAPE_FIRST_UPPER &&
		mark_at(doc, KIND_TITLE, end + 1) == NULL && mark_at(doc, KIND_PLACE, end + 1) == NULL)
		for (end += 2;
			 end < limit && words < 6 && is_capital_word(doc, end);
			 words++)
			end++;
	return end;
}

/*
 * Whether adjectives and nouns follow the role in the text's
 * language: "asesor inmobiliario", "développeur full stack".
 */
bool
title_is_roles_first(const Doc *doc)
{
	static const char *const languages[] = {"fr", "es", "pt", "it", "pl", "cs"};

	for (size_t i = 0; i < lengthof(languages); i++)
		if (memcmp(doc->language, languages[i], 2) == 0)
			return true;
	return false;
}

/* "esperto in Data Visualization": the skills behind "in", with what joins them. */
static uint32_t
field_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	i = to + 1;

	for (uint32_t n = 0; n < 4 && i < limit; n++)
	{
		const Mark *skill = mark_at(doc, KIND_SKILL, i);

		if (skill == NULL || skill->to > limit || mark_at(doc, KIND_PLACE, i) != NULL)
			break;
		to = i = skill->to;
		if (!token_punct(doc, i, ',') && !token_in(doc, i, WORDS_LIST_JOINING))
			break;
		i++;
	}
	return to;
}

/*
 * "vendeur en accessoires automobile": up to two words in small
 * letters behind a French "en" that tells no contract, place or time.
 */
static uint32_t
french_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	i = to + 1;

	if (doc->language[0] != 'f' || token_in(doc, i, WORDS_TITLE_NO_FIELDS) ||
		doc->tokens[i].len < 5)
		return to;
	while (i < limit && i < to + 3 && doc->tokens[i].kind == TOKEN_WORD &&
		   doc->tokens[i].gap == GAP_SPACE && !(doc->tokens[i].shape & SHAPE_HAS_UPPER) &&
		   !token_in(doc, i, WORDS_TITLE_TAIL_STOPS) && !parts_run(doc, i) &&
		   !token_in(doc, i, WORDS_TITLE_ROMANCE_OF) &&
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, i) == NULL)
		i++;
	return i > to + 1 ? i : to;
}

/* Whether "full" praises nobody: "full-stack", "full stack". */
bool
title_is_full_stack(const Doc *doc, uint32_t i)
{
	return token_is(doc, i, "full") &&
		   (token_is(doc, i + 1, "stack") ||
			(token_punct(doc, i + 1, '-') && token_is(doc, i + 2, "stack")));
}

/*
 * Whether a token begins what a job does in a language whose roles come
 * first: "travaillera", "realizará", "si occuperà", "a pour mission".
 */
bool
title_is_duty_abroad(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const char  *end;

	if (i >= doc->n_tokens || token->kind != TOKEN_WORD || token->shape & SHAPE_HAS_UPPER)
		return false;
	if (token_in(doc, i, WORDS_TITLE_SUBJECT_TAILS) ||
		(token_is(doc, i, "a") && token_is(doc, i + 1, "pour")))
		return true;
	if (token->len < 7)
		return false;
	end = token_text(doc, i) + token->len;
	return memcmp(end - 3, "rá", 3) == 0 || memcmp(end - 3, "rà", 3) == 0 ||
		   (doc->language[0] == 'f' && memcmp(end - 2, "ra", 2) == 0);
}

/*
 * The words behind a role that belong to it where roles come first,
 * up to a preposition, a verb or praise: "técnico informático".
 */
uint32_t
title_plain_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	words = 0;

	/* "chargée de" is one entry */
	if (to > 0 && token_in(doc, to - 1, WORDS_TITLE_ROMANCE_OF))
		return romance_tail(doc, to, limit);
	while (to < limit && words < 4)
	{
		const Token *token = &doc->tokens[to];
		uint32_t	ending = title_gender_ending(doc, to);

		if (ending > to)
			to = ending;
		/* "Consultor PP/QM" */
		else if ((token_punct(doc, to, '-') || token_punct(doc, to, '/')) &&
				 token->gap == GAP_NONE && doc->tokens[to + 1].gap == GAP_NONE)
			to++;
		else if (to + 2 < limit && token_in(doc, to, WORDS_LIST_JOINING) &&
				 token_in(doc, to + 1, WORDS_TITLE_ROMANCE_OF))
			return romance_tail(doc, to, limit);
		else if (to > 1 && joins_field(doc, to, limit))
			return to + 2;
		else if (token->kind != TOKEN_WORD || token->gap > GAP_SPACE ||
				 token_in(doc, to, WORDS_TITLE_TAIL_STOPS) ||
				 parts_run(doc, to) ||
				 (token_in(doc, to, WORDS_TITLE_PRAISE) && !title_is_full_stack(doc, to) &&
				  !token_is(doc, to, "local")) ||
				 title_gender_mark(doc, to) > to ||
				 (token->shape & SHAPE_FIRST_UPPER && mark_at(doc, KIND_PLACE, to) != NULL))
			break;
		else if (token_in(doc, to, WORDS_TITLE_ROMANCE_OF))
			return romance_tail(doc, to, limit);
		/* "Como molinero llevarás", "serás", "Le meunier travaillera" */
		else if ((token->len > 5 && memcmp(token_text(doc, to) + token->len - 4, "rás", 4) == 0) ||
				 title_is_duty_abroad(doc, to))
			break;
		else
		{
			/* "développeur Ruby on Rails" */
			const Mark *skill = mark_at(doc, KIND_SKILL, to);

			to = skill != NULL && skill->to <= limit ? skill->to : to + 1;
			words++;
		}
	}
	if (to + 1 < limit && (token_is(doc, to, "in") || token_is(doc, to, "en")))
	{
		uint32_t	end = field_tail(doc, to, limit);

		return end > to ? end : french_tail(doc, to, limit);
	}
	return to;
}

/*
 * "Manager, Data Analytics who": the capitals behind a comma, where a sentence goes on behind them.
 */
static uint32_t
team_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	i = to + 1;

	while (i < limit && i < to + 10)
	{
		/* "Manager, Mill Safety, North is" */
		if (i > to + 1 && i + 1 < limit && token_punct(doc, i, ',') &&
			is_capital_word(doc, i + 1) &&
			(i + 2 >= limit || !(doc->tokens[i + 2].shape & SHAPE_FIRST_UPPER)))
			i++;
		if (doc->tokens[i].gap != GAP_SPACE ||
			!((doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_FIRST_UPPER) ||
			  token_is(doc, i, "and") || token_text(doc, i)[0] == '&'))
			break;

		const Mark *place = mark_at(doc, KIND_PLACE, i);

		/* "Analyst, QC Monitoring" names no province */
		if ((place != NULL && !(title_is_acronym(doc, i) && place->to < limit &&
								doc->tokens[place->to].shape & SHAPE_FIRST_UPPER &&
								doc->tokens[place->to].gap == GAP_SPACE)) ||
			mark_at(doc, KIND_TITLE, i) != NULL || token_in(doc, i, WORDS_TITLE_SENTENCE))
			return to;
		i++;
	}
	if (i <= to + 1 || token_is(doc, i - 1, "and"))
		return to;
	/* "The Director, Risk Management, will", "As a Director, Risk Management, you" */
	if (token_punct(doc, i, ',') &&
		(token_in(doc, i + 1, WORDS_TITLE_SUBJECT_TAILS) || token_in(doc, i + 1, WORDS_TITLE_YOU)))
		return i;
	/* "seeking a Director, Risk Management." */
	if (i >= limit)
		return i == to + 3 && token_punct(doc, i, '.') ? i : to;
	return doc->tokens[i].kind == TOKEN_WORD && !(doc->tokens[i].shape & SHAPE_HAS_UPPER) ? i : to;
}

/*
 * "Data Scientist - Mobile to work", "Mill Manager – Grain and Flour": up to
 * five words behind a dash, where a sentence goes on or ends behind them.
 */
static uint32_t
dash_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	i = to + 1;

	/* "Architect- Lead" */
	if (doc->tokens[to].gap != GAP_SPACE &&
		(doc->tokens[to].gap != GAP_NONE || i >= limit || doc->tokens[i].gap != GAP_SPACE))
		return to;
	while (i < limit && i < to + 7 && doc->tokens[i].kind == TOKEN_WORD &&
		   doc->tokens[i].gap == GAP_SPACE &&
		   (doc->tokens[i].shape & SHAPE_FIRST_UPPER ||
			(i > to + 1 && (token_is(doc, i, "and") || token_text(doc, i)[0] == '&'))))
	{
		if (mark_at(doc, KIND_PLACE, i) != NULL || token_in(doc, i, WORDS_TITLE_REMOTE) ||
			mark_at(doc, KIND_EMPLOYMENT_TYPE, i) != NULL || token_in(doc, i, WORDS_TITLE_SENTENCE))
			return to;
		i++;
	}
	if (i == to + 1 || i == to + 7 || i >= doc->n_tokens || token_is(doc, i - 1, "and") ||
		!(token_punct(doc, i, ',') || token_punct(doc, i, '.') || doc->tokens[i].gap >= GAP_LINE ||
		  (!(doc->tokens[i].shape & SHAPE_HAS_UPPER) &&
		   (parts_run(doc, i)))))
		return to;
	return i;
}

/*
 * "Kierownik ds. Klienta", "Opiekunka w żłobku": what a Polish role is for, up to the next capital.
 */
static uint32_t
polish_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	i = to + 1;

	if (token_is(doc, to, "ds") && token_punct(doc, i, '.'))
		i++;
	else if (memcmp(doc->language, "pl", 2) != 0 || !token_is(doc, to, "w") ||
			 (i < limit && doc->tokens[i].shape & SHAPE_HAS_UPPER))
		return to;
	if (i >= limit || doc->tokens[i].kind != TOKEN_WORD)
		return to;
	for (to = ++i; i < limit && i < to + 3 && doc->tokens[i].kind == TOKEN_WORD &&
				   doc->tokens[i].gap == GAP_SPACE && !(doc->tokens[i].shape & SHAPE_HAS_UPPER) &&
				   !token_in(doc, i, WORDS_TITLE_TAIL_STOPS) &&
				   !token_in(doc, i, WORDS_TITLE_RUN_STOPS) && mark_at(doc, KIND_TITLE, i) == NULL;)
		i++;
	return i;
}

/*
 * The end of a second role in capitals behind what joins it to the first:
 * "/", "&", "or"; the joining token itself where none stands there.
 */
static uint32_t
second_role(const Doc *doc, uint32_t join, uint32_t limit)
{
	const Mark *role = join + 1 < limit && doc->tokens[join + 1].shape & SHAPE_FIRST_UPPER
						   ? mark_at(doc, KIND_TITLE, join + 1)
						   : NULL;

	if (role == NULL || role->to > limit)
		return join;
	/* "Mill Specialist/Planner" */
	if (token_punct(doc, join, '/') && doc->tokens[join].gap == GAP_NONE &&
		doc->tokens[join + 1].gap == GAP_NONE)
		return role->to;
	/* "Mill Researcher & Analyst" */
	if (token_text(doc, join)[0] == '&' && doc->tokens[join].len == 1 &&
		!(role->entry->flags & ENTRY_LEVEL))
		return role->to;
	/* "Mill Engineer or Scientist to join us" */
	if (token_is(doc, join, "or") && role->to < limit &&
		token_in(doc, role->to, WORDS_TITLE_RUN_STOPS))
		return role->to;
	return join;
}

/*
 * The German nouns or Dutch capitals behind a role that belong to it: "Spezialist
 * Einkauf", "Controller Sales", but not "Koch Vollzeit", "Koch Leipzig".
 */
static uint32_t
german_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	end = to + 4 < limit ? to + 4 : limit;
	uint32_t	role = to;

	while (to < end && is_capital_word(doc, to) && doc->tokens[to].shape & SHAPE_HAS_LOWER &&
		   !parts_run(doc, to) &&
		   !token_in(doc, to, WORDS_TITLE_GENDER_STOPS) && mark_at(doc, KIND_PLACE, to) == NULL &&
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, to) == NULL)
	{
		/* "Controller Nordwick Group" */
		if (token_in(doc, to, WORDS_COMPANY_FORM) || token_is(doc, to, "group") ||
			token_is(doc, to, "groep") || token_is(doc, to, "gruppe") ||
			token_is(doc, to, "holding"))
			return role;
		to++;
		/* "Controller Data & Analytics" */
		if (to + 1 < end && token_text(doc, to)[0] == '&' &&
			doc->tokens[to + 1].shape & SHAPE_FIRST_UPPER)
			to++;
	}
	return to;
}

/* Whether a number counts the months behind it: "Baker 6-Month contract". */
static bool
counts_months(const Doc *doc, uint32_t i)
{
	return token_punct(doc, i + 1, '-') && doc->tokens[i + 1].gap == GAP_NONE &&
		   (token_in(doc, i + 2, WORDS_EXPERIENCE_MONTH) ||
			token_in(doc, i + 2, WORDS_EXPERIENCE_YEAR));
}

/* Whether two grades begin at a token: "Planner I/II", "Specialist I or II". */
static bool
joins_grades(const Doc *doc, uint32_t i)
{
	return title_is_grade(doc, i) && title_is_grade(doc, i + 2) &&
		   (token_punct(doc, i + 1, '/') || token_punct(doc, i + 1, '-') ||
			token_punct(doc, i + 1, ',') || token_is(doc, i + 1, "or"));
}

/*
 * Whether a token is capitals that shorten what a role is
 * for, "Paramedic EMT", no label and no part of an id.
 */
static bool
is_short_form(const Doc *doc, uint32_t i, uint32_t limit)
{
	const Token *token = &doc->tokens[i];

	return token->kind == TOKEN_WORD && token->gap == GAP_SPACE && token->len <= 5 &&
		   token->len > 1 && !(token->shape & SHAPE_HAS_LOWER) && token->shape & SHAPE_HAS_UPPER &&
		   mark_at(doc, KIND_PLACE, i) == NULL && !token_punct(doc, i + 1, ':') &&
		   !(token_punct(doc, i + 1, '-') && i + 2 < limit &&
			 doc->tokens[i + 2].kind == TOKEN_NUMBER);
}

/* The capitals behind "of" that say what a role is for: "Director of Grain and Flour". */
static uint32_t
of_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	words = 0;

	if (to + 1 >= limit || !token_is(doc, to, "of") ||
		!(doc->tokens[to + 1].shape & SHAPE_FIRST_UPPER))
		return to;
	for (uint32_t i = to + 1; i < limit && words < 5; i++)
	{
		if (is_capital_word(doc, i))
		{
			to = i + 1;
			words++;
		}
		else if (!token_is(doc, i, "and") && !token_punct(doc, i, '&'))
			break;
	}
	return to;
}

/* What follows a role and belongs to it: "II", "EMT", "of Engineering". */
uint32_t
title_role_tail(const Doc *doc, uint32_t from, uint32_t to, uint32_t limit)
{
	bool		upper;
	uint32_t	words = 0,
				second;

	to = title_gender_ending(doc, to);
	if (to + 1 < limit && doc->tokens[to].len <= 2 && !doc_is_english(doc) &&
		polish_tail(doc, to, limit) > to)
		return polish_tail(doc, to, limit);
	/* "Head of" is one entry */
	if (to > from + 1 && token_is(doc, to - 1, "of"))
		to--;
	upper = (doc->tokens[to - 1].shape & SHAPE_FIRST_UPPER) != 0;
	/* "Head of Data" is one entry, too, and "Analytics" goes on */
	if (upper && to >= from + 3 && token_is(doc, to - 2, "of"))
		while (to < limit && words < 3 && is_capital_word(doc, to) &&
			   !token_in(doc, to, WORDS_TITLE_SENTENCE) && mark_at(doc, KIND_PLACE, to) == NULL)
		{
			to++;
			words++;
		}
	while (to + 2 < limit && joins_grades(doc, to))
		to += 2;
	while (to < limit && doc->tokens[to].gap <= GAP_SPACE && !counts_months(doc, to) &&
		   (title_is_grade(doc, to) ||
			(doc->tokens[from].shape & SHAPE_HAS_LOWER && is_short_form(doc, to, limit))))
		to++;
	second = upper ? second_role(doc, to, limit) : to;
	/* "Mill Coordinator/Analyst I" */
	if (second > to)
		return second + (second < limit && title_is_grade(doc, second) &&
						 doc->tokens[second].gap == GAP_SPACE);
	if (upper && (memcmp(doc->language, "de", 2) == 0 || memcmp(doc->language, "nl", 2) == 0))
		to = german_tail(doc, to, limit);
	/* "de" is the Dutch article */
	if (to + 1 < limit && token_in(doc, to, WORDS_TITLE_ROMANCE_OF) &&
		memcmp(doc->language, "nl", 2) != 0)
		return romance_tail(doc, to, limit);
	if (to - from <= 3 && upper && token_punct(doc, to, ','))
		return team_tail(doc, to, limit);
	if (upper && token_punct(doc, to, '-'))
		return dash_tail(doc, to, limit);
	return upper ? of_tail(doc, to, limit) : to;
}

/*
 * The end of a role with what belongs to it: "Planner II", "Head of Data", "técnico informático".
 */
uint32_t
title_role_end(const Doc *doc, uint32_t from, uint32_t to, uint32_t limit)
{
	to = title_role_tail(doc, from, to, limit);
	return title_has_roles_first(doc) ? title_plain_tail(doc, to, limit) : to;
}

/*
 * The words in small letters behind a role that belong to it
 * where roles come first: "Pracownik administracyjno-biurowy".
 */
uint32_t
title_small_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	end = title_has_roles_first(doc) && to + 4 < limit ? to + 4 : to;

	for (uint32_t i = to; i < end; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->chr == '-' && token->gap == GAP_NONE && doc->tokens[i + 1].gap == GAP_NONE)
			continue;
		if (token->kind != TOKEN_WORD || token->shape & SHAPE_HAS_UPPER || token->gap > GAP_SPACE ||
			parts_run(doc, i) ||
			token_in(doc, i, WORDS_TITLE_TAIL_STOPS) || token_in(doc, i, WORDS_TITLE_ROMANCE_OF))
			break;
		to = i + 1;
	}
	return to;
}
