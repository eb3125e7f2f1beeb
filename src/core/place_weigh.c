/*
 * place_weigh.c
 *		Whether a place is the job's: weighed by where it stands (a label, the
 *		header, a section), by the words that tie it to the job, and by what
 *		speaks against it: company boilerplate, schools, laws, travel.
 */
#include "place_candidate.h"

/* How a place is tied to the words before it. */
typedef struct Tie
{
	uint32_t	head;			/* the word that governs it; UINT32_MAX where none */
	bool		in;				/* "in", "at", "near" */
} Tie;

/* Whether a line is one of the posting's first short ones. */
static bool
in_header(const Doc *doc, uint32_t line_number)
{
	const Line *line = &doc->lines[line_number];
	uint32_t	lines = 0;

	if (line->words > 14 || (line->flags & LINE_TEXT && line->words > 10))
		return false;
	for (uint32_t i = 0; i < line_number; i++)
	{
		if (doc->lines[i].flags & LINE_NOISE || doc->lines[i].first >= doc->lines[i].last)
			continue;
		if (++lines > 9 || doc->lines[i].words > 60)
			return false;
	}
	return true;
}

/* Whether a mark of a heading names a label, a certain one or any (-1). */
static bool
names_label(const Mark *mark, int label)
{
	for (const Entry *entry = mark != NULL ? mark->entry : NULL; entry != NULL;
		 entry = entry_next(entry))
		if (label < 0 ? entry->value >= (uint32_t) HEADING_LABEL
					  : entry->value == (uint32_t) (HEADING_LABEL + label))
			return true;
	return false;
}

/*
 * Whether the name of a label begins at a token: "Leeds Salary";
 * not of one that names bodies, too: "Ohio Department".
 */
static bool
is_label_at(const Doc *doc, uint32_t i)
{
	return !token_in(doc, i, WORDS_PLACES_EMPLOYER_OFFICES) &&
		   !token_in(doc, i, WORDS_PLACES_DOUBT_BEHIND) &&
		   names_label(mark_at(doc, KIND_HEADING, i), -1);
}

/*
 * Whether words in capitals behind a place that is
 * not head the next section: "in Leeds ROLE SUMMARY".
 */
static bool
is_capital_heading(const Doc *doc, const Group *g, uint32_t i)
{
	for (uint32_t k = i; k < i + 2; k++)
		if (k >= doc->n_tokens || doc->tokens[k].kind != TOKEN_WORD || doc->tokens[k].len < 3 ||
			doc->tokens[k].shape & SHAPE_HAS_LOWER)
			return false;
	return (doc->tokens[g->at.from].shape & SHAPE_HAS_LOWER) != 0;
}

/*
 * Whether the name of a label for the place stands before it where
 * line breaks and colons were lost: "Location Leeds Salary".
 */
static bool
follows_label(const Doc *doc, const Group *g)
{
	const Mark *name = mark_before(doc, KIND_HEADING, g->at.from);

	/* "State Street Bank" */
	return names_label(name, LABEL_LOCATION) &&
		   (!token_is(doc, name->from, "state") ||
			(g->at.to - g->at.from == 1 && doc->tokens[g->at.from].len == 2)) &&
		   doc->tokens[name->from].shape & SHAPE_FIRST_UPPER && is_label_at(doc, g->at.to);
}

/* Whether a capital word follows a place, so that it may be the beginning of another name. */
bool
place_goes_on(const Doc *doc, const Group *g)
{
	uint32_t	i = g->at.to;

	/* "U.S." */
	if (token_punct(doc, i, '.') && doc->tokens[i].gap == GAP_NONE &&
		doc->tokens[g->at.from].len == 1)
		i++;
	return i < doc->n_tokens && doc->tokens[i].gap == GAP_SPACE &&
		   doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
		   mark_at(doc, KIND_WORKPLACE, i) == NULL &&
		   mark_at(doc, KIND_EMPLOYMENT_TYPE, i) == NULL && !is_label_at(doc, i) &&
		   !is_capital_heading(doc, g, i);
}

/*
 * Whether a place stands among the names that open a text without line breaks:
 * "Staff Nurse Leeds, Permanent", "Clerk, Boise, Idaho - The clerk keeps ...".
 */
static bool
in_opening(const Doc *doc, const Group *g)
{
	uint32_t	clause = doc_clause(doc, g->at.from).from;
	uint32_t	plain = 0;
	uint32_t	near = 0;

	if (g->at.from > HEAD_TOKENS ||
		(place_goes_on(doc, g) && (g->at.from == clause || token_is(doc, g->at.from - 1, "the"))))
		return false;
	for (uint32_t i = doc->lines[doc->tokens[g->at.from].line].first; i < g->at.from; i++)
		if (doc->tokens[i].kind == TOKEN_WORD && !(doc->tokens[i].shape & SHAPE_FIRST_UPPER) &&
			!token_in(doc, i, WORDS_PLACES_OPENING_SMALL))
		{
			plain++;
			near += i >= clause;
		}
	/*
	 * "Acme Canada is a leader": a name that goes on is the
	 * sentence's subject; "Leeds, UK or Bonn, Germany | Potter"
	 */
	return plain <= 3 && near <= 1 &&
		   (g->at.to >= doc->n_tokens || doc->tokens[g->at.to].gap >= GAP_LINE ||
			doc->tokens[g->at.to].kind != TOKEN_WORD ||
			doc->tokens[g->at.to].shape & SHAPE_FIRST_UPPER ||
			(token_in(doc, g->at.to, WORDS_LIST_JOINING) &&
			 mark_at(doc, KIND_PLACE, g->at.to + 1) != NULL));
}

/*
 * Where the street address before a town begins: "375 Oak
 * Grove Street, Leeds"; the town itself where there is none.
 */
