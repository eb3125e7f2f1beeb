/*
 * company_choose.c
 *		What speaks for a name and against it by itself, and which of the names is
 *		the employer's.
 */
#include "company_candidate.h"

#define NEVER			(-1000)
/* More than an address and being well-known add; company_clues.c wants all names looked up. */
#ifndef LOOKED_UP
#define LOOKED_UP		65
#endif
/* Taken from a name that no rule read, for which only its own looks speak. */
#define UNREAD			9
/* A longer name is the full one where its score is more than the shorter's divided by this. */
#define FULL_SHARE		2

/* Gathers the web and mail addresses of the text, squeezed, with a blank between them. */
static void
gather_addresses(const Doc *doc, Candidates *all)
{
	uint32_t	next = 1;

	for (const Spot *spot = NULL;
		 (spot = next_spot(doc, spot, SPOT_ADDRESS | LIST_BIT(WORDS_CLAUSE_LINKS))) != NULL;)
	{
		uint32_t	i = spot->at,
					from = i,
					to = i;

		if (i < next || i + 1 >= doc->n_tokens)
			continue;
		if (all->n_addresses + MAX_ADDRESS + 1 >= sizeof(all->addresses))
			break;
		if (!(token_punct(doc, i, '@') ||
			  (token_is(doc, i, "www") && token_punct(doc, i + 1, '.')) ||
			  (token_punct(doc, i, ':') && token_punct(doc, i + 1, '/') &&
			   doc->tokens[i + 1].gap == GAP_NONE)))
			continue;
		while (to + 1 < doc->n_tokens && to < i + 40 && doc->tokens[to + 1].gap == GAP_NONE)
			to++;
		all->n_addresses +=
			lexicon_squeeze(token_text(doc, from),
							doc->tokens[to].start + doc->tokens[to].len - doc->tokens[from].start,
							all->addresses + all->n_addresses, MAX_ADDRESS);
		all->addresses[all->n_addresses++] = ' ';
		next = to + 1;
	}
	all->addresses[all->n_addresses] = '\0';
}

/* Whether a word stands in a range. */
static bool
range_holds(const Doc *doc, Range range, uint32_t hash)
{
	for (uint32_t i = range.from; i < range.to; i++)
		if (doc->tokens[i].hash == hash)
			return true;
	return false;
}

/* Whether a name is a term of postings: a heading, a month ... */
static bool
is_term(const Doc *doc, Range name)
{
	static const EntryKind terms[] = {KIND_HEADING,  KIND_LANGUAGE, KIND_EMPLOYMENT_TYPE,
									  KIND_NOISE,    KIND_MONTH,    KIND_EDUCATION,
									  KIND_BENEFITS, KIND_WORKPLACE};
	uint32_t	begins = doc->tokens[name.from].begins;

	if (begins == 0)
		return false;
	if (begins >> KIND_MONTH & 1)
		return true;
	for (size_t k = 0; k < lengthof(terms); k++)
		if (begins >> terms[k] & 1 && company_is_covered(doc, name, terms[k]))
			return true;
	return false;
}

/* Whether a rule that seldom errs read a name as it stands. */
static bool
is_stated(const Candidate *candidate)
{
	const uint8_t *clues = candidate->clues;

	return clues[CLUE_SEEKS] | clues[CLUE_IS_START] | clues[CLUE_EQUAL] | clues[CLUE_ABOUT_LINE] |
		   clues[CLUE_FORM] | clues[CLUE_HEADER] | clues[CLUE_TITLE_AT] | clues[CLUE_OWN_VOICE];
}

/* Whether a word stands in capitals time and again, where others do not: "NEXT". */
static bool
is_shouted(const Doc *doc, const Candidate *candidate)
{
	const Token *token = &doc->tokens[candidate->name.from];

	return candidate->name.to - candidate->name.from == 1 && !(token->shape & SHAPE_HAS_LOWER) &&
		   token->len > 2 && candidate->times > 2 && !candidate->clues[CLUE_ALL_CAPITALS];
}

#define IN_LIST(lists, list) ((lists) >> ((list) % 64) & 1)

/*
 * Whether an unknown word tells a name in a text that is not English: one in capitals,
 * or, but in German, with one inside a sentence or before a verb that seeks.
 */
static bool
is_strange_abroad(const Doc *doc, const Candidate *candidate, uint32_t i)
{
	return (!(doc->tokens[i].shape & SHAPE_HAS_LOWER) && !candidate->clues[CLUE_ALL_CAPITALS]) ||
		((candidate->inside > 0 || candidate->clues[CLUE_SEEKS]) && doc->language[0] != 'd');
}

