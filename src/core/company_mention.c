/*
 * company_mention.c
 *		The names of the running text, and the clues around each.
 */
#include "company_candidate.h"

/* A paragraph has so many words. */
#define PARAGRAPH	8

/* Whether "At Acme, we ..." goes on as the employer's own words do. */
static bool
is_own_voice(const Doc *doc, uint32_t i)
{
	i += token_punct(doc, i, ')');
	i += token_punct(doc, i, ',');
	return token_in(doc, i, WORDS_COMPANY_OWN_VOICE);
}

/*
 * Whether a role stands before i, be it with a gender
 * mark in brackets: "Als Controller (m/w/d) bei Acme".
 */
static bool
is_role_before(const Doc *doc, uint32_t i)
{
	if (i > 0 && token_punct(doc, i - 1, ')'))
	{
		uint32_t	open = i - 1;

		while (open > 0 && open + 8 > i && !token_punct(doc, open, '('))
			open--;
		i = open;
	}
	return i > 0 && (i == doc->title.to || mark_before(doc, KIND_TITLE, i) != NULL);
}

/* Whether a mark of what leads to an employer may stand before a name, be it before its article. */
static inline bool
may_have_lead(const Doc *doc, Range name)
{
	const Token *first = &doc->tokens[name.from];
	uint32_t	ends =
		name.from > 2 ? first[-1].ends | first[-2].ends | first[-3].ends : UINT32_MAX;

	return ends >> KIND_COMPANY_LEAD & 1;
}

/* The clue that the words before a name give, CLUE_COUNT for none. */
static Clue
lead_clue(const Doc *doc, Range name)
{
	static const uint8_t clues[] = {CLUE_ABOUT, CLUE_JOIN, CLUE_WELCOME, CLUE_POSTED,
									CLUE_AT,    CLUE_WITH, CLUE_WE_ARE,  CLUE_OTHERS};
	uint32_t	from = name.from;
	const Mark *lead;
	bool		starts;

	from -= from > 0 && token_punct(doc, from - 1, '[');
	if (from > 0 && (company_is_article(doc, from - 1) || token_punct(doc, from - 1, '"')))
		from--;
	lead = mark_before(doc, KIND_COMPANY_LEAD, from);
	if (lead == NULL && from != name.from)
		lead = mark_before(doc, KIND_COMPANY_LEAD, name.from);
	if (lead == NULL || doc->tokens[name.from].gap > GAP_LINE)
		return CLUE_COUNT;
	starts = doc_starts_clause(doc, lead->from -
										(lead->from > 0 && token_punct(doc, lead->from - 1, '"')));
	switch (lead->entry->value)
	{
		case LEAD_ABOUT:
			if (!starts || !(doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER))
				return CLUE_COUNT;
			return doc->lines[doc->tokens[name.from].line].words <= name.to - lead->from + 1
					   ? CLUE_ABOUT_LINE
					   : CLUE_ABOUT;
		case LEAD_AT:
			if (doc_is_foreign(doc) && is_role_before(doc, lead->from))
				return CLUE_WELCOME;
			/* FALLTHROUGH */
		case LEAD_WITH:
			if (is_own_voice(doc, name.to) &&
				(starts || doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER ||
				 token_is(doc, lead->from - 1, "here") || token_punct(doc, lead->from - 1, ',')))
				return CLUE_OWN_VOICE;
			break;
		case LEAD_WELCOME:
			if (token_is(doc, lead->from, "here"))
				return CLUE_HERE;
			if (is_own_voice(doc, name.to) && starts)
				return CLUE_OWN_VOICE;
			break;
		case LEAD_WE_ARE:
			/* "Wir bei Acme glauben" */
			if (is_own_voice(doc, name.to))
				return CLUE_OWN_VOICE;
			if (doc->tokens[name.to - 1].shape & SHAPE_ENDS_CLAUSE ||
				(name.to < doc->n_tokens && doc->tokens[name.to].kind == TOKEN_PUNCT))
				return CLUE_WE_ARE;
			return CLUE_COUNT;
		default:
			break;
	}
	return clues[lead->entry->value];
}

/*
 * Behind the address of a markdown link whose text ends before i:
 * "[Acme](https://acme.example) is hiring"; i where there is none.
 */
static uint32_t
behind_link(const Doc *doc, uint32_t i)
{
	uint32_t	to = i + 2;

	if (!token_punct(doc, i, ']') || !token_punct(doc, i + 1, '('))
		return i;
	while (to < doc->n_tokens && to < i + 80 && doc->tokens[to].gap == GAP_NONE &&
		   !token_punct(doc, to, ')'))
		to++;
	return token_punct(doc, to, ')') ? to + 1 : i;
}

/* Behind what stands between commas: "Acme, a Globex company, is"; i where nothing does. */
static uint32_t
behind_apposition(const Doc *doc, uint32_t i)
{
	uint32_t	to = i;

	if (!token_punct(doc, i - 1, ',') ||
		!(token_is(doc, i, "a") || token_is(doc, i, "an") || token_is(doc, i, "the") ||
		  token_is(doc, i, "part") ||
		  (doc_is_foreign(doc) && token_in(doc, i, WORDS_COMPANY_APPOSITION))))
		return i;
	while (to < doc->n_tokens && to < i + 12 && doc->tokens[to].gap <= GAP_SPACE &&
		   doc->tokens[to].kind != TOKEN_PUNCT)
		to++;
	return token_punct(doc, to, ',') ? to + 1 : i;
}

/* Whether "our" stands before a name, with adjectives between them: "our growing Data team". */
static bool
is_own_team(const Doc *doc, uint32_t from)
{
	for (uint32_t i = from; i > 0 && i + 5 > from; i--)
	{
		if (token_is(doc, i - 1, "our"))
			return true;
		if (doc->tokens[i - 1].kind != TOKEN_WORD || doc->tokens[i - 1].shape & SHAPE_HAS_UPPER ||
			doc->tokens[i].gap > GAP_LINE)
			return false;
	}
	return false;
}

