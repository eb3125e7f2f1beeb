/*
 * company_clues.c
 *		Prints the names of postings and what speaks for each, for company_weights.py.
 *
 * Reads texts from standard input, the length of each before it, four bytes
 * long.  Prints lines of columns parted by tabs: for each text "#", its number
 * and the name that was taken; for each name "c", the name, its score, whether
 * no rule read it, whether it can never be taken, its words as they fold, what
 * the words around it say at most and on average, what those in it and its last
 * one say (1/64 of log odds), and its clues, a number and what they count, in
 * quarters of one; for each place where a name stands "m", the number of the
 * name, and the two words before and the two behind it.
 */
#define company_choose choose_quietly
#define LOOKED_UP 10000
#include "core/company_choose.c"
#undef company_choose
#include "postings.h"

/* Prints a text without what would break the line. */
static void
print_text(const char *s, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++)
		putchar((uint8_t) s[i] <= ' ' ? ' ' : s[i]);
}

/* Prints a word as it folds. */
static void
print_word(const Doc *doc, uint32_t i)
{
	char		folded[FOLD_MAX_WORD * 4];

	print_text(folded, fold_word(token_text(doc, i), doc->tokens[i].len, folded));
}

/* Prints what stands at a token as employer_context.tsv names it. */
static void
print_neighbour(const Doc *doc, uint32_t i, const Line *line)
{
	putchar('\t');
	if (i < line->first || i >= line->last)
		putchar('^');
	else if (doc->tokens[i].kind == TOKEN_WORD)
		print_word(doc, i);
	else
		putchar(doc->tokens[i].kind == TOKEN_NUMBER ? '0'
				: doc->tokens[i].chr > ' '          ? doc->tokens[i].chr & 0x7F
													: '~');
}

/* Prints a name and what speaks for it. */
static void
print_candidate(const Doc *doc, const Candidate *candidate)
{
	Str			text = company_name_text(doc, candidate->at);

	printf("c\t");
	print_text(text.s, text.len);
	printf("\t%d\t%d\t%d\t", candidate->score, candidate->shown_by == CLUE_COUNT,
		   weigh(candidate) == NEVER);
	for (uint32_t i = candidate->name.from; i < candidate->name.to; i++)
		if (doc->tokens[i].kind == TOKEN_WORD)
		{
			print_word(doc, i);
			putchar(' ');
		}
	printf("\t%d\t%d\t%d\t%d",
		   candidate->times == 0 ? 0 : within(candidate->around_most, LEAST_ODDS, MOST_AROUND),
		   candidate->times == 0
			   ? 0
			   : within(candidate->around_sum / candidate->times, LEAST_ODDS, MOST_ODDS),
		   within(candidate->inside_odds, LEAST_ODDS, MOST_ODDS), candidate->last_odds * 2);
	for (int clue = 0; clue < CLUE_COUNT; clue++)
		if (candidate->clues[clue] != 0)
			printf("\t%d:%d", clue, worth(candidate->clues[clue]));
	printf("\n");
}

/* Prints the places where names stand in the running text. */
static void
print_places(const Doc *doc, Candidates *all)
{
	for (uint32_t i = 0; i < doc->n_tokens; i++)
	{
		Range		name = company_name_at(doc, i);
		const Line *line = &doc->lines[doc->tokens[i].line];
		uint32_t	keys[16];
		uint32_t	n = name.from < name.to ? company_name_keys(doc, name, keys, 16) : 0;
		const Candidate *candidate = n > 0 ? company_find(all, keys[n - 1]) : NULL;

		if (candidate == NULL || doc->tokens[i].zone == ZONE_NOISE)
			continue;
		printf("m\t%d", (int) (candidate - all->items));
		print_neighbour(doc, i - 1, line);
		print_neighbour(doc, i > line->first ? i - 2 : i - 1, line);
		print_neighbour(doc, name.to, line);
		print_neighbour(doc, name.to + 1, line);
		printf("\n");
		i = name.to - 1;
	}
}

const Candidate *
company_choose(const Doc *doc, Candidates *all)
{
	const Candidate *best = choose_quietly(doc, all);

	printf("#\t%u\t", posting_number);
	if (best != NULL)
		print_text(company_name_text(doc, best->at).s, company_name_text(doc, best->at).len);
	printf("\n");
	for (uint32_t i = 0; i < all->count; i++)
		print_candidate(doc, &all->items[i]);
	print_places(doc, all);
	return best;
}

int
main(void)
{
	return !parse_postings(NULL);
}
