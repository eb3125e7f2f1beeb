/*
 * json_reader.c
 *		Reads JSON with PostgreSQL's own parser into a tree of the core's nodes.
 *
 * The parser allocates each token in the current memory context; it runs in one
 * of its own, and only what the tree keeps goes to the arena.
 */
#include "postgres.h"

#include "common/jsonapi.h"
#include "mb/pg_wchar.h"
#include "utils/memutils.h"

#include "pg/compat.h"
#include "pg/doc/json_reader.h"

/* A tree being built. */
typedef struct TreeBuilder
{
	Arena	   *arena;
	MemoryContext caller;		/* where the arena's owner expects to be */
	JsonNode   *root;
	Str			key;			/* of the member whose value comes next */
	int			depth;			/* open arrays and objects */
	JsonNode   *open[JSON_MAX_DEPTH];
	JsonNode   *last[JSON_MAX_DEPTH];	/* the last child of each so far */
} TreeBuilder;

/*
 * Returns zeroed memory of the arena.  Its hook may allocate in the current
 * memory context, or leave by longjmp: both must happen in the caller's context.
 */
static void *
take_memory(TreeBuilder *builder, Size size)
{
	MemoryContext parsing = MemoryContextSwitchTo(builder->caller);
	void	   *memory = arena_zero(builder->arena, size);

	MemoryContextSwitchTo(parsing);
	return memory;
}

/* Adds a node where the parser stands. */
static JsonNode *
add_node(TreeBuilder *builder, JsonType type)
{
	JsonNode   *node = take_memory(builder, sizeof(JsonNode));
	int			parent = builder->depth - 1;

	node->type = type;
	node->key = builder->key;
	builder->key = (Str) {NULL, 0};
	if (parent < 0)
		builder->root = node;
	else if (builder->last[parent] == NULL)
		builder->open[parent]->first = node;
	else
		builder->last[parent]->next = node;
	if (parent >= 0)
		builder->last[parent] = node;
	return node;
}

/* Adds an array or object, and steps into it. */
static void
open_node(TreeBuilder *builder, JsonType type)
{
	JsonNode   *node = add_node(builder, type);

	Assert(builder->depth < JSON_MAX_DEPTH);
	builder->open[builder->depth] = node;
	builder->last[builder->depth] = NULL;
	builder->depth++;
}

/* Returns a copy in the arena. */
static Str
copy_text(TreeBuilder *builder, const char *text)
{
	uint32		len = (uint32) strlen(text);
	char	   *copy = take_memory(builder, (Size) len + 1);

	memcpy(copy, text, len);
	return (Str) {copy, len};
}

/* Steps into an object. */
static JSON_ACTION_RESULT
begin_object(void *state)
{
	open_node(state, JSON_OBJECT);
	JSON_ACTION_DONE();
}

/* Steps into an array. */
static JSON_ACTION_RESULT
begin_array(void *state)
{
	open_node(state, JSON_ARRAY);
	JSON_ACTION_DONE();
}

/* Steps out of an array or object. */
static JSON_ACTION_RESULT
end_container(void *state)
{
	((TreeBuilder *) state)->depth--;
	JSON_ACTION_DONE();
}

/* Keeps the key of the value that follows. */
static JSON_ACTION_RESULT
begin_member(void *state, char *name, bool isnull)
{
	TreeBuilder *builder = state;

	builder->key = copy_text(builder, name);
	JSON_ACTION_DONE();
}

/* Adds a value that holds no others. */
static JSON_ACTION_RESULT
add_scalar(void *state, char *token, JsonTokenType type)
{
	TreeBuilder *builder = state;

	switch (type)
	{
		case JSON_TOKEN_STRING:
			add_node(builder, JSON_STRING)->text = copy_text(builder, token);
			break;
		case JSON_TOKEN_NUMBER:
			add_node(builder, JSON_NUMBER)->text = copy_text(builder, token);
			break;
		case JSON_TOKEN_TRUE:
			add_node(builder, JSON_BOOL)->boolean = true;
			break;
		case JSON_TOKEN_FALSE:
			add_node(builder, JSON_BOOL);
			break;
		default:
			add_node(builder, JSON_NULL);
			break;
	}
	JSON_ACTION_DONE();
}

/* Whether no array or object is nested deeper than the limit. */
static bool
depth_allowed(const char *s, Size len)
{
	bool		in_string = false;
	int			depth = 0;

	for (Size i = 0; i < len; i++)
	{
		if (in_string && s[i] == '\\')
			i++;
		else if (s[i] == '"')
			in_string = !in_string;
		else if (!in_string && (s[i] == '{' || s[i] == '['))
		{
			if (++depth > JSON_MAX_DEPTH)
				return false;
		}
		else if (!in_string && (s[i] == '}' || s[i] == ']'))
			depth--;
	}
	return true;
}

/* Runs the parser over a text. */
static bool
run_parser(const char *s, Size len, TreeBuilder *builder)
{
	JsonLexContext *lex;
	JsonSemAction actions = {
		.semstate = builder,
		.object_start = begin_object,
		.object_end = end_container,
		.array_start = begin_array,
		.array_end = end_container,
		.object_field_start = begin_member,
		.scalar = add_scalar
	};

	lex = posting_make_json_lexer(s, len);
	return pg_parse_json(lex, &actions) == JSON_SUCCESS;
}

/* Builds the tree of a JSON text. */
bool
posting_json_tree(Arena *arena, const char *s, Size len, JsonNode **root)
{
	TreeBuilder builder = {.arena = arena, .caller = CurrentMemoryContext};
	MemoryContext parsing;
	bool		valid;

	if (len > PG_INT32_MAX || !depth_allowed(s, len))
		return false;
	parsing = AllocSetContextCreate(builder.caller, "posting_parser JSON",
									ALLOCSET_SMALL_SIZES);
	MemoryContextSwitchTo(parsing);
	valid = run_parser(s, len, &builder);
	MemoryContextSwitchTo(builder.caller);
	MemoryContextDelete(parsing);
	*root = builder.root;
	return valid;
}

/* Builds the tree of a block of JSON inside a posting. */
bool
posting_read_json(Arena *arena, const char *s, uint32_t len, JsonNode **root)
{
	return len <= JSON_MAX_LENGTH && pg_verify_mbstr(PG_UTF8, s, len, true) &&
		posting_json_tree(arena, s, len, root);
}
