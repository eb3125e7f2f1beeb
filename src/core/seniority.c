/*
 * seniority.c
 *		The level of the job: that of the title, or one that a label, a board's
 *		header or a sentence states.
 */
#include "terms.h"
#include "title_candidate.h"

/* Whether a level is a beginner's whatever follows it; an "Associate Director" is a director. */
static bool
is_beginner(const Doc *doc, const Mark *mark)
{
	return mark->entry->value <= SENIORITY_ENTRY && !token_is(doc, mark->from, "associate") &&
		   !token_is(doc, mark->from, "assistant");
}

/* Whether "PL" is the French one, which drivers of heavy goods have; the level is Portuguese. */
static bool
is_heavy_goods(const Doc *doc, const Mark *mark)
{
	return token_is(doc, mark->from, "pl") && !(doc->language[0] == 'p' && doc->language[1] == 't');
}

/*
 * Whether a word names a level that a job may be sought at:
 * "profil junior"; one with experience ("expérimenté") is at none.
 */
static bool
is_sought_level(const Doc *doc, const Mark *mark)
{
	return mark->entry->value <= SENIORITY_SENIOR && !(mark->entry->flags & ENTRY_WEAK) &&
		   !token_in(doc, mark->from, WORDS_TITLE_TAIL_STOPS);
}

/* A test of a mark in a title, and whether it is a level there. */
typedef struct TitleTest
{
	bool (*holds)(const Doc *doc, const Mark *mark, Range title);
	bool level;
} TitleTest;

/* "Staff" of engineers is a level. */
static bool
is_staff_engineer(const Doc *doc, const Mark *mark, Range title)
{
	return mark->entry->value == SENIORITY_STAFF &&
		   range_has(doc, mark->to, title.to, WORDS_SENIORITY_STAFF);
}

/* "Staff" of nurses and field scientists is none. */
static bool
is_staff(const Doc *doc, const Mark *mark, Range title)
{
	(void) doc;
	(void) title;
	return mark->entry->value == SENIORITY_STAFF;
}

/* "PL" of a driver is none. */
static bool
is_lorry(const Doc *doc, const Mark *mark, Range title)
{
	(void) title;
	return is_heavy_goods(doc, mark);
}

/* "Assistant to the Director" is none, but "mid to senior". */
static bool
is_assisted(const Doc *doc, const Mark *mark, Range title)
{
	uint32_t i = mark->from;

	if (i <= title.from + 1 || mark->entry->value <= SENIORITY_SENIOR)
		return false;
	i -= token_is(doc, i - 1, "the");
	return token_is(doc, i - 1, "to") && mark_before(doc, KIND_SENIORITY, i - 1) == NULL;
}

/* "Desarrollador responsable del desarrollo" is none, but "… del departamento". */
static bool
is_responsible_for_work(const Doc *doc, const Mark *mark, Range title)
{
	return mark->from > title.from && token_in(doc, mark->from, WORDS_SENIORITY_RESPONSIBLE) &&
		   doc->tokens[mark->from - 1].kind == TOKEN_WORD &&
		   token_in(doc, mark->to, WORDS_SENIORITY_OF) &&
		   !token_in(doc, mark->to + 1, WORDS_SENIORITY_UNITS) &&
		   !token_in(doc, mark->to + 2, WORDS_SENIORITY_UNITS);
}

/* A "Program Associate" is no beginner, an "Associate Engineer" or "Associate, Credit" is. */
static bool
is_plain_associate(const Doc *doc, const Mark *mark, Range title)
{
	if (mark->to != mark->from + 1 || !token_is(doc, mark->from, "associate"))
		return false;
	if (mark->to >= title.to)
		return true;
	return doc->tokens[mark->to].kind == TOKEN_WORD
			   ? token_in(doc, mark->to, WORDS_SENIORITY_ROLE_ENDS)
			   : mark->from != title.from || !token_punct(doc, mark->to, ',');
}

/* Whether a mark in a title is a level: the first test that holds decides; else it is one. */
static const TitleTest title_tests[] = {
	{is_staff_engineer, true},
	{is_staff, false},
	{is_lorry, false},
	{is_assisted, false},
	{is_responsible_for_work, false},
	{is_plain_associate, false},
};

/* Whether a word of a title is a level there. */
static bool
is_level(const Doc *doc, const Mark *mark, Range title)
{
	for (size_t i = 0; i < lengthof(title_tests); i++)
		if (title_tests[i].holds(doc, mark, title))
			return title_tests[i].level;
	return true;
}

/*
 * Where the levels before a title begin: "an entry-level
 * Planner", "a mid to senior Analytics Engineer".
 */
