/*
 * compat.h
 *		All tests for the server's version, as back-ports of the newest API.
 *
 * Supported: PostgreSQL 15 to 19.
 */
#ifndef POSTING_PG_COMPAT_H
#define POSTING_PG_COMPAT_H

#if PG_VERSION_NUM < 150000
#error "posting_parser needs PostgreSQL 15 or later"
#endif

/* 16: postgres.h no longer brings the macros of varlenas. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* 16: input functions report errors softly. */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#else
#define ereturn(context, value, ...) \
	do { (void) (context); ereport(ERROR, __VA_ARGS__); return value; } while (0)
#define SOFT_ERROR_OCCURRED(escontext) false
#endif

/* The error context that an input function was called with. */
#if PG_VERSION_NUM >= 160000
#define POSTING_ESCONTEXT(fcinfo) ((fcinfo)->context)
#else
#define POSTING_ESCONTEXT(fcinfo) ((Node *) NULL)
#endif

/* 16: making a range can report errors softly. */
#if PG_VERSION_NUM >= 160000
#define posting_make_range(type, lower, upper) make_range(type, lower, upper, false, NULL)
#else
#define posting_make_range(type, lower, upper) make_range(type, lower, upper, false)
#endif

/* 16: the semantic actions of the JSON parser return how it went. */
#if PG_VERSION_NUM >= 160000
#define JSON_ACTION_RESULT	JsonParseErrorType
#define JSON_ACTION_DONE()	return JSON_SUCCESS
#else
#define JSON_ACTION_RESULT	void
#define JSON_ACTION_DONE()	return
#endif

/* 17: a lexer is made in memory of the caller's, and leaves its input alone. */
#if PG_VERSION_NUM >= 170000
#define posting_make_json_lexer(s, len) makeJsonLexContextCstringLen(NULL, s, len, PG_UTF8, true)
#else
#define posting_make_json_lexer(s, len)                                                            \
	makeJsonLexContextCstringLen(unconstify(char *, s), len, PG_UTF8, true)
#endif

#endif							/* POSTING_PG_COMPAT_H */
