/*
 * parse.c
 *		SQL functions that read the raw text of a posting.
 *
 * The core counts bytes from 0; these functions count characters from 1, as
 * substr() does, and "stop" is the first character behind.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "pg/compat.h"
#include "pg/doc/doc.h"
#include "pg/parse/mention.h"
#include "pg/parse/session.h"

/* Characters before each block of a text, so that any position is found at once. */
#define BLOCK_SIZE	256

typedef struct CharacterMap
{
	const char *s;
	uint32		len;
	uint32	   *before;			/* by block */
} CharacterMap;

/* Counts the characters that begin in some bytes. */
static uint32
count_characters(const char *s, uint32 len)
{
	uint32		n = 0;

	for (uint32 i = 0; i < len; i++)
		n += (s[i] & 0xC0) != 0x80;
	return n;
}

/* Goes over a text once. */
static void
map_characters(CharacterMap *map, const char *s, uint32 len)
{
	uint32		blocks = len / BLOCK_SIZE + 1;

	map->s = s;
	map->len = len;
	map->before = palloc(blocks * sizeof(uint32));
	map->before[0] = 0;
	for (uint32 i = 1; i < blocks; i++)
		map->before[i] =
			map->before[i - 1] + count_characters(s + (i - 1) * BLOCK_SIZE, BLOCK_SIZE);
}

/* The position of a byte, in characters from 1. */
static Datum
position(const CharacterMap *map, uint32 at)
{
	uint32		block = at / BLOCK_SIZE;
	uint32		rest = at % BLOCK_SIZE;

	Assert(at <= map->len);
	return Int32GetDatum(1 + map->before[block] + count_characters(map->s + at - rest, rest));
}

/* One row of a function's result; its columns are set from the left. */
typedef struct Row
{
	int			n;
	Datum		values[8];
	bool		nulls[8];
} Row;

/* Sets the next column. */
static void
put_value(Row *row, Datum value)
{
	row->values[row->n] = value;
	row->nulls[row->n++] = false;
}

/* Leaves the next column NULL. */
static void
put_null(Row *row)
{
	row->values[row->n] = (Datum) 0;
	row->nulls[row->n++] = true;
}

/* Sets a text, NULL where it is absent or empty. */
static void
put_text(Row *row, Str str)
{
	if (str.len == 0)
		put_null(row);
	else
		put_value(row, PointerGetDatum(cstring_to_text_with_len(str.s, str.len)));
}

/* Sets start and stop, NULL where they are of another text. */
static void
put_span(Row *row, const CharacterMap *map, Span at)
{
	if (posting_span_fits(map->s, map->len, at))
	{
		put_value(row, position(map, at.start));
		put_value(row, position(map, at.stop));
	}
	else
	{
		put_null(row);
		put_null(row);
	}
}

/* Ends a row. */
static void
put_row(FunctionCallInfo fcinfo, Row *row)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	tuplestore_putvalues(result->setResult, result->setDesc, row->values, row->nulls);
}

/* Parses a text into a posting_doc. */
PG_FUNCTION_INFO_V1(posting_parse);
Datum
posting_parse(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(posting_parse_datum(PG_GETARG_DATUM(0), NULL));
}

/* Lists the postings of a document. */
PG_FUNCTION_INFO_V1(posting_split);
Datum
posting_split(PG_FUNCTION_ARGS)
{
	PostingSession session;
	CharacterMap map;
	PostingPart *parts;
	uint32_t	n_parts;

	InitMaterializedSRF(fcinfo, 0);
	posting_session_begin(&session);
	posting_session_read(&session, PG_GETARG_DATUM(0));
	posting_session_check(parse_split(&session.arena, &session.input, &parts, &n_parts));
	map_characters(&map, session.input.raw, session.available);
	for (uint32 i = 0; i < n_parts; i++)
	{
		Row			row = {0};
		Span		at = parts[i].at;

		put_value(&row, Int32GetDatum(i + 1));
		put_text(&row, (Str) {map.s + at.start, at.stop - at.start});
		put_span(&row, &map, at);
		put_value(&row, PointerGetDatum(posting_doc_serialize(&parts[i].posting)));
		put_row(fcinfo, &row);
	}
	posting_session_end(&session);
	return (Datum) 0;
}

/* Returns the readable text. */
PG_FUNCTION_INFO_V1(posting_text);
Datum
posting_text(PG_FUNCTION_ARGS)
{
	PostingSession session;
	Str			readable;
	text	   *result;

	posting_session_begin(&session);
	posting_session_read(&session, PG_GETARG_DATUM(0));
	posting_session_check(parse_text(&session.arena, &session.input, &readable));
	result = cstring_to_text_with_len(readable.s, readable.len);
	posting_session_end(&session);
	PG_RETURN_TEXT_P(result);
}

