/*
 * skills.c
 *		Hard and soft skills: which marks count, what level they are asked for at.
 */
#include <stdlib.h>

#include "extract.h"
#include "signs.h"
#include "skill_level.h"

/* The name of the skill of a mark. */
static Str
skill_name(const Doc *doc, const Mark *mark)
{
	if (mark->custom)
		return doc->custom->names[mark->entry->value];
	return str_of(posting_lexicon_strings + posting_skill_rows[mark->entry->value].name);
}

/*
 * What speaks for or against a mark's being a skill where it stands.  Each sign
 * has a weight; a mark counts from SKILL_ENOUGH on.  The weights are those of a
 * logistic regression over the marks of labelled postings, rounded.
 */
#define SIGN_NAME			(1u << 0)	/* a capital inside the sentence, or inside the word */
#define SIGN_ONE_WORD		(1u << 1)
#define SIGN_THREE_WORDS	(1u << 2)	/* or more */
#define SIGN_LEAD			(1u << 3)	/* "experience with", directly or over a list of skills */
#define SIGN_LEAD_FAR		(1u << 4)	/* such a lead stands before it in the clause */
#define SIGN_TAIL			(1u << 5)	/* "... skills" */
#define SIGN_LISTED			(1u << 6)	/* beside a certain skill in a list */
#define SIGN_ITEM			(1u << 7)	/* a line of its own */
#define SIGN_LIST_PART		(1u << 8)	/* between two list signs */
#define SIGN_OPEN			(1u << 9)	/* an unknown word stands behind it */
#define SIGN_FIRST			(1u << 10)	/* opens the clause */
#define SIGN_ASKED			(1u << 11)	/* the clause asks: years, "must", "required" */
#define SIGN_REPEATED		(1u << 12)	/* named elsewhere in the posting, too */
/* no certain skill of its category stands in the posting, though some of others do */
#define SIGN_NO_KIN			(1u << 13)
#define SIGN_WANTED			(1u << 14)	/* zones: requirements, preferred */
#define SIGN_DUTIES			(1u << 15)
#define SIGN_SUMMARY		(1u << 16)	/* where sections of duties or requirements follow */
#define SIGN_COMPANY		(1u << 17)
#define SIGN_ASIDE			(1u << 18)	/* process, other */
#define SIGN_STACK			(1u << 19)	/* a bare list of a stack */
#define SIGN_TITLED			(1u << 20)	/* inside a job title */
#define SIGN_BODY			(1u << 21)	/* behind "Department of" */
/* "work closely with product, data science and engineering" */
#define SIGN_WITH_PEOPLE	(1u << 22)
#define SIGN_OWNED			(1u << 23)	/* "our X", "the client's X" */
#define SIGN_ARTICLE		(1u << 24)	/* "the X", "an X" */
#define SIGN_TRADE			(1u << 25)	/* "X industry", "X team" */
#define SIGN_FRIEND			(1u << 26)	/* its neighbour in a list counts */
#define SIGN_STRANGER		(1u << 27)	/* or it does not */
#define SIGN_WE				(1u << 28)	/* the clause speaks of "we", "our" */
/* written as a name beside a neighbour of its own category */
#define SIGN_OF_A_KIND		(1u << 29)
/* the text is in a language that trust was not counted over */
#define SIGN_FOREIGN		(1u << 30)
/* the common noun behind another skill: "Tableau dashboards" */
#define SIGN_HEAD			(1u << 31)
#define SIGN_GROUP			(1ull << 32)	/* "the X team", "X and Y departments", "X industry" */
/* stands in the employer's name, outside what is asked */
#define SIGN_EMPLOYER		(1ull << 33)
/* behind "a leading provider of", outside what is asked */
#define SIGN_FIRM			(1ull << 34)
#define SIGN_MEANS			(1ull << 35)	/* behind "using", "via", "such as" */
#define SIGN_CROWD			(1ull << 36)	/* several certain skills around it in the clause */
/* a name that goes on with an unknown one: "Ruby Street" */
#define SIGN_GOES_ON		(1ull << 37)
#define SIGN_OPEN_BEFORE	(1ull << 38)	/* an unknown word stands before it */
#define SIGN_WEAK_DUTY		(1ull << 39)	/* an ordinary word among duties */
/* no zone, and no section of duties or requirements in the text */
#define SIGN_NO_WORK		(1ull << 40)
/* the initials, in brackets, of the words before, which are no skill */
#define SIGN_SHORT_FOR		(1ull << 41)
#define SIGN_OFFER			(1ull << 42)	/* zone: benefits */
#define SIGN_PLACE			(1ull << 43)	/* zones: pay, location */
#define SIGN_LEGAL			(1ull << 44)
#define SIGN_STUDY			(1ull << 45)	/* named as a degree's field of study */
#define SIGN_LAST			(1ull << 46)	/* ends the clause */
/* an ordinary word that is SIGN_OF_A_KIND: "Excel, Access and SQL" */
#define SIGN_NAMESAKE		(1ull << 47)
/* that and the following bits: how many skills the posting has, in fives */
#define SIGN_SKILLS			48
#define SIGN_IN_HEADING		(1ull << 55)	/* a heading holds it */
#define SIGN_WORK			(1ull << 56)	/* the text has a section of duties or requirements */
#define SIGN_SHORT_LINE		(1ull << 57)	/* less than five words in its line */
#define SIGN_LONG_LINE		(1ull << 58)	/* more than 30 */
#define SIGN_BULLET			(1ull << 59)
#define SIGN_BOLD			(1ull << 60)
#define SIGN_COUNT			61

typedef struct Candidate
{
	const Mark *mark;
	SkillClause *clause;
	SkillPlace *place;
	const SkillWord *before;	/* the word right before it in its clause, and that behind */
	const SkillWord *behind;
	uint64_t	signs;
	/* how much more than enough speaks for it: below 0, too little does */
	int			score;
	uint32_t	joined;			/* the first of the signs of a list that lead to it */
	uint32_t	skill;			/* which of the posting's it is */
	const char *reason;			/* why it is out, whatever else speaks for it */
	bool		certain;		/* it is not, and a skill by its wording alone */
	bool		weighed;		/* it is not, and a hard skill of the lexicon */
} Candidate;

/* A skill that some candidate names. */
typedef struct NamedSkill
{
	uint8_t		kin;			/* its category */
	bool		repeated;		/* by more than one */
	bool		told;			/* by one that enough speaks for */
	int			best;			/* the score of its best candidate, 0 to LIFT_REACH */
	Skill	   *skill;			/* as the posting gets it; NULL: not yet */
} NamedSkill;

/* The candidates on their way, and what decides about them all. */
typedef struct Candidates
{
	Candidate  *items;
	uint32_t	count;
	const int8_t *weights;		/* of the signs of hard skills */
	uint64_t	signs;			/* those that all candidates have */
	SkillClause *clause;		/* of the last one */
	SkillSums  *sums;
	uint32_t	summed;			/* the tokens before it */
	uint32_t	zones;			/* that began so far */
	SkillPlace *place;			/* of the last one */
	uint32_t	place_to;		/* where that ends */
	uint32_t	line;			/* whose words above are told */
	int			above;			/* what they say */
	const ZoneStart *headed;	/* the zone whose heading's words are told, NULL none */
	int			heading;		/* what these say */
	NamedSkill *skills;
	uint32_t	n_skills;
	uint32_t   *numbers;		/* of skills, by their row (skill_row) */
	/* how many certain skills of each category stand in the posting */
	uint32_t	kin[SKILL_CATEGORIES];
	uint32_t	certain;
} Candidates;

