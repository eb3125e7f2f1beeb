/*
 * place_read.c
 *		Places as the text names them: marks of the gazetteer joined to
 *		"City, ST, Country".  A country (place_country.c) decides between towns of
 *		one name.
 */
#include "place_candidate.h"

/* The countries where the text's language is at home, the foremost first; "" where unknown. */
const char *
place_homes(const Doc *doc)
{
	static const char *const homes[][2] = {{"en", "US GB CA AU IE IN NZ"},
										   {"de", "DE AT CH"},
										   {"fr", "FR BE CH CA"},
										   {"es", "ES MX AR CO CL"},
										   {"nl", "NL BE"},
										   {"pl", "PL"},
										   {"pt", "BR PT"},
										   {"it", "IT"},
										   {"cs", "CZ"}};

	for (size_t k = 0; k < lengthof(homes); k++)
		if (memcmp(doc->language, homes[k][0], 2) == 0)
			return homes[k][1];
	return "";
}

/* How near a row lies to the document: people live where its country, state and language are. */
uint64_t
place_prominence(const Doc *doc, const PlaceRow *row)
{
	const char *homes = place_homes(doc);
	/*
	 * the gazetteer lacks many a small town's population; the world's cities are meant everywhere
	 */
	uint64_t	weight = ((uint64_t) row->population + 20000) * (row->population > 1000000 ? 4 : 1);

	if (doc->country[0] != '\0' && memcmp(row->country, doc->country, 2) == 0)
	{
		weight *= 8;
		if (doc->region != NULL && strcmp(lex_string(row->region), doc->region) == 0)
			weight *= 8;
	}
	if (!country_in(row->country, homes))
		return weight;
	return weight * (memcmp(homes, row->country, 2) == 0 ? 7 : 6);
}

/*
 * The meaning of a kind among a mark's, the most prominent;
 * within a country or region where one is given.
 */
const Entry *
place_pick_entry(const Doc *doc, const Mark *mark, PlaceKind kind, const char *country,
				 const char *region)
{
	const Entry *best = NULL;
	uint64_t	most = 0;		/* 0: not yet asked for, for most have one meaning alone */

	for (const Entry *entry = mark->entry; entry != NULL; entry = entry_next(entry))
	{
		const PlaceRow *row = row_of(entry);
		uint64_t	weight;

		if (row->kind != kind || (country != NULL && memcmp(row->country, country, 2) != 0) ||
			(region != NULL && strcmp(lex_string(row->region), region) != 0))
			continue;
		if (best == NULL)
		{
			best = entry;
			continue;
		}
		if (most == 0)
			most = place_prominence(doc, row_of(best));
		weight = place_prominence(doc, row);
		if (weight > most)
		{
			best = entry;
			most = weight;
		}
	}
	return best;
}

const PlaceRow *
place_pick_row(const Doc *doc, const Mark *mark, PlaceKind kind, const char *country,
			   const char *region)
{
	const Entry *entry = place_pick_entry(doc, mark, kind, country, region);

	return entry != NULL ? row_of(entry) : NULL;
}

/*
 * Whether a mark's words are written as a name: capitals
 * ("central London", too), or the text has none.
 */
bool
place_looks_like_name(const Doc *doc, const Mark *mark)
{
	return doc->lower_case || (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER) ||
		   (doc->tokens[mark->to - 1].shape & SHAPE_FIRST_UPPER);
}

bool
place_is_code(const Doc *doc, const Mark *mark)
{
	return mark->to - mark->from == 1 && doc->tokens[mark->from].len <= 3;
}

