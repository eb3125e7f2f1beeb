/*
 * source.c
 *		HTML, entities and mojibake (see source.h).
 *
 * Each pass copies the text before it and notes, piece by piece, where it came
 * from; a plain text takes no pass at all and is read where it lies.
 */
#include <stdlib.h>

#include <utf8proc.h>

#include "source.h"

/* One pass: its input, and the output as it grows. */
typedef struct Pass
{
	Arena	   *arena;
	const char *in;
	uint32_t	len;
	char	   *out;			/* as long as the input: no pass makes text longer */
	uint32_t	out_len;
	Map			map;
	Source	   *source;
	bool		page;			/* a whole page: line breaks of its source mean nothing */
	/* where the front matter before the page ends: its lines are lines */
	uint32_t	front;
	bool		pre;
	bool		no_close;		/* no ">" is left */
	bool		no_comment_end;
	uint8_t		unclosed[128];	/* by tag: its closing tag is not to be found */
	int			breaks;			/* line breaks at the end of the output */
	uint32_t	emphasis_start;
	int			emphasis_level; /* -1 none, 0 bold, 1.. heading */
	void		(*interrupt) (void);	/* NULL: none */
	uint32_t	due;			/* where it is called next */
} Pass;

/* So far down the front matter of a page may end. */
#define FRONT_MATTER_BYTES	8192

/* Bytes between two calls of interrupt. */
#define INTERRUPT_BYTES	(64 * 1024)

/* Lets the host interrupt, now and then. */
static inline void
check_interrupt(Pass *p, uint32_t pos)
{
	if (pos < p->due || p->interrupt == NULL)
		return;
	p->interrupt();
	p->due = pos + INTERRUPT_BYTES;
}

/* Appends text made from raw [src, src + srclen). */
static void
put(Pass *p, const char *s, uint32_t n, uint32_t src, uint32_t srclen)
{
	MapPiece   *last = p->map.count ? &p->map.items[p->map.count - 1] : NULL;

	if (n == 0)
		return;
	if (last != NULL && n == srclen && last->src + last->srclen == src &&
		p->out_len - last->dst == last->srclen)
		last->srclen += srclen;
	else
		*VEC_ADD(p->arena, &p->map) = (MapPiece) {p->out_len, src, srclen};
	memcpy(p->out + p->out_len, s, n);
	p->out_len += n;
}

