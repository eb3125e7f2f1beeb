/* Parsing: src/pg/parse */

CREATE FUNCTION @extschema@.posting_parse(raw text)
	RETURNS @extschema@.posting_doc
	AS 'MODULE_PATHNAME', 'posting_parse'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION @extschema@.posting_parse(text) IS 'parse the raw text of a job posting';

CREATE FUNCTION @extschema@.posting_split(
	raw text,
	OUT n int,
	OUT body text,
	OUT start int,
	OUT stop int,
	OUT doc @extschema@.posting_doc)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'posting_split'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 120000 ROWS 1;
COMMENT ON FUNCTION @extschema@.posting_split(text) IS 'the job postings in a document, each parsed';

CREATE FUNCTION @extschema@.posting_text(raw text)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 28000;
COMMENT ON FUNCTION @extschema@.posting_text(text) IS 'readable text of a job posting, without markup and navigation';

CREATE FUNCTION @extschema@.posting_sections(
	raw text,
	OUT n int,
	OUT kind text,
	OUT heading text,
	OUT body text,
	OUT start int,
	OUT stop int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'posting_sections'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 40000 ROWS 6;
COMMENT ON FUNCTION @extschema@.posting_sections(text) IS 'sections of a job posting';

CREATE FUNCTION @extschema@.posting_mentions(
	raw text,
	OUT field text,
	OUT value text,
	OUT mention text,
	OUT requirement text,
	OUT rule text,
	OUT start int,
	OUT stop int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'posting_mentions'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 26;
COMMENT ON FUNCTION @extschema@.posting_mentions(text) IS 'values read from a job posting, with their evidence';

CREATE FUNCTION @extschema@.posting_mentions(
	raw text,
	doc @extschema@.posting_doc,
	OUT field text,
	OUT value text,
	OUT mention text,
	OUT requirement text,
	OUT rule text,
	OUT start int,
	OUT stop int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'posting_mentions_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 16000 ROWS 26;
COMMENT ON FUNCTION @extschema@.posting_mentions(text, @extschema@.posting_doc) IS 'values of a parsed job posting, with their evidence in its text';

CREATE FUNCTION @extschema@.posting_explain(
	raw text,
	OUT field text,
	OUT value text,
	OUT mention text,
	OUT rule text,
	OUT accepted bool,
	OUT reason text,
	OUT start int,
	OUT stop int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'posting_explain'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 120000 ROWS 70;
COMMENT ON FUNCTION @extschema@.posting_explain(text) IS 'candidates that the parser accepted or rejected, and why';

CREATE FUNCTION @extschema@.posting_highlight(raw text)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_highlight'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION @extschema@.posting_highlight(text) IS 'HTML fragment: the text of a job posting with its mentions marked';

CREATE FUNCTION @extschema@.posting_highlight(raw text, doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_highlight_doc'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 40000;
COMMENT ON FUNCTION @extschema@.posting_highlight(text, @extschema@.posting_doc) IS 'HTML fragment: the text of a parsed job posting with its mentions marked';

CREATE FUNCTION @extschema@.posting_quote(raw text, byte_start int, byte_stop int)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_quote'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION @extschema@.posting_quote(text, int, int) IS 'the bytes of a text that a span of a posting_doc names';