/* Whether a token parts the items of a list. */
static inline bool
is_list_sign(const Doc *doc, uint32_t i)
{
	return skill_word(&doc->tokens[i])->lists >> NEAR_LIST_JOINING & 1;
}

/* The first of the tokens right before i that part the items of a list. */
static inline uint32_t
skip_signs_back(const Doc *doc, uint32_t i, uint32_t limit)
{
	while (i > limit && is_list_sign(doc, i - 1))
		i--;
	return i;
}

/* Whether a mark is a skill by its wording alone, nearly wherever it stands. */
#define TRUST_STRONG	8
static bool
is_strong(const Mark *mark)
{
	return mark != NULL && ((mark->entry->flags & ENTRY_SOFT) == 0) &
							   (mark->custom | (mark->entry->trust >= TRUST_STRONG));
}

/* Whether a mark is written as a name. */
static bool
has_capital(const Doc *doc, const Mark *mark)
{
	return (doc->tokens[mark->from].shape & SHAPE_HAS_UPPER) != 0;
}

/* The mark of a skill that ends right before a token, of those before another one. */
static inline const Mark *
skill_before(const Doc *doc, const Mark *mark, uint32_t i)
{
	return mark > doc->marks[KIND_SKILL].items && mark[-1].to == i ? mark - 1 : NULL;
}

/* The one that begins at a token, of those behind another one. */
static inline const Mark *
skill_behind(const Doc *doc, const Mark *mark, uint32_t i)
{
	const Marks *marks = &doc->marks[KIND_SKILL];

	return mark + 1 < marks->items + marks->count && mark[1].from == i ? mark + 1 : NULL;
}

/*
 * SIGN_LISTED, SIGN_HEAD: what a mark right before or behind another says, with
 * nothing but a blank between: certain skills and names stand in a list that
 * lost its commas, else the second is the noun that the first describes.
 */
static uint64_t
adjacent_signs(const Doc *doc, const Mark *mark)
{
	const Mark *before = skill_before(doc, mark, mark->from),
			   *after = skill_behind(doc, mark, mark->to);
	uint64_t	signs = 0;

	if (before != NULL && doc->tokens[mark->from].gap != GAP_SPACE)
		before = NULL;
	if (after != NULL && doc->tokens[mark->to].gap != GAP_SPACE)
		after = NULL;
	if (is_strong(mark) && (is_strong(before) || is_strong(after)))
		signs |= SIGN_LISTED;
	if (before != NULL && !is_strong(mark) && !(before->entry->flags & ENTRY_SOFT) &&
		!(has_capital(doc, before) && has_capital(doc, mark)))
		signs |= SIGN_HEAD;
	return signs;
}

/* SIGN_LISTED, SIGN_LIST_PART: a mark stands in a list, beside a certain skill. */
static uint64_t
neighbour_signs(const Doc *doc, const Candidate *c)
{
	const Mark *mark = c->mark;
	Range		clause = c->clause->at;
	uint32_t	before = c->joined,
				after = mark->to;
	uint64_t	signs = 0;

	if (c->behind->lists & NEAR_BIT(LIST_JOINING))
		while (++after < clause.to && is_list_sign(doc, after))
			;
	if (before == mark->from && after == mark->to)
		return 0;
	if ((before < mark->from && is_strong(skill_before(doc, mark, before))) ||
		(after > mark->to && is_strong(skill_behind(doc, mark, after))))
		signs |= SIGN_LISTED;
	if ((before < mark->from || mark->from == clause.from) &&
		(after > mark->to || mark->to == clause.to))
		signs |= SIGN_LIST_PART;
	return signs;
}

/* The lead that ends right before a token; NULL where none. */
static const Mark *
lead_before(const Doc *doc, uint32_t i)
{
	const Mark *lead = mark_before(doc, KIND_SKILL_LEAD, i);

	return lead == NULL || lead->entry->flags & ENTRY_WEAK ? NULL : lead;
}

/* SIGN_LEAD, SIGN_LEAD_FAR: "experience with", "knowledge of" leads to a mark. */
static uint64_t
lead_signs(const Doc *doc, const Mark *mark, Range clause)
{
	const Mark *skill = mark;
	uint32_t	i = mark->from;

	for (uint32_t steps = 0; steps < 8; steps++)
	{
		uint32_t	joined;

		if (lead_before(doc, i) != NULL)
			return SIGN_LEAD;
		if (i > clause.from && steps == 0 && doc->tokens[i - 1].kind == TOKEN_WORD &&
			!is_list_sign(doc, i - 1) && lead_before(doc, i - 1) != NULL)
			return SIGN_LEAD;	/* "experience with modern X" */
		joined = skip_signs_back(doc, i, clause.from);
		if (joined == i)
			break;
		i = joined;
		if (lead_before(doc, i) != NULL)
			return SIGN_LEAD;
		skill = skill_before(doc, skill, i);
		if (skill == NULL)
			break;
		i = skill->from;
	}
	for (const Mark *lead = mark_from(doc, KIND_SKILL_LEAD, clause.from);
		 lead != NULL &&
		 lead < doc->marks[KIND_SKILL_LEAD].items + doc->marks[KIND_SKILL_LEAD].count &&
		 lead->to <= i;
		 lead++)
		if (!(lead->entry->flags & ENTRY_WEAK))
			return SIGN_LEAD_FAR;
	return 0;
}

static bool
has_tail(const Doc *doc, const Mark *mark)
{
	const Mark *tail = mark_at(doc, KIND_SKILL_TAIL, mark->to);

	return tail != NULL && doc->tokens[mark->to].gap <= GAP_SPACE &&
		   !(tail->entry->flags & ENTRY_WEAK);
}

/* Whether a line is nothing but a mark, and perhaps a sign behind it. */
static bool
is_list_item(const Doc *doc, const Mark *mark, const Line *line)
{
	return mark->from == line->first &&
		   mark->to >= line->last - (line->last > line->first &&
									 doc->tokens[line->last - 1].kind == TOKEN_PUNCT);
}

/* Whether an unknown word goes on behind a candidate: a longer noun phrase. */
static bool
is_open(const Doc *doc, const Candidate *c)
{
	const Token *behind = &doc->tokens[c->mark->to];

	return c->mark->to < c->clause->at.to && behind->kind == TOKEN_WORD &&
		   !((behind->begins >> KIND_SKILL_TAIL | behind->begins >> KIND_SKILL) & 1) &&
		   !(c->behind->lists & NEAR_BIT(SKILLS_FUNCTION_WORD));
}

/*
 * What the words around a mark speak for, in 1/32 of log odds: the one next to
 * it, and all those up to CONTEXT_BEFORE in front and CONTEXT_AFTER behind it in the clause.
 */
#define CONTEXT_BEFORE		14
#define CONTEXT_AFTER		8

