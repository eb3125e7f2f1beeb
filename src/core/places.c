/*
 * places.c
 *		Where the job can be done from.
 *
 * First the places that the text names are read: gazetteer marks joined to
 * "City, ST, Country" (read_group).  Then each is weighed by where it stands (a
 * label, the header, a section), by the words that tie it to the job, and by
 * what speaks against it: company boilerplate, schools, laws, travel
 * (score_group).  The best evidence that a document has decides what is enough
 * (extract_places).
 */
#include "extract.h"

#define lengthof(array) (sizeof(array) / sizeof((array)[0]))

/* A place as the text names it: one or more marks. */
typedef struct Group
{
	Range		at;
	Range		town;			/* the city's own words; empty where none is named */
	const PlaceRow *city;		/* NULL with a town: the gazetteer does not hold it */
	const PlaceRow *region;
	const PlaceRow *country;
	bool		weak;			/* only a word that is also something else */
	bool		office;			/* names a public body: "City of X", "X County" */
	bool		scope;			/* remote work is open to it */
	int			score;
	const char *rule;
} Group;

typedef VEC(Group) Groups;

/* How a place is tied to the words before it. */
typedef struct Tie
{
	uint32_t	head;			/* the word that governs it; UINT32_MAX where none */
	bool		in;				/* "in", "at", "near" */
} Tie;

#define LABELLED	12	/* a label says it */
#define ACCEPT		5
#define FALLBACK	3	/* where nothing better stands */
#define HEAD_TOKENS	70	/* in a text without line breaks the header lies in so many tokens */

static const char *
lex_string(uint32_t offset)
{
	return posting_lexicon_strings + offset;
}

static const PlaceRow *
row_of(const Entry *entry)
{
	return &posting_place_rows[entry->value];
}

/* Whether a country writes its regions as codes: US, CA, AU. */
static bool
has_codes(const char *country)
{
	return memcmp(country, "US", 2) == 0 || memcmp(country, "CA", 2) == 0 || memcmp(country, "AU", 2) == 0;
}

/* How near a row lies to the document: people live where its country, state and language are. */
static uint64_t
prominence(const Doc *doc, const PlaceRow *row)
{
	static const char *const homes[][2] = {
		{"en", "US GB CA AU IE IN NZ"}, {"de", "DE AT CH"}, {"fr", "FR BE CH CA"}, {"es", "ES MX AR CO CL"},
		{"nl", "NL BE"}, {"pl", "PL"}, {"pt", "BR PT"}, {"it", "IT"}, {"cs", "CZ"}
	};
	/* the gazetteer lacks many a small town's population; the world's cities are meant everywhere */
	uint64_t	weight = ((uint64_t) row->population + 20000) * (row->population > 1000000 ? 4 : 1);

	if (doc->country[0] != '\0' && memcmp(row->country, doc->country, 2) == 0)
	{
		weight *= 8;
		if (doc->region != NULL && strcmp(lex_string(row->region), doc->region) == 0)
			weight *= 8;
	}
	for (size_t k = 0; k < lengthof(homes); k++)
		if (memcmp(doc->language, homes[k][0], 2) == 0)
			for (const char *home = homes[k][1]; *home != '\0'; home += home[2] ? 3 : 2)
				if (memcmp(home, row->country, 2) == 0)
					return weight * (home == homes[k][1] ? 7 : 6);
	return weight;
}

/* The meaning of a kind among a mark's, the most prominent; within a country or region where one is given. */
static const Entry *
pick_entry(const Doc *doc, const Mark *mark, PlaceKind kind, const char *country, const char *region)
{
	const Entry *best = NULL;
	uint64_t	most = 0;

	for (const Entry *entry = mark->entry; entry != NULL; entry = entry_next(entry))
	{
		const PlaceRow *row = row_of(entry);
		uint64_t	weight;

		if (row->kind != kind || (country != NULL && memcmp(row->country, country, 2) != 0) ||
			(region != NULL && strcmp(lex_string(row->region), region) != 0))
			continue;
		weight = prominence(doc, row);
		if (best == NULL || weight > most)
		{
			best = entry;
			most = weight;
		}
	}
	return best;
}

static const PlaceRow *
pick_row(const Doc *doc, const Mark *mark, PlaceKind kind, const char *country, const char *region)
{
	const Entry *entry = pick_entry(doc, mark, kind, country, region);

	return entry != NULL ? row_of(entry) : NULL;
}

/* Whether a mark's words are written as a name: capitals, or the text has none. */
static bool
looks_like_name(const Doc *doc, const Mark *mark)
{
	return doc->lower_case || (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER);
}

static bool
is_code(const Doc *doc, const Mark *mark)
{
	return mark->to - mark->from == 1 && doc->tokens[mark->from].len <= 3;
}

/* The mark behind a comma, a dash, an opening bracket or a blank; NULL where none. */
static const Mark *
next_part(const Doc *doc, uint32_t i, bool *comma)
{
	const Mark *mark;
	bool		stop = token_punct(doc, i, '.');

	*comma = false;
	if (i < doc->n_tokens && doc->tokens[i].kind == TOKEN_PUNCT && doc->tokens[i].gap <= GAP_SPACE &&
		(doc->tokens[i].chr == ',' || doc->tokens[i].chr == '(' || doc->tokens[i].chr == '-' || doc->tokens[i].chr == '/' || stop))
	{
		*comma = doc->tokens[i].chr == ',' || doc->tokens[i].chr == '(';
		i++;
	}
	mark = mark_at(doc, KIND_PLACE, i);
	if (mark == NULL || doc->tokens[i].gap > GAP_SPACE || (i > 0 && doc->tokens[i].gap == GAP_NONE && doc->tokens[i - 1].kind != TOKEN_PUNCT) ||
		!looks_like_name(doc, mark) || (stop && !is_code(doc, mark)))
		return NULL;
	return mark;
}

/* Whether a place lies in a state. */
static bool
is_region_of(const Group *g, const PlaceRow *state)
{
	return g->region != NULL ? g->region->region == state->region : g->city == NULL || g->city->region == state->region;
}

