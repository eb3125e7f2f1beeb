/*
 * places.c
 *		Where the job can be done from: places of the gazetteer, joined to
 *		"City, ST", told apart from the company's other offices by what stands
 *		around them.
 */
#include "extract.h"

/* A place as the text names it: one to three marks. */
typedef struct Group
{
	Range		at;
	const PlaceRow *city;
	const PlaceRow *region;
	const PlaceRow *country;
	Str			city_text;		/* a city that the gazetteer does not hold */
	bool		weak;			/* only a word that is also something else */
	int			score;
	const char *rule;
} Group;

typedef VEC(Group) Groups;

#define ACCEPT		5
#define FALLBACK	3	/* where nothing better stands */

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

/* The row of a kind among a mark's meanings, the largest; within a country where one is given. */
static const PlaceRow *
pick_row(const Mark *mark, PlaceKind kind, const char *country, const char *region)
{
	const PlaceRow *best = NULL;

	for (const Entry *entry = mark->entry; entry != NULL; entry = entry_next(entry))
	{
		const PlaceRow *row = row_of(entry);

		if (row->kind != kind || (country != NULL && memcmp(row->country, country, 2) != 0) ||
			(region != NULL && strcmp(lex_string(row->region), region) != 0))
			continue;
		if (best == NULL || row->population > best->population)
			best = row;
	}
	return best;
}

/* Whether a mark's words are written as a name: capitals, or the text has none. */
static bool
looks_like_name(const Doc *doc, const Mark *mark)
{
	return doc->lower_case || (doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER);
}

/* The mark behind a comma, an opening bracket or a blank; NULL where none. */
static const Mark *
next_part(const Doc *doc, uint32_t i, bool *comma)
{
	const Mark *mark;

	*comma = false;
	if (i < doc->n_tokens && doc->tokens[i].kind == TOKEN_PUNCT && doc->tokens[i].gap <= GAP_SPACE &&
		(doc->tokens[i].chr == ',' || doc->tokens[i].chr == '(' || doc->tokens[i].chr == '-' || doc->tokens[i].chr == '/' || doc->tokens[i].chr == '.'))
	{
		*comma = doc->tokens[i].chr == ',' || doc->tokens[i].chr == '(';
		i++;
	}
	mark = mark_at(doc, KIND_PLACE, i);
	return mark != NULL && doc->tokens[i].gap <= GAP_SPACE && looks_like_name(doc, mark) ? mark : NULL;
}


/* Joins a country behind what is already known. */
static void
join_country(const Doc *doc, Group *g)
{
	bool		comma;
	const Mark *mark = next_part(doc, g->at.to, &comma);
	const PlaceRow *country = mark ? pick_row(mark, PLACE_COUNTRY, NULL, NULL) : NULL;

	if (country == NULL)
		return;
	if (g->region != NULL && memcmp(g->region->country, country->country, 2) != 0)
		return;
	g->country = country;
	g->at.to = mark->to;
}

/* Reads "City, ST" and "City, Country" at a mark that can be a city. */
static bool
read_city(const Doc *doc, const Mark *mark, Group *g)
{
	bool		comma;
	const Mark *next = next_part(doc, mark->to, &comma);
	const PlaceRow *region = NULL;
	const PlaceRow *country = NULL;

	if (pick_row(mark, PLACE_CITY, NULL, NULL) == NULL)
		return false;
	g->weak = (mark->entry->flags & ENTRY_WEAK) != 0;
	if (next != NULL)
	{
		for (const Entry *entry = next->entry; entry != NULL && region == NULL; entry = entry_next(entry))
			if (row_of(entry)->kind == PLACE_REGION &&
				(comma || !(entry->flags & ENTRY_WEAK) || next->to - next->from == 1))
			{
				const PlaceRow *row = row_of(entry);
				const PlaceRow *city = pick_row(mark, PLACE_CITY, row->country, lex_string(row->region));

				if (city != NULL)
				{
					region = row;
					g->city = city;
				}
			}
		if (region == NULL && (country = pick_row(next, PLACE_COUNTRY, NULL, NULL)) != NULL)
			g->city = pick_row(mark, PLACE_CITY, country->country, NULL);
		if (region == NULL && country == NULL && comma)
		{
			/* "Cary, NC" where the gazetteer has no such town there: the region tells */
			const PlaceRow *row = pick_row(next, PLACE_REGION, NULL, NULL);

			/* a list of places, "Seattle, Idaho": only a code makes a city of another state's */
			if (row != NULL && next->to - next->from == 1 && doc->tokens[next->from].len <= 3 && (memcmp(row->country, "US", 2) == 0 || memcmp(row->country, "CA", 2) == 0 || memcmp(row->country, "AU", 2) == 0))
			{
				region = row;
				g->city_text = range_text(doc, (Range) {mark->from, mark->to});
			}
		}
	}
	if (region != NULL || (country != NULL && g->city != NULL))
	{
		g->region = region;
		g->country = country;
		g->at.to = next->to;
		g->weak = false;
		if (region != NULL)
			join_country(doc, g);
		return true;
	}
	g->city = pick_row(mark, PLACE_CITY, main_country(doc)[0] ? main_country(doc) : NULL, NULL);
	if (g->city == NULL || g->city->population < 1000000)
	{
		const PlaceRow *largest = pick_row(mark, PLACE_CITY, NULL, NULL);

		if (g->city == NULL || largest->population > 20 * g->city->population)
			g->city = largest;
	}
	return true;
}

