/*
 * company.c
 *		The employer: labelled, "About X", "X is looking for", "Join X", names
 *		with a legal form, a short header line; the name that most of them agree on.
 */
#include "extract.h"

typedef struct Name
{
	Range		at;
	int			score;
	const char *rule;
	const char *reason;			/* why it cannot be the employer; NULL where it can */
} Name;

typedef VEC(Name) Names;

/* So many candidates are weighed. */
#define MAX_NAMES	200

/* Legal forms that end a company's name. */
static const char *const legal_forms[] = {
	"inc", "llc", "ltd", "limited", "plc", "gmbh", "corp", "corporation", "ag", "sa", "bv",
	"nv", "pty", "llp", "lp", "kg", "se", "srl", "spa", "oy", "ab", "as", "aps", "sarl",
	"sas", "kgaa", "ug", "pvt", "co", "cjsc", "ojsc", "jsc", NULL
};

/* Words that stand inside names in lower case. */
static const char *const name_words[] = {
	"of", "the", "and", "for", "de", "du", "des", "la", "le", "von", "der", "und", "et", "del", "da", "do", "y", NULL
};

/* Capitalised words that begin sentences, no names. */
static const char *const no_names[] = {
	"we", "our", "the", "you", "your", "this", "that", "it", "they", "he", "she", "i", "as", "in",
	"at", "if", "who", "what", "why", "how", "when", "where", "us", "here", "there", "a", "an",
	"wir", "sie", "unser", "unsere", "nous", "notre", "vous", "chez", "client", "company", "about", "team",
	"position", "role", "job", "candidate", "applicant", "applicants", "candidates", "and", "or", "to", "with",
	"for", "on", "of", "by", "from", "all", "any", "each", "these", "those", "no", "not", "new", "now", "please",
	"join", "employer", "organization", "department", "office", "today", "currently", "is", "are", "be", "has", "have",
	"will", "must", "may", "can", "le", "la", "les", "el", "los", "die", "der", "das", "ein", "eine", "für", "zum",
	"responsibilities", "requirements", "qualifications", "description", "summary", "overview", "benefits",
	"seeking", "hiring", "looking", "title", "location", "jobs", "careers", "apply", "work", "working", "equal",
	"opportunity", "life", "none", "confidential", "n", "yes", "then", "while", "since", "also", "both", "some", "every", "more",
	"most", "such", "only", "just", "even", "so", "but", "because", "during", "after", "before", "within", "under", "over",
	"through", "based", "additionally", "however", "finally", "first", "next", "note", "click", "please", "there", "its",
	"their", "his", "her", "my", "me", "im", "er", "dit", "deze", "bij", "als", "op", "er", "es", "ihr", "ihre", "dein", "deine",
	"cette", "ce", "ces", "esta", "este", "een", "het", "onze", "wij", "nuestra", "nosotros", "para", NULL
};

/* Words that many names hold and none consists of. */
static const char *const generic[] = {
	"university", "college", "institute", "hospital", "school", "bank", "group", "city", "county", "state", "bureau",
	"office", "division", "section", "center", "centre", "agency", "ministry", "council", "board", "foundation",
	"association", "society", "services", "service", "solutions", "technologies", "technology", "management", "program",
	"programme", "project", "projects", "product", "products", "platform", "system", "systems", "development", "research",
	"engineering", "marketing", "sales", "finance", "operations", "people", "data", "business", "industry", "government",
	"federal", "public", "international", "global", "national", "department", "district", "unit", "facility", "site", "store",
	"customers", "customer", "clients", "partner", "partners", "employees", "employee", "members", "member", "staff",
	"applications", "application", "experience", "skills", "knowledge", "ability", "education", "training", "salary",
	"compensation", "collaboration", "innovation", "communication", "integrity", "diversity", "inclusion", "assignment",
	"announcement", "appointment", "selection", "interview", "degree", "bachelor", "master", "masters", "internet", "web",
	"software", "hardware", "cloud", "security", "health", "safety", "quality", "insurance", "leave", "vacation",
	"everyone", "someone", "anyone", "individuals", "applicants", "trainees", "grades", "placement", "challenges",
	"support", "analytics", "science", "design", "planning", "administration", "organisation", "nation", "world", "country",
	"church", "family", "home", "house", "community", "network", "market", "headquarters", "hr", "it", "ai", "eeo", "api", NULL
};

