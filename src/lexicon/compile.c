/*
 * compile.c
 *		Host program: the TSV files of this folder → const C tables.
 *
 * usage: compile DIRECTORY > lexicon_data.c
 *
 * Refuses, with file and line, what a person got wrong: a row with the wrong
 * number of columns, an unknown value, a doubled name, an alias that two skills
 * share, a parent that is no entry.  The output depends on the files alone.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <dirent.h>
#include <strings.h>

#include "../core/fold.h"
#include "../core/lexicon_tables.h"
#include "../core/posting.h"

#define MAX_COLUMNS 13

static Arena arena;
static LexiconBuilder *builder;
static const char *file_name;
static int	line_number;
static int	faults;

static VEC(char) strings;
static VEC(SkillRow) skills;
static VEC(PlaceRow) places;

/* A small town: its row, and what its name is known by. */
typedef struct Town
{
	PlaceRow	row;
	uint64_t	key;
	uint64_t	check;
} Town;
static VEC(Town) towns;
static VEC(uint32_t) socs;
static VEC(CurrencyRow) currencies;

/* A word of a list of words.tsv. */
typedef struct ListedWord
{
	const char *word;
	uint32_t	list;
} ListedWord;
static VEC(ListedWord) listed;

/* Reports a fault of the current line. */
static void
fault(const char *format,...)
{
	va_list		args;

	va_start(args, format);
	fprintf(stderr, "%s:%d: ", file_name, line_number);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	faults++;
}

static void *
grow(void *context, size_t size)
{
	(void) context;
	return malloc(size);
}

/* Strings that stand twice are kept once: a chained hash over the blob. */
typedef struct Interned
{
	uint32_t	offset;
	struct Interned *next;
} Interned;
static Interned *interned[1 << 16];

/* Keeps a string; returns its offset. */
static uint32_t
keep(const char *s)
{
	uint32_t	slot = lexicon_hash(s, (uint32_t) strlen(s)) & 0xFFFF;
	Interned   *found;

	for (found = interned[slot]; found; found = found->next)
		if (strcmp(strings.items + found->offset, s) == 0)
			return found->offset;
	found = arena_alloc(&arena, sizeof(*found));
	found->offset = strings.count;
	found->next = interned[slot];
	interned[slot] = found;
	for (const char *c = s;; c++)
	{
		*VEC_ADD(&arena, &strings) = *c;
		if (*c == '\0')
			break;
	}
	return found->offset;
}

/* Cuts a line at tabs; returns the number of columns. */
static int
cut_columns(char *line, char **columns)
{
	int			n = 0;

	columns[n++] = line;
	for (char *c = line; *c; c++)
		if (*c == '\t')
		{
			*c = '\0';
			if (n == MAX_COLUMNS)
				return n + 1;
			columns[n++] = c + 1;
		}
	return n;
}

/* Calls row for each line of a file, with the number of columns that it must have. */
static void
read_file(const char *directory, const char *name, int wanted, void (*row) (char **columns))
{
	char		path[4096];
	char	   *line = NULL;
	size_t		size = 0;
	ssize_t		len;
	FILE	   *file;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	file = fopen(path, "r");
	if (file == NULL)
	{
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(2);
	}
	file_name = arena_copy(&arena, path, strlen(path));
	for (line_number = 1; (len = getline(&line, &size, file)) >= 0; line_number++)
	{
		char	   *columns[MAX_COLUMNS + 1];

		while (len > 0 && (line[len - 1] == '\n' || line[len - 1] == '\r'))
			line[--len] = '\0';
		if (len == 0 || line[0] == '#')
			continue;
		if (cut_columns(line, columns) != wanted)
			fault("%d columns wanted", wanted);
		else
			row(columns);
	}
	free(line);
	fclose(file);
}

/* Takes the marks off an alias: ^ case-sensitive, ? weak; = is read by add_skill_alias. */
static const char *
alias_flags(const char *alias, uint8_t *flags)
{
	for (;; alias++)
		if (*alias == '^')
			*flags |= ENTRY_CASE;
		else if (*alias == '?')
			*flags |= ENTRY_WEAK;
		else if (*alias != '=')
			return alias;
}

/* Whether a blank-separated list of flags holds one. */
static bool
has_flag(const char *flags, const char *flag)
{
	size_t		n = strlen(flag);

	for (const char *f = strstr(flags, flag); f; f = strstr(f + 1, flag))
		if ((f == flags || f[-1] == ' ') && (f[n] == '\0' || f[n] == ' '))
			return true;
	return false;
}

/* The wordings of skills: trust speaks of their first and last words. */
static VEC(const char *) skill_wordings;

/* Adds one wording; the same phrase with the same meaning twice is a fault of the file. */
static void
add(const char *phrase, EntryKind kind, uint8_t flags, uint32_t value)
{
	if (kind == KIND_SKILL)
		*VEC_ADD(&arena, &skill_wordings) = arena_copy(&arena, phrase, strlen(phrase));
	if (lexicon_add(builder, phrase, (uint32_t) strlen(phrase), kind, flags, value) == 0)
		fault("'%s' folds to nothing, or has more than %d words", phrase, LEXICON_MAX_WORDS);
}

/* Calls take for each "|"-separated wording of a list. */
static void
each_wording(char *list, void (*take) (const char *wording, void *context), void *context)
{
	for (char *next; list && *list; list = next)
	{
		next = strchr(list, '|');
		if (next)
			*next++ = '\0';
		take(list, context);
	}
}

/*
 * Plurals.  A wording whose last word is a common noun also counts in its other
 * number; added after all files, and only where no file says something else.
 */
typedef struct Plural
{
	const char *phrase;
	EntryKind	kind;
	uint8_t		flags;
	uint32_t	value;
} Plural;
static VEC(Plural) plurals;

static void
want_plural(const char *phrase, EntryKind kind, uint8_t flags, uint32_t value)
{
	Plural	   *plural = VEC_PUSH(&arena, &plurals);

	plural->phrase = arena_copy(&arena, phrase, strlen(phrase));
	plural->kind = kind;
	plural->flags = flags;
	plural->value = value;
}

static bool
is_lower_word(const char *s)
{
	for (; *s; s++)
		if (*s < 'a' || *s > 'z')
			return false;
	return true;
}

static bool
is_upper_word(const char *s)
{
	for (; *s; s++)
		if (*s < 'A' || *s > 'Z')
			return false;
	return true;
}

/* Words that stand in lower case somewhere: common nouns, not names. */
static Interned *common[1 << 14];

static bool
is_common(const char *word, bool note)
{
	uint32_t	slot = lexicon_hash(word, (uint32_t) strlen(word)) & 0x3FFF;
	Interned   *found;

	for (found = common[slot]; found; found = found->next)
		if (strcmp(strings.items + found->offset, word) == 0)
			return true;
	if (note)
	{
		found = arena_alloc(&arena, sizeof(*found));
		found->offset = keep(word);
		found->next = common[slot];
		common[slot] = found;
	}
	return false;
}

