/*
 * place_choose.c
 *		Which of the places that the text names are the job's.  What the rules of
 *		place_weigh.c say of one is a sign of many: what it is, where it stands,
 *		what stands around it and what the other places are.  Each sign has a
 *		weight, learned from labelled postings.
 */
#include "place_candidate.h"
#include "signs.h"

typedef enum PlaceSign
{
	/* what the rules say: its score, whether they take it, how far it is behind the best */
	SIGN_OVER_M6,
	SIGN_OVER_0,
	SIGN_OVER_1,
	SIGN_OVER_3,
	SIGN_OVER_5,
	SIGN_OVER_7,
	SIGN_OVER_9,
	SIGN_TAKEN,
	SIGN_DOUBT_3,
	SIGN_DOUBT_6,
	SIGN_BEHIND_BEST,
	/* what it is */
	SIGN_TOWN,
	SIGN_TOWN_LARGE,
	SIGN_TOWN_MIDDLE,
	SIGN_TOWN_UNKNOWN,
	SIGN_IN_REGION,
	SIGN_IN_COUNTRY,
	SIGN_REGION,
	SIGN_COUNTRY,
	SIGN_AREA,
	SIGN_WEAK,
	SIGN_SHOUTED,
	/* where it stands */
	SIGN_AT_100,
	SIGN_AT_300,
	SIGN_AT_800,
	SIGN_PAST_5000,
	SIGN_IN_SUMMARY,
	SIGN_IN_COMPANY,
	SIGN_IN_DUTIES,
	SIGN_IN_REQUIREMENTS,
	SIGN_IN_BENEFITS,
	SIGN_IN_LOCATION,
	SIGN_IN_PROCESS,
	SIGN_IN_LEGAL,
	SIGN_IN_OTHER,
	SIGN_BULLET,
	SIGN_SHORT_LINE,
	/* where the text is at home */
	SIGN_HOME,
	SIGN_HOME_SURE,
	SIGN_HOME_REGION,
	SIGN_AWAY,
	/* what the others are */
	SIGN_ONLY,
	SIGN_ONLY_TOWN,
	SIGN_FIRST,
	SIGN_FIRST_TOWN,
	SIGN_OFTEN,
	SIGN_FEW,
	/* what stands behind it, and a word of the workplace in its sentence */
	SIGN_WORKPLACE,
	SIGN_OFFICE_BEHIND,
	SIGN_GOES_ON,
	/* what stands before it */
	SIGN_AT,
	SIGN_AND,
	SIGN_BRACKET,
	SIGN_COLON,
	SIGN_CAPITAL,
	SIGN_NUMBER,
	SIGN_STREET,
	SIGN_OFFICES,
	SIGN_REMOTE,
	SIGN_HEAD_TIE,
	SIGN_HEAD_BASED,
	SIGN_HEAD_TITLE,
	/* what its neighbours are, and where the others lie */
	SIGN_LIST_TAKEN,
	SIGN_SUBURB,
	SIGN_SUBURB_OF,
	SIGN_INNER,
	SIGN_OUTER,
	/* what its sentence speaks of */
	SIGN_FIRM,
	SIGN_JOB,
	SIGN_THIS_JOB,
	SIGN_YOU,
	SIGN_GLOBAL,
	SIGN_LAW,
	SIGN_COUNT
} PlaceSign;

_Static_assert(SIGN_COUNT <= 128, "each sign has a bit");

#include "place_weights.h"

#define MOST_CHOSEN	64			/* mentions among which is chosen */
#define REACH_SENTENCE	60		/* so many tokens of a sentence are looked at */
#define NEVER		(-10000)	/* what a place weighs that cannot be chosen */
#define LIKELY		(-50)		/* what the best place must weigh where none weighs enough */
#define RULED		60			/* and what that is eased by if the rules took it */

/* A mention of a place that may be chosen. */
typedef struct Choice
{
	Location	location;
	Group	   *group;
	uint32_t	first;			/* the first mention of the same place */
	bool		earlier;		/* another place that counts stands before it ... */
	bool		earlier_town;
	/* of all mentions of a place, kept with its first one */
	uint32_t	mentions;
	uint32_t	counted;		/* how many of them count among the others of another place */
	uint32_t	towns;			/* and name a town */
	int			best;			/* the best score */
	bool		ruled;			/* the rules took one */
} Choice;

/* All of them, with what they are together. */
typedef struct Choices
{
	Choice		items[MOST_CHOSEN];
	uint32_t	n;
	uint32_t	counted;
	uint32_t	towns;
	uint32_t	best;			/* the first mention of the place with the best score */
	int			second;			/* the best score of the others */
} Choices;

