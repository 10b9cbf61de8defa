#include "languages/blocks.h"

#include <string.h>

#include "languages/reasons.h"
#include "languages/snippet.h"
#include "languages/standby.h"

#define MAX_BLOCKS 64

typedef struct {
  ArdCaptureKind kind;
  guint32 row;
  guint32 handler; /* 1 + index of the innermost HANDLER, itself included; 0: none */
  ArdPlace place;
  guint32 start;                        /* its first byte */
  guint32 column;                       /* at which its first line begins */
  guint32 variable_start, variable_end; /* of a TRY's next handler */
  gboolean all;
  gboolean handled;   /* had a HANDLER or FINALLY */
  gboolean explained; /* a TRY: a comment says what may fail */
  gboolean returns;   /* a TRY: its function ends in it with what it gives */
  GString *text;      /* callees or types */
  GString *types;     /* of a TRY's next handler */
} Block;

struct ArdBlocks {
  Block blocks[MAX_BLOCKS];
  ArdHandler handlers[MAX_BLOCKS]; /* of the block of the same index */
  guint n;
  const ArdSource *source;
  ArdFacts *facts;

  /* no code since then; 0: none */
  guint32 last_try;     /* 1 + row */
  guint32 last_handler; /* 1 + row */
  guint32 last_line, last_column;
  guint32 ended, ended_line; /* 1 + row of the HANDLER that ended last, whatever followed; its last line */
  guint32 loose_column;      /* 1 + that of a comment */

  guint32 reason_line;     /* 1 + last line of a comment that speaks of failure; 0: none */
  gboolean last_explained; /* the TRY that was left last */
  ArdStandby standby;
};

ArdBlocks *
ard_blocks_new (void)
{
  ArdBlocks *self = g_new0 (ArdBlocks, 1);

  for (guint i = 0; i < MAX_BLOCKS; i++) {
    self->blocks[i].text = g_string_new (NULL);
    self->blocks[i].types = g_string_new (NULL);
  }
  return self;
}

void
ard_blocks_free (ArdBlocks *blocks)
{
  if (!blocks)
    return;
  for (guint i = 0; i < MAX_BLOCKS; i++) {
    g_string_free (blocks->blocks[i].text, TRUE);
    g_string_free (blocks->blocks[i].types, TRUE);
  }
  g_free (blocks);
}

void
ard_blocks_begin (ArdBlocks *blocks, const ArdSource *source, ArdFacts *facts)
{
  blocks->source = source;
  blocks->facts = facts;
  blocks->n = 0;
  blocks->last_try = blocks->last_handler = blocks->ended = blocks->loose_column = blocks->reason_line = 0;
  blocks->last_explained = FALSE;
  blocks->standby = (ArdStandby){ 0 };
}

static Block *
innermost (ArdBlocks *blocks)
{
  return blocks->n ? &blocks->blocks[blocks->n - 1] : NULL;
}

static ArdCapture *
capture_of (const ArdBlocks *blocks, guint32 row)
{
  return &g_array_index (blocks->facts->captures, ArdCapture, row);
}

guint32
ard_blocks_row (const ArdBlocks *blocks)
{
  return blocks->n ? blocks->blocks[blocks->n - 1].row : ARD_NONE;
}

ArdHandler *
ard_blocks_handler (ArdBlocks *blocks)
{
  guint32 handler = blocks->n ? blocks->blocks[blocks->n - 1].handler : 0;

  return handler ? &blocks->handlers[handler - 1] : NULL;
}

gboolean
ard_blocks_have_room (const ArdBlocks *blocks)
{
  return blocks->n < MAX_BLOCKS;
}

guint32
ard_blocks_last_try (const ArdBlocks *blocks)
{
  return blocks->last_try ? blocks->last_try - 1 : ARD_NONE;
}