/* Notes the lower-case words of a wording. */
static void
note_common(const char *phrase)
{
	char		word[64];
	size_t		n = 0;

	for (const char *c = phrase;; c++)
	{
		if (*c && *c != ' ' && *c != '-' && *c != '/')
		{
			if (n < sizeof(word) - 1)
				word[n++] = *c;
			continue;
		}
		word[n] = '\0';
		if (n > 2 && is_lower_word(word))
			is_common(word, true);
		n = 0;
		if (*c == '\0')
			break;
	}
}

/* Adds the other number of a wording. */
static void
add_plural(const Plural *plural)
{
	char		other[512];
	size_t		n = strlen(plural->phrase);
	const char *last = plural->phrase + n;
	char		lower[128];
	size_t		m;

	while (last > plural->phrase && last[-1] != ' ' && last[-1] != '-' && last[-1] != '/')
		last--;
	m = strlen(last);
	if (m < 2 || m >= sizeof(lower) || n + 3 > sizeof(other))
		return;
	if (is_upper_word(last))
	{
		/* "LLMs", "KPIs": the plural of an abbreviation */
		strcpy(other, plural->phrase);
		strcpy(other + n, "s");
		if (!lexicon_has(builder, other, (uint32_t) strlen(other), plural->kind))
			lexicon_add(builder, other, (uint32_t) strlen(other), plural->kind, plural->flags,
						plural->value);
		return;
	}
	if (m < 3 || plural->flags & ENTRY_CASE)
		return;
	strcpy(lower, last);
	if (last == plural->phrase && lower[0] >= 'A' && lower[0] <= 'Z')
		lower[0] += 32;
	if (!is_lower_word(lower) || (last == plural->phrase && !is_common(lower, false)))
		return;
	strcpy(other, plural->phrase);
	if (strcmp(lower + m - 3, "ies") == 0 && m > 4)
		strcpy(other + n - 3, "y");
	else if (lower[m - 1] == 's')
	{
		if (m < 5 || strchr("sui", lower[m - 2]))
			return;
		other[n - 1] = '\0';
	}
	else if (lower[m - 1] == 'y' && !strchr("aeou", lower[m - 2]))
		strcpy(other + n - 1, "ies");
	else if (lower[m - 1] == 'x' || strcmp(lower + m - 2, "ch") == 0 ||
			 strcmp(lower + m - 2, "sh") == 0)
		strcpy(other + n, "es");
	else if (strcmp(lower + m - 3, "ing") == 0)
		return;
	else
		strcpy(other + n, "s");
	if (!lexicon_has(builder, other, (uint32_t) strlen(other), plural->kind))
		lexicon_add(builder, other, (uint32_t) strlen(other), plural->kind,
					plural->flags, plural->value);
}

/* Skills. */
typedef struct SkillParent
{
	const char *parent;
	const char *file;
	int			line;
} SkillParent;
static VEC(SkillParent) parents;

static void
add_skill_alias(const char *alias, void *context)
{
	const SkillRow *row = context;
	uint8_t		flags = row->flags & SKILL_SOFT ? ENTRY_SOFT : 0;
	const char *wording = alias_flags(alias, &flags);
	uint32_t	value = (uint32_t) (row - skills.items);

	add(wording, KIND_SKILL, flags, value);
	note_common(wording);
	/* "=electronics": in this number only */
	if (memchr(alias, '=', (size_t) (wording - alias)) == NULL)
		want_plural(wording, KIND_SKILL, flags, value);
}

static void
skill_row(char **c)
{
	SkillRow   *row = VEC_PUSH(&arena, &skills);
	SkillParent *parent = VEC_PUSH(&arena, &parents);
	uint8_t		flags = 0;
	char		plain[4096];
	size_t		n = 0;

	row->name = keep(c[0]);
	row->category = keep(c[1]);
	row->onet = row->esco = keep("");
	row->flags = (has_flag(c[3], "group") ? SKILL_GROUP : 0) |
				 (has_flag(c[3], "soft") ? SKILL_SOFT : 0) |
				 (has_flag(c[3], "broad") ? SKILL_BROAD : 0);
	*parent = (SkillParent) {c[2][0] ? arena_copy(&arena, c[2], strlen(c[2])) : NULL, file_name,
							line_number};
	for (const char *s = c[4]; *s && n < sizeof(plain) - 1; s++)
		if (*s != '^' && *s != '?' && *s != '=')
			plain[n++] = *s;
	plain[n] = '\0';
	row->aliases = keep(plain);
	if (has_flag(c[3], "case"))
		flags |= ENTRY_CASE;
	if (has_flag(c[3], "context"))
		flags |= ENTRY_WEAK;
	if (row->flags & SKILL_SOFT)
		flags |= ENTRY_SOFT;
	if (!(row->flags & SKILL_GROUP))
	{
		add(c[0], KIND_SKILL, flags, skills.count - 1);
		want_plural(c[0], KIND_SKILL, flags, skills.count - 1);
	}
	each_wording(c[4], add_skill_alias, row);
}

static int
skill_name_order(const void *a, const void *b)
{
	return strcmp(strings.items + skills.items[*(const uint32_t *) a].name,
				  strings.items + skills.items[*(const uint32_t *) b].name);
}

/* A category whose own entry is broad makes all its skills so. */
static void
spread_broad(void)
{
	for (uint32_t i = 0; i < skills.count; i++)
		if (skills.items[i].flags & SKILL_BROAD && skills.items[i].name == skills.items[i].category)
			for (uint32_t k = 0; k < skills.count; k++)
				if (skills.items[k].category == skills.items[i].category)
					skills.items[k].flags |= SKILL_BROAD;
}

/* Resolves the parents of skills; refuses doubled names and unknown parents. */
static void
link_skills(void)
{
	uint32_t   *order = arena_alloc(&arena, (skills.count + 1) * sizeof(uint32_t));

	for (uint32_t i = 0; i < skills.count; i++)
		order[i] = i;
	qsort(order, skills.count, sizeof(uint32_t), skill_name_order);
	for (uint32_t i = 0; i < skills.count; i++)
	{
		file_name = parents.items[i].file;
		line_number = parents.items[i].line;
		if (i > 0 && skills.items[order[i]].name == skills.items[order[i - 1]].name)
			fault("'%s' stands twice", strings.items + skills.items[order[i]].name);
		if (parents.items[i].parent != NULL)
		{
			uint32_t	lo = 0,
						hi = skills.count;

			while (lo < hi)
			{
				uint32_t	mid = (lo + hi) / 2;

				if (strcmp(strings.items + skills.items[order[mid]].name, parents.items[i].parent) <
					0)
					lo = mid + 1;
				else
					hi = mid;
			}
			if (lo == skills.count ||
				strcmp(strings.items + skills.items[order[lo]].name, parents.items[i].parent) != 0)
				fault("parent '%s' is no entry", parents.items[i].parent);
			else
				skills.items[i].parent = order[lo] + 1;
		}
	}
}

