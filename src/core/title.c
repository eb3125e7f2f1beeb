/*
 * title.c
 *		The job's title: labelled, in the first lines, or named in a sentence;
 *		cut clean of place, pay, id and gender marks.  The title gives the
 *		O*NET-SOC code and the seniority.
 */
#include "extract.h"

typedef struct TitleCandidate
{
	Range		at;
	int			score;
	const char *rule;
	const char *reason;			/* why it cannot be the title; NULL where it can */
} TitleCandidate;

typedef VEC(TitleCandidate) TitleCandidates;

/* Titles of a word that is mostly something else: a thing, a person of the trade, an everyday word. */
static const char *const no_roles[] = {
	"layer", "layers", "owner", "owners", "merchant", "merchants", "header", "counter", "extra", "converter",
	"charge", "former", "double", "general", "customer", "customers", "user", "users", "dispatch", "farming",
	"investor", "investors", "cooler", "freezer", "compressor", "connector", "controllers", "folder", "filter",
	"maker", "makers", "marker", "medium", "mixer", "monitor", "reader", "recorder", "router", "server", "servers",
	"speaker", "stakeholder", "tester", "timer", "tracker", "trailer", "transfer", "player", "players", "leader",
	"leaders", "member", "members", "partner", "partners", "buffer", "container", "double", "finer", "footer",
	"influencer", "competitor", "competitors", "distributor", "distributors", "manufacturer", "manufacturers",
	"builder", "booster", "boiler", "bumper", "burner", "breaker", "dealer", "dealers", "drawer", "drier",
	"fastener", "feeder", "flyer", "heater", "holder", "importer", "exporter", "lender", "lenders", "lister",
	"major", "mate", "mapper", "marine", "minister", "mover", "author", "authors", "expo", "hand", "hands", "starters", "resident", "residents", "justice",
	"chief", "champion", "backer", "cyber", "bitter", "closer", "copper", "cleaner", "conditioner", "digester",
	"divider", "double", "elder", "carrier", "carriers", "anchor", "comic", "companion", "critic", "deputy", "freak",
	"professional", "professionals", "employee", "employees", "expert", "experts", "guard", "starter", "seekers", "seeker", "miner", "mime", "pager", "planner", "poster", "printer", "producer", "provider", "providers", "sensor",
	"sponsor", "stage", "star", "steamer", "supplier", "suppliers", "vendor", "vendors", "winner", "model", "models", NULL
};

/* Words of a sentence: a line that holds one is no title, a role in a sentence never spans one. */
static const char *const sentence_words[] = {
	"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "should", "must", "may",
	"we", "you", "your", "our", "us", "they", "their", "them", "it", "its", "he", "she", "i", "my", "me", "who", "that",
	"which", "what", "where", "when", "how", "why", "if", "this", "these", "those", "do", "does", "not", "don", "let",
	"reports", "offers", "seeks", "seeking", "looking", "join", "ist", "sind", "wir", "sie", "unser", "unsere", "nous", "vous",
	"notre", "votre", "est", "sommes", "somos", "buscamos", "wij", "jij", "jou", "ons", "onze", "zijn", "és", "nosso", NULL
};

/* Words that end a run of a sentence before its role: no title reaches over them. */
static const char *const run_stops[] = {
	"to", "with", "for", "in", "on", "at", "by", "from", "within", "through", "across", "into", "over", "under", "about",
	"as", "or", "of", "someone", "somebody", "person", "people", "individual", "individuals", "candidate", "candidates",
	"other", "else", "s", "up", "out", "than", "most", "more", "such", "both", "all", "some", "next", "following",
	"mit", "für", "im", "in", "bei", "pour", "dans", "para", "con", "com", "met", "voor", "bij", "op", "do", "w", "z", NULL
};

/* Roman and Arabic numerals of grades: "II", "3". */
static bool
is_grade(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {"i", "ii", "iii", "iv", "v", "vi", "1", "2", "3", "4", "5", "6", NULL};

	return token_in(doc, i, words) && !(doc->tokens[i].shape & SHAPE_HAS_LOWER);
}

/* Whether a role may end before a token: the segment ends, or says what the role is for. */
static bool
may_end_role(const Doc *doc, uint32_t i, uint32_t to)
{
	return i >= to || doc->tokens[i].kind == TOKEN_PUNCT || doc->tokens[i].shape & SHAPE_HAS_DIGIT || is_grade(doc, i) || token_is(doc, i, "of") || token_is(doc, i, "for") ||
		token_is(doc, i, "and") || token_is(doc, i, "at") || token_is(doc, i, "in") || token_is(doc, i, "to") || token_is(doc, i, "with");
}

/* Whether a word ends as a role's compound does: "Projektmanager", "Softwareentwickler". */
static bool
is_compound_role(const Doc *doc, uint32_t i)
{
	static const char *const ends[] = {
		"manager", "managerin", "entwickler", "entwicklerin", "architekt", "architektin", "leiter", "leiterin",
		"ingenieur", "ingenieurin", "berater", "beraterin", "techniker", "technikerin", "mechaniker", "verkäufer",
		"verkäuferin", "kaufmann", "kauffrau", "pfleger", "pflegerin", "assistent", "assistentin", "referent",
		"referentin", "fachkraft", "helfer", "fahrer", "meister", "schafterin", "monteur", "elektroniker",
		"bearbeiter", "bearbeiterin", "spezialist", "medewerker", "ontwikkelaar", "adviseur", "beheerder", "analyst",
		"ingénieur", "administrator", NULL
	};
	const Token *token = &doc->tokens[i];

	if (token->kind != TOKEN_WORD || token->len < 9)
		return false;
	for (const char *const *end = ends; *end; end++)
	{
		size_t		len = strlen(*end);

		if (token->len > len + 2 && memcmp(token_text(doc, i) + token->len - len, *end, len) == 0)
			return true;
	}
	return false;
}

/* Whether a gender mark stands in a range: "(m/w/d)", "(H/F)"; boards put it in titles only. */
static bool
has_gender_mark(const Doc *doc, Range range)
{
	static const char *const letters[] = {"m", "w", "f", "h", "d", "x", "v", "k", NULL};

	for (uint32_t i = range.from; i + 2 < range.to; i++)
		if (token_in(doc, i, letters) && token_punct(doc, i + 1, '/') && token_in(doc, i + 2, letters) &&
			doc->tokens[i + 1].gap == GAP_NONE &&
			((i > range.from && token_punct(doc, i - 1, '(')) || (token_punct(doc, i + 3, '/') && token_in(doc, i + 4, letters))))
			return true;
	return false;
}

/* Whether a word that is a role in compounds alone heads one in capitals: "Channel Partner", "Sales Intern". */
static bool
is_capital_head(const Doc *doc, Range range, const Mark *mark)
{
	static const char *const heads[] = {
		"lead", "intern", "interns", "trainee", "trainees", "apprentice", "chief", "head", "internship", "traineeship",
		"apprenticeship", "planner", "partner", "expert", "professional", "leader", "owner", "tester", "maker", "mate",
		"player", "merchant", "author", "dealer", "cleaner", "closer", "champion", "producer", "builder", "mover", "hand",
		"companion", "distributor", "miner", "minister", "investor", "deputy", "driver", NULL
	};
	const Token *head = &doc->tokens[mark->from];

	return mark->to == mark->from + 1 && mark->from > range.from && head->gap == GAP_SPACE && head->shape & SHAPE_FIRST_UPPER &&
		head[-1].kind == TOKEN_WORD && head[-1].len > 1 && head[-1].shape & SHAPE_FIRST_UPPER &&
		(may_end_role(doc, mark->to, range.to) || !(doc->tokens[mark->to].shape & SHAPE_HAS_UPPER)) && token_in(doc, mark->from, heads);
}

/* Whether a mark is a role by itself, or as the head of its compound. */
static bool
is_head(const Doc *doc, Range range, const Mark *mark)
{
	if (mark->entry->flags & ENTRY_LEVEL || (mark->to - mark->from == 1 && token_in(doc, mark->from, no_roles)))
		return is_capital_head(doc, range, mark);
	return true;
}

/* Whether a range names a role: a known title or a head noun of one; strong where it is surely one. */
static bool
has_role(const Doc *doc, Range range, bool *strong)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	const Mark *mark = mark_from(doc, KIND_TITLE, range.from);
	bool		found = false;

	*strong = false;
	for (; mark != NULL && mark < marks->items + marks->count && mark->to <= range.to; mark++)
	{
		if (mark->entry->flags & ENTRY_LEVEL || (mark->to - mark->from == 1 && token_in(doc, mark->from, no_roles)))
		{
			found |= is_capital_head(doc, range, mark);
			continue;
		}
		found |= may_end_role(doc, mark->to, range.to) || mark->to - mark->from > 1;
		*strong |= (mark->to - mark->from > 1 && !(mark->entry->flags & ENTRY_WEAK)) ||
			(mark->entry->flags & ENTRY_HEAD && may_end_role(doc, mark->to, range.to) && !(mark->entry->flags & ENTRY_WEAK));
	}
	for (uint32_t i = range.from; i < range.to && i < range.from + 20 && !*strong; i++)
		*strong = is_compound_role(doc, i);
	*strong |= has_gender_mark(doc, range);
	return found || *strong;
}

