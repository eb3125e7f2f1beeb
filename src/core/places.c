/*
 * places.c
 *		Where the job can be done from.
 *
 * place_read.c reads the places that the text names, place_weigh.c weighs each.
 * The best evidence that a document has decides what is enough (extract_places).
 */
#include "place_candidate.h"

/*
 * The first of two towns that are joined takes over what
 * is said behind the second: "our Leeds or York offices".
 */
static void
lead_list(const Doc *doc, Group *before, const Group *g)
{
	const Mark *mark;
	const PlaceRow *home;

	if (before->town.to == before->town.from || g->town.to == g->town.from)
		return;
	if (before->at.to + 1 == g->at.from && !before->weak && before->score > -10 &&
		before->score < g->score && token_in(doc, before->at.to, WORDS_LIST_JOINING) &&
		token_in(doc, g->at.to, WORDS_PLACES_BRANCHES))
		before->score = g->score;
	/* "Perth, Glasgow or Aberdeen": the town of the document's country */
	if (before->at.to + 1 != g->at.from || before->city == NULL || g->city == NULL ||
		has_codes(doc->country) || before->region != NULL || before->country != NULL ||
		memcmp(before->city->country, g->city->country, 2) == 0 ||
		memcmp(g->city->country, doc->country, 2) != 0)
		return;
	mark = mark_at(doc, KIND_PLACE, before->town.from);
	home = mark != NULL ? place_pick_row(doc, mark, PLACE_CITY, doc->country, NULL) : NULL;
	if (home != NULL && home->population >= 15000)
		before->city = home;
}

/*
 * Whether a town is written like an abbreviation that
 * is none of its own: "traders at SIG", "a CPT code".
 */
static bool
is_acronym(const Doc *doc, const Group *g)
{
	const Token *token = &doc->tokens[g->at.from];
	const Line *line = &doc->lines[token->line];

	if (g->city == NULL || g->region != NULL || g->country != NULL || g->at.to - g->at.from != 1 ||
		token->len > 4 || token->shape & SHAPE_HAS_LOWER || g->city->population > 1000000 ||
		(lex_string(g->city->name)[0] != '\0' && strlen(lex_string(g->city->name)) != token->len))
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
		if (doc->tokens[i].shape & SHAPE_HAS_LOWER)
			return true;
	return false;
}

/*
 * A town named alone in a text of a country whose small towns the gazetteer
 * lacks is no town of that name overseas: "based in Windsor" in New South Wales.
 */
static void
settle_abroad(const Doc *doc, Group *g)
{
	bool		lacking;

	if (g->city == NULL || g->region != NULL || g->country != NULL)
		return;
	if (place_is_one_of_many(doc, g->city))
	{
		g->unknown = memcmp(g->city->country, doc->country, 2) == 0;
		g->city = NULL;
		return;
	}
	if (!doc->country_sure || g->city->population > 400000 ||
		memcmp(g->city->country, doc->country, 2) == 0)
		return;
	lacking =
		country_in(doc->country, "AU NZ ZA CA GB IE") && country_in(g->city->country, "US GB CA");
	/* towns of the US are lacking from 15,000 down */
	lacking |= memcmp(doc->country, "US", 2) == 0 && memcmp(g->city->country, "CA", 2) == 0 &&
			   g->city->population < 20000;
	if (lacking)
	{
		g->city = NULL;
		g->unknown = true;
	}
}

/*
 * Towns listed before one with its state lie there, too, where
 * the gazetteer knows them: "Tacoma, Olympia and Spokane, WA".
 */