/* What the words around a candidate in its clause say of it, as a score. */
static int
context_score(const Candidate *c)
{
	const SkillSums *sums = c->clause->sums;
	Range		clause = c->clause->at;
	const Mark *mark = c->mark;
	int			sum = c->before->right_before + c->behind->right_after +
			  low_weight(sums[mark->from].near -
						 sums[reach_back(clause, mark->from, CONTEXT_BEFORE)].near);

	if (mark->to < clause.to)
		sum += high_weight(sums[reach_on(clause, mark->to, CONTEXT_AFTER)].near -
						   sums[mark->to].near);
	return sum;
}

/* What the words of the heading above a token and of the line before its own say, as a score. */
static int
above_score(const Doc *doc, Candidates *candidates, const SkillPlace *place)
{
	const ZoneStart *zone = place->start;
	int			sum = 0;

	if (zone != candidates->headed)
	{
		candidates->headed = zone;
		candidates->heading = 0;
		for (uint32_t i = zone->heading; i < zone->body && i < zone->heading + REACH_HEADING; i++)
			candidates->heading += skill_word(&doc->tokens[i])->heading;
	}
	if (place->line > 0)
	{
		const Line *line = &doc->lines[place->line - 1];

		for (uint32_t i = line->first; i < line->last && i < line->first + REACH_LINE; i++)
			sum += skill_word(&doc->tokens[i])->line_before;
	}
	return sum + candidates->heading;
}

/* So many words before it is read, a word's row is asked for. */
#define WORDS_AHEAD		12

/* Looks once at the words of a clause: what stands in it, and what they say, added up. */
static void
look_at_words(const Doc *doc, SkillClause *clause, SkillSums *sums, SkillSums sum)
{
	Range		at = clause->at;
	uint32_t	from = at.from > CLAUSE_MARGIN ? at.from - CLAUSE_MARGIN : 0;
	uint32_t	to = at.to + CLAUSE_MARGIN < doc->n_tokens ? at.to + CLAUSE_MARGIN : doc->n_tokens;
	uint32_t	lists = 0,
				begins = 0,
				ends = at.from > 0 ? doc->tokens[at.from - 1].ends : 0;

	for (uint32_t i = from; i < at.from; i++)
		lists |= skill_word(&doc->tokens[i])->lists;
	for (uint32_t i = at.from; i < at.to; i++)
	{
		const Token *token = &doc->tokens[i];
		const SkillWord *word = skill_word(token);

		/* the rows are megabytes; behind the tokens stands no word */
		__builtin_prefetch(skill_word(&doc->tokens[i + WORDS_AHEAD < doc->n_tokens
													   ? i + WORDS_AHEAD : doc->n_tokens]));
		lists |= word->lists;
		begins |= token->begins;
		ends |= token->ends;
		sums[i] = sum;
		sum.near += (uint32_t) word->near;
		sum.level_before += (uint32_t) word->level_before;
		sum.level_after += (uint32_t) word->level_after;
	}
	sums[at.to] = sum;
	for (uint32_t i = at.to; i < to; i++)
		lists |= skill_word(&doc->tokens[i])->lists;
	clause->lists = lists;
	clause->begins = begins;
	clause->ends = ends;
}

/* Looks at what a clause holds, once. */
static void
look_at_clause(const Doc *doc, Candidates *candidates, SkillClause *clause)
{
	Range		at = clause->at;
	SkillSums	sum = {0, 0, 0};

	/* sums go on, so that those of the clauses before stay as they are */
	if (at.from <= candidates->summed)
		sum = candidates->sums[at.from];
	candidates->summed = at.to;
	clause->sums = candidates->sums;
	look_at_words(doc, clause, candidates->sums, sum);
	if (clause->begins & (1u << KIND_REQUIREMENT | 1u << KIND_EXPERIENCE))
		clause->signs |= SIGN_ASKED;
	/* "We need Python", "Our stack is" ask, too */
	if (clause_has(clause, NEAR_SKILLS_WE) &&
		range_has(doc, at.from, reach_on(at, at.from, 2), WORDS_SKILLS_WE))
		clause->signs |= range_has(doc, at.from, reach_on(at, at.from, 6), WORDS_SKILLS_WISH)
							 ? SIGN_ASKED
							 : SIGN_WE;
}

/* Whether a longer mark of a job title holds a skill's mark: "Data Engineering Manager". */
static bool
is_in_title(const Doc *doc, const Mark *mark)
{
	const Marks *titles = &doc->marks[KIND_TITLE];
	const Mark *m = mark_from(doc, KIND_TITLE, mark->from + 1);
	uint32_t	n = m == NULL ? titles->count : (uint32_t) (m - titles->items);

	m = n > 0 ? &titles->items[n - 1] : NULL;
	return m != NULL && m->to >= mark->to && m->to - m->from > mark->to - mark->from;
}

/*
 * Whether people are named that one works with: "partner
 * with Product and Data Science", "collaborating across ..."
 */
static bool
is_with_people(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	limit = reach_back(clause, mark->from, 16);

	for (uint32_t i = mark->from; i > limit; i--)
	{
		if (mark_before(doc, KIND_SKILL_LEAD, i) != NULL)
			return false;
		if (token_in(doc, i - 1, WORDS_SKILLS_WITH_PEOPLE_WITHS) &&
			((i > 1 && token_in(doc, i - 2, WORDS_SKILLS_WITH_PEOPLE_JOINS)) ||
			 (i > 2 && token_in(doc, i - 3, WORDS_SKILLS_WITH_PEOPLE_JOINS))))
			return true;
	}
	return false;
}

/*
 * Whether a team, a trade or a firm is named by a mark:
 * "the X team", "X and Y departments", "X industry".
 */
static bool
names_group(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	i = mark->to;
	bool		joined = false;

	for (uint32_t steps = 0; steps < 8 && i < clause.to && doc->tokens[i].gap <= GAP_SPACE; steps++)
	{
		const Mark *skill = mark_at(doc, KIND_SKILL, i);

		if (!joined && token_in(doc, i, WORDS_SKILLS_GROUPS))
			return true;
		joined = is_list_sign(doc, i);
		if (skill != NULL)
			i = skill->to;
		else if (joined ||
				 (doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_FIRST_UPPER))
			i++;
		else
			return false;
	}
	return false;
}

/* Whether what the employer is or sells is told before a mark: "a leading provider of X". */
static bool
tells_of_firm(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	limit = reach_back(clause, mark->from, 25);

	return range_has(doc, limit, mark->from, WORDS_SKILLS_FIRM);
}

/* Whether a mark with a capital is, or opens, the employer's name. */
static bool
is_employer(const Doc *doc, const Mark *mark)
{
	Str			name = doc->posting->company;
	Str			text;

	if (name.len < doc->tokens[mark->from].len ||
		memchr(name.s, token_text(doc, mark->from)[0], name.len) == NULL)
		return false;
	text = range_text(doc, (Range) {mark->from, mark->to});
	if (text.len == 0 || name.len < text.len)
		return false;
	for (uint32_t i = 0; i + text.len <= name.len; i++)
		if ((i == 0 || name.s[i - 1] == ' ') &&
			(i + text.len == name.len || name.s[i + text.len] == ' ' ||
			 name.s[i + text.len] == ',') &&
			memcmp(name.s + i, text.s, text.len) == 0)
			return true;
	return false;
}

