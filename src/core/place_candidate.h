/*
 * place_candidate.h
 *		Places that the text names, as the files place*.c pass them on.
 */
#ifndef POSTING_PLACE_CANDIDATE_H
#define POSTING_PLACE_CANDIDATE_H

#include "extract.h"

#define HEAD_TOKENS	70	/* in a text without line breaks the header lies in so many tokens */
#define NO_PLACE	(-20)	/* the score of what is no place, whatever speaks for it */

/* A place as the text names it: one or more marks. */
typedef struct Group
{
	Range		at;
	Range		town;			/* the city's own words; empty where none is named */
	const PlaceRow *city;		/* NULL with a town: the gazetteer does not hold it */
	const PlaceRow *region;
	const PlaceRow *country;
	bool		weak;			/* only a word that is also something else */
	bool		formal;			/* written as boards do: "United States-Ohio-Dayton" */
	bool		office;			/* names a public body: "City of X", "X County" */
	bool		scope;			/* remote work is open to it */
	/* a town that the gazetteer does not hold, told by its label alone */
	bool		unknown;
	int			score;
	const char *rule;
	int			doubt;			/* what speaks against it */
	/* the word that governs it: "based" of "based in Leeds", + 1; 0 where none */
	uint32_t	head;
	bool		taken;			/* is a place of the job */
} Group;

typedef VEC(Group) Groups;

#define LABELLED	12	/* a label says it */
#define ACCEPT		5
#define FALLBACK	3	/* where nothing better stands */

static inline const char *
lex_string(uint32_t offset)
{
	return posting_lexicon_strings + offset;
}

static inline const PlaceRow *
row_of(const Entry *entry)
{
	return &posting_place_rows[entry->value];
}

/* Whether a country writes its regions as codes: US, CA, AU. */
static inline bool
has_codes(const char *country)
{
	return memcmp(country, "US", 2) == 0 || memcmp(country, "CA", 2) == 0 ||
		   memcmp(country, "AU", 2) == 0;
}

/* Whether a country is one of a list, each two letters and a blank: "US GB CA". */
static inline bool
country_in(const char *country, const char *list)
{
	for (; *list != '\0'; list += 2 + (list[2] == ' '))
		if (memcmp(list, country, 2) == 0)
			return true;
	return false;
}

/* Whether a place is a state and a city in one. */
static inline bool
place_is_city_state(const Group *g)
{
	return g->town.to == g->town.from && g->country != NULL &&
		   country_in(g->country->country, "SG HK");
}

/* Whether a code is the end of a number: the "TP" of "RG41 5TP". */
static inline bool
ends_number(const Doc *doc, Range at)
{
	return at.to - at.from == 1 && doc->tokens[at.from].len <= 3 && at.from > 0 &&
		   doc->tokens[at.from].gap == GAP_NONE && doc->tokens[at.from - 1].kind == TOKEN_NUMBER;
}

/*
 * The most prominent meaning of a kind among a mark's; within
 * a country or region where one is given (place_read.c).
 */
extern const Entry    *place_pick_entry(const Doc *doc, const Mark *mark, PlaceKind kind,
										const char *country, const char *region);
extern const PlaceRow *place_pick_row(const Doc *doc, const Mark *mark, PlaceKind kind,
									  const char *country, const char *region);

/* The countries where the text's language is at home, the foremost first; "" where unknown. */
extern const char *place_homes(const Doc *doc);

/* How near a row lies to the document. */
extern uint64_t place_prominence(const Doc *doc, const PlaceRow *row);

/* Whether a mark's words are written as a name; whether they are a code ("TX"). */
extern bool place_looks_like_name(const Doc *doc, const Mark *mark);
extern bool place_is_code(const Doc *doc, const Mark *mark);

/* The mark behind a comma, a dash, an opening bracket or a blank; NULL where none. */
extern const Mark *place_next_part(const Doc *doc, uint32_t i, bool *comma);

/* Reads the place that begins at a mark. */
extern bool place_read(const Doc *doc, const Mark *mark, Group *g);

/*
 * Marks the small towns that the text opens a place for; the one that a
 * range names in a country, in a state where one is given (place_town.c).
 */
extern void place_find_towns(Doc *doc);
extern bool place_is_small_town(const PlaceRow *row);
extern bool place_is_one_of_many(const Doc *doc, const PlaceRow *row);
extern const PlaceRow *place_small_town(const Doc *doc, Range name, const char *country,
										const char *region);

/* Finds the document's own country and state (place_country.c). */
extern void place_find_country(Doc *doc);

/*
 * Whether a capital word follows a place, so that it
 * may be the beginning of another name (place_weigh.c).
 */
extern bool place_goes_on(const Doc *doc, const Group *g);

/* Whether a text ends with another and holds more. */
extern bool str_ends_with(Str text, Str end);

/*
 * Weighs what stands around a place; whether two are neighbours in
 * a list; gives an item of a list the weight of the one before.
 */
extern void place_score(const Doc *doc, Group *g);
extern bool place_lists(const Doc *doc, const Group *before, const Group *g);
extern void place_follow_list(const Doc *doc, const Group *before, Group *g);

/*
 * Whether a capital word can be a part of a town's
 * name that the gazetteer does not hold (places.c).
 */
extern bool place_is_town_word(const Doc *doc, uint32_t i);

/*
 * The location that a group stands for; whether one names
 * nothing that another does not name more closely (places.c).
 */
extern Location place_location(const Doc *doc, const Group *g);
extern bool place_is_covered(const Location *a, const Location *b);

/* Chooses the places of the job by all that tells of them (place_choose.c). */
extern void place_choose(const Doc *doc, Groups *groups);

/* Takes what tells where the job is if nothing else does (place_fallback.c). */
extern bool place_fall_back(const Doc *doc, Groups *groups);

#endif							/* POSTING_PLACE_CANDIDATE_H */
