/*
 * skills.c
 *		Hard and soft skills: which marks count, what level they are asked for at.
 */
#include <stdlib.h>

#include "extract.h"
#include "signs.h"
#include "skill_level.h"

typedef struct Found
{
	uint32_t	from;
	uint32_t	to;
	uint32_t	row;			/* skill; the user's own count from OWN_SKILL */
	Requirement requirement;
	int32_t		years_min;
	int32_t		years_max;
	bool		soft;
} Found;

#define OWN_SKILL	0x80000000u

typedef VEC(Found) FoundList;

/* The name of a found skill. */
static Str
skill_name(const Doc *doc, uint32_t row)
{
	if (row & OWN_SKILL)
		return doc->custom->names[row & ~OWN_SKILL];
	return str_of(posting_lexicon_strings + posting_skill_rows[row].name);
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
	const SkillClause *clause;
	uint64_t	signs;
	/* how much more than enough speaks for it: below 0, too little does */
	int			score;
	const char *reason;			/* why it is out, whatever else speaks for it */
	bool		certain;		/* it is not, and a skill by its wording alone */
} Candidate;

typedef VEC(Candidate) Candidates;

/* Whether a token parts the items of a list. */
static bool
is_list_sign(const Doc *doc, uint32_t i)
{
	static const uint64_t signs = 1ull << '(' | 1ull << ')' | 1ull << '+' | 1ull << ',' |
								  1ull << '&' | 1ull << '/' | 1ull << ';';
	const Token *token = &doc->tokens[i];
	uint32_t	chr = (uint8_t) token->chr;
	bool		sign = ((chr < 64) & (signs >> chr % 64)) | (chr == '|');

	/* both are asked: which it is would often be guessed wrong */
	return token->kind == TOKEN_PUNCT ? sign : token_in(doc, i, WORDS_LIST_JOINING);
}

/* The first token before i that is no list sign; whether there was one. */
static bool
skip_signs_back(const Doc *doc, uint32_t *i, uint32_t limit)
{
	uint32_t	from = *i;

	while (*i > limit && is_list_sign(doc, *i - 1))
		(*i)--;
	return *i < from;
}