/*
 * Whether a mark behind a bracket is the initials of words before
 * that which are no skill: "Science Laboratory Inventory (SLI)".
 */
static bool
is_short_for(const Doc *doc, const Mark *mark)
{
	const Token *token = &doc->tokens[mark->from];
	const char *letters = token_text(doc, mark->from);
	uint32_t	i = mark->from - 1;

	if (mark->to - mark->from != 1 || token->len < 2 || token->len > 6 ||
		mark_before(doc, KIND_SKILL, i) != NULL)
		return false;
	for (uint32_t n = token->len; n > 0; n--)
	{
		while (i > 0 && token_in(doc, i - 1, WORDS_SKILLS_FUNCTION_WORD))
			i--;
		if (i == 0 || doc->tokens[i - 1].kind != TOKEN_WORD ||
			(doc->tokens[i - 1].lead & 0xDF) != (letters[n - 1] & 0xDF))
			return false;
		i--;
	}
	return true;
}

/* The signs of the word before a candidate that speak of a thing, not of knowing it. */
static uint64_t
thing_signs_before(const Doc *doc, const Candidate *c)
{
	const Token *token = &doc->tokens[c->mark->from];
	uint32_t	lists = c->before->lists,
				from = c->mark->from;
	uint64_t	signs = 0;

	if (lists & NEAR_BIT(SKILLS_ARTICLES))
		signs |= SIGN_ARTICLE;
	if (lists & NEAR_BIT(SKILLS_MEANS))
		signs |= SIGN_MEANS;
	else if (from > c->clause->at.from && token[-1].kind == TOKEN_WORD &&
			 !(lists & NEAR_BIT(SKILLS_FUNCTION_WORD)) && token->gap == GAP_SPACE &&
			 !((token[-1].ends >> KIND_SKILL | token[-1].ends >> KIND_SKILL_LEAD) & 1))
		signs |= SIGN_OPEN_BEFORE;
	/* "our X", "our good X", but "U.S." owns nothing */
	if (clause_has(c->clause, NEAR_SKILLS_OWNERS))
		for (uint32_t i = from; i > c->clause->at.from && i + 2 > from; i--)
			if (skill_word(&doc->tokens[i - 1])->lists & NEAR_BIT(SKILLS_OWNERS) &&
				(i < 2 || !token_punct(doc, i - 2, '.')))
				signs |= SIGN_OWNED;
	return signs;
}

/* Those of the words behind it. */
static uint64_t
thing_signs_behind(const Doc *doc, const Candidate *c)
{
	const Token *behind = &doc->tokens[c->mark->to];
	uint64_t	signs = 0;

	if (c->mark->to >= c->clause->at.to)
		return SIGN_LAST;
	if (behind->gap == GAP_SPACE && c->behind->lists & NEAR_BIT(SKILLS_TRADES))
		signs |= SIGN_TRADE;
	if (is_open(doc, c))
	{
		signs |= SIGN_OPEN;
		if (behind->gap == GAP_SPACE && behind->shape & SHAPE_FIRST_UPPER &&
			has_capital(doc, c->mark))
			signs |= SIGN_GOES_ON;
	}
	return signs;
}

/* Those of all words around it. */
static uint64_t
thing_signs(const Doc *doc, const Candidate *c)
{
	const Mark *mark = c->mark;
	Range		clause = c->clause->at;
	uint8_t		zone = c->place->zone;
	uint64_t	signs = thing_signs_before(doc, c) | thing_signs_behind(doc, c);

	if (clause_has(c->clause, NEAR_SKILLS_GROUPS) && names_group(doc, mark, clause))
		signs |= SIGN_GROUP;
	if (clause_has(c->clause, NEAR_SKILLS_FIRM) && tells_of_firm(doc, mark, clause))
		signs |= SIGN_FIRM;
	if (zone != ZONE_REQUIREMENTS && zone != ZONE_PREFERRED && has_capital(doc, mark) &&
		is_employer(doc, mark))
		signs |= SIGN_EMPLOYER;
	if (mark->from > 0 && doc->tokens[mark->from - 1].chr == '(' && is_short_for(doc, mark))
		signs |= SIGN_SHORT_FOR;
	return signs;
}

/* Whether a mark stands in a list of subjects: "related fields include anatomy, physiology". */
static bool
is_in_subjects(const Doc *doc, const Mark *mark, Range clause)
{
	for (uint32_t i = mark->from;
		 i > clause.from && mark->from - i < 60 && !token_in(doc, i - 1, WORDS_SKILLS_STUDY_STOPS);
		 i--)
		if (token_in(doc, i - 1, WORDS_SKILLS_STUDY_FIELDS) &&
			token_in(doc, i, WORDS_SKILLS_STUDY_LISTS))
			return !range_has(doc, reach_back(clause, i, 12), i, WORDS_SKILLS_STUDY_STOPS);
	return false;
}

/* Whether a clause may speak of studies: it has a degree, courses or fields. */
static inline bool
may_tell_studies(const SkillClause *of)
{
	return of->begins >> KIND_EDUCATION & 1 ||
		   of->lists & (NEAR_BIT(SKILLS_STUDY_COURSES) | NEAR_BIT(SKILLS_STUDY_FIELDS) |
						NEAR_BIT(EXPERIENCE_ALTERNATIVE_DEGREES));
}

/* Whether a mark names a degree's field of study: "Bachelor's degree in computer science". */
static bool
is_field_of_study(const Doc *doc, const Mark *mark, const SkillClause *of)
{
	Range		clause = of->at;
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	const Mark *degree = NULL;
	bool		led = false;

	if (clause_has(of, NEAR_SKILLS_STUDY_COURSES))
		for (uint32_t i = mark->from; i > clause.from && mark->from - i < 40 &&
									  !token_in(doc, i - 1, WORDS_SKILLS_STUDY_STOPS);
			 i--)
			if (token_in(doc, i - 1, WORDS_SKILLS_STUDY_COURSES))
				return true;
	if (clause_has(of, NEAR_SKILLS_STUDY_FIELDS))
	{
		if (clause_has(of, NEAR_SKILLS_STUDY_LISTS) && is_in_subjects(doc, mark, clause))
			return true;
		for (uint32_t i = mark->to;
			 i + 1 < clause.to && i < mark->to + 14 && !token_in(doc, i, WORDS_SKILLS_STUDY_STOPS);
			 i++)
			if (token_in(doc, i, WORDS_SKILLS_STUDY_RELATED) &&
				token_in(doc, i + 1, WORDS_SKILLS_STUDY_FIELDS))
				return mark_before(doc, KIND_SKILL_LEAD, mark->from) == NULL;
	}
	for (const Mark *m =
			 of->begins >> KIND_EDUCATION & 1 ? mark_from(doc, KIND_EDUCATION, clause.from) : NULL;
		 m != NULL && m < marks->items + marks->count && m->to <= mark->from; m++)
	{
		const Mark *skill = mark_at(doc, KIND_SKILL, m->from);

		if (skill == NULL || skill->to == m->to)	/* the "MS" of "MS SQL Server" is no degree */
			degree = m;
	}
	if (degree == NULL || mark->from - degree->to > 30)
		/* "degree in" without a level; "Computer Science degree" */
		return token_is(doc, mark->to, "degree") ||
			   (mark->from > clause.from + 1 && token_is(doc, mark->from - 1, "in") &&
				token_is(doc, mark->from - 2, "degree"));
	for (uint32_t i = degree->from; i < mark->from; i++)
	{
		if (token_in(doc, i, WORDS_SKILLS_STUDY_STOPS) && i >= degree->to)
			return false;
		led |= token_in(doc, i, WORDS_SKILLS_STUDY_LEADS) || token_punct(doc, i, ',');
	}
	return led;
}