/* What the rules say. */
static void
read_rules(Signs *signs, const Group *g)
{
	set_sign(signs, SIGN_OVER_M6, g->score >= -6);
	set_sign(signs, SIGN_OVER_0, g->score >= 0);
	set_sign(signs, SIGN_OVER_1, g->score >= 1);
	set_sign(signs, SIGN_OVER_3, g->score >= 3);
	set_sign(signs, SIGN_OVER_5, g->score >= 5);
	set_sign(signs, SIGN_OVER_7, g->score >= 7);
	set_sign(signs, SIGN_OVER_9, g->score >= 9);
	set_sign(signs, SIGN_TAKEN, g->taken);
	set_sign(signs, SIGN_DOUBT_3, g->doubt >= 3);
	set_sign(signs, SIGN_DOUBT_6, g->doubt >= 6);
}

/* What it is. */
static void
read_kind(Signs *signs, const Doc *doc, const Group *g)
{
	const Token *first = &doc->tokens[g->at.from];
	bool		town = g->town.to > g->town.from;
	bool		area = g->region != NULL && g->region->kind == PLACE_AREA;

	set_sign(signs, SIGN_TOWN, town);
	set_sign(signs, SIGN_TOWN_LARGE, g->city != NULL && g->city->population >= 500000);
	set_sign(signs, SIGN_TOWN_MIDDLE, g->city != NULL && g->city->population >= 60000);
	set_sign(signs, SIGN_TOWN_UNKNOWN, town && g->city == NULL);
	set_sign(signs, SIGN_IN_REGION, town && g->region != NULL);
	set_sign(signs, SIGN_IN_COUNTRY, town && g->country != NULL);
	set_sign(signs, SIGN_REGION, !town && g->region != NULL && !area);
	set_sign(signs, SIGN_COUNTRY, !town && g->region == NULL && g->country != NULL);
	set_sign(signs, SIGN_AREA, !town && area);
	set_sign(signs, SIGN_WEAK, g->weak);
	set_sign(signs, SIGN_SHOUTED, first->len > 3 && !(first->shape & SHAPE_HAS_LOWER));
}

/* Where it stands. */
static void
read_place(Signs *signs, const Doc *doc, const Group *g)
{
	const Token *first = &doc->tokens[g->at.from];
	const Line *line = &doc->lines[first->line];

	set_sign(signs, SIGN_AT_100, first->start < 100);
	set_sign(signs, SIGN_AT_300, first->start < 300);
	set_sign(signs, SIGN_AT_800, first->start < 800);
	set_sign(signs, SIGN_PAST_5000, first->start >= 5000);
	set_sign(signs, SIGN_IN_SUMMARY, first->zone == ZONE_SUMMARY);
	set_sign(signs, SIGN_IN_COMPANY, first->zone == ZONE_COMPANY);
	set_sign(signs, SIGN_IN_DUTIES, first->zone == ZONE_DUTIES);
	set_sign(signs, SIGN_IN_REQUIREMENTS, is_asking_zone(first->zone));
	set_sign(signs, SIGN_IN_BENEFITS, first->zone == ZONE_BENEFITS);
	set_sign(signs, SIGN_IN_LOCATION, first->zone == ZONE_LOCATION);
	set_sign(signs, SIGN_IN_PROCESS, first->zone == ZONE_PROCESS);
	set_sign(signs, SIGN_IN_LEGAL, first->zone == ZONE_LEGAL);
	set_sign(signs, SIGN_IN_OTHER, first->zone == ZONE_OTHER);
	set_sign(signs, SIGN_BULLET, (line->flags & LINE_BULLET) != 0);
	set_sign(signs, SIGN_SHORT_LINE, line->words <= 8);
}

