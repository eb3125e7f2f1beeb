/*
 * fold.c
 *		Cuts text into tokens and folds their words (see fold.h).
 *
 * Folding is Unicode NFKD, case folding and removal of marks, a character at a
 * time (utf8proc); ASCII, nearly all of a posting, takes a table instead.
 */
#include <utf8proc.h>

#include "fold.h"

enum
{
	C_OTHER, C_HIGH, C_SPACE, C_NEWLINE, C_LOWER, C_UPPER, C_DIGIT
};

#define O C_OTHER
#define H C_HIGH
#define S C_SPACE
#define N C_NEWLINE
#define L C_LOWER
#define U C_UPPER
#define D C_DIGIT
static const uint8_t byte_class[256] = {
	S, S, S, S, S, S, S, S, S, S, N, S, S, S, S, S,
	S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,
	O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, O, O, O, O, O,
	O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, S,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
};
#undef O
#undef H
#undef S
#undef N
#undef L
#undef U
#undef D

/* A run of letters and digits that is looked up whole and, where unknown, cut. */
#define MAX_CUTS	24

typedef struct Run
{
	uint32_t	start;			/* bytes into the text */
	uint32_t	stop;
	uint32_t	len;			/* of folded */
	uint64_t	hash;
	uint32_t	n_cuts;
	uint32_t	cut[MAX_CUTS];	/* text offsets of possible cuts */
	uint8_t		shape;
	bool		only_digits;
	char		folded[FOLD_MAX_WORD * 4];
} Run;

/*
 * What the loop over the text keeps at hand, and hands over
 * to those who push tokens on their own.
 */
typedef struct Cursor
{
	Token	   *token;			/* the next one */
	uint32_t   *note;			/* where the next token is noted */
	uint32_t	count;			/* of tokens */
	uint32_t	line;
	uint32_t	upper;			/* words that begin with a capital */
	uint8_t		gap;
} Cursor;

typedef struct Folder
{
	Arena	   *arena;
	const char *text;			/* with zeros behind it */
	uint32_t	len;
	const Lexicon *lex;
	Token	   *tokens;
	uint32_t   *notes;
	uint32_t	space;			/* of both */
	Cursor		at;
	uint32_t	known;			/* tokens that have been looked up */
	VEC(uint32_t) lines;
	uint32_t   *small;			/* how many words have each WordSlot.small */
} Folder;

/* Decodes one UTF-8 character; a broken byte counts as one character of code -1. */
uint32_t
fold_char(const char *s, uint32_t len, int32_t *code)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	if ((uint8_t) s[0] < 0x80)
	{
		*code = (uint8_t) s[0];
		return 1;
	}
	n = utf8proc_iterate((const utf8proc_uint8_t *) s, len, &c);
	if (n <= 0)
	{
		*code = -1;
		return 1;
	}
	*code = c;
	return (uint32_t) n;
}

/* Letters that no decomposition turns into their base letter. */
static int32_t
base_letter(int32_t code)
{
	switch (code)
	{
		case 0x142: case 0x141: return 'l';
		case 0xF8: case 0xD8: return 'o';
		case 0x111: case 0x110: case 0xF0: case 0xD0: return 'd';
		case 0x131: return 'i';
		case 0x127: return 'h';
		default: return 0;
	}
}

