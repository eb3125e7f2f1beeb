-- The type posting_pay: text and binary form, order, calculations
SET search_path = posting, public;

\pset null '(null)'
\pset format unaligned

-- the classes are complete
SELECT opcname, amvalidate(oid) FROM pg_opclass
WHERE opcintype = 'posting_pay'::regtype ORDER BY opcname;

-- what is written is read again
CREATE TABLE pay_sample (literal text COLLATE "C", pay posting_pay);
INSERT INTO pay_sample SELECT l, l::posting_pay FROM unnest(ARRAY[
	'USD 153000..199000/year', 'GBP ..45000/year', 'USD 25.5../hour', 'EUR 60000/year ote',
	'USD 5000 bonus', 'XXX 20/hour', 'INR 1200000/year', 'CHF 0.0001/day', 'USD 1000000000000/year',
	'PLN 100..200/week allowance', 'EUR 300 commission', 'USD 1..2 equity', 'USD 0/hour']) l;
SELECT literal, pay FROM pay_sample WHERE pay::text <> literal;
SELECT '  usd 100 .. 200 / Year   BASE '::posting_pay AS forgiving, 'EUR 10.50/hour'::posting_pay AS shortest;

-- what is malformed says what is expected
CREATE FUNCTION complaint(literal text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	detail text;
BEGIN
	RETURN 'accepted as ' || literal::posting_pay;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
	RETURN SQLSTATE || ' ' || SQLERRM || ' / ' || detail;
END $$;
SELECT complaint(l) FROM unnest(ARRAY[
	'', ' ', 'USD', 'US 100/year', 'USDX 100/year', '$100/year', 'USD -5/year', 'USD ../year', 'USD 200..100/year',
	'USD 100/fortnight', 'USD 100/', 'USD 100/year salary', 'USD 100/year base x', 'USD 1e5/year', 'USD 1,000/year',
	'USD 1.00001/hour', 'USD 1000000000001/year', 'USD 99999999999999999999999999/year', 'USD NaN/year', 'USD 1...2/year']) l;
SELECT 'a literal of a statement'::posting_pay;

-- order: currency, yearly amounts, open ends outside; equal means equal bytes
SELECT pay FROM pay_sample ORDER BY pay;
SELECT 'USD 20800/year'::posting_pay = 'USD 10/hour'::posting_pay AS equal,
       'USD 20800/year'::posting_pay > 'USD 10/hour'::posting_pay AS above,
       'USD 10..20/hour'::posting_pay > 'USD ..20/hour'::posting_pay AS open_min_below,
       'USD 10../hour'::posting_pay > 'USD 10..99/hour'::posting_pay AS open_max_above,
       'EUR 1/year'::posting_pay < 'USD 1/year'::posting_pay AS by_currency;
SELECT count(*) AS contradictions FROM pay_sample a, pay_sample b
WHERE (a.pay = b.pay) <> (a.literal = b.literal)
   OR (a.pay < b.pay) <> (b.pay > a.pay) OR (a.pay <= b.pay) = (a.pay > b.pay) OR (a.pay >= b.pay) = (a.pay < b.pay)
   OR (a.pay <> b.pay) = (a.pay = b.pay) OR (a.pay = b.pay AND posting_pay_hash(a.pay) <> posting_pay_hash(b.pay));

-- the planner can use all of it
SET enable_seqscan = off;
CREATE INDEX pay_btree ON pay_sample (pay);
SELECT literal FROM pay_sample WHERE pay >= 'USD 100000/year' AND pay < 'USD 999999999999/year' ORDER BY pay;
DROP INDEX pay_btree;
CREATE INDEX pay_hash ON pay_sample USING hash (pay);
EXPLAIN (COSTS OFF) SELECT literal FROM pay_sample WHERE pay = 'XXX 20/hour';
SELECT literal FROM pay_sample WHERE pay = 'XXX 20/hour';
RESET enable_seqscan;
SET enable_mergejoin = off;
SET enable_nestloop = off;
SELECT count(*) FROM pay_sample a JOIN pay_sample b USING (pay);
RESET enable_mergejoin;
RESET enable_nestloop;

-- parts
SELECT literal, posting_pay_min(pay) AS min, posting_pay_max(pay) AS max, posting_pay_currency(pay) AS currency,
       posting_pay_period(pay) AS period, posting_pay_kind(pay) AS kind, posting_pay_range(pay) AS range,
       posting_pay_midpoint(pay) AS midpoint
FROM pay_sample ORDER BY literal;

-- yearly, by the assumptions given
SELECT literal, posting_pay_annual(pay) FROM pay_sample ORDER BY literal;
SELECT posting_pay_annual('USD 20../hour', hours_per_week => 37.5, weeks_per_year => 48) AS hours,
       posting_pay_annual('EUR 400/day', days_per_week => 4) AS days,
       posting_pay_annual('CHF 7000/month', months_per_year => 13) AS months;
SELECT posting_pay_annual('USD 20/hour', 0);
SELECT posting_pay_annual('USD 20/hour', 40, 'NaN');

-- another currency, and made from parts
SELECT posting_pay_convert('USD 100..200/hour', 'eur', 0.925);
SELECT posting_pay_convert('USD 100/hour', 'EUR', -1);
SELECT posting_pay_convert('USD 100/hour', 'euro', 1);
SELECT posting_pay_convert('USD 1000000000000/year', 'IDR', 15000);
SELECT posting_pay('usd', 10, 20, 'hour') AS range, posting_pay('EUR', NULL, 45000) AS up_to,
       posting_pay(NULL, 20, NULL, 'hour') AS unknown, posting_pay('USD', 500, 500, NULL, 'bonus') AS one_off,
       posting_pay('USD', NULL, NULL) AS nothing;
SELECT posting_pay('USD', 20, 10);
SELECT posting_pay('USD', -1, 10);
SELECT posting_pay('USD', 1, 10, 'fortnight');
SELECT posting_pay('USD', 1, 10, 'year', 'gift');

-- binary form there and back
\copy pay_sample TO 'pay_sample.bin' WITH (FORMAT binary)
CREATE TABLE pay_copy (LIKE pay_sample);
\copy pay_copy FROM 'pay_sample.bin' WITH (FORMAT binary)
\! rm -f pay_sample.bin
SELECT count(*) AS different FROM pay_sample s JOIN pay_copy c USING (literal) WHERE s.pay <> c.pay;
SELECT encode(posting_pay_send('USD 1/hour'), 'hex');

DROP TABLE pay_sample, pay_copy;
DROP FUNCTION complaint(text);