/* What stands before it. */
static void
read_before(Signs *signs, const Doc *doc, const Group *g, Range clause)
{
	uint32_t	from = g->at.from,
				before = from - (from > clause.from && token_is(doc, from - 1, "the"));

	if (before > clause.from)
	{
		const Token *token = &doc->tokens[--before];

		set_sign(signs, SIGN_AT, token_is(doc, before, "at"));
		set_sign(signs, SIGN_AND, token_in(doc, before, WORDS_LIST_JOINING));
		set_sign(signs, SIGN_BRACKET, token->chr == '(');
		set_sign(signs, SIGN_COLON, token->chr == ':');
		set_sign(signs, SIGN_CAPITAL,
				 token->kind == TOKEN_WORD && token->shape & SHAPE_FIRST_UPPER &&
					 doc->tokens[before + 1].gap == GAP_SPACE);
		set_sign(signs, SIGN_NUMBER, token->kind == TOKEN_NUMBER);
	}
	for (uint32_t i = reach_back(clause, from, 8); i < from; i++)
	{
		set_sign(signs, SIGN_STREET,
				 token_in(doc, i, WORDS_PLACES_DOUBT_STREETS) &&
					 doc->tokens[i].shape & SHAPE_FIRST_UPPER);
		set_sign(signs, SIGN_OFFICES,
				 token_in(doc, i, WORDS_PLACES_BRANCHES) || token_is(doc, i, "countries"));
		set_sign(signs, SIGN_REMOTE, token_in(doc, i, WORDS_PLACES_REMOTE_BEFORE));
	}
	if (g->head == 0)
		return;
	set_sign(signs, SIGN_HEAD_TIE, token_in(doc, g->head - 1, WORDS_PLACES_TIE));
	set_sign(signs, SIGN_HEAD_BASED, token_in(doc, g->head - 1, WORDS_PLACES_BASED));
	set_sign(signs, SIGN_HEAD_TITLE, mark_before(doc, KIND_TITLE, g->head) != NULL);
}

/* Whether the lists that hold a word, a row of posting_word_sets, have one among them. */
static inline uint64_t
holds(const uint64_t *lists, WordList list)
{
	return lists[list / 64] >> (list % 64) & 1;
}

/* What stands right behind it, and whether its sentence speaks of the workplace. */
static void
read_behind(Signs *signs, const Doc *doc, const Group *g, Range clause)
{
	const Marks *marks = &doc->marks[KIND_WORKPLACE];
	uint32_t	to = g->at.to,
				end = reach_on(clause, clause.from, REACH_SENTENCE);

	for (const Mark *mark = mark_from(doc, KIND_WORKPLACE, clause.from);
		 mark != NULL && mark < marks->items + marks->count && mark->from < end; mark++)
		set_sign(signs, SIGN_WORKPLACE, mark->from < g->at.from || mark->from >= to);
	set_sign(signs, SIGN_OFFICE_BEHIND, to < clause.to && token_in(doc, to, WORDS_PLACES_OFFICE));
	set_sign(signs, SIGN_GOES_ON, to < clause.to && place_goes_on(doc, g));
}

/* What its sentence speaks of. */
static void
read_around(Signs *signs, const Doc *doc, const Group *g, Range clause)
{
	uint32_t	to = g->at.to,
				end = reach_on(clause, clause.from, REACH_SENTENCE);
	uint64_t	firm = 0,
				job = 0,
				this_job = 0,
				you = 0,
				global = 0,
				law = 0;

	for (uint32_t i = clause.from; i < end; i++)
	{
		const Token *token = &doc->tokens[i];
		const uint64_t *lists = posting_word_sets[token->lists];

		/* most words are in no list */
		if (token->lists == 0 || (i >= g->at.from && i < to))
			continue;
		firm |= holds(lists, WORDS_PLACES_COMPANY);
		job |= holds(lists, WORDS_PLACES_COMPANY_JOB);
		global |= holds(lists, WORDS_PLACES_GLOBAL);
		law |= holds(lists, WORDS_PLACES_LAWS) | holds(lists, WORDS_PLACES_EMPLOYER_LICENSE);
		if (holds(lists, WORDS_PLACES_THIS))
			this_job |= token_in(doc, i + 1, WORDS_TERMS_JOB);
		if (token->lead == 'y')
			you |= token_is(doc, i, "you") || token_is(doc, i, "your");
	}
	set_sign(signs, SIGN_FIRM, firm);
	set_sign(signs, SIGN_JOB, job);
	set_sign(signs, SIGN_THIS_JOB, this_job);
	set_sign(signs, SIGN_YOU, you);
	set_sign(signs, SIGN_GLOBAL, global);
	set_sign(signs, SIGN_LAW, law);
}

/*
 * Whether a town stands before a larger one of its country, parted
 * from it by a comma or a bracket at most: "Footscray, Melbourne".
 */
static bool
is_suburb(const Doc *doc, const Group *town, const Group *city)
{
	return town->town.to > town->town.from && city->city != NULL &&
		   (town->city == NULL || (memcmp(town->city->country, city->city->country, 2) == 0 &&
								   town->city->population < city->city->population / 3)) &&
		   city->at.from - town->at.to <= 2 &&
		   (token_punct(doc, town->at.to, ',') || token_punct(doc, town->at.to, '(') ||
			city->at.from == town->at.to);
}

