/*
 * title_gender.c
 *		How titles name both sexes: marks, "(m/w/d)", "H/F", and second endings,
 *		"chargé·e", "vendedor/a", "Praktikant:in".  Boards write them in titles and
 *		hardly anywhere else, so that they give away roles that no list holds.
 */
#include "title_candidate.h"

/* Whether a token is glued to the one before it. */
static bool
is_glued(const Doc *doc, uint32_t i)
{
	return i < doc->n_tokens && doc->tokens[i].gap == GAP_NONE;
}

/* Whether a hyphen leads a French feminine ending: "chargé-e". */
static bool
is_feminine(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].chr == '-' && memcmp(doc->language, "fr", 2) == 0 &&
		   i + 2 < doc->n_tokens && is_glued(doc, i + 1) &&
		   (token_is(doc, i + 1, "e") || token_is(doc, i + 1, "se") ||
			token_is(doc, i + 1, "euse") || token_is(doc, i + 1, "rice") ||
			token_is(doc, i + 1, "trice"));
}

/*
 * The token behind the second ending that a word has before a sign:
 * "chargé·e", "Assistent(in)"; the sign itself where it has none.
 */
uint32_t
title_second_ending(const Doc *doc, uint32_t i)
{
	const Token *sign = &doc->tokens[i];
	uint32_t	k = i + 1;

	if (i == 0 || doc_is_english(doc) || sign[-1].kind != TOKEN_WORD || sign[-1].len < 2 ||
		!(sign->chr == '*' || sign->chr == '/' || sign->chr == ':' || sign->chr == '.' ||
		  sign->chr == '(' || sign->chr == '_' || is_feminine(doc, i)))
		return i;
	/* "Mitarbeiter/-in" */
	if (token_punct(doc, k, '-') && is_glued(doc, k) && (sign->chr == '/' || sign->chr == '('))
		k++;
	if (!is_glued(doc, k) || !token_in(doc, k, WORDS_TITLE_GENDER_ENDINGS) ||
		(doc->tokens[k].shape & SHAPE_HAS_UPPER && sign[-1].shape & SHAPE_HAS_LOWER))
		return i;
	if (sign->chr == '(')
	{
		if (!token_punct(doc, k + 1, ')') || !is_glued(doc, k + 1))
			return i;
		/* "chargé(e)s" */
		return k + 2 + (is_glued(doc, k + 2) && token_is(doc, k + 2, "s"));
	}
	k++;
	/* "chargé·e·s" */
	if (k + 1 < doc->n_tokens && is_glued(doc, k) && is_glued(doc, k + 1) &&
		doc->tokens[k].kind == TOKEN_PUNCT && token_is(doc, k + 1, "s"))
		k += 2;
	return k;
}

/*
 * The token behind a gender mark that begins at a token:
 * "m/w/d", "H/F"; the token itself where none does.
 */
uint32_t
title_gender_mark(const Doc *doc, uint32_t i)
{
	uint32_t	k = i;
	bool		open = i > 0 && token_punct(doc, i - 1, '(');
	bool		hyphens;

	if (i >= doc->n_tokens || doc->tokens[i].len != 1 ||
		!token_in(doc, i, WORDS_TITLE_GENDER_LETTERS))
		return i;
	hyphens = token_punct(doc, i + 1, '-') && is_glued(doc, i + 1) && is_glued(doc, i + 2);
	while (k + 2 < doc->n_tokens && doc->tokens[k + 1].kind == TOKEN_PUNCT &&
		   (doc->tokens[k + 1].chr == '/' || doc->tokens[k + 1].chr == '|' ||
			(hyphens && doc->tokens[k + 1].chr == '-')) &&
		   doc->tokens[k + 2].len == 1 && token_in(doc, k + 2, WORDS_TITLE_GENDER_LETTERS) &&
		   (open || is_glued(doc, k + 1)))
		k += 2;
	/* bare, in English, it is what a law calls equal: "EOE M/F"; "k-m-d" needs three */
	if (k == i || (hyphens && k < i + 4) || (!open && doc_is_english(doc)))
		return i;
	return k + 1;
}

/* Whether a gender mark stands in a range. */
bool
title_has_gender_mark(const Doc *doc, Range range)
{
	if (!(doc->spotted & LIST_BIT(WORDS_TITLE_GENDER_LETTERS)))
		return false;
	for (uint32_t i = range.from; i + 2 < range.to; i++)
		if (doc->tokens[i].len == 1 && title_gender_mark(doc, i) > i)
			return true;
	return false;
}

/*
 * Whether a word joins the parts of a title and needs the
 * role before it: "Mitarbeiter für Lager und Logistik".
 */
static bool
joins_parts(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_TITLE_GENDER_JOINS);
}

