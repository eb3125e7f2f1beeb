/*
 * clues.c
 *		Learns what the clues of split_clues.c weigh, for split_weights.py.
 *
 * Reads documents from standard input: the length of the text, the number of its
 * postings, the offset of each, all four bytes long, then the text.  Reads the
 * clues at every line where a posting could begin, and fits a logistic regression
 * for each column of the weights by Newton's method.  Prints the weights without
 * what is known of a column beforehand: a sum tells how much likelier a line is
 * where a posting begins, in hundredths of a logarithm.  Then prints what hardly the
 * surest line of a page stays below at each stage.  With any argument the weights
 * are kept as they are.
 */
#include <math.h>

#include "core/parse.c"
#include "core/split_clues.h"
#include "core/split_weights.h"
#include "postings.h"

#define COLUMNS		9
#define TERMS		(CLUE_COUNT + 1)
#define ROUNDS		12

/*
 * By Manner: a line is hopeless where the surest lines of fewer pages in a thousand
 * come as low (lines behind several empty ones or a rule are few: it costs little to
 * look at more of them); a page is hardly ever parted where its surest line tells
 * less than this.
 */
static const size_t rare[] = {3, 3, 1, 1};
static const double sure[] = {2.5, 4.5, 2.4, 2.0};

/* How strongly weights are held near zero, and the least spread of a clue. */
#define RIDGE		5.0
#define LEAST_SPREAD	0.05

/* The lines of a column: their clues, and whether a posting begins there. */
typedef struct Column
{
	uint8_t    *clues;
	bool	   *begins;
	uint8_t    *manners;
	uint32_t   *pages;
	size_t		count;
	size_t		space;
	size_t		positive;
	double		spread[CLUE_COUNT];
	double		weights[TERMS];
} Column;

static Column columns[COLUMNS];
static uint32_t n_pages;

static void
add_line(const Outline *outline, const int16_t *clues, Manner manner, bool begins)
{
	Column	   *column = &columns[split_column(clues)];

	if (column->count == column->space)
	{
		column->space = column->space ? column->space * 2 : 4096;
		column->clues = realloc(column->clues, column->space * CLUE_COUNT);
		column->begins = realloc(column->begins, column->space);
		column->manners = realloc(column->manners, column->space);
		column->pages = realloc(column->pages, column->space * sizeof(uint32_t));
		if (column->clues == NULL || column->begins == NULL || column->manners == NULL ||
			column->pages == NULL)
			exit(1);
	}
	for (int i = 0; i < CLUE_COUNT; i++)
	{
		if (clues[i] < 0 || clues[i] > outline->most[i])
		{
			fprintf(stderr, "clue %d counts %d: at most %d\n", i, clues[i], outline->most[i]);
			exit(1);
		}
		column->clues[column->count * CLUE_COUNT + i] = (uint8_t) clues[i];
	}
	column->manners[column->count] = (uint8_t) manner;
	column->pages[column->count] = n_pages;
	column->begins[column->count++] = begins;
	column->positive += begins;
}

/* Reads the clues of all lines of a document. */
static void
read_lines(Doc *doc, const uint32_t *starts, uint32_t n_starts)
{
	Outline		outline;
	Segment		segment = {0};
	uint32_t	part = 0;

	if (!split_outline(doc, &outline))
		return;
	split_look_closely(doc, &outline);
	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		int16_t		clues[CLUE_COUNT] = {0};
		uint32_t	at = source_start(&doc->source, doc->tokens[doc->lines[i].from].start);
		bool		begins = part + 1 < n_starts && at >= starts[part + 1];

		if (doc->lines[i].first >= doc->lines[i].last || doc->lines[i].words == 0)
			continue;
		/* the first lines of a posting are neither right nor wrong */
		if (i > 0 && (begins || part == 0 || at > starts[part] + 120) &&
			split_is_candidate(doc, &outline, &segment, i))
		{
			for (int stage = 0; stage < SPLIT_STAGES; stage++)
				split_stages[stage].read(doc, &outline, &segment, i, clues);
			add_line(&outline, clues, split_manner(&outline, i), begins);
		}
		if (begins)
		{
			part++;
			segment = (Segment) {.line = i};
		}
		split_read_on(doc, &outline, &segment, i);
	}
}

/* What a column's lines sum up to with weights by spread. */
static double
sum_line(const Column *column, const double *weights, size_t line)
{
	double		sum = weights[CLUE_COUNT];

	for (int i = 0; i < CLUE_COUNT; i++)
		if (column->clues[line * CLUE_COUNT + i] > 0)
			sum += weights[i] * column->clues[line * CLUE_COUNT + i] / column->spread[i];
	return sum;
}

