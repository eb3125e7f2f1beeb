/*
 * title_weigh.c
 *		Which candidate is the title: where it stands, how it is written, what stands
 *		around it and how often it comes again are signs, each of which has a weight.
 */
#include "signs.h"
#include "title_candidate.h"

typedef enum TitleSign
{
	/* who proposed it */
	SIGN_FIRST_LINE,
	SIGN_LINE,
	SIGN_HEADER,
	SIGN_OPENING,
	SIGN_LABEL,
	SIGN_GENDER,
	SIGN_SENTENCE,
	SIGN_UNKNOWN,
	SIGN_SUBJECT,
	SIGN_NO_SUBJECT,
	SIGN_BARE,
	SIGN_NOUN,
	SIGN_WEAK_LINE,
	SIGN_MENTION,
	SIGN_LOW,
	/* where it stands */
	SIGN_AT_100,
	SIGN_AT_400,
	SIGN_AT_1000,
	SIGN_PAST_2500,
	SIGN_PAST_5000,
	SIGN_FOREMOST,
	SIGN_IN_SUMMARY,
	SIGN_IN_COMPANY,
	SIGN_IN_DUTIES,
	SIGN_IN_REQUIREMENTS,
	SIGN_IN_PROCESS,
	SIGN_IN_OTHER,
	SIGN_BULLET,
	SIGN_ALONE,
	/* how it is written */
	SIGN_ONE_WORD,
	SIGN_TWO_WORDS,
	SIGN_FIVE_WORDS,
	SIGN_CAPITALS,
	SIGN_NO_CAPITAL,
	SIGN_SHOUTED,
	SIGN_STRONG,
	SIGN_ENDS_IN_ROLE,
	SIGN_NO_ROLE,
	SIGN_PLURAL,
	SIGN_GENERIC,
	SIGN_MEMBER,
	SIGN_LEVEL_FIRST,
	SIGN_LEVEL,
	SIGN_PLACE,
	SIGN_PARTED,
	SIGN_PRAISE,
	SIGN_FIRM,
	SIGN_KNOWN,
	/* what stands before it */
	SIGN_CLAUSE_BEGIN,
	SIGN_LINE_BEGIN,
	SIGN_ARTICLE,
	SIGN_THE,
	SIGN_OUR,
	SIGN_AS,
	SIGN_WISH,
	SIGN_PAST,
	SIGN_REPORTS,
	SIGN_SERVES,
	SIGN_OTHERS,
	SIGN_JOINED,
	SIGN_IF,
	SIGN_POST,
	SIGN_COLON,
	SIGN_MARKED,
	SIGN_DUTIES_OF,
	SIGN_READER,
	/* and behind it */
	SIGN_CLAUSE_END,
	SIGN_LINE_END,
	SIGN_TAIL,
	SIGN_ACTS,
	SIGN_JOB_NOUN,
	SIGN_COMMA,
	SIGN_TO,
	SIGN_WITH,
	SIGN_VERB,
	SIGN_POSSESSIVE,
	SIGN_LICENSE,
	SIGN_TEAM,
	SIGN_AND,
	SIGN_YOU,
	SIGN_CAPITAL,
	SIGN_QUESTION,
	SIGN_WE,
	SIGN_APPLY,
	SIGN_OF,
	SIGN_GENDERED,
	/* what other candidates say */
	SIGN_TWICE,
	SIGN_OFTEN,
	SIGN_FULLER,
	SIGN_PART,
	SIGN_LINE_PART,
	SIGN_SAME_HEAD,
	SIGN_HEAD_OFTEN,
	SIGN_ONLY,
	SIGN_CONFIRMED,
	SIGN_HIGHEST,
	SIGN_COUNT
} TitleSign;

/* Who proposed it. */
static void
read_rule(Signs *signs, const TitleCandidate *c)
{
	static const struct
	{
		const char *rule;
		TitleSign	sign;
	} rules[] = {{"mention", SIGN_MENTION},
				 {"sentence", SIGN_SENTENCE},
				 {"subject", SIGN_SUBJECT},
				 {"line", SIGN_LINE},
				 {"first_line", SIGN_FIRST_LINE},
				 {"header", SIGN_HEADER},
				 {"page", SIGN_HEADER},
				 {"opening", SIGN_OPENING},
				 {"label", SIGN_LABEL},
				 {"inline_label", SIGN_LABEL},
				 {"role_label", SIGN_LABEL},
				 {"board", SIGN_LABEL},
				 {"gender", SIGN_GENDER},
				 {"unknown", SIGN_UNKNOWN},
				 {"bare_subject", SIGN_BARE},
				 {"noun", SIGN_NOUN},
				 {"list", SIGN_WEAK_LINE},
				 {"repeated", SIGN_WEAK_LINE},
				 {"lone_line", SIGN_WEAK_LINE}};

	for (size_t i = 0; i < lengthof(rules); i++)
		if (strcmp(c->rule + strlen("title."), rules[i].rule) == 0)
		{
			set_sign(signs, rules[i].sign, true);
			break;
		}
	set_sign(signs, SIGN_NO_SUBJECT, c->reason != NULL);
	set_sign(signs, SIGN_LOW, c->score > 14 && c->score < 22);
}

