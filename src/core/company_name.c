/*
 * company_name.c
 *		Names of employers as written: where one begins and ends, which words
 *		tell it from others, and what it may be instead.
 */
#include "company.h"

/* The longest name, in tokens. */
#define MAX_NAME	14

/*
 * Whether a word of a foreign text is a noun in lower case behind its elided article: "L'objectif".
 */
static bool
is_elided_noun(const Doc *doc, uint32_t i)
{
	const char *s = token_text(doc, i);
	uint32_t    sign = doc->tokens[i].len < 4                  ? 0
					   : s[1] == '\''                          ? 1
					   : memcmp(s + 1, "\xE2\x80\x99", 3) == 0 ? 3
															   : 0;

	return sign > 0 && doc->tokens[i].len > sign + 1 &&
		   ((s[sign + 1] >= 'a' && s[sign + 1] <= 'z') ||
			(s[sign + 1] == '\xC3' && (uint8_t) s[sign + 2] >= 0xA0));
}

/* Whether a token can stand in a name: a capitalised word, a number, "&". */
static inline bool
is_name_token(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (i >= doc->n_tokens)
		return false;
	if (token->kind == TOKEN_NUMBER)
		return true;
	return token->kind == TOKEN_WORD &&
		   (doc->lower_case ||
			(token->shape & SHAPE_HAS_UPPER && !(doc_is_foreign(doc) && is_elided_noun(doc, i))) ||
			token_text(doc, i)[0] == '&');
}

/* The length of a word that ends in s without a genitive s; its whole length where it has none. */
static uint32_t
length_without_last(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const char *s = token_text(doc, i);
	/* "fedB's" is cut before its B; "M&M's" */
	uint32_t least =
		token->gap == GAP_NONE && (token->shape & SHAPE_SPLIT || (i > 0 && token[-1].lead == '&'))
			? 1
			: 2;

	if (token->len < least + 2)
		return token->len;
	if (s[token->len - 2] == '\'' || s[token->len - 2] == '`')
		return token->len - 2;
	return token->len > least + 3 && memcmp(s + token->len - 4, "\xE2\x80\x99", 3) == 0
			   ? token->len - 4
			   : token->len;
}

/*
 * The length of a word without a genitive s; its whole length where it has none, as nearly all do.
 */
static inline uint32_t
length_without_s(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind != TOKEN_WORD || token->len < 3 ||
		(token_text(doc, i)[token->len - 1] | 32) != 's')
		return token->len;
	return length_without_last(doc, i);
}

bool
company_ends_genitive(const Doc *doc, uint32_t i)
{
	return length_without_last(doc, i) < doc->tokens[i].len;
}

/* The hash of a word's first len bytes. */
static uint64_t
hash_of_first(const Doc *doc, uint32_t i, uint32_t len)
{
	char		folded[FOLD_MAX_WORD * 4];

	return lexicon_hash(folded, fold_word(token_text(doc, i), len, folded));
}

/* The hash of a word without a genitive s. */
static inline uint32_t
word_hash(const Doc *doc, uint32_t i)
{
	uint32_t	len = length_without_s(doc, i);

	return len == doc->tokens[i].len ? doc->tokens[i].hash : (uint32_t) hash_of_first(doc, i, len);
}

bool
company_keeps_genitive(const Doc *doc, uint32_t i)
{
	const Mark *tail;

	if (i + 1 >= doc->n_tokens || doc->tokens[i + 1].line != doc->tokens[i].line ||
		doc->tokens[i + 1].kind != TOKEN_WORD)
		return !token_punct(doc, i + 1, '(');
	/* "McDonald's is hiring" */
	tail = mark_at(doc, KIND_COMPANY_TAIL, i + 1);
	if (tail != NULL && tail->entry->value != TAIL_FORM &&
		!token_in(doc, i + 1, WORDS_COMPANY_OWNS) &&
		(tail->to - tail->from > 1 || tail->entry->value == TAIL_VERB))
		return true;
	if (!(doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER))
		return false;
	/* "DICK'S Sporting Goods" */
	if (token_text(doc, i)[doc->tokens[i].len - 1] == 'S' &&
		doc->tokens[i + 1].shape & SHAPE_HAS_LOWER)
		return true;
	if (!token_in(doc, i + 1, WORDS_COMPANY_KIND))
		return false;
	/* but not "the Board's Communications Team" */
	while (i + 2 < doc->n_tokens && doc->tokens[i + 2].gap == GAP_SPACE &&
		   doc->tokens[i + 2].shape & SHAPE_FIRST_UPPER)
		i++;
	return !token_in(doc, i + 1, WORDS_COMPANY_PARTS);
}