/* Reads "Capital Words, ST": a town that the gazetteer does not hold. */
static bool
read_unknown_city(const Doc *doc, const Mark *mark, Group *g)
{
	const PlaceRow *region = pick_row(mark, PLACE_REGION, NULL, NULL);
	uint32_t	from = mark->from;

	if (region == NULL || from < 2 || !token_punct(doc, from - 1, ',') ||
		(memcmp(region->country, "US", 2) != 0 && memcmp(region->country, "CA", 2) != 0 && memcmp(region->country, "AU", 2) != 0))
		return false;
	from--;
	while (from > 0 && mark->from - from < 5 && doc->tokens[from - 1].kind == TOKEN_WORD &&
		   (doc->tokens[from - 1].shape & SHAPE_FIRST_UPPER) && doc->tokens[from - 1].line == doc->tokens[mark->from].line &&
		   mark_before(doc, KIND_PLACE, from) == NULL)
	{
		from--;
		if (doc->tokens[from].gap != GAP_SPACE)
			break;
	}
	if (from == mark->from - 1 || mark_at(doc, KIND_HEADING, from) != NULL || mark_at(doc, KIND_TITLE, from) != NULL)
		return false;
	g->at.from = from;
	g->at.to = mark->to;
	g->city_text = range_text(doc, (Range) {from, mark->from - 1});
	g->region = region;
	join_country(doc, g);
	return true;
}

/* Reads "US-NJ-Dover", "USA, CA, Fremont": the country first. */
static bool
read_reversed(const Doc *doc, const Mark *mark, Group *g)
{
	const PlaceRow *country = pick_row(mark, PLACE_COUNTRY, NULL, NULL);
	const Mark *next = NULL;
	const PlaceRow *region;
	uint32_t	i = mark->to;

	if (country == NULL || i + 1 >= doc->n_tokens || (!token_punct(doc, i, '-') && !token_punct(doc, i, ',') && !token_punct(doc, i, '/')))
		return false;
	next = mark_at(doc, KIND_PLACE, i + 1);
	region = next != NULL ? pick_row(next, PLACE_REGION, country->country, NULL) : NULL;
	if (region == NULL || doc->tokens[i + 1].len > 3)
		return false;
	g->country = country;
	g->region = region;
	g->at.to = next->to;
	i = next->to;
	if ((token_punct(doc, i, '-') || token_punct(doc, i, ',')) && i + 1 < doc->n_tokens && doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER)
	{
		const Mark *town = mark_at(doc, KIND_PLACE, i + 1);
		uint32_t	to = i + 2;

		if (town != NULL)
			to = town->to;
		else
			while (to < doc->n_tokens && to < i + 4 && doc->tokens[to].kind == TOKEN_WORD && doc->tokens[to].gap == GAP_SPACE && doc->tokens[to].shape & SHAPE_FIRST_UPPER)
				to++;
		g->city = town != NULL ? pick_row(town, PLACE_CITY, country->country, lex_string(region->region)) : NULL;
		if (g->city == NULL)
			g->city_text = range_text(doc, (Range) {i + 1, to});
		g->at.to = to;
	}
	return true;
}