/* The mark behind a comma, a dash, an opening bracket or a blank; NULL where none. */
const Mark *
place_next_part(const Doc *doc, uint32_t i, bool *comma)
{
	const Mark *mark;
	bool		stop = token_punct(doc, i, '.');

	*comma = false;
	/* a page's parts in lines of their own: "Dayton", ",", "Ohio" */
	if (token_punct(doc, i, ',') && doc->tokens[i].gap == GAP_LINE && i + 1 < doc->n_tokens &&
		doc->tokens[i + 1].gap == GAP_LINE && (mark = mark_at(doc, KIND_PLACE, i + 1)) != NULL &&
		place_looks_like_name(doc, mark))
	{
		*comma = true;
		return mark;
	}
	if (i < doc->n_tokens && doc->tokens[i].kind == TOKEN_PUNCT &&
		doc->tokens[i].gap <= GAP_SPACE &&
		(doc->tokens[i].chr == ',' || doc->tokens[i].chr == '(' || doc->tokens[i].chr == '-' ||
		 doc->tokens[i].chr == '/' || stop))
	{
		/* "MACON(NE)": one of either gender */
		if (doc->tokens[i].chr == '(' && doc->tokens[i].gap == GAP_NONE &&
			memcmp(doc->language, "fr", 2) == 0)
			return NULL;
		*comma = doc->tokens[i].chr == ',' || doc->tokens[i].chr == '(';
		i++;
	}
	mark = mark_at(doc, KIND_PLACE, i);
	if (mark == NULL || doc->tokens[i].gap > GAP_SPACE ||
		(i > 0 && doc->tokens[i].gap == GAP_NONE && doc->tokens[i - 1].kind != TOKEN_PUNCT) ||
		!place_looks_like_name(doc, mark) || (stop && !place_is_code(doc, mark)))
		return NULL;
	return mark;
}

/* Whether a place lies in a state. */
static bool
is_region_of(const Group *g, const PlaceRow *state)
{
	return g->region != NULL ? g->region->region == state->region
							 : g->city == NULL || g->city->region == state->region;
}

/*
 * Takes over what follows a city or region and names
 * the same place more widely: "Lyon, Rhône, France".
 */
static void
extend(const Doc *doc, Group *g)
{
	const char *country = g->country  ? g->country->country
						  : g->region ? g->region->country
						  : g->city   ? g->city->country
									  : NULL;

	for (int k = 0; k < 3 && country != NULL; k++)
	{
		bool		comma;
		const Mark *next = place_next_part(doc, g->at.to, &comma);
		const PlaceRow *row;
		const Entry *entry;

		if (next == NULL)
			return;
		if ((row = place_pick_row(doc, next, PLACE_COUNTRY, country, NULL)) != NULL)
			g->country = row;
		/* "Devon/Cornwall": two of them */
		else if (g->city == NULL && g->region != NULL && g->town.to == g->town.from &&
				 token_punct(doc, g->at.to, '/'))
			return;
		else if ((entry = place_pick_entry(doc, next, PLACE_REGION, country, NULL)) != NULL &&
				 (comma || !(entry->flags & ENTRY_WEAK)) &&
				 (!has_codes(country) || is_region_of(g, row_of(entry))))
			g->region = g->region != NULL ? g->region : row_of(entry);
		/* "Boise, ID, Ada County" */
		else if (g->city != NULL && comma && !token_is(doc, next->to, "county") &&
				 ((row = place_pick_row(doc, next, PLACE_CITY, country, NULL)) == g->city ||
				  (row != NULL && token_punct(doc, g->at.to, '(') &&
				   token_punct(doc, next->to, ')'))))
			;
		else
			return;
		g->at.to = next->to;
		g->weak = false;
	}
}

/* Takes the capital words before an unknown town in: "Yorktown Heights". */
static void
widen_town(const Doc *doc, Group *g)
{
	uint32_t	i = g->town.from;

	while (i > 0 && g->town.to - i < 3 && doc->tokens[i].gap == GAP_SPACE &&
		   doc->tokens[i - 1].kind == TOKEN_WORD && doc->tokens[i - 1].len > 2 &&
		   doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER &&
		   doc->tokens[i - 1].shape & SHAPE_HAS_LOWER && mark_before(doc, KIND_TITLE, i) == NULL)
		i--;
	if (i > 0 && !doc_starts_clause(doc, i) && g->town.to - i > 1)
		g->town.from = g->at.from = i;
}

/*
 * Joins a city to the region or country that a mark names; false where they do not belong together.
 */
