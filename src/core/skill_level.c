/*
 * skill_level.c
 *		At what level a posting asks for a skill; and the years that it asks for one.
 *
 * Rules answer by the cues of the clause, by what the heading or the introducing
 * clause says, else by the zone.  Their answer, what it rests on, the signs of
 * the skill (skills.c) and the words around it and above it are weighed.
 */
#include "extract.h"
#include "signs.h"
#include "skill_level.h"

/* Whether a lead asks for knowledge ("experience with"), not merely names examples ("such as"). */
static bool
lead_asks(const Mark *lead)
{
	return !(lead->entry->flags & ENTRY_WEAK) && lead->entry->value == LEAD_ASKS;
}

/* The first cue of a level in a range, NULL where none; "weak" ones do not count. */
static const Mark *
first_cue(const Doc *doc, uint32_t from, uint32_t to)
{
	const Marks *marks = &doc->marks[KIND_REQUIREMENT];

	for (const Mark *cue = mark_from(doc, KIND_REQUIREMENT, from);
		 cue != NULL && cue < marks->items + marks->count && cue->to <= to; cue++)
		if (!(cue->entry->flags & ENTRY_WEAK))
			return cue;
	return NULL;
}

/* The level that a range's cues name; one that says "preferred" wins. */
static uint8_t
level_of_range(const Doc *doc, Range range)
{
	uint8_t		level = LEVEL_NONE;

	for (const Mark *cue = first_cue(doc, range.from, range.to); cue != NULL;
		 cue = first_cue(doc, cue->to, range.to))
		if (level != REQUIREMENT_PREFERRED)
			level = (uint8_t) cue->entry->value;
	return level;
}

/* Whether a clause introduces those behind it: "Desired certifications", "A plus:". */
static bool
introduces(const Doc *doc, Range clause)
{
	const Line *line = &doc->lines[doc->tokens[clause.from].line];
	uint32_t	last = clause.to - 1;

	/* a bullet or a markup sign may stand behind the colon */
	while (last > clause.from && doc->tokens[last].chr == '*')
		last--;
	if (token_punct(doc, last, ':'))
		return true;
	if (clause.from > line->first || clause.to < line->last || line->flags & LINE_BULLET ||
		line->words > 8)
		return false;
	return line->flags & (LINE_HEADING | LINE_BOLD | LINE_MARKDOWN) ||
		   (line->words < 5 && first_cue(doc, line->first, line->first + 2) != NULL);
}

/*
 * Goes on to the last zone that begins at or before a token, where that is further on
 * and a clause begins there: what stands above its skills begins anew with it.
 */
static void
skip_zones(const Doc *doc, SkillHeadings *headings, uint32_t i)
{
	for (; headings->stretch + 1 < doc->stretches.count; headings->stretch++)
	{
		uint32_t	from = doc->stretches.items[headings->stretch + 1].at.from;

		if (from > i)
			break;
		if (from > headings->next && doc->clauses.items[doc->tokens[from].clause].from == from)
			headings->next = from;
	}
}

uint8_t
skill_heading_level(const Doc *doc, SkillHeadings *headings, uint32_t to)
{
	skip_zones(doc, headings, to);
	while (headings->next <= to)
	{
		uint32_t	i = headings->next;
		const Line *line = &doc->lines[doc->tokens[i].line];
		bool		bullet = (line->flags & LINE_BULLET) != 0;
		Range		clause = doc_clause(doc, i);

		clause.from = i;		/* a clause is at most so long: never step back */
		if (i == 0 || doc->tokens[i].zone != doc->tokens[i - 1].zone ||
			(headings->bullets && !bullet && i == line->first))
			headings->level = LEVEL_NONE;
		headings->bullets = bullet;
		if (introduces(doc, clause))
		{
			headings->level = level_of_range(doc, clause);
			headings->bullets = false;
		}
		headings->next = clause.to;
	}
	return headings->level;
}

/*
 * Whether an item of a list begins at a token that no break and
 * no sign parts from the one before it: "a plus Strong SQL".
 */
