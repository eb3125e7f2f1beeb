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
} Name;

typedef VEC(Name) Names;

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
	"opportunity", "life", "een", "het", "onze", "wij", "nuestra", "nosotros", "para", NULL
};

static bool
is_name_token(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_NUMBER)
		return true;
	return token->kind == TOKEN_WORD && (doc->lower_case || (token->shape & SHAPE_FIRST_UPPER) || token_text(doc, i)[0] == '&');
}

/* Whether the sign at i stands inside a name: "Etsy, Inc.", "H&M", "A.B. Foods", "T-Mobile". */
static bool
joins_name(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind != TOKEN_PUNCT || i + 1 >= doc->n_tokens)
		return false;
	if (token->chr == ',')
		return token_in(doc, i + 1, legal_forms);
	if (token->chr == '.')
		return token->gap == GAP_NONE && doc->tokens[i + 1].kind == TOKEN_WORD &&
			(doc->tokens[i + 1].gap == GAP_NONE || (i > 0 && doc->tokens[i - 1].len == 1 && doc->tokens[i + 1].gap == GAP_SPACE));
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
		if (i > from && is_name_token(doc, i) && token->len > 1 && token_in(doc, i, no_names) && !token_in(doc, i, name_words))
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
		else
			break;
		/* a sentence begins here */
		if (name.from > 0 && doc_starts_clause(doc, name.from) && !token_punct(doc, name.from - 1, '.'))
			break;
	}
	return name;
}

/* Takes words off that are no part of the name; empty where nothing is left. */
static Range
clean_name(const Doc *doc, Range name)
{
	while (name.from < name.to && (token_in(doc, name.from, no_names) || doc->tokens[name.from].kind == TOKEN_PUNCT))
		name.from++;
	while (name.from < name.to && (token_in(doc, name.to - 1, name_words) || (doc->tokens[name.to - 1].kind == TOKEN_PUNCT && !token_punct(doc, name.to - 1, '+'))))
		name.to--;
	/* "Etsy’s", "Acme 's" */
	if (name.from < name.to && name.to - name.from <= 9)
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

/* Whether a name is a job title, a place, a heading, or an ordinary word. */
static bool
is_other(const Doc *doc, Range name)
{
	static const EntryKind kinds[] = {KIND_PLACE, KIND_TITLE, KIND_HEADING, KIND_SKILL, KIND_LANGUAGE, KIND_EMPLOYMENT_TYPE, KIND_NOISE, KIND_MONTH};

	for (uint32_t i = name.from; i < name.to; i++)
		if (doc->tokens[i].kind == TOKEN_NUMBER && (doc->tokens[i].len > 3 || name.to - name.from <= 3))
			return true;
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
	{
		const Mark *mark = mark_from(doc, kinds[k], name.from);

		if (mark != NULL && mark->from == name.from && mark->to >= name.to && !(mark->entry->flags & ENTRY_WEAK))
			return true;
		/* a name that ends in a role is a title */
		if (kinds[k] == KIND_TITLE && mark_before(doc, KIND_TITLE, name.to) != NULL &&
			!(mark_before(doc, KIND_TITLE, name.to)->entry->flags & ENTRY_WEAK))
			return true;
	}
	return false;
}

/* Adds a candidate. */
static void
propose(Doc *doc, Names *names, Range at, int score, const char *rule)
{
	Range		name = clean_name(doc, at);

	if (name.from >= name.to || doc->tokens[name.from].zone == ZONE_NOISE || is_other(doc, name))
		return;
	if (name.from == doc->title.from && doc->title.to > doc->title.from)
		return;
	*VEC_PUSH(doc->arena, names) = (Name) {name, score, rule};
}

/* Names behind labels. */
static void
from_labels(Doc *doc, Names *names)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *label = &doc->labels.items[i];

		if ((label->label != LABEL_COMPANY && label->label != LABEL_AGENCY) || label->value.from >= label->value.to ||
			label->value.to - label->value.from > 12)
			continue;
		if (label->label == LABEL_AGENCY)
		{
			if (doc->posting->agency.s == NULL)
				doc->posting->agency = range_text(doc, label->value);
			continue;
		}
		*VEC_PUSH(doc->arena, names) = (Name) {label->value, 14, "company.label"};
	}
}

/* "About X", "Join X", "at X", "Welcome to X". */
static void
from_leads(Doc *doc, Names *names)
{
	const Marks *marks = &doc->marks[KIND_COMPANY_LEAD];

	for (uint32_t i = 0; i < marks->count && i < 400; i++)
	{
		const Mark *mark = &marks->items[i];
		Range		name = name_from(doc, mark->to);
		const Line *line = &doc->lines[doc->tokens[mark->from].line];
		bool		about = token_is(doc, mark->to - 1, "about") || token_is(doc, mark->to - 1, "über");

		if (name.from >= name.to || doc->tokens[mark->to].gap > GAP_SPACE)
			continue;
		if (about)
			propose(doc, names, name, line->first == mark->from && name.to >= line->last ? 9 : 3, "company.about");
		else
			propose(doc, names, name, mark->entry->flags & ENTRY_WEAK ? 2 : 4, "company.lead");
	}
}

