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
} TitleCandidate;

typedef VEC(TitleCandidate) TitleCandidates;


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
	return i >= to || doc->tokens[i].kind == TOKEN_PUNCT || is_grade(doc, i) || token_is(doc, i, "of") || token_is(doc, i, "for") ||
		token_is(doc, i, "and") || token_is(doc, i, "at") || token_is(doc, i, "in") || token_is(doc, i, "to") || token_is(doc, i, "with");
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
		if (mark->entry->flags & ENTRY_LEVEL)
			continue;
		found |= may_end_role(doc, mark->to, range.to) || mark->to - mark->from > 1;
		*strong |= (mark->to - mark->from > 1 && !(mark->entry->flags & ENTRY_WEAK)) ||
			(mark->entry->flags & ENTRY_HEAD && may_end_role(doc, mark->to, range.to) && !(mark->entry->flags & ENTRY_WEAK));
	}
	return found;
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

/* Whether a range is nothing but a place, a contract type, pay or an id. */
static bool
is_attribute(const Doc *doc, Range range)
{
	static const EntryKind kinds[] = {
		KIND_PLACE, KIND_EMPLOYMENT_TYPE, KIND_WORKPLACE, KIND_CURRENCY, KIND_PERIOD,
		KIND_NOISE, KIND_HOURS_PER_WEEK
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

/* Takes gender marks, ids, brackets with attributes off a title's end. */
static Range
trim_end(const Doc *doc, Range range)
{
	bool		changed = true;

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
		else if (token->kind == TOKEN_PUNCT && !(token->chr == '+' || token->chr == '#'))
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
		if (token->chr == '(')
			return true;
		return (token->chr == '-' || token->chr == '*' || token->chr == '~' || token->chr == '/') && token->gap == GAP_SPACE &&
			i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_SPACE;
	}
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
		if (i > range.from + 1 && doc->tokens[i].kind == TOKEN_WORD && token_is(doc, i, "at") && has_role(doc, (Range) {range.from, i}, &strong) &&
			i + 1 < range.to && doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER)
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
		uint32_t	from = parts[k] + 1;
		bool		hard = token_punct(doc, parts[k], '|') || token_punct(doc, parts[k], '@');

		if (from >= parts[k + 1])
			continue;
		if (hard || is_attribute(doc, (Range) {from, parts[k + 1]}))
		{
			end = parts[k];
			break;
		}
	}
	range.to = end;
	/* "Careers at Acme: Data Analyst", "Acme - Data Analyst" */
	if (n > 0 && parts[0] < range.to && !token_punct(doc, parts[0], ',') && !token_punct(doc, parts[0], '(') &&
		!has_role(doc, (Range) {range.from, parts[0]}, &strong) && has_role(doc, (Range) {parts[0] + 1, range.to}, &strong) && strong)
		range.from = parts[0] + 1;
	else if (n > 0 && parts[0] < range.to && is_attribute(doc, (Range) {range.from, parts[0]}))
		range.from = parts[0] + 1;
	return trim_end(doc, range);
}

/* Adds a candidate. */
static void
propose(Doc *doc, TitleCandidates *all, Range at, int score, const char *rule)
{
	Range		clean = clean_title(doc, at);

	while (clean.from < clean.to && doc->tokens[clean.from].kind == TOKEN_PUNCT &&
		   !(doc->tokens[clean.from].chr == '.' || doc->tokens[clean.from].chr == '('))
		clean.from++;
	if (clean.from >= clean.to || clean.to - clean.from > 24)
		return;
	*VEC_PUSH(doc->arena, all) = (TitleCandidate) {clean, score, rule};
}

/* Titles behind labels. */
static void
from_labels(Doc *doc, TitleCandidates *all)
{
	for (uint32_t i = 0; i < doc->labels.count; i++)
	{
		const LabelValue *label = &doc->labels.items[i];
		bool		strong;

		if (label->label != LABEL_TITLE || label->value.from >= label->value.to || label->value.to - label->value.from > 20)
			continue;
		if (doc->tokens[label->value.from].zone == ZONE_NOISE)
			continue;
		if (doc->tokens[label->value.from].kind != TOKEN_WORD || (label->value.to - label->value.from == 1 && doc->tokens[label->value.from].len < 3))
			continue;
		propose(doc, all, label->value, has_role(doc, label->value, &strong) ? 100 : 70, "title.label");
	}
}