/* Whether the full stop at i stands in a name: "A.B. Foods", "St. Anne", "NextGen.Net". */
static bool
is_stop_inside(const Doc *doc, uint32_t i)
{
	const Token *next = &doc->tokens[i + 1];
	bool		initial;

	if (doc->tokens[i].gap != GAP_NONE || next->kind != TOKEN_WORD || i == 0)
		return false;
	initial = doc->tokens[i - 1].len == 1 &&
			  (doc->tokens[i - 1].gap != GAP_NONE || i < 2 || token_punct(doc, i - 2, '.'));
	initial |= next->gap == GAP_SPACE && doc->tokens[i - 1].shape & SHAPE_FIRST_UPPER &&
			   token_in(doc, i - 1, WORDS_COMPANY_ABBREVIATED);
	if (next->gap == GAP_NONE)
		return initial || token_in(doc, i + 1, WORDS_COMPANY_DOMAINS);
	return initial && next->gap == GAP_SPACE && next->shape & SHAPE_HAS_UPPER &&
		   !token_in(doc, i + 1, WORDS_COMPANY_NEVER);
}

/* Where the legal form that begins at i with a mark ends; i where none does. */
static uint32_t
marked_form_end(const Doc *doc, uint32_t i)
{
	const Mark *form = mark_at(doc, KIND_COMPANY_TAIL, i);
	uint32_t	to;

	if (form == NULL || form->entry->value != TAIL_FORM ||
		doc->tokens[form->to - 1].line != doc->tokens[i].line)
		return i;
	to = form->to;
	/* no Czech "a s" */
	if (doc->tokens[to - 1].len <= 2 && !token_punct(doc, i + 1, '.') &&
		!(doc->tokens[to - 1].shape & SHAPE_HAS_UPPER))
		return i;
	return to + (token_punct(doc, to, '.') && token_punct(doc, to - 2, '.'));
}

/*
 * Where the legal form of several words that begins at i
 * ends: "Sp. z o.o.", "GmbH & Co. KG"; i where none does.
 */
static inline uint32_t
form_end(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].begins >> KIND_COMPANY_TAIL & 1 ? marked_form_end(doc, i) : i;
}

/*
 * Whether the sign at i stands inside a name that begins
 * at from: "Etsy, Inc.", "T-Mobile", "Skin + Me".
 */
static bool
joins_name(const Doc *doc, uint32_t from, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const Token *next = token + 1;

	if (token->kind != TOKEN_PUNCT || i + 1 >= doc->n_tokens || next->line != token->line)
		return false;
	if (token->chr == ',')
		return token_in(doc, i + 1, WORDS_COMPANY_FORM) && next->shape & SHAPE_HAS_UPPER &&
			!(next->len == 2 && mark_at(doc, KIND_PLACE, i + 1) != NULL);
	if (token->chr == '+' && token->gap == GAP_SPACE && next->gap == GAP_SPACE && i > 0)
		return next->kind == TOKEN_WORD && is_name_token(doc, i + 1) && is_name_token(doc, i - 1);
	if (token->chr == '.')
		return is_stop_inside(doc, i);
	/* "Antares" Media Holding */
	if (token->chr == '"' && token->gap == GAP_NONE)
		return from > 0 && token_punct(doc, from - 1, '"') && i < from + 4 &&
			   next->gap == GAP_SPACE && is_name_token(doc, i + 1) &&
			   (token_in(doc, i + 1, WORDS_COMPANY_FORM) ||
				token_in(doc, i + 1, WORDS_COMPANY_KIND) ||
				(i + 2 < doc->n_tokens && token_in(doc, i + 2, WORDS_COMPANY_KIND) &&
				 next[1].line == token->line));
	/* "G\\-P" of markdown */
	if (token->chr == '\\' && token->gap == GAP_NONE && next->gap == GAP_NONE &&
		token_punct(doc, i + 1, '-'))
		return true;
	return ((token->chr == '-' && token->len == 1) || token->chr == '\'' || token->chr == '+') &&
		   token->gap == GAP_NONE && next->gap == GAP_NONE;
}

