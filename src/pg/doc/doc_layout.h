/*
 * doc_layout.h
 *		The value of posting_doc on disk.
 *
 * 1. DocHeader, 80 bytes with the varlena header: all that fits into fixed
 *	  fields, so that their accessors detoast no more than the first bytes.
 *	  Integers are in the byte order of the machine; what is not used is zero.
 * 2. The directory: the length of each block of DocBlock, in its order, as
 *	  varints.
 * 3. The blocks, one behind the other.  One without items has no bytes; any
 *	  other begins with its number of items, unless said otherwise below:
 *
 *	  STRINGS			DOC_STRINGS strings (title, occupation, company, agency,
 *						pay words, reference), no count
 *	  LOCATIONS			city, region, country: three strings
 *	  REMOTE_SCOPE		string
 *	  LANGUAGES			string
 *	  LANGUAGE_LEVELS	language, level: two strings; by language, no doubles
 *	  SKILLS			name: string; a byte of DOC_SKILL bits; years from and
 *						to: varints, where the bits say so; spans.
 *						By name, bytewise, no doubles
 *	  SOFT_SKILLS		the same
 *	  RULES				string: the distinct rule names, in the order of their
 *						first use by pays, then evidence
 *	  PAYS				a byte of DOC_PAY bits; a byte that packs kind, period
 *						and tax; payments a year: one byte; currency: three;
 *						min and max: varints, where the bits say so; place and
 *						note: strings, where the bits say so; rule: varint, its
 *						number in RULES from 1, or 0; spans
 *	  SECTIONS			zone: one byte; span, from the begin of the section
 *						before; by begin, stop, zone
 *	  EVIDENCE			field: one byte; rule: varint, as above; span from 0
 *	  SIGNATURE			POSTING_SIGNATURE bytes, no count
 *
 * A varint is LEB128: seven bits a byte, the lowest first, the high bit set on
 * all but the last.  A string is its length as a varint, and its bytes; one of
 * no bytes is absent.  A span is two varints, its begin (from the begin of the
 * span before it in the same list, the first from 0) and its length; how many
 * spans a skill or pay has stands in its bits.
 *
 * The format byte moves with any change of this page, and values of all earlier
 * formats stay readable: DatumGetPostingDoc is the place to upgrade them.
 */
#ifndef POSTING_DOC_LAYOUT_H
#define POSTING_DOC_LAYOUT_H

#include "pg/pay/pay.h"

#define DOC_FORMAT		1

typedef struct DocHeader
{
	int32		vl_len_;		/* varlena header; do not touch directly */
	uint8		format;			/* DOC_FORMAT */
	uint8		flags;			/* DOC_FLAG bits */
	uint16		reserved;		/* 0 */
	uint32		raw_length;		/* bytes of the raw text */
	uint32		version;		/* of the parser */
	PayDatum	main_pay;		/* zeros without DOC_FLAG_PAY */
	int32		date_posted;	/* days since 2000-01-01, DATE_NONE unsaid */
	int32		valid_through;
	int32		experience_min; /* hundredths of years, -1 unsaid */
	int32		experience_max;
	int32		hours_min;		/* hundredths of hours a week, -1 unsaid */
	int32		hours_max;
	uint32		postings;		/* job postings in the document */
	uint16		benefits;		/* set of Benefit */
	uint8		workplace;		/* set of Workplace */
	uint8		employment_type;	/* set of EmploymentType */
	uint8		seniority;		/* Seniority */
	uint8		education;		/* Education */
	uint8		pay_statement;	/* PayStatement */
	uint8		visa_sponsorship;	/* Visa */
	char		text_language[2];	/* ISO 639-1; zeros unsaid */
	uint16		unused;			/* 0 */
} DocHeader;

/* The accessors of fixed fields read no more than this of a toasted value. */
#define DOC_SLICE		128

