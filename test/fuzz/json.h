/*
 * json.h
 *		A small reader of JSON, in the place of the host's: builds the tree that
 *		the core asks for, and refuses what is malformed or nested too deep.
 */
#ifndef POSTING_FUZZ_JSON_H
#define POSTING_FUZZ_JSON_H

#include "fuzz.h"

#define JSON_DEEPEST	64

typedef struct JsonInput
{
	Arena	   *arena;
	const char *s;
	const char *end;
} JsonInput;

static JsonNode *json_value(JsonInput *in, int depth);

static inline void
json_blanks(JsonInput *in)
{
	while (in->s < in->end && (*in->s == ' ' || *in->s == '\n' || *in->s == '\t' || *in->s == '\r'))
		in->s++;
}

/* Takes one character where it stands next. */
static inline bool
json_take(JsonInput *in, char c)
{
	json_blanks(in);
	if (in->s == in->end || *in->s != c)
		return false;
	in->s++;
	return true;
}

/* Takes a string behind its quote; escapes of code points become a question mark. */
static inline bool
json_string(JsonInput *in, Str *out)
{
	char	   *copy = arena_alloc(in->arena, in->end - in->s + 1);
	uint32_t	n = 0;

	while (in->s < in->end && *in->s != '"' && (uint8_t) *in->s >= ' ')
	{
		char		c = *in->s++;

		if (c == '\\')
		{
			if (in->s == in->end)
				return false;
			c = *in->s++;
			c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'u' ? '?' : c;
		}
		copy[n++] = c;
	}
	copy[n] = '\0';
	*out = (Str) {copy, n};
	return json_take(in, '"');
}

/* Takes the members of an object or the elements of an array. */
static inline bool
json_children(JsonInput *in, JsonNode *node, char close, int depth)
{
	JsonNode  **last = &node->first;

	if (json_take(in, close))
		return true;
	do
	{
		Str			key = {NULL, 0};

		if (close == '}' && !(json_take(in, '"') && json_string(in, &key) && json_take(in, ':')))
			return false;
		*last = json_value(in, depth + 1);
		if (*last == NULL)
			return false;
		(*last)->key = key;
		last = &(*last)->next;
	} while (json_take(in, ','));
	return json_take(in, close);
}

/* Takes a number or a word. */
static inline bool
json_plain(JsonInput *in, JsonNode *node)
{
	const char *start = in->s;

	while (in->s < in->end && strchr("+-.0123456789Eaeflnrstu", *in->s) != NULL && *in->s != '\0')
		in->s++;
	if (in->s == start)
		return false;
	node->text = (Str) {arena_copy(in->arena, start, in->s - start), (uint32_t) (in->s - start)};
	node->type = *start == 't' || *start == 'f' ? JSON_BOOL
				 : *start == 'n'                ? JSON_NULL
												: JSON_NUMBER;
	node->boolean = *start == 't';
	return true;
}

/* Takes any value; NULL where it is malformed. */
static inline JsonNode *
json_value(JsonInput *in, int depth)
{
	JsonNode   *node = arena_zero(in->arena, sizeof(JsonNode));
	bool		valid;

	if (depth > JSON_DEEPEST)
		return NULL;
	if (json_take(in, '{'))
	{
		node->type = JSON_OBJECT;
		valid = json_children(in, node, '}', depth);
	}
	else if (json_take(in, '['))
	{
		node->type = JSON_ARRAY;
		valid = json_children(in, node, ']', depth);
	}
	else if (json_take(in, '"'))
	{
		node->type = JSON_STRING;
		valid = json_string(in, &node->text);
	}
	else
		valid = json_plain(in, node);
	return valid ? node : NULL;
}

/* Builds the tree of a JSON text (Host.read_json). */
static bool
json_read(Arena *arena, const char *s, uint32_t len, JsonNode **root)
{
	JsonInput	in = {arena, s, s + len};

	*root = json_value(&in, 0);
	json_blanks(&in);
	return *root != NULL && in.s == in.end;
}

#endif							/* POSTING_FUZZ_JSON_H */
