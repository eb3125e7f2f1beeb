/*
 * parse.c
 *		The pipeline (see parse.h): raw → source → tokens → lines → marks →
 *		sections → extractors → posting.
 */
#include <stdlib.h>

#include "extract.h"
#include "parse.h"
#include "split.h"

/* Prepares a document up to its sections. */
static void
open_document(Arena *arena, const ParseInput *input, Doc *doc)
{
	Tokens		tokens;
	uint32_t	len = input->len < POSTING_MAX_RAW ? input->len : POSTING_MAX_RAW;

	/* never cut inside a character */
	if (len < input->len)
		while (len > 0 && ((uint8_t) input->raw[len] & 0xC0) == 0x80)
			len--;
	memset(doc, 0, sizeof(*doc));
	doc->arena = arena;
	doc->host = input->host;
	doc->custom = input->custom;
	doc->explain = input->explain;
	doc->raw = input->raw;
	doc->raw_len = len;
	posting_builtin_lexicon(&doc->lex);
	source_read(arena, doc->raw, len, doc->host != NULL ? doc->host->interrupt : NULL,
				&doc->source);
	CHECK_INTERRUPTS(doc);
	fold_tokens(arena, doc->source.text, doc->source.len, POSTING_MAX_TOKENS, &doc->lex,
				doc->host != NULL ? doc->host->interrupt : NULL, &tokens);
	doc->tokens = tokens.items;
	doc->n_tokens = tokens.count;
	doc->notes = tokens.notes;
	doc->n_notes = tokens.n_notes;
	doc->cut = tokens.cut;
	CHECK_INTERRUPTS(doc);
	doc_lines(doc, &tokens);
	doc_match(doc);
	CHECK_INTERRUPTS(doc);
	doc_clauses(doc);
	doc_sections(doc);
	CHECK_INTERRUPTS(doc);
}

/* Runs the extractors over a prepared document. */
static void
read_fields(Doc *doc, Posting *posting)
{
	static void (*const extractors[]) (Doc *doc) = {
		extract_language, extract_title, extract_company, extract_places,
		extract_terms, extract_pay, extract_experience, extract_education,
		extract_benefits, extract_languages, extract_reference, extract_skills,
		extract_jsonld
	};

	memset(posting, 0, sizeof(*posting));
	posting->date_posted = posting->valid_through = DATE_NONE;
	posting->version = POSTING_PARSER_VERSION;
	doc->posting = posting;
	for (size_t i = 0; i < lengthof(extractors); i++)
	{
		extractors[i] (doc);
		CHECK_INTERRUPTS(doc);
	}
}

/* Whether a field's evidence is kept in the value; skills and pay carry their own spans. */
static bool
is_kept(Field field)
{
	return field != FIELD_SKILLS && field != FIELD_SOFT_SKILLS && field != FIELD_SALARIES;
}

/* Keeps the first evidence of each value, field by field. */
static void
collect_evidence(Doc *doc)
{
	Posting    *posting = doc->posting;
	Evidence   *list = arena_alloc(doc->arena, POSTING_MAX_EVIDENCE * sizeof(Evidence));
	const Fact **ordered = arena_alloc(doc->arena, doc->facts.count * sizeof(Fact *));
	const Fact **kept = arena_alloc(doc->arena, POSTING_MAX_EVIDENCE * sizeof(Fact *));
	/* of each field's facts among the ordered ones, behind those of the fields before */
	uint32_t	ends[FIELD_COUNT + 1] = {0};
	bool		given[FIELD_COUNT] = {false};	/* by the block */
	uint32_t	n = 0,
				n_kept = 0,
				first = 0;		/* of those kept, the first one of the same field */

	for (uint32_t i = 0; i < doc->block_facts.count && n < POSTING_MAX_EVIDENCE; i++)
	{
		const BlockFact *fact = &doc->block_facts.items[i];

		if (!is_kept(fact->field))
			continue;
		list[n++] = (Evidence) {fact->field, str_of(fact->rule), fact->at};
		given[fact->field] = true;
	}
	for (uint32_t i = 0; i < doc->facts.count; i++)
		ends[doc->facts.items[i].field + 1]++;
	for (uint32_t f = 1; f < FIELD_COUNT; f++)
		ends[f] += ends[f - 1];
	for (uint32_t i = 0; i < doc->facts.count; i++)
		ordered[ends[doc->facts.items[i].field]++] = &doc->facts.items[i];
	for (uint32_t i = 0; i < doc->facts.count && n < POSTING_MAX_EVIDENCE; i++)
	{
		const Fact *fact = ordered[i];
		bool		known = fact->reason != NULL || !is_kept(fact->field) || given[fact->field];

		if (i > 0 && ordered[i - 1]->field != fact->field)
			first = n_kept;
		for (uint32_t k = first; k < n_kept && !known; k++)
			known = str_equal(kept[k]->value, fact->value);
		if (known)
			continue;
		kept[n_kept++] = fact;
		list[n++] = (Evidence) {fact->field, str_of(fact->rule), range_span(doc, fact->at)};
	}
	posting->evidence = list;
	posting->n_evidence = n;
}

