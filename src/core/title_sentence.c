/*
 * title_sentence.c
 *		Titles that sentences name: "is looking for a ...", "As a ..., you", "The
 *		... will", and the runs of words that hold them.
 */
#include "title_candidate.h"

const char title_no_subject[] = "not said to be this job";

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
		   !token_in(doc, i + 1, WORDS_TITLE_RUN_STOPS) &&
		   !token_in(doc, i + 1, WORDS_TITLE_SENTENCE) &&
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

		/* "Assistente Amministrativo e di Segreteria" */
		if (token_in(doc, i, WORDS_TITLE_ROMANCE_OF) ||
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
			token_in(doc, i, WORDS_TITLE_RUN_STOPS) || token_in(doc, i, WORDS_TITLE_SENTENCE) ||
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
			 end < limit && words < 6 && doc->tokens[end].kind == TOKEN_WORD &&
			 doc->tokens[end].gap == GAP_SPACE && doc->tokens[end].shape & SHAPE_FIRST_UPPER;
			 words++)
			end++;
	return end;
}

/*
 * Whether adjectives and nouns follow the role in the text's
 * language: "asesor inmobiliario", "développeur full stack".
 */
bool
title_has_roles_first(const Doc *doc)
{
	static const char *const languages[] = {"fr", "es", "pt", "it", "pl", "cs"};

	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++)
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
		   !token_in(doc, i, WORDS_TITLE_TAIL_STOPS) && !token_in(doc, i, WORDS_TITLE_RUN_STOPS) &&
		   !token_in(doc, i, WORDS_TITLE_SENTENCE) && !token_in(doc, i, WORDS_TITLE_ROMANCE_OF) &&
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, i) == NULL)
		i++;
	return i > to + 1 ? i : to;
}

/* Whether "full" praises nobody: "full-stack", "full stack". */
static bool
is_full_stack(const Doc *doc, uint32_t i)
{
	return token_is(doc, i, "full") &&
		   (token_is(doc, i + 1, "stack") ||
			(token_punct(doc, i + 1, '-') && token_is(doc, i + 2, "stack")));
}

/*
 * The words behind a role that belong to it where roles come first,
 * up to a preposition, a verb or praise: "técnico informático".
 */
static uint32_t
plain_tail(const Doc *doc, uint32_t to, uint32_t limit)
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
				 token_in(doc, to, WORDS_TITLE_RUN_STOPS) ||
				 token_in(doc, to, WORDS_TITLE_SENTENCE) ||
				 (token_in(doc, to, WORDS_TITLE_PRAISE) && !is_full_stack(doc, to)) ||
				 title_gender_mark(doc, to) > to ||
				 (token->shape & SHAPE_FIRST_UPPER && mark_at(doc, KIND_PLACE, to) != NULL))
			break;
		else if (token_in(doc, to, WORDS_TITLE_ROMANCE_OF))
			return romance_tail(doc, to, limit);
		/* "Como molinero llevarás", "serás" */
		else if (token->len > 5 && memcmp(token_text(doc, to) + token->len - 4, "rás", 4) == 0)
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
			doc->tokens[i + 1].kind == TOKEN_WORD && doc->tokens[i + 1].gap == GAP_SPACE &&
			doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER &&
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
		   (token_in(doc, i, WORDS_TITLE_RUN_STOPS) || token_in(doc, i, WORDS_TITLE_SENTENCE)))))
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

	while (to < end && doc->tokens[to].kind == TOKEN_WORD && doc->tokens[to].gap == GAP_SPACE &&
		   doc->tokens[to].shape & SHAPE_FIRST_UPPER && doc->tokens[to].shape & SHAPE_HAS_LOWER &&
		   !token_in(doc, to, WORDS_TITLE_SENTENCE) && !token_in(doc, to, WORDS_TITLE_RUN_STOPS) &&
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

/* What follows a role and belongs to it: "II", "EMT", "of Engineering". */
static uint32_t
role_tail(const Doc *doc, uint32_t from, uint32_t to, uint32_t limit)
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
		while (to < limit && words < 3 && doc->tokens[to].kind == TOKEN_WORD &&
			   doc->tokens[to].gap == GAP_SPACE && doc->tokens[to].shape & SHAPE_FIRST_UPPER &&
			   !token_in(doc, to, WORDS_TITLE_SENTENCE) && mark_at(doc, KIND_PLACE, to) == NULL)
		{
			to++;
			words++;
		}
	words = 0;
	/* "Planner I/II", "Specialist I or II" */
	while (to + 2 < limit && title_is_grade(doc, to) && title_is_grade(doc, to + 2) &&
		   (token_punct(doc, to + 1, '/') || token_punct(doc, to + 1, '-') ||
			token_punct(doc, to + 1, ',') || token_is(doc, to + 1, "or")))
		to += 2;
	while (
		to < limit && doc->tokens[to].gap <= GAP_SPACE && !counts_months(doc, to) &&
		(title_is_grade(doc, to) ||
		 (doc->tokens[to].kind == TOKEN_WORD && doc->tokens[to].gap == GAP_SPACE &&
		  doc->tokens[to].len <= 5 && doc->tokens[to].len > 1 &&
		  !(doc->tokens[to].shape & SHAPE_HAS_LOWER) && doc->tokens[to].shape & SHAPE_HAS_UPPER &&
		  mark_at(doc, KIND_PLACE, to) == NULL && !token_punct(doc, to + 1, ':') &&
		  !(token_punct(doc, to + 1, '-') && to + 2 < limit &&
			doc->tokens[to + 2].kind == TOKEN_NUMBER) &&
		  doc->tokens[from].shape & SHAPE_HAS_LOWER)))
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
	if (to + 1 >= limit || !token_is(doc, to, "of") || !upper ||
		!(doc->tokens[to + 1].shape & SHAPE_FIRST_UPPER))
		return to;
	for (uint32_t i = to + 1; i < limit && words < 5; i++)
	{
		if (doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
			doc->tokens[i].gap == GAP_SPACE)
		{
			to = i + 1;
			words++;
		}
		else if (!token_is(doc, i, "and") && !token_punct(doc, i, '&'))
			break;
	}
	return to;
}

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
			token_in(doc, i, WORDS_TITLE_SENTENCE) || token_in(doc, i, WORDS_TITLE_RUN_STOPS));
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

