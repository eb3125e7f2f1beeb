/*
 * place_fallback.c
 *		Where the job is if the text does not say it: the employer's name, a
 *		county, the country where one must have the right to work tell it.
 */
#include "place_candidate.h"

/* Lets a place tell where the job is. */
static bool
take(Group *g, const char *rule)
{
	g->score = FALLBACK;
	g->rule = rule;
	return true;
}

/*
 * Whether a town follows the employer's name, as those of
 * agencies' branches do abroad: "L'équipe Acme Nevers".
 */
static bool
is_town_of_branch(const Doc *doc, const Group *g)
{
	Str			company = doc->posting->company;
	Str			before;

	if (g->city == NULL || g->weak || company.len < 3 || g->at.from == 0 ||
		doc->tokens[g->at.from].gap != GAP_SPACE || doc->tokens[g->at.from].zone == ZONE_NOISE ||
		place_goes_on(doc, g))
		return false;
	if (str_ends_with(company, range_text(doc, g->at)))
		return true;
	before = range_text(doc, (Range) {doc_clause(doc, g->at.from).from, g->at.from});
	return str_equal(before, company) || str_ends_with(before, company);
}

/* Whether a town abroad ends an address: a postcode stands at it, and a street before it. */
static bool
has_address(const Doc *doc, const Group *g)
{
	uint32_t	from = g->at.from,
				to = g->at.to;
	uint8_t		zone = doc->tokens[from].zone;
	bool		code;

	if (g->town.to == g->town.from || zone == ZONE_NOISE || zone == ZONE_PROCESS ||
		zone == ZONE_LEGAL)
		return false;
	code = (from > 0 && doc->tokens[from - 1].kind == TOKEN_NUMBER &&
			doc->tokens[from - 1].len >= 4 && doc->tokens[from - 1].len <= 5) ||
		   (to < doc->n_tokens && doc->tokens[to].kind == TOKEN_NUMBER &&
			doc->tokens[to].len == 5 && doc->tokens[to].gap == GAP_SPACE);
	for (uint32_t i = from; code && i > 0 && from - i < 9 && doc->tokens[i].gap < GAP_LINE; i--)
		if (doc->tokens[i - 1].kind == TOKEN_NUMBER && doc->tokens[i - 1].len <= 3)
			return !range_has(doc, doc_clause(doc, from).from, i, WORDS_PLACES_VISIT);
	return false;
}

/*
 * Whether a country ends the employer's name, there or where the text names
 * it: "Acme India", "Acme India Ltd", "Acme, the baker.  Acme UK bakes bread".
 */
static bool
is_branch(const Doc *doc, const Group *g)
{
	Str			company = doc->posting->company;
	Str			before;
	uint32_t	to = g->at.to;

	if (g->country == NULL || g->town.to > g->town.from || g->weak)
		return false;
	/* "Acme Australia Pty Ltd" */
	while (to < g->at.to + 3 && token_in(doc, to, WORDS_COMPANY_FORM))
		to++;
	if (str_ends_with(company, range_text(doc, g->at)) ||
		str_ends_with(company, range_text(doc, (Range) {g->at.from, to})))
		return true;
	if (company.len == 0 || g->at.from == 0 || doc->tokens[g->at.from].gap != GAP_SPACE)
		return false;
	before = range_text(doc, (Range) {doc_clause(doc, g->at.from).from, g->at.from});
	if (str_equal(before, company) || str_ends_with(before, company))
		return true;
	/* "Acme Group ... Acme UK" */
	before = range_text(doc, (Range) {g->at.from - 1, g->at.from});
	return before.len >= 3 && doc->tokens[g->at.from - 1].shape & SHAPE_FIRST_UPPER &&
		   !token_in(doc, g->at.from - 1, WORDS_COMPANY_ARTICLES) && company.len > before.len &&
		   memcmp(company.s, before.s, before.len) == 0 && company.s[before.len] == ' ';
}