/* Whether a legal form ends at a token; "GmbH" is cut in two as an unknown camel. */
static bool
is_legal_form(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, legal_forms) || (i > 0 && token_is(doc, i, "h") && token_is(doc, i - 1, "gmb"));
}

/* Whether every word of a name is one that many names hold. */
static bool
is_generic(const Doc *doc, Range name)
{
	for (uint32_t i = name.from; i < name.to; i++)
		if (doc->tokens[i].kind == TOKEN_WORD && !token_in(doc, i, generic) && !token_in(doc, i, name_words) &&
			token_text(doc, i)[0] != '&')
			return false;
	return true;
}

static bool
is_name_token(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_NUMBER)
		return true;
	return token->kind == TOKEN_WORD && (doc->lower_case || (token->shape & SHAPE_HAS_UPPER) || token_text(doc, i)[0] == '&');
}

/* Whether the sign at i stands inside a name: "Etsy, Inc.", "H&M", "A.B. Foods", "T-Mobile". */
static bool
joins_name(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind != TOKEN_PUNCT || i + 1 >= doc->n_tokens)
		return false;
	if (token->chr == ',')
		return token_in(doc, i + 1, legal_forms) && doc->tokens[i + 1].shape & SHAPE_HAS_UPPER;
	/* "Skin + Me" */
	if (token->chr == '+' && token->gap == GAP_SPACE && doc->tokens[i + 1].gap == GAP_SPACE && i > 0)
		return is_name_token(doc, i + 1) && is_name_token(doc, i - 1) && doc->tokens[i + 1].kind == TOKEN_WORD;
	if (token->chr == '.')
		return token->gap == GAP_NONE && doc->tokens[i + 1].kind == TOKEN_WORD &&
			!token_in(doc, i + 1, no_names) && (doc->tokens[i + 1].gap == GAP_NONE || (i > 0 && doc->tokens[i - 1].len == 1 && doc->tokens[i + 1].gap == GAP_SPACE));
	return (token->chr == '-' || token->chr == '\'' || token->chr == '+') && token->gap == GAP_NONE &&
		doc->tokens[i + 1].gap == GAP_NONE;
}

/* The name that begins at a token; empty where none does. */
static Range
name_from(const Doc *doc, uint32_t from)
{
	Range		name = {from, from};

	if (from >= doc->n_tokens || !is_name_token(doc, from) || doc->tokens[from].kind == TOKEN_NUMBER)
	{
		/* "the Acme Corporation" */
		if (token_is(doc, from, "the") && from + 1 < doc->n_tokens && is_name_token(doc, from + 1))
			return name_from(doc, from + 1);
		return name;
	}
	for (uint32_t i = from; i < doc->n_tokens && i < from + (doc->lower_case ? 2 : 9); i++)
	{
		const Token *token = &doc->tokens[i];

		if (i > from && (token->line != doc->tokens[from].line || (token->gap == GAP_NONE && token->shape & SHAPE_SPLIT && !(doc->tokens[i - 1].shape & SHAPE_SPLIT))))
			break;
		if (i > from && is_name_token(doc, i) && token->len > 1 && token_in(doc, i, no_names) && !token_in(doc, i, name_words) &&
			!token_punct(doc, i - 1, '+'))
			break;
		if (is_name_token(doc, i))
			name.to = i + 1;
		else if (joins_name(doc, i))
			continue;
		else if (token_in(doc, i, name_words) && i + 1 < doc->n_tokens && is_name_token(doc, i + 1) && doc->tokens[i + 1].gap == GAP_SPACE)
			continue;
		else
			break;
	}
	return name;
}

