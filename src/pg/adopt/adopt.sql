/* Adopting: src/pg/adopt */

CREATE FUNCTION @extschema@.posting_normalize()
	RETURNS trigger
	AS 'MODULE_PATHNAME', 'posting_normalize'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 100000;
COMMENT ON FUNCTION @extschema@.posting_normalize() IS 'trigger that fills columns from the raw text of a job posting: posting_normalize(''raw'' [, ''column=field'' ... | ''*''] [, ''custom''])';

/*
 * SQL, because it is one query of the catalogs.  Functions that only read a value are no
 * reason: what they give changes when the value does, not with a release.
 */
CREATE FUNCTION @extschema@.posting_stale_objects(OUT kind text, OUT object text, OUT statement text)
	RETURNS SETOF record
	LANGUAGE sql STABLE COST 1000 ROWS 10
BEGIN ATOMIC
	WITH ours AS (
		SELECT p.oid, p.proname, p.proargtypes
		FROM pg_depend AS d
		JOIN pg_extension AS e ON e.oid = d.refobjid AND e.extname = 'posting_parser'
		JOIN pg_proc AS p ON p.oid = d.objid
		WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
	), parser AS (
		SELECT oid
		FROM ours
		WHERE proname IN ('posting_parse', 'posting_parse_custom', 'posting_split', 'posting_text', 'posting_sections',
				'posting_mentions', 'posting_explain', 'posting_highlight', 'posting_skill', 'posting_skill_names',
				'posting_skill_family', 'posting_lexicon', 'posting_occupation')
	), hangs AS (
		SELECT d.classid, d.objid
		FROM pg_depend AS d
		JOIN parser ON parser.oid = d.refobjid
		WHERE d.refclassid = 'pg_proc'::regclass
	)
	SELECT 'index', i.oid::regclass::text, format('REINDEX INDEX CONCURRENTLY %s', i.oid::regclass)
	FROM pg_class AS i
	WHERE i.relkind IN ('i', 'I') AND EXISTS (
		SELECT FROM hangs WHERE classid = 'pg_class'::regclass AND objid = i.oid)
	UNION ALL
	SELECT 'generated column', format('%s.%I', ad.adrelid::regclass, a.attname),
		format('UPDATE %s SET %2$I = %2$I', ad.adrelid::regclass, base.attname) ||
			CASE WHEN a.atttypid = current.proargtypes[0]
				THEN format(' WHERE NOT %s(%I)', current.oid::regproc, a.attname) ELSE '' END
	FROM pg_attrdef AS ad
	JOIN ours AS current ON current.proname = 'posting_is_current'
	JOIN pg_attribute AS a ON a.attrelid = ad.adrelid AND a.attnum = ad.adnum AND a.attgenerated = 's'
	CROSS JOIN LATERAL (
		SELECT b.attname
		FROM pg_depend AS d
		JOIN pg_attribute AS b ON b.attrelid = d.refobjid AND b.attnum = d.refobjsubid
		WHERE d.classid = 'pg_attrdef'::regclass AND d.objid = ad.oid
			AND d.refclassid = 'pg_class'::regclass AND d.refobjid = ad.adrelid AND d.refobjsubid <> ad.adnum
		ORDER BY d.refobjsubid
		LIMIT 1) AS base
	WHERE EXISTS (
		SELECT FROM hangs WHERE classid = 'pg_attrdef'::regclass AND objid = ad.oid)
	UNION ALL
	SELECT 'materialized view', m.oid::regclass::text, format('REFRESH MATERIALIZED VIEW %s', m.oid::regclass)
	FROM pg_class AS m
	WHERE m.relkind = 'm' AND EXISTS (
		SELECT FROM hangs
		JOIN pg_rewrite AS r ON r.oid = hangs.objid AND hangs.classid = 'pg_rewrite'::regclass
		WHERE r.ev_class = m.oid)
	ORDER BY 1, 2;
END;
COMMENT ON FUNCTION @extschema@.posting_stale_objects() IS 'indexes, stored generated columns and materialized views that hang on the parser, with the statement that brings each up to date after a new release';
