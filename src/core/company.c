/*
 * company.c
 *		The employer: every name in the text is a candidate, each place where it
 *		stands gives clues, and the name for which most speaks is taken.
 *
 * Clues are what a reader goes by: a label, "About Acme", "Acme is looking
 * for", the line under the title.  Signs tell what else a name may be: a skill,
 * a place, a word that also stands in lower case, a common word.  Both count
 * with the weights of the table CLUES; doc/fields.md lists the rules.
 *
 * The weights were learned on some 400 public postings labelled by hand: of the
 * names of a text and "none", which has the score ENOUGH, the right one shall
 * be likeliest, the likelihood being exp(score / 10) over the sum of all.  Their
 * logarithms were summed and maximised, with a penalty of 1/20 of the square by
 * which a weight leaves the one it had before; its strength was chosen by leaving
 * out a fifth of the postings five times.  ENOUGH and the weights of the clues
 * COMMON, PART, FIRST, GLUED, CUT, BEHIND_PLAIN and HERE were then set by hand.
 */
#include "company.h"

/* So many names are weighed, so many clues noted for posting_explain. */
#define MAX_CANDIDATES	256
#define MAX_WITNESSES	400
#define SLOTS			1024	/* of the table of candidates, a power of two */
#define LOWER_BITS		4096	/* of the filter of their words */

/* Of addresses so many letters, of all of them so many, are looked at. */
#define MAX_ADDRESS		100
#define MAX_ADDRESSES	1000

/* Less than this much in favour is not enough. */
#define ENOUGH			37
#define NEVER			(-1000)
/* Taken from a name that no rule read, for which only its own looks speak. */
#define UNREAD			10

/*
 * What speaks for a name and against it: the weight of one clue, and the rule
 * that posting_explain shows; signs have no rule.
 */
#define CLUES(CLUE) \
	CLUE(LABEL, 95, "company.label") \
	CLUE(ABOUT_LINE, 50, "company.about") \
	CLUE(ABOUT, 22, "company.about") \
	CLUE(JOIN, 25, "company.lead") \
	CLUE(WELCOME, 46, "company.lead") \
	CLUE(POSTED, 25, "company.lead") \
	CLUE(AT, 24, "company.lead") \
	CLUE(WITH, 1, "company.lead") \
	CLUE(OWN_VOICE, 36, "company.at") \
	CLUE(HERE, 60, "company.at")	/* "here at Acme" */ \
	CLUE(WE_ARE, 20, "company.we_are") \
	CLUE(SEEKS, 35, "company.tail") \
	CLUE(IS_START, 48, "company.tail") \
	CLUE(IS, 17, "company.tail") \
	CLUE(VERB_START, 29, "company.tail") \
	CLUE(VERB, 4, "company.tail") \
	CLUE(EQUAL, 61, "company.equal") \
	CLUE(APPOSITION, 11, "company.tail") \
	CLUE(OWNS, 18, "company.owns") \
	CLUE(FORM, 29, "company.form") \
	CLUE(COPYRIGHT, 16, "company.copyright") \
	CLUE(HEADER, 57, "company.header") \
	CLUE(HEADER_NEAR, 21, "company.header") \
	CLUE(FIRST_LINE, 26, "company.header") \
	CLUE(TITLE_AT, 31, "company.title_line") \
	CLUE(TITLE_LINE, 20, "company.title_line") \
	CLUE(SEGMENT, 32, "company.segment") \
	CLUE(ADDRESS, 39, NULL)		/* a web or mail address holds it */ \
	CLUE(GENITIVE, 14, NULL)		/* "Acme's" */ \
	CLUE(SUBJECT, 14, NULL)		/* a sentence begins with it and a small word follows */ \
	CLUE(THIRD, -6, NULL)			/* a sentence begins with it, and what may be a verb of the third person follows */ \
	CLUE(AGAIN, -9, NULL)		/* stands twice, four times, eight times */ \
	CLUE(EARLY, 11, NULL)		/* among the first words */ \
	CLUE(IN_COMPANY, 13, NULL)	/* in a section on the company */ \
	CLUE(OPENER, -11, NULL)		/* one word that stands only where sentences begin */ \
	CLUE(ALONE, 7, NULL)		/* a line of its own, or before a colon */ \
	CLUE(NUMBER, -16, NULL)		/* holds a number */ \
	CLUE(UNKNOWN, 20, NULL)		/* holds a word that the lexicon, which is English, does not know */ \
	CLUE(INSTITUTION, 24, NULL)	/* holds "University", "Group" ... */ \
	CLUE(ABBREVIATED, 10, NULL)	/* its letters follow in brackets */ \
	CLUE(LONGER, 2, NULL)		/* longer names begin with it */ \
	CLUE(SHORTER, 3, NULL)		/* it begins with another name */ \
	CLUE(LOWER, -27, NULL)		/* stands in lower case, too */ \
	CLUE(SKILL, -9, NULL) \
	CLUE(PLACE, -28, NULL) \
	CLUE(TITLE, -24, NULL) \
	CLUE(TERM, -27, NULL)		/* a heading, an employment type, a language, a month */ \
	CLUE(EVERYDAY, -20, NULL)	/* nothing but everyday words */ \
	CLUE(BOARD, -24, NULL)		/* a job board, a network */ \
	CLUE(CAPITALS, 13, NULL)	/* a short abbreviation */ \
	CLUE(LISTED, -8, NULL)		/* one of several with commas between them */ \
	CLUE(ASKED, -4, NULL)		/* in a section of requirements */ \
	CLUE(OTHERS, -11, NULL)		/* said of customers, tools, partners */ \
	CLUE(ALL_CAPITALS, 0, NULL)	/* in a line of capitals */ \
	CLUE(LONG, -5, NULL)		/* more than five words */ \
	CLUE(AND, -13, NULL)			/* two names joined by "and" */ \
	CLUE(GLUED, -18, NULL)		/* stands only where words lost their blanks */ \
	CLUE(CUT, -14, NULL)			/* each time a capitalised word that belongs to no name goes on behind it */ \
	CLUE(BEHIND_PLAIN, -24, NULL)	/* common words before another name: "Excellent Opportunities Acme" */ \
	CLUE(PART, -30, NULL)		/* ends in what is a part of a firm or of a posting: "team", "program" */ \
	CLUE(PLAIN, -2, NULL)		/* begins with an everyday word */ \
	CLUE(COMMON, -27, NULL)		/* all its words are common ones */ \
	CLUE(COMMON_FIRST, -4, NULL)	/* its first word is one, its last one */ \
	CLUE(COMMON_LAST, -1, NULL) \
	CLUE(IN, -15, NULL)			/* "in", without an article, stands before it: a place */ \
	CLUE(MOST, 8, NULL)		/* no other name that may be one stands more often */ \
	CLUE(FIRST, 7, NULL)		/* none stands before it */ \
	CLUE(ADDRESS_SHORT, 23, NULL)	/* an address holds its three or four letters */

#define CLUE_NAME(name, weight, rule) CLUE_##name,
#define CLUE_WEIGHT(name, weight, rule) weight,
#define CLUE_RULE(name, weight, rule) rule,
typedef enum Clue
{
	CLUES(CLUE_NAME)
	CLUE_COUNT
} Clue;
static const int8_t clue_weights[] = {CLUES(CLUE_WEIGHT)};
static const char *const clue_rules[] = {CLUES(CLUE_RULE)};

/* What a number of equal clues counts, in quarters of one. */
static const uint8_t worth[] = {0, 4, 6, 7, 8};
#define MAX_WORTH	4