/* What the words of a name are. */
typedef struct NameWords
{
	bool		everyday;		/* all of them everyday words */
	bool		common;			/* all common ones */
	bool		titled;			/* all in the title */
} NameWords;

/* Reads the words of a name. */
static NameWords
read_words(const Doc *doc, Candidate *candidate)
{
	Range		name = candidate->name;
	bool		one = name.to - name.from == 1;
	uint8_t    *clues = candidate->clues;
	NameWords   words = {true, true,
						 doc->title.to > doc->title.from && !clues[CLUE_TITLE_AT] &&
							 !clues[CLUE_TITLE_BAR]};
	bool		forms = true;	/* "Inc" */
	uint32_t	letters = 0,
				longer = 0;

	for (uint32_t i = name.from; i < name.to; i++)
	{
		const Token *token = &doc->tokens[i];
		uint64_t	lists;

		if (token->kind == TOKEN_NUMBER)
		{
			forms = words.everyday = false;
			clues[CLUE_NUMBER] |= token->len > 1 && i > name.from;
			/* "Home2Book" */
			if (token->shape & SHAPE_SPLIT && i > name.from && i + 1 < name.to &&
				token[1].gap == GAP_NONE)
			{
				clues[CLUE_UNKNOWN] = 1;
				words.common = false;
			}
		}
		if (token->kind != TOKEN_WORD)
			continue;
		lists = token->lists == 0 ? 0 : COMPANY_LISTS(doc, i);
		/* the sign "&" joins names that "and" does not */
		if (i + 1 < name.to && token->lead != '&')
			candidate->inside_odds =
				(int16_t) (candidate->inside_odds + posting_word_employers[token->lists].inside);
		else if (i + 1 == name.to)
			candidate->last_odds = posting_word_employers[token->lists].last;
		words.titled = words.titled && range_holds(doc, doc->title, token->hash);
		clues[CLUE_UNKNOWN] |= token->len > 2 && (token->word == 0 || token->shape & SHAPE_SPLIT) &&
							   !IN_LIST(lists, WORDS_COMPANY_COMMON) &&
							   (!doc_is_foreign(doc) || is_strange_abroad(doc, candidate, i));
		clues[CLUE_INSTITUTION] |= IN_LIST(lists, WORDS_COMPANY_KIND) && !one;
		clues[CLUE_AND] |= i > name.from && IN_LIST(lists, WORDS_COMPANY_AND) && token->lead != '&';
		forms = forms && IN_LIST(lists, WORDS_COMPANY_FORM);
		letters += token->len == 1;
		longer += token->len > 1;
		words.common = words.common && (IN_LIST(lists, WORDS_COMPANY_COMMON) ||
										IN_LIST(lists, WORDS_COMPANY_INSIDE) || token->len < 3);
		words.everyday =
			words.everyday && (IN_LIST(lists, WORDS_COMPANY_EVERYDAY) ||
							   IN_LIST(lists, WORDS_COMPANY_INSIDE) || token->len == 1);
	}
	/* "H&M" is none */
	words.everyday = (words.everyday || forms) && !is_shouted(doc, candidate) &&
					 !(letters > 1 && longer == 0 && !token_punct(doc, name.from + 1, '.'));
	return words;
}

/* Whether a role opens a name: "Senior Manager of Software Engineering", "STORE MANAGER Acme". */
static bool
opens_with_role(const Doc *doc, const Mark *role, uint32_t to)
{
	if (role->to >= to || role->entry->flags & ENTRY_WEAK)
		return false;
	if (token_is(doc, role->to, "of") || token_is(doc, role->to, "for"))
		return role->entry->flags & (ENTRY_HEAD | ENTRY_LEVEL);
	return role->to - role->from > 1 && !(doc->tokens[role->from].shape & SHAPE_HAS_LOWER) &&
		   doc->tokens[role->to].shape & SHAPE_HAS_LOWER;
}

