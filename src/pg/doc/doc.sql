/* doc: the type posting_doc and its accessors */

CREATE TYPE @extschema@.posting_doc;

CREATE FUNCTION @extschema@.posting_doc_in(cstring)
	RETURNS @extschema@.posting_doc
	AS 'MODULE_PATHNAME', 'posting_doc_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION @extschema@.posting_doc_in(cstring) IS 'I/O';

CREATE FUNCTION @extschema@.posting_doc_out(@extschema@.posting_doc)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'posting_doc_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_doc_out(@extschema@.posting_doc) IS 'I/O';

CREATE FUNCTION @extschema@.posting_doc_recv(internal)
	RETURNS @extschema@.posting_doc
	AS 'MODULE_PATHNAME', 'posting_doc_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_doc_recv(internal) IS 'I/O';

CREATE FUNCTION @extschema@.posting_doc_send(@extschema@.posting_doc)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'posting_doc_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION @extschema@.posting_doc_send(@extschema@.posting_doc) IS 'I/O';

CREATE TYPE @extschema@.posting_doc (
	INPUT = @extschema@.posting_doc_in,
	OUTPUT = @extschema@.posting_doc_out,
	RECEIVE = @extschema@.posting_doc_recv,
	SEND = @extschema@.posting_doc_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = extended
);
COMMENT ON TYPE @extschema@.posting_doc IS 'what a job posting says, as typed fields with their evidence';

/* casts */

CREATE FUNCTION @extschema@.posting_doc_to_jsonb(doc @extschema@.posting_doc)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'posting_doc_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION @extschema@.posting_doc_to_jsonb(@extschema@.posting_doc) IS 'convert a posting_doc to jsonb';

CREATE FUNCTION @extschema@.posting_doc_from_jsonb(doc jsonb)
	RETURNS @extschema@.posting_doc
	AS 'MODULE_PATHNAME', 'posting_doc_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION @extschema@.posting_doc_from_jsonb(jsonb) IS 'convert jsonb to a posting_doc';

CREATE CAST (@extschema@.posting_doc AS jsonb)
	WITH FUNCTION @extschema@.posting_doc_to_jsonb(@extschema@.posting_doc);
COMMENT ON CAST (@extschema@.posting_doc AS jsonb) IS 'all that the value holds, as jsonb';

CREATE CAST (jsonb AS @extschema@.posting_doc)
	WITH FUNCTION @extschema@.posting_doc_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS @extschema@.posting_doc) IS 'reads what the other cast writes';

/* equality */

CREATE FUNCTION @extschema@.posting_doc_eq(a @extschema@.posting_doc, b @extschema@.posting_doc)
	RETURNS bool
	AS 'MODULE_PATHNAME', 'posting_doc_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION @extschema@.posting_doc_eq(@extschema@.posting_doc, @extschema@.posting_doc) IS 'implementation of = operator';

CREATE FUNCTION @extschema@.posting_doc_ne(a @extschema@.posting_doc, b @extschema@.posting_doc)
	RETURNS bool
	AS 'MODULE_PATHNAME', 'posting_doc_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION @extschema@.posting_doc_ne(@extschema@.posting_doc, @extschema@.posting_doc) IS 'implementation of <> operator';

CREATE FUNCTION @extschema@.posting_doc_hash(doc @extschema@.posting_doc)
	RETURNS int4
	AS 'MODULE_PATHNAME', 'posting_doc_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION @extschema@.posting_doc_hash(@extschema@.posting_doc) IS 'hash';

CREATE FUNCTION @extschema@.posting_doc_hash_extended(doc @extschema@.posting_doc, seed int8)
	RETURNS int8
	AS 'MODULE_PATHNAME', 'posting_doc_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION @extschema@.posting_doc_hash_extended(@extschema@.posting_doc, int8) IS 'hash with a seed';

CREATE OPERATOR @extschema@.= (
	LEFTARG = @extschema@.posting_doc,
	RIGHTARG = @extschema@.posting_doc,
	FUNCTION = @extschema@.posting_doc_eq,
	COMMUTATOR = OPERATOR(@extschema@.=),
	NEGATOR = OPERATOR(@extschema@.<>),
	RESTRICT = eqsel,
	JOIN = eqjoinsel,
	HASHES
);
COMMENT ON OPERATOR @extschema@.= (@extschema@.posting_doc, @extschema@.posting_doc) IS 'equal';