/* Whether an article with a capital letter belongs to the name behind it: "chez La Redoute". */
static bool
is_named_article(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (!(token->shape & SHAPE_FIRST_UPPER) || i + 1 >= doc->n_tokens ||
		!(token[1].shape & SHAPE_FIRST_UPPER) || token[1].gap != GAP_SPACE)
		return false;
	/* "DER Touristik" */
	return !doc_starts_clause(doc, i) || (token->len > 2 && !(token->shape & SHAPE_HAS_LOWER) &&
										  token[1].shape & SHAPE_HAS_LOWER);
}

/* Whether a token that stands in some list is a word of no name. */
static bool
is_listed_never(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (!doc_is_foreign(doc))
	{
		if (token_in(doc, i, WORDS_COMPANY_NEVER_ARTICLES))
			return i + 1 >= doc->n_tokens || !(token[1].shape & SHAPE_FIRST_UPPER);
	}
	else if (token_in(doc, i, WORDS_COMPANY_ARTICLES))
		return !is_named_article(doc, i);
	else if (token_in(doc, i, WORDS_COMPANY_NEVER_ABROAD) &&
			 (token->shape & SHAPE_HAS_LOWER || token->len == 1))
		return true;
	return token_in(doc, i, WORDS_COMPANY_NEVER) &&
		   !(token->len == 2 && !(token->shape & SHAPE_HAS_LOWER) &&
			 (token_is(doc, i, "us") || token_is(doc, i, "it")));
}

/*
 * Whether a token is a word of no name; "US" and "IT" are
 * others than "us" and "it", "Los Angeles" is no Spanish.
 */
static inline bool
is_never(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].lists != 0 && is_listed_never(doc, i);
}

/*
 * Whether lower-case words at i join two parts of a name:
 * "Bank of the West"; to gets where the next part begins.
 */
static bool
is_inside(const Doc *doc, uint32_t i, uint32_t *next)
{
	/* "23andMe" */
	if (i > 0 && doc->tokens[i].gap == GAP_NONE && doc->tokens[i - 1].kind == TOKEN_NUMBER &&
		i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_NONE &&
		doc->tokens[i + 1].shape & SHAPE_FIRST_UPPER && token_in(doc, i, WORDS_COMPANY_INSIDE))
	{
		*next = i + 1;
		return true;
	}
	for (uint32_t k = i; k < i + 3 && k + 1 < doc->n_tokens; k++)
	{
		/* "Chambre d'Agriculture" */
		if (doc->tokens[k].len == 1 && (token_is(doc, k, "d") || token_is(doc, k, "l")) &&
			token_punct(doc, k + 1, '\'') && k + 2 < doc->n_tokens)
		{
			*next = k + 2;
			return is_name_token(doc, k + 2) && doc->tokens[k + 2].kind == TOKEN_WORD &&
				   !is_never(doc, k + 2);
		}
		if (!token_in(doc, k, WORDS_COMPANY_INSIDE) || doc->tokens[k + 1].gap != GAP_SPACE)
			return false;
		*next = k + 1;
		if (is_name_token(doc, k + 1))
			return !is_never(doc, k + 1) && doc->tokens[k + 1].kind == TOKEN_WORD &&
				   !(token_is(doc, i, "the") || token_is(doc, i, "in") || token_is(doc, i, "at") ||
					 token_is(doc, i, "on"));
	}
	return false;
}