/* Whether what stands behind a name may tell of the employer: a sign may lead on to it. */
static inline bool
may_have_tail(const Doc *doc, Range name)
{
	const Token *next = &doc->tokens[name.to];

	return next->begins >> KIND_COMPANY_TAIL & 1 || next->kind == TOKEN_PUNCT ||
		   token_in(doc, name.to, WORDS_COMPANY_OWNS) || doc_is_foreign(doc);
}

/* The clue that the words behind a name give, CLUE_COUNT for none. */
static Clue
tail_clue(const Doc *doc, Range name, bool starts, bool genitive)
{
	uint32_t	i = name.to;
	const Mark *tail;
	const Mark *place;

	if (genitive && token_in(doc, i, WORDS_COMPANY_OWNS))
		return CLUE_OWNS;
	if (token_in(doc, i, WORDS_COMPANY_OWNS) && !(doc->tokens[i].shape & SHAPE_HAS_UPPER) &&
		doc->tokens[i].gap == GAP_SPACE && !is_own_team(doc, name.from))
	{
		/* a team is rather one of the employer's; "the Acme store is looking for" */
		if (token_is(doc, i, "team") || token_is(doc, i, "teams"))
			return CLUE_OWNS_TEAM;
		tail = mark_at(doc, KIND_COMPANY_TAIL, i + 1);
		return tail != NULL && tail->entry->value == TAIL_SEEKS ? CLUE_SEEKS : CLUE_OWNS;
	}
	i += token_punct(doc, i, '.') && !(doc->tokens[i].shape & SHAPE_ENDS_CLAUSE);
	if (token_punct(doc, i, '.') && (tail = mark_at(doc, KIND_COMPANY_TAIL, i + 1)) != NULL &&
		tail->entry->value == TAIL_EQUAL)
		return CLUE_EQUAL;
	i = behind_link(doc, i);
	/* "Acme (NYSE: ACM) is" */
	if (token_punct(doc, i, '('))
	{
		uint32_t	close = i;

		while (close < doc->n_tokens && close < i + 14 && !token_punct(doc, close, ')'))
			close++;
		i = close + 1;
	}
	/* "notre agence Acme Lyon recherche", "Acme de Lyon recherche" */
	if (doc_is_foreign(doc) && name.from > 0 &&
		token_in(doc, name.from - 1, WORDS_COMPANY_BRANCH) &&
		(place = mark_at(doc, KIND_PLACE, i)) != NULL)
		i = place->to;
	else if (doc_is_foreign(doc) && token_in(doc, i, WORDS_COMPANY_TIES))
	{
		place = mark_at(doc, KIND_PLACE, i + 1);
		i = place != NULL                                                         ? place->to
			: name.from > 0 && token_in(doc, name.from - 1, WORDS_COMPANY_BRANCH) ? i + 2
																				  : i;
	}
	i += token_punct(doc, i, ',');
	i = behind_apposition(doc, i);
	tail = i < doc->n_tokens && doc->tokens[i].gap <= GAP_LINE ? mark_at(doc, KIND_COMPANY_TAIL, i)
															   : NULL;
	if (tail == NULL)
		return CLUE_COUNT;
	switch (tail->entry->value)
	{
		case TAIL_SEEKS:
			return CLUE_SEEKS;
		case TAIL_EQUAL:
			return CLUE_EQUAL;
		case TAIL_FORM:
			return CLUE_COUNT;
		case TAIL_IS:
			return starts ? CLUE_IS_START : CLUE_IS;
		default:
			return starts ? CLUE_VERB_START : CLUE_VERB;
	}
}

/* Whether a token parts names that are listed. */
static inline bool
is_between_names(const Doc *doc, uint32_t i)
{
	return token_punct(doc, i, ',') || token_punct(doc, i, '/') || token_is(doc, i, "and") ||
		   token_is(doc, i, "or");
}

/* Whether a name stands among others: "SAP, Oracle and Acme". */
static inline bool
is_listed(const Doc *doc, Range name)
{
	return name.from > 1 && name.to + 1 < doc->n_tokens &&
		   doc->tokens[name.from - 2].shape & SHAPE_FIRST_UPPER &&
		   doc->tokens[name.to + 1].shape & SHAPE_FIRST_UPPER &&
		   is_between_names(doc, name.from - 1) && is_between_names(doc, name.to);
}

/* Whether a line holds no small letter. */
static bool
is_capital_line(const Doc *doc, uint32_t line)
{
	uint32_t	small = 0;

	for (uint32_t i = doc->lines[line].first; i < doc->lines[line].last && small < 2; i++)
		small += doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_HAS_LOWER;
	return small < 2;
}

/* Whether a section on the company begins at a token. */
static bool
opens_company(const Doc *doc, uint32_t i)
{
	uint32_t	low = 0,
				high = doc->zones.count;

	if (doc->tokens[i].zone != ZONE_COMPANY)
		return false;
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (doc->zones.items[middle].body < i)
			low = middle + 1;
		else
			high = middle;
	}
	return low < doc->zones.count && doc->zones.items[low].body == i;
}

/* Whether a name stands in a run of words that lost its blanks: "SummaryProvides". */
static bool
is_glued(const Doc *doc, Range name)
{
	const Token *first = &doc->tokens[name.from];
	const Token *next = &doc->tokens[name.to];

	return (first->gap == GAP_NONE && first->shape & SHAPE_SPLIT && name.from > 0 &&
			doc->tokens[name.from - 1].kind != TOKEN_PUNCT) ||
		   (name.to < doc->n_tokens && next->gap == GAP_NONE && next->shape & SHAPE_SPLIT &&
			next->kind == TOKEN_WORD && next->shape & SHAPE_FIRST_UPPER);
}

/*
 * Whether a capitalised word goes on behind a name in its sentence: "Expedited Hiring Authority".
 */