static bool
join_city(const Doc *doc, const Mark *mark, const Mark *next, bool comma, Group *g)
{
	const PlaceRow *largest = place_pick_row(doc, mark, PLACE_CITY, NULL, NULL);
	const PlaceRow *code = NULL;

	for (const Entry *entry = next->entry; entry != NULL; entry = entry_next(entry))
	{
		const PlaceRow *row = row_of(entry);

		if (row->kind != PLACE_REGION ||
			(!comma && entry->flags & ENTRY_WEAK && !place_is_code(doc, next)))
			continue;
		g->region = row;
		if ((g->city = place_pick_row(doc, mark, PLACE_CITY, row->country,
									  has_codes(row->country) ? lex_string(row->region) : NULL)) !=
			NULL)
			return true;
		if (has_codes(row->country))
			code = row;
	}
	g->region = NULL;
	g->country = place_pick_row(doc, next, PLACE_COUNTRY, NULL, NULL);
	if (g->country != NULL &&
		(g->city = place_pick_row(doc, mark, PLACE_CITY, g->country->country, NULL)) != NULL)
		return true;
	g->country = NULL;
	/*
	 * "Cary, NC" where the gazetteer has no such town there:
	 * the region tells.  A list of places reads alike
	 * ("Seattle, Idaho"), so a written-out state makes a town of small cities alone.
	 */
	if (code == NULL ||
		(!comma && !(memcmp(code->country, "AU", 2) == 0 && place_is_code(doc, next) &&
					 doc->tokens[next->from].len == 3)) ||
		(!place_is_code(doc, next) && largest->population >= 200000))
		return false;
	g->region = code;
	widen_town(doc, g);
	return true;
}

/*
 * The large city behind two commas that two of its
 * quarters stand before: "Park Royal, Brent, London".
 */
static const PlaceRow *
city_behind(const Doc *doc, const Group *g, const Mark *second, bool *comma)
{
	const Mark *third = token_punct(doc, g->at.to, ',') && token_punct(doc, second->to, ',')
							? place_next_part(doc, second->to, comma)
							: NULL;
	const PlaceRow *middle = third != NULL && !has_codes(g->city->country)
								 ? place_pick_row(doc, second, PLACE_CITY, g->city->country, NULL)
								 : NULL;
	const PlaceRow *city =
		middle != NULL ? place_pick_row(doc, third, PLACE_CITY, g->city->country, NULL) : NULL;

	return city != NULL && city->population > 2000000 && city->region == g->city->region &&
				   city->region == middle->region && middle->population < 400000 &&
				   g->city->population < 100000
			   ? city
			   : NULL;
}

/*
 * Takes a quarter and its city as the city: "Farringdon, London",
 * "London (Farringdon)"; quarters are small or have no population.
 */
static void
read_district(const Doc *doc, Group *g)
{
	bool		comma;
	const Mark *next = place_next_part(doc, g->at.to, &comma);
	const PlaceRow *other,
			   *away;

	if (next == NULL && token_is(doc, g->at.to, "in"))
		next = place_next_part(doc, g->at.to + 1, &comma);
	if (next == NULL)
		return;
	if ((other = city_behind(doc, g, next, &comma)) != NULL)
	{
		const Mark *city = place_next_part(doc, next->to, &comma);

		g->city = other;
		g->town = (Range) {city->from, city->to};
		g->at.to = city->to;
		g->weak = false;
		return;
	}
	/* "Manchester MediaCity": a quarter again */
	if (next->from == g->at.to && g->city->population > 200000 &&
		(other = place_pick_row(doc, next, PLACE_CITY, g->city->country, NULL)) != NULL &&
		other->population == 0 && other->region == g->city->region)
	{
		g->at.to = next->to;
		return;
	}
	/* "Warszawa Wola": a district that has people of its own */
	if (next->from == g->at.to && g->city->population > 500000 && !has_codes(g->city->country) &&
		(other = place_pick_row(doc, next, PLACE_CITY, g->city->country, NULL)) != NULL &&
		other->region == g->city->region && other->population < g->city->population / 4)
	{
		g->at.to = next->to;
		return;
	}
	/* "Victoria, London": the city's quarter, not the town of that name overseas */
	if (token_punct(doc, g->at.to, ',') && has_codes(g->city->country) &&
		memcmp(g->city->country, doc->country, 2) != 0 && g->city->population < 400000 &&
		(away = place_pick_row(doc, next, PLACE_CITY, doc->country, NULL)) != NULL &&
		away->population > 500000 && away->population > g->city->population)
		g->city = other = away;
	else if ((other = place_pick_row(doc, next, PLACE_CITY, g->city->country, NULL)) == NULL)
		return;
	if (g->city == other || ((g->city->population == 0 ||
							  (token_punct(doc, g->at.to, ',') && g->city->population < 40000 &&
							   g->city->region == other->region && !has_codes(other->country))) &&
							 other->population > 500000))
	{
		g->city = other;
		g->town = (Range) {next->from, next->to};
		g->at.to = next->to;
		g->weak = false;
	}
	/* "London (Farringdon)", "Cascina (Pisa)": a quarter, a province */
	else if (token_punct(doc, g->at.to, '(') && token_punct(doc, next->to, ')') &&
			 (other->population == 0 || !has_codes(other->country)))
		g->at.to = next->to;
}