/* Where it stands. */
static void
read_place(Signs *signs, const Doc *doc, const TitleCandidate *c)
{
	const Token *first = &doc->tokens[c->at.from];
	const Line *line = &doc->lines[first->line];
	uint8_t		zone = first->zone;

	set_sign(signs, SIGN_AT_100, first->start < 100);
	set_sign(signs, SIGN_AT_400, first->start < 400);
	set_sign(signs, SIGN_AT_1000, first->start < 1000);
	set_sign(signs, SIGN_PAST_2500, first->start >= 2500);
	set_sign(signs, SIGN_PAST_5000, first->start >= 5000);
	set_sign(signs, SIGN_IN_SUMMARY, zone == ZONE_SUMMARY);
	set_sign(signs, SIGN_IN_COMPANY, zone == ZONE_COMPANY);
	set_sign(signs, SIGN_IN_DUTIES, zone == ZONE_DUTIES);
	set_sign(signs, SIGN_IN_REQUIREMENTS, zone == ZONE_REQUIREMENTS || zone == ZONE_PREFERRED);
	set_sign(signs, SIGN_IN_PROCESS, zone == ZONE_PROCESS || zone == ZONE_LEGAL);
	set_sign(signs, SIGN_IN_OTHER,
			 zone > ZONE_PREFERRED && zone != ZONE_PROCESS && zone != ZONE_LEGAL);
	set_sign(signs, SIGN_BULLET, (line->flags & LINE_BULLET) != 0);
	set_sign(signs, SIGN_ALONE, line->words <= c->at.to - c->at.from + 1);
}

/* Whether the first mark of a kind that begins in a range or behind it ends in the range. */
static bool
holds_mark(const Doc *doc, Range at, EntryKind kind)
{
	const Mark *mark = mark_from(doc, kind, at.from);

	return mark != NULL && mark->to <= at.to;
}

/* How it is written. */
static void
read_form(Signs *signs, const Doc *doc, const TitleCandidate *c)
{
	Range		at = c->at;
	uint32_t	words = 0,
				upper = 0,
				lower = 0,
				capital = 0;
	const Mark *role = mark_before(doc, KIND_TITLE, at.to);
	bool		capitals = false,
				strong,
				found = title_has_role(doc, at, &strong);

	for (uint32_t i = at.from; i < at.to; i++)
	{
		const Token *token = &doc->tokens[i];

		if (token->kind == TOKEN_PUNCT)
			set_sign(signs, SIGN_PARTED,
					 token->chr == ',' || token->chr == '-' || token->chr == '(' ||
						 token->chr == '/' || token->chr == ':');
		if (token->kind != TOKEN_WORD)
			continue;
		words++;
		capitals |= (token->shape & SHAPE_FIRST_UPPER) != 0;
		if (token->len > 3)
		{
			capital++;
			upper += (token->shape & SHAPE_FIRST_UPPER) != 0;
			lower += (token->shape & SHAPE_HAS_LOWER) != 0;
		}
	}
	set_sign(signs, SIGN_ONE_WORD, words == 1);
	set_sign(signs, SIGN_TWO_WORDS, words == 2);
	set_sign(signs, SIGN_FIVE_WORDS, words >= 5);
	set_sign(signs, SIGN_CAPITALS, capital > 0 && upper == capital);
	set_sign(signs, SIGN_NO_CAPITAL, !capitals);
	set_sign(signs, SIGN_SHOUTED, capital > 0 && lower == 0);
	set_sign(signs, SIGN_STRONG, strong);
	set_sign(signs, SIGN_ENDS_IN_ROLE, role != NULL && !(role->entry->flags & ENTRY_LEVEL));
	set_sign(signs, SIGN_NO_ROLE, !found);
	set_sign(signs, SIGN_PLURAL, role != NULL && title_is_plural(doc, at));
	set_sign(signs, SIGN_GENERIC, words == 1 && token_in(doc, at.from, WORDS_TITLE_GENERIC));
	set_sign(signs, SIGN_MEMBER, token_in(doc, at.to - 1, WORDS_TITLE_MEMBERS));
	set_sign(signs, SIGN_LEVEL_FIRST, mark_at(doc, KIND_SENIORITY, at.from) != NULL);
	set_sign(signs, SIGN_PLACE, holds_mark(doc, at, KIND_PLACE));
	set_sign(signs, SIGN_LEVEL, holds_mark(doc, at, KIND_SENIORITY));
	set_sign(signs, SIGN_FIRM,
			 token_in(doc, at.to - 1, WORDS_COMPANY_FORM) ||
				 (role == NULL && token_in(doc, at.to - 1, WORDS_COMPANY_KIND)));
	set_sign(signs, SIGN_PRAISE, token_in(doc, at.from, WORDS_TITLE_PRAISE));
}