/* "X is looking for", "X is a leading", "X ist". */
static void
from_tails(Doc *doc, Names *names)
{
	const Marks *marks = &doc->marks[KIND_COMPANY_TAIL];

	for (uint32_t i = 0; i < marks->count && i < 400; i++)
	{
		const Mark *mark = &marks->items[i];
		Range		name = name_before(doc, mark->from);

		if (name.from < name.to)
			propose(doc, names, name, mark->entry->flags & ENTRY_WEAK ? 3 : 7, "company.tail");
	}
}

/* Names that end in a legal form, and copyright lines. */
static void
from_forms(Doc *doc, Names *names)
{
	for (uint32_t i = 1; i < doc->n_tokens; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_WORD && token->len <= 11 && (token->shape & SHAPE_FIRST_UPPER || doc->lower_case) &&
			token_in(doc, i, legal_forms) && (token->len > 2 || !(token->shape & SHAPE_HAS_LOWER)))
		{
			Range		name = name_before(doc, i + 1);

			if (name.to - name.from > 1 && name.to == i + 1)
				propose(doc, names, name, 4, "company.form");
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
					propose(doc, names, name, 3, "company.copyright");
			}
		}
	}
}

/* "Acme | Boston, MA | ONSITE": the first segment of a line of attributes. */
static void
from_segments(Doc *doc, Names *names)
{
	const Line *line = doc->n_lines > 0 ? &doc->lines[0] : NULL;
	uint32_t	bars = 0,
				first = 0;
	Range		name;

	if (line == NULL || line->first >= line->last)
		return;
	for (uint32_t i = line->first; i < line->last && i < line->first + 60; i++)
		if (token_punct(doc, i, '|'))
		{
			if (bars++ == 0)
				first = i;
		}
	if (bars < 2 || first - line->first > 10)
		return;
	name = (Range) {line->first, first};
	/* step back over "(YC W21)", "(https://…)" */
	for (uint32_t i = line->first + 1; i < first; i++)
		if (token_punct(doc, i, '('))
		{
			name.to = i;
			break;
		}
	propose(doc, names, name, 8, "company.segment");
}

/* A short line under or over the title: boards put the employer there. */
static void
from_header(Doc *doc, Names *names)
{
	uint32_t	title_line = doc->title.to > doc->title.from ? doc->tokens[doc->title.from].line : UINT32_MAX;
	uint32_t	seen = 0;

	if (title_line == UINT32_MAX || title_line > 20)
		return;
	for (uint32_t i = 0; i < doc->n_lines && i < title_line + 5; i++)
	{
		const Line *line = &doc->lines[i];

		if (line->first >= line->last || line->flags & LINE_NOISE)
			continue;
		seen++;
		if (i == title_line || line->words > 7 || line->flags & (LINE_BULLET | LINE_COLON | LINE_TEXT) ||
			i + 2 < title_line || !is_name_token(doc, line->first))
			continue;
		{
			Range		name = name_from(doc, line->first);

			/* "Ärzte ohne Grenzen - Wien" */
			if (name.to > name.from && name.to + 1 < line->last && token_punct(doc, name.to, '-') && name_from(doc, name.to + 1).to == line->last)
				name.to = line->last;
			if (name.to == line->last)
				propose(doc, names, name, i > title_line ? 6 : 5, "company.header");
		}
	}
	/* "Title | Acme", "Title - Acme", "Title at Acme" */
	{
		const Line *line = &doc->lines[title_line];
		uint32_t	i = doc->title.to;

		if (i < line->last && (token_punct(doc, i, '|') || token_punct(doc, i, '-') || token_is(doc, i, "at") || token_punct(doc, i, '@')))
		{
			Range		name = name_from(doc, i + 1);

			if (name.from < name.to)
				propose(doc, names, name, 5, "company.title_line");
		}
	}
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

/* Sums what speaks for each name and how often it stands in the text. */
static const Name *
best_name(const Doc *doc, const Names *names)
{
	const Name *best = NULL;
	int			best_score = 0;

	for (uint32_t i = 0; i < names->count && i < 200; i++)
	{
		const Name *name = &names->items[i];
		int			score = 0;
		int			times = 0;

		for (uint32_t k = 0; k < names->count && k < 200; k++)
			if (same_name(doc, name->at, names->items[k].at))
				score += names->items[k].score;
		for (uint32_t t = 0; t < doc->n_tokens && times < 4; t++)
			if (doc->tokens[t].hash == doc->tokens[name->at.from].hash && doc->tokens[t].kind == TOKEN_WORD && doc->tokens[t].zone != ZONE_NOISE)
				times++;
		score += times - 1;
		if (score > best_score || (score == best_score && best != NULL && name->score > best->score))
		{
			best = name;
			best_score = score;
		}
	}
	return best_score >= 4 ? best : NULL;
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
	from_segments(doc, &names);
	best = best_name(doc, &names);
	for (uint32_t i = 0; i < names.count; i++)
		doc_fact(doc, FIELD_COMPANY, names.items[i].at, names.items[i].rule,
				 &names.items[i] == best ? NULL : "a better candidate stands", name_text(doc, names.items[i].at));
	if (best != NULL)
		doc->posting->company = name_text(doc, best->at);
}
