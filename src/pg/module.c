/*
 * module.c
 *		The module's magic block, its version, and what it needs of a database.
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"

#include "core/posting.h"
#include "pg/module.h"

PG_MODULE_MAGIC;

/* Refuses a database whose text is not UTF-8. */
void
posting_require_utf8(void)
{
	if (GetDatabaseEncoding() != PG_UTF8)
		ereport(
			ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("posting_parser needs a database in UTF-8"),
			 errdetail("The encoding of this database is %s.", GetDatabaseEncodingName()),
			 errhint("Create one with CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0.")));
}

PG_FUNCTION_INFO_V1(posting_parser_version);

/* Returns the number that is stamped on values parsed now. */
Datum
posting_parser_version(PG_FUNCTION_ARGS)
{
	posting_require_utf8();
	PG_RETURN_INT32(POSTING_PARSER_VERSION);
}