/* The name that ends right before a token. */
static Range
name_before(const Doc *doc, uint32_t to)
{
	Range		name = {to, to};
	uint32_t	line = to > 0 ? doc->tokens[to - 1].line : 0;

	if (to > 1 && token_punct(doc, to - 1, '\''))
		to--;					/* "Acme's mission is" */
	while (to > 0 && (token_punct(doc, to - 1, ',') || token_punct(doc, to - 1, ')') || token_punct(doc, to - 1, '.')) && name.to - to < 1)
	{
		/* "Acme (NYSE: ACM) is": step over the bracket */
		if (token_punct(doc, to - 1, ')'))
		{
			uint32_t	open = to - 1;

			while (open > 0 && to - open < 14 && !token_punct(doc, open, '('))
				open--;
			if (!token_punct(doc, open, '('))
				return name;
			to = open;
		}
		else
			to--;
		break;
	}
	name.from = name.to = to;
	for (uint32_t i = to; i > 0 && to - i < (doc->lower_case ? 1 : 9); i--)
	{
		if (doc->tokens[i - 1].line != line)
			break;
		if (is_name_token(doc, i - 1))
			name.from = i - 1;
		else if (i >= 2 && i < to && joins_name(doc, i - 1))
			continue;
		else if (i >= 2 && i < to && token_in(doc, i - 1, name_words) && is_name_token(doc, i - 2) && !token_is(doc, i - 1, "the"))
			continue;
		else if (i >= 3 && i < to && token_is(doc, i - 1, "the") && token_is(doc, i - 2, "of") && is_name_token(doc, i - 3))
			continue;
		else if (i >= 3 && i < to && token_is(doc, i - 2, "of") && token_is(doc, i - 1, "the"))
			continue;
		else
			break;
		/* a sentence begins here */
		if (name.from > 0 && doc_starts_clause(doc, name.from) && !token_punct(doc, name.from - 1, '.'))
			break;
	}
	return name;
}

/* Whether a name's first word belongs to the next: "WeGift", "On-Site Group", "Department of Health". */
static bool
is_glued_word(const Doc *doc, Range name)
{
	if (name.from + 1 >= name.to)
		return false;
	if (token_is(doc, name.from + 1, "of"))
		return token_is(doc, name.from, "department") || token_is(doc, name.from, "office") || token_is(doc, name.from, "life");
	return doc->tokens[name.from + 1].gap == GAP_NONE &&
		(doc->tokens[name.from + 1].shape & SHAPE_SPLIT || token_punct(doc, name.from + 1, '-'));
}

/* Takes words off that are no part of the name; empty where nothing is left. */
static Range
clean_name(const Doc *doc, Range name)
{
	while (name.from < name.to && (doc->tokens[name.from].kind == TOKEN_PUNCT ||
								   (token_in(doc, name.from, no_names) &&
									!is_glued_word(doc, name))))
		name.from++;
	/* "Acme's Big Data Platform": the owner */
	for (uint32_t i = name.from + 1; i + 2 < name.to; i++)
		if (token_punct(doc, i, '\'') && token_is(doc, i + 1, "s"))
			name.to = i;
	while (name.from < name.to && (token_in(doc, name.to - 1, name_words) || (doc->tokens[name.to - 1].kind == TOKEN_PUNCT && !token_punct(doc, name.to - 1, '+'))))
		name.to--;
	/* "Etsy’s", "Acme 's" */
	if (name.from < name.to && name.to - name.from <= 14)
		return name;
	return (Range) {0, 0};
}

/* The text of a name without a genitive s. */
static Str
name_text(const Doc *doc, Range name)
{
	Str			text = range_text(doc, name);

	if (text.len > 3 && text.s[text.len - 1] == 's' && text.s[text.len - 2] == '\'')
		text.len -= 2;
	else if (text.len > 5 && memcmp(text.s + text.len - 4, "\xE2\x80\x99s", 4) == 0)
		text.len -= 4;
	return text;
}

/* Whether a mark of a kind covers a name. */
static bool
is_covered(const Doc *doc, Range name, EntryKind kind)
{
	const Mark *mark = mark_at(doc, kind, name.from);

	return mark != NULL && mark->to >= name.to && !(mark->entry->flags & ENTRY_WEAK);
}

/* Whether a place and a comma open a name: "Atlanta, GA". */
static bool
opens_with_place(const Doc *doc, Range name)
{
	const Mark *mark = mark_at(doc, KIND_PLACE, name.from);

	return mark != NULL && mark->to < name.to && token_punct(doc, mark->to, ',') && mark_at(doc, KIND_PLACE, mark->to + 1) != NULL;
}