/* Whether "area" and the code of a state follow a town: "New Brunswick area, NJ". */
static inline bool
is_area_of_state(const Doc *doc, uint32_t i)
{
	const Mark *state;

	if (!token_is(doc, i, "area") || !token_punct(doc, i + 1, ','))
		return false;
	state = mark_at(doc, KIND_PLACE, i + 2);
	return state != NULL && place_is_code(doc, state) &&
		   !(doc->tokens[i + 2].shape & SHAPE_HAS_LOWER);
}

/* Reads "City, ST" and "City, Country" at a mark that can be a city. */
static bool
read_city(const Doc *doc, const Mark *mark, Group *g)
{
	bool		comma;
	bool		city_follows = token_is(doc, mark->to, "city") &&
							   doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER &&
							   doc->tokens[mark->to].gap == GAP_SPACE;
	uint32_t	to = mark->to + (city_follows || is_area_of_state(doc, mark->to));
	const Mark *next = place_next_part(doc, to, &comma);
	const Entry *city = place_pick_entry(doc, mark, PLACE_CITY, NULL, NULL);

	/* "Central Texas" */
	if (city == NULL ||
		(city->flags & ENTRY_WEAK && next != NULL && !comma && next->from == mark->to &&
		 !place_is_code(doc, next) && place_pick_row(doc, next, PLACE_REGION, NULL, NULL) != NULL &&
		 place_pick_row(doc, next, PLACE_REGION, row_of(city)->country,
						lex_string(row_of(city)->region)) == NULL))
		return false;
	g->town = (Range) {mark->from, mark->to};
	g->at.to = to;
	if (next != NULL && join_city(doc, mark, next, comma, g))
		g->at.to = next->to;
	else
	{
		g->city = row_of(city);
		g->weak = (city->flags & ENTRY_WEAK) != 0;
	}
	if (g->city != NULL && g->region == NULL && g->country == NULL)
		read_district(doc, g);
	extend(doc, g);
	return true;
}

/* Whether the state that follows a mark has a town of that name: "Washington, D.C.". */
static bool
names_own_state(const Doc *doc, const Mark *mark)
{
	bool		comma;
	const Mark *next = place_next_part(doc, mark->to, &comma);
	const PlaceRow *state =
		next == NULL ? NULL : place_pick_row(doc, next, PLACE_REGION, NULL, NULL);

	return state != NULL && has_codes(state->country) &&
		   place_pick_row(doc, mark, PLACE_CITY, state->country, lex_string(state->region)) != NULL;
}

/*
 * Whether a word before "County", "Division" and the
 * like makes the name one of an office, not of a town.
 */
static bool
is_office_word(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_PLACES_OFFICE_WORD);
}

/*
 * Reads "Capital Words, ST": a town that the gazetteer does not
 * hold; of a county that no label names only the state counts.
 */