/* Headings. */
static const char *const label_names[] = {
	"title", "company", "agency", "location", "salary", "employment_type",
	"hours", "workplace", "seniority", "experience", "education", "languages",
	"reference", "date_posted", "valid_through", "start_date", "department",
	"contact", "duration", "vacancies", "skills", "benefits", "industry",
	"visa", NULL
};

static void
heading_row(char **c)
{
	int			value;

	if (strncmp(c[1], "label:", 6) == 0)
	{
		value = posting_name_index(label_names, c[1] + 6, (uint32_t) strlen(c[1] + 6));
		if (value >= 0)
			value += HEADING_LABEL;
	}
	else if (strcmp(c[1], "stack") == 0)
		value = HEADING_STACK;
	else if (strcmp(c[1], "teasers") == 0)
		value = HEADING_TEASERS;
	else
		value = posting_name_index(posting_zone_names, c[1], (uint32_t) strlen(c[1]));
	if (value < 0)
		fault("unknown zone '%s'", c[1]);
	else
		add(c[0], KIND_HEADING, value >= HEADING_LABEL ? ENTRY_LABEL : 0, (uint32_t) value);
}

/* Places: the column order is name kind country region population flags aliases. */
static void
add_place_alias(const char *alias, void *context)
{
	/* a name that is a word may have wordings that are none: "Washington DC" */
	uint8_t		flags =
		((const PlaceRow *) context)->word && strchr(alias, ' ') == NULL ? ENTRY_WEAK : 0;
	const char *wording = alias_flags(alias, &flags);

	add(wording, KIND_PLACE, flags, places.count - 1);
}

static void
place_row(char **c)
{
	static const char *const kinds[] = {"country", "region", "area", "city", NULL};
	PlaceRow   *row = VEC_PUSH(&arena, &places);
	int			kind = posting_name_index(kinds, c[1], (uint32_t) strlen(c[1]));
	uint8_t		flags = 0;

	if (kind < 0)
		fault("unknown kind of place '%s'", c[1]);
	if (strlen(c[2]) != 2 && c[2][0] != '\0')
		fault("'%s' is no ISO 3166-1 code", c[2]);
	row->name = keep(c[0]);
	row->kind = (uint8_t) kind;
	memcpy(row->country, c[2], strlen(c[2]) == 2 ? 2 : 0);
	row->region = keep(c[3]);
	row->population = (uint32_t) strtoul(c[4], NULL, 10);
	row->word = has_flag(c[5], "word");
	if (row->word)
		flags |= ENTRY_WEAK;
	if (has_flag(c[5], "case"))
		flags |= ENTRY_CASE;
	add(c[0], KIND_PLACE, flags, places.count - 1);
	each_wording(c[6], add_place_alias, row);
}

/* Small towns: name, country, region, thousands of people, flags. */
static void
town_row(char **c)
{
	ArenaMark	mark;
	Town	   *town = VEC_PUSH(&arena, &towns);
	uint32_t	words = 0;
	char		folded[FOLD_MAX_WORD * 4];
	Tokens		tokens;

	if (strlen(c[1]) != 2)
		fault("'%s' is no ISO 3166-1 code", c[1]);
	town->row =
		(PlaceRow) {keep(""),           keep(c[2]), (uint32_t) strtoul(c[3], NULL, 10) * 1000,
				   {c[1][0], c[1][1]}, PLACE_CITY, has_flag(c[4], "word")};
	town->key = town->check = HASH_START;
	mark = arena_mark(&arena);
	fold_tokens(&arena, c[0], (uint32_t) strlen(c[0]), UINT32_MAX, NULL, NULL, &tokens);
	for (uint32_t i = 0; i < tokens.count; i++)
		if (tokens.items[i].kind != TOKEN_PUNCT)
		{
			uint64_t hash = town_word(lexicon_hash(
				folded, fold_word(c[0] + tokens.items[i].start, tokens.items[i].len, folded)));

			town->key = hash_block(town->key, (uint32_t) hash);
			town->check = hash_block(town->check, hash);
			words++;
		}
	arena_release(&arena, mark);
	if (words == 0 || words > TOWN_WORDS)
		fault("'%s' has %u words", c[0], words);
}

/* Titles: title, O*NET-SOC code, flags. */
static void
title_row(char **c)
{
	uint8_t		flags = (has_flag(c[2], "head") ? ENTRY_HEAD : 0) |
		(has_flag(c[2], "level") ? ENTRY_LEVEL : 0) |
		(has_flag(c[2], "word") ? ENTRY_WEAK : 0);
	uint32_t	soc = keep(c[1]);
	uint32_t	value = 0;

	while (value < socs.count && socs.items[value] != soc)
		value++;
	if (value == socs.count)
		*VEC_ADD(&arena, &socs) = soc;
	add(c[0], KIND_TITLE, flags, value);
	note_common(c[0]);
	if (!(flags & ENTRY_LEVEL))
	{
		char	   *lower = arena_copy(&arena, c[0], strlen(c[0]));

		for (char *s = lower; *s; s++)
			if (*s >= 'A' && *s <= 'Z')
				*s += 32;
		note_common(lower);
		want_plural(lower, KIND_TITLE, flags, value);
	}
}

/* Currencies: code, flags, signs, words, countries. */
static void
add_currency_sign(const char *sign, void *context)
{
	uint8_t		flags = context != NULL ? ENTRY_WEAK : 0;
	const char *wording = alias_flags(sign, &flags);

	if (!lexicon_has(builder, wording, (uint32_t) strlen(wording), KIND_CURRENCY))
		add(wording, KIND_CURRENCY, flags, currencies.count - 1);
}

static void
currency_row(char **c)
{
	CurrencyRow *row = VEC_PUSH(&arena, &currencies);
	char		code[8];

	if (strlen(c[0]) != 3)
		fault("'%s' is no ISO 4217 code", c[0]);
	memcpy(row->code, c[0], 3);
	row->countries = keep(c[4]);
	snprintf(code, sizeof(code), "%s%s", strcmp(c[1], "^") == 0 ? "^" : "", c[0]);
	add_currency_sign(code, NULL);
	each_wording(c[2], add_currency_sign, NULL);
	each_wording(c[3], add_currency_sign, NULL);
}

/* Cues: field, value, flags, wordings. */
typedef struct CueField
{
	const char *name;
	EntryKind	kind;
	const char *const *values;	/* NULL: see cue_value */
} CueField;

static const char *const company_lead_names[] = {"about", "join",   "welcome", "posted", "at",
												 "with",  "we_are", "other",   NULL};