/* One name, however often it stands in the text. */
typedef struct Candidate
{
	Range		at;				/* as shown */
	Range		name;			/* where its words are looked at: without a genitive s, if it can be */
	uint32_t	key;
	uint32_t	abbreviation;	/* the key of the letters that follow it in brackets, 0 none */
	uint16_t	times;
	uint16_t	inside;			/* so often not at a sentence's begin */
	uint16_t	parted;			/* so often with a blank before and behind it */
	uint16_t	loose;			/* so often with no comma before it */
	uint16_t	whole;			/* so often with no capitalised word right behind it */
	uint8_t		shown_by;		/* the clue that gave at */
	uint8_t		clues[(CLUE_COUNT + 7) / 8 * 8];	/* a count each, the rest 0 */
	int			score;
} Candidate;

/* A clue at its place. */
typedef struct Witness
{
	Range		at;
	uint16_t	candidate;
	uint8_t		clue;
} Witness;

typedef struct Candidates
{
	Candidate	items[MAX_CANDIDATES];
	uint32_t	count;
	Witness		witnesses[MAX_WITNESSES];
	uint32_t	n_witnesses;
	uint16_t	slots[SLOTS];	/* candidate + 1 by key, 0 empty */
	char		addresses[MAX_ADDRESSES];	/* of the web and of mail, squeezed */
	uint32_t	n_addresses;
} Candidates;

/* The candidate with a key, or NULL. */
static Candidate *
find_candidate(Candidates *all, uint32_t key)
{
	for (uint32_t i = key & (SLOTS - 1); all->slots[i] != 0; i = (i + 1) & (SLOTS - 1))
		if (all->items[all->slots[i] - 1].key == key)
			return &all->items[all->slots[i] - 1];
	return NULL;
}

/* The candidate of a name, new where it is the first of its kind; NULL where there are too many. */
static Candidate *
candidate_of(const Doc *doc, Candidates *all, Range name)
{
	uint32_t	keys[16];
	uint32_t	n = company_name_keys(doc, name, keys, 16);
	Candidate  *candidate;
	uint32_t	slot;

	if (n == 0)
		return NULL;
	candidate = find_candidate(all, keys[n - 1]);
	if (candidate != NULL || all->count == MAX_CANDIDATES)
		return candidate;
	candidate = &all->items[all->count++];
	memset(candidate, 0, sizeof(*candidate));
	candidate->at = candidate->name = name;
	candidate->key = keys[n - 1];
	candidate->shown_by = CLUE_COUNT;
	for (slot = candidate->key & (SLOTS - 1); all->slots[slot] != 0; slot = (slot + 1) & (SLOTS - 1))
		continue;
	all->slots[slot] = (uint16_t) all->count;
	return candidate;
}

/* Counts a clue for a name and notes its place. */
static void
add_clue(Candidates *all, Candidate *candidate, Range at, Clue clue)
{
	if (candidate->clues[clue] < MAX_WORTH)
		candidate->clues[clue]++;
	if (clue_rules[clue] == NULL)
		return;
	if (all->n_witnesses < MAX_WITNESSES)
		all->witnesses[all->n_witnesses++] = (Witness) {at, (uint16_t) (candidate - all->items), (uint8_t) clue};
	/* what the strongest clue shows is the name as the employer writes it */
	if (candidate->shown_by == CLUE_COUNT || clue_weights[clue] > clue_weights[candidate->shown_by])
	{
		candidate->shown_by = (uint8_t) clue;
		candidate->at = at;
	}
}

/* Notes a name that a rule of its own found: a label's value, a header line. */
static void
propose(Doc *doc, Candidates *all, Range name, Clue clue)
{
	Candidate  *candidate;

	while (name.from < name.to && doc->tokens[name.from].kind == TOKEN_PUNCT)
		name.from++;
	while (name.from < name.to && doc->tokens[name.to - 1].kind == TOKEN_PUNCT && !token_punct(doc, name.to - 1, ')') &&
		   !token_punct(doc, name.to - 1, '.') && !token_punct(doc, name.to - 1, '+'))
		name.to--;
	if (name.from >= name.to || name.to - name.from > 16 || (doc->title.from <= name.from && name.from < doc->title.to))
		return;
	candidate = candidate_of(doc, all, name);
	if (candidate != NULL)
		add_clue(all, candidate, name, clue);
}

/* Whether a mark of a kind covers a name. */
static bool
is_covered(const Doc *doc, Range name, EntryKind kind)
{
	const Mark *mark = mark_at(doc, kind, name.from);

	return mark != NULL && mark->to >= name.to && !(mark->entry->flags & ENTRY_WEAK);
}

/* Names behind labels; an agency's label gives the agency. */
static void
from_labels(Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *label = &doc->labels.items[i];
		Range		value = label->value;

		if ((label->label != LABEL_COMPANY && label->label != LABEL_AGENCY) || doc->tokens[label->name.from].zone == ZONE_NOISE)
			continue;
		while (value.from < value.to && doc->tokens[value.from].kind == TOKEN_PUNCT)
			value.from++;
		value.to -= value.to > value.from && token_punct(doc, value.to - 1, '"');
		if (value.from >= value.to || value.to - value.from > 14 || token_in(doc, value.from, WORDS_COMPANY_NEVER) ||
			(doc->tokens[value.from].kind == TOKEN_NUMBER && doc->tokens[value.from].len > 2) ||
			(doc_is_foreign(doc) && token_in(doc, label->name.from, WORDS_COMPANY_KIND) && is_covered(doc, value, KIND_PLACE)))
			continue;
		if (label->label == LABEL_COMPANY)
			propose(doc, all, value, CLUE_LABEL);
		else if (doc->posting->agency.s == NULL)
			doc->posting->agency = range_text(doc, value);
	}
}

/* "Company: Acme": the heading of a section whose line is a name only. */
static void
from_company_headings(Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < doc->zones.count; i++)
	{
		const ZoneStart *zone = &doc->zones.items[i];
		const Line *line = &doc->lines[doc->tokens[zone->heading].line];
		Range		value = {zone->body, line->last};
		Range		name = company_name_at(doc, zone->body);

		if (zone->zone != ZONE_COMPANY || zone->body >= line->last || zone->body <= zone->heading || zone->body > zone->heading + 4 ||
			!token_punct(doc, zone->body - 1, ':') || line->words > 10 || name.from >= name.to || (name.to < line->last && !token_punct(doc, name.to, '(')))
			continue;
		propose(doc, all, value, CLUE_LABEL);
	}
}

/* Whether "At Acme, we ..." goes on as the employer's own words do. */
static bool
is_own_voice(const Doc *doc, uint32_t i)
{
	i += token_punct(doc, i, ')');
	i += token_punct(doc, i, ',');
	return token_in(doc, i, WORDS_COMPANY_OWN_VOICE);
}

/* Whether a word is an article that may stand before a name: "the", in other languages theirs. */
static bool
is_article(const Doc *doc, uint32_t i)
{
	return token_is(doc, i, "the") || (doc_is_foreign(doc) && token_in(doc, i, WORDS_COMPANY_ARTICLES));
}