/* Whether "de Lyon" behind a name is where the office lies: "Acme de Lyon". */
static bool
is_office_behind(const Doc *doc, uint32_t from, uint32_t i, uint32_t next)
{
	const Mark *place = mark_at(doc, KIND_PLACE, next);

	if (!doc_is_foreign(doc) || !token_in(doc, i, WORDS_COMPANY_TIES) ||
		range_has(doc, from, i, WORDS_COMPANY_KIND))
		return false;
	return place != NULL || (from > 0 && token_in(doc, from - 1, WORDS_COMPANY_BRANCH));
}

/* Whether a name behind "agence" ends before the town of the branch: "l'agence Acme Lyon". */
static bool
is_branch_town(const Doc *doc, uint32_t from, uint32_t i)
{
	return from > 0 && i > from && token_in(doc, from - 1, WORDS_COMPANY_BRANCH) &&
		   doc_is_foreign(doc) && mark_at(doc, KIND_PLACE, i) != NULL;
}

/* Whether a word of no name opens this one: "WeGift", "On-Site Group". */
static bool
is_glued_word(const Doc *doc, uint32_t i)
{
	return i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_NONE &&
		   (doc->tokens[i + 1].shape & SHAPE_SPLIT || token_punct(doc, i + 1, '-')) &&
		   is_name_token(doc, i + 1 + token_punct(doc, i + 1, '-'));
}

/* Whether a small letter is tied to the name behind it: "e-Acme", "iAcme". */
static bool
is_small_prefix(const Doc *doc, uint32_t i)
{
	uint32_t	next = i + 1 + token_punct(doc, i + 1, '-');

	return doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len == 1 &&
		   doc->tokens[i].gap != GAP_NONE && next < doc->n_tokens &&
		   doc->tokens[i + 1].gap == GAP_NONE && doc->tokens[next].gap == GAP_NONE &&
		   doc->tokens[next].shape & SHAPE_FIRST_UPPER &&
		   (next == i + 2 || doc->tokens[next].shape & SHAPE_SPLIT);
}

/* Whether the number at i opens a name: "3M", "18F", "10Clouds", "23andMe", "84 Lumber is". */
static bool
opens_with_number(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const Token *next = token + 1;

	if (token->len > 3 || next->kind != TOKEN_WORD || token->gap == GAP_NONE)
		return false;
	if (next->gap == GAP_NONE)
		return (next->shape & SHAPE_FIRST_UPPER &&
				(next->len == 1 ? token->len <= 2
								: next->len > 3 && next->shape & SHAPE_HAS_LOWER)) ||
			   (next[1].gap == GAP_NONE && next[1].shape & SHAPE_FIRST_UPPER && next->len > 1 &&
				next[1].kind == TOKEN_WORD);
	return next->gap == GAP_SPACE && next->shape & SHAPE_FIRST_UPPER && !is_never(doc, i + 1) &&
		   mark_at(doc, KIND_COMPANY_TAIL, i + 2) != NULL && doc_starts_clause(doc, i);
}

/* Whether the lexicon does not know a word without its genitive s. */
static bool
is_unknown_owner(const Doc *doc, uint32_t i)
{
	return lexicon_word(&doc->lex, hash_of_first(doc, i, length_without_s(doc, i)))->word == 0;
}

bool
company_is_small(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return token->word == 0 && (!company_is_genitive(doc, i) || is_unknown_owner(doc, i)) &&
		   token->kind == TOKEN_WORD && token->gap != GAP_NONE && token->len > 4 &&
		   !(token->shape & (SHAPE_HAS_UPPER | SHAPE_HAS_DIGIT | SHAPE_SPLIT)) &&
		   (i + 1 >= doc->n_tokens || token[1].gap != GAP_NONE ||
			(token[1].kind == TOKEN_PUNCT && token[1].chr != '-')) &&
		   !doc_is_foreign(doc) && memchr(token_text(doc, i), '-', token->len) == NULL;
}