static bool
opens_item(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->gap != GAP_SPACE || token[-1].kind == TOKEN_PUNCT
			? token[-1].chr != ')'
			: token_in(doc, i - 1, WORDS_SKILLS_FUNCTION_WORD) &&
				  !token_in(doc, i - 1, WORDS_SKILL_ITEM_ENDS))
		return false;
	if (token->kind == TOKEN_NUMBER)
		return mark_at(doc, KIND_EXPERIENCE, i) != NULL ||
			   (token_punct(doc, i + 1, '+') && token_in(doc, i + 2, WORDS_EXPERIENCE_YEAR));
	return token->shape & SHAPE_FIRST_UPPER && token->shape & SHAPE_HAS_LOWER &&
		   token_in(doc, i, WORDS_SKILL_ITEM_OPENERS);
}

static inline bool
may_open_item(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].gap == GAP_SPACE &&
		   (doc->tokens[i].shape & SHAPE_FIRST_UPPER || doc->tokens[i].kind == TOKEN_NUMBER);
}

/* Whether items of a list begin in a clause, behind its own begin. */
static bool
items_open(const Doc *doc, const SkillClause *clause)
{
	/* a word that opens one, or years, must stand in it */
	if (clause->at.to - clause->at.from < 12 ||
		!(clause_has(clause, NEAR_SKILL_ITEM_OPENERS) ||
		  clause_has(clause, NEAR_EXPERIENCE_YEAR) || clause->begins >> KIND_EXPERIENCE & 1))
		return false;
	for (uint32_t i = clause->at.from + 1; i < clause->at.to; i++)
		if (may_open_item(doc, i) && opens_item(doc, i))
			return true;
	return false;
}

/* The item of a mark in a clause whose items lost the breaks between them; else the clause. */
static Range
item_of(const Doc *doc, const Mark *mark, SkillClause *of)
{
	Range		clause = of->at,
				item = clause;

	if (of->items == ITEMS_UNKNOWN)
		of->items = items_open(doc, of) ? ITEMS_SOME : ITEMS_NONE;
	if (of->items == ITEMS_NONE)
		return clause;
	for (uint32_t i = mark->from; i > clause.from; i--)
		if (may_open_item(doc, i) && opens_item(doc, i))
		{
			item.from = i;
			break;
		}
	for (uint32_t i = mark->to; i < clause.to; i++)
		if (may_open_item(doc, i) && opens_item(doc, i))
		{
			item.to = i;
			break;
		}
	return item;
}

/* Whether a cue speaks of what stands before it: "SQL is required.", "(preferred)", "a plus". */
static bool
is_behind(const Doc *doc, const Mark *cue, Range clause)
{
	while (clause.from < cue->from && doc->tokens[clause.from].kind == TOKEN_PUNCT)
		clause.from++;
	if (cue->from == clause.from || token_punct(doc, cue->to, ':'))
		return false;
	if (cue->to >= clause.to)
		return true;
	if (token_in(doc, cue->from, WORDS_SKILL_CUE_IN_FRONT))
		return token_punct(doc, cue->to, ')') ||
			   (token_punct(doc, cue->to, ',') && mark_before(doc, KIND_SKILL, cue->from) != NULL);
	if (token_in(doc, cue->from - 1, WORDS_SKILL_BEHIND_VERBS))
		return true;
	return doc->tokens[cue->to].kind == TOKEN_PUNCT
			   ? doc->tokens[cue->to].chr != '-' && doc->tokens[cue->to].chr != '/'
			   : token_in(doc, cue->to, WORDS_SKILL_BEHIND_JOINS);
}

/*
 * Whether a cue stands in brackets that open behind a mark and hold words of
 * their own: "cloud platforms (AWS preferred)" prefers AWS alone, "Go (preferred)" Go.
 */
static bool
is_aside(const Doc *doc, const Mark *mark, const Mark *cue)
{
	for (uint32_t i = mark->to; i < cue->from && i < mark->to + 40; i++)
		if (token_punct(doc, i, '('))
		{
			for (uint32_t k = i + 1; k < cue->from && k < i + 40; k++)
				if (token_punct(doc, k, ')'))
					return false;
			return mark_at(doc, KIND_SKILL, i + 1) != NULL;
		}
	return false;
}