/* The clue that the words before a name give, CLUE_COUNT for none. */
static Clue
lead_clue(const Doc *doc, Range name)
{
	static const uint8_t clues[] = {CLUE_ABOUT, CLUE_JOIN, CLUE_WELCOME, CLUE_POSTED, CLUE_AT, CLUE_WITH, CLUE_WE_ARE, CLUE_OTHERS};
	uint32_t	from = name.from;
	const Mark *lead;
	bool		starts;

	from -= from > 0 && token_punct(doc, from - 1, '[');
	if (from > 0 && (is_article(doc, from - 1) || token_punct(doc, from - 1, '"')))
		from--;
	lead = mark_before(doc, KIND_COMPANY_LEAD, from);
	if (lead == NULL && from != name.from)
		lead = mark_before(doc, KIND_COMPANY_LEAD, name.from);
	if (lead == NULL || doc->tokens[name.from].gap > GAP_LINE)
		return CLUE_COUNT;
	starts = doc_starts_clause(doc, lead->from - (lead->from > 0 && token_punct(doc, lead->from - 1, '"')));
	switch (lead->entry->value)
	{
		case LEAD_ABOUT:
			if (!starts || !(doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER))
				return CLUE_COUNT;
			return doc->lines[doc->tokens[name.from].line].words <= name.to - lead->from + 1 ? CLUE_ABOUT_LINE : CLUE_ABOUT;
		case LEAD_AT:
		case LEAD_WITH:
			if (is_own_voice(doc, name.to) && (starts || doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER || token_is(doc, lead->from - 1, "here")))
				return CLUE_OWN_VOICE;
			break;
		case LEAD_WELCOME:
			if (token_is(doc, lead->from, "here"))
				return CLUE_HERE;
			if (is_own_voice(doc, name.to) && starts)
				return CLUE_OWN_VOICE;
			break;
		case LEAD_WE_ARE:
			if (doc->tokens[name.to - 1].shape & SHAPE_ENDS_CLAUSE || (name.to < doc->n_tokens && doc->tokens[name.to].kind == TOKEN_PUNCT))
				return CLUE_WE_ARE;
			return CLUE_COUNT;
		default:
			break;
	}
	return clues[lead->entry->value];
}

/* Behind the address of a markdown link whose text ends before i: "[Acme](https://acme.example) is hiring"; i where there is none. */
static uint32_t
behind_link(const Doc *doc, uint32_t i)
{
	uint32_t	to = i + 2;

	if (!token_punct(doc, i, ']') || !token_punct(doc, i + 1, '('))
		return i;
	while (to < doc->n_tokens && to < i + 80 && doc->tokens[to].gap == GAP_NONE && !token_punct(doc, to, ')'))
		to++;
	return token_punct(doc, to, ')') ? to + 1 : i;
}

/* Behind what stands between commas: "Acme, a Globex company, is"; i where nothing does. */
static uint32_t
behind_apposition(const Doc *doc, uint32_t i)
{
	uint32_t	to = i;

	if (!token_punct(doc, i - 1, ',') || !(token_is(doc, i, "a") || token_is(doc, i, "an") || token_is(doc, i, "the") || token_is(doc, i, "part")))
		return i;
	while (to < doc->n_tokens && to < i + 12 && doc->tokens[to].gap <= GAP_SPACE && doc->tokens[to].kind != TOKEN_PUNCT)
		to++;
	return token_punct(doc, to, ',') ? to + 1 : i;
}

/* Whether "our" stands before a name, with adjectives between them: "our growing Data team". */
static bool
is_own_team(const Doc *doc, uint32_t from)
{
	for (uint32_t i = from; i > 0 && i + 5 > from; i--)
	{
		if (token_is(doc, i - 1, "our"))
			return true;
		if (doc->tokens[i - 1].kind != TOKEN_WORD || doc->tokens[i - 1].shape & SHAPE_HAS_UPPER || doc->tokens[i].gap > GAP_LINE)
			return false;
	}
	return false;
}

/* The clue that the words behind a name give, CLUE_COUNT for none. */
static Clue
tail_clue(const Doc *doc, Range name, bool starts)
{
	uint32_t	i = name.to;
	const Mark *tail;
	const Mark *place;

	if (company_is_genitive(doc, name.to - 1) && token_in(doc, i, WORDS_COMPANY_OWNS))
		return CLUE_OWNS;
	if (token_in(doc, i, WORDS_COMPANY_OWNS) && !(doc->tokens[i].shape & SHAPE_HAS_UPPER) && doc->tokens[i].gap == GAP_SPACE &&
		!is_own_team(doc, name.from))
	{
		/* "the Acme store is looking for"; a team is rather one of the employer's */
		tail = token_is(doc, i, "team") || token_is(doc, i, "teams") ? NULL : mark_at(doc, KIND_COMPANY_TAIL, i + 1);
		return tail != NULL && tail->entry->value == TAIL_SEEKS ? CLUE_SEEKS : CLUE_OWNS;
	}
	i += token_punct(doc, i, '.') && !(doc->tokens[i].shape & SHAPE_ENDS_CLAUSE);
	if (token_punct(doc, i, '.') && (tail = mark_at(doc, KIND_COMPANY_TAIL, i + 1)) != NULL && tail->entry->value == TAIL_EQUAL)
		return CLUE_EQUAL;
	i = behind_link(doc, i);
	/* "Acme (NYSE: ACM) is" */
	if (token_punct(doc, i, '('))
	{
		uint32_t	close = i;

		while (close < doc->n_tokens && close < i + 14 && !token_punct(doc, close, ')'))
			close++;
		i = close + 1;
	}
	/* "Acme de Lyon recherche" */
	if (doc_is_foreign(doc) && token_in(doc, i, WORDS_COMPANY_TIES))
	{
		place = mark_at(doc, KIND_PLACE, i + 1);
		i = place != NULL ? place->to : name.from > 0 && token_in(doc, name.from - 1, WORDS_COMPANY_BRANCH) ? i + 2 : i;
	}
	i += token_punct(doc, i, ',');
	i = behind_apposition(doc, i);
	tail = i < doc->n_tokens && doc->tokens[i].gap <= GAP_LINE ? mark_at(doc, KIND_COMPANY_TAIL, i) : NULL;
	if (tail == NULL)
		return CLUE_COUNT;
	switch (tail->entry->value)
	{
		case TAIL_SEEKS:
			return CLUE_SEEKS;
		case TAIL_EQUAL:
			return CLUE_EQUAL;
		case TAIL_FORM:
			return CLUE_COUNT;
		case TAIL_IS:
			return starts ? CLUE_IS_START : CLUE_IS;
		default:
			return starts ? CLUE_VERB_START : CLUE_VERB;
	}
}

/* Whether a name stands among others: "SAP, Oracle and Acme". */
static bool
is_listed(const Doc *doc, Range name)
{
	bool		before = name.from > 1 && (token_punct(doc, name.from - 1, ',') || token_punct(doc, name.from - 1, '/') ||
										   token_is(doc, name.from - 1, "and") || token_is(doc, name.from - 1, "or")) &&
		doc->tokens[name.from - 2].shape & SHAPE_FIRST_UPPER;
	bool		behind = name.to + 1 < doc->n_tokens && (token_punct(doc, name.to, ',') || token_punct(doc, name.to, '/') ||
														  token_is(doc, name.to, "and") || token_is(doc, name.to, "or")) &&
		doc->tokens[name.to + 1].shape & SHAPE_FIRST_UPPER;

	return before && behind;
}

/* Whether a line holds no small letter. */
static bool
is_capital_line(const Doc *doc, uint32_t line)
{
	uint32_t	small = 0;

	for (uint32_t i = doc->lines[line].first; i < doc->lines[line].last && small < 2; i++)
		small += doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_HAS_LOWER;
	return small < 2;
}