static uint32_t
address_begin(const Doc *doc, Range clause, uint32_t town)
{
	for (uint32_t i = town; i > clause.from && town - i < 9; i--)
	{
		const Token *token = &doc->tokens[i - 1];

		if (token->kind == TOKEN_NUMBER && town - i >= 2 && doc->tokens[i].kind == TOKEN_WORD)
			return i - 1;
		if (!(token->kind == TOKEN_NUMBER ||
			  (token->kind == TOKEN_PUNCT &&
			   (token->chr == ',' || token->chr == '.' || token->chr == '#')) ||
			  (token->kind == TOKEN_WORD &&
			   (token->shape & SHAPE_FIRST_UPPER || token_is(doc, i - 1, "in")))))
			return town;
	}
	return town;
}

/* Finds the word that governs a place: "based" of "based in our sunny Boston". */
static Tie
find_tie(const Doc *doc, Range clause, uint32_t i)
{
	Tie			tie = {UINT32_MAX, false};
	uint32_t	address = address_begin(doc, clause, i);

	/* "the location of this position is 375 Oak Grove Street, Leeds" */
	if (address < i && address > clause.from &&
		(token_is(doc, address - 1, "is") || token_punct(doc, address - 1, ':')))
	{
		for (uint32_t k = address - 1; k > clause.from && address - k < 8; k--)
			if (token_in(doc, k - 1, WORDS_PLACES_JOB_PLACE))
				return (Tie) {k - 1, true};
	}
	else if (address < i && address > clause.from &&
			 token_in(doc, address - 1, WORDS_PLACES_TIE_IN) &&
			 !range_has(doc, clause.from, clause.to, WORDS_PLACES_VISIT))
		i = address;
	while (i > clause.from &&
		   (token_in(doc, i - 1, WORDS_PLACES_TIE_FILLERS) || token_punct(doc, i - 1, ':') ||
			(token_punct(doc, i - 1, '(') && i > clause.from + 1 &&
			 token_in(doc, i - 2, WORDS_PLACES_TIE))))
		i--;
	if (i > clause.from && (token_in(doc, i - 1, WORDS_PLACES_TIE_IN) ||
							(i > clause.from + 1 && token_is(doc, i - 1, "to") &&
							 token_in(doc, i - 2, WORDS_PLACES_RELOCATE))))
	{
		tie.in = true;
		i--;
	}
	if (i > clause.from)
		tie.head = i - 1;
	return tie;
}

/* Whether the clause around a place speaks of the employer rather than of the job. */
static bool
is_of_company(const Doc *doc, Range clause, const Group *g)
{
	bool		of_company = false;

	for (uint32_t i = clause.from; i < clause.to; i++)
	{
		if (i >= g->at.from && i < g->at.to)
			continue;
		if (token_in(doc, i, WORDS_PLACES_COMPANY_JOB))
			return false;
		of_company |= token_in(doc, i, WORDS_PLACES_COMPANY);
	}
	return of_company || doc->tokens[g->at.from].zone == ZONE_COMPANY;
}

/* Whether the words before a place tie it to the job. */
static bool
is_tied(const Doc *doc, Range clause, const Group *g, Tie tie)
{
	if (tie.head == UINT32_MAX)
		return false;
	/* "opportunities throughout Oceania": too wide, unless one is based there */
	if (g->town.to == g->town.from && g->region != NULL && g->region->kind == PLACE_AREA &&
		g->region->country[0] == '\0' && !token_in(doc, tie.head, WORDS_PLACES_JOB_PLACE) &&
		!token_in(doc, tie.head, WORDS_PLACES_REMOTE_BEFORE))
		return false;
	if (token_in(doc, tie.head, WORDS_PLACES_TIE) ||
		(tie.in && doc_is_foreign(doc) && token_in(doc, tie.head, WORDS_PLACES_TIE_ABROAD)) ||
		(tie.in &&
		 (g->town.to > g->town.from || (g->region != NULL && g->region->kind == PLACE_REGION)) &&
		 token_in(doc, tie.head, WORDS_PLACES_RELOCATE)))
		return true;
	/*
	 * "nurses in Leeds"; of a country only where they are sought: "looking for a nurse in Canada"
	 */
	if (!tie.in || (g->town.to == g->town.from &&
					!(mark_before(doc, KIND_TITLE, tie.head + 1) != NULL &&
					  word_before(doc, clause, tie.head, 9, WORDS_PLACES_HIRING))))
		return false;
	return (!token_is(doc, tie.head + 1, "from") &&
			mark_before(doc, KIND_TITLE, tie.head + 1) != NULL) ||
		   (tie.head > clause.from && token_in(doc, tie.head - 1, WORDS_PLACES_JOB_PLACE));
}

/* Whether "based" stands behind a place: "US-based". */
static bool
is_based(const Doc *doc, const Group *g)
{
	return token_is(doc, g->at.to, "based") ||
		   (token_punct(doc, g->at.to, '-') && token_is(doc, g->at.to + 1, "based"));
}

/* Whether a place is the employer's rather than the job's: "US-based firm". */
static bool
is_of_firm(const Doc *doc, Range clause, const Group *g)
{
	return is_of_company(doc, clause, g) ||
		   (is_based(doc, g) && word_after(doc, clause, g->at.to + 1, 4, WORDS_PLACES_FIRMS));
}

/*
 * Whether the word that governs a place ends the name of a body: "European Space Centre in Madrid".
 */
static bool
is_of_body(const Doc *doc, Range clause, Tie tie)
{
	return tie.head != UINT32_MAX && tie.head > clause.from &&
		   token_in(doc, tie.head, WORDS_PLACES_BODIES) &&
		   doc->tokens[tie.head].shape & SHAPE_FIRST_UPPER &&
		   !word_before(doc, clause, tie.head, 12, WORDS_PLACES_JOB_PLACE);
}

/*
 * Whether a place is only the quarter of the city whose
 * name follows: "our Montmartre office in Paris".
 */
