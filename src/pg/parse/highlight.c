/*
 * highlight.c
 *		The raw text as an HTML fragment with its mentions marked.
 *
 * All that the posting holds is escaped, its own markup included: the fragment
 * has no element but <mark>, and no attribute but class and title.
 */
#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "pg/doc/doc.h"
#include "pg/parse/mention.h"
#include "pg/parse/session.h"

/* What one mention of a field is called, in the order of Field. */
static const char *const class_names[FIELD_COUNT] = {
	"title", "occupation", "company", "agency", "location", "workplace",
	"remote_scope", "employment_type", "hours_per_week", "seniority", "salary",
	"pay_statement", "experience_years", "education", "skill", "soft_skill",
	"language", "language_level", "benefit", "visa_sponsorship", "reference",
	"date_posted", "valid_through", "text_language"
};

/* Appends text that no browser takes for markup. */
static void
put_escaped(StringInfo out, const char *s, uint32 len)
{
	uint32		done = 0;

	for (uint32 i = 0; i < len; i++)
	{
		const char *entity;

		switch (s[i])
		{
			case '&':
				entity = "&amp;";
				break;
			case '<':
				entity = "&lt;";
				break;
			case '>':
				entity = "&gt;";
				break;
			case '"':
				entity = "&quot;";
				break;
			case '\'':
				entity = "&#39;";
				break;
			default:
				continue;
		}
		appendBinaryStringInfo(out, s + done, i - done);
		appendStringInfoString(out, entity);
		done = i + 1;
	}
	appendBinaryStringInfo(out, s + done, len - done);
}

/*
 * A mark's tooltip shows so many bytes of the value at most: a value may be stored
 * with one long title and a thousand places where it stands.
 */
#define MAX_TOOLTIP	200

/* Appends the tag that begins a mention. */
static void
put_tag(StringInfo out, const Posting *posting, const Mention *mention)
{
	Str			value = posting_mention_value(posting, mention);

	appendStringInfo(out, "<mark class=\"posting-%s\"", class_names[mention->field]);
	if (value.len > 0)
	{
		appendStringInfoString(out, " title=\"");
		put_escaped(out, value.s, (uint32) pg_mbcliplen(value.s, (int) value.len, MAX_TOOLTIP));
		if (mention->requirement.len > 0)
			appendStringInfo(out, " (%.*s)", (int) mention->requirement.len,
							 mention->requirement.s);
		appendStringInfoChar(out, '"');
	}
	appendStringInfoChar(out, '>');
}

/* Orders mentions so that what encloses stands before what it encloses. */
static int
enclosing_first(const void *left, const void *right)
{
	const Mention *a = left;
	const Mention *b = right;

	if (a->at.start != b->at.start)
		return a->at.start < b->at.start ? -1 : 1;
	if (a->at.stop != b->at.stop)
		return a->at.stop > b->at.stop ? -1 : 1;
	return a->field < b->field ? -1 : a->field > b->field;
}

/* The fragment while it grows. */
typedef struct Fragment
{
	StringInfoData out;
	const char *raw;
	uint32		done;			/* bytes of raw that are written */
	uint32	   *open;			/* where the open marks end, innermost last */
	uint32		n_open;
} Fragment;

/* Writes the text up to a byte, and ends the marks that end on the way. */
static void
advance(Fragment *fragment, uint32 to)
{
	while (fragment->n_open > 0 && fragment->open[fragment->n_open - 1] <= to)
	{
		uint32		stop = fragment->open[--fragment->n_open];

		put_escaped(&fragment->out, fragment->raw + fragment->done, stop - fragment->done);
		appendStringInfoString(&fragment->out, "</mark>");
		fragment->done = stop;
	}
	put_escaped(&fragment->out, fragment->raw + fragment->done, to - fragment->done);
	fragment->done = to;
}

/*
 * Marks the mentions; they may lie in one another, but of two that cross only the first is marked.
 */
static text *
highlight(PostingSession *session, const Posting *posting)
{
	const ParseInput *input = &session->input;
	Fragment	fragment = {.raw = input->raw};
	Mention    *mentions;
	uint32_t	n_mentions;
	MemoryContext caller = CurrentMemoryContext;
	/* what finding a mention's value takes is given back after each */
	MemoryContext each =
		AllocSetContextCreate(caller, "posting_highlight mention", ALLOCSET_SMALL_SIZES);

	posting_session_check(posting_mentions_of(&session->arena, posting, input->raw, input->len,
											  &mentions, &n_mentions));
	qsort(mentions, n_mentions, sizeof(Mention), enclosing_first);
	initStringInfo(&fragment.out);
	fragment.open = palloc((n_mentions + 1) * sizeof(uint32));
	for (uint32 i = 0; i < n_mentions; i++)
	{
		Span		at = mentions[i].at;

		if (at.start == at.stop || !posting_span_fits(input->raw, input->len, at))
			continue;
		advance(&fragment, at.start);
		if (fragment.n_open > 0 && fragment.open[fragment.n_open - 1] < at.stop)
			continue;
		MemoryContextSwitchTo(each);
		put_tag(&fragment.out, posting, &mentions[i]);
		MemoryContextSwitchTo(caller);
		MemoryContextReset(each);
		fragment.open[fragment.n_open++] = at.stop;
	}
	advance(&fragment, input->len);
	MemoryContextDelete(each);
	return cstring_to_text_with_len(fragment.out.data, fragment.out.len);
}

/* Returns the text with its mentions marked. */
PG_FUNCTION_INFO_V1(posting_highlight);
Datum
posting_highlight(PG_FUNCTION_ARGS)
{
	PostingSession session;
	Posting		posting;
	text	   *result;

	posting_session_begin(&session);
	posting_session_read_all(&session, PG_GETARG_TEXT_PP(0));
	posting_session_check(parse_posting(&session.arena, &session.input, &posting));
	result = highlight(&session, &posting);
	posting_session_end(&session);
	PG_RETURN_TEXT_P(result);
}

/* Returns the text with the mentions of a stored posting_doc marked. */
PG_FUNCTION_INFO_V1(posting_highlight_doc);
Datum
posting_highlight_doc(PG_FUNCTION_ARGS)
{
	PostingSession session;
	Posting		posting;
	text	   *result;

	posting_session_begin(&session);
	posting_session_read_all(&session, PG_GETARG_TEXT_PP(0));
	posting_doc_load(PG_GETARG_DATUM(1), DOC_ALL_BLOCKS, &posting);
	result = highlight(&session, &posting);
	posting_session_end(&session);
	PG_RETURN_TEXT_P(result);
}