/* Whether one of the places that are listed beside a place has a good score. */
static bool
is_listed_with_taken(const Doc *doc, const Choices *all, uint32_t self)
{
	const Choice *items = all->items;

	for (uint32_t i = self; i > 0 && place_lists(doc, items[i - 1].group, items[i].group); i--)
		if (items[i - 1].group->score >= ACCEPT)
			return true;
	for (uint32_t i = self + 1;
		 i < all->n && place_lists(doc, items[i - 1].group, items[i].group); i++)
		if (items[i].group->score >= ACCEPT)
			return true;
	return false;
}

/* What the others are: how many, and whether they stand before it. */
static void
read_others(Signs *signs, const Choices *all, uint32_t self)
{
	const Choice *own = &all->items[self];
	const Choice *place = &all->items[own->first];
	const Group *g = own->group;
	bool		town = g->town.to > g->town.from;
	uint32_t	others = all->counted - place->counted;
	int			best = all->best == own->first ? all->second : all->items[all->best].best;

	set_sign(signs, SIGN_BEHIND_BEST, g->score + 6 <= best);
	set_sign(signs, SIGN_ONLY, others == 0);
	set_sign(signs, SIGN_ONLY_TOWN, town && all->towns == place->towns);
	set_sign(signs, SIGN_FIRST, !own->earlier);
	set_sign(signs, SIGN_FIRST_TOWN, town && !own->earlier_town);
	set_sign(signs, SIGN_OFTEN, place->mentions >= 4);
	set_sign(signs, SIGN_FEW, others >= 1 && others <= 3);
}

/* What its neighbours are, and whether it lies in another place, or another in it. */
static void
read_neighbours(Signs *signs, const Doc *doc, const Choices *all, uint32_t self)
{
	const Group *g = all->items[self].group;
	const Location *own = &all->items[self].location;
	bool		inner = false,
				outer = false;

	for (uint32_t i = 0; i < all->n && !(inner && outer); i++)
	{
		const Choice *other = &all->items[i];

		/* mentions of one place lie alike: its first one stands for all */
		if (other->first != i || other->counted == 0 || i == all->items[self].first)
			continue;
		inner = inner || place_is_covered(own, &other->location);
		outer = outer || place_is_covered(&other->location, own);
	}
	set_sign(signs, SIGN_INNER, inner);
	set_sign(signs, SIGN_OUTER, outer);
	set_sign(signs, SIGN_LIST_TAKEN, is_listed_with_taken(doc, all, self));
	set_sign(signs, SIGN_SUBURB,
			 self + 1 < all->n && is_suburb(doc, g, all->items[self + 1].group));
	set_sign(signs, SIGN_SUBURB_OF, self > 0 && is_suburb(doc, all->items[self - 1].group, g));
}

/* Whether it lies in the country and the state that the text speaks of most. */
static void
read_home(Signs *signs, const Doc *doc, const Location *own)
{
	bool		home;

	if (own->country.len != 2)
		return;
	home = memcmp(own->country.s, doc->country, 2) == 0;
	set_sign(signs, SIGN_HOME, home);
	set_sign(signs, SIGN_HOME_SURE, home && doc->country_sure);
	set_sign(signs, SIGN_AWAY, !home && doc->country_sure);
	set_sign(signs, SIGN_HOME_REGION,
			 doc->region != NULL && own->region.s != NULL &&
				 str_equal(own->region, str_of(doc->region)));
}

/* So many times the signs of a place are read on. */
#define STAGES	5

/* Reads the signs of a place, the cheap ones first: those of one stage after the other. */
static void
read_stage(Signs *signs, const Doc *doc, const Choices *all, uint32_t self, Range clause,
		   int stage)
{
	const Choice *choice = &all->items[self];
	const Group *g = choice->group;

	switch (stage)
	{
		case 0:
			read_rules(signs, g);
			read_kind(signs, doc, g);
			read_place(signs, doc, g);
			read_others(signs, all, self);
			read_home(signs, doc, &choice->location);
			break;
		case 1:
			read_behind(signs, doc, g, clause);
			break;
		case 2:
			read_before(signs, doc, g, clause);
			break;
		case 3:
			read_neighbours(signs, doc, all, self);
			break;
		default:
			read_around(signs, doc, g, clause);
			break;
	}
}