/* Reads the place that begins at a mark. */
static bool
read_group(const Doc *doc, const Mark *mark, Group *g)
{
	memset(g, 0, sizeof(*g));
	g->at = (Range) {mark->from, mark->to};
	if (!looks_like_name(doc, mark))
		return false;
	if (read_reversed(doc, mark, g) || read_unknown_city(doc, mark, g))
		return true;
	/* a country's name that is also a town's means the country */
	if ((pick_row(mark, PLACE_COUNTRY, NULL, NULL) == NULL || mark->entry->flags & ENTRY_WEAK) && read_city(doc, mark, g))
		return true;
	g->weak = (mark->entry->flags & ENTRY_WEAK) != 0;
	g->region = pick_row(mark, PLACE_REGION, NULL, NULL);
	if (g->region == NULL)
		g->region = pick_row(mark, PLACE_AREA, NULL, NULL);
	if (g->region != NULL)
	{
		uint32_t	before = g->at.to;

		join_country(doc, g);
		if (g->at.to != before)
			g->weak = false;
		return true;
	}
	g->country = pick_row(mark, PLACE_COUNTRY, NULL, NULL);
	return g->country != NULL;
}

/* Whether one of the words stands within reach before a token, in its clause. */
static bool
word_before(const Doc *doc, Range clause, uint32_t i, uint32_t reach, const char *const *words)
{
	for (uint32_t k = i; k > clause.from && i - k < reach; k--)
		if (token_in(doc, k - 1, words))
			return true;
	return false;
}

static bool
word_after(const Doc *doc, Range clause, uint32_t i, uint32_t reach, const char *const *words)
{
	for (uint32_t k = i; k < clause.to && k - i < reach; k++)
		if (token_in(doc, k, words))
			return true;
	return false;
}

/* How many lines of the posting stand before a line. */
static bool
in_header(const Doc *doc, uint32_t line_number)
{
	uint32_t	lines = 0;

	for (uint32_t i = 0; i < line_number; i++)
	{
		if (doc->lines[i].flags & LINE_NOISE || doc->lines[i].first >= doc->lines[i].last)
			continue;
		if (++lines > 9 || doc->lines[i].words > 60)
			return false;
	}
	return true;
}

