-- Parsing: shapes, spans and laws.  What the extractors read is tested with
-- the corpus; here stand only texts that leave no doubt.
\pset null ~
CREATE TABLE raw_text (id text PRIMARY KEY, raw text NOT NULL);
INSERT INTO raw_text VALUES
('plain', E'Senior Data Analyst\nAcme Corp – Brooklyn, NY\n\nSalary: $120,000 - $150,000 per year\nFull-time\n\nRequirements\n- 5+ years of experience\n- Python and SQL\n\nPreferred\n- Tableau\n\nBenefits\n- Health insurance\n'),
('html', '<div onclick="x()"><h1>Data Analyst</h1><p>We&nbsp;need <b>Python</b> &amp; SQL.<script>alert("1")</script></p><h2>Benefits</h2><ul><li>Dental insurance</li></ul></div>'),
('json-ld', '<html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Welder", "hiringOrganization": {"name": "Caf\u00e9 Oak"}, "employmentType": "PART_TIME", "datePosted": "2024-05-02", "identifier": {"value": 77}, "jobLocation": {"address": {"addressLocality": "Leeds", "addressCountry": "GB"}}, "baseSalary": {"currency": "GBP", "value": {"minValue": 15, "maxValue": 17, "unitText": "HOUR"}}, "description": "<p>You weld frames of steel for gates and stairs, read the drawings of the office, and keep the workshop in order. The shift begins at six in the morning, and every hour of overtime is paid. Come by on any Friday, look at the work, and talk to the people who do it.<\/p><p>Requirements<\/p><ul><li>MIG welding<\/li><\/ul>"}</script></head><body><h1>Our jobs</h1><p>Please turn scripts on. Full-time</p></body></html>'),
('wide', repeat('ж€𝄞 ', 200) || E'\n\nRequirements: Python and Kubernetes\n'),
('empty', ''),
('blank', E' \n\t\r\n '),
('noise', '-- ** || <<>> &&& %% \ / ' || chr(8203)),
('lone tag', '<mark>'),
('odd entities', '&#xD800; &#0; &#99999999999; &nosuch; &amp;amp; &lt;script&gt; &#65');

SELECT id, posting_title(posting_parse(raw)) AS title, posting_skills(posting_parse(raw)) AS skills
FROM raw_text WHERE id IN ('plain', 'empty', 'blank') ORDER BY id;
SELECT posting_count(posting_parse('')) AS postings, posting_parse(NULL) IS NULL AS null_in_null_out;

-- the rows of each function
SELECT field, value, mention, requirement FROM raw_text, posting_mentions(raw)
WHERE id = 'plain' AND field IN ('title', 'locations', 'salaries', 'employment_type', 'skills', 'benefits', 'experience_years')
ORDER BY start, field;
SELECT n, kind, heading, start, stop, body = substr(raw, start, stop - start) AS fits
FROM raw_text, posting_sections(raw) WHERE id = 'plain';
SELECT n, start, stop, body = raw AS whole, doc = posting_parse(raw) AS same
FROM raw_text, posting_split(raw) WHERE id = 'plain';
SELECT posting_text(raw) FROM raw_text WHERE id = 'html';
SELECT posting_highlight(raw) FROM raw_text WHERE id = 'html';

-- A page that carries its posting in a JSON-LD block alone.
SELECT field, value, mention, rule, reason FROM raw_text, posting_explain(raw) WHERE id = 'json-ld';
SELECT field, value, mention FROM raw_text, posting_mentions(raw) WHERE id = 'json-ld';
SELECT posting_highlight('Requirements: Python & "SQL" <script>');

-- laws: mentions are quotes, positions count characters, both forms agree
SELECT id, bool_and(mention = substr(raw, start, stop - start)) AS by_characters
FROM raw_text, posting_mentions(raw) GROUP BY id HAVING NOT bool_and(mention = substr(raw, start, stop - start));
SELECT id, bool_and(mention = substr(raw, start, stop - start)) AS by_characters
FROM raw_text, posting_explain(raw) GROUP BY id HAVING NOT bool_and(mention = substr(raw, start, stop - start));
SELECT id, e ->> 0 AS field FROM raw_text, jsonb_array_elements(posting_parse(raw)::jsonb -> 'evidence') e
WHERE posting_quote(raw, (e ->> 2)::int, (e ->> 3)::int) IS NULL;
SELECT count(*) > 0 AS has_skills,
	bool_and((posting_quote(raw, (at ->> 0)::int, (at ->> 1)::int), s ->> 'name') IN
		(SELECT mention, value FROM posting_mentions(raw) WHERE field = 'skills')) AS quoted