/*
 * Whether a place stands in the name of the employer, which tells where the job
 * is if nothing else does: "City of Leeds", "State of Ohio", "Acme India".
 * Other names ("Texas Instruments") say nothing.
 */
static bool
is_employer(const Doc *doc, const Group *g)
{
	uint32_t	from = g->at.from;
	Range		clause = doc_clause(doc, from);

	if (doc->tokens[from].zone == ZONE_NOISE ||
		word_before(doc, clause, from, 9, WORDS_PLACES_EMPLOYER_TRAVEL) ||
		word_after(doc, clause, g->at.to, 6, WORDS_PLACES_EMPLOYER_LICENSE) ||
		word_before(doc, clause, from, 8, WORDS_PLACES_EMPLOYER_LICENSE))
		return false;
	if (g->office && g->region != NULL)
		return true;
	if (g->town.to == g->town.from && g->region != NULL && from < HEAD_TOKENS &&
		place_goes_on(doc, g) && token_in(doc, g->at.to, WORDS_PLACES_EMPLOYER_OFFICES))
		return true;
	if (from >= 2 && token_is(doc, from - 1, "of") &&
		token_in(doc, from - 2, WORDS_PLACES_EMPLOYER_BODIES) &&
		(!token_is(doc, from - 2, "state") || g->region != NULL))
		return !token_is(doc, from - 2, "university") ||
			   str_ends_with(doc->posting->company, range_text(doc, g->at));
	return is_branch(doc, g);
}

/* Whether a county may be where the job is: it is no law's. */
static bool
tells_county(const Doc *doc, Range at)
{
	uint8_t		zone = doc->tokens[at.from].zone;

	for (uint32_t i = at.to; i < at.to + 6; i++)
		if (token_in(doc, i, WORDS_PLACES_LAWS))
			return false;
	return zone != ZONE_NOISE && zone != ZONE_LEGAL;
}

/*
 * Takes the first county, known or not, for the state that the
 * text speaks of: "Acme County"; false where there is none.
 */
static bool
find_county(const Doc *doc, Groups *groups)
{
	if (doc->region == NULL || memcmp(doc->country, "US", 2) != 0)
		return false;
	for (uint32_t i = 0; i < groups->count; i++)
		if (groups->items[i].office && tells_county(doc, groups->items[i].at))
			return take(&groups->items[i], "place.employer");
	for (uint32_t i = 1; i < doc->n_tokens; i++)
		if (token_is(doc, i, "county") && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
			doc->tokens[i].gap == GAP_SPACE && tells_county(doc, (Range) {i - 1, i + 1}) &&
			place_is_town_word(doc, i - 1) && mark_before(doc, KIND_PLACE, i) == NULL &&
			mark_at(doc, KIND_PLACE, i - 1) == NULL)
		{
			Group g = {
				.at = {i - 1, i + 1}, .rule = "place.employer", .office = true, .score = FALLBACK};

			*VEC_PUSH(doc->arena, groups) = g;
			return true;
		}
	return false;
}

/*
 * Whether a country is where one must have the right to work, or where the
 * unnamed employer is: "eligible to work in the UK", "a UK-based business".
 */
static bool
tells_country(const Doc *doc, const Group *g)
{
	Range		clause = doc_clause(doc, g->at.from);

	if (word_before(doc, clause, g->at.from, 10, WORDS_PLACES_ENTITLED) &&
		word_before(doc, clause, g->at.from, 5, WORDS_PLACES_RIGHT_WORK))
		return true;
	/* "full UK right to work" */
	if (word_after(doc, clause, g->at.to, 2, WORDS_PLACES_ENTITLED) &&
		word_after(doc, clause, g->at.to, 5, WORDS_PLACES_RIGHT_WORK))
		return true;
	return token_punct(doc, g->at.to, '-') && token_is(doc, g->at.to + 1, "based") &&
		   word_after(doc, clause, g->at.to + 2, 5, WORDS_PLACES_FIRMS);
}