/* The sign of a zone that is not noise. */
static uint64_t
zone_sign(const Doc *doc, uint8_t zone)
{
	static const uint64_t zone_signs[ZONE_COUNT] = {
		SIGN_SUMMARY, SIGN_COMPANY, SIGN_DUTIES, SIGN_WANTED, SIGN_WANTED, SIGN_OFFER,
		SIGN_PLACE,   SIGN_PLACE,   SIGN_ASIDE,  SIGN_LEGAL,  SIGN_ASIDE};

	return zone < ZONE_COUNT && (doc->has_work || zone != ZONE_SUMMARY) ? zone_signs[zone]
																		: SIGN_NO_WORK;
}

/* The signs that marks have from their line. */
static uint64_t
line_signs(const Line *line)
{
	uint64_t	signs = 0;

	if (line->flags & LINE_HEADING)
		signs |= SIGN_IN_HEADING;
	if (line->flags & LINE_BULLET)
		signs |= SIGN_BULLET;
	if (line->flags & LINE_BOLD)
		signs |= SIGN_BOLD;
	if (line->words < 5)
		signs |= SIGN_SHORT_LINE;
	else if (line->words > 30)
		signs |= SIGN_LONG_LINE;
	return signs;
}

/* What a mark shares with the others of its line and zone; mostly the one before is of them. */
static SkillPlace *
place_of(const Doc *doc, Candidates *candidates, const Mark *mark)
{
	const Token *token = &doc->tokens[mark->from];
	const Line *line = &doc->lines[token->line];
	const ZoneStart *start;
	SkillPlace *place;

	if (mark->from < candidates->place_to)
		return candidates->place;
	while (candidates->zones < doc->zones.count &&
		   doc->zones.items[candidates->zones].heading <= mark->from)
		candidates->zones++;
	start = candidates->zones > 0 ? &doc->zones.items[candidates->zones - 1] : NULL;
	candidates->place_to = line->to;
	if (candidates->zones < doc->zones.count &&
		doc->zones.items[candidates->zones].heading < line->to)
		candidates->place_to = doc->zones.items[candidates->zones].heading;
	place = candidates->place = arena_alloc(doc->arena, sizeof(SkillPlace));
	*place = (SkillPlace) {.line = token->line, .zone = token->zone, .start = start};
	place->signs = candidates->signs | zone_sign(doc, token->zone) | line_signs(line);
	if (token->zone == ZONE_REQUIREMENTS && start != NULL && start->stack)
		place->signs |= SIGN_STACK;
	place->score = sum_of_bits(place->signs, candidates->weights, 1);
	return place;
}

/* The signs of a candidate that its own place and wording give. */
static uint64_t
signs_of(const Doc *doc, const Candidate *c)
{
	const Mark *mark = c->mark;
	const SkillClause *of = c->clause;
	const Token *token = &doc->tokens[mark->from];
	const Line *line = &doc->lines[c->place->line];
	Range		clause = of->at;
	uint64_t	signs = of->signs | c->place->signs;
	/* a bullet may stand before it */
	bool		first = mark->from == clause.from ||
				 (mark->from == line->first && mark->from > line->from);

	if (token->shape & SHAPE_HAS_UPPER &&
		(!first || !(token->shape & SHAPE_FIRST_UPPER) || !(token->shape & SHAPE_HAS_LOWER)))
		signs |= SIGN_NAME;
	if (mark->to - mark->from == 1)
		signs |= SIGN_ONE_WORD;
	if (first)
		signs |= SIGN_FIRST;
	if (mark->to - mark->from > 2)
		signs |= SIGN_THREE_WORDS;
	if (mark->entry->flags & ENTRY_WEAK && token->zone == ZONE_DUTIES)
		signs |= SIGN_WEAK_DUTY;
	if (of->begins >> KIND_TITLE & 1 && is_in_title(doc, mark))
		signs |= SIGN_TITLED;
	if (clause_has(of, NEAR_SKILLS_BODIES) && mark->from > clause.from + 1 &&
		token_is(doc, mark->from - 1, "of") &&
		skill_word(token - 2)->lists & NEAR_BIT(SKILLS_BODIES))
		signs |= SIGN_BODY;
	if (has_tail(doc, mark))
		signs |= SIGN_TAIL;
	if (is_list_item(doc, mark, line))
		signs |= SIGN_ITEM;
	if (may_tell_studies(of) && is_strong(mark) && is_field_of_study(doc, mark, of))
		signs |= SIGN_STUDY;
	if (clause_has(of, NEAR_SKILLS_WITH_PEOPLE_JOINS) && is_with_people(doc, mark, clause))
		signs |= SIGN_WITH_PEOPLE;
	if (of->ends >> KIND_SKILL_LEAD & 1)
		signs |= lead_signs(doc, mark, clause);
	return signs | thing_signs(doc, c) | neighbour_signs(doc, c) | adjacent_signs(doc, mark);
}

/* Whether a mark of one word is cut out of a name: "JavaScripting" is no Java. */
static bool
is_part_of_name(const Doc *doc, const Mark *mark)
{
	const Token *token = &doc->tokens[mark->from];
	const Token *before = mark->from > 0 ? token - 1 : NULL;
	const Token *after = mark->to < doc->n_tokens ? &doc->tokens[mark->to] : NULL;

	/* "C #" */
	if (after != NULL && token->len == 1 && after->kind != TOKEN_WORD && after->gap <= GAP_SPACE &&
		token_text(doc, mark->to)[0] == '#')
		return true;
	/* "R&D", "J.R. Smith" */
	if (token->len == 1 &&
		((token->gap == GAP_NONE && before != NULL && before->kind == TOKEN_PUNCT &&
		  (before->chr == '.' || before->chr == '_' || before->chr == '&' || before->chr == '-' ||
		   before->chr == '\'')) ||
		 (after != NULL && after->gap == GAP_NONE && after->kind == TOKEN_PUNCT &&
		  (after->chr == '&' || after->chr == '_' || after->chr == '-' || after->chr == '\'' ||
		   (after->chr == '.' && mark->to + 1 < doc->n_tokens && token[2].gap == GAP_NONE &&
			token[2].kind == TOKEN_WORD)))))
		return true;
	/*
	 * "JavaScripting", but not the list "JavaPythonSQL", nor
	 * "promotionsCustomer service", where a break was lost
	 */
	if (before != NULL && token->shape & SHAPE_SPLIT && token->gap == GAP_NONE &&
		before->kind == TOKEN_WORD && before->shape & SHAPE_FIRST_UPPER)
		return !is_strong(mark_before(doc, KIND_SKILL, mark->from));
	if (after == NULL || doc->tokens[mark->to - 1].shape & SHAPE_ENDS_CLAUSE)
		return false;
	return !is_strong(mark_at(doc, KIND_SKILL, mark->to)) && after->gap == GAP_NONE &&
		   after->shape & SHAPE_SPLIT && after->kind == TOKEN_WORD &&
		   token->shape & SHAPE_FIRST_UPPER && token->shape & SHAPE_SPLIT &&
		   token->shape & SHAPE_HAS_LOWER;
}

