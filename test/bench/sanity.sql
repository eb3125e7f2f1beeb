-- What the parser reads from a whole archive, and which of it cannot be true.
--
-- usage: psql -v archive=public.archive -f test/bench/sanity.sql
-- The table has the columns id and doc (posting_doc); the search path holds the extension's schema.
\set ON_ERROR_STOP on
\pset footer off
\pset null '-'

CREATE TEMP VIEW sanity_pay AS
SELECT a.id, p.n, p.pay, p.place, p.note, p.period_stated,
       posting_pay_currency(p.pay) AS currency, coalesce(posting_pay_period(p.pay), 'one-off') AS period,
       posting_pay_kind(p.pay) AS kind, posting_pay_min(p.pay) AS least, posting_pay_max(p.pay) AS most,
       posting_pay_midpoint(p.pay) AS middle
FROM :archive a, LATERAL posting_pays(a.doc) p;

\echo
\echo What is known of the postings, per cent
SELECT count(*) AS postings,
       round(100.0 * count(posting_title(doc)) / count(*)) AS title,
       round(100.0 * count(posting_company(doc)) / count(*)) AS company,
       round(100.0 * count(*) FILTER (WHERE cardinality(posting_cities(doc)) > 0) / count(*)) AS city,
       round(100.0 * count(posting_salary(doc)) / count(*)) AS pay,
       round(100.0 * count(posting_experience_min(doc)) / count(*)) AS years,
       round(100.0 * count(posting_education(doc)) / count(*)) AS degree,
       round(avg(cardinality(posting_skills(doc))), 1) AS "skills each"
FROM :archive;

\echo
\echo Pay by currency and period: base pay, as said
SELECT currency, period, count(*) AS pays, min(least) AS least,
       percentile_disc(0.05) WITHIN GROUP (ORDER BY middle) AS "5 %",
       percentile_disc(0.50) WITHIN GROUP (ORDER BY middle) AS median,
       percentile_disc(0.95) WITHIN GROUP (ORDER BY middle) AS "95 %", max(most) AS most
FROM sanity_pay
WHERE kind IN ('base', 'ote')
GROUP BY currency, period
ORDER BY pays DESC, currency, period;

\echo
\echo Pay that cannot be true: bounds of what people are paid, and ranges that are too wide
WITH bounds (period, least, most) AS (
    VALUES ('hour', 3, 1000), ('day', 20, 8000), ('week', 100, 20000), ('month', 200, 80000), ('year', 5000, 2000000)
)
SELECT p.id, p.pay, p.place, p.note, p.period_stated AS "period stated"
FROM sanity_pay p JOIN bounds b USING (period)
WHERE p.kind = 'base'
  AND (p.currency IN ('USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF') AND (coalesce(p.least, p.most) < b.least OR coalesce(p.most, p.least) > b.most)
       OR p.most < p.least OR p.most > 10 * p.least)
ORDER BY p.id, p.n
LIMIT 100;

\echo
\echo Pay to look at: no currency, years taken for amounts, one pay inside another of the same posting
SELECT p.id, p.pay, p.place, p.note, p.period_stated AS "period stated",
       CASE WHEN p.currency = 'XXX' THEN 'no currency'
            WHEN p.least BETWEEN 1950 AND 2100 AND p.most BETWEEN 1950 AND 2100 AND p.least < p.most THEN 'years'
            ELSE 'inside another' END AS why
FROM sanity_pay p
WHERE p.kind = 'base'
  AND (p.currency = 'XXX'
       OR p.least BETWEEN 1950 AND 2100 AND p.most BETWEEN 1950 AND 2100 AND p.least < p.most
       OR EXISTS (SELECT FROM sanity_pay q
                  WHERE q.id = p.id AND q.n <> p.n AND q.kind = p.kind AND q.currency = p.currency AND q.period = p.period
                    AND p.place IS NULL AND q.least <= p.least AND q.most >= p.most AND q.least < q.most))
ORDER BY why, p.id, p.n
LIMIT 100;

\echo
\echo Years of experience
SELECT posting_experience_min(doc) AS years, count(*) AS postings
FROM :archive
WHERE posting_experience_min(doc) IS NOT NULL
GROUP BY years
ORDER BY years;

\echo
\echo Titles, companies and places that look like no such thing
SELECT id, posting_title(doc) AS title, posting_company(doc) AS company, posting_cities(doc) AS cities
FROM :archive
WHERE length(posting_title(doc)) NOT BETWEEN 3 AND 90 OR length(posting_company(doc)) NOT BETWEEN 2 AND 70
   OR posting_title(doc) ~ '[.!?]\s+\S' OR cardinality(posting_cities(doc)) > 25
ORDER BY id
LIMIT 100;
DROP VIEW sanity_pay;