/*
 * The words in small letters behind a role that belong to it
 * where roles come first: "Pracownik administracyjno-biurowy".
 */
static uint32_t
small_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	end = title_has_roles_first(doc) && to + 4 < limit ? to + 4 : to;

	for (uint32_t i = to; i < end; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->chr == '-' && token->gap == GAP_NONE && doc->tokens[i + 1].gap == GAP_NONE)
			continue;
		if (token->kind != TOKEN_WORD || token->shape & SHAPE_HAS_UPPER || token->gap > GAP_SPACE ||
			token_in(doc, i, WORDS_TITLE_RUN_STOPS) || token_in(doc, i, WORDS_TITLE_SENTENCE) ||
			token_in(doc, i, WORDS_TITLE_TAIL_STOPS) || token_in(doc, i, WORDS_TITLE_ROMANCE_OF))
			break;
		to = i + 1;
	}
	return to;
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
			run.to = small_tail(doc, role_tail(doc, from, i + 1, limit), limit);
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

/* Whether a word parts a title from what comes before it in a sentence: "for an", "as the". */
static bool
opens_title(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_TITLE_OPENS_TITLE);
}

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
static bool
stops_run(const Doc *doc, uint32_t i)
{
	if (doc->tokens[i].kind != TOKEN_WORD || title_is_acronym(doc, i) ||
		(token_punct(doc, i + 1, '-') && doc->tokens[i + 1].gap == GAP_NONE))
		return false;
	if (token_is(doc, i, "people") && doc->tokens[i].shape & SHAPE_FIRST_UPPER)
		return false;
	return token_in(doc, i, WORDS_TITLE_RUN_STOPS) || token_in(doc, i, WORDS_TITLE_SENTENCE);
}

/* Whether an intern ends a title in lower case: "a mobile intern", not "an intern programme". */
static bool
is_learner(const Doc *doc, uint32_t i)
{
	const Mark *level = mark_at(doc, KIND_SENIORITY, i);

	return level != NULL && level->entry->value == SENIORITY_INTERN && level->to == i + 1 &&
		   i > 0 && mark_at(doc, KIND_TITLE, i) != NULL && doc->tokens[i - 1].kind == TOKEN_WORD &&
		   (i + 1 >= doc->n_tokens || doc->tokens[i + 1].kind != TOKEN_WORD ||
			token_in(doc, i + 1, WORDS_TITLE_RUN_STOPS) ||
			token_in(doc, i + 1, WORDS_TITLE_SENTENCE));
}

/*
 * Whether a word with a second ending is a role by
 * what it is in charge of: "chargé·e de déploiement".
 */
