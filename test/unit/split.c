/*
 * split.c
 *		Tests of posting_split: how many postings a text holds.
 */
#include "tap.h"

#define COOK                                                                                       \
	"Line Cook\nHarbour Grill - Portland, ME\nFull-time, $19 - $22 an hour\n\n"                    \
	"Harbour Grill is looking for a line cook for its evening kitchen. You prepare fish and "      \
	"shellfish, keep the station clean and "                                                       \
	"help with the weekly inventory of the cold store.\n\nRequirements\n- Two years in a busy "    \
	"restaurant kitchen\n"                                                                         \
	"- Knife skills and food handler card\n- Evenings and weekends\n\nTo apply, send your resume " \
	"to the kitchen manager. "                                                                     \
	"We are an equal opportunity employer."

#define NURSE                                                                                      \
	"Registered Nurse, Dialysis\nLakeview Clinic\nMadison, WI\n\n"                                 \
	"The dialysis unit of Lakeview Clinic treats forty patients a day. As a registered nurse you " \
	"start and watch the treatment, "                                                              \
	"teach patients and their families, and write the chart.\n\nResponsibilities\n- Cannulate "    \
	"and monitor patients\n"                                                                       \
	"- Document in Epic\n\nQualifications\n- RN licence in Wisconsin\n- One year in acute "        \
	"care\n\n"                                                                                     \
	"Benefits: health insurance, retirement plan and paid time off."

#define PLANNER                                                                                    \
	"# Production Planner\n**Company:** Oakline Furniture\n**Location:** Leeds, UK\n\n"            \
	"Oakline Furniture makes tables for schools. The planner turns orders into weekly plans, "     \
	"orders timber and boards and talks to "                                                       \
	"sales when a date slips. You report to the head of operations.\n\n## What you bring\n- SAP "  \
	"and Excel\n- Experience in a factory\n\n"                                                     \
	"Apply by 3 May with a short letter."

#define TEASER(role) role "\nHarbour Grill\nPortland, ME\n3 days ago\n"

typedef struct Case
{
	const char *name;
	const char *text;
	uint32_t	wanted;
} Case;