/* How badly weights tell, with the cost of their size. */
static double
loss(const Column *column, const double *weights)
{
	double		total = 0;

	for (int i = 0; i < CLUE_COUNT; i++)
		total += RIDGE * weights[i] * weights[i] / 2;
	for (size_t line = 0; line < column->count; line++)
	{
		double		sum = sum_line(column, weights, line);

		if (column->begins[line])
			sum = -sum;
		total += sum > 30 ? sum : log1p(exp(sum));
	}
	return total;
}

/* Solves a system of equations by Cholesky's method; the right side becomes the solution. */
static void
solve(double (*a)[TERMS], double *b)
{
	for (int i = 0; i < TERMS; i++)
		for (int j = 0; j <= i; j++)
		{
			double		sum = a[i][j];

			for (int k = 0; k < j; k++)
				sum -= a[i][k] * a[j][k];
			a[i][j] = i == j ? sqrt(sum > 1e-12 ? sum : 1e-12) : sum / a[j][j];
		}
	for (int i = 0; i < TERMS; i++)
	{
		for (int k = 0; k < i; k++)
			b[i] -= a[i][k] * b[k];
		b[i] /= a[i][i];
	}
	for (int i = TERMS - 1; i >= 0; i--)
	{
		for (int k = i + 1; k < TERMS; k++)
			b[i] -= a[k][i] * b[k];
		b[i] /= a[i][i];
	}
}

/* One step towards the best weights; what it gains. */
static double
improve(Column *column, double *weights)
{
	static double curve[TERMS][TERMS];
	double		step[TERMS] = {0};
	double		tried[TERMS];
	double		before = loss(column, weights);
	double		after = before;

	memset(curve, 0, sizeof(curve));
	for (size_t line = 0; line < column->count; line++)
	{
		double		guess = 1 / (1 + exp(-sum_line(column, weights, line)));
		double		value[TERMS];
		int			seen[TERMS];
		int			n = 0;

		for (int i = 0; i < TERMS; i++)
			if (i == CLUE_COUNT || column->clues[line * CLUE_COUNT + i] > 0)
			{
				value[n] =
					i == CLUE_COUNT ? 1 : column->clues[line * CLUE_COUNT + i] / column->spread[i];
				seen[n++] = i;
			}
		for (int i = 0; i < n; i++)
		{
			step[seen[i]] += (column->begins[line] - guess) * value[i];
			for (int k = 0; k <= i; k++)
				curve[seen[i]][seen[k]] += fmax(guess * (1 - guess), 1e-7) * value[i] * value[k];
		}
	}
	for (int i = 0; i < CLUE_COUNT; i++)
	{
		curve[i][i] += RIDGE;
		step[i] -= RIDGE * weights[i];
	}
	solve(curve, step);
	for (double part = 1; part > 1e-4; part /= 2)
	{
		for (int i = 0; i < TERMS; i++)
			tried[i] = weights[i] + part * step[i];
		after = loss(column, tried);
		if (after < before)
		{
			memcpy(weights, tried, sizeof(tried));
			break;
		}
	}
	return before - after;
}

/* Fits the weights of a column. */
static void
fit(Column *column)
{
	double	   *weights = column->weights;

	memset(weights, 0, sizeof(column->weights));
	for (int i = 0; i < CLUE_COUNT; i++)
	{
		double		sum = 0,
					squares = 0;

		for (size_t line = 0; line < column->count; line++)
		{
			sum += column->clues[line * CLUE_COUNT + i];
			squares += column->clues[line * CLUE_COUNT + i] * column->clues[line * CLUE_COUNT + i];
		}
		column->spread[i] =
			fmax(sqrt(squares / column->count - sum / column->count * sum / column->count),
				 LEAST_SPREAD);
	}
	weights[CLUE_COUNT] = log((double) column->positive / (column->count - column->positive));
	for (int round = 0; round < ROUNDS && improve(column, weights) > 1e-4 * loss(column, weights);
		 round++)
		;
	for (int i = 0; i < CLUE_COUNT; i++)
		weights[i] /= column->spread[i];
}

/* Fits all columns. */
static bool
fit_all(void)
{
	for (int way = 0; way < COLUMNS; way += 3)
	{
		size_t		count = 0,
					positive = 0;

		for (int i = way; i < way + 3; i++)
		{
			Column	   *column = &columns[i];

			if (column->positive == 0 || column->positive == column->count)
				return false;
			fit(column);
			/*
			 * postings cut off behind a heading teach that
			 * what it heads is a beginning: it never is
			 */
			if (column->weights[CLUE_HEADED] > 0)
			{
				for (size_t line = 0; line < column->count; line++)
					column->clues[line * CLUE_COUNT + CLUE_HEADED] = 0;
				fit(column);
			}
			count += column->count;
			positive += column->positive;
			fprintf(stderr, "column %d: %zu lines, %zu beginnings\n", i, column->count,
					column->positive);
		}
		for (int i = way; i < way + 3; i++)
			columns[i].weights[CLUE_COUNT] -= log((double) positive / (count - positive));
	}
	return true;
}