static bool
is_quarter(const Doc *doc, const Group *g)
{
	const Mark *city;

	if (g->city == NULL || g->city->population > 0 || g->region != NULL ||
		!token_in(doc, g->at.to, WORDS_PLACES_OFFICE) || !token_is(doc, g->at.to + 1, "in"))
		return false;
	city = mark_at(doc, KIND_PLACE, g->at.to + 2);
	return city != NULL && place_pick_row(doc, city, PLACE_CITY, NULL, NULL) != NULL;
}

/* Whether a number of people stands before a token: the places are where all of them work. */
static bool
counts_people(const Doc *doc, Range clause, uint32_t i)
{
	for (uint32_t k = i; k > clause.from && i - k < 14; k--)
		if (doc->tokens[k - 1].kind == TOKEN_NUMBER && doc->tokens[k - 1].len >= 2 &&
			doc->tokens[k].kind != TOKEN_SIGN)
			return true;
	return false;
}

/*
 * Whether a place is that of people one works with: "interact with
 * teams based in Bonn", "partner with our colleagues in Oslo".
 */
static bool
is_of_others(const Doc *doc, Range clause, Tie tie)
{
	uint32_t	people = tie.head;

	if (people != UINT32_MAX && people > clause.from &&
		token_in(doc, people, WORDS_PLACES_JOB_PLACE) &&
		!token_in(doc, people, WORDS_PLACES_OTHERS))
		people--;
	if (people == UINT32_MAX || !tie.in || !token_in(doc, people, WORDS_PLACES_OTHERS))
		return false;
	for (uint32_t i = people; i > clause.from && people - i < 5; i--)
		if (token_in(doc, i - 1, WORDS_PLACES_WITH))
			return word_before(doc, clause, i - 1, 6, WORDS_PLACES_INTERACT);
	return false;
}

/* Whether a place is one of two that another lies between: "Ely (between Leeds and Hull)". */
static bool
is_beside(const Doc *doc, const Group *g)
{
	uint32_t	i = g->at.from;

	if (i > 2 && token_in(doc, i - 1, WORDS_LIST_JOINING) &&
		mark_before(doc, KIND_PLACE, i - 1) != NULL)
		i = mark_before(doc, KIND_PLACE, i - 1)->from;
	/* "your time between Leeds and Hull" */
	return i > 1 && token_in(doc, i - 1, WORDS_PLACES_BETWEEN) &&
		   (doc->tokens[i - 2].kind == TOKEN_PUNCT || mark_before(doc, KIND_PLACE, i - 1) != NULL);
}

/*
 * Whether a place is where the one works whom one reports to: "reports to the Manager in Seattle".
 */
static bool
is_of_superior(const Doc *doc, Range clause, Tie tie)
{
	bool		person = false;

	if (tie.head == UINT32_MAX || !tie.in)
		return false;
	for (uint32_t i = tie.head + 1; i > clause.from + 1 && tie.head - i + 1 < 9; i--)
	{
		person |= mark_before(doc, KIND_TITLE, i) != NULL;
		if (person && token_is(doc, i - 1, "to") && token_in(doc, i - 2, WORDS_PLACES_REPORT))
			return true;
	}
	return false;
}

/*
 * Whether a place opens a bracket behind a title on top
 * of a line: "Data Engineer: (Leeds, York or remote)".
 */
static bool
follows_title(const Doc *doc, const Group *g)
{
	uint32_t	i = g->at.from;
	const Mark *title;

	if (i < 3 || !token_punct(doc, i - 1, '('))
		return false;
	title = mark_before(doc, KIND_TITLE,
						i - 1 - (token_punct(doc, i - 2, ':') || token_punct(doc, i - 2, '-')));
	return title != NULL && title->from <= doc->lines[doc->tokens[i].line].first + 2 &&
		   (token_punct(doc, g->at.to, ')') || token_punct(doc, g->at.to, ',') ||
			token_punct(doc, g->at.to, '/') || token_in(doc, g->at.to, WORDS_LIST_JOINING));
}

/* Whether a place is a town, or a state that is one. */
static bool
is_town(const Group *g)
{
	return g->town.to > g->town.from || place_is_city_state(g);
}

/* Whether a clause speaks of the job itself, wherever it stands: "this role is Leeds based". */
static bool
speaks_of_job(const Doc *doc, Range clause)
{
	for (uint32_t i = clause.from; i + 1 < clause.to && i < clause.from + 30; i++)
		if (token_in(doc, i, WORDS_PLACES_THIS) && token_in(doc, i + 1, WORDS_TERMS_JOB))
			return true;
	return false;
}

/*
 * Whether somebody is sought for a place: "notre agence de Nevers recrute", "selecciona técnico
 * para Las Palmas", "busca aparejador para proyectos en Tenerife", "we are hiring in Leeds".
 */
static bool
is_hired_for(const Doc *doc, Range clause, const Group *g, Tie tie)
{
	bool		town = g->town.to > g->town.from;

	if (doc_is_foreign(doc) && town && (!g->weak || token_is(doc, g->at.from - 1, "de")) &&
		token_in(doc, g->at.to, WORDS_PLACES_HIRING))
		return true;
	if (doc_is_foreign(doc) && !g->weak &&
		(town || (g->region != NULL && g->region->kind == PLACE_REGION)) &&
		(tie.in || token_is(doc, g->at.from - 1, "para")) &&
		word_before(doc, clause, g->at.from, 20, WORDS_PLACES_HIRING))
		return true;
	return tie.in && is_town(g) &&
		(word_before(doc, clause, g->at.from, 20, WORDS_PLACES_HIRING) ||
		 word_after(doc, clause, g->at.to, 4, WORDS_PLACES_HIRING));
}