/* The letters and digits of a text in lower case, at most max of them; returns their number. */
static uint32_t
squeeze(const char *s, uint32_t len, char *out, uint32_t max)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len && n < max; i++)
		if ((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9'))
			out[n++] = s[i];
		else if (s[i] >= 'A' && s[i] <= 'Z')
			out[n++] = s[i] + 32;
	return n;
}

/* Gathers the web and mail addresses of the text, squeezed, with a blank between them. */
static void
gather_addresses(const Doc *doc, Candidates *all)
{
	for (uint32_t i = 1; i + 1 < doc->n_tokens; i++)
	{
		const Token *token = &doc->tokens[i];
		uint32_t	from = i,
					to = i;

		if (token->kind == TOKEN_PUNCT ? token->chr != '@' && token->chr != ':' : token->lead != 'w' || token->len != 3)
			continue;
		if (all->n_addresses + MAX_ADDRESS + 1 >= sizeof(all->addresses))
			break;
		if (!(token_punct(doc, i, '@') || (token_is(doc, i, "www") && token_punct(doc, i + 1, '.')) ||
			  (token_punct(doc, i, ':') && token_punct(doc, i + 1, '/') && doc->tokens[i + 1].gap == GAP_NONE)))
			continue;
		while (to + 1 < doc->n_tokens && to < i + 40 && doc->tokens[to + 1].gap == GAP_NONE)
			to++;
		all->n_addresses += squeeze(token_text(doc, from), doc->tokens[to].start + doc->tokens[to].len - doc->tokens[from].start,
									all->addresses + all->n_addresses, MAX_ADDRESS);
		all->addresses[all->n_addresses++] = ' ';
		i = to;
	}
	all->addresses[all->n_addresses] = '\0';
}

/* Whether an address holds a name: "careers@acmerobotics.com". */
static bool
has_address(const Doc *doc, const Candidates *all, Range name)
{
	char		squeezed[41];
	uint32_t	last = name.to - 1;

	if (all->n_addresses == 0)
		return false;
	while (last > name.from && (doc->tokens[last].kind != TOKEN_WORD || token_in(doc, last, WORDS_COMPANY_FORM)))
		last--;
	squeezed[squeeze(token_text(doc, name.from), doc->tokens[last].start + doc->tokens[last].len - doc->tokens[name.from].start, squeezed, 40)] = '\0';
	return squeezed[0] && squeezed[1] && squeezed[2] && strstr(all->addresses, squeezed) != NULL;
}

/* Whether a name is one word of three or four letters, which stand in many an address. */
static bool
is_short(const Doc *doc, Range name)
{
	return name.to - name.from == 1 && doc->tokens[name.from].len <= 4;
}

/* Whether a section on the company begins at a token. */
static bool
opens_company(const Doc *doc, uint32_t i)
{
	uint32_t	low = 0,
				high = doc->zones.count;

	if (doc->tokens[i].zone != ZONE_COMPANY)
		return false;
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (doc->zones.items[middle].body < i)
			low = middle + 1;
		else
			high = middle;
	}
	return low < doc->zones.count && doc->zones.items[low].body == i;
}

/* Whether a word may be a verb of the third person. */
static bool
ends_with_s(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return token->kind == TOKEN_WORD && token->len > 3 && token->gap == GAP_SPACE && !(token->shape & SHAPE_HAS_UPPER) && token_text(doc, i)[token->len - 1] == 's';
}

/* Whether a name stands in a run of words that lost its blanks: "SummaryProvides". */
static bool
is_glued(const Doc *doc, Range name)
{
	const Token *first = &doc->tokens[name.from];
	const Token *next = &doc->tokens[name.to];

	return (first->gap == GAP_NONE && first->shape & SHAPE_SPLIT && name.from > 0 && doc->tokens[name.from - 1].kind != TOKEN_PUNCT) ||
		(name.to < doc->n_tokens && next->gap == GAP_NONE && next->shape & SHAPE_SPLIT && next->kind == TOKEN_WORD && next->shape & SHAPE_FIRST_UPPER);
}

/* Whether a capitalised word goes on behind a name in its sentence: "Expedited Hiring Authority". */
static bool
is_cut(const Doc *doc, Range name)
{
	const Token *next = &doc->tokens[name.to];

	return name.to < doc->n_tokens && next->kind == TOKEN_WORD && next->gap == GAP_SPACE && next->shape & SHAPE_FIRST_UPPER &&
		next->line == doc->tokens[name.from].line && !(next[-1].shape & SHAPE_ENDS_CLAUSE);
}

/* Whether what a name is follows it: "Acme, a maker of shoes". */
static bool
has_apposition(const Doc *doc, uint32_t i)
{
	return token_punct(doc, i, ',') && i + 2 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_SPACE &&
		(token_is(doc, i + 1, "a") || token_is(doc, i + 1, "an") || token_is(doc, i + 1, "one") || token_is(doc, i + 1, "part") ||
		 (token_is(doc, i + 1, "the") && !(doc->tokens[i + 2].shape & SHAPE_HAS_UPPER)));
}

/* Notes the clues around one place where a name stands. */
static void
read_mention(Doc *doc, Candidates *all, Range name, bool capitals)
{
	uint32_t	open = name.from - (name.from > 0 && token_punct(doc, name.from - 1, '['));
	uint32_t	start = open - (open > 0 && is_article(doc, open - 1));
	bool		starts = doc_starts_clause(doc, start);
	const Token *first = &doc->tokens[name.from];
	Candidate  *candidate;
	Clue		clue;

	/* "(NASDAQ: ACM)" */
	if (name.from > 1 && token_punct(doc, name.from - 1, ':') && token_in(doc, name.from - 2, WORDS_COMPANY_BOARD))
		return;
	candidate = candidate_of(doc, all, name);
	if (candidate == NULL)
		return;
	candidate->times++;
	if (company_is_genitive(doc, candidate->name.to - 1))
		candidate->name = name;
	/* "a Globex company", "this Housing Association": one of several */
	if (name.from > 0 && !doc_is_foreign(doc) && first->gap == GAP_SPACE && token_in(doc, name.from - 1, WORDS_COMPANY_ONE_OF))
	{
		add_clue(all, candidate, name, CLUE_OTHERS);
		return;
	}
	clue = lead_clue(doc, name);
	if (clue != CLUE_COUNT)
		add_clue(all, candidate, name, clue);
	if (name.from > 0 && token_is(doc, name.from - 1, "in"))
		add_clue(all, candidate, name, CLUE_IN);
	clue = tail_clue(doc, name, starts);
	if (clue != CLUE_COUNT)
		add_clue(all, candidate, name, clue);
	else if (starts && has_apposition(doc, name.to))
		add_clue(all, candidate, name, CLUE_APPOSITION);
	if (company_has_form(doc, name))
		add_clue(all, candidate, name, CLUE_FORM);
	if (starts && name.to < doc->n_tokens && doc->tokens[name.to].kind == TOKEN_WORD && doc->tokens[name.to].gap == GAP_SPACE &&
		!(doc->tokens[name.to].shape & SHAPE_HAS_UPPER))
	{
		add_clue(all, candidate, name, CLUE_SUBJECT);
		if (ends_with_s(doc, name.to))
			add_clue(all, candidate, name, CLUE_THIRD);
	}
	if (first->start < 300)
		add_clue(all, candidate, name, CLUE_EARLY);
	if (first->zone == ZONE_COMPANY || first->zone == ZONE_LEGAL)
		add_clue(all, candidate, name, CLUE_IN_COMPANY);
	/* "About us. Acme makes shoes." */
	if (starts && opens_company(doc, start) && name.to < doc->n_tokens && ends_with_s(doc, name.to))
		add_clue(all, candidate, name, CLUE_VERB_START);
	candidate->inside += !starts && !capitals;
	candidate->parted += !is_glued(doc, name);
	candidate->loose += name.from > 0 && !token_punct(doc, name.from - 1, ',');
	candidate->whole += !is_cut(doc, name);
	if (company_is_genitive(doc, name.to - 1))
		add_clue(all, candidate, name, CLUE_GENITIVE);
	if (token_punct(doc, name.to, ':') || (name.from == doc->lines[first->line].first && name.to == doc->lines[first->line].last))
		add_clue(all, candidate, name, CLUE_ALONE);
	if (is_listed(doc, name))
		add_clue(all, candidate, name, CLUE_LISTED);
	if (first->zone == ZONE_REQUIREMENTS || first->zone == ZONE_PREFERRED)
		add_clue(all, candidate, name, CLUE_ASKED);
	if (capitals)
		add_clue(all, candidate, name, CLUE_ALL_CAPITALS);
	/* "General Services Administration (GSA)" */
	if (name.to - name.from > 1 && token_punct(doc, name.to, '(') && token_punct(doc, name.to + 2, ')') &&
		doc->tokens[name.to + 1].kind == TOKEN_WORD && !(doc->tokens[name.to + 1].shape & SHAPE_HAS_LOWER) &&
		(token_text(doc, name.to + 1)[0] | 32) == (token_text(doc, name.from)[0] | 32))
	{
		add_clue(all, candidate, name, CLUE_ABBREVIATED);
		candidate->abbreviation = COMPANY_KEY_START * 31 + doc->tokens[name.to + 1].hash;
	}
}

