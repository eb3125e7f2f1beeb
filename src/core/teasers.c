/*
 * teasers.c
 *		Pages that name many jobs and describe none: search results, job alerts,
 *		"similar jobs", a page whose job is gone.
 */
#include "split.h"

/* What tells a list of jobs from a job, apart from the roles that it names. */
typedef struct Census
{
	uint32_t	words;			/* in clauses long enough for a sentence */
	uint32_t	noise;			/* words in noise */
	uint32_t	all;			/* words */
	uint32_t	lists;			/* words that head lists of jobs */
	uint32_t	stops;			/* full stops behind words */
	/* words of clauses under headings of duties, requirements and benefits */
	uint32_t	work;
} Census;

/* A clause of so many words is a sentence; a role's name is shorter. */
#define SENTENCE_WORDS	8

/*
 * The zones that describe a job; so many words in them are a posting, whatever else the page lists.
 */
#define WORK_ZONES                                                                                 \
	(1u << ZONE_DUTIES | 1u << ZONE_REQUIREMENTS | 1u << ZONE_PREFERRED | 1u << ZONE_BENEFITS)
#define MUCH_WORK	120

/* Whether a title names a role beyond doubt. */
static bool
is_strong(const Doc *doc, const Mark *title)
{
	return !(title->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK)) &&
		   (title->to - title->from > 1 || title->entry->flags & ENTRY_HEAD) &&
		   (doc->lower_case || doc->tokens[title->from].shape & SHAPE_FIRST_UPPER);
}

/* Whether a strong title stands in a range. */
static bool
names_role(const Doc *doc, Range range)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (const Mark *mark = mark_from(doc, KIND_TITLE, range.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= range.to; mark++)
		if (is_strong(doc, mark))
			return true;
	return false;
}

/* Ends a clause also at the signs that part a list of jobs. */
static uint32_t
segment_end(const Doc *doc, uint32_t from)
{
	uint32_t	to = doc_clause(doc, from).to;

	for (uint32_t i = from; i < to; i++)
		if (token_punct(doc, i, '|'))
			return i + 1;
	return to > from ? to : from + 1;
}

/* Counts the words of a range. */
static uint32_t
count_words(const Doc *doc, uint32_t from, uint32_t to)
{
	uint32_t	words = 0;

	for (uint32_t i = from; i < to; i++)
		words += doc->tokens[i].kind == TOKEN_WORD;
	return words;
}

/* Counts the clauses that name a role and hold little else. */
static uint32_t
count_roles(const Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	uint32_t	roles = 0;
	uint32_t	from = 0,
				to = 0;

	for (const Mark *mark = marks->items; mark < marks->items + marks->count; mark++)
	{
		/* a clause is counted once */
		if (mark->from < to || !is_strong(doc, mark))
			continue;
		from = doc->clauses.items[doc->tokens[mark->from].clause].from;
		if (from < to)
			from = to;
		while ((to = segment_end(doc, from)) <= mark->from)
			from = to;
		roles += count_words(doc, from, to) < SENTENCE_WORDS && names_role(doc, (Range) {from, to});
	}
	return roles;
}

/* Takes the census, up to where it holds so many words of running text, or much of work. */
static Census
take_census(const Doc *doc, uint32_t most_words)
{
	Census		census = {0};

	for (uint32_t i = 0; i < doc->n_tokens && census.words < most_words && census.work < MUCH_WORK;)
	{
		uint32_t	to = segment_end(doc, i);
		uint32_t	words = count_words(doc, i, to);

		for (uint32_t k = i; k < to; k++)
		{
			census.stops += k > 0 && (token_punct(doc, k, '.') || token_punct(doc, k, '!')) &&
							doc->tokens[k].gap == GAP_NONE && doc->tokens[k - 1].len > 2 &&
							(k + 1 >= doc->n_tokens || doc->tokens[k + 1].gap != GAP_NONE);
			census.lists += doc->tokens[k].len > 3 && token_in(doc, k, WORDS_TEASERS_LIST);
		}
		census.all += words;
		if (doc->tokens[i].zone == ZONE_NOISE)
			census.noise += words;
		else if (words >= SENTENCE_WORDS)
			census.words += words;
		if (words >= SENTENCE_WORDS && (1u << doc->tokens[i].zone & WORK_ZONES) != 0)
			census.work += words;
		i = to;
	}
	return census;
}

/*
 * Whether so many short lines end in the same word that
 * they are rows of a list ("hide", "Save", "new").
 */
static bool
has_equal_rows(const Doc *doc)
{
	uint32_t	rows = 0,
				best = 0;

	for (uint32_t i = 1; i < doc->n_lines; i++)
	{
		const Line *line = &doc->lines[i];

		if (line->first >= line->last || line[-1].first >= line[-1].last)
			continue;
		rows = line->words > 1 && line->words < 16 &&
					   doc->tokens[line->last - 1].kind == TOKEN_WORD &&
					   doc->tokens[line->last - 1].hash == doc->tokens[line[-1].last - 1].hash
				   ? rows + 1
				   : 0;
		best = rows > best ? rows : best;
	}
	return best >= 4;
}