static uint32_t
levels_before(const Doc *doc, uint32_t from)
{
	uint32_t	begin = from;

	/* "Junior to Mid-Level Analyst" where the title was read from "Mid" on */
	for (uint32_t k = 1; k < 4 && k <= from && !doc_starts_clause(doc, from - k + 1); k++)
	{
		const Mark *level = mark_at(doc, KIND_SENIORITY, from - k);

		if (level != NULL && level->to > from && level->entry->value != CUE_NONE)
			return level->from;
	}
	for (uint32_t i = from; i > 0 && i + 8 > from && !doc_starts_clause(doc, i);)
	{
		const Mark *level = mark_before(doc, KIND_SENIORITY, i);

		if (level != NULL && level->entry->value != CUE_NONE)
			begin = i = level->from;
		else if (token_is(doc, i - 1, "level") || token_punct(doc, i - 1, '-'))
			i--;
		/* "als (junior) business controller" */
		else if (i > 2 && token_punct(doc, i - 1, ')') &&
				 (level = mark_before(doc, KIND_SENIORITY, i - 1)) != NULL &&
				 level->entry->value != CUE_NONE && level->from > 0 &&
				 token_punct(doc, level->from - 1, '('))
			begin = i = level->from;
		else if (mark_at(doc, KIND_SENIORITY, i) != NULL &&
				 (token_is(doc, i - 1, "to") || token_is(doc, i - 1, "or") ||
				  token_punct(doc, i - 1, '/')))
			i--;
		else
			break;
	}
	return begin;
}

/* Whether a dash, a comma or a bracket stands in a range: "Senior Scientist - Branch Chief". */
static bool
is_parted(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (token_punct(doc, i, ',') || token_punct(doc, i, '(') || token_punct(doc, i, '|') ||
			(token_punct(doc, i, '-') && doc->tokens[i].gap != GAP_NONE))
			return true;
	return false;
}

/*
 * Whether a level of a title outranks the one before it: "Senior
 * Manager", "Senior Staff Engineer", "Associate Director".
 */
static bool
outranks(const Doc *doc, const Mark *mark, const Mark *best)
{
	/* "Junior Manager" is none; "Senior/Staff", "Manager or Director" the lower of the two */
	if (mark->entry->value <= best->entry->value || is_beginner(doc, best) ||
		token_punct(doc, mark->from - 1, '/') || token_is(doc, mark->from - 1, "or"))
		return false;
	/* what one manages parts the two: "Senior Construction Manager" */
	if (best->entry->value == SENIORITY_SENIOR && mark->entry->value <= SENIORITY_MANAGER)
		return mark->from == best->to && mark->entry->value != SENIORITY_LEAD;
	/* "Senior Data Scientist - VP" is the lower of the two */
	if (best->entry->value == SENIORITY_SENIOR && is_parted(doc, best->to + 1, mark->from))
		return false;
	return mark->entry->value >= SENIORITY_MANAGER;
}

/* Behind "-level" or "level", which a level may be followed by. */
static uint32_t
skip_level_word(const Doc *doc, uint32_t i)
{
	i += token_punct(doc, i, '-') && token_is(doc, i + 1, "level");
	return i + token_is(doc, i, "level");
}

/*
 * The lowest of levels that are joined, from the first on:
 * "junior/medior/senior", "senior ou lead"; *to is behind the last one.
 */
static const Mark *
lowest_joined(const Doc *doc, const Mark *mark, uint32_t *to)
{
	const Mark *low = mark;

	*to = mark->to;
	for (const Mark *next = mark; next != NULL && next->entry->value != CUE_NONE;
		 next = mark_at(doc, KIND_SENIORITY, *to + 1))
	{
		if (next->entry->value < low->entry->value)
			low = next;
		*to = skip_level_word(doc, next->to);
		if (!token_punct(doc, *to, '/') && !token_in(doc, *to, WORDS_SENIORITY_JOINING))
			break;
	}
	return low;
}

/*
 * The level that begins a bracket behind a title: "Software Developer
 * (Senior Programmer, UCP 9)", "Baker (Senior or Mid)"; NULL where none does.
 */
static const Mark *
level_in_bracket(const Doc *doc, uint32_t i)
{
	const Mark *level = mark_at(doc, KIND_SENIORITY, i);
	const Mark *low;
	uint32_t	to;

	/* CUE_NONE is above them, too */
	if (level == NULL || level->entry->value > SENIORITY_PRINCIPAL)
		return NULL;
	low = lowest_joined(doc, level, &to);
	if (token_punct(doc, to, ')'))
		return low;
	return mark_at(doc, KIND_TITLE, level->to) != NULL || token_punct(doc, level->to, '/') ||
				   token_punct(doc, level->to, '-')
			   ? level
			   : NULL;
}

/* A title with the levels that stand right before and behind it. */
static Range
title_with_levels(const Doc *doc, Range title)
{
	const Mark *behind;

	title.from = levels_before(doc, title.from);
	/* "Python Developer Mid level" */
	behind = mark_at(doc, KIND_SENIORITY, title.to);
	if (behind != NULL && doc->tokens[title.to].line == doc->tokens[title.from].line &&
		token_is(doc, behind->to - 1, "level"))
		title.to = behind->to;
	/* "Consultor SAP – SR", "Desenvolvedor Java - PL/SR" */
	behind = mark_at(doc, KIND_SENIORITY, title.to + 1);
	if (doc_is_foreign(doc) && behind != NULL &&
		(token_punct(doc, title.to, '-') || token_punct(doc, title.to, '(') ||
		 token_punct(doc, title.to, '/')) &&
		doc->tokens[title.to + 1].line == doc->tokens[title.from].line)
		title.to = behind->to;
	/* "Técnico/a Sr Comunicaciones" */
	behind = mark_at(doc, KIND_SENIORITY, title.to);
	if (doc_is_foreign(doc) && behind != NULL && doc->tokens[title.to].gap == GAP_SPACE &&
		is_sought_level(doc, behind))
		title.to = behind->to;
	return title;
}