static bool
read_unknown_city(const Doc *doc, const Mark *mark, Group *g)
{
	const PlaceRow *region;
	uint32_t	from = mark->from;
	bool		county;

	if (from < 2 || !token_punct(doc, from - 1, ',') ||
		(region = place_pick_row(doc, mark, PLACE_REGION, NULL, NULL)) == NULL ||
		(!has_codes(region->country) &&
		 (place_is_code(doc, mark) || memcmp(region->country, doc->country, 2) != 0)))
		return false;
	/* "Peace Fund, Washington, D.C.": the name before is no town */
	if (names_own_state(doc, mark))
		return false;
	from--;
	while (from > 0 && mark->from - from < 5 && doc->tokens[from - 1].kind == TOKEN_WORD &&
		   (doc->tokens[from - 1].shape & SHAPE_FIRST_UPPER) &&
		   doc->tokens[from - 1].line == doc->tokens[mark->from].line &&
		   (from < mark->from - 1 || mark_before(doc, KIND_PLACE, from) == NULL) &&
		   mark_before(doc, KIND_TITLE, from) == NULL &&
		   (from == mark->from - 1 || mark_before(doc, KIND_HEADING, from) == NULL))
	{
		from--;
		/* "MacArthur" */
		if (doc->tokens[from].gap != GAP_SPACE &&
			!(doc->tokens[from].gap == GAP_NONE && from > 0 &&
			  token_in(doc, from - 1, WORDS_PLACES_NAME_PREFIX)))
			break;
	}
	county = token_is(doc, mark->from - 2, "county") || token_is(doc, mark->from - 2, "parish");
	/*
	 * "PharmD, MD", "Full Time, NY", "Acme Health, New
	 * York City", "Elections, Ohio Department of State"
	 */
	if (mark_at(doc, KIND_EDUCATION, from) != NULL ||
		mark_at(doc, KIND_EMPLOYMENT_TYPE, from) != NULL ||
		(mark->to < doc->n_tokens && doc->tokens[mark->to].gap == GAP_SPACE &&
		 (token_is(doc, mark->to, "city") ||
		  (doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER &&
		   token_in(doc, mark->to, WORDS_PLACES_EMPLOYER_OFFICES)))))
		return false;
	/* "200 W Oak, CO": a street */
	if (from > 0 && doc->tokens[from].len == 1 && doc->tokens[from - 1].kind == TOKEN_NUMBER)
		return false;
	if (from == mark->from - 1 || mark_at(doc, KIND_HEADING, from) != NULL ||
		(!county && is_office_word(doc, mark->from - 2)) || doc->tokens[mark->from - 2].len < 3)
		return false;
	g->at = (Range) {from, mark->to};
	g->office = county;
	/* "Location: Marion County, OR" */
	if (!county || doc_in_label(doc, LABEL_LOCATION, from))
		g->town = (Range) {from, mark->from - 1};
	g->region = region;
	extend(doc, g);
	return true;
}

/* Whether behind a state and a comma one of its towns stands: "US, Oregon, Hillsboro". */
static bool
names_town_behind(const Doc *doc, const Mark *mark, const char *country)
{
	const PlaceRow *region = place_pick_row(doc, mark, PLACE_REGION, country, NULL);
	const Mark *town =
		token_punct(doc, mark->to, ',') ? mark_at(doc, KIND_PLACE, mark->to + 1) : NULL;

	return region != NULL && town != NULL &&
		   place_pick_row(doc, town, PLACE_CITY, country, lex_string(region->region)) != NULL;
}

/* Whether a country's code stands before its name: "AU - Australia", "US - United States". */
static const Mark *
name_behind_code(const Doc *doc, const Mark *mark)
{
	const Mark *name = place_is_code(doc, mark) && token_punct(doc, mark->to, '-')
							   ? mark_at(doc, KIND_PLACE, mark->to + 1)
							   : NULL;
	const PlaceRow *country =
		name != NULL ? place_pick_row(doc, name, PLACE_COUNTRY, NULL, NULL) : NULL;

	return country != NULL &&
				   place_pick_row(doc, mark, PLACE_COUNTRY, country->country, NULL) != NULL
			   ? name
			   : NULL;
}

/*
 * Whether colons part a state from the wider and the
 * closer place: "Australia : Victoria : Ararat".
 */