static bool
is_cut(const Doc *doc, Range name)
{
	const Token *next = &doc->tokens[name.to];

	return name.to < doc->n_tokens && next->kind == TOKEN_WORD && next->gap == GAP_SPACE &&
		   next->shape & SHAPE_FIRST_UPPER && next->line == doc->tokens[name.from].line &&
		   !(next[-1].shape & SHAPE_ENDS_CLAUSE);
}

/* Whether what a name is follows it: "Acme, a maker of shoes". */
static bool
has_apposition(const Doc *doc, uint32_t i)
{
	return token_punct(doc, i, ',') && i + 2 < doc->n_tokens &&
		   doc->tokens[i + 1].gap == GAP_SPACE &&
		   (token_is(doc, i + 1, "a") || token_is(doc, i + 1, "an") ||
			token_is(doc, i + 1, "one") || token_is(doc, i + 1, "part") ||
			(doc_is_foreign(doc) && token_in(doc, i + 1, WORDS_COMPANY_APPOSITION)) ||
			(token_is(doc, i + 1, "the") && !(doc->tokens[i + 2].shape & SHAPE_HAS_UPPER)));
}

/* Whether a participle follows it: "Acme, known for its shoes". */
static bool
has_participle(const Doc *doc, uint32_t i)
{
	const Token *word = &doc->tokens[i + 1];

	if (!token_punct(doc, i, ',') || i + 2 >= doc->n_tokens || word->kind != TOKEN_WORD ||
		word->gap != GAP_SPACE || word->shape & SHAPE_HAS_UPPER || word->len < 5)
		return false;
	return memcmp(token_text(doc, i + 1) + word->len - 2, "ed", 2) == 0 ||
		   token_is(doc, i + 1, "known") || token_is(doc, i + 1, "formerly");
}

/* Notes a longer name around one, unless another one was noted before. */
static void
note_longer(const Doc *doc, Longer *longer, Range name)
{
	uint32_t	keys[16];
	uint32_t	n = company_name_keys(doc, name, keys, 16);

	if (n == 0 || (longer->times > 0 && longer->key != keys[n - 1]))
		return;
	longer->key = keys[n - 1];
	longer->at = name;
	longer->times++;
}

/*
 * Notes a name with the small words and the capitalised
 * one behind it: "Acme the Market", "Acme Good To Go".
 */
static void
note_behind(const Doc *doc, Candidate *candidate, Range name)
{
	uint32_t	to = name.to;

	while (
		to < name.to + 2 && doc->tokens[to].kind == TOKEN_WORD &&
		doc->tokens[to].gap == GAP_SPACE && doc->tokens[to].line == doc->tokens[name.from].line &&
		token_in(doc, to, WORDS_COMPANY_NEVER) && !(doc->tokens[to - 1].shape & SHAPE_ENDS_CLAUSE))
		to++;
	if (to == name.to || to + 1 >= doc->n_tokens || doc->tokens[to].kind != TOKEN_WORD ||
		doc->tokens[to].gap != GAP_SPACE || !(doc->tokens[to].shape & SHAPE_FIRST_UPPER) ||
		doc->tokens[to - 1].shape & SHAPE_ENDS_CLAUSE ||
		doc->tokens[to].line != doc->tokens[name.from].line ||
		!(doc->tokens[name.to].shape & SHAPE_HAS_UPPER || token_is(doc, name.to, "the") ||
		  token_is(doc, name.to, "to")))
		return;
	name.to = to + 1;
	note_longer(doc, &candidate->behind, name);
}

/*
 * Whether the word before a name is a capitalised small one that
 * opens no name but stands inside a sentence: "with In Touch Recruitment".
 */
static bool
is_capital_inside(const Doc *doc, uint32_t i)
{
	const Token *word = &doc->tokens[i];

	return word->shape & SHAPE_FIRST_UPPER && word->kind == TOKEN_WORD && word->lists != 0 &&
		   word[1].gap == GAP_SPACE && word->gap == GAP_SPACE && word[1].line == word[-1].line &&
		   word[-1].kind == TOKEN_WORD && !(word[-1].shape & SHAPE_HAS_UPPER) &&
		   !doc_is_foreign(doc) && !doc->lower_case && token_in(doc, i, WORDS_COMPANY_NEVER) &&
		   !company_is_article(doc, i) && !(word[-1].shape & SHAPE_ENDS_CLAUSE) &&
		   mark_before(doc, KIND_COMPANY_LEAD, i + 1) == NULL;
}

/*
 * Whether the word before a name is a capitalised small one that opens a sentence and yet belongs
 * to the name, as the verb tells that stands right behind it: "In Touch Recruitment are".
 */
static bool
is_capital_of_subject(const Doc *doc, uint32_t i, uint32_t to)
{
	return doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i + 1].gap == GAP_SPACE &&
		   token_in(doc, i, WORDS_COMPANY_OPENS_SMALL) && !doc_is_foreign(doc) &&
		   mark_at(doc, KIND_COMPANY_TAIL, to) != NULL && doc->tokens[to].kind == TOKEN_WORD &&
		   mark_at(doc, KIND_COMPANY_TAIL, to)->entry->value != TAIL_FORM;
}

/*
 * Where a name begins that a word in small letters opens which is written as one with
 * the next or tied to it: "airAcme is", "about acme-Globex Group"; name.from where none does.
 */
static uint32_t
small_begin(const Doc *doc, Range name)
{
	const Token *first = &doc->tokens[name.from];
	uint32_t	i = name.from - 1;

	if (name.from == 0 || first->gap != GAP_NONE || !(first->shape & SHAPE_FIRST_UPPER))
		return name.from;
	if (token_punct(doc, i, '-') && first[-1].gap == GAP_NONE && i > 0)
		i--;
	else if (!(first->shape & SHAPE_SPLIT))
		return name.from;
	if (doc->tokens[i].kind != TOKEN_WORD || doc->tokens[i].gap == GAP_NONE ||
		doc->tokens[i].shape & SHAPE_HAS_UPPER || token_in(doc, i, WORDS_COMPANY_NEVER) ||
		(i + 1 < name.from && doc->tokens[i].word != 0))
		return name.from;
	return i;
}

