/*
 * title_cut.c
 *		What reads as a role, and how a line or a run is cut down to the title in
 *		it: place, employer, pay, id, contract type and gender marks fall away.
 */
#include "title_candidate.h"

/* Roman and Arabic numerals of grades: "II", "3". */
bool
title_is_grade(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_TITLE_GRADES) && !(doc->tokens[i].shape & SHAPE_HAS_LOWER);
}

/* Whether a role may end before a token: the segment ends, or says what the role is for. */
static bool
may_end_role(const Doc *doc, uint32_t i, uint32_t to)
{
	return i >= to || doc->tokens[i].kind == TOKEN_PUNCT ||
		   doc->tokens[i].shape & SHAPE_HAS_DIGIT || title_is_grade(doc, i) ||
		   token_is(doc, i, "of") || token_is(doc, i, "for") || token_is(doc, i, "and") ||
		   token_is(doc, i, "at") || token_is(doc, i, "in") || token_is(doc, i, "to") ||
		   token_is(doc, i, "with");
}

#define END(word) {word, sizeof(word) - 1}

/* Whether a long word ends as a role's compound does: "Projektmanager", "Softwareentwickler". */
bool
title_ends_as_role(const Doc *doc, uint32_t i)
{
	static const char last[] = {'n', 'r', 't', 'u'};
	static const Str  ends[sizeof(last)][32] = {
		 {END("managerin"), END("entwicklerin"), END("architektin"), END("leiterin"),
		  END("ingenieurin"), END("beraterin"), END("technikerin"), END("verkäuferin"),
		  END("kaufmann"), END("pflegerin"), END("assistentin"), END("referentin"),
		  END("schafterin"), END("bearbeiterin")},
		 {END("manager"),       END("entwickler"),   END("leiter"),       END("ingenieur"),
		  END("berater"),       END("techniker"),    END("mechaniker"),   END("verkäufer"),
		  END("pfleger"),       END("helfer"),       END("fahrer"),       END("meister"),
		  END("monteur"),       END("elektroniker"), END("bearbeiter"),   END("medewerker"),
		  END("ontwikkelaar"),  END("adviseur"),     END("beheerder"),    END("ingénieur"),
		  END("administrator"), END("verwalter"),    END("betreuer"),     END("vertreter"),
		  END("schlosser"),     END("buchhalter"),   END("konstrukteur"), END("installateur")},
		 {END("architekt"), END("assistent"), END("referent"), END("fachkraft"), END("spezialist"),
		  END("analyst")},
		 {END("kauffrau")}};
	const Token *token = &doc->tokens[i];
	const char *stop = token_text(doc, i) + token->len;
	const char *letter = memchr(last, stop[-1], sizeof(last));

	if (letter == NULL)
		return false;			/* none of them ends so */
	for (const Str *end = ends[letter - last]; end->len > 0; end++)
		if (stop[-2] == end->s[end->len - 2] && token->len > end->len + 2 &&
			memcmp(stop - end->len, end->s, end->len) == 0)
			return true;
	return false;
}

/*
 * Whether a word that is a role in compounds alone heads
 * one in capitals: "Channel Partner", "Sales Intern".
 */
static bool
is_capital_head(const Doc *doc, Range range, const Mark *mark)
{
	const Token *head = &doc->tokens[mark->from];

	/* "a Business Development professional", "a Python expert" */
	return mark->to == mark->from + 1 && mark->from > range.from && head->gap == GAP_SPACE &&
		   (head->shape & SHAPE_FIRST_UPPER ||
			(mark->from > range.from + 1 && head[-2].shape & SHAPE_FIRST_UPPER) ||
			mark_before(doc, KIND_SKILL, mark->from) != NULL) &&
		   head[-1].kind == TOKEN_WORD && head[-1].len > 1 && head[-1].shape & SHAPE_FIRST_UPPER &&
		   (may_end_role(doc, mark->to, range.to) ||
			!(doc->tokens[mark->to].shape & SHAPE_HAS_UPPER)) &&
		   token_in(doc, mark->from, WORDS_TITLE_CAPITAL_HEAD_HEADS);
}

/*
 * Whether a mark is a level or a word that is a role in compounds or
 * in another language only: "layer", "commercial", Polish "technik".
 */
static bool
is_no_role(const Doc *doc, const Mark *mark)
{
	return mark->entry->flags & ENTRY_LEVEL ||
		   (mark->to - mark->from == 1 &&
			(token_in(doc, mark->from, WORDS_TITLE_NO_ROLES) ||
			 (doc->language[0] == 'e' && token_is(doc, mark->from, "commercial")) ||
			 (doc->language[0] == 'd' && token_in(doc, mark->from, WORDS_TITLE_NO_ROLES_GERMAN)) ||
			 (doc->language[0] == 'f' && token_in(doc, mark->from, WORDS_TITLE_NO_ROLES_FRENCH))));
}

/* Whether a mark is a role by itself, or as the head of its compound. */
bool
title_is_head(const Doc *doc, Range range, const Mark *mark)
{
	if (is_no_role(doc, mark))
		return is_capital_head(doc, range, mark);
	return true;
}

/*
 * Whether a range names a role: a known title or a head noun of one; strong where it is surely one.
 */
