/*
 * session.c
 *		The door between fmgr functions and the core (see session.h).
 */
#include "postgres.h"

#include "access/detoast.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "core/pattern.h"
#include "pg/compat.h"
#include "pg/doc/doc.h"
#include "pg/doc/json_reader.h"
#include "pg/module.h"
#include "pg/parse/session.h"

/* Kept for the backend's life: more than nearly every posting takes. */
#define KEPT_SIZE	(512 * 1024)

static MemoryContext kept_context;
static void *kept_buffer;
static bool kept_in_use;

/* Lets the user cancel. */
static void
interrupt(void)
{
	CHECK_FOR_INTERRUPTS();
}

static const Host host = {interrupt, posting_read_json};

/* Takes a chunk that may be big, or reports that there is none. */
static void *
grow(void *context, size_t size)
{
	return MemoryContextAllocExtended((MemoryContext) context, size,
									  MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
}

/* Takes a chunk that may be big, or raises an error. */
static void *
grow_or_throw(void *context, size_t size)
{
	return MemoryContextAllocHuge((MemoryContext) context, size);
}

/* Memory of PCRE2, which expects NULL rather than an error. */
static void *
pattern_get(size_t size, void *context)
{
	return grow(context, size);
}

/* Gives memory of PCRE2 back. */
static void
pattern_release(void *memory, void *context)
{
	if (memory != NULL)
		pfree(memory);
}

/* Sets up what lives as long as the backend. */
static void
prepare_backend(void)
{
	MemoryContext context = AllocSetContextCreate(CacheMemoryContext, "posting_parser",
												  ALLOCSET_START_SMALL_SIZES);

	posting_pattern_memory(pattern_get, pattern_release, context);
	kept_context = context;
}

/* Gives the kept buffer back, also where an error ended the call. */
static void
release_kept(void *arg)
{
	kept_in_use = false;
}

/* Lends the kept buffer to a session; the reset of its context gives it back. */
static bool
take_kept(PostingSession *session)
{
	MemoryContextCallback *callback;

	if (kept_in_use)
		return false;
	if (kept_buffer == NULL)
		kept_buffer = grow(kept_context, KEPT_SIZE);
	if (kept_buffer == NULL)
		return false;
	callback = MemoryContextAllocZero(session->context, sizeof(MemoryContextCallback));
	callback->func = release_kept;
	MemoryContextRegisterResetCallback(session->context, callback);
	kept_in_use = true;
	return true;
}

/* Opens a session. */
void
posting_session_begin(PostingSession *session)
{
	bool		kept;

	posting_require_utf8();
	if (kept_context == NULL)
		prepare_backend();
	memset(session, 0, sizeof(*session));
	session->context = AllocSetContextCreate(CurrentMemoryContext, "posting_parser call",
											 ALLOCSET_SMALL_SIZES);
	kept = take_kept(session);
	posting_arena_init(&session->arena, grow, session->context,
					   kept ? kept_buffer : NULL, kept ? KEPT_SIZE : 0);
	session->input.host = &host;
}

/* Sets the text to read, detoasting no more than the core looks at. */
void
posting_session_read(PostingSession *session, Datum raw)
{
	MemoryContext caller = MemoryContextSwitchTo(session->context);
	Size		size = toast_raw_datum_size(raw) - VARHDRSZ;
	text	   *value;

	/* one byte more tells whether the cut falls inside a character */
	if (size > POSTING_MAX_RAW + 1)
		value = DatumGetTextPSlice(raw, 0, POSTING_MAX_RAW + 1);
	else
		value = DatumGetTextPP(raw);
	session->input.raw = VARDATA_ANY(value);
	session->input.len = size;
	session->available = VARSIZE_ANY_EXHDR(value);
	MemoryContextSwitchTo(caller);
}

/* Sets the whole text. */
void
posting_session_read_all(PostingSession *session, text *raw)
{
	session->input.raw = VARDATA_ANY(raw);
	session->input.len = session->available = VARSIZE_ANY_EXHDR(raw);
}

/* Closes a session: what the core returned is gone. */
void
posting_session_end(PostingSession *session)
{
	MemoryContextDelete(session->context);
}

/* Raises what a call into the core reports as false. */
void
posting_session_check(bool done)
{
	if (!done)
		ereport(ERROR,
				(errcode(ERRCODE_OUT_OF_MEMORY),
				 errmsg("out of memory"),
				 errdetail("A posting could not be read.")));
}

/* Reads a text into a new posting_doc. */
Datum
posting_parse_datum(Datum raw, const CustomSkills *custom)
{
	PostingSession session;
	Posting		posting;
	struct varlena *doc;

	posting_session_begin(&session);
	posting_session_read(&session, raw);
	session.input.custom = custom;
	posting_session_check(parse_posting(&session.arena, &session.input, &posting));
	doc = posting_doc_serialize(&posting);
	posting_session_end(&session);
	return PointerGetDatum(doc);
}

/* Starts an arena that throws. */
void
posting_arena_palloc(Arena *arena, MemoryContext context, void *buffer, Size size)
{
	posting_arena_init(arena, grow_or_throw, context, buffer, size);
}