/* Whether a mark stands in a web or mail address, or ends a file's name. */
static bool
is_part_of_address(const Doc *doc, const Mark *mark)
{
	const Token *token = &doc->tokens[mark->from];

	if (token->gap == GAP_NONE)
	{
		if (doc_in_link(doc, mark->from))
			return true;
		if (mark->from > 1 && token[-1].chr == '.' && token[-1].gap == GAP_NONE &&
			token[-2].kind == TOKEN_WORD && !has_capital(doc, mark))
			return true;
		if (mark->from > 2 && (token[-1].chr == '@' || token[-1].chr == '/') &&
			token[-2].chr == '/')
			return true;
	}
	return token_punct(doc, mark->to, '.') && mark->to + 1 < doc->n_tokens &&
		   doc->tokens[mark->to + 1].gap == GAP_NONE &&
		   token_in(doc, mark->to + 1, WORDS_SKILLS_PART_OF_ADDRESS_DOMAINS);
}

/* Whether the place of a mark alone rules it out: for a certain skill it is but a sign. */
static bool
place_decides(const Mark *mark)
{
	return mark->custom || !is_strong(mark);
}

/* Why the place of a mark, told by its signs, speaks against it; NULL where it does not. */
static const char *
place_reason(uint64_t signs)
{
	if (signs & (SIGN_OFFER | SIGN_PLACE))
		return "said of the offer";
	if (signs & SIGN_LEGAL)
		return "not about the work";
	return signs & SIGN_STUDY ? "a field of study" : NULL;
}

/* Why a candidate can be no skill where it stands; NULL where it can. */
static const char *
rule_out_place(const Doc *doc, const Candidate *c)
{
	const Mark *mark = c->mark;

	if (c->place->zone == ZONE_NOISE)
		return "outside the posting";
	if (c->place->signs & (SIGN_OFFER | SIGN_PLACE | SIGN_LEGAL) && place_decides(mark))
		return place_reason(c->place->signs);
	if (mark->from >= doc->title.from && mark->to <= doc->title.to)
		return "part of the title";
	if (doc_in_label(doc, LABEL_DEPARTMENT, mark->from) ||
		doc_in_label(doc, LABEL_INDUSTRY, mark->from))
		return "a department or trade";
	return NULL;
}

/* Why the words around a candidate make it no skill, whatever else speaks for it. */
static const char *
rule_out(const Doc *doc, const Candidate *c)
{
	const Mark *mark = c->mark;
	const Token *token = &doc->tokens[mark->from];

	if (mark->to - mark->from == 1 && (token->len == 1 || token->shape & SHAPE_SPLIT) &&
		is_part_of_name(doc, mark))
		return "part of a name";
	if ((token->gap == GAP_NONE || token_punct(doc, mark->to, '.')) &&
		is_part_of_address(doc, mark))
		return "part of an address";
	if (may_tell_studies(c->clause) && !(mark->entry->flags & ENTRY_SOFT) &&
		place_decides(mark) && is_field_of_study(doc, mark, c->clause))
		return place_reason(SIGN_STUDY);
	if (doc_is_foreign(doc) && mark->to - mark->from == 1 && !has_capital(doc, mark) &&
		token_in(doc, mark->from, WORDS_SKILLS_ABROAD))
		return "a word of another language";
	return NULL;
}

#include "skill_weights.h"

/* The same for soft skills. */
static const int8_t soft_weights[SIGN_COUNT] = {
	-8, -36, 0, -32, 0, 8, -20, 16, 20, -20, 16, 12, -4, -8, 32, -28,
	-20, -12, 0, 4, 0, -16, -4, -32, 0, 4, 28, 20, -36
};
#define SOFT_ENOUGH			(-8)

/* Whether a text is but a sentence or two. */
static bool
is_sentence(const Doc *doc)
{
	return doc->n_tokens < SENTENCE_TOKENS && !doc->has_work;
}

/* The score of a candidate by its wording, its own signs and the words around and above it. */
static int
weigh(const Doc *doc, const Candidates *candidates, const Candidate *c)
{
	int			trust = c->mark->entry->trust;
	int			score;

	if (c->mark->entry->flags & ENTRY_SOFT)
		return sum_of_bits(c->signs, soft_weights, 1) + trust - SOFT_ENOUGH;
	score = candidates->above + c->place->score +
			sum_of_bits(c->signs & ~c->place->signs, candidates->weights, 1) +
			context_score(c);
	if (!is_sentence(doc))
		return score + trust - SKILL_ENOUGH;
	return score + (trust > 0 ? trust : trust * SENTENCE_TRUST / 8) - SENTENCE_ENOUGH;
}

/*
 * What two signs say together beyond what each says,
 * of a candidate whose other signs leave that open.
 */
static int
weigh_pairs(uint64_t signs)
{
	uint8_t		lower[SIGN_COUNT];
	uint32_t	n = 0;
	int			score = 0;

	for (; signs != 0; signs &= signs - 1)
	{
		uint32_t	high = (uint32_t) __builtin_ctzll(signs);
		const int8_t *row = pair_weights + high * (high - 1) / 2;

		for (uint32_t i = 0; i < n; i++)
			score += row[lower[i]];
		lower[n++] = (uint8_t) high;
	}
	return score;
}

/* Gives a candidate signs that it has not yet. */
static void
add_signs(const Candidates *candidates, Candidate *c, uint64_t signs)
{
	c->signs |= signs;
	c->score += sum_of_bits(
		signs, c->mark->entry->flags & ENTRY_SOFT ? soft_weights : candidates->weights, 1);
}

/*
 * SIGN_FRIEND, SIGN_STRANGER, SIGN_OF_A_KIND: what its
 * neighbour in a list, by its own signs, says of a candidate.
 */
static uint64_t
neighbour_says(const Candidate *c, const Candidate *neighbour)
{
	if (neighbour->reason != NULL || neighbour->score < 0)
		return SIGN_STRANGER;
	if (c->signs & SIGN_NAME && !c->mark->custom && !neighbour->mark->custom &&
		is_strong(neighbour->mark) &&
		posting_skill_kin[c->mark->entry->value] ==
			posting_skill_kin[neighbour->mark->entry->value])
		return SIGN_FRIEND | SIGN_OF_A_KIND |
			   (c->mark->entry->flags & ENTRY_WEAK ? SIGN_NAMESAKE : 0);
	return SIGN_FRIEND;
}

/*
 * SIGN_CROWD: two certain skills or more among the three candidates
 * on either side in the clause, whose candidates stand together.
 */
static bool
in_crowd(const Candidates *candidates, const Candidate *c)
{
	const Candidate *first = candidates->items,
					*end = first + candidates->count;
	uint32_t	certain = 0;

	first = c - first > 3 ? c - 3 : first;
	end = end - c > 4 ? c + 4 : end;
	for (const Candidate *other = first; other < end; other++)
		certain += other->certain & (other->clause == c->clause);
	return certain > 1u + c->certain;
}