/*
 * So many roles with a pay of their own are a list of
 * jobs; so many lines are between the two at most.
 */
#define PRICED_ROLES	3
#define PRICED_LINES	3

/* So many words stand between two of them at most, and so many in sentences for each. */
#define PRICED_WORDS	60
#define PRICED_PROSE	30

/*
 * A page of teasers has less running text than so
 * many words if it is all noise, and if it is a list.
 */
#define NOISE_PROSE		30
#define LIST_PROSE		60

/* The same for each role that it names, and for each where work is described. */
#define SOME_PROSE		16
#define ROLE_PROSE		12

/* So many roles are a list of jobs although work is described. */
#define MANY_ROLES		8

/* The strong title that begins a line, behind its bullet; NULL where none does. */
static const Mark *
opening_role(const Doc *doc, const Line *line)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	const Mark *mark = line->first < line->last &&
							   names_role(doc, (Range) {line->first, line->last})
						   ? mark_from(doc, KIND_TITLE, line->first)
						   : NULL;

	while (mark != NULL && mark < marks->items + marks->count &&
		   mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK))
		mark++;
	return mark != NULL && mark < marks->items + marks->count && mark->from < line->first + 4
			   ? mark
			   : NULL;
}

/* Whether a line holds an amount of money. */
static bool
holds_money(const Doc *doc, const Line *line)
{
	const Mark *mark = line->first < line->last ? mark_from(doc, KIND_CURRENCY, line->first) : NULL;

	return mark != NULL && mark->to < line->last && doc->tokens[mark->to].kind == TOKEN_NUMBER;
}

/*
 * Short lines that name different roles, each with a place
 * and a pay of its own, little text before and between them.
 */
static uint32_t
count_priced_roles(const Doc *doc)
{
	const Mark *role = NULL;
	uint32_t	last = 0,
				words = 0,
				rows = 0;
	uint64_t	before = 0;

	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		const Line *line = &doc->lines[i];
		const Mark *opening = line->words <= 16 ? opening_role(doc, line) : NULL;

		if (opening != NULL)
		{
			role = opening;
			last = i;
		}
		words += line->words;
		if (role == NULL || i - last > PRICED_LINES || !holds_money(doc, line))
			continue;
		if (doc->tokens[role->to - 1].hash + doc->tokens[role->from].hash != before &&
			mark_from(doc, KIND_PLACE, role->to) != NULL &&
			mark_from(doc, KIND_PLACE, role->to)->from < line->last)
			rows += words <= PRICED_WORDS;
		before = doc->tokens[role->to - 1].hash + doc->tokens[role->from].hash;
		words = 0;
		role = NULL;
	}
	return rows;
}

/* Whether the page says that its job is gone. */
static bool
is_closed_page(const Doc *doc)
{
	for (uint32_t i = 0; i + 2 < doc->n_tokens && i < 60; i++)
		if (token_is(doc, i, "no") && token_is(doc, i + 1, "longer") &&
			token_is(doc, i + 2, "available"))
			return true;
	return false;
}

/*
 * A page of teasers has less running text than this, by the
 * roles that it names and those with a pay; 0: it is none.
 */
static uint32_t
most_prose(const Doc *doc, uint32_t roles, uint32_t priced)
{
	uint32_t	most = roles >= 3 ? NOISE_PROSE : 0;

	if (doc->has_work)
		return roles >= MANY_ROLES ? ROLE_PROSE * roles : most;
	if (most < LIST_PROSE)
		most = LIST_PROSE;
	if (roles >= 5 && most < SOME_PROSE * roles)
		most = SOME_PROSE * roles;
	return priced >= PRICED_ROLES && most < PRICED_PROSE * priced ? PRICED_PROSE * priced : most;
}

/* Whether a page holds nothing but teasers: many roles or cards, hardly any running text. */
bool
is_teaser_page(const Doc *doc)
{
	Census		census;
	uint32_t	roles,
				priced,
				most;

	if (doc->source.jsonld.count > 0)
		return false;
	roles = count_roles(doc);
	priced = doc->has_work || doc->marks[KIND_CURRENCY].count < PRICED_ROLES
				 ? 0
				 : count_priced_roles(doc);
	most = most_prose(doc, roles, priced);
	if (most == 0)
		return false;
	census = take_census(doc, most);
	if (census.words >= most)
		return false;
	if (census.noise * 10 > census.all * 8 && census.words < NOISE_PROSE && roles >= 3)
		return true;
	if (census.work >= MUCH_WORK)
		return false;
	if (doc->has_work)
		return roles >= MANY_ROLES && census.words < ROLE_PROSE * roles && census.stops * 2 < roles;
	if (priced >= PRICED_ROLES && census.words < PRICED_PROSE * priced)
		return true;
	if (census.words < LIST_PROSE && (has_equal_rows(doc) || is_closed_page(doc)))
		return true;
	if (census.stops > 1)
		return false;
	return (roles >= 3 && census.words < 45) || (census.lists >= 2 && census.words < LIST_PROSE) ||
		(roles >= 5 && census.words < SOME_PROSE * roles);
}