/* Turns the zones into spans of the raw text, neighbours of one kind joined. */
static void
collect_sections(Doc *doc)
{
	SectionSpan *list = arena_alloc(doc->arena, POSTING_MAX_SECTIONS * sizeof(SectionSpan));
	uint32_t	n = 0;

	for (uint32_t i = 0; i < doc->stretches.count && n < POSTING_MAX_SECTIONS; i++)
	{
		const ZoneStretch *stretch = &doc->stretches.items[i];

		if (stretch->zone != ZONE_NOISE)
			list[n++] = (SectionSpan) {(Zone) stretch->zone, range_span(doc, stretch->at)};
	}
	doc->posting->sections = list;
	doc->posting->n_sections = n;
}

/* Fills in what the whole document tells. */
static void
close_document(Doc *doc, const ParseInput *input, uint32_t postings)
{
	Posting    *posting = doc->posting;

	collect_evidence(doc);
	collect_sections(doc);
	posting->postings = postings;
	posting->raw_length = input->len;
	posting->truncated |= doc->cut || input->len > doc->raw_len;
}

/* A value that says only that there is no posting. */
static void
empty_posting(const ParseInput *input, Posting *posting)
{
	memset(posting, 0, sizeof(*posting));
	posting->hours_min = posting->hours_max = -1;
	posting->experience_min = posting->experience_max = YEARS_NONE;
	posting->date_posted = posting->valid_through = DATE_NONE;
	posting->raw_length = input->len;
	posting->truncated = input->len > POSTING_MAX_RAW;
	posting->version = POSTING_PARSER_VERSION;
}

/* Reads one part of a document, its spans moved to where they stand in the whole. */
static void
read_part(Arena *arena, const ParseInput *input, Span at, uint32_t postings, Doc *doc,
		  Posting *posting)
{
	ParseInput	part = *input;

	part.raw += at.start;
	part.len = at.stop - at.start;
	open_document(arena, &part, doc);
	read_fields(doc, posting);
	close_document(doc, input, postings);
}

/* Moves all spans of a posting by an offset. */
static void
move_spans(Posting *posting, uint32_t by)
{
	for (uint32_t i = 0; i < posting->n_pays; i++)
		for (uint32_t k = 0; k < posting->pays[i].n_at; k++)
			posting->pays[i].at[k] =
				(Span) {posting->pays[i].at[k].start + by, posting->pays[i].at[k].stop + by};
	for (int soft = 0; soft < 2; soft++)
		for (uint32_t i = 0; i < (soft ? posting->n_soft_skills : posting->n_skills); i++)
		{
			Skill	   *skill = soft ? &posting->soft_skills[i] : &posting->skills[i];

			for (uint32_t k = 0; k < skill->n_at; k++)
				skill->at[k] = (Span) {skill->at[k].start + by, skill->at[k].stop + by};
		}
	for (uint32_t i = 0; i < posting->n_sections; i++)
		posting->sections[i].at =
			(Span) {posting->sections[i].at.start + by, posting->sections[i].at.stop + by};
	for (uint32_t i = 0; i < posting->n_evidence; i++)
		posting->evidence[i].at =
			(Span) {posting->evidence[i].at.start + by, posting->evidence[i].at.stop + by};
}

/* Whether words of two documents are one, but for the s of a plural. */
static bool
is_same_word(const Doc *a, uint32_t i, const Doc *b, uint32_t k)
{
	const Token *one = &a->tokens[i];
	const Token *many = &b->tokens[k];
	const char *s = token_text(a, i);
	const char *t = token_text(b, k);

	if (one->hash == many->hash)
		return true;
	if (one->len > many->len)
		return is_same_word(b, k, a, i);
	return one->len + 1 == many->len && (t[one->len] | 32) == 's' &&
		   is_same_but_for_case(s, t, one->len);
}