/* Whether a level is the lower one of two to choose from: "Senior/Mid", "senior or junior". */
static bool
is_lower_choice(const Doc *doc, const Mark *mark, const Mark *best)
{
	return mark->entry->value < best->entry->value && mark->from <= best->to + 1 &&
		   (token_punct(doc, best->to, '/') || token_is(doc, best->to, "or") ||
			token_is(doc, best->to, "to"));
}

/* Whether a level makes a beginner of any title: "Manager Trainee", "Data Analyst - Intern". */
static bool
is_beginner_behind(const Doc *doc, const Mark *mark, const Mark *best, Range title)
{
	return !is_beginner(doc, best) && is_beginner(doc, mark) &&
		   (mark->to == title.to || doc->tokens[mark->to].kind == TOKEN_PUNCT ||
			token_is(doc, mark->to, "program"));
}

/* Whether "chief" or "head" only heightens a level: "Chief Deputy Supervisor", "Head … lead". */
static bool
is_heightened(const Doc *doc, const Mark *mark, const Mark *best)
{
	return (token_is(doc, best->from, "chief") ||
			(token_is(doc, best->from, "head") && best->to == best->from + 1)) &&
		   (mark->entry->value == SENIORITY_LEAD || mark->entry->value == SENIORITY_MANAGER);
}

/* Whether a mark lies in one that is no level: the "manager" of "project manager". */
static bool
is_in_no_level(const Doc *doc, const Mark *mark)
{
	return mark > doc->marks[KIND_SENIORITY].items && mark[-1].entry->value == CUE_NONE &&
		   mark[-1].to > mark->from;
}

/* Whether what is no level ends the role: "Product Manager, Head of Bread"; a grade may follow. */
static bool
ends_role(const Doc *doc, const Mark *mark, Range title)
{
	uint32_t last = title.to - 1;

	last -= last > title.from && title_is_grade(doc, last);
	return mark->to < last;
}

/* The level that a title names, or the words before it; of two mostly the lower. */
static const Mark *
level_of_title(const Doc *doc, Range title)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark  *best = NULL;

	title = title_with_levels(doc, title);
	if (token_punct(doc, title.to, '('))
		best = level_in_bracket(doc, title.to + 1);
	for (const Mark *mark = mark_from(doc, KIND_SENIORITY, title.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= title.to; mark++)
	{
		if (mark->entry->value == CUE_NONE)
		{
			if (best != NULL || ends_role(doc, mark, title))
				return best;
			continue;
		}
		if (is_in_no_level(doc, mark) || !is_level(doc, mark, title))
			continue;
		/* of two alike the later: that of "Sr. Senior Manager" stands beside the manager */
		if (best == NULL || is_lower_choice(doc, mark, best) ||
			is_beginner_behind(doc, mark, best, title) || is_heightened(doc, mark, best) ||
			outranks(doc, mark, best) || mark->entry->value == best->entry->value)
			best = mark;
	}
	return best;
}

/*
 * Whether the last word of a role in one range stands in
 * another: "Sr. Data Scientist" is the "Data Scientist".
 */
static bool
names_same_role(const Doc *doc, Range other, Range title)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (const Mark *mark = mark_from(doc, KIND_TITLE, other.from);
		 mark != NULL && mark < marks->items + marks->count && mark->to <= other.to; mark++)
		for (uint32_t i = title.from; i < title.to; i++)
			if (doc->tokens[i].hash == doc->tokens[mark->to - 1].hash &&
				doc->tokens[i].kind == TOKEN_WORD)
				return true;
	return false;
}

/*
 * Whether a level that another wording of the title begins with may be the
 * job's: "graduate nurse" is a training, "may act as a lead clerk" no job.
 */
static bool
is_of_wording(const Doc *doc, const Mark *level, Range wording)
{
	const Mark *first = mark_at(doc, KIND_SENIORITY, wording.from);
	uint32_t	i;

	/* "Lead Engineer / Technical Lead" */
	if (first != NULL && first->entry->value == level->entry->value)
		level = first;
	i = level->from;
	if (level->entry->value == SENIORITY_STAFF ||
		(level->from > wording.from && !(doc_is_foreign(doc) && is_sought_level(doc, level))) ||
		level->entry->value == SENIORITY_MANAGER ||
		(level->entry->value <= SENIORITY_ENTRY &&
		 !token_in(doc, level->from, WORDS_SENIORITY_JUNIOR)))
		return false;
	while (i > 0 && (token_is(doc, i - 1, "a") || token_is(doc, i - 1, "the") ||
					 token_punct(doc, i - 1, '(')))
		i--;
	/* "whether you are a senior baker" */
	if (i > 2 && token_is(doc, i - 3, "whether"))
		return false;
	return i < 2 || !token_is(doc, i - 1, "as") || !token_in(doc, i - 2, WORDS_SENIORITY_ACT);
}