/*
 * Takes the country where one must have the right to work, outside the US, whose
 * postings say so of every job: "the right to work in the UK"; false where there
 * is none or more than one.
 */
static bool
find_right_to_work(const Doc *doc, Groups *groups)
{
	Group	   *found = NULL;

	for (uint32_t i = 0; i < groups->count; i++)
	{
		Group	   *g = &groups->items[i];

		if (g->country == NULL || g->town.to > g->town.from ||
			doc->tokens[g->at.from].zone == ZONE_NOISE || !tells_country(doc, g))
			continue;
		if ((found != NULL && found->country != g->country) ||
			memcmp(g->country->country, "US", 2) == 0)
			return false;
		found = g;
	}
	if (found == NULL)
		return false;
	return take(found, "place.right_to_work");
}

/*
 * Takes the first town that the gazetteer does not hold from a sentence:
 * "based in Jerrabomberra, near the river"; false where there is none.
 */
static bool
find_unknown_town(const Doc *doc, Groups *groups)
{
	for (const Spot *spot = NULL;
		 (spot = next_spot(doc, spot, LIST_BIT(WORDS_PLACES_BASED))) != NULL;)
	{
		Group		g = {.rule = "place.text", .score = FALLBACK, .unknown = true};
		uint32_t	i = spot->at,
					to = i + 2;

		if (to >= doc->n_tokens || !token_in(doc, i + 1, WORDS_PLACES_TIE_IN) ||
			doc->tokens[i].zone == ZONE_NOISE)
			continue;
		while (to < i + 5 && place_is_town_word(doc, to) && doc->tokens[to].gap == GAP_SPACE &&
			   mark_at(doc, KIND_PLACE, to) == NULL)
			to++;
		if (to == i + 2 ||
			(to < doc->n_tokens && doc->tokens[to].gap < GAP_LINE && !token_punct(doc, to, ',') &&
			 !token_punct(doc, to, '.') && !token_punct(doc, to, '(') &&
			 !token_is(doc, to, "and")) ||
			token_in(doc, to - 1, WORDS_PLACES_OFFICE_WORD) ||
			(i > 0 && token_in(doc, i - 1, WORDS_PLACES_OTHERS)))
			continue;
		g.at = g.town = (Range) {i + 2, to};
		*VEC_PUSH(doc->arena, groups) = g;
		return true;
	}
	return false;
}

/* The length of a token without the "'s" at its end; 0 where it has none. */
static uint32_t
stem_length(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const char *s = token_text(doc, i);

	if (token->kind != TOKEN_WORD || token->len < 6 || s[token->len - 1] != 's')
		return 0;
	if (s[token->len - 2] == '\'')
		return token->len - 2;
	return memcmp(s + token->len - 4, "\xE2\x80\x99", 3) == 0 ? token->len - 4 : 0;
}

/*
 * The places that a possessive names, with the word before it
 * or alone: "San Francisco's", "Leeds's"; NULL where none.
 */
static const Entry *
possessive_place(const Doc *doc, uint32_t i, uint32_t stem, uint32_t *from)
{
	char		folded[FOLD_MAX_WORD * 4];
	const WordSlot *slot =
		lexicon_word(&doc->lex, lexicon_hash(folded, fold_word(token_text(doc, i), stem, folded)));
	const Edge *edge = slot->word != 0 && i > 0 && doc->tokens[i].gap == GAP_SPACE ?
		lexicon_step(&doc->lex, doc->tokens[i - 1].word, slot->word) : NULL;
	bool		with_before = edge != NULL && edge->to.entries != 0;

	*from = i - with_before;
	for (const Entry *entry = lexicon_meanings(&doc->lex, with_before ? edge->to : slot->state);
		 entry != NULL; entry = lexicon_more(entry))
		if (entry->kind == KIND_PLACE)
			return entry;
	return NULL;
}

/*
 * Takes what the text calls itself a part of: "one of Edinburgh's fastest growing
 * firms", "located in San Francisco's Mission"; false where nothing is.  Of the
 * US everybody boasts.
 */