/* What the words around a place say of the job: how much more likely it is the job's place. */
static int
weigh_words(const Doc *doc, Range clause, const Group *g, Tie tie)
{
	bool		town = g->town.to > g->town.from;
	/*
	 * "cover Leeds", "dispersée à travers la France";
	 * abroad nobody works all over Europe: "in ganz Europa"
	 */
	bool covers_it = tie.head != UINT32_MAX && token_in(doc, tie.head, WORDS_PLACES_COVERS) &&
					 !(doc_is_foreign(doc) && !town && g->region != NULL &&
					   g->region->kind == PLACE_AREA && g->region->country[0] == '\0');
	int			score = 0;

	if (!town && word_before(doc, clause, g->at.from, 8, WORDS_PLACES_ALLOWED))
		return 0;
	/* "the largest shop in the Midwest" boasts */
	if (!town && tie.in && (g->region == NULL || g->region->kind == PLACE_AREA) &&
		word_before(doc, clause, g->at.from, 8, WORDS_PLACES_SUPERLATIVE))
		return 0;
	/* "our Montmartre office in Paris"; "Find jobs in Germany" leads to a board */
	if (is_quarter(doc, g) ||
		(tie.in && tie.head != UINT32_MAX && token_is(doc, tie.head, "jobs") &&
		 word_before(doc, (Range) {0, clause.to}, tie.head, 6, WORDS_PLACES_BOARD_LINK)))
		return 0;
	/* "a team of over 1,000 people, based across Leeds, York and Hull" */
	for (uint32_t i = g->at.from; i > clause.from && g->at.from - i < 20; i--)
		if (doc->tokens[i - 1].lead == 'a' && token_is(doc, i - 1, "across"))
		{
			if (counts_people(doc, clause, i - 1))
				return 0;
			break;
		}
	/* "Data Engineer (Leeds, York or remote)" */
	if (town && !g->weak && follows_title(doc, g))
		return 6;
	/* "our clinic (Leeds only)", "POST (California Peace Officers)" */
	if (g->at.from > 0 && token_punct(doc, g->at.from - 1, '(') && g->at.to < doc->n_tokens &&
		doc->tokens[g->at.to].kind == TOKEN_WORD && !token_in(doc, g->at.to, WORDS_LIST_JOINING) &&
		!token_in(doc, g->at.to, WORDS_PLACES_OFFICE))
		return 0;
	if (is_tied(doc, clause, g, tie) && (tie.in || !covers_it || g->at.from - tie.head == 1))
		score = 6;
	else if (covers_it)
		score = 5;
	/* "become one of our leaders here in Leeds" */
	else if (tie.in && tie.head != UINT32_MAX && token_is(doc, tie.head, "here") &&
			 token_is(doc, tie.head + 1, "in"))
		score = 6;
	else if (!town && is_based(doc, g))
		score = word_after(doc, clause, g->at.to + 1, 4, WORDS_PLACES_JOB_NOUNS) ? 5 : 0;
	else if (word_after(doc, clause, g->at.to, 1,
						town || g->region != NULL ? WORDS_PLACES_OFFICE : WORDS_PLACES_OFFICES) ||
			 is_based(doc, g))
		score = 5;
	else if (tie.in && town && token_is(doc, g->at.from - 1, "near"))
		score = 2;
	else if (is_hired_for(doc, clause, g, tie))
		score = 6;
	else if (town && word_before(doc, clause, g->at.from, 5, WORDS_PLACES_TIE))
		score = 3;
	else if (tie.in)
		score = (town && doc->tokens[g->at.from].start < 600) ||
						(doc_is_foreign(doc) &&
						 (town || (g->region != NULL && g->region->country[0] != '\0')))
					? 3
					: 1;
	if (score > 2 && is_of_body(doc, clause, tie) &&
		!word_after(doc, clause, g->at.to, 4, WORDS_PLACES_HIRING))
		score = 2;
	/* "a company based in Leeds with offices in Bonn" */
	if (score > 2 && is_of_firm(doc, clause, g))
		score = town && !word_after(doc, clause, g->at.to, 4, WORDS_PLACES_BRANCHES) ? 3 : 0;
	return score;
}

/* Whether a token names those who may apply: "open to candidates across". */
static bool
seeks_people(const Doc *doc, Range clause, uint32_t i)
{
	return token_in(doc, i, WORDS_PLACES_DOUBT_PEOPLE) &&
		   word_before(doc, clause, i, 4, WORDS_PLACES_CONSIDER);
}

/*
 * Whether remote work is bound to a country or area: "Remote - US", "(US only)",
 * "must reside in Canada", "open to candidates across Canada".  Whoever must live
 * in a state may work in one town of it: residence alone opens no scope.
 */
static bool
is_remote_scope(const Doc *doc, Range clause, const Group *g, bool *resides)
{
	uint32_t	to = g->at.to;

	*resides = false;
	if (g->town.to > g->town.from)
		return false;
	for (uint32_t i = g->at.from; i > clause.from && g->at.from - i < 5; i--)
	{
		if (token_in(doc, i - 1, WORDS_PLACES_REMOTE_BEFORE) ||
			seeks_people(doc, clause, i - 1))
		{
			*resides = token_in(doc, i - 1, WORDS_PLACES_RESIDES);
			return true;
		}
		/* "remote islands in Indonesia" */
		if (doc->tokens[i - 1].kind == TOKEN_WORD &&
			!token_in(doc, i - 1, WORDS_PLACES_REMOTE_BETWEEN) &&
			mark_at(doc, KIND_PLACE, i - 1) == NULL)
			break;
	}
	if (token_punct(doc, to, ')') || token_punct(doc, to, '(') || token_punct(doc, to, '-') ||
		token_punct(doc, to, ',') || token_punct(doc, to, '.') || token_is(doc, to, "based"))
		to++;
	return token_in(doc, to, WORDS_PLACES_REMOTE_AFTER);
}

/* Whether a text begins with another, or ends with it and holds more. */
static bool
str_starts_with(Str text, Str begin)
{
	return begin.len > 0 && text.len >= begin.len && memcmp(text.s, begin.s, begin.len) == 0;
}

bool
str_ends_with(Str text, Str end)
{
	return end.len > 0 && text.len > end.len &&
		   memcmp(text.s + text.len - end.len, end.s, end.len) == 0;
}