/* Whether a line is written as a title is: its longer words begin with capitals. */
static bool
is_written_as_title(const Doc *doc, Range range)
{
	uint32_t	words = 0,
				upper = 0;

	for (uint32_t i = range.from; i < range.to; i++)
		if (doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len > 3)
		{
			words++;
			upper += (doc->tokens[i].shape & SHAPE_FIRST_UPPER) != 0;
		}
	return doc->lower_case || words <= 2 || upper * 3 >= words * 2 || doc->language[0] != 'e';
}

/* Whether a word is written as an acronym: "IT", "US". */
static bool
is_acronym(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].len == 2 && doc->tokens[i].shape & SHAPE_HAS_UPPER && !(doc->tokens[i].shape & SHAPE_HAS_LOWER);
}

/* Whether a range reads as a sentence or a question. */
static bool
is_sentence(const Doc *doc, Range range)
{
	for (uint32_t i = range.from; i < range.to; i++)
		if (token_punct(doc, i, '?') || token_punct(doc, i, '!') || (token_in(doc, i, sentence_words) && doc->tokens[i].len > 1 && !is_acronym(doc, i)))
			return true;
	return false;
}

/* Whether a range is nothing but a place, a contract type, pay or an id. */
static bool
is_attribute(const Doc *doc, Range range)
{
	static const EntryKind kinds[] = {
		KIND_PLACE, KIND_EMPLOYMENT_TYPE, KIND_WORKPLACE, KIND_CURRENCY, KIND_PERIOD,
		KIND_NOISE, KIND_HOURS_PER_WEEK, KIND_MONTH
	};
	uint32_t	covered = 0,
				words = 0;
	bool		digits = false;

	for (uint32_t i = range.from; i < range.to; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_PUNCT)
			continue;
		words++;
		if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_SIGN)
		{
			digits |= token->len > 2 || token->kind == TOKEN_SIGN;
			covered++;
		}
		else if (token_is(doc, i, "in") || token_is(doc, i, "or") || token_is(doc, i, "and") || token_is(doc, i, "id") ||
				 token_is(doc, i, "job") || token_is(doc, i, "ref") || token_is(doc, i, "req") || token_is(doc, i, "the"))
			covered++;
	}
	if (words == 0)
		return true;
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
	{
		const Marks *marks = &doc->marks[kinds[k]];

		for (const Mark *mark = mark_from(doc, kinds[k], range.from);
			 mark != NULL && mark < marks->items + marks->count && mark->to <= range.to; mark++)
			if (!(mark->entry->flags & ENTRY_WEAK && kinds[k] == KIND_PLACE && mark->from != range.from))
				covered += mark->to - mark->from;
	}
	return covered >= words || (digits && covered * 2 >= words);
}

/* Whether a bracket holds only gender marks or the like: (m/w/d), (f/m/x), (all genders). */
static bool
is_gender_mark(const Doc *doc, uint32_t from, uint32_t to)
{
	static const char *const words[] = {
		"m", "w", "d", "f", "x", "h", "k", "v", "i", "all", "genders", "gender", "mwd",
		"homme", "femme", "divers", "gn", "any", "fmd", "wmd", "mfd", "mv", "hf", "o", "a", "e", NULL
	};
	uint32_t	n = 0;

	for (uint32_t i = from; i < to; i++)
	{
		if (doc->tokens[i].kind == TOKEN_PUNCT)
			continue;
		if (!token_in(doc, i, words))
			return false;
		n++;
	}
	return n > 0;
}

/* Where a bracket opens in a range and never closes; the range's end where none does. */
static uint32_t
open_bracket(const Doc *doc, Range range)
{
	uint32_t	open = range.to;

	for (uint32_t i = range.from; i < range.to; i++)
	{
		if ((token_punct(doc, i, '(') || token_punct(doc, i, '[')) && open == range.to && i > range.from)
			open = i;
		else if (token_punct(doc, i, ')') || token_punct(doc, i, ']'))
			open = range.to;
	}
	return open;
}

/* Whether a word cannot end a title. */
static bool
dangles(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {
		"of", "and", "for", "in", "the", "at", "with", "to", "an", "or", "from", "by", "required", "wanted", "needed",
		"job", "vacancy", "number", "no", "id", "ref", "http", "https", "www", "url", NULL
	};

	return token_in(doc, i, words) || (token_is(doc, i, "s") && i > 0 && token_punct(doc, i - 1, '\''));
}

/* Takes gender marks, ids, brackets with attributes off a title's end. */
static Range
trim_end(const Doc *doc, Range range)
{
	bool		changed = true;

	range.to = open_bracket(doc, range);
	while (changed && range.from < range.to)
	{
		uint32_t	last = range.to - 1;
		const Token *token = &doc->tokens[last];

		changed = false;
		if (token->kind == TOKEN_PUNCT && token->chr == ')')
		{
			uint32_t	open = last;

			while (open > range.from && !token_punct(doc, open, '('))
				open--;
			if (token_punct(doc, open, '(') && open > range.from &&
				(is_gender_mark(doc, open + 1, last) || is_attribute(doc, (Range) {open + 1, last}) || last - open > 12))
			{
				range.to = open;
				changed = true;
			}
		}
		else if ((token->kind == TOKEN_PUNCT && !(token->chr == '+' || token->chr == '#')) ||
				 (last > range.from && dangles(doc, last)))
		{
			range.to--;
			changed = true;
		}
		else if (token->kind == TOKEN_NUMBER && (token->len >= 4 || (last > range.from && (token_punct(doc, last - 1, '-') || token_punct(doc, last - 1, '#')))))
		{
			/* "ID-10978", "#4450", "GS-0460-12" */
			while (range.to > range.from && doc->tokens[range.to - 1].kind != TOKEN_WORD)
				range.to--;
			if (range.to > range.from && doc->tokens[range.to - 1].len <= 4 && !(doc->tokens[range.to - 1].shape & SHAPE_HAS_LOWER))
				range.to--;
			changed = true;
		}
		else if (range.to - range.from > 3 && last >= 4 && doc->tokens[last].len == 1 && token_punct(doc, last - 1, '/') &&
				 is_gender_mark(doc, last - 2, range.to))
		{
			/* "Entwickler m/w/d" */
			while (range.to > range.from && (doc->tokens[range.to - 1].len == 1 || doc->tokens[range.to - 1].kind == TOKEN_PUNCT))
				range.to--;
			changed = true;
		}
	}
	return range;
}

/* Whether a token parts the segments of a title line: " - ", "|", ",", "(", " at ". */
static bool
is_part_sign(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_PUNCT)
	{
		if (token->chr == '|' || token->chr == 0 || token->chr == ',' || token->chr == '@' || token->chr == ';' || token->chr == ':')
			return true;
		if (token->chr == '(' || token->chr == '[' || (token->chr == '*' && token->len > 1))
			return true;
		return (token->chr == '-' || token->chr == '*' || token->chr == '~' || token->chr == '/') && token->gap == GAP_SPACE &&
			i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_SPACE;
	}
	return false;
}

/* Whether a segment names a place and what lies in it: "Miami County", "Michigan Secretary of State". */
static bool
is_place_segment(const Doc *doc, Range range)
{
	static const char *const units[] = {"county", "city", "parish", "borough", "district", "area", "province", NULL};
	const Mark *place = mark_at(doc, KIND_PLACE, range.from);
	bool		strong;

	if (doc->tokens[range.from].shape & SHAPE_SPLIT && doc->tokens[range.from].gap == GAP_NONE)
		return false;
	if (range.to - range.from > 1 && range.to - range.from <= 5 && token_in(doc, range.to - 1, units))
		return true;
	return place != NULL && !(place->entry->flags & ENTRY_WEAK) && place->to <= range.to &&
		!(has_role(doc, range, &strong) && strong && range.to - range.from <= 4 && mark_before(doc, KIND_TITLE, range.to) != NULL);
}

/* Whether two ranges hold the same words. */
static bool
same_words(const Doc *doc, Range a, Range b)
{
	if (a.to - a.from != b.to - b.from)
		return false;
	for (uint32_t t = 0; t < a.to - a.from; t++)
		if (doc->tokens[a.from + t].hash != doc->tokens[b.from + t].hash)
			return false;
	return true;
}

/* Whether a segment is the employer: what a label says, or what seeks somebody further down. */
static bool
is_employer_segment(const Doc *doc, Range range)
{
	const LabelValue *label = doc_label(doc, LABEL_COMPANY);
	const Marks *tails = &doc->marks[KIND_COMPANY_TAIL];
	uint32_t	n = range.to - range.from;
	bool		strong;

	if (n == 0 || n > 6 || (has_role(doc, range, &strong) && strong))
		return false;
	if (label != NULL && doc->tokens[label->value.from].hash == doc->tokens[range.from].hash)
		return true;
	for (uint32_t i = 0; i < tails->count && i < 40; i++)
	{
		uint32_t	to = tails->items[i].from;

		if (to >= n && to - n >= range.to && same_words(doc, range, (Range) {to - n, to}) && doc_starts_clause(doc, to - n))
			return true;
	}
	return false;
}