static void
share_state(const Doc *doc, Groups *groups, const Group *g)
{
	uint32_t	from = g->at.from;

	if (g->region == NULL || !has_codes(g->region->country) || g->town.to == g->town.from)
		return;
	for (uint32_t k = groups->count; k > 0; k--)
	{
		Group	   *before = &groups->items[k - 1];
		uint32_t	i = before->at.to;
		const Mark *mark = mark_at(doc, KIND_PLACE, before->town.from);
		const PlaceRow *town;

		while (i < from && (token_punct(doc, i, ',') || token_punct(doc, i, '/') ||
							token_in(doc, i, WORDS_LIST_JOINING)))
			i++;
		if (i != from || before->city == NULL || before->region != NULL ||
			before->country != NULL || mark == NULL ||
			(town = place_pick_row(doc, mark, PLACE_CITY, g->region->country,
								   lex_string(g->region->region))) == NULL)
			return;
		before->city = town;
		before->region = g->region;
		from = before->at.from;
	}
}

/* The state that a code at a token names; NULL where it is none, or written like a word. */
static const PlaceRow *
state_code(const Doc *doc, uint32_t i)
{
	const Mark *mark;
	const PlaceRow *state;

	if (i >= doc->n_tokens || doc->tokens[i].len != 2 || doc->tokens[i].shape & SHAPE_HAS_LOWER ||
		(mark = mark_at(doc, KIND_PLACE, i)) == NULL || mark->to - mark->from != 1)
		return NULL;
	state = place_pick_row(doc, mark, PLACE_REGION, NULL, NULL);
	return state != NULL && has_codes(state->country) ? state : NULL;
}

/*
 * Where a list of at least four codes of states ends that begins
 * at a token: "IA, IL, IN and OH"; the token where there is none.
 */
static uint32_t
code_list_end(const Doc *doc, uint32_t from)
{
	uint32_t	codes = 0,
				to = from;

	for (uint32_t i = from; state_code(doc, i) != NULL;)
	{
		codes++;
		to = ++i;
		while (i < to + 2 && (token_punct(doc, i, ',') || token_punct(doc, i, '/') ||
							  token_punct(doc, i, ';') || token_in(doc, i, WORDS_LIST_JOINING)))
			i++;
		if (i == to)
			break;
	}
	return codes >= 4 ? to : from;
}

/* Takes a list of codes of states over, which are no words there ("IN", "OR"). */
static void
find_codes(const Doc *doc, Groups *groups, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
	{
		Group		g = {.at = {i, i + 1}, .region = state_code(doc, i)};

		if (g.region == NULL)
			continue;
		place_score(doc, &g);
		if (i > from)
			place_follow_list(doc, &groups->items[groups->count - 1], &g);
		*VEC_ADD(doc->arena, groups) = g;
	}
}

/*
 * A town listed before one whose state gave it more
 * weight has that, too: "Toledo, Dayton, Columbus, OH".
 */
static void
level_lists(const Doc *doc, Groups *groups)
{
	for (uint32_t i = groups->count; i-- > 1;)
	{
		Group	   *before = &groups->items[i - 1];
		const Group *g = &groups->items[i];

		if (before->score > 0 && before->score < g->score && before->score + 3 >= g->score &&
			before->rule == g->rule && !before->weak && before->town.to > before->town.from &&
			g->town.to > g->town.from && place_lists(doc, before, g))
			before->score = g->score;
	}
}

/*
 * A state and a town behind labels of their own are one place:
 * "State: CT City: Fairfield", "Town: West Chester County: Ohio".
 */
static void
join_labels(const Doc *doc, Groups *groups)
{
	for (uint32_t i = 1; i < groups->count; i++)
	{
		Group	   *a = &groups->items[i - 1],
				   *b = &groups->items[i];
		bool		first = a->town.to > a->town.from;
		Group	   *town = first ? a : b;
		const PlaceRow *state = first ? b->region : a->region;
		const Mark *mark;

		if (a->score < LABELLED || b->score < LABELLED || first == (b->town.to > b->town.from) ||
			town->region != NULL || state == NULL || !has_codes(state->country) ||
			b->at.from == a->at.to || b->at.from - a->at.to > 6 ||
			mark_before(doc, KIND_HEADING, b->at.from - token_punct(doc, b->at.from - 1, ':')) ==
				NULL)
			continue;
		mark = mark_at(doc, KIND_PLACE, town->town.from);
		town->city = mark != NULL ? place_pick_row(doc, mark, PLACE_CITY, state->country,
												   lex_string(state->region))
								  : NULL;
		town->region = state;
		town->unknown = false;
	}
}