/* Notes what all mentions of a place are together, and what all places are. */
static void
sum_up(Choices *all)
{
	for (uint32_t i = 0; i < all->n; i++)
	{
		Choice	   *own = &all->items[i];
		Choice	   *place = &all->items[own->first];
		const Group *g = own->group;
		bool		counts = !g->weak && g->score > -12;
		bool		town = counts && g->town.to > g->town.from;

		if (own->first == i)
		{
			own->mentions = own->counted = own->towns = 0;
			own->best = NO_PLACE;
			own->ruled = false;
		}
		own->earlier = all->counted > place->counted;
		own->earlier_town = all->towns > place->towns;
		place->mentions++;
		place->counted += counts;
		place->towns += town;
		place->ruled |= g->taken;
		all->counted += counts;
		all->towns += town;
		if (g->score > place->best)
			place->best = g->score;
	}
	for (uint32_t i = 0; i < all->n; i++)
		if (all->items[i].first != i || i == all->best)
			continue;
		else if (all->items[i].best > all->items[all->best].best)
		{
			all->second = all->items[all->best].best;
			all->best = i;
		}
		else if (all->items[i].best > all->second)
			all->second = all->items[i].best;
}

/* Gathers the mentions among which is chosen: those that something speaks for, up to a number. */
static void
gather(const Doc *doc, Groups *groups, Choices *all)
{
	all->n = all->counted = all->towns = all->best = 0;
	all->second = NO_PLACE;
	for (uint32_t i = 0; i < groups->count && all->n < MOST_CHOSEN; i++)
	{
		Choice	   *choice = &all->items[all->n];
		const Choice *first = all->items;

		if (groups->items[i].score <= NO_PLACE)
			continue;
		choice->group = &groups->items[i];
		choice->location = place_location(doc, choice->group);
		while (first < choice && !(str_equal(first->location.city, choice->location.city) &&
								   str_equal(first->location.region, choice->location.region) &&
								   str_equal(first->location.country, choice->location.country)))
			first++;
		choice->first = (uint32_t) (first - all->items);
		all->n++;
	}
	sum_up(all);
}

/* What the signs behind each stage can weigh at most. */
static void
find_most(int *most_behind)
{
	static const PlaceSign ends[STAGES] = {SIGN_WORKPLACE, SIGN_AT, SIGN_LIST_TAKEN, SIGN_FIRM,
										   SIGN_COUNT};
	int			most = 0;
	uint32_t	sign = SIGN_COUNT;

	for (int stage = STAGES - 1; stage >= 0; stage--)
	{
		while (sign > ends[stage])
			if (sign_weights[--sign] > 0)
				most += sign_weights[sign];
		most_behind[stage] = most;
	}
}

/*
 * What a place's signs weigh; NEVER where that is no more than a floor, which is told
 * as soon as the signs that are not yet read cannot lift it above.
 */
static int
weigh(const Doc *doc, const Choices *all, uint32_t self, const int *most_behind,
	  int floor)
{
	Range		clause = doc_clause(doc, all->items[self].group->at.from);
	int			sum = no_place;

	for (int stage = 0; stage < STAGES; stage++)
	{
		Signs		signs = {{0}};

		read_stage(&signs, doc, all, self, clause, stage);
		sum += sum_of_signs(&signs, sign_weights, 1);
		if (sum + most_behind[stage] <= floor)
			return NEVER;
	}
	return sum;
}

/*
 * Whether a place can weigh enough at all: not an ordinary word that the rules found nothing for.
 */
static bool
can_be_chosen(const Group *g)
{
	return g->taken || !g->weak || g->score >= -6;
}

/*
 * Chooses the places of the job: those of which a mention weighs enough, or else the
 * one that weighs most if it is not unlikely.  What the rules took of a text's places
 * behind the first MOST_CHOSEN stays taken.
 */
void
place_choose(const Doc *doc, Groups *groups)
{
	Choices		all;
	int			most_behind[STAGES];
	int			sums[MOST_CHOSEN];
	uint32_t	best = MOST_CHOSEN;
	int			most = LIKELY;
	bool		found = false;

	gather(doc, groups, &all);
	if (all.n == 0)
		return;
	find_most(most_behind);
	for (uint32_t i = 0; i < all.n; i++)
	{
		const Choice *place = &all.items[all.items[i].first];
		int		   *sum = &sums[all.items[i].first];
		int			own = NEVER;

		if (all.items[i].first == i)
			*sum = NEVER;
		/* one mention that weighs enough will do */
		if (*sum <= 0 && can_be_chosen(all.items[i].group))
			own = weigh(doc, &all, i, most_behind,
						found ? 0 : LIKELY - (place->ruled ? RULED : 0));
		if (own > *sum)
			*sum = own;
		found |= own > 0;
	}
	for (uint32_t i = 0; i < all.n && !found; i++)
	{
		int			sum = sums[all.items[i].first] + (all.items[i].group->taken ? RULED : 0);

		if (sum > most)
		{
			most = sum;
			best = all.items[i].first;
		}
	}
	for (uint32_t i = 0; i < all.n; i++)
		all.items[i].group->taken =
			sums[all.items[i].first] > 0 || all.items[i].first == best;
}
