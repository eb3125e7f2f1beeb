/*
 * document.c
 *		Fuzz target: every function of the core's door over one text.
 *
 * The text is mended to what a database can hold, valid UTF-8 without zero
 * bytes, unless it begins with 0xFF: then it is read as it is.  Besides not
 * crashing, all that comes out must lie within the text, be valid UTF-8 again,
 * and be the same when it is read a second time in other memory.
 */
#include <utf8proc.h>

#include "json.h"

/* The text being read. */
static struct
{
	const char *s;
	uint32_t	len;
	bool		mended;
	uint64_t	digest;
} input;

/* Counts a number to the digest of what came out. */
static void
note(uint64_t number)
{
	input.digest = (input.digest ^ number) * UINT64_C(0x100000001B3);
}

/* Copies the text, every byte that a database could not hold replaced. */
static char *
mend(const uint8_t *data, size_t size)
{
	char	   *copy = malloc(size > 0 ? size : 1);

	for (size_t i = 0; i < size;)
	{
		utf8proc_int32_t code;
		utf8proc_ssize_t n = utf8proc_iterate(data + i, size - i, &code);

		if (n <= 0 || code == 0)
		{
			copy[i++] = '?';
			continue;
		}
		memcpy(copy + i, data + i, n);
		i += n;
	}
	return copy;
}

static void
check_string(Str string)
{
	note(string.len);
	for (uint32_t i = 0; i < string.len;)
	{
		utf8proc_int32_t code;
		utf8proc_ssize_t n =
			utf8proc_iterate((const uint8_t *) string.s + i, string.len - i, &code);

		MUST(!input.mended || (n > 0 && code != 0));
		note((uint8_t) string.s[i]);
		i += n > 0 ? n : 1;
	}
}

static void
check_span(Span at)
{
	MUST(at.start <= at.stop && at.stop <= input.len);
	note(at.start);
	note(at.stop);
}

static void
check_skills(const Skill *skills, uint32_t n)
{
	MUST(n <= POSTING_MAX_SKILLS);
	for (uint32_t i = 0; i < n; i++)
	{
		const Skill *skill = &skills[i];

		MUST(skill->name.len > 0 && skill->requirement <= REQUIREMENT_MENTIONED);
		MUST(skill->n_at >= 1 && skill->n_at <= POSTING_MAX_SPANS);
		check_string(skill->name);
		note(skill->requirement);
		note(skill->years_min);
		note(skill->years_max);
		for (uint32_t k = 0; k < skill->n_at; k++)
			check_span(skill->at[k]);
	}
}

static void
check_pay(const Pay *pay)
{
	MUST(pay->min != PAY_UNBOUNDED || pay->max != PAY_UNBOUNDED);
	MUST(pay->min == PAY_UNBOUNDED || pay->min >= 0);
	MUST(pay->max == PAY_UNBOUNDED || pay->max >= pay->min);
	MUST(pay->period <= PERIOD_YEAR && pay->kind <= PAY_EQUITY && pay->tax <= TAX_NET);
	MUST(pay->n_at <= POSTING_MAX_SPANS && pay->rule.len > 0);
	for (int i = 0; i < 3; i++)
		MUST(pay->currency[i] >= 'A' && pay->currency[i] <= 'Z');
	note(pay->min);
	note(pay->max);
	check_string((Str) {pay->currency, 3});
	note(pay->period);
	note(pay->kind);
	note(pay->tax);
	note(pay->payments_per_year);
	note(pay->period_stated);
	check_string(pay->place);
	check_string(pay->note);
	check_string(pay->rule);
	for (uint32_t k = 0; k < pay->n_at; k++)
		check_span(pay->at[k]);
}

static void
check_lists(const Posting *posting)
{
	MUST(posting->n_pays <= POSTING_MAX_PAYS && posting->n_locations <= POSTING_MAX_PLACES);
	MUST(posting->n_sections <= POSTING_MAX_SECTIONS &&
		 posting->n_evidence <= POSTING_MAX_EVIDENCE);
	for (uint32_t i = 0; i < posting->n_locations; i++)
	{
		check_string(posting->locations[i].city);
		check_string(posting->locations[i].region);
		check_string(posting->locations[i].country);
	}
	for (uint32_t i = 0; i < posting->n_pays; i++)
		check_pay(&posting->pays[i]);
	check_skills(posting->skills, posting->n_skills);
	check_skills(posting->soft_skills, posting->n_soft_skills);
	for (uint32_t i = 0; i < posting->n_remote_scope; i++)
		check_string(posting->remote_scope[i]);
	for (uint32_t i = 0; i < posting->n_languages; i++)
		check_string(posting->languages[i]);
	for (uint32_t i = 0; i < posting->n_language_levels; i++)
	{
		check_string(posting->language_levels[i].language);
		check_string(posting->language_levels[i].level);
	}
	for (uint32_t i = 0; i < posting->n_sections; i++)
	{
		MUST(posting->sections[i].zone <= ZONE_OTHER);
		check_span(posting->sections[i].at);
	}
	for (uint32_t i = 0; i < posting->n_evidence; i++)
	{
		MUST(posting->evidence[i].field < FIELD_COUNT && posting->evidence[i].rule.len > 0);
		note(posting->evidence[i].field);
		check_string(posting->evidence[i].rule);
		check_span(posting->evidence[i].at);
	}
}