/* What stands before it. */
static void
read_before(Signs *signs, const Doc *doc, const TitleCandidate *c)
{
	uint32_t	from = c->at.from;
	uint32_t	clause = doc_clause(doc, from).from;
	uint32_t	prev = from > clause ? from - 1 : doc->n_tokens;

	set_sign(signs, SIGN_CLAUSE_BEGIN, from == clause);
	set_sign(signs, SIGN_LINE_BEGIN, doc->lines[doc->tokens[from].line].first == from);
	set_sign(signs, SIGN_ARTICLE,
			 token_in(doc, prev, WORDS_TITLE_OPENS_TITLE) && !token_is(doc, prev, "the") &&
				 !token_is(doc, prev, "our") && !token_is(doc, prev, "as"));
	set_sign(signs, SIGN_THE, token_in(doc, prev, WORDS_TITLE_DEFINITE));
	set_sign(signs, SIGN_OUR, token_in(doc, prev, WORDS_TITLE_OWN));
	set_sign(signs, SIGN_JOINED,
			 token_in(doc, prev, WORDS_TITLE_JOINS) || token_punct(doc, prev, ',') ||
				 token_punct(doc, prev, '/'));
	set_sign(signs, SIGN_COLON, from > 0 && token_punct(doc, from - 1, ':'));
	/* "recherche un **Boulanger**" */
	set_sign(signs, SIGN_MARKED,
			 from > 0 && (token_punct(doc, from - 1, '*') || token_punct(doc, from - 1, '"')));
	for (uint32_t i = from; i > clause && i + 8 > from; i--)
	{
		/* half of all words stand in no list */
		if (doc->tokens[i - 1].lists == 0)
			continue;
		set_sign(signs, SIGN_AS, i + 3 > from && token_in(doc, i - 1, WORDS_TITLE_AS));
		/* "the position of Baker", "poste de boulanger" */
		set_sign(signs, SIGN_POST, i + 4 > from && token_in(doc, i - 1, WORDS_TITLE_POSTS));
		set_sign(signs, SIGN_WISH,
				 token_in(doc, i - 1, WORDS_TITLE_WISH_VERBS) ||
					 token_in(doc, i - 1, WORDS_TITLE_WISH_ABROAD));
		/* "an experienced Baker", "a licensed Baker" are sought */
		set_sign(signs, SIGN_PAST,
				 i + 5 > from && token_in(doc, i - 1, WORDS_TITLE_PAST) &&
					 !token_in(doc, i - 1, WORDS_TITLE_PRAISE) &&
					 !token_in(doc, i - 1, WORDS_TITLE_LICENSED));
		/* "reports to the Baker", but "serves as the Baker" */
		set_sign(signs, SIGN_REPORTS,
				 i + 5 > from && token_in(doc, i - 1, WORDS_TITLE_REPORTED_TO) &&
					 !token_is(doc, i, "as"));
		set_sign(signs, SIGN_SERVES,
				 i + 4 > from && token_in(doc, i - 1, WORDS_TITLE_REPORTED_TO) &&
					 token_is(doc, i, "as"));
		set_sign(signs, SIGN_OTHERS, i + 4 > from && token_in(doc, i - 1, WORDS_TITLE_OTHERS));
	}
	for (uint32_t i = from; i > clause && i + 4 > from; i--)
	{
		/* "Responsibilities for the Baker", "Missions du meunier" */
		set_sign(signs, SIGN_DUTIES_OF,
				 token_in(doc, i - 1, WORDS_TITLE_DUTIES) ||
					 token_in(doc, i - 1, WORDS_TITLE_TASKS));
		/* "Are you a Baker", "if you are a Baker" */
		set_sign(signs, SIGN_READER,
				 token_in(doc, i - 1, WORDS_TITLE_YOU) && i > 1 &&
					 (token_in(doc, i, WORDS_TITLE_ARE_YOU) ||
					  token_in(doc, i - 2, WORDS_TITLE_ARE_YOU)));
	}
	set_sign(signs, SIGN_REPORTS,
			 has_sign(signs, SIGN_LINE_BEGIN) &&
				 title_follows_report(doc, &doc->lines[doc->tokens[from].line]));
	for (uint32_t i = from; i > clause && i + 6 > from; i--)
		set_sign(signs, SIGN_IF, token_in(doc, i - 1, WORDS_TITLE_IF));
}

