#include "languages/captures.h"

#include <string.h>

#include "languages/blocks.h"
#include "languages/callees.h"
#include "languages/rowset.h"
#include "languages/sketch.h"
#include "languages/snippet.h"

#define MAX_ROWS 50000

#define CLOSURES (ARD_MARK_FUNCTION | ARD_MARK_LAMBDA)
#define WANTED (CLOSURES | ARD_MARK_TRY | ARD_MARK_HANDLER | ARD_MARK_LOOP | ARD_MARK_SWITCH)
#define CALLEES (ARD_FACT_CALLEE | ARD_FACT_CALLEE_WHOLE | ARD_FACT_CALLEE_AWAITED | ARD_FACT_CALLEE_VOIDED)
#define OF_HANDLER                                                                                                    \
  (ARD_FACT_HANDLER_BODY | ARD_FACT_HANDLER_TYPE | ARD_FACT_HANDLER_VARIABLE | ARD_FACT_TRIVIAL | ARD_FACT_CONSTANT | \
   ARD_FACT_STATEMENT_CALL | ARD_FACT_STATEMENT_VALUE | ARD_FACT_STATEMENT_LEAVE)

#define NEXT (ARD_FACT_STATEMENT_CALL | ARD_FACT_STATEMENT_VALUE | ARD_FACT_STATEMENT_LEAVE)

/* What a function or lambda begins anew. */
typedef struct {
  guint32 loops, switches;
  gboolean lambda;
  gboolean passes; /* a bare return hands the error on */
} Closure;

/* What becomes of the value of the next callee. */
typedef enum { NEXT_USED, NEXT_DROPPED, NEXT_HANDED_ON } Next;

/* What leaving a node must undo. */
typedef struct {
  guint64 facts;
  guint32 bits;
  guint32 start, line;
  guint32 traits; /* of a CALL */
  guint32 thrown;
  Closure closure;
  guint32 whole;
  Next next; /* what the callee was: its value is dropped or handed on */
  Next next_outside;
  gboolean block, outermost, told;
} Frame;

struct ArdCaptures {
  ArdBlocks *blocks;
  ArdCallees *callees;
  ArdRowSet *known; /* rows that are stored once */
  GArray *frames;   /* of Frame */
  GString *scratch;

  /* of the current tree */
  const ArdSource *source;
  ArdUnits *units;
  const ArdPatterns *logs;
  ArdFacts *facts;
  guint32 rows;     /* made for it */
  guint32 closures; /* open functions and lambdas */
  Closure closure;
  Next next;
  guint32 whole;     /* 1 + frame of the innermost callee.whole that has not come to its arguments; 0: none */
  guint32 type_only; /* open imports of types */
  guint32 thrown;    /* 1 + row of the innermost open THROW; 0: none */
};

ArdCaptures *
ard_captures_new (void)
{
  ArdCaptures *self = g_new0 (ArdCaptures, 1);

  self->blocks = ard_blocks_new ();
  self->callees = ard_callees_new ();
  self->known = ard_row_set_new ();
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self->scratch = g_string_new (NULL);
  return self;
}

void
ard_captures_free (ArdCaptures *captures)
{
  if (!captures)
    return;
  ard_blocks_free (captures->blocks);
  ard_callees_free (captures->callees);
  ard_row_set_free (captures->known);
  g_array_unref (captures->frames);
  g_string_free (captures->scratch, TRUE);
  g_free (captures);
}

gboolean
ard_captures_want (const ArdMark *mark)
{
  return mark->facts || (mark->bits & WANTED);
}

static ArdPlace
place_of (const ArdCaptures *self)
{
  return (ArdPlace){ self->closures, self->closure.loops, self->closure.switches };
}