/*
 * Whether a mark stands in the brackets right behind a cue:
 * "experience with trackers is preferred (Jira, Trello)".
 */
static bool
is_explained(const Doc *doc, const Mark *cue, const Mark *mark)
{
	if (!token_punct(doc, cue->to, '('))
		return false;
	for (uint32_t i = cue->to + 1; i < mark->from && i < cue->to + 40; i++)
		if (token_punct(doc, i, ')'))
			return false;
	return mark->from < cue->to + 40;
}

/*
 * What the cues of a clause say of a mark.  A cue behind its list governs what
 * lies between it and the cue before; one in front governs what follows.
 */
static uint8_t
level_of_clause(const Doc *doc, const Mark *mark, const SkillClause *of, Range item)
{
	Range		clause = of->at;
	bool		cues = of->begins >> KIND_REQUIREMENT & 1;
	const Mark *before = NULL;
	const Mark *after = NULL;

	for (const Mark *cue = cues ? first_cue(doc, item.from, item.to) : NULL; cue != NULL;
		 cue = first_cue(doc, cue->to, item.to))
	{
		if (cue->to <= mark->from)
			before = cue;
		else if (cue->from >= mark->to)
		{
			after = cue;
			break;
		}
	}
	if (after != NULL && is_behind(doc, after, item) && !is_aside(doc, mark, after))
		return (uint8_t) after->entry->value;
	if (before != NULL && (!is_behind(doc, before, item) || is_explained(doc, before, mark)))
		return (uint8_t) before->entry->value;
	if (before == NULL && cues && item.from > clause.from)
	{
		for (const Mark *cue = first_cue(doc, clause.from, item.from); cue != NULL;
			 cue = first_cue(doc, cue->to, item.from))
			before = cue;
		/* "Preferred: ..." governs the items behind it, too, "would ideally know ..." its own */
		if (before != NULL && doc->tokens[before->from].shape & SHAPE_FIRST_UPPER &&
			!is_behind(doc, before, clause))
			return (uint8_t) before->entry->value;
	}
	/* "Automate with scripts (Python, R). (preferred)" */
	if (item.to == clause.to && token_punct(doc, clause.to, '(') && clause.to + 1 < doc->n_tokens &&
		doc->tokens[clause.to].line == doc->tokens[mark->from].line)
	{
		const Mark *cue = mark_at(doc, KIND_REQUIREMENT, clause.to + 1);

		if (cue != NULL && cue->entry->value == REQUIREMENT_PREFERRED)
			return REQUIREMENT_PREFERRED;
	}
	return LEVEL_NONE;
}

/*
 * How a clause asks for what follows: "experience with", years.  Among duties
 * it does only where that opens an item, also one that lost its line break.
 */
typedef enum Asking
{
	ASKS_NOT, ASKS, ASKS_FIRST
} Asking;

static Asking
asks_before(const Doc *doc, const Mark *mark, const SkillClause *of, Range item)
{
	const Marks *leads = &doc->marks[KIND_SKILL_LEAD];
	const Mark *years =
		of->begins >> KIND_EXPERIENCE & 1 ? mark_from(doc, KIND_EXPERIENCE, item.from) : NULL;
	Asking		asking = ASKS_NOT;

	if (years != NULL && years->from < item.to)
		return ASKS_FIRST;
	while (item.from < mark->from && doc->tokens[item.from].kind == TOKEN_PUNCT)
		item.from++;
	if (token_in(doc, item.from, WORDS_SKILL_ITEM_ASKS))
		return ASKS_FIRST;
	for (const Mark *lead = of->begins >> KIND_SKILL_LEAD & 1
								? mark_from(doc, KIND_SKILL_LEAD, item.from)
								: NULL;
		 lead != NULL && lead < leads->items + leads->count && lead->to <= mark->from; lead++)
		if (lead_asks(lead))
		{
			if (lead->from < item.from + 5 || doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER)
				return ASKS_FIRST;
			asking = ASKS;
		}
	return asking;
}

/*
 * Whether "experience", "skills" stand behind a mark, perhaps
 * over a list of others: "Strong SQL and Python skills".
 */