static const char *const company_tail_names[] = {"seeks", "is", "equal", "verb", "form", NULL};
static const char *const bound_names[] = {"from", "upto", "at", NULL};
static const char *const visa_names[] = {"", "false", "true", NULL};
static const char *const unit_names[] = {"", "hour", "day", "week", "month", "year", NULL};
static const char *const level_names[] = {
	"A1", "A2", "B1", "B2", "C1", "C2", "basic", "intermediate", "advanced",
	"fluent", "native", NULL
};
static const CueField cue_fields[] = {
	{"employment_type", KIND_EMPLOYMENT_TYPE, posting_employment_names},
	{"workplace", KIND_WORKPLACE, posting_workplace_names},
	{"not_workplace", KIND_WORKPLACE, NULL},
	{"seniority", KIND_SENIORITY, posting_seniority_names},
	{"not_seniority", KIND_SENIORITY, NULL},
	{"education", KIND_EDUCATION, posting_education_names},
	{"language", KIND_LANGUAGE, NULL},
	{"language_level", KIND_LANGUAGE_LEVEL, level_names},
	{"benefits", KIND_BENEFITS, posting_benefit_names},
	{"visa", KIND_VISA, visa_names},
	{"period", KIND_PERIOD, posting_period_names},
	{"pay_kind", KIND_PAY_KIND, posting_kind_names},
	{"pay_cue", KIND_PAY_CUE, NULL},
	{"pay_words", KIND_PAY_WORDS, posting_pay_words_names},
	{"not_pay", KIND_NOT_PAY, posting_not_pay_names},
	{"tax", KIND_TAX, posting_tax_names},
	{"bound", KIND_BOUND, bound_names},
	{"requirement", KIND_REQUIREMENT, posting_requirement_names},
	{"skill_lead", KIND_SKILL_LEAD, NULL},
	{"skill_tail", KIND_SKILL_TAIL, NULL},
	{"experience", KIND_EXPERIENCE, unit_names},
	{"number", KIND_NUMBER, NULL},
	{"month", KIND_MONTH, NULL},
	{"hours_per_week", KIND_HOURS_PER_WEEK, NULL},
	{"company_lead", KIND_COMPANY_LEAD, company_lead_names},
	{"company_tail", KIND_COMPANY_TAIL, company_tail_names},
	{"title_lead", KIND_TITLE_LEAD, NULL},
	{"agency", KIND_AGENCY, NULL},
	{"noise", KIND_NOISE, NULL},
	{NULL, 0, NULL}
};

/* The number behind a cue's value; -1 where it is unknown. */
static int
cue_value(const CueField *field, const char *value)
{
	if (field->values != NULL)
	{
		int			index = posting_name_index(field->values, value, (uint32_t) strlen(value));

		return index < 0 && strcmp(value, "NONE") == 0 ? CUE_NONE : index;
	}
	switch (field->kind)
	{
		case KIND_WORKPLACE:
		case KIND_SENIORITY:
			return CUE_NONE;
		case KIND_LANGUAGE:
			return strlen(value) == 2 ? value[0] << 8 | value[1] : -1;
		case KIND_NUMBER:
			return strcmp(value, "half") == 0 ? 50 : (int) (strtod(value, NULL) * 100 + 0.5);
		case KIND_MONTH:
			return atoi(value) >= 1 && atoi(value) <= 12 ? atoi(value) : -1;
		case KIND_SKILL_LEAD:
			return strcmp(value, "examples") == 0 ? LEAD_EXAMPLES : LEAD_ASKS;
		default:
			return 0;
	}
}

typedef struct CueContext
{
	EntryKind	kind;
	uint8_t		flags;
	uint32_t	value;
} CueContext;

static void
add_cue(const char *wording, void *context)
{
	const CueContext *cue = context;
	uint8_t		flags = cue->flags;
	const char *plain = alias_flags(wording, &flags);

	if (plain[0] == '\0')
		return;
	add(plain, cue->kind, flags, cue->value);
}

static void
cue_row(char **c)
{
	CueContext	cue = {0};
	const CueField *field = cue_fields;
	int			value;

	while (field->name != NULL && strcmp(field->name, c[0]) != 0)
		field++;
	if (field->name == NULL)
	{
		fault("unknown field '%s'", c[0]);
		return;
	}
	value = cue_value(field, c[1]);
	if (value < 0)
	{
		fault("unknown value '%s' of %s", c[1], c[0]);
		return;
	}
	cue.kind = field->kind;
	cue.value = (uint32_t) value;
	if (has_flag(c[2], "weak"))
		cue.flags |= ENTRY_WEAK;
	if (has_flag(c[2], "case"))
		cue.flags |= ENTRY_CASE;
	each_wording(c[3], add_cue, &cue);
}

/* Links of skills to official vocabularies: skill, O*NET commodity, ESCO label. */
static void
link_row(char **c)
{
	uint32_t	name = keep(c[0]);

	for (uint32_t i = 0; i < skills.count; i++)
		if (skills.items[i].name == name)
		{
			skills.items[i].onet = keep(c[1]);
			skills.items[i].esco = keep(c[2]);
			return;
		}
	fault("'%s' is no skill", c[0]);
}

#define WORD_LIST_NAME(name) #name,
static const char *const list_names[] = {WORD_LISTS(WORD_LIST_NAME) NULL};

static void
add_listed(const char *wording, void *context)
{
	if (lexicon_add_word(builder, wording, (uint32_t) strlen(wording)) == 0)
		fault("'%s' is not one word", wording);
	else
		*VEC_ADD(&arena, &listed) =
			(ListedWord) {arena_copy(&arena, wording, strlen(wording)), *(uint32_t *) context};
}

/* Lists of words: the list, its words. */
static void
list_row(char **c)
{
	uint32_t	list = 0;

	while (list_names[list] != NULL && strcasecmp(list_names[list], c[0]) != 0)
		list++;
	if (list_names[list] == NULL)
		fault("words.h knows no list '%s'", c[0]);
	else
		each_wording(c[1], add_listed, &list);
}

static void
add_frequent(const char *wording, void *context)
{
	(void) context;
	lexicon_rank_word(builder, wording, (uint32_t) strlen(wording));
}

/* Frequent words, the most frequent first. */
static void
frequent_row(char **c)
{
	each_wording(c[1], add_frequent, NULL);
}

/* Well-known employers: a sector, their names. */
static VEC(uint32_t) employers;

static void
add_employer(const char *name, void *context)
{
	char		squeezed[EMPLOYER_NAME];
	uint32_t	len = lexicon_squeeze(name, (uint32_t) strlen(name), squeezed, EMPLOYER_NAME);

	(void) context;
	if (len < 2)
		fault("'%s' is no name of an employer", name);
	*VEC_ADD(&arena, &employers) = (uint32_t) lexicon_hash(squeezed, len) | 1;
}

static void
employer_row(char **c)
{
	each_wording(c[1], add_employer, NULL);
}

/* What words say of skills near them, in the order of context.tsv. */
typedef struct WordContext
{
	int8_t		right_before;
	int8_t		right_after;
	int8_t		before;
	int8_t		after;
	int8_t		heading;
	int8_t		line_before;
} WordContext;