static bool
parts_by_colon(const Doc *doc, const Mark *state)
{
	return state != NULL && state->from > 1 && token_punct(doc, state->from - 1, ':') &&
		   token_punct(doc, state->to, ':');
}

/* Takes the capital words from a token on for a town that the gazetteer does not hold. */
static void
take_capitals(const Doc *doc, uint32_t from, Group *g)
{
	uint32_t	to = from + 1;

	if (from >= doc->n_tokens || !(doc->tokens[from].shape & SHAPE_FIRST_UPPER))
		return;
	while (to < doc->n_tokens && to < from + 3 && doc->tokens[to].kind == TOKEN_WORD &&
		   doc->tokens[to].gap == GAP_SPACE && doc->tokens[to].shape & SHAPE_FIRST_UPPER)
		to++;
	g->town = (Range) {from, to};
	g->at.to = to;
}

/*
 * Reads "US-NJ-Dover", "USA, CA, Fremont", "Germany - Berlin", "CA-San
 * Diego", "AU - Australia : Victoria : Ararat": the wider place first.
 */
static bool
read_reversed(const Doc *doc, const Mark *mark, Group *g)
{
	const PlaceRow *country,
			   *region,
			   *outer;
	uint32_t	i = mark->to;
	const Mark *next;

	/* nearly always something else follows */
	if (i >= doc->n_tokens ||
		(doc->tokens[i].gap != GAP_NONE && doc->tokens[i].chr != '-' && doc->tokens[i].chr != '/' &&
		 doc->tokens[i].chr != ',' && doc->tokens[i].chr != ':'))
		return false;
	next = name_behind_code(doc, mark);
	if (next != NULL)
	{
		mark = next;
		i = mark->to;
	}
	country = place_pick_row(doc, mark, PLACE_COUNTRY, NULL, NULL);
	region = country == NULL ? place_pick_row(doc, mark, PLACE_REGION, NULL, NULL) : NULL;
	outer = country ? country : region;
	/* "TXHouston", where a board's line breaks were lost */
	if (region != NULL && has_codes(region->country) && place_is_code(doc, mark) &&
		(next = mark_at(doc, KIND_PLACE, i)) != NULL && doc->tokens[i].gap == GAP_NONE &&
		(g->city = place_pick_row(doc, next, PLACE_CITY, region->country,
								  lex_string(region->region))) != NULL)
	{
		g->town = (Range) {next->from, next->to};
		g->at.to = next->to;
		g->region = region;
		g->formal = true;
		return true;
	}
	if (outer == NULL || i + 1 >= doc->n_tokens || doc->tokens[i].gap > GAP_SPACE ||
		!(token_punct(doc, i, '-') || token_punct(doc, i, '/') ||
		  (country != NULL && (token_punct(doc, i, ',') || token_punct(doc, i, ':')))))
		return false;
	next = mark_at(doc, KIND_PLACE, i + 1);
	if (country != NULL && next != NULL &&
		(place_is_code(doc, next) || token_punct(doc, next->to, '-') || parts_by_colon(doc, next) ||
		 names_town_behind(doc, next, country->country)) &&
		(region = place_pick_row(doc, next, PLACE_REGION, country->country, NULL)) != NULL)
	{
		i = next->to;
		next = token_punct(doc, i, '-') || token_punct(doc, i, ',') || token_punct(doc, i, '/') ||
					   token_punct(doc, i, ':')
				   ? mark_at(doc, KIND_PLACE, i + 1)
				   : NULL;
		g->at.to = i;
		if (next == NULL && (token_punct(doc, i, '-') || token_punct(doc, i, ':')))
			take_capitals(doc, i + 1, g);
	}
	else if (next == NULL || !place_looks_like_name(doc, next))
		return false;
	if (next != NULL)
	{
		g->city = place_pick_row(doc, next, PLACE_CITY, outer->country,
								 region ? lex_string(region->region) : NULL);
		/* "Remote US, Los Angeles, CA": the country is an item of its own */
		if (g->city != NULL && region == NULL && token_punct(doc, i, ',') &&
			names_own_state(doc, next))
			return false;
		/* "US-CA-Newport": a town that the gazetteer holds in other states alone */
		if (g->city != NULL ||
			(country != NULL && region != NULL && token_punct(doc, mark->to, '-') &&
			 place_pick_row(doc, next, PLACE_CITY, NULL, NULL) != NULL))
		{
			g->town = (Range) {next->from, next->to};
			g->at.to = next->to;
		}
	}
	g->country = country;
	g->region = region;
	g->formal = country != NULL && region != NULL && g->town.to > g->town.from &&
				(token_punct(doc, mark->to, '-') || token_punct(doc, mark->to, ':'));
	return g->at.to > mark->to;
}