static bool
find_possessive(const Doc *doc, Groups *groups)
{
	const Token *last = doc->tokens + doc->n_tokens - 1;

	for (const Token *token = doc->tokens + 1; token < last; token++)
	{
		Group		g;
		uint32_t	stem,
					i;
		Mark		mark;
		const Entry *city;

		/* no word of the lexicon has the "'s" */
		if (token->word != 0 || !(token->shape & SHAPE_FIRST_UPPER))
			continue;
		i = (uint32_t) (token - doc->tokens);
		stem = stem_length(doc, i);
		mark = (Mark) {0};
		if (stem == 0 || (mark.entry = possessive_place(doc, i, stem, &mark.from)) == NULL)
			continue;
		mark.to = i + 1;
		if (doc->tokens[i].zone == ZONE_NOISE ||
			(token_in(doc, mark.from - 1, WORDS_LIST_JOINING) &&
			 !token_is(doc, mark.from - 1, "of")) ||
			!(token_in(doc, i + 1, WORDS_PLACES_SUPERLATIVE) ||
			  (mark.from > 1 && token_in(doc, mark.from - 1, WORDS_PLACES_TIE_IN) &&
			   token_in(doc, mark.from - 2, WORDS_PLACES_TIE))))
			continue;
		g = (Group) {.rule = "place.text", .score = FALLBACK};
		g.country = place_pick_row(doc, &mark, PLACE_COUNTRY, NULL, NULL);
		city = g.country == NULL ? place_pick_entry(doc, &mark, PLACE_CITY, NULL, NULL) : NULL;
		g.city = city != NULL && !(city->flags & ENTRY_WEAK) ? row_of(city) : NULL;
		if ((g.country == NULL && g.city == NULL) ||
			(g.country != NULL && memcmp(g.country->country, "US", 2) == 0))
			continue;
		g.at = (Range) {mark.from, mark.to};
		*VEC_PUSH(doc->arena, groups) = g;
		return true;
	}
	return false;
}

/*
 * Whether a word, without a number of letters at its end, is a large town of a German text
 * beside the name of a quarter: "in der Kölner Südstadt", "im Zentrum Hamburgs".
 */
static bool
names_quarter_of(const Doc *doc, uint32_t i, uint32_t ending, Group *g)
{
	const Token *token = &doc->tokens[i];
	const char *s = token_text(doc, i);
	Mark		mark = {.from = i, .to = i + 1};

	if (ending == 0 ? s[token->len - 1] != 's' : s[token->len - 1] != 'r')
		return false;
	if (!token_in(doc, ending == 0 ? i - 1 : i + 1, WORDS_PLACES_QUARTERS))
		return false;
	mark.entry = possessive_place(doc, i, token->len - (ending == 0 ? 1 : ending), &mark.from);
	if (mark.entry == NULL || mark.from != i)
		return false;
	g->city = place_pick_row(doc, &mark, PLACE_CITY, NULL, NULL);
	g->at = (Range) {i, i + 1};
	return g->city != NULL && g->city->population >= 50000 &&
		   country_in(g->city->country, "DE AT CH");
}

/* Takes the town that a German text names by its people or in the genitive; false where none. */
static bool
find_inflected(const Doc *doc, Groups *groups)
{
	if (memcmp(doc->language, "de", 2) != 0)
		return false;
	for (uint32_t i = 1; i + 1 < doc->n_tokens; i++)
	{
		const Token *token = &doc->tokens[i];
		Group		g = {.rule = "place.text", .score = FALLBACK};

		if (token->kind != TOKEN_WORD || token->len < 6 || token->zone == ZONE_NOISE ||
			!(token->shape & SHAPE_FIRST_UPPER) || token->gap > GAP_SPACE)
			continue;
		/* "Kölner", "Karlsruher", "Hamburgs" */
		if (names_quarter_of(doc, i, 2, &g) || names_quarter_of(doc, i, 1, &g) ||
			names_quarter_of(doc, i, 0, &g))
		{
			*VEC_PUSH(doc->arena, groups) = g;
			return true;
		}
	}
	return false;
}