static bool
asks_behind(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	i = mark->to;

	while (i < clause.to && i < mark->to + 12)
	{
		const Mark *skill = mark_at(doc, KIND_SKILL, i);

		if (token_in(doc, skill != NULL ? skill->to - 1 : i, WORDS_SKILL_ASKS_BEHIND))
			return true;
		if (skill != NULL)
			i = skill->to;
		else if (token_punct(doc, i, ',') || token_punct(doc, i, '/') ||
				 token_in(doc, i, WORDS_AND_OR))
			i++;
		else
			return false;
	}
	return false;
}

/*
 * What the rules rest on: the level that cues of the clause
 * and the heading name, and whether the clause asks.
 */
typedef struct LevelClues
{
	uint8_t		zone;
	uint8_t		clause;
	uint8_t		heading;
	Asking		asks;			/* before the skill */
	bool		asks_behind;
	bool		years;
	bool		stack;			/* a bare list of a stack */
	bool		lost_breaks;	/* the items of the clause lost the breaks between them */
} LevelClues;

/* The level by the rules. */
static uint8_t
level_by_rules(const LevelClues *c)
{
	bool		duties = c->zone == ZONE_DUTIES;
	bool        asks = c->asks > (duties ? ASKS : ASKS_NOT) || c->years ||
				(!duties && c->zone != ZONE_COMPANY && c->asks_behind);

	if (c->stack)
		return REQUIREMENT_MENTIONED;
	if (c->clause == REQUIREMENT_PREFERRED ||
		(c->heading == REQUIREMENT_PREFERRED && c->clause != REQUIREMENT_REQUIRED))
		return REQUIREMENT_PREFERRED;
	if (c->zone == ZONE_PREFERRED)
		return c->clause == REQUIREMENT_REQUIRED ? REQUIREMENT_REQUIRED : REQUIREMENT_PREFERRED;
	if (c->zone == ZONE_REQUIREMENTS || asks)
		return REQUIREMENT_REQUIRED;
	if (duties || c->zone == ZONE_COMPANY)
		return REQUIREMENT_MENTIONED;
	return c->clause == REQUIREMENT_REQUIRED || c->heading == REQUIREMENT_REQUIRED
			   ? REQUIREMENT_REQUIRED
			   : REQUIREMENT_MENTIONED;
}

/* The signs of a level; behind them stand the signs of skills.c. */
typedef enum LevelSign
{
	LEVEL_RULE,					/* the rules' answer: required, preferred, mentioned */
	LEVEL_CLAUSE = LEVEL_RULE + 3,	/* required, preferred */
	LEVEL_HEADING = LEVEL_CLAUSE + 2,
	LEVEL_ASKS_BEFORE = LEVEL_HEADING + 2,
	LEVEL_ASKS_FIRST,
	LEVEL_ASKS_BEHIND,
	LEVEL_YEARS,
	LEVEL_LOST_BREAKS,
	LEVEL_WORK,					/* the posting has sections of duties or requirements */
	LEVEL_SHORT,				/* a sentence or two */
	LEVEL_ZONE,
	LEVEL_LINE_FLAG = LEVEL_ZONE + ZONE_COUNT,	/* those of Line */
	LEVEL_LINE_WORDS = LEVEL_LINE_FLAG + 7,	/* in fives */
	LEVEL_POSITION = LEVEL_LINE_WORDS + 7,	/* tenths of the text */
	LEVEL_DEPTH = LEVEL_POSITION + 10,	/* tokens below the heading, in steps of 60 */
	LEVEL_SIGNS = LEVEL_DEPTH + 7
} LevelSign;
_Static_assert(LEVEL_SIGNS <= 64, "one number holds the signs");

#include "skill_level_weights.h"

static inline uint32_t
at_most(uint32_t n, uint32_t most)
{
	return n < most ? n : most;
}

/* The signs of the level that all skills of a line have, as bits of LevelSign. */
static uint64_t
place_signs(const Doc *doc, const SkillPlace *place)
{
	const Line *line = &doc->lines[place->line];
	uint64_t	signs = SIGN(LEVEL_LINE_WORDS + at_most(line->words / 5, 6)) |
				   (uint64_t) (line->flags & ~LINE_NOISE) << LEVEL_LINE_FLAG;

	if (doc->has_work)
		signs |= SIGN(LEVEL_WORK);
	if (doc->n_tokens < SENTENCE_TOKENS)
		signs |= SIGN(LEVEL_SHORT);
	if (place->zone < ZONE_COUNT)
		signs |= SIGN(LEVEL_ZONE + place->zone);
	return signs;
}

