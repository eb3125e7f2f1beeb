/*
 * split.h
 *		Where the postings of a document begin (split.c), and whether it holds
 *		any at all (teasers.c).
 */
#ifndef POSTING_SPLIT_H
#define POSTING_SPLIT_H

#include "doc.h"

/*
 * Finds the first token of each posting; returns their number, 0 for a page of
 * teasers.  The first posting begins at token 0.  Clears *sure where they are
 * parted by so little that their titles have to tell whether they are several.
 */
extern uint32_t split_document(Doc *doc, uint32_t **starts, bool *sure);

extern bool is_teaser_page(const Doc *doc);

#endif							/* POSTING_SPLIT_H */
