/*
 * mention.h
 *		Mentions as SQL shows them: their quotes, positions in characters, values.
 */
#ifndef POSTING_MENTION_H
#define POSTING_MENTION_H

#include "core/parse.h"

/* Whether a span lies in a text and cuts no character. */
extern bool posting_span_fits(const char *s, uint32 len, Span at);

/*
 * The value that a mention is evidence of: a salary as a posting_pay literal, a
 * place as "City, Region, CC", any other as its field holds it.  Absent where
 * the posting has several values and the mention alone does not tell which.
 */
extern Str	posting_mention_value(const Posting *posting, const Mention *mention);

#endif							/* POSTING_MENTION_H */
