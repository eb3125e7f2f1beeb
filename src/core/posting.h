/*
 * posting.h
 *		The typed result of reading one job posting: what the core returns and
 *		what the value on disk, its JSON and the accessors are made from.
 *
 * What each field means is said in doc/fields.md; absent is NULL, an empty
 * list, or the enum's first value.  Strings are UTF-8, not NUL-terminated, and
 * live as long as the memory they were read from.  Spans are byte offsets into
 * the raw text, from 0, half open.
 */
#ifndef POSTING_H
#define POSTING_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What the parser reads grows with its releases: this number is stamped on each
 * value, and moves with every change that can alter any output.
 */
#define POSTING_PARSER_VERSION	1

/* Limits of one value; beyond them it is flagged as truncated. */
#define POSTING_MAX_RAW			(1024 * 1024)	/* bytes of text that are read */
/* words and signs: a MiB of prose has two thirds of them */
#define POSTING_MAX_TOKENS		(256 * 1024)
#define POSTING_MAX_SKILLS		1000
#define POSTING_MAX_PAYS		64
#define POSTING_MAX_PLACES		256
#define POSTING_MAX_SPANS		4	/* mentions kept of one skill or pay */
#define POSTING_MAX_SECTIONS	256
#define POSTING_MAX_EVIDENCE	512

typedef struct Str
{
	const char *s;				/* NULL: absent */
	uint32_t	len;
} Str;

typedef struct Span
{
	uint32_t	start;
	uint32_t	stop;
} Span;

/* The names of each enum, in its order, are in posting_names.c. */
typedef enum Workplace
{
	WORKPLACE_REMOTE = 1 << 0,
	WORKPLACE_HYBRID = 1 << 1,
	WORKPLACE_ONSITE = 1 << 2
} Workplace;

typedef enum EmploymentType
{
	EMPLOYMENT_FULL_TIME = 1 << 0,
	EMPLOYMENT_PART_TIME = 1 << 1,
	EMPLOYMENT_CONTRACTOR = 1 << 2,
	EMPLOYMENT_TEMPORARY = 1 << 3,
	EMPLOYMENT_INTERN = 1 << 4,
	EMPLOYMENT_VOLUNTEER = 1 << 5,
	EMPLOYMENT_PER_DIEM = 1 << 6
} EmploymentType;

typedef enum Seniority
{
	SENIORITY_NONE, SENIORITY_INTERN, SENIORITY_ENTRY, SENIORITY_MID,
	SENIORITY_SENIOR, SENIORITY_LEAD, SENIORITY_STAFF, SENIORITY_PRINCIPAL,
	SENIORITY_MANAGER, SENIORITY_DIRECTOR, SENIORITY_EXECUTIVE
} Seniority;

typedef enum Education
{
	EDUCATION_NONE, EDUCATION_HIGH_SCHOOL, EDUCATION_VOCATIONAL,
	EDUCATION_ASSOCIATE, EDUCATION_BACHELOR, EDUCATION_MASTER,
	EDUCATION_DOCTORATE
} Education;

typedef enum Benefit
{
	BENEFIT_HEALTH = 1 << 0, BENEFIT_DENTAL = 1 << 1, BENEFIT_VISION = 1 << 2,
	BENEFIT_RETIREMENT = 1 << 3, BENEFIT_PTO = 1 << 4,
	BENEFIT_PARENTAL_LEAVE = 1 << 5, BENEFIT_EQUITY = 1 << 6,
	BENEFIT_BONUS = 1 << 7, BENEFIT_TUITION = 1 << 8,
	BENEFIT_RELOCATION = 1 << 9, BENEFIT_WELLNESS = 1 << 10,
	BENEFIT_INSURANCE = 1 << 11, BENEFIT_MEALS = 1 << 12,
	BENEFIT_TRANSPORT = 1 << 13
} Benefit;

typedef enum PayStatement
{
	PAY_ABSENT, PAY_WORDS, PAY_STATED
} PayStatement;

typedef enum Period
{
	PERIOD_NONE, PERIOD_HOUR, PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIOD_YEAR
} Period;

typedef enum PayKind
{
	PAY_BASE, PAY_OTE, PAY_BONUS, PAY_COMMISSION, PAY_ALLOWANCE, PAY_EQUITY
} PayKind;

typedef enum Tax
{
	TAX_NONE, TAX_GROSS, TAX_NET
} Tax;

typedef enum Requirement
{
	REQUIREMENT_REQUIRED, REQUIREMENT_PREFERRED, REQUIREMENT_MENTIONED
} Requirement;

typedef enum Visa
{
	VISA_NONE, VISA_NO, VISA_YES
} Visa;

typedef enum Zone
{
	ZONE_SUMMARY, ZONE_COMPANY, ZONE_DUTIES, ZONE_REQUIREMENTS, ZONE_PREFERRED,
	ZONE_BENEFITS, ZONE_PAY, ZONE_LOCATION, ZONE_PROCESS, ZONE_LEGAL, ZONE_OTHER
} Zone;
#define ZONE_COUNT (ZONE_OTHER + 1)

