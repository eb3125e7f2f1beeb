/*
 * language.c
 *		The language of the text, and the languages that the job asks for.
 */
#include "extract.h"

/*
 * The languages told apart, in the order of their lists of small words; English needs most of them.
 */
static const char *const languages[] = {"en", "de", "fr", "es", "nl", "pl", "pt", "it", "cs", "sv"};

_Static_assert(lengthof(languages) == LANGUAGES,
			   "each language has its list of small words");

/* Tells the language of the text by its small words, which doc_lines has counted. */
void
extract_language(Doc *doc)
{
	const uint32_t *counts = doc->small_words;
	size_t		best = 0;

	for (size_t l = 1; l < LANGUAGES; l++)
		if (counts[l] > counts[best])
			best = l;
	if (counts[best] < 3 || counts[best] * 30 < doc->n_words)
		return;
	memcpy(doc->language, languages[best], 3);
	doc->posting->text_language = str_of(languages[best]);
}

/*
 * Whether a token has one of the endings that compounds
 * for command of a language have: "Englischkenntnisse".
 */
static bool
is_compound(const Doc *doc, uint32_t i)
{
	static const char *const endings[] = {"kenntnisse", "kenntnissen", "niveau", "sprachig", NULL};
	const Token *token = &doc->tokens[i];

	for (const char *const *e = endings; *e; e++)
		if (token->len > strlen(*e) &&
			memcmp(token_text(doc, i) + token->len - strlen(*e), *e, strlen(*e)) == 0)
			return true;
	return false;
}

/*
 * Whether a name is a people's or a country's adjective here: "French startup",
 * "Dutch GAAP", or a board's link to other jobs, "English Speaking Jobs in Germany".
 */
static bool
is_adjective(const Doc *doc, const Mark *mark)
{
	uint32_t	hyphen = token_punct(doc, mark->to, '-');
	uint32_t	speaking = mark->to + hyphen;

	return token_in(doc, mark->to, WORDS_LANGUAGE_ADJECTIVE) ||
		   (token_is(doc, speaking, "speaking") && token_is(doc, speaking + 1 + hyphen, "jobs"));
}

/* Whether a word is written small where a language's name would not be: English's "polish". */
static bool
is_plain_word(const Doc *doc, const Mark *mark)
{
	return token_is(doc, mark->from, "polish") && !doc->lower_case &&
		   !(doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER) && doc_is_english(doc);
}

/* Whether a clause offers lessons. */
static bool
is_lesson(const Doc *doc, Range clause)
{
	return range_has(doc, clause.from, clause.to, WORDS_LANGUAGE_LESSON);
}

/* Whether a language's name stands where the job asks for it. */
static bool
is_asked_for(const Doc *doc, const Mark *mark)
{
	Range		clause = doc_clause(doc, mark->from);
	uint8_t		zone = doc->tokens[mark->from].zone;
	const Mark *level;

	if (doc_in_label(doc, LABEL_LANGUAGES, mark->from))
		return true;
	/* "a language other than English" */
	if (mark->from > 0 && token_is(doc, mark->from - 1, "than"))
		return false;
	if (zone == ZONE_NOISE || zone == ZONE_LEGAL || zone == ZONE_COMPANY ||
		is_adjective(doc, mark) || (zone == ZONE_BENEFITS && is_lesson(doc, clause)))
		return false;
	if (is_compound(doc, mark->to - 1))
		return true;
	level = mark_from(doc, KIND_LANGUAGE_LEVEL,
					  mark->from > clause.from + 6 ? mark->from - 6 : clause.from);
	if (level != NULL && level->from < clause.to && level->from < mark->to + 6)
		return true;
	for (uint32_t i = clause.from; i < clause.to; i++)
		if ((i < mark->from || i >= mark->to) && i + 9 > mark->from && i < mark->to + 9 &&
			token_in(doc, i, WORDS_LANGUAGE_ASKED_FOR))
			return true;
	return false;
}

/* The level that stands nearest to a language in its clause; NULL where none. */
static const Mark *
nearest_level(const Doc *doc, const Mark *mark, Range clause)
{
	const Marks *marks = &doc->marks[KIND_LANGUAGE_LEVEL];
	const Mark *best = NULL;
	uint32_t	least = 13;

	for (const Mark *m = mark_from(doc, KIND_LANGUAGE_LEVEL,
								   mark->from > clause.from + 12 ? mark->from - 12 : clause.from);
		 m != NULL && m < marks->items + marks->count && m->from < clause.to &&
		 m->from < mark->to + 12;
		 m++)
	{
		uint32_t distance = m->from < mark->from ? mark->from - m->from : m->from - mark->from + 1;

		if (distance < least)
		{
			least = distance;
			best = m;
		}
	}
	return best;
}

/* Reads the languages asked for, with their levels. */
void
extract_languages(Doc *doc)
{
	static const char *const level_names[] = {"A1",       "A2",     "B1",    "B2",
											  "C1",       "C2",     "basic", "intermediate",
											  "advanced", "fluent", "native"};
	const Marks *marks = &doc->marks[KIND_LANGUAGE];
	Posting    *posting = doc->posting;
	LanguageLevel *levels = arena_alloc(doc->arena, 64 * sizeof(LanguageLevel));

	posting->language_levels = levels;
	for (uint32_t i = 0; i < marks->count; i++)
	{
		const Mark *mark = &marks->items[i];
		char		code[2];
		Str			language;
		const Mark *level;
		Range		clause;

		if (mark->entry->value == CUE_NONE || is_plain_word(doc, mark) || !is_asked_for(doc, mark))
			continue;
		code[0] = (char) (mark->entry->value >> 8);
		code[1] = (char) (mark->entry->value & 0xFF);
		language = (Str) {arena_copy(doc->arena, code, 2), 2};
		if (!str_list_add(doc->arena, &posting->languages, &posting->n_languages, language))
			continue;
		doc_fact(doc, FIELD_LANGUAGES, (Range) {mark->from, mark->to}, "language.asked", NULL,
				 language);
		clause = doc_clause(doc, mark->from);
		level = nearest_level(doc, mark, clause);
		if (level != NULL && !(level->entry->flags & ENTRY_WEAK) && posting->n_language_levels < 64)
			levels[posting->n_language_levels++] =
				(LanguageLevel) {language, str_of(level_names[level->entry->value])};
	}
}
