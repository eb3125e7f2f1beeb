\echo Use "CREATE EXTENSION posting_parser" to load this file. \quit

-- What the parser reads grows with its releases; each value carries this number.
CREATE FUNCTION posting_parser_version()
RETURNS int
AS 'MODULE_PATHNAME', 'posting_parser_version'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_parser_version() IS
'version of the parser: the number stamped on values that are parsed now';

-- A database that is not UTF-8 is refused here, before anything is made in it.
SELECT @extschema@.posting_parser_version();