/* Takes over what follows a city or region and names the same place more widely: "Lyon, Rhône, France". */
static void
extend(const Doc *doc, Group *g)
{
	const char *country = g->country ? g->country->country : g->region ? g->region->country : g->city ? g->city->country : NULL;

	for (int k = 0; k < 3 && country != NULL; k++)
	{
		bool		comma;
		const Mark *next = next_part(doc, g->at.to, &comma);
		const PlaceRow *row;
		const Entry *entry;

		if (next == NULL)
			return;
		if ((row = pick_row(doc, next, PLACE_COUNTRY, country, NULL)) != NULL)
			g->country = row;
		else if ((entry = pick_entry(doc, next, PLACE_REGION, country, NULL)) != NULL &&
				 (comma || !(entry->flags & ENTRY_WEAK)) &&
				 (!has_codes(country) || is_region_of(g, row_of(entry))))
			g->region = g->region != NULL ? g->region : row_of(entry);
		else if (g->city != NULL && comma && ((row = pick_row(doc, next, PLACE_CITY, country, NULL)) == g->city ||
											  (row != NULL && token_punct(doc, g->at.to, '(') && token_punct(doc, next->to, ')'))))
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

	while (i > 0 && g->town.to - i < 3 && doc->tokens[i].gap == GAP_SPACE && doc->tokens[i - 1].kind == TOKEN_WORD && doc->tokens[i - 1].len > 2 &&
		   doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER && doc->tokens[i - 1].shape & SHAPE_HAS_LOWER && mark_before(doc, KIND_TITLE, i) == NULL)
		i--;
	if (i > 0 && !doc_starts_clause(doc, i) && g->town.to - i > 1)
		g->town.from = g->at.from = i;
}

/* Joins a city to the region or country that a mark names; false where they do not belong together. */
static bool
join_city(const Doc *doc, const Mark *mark, const Mark *next, bool comma, Group *g)
{
	const PlaceRow *largest = pick_row(doc, mark, PLACE_CITY, NULL, NULL);
	const PlaceRow *code = NULL;

	for (const Entry *entry = next->entry; entry != NULL; entry = entry_next(entry))
	{
		const PlaceRow *row = row_of(entry);

		if (row->kind != PLACE_REGION || (!comma && entry->flags & ENTRY_WEAK && !is_code(doc, next)))
			continue;
		g->region = row;
		if ((g->city = pick_row(doc, mark, PLACE_CITY, row->country, has_codes(row->country) ? lex_string(row->region) : NULL)) != NULL)
			return true;
		if (has_codes(row->country))
			code = row;
	}
	g->region = NULL;
	g->country = pick_row(doc, next, PLACE_COUNTRY, NULL, NULL);
	if (g->country != NULL && (g->city = pick_row(doc, mark, PLACE_CITY, g->country->country, NULL)) != NULL)
		return true;
	g->country = NULL;
	/*
	 * "Cary, NC" where the gazetteer has no such town there: the region tells.  A list of places reads alike
	 * ("Seattle, Idaho"), so a written-out state makes a town of small cities alone.
	 */
	if (code == NULL || !comma || (!is_code(doc, next) && largest->population >= 200000))
		return false;
	g->region = code;
	widen_town(doc, g);
	return true;
}

/* Takes a quarter and its city as the city: "Farringdon, London", "London (Farringdon)"; quarters have no population. */
static void
read_district(const Doc *doc, Group *g)
{
	bool		comma;
	const Mark *next = next_part(doc, g->at.to, &comma);
	const PlaceRow *other;

	if (next == NULL && token_is(doc, g->at.to, "in"))
		next = next_part(doc, g->at.to + 1, &comma);
	if (next == NULL || (other = pick_row(doc, next, PLACE_CITY, g->city->country, NULL)) == NULL)
		return;
	if (g->city->population == 0 && other->population > 500000)
	{
		g->city = other;
		g->town = (Range) {next->from, next->to};
		g->at.to = next->to;
		g->weak = false;
	}
	/* "London (Farringdon)", "Cascina (Pisa)": a quarter, a province */
	else if (token_punct(doc, g->at.to, '(') && token_punct(doc, next->to, ')') && (other->population == 0 || !has_codes(other->country)))
		g->at.to = next->to;
}

/* Reads "City, ST" and "City, Country" at a mark that can be a city. */
static bool
read_city(const Doc *doc, const Mark *mark, Group *g)
{
	bool		comma;
	uint32_t	to = mark->to + (token_is(doc, mark->to, "city") && doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER && doc->tokens[mark->to].gap == GAP_SPACE);
	const Mark *next = next_part(doc, to, &comma);
	const Entry *city = pick_entry(doc, mark, PLACE_CITY, NULL, NULL);

	/* "Central Texas" */
	if (city == NULL || (city->flags & ENTRY_WEAK && next != NULL && !comma && next->from == mark->to && !is_code(doc, next) &&
						 pick_row(doc, next, PLACE_REGION, NULL, NULL) != NULL && pick_row(doc, next, PLACE_REGION, row_of(city)->country, lex_string(row_of(city)->region)) == NULL))
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

/* Whether a word before "County", "Division" and the like makes the name one of an office, not of a town. */
static bool
is_office_word(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_PLACES_OFFICE_WORD);
}

/* Whether the state that follows a mark has a town of that name: "Washington, D.C.". */
static bool
names_own_state(const Doc *doc, const Mark *mark)
{
	bool		comma;
	const Mark *next = next_part(doc, mark->to, &comma);
	const PlaceRow *state = next == NULL ? NULL : pick_row(doc, next, PLACE_REGION, NULL, NULL);

	return state != NULL && has_codes(state->country) && pick_row(doc, mark, PLACE_CITY, state->country, lex_string(state->region)) != NULL;
}

/* Reads "Capital Words, ST": a town that the gazetteer does not hold; of a county only the state counts. */
static bool
read_unknown_city(const Doc *doc, const Mark *mark, Group *g)
{
	const PlaceRow *region = pick_row(doc, mark, PLACE_REGION, NULL, NULL);
	uint32_t	from = mark->from;
	bool		county;

	/* "Peace Fund, Washington, D.C.": the name before is no town */
	if (names_own_state(doc, mark))
		return false;
	if (region == NULL || from < 2 || !token_punct(doc, from - 1, ',') ||
		(!has_codes(region->country) && (is_code(doc, mark) || memcmp(region->country, doc->country, 2) != 0)))
		return false;
	from--;
	while (from > 0 && mark->from - from < 5 && doc->tokens[from - 1].kind == TOKEN_WORD &&
		   (doc->tokens[from - 1].shape & SHAPE_FIRST_UPPER) && doc->tokens[from - 1].line == doc->tokens[mark->from].line &&
		   (from < mark->from - 1 || mark_before(doc, KIND_PLACE, from) == NULL) && mark_before(doc, KIND_TITLE, from) == NULL && (from == mark->from - 1 || mark_before(doc, KIND_HEADING, from) == NULL))
	{
		from--;
		if (doc->tokens[from].gap != GAP_SPACE)
			break;
	}
	county = token_is(doc, mark->from - 2, "county") || token_is(doc, mark->from - 2, "parish");
	if (from == mark->from - 1 || mark_at(doc, KIND_HEADING, from) != NULL || (!county && is_office_word(doc, mark->from - 2)) ||
		doc->tokens[mark->from - 2].len < 3)
		return false;
	g->at = (Range) {from, mark->to};
	g->office = county;
	if (!county)
		g->town = (Range) {from, mark->from - 1};
	g->region = region;
	extend(doc, g);
	return true;
}

/* Reads "US-NJ-Dover", "USA, CA, Fremont", "Germany - Berlin", "CA-San Diego": the wider place first. */
static bool
read_reversed(const Doc *doc, const Mark *mark, Group *g)
{
	const PlaceRow *country = pick_row(doc, mark, PLACE_COUNTRY, NULL, NULL);
	const PlaceRow *region = country == NULL ? pick_row(doc, mark, PLACE_REGION, NULL, NULL) : NULL;
	const PlaceRow *outer = country ? country : region;
	uint32_t	i = mark->to;
	const Mark *next;

	if (outer == NULL || i + 1 >= doc->n_tokens || doc->tokens[i].gap > GAP_SPACE ||
		!(token_punct(doc, i, '-') || token_punct(doc, i, '/') || (country != NULL && token_punct(doc, i, ','))))
		return false;
	next = mark_at(doc, KIND_PLACE, i + 1);
	if (country != NULL && next != NULL && (is_code(doc, next) || token_punct(doc, next->to, '-')) && (region = pick_row(doc, next, PLACE_REGION, country->country, NULL)) != NULL)
	{
		i = next->to;
		next = token_punct(doc, i, '-') || token_punct(doc, i, ',') || token_punct(doc, i, '/') ? mark_at(doc, KIND_PLACE, i + 1) : NULL;
		g->at.to = i;
		if (next == NULL && token_punct(doc, i, '-') && i + 1 < doc->n_tokens && doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER)
		{
			g->town = (Range) {i + 1, i + 2};
			while (g->town.to < doc->n_tokens && g->town.to < i + 4 && doc->tokens[g->town.to].kind == TOKEN_WORD &&
				   doc->tokens[g->town.to].gap == GAP_SPACE && doc->tokens[g->town.to].shape & SHAPE_FIRST_UPPER)
				g->town.to++;
			g->at.to = g->town.to;
		}
	}
	else if (next == NULL || !looks_like_name(doc, next))
		return false;
	if (next != NULL)
	{
		g->city = pick_row(doc, next, PLACE_CITY, outer->country, region ? lex_string(region->region) : NULL);
		if (g->city != NULL)
		{
			g->town = (Range) {next->from, next->to};
			g->at.to = next->to;
		}
	}
	g->country = country;
	g->region = region;
	return g->at.to > mark->to;
}

/* Reads "Marion County", "Marion County, Ohio": a public body and its state, no town. */
static bool
read_county(const Doc *doc, const Mark *mark, Group *g)
{
	bool		comma;
	const Mark *next;

	if (!token_is(doc, mark->to, "county") || !(doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER) || pick_row(doc, mark, PLACE_CITY, NULL, NULL) == NULL)
		return false;
	next = next_part(doc, mark->to + 1, &comma);
	g->region = next != NULL ? pick_row(doc, next, PLACE_REGION, NULL, NULL) : NULL;
	g->at.to = g->region != NULL ? next->to : mark->to + 1;
	/* the state that the document speaks of; else a town of that name tells it */
	if (g->region == NULL && (doc->region == NULL || memcmp(doc->country, "US", 2) != 0))
		g->region = pick_row(doc, mark, PLACE_CITY, "US", NULL);
	g->office = true;
	return true;
}

/* Reads the place that begins at a mark. */
static bool
read_group(const Doc *doc, const Mark *mark, Group *g)
{
	const Entry *country = pick_entry(doc, mark, PLACE_COUNTRY, NULL, NULL);
	const Entry *region = pick_entry(doc, mark, PLACE_REGION, NULL, NULL);

	memset(g, 0, sizeof(*g));
	g->at = (Range) {mark->from, mark->to};
	if (!looks_like_name(doc, mark))
		return false;
	if (read_reversed(doc, mark, g))
		return true;
	memset(g, 0, sizeof(*g));
	g->at = (Range) {mark->from, mark->to};
	if (read_unknown_city(doc, mark, g))
		return true;
	if (read_county(doc, mark, g))
		return true;
	/* a country's name that is also a town's means the country; "Norfolk" in a British text the county */
	if ((country == NULL || country->flags & ENTRY_WEAK) &&
		!(region != NULL && memcmp(row_of(region)->country, doc->country, 2) == 0 && pick_row(doc, mark, PLACE_CITY, doc->country, NULL) == NULL) && read_city(doc, mark, g))
		return true;
	if (region == NULL || (country != NULL && memcmp(row_of(country)->country, doc->country, 2) == 0))
		region = country == NULL ? pick_entry(doc, mark, PLACE_AREA, NULL, NULL) : NULL;
	if (region == NULL && country == NULL)
		return false;
	if (region != NULL)
		g->region = row_of(region);
	else
		g->country = row_of(country);
	g->weak = ((region ? region : country)->flags & ENTRY_WEAK) != 0;
	if (region != NULL && row_of(region)->country[0] != '\0')
		extend(doc, g);
	return true;
}

/* Whether one of the words stands within reach before a token, in its clause. */
static bool
word_before(const Doc *doc, Range clause, uint32_t i, uint32_t reach, WordList words)
{
	for (uint32_t k = i; k > clause.from && i - k < reach; k--)
		if (token_in(doc, k - 1, words))
			return true;
	return false;
}

static bool
word_after(const Doc *doc, Range clause, uint32_t i, uint32_t reach, WordList words)
{
	for (uint32_t k = i; k < clause.to && k - i < reach; k++)
		if (token_in(doc, k, words))
			return true;
	return false;
}

/* Whether a line is one of the posting's first short ones. */
static bool
in_header(const Doc *doc, uint32_t line_number)
{
	const Line *line = &doc->lines[line_number];
	uint32_t	lines = 0;

	if (line->words > 14 || (line->flags & LINE_TEXT && line->words > 10))
		return false;
	for (uint32_t i = 0; i < line_number; i++)
	{
		if (doc->lines[i].flags & LINE_NOISE || doc->lines[i].first >= doc->lines[i].last)
			continue;
		if (++lines > 9 || doc->lines[i].words > 60)
			return false;
	}
	return true;
}

/* Whether a capital word follows a place, so that it may be the beginning of another name. */
static bool
goes_on(const Doc *doc, const Group *g)
{
	uint32_t	i = g->at.to;

	/* "U.S." */
	if (token_punct(doc, i, '.') && doc->tokens[i].gap == GAP_NONE && doc->tokens[g->at.from].len == 1)
		i++;
	return i < doc->n_tokens && doc->tokens[i].gap == GAP_SPACE && doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
		mark_at(doc, KIND_WORKPLACE, i) == NULL && mark_at(doc, KIND_EMPLOYMENT_TYPE, i) == NULL;
}

/*
 * Whether a place stands among the names that open a text without line breaks:
 * "Staff Nurse Leeds, Permanent", "Clerk, Boise, Idaho - The clerk keeps ...".
 */
static bool
in_opening(const Doc *doc, const Group *g)
{
	uint32_t	clause = doc_clause(doc, g->at.from).from;
	uint32_t	plain = 0;
	uint32_t	near = 0;

	if (g->at.from > HEAD_TOKENS || (goes_on(doc, g) && (g->at.from == clause || token_is(doc, g->at.from - 1, "the"))))
		return false;
	for (uint32_t i = doc->lines[doc->tokens[g->at.from].line].first; i < g->at.from; i++)
		if (doc->tokens[i].kind == TOKEN_WORD && !(doc->tokens[i].shape & SHAPE_FIRST_UPPER) && !token_in(doc, i, WORDS_PLACES_OPENING_SMALL))
		{
			plain++;
			near += i >= clause;
		}
	/* "Acme Canada is a leader": a name that goes on is the sentence's subject */
	return plain <= 3 && near <= 1 && (g->at.to >= doc->n_tokens || doc->tokens[g->at.to].gap >= GAP_LINE || doc->tokens[g->at.to].kind != TOKEN_WORD ||
						  doc->tokens[g->at.to].shape & SHAPE_FIRST_UPPER);
}

/* Finds the word that governs a place: "based" of "based in our sunny Boston". */
static Tie
find_tie(const Doc *doc, Range clause, uint32_t i)
{
	Tie			tie = {UINT32_MAX, false};

	while (i > clause.from && (token_in(doc, i - 1, WORDS_PLACES_TIE_FILLERS) || token_punct(doc, i - 1, ':')))
		i--;
	if (i > clause.from && token_in(doc, i - 1, WORDS_PLACES_TIE_IN))
	{
		tie.in = true;
		i--;
	}
	if (i > clause.from)
		tie.head = i - 1;
	return tie;
}

/* Whether the clause around a place speaks of the employer rather than of the job. */
static bool
is_of_company(const Doc *doc, Range clause, const Group *g)
{
	bool		of_company = false;

	for (uint32_t i = clause.from; i < clause.to; i++)
	{
		if (i >= g->at.from && i < g->at.to)
			continue;
		if (token_in(doc, i, WORDS_PLACES_COMPANY_JOB))
			return false;
		of_company |= token_in(doc, i, WORDS_PLACES_COMPANY);
	}
	return of_company || doc->tokens[g->at.from].zone == ZONE_COMPANY;
}

/* Whether the words before a place tie it to the job. */
static bool
is_tied(const Doc *doc, Range clause, const Group *g, Tie tie)
{
	if (tie.head == UINT32_MAX)
		return false;
	if (token_in(doc, tie.head, WORDS_PLACES_TIE))
		return true;
	/* "nurses in Leeds" */
	if (!tie.in || g->town.to == g->town.from)
		return false;
	return (!token_is(doc, tie.head + 1, "from") && mark_before(doc, KIND_TITLE, tie.head + 1) != NULL) ||
		(tie.head > clause.from && token_in(doc, tie.head - 1, WORDS_PLACES_JOB_PLACE));
}

/* Whether "based" stands behind a place: "US-based". */
static bool
is_based(const Doc *doc, const Group *g)
{
	return token_is(doc, g->at.to, "based") || (token_punct(doc, g->at.to, '-') && token_is(doc, g->at.to + 1, "based"));
}

/* Whether a place is the employer's rather than the job's: "US-based firm". */
static bool
is_of_firm(const Doc *doc, Range clause, const Group *g)
{
	return is_of_company(doc, clause, g) || (is_based(doc, g) && word_after(doc, clause, g->at.to + 1, 4, WORDS_PLACES_FIRMS));
}

/* Whether the word that governs a place ends the name of a body: "European Space Centre in Madrid". */
static bool
is_of_body(const Doc *doc, Range clause, Tie tie)
{
	return tie.head != UINT32_MAX && tie.head > clause.from && token_in(doc, tie.head, WORDS_PLACES_BODIES) &&
		doc->tokens[tie.head].shape & SHAPE_FIRST_UPPER && !word_before(doc, clause, tie.head, 12, WORDS_PLACES_JOB_PLACE);
}

/* What the words around a place say of the job: how much more likely it is the job's place. */
static int
weigh_words(const Doc *doc, Range clause, const Group *g)
{
	Tie			tie = find_tie(doc, clause, g->at.from);
	bool		town = g->town.to > g->town.from;
	bool		covers_it = tie.head != UINT32_MAX && token_in(doc, tie.head, WORDS_PLACES_COVERS);
	int			score = 0;

	if (!town && word_before(doc, clause, g->at.from, 8, WORDS_PLACES_ALLOWED))
		return 0;
	if (is_tied(doc, clause, g, tie) && (tie.in || !covers_it || g->at.from - tie.head == 1))
		score = 6;
	else if (covers_it)
		score = 5;
	else if (!town && is_based(doc, g))
		score = word_after(doc, clause, g->at.to + 1, 4, WORDS_PLACES_JOB_NOUNS) ? 5 : 0;
	else if (word_after(doc, clause, g->at.to, 1, town || g->region != NULL ? WORDS_PLACES_OFFICE : WORDS_PLACES_OFFICES) || is_based(doc, g))
		score = 5;
	else if (tie.in && town && token_is(doc, g->at.from - 1, "near"))
		score = 2;
	else if (tie.in && town && (word_before(doc, clause, g->at.from, 20, WORDS_PLACES_HIRING) || word_after(doc, clause, g->at.to, 4, WORDS_PLACES_HIRING)))
		score = 6;
	else if (town && word_before(doc, clause, g->at.from, 5, WORDS_PLACES_TIE))
		score = 3;
	else if (tie.in)
		score = town && doc->tokens[g->at.from].start < 600 ? 3 : 1;
	if (score > 2 && is_of_body(doc, clause, tie))
		score = 2;
	/* "a company based in Leeds with WORDS_PLACES_OFFICES in Bonn" */
	if (score > 2 && is_of_firm(doc, clause, g))
		score = town && !word_after(doc, clause, g->at.to, 4, WORDS_PLACES_BRANCHES) ? 3 : 0;
	return score;
}

/* Whether remote work is bound to a country or area: "Remote - US", "(US only)", "must reside in Canada". */
static bool
is_remote_scope(const Doc *doc, Range clause, const Group *g)
{
	uint32_t	to = g->at.to;

	if (g->town.to > g->town.from)
		return false;
	for (uint32_t i = g->at.from; i > clause.from && g->at.from - i < 5; i--)
	{
		if (token_in(doc, i - 1, WORDS_PLACES_REMOTE_BEFORE))
			return true;
		/* "remote islands in Indonesia" */
		if (doc->tokens[i - 1].kind == TOKEN_WORD && !token_in(doc, i - 1, WORDS_PLACES_REMOTE_BETWEEN) && mark_at(doc, KIND_PLACE, i - 1) == NULL)
			break;
	}
	if (token_punct(doc, to, ')') || token_punct(doc, to, '-') || token_punct(doc, to, ',') || token_punct(doc, to, '.') || token_is(doc, to, "based"))
		to++;
	return token_in(doc, to, WORDS_PLACES_REMOTE_AFTER);
}

/* Whether a text begins with another, or ends with it and holds more. */
static bool
str_starts_with(Str text, Str begin)
{
	return begin.len > 0 && text.len >= begin.len && memcmp(text.s, begin.s, begin.len) == 0;
}

static bool
str_ends_with(Str text, Str end)
{
	return end.len > 0 && text.len > end.len && memcmp(text.s + text.len - end.len, end.s, end.len) == 0;
}

/* What speaks against a place: offices elsewhere, customers, schools, laws, names of people and streets. */
static int
weigh_doubt(const Doc *doc, Range clause, const Group *g, int said, bool header)
{
	uint32_t	from = g->at.from;
	int			doubt = 0;

	if (token_in(doc, g->at.to, WORDS_PLACES_DOUBT_STREETS) && g->at.to - from == 1)
		return 20;
	if (word_before(doc, clause, from, 9, WORDS_PLACES_DOUBT_NEVER))
		doubt += 7;
	if (said < 6 && (word_before(doc, clause, from, 7, WORDS_PLACES_DOUBT_ELSEWHERE) || word_after(doc, clause, g->at.to, 1, WORDS_PLACES_DOUBT_BEHIND)))
		doubt += 6;
	if (from >= 2 && token_is(doc, from - 1, "of") && token_in(doc, from - 2, WORDS_PLACES_DOUBT_BODIES))
		doubt += 6;
	/* "the U.S. Census Bureau" */
	if (g->town.to == g->town.from && g->country != NULL && goes_on(doc, g))
		doubt += 4;
	/* "For candidates who work from Ohio, see ..." speaks of their pay or rights */
	if (token_is(doc, clause.from, "for") && token_in(doc, clause.from + 1, WORDS_PLACES_DOUBT_PEOPLE))
		doubt += 8;
	/* "MassMutual" */
	if (g->at.to < doc->n_tokens && doc->tokens[g->at.to].gap == GAP_NONE && doc->tokens[g->at.to].shape & SHAPE_SPLIT && g->at.to - from == 1 && !header)
		doubt += 6;
	/* the employer's name: "Dayton Freight", "BlackRock" */
	if ((said < 6 || goes_on(doc, g)) && (g->town.from == g->town.to || g->town.to - g->town.from == g->at.to - from) && str_starts_with(doc->posting->company, range_text(doc, g->at)) &&
		(!header || doc->posting->company.len > range_text(doc, g->at).len))
		doubt += 9;
	/* a name that goes on before or behind: "Kira Edwards", "Acme Japan KK" */
	if (said < 5 && g->region == NULL && from > clause.from && doc->tokens[from].gap == GAP_SPACE && doc->tokens[from - 1].kind == TOKEN_WORD &&
		doc->tokens[from - 1].shape & SHAPE_FIRST_UPPER && mark_before(doc, KIND_TITLE, from) == NULL)
		doubt += 3;
	return doubt;
}

/* How much the zone of running text speaks against a place. */
static int
zone_doubt(uint8_t zone, int said)
{
	switch (zone)
	{
		case ZONE_COMPANY:
			return said == 3 ? 0 : 3;
		case ZONE_LEGAL:
			return said >= 6 ? 2 : 6;
		case ZONE_PROCESS:
		case ZONE_BENEFITS:
			return said >= 5 ? 2 : 5;
		case ZONE_PAY:
			return 3;
		default:
			return 0;
	}
}

/* Weighs what stands around a place. */
static void
score_group(const Doc *doc, Group *g)
{
	uint32_t	line_number = doc->tokens[g->at.from].line;
	const Line *line = &doc->lines[line_number];
	Range		clause = doc_clause(doc, g->at.from);
	uint8_t		zone = doc->tokens[g->at.from].zone;
	bool		town = g->town.to > g->town.from;
	bool		joined = town && (g->region != NULL || g->country != NULL);
	bool		label = doc_in_label(doc, LABEL_LOCATION, g->at.from);
	uint32_t	from = g->at.from;
	bool		alone = g->at.from <= line->first + 1 && g->at.to + 2 >= line->last;
	bool		header;
	bool		strict;
	int			said;

	g->rule = "place.text";
	if (zone == ZONE_NOISE)
	{
		g->score = -20;
		return;
	}
	if (label && !(g->weak && (goes_on(doc, g) || (from > 0 && doc->tokens[from - 1].kind == TOKEN_WORD && doc->tokens[from].gap == GAP_SPACE))))
	{
		g->score = LABELLED + (joined ? 2 : 0);
		g->rule = "place.label";
		return;
	}
	said = weigh_words(doc, clause, g);
	g->scope = is_remote_scope(doc, clause, g);
	if (g->scope)
		said = 7;
	header = in_header(doc, line_number) || in_opening(doc, g);
	if (zone == ZONE_LOCATION)
	{
		g->score += 6;
		g->rule = "place.section";
	}
	strict = from == line->first && g->at.to == line->last;
	header |= strict && joined && zone != ZONE_PROCESS && zone != ZONE_COMPANY;
	if (header && !(from > 0 && token_is(doc, from - 1, "near")) && (said > 2 || town || (g->region != NULL && (g->office || !g->weak)) || alone || (g->at.from > 0 && doc->tokens[g->at.from - 1].kind == TOKEN_PUNCT)))
	{
		g->score += g->weak && !strict ? 2 : 6;
		g->rule = zone == ZONE_LOCATION ? g->rule : "place.header";
	}
	g->score += said + (joined ? 3 : 0) - weigh_doubt(doc, clause, g, said, header) - zone_doubt(zone, said);
	if (g->weak && !((said >= 6 && find_tie(doc, clause, from).in && !goes_on(doc, g)) || (header && strict)))
		g->score -= 12;
}

/* An item of a list stands where the one before it stands. */
static void
follow_list(const Doc *doc, const Group *before, Group *g)
{
	uint32_t	i = before->at.to;

	while (i < g->at.from && (token_punct(doc, i, ',') || token_punct(doc, i, ';') || token_punct(doc, i, '/') || token_punct(doc, i, '|') ||
							  token_punct(doc, i, ')') || token_punct(doc, i, '(') || token_punct(doc, i, '&') || token_in(doc, i, WORDS_LIST_JOINING) || token_in(doc, i, WORDS_PLACES_FOLLOW_LIST_PARTS)))
		i++;
	/* "Bath Bristol Exeter" */
	if (i != g->at.from || (i == before->at.to && (before->town.to == before->town.from || g->town.to == g->town.from || before->weak || g->weak)))
		return;
	if (before->score > g->score && !(g->weak && before->weak))
		g->score = before->score;
	/* "Armenia and Georgia": the country */
	if (before->country != NULL && before->town.to == before->town.from && before->region == NULL && g->region != NULL && g->country == NULL && g->town.to == g->town.from)
	{
		const Mark *mark = mark_at(doc, KIND_PLACE, g->at.from);
		const PlaceRow *country = mark != NULL ? pick_row(doc, mark, PLACE_COUNTRY, NULL, NULL) : NULL;

		if (country != NULL)
		{
			g->country = country;
			g->region = NULL;
		}
	}
	/* "California, Nevada, Washington": the state */
	if (before->region != NULL && before->town.to == before->town.from && g->town.to > g->town.from && g->region == NULL)
	{
		const Mark *mark = mark_at(doc, KIND_PLACE, g->town.from);
		const PlaceRow *region = mark != NULL ? pick_row(doc, mark, PLACE_REGION, before->region->country, NULL) : NULL;

		if (region != NULL)
		{
			g->town = (Range) {0, 0};
			g->city = NULL;
			g->region = region;
		}
	}
}

/* Finds every place of the document. */
static void
find_groups(const Doc *doc, Groups *groups)
{
	const Marks *marks = &doc->marks[KIND_PLACE];
	uint32_t	last = 0;

	for (uint32_t i = 0; i < marks->count && groups->count < 2000; i++)
	{
		Group		g;
		const Mark *skill;

		CHECK_INTERRUPTS(doc);
		if (marks->items[i].from < last || !read_group(doc, &marks->items[i], &g))
			continue;
		/* "Yorktown Heights, NY": the first word was no place of its own */
		if (g.at.from < last && groups->count > 0 && groups->items[groups->count - 1].at.from == g.at.from && g.town.from == g.at.from)
			groups->count--;
		else if (g.at.from < last)
			continue;
		/* a bare code ("IN", "OR", "IT") is a place only behind a comma */
		if (g.town.to == g.town.from && g.weak && g.at.to - g.at.from == 1 &&
			doc->tokens[g.at.from].len <= 3 && !doc_in_label(doc, LABEL_LOCATION, g.at.from))
			continue;
		/* "SF71588" */
		if (g.at.to - g.at.from == 1 && doc->tokens[g.at.from].len <= 3 && g.at.to < doc->n_tokens && doc->tokens[g.at.to].gap == GAP_NONE &&
			doc->tokens[g.at.to].kind != TOKEN_PUNCT)
			continue;
		/* "MS Excel, MS Word" */
		skill = mark_at(doc, KIND_SKILL, g.at.from);
		g.weak |= skill != NULL && skill->to == g.town.to;
		score_group(doc, &g);
		if (groups->count > 0)
			follow_list(doc, &groups->items[groups->count - 1], &g);
		*VEC_PUSH(doc->arena, groups) = g;
		last = g.at.to;
	}
}

/* A town named alone is the one of that name that the text places: "Valencia ... Valencia, CA". */
static void
settle_towns(const Doc *doc, Groups *groups)
{
	const Group *placed[16];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < groups->count && n < lengthof(placed); i++)
		if (groups->items[i].town.to > groups->items[i].town.from && groups->items[i].region != NULL && has_codes(groups->items[i].region->country))
			placed[n++] = &groups->items[i];
	for (uint32_t i = 0; i < groups->count && n > 0; i++)
	{
		Group	   *g = &groups->items[i];

		if (g->city == NULL || g->region != NULL || g->country != NULL)
			continue;
		for (uint32_t k = 0; k < n; k++)
			if (g->city != placed[k]->city && str_equal(range_text(doc, g->town), range_text(doc, placed[k]->town)))
			{
				g->city = placed[k]->city;
				g->region = placed[k]->region;
				break;
			}
	}
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

	if (own == NULL)
		return name;
	for (const char *s = own; *s != '\0'; s++)
		words += *s == ' ' || *s == '-';
	for (uint32_t i = g->town.from; i < g->town.to; i++)
		written += doc->tokens[i].kind == TOKEN_WORD;
	if ((name.len <= 3 && !(doc->tokens[g->town.from].shape & SHAPE_HAS_LOWER)) || written > words ||
		(g->town.from > 0 && token_in(doc, g->town.from - 1, WORDS_PLACES_TOWN_NAME_DECLINING)))
		return str_of(own);
	return name;
}