/* Returns the row, or ARD_NONE when there is no room. */
static guint32
append (ArdCaptures *self, ArdCaptureKind kind, guint32 line, const char *text, gsize length, guint32 traits)
{
  if (self->rows == MAX_ROWS) {
    self->facts->captures_left_out++;
    return ARD_NONE;
  }

  ArdCapture capture = { .kind = kind,
                         .function = ard_units_innermost (self->units),
                         .start_line = line + 1,
                         .end_line = line + 1,
                         .text = ard_snippet_keep (self->facts, text, length),
                         .traits = traits | (self->closure.loops ? ARD_TRAIT_IN_LOOP : 0),
                         .parent = ard_blocks_row (self->blocks) };

  self->rows++;
  g_array_append_val (self->facts->captures, capture);
  return self->facts->captures->len - 1;
}

/* Whether no row of that kind, function, text and traits is there. */
static gboolean
is_new (ArdCaptures *self, ArdCaptureKind kind, guint32 function, const char *text, gsize length, guint32 traits)
{
  const guint64 parts[] = { ard_hash_bytes (text, length), (guint64) kind << 32 | function,
                            (guint64) traits << 1 | (self->closure.loops > 0) };

  return ard_row_set_add (self->known, ard_hash_bytes ((const char *) parts, sizeof parts));
}

static void
append_span (ArdCaptures *self, ArdCaptureKind kind, guint32 line, guint32 start, guint32 end, guint32 traits)
{
  g_string_truncate (self->scratch, 0);
  ard_snippet_append (self->scratch, self->source, start, end);
  append (self, kind, line, self->scratch->str, self->scratch->len, traits);
}

void
ard_captures_begin (ArdCaptures *captures, const ArdSource *source, ArdUnits *units, const ArdPatterns *logs,
                    ArdFacts *facts)
{
  captures->source = source;
  captures->units = units;
  captures->logs = logs;
  captures->facts = facts;
  captures->rows = captures->closures = captures->type_only = captures->thrown = 0;
  captures->closure = (Closure){ 0 };
  captures->next = NEXT_USED;
  captures->whole = 0;
  g_array_set_size (captures->frames, 0);
  ard_blocks_begin (captures->blocks, source, facts);
  ard_callees_begin (captures->callees, source);
  ard_row_set_empty (captures->known);
  if (source->size > 2 && memcmp (source->text, "#!", 2) == 0)
    append_span (captures, ARD_CAPTURE_INTERPRETER, 0, 0, (guint32) strcspn (source->text, "\n"), 0);
}

/* ---- functions ---- */

static void
enter_closure (ArdCaptures *self, guint32 bits)
{
  if (bits & CLOSURES) {
    self->closure = (Closure){ .lambda = !(bits & ARD_MARK_FUNCTION) };
    self->closures++;
  }
  self->closure.loops += (bits & ARD_MARK_LOOP) != 0;
  self->closure.switches += (bits & ARD_MARK_SWITCH) != 0;
}

static void
add_function_traits (ArdCaptures *self, const ArdMark *mark)
{
  static const struct {
    guint64 fact;
    guint32 trait;
    gboolean in_head;
  } rows[] = {
    { ARD_FACT_ASYNC_FUNCTION, ARD_FUNCTION_ASYNC, FALSE }, { ARD_FACT_FALLIBLE, ARD_FUNCTION_FALLIBLE, TRUE },
    { ARD_FACT_FIXED, ARD_FUNCTION_FIXED, TRUE },           { ARD_FACT_ABSTRACT, ARD_FUNCTION_ABSTRACT, FALSE },
    { ARD_FACT_ENTRY, ARD_FUNCTION_ENTRY, FALSE },          { ARD_FACT_PUBLIC, ARD_FUNCTION_PUBLIC, FALSE }
  };
  guint32 function = ard_units_innermost (self->units);
  gboolean own = (mark->bits & ARD_MARK_FUNCTION) != 0;

  if (function == ARD_NONE || self->closure.lambda || (mark->bits & ARD_MARK_NOT_FUNCTION))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((mark->facts & rows[i].fact) && (own || rows[i].in_head))
      g_array_index (self->facts->functions, ArdFunction, function).traits |= rows[i].trait;
  if (mark->facts & ARD_FACT_RESULT)
    self->closure.passes = TRUE;
}

