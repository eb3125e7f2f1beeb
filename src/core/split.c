/*
 * split.c
 *		Several postings in one document.
 *
 * A posting may begin at any line that stands behind a body of text.  What speaks
 * for it and against it (split_clues.c) is weighed: the sum tells how much
 * likelier the line is where a posting begins, as a logarithm in hundredths.
 *
 * Whoever joins postings parts them all alike.  So a page is judged by all lines
 * that are parted in one way together: how much likelier they are if some share
 * of them begin postings than if none does.
 */
#include <stdlib.h>

#include "split.h"
#include "split_clues.h"
#include "split_weights.h"

/* A line that cannot begin a posting, among the scores. */
#define NO_SCORE		INT16_MIN

/* A line's score tells no more than this. */
#define MOST_SCORE		900

/* What the share of lines that begin postings adds to their scores, tried in such steps. */
#define LEAST_SHARE		(-600)
#define SHARE_STEP		50

/* What is known beforehand of the ways to part lines, by Manner; all in hundredths. */
static const struct
{
	/* a lower score than minus this counts as that: the line begins nothing */
	int16_t		most_share;
	int16_t		share;			/* the usual one, where there are postings to part */
	int16_t		strain;			/* the cost of each hundred away from it */
	int16_t		doubt;			/* what the lines must reach together */
	int16_t		lone_doubt;		/* and more where only one of them begins a posting */
	/* a page with one likely line is not looked at closely where its score is lower */
	int16_t		lone_score;
}			manners[] = {
	[PARTED_BREAK] = {200, -300, 35, 220, 200, 380},
	[PARTED_BLANK] = {200, -500, 80, 500, 150, 600},
	[PARTED_BLANKS] = {400, 0, 20, 260, 260, 320},
	[PARTED_RULE] = {500, 250, 40, 80, 180, 280}
};

/* By how much a line must beat one shortly before it. */
#define BETTER_SEAM		200

/*
 * A page whose lines reach more than this each holds several postings, whatever they are called.
 * Of 856 pages joined from labelled postings 32 name no two titles, and 26 of these reach it;
 * of 21 postings cut wrongly, in which one title is said again and again, none does.
 */
#define SURE_SEAM		300

/* What a line behind another rule needs more, where rules part the postings. */
#define OTHER_RULE		600

/*
 * So many ways to part lines are looked at closely, if their lines come near what they must reach.
 */
#define MOST_PARTINGS	3
#define NEAR_PAGE		(-100)

/* Text that opens a page and is no posting of its own is no longer than this, in bytes. */
#define MOST_PREFACE	400

/* So many parts, of less running text than this in bytes each, may be the cards of a search. */
#define MANY_CARDS		8
#define MOST_CARD		600

/* The best that the clues of later stages can add to a score, by column of the weights. */
typedef struct Bounds
{
	int32_t		later[SPLIT_STAGES][9];
	bool		known[9];		/* the columns that are summed up already */
} Bounds;

/* Lines that are weighed, and those of them where postings begin. */
typedef struct Seams
{
	int16_t    *scores;			/* of each line, or NO_SCORE */
	uint32_t   *starts;			/* lines */
	uint32_t	count;
} Seams;

/* A way to part lines, as judged. */
typedef struct Judgement
{
	uint32_t	parting;
	int32_t		share;			/* what it adds to the scores of its lines */
	int32_t		worth;
} Judgement;

/* Notes what the later stages can add in a column. */
static void
make_bounds(const Outline *outline, Bounds *bounds, int column)
{
	int			stage = SPLIT_STAGES - 1;
	int32_t		sum = 0;

	for (int i = CLUE_COUNT - 1; stage > 0; i--)
	{
		if (weights[column][i] > 0)
			sum += weights[column][i] * outline->most[i];
		if (i == (int) split_stages[stage].first)
			bounds->later[stage--][column] = sum;
	}
	bounds->known[column] = true;
}

/*
 * Reads the clues of a stage, and with the first the column
 * of the weights; returns what they weigh.
 */
static int32_t
weigh_stage(Doc *doc, Outline *outline, Segment *segment, uint32_t line, int stage,
			int16_t *clues, int *column)
{
	int			from = (int) split_stages[stage].first;
	int to = stage + 1 < SPLIT_STAGES ? (int) split_stages[stage + 1].first : CLUE_COUNT;
	int32_t		sum = 0;

	split_stages[stage].read(doc, outline, segment, line, clues);
	if (stage == 0)
	{
		*column = split_column(clues);
		sum = weights[*column][CLUE_COUNT];
	}
	for (int i = from; i < to; i++)
		sum += weights[*column][i] * clues[i];
	return sum;
}

