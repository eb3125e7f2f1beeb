-- The trigger function posting_normalize.
\pset null ~
CREATE TABLE archive (
	id int PRIMARY KEY,
	raw text,
	doc posting_doc,
	title varchar(12),
	skills text[],
	pay_min numeric,
	pay_max int,
	first_town text,
	visa_sponsorship bool,
	other text);
CREATE TRIGGER normalize BEFORE INSERT OR UPDATE ON archive
	FOR EACH ROW EXECUTE FUNCTION posting_normalize('raw', '*', 'first_town=city');
CREATE VIEW filled AS SELECT id, doc = posting_parse(raw) AS doc, title, skills, pay_min, pay_max, first_town, other FROM archive;

-- it fills what is NULL
INSERT INTO archive (id, raw) VALUES (1, E'Title: Analyst\nLocation: Brooklyn, NY\nSalary: $100,000 - $120,000.50 per year\nRequirements: Python');
-- what does not fit stays NULL: the title is too long, the upper bound no integer
INSERT INTO archive (id, raw) VALUES (2, E'Title: Senior Data Analyst\nSalary: $20.50 - $30.25 per hour\nRequirements: SQL');
-- what is given stays
INSERT INTO archive (id, raw, title, skills) VALUES (3, E'Title: Analyst\nRequirements: Python', 'Mine', '{Own}');
-- no text, no values
INSERT INTO archive (id, other) VALUES (4, 'x');
INSERT INTO archive (id, raw) VALUES (5, '');
SELECT * FROM filled ORDER BY id;

-- an update that leaves the text leaves the rest
UPDATE archive SET other = 'y', title = NULL WHERE id = 1;
SELECT * FROM filled WHERE id = 1;
-- a new text replaces what the old one said, not what somebody wrote
UPDATE archive SET raw = E'Title: Cook\nRequirements: Cooking' WHERE id IN (1, 3);
SELECT * FROM filled WHERE id IN (1, 3) ORDER BY id;
-- nor what the same statement writes
UPDATE archive SET raw = E'Title: Baker\nRequirements: Python', skills = '{Mine}' WHERE id = 1;
SELECT * FROM filled WHERE id = 1;
-- a value that was corrected by hand stays
UPDATE archive SET doc = jsonb_set(doc::jsonb, '{title}', '"Corrected"')::posting_doc WHERE id = 3;
UPDATE archive SET raw = 'Title: Nurse' WHERE id = 3;
SELECT id, posting_title(doc), title, skills FROM archive WHERE id = 3;
-- a text that goes takes along what it said
UPDATE archive SET raw = NULL WHERE id = 1;
SELECT * FROM filled WHERE id = 1;
-- a value of an earlier parser counts as read from its text
INSERT INTO archive (id, raw) VALUES (6, 'Requirements: Python');
ALTER TABLE archive DISABLE TRIGGER normalize;
UPDATE archive SET doc = (jsonb_set(doc::jsonb, '{version}', '0') - 'skills')::posting_doc, skills = '{}' WHERE id = 6;
ALTER TABLE archive ENABLE TRIGGER normalize;
UPDATE archive SET raw = 'Requirements: SQL' WHERE id = 6;
SELECT * FROM filled WHERE id = 6;
TRUNCATE archive;

-- COPY, and INSERT ... ON CONFLICT
COPY archive (id, raw) FROM stdin;
1	Requirements: Python
\.
INSERT INTO archive (id, raw) VALUES (1, 'Requirements: SQL') ON CONFLICT (id) DO UPDATE SET raw = excluded.raw;
SELECT * FROM filled;
DROP VIEW filled;
DROP TABLE archive;

-- domains, generated columns, and the user's own skills
CREATE DOMAIN short_title AS text CHECK (length(VALUE) < 6);
CREATE DOMAIN hostile AS text CHECK (1 / (length(VALUE) - length(VALUE)) = 1);
CREATE TABLE archive (text_of_it varchar, title short_title, company hostile, doc posting_doc, n int GENERATED ALWAYS AS (posting_count(posting_parse(text_of_it))) STORED);
INSERT INTO posting_custom_skill VALUES ('Frobnication');
CREATE TRIGGER normalize BEFORE INSERT OR UPDATE ON archive
	FOR EACH ROW EXECUTE FUNCTION posting_normalize('text_of_it', '*', 'custom');
INSERT INTO archive VALUES (E'Title: Cook\nCompany: Acme Corp\nRequirements: frobnication'), (E'Title: Head cook\nRequirements: frobnication');
SELECT title, company, posting_company(doc) AS said, posting_skills(doc), n FROM archive;
DROP TABLE archive;
DROP DOMAIN short_title, hostile;
TRUNCATE posting_custom_skill;

-- misuse
CREATE TABLE misuse (raw text, number int, doc posting_doc, made text GENERATED ALWAYS AS (raw) STORED);
SELECT posting_normalize();
CREATE FUNCTION pg_temp.misused(arguments text, moment text DEFAULT 'BEFORE INSERT', level text DEFAULT 'ROW') RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('CREATE TRIGGER t %s ON misuse FOR EACH %s EXECUTE FUNCTION posting_normalize(%s)', moment, level, arguments);
	INSERT INTO misuse (raw) VALUES ('x');
	DROP TRIGGER t ON misuse;
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT pg_temp.misused('''raw''');
SELECT pg_temp.misused('');
SELECT pg_temp.misused('''nosuch''');
SELECT pg_temp.misused('''number''');
SELECT pg_temp.misused('''raw'', ''nosuch=title''');
SELECT pg_temp.misused('''raw'', ''number=nosuch''');
SELECT pg_temp.misused('''raw'', ''made=title''');
SELECT pg_temp.misused('''raw'', ''raw=title''');
SELECT pg_temp.misused('''raw'', ''title''');
SELECT pg_temp.misused('''raw''', 'AFTER INSERT');
SELECT pg_temp.misused('''raw''', 'BEFORE INSERT', 'STATEMENT');
DROP TABLE misuse;

-- what hangs on the parser, and how to bring it up to date
CREATE TABLE archive (
	raw text,
	stored posting_doc,
	"made of it" posting_doc GENERATED ALWAYS AS (posting_parse(raw)) STORED,
	skill text GENERATED ALWAYS AS (posting_skill(raw)) STORED,
	title text GENERATED ALWAYS AS (posting_title(posting_parse(raw))) STORED,
	length int GENERATED ALWAYS AS (length(raw)) STORED);
CREATE INDEX archive_parsed ON archive (posting_title(posting_parse(raw)));
CREATE INDEX archive_partial ON archive (length) WHERE posting_skill(raw) = 'SQL';
CREATE INDEX archive_stored ON archive USING gin (posting_skills(stored));
CREATE MATERIALIZED VIEW archive_titles AS SELECT posting_title(posting_parse(raw)) FROM archive;
CREATE VIEW archive_view AS SELECT posting_title(posting_parse(raw)) FROM archive;
SELECT * FROM posting_stale_objects();
-- each statement runs (REINDEX CONCURRENTLY not in a transaction with others)
SELECT statement FROM posting_stale_objects() \gexec
DROP TABLE archive CASCADE;
