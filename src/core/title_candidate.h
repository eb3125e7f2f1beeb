/*
 * title_candidate.h
 *		What the files of the title share: candidates, and what reads as a role.
 */
#ifndef POSTING_TITLE_CANDIDATE_H
#define POSTING_TITLE_CANDIDATE_H

#include "extract.h"

typedef struct TitleCandidate
{
	Range		at;
	int			score;
	const char *rule;
	const char *reason;			/* why it cannot be the title; NULL where it can */
} TitleCandidate;

typedef VEC(TitleCandidate) TitleCandidates;

/*
 * A candidate's reason where an article leads it and nothing says that
 * it is this job: it may be the title where nothing speaks louder.
 */
extern const char title_no_subject[];

/* Whether a candidate may be the title. */
static inline bool
title_can_be(const TitleCandidate *c)
{
	return c->reason == NULL || c->reason == title_no_subject;
}

/*
 * What it costs to stand at a token: a point for each so many letters before it, no more than most.
 */
static inline int
title_lateness(const Doc *doc, uint32_t i, uint32_t letters, uint32_t most)
{
	uint32_t	late = doc->tokens[i].start / letters;

	return (int) (late > most ? most : late);
}

/* Whether a word parts a title from what comes before it in a sentence: "for an", "as the". */
static inline bool
opens_title(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_TITLE_OPENS_TITLE);
}

/* Whether a word is one of sentences, or of what follows a title: "we", "with". */
static inline bool
parts_run(const Doc *doc, uint32_t i)
{
	return token_in(doc, i, WORDS_TITLE_RUN_STOPS) || token_in(doc, i, WORDS_TITLE_SENTENCE);
}

/* Whether a token is a word in a capital behind a blank. */
static inline bool
is_capital_word(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return token->kind == TOKEN_WORD && token->gap == GAP_SPACE &&
		   token->shape & SHAPE_FIRST_UPPER;
}

/* title.c */

/* Whether the line above says to whom the job reports: "Reports to:". */
extern bool	title_follows_report(const Doc *doc, const Line *line);

/* title_cut.c */

/* Roman and Arabic numerals of grades: "II", "3". */
extern bool	title_is_grade(const Doc *doc, uint32_t i);

/* Whether a long word ends as a role's compound does: "Projektmanager", "Softwareentwickler". */
extern bool	title_ends_as_role(const Doc *doc, uint32_t i);

#define SHORTEST_COMPOUND	9

static inline bool
title_is_compound_role(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len >= SHORTEST_COMPOUND &&
		   title_ends_as_role(doc, i);
}

/* Whether a mark is a role by itself, or as the head of its compound. */
extern bool	title_is_head(const Doc *doc, Range range, const Mark *mark);

/*
 * Whether a range names a role: a known title or a head noun of one; strong where it is surely one.
 */
extern bool	title_has_role(const Doc *doc, Range range, bool *strong);

/* Whether a line is written as a title is: its longer words begin with capitals. */
extern bool	title_is_written_as_title(const Doc *doc, Range range);

/* Whether a word is written as an acronym: "IT", "US", "(SHE)". */
extern bool	title_is_acronym(const Doc *doc, uint32_t i);

/* Whether a token is a word of sentences, which stands in no title. */
extern bool	title_is_sentence_word(const Doc *doc, uint32_t i);

/* Whether a range reads as a sentence or a question. */
extern bool	title_is_sentence(const Doc *doc, Range range);

/* Whether a range is nothing but a place, a contract type, pay or an id. */
extern bool	title_is_attribute(const Doc *doc, Range range);

/* Whether two ranges hold the same words. */
static inline bool
title_same_words(const Doc *doc, Range a, Range b)
{
	uint32_t	n = a.to - a.from;
	uint32_t	i = 0;

	if (n != b.to - b.from)
		return false;
	while (i < n && doc->tokens[a.from + i].hash == doc->tokens[b.from + i].hash)
		i++;
	return i == n;
}

/*
 * The segment between bars that names the role: "Acme |
 * Data Analyst | Boston"; the whole where no bar stands.
 */
extern Range	title_barred_segment(const Doc *doc, Range range);

/* The text inside the brackets of a link that opens a range: "[Data Analyst](https://...)". */
extern Range	title_unlink(const Doc *doc, Range range);

/* Whether some title stands in a range, be it in the midst: enough for a page's first line. */
extern bool	title_stands_in(const Doc *doc, Range range);

