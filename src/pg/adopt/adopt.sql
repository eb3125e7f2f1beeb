/* Adopting: src/pg/adopt */

CREATE FUNCTION @extschema@.posting_normalize()
	RETURNS trigger
	AS 'MODULE_PATHNAME', 'posting_normalize'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 5000;
COMMENT ON FUNCTION @extschema@.posting_normalize() IS 'trigger that fills columns from the raw text of a job posting: posting_normalize(''raw'' [, ''column=field'' ... | ''*''] [, ''custom''])';