/*
 * Whether postings in the text's language are mostly of a country:
 * English names of employers hold towns from all over the world.
 */
static bool
is_home(const Doc *doc, const char *country)
{
	if (memcmp(doc->language, "en", 2) != 0)
		return memcmp(doc->country, country, 2) == 0;
	return country_in(country, "US GB CA AU IE NZ");
}

/* Whether a state or country stands before the job itself: "this California position". */
static bool
is_before_job(const Doc *doc, const Group *g)
{
	return (g->region != NULL || g->country != NULL) && g->at.from > 0 &&
		   doc->tokens[g->at.from].zone != ZONE_NOISE &&
		   token_in(doc, g->at.from - 1, WORDS_PLACES_THIS) &&
		   token_in(doc, g->at.to, WORDS_TERMS_JOB);
}

/* Whether the employer's name holds a state: "Blue Oven of Ohio", "Ohio Ovens Group". */
static bool
is_state_of_name(const Doc *doc, const Group *g)
{
	Str			company = doc->posting->company;
	Str			state;

	if (g->region == NULL || g->region->kind != PLACE_REGION || g->town.to > g->town.from ||
		g->weak || g->office || token_is(doc, g->at.to, "county"))
		return false;
	state = range_text(doc, g->at);
	if (state.len < 4 || state.len >= company.len || doc->tokens[g->at.from].zone == ZONE_NOISE ||
		!is_home(doc, g->region->country))
		return false;
	for (uint32_t at = 0; at + state.len <= company.len; at++)
		if (memcmp(company.s + at, state.s, state.len) == 0 &&
			(at == 0 || company.s[at - 1] == ' ') &&
			(at + state.len == company.len || company.s[at + state.len] == ' '))
			return true;
	return false;
}

/* Whether a town begins the employer's name: "Lafayette Steel Works". */
static bool
is_town_of_name(const Doc *doc, const Group *g)
{
	Str			company = doc->posting->company;
	Str			town;

	if (g->city == NULL || g->weak || g->region != NULL || g->country != NULL ||
		g->city->population < 40000)
		return false;
	if (doc->tokens[g->at.from].zone == ZONE_NOISE || !is_home(doc, g->city->country))
		return false;
	town = range_text(doc, g->at);
	return company.len > town.len + 1 && company.s[town.len] == ' ' &&
		   memcmp(company.s, town.s, town.len) == 0;
}

/* Takes the first place of which a test holds; false where there is none. */
static bool
take_first(const Doc *doc, Groups *groups, bool (*test)(const Doc *, const Group *),
		   const char *rule)
{
	for (uint32_t i = 0; i < groups->count; i++)
		if (test(doc, &groups->items[i]))
			return take(&groups->items[i], rule);
	return false;
}

/* Takes what tells where the job is if nothing else does; false where nothing does. */
bool
place_fall_back(const Doc *doc, Groups *groups)
{
	if (find_unknown_town(doc, groups) || take_first(doc, groups, is_before_job, "place.text"))
		return true;
	/* "City of Dayton" tells more than "State of Ohio" */
	for (uint32_t towns = 2; towns-- > 0;)
		for (uint32_t i = 0; i < groups->count; i++)
			if ((groups->items[i].town.to > groups->items[i].town.from) == towns &&
				is_employer(doc, &groups->items[i]))
				return take(&groups->items[i], "place.employer");
	if (doc_is_foreign(doc) && (take_first(doc, groups, is_town_of_branch, "place.employer") ||
								take_first(doc, groups, has_address, "place.text")))
		return true;
	return find_possessive(doc, groups) || find_inflected(doc, groups) ||
		   find_county(doc, groups) || find_right_to_work(doc, groups) ||
		   take_first(doc, groups, is_town_of_name, "place.employer") ||
		   take_first(doc, groups, is_state_of_name, "place.employer");
}
