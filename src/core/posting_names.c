/*
 * posting_names.c
 *		Names of the enum values of posting.h, in the order of the enums.
 */
#include <stddef.h>
#include <string.h>

#include "lexicon_tables.h"
#include "posting.h"

const char *const posting_workplace_names[] = {"remote", "hybrid", "onsite", NULL};

const char *const posting_employment_names[] = {
	"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER",
	"PER_DIEM", NULL
};

const char *const posting_seniority_names[] = {
	"", "intern", "entry", "mid", "senior", "lead", "staff", "principal",
	"manager", "director", "executive", NULL
};

const char *const posting_education_names[] = {
	"", "high_school", "vocational", "associate", "bachelor", "master",
	"doctorate", NULL
};

const char *const posting_benefit_names[] = {
	"health", "dental", "vision", "retirement", "pto", "parental_leave",
	"equity", "bonus", "tuition", "relocation", "wellness", "insurance",
	"meals", "transport", NULL
};

const char *const posting_statement_names[] = {"absent", "words", "stated", NULL};

const char *const posting_period_names[] = {
	"", "hour", "day", "week", "month", "year", NULL
};

const char *const posting_kind_names[] = {
	"base", "ote", "bonus", "commission", "allowance", "equity", NULL
};

const char *const posting_tax_names[] = {"", "gross", "net", NULL};

const char *const posting_requirement_names[] = {
	"required", "preferred", "mentioned", NULL
};

const char *const posting_zone_names[] = {
	"summary", "company", "duties", "requirements", "preferred", "benefits",
	"pay", "location", "process", "legal", "other", NULL
};

const char *const posting_field_names[] = {
	"title", "occupation", "company", "agency", "locations", "workplace",
	"remote_scope", "employment_type", "hours_per_week", "seniority",
	"salaries", "pay_statement", "experience_years", "education", "skills",
	"soft_skills", "languages", "language_levels", "benefits",
	"visa_sponsorship", "reference", "date_posted", "valid_through",
	"text_language", NULL
};

/* Finds a name in one of the lists above; -1 where it is none. */
int
posting_name_index(const char *const *names, const char *s, uint32_t len)
{
	for (int i = 0; names[i] != NULL; i++)
		if (len > 0 && strlen(names[i]) == len && memcmp(names[i], s, len) == 0)
			return i;
	return -1;
}

/* The main pay: the first base pay, else the first OTE, else NULL. */
const Pay *
posting_main_pay(const Posting *posting)
{
	const Pay  *ote = NULL;

	for (uint32_t i = 0; i < posting->n_pays; i++)
	{
		const Pay  *pay = &posting->pays[i];

		if (pay->kind == PAY_BASE)
			return pay;
		if (pay->kind == PAY_OTE && ote == NULL)
			ote = pay;
	}
	return ote;
}

const char *const posting_pay_words_names[] = {
	"competitive", "negotiable", "doe", "market", "other", NULL
};

const char *const posting_not_pay_names[] = {
	"revenue", "funding", "budget", "benefit", "referral", "fee", "count",
	"other", NULL
};