/* Whether a wording is what a sentence seeks: "is looking for a Senior Java Developer". */
static bool
is_sought_wording(const Doc *doc, const Mark *level, Range wording)
{
	Range		clause = doc_clause(doc, wording.from);

	return level->entry->value <= SENIORITY_SENIOR &&
		   (word_before(doc, clause, level->from, 5, WORDS_TITLE_WISH_VERBS) ||
			word_before(doc, clause, level->from, 5, WORDS_TITLE_WISH_ABROAD)) &&
		   !range_has(doc, clause.from, level->from, WORDS_TERMS_SOUGHT_YOU);
}

/*
 * The level of the other wordings of the title, where all that have
 * one agree: "Data Scientist … If you are a Sr. Data Scientist".
 */
static const Mark *
level_of_wordings(const Doc *doc)
{
	const Mark *best = NULL;

	for (size_t k = 0; k < doc->facts.count; k++)
	{
		const Fact *fact = &doc->facts.items[k];
		const Mark *level;
		bool        same, sought, mention;

		if (fact->field != FIELD_TITLE || fact->reason == NULL ||
			strcmp(fact->reason, "a better candidate stands") != 0 ||
			strcmp(fact->rule, "title.noun") == 0)
			continue;
		same = names_same_role(doc, fact->at, doc->title);
		mention = strcmp(fact->rule, "title.mention") == 0;
		if (mention && !same)
			continue;
		level = level_of_title(doc, fact->at);
		if (level == NULL || !is_of_wording(doc, level, fact->at))
			continue;
		sought = is_sought_wording(doc, level, fact->at);
		if (mention || doc->posting->seniority != SENIORITY_NONE ? !(same && sought)
																 : !(same || sought))
			continue;
		if (best != NULL && best->entry->value != level->entry->value)
			return NULL;
		best = level;
	}
	return best;
}

/* Notes a level and takes it over unless the one that stands is no higher. */
static void
take_level(Doc *doc, const Mark *mark, const char *rule)
{
	const char *reason = NULL;

	if (doc->posting->seniority != SENIORITY_NONE &&
		doc->posting->seniority <= (Seniority) mark->entry->value)
		reason = "the title's level is no higher";
	/* "this senior role" is said of directors, too */
	else if (mark->entry->value == SENIORITY_SENIOR && doc->posting->seniority >= SENIORITY_LEAD &&
			 doc->posting->seniority <= SENIORITY_EXECUTIVE &&
			 strcmp(rule, "seniority.stated") == 0)
		reason = "the title's level is one of leading";
	else
		doc->posting->seniority = (Seniority) mark->entry->value;
	doc_fact(doc, FIELD_SENIORITY, (Range) {mark->from, mark->to}, rule, reason,
			 str_of(posting_seniority_names[mark->entry->value]));
}

/* Whether any label's value begins with a level that says so: "Category: Mid-level Junior". */
static bool
is_named_value(const Doc *doc, const Mark *mark)
{
	return mark->from > 1 && token_punct(doc, mark->from - 1, ':') &&
		   mark->entry->value <= SENIORITY_SENIOR && doc->posting->seniority == SENIORITY_NONE &&
		   doc->tokens[mark->from - 1].line == doc->tokens[mark->from].line &&
		   !is_asking_zone(doc->tokens[mark->from].zone) &&
		   !is_foreign_zone(doc->tokens[mark->from].zone) &&
		   token_is(doc, skip_level_word(doc, mark->to) - 1, "level") &&
		   !token_in(doc, skip_level_word(doc, mark->to), WORDS_EXPERIENCE_NOUNS);
}

/* The lowest of the levels that a label's value begins with: "Mid-level Junior". */
static const Mark *
lowest_of_value(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	uint32_t     line = doc->tokens[mark->from].line;
	const Mark  *low = mark;
	uint32_t     to = skip_level_word(doc, mark->to);

	for (const Mark *next = mark + 1;
		 next < marks->items + marks->count && next->from <= to + 1 &&
		 doc->tokens[next->from].line == line && next->entry->value != CUE_NONE;
		 next++)
	{
		if (next->entry->value < low->entry->value)
			low = next;
		to = skip_level_word(doc, next->to);
	}
	return low;
}

/* The level in the value of a label, or right behind its name: "Seniority level: Associate". */
static const Mark *
labelled_level(const Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		const LabelValue *label;

		if (mark->entry->value == CUE_NONE)
			continue;
		if (follows_name(doc, LABEL_SENIORITY, mark->from) ||
			(doc->posting->seniority == SENIORITY_NONE && mark->entry->value != SENIORITY_STAFF &&
			 follows_name(doc, LABEL_TITLE, mark->from)) ||
			is_named_value(doc, mark))
			return lowest_of_value(doc, mark);
		if (doc->tokens[mark->from].zone == ZONE_NOISE)
			continue;
		label = doc_label_at(doc, LABEL_SENIORITY, mark->from);
		if (label == NULL)
			label = doc_label_at(doc, LABEL_EXPERIENCE, mark->from);
		if (label != NULL && mark->to <= label->value.to && mark->from < label->value.from + 4)
			return lowest_of_value(doc, mark);
	}
	return NULL;
}