/* What a name says of a title: 0 nothing, 1 that it may be one, MAX_WORTH that it is one. */
static uint8_t
title_in_name(const Doc *doc, Range name, bool titled)
{
	const Mark *role = mark_before(doc, KIND_TITLE, name.to);
	const Mark *first = mark_at(doc, KIND_TITLE, name.from);
	bool		covered = first != NULL && company_is_covered(doc, name, KIND_TITLE);
	uint8_t		found;

	/* "SuperCarers" */
	if (role != NULL && role->from > name.from && doc->tokens[role->from].gap == GAP_NONE)
		role = NULL;
	/* "Corps of Engineers" */
	if (role != NULL && role->from > name.from && token_is(doc, role->from - 1, "of"))
		role = NULL;
	found = titled || covered ||
		(role != NULL && role->from >= name.from && !(role->entry->flags & ENTRY_WEAK) &&
		 (role->entry->flags & (ENTRY_HEAD | ENTRY_LEVEL) || role->to - role->from > 1));
	/* "Compass Associates" */
	if (found && !titled && !covered && token_in(doc, name.to - 1, WORDS_COMPANY_KIND) &&
		name.to - name.from > 1)
		found = 0;
	if (first != NULL && opens_with_role(doc, first, name.to))
		found = 1;
	/* "The Environmental Scientist will" */
	return found && covered && name.to - name.from > 1 ? MAX_WORTH : found;
}

/* Notes what a name may be besides an employer, and how it is made up. */
static void
read_name(const Doc *doc, Candidate *candidate)
{
	Range		name = candidate->name;
	const Token *first = &doc->tokens[name.from];
	bool		one = name.to - name.from == 1;
	const Mark *place = mark_at(doc, KIND_PLACE, name.from);
	uint8_t    *clues = candidate->clues;
	NameWords	words = read_words(doc, candidate);
	uint64_t	opens = COMPANY_LISTS(doc, name.from);
	uint64_t	closes = COMPANY_LISTS(doc, name.to - 1);

	clues[CLUE_EVERYDAY] = words.everyday;
	clues[CLUE_EVERYDAY_MORE] = words.everyday && !one;
	clues[CLUE_SMALL] =
		!doc->lower_case && !(first->shape & (SHAPE_HAS_UPPER | SHAPE_HAS_DIGIT)) && first->len > 1;
	clues[CLUE_COMMON] = words.common && !(one && first->len < 3);
	clues[CLUE_COMMON_FIRST] = !words.common && IN_LIST(opens, WORDS_COMPANY_COMMON);
	clues[CLUE_BOARD] = IN_LIST(opens, WORDS_COMPANY_BOARD);
	clues[CLUE_GLUED] = candidate->times > 0 && candidate->parted == 0;
	clues[CLUE_CUT] = candidate->times > 0 && candidate->whole == 0;
	clues[CLUE_PART] = IN_LIST(closes, WORDS_COMPANY_PARTS);
	clues[CLUE_PLAIN] = !one && IN_LIST(opens, WORDS_COMPANY_EVERYDAY);
	clues[CLUE_SKILL] = company_is_covered(doc, name, KIND_SKILL);
	clues[CLUE_PLACE] = (place != NULL && company_is_covered(doc, name, KIND_PLACE)) ||
						(one && company_is_place(doc, name.from)) ||
						(place != NULL && place->to < name.to && token_punct(doc, place->to, ',') &&
						 mark_at(doc, KIND_PLACE, place->to + 1) != NULL);
	clues[CLUE_TITLE] = title_in_name(doc, name, words.titled);
	clues[CLUE_SKILL_TOLD] = clues[CLUE_SKILL] && is_stated(candidate);
	clues[CLUE_TERM] = is_term(doc, name);
	clues[CLUE_OPENER] = candidate->inside == 0 && one && candidate->times > 0;
	if (clues[CLUE_OPENER])
		clues[CLUE_SUBJECT] = 0;
	/* "Actively seek out", "Diese Position" */
	if (clues[CLUE_OPENER] && !clues[CLUE_UNKNOWN])
		clues[CLUE_OPENS_LINE] = 0;
	clues[CLUE_CAPITALS] = one && first->len <= 4 && !(first->shape & SHAPE_HAS_LOWER) &&
						   (place == NULL || candidate->loose > 2);
	clues[CLUE_LONG] = name.to - name.from > 5;
	clues[CLUE_AGAIN] = candidate->times >= 8   ? 3
						: candidate->times >= 4 ? 2
												: candidate->times >= 2;
}

/* Adds what speaks for one name to what does for another; a form's line is only its own. */
static void
add_clues(Candidate *to, const Candidate *from)
{
	uint8_t		form_line = to->clues[CLUE_FORM_LINE];

	/* sixteen at once */
	for (int clue = 0; clue <= CLUE_AGAIN; clue++)
	{
		uint8_t		sum = (uint8_t) (to->clues[clue] + from->clues[clue]);

		to->clues[clue] = sum < MAX_WORTH ? sum : MAX_WORTH;
	}
	to->clues[CLUE_FORM_LINE] = form_line;
}