/* Weighs what stands around a place. */
static void
score_group(const Doc *doc, Group *g)
{
	static const char *const based[] = {
		"based", "located", "location", "locations", "office", "site", "remote", "onsite",
		"hybrid", "standort", "raum", "basé", "basée", "ubicada", "ubicado", "sede",
		"lieu", "poste", "arbeitsort", "standplaats", "vestiging", "lokalizacja", "siedziba",
		"campus", "relocate", "commutable", "following", "vicinity", "kantoor", "locatie", "oficina", NULL
	};
	static const char *const elsewhere[] = {
		"headquarters", "headquartered", "hq", "founded", "offices", "university", "college",
		"institute", "clients", "customers", "countries", "worldwide", "across", "visit",
		"school", "states", "including", "hauptsitz", "siège", "subsidiary", "subsidiaries",
		"residents", "applicants", "candidates", "ordinance", "law", "act", "travel", "from", NULL
	};
	static const char *const institution[] = {
		"university", "college", "institute", "times", "law", "act", "ordinance", "state",
		"license", "licensed", "driver", "drivers", "department", "county", "fair", "pay",
		"applicants", "residents", "consumer", "labor", "stock", NULL
	};
	static const char *const in[] = {"in", "à", "en", "w", "bei", "te", "near", "at", NULL};
	const Line *line = &doc->lines[doc->tokens[g->at.from].line];
	Range		clause = doc_clause(doc, g->at.from);
	uint8_t		zone = doc->tokens[g->at.from].zone;
	bool		joined = (g->city != NULL || g->city_text.s != NULL) && (g->region != NULL || g->country != NULL);

	g->rule = "place.text";
	if (zone == ZONE_NOISE)
	{
		g->score = -20;
		return;
	}
	if (doc_in_label(doc, LABEL_LOCATION, g->at.from))
	{
		g->score += 12;
		g->rule = "place.label";
	}
	else if (zone == ZONE_LOCATION)
	{
		g->score += 6;
		g->rule = "place.section";
	}
	if (line->words <= 14 && !(line->flags & LINE_TEXT && line->words > 10) && in_header(doc, doc->tokens[g->at.from].line))
	{
		g->score += g->weak ? 3 : 6;
		if (g->score < 10)
			g->rule = "place.header";
	}
	if (word_before(doc, clause, g->at.from, 5, based) || word_after(doc, clause, g->at.to, 2, based))
		g->score += 5;
	if (joined)
		g->score += 2;
	if (g->at.from > 0 && token_in(doc, g->at.from - 1, in))
		g->score += doc->tokens[g->at.from].start < 600 ? 3 : 1;
	if (g->weak && g->score < 8)
		g->score -= 5;
	if (zone == ZONE_COMPANY)
		g->score -= 4;
	if (zone == ZONE_LEGAL || zone == ZONE_PROCESS || zone == ZONE_BENEFITS)
		g->score -= 5;
	if (zone == ZONE_PAY && g->score < 10)
		g->score -= 3;
	if (g->score < 12 && (word_before(doc, clause, g->at.from, 7, elsewhere) || word_after(doc, clause, g->at.to, 1, institution)))
		g->score -= 6;
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

		if (marks->items[i].from < last || !read_group(doc, &marks->items[i], &g) || g.at.from < last)
			continue;
		/* a bare code ("IN", "OR", "IT") is a place only behind a comma */
		if (g.city == NULL && g.city_text.s == NULL && g.weak && g.country == NULL && g.at.to - g.at.from == 1 &&
			doc->tokens[g.at.from].len <= 3 && !doc_in_label(doc, LABEL_LOCATION, g.at.from))
			continue;
		score_group(doc, &g);
		/* an item of a list stands where the one before it stands */
		if (groups->count > 0)
		{
			const Group *before = &groups->items[groups->count - 1];
			uint32_t	i = before->at.to;

			while (i < g.at.from && (token_punct(doc, i, ',') || token_punct(doc, i, ';') || token_punct(doc, i, '/') || token_punct(doc, i, '|') ||
									 token_is(doc, i, "and") || token_is(doc, i, "or") || token_punct(doc, i, ')')))
				i++;
			if (i == g.at.from && i > before->at.to && before->score > g.score && !(g.weak && before->weak))
				g.score = before->score;
		}
		*VEC_PUSH(doc->arena, groups) = g;
		last = g.at.to;
	}
}

/* The location that a group stands for. */
static Location
make_location(const Doc *doc, const Group *g)
{
	Location	place = {0};
	const char *code = NULL;

	(void) doc;
	if (g->city != NULL)
	{
		place.city = str_of(lex_string(g->city->name));
		code = g->city->country;
		if (lex_string(g->city->region)[0] != '\0')
			place.region = str_of(lex_string(g->city->region));
	}
	else
		place.city = g->city_text;
	if (g->region != NULL)
	{
		if (lex_string(g->region->region)[0] != '\0')
			place.region = str_of(lex_string(g->region->region));
		if (g->region->kind == PLACE_AREA)
		{
			if (g->city == NULL && g->region->country[0] != '\0')
				place.city = str_of(lex_string(g->region->name));
			else
				place.region = str_of(lex_string(g->region->name));
		}
		if (g->region->country[0] != '\0')
			code = g->region->country;
	}
	if (g->country != NULL)
		code = g->country->country;
	if (code != NULL && code[0] != '\0')
		place.country = (Str) {code, 2};
	return place;
}

/* Whether a names nothing that b does not name more closely. */
static bool
is_covered(const Location *a, const Location *b)
{
	if (a->country.s != NULL && b->country.s != NULL && !str_equal(a->country, b->country))
		return false;
	if (a->city.s != NULL)
		return b->city.s != NULL && str_equal(a->city, b->city) &&
			(a->region.s == NULL || b->region.s == NULL || str_equal(a->region, b->region));
	if (a->region.s != NULL)
		return b->city.s != NULL && b->region.s != NULL && str_equal(a->region, b->region);
	return b->city.s != NULL || b->region.s != NULL;
}

