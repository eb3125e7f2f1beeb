-- The built-in lexicon, and the user's own skills.
\pset null ~
SELECT count(*) > 5000 AS many, count(*) = count(DISTINCT skill) AS distinct_names,
	bool_and(aliases IS NOT NULL) AS has_aliases, bool_and(category IS NOT NULL) AS has_category
FROM posting_lexicon();
SELECT count(*) AS orphans FROM posting_lexicon() l
WHERE parent IS NOT NULL AND NOT EXISTS (SELECT FROM posting_lexicon() p WHERE p.skill = l.parent);
SELECT skill, 'K8s' = ANY (aliases) AS has_alias FROM posting_lexicon() WHERE skill = 'Kubernetes';

SELECT posting_skill('k8s') AS alias, posting_skill('KUBERNETES') AS folded, posting_skill('c++') AS signs,
	posting_skill('cloud platforms') AS above, posting_skill('frobnication') AS unknown, posting_skill('') AS empty,
	posting_skill('--') AS nothing, posting_skill(repeat('x ', 10000)) AS long, posting_skill(NULL) AS no_name;
-- each name leads to a canonical name, which leads to itself, and heads a family
SELECT count(*) AS lost FROM posting_lexicon()
WHERE posting_skill(skill) IS NULL OR posting_skill(posting_skill(skill)) <> posting_skill(skill);
SELECT count(*) AS lost FROM posting_lexicon() l
WHERE parent IS NULL AND NOT posting_skill_family(skill) @> ARRAY[skill];
SELECT posting_skill_names('{k8s, frobnication, Kubernetes, NULL, Frobnication, postgres, frobnication}');
SELECT posting_skill_names('{}'), posting_skill_names('{{k8s,python},{sql,python}}'), posting_skill_names(NULL);

SELECT posting_skill_family('k8s') @> '{Kubernetes}' AS itself, posting_skill_family('Databases') @> '{SQL,PostgreSQL,Databases}' AS below,
	posting_skill_family('frobnication') AS unknown, posting_skill_family(NULL) AS no_name;
SELECT posting_skill_family('Databases') = ARRAY(SELECT unnest(posting_skill_family('Databases')) COLLATE "C" ORDER BY 1) AS sorted;
-- a family is what the parents say
WITH RECURSIVE below AS (
	SELECT skill FROM posting_lexicon() WHERE skill = 'Databases'
	UNION SELECT l.skill FROM below b JOIN posting_lexicon() l ON l.parent = b.skill)
SELECT array_agg(skill ORDER BY skill COLLATE "C") = posting_skill_family('Databases') AS same FROM below;

-- the user's own
SELECT posting_skills(posting_parse_custom('Requirements: frobnication and Python')) AS before;
INSERT INTO posting_custom_skill VALUES ('Frobnication', '{frobnicating,"widget frobbing"}');
SELECT posting_skills(posting_parse_custom('Requirements: widget frobbing and Python')) AS custom,
	posting_skills(posting_parse('Requirements: widget frobbing and Python')) AS builtin;
SELECT rule FROM posting_explain('Requirements: Python') WHERE field = 'skills';
-- it wins over a built-in one
INSERT INTO posting_custom_skill (skill, aliases) VALUES ('Snake charming', '{python}');
SELECT posting_skills(posting_parse_custom('Requirements: Python')) AS own;
-- and may be a soft skill
INSERT INTO posting_custom_skill (skill, category) VALUES ('Zen of widgets', 'Soft skills');
SELECT posting_soft_skills(posting_parse_custom('Requirements: zen of widgets')) AS soft;
-- changes of any kind count, and their rollback
UPDATE posting_custom_skill SET aliases = '{cobra}' WHERE skill = 'Snake charming';
SELECT posting_skills(posting_parse_custom('Requirements: Python, cobra')) AS updated;
BEGIN;
DELETE FROM posting_custom_skill;
SELECT posting_skills(posting_parse_custom('Requirements: cobra and Python')) AS deleted;
ROLLBACK;
SELECT posting_skills(posting_parse_custom('Requirements: cobra and Python')) AS rolled_back;
BEGIN;
SAVEPOINT s;
TRUNCATE posting_custom_skill;
SELECT posting_skills(posting_parse_custom('Requirements: cobra and Python')) AS truncated;
ROLLBACK TO s;
SELECT posting_skills(posting_parse_custom('Requirements: cobra and Python')) AS rolled_back;
COMMIT;
COPY posting_custom_skill (skill) FROM stdin;
Copied craft
\.
SELECT posting_skills(posting_parse_custom('Requirements: copied craft')) AS copied;
SET session_replication_role = replica;
DELETE FROM posting_custom_skill WHERE skill = 'Copied craft';
RESET session_replication_role;
SELECT posting_skills(posting_parse_custom('Requirements: copied craft')) AS replicated;

-- what is refused
\set SHOW_CONTEXT never
INSERT INTO posting_custom_skill VALUES ('');
INSERT INTO posting_custom_skill VALUES ('--');
INSERT INTO posting_custom_skill VALUES ('Fine', '{"!?"}');
INSERT INTO posting_custom_skill VALUES ('Fine', '{NULL}');
INSERT INTO posting_custom_skill VALUES ('Fine', NULL);
INSERT INTO posting_custom_skill VALUES ('Fine', '{one two three four five six seven eight nine ten eleven twelve thirteen}');
INSERT INTO posting_custom_skill VALUES ('Fine', '{FROBNICATING}');
INSERT INTO posting_custom_skill VALUES ('frobnication');
UPDATE posting_custom_skill SET aliases = '{Frobnication}' WHERE skill = 'Snake charming';
INSERT INTO posting_custom_skill VALUES ('One', '{same}'), ('Two', '{Same}');
\set VERBOSITY terse
INSERT INTO posting_custom_skill VALUES ('Frobnication');
SELECT posting_custom_skill_changed();
\set VERBOSITY default
-- doubled wordings of one skill do no harm
INSERT INTO posting_custom_skill VALUES ('Fine', '{fine,FINE}');
SELECT skill FROM posting_custom_skill ORDER BY skill COLLATE "C";

-- in a parallel plan, each worker compiles for itself
CREATE TABLE many AS SELECT 'Requirements: cobra and ' || i AS raw FROM generate_series(1, 100) i;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
SELECT count(*) FROM many WHERE posting_skills(posting_parse_custom(raw)) = '{Snake charming}';
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
RESET max_parallel_workers_per_gather;
DROP TABLE many;

-- readable by all, writable by the extension's owner; dumped with the data
SELECT has_table_privilege('public', 'posting_custom_skill', 'SELECT') AS readable,
	has_table_privilege('public', 'posting_custom_skill', 'INSERT') AS writable;
SELECT extconfig = ARRAY['posting_custom_skill'::regclass::oid] AS dumped FROM pg_extension WHERE extname = 'posting_parser';
SELECT c.relowner = e.extowner AS owned FROM pg_class c, pg_extension e WHERE c.oid = 'posting_custom_skill'::regclass AND e.extname = 'posting_parser';
-- an altered table is noticed
BEGIN;
ALTER TABLE posting_custom_skill RENAME COLUMN category TO kind;
SELECT posting_parse_custom('Python');
ROLLBACK;
TRUNCATE posting_custom_skill;
SELECT posting_skills(posting_parse_custom('Requirements: cobra and Python')) AS none;