/* ---- handlers ---- */

static ArdCaptureKind
block_kind (const ArdMark *mark)
{
  if ((mark->bits & ARD_MARK_HANDLER) || (mark->facts & ARD_FACT_HANDLER_BLOCK))
    return ARD_CAPTURE_HANDLER;
  if (mark->facts & ARD_FACT_FINALLY)
    return ARD_CAPTURE_FINALLY;
  return (mark->bits & ARD_MARK_TRY) || (mark->facts & ARD_FACT_TRY_BLOCK) ? ARD_CAPTURE_TRY : ARD_N_CAPTURES;
}

static gboolean
open_block (ArdCaptures *self, const ArdMark *mark, guint32 depth, guint32 line)
{
  ArdCaptureKind kind = block_kind (mark);
  guint32 row, traits = 0;

  if (kind == ARD_N_CAPTURES || !ard_blocks_have_room (self->blocks))
    return FALSE;
  if (kind == ARD_CAPTURE_HANDLER)
    traits = (mark->bits & CLOSURES ? ARD_TRAIT_CALLBACK : 0u) |
             (mark->facts & ARD_FACT_HANDLER_EITHER ? ARD_TRAIT_EITHER : 0u);
  row = kind == ARD_CAPTURE_TRY ? ard_blocks_last_try (self->blocks) : ARD_NONE;
  if (row == ARD_NONE)
    row = append (self, kind, line, "", 0, traits);
  if (row == ARD_NONE)
    return FALSE;
  ard_blocks_open (self->blocks, kind, row, mark->start, depth, place_of (self));
  return TRUE;
}

static void
enter_handler (ArdCaptures *self, const ArdMark *mark, guint32 depth)
{
  ArdHandler *handler = ard_blocks_handler (self->blocks);

  if (mark->facts & ARD_FACT_HANDLER_ALL)
    ard_blocks_all (self->blocks);
  if (mark->facts & ARD_FACT_HANDLER_TYPE)
    ard_blocks_type (self->blocks, mark->start, mark->end);
  if (mark->facts & ARD_FACT_HANDLER_VARIABLE)
    ard_blocks_variable (self->blocks, mark->start, mark->end);
  if (handler && (mark->facts & ARD_FACT_HANDLER_USE))
    handler->traits |= ARD_TRAIT_USES_ERROR;
  if (handler && (mark->facts & OF_HANDLER))
    ard_handler_enter (handler, mark->facts, depth);
}

/* ---- statements ---- */

static guint32
word_end (const ArdCaptures *self, guint32 start, guint32 end)
{
  while (start < end && (g_ascii_isalnum (self->source->text[start]) || self->source->text[start] == '_'))
    start++;
  return start;
}

/* What is raised: the node less its keyword and the semicolon at its end. */
static void
append_throw (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  static const char *const keywords[] = { "throw", "raise", "return", "rethrow", "fail" };
  const char *text = self->source->text;
  guint32 start = mark->start, end = mark->end, stop = word_end (self, start, end);

  while (end > start && (text[end - 1] == ';' || g_ascii_isspace (text[end - 1])))
    end--;
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (stop - start == strlen (keywords[i]) && memcmp (text + start, keywords[i], stop - start) == 0) {
      start = stop;
      break;
    }

  gboolean bare = start >= end;
  guint32 row;

  g_string_truncate (self->scratch, 0);
  ard_snippet_append (self->scratch, self->source, start, MAX (start, end));
  row = append (self, ARD_CAPTURE_THROW, line, self->scratch->str, self->scratch->len, bare ? ARD_TRAIT_USES_ERROR : 0);
  ard_blocks_add (self->blocks, bare ? ARD_TRAIT_THROWS | ARD_TRAIT_USES_ERROR : ARD_TRAIT_THROWS);
  self->thrown = row == ARD_NONE ? 0 : row + 1;
}