/* The fields that evidence names: all that can be read, in the JSON's order. */
typedef enum Field
{
	FIELD_TITLE, FIELD_OCCUPATION, FIELD_COMPANY, FIELD_AGENCY, FIELD_LOCATIONS,
	FIELD_WORKPLACE, FIELD_REMOTE_SCOPE, FIELD_EMPLOYMENT_TYPE,
	FIELD_HOURS_PER_WEEK, FIELD_SENIORITY, FIELD_SALARIES, FIELD_PAY_STATEMENT,
	FIELD_EXPERIENCE_YEARS, FIELD_EDUCATION, FIELD_SKILLS, FIELD_SOFT_SKILLS,
	FIELD_LANGUAGES, FIELD_LANGUAGE_LEVELS, FIELD_BENEFITS,
	FIELD_VISA_SPONSORSHIP, FIELD_REFERENCE, FIELD_DATE_POSTED,
	FIELD_VALID_THROUGH, FIELD_TEXT_LANGUAGE
} Field;
#define FIELD_COUNT (FIELD_TEXT_LANGUAGE + 1)

/* Amounts are in 1/10,000 of the currency unit. */
#define PAY_SCALE		10000
#define PAY_UNBOUNDED	INT64_MIN	/* an open end */

/* Largest amount of a value: so much fits a year of hours without overflow. */
#define PAY_MAX_AMOUNT	(INT64_C(1000000000000) * PAY_SCALE)

typedef struct Pay
{
	int64_t		min;			/* PAY_UNBOUNDED: up to max */
	int64_t		max;			/* PAY_UNBOUNDED: from min */
	char		currency[4];	/* ISO 4217, "XXX" where unknown */
	Period		period;			/* PERIOD_NONE for a one-off */
	PayKind		kind;
	Tax			tax;
	uint8_t		payments_per_year;	/* 13, 14, ...; 0 where unsaid */
	bool		period_stated;
	Str			place;			/* "Colorado": where this pay holds */
	Str			note;			/* "step 1 to 5", "Senior" */
	Str			rule;
	Span		at[POSTING_MAX_SPANS];
	uint32_t	n_at;
} Pay;

typedef struct Location
{
	Str			city;
	Str			region;			/* two letters in US, CA, AU */
	Str			country;		/* ISO 3166-1 alpha-2 */
} Location;

/* Years, in hundredths, so that months are exact enough: 6 months is 50. */
#define YEARS_SCALE		100
#define YEARS_NONE		(-1)

typedef struct Skill
{
	Str			name;
	Requirement requirement;	/* of hard skills */
	int32_t		years_min;		/* YEARS_NONE where unsaid */
	int32_t		years_max;
	Span		at[POSTING_MAX_SPANS];
	uint32_t	n_at;
} Skill;

typedef struct LanguageLevel
{
	Str			language;		/* ISO 639-1 */
	Str			level;			/* "B2", "native", "fluent" */
} LanguageLevel;

typedef struct SectionSpan
{
	Zone		zone;
	Span		at;
} SectionSpan;

typedef struct Evidence
{
	Field		field;
	Str			rule;
	Span		at;
} Evidence;

#define DATE_NONE		INT32_MIN	/* else days since 2000-01-01 */
#define DATE_EPOCH_DAYS	10957		/* days from 1970-01-01 to that day */

typedef struct Posting
{
	Str			title;
	Str			occupation;		/* O*NET-SOC code */
	Str			company;
	Str			agency;
	Location   *locations;
	uint32_t	n_locations;
	uint32_t	workplace;		/* set of Workplace */
	Str		   *remote_scope;	/* country codes */
	uint32_t	n_remote_scope;
	uint32_t	employment_type;	/* set of EmploymentType */
	int32_t		hours_min;		/* hundredths of hours a week, -1 unsaid */
	int32_t		hours_max;
	Seniority	seniority;
	Pay		   *pays;
	uint32_t	n_pays;
	PayStatement pay_statement;
	Str			pay_words;		/* "competitive", "negotiable", ... */
	int32_t		experience_min; /* hundredths of years, YEARS_NONE unsaid */
	int32_t		experience_max;
	Education	education;
	bool		education_required;
	Skill	   *skills;			/* sorted bytewise by name */
	uint32_t	n_skills;
	Skill	   *soft_skills;
	uint32_t	n_soft_skills;
	Str		   *languages;
	uint32_t	n_languages;
	LanguageLevel *language_levels;
	uint32_t	n_language_levels;
	uint32_t	benefits;		/* set of Benefit */
	Visa		visa_sponsorship;
	Str			reference;
	int32_t		date_posted;
	int32_t		valid_through;
	Str			text_language;	/* ISO 639-1 */
	uint32_t	postings;		/* job postings in the document */
	bool		truncated;
	uint32_t	raw_length;		/* bytes */
	SectionSpan *sections;
	uint32_t	n_sections;
	Evidence   *evidence;
	uint32_t	n_evidence;
	const uint8_t *signature;	/* POSTING_SIGNATURE bytes, or NULL */
	uint32_t	version;		/* of the parser that read it */
} Posting;

#define POSTING_SIGNATURE	64

/* Names of enum values as SQL and JSON show them; NULL-terminated lists. */
extern const char *const posting_workplace_names[];
extern const char *const posting_employment_names[];
extern const char *const posting_seniority_names[];
extern const char *const posting_education_names[];
extern const char *const posting_benefit_names[];
extern const char *const posting_statement_names[];
extern const char *const posting_period_names[];
extern const char *const posting_kind_names[];
extern const char *const posting_tax_names[];
extern const char *const posting_requirement_names[];
extern const char *const posting_zone_names[];
extern const char *const posting_field_names[];

/* Returns the index of a name in one of the lists above, or -1. */
extern int	posting_name_index(const char *const *names, const char *s, uint32_t len);

/* Returns the main pay of a posting (the first base pay, else the first OTE), or NULL. */
extern const Pay *posting_main_pay(const Posting *posting);

#endif							/* POSTING_H */