/* And what behind it. */
static void
read_behind(Signs *signs, const Doc *doc, const TitleCandidate *c)
{
	uint32_t	from = c->at.from;
	uint32_t	to = c->at.to;
	uint32_t	clause = doc_clause(doc, to - 1).to;
	uint32_t	next = to < clause ? to : doc->n_tokens;
	uint32_t	inner = next + token_punct(doc, next, '(');
	const Token *token = &doc->tokens[next];

	set_sign(signs, SIGN_CLAUSE_END, to >= clause || token_punct(doc, to, '.'));
	set_sign(signs, SIGN_LINE_END, doc->lines[doc->tokens[from].line].last <= to);
	set_sign(signs, SIGN_JOB_NOUN,
			 token_in(doc, next, WORDS_TITLE_NOUNS) && !token_is(doc, next + 1, "models"));
	set_sign(signs, SIGN_TAIL,
			 (token_in(doc, next, WORDS_TITLE_SUBJECT_TAILS) &&
			  !token_in(doc, next, WORDS_TITLE_NOUNS)) ||
				 (title_has_roles_first(doc) && title_is_duty_abroad(doc, next)));
	/* "Business Analytics Officers use" */
	set_sign(signs, SIGN_ACTS,
			 next < doc->n_tokens && token->kind == TOKEN_WORD && token->len > 2 &&
				 token->gap == GAP_SPACE && !(token->shape & SHAPE_HAS_UPPER) &&
				 doc->tokens[from].shape & SHAPE_FIRST_UPPER &&
				 (from == doc_clause(doc, from).from || token_punct(doc, from - 1, ':')) &&
				 !token_in(doc, next, WORDS_TITLE_RUN_STOPS) && !token_is(doc, next, "and"));
	/* "The Seller Modeling team", "Spezialist Einkauf" */
	set_sign(signs, SIGN_CAPITAL,
			 next < doc->n_tokens && token->kind == TOKEN_WORD && token->gap == GAP_SPACE &&
				 token->shape & SHAPE_FIRST_UPPER);
	/* "Spezialist Einkauf (m/w/d)" */
	set_sign(signs, SIGN_GENDERED, title_gender_mark(doc, inner) > inner);
	set_sign(signs, SIGN_COMMA, token_punct(doc, next, ','));
	set_sign(signs, SIGN_TO, token_in(doc, next, WORDS_TITLE_TO));
	set_sign(signs, SIGN_WITH, token_in(doc, next, WORDS_TITLE_WITH_WHOM));
	set_sign(signs, SIGN_VERB,
			 next < doc->n_tokens && token->kind == TOKEN_WORD && token->len > 3 &&
				 token->gap == GAP_SPACE && !(token->shape & SHAPE_HAS_UPPER) &&
				 token_text(doc, next)[token->len - 1] == 's');
	set_sign(signs, SIGN_POSSESSIVE,
			 token_punct(doc, next, '\'') ||
				 token_text(doc, to - 1)[doc->tokens[to - 1].len - 1] == '\'' ||
				 (doc->tokens[to - 1].len > 2 &&
				  token_text(doc, to - 1)[doc->tokens[to - 1].len - 2] == '\''));
	set_sign(signs, SIGN_LICENSE,
			 token_is(doc, next, "license") || token_is(doc, next, "licence") ||
				 token_is(doc, next, "certification") || token_is(doc, next, "degree") ||
				 token_is(doc, next, "experience"));
	set_sign(signs, SIGN_TEAM,
			 token_in(doc, next, WORDS_TITLE_GROUPS) || token_is(doc, next, "office") ||
				 token_is(doc, next, "department") || token_is(doc, next, "division"));
	set_sign(signs, SIGN_WE, token_is(doc, next, "we") || token_is(doc, next, "our"));
	set_sign(signs, SIGN_OF, token_is(doc, next, "of"));
	set_sign(signs, SIGN_AND, token_in(doc, next, WORDS_LIST_JOINING));
	/* "Have you ever hired a Plumber?", but "Are you a Plumber?" */
	set_sign(signs, SIGN_QUESTION,
			 (token_punct(doc, clause, '?') || token_punct(doc, clause - 1, '?')) &&
				 !token_in(doc, doc_clause(doc, from).from, WORDS_TITLE_ARE_YOU));
	for (uint32_t i = to; i < clause && i < to + 24; i++)
	{
		if (doc->tokens[i].lists == 0)
			continue;
		set_sign(signs, SIGN_YOU, token_in(doc, i, WORDS_TITLE_YOU));
		set_sign(signs, SIGN_APPLY, token_in(doc, i, WORDS_TITLE_ASKS_TO_APPLY));
	}
}

