/* Skills: src/pg/skills */

CREATE FUNCTION @extschema@.posting_lexicon(
	OUT skill text,
	OUT aliases text[],
	OUT category text,
	OUT parent text,
	OUT onet text,
	OUT esco text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'posting_lexicon'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 4000000 ROWS 8900;
COMMENT ON FUNCTION @extschema@.posting_lexicon() IS 'skills that the parser knows';

CREATE FUNCTION @extschema@.posting_skill(wording text)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_skill'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 80;
COMMENT ON FUNCTION @extschema@.posting_skill(text) IS 'canonical name of a skill, NULL where the lexicon does not know it';

CREATE FUNCTION @extschema@.posting_skill_names(wordings text[])
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_skill_names'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 120;
COMMENT ON FUNCTION @extschema@.posting_skill_names(text[]) IS 'canonical names of skills, each once; unknown ones stay';

CREATE FUNCTION @extschema@.posting_skill_family(wording text)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_skill_family'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000;
COMMENT ON FUNCTION @extschema@.posting_skill_family(text) IS 'a skill and all skills below it, sorted';

CREATE TABLE @extschema@.posting_custom_skill (
	skill text PRIMARY KEY CHECK (skill <> ''),
	aliases text[] NOT NULL DEFAULT '{}' CHECK (pg_catalog.array_position(aliases, NULL::text) IS NULL),
	category text,
	parent text
);
COMMENT ON TABLE @extschema@.posting_custom_skill IS 'your own skills, which posting_parse_custom() reads beside the built-in ones';
COMMENT ON COLUMN @extschema@.posting_custom_skill.skill IS 'name of the skill, itself a wording that is read in text';
COMMENT ON COLUMN @extschema@.posting_custom_skill.aliases IS 'other wordings of the skill';
COMMENT ON COLUMN @extschema@.posting_custom_skill.category IS 'category; "Soft skills" makes it a soft skill';
COMMENT ON COLUMN @extschema@.posting_custom_skill.parent IS 'skill or group that it belongs to';

CREATE FUNCTION @extschema@.posting_custom_skill_check()
	RETURNS trigger
	AS 'MODULE_PATHNAME', 'posting_custom_skill_check'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 20000;
COMMENT ON FUNCTION @extschema@.posting_custom_skill_check() IS 'trigger of posting_custom_skill: refuses wordings that cannot be read';

CREATE FUNCTION @extschema@.posting_custom_skill_changed()
	RETURNS trigger
	AS 'MODULE_PATHNAME', 'posting_custom_skill_changed'
	LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE COST 80;
COMMENT ON FUNCTION @extschema@.posting_custom_skill_changed() IS 'trigger of posting_custom_skill: has every session read it anew';

CREATE TRIGGER posting_custom_skill_check AFTER INSERT OR UPDATE ON @extschema@.posting_custom_skill
	FOR EACH STATEMENT EXECUTE FUNCTION @extschema@.posting_custom_skill_check();
COMMENT ON TRIGGER posting_custom_skill_check ON @extschema@.posting_custom_skill IS 'refuses wordings that cannot be read';

-- by row, because the apply workers of logical replication fire no other
CREATE TRIGGER posting_custom_skill_changed AFTER INSERT OR UPDATE OR DELETE ON @extschema@.posting_custom_skill
	FOR EACH ROW EXECUTE FUNCTION @extschema@.posting_custom_skill_changed();
COMMENT ON TRIGGER posting_custom_skill_changed ON @extschema@.posting_custom_skill IS 'has every session read it anew';

CREATE TRIGGER posting_custom_skill_truncated AFTER TRUNCATE ON @extschema@.posting_custom_skill
	FOR EACH STATEMENT EXECUTE FUNCTION @extschema@.posting_custom_skill_changed();
COMMENT ON TRIGGER posting_custom_skill_truncated ON @extschema@.posting_custom_skill IS 'has every session read it anew';

ALTER TABLE @extschema@.posting_custom_skill ENABLE ALWAYS TRIGGER posting_custom_skill_changed;
ALTER TABLE @extschema@.posting_custom_skill ENABLE ALWAYS TRIGGER posting_custom_skill_truncated;
ALTER TABLE @extschema@.posting_custom_skill OWNER TO @extowner@;
GRANT SELECT ON @extschema@.posting_custom_skill TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('posting_custom_skill', '');

CREATE FUNCTION @extschema@.posting_parse_custom(raw text)
	RETURNS @extschema@.posting_doc
	AS 'MODULE_PATHNAME', 'posting_parse_custom'
	LANGUAGE C STABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION @extschema@.posting_parse_custom(text) IS 'parse the raw text of a job posting, with the skills of posting_custom_skill';
