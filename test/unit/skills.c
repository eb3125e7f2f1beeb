/*
 * skills.c
 *		Tests of the level at which a skill is asked for, of its years, and of
 *		where it is said to stand.
 */
#include "tap.h"
#include "core/posting.h"

typedef struct Level
{
	const char *text;
	const char *skill;
	Requirement level;
	int			min;			/* years; -1 unsaid */
	int			max;
} Level;

#define HEAD                                                                                       \
	"Software Engineer\n\nResponsibilities\n- Build services in Go together with the "             \
	"team\n\nRequirements\n"

static const Level levels[] = {
	/* zones */
	{HEAD "- Knowledge of Python", "Python", REQUIREMENT_REQUIRED, -1, -1},
	{HEAD "- Knowledge of Python\n\nNice to have\n- Terraform", "Terraform", REQUIREMENT_PREFERRED,
	 -1, -1},
	{"Cook\n\nResponsibilities\n- Write reports in Python and SQL\n\nRequirements\n- Patience",
	 "Python", REQUIREMENT_MENTIONED, -1, -1},
	/* cues inside the sentence */
	{HEAD "- Knowledge of Python required, Terraform preferred", "Python", REQUIREMENT_REQUIRED, -1,
	 -1},
	{HEAD "- Knowledge of Python required, Terraform preferred", "Terraform", REQUIREMENT_PREFERRED,
	 -1, -1},
	{HEAD "- Strong SQL; Tableau is a plus", "SQL", REQUIREMENT_REQUIRED, -1, -1},
	{HEAD "- Strong SQL; Tableau is a plus", "Tableau", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- PMP preferred", "PMP", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- Nice if you have worked with Ansible", "Ansible", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- If you know Jenkins, even better", "Jenkins", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- Familiarity with Ansible is welcome", "Ansible", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- Terraform would be useful", "Terraform", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- Experience with AWS, ideally with Terraform", "Terraform", REQUIREMENT_PREFERRED, -1,
	 -1},
	{HEAD "- Experience with AWS, ideally with Terraform", "Amazon Web Services",
	 REQUIREMENT_REQUIRED, -1, -1},
	{HEAD "- Docker (nice to have)", "Docker", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- Bonus points for Kubernetes and Helm charts", "Kubernetes", REQUIREMENT_PREFERRED, -1,
	 -1},
	{HEAD "- Container orchestration on Kubernetes (Helm preferred), Jenkins", "Kubernetes",
	 REQUIREMENT_REQUIRED, -1, -1},
	{HEAD "- Container orchestration on Kubernetes (Helm preferred), Jenkins", "Helm",
	 REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- Bonus expertise in Terraform", "Terraform", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- Issue trackers are a plus (Jira, Trello)", "Jira", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "- Dashboards built by hand, preferably in Tableau", "Tableau", REQUIREMENT_PREFERRED, -1,
	 -1},
	{HEAD "- Dashboards on SQL data, preferably in Tableau", "SQL", REQUIREMENT_REQUIRED, -1, -1},
	{"Cook\n\nResponsibilities\n- Excellent Python and SQL", "Python", REQUIREMENT_REQUIRED, -1,
	 -1},
	{"Cook\n\nResponsibilities\n- Write reports in Python\n- Good to have: SQL", "SQL",
	 REQUIREMENT_PREFERRED, -1, -1},
	/* items that lost the breaks between them */
	{HEAD "Experience with Ansible a plus Strong Python on Linux servers Familiarity with Jenkins "
		  "preferred",
	 "Ansible", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "Experience with Ansible a plus Strong Python on Linux servers Familiarity with Jenkins "
		  "preferred",
	 "Python", REQUIREMENT_REQUIRED, -1, -1},
	{HEAD "Experience with Ansible a plus Strong Python on Linux servers Familiarity with Jenkins "
		  "preferred",
	 "Jenkins", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD "Preferred in our team of twelve: Experience with Ansible on Linux servers Familiarity "
		  "with Jenkins",
	 "Jenkins", REQUIREMENT_PREFERRED, -1, -1},
	/* headings inside a paragraph */
	{HEAD "You like to work with others and you care for the details of what you build every "
		  "day.Python and SQL are what we write here in the office in the old town by the "
		  "riverDesirable skills you bring alongExperience with AnsibleKnowledge of Jenkins",
	 "Jenkins", REQUIREMENT_PREFERRED, -1, -1},
	{"Cook\n\nDuties: You write the reports of a kitchen for two hundred guests and you keep the "
	 "lists of what has to be bought for the next week in good order, all by yourself and on time "
	 "for the cook of the day  Qualifications (must): Python and SQL",
	 "Python", REQUIREMENT_REQUIRED, -1, -1},
	/* a sentence that goes on in the next line, and a line that is an item of its own */
	{HEAD "- Working knowledge of Terraform in a team of your size is considered\n  an advantage",
	 "Terraform", REQUIREMENT_PREFERRED, -1, -1},
	{HEAD
	 "Working knowledge of Terraform in a team about as large as yours\nJenkins is an advantage",
	 "Terraform", REQUIREMENT_REQUIRED, -1, -1},
	/* introducing lines */
	{HEAD "Preferred certifications:\n- CISSP\n- CISM", "CISSP", REQUIREMENT_PREFERRED, -1, -1},
	/* a clause that asks, outside its section */
	{"Data Analyst\n\nWe look for an analyst. You need experience with Tableau. We sell shoes.",
	 "Tableau", REQUIREMENT_REQUIRED, -1, -1},
	{"Data Analyst\n\nAnalysts bring strong SQL and Python skills to us.", "SQL",
	 REQUIREMENT_REQUIRED, -1, -1},
	/* cues of other languages; what names a field or examples asks for nothing */
	{"Développeur\n\nVos missions\n- Vous construisez des services en Go avec les équipes\n\nVotre "
	 "profil\n- Solides connaissances de Python\n- Une expérience avec Terraform serait un atout",
	 "Terraform", REQUIREMENT_PREFERRED, -1, -1},
	{"Développeur\n\nVos missions\n- Vous construisez des services en Go avec les équipes\n\nVotre "
	 "profil\n- Solides connaissances de Python\n- Une expérience avec Terraform serait un atout",
	 "Python", REQUIREMENT_REQUIRED, -1, -1},
	{"Ontwikkelaar\n\nWat ga je doen\n- Je bouwt met ons team aan onze diensten\n\nWat breng je "
	 "mee\n- Ervaring met een cloud, bij voorkeur met Terraform",
	 "Terraform", REQUIREMENT_PREFERRED, -1, -1},
	{"Programista\n\nObowiązki\n- Rozwój usług razem z zespołem\n\nWymagania\n- Bardzo dobra "
	 "znajomość Python\n- Dodatkowym atutem będzie znajomość Terraform",
	 "Terraform", REQUIREMENT_PREFERRED, -1, -1},
	{"Sviluppatore\n\nResponsabilità\n- Lavorare con il team sui servizi\n\nRequisiti\n- Ottima "
	 "conoscenza di Python\n- Gradita esperienza con Terraform",
	 "Terraform", REQUIREMENT_PREFERRED, -1, -1},
	{"Controller\n\nWat ga je doen\n- Je bent verantwoordelijk voor het opstellen van dashboards "
	 "in Tableau",
	 "Tableau", REQUIREMENT_MENTIONED, -1, -1},
	/* years of one skill */
	{HEAD "- 3+ years of experience with Python and SQL", "Python", REQUIREMENT_REQUIRED, 300, -1},
	{HEAD "- 3+ years of experience with Python and SQL", "SQL", REQUIREMENT_REQUIRED, 300, -1},
	{HEAD "- 2-4 years Java", "Java", REQUIREMENT_REQUIRED, 200, 400},
	{HEAD "- Python (5+ years), Docker", "Python", REQUIREMENT_REQUIRED, 500, -1},
	{HEAD "- Python (5+ years), Docker", "Docker", REQUIREMENT_REQUIRED, -1, -1},
	{HEAD "- 5 years in the industry. Docker", "Docker", REQUIREMENT_REQUIRED, -1, -1},
	{HEAD "- 4 years in a busy hotel kitchen that also ran Docker", "Docker", REQUIREMENT_REQUIRED,
	 -1, -1},
};