typedef struct Context
{
	const char *word;
	WordContext weights;
} Context;
static VEC(Context) contexts;
static WordContext sign_contexts[128];

/*
 * What words say of the names of employers beside or around
 * them: the word, its weights in the order of EmployerContext.
 */
typedef struct NameContext
{
	const char *word;
	EmployerContext weights;
} NameContext;
static VEC(NameContext) name_contexts;
static EmployerContext sign_name_contexts[128];

/* What words say of the level that a skill is asked for at, in the order of levels.tsv. */
typedef enum LevelPlace
{
	LEVEL_RIGHT_BEFORE,			/* the skill */
	LEVEL_RIGHT_AFTER,
	LEVEL_BEFORE,				/* in its clause */
	LEVEL_AFTER,
	LEVEL_IN_HEADING,			/* above it */
	LEVEL_IN_LINE_BEFORE,
	LEVEL_PLACES
} LevelPlace;

typedef struct WordLevel
{
	int8_t		weights[LEVEL_PLACES][2];
} WordLevel;

typedef struct Level
{
	const char *word;
	WordLevel	weights;
} Level;
static VEC(Level) levels;
static WordLevel sign_levels[128];

static int8_t
context_weight(const char *s)
{
	long		weight = strtol(s, NULL, 10);

	if (weight < INT8_MIN || weight > INT8_MAX)
		fault("the weight %ld is beyond a byte", weight);
	return (int8_t) weight;
}

/* The words of all rows of weights, each as its row keeps it. */
static VEC(const char *) weighed;

/* The word of a row of weights, which is added to the lexicon; NULL where the row is of a sign. */
static const char *
weighed_word(const char *word)
{
	if (word[1] == '\0' && (unsigned char) word[0] < 128 && !(word[0] >= 'a' && word[0] <= 'z'))
		return NULL;
	if (lexicon_add_word(builder, word, (uint32_t) strlen(word)) == 0)
		fault("'%s' is not one word", word);
	return *VEC_ADD(&arena, &weighed) = arena_copy(&arena, word, strlen(word));
}

static void
context_row(char **c)
{
	WordContext weights = {context_weight(c[1]), context_weight(c[2]), context_weight(c[3]),
						   context_weight(c[4]), context_weight(c[5]), context_weight(c[6])};
	const char *word = weighed_word(c[0]);

	if (word == NULL)
		sign_contexts[(unsigned char) c[0][0]] = weights;
	else
		*VEC_ADD(&arena, &contexts) = (Context) {word, weights};
}

static void
employer_context_row(char **c)
{
	EmployerContext weights = {context_weight(c[1]), context_weight(c[2]), context_weight(c[3]),
							   context_weight(c[4]), context_weight(c[5]), context_weight(c[6])};
	const char *word = weighed_word(c[0]);

	if (word == NULL)
		sign_name_contexts[(unsigned char) c[0][0]] = weights;
	else
		*VEC_ADD(&arena, &name_contexts) = (NameContext) {word, weights};
}

static void
level_row(char **c)
{
	WordLevel	level;
	const char *word = weighed_word(c[0]);

	for (int i = 0; i < LEVEL_PLACES; i++)
		for (int k = 0; k < 2; k++)
			level.weights[i][k] = context_weight(c[1 + 2 * i + k]);
	if (word == NULL)
		sign_levels[(unsigned char) c[0][0]] = level;
	else
		*VEC_ADD(&arena, &levels) = (Level) {word, level};
}

/* Refuses a wording that means two skills. */
static void
check_skills(const Lexicon *lex)
{
	for (uint32_t i = 1; i < lex->n_entries; i++)
	{
		const Entry *a = &lex->entries[i - 1];
		const Entry *b = &lex->entries[i];

		if (!(a->flags & ENTRY_LAST) && a->kind == b->kind && a->kind == KIND_SKILL)
		{
			file_name = "skills";
			line_number = 0;
			if (a->value != b->value)
				fault("'%s' and '%s' share a wording", strings.items + skills.items[a->value].name,
					  strings.items + skills.items[b->value].name);
		}
	}
}

/*
 * Trust: of a category's plain wordings, of its wordings that need context, or
 * of one wording; and what a wording's last word, and its first one of several,
 * add to that.  A wording that the lexicon no longer holds is passed over.
 */
static Lexicon *trusted;
static int *trust_lines;		/* by entry: the line that gives it a trust of its own, 0 none */

typedef struct EdgeTrust
{
	const char *word;
	bool		last;
	int16_t		trust;
	int			line;
} EdgeTrust;
static VEC(EdgeTrust) edge_trusts;

/* The skill's entry of a wording, NULL where the lexicon holds none. */
static Entry *
skill_entry(const char *wording)
{
	return (Entry *) lexicon_lookup(trusted, &arena, wording, (uint32_t) strlen(wording),
									KIND_SKILL);
}

/* One wording's trust; two rows that fold to one wording must agree. */
static void
trust_wording(const char *wording, int16_t trust)
{
	for (Entry *entry = skill_entry(wording); entry != NULL;
		 entry = entry->flags & ENTRY_LAST ? NULL : entry + 1)
		if (entry->kind == KIND_SKILL)
		{
			int		   *line = &trust_lines[entry - trusted->entries];

			if (*line != 0 && entry->trust != trust)
				fault("'%s' folds to the wording of line %d, which gives it the trust %d, not %d",
					  wording, *line, entry->trust, trust);
			*line = line_number;
			entry->trust = trust;
		}
}

static void
trust_row(char **c)
{
	int16_t		trust = (int16_t) atoi(c[2]);
	uint8_t		weak = strcmp(c[0], "context") == 0 ? ENTRY_WEAK : 0;
	Entry	   *entries = (Entry *) trusted->entries;

	if (strcmp(c[0], "wording") == 0)
		trust_wording(c[1], trust);
	else if (strcmp(c[0], "last") == 0 || strcmp(c[0], "first") == 0)
		*VEC_ADD(&arena, &edge_trusts) =
			(EdgeTrust) {arena_copy(&arena, c[1], strlen(c[1])), c[0][0] == 'l', trust,
						 line_number};
	else if (!weak && strcmp(c[0], "category") != 0)
		fault("'%s' is none of category, context, wording, first, last", c[0]);
	else
		for (uint32_t i = 0; i < trusted->n_entries; i++)
			if (entries[i].kind == KIND_SKILL && trust_lines[i] == 0 &&
				(entries[i].flags & ENTRY_WEAK) == weak &&
				strcmp(strings.items + skills.items[entries[i].value].category, c[1]) == 0)
				entries[i].trust = trust;
}

static int
edge_order(const void *left, const void *right)
{
	const EdgeTrust *a = left;
	const EdgeTrust *b = right;

	return a->last != b->last ? a->last - b->last : strcasecmp(a->word, b->word);
}