/* Whether a name can begin at a token. */
static bool
opens_name(const Doc *doc, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (token->kind == TOKEN_NUMBER)
		return opens_with_number(doc, i);
	if (token->len == 1 && is_small_prefix(doc, i))
		return true;
	/* "One of Europe's largest mills, Acme" */
	if (token->lead == 'o' && token_is(doc, i, "one") && token_is(doc, i + 1, "of"))
		return false;
	return is_name_token(doc, i) && token_text(doc, i)[0] != '&' &&
		(!is_never(doc, i) || is_glued_word(doc, i));
}

/*
 * Whether a name begins anew at i, where a text lost
 * its lines: "About Acme Acme is", "Luma AI Luma".
 */
static bool
begins_anew(const Doc *doc, uint32_t from, uint32_t i)
{
	const Mark *lead;

	if (doc->tokens[i].lead != doc->tokens[from].lead || doc->tokens[i].len < 3 ||
		doc->tokens[i].gap != GAP_SPACE || word_hash(doc, i) != doc->tokens[from].hash)
		return false;
	if (i > from + 1)
		return is_name_token(doc, i - 1);
	lead = mark_before(doc, KIND_COMPANY_LEAD, from);
	return lead != NULL && lead->entry->value == LEAD_ABOUT;
}

/*
 * Whether a word of no name is the end of one written as one: "HealthShare is", not "TeamJoin us".
 */
static bool
ends_run(const Doc *doc, uint32_t from, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	if (i != from + 1 || token->gap != GAP_NONE || !(token->shape & SHAPE_SPLIT) ||
		token->len < 4 || token[-1].gap == GAP_NONE)
		return false;
	if (mark_at(doc, KIND_COMPANY_TAIL, i + 1) != NULL || company_is_genitive(doc, i) ||
		i + 1 >= doc->n_tokens)
		return true;
	/* "HealthShare lets" */
	if (token[1].kind == TOKEN_WORD)
		return may_be_verb(doc, i + 1, 4);
	return token[1].kind == TOKEN_PUNCT && token[1].chr != ':';
}

/* Whether two blanks stand before a token. */
static bool
is_wide_gap(const Doc *doc, uint32_t i)
{
	const char *s = token_text(doc, i);

	return s[-1] == ' ' && s[-2] == ' ';
}

/* Whether a name that began before ends before token i. */
static bool
breaks_name(const Doc *doc, uint32_t from, uint32_t i)
{
	const Token *token = &doc->tokens[i];
	const Mark *title;

	if (i == from + 1 && doc->tokens[from].len == 1 && is_small_prefix(doc, from))
		return false;
	/* what parts two blanks was two lines: "Our Story  Acme is" */
	if (token->gap == GAP_SPACE && token->start > token[-1].start + token[-1].len + 1 &&
		is_wide_gap(doc, i))
		return true;
	if (token->line != doc->tokens[from].line ||
		(token[-1].shape & SHAPE_ENDS_CLAUSE &&
		 !(token_punct(doc, i - 1, '.') && is_stop_inside(doc, i - 1))) ||
		(token->gap == GAP_NONE && token->shape & SHAPE_SPLIT &&
		 (!(token[-1].shape & SHAPE_SPLIT) ||
		  (i - 1 > from && token_in(doc, i - 1, WORDS_COMPANY_FORM)))))
		return true;
	if (!is_name_token(doc, i))
		return false;
	/* "Excel and FormulasAcme is hiring" */
	if (token->gap == GAP_NONE && token->shape & SHAPE_SPLIT && token->shape & SHAPE_FIRST_UPPER &&
		token->word == 0 && token->len > 3 && token[-1].word != 0 && token[-1].len > 3 &&
		token[-1].gap != GAP_NONE && i - 1 > from)
		return true;
	if (begins_anew(doc, from, i))
		return true;
	if (token->len > 1 && is_never(doc, i) && !ends_run(doc, from, i) &&
		!token_punct(doc, i - 1, '+') && !token_punct(doc, i - 1, '-') &&
		!(token->gap == GAP_NONE && token->shape & SHAPE_SPLIT && token->len <= 3 &&
		  !token_is(doc, i, "at") && !token_is(doc, i, "as") && !token_is(doc, i, "the") &&
		  !token_is(doc, i, "our")))
		return true;
	title = mark_at(doc, KIND_TITLE, i);
	return title != NULL && title->to - i > 1 && !(title->entry->flags & ENTRY_WEAK);
}