/*
 * The score of a line whose clues stand no lower, at any stage, than those of
 * the surest lines of nearly all pages of several postings; 0 for all others.
 */
static int32_t
likely_score(Doc *doc, Outline *outline, Segment *segment, uint32_t line, Manner manner)
{
	int16_t		clues[CLUE_COUNT] = {0};
	int32_t		score = 0;
	int			column;

	for (int stage = 0; stage < SPLIT_STAGES; stage++)
	{
		score += weigh_stage(doc, outline, segment, line, stage, clues, &column);
		if (score <= hopeless[stage][3 * (int) manner + column % 3])
			return 0;
	}
	return score;
}

/*
 * Whether lines are likely to begin postings, two or a sure one:
 * a glance tells already of nearly all pages that none are.
 */
static bool
is_worth_a_look(Doc *doc, Outline *outline)
{
	Segment		segment = {0};
	uint32_t	likely = 0;

	for (uint32_t i = 0; i < doc->n_lines; i++)
	{
		if (split_is_candidate(doc, outline, &segment, i))
		{
			Manner		manner = split_manner(outline, i);
			int32_t		score = likely_score(doc, outline, &segment, i, manner);

			likely += score > 0;
			if (likely > 1 || (likely == 1 && score >= manners[manner].lone_score))
				return true;
		}
		split_read_on(doc, outline, &segment, i);
	}
	return false;
}

/*
 * Weighs the clues of a line, up to where they cannot
 * reach the least score that matters any more.
 */
static int32_t
weigh(Doc *doc, Outline *outline, Segment *segment, uint32_t line, int32_t least, Bounds *bounds)
{
	int16_t		clues[CLUE_COUNT] = {0};
	int32_t		score = 0;
	int			column;

	for (int stage = 0; stage < SPLIT_STAGES; stage++)
	{
		score += weigh_stage(doc, outline, segment, line, stage, clues, &column);
		if (stage == 0 && !bounds->known[column])
			make_bounds(outline, bounds, column);
		if (stage + 1 < SPLIT_STAGES && score <= least - bounds->later[stage + 1][column])
			return least;
	}
	return score > MOST_SCORE ? MOST_SCORE : score < least ? least : score;
}

/* The logarithm of 1 + e^x, all in hundredths. */
static int32_t
softplus(int32_t x)
{
	static const uint8_t rest[] = {69, 58, 47, 39, 31, 25, 20, 16, 13, 10, 8,
								   6,  5,  4,  3,  2,  2,  1,  1,  1,  1,  1};
	uint32_t	at = (uint32_t) abs(x) / 25;

	return (x > 0 ? x : 0) + (at < sizeof(rest) ? rest[at] : 0);
}

/*
 * How much likelier the lines of one way are if postings begin
 * at a share of them: at the share that makes the most of it.
 */
static Judgement
judge_page(const Outline *outline, const int16_t *scores, uint32_t parting)
{
	const Manner manner = (Manner) outline->manners[parting];
	Judgement	best = {parting, LEAST_SHARE, INT32_MIN};

	for (int32_t share = LEAST_SHARE; share <= manners[manner].most_share; share += SHARE_STEP)
	{
		int32_t sum = -manners[manner].doubt -
					  manners[manner].strain * abs(share - manners[manner].share) / 100;
		const int32_t none = softplus(share);

		for (uint32_t m = outline->members[parting]; m > 0; m = outline->before[m - 1])
			if (scores[(m - 1) / 2] != NO_SCORE)
				sum += softplus(scores[(m - 1) / 2] + share) - none;
		if (sum > best.worth)
			best = (Judgement) {parting, share, sum};
	}
	return best;
}

/* The share before anything is known of a way: the fewer lines, the more of them begin postings. */
static int32_t
first_share(const Outline *outline, const LineFacts *line)
{
	uint32_t lines =
		outline->parted[line->partings[1] != NO_PARTING ? line->partings[1] : line->partings[0]];
	int32_t		share = 50;

	for (; lines > 1 && share > LEAST_SHARE; lines /= 2)
		share -= 69;
	return share;
}

/*
 * Whether a line may begin a posting where they are
 * parted in one way, and what that adds to its score.
 */