FROM raw_text, jsonb_array_elements(posting_parse(raw)::jsonb -> 'skills') s, jsonb_array_elements(s -> 'at') at;
SELECT id FROM raw_text WHERE EXISTS (
	(SELECT * FROM posting_mentions(raw) EXCEPT ALL SELECT * FROM posting_mentions(raw, posting_parse(raw)))
	UNION ALL
	(SELECT * FROM posting_mentions(raw, posting_parse(raw)) EXCEPT ALL SELECT * FROM posting_mentions(raw)));
SELECT id FROM raw_text WHERE posting_highlight(raw) <> posting_highlight(raw, posting_parse(raw));
SELECT id FROM raw_text WHERE posting_parse(raw)::text::posting_doc <> posting_parse(raw);
SELECT id, field, value FROM raw_text, posting_mentions(raw) m
WHERE NOT EXISTS (SELECT FROM posting_explain(raw) e WHERE e.accepted AND e.field = m.field AND e.start = m.start AND e.stop = m.stop);
-- without its marks, a highlighted text is the escaped text
SELECT id FROM raw_text
WHERE regexp_replace(posting_highlight(raw), '</?mark[^>]*>', '', 'g') <>
	replace(replace(replace(replace(replace(raw, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;');
-- readable text is read again without markup
SELECT posting_text(raw) ~ '<' AS markup, posting_text(posting_text(raw)) = posting_text(raw) AS stable
FROM raw_text WHERE id = 'html';

-- a value of another text: spans that do not fit it are NULL, and are not marked
SELECT count(*) FILTER (WHERE mention IS NULL AND start IS NULL AND stop IS NULL) AS unfit, count(*) > 0 AS has_values
FROM raw_text, posting_mentions('', posting_parse(raw)) WHERE id = 'plain' AND field = 'skills';
SELECT mention, start, stop FROM raw_text, posting_mentions('жжж', '{"skills": [{"name": "Python", "requirement": "required", "at": [[1, 4], [2, 4]]}], "raw_length": 6}') WHERE id = 'plain';
SELECT posting_highlight('жжж', '{"skills": [{"name": "\"><b>", "requirement": "required", "at": [[1, 4], [2, 4]]}], "raw_length": 6}');
-- marks lie in one another; of two that cross the first is kept
SELECT posting_highlight('abcdefgh', '{"skills": [{"name": "A", "requirement": "required", "at": [[0, 4]]}, {"name": "B", "requirement": "preferred", "at": [[2, 6]]}, {"name": "C", "requirement": "mentioned", "at": [[0, 2]]}], "raw_length": 8}');

-- quotes
SELECT posting_quote('aжb', 1, 3) AS whole, posting_quote('aжb', 1, 2) AS cut_end, posting_quote('aжb', 2, 3) AS cut_begin,
	posting_quote('aжb', 0, 4) AS whole_text, posting_quote('aжb', 0, 5) AS behind, posting_quote('aжb', -1, 1) AS before,
	posting_quote('aжb', 3, 1) AS reversed, posting_quote('aжb', 4, 4) AS empty, posting_quote('aжb', 0, 2147483647) AS far;

-- beyond the first MiB nothing is read, and the value says so
SELECT posting_truncated(doc) AS truncated, posting_skills(doc) AS skills, doc::jsonb -> 'raw_length' AS raw_length
FROM posting_parse(E'Requirements:\n- Python\n' || repeat(E'\n' || repeat('wordy ', 9), 20000) || E'\n- Kubernetes\n') doc;
SELECT mention, start, stop FROM posting_mentions(E'Requirements:\n- Python\n' || repeat(E'\n' || repeat('wordy ', 9), 20000)) WHERE field = 'skills';

-- the planner's view
SELECT proname, pronargs, provolatile, proisstrict, proparallel, prorows FROM pg_proc
WHERE proname IN ('posting_parse', 'posting_split', 'posting_text', 'posting_sections', 'posting_mentions', 'posting_explain', 'posting_highlight', 'posting_quote')
ORDER BY proname, pronargs;
-- it works in an index and in a generated column
CREATE TABLE generated (raw text, doc posting_doc GENERATED ALWAYS AS (posting_parse(raw)) STORED);
INSERT INTO generated SELECT raw FROM raw_text;
CREATE INDEX ON generated (posting_title(posting_parse(raw)));
SELECT count(*) FROM generated WHERE doc = posting_parse(raw);
-- an error inside leaves the session's memory as it was
DO $$
BEGIN
	FOR i IN 1..20 LOOP
		BEGIN
			PERFORM 1 / (length(posting_text('a')) - 1) FROM posting_mentions('Requirements: Python');
		EXCEPTION WHEN division_by_zero THEN NULL;
		END;
	END LOOP;
END
$$;
SELECT posting_skills(posting_parse('Requirements: Python'));
DROP TABLE generated, raw_text;