/* What a name is instead of an employer, NULL where nothing speaks against it; a sure rule overrules the skills. */
static const char *
other_meaning(const Doc *doc, Range name, bool sure)
{
	static const EntryKind kinds[] = {KIND_TITLE, KIND_HEADING, KIND_LANGUAGE, KIND_EMPLOYMENT_TYPE, KIND_NOISE, KIND_MONTH};
	const Mark *role = mark_before(doc, KIND_TITLE, name.to);
	bool		plural = sure && name.to - name.from > 1 && token_text(doc, name.to - 1)[doc->tokens[name.to - 1].len - 1] == 's';

	if (name.to - name.from == 1 && doc->tokens[name.from].len == 1)
		return "one letter";
	if (token_is(doc, name.from, "http") || token_is(doc, name.from, "https") || token_is(doc, name.from, "www"))
		return "an address";
	if (token_is(doc, name.from, "leading") || token_is(doc, name.from, "established"))
		return "praise of an unnamed employer";
	/* "GS-13" */
	if (name.to - name.from == 3 && doc->tokens[name.to - 1].kind == TOKEN_NUMBER && token_punct(doc, name.from + 1, '-'))
		return "a grade or an id";
	for (uint32_t i = name.from; i < name.to; i++)
		if (doc->tokens[i].kind == TOKEN_NUMBER && (doc->tokens[i].len > 3 || (name.to - name.from <= 3 && i == name.from)))
			return "a number";
	if (is_covered(doc, name, KIND_PLACE) || opens_with_place(doc, name))
		return "a place";
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
		if (is_covered(doc, name, kinds[k]))
			return "a title, a heading or a term";
	/* a name that ends in a role is a title */
	if (role != NULL && role->from >= name.from && !(role->entry->flags & ENTRY_WEAK) && !plural &&
		(role->entry->flags & (ENTRY_HEAD | ENTRY_LEVEL) || role->to - role->from > 1 || role->from == name.from))
		return "a title";
	if (!sure && is_covered(doc, name, KIND_SKILL))
		return "a skill";
	if (is_generic(doc, name))
		return "an everyday word";
	return NULL;
}

/* Adds a candidate; a sure rule holds for names that are skills, too. */
static void
propose(Doc *doc, Names *names, Range at, int score, const char *rule, bool sure)
{
	Range		name = clean_name(doc, at);

	if (name.from >= name.to || doc->tokens[name.from].zone == ZONE_NOISE || names->count >= MAX_NAMES)
		return;
	if (name.from >= doc->title.from && name.from < doc->title.to)
		return;
	*VEC_PUSH(doc->arena, names) = (Name) {name, score, rule, other_meaning(doc, name, sure)};
}

/* Names behind labels. */
static void
from_labels(Doc *doc, Names *names)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *label = &doc->labels.items[i];
		Range		value = label->value;

		if ((label->label != LABEL_COMPANY && label->label != LABEL_AGENCY) || doc->tokens[label->name.from].zone == ZONE_NOISE)
			continue;
		while (value.from < value.to && doc->tokens[value.from].kind == TOKEN_PUNCT)
			value.from++;
		while (value.from < value.to && doc->tokens[value.to - 1].kind == TOKEN_PUNCT && !token_punct(doc, value.to - 1, ')') &&
			   !token_punct(doc, value.to - 1, '.'))
			value.to--;
		if (value.from >= value.to || value.to - value.from > 14 || token_in(doc, value.from, no_names) ||
			(doc->tokens[value.from].kind == TOKEN_NUMBER && doc->tokens[value.from].len > 3))
			continue;
		if (label->label == LABEL_AGENCY)
		{
			if (doc->posting->agency.s == NULL)
				doc->posting->agency = range_text(doc, value);
			continue;
		}
		if (names->count < MAX_NAMES)
			*VEC_PUSH(doc->arena, names) = (Name) {value, 14, "company.label", NULL};
	}
}

/* Whether "At Acme, we ..." goes on as the employer's own words do. */
static bool
is_own_voice(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {"we", "our", "you", "your", "every", "everyone", "ben", "bent", "werk", "arbeitest", "vous", "nous", NULL};

	if (token_punct(doc, i, ')'))
		i++;
	if (token_punct(doc, i, ','))
		i++;
	return token_in(doc, i, words);
}