/*
 * A longer name that begins with a shorter one speaks for it, too: "Acme
 * Robotics" for "Acme".  An everyday word speaks for the name that it
 * stands for: "the City" for "City of Springfield".
 */
static void
join_longer(const Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < all->count; i++)
	{
		uint32_t	keys[16];
		Range		at = all->items[i].at;
		uint32_t	n;

		if (at.to - at.from == 1 || !company_has_bit(all->shared, company_first_word(doc, at)))
			continue;
		n = company_name_keys(doc, at, keys, 16);
		for (uint32_t k = 0; k + 1 < n; k++)
		{
			Candidate  *longer = &all->items[i];
			Candidate  *shorter = company_find(all, keys[k]);

			if (shorter == NULL || shorter == longer || shorter->clues[CLUE_FRONT] ||
				shorter->clues[CLUE_GOES_ON] || company_is_hyphenated(doc, longer->at, k + 1))
				continue;
			if (shorter->clues[CLUE_EVERYDAY])
				add_clues(longer, shorter);
			else if (!shorter->clues[CLUE_PLACE] && !shorter->clues[CLUE_LOWER] &&
					 !longer->clues[CLUE_LABEL])
			{
				longer->clues[CLUE_SHORTER] = 1;
				shorter->clues[CLUE_LONGER] = 1;
				add_clues(shorter, longer);
			}
		}
	}
}

/* A name's letters are what it is: "Acme Review Board (ARB)", "Fair Work Act (FWA)". */
static void
join_abbreviations(Candidates *all)
{
	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *full = &all->items[i];
		Candidate *letters = full->abbreviation == 0 ? NULL : company_find(all, full->abbreviation);

		if (letters == NULL || letters == full)
			continue;
		letters->clues[CLUE_PART] |= full->clues[CLUE_PART];
		letters->clues[CLUE_ABBREVIATION] |= full->clues[CLUE_PART] | full->clues[CLUE_SKILL] |
											 full->clues[CLUE_TERM] | full->clues[CLUE_TITLE] |
											 full->clues[CLUE_COMMON];
		if (letters->clues[CLUE_ABBREVIATION] > MAX_WORTH)
			letters->clues[CLUE_ABBREVIATION] = MAX_WORTH;
	}
}

/* Whether a name looks like nothing but an employer's. */
static bool
may_be_employer(const Candidate *candidate)
{
	const uint8_t *clues = candidate->clues;

	return !(clues[CLUE_LOWER] | clues[CLUE_SKILL] | clues[CLUE_PLACE] | clues[CLUE_TITLE] |
			 clues[CLUE_TERM] | clues[CLUE_EVERYDAY] | clues[CLUE_BOARD] | clues[CLUE_PART]);
}

/*
 * Common words before a name that stands elsewhere without them
 * speak for that one: "Excellent Opportunities Acme" for "Acme".
 */
static void
join_behind_plain(const Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *longer = &all->items[i];
		Range		name = longer->name;

		while (name.from + 1 < name.to && name.from < longer->name.from + 4 &&
			   (token_in(doc, name.from, WORDS_COMPANY_COMMON) ||
				mark_at(doc, KIND_PLACE, longer->name.from) != NULL))
		{
			uint32_t	keys[16];
			uint32_t	n;
			Candidate  *shorter;

			name.from++;
			if (!company_has_bit(all->opening, company_first_word(doc, name)))
				continue;
			n = company_name_keys(doc, name, keys, 16);
			shorter = n > 0 ? company_find(all, keys[n - 1]) : NULL;
			if (shorter == NULL || shorter == longer || !may_be_employer(shorter) ||
				shorter->clues[CLUE_BACK] | shorter->clues[CLUE_GOES_ON] |
					shorter->clues[CLUE_COMMON] | longer->clues[CLUE_LABEL])
				continue;
			longer->clues[CLUE_BEHIND_PLAIN] = 1;
			add_clues(shorter, longer);
			break;
		}
	}
}

/* Whether an ordinary word stands at a token, not a part of an address. */
static bool
is_ordinary(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return !(token->shape & (SHAPE_HAS_UPPER | SHAPE_SPLIT)) && token->len > 2 &&
		   (i == 0 || !token_punct(doc, i - 1, '.')) &&
		   (i + 1 >= doc->n_tokens || !token_punct(doc, i + 1, '.') ||
			token[1].shape & SHAPE_ENDS_CLAUSE) &&
		   !doc_in_link(doc, i);
}