static bool
is_parted(const Outline *outline, uint32_t line, const Judgement *way, int32_t *share)
{
	const LineFacts *facts = &outline->lines[line];

	if (way == NULL)
		*share = first_share(outline, facts);
	else if (facts->partings[0] == way->parting || facts->partings[1] == way->parting)
		*share = way->share;
	else if (outline->manners[way->parting] == PARTED_RULE &&
			 split_manner(outline, line) == PARTED_RULE)
		*share = way->share - OTHER_RULE;
	else
		return false;
	return true;
}

/*
 * Finds the lines where postings begin if they are parted in one way, or, where
 * none is given, in any.
 */
static void
find_seams(Doc *doc, Outline *outline, Bounds *bounds, const Judgement *way, Seams *seams)
{
	Segment		segment = {0};
	int32_t		best = 0;
	uint32_t	best_line = 0;

	seams->count = 0;
	for (uint32_t i = 0; i <= doc->n_lines; i++)
	{
		int32_t		share;

		if (best > 0 && (i == doc->n_lines ||
						 outline->lines[i].body - outline->lines[best_line].body >= MIN_BODY))
		{
			seams->starts[seams->count++] = best_line;
			segment = (Segment) {.line = best_line};
			for (uint32_t k = best_line; k < i; k++)
				split_read_on(doc, outline, &segment, k);
			best = 0;
		}
		if (i == doc->n_lines)
			break;
		seams->scores[i] = NO_SCORE;
		if (split_is_candidate(doc, outline, &segment, i) && is_parted(outline, i, way, &share))
		{
			int32_t		least = -manners[split_manner(outline, i)].most_share;
			int32_t		score = weigh(doc, outline, &segment, i, least, bounds);

			seams->scores[i] = (int16_t) score;
			score += share;
			/* the text under a board's header does not begin where its "Apply now" ends */
			if (score > (best > 0 ? best + BETTER_SEAM : 0) &&
				(best == 0 || split_is_title(doc, outline, i) ||
				 !split_is_title(doc, outline, best_line)))
			{
				best = score;
				best_line = i;
			}
		}
		if (best == 0)
			split_read_on(doc, outline, &segment, i);
	}
}

/*
 * Keeps the seams that are likely still, now that the
 * share of the lines that begin postings is known better.
 */
static void
keep_seams(const Outline *outline, const Judgement *way, Seams *seams)
{
	uint32_t	kept = 0;
	int32_t		share;

	for (uint32_t i = 0; i < seams->count; i++)
		if (is_parted(outline, seams->starts[i], way, &share) &&
			seams->scores[seams->starts[i]] + share > 0)
			seams->starts[kept++] = seams->starts[i];
	seams->count = kept;
}

/*
 * Finds the ways to part lines that may part postings, the likeliest first; returns their number.
 */
static uint32_t
likely_partings(const Doc *doc, const Outline *outline, const int16_t *scores, Judgement *likely)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < 2 * doc->n_lines; i++)
	{
		uint32_t	parting = outline->lines[i / 2].partings[i % 2];
		Judgement	own;
		uint32_t	k;

		/*
		 * a way is judged once, and only where one of its
		 * lines is likelier than not to begin a posting
		 */
		if (parting == NO_PARTING || outline->members[parting] != i + 1)
			continue;
		own.worth = 0;
		for (uint32_t m = outline->members[parting]; m > 0 && own.worth == 0;
			 m = outline->before[m - 1])
			own.worth = scores[(m - 1) / 2] > 0;
		if (own.worth == 0)
			continue;
		own = judge_page(outline, scores, parting);
		if (own.worth <= NEAR_PAGE)
			continue;
		for (k = n < MOST_PARTINGS ? n++ : MOST_PARTINGS; k > 0 && likely[k - 1].worth < own.worth;
			 k--)
			if (k < MOST_PARTINGS)
				likely[k] = likely[k - 1];
		if (k < MOST_PARTINGS)
			likely[k] = own;
	}
	return n;
}

/* Whether a stretch names no role and tells of no work: an employer's words about itself. */
static bool
is_no_posting(const Doc *doc, uint32_t from, uint32_t to)
{
	const Marks *marks = &doc->marks[KIND_TITLE];

	for (uint32_t i = from; i < to; i++)
		if (doc->tokens[i].zone == ZONE_DUTIES || doc->tokens[i].zone == ZONE_REQUIREMENTS ||
			doc->tokens[i].zone == ZONE_PREFERRED)
			return false;
	for (const Mark *mark = mark_from(doc, KIND_TITLE, from);
		 mark != NULL && mark < marks->items + marks->count && mark->from < to; mark++)
		if (!(mark->entry->flags & (ENTRY_LEVEL | ENTRY_WEAK)) &&
			doc->tokens[mark->from].shape & SHAPE_FIRST_UPPER)
			return false;
	return true;
}