static void
append_leave (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  gboolean whole = (mark->facts & ARD_FACT_STATEMENT_LEAVE) != 0, breaks;
  guint32 end = word_end (self, mark->start, mark->end), finally, row;

  breaks = end - mark->start == strlen ("break") &&
           memcmp (self->source->text + mark->start, "break", strlen ("break")) == 0;
  finally = ard_blocks_left (self->blocks, place_of (self), whole, breaks);
  if (finally == ARD_NONE)
    return;
  row = append (self, ARD_CAPTURE_LEAVE, line, self->source->text + mark->start, end - mark->start, 0);
  if (row != ARD_NONE)
    g_array_index (self->facts->captures, ArdCapture, row).parent = finally;
}

static void
enter_statement (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  guint64 facts = mark->facts;
  ArdHandler *handler = ard_blocks_handler (self->blocks);

  if (handler && (facts & (ARD_FACT_THROW | ARD_FACT_ABORT)))
    ard_handler_occupy (handler);

  if (facts & (ARD_FACT_STATEMENT_LEAVE | ARD_FACT_STATEMENT_JUMP))
    append_leave (self, mark, line);
  if (facts & ARD_FACT_THROW)
    append_throw (self, mark, line);
  if ((facts & ARD_FACT_THROW_NEW) && self->thrown)
    g_array_index (self->facts->captures, ArdCapture, self->thrown - 1).traits |= ARD_TRAIT_NEW;
  if (facts & ARD_FACT_IGNORED)
    append_span (self, ARD_CAPTURE_IGNORED, line, mark->start, mark->end, 0);
  if (facts & ARD_FACT_ASYNC)
    append_span (self, ARD_CAPTURE_ASYNC, line, mark->start, mark->end, 0);
  if (facts & ARD_FACT_ERREXIT)
    append_span (self, ARD_CAPTURE_ERREXIT, line, mark->start, mark->end, 0);
  if (facts & ARD_FACT_ABORT) {
    append_span (self, ARD_CAPTURE_ABORT, line, mark->start, mark->end, 0);
    ard_blocks_add_here (self->blocks, ARD_TRAIT_LEAVES, self->closures);
  }
  if (facts & NEXT)
    self->next = facts & ARD_FACT_STATEMENT_CALL ? NEXT_DROPPED : NEXT_HANDED_ON;
}

/* ---- calls ---- */

static void
enter_callee (ArdCaptures *self, const ArdMark *mark, Frame *frame)
{
  frame->outermost = ard_callees_enter (self->callees, mark->start);
  frame->next = self->next;
  if (mark->facts & ARD_FACT_CALLEE_AWAITED)
    frame->traits = ARD_TRAIT_AWAITED;
  else if (mark->facts & ARD_FACT_CALLEE_VOIDED)
    frame->traits = ARD_TRAIT_VOIDED;
  else if (self->next == NEXT_DROPPED)
    frame->traits = ARD_TRAIT_DISCARDED;
  self->next = NEXT_USED;
  self->whole = mark->facts & ARD_FACT_CALLEE_WHOLE ? self->frames->len + 1 : 0;
}

static void
tell_callee (ArdCaptures *self, const Frame *frame)
{
  ArdHandler *handler = ard_blocks_handler (self->blocks);
  gsize length;
  const char *text = ard_callees_text (self->callees, &length);

  if (frame->next != NEXT_USED && handler && ard_handler_wants_callee (handler))
    ard_handler_callee (handler, ard_patterns_match (self->logs, text, (gssize) length));
  if (!(frame->facts & ARD_FACT_CALLEE_HANDLES))
    ard_blocks_callee (self->blocks, text);
  if (frame->traits || is_new (self, ARD_CAPTURE_CALL, ard_units_innermost (self->units), text, length, 0))
    append (self, ARD_CAPTURE_CALL, frame->line, text, length, frame->traits);
}