/* Whether the code of a state ends a line behind a title and a dash: "Software Engineer - NY". */
static bool
ends_title(const Doc *doc, Range at)
{
	uint32_t	i = at.from;

	return at.to - i == 1 && doc->tokens[i].len == 2 && i > 1 &&
		   (token_punct(doc, i - 1, '-') || token_punct(doc, i - 1, '|') ||
			token_punct(doc, i - 1, '(')) &&
		   doc->tokens[i].gap <= GAP_SPACE &&
		   doc->lines[doc->tokens[i].line].last <= i + 1 + token_punct(doc, i + 1, ')') &&
		   state_code(doc, i) != NULL && mark_before(doc, KIND_TITLE, i - 1) != NULL;
}

/* Whether a code begins the number of a form: "SF-86", "SF 50". */
static bool
begins_form(const Doc *doc, Range at)
{
	uint32_t	i = at.to + token_punct(doc, at.to, '-');

	return at.to - at.from == 1 && doc->tokens[at.from].len == 2 && i < doc->n_tokens &&
		   doc->tokens[i].kind == TOKEN_NUMBER && doc->tokens[i].len <= 3 &&
		   doc->tokens[i].gap <= GAP_SPACE &&
		   !(doc->tokens[at.from].shape & SHAPE_HAS_LOWER) &&
		   !(at.from > 0 && token_punct(doc, at.from - 1, ','));
}

/*
 * Whether a town that is a word in other languages is meant where its own is written:
 * "à Metz", "te Best".  German writes all nouns with a capital: no small town there.
 */
static bool
is_name_at_home(const Doc *doc, const Group *g)
{
	uint32_t	from = g->at.from;

	return g->city != NULL && doc_is_foreign(doc) && from > 0 &&
		   doc->tokens[from].gap == GAP_SPACE && doc->tokens[from].shape & SHAPE_FIRST_UPPER &&
		   token_in(doc, from - 1, WORDS_PLACES_TIE_IN) &&
		   country_in(g->city->country, place_homes(doc)) &&
		   (g->city->population >= 50000 || memcmp(doc->language, "de", 2) != 0) &&
		   mark_at(doc, KIND_SKILL, from) == NULL && !place_goes_on(doc, g);
}

/*
 * Whether an agency's town stands before a verb that seeks: "L'agence Acme Nevers recherche".
 */
static bool
is_agency_seeking(const Doc *doc, const Group *g)
{
	Range		clause = doc_clause(doc, g->at.from);

	return g->city != NULL && doc_is_foreign(doc) &&
		   token_in(doc, g->at.to, WORDS_PLACES_HIRING) &&
		   country_in(g->city->country, place_homes(doc)) &&
		   word_before(doc, clause, g->at.from, 4, WORDS_PLACES_TIE);
}

/*
 * Whether a state's bare code is where somebody is sought: "a client in MA.", "based in TX".
 */
static bool
is_tied_code(const Doc *doc, Range at)
{
	uint32_t	from = at.from;

	if (from < 2 || !token_is(doc, from - 1, "in") || state_code(doc, from) == NULL ||
		!(token_in(doc, from - 2, WORDS_PLACES_TIE) || token_is(doc, from - 2, "client") ||
		  token_is(doc, from - 2, "clients")))
		return false;
	return at.to >= doc->n_tokens || doc->tokens[at.to].gap > GAP_SPACE ||
		   token_punct(doc, at.to, '.') || token_punct(doc, at.to, ',') ||
		   token_punct(doc, at.to, ')');
}

/*
 * Whether a small town is one of the English-speaking world in a text in another
 * language, where its name is that of something else: "Spring", "Java".
 */