static void
check_posting(const Posting *posting)
{
	const Str	strings[] = {posting->title, posting->occupation, posting->company, posting->agency,
	posting->pay_words, posting->reference, posting->text_language};
	const uint64_t numbers[] = {posting->workplace, posting->employment_type, posting->seniority,
		posting->pay_statement, posting->education, posting->education_required, posting->benefits,
		posting->visa_sponsorship, posting->hours_min, posting->hours_max, posting->experience_min,
		posting->experience_max, posting->date_posted, posting->valid_through, posting->postings,
		posting->truncated, posting->raw_length, posting->version
	};

	for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); i++)
		check_string(strings[i]);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		note(numbers[i]);
	MUST(posting->workplace < WORKPLACE_ONSITE << 1 &&
		 posting->employment_type < EMPLOYMENT_PER_DIEM << 1);
	MUST(posting->benefits < BENEFIT_TRANSPORT << 1 && posting->seniority <= SENIORITY_EXECUTIVE);
	MUST(posting->education <= EDUCATION_DOCTORATE && posting->pay_statement <= PAY_STATED);
	MUST(posting->hours_max < 0 || posting->hours_min <= posting->hours_max);
	MUST(posting->experience_max < 0 || posting->experience_min <= posting->experience_max);
	MUST(posting->text_language.len == 0 || posting->text_language.len == 2);
	check_lists(posting);
}

static void
check_mentions(const Mention *mentions, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
	{
		MUST(mentions[i].field < FIELD_COUNT);
		check_string(mentions[i].value);
		check_string(mentions[i].mention);
		check_string(mentions[i].requirement);
		check_string(mentions[i].rule);
		check_string(mentions[i].reason);
		check_span(mentions[i].at);
	}
}

/*
 * Reads the text in every way, in memory that is filled
 * with a byte; returns a digest of what came out.
 */
static uint64_t
read_all(int filling)
{
	static const Host host = {NULL, json_read};
	FuzzMemory	memory = {.filling = filling};
	ParseInput	in = {.raw = input.s, .len = input.len, .host = &host};
	Arena		arena;
	Posting		posting;
	PostingPart *parts = NULL;
	PostingSection *sections;
	Mention    *mentions;
	Str			text;
	uint32_t	n;

	input.digest = UINT64_C(0xCBF29CE484222325);
	posting_arena_init(&arena, fuzz_grow, &memory, NULL, 0);
	MUST(parse_posting(&arena, &in, &posting));
	check_posting(&posting);
	MUST(posting_mentions_of(&arena, &posting, input.s, input.len, &mentions, &n));
	check_mentions(mentions, n);
	MUST(parse_split(&arena, &in, &parts, &n));
	MUST(n == posting.postings);
	for (uint32_t i = 0; i < n; i++)
	{
		check_span(parts[i].at);
		MUST(i == 0 || parts[i - 1].at.stop <= parts[i].at.start);
		check_posting(&parts[i].posting);
	}
	MUST(parse_text(&arena, &in, &text));
	check_string(text);
	MUST(parse_sections(&arena, &in, &sections, &n));
	for (uint32_t i = 0; i < n; i++)
	{
		MUST(sections[i].zone <= ZONE_OTHER);
		check_string(sections[i].heading);
		check_string(sections[i].body);
		check_span(sections[i].at);
	}
	MUST(parse_explain(&arena, &in, &mentions, &n));
	check_mentions(mentions, n);
	fuzz_free(&memory);
	return input.digest;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char	   *text;
	uint64_t	digest;

	input.mended = size == 0 || data[0] != 0xFF;
	if (!input.mended)
	{
		data++;
		size--;
	}
	text = input.mended ? mend(data, size) : memcpy(malloc(size > 0 ? size : 1), data, size);
	input.s = text;
	input.len = (uint32_t) size;
	digest = read_all(0xA5);
	MUST(read_all(0x5A) == digest);
	free(text);
	return 0;
}
