/*
 * source.c
 *		Tests of reading raw bytes: markup, entities, mojibake, the map back.
 */
#include "tap.h"

/* The readable text of raw bytes. */
static const char *
readable(const char *raw)
{
	static char out[8192];
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	Source		source;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	source_read(&arena, raw, (uint32_t) strlen(raw), NULL, &source);
	snprintf(out, sizeof(out), "%.*s", (int) source.len, source.text);
	chunks_free(&chunks);
	return out;
}

/* Whether the map leads every byte of the text to one of raw, in order. */
static bool
map_holds(const char *raw)
{
	Chunks		chunks = {.fail_at = -1};
	Arena		arena;
	Source		source;
	uint32_t	len = (uint32_t) strlen(raw);
	uint32_t	last = 0;
	bool		holds = true;

	posting_arena_init(&arena, chunks_grow, &chunks, NULL, 0);
	source_read(&arena, raw, len, NULL, &source);
	for (uint32_t i = 0; i < source.len; i++)
	{
		uint32_t	start = source_start(&source, i);
		uint32_t	stop = source_stop(&source, i + 1);

		holds &= start >= last && start < stop && stop <= len;
		last = start;
	}
	chunks_free(&chunks);
	return holds;
}

#define SCRIPTED(description)                                                                      \
	"<html><script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"title\": "           \
	"\"Welder\", \"description\": \"" description "\"}</script>"                                   \
	"<body><h1>Welder</h1><p>Please turn scripts on.</p></body></html>"
#define DUTIES                                                                                     \
	"You weld frames of steel for gates and stairs, read the drawings of the office, and keep "    \
	"the workshop in order. We ask for two years "                                                 \
	"at the bench, a licence for MIG and TIG, and a sure hand. The shift begins at six in the "    \
	"morning, and we pay every hour of overtime. "                                                 \
	"Come by on any Friday, look at the work, and talk to the people who do it."

int
main(void)
{
	static const char *const shapes[] = {
		"plain text",
		"a &amp; b &lt; c",
		"<p>one</p><p>two</p>",
		"<ul><li>a</li><li>b</li></ul>",
		"&lt;p&gt;Pay: &amp;pound;30k&lt;/p&gt;",
		"caf\xC3\x83\xC2\xA9 <b>x</b>",
		"<div><script>x</script>y</div>",
		"<!-- never closed",
		"<<<>>>",
		"<p",
		"&#8211;&#x2F;",
		"<br><br><br>x",
		"a\n\n\n\nb<p>c",
		SCRIPTED("<p>" DUTIES "<\\/p>\\n\\u2022 Caf\\u00e9 \\ud83d\\ude00 \\q"),
		SCRIPTED("&lt;p&gt;" DUTIES "&lt;/p&gt;")};

	is(readable("plain 5 < 6 text"), "plain 5 < 6 text", "plain text stays as it is");
	is(readable("Research &amp; development &#8211; R&amp;D"),
	   "Research & development \xE2\x80\x93 R&D", "entities are resolved");
	is(readable("<p>One</p><p>Two</p>"), "One\n\nTwo\n\n", "paragraphs become lines");
	is(readable("<ul><li>Python</li><li>SQL</li></ul>"), "- Python\n- SQL\n",
	   "list items become bullets");
	is(readable("a<script>var x = '<p>';</script>b"), "a\nb", "scripts fall away");
	is(readable("x<style>p{}</style>y"), "x\ny", "style sheets fall away");
	is(readable("&lt;p&gt;Pay &amp;amp; perks&lt;/p&gt;"), "Pay & perks\n\n",
	   "doubly escaped markup is resolved");
	is(readable("caf\xC3\x83\xC2\xA9"), "caf\xC3\xA9", "mojibake is mended");
	is(readable("Acme\xC2\x89\xC3\x9B\xC2\xAAs, it\xC3\x9B\xC2\xAAs"), "Acme's, it's",
	   "so is a quote with and without the control character before it");
	is(readable("Nine\xC3\x82 years"), "Nine  years", "half a no-break space is a blank");
	is(readable("\xC3\xA2\xE2\x82\xAC\xE2\x80\x9C"), "\xE2\x80\x93",
	   "a dash read as Windows-1252 is mended");
	is(readable("\xC3\xA9t\xC3\xA9"), "\xC3\xA9t\xC3\xA9", "sound UTF-8 stays");
	is(readable("a <unknown> tag"), "a <unknown> tag", "what is no tag of HTML is text");
	is(readable("x <!-- note --> y <b>z</b>"), "x  y z", "comments fall away");
	is(readable(SCRIPTED("<p>" DUTIES "<\\/p><p>\\u00dcber uns<\\/p>")),
	   DUTIES "\n\n\xC3\x9C"
			  "ber uns\n\n",
	   "a page without its text is read from its JSON-LD");
	is(readable(SCRIPTED("&lt;p&gt;" DUTIES "&lt;/p&gt;")), DUTIES "\n\n",
	   "so is an escaped description");
	is(readable("<p>caf\xC3\x83\xC2\xA9</p>" SCRIPTED(DUTIES)), DUTIES,
	   "so is a page with mojibake");
	is(readable(SCRIPTED("You weld.")), "Welder\n\nPlease turn scripts on.\n\n",
	   "a short description is a teaser");
	is(readable(SCRIPTED(DUTIES) "<p>" DUTIES "</p>"),
	   "Welder\n\nPlease turn scripts on.\n\n" DUTIES "\n\n",
	   "a page that shows its description is read as it is");
	is(readable(SCRIPTED(DUTIES) SCRIPTED(DUTIES)),
	   "Welder\n\nPlease turn scripts on.\n\nWelder\n\nPlease turn scripts on.\n\n",
	   "a page of two such blocks, too");
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		ok(map_holds(shapes[i]), "the map of '%s' leads back in order", shapes[i]);
	return done_testing();
}