/*
 * Whether a level is a Polish board's tag between the trades
 * and the text: "Sprzedaż Finanse,Usługi menedżer Rekrutacja
 * zespołu", "Specjaliści / Urzędnicy kierownik / koordynator OSOBA".
 */
static bool
is_polish_tag(const Doc *doc, const Mark *mark)
{
	uint32_t	to = mark->to + (token_punct(doc, mark->to, '/') ? 2 : 0);

	return !(doc->tokens[mark->from].shape & SHAPE_HAS_UPPER) &&
		   doc->tokens[mark->from - 1].kind == TOKEN_WORD && mark->from >= doc->title.to &&
		   doc->title.to > 0 && to < doc->n_tokens && doc->tokens[to].shape & SHAPE_FIRST_UPPER &&
		   !doc_starts_clause(doc, to);
}

/* The level that a board's line of terms ends with: "Full-time · Mid-Senior level". */
static bool
is_board_level(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];
	const Mark *type =
		mark->from > 0 ? mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from - 1) : NULL;

	/* "specjalista (Mid / Regular)" */
	if (!doc_is_english(doc) && mark->from > 1 && token_punct(doc, mark->from - 1, '(') &&
		mark_before(doc, KIND_TITLE, mark->from - 1) != NULL &&
		!(doc->tokens[mark->from - 2].shape & SHAPE_HAS_UPPER) &&
		(token_punct(doc, mark->to, ')') || token_punct(doc, mark->to, '/')))
		return true;
	/* "Sprzedaż Finanse,Usługi menedżer Rekrutacja zespołu" */
	if (doc->language[0] == 'p' && doc->language[1] == 'l' && mark->from > 1 && mark->from < 60 &&
		is_polish_tag(doc, mark))
		return true;
	return type != NULL && doc->tokens[mark->from - 1].kind == TOKEN_PUNCT && line->words <= 8 &&
		(mark->to >= line->last || token_is(doc, mark->to, "level"));
}

/*
 * The lowest level that a Polish board lists from one in brackets
 * on: "specjalista (Mid / Regular), młodszy specjalista (Junior)".
 */
static const Mark *
lowest_listed(const Doc *doc, const Mark *mark)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark *low = mark;
	uint32_t	last = mark->to;

	if (doc_is_english(doc) || mark->from == 0 || !token_punct(doc, mark->from - 1, '('))
		return mark;
	for (const Mark *next = mark + 1; next < marks->items + marks->count && next->from < last + 8;
		 last = next->to, next++)
	{
		if (next->entry->value == CUE_NONE ||
			!(token_punct(doc, next->from - 1, '(') || token_punct(doc, next->from - 1, ',') ||
			  token_punct(doc, next->from - 1, '/')))
			continue;
		if (next->entry->value < low->entry->value)
			low = next;
	}
	return low;
}

/*
 * Whether a text begins with the level: "Entry Level
 * Sales Customer Service … has an immediate need for".
 */
static bool
opens_text(const Doc *doc, const Mark *mark)
{
	if (mark->from > 0 || mark->entry->value > SENIORITY_SENIOR || mark->to >= doc->n_tokens ||
		doc->posting->seniority != SENIORITY_NONE)
		return false;
	/* "Junior > Tem conhecimento", abroad */
	if (mark->to == mark->from + 1)
		return doc_is_foreign(doc) && doc->title.to == doc->title.from &&
			   doc->tokens[mark->to].kind == TOKEN_PUNCT;
	return doc->tokens[mark->to].kind == TOKEN_WORD &&
		   doc->tokens[mark->to].shape & SHAPE_FIRST_UPPER;
}

/*
 * Whether a level stands in the first line of a text
 * that names no other title: "Analista Junior - PTP".
 */
static bool
is_first_line_level(const Doc *doc, const Mark *mark)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];

	return doc->title.to == doc->title.from && mark->from < 12 && line->first == 0 &&
		   line->words <= 12 && mark->from > 0 && mark->entry->value <= SENIORITY_SENIOR &&
		   doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER;
}

/*
 * Whether a level stands in a list of terms, or on a
 * line of its own: "Full Time Senior-level / Expert".
 */
static bool
is_listed_level(const Doc *doc, const Mark *mark, uint32_t to)
{
	const Line *line = &doc->lines[doc->tokens[mark->from].line];

	return to < doc->n_tokens && line->words <= 12 &&
		   (to >= line->last || is_separator(doc, to, false)) &&
		   (mark->from == line->first || is_separator(doc, mark->from - 1, false) ||
			mark_before(doc, KIND_EMPLOYMENT_TYPE, mark->from) != NULL);
}

/* A level in the text, and what stands around it. */
typedef struct Level
{
	const Mark *mark;
	uint32_t    to; /* behind it, the levels joined to it, and "level" */
	Range       clause;
	bool        named; /* "level" stands behind it */
	bool        low;   /* up to senior */
	bool        open;  /* low, and no other level was read */
	bool        said;  /* of this job */
} Level;

/* A test of a level in the text, and whether it is the job's where the test holds. */
typedef struct LevelTest
{
	bool (*holds)(const Doc *doc, const Level *level);
	bool stated;
} LevelTest;