/* Whether an ellipsis stands at a token, as one sign or three. */
static bool
is_ellipsis(const Doc *doc, uint32_t i)
{
	return token_punct(doc, i, '.') && (doc->tokens[i].len > 1 || (token_punct(doc, i + 1, '.') &&
																   token_punct(doc, i + 2, '.')));
}

/*
 * Whether a part is the card of a search: a quoted begin that
 * breaks off, or a time since it was posted ("3 days ago").
 */
static bool
is_card(const Doc *doc, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (is_ellipsis(doc, i) || (token_in(doc, i, WORDS_TEASERS_AGO) && i > from + 1 &&
									token_in(doc, i - 1, WORDS_TEASERS_AGES)))
			return true;
	return false;
}

/* Whether three of four parts are cards of a search: the jobs have their descriptions elsewhere. */
static bool
are_cards(const Doc *doc, const uint32_t *starts, uint32_t n)
{
	uint32_t	cards = 0;

	for (uint32_t i = 0; i < n; i++)
		cards += is_card(doc, starts[i], i + 1 < n ? starts[i + 1] : doc->n_tokens);
	return cards * 4 >= n * 3;
}

/* Finds the lines where postings begin, and how sure that is; returns their number. */
static uint32_t
split_lines(Doc *doc, Outline *outline, uint32_t *starts, bool *sure)
{
	Bounds		bounds = {0};
	Judgement	likely[MOST_PARTINGS];
	uint32_t	n_likely;
	Seams		seams;
	int32_t		best = 0;
	uint32_t	count = 0;

	seams.scores = arena_alloc(doc->arena, (doc->n_lines + 1) * sizeof(int16_t));
	seams.starts = arena_alloc(doc->arena, (doc->n_lines + 1) * sizeof(uint32_t));
	find_seams(doc, outline, &bounds, NULL, &seams);
	n_likely = likely_partings(doc, outline, seams.scores, likely);
	for (uint32_t k = 0; k < n_likely; k++)
	{
		Judgement	way;

		CHECK_INTERRUPTS(doc);
		find_seams(doc, outline, &bounds, &likely[k], &seams);
		way = judge_page(outline, seams.scores, likely[k].parting);
		keep_seams(outline, &way, &seams);
		if (seams.count == 1)
			way.worth -= manners[split_manner(outline, seams.starts[0])].lone_doubt;
		if (way.worth <= best || seams.count == 0)
			continue;
		best = way.worth;
		count = seams.count;
		memcpy(starts, seams.starts, count * sizeof(uint32_t));
	}
	*sure = best >= SURE_SEAM * (int32_t) count;
	return count;
}

/* Finds the first token of each posting. */
uint32_t
split_document(Doc *doc, uint32_t **starts, bool *sure)
{
	Outline		outline;
	uint32_t   *lines;
	uint32_t	skip = 0;
	uint32_t	n;

	if (is_teaser_page(doc))
		return 0;
	CHECK_INTERRUPTS(doc);
	*starts = arena_zero(doc->arena, (doc->n_lines + 2) * sizeof(uint32_t));
	if (!split_outline(doc, &outline) || !is_worth_a_look(doc, &outline))
		return 1;
	CHECK_INTERRUPTS(doc);
	split_look_closely(doc, &outline);
	lines = arena_alloc(doc->arena, (doc->n_lines + 1) * sizeof(uint32_t));
	n = split_lines(doc, &outline, lines, sure);
	for (uint32_t i = 0; i < n; i++)
		(*starts)[i + 1] = doc->lines[lines[i]].from;
	/* what opens the page without a job belongs to the first that comes */
	while (skip < n &&
		   outline.lines[lines[skip]].body - (skip > 0 ? outline.lines[lines[skip - 1]].body : 0) <
			   MOST_PREFACE &&
		   is_no_posting(doc, (*starts)[skip], (*starts)[skip + 1]))
		skip++;
	memmove(*starts + 1, *starts + 1 + skip, (n - skip) * sizeof(uint32_t));
	n -= skip;
	if (n >= MANY_CARDS && outline.lines[doc->n_lines].body < MOST_CARD * n &&
		are_cards(doc, *starts, n + 1))
		return 0;
	return n + 1;
}
