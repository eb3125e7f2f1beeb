/*
 * fold.c
 *		Tests of tokens: folding, signs, cuts.
 */
#include "tap.h"

/* Writes the folded words of a text, joined by "|"; punctuation as itself. */
static const char *
words(const char *text, bool with_lexicon)
{
	static char out[4096];
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	Tokens		tokens;
	Lexicon		lex;
	char		folded[FOLD_MAX_WORD * 4];
	size_t		n = 0;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	posting_builtin_lexicon(&lex);
	fold_tokens(&arena, text, (uint32_t) strlen(text), UINT32_MAX, with_lexicon ? &lex : NULL, NULL,
				&tokens);
	for (uint32_t i = 0; i < tokens.count; i++)
	{
		const Token *token = &tokens.items[i];
		uint32_t     len =
            token->kind == TOKEN_PUNCT ? 0 : fold_word(text + token->start, token->len, folded);

		n += (size_t) sprintf(out + n, "%s", i ? "|" : "");
		if (token->kind == TOKEN_PUNCT)
			out[n++] = token->chr ? token->chr : '?';
		memcpy(out + n, folded, len);
		n += len;
	}
	out[n] = '\0';
	chunks_free(&chunks);
	return out;
}

/* The first token of a text. */
static Token
first_token(const char *text, uint32_t len)
{
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	Tokens		tokens;
	Token		token;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	fold_tokens(&arena, text, len, UINT32_MAX, NULL, NULL, &tokens);
	token = tokens.items[0];
	chunks_free(&chunks);
	return token;
}

/*
 * Words of small letters, capitals and digits are cut eight
 * bytes at a time where enough text follows, and with care at
 * the text's end: both ways give the same token, with the hash of its folded bytes.
 */
static void
both_ways_agree(const char *kind, const char *first, const char *rest)
{
	uint32_t	wrong = 0;

	for (uint32_t len = 1; len <= 40; len++)
	{
		char		text[64],
					folded[FOLD_MAX_WORD * 4];
		Token		end,
					inside;

		memset(text, ' ', sizeof(text));
		for (uint32_t i = 0; i < len; i++)
			text[i] = i == 0 ? first[0] : rest[i % strlen(rest)];
		end = first_token(text, len);
		inside = first_token(text, sizeof(text));
		wrong += end.len != len || inside.len != len || end.hash != inside.hash ||
				 end.shape != inside.shape || end.kind != inside.kind || end.lead != inside.lead ||
				 end.hash != (uint32_t) lexicon_hash(folded, fold_word(text, len, folded));
	}
	ok(wrong == 0, "%s are the same words at the end of a text and inside it", kind);
}

int
main(void)
{
	both_ways_agree("small letters", "a", "bcdz");
	both_ways_agree("capitalised words", "Z", "azby");
	both_ways_agree("capitals", "A", "ZBY");
	both_ways_agree("digits", "9", "0123");

	is(words("Senior DATA engineer", true), "senior|data|engineer", "case is folded");
	is(words("Müller São Paulo Łódź", true), "muller|sao|paulo|lodz", "accents are folded");
	is(words("C++ and C#, F#", true), "c++|and|c#|,|f#", "signs join the languages that bear them");
	is(words("C\\+\\+ and C\\#, 5\\+ R\\+D", true), "c\\+\\+|and|c\\#|,|5|+|r|+|d",
	   "and do so where markdown escapes them");
	is(words("5+ years", true), "5|+|years", "a plus behind a number is no part of it");
	is(words("the .NET stack", true), "the|.net|stack", "a word may begin with a dot");
	is(words("Node.js", true), "node|.|js", "an inner dot parts words");
	is(words("teamsRequirements", true), "teams|requirements", "glued words are cut");
	is(words("GitHub JavaScript", true), "github|javascript", "known names are not cut");
	is(words("120k", true), "120|k", "a number is cut from its multiplier");
	is(words("401k", true), "401k", "unless the lexicon knows the whole");
	is(words("bachelor's driver\xE2\x80\x99s", true), "bachelors|drivers",
	   "apostrophes inside words fall away");
	is(words("ACME's mills, ACME\xE2\x80\x99s APIs", true), "acmes|mills|,|acmes|apis",
	   "the genitive of capitals is no cut");
	is(words("L'atelier d'Agen, D'Angelo, Dell's", true), "l|'|atelier|d|'|agen|,|d|angelo|,|dells",
	   "an article before an apostrophe stands alone, what a genitive makes of one does not");
	is(words("l\xE2\x80\x99"
			 "architecture d'applications dell'ente",
			 true),
	   "l|'|architecture|d|'|applications|dell|'|ente", "elided articles are words of their own");
	is(words("R&D", true), "r|and|d", "an ampersand is a word");
	is(words("zero\xE2\x80\x8Bwidth", true), "zerowidth", "zero-width characters are nothing");
	is(words("no\xC2\xA0" "break", true), "no|break", "a no-break space is a blank");
	is(words("\xE2\x82\xAC 45", true), "\xE2\x82\xAC|45", "a currency sign is a token");
	is(words("a \xE2\x80\x93 b", true), "a|-|b", "dashes of any length are one");
	is(words("\xE2\x80\xA2 item", true), "*|item", "bullets of any shape are one");
	is(words("retrieval\\-augmented", true), "retrieval|-|augmented",
	   "escapes of markdown are nothing");
	is(words("\xE6\x97\xA5\xE6\x9C\xAC", true), "\xE6\x97\xA5|\xE6\x9C\xAC",
	   "ideographs are words of their own");
	is(words("APIs", true), "apis", "the plural of an abbreviation is not cut");
	is(words("", true), "", "an empty text has no token");
	is(words("\xFF\xFE", true), "", "broken bytes are nothing");
	is(words("moreText", false), "moretext", "without a lexicon nothing is cut");
	return done_testing();
}