static bool
is_away_in_foreign(const Doc *doc, const Group *g)
{
	return doc_is_foreign(doc) && g->region == NULL && g->country == NULL &&
		   g->city->population < 100000 && country_in(g->city->country, "US GB CA AU NZ IE") &&
		   !country_in(g->city->country, place_homes(doc)) &&
		   memcmp(g->city->country, doc->country, 2) != 0;
}

/* Finds every place of the document. */
static void
find_groups(const Doc *doc, Groups *groups)
{
	const Marks *marks = &doc->marks[KIND_PLACE];
	uint32_t	last = 0,
				codes;

	for (uint32_t i = 0; i < marks->count && groups->count < 2000; i++)
	{
		Group		g;
		const Mark *skill;

		CHECK_INTERRUPTS(doc);
		if (marks->items[i].from < last)
			continue;
		if ((codes = code_list_end(doc, marks->items[i].from)) > marks->items[i].from &&
			!token_punct(doc, marks->items[i].from - 1, ','))
		{
			find_codes(doc, groups, marks->items[i].from, codes);
			last = codes;
			continue;
		}
		if (!place_read(doc, &marks->items[i], &g))
			continue;
		/* "Yorktown Heights, NY": the first word was no place of its own */
		if (g.at.from < last && groups->count > 0 &&
			groups->items[groups->count - 1].at.from == g.at.from && g.town.from == g.at.from)
			groups->count--;
		else if (g.at.from < last)
			continue;
		if (ends_title(doc, g.at) ||
			(g.weak && g.town.to == g.town.from && is_tied_code(doc, g.at)))
			g.weak = false;
		/* a bare code ("IN", "OR", "IT") is a place only behind a comma */
		if (g.town.to == g.town.from && g.weak && g.at.to - g.at.from == 1 &&
			doc->tokens[g.at.from].len <= 3 && !doc_in_label(doc, LABEL_LOCATION, g.at.from))
			continue;
		/* a small town elsewhere */
		if (g.city != NULL &&
			((place_is_small_town(g.city) && g.region == NULL && g.country == NULL &&
			  doc->country_sure && memcmp(g.city->country, doc->country, 2) != 0) ||
			 is_away_in_foreign(doc, &g)) &&
			!doc_in_label(doc, LABEL_LOCATION, g.at.from))
			continue;
		/* "SF71588", "RG41 5TP" */
		if (ends_number(doc, g.at) || begins_form(doc, g.at))
			continue;
		if (g.at.to - g.at.from == 1 && doc->tokens[g.at.from].len <= 3 &&
			g.at.to < doc->n_tokens && doc->tokens[g.at.to].gap == GAP_NONE &&
			doc->tokens[g.at.to].kind != TOKEN_PUNCT)
			continue;
		/* "TMobile" */
		if (g.at.from > 0 && doc->tokens[g.at.from].gap == GAP_NONE &&
			doc->tokens[g.at.from - 1].kind == TOKEN_WORD && doc->tokens[g.at.from - 1].len == 1)
			continue;
		if (g.weak && (is_name_at_home(doc, &g) || is_agency_seeking(doc, &g)))
			g.weak = false;
		g.weak |= is_acronym(doc, &g);
		settle_abroad(doc, &g);
		/* "MS Excel, MS Word" */
		skill = mark_at(doc, KIND_SKILL, g.at.from);
		g.weak |= skill != NULL && skill->to == g.town.to;
		place_score(doc, &g);
		share_state(doc, groups, &g);
		if (groups->count > 0)
		{
			place_follow_list(doc, &groups->items[groups->count - 1], &g);
			lead_list(doc, &groups->items[groups->count - 1], &g);
		}
		*VEC_ADD(doc->arena, groups) = g;
		last = g.at.to;
	}
}

