#include "languages/captures.h"

#include <string.h>

#include "languages/callees.h"
#include "languages/callsite.h"
#include "languages/capturerows.h"
#include "languages/snippet.h"
#include "languages/structure.h"

#define CLOSURES (ARD_MARK_FUNCTION | ARD_MARK_LAMBDA)
#define CONDITIONS (ARD_MARK_IF | ARD_MARK_ELSEIF | ARD_MARK_SWITCH | ARD_MARK_TERNARY)
#define WANTED (CLOSURES | CONDITIONS | ARD_MARK_TRY | ARD_MARK_HANDLER | ARD_MARK_LOOP)
#define OF_HANDLER                                                                                                    \
  (ARD_FACT_HANDLER_BODY | ARD_FACT_HANDLER_TYPE | ARD_FACT_HANDLER_VARIABLE | ARD_FACT_TRIVIAL | ARD_FACT_CONSTANT | \
   ARD_FACT_STATEMENT_CALL | ARD_FACT_STATEMENT_VALUE | ARD_FACT_STATEMENT_LEAVE)
#define NEXT (ARD_FACT_STATEMENT_CALL | ARD_FACT_STATEMENT_VALUE | ARD_FACT_STATEMENT_LEAVE)
/* What a function or lambda begins anew. */
typedef struct {
  guint32 loops, switches, conditions;
  gboolean lambda;
  gboolean passes; /* a bare return hands the error on */
} Closure;

/* What becomes of the value of the next callee. */
typedef enum { NEXT_USED, NEXT_DROPPED, NEXT_HANDED_ON } Next;

/* What leaving a node must undo. */
typedef struct {
  guint64 facts;
  guint32 bits, line, start;
  guint32 traits; /* of a CALL */
  guint32 thrown, whole;
  Closure closure;
  Next next; /* what the callee was: its value is dropped or handed on */
  Next next_outside;
  gboolean block, outermost, told;
} Frame;

struct ArdCaptures {
  ArdCaptureRows rows;
  ArdBlocks *blocks; /* those of rows */
  ArdCallees *callees;
  GArray *frames; /* of Frame */

  /* of the current tree */
  const ArdSource *source;
  ArdUnits *units;
  const ArdPatterns *logs;
  ArdFacts *facts;
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

  ard_capture_rows_init (&self->rows);
  self->blocks = self->rows.blocks;
  self->callees = ard_callees_new ();
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  return self;
}

void
ard_captures_free (ArdCaptures *captures)
{
  if (!captures)
    return;
  ard_capture_rows_clear (&captures->rows);
  ard_callees_free (captures->callees);
  g_array_unref (captures->frames);
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
  return (ArdPlace){ self->closures, self->closure.loops, self->closure.switches, self->closure.conditions };
}

void
ard_captures_begin (ArdCaptures *captures, const ArdSource *source, ArdUnits *units, const ArdPatterns *logs,
                    ArdFacts *facts)
{
  captures->source = source;
  captures->units = units;
  captures->logs = logs;
  captures->facts = facts;
  captures->closures = captures->type_only = captures->thrown = 0;
  captures->closure = (Closure){ 0 };
  captures->next = NEXT_USED;
  captures->whole = 0;
  g_array_set_size (captures->frames, 0);
  ard_capture_rows_begin (&captures->rows, source, units, facts);
  ard_callees_begin (captures->callees, source);
  if (source->size > 2 && memcmp (source->text, "#!", 2) == 0)
    ard_capture_rows_add_span (&captures->rows, ARD_CAPTURE_INTERPRETER, 0, 0, (guint32) strcspn (source->text, "\n"),
                               0);
}

/* ---- functions ---- */