/* Whether a title ends before a token inside a line: "at Acme", "in Boston", a heading that was glued on. */
static bool
ends_title(const Doc *doc, uint32_t from, uint32_t i, uint32_t to)
{
	static const char *const sought[] = {"required", "needed", "wanted", "sought", NULL};
	const Mark *mark;
	bool		strong;

	if ((doc->tokens[i].kind != TOKEN_WORD && doc->tokens[i].kind != TOKEN_SIGN) || i < from + 1 || i + 1 >= to ||
		!has_role(doc, (Range) {from, i}, &strong))
		return false;
	/* "Site Manager up to £40k" */
	if (token_is(doc, i, "up") && token_is(doc, i + 1, "to") && i + 2 < doc->n_tokens && doc->tokens[i + 2].kind != TOKEN_WORD)
		return true;
	if (doc->tokens[i].kind == TOKEN_SIGN)
		return doc->tokens[i].gap == GAP_SPACE && doc->tokens[i + 1].kind == TOKEN_NUMBER;
	if (token_is(doc, i, "at"))
		return i > from + 1 && doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER;
	if (token_is(doc, i, "in") || token_is(doc, i, "for"))
	{
		mark = mark_at(doc, KIND_PLACE, i + 1);
		return mark != NULL && !(mark->entry->flags & ENTRY_WEAK) && doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER;
	}
	if (token_in(doc, i, sought))
		return true;
	mark = mark_at(doc, KIND_HEADING, i);
	return mark != NULL && (mark->to - i > 1 || doc->tokens[i].shape & SHAPE_SPLIT) && strong && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
		(mark->entry->value < HEADING_LABEL || token_punct(doc, mark->to, ':'));
}

/* Steps over what opens a title's line and is no part of it: "Job title:", "Join us as a", "The". */
static uint32_t
skip_opening(const Doc *doc, Range range)
{
	const Mark *mark = mark_at(doc, KIND_HEADING, range.from);

	if (mark != NULL && mark->to + 1 < range.to && token_punct(doc, mark->to, '/') && mark_at(doc, KIND_HEADING, mark->to + 1) != NULL)
		mark = mark_at(doc, KIND_HEADING, mark->to + 1);
	if (mark != NULL && mark->to < range.to && mark->entry->value == HEADING_LABEL + LABEL_TITLE &&
		(mark->to - mark->from > 1 || token_punct(doc, mark->to, ':')))
		range.from = mark->to + (token_punct(doc, mark->to, ':') ? 1 : 0);
	mark = mark_at(doc, KIND_TITLE_LEAD, range.from);
	if (mark != NULL && mark->to + 1 < range.to && (mark->to - mark->from > 1 || token_is(doc, range.from, "the") || token_is(doc, range.from, "our")))
		range.from = mark->to;
	if (range.to - range.from > 2 && doc->tokens[range.from + 1].gap == GAP_SPACE &&
		(token_is(doc, range.from, "a") || token_is(doc, range.from, "an")))
		range.from++;
	return range.from;
}

/* The segment between bars that names the role: "Acme | Data Analyst | Boston"; the whole where no bar stands. */
static Range
barred_segment(const Doc *doc, Range range)
{
	Range		part = {range.from, range.from};
	Range		best = range;
	bool		bars = false;
	bool		strong;

	for (uint32_t i = range.from; i <= range.to; i++)
	{
		if (i < range.to && !token_punct(doc, i, '|'))
			continue;
		part.to = i;
		bars |= i < range.to;
		if (bars && has_role(doc, part, &strong) && strong)
			return part;
		if (part.from == range.from)
			best = part;
		part.from = i + 1;
	}
	return best;
}

/* Cuts a line down to the title in it: segments that are attributes fall away. */
static Range
clean_title(const Doc *doc, Range range)
{
	uint32_t	parts[32];
	uint32_t	n = 0;
	uint32_t	depth = 0;
	bool		strong;
	uint32_t	end;

	range = barred_segment(doc, range);
	range.from = skip_opening(doc, range);
	range = trim_end(doc, range);
	for (uint32_t i = range.from; i < range.to && n < 31; i++)
	{
		if (token_punct(doc, i, ')') && depth > 0)
			depth--;
		else if (is_part_sign(doc, i))
		{
			if (depth == 0 && i > range.from)
				parts[n++] = i;
			depth += token_punct(doc, i, '(');
		}
		if (ends_title(doc, range.from, i, range.to))
		{
			parts[n++] = i;
			range.to = i;
		}
	}
	parts[n] = range.to;
	/* a first segment without a role, before one that has it: the role is the title */
	end = range.to;
	for (uint32_t k = 0; k < n; k++)
	{
		Range		part = {parts[k] + 1, parts[k + 1]};

		if (part.from >= part.to)
			continue;
		if (token_punct(doc, parts[k], '|') || token_punct(doc, parts[k], '@') || token_punct(doc, parts[k], '[') ||
			token_punct(doc, parts[k], '*') || is_attribute(doc, part) || is_place_segment(doc, part) || is_employer_segment(doc, part))
		{
			end = parts[k];
			break;
		}
	}
	range.to = end;
	/* "Careers at Acme: Data Analyst", "Acme - Data Analyst" */
	if (n > 0 && parts[0] < range.to && !token_punct(doc, parts[0], ',') && !token_punct(doc, parts[0], '(') && !token_punct(doc, parts[0], '/') &&
		!has_role(doc, (Range) {range.from, parts[0]}, &strong) && has_role(doc, (Range) {parts[0] + 1, range.to}, &strong) && strong)
		range.from = parts[0] + 1;
	else if (n > 0 && parts[0] < range.to && is_attribute(doc, (Range) {range.from, parts[0]}))
		range.from = parts[0] + 1;
	return trim_end(doc, range);
}

/* Whether two letters or more stand in a range. */
static bool
has_letters(const Doc *doc, Range range)
{
	for (uint32_t i = range.from; i < range.to; i++)
		if (doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len > 1)
			return true;
	return false;
}

/* The text inside the brackets of a link that opens a range: "[Data Analyst](https://...)". */
static Range
unlink_title(const Doc *doc, Range range)
{
	if (!token_punct(doc, range.from, '['))
		return range;
	for (uint32_t i = range.from + 1; i < range.to && i < range.from + 40; i++)
		if (token_punct(doc, i, ']'))
			return (Range) {range.from + 1, i};
	return range;
}

/* Whether some title stands in a range, be it in the midst: enough for a page's first line. */
static bool
holds_title(const Doc *doc, Range range)
{
	for (const Mark *mark = mark_from(doc, KIND_TITLE, range.from);
		 mark != NULL && mark < doc->marks[KIND_TITLE].items + doc->marks[KIND_TITLE].count && mark->to <= range.to; mark++)
		if (!(mark->entry->flags & (ENTRY_WEAK | ENTRY_LEVEL)) && !(mark->to - mark->from == 1 && token_in(doc, mark->from, no_roles)))
			return true;
	return false;
}

/* Adds a candidate, one that only explain shows where a reason speaks against it. */
static void
propose(Doc *doc, TitleCandidates *all, Range at, int score, const char *rule, const char *reason)
{
	Range		clean = clean_title(doc, at);
	bool		strong;

	while (clean.from < clean.to && doc->tokens[clean.from].kind == TOKEN_PUNCT &&
		   !(doc->tokens[clean.from].chr == '.' || doc->tokens[clean.from].chr == '('))
		clean.from++;
	if (clean.from >= clean.to || clean.to - clean.from > 24 || !has_letters(doc, clean))
		return;
	if (reason == NULL && token_punct(doc, clean.to, '|') && !has_role(doc, clean, &strong) && !holds_title(doc, clean))
		reason = "a line of attributes";
	if (reason == NULL && is_attribute(doc, clean) && !(score >= 44 && mark_at(doc, KIND_TITLE, clean.from) != NULL))
		reason = "a place, a contract type or a date";
	*VEC_PUSH(doc->arena, all) = (TitleCandidate) {clean, score, rule, reason};
}

/* Whether a label's name stands before categories and dates as often as before titles. */
static bool
names_category(const Doc *doc, Range name)
{
	static const char *const words[] = {
		"job", "posting", "opening", "vacancy", "gesucht", "oferta", "offre", "hiring", "classification", "profession",
		"occupation", "qualifica", "vacante", "vacature", "vaga", "emploi", "opportunity", NULL
	};

	return token_in(doc, name.to - 1, words);
}

/* Titles behind labels. */
static void
from_labels(Doc *doc, TitleCandidates *all)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *label = &doc->labels.items[i];
		Range		value = label->value;
		bool		strong;

		if (label->label != LABEL_TITLE || value.from >= value.to || value.to - value.from > 24 ||
			doc->tokens[value.from].zone == ZONE_NOISE)
			continue;
		value = unlink_title(doc, value);
		while (value.from < value.to && doc->tokens[value.from].kind == TOKEN_PUNCT)
			value.from++;
		if (value.from >= value.to || doc->tokens[value.from].kind == TOKEN_SIGN ||
			(value.to - value.from == 1 && doc->tokens[value.from].len < 3))
			continue;
		if (has_role(doc, value, &strong))
			propose(doc, all, value, is_sentence(doc, value) ? 30 : 100, "title.label", NULL);
		else
			propose(doc, all, value, 44, "title.label", is_sentence(doc, value) ? "a sentence" :
					names_category(doc, label->name) ? "no role" : NULL);
	}
}

/* Whether a line is a heading or a label of the lexicon. */
static bool
is_known_heading(const Doc *doc, const Line *line)
{
	const Mark *mark = mark_at(doc, KIND_HEADING, line->first);

	return mark != NULL && (mark->to >= line->last || token_punct(doc, mark->to, ':'));
}

/* Whether a line speaks of a role before it names it: "Enthusiasm for a career as a Store Manager". */
static bool
serves_role(const Doc *doc, Range range)
{
	bool		strong;

	if (mark_at(doc, KIND_TITLE_LEAD, range.from) != NULL)
		return false;
	for (uint32_t i = range.from + 1; i < range.to && i < range.from + 16; i++)
		if (token_is(doc, i, "as") || token_is(doc, i, "for") || token_is(doc, i, "to"))
			return !has_role(doc, (Range) {range.from, i}, &strong);
	return false;
}