/* Whether a capital word can be a part of a town's name that the gazetteer does not hold. */
bool
place_is_town_word(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len > 2 &&
		   doc->tokens[i].shape & SHAPE_FIRST_UPPER && doc->tokens[i].shape & SHAPE_HAS_LOWER &&
		   !token_in(doc, i, WORDS_PLACES_NO_TOWN) && mark_at(doc, KIND_HEADING, i) == NULL &&
		   mark_at(doc, KIND_TITLE, i) == NULL && mark_at(doc, KIND_WORKPLACE, i) == NULL &&
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, i) == NULL && mark_at(doc, KIND_SKILL, i) == NULL;
}

/*
 * Takes what a label for the place begins with as a town that
 * the gazetteer does not hold: "Location: Winnersh, RG41".
 */
static void
find_label_towns(const Doc *doc, Groups *groups)
{
	for (uint32_t k = 0; k < doc->labels.count; k++)
	{
		Range		value = doc->labels.items[k].value;
		Group       g = {.at = {value.from, value.from},
						 .score = LABELLED,
						 .rule = "place.label",
						 .unknown = true};
		bool		known = false;

		if (doc->labels.items[k].label != LABEL_LOCATION || value.from >= value.to ||
			value.to - value.from > 12)
			continue;
		for (uint32_t i = 0; i < groups->count && !known; i++)
			known = groups->items[i].at.from >= value.from && groups->items[i].at.from < value.to &&
					groups->items[i].score > 0;
		while (!known && g.at.to < value.to && g.at.to - g.at.from < 3 &&
			   (g.at.to == g.at.from || doc->tokens[g.at.to].gap == GAP_SPACE) &&
			   place_is_town_word(doc, g.at.to))
			g.at.to++;
		if (known || g.at.to == g.at.from ||
			token_in(doc, doc->labels.items[k].name.from, WORDS_PLACES_NO_TOWN) ||
			(g.at.to < value.to && !token_punct(doc, g.at.to, ',') &&
			 !token_punct(doc, g.at.to, '(') && !token_punct(doc, g.at.to, '.')))
			continue;
		g.town = g.at;
		*VEC_ADD(doc->arena, groups) = g;
	}
}

/* A town named alone is the one of that name that the text places: "Valencia ... Valencia, CA". */
static void
settle_towns(const Doc *doc, Groups *groups)
{
	const Group *placed[16];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < groups->count && n < lengthof(placed); i++)
		if (groups->items[i].town.to > groups->items[i].town.from &&
			groups->items[i].region != NULL && has_codes(groups->items[i].region->country))
			placed[n++] = &groups->items[i];
	for (uint32_t i = 0; i < groups->count && n > 0; i++)
	{
		Group	   *g = &groups->items[i];

		if (g->city == NULL || g->region != NULL || g->country != NULL)
			continue;
		for (uint32_t k = 0; k < n; k++)
			if (g->city != placed[k]->city &&
				str_equal(range_text(doc, g->town), range_text(doc, placed[k]->town)))
			{
				g->city = placed[k]->city;
				g->region = placed[k]->region;
				break;
			}
	}
}

/* Whether the last word of a name is written in a range: "Central London" holds "London". */
static bool
holds_name(const Doc *doc, Range range, const char *name)
{
	const char *last = strrchr(name, ' ');
	char		word[32];
	size_t		len;

	last = last != NULL ? last + 1 : name;
	len = strlen(last);
	if (len >= sizeof(word))
		return true;
	for (size_t k = 0; k <= len; k++)
		word[k] = last[k] >= 'A' && last[k] <= 'Z' ? (char) (last[k] + 32) : last[k];
	for (uint32_t i = range.from; i < range.to; i++)
		if (token_is(doc, i, word))
			return true;
	return false;
}

/*
 * The name of a group's town: as the text writes it, for that is what people
 * look for.  The gazetteer's where the text has an abbreviation ("NYC"), a wider
 * wording ("Central London") or, in Polish and Czech, a declined form.
 */