bool
title_has_role(const Doc *doc, Range range, bool *strong)
{
	const Marks *marks = &doc->marks[KIND_TITLE];
	const Mark *mark = mark_from(doc, KIND_TITLE, range.from);
	bool		found = false;

	*strong = false;
	for (; mark != NULL && mark < marks->items + marks->count && mark->to <= range.to; mark++)
	{
		if (is_no_role(doc, mark))
		{
			found |= is_capital_head(doc, range, mark);
			continue;
		}
		/* "Ingénieur VRD" */
		found |= may_end_role(doc, mark->to, range.to) || mark->to - mark->from > 1 ||
				 (mark->from == range.from && title_has_roles_first(doc));
		*strong |= (mark->to - mark->from > 1 && !(mark->entry->flags & ENTRY_WEAK)) ||
				   (mark->entry->flags & ENTRY_HEAD && may_end_role(doc, mark->to, range.to) &&
					!(mark->entry->flags & ENTRY_WEAK));
	}
	for (uint32_t i = range.from; i < range.to && i < range.from + 20 && !*strong; i++)
		*strong = title_is_compound_role(doc, i);
	*strong |= title_has_gender_mark(doc, range);
	return found || *strong;
}

/* Whether a line is written as a title is: its longer words begin with capitals. */
bool
title_is_written_as_title(const Doc *doc, Range range)
{
	uint32_t	words = 0,
				upper = 0;

	for (uint32_t i = range.from; i < range.to; i++)
		if (doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len > 3)
		{
			words++;
			upper += (doc->tokens[i].shape & SHAPE_FIRST_UPPER) != 0;
		}
	return doc->lower_case || words <= 2 || upper * 3 >= words * 2 || !doc_is_english(doc);
}

/* Whether a word is written as an acronym: "IT", "US", "(SHE)". */
bool
title_is_acronym(const Doc *doc, uint32_t i)
{
	return (doc->tokens[i].len == 2 ||
			(i > 0 && token_punct(doc, i - 1, '(') && token_punct(doc, i + 1, ')'))) &&
		   doc->tokens[i].shape & SHAPE_HAS_UPPER && !(doc->tokens[i].shape & SHAPE_HAS_LOWER);
}

/* Whether a token is cut out of a name or begins one: "WeWork", "GetYourGuide". */
static bool
stands_in_name(const Doc *doc, uint32_t i)
{
	return i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_NONE &&
		   doc->tokens[i + 1].shape & SHAPE_SPLIT;
}

/* Whether a token is a word of sentences, which stands in no title. */
bool
title_is_sentence_word(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_TITLE_SENTENCE) && doc->tokens[i].len > 1 &&
		   !title_is_acronym(doc, i) && !stands_in_name(doc, i);
}

/* Whether a range reads as a sentence or a question. */
bool
title_is_sentence(const Doc *doc, Range range)
{
	for (uint32_t i = range.from; i < range.to; i++)
		if (token_punct(doc, i, '?') || token_punct(doc, i, '!') || title_is_sentence_word(doc, i))
			return true;
	return false;
}

/* Whether a range is nothing but a place, a contract type, pay or an id. */
bool
title_is_attribute(const Doc *doc, Range range)
{
	static const EntryKind kinds[] = {
		KIND_PLACE, KIND_EMPLOYMENT_TYPE, KIND_WORKPLACE, KIND_CURRENCY, KIND_PERIOD,
		KIND_NOISE, KIND_HOURS_PER_WEEK, KIND_MONTH
	};
	uint32_t	covered = 0,
				words = 0,
				begun = 0;		/* the kinds of marks that begin in it, as bits */
	bool		digits = false;
	/* "REF 04-01D" */
	bool id = token_is(doc, range.from, "ref") || token_is(doc, range.from, "id") ||
			  token_is(doc, range.from, "req");

	for (uint32_t i = range.from; i < range.to; i++)
	{
		const Token *token = &doc->tokens[i];

		begun |= token->begins;
		if (token->kind == TOKEN_PUNCT)
			continue;
		words++;
		if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_SIGN ||
			(id && token->shape & SHAPE_HAS_DIGIT))
		{
			digits |= token->len > 2 || token->kind == TOKEN_SIGN;
			covered++;
		}
		else if (token_is(doc, i, "in") || token_is(doc, i, "or") || token_is(doc, i, "and") ||
				 token_is(doc, i, "id") || token_is(doc, i, "job") || token_is(doc, i, "ref") ||
				 token_is(doc, i, "req") || token_is(doc, i, "the"))
			covered++;
	}
	if (words == 0)
		return true;
	/* "Baker - x2" */
	if (words <= 2 && token_text(doc, range.from)[0] == 'x' &&
		(doc->tokens[range.to - 1].shape & SHAPE_HAS_DIGIT ||
		 doc->tokens[range.to - 1].kind == TOKEN_NUMBER) &&
		(words == 1 || doc->tokens[range.to - 1].gap == GAP_NONE))
		return true;
	/* "(BI)", "Go / Rust" are places by chance */
	if (words == 1 && mark_at(doc, KIND_SKILL, range.from) != NULL &&
		mark_at(doc, KIND_EMPLOYMENT_TYPE, range.from) == NULL &&
		(title_is_acronym(doc, range.from) ||
		 (range.from > 0 && token_punct(doc, range.from - 1, '/'))))
		return false;
	for (size_t k = 0; k < lengthof(kinds); k++)
	{
		const Marks *marks = &doc->marks[kinds[k]];

		if (!(begun >> kinds[k] & 1))
			continue;
		for (const Mark *mark = mark_from(doc, kinds[k], range.from);
			 mark != NULL && mark < marks->items + marks->count && mark->to <= range.to; mark++)
			/* "Contract Specialist" is marked as no contract type, and "R2R" holds no rands */
			if (!(mark->entry->flags & ENTRY_WEAK && kinds[k] == KIND_PLACE &&
				  mark->from != range.from) &&
				!(kinds[k] == KIND_EMPLOYMENT_TYPE && mark->entry->value == CUE_NONE &&
				  mark->to - mark->from > 1) &&
				!(kinds[k] == KIND_CURRENCY && doc->tokens[mark->from].len == 1 &&
				  doc->tokens[mark->from].kind == TOKEN_WORD && !digits))
				covered += mark->to - mark->from;
	}
	return covered >= words || (digits && covered * 2 >= words);
}