/* Lists the sections. */
PG_FUNCTION_INFO_V1(posting_sections);
Datum
posting_sections(PG_FUNCTION_ARGS)
{
	PostingSession session;
	CharacterMap map;
	PostingSection *sections;
	uint32_t	n_sections;

	InitMaterializedSRF(fcinfo, 0);
	posting_session_begin(&session);
	posting_session_read(&session, PG_GETARG_DATUM(0));
	posting_session_check(parse_sections(&session.arena, &session.input, &sections, &n_sections));
	map_characters(&map, session.input.raw, session.available);
	for (uint32 i = 0; i < n_sections; i++)
	{
		Row			row = {0};
		const PostingSection *section = &sections[i];

		put_value(&row, Int32GetDatum(i + 1));
		put_text(&row, str_of(posting_zone_names[section->zone]));
		put_text(&row, section->heading);
		put_text(&row, section->body);
		if (section->body.len > 0)
			put_span(&row, &map, section->at);
		else
		{
			put_null(&row);
			put_null(&row);
		}
		put_row(fcinfo, &row);
	}
	posting_session_end(&session);
	return (Datum) 0;
}

/* Lists the mentions of a value. */
static void
put_mentions(FunctionCallInfo fcinfo, PostingSession *session, const Posting *posting)
{
	CharacterMap map;
	Mention    *mentions;
	uint32_t	n_mentions;

	map_characters(&map, session->input.raw, session->available);
	posting_session_check(
		posting_mentions_of(&session->arena, posting, map.s, map.len, &mentions, &n_mentions));
	for (uint32 i = 0; i < n_mentions; i++)
	{
		Row			row = {0};
		Mention    *mention = &mentions[i];

		if (!posting_span_fits(map.s, map.len, mention->at))
			mention->mention = (Str) {NULL, 0};
		put_text(&row, str_of(posting_field_names[mention->field]));
		put_text(&row, posting_mention_value(posting, mention));
		put_text(&row, mention->mention);
		put_text(&row, mention->requirement);
		put_text(&row, mention->rule);
		put_span(&row, &map, mention->at);
		put_row(fcinfo, &row);
	}
}

/* Lists every value with its evidence. */
PG_FUNCTION_INFO_V1(posting_mentions);
Datum
posting_mentions(PG_FUNCTION_ARGS)
{
	PostingSession session;
	Posting		posting;

	InitMaterializedSRF(fcinfo, 0);
	posting_session_begin(&session);
	posting_session_read(&session, PG_GETARG_DATUM(0));
	posting_session_check(parse_posting(&session.arena, &session.input, &posting));
	put_mentions(fcinfo, &session, &posting);
	posting_session_end(&session);
	return (Datum) 0;
}

/* Lists every value of a stored posting_doc with its evidence. */
PG_FUNCTION_INFO_V1(posting_mentions_doc);
Datum
posting_mentions_doc(PG_FUNCTION_ARGS)
{
	PostingSession session;
	Posting		posting;

	InitMaterializedSRF(fcinfo, 0);
	posting_session_begin(&session);
	posting_session_read(&session, PG_GETARG_DATUM(0));
	posting_doc_load(PG_GETARG_DATUM(1), DOC_ALL_BLOCKS, &posting);
	put_mentions(fcinfo, &session, &posting);
	posting_session_end(&session);
	return (Datum) 0;
}

/* Lists the candidates, accepted and rejected. */
PG_FUNCTION_INFO_V1(posting_explain);
Datum
posting_explain(PG_FUNCTION_ARGS)
{
	PostingSession session;
	CharacterMap map;
	Mention    *mentions;
	uint32_t	n_mentions;

	InitMaterializedSRF(fcinfo, 0);
	posting_session_begin(&session);
	posting_session_read(&session, PG_GETARG_DATUM(0));
	posting_session_check(parse_explain(&session.arena, &session.input, &mentions, &n_mentions));
	map_characters(&map, session.input.raw, session.available);
	for (uint32 i = 0; i < n_mentions; i++)
	{
		Row			row = {0};
		const Mention *mention = &mentions[i];

		put_text(&row, str_of(posting_field_names[mention->field]));
		put_text(&row, mention->value);
		put_text(&row, mention->mention);
		put_text(&row, mention->rule);
		put_value(&row, BoolGetDatum(mention->reason.s == NULL));
		put_text(&row, mention->reason);
		put_span(&row, &map, mention->at);
		put_row(fcinfo, &row);
	}
	posting_session_end(&session);
	return (Datum) 0;
}

/* Cuts a span out of a text: NULL where it does not lie in it, or cuts a character. */
PG_FUNCTION_INFO_V1(posting_quote);
Datum
posting_quote(PG_FUNCTION_ARGS)
{
	int32		start = PG_GETARG_INT32(1);
	int32		stop = PG_GETARG_INT32(2);
	text	   *slice;
	Span		at;

	if (start < 0 || stop < start ||
		(Size) stop > toast_raw_datum_size(PG_GETARG_DATUM(0)) - VARHDRSZ)
		PG_RETURN_NULL();
	/* one byte more tells whether the end is that of a character */
	at = (Span) {0, stop - start};
	slice = PG_GETARG_TEXT_P_SLICE(0, start, stop < PG_INT32_MAX ? stop - start + 1 : stop - start);
	if (!posting_span_fits(VARDATA_ANY(slice), VARSIZE_ANY_EXHDR(slice), at))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text_with_len(VARDATA_ANY(slice), at.stop));
}