/* The lists of places stand side by side among all lists. */
#define FIRST_CELL	(WORDS_PLACES_EMPLOYER_BODIES / 64)
#define LAST_CELL	(WORDS_PLACES_NO_TOWN / 64)

_Static_assert(WORDS_PLACES_DOUBT_ELSEWHERE / 64 >= FIRST_CELL &&
				   WORDS_PLACES_DOUBT_PLAIN / 64 <= LAST_CELL,
			   "those that speak against a place are among them");

/* How far before a place a word speaks against it, in tokens; or before "based" that ties it. */
#define REACH_DOUBT	9

/* The words before a place, and the lists of places that hold any of them. */
typedef struct Before
{
	Range		clause;
	uint32_t	to;				/* the place */
	uint64_t	lists[LAST_CELL - FIRST_CELL + 1];
} Before;

/* Looks at the words before a place. */
static Before
look_before(const Doc *doc, Range clause, uint32_t to, Tie tie)
{
	Before		before = {clause, to, {0}};
	uint32_t	from = reach_back(clause, to, REACH_DOUBT);

	if (tie.head < from + 2)
		from = tie.head > clause.from + 2 ? tie.head - 2 : clause.from;
	for (; from < to; from++)
		for (uint32_t cell = FIRST_CELL; cell <= LAST_CELL; cell++)
			before.lists[cell - FIRST_CELL] |= posting_word_sets[doc->tokens[from].lists][cell];
	return before;
}

/*
 * Whether a word of a list stands before a place; in a header words
 * in capitals are part of a title: "Support and Training, Leeds".
 */
static bool
doubt_before(const Doc *doc, const Before *before, uint32_t reach, WordList words, bool header)
{
	uint32_t	i = before->to,
				from = before->clause.from;

	/* nearly always none of them does */
	if (!(before->lists[words / 64 - FIRST_CELL] >> (words % 64) & 1))
		return false;
	for (uint32_t k = i; k > from && i - k < reach && !token_punct(doc, k - 1, '|'); k--)
		if (token_in(doc, k - 1, words) &&
			!(token_is(doc, k - 1, "established") && !token_in(doc, k, WORDS_PLACES_TIE_IN)) &&
			!(header && k - 1 > from && doc->tokens[k - 1].shape & SHAPE_FIRST_UPPER &&
			  !doc->lower_case))
			return true;
	return false;
}

/* Whether "based" or "located" ties a place. */
static bool
is_verb_of_place(const Doc *doc, Tie tie)
{
	return tie.in && tie.head != UINT32_MAX && token_in(doc, tie.head, WORDS_PLACES_BASED);
}

/* Whether a place stands below the box or the name of an office to which mail goes. */
static bool
is_below_mail(const Doc *doc, const Group *g)
{
	uint32_t	line = doc->tokens[g->at.from].line;

	for (uint32_t k = line; k > 0 && line - k < 4; k--)
		if (doc->lines[k - 1].words <= 8 &&
			range_has(doc, doc->lines[k - 1].first, doc->lines[k - 1].last, WORDS_PLACES_MAIL))
			return true;
	return false;
}

/* Whether the job itself is said to be headquartered in a place, not its employer. */
static bool
is_seat_of_job(const Doc *doc, Range clause, Tie tie)
{
	return tie.in && tie.head != UINT32_MAX && token_is(doc, tie.head, "headquartered") &&
		   speaks_of_job(doc, clause);
}

/*
 * Whether a place is the employer's name or begins it: "Dayton Freight",
 * "BlackRock"; "a potter at Lima", where that is the employer.
 */
static bool
is_name_of_employer(const Doc *doc, const Group *g, Tie tie, int said, bool header)
{
	Str			company = doc->posting->company;
	uint32_t	from = g->at.from;
	Str			name;

	/* hardly one begins like it */
	if (company.len == 0 || company.s[0] != token_text(doc, from)[0])
		return false;
	name = range_text(doc, g->at);
	if ((said < 6 || place_goes_on(doc, g)) &&
		(g->town.from == g->town.to || g->town.to - g->town.from == g->at.to - from) &&
		str_starts_with(company, name) && (!header || company.len > name.len))
		return true;
	return tie.in && token_is(doc, from - 1, "at") &&
		   mark_before(doc, KIND_TITLE, from - 1) != NULL && str_equal(company, name);
}

/*
 * What speaks against a place: offices elsewhere,
 * customers, schools, laws, names of people and streets.
 */
