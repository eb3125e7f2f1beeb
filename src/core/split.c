/*
 * split.c
 *		Several postings in one document: a new one begins at a line that names a
 *		role, where the one before is complete and another body follows.
 */
#include "split.h"

/* A body is complete with so much running text, in bytes. */
#define MIN_BODY	350

/* Whether a line reads like a title that stands alone. */
static bool
is_title_line(const Doc *doc, const Line *line)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	const Mark *mark;
	const Mark *heading;
	uint32_t	upper = 0,
				words = 0;
	bool		role = false;

	if (line->first >= line->last || line->words < 1 || line->words > 14 || line->flags & (LINE_NOISE | LINE_COLON | LINE_TEXT) ||
		(line->flags & LINE_BULLET && !(line->flags & (LINE_BOLD | LINE_MARKDOWN))))
		return false;
	if (token_punct(doc, line->last - 1, '.') || token_punct(doc, line->last - 1, ',') || token_punct(doc, line->last - 1, '?') || token_punct(doc, line->last - 1, ';'))
		return false;
	heading = mark_at(doc, KIND_HEADING, line->first);
	if (heading != NULL && !(heading->entry->value == HEADING_LABEL + LABEL_TITLE && token_punct(doc, heading->to, ':')))
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
	{
		if (doc->tokens[i].kind != TOKEN_WORD || doc->tokens[i].len < 4)
			continue;
		words++;
		upper += (doc->tokens[i].shape & SHAPE_FIRST_UPPER) != 0;
	}
	if (!doc->lower_case && upper * 3 < words * 2)
		return false;
	for (mark = mark_from(doc, KIND_TITLE, line->first); mark != NULL && mark < marks->items + marks->count && mark->to <= line->last; mark++)
		role |= !(mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK));
	return role;
}

/* What a stretch of lines holds. */
typedef struct Body
{
	uint32_t	text;			/* bytes in lines of running text */
	bool		work;			/* a heading for duties or requirements opens in it */
} Body;

/* Sums the lines [from, to); opens tells the lines where a heading opens a body. */
static Body
measure(const Doc *doc, const bool *opens, uint32_t from, uint32_t to)
{
	Body		body = {0, false};

	for (uint32_t i = from; i < to; i++)
	{
		const Line *line = &doc->lines[i];

		if (line->first >= line->last || line->flags & LINE_NOISE)
			continue;
		body.work |= opens[i];
		if (line->flags & LINE_TEXT || (line->flags & LINE_BULLET && line->words > 4))
			body.text += doc->tokens[line->last - 1].start - doc->tokens[line->first].start;
	}
	return body;
}

/* What tells a list of jobs from a job: roles named in short clauses against running text. */
typedef struct Census
{
	uint32_t	roles;			/* in clauses that hold little else */
	uint32_t	words;			/* in clauses long enough for a sentence */
	uint32_t	noise;			/* words in noise */
	uint32_t	all;			/* words */
	uint32_t	lists;			/* words that head lists of jobs */
	uint32_t	stops;			/* full stops behind words */
} Census;

/* A clause of so many words is a sentence; a role's name is shorter. */
#define SENTENCE_WORDS	8

/* Whether a strong title stands in a range. */
static bool
names_role(const Doc *doc, Range range)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (const Mark *mark = mark_from(doc, KIND_TITLE, range.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= range.to; mark++)
		if (!(mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK)) &&
			(mark->to - mark->from > 1 || mark->entry->flags & ENTRY_HEAD) &&
			(doc->lower_case || doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER))
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

/* Words that pages of search results and job alerts use of themselves. */
static const char *const list_words[] = {
	"results", "jobs", "vacancies", "viewed", "similar", "alert", "showing", "roles", "openings", "filter", "sort", "listings",
	"treffer", "stellen", "ergebnisse", "offres", "résultats", "alerte", "vacatures", "resultaten", "zoekopdracht", "vorige",
	"ofertas", "resultados", "vagas", "oferty", "wyniki", "offerte", "risultati", NULL
};

/* Counts roles and running text. */
static Census
take_census(const Doc *doc)
{
	Census		census = {0};

	for (uint32_t i = 0; i < doc->n_tokens;)
	{
		uint32_t	to = segment_end(doc, i);
		uint32_t	words = 0;

		for (uint32_t k = i; k < to; k++)
		{
			words += doc->tokens[k].kind == TOKEN_WORD;
			census.stops += k > 0 && (token_punct(doc, k, '.') || token_punct(doc, k, '!')) && doc->tokens[k].gap == GAP_NONE &&
				doc->tokens[k - 1].len > 2 && (k + 1 >= doc->n_tokens || doc->tokens[k + 1].gap != GAP_NONE);
			census.lists += doc->tokens[k].len > 3 && token_in(doc, k, list_words);
		}
		census.all += words;
		if (doc->tokens[i].zone == ZONE_NOISE)
			census.noise += words;
		else if (words >= SENTENCE_WORDS)
			census.words += words;
		if (words < SENTENCE_WORDS && names_role(doc, (Range) {i, to}))
			census.roles++;
		i = to;
	}
	return census;
}