/* Titles in the first lines. */
static void
from_lines(Doc *doc, TitleCandidates *all)
{
	uint32_t	seen = 0;

	for (uint32_t i = 0; i < doc->n_lines && seen < 14; i++)
	{
		const Line *line = &doc->lines[i];
		Range		range = {line->first, line->last};
		bool		strong = false;
		bool		role;
		int			score;

		if (range.from >= range.to || line->flags & LINE_NOISE)
			continue;
		seen++;
		if (line->words > 16 || (line->flags & LINE_BULLET && seen > 3) || token_punct(doc, line->last - 1, '.'))
			continue;
		if (mark_at(doc, KIND_HEADING, line->first) != NULL && mark_at(doc, KIND_HEADING, line->first)->to >= line->last)
			continue;
		role = has_role(doc, range, &strong);
		if (mark_at(doc, KIND_HEADING, line->first) != NULL && token_punct(doc, mark_at(doc, KIND_HEADING, line->first)->to, ':'))
			continue;
		if (!role && !(seen == 1 && line->flags & LINE_MARKDOWN && mark_from(doc, KIND_HEADING, line->first) == NULL))
			continue;
		/* a sentence, or the middle of one */
		if (!is_written_as_title(doc, range) || (mark_from(doc, KIND_COMPANY_TAIL, range.from) != NULL &&
			mark_from(doc, KIND_COMPANY_TAIL, range.from)->to <= range.to && !(mark_from(doc, KIND_COMPANY_TAIL, range.from)->entry->flags & ENTRY_WEAK)))
			continue;
		if (doc->tokens[line->first].zone != ZONE_SUMMARY && seen > 4 && !(line->flags & LINE_MARKDOWN))
			continue;
		score = (strong ? 60 : 45) - (int) seen * 2 + (line->flags & LINE_MARKDOWN ? 8 : 0) + (line->flags & LINE_BOLD ? 3 : 0);
		if (!(doc->tokens[line->first].shape & SHAPE_FIRST_UPPER) && !doc->lower_case)
			score -= 15;
		propose(doc, all, range, score, seen == 1 ? "title.first_line" : "title.line");
	}
}

/* Whether "Lead" ends a run of capitals: then it is the role ("Program Lead helps"). */
static bool
is_lead_role(const Doc *doc, uint32_t from, uint32_t i, uint32_t limit)
{
	return token_is(doc, i, "lead") && i > from && (i + 1 >= limit || !(doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER));
}

/* Whether a word parts a title from what comes before it in a sentence: "for an", "as the". */
static bool
opens_title(const Doc *doc, uint32_t i)
{
	static const char *const words[] = {"a", "an", "the", "our", "as", "un", "une", "ein", "eine", "einen", "een", "um", "uma", "una", NULL};

	return token_in(doc, i, words);
}