/* Whether a short line in capitals stands on top of a header of attributes: labels, a place, a contract type. */
static bool
heads_attributes(const Doc *doc, const Line *line)
{
	uint32_t	attributes = 0;
	const Mark *heading;
	const Line *end = doc->lines + doc->n_lines;

	if (line->words < 2 || line->words > 9 || doc->lower_case || mark_at(doc, KIND_HEADING, line->first) != NULL ||
		is_attribute(doc, (Range) {line->first, line->last}))
		return false;
	for (uint32_t i = line->first; i < line->last; i++)
		if (doc->tokens[i].kind == TOKEN_NUMBER || ((heading = mark_at(doc, KIND_HEADING, i)) != NULL && heading->entry->flags & ENTRY_LABEL) ||
			(doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len > 3 && !(doc->tokens[i].shape & SHAPE_FIRST_UPPER)))
			return false;
	for (const Line *next = line + 1; next < end && next < line + 6; next++)
	{
		const Mark *label;

		if (next->first >= next->last)
			continue;
		if (next->words > 10)
			break;
		label = mark_at(doc, KIND_HEADING, next->first);
		if ((label != NULL && label->entry->flags & ENTRY_LABEL && label->entry->value != HEADING_LABEL + LABEL_TITLE &&
			 label->entry->value != HEADING_LABEL + LABEL_COMPANY && token_punct(doc, label->to, ':')) ||
			is_attribute(doc, (Range) {next->first, next->last}))
			attributes++;
	}
	return attributes >= 2;
}

/* What a line is worth as the title; 0 where it cannot be one. */
static int
line_score(const Doc *doc, const Line *line, Range range, uint32_t seen)
{
	bool		strong = false;
	bool		role = has_role(doc, range, &strong);
	const Mark *label;
	int			score;

	if (!role && seen == 1)
		role = holds_title(doc, range);
	if (!role && seen == 1 && heads_attributes(doc, line))
		return 36;
	if (!role && !(seen == 1 && line->flags & LINE_MARKDOWN && mark_from(doc, KIND_HEADING, line->first) == NULL))
		return 0;
	/* "1,000 data engineers", "Training for Tire Technicians" */
	if ((doc->tokens[range.from].kind == TOKEN_NUMBER && token_punct(doc, range.from + 1, ',')) || serves_role(doc, range))
		return 0;
	if (!is_written_as_title(doc, range) && !(strong && line->words <= (seen == 1 ? 8 : 4)) && !has_gender_mark(doc, range))
		return 0;
	/* "Job function Research, Analyst": a label without its colon */
	label = mark_at(doc, KIND_HEADING, range.from);
	if (label != NULL && label->entry->flags & ENTRY_LABEL && label->entry->value != HEADING_LABEL + LABEL_TITLE &&
		label->to - label->from > 1 && label->to + 1 != range.to)
		return 0;
	/* the first of a list of duties */
	if (line->flags & LINE_BULLET && line + 1 < doc->lines + doc->n_lines && line[1].flags & LINE_BULLET)
		return 0;
	if (doc->tokens[line->first].zone != ZONE_SUMMARY && seen > 4 && !(line->flags & LINE_MARKDOWN))
		return 0;
	score = (strong ? 60 : 45) - (int) seen * 2 + (line->flags & LINE_MARKDOWN ? 8 : 0) + (line->flags & LINE_BOLD ? 3 : 0);
	if (doc->tokens[range.from].kind == TOKEN_WORD && !(doc->tokens[range.from].shape & SHAPE_FIRST_UPPER) && !doc->lower_case)
		score -= 15;
	return score;
}

/* Whether a page's title, as raw bytes, holds a text. */
static bool
page_title_holds(const Doc *doc, Str text)
{
	const Span *at = &doc->source.page_title;

	if (text.len < 4 || at->stop > doc->raw_len || at->stop - at->start > 400)
		return false;
	for (uint32_t i = at->start; i + text.len <= at->stop; i++)
		if (memcmp(doc->raw + i, text.s, text.len) == 0)
			return true;
	return false;
}

/* A heading that the title of an HTML page repeats. */
static void
from_page_title(Doc *doc, TitleCandidates *all)
{
	uint32_t	found = 0;

	if (doc->source.page_title.stop <= doc->source.page_title.start)
		return;
	for (uint32_t i = 0; i < doc->n_lines && i < 2000 && found < 2; i++)
	{
		const Line *line = &doc->lines[i];
		Range		range = {line->first, line->last};
		bool		strong;

		if (range.from >= range.to || !(line->flags & LINE_MARKDOWN) || line->words > 16 || !has_role(doc, range, &strong) ||
			!page_title_holds(doc, range_text(doc, range)))
			continue;
		found++;
		propose(doc, all, range, 85, "title.page", NULL);
	}
}

/* Whether a full stop ends an abbreviation: "Financial Controller a.i." */
static bool
ends_abbreviated(const Doc *doc, uint32_t i)
{
	return i > 1 && doc->tokens[i - 1].kind == TOKEN_WORD && doc->tokens[i - 1].len == 1 && token_punct(doc, i - 2, '.');
}

/* The commas of a header and the dash that ends it, "Title, Employer, Place —"; 0 where a line begins with none. */
static uint32_t
header_commas(const Doc *doc, const Line *line, uint32_t *commas)
{
	uint32_t	n = 0,
				depth = 0;

	for (uint32_t i = line->first; i < line->last && i < line->first + 32 && n < 7; i++)
	{
		if (token_punct(doc, i, '('))
			depth++;
		else if (token_punct(doc, i, ')') && depth > 0)
			depth--;
		else if (depth == 0 && token_punct(doc, i, ','))
			commas[n++] = i;
		else if (token_punct(doc, i, ':'))
			return 0;
		/* a hyphen is one byte, a dash more */
		else if (token_punct(doc, i, '-') && doc->tokens[i].len > 1)
		{
			commas[n] = i;
			return i + 8 < line->last ? n : 0;
		}
		else if (doc->tokens[i].kind == TOKEN_WORD && token_in(doc, i, sentence_words) && !is_acronym(doc, i) && doc->tokens[i].len > 1)
			return 0;
	}
	return 0;
}

/* The title of a header that a dash parts from the text: "Office Manager, Acme Trust, Springfield, Illinois — The ...". */
static void
from_dashed_header(Doc *doc, TitleCandidates *all)
{
	uint32_t	commas[8];
	uint32_t	n;
	const Line *line = doc->lines;
	bool		place = false;
	bool		employer = false;
	bool		strong;
	Range		title;

	while (line < doc->lines + doc->n_lines && (line->first >= line->last || line->flags & LINE_NOISE))
		line++;
	if (line >= doc->lines + doc->n_lines || (n = header_commas(doc, line, commas)) == 0)
		return;
	/* the places at its end, and the employer before them */
	while (n > 0 && (is_attribute(doc, (Range) {commas[n - 1] + 1, commas[n]}) || !employer))
	{
		bool		is_place = is_attribute(doc, (Range) {commas[n - 1] + 1, commas[n]});

		place |= is_place;
		employer = !is_place;
		n--;
	}
	title = (Range) {line->first, commas[n]};
	if (has_role(doc, title, &strong))
		propose(doc, all, title, 64, "title.header", NULL);
	else if (place)
		propose(doc, all, title, 40, "title.header", NULL);
}

/* Whether a line opens with a contract type that is no part of a title: "Full-time · Director", not "Freelance Engineer". */
static bool
opens_with_terms(const Doc *doc, Range range)
{
	const Mark *mark = mark_at(doc, KIND_EMPLOYMENT_TYPE, range.from);
	bool		strong;

	if (mark == NULL)
		return false;
	return mark->to >= range.to || doc->tokens[mark->to].kind != TOKEN_WORD || !has_role(doc, (Range) {mark->from, range.to}, &strong);
}

/* Titles in the first lines. */
static void
from_lines(Doc *doc, TitleCandidates *all)
{
	uint32_t	seen = 0;

	for (uint32_t i = 0; i < doc->n_lines && seen < 14; i++)
	{
		const Line *line = &doc->lines[i];
		Range		range = unlink_title(doc, (Range) {line->first, line->last});
		bool		linked = range.from > line->first;
		int			score;

		if (range.from >= range.to || line->flags & LINE_NOISE)
			continue;
		seen++;
		/* "Data Analyst | Boston | ..." */
		for (uint32_t k = range.from; !linked && k < range.to && k < range.from + 14; k++)
			linked = token_punct(doc, k, '|');
		if (linked && !token_punct(doc, line->first, '['))
			range = barred_segment(doc, (Range) {range.from, range.to < range.from + 60 ? range.to : range.from + 60});
		if ((line->words > 16 && !linked) || range.to - range.from > 30 || (line->flags & LINE_BULLET && seen > 3) ||
			(!linked && token_punct(doc, line->last - 1, '.') && !ends_abbreviated(doc, line->last - 1)) || is_known_heading(doc, line))
			continue;
		score = line_score(doc, line, range, seen);
		if (score > 0)
			propose(doc, all, range, score, seen == 1 ? "title.first_line" : "title.line",
					is_sentence(doc, range) ? "a sentence" :
					opens_with_terms(doc, range) ? "a board's line of terms" : NULL);
	}
}

/* "of" and its like behind roles of Romance languages. */
static const char *const romance_of[] = {"de", "di", "du", "des", "del", "da", "dos", "das", "della", "d", NULL};