/* Reads every name of the running text, and the names behind copyright signs. */
static void
from_text(Doc *doc, Candidates *all)
{
	uint32_t	line = UINT32_MAX;
	bool		capitals = false;

	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		const Token *token = &doc->tokens[i];
		Range		name;

		if ((i & 0xFFFF) == 0)
			CHECK_INTERRUPTS(doc);
		if (token->line != line)
		{
			line = token->line;
			capitals = is_capital_line(doc, line);
		}
		if (token->kind == TOKEN_PUNCT && token->len == 2 && memcmp(token_text(doc, i), "\xC2\xA9", 2) == 0)
		{
			uint32_t	from = i + 1;

			while (from < doc->n_tokens && from < i + 5 && (doc->tokens[from].kind != TOKEN_WORD || token_is(doc, from, "copyright")))
				from++;
			if (from < doc->n_tokens && doc->tokens[from].line == line)
				propose(doc, all, company_name_at(doc, from), CLUE_COPYRIGHT);
		}
		if (token->kind > TOKEN_NUMBER || !(doc->lower_case || token->shape & (SHAPE_HAS_UPPER | SHAPE_HAS_DIGIT) || token->len == 1) ||
			token->zone == ZONE_NOISE || (doc->title.from <= i && i < doc->title.to) || (token->gap == GAP_NONE && doc_in_link(doc, i)))
			continue;
		name = company_name_at(doc, i);
		if (name.from >= name.to || (doc->lower_case && mark_before(doc, KIND_COMPANY_LEAD, i) == NULL && mark_at(doc, KIND_COMPANY_TAIL, name.to) == NULL))
			continue;
		read_mention(doc, all, name, capitals);
		i = name.to - 1;
	}
}

/* Names behind "About" on a line of its own, be they in lower case. */
static void
from_about_lines(Doc *doc, Candidates *all)
{
	const Marks *marks = &doc->marks[KIND_COMPANY_LEAD];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const Line *line = &doc->lines[doc->tokens[mark->from].line];
		const Mark *heading;
		Range		name = {mark->to + (mark->to + 1 < line->last && doc_is_foreign(doc) && is_article(doc, mark->to)), line->last};

		if (mark->entry->value != LEAD_ABOUT || line->first != mark->from || line->last <= mark->to || line->words > 7 ||
			token_punct(doc, line->last - 1, '.'))
			continue;
		heading = mark_at(doc, KIND_HEADING, line->first);
		name.to -= token_punct(doc, name.to - 1, '?') || token_punct(doc, name.to - 1, '!');
		if ((heading != NULL && heading->to >= line->last) || name.to <= name.from || company_name_at(doc, name.from).to >= name.to ||
			token_in(doc, name.from, WORDS_COMPANY_NEVER) || (doc_is_foreign(doc) && token_in(doc, name.from, WORDS_COMPANY_NEVER_ABROAD)))
			continue;
		propose(doc, all, name, CLUE_ABOUT_LINE);
	}
}

/* The name that opens a line of attributes: "Acme | Boston", "Acme (YC W21) - New York"; empty where none does. */
static Range
segment_name(const Doc *doc, const Line *line)
{
	Range		name = {line->first, line->first};
	uint32_t	bars = 0;
	uint32_t	i;
	const Mark *place;

	for (i = line->first; i < line->last && i < line->first + 60; i++)
		if (token_punct(doc, i, '|'))
		{
			if (bars++ == 0)
				name.to = i;
		}
	if (bars >= 2 && name.to - name.from <= 10)
	{
		/* step back over "(YC W21)", "(https://...)" */
		for (i = line->first + 1; i < name.to; i++)
			if (token_punct(doc, i, '('))
				name.to = i;
		return name;
	}
	name = company_name_at(doc, line->first + token_is(doc, line->first, "the"));
	i = name.to;
	if (token_punct(doc, i, '('))
		while (i < line->last && i < name.to + 20 && !token_punct(doc, i++, ')'))
			continue;
	place = mark_from(doc, KIND_PLACE, i);
	if (i >= line->last || !(token_punct(doc, i, '|') || token_punct(doc, i, '-') || (token_punct(doc, i, ',') && line->words < 8)) ||
		place == NULL || place->to > line->last || place->from > i + 12 || place->entry->flags & ENTRY_WEAK)
		return (Range) {0, 0};
	return name;
}

/* The employer that a short line consists of, or opens: "Acme", "Acme - Wien", "Acme, Boston, MA"; empty where it is something else. */
static Range
header_name(const Doc *doc, const Line *line)
{
	Range		name = {line->first, line->last};
	const Mark *place;

	/* "Dr. Maier + Partner GmbH": the form vouches for the whole line */
	if (line->words <= 10 && line->last - line->first > 1 && company_has_form(doc, name))
		return name;
	name = company_name_at(doc, line->first + token_is(doc, line->first, "the"));
	if (name.from >= name.to)
		return name;
	if (name.to >= line->last || (name.to + 1 == line->last && doc->tokens[name.to].kind == TOKEN_PUNCT))
		return name;
	/* "Acme Amsterdam Area", "Acme Boston, MA", "Acme Smallville, Kansas, United States" */
	for (uint32_t i = name.from + 1; i < name.to; i++)
	{
		place = mark_at(doc, KIND_PLACE, i);
		if ((place != NULL && !(place->entry->flags & ENTRY_WEAK)) || mark_at(doc, KIND_WORKPLACE, i) != NULL)
			/* but not "Greater Boston" */
			return i == name.from + 1 && token_in(doc, name.from, WORDS_COMPANY_COMMON) ? (Range) {0, 0} : (Range) {name.from, i};
	}
	if (name.to - name.from > 1 && token_punct(doc, name.to, ',') && (place = mark_at(doc, KIND_PLACE, name.to + 1)) != NULL &&
		token_punct(doc, place->to, ',') && mark_at(doc, KIND_PLACE, place->to + 1) != NULL)
		return (Range) {name.from, name.to - 1};
	/* "Ärzte ohne Grenzen - Wien" */
	place = mark_from(doc, KIND_PLACE, name.to);
	if (place != NULL && place->to <= line->last && place->from <= name.to + 3)
		return name;
	return (Range) {0, 0};
}