/* The signs of the level of a mark that are its own, as bits of LevelSign. */
static uint64_t
level_signs(const Doc *doc, const Mark *mark, const LevelClues *clues, const ZoneStart *zone)
{
	uint32_t depth = zone != NULL && mark->from >= zone->body ? (mark->from - zone->body) / 60 : 0;
	uint64_t	signs =
		SIGN(LEVEL_RULE + level_by_rules(clues)) |
		SIGN(LEVEL_POSITION + (uint32_t) ((uint64_t) 10 * mark->from / (doc->n_tokens + 1))) |
		SIGN(LEVEL_DEPTH + at_most(depth, 6));

	if (clues->clause < REQUIREMENT_MENTIONED)
		signs |= SIGN(LEVEL_CLAUSE + clues->clause);
	if (clues->heading < REQUIREMENT_MENTIONED)
		signs |= SIGN(LEVEL_HEADING + clues->heading);
	if (clues->asks > ASKS_NOT)
		signs |= SIGN(LEVEL_ASKS_BEFORE);
	if (clues->asks == ASKS_FIRST)
		signs |= SIGN(LEVEL_ASKS_FIRST);
	if (clues->asks_behind)
		signs |= SIGN(LEVEL_ASKS_BEHIND);
	if (clues->years)
		signs |= SIGN(LEVEL_YEARS);
	if (clues->lost_breaks)
		signs |= SIGN(LEVEL_LOST_BREAKS);
	return signs;
}

/* Looks at what the rules rest on; whether years are asked for is known. */
static LevelClues
level_clues(const Doc *doc, SkillHeadings *headings, const Mark *mark, const SkillClause *clause,
			Range item, const SkillPlace *place, bool years)
{
	return (LevelClues) {
		.zone = place->zone,
		.clause = level_of_clause(doc, mark, clause, item),
		.heading = skill_heading_level(doc, headings, mark->from),
		.asks = asks_before(doc, mark, clause, item),
		.asks_behind = asks_behind(doc, mark, item),
		.years = years,
		.stack = place->zone == ZONE_REQUIREMENTS && place->start != NULL && place->start->stack,
		.lost_breaks = item.from > clause->at.from
	};
}

/* How far the words reach that count. */
#define LEVEL_REACH_BEFORE	14
#define LEVEL_REACH_AFTER	8

/* Adds what a word says in one place. */
static inline void
add_word(const int8_t weights[2], int sums[2])
{
	sums[0] += weights[0];
	sums[1] += weights[1];
}

/* Adds what the words around a mark in its item say. */
static void
add_context(const Doc *doc, const Mark *mark, const SkillSums *of, Range item, int sums[2])
{
	uint32_t	words = of[mark->from].level_before -
					 of[reach_back(item, mark->from, LEVEL_REACH_BEFORE)].level_before;

	if (mark->from > item.from)
		add_word(skill_word(&doc->tokens[mark->from - 1])->level_right_before, sums);
	if (mark->to < item.to)
	{
		add_word(skill_word(&doc->tokens[mark->to])->level_right_after, sums);
		words += of[reach_on(item, mark->to, LEVEL_REACH_AFTER)].level_after -
				 of[mark->to].level_after;
	}
	sums[0] += low_weight(words);
	sums[1] += high_weight(words);
}

/* Adds what signs say. */
static void
add_level_signs(const int8_t (*weights)[2], uint64_t signs, int sums[2])
{
	for (; signs != 0; signs &= signs - 1)
		add_word(weights[__builtin_ctzll(signs)], sums);
}