/* Whether a bracket holds only gender marks or the like: (m/w/d), (f/m/x), (all genders). */
static bool
is_gender_mark(const Doc *doc, uint32_t from, uint32_t to)
{
	uint32_t	n = 0;

	for (uint32_t i = from; i < to; i++)
	{
		if (doc->tokens[i].kind == TOKEN_PUNCT)
			continue;
		if (!token_in(doc, i, WORDS_TITLE_GENDER_MARK))
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
		if ((token_punct(doc, i, '(') || token_punct(doc, i, '[')) && open == range.to &&
			i > range.from)
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
	return (token_in(doc, i, WORDS_TITLE_DANGLES) && !title_is_acronym(doc, i)) ||
		   (token_is(doc, i, "s") && i > 0 && token_punct(doc, i - 1, '\''));
}

/*
 * Whether a bracket says something of the posting, not of
 * the role: "(2 positions)", "(posted again as a Baker)".
 */
static bool
is_note(const Doc *doc, Range range)
{
	return ((doc->tokens[range.from].shape & SHAPE_HAS_DIGIT || token_is(doc, range.from, "x")) &&
			token_in(doc, range.to - 1, WORDS_TITLE_NOUNS)) ||
		   (doc->tokens[range.from].kind == TOKEN_NUMBER &&
			token_in(doc, range.from + 1, WORDS_TERMS_JOB)) ||
		   (range_has(doc, range.from, range.to, WORDS_TITLE_NOUNS) &&
			title_is_sentence(doc, range)) ||
		   token_is(doc, range.from, "posted") ||
		   (range.to - range.from <= 3 && token_in(doc, range.to - 1, WORDS_TITLE_REPOSTED));
}

/*
 * Where an id is glued to a title's end: "Data Scientist-21000V1M"; the range's end where none is.
 */
static uint32_t
glued_id(const Doc *doc, Range range)
{
	uint32_t	digits = 0;

	for (uint32_t i = range.to - 1; i > range.from && doc->tokens[i].gap == GAP_NONE; i--)
	{
		if (token_punct(doc, i, '-'))
			return digits > 4 && doc->tokens[i - 1].shape & SHAPE_HAS_LOWER ? i : range.to;
		if (doc->tokens[i].kind == TOKEN_NUMBER || doc->tokens[i].shape & SHAPE_HAS_DIGIT)
			digits += doc->tokens[i].len;
	}
	return range.to;
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
			/* "Chargé(e)" */
			if (token_punct(doc, open, '(') && open > range.from &&
				title_gender_ending(doc, open) == open &&
				((open + 2 == last && doc->tokens[open + 1].kind == TOKEN_WORD &&
				  doc->tokens[open + 1].len > 5 && doc->tokens[open + 1].shape & SHAPE_HAS_DIGIT &&
				  !(doc->tokens[open + 1].shape & SHAPE_HAS_LOWER)) ||
				 is_gender_mark(doc, open + 1, last) ||
				 title_is_attribute(doc, (Range) {open + 1, last}) ||
				 is_note(doc, (Range) {open + 1, last}) || last - open > 12))
			{
				range.to = open;
				changed = true;
			}
		}
		else if (range.to - range.from > 3 && last >= 4 && doc->tokens[last].len == 1 &&
				 (token_punct(doc, last - 1, '/') || token_punct(doc, last - 1, '-')) &&
				 is_gender_mark(doc, last - 2, range.to))
		{
			/* "Entwickler m/w/d", "Tester k-m-d" */
			while (range.to > range.from && (doc->tokens[range.to - 1].len == 1 ||
											 doc->tokens[range.to - 1].kind == TOKEN_PUNCT))
				range.to--;
			changed = true;
		}
		else if ((token->kind == TOKEN_PUNCT && !(token->chr == '+' || token->chr == '#')) ||
				 token->kind == TOKEN_SIGN ||
				 (last > range.from && dangles(doc, last) &&
				  title_gender_ending(doc, last - 1) == last - 1))
		{
			range.to--;
			changed = true;
		}
		else if (token->gap == GAP_NONE && glued_id(doc, range) < range.to)
		{
			range.to = glued_id(doc, range);
			changed = true;
		}
		else if (token->kind == TOKEN_NUMBER &&
				 (token->len >= 4 || (last > range.from && (token_punct(doc, last - 1, '-') ||
															token_punct(doc, last - 1, '#')))))
		{
			/* "ID-10978", "#4450", "GS-0460-12" */
			while (range.to > range.from && doc->tokens[range.to - 1].kind != TOKEN_WORD)
				range.to--;
			if (range.to > range.from && doc->tokens[range.to - 1].len <= 4 &&
				!(doc->tokens[range.to - 1].shape & SHAPE_HAS_LOWER))
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
		if (token->chr == '|' || token->chr == 0 || token->chr == ',' || token->chr == '@' ||
			token->chr == ';' || token->chr == ':')
			return true;
		if (token->chr == '(' || token->chr == '[' || (token->chr == '*' && token->len > 1))
			return true;
		return (token->chr == '-' || token->chr == '*' || token->chr == '~' || token->chr == '/') &&
			   token->gap == GAP_SPACE && i + 1 < doc->n_tokens &&
			   doc->tokens[i + 1].gap == GAP_SPACE;
	}
	return false;
}

/*
 * Whether a segment names a place and what lies in
 * it: "Miami County", "Michigan Secretary of State".
 */
