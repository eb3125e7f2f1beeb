/*
 * session.h
 *		The door between fmgr functions and the core: memory, interrupts, errors.
 *
 * A session is one call into the core.  What the core returns lives until
 * posting_session_end(), or until the memory context that was current at
 * posting_session_begin() goes: an error needs no clean-up of its own.
 */
#ifndef POSTING_SESSION_H
#define POSTING_SESSION_H

#include "fmgr.h"
#include "utils/palloc.h"

#include "core/parse.h"

typedef struct PostingSession
{
	Arena		arena;
	MemoryContext context;		/* of this call: big chunks, the detoasted text */
	ParseInput	input;			/* len is that of the whole text ... */
	uint32		available;		/* ... of which so many bytes are at hand */
} PostingSession;

/* Opens a session; refuses a database that is not UTF-8. */
extern void posting_session_begin(PostingSession *session);

/* Sets the text to read.  Of a text longer than the core reads, only its begin is detoasted. */
extern void posting_session_read(PostingSession *session, Datum raw);

/* Sets the whole text, for those who give it back. */
extern void posting_session_read_all(PostingSession *session, text *raw);

extern void posting_session_end(PostingSession *session);

/* Raises what a call into the core reports as false: it is out of memory. */
extern void posting_session_check(bool done);

/* Reads a text into a new posting_doc, in the current memory context. */
extern Datum posting_parse_datum(Datum raw, const CustomSkills *custom);

/*
 * Starts an arena on an optional buffer of the caller's; it grows in a memory
 * context, and throws where that cannot grow.
 */
extern void posting_arena_palloc(Arena *arena, MemoryContext context, void *buffer, Size size);

#endif							/* POSTING_SESSION_H */