static void
enter_closure (ArdCaptures *self, guint32 bits)
{
  if (bits & CLOSURES) {
    self->closure = (Closure){ .lambda = !(bits & ARD_MARK_FUNCTION) };
    self->closures++;
  }
  if (bits & ARD_MARK_FUNCTION)
    ard_blocks_enter_function (self->blocks);
  self->closure.loops += (bits & ARD_MARK_LOOP) != 0;
  self->closure.switches += (bits & ARD_MARK_SWITCH) != 0;
  self->closure.conditions += (bits & CONDITIONS) != 0;
  self->rows.in_loop = self->closure.loops > 0;
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
  row = kind == ARD_CAPTURE_TRY && mark->facts & ARD_FACT_TRY_BLOCK ? ard_blocks_last_try (self->blocks) : ARD_NONE;
  if (row == ARD_NONE)
    row = ard_capture_rows_add (&self->rows, kind, line, "", 0, traits);
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
  if (handler && (mark->facts & ARD_FACT_HANDLER_GUARD))
    handler->traits |= ARD_TRAIT_GUARDED;
  if (handler && (mark->facts & OF_HANDLER))
    ard_handler_enter (handler, mark->facts, depth);
}

/* ---- statements ---- */

/* What is raised: the node less its keyword and the semicolon at its end. */
static void
append_throw (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  const char *text = self->source->text;
  guint32 start = ard_snippet_raised (self->source, mark->start, mark->end), end = mark->end;

  while (end > start && (text[end - 1] == ';' || g_ascii_isspace (text[end - 1])))
    end--;

  gboolean bare = start >= end;
  guint32 row = ard_capture_rows_add_span (&self->rows, ARD_CAPTURE_THROW, line, start, MAX (start, end),
                                           bare ? ARD_TRAIT_USES_ERROR : 0);
  if (row != ARD_NONE && ard_blocks_on_condition (self->blocks, place_of (self)))
    ard_capture_rows_at (&self->rows, row)->traits |= ARD_TRAIT_GUARDED;
  ard_blocks_add (self->blocks, bare ? ARD_TRAIT_THROWS | ARD_TRAIT_USES_ERROR : ARD_TRAIT_THROWS);
  self->thrown = row == ARD_NONE ? 0 : row + 1;
}