/* "chef de projet", "tecnico di laboratorio": up to three words behind the role. */
static uint32_t
romance_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	end = to;
	uint32_t	words = 0;

	for (uint32_t i = to; i < limit && words < 3; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token_in(doc, i, romance_of) || (token->kind == TOKEN_PUNCT && token->chr == '\''))
			continue;
		if (token->kind != TOKEN_WORD || token->gap > GAP_SPACE || token_in(doc, i, run_stops) || token_in(doc, i, sentence_words))
			break;
		if (words > 0 && !token_in(doc, i - 1, romance_of) && token->len < 4)
			break;
		end = i + 1;
		words++;
	}
	return end;
}

/* "Manager, Data Analytics who": the capitals behind a comma, where a sentence goes on behind them. */
static uint32_t
team_tail(const Doc *doc, uint32_t to, uint32_t limit)
{
	uint32_t	i = to + 1;

	while (i < limit && i < to + 7 && doc->tokens[i].gap == GAP_SPACE &&
		   ((doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_FIRST_UPPER) || token_is(doc, i, "and") || token_text(doc, i)[0] == '&'))
	{
		if (mark_at(doc, KIND_PLACE, i) != NULL || mark_at(doc, KIND_TITLE, i) != NULL || token_in(doc, i, sentence_words))
			return to;
		i++;
	}
	if (i <= to + 1 || i >= limit || doc->tokens[i].kind != TOKEN_WORD || doc->tokens[i].shape & SHAPE_HAS_UPPER || token_is(doc, i - 1, "and"))
		return to;
	return i;
}

/* What follows a role and belongs to it: "II", "EMT", "of Engineering". */
static uint32_t
role_tail(const Doc *doc, uint32_t from, uint32_t to, uint32_t limit)
{
	bool		upper = (doc->tokens[to - 1].shape & SHAPE_FIRST_UPPER) != 0;
	uint32_t	words = 0;

	/* "Planner I/II", "Specialist I or II" */
	while (to + 2 < limit && is_grade(doc, to) && is_grade(doc, to + 2) &&
		   (token_punct(doc, to + 1, '/') || token_punct(doc, to + 1, '-') || token_punct(doc, to + 1, ',') || token_is(doc, to + 1, "or")))
		to += 2;
	while (to < limit && doc->tokens[to].gap <= GAP_SPACE &&
		   (is_grade(doc, to) || (doc->tokens[to].kind == TOKEN_WORD && doc->tokens[to].len <= 5 && doc->tokens[to].len > 1 &&
								  !(doc->tokens[to].shape & SHAPE_HAS_LOWER) && doc->tokens[to].shape & SHAPE_HAS_UPPER &&
								  doc->tokens[from].shape & SHAPE_HAS_LOWER)))
		to++;
	if (to + 1 < limit && token_in(doc, to, romance_of))
		return romance_tail(doc, to, limit);
	if (to - from <= 2 && upper && token_punct(doc, to, ','))
		return team_tail(doc, to, limit);
	if (to + 1 >= limit || !token_is(doc, to, "of") || !upper || !(doc->tokens[to + 1].shape & SHAPE_FIRST_UPPER))
		return to;
	for (uint32_t i = to + 1; i < limit && words < 5; i++)
	{
		if (doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_FIRST_UPPER && doc->tokens[i].gap == GAP_SPACE)
		{
			to = i + 1;
			words++;
		}
		else if (!token_is(doc, i, "and") && !token_punct(doc, i, '&'))
			break;
	}
	return to;
}

/* Whether a token may stand in the run of capitals that opens a text. */
static bool
continues_opening(const Doc *doc, uint32_t from, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const Mark *heading = mark_at(doc, KIND_HEADING, i);

	if (i > from && ((heading != NULL && heading->to - i > 1) || (token->gap == GAP_NONE && token->shape & SHAPE_SPLIT)))
		return false;
	if (token->kind == TOKEN_PUNCT)
		return token->chr == '/' || token->chr == '&' || token->chr == '(' || token->chr == ')' || token->chr == ',' ||
			(token->chr == '-' && token->gap == GAP_NONE && i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_NONE);
	if (token->kind != TOKEN_WORD || (token_in(doc, i, sentence_words) && !is_acronym(doc, i)))
		return false;
	return token->shape & SHAPE_FIRST_UPPER || token_text(doc, i)[0] == '&' || token_is(doc, i, "of") || token_is(doc, i, "and") || token_is(doc, i, "for");
}

/* Whether a sentence begins in the midst of a line: "Data Manager Are you", "ArchitectOpen to". */
static bool
begins_anew(const Doc *doc, uint32_t i)
{
	return i < doc->n_tokens && doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].shape & SHAPE_FIRST_UPPER && !is_acronym(doc, i) &&
		((doc->tokens[i].gap == GAP_NONE && doc->tokens[i].shape & SHAPE_SPLIT) || token_in(doc, i, sentence_words) || token_in(doc, i, run_stops));
}

/* The title in the capitals that open a text whose lines were lost; empty where a name opens it. */
static Range
opening_run(const Doc *doc, uint32_t from, uint32_t limit)
{
	Range		run = {from, from};
	const Mark *tail;
	uint32_t	i;
	bool		strong;

	for (i = from; i < limit && i < from + 16 && continues_opening(doc, from, i); i++)
		if (mark_before(doc, KIND_TITLE, i + 1) != NULL && has_role(doc, (Range) {from, i + 1}, &strong) &&
			(strong || begins_anew(doc, i + 1) || token_punct(doc, i + 1, ',') || token_punct(doc, i + 1, '-') || token_punct(doc, i + 1, '(')))
			run.to = role_tail(doc, from, i + 1, limit);
	/* "TutorCruncher is" */
	if (run.to == from + 1 && run.to < limit && doc->tokens[run.to].gap == GAP_NONE && doc->tokens[run.to].shape & SHAPE_SPLIT)
		run.to = from;
	if (run.to == from || i >= limit)
		return run;
	/* "Acme Engineers is seeking", "Acme Associates, Inc. seeks" */
	tail = mark_from(doc, KIND_COMPANY_TAIL, run.to);
	if (tail != NULL && (tail->from <= run.to + 1 || tail->from == i || (tail->from <= run.to + 4 && token_punct(doc, run.to, ','))))
		run.to = from;
	/* "Director, Compliance Division, Ohio - This position ..." */
	if (token_punct(doc, i, '-') && run.to > from)
		run.to = i;
	return run;
}

/* Titles behind a label in the midst of a line whose breaks were lost: "... Job Title: Data Analyst Location: ...". */
static void
from_inline_labels(Doc *doc, TitleCandidates *all)
{
	const Marks *marks = &doc->marks[KIND_HEADING];

	for (uint32_t i = 0; i < marks->count && i < 200; i++)
	{
		const Mark *mark = &marks->items[i];
		uint32_t	from = mark->to + 1;
		Range		run;

		if (mark->entry->value != HEADING_LABEL + LABEL_TITLE || mark->to - mark->from < 2 || !token_punct(doc, mark->to, ':') || from >= doc->n_tokens ||
			doc->lines[doc->tokens[from].line].words < 20)
			continue;
		run = opening_run(doc, from, doc->lines[doc->tokens[from].line].last);
		if (run.to > run.from)
			propose(doc, all, run, 90, "title.inline_label", NULL);
	}
}

/* A title that opens a text, or the text under its first heading: "Forester, GS-0460-12 Posn. ...". */
static void
from_opening(Doc *doc, TitleCandidates *all)
{
	uint32_t	seen = 0;

	for (uint32_t i = 0; i < doc->n_lines && seen < 1; i++)
	{
		const Line *line = &doc->lines[i];
		Range		run;

		if (line->first >= line->last || line->flags & LINE_NOISE || is_known_heading(doc, line))
			continue;
		seen++;
		if (line->words <= 12 || line->flags & LINE_BULLET)
			continue;
		run = opening_run(doc, line->first, line->last);
		if (run.to > run.from && !token_is(doc, run.from, "the") && !token_is(doc, run.from, "as"))
			propose(doc, all, run, 46, "title.opening", NULL);
	}
}

/* Whether a word parts a title from what comes before it in a sentence: "for an", "as the". */
static bool
opens_title(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {"a", "an", "the", "our", "as", "un", "une", "ein", "eine", "einen", "een", "um", "uma", "una", NULL};

	return token_in(doc, i, words);
}

/* Whether the run starts anew behind a token: an article, a comma or praise stands before the title. */
static bool
restarts_run(const Doc *doc, uint32_t i)
{
	static const char *const ends[] = {"oriented", "driven", "minded", "thinking", "motivated", "starting", NULL};

	return opens_title(doc, i) || token_punct(doc, i, ',') || token_punct(doc, i, '*') || token_punct(doc, i, '"') ||
		token_punct(doc, i, ':') || token_in(doc, i, ends);
}

/* Whether a sign may stand inside a title of a sentence. */
static bool
joins_run(const Doc *doc, uint32_t i, bool has_role)
{
	static const char *const abbreviations[] = {"sr", "jr", "dr", "st", "asst", "assoc", "mgr", "eng", "tech", "mr", NULL};
	char		c = doc->tokens[i].chr;

	if (i == 0 || i + 1 >= doc->n_tokens)
		return false;
	if (c == '.' && i + 1 < doc->n_tokens && doc->tokens[i + 1].gap != GAP_NONE)
		return !has_role && doc->tokens[i + 1].gap == GAP_SPACE && token_in(doc, i - 1, abbreviations);
	/* "Python + AWS Developer" */
	if (c == '+' && !has_role)
		return doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER && doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER;
	if (c == '-')
		return doc->tokens[i].gap == GAP_NONE && i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_NONE;
	return c == '/' || c == '.' || c == '&' || (!has_role && (c == '(' || c == ')' || c == '\''));
}