/* What its TRY has kept for it. */
static void
inherit (ArdBlocks *blocks, Block *block, Block *around, ArdHandler *handler)
{
  handler->variable_start = around->variable_start;
  handler->variable_end = around->variable_end;
  g_string_assign (block->text, around->types->str);
  if (around->all)
    handler->traits |= ARD_TRAIT_CATCH_ALL;
  if (around->explained)
    handler->traits |= ARD_TRAIT_EXPLAINED;
  if (blocks->loose_column && blocks->loose_column - 1 <= block->column)
    handler->traits |= ARD_TRAIT_COMMENTED;
  around->variable_start = around->variable_end = 0;
  around->all = FALSE;
  g_string_truncate (around->types, 0);
}

/* Whether the line above speaks of failure; the second half of a TRY has what was said of the first. */
static gboolean
is_explained (const ArdBlocks *blocks, guint32 row, guint32 start)
{
  guint32 line = ard_source_find_line (blocks->source, start);

  return (blocks->reason_line && blocks->reason_line <= line + 1 && line <= blocks->reason_line) ||
         (row + 1 == blocks->last_try && blocks->last_explained);
}

void
ard_blocks_open (ArdBlocks *blocks, ArdCaptureKind kind, guint32 row, guint32 start, guint32 depth, ArdPlace place)
{
  Block *around = innermost (blocks), *block = &blocks->blocks[blocks->n];
  ArdHandler *handler = &blocks->handlers[blocks->n++];

  block->kind = kind;
  block->row = row;
  block->handler = kind == ARD_CAPTURE_HANDLER ? blocks->n : around ? around->handler : 0;
  block->place = place;
  block->column = ard_source_column (blocks->source, start);
  block->variable_start = block->variable_end = 0;
  block->start = start;
  block->all = block->handled = block->returns = FALSE;
  block->explained = kind == ARD_CAPTURE_TRY && is_explained (blocks, row, start);
  if (around)
    around->handled |= kind != ARD_CAPTURE_TRY;
  g_string_assign (block->text, row + 1 == blocks->last_try ? capture_of (blocks, row)->text : "");
  g_string_truncate (block->types, 0);
  if (kind == ARD_CAPTURE_HANDLER && around && around->handler)
    ard_handler_occupy (&blocks->handlers[around->handler - 1]);
  *handler = (ArdHandler){ .depth = depth };
  if (kind == ARD_CAPTURE_HANDLER && around && around->kind == ARD_CAPTURE_TRY)
    inherit (blocks, block, around, handler);
}

void
ard_blocks_close (ArdBlocks *blocks, guint32 end_line)
{
  const Block *block = innermost (blocks);
  ArdCapture *capture = capture_of (blocks, block->row);

  capture->text = ard_snippet_keep (blocks->facts, block->text->str, block->text->len);
  capture->end_line = end_line + 1;
  blocks->last_try = block->kind == ARD_CAPTURE_TRY && !block->handled ? block->row + 1 : 0;
  if (block->kind == ARD_CAPTURE_TRY) {
    blocks->last_explained = block->explained;
    ard_standby_tried (&blocks->standby, block->handled ? block->row + 1 : 0, block->returns);
    capture->traits |= block->returns ? ARD_TRAIT_RETURNS : 0u;
  }
  if (block->kind == ARD_CAPTURE_HANDLER) {
    capture->traits |= ard_handler_traits (&blocks->handlers[blocks->n - 1], blocks->source);
    ard_standby_answered (&blocks->standby, blocks->source, &blocks->handlers[blocks->n - 1], block->start,
                          ard_errors_stay (blocks->facts->language), block->row);
    blocks->last_handler = blocks->ended = block->row + 1;
    blocks->last_line = blocks->ended_line = end_line;
    blocks->last_column = block->column;
  }
  blocks->n--;
}

void
ard_blocks_type (ArdBlocks *blocks, guint32 start, guint32 end)
{
  Block *block = innermost (blocks);
  g_autoptr (GString) type = g_string_new (NULL);

  if (!block || block->kind == ARD_CAPTURE_FINALLY)
    return;
  ard_snippet_append (type, blocks->source, start, end);
  ard_snippet_list (block->kind == ARD_CAPTURE_TRY ? block->types : block->text, type->str);
}