/* A name on the title's own line: "Title | Acme", "Title at Acme", "Acme - Title". */
static void
from_title_line(Doc *doc, Candidates *all, Range title)
{
	const Line *line = &doc->lines[doc->tokens[title.from].line];
	uint32_t	i = title.to;
	Range		name;

	if (line->first < title.from)
	{
		name = company_name_at(doc, line->first);
		if (name.from < name.to && name.to < title.from && title.from - name.to <= 2 && doc->tokens[name.to].kind == TOKEN_PUNCT)
			propose(doc, all, name, CLUE_TITLE_LINE);
	}
	while (i < line->last && i < title.to + 6 && token_punct(doc, i, '('))
		while (i < line->last && !token_punct(doc, i++, ')'))
			continue;
	if (i >= line->last)
		return;
	name = company_name_at(doc, i + 1 + (token_is(doc, i + 1, "the")));
	if (name.from >= name.to)
		return;
	if (token_is(doc, i, "at") || token_punct(doc, i, '@') || token_punct(doc, i, '|'))
		propose(doc, all, name, CLUE_TITLE_AT);
	else if (token_punct(doc, i, '-') || token_punct(doc, i, ','))
		propose(doc, all, name, CLUE_TITLE_LINE);
}

/* A name that the title holds for it ends in a legal form: "Data Analyst - Acme Ltd". */
static void
from_title(Doc *doc, Candidates *all)
{
	for (uint32_t i = doc->title.from + 1; i + 1 < doc->title.to; i++)
	{
		Range		name;
		Candidate  *candidate;

		if (!token_punct(doc, i, '-') || doc->tokens[i].gap != GAP_SPACE)
			continue;
		name = company_name_at(doc, i + 1);
		candidate = name.to == doc->title.to && company_has_form(doc, name) ? candidate_of(doc, all, name) : NULL;
		if (candidate != NULL)
			add_clue(all, candidate, name, CLUE_TITLE_AT);
	}
}

/* Whether the words of a range stand at a token, too. */
static bool
same_words(const Doc *doc, uint32_t from, Range range)
{
	for (uint32_t i = range.from; i < range.to; i++)
		if (doc->tokens[i].hash != doc->tokens[from + i - range.from].hash)
			return false;
	return true;
}

/* Whether a line has neither place nor dash nor comma that would part a name from something else. */
static bool
is_plain(const Doc *doc, const Line *line)
{
	for (uint32_t i = line->first; i < line->last; i++)
	{
		const Mark *place = mark_at(doc, KIND_PLACE, i);

		if ((place != NULL && !(place->entry->flags & ENTRY_WEAK) && i > line->first) || token_punct(doc, i, ',') || token_punct(doc, i, '|') ||
			(token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_SPACE))
			return false;
	}
	return !token_in(doc, line->first, WORDS_COMPANY_NEVER) || line->words > 1;
}

/* The line under one that repeats the title, where a board's page shows the posting that was chosen. */
static void
from_repeated_title(Doc *doc, Candidates *all, uint32_t title_line)
{
	uint32_t	words = doc->title.to - doc->title.from;
	uint32_t	hash = doc->tokens[doc->title.from].hash;
	uint32_t	found = 0;

	for (uint32_t i = title_line + 2; i + 1 < doc->n_lines && found < 3; i++)
	{
		const Line *line = &doc->lines[i];
		const Line *under = line + 1;
		Range		name;

		if (line->last - line->first != words || doc->tokens[line->first].hash != hash || !same_words(doc, line->first, doc->title))
			continue;
		while (under < doc->lines + doc->n_lines && under->first >= under->last)
			under++;
		if (under >= doc->lines + doc->n_lines || under->words > 8 || under->flags & (LINE_BULLET | LINE_COLON) ||
			mark_at(doc, KIND_HEADING, under->first) != NULL)
			continue;
		name = company_name_at(doc, under->first + token_is(doc, under->first, "the"));
		if (name.from < name.to && name.to == under->last)
			propose(doc, all, name, CLUE_HEADER);
		found++;
	}
}

/* Short lines under and over the title, where boards put the employer, and the line that opens the text. */
static void
from_header(Doc *doc, Candidates *all)
{
	bool		titled = doc->title.to > doc->title.from;
	uint32_t	title_line = titled ? doc->tokens[doc->title.from].line : 0;
	uint32_t	under = 0;
	uint32_t	seen = 0;

	if (titled)
		from_repeated_title(doc, all, title_line);
	if (title_line > 40)
		return;
	for (uint32_t i = title_line > 3 ? title_line - 3 : 0; i < doc->n_lines && i < title_line + 7 && under < 3; i++)
	{
		const Line *line = &doc->lines[i];
		const Mark *heading;
		Range		name;
		bool		whole;		/* the heading under the title's, where boards put nothing but the employer */

		if (line->first >= line->last || line->flags & LINE_NOISE || (titled && i == title_line))
			continue;
		under += i > title_line || !titled;
		seen++;
		heading = mark_at(doc, KIND_HEADING, line->first);
		if (line->words > 14 || line->flags & (LINE_BULLET | LINE_COLON) || token_punct(doc, line->last - 1, '.') || (heading != NULL && line->words <= 6))
			continue;
		whole = titled && under == 1 && i > title_line && line->flags & LINE_MARKDOWN && line->words <= 6 && !token_in(doc, line->last - 1, WORDS_COMPANY_PARTS);
		name = whole && is_plain(doc, line) ? (Range) {line->first, line->last} : header_name(doc, line);
		/* "Data Analyst - Acme" */
		for (uint32_t k = name.from + 1; k + 1 < name.to; k++)
			if (token_punct(doc, k, '-') && doc->tokens[k].gap == GAP_SPACE && mark_before(doc, KIND_TITLE, k) != NULL)
				name.from = k + 1;
		if (name.from < name.to)
			propose(doc, all, name, !titled ? CLUE_FIRST_LINE : i > title_line && under == 1 ? CLUE_HEADER : CLUE_HEADER_NEAR);
		else if (whole && !token_in(doc, line->first, WORDS_COMPANY_NEVER))
			propose(doc, all, (Range) {line->first, line->last}, CLUE_HEADER);
	}
	if (titled)
	{
		uint32_t	words = doc->title.to - doc->title.from;

		from_title(doc, all);
		from_title_line(doc, all, doc->title);
		/* a page's heading says the title, too: "Engineer - Acme" */
		for (uint32_t i = 0; i < title_line; i++)
			if (doc->lines[i].last > doc->lines[i].first + words && same_words(doc, doc->lines[i].first, doc->title))
				from_title_line(doc, all, (Range) {doc->lines[i].first, doc->lines[i].first + words});
	}
}

/* The first segment of a line of attributes that opens the text. */
static void
from_first_line(Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < doc->n_lines && i < 6; i++)
	{
		const Line *line = &doc->lines[i];

		/* a heading stands above it */
		if (line->first >= line->last || (mark_at(doc, KIND_HEADING, line->first) != NULL && line->words <= 6))
			continue;
		propose(doc, all, segment_name(doc, line), CLUE_SEGMENT);
		return;
	}
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
	static const EntryKind terms[] = {KIND_HEADING, KIND_LANGUAGE, KIND_EMPLOYMENT_TYPE, KIND_NOISE, KIND_MONTH, KIND_EDUCATION, KIND_BENEFITS, KIND_WORKPLACE};
	uint32_t	begins = doc->tokens[name.from].begins;

	if (begins == 0)
		return false;
	if (begins >> KIND_MONTH & 1)
		return true;
	for (size_t k = 0; k < sizeof(terms) / sizeof(terms[0]); k++)
		if (begins >> terms[k] & 1 && is_covered(doc, name, terms[k]))
			return true;
	return false;
}