/* What the first or last word of a wording adds to its trust. */
static int16_t
edge_trust(const char *word, size_t len, bool last)
{
	EdgeTrust	key = {.word = arena_copy(&arena, word, len), .last = last};
	const EdgeTrust *found =
		bsearch(&key, edge_trusts.items, edge_trusts.count, sizeof(EdgeTrust), edge_order);

	return found != NULL ? found->trust : 0;
}

/* Adds what the first and last words say, once for each entry. */
static void
add_edge_trust(void)
{
	bool	   *done = arena_alloc(&arena, trusted->n_entries);

	memset(done, 0, trusted->n_entries);
	if (edge_trusts.count > 0)
		qsort(edge_trusts.items, edge_trusts.count, sizeof(EdgeTrust), edge_order);
	for (uint32_t i = 1; i < edge_trusts.count; i++)
		if (edge_order(&edge_trusts.items[i - 1], &edge_trusts.items[i]) == 0)
		{
			line_number = edge_trusts.items[i].line;
			fault("'%s' stands twice", edge_trusts.items[i].word);
		}
	for (uint32_t i = 0; i < skill_wordings.count; i++)
	{
		const char *wording = skill_wordings.items[i];
		const char *first = strchr(wording, ' ');
		const char *last = first == NULL ? wording : strrchr(wording, ' ') + 1;
		int16_t		trust = edge_trust(last, strlen(last), true);

		if (first != NULL)
			trust += edge_trust(wording, (size_t) (first - wording), false);
		for (Entry *entry = skill_entry(wording); entry != NULL;
			 entry = entry->flags & ENTRY_LAST ? NULL : entry + 1)
			if (entry->kind == KIND_SKILL && !(entry->flags & ENTRY_SOFT) &&
				!done[entry - trusted->entries])
			{
				done[entry - trusted->entries] = true;
				entry->trust += trust;
			}
	}
}

/* Output. */
static void
put_blob(const char *declaration, const char *s, uint32_t len)
{
	printf("%s = {", declaration);
	for (uint32_t i = 0; i < len; i++)
		printf("%s%d,", i % 32 ? "" : "\n", (signed char) s[i]);
	printf("0\n};\n\n");
}

/* The bits of the pairs of words with which some phrase begins. */
static void
put_pairs(const Lexicon *lex)
{
	uint32_t   *pairs = arena_zero(&arena, PAIR_BITS / 8);

	for (uint32_t i = 0; i <= lex->edge_mask; i++)
		if (lex->edges[i].from != 0 && lex->edges[i].from < lex->n_words)
		{
			uint32_t	hash = lexicon_edge_hash(lex->edges[i].from, lex->edges[i].word);

			pairs[hash % PAIR_BITS / 32] |= 1u << hash % 32;
		}
	printf("static const _Alignas(64) uint32_t pairs[] = {");
	for (uint32_t i = 0; i < PAIR_BITS / 32; i++)
		printf("%s%uu,", i % 16 ? "" : "\n", pairs[i]);
	printf("\n};\n\n");
}

static void
put_lexicon(const Lexicon *lex)
{
	put_pairs(lex);
	printf("static const _Alignas(64) WordSlot slots[] = {");
	for (uint32_t i = 0; i <= lex->slot_mask; i++)
		printf("%s{0x%llx,%u,%u,%u,%u,{%u,%uu},0},", i % 8 ? "" : "\n",
			   (unsigned long long) lex->slots[i].hash, lex->slots[i].word, lex->slots[i].lists,
			   lex->slots[i].small, lex->slots[i].noted, lex->slots[i].state.entries,
			   lex->slots[i].state.next);
	printf("\n};\n\n");
	printf("static const _Alignas(64) Edge edges[] = {");
	for (uint32_t i = 0; i <= lex->edge_mask; i++)
		printf("%s{%u,%u,{%u,%uu}},", i % 8 ? "" : "\n", lex->edges[i].from, lex->edges[i].word,
			   lex->edges[i].to.entries, lex->edges[i].to.next);
	printf("\n};\n\n");
	printf("static const Entry entries[] = {");
	for (uint32_t i = 0; i < lex->n_entries; i++)
		printf("%s{%u,%u,%d,%u,%uu},", i % 8 ? "" : "\n", lex->entries[i].kind,
			   lex->entries[i].flags, lex->entries[i].trust, lex->entries[i].value,
			   lex->entries[i].caps);
	printf("\n};\n\n");
	printf("void\nposting_builtin_lexicon(Lexicon *lex)\n{\n"
		   "\t*lex = (Lexicon) {slots, %u, edges, %u, entries, pairs, %u, %u};\n}\n",
		   lex->slot_mask, lex->edge_mask, lex->n_words, lex->n_entries);
}

typedef struct WordSet
{
	uint64_t	lists[WORD_SET_CELLS];
	uint64_t	context;		/* its WordContext, padded so that sets compare as bytes */
	uint64_t	employer;		/* its EmployerContext, likewise */
	uint64_t	level[2];		/* its WordLevel */
} WordSet;

/* The slot of a word that the lexicon holds. */
static WordSlot *
slot_of(const Lexicon *lex, const char *word)
{
	char		folded[FOLD_MAX_WORD * 4];

	return (WordSlot *) lexicon_word(
		lex, lexicon_hash(folded, fold_word(word, (uint32_t) strlen(word), folded)));
}

/* Two weights as one number. */
static int
joined(int low, int high)
{
	return high * 65536 + low;
}

/* The lists of SkillList among all lists that hold a word. */
static unsigned
skill_lists(const uint64_t *lists)
{
#define SKILL_LIST_OF(name) WORDS_##name,
	static const WordList asked[] = {SKILL_LISTS(SKILL_LIST_OF)};
#undef SKILL_LIST_OF
	unsigned	bits = 0;

	for (uint32_t i = 0; i < lengthof(asked); i++)
		bits |= (unsigned) (lists[asked[i] / 64] >> (asked[i] % 64) & 1) << i;
	return bits;
}

static void
put_skill_word(const WordContext *c, const WordLevel *level, unsigned lists)
{
	const int8_t(*w)[2] = level->weights;

	printf("{%d,%d,%d,%uu,%d,%d,%d,%d,{%d,%d},{%d,%d},{%d,%d},{%d,%d}},\n",
		   joined(c->before, c->after), joined(w[LEVEL_BEFORE][0], w[LEVEL_BEFORE][1]),
		   joined(w[LEVEL_AFTER][0], w[LEVEL_AFTER][1]), lists, c->right_before, c->right_after,
		   c->heading, c->line_before, w[LEVEL_RIGHT_BEFORE][0], w[LEVEL_RIGHT_BEFORE][1],
		   w[LEVEL_RIGHT_AFTER][0], w[LEVEL_RIGHT_AFTER][1], w[LEVEL_IN_HEADING][0],
		   w[LEVEL_IN_HEADING][1], w[LEVEL_IN_LINE_BEFORE][0], w[LEVEL_IN_LINE_BEFORE][1]);
}