/* Takes the weights as split_weights.h has them. */
static void
keep_all(void)
{
	for (int i = 0; i < TERMS; i++)
		for (int column = 0; column < COLUMNS; column++)
			columns[column].weights[i] = weights[column][i] / 100.0;
}

/* What a line's clues sum up to at the end of a stage. */
static double
sum_until(const Column *column, size_t line, int stage)
{
	int			to = stage + 1 < SPLIT_STAGES ? (int) split_stages[stage + 1].first : CLUE_COUNT;
	double		sum = column->weights[CLUE_COUNT];

	for (int i = 0; i < to; i++)
		sum += column->weights[i] * column->clues[line * CLUE_COUNT + i];
	return sum;
}

/* Finds what the surest line of each page sums up to, of those that begin postings. */
static double *
find_surest(void)
{
	double	   *surest = calloc(n_pages + 1, sizeof(double));

	if (surest == NULL)
		exit(1);
	for (Column *column = columns; column < columns + COLUMNS; column++)
		for (size_t line = 0; line < column->count; line++)
			if (column->begins[line])
				surest[column->pages[line]] =
					fmax(surest[column->pages[line]], sum_until(column, line, SPLIT_STAGES - 1));
	return surest;
}

/* Lists what the surest lines of all pages sum up to at the end of a stage. */
static size_t
list_sums(int stage, int way, const double *surest, double *sums)
{
	size_t		n = 0;

	for (int c = way % 3; c < COLUMNS; c += 3)
		for (size_t line = 0; line < columns[c].count; line++)
			if (columns[c].begins[line] && columns[c].manners[line] == way / 3)
			{
				double		sum = sum_until(&columns[c], line, SPLIT_STAGES - 1);

				sums[n] = sum_until(&columns[c], line, stage);
				n += sum > sure[way / 3] && sum == surest[columns[c].pages[line]];
			}
	return n;
}

/* Orders two numbers. */
static int
by_size(const void *a, const void *b)
{
	double		left = *(const double *) a,
				right = *(const double *) b;

	return (left > right) - (left < right);
}

/* Prints what hardly the surest line of a page stays below, by stage. */
static void
print_hopeless(void)
{
	size_t		all = 1;
	double	   *sums,
			   *surest = find_surest();

	for (int column = 0; column < COLUMNS; column++)
		all += columns[column].positive;
	sums = malloc(all * sizeof(double));
	if (sums == NULL)
		exit(1);
	for (int stage = 0; stage < SPLIT_STAGES; stage++)
		for (int way = 0; way < SPLIT_WAYS; way++)
		{
			size_t		n = list_sums(stage, way, surest, sums);

			qsort(sums, n, sizeof(double), by_size);
			printf("%ld%c", n > 0 ? lround(100 * sums[n * rare[way / 3] / 1000]) - 1 : INT16_MIN,
				   way + 1 < SPLIT_WAYS ? ' ' : '\n');
		}
}

/* Stands in for split.c, which needs the weights. */
uint32_t
split_document(Doc *doc, uint32_t **starts, bool *sure)
{
	(void) doc;
	(void) starts;
	(void) sure;
	return 1;
}

int
main(int argc, char **argv)
{
	uint32_t	len,
				n_starts,
				starts[64];

	while (fread(&len, 4, 1, stdin) == 1)
	{
		char	   *raw = malloc(len + 1);
		void	   *chunks = NULL;
		Arena		arena;
		jmp_buf		jump;
		Doc			doc;
		ParseInput	input = {.raw = raw, .len = len};

		if (raw == NULL || fread(&n_starts, 4, 1, stdin) != 1 || n_starts > 64 ||
			fread(starts, 4, n_starts, stdin) != n_starts || fread(raw, 1, len, stdin) != len)
			return 1;
		posting_arena_init(&arena, grow, &chunks, NULL, 0);
		arena.failed = &jump;
		if (setjmp(jump))
			return 1;
		open_document(&arena, &input, &doc);
		if (doc.n_tokens > 0)
			read_lines(&doc, starts, n_starts);
		n_pages++;
		free_chunks(chunks);
		free(raw);
	}
	(void) argv;
	if (argc > 1)
		keep_all();
	else if (!fit_all())
		return 1;
	for (int i = 0; i < TERMS; i++)
		for (int column = 0; column < COLUMNS; column++)
			printf("%ld%c", lround(100 * columns[column].weights[i]),
				   column + 1 < COLUMNS ? ' ' : '\n');
	print_hopeless();
	return 0;
}
