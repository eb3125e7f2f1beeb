-- posting_pay: one statement of pay, in its own currency and period

CREATE TYPE posting_pay;

CREATE FUNCTION posting_pay_in(cstring)
RETURNS posting_pay
AS 'MODULE_PATHNAME', 'posting_pay_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_in(cstring) IS
'input';

CREATE FUNCTION posting_pay_out(posting_pay)
RETURNS cstring
AS 'MODULE_PATHNAME', 'posting_pay_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_out(posting_pay) IS
'output';

CREATE FUNCTION posting_pay_recv(internal)
RETURNS posting_pay
AS 'MODULE_PATHNAME', 'posting_pay_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_recv(internal) IS
'binary input';

CREATE FUNCTION posting_pay_send(posting_pay)
RETURNS bytea
AS 'MODULE_PATHNAME', 'posting_pay_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_send(posting_pay) IS
'binary output';

CREATE TYPE posting_pay (
	INPUT = posting_pay_in, OUTPUT = posting_pay_out,
	RECEIVE = posting_pay_recv, SEND = posting_pay_send,
	INTERNALLENGTH = 24, ALIGNMENT = double, STORAGE = plain
);
COMMENT ON TYPE posting_pay IS
'pay as said: bounds, currency, period, kind; text form USD 153000..199000/year';

CREATE FUNCTION posting_pay_eq(posting_pay, posting_pay)
RETURNS boolean
AS 'MODULE_PATHNAME', 'posting_pay_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_eq(posting_pay, posting_pay) IS
'implementation of =';

CREATE FUNCTION posting_pay_ne(posting_pay, posting_pay)
RETURNS boolean
AS 'MODULE_PATHNAME', 'posting_pay_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_ne(posting_pay, posting_pay) IS
'implementation of <>';

CREATE FUNCTION posting_pay_lt(posting_pay, posting_pay)
RETURNS boolean
AS 'MODULE_PATHNAME', 'posting_pay_lt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_lt(posting_pay, posting_pay) IS
'implementation of <';

CREATE FUNCTION posting_pay_le(posting_pay, posting_pay)
RETURNS boolean
AS 'MODULE_PATHNAME', 'posting_pay_le'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_le(posting_pay, posting_pay) IS
'implementation of <=';

CREATE FUNCTION posting_pay_gt(posting_pay, posting_pay)
RETURNS boolean
AS 'MODULE_PATHNAME', 'posting_pay_gt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_gt(posting_pay, posting_pay) IS
'implementation of >';

CREATE FUNCTION posting_pay_ge(posting_pay, posting_pay)
RETURNS boolean
AS 'MODULE_PATHNAME', 'posting_pay_ge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_ge(posting_pay, posting_pay) IS
'implementation of >=';

CREATE FUNCTION posting_pay_cmp(posting_pay, posting_pay)
RETURNS int
AS 'MODULE_PATHNAME', 'posting_pay_cmp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_cmp(posting_pay, posting_pay) IS
'less-equal-greater by currency, yearly bounds, period, kind';

CREATE FUNCTION posting_pay_hash(posting_pay)
RETURNS int
AS 'MODULE_PATHNAME', 'posting_pay_hash'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_hash(posting_pay) IS
'hash';

CREATE FUNCTION posting_pay_hash_extended(posting_pay, bigint)
RETURNS bigint
AS 'MODULE_PATHNAME', 'posting_pay_hash_extended'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_hash_extended(posting_pay, bigint) IS
'hash with a seed';