/* Adds a candidate, one that only explain shows where a reason speaks against it. */
extern void title_propose(Doc *doc, TitleCandidates *all, Range at, int score, const char *rule,
						  const char *reason);

/* title_gender.c */

/*
 * The token behind the second ending that a word has before
 * a sign, "chargé·e"; the sign itself where it has none.
 */
extern uint32_t title_second_ending(const Doc *doc, uint32_t i);

static inline uint32_t
title_gender_ending(const Doc *doc, uint32_t i)
{
	return i < doc->n_tokens && doc->tokens[i].kind == TOKEN_PUNCT &&
				   doc->tokens[i].gap == GAP_NONE
			   ? title_second_ending(doc, i)
			   : i;
}

/*
 * The token behind a gender mark that begins at a token:
 * "m/w/d", "H/F"; the token itself where none does.
 */
extern uint32_t title_gender_mark(const Doc *doc, uint32_t i);

/* Whether a gender mark stands in a range: boards put it in titles only. */
extern bool title_has_gender_mark(const Doc *doc, Range range);

/* Titles before a gender mark, known roles or not. */
extern void title_from_gender_marks(Doc *doc, TitleCandidates *all);

/* title_tail.c */

/* Whether adjectives and nouns follow the role in the text's language: "asesor inmobiliario". */
extern bool	title_is_roles_first(const Doc *doc);

static inline bool
title_has_roles_first(const Doc *doc)
{
	return !doc_is_english(doc) && title_is_roles_first(doc);
}

/* Whether "full" praises nobody: "full-stack", "full stack". */
extern bool	title_is_full_stack(const Doc *doc, uint32_t i);

/* Whether a token begins what a job does where roles come first: "travaillera", "será". */
extern bool title_is_duty_abroad(const Doc *doc, uint32_t i);

/*
 * The words behind a role that belong to it where roles come first,
 * up to a preposition, a verb or praise: "técnico informático".
 */
extern uint32_t title_plain_tail(const Doc *doc, uint32_t to, uint32_t limit);

/* What follows a role and belongs to it: "II", "EMT", "of Engineering". */
extern uint32_t title_role_tail(const Doc *doc, uint32_t from, uint32_t to, uint32_t limit);

/* The end of a role with what belongs to it: "Planner II", "Head of Data". */
extern uint32_t title_role_end(const Doc *doc, uint32_t from, uint32_t to, uint32_t limit);

/* The words in small letters behind a role that belong to it where roles come first. */
extern uint32_t title_small_tail(const Doc *doc, uint32_t to, uint32_t limit);

/* title_opening.c */

/* The title in the capitals that open a text whose lines were lost; empty where a name opens it. */
extern Range	title_opening_run(const Doc *doc, uint32_t from, uint32_t limit);

/* The role that is the first word of a text abroad, or behind the dash of its first words. */
extern void title_from_first_words(Doc *doc, TitleCandidates *all);

/* title_run.c */

/* Whether a word ends a run: "with", "somebody", "we", but not "People Operations", "in-house". */
extern bool	title_stops_run(const Doc *doc, uint32_t i);

/* The title that begins at or behind a token of a sentence: up to its last role word in a run. */
extern Range	title_role_run(const Doc *doc, uint32_t from, uint32_t limit);

/* title_sentence.c */

/* Titles that a sentence names: "is looking for a …", "As a …, you", "The … will". */
extern void	title_from_sentences(Doc *doc, TitleCandidates *all);

/* Whether a role is written in the plural: a team, or several jobs. */
extern bool	title_is_plural(const Doc *doc, Range run);

/* Whether a token begins what a job does: "is responsible for", "will", "oversees". */
extern bool	title_is_duty_verb(const Doc *doc, uint32_t i);

/* title_noun.c */

/*
 * Titles that begin a sentence without an article: "Store
 * Manager is responsible for", "Site Engineer oversees".
 */
extern void	title_from_bare_subjects(Doc *doc, TitleCandidates *all);

/* Titles before "role", "position" and the like: "a rewarding Senior Developer role". */
extern void	title_from_nouns(Doc *doc, TitleCandidates *all);

/* title_mention.c */

/* Roles that stand anywhere in the text and that nothing has proposed yet. */
extern void	title_from_mentions(Doc *doc, TitleCandidates *all);

/* title_weigh.c */

/* The candidate for which most speaks; NULL where too little does for any. */
extern const TitleCandidate *title_weigh(const Doc *doc, const TitleCandidates *all);

#endif							/* POSTING_TITLE_CANDIDATE_H */