/* Entities by name; those that postings use. */
static const struct
{
	const char *name;
	const char *text;
} entities[] = {
	{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"},
	{"nbsp", " "}, {"ndash", "–"}, {"mdash", "—"}, {"hellip", "…"},
	{"lsquo", "‘"}, {"rsquo", "’"}, {"ldquo", "“"}, {"rdquo", "”"},
	{"bull", "•"}, {"middot", "·"}, {"pound", "£"}, {"euro", "€"},
	{"yen", "¥"}, {"cent", "¢"}, {"copy", "©"}, {"reg", "®"}, {"trade", "™"},
	{"deg", "°"}, {"frac12", "½"}, {"laquo", "«"}, {"raquo", "»"},
	{"auml", "ä"}, {"ouml", "ö"}, {"uuml", "ü"}, {"Auml", "Ä"}, {"Ouml", "Ö"},
	{"Uuml", "Ü"}, {"szlig", "ß"}, {"eacute", "é"}, {"egrave", "è"},
	{"ecirc", "ê"}, {"agrave", "à"}, {"acirc", "â"}, {"ccedil", "ç"},
	{"ocirc", "ô"}, {"icirc", "î"}, {"ucirc", "û"}, {"ugrave", "ù"},
	{"euml", "ë"}, {"iuml", "ï"}, {"Eacute", "É"}, {"Egrave", "È"},
	{"aacute", "á"}, {"iacute", "í"}, {"oacute", "ó"}, {"uacute", "ú"},
	{"ntilde", "ñ"}, {"Ntilde", "Ñ"}, {"atilde", "ã"}, {"otilde", "õ"},
	{"Aacute", "Á"}, {"Oacute", "Ó"}, {"Uacute", "Ú"}, {"aring", "å"},
	{"oslash", "ø"}, {"aelig", "æ"}, {"iexcl", "¡"}, {"iquest", "¿"},
	{"times", "×"}, {"para", "¶"}, {"sect", "§"}, {"shy", ""}, {"zwnj", ""},
	{"ensp", " "}, {"emsp", " "}, {"thinsp", " "}, {"sol", "/"}, {"num", "#"},
	{"plus", "+"}, {"comma", ","}, {"period", "."}, {"colon", ":"},
	{"dollar", "$"}, {"percnt", "%"}, {"lpar", "("}, {"rpar", ")"},
	{"ast", "*"}, {"excl", "!"}, {"quest", "?"}, {"Tab", " "}, {"NewLine", "\n"}
};

/* Reads a numeric entity ("#8211;", "#x2F;") at s; its length, or 0. */
static uint32_t
numeric_entity(const char *s, uint32_t len, char *text, uint32_t *n)
{
	uint32_t	i = 1;
	uint32_t	code = 0;
	uint32_t	base = 10;

	if (i < len && (s[i] == 'x' || s[i] == 'X'))
	{
		base = 16;
		i++;
	}
	for (uint32_t digits = 0; i < len && digits < 8; i++, digits++)
	{
		char		c = s[i];
		uint32_t    d = c >= '0' && c <= '9' ? (uint32_t) (c - '0')
						: base == 16 && (c | 32) >= 'a' && (c | 32) <= 'f'
							? (uint32_t) ((c | 32) - 'a' + 10)
							: 99;

		if (d == 99)
			break;
		code = code * base + d;
		if (code > 0x10FFFF)
			return 0;
	}
	if (code == 0 || i >= len || s[i] != ';' || (code >= 0xD800 && code <= 0xDFFF))
		return 0;
	*n = code == 0xA0 ? (text[0] = ' ', 1) :
		(uint32_t) utf8proc_encode_char((int32_t) code, (utf8proc_uint8_t *) text);
	return i + 1;
}

/* Reads the entity behind "&" at s; its length without "&", or 0. */
static uint32_t
read_entity(const char *s, uint32_t len, char *text, uint32_t *n)
{
	uint32_t	i = 0;

	if (len > 1 && s[0] == '#')
		return numeric_entity(s, len, text, n);
	while (i < len && i < 8 &&
		   ((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z' ? 1 : s[i] >= '0' && s[i] <= '9'))
		i++;
	if (i == 0 || i >= len || s[i] != ';')
		return 0;
	for (size_t k = 0; k < lengthof(entities); k++)
		if (strlen(entities[k].name) == i && memcmp(entities[k].name, s, i) == 0)
		{
			*n = (uint32_t) strlen(entities[k].text);
			memcpy(text, entities[k].text, *n);
			return i + 1;
		}
	return 0;
}

/* What a tag does to the text. */
typedef enum TagKind
{
	TAG_UNKNOWN, TAG_INLINE, TAG_BLOCK, TAG_ITEM, TAG_CELL, TAG_BREAK, TAG_BOLD,
	TAG_HEADING, TAG_SKIP, TAG_PRE
} TagKind;

static const struct
{
	const char *name;
	TagKind		kind;
} tags[] = {
	{"a", TAG_INLINE}, {"abbr", TAG_INLINE}, {"address", TAG_BLOCK},
	{"article", TAG_BLOCK}, {"aside", TAG_BLOCK}, {"b", TAG_BOLD},
	{"blockquote", TAG_BLOCK}, {"body", TAG_BLOCK}, {"br", TAG_BREAK},
	{"button", TAG_SKIP}, {"caption", TAG_BLOCK}, {"center", TAG_BLOCK},
	{"code", TAG_INLINE}, {"col", TAG_INLINE}, {"colgroup", TAG_INLINE},
	{"dd", TAG_BLOCK}, {"del", TAG_INLINE}, {"div", TAG_BLOCK}, {"dl", TAG_BLOCK},
	{"doctype", TAG_BLOCK}, {"dt", TAG_BLOCK}, {"em", TAG_INLINE},
	{"fieldset", TAG_BLOCK}, {"figure", TAG_BLOCK}, {"font", TAG_INLINE},
	{"footer", TAG_SKIP}, {"form", TAG_BLOCK}, {"h1", TAG_HEADING},
	{"h2", TAG_HEADING}, {"h3", TAG_HEADING}, {"h4", TAG_HEADING},
	{"h5", TAG_HEADING}, {"h6", TAG_HEADING}, {"head", TAG_BLOCK},
	{"header", TAG_BLOCK}, {"hr", TAG_BREAK}, {"html", TAG_BLOCK},
	{"i", TAG_INLINE}, {"iframe", TAG_SKIP}, {"img", TAG_INLINE},
	{"input", TAG_INLINE}, {"ins", TAG_INLINE}, {"label", TAG_INLINE},
	{"legend", TAG_BLOCK}, {"li", TAG_ITEM}, {"link", TAG_INLINE},
	{"main", TAG_BLOCK}, {"mark", TAG_INLINE}, {"meta", TAG_INLINE},
	{"nav", TAG_SKIP}, {"nobr", TAG_INLINE}, {"noscript", TAG_SKIP},
	{"o:p", TAG_INLINE}, {"object", TAG_SKIP}, {"ol", TAG_BLOCK},
	{"option", TAG_BLOCK}, {"p", TAG_BLOCK}, {"path", TAG_INLINE},
	{"pre", TAG_PRE}, {"s", TAG_INLINE}, {"script", TAG_SKIP},
	{"section", TAG_BLOCK}, {"select", TAG_SKIP}, {"small", TAG_INLINE},
	{"span", TAG_INLINE}, {"strike", TAG_INLINE}, {"strong", TAG_BOLD},
	{"style", TAG_SKIP}, {"sub", TAG_INLINE}, {"sup", TAG_INLINE},
	{"svg", TAG_SKIP}, {"table", TAG_BLOCK}, {"tbody", TAG_BLOCK},
	{"td", TAG_CELL}, {"template", TAG_SKIP}, {"textarea", TAG_SKIP},
	{"tfoot", TAG_BLOCK}, {"th", TAG_CELL}, {"thead", TAG_BLOCK},
	{"time", TAG_INLINE}, {"title", TAG_SKIP}, {"tr", TAG_BLOCK},
	{"u", TAG_INLINE}, {"ul", TAG_BLOCK}, {"wbr", TAG_INLINE}
};

typedef struct Tag
{
	TagKind		kind;
	bool		closing;
	int			level;			/* of a heading */
	uint32_t	index;			/* into tags */
	uint32_t	name_len;
	const char *name;
} Tag;

static int
compare_tag(const void *key, const void *element)
{
	return strcmp(key, ((const char *const *) element)[0]);
}

/* Reads the tag name behind "<" at s; false where it is no tag of HTML. */
static bool
read_tag(const char *s, uint32_t len, Tag *tag)
{
	char		name[12];
	uint32_t	i = 0,
				n = 0;
	const void *found;

	memset(tag, 0, sizeof(*tag));
	if (i < len && (s[i] == '/' || s[i] == '!'))
	{
		tag->closing = s[i] == '/';
		i++;
	}
	tag->name = s + i;
	while (i < len && n < sizeof(name) - 1 &&
		   (((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z') ||
			(n > 0 && ((s[i] >= '0' && s[i] <= '9') || s[i] == ':'))))
		name[n++] = (char) (s[i] >= 'A' && s[i] <= 'Z' ? s[i] + 32 : s[i]), i++;
	name[n] = '\0';
	tag->name_len = n;
	if (n == 0 || i >= len ||
		!(s[i] == '>' || s[i] == '/' || s[i] == ' ' || s[i] == '\n' || s[i] == '\t' ||
		  s[i] == '\r'))
		return false;
	found = bsearch(name, tags, lengthof(tags), sizeof(tags[0]), compare_tag);
	if (found == NULL)
		return false;
	tag->index =
		(uint32_t) (((const char *) found - (const char *) tags) / (ptrdiff_t) sizeof(tags[0]));
	tag->kind = tags[tag->index].kind;
	if (tag->kind == TAG_HEADING)
		tag->level = name[1] - '0';
	return true;
}

/* Whether s begins with word, letters of either case. */
static bool
starts(const char *s, uint32_t len, const char *word)
{
	uint32_t	n = (uint32_t) strlen(word);

	if (len < n)
		return false;
	for (uint32_t i = 0; i < n; i++)
		if ((s[i] >= 'A' && s[i] <= 'Z' ? s[i] + 32 : s[i]) != word[i])
			return false;
	return true;
}

/* Ends the output with n line breaks, made from raw at src. */
static void
put_breaks(Pass *p, int n, uint32_t src, uint32_t srclen)
{
	if (p->out_len == 0)
		return;
	while (p->out_len > 0 && p->out[p->out_len - 1] == ' ' && p->breaks == 0 &&
		   p->map.count > 0 && p->map.items[p->map.count - 1].dst < p->out_len - 1 &&
		   p->map.items[p->map.count - 1].srclen == p->out_len - p->map.items[p->map.count - 1].dst)
	{
		p->out_len--;
		p->map.items[p->map.count - 1].srclen--;
	}
	for (; p->breaks < n && srclen > 0; p->breaks++)
	{
		put(p, "\n", 1, src, 1);
		src++;
		srclen--;
	}
}

/* Finds the end of the element that opened at pos (behind its tag): behind "</name", or 0. */
static uint32_t
skip_element(const Pass *p, uint32_t pos, const Tag *tag)
{
	for (uint32_t i = pos; i + tag->name_len + 2 < p->len; i++)
	{
		const char *lt = memchr(p->in + i, '<', p->len - i);

		if (lt == NULL)
			return 0;
		i = (uint32_t) (lt - p->in);
		if (i + tag->name_len + 2 < p->len && p->in[i + 1] == '/')
		{
			uint32_t	k = 0;

			while (k < tag->name_len && (p->in[i + 2 + k] | 32) == (tag->name[k] | 32))
				k++;
			if (k == tag->name_len)
				return i;
		}
	}
	return 0;
}

/* Ends an open stretch of emphasis. */
static void
end_emphasis(Pass *p)
{
	if (p->emphasis_level >= 0 && p->out_len > p->emphasis_start)
		*VEC_ADD(p->arena, &p->source->emphasis) =
			(Emphasis) {p->emphasis_start, p->out_len, (uint8_t) p->emphasis_level};
	p->emphasis_level = -1;
}

/* Handles one known tag that stands at [pos, stop); returns where to go on. */
static uint32_t
take_tag(Pass *p, const Tag *tag, uint32_t pos, uint32_t stop)
{
	uint32_t	n = stop - pos;
	uint32_t	end;

	switch (tag->kind)
	{
		case TAG_SKIP:
			if (tag->closing || p->unclosed[tag->index])
				return stop;
			end = skip_element(p, stop, tag);
			if (end == 0)
			{
				p->unclosed[tag->index] = 1;
				return stop;
			}
			for (uint32_t i = pos; i < stop; i++)
				if (starts(p->in + i, stop - i, "ld+json"))
					*VEC_ADD(p->arena, &p->source->jsonld) =
						(Span) {source_start(p->source, stop), source_stop(p->source, end)};
			if (starts(tag->name, 5, "title") && p->source->page_title.stop == 0 &&
				p->source->map.count == 0 && end - stop < 1000)
				p->source->page_title = (Span) {stop, end};
			put_breaks(p, 1, pos, n);
			return end;
		case TAG_PRE:
			p->pre = !tag->closing;
			put_breaks(p, 1, pos, n);
			break;
		case TAG_BLOCK:
			end_emphasis(p);
			put_breaks(p, starts(tag->name, 2, "p>") || starts(tag->name, 2, "p ") ? 2 : 1, pos, n);
			break;
		case TAG_BREAK:
			if (p->breaks < 2)
				put_breaks(p, p->breaks + 1, pos, n);
			break;
		case TAG_ITEM:
			end_emphasis(p);
			put_breaks(p, 1, pos, n);
			if (!tag->closing && n >= 3)
				put(p, "- ", 2, pos + 1, n - 1);
			break;
		case TAG_CELL:
			end_emphasis(p);
			if (tag->closing && p->breaks == 0)
				put(p, " \t", 2, pos, n);
			break;
		case TAG_HEADING:
			end_emphasis(p);
			put_breaks(p, 2, pos, n);
			if (!tag->closing)
			{
				p->emphasis_start = p->out_len;
				p->emphasis_level = tag->level;
			}
			break;
		case TAG_BOLD:
			if (tag->closing && p->emphasis_level == 0)
				end_emphasis(p);
			else if (!tag->closing && p->emphasis_level < 0)
			{
				p->emphasis_start = p->out_len;
				p->emphasis_level = 0;
			}
			break;
		case TAG_INLINE:
		case TAG_UNKNOWN:
			break;
	}
	return stop;
}

/* Handles "<" at pos: a comment, a tag, or text; returns where to go on, 0 for text. */
static uint32_t
take_markup(Pass *p, uint32_t pos)
{
	const char *close;
	Tag			tag;

	if (p->no_close)
		return 0;
	if (!p->no_comment_end && starts(p->in + pos, p->len - pos, "<!--"))
	{
		for (uint32_t i = pos + 4; i + 3 <= p->len; i++)
		{
			const char *dash = memchr(p->in + i, '-', p->len - i);

			if (dash == NULL)
				break;
			i = (uint32_t) (dash - p->in);
			if (i + 3 <= p->len && memcmp(dash, "-->", 3) == 0)
				return i + 3;
		}
		p->no_comment_end = true;
	}
	if (starts(p->in + pos, p->len - pos, "<![cdata["))
		return pos + 9;
	if (!read_tag(p->in + pos + 1, p->len - pos - 1, &tag))
		return 0;
	close = memchr(p->in + pos, '>', p->len - pos);
	if (close == NULL)
	{
		p->no_close = true;
		return 0;
	}
	return take_tag(p, &tag, pos, (uint32_t) (close - p->in) + 1);
}

/* Copies a stretch of a page's source: white space runs become one blank. */
static uint32_t
take_space(Pass *p, uint32_t pos)
{
	uint32_t	stop = pos;
	bool		line = false;

	while (stop < p->len && (p->in[stop] == ' ' || p->in[stop] == '\n' || p->in[stop] == '\t' ||
							 p->in[stop] == '\r'))
		line |= p->in[stop++] == '\n';
	if (p->page && !p->pre && pos >= p->front)
	{
		if (p->breaks == 0 && p->out_len > 0 && p->out[p->out_len - 1] != ' ')
			put(p, " ", 1, pos, 1);
	}
	else if (line && p->breaks > 0)
	{
		uint32_t	lines = 0;

		for (uint32_t i = pos; i < stop; i++)
			lines += p->in[i] == '\n';
		if (p->breaks < 2 && lines > 1)
			put_breaks(p, 2, pos, stop - pos);
	}
	else
	{
		put(p, p->in + pos, stop - pos, pos, stop - pos);
		if (line)
			p->breaks = 1;
	}
	return stop;
}

/*
 * Where the front matter of a site generator ends, "---",
 * keys and values, "---"; 0 where a text has none.
 */
static uint32_t
front_matter_end(const char *s, uint32_t len)
{
	uint32_t	pos = 4;

	if (len < 8 || memcmp(s, "---\n", 4) != 0)
		return 0;
	while (pos < len && pos < FRONT_MATTER_BYTES)
	{
		const char *stop = memchr(s + pos, '\n', len - pos);

		if (stop == NULL)
			return 0;
		if (len - pos > 3 && memcmp(s + pos, "---", 3) == 0)
			return (uint32_t) (stop - s) + 1;
		pos = (uint32_t) (stop - s) + 1;
	}
	return 0;
}

/* The bytes that end a stretch of text: 1, in any pass; 2, white space where tags are read. */
static const uint8_t ends_text[256] = {
	['<'] = 1, ['&'] = 1, [' '] = 2, ['\n'] = 2, ['\t'] = 2, ['\r'] = 2
};

/*
 * Where the text around pos ends, which stands in the output as it
 * stands here; so does a blank between two other characters of it.
 */
static uint32_t
text_end(const Pass *p, uint32_t pos, bool with_tags)
{
	const uint8_t *in = (const uint8_t *) p->in;
	uint8_t		ends = with_tags ? 3 : 1;

	while (pos < p->len)
	{
		if (ends_text[in[pos]] & ends &&
			(in[pos] != ' ' || pos + 1 == p->len || ends_text[in[pos + 1]] & ends))
			break;
		pos++;
	}
	return pos;
}

/* Runs the pass that takes tags and entities out. */
static void
html_pass(Pass *p, bool with_tags)
{
	uint32_t	pos = 0;

	while (pos < p->len)
	{
		char		c = p->in[pos];
		uint32_t	stop;

		check_interrupt(p, pos);
		if (c == '<' && with_tags && (stop = take_markup(p, pos)) > 0)
		{
			pos = stop;
			continue;
		}
		if (c == '&')
		{
			char		text[8];
			uint32_t	n = 0;

			stop = read_entity(p->in + pos + 1, p->len - pos - 1, text, &n);
			if (stop > 0)
			{
				put(p, text, n, pos, stop + 1);
				p->breaks = n == 1 && text[0] == '\n';
				pos += stop + 1;
				continue;
			}
		}
		if (with_tags && (c == ' ' || c == '\n' || c == '\t' || c == '\r'))
		{
			pos = take_space(p, pos);
			continue;
		}
		stop = text_end(p, pos + 1, with_tags);
		put(p, p->in + pos, stop - pos, pos, stop - pos);
		p->breaks = 0;
		pos = stop;
	}
	end_emphasis(p);
}

/* Windows-1252 of a character: its byte, or -1 (ISO 8859-1 keeps its own). */
static int
cp1252_byte(int32_t code)
{
	static const uint16_t high[32] = {
		0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178
	};

	if (code < 0x100)
		return code;
	for (int i = 0; i < 32; i++)
		if (high[i] == code)
			return 0x80 + i;
	return -1;
}

/* The Mac Roman reading of Windows quotes that some archives carry ("itÛªs"). */
static const char *
mac_quote(const char *s, uint32_t len)
{
	if (len < 4 || memcmp(s, "\xC3\x9B", 2) != 0 || (uint8_t) s[2] != 0xC2)
		return len >= 4 && memcmp(s, "\xC3\x9B\xC3\x92", 4) == 0 ? "-" :
			len >= 4 && memcmp(s, "\xC3\x9B\xC3\x93", 4) == 0 ? "-" :
			len >= 4 && memcmp(s, "\xC3\x9B\xC3\x8F", 4) == 0 ? "\"" :
			/* a registered trade mark */
			len >= 4 && memcmp(s, "\xC3\xA5\xC2\xA8", 4) == 0 ? " " : NULL;
	return (uint8_t) s[3] == 0xAA ? "'" : (uint8_t) s[3] == 0x9D ? "\"" : NULL;
}

/*
 * Reads UTF-8 that was taken for Windows-1252 and encoded again ("â€“", "Â£").
 * Certain only: the bytes behind must again be one whole UTF-8 character.
 */
static uint32_t
read_mojibake(const char *s, uint32_t len, char *text, uint32_t *n)
{
	/* a control character may be left of the quote's first byte */
	uint32_t	control = len > 6 && memcmp(s, "\xC2\x89\xC3\x9B", 4) == 0 ? 2 : 0;
	const char *quote = mac_quote(s + control, len - control);
	utf8proc_int32_t code;
	uint32_t	used = 0;
	uint32_t	want = 0;

	if (quote != NULL)
	{
		text[0] = quote[0];
		*n = 1;
		return control + 4;
	}
	/*
	 * a no-break space of which only the first byte was read wrongly, the second one made a blank
	 */
	if (len > 2 && memcmp(s, "\xC3\x82 ", 3) == 0)
	{
		text[0] = ' ';
		*n = 1;
		return 2;
	}
	for (uint32_t i = 0; i == 0 || i < want; i++)
	{
		utf8proc_ssize_t k =
			used < len ? utf8proc_iterate((const utf8proc_uint8_t *) s + used, len - used, &code)
					   : 0;
		int			byte = k > 0 ? cp1252_byte(code) : -1;

		if (byte < 0 || (i > 0 && (byte < 0x80 || byte > 0xBF)))
			return 0;
		if (i == 0)
		{
			want = byte >= 0xC2 && byte <= 0xDF ? 2 : byte >= 0xE0 && byte <= 0xEF ? 3 :
				byte >= 0xF0 && byte <= 0xF4 ? 4 : 0;
			if (want == 0)
				return 0;
		}
		text[i] = (char) byte;
		used += (uint32_t) k;
	}
	if (utf8proc_iterate((utf8proc_uint8_t *) text, want, &code) != (utf8proc_ssize_t) want)
		return 0;
	*n = want;
	return used;
}

/* Runs the pass that mends mojibake. */
static void
mojibake_pass(Pass *p)
{
	uint32_t	pos = 0;

	while (pos < p->len)
	{
		uint32_t	stop = pos;
		char		text[8];
		uint32_t	n;

		check_interrupt(p, pos);
		while (stop < p->len && ((uint8_t) p->in[stop] < 0xC3 || (uint8_t) p->in[stop] > 0xC3) &&
			   (uint8_t) p->in[stop] != 0xC2)
			stop++;
		put(p, p->in + pos, stop - pos, pos, stop - pos);
		if (stop == p->len)
			break;
		pos = stop;
		stop = read_mojibake(p->in + pos, p->len - pos, text, &n);
		if (stop > 0)
			put(p, text, n, pos, stop);
		else
			put(p, p->in + pos, stop = 1, pos, 1);
		pos += stop;
	}
}

/* What a text needs. */
typedef struct Needs
{
	uint32_t	tags;			/* tags of HTML */
	uint32_t	escaped_tags;
	uint32_t	blocks;			/* tags that stand for a line break */
	bool		page;
	bool		entities;
	bool		mojibake;
} Needs;

/* The signs that tell what a text needs: of tags, of entities, of mojibake. */
static const uint8_t telling[] = {'<', '&', 0xC3};
#define TELLING	sizeof(telling)

/* Where a sign stands at or behind from, len where it does not. */
static uint32_t
find_sign(const char *s, uint32_t len, uint32_t from, uint8_t sign)
{
	const char *at = memchr(s + from, sign, len - from);

	return at == NULL ? len : (uint32_t) (at - s);
}

/* Looks a text over for what it needs. */
static void
look_over(const char *s, uint32_t len, Needs *needs)
{
	uint32_t	next[TELLING];	/* where each stands next */
	uint32_t	i = 0;

	memset(needs, 0, sizeof(*needs));
	for (size_t k = 0; k < TELLING; k++)
		next[k] = find_sign(s, len, 0, telling[k]);
	for (;; i++)
	{
		Tag			tag;
		char		text[8];
		uint32_t	n;
		uint32_t	first = len;
		uint8_t		c;

		for (size_t k = 0; k < TELLING; k++)
		{
			if (next[k] < i)
				next[k] = find_sign(s, len, i, telling[k]);
			first = next[k] < first ? next[k] : first;
		}
		i = first;
		if (i + 1 >= len)
			return;
		c = (uint8_t) s[i];
		if (c == '<' && read_tag(s + i + 1, len - i - 1, &tag))
		{
			needs->tags++;
			needs->blocks += tag.kind == TAG_BLOCK || tag.kind == TAG_ITEM || tag.kind == TAG_BREAK;
			needs->page |= starts(tag.name, 4, "html") || starts(tag.name, 4, "body") ||
						   starts(tag.name, 4, "head");
		}
		else if (c == '&')
		{
			uint32_t	k = read_entity(s + i + 1, len - i - 1, text, &n);

			needs->entities |= k > 0;
			if (k > 0 && n == 1 && text[0] == '<' && i + k + 1 < len)
			{
				char		name[16];
				uint32_t	m = 0;

				while (m < 12 && i + k + 1 + m < len && s[i + k + 1 + m] != '&')
					name[m] = s[i + k + 1 + m], m++;
				name[m++] = '>';
				needs->escaped_tags += read_tag(name, m, &tag);
			}
		}
		else if (c == 0xC3 && (uint8_t) s[i + 1] >= 0x82)
			needs->mojibake |= read_mojibake(s + i, len - i, text, &n) > 0;
	}
}

/* Starts a pass over the text of the source as it stands. */
static Pass
start_pass(Arena *arena, Source *source)
{
	Pass		p = {.arena = arena, .in = source->text, .len = source->len, .source = source,
	.emphasis_level = -1};

	p.out = arena_alloc(arena, source->len + 8);
	return p;
}

/* Joins the map of a pass with those before it, and takes its text. */
static void
finish_pass(Arena *arena, Source *source, Pass *p)
{
	if (source->map.count > 0)
	{
		Map			joined = {0};

		for (uint32_t i = 0; i < p->map.count; i++)
		{
			MapPiece	piece = p->map.items[i];
			uint32_t	stop = i + 1 < p->map.count ? p->map.items[i + 1].dst : p->out_len;
			uint32_t	dst = piece.dst;

			if (stop - piece.dst != piece.srclen)
			{
				uint32_t	from = source_start(source, piece.src);

				*VEC_ADD(arena, &joined) =
					(MapPiece) {dst, from, source_stop(source, piece.src + piece.srclen) - from};
				continue;
			}
			/* a copied piece: cut where the map before it cuts */
			while (dst < stop)
			{
				uint32_t	at = piece.src + (dst - piece.dst);
				uint32_t	lo = 0,
							hi = source->map.count;
				uint32_t	end,
							n;
				MapPiece	old;

				while (hi - lo > 1)
				{
					uint32_t	mid = (lo + hi) / 2;

					if (source->map.items[mid].dst <= at)
						lo = mid;
					else
						hi = mid;
				}
				old = source->map.items[lo];
				end = lo + 1 < source->map.count ? source->map.items[lo + 1].dst : source->len;
				n = end - at < stop - dst ? end - at : stop - dst;
				if (n == 0)
					break;
				if (end - old.dst == old.srclen)
					*VEC_ADD(arena, &joined) = (MapPiece) {dst, old.src + (at - old.dst), n};
				else
					*VEC_ADD(arena, &joined) = (MapPiece) {dst, old.src, old.srclen};
				dst += n;
			}
		}
		p->map = joined;
	}
	source->map = p->map;
	source->text = p->out;
	source->len = p->out_len;
}

/* The piece of the map that holds the text byte at pos. */
static const MapPiece *
find_piece(const Source *source, uint32_t pos, bool *copied)
{
	uint32_t	lo = 0,
				hi = source->map.count;
	uint32_t	stop;

	while (hi - lo > 1)
	{
		uint32_t	mid = (lo + hi) / 2;

		if (source->map.items[mid].dst <= pos)
			lo = mid;
		else
			hi = mid;
	}
	stop = lo + 1 < source->map.count ? source->map.items[lo + 1].dst : source->len;
	*copied = stop - source->map.items[lo].dst == source->map.items[lo].srclen;
	return &source->map.items[lo];
}

/* Raw offset of the text byte at pos. */
uint32_t
source_start(const Source *source, uint32_t pos)
{
	const MapPiece *piece;
	bool		copied;

	if (source->map.count == 0)
		return pos;
	piece = find_piece(source, pos, &copied);
	return copied ? piece->src + (pos - piece->dst) : piece->src;
}

/* Raw offset behind the text byte before pos. */
uint32_t
source_stop(const Source *source, uint32_t pos)
{
	const MapPiece *piece;
	bool		copied;

	if (source->map.count == 0 || pos == 0)
		return pos;
	piece = find_piece(source, pos - 1, &copied);
	return copied ? piece->src + (pos - piece->dst) : piece->src + piece->srclen;
}

/* Runs the passes that the text as it stands needs, mostly none. */
static void
run_passes(Arena *arena, void (*interrupt) (void), Source *source)
{
	Needs		needs;
	Pass		p;

	look_over(source->text, source->len, &needs);
	if (needs.mojibake)
	{
		p = start_pass(arena, source);
		p.interrupt = interrupt;
		mojibake_pass(&p);
		finish_pass(arena, source, &p);
	}
	if (needs.tags == 0 && needs.escaped_tags > 0)
	{
		/* escaped twice: the first pass brings the tags out */
		p = start_pass(arena, source);
		p.interrupt = interrupt;
		html_pass(&p, false);
		finish_pass(arena, source, &p);
		look_over(source->text, source->len, &needs);
	}
	if (needs.tags > 0 || needs.entities)
	{
		p = start_pass(arena, source);
		p.interrupt = interrupt;
		p.page = needs.page || needs.blocks > 40;
		if (p.page)
			p.front = front_matter_end(source->text, source->len);
		source->html |= needs.tags > 0;
		html_pass(&p, needs.tags > 0);
		finish_pass(arena, source, &p);
	}
}

/* A description shorter than this is a teaser. */
#define MIN_DESCRIPTION	300

/* Letters and digits of a probe, and how many are taken. */
#define PROBE		24
#define PROBES		4

/* A visible text so many times as long is a posting of its own, and the description its summary. */
#define MUCH_LONGER	4

/* The end of the JSON string that opens at pos: its closing quote, or stop. */
static uint32_t
string_end(const char *s, uint32_t pos, uint32_t stop)
{
	for (pos++; pos < stop && s[pos] != '"'; pos++)
		if (s[pos] == '\\')
			pos++;
	return pos < stop ? pos : stop;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/*
 * Finds what stands in a block under "description" and is long enough for a
 * posting; adds how many such there are, and how many JobPostings.
 */
static void
find_description(const char *s, Span block, Span *description, uint32_t *descriptions,
				 uint32_t *postings)
{
	for (uint32_t i = block.start; i < block.stop; i++)
	{
		uint32_t	end,
					value;

		if (s[i] != '"')
			continue;
		end = string_end(s, i, block.stop);
		*postings += end - i == 11 && starts(s + i, end - i, "\"jobposting");
		value = end + 1;
		while (value < block.stop && (is_space(s[value]) || s[value] == ':'))
			value++;
		if (value < block.stop && s[value] == '"' && starts(s + i, end - i, "\"description") &&
			end - i == 12)
		{
			end = string_end(s, value, block.stop);
			if (end - value > MIN_DESCRIPTION)
			{
				*description = (Span) {value + 1, end};
				(*descriptions)++;
			}
		}
		i = end;
	}
}

/* Reads the four digits of "\uXXXX" at s; -1 where they are none. */
static int32_t
hex_code(const char *s, uint32_t len)
{
	int32_t		code = 0;

	if (len < 6 || s[0] != '\\' || s[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++)
	{
		char		c = s[i];
		int         d = c >= '0' && c <= '9'                 ? c - '0'
						: (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
															 : -1;

		if (d < 0)
			return -1;
		code = code * 16 + d;
	}
	return code;
}

/* Reads the escape of JSON at s; its length, 0 where it is none. */
static uint32_t
read_escape(const char *s, uint32_t len, char *text, uint32_t *n)
{
	int32_t		code = hex_code(s, len);
	uint32_t	used = 6;

	if (code < 0)
	{
		char		c = len > 1 ? s[1] : '\0';

		*n = 1;
		text[0] = c == 'n' || c == 'r' ? '\n' : c == 't' || c == 'b' || c == 'f' ? ' ' : c;
		return c == 'n' || c == 'r' || c == 't' || c == 'b' || c == 'f' || c == '"' || c == '\\' ||
					   c == '/'
				   ? 2
				   : 0;
	}
	if (code >= 0xD800 && code < 0xDC00)
	{
		int32_t		low = hex_code(s + 6, len - 6);

		if (low < 0xDC00 || low > 0xDFFF)
			return 0;
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
		used = 12;
	}
	if (code == 0 || (code >= 0xDC00 && code <= 0xDFFF))
		return 0;
	*n = (uint32_t) utf8proc_encode_char(code, (utf8proc_uint8_t *) text);
	return used;
}

/* Runs the pass that takes the escapes out of a string of JSON. */
static void
json_pass(Pass *p, Span string)
{
	for (uint32_t pos = string.start; pos < string.stop;)
	{
		const char *escape = memchr(p->in + pos, '\\', string.stop - pos);
		uint32_t	stop = escape != NULL ? (uint32_t) (escape - p->in) : string.stop;
		char		text[8];
		uint32_t	n;

		check_interrupt(p, pos);
		put(p, p->in + pos, stop - pos, pos, stop - pos);
		if (stop == string.stop)
			break;
		pos = stop;
		stop = read_escape(p->in + pos, string.stop - pos, text, &n);
		if (stop > 0)
			put(p, text, n, pos, stop);
		else
			put(p, p->in + pos, stop = 1, pos, 1);
		pos += stop;
	}
}

/* The letters and digits of a text, small; other bytes than ASCII as they are. */
static Str
squeeze(Arena *arena, const char *s, uint32_t len)
{
	char	   *out = arena_alloc(arena, len + 1);
	uint32_t	n = 0;

	for (uint32_t i = 0; i < len; i++)
	{
		char		c = s[i] >= 'A' && s[i] <= 'Z' ? (char) (s[i] + 32) : s[i];

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (uint8_t) c >= 0x80)
			out[n++] = c;
	}
	return (Str) {out, n};
}

/* Whether the visible text holds a description, some stretch of it at least, or can do without. */
static bool
holds_text(Arena *arena, const Source *visible, const Source *description)
{
	Str			all = squeeze(arena, visible->text, visible->len);
	Str			part = squeeze(arena, description->text, description->len);

	if (part.len < PROBE * PROBES || all.len > MUCH_LONGER * part.len)
		return true;
	for (uint32_t i = 0; i < PROBES; i++)
	{
		const char *probe = part.s + (part.len - PROBE) / PROBES * i;

		for (uint32_t k = 0; k + PROBE <= all.len; k++)
		{
			const char *at = memchr(all.s + k, probe[0], all.len - PROBE + 1 - k);

			if (at == NULL)
				break;
			if (memcmp(at, probe, PROBE) == 0)
				return true;
			k = (uint32_t) (at - all.s);
		}
	}
	return false;
}

/*
 * Lets the description of the one JobPosting of a page stand for a text that
 * lacks it: pages that a script fills in carry the posting nowhere else.
 */
static void
read_description(Arena *arena, const char *raw, uint32_t len, void (*interrupt)(void),
				 Source *source)
{
	Source		own = {.text = raw, .len = len};
	Span		string = {0};
	Pass		p;
	uint32_t	descriptions = 0,
				postings = 0;

	for (uint32_t i = 0; i < source->jsonld.count; i++)
		find_description(raw, source->jsonld.items[i], &string, &descriptions, &postings);
	if (descriptions != 1 || postings != 1)
		return;
	p = start_pass(arena, &own);
	p.interrupt = interrupt;
	json_pass(&p, string);
	finish_pass(arena, &own, &p);
	run_passes(arena, interrupt, &own);
	if (holds_text(arena, source, &own))
		return;
	source->text = own.text;
	source->len = own.len;
	source->map = own.map;
	source->emphasis.items = own.emphasis.items;
	source->emphasis.count = own.emphasis.count;
	source->from_description = true;
}

/* Reads raw bytes. */
void
source_read(Arena *arena, const char *raw, uint32_t len, void (*interrupt) (void), Source *source)
{
	memset(source, 0, sizeof(*source));
	source->text = raw;
	source->len = len;
	run_passes(arena, interrupt, source);
	if (source->jsonld.count > 0)
		read_description(arena, raw, len, interrupt, source);
}