/* The callee of the call around is complete. */
static void
enter_arguments (ArdCaptures *self)
{
  Frame *frame = self->whole ? &g_array_index (self->frames, Frame, self->whole - 1) : NULL;

  if (frame && !frame->told) {
    tell_callee (self, frame);
    frame->told = TRUE;
  }
  ard_callees_open_arguments (self->callees);
}

static void
leave_callee (ArdCaptures *self, const Frame *frame)
{
  if (!frame->told)
    tell_callee (self, frame);
  ard_callees_leave (self->callees, frame->outermost);
}

/* ---- structure ---- */

static gboolean
is_quote (char c)
{
  return c && strchr ("\"'`<>", c);
}

static void
append_import (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  guint32 start = mark->start, end = mark->end, traits = 0;

  while (start < end && is_quote (self->source->text[start]))
    start++;
  while (end > start && is_quote (self->source->text[end - 1]))
    end--;
  if (mark->facts & ARD_FACT_IMPORT_SYSTEM)
    traits |= ARD_TRAIT_SYSTEM;
  if (self->type_only)
    traits |= ARD_TRAIT_TYPE_ONLY;
  if (mark->facts & ARD_FACT_IMPORT_NAME)
    traits |= ARD_TRAIT_MEMBER;
  append_span (self, ARD_CAPTURE_IMPORT, line, start, end, traits);
}

static void
append_definition (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  const char *name = ard_units_qualify (self->units, mark->start, mark->end);
  guint32 traits = (mark->facts & ARD_FACT_DEFINITION_ABSTRACT ? ARD_TRAIT_ABSTRACT : 0u) |
                   (mark->facts & ARD_FACT_DEFINITION_PUBLIC ? ARD_TRAIT_PUBLIC : 0u) |
                   (mark->facts & ARD_FACT_IMPORT_TYPE ? ARD_TRAIT_TYPE_ONLY : 0u);

  append (self, ARD_CAPTURE_DEFINITION, line, name, strlen (name), traits);
}

static void
append_reference (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  guint32 traits = mark->facts & ARD_FACT_REFERENCE_BASE ? ARD_TRAIT_BASE : 0;

  g_string_truncate (self->scratch, 0);
  ard_snippet_append (self->scratch, self->source, mark->start, mark->end);
  if (traits || is_new (self, ARD_CAPTURE_REFERENCE, ARD_NONE, self->scratch->str, self->scratch->len, traits))
    append (self, ARD_CAPTURE_REFERENCE, line, self->scratch->str, self->scratch->len, traits);
}

static void
enter_structure (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  guint64 facts = mark->facts;

  self->type_only += (facts & ARD_FACT_IMPORT_TYPE) != 0;
  if (facts & (ARD_FACT_IMPORT_PATH | ARD_FACT_IMPORT_NAME))
    append_import (self, mark, line);
  if (facts & ARD_FACT_PACKAGE)
    append_span (self, ARD_CAPTURE_PACKAGE, line, mark->start, mark->end, 0);
  if (facts & ARD_FACT_DEFINITION)
    append_definition (self, mark, line);
  if (facts & ARD_FACT_REFERENCE)
    append_reference (self, mark, line);
}

/* ---- the walk ---- */

/* A return inside a handler: bare, of a constant, or with something. */
static void
leave_return (ArdCaptures *self, const ArdHandler *handler)
{
  gboolean bare = ard_handler_returns_nothing (handler);

  if (bare && self->closure.passes)
    ard_blocks_add_here (self->blocks, ARD_TRAIT_THROWS | ARD_TRAIT_USES_ERROR, self->closures);
  else if (!bare && ard_handler_returns_something (handler))
    ard_blocks_add_here (self->blocks, ARD_TRAIT_LEAVES, self->closures);
}