/* Appends the folded form of one non-ASCII character; returns its length. */
static uint32_t
fold_code(int32_t code, char *buffer)
{
	utf8proc_int32_t parts[16];
	utf8proc_ssize_t n;
	uint32_t	len = 0;
	int			boundary = 0;
	int32_t		base = base_letter(code);

	if (base != 0)
	{
		buffer[0] = (char) base;
		return 1;
	}
	n = utf8proc_decompose_char(code, parts, 16,
								UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
								UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
	if (n < 0 || n > 4)
		n = 0;
	for (int i = 0; i < n; i++)
		len += (uint32_t) utf8proc_encode_char(parts[i], (utf8proc_uint8_t *) buffer + len);
	return len;
}

/* The ASCII look of a punctuation character, 0 where it has none. */
static char
ascii_punct(int32_t code)
{
	if (code < 0x80)
		return (char) code;
	switch (code)
	{
		case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032:
		case 0xB4:
			return '\'';
		case 0x201C: case 0x201D: case 0x201E: case 0xAB: case 0xBB:
		case 0x2033: case 0x2039: case 0x203A:
			return '"';
		case 0x2022: case 0x2027: case 0x25CF: case 0x25AA: case 0x25AB: case 0x25E6:
		case 0x2023: case 0xB7: case 0x2219: case 0x25A0: case 0x25A1:
		case 0x2713: case 0x2714: case 0x2705: case 0x27A2: case 0x2794:
		case 0x25B6: case 0x25BA: case 0x2756: case 0x2666: case 0x25C6:
		case 0x25CB: case 0xF0B7: case 0x2605: case 0x2606: case 0x261B:
		case 0x27A4: case 0x2043: case 0x204C: case 0x204D: case 0x25D8:
		case 0x2B1B: case 0x2192: case 0x21D2: case 0x25AC: case 0x2611:
		case 0xF0A7: case 0xF076: case 0xF0D8:
			return '*';
		case 0x2212: case 0xAD: case 0x2500: case 0x2501:
			return '-';
		case 0x2026:
			return '.';
		case 0xFF0C: case 0x3001: case 0x60C:
			return ',';
		case 0xFF1A:
			return ':';
		case 0x2044: case 0x2215:
			return '/';
		case 0x20AC:
			return 0;
	}
	switch (utf8proc_category(code))
	{
		case UTF8PROC_CATEGORY_PD: return '-';
		case UTF8PROC_CATEGORY_PI: case UTF8PROC_CATEGORY_PF: return '"';
		default: return 0;
	}
}

/* The class of a non-ASCII character: what a word is made of, a blank, or else. */
typedef enum CodeClass
{
	CODE_LETTER, CODE_UPPER, CODE_IDEOGRAPH, CODE_SPACE, CODE_LINE, CODE_NOTHING,
	CODE_CURRENCY, CODE_PUNCT
} CodeClass;

static CodeClass
code_class(int32_t code)
{
	if (code < 0)
		return CODE_SPACE;
	if ((code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7AF) ||
		code >= 0x20000)
		return utf8proc_category(code) == UTF8PROC_CATEGORY_LO ? CODE_IDEOGRAPH : CODE_PUNCT;
	switch (utf8proc_category(code))
	{
		case UTF8PROC_CATEGORY_LU:
		case UTF8PROC_CATEGORY_LT:
			return CODE_UPPER;
		case UTF8PROC_CATEGORY_LL:
		case UTF8PROC_CATEGORY_LM:
		case UTF8PROC_CATEGORY_LO:
		case UTF8PROC_CATEGORY_MN:
		case UTF8PROC_CATEGORY_MC:
		case UTF8PROC_CATEGORY_ND:
		case UTF8PROC_CATEGORY_NL:
			return CODE_LETTER;
		case UTF8PROC_CATEGORY_ZS:
			return CODE_SPACE;
		case UTF8PROC_CATEGORY_ZL:
		case UTF8PROC_CATEGORY_ZP:
			return CODE_LINE;
		case UTF8PROC_CATEGORY_CF:
		case UTF8PROC_CATEGORY_CC:
			return code == 0xAD ? CODE_NOTHING : code == 0x85 ? CODE_LINE : CODE_NOTHING;
		case UTF8PROC_CATEGORY_SC:
			return CODE_CURRENCY;
		default:
			return CODE_PUNCT;
	}
}

/* Folds one word that is known to be one. */
uint32_t
fold_word(const char *s, uint32_t len, char *buffer)
{
	uint32_t	out = 0;

	for (uint32_t i = 0; i < len && out < FOLD_MAX_WORD * 4 - 16;)
	{
		uint8_t		c = (uint8_t) s[i];
		int32_t		code;

		if (c == '&')
			return (uint32_t) (memcpy(buffer, "and", 3), 3);
		if (c < 0x80)
		{
			if (c != '\'' && c != '`')
				buffer[out++] = (char) (byte_class[c] == C_UPPER ? c + 32 : c);
			i++;
			continue;
		}
		i += fold_char(s + i, len - i, &code);
		if (code_class(code) <= CODE_IDEOGRAPH || code_class(code) == CODE_CURRENCY)
			out += fold_code(code, buffer + out);
	}
	return out;
}

/* Makes room for so many tokens. */
static void
reserve(Folder *f, uint32_t space)
{
	uint32_t	n = f->at.count;
	uint32_t	n_notes = (uint32_t) (f->at.note - f->notes);
	Token	   *tokens = arena_alloc(f->arena, space * sizeof(Token));
	uint32_t   *notes = arena_alloc(f->arena, space * sizeof(uint32_t));

	if (n > 0)
	{
		memcpy(tokens, f->tokens, n * sizeof(Token));
		memcpy(notes, f->notes, n_notes * sizeof(uint32_t));
	}
	f->tokens = tokens;
	f->notes = notes;
	f->space = space;
	f->at.token = tokens + n;
	f->at.note = notes + n_notes;
}

/* What stands for a lexicon where there is none: one that knows no word. */
static const WordSlot no_word;
static const Lexicon no_lexicon = {.slots = &no_word};

/* Appends a token that has room; the next one starts glued to it. */
static inline __attribute__((always_inline)) Token *
put_token(Cursor *at, TokenKind kind, uint32_t start, uint32_t len, uint64_t hash,
		  uint8_t shape, char lead)
{
	Token	   *token = at->token++;

	*token = (Token) {.start = start,
					 .len = (uint16_t) len,
					 .hash = (uint32_t) hash,
					 .kind = (uint8_t) kind,
					 .shape = shape,
					 .gap = at->gap,
					 .lead = lead,
					 .line = at->line};
	at->count++;
	at->gap = GAP_NONE;
	return token;
}

/*
 * Appends a word or a number, and asks for what look_up_words will read of
 * it: the tables are megabytes; begins keeps the hash's upper half until then.
 */
static inline __attribute__((always_inline)) void
put_word(Cursor *at, const Lexicon *lex, TokenKind kind, uint32_t start, uint32_t len,
		 uint64_t hash, uint8_t shape, char lead)
{
	put_token(at, kind, start, len, hash, shape, lead)->begins = (uint32_t) (hash >> 32);
	__builtin_prefetch(&lex->slots[(uint32_t) hash & lex->slot_mask]);
}

/* Appends a sign of punctuation, of which chr is the ASCII look. */
static inline __attribute__((always_inline)) void
put_sign(Cursor *at, uint32_t start, uint32_t len, char chr)
{
	put_token(at, TOKEN_PUNCT, start, len, 0, 0, 0)->chr = chr;
}

/*
 * Gives the tokens since the last look-up what the lexicon knows of
 * their words, and notes those that are to be looked at.
 */
static void
look_up_words(Folder *f)
{
	const Lexicon *lex = f->lex;
	uint32_t   *note = f->at.note;

	for (uint32_t i = f->known; i < f->at.count; i++)
	{
		Token	   *token = &f->tokens[i];
		const WordSlot *slot;

		*note = i;
		if (token->kind == TOKEN_PUNCT)
		{
			note++;
			continue;
		}
		slot = lexicon_word(lex, (uint64_t) token->begins << 32 | token->hash);
		f->small[slot->small]++;
		token->lists = slot->lists;
		token->word = slot->word;
		token->state = slot->state;
		note += (token->kind != TOKEN_WORD) | slot->noted | ((token->shape & SHAPE_SPLIT) != 0);
	}
	f->at.note = note;
	f->known = f->at.count;
}

/* Notes a line break, which ends a line where a token stands in it. */
static inline __attribute__((always_inline)) void
end_line(Folder *f, Cursor *at)
{
	if (at->gap >= GAP_LINE)
	{
		at->gap = GAP_BLANK;
		return;
	}
	at->gap = GAP_LINE;
	at->line++;
	*VEC_ADD(f->arena, &f->lines) = at->count;
}

/* Whether an apostrophe at pos stands inside a word; its length, else 0. */
static uint32_t
inner_apostrophe(const Folder *f, uint32_t pos)
{
	uint32_t	n = 0;

	if (f->text[pos] == '\'' || f->text[pos] == '`')
		n = 1;
	else if (pos + 3 <= f->len && memcmp(f->text + pos, "\xE2\x80\x99", 3) == 0)
		n = 3;
	if (n == 0 || pos + n >= f->len)
		return 0;
	return (uint8_t) f->text[pos + n] < 0x80 &&
		(byte_class[(uint8_t) f->text[pos + n]] == C_LOWER ||
		 byte_class[(uint8_t) f->text[pos + n]] == C_UPPER) ? n : 0;
}

/*
 * Whether a run is an article or preposition that stands before an apostrophe
 * and a word: "l'", "d'", "qu'", "Dell'anno"; no name ("D'Angelo", "Dell's").
 */
static bool
is_elided(const Folder *f, const Run *run, uint32_t next)
{
	static const char *const words[] = {"l",     "d",     "qu",    "j",      "n",      "c",
										"un",    "dell",  "nell",  "all",    "dall",   "sull",
										"quest", "quell", "jusqu", "lorsqu", "puisqu", NULL};

	if (run->shape & SHAPE_FIRST_UPPER &&
		(byte_class[(uint8_t) f->text[next]] == C_UPPER ||
		 (f->text[next] == 's' &&
		  (next + 1 >= f->len || byte_class[(uint8_t) f->text[next + 1]] < C_LOWER))))
		return false;
	if (run->len == 0 || run->len > 6)
		return false;
	for (const char *const *word = words; *word != NULL; word++)
		if ((*word)[0] == run->folded[0] && strlen(*word) == run->len &&
			memcmp(*word, run->folded, run->len) == 0)
			return true;
	return false;
}

/* Notes that a run could be cut before pos. */
static void
note_cut(Run *run, uint32_t pos)
{
	if (run->n_cuts < MAX_CUTS && pos > run->start &&
		(run->n_cuts == 0 || run->cut[run->n_cuts - 1] < pos))
		run->cut[run->n_cuts++] = pos;
}

/* Adds one character's class to a run: shape, and where it could be cut. */
static void
note_class(Run *run, int class, int before, int before2, uint32_t pos, uint32_t before_pos)
{
	if (class == C_UPPER)
	{
		run->shape |= SHAPE_HAS_UPPER | (pos == run->start ? SHAPE_FIRST_UPPER : 0);
		if (before == C_LOWER || before == C_DIGIT)
			note_cut(run, pos);
	}
	else if (class == C_LOWER)
	{
		run->shape |= SHAPE_HAS_LOWER;
		if (before == C_UPPER && before2 == C_UPPER)
			note_cut(run, before_pos);
		else if (before == C_DIGIT)
			note_cut(run, pos);
	}
	else
	{
		run->shape |= SHAPE_HAS_DIGIT;
		if (before == C_LOWER || before == C_UPPER)
			note_cut(run, pos);
	}
	if (class != C_DIGIT)
		run->only_digits = false;
}

/*
 * Adds the ASCII small letters behind one to a run, which need no
 * look at where it could be cut; false where none stands there.
 */
static bool
take_lower(const Folder *f, Run *run, uint32_t *pos)
{
	uint32_t	from = *pos,
				room = run->len < FOLD_MAX_WORD ? FOLD_MAX_WORD - run->len : 0,
				stop = room < f->len - from ? from + room : f->len,
				i = from;
	char	   *out = run->folded + run->len;

	for (; i < stop && f->text[i] >= 'a' && f->text[i] <= 'z'; i++)
		*out++ = f->text[i];
	run->len += i - from;
	*pos = i;
	return i > from;
}

/*
 * Whether a cut parts the last of some capitals and
 * its genitive from the others: the "E's" of "ACME's".
 */
static bool
is_possessive(const Folder *f, uint32_t cut, uint32_t stop)
{
	const char *s = f->text + cut;
	uint32_t	len = stop - cut;

	return s[-1] >= 'A' && s[-1] <= 'Z' && s[0] >= 'A' && s[0] <= 'Z' && s[len - 1] == 's' &&
		((len == 3 && s[1] == '\'') || (len == 5 && memcmp(s + 1, "\xE2\x80\x99", 3) == 0));
}

/*
 * Takes back the last cut of a run where an ending begins
 * there; before2: the class of the letter before the last.
 */
static void
join_ending(const Folder *f, Run *run, int before2)
{
	/* "APIs", "KPIs": the plural of an abbreviation is no cut, but "RoleAs a" is */
	if (run->n_cuts > 0 && run->stop - run->cut[run->n_cuts - 1] == 2 &&
		f->text[run->stop - 1] == 's' && before2 == C_UPPER &&
		f->text[run->cut[run->n_cuts - 1] - 1] >= 'A' &&
		f->text[run->cut[run->n_cuts - 1] - 1] <= 'Z')
		run->n_cuts--;
	/* neither is the possessive of capitals, which are capitals all the same: "ACME's" */
	if (run->n_cuts > 0 && is_possessive(f, run->cut[run->n_cuts - 1], run->stop) &&
		--run->n_cuts == 0)
		run->shape &= (uint8_t) ~SHAPE_HAS_LOWER;
}

/* Reads the run of letters and digits that begins at pos. */
static void
scan_run(const Folder *f, uint32_t pos, Run *run)
{
	int			before = C_SPACE,
				before2 = C_SPACE;
	uint32_t	before_pos = pos;

	run->start = pos;
	run->len = 0;
	run->n_cuts = 0;
	run->shape = 0;
	run->only_digits = true;
	/*
	 * accents and invisible characters add nothing to the folded word: the text is bounded as well
	 */
	while (pos < f->len && run->len < FOLD_MAX_WORD && pos - run->start < FOLD_MAX_WORD * 4)
	{
		uint8_t		c = (uint8_t) f->text[pos];
		int			class;
		uint32_t	n = 1;

		if (c < 0x80)
		{
			class = byte_class[c];
			if (class < C_LOWER)
			{
				if ((c == '\'' || c == '`') && before != C_DIGIT && inner_apostrophe(f, pos) &&
					!is_elided(f, run, pos + 1))
				{
					pos++;
					continue;
				}
				break;
			}
			if (class == C_UPPER)
				c += 32;
			run->folded[run->len++] = (char) c;
		}
		else
		{
			int32_t		code;
			CodeClass	kind;

			n = fold_char(f->text + pos, f->len - pos, &code);
			kind = code_class(code);
			if (kind == CODE_NOTHING)
			{
				pos += n;
				continue;
			}
			if (code == 0x2019 && before != C_DIGIT && inner_apostrophe(f, pos) &&
				!is_elided(f, run, pos + 3))
			{
				pos += n;
				continue;
			}
			if (kind > CODE_UPPER)
				break;
			class = kind == CODE_UPPER ? C_UPPER : C_LOWER;
			run->len += fold_code(code, run->folded + run->len);
		}
		note_class(run, class, before, before2, pos, before_pos);
		before2 = before;
		before = class;
		before_pos = pos;
		pos += n;
		if (class == C_LOWER && take_lower(f, run, &pos))
		{
			before2 = C_LOWER;
			before_pos = pos - 1;
		}
	}
	run->stop = pos;
	run->hash = lexicon_hash(run->folded, run->len);
	join_ending(f, run, before2);
}

/* Appends a word, a number or a currency's sign where there may be no room for it. */
static void
push_word(Folder *f, TokenKind kind, uint32_t start, uint32_t stop, uint64_t hash, uint8_t shape)
{
	char		lead = f->text[start];

	if (f->at.count == f->space)
		reserve(f, f->space * 2);
	if (kind == TOKEN_WORD)
		f->at.upper += shape & SHAPE_FIRST_UPPER;
	put_word(&f->at, f->lex, kind, start, stop - start, hash, shape,
			 lead >= 'A' && lead <= 'Z' ? (char) (lead + 32) : lead);
}

/* Appends a sign of punctuation where there may be no room for it. */
static void
push_sign(Folder *f, uint32_t start, uint32_t stop, char chr)
{
	if (f->at.count == f->space)
		reserve(f, f->space * 2);
	put_sign(&f->at, start, stop - start, chr);
}

/* Whether the lexicon holds a word. */
static bool
is_known(const Folder *f, uint64_t hash)
{
	return lexicon_word(f->lex, hash)->word != 0;
}

/*
 * The sign at pos that a word may end with, be it escaped as markdown does; 0 where there is none.
 */
static inline char
sign_at(const Folder *f, uint32_t pos)
{
	if (pos + 1 < f->len && f->text[pos] == '\\')
		pos++;
	return pos < f->len && (f->text[pos] == '#' || f->text[pos] == '+') ? f->text[pos] : 0;
}

/* The sign that joins a word at pos ("C++", "C#", "C\#"): of how many characters it is, or 0. */
static uint32_t
joined_sign(const Folder *f, const Run *run, uint32_t pos)
{
	char		buffer[FOLD_MAX_WORD * 4 + 4];
	char		sign = sign_at(f, pos);
	uint32_t	step = sign != 0 && f->text[pos] != sign ? 2 : 1;
	uint32_t	n = sign != 0;

	if (sign == '+' && sign_at(f, pos + step) == '+')
		n++;
	if (n == 0 || run->only_digits)
		return 0;				/* "5+ years" */
	if (f->lex == &no_lexicon || run->len > FOLD_MAX_WORD)
		return n;
	memcpy(buffer, run->folded, run->len);
	for (; n > 0; n--)
	{
		memset(buffer + run->len, sign, n);
		if (is_known(f, lexicon_hash(buffer, run->len + n)))
			return n;
	}
	return 0;
}

/* Emits a run whole, with its joined sign if it has one. */
static void
push_run(Folder *f, Run *run, uint32_t sign)
{
	bool		joined = sign > 0;

	if (sign > 0)
	{
		char		c = sign_at(f, run->stop);

		memset(run->folded + run->len, c, sign);
		run->len += sign;
		for (; sign > 0; sign--)
			run->stop += f->text[run->stop] == c ? 1 : 2;
		run->hash = lexicon_hash(run->folded, run->len);
	}
	push_word(f, run->only_digits && !joined ? TOKEN_NUMBER : TOKEN_WORD, run->start, run->stop,
			  run->hash, run->shape);
}

/* The highest bit of each of eight bytes that does not lie between two of ASCII. */
static inline uint64_t
bytes_outside(uint64_t block, uint8_t least, uint8_t most)
{
	const uint64_t ones = 0x0101010101010101u,
				tops = 0x8080808080808080u;
	uint64_t	low = block & ~tops;

	return (~((low + (0x80 - least) * ones) & ~(low + (0x7F - most) * ones)) | block) & tops;
}

/* What may stand right behind a plain run: bit 0, one of letters; bit 1, one of digits. */
static const uint8_t ends_plain[256] = {
	3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
	/*   !  "  #  $  %  &  '  (  )  *  +  ,  -  .  / */
	3, 3, 3, 2, 3, 3, 3, 2, 3, 3, 3, 2, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3,
	3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 2, 3, 3, 3,
	2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3
};

/* A longer run is none of the plain ones, which are read where so many bytes can be. */
#define PLAIN_RUN	32

/*
 * Reads the run at s where it is a plain one, as nearly all are: small letters
 * behind any letter, capitals alone, or digits alone.  There is no need to look at
 * where such a run could be cut.  Returns false where it has to be read with care.
 */
static inline __attribute__((always_inline)) bool
read_plain(const char *s, int class, uint32_t *run_len, uint64_t *run_hash, uint8_t *shape)
{
	const char *at = s;
	uint64_t	flip = 0;		/* the bits that make capitals small */
	uint64_t	hash = HASH_START;
	uint64_t	block,
				outside;
	uint32_t	len;

	*shape = class == C_DIGIT ? SHAPE_HAS_DIGIT : SHAPE_HAS_LOWER;
	if (class == C_UPPER)
	{
		uint8_t		next = byte_class[(uint8_t) s[1]];

		flip = next == C_UPPER ? 0x2020202020202020u : 0x20;
		*shape = next == C_LOWER ? SHAPE_FIRST_UPPER | SHAPE_HAS_UPPER | SHAPE_HAS_LOWER
								 : SHAPE_FIRST_UPPER | SHAPE_HAS_UPPER;
	}
	for (;;)
	{
		block = hash_load(at) ^ flip;
		outside =
			class == C_DIGIT ? bytes_outside(block, '0', '9') : bytes_outside(block, 'a', 'z');
		if (outside != 0)
			break;
		hash = hash_block(hash, block);
		at += 8;
		if (at == s + PLAIN_RUN)
			return false;
		flip = flip == 0x20 ? 0 : flip;
	}
	/* the lowest of the bytes that are none of it, and all bits below that one */
	len = (uint32_t) __builtin_ctzll(outside) / 8;
	block &= (outside ^ (outside - 1)) >> 8;
	*run_hash = hash_block(hash, block | (uint64_t) len << 56);
	at += len;
	*run_len = (uint32_t) (at - s);
	return (ends_plain[(uint8_t) *at] & (class == C_DIGIT ? 2 : 1)) != 0;
}

/* Emits the pieces of an unknown run that mixes cases or digits. */
static void
push_pieces(Folder *f, const Run *run)
{
	uint32_t	cuts[MAX_CUTS + 1];
	uint32_t	n = run->n_cuts;

	memcpy(cuts, run->cut, n * sizeof(uint32_t));
	cuts[n] = run->stop;
	for (uint32_t i = 0, from = run->start; i <= n; from = cuts[i++])
	{
		Folder		part = *f;
		Run			piece;
		uint32_t	sign;

		part.len = cuts[i];
		scan_run(&part, from, &piece);
		piece.shape |= SHAPE_SPLIT;
		sign = i == n ? joined_sign(f, &piece, piece.stop) : 0;
		push_run(f, &piece, sign);
	}
}

/* Emits the run at pos; returns where it ends. */
static uint32_t
take_run(Folder *f, uint32_t pos)
{
	Run			run;
	uint32_t	sign;

	scan_run(f, pos, &run);
	if (run.stop == pos)		/* only invisible characters */
		return pos + 1;
	sign = sign_at(f, run.stop) != 0 ? joined_sign(f, &run, run.stop) : 0;
	if (sign == 0 && run.n_cuts > 0 && f->lex != &no_lexicon &&
		!is_known(f, run.hash))
		push_pieces(f, &run);
	else
		push_run(f, &run, sign);
	return f->at.token[-1].start + f->at.token[-1].len;
}

/* A word that begins with a dot (".NET"): emits it where it is one; returns its end, or 0. */
static uint32_t
take_dot_word(Folder *f, uint32_t pos)
{
	Run			run;

	if (pos > 0 && (uint8_t) f->text[pos - 1] < 0x80 &&
		byte_class[(uint8_t) f->text[pos - 1]] >= C_LOWER)
		return 0;
	if (pos + 1 >= f->len || (uint8_t) f->text[pos + 1] >= 0x80 ||
		byte_class[(uint8_t) f->text[pos + 1]] < C_LOWER ||
		byte_class[(uint8_t) f->text[pos + 1]] == C_DIGIT)
		return 0;
	scan_run(f, pos + 1, &run);
	memmove(run.folded + 1, run.folded, run.len);
	run.folded[0] = '.';
	run.len++;
	run.hash = lexicon_hash(run.folded, run.len);
	if (f->lex != &no_lexicon && !is_known(f, run.hash))
		return 0;
	run.start = pos;
	push_run(f, &run, 0);
	return run.stop;
}

/* Emits one ideograph as a word of its own. */
static void
take_ideograph(Folder *f, uint32_t pos, uint32_t n, int32_t code)
{
	char		folded[64];
	uint32_t	len = fold_code(code, folded);

	push_word(f, TOKEN_WORD, pos, pos + n, lexicon_hash(folded, len), 0);
}

/* Emits a currency's sign. */
static uint32_t
take_currency(Folder *f, uint32_t pos, uint32_t n, int32_t code)
{
	char		folded[64];
	uint32_t	len = code < 0x80 ? (folded[0] = (char) code, 1) : fold_code(code, folded);

	push_word(f, TOKEN_SIGN, pos, pos + n, lexicon_hash(folded, len), 0);
	return pos + n;
}

/* One ASCII character that begins no word. */
static uint32_t
take_ascii(Folder *f, uint32_t pos)
{
	char		c = f->text[pos];
	uint32_t	stop;

	switch (c)
	{
		case '&':
			push_word(f, TOKEN_WORD, pos, pos + 1, lexicon_hash("and", 3), 0);
			return pos + 1;
		case '$':
			return take_currency(f, pos, 1, c);
		case '.':
			if ((stop = take_dot_word(f, pos)) > 0)
				return stop;
			break;
		case '\\':
			return pos + 1;		/* an escape of markdown */
	}
	push_sign(f, pos, pos + 1, c);
	return pos + 1;
}

/* One non-ASCII character. */
static uint32_t
take_code(Folder *f, uint32_t pos)
{
	int32_t		code;
	uint32_t	n = fold_char(f->text + pos, f->len - pos, &code);

	switch (code_class(code))
	{
		case CODE_LETTER:
		case CODE_UPPER:
			return take_run(f, pos);
		case CODE_IDEOGRAPH:
			take_ideograph(f, pos, n, code);
			return pos + n;
		case CODE_SPACE:
			if (f->at.gap < GAP_SPACE)
				f->at.gap = GAP_SPACE;
			return pos + n;
		case CODE_LINE:
			end_line(f, &f->at);
			return pos + n;
		case CODE_NOTHING:
			return pos + n;
		case CODE_CURRENCY:
			return take_currency(f, pos, n, code);
		case CODE_PUNCT:
			break;
	}
	push_sign(f, pos, pos + n, ascii_punct(code));
	return pos + n;
}

/* There is always room for so many tokens when the loop over the text begins. */
#define LEAST_ROOM	32

/* So much text is cut before its words are looked up, which by then are on their way. */
#define LOOK_UP_BYTES	512

/* Bytes between two calls of interrupt. */
#define INTERRUPT_BYTES	(64 * 1024)

/* Emits what stands at pos and is no plain run; returns where it ends. */
static uint32_t
take_with_care(Folder *f, uint32_t pos)
{
	uint8_t		class = byte_class[(uint8_t) f->text[pos]];

	return class >= C_LOWER   ? take_run(f, pos)
		   : class == C_OTHER ? take_ascii(f, pos)
							  : take_code(f, pos);
}

/* Whether a sign of punctuation and nothing else begins at s, a character that begins no word. */
static inline bool
is_plain_sign(const char *s)
{
	uint8_t		next = byte_class[(uint8_t) s[1]];

	return *s == '.' ? next != C_LOWER && next != C_UPPER : *s != '&' && *s != '$' && *s != '\\';
}

/*
 * Cuts the text into tokens, from pos on until limit, for which
 * there is room; returns where the last one ends.
 */
static uint32_t
take_some(Folder *f, uint32_t pos, uint32_t limit)
{
	const char *text = f->text;
	const char *s = text + pos;
	const char *end = text + limit;
	const Lexicon *lex = f->lex;
	Cursor		at = f->at;

	while (s < end)
	{
		uint8_t		class = byte_class[(uint8_t) *s];
		uint32_t	start = (uint32_t) (s - text);
		uint64_t	hash;
		uint8_t		shape;
		uint32_t	len;

		if (class == C_LOWER && read_plain(s, C_LOWER, &len, &hash, &shape))
			put_word(&at, lex, TOKEN_WORD, start, len, hash, shape, *s);
		else if (class == C_UPPER && read_plain(s, C_UPPER, &len, &hash, &shape))
		{
			put_word(&at, lex, TOKEN_WORD, start, len, hash, shape, *s + 32);
			at.upper++;
		}
		else if (class == C_SPACE)
		{
			at.gap |= at.gap == GAP_NONE;
			s++;
			continue;
		}
		else if (class == C_OTHER && is_plain_sign(s))
			put_sign(&at, start, len = 1, *s);
		else if (class == C_NEWLINE)
		{
			end_line(f, &at);
			s++;
			continue;
		}
		else if (class == C_DIGIT && read_plain(s, C_DIGIT, &len, &hash, &shape))
			put_word(&at, lex, TOKEN_NUMBER, start, len, hash, shape, *s);
		else
		{
			f->at = at;
			s = text + take_with_care(f, start);
			at = f->at;
			continue;
		}
		/* nearly always a blank follows */
		s += len;
		if (*s == ' ')
		{
			at.gap = GAP_SPACE;
			s++;
		}
	}
	f->at = at;
	return (uint32_t) (s - text);
}

/* A copy of a text with zeros behind it, so that eight bytes can be read at each of its own. */
static const char *
padded(Arena *arena, const char *text, uint32_t len)
{
	char	   *copy = arena_alloc(arena, len + PLAIN_RUN);

	memcpy(copy, text, len);
	memset(copy + len, 0, PLAIN_RUN);
	return copy;
}

static inline uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* Cuts a text into tokens. */
void
fold_tokens(Arena *arena, const char *text, uint32_t len, uint32_t max, const Lexicon *lex,
			void (*interrupt) (void), Tokens *out)
{
	Folder		f = {.arena = arena,
					 .text = padded(arena, text, len),
					 .len = len,
					 .lex = lex != NULL ? lex : &no_lexicon};
	uint32_t	pos = 0;
	uint32_t	due = INTERRUPT_BYTES;

	f.at.gap = GAP_BLANK;
	f.small = arena_zero(arena, SMALL_ROWS * sizeof(uint32_t));
	*VEC_ADD(arena, &f.lines) = 0;
	/* most texts have a token for every four bytes */
	reserve(&f, len / 4 + LEAST_ROOM);
	while (pos < len && f.at.count < max)
	{
		uint32_t	room;

		if (f.space - f.at.count < LEAST_ROOM)
			reserve(&f, f.space * 2);
		/* a token has at least one byte */
		room = least(least(f.space, max) - f.at.count, LOOK_UP_BYTES);
		pos = take_some(&f, pos, least(pos + room, least(len, due)));
		look_up_words(&f);
		if (pos >= due)
		{
			if (interrupt != NULL)
				interrupt();
			due = pos + INTERRUPT_BYTES;
		}
	}
	/* a sign that is none ends the array, so that a look at the next token is one at no word */
	if (f.at.count == f.space)
		reserve(&f, f.space + 1);
	put_token(&f.at, TOKEN_PUNCT, len, 0, 0, 0, 0);
	*out = (Tokens) {.items = f.tokens,
					.count = f.at.count - 1,
					.notes = f.notes,
					.n_notes = (uint32_t) (f.at.note - f.notes),
					.lines = f.lines.items,
					.n_lines = f.at.count > 1 ? f.at.token[-2].line + 1 : 0,
					.upper = f.at.upper,
					.small = f.small,
					.cut = pos < len};
}
