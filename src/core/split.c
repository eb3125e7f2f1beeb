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

/* Whether a page holds nothing but teasers: many titles or cards, no running text. */
static bool
is_teaser_page(const Doc *doc, uint32_t title_lines)
{
	uint32_t	text = 0,
				words = 0,
				noise = 0;

	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		const Line *line = &doc->lines[i];

		words += line->words;
		if (line->flags & LINE_NOISE || (line->first < line->last && doc->tokens[line->first].zone == ZONE_NOISE))
			noise += line->words;
		else if (line->words >= 12)
			text += doc->tokens[line->to - 1].start - doc->tokens[line->from].start;
	}
	return (title_lines >= 4 && text < 150 + doc->source.len / 20) || (noise * 10 > words * 8 && text < 150);
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
	if (is_teaser_page(doc, n_titles))
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