/* The location that a group stands for. */
static Location
make_location(const Doc *doc, const Group *g)
{
	Location	place = {0};
	const PlaceRow *inner = g->city ? g->city : g->region ? g->region : g->country;
	bool		town = g->town.to > g->town.from;

	if (town)
		place.city = town_name(doc, g);
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
	if (inner != NULL && inner->country[0] != '\0')
		place.country = (Str) {inner->country, 2};
	/* a state and a city in one */
	if (!town && g->country != NULL && (memcmp(g->country->country, "SG", 2) == 0 || memcmp(g->country->country, "HK", 2) == 0))
		place.city = str_of(lex_string(g->country->name));
	return place;
}

/* Whether a names nothing that b does not name more closely. */
static bool
is_covered(const Location *a, const Location *b)
{
	if (str_equal(a->city, b->city) && str_equal(a->region, b->region) && str_equal(a->country, b->country))
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
	Location	town = make_location(doc, g);
	uint32_t	looked = 0;

	for (uint32_t i = 0; i < groups->count && looked < 16; i++)
		if (groups->items[i].score >= limit)
		{
			Location	place = make_location(doc, &groups->items[i]);

			looked++;
			if (is_covered(&place, &town))
				return true;
		}
	return false;
}

/* Takes the accepted places over, the closest naming of each once. */
static void
accept_groups(Doc *doc, const Groups *groups, int limit)
{
	Posting    *posting = doc->posting;
	Location   *places = arena_alloc(doc->arena, POSTING_MAX_PLACES * sizeof(Location));
	const Group *taken[POSTING_MAX_PLACES];
	uint32_t	n = 0;
	bool		narrow = true;

	/* "Location: Armenia" leaves it to the text to name the town */
	for (uint32_t i = 0; i < groups->count; i++)
		narrow &= groups->items[i].score < limit || groups->items[i].town.to == groups->items[i].town.from;
	for (uint32_t i = 0; i < groups->count; i++)
	{
		const Group *g = &groups->items[i];
		Location	place = make_location(doc, g);
		bool		covered = false;
		bool		accepted;

		accepted = g->score >= limit || (narrow && g->score > ACCEPT && g->town.to > g->town.from && is_within(doc, g, groups, limit));
		if (accepted)
			for (uint32_t k = 0; k < n; k++)
			{
				covered |= (is_covered(&place, &places[k]) && (!g->scope || taken[k]->scope || taken[k]->town.from == taken[k]->town.to)) || is_same_town(g, taken[k]);
				if (!covered && !taken[k]->scope && is_covered(&places[k], &place))
				{
					places[k] = place;
					taken[k] = g;
					covered = true;
				}
			}
		doc_fact(doc, FIELD_LOCATIONS, g->at, g->rule, !accepted ? "not said to be where the job is" : covered ? "named before" : NULL,
				 range_text(doc, g->at));
		if (accepted && !covered && n < POSTING_MAX_PLACES)
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
		doc_fact(doc, FIELD_REMOTE_SCOPE, g->at, "remote.country", NULL, (Str) {g->country->country, 2});
	}
}

