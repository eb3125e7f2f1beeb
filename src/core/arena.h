/*
 * arena.h
 *		A bump allocator for one parse: memory is taken in growing chunks from a
 *		hook of the caller and given back all at once.
 *
 * The core holds nothing but arena memory, so a failed allocation simply jumps
 * back to the entry point (parse.c), which reports "out of memory" to its
 * caller.  A hook that throws on its own (PostgreSQL's palloc) works as well.
 */
#ifndef POSTING_ARENA_H
#define POSTING_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* How many elements an array has; PostgreSQL's c.h says the same. */
#ifndef lengthof
#define lengthof(array) (sizeof(array) / sizeof((array)[0]))
#endif

/* Returns size bytes that live until the caller frees them all, or NULL. */
typedef void *(*ArenaGrow) (void *context, size_t size);

typedef struct Arena
{
	char	   *next;			/* first free byte of the current chunk */
	char	   *end;			/* end of the current chunk */
	size_t		chunk;			/* size of the next chunk to ask for */
	ArenaGrow	grow;
	void	   *context;		/* handed to grow */
	jmp_buf    *failed;			/* where to go when grow returns NULL */
	uint32_t	chunks;			/* how often grow was called */
} Arena;

#define ARENA_FIRST_CHUNK	((size_t) 64 * 1024)

/*
 * Under the address sanitizer, what was not handed out must not be touched:
 * so it sees also what runs over from one allocation to the next.
 */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_GUARDED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_GUARDED
#endif
#ifdef ARENA_GUARDED
#include <sanitizer/asan_interface.h>
#define ARENA_GUARD		16
#define ARENA_OPEN(start, stop) ASAN_UNPOISON_MEMORY_REGION((start), (size_t) ((stop) - (start)))
#define ARENA_CLOSE(start, stop)	ASAN_POISON_MEMORY_REGION((start), (size_t) ((stop) - (start)))
#else
#define ARENA_GUARD		0
#define ARENA_OPEN(start, stop)		((void) 0)
#define ARENA_CLOSE(start, stop)	((void) 0)
#endif

extern void posting_arena_init(Arena *arena, ArenaGrow grow, void *context,
							   void *buffer, size_t size);
extern void *posting_arena_refill(Arena *arena, size_t size);

/* Returns size bytes, aligned to 8, not zeroed. */
static inline void *
arena_alloc(Arena *arena, size_t size)
{
	char	   *result = arena->next;
	size_t		taken = ((size + 7) & ~(size_t) 7) + ARENA_GUARD;

	if (taken > (size_t) (arena->end - result))
		result = posting_arena_refill(arena, taken);
	else
		arena->next = result + taken;
	ARENA_OPEN(result, result + size);
	return result;
}

/* Returns size zeroed bytes. */
static inline void *
arena_zero(Arena *arena, size_t size)
{
	return memset(arena_alloc(arena, size), 0, size);
}

/* Returns a copy of len bytes, NUL-terminated for convenience. */
static inline char *
arena_copy(Arena *arena, const char *s, size_t len)
{
	char	   *result = arena_alloc(arena, len + 1);

	memcpy(result, s, len);
	result[len] = '\0';
	return result;
}

/* Where an arena stands, to give back what is taken behind it. */
typedef struct ArenaMark
{
	char	   *next;
	char	   *end;
} ArenaMark;

static inline ArenaMark
arena_mark(const Arena *arena)
{
	return (ArenaMark) {arena->next, arena->end};
}

/* Gives back what was taken since the mark, where the chunk is still the same. */
static inline void
arena_release(Arena *arena, ArenaMark mark)
{
	if (arena->end != mark.end)
		return;
	arena->next = mark.next;
	ARENA_CLOSE(arena->next, arena->end);
}

/*
 * Makes room for one more element in a growing array: VEC_PUSH(arena, v) is a
 * pointer to the new, zeroed element of v, a struct with items, count, space.
 * VEC_ADD leaves it as it is, for those who set all of it.
 */
extern void *posting_vec_grow(Arena *arena, void *items, uint32_t count,
							  uint32_t *space, size_t size);

#define VEC(type) struct { type *items; uint32_t count; uint32_t space; }
#define VEC_ADD(arena, v) \
	((v)->count < (v)->space ? (void) 0 : \
	 (void) ((v)->items = posting_vec_grow((arena), (v)->items, (v)->count, \
										   &(v)->space, sizeof(*(v)->items))), \
	 &(v)->items[(v)->count++])
#define VEC_PUSH(arena, v) \
	((void) memset(VEC_ADD((arena), (v)), 0, sizeof(*(v)->items)), &(v)->items[(v)->count - 1])

#endif							/* POSTING_ARENA_H */