static Str
town_name(const Doc *doc, const Group *g)
{
	Str			name = range_text(doc, g->town);
	const char *own = g->city != NULL ? lex_string(g->city->name) : NULL;
	uint32_t	words = 1,
				written = 0;

	/* small towns have only the name that the text writes */
	if (own == NULL || own[0] == '\0')
		return name;
	for (uint32_t i = g->town.from; i < g->town.to; i++)
		written += doc->tokens[i].kind == TOKEN_WORD;
	for (const char *s = own; written > 1 && *s != '\0'; s++)
		words += *s == ' ' || *s == '-';
	/* "au Havre": the article is a part of the name */
	if (memcmp(own, "Le ", 3) == 0 && strlen(own) == name.len + 3)
		return str_of(own);
	/* "Praha 3": the city, not its third district */
	if (doc->tokens[g->town.to - 1].kind == TOKEN_NUMBER && g->town.to - g->town.from > 1)
		return str_of(own);
	if ((name.len <= 3 && !(doc->tokens[g->town.from].shape & SHAPE_HAS_LOWER)) ||
		(written > words && holds_name(doc, g->town, own)) ||
		(g->town.from > 0 && token_in(doc, g->town.from - 1, WORDS_PLACES_TOWN_NAME_DECLINING)))
		return str_of(own);
	return name;
}

/* The location that a group stands for. */
Location
place_location(const Doc *doc, const Group *g)
{
	Location	place = {0};
	const PlaceRow *inner = g->city ? g->city : g->region ? g->region : g->country;
	bool		town = g->town.to > g->town.from;

	if (town)
		place.city = town_name(doc, g);
	/* "Leeds's" */
	else if (g->city != NULL)
		place.city = str_of(lex_string(g->city->name));
	if (g->office && g->region == NULL && doc->region != NULL && memcmp(doc->country, "US", 2) == 0)
	{
		place.region = str_of(doc->region);
		place.country = (Str) {"US", 2};
	}
	if (g->city != NULL && lex_string(g->city->region)[0] != '\0')
		place.region = str_of(lex_string(g->city->region));
	if (g->region != NULL && lex_string(g->region->region)[0] != '\0')
		place.region = str_of(lex_string(g->region->region));
	if (g->region != NULL && g->region->kind == PLACE_AREA)
	{
		if (!town && g->region->country[0] != '\0')
			place.city = str_of(lex_string(g->region->name));
		else
			place.region = str_of(lex_string(g->region->name));
	}
	if (g->unknown && doc->country[0] != '\0')
	{
		char	   *country = arena_alloc(doc->arena, 2);

		memcpy(country, doc->country, 2);
		place.country = (Str) {country, 2};
	}
	if (inner != NULL && inner->country[0] != '\0')
		place.country = (Str) {inner->country, 2};
	/* a state and a city in one */
	if (place_is_city_state(g))
		place.city = str_of(lex_string(g->country->name));
	return place;
}

/* Whether a names nothing that b does not name more closely. */
bool
place_is_covered(const Location *a, const Location *b)
{
	if (str_equal(a->city, b->city) && str_equal(a->region, b->region) &&
		str_equal(a->country, b->country))
		return true;
	if (a->country.s != NULL && b->country.s != NULL && !str_equal(a->country, b->country))
		return false;
	if (a->city.s != NULL)
		return b->city.s != NULL && str_equal(a->city, b->city) &&
			(a->region.s == NULL || b->region.s == NULL || str_equal(a->region, b->region));
	if (a->region.s != NULL && a->country.s != NULL)
		return b->city.s != NULL && b->region.s != NULL && str_equal(a->region, b->region);
	if (a->region.s != NULL)
		return b->region.s != NULL && str_equal(a->region, b->region);
	return b->country.s != NULL && (b->city.s != NULL || b->region.s != NULL);
}

/* Whether two groups name one town, in whatever wording. */
static bool
is_same_town(const Group *a, const Group *b)
{
	return a->city != NULL && a->city == b->city;
}