/* Adds up what speaks for a level of all skills of a line: its signs and the words above it. */
static void
tell_level(const Doc *doc, SkillPlace *place)
{
	const ZoneStart *zone = place->start;

	place->level_told = true;
	add_level_signs(level_sign_weights, place_signs(doc, place), place->level);
	add_level_signs(skill_sign_weights, place->signs, place->level);
	if (zone != NULL)
		for (uint32_t i = zone->heading; i < zone->body && i < zone->heading + REACH_HEADING; i++)
			add_word(skill_word(&doc->tokens[i])->level_heading, place->level);
	if (place->line > 0)
	{
		const Line *line = &doc->lines[place->line - 1];

		for (uint32_t i = line->first; i < line->last && i < line->first + REACH_LINE; i++)
			add_word(skill_word(&doc->tokens[i])->level_line_before, place->level);
	}
}

Requirement
skill_level(const Doc *doc, SkillHeadings *headings, const Mark *mark, SkillClause *clause,
			SkillPlace *place, uint64_t signs, bool years)
{
	Range		item = item_of(doc, mark, clause);
	LevelClues	clues = level_clues(doc, headings, mark, clause, item, place, years);
	int			sums[2];

	if (!place->level_told)
		tell_level(doc, place);
	memcpy(sums, place->level, sizeof(sums));
	add_level_signs(level_sign_weights, level_signs(doc, mark, &clues, place->start), sums);
	add_level_signs(skill_sign_weights, signs & ~place->signs, sums);
	add_context(doc, mark, clause->sums, item, sums);
	if (sums[0] <= 0 && sums[1] <= 0)
		return REQUIREMENT_MENTIONED;
	return sums[0] >= sums[1] ? REQUIREMENT_REQUIRED : REQUIREMENT_PREFERRED;
}

/*
 * Whether only words of experience and other skills lie
 * in a range: "3 years of experience with Java and SQL".
 */
static bool
leads_over(const Doc *doc, uint32_t from, uint32_t to)
{
	uint32_t	unknown = 0;

	for (uint32_t i = from; i < to;)
	{
		const Mark *skill = mark_at(doc, KIND_SKILL, i);

		if (skill != NULL && skill->to <= to && !(skill->entry->flags & (ENTRY_WEAK | ENTRY_SOFT)))
			i = skill->to;
		else if (doc->tokens[i].kind == TOKEN_PUNCT
					 ? strchr(",/(+&'-", doc->tokens[i].chr) != NULL && doc->tokens[i].chr
					 : token_in(doc, i, WORDS_SKILL_LEADS_OVER))
			i++;
		else if (unknown++ > 0)
			return false;
		else
			i++;
	}
	return true;
}

/* Whether a token may begin a count. */
static inline bool
is_count(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].kind == TOKEN_NUMBER || doc->tokens[i].begins >> KIND_NUMBER & 1;
}

/* Reads the years asked for one skill: "3+ years of Python", "Python (3+ years)". */
bool
skill_years(const Doc *doc, const Mark *mark, const SkillClause *clause, int32_t *min, int32_t *max)
{
	uint32_t	limit = mark->from > clause->at.from + 20 ? mark->from - 20 : clause->at.from;
	Range		at;

	if (!(clause->lists & (NEAR_BIT(EXPERIENCE_YEAR) | NEAR_BIT(EXPERIENCE_MONTH))))
		return false;

	/* behind it: "Python (3+ years)", "Python: 3 years" */
	if ((token_punct(doc, mark->to, '(') || token_punct(doc, mark->to, ':') ||
		 token_punct(doc, mark->to, '-')) &&
		mark->to + 1 < clause->at.to && experience_years_at(doc, mark->to + 1, min, max, &at))
		return true;
	for (uint32_t i = mark->from; i-- > limit;)
		if (is_count(doc, i) && experience_years_at(doc, i, min, max, &at))
		{
			/* the upper bound of "3-5 years" reads as a count, too */
			int32_t		low,
						high;
			Range		wide;

			for (uint32_t k = i >= limit + 4 ? i - 4 : limit; k < i; k++)
				if (is_count(doc, k) && experience_years_at(doc, k, &low, &high, &wide) &&
					wide.to >= at.to)
				{
					*min = low;
					*max = high;
					at = wide;
					break;
				}
			return at.to <= mark->from && !token_punct(doc, at.from > 0 ? at.from - 1 : 0, '(') &&
				   leads_over(doc, at.to, mark->from);
		}
	return false;
}