/* Notes what a name may be besides an employer, and how it is made up. */
static void
read_name(const Doc *doc, const Candidates *all, Candidate *candidate)
{
	Range		name = candidate->name;
	const Mark *role = mark_before(doc, KIND_TITLE, name.to);
	const Mark *place = mark_at(doc, KIND_PLACE, name.from);
	uint8_t    *clues = candidate->clues;
	bool		everyday = true;
	bool		titled = true;
	bool		common = true;
	bool		forms = true;	/* "Inc" */
	uint32_t	letters = 0,
				longer = 0;
	bool		address;

	for (uint32_t i = name.from; i < name.to; i++)
	{
		const Token *token = &doc->tokens[i];

		clues[CLUE_NUMBER] |= token->kind == TOKEN_NUMBER && token->len > 1 && i > name.from;
		if (token->kind != TOKEN_WORD)
			continue;
		titled = titled && range_holds(doc, doc->title, token->hash) && !clues[CLUE_TITLE_AT];
		clues[CLUE_UNKNOWN] |= !doc_is_foreign(doc) && token->len > 2 && (token->word == 0 || token->shape & SHAPE_SPLIT) && !token_in(doc, i, WORDS_COMPANY_COMMON);
		clues[CLUE_INSTITUTION] |= token_in(doc, i, WORDS_COMPANY_KIND) && name.to - name.from > 1;
		clues[CLUE_AND] |= i > name.from && token_in(doc, i, WORDS_COMPANY_AND);
		forms = forms && token_in(doc, i, WORDS_COMPANY_FORM);
		letters += token->len == 1;
		longer += token->len > 1;
		common = common && (token_in(doc, i, WORDS_COMPANY_COMMON) || token_in(doc, i, WORDS_COMPANY_INSIDE) || token->len < 3);
		everyday = everyday && (token_in(doc, i, WORDS_COMPANY_EVERYDAY) || token_in(doc, i, WORDS_COMPANY_INSIDE) || token->len == 1);
	}
	/* "H&M" is none */
	everyday = (everyday || forms) && !(letters > 1 && longer == 0 && !token_punct(doc, name.from + 1, '.'));
	clues[CLUE_EVERYDAY] = everyday;
	clues[CLUE_COMMON] = common && !(name.to - name.from == 1 && doc->tokens[name.from].len < 3);
	clues[CLUE_COMMON_FIRST] = !common && token_in(doc, name.from, WORDS_COMPANY_COMMON);
	clues[CLUE_COMMON_LAST] = !common && token_in(doc, name.to - 1, WORDS_COMPANY_COMMON);
	clues[CLUE_BOARD] = token_in(doc, name.from, WORDS_COMPANY_BOARD);
	address = !everyday && has_address(doc, all, name);
	clues[CLUE_ADDRESS] = address && !is_short(doc, name);
	clues[CLUE_ADDRESS_SHORT] = address && is_short(doc, name);
	clues[CLUE_GLUED] = candidate->times > 0 && candidate->parted == 0;
	clues[CLUE_CUT] = candidate->times > 0 && candidate->whole == 0;
	clues[CLUE_PART] = token_in(doc, name.to - 1, WORDS_COMPANY_PARTS);
	clues[CLUE_PLAIN] = name.to - name.from > 1 && token_in(doc, name.from, WORDS_COMPANY_EVERYDAY);
	clues[CLUE_SKILL] = is_covered(doc, name, KIND_SKILL);
	clues[CLUE_PLACE] = is_covered(doc, name, KIND_PLACE) || (name.to - name.from == 1 && company_is_place(doc, name.from)) ||
		(place != NULL && place->to < name.to && token_punct(doc, place->to, ',') && mark_at(doc, KIND_PLACE, place->to + 1) != NULL);
	clues[CLUE_TITLE] = titled || is_covered(doc, name, KIND_TITLE) ||
		(role != NULL && role->from >= name.from && !(role->entry->flags & ENTRY_WEAK) &&
		 (role->entry->flags & (ENTRY_HEAD | ENTRY_LEVEL) || role->to - role->from > 1));
	/* "Compass Associates" */
	if (!titled && token_in(doc, name.to - 1, WORDS_COMPANY_KIND) && name.to - name.from > 1 && !is_covered(doc, name, KIND_TITLE))
		clues[CLUE_TITLE] = 0;
	/* "Senior Manager of Software Engineering" */
	role = mark_at(doc, KIND_TITLE, name.from);
	if (role != NULL && role->to < name.to && role->entry->flags & (ENTRY_HEAD | ENTRY_LEVEL) && !(role->entry->flags & ENTRY_WEAK) &&
		(token_is(doc, role->to, "of") || token_is(doc, role->to, "for")))
		clues[CLUE_TITLE] = 1;
	/* "The Environmental Scientist will" */
	if (clues[CLUE_TITLE] && name.to - name.from > 1 && is_covered(doc, name, KIND_TITLE))
		clues[CLUE_TITLE] = MAX_WORTH;
	clues[CLUE_TERM] = is_term(doc, name);
	clues[CLUE_OPENER] = candidate->inside == 0 && name.to - name.from == 1 && candidate->times > 0;
	if (clues[CLUE_OPENER])
		clues[CLUE_SUBJECT] = 0;
	clues[CLUE_CAPITALS] = name.to - name.from == 1 && doc->tokens[name.from].len <= 4 && !(doc->tokens[name.from].shape & SHAPE_HAS_LOWER) &&
		(place == NULL || candidate->loose > 2);
	clues[CLUE_LONG] = name.to - name.from > 5;
	clues[CLUE_AGAIN] = candidate->times >= 8 ? 3 : candidate->times >= 4 ? 2 : candidate->times >= 2;
}

/* Adds what speaks for one name to what speaks for another. */
static void
add_clues(Candidate *to, const Candidate *from)
{
	for (int clue = 0; clue <= CLUE_AGAIN; clue++)
	{
		int			sum = to->clues[clue] + from->clues[clue];

		to->clues[clue] = (uint8_t) (sum < MAX_WORTH ? sum : MAX_WORTH);
	}
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
		uint32_t	n = all->items[i].at.to - all->items[i].at.from == 1 ? 1 : company_name_keys(doc, all->items[i].at, keys, 16);

		for (uint32_t k = 0; k + 1 < n; k++)
		{
			Candidate  *longer = &all->items[i];
			Candidate  *shorter = find_candidate(all, keys[k]);

			if (shorter == NULL || shorter == longer || company_is_hyphenated(doc, longer->at, k + 1))
				continue;
			if (shorter->clues[CLUE_EVERYDAY])
				add_clues(longer, shorter);
			else if (!shorter->clues[CLUE_PLACE] && !shorter->clues[CLUE_LOWER] && !longer->clues[CLUE_LABEL])
			{
				longer->clues[CLUE_SHORTER] = 1;
				shorter->clues[CLUE_LONGER] = 1;
				add_clues(shorter, longer);
			}
		}
	}
}

/* Whether a name looks like nothing but an employer's. */
static bool
may_be_employer(const Candidate *candidate)
{
	const uint8_t *clues = candidate->clues;

	return !(clues[CLUE_LOWER] | clues[CLUE_SKILL] | clues[CLUE_PLACE] | clues[CLUE_TITLE] | clues[CLUE_TERM] | clues[CLUE_EVERYDAY] | clues[CLUE_BOARD] |
			 clues[CLUE_PART]);
}