/* Notes names of one word that also stand in lower case: ordinary words. */
static void
find_lower(const Doc *doc, Candidates *all)
{
	if (doc->lower_case)
		return;
	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *candidate = &all->items[i];
		uint32_t	hash = COMPANY_FIRST_OF(candidate->key);

		/* "ília" is written so itself */
		if (!(doc->tokens[candidate->at.from].shape & SHAPE_HAS_UPPER))
			continue;
		for (uint32_t k = all->small[hash % SMALL_SLOTS]; k > 0; k = all->smaller[k - 1])
			if (doc->tokens[k - 1].hash == hash && is_ordinary(doc, k - 1))
			{
				candidate->clues[CLUE_LOWER] = 1;
				break;
			}
	}
}

/* A number within bounds. */
static int
within(int number, int least, int most)
{
	return number < least ? least : number > most ? most : number;
}

/* What the words around a name and in it say. */
static int
weigh_words(const Candidate *candidate)
{
	int score = within(candidate->inside_odds, LEAST_ODDS, MOST_ODDS) * WEIGHT_INSIDE +
				candidate->last_odds * 2 * WEIGHT_LAST;

	if (candidate->times > 0)
		score += within(candidate->around_most, LEAST_ODDS, MOST_AROUND) * WEIGHT_AROUND +
				 within(candidate->around_sum / candidate->times, LEAST_ODDS, MOST_ODDS) *
					 WEIGHT_ON_AVERAGE;
	return score / 64;
}

/* What a number of equal clues counts: one four quarters of one, the next two, one and one. */
static inline uint8_t
worth(uint8_t n)
{
	/* the smaller of two bytes is one instruction for sixteen of them, a comparison is several */
	uint8_t		one = n < 1 ? n : 1,
				two = n < 2 ? n : 2,
				four = n < 4 ? n : 4;

	return (uint8_t) (one + one + two + four);
}

/* Sums the clues of a name. */
static int
weigh(const Candidate *candidate)
{
	int16_t		sums[16] = {0};
	int			score = 0;

	/* "the Company", "the Team" */
	if (candidate->clues[CLUE_EVERYDAY] && !candidate->clues[CLUE_EVERYDAY_MORE] &&
		!candidate->clues[CLUE_LABEL] && !candidate->clues[CLUE_SEGMENT] &&
		!candidate->clues[CLUE_HEADER])
		return NEVER;
	/* all are summed, sixteen at once: which of them a name has would often be guessed wrong */
	for (int clue = 0; clue < CLUE_SPACE; clue += 16)
	{
		uint8_t		worths[16];

		for (int k = 0; k < 16; k++)
			worths[k] = worth(candidate->clues[clue + k]);
		for (int k = 0; k < 16; k++)
			sums[k] = (int16_t) (sums[k] + company_clue_weights[clue + k] * (int16_t) worths[k]);
	}
	for (int k = 0; k < 16; k++)
		score += sums[k];
	return score / 4 + weigh_words(candidate) - (candidate->shown_by == CLUE_COUNT ? UNREAD : 0);
}

/*
 * Notes whether an address holds a name ("careers@acmerobotics.com"),
 * and whether it is a well-known one; returns what that adds.
 */
static int
look_up_name(const Doc *doc, const Candidates *all, Candidate *candidate)
{
	Range		name = candidate->name;
	uint8_t    *clues = candidate->clues;
	/* such letters stand in many an address */
	bool		is_short = name.to - name.from == 1 && doc->tokens[name.from].len <= 4;
	char		squeezed[EMPLOYER_NAME + 1];
	uint32_t	len = company_squeeze(doc, name, squeezed);
	int			score = 0;

	if (!clues[CLUE_EVERYDAY] && all->n_addresses > 0 && len > 2 &&
		strstr(all->addresses, squeezed) != NULL)
	{
		Clue		clue = is_short ? CLUE_ADDRESS_SHORT : CLUE_ADDRESS;

		clues[clue] = 1;
		score += company_clue_weights[clue];
	}
	/* but not "a degree of Acme University", nor "Next" */
	if (!(clues[CLUE_OTHERS] && candidate->shown_by == CLUE_COUNT) &&
		clues[CLUE_SKILL] <= clues[CLUE_SKILL_TOLD] &&
		!(clues[CLUE_COMMON] && name.to - name.from == 1) &&
		company_is_known(doc, name, squeezed, len))
	{
		Clue clue = clues[CLUE_SKILL]                            ? CLUE_KNOWN_SKILL
					: clues[CLUE_EVERYDAY] || clues[CLUE_COMMON] ? CLUE_KNOWN_WORD
																 : CLUE_KNOWN;

		clues[clue] = 1;
		score += company_clue_weights[clue];
	}
	return score;
}