void
ard_captures_enter (ArdCaptures *captures, const ArdMark *mark, guint32 depth, guint32 line)
{
  Frame frame = { .facts = mark->facts,
                  .bits = mark->bits,
                  .start = mark->start,
                  .line = line,
                  .thrown = captures->thrown,
                  .closure = captures->closure,
                  .whole = captures->whole,
                  .next_outside = captures->next };

  enter_closure (captures, mark->bits);
  add_function_traits (captures, mark);
  frame.block = open_block (captures, mark, depth, line);
  enter_handler (captures, mark, depth);
  enter_statement (captures, mark, line);
  if (mark->facts & CALLEES)
    enter_callee (captures, mark, &frame);
  if (mark->facts & ARD_FACT_CALLEE_ARGUMENTS)
    enter_arguments (captures);
  enter_structure (captures, mark, line);
  g_array_append_val (captures->frames, frame);
}

void
ard_captures_leave (ArdCaptures *captures, guint32 end)
{
  Frame frame = g_array_index (captures->frames, Frame, captures->frames->len - 1);
  ArdHandler *handler = ard_blocks_handler (captures->blocks);

  if (handler && (frame.facts & ARD_FACT_STATEMENT_LEAVE))
    leave_return (captures, handler);
  g_array_set_size (captures->frames, captures->frames->len - 1);
  if (frame.facts & ARD_FACT_CALLEE_ARGUMENTS)
    ard_callees_close_arguments (captures->callees);
  if (frame.facts & CALLEES)
    leave_callee (captures, &frame);
  if (handler && (frame.facts & OF_HANDLER))
    ard_handler_leave (handler, frame.facts);
  if (frame.block)
    ard_blocks_close (captures->blocks, ard_source_find_line (captures->source, end - 1));
  if (frame.facts & NEXT)
    captures->next = frame.next_outside;
  captures->whole = frame.whole;
  captures->type_only -= (frame.facts & ARD_FACT_IMPORT_TYPE) != 0;
  captures->thrown = frame.thrown;
  captures->closures -= (frame.bits & CLOSURES) != 0;
  if (frame.bits & (CLOSURES | ARD_MARK_LOOP | ARD_MARK_SWITCH))
    captures->closure = frame.closure;
}

void
ard_captures_token (ArdCaptures *captures, guint32 start, guint32 end, guint32 depth, gboolean named,
                    ArdTokenClass kind)
{
  if (ard_blocks_token (captures->blocks, start, end, depth, named, kind) && captures->thrown)
    g_array_index (captures->facts->captures, ArdCapture, captures->thrown - 1).traits |= ARD_TRAIT_USES_ERROR;
  if (ard_callees_open (captures->callees))
    ard_callees_token (captures->callees, start, end, named);
}

void
ard_captures_comment (ArdCaptures *captures, guint32 start, guint32 line, gboolean marker)
{
  ard_blocks_comment (captures->blocks, start, line, marker);
}

static gint
compare_captures (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdCapture *rows = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (rows[i].start_line != rows[j].start_line)
    return rows[i].start_line < rows[j].start_line ? -1 : 1;
  return i < j ? -1 : i > j;
}

void
ard_captures_end (ArdCaptures *captures)
{
  GArray *rows = captures->facts->captures;
  g_autofree ArdCapture *old = g_memdup2 (rows->data, rows->len * sizeof (ArdCapture));
  g_autofree guint32 *order = g_new (guint32, rows->len + 1);
  g_autofree guint32 *place = g_new (guint32, rows->len + 1);

  for (guint32 i = 0; i < rows->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) rows->len, sizeof *order, compare_captures, old);
  for (guint32 i = 0; i < rows->len; i++)
    place[order[i]] = i;
  for (guint32 i = 0; i < rows->len; i++) {
    ArdCapture *capture = &g_array_index (rows, ArdCapture, i);

    *capture = old[order[i]];
    if (capture->parent != ARD_NONE)
      capture->parent = place[capture->parent];
  }
}