static bool
is_place_segment(const Doc *doc, Range range)
{
	const Mark *place = mark_at(doc, KIND_PLACE, range.from);
	bool		strong;

	if (doc->tokens[range.from].shape & SHAPE_SPLIT && doc->tokens[range.from].gap == GAP_NONE)
		return false;
	/* "U.S. Elections", "UK Sales" */
	if (place != NULL && place->to < range.to && doc->tokens[range.from].len <= 2 &&
		!(doc->tokens[range.from].shape & SHAPE_HAS_LOWER) &&
		doc->tokens[place->to].kind == TOKEN_WORD && doc->tokens[place->to].len > 3 &&
		doc->tokens[place->to].shape & SHAPE_FIRST_UPPER &&
		mark_at(doc, KIND_PLACE, place->to) == NULL &&
		!token_in(doc, place->to, WORDS_TITLE_REMOTE) &&
		!token_in(doc, range.to - 1, WORDS_TITLE_PLACE_UNITS))
		return false;
	if (range.to - range.from > 1 && range.to - range.from <= 5 &&
		token_in(doc, range.to - 1, WORDS_TITLE_PLACE_UNITS))
		return true;
	/* "Developer - Go / Rust" */
	if (range.to == range.from + 1 && mark_at(doc, KIND_SKILL, range.from) != NULL &&
		token_punct(doc, range.from - 1, '/'))
		return false;
	return place != NULL && !(place->entry->flags & ENTRY_WEAK) && place->to <= range.to &&
		   !(title_has_role(doc, range, &strong) && strong && range.to - range.from <= 4 &&
			 mark_before(doc, KIND_TITLE, range.to) != NULL);
}