/* The name behind "About" on a line of its own, be it in lower case; empty where the line is another heading. */
static Range
about_line_name(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	const Mark *heading = mark_at(doc, KIND_HEADING, line->first);

	if (line->first != mark->from || line->last <= mark->to || line->words > 7 || token_punct(doc, line->last - 1, '.') ||
		(heading != NULL && heading->to >= line->last) ||
		(token_in(doc, mark->to, no_names) && !is_glued_word(doc, (Range) {mark->to, line->last})))
		return (Range) {0, 0};
	return (Range) {mark->to, line->last - (token_punct(doc, line->last - 1, '?') || token_punct(doc, line->last - 1, '!'))};
}

/* "About X", "Join X", "At X, we", "Welcome to X", "We are X". */
static void
from_leads(Doc *doc, Names *names)
{
	static const char *const weakest[] = {"for", "with", "by", NULL};
	const Marks *marks = &doc->marks[KIND_COMPANY_LEAD];

	for (uint32_t i = 0; i < marks->count && i < 600; i++)
	{
		const Mark *mark = &marks->items[i];
		Range		name = name_from(doc, mark->to);
		bool		about = token_is(doc, mark->to - 1, "about") || token_is(doc, mark->to - 1, "über");
		bool		starts = doc_starts_clause(doc, mark->from) || token_punct(doc, mark->from - 1, '"');

		if (about)
		{
			Range		line = about_line_name(doc, mark);

			if (line.from < line.to && (name.from >= name.to || name.to == line.to))
				propose(doc, names, line, 9, "company.about", true);
			else if (name.from < name.to && starts && doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER)
				propose(doc, names, name, 4, "company.about", true);
			continue;
		}
		if (name.from >= name.to || doc->tokens[mark->to].gap > GAP_SPACE)
			continue;
		if (is_own_voice(doc, name.to) && starts && token_is(doc, mark->to - 1, "at"))
			propose(doc, names, name, 7, "company.at", true);
		else if (mark->entry->flags & ENTRY_WEAK)
			propose(doc, names, name, token_in(doc, mark->from, weakest) ? 1 : 2, "company.lead", false);
		else if (token_is(doc, mark->from, "we"))
		{
			if (token_punct(doc, name.to, '.') || token_punct(doc, name.to, ',') || token_punct(doc, name.to, '!') || token_punct(doc, name.to, '('))
				propose(doc, names, name, 5, "company.we_are", true);
		}
		else
			propose(doc, names, name, 4, "company.lead", false);
	}
}

/* "X is looking for", "X is a leading", "X ist". */
static void
from_tails(Doc *doc, Names *names)
{
	const Marks *marks = &doc->marks[KIND_COMPANY_TAIL];

	for (uint32_t i = 0; i < marks->count && i < 600; i++)
	{
		const Mark *mark = &marks->items[i];
		Range		name = name_before(doc, mark->from);
		bool		weak = (mark->entry->flags & ENTRY_WEAK) != 0;
		bool		starts;

		if (name.from >= name.to)
			continue;
		starts = doc_starts_clause(doc, name.from) || (name.from > 0 && token_is(doc, name.from - 1, "the") && doc_starts_clause(doc, name.from - 1));
		if (weak)
			propose(doc, names, name, !starts ? 1 : doc->tokens[name.from].start < 200 ? 4 : 3, "company.tail",
					starts && doc->tokens[name.from].start < 400);
		else
			propose(doc, names, name, starts ? 7 : 5, "company.tail", true);
	}
}

/* Whether what looks as a legal form is a state or a tool: "Denver, CO", "Stata, SAS". */
static bool
is_state_or_skill(const Doc *doc, uint32_t i)
{
	return i > 0 && token_punct(doc, i - 1, ',') && !(doc->tokens[i].shape & SHAPE_HAS_LOWER) &&
		(token_is(doc, i, "co") || token_is(doc, i, "sas") || token_is(doc, i, "sa"));
}