/*
 * Reads "Marion County", "Marion County, Ohio": a public
 * body and its state, no town unless a label names it.
 */
static bool
read_county(const Doc *doc, const Mark *mark, Group *g)
{
	bool		comma;
	const Mark *next;

	if (!token_is(doc, mark->to, "county") || !(doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER) ||
		place_pick_row(doc, mark, PLACE_CITY, NULL, NULL) == NULL)
		return false;
	next = place_next_part(doc, mark->to + 1, &comma);
	g->region = next != NULL && (comma || !place_is_code(doc, next))
					? place_pick_row(doc, next, PLACE_REGION, NULL, NULL)
					: NULL;
	g->at.to = g->region != NULL ? next->to : mark->to + 1;
	if (g->region != NULL && doc_in_label(doc, LABEL_LOCATION, mark->from))
		g->town = (Range) {mark->from, mark->to + 1};
	/* the state that the document speaks of; else a town of that name tells it */
	if (g->region == NULL && (doc->region == NULL || memcmp(doc->country, "US", 2) != 0))
		g->region = place_pick_row(doc, mark, PLACE_CITY, "US", NULL);
	g->office = true;
	return true;
}

/*
 * Reads a town whose name is better known as a state's or a country's, by the
 * state that it lies in: "Lebanon, PA", "Lebanon, Indiana", "Sussex, WI".
 */
static bool
read_namesake(const Doc *doc, const Mark *mark, Group *g)
{
	bool		comma;
	uint32_t	to = mark->to + is_area_of_state(doc, mark->to);
	const Mark *next = place_next_part(doc, to, &comma);
	bool		parted = token_punct(doc, to, ',');
	const PlaceRow *state,
			   *country,
			   *region;

	if (next == NULL || (!parted && next->from != mark->to) ||
		(state = place_pick_row(doc, next, PLACE_REGION, NULL, NULL)) == NULL ||
		!has_codes(state->country))
		return false;
	country = place_pick_row(doc, mark, PLACE_COUNTRY, NULL, NULL);
	region = place_pick_row(doc, mark, PLACE_REGION, NULL, NULL);
	if (country == NULL && region == NULL)
		return false;
	g->city = place_pick_row(doc, mark, PLACE_CITY, state->country, lex_string(state->region));
	if (g->city == NULL && !parted)
		g->city = place_small_town(doc, g->at, state->country, lex_string(state->region));
	/* "Lebanon Ohio", but no "Ontario CA" */
	if (!parted && (g->city == NULL || country == NULL))
		return false;
	/* a state in full follows in a list, too: "Georgia, Alabama", "Mexico, Texas" */
	if (parted && (!place_is_code(doc, next) || doc->tokens[next->from].shape & SHAPE_HAS_LOWER) &&
		(region != NULL || country->population > 20000000))
		return false;
	if (doc->tokens[mark->to - 1].len <= 3 ||
		(country != NULL && memcmp(country->country, state->country, 2) == 0) ||
		(region != NULL && region->region == state->region) ||
		(mark->from > 0 && token_punct(doc, mark->from - 1, ',') &&
		 mark_before(doc, KIND_PLACE, mark->from - 1) != NULL))
		return false;
	g->town = (Range) {mark->from, mark->to};
	g->region = state;
	g->at.to = next->to;
	extend(doc, g);
	return true;
}