/* Whether a word is a possessive: "Acme's". */
static bool
is_possessive(const Doc *doc, uint32_t i)
{
	static const char *const kinds[] = {"children's", "women's", "men's", "people's", "bachelor's", "master's", NULL};
	const Token *token = &doc->tokens[i];
	const char *text = token_text(doc, i);

	return token->kind == TOKEN_WORD && token->len > 3 && !token_in(doc, i, kinds) && text[token->len - 1] == 's' &&
		(text[token->len - 2] == '\'' || (token->len > 5 && memcmp(text + token->len - 4, "\xe2\x80\x99", 3) == 0));
}

/* Drops what is no part of the title from a run's front: before capitals, words without them are praise. */
static Range
trim_run(const Doc *doc, Range run)
{
	if (run.to == run.from || !(doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER))
		return run;
	/* "an entry-level Planner" */
	if (run.to > run.from + 3 && token_punct(doc, run.from + 1, '-') && token_is(doc, run.from + 2, "level") &&
		!(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER))
		run.from += 3;
	while (run.from + 1 < run.to && !(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER) &&
		   !(doc->tokens[run.from].shape & SHAPE_HAS_UPPER) && doc->tokens[run.from].kind != TOKEN_NUMBER && mark_at(doc, KIND_SENIORITY, run.from) == NULL)
		run.from++;
	return run;
}

/* The title that begins at or behind a token of a sentence: up to its last role word in a run. */
static Range
role_run(const Doc *doc, uint32_t from, uint32_t limit)
{
	Range		run = {from, from};

	for (uint32_t i = from; i < limit && i < from + 16; i++)
	{
		const Token *token = &doc->tokens[i];
		const Mark *mark = mark_at(doc, KIND_TITLE, i);
		bool		found = run.to > run.from;

		if (i > from && (token->gap >= GAP_BLANK || (found && token->gap >= GAP_LINE)))
			break;
		/* "The Process Engineer monitors" */
		if (found && i == run.to && token->kind == TOKEN_WORD && token->gap == GAP_SPACE && !(token->shape & SHAPE_HAS_UPPER) &&
			token_text(doc, i)[token->len - 1] == 's' && doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER && doc->tokens[i - 1].shape & SHAPE_HAS_LOWER)
			break;
		if ((mark != NULL && mark->to <= limit && is_head(doc, (Range) {run.from, limit}, mark)) || is_compound_role(doc, i))
		{
			run.to = role_tail(doc, run.from, mark != NULL ? mark->to : i + 1, limit);
			i = run.to - 1;
			continue;
		}
		if (!found && (restarts_run(doc, i) || token_is(doc, i, "based") || (token->kind == TOKEN_NUMBER && token->len > 2) ||
					   (token->kind == TOKEN_WORD && token_is(doc, i, "s") && i > from) || is_possessive(doc, i)))
		{
			run.from = run.to = i + 1;
			continue;
		}
		if (token->kind == TOKEN_PUNCT && !joins_run(doc, i, found))
			break;
		if (token->kind == TOKEN_WORD && (token_in(doc, i, run_stops) || token_in(doc, i, sentence_words)) && !is_acronym(doc, i) &&
			!(token_punct(doc, i + 1, '-') && doc->tokens[i + 1].gap == GAP_NONE))
			break;
		/* once a role stands, only capitals go on */
		if (found && !(token->shape & SHAPE_FIRST_UPPER) && token->kind == TOKEN_WORD)
			break;
	}
	return trim_run(doc, run);
}

/* Adjectives of praise before a title in a sentence. */
static const char *const praise[] = {
	"experienced", "talented", "motivated", "passionate", "skilled", "dynamic", "highly",
	"self", "enthusiastic", "dedicated", "qualified", "driven", "strong", "an", "a", "the",
	"exceptional", "energetic", "creative", "new", "our", "professional", "additional",
	"hands", "on", "innovative", "ambitious", "proactive", "reliable", "friendly", "bright",
	"full", "time", "part", "results", "oriented", "detail", "and", "career", "minded",
	"engagierte", "engagierten", "erfahrene", "erfahrenen", "eine", "einen", "ein", "un", "une",
	"some", "great", "good", "outstanding", "seasoned", "highly", "qualified", "committed",
	"smart", "curious", "hard", "working", "local", "remote", "permanent", "temporary", "contract", "several", "multiple",
	"excellent", "world", "class", "top", "competent", "organized", "freelance", "suitably", "truly", "very", "uno", "una",
	"growing", "first", "another", "more", "currently", "professional", "superstar", "rockstar", "stellar",
	"hardworking", "trusted", "keen", "brightest", "best", "resourceful", "inventive", "original", "insightful", "adaptable",
	"two", "three", "four", "five", "few", "collaborative", "flexible", "caring", "compassionate", "astounding", "well", "versed", "able", "focused", "accomplished", NULL
};

/* Words behind the subject of "The Data Analyst will ..." that make it this job. */
static const char *const subject_tails[] = {
	"will", "is", "position", "role", "reports", "works", "performs", "provides", "serves", "supports", "must", "should",
	"leads", "job", "vacancy", "opportunity", "oversees", "manages", "assists", "plays", "ensures", "opening", "post",
	"coordinates", "acts", "shall", "develops", "conducts", "has", "drives", "maintains", "delivers", "needs", NULL
};

/* Whether the role is somebody else's: "reporting to the Director", "liaison between the". */
static bool
is_reported_to(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {"report", "reports", "reporting", "under", "between", "liaison", "with", "by", "supervise", "supervision", "direction", "assist", "support", "serve", "serves", "act", "acts", NULL};
	Range		clause = doc_clause(doc, i);

	for (uint32_t k = i + 1; k > clause.from && i + 1 - k < 5; k--)
		if (token_in(doc, k - 1, words))
			return true;
	return false;
}

/* Where the search for a title behind a lead ends: its clause, or the next line where a sentence was wrapped. */
static uint32_t
sentence_limit(const Doc *doc, const Mark *lead, uint32_t *from)
{
	uint32_t	limit = doc_clause(doc, lead->to - 1).to;
	const Line *line = &doc->lines[doc->tokens[lead->from].line];
	const Line *next = line + 1;

	if (limit < line->last || next >= doc->lines + doc->n_lines || next->first >= next->last)
		return limit;
	/* "We are looking for:" above a list, or its first item */
	if (*from >= line->last)
	{
		if (next->flags & LINE_HEADING)
			return limit;
		*from = next->first;
		return doc_clause(doc, next->first).to;
	}
	if (line->words < 5 || next->flags & (LINE_BLANK | LINE_BULLET | LINE_HEADING))
		return limit;
	return next->first + 6 < next->last ? next->first + 6 : next->last;
}

/* Whether a word of praise in a capital belongs to the title: "Local Manager", "Creative Director". */
static bool
is_title_word(const Doc *doc, uint32_t i, uint32_t limit)
{
	static const char *const words[] = {
		"local", "remote", "creative", "career", "new", "professional", "contract", "additional", "hands", "on", "first",
		"permanent", "temporary", "growing", "world", NULL
	};

	return doc->tokens[i].shape & SHAPE_FIRST_UPPER && token_in(doc, i, words) && i + 1 < limit &&
		doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER;
}

/* Whether a word without a capital praises whoever fits the role behind it: "a knowledgeable scientist". */
static bool
is_praise(const Doc *doc, uint32_t i)
{
	static const char *const ends[] = {"able", "ible", "ful", "ous", "eous", NULL};
	const Token *token = &doc->tokens[i];

	if (token_in(doc, i, praise))
		return true;
	if (token->kind != TOKEN_WORD || token->shape & SHAPE_HAS_UPPER || token->len < 8 || mark_at(doc, KIND_TITLE, i + 1) == NULL)
		return false;
	for (const char *const *end = ends; *end; end++)
		if (memcmp(token_text(doc, i) + token->len - strlen(*end), *end, strlen(*end)) == 0)
			return true;
	return false;
}

/* Steps over articles, praise and signs between a lead and its title. */
static uint32_t
skip_praise(const Doc *doc, uint32_t from, uint32_t limit)
{
	for (uint32_t i = 0; i < 10 && from < limit; i++)
	{
		const Mark *title = mark_at(doc, KIND_TITLE, from);

		if (token_punct(doc, from, ',') || token_punct(doc, from, '*') || token_punct(doc, from, '"') ||
			(token_punct(doc, from, '-') && token_in(doc, from + 1, praise)))
			from++;
		else if (doc->tokens[from].kind == TOKEN_NUMBER && doc->tokens[from].len < 3 && doc->tokens[from + 1].gap == GAP_SPACE && from + 1 < limit)
			from++;
		else if (is_praise(doc, from) && !(token_is(doc, from, "full") && token_is(doc, from + 2, "stack")) && !is_title_word(doc, from, limit) &&
				 !(title != NULL && title->to > from + 1 && title->to <= limit && !(title->entry->flags & ENTRY_LEVEL)))
			from++;
		else
			break;
	}
	return from;
}