/* "Un niveau d'expérience senior ou lead"; one level alone is that of a skill. */
static bool
is_level_of_years(const Doc *doc, const Level *level)
{
	return doc_is_foreign(doc) && level->to > level->mark->to &&
		   word_before(doc, level->clause, level->mark->from, 5, WORDS_SENIORITY_LEVEL_NOUNS);
}

/* Outside the posting, or among what is asked and offered and not said of this job. */
static bool
is_elsewhere(const Doc *doc, const Level *level)
{
	uint8_t zone = doc->tokens[level->mark->from].zone;

	return is_foreign_zone(zone) ||
		   ((is_asking_zone(zone) || zone == ZONE_BENEFITS || zone == ZONE_PROCESS) &&
			!(level->low && level->said));
}

/* In a list of terms, or on a line of its own. */
static bool
is_term(const Doc *doc, const Level *level)
{
	return level->named && is_listed_level(doc, level->mark, level->to);
}

/* "Als Trainee bei uns", "en tant que junior", "à la recherche d'un profil junior". */
static bool
is_sought_abroad(const Doc *doc, const Level *level)
{
	uint32_t i = level->mark->from;

	if (!level->open || !doc_is_foreign(doc) || !is_sought_level(doc, level->mark) ||
		i <= level->clause.from || word_before(doc, level->clause, i, 10, WORDS_EXPERIENCE_NOUNS))
		return false;
	if (token_in(doc, i - 1, WORDS_SENIORITY_AS) &&
		(i == level->clause.from + 1 || token_in(doc, level->mark->to + 1, WORDS_SENIORITY_US)))
		return true;
	if (token_is(doc, i - 1, "que") && i > 1 && token_is(doc, i - 2, "tant"))
		return true;
	/* "2 vacantes de ingenieros, perfil junior" */
	if (token_in(doc, i - 1, WORDS_SENIORITY_PROFILE_NOUNS))
		return true;
	return word_before(doc, level->clause, i, 9, WORDS_TITLE_WISH_ABROAD) &&
		   !word_before(doc, level->clause, i, 4, WORDS_TITLE_REPORTED_TO);
}

/* "This would suit a recent graduate", "suitable for junior level staff". */
static bool
would_suit(const Doc *doc, const Level *level)
{
	const Mark *mark = level->mark;
	bool        graduate = mark->entry->value == SENIORITY_ENTRY && mark->to - mark->from > 1 &&
					token_is(doc, mark->to - 1, "graduate");

	return level->open && (graduate || level->named) &&
		   word_before(doc, level->clause, mark->from, 3, WORDS_SENIORITY_SUITS) &&
		   !range_has(doc, level->clause.from, mark->from, WORDS_TERMS_CONDITIONAL);
}

/* "You are at the beginning of your career", but "whether you are at the start of …". */
static bool
is_career_begun(const Doc *doc, const Level *level)
{
	return level->open && token_is(doc, level->mark->to - 1, "career") &&
		   level->mark->to - level->mark->from > 2 &&
		   !range_has(doc, level->clause.from, level->mark->from, WORDS_TERMS_CONDITIONAL) &&
		   (range_has(doc, level->clause.from, level->mark->from, WORDS_SENIORITY_PEOPLE) ||
			word_before(doc, level->clause, level->mark->from, 8, WORDS_TITLE_WISH_VERBS) ||
			word_before(doc, level->clause, level->mark->from, 4, WORDS_TERMS_SOUGHT_YOU));
}

/* "Junior to mid-level candidates will be considered", "we are looking for senior candidates". */
static bool
is_of_candidates(const Doc *doc, const Level *level)
{
	uint32_t i = level->mark->from;

	if (!level->open || !token_in(doc, level->to, WORDS_SENIORITY_PEOPLE))
		return false;
	return token_in(doc, level->to + 1, WORDS_TERMS_OF_POSITION_CAN)
			   ? (doc->tokens[i].shape & SHAPE_FIRST_UPPER) != 0
			   : range_has(doc, reach_back(level->clause, i, 6), i, WORDS_TERMS_SOUGHT_SEEKING);
}

/* "As a senior member of the team", "you could be a junior developer". */
static bool
is_of_reader(const Doc *doc, const Level *level)
{
	uint32_t i = level->mark->from;

	if (!level->open || i < level->clause.from + 2 ||
		token_in(doc, level->to, WORDS_SENIORITY_PEOPLE) ||
		!(token_is(doc, i - 1, "a") || token_is(doc, i - 1, "an")))
		return false;
	if (token_is(doc, level->to, "member") || token_is(doc, level->to, "contributor"))
		return token_is(doc, i - 2, "as") || token_is(doc, i - 2, "be");
	return (token_is(doc, i - 2, "be") || token_is(doc, i - 2, "are") ||
			token_is(doc, i - 2, "you're")) &&
		   range_has(doc, reach_back(level->clause, i, 6), i, WORDS_TERMS_SOUGHT_YOU) &&
		   !range_has(doc, level->clause.from, i, WORDS_TERMS_CONDITIONAL);
}