static int
weigh_doubt(const Doc *doc, Range clause, const Group *g, Tie tie, int said, bool header)
{
	uint32_t	from = g->at.from;
	/* "founded in 2015 and based in Leeds": the first verb is none of the place's */
	bool		own = is_seat_of_job(doc, clause, tie);
	bool		based = own || is_verb_of_place(doc, tie);
	bool joined = header && g->town.to > g->town.from && (g->region != NULL || g->country != NULL);
	Before		before = look_before(doc, clause, from, tie);
	int			doubt = 0;

	if (token_in(doc, g->at.to, WORDS_PLACES_DOUBT_STREETS) && g->at.to - from == 1)
		return 20;
	/* "headquartered in Leeds, is looking for a baker" */
	if (!(said >= 6 && word_after(doc, clause, g->at.to, 4, WORDS_PLACES_HIRING)) &&
		!(said >= 3 && is_based(doc, g)) &&
		doubt_before(doc, &before,
					 own     ? from - tie.head - 1
					 : based ? from - tie.head
							 : 9,
					 WORDS_PLACES_DOUBT_NEVER, joined))
		doubt += 7;
	if (said < 6 && !own &&
		(doubt_before(doc, &before, based ? from - tie.head + 2 : 7,
					  WORDS_PLACES_DOUBT_ELSEWHERE, joined) ||
		 doubt_before(doc, &before, 7, WORDS_PLACES_DOUBT_PLAIN, true) ||
		 word_after(doc, clause, g->at.to, 1, WORDS_PLACES_DOUBT_BEHIND)))
		doubt += 6;
	if (from >= 2 && token_is(doc, from - 1, "of") &&
		token_in(doc, from - 2, WORDS_PLACES_DOUBT_BODIES))
		doubt += 6;
	if (is_of_others(doc, clause, tie) || is_of_superior(doc, clause, tie) ||
		(g->region != NULL && is_below_mail(doc, g)))
		doubt += 12;
	/* "endowments located in Leeds" */
	if (based && tie.head > clause.from && token_in(doc, tie.head - 1, WORDS_PLACES_MANY))
		doubt += 6;
	/* "the U.S. Census Bureau" */
	if (g->town.to == g->town.from && g->country != NULL && place_goes_on(doc, g))
		doubt += 4;
	/* "As Americas Favourite Baker" */
	if (header && g->town.to == g->town.from && g->region != NULL &&
		g->region->kind == PLACE_AREA && place_goes_on(doc, g))
		doubt += 6;
	/* "For candidates who work from Ohio, see ..." speaks of their pay or rights */
	if (token_is(doc, clause.from, "for") &&
		token_in(doc, clause.from + 1, WORDS_PLACES_DOUBT_PEOPLE))
		doubt += 30;
	/* "MassMutual" */
	if (g->at.to < doc->n_tokens && doc->tokens[g->at.to].gap == GAP_NONE &&
		doc->tokens[g->at.to].shape & SHAPE_SPLIT && g->at.to - from == 1 && !header)
		doubt += 6;
	/* a small town abroad: its namesake here is not in the gazetteer */
	if (said < 6 && g->city != NULL && g->region == NULL && g->country == NULL &&
		doc->country_sure && memcmp(g->city->country, doc->country, 2) != 0 &&
		g->city->population < 60000)
		doubt += 4;
	if (is_name_of_employer(doc, g, tie, said, header))
		doubt += 9;
	/* a name that goes on before or behind: "Kira Edwards", "Acme Japan KK" */
	if (said < 5 && g->region == NULL && from > clause.from && doc->tokens[from].gap == GAP_SPACE &&
		doc->tokens[from - 1].kind == TOKEN_WORD &&
		doc->tokens[from - 1].shape & SHAPE_FIRST_UPPER &&
		mark_before(doc, KIND_TITLE, from) == NULL &&
		!(header && mark_before(doc, KIND_PLACE, from) != NULL))
		doubt += 3;
	return doubt;
}

/* How much the zone of running text speaks against a place. */
static int
zone_doubt(uint8_t zone, int said, bool foreign)
{
	switch (zone)
	{
		case ZONE_COMPANY:
			return said == 3 ? 0 : 3;
		case ZONE_LEGAL:
			return said >= 6 ? 2 : 6;
		case ZONE_BENEFITS:
			/* abroad the office is praised there: "Büro in Bonn" */
			return foreign && said >= 3 ? 0 : said >= 5 ? 2 : 5;
		case ZONE_PROCESS:
			return said >= 5 ? 2 : 5;
		case ZONE_PAY:
			return 3;
		default:
			return 0;
	}
}

/* Whether a token is the first one behind a heading. */
static bool
opens_zone(const Doc *doc, uint32_t i)
{
	uint32_t	from = i;

	while (from > 0 && i - from < 4 && doc->tokens[from - 1].kind == TOKEN_PUNCT)
		from--;
	for (uint32_t k = 0; k < doc->zones.count && doc->zones.items[k].body <= i; k++)
		if (doc->zones.items[k].body >= from && doc->zones.items[k].heading < from)
			return true;
	return false;
}

/*
 * Whether a name is an ordinary word in the text's
 * language: "EN LA ZONA SUR", the French heading "Mission".
 */
static bool
is_word_abroad(const Doc *doc, const Group *g)
{
	uint32_t	i = g->at.from;

	/* "commande numérique (CN)", "SAP FI": a bare code is no country there */
	if (g->at.to == i + 1 && doc->tokens[i].len == 2 && g->town.to == g->town.from &&
		g->region == NULL && g->country != NULL && doc_is_foreign(doc) &&
		!doc_in_label(doc, LABEL_LOCATION, i) && !token_is(doc, i, "us") && !token_is(doc, i, "uk"))
		return true;
	/* "en la Isla de Tenerife" */
	i += token_is(doc, i, "la") && g->at.to == i + 2;
	return g->at.to == i + 1 && doc_is_foreign(doc) && token_in(doc, i, WORDS_PLACES_WORDS_ABROAD);
}

/* Whether a place is all that its line holds. */
static bool
fills_line(const Doc *doc, const Group *g)
{
	const Line *line = &doc->lines[doc->tokens[g->at.from].line];

	return g->at.from == line->first && g->at.to + token_punct(doc, g->at.to, ')') >= line->last;
}

/* Whether the line above a place that fills its own leads to a list of the job's places. */
static bool
opens_list(const Doc *doc, const Group *g)
{
	uint32_t	above = doc->tokens[g->at.from].line;
	const Line *line;

	if (above == 0 || g->town.to == g->town.from || !fills_line(doc, g))
		return false;
	above--;
	while (above > 0 && doc->lines[above].first >= doc->lines[above].last)
		above--;
	line = &doc->lines[above];
	return line->flags & LINE_COLON && line->words >= 3 &&
		   range_has(doc, line->first, line->last, WORDS_PLACES_LISTED) &&
		   range_has(doc, line->first, line->last, WORDS_PLACES_COMPANY_JOB);
}

/*
 * Whether a line holds a place and no more than words
 * of the workplace beside it: "Remote / Hialeah, FL".
 */