/* Whether a role is written in the plural: a team, or several jobs. */
static bool
is_plural(const Doc *doc, Range run)
{
	const Token *last = &doc->tokens[run.to - 1];

	return last->kind == TOKEN_WORD && last->len > 4 && token_text(doc, run.to - 1)[last->len - 1] == 's' &&
		token_text(doc, run.to - 1)[last->len - 2] != 's';
}

/* Whether the employer says that it looks for somebody: "we are currently looking for", "Acme seeks". */
static bool
is_plain_wish(const Doc *doc, const Mark *lead)
{
	static const char *const verbs[] = {"looking", "seeking", "hiring", "recruiting", "searching", "seeks", "recruit", "hire", "seek", NULL};
	static const char *const adverbs[] = {"currently", "now", "actively", "seriously", "also", "always", "presently", "to", NULL};
	static const char *const subjects[] = {"we", "is", "are", "re", "client", NULL};
	uint32_t	i = lead->from;

	if (!token_in(doc, i, verbs))
		return false;
	while (i > 0 && lead->from - i < 3 && token_in(doc, i - 1, adverbs))
		i--;
	return i > 0 && (token_in(doc, i - 1, subjects) || token_is(doc, lead->from, "seeks"));
}

/* Whether a sentence goes on to ask for applications. */
static bool
asks_to_apply(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {"apply", "please", "read", "touch", "contact", "send", "cv", "resume", "call", "hear", "talk", "join", "email", "you", NULL};
	uint32_t	to = doc_clause(doc, i).to;

	for (uint32_t k = i; k < to && k < i + 40; k++)
		if (token_in(doc, k, words))
			return true;
	return false;
}

/* Whether a question mark ends the clause of a token. */
static bool
ends_as_question(const Doc *doc, uint32_t i)
{
	uint32_t	to = doc_clause(doc, i).to;

	for (uint32_t k = i; k < to && k < i + 30; k++)
		if (token_punct(doc, k, '?'))
			return true;
	return token_punct(doc, to, '?');
}

/* What a title that a sentence names is worth. */
static int
sentence_score(const Doc *doc, const Mark *lead, Range run, bool subject)
{
	static const char *const employer_verbs[] = {"provide", "offer", "are", "believe", "have", "deliver", "help", "bring", "serve", NULL};
	static const char *const members[] = {"member", "members", NULL};
	bool		wish = is_plain_wish(doc, lead);
	uint32_t	late = doc->tokens[lead->from].start / (wish ? 500 : 250);
	uint8_t		zone = doc->tokens[lead->from].zone;
	bool		as_a = token_is(doc, lead->from, "as") && lead->to - lead->from == 2 && !subject;
	uint32_t	most = wish ? 7 : 14;
	int			score = 34 - (int) (late > most ? most : late);

	if (doc->tokens[run.from].shape & SHAPE_FIRST_UPPER)
		score += 6;
	if (run.to - run.from == 1)
		score -= wish ? 4 : 8;
	if (is_plural(doc, run))
		score -= 4;
	/* "As a global partner we offer" is the employer */
	if (as_a && token_is(doc, run.to, "we") && token_in(doc, run.to + 1, employer_verbs))
		score -= 30;
	if (as_a && doc_starts_clause(doc, lead->from))
		score += token_in(doc, run.to, sentence_words) || token_punct(doc, run.to, ',') || token_is(doc, run.to, "at") ? 2 : 0;
	else if (lead->entry->flags & ENTRY_WEAK)
		score -= subject ? 6 : 12;
	if (token_in(doc, run.to - 1, members) && !(doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER))
		score -= 12;
	if (!wish && !token_is(doc, lead->from, "hire") && !token_is(doc, lead->from, "to") && is_reported_to(doc, lead->from))
		score -= run.to - run.from > 2 && doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER && token_is(doc, lead->from, "as") ? 8 : 20;
	/* "If you are a ..., apply" closes an advertisement */
	if (token_is(doc, lead->from, "if"))
		return (asks_to_apply(doc, run.to) ? 34 : 20) - (run.to - run.from == 1 ? 8 : 0);
	if (ends_as_question(doc, run.to) && !token_is(doc, lead->from, "are"))
		score -= 12;
	if (token_is(doc, lead->from, "become") && run.to - run.from == 1)
		score -= 8;
	if (zone == ZONE_REQUIREMENTS || zone == ZONE_LEGAL || zone == ZONE_PROCESS)
		score -= 10;
	return score;
}

/* Whether a token begins what a job does: "is responsible for", "will", "oversees". */
static bool
is_duty_verb(const Doc *doc, uint32_t i)
{
	if (token_is(doc, i, "is"))
		return token_is(doc, i + 1, "responsible") || token_is(doc, i + 1, "accountable") || token_is(doc, i + 1, "expected");
	return token_in(doc, i, subject_tails) && !token_is(doc, i, "has") && !token_is(doc, i, "is") && !token_is(doc, i, "should");
}

/* Whether a role that an article leads is this job: "The Data Analyst (Sales) will", "fill the Data Analyst position". */
static bool
is_subject(const Doc *doc, const Mark *lead, Range run)
{
	static const char *const nouns[] = {"position", "role", "job", "vacancy", "opening", "post", "opportunity", NULL};
	uint32_t	next = run.to;

	if (token_punct(doc, next, '('))
		while (next < doc->n_tokens && next < run.to + 10 && !token_punct(doc, next++, ')'))
			continue;
	/* "A Process Engineer in the plant team will" */
	if (doc_starts_clause(doc, lead->from) && (token_is(doc, next, "in") || token_is(doc, next, "for") || token_is(doc, next, "on") || token_is(doc, next, "at")))
		for (uint32_t i = next + 1; i < doc->n_tokens && i < next + 10 && doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].gap == GAP_SPACE; i++)
			if (token_is(doc, i, "will") || token_is(doc, i, "is"))
				return true;
	if (next >= doc->n_tokens || doc->tokens[next].gap >= GAP_BLANK)
		return false;
	if (token_in(doc, next, nouns))
		return true;
	if (!doc_starts_clause(doc, lead->from))
		return token_in(doc, next, subject_tails) && doc->tokens[lead->from].shape & SHAPE_FIRST_UPPER;
	/* "The Process Engineer monitors" */
	return token_in(doc, next, subject_tails) ||
		(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER && doc->tokens[next].kind == TOKEN_WORD && doc->tokens[next].len > 4 &&
		 doc->tokens[next].gap == GAP_SPACE && !(doc->tokens[next].shape & SHAPE_HAS_UPPER) &&
		 token_text(doc, next)[doc->tokens[next].len - 1] == 's');
}

/* A title set off by markup goes as far as the markup: "seeking a **Student Assistant, Field Work** to". */
static Range
marked_up_run(const Doc *doc, Range run, uint32_t limit)
{
	if (run.from < 2 || run.from >= run.to || !token_punct(doc, run.from - 1, '*') || !token_punct(doc, run.from - 2, '*'))
		return run;
	for (uint32_t i = run.to; i + 1 < limit && i < run.to + 8; i++)
		if (token_punct(doc, i, '*'))
			return (Range) {run.from, i};
	return run;
}

/* The title that a lead leads to; empty where none stands there. */
static Range
led_title(const Doc *doc, const Mark *lead)
{
	uint32_t	from = lead->to;
	uint32_t	limit = sentence_limit(doc, lead, &from);
	Range		run = role_run(doc, skip_praise(doc, from, limit), limit);

	if (run.from < run.to && mark_at(doc, KIND_TITLE, run.from) == NULL &&
		(is_praise(doc, run.from) || doc->tokens[run.from].kind == TOKEN_NUMBER))
		run.from++;
	run = marked_up_run(doc, run, limit);
	/* "As Acme's Director of Sales, you": a bare "as" needs the comma */
	if (token_is(doc, lead->to - 1, "as") && lead->to - lead->from == 1 &&
		(!doc_starts_clause(doc, lead->from) || !token_punct(doc, run.to, ',')))
		run.to = run.from;
	if (run.from >= run.to || run.to - run.from > 12)
		return (Range) {0, 0};
	return run;
}

/* Whether people of the employer stand shortly before a token: "a team of skilled and experienced developers". */
static bool
follows_group(const Doc *doc, uint32_t i)
{
	static const char *const groups[] = {"team", "teams", "group", "groups", "network", "community", "pool", "crew", "staff", NULL};
	uint32_t	from = doc_clause(doc, i).from;

	for (uint32_t k = i; k > from && k + 8 > i; k--)
		if (token_is(doc, k - 1, "our") || (k > from + 1 && token_is(doc, k - 1, "of") && token_in(doc, k - 2, groups)))
			return true;
	return false;
}