static void
test_level(const Level *level)
{
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	ParseInput	input = {.raw = level->text, .len = (uint32_t) strlen(level->text)};
	Posting		posting;
	const Skill *found = NULL;
	const char  *shown =
        strlen(level->text) > 70 ? level->text + strlen(level->text) - 70 : level->text;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	if (parse_posting(&arena, &input, &posting))
		for (uint32_t i = 0; i < posting.n_skills; i++)
			if (posting.skills[i].name.len == strlen(level->skill) &&
				memcmp(posting.skills[i].name.s, level->skill, strlen(level->skill)) == 0)
				found = &posting.skills[i];
	ok(found != NULL && found->requirement == level->level, "%s is %s: %s", level->skill,
	   posting_requirement_names[level->level], shown);
	ok(found != NULL && found->years_min == level->min && found->years_max == level->max,
	   "years of %s: %s", level->skill, shown);
	chunks_free(&chunks);
}

/* A skill said five times in two ways: of its four places one shows the other way. */
static void
test_places(void)
{
	static const char text[] =
		HEAD "- Amazon Web Services\n- Amazon Web Services\n- Amazon Web Services\n- Amazon Web "
			 "Services\n- Strong AWS and SQL\n- Amazon Web Services";
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	ParseInput	input = {.raw = text, .len = (uint32_t) strlen(text)};
	Posting		posting;
	const char *short_form = strstr(text, "AWS");
	uint32_t	places = 0;
	uint32_t	shown = 0;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	if (parse_posting(&arena, &input, &posting))
		for (uint32_t i = 0; i < posting.n_skills; i++)
		{
			const Skill *skill = &posting.skills[i];

			for (uint32_t k = 0; k < skill->n_at && skill->name.s[0] == 'A'; k++, places++)
				shown += skill->at[k].start == (uint32_t) (short_form - text);
		}
	ok(places == POSTING_MAX_SPANS && shown == 1, "another wording is among a skill's places");
	chunks_free(&chunks);
}

int
main(void)
{
	test_places();
	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
		test_level(&levels[i]);
	return done_testing();
}