/* The title that begins at or behind a token of a sentence: up to its last role word in a run. */
static Range
role_run(const Doc *doc, uint32_t from, uint32_t limit)
{
	static const char *const ends[] = {"to", "who", "with", "for", "in", "that", "is", "will", "you", "are", "at", "on", "mit", "pour", "para", "met", "die", "der", NULL};
	Range		run = {from, from};

	for (uint32_t i = from; i < limit && i < from + 16; i++)
	{
		const Token *token = &doc->tokens[i];
		const Mark *mark = mark_at(doc, KIND_TITLE, i);

		if (token->gap >= GAP_BLANK && i > from)
			break;
		if (mark != NULL && (!(mark->entry->flags & ENTRY_LEVEL) || is_lead_role(doc, from, i, limit)))
		{
			i = mark->to - 1;
			run.to = mark->to;
			/* "Engineer II", "Technician EMT" */
			while (run.to < limit && doc->tokens[run.to].gap == GAP_SPACE &&
				   (is_grade(doc, run.to) || (doc->tokens[run.to].kind == TOKEN_WORD && doc->tokens[run.to].len <= 5 && doc->tokens[run.to].len > 1 &&
											  !(doc->tokens[run.to].shape & SHAPE_HAS_LOWER) && doc->tokens[run.to].shape & SHAPE_HAS_UPPER &&
											  doc->tokens[from].shape & SHAPE_HAS_LOWER)))
				i = run.to++;
			continue;
		}
		if (run.to == run.from && opens_title(doc, i))
		{
			run.from = run.to = i + 1;
			continue;
		}
		if (token->kind == TOKEN_PUNCT && token->chr != '/' && token->chr != '-' && token->chr != '.' && token->chr != '(' &&
			token->chr != ')' && !(token->chr == ',' && run.to == run.from))
			break;
		if (token->kind == TOKEN_PUNCT && token->chr == '(' && run.to > run.from)
			break;
		if (token->kind == TOKEN_PUNCT && token->chr == '.' && token->gap == GAP_NONE && i + 1 < limit && doc->tokens[i + 1].gap != GAP_NONE)
			break;
		/* once a role stands, only capitals go on */
		if (run.to > run.from && !(token->shape & SHAPE_FIRST_UPPER) && token->kind == TOKEN_WORD)
			break;
		if (run.to > run.from && token->kind == TOKEN_WORD && token_in(doc, i, ends))
			break;
	}
	/* before a role in capitals, words without them are praise */
	if (run.to > run.from && doc->tokens[run.to - 1].shape & SHAPE_FIRST_UPPER)
		while (run.from + 1 < run.to && doc->tokens[run.from].kind == TOKEN_WORD && !(doc->tokens[run.from].shape & SHAPE_FIRST_UPPER))
			run.from++;
	return run;
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
	"smart", "curious", "hard", "working", "local", "remote", "permanent", "temporary", "contract", NULL
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

/* Titles that a sentence names: "is looking for a …", "As a …, you". */
static void
from_sentences(Doc *doc, TitleCandidates *all)
{
	const Marks *marks = &doc->marks[KIND_TITLE_LEAD];

	for (uint32_t i = 0; i < marks->count && i < 60; i++)
	{
		const Mark *lead = &marks->items[i];
		uint32_t	from = lead->to;
		uint32_t	limit;
		Range		run;
		int			score;

		if (doc->tokens[lead->from].zone == ZONE_NOISE || from >= doc->n_tokens)
			continue;
		limit = doc_clause(doc, lead->from).to;
		while (from < limit && from < lead->to + 8 &&
			   ((token_in(doc, from, praise) && !(from + 1 < limit && mark_at(doc, KIND_TITLE, from) != NULL && mark_at(doc, KIND_TITLE, from)->to > from + 1 &&
												   !(mark_at(doc, KIND_TITLE, from)->entry->flags & ENTRY_LEVEL))) ||
				token_punct(doc, from, ',') || (token_punct(doc, from, '-') && token_in(doc, from + 1, praise))))
			from++;
		run = role_run(doc, from, limit);
		if (run.from >= run.to || run.to - run.from > 12)
			continue;
		if (run.from < run.to && mark_at(doc, KIND_TITLE, run.from) == NULL && token_in(doc, run.from, praise))
			run.from++;
		score = 34 - (int) (doc->tokens[lead->from].start / 250 > 14 ? 14 : doc->tokens[lead->from].start / 250);
		if (doc->tokens[run.from].shape & SHAPE_FIRST_UPPER)
			score += 6;
		if (run.to - run.from == 1)
			score -= 8;
		if (lead->entry->flags & ENTRY_WEAK)
			score -= 12;
		if (is_reported_to(doc, lead->from))
			score -= 20;
		if (doc->tokens[lead->from].zone == ZONE_REQUIREMENTS || doc->tokens[lead->from].zone == ZONE_LEGAL ||
			doc->tokens[lead->from].zone == ZONE_PROCESS)
			score -= 10;
		propose(doc, all, run, score, "title.sentence");
	}
}

/* The best candidate; ones that say the same lend each other weight. */
static const TitleCandidate *
best_title(const Doc *doc, TitleCandidates *all)
{
	TitleCandidate *best = NULL;

	for (uint32_t i = 0; i < all->count; i++)
	{
		TitleCandidate *c = &all->items[i];

		for (uint32_t k = 0; k < all->count && k < 40; k++)
			if (k != i && c->at.to - c->at.from == all->items[k].at.to - all->items[k].at.from &&
				c->at.from != all->items[k].at.from)
			{
				bool		same = true;

				for (uint32_t t = 0; t < c->at.to - c->at.from && same; t++)
					same = doc->tokens[c->at.from + t].hash == doc->tokens[all->items[k].at.from + t].hash;
				if (same)
					c->score += 4;
			}
		if (best == NULL || c->score > best->score)
			best = c;
	}
	return best != NULL && best->score >= 22 ? best : NULL;
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

/* The level that the title names; of two the lower, a manager's before a senior's. */
static void
read_seniority(Doc *doc, Range title)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark *best = NULL;

	for (const Mark *mark = mark_from(doc, KIND_SENIORITY, title.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= title.to; mark++)
	{
		if (mark->entry->value == CUE_NONE)
		{
			if (best != NULL)
				continue;
			return;
		}
		/* "Senior Manager" is a manager; "Senior/Staff" the lower of the two */
		if (best == NULL || (mark->entry->value > best->entry->value &&
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
	from_lines(doc, &all);
	from_sentences(doc, &all);
	best = best_title(doc, &all);
	for (uint32_t i = 0; i < all.count; i++)
		doc_fact(doc, FIELD_TITLE, all.items[i].at, all.items[i].rule,
				 &all.items[i] == best ? NULL : "a better candidate stands", range_text(doc, all.items[i].at));
	if (best == NULL)
		return;
	doc->title = best->at;
	doc->posting->title = range_text(doc, best->at);
	read_occupation(doc, best->at);
	read_seniority(doc, best->at);
}