/* Notes a name with what stands before it and may belong to it. */
static void
note_before(const Doc *doc, Candidate *candidate, Range name)
{
	uint32_t	from = small_begin(doc, name);

	if (from == name.from && name.from > 0 &&
		doc->tokens[name.from - 1].shape & SHAPE_FIRST_UPPER &&
		((name.from > 1 && is_capital_inside(doc, name.from - 1)) ||
		 is_capital_of_subject(doc, name.from - 1, name.to)))
	{
		name.from--;
		candidate->before.sure = true;
		note_longer(doc, &candidate->before, name);
	}
	else if (from < name.from)
	{
		name.from = from;
		note_longer(doc, &candidate->before, name);
	}
}

/* Notes what the word right before a name tells. */
static void
clue_before(const Doc *doc, Candidates *all, Candidate *candidate, Range name)
{
	uint32_t	i = name.from - 1;

	if (name.from == 0 || doc->tokens[name.from].gap > GAP_LINE)
		return;
	if (token_punct(doc, i, '('))
		company_clue(all, candidate, name, CLUE_BRACKETS);
	if (doc->tokens[i].kind != TOKEN_WORD)
		return;
	if (doc->tokens[i].shape & SHAPE_HAS_UPPER)
	{
		if (company_is_genitive(doc, i) && doc->tokens[name.from].gap == GAP_SPACE &&
			!company_is_place(doc, i))
			company_clue(all, candidate, name, CLUE_OWNED);
		return;
	}
	if (token_is(doc, i, "in"))
		company_clue(all, candidate, name, CLUE_IN);
	else if (token_is(doc, i, "the"))
		company_clue(all, candidate, name, CLUE_ARTICLE);
	else if (token_is(doc, i, "of"))
		company_clue(all, candidate, name, CLUE_OF);
	else if (token_is(doc, i, "our") || token_is(doc, i, "its") || token_is(doc, i, "their"))
		company_clue(all, candidate, name, CLUE_OUR);
}

/* What a token says of names; whatever lies beyond the line says what its end does. */
static inline const EmployerContext *
context_at(const Doc *doc, uint32_t i, const Line *line)
{
	const Token *token;

	if (i < line->first || i >= line->last)
		return &posting_sign_employers['^'];
	token = &doc->tokens[i];
	if (token->kind == TOKEN_WORD)
		return &posting_word_employers[token->lists];
	return &posting_sign_employers[token->chr <= ' ' && token->kind != TOKEN_NUMBER
									   ? '~'
									   : token_sign(token)];
}

/* Adds what the words around one place where a name stands say. */
static void
add_context(const Doc *doc, Candidate *candidate, Range name)
{
	const Line *line = &doc->lines[doc->tokens[name.from].line];
	int         odds = context_at(doc, name.from - 1, line)->before +
			   context_at(doc, name.from - (name.from > line->first ? 2 : 1), line)->second_before +
			   context_at(doc, name.to, line)->behind +
			   context_at(doc, name.to + 1, line)->second_behind;

	candidate->around_most = candidate->times == 0 || odds > candidate->around_most
								 ? (int16_t) odds
								 : candidate->around_most;
	/* of other languages too few words are known for a mean to tell much */
	candidate->around_sum += doc_is_foreign(doc) ? 0 : odds;
	candidate->times++;
}

/* Notes the letters in brackets behind a name that it is known by. */
static void
note_letters(const Doc *doc, Candidates *all, Candidate *candidate, Range name)
{
	/* "General Services Administration (GSA)" */
	if (name.to - name.from > 1 && token_punct(doc, name.to, '(') &&
		token_punct(doc, name.to + 2, ')') && doc->tokens[name.to + 1].kind == TOKEN_WORD &&
		!(doc->tokens[name.to + 1].shape & SHAPE_HAS_LOWER) &&
		(doc->tokens[name.to + 1].lead == doc->tokens[name.from].lead ||
		 (doc->tokens[name.to + 1].lead == 't' && name.from > 0 &&
		  token_is(doc, name.from - 1, "the"))))
	{
		company_clue(all, candidate, name, CLUE_ABBREVIATED);
		candidate->abbreviation = COMPANY_KEY_START * 31 + doc->tokens[name.to + 1].hash;
	}
}

/* Notes what the section tells in which a name stands. */
static void
clue_zone(const Doc *doc, Candidates *all, Candidate *candidate, Range name)
{
	switch (doc->tokens[name.from].zone)
	{
		case ZONE_REQUIREMENTS:
		case ZONE_PREFERRED:
			company_clue(all, candidate, name, CLUE_ASKED);
			break;
		case ZONE_DUTIES:
			company_clue(all, candidate, name, CLUE_IN_DUTIES);
			break;
		case ZONE_BENEFITS:
			company_clue(all, candidate, name, CLUE_IN_BENEFITS);
			break;
		default:
			break;
	}
}

/* Whether a line of several words, no item of a list, begins at a token. */
static bool
opens_paragraph(const Doc *doc, uint32_t i)
{
	const Line *line = &doc->lines[doc->tokens[i].line];

	return line->first == i && line->words >= PARAGRAPH && !(line->flags & LINE_BULLET);
}

