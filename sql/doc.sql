-- The type posting_doc: JSON, binary form, equality, accessors
SET search_path = posting, public;
SET datestyle = 'ISO, DMY';

\pset null '(null)'
\pset format unaligned

-- the value of the documentation, with every key
CREATE TABLE doc_sample (name text COLLATE "C" PRIMARY KEY, doc posting_doc);
INSERT INTO doc_sample VALUES ('full', '
{"title": "Machine Learning Engineer II, Content Evaluation", "occupation": "15-2051.00",
 "company": "Etsy", "agency": "Acme Staffing",
 "locations": [{"city": "Brooklyn", "region": "NY", "country": "US"},
               {"city": "Toronto", "region": "ON", "country": "CA"},
               {"city": "Brooklyn", "country": "US"}],
 "workplace": ["hybrid", "remote"], "remote_scope": ["US", "CA"], "employment_type": ["FULL_TIME"],
 "hours_per_week": {"min": 37.5, "max": 40}, "seniority": "senior",
 "salaries": [{"max": 20000, "currency": "USD", "period": "year", "kind": "bonus"},
              {"min": 153000, "max": 199000, "currency": "USD", "period": "year", "kind": "base",
               "place": "Colorado", "tax": "gross", "payments_per_year": 14, "period_stated": true,
               "note": "step 1 to 5", "rule": "range.symbol", "at": [[620, 651], [700, 720]]}],
 "pay_statement": "stated", "pay_words": "competitive",
 "experience_years": {"min": 3}, "education": {"level": "master", "required": true},
 "skills": [{"name": "Python", "requirement": "required", "years": {"min": 0.5, "max": 3}, "at": [[30, 36], [90, 96]]},
            {"name": "Machine learning", "requirement": "preferred", "at": [[10, 26]]},
            {"name": "C++", "requirement": "mentioned"}],
 "soft_skills": [{"name": "Communication", "at": [[40, 60]]}, {"name": "Care"}],
 "languages": ["en", "de"], "language_levels": {"en": "native", "de": "B2"},
 "benefits": ["equity", "bonus"], "visa_sponsorship": true,
 "reference": "2362860", "date_posted": "2023-05-02", "valid_through": "2023-06-02",
 "text_language": "en", "postings": 1, "truncated": false, "raw_length": 6706,
 "sections": [["duties", 100, 3100], ["requirements", 3100, 3900]],
 "evidence": [["title", "title.first_line", 0, 48], ["experience_years", "experience.years", 310, 320]],
 "signature": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==",
 "version": 1}');
SELECT doc FROM doc_sample;
INSERT INTO doc_sample VALUES
	('empty', '{}'),
	-- quotes, control characters, several bytes a character, all planes
	('strings', '{"title": "a \"b\" \\ / \u0001\t\n\r\u001f é 東京 😀 \ud83d\ude00", "company": " ", "reference": "0"}'),
	-- the ends of every number
	('ends', '{"salaries": [{"min": 0, "max": 1000000000000, "kind": "base", "payments_per_year": 255},
	                       {"min": 0.0001, "kind": "equity", "payments_per_year": 1, "at": [[0, 0], [0, 0], [0, 2147483647], [2147483647, 2147483647]]},
	                       {"max": 999999999999.9999, "kind": "ote", "currency": "XXX"}],
	           "hours_per_week": {"max": 21474836.47}, "experience_years": {"min": 0, "max": 0.01},
	           "skills": [{"name": "x", "requirement": "required", "years": {"max": 21474836.47}}],
	           "date_posted": "0001-01-01", "valid_through": "9999-12-31",
	           "postings": 0, "raw_length": 2147483647, "version": 2147483647}'),
	('lists', '{"locations": [], "workplace": [], "remote_scope": [], "employment_type": [], "salaries": [],
	            "skills": [], "soft_skills": [], "languages": [], "language_levels": {}, "benefits": [],
	            "sections": [], "evidence": [], "visa_sponsorship": false}'),
	('all', '{"workplace": ["onsite", "hybrid", "remote"], "visa_sponsorship": false, "pay_statement": "words", "truncated": true,
	          "employment_type": ["PER_DIEM", "VOLUNTEER", "INTERN", "TEMPORARY", "CONTRACTOR", "PART_TIME", "FULL_TIME"],
	          "benefits": ["transport", "meals", "insurance", "wellness", "relocation", "tuition", "bonus", "equity",
	                       "parental_leave", "pto", "retirement", "vision", "dental", "health"]}');
SELECT name, doc FROM doc_sample WHERE name <> 'full' ORDER BY name;