/* Whether each word of one title stands in another: "Analyst" in "Senior Analyst, Sales". */
static bool
title_holds(const Doc *longer, const Doc *shorter)
{
	for (uint32_t i = shorter->title.from; i < shorter->title.to; i++)
	{
		uint32_t	k = longer->title.from;

		while (k < longer->title.to && !is_same_word(shorter, i, longer, k))
			k++;
		if (shorter->tokens[i].kind <= TOKEN_NUMBER && k == longer->title.to)
			return false;
	}
	return true;
}

/*
 * Whether the parts of a document name two titles.  One that is said again and
 * again ("As a Sales Manager, you ..." in each section) tells of one posting.
 */
static bool
have_two_titles(Arena *arena, const ParseInput *input, const Span *spans, uint32_t n)
{
	Doc			first = {0};

	for (uint32_t i = 0; i < n; i++)
	{
		Doc			part;
		Posting		posting;

		read_part(arena, input, spans[i], 1, &part, &posting);
		if (first.title.to == 0)
			first = part;
		else if (!title_holds(&first, &part) && !title_holds(&part, &first))
			return true;
	}
	return false;
}

/* The raw span of each posting of a document. */
static uint32_t
part_spans(Arena *arena, const ParseInput *input, Doc *doc, Span **spans)
{
	uint32_t   *starts;
	bool		sure = true;
	uint32_t	n = doc->source.from_description ? 1 : split_document(doc, &starts, &sure);

	*spans = arena_alloc(doc->arena, (n + 1) * sizeof(Span));
	for (uint32_t i = 0; i < n; i++)
	{
		(*spans)[i].start = i == 0 ? 0 : source_start(&doc->source, doc->tokens[starts[i]].start);
		if (i > 0)
			(*spans)[i - 1].stop = (*spans)[i].start;
		(*spans)[i].stop = doc->raw_len;
	}
	if (sure || n < 2 || have_two_titles(arena, input, *spans, n))
		return n;
	(*spans)[0].stop = doc->raw_len;
	return 1;
}

/* Reads a document: the first posting, with what all share. */
static void
read_document(Arena *arena, const ParseInput *input, Doc *doc, Posting *posting)
{
	Span	   *spans;
	uint32_t	n;

	open_document(arena, input, doc);
	if (doc->n_tokens == 0 && doc->source.jsonld.count == 0)
	{
		empty_posting(input, posting);
		return;
	}
	n = part_spans(arena, input, doc, &spans);
	CHECK_INTERRUPTS(doc);
	if (n == 0)
	{
		empty_posting(input, posting);
		posting->truncated |= doc->cut;
		return;
	}
	if (n == 1)
	{
		read_fields(doc, posting);
		close_document(doc, input, 1);
		return;
	}
	{
		Doc			whole = *doc;
		Posting		shared;

		read_fields(&whole, &shared);
		read_part(arena, input, spans[0], n, doc, posting);
		if (posting->company.s == NULL)
			posting->company = shared.company;
	}
}

/* Enters the core: a failed allocation comes back here as false. */
#define ENTER(arena, jump) \
	do { \
		(arena)->failed = &(jump); \
		if (setjmp(jump)) \
			return false; \
	} while (0)

/* Reads a document. */
bool
parse_posting(Arena *arena, const ParseInput *input, Posting *posting)
{
	jmp_buf		jump;
	Doc			doc;

	ENTER(arena, jump);
	read_document(arena, input, &doc, posting);
	return true;
}

/* Reads each posting of a document. */
bool
parse_split(Arena *arena, const ParseInput *input, PostingPart **parts, uint32_t *n_parts)
{
	jmp_buf		jump;
	Doc			doc;
	Span	   *spans;
	Posting		shared;
	uint32_t	n;

	ENTER(arena, jump);
	*n_parts = 0;
	open_document(arena, input, &doc);
	if (doc.n_tokens == 0 && doc.source.jsonld.count == 0)
		return true;
	n = part_spans(arena, input, &doc, &spans);
	*parts = arena_alloc(arena, (n + 1) * sizeof(PostingPart));
	if (n > 1)
		read_fields(&doc, &shared);
	for (uint32_t i = 0; i < n; i++)
	{
		PostingPart *part = &(*parts)[i];
		Doc			own;

		part->at = spans[i];
		read_part(arena, input, spans[i], 1, &own, &part->posting);
		move_spans(&part->posting, spans[i].start);
		if (n > 1 && part->posting.company.s == NULL)
			part->posting.company = shared.company;
	}
	*n_parts = n;
	return true;
}