static bool
skip_signs(const Doc *doc, uint32_t *i, uint32_t limit)
{
	uint32_t	from = *i;

	while (*i < limit && is_list_sign(doc, *i))
		(*i)++;
	return *i > from;
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

/*
 * SIGN_LISTED, SIGN_HEAD: what a mark right before or behind another says, with
 * nothing but a blank between: certain skills and names stand in a list that
 * lost its commas, else the second is the noun that the first describes.
 */
static uint32_t
adjacent_signs(const Doc *doc, const Mark *mark)
{
	const Mark *before =
		doc->tokens[mark->from].gap == GAP_SPACE ? mark_before(doc, KIND_SKILL, mark->from) : NULL;
	const Mark *after = mark->to < doc->n_tokens && doc->tokens[mark->to].gap == GAP_SPACE
							? mark_at(doc, KIND_SKILL, mark->to)
							: NULL;
	uint64_t	signs = 0;

	if (is_strong(mark) && (is_strong(before) || is_strong(after)))
		signs |= SIGN_LISTED;
	if (before != NULL && !is_strong(mark) && !(before->entry->flags & ENTRY_SOFT) &&
		!(has_capital(doc, before) && has_capital(doc, mark)))
		signs |= SIGN_HEAD;
	return signs;
}

/* SIGN_LISTED, SIGN_LIST_PART: a mark stands in a list, beside a certain skill. */
static uint32_t
neighbour_signs(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	before = mark->from,
				after = mark->to;
	uint64_t	signs = 0;

	if (skip_signs_back(doc, &before, clause.from) &&
		is_strong(mark_before(doc, KIND_SKILL, before)))
		signs |= SIGN_LISTED;
	if (skip_signs(doc, &after, clause.to) && is_strong(mark_at(doc, KIND_SKILL, after)))
		signs |= SIGN_LISTED;
	if ((before < mark->from || mark->from == clause.from) &&
		(after > mark->to || mark->to == clause.to) && (before < mark->from || after > mark->to))
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
static uint32_t
lead_signs(const Doc *doc, const Mark *mark, Range clause)
{
	uint32_t	i = mark->from;

	for (uint32_t steps = 0; steps < 8; steps++)
	{
		const Mark *m = lead_before(doc, i);

		if (m != NULL)
			return SIGN_LEAD;
		if (i > clause.from && steps == 0 && doc->tokens[i - 1].kind == TOKEN_WORD &&
			!is_list_sign(doc, i - 1) && lead_before(doc, i - 1) != NULL)
			return SIGN_LEAD;	/* "experience with modern X" */
		if (!skip_signs_back(doc, &i, clause.from))
			break;
		if (lead_before(doc, i) != NULL)
			return SIGN_LEAD;
		m = mark_before(doc, KIND_SKILL, i);
		if (m == NULL)
			break;
		i = m->from;
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

/* Whether a short line is nothing but skills: a list of them. */
static bool
is_list_item(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];

	return mark->from == line->first &&
		   mark->to >= line->last - (line->last > line->first &&
									 doc->tokens[line->last - 1].kind == TOKEN_PUNCT);
}

/* Words that end a noun phrase on either side. */
static bool
is_function_word(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_SKILLS_FUNCTION_WORD);
}

/* Whether an unknown word goes on behind a mark: a longer noun phrase. */
static bool
is_open(const Doc *doc, const Mark *mark, Range clause)
{
	return mark->to < clause.to && doc->tokens[mark->to].kind == TOKEN_WORD &&
		   !is_function_word(doc, mark->to) && mark_at(doc, KIND_SKILL_TAIL, mark->to) == NULL &&
		   mark_at(doc, KIND_SKILL, mark->to) == NULL;
}

/*
 * What the words around a mark speak for, in 1/32 of log odds: the one next to
 * it, and all those up to CONTEXT_BEFORE in front and CONTEXT_AFTER behind it in the clause.
 */
#define CONTEXT_BEFORE		14
#define CONTEXT_AFTER		8

/* Sums of what the words of a clause say, up to a token. */
typedef struct ContextSum
{
	int16_t		before;
	int16_t		after;
} ContextSum;

/* What a token says; both tables are asked, as which it is would often be guessed wrong. */
static inline const WordContext *
token_context(const Token *token)
{
	const WordContext *words = &posting_word_contexts[token->lists],
					  *signs = &posting_sign_contexts[token_sign(token)];

	return token->kind == TOKEN_WORD ? words : signs;
}

/* What the words around a mark in its clause say of it, as a score. */
static int
context_score(const Doc *doc, const Mark *mark, Range clause, const ContextSum *sums)
{
	uint32_t	from = reach_back(clause, mark->from, CONTEXT_BEFORE);
	uint32_t	to = reach_on(clause, mark->to, CONTEXT_AFTER);
	int			sum = 0;

	if (mark->from > clause.from)
		sum += token_context(&doc->tokens[mark->from - 1])->right_before +
			   (int16_t) (sums[mark->from].before - sums[from].before);
	if (mark->to < clause.to)
		sum += token_context(&doc->tokens[mark->to])->right_after +
			   (int16_t) (sums[to].after - sums[mark->to].after);
	return sum;
}

/* What the words of the heading above a token and of the line before its own say, as a score. */
static int
above_score(const Doc *doc, uint32_t at)
{
	const ZoneStart *zone = skill_zone(doc, at);
	uint32_t	number = doc->tokens[at].line;
	int			sum = 0;

	if (zone != NULL)
		for (uint32_t i = zone->heading; i < zone->body && i < zone->heading + REACH_HEADING; i++)
			sum += token_context(&doc->tokens[i])->heading;
	if (number > 0)
	{
		const Line *line = &doc->lines[number - 1];

		for (uint32_t i = line->first; i < line->last && i < line->first + REACH_LINE; i++)
			sum += token_context(&doc->tokens[i])->line_before;
	}
	return sum;
}

/* Looks once at what a clause holds, and adds up what its words say. */
static const SkillClause *
look_at_clause(const Doc *doc, Range at, ContextSum *sums)
{
	ContextSum	sum = {0, 0};
	SkillClause *clause = arena_alloc(doc->arena, sizeof(SkillClause));
	uint32_t	from = at.from > CLAUSE_MARGIN ? at.from - CLAUSE_MARGIN : 0;
	uint32_t	to = at.to + CLAUSE_MARGIN < doc->n_tokens ? at.to + CLAUSE_MARGIN : doc->n_tokens;

	memset(clause, 0, sizeof(*clause));
	clause->at = at;
	for (uint32_t i = from; i < at.from; i++)
		clause->lists |= posting_word_sets[doc->tokens[i].lists][0];
	for (uint32_t i = at.from; i < at.to; i++)
	{
		const Token *token = &doc->tokens[i];
		const WordContext *word = token_context(token);

		clause->lists |= posting_word_sets[token->lists][0];
		clause->begins |= token->begins;
		clause->ends |= token->ends;
		sums[i] = sum;
		sum.before = (int16_t) (sum.before + word->before);
		sum.after = (int16_t) (sum.after + word->after);
	}
	sums[at.to] = sum;
	for (uint32_t i = at.to; i < to; i++)
		clause->lists |= posting_word_sets[doc->tokens[i].lists][0];
	if (at.from > 0)
		clause->ends |= doc->tokens[at.from - 1].ends;
	clause->asks = (clause->begins & (1u << KIND_REQUIREMENT | 1u << KIND_EXPERIENCE)) != 0;
	clause->items = skill_items_open(doc, at);
	clause->we = token_in(doc, at.from, WORDS_SKILLS_WE) ||
				 (at.from + 1 < at.to && token_in(doc, at.from + 1, WORDS_SKILLS_WE));
	/* "We need Python", "Our stack is" */
	if (clause->we && range_has(doc, at.from, reach_on(at, at.from, 6), WORDS_SKILLS_WISH))
	{
		clause->we = false;
		clause->asks = true;
	}
	return clause;
}

/* Whether a bare list of a stack holds a token. */
static bool
in_stack(const Doc *doc, uint32_t i)
{
	const ZoneStart *zone = doc->tokens[i].zone == ZONE_REQUIREMENTS ? skill_zone(doc, i) : NULL;

	return zone != NULL && zone->stack;
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
is_with_people(const Doc *doc, const Mark *mark, const SkillClause *clause)
{
	uint32_t	limit = mark->from > clause->at.from + 16 ? mark->from - 16 : clause->at.from;

	if (!clause_has(clause, WORDS_SKILLS_WITH_PEOPLE_JOINS))
		return false;

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

/* Whether a mark is, or opens, the employer's name. */
static bool
is_employer(const Doc *doc, const Mark *mark)
{
	Str			name = doc->posting->company;
	Str			text;

	if (name.len < doc->tokens[mark->from].len || !has_capital(doc, mark) ||
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
 * Whether a mark is the initials, in brackets, of words before
 * it that are no skill: "Science Laboratory Inventory (SLI)".
 */
static bool
is_short_for(const Doc *doc, const Mark *mark)
{
	const Token *token = &doc->tokens[mark->from];
	const char *letters = token_text(doc, mark->from);
	uint32_t	i = mark->from - 1;

	if (mark->to - mark->from != 1 || token->len < 2 || token->len > 6 ||
		!token_punct(doc, i, '(') || mark_before(doc, KIND_SKILL, i) != NULL)
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

/* The signs of the words around a mark that speak of a thing, not of knowing it. */
static uint64_t
thing_signs(const Doc *doc, const Mark *mark, const SkillClause *of)
{
	Range		clause = of->at;
	uint64_t	signs = 0;

	if (mark->from > clause.from)
	{
		const Token *before = &doc->tokens[mark->from - 1];

		if (token_in(doc, mark->from - 1, WORDS_SKILLS_ARTICLES))
			signs |= SIGN_ARTICLE;
		if (token_in(doc, mark->from - 1, WORDS_SKILLS_MEANS))
			signs |= SIGN_MEANS;
		else if (before->kind == TOKEN_WORD && !is_function_word(doc, mark->from - 1) &&
				 doc->tokens[mark->from].gap == GAP_SPACE &&
				 mark_before(doc, KIND_SKILL, mark->from) == NULL &&
				 mark_before(doc, KIND_SKILL_LEAD, mark->from) == NULL)
			signs |= SIGN_OPEN_BEFORE;
	}
	for (uint32_t i = mark->from; i > clause.from && i + 2 > mark->from; i--)
		/* "U.S." owns nothing */
		if (token_in(doc, i - 1, WORDS_SKILLS_OWNERS) && (i < 2 || !token_punct(doc, i - 2, '.')))
			signs |= SIGN_OWNED;
	if (mark->to < clause.to && doc->tokens[mark->to].gap == GAP_SPACE &&
		token_in(doc, mark->to, WORDS_SKILLS_TRADES))
		signs |= SIGN_TRADE;
	if (clause_has(of, WORDS_SKILLS_GROUPS) && names_group(doc, mark, clause))
		signs |= SIGN_GROUP;
	if (clause_has(of, WORDS_SKILLS_FIRM) && tells_of_firm(doc, mark, clause))
		signs |= SIGN_FIRM;
	if (doc->tokens[mark->from].zone != ZONE_REQUIREMENTS &&
		doc->tokens[mark->from].zone != ZONE_PREFERRED && is_employer(doc, mark))
		signs |= SIGN_EMPLOYER;
	if (mark->from > 0 && is_short_for(doc, mark))
		signs |= SIGN_SHORT_FOR;
	if (has_capital(doc, mark) && is_open(doc, mark, clause) &&
		doc->tokens[mark->to].gap == GAP_SPACE && doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER)
		signs |= SIGN_GOES_ON;
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

/* Whether a mark names a degree's field of study: "Bachelor's degree in computer science". */
static bool
is_field_of_study(const Doc *doc, const Mark *mark, const SkillClause *of)
{
	Range		clause = of->at;
	const Marks *marks = &doc->marks[KIND_EDUCATION];
	const Mark *degree = NULL;
	bool		led = false;

	if (clause_has(of, WORDS_SKILLS_STUDY_COURSES))
		for (uint32_t i = mark->from; i > clause.from && mark->from - i < 40 &&
									  !token_in(doc, i - 1, WORDS_SKILLS_STUDY_STOPS);
			 i--)
			if (token_in(doc, i - 1, WORDS_SKILLS_STUDY_COURSES))
				return true;
	if (clause_has(of, WORDS_SKILLS_STUDY_FIELDS))
	{
		if (clause_has(of, WORDS_SKILLS_STUDY_LISTS) && is_in_subjects(doc, mark, clause))
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

/* The signs that a mark has from its line. */
static uint64_t
line_signs(const Doc *doc, uint32_t number)
{
	const Line *line = &doc->lines[number];
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

/* The signs of a mark that its own place and wording give. */
static uint64_t
signs_of(const Doc *doc, const Mark *mark, const SkillClause *of)
{
	const Token *token = &doc->tokens[mark->from];
	Range		clause = of->at;
	uint64_t	signs = zone_sign(doc, token->zone) | line_signs(doc, token->line);
	bool		first = mark->from == clause.from || doc_starts_clause(doc, mark->from);

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
	if (mark->from > clause.from + 1 && token_is(doc, mark->from - 1, "of") &&
		token_in(doc, mark->from - 2, WORDS_SKILLS_BODIES))
		signs |= SIGN_BODY;
	if (has_tail(doc, mark))
		signs |= SIGN_TAIL;
	if (is_list_item(doc, mark))
		signs |= SIGN_ITEM;
	if (of->asks)
		signs |= SIGN_ASKED;
	if (in_stack(doc, mark->from))
		signs |= SIGN_STACK;
	if (of->we)
		signs |= SIGN_WE;
	if (is_open(doc, mark, clause))
		signs |= SIGN_OPEN;
	if (mark->to >= clause.to)
		signs |= SIGN_LAST;
	if (is_strong(mark) && is_field_of_study(doc, mark, of))
		signs |= SIGN_STUDY;
	if (is_with_people(doc, mark, of))
		signs |= SIGN_WITH_PEOPLE;
	if (doc->has_work)
		signs |= SIGN_WORK;
	if (doc->posting->text_language.len > 0 &&
		!str_equal(doc->posting->text_language, str_of("en")))
		signs |= SIGN_FOREIGN;
	if (of->ends >> KIND_SKILL_LEAD & 1)
		signs |= lead_signs(doc, mark, clause);
	return signs | thing_signs(doc, mark, of) | neighbour_signs(doc, mark, clause) |
		adjacent_signs(doc, mark);
}

/* Whether a mark is cut out of a name: "JavaScripting" is no Java. */
static bool
is_part_of_name(const Doc *doc, const Mark *mark)
{
	const Token *token = &doc->tokens[mark->from];
	const Token *before = mark->from > 0 ? token - 1 : NULL;
	const Token *after = mark->to < doc->n_tokens ? &doc->tokens[mark->to] : NULL;

	/* "C #" */
	if (after != NULL && mark->to - mark->from == 1 && token->len == 1 &&
		after->kind != TOKEN_WORD && after->gap <= GAP_SPACE && token_text(doc, mark->to)[0] == '#')
		return true;
	/* "R&D", "J.R. Smith" */
	if (mark->to - mark->from == 1 && token->len == 1 &&
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
	if (before != NULL && mark->to - mark->from == 1 && token->shape & SHAPE_SPLIT &&
		token->gap == GAP_NONE && before->kind == TOKEN_WORD && before->shape & SHAPE_FIRST_UPPER)
		return !is_strong(mark_before(doc, KIND_SKILL, mark->from));
	if (after == NULL || doc->tokens[mark->to - 1].shape & SHAPE_ENDS_CLAUSE)
		return false;
	return !is_strong(mark_at(doc, KIND_SKILL, mark->to)) && after->gap == GAP_NONE &&
		   after->shape & SHAPE_SPLIT && after->kind == TOKEN_WORD &&
		   token->shape & SHAPE_FIRST_UPPER && mark->to - mark->from == 1 &&
		   token->shape & SHAPE_SPLIT && token->shape & SHAPE_HAS_LOWER;
}

/* Whether a mark stands in a web or mail address, or ends a file's name. */
static bool
is_part_of_address(const Doc *doc, const Mark *mark)
{
	if (doc_in_link(doc, mark->from))
		return true;
	if (mark->from > 1 && token_punct(doc, mark->from - 1, '.') &&
		doc->tokens[mark->from].gap == GAP_NONE && doc->tokens[mark->from - 1].gap == GAP_NONE &&
		doc->tokens[mark->from - 2].kind == TOKEN_WORD && !has_capital(doc, mark))
		return true;
	if (mark->from > 2 &&
		(token_punct(doc, mark->from - 1, '@') || token_punct(doc, mark->from - 1, '/')) &&
		doc->tokens[mark->from].gap == GAP_NONE && token_punct(doc, mark->from - 2, '/'))
		return true;
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

/* Why a mark can be no skill, whatever speaks for it; NULL where it can. */
static const char *
rule_out(const Doc *doc, const Mark *mark, const SkillClause *clause)
{
	uint8_t		zone = doc->tokens[mark->from].zone;
	const char *reason = place_decides(mark) ? place_reason(zone_sign(doc, zone)) : NULL;

	if (zone == ZONE_NOISE)
		return "outside the posting";
	if (reason != NULL)
		return reason;
	if (mark->from >= doc->title.from && mark->to <= doc->title.to)
		return "part of the title";
	if (doc_in_label(doc, LABEL_DEPARTMENT, mark->from) ||
		doc_in_label(doc, LABEL_INDUSTRY, mark->from))
		return "a department or trade";
	if (is_part_of_name(doc, mark))
		return "part of a name";
	if (is_part_of_address(doc, mark))
		return "part of an address";
	if (!(mark->entry->flags & ENTRY_SOFT) && place_decides(mark) &&
		is_field_of_study(doc, mark, clause))
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

static const int8_t *
weights_of(const Doc *doc, const Mark *mark)
{
	return mark->entry->flags & ENTRY_SOFT ? soft_weights
		   : is_sentence(doc)              ? sentence_weights
										   : sign_weights;
}

/* The score of a candidate by its wording, its own signs and the words around and above it. */
static int
weigh(const Doc *doc, const Candidate *c, const ContextSum *sums, int above)
{
	int			score = sum_of_bits(c->signs, weights_of(doc, c->mark), 1);
	int			trust = c->mark->entry->trust;

	if (c->mark->entry->flags & ENTRY_SOFT)
		return score + trust - SOFT_ENOUGH;
	score += above + context_score(doc, c->mark, c->clause->at, sums);
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
	int			score = 0;

	for (uint64_t rest = signs & (signs - 1); rest != 0; rest &= rest - 1)
	{
		uint32_t	high = (uint32_t) __builtin_ctzll(rest);
		const int8_t *row = pair_weights + high * (high - 1) / 2;

		for (uint64_t low = signs & ((rest & -rest) - 1); low != 0; low &= low - 1)
			score += row[__builtin_ctzll(low)];
	}
	return score;
}

/* Gives a candidate signs that it has not yet. */
static void
add_signs(const Doc *doc, Candidate *c, uint64_t signs)
{
	signs &= ~c->signs;
	c->signs |= signs;
	c->score += sum_of_bits(signs, weights_of(doc, c->mark), 1);
}

/* Whether a candidate is a hard skill of the lexicon that no rule throws out. */
static bool
is_weighed(const Candidate *c)
{
	return c->reason == NULL && !c->mark->custom && !(c->mark->entry->flags & ENTRY_SOFT);
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

static void
add_neighbours(const Doc *doc, Candidates *candidates)
{
	uint64_t	before = 0;		/* what the one before says, kept until this one has spoken */

	for (uint32_t i = 0; i < candidates->count; i++)
	{
		Candidate  *a = &candidates->items[i];
		Candidate  *b = i + 1 < candidates->count ? a + 1 : NULL;
		uint32_t	gap = a->mark->to;
		uint64_t	own = before;

		before = 0;
		if (b != NULL && skip_signs(doc, &gap, b->mark->from) && gap == b->mark->from &&
			a->clause == b->clause)
		{
			own |= neighbour_says(a, b);
			before = neighbour_says(b, a);
		}
		add_signs(doc, a, own);
	}
}

/*
 * SIGN_CROWD: two certain skills or more among the three candidates
 * on either side in the clause, whose candidates stand together.
 */
static bool
in_crowd(const Candidates *candidates, uint32_t i)
{
	const Candidate *own = &candidates->items[i];
	uint32_t	certain = 0;

	for (uint32_t reach = 1; reach <= 3; reach++)
	{
		const Candidate *before = i >= reach ? own - reach : own,
						*behind = candidates->count - i > reach ? own + reach : own;

		certain += (before != own) & before->certain & (before->clause == own->clause);
		certain += (behind != own) & behind->certain & (behind->clause == own->clause);
	}
	return certain > 1;
}

/* Bits by the rows of skills: only those that a candidate may ask for are cleared. */
static uint64_t *
row_bits(const Doc *doc, const Candidates *candidates)
{
	size_t      cells = posting_skill_row_count / 64 + 1;
	uint64_t   *bits = arena_alloc(doc->arena, cells * sizeof(uint64_t));

	for (uint32_t i = 0; i < candidates->count; i++)
		if (!candidates->items[i].mark->custom)
			bits[candidates->items[i].mark->entry->value / 64] = 0;
	return bits;
}

/* Adds the signs that the rest of the posting gives. */
static void
add_posting_signs(Doc *doc, Candidates *candidates)
{
	/* bits of the skills that stand in it */
	uint64_t   *once = row_bits(doc, candidates);
	uint64_t   *often = row_bits(doc, candidates);	/* and of those that do more than once */
	/* how many certain skills of each category stand in the posting */
	uint32_t	kin[SKILL_CATEGORIES] = {0};
	uint32_t	total = 0;

	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const Candidate *c = &candidates->items[i];
		uint32_t	row = c->mark->entry->value;
		uint64_t	bit = (uint64_t) 1 << row % 64;

		if (c->reason != NULL || c->mark->custom)
			continue;
		often[row / 64] |= once[row / 64] & bit;
		if (!(once[row / 64] & bit) && c->certain && c->score > 0)
		{
			kin[posting_skill_kin[row]]++;
			total++;
		}
		once[row / 64] |= bit;
	}
	add_neighbours(doc, candidates);
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		Candidate  *c = &candidates->items[i];
		uint32_t	row = c->mark->entry->value;

		if (c->reason != NULL || c->mark->custom)
			continue;
		add_signs(doc, c,
				  (in_crowd(candidates, i) ? SIGN_CROWD : 0) |
					  (often[row / 64] >> row % 64 & 1 ? SIGN_REPEATED : 0) |
					  (kin[posting_skill_kin[row]] == 0 && total > 4 ? SIGN_NO_KIN : 0));
	}
}

/* SIGN_SKILLS, and what pairs of signs say where that can still tip the balance. */
static void
add_pairs(const Doc *doc, Candidates *candidates)
{
	uint64_t   *seen = row_bits(doc, candidates);
	uint32_t	count = 0;

	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const Candidate *c = &candidates->items[i];
		uint32_t	row = c->mark->entry->value;

		if (!is_weighed(c) || c->score < 0 || seen[row / 64] >> row % 64 & 1)
			continue;
		seen[row / 64] |= (uint64_t) 1 << row % 64;
		count++;
	}
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		Candidate  *c = &candidates->items[i];

		if (!is_weighed(c))
			continue;
		add_signs(doc, c, (uint64_t) 1 << (SIGN_SKILLS + (count < 30 ? count / 5 : 6)));
		if (c->score > -PAIRS_REACH && c->score < PAIRS_REACH)
			c->score += weigh_pairs(c->signs);
	}
}

/*
 * A skill that one mention shows beyond doubt is meant by its others, too, unless much
 * speaks against that: 5/8 of what the best one is ahead, up to LIFT_REACH, count for each.
 */
#define LIFT_REACH	60
static void
lift_mentions(const Doc *doc, Candidates *candidates)
{
	uint8_t    *best = arena_alloc(doc->arena, posting_skill_row_count);

	/* thousands of rows, of which a posting names some */
	for (uint32_t i = 0; i < candidates->count; i++)
		if (is_weighed(&candidates->items[i]))
			best[candidates->items[i].mark->entry->value] = 0;
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		const Candidate *c = &candidates->items[i];

		if (is_weighed(c) && c->score > best[c->mark->entry->value])
			best[c->mark->entry->value] =
				(uint8_t) (c->score < LIFT_REACH ? c->score : LIFT_REACH);
	}
	for (uint32_t i = 0; i < candidates->count; i++)
	{
		Candidate  *c = &candidates->items[i];

		if (is_weighed(c) && c->score < 0 && best[c->mark->entry->value] > 0)
		{
			int			ahead = best[c->mark->entry->value] - c->score;

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

/* Looks at each mark of a skill, in the order of the text. */
static void
find_candidates(Doc *doc, Candidates *candidates)
{
	const Marks *marks = &doc->marks[KIND_SKILL];
	const SkillClause *clause = NULL;
	uint32_t	line = UINT32_MAX;	/* whose words above are told */
	int			above = 0;
	ContextSum *sums =
		marks->count > 0 ? arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(ContextSum)) : NULL;

	for (uint32_t i = 0; i < marks->count; i++)
	{
		Candidate  *c = VEC_PUSH(doc->arena, candidates);

		CHECK_INTERRUPTS(doc);
		c->mark = &marks->items[i];
		if (clause == NULL || c->mark->from < clause->at.from || c->mark->from >= clause->at.to)
			clause = look_at_clause(doc, doc_clause(doc, c->mark->from), sums);
		c->clause = clause;
		c->reason = rule_out(doc, c->mark, clause);
		if (c->reason != NULL)
			continue;
		c->certain = is_strong(c->mark);
		if (doc->tokens[c->mark->from].line != line)
		{
			line = doc->tokens[c->mark->from].line;
			above = above_score(doc, c->mark->from);
		}
		c->signs = signs_of(doc, c->mark, clause);
		c->score = weigh(doc, c, sums, above);
	}
	add_posting_signs(doc, candidates);
	if (!is_sentence(doc))
	{
		add_pairs(doc, candidates);
		lift_mentions(doc, candidates);
	}
}

/* Finds the skills of the document, in the order of the text. */
static void
find_skills(Doc *doc, FoundList *found)
{
	Candidates	candidates = {0};
	const Marks *marks = &doc->marks[KIND_SKILL];
	uint8_t     *headings =
		skill_heading_levels(doc, marks->count > 0 ? marks->items[marks->count - 1].from + 1 : 0);

	find_candidates(doc, &candidates);
	for (uint32_t i = 0; i < candidates.count; i++)
	{
		const Candidate *c = &candidates.items[i];
		const Mark *mark = c->mark;
		const char *reason = judge(c);
		bool		soft = (mark->entry->flags & ENTRY_SOFT) != 0;
		uint32_t	row = mark->custom ? mark->entry->value | OWN_SKILL : mark->entry->value;
		Found	   *f;

		CHECK_INTERRUPTS(doc);
		if (doc->explain)
			doc_fact(doc, soft ? FIELD_SOFT_SKILLS : FIELD_SKILLS, (Range) {mark->from, mark->to},
					 mark->custom                      ? "skill.custom"
					 : mark->entry->flags & ENTRY_WEAK ? "skill.context"
													   : "skill.lexicon",
					 reason, skill_name(doc, row));
		if (reason != NULL)
			continue;
		f = VEC_PUSH(doc->arena, found);
		f->from = mark->from;
		f->to = mark->to;
		f->row = row;
		f->soft = soft;
		f->requirement = skill_level(doc, headings, mark, c->clause, c->signs);
		if (soft || !skill_years(doc, mark, c->clause, &f->years_min, &f->years_max))
			f->years_min = f->years_max = YEARS_NONE;
	}
}

static int
found_order(const void *left, const void *right)
{
	const Found *a = left;
	const Found *b = right;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return a->from < b->from ? -1 : a->from > b->from;
}

static int
skill_order(const void *left, const void *right)
{
	const Str  *a = &((const Skill *) left)->name;
	const Str  *b = &((const Skill *) right)->name;
	int			order = memcmp(a->s, b->s, a->len < b->len ? a->len : b->len);

	return order != 0 ? order : a->len < b->len ? -1 : a->len > b->len;
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
 * The words of a find that name the skill: "Six Sigma certification"
 * without its last, "complex data sets" without its first.
 */
static Range
named_range(const Doc *doc, const Found *found)
{
	Range		range = {found->from, found->to};

	if (range.to - range.from > 1 && token_in(doc, range.to - 1, WORDS_SKILLS_NAME_TAILS) &&
		is_skill_alone(doc, (Range) {range.from, range.to - 1}))
		range.to--;
	if (range.to - range.from > 1 && token_in(doc, range.from, WORDS_SKILLS_NAME_HEADS))
		range.from++;
	while (range.to - range.from > 1 && doc->tokens[range.to - 1].kind == TOKEN_PUNCT)
		range.to--;
	return range;
}

/* Makes one skill of each run of finds: the strongest level counts, the first spans are kept. */
static void
collect(Doc *doc, const FoundList *found, bool soft, Skill **skills, uint32_t *count)
{
	Skill	   *list = arena_alloc(doc->arena, (found->count + 1) * sizeof(Skill));
	uint32_t	n = 0;

	for (uint32_t i = 0; i < found->count; i++)
	{
		const Found *f = &found->items[i];
		Skill	   *skill;

		if (f->soft != soft)
			continue;
		if (n == 0 || !str_equal(list[n - 1].name, skill_name(doc, f->row)))
		{
			if (n == POSTING_MAX_SKILLS)
			{
				doc->posting->truncated = true;
				break;
			}
			skill = &list[n++];
			memset(skill, 0, sizeof(*skill));
			skill->name = skill_name(doc, f->row);
			skill->requirement = f->requirement;
			skill->years_min = skill->years_max = YEARS_NONE;
		}
		skill = &list[n - 1];
		if (f->requirement < skill->requirement)
			skill->requirement = f->requirement;
		if (skill->years_min == YEARS_NONE && skill->years_max == YEARS_NONE)
		{
			skill->years_min = f->years_min;
			skill->years_max = f->years_max;
		}
		if (skill->n_at < POSTING_MAX_SPANS)
			skill->at[skill->n_at++] = range_span(doc, named_range(doc, f));
	}
	sort_items(list, n, sizeof(Skill), skill_order);
	*skills = list;
	*count = n;
}

/* Reads the skills. */
void
extract_skills(Doc *doc)
{
	FoundList	found = {0};

	find_skills(doc, &found);
	sort_items(found.items, found.count, sizeof(Found), found_order);
	collect(doc, &found, false, &doc->posting->skills, &doc->posting->n_skills);
	collect(doc, &found, true, &doc->posting->soft_skills, &doc->posting->n_soft_skills);
}