/* Whether so many short lines end in the same word that they are rows of a list ("hide", "Save", "new"). */
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
		rows = line->words > 1 && line->words < 16 && doc->tokens[line->last - 1].kind == TOKEN_WORD &&
			doc->tokens[line->last - 1].hash == doc->tokens[line[-1].last - 1].hash ? rows + 1 : 0;
		best = rows > best ? rows : best;
	}
	return best >= 4;
}

/* Whether the page says that its job is gone. */
static bool
is_closed_page(const Doc *doc)
{
	for (uint32_t i = 0; i + 2 < doc->n_tokens && i < 60; i++)
		if (token_is(doc, i, "no") && token_is(doc, i + 1, "longer") && token_is(doc, i + 2, "available"))
			return true;
	return false;
}

/* Whether a page holds nothing but teasers: many roles or cards, hardly any running text. */
static bool
is_teaser_page(const Doc *doc)
{
	Census		census = take_census(doc);

	if (doc->source.jsonld.count > 0)
		return false;
	if (census.noise * 10 > census.all * 8 && census.words < 30 && census.roles >= 3)
		return true;
	if (doc->has_work)
		return census.roles >= 8 && census.words < 12 * census.roles && census.stops * 2 < census.roles;
	if (census.words < 60 && (has_equal_rows(doc) || is_closed_page(doc)))
		return true;
	if (census.stops > 1)
		return false;
	return (census.roles >= 3 && census.words < 45) || (census.lists >= 2 && census.words < 60) ||
		(census.roles >= 5 && census.words < 16 * census.roles);
}

/* Whether the line before parts two documents: a rule, "Apply now", or the end of the one before. */
static bool
is_parted(const Doc *doc, uint32_t line)
{
	const Line *before;
	uint8_t		zone;

	while (line > 0 && doc->lines[line - 1].first >= doc->lines[line - 1].last && doc->lines[line - 1].to - doc->lines[line - 1].from < 3)
		line--;
	if (line == 0)
		return false;
	before = &doc->lines[line - 1];
	if (before->first >= before->last || before->flags & LINE_NOISE || (token_punct(doc, before->from, '#') && before->words <= 3))
		return true;
	if (before->flags & LINE_COLON || (before->flags & LINE_HEADING) || mark_at(doc, KIND_HEADING, before->first) != NULL)
		return false;
	zone = doc->tokens[before->first].zone;
	return zone == ZONE_LEGAL || zone == ZONE_PROCESS || zone == ZONE_BENEFITS || zone == ZONE_NOISE || zone == ZONE_COMPANY ||
		before->flags & LINE_TEXT || before->flags & LINE_BULLET;
}

/* Whether running text or a heading follows a title soon, rather than more short lines. */
static bool
opens_body(const Doc *doc, uint32_t line)
{
	uint32_t	seen = 0;

	for (uint32_t i = line + 1; i < doc->n_lines && seen < 9; i++)
	{
		const Line *next = &doc->lines[i];

		if (next->first >= next->last)
			continue;
		seen++;
		if (next->flags & LINE_TEXT || mark_at(doc, KIND_HEADING, next->first) != NULL)
			return true;
	}
	return false;
}

/* Finds the first token of each posting. */
uint32_t
split_document(Doc *doc, uint32_t **starts)
{
	uint32_t   *titles = arena_alloc(doc->arena, (doc->n_lines + 1) * sizeof(uint32_t));
	uint32_t	n_titles = 0;
	uint32_t	n = 0;
	uint32_t	last = 0;
	bool	   *opens = arena_zero(doc->arena, doc->n_lines + 1);

	for (uint32_t z = 0; z < doc->zones.count; z++)
		if (doc->zones.items[z].heading < doc->n_tokens)
			opens[doc->tokens[doc->zones.items[z].heading].line] |= doc->zones.items[z].zone == ZONE_DUTIES ||
				doc->zones.items[z].zone == ZONE_REQUIREMENTS || doc->zones.items[z].zone == ZONE_SUMMARY;
	*starts = arena_alloc(doc->arena, (doc->n_lines + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < doc->n_lines; i++)
		if (is_title_line(doc, &doc->lines[i]))
			titles[n_titles++] = i;
	if (is_teaser_page(doc))
		return 0;
	(*starts)[n++] = 0;
	for (uint32_t t = 0; t < n_titles; t++)
	{
		uint32_t	line = titles[t];
		Body		before = measure(doc, opens, last, line);
		Body		after = {0, false};

		if (before.text < MIN_BODY || !(before.work || before.text > 4 * MIN_BODY) || !is_parted(doc, line) || !opens_body(doc, line))
			continue;
		/* the body behind it, as far as one reaches */
		for (uint32_t next = line + 1; next < doc->n_lines && next < line + 60 && (after.text < MIN_BODY || !after.work); next++)
		{
			Body		more = measure(doc, opens, next, next + 1);

			after.text += more.text;
			after.work |= more.work;
		}
		if (after.text < MIN_BODY || !after.work)
			continue;
		(*starts)[n++] = doc->lines[line].from;
		last = line;
	}
	return n;
}