/* Names that end in a legal form, and copyright lines. */
static void
from_forms(Doc *doc, Names *names)
{
	for (uint32_t i = 1; i < doc->n_tokens; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_WORD && token->len <= 11 && (token->shape & SHAPE_FIRST_UPPER || doc->lower_case) &&
			is_legal_form(doc, i) && !is_state_or_skill(doc, i) && (token->len > 2 || !(token->shape & SHAPE_HAS_LOWER)) && i > 0 &&
			(token->len > 3 || token->shape & SHAPE_SPLIT || (i > 1 && token_punct(doc, i - 1, ',')) || doc->tokens[i - 1].shape & SHAPE_HAS_LOWER))
		{
			Range		name = name_before(doc, i + 1);

			if (name.to - name.from > 1 && name.to == i + 1)
				propose(doc, names, name, 4, "company.form", true);
		}
		else if (token->kind == TOKEN_PUNCT && token->len == 2 && memcmp(token_text(doc, i), "\xC2\xA9", 2) == 0)
		{
			uint32_t	from = i + 1;

			while (from < doc->n_tokens && from < i + 5 && (doc->tokens[from].kind == TOKEN_NUMBER || doc->tokens[from].kind == TOKEN_PUNCT || token_is(doc, from, "copyright")))
				from++;
			if (from < doc->n_tokens && doc->tokens[from].line == token->line)
			{
				Range		name = name_from(doc, from);

				if (name.from < name.to)
					propose(doc, names, name, 3, "company.copyright", true);
			}
		}
	}
}

/* Whether a name is one word that the lexicon knows: it may well be something else. */
static bool
is_known_word(const Doc *doc, Range name)
{
	return name.to - name.from == 1 && doc->tokens[name.from].word != 0;
}

/* Whether a name holds a word that no lexicon knows, as brands do. */
static bool
has_unknown_word(const Doc *doc, Range name)
{
	for (uint32_t i = name.from; i < name.to; i++)
		if (doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len > 2 && (doc->tokens[i].word == 0 || doc->tokens[i].shape & SHAPE_SPLIT))
			return true;
	return false;
}

/* The name that opens a line of attributes: "Acme | Boston", "Acme (YC W21) - New York"; empty where none does. */
static Range
segment_name(const Doc *doc, const Line *line)
{
	Range		name = {line->first, line->first};
	uint32_t	bars = 0;
	uint32_t	i;
	const Mark *place;

	for (i = line->first; i < line->last && i < line->first + 60; i++)
		if (token_punct(doc, i, '|'))
		{
			if (bars++ == 0)
				name.to = i;
		}
	if (bars >= 2 && name.to - name.from <= 10)
	{
		/* step back over "(YC W21)", "(https://...)" */
		for (i = line->first + 1; i < name.to; i++)
			if (token_punct(doc, i, '('))
				name.to = i;
		return name;
	}
	name = name_from(doc, line->first);
	i = name.to;
	if (token_punct(doc, i, '('))
		while (i < line->last && i < name.to + 20 && !token_punct(doc, i++, ')'))
			continue;
	place = mark_from(doc, KIND_PLACE, i);
	if (i >= line->last || !(token_punct(doc, i, '|') || token_punct(doc, i, '-') || (token_punct(doc, i, ',') && line->words < 8)) ||
		place == NULL || place->to > line->last || place->from > i + 12 || place->entry->flags & ENTRY_WEAK)
		return (Range) {0, 0};
	return name;
}

/* The name that opens the text: the first segment of a line of attributes, or a sentence's subject. */
static void
from_first_line(Doc *doc, Names *names)
{
	const Line *line = doc->n_lines > 0 ? &doc->lines[0] : NULL;
	Range		name;

	/* a heading stands above it */
	while (line != NULL && line < doc->lines + doc->n_lines && line < doc->lines + 6 &&
		   (line->first >= line->last || (mark_at(doc, KIND_HEADING, line->first) != NULL && line->words <= 6)))
		line++;
	if (line == NULL || line >= doc->lines + doc->n_lines || line->first >= line->last)
		return;
	name = segment_name(doc, line);
	if (name.from < name.to)
	{
		propose(doc, names, name, 8, "company.segment", true);
		return;
	}
	/* "Acme makes it easy to ...": counts where the name stands again */
	name = name_from(doc, line->first + (token_is(doc, line->first, "the") || token_is(doc, line->first, "at")));
	if (name.from < name.to && doc->language[0] == 'e' && has_unknown_word(doc, name) && line->words > 8 && name.to < line->last && doc->tokens[name.to].kind == TOKEN_WORD &&
		!(doc->tokens[name.to].shape & SHAPE_HAS_UPPER) && doc->tokens[name.to].gap == GAP_SPACE)
		propose(doc, names, name, 3, "company.subject", true);
}