/* Adds the signs that the neighbours of candidates and the rest of the posting give. */
static void
add_posting_signs(const Candidates *candidates)
{
	const Candidate *end = candidates->items + candidates->count;
	uint64_t	before = 0;		/* what the one before says, kept until this one has spoken */

	for (Candidate *c = candidates->items; c < end; c++)
	{
		const NamedSkill *skill = &candidates->skills[c->skill];
		uint64_t	signs = before;
		bool		joined = c + 1 < end && c[1].clause == c->clause &&
					  c[1].joined <= c->mark->to && c->mark->to < c[1].mark->from;

		before = 0;
		if (joined)
		{
			signs |= neighbour_says(c, c + 1);
			before = neighbour_says(c + 1, c);
		}
		if (c->reason != NULL)
			continue;
		if (!c->mark->custom)
		{
			if (c->clause->certain > 1u + c->certain && in_crowd(candidates, c))
				signs |= SIGN_CROWD;
			if (skill->repeated)
				signs |= SIGN_REPEATED;
			if (candidates->kin[skill->kin] == 0 && candidates->certain > 4)
				signs |= SIGN_NO_KIN;
		}
		if (signs != 0)
			add_signs(candidates, c, signs);
	}
}

/*
 * SIGN_SKILLS, and what pairs of signs say where that can still tip
 * the balance; the best candidate of each skill is known then.
 */
#define LIFT_REACH	60
static void
add_pairs(const Candidates *candidates)
{
	const Candidate *end = candidates->items + candidates->count;
	uint32_t	count = 0;
	uint32_t	sign;

	for (const Candidate *c = candidates->items; c < end; c++)
		if (c->weighed && c->score >= 0 && !candidates->skills[c->skill].told)
		{
			candidates->skills[c->skill].told = true;
			count++;
		}
	sign = SIGN_SKILLS + (count < 30 ? count / 5 : 6);
	for (Candidate *c = candidates->items; c < end; c++)
	{
		NamedSkill *skill = &candidates->skills[c->skill];

		if (!c->weighed)
			continue;
		c->signs |= (uint64_t) 1 << sign;
		c->score += candidates->weights[sign];
		if (c->score > -PAIRS_REACH && c->score < PAIRS_REACH)
			c->score += weigh_pairs(c->signs);
		if (c->score > skill->best)
			skill->best = c->score < LIFT_REACH ? c->score : LIFT_REACH;
	}
}

/*
 * A skill that one mention shows beyond doubt is meant by its others, too, unless much
 * speaks against that: 5/8 of what the best one is ahead, up to LIFT_REACH, count for each.
 */
static void
lift_mentions(const Candidates *candidates)
{
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		Candidate  *c = &candidates->items[i];

		if (c->weighed && c->score < 0 && candidates->skills[c->skill].best > 0)
		{
			int			ahead = candidates->skills[c->skill].best - c->score;

			c->score += (ahead < LIFT_REACH ? ahead : LIFT_REACH) * 5 / 8;
		}
	}
}

/* Why the signs of a mark are too few; NULL where they are enough. */
static const char *
judge(const Candidate *c)
{
	const char *reason;

	if (c->reason != NULL || c->mark->custom || c->score >= 0)
		return c->reason;
	reason = place_reason(c->signs);
	if (reason != NULL)
		return reason;
	return c->mark->entry->flags & ENTRY_WEAK ? "an ordinary word here"
		   : c->signs & SIGN_COMPANY          ? "said of the company"
											  : "no sign of a skill";
}

/* The place of the skill of a mark among the numbers of all. */
static inline uint32_t
skill_row(const Mark *mark)
{
	return mark->entry->value + (mark->custom ? posting_skill_row_count : 0);
}

/* Makes room for as many candidates as there are marks; no number is given yet. */
static void
begin_candidates(Doc *doc, Candidates *candidates)
{
	const Marks *marks = &doc->marks[KIND_SKILL];
	uint32_t	rows = posting_skill_row_count;

	memset(candidates, 0, sizeof(*candidates));
	candidates->line = UINT32_MAX;
	candidates->weights = is_sentence(doc) ? sentence_weights : sign_weights;
	if (doc->has_work)
		candidates->signs |= SIGN_WORK;
	if (doc->posting->text_language.len > 0 &&
		!str_equal(doc->posting->text_language, str_of("en")))
		candidates->signs |= SIGN_FOREIGN;
	candidates->items = arena_alloc(doc->arena, marks->count * sizeof(Candidate));
	candidates->count = marks->count;
	candidates->skills = arena_alloc(doc->arena, marks->count * sizeof(NamedSkill));
	if (marks->count > 0)
	{
		candidates->sums = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(SkillSums));
		candidates->sums[0] = (SkillSums) {0, 0, 0};
	}
	for (uint32_t i = 0; doc->custom != NULL && i < marks->count; i++)
		if (skill_row(&marks->items[i]) >= rows)
			rows = skill_row(&marks->items[i]) + 1;
	/* thousands of rows, of which a posting names some */
	candidates->numbers = arena_alloc(doc->arena, rows * sizeof(uint32_t));
	for (uint32_t i = 0; i < marks->count; i++)
		candidates->numbers[skill_row(&marks->items[i])] = UINT32_MAX;
}

/* Notes which skill a candidate names; of a certain one, whose first it is, its category counts. */
static void
note_skill(Candidates *candidates, Candidate *c)
{
	uint32_t   *number = &candidates->numbers[skill_row(c->mark)];
	uint8_t		kin = c->mark->custom ? 0 : posting_skill_kin[c->mark->entry->value];

	if (*number == UINT32_MAX)
	{
		*number = candidates->n_skills++;
		candidates->skills[*number] = (NamedSkill) {.kin = kin};
		if (c->certain && c->score > 0 && !c->mark->custom)
		{
			candidates->kin[kin]++;
			candidates->certain++;
		}
	}
	else
		candidates->skills[*number].repeated = true;
	c->skill = *number;
}

/* Begins the candidate of a mark behind another candidate, in whose clause it mostly is. */
static void
begin_candidate(const Doc *doc, Candidates *candidates, const Mark *mark, Candidate *c)
{
	SkillClause *clause = candidates->clause;

	if (clause == NULL || mark->from < clause->at.from || mark->from >= clause->at.to)
	{
		clause = candidates->clause = arena_alloc(doc->arena, sizeof(SkillClause));
		*clause = (SkillClause) {.at = doc_clause(doc, mark->from)};
	}
	*c = (Candidate) {.mark = mark, .clause = clause, .place = place_of(doc, candidates, mark)};
	c->before = mark->from > clause->at.from ? skill_word(&doc->tokens[mark->from - 1]) : NO_WORD;
	c->behind = mark->to < clause->at.to ? skill_word(&doc->tokens[mark->to]) : NO_WORD;
	c->joined = mark->from;
	if (c->before->lists & NEAR_BIT(LIST_JOINING))
		c->joined = skip_signs_back(doc, mark->from - 1, clause->at.from);
	c->reason = rule_out_place(doc, c);
	if (c->reason != NULL)
		return;
	if (clause->sums == NULL)
		look_at_clause(doc, candidates, clause);
	c->reason = rule_out(doc, c);
}