/* The code of a country that a dash ties to a token: "GR-Athens"; NULL where none. */
static const char *
code_before(const Doc *doc, uint32_t i)
{
	const Token *code = i >= 2 ? &doc->tokens[i - 2] : NULL;

	return code != NULL && code->len == 2 && code->kind == TOKEN_WORD &&
			   !(code->shape & SHAPE_HAS_LOWER) && token_punct(doc, i - 1, '-') &&
			   doc->tokens[i - 1].gap == GAP_NONE && doc->tokens[i].gap == GAP_NONE
			   ? token_text(doc, i - 2)
			   : NULL;
}

/* The town at a mark that lies in the country whose code a dash ties to it; NULL where none. */
static const PlaceRow *
town_of_code(const Doc *doc, const Mark *mark)
{
	const char *code = mark != NULL ? code_before(doc, mark->from) : NULL;

	return code != NULL ? place_pick_row(doc, mark, PLACE_CITY, code, NULL) : NULL;
}

/* Reads the place that begins at a mark. */
bool
place_read(const Doc *doc, const Mark *mark, Group *g)
{
	const Entry *country,
			   *region;

	if (!place_looks_like_name(doc, mark))
		return false;
	memset(g, 0, sizeof(*g));
	g->at = (Range) {mark->from, mark->to};
	/* "Oak Street, Leeds": no Street in Somerset */
	if (mark->to - mark->from == 1 && mark->from > 0 &&
		token_in(doc, mark->from, WORDS_PLACES_DOUBT_STREETS) &&
		doc->tokens[mark->from].gap == GAP_SPACE &&
		doc->tokens[mark->from - 1].shape & SHAPE_FIRST_UPPER)
		return false;
	if (read_reversed(doc, mark, g))
		return true;
	memset(g, 0, sizeof(*g));
	g->at = (Range) {mark->from, mark->to};
	/* "GR-Athens": no canton of Switzerland */
	if (place_is_code(doc, mark) && town_of_code(doc, mark_at(doc, KIND_PLACE, mark->to + 1)))
		return false;
	if ((g->city = town_of_code(doc, mark)) != NULL)
	{
		g->town = g->at;
		extend(doc, g);
		return true;
	}
	if (read_namesake(doc, mark, g))
		return true;
	if (read_unknown_city(doc, mark, g))
		return true;
	if (read_county(doc, mark, g))
		return true;
	country = place_pick_entry(doc, mark, PLACE_COUNTRY, NULL, NULL);
	region = place_pick_entry(doc, mark, PLACE_REGION, NULL, NULL);
	/* "Washington State", "New York Secretary of State": the state */
	if (region != NULL && has_codes(row_of(region)->country) && doc->tokens[mark->to - 1].len > 3 &&
		mark->to < doc->n_tokens && doc->tokens[mark->to].gap == GAP_SPACE &&
		doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER &&
		(token_is(doc, mark->to, "secretary") || token_is(doc, mark->to, "state")))
	{
		g->region = row_of(region);
		return true;
	}
	/*
	 * a country's name that is also a town's means the
	 * country; "Norfolk" in a British text the county
	 */
	if ((country == NULL || country->flags & ENTRY_WEAK) &&
		!(region != NULL && memcmp(row_of(region)->country, doc->country, 2) == 0 &&
		  place_pick_row(doc, mark, PLACE_CITY, doc->country, NULL) == NULL) &&
		read_city(doc, mark, g))
		return true;
	if (region == NULL ||
		(country != NULL && memcmp(row_of(country)->country, doc->country, 2) == 0))
		region = country == NULL ? place_pick_entry(doc, mark, PLACE_AREA, NULL, NULL) : NULL;
	if (region == NULL && country == NULL)
		return false;
	if (region != NULL)
		g->region = row_of(region);
	else
		g->country = row_of(country);
	g->weak = ((region ? region : country)->flags & ENTRY_WEAK) != 0;
	/* "remote OK (U.S. only)": no Oklahoma */
	if (g->weak && place_is_code(doc, mark) && token_punct(doc, mark->to, '('))
		return false;
	if (region != NULL && row_of(region)->country[0] != '\0')
		extend(doc, g);
	return true;
}