static void
append_leave (ArdCaptures *self, const ArdMark *mark, guint32 line)
{
  gboolean whole = (mark->facts & ARD_FACT_STATEMENT_LEAVE) != 0, breaks;
  guint32 end = ard_snippet_word (self->source, mark->start, mark->end), finally, row;

  breaks = end - mark->start == strlen ("break") &&
           memcmp (self->source->text + mark->start, "break", strlen ("break")) == 0;
  finally = ard_blocks_left (self->blocks, place_of (self), whole, breaks);
  if (finally == ARD_NONE)
    return;
  row = ard_capture_rows_add (&self->rows, ARD_CAPTURE_LEAVE, line, self->source->text + mark->start, end - mark->start,
                              0);
  if (row != ARD_NONE)
    ard_capture_rows_at (&self->rows, row)->parent = finally;
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
    ard_capture_rows_at (&self->rows, self->thrown - 1)->traits |= ARD_TRAIT_NEW;
  if (facts & ARD_FACT_IGNORED)
    ard_capture_rows_add_span (&self->rows, ARD_CAPTURE_IGNORED, line, mark->start, mark->end, 0);
  if (facts & ARD_FACT_ASYNC)
    ard_capture_rows_add_span (&self->rows, ARD_CAPTURE_ASYNC, line, mark->start, mark->end, 0);
  if (facts & ARD_FACT_ERREXIT)
    ard_capture_rows_add_span (&self->rows, ARD_CAPTURE_ERREXIT, line, mark->start, mark->end, 0);
  if (facts & ARD_FACT_ABORT) {
    ard_capture_rows_add_span (&self->rows, ARD_CAPTURE_ABORT, line, mark->start, mark->end, 0);
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
  frame->traits = ard_callee_traits (mark->facts, self->next == NEXT_DROPPED);
  self->next = NEXT_USED;
  self->whole = mark->facts & ARD_FACT_CALLEE_WHOLE ? self->frames->len + 1 : 0;
}

/* end: behind the callee, 0 before it is known. */
static void
tell_callee (ArdCaptures *self, const Frame *frame, guint32 end)
{
  GString *name = g_string_truncate (self->rows.scratch, 0);
  ArdHandler *handler = ard_blocks_handler (self->blocks);
  gsize length;
  const char *text = ard_callees_text (self->callees, &length);

  if (frame->next != NEXT_USED && handler && ard_handler_wants_callee (handler))
    ard_handler_callee (handler, text, ard_patterns_match (self->logs, text, (gssize) length));
  if (!(frame->facts & ARD_FACT_CALLEE_HANDLES))
    ard_blocks_callee (self->blocks, text, frame->outermost ? frame->start : ARD_NONE);
  if (end && ard_call_name (self->source, self->facts->language, frame->start, end, name)) {
    text = name->str;
    length = name->len;
  }
  if (frame->traits ||
      ard_capture_rows_are_new (&self->rows, ARD_CAPTURE_CALL, ard_units_innermost (self->units), text, length))
    ard_capture_rows_add (&self->rows, ARD_CAPTURE_CALL, frame->line, text, length, frame->traits);
}

/* The callee of the call around is complete. */
static void
enter_arguments (ArdCaptures *self)
{
  Frame *frame = self->whole ? &g_array_index (self->frames, Frame, self->whole - 1) : NULL;

  if (frame && !frame->told) {
    tell_callee (self, frame, 0);
    frame->told = TRUE;
  }
  ard_callees_open_arguments (self->callees);
}

static void
leave_callee (ArdCaptures *self, const Frame *frame, guint32 end)
{
  if (!frame->told)
    tell_callee (self, frame, end);
  ard_callees_leave (self->callees, frame->outermost);
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
                  .line = line,
                  .start = mark->start,
                  .thrown = captures->thrown,
                  .closure = captures->closure,
                  .whole = captures->whole,
                  .next_outside = captures->next };

  enter_closure (captures, mark->bits);
  if (!captures->closure.lambda)
    ard_structure_add_traits (&captures->rows, mark);
  if (mark->facts & ARD_FACT_RESULT)
    captures->closure.passes = TRUE;
  frame.block = open_block (captures, mark, depth, line);
  enter_handler (captures, mark, depth);
  enter_statement (captures, mark, line);
  if (mark->facts & ARD_CALLEES)
    enter_callee (captures, mark, &frame);
  if (mark->facts & ARD_FACT_CALLEE_ARGUMENTS)
    enter_arguments (captures);
  captures->type_only += (mark->facts & ARD_FACT_IMPORT_TYPE) != 0;
  ard_structure_add (&captures->rows, mark, line, captures->type_only > 0);
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
  if (frame.facts & ARD_CALLEES)
    frame.traits = ard_call_traits (captures->source, captures->facts->language, frame.start, end, frame.traits);
  if (frame.facts & ARD_CALLEES)
    leave_callee (captures, &frame, end);
  if (handler && (frame.facts & OF_HANDLER))
    ard_handler_leave (handler, frame.facts);
  if (frame.block)
    ard_blocks_close (captures->blocks, ard_source_find_line (captures->source, end - 1));
  if (frame.facts & NEXT)
    captures->next = frame.next_outside;
  captures->whole = frame.whole;
  captures->type_only -= (frame.facts & ARD_FACT_IMPORT_TYPE) != 0;
  captures->thrown = frame.thrown;
  ard_blocks_leave_closure (captures->blocks, frame.bits);
  captures->closures -= (frame.bits & CLOSURES) != 0;
  if (frame.bits & (CLOSURES | CONDITIONS | ARD_MARK_LOOP))
    captures->closure = frame.closure;
  captures->rows.in_loop = captures->closure.loops > 0;
}

void
ard_captures_token (ArdCaptures *captures, guint32 start, guint32 end, guint32 depth, gboolean named,
                    ArdTokenClass kind)
{
  ard_blocks_word (captures->blocks, start, end, place_of (captures));
  if (ard_blocks_token (captures->blocks, start, end, depth, named, kind) && captures->thrown)
    ard_capture_rows_at (&captures->rows, captures->thrown - 1)->traits |= ARD_TRAIT_USES_ERROR;
  if (ard_callees_open (captures->callees))
    ard_callees_token (captures->callees, start, end, named);
}

void
ard_captures_comment (ArdCaptures *captures, guint32 start, guint32 end, guint32 line, gboolean marker)
{
  ard_blocks_comment (captures->blocks, start, line, marker);
  if (!marker)
    ard_capture_rows_comment (&captures->rows, start, end, line);
}

void
ard_captures_end (ArdCaptures *captures)
{
  ard_capture_rows_sort (captures->facts);
}
