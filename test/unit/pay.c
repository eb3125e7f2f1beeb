/*
 * pay.c
 *		Tests of pay: the wordings of postings, and what only looks like pay.
 */
#include "tap.h"

/* Writes an amount, "" where the end is open. */
static int
put_amount(char *out, int64_t amount)
{
	if (amount == PAY_UNBOUNDED)
		return 0;
	return sprintf(out, "%g", (double) amount / PAY_SCALE);
}

/* The pays of a text: "USD 85000..95000/year base", joined by "; ". */
static const char *
pays(const char *text)
{
	static char out[4096];
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	Posting		posting;
	ParseInput	input = {.raw = text, .len = (uint32_t) strlen(text)};
	int			n = 0;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	out[0] = '\0';
	if (!parse_posting(&arena, &input, &posting))
		return "out of memory";
	for (uint32_t i = 0; i < posting.n_pays; i++)
	{
		const Pay  *pay = &posting.pays[i];

		n += sprintf(out + n, "%s%s ", i ? "; " : "", pay->currency);
		n += put_amount(out + n, pay->min);
		if (pay->min != pay->max)
		{
			n += sprintf(out + n, "..");
			n += put_amount(out + n, pay->max);
		}
		n += sprintf(out + n, "/%s %s", posting_period_names[pay->period],
					 posting_kind_names[pay->kind]);
	}
	chunks_free(&chunks);
	return out;
}

typedef struct Case
{
	const char *text;
	const char *wanted;
} Case;

static const Case cases[] = {
	/* ends told apart by words, and dashes that were lost */
	{"Een bruto maandsalaris van minimaal € 2.950,- en maximaal € 4.020, - bij 36 uur",
	 "EUR 2950..4020/month base"},
	{"Voor 32 tot 36 uur per week\nEen salaris tussen minimaal €3.000 en maximaal €6.000",
	 "EUR 3000..6000/month base"},
	{"Salary USD 14.25 17.50 Per Hour", "USD 14.25..17.5/hour base"},
	{"Salary: 85/95k base", "XXX 85000..95000/year base"},
	/* the kind goes on from the amount, it is not glued to it */
	{"$64,000 a yearCommissionAbout the shop", "USD 64000/year base"},
	{"Salario: Fijo (15.600€/ brutos anuales) más comisiones", "EUR 15600/year base"},
	/* no range, no sign of pay of its own, later pay */
	{"The salary is $99,100; $106,200 (flat-rated) a year.",
	 "USD 99100/year base; USD 106200/year base"},
	{"Pay: $19.40/hour, increasing to $20.10/hour after the first year", "USD 19.4/hour base"},
	/* California gives pay by the month */
	{"Salary Range: $9,854.00 - $12,493.00", "USD 9854..12493/month base"},
	{"Salary: $110K + superannuation", "AUD 110000/year base"},
	{"A gross yearly salary from €62,000 up to €81,000 (excluding allowance)",
	 "EUR 62000..81000/year base"},
	{"Salary: 60k 75k DOE", "XXX 60000..75000/year base"},
	{"Ein Gehalt von 1.050 € im ersten Lehrjahr, im zweiten Lehrjahr 1.120 €",
	 "EUR 1050/month base"},
	{"Steps: Lecturer D: salary $8,593 - $15,211", "USD 8593..15211/month base"},
	/* ranges */
	{"Salary: $85,000 - $95,000 per year", "USD 85000..95000/year base"},
	{"Salary: $120-150k", "USD 120000..150000/year base"},
	{"Pay is between $183,700 and $319,800 a year.", "USD 183700..319800/year base"},
	{"Salary: $153,000.00 - $199,000.00", "USD 153000..199000/year base"},
	{"Pay: $91k - $105K", "USD 91000..105000/year base"},
	{"Salary: USD 153K - 199K", "USD 153000..199000/year base"},
	{"Salary: \xE2\x82\xAC 3.200 \xE2\x80\x93 4.100 brutto pro Monat", "EUR 3200..4100/month base"},
	{"Gehalt: 45-55.000 EUR", "EUR 45000..55000/year base"},
	{"Pay: $24.00 - $31.50/hr", "USD 24..31.5/hour base"},
	{"Salary from $22.38 to $30.10 an hour", "USD 22.38..30.1/hour base"},
	{"R\xC3\xA9mun\xC3\xA9ration : 300 \xC3\xA0 400\xE2\x82\xAC HT /jour", "EUR 300..400/day base"},
	{"Remuneration: $130 373.00 - $155 983.00 Per Annum", "USD 130373..155983/year base"},
	{"Salary: GBP 30,000 to 35,000 per annum", "GBP 30000..35000/year base"},
	{"Pay: $600 - $850 a week", "USD 600..850/week base"},
	{"$3,819 - $5,079 Monthly salary", "USD 3819..5079/month base"},
	{"Salary GS-15 Step 1 - $128,078 to GS-15 Step 10 $172,500", "USD 128078..172500/year base"},
	{"Wynagrodzenie: 22 000 - 28 000 PLN miesi\xC4\x99"
	 "cznie",
	 "PLN 22000..28000/month base"},
	{"Salary: 45k-55k EUR per year", "EUR 45000..55000/year base"},
	/* single amounts */
	{"Pay rate: $25/hr", "USD 25/hour base"},
	{"The starting hourly wage is $10.00.", "USD 10/hour base"},
	{"Rate: \xC2\xA3"
	 "400 per day",
	 "GBP 400/day base"},
	{"Salary: 12 LPA", "INR 1.2e+06/year base"},
	{"Salary: INR 12,00,000 per annum", "INR 1.2e+06/year base"},
	{"Salaire annuel: 45 000 \xE2\x82\xAC", "EUR 45000/year base"},
	{"Lohn: CHF 100'000 pro Jahr", "CHF 100000/year base"},
	{"Salary: $57, 024.", "USD 57024/year base"},
	/* open ends */
	{"Salary up to \xC2\xA3"
	 "45k",
	 "GBP ..45000/year base"},
	{"Pay: from $22.38 an hour", "USD 22.38../hour base"},
	{"Salary: $100,000+ per year", "USD 100000../year base"},
	/* kinds */
	{"Base $75,000 - $85,000, OTE $150,000 - $170,000 a year",
	 "USD 75000..85000/year base; USD 150000..170000/year ote"},
	{"Pay: $38.50 an hour plus a $5,000 sign-on bonus", "USD 38.5/hour base; USD 5000/ bonus"},
	/* the same pay twice is one */
	{"Salary: $56,000 ($26.92/hour)", "USD 56000/year base"},
	{"Salary: $80,000 - $90,000 a year.\nPay: $80,000 - $90,000 a year.",
	 "USD 80000..90000/year base"},
	/* no pay */
	{"We raised $155 million in funding.", ""},
	{"Revenue of $20 million last year.", ""},
	{"We offer a 401(k) with a 4% match.", ""},
	{"Call (773) 998-1272 today.", ""},
	{"A budget of $2 million.", ""},
	{"Refer a friend and earn a $500 referral bonus.", ""},
	{"Tuition reimbursement of up to $5,250 a year.", ""},
	{"Salary: competitive", ""},
	{"Lift up to 50 pounds.", ""},
	{"Job ID 2362860, requisition R29057", ""},
	{"Founded in 1998, 25 years ago.", ""},
	{"Salary Estimate\n$80,000+ (1,234)", ""},
	{"Serving 350,000 customers.", ""},
	{"Outside IR35 contract.", ""},
	{"Salary: GBP **** per annum", ""}};

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		is(pays(cases[i].text), cases[i].wanted, cases[i].text);
	return done_testing();
}