CREATE OPERATOR @extschema@.<> (
	LEFTARG = @extschema@.posting_doc,
	RIGHTARG = @extschema@.posting_doc,
	FUNCTION = @extschema@.posting_doc_ne,
	COMMUTATOR = OPERATOR(@extschema@.<>),
	NEGATOR = OPERATOR(@extschema@.=),
	RESTRICT = neqsel,
	JOIN = neqjoinsel
);
COMMENT ON OPERATOR @extschema@.<> (@extschema@.posting_doc, @extschema@.posting_doc) IS 'not equal';

CREATE OPERATOR CLASS @extschema@.posting_doc_hash_ops
	DEFAULT FOR TYPE @extschema@.posting_doc USING hash AS
	OPERATOR 1 @extschema@.=,
	FUNCTION 1 @extschema@.posting_doc_hash(@extschema@.posting_doc),
	FUNCTION 2 @extschema@.posting_doc_hash_extended(@extschema@.posting_doc, int8);
COMMENT ON OPERATOR CLASS @extschema@.posting_doc_hash_ops USING hash IS 'equality of posting_doc values';

/* accessors */

CREATE TYPE @extschema@.posting_location AS (
	city text,
	region text,
	country text
);
COMMENT ON TYPE @extschema@.posting_location IS 'a place that a job can be done from';
COMMENT ON COLUMN @extschema@.posting_location.region IS 'two letters in US, CA and AU, else the name';
COMMENT ON COLUMN @extschema@.posting_location.country IS 'ISO 3166-1 alpha-2';