/* Whether a word in small letters is tied to the capital before it: "Royal A-ware". */
static bool
is_tied_to_letter(const Doc *doc, uint32_t from, uint32_t i)
{
	const Token *token = &doc->tokens[i];

	return i >= from + 2 && token->kind == TOKEN_WORD && token->gap == GAP_NONE && token->len > 2 &&
		   token_punct(doc, i - 1, '-') && token[-2].kind == TOKEN_WORD && token[-2].len == 1 &&
		   token[-1].gap == GAP_NONE;
}

/* Whether what a number counts stands at a token: "18 locations", which looks like a verb. */
static bool
is_counted(const Doc *doc, uint32_t i)
{
	return i < doc->n_tokens && may_be_verb(doc, i, 5) &&
		   mark_at(doc, KIND_COMPANY_TAIL, i) == NULL;
}

/* Takes signs and joining words off the end of a name: "Acme and", "Acme Headquarters". */
static Range
trim_name(const Doc *doc, Range name)
{
	if (name.to - name.from > 1 && token_in(doc, name.to - 1, WORDS_COMPANY_TRIM_NAME_ENDS) &&
		doc->tokens[name.to - 1].gap != GAP_NONE)
		name.to--;
	while (name.from < name.to &&
		   ((doc->tokens[name.to - 1].kind == TOKEN_PUNCT && !token_punct(doc, name.to - 1, '+')) ||
			token_text(doc, name.to - 1)[0] == '&' ||
			(token_in(doc, name.to - 1, WORDS_COMPANY_INSIDE) &&
			 !token_in(doc, name.to - 1, WORDS_COMPANY_FORM))))
		name.to--;
	/* "Acme Truck Centers 18 locations" */
	if (name.to > name.from + 1 && doc->tokens[name.to - 1].kind == TOKEN_NUMBER &&
		doc->tokens[name.to - 1].gap == GAP_SPACE && is_counted(doc, name.to))
		name.to--;
	return name;
}

/*
 * Whether a name surely goes on with the word at i: a capitalised one, a blank behind
 * the one before, of which no mark and no list tells more.
 */
static inline bool
goes_on(const Doc *doc, uint32_t from, uint32_t i)
{
	const uint32_t marks = (uint32_t) 1 << KIND_COMPANY_TAIL | (uint32_t) 1 << KIND_TITLE;
	const Token *token = &doc->tokens[i];

	return token->shape & SHAPE_FIRST_UPPER && token->kind == TOKEN_WORD &&
		   token->gap == GAP_SPACE && token->start == token[-1].start + token[-1].len + 1 &&
		   !(token[-1].shape & SHAPE_ENDS_CLAUSE) && !(token->begins & marks) &&
		   token->lead != doc->tokens[from].lead &&
		   !(COMPANY_LISTS(doc, i) & (COMPANY_LIST(NEVER) | COMPANY_LIST(NEVER_ARTICLES))) &&
		   (token_text(doc, i)[token->len - 1] | 32) != 's';
}

