/*
 * module.h
 *		What all rooms of the extension share.
 */
#ifndef POSTING_PG_MODULE_H
#define POSTING_PG_MODULE_H

/* Raises ERRCODE_FEATURE_NOT_SUPPORTED in a database that is not UTF-8. */
extern void posting_require_utf8(void);

#endif							/* POSTING_PG_MODULE_H */