/* Titles that a sentence names: "is looking for a …", "As a …, you", "The … will". */
static void
from_sentences(Doc *doc, TitleCandidates *all)
{
	static const char *const articles[] = {"the", "this", "our", "a", "an", NULL};
	static const char *const traits[] = {"talented", "experienced", NULL};
	const Marks *marks = &doc->marks[KIND_TITLE_LEAD];

	for (uint32_t i = 0; i < marks->count && all->count < 60; i++)
	{
		const Mark *lead = &marks->items[i];
		bool		subject = lead->to - lead->from == 1 && token_in(doc, lead->from, articles);
		const char *reason = NULL;
		Range		run;

		if (doc->tokens[lead->from].zone == ZONE_NOISE || lead->to >= doc->n_tokens)
			continue;
		if (subject && doc->tokens[lead->from].len < 3 && !doc_starts_clause(doc, lead->from))
			continue;
		/* "a team of experienced developers", "such as the Clerk" */
		if ((token_in(doc, lead->from, traits) && (follows_group(doc, lead->from) || (lead->from > 0 && opens_title(doc, lead->from - 1)))) || (lead->from > 0 && token_is(doc, lead->from - 1, "such")))
			continue;
		/* "experience working as a" */
		if (token_is(doc, lead->from, "working") && lead->from > 0 &&
			(token_is(doc, lead->from - 1, "experience") || token_is(doc, lead->from - 1, "years")))
			continue;
		run = led_title(doc, lead);
		if (run.from >= run.to)
			continue;
		/* "our hiring managers" */
		if (token_is(doc, lead->to - 1, "hiring") && run.from == lead->to && run.to == run.from + 1 &&
			(token_is(doc, run.from, "manager") || token_is(doc, run.from, "managers")))
			continue;
		if (subject && !is_subject(doc, lead, run))
		{
			/* so many things are led by an article that they are not worth a note */
			if (!doc_starts_clause(doc, lead->from))
				continue;
			reason = "not said to be this job";
		}
		propose(doc, all, run, sentence_score(doc, lead, run, subject), subject ? "title.subject" : "title.sentence", reason);
	}
}

/* Titles that begin a sentence without an article: "Store Manager is responsible for", "Site Engineer oversees". */
static void
from_bare_subjects(Doc *doc, TitleCandidates *all)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (uint32_t i = 0; i < marks->count && all->count < 60; i++)
	{
		uint32_t	from = marks->items[i].from;
		Range		run;

		/* the run holds up to four words before its role */
		for (uint32_t k = 0; k < 4 && from > 0 && !doc_starts_clause(doc, from) && doc->tokens[from - 1].kind == TOKEN_WORD; k++)
			from--;
		if (!doc_starts_clause(doc, from) || !(doc->tokens[from].shape & SHAPE_FIRST_UPPER) || doc->tokens[from].zone == ZONE_NOISE)
			continue;
		run = role_run(doc, from, doc_clause(doc, from).to);
		if (run.from != from || run.to - run.from < 2 || run.to >= doc->n_tokens || !(doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER) ||
			is_plural(doc, run) || doc->tokens[run.to].gap != GAP_SPACE || !is_duty_verb(doc, run.to))
			continue;
		propose(doc, all, run, 30 - (int) (doc->tokens[from].start / 250 > 14 ? 14 : doc->tokens[from].start / 250), "title.bare_subject", NULL);
	}
}

/* Titles before "role", "position" and the like: "a rewarding Senior Developer role". */
static void
from_nouns(Doc *doc, TitleCandidates *all)
{
	static const char *const nouns[] = {"role", "position", "job", "vacancy", "opportunity", NULL};
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (uint32_t i = 0; i < marks->count && all->count < 80; i++)
	{
		const Mark *mark = &marks->items[i];
		Range		run = {mark->from, mark->to};

		if (mark->to - mark->from < 2 || mark->entry->flags & (ENTRY_WEAK | ENTRY_LEVEL) || mark->to >= doc->n_tokens ||
			!token_in(doc, mark->to, nouns) || doc->tokens[mark->to].gap != GAP_SPACE || !(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER) ||
			doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		while (run.from > 0 && run.to - run.from < 8 && doc->tokens[run.from].gap == GAP_SPACE && !doc_starts_clause(doc, run.from) &&
			   doc->tokens[run.from - 1].kind == TOKEN_WORD && doc->tokens[run.from - 1].shape & SHAPE_FIRST_UPPER &&
			   !token_in(doc, run.from - 1, sentence_words) && !token_in(doc, run.from - 1, run_stops) &&
			   !opens_title(doc, run.from - 1) && !token_in(doc, run.from - 1, praise))
			run.from--;
		if (run.from > 1 && token_punct(doc, run.from - 1, '.') && (token_is(doc, run.from - 2, "sr") || token_is(doc, run.from - 2, "jr")))
			run.from -= 2;
		propose(doc, all, run, 36 - (int) (doc->tokens[run.from].start / 250 > 14 ? 14 : doc->tokens[run.from].start / 250), "title.noun", NULL);
	}
}

/* Whether a range's words end or begin with those of a shorter one. */
static bool
is_fuller(const Doc *doc, Range full, Range part)
{
	uint32_t	n = part.to - part.from;

	return full.to - full.from > n && full.to - full.from <= n + 4 &&
		(same_words(doc, (Range) {full.to - n, full.to}, part) || same_words(doc, (Range) {full.from, full.from + n}, part));
}

/* The fuller name of a title that sentences name: "Kitchen Service Technician" where the best is "Service Technician". */
static const TitleCandidate *
fuller_title(const Doc *doc, const TitleCandidates *all, const TitleCandidate *best)
{
	const TitleCandidate *fullest = best;

	if (best->score >= 44)
		return best;
	for (uint32_t i = 0; i < all->count; i++)
	{
		const TitleCandidate *c = &all->items[i];

		if (c->reason == NULL && c->score >= 22 && c->score + 14 >= best->score && doc->tokens[c->at.from].shape & SHAPE_FIRST_UPPER &&
			doc->tokens[c->at.to - 1].shape & SHAPE_HAS_UPPER && is_fuller(doc, c->at, fullest->at) && mark_at(doc, KIND_HEADING, c->at.from) == NULL)
			fullest = c;
	}
	return fullest;
}

/* The best candidate; ones that say the same lend each other weight. */
static const TitleCandidate *
best_title(const Doc *doc, TitleCandidates *all)
{
	TitleCandidate *best = NULL;

	for (uint32_t i = 0; i < all->count; i++)
	{
		TitleCandidate *c = &all->items[i];

		if (c->reason != NULL)
			continue;
		for (uint32_t k = 0; k < all->count && k < 40; k++)
			if (k != i && c->at.from != all->items[k].at.from && same_words(doc, c->at, all->items[k].at))
				c->score += 4;
		if (best == NULL || c->score > best->score)
			best = c;
	}
	if (best == NULL || best->score < 22)
		return NULL;
	return fuller_title(doc, all, best);
}

/* Notes every candidate, and why it was not taken. */
static void
note_candidates(Doc *doc, const TitleCandidates *all, const TitleCandidate *best)
{
	for (uint32_t i = 0; i < all->count; i++)
	{
		const TitleCandidate *c = &all->items[i];
		const char *reason = c->reason;

		if (reason == NULL && c != best)
			reason = best != NULL ? "a better candidate stands" : "too little speaks for it";
		doc_fact(doc, FIELD_TITLE, c->at, c->rule, reason, range_text(doc, c->at));
	}
}

/* The O*NET-SOC code of the longest known title in the title. */
static void
read_occupation(Doc *doc, Range title)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	const Mark *best = NULL;

	for (const Mark *mark = mark_from(doc, KIND_TITLE, title.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= title.to; mark++)
		if (posting_lexicon_strings[posting_soc_codes[mark->entry->value]] != '\0' &&
			(best == NULL || mark->to - mark->from > best->to - best->from) &&
			(mark->to - mark->from > 1 || title.to - title.from <= 2))
			best = mark;
	if (best == NULL)
		return;
	doc->posting->occupation = str_of(posting_lexicon_strings + posting_soc_codes[best->entry->value]);
	doc_fact(doc, FIELD_OCCUPATION, (Range) {best->from, best->to}, "occupation.title", NULL, doc->posting->occupation);
}

/* Whether a level is a beginner's whatever follows it; an "Associate Director" is a director. */
static bool
is_beginner(const Doc *doc, const Mark *mark)
{
	return mark->entry->value <= SENIORITY_ENTRY && !token_is(doc, mark->from, "associate") && !token_is(doc, mark->from, "assistant");
}

/* The level that the title names; of two the lower, a manager's before a senior's. */
static void
read_seniority(Doc *doc, Range title)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark *best = NULL;

	/* "an entry-level Planner" */
	if (title.from > 2 && token_is(doc, title.from - 1, "level") && token_punct(doc, title.from - 2, '-'))
		title.from -= 3;

	for (const Mark *mark = mark_from(doc, KIND_SENIORITY, title.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= title.to; mark++)
	{
		if (mark->entry->value == CUE_NONE)
		{
			if (best != NULL)
				continue;
			return;
		}
		/* "Senior Manager" is a manager, "Junior Manager" none; "Senior/Staff" the lower of the two */
		if (best == NULL || (mark->entry->value > best->entry->value && !is_beginner(doc, best) &&
							 !(mark->from > 0 && token_punct(doc, mark->from - 1, '/')) &&
							 mark->entry->value >= SENIORITY_MANAGER))
			best = mark;
	}
	if (best == NULL)
		return;
	doc->posting->seniority = (Seniority) best->entry->value;
	doc_fact(doc, FIELD_SENIORITY, (Range) {best->from, best->to}, "seniority.title", NULL,
			 str_of(posting_seniority_names[best->entry->value]));
}

/* Reads the title. */
void
extract_title(Doc *doc)
{
	TitleCandidates all = {0};
	const TitleCandidate *best;

	from_labels(doc, &all);
	from_page_title(doc, &all);
	from_dashed_header(doc, &all);
	from_lines(doc, &all);
	from_opening(doc, &all);
	from_inline_labels(doc, &all);
	from_sentences(doc, &all);
	from_bare_subjects(doc, &all);
	from_nouns(doc, &all);
	best = best_title(doc, &all);
	note_candidates(doc, &all, best);
	if (best == NULL)
		return;
	doc->title = best->at;
	doc->posting->title = range_text(doc, best->at);
	read_occupation(doc, best->at);
	read_seniority(doc, best->at);
}