/* Whether a town lies in one of the accepted places. */
static bool
is_within(const Doc *doc, const Group *g, const Groups *groups, int limit)
{
	Location	town = place_location(doc, g);
	uint32_t	looked = 0;

	for (uint32_t i = 0; i < groups->count && looked < 16; i++)
		if (groups->items[i].score >= limit)
		{
			Location	place = place_location(doc, &groups->items[i]);

			looked++;
			if (place_is_covered(&place, &town))
				return true;
		}
	return false;
}

/*
 * Whether a group is no more than an area of many countries:
 * "Region: EMEA" leaves it to the text to say where.
 */
static bool
is_wide_area(const Group *g)
{
	return g->city == NULL && g->town.to == g->town.from && g->country == NULL &&
		   g->region != NULL && g->region->kind == PLACE_AREA && g->region->country[0] == '\0';
}

/* Whether a place is one of several that a word or comma joins: "in the US or Europe". */
static bool
is_listed(const Doc *doc, const Group *g)
{
	uint32_t	from = g->at.from - (g->at.from > 0 && token_is(doc, g->at.from - 1, "the"));

	return (from > 0 &&
			(token_in(doc, from - 1, WORDS_LIST_JOINING) || token_punct(doc, from - 1, ','))) ||
		   token_in(doc, g->at.to, WORDS_LIST_JOINING) || token_punct(doc, g->at.to, ',');
}

/*
 * Whether a place is an area that one of the accepted towns lies in
 * or next to: "Mountain View", "our central Silicon Valley office".
 */
static bool
is_vague(const Group *g, const Groups *groups, int limit)
{
	uint32_t	looked = 0;

	if (g->scope || g->town.to > g->town.from || g->region == NULL ||
		g->region->kind != PLACE_AREA || !has_codes(g->region->country))
		return false;
	for (uint32_t i = 0; i < groups->count && looked < 16; i++)
	{
		const Group *other = &groups->items[i];

		if (other->score < limit || other->city == NULL)
			continue;
		looked++;
		if (memcmp(other->city->country, g->region->country, 2) == 0 &&
			other->city->region == g->region->region)
			return true;
	}
	return false;
}

/*
 * Whether a place is where the job is: it reaches the limit,
 * a wide area only where nothing closer does or it is listed
 * beside that; or, where no town reaches it (narrow), it lies within a place that does.
 */
static bool
is_accepted(const Doc *doc, const Group *g, const Groups *groups, int limit, bool narrow,
			bool closer)
{
	if (g->score >= limit && (!closer || !is_wide_area(g) ||
							  ((narrow || g->scope || g->score >= LABELLED) && is_listed(doc, g))))
		return true;
	if (!narrow || g->town.to == g->town.from ||
		!(g->score > ACCEPT || (g->score >= FALLBACK && g->city != NULL && doc_is_foreign(doc))))
		return false;
	return is_within(doc, g, groups, limit);
}

/* Marks what the rules take for the places of the job. */
static void
take_groups(const Doc *doc, Groups *groups, int limit)
{
	bool		narrow = true,
				closer = false;

	/*
	 * "Location: Armenia" leaves it to the text to name
	 * the town; "Remote (Europe) or Bonn" names one
	 */
	for (uint32_t i = 0; i < groups->count; i++)
	{
		narrow &= groups->items[i].score < limit ||
				  groups->items[i].town.to == groups->items[i].town.from;
		closer |= groups->items[i].score >= limit && !is_wide_area(&groups->items[i]);
	}
	for (uint32_t i = 0; i < groups->count; i++)
	{
		Group	   *g = &groups->items[i];

		g->taken =
			is_accepted(doc, g, groups, limit, narrow, closer) && !is_vague(g, groups, limit);
	}
}

/*
 * Whether a group is no more than the county of a town that
 * is taken, too: "Boulder ... Location: Boulder County, CO".
 */