-- numbers in any notation, exactly
SELECT doc::jsonb -> 'salaries' -> 0 -> 'min' AS min
FROM unnest('{1.5e5,150000.0000000,0.0255e+3,0.00010,1e-4,0e999999999,1000000000000,-0}'::text[]) AS n,
	CAST('{"salaries": [{"kind": "base", "min": ' || n || '}]}' AS posting_doc) AS doc;

-- text, jsonb and back
SELECT name, doc = doc::text::posting_doc AS text, doc = doc::jsonb::posting_doc AS jsonb,
	doc::text::jsonb = doc::jsonb AS same
FROM doc_sample ORDER BY name;

-- one form of each value, whatever the order of keys and lists
SELECT '{"skills": [{"name": "b", "requirement": "required"}, {"requirement": "required", "name": "a"}], "title": "x"}'::posting_doc =
	'{"title": "x", "skills": [{"name": "a", "requirement": "required"}, {"name": "b", "requirement": "required"}]}'::posting_doc AS equal;

-- all that is wrong with an input
CREATE FUNCTION pg_temp.complaint(input text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	detail text;
	hint text;
BEGIN
	RETURN 'accepted: ' || input::posting.posting_doc;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	RETURN concat_ws(' | ', SQLSTATE, detail, nullif(hint, ''));
END $$;

SELECT left(input, 80) AS input, pg_temp.complaint(input) FROM unnest(ARRAY[
	-- no JSON, or no object
	'', ' ', 'Senior Engineer wanted', '[]', '1', 'null', '"{}"', '{', '}', '{}{}', '{},', '{"title"}', '{"title":}', '{"title": "x",}',
	'{"title": "x"', '{"title": "x}', '{title: "x"}', '{''title'': "x"}', '{"title": "\u0000"}', '{"title": "\ud800"}', '{"title": "\udc00x"}',
	'{"title": "\x"}', '{"title": "\u12"}', E'{"title": "a\nb"}', '{"postings": 01}', '{"postings": 1.}', '{"postings": .5}', '{"postings": +1}',
	'{"postings": NaN}', '{"truncated": True}', '{"title": nul}', '{"title": "x"} x', '/* */ {}', repeat('[', 65), repeat('{"a":', 65) || '1' || repeat('}', 65),
	-- unknown and doubled keys
	'{"salary": 1}', '{"Title": "x"}', '{"": 1}', '{"title": "x", "title": "x"}', '{"title\t": "x"}',
	'{"locations": [{"town": "x"}]}', '{"skills": [{"name": "a", "requirement": "required", "name": "b"}]}',
	'{"salaries": [{"kind": "base", "min": 1, "at": [], "at": []}]}', '{"language_levels": {"de": "B2", "de": "C1"}}',
	-- wrong types
	'{"title": 1}', '{"title": null}', '{"title": ["x"]}', '{"title": ""}', '{"locations": {}}', '{"locations": ["x"]}', '{"locations": [null]}',
	'{"workplace": "remote"}', '{"workplace": [1]}', '{"seniority": 3}', '{"pay_statement": null}', '{"skills": {}}', '{"skills": ["Python"]}',
	'{"languages": [1]}', '{"languages": [""]}', '{"language_levels": []}', '{"language_levels": {"de": 2}}', '{"language_levels": {"": "B2"}}',
	'{"visa_sponsorship": "yes"}', '{"truncated": 0}', '{"postings": "1"}', '{"postings": true}', '{"date_posted": 20230502}', '{"sections": [{}]}',
	'{"evidence": [[1, "r", 0, 1]]}', '{"signature": 1}', '{"hours_per_week": 40}', '{"education": "master"}',
	-- missing keys
	'{"locations": [{}]}', '{"salaries": [{"min": 1}]}', '{"salaries": [{"kind": "base"}]}', '{"skills": [{"name": "x"}]}',
	'{"skills": [{"requirement": "required"}]}', '{"soft_skills": [{}]}', '{"education": {}}', '{"education": {"required": true}}',
	'{"hours_per_week": {}}', '{"experience_years": {}}', '{"skills": [{"name": "x", "requirement": "required", "years": {}}]}',
	-- unknown names
	'{"workplace": ["remote", "home"]}', '{"workplace": ["remote", "remote"]}', '{"employment_type": ["full_time"]}', '{"seniority": ""}', '{"seniority": "Senior"}',
	'{"pay_statement": "none"}', '{"salaries": [{"kind": "base", "min": 1, "period": "decade"}]}', '{"salaries": [{"kind": "tip", "min": 1}]}',
	'{"salaries": [{"kind": "base", "min": 1, "tax": ""}]}', '{"education": {"level": "phd"}}', '{"skills": [{"name": "x", "requirement": "must"}]}',
	'{"benefits": ["fruit"]}', '{"sections": [["intro", 0, 1]]}', '{"evidence": [["signature", "r", 0, 1]]}',
	-- out of range
	'{"postings": -1}', '{"postings": 2147483648}', '{"raw_length": 1.5}', '{"version": 1e10}', '{"hours_per_week": {"min": -1}}',
	'{"hours_per_week": {"min": 37.555}}', '{"experience_years": {"max": 21474836.48}}', '{"hours_per_week": {"min": 40, "max": 39}}',
	'{"salaries": [{"kind": "base", "min": -1}]}', '{"salaries": [{"kind": "base", "min": 1000000000000.0001}]}', '{"salaries": [{"kind": "base", "min": 0.00001}]}',
	'{"salaries": [{"kind": "base", "min": 1e99999999999999999999}]}', '{"salaries": [{"kind": "base", "min": 99999999999999999999999}]}',
	'{"salaries": [{"kind": "base", "min": 2, "max": 1}]}', '{"salaries": [{"kind": "base", "min": 1, "payments_per_year": 0}]}',
	'{"salaries": [{"kind": "base", "min": 1, "payments_per_year": 256}]}', '{"salaries": [{"kind": "base", "min": 1, "currency": "usd"}]}',
	'{"salaries": [{"kind": "base", "min": 1, "currency": "EURO"}]}', '{"date_posted": "2023-02-29"}', '{"date_posted": "2023-13-01"}', '{"date_posted": "0000-01-01"}',
	'{"date_posted": "2023-5-2"}', '{"date_posted": "2023-05-02T00:00"}', '{"text_language": "EN"}', '{"text_language": "eng"}', '{"text_language": "é"}', '{"signature": "AAEC"}',
	'{"signature": "' || repeat('!', 88) || '"}',
	'{"remote_scope": [' || repeat('"US",', 256) || '"US"]}',
	-- spans
	'{"sections": [["duties", 2, 1]]}', '{"sections": [["duties", 5, 9], ["pay", 4, 9]]}', '{"sections": [["duties", 0]]}', '{"sections": [["duties", 0, 1, 2]]}',
	'{"sections": [["duties", 0, 2147483648]]}', '{"evidence": [["title", "", 0, 1]]}', '{"evidence": [["title", "r", -1, 1]]}', '{"evidence": [["title", "r", 1]]}',
	'{"soft_skills": [{"name": "x", "at": [[5, 6], [1, 2]]}]}', '{"soft_skills": [{"name": "x", "at": [[1, 3], [1, 2]]}]}', '{"soft_skills": [{"name": "x", "at": [[2, 1]]}]}',
	'{"soft_skills": [{"name": "x", "at": [1, 2]}]}', '{"soft_skills": [{"name": "x", "at": [[1, "2"]]}]}', '{"soft_skills": [{"name": "x", "at": [[1, 2],[3, 4],[5, 6],[7, 8],[9, 10]]}]}',
	'{"soft_skills": [{"name": "x"}, {"name": "y"}, {"name": "x"}]}'
]) AS input;
SELECT '["x"]'::jsonb::posting_doc;
SELECT '{"title": 1}'::jsonb::posting_doc;
SELECT 'We are hiring'::posting_doc;

-- equality and hashing
SELECT a.name, b.name, a.doc = b.doc AS eq, a.doc <> b.doc AS ne
FROM doc_sample a, doc_sample b
WHERE (a.doc = b.doc) = (a.doc <> b.doc) OR (a.doc = b.doc) <> (a.doc::text = b.doc::text)
	OR (a.doc = b.doc AND posting_doc_hash(a.doc) <> posting_doc_hash(b.doc))
	OR (a.doc = b.doc AND posting_doc_hash_extended(a.doc, 1) <> posting_doc_hash_extended(b.doc, 1));
SELECT count(*), count(DISTINCT doc::text) AS texts,
	(SELECT count(*) FROM (SELECT doc FROM doc_sample GROUP BY doc) AS g) AS groups FROM doc_sample;
SELECT opcname, amvalidate(o.oid) FROM pg_opclass o WHERE opcname = 'posting_doc_hash_ops';
SELECT posting_doc_hash_extended(doc, 0)::bit(32) = posting_doc_hash(doc)::bit(32) AS low_half,
	posting_doc_hash_extended(doc, 0) = posting_doc_hash_extended(doc, 1) AS seeded
FROM doc_sample WHERE name = 'full';

-- binary form: through COPY, and back
CREATE TABLE doc_copy (doc posting_doc);
CREATE FUNCTION pg_temp.receive(wire bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	file bytea := '\x5047434f50590aff0d0a00' || '\x0000000000000000'::bytea ||	-- signature, flags, no extension
		'\x0001'::bytea || int4send(length(wire)) || wire || '\xffff'::bytea;
BEGIN
	EXECUTE format('COPY posting.doc_copy FROM PROGRAM %L (FORMAT binary)',
		'echo ' || translate(encode(file, 'base64'), E'\n', '') || ' | base64 -d');
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;
SELECT pg_temp.receive(posting_doc_send(doc)), count(*) FROM doc_sample GROUP BY 1;
SELECT count(*) FROM doc_sample JOIN doc_copy USING (doc);

-- whatever is changed in it, it is refused as malformed, or is a value like any other
TRUNCATE doc_copy;
SELECT DISTINCT pg_temp.receive(set_byte(wire, i, get_byte(wire, i) # mask)) AS outcome
FROM (SELECT posting_doc_send(doc) AS wire FROM doc_sample WHERE name = 'full') AS sent,
	LATERAL generate_series(0, length(wire) - 1) AS i, unnest('{1,128,255}'::int[]) AS mask
ORDER BY outcome;
SELECT DISTINCT pg_temp.receive(substr(wire, 1, len)) AS outcome
FROM (SELECT posting_doc_send(doc) AS wire FROM doc_sample WHERE name = 'full') AS sent,
	LATERAL generate_series(0, length(wire) - 1) AS len;
SELECT pg_temp.receive(posting_doc_send(doc) || '\x00'::bytea) AS longer FROM doc_sample WHERE name = 'full';
SELECT count(*) > 0 AS some, count(*) FILTER (WHERE doc <> doc::text::posting_doc OR posting_record(doc) IS NULL) AS lost FROM doc_copy;

-- accessors
SELECT name, to_json(posting_title(doc)) AS posting_title, posting_occupation(doc), posting_company(doc), posting_agency(doc), posting_reference(doc)
FROM doc_sample WHERE name IN ('full', 'empty', 'strings') ORDER BY name;
SELECT name, posting_locations(doc), posting_cities(doc), posting_countries(doc), posting_workplace(doc), posting_remote_scope(doc)
FROM doc_sample WHERE name IN ('full', 'empty', 'all') ORDER BY name;
SELECT (l).city, (l).region, (l).country FROM doc_sample, unnest(posting_locations(doc)) AS l WHERE name = 'full';
SELECT name, posting_employment_type(doc), posting_hours_per_week(doc), posting_seniority(doc), posting_seniority_rank(doc)
FROM doc_sample ORDER BY name;
SELECT s AS seniority, posting_seniority_rank(CAST('{"seniority": "' || s || '"}' AS posting_doc)) AS rank
FROM unnest('{intern,entry,mid,senior,lead,staff,principal,manager,director,executive}'::text[]) AS s;
SELECT name, posting_salary(doc), posting_salaries(doc), posting_annual_min(doc), posting_annual_max(doc), posting_pay_statement(doc)
FROM doc_sample ORDER BY name;
SELECT p AS period, posting_annual_min(doc), posting_annual_max(doc)
FROM unnest('{hour,day,week,month,year}'::text[]) AS p,
	CAST('{"salaries": [{"kind": "base", "min": 25.5, "max": 1000000000000, "period": "' || p || '"}]}' AS posting_doc) AS doc;
SELECT posting_salary('{"salaries": [{"kind": "bonus", "min": 1, "max": 1}]}'),
	posting_salary('{"salaries": [{"kind": "ote", "min": 1, "max": 1, "period": "year"}, {"kind": "ote", "min": 2}]}'),
	posting_salary('{"salaries": [{"kind": "ote", "min": 1, "max": 1}, {"kind": "base", "min": 2, "max": 2, "currency": "EUR", "period": "month"}]}');
SELECT name, p.* FROM doc_sample, posting_pays(doc) AS p ORDER BY name, n;
SELECT name, posting_experience(doc), posting_experience_min(doc), posting_experience_max(doc), posting_education(doc), posting_visa_sponsorship(doc)
FROM doc_sample ORDER BY name;
SELECT name, posting_skills(doc), posting_skills(doc, 'required') AS required, posting_skills(doc, 'preferred') AS preferred,
	posting_skills(doc, 'mentioned') AS mentioned, posting_soft_skills(doc)
FROM doc_sample WHERE name IN ('full', 'empty') ORDER BY name;
SELECT posting_skills(doc, 'Required') FROM doc_sample;
SELECT posting_skills(doc, '') FROM doc_sample;
SELECT name, posting_languages(doc), posting_benefits(doc), posting_text_language(doc), posting_date_posted(doc), posting_valid_through(doc)
FROM doc_sample ORDER BY name;
SELECT name, posting_count(doc), posting_truncated(doc), posting_version(doc), posting_is_current(doc)
FROM doc_sample ORDER BY name;
SELECT posting_is_current(CAST('{"version": ' || posting_parser_version() || '}' AS posting_doc));
SELECT posting_title(NULL), posting_skills(NULL), posting_salary(NULL), posting_jsonld(NULL);

-- what the functions of the type promise: only what asks for the library's version is not immutable
SELECT proname, provolatile, proisstrict, proparallel FROM pg_proc
WHERE pronamespace = 'posting'::regnamespace AND prorettype <> 'trigger'::regtype
	AND proargtypes[0] = 'posting_doc'::regtype AND pronargs = 1 AND prokind = 'f'
	AND (provolatile <> 'i' OR NOT proisstrict OR proparallel <> 's')
ORDER BY proname COLLATE "C";

-- one row, and schema.org
\x on
SELECT r.* FROM doc_sample, LATERAL posting_record(doc) AS r WHERE name = 'full';
SELECT r.* FROM doc_sample, LATERAL posting_record(doc) AS r WHERE name = 'empty';
\x off
SELECT count(r.title) AS titles, count(*) AS rows FROM (VALUES (NULL::posting_doc)) AS v (doc), LATERAL posting_record(doc) AS r;
SELECT jsonb_pretty(posting_jsonld(doc)) FROM doc_sample WHERE name = 'full';
SELECT name, posting_jsonld(doc) FROM doc_sample WHERE name IN ('empty', 'strings', 'ends') ORDER BY name;
SELECT posting_jsonld('{"salaries": [{"kind": "base", "min": 25.5, "max": 25.5, "period": "hour"}], "experience_years": {"min": 0.5}, "education": {"level": "doctorate"}}');
SELECT posting_jsonld('{"agency": "Acme", "salaries": [{"kind": "ote", "min": 1, "currency": "EUR", "period": "year"}]}');

-- toasted values, compressed and out of line, and slices of them
CREATE TABLE doc_large (kind text COLLATE "C", doc posting_doc);
INSERT INTO doc_large SELECT kind, CAST(json_build_object('title', 'large', 'seniority', 'lead', 'text_language', 'fr',
	'salaries', '[{"kind": "base", "min": 45000, "currency": "EUR", "period": "year"}]'::json,
	'skills', (SELECT json_agg(json_build_object('requirement', 'required',
		'name', CASE kind WHEN 'repeated' THEN repeat('skill ', 20) || lpad(i::text, 4, '0') ELSE md5(i::text) END)
		ORDER BY i DESC) FROM generate_series(1, 1000) AS i)) AS text)::posting_doc
FROM (VALUES ('repeated'), ('random'), ('plain')) AS v (kind);
ALTER TABLE doc_large ALTER doc SET STORAGE external;
UPDATE doc_large SET doc = doc::text::posting_doc WHERE kind = 'plain';
SELECT kind, pg_column_size(doc) < 8000 AS compressed, posting_title(doc), posting_seniority(doc), posting_seniority_rank(doc),
	posting_text_language(doc), posting_salary(doc), posting_annual_min(doc), cardinality(posting_skills(doc)) AS skills,
	posting_skills(doc) = (SELECT array_agg(s ORDER BY s COLLATE "C") FROM unnest(posting_skills(doc)) AS s) AS sorted,
	doc = doc::text::posting_doc AS same
FROM doc_large ORDER BY kind;
SELECT a.kind, b.kind, a.doc = b.doc AS equal, posting_doc_hash(a.doc) = posting_doc_hash(b.doc) AS hash
FROM doc_large AS a JOIN doc_large AS b ON a.kind < b.kind ORDER BY a.kind, b.kind;
-- a limit of the type
SELECT pg_temp.complaint('{"soft_skills": [' || (SELECT string_agg('{"name": "' || i || '"}', ',') FROM generate_series(1, 1001) AS i) || ']}');

DROP TABLE doc_sample, doc_copy, doc_large;