/* Notes which of the names that may be employers stand first and most often. */
static void
compare_names(Candidates *all)
{
	Candidate  *first = NULL;
	uint16_t	most = 2;

	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *candidate = &all->items[i];

		if (!may_be_employer(candidate))
			continue;
		if (first == NULL || candidate->name.from < first->name.from)
			first = candidate;
		if (candidate->times > most)
			most = candidate->times;
	}
	if (first != NULL)
		first->clues[CLUE_FIRST] = 1;
	for (uint32_t i = 0; i < all->count; i++)
		all->items[i].clues[CLUE_MOST] =
			all->items[i].times == most && may_be_employer(&all->items[i]);
}

/* Whether letters that the text goes on with may stand for a name: "AR" for "Acme Robotics". */
static bool
is_spelled_out(const Doc *doc, const Candidate *full, const Candidate *letters)
{
	return full->abbreviation == letters->key && !full->clues[CLUE_PLACE] &&
		   !full->clues[CLUE_TERM] && !full->clues[CLUE_LONG] && full->score > 0 &&
		   !token_in(doc, full->at.from, WORDS_COMPANY_PARTS);
}

/* Whether a longer name may be the full one of a shorter: "Acme Robotics", but not "Acme Cloud". */
static bool
may_be_full(const Doc *doc, const Candidate *longer, const Candidate *shorter)
{
	const uint8_t *clues = longer->clues;

	return clues[CLUE_SHORTER] && (is_stated(longer) || clues[CLUE_FORM_LINE]) &&
		   !(clues[CLUE_LONG] | clues[CLUE_AND] | clues[CLUE_PART]) &&
		   !(clues[CLUE_CUT] && clues[CLUE_ALL_CAPITALS]) && longer->score >= ENOUGH &&
		   longer->score * FULL_SHARE > shorter->score &&
		   /* "Acme.com" is known as "Acme" */
		   !token_is(doc, longer->at.to - 1, "com");
}

/*
 * The full name for which the best one stands, its letters or its begin:
 * "Acme Robotics" for "AR" or "Acme"; itself where there is none.
 */
static Candidate *
full_name(const Doc *doc, Candidates *all, Candidate *best)
{
	Candidate  *full = best;

	for (uint32_t i = 0; i < all->count; i++)
		if (is_spelled_out(doc, &all->items[i], best))
			return &all->items[i];
	if (!best->clues[CLUE_LONGER] || best->clues[CLUE_LABEL] || company_has_form(doc, best->at))
		return best;
	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *longer = &all->items[i];
		uint32_t	keys[16];
		uint32_t	n;

		if (!may_be_full(doc, longer, best) || (full != best && longer->score <= full->score))
			continue;
		n = company_name_keys(doc, longer->at, keys, 16);
		for (uint32_t k = 0; k + 1 < n; k++)
			if (keys[k] == best->key)
				full = longer;
	}
	return full;
}

const Candidate *
company_choose(const Doc *doc, Candidates *all)
{
	Candidate  *best = NULL;
	int			most = NEVER;

	gather_addresses(doc, all);
	for (uint32_t i = 0; i < all->count; i++)
		read_name(doc, &all->items[i]);
	find_lower(doc, all);
	compare_names(all);
	join_longer(doc, all);
	join_abbreviations(all);
	join_behind_plain(doc, all);
	for (uint32_t i = 0; i < all->count; i++)
	{
		all->items[i].score = weigh(&all->items[i]);
		if (all->items[i].score > most)
			most = all->items[i].score;
	}
	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *candidate = &all->items[i];

		/* what looking it up adds would not help the others; a longer name may be the full one */
		if (candidate->score >
			(most > ENOUGH && !candidate->clues[CLUE_SHORTER] ? most : ENOUGH) - LOOKED_UP)
			candidate->score += look_up_name(doc, all, candidate);
		if (best == NULL || candidate->score > best->score)
			best = candidate;
	}
	return best != NULL && best->score >= ENOUGH ? full_name(doc, all, best) : NULL;
}