/* Whether a range's words end or begin with those of a shorter one. */
static inline bool
is_fuller(const Doc *doc, Range full, Range part)
{
	uint32_t	n = part.to - part.from;

	return full.to - full.from <= n + 4 &&
		   (title_same_words(doc, (Range) {full.to - n, full.to}, part) ||
			title_same_words(doc, (Range) {full.from, full.from + n}, part));
}

/* What other candidates say. */
static void
read_others(Signs *signs, const Doc *doc, const TitleCandidates *all, const TitleCandidate *c)
{
	uint32_t	same = 0,
				head = 0,
				count = 0,
				before = 0,
				words,
				own = c->at.to - c->at.from;
	bool		highest = c->score >= 22;

	for (uint32_t i = 0; i < all->count && i < 100; i++)
	{
		const TitleCandidate *other = &all->items[i];

		if (!title_can_be(other))
			continue;
		highest &= other->score <= c->score;
		before += other->at.from < c->at.from;
		if (other == c || other->at.from == c->at.from)
			continue;
		count++;
		if (doc->tokens[other->at.to - 1].hash == doc->tokens[c->at.to - 1].hash)
			head++;
		words = other->at.to - other->at.from;
		if (words > own)
			set_sign(signs, SIGN_FULLER, is_fuller(doc, other->at, c->at));
		else if (words < own)
			set_sign(signs, SIGN_PART, is_fuller(doc, c->at, other->at));
		else if (title_same_words(doc, other->at, c->at))
		{
			same++;
			set_sign(signs, SIGN_CONFIRMED, other->score >= 28 && other->reason == NULL);
		}
	}
	/* a line says more than the sentences below it */
	set_sign(signs, SIGN_LINE_PART, has_sign(signs, SIGN_LINE) && has_sign(signs, SIGN_PART));
	set_sign(signs, SIGN_TWICE, same > 0);
	set_sign(signs, SIGN_OFTEN, same > 2);
	set_sign(signs, SIGN_SAME_HEAD, head > 0);
	set_sign(signs, SIGN_HEAD_OFTEN, head > 3);
	set_sign(signs, SIGN_ONLY, same == count);
	set_sign(signs, SIGN_HIGHEST, highest);
	set_sign(signs, SIGN_FOREMOST, before == 0);
}

/* The signs of a candidate. */
static Signs
signs_of(const Doc *doc, const TitleCandidates *all, const TitleCandidate *c)
{
	Signs		signs = {{0, 0}};

	read_rule(&signs, c);
	read_place(&signs, doc, c);
	read_form(&signs, doc, c);
	read_before(&signs, doc, c);
	read_behind(&signs, doc, c);
	read_others(&signs, doc, all, c);
	return signs;
}

#include "title_weights.h"

_Static_assert(sizeof(sign_weights) == (SIGN_COUNT + 1) * sizeof(sign_weights[0]),
			   "each sign has a weight");

/* The candidate for which most speaks; NULL where too little does for any. */
const TitleCandidate *
title_weigh(const Doc *doc, const TitleCandidates *all)
{
	const TitleCandidate *best = NULL;
	bool		abroad = doc_is_foreign(doc);
	int			most = 0;

	for (uint32_t i = 0; i < all->count; i++)
	{
		Signs		signs;
		int sum = sign_weights[SIGN_COUNT][abroad] + all->items[i].score * per_score[abroad] / 10;

		if (!title_can_be(&all->items[i]))
			continue;
		signs = signs_of(doc, all, &all->items[i]);
		sum += sum_of_signs(&signs, &sign_weights[0][abroad], 2);
		if (sum > most)
		{
			most = sum;
			best = &all->items[i];
		}
	}
	return best;
}