CREATE FUNCTION @extschema@.posting_title(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_title'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_title(@extschema@.posting_doc) IS 'title as written';

CREATE FUNCTION @extschema@.posting_occupation(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_occupation'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_occupation(@extschema@.posting_doc) IS 'O*NET-SOC code of the occupation';

CREATE FUNCTION @extschema@.posting_company(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_company'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_company(@extschema@.posting_doc) IS 'the employer';

CREATE FUNCTION @extschema@.posting_agency(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_agency'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_agency(@extschema@.posting_doc) IS 'the agency that hires for the employer';

CREATE FUNCTION @extschema@.posting_locations(doc @extschema@.posting_doc)
	RETURNS @extschema@.posting_location[]
	AS 'MODULE_PATHNAME', 'posting_locations'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 250;
COMMENT ON FUNCTION @extschema@.posting_locations(@extschema@.posting_doc) IS 'places where the job can be done from';

CREATE FUNCTION @extschema@.posting_cities(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_cities'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 150;
COMMENT ON FUNCTION @extschema@.posting_cities(@extschema@.posting_doc) IS 'cities of the locations, each once';

CREATE FUNCTION @extschema@.posting_countries(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_countries'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 150;
COMMENT ON FUNCTION @extschema@.posting_countries(@extschema@.posting_doc) IS 'countries of the locations, each once';

CREATE FUNCTION @extschema@.posting_workplace(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_workplace'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_workplace(@extschema@.posting_doc) IS 'remote, hybrid, onsite, where stated';

CREATE FUNCTION @extschema@.posting_remote_scope(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_remote_scope'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 150;
COMMENT ON FUNCTION @extschema@.posting_remote_scope(@extschema@.posting_doc) IS 'countries that the job can be done from remotely';

CREATE FUNCTION @extschema@.posting_employment_type(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_employment_type'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_employment_type(@extschema@.posting_doc) IS 'FULL_TIME, PART_TIME, CONTRACTOR, TEMPORARY, INTERN, VOLUNTEER, PER_DIEM';

CREATE FUNCTION @extschema@.posting_hours_per_week(doc @extschema@.posting_doc)
	RETURNS numrange
	AS 'MODULE_PATHNAME', 'posting_hours_per_week'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_hours_per_week(@extschema@.posting_doc) IS 'hours a week';

CREATE FUNCTION @extschema@.posting_seniority(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_seniority'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_seniority(@extschema@.posting_doc) IS 'level: intern, entry, mid, senior, lead, staff, principal, manager, director, executive';

CREATE FUNCTION @extschema@.posting_seniority_rank(doc @extschema@.posting_doc)
	RETURNS int
	AS 'MODULE_PATHNAME', 'posting_seniority_rank'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_seniority_rank(@extschema@.posting_doc) IS 'rank of the level, from 1 (intern) to 10 (executive)';

CREATE FUNCTION @extschema@.posting_salary(doc @extschema@.posting_doc)
	RETURNS @extschema@.posting_pay
	AS 'MODULE_PATHNAME', 'posting_salary'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_salary(@extschema@.posting_doc) IS 'the main pay: the first base pay, else on-target earnings';

CREATE FUNCTION @extschema@.posting_salaries(doc @extschema@.posting_doc)
	RETURNS @extschema@.posting_pay[]
	AS 'MODULE_PATHNAME', 'posting_salaries'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION @extschema@.posting_salaries(@extschema@.posting_doc) IS 'all pays that the text states';

CREATE FUNCTION @extschema@.posting_annual_min(doc @extschema@.posting_doc)
	RETURNS numeric
	AS 'MODULE_PATHNAME', 'posting_annual_min'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_annual_min(@extschema@.posting_doc) IS 'lower bound of the main pay a year of 2,080 hours';

CREATE FUNCTION @extschema@.posting_annual_max(doc @extschema@.posting_doc)
	RETURNS numeric
	AS 'MODULE_PATHNAME', 'posting_annual_max'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_annual_max(@extschema@.posting_doc) IS 'upper bound of the main pay a year of 2,080 hours';

CREATE FUNCTION @extschema@.posting_pay_statement(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_pay_statement'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_pay_statement(@extschema@.posting_doc) IS 'stated, words ("competitive"), or absent';

CREATE FUNCTION @extschema@.posting_experience(doc @extschema@.posting_doc)
	RETURNS numrange
	AS 'MODULE_PATHNAME', 'posting_experience'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_experience(@extschema@.posting_doc) IS 'years of experience asked for, bounds included';

CREATE FUNCTION @extschema@.posting_experience_min(doc @extschema@.posting_doc)
	RETURNS numeric
	AS 'MODULE_PATHNAME', 'posting_experience_min'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_experience_min(@extschema@.posting_doc) IS 'fewest years of experience';

CREATE FUNCTION @extschema@.posting_experience_max(doc @extschema@.posting_doc)
	RETURNS numeric
	AS 'MODULE_PATHNAME', 'posting_experience_max'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_experience_max(@extschema@.posting_doc) IS 'most years of experience';

CREATE FUNCTION @extschema@.posting_education(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_education'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_education(@extschema@.posting_doc) IS 'lowest degree asked for: high_school, vocational, associate, bachelor, master, doctorate';

CREATE FUNCTION @extschema@.posting_skills(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_skills'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 250;
COMMENT ON FUNCTION @extschema@.posting_skills(@extschema@.posting_doc) IS 'canonical names of the hard skills, sorted bytewise';

CREATE FUNCTION @extschema@.posting_skills(doc @extschema@.posting_doc, requirement text)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_skills_requirement'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 250;
COMMENT ON FUNCTION @extschema@.posting_skills(@extschema@.posting_doc, text) IS 'hard skills that are required, preferred or mentioned';

CREATE FUNCTION @extschema@.posting_soft_skills(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_soft_skills'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION @extschema@.posting_soft_skills(@extschema@.posting_doc) IS 'canonical names of the soft skills, sorted bytewise';

CREATE FUNCTION @extschema@.posting_languages(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_languages'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 150;
COMMENT ON FUNCTION @extschema@.posting_languages(@extschema@.posting_doc) IS 'languages asked for, ISO 639-1';

CREATE FUNCTION @extschema@.posting_benefits(doc @extschema@.posting_doc)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'posting_benefits'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_benefits(@extschema@.posting_doc) IS 'benefits offered';

CREATE FUNCTION @extschema@.posting_visa_sponsorship(doc @extschema@.posting_doc)
	RETURNS bool
	AS 'MODULE_PATHNAME', 'posting_visa_sponsorship'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_visa_sponsorship(@extschema@.posting_doc) IS 'whether the employer sponsors a visa';

CREATE FUNCTION @extschema@.posting_reference(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_reference'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION @extschema@.posting_reference(@extschema@.posting_doc) IS 'the employer''s or board''s number of the job';

CREATE FUNCTION @extschema@.posting_date_posted(doc @extschema@.posting_doc)
	RETURNS date
	AS 'MODULE_PATHNAME', 'posting_date_posted'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_date_posted(@extschema@.posting_doc) IS 'date of the posting';

CREATE FUNCTION @extschema@.posting_valid_through(doc @extschema@.posting_doc)
	RETURNS date
	AS 'MODULE_PATHNAME', 'posting_valid_through'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_valid_through(@extschema@.posting_doc) IS 'last date to apply';

CREATE FUNCTION @extschema@.posting_text_language(doc @extschema@.posting_doc)
	RETURNS text
	AS 'MODULE_PATHNAME', 'posting_text_language'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_text_language(@extschema@.posting_doc) IS 'language of the text, ISO 639-1';

CREATE FUNCTION @extschema@.posting_count(doc @extschema@.posting_doc)
	RETURNS int
	AS 'MODULE_PATHNAME', 'posting_count'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_count(@extschema@.posting_doc) IS 'job postings in the document';

CREATE FUNCTION @extschema@.posting_truncated(doc @extschema@.posting_doc)
	RETURNS bool
	AS 'MODULE_PATHNAME', 'posting_truncated'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_truncated(@extschema@.posting_doc) IS 'whether the text was too long to read, or held too much to keep, all of it';

CREATE FUNCTION @extschema@.posting_version(doc @extschema@.posting_doc)
	RETURNS int
	AS 'MODULE_PATHNAME', 'posting_version'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_version(@extschema@.posting_doc) IS 'version of the parser that read the value';

CREATE FUNCTION @extschema@.posting_is_current(doc @extschema@.posting_doc)
	RETURNS bool
	AS 'MODULE_PATHNAME', 'posting_is_current'
	LANGUAGE C STABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION @extschema@.posting_is_current(@extschema@.posting_doc) IS 'whether the parser of the library read the value; if not, parse the text anew';

CREATE FUNCTION @extschema@.posting_pays(
	doc @extschema@.posting_doc,
	OUT n int,
	OUT pay @extschema@.posting_pay,
	OUT place text,
	OUT note text,
	OUT period_stated bool,
	OUT start int,
	OUT stop int)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'posting_pays'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 250 ROWS 2;
COMMENT ON FUNCTION @extschema@.posting_pays(@extschema@.posting_doc) IS 'all pays with what belongs to them; start and stop are byte offsets of the first mention, from 0, half open';

/* one row, and schema.org */

CREATE TYPE @extschema@.posting_record AS (
	title text,
	occupation text,
	company text,
	agency text,
	city text,
	region text,
	country text,
	cities text[],
	countries text[],
	workplace text[],
	employment_type text[],
	seniority text,
	seniority_rank int,
	pay_min numeric,
	pay_max numeric,
	pay_currency text,
	pay_period text,
	pay_kind text,
	annual_min numeric,
	annual_max numeric,
	pay_statement text,
	experience_min numeric,
	experience_max numeric,
	education text,
	skills text[],
	soft_skills text[],
	languages text[],
	benefits text[],
	visa_sponsorship bool,
	reference text,
	date_posted date,
	valid_through date,
	text_language text,
	postings int
);
COMMENT ON TYPE @extschema@.posting_record IS 'what a job posting says, as plain columns';
COMMENT ON COLUMN @extschema@.posting_record.city IS 'of the first location, as are region and country';
COMMENT ON COLUMN @extschema@.posting_record.pay_min IS 'of the main pay, as are the other columns of pay';
COMMENT ON COLUMN @extschema@.posting_record.annual_min IS 'of a year of 2,080 hours, 260 days, 52 weeks, 12 months';

CREATE FUNCTION @extschema@.posting_record(doc @extschema@.posting_doc)
	RETURNS @extschema@.posting_record
	AS 'MODULE_PATHNAME', 'posting_record'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION @extschema@.posting_record(@extschema@.posting_doc) IS 'a value as one row of plain columns';

CREATE FUNCTION @extschema@.posting_jsonld(doc @extschema@.posting_doc)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'posting_jsonld'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION @extschema@.posting_jsonld(@extschema@.posting_doc) IS 'a value as a JobPosting of schema.org';
