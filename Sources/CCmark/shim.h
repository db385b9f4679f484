#ifndef PROSPECTUS_CCMARK_SHIM_H
#define PROSPECTUS_CCMARK_SHIM_H

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

/* libcmark asks for memory in many small pieces and, without a context argument, from one set of functions. Here they take
 * it from an arena of the thread that parses: a list of blocks that only grows and is freed as a whole with the tree.
 * Nothing allocates after the parse, so an arena may be freed on any thread; a few blocks are kept there for the next one.
 *
 *     block = header, then pieces;  piece = size (16 bytes, so that pieces are aligned), then the bytes */

typedef struct ccmark_block {
  struct ccmark_block *next;
  size_t used, size;
} ccmark_block;

typedef struct ccmark_tree {
  cmark_node *root;
  ccmark_block *blocks;
} ccmark_tree;

static inline ccmark_block **ccmark_current(void) {
  static _Thread_local ccmark_block *current;
  return &current;
}

/* Blocks of the thread to use again: at most CCMARK_KEPT, none larger than CCMARK_KEPT_SIZE. */
#define CCMARK_KEPT 4
#define CCMARK_KEPT_SIZE ((size_t)1 << 18)

typedef struct ccmark_store {
  ccmark_block *blocks[CCMARK_KEPT];
  int count;
} ccmark_store;

static inline ccmark_store *ccmark_kept(void) {
  static _Thread_local ccmark_store store;
  return &store;
}

static inline ccmark_block *ccmark_new_block(size_t room, size_t need) {
  ccmark_store *store = ccmark_kept();
  if (store->count && store->blocks[store->count - 1]->size >= need) return store->blocks[--store->count];
  if (room < need) room = need;
  ccmark_block *block = (ccmark_block *)malloc(((sizeof(ccmark_block) + 15) & ~(size_t)15) + room);
  if (!block) abort();
  block->size = room;
  return block;
}

static inline void *ccmark_take(size_t size) {
  size_t need = ((size + 15) & ~(size_t)15) + 16;
  ccmark_block **current = ccmark_current();
  ccmark_block *block = *current;
  if (!block || block->size - block->used < need) {
    ccmark_block *fresh = ccmark_new_block(block && block->size < ((size_t)1 << 20) ? block->size * 2 : 131072, need);
    fresh->next = block;
    fresh->used = 0;
    *current = block = fresh;
  }
  char *piece = (char *)block + ((sizeof(ccmark_block) + 15) & ~(size_t)15) + block->used;
  block->used += need;
  *(size_t *)piece = size;
  return piece + 16;
}

static inline void *ccmark_calloc(size_t count, size_t size) {
  if (size && count > (size_t)-1 / 2 / size) abort();
  void *piece = ccmark_take(count * size);
  return memset(piece, 0, count * size);
}

static inline void *ccmark_realloc(void *old, size_t size) {
  if (!old) return ccmark_take(size);
  size_t had = *(size_t *)((char *)old - 16);
  if (size <= had) return old;
  void *piece = ccmark_take(size);
  return memcpy(piece, old, had);
}

static inline void ccmark_free_piece(void *piece) { (void)piece; }

/* Parses; the tree and all it needed lives until ccmark_free_tree. */
static inline ccmark_tree ccmark_parse(const char *text, size_t length) {
  static cmark_mem memory = {ccmark_calloc, ccmark_realloc, ccmark_free_piece};
  *ccmark_current() = NULL;
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
  cmark_parser_feed(parser, text, length);
  ccmark_tree tree;
  tree.root = cmark_parser_finish(parser);
  tree.blocks = *ccmark_current();
  *ccmark_current() = NULL;
  return tree;
}

static inline void ccmark_free_tree(ccmark_tree tree) {
  for (ccmark_block *block = tree.blocks; block;) {
    ccmark_block *next = block->next;
    ccmark_store *store = ccmark_kept();
    if (block->size <= CCMARK_KEPT_SIZE && store->count < CCMARK_KEPT) store->blocks[store->count++] = block;
    else free(block);
    block = next;
  }
}

#endif