/* What the reader of skills wants to know of signs, and of words by their set. */
static void
put_skill_words(const WordSet *sets, uint32_t n)
{
	printf("const SkillWord posting_skill_words[] = {\n");
	for (uint32_t i = 0; i < SKILL_SIGNS; i++)
		put_skill_word(&sign_contexts[i], &sign_levels[i],
					   i > 0 && strchr("()+,&/;|", (int) i) != NULL ? NEAR_BIT(LIST_JOINING) : 0);
	for (uint32_t i = 0; i < n; i++)
		put_skill_word((const WordContext *) &sets[i].context, (const WordLevel *) sets[i].level,
					   skill_lists(sets[i].lists));
	printf("};\n\n");
}

static void
put_employer_context(const void *weights)
{
	const EmployerContext *c = weights;

	printf("{%d,%d,%d,%d,%d,%d},\n", c->before, c->second_before, c->behind, c->second_behind,
		   c->inside, c->last);
}

/*
 * A table of weights by the set of a word, of which words points
 * to the first's, and one by sign, each of so many bytes.
 */
static void
put_weights(const char *type, const char *name, void (*put)(const void *), const void *words,
			uint32_t n, const void *signs, size_t size)
{
	printf("const %s posting_word_%s[] = {\n", type, name);
	for (uint32_t i = 0; i < n; i++)
		put((const char *) words + i * sizeof(WordSet));
	printf("};\nconst %s posting_sign_%s[128] = {\n", type, name);
	for (uint32_t i = 0; i < 128; i++)
		put((const char *) signs + i * size);
	printf("};\n\n");
}

/* The languages that some word is a small word of. */
static uint16_t small_rows[SMALL_ROWS];

/* The row of a word's languages, a new one where they have none; 0 of none. */
static uint8_t
small_row(uint64_t lists)
{
	uint16_t	languages = (uint16_t) (lists & ((LIST_BIT(WORDS_SMALL_SV) << 1) - 1));
	uint32_t	row = 0;

	while (row < SMALL_ROWS && small_rows[row] != languages &&
		   (row == 0 || small_rows[row] != 0))
		row++;
	if (row == SMALL_ROWS)
	{
		fault("there are more than %d sets of languages with a small word", SMALL_ROWS);
		exit(1);
	}
	small_rows[row] = languages;
	return (uint8_t) row;
}

static void
put_small_rows(void)
{
	printf("const uint16_t posting_small_words[SMALL_ROWS] = {");
	for (uint32_t i = 0; i < SMALL_ROWS; i++)
		printf("%s%u,", i % 16 ? "" : "\n", small_rows[i]);
	printf("\n};\n\n");
}

/*
 * The lists that hold each word, and its contexts, noted
 * in its slot; words with the same ones share a set.
 */
static void
put_word_sets(const Lexicon *lex)
{
	WordSet    *words = arena_zero(&arena, lex->n_words * sizeof(WordSet));
	VEC(WordSet) sets = {0};

	*VEC_ADD(&arena, &sets) = (WordSet) {{0}, 0, 0, {0}};
	for (uint32_t i = 0; i < listed.count; i++)
		words[slot_of(lex, listed.items[i].word)->word].lists[listed.items[i].list / 64] |=
			(uint64_t) 1 << (listed.items[i].list % 64);
	for (uint32_t i = 0; i < contexts.count; i++)
		memcpy(&words[slot_of(lex, contexts.items[i].word)->word].context,
			   &contexts.items[i].weights, sizeof(WordContext));
	for (uint32_t i = 0; i < name_contexts.count; i++)
		memcpy(&words[slot_of(lex, name_contexts.items[i].word)->word].employer,
			   &name_contexts.items[i].weights, sizeof(EmployerContext));
	for (uint32_t i = 0; i < levels.count; i++)
		memcpy(words[slot_of(lex, levels.items[i].word)->word].level, &levels.items[i].weights,
			   sizeof(WordLevel));
	for (uint32_t i = 0; i < listed.count + weighed.count; i++)
	{
		WordSlot *slot =
			slot_of(lex, i < listed.count ? listed.items[i].word : weighed.items[i - listed.count]);

		while (slot->lists < sets.count &&
			   memcmp(&sets.items[slot->lists], &words[slot->word], sizeof(WordSet)) != 0)
			slot->lists++;
		if (slot->lists == sets.count)
			*VEC_ADD(&arena, &sets) = words[slot->word];
		slot->small = small_row(words[slot->word].lists[0]);
		slot->noted = (words[slot->word].lists[0] & LISTS_NOTED) != 0;
	}
	put_small_rows();
	printf("const uint64_t posting_word_sets[][WORD_SET_CELLS] = {\n");
	for (uint32_t i = 0; i < sets.count; i++)
	{
		printf("{");
		for (uint32_t k = 0; k < WORD_SET_CELLS; k++)
			printf("0x%llx,", (unsigned long long) sets.items[i].lists[k]);
		printf("},\n");
	}
	printf("};\n\n");
	put_skill_words(sets.items, sets.count);
	put_weights("EmployerContext", "employers", put_employer_context, &sets.items[0].employer,
				sets.count, sign_name_contexts, sizeof(EmployerContext));
}

/* The number of each skill's category, in the order in which they appear. */
static void
put_kin(void)
{
	uint32_t	categories[SKILL_CATEGORIES];
	uint32_t	n = 0;

	printf("const uint8_t posting_skill_kin[] = {");
	for (uint32_t i = 0; i < skills.count; i++)
	{
		uint32_t	k = 0;

		while (k < n && categories[k] != skills.items[i].category)
			k++;
		if (k == SKILL_CATEGORIES)
		{
			fault("there are more than %d categories of skills", SKILL_CATEGORIES);
			exit(1);
		}
		categories[k] = skills.items[i].category;
		n += k == n;
		printf("%s%u,", i % 32 ? "" : "\n", k);
	}
	printf("\n};\n\n");
}

/* Towns of one name lie together, the largest first. */
static int
town_order(const void *a, const void *b)
{
	const Town *x = a,
			   *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->row.population != y->row.population)
		return x->row.population > y->row.population ? -1 : 1;
	if (memcmp(x->row.country, y->row.country, 2) != 0)
		return memcmp(x->row.country, y->row.country, 2);
	return strcmp(strings.items + x->row.region, strings.items + y->row.region);
}

/* Brings the towns into their order; refuses two names of one key, and one town twice. */
static void
sort_towns(void)
{
	qsort(towns.items, towns.count, sizeof(Town), town_order);
	for (uint32_t i = 1; i < towns.count; i++)
	{
		const Town *a = &towns.items[i - 1],
				   *b = &towns.items[i];

		if (a->key == b->key && a->check != b->check)
			fault("two names of towns have one key");
		if (a->key == b->key && memcmp(a->row.country, b->row.country, 2) == 0 &&
			a->row.region == b->row.region)
			fault("a town stands twice: %.2s %s", a->row.country, strings.items + a->row.region);
	}
	if (towns.count >= (1u << TOWN_BITS) - 1)
		fault("there are more than 2^%d towns", TOWN_BITS);
}