/* The words that no lexicon knows and that the text repeats most inside its sentences: a brand is one of these. */
static void
from_repeats(Doc *doc, Names *names)
{
	uint32_t	first[512];
	uint8_t		times[512];
	bool		inside[512];	/* it stands inside a sentence, too: no verb that opens duties */
	uint32_t	best = 512;

	memset(times, 0, sizeof(times));
	memset(inside, 0, sizeof(inside));
	for (uint32_t i = 1; i < doc->n_tokens; i++)
	{
		const Token *token = &doc->tokens[i];
		uint32_t	slot = token->hash & 511;

		if (token->word != 0 || token->kind != TOKEN_WORD || token->len < 3 || !(token->shape & SHAPE_FIRST_UPPER) ||
			token->zone == ZONE_NOISE || token->zone == ZONE_REQUIREMENTS || token->shape & SHAPE_SPLIT ||
			(times[slot] > 0 && doc->tokens[first[slot]].hash != token->hash))
			continue;
		if (times[slot] == 0)
			first[slot] = i;
		times[slot] += times[slot] < 200;
		inside[slot] |= !doc_starts_clause(doc, i);
		if (inside[slot] && (best == 512 || times[slot] > times[best]))
			best = slot;
	}
	/* in German every noun has a capital */
	if (best == 512 || times[best] < 3 || doc->lower_case || doc->language[0] != 'e')
		return;
	propose(doc, names, name_from(doc, first[best]), times[best] > 4 ? 4 : 2, "company.repeated", false);
}

/* The employer that a short line consists of; empty where it is something else. */
static Range
header_name(const Doc *doc, const Line *line)
{
	Range		name = name_from(doc, line->first);

	/* "Dr. Maier + Partner GmbH": the form vouches for the whole line */
	if (line->words <= 8 && line->last - line->first > 1 &&
		(is_legal_form(doc, line->last - 1) || (token_punct(doc, line->last - 1, '.') && is_legal_form(doc, line->last - 2))))
		return (Range) {line->first, line->last};
	/* "Ärzte ohne Grenzen - Wien" */
	if (name.to > name.from && name.to + 1 < line->last && token_punct(doc, name.to, '-') && name_from(doc, name.to + 1).to == line->last)
		name.to = line->last;
	return name.to == line->last ? name : (Range) {0, 0};
}

/* A name behind the title on its own line: "Title | Acme", "Title at Acme". */
static void
from_title_line(Doc *doc, Names *names)
{
	const Line *line = &doc->lines[doc->tokens[doc->title.from].line];
	uint32_t	i = doc->title.to;
	bool		dash;
	Range		name;

	while (i < line->last && i < doc->title.to + 6 && token_punct(doc, i, '(') && !token_punct(doc, i, ')'))
		while (i < line->last && !token_punct(doc, i++, ')'))
			continue;
	dash = i < line->last && token_punct(doc, i, '-');
	if (i >= line->last || !(dash || token_punct(doc, i, '|') || token_is(doc, i, "at") || token_punct(doc, i, '@') || token_punct(doc, i, ',')))
		return;
	name = name_from(doc, i + 1);
	if (name.from < name.to)
		propose(doc, names, name, dash || token_punct(doc, i, ',') ? 3 : 6, "company.title_line", true);
}

/* A short line under or over the title: boards put the employer there. */
static void
from_header(Doc *doc, Names *names)
{
	uint32_t	title_line = doc->title.to > doc->title.from ? doc->tokens[doc->title.from].line : UINT32_MAX;
	uint32_t	under = 0;

	if (title_line == UINT32_MAX || title_line > 20)
		return;
	for (uint32_t i = title_line > 2 ? title_line - 2 : 0; i < doc->n_lines && i < title_line + 6; i++)
	{
		const Line *line = &doc->lines[i];
		Range		name;

		if (line->first >= line->last || line->flags & LINE_NOISE || i == title_line)
			continue;
		under += i > title_line;
		if (under > 3 || line->words > 8 || line->flags & (LINE_BULLET | LINE_COLON | LINE_TEXT) ||
			(line->flags & LINE_HEADING && under != 1))
			continue;
		name = header_name(doc, line);
		/* "Data Analyst - Acme" */
		for (uint32_t k = name.from + 1; k + 1 < name.to; k++)
			if (token_punct(doc, k, '-') && doc->tokens[k].gap == GAP_SPACE && mark_before(doc, KIND_TITLE, k) != NULL)
				name.from = k + 1;
		if (name.from < name.to)
			propose(doc, names, name, is_known_word(doc, name) ? 4 : under == 1 ? 7 : 5, "company.header", under == 1);
		else if (under == 1 && line->flags & LINE_MARKDOWN && line->words <= 6 && mark_at(doc, KIND_HEADING, line->first) == NULL)
			propose(doc, names, (Range) {line->first, line->last}, 7, "company.header", true);
	}
	from_title_line(doc, names);
}