/* Notes the clues of where in the text a name stands, which begins at start with its article. */
static void
clue_position(Doc *doc, Candidates *all, Candidate *candidate, Range name, uint32_t start)
{
	const Token *first = &doc->tokens[name.from];
	bool		starts = doc_starts_clause(doc, start);

	if (starts && name.to < doc->n_tokens && doc->tokens[name.to].kind == TOKEN_WORD &&
		doc->tokens[name.to].gap == GAP_SPACE && !(doc->tokens[name.to].shape & SHAPE_HAS_UPPER))
	{
		company_clue(all, candidate, name, CLUE_SUBJECT);
		if (may_be_verb(doc, name.to, 4))
			company_clue(all, candidate, name, CLUE_THIRD);
	}
	if (opens_paragraph(doc, start))
		company_clue(all, candidate, name, CLUE_OPENS_LINE);
	if (first->start < 300)
		company_clue(all, candidate, name, CLUE_EARLY);
	if (first->zone == ZONE_COMPANY && !all->in_company)
	{
		all->in_company = true;
		company_clue(all, candidate, name, CLUE_FIRST_IN_COMPANY);
	}
	if (first->zone == ZONE_COMPANY || first->zone == ZONE_LEGAL)
		company_clue(all, candidate, name, CLUE_IN_COMPANY);
	/* "About us. Acme makes shoes." */
	if (starts && opens_company(doc, start))
		company_clue(all, candidate, name,
					 name.to < doc->n_tokens && may_be_verb(doc, name.to, 4) ? CLUE_VERB_START
																			 : CLUE_OPENS_COMPANY);
}

/*
 * Where a name begins if the word in small letters before it surely belongs to it: no blank
 * is lost where a sentence begins or behind "About".
 */
static uint32_t
sure_begin(const Doc *doc, Range name)
{
	uint32_t	from = small_begin(doc, name);
	const Mark *lead;

	if (from == name.from || token_in(doc, name.from, WORDS_COMPANY_KIND) ||
		token_in(doc, name.from, WORDS_COMPANY_EVERYDAY))
		return name.from;
	lead = mark_before(doc, KIND_COMPANY_LEAD, from);
	return doc_starts_clause(doc, from) || (lead != NULL && lead->entry->value < LEAD_WITH)
			   ? from
			   : name.from;
}

/* Whether a word is the owner of what follows it though it has no s for it: "Banks' clients". */
static bool
is_bare_genitive(const Doc *doc, uint32_t i)
{
	return token_punct(doc, i + 1, '\'') && doc->tokens[i + 1].gap == GAP_NONE &&
		   i + 2 < doc->n_tokens && doc->tokens[i + 2].gap == GAP_SPACE &&
		   (token_text(doc, i)[doc->tokens[i].len - 1] | 32) == 's';
}

/* Whether an agency's client follows its name: "Acme's global client is seeking". */
static bool
has_client(const Doc *doc, uint32_t i)
{
	for (uint32_t k = i; k < i + 3 && k < doc->n_tokens && doc->tokens[k].kind == TOKEN_WORD; k++)
		if (token_is(doc, k, "client") || token_is(doc, k, "customer"))
			return true;
	return false;
}

/* Notes what stands right behind a name that owns something, which begins at i. */
static void
clue_owner(const Doc *doc, Candidates *all, Candidate *candidate, Range name, uint32_t i)
{
	company_clue(all, candidate, name, CLUE_GENITIVE);
	if (has_client(doc, i))
		company_clue(all, candidate, name, CLUE_AGENT);
}

/* Whether a part of a firm stands before a name and the comma between them. */
static bool
is_behind_part(const Doc *doc, uint32_t from)
{
	return from > 1 && token_punct(doc, from - 1, ',') &&
		   doc->tokens[from - 2].shape & SHAPE_FIRST_UPPER &&
		   (token_in(doc, from - 2, WORDS_COMPANY_PARTS) ||
			token_in(doc, from - 2, WORDS_COMPANY_EVERYDAY));
}

/* Whether a role follows a name: "the Acme Store Manager". */
static bool
is_before_role(const Doc *doc, uint32_t to)
{
	const Mark *role = to < doc->n_tokens && doc->tokens[to].gap == GAP_SPACE
						   ? mark_at(doc, KIND_TITLE, to)
						   : NULL;

	return role != NULL && !(role->entry->flags & ENTRY_WEAK) &&
		   doc->tokens[to].shape & SHAPE_FIRST_UPPER &&
		   !(doc->tokens[to - 1].shape & SHAPE_ENDS_CLAUSE);
}

/* Whether a legal form may end with the last token of a name. */
static inline bool
may_have_form(const Doc *doc, uint32_t last)
{
	const Token *token = &doc->tokens[last];

	return token->ends >> KIND_COMPANY_TAIL & 1 || token->kind == TOKEN_PUNCT ||
		   token_in(doc, last, WORDS_COMPANY_FORM);
}