void
ard_blocks_variable (ArdBlocks *blocks, guint32 start, guint32 end)
{
  Block *block = innermost (blocks);

  if (block && block->kind == ARD_CAPTURE_HANDLER) {
    ard_handler_name (&blocks->handlers[blocks->n - 1], blocks->source, start, end);
    ard_standby_name (&blocks->standby, blocks->source, blocks->handlers[blocks->n - 1].variable_start, end);
  } else if (block && block->kind == ARD_CAPTURE_TRY) {
    block->variable_start = start;
    block->variable_end = end;
  }
}

void
ard_blocks_all (ArdBlocks *blocks)
{
  Block *block = innermost (blocks);

  if (block && block->kind == ARD_CAPTURE_HANDLER)
    blocks->handlers[blocks->n - 1].traits |= ARD_TRAIT_CATCH_ALL;
  else if (block)
    block->all = TRUE;
}

void
ard_blocks_callee (ArdBlocks *blocks, const char *text, guint32 start)
{
  const char *blank = strrchr (text, ' ');
  g_autofree char *word = NULL;

  if (!blocks->n || innermost (blocks)->kind != ARD_CAPTURE_TRY)
    return;
  word = g_strconcat (start != ARD_NONE && ard_call_leads (blocks->source, start) ? ";" : "", blank ? blank + 1 : text,
                      NULL);
  for (guint i = blocks->n; i > 0 && blocks->blocks[i - 1].kind == ARD_CAPTURE_TRY; i--)
    ard_snippet_list (blocks->blocks[i - 1].text, word);
}

void
ard_blocks_word (ArdBlocks *blocks, guint32 start, guint32 end, ArdPlace place)
{
  const char *text = blocks->source->text + start;
  Block *block = innermost (blocks);

  if (block && block->kind == ARD_CAPTURE_TRY && block->handled && end - start == strlen ("else") &&
      memcmp (text, "else", end - start) == 0)
    capture_of (blocks, block->row)->traits |= ARD_TRAIT_OTHER_WAY; /* what needs the result stands there */

  gboolean bare = end - start == strlen ("return") && memcmp (text, "return", end - start) == 0;
  gboolean whole = bare && ard_return_gives (blocks->source, end),
           last = bare && ard_return_is_last (blocks->source, end);

  if (!bare && !(end - start == strlen ("break") && memcmp (text, "break", end - start) == 0))
    return;
  for (guint i = blocks->n; i > 0 && blocks->blocks[i - 1].kind == ARD_CAPTURE_TRY; i--) {
    const ArdPlace *around = &blocks->blocks[i - 1].place;
    gboolean leaves = whole || (last && around->conditions == place.conditions) ||
                      (around->loops && (bare || (around->loops == place.loops && around->switches == place.switches)));

    blocks->blocks[i - 1].returns |= around->closures == place.closures && leaves;
  }
}

void
ard_blocks_enter_function (ArdBlocks *blocks)
{
  blocks->reason_line = 0;
}

void
ard_blocks_leave_closure (ArdBlocks *blocks, guint32 bits)
{
  if (bits & (ARD_MARK_FUNCTION | ARD_MARK_LAMBDA))
    ard_standby_leave (&blocks->standby, (bits & ARD_MARK_FUNCTION) != 0);
}

gboolean
ard_blocks_on_condition (const ArdBlocks *blocks, ArdPlace place)
{
  const Block *block = blocks->n ? &blocks->blocks[blocks->n - 1] : NULL;

  return block && block->place.closures == place.closures && block->place.conditions < place.conditions;
}

void
ard_blocks_add (ArdBlocks *blocks, guint32 traits)
{
  ard_blocks_add_here (blocks, traits, ARD_NONE);
}

void
ard_blocks_add_here (ArdBlocks *blocks, guint32 traits, guint32 closures)
{
  for (guint i = 0; i < blocks->n; i++)
    if (blocks->blocks[i].kind == ARD_CAPTURE_HANDLER &&
        (closures == ARD_NONE || blocks->blocks[i].place.closures == closures))
      blocks->handlers[i].traits |= traits;
}