/* "Challenging lead role in reporting". */
static bool
is_lead_role(const Doc *doc, const Level *level)
{
	uint32_t i = level->mark->from;

	return level->mark->entry->value == SENIORITY_LEAD && token_is(doc, level->to, "role") &&
		   doc->posting->seniority == SENIORITY_NONE &&
		   (i == level->clause.from + 1 || (level->said && !(i > 1 && token_is(doc, i - 2, "in"))));
}

/* "Entry-level positions require", "Mid-level role". */
static bool
opens_role(const Doc *doc, const Level *level)
{
	return level->mark->from == level->clause.from && level->named && level->low &&
		   token_in(doc, level->to, WORDS_TERMS_JOB);
}

/* "Requires a highly skilled principal level consultant". */
static bool
is_required(const Doc *doc, const Level *level)
{
	uint32_t i = level->mark->from;

	return level->named && level->mark->entry->value <= SENIORITY_PRINCIPAL &&
		   doc->posting->seniority == SENIORITY_NONE &&
		   (word_before(doc, level->clause, i, 6, WORDS_TITLE_WISH_VERBS) ||
			word_before(doc, level->clause, i, 6, WORDS_SENIORITY_REQUIRES)) &&
		   !word_before(doc, level->clause, i, 6, WORDS_TERMS_STATED_LEVEL_PAST) &&
		   !range_has(doc, level->clause.from, i, WORDS_TERMS_SOUGHT_YOU) &&
		   level->to < doc->n_tokens && doc->tokens[level->to].kind == TOKEN_WORD;
}

/* "Looking for junior and senior sales roles". */
static bool
is_of_roles(const Doc *doc, const Level *level)
{
	uint32_t i = level->mark->from;
	uint32_t to = reach_on(level->clause, level->to, 3);

	return level->low && level->to > level->mark->to + 1 &&
		   word_before(doc, level->clause, i, 3, WORDS_TITLE_WISH_VERBS) &&
		   !range_has(doc, level->clause.from, i, WORDS_TERMS_SOUGHT_YOU) &&
		   range_has(doc, level->to, to, WORDS_TERMS_JOB);
}

/* At the start of a clause, or behind no word that a level of the job follows. */
static bool
is_unannounced(const Doc *doc, const Level *level)
{
	return level->mark->from == level->clause.from ||
		   !token_in(doc, level->mark->from - 1, WORDS_TERMS_STATED_LEVEL_LEAD) ||
		   !(level->named || level->low);
}

/* "Looking for a mid-level Safety Specialist". */
static bool
is_looked_for(const Doc *doc, const Level *level)
{
	return level->named && level->low &&
		   word_before(doc, level->clause, level->mark->from, 4, WORDS_TERMS_SOUGHT_SEEKING);
}

/* "A senior-level EHS role", "this mid-level, client-facing role"; not "grow into a …". */
static bool
is_of_role(const Doc *doc, const Level *level)
{
	const Mark *mark = level->mark;
	uint32_t    i = level->to;

	for (int n = 0; n < 2 && (level->named || token_punct(doc, mark->to, ',')) &&
					i < level->clause.to && i < mark->to + 10 && !token_in(doc, i, WORDS_TERMS_JOB);
		 i++)
		n += doc->tokens[i].kind != TOKEN_PUNCT && !token_punct(doc, i + 1, '-');
	if (!token_in(doc, i, WORDS_TERMS_JOB))
		return false;
	/* "nor are years of experience asked, as this is a junior role" */
	return (mark->from > level->clause.from + 3 && token_is(doc, mark->from - 3, "this") &&
			token_is(doc, mark->from - 2, "is")) ||
		   !word_before(doc, level->clause, mark->from, 10, WORDS_TERMS_STATED_LEVEL_PAST);
}

/* Whether a level in the text is the job's: the first test that holds decides; else it is not. */
static const LevelTest level_tests[] = {
	{is_level_of_years, true},
	{is_elsewhere, false},
	{is_term, true},
	{is_sought_abroad, true},
	{would_suit, true},
	{is_career_begun, true},
	{is_of_candidates, true},
	{is_of_reader, true},
	{is_lead_role, true},
	{opens_role, true},
	{is_required, true},
	{is_of_roles, true},
	{is_unannounced, false},
	{is_looked_for, true},
	{is_of_role, true},
};

/*
 * Whether a sentence states the level of this job: "this entry level
 * role", "a senior position", "looking for a mid-level Planner".
 */
static bool
is_stated_level(const Doc *doc, const Mark *mark, uint32_t to)
{
	bool		low = mark->entry->value <= SENIORITY_SENIOR;
	const Level level = {.mark = mark,
						 .to = to,
						 .clause = doc_clause(doc, mark->from),
						 .named = token_is(doc, to - 1, "level"),
						 .low = low,
						 .open = low && doc->posting->seniority == SENIORITY_NONE,
						 .said = is_said_of_job(doc, mark)};

	for (size_t i = 0; i < lengthof(level_tests); i++)
		if (level_tests[i].holds(doc, &level))
			return level_tests[i].stated;
	return false;
}