/* Whether a token may stand in the words before a gender mark. */
static bool
stands_before_mark(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_PUNCT)
		return token->chr == '/' || token->chr == '-' || token->chr == '&' || token->chr == '(' ||
			   token->chr == ')' || token->chr == '+' || (token->chr == '\'' && is_glued(doc, i)) ||
			   (is_glued(doc, i) && is_glued(doc, i + 1));
	/* "tourneurs sur commande numérique" */
	if (token_is(doc, i, "sur") && i > 0 && mark_before(doc, KIND_TITLE, i) != NULL)
		return true;
	if (token->kind != TOKEN_WORD || title_is_sentence_word(doc, i) ||
		token_in(doc, i, WORDS_TITLE_GENDER_STOPS))
		return false;
	/* "Werkstudent:in" */
	if (i > 0 && title_gender_ending(doc, i - 1) > i - 1)
		return true;
	if (joins_parts(doc, i))
		return i > 0 &&
			   (mark_before(doc, KIND_TITLE, i) != NULL || title_is_compound_role(doc, i - 1) ||
				(token_in(doc, i, WORDS_LIST_JOINING) &&
				 doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER));
	return true;
}

/* Whether a capital follows a small letter without a blank, so that a word ended before it. */
static bool
is_torn(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].gap == GAP_NONE && doc->tokens[i].shape & SHAPE_SPLIT;
}

/* Whether a sign opens no title, as the bracket of "(Senior) Baker" does. */
static bool
is_leading_sign(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].kind == TOKEN_PUNCT &&
		   !(token_punct(doc, i, '(') && mark_at(doc, KIND_SENIORITY, i + 1) != NULL);
}

/*
 * The words before a gender mark that are the title: back
 * to an article, a verb, a sign, or the begin of the line.
 */
static Range
run_before_mark(const Doc *doc, uint32_t end)
{
	Range		run = {end, end};
	const Mark *place;

	/* a blank was lost: "erfahrenenBauleiter (m/w/d)" */
	while (run.from > 0 && end - run.from < 14 &&
		   (run.from == end || !(doc_starts_clause(doc, run.from) || is_torn(doc, run.from))) &&
		   doc->tokens[run.from].gap <= GAP_SPACE && stands_before_mark(doc, run.from - 1))
		run.from--;
	/* what leads the title: "als", "eine/n", "(e) Assistant", "engagierten" */
	for (uint32_t i = run.from; i < run.to; i++)
	{
		uint32_t	ending = title_gender_ending(doc, i + 1);

		if (i == run.from && is_leading_sign(doc, i))
			run.from = i + 1;
		else if (token_in(doc, i, WORDS_TITLE_OPENS_TITLE) ||
				 (i == run.from && token_in(doc, i, WORDS_TITLE_PRAISE)) || token_is(doc, i, "als"))
			run.from = i = (ending > i + 1 ? ending : i + 1);
		else if (i == run.from && i > 0 && title_gender_ending(doc, i - 1) > i - 1)
			run.from = i + 1;
		else if (doc->language[0] == 'd' && doc->tokens[i].kind == TOKEN_WORD &&
				 token_text(doc, i)[0] != '&' && !(doc->tokens[i].shape & SHAPE_HAS_UPPER) &&
				 !joins_parts(doc, i) && !is_glued(doc, i))
			run.from = i + 1;
	}
	while (run.from < run.to &&
		   (is_leading_sign(doc, run.from) || token_in(doc, run.from, WORDS_TITLE_ROMANCE_OF) ||
			joins_parts(doc, run.from)))
		run.from++;
	place = mark_at(doc, KIND_PLACE, run.from);
	if (place != NULL && place->to < run.to && mark_at(doc, KIND_TITLE, run.from) == NULL &&
		doc->tokens[place->to].kind == TOKEN_WORD && !title_is_acronym(doc, run.from))
		run.from = place->to;
	return run;
}

/*
 * Titles before a gender mark, known roles or not: "recrute :
 * MANOEUVRE BTP (F/H)", "suchen wir einen Zugführer (m/w/d)".
 */
void
title_from_gender_marks(Doc *doc, TitleCandidates *all)
{
	uint32_t	found = 0,
				next = 1;

	for (const Spot *spot = NULL;
		 found < 6 && (spot = next_spot(doc, spot, LIST_BIT(WORDS_TITLE_GENDER_LETTERS))) != NULL;)
	{
		uint32_t	i = spot->at,
					to;
		Range		run;
		bool		strong;

		if (i < next || doc->tokens[i].len != 1)
			continue;
		if (i + 2 >= doc->n_tokens || i >= 4000)
			break;
		if ((to = title_gender_mark(doc, i)) == i)
			continue;
		run = run_before_mark(
			doc, token_punct(doc, i - 1, '(') || token_punct(doc, i - 1, '[') ? i - 1 : i);
		next = to + 1;
		if (run.from >= run.to || doc->tokens[run.from].zone == ZONE_NOISE ||
			(run.to - run.from == 1 && token_in(doc, run.from, WORDS_TITLE_APPLICANTS)) ||
			(doc_is_english(doc) && !title_has_role(doc, run, &strong)))
			continue;
		found++;
		title_propose(doc, all, run,
					  42 - title_lateness(doc, i, 250, 14) -
						  (doc->tokens[run.from].zone == ZONE_REQUIREMENTS ? 22 : 0),
					  "title.gender", NULL);
	}
}