CREATE OPERATOR = (
	LEFTARG = posting_pay, RIGHTARG = posting_pay, FUNCTION = posting_pay_eq,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (posting_pay, posting_pay) IS 'equal';

CREATE OPERATOR <> (
	LEFTARG = posting_pay, RIGHTARG = posting_pay, FUNCTION = posting_pay_ne,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (posting_pay, posting_pay) IS 'not equal';

CREATE OPERATOR < (
	LEFTARG = posting_pay, RIGHTARG = posting_pay, FUNCTION = posting_pay_lt,
	COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (posting_pay, posting_pay) IS 'less than: by currency, then yearly amount';

CREATE OPERATOR <= (
	LEFTARG = posting_pay, RIGHTARG = posting_pay, FUNCTION = posting_pay_le,
	COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (posting_pay, posting_pay) IS 'less than or equal: by currency, then yearly amount';

CREATE OPERATOR > (
	LEFTARG = posting_pay, RIGHTARG = posting_pay, FUNCTION = posting_pay_gt,
	COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (posting_pay, posting_pay) IS 'greater than: by currency, then yearly amount';

CREATE OPERATOR >= (
	LEFTARG = posting_pay, RIGHTARG = posting_pay, FUNCTION = posting_pay_ge,
	COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (posting_pay, posting_pay) IS 'greater than or equal: by currency, then yearly amount';

CREATE OPERATOR CLASS posting_pay_ops
DEFAULT FOR TYPE posting_pay USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 posting_pay_cmp(posting_pay, posting_pay);
COMMENT ON OPERATOR CLASS posting_pay_ops USING btree IS
'order by currency, then yearly amount';

CREATE OPERATOR CLASS posting_pay_hash_ops
DEFAULT FOR TYPE posting_pay USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 posting_pay_hash(posting_pay),
	FUNCTION 2 posting_pay_hash_extended(posting_pay, bigint);
COMMENT ON OPERATOR CLASS posting_pay_hash_ops USING hash IS
'equality of pay';

CREATE FUNCTION posting_pay_min(pay posting_pay)
RETURNS numeric
AS 'MODULE_PATHNAME', 'posting_pay_min'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_min(posting_pay) IS
'lower bound as said; NULL where it is open';

CREATE FUNCTION posting_pay_max(pay posting_pay)
RETURNS numeric
AS 'MODULE_PATHNAME', 'posting_pay_max'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_max(posting_pay) IS
'upper bound as said; NULL where it is open';

CREATE FUNCTION posting_pay_currency(pay posting_pay)
RETURNS text
AS 'MODULE_PATHNAME', 'posting_pay_currency'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_currency(posting_pay) IS
'currency, ISO 4217; XXX where unknown';

CREATE FUNCTION posting_pay_period(pay posting_pay)
RETURNS text
AS 'MODULE_PATHNAME', 'posting_pay_period'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_period(posting_pay) IS
'hour, day, week, month or year; NULL for a one-off';

CREATE FUNCTION posting_pay_kind(pay posting_pay)
RETURNS text
AS 'MODULE_PATHNAME', 'posting_pay_kind'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_kind(posting_pay) IS
'base, ote, bonus, commission, allowance or equity';

CREATE FUNCTION posting_pay_range(pay posting_pay)
RETURNS numrange
AS 'MODULE_PATHNAME', 'posting_pay_range'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_range(posting_pay) IS
'bounds as said, closed; infinite where open';

CREATE FUNCTION posting_pay_midpoint(pay posting_pay)
RETURNS numeric
AS 'MODULE_PATHNAME', 'posting_pay_midpoint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION posting_pay_midpoint(posting_pay) IS
'middle of the bounds; NULL where one is open';

CREATE FUNCTION posting_pay_annual(pay posting_pay, hours_per_week numeric DEFAULT 40, weeks_per_year numeric DEFAULT 52, days_per_week numeric DEFAULT 5, months_per_year numeric DEFAULT 12)
RETURNS numrange
AS 'MODULE_PATHNAME', 'posting_pay_annual'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3;
COMMENT ON FUNCTION posting_pay_annual(posting_pay, numeric, numeric, numeric, numeric) IS
'bounds made yearly by the assumptions given; NULL for a one-off';

CREATE FUNCTION posting_pay_convert(pay posting_pay, currency text, rate numeric)
RETURNS posting_pay
AS 'MODULE_PATHNAME', 'posting_pay_convert'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION posting_pay_convert(posting_pay, text, numeric) IS
'the same pay in another currency, at units of it for one of the old';

CREATE FUNCTION posting_pay(currency text, min numeric, max numeric, period text DEFAULT 'year', kind text DEFAULT 'base')
RETURNS posting_pay
AS 'MODULE_PATHNAME', 'posting_pay_make'
LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION posting_pay(text, numeric, numeric, text, text) IS
'makes a pay; a NULL bound is open, a NULL period makes a one-off';