/* Common words before a name that stands elsewhere without them speak for that one: "Excellent Opportunities Acme" for "Acme". */
static void
join_behind_plain(const Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *longer = &all->items[i];
		Range		name = longer->name;

		while (name.from + 1 < name.to && name.from < longer->name.from + 4 && token_in(doc, name.from, WORDS_COMPANY_COMMON))
		{
			uint32_t	keys[16];
			uint32_t	n;
			Candidate  *shorter;

			name.from++;
			n = company_name_keys(doc, name, keys, 16);
			shorter = n > 0 ? find_candidate(all, keys[n - 1]) : NULL;
			if (shorter == NULL || shorter == longer || shorter->clues[CLUE_COMMON] || !may_be_employer(shorter) || longer->clues[CLUE_LABEL])
				continue;
			longer->clues[CLUE_BEHIND_PLAIN] = 1;
			add_clues(shorter, longer);
			break;
		}
	}
}

/* Notes names of one word that also stand in lower case: ordinary words. */
static void
find_lower(const Doc *doc, Candidates *all)
{
	uint64_t	seen[LOWER_BITS / 64] = {0};	/* by the words of the names of one word */

	if (doc->lower_case)
		return;
	for (uint32_t i = 0; i < all->count; i++)
	{
		uint32_t	hash = all->items[i].key - COMPANY_KEY_START * 31;

		seen[hash % LOWER_BITS / 64] |= (uint64_t) 1 << hash % 64;
	}
	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		const Token *token = &doc->tokens[i];
		Candidate  *candidate;

		if (!(seen[token->hash % LOWER_BITS / 64] >> token->hash % 64 & 1))
			continue;

		if (token->kind != TOKEN_WORD || token->shape & (SHAPE_HAS_UPPER | SHAPE_SPLIT) || token->len <= 2)
			continue;
		candidate = find_candidate(all, COMPANY_KEY_START * 31 + token->hash);
		/* "ília" is written so itself */
		if (candidate != NULL && doc->tokens[candidate->at.from].shape & SHAPE_HAS_UPPER && (i == 0 || !token_punct(doc, i - 1, '.')) &&
			(i + 1 >= doc->n_tokens || !token_punct(doc, i + 1, '.') || token[1].shape & SHAPE_ENDS_CLAUSE) && !doc_in_link(doc, i))
			candidate->clues[CLUE_LOWER] = 1;
	}
}

/* Sums the clues of a name. */
static int
weigh(const Candidate *candidate)
{
	int			score = 0;

	/* "the Company", "the Team" */
	if (candidate->clues[CLUE_EVERYDAY] && !candidate->clues[CLUE_LABEL] && !candidate->clues[CLUE_SEGMENT] && !candidate->clues[CLUE_HEADER])
		return NEVER;
	/* most have few clues: eight of them at once */
	for (int clue = 0; clue < CLUE_COUNT; clue += 8)
	{
		uint64_t	eight;

		memcpy(&eight, candidate->clues + clue, 8);
		for (int k = clue; eight != 0 && k < clue + 8 && k < CLUE_COUNT; k++)
			score += clue_weights[k] * worth[candidate->clues[k]];
	}
	return score / 4 - (candidate->shown_by == CLUE_COUNT ? UNREAD : 0);
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
		all->items[i].clues[CLUE_MOST] = all->items[i].times == most && may_be_employer(&all->items[i]);
}

/* Whether a rule that seldom errs read a name as it stands. */
static bool
is_stated(const Candidate *candidate)
{
	const uint8_t *clues = candidate->clues;

	return clues[CLUE_SEEKS] | clues[CLUE_IS_START] | clues[CLUE_EQUAL] | clues[CLUE_ABOUT_LINE] | clues[CLUE_FORM] | clues[CLUE_HEADER] |
		clues[CLUE_TITLE_AT] | clues[CLUE_OWN_VOICE];
}

/* The full name for which the best one stands, its letters or its begin: "Acme Robotics" for "AR" or "Acme"; itself where there is none. */
static Candidate *
full_name(const Doc *doc, Candidates *all, Candidate *best)
{
	Candidate  *full = best;

	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *longer = &all->items[i];

		if (longer->abbreviation == best->key && !longer->clues[CLUE_PLACE] && !longer->clues[CLUE_TERM] && !longer->clues[CLUE_LONG] &&
			!token_in(doc, longer->at.from, WORDS_COMPANY_PARTS))
			return longer;
	}
	if (!best->clues[CLUE_LONGER] || best->clues[CLUE_LABEL] || company_has_form(doc, best->at))
		return best;
	for (uint32_t i = 0; i < all->count; i++)
	{
		Candidate  *longer = &all->items[i];
		uint32_t	keys[16];
		uint32_t	n;

		if (!longer->clues[CLUE_SHORTER] || !is_stated(longer) || longer->clues[CLUE_LONG] || longer->clues[CLUE_AND] || longer->clues[CLUE_PART] ||
			longer->score < ENOUGH || (full != best && longer->score <= full->score))
			continue;
		n = company_name_keys(doc, longer->at, keys, 16);
		for (uint32_t k = 0; k + 1 < n; k++)
			if (keys[k] == best->key)
				full = longer;
	}
	return full;
}

/* The name for which most speaks; NULL where it is too little. */
static const Candidate *
best_candidate(const Doc *doc, Candidates *all)
{
	Candidate  *best = NULL;

	for (uint32_t i = 0; i < all->count; i++)
		read_name(doc, all, &all->items[i]);
	find_lower(doc, all);
	compare_names(all);
	join_longer(doc, all);
	join_behind_plain(doc, all);
	for (uint32_t i = 0; i < all->count; i++)
	{
		all->items[i].score = weigh(&all->items[i]);
		if (best == NULL || all->items[i].score > best->score)
			best = &all->items[i];
	}
	return best != NULL && best->score >= ENOUGH ? full_name(doc, all, best) : NULL;
}

/* Why a name is not the employer. */
static const char *
reason_against(const Candidate *candidate, const Candidate *best)
{
	const uint8_t *clues = candidate->clues;

	if (clues[CLUE_PLACE])
		return "a place";
	if (clues[CLUE_TITLE])
		return "a title";
	if (clues[CLUE_TERM])
		return "a heading or a term";
	if (clues[CLUE_EVERYDAY] || clues[CLUE_LOWER])
		return "an everyday word";
	if (clues[CLUE_SKILL])
		return "a skill";
	return best != NULL ? "a better candidate stands" : "too little speaks for it";
}

/* Reads the employer. */
void
extract_company(Doc *doc)
{
	Candidates *all = arena_alloc(doc->arena, sizeof(Candidates));
	const Candidate *best;

	all->count = all->n_witnesses = all->n_addresses = 0;
	memset(all->slots, 0, sizeof(all->slots));
	from_labels(doc, all);
	from_company_headings(doc, all);
	from_header(doc, all);
	from_first_line(doc, all);
	from_about_lines(doc, all);
	from_text(doc, all);
	CHECK_INTERRUPTS(doc);
	gather_addresses(doc, all);
	best = best_candidate(doc, all);
	for (uint32_t i = 0; i < all->n_witnesses; i++)
	{
		const Witness *witness = &all->witnesses[i];
		const Candidate *candidate = &all->items[witness->candidate];

		doc_fact(doc, FIELD_COMPANY, witness->at, clue_rules[witness->clue],
				 candidate == best ? NULL : reason_against(candidate, best), company_name_text(doc, witness->at));
	}
	if (best != NULL)
		doc->posting->company = company_name_text(doc, best->at);
}