/* The slots of the towns' names, and their checks. */
static void
put_towns(void)
{
	uint32_t	mask = (1u << TOWN_BITS) - 1;
	uint32_t   *slots = arena_zero(&arena, (mask + 1) * sizeof(uint32_t));

	for (uint32_t i = 0; i < towns.count; i++)
	{
		uint32_t	slot = (uint32_t) towns.items[i].key & mask;

		if (i > 0 && towns.items[i - 1].key == towns.items[i].key)
			continue;
		while (slots[slot] != 0)
			slot = (slot + 1) & mask;
		slots[slot] = TOWN_TAG(towns.items[i].key) | (i + 1);
	}
	printf("const uint32_t posting_town_mask = %u;\nconst uint32_t posting_town_slots[] = {", mask);
	for (uint32_t i = 0; i <= mask; i++)
		printf("%s%uu,", i % 16 ? "" : "\n", slots[i]);
	printf(
		"\n};\nconst uint32_t posting_town_count = %u;\nconst uint32_t posting_town_checks[] = {",
		towns.count);
	for (uint32_t i = 0; i < towns.count; i++)
		printf("%s%uu,", i % 16 ? "" : "\n", (uint32_t) (towns.items[i].check >> 32));
	printf("\n};\n\n");
}

static void
put_rows(void)
{
	put_blob("const char posting_lexicon_strings[]", strings.items, strings.count);
	printf("const SkillRow posting_skill_rows[] = {\n");
	for (uint32_t i = 0; i < skills.count; i++)
	{
		const SkillRow *r = &skills.items[i];

		printf("{%u,%u,%u,%u,%u,%u,%u},\n", r->name, r->aliases, r->category, r->parent,
			   r->onet, r->esco, r->flags);
	}
	printf("};\nconst uint32_t posting_skill_row_count = %u;\n\n", skills.count);
	put_kin();
	printf("const PlaceRow posting_place_rows[] = {\n");
	for (uint32_t i = 0; i < places.count + towns.count; i++)
	{
		const PlaceRow *r =
			i < places.count ? &places.items[i] : &towns.items[i - places.count].row;

		printf("{%u,%u,%u,{%d,%d},%u,%u},\n", r->name, r->region, r->population,
			   r->country[0], r->country[1], r->kind, r->word);
	}
	printf("};\nconst uint32_t posting_place_row_count = %u;\n\n", places.count);
	put_towns();
	printf("const uint32_t posting_soc_codes[] = {\n");
	for (uint32_t i = 0; i < socs.count; i++)
		printf("%u,\n", socs.items[i]);
	printf("};\n\nconst CurrencyRow posting_currency_rows[] = {\n");
	for (uint32_t i = 0; i < currencies.count; i++)
		printf("{\"%s\",%u},\n", currencies.items[i].code, currencies.items[i].countries);
	printf("};\n\n");
}

static void
put_employers(void)
{
	uint32_t	mask = 15;
	uint32_t   *slots;

	while (mask < employers.count * 2)
		mask = mask * 2 + 1;
	slots = arena_zero(&arena, (mask + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < employers.count; i++)
	{
		uint32_t	slot = employers.items[i] >> 1 & mask;

		while (slots[slot] != 0 && slots[slot] != employers.items[i])
			slot = (slot + 1) & mask;
		slots[slot] = employers.items[i];
	}
	printf(
		"const uint32_t posting_employer_mask = %u;\nconst uint32_t posting_employer_slots[] = {",
		mask);
	for (uint32_t i = 0; i <= mask; i++)
		printf("%s%uu,", i % 16 ? "" : "\n", slots[i]);
	printf("\n};\n\n");
}

static int
name_order(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* Reads every skills_*.tsv of the folder, in the order of their names. */
static void
read_skills(const char *directory)
{
	struct dirent **entries;
	int			n = scandir(directory, &entries, NULL, name_order);

	for (int i = 0; i < n; i++)
		if (strncmp(entries[i]->d_name, "skills_", 7) == 0 &&
			strcmp(entries[i]->d_name + strlen(entries[i]->d_name) - 4, ".tsv") == 0)
			read_file(directory, entries[i]->d_name, 5, skill_row);
}

int
main(int argc, char **argv)
{
	Lexicon		lex;

	if (argc != 2)
	{
		fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
		return 2;
	}
	posting_arena_init(&arena, grow, NULL, NULL, 0);
	builder = lexicon_builder(&arena);
	keep("");
	*VEC_ADD(&arena, &socs) = keep("");
	read_skills(argv[1]);
	link_skills();
	spread_broad();
	read_file(argv[1], "links.tsv", 3, link_row);
	read_file(argv[1], "headings.tsv", 3, heading_row);
	read_file(argv[1], "places.tsv", 7, place_row);
	read_file(argv[1], "towns.tsv", 5, town_row);
	sort_towns();
	read_file(argv[1], "titles.tsv", 3, title_row);
	read_file(argv[1], "currencies.tsv", 5, currency_row);
	read_file(argv[1], "cues.tsv", 4, cue_row);
	read_file(argv[1], "words.tsv", 2, list_row);
	read_file(argv[1], "common.tsv", 2, list_row);
	read_file(argv[1], "frequent.tsv", 2, frequent_row);
	read_file(argv[1], "employers.tsv", 2, employer_row);
	read_file(argv[1], "context.tsv", 7, context_row);
	read_file(argv[1], "employer_context.tsv", 7, employer_context_row);
	read_file(argv[1], "levels.tsv", 1 + 2 * LEVEL_PLACES, level_row);
	for (uint32_t i = 0; i < plurals.count; i++)
		add_plural(&plurals.items[i]);
	lexicon_finish(builder, &lex);
	check_skills(&lex);
	trusted = &lex;
	trust_lines = arena_alloc(&arena, lex.n_entries * sizeof(int));
	memset(trust_lines, 0, lex.n_entries * sizeof(int));
	read_file(argv[1], "trust.tsv", 3, trust_row);
	add_edge_trust();
	if (faults > 0)
		return 1;
	printf("/*\n * lexicon_data.c\n *\t\tGenerated by src/lexicon/compile.c from the TSV files "
		   "beside it: do not edit.\n */\n"
		   "#include \"core/lexicon_tables.h\"\n\n");
	put_rows();
	put_word_sets(&lex);
	put_employers();
	put_lexicon(&lex);
	fprintf(stderr, "%u skills, %u places, %u towns, %u words, %u phrases\n", skills.count,
			places.count, towns.count, lex.n_words, lex.n_entries);
	return 0;
}