/* Notes the clues around one place where a name stands; capitals: in a line of capitals. */
static void
read_mention(Doc *doc, Candidates *all, Range name, bool capitals)
{
	uint32_t	open = name.from - (name.from > 0 && token_punct(doc, name.from - 1, '['));
	uint32_t	start = open - (open > 0 && company_is_article(doc, open - 1));
	bool		starts = doc_starts_clause(doc, start);
	const Token *first = &doc->tokens[name.from];
	bool		genitive = company_is_genitive(doc, name.to - 1);
	Candidate  *candidate;
	Clue		clue;

	/* "(NASDAQ: ACM)" */
	if (name.from > 1 && token_punct(doc, name.from - 1, ':') &&
		token_in(doc, name.from - 2, WORDS_COMPANY_BOARD))
		return;
	candidate = company_candidate(doc, all, name);
	if (candidate == NULL)
		return;
	add_context(doc, candidate, name);
	note_behind(doc, candidate, name);
	note_before(doc, candidate, name);
	if (doc_is_foreign(doc) && company_is_article(doc, name.from))
		candidate->articled = name;
	if (candidate->name.from != name.from && company_is_genitive(doc, candidate->name.to - 1))
		candidate->name = name;
	/* "a Globex company", "this Housing Association": one of several */
	if (name.from > 0 && !doc_is_foreign(doc) && first->gap == GAP_SPACE &&
		token_in(doc, name.from - 1, WORDS_COMPANY_ONE_OF))
	{
		company_clue(all, candidate, name, CLUE_OTHERS);
		return;
	}
	clue = may_have_lead(doc, name) ? lead_clue(doc, name) : CLUE_COUNT;
	if (clue != CLUE_COUNT)
		company_clue(all, candidate, name, clue);
	clue_before(doc, all, candidate, name);
	clue = may_have_tail(doc, name) ? tail_clue(doc, name, starts, genitive) : CLUE_COUNT;
	if (clue != CLUE_COUNT)
		company_clue(all, candidate, name, clue);
	if ((clue == CLUE_COUNT || doc_is_foreign(doc)) && starts && has_apposition(doc, name.to))
		company_clue(all, candidate, name, CLUE_APPOSITION);
	else if (clue == CLUE_COUNT && starts && has_participle(doc, name.to))
		company_clue(all, candidate, name, CLUE_PARTICIPLE);
	if (name.to - name.from > 1 && may_have_form(doc, name.to - 1) && company_has_form(doc, name))
		company_clue(all, candidate, name, CLUE_FORM);
	clue_position(doc, all, candidate, name, start);
	candidate->inside += !starts && !capitals;
	candidate->parted += !is_glued(doc, name);
	candidate->loose += name.from > 0 && !token_punct(doc, name.from - 1, ',');
	candidate->whole += !is_cut(doc, name);
	if (is_behind_part(doc, name.from))
		company_clue(all, candidate, name, CLUE_BEHIND_PART);
	if (is_before_role(doc, name.to))
		company_clue(all, candidate, name, CLUE_BEFORE_ROLE);
	if (is_bare_genitive(doc, name.to - 1))
		clue_owner(doc, all, candidate, name, name.to + 1);
	else if (genitive)
	{
		clue_owner(doc, all, candidate, name, name.to);
		candidate->genitives++;
		if (company_keeps_genitive(doc, name.to - 1))
			candidate->kept = name;
	}
	if (token_punct(doc, name.to, ':') ||
		(name.from == doc->lines[first->line].first && name.to == doc->lines[first->line].last))
		company_clue(all, candidate, name, CLUE_ALONE);
	if (is_listed(doc, name))
		company_clue(all, candidate, name, CLUE_LISTED);
	clue_zone(doc, all, candidate, name);
	if (capitals)
		company_clue(all, candidate, name, CLUE_ALL_CAPITALS);
	note_letters(doc, all, candidate, name);
}

/*
 * Whether an unknown word in small letters is a name in a text that is not English,
 * whose words the lexicon does not know: "Wir bei acme glauben", "acme sucht".
 */
static bool
is_small_abroad(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const Mark *lead;
	const Mark *tail;

	if (token->gap == GAP_NONE || token->shape & (SHAPE_HAS_DIGIT | SHAPE_SPLIT))
		return false;
	if (doc_starts_clause(doc, i))
		return (tail = mark_at(doc, KIND_COMPANY_TAIL, i + 1)) != NULL &&
			   tail->entry->value == TAIL_SEEKS && !(i > 0 && token[-1].shape & SHAPE_SPLIT);
	lead = mark_before(doc, KIND_COMPANY_LEAD, i);
	return lead != NULL && lead->entry->value != LEAD_OTHER &&
		   is_own_voice(doc, i + 1 + token_punct(doc, i + 1, '+'));
}

/*
 * Whether a word in small letters stands where only a
 * name does: "insitro is looking for", "At insitro, we".
 */
static bool
is_small_name(const Doc *doc, uint32_t i)
{
	const Mark *lead;

	if (doc->tokens[i].zone == ZONE_NOISE)
		return false;
	if (doc_is_foreign(doc))
		return is_small_abroad(doc, i);
	if (!company_is_small(doc, i))
		return false;
	if (company_is_genitive(doc, i) ||
		(mark_at(doc, KIND_COMPANY_TAIL, i + 1) != NULL &&
		 (doc_starts_clause(doc, i) || (i > 0 && token_punct(doc, i - 1, '.')))))
		return true;
	lead = mark_before(doc, KIND_COMPANY_LEAD, i);
	if (lead == NULL)
		return doc_starts_clause(doc, i) && may_be_verb(doc, i + 1, 4) &&
			   !(doc->lines[doc->tokens[i].line].flags & LINE_BULLET);
	/* "We are teamoriented, fastpaced and kind" */
	if (lead->entry->value == LEAD_WE_ARE && token_punct(doc, i + 1, ',') &&
		!company_is_article(doc, i + 2) && !token_is(doc, i + 2, "a") &&
		!token_is(doc, i + 2, "an") && !is_own_voice(doc, i + 2))
		return false;
	return (lead->entry->value < LEAD_WITH || lead->entry->value == LEAD_WE_ARE) &&
		   doc_starts_clause(doc, lead->from);
}

/*
 * The web address around the full stop at i that may be a name, as
 * what stands beside it tells: "At acme.io, we"; empty where none is.
 */
static Range
domain_name(const Doc *doc, uint32_t i)
{
	Range		name = {i - 1, i + 2};
	const Mark *lead;
	const Mark *tail;

	while (name.from > 0 && name.from + 6 > i && doc->tokens[name.from].gap == GAP_NONE &&
		   (doc->tokens[name.from - 1].kind == TOKEN_WORD || token_punct(doc, name.from - 1, '-')))
		name.from--;
	while (name.to + 1 < doc->n_tokens && name.to < i + 6 && token_punct(doc, name.to, '.') &&
		   doc->tokens[name.to].gap == GAP_NONE && doc->tokens[name.to + 1].gap == GAP_NONE &&
		   doc->tokens[name.to + 1].kind == TOKEN_WORD)
		name.to += 2;
	if ((doc->tokens[name.from].gap == GAP_NONE && name.from > 0 &&
		 !token_punct(doc, name.from - 1, '[') && !token_punct(doc, name.from - 1, '*')) ||
		!token_in(doc, name.to - 1, WORDS_COMPANY_DOMAINS) || token_is(doc, name.from, "www") ||
		doc->tokens[name.to - 1].shape & SHAPE_HAS_UPPER || token_punct(doc, name.to, '/') ||
		token_punct(doc, name.to, '@'))
		return (Range) {i, i};
	lead = mark_before(doc, KIND_COMPANY_LEAD, name.from);
	tail = mark_at(doc, KIND_COMPANY_TAIL, name.to);
	if (tail != NULL && (doc_starts_clause(doc, name.from) || tail->entry->value == TAIL_SEEKS))
		return name;
	if (lead != NULL && (lead->entry->value == LEAD_ABOUT || lead->entry->value == LEAD_JOIN ||
						 lead->entry->value == LEAD_WE_ARE || is_own_voice(doc, name.to)))
		return name;
	return (Range) {i, i};
}

