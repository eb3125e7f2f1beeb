/*
 * arena.c
 *		Chunks and growing arrays of the arena (see arena.h).
 */
#include "arena.h"

/* Starts an arena on an optional first buffer of the caller's. */
void
posting_arena_init(Arena *arena, ArenaGrow grow, void *context,
				   void *buffer, size_t size)
{
	memset(arena, 0, sizeof(*arena));
	arena->grow = grow;
	arena->context = context;
	arena->next = buffer;
	arena->end = buffer ? (char *) buffer + size : NULL;
	arena->chunk = size > ARENA_FIRST_CHUNK ? size : ARENA_FIRST_CHUNK;
}

/* Takes a new chunk of at least size bytes; chunks double, so their number is logarithmic. */
void *
posting_arena_refill(Arena *arena, size_t size)
{
	size_t		taken = arena->chunk > size ? arena->chunk : size;
	char	   *chunk;

	arena->chunk = taken * 2;
	chunk = arena->grow(arena->context, taken);
	if (chunk == NULL)
		longjmp(*arena->failed, 1);
	arena->chunks++;
	arena->next = chunk + size;
	arena->end = chunk + taken;
	ARENA_CLOSE(arena->next, arena->end);
	return chunk;
}

/* Doubles a growing array. */
void *
posting_vec_grow(Arena *arena, void *items, uint32_t count, uint32_t *space,
				 size_t size)
{
	uint32_t	wanted = *space ? *space * 2 : 16;
	void	   *grown = arena_alloc(arena, wanted * size);

	if (count > 0)
		memcpy(grown, items, count * size);
	*space = wanted;
	return grown;
}