/* Reads the level that is stated beside the title's. */
static void
read_stated_level(Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark *mark = labelled_level(doc);
	const char *rule = "seniority.label";

	for (uint32_t i = 0; mark == NULL && i < marks->count; i++)
	{
		const Mark *m = &marks->items[i];
		const Mark *low;
		uint32_t	to;

		if (m->entry->value == CUE_NONE || doc->tokens[m->from].zone == ZONE_NOISE ||
			is_heavy_goods(doc, m))
			continue;
		if (is_board_level(doc, m) || is_first_line_level(doc, m) || opens_text(doc, m))
		{
			mark = lowest_listed(doc, m);
			rule = "seniority.board";
			break;
		}
		low = lowest_joined(doc, m, &to);
		if (is_stated_level(doc, m, to))
		{
			mark = low;
			rule = "seniority.stated";
		}
	}
	if (mark != NULL)
		take_level(doc, mark, rule);
}

/*
 * Whether a level opens the role of a text that names no title:
 * "As a Senior Baker within", a line "Senior bread engineer:".
 */
static bool
is_level_of_role(const Doc *doc, const Mark *mark)
{
	const Mark *role = mark_at(doc, KIND_TITLE, mark->to);
	const Mark *whole = mark_at(doc, KIND_TITLE, mark->from);
	uint32_t	to = role != NULL ? role->to : whole != NULL ? whole->to : 0;
	uint32_t	last = doc->lines[doc->tokens[mark->from].line].last;

	if (mark->entry->value == SENIORITY_STAFF || mark->entry->value > SENIORITY_PRINCIPAL ||
		!(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER) ||
		is_foreign_zone(doc->tokens[mark->from].zone) || to <= mark->to ||
		token_text(doc, to - 1)[doc->tokens[to - 1].len - 1] == 's')
		return false;
	if (doc_starts_clause(doc, mark->from))
		return to == last || (to + 1 == last && doc->tokens[to].kind == TOKEN_PUNCT) ||
			   token_punct(doc, to, '(') || token_punct(doc, to, ':');
	return mark->from > 1 &&
		   (token_is(doc, mark->from - 1, "a") || token_is(doc, mark->from - 1, "an")) &&
		   token_is(doc, mark->from - 2, "as") && doc_starts_clause(doc, mark->from - 2);
}

/* The level that opens a role, where the text names no title and all that do agree. */
static const Mark *
level_of_role(const Doc *doc)
{
	const Marks *marks = &doc->marks[KIND_SENIORITY];
	const Mark *best = NULL;

	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];

		if (mark->entry->value == CUE_NONE || !is_level_of_role(doc, mark))
			continue;
		if (best != NULL && best->entry->value != mark->entry->value)
			return NULL;
		best = mark;
	}
	return best;
}

/* Interns are interns whatever level stands beside: "Level: Entry, Type: Intern". */
static void
read_learner(Doc *doc)
{
	if (doc->posting->employment_type & EMPLOYMENT_INTERN &&
		!(doc->posting->employment_type & EMPLOYMENT_FULL_TIME) &&
		doc->posting->seniority <= SENIORITY_ENTRY && doc->posting->seniority != SENIORITY_INTERN)
		for (size_t i = doc->facts.count; i > 0; i--)
		{
			const Fact *fact = &doc->facts.items[i - 1];

			if (fact->field != FIELD_EMPLOYMENT_TYPE || fact->reason != NULL ||
				!str_equal(fact->value, str_of("INTERN")) ||
				!((doc->posting->employment_type == EMPLOYMENT_INTERN &&
				   (doc_is_foreign(doc) || doc->posting->seniority == SENIORITY_NONE)) ||
				  strcmp(fact->rule, "employment.label") == 0 ||
				  strcmp(fact->rule, "employment.title") == 0 ||
				  strcmp(fact->rule, "employment.alone") == 0))
				continue;
			doc->posting->seniority = SENIORITY_INTERN;
			doc_fact(doc, FIELD_SENIORITY, fact->at, "seniority.intern", NULL,
					 str_of(posting_seniority_names[SENIORITY_INTERN]));
			return;
		}
}

/* Whether a learner's level is no contract type of its own: "Werkstudent". */
static bool
is_level_only(const Doc *doc, const Mark *level)
{
	const Mark *type = level != NULL ? mark_at(doc, KIND_EMPLOYMENT_TYPE, level->from) : NULL;

	return type != NULL && type->entry->value == CUE_NONE;
}

/* Reads the level: the title's, or a lower one that is stated beside it. */
void
read_seniority(Doc *doc)
{
	const Mark *mark = NULL;

	if (doc->title.to > doc->title.from)
	{
		mark = level_of_title(doc, doc->title);
		if (mark != NULL)
			take_level(doc, mark, "seniority.title");
	}
	if (doc->posting->seniority == SENIORITY_INTERN && !is_level_only(doc, mark))
		doc->posting->employment_type |= EMPLOYMENT_INTERN;
	read_stated_level(doc);
	if (doc->title.to > doc->title.from)
		mark = level_of_wordings(doc);
	else
		mark = doc->posting->seniority == SENIORITY_NONE ? level_of_role(doc) : NULL;
	if (mark != NULL)
		take_level(doc, mark, "seniority.wording");
	read_learner(doc);
}