/* The country that the document speaks of most. */
const char *
main_country(const Doc *doc)
{
	return doc->country;
}

typedef struct Votes
{
	struct
	{
		const char *name;
		uint32_t	len;
		uint32_t	score;
	}			seen[64];
	uint32_t	n;
} Votes;

static void
vote(Votes *votes, const char *name, uint32_t len, uint32_t weight)
{
	uint32_t	k = 0;

	while (k < votes->n && (votes->seen[k].len != len || memcmp(votes->seen[k].name, name, len) != 0))
		k++;
	if (k == votes->n)
	{
		if (k == lengthof(votes->seen))
			return;
		votes->seen[k].name = name;
		votes->seen[k].len = len;
		votes->seen[k].score = 0;
		votes->n++;
	}
	votes->seen[k].score += weight;
}

/* The winner, the first of equals; NULL without votes. */
static const char *
winner(const Votes *votes)
{
	uint32_t	best = 0;

	for (uint32_t k = 1; k < votes->n; k++)
		if (votes->seen[k].score > votes->seen[best].score)
			best = k;
	return votes->n > 0 ? votes->seen[best].name : NULL;
}

/*
 * Votes by what only one country says; each word votes once.  The lists of
 * words.tsv that begin with country_, in their order there.
 */
static void
vote_by_words(const Doc *doc, Votes *votes)
{
	static const struct
	{
		const char *code;
		uint32_t	weight;
	}			lists[] = {{"AU", 4}, {"CH", 4}, {"GB", 4}, {"IN", 4}, {"PL", 4}, {"US", 4}, {"GB", 1}};
	uint32_t	seen[24];
	uint32_t	n_seen = 0;
	bool		pound = false;

	for (uint32_t i = 0; i < doc->n_tokens && n_seen < lengthof(seen); i++)
	{
		uint64_t	said = token_lists(doc, i, WORDS_COUNTRY_AU / 64) >> (WORDS_COUNTRY_AU % 64) & ((1u << lengthof(lists)) - 1);
		uint32_t	k = 0;

		if (doc->tokens[i].kind == TOKEN_SIGN && !pound && doc->tokens[i].len == 2 && memcmp(token_text(doc, i), "\xC2\xA3", 2) == 0)
		{
			pound = true;
			vote(votes, "GB", 2, 5);
		}
		if (said == 0)
			continue;
		while (k < n_seen && seen[k] != doc->tokens[i].word)
			k++;
		if (k < n_seen)
			continue;
		seen[n_seen++] = doc->tokens[i].word;
		for (k = 0; k < lengthof(lists); k++)
			if (said >> k & 1)
				vote(votes, lists[k].code, 2, lists[k].weight);
	}
}