/* Looks at each mark of a skill, in the order of the text. */
static void
find_candidates(Doc *doc, Candidates *candidates)
{
	const Marks *marks = &doc->marks[KIND_SKILL];

	begin_candidates(doc, candidates);
	for (uint32_t i = 0; i < marks->count; i++)
	{
		Candidate  *c = &candidates->items[i];

		CHECK_INTERRUPTS(doc);
		begin_candidate(doc, candidates, &marks->items[i], c);
		if (c->reason != NULL)
			continue;
		c->certain = is_strong(c->mark);
		c->clause->certain += c->certain;
		c->weighed = !c->mark->custom && !(c->mark->entry->flags & ENTRY_SOFT);
		if (c->place->line != candidates->line)
		{
			candidates->line = c->place->line;
			candidates->above = above_score(doc, candidates, c->place);
		}
		c->signs = signs_of(doc, c);
		c->score = weigh(doc, candidates, c);
		note_skill(candidates, c);
	}
	add_posting_signs(candidates);
	if (!is_sentence(doc))
	{
		add_pairs(candidates);
		lift_mentions(candidates);
	}
}

/*
 * Whether the first words of a find are a skill by themselves:
 * those of "Six Sigma certification", not of "user experience".
 */
static bool
is_skill_alone(const Doc *doc, Range words)
{
	uint32_t	start = doc->tokens[words.from].start;
	const Token *last = &doc->tokens[words.to - 1];

	return lexicon_lookup(&doc->lex, doc->arena, doc->source.text + start,
						  last->start + last->len - start, KIND_SKILL) != NULL;
}

/*
 * The words of a mark that name the skill: "Six Sigma certification"
 * without its last, "complex data sets" without its first.
 */
static Range
named_range(const Doc *doc, const Mark *mark)
{
	Range		range = {mark->from, mark->to};

	if (range.to - range.from > 1 && token_in(doc, range.to - 1, WORDS_SKILLS_NAME_TAILS) &&
		is_skill_alone(doc, (Range) {range.from, range.to - 1}))
		range.to--;
	if (range.to - range.from > 1 && token_in(doc, range.from, WORDS_SKILLS_NAME_HEADS))
		range.from++;
	while (range.to - range.from > 1 && doc->tokens[range.to - 1].kind == TOKEN_PUNCT)
		range.to--;
	return range;
}

/* The skill of an accepted candidate, added to a list where it is new; NULL beyond the last. */
static Skill *
skill_of(Doc *doc, const Candidates *candidates, const Candidate *c, Skill *list, uint32_t *count)
{
	NamedSkill *named = &candidates->skills[c->skill];

	if (named->skill == NULL && *count == POSTING_MAX_SKILLS)
		doc->posting->truncated = true;
	else if (named->skill == NULL)
	{
		named->skill = &list[(*count)++];
		memset(named->skill, 0, sizeof(Skill));
		named->skill->name = skill_name(doc, c->mark);
		named->skill->requirement = REQUIREMENT_MENTIONED;
		named->skill->years_min = named->skill->years_max = YEARS_NONE;
	}
	return named->skill;
}

/* Whether two spans of the raw text hold the same letters, but for the case of ASCII's. */
static bool
is_same_wording(const Doc *doc, Span a, Span b)
{
	uint32_t	len = a.stop - a.start;

	return b.stop - b.start == len &&
		   is_same_but_for_case(doc->raw + a.start, doc->raw + b.start, len);
}

/*
 * Keeps where a skill is mentioned: the first places, and rather
 * one with another wording than a second one of the same.
 */
static void
keep_span(const Doc *doc, Skill *skill, Span at)
{
	uint32_t	again = 0;		/* the last that says what one before it says */

	if (skill->n_at < POSTING_MAX_SPANS)
	{
		skill->at[skill->n_at++] = at;
		return;
	}
	for (uint32_t i = 0; i < skill->n_at; i++)
	{
		if (is_same_wording(doc, skill->at[i], at))
			return;
		for (uint32_t k = 0; k < i; k++)
			if (is_same_wording(doc, skill->at[k], skill->at[i]))
				again = i;
	}
	if (again == 0)
		return;
	memmove(&skill->at[again], &skill->at[again + 1], (skill->n_at - 1 - again) * sizeof(Span));
	skill->at[skill->n_at - 1] = at;
}

/*
 * Takes a candidate over into its skill: the strongest level counts, which of
 * hard skills alone is told, and the first years.
 */
static void
take(const Doc *doc, SkillHeadings *headings, const Candidate *c, Skill *skill)
{
	int32_t		min,
				max;

	keep_span(doc, skill, range_span(doc, named_range(doc, c->mark)));
	if (!(c->mark->entry->flags & ENTRY_SOFT))
	{
		bool		years = skill_years(doc, c->mark, c->clause, &min, &max);

		if (years && skill->years_min == YEARS_NONE && skill->years_max == YEARS_NONE)
		{
			skill->years_min = min;
			skill->years_max = max;
		}
		if (skill->requirement > REQUIREMENT_REQUIRED)
		{
			Requirement level =
				skill_level(doc, headings, c->mark, c->clause, c->place, c->signs, years);

			if (level < skill->requirement)
				skill->requirement = level;
		}
	}
}

static int
skill_order(const void *left, const void *right)
{
	const Str  *a = &((const Skill *) left)->name;
	const Str  *b = &((const Skill *) right)->name;
	int			order = memcmp(a->s, b->s, a->len < b->len ? a->len : b->len);

	return order != 0 ? order : a->len < b->len ? -1 : a->len > b->len;
}

/* Notes a candidate and why it is rejected, NULL where it is not, for posting_explain. */
static void
explain(Doc *doc, const Candidate *c, const char *reason)
{
	const Mark *mark = c->mark;

	doc_fact(doc, mark->entry->flags & ENTRY_SOFT ? FIELD_SOFT_SKILLS : FIELD_SKILLS,
			 (Range) {mark->from, mark->to},
			 mark->custom                      ? "skill.custom"
			 : mark->entry->flags & ENTRY_WEAK ? "skill.context"
											   : "skill.lexicon",
			 reason, skill_name(doc, mark));
}

/* Reads the skills. */
void
extract_skills(Doc *doc)
{
	Posting    *posting = doc->posting;
	SkillHeadings headings = {0};
	Candidates	candidates;

	find_candidates(doc, &candidates);
	posting->skills = arena_alloc(doc->arena, candidates.n_skills * sizeof(Skill));
	posting->soft_skills = arena_alloc(doc->arena, candidates.n_skills * sizeof(Skill));
	for (uint32_t i = 0; i < candidates.count; i++)
	{
		const Candidate *c = &candidates.items[i];
		bool		soft = (c->mark->entry->flags & ENTRY_SOFT) != 0;
		const char *reason = judge(c);
		Skill	   *skill;

		CHECK_INTERRUPTS(doc);
		if (doc->explain)
			explain(doc, c, reason);
		if (reason != NULL)
			continue;
		skill = soft ? skill_of(doc, &candidates, c, posting->soft_skills, &posting->n_soft_skills)
					 : skill_of(doc, &candidates, c, posting->skills, &posting->n_skills);
		if (skill != NULL)
			take(doc, &headings, c, skill);
	}
	sort_items(posting->skills, posting->n_skills, sizeof(Skill), skill_order);
	sort_items(posting->soft_skills, posting->n_soft_skills, sizeof(Skill), skill_order);
}