static bool
stands_alone(const Doc *doc, const Line *line, const Group *g)
{
	uint32_t	from = g->at.from,
				to = g->at.to;
	const Mark *beside;

	if (g->at.from - line->first > 3 || line->last - g->at.to > 3)
		return false;
	/* the front matter's 'klinik: "Scheidegg"' */
	if (from > line->first && token_punct(doc, from - 1, '"') && token_punct(doc, to, '"'))
	{
		from--;
		to++;
	}
	if (from == line->first + 2 && token_punct(doc, from - 1, ':') &&
		token_in(doc, line->first, WORDS_PLACES_TIE))
		from = line->first;
	beside = from > line->first ? mark_before(doc, KIND_WORKPLACE,
											  from - (doc->tokens[from - 1].kind == TOKEN_PUNCT))
								: NULL;
	from = beside != NULL ? beside->from : from;
	beside = to < line->last
				 ? mark_at(doc, KIND_WORKPLACE, to + (doc->tokens[to].kind == TOKEN_PUNCT))
				 : NULL;
	to = beside != NULL ? beside->to + token_punct(doc, beside->to, ')') : to;
	return from <= line->first && to >= line->last;
}

/*
 * Whether a place is that of a school whose degree
 * is asked for: "a degree of the University of Oxford".
 */
static bool
is_of_degree(const Doc *doc, Range clause, uint32_t from)
{
	if (from < clause.from + 3 || !token_is(doc, from - 1, "of") ||
		!token_in(doc, from - 2, WORDS_PLACES_BODIES))
		return false;
	for (uint32_t i = reach_back(clause, from, 8); i < from; i++)
		if (mark_at(doc, KIND_EDUCATION, i) != NULL)
			return true;
	return false;
}

/* Whether a place begins the name of a newspaper or an exchange: "the New York Times". */
static bool
names_newspaper(const Doc *doc, const Group *g)
{
	return token_in(doc, g->at.to, WORDS_PLACES_NEWSPAPERS) &&
		   doc->tokens[g->at.to].gap == GAP_SPACE &&
		   doc->tokens[g->at.to].shape & SHAPE_FIRST_UPPER &&
		   doc->tokens[g->at.from].shape & SHAPE_HAS_LOWER;
}

/* Whether a place is a street's or a market's name: "203 Northumberland Street". */
static bool
names_street(const Doc *doc, const Group *g)
{
	return g->at.to - g->at.from == 1 && doc->tokens[g->at.from].gap <= GAP_SPACE &&
		   (token_in(doc, g->at.to, WORDS_PLACES_DOUBT_STREETS) ||
			token_is(doc, g->at.to, "market")) &&
		   doc->tokens[g->at.to].gap == GAP_SPACE &&
		   doc->tokens[g->at.to].shape & SHAPE_FIRST_UPPER;
}

/*
 * Whether a place is no more than the code of a region of
 * another country than the document's: the Italian "FC".
 */
static bool
is_code_abroad(const Doc *doc, const Group *g)
{
	return g->at.to - g->at.from == 1 && g->region != NULL && g->town.to == g->town.from &&
		   doc->tokens[g->at.from].len <= 3 && !has_codes(g->region->country) &&
		   memcmp(g->region->country, doc->country, 2) != 0;
}

/*
 * Whether a weak name in the value of a label is a part of something
 * else there: the name goes on, or words run on before it.
 */
static bool
is_inside_value(const Doc *doc, const Group *g)
{
	uint32_t	from = g->at.from;

	if (!g->weak)
		return false;
	return (place_goes_on(doc, g) && mark_at(doc, KIND_HEADING, g->at.to) == NULL) ||
		   (from > 0 && doc->tokens[from - 1].kind == TOKEN_WORD &&
			doc->tokens[from].gap == GAP_SPACE);
}

/* Whether a town is where an office of the employer is: "our Bath office". */
static bool
is_our_office(const Doc *doc, const Group *g)
{
	return g->city != NULL && g->city->population >= 5000 && g->at.from > 0 &&
		   token_is(doc, g->at.from - 1, "our") &&
		   token_in(doc, g->at.to, WORDS_PLACES_OFFICES) && !token_is(doc, g->at.to, "team");
}

/*
 * Whether the words tie even a weak name to the job: "based in", "our Bath
 * office", abroad "recrute" right behind it.
 */
static bool
is_surely_tied(const Doc *doc, const Group *g, Tie tie, int said)
{
	if (said >= 5 && is_our_office(doc, g))
		return true;
	return said >= 6 &&
		   (tie.in || (doc_is_foreign(doc) && token_in(doc, g->at.to, WORDS_PLACES_HIRING))) &&
		   !place_goes_on(doc, g);
}