/* The readable text. */
bool
parse_text(Arena *arena, const ParseInput *input, Str *text)
{
	jmp_buf		jump;
	Doc			doc;
	char	   *out;
	uint32_t	n = 0;

	ENTER(arena, jump);
	open_document(arena, input, &doc);
	out = arena_alloc(arena, doc.source.len + doc.n_lines * 2 + 1);
	for (uint32_t i = 0; i < doc.n_lines; i++)
	{
		const Line *line = &doc.lines[i];
		uint32_t	start = doc.tokens[line->from].start;
		uint32_t	stop = doc.tokens[line->to - 1].start + doc.tokens[line->to - 1].len;

		if (line->flags & LINE_NOISE)
			continue;
		if (n > 0)
		{
			if (line->flags & LINE_BLANK)
				out[n++] = '\n';
			out[n++] = '\n';
		}
		memcpy(out + n, doc.source.text + start, stop - start);
		n += stop - start;
	}
	*text = (Str) {out, n};
	return true;
}

/* The sections with their headings. */
bool
parse_sections(Arena *arena, const ParseInput *input, PostingSection **sections,
			   uint32_t *n_sections)
{
	jmp_buf		jump;
	Doc			doc;

	*n_sections = 0;
	ENTER(arena, jump);
	open_document(arena, input, &doc);
	*sections = arena_alloc(arena, (doc.zones.count + 2) * sizeof(PostingSection));
	for (uint32_t z = 0; z <= doc.zones.count; z++)
	{
		const ZoneStart *zone = z > 0 ? &doc.zones.items[z - 1] : NULL;
		uint32_t	from = zone ? zone->body : 0;
		uint32_t	to = z < doc.zones.count ? doc.zones.items[z].heading : doc.n_tokens;
		PostingSection *section = &(*sections)[*n_sections];

		if ((zone != NULL && zone->zone == ZONE_NOISE) || (from >= to && zone == NULL))
			continue;
		memset(section, 0, sizeof(*section));
		section->zone = zone ? (Zone) zone->zone : ZONE_SUMMARY;
		if (zone != NULL && zone->heading < zone->body)
			section->heading = range_text(&doc, (Range) {zone->heading, zone->body});
		if (from < to)
		{
			uint32_t	start = doc.tokens[from].start;
			uint32_t	stop = doc.tokens[to - 1].start + doc.tokens[to - 1].len;

			section->body = (Str) {doc.source.text + start, stop - start};
			section->at = range_span(&doc, (Range) {from, to});
		}
		(*n_sections)++;
	}
	return true;
}

/* Whether a JSON-LD block gave another value for the field of a fact. */
static bool
is_outdone(const Doc *doc, const Fact *fact)
{
	bool		given = false;

	for (uint32_t i = 0; i < doc->block_facts.count; i++)
	{
		if (doc->block_facts.items[i].field != fact->field)
			continue;
		if (str_equal(doc->block_facts.items[i].value, fact->value))
			return false;
		given = true;
	}
	return given;
}

/* What posting_explain shows of a value and of where it was read. */
static Mention
explained(const Doc *doc, Field field, Span at, const char *rule, Str value)
{
	return (Mention) {.field = field,
					 .value = value,
					 .at = at,
					 .mention = {doc->raw + at.start, at.stop - at.start},
					 .rule = str_of(rule)};
}

/* Accepted and rejected candidates. */
bool
parse_explain(Arena *arena, const ParseInput *input, Mention **mentions, uint32_t *n_mentions)
{
	jmp_buf		jump;
	Doc			doc;
	Posting		posting;
	ParseInput	asked = *input;
	uint32_t	n = 0;

	ENTER(arena, jump);
	asked.explain = true;
	read_document(arena, &asked, &doc, &posting);
	*mentions = arena_alloc(arena, (doc.facts.count + doc.block_facts.count + 1) * sizeof(Mention));
	for (uint32_t i = 0; i < doc.block_facts.count; i++)
	{
		const BlockFact *fact = &doc.block_facts.items[i];

		(*mentions)[n++] = explained(&doc, fact->field, fact->at, fact->rule, fact->value);
	}
	for (uint32_t i = 0; i < doc.facts.count; i++)
	{
		const Fact *fact = &doc.facts.items[i];
		Mention    *m = &(*mentions)[n++];

		*m = explained(&doc, fact->field, range_span(&doc, fact->at), fact->rule, fact->value);
		if (fact->reason != NULL)
			m->reason = str_of(fact->reason);
		else if (is_outdone(&doc, fact))
			m->reason = str_of("the JSON-LD block says otherwise");
	}
	qsort(*mentions, n, sizeof(Mention), posting_mention_order);
	*n_mentions = n;
	return true;
}