/* Notes a place where a name stands, to be read once all are found. */
static inline void
add_place(const Doc *doc, Candidates *all, Range name, Clue clue, bool idle)
{
	if (!idle)
		company_set_bit(all->reached, company_first_word(doc, name));
	*VEC_ADD(doc->arena, &all->mentions) = (NamePlace) {name, (uint8_t) clue, idle};
}

/* Whether a name is of common words alone, or a place, a role, a skill, a term. */
static bool
looks_plain(const Doc *doc, Range name)
{
	static const EntryKind kinds[] = {KIND_PLACE,    KIND_TITLE,    KIND_SKILL,    KIND_HEADING,
									  KIND_BENEFITS, KIND_LANGUAGE, KIND_EDUCATION};
	const uint64_t plain = COMPANY_LIST(COMMON) | COMPANY_LIST(EVERYDAY) | COMPANY_LIST(INSIDE);
	uint32_t	begins = doc->tokens[name.from].begins;
	uint32_t	i = name.from;
	const Mark *role;

	while (i < name.to && (COMPANY_LISTS(doc, i) & plain || doc->tokens[i].len < 3 ||
						   doc->tokens[i].kind != TOKEN_WORD))
		i++;
	if (i == name.to || begins >> KIND_MONTH & 1)
		return true;
	for (size_t k = 0; k < lengthof(kinds) && begins != 0; k++)
		if (begins >> kinds[k] & 1 && company_is_covered(doc, name, kinds[k]))
			return true;
	role = mark_before(doc, KIND_TITLE, name.to);
	return role != NULL && role->from > name.from && doc->tokens[role->from].gap != GAP_NONE &&
		   !(role->entry->flags & ENTRY_WEAK) && role->entry->flags & ENTRY_HEAD &&
		   !token_is(doc, role->from - 1, "of") && !token_in(doc, name.to - 1, WORDS_COMPANY_KIND);
}

/* Whether a mark right before a token leads to the employer. */
static bool
has_lead(const Doc *doc, uint32_t i)
{
	const Mark *lead = mark_before(doc, KIND_COMPANY_LEAD, i);

	return lead != NULL && (lead->entry->value < LEAD_WITH || lead->entry->value == LEAD_WE_ARE);
}

/* Whether a mark at a token tells of the employer; of a single word few do. */
static bool
has_tail(const Doc *doc, uint32_t i, bool one)
{
	const Mark *tail = mark_at(doc, KIND_COMPANY_TAIL, i);

	return tail != NULL && (tail->entry->value < TAIL_VERB || !one);
}

/*
 * Whether nothing where a name stands can make it the employer's: one of plain words that no
 * rule reads.
 */
static bool
is_idle(const Doc *doc, Range name)
{
	const Token *first = &doc->tokens[name.from];
	const Token *before = first - 1;
	const Token *next = &doc->tokens[name.to];
	bool		one = name.to - name.from == 1;

	if (name.from < 2 || name.to + 1 >= doc->n_tokens)
		return false;
	/* which no rule makes the employer's */
	if (one && first->shape & SHAPE_HAS_LOWER &&
		COMPANY_LISTS(doc, name.from) & COMPANY_LIST(EVERYDAY))
		return true;
	if (!looks_plain(doc, name))
		return false;
	if (has_tail(doc, name.to, one) || has_tail(doc, name.to + 1, one) ||
		token_in(doc, name.to, WORDS_COMPANY_OWNS) || next->chr == '(' || next->chr == ']' ||
		next->chr == '\'' || company_is_genitive(doc, name.to - 1))
		return false;
	/* "Acme the Market", "with In Touch" */
	if ((next[1].shape & SHAPE_FIRST_UPPER &&
		 (token_is(doc, name.to, "the") || token_is(doc, name.to, "to"))) ||
		(before->shape & SHAPE_FIRST_UPPER && is_capital_inside(doc, name.from - 1)))
		return false;
	return !has_lead(doc, name.from) && before->chr != '[' && before->chr != '"' &&
		   !(company_is_article(doc, name.from - 1) && has_lead(doc, name.from - 1));
}

/* Notes the name behind a copyright sign. */
static void
add_copyright(const Doc *doc, Candidates *all, uint32_t i)
{
	uint32_t	from = i + 1;

	while (from < doc->n_tokens && from < i + 5 &&
		   (doc->tokens[from].kind != TOKEN_WORD || token_is(doc, from, "copyright")))
		from++;
	if (from < doc->n_tokens && doc->tokens[from].line == doc->tokens[i].line)
	{
		Range		name = company_name_at(doc, from);

		if (name.from < name.to)
			add_place(doc, all, name, CLUE_COPYRIGHT, false);
	}
}

/*
 * Whether a word opens no name, as nearly all that never do: "The", "You", but not
 * "WeGift", nor "US"; odd are the lists of words of which some do.
 */
static inline bool
is_surely_never(const Token *token, uint64_t lists, uint64_t odd)
{
	return lists & COMPANY_LIST(NEVER) && !(lists & odd) && token[1].gap != GAP_NONE &&
		   (token->len != 2 || token->shape & SHAPE_HAS_LOWER);
}

/* Whether a number opens no name: neither a capital nor what is written as one follows. */
static inline bool
is_mere_number(const Token *token)
{
	return token->kind == TOKEN_NUMBER && token[1].gap != GAP_NONE &&
		   !(token[1].shape & SHAPE_FIRST_UPPER);
}