/* Weighs what stands around a place. */
void
place_score(const Doc *doc, Group *g)
{
	uint32_t	line_number = doc->tokens[g->at.from].line;
	const Line *line = &doc->lines[line_number];
	Range		clause = doc_clause(doc, g->at.from);
	uint8_t		zone = doc->tokens[g->at.from].zone;
	bool		town = g->town.to > g->town.from;
	/* "Singapore | Full-time" */
	bool		joined = town ? g->region != NULL || g->country != NULL
							  : place_is_city_state(g) && g->at.from == line->first;
	bool		label = doc_in_label(doc, LABEL_LOCATION, g->at.from);
	bool		named = follows_label(doc, g);
	uint32_t	from = g->at.from;
	bool		alone = g->at.from <= line->first + 1 && g->at.to + 2 >= line->last;
	bool		header;
	bool		strict;
	bool		resides;
	Tie			tie;
	int			said;

	g->rule = "place.text";
	if (zone == ZONE_NOISE || (doc->tokens[from].gap == GAP_NONE && doc_in_link(doc, from)) ||
		is_word_abroad(doc, g) || names_street(doc, g) || names_newspaper(doc, g) ||
		is_of_degree(doc, clause, from) || is_beside(doc, g) || (label && is_code_abroad(doc, g)))
	{
		g->score = NO_PLACE;
		return;
	}
	if (named || (label && !is_inside_value(doc, g)))
	{
		g->score = LABELLED + (joined ? 2 : 0);
		g->scope = is_remote_scope(doc, clause, g, &resides) && !resides;
		g->rule = "place.label";
		return;
	}
	tie = find_tie(doc, clause, from);
	g->head = tie.head + 1;
	said = weigh_words(doc, clause, g, tie);
	g->scope = is_remote_scope(doc, clause, g, &resides);
	if (g->scope)
		said = 7;
	g->scope &= !resides;
	header = in_header(doc, line_number) || in_opening(doc, g);
	if (zone == ZONE_LOCATION)
	{
		g->score += opens_zone(doc, from) ? 9 : 7;
		g->rule = "place.section";
	}
	strict = stands_alone(doc, line, g);
	if (strict && opens_list(doc, g))
	{
		g->score = LABELLED;
		g->rule = "place.label";
		return;
	}
	header |= strict && joined && zone != ZONE_PROCESS && zone != ZONE_COMPANY;
	if (header && !(from > 0 && token_is(doc, from - 1, "near")) &&
		(said > 2 || town || joined || (g->region != NULL && (g->office || !g->weak)) || alone ||
		 (g->at.from > 0 && doc->tokens[g->at.from - 1].kind == TOKEN_PUNCT)))
	{
		g->score += g->weak && !strict ? 2 : strict && town && !g->weak ? 8 : 6;
		g->rule = zone == ZONE_LOCATION ? g->rule : "place.header";
	}
	if (said >= 5 && zone != ZONE_LEGAL && speaks_of_job(doc, clause))
		zone = ZONE_SUMMARY;
	g->doubt = weigh_doubt(doc, clause, g, tie, said, header);
	g->score += said + (joined ? 3 : 0) + (g->formal ? 6 : 0) - g->doubt -
				zone_doubt(said == 3 && is_verb_of_place(doc, tie) ? ZONE_COMPANY : zone, said,
						   doc_is_foreign(doc));
	if (g->weak && !(header && strict) && !is_surely_tied(doc, g, tie, said))
		g->score -= 12;
}

/* Whether a number in brackets is the French department of a town: "Blois (41)". */
static inline bool
is_department(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].kind == TOKEN_NUMBER && doc->tokens[i].len <= 5 &&
		   token_punct(doc, i - 1, '(') && token_punct(doc, i + 1, ')');
}

/* Whether two places are neighbours in a list. */
bool
place_lists(const Doc *doc, const Group *before, const Group *g)
{
	uint32_t	i = before->at.to;

	/* "Washington, D.C.; Boston" */
	i += token_punct(doc, i, '.') && doc->tokens[i].gap == GAP_NONE && doc->tokens[i - 1].len == 1;
	while (i < g->at.from &&
		   (token_punct(doc, i, ',') ||
			(i > before->at.to && token_is(doc, i, "in") &&
			 token_in(doc, i - 1, WORDS_LIST_JOINING)) ||
			token_punct(doc, i, ';') || token_punct(doc, i, '/') || token_punct(doc, i, '|') ||
			token_punct(doc, i, ')') || token_punct(doc, i, '(') || token_punct(doc, i, '&') ||
			is_department(doc, i) || token_in(doc, i, WORDS_LIST_JOINING) ||
			token_in(doc, i, WORDS_PLACES_FOLLOW_LIST_PARTS)))
		i++;
	/* "Bath Bristol Exeter" */
	return i == g->at.from &&
		   (i > before->at.to || (before->town.to > before->town.from &&
								  g->town.to > g->town.from && !before->weak && !g->weak));
}

/*
 * Whether a place goes on with a label's value in a line of its
 * own: "Locations:", "- Bergen, Norway", "- Hull, United Kingdom".
 */
static bool
goes_on_below(const Doc *doc, const Group *before, const Group *g)
{
	uint32_t	above = doc->tokens[before->at.from].line,
				below = doc->tokens[g->at.from].line;

	if (before->score < LABELLED || below == above || !fills_line(doc, g) ||
		!fills_line(doc, before) || (g->weak && !(doc->lines[below].flags & LINE_BULLET)))
		return false;
	/* a town that the gazetteer does not hold may stand between */
	while (above + 1 < below && (doc->lines[above + 1].first >= doc->lines[above + 1].last ||
								 (doc->lines[above + 1].flags & LINE_BULLET &&
								  doc->lines[above + 1].words <= 3)))
		above++;
	return above + 1 == below;
}

/* An item of a list stands where the one before it stands. */
void
place_follow_list(const Doc *doc, const Group *before, Group *g)
{
	if (goes_on_below(doc, before, g))
	{
		g->score = before->score;
		g->rule = before->rule;
		return;
	}
	if (!place_lists(doc, before, g) || g->score <= NO_PLACE)
		return;
	/* "teams based in Leeds and in Bonn" */
	if (before->score < 0 && g->score > before->score && before->rule == g->rule && !before->weak &&
		before->town.to > before->town.from && g->town.to > g->town.from &&
		token_in(doc, g->at.from - 1, WORDS_PLACES_TIE_IN))
		g->score = before->score;
	if (before->score > g->score && !(g->weak && before->weak))
		g->score = before->score;
	/* "Armenia and Georgia": the country */
	if (before->country != NULL && before->town.to == before->town.from && before->region == NULL &&
		g->region != NULL && g->country == NULL && g->town.to == g->town.from)
	{
		const Mark *mark = mark_at(doc, KIND_PLACE, g->at.from);
		const PlaceRow *country =
			mark != NULL ? place_pick_row(doc, mark, PLACE_COUNTRY, NULL, NULL) : NULL;

		if (country != NULL)
		{
			g->country = country;
			g->region = NULL;
		}
	}
	/* "California, Nevada, Washington": the state */
	if (before->region != NULL && before->town.to == before->town.from &&
		g->town.to > g->town.from && g->region == NULL)
	{
		const Mark *mark = mark_at(doc, KIND_PLACE, g->town.from);
		const PlaceRow *region =
			mark != NULL ? place_pick_row(doc, mark, PLACE_REGION, before->region->country, NULL)
						 : NULL;

		if (region != NULL)
		{
			g->town = (Range) {0, 0};
			g->city = NULL;
			g->region = region;
		}
	}
}