StaticAssertDecl(offsetof(DocHeader, format) == 4, "posting_doc: format");
StaticAssertDecl(offsetof(DocHeader, flags) == 5, "posting_doc: flags");
StaticAssertDecl(offsetof(DocHeader, reserved) == 6, "posting_doc: reserved");
StaticAssertDecl(offsetof(DocHeader, raw_length) == 8, "posting_doc: raw_length");
StaticAssertDecl(offsetof(DocHeader, version) == 12, "posting_doc: version");
StaticAssertDecl(offsetof(DocHeader, main_pay) == 16, "posting_doc: main_pay");
StaticAssertDecl(sizeof(PayDatum) == 24, "posting_doc: size of main_pay");
StaticAssertDecl(offsetof(DocHeader, date_posted) == 40, "posting_doc: date_posted");
StaticAssertDecl(offsetof(DocHeader, valid_through) == 44, "posting_doc: valid_through");
StaticAssertDecl(offsetof(DocHeader, experience_min) == 48, "posting_doc: experience_min");
StaticAssertDecl(offsetof(DocHeader, experience_max) == 52, "posting_doc: experience_max");
StaticAssertDecl(offsetof(DocHeader, hours_min) == 56, "posting_doc: hours_min");
StaticAssertDecl(offsetof(DocHeader, hours_max) == 60, "posting_doc: hours_max");
StaticAssertDecl(offsetof(DocHeader, postings) == 64, "posting_doc: postings");
StaticAssertDecl(offsetof(DocHeader, benefits) == 68, "posting_doc: benefits");
StaticAssertDecl(offsetof(DocHeader, workplace) == 70, "posting_doc: workplace");
StaticAssertDecl(offsetof(DocHeader, employment_type) == 71, "posting_doc: employment_type");
StaticAssertDecl(offsetof(DocHeader, seniority) == 72, "posting_doc: seniority");
StaticAssertDecl(offsetof(DocHeader, education) == 73, "posting_doc: education");
StaticAssertDecl(offsetof(DocHeader, pay_statement) == 74, "posting_doc: pay_statement");
StaticAssertDecl(offsetof(DocHeader, visa_sponsorship) == 75, "posting_doc: visa_sponsorship");
StaticAssertDecl(offsetof(DocHeader, text_language) == 76, "posting_doc: text_language");
StaticAssertDecl(offsetof(DocHeader, unused) == 78, "posting_doc: unused");
StaticAssertDecl(sizeof(DocHeader) == 80, "posting_doc: size of the header");
StaticAssertDecl(sizeof(DocHeader) <= DOC_SLICE, "posting_doc: fixed fields beyond the slice");

#define DOC_FLAG_TRUNCATED			0x01
#define DOC_FLAG_PAY				0x02	/* main_pay holds one */
#define DOC_FLAG_DEGREE_REQUIRED	0x04
#define DOC_FLAGS					0x07	/* all that format 1 knows */

typedef enum DocBlock
{
	DOC_BLOCK_STRINGS, DOC_BLOCK_LOCATIONS, DOC_BLOCK_REMOTE_SCOPE,
	DOC_BLOCK_LANGUAGES, DOC_BLOCK_LANGUAGE_LEVELS, DOC_BLOCK_SKILLS,
	DOC_BLOCK_SOFT_SKILLS, DOC_BLOCK_RULES, DOC_BLOCK_PAYS, DOC_BLOCK_SECTIONS,
	DOC_BLOCK_EVIDENCE, DOC_BLOCK_SIGNATURE
} DocBlock;
#define DOC_BLOCKS		(DOC_BLOCK_SIGNATURE + 1)
#define DOC_BIT(block)	(1 << (block))
#define DOC_ALL_BLOCKS	(DOC_BIT(DOC_BLOCKS) - 1)

/* Bits of a skill. */
#define DOC_SKILL_REQUIREMENT	0x03	/* Requirement */
#define DOC_SKILL_YEARS_MIN		0x04
#define DOC_SKILL_YEARS_MAX		0x08
#define DOC_SKILL_SPANS_SHIFT	4		/* number of spans, three bits */
#define DOC_SKILL_UNUSED		0x80

/* Bits of a pay. */
#define DOC_PAY_MIN				0x01
#define DOC_PAY_MAX				0x02
#define DOC_PAY_PERIOD_STATED	0x04
#define DOC_PAY_PLACE			0x08
#define DOC_PAY_NOTE			0x10
#define DOC_PAY_SPANS_SHIFT		5		/* number of spans, three bits */

/* Kind, period and tax of a pay in one byte. */
#define DOC_TERMS(kind, period, tax)	((kind) | (period) << 3 | (tax) << 6)
#define DOC_TERMS_KIND(terms)			((terms) & 7)
#define DOC_TERMS_PERIOD(terms)			((terms) >> 3 & 7)
#define DOC_TERMS_TAX(terms)			((terms) >> 6)

/* Counts and limits beside those of posting.h. */
#define DOC_STRINGS		6
#define DOC_MAX_LIST	POSTING_MAX_PLACES	/* items of a plain list */
#define DOC_MAX_RULES	(POSTING_MAX_PAYS + POSTING_MAX_EVIDENCE)
#define DOC_DATE_MIN	(-730119)	/* 0001-01-01 */
#define DOC_DATE_MAX	2921939		/* 9999-12-31 */

/* Where a reader stands in a value; the first error is kept, and stops it. */
typedef struct DocCursor
{
	const uint8 *at;
	const uint8 *end;
	const char *error;
} DocCursor;

#endif							/* POSTING_DOC_LAYOUT_H */