/* Takes the accepted places over, the closest naming of each once. */
static void
accept_groups(Doc *doc, const Groups *groups, int limit)
{
	Posting    *posting = doc->posting;
	Location   *places = arena_alloc(doc->arena, POSTING_MAX_PLACES * sizeof(Location));
	uint32_t	n = 0;

	for (uint32_t i = 0; i < groups->count; i++)
	{
		const Group *g = &groups->items[i];
		Location	place = make_location(doc, g);
		bool		covered = false;

		if (g->score >= limit)
			for (uint32_t k = 0; k < n; k++)
			{
				covered |= is_covered(&place, &places[k]) ||
					(str_equal(place.city, places[k].city) && str_equal(place.region, places[k].region) && str_equal(place.country, places[k].country));
				if (!covered && is_covered(&places[k], &place))
				{
					places[k] = place;
					covered = true;
				}
			}
		doc_fact(doc, FIELD_LOCATIONS, g->at, g->rule, g->score < limit ? "not said to be where the job is" : covered ? "named before" : NULL,
				 range_text(doc, g->at));
		if (g->score >= limit && !covered && n < POSTING_MAX_PLACES)
			places[n++] = place;
	}
	posting->locations = places;
	posting->n_locations = n;
}

/* "Remote - US", "remote within Germany": where the remote work is open to. */
static void
read_remote_scope(Doc *doc, const Groups *groups)
{
	static const char *const remote[] = {"remote", "remotely", "anywhere", NULL};

	for (uint32_t i = 0; i < groups->count; i++)
	{
		const Group *g = &groups->items[i];
		Range		clause = doc_clause(doc, g->at.from);

		if (g->country == NULL || g->city != NULL || g->score <= -10 ||
			!word_before(doc, clause, g->at.from, 5, remote))
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

/* Counts the countries of clear places and currencies to find the document's own. */
static void
find_country(Doc *doc)
{
	struct
	{
		char		code[3];
		uint32_t	score;
	}			seen[64] = {{{0}, 0}};
	uint32_t	n = 0;
	uint32_t	best = 0;
	const Marks *marks = &doc->marks[KIND_PLACE];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const PlaceRow *row = pick_row(mark, PLACE_COUNTRY, NULL, NULL);
		uint32_t	weight = 3;
		uint32_t	k = 0;

		if ((mark->entry->flags & ENTRY_WEAK && !doc_in_label(doc, LABEL_LOCATION, mark->from) &&
			 !(mark->from > 0 && token_punct(doc, mark->from - 1, ','))) || !looks_like_name(doc, mark) ||
			doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		if (row == NULL && (row = pick_row(mark, PLACE_REGION, NULL, NULL)) != NULL)
			weight = 2;
		if (row == NULL && (row = pick_row(mark, PLACE_CITY, NULL, NULL)) != NULL)
			weight = row->population > 200000 ? 2 : 1;
		if (row == NULL || row->country[0] == '\0')
			continue;
		if (doc_in_label(doc, LABEL_LOCATION, mark->from))
			weight *= 4;
		while (k < n && memcmp(seen[k].code, row->country, 2) != 0)
			k++;
		if (k == n)
		{
			if (n == 64)
				continue;
			memcpy(seen[n++].code, row->country, 2);
		}
		seen[k].score += weight;
	}
	for (uint32_t k = 1; k < n; k++)
		if (seen[k].score > seen[best].score)
			best = k;
	memcpy(doc->country, n > 0 ? seen[best].code : "", n > 0 ? 3 : 1);
	/* words and signs that only one country's postings use */
	if (doc->country[0] == '\0' || seen[best].score < 6)
		for (uint32_t i = 0; i < doc->n_tokens; i++)
		{
			const char *code = token_is(doc, i, "superannuation") ? "AU" : doc->tokens[i].kind == TOKEN_SIGN && doc->tokens[i].len == 2 &&
				memcmp(token_text(doc, i), "\xC2\xA3", 2) == 0 ? "GB" : NULL;

			if (code != NULL)
			{
				memcpy(doc->country, code, 3);
				break;
			}
		}
}

/* Reads the places of the job. */
void
extract_places(Doc *doc)
{
	Groups		groups = {0};
	int			best = 0;

	find_country(doc);
	find_groups(doc, &groups);
	for (uint32_t i = 0; i < groups.count; i++)
		if (groups.items[i].score > best)
			best = groups.items[i].score;
	/* where a label or the header says it, running text adds nothing */
	accept_groups(doc, &groups, best >= 12 ? 8 : best >= ACCEPT ? ACCEPT : FALLBACK);
	read_remote_scope(doc, &groups);
}