/* Whether two names are the same, the shorter one opening the longer. */
static bool
same_name(const Doc *doc, Range a, Range b)
{
	uint32_t	n = a.to - a.from < b.to - b.from ? a.to - a.from : b.to - b.from;

	for (uint32_t i = 0; i < n; i++)
		if (doc->tokens[a.from + i].hash != doc->tokens[b.from + i].hash || doc->tokens[a.from + i].kind != doc->tokens[b.from + i].kind)
			return false;
	return true;
}

/* How often each candidate stands in the text, counted in one pass. */
static void
count_names(const Doc *doc, const Names *names, uint32_t *times)
{
	int16_t		slots[512];
	int16_t		next[MAX_NAMES];

	if (names->count == 0)
		return;
	memset(slots, -1, sizeof(slots));
	for (uint32_t i = 0; i < names->count; i++)
	{
		uint32_t	slot = doc->tokens[names->items[i].at.from].hash & 511;

		times[i] = 0;
		next[i] = slots[slot];
		slots[slot] = (int16_t) i;
	}
	for (uint32_t t = 0; t < doc->n_tokens; t++)
	{
		if (doc->tokens[t].zone == ZONE_NOISE || doc->tokens[t].kind != TOKEN_WORD)
			continue;
		for (int16_t i = slots[doc->tokens[t].hash & 511]; i >= 0; i = next[i])
			if (times[i] < 4 && doc->tokens[names->items[i].at.from].hash == doc->tokens[t].hash)
			{
				Range		name = names->items[i].at;

				times[i] += t + (name.to - name.from) <= doc->n_tokens &&
					same_name(doc, name, (Range) {t, t + (name.to - name.from)});
			}
	}
}

/* Sums what speaks for each name and how often it stands in the text. */
static const Name *
best_name(const Doc *doc, const Names *names)
{
	uint32_t	times[MAX_NAMES];
	const Name *best = NULL;
	int			best_score = 0,
				best_own = 0;

	count_names(doc, names, times);
	for (uint32_t i = 0; i < names->count; i++)
	{
		const Name *name = &names->items[i];
		int			own = 0,
					weak = 0,
					score = 0;

		if (name->reason != NULL)
			continue;
		for (uint32_t k = 0; k < names->count; k++)
		{
			const Name *other = &names->items[k];

			if (other->reason != NULL || !same_name(doc, name->at, other->at))
				continue;
			if (other->score <= 2)
				weak += other->score;
			else
				score += other->score;
			if (other->at.to - other->at.from == name->at.to - name->at.from)
				own += other->score;
		}
		score += weak < 4 ? weak : 4;
		/* one strong witness outweighs many weak ones */
		if (score > 24)
			score = 24 + (score - 24) / 4;
		score += (int) times[i] - 1;
		if (score > best_score || (score == best_score && own > best_own))
		{
			best = name;
			best_score = score;
			best_own = own;
		}
	}
	return best_score >= 5 ? best : NULL;
}

/* Reads the employer. */
void
extract_company(Doc *doc)
{
	Names		names = {0};
	const Name *best;

	from_labels(doc, &names);
	from_leads(doc, &names);
	from_tails(doc, &names);
	from_forms(doc, &names);
	from_header(doc, &names);
	from_first_line(doc, &names);
	from_repeats(doc, &names);
	best = best_name(doc, &names);
	for (uint32_t i = 0; i < names.count; i++)
	{
		const Name *name = &names.items[i];
		const char *reason = name->reason;

		if (reason == NULL && name != best)
			reason = best != NULL ? "a better candidate stands" : "too little speaks for it";
		doc_fact(doc, FIELD_COMPANY, name->at, name->rule, reason, name_text(doc, name->at));
	}
	if (best != NULL)
		doc->posting->company = name_text(doc, best->at);
}