static bool
is_county_of_taken(const Doc *doc, const Group *g, const Groups *groups)
{
	uint32_t	looked = 0;

	if (!token_is(doc, g->town.to > g->town.from ? g->town.to - 1 : g->at.to - 1, "county") ||
		g->region == NULL || (g->at.from > 0 && token_in(doc, g->at.from - 1, WORDS_LIST_JOINING)))
		return false;
	for (uint32_t i = 0; i < groups->count && looked < 16; i++)
	{
		const Group *other = &groups->items[i];

		if (!other->taken || other->city == NULL)
			continue;
		looked++;
		if (other->city->region == g->region->region)
			return true;
	}
	return false;
}

/* Takes the chosen places over, the closest naming of each once. */
static void
accept_groups(Doc *doc, const Groups *groups)
{
	Posting    *posting = doc->posting;
	Location   *places = arena_alloc(doc->arena, POSTING_MAX_PLACES * sizeof(Location));
	const Group *taken[POSTING_MAX_PLACES];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < groups->count; i++)
	{
		const Group *g = &groups->items[i];
		Location	place = {0};
		bool		covered = false;

		if (g->taken)
		{
			place = place_location(doc, g);
			covered = is_county_of_taken(doc, g, groups);
		}
		for (uint32_t k = 0; g->taken && !covered && k < n; k++)
		{
			covered |=
				(place_is_covered(&place, &places[k]) &&
				 (!g->scope || taken[k]->scope || taken[k]->town.from == taken[k]->town.to)) ||
				is_same_town(g, taken[k]);
			if (!covered && !taken[k]->scope && place_is_covered(&places[k], &place))
			{
				places[k] = place;
				taken[k] = g;
				covered = true;
			}
		}
		doc_fact_text(doc, FIELD_LOCATIONS, g->at, g->rule,
					  !g->taken ? "not said to be where the job is"
					  : covered ? "named before"
								: NULL);
		if (g->taken && !covered && n < POSTING_MAX_PLACES)
		{
			taken[n] = g;
			places[n++] = place;
		}
	}
	posting->locations = places;
	posting->n_locations = n;
}

/* "Remote - US", "remote within Germany": where the remote work is open to. */
static void
read_remote_scope(Doc *doc, const Groups *groups)
{
	for (uint32_t i = 0; i < groups->count; i++)
	{
		const Group *g = &groups->items[i];
		Range		clause = doc_clause(doc, g->at.from);

		if (g->country == NULL || g->town.to > g->town.from || g->score <= -10 ||
			!word_before(doc, clause, g->at.from, 5, WORDS_PLACES_REMOTE_REMOTE))
			continue;
		str_list_add(doc->arena, &doc->posting->remote_scope, &doc->posting->n_remote_scope,
					 (Str) {g->country->country, 2});
		doc_fact(doc, FIELD_REMOTE_SCOPE, g->at, "remote.country", NULL,
				 (Str) {g->country->country, 2});
	}
}

/* Reads the places of the job. */
void
extract_places(Doc *doc)
{
	Groups		groups = {0};
	int			best = 0,
				county = 0;

	place_find_towns(doc);
	place_find_country(doc);
	find_groups(doc, &groups);
	settle_towns(doc, &groups);
	find_label_towns(doc, &groups);
	level_lists(doc, &groups);
	join_labels(doc, &groups);
	for (uint32_t i = 0; i < groups.count; i++)
	{
		const Group *g = &groups.items[i];
		int		   *most = g->office && g->town.to == g->town.from ? &county : &best;

		if (g->score > *most && !is_wide_area(g))
			*most = g->score;
	}
	/* "Work Location: Marion County" leaves it to the text to name the town */
	if (county > best)
		best = county < ACCEPT ? county : ACCEPT;
	if (best < FALLBACK && place_fall_back(doc, &groups))
		best = FALLBACK;
	/* where a label or the header says it, running text adds nothing */
	take_groups(doc, &groups,
				best >= LABELLED ? 9
				: best >= 9      ? 7
				: best >= ACCEPT ? ACCEPT
								 : FALLBACK);
	place_choose(doc, &groups);
	accept_groups(doc, &groups);
	read_remote_scope(doc, &groups);
}