/* Notes what stands at a token without capitals; returns the last token that it takes. */
static uint32_t
find_small(const Doc *doc, Candidates *all, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	Range		name = {i, i};

	if (token->kind == TOKEN_WORD)
	{
		company_add_small(all, token, i);
		if (token->word == 0 && token->len > 4 && is_small_name(doc, i))
			name.to = i + 1 + token_punct(doc, i + 1, '+');
	}
	else if (token->chr == '.' && token->gap == GAP_NONE)
	{
		if (token[1].kind == TOKEN_WORD && token[1].gap == GAP_NONE && i > 0 && token[1].len > 1 &&
			!(token[1].shape & SHAPE_HAS_UPPER) && token->zone != ZONE_NOISE)
			name = domain_name(doc, i);
	}
	else if (token->len == 2 && memcmp(token_text(doc, i), "\xC2\xA9", 2) == 0)
		add_copyright(doc, all, i);
	if (name.to <= i)
		return i;
	add_place(doc, all, name, CLUE_COUNT, false);
	return token->kind == TOKEN_WORD ? i : name.to - 1;
}

/* Finds where names stand. */
static void
find_mentions(const Doc *doc, Candidates *all)
{
	uint32_t	signature = 0;	/* "Regards" */
	bool		cased = !doc->lower_case;
	bool		plain = cased && !doc_is_foreign(doc);
	uint64_t	odd = doc_is_foreign(doc) ? COMPANY_LIST(ARTICLES) : COMPANY_LIST(NEVER_ARTICLES);

	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		const Token *token = &doc->tokens[i];
		Clue		clue = CLUE_COUNT;
		uint64_t	lists;
		Range		name;
		bool		idle;

		/* most are words in small letters, which a lexicon knows */
		if (cased)
			for (; token->word != 0 && !(token->shape & (SHAPE_HAS_UPPER | SHAPE_HAS_DIGIT)) &&
				   (token->len > 1 || token[1].gap != GAP_NONE);
				 token++, i++)
				company_add_small(all, token, i);
		if (i >= doc->n_tokens)
			break;
		/* nor do signs tell of names, but the stop of a web address and a copyright's */
		if (token->kind == TOKEN_PUNCT && token->chr != 0 &&
			(token->chr != '.' || token->gap != GAP_NONE))
			continue;
		if (!(token->shape & (SHAPE_HAS_UPPER | SHAPE_HAS_DIGIT)))
		{
			uint32_t	count = all->mentions.count;

			i = find_small(doc, all, i);
			if (token->kind > TOKEN_NUMBER || all->mentions.count > count ||
				(cased && token->len > 1))
				continue;
		}
		lists = COMPANY_LISTS(doc, i);
		if (token->kind > TOKEN_NUMBER || is_surely_never(token, lists, odd) ||
			is_mere_number(token) ||
			token->zone == ZONE_NOISE || (doc->title.from <= i && i < doc->title.to) ||
			(token->gap == GAP_NONE && doc_in_link(doc, i)))
			continue;
		name = plain && token->shape & SHAPE_FIRST_UPPER && token->kind == TOKEN_WORD &&
				!(lists & (odd | COMPANY_LIST(NEVER) | COMPANY_LIST(INSIDE))) &&
				company_ends_behind(doc, i)
			? (Range) {i, i + 1}
			: company_name_at(doc, i);
		if (token->gap == GAP_NONE && name.from < name.to)
			name.from = sure_begin(doc, name);
		if (name.from >= name.to ||
			(doc->lower_case && mark_before(doc, KIND_COMPANY_LEAD, i) == NULL &&
			 mark_at(doc, KIND_COMPANY_TAIL, name.to) == NULL))
			continue;
		if (lists & COMPANY_LIST(SIGNATURE))
			signature = i;
		else if (signature > 0 && i < signature + 30)
			clue = name.from <= signature + 3 ? CLUE_SIGNER : CLUE_SIGNED;
		idle = plain && clue == CLUE_COUNT && is_idle(doc, name);
		add_place(doc, all, name, clue, idle);
		i = name.to - 1;
		if (doc_is_foreign(doc) && name.from > 0 &&
			token_in(doc, name.from - 1, WORDS_COMPANY_BRANCH) &&
			mark_at(doc, KIND_PLACE, name.to) != NULL)
			i = mark_at(doc, KIND_PLACE, name.to)->to - 1;
	}
}

/*
 * Reads the places where names stand: an idle one only where the name stands elsewhere, too, or
 * shares its first word with another, or where none but such stands before it (CLUE_FIRST).
 */
static void
read_mentions(Doc *doc, Candidates *all)
{
	uint32_t	line = UINT32_MAX;
	bool		capitals = false;
	bool		active = false;

	for (uint32_t k = 0; k < all->mentions.count; k++)
	{
		const NamePlace *mention = &all->mentions.items[k];
		const Token *first = &doc->tokens[mention->name.from];
		Candidate  *candidate;

		active |= !mention->idle;
		if (active && mention->idle &&
			!company_has_bit(all->reached, company_first_word(doc, mention->name)))
		{
			all->in_company |= first->zone == ZONE_COMPANY;
			continue;
		}
		if (mention->clue == CLUE_COPYRIGHT)
		{
			company_propose(doc, all, mention->name, CLUE_COPYRIGHT);
			continue;
		}
		if (first->line != line)
		{
			line = first->line;
			capitals = is_capital_line(doc, line);
		}
		read_mention(doc, all, mention->name, capitals);
		if (mention->clue != CLUE_COUNT &&
			(candidate = company_candidate(doc, all, mention->name)) != NULL)
			company_clue(all, candidate, mention->name, mention->clue);
	}
}

void
company_from_text(Doc *doc, Candidates *all)
{
	find_mentions(doc, all);
	read_mentions(doc, all);
}