guint32
ard_blocks_left (const ArdBlocks *blocks, ArdPlace place, gboolean whole, gboolean switches)
{
  for (guint i = blocks->n; i > 0; i--) {
    const Block *block = &blocks->blocks[i - 1];

    if (block->kind == ARD_CAPTURE_FINALLY && block->place.closures == place.closures &&
        (whole || (block->place.loops == place.loops && (!switches || block->place.switches == place.switches))))
      return block->row;
  }
  return ARD_NONE;
}

/* What stands by when the TRY around, or the one that has just ended, fails. */
static void
read_standby (ArdBlocks *blocks, guint32 start, guint32 end)
{
  Block *block = innermost (blocks);
  gboolean tried = block && block->kind == ARD_CAPTURE_TRY;
  gboolean strict = ard_names_are_strict (blocks->facts->language);
  guint32 row = ard_standby_other_way (&blocks->standby, blocks->source, start, end);

  if (row != ARD_NONE)
    capture_of (blocks, row)->traits |= ARD_TRAIT_OTHER_WAY;
  if ((row = ard_standby_relied (&blocks->standby, blocks->source, start, end, strict)) != ARD_NONE)
    capture_of (blocks, row)->traits |= ARD_TRAIT_RELIED;
  if ((row = ard_standby_asked (&blocks->standby, blocks->source, start, end)) != ARD_NONE)
    capture_of (blocks, row)->traits |= ARD_TRAIT_THROWS | ARD_TRAIT_USES_ERROR;
  if (ard_standby_token (&blocks->standby, blocks->source, start, end, tried ? block->start : 0, strict))
    capture_of (blocks, block->row)->traits |= ARD_TRAIT_ANSWERED;
}

gboolean
ard_blocks_token (ArdBlocks *blocks, guint32 start, guint32 end, guint32 depth, gboolean named, ArdTokenClass kind)
{
  guint32 index = blocks->n ? blocks->blocks[blocks->n - 1].handler : 0;
  gboolean found = FALSE;

  blocks->last_handler = blocks->loose_column = 0;
  read_standby (blocks, start, end);
  if (end - start != 1 || blocks->source->text[start] != ';')
    blocks->last_try = 0;
  if (index)
    ard_handler_token (&blocks->handlers[index - 1], blocks->source, start, end, depth, named, kind);
  while (index) {
    ArdHandler *handler = &blocks->handlers[index - 1];

    if (ard_handler_is_error (handler, blocks->source, start, end)) {
      handler->traits |= ARD_TRAIT_USES_ERROR;
      found = TRUE;
    }
    index = index > 1 ? blocks->blocks[index - 2].handler : 0;
  }
  return found;
}

/* A reason stands directly above a TRY or inside; the lines of comment below it belong to it. */
static void
read_reason (ArdBlocks *blocks, guint32 start, guint32 line)
{
  guint32 end = ard_comment_end (blocks->source, start);
  Block *block = innermost (blocks);
  gboolean goes_on = blocks->reason_line && line <= blocks->reason_line;

  if (!goes_on && !ard_comment_explains (blocks->source, start, end))
    return;
  blocks->reason_line = 1 + ard_source_find_line (blocks->source, end > start ? end - 1 : start);
  if (block && block->kind == ARD_CAPTURE_TRY)
    block->explained = TRUE;
}

/* A comment behind a handler is its own on its last line, or indented deeper: Python ends a block before it. */
void
ard_blocks_comment (ArdBlocks *blocks, guint32 start, guint32 line, gboolean marker)
{
  guint32 trait = marker ? ARD_TRAIT_MARKED : ARD_TRAIT_COMMENTED;
  guint32 column = start - g_array_index (blocks->source->starts, guint32, line);
  ArdHandler *handler = ard_blocks_handler (blocks);

  if (blocks->last_handler && (line == blocks->last_line || column > blocks->last_column))
    capture_of (blocks, blocks->last_handler - 1)->traits |= trait;
  else if (handler)
    handler->traits |= trait;
  else if (blocks->ended && line == blocks->ended_line && !marker &&
           !ard_comment_is_directive (blocks->source, start, ard_comment_end (blocks->source, start)))
    capture_of (blocks, blocks->ended - 1)->traits |= trait;
  if (!marker) {
    blocks->loose_column = 1 + column;
    read_reason (blocks, start, line);
  }
}