/* Whether a town of that name in another country is likely, too: "Newcastle". */
static bool
is_doubtful(const Doc *doc, const Mark *mark, const PlaceRow *best)
{
	for (const Entry *entry = mark->entry; entry != NULL; entry = entry_next(entry))
		if (row_of(entry)->kind == PLACE_CITY && memcmp(row_of(entry)->country, best->country, 2) != 0 &&
			prominence(doc, row_of(entry)) > prominence(doc, best) / 3)
			return true;
	return false;
}

/* Whether a state of another country than the one picked stands behind a town: "Birmingham, AL". */
static bool
is_joined(const Doc *doc, const Mark *mark, const PlaceRow *row)
{
	bool		comma;
	const Mark *next = next_part(doc, mark->to, &comma);
	const PlaceRow *region = next != NULL && comma ? pick_row(doc, next, PLACE_REGION, NULL, NULL) : NULL;

	return region != NULL && memcmp(region->country, row->country, 2) != 0;
}

/* Finds the document's own country and state from its clear places, currencies and words. */
static void
find_country(Doc *doc)
{
	Votes		countries = {0};
	Votes		regions = {0};
	const Marks *marks = &doc->marks[KIND_PLACE];
	const char *name;

	vote_by_words(doc, &countries);
	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const PlaceRow *row = pick_row(doc, mark, PLACE_COUNTRY, NULL, NULL);
		bool		comma = mark->from > 0 && token_punct(doc, mark->from - 1, ',');
		bool		label = doc_in_label(doc, LABEL_LOCATION, mark->from);
		uint32_t	weight = 3;

		CHECK_INTERRUPTS(doc);
		if ((mark->entry->flags & ENTRY_WEAK && !label && !comma) || !looks_like_name(doc, mark) || doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		if (row == NULL && (row = pick_row(doc, mark, PLACE_REGION, NULL, NULL)) != NULL)
		{
			weight = 2;
			if (has_codes(row->country))
				vote(&regions, lex_string(row->region), (uint32_t) strlen(lex_string(row->region)), label ? 8 : comma ? 3 : 1);
		}
		if (row == NULL && (row = pick_row(doc, mark, PLACE_CITY, NULL, NULL)) != NULL)
			weight = is_doubtful(doc, mark, row) || is_joined(doc, mark, row) ? 0 : row->population > 200000 ? 2 : 1;
		if (row != NULL && weight > 0 && row->country[0] != '\0')
			vote(&countries, row->country, 2, label ? weight * 4 : weight);
	}
	name = winner(&countries);
	memcpy(doc->country, name != NULL ? name : "\0", 2);
	doc->region = winner(&regions);
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

	if (doc->tokens[from].zone == ZONE_NOISE || word_before(doc, clause, from, 9, WORDS_PLACES_EMPLOYER_TRAVEL) || word_after(doc, clause, g->at.to, 6, WORDS_PLACES_EMPLOYER_LICENSE) || word_before(doc, clause, from, 8, WORDS_PLACES_EMPLOYER_LICENSE))
		return false;
	if (g->office && g->region != NULL)
		return true;
	if (g->town.to == g->town.from && g->region != NULL && from < HEAD_TOKENS && goes_on(doc, g) && token_in(doc, g->at.to, WORDS_PLACES_EMPLOYER_OFFICES))
		return true;
	if (from >= 2 && token_is(doc, from - 1, "of") && token_in(doc, from - 2, WORDS_PLACES_EMPLOYER_BODIES) && (!token_is(doc, from - 2, "state") || g->region != NULL))
		return !token_is(doc, from - 2, "university") || str_ends_with(doc->posting->company, range_text(doc, g->at));
	return g->country != NULL && g->town.to == g->town.from && str_ends_with(doc->posting->company, range_text(doc, g->at));
}

/* Reads the places of the job. */
void
extract_places(Doc *doc)
{
	Groups		groups = {0};
	int			best = 0;

	find_country(doc);
	find_groups(doc, &groups);
	settle_towns(doc, &groups);
	for (uint32_t i = 0; i < groups.count; i++)
		if (groups.items[i].score > best)
			best = groups.items[i].score;
	for (uint32_t i = 0; i < groups.count && best < FALLBACK; i++)
		if (is_employer(doc, &groups.items[i]))
		{
			groups.items[i].score = best = FALLBACK;
			groups.items[i].rule = "place.employer";
		}
	/* where a label or the header says it, running text adds nothing */
	accept_groups(doc, &groups, best >= LABELLED ? 9 : best >= 9 ? 7 : best >= ACCEPT ? ACCEPT : FALLBACK);
	read_remote_scope(doc, &groups);
}