static const Case cases[] = {
	{"a posting", COOK, 1},
	{"another", NURSE, 1},
	{"joined by empty lines", COOK "\n\n\n" NURSE, 2},
	{"joined by a rule", COOK "\n\n----------\n\n" NURSE, 2},
	{"joined by stars", NURSE "\n\n* * *\n\n" PLANNER, 2},
	{"joined by a button", COOK "\n\nApply now\n\n" PLANNER, 2},
	{"joined by a break", COOK "\n" NURSE, 2},
	{"three by rules", COOK "\n\n---\n\n" NURSE "\n\n---\n\n" PLANNER, 3},
	{"joined by a rule behind a rule", COOK "\n-----\n\n* * *\n\n" NURSE "\n\n* * *\n\n" PLANNER,
	 3},
	{"joined by a rule before a picture",
	 COOK "\n\n----------\n\n\360\237\232\200\n" NURSE "\n\n----------\n\n" PLANNER, 3},
	{"three by empty lines, another gap within",
	 COOK "\n\n\n" NURSE "\n\n\n" PLANNER "\n \n\n  \nWe answer each letter within a week.", 3},
	{"a section under its heading",
	 "Line Cook\n\nHarbour Grill has served fish on the pier for thirty years and is still owned "
	 "by the family that opened it, with a "
	 "kitchen crew of twelve people.\n\nAbout the role\n\nWe are looking for a line cook for our "
	 "evening kitchen, who prepares fish and "
	 "shellfish, keeps the station clean and helps with the weekly inventory of the cold "
	 "store.\n\nQualifications\n\nYou have worked for "
	 "two years in a busy restaurant kitchen, know how to use a knife and hold a food handler "
	 "card.",
	 1},
	{"a job without a role before a rule",
	 "We clean, fillet and smoke what the boats bring, from five in the morning until noon, and "
	 "sell it at the pier. You lift boxes of "
	 "forty pounds, stand in the cold for hours and know how to sharpen a knife. We pay by the "
	 "week, teach what is missing and close in "
	 "January. Whoever stays for a season gets a share of the catch, boots and a locker. Bring "
	 "someone who speaks for you, and a pair of "
	 "warm gloves. We meet everyone who writes to us at the smokehouse on Mondays, and decide "
	 "within a day or two.\n\n----------\n\n" NURSE "\n\n----------\n\n" PLANNER,
	 3},
	{"rules between sections",
	 "Line Cook\n\nHarbour Grill is looking for a line cook for its evening kitchen, where fish "
	 "and shellfish are prepared to order "
	 "for two hundred guests on a summer night.\n\n---\n\n## Requirements\n- Two years in a busy "
	 "restaurant kitchen\n- Knife skills, "
	 "a food handler card and patience\n\n---\n\n## Benefits\n- Staff meals and paid time off "
	 "after ninety days of work\n\n---\n\n"
	 "## How to apply\nSend your resume to the kitchen manager before the first of June.",
	 1},
	{"headings between signs",
	 "=== JOB DETAILS ===\n\nTitle: Line Cook\nLocation: Portland, ME\nEmployer: Harbour "
	 "Grill\nBenefits: staff meals, paid time off "
	 "after ninety days, health insurance for those who work thirty hours a week and a locker for "
	 "each cook of the evening shift.\n\n"
	 "=== JOB DESCRIPTION ===\n\nHarbour Grill is seeking a line cook for its evening kitchen. You "
	 "prepare fish and shellfish, keep "
	 "the station clean and help with the weekly inventory of the cold store.\n\nRequirements\n- "
	 "Two years in a busy kitchen",
	 1},
	{"a header before the heading",
	 "---\ntitle: Line Cook\nlocation: Portland, ME\nstate: open\nsummary: Harbour Grill on the "
	 "pier hires for its evening kitchen, where "
	 "fish and shellfish are prepared to order for two hundred guests on a summer "
	 "night.\n---\n\n### Line Cook\n\nThe line cook "
	 "prepares fish and shellfish, keeps the station clean and helps with the weekly inventory of "
	 "the cold store of the Grill.",
	 1},
	{"underlined headings",
	 "About us\n--------\n\nHarbour Grill has served fish on the pier for thirty years and is "
	 "still owned by the family that "
	 "opened it, with a kitchen crew of twelve people.\n\nAbout the role\n--------------\n\nAs a "
	 "line cook you prepare fish and "
	 "shellfish, keep the station clean and help with the weekly inventory of the cold "
	 "store.\n\nQualifications\n--------------\n\n"
	 "- Two years in a busy restaurant kitchen\n- Knife skills and a food handler card",
	 1},
	{"an introduction before the title",
	 "Harbour Grill has served fish on the pier for thirty years and is still owned by the family "
	 "that opened it, with a kitchen crew "
	 "of twelve people and a dining room that overlooks the water.\n\n\nLine Cook\n\nAs a line "
	 "cook you prepare fish and shellfish, "
	 "keep the station clean and help with the weekly inventory of the cold "
	 "store.\n\nRequirements\n- Two years in a busy kitchen\n"
	 "- Knife skills and a food handler card",
	 1},
	{"one title at two employers",
	 COOK "\n\n----------\n\n" PLANNER "\n\n----------\n\n# Production Planner\n**Company:** "
		  "Lakeview Chairs\n**Location:** Hull, UK\n\nLakeview Chairs bends beech for cafes. You "
		  "plan the steam boxes and the forms, order leather and talk to the dealers. You report "
		  "to the owner.\n\n## What you bring\n- Excel\n- Two years in a works\n\nWrite to us by "
		  "June.",
	 3},
	{"one title in a header and in the posting behind it",
	 "**Job Title:** Production Planner\nLocation: Leeds, UK\nJob Type: Temporary\nSalary: "
	 "\302\24331,000 a year\nOakline Furniture makes tables for schools. The planner turns orders "
	 "into weekly plans, orders timber and boards and talks to sales when a date slips.\n\nThis "
	 "position is part of a bargaining unit.\n\nApply now\n\n**Job Title:** Production "
	 "Planner\nLocation: Leeds, UK\nJob Type: Temporary\n\nResponsibilities\n- Turn orders into "
	 "weekly plans, and tell sales when a date slips\n- Order timber, boards and screws, and keep "
	 "the stock of two works and a yard in order\n\nRequirements\n- SAP and Excel\n- Experience "
	 "in a factory that makes things of wood\n\nWe answer each letter within a week, and close on "
	 "Friday at noon.",
	 1},
	{"a posting before many teasers",
	 COOK "\n\nResponsibilities\n- Cut and cure salmon, cod and mackerel for the cold starters of "
		  "the day\n"
		  "- Keep the walk-in cooler in order, with labels and dates that everyone can read\n- "
		  "Train two apprentices in stocks, sauces and the "
		  "grill over the summer months\n- Count the stock on Sundays and write the order for the "
		  "fish market and the baker\n- Close the "
		  "kitchen with the evening crew, clean the hoods and switch off the ovens and fryers\n- "
		  "Help to plan the menu of each season with "
		  "the owner and the head of the dining room\n- Keep to the plan for allergens, and answer "
		  "what guests ask about each of the dishes\n"
		  "- Stand in at the pass when the sous chef is away, and call the plates to the "
		  "waiters\n- Take part in the tasting on Mondays, "
		  "and write down what should change in the recipes\n- Receive the boats at the pier in "
		  "the morning, and check weight, smell "
		  "and temperature of the catch\n- Make bread and dessert on the days that the pastry cook "
		  "is off, from recipes of the house\n"
		  "- Repair small things yourself, and report to the landlord what needs a plumber or an "
		  "electrician\n\nSimilar jobs\n" TEASER("Sous Chef") TEASER("Pastry Chef")
			  TEASER("Line Cook") TEASER("Prep Cook") TEASER("Barista") TEASER("Kitchen Manager")
				  TEASER("Baker") TEASER("Waiter") TEASER("Dishwasher") TEASER("Restaurant Manager")
					  TEASER("Bartender") TEASER("Executive Chef") TEASER("Sous Chef")
						  TEASER("Pastry Chef") TEASER("Line Cook") TEASER("Prep Cook")
							  TEASER("Barista") TEASER("Kitchen Manager") TEASER("Baker")
								  TEASER("Waiter") TEASER("Dishwasher") TEASER("Restaurant Manager")
									  TEASER("Bartender") TEASER("Executive Chef"),
	 1},
	{"an employer's words before the posting",
	 "Founded on the pier thirty years ago, we serve fish from our own boats and have won the "
	 "prize of the harbour four times. The house "
	 "has a view of the water, a garden with herbs and its own smokery, and people come from far "
	 "to eat here in summer.\n\n\n" COOK
	 "\n\nResponsibilities\n- Cut and cure salmon, cod and mackerel for the cold starters of the "
	 "day\n- Train two apprentices in stocks, "
	 "sauces and the grill\n\nRequirements\n- Two years in a busy kitchen\n- Knife skills and a "
	 "food handler card\n\nPay: $19 - $22 an hour",
	 1},
	{"nothing but teasers",
	 "Line Cook\nHarbour Grill\nPortland, ME\n2 days ago\nRegistered Nurse\nLakeview "
	 "Clinic\nMadison, WI\n3 days ago\nWelder\n"
	 "Ironworks Ltd\nAustin, TX\n5 days ago\nBarista\nCorner Coffee\nDenver, CO\n1 day ago",
	 0},
	{"teasers with a place, a pay and a sentence each",
	 "Kitchen jobs\n\nLine Cook\nHarbour Grill - Portland, ME\n$18 - $21 an hour\nWe need a cook "
	 "who knows fish, keeps the station clean "
	 "and likes an early start.\n\nPastry Chef\nCorner Bakery - Bangor, ME\n$44,000 - "
	 "$52,000\nBake bread and cakes with us and plan the "
	 "orders of the week for two shops.\n\nRestaurant Manager\nPier House - Augusta, ME\n$58,000 - "
	 "$64,000\nLead a crew of twelve and "
	 "look after guests, books and suppliers all year round.",
	 0},
	{"roles of one employer with a place and a pay each",
	 "Harbour Foods | several roles | Maine | on site\nWe run three kitchens on the coast and have "
	 "done so for thirty years. Forty people work "
	 "with us, most of them stay for long, and we close on Mondays so that everybody has a day for "
	 "the family. We buy from the boats at the "
	 "pier, cook what they bring and throw little away. In winter we teach, and pay for it.\n* "
	 "Line Cook - Portland, ME - $38,000 - $42,000\n"
	 "* Pastry Chef - Bangor, ME - $44,000 - $52,000\n* Restaurant Manager - Augusta, ME - $58,000 "
	 "- $64,000\nWrite to us.",
	 1}};

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Chunks		chunks = {.fail_at = -1};
		Arena		arena;
		PostingPart *parts;
		uint32_t	n = 0;
		ParseInput	input = {.raw = cases[i].text, .len = (uint32_t) strlen(cases[i].text)};

		posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
		parse_split(&arena, &input, &parts, &n);
		ok(n == cases[i].wanted, "%s: %u of %u", cases[i].name, n, cases[i].wanted);
		chunks_free(&chunks);
	}
	return done_testing();
}