/* The letters and digits of an address or of words, in lower case; returns their number. */
static uint32_t
squeeze(const char *s, uint32_t len, char *out, uint32_t room)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len && n < room; i++)
		if ((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9'))
			out[n++] = s[i];
		else if (s[i] >= 'A' && s[i] <= 'Z')
			out[n++] = (char) (s[i] - 'A' + 'a');
	return n;
}

/*
 * Whether an address in the text's first lines has a segment
 * that the words of a range make: "jobs.example.com/acmegroup".
 */
static bool
names_site(const Doc *doc, Range range)
{
	const Token *first = &doc->tokens[range.from];
	const Token *last = &doc->tokens[range.to - 1];
	const char *text = doc->source.text;
	const char *stop = text + doc->tokens[doc->n_tokens - 1].start;
	const char *at = text;
	char		name[48];
	char		part[48];
	uint32_t     n =
		squeeze(text + first->start, last->start + last->len - first->start, name, sizeof(name));

	if (n < 5 || n == sizeof(name))
		return false;
	if (stop > text + 2000)
		stop = text + 2000;
	while ((at = memchr(at, '/', (size_t) (stop - at))) != NULL && at + 2 < stop)
	{
		if (at[1] == '/' && at > text && at[-1] == ':')
			for (const char *from = at + 2;
				 from < stop && (unsigned char) *from > ' ' && *from != ')';)
			{
				const char *to = from;

				while (to < stop && (unsigned char) *to > ' ' && *to != ')' && *to != '/' &&
					   *to != '.' && *to != '?')
					to++;
				if (to - from < 48 &&
					squeeze(from, (uint32_t) (to - from), part, sizeof(part)) == n &&
					memcmp(part, name, n) == 0)
					return true;
				from = to + 1;
			}
		at += 2;
	}
	return false;
}

/* Whether a segment is the employer: what a label says, or what seeks somebody further down. */
static bool
is_employer_segment(const Doc *doc, Range range)
{
	const LabelValue *label = doc_label(doc, LABEL_COMPANY);
	const Marks *tails = &doc->marks[KIND_COMPANY_TAIL];
	const Marks *leads = &doc->marks[KIND_COMPANY_LEAD];
	uint32_t	n = range.to - range.from;
	bool		strong;

	if (n == 0 || n > 6 || (title_has_role(doc, range, &strong) && strong))
		return false;
	if (label != NULL && doc->tokens[label->value.from].hash == doc->tokens[range.from].hash)
		return true;
	for (uint32_t i = 0; i < tails->count && i < 40; i++)
	{
		uint32_t	to = tails->items[i].from;

		if (to >= n && to - n >= range.to && title_same_words(doc, range, (Range) {to - n, to}) &&
			doc_starts_clause(doc, to - n))
			return true;
	}
	if (names_site(doc, range))
		return true;
	/* "About Acme", "Join Acme" */
	for (uint32_t i = 0; i < leads->count && i < 40; i++)
	{
		uint32_t	from = leads->items[i].to;

		if (leads->items[i].entry->value <= LEAD_WELCOME && from >= range.to &&
			from + n <= doc->n_tokens && title_same_words(doc, range, (Range) {from, from + n}))
			return true;
	}
	return false;
}

/* Whether a contract type begins at a token. */
static bool
names_contract(const Doc *doc, uint32_t i)
{
	const Mark *mark = mark_at(doc, KIND_EMPLOYMENT_TYPE, i);

	return mark != NULL && mark->entry->value != CUE_NONE;
}

/* Whether a number counts hours or a share of them: "28-32 uur", "80 - 100%". */
static bool
counts_hours(const Doc *doc, uint32_t i, uint32_t to)
{
	for (uint32_t k = i; k < to && k < i + 4; k++)
		if (doc->tokens[k].kind == TOKEN_WORD || doc->tokens[k].kind == TOKEN_SIGN)
			return k > i && (token_in(doc, k, WORDS_TITLE_HOURS) || token_text(doc, k)[0] == '%');
		else if (doc->tokens[k].kind == TOKEN_PUNCT && (k == i || doc->tokens[k].chr != '-'))
			return k > i && token_text(doc, k)[0] == '%';
	return false;
}

/*
 * Whether a title with a role, a strong one or not, ends before a token
 * inside a line: "at Acme", "in Boston", a heading that was glued on.
 */
static bool
is_end(const Doc *doc, uint32_t from, uint32_t i, uint32_t to, bool strong)
{
	const Mark *mark;

	/* "Data AnalystLeeds" */
	if (doc->tokens[i].gap == GAP_NONE && doc->tokens[i].shape & SHAPE_SPLIT &&
		doc->tokens[i - 1].kind == TOKEN_WORD && (mark = mark_at(doc, KIND_PLACE, i)) != NULL &&
		!(mark->entry->flags & ENTRY_WEAK))
		return strong;
	/* "Data Analyst: https://..." */
	if (token_is(doc, i, "https") || token_is(doc, i, "http") || token_is(doc, i, "www"))
		return true;
	/* "Data Analyst Leeds", "Data Analyst Leeds - Hybrid", not "Data Analyst London Market" */
	if (strong && doc->tokens[i].gap == GAP_SPACE && doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
		(mark = mark_at(doc, KIND_PLACE, i)) != NULL && !(mark->entry->flags & ENTRY_WEAK) &&
		(mark_before(doc, KIND_TITLE, i) != NULL || token_punct(doc, i - 1, ')')) &&
		(mark->to >= to || doc->tokens[mark->to].kind == TOKEN_PUNCT ||
		 mark_at(doc, KIND_PLACE, mark->to) != NULL || token_in(doc, mark->to, WORDS_TITLE_REMOTE)))
		return true;
	/* "Data Engineer Remote", "Data Engineer Remote UK" */
	if (strong && (token_is(doc, i, "remote") || token_is(doc, i, "hybrid")) &&
		(i + 1 == to || mark_at(doc, KIND_PLACE, i + 1) != NULL))
		return true;
	if (i + 1 >= to)
		return false;
	if (counts_hours(doc, i, to))
		return true;
	/* "Site Manager up to £40k" */
	if (token_is(doc, i, "up") && token_is(doc, i + 1, "to") && i + 2 < doc->n_tokens &&
		doc->tokens[i + 2].kind != TOKEN_WORD)
		return true;
	if (doc->tokens[i].kind == TOKEN_SIGN)
		return doc->tokens[i].gap == GAP_SPACE && doc->tokens[i + 1].kind == TOKEN_NUMBER;
	/* "Molenaar bij Nordwick", "Meunier en CDD" */
	if (doc_is_foreign(doc) &&
		(token_is(doc, i, "bij") || token_is(doc, i, "bei") || token_is(doc, i, "chez")))
		return (doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER) != 0;
	if (doc_is_foreign(doc) && token_is(doc, i, "en") &&
		(token_in(doc, i + 1, WORDS_TITLE_PERMANENT) || names_contract(doc, i) ||
		 names_contract(doc, i + 1)))
		return true;
	if (token_is(doc, i, "at"))
		return i > from + 1 &&
			   (doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER || (strong && i + 3 >= to));
	if (token_is(doc, i, "in") || token_is(doc, i, "for"))
	{
		mark = mark_at(doc, KIND_PLACE, i + 1);
		return (mark != NULL && !(mark->entry->flags & ENTRY_WEAK) &&
				doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER) ||
			   (token_is(doc, i + 1, "support") && token_is(doc, i + 2, "of"));
	}
	/* "Data Analyst with experience of mills" */
	if (token_in(doc, i, WORDS_TITLE_WITH) && token_in(doc, i + 1, WORDS_TITLE_EXPERIENCE))
		return true;
	/* "Research Scientist Expertise in languages" */
	if (strong && i > from &&
		(token_is(doc, i, "expertise") || token_in(doc, i, WORDS_TITLE_EXPERIENCE)) &&
		(token_is(doc, i + 1, "in") || token_is(doc, i + 1, "with")))
		return true;
	if (token_in(doc, i, WORDS_TITLE_ENDS_TITLE_SOUGHT) ||
		(token_is(doc, i, "via") && doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER))
		return true;
	mark = mark_at(doc, KIND_HEADING, i);
	if (mark == NULL || !strong)
		return false;
	/* "Site Manager location: Leeds" */
	if (token_punct(doc, mark->to, ':'))
		return true;
	/* "Head of Intellectual Property", "Data Analyst (SQL)About us" */
	return mark->entry->value < HEADING_LABEL && !dangles(doc, i - 1) &&
		   doc->tokens[i].shape & SHAPE_FIRST_UPPER &&
		   (mark->to - i > 1 || doc->tokens[i].shape & SHAPE_SPLIT ||
			(doc->tokens[i].gap == GAP_NONE && token_punct(doc, i - 1, ')')));
}

/* Whether a title ends before a token inside a line: most words end none, whatever the role. */
static bool
ends_title(const Doc *doc, uint32_t from, uint32_t i, uint32_t to)
{
	bool		strong;

	return doc->tokens[i].kind != TOKEN_PUNCT && i > from && is_end(doc, from, i, to, true) &&
		   title_has_role(doc, (Range) {from, i}, &strong) &&
		   (strong || is_end(doc, from, i, to, false));
}

/*
 * Steps over what opens a title's line and is no part of it: "Job title:", "Join us as a", "The".
 */
static uint32_t
skip_opening(const Doc *doc, Range range)
{
	const Mark *mark = mark_at(doc, KIND_HEADING, range.from);
	uint32_t	from;
	bool		strong;

	if (mark != NULL && mark->to + 1 < range.to && token_punct(doc, mark->to, '/') &&
		mark_at(doc, KIND_HEADING, mark->to + 1) != NULL)
		mark = mark_at(doc, KIND_HEADING, mark->to + 1);
	if (mark != NULL && mark->to < range.to && mark->entry->value == HEADING_LABEL + LABEL_TITLE &&
		(mark->to - mark->from > 1 || token_punct(doc, mark->to, ':')))
		range.from = mark->to + (token_punct(doc, mark->to, ':') ? 1 : 0);
	mark = mark_at(doc, KIND_TITLE_LEAD, range.from);
	if (mark != NULL && mark->to + 1 < range.to &&
		(mark->to - mark->from > 1 || token_is(doc, range.from, "the") ||
		 token_is(doc, range.from, "our")))
		range.from = mark->to;
	/* "Roles: Data Analyst" */
	if (range.from + 2 < range.to && token_punct(doc, range.from + 1, ':') &&
		(token_is(doc, range.from, "roles") || token_is(doc, range.from, "role")))
		range.from += 2;
	/* "About the Data Analyst" */
	if (range.from + 2 < range.to && token_is(doc, range.from, "about") &&
		token_in(doc, range.from + 1, WORDS_TITLE_ARTICLES))
		range.from += 2;
	if (range.to - range.from > 2 && doc->tokens[range.from + 1].gap == GAP_SPACE &&
		(token_is(doc, range.from, "a") || token_is(doc, range.from, "an")))
		range.from++;
	/* "Acme hiring Data Analyst" */
	for (uint32_t i = range.from + 1; i + 1 < range.to && i < range.from + 10; i++)
		if (token_is(doc, i, "hiring") && doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER &&
			title_has_role(doc, (Range) {i + 1, range.to}, &strong) && strong)
			range.from = i + 1;
	/* "Full-time Data Analyst" (the first two types of contract), "PERMANENT COOK" */
	mark = mark_at(doc, KIND_EMPLOYMENT_TYPE, range.from);
	from = mark != NULL && mark->entry->value < 2
			   ? mark->to
			   : range.from + token_is(doc, range.from, "permanent");
	if (from > range.from && from < range.to && doc->tokens[from].kind == TOKEN_WORD &&
		doc->tokens[from].gap == GAP_SPACE &&
		title_has_role(doc, (Range) {from, range.to}, &strong) && strong)
		range.from = from;
	return range.from;
}

/*
 * The segment between bars that names the role: "Acme |
 * Data Analyst | Boston"; the whole where no bar stands.
 */
Range
title_barred_segment(const Doc *doc, Range range)
{
	Range		part = {range.from, range.from};
	Range		best = range;
	bool		bars = false;
	bool		named = false;
	bool		strong;

	for (uint32_t i = range.from; i <= range.to; i++)
	{
		if (i < range.to && !token_punct(doc, i, '|'))
			continue;
		part.to = i;
		bars |= i < range.to;
		if (bars && title_has_role(doc, part, &strong))
		{
			if (strong)
				return part;
			if (!named)
				best = part;
			named = true;
		}
		else if (part.from == range.from)
			best = part;
		part.from = i + 1;
	}
	return best;
}

/*
 * Whether a segment says from where the work is done,
 * or how often: "Remote or at home", "1x per week".
 */
static bool
is_workplace_segment(const Doc *doc, Range range)
{
	const Mark *mark = mark_at(doc, KIND_WORKPLACE, range.from);
	const Mark *period = mark_from(doc, KIND_PERIOD, range.from);

	/* "Baker - Permanent", "Meunier - CDI" */
	if (range.to == range.from + 1 && token_in(doc, range.from, WORDS_TITLE_PERMANENT))
		return true;
	/* "1x per week", "4+ years exp" */
	if (doc->tokens[range.from].shape & SHAPE_HAS_DIGIT ||
		doc->tokens[range.from].kind == TOKEN_NUMBER)
		return (period != NULL && period->to <= range.to && period->from > range.from &&
				(period->to > period->from + 1 || token_is(doc, period->from - 1, "per"))) ||
			   token_in(doc, range.from + 1, WORDS_EXPERIENCE_YEAR) ||
			   (token_punct(doc, range.from + 1, '+') &&
				token_in(doc, range.from + 2, WORDS_EXPERIENCE_YEAR));
	return mark != NULL && mark->entry->value != CUE_NONE && mark->to < range.to &&
		   doc->tokens[mark->to].kind == TOKEN_WORD &&
		   !(doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER);
}

/*
 * Whether a bracket that opens at a token closes before
 * words that go on: "Business Intelligence (BI) Analyst".
 */
static bool
goes_on_behind_bracket(const Doc *doc, uint32_t open, uint32_t to)
{
	uint32_t	close = open;

	if (!token_punct(doc, open, '('))
		return false;
	while (close < to && close < open + 6 && !token_punct(doc, close, ')'))
		close++;
	return close + 1 < to && token_punct(doc, close, ')') &&
		   doc->tokens[close + 1].kind == TOKEN_WORD && doc->tokens[close + 1].gap == GAP_SPACE &&
		   !title_is_attribute(doc, (Range) {open + 1, close}) &&
		   mark_before(doc, KIND_TITLE, to) != NULL;
}

/*
 * Whether a segment behind a long dash ends a heading above the
 * page's address: "# Data Analyst — Acme", then "URL: https://...".
 */
static bool
ends_page_heading(const Doc *doc, Range range)
{
	const Line *line = &doc->lines[doc->tokens[range.from].line];
	const Line *end = doc->lines + doc->n_lines;
	bool		strong;

	if (!(line->flags & LINE_MARKDOWN) || doc->tokens[range.from - 1].len < 3 ||
		range.to - range.from > 7 || doc->tokens[range.from].start > 200 ||
		title_has_role(doc, range, &strong))
		return false;
	for (line++; line < end && line->first >= line->last;)
		line++;
	if (line == end || !doc_in_link(doc, line->last - 1) || doc->tokens[line->first].start > 400)
		return false;
	for (uint32_t i = line->first; i < line->last && i < line->first + 4; i++)
		if (token_is(doc, i, "url"))
			return true;
	return false;
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

	range = title_barred_segment(doc, range);
	range.from = skip_opening(doc, range);
	range = trim_end(doc, range);
	for (uint32_t i = range.from; i < range.to && n < 31; i++)
	{
		if (token_punct(doc, i, ')') && depth > 0)
			depth--;
		else if (is_part_sign(doc, i) && title_gender_ending(doc, i) == i)
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

		if (part.from >= part.to || goes_on_behind_bracket(doc, parts[k], range.to))
			continue;
		if (token_punct(doc, parts[k], '|') || token_punct(doc, parts[k], '@') ||
			token_punct(doc, parts[k], '[') || token_punct(doc, parts[k], '*') ||
			title_is_attribute(doc, part) || is_place_segment(doc, part) ||
			is_workplace_segment(doc, part) || is_employer_segment(doc, part) ||
			ends_page_heading(doc, part))
		{
			/* "Acme - Leeds - Data Analyst" */
			if (k + 1 < n && !title_has_role(doc, (Range) {range.from, parts[k]}, &strong) &&
				title_has_role(doc, (Range) {parts[k + 1] + 1, range.to}, &strong) && strong)
			{
				range.from = parts[k + 1] + 1;
				continue;
			}
			end = parts[k];
			break;
		}
	}
	range.to = end;
	/* "Careers at Acme: Data Analyst", "Acme - Data Analyst" */
	if (n > 0 && parts[0] < range.to && parts[0] > range.from && !token_punct(doc, parts[0], ',') &&
		!token_punct(doc, parts[0], '(') && !token_punct(doc, parts[0], '/') &&
		!title_has_role(doc, (Range) {range.from, parts[0]}, &strong) &&
		title_has_role(doc, (Range) {parts[0] + 1, range.to}, &strong) &&
		(strong || token_punct(doc, parts[0], ':')))
		range.from = parts[0] + 1;
	else if (n > 0 && parts[0] < range.to && parts[0] > range.from &&
			 title_is_attribute(doc, (Range) {range.from, parts[0]}) &&
			 (mark_before(doc, KIND_SENIORITY, parts[0]) == NULL ||
			  title_has_role(doc, (Range) {parts[0] + 1, range.to}, &strong)))
		range.from = parts[0] + 1;
	range.from = skip_opening(doc, range);
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
Range
title_unlink(const Doc *doc, Range range)
{
	if (!token_punct(doc, range.from, '['))
		return range;
	for (uint32_t i = range.from + 1; i < range.to && i < range.from + 40; i++)
		if (token_punct(doc, i, ']'))
			/* "[Acme] Data Analyst" is no link */
			return token_punct(doc, i + 1, '(') || i + 1 >= range.to ? (Range) {range.from + 1, i}
																	 : (Range) {i + 1, range.to};
	return range;
}

/* Whether some title stands in a range, be it in the midst: enough for a page's first line. */
bool
title_stands_in(const Doc *doc, Range range)
{
	for (const Mark *mark = mark_from(doc, KIND_TITLE, range.from);
		 mark != NULL && mark < doc->marks[KIND_TITLE].items + doc->marks[KIND_TITLE].count &&
		 mark->to <= range.to;
		 mark++)
		if (!(mark->entry->flags & (ENTRY_WEAK | ENTRY_LEVEL)) &&
			!(mark->to - mark->from == 1 && token_in(doc, mark->from, WORDS_TITLE_NO_ROLES)))
			return true;
	return false;
}

/* Whether a contract type that is a role as well ends a range: "mobile intern", "volunteer". */
static bool
ends_in_role(const Doc *doc, Range range)
{
	const Mark *type;

	/* "Werkstudent:in" */
	if (range.to - range.from > 1 && title_gender_ending(doc, range.from + 1) == range.to)
		range.to = range.from + 1;
	type = mark_before(doc, KIND_EMPLOYMENT_TYPE, range.to);
	return type != NULL && type->to - type->from == 1 &&
		   mark_before(doc, KIND_TITLE, range.to) != NULL;
}

/* Whether a bracket closes in a range. */
static bool
closes_bracket(const Doc *doc, Range range)
{
	for (uint32_t i = range.from; i < range.to; i++)
		if (token_punct(doc, i, ')'))
			return true;
	return false;
}

/*
 * Whether a token stands in the line of who posted a job on a
 * network: "Posted by Jo Miller Talent Partner at Acme Send InMail".
 */
static bool
tells_poster(const Doc *doc, uint32_t i)
{
	if (i > 60 || doc->n_tokens < 3 || !token_is(doc, 0, "posted") || !token_is(doc, 1, "by"))
		return false;
	for (; i < doc->n_tokens && i < 60; i++)
		if (token_is(doc, i, "inmail"))
			return true;
	return false;
}

/*
 * Whether a colon or a dash parts small letters from a title:
 * "Controller: jouw takenpakket", "Programador - deseável SQL".
 */
static bool
adds_remark(const Doc *doc, uint32_t from, uint32_t i)
{
	const Token *next = &doc->tokens[i + 1];

	if (next->kind != TOKEN_WORD || next->gap != GAP_SPACE || next->shape & SHAPE_HAS_UPPER)
		return false;
	/* Polish and Czech titles go on so: "Specjalista ds. Mąki - rynek krajowy" */
	return token_punct(doc, i, ':') ||
		   (token_punct(doc, i, '-') && doc->tokens[i].gap == GAP_SPACE && next->len > 2 &&
			memcmp(doc->language, "pl", 2) != 0 && memcmp(doc->language, "cs", 2) != 0 &&
			doc->tokens[from].shape & SHAPE_FIRST_UPPER &&
			mark_at(doc, KIND_TITLE, i + 1) == NULL);
}

/*
 * Steps over the noun that heads a title abroad: "Offre de Business
 * Developer", "Vacature Molenaar", "Missions du meunier".
 */
static uint32_t
skip_heading_noun(const Doc *doc, Range range)
{
	bool offer = token_in(doc, range.from, WORDS_TITLE_CATEGORY);
	bool of = token_in(doc, range.from + 1, WORDS_TITLE_ROMANCE_OF);
	bool strong;

	if (range.from + 2 < range.to && of &&
		(offer || (token_in(doc, range.from, WORDS_TITLE_TASKS) &&
				   title_has_role(doc, (Range){range.from + 2, range.to}, &strong))))
		return range.from + 2;
	if (range.from + 1 < range.to && offer && !of && mark_at(doc, KIND_TITLE, range.from) == NULL &&
		doc->tokens[range.from + 1].gap == GAP_SPACE &&
		title_has_role(doc, (Range){range.from + 1, range.to}, &strong))
		return range.from + 1;
	return range.from;
}

/*
 * Whether a title of the lexicon begins what may be a place as well: it surely
 * is one where it was proposed so, or abroad, where "maçon" is no Mâcon.
 */
static bool
is_known_role(const Doc *doc, Range range, int score)
{
	const Mark *role = mark_at(doc, KIND_TITLE, range.from);

	if (role == NULL)
		return false;
	return score >= 44 || (doc_is_foreign(doc) && score > 14 && role->to == range.to &&
						   !(role->entry->flags & ENTRY_LEVEL));
}

/*
 * Whether a word that may lead a title leads this one: "un", "Une",
 * "UN(E)", but no "A" in a name and no acronym.
 */
static bool
is_article(const Doc *doc, uint32_t i)
{
	return !(doc->tokens[i].shape & SHAPE_HAS_UPPER) || title_gender_ending(doc, i + 1) > i + 1 ||
		   (doc->tokens[i].len > 1 && doc->tokens[i].shape & SHAPE_HAS_LOWER &&
			doc->tokens[i + 1].gap == GAP_SPACE);
}

/* Adds a candidate, one that only explain shows where a reason speaks against it. */
void
title_propose(Doc *doc, TitleCandidates *all, Range at, int score, const char *rule,
			  const char *reason)
{
	Range		clean = clean_title(doc, at);
	bool		strong;

	/* "Seleccionamos Asistente", "Suche Tischler" */
	while (clean.from + 1 < clean.to && token_in(doc, clean.from, WORDS_TITLE_WISH_ABROAD) &&
		   doc_is_foreign(doc))
		clean.from++;
	/* "un.e UI designer" */
	while (clean.from + 1 < clean.to && doc_is_foreign(doc) &&
		   token_in(doc, clean.from, WORDS_TITLE_OPENS_TITLE) && is_article(doc, clean.from))
		clean.from = title_gender_ending(doc, clean.from + 1);
	/* "L'assistant du meunier", "Der Müller" */
	if (clean.from + 1 < clean.to && doc_is_foreign(doc) &&
		token_in(doc, clean.from, WORDS_TITLE_DEFINITE) && !title_is_acronym(doc, clean.from))
		clean.from++;
	/* "zoeken als junior controller" */
	if (clean.from + 1 < clean.to && doc_is_foreign(doc) && token_is(doc, clean.from, "als"))
		clean.from++;
	/* "is looking for experience oven operators" */
	if (clean.from + 2 < clean.to && token_is(doc, clean.from, "experience") &&
		!(doc->tokens[clean.from].shape & SHAPE_HAS_UPPER) &&
		doc->tokens[clean.from + 1].kind == TOKEN_WORD)
		clean.from++;
	/* "Votre mission de cariste" */
	if (clean.from + 1 < clean.to && doc_is_foreign(doc) && !title_is_acronym(doc, clean.from) &&
		token_in(doc, clean.from, WORDS_TITLE_ROMANCE_OF))
		clean.from++;
	if (doc_is_foreign(doc))
		clean.from = skip_heading_noun(doc, clean);
	for (uint32_t i = clean.from + 1; i + 1 < clean.to && doc_is_foreign(doc); i++)
		if (adds_remark(doc, clean.from, i))
			clean.to = i;
	/* "(Senior) Planner" keeps its bracket, "(Planner" does not */
	while (clean.from < clean.to && doc->tokens[clean.from].kind == TOKEN_PUNCT &&
		   !(doc->tokens[clean.from].chr == '.' ||
			 (doc->tokens[clean.from].chr == '(' && closes_bracket(doc, clean))))
		clean.from++;
	if (clean.from >= clean.to || clean.to - clean.from > 32 || !has_letters(doc, clean))
		return;
	if (tells_poster(doc, clean.from))
		reason = "who posted it";
	if (reason == NULL && token_punct(doc, clean.to, '|') && !title_has_role(doc, clean, &strong) &&
		!title_stands_in(doc, clean))
		reason = "a line of attributes";
	/* "Job Profile" */
	if (reason == NULL && clean.to - clean.from > 1 &&
		mark_at(doc, KIND_HEADING, clean.from) != NULL &&
		mark_at(doc, KIND_HEADING, clean.from)->to == clean.to &&
		mark_before(doc, KIND_TITLE, clean.to) == NULL)
		reason = "a heading";
	if (reason == NULL && title_is_attribute(doc, clean) && !is_known_role(doc, clean, score) &&
		!ends_in_role(doc, clean))
		reason = "a place, a contract type or a date";
	/* "Grado Medio o Superior", "Conocimientos de jardinero" */
	if (reason == NULL && doc_is_foreign(doc) && token_in(doc, clean.from, WORDS_TITLE_BRINGS) &&
		strcmp(rule, "title.label") != 0)
		reason = "what an applicant brings";
	*VEC_ADD(doc->arena, all) = (TitleCandidate) {clean, score, rule, reason};
}