static bool
is_charged(const Doc *doc, uint32_t i)
{
	uint32_t	ending = title_gender_ending(doc, i + 1);

	return ending > i + 1 && token_in(doc, i, WORDS_TITLE_NO_ROLES) &&
		   token_in(doc, ending, WORDS_TITLE_ROMANCE_OF);
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
		   (again->to > again->from + 1 || plain_tail(doc, again->to, limit) > again->to);
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

/* The title that begins at or behind a token of a sentence: up to its last role word in a run. */
static Range
role_run(const Doc *doc, uint32_t from, uint32_t limit)
{
	Range		run = {from, from};

	for (uint32_t i = from; i < limit && i < from + 16; i++)
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
			run.to = role_tail(doc, run.from, mark != NULL ? mark->to : i + 1, limit);
			if (title_has_roles_first(doc))
				run.to = plain_tail(doc, run.to, limit);
			i = run.to - 1;
			continue;
		}
		if (found && i == run.to && names_twice(doc, i, limit))
		{
			run.to = plain_tail(doc, mark_at(doc, KIND_TITLE, i + 2)->to, limit);
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
		if (stops_run(doc, i) ||
			(found && !(token->shape & SHAPE_FIRST_UPPER) && token->kind == TOKEN_WORD))
			break;
	}
	return trim_run(doc, run);
}

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
		else if (is_praise(doc, from) && !is_full_stack(doc, from) &&
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
static bool
is_duty_verb(const Doc *doc, uint32_t i)
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
			   (opens_main_clause(doc, lead->from) && is_duty_verb(doc, next));
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
	while (i < doc->n_tokens && i < run.to + 4 && doc->tokens[i].kind == TOKEN_WORD &&
		   doc->tokens[i].gap == GAP_SPACE && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
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

		if (!opens_title(doc, i) || token_is(doc, i, "the") || token_is(doc, i, "our") ||
			token_is(doc, i, "as"))
			continue;
		at = skip_praise(doc, at, limit);
		run = role_run(doc, at, limit);
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
	run = role_run(doc, skip_praise(doc, from, limit), limit);

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
		   !is_full_stack(doc, run.from))
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
			stops_run(doc, at))
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
			   !token_in(doc, run.to, WORDS_COMPANY_FORM) && !stops_run(doc, run.to) &&
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
	uint32_t	limit = sentence_limit(doc, lead, &from);
	Range		run;

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
	if (!is_plain_wish(doc, lead))
		return run;
	while (run.to < limit && run.to < from + 5 && doc->tokens[run.to].kind == TOKEN_WORD &&
		   doc->tokens[run.to].gap == GAP_SPACE && doc->tokens[run.to].shape & SHAPE_FIRST_UPPER &&
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

/*
 * The end of a role with what belongs to it: "Planner II", "Head of Data", "técnico informático".
 */
uint32_t
title_role_end(const Doc *doc, uint32_t from, uint32_t to, uint32_t limit)
{
	to = role_tail(doc, from, to, limit);
	return title_has_roles_first(doc) ? plain_tail(doc, to, limit) : to;
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

/*
 * Whether an article may lead a role that is this job: one follows,
 * and begins the clause, a capital one, or what says so does.
 */
static bool
may_be_subject(const Doc *doc, const Mark *lead, const Mark *role)
{
	uint32_t	end = lead->to + LEAD_REACH < doc->n_tokens ? lead->to + LEAD_REACH : doc->n_tokens;

	if (role == NULL || role->from >= end)
		return false;
	if (doc_starts_clause(doc, lead->from))
		return true;
	return doc->tokens[lead->from].len > 2 &&
		   (doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER ||
			opens_main_clause(doc, lead->from) ||
			range_has(doc, role->to, end, WORDS_TITLE_SUBJECT_NOUNS));
}

/*
 * The capitals between an article and "role" or "position" whose noun no list
 * holds: "our entry level Management position"; empty where none stand there.
 */
static Range
unknown_job(const Doc *doc, uint32_t from)
{
	const Mark *level = mark_at(doc, KIND_SENIORITY, from);
	uint32_t	first = level != NULL && level->entry->value != CUE_NONE ? level->to : from;
	uint32_t	to = first;
	bool		strong;

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

	for (uint32_t i = 0; i < marks->count && all->count < 60; i++)
	{
		const Mark *lead = &marks->items[i];
		bool        subject =
			lead->to - lead->from == 1 && token_in(doc, lead->from, WORDS_TITLE_ARTICLES);
		const char *reason = NULL;
		Range		run;

		if (doc->tokens[lead->from].zone == ZONE_NOISE || lead->to >= doc->n_tokens)
			continue;
		run = opens_title(doc, lead->to - 1) ? unknown_job(doc, lead->to) : (Range) {0, 0};
		if (run.from < run.to)
		{
			title_propose(doc, all, run, 26, "title.unknown", NULL);
			continue;
		}
		/* the next role */
		while (next < roles->count && roles->items[next].from < lead->to)
			next++;
		if (subject && !may_be_subject(doc, lead, next < roles->count ? &roles->items[next] : NULL))
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
		   !token_in(doc, verb, WORDS_TITLE_RUN_STOPS) &&
		   !token_in(doc, verb, WORDS_TITLE_SENTENCE);
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
		Range		run;

		/* the run holds up to four words before its role */
		for (uint32_t k = 0; k < 4 && from > 0 && !doc_starts_clause(doc, from) &&
							 doc->tokens[from - 1].kind == TOKEN_WORD;
			 k++)
			from--;
		/* "Job Description: Mill Planners (Grain) plan" */
		if (doc->tokens[from].start < 300 &&
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
		run = role_run(doc, from, doc_clause(doc, from).to);
		/* "Full-stack developer helping create" opens the text */
		if (run.from == from && run.to > run.from + 1 && run.to < run.from + 6 &&
			run.to < doc->n_tokens && doc->tokens[from].start < 200 &&
			doc->tokens[run.to].gap == GAP_SPACE && token_in(doc, run.to, WORDS_TITLE_ASKED) &&
			!holds_lead(doc, run))
			title_propose(doc, all, run, 38, "title.bare_subject", NULL);
		/*
		 * "Printing associate will": a sentence of a text without
		 * lines may have small letters behind its first word
		 */
		if (run.from != from || run.to == run.from || run.to >= doc->n_tokens ||
			!(doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER ||
			  (run.to - run.from > 1 && token_is(doc, run.to, "will") &&
			   marks->items[i].to == run.to)) ||
			doc->tokens[run.to].gap != GAP_SPACE || !is_duty_verb(doc, run.to) ||
			(title_is_plural(doc, (Range) {run.from, marks->items[i].to}) !=
			 token_is(doc, run.to, "are")) ||
			(run.to - run.from < 2 && !token_is(doc, run.to, "is")))
			continue;
		title_propose(doc, all, run, 30 - title_lateness(doc, from, 250, 14), "title.bare_subject",
					  NULL);
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
				 !(token_in(doc, from - 1, WORDS_TITLE_PRAISE) && !is_full_stack(doc, from - 1)) &&
				 !token_in(doc, from - 1, WORDS_TITLE_RUN_STOPS) &&
				 !token_in(doc, from - 1, WORDS_TITLE_SENTENCE))
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
				 !token_in(doc, run.from - 1, WORDS_TITLE_SENTENCE) &&
				 !token_in(doc, run.from - 1, WORDS_TITLE_RUN_STOPS) &&
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

	while (to < doc->n_tokens && to < i + 4 && doc->tokens[to].kind == TOKEN_WORD &&
		   doc->tokens[to].gap == GAP_SPACE && doc->tokens[to].shape & SHAPE_FIRST_UPPER &&
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
		if (upper && noun == mark->to && precedes_grade(doc, noun))
			score = 40;
		else if (doc->tokens[noun].gap != GAP_SPACE)
			continue;
		else if (token_in(doc, noun, WORDS_TITLE_NOUNS))
			score = 36;
		else if (token_in(doc, noun, WORDS_TITLE_DUTIES) &&
				 doc->tokens[mark->from].zone != ZONE_REQUIREMENTS)
			score = 32;
		else
			continue;
		/* "assign associate duties" */
		if (!upper && score == 32 && mark->to - mark->from < 2)
			continue;
		run = upper ? capital_title(doc, mark, noun) : small_title(doc, noun);
		if (mark->entry->flags & ENTRY_LEVEL && run.from == mark->from)
			continue;
		/* "Cashier Duties:" heads a list */
		if (run.to - run.from < 2 && !(upper && score == 32 && doc_starts_clause(doc, run.from) &&
									   (token_punct(doc, noun + 1, ':') ||
										noun + 1 == doc->lines[doc->tokens[noun].line].last)))
			continue;
		if (upper && mark->to - mark->from < 2 &&
			(mark->entry->flags & ENTRY_WEAK || !(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER)))
			continue;
		/* "experience in a similar Data Analyst role" */
		if (score == 36 && speaks_of_past(doc, run.from))
			continue;
		title_propose(doc, all, run,
					  score - title_lateness(doc, mark->from, 250, 14) - (upper ? 0 : 2) -
						  (noun > mark->to ? 4 : 0),
					  "title.noun", NULL);
	}
}