/* The name that begins at a token; empty where none does. */
Range
company_name_at(const Doc *doc, uint32_t from)
{
	Range		name = {from, from};
	bool		plain = !doc->lower_case && !doc_is_foreign(doc);
	uint32_t	next;

	if (from >= doc->n_tokens || !opens_name(doc, from))
		return name;
	if (!doc->lower_case && company_ends_behind(doc, from) &&
		!token_in(doc, from, WORDS_COMPANY_INSIDE))
	{
		name.to = from + 1;
		return name;
	}
	for (uint32_t i = from; i < doc->n_tokens && i < from + (doc->lower_case ? 2 : MAX_NAME); i++)
	{
		if (i > from && plain)
		{
			if (goes_on(doc, from, i))
			{
				name.to = i + 1;
				continue;
			}
			if (doc->tokens[i - 1].kind == TOKEN_WORD && company_ends_behind(doc, i - 1))
				break;
		}
		if (i > from && form_end(doc, i) > i && name.to + 1 >= i)
			return (Range) {from, form_end(doc, i)};
		if (i > from && (breaks_name(doc, from, i) || is_branch_town(doc, from, i)))
			break;
		if (i == from || is_name_token(doc, i) ||
			(i > from && token_punct(doc, i - 1, '.') && is_stop_inside(doc, i - 1)) ||
			is_tied_to_letter(doc, from, i))
		{
			name.to = i + 1;
			if (company_is_genitive(doc, i) && !company_keeps_genitive(doc, i))
				break;
		}
		else if (is_inside(doc, i, &next) && !is_office_behind(doc, from, i, next))
			i = next - 1;
		else if (!joins_name(doc, from, i))
			break;
	}
	return trim_name(doc, name);
}

/* Where the name without its legal form ends. */
static uint32_t
core_end(const Doc *doc, Range name)
{
	uint32_t	to = name.to;

	for (uint32_t i = to - 1; i > name.from && i + 8 > name.to; i--)
		if (form_end(doc, i) >= name.to)
			to = i;
	while (to > name.from + 1 &&
		   (doc->tokens[to - 1].kind == TOKEN_PUNCT ||
			(token_in(doc, to - 1, WORDS_COMPANY_FORM) && !company_is_genitive(doc, to - 1))))
		to--;
	return to;
}

/* Whether a word is the article of the one behind it: "L'Atelier". */
static inline bool
is_elided_article(const Doc *doc, uint32_t i)
{
	return doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].len == 1 && token_is(doc, i, "l") &&
		   i + 1 < doc->n_tokens && doc->tokens[i + 1].gap == GAP_NONE &&
		   doc->tokens[i + 1].shape & SHAPE_SPLIT;
}

uint32_t
company_name_keys(const Doc *doc, Range name, uint32_t *keys, uint32_t max)
{
	uint32_t	hash = COMPANY_KEY_START;
	uint32_t	n = 0;
	uint32_t	to;
	bool		article;

	/* most names */
	if (name.to - name.from == 1 && max > 0 && doc->tokens[name.from].kind != TOKEN_PUNCT)
	{
		keys[0] = hash * 31 + word_hash(doc, name.from);
		return 1;
	}
	to = core_end(doc, name);
	article = company_is_article(doc, name.from) || is_elided_article(doc, name.from);
	for (uint32_t i = name.from + (article && name.from + 1 < name.to); i < to && n < max; i++)
		if (doc->tokens[i].kind != TOKEN_PUNCT)
		{
			hash = hash * 31 + word_hash(doc, i);
			keys[n++] = hash;
		}
	return n;
}

uint32_t
company_first_of_several(const Doc *doc, Range name)
{
	bool		article = name.to - name.from > 1 && (company_is_article(doc, name.from) ||
													  is_elided_article(doc, name.from));

	uint32_t	i = name.from + article;

	while (i + 1 < name.to && doc->tokens[i].kind == TOKEN_PUNCT)
		i++;
	return word_hash(doc, i);
}

bool
company_is_hyphenated(const Doc *doc, Range name, uint32_t words)
{
	for (uint32_t i = name.from + is_elided_article(doc, name.from); i < name.to; i++)
		if (doc->tokens[i].kind != TOKEN_PUNCT && words-- == 0)
			return token_punct(doc, i - 1, '-') && doc->tokens[i].gap == GAP_NONE &&
				   doc->tokens[i - 1].gap == GAP_NONE;
	return false;
}

bool
company_has_form(const Doc *doc, Range name)
{
	if (name.to - name.from <= 1)
		return false;
	for (uint32_t i = core_end(doc, name); i < name.to; i++)
		if (form_end(doc, i) > i)
			return true;
		else if (token_in(doc, i, WORDS_COMPANY_FORM) && doc->tokens[i].shape & SHAPE_HAS_UPPER &&
				 (doc->tokens[i].len > 2 || !(doc->tokens[i].shape & SHAPE_HAS_LOWER) ||
				  token_punct(doc, i - 1, ',') || token_is(doc, i, "co")))
			return true;
	return false;
}

bool
company_is_place(const Doc *doc, uint32_t i)
{
	uint32_t	len = length_without_s(doc, i);
	State		state;

	if (len == doc->tokens[i].len)
		return false;
	state = lexicon_word(&doc->lex, hash_of_first(doc, i, len))->state;
	for (const Entry *entry = lexicon_meanings(&doc->lex, state); entry != NULL;
		 entry = lexicon_more(entry))
		if (entry->kind == KIND_PLACE && (!(entry->flags & ENTRY_WEAK) || len <= 3))
			return true;
	return false;
}

uint32_t
company_squeeze(const Doc *doc, Range name, char *squeezed)
{
	uint32_t	last = name.to - 1;
	uint32_t	len;

	while (last > name.from &&
		   (doc->tokens[last].kind != TOKEN_WORD || token_in(doc, last, WORDS_COMPANY_FORM)))
		last--;
	len = lexicon_squeeze(token_text(doc, name.from),
						  doc->tokens[last].start + doc->tokens[last].len -
							  doc->tokens[name.from].start,
						  squeezed, EMPLOYER_NAME);
	squeezed[len] = '\0';
	return len;
}

/* Whether a squeezed name is a well-known employer's. */
static bool
is_known(const char *squeezed, uint32_t len)
{
	uint32_t	hash = (uint32_t) lexicon_hash(squeezed, len) | 1;

	for (uint32_t i = hash >> 1 & posting_employer_mask; posting_employer_slots[i] != 0;
		 i = (i + 1) & posting_employer_mask)
		if (posting_employer_slots[i] == hash)
			return true;
	return false;
}

bool
company_is_known(const Doc *doc, Range name, const char *squeezed, uint32_t len)
{
	if (len < 2)
		return false;
	if (is_known(squeezed, len))
		return true;
	/* "Acme's" */
	return len > 2 && company_is_genitive(doc, name.to - 1) && is_known(squeezed, len - 1);
}

/* Whether a name is a well-known employer's with its genitive s only: "Macy's". */
static bool
is_known_with_s(const Doc *doc, Range name)
{
	char		squeezed[EMPLOYER_NAME + 1];
	uint32_t	len = company_squeeze(doc, name, squeezed);

	return len > 3 && is_known(squeezed, len) && !is_known(squeezed, len - 1);
}

Str
company_name_text(const Doc *doc, Range name)
{
	uint32_t	last = name.to - 1;
	Str			text;

	/* the name's first word stands in quotes, the others do not */
	for (uint32_t i = name.from + 1;
		 i < last && i < name.from + 12 && name.from > 0 && token_punct(doc, name.from - 1, '"');
		 i++)
		if (token_punct(doc, i, '"'))
			name.from--;
	text = range_text(doc, name);

	if (company_is_genitive(doc, last) && !company_keeps_genitive(doc, last) &&
		!is_known_with_s(doc, name))
		text.len -= doc->tokens[last].len - length_without_s(doc, last);
	/* what is left of a broken apostrophe */
	while (text.len > 2 && text.s[text.len - 2] == '\xC2' &&
		   ((uint8_t) text.s[text.len - 1] & 0xE0) == 0x80)
		text.len -= 2;
	return text;
}
