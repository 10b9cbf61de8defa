#include "languages/units.h"

#include <string.h>

#include "languages/recursion.h"
#include "languages/sketch.h"

/* A function deeper than this counts as a lambda of the one around it: keeps every token's cost bounded. */
#define MAX_OPEN 32
#define MAX_NAME 240

#define NESTS (ARD_MARK_IF | ARD_MARK_LOOP | ARD_MARK_SWITCH | ARD_MARK_TERNARY | ARD_MARK_HANDLER)
#define DEEPENS (ARD_MARK_IF | ARD_MARK_LOOP | ARD_MARK_SWITCH | ARD_MARK_TRY)
#define DECIDES \
  (ARD_MARK_IF | ARD_MARK_ELSEIF | ARD_MARK_LOOP | ARD_MARK_TERNARY | ARD_MARK_HANDLER | ARD_MARK_DECISION)

typedef struct {
  guint32 function;                /* in facts->functions */
  guint32 name_start, name_end;    /* own name in the source */
  guint32 level;                   /* nesting in the sense of cognitive complexity */
  guint32 depth;                   /* of control structures */
  guint32 lists;                   /* parameter lists seen */
  guint32 parameters, lambdas;     /* open ones */
  guint32 code_end, table_end;     /* first line not counted yet, from 0 */
  guint32 table_first, table_last; /* lines of the open outermost table */
  gboolean in_list, recursive;
  ArdSketch sketch;
} Unit;

/* What leaving a node must undo. */
typedef struct {
  guint32 prefix, prefix_start;
  gboolean listed, nested, deepened, condition, list, parameter, lambda, table;
} Frame;

struct ArdUnits {
  const ArdSource *source;
  ArdFacts *facts;
  const char *separator;
  GString *prefix;
  guint32 prefix_start; /* of the last name in it */
  GString *qualified;
  GArray *open;   /* of Unit */
  GArray *frames; /* of Frame */
};

ArdUnits *
ard_units_new (void)
{
  ArdUnits *self = g_new0 (ArdUnits, 1);

  self->prefix = g_string_new (NULL);
  self->qualified = g_string_new (NULL);
  self->open = g_array_new (FALSE, FALSE, sizeof (Unit));
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  return self;
}

void
ard_units_free (ArdUnits *units)
{
  if (!units)
    return;
  g_string_free (units->prefix, TRUE);
  g_string_free (units->qualified, TRUE);
  g_array_unref (units->open);
  g_array_unref (units->frames);
  g_free (units);
}

void
ard_units_begin (ArdUnits *units, const ArdSource *source, ArdFacts *facts, const char *separator)
{
  units->source = source;
  units->facts = facts;
  units->separator = separator;
  g_string_truncate (units->prefix, 0);
  g_array_set_size (units->open, 0);
  g_array_set_size (units->frames, 0);
}

static Unit *
innermost (const ArdUnits *units)
{
  return units->open->len ? &g_array_index (units->open, Unit, units->open->len - 1) : NULL;
}

static ArdFunction *
function_of (const ArdUnits *units, const Unit *unit)
{
  return &g_array_index (units->facts->functions, ArdFunction, unit->function);
}

guint32
ard_units_innermost (const ArdUnits *units)
{
  const Unit *unit = innermost (units);

  return unit ? unit->function : ARD_NONE;
}

/* The text of a span on one line, quotes of string keys off. */
static void
append_name (ArdUnits *units, guint32 start, guint32 end)
{
  const char *text = units->source->text;

  units->prefix_start = start;
  if (end - start >= 2 && (text[start] == '"' || text[start] == '\'') && text[end - 1] == text[start]) {
    start++;
    end--;
  }
  if (units->prefix->len && end > start)
    g_string_append (units->prefix, units->separator);
  for (guint32 i = start; i < end && units->prefix->len < MAX_NAME; i++)
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (units->prefix, text[i]);
    else if (i + 1 < end && !g_ascii_isspace (text[i + 1]))
      g_string_append_c (units->prefix, ' ');

  const char *valid;

  if (!g_utf8_validate (units->prefix->str, (gssize) units->prefix->len, &valid))
    g_string_truncate (units->prefix, (gsize) (valid - units->prefix->str));
}

const char *
ard_units_qualify (ArdUnits *units, guint32 start, guint32 end)
{
  gsize length = units->prefix->len;
  guint32 outer = units->prefix_start;

  if (length == 0 || outer != start)
    append_name (units, start, end);
  g_string_assign (units->qualified, units->prefix->str);
  g_string_truncate (units->prefix, length);
  units->prefix_start = outer;
  return units->qualified->str;
}

static void
open_function (ArdUnits *units, const ArdMark *mark, guint32 line, guint32 end_line)
{
  Unit unit = { .function = units->facts->functions->len, .name_start = mark->name_start, .name_end = mark->name_end };
  ArdFunction function = {
    .name = "", .start_line = line + 1, .end_line = end_line + 1, .cyclomatic = 1, .parent = ard_units_innermost (units)
  };

  if (mark->scope_end)
    append_name (units, mark->scope_start, mark->scope_end);
  if (mark->name_end) {
    append_name (units, mark->name_start, mark->name_end);
    function.name = g_string_chunk_insert (units->facts->strings, units->prefix->str);
  }
  g_array_append_val (units->facts->functions, function);
  ard_sketch_begin (&unit.sketch);
  g_array_append_val (units->open, unit);
}

static void
count (ArdUnits *units, Unit *unit, guint32 bits)
{
  ArdFunction *function = function_of (units, unit);

  if ((bits & DECIDES) && !(bits & ARD_MARK_NOT_DECISION))
    function->cyclomatic++;
  if (bits & NESTS)
    function->cognitive += 1 + unit->level;
  if (bits & (ARD_MARK_ELSE | ARD_MARK_JUMP))
    function->cognitive++;
}

static void
count_parameter (ArdUnits *units, Unit *unit, guint32 bits, Frame *frame)
{
  if ((bits & ARD_MARK_PARAMETERS) && unit->parameters == 0) {
    unit->lists++;
    unit->in_list = frame->list = TRUE;
  }
  if (!(bits & (ARD_MARK_PARAMETER | ARD_MARK_NOT_PARAMETER)))
    return;
  if (!(bits & ARD_MARK_NOT_PARAMETER) && unit->in_list && unit->lists == 1 && unit->parameters == 0 &&
      unit->lambdas == 0)
    function_of (units, unit)->parameters++;
  unit->parameters++;
  frame->parameter = TRUE;
}

static void
nest (ArdUnits *units, Unit *unit, guint32 bits, Frame *frame)
{
  ArdFunction *function = function_of (units, unit);

  frame->lambda = (bits & (ARD_MARK_LAMBDA | ARD_MARK_FUNCTION)) && !frame->listed;
  frame->nested = (bits & NESTS) || frame->lambda;
  frame->deepened = (bits & DEEPENS) != 0;
  unit->lambdas += frame->lambda;
  unit->level += frame->nested;
  unit->depth += frame->deepened;
  function->nesting = MAX (function->nesting, unit->depth);
}

static void
note_call (ArdUnits *units, Unit *unit, const ArdMark *mark)
{
  guint32 length = mark->end - mark->start;
  const char *text = units->source->text;

  if (unit->recursive || length != unit->name_end - unit->name_start ||
      memcmp (text + mark->start, text + unit->name_start, length) != 0)
    return;

  const ArdFunction *function = function_of (units, unit);
  ArdOwnCall call = { .name_start = unit->name_start,
                      .name_end = unit->name_end,
                      .parameters = function->parameters,
                      .scoped = strstr (function->name, units->separator) != NULL,
                      .start = mark->start,
                      .end = mark->end };

  if (!ard_is_recursion (units->source, units->facts->language, &call))
    return;
  unit->recursive = TRUE;
  function_of (units, unit)->cognitive++;
}

static void
open_table (Unit *unit, guint32 line, guint32 end_line, Frame *frame)
{
  if (unit->table_last || end_line < line + 2)
    return;
  unit->table_first = line + 1;
  unit->table_last = end_line - 1;
  frame->table = TRUE;
}

void
ard_units_enter (ArdUnits *units, const ArdMark *mark, guint32 line, guint32 end_line)
{
  Frame frame = { .prefix = (guint32) units->prefix->len, .prefix_start = units->prefix_start };
  Unit *unit = innermost (units);
  guint32 bits = mark->bits;

  if (bits & ARD_MARK_ELSEIF)
    bits &= ~(guint32) ARD_MARK_IF;
  if (unit && (bits & ARD_MARK_CONDITION) && unit->level > 0) {
    unit->level--;
    frame.condition = TRUE;
  }
  if ((bits & ARD_MARK_SCOPE) && mark->name_end)
    append_name (units, mark->name_start, mark->name_end);
  if ((bits & ARD_MARK_FUNCTION) && units->open->len < MAX_OPEN) {
    open_function (units, mark, line, end_line);
    frame.listed = TRUE;
  }
  unit = innermost (units);
  if (unit) {
    count (units, unit, bits);
    count_parameter (units, unit, bits, &frame);
    nest (units, unit, bits, &frame);
    if (bits & ARD_MARK_CALL)
      note_call (units, unit, mark);
    if (bits & ARD_MARK_TABLE)
      open_table (unit, line, end_line, &frame);
  }
  g_array_append_val (units->frames, frame);
}

void
ard_units_leave (ArdUnits *units)
{
  Frame frame = g_array_index (units->frames, Frame, units->frames->len - 1);
  Unit *unit = innermost (units);

  g_array_set_size (units->frames, units->frames->len - 1);
  g_string_truncate (units->prefix, frame.prefix);
  units->prefix_start = frame.prefix_start;
  if (!unit)
    return;
  unit->level -= frame.nested;
  unit->depth -= frame.deepened;
  unit->lambdas -= frame.lambda;
  unit->parameters -= frame.parameter;
  if (frame.list)
    unit->in_list = FALSE;
  if (frame.table)
    unit->table_last = 0;
  if (frame.listed) {
    ard_sketch_end (&unit->sketch, function_of (units, unit));
    g_array_set_size (units->open, units->open->len - 1);
    unit = innermost (units);
  }
  if (frame.condition)
    unit->level++;
}

static void
count_lines (ArdUnits *units, Unit *unit, guint32 line, guint32 end_line)
{
  ArdFunction *function = function_of (units, unit);

  for (guint32 i = MAX (line, unit->code_end); i <= end_line; i++) {
    if (units->source->flags[i] & ARD_LINE_BLANK)
      continue;
    function->code_lines++;
    unit->code_end = i + 1;
  }
  if (!unit->table_last)
    return;
  for (guint32 i = MAX (MAX (line, unit->table_end), unit->table_first); i <= MIN (end_line, unit->table_last); i++) {
    if (units->source->flags[i] & ARD_LINE_BLANK)
      continue;
    function->table_lines++;
    unit->table_end = i + 1;
  }
}

void
ard_units_token (ArdUnits *units, guint32 start, guint32 end, guint32 line, guint32 end_line)
{
  Unit *unit = innermost (units);

  if (!unit)
    return;
  count_lines (units, unit, line, end_line);

  guint64 token = ard_hash_bytes (units->source->text + start, end - start);

  for (guint i = 0; i < units->open->len; i++) {
    Unit *each = &g_array_index (units->open, Unit, i);

    if (start < each->name_start || end > each->name_end)
      ard_sketch_add (&each->sketch, token);
  }
}

void
ard_units_logical (ArdUnits *units, gboolean goes_on)
{
  Unit *unit = innermost (units);

  if (!unit)
    return;
  function_of (units, unit)->cyclomatic++;
  function_of (units, unit)->cognitive += !goes_on;
}

static gint
compare_functions (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdFunction *functions = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (functions[i].start_line != functions[j].start_line)
    return functions[i].start_line < functions[j].start_line ? -1 : 1;
  if (functions[i].end_line != functions[j].end_line)
    return functions[i].end_line > functions[j].end_line ? -1 : 1;
  return i < j ? -1 : i > j;
}

void
ard_units_end (ArdUnits *units)
{
  GArray *functions = units->facts->functions;
  g_autofree guint32 *order = g_new (guint32, functions->len + 1);
  g_autofree guint32 *place = g_new (guint32, functions->len + 1);
  g_autofree ArdFunction *old = g_memdup2 (functions->data, functions->len * sizeof (ArdFunction));

  for (guint32 i = 0; i < functions->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) functions->len, sizeof *order, compare_functions, old);
  for (guint32 i = 0; i < functions->len; i++)
    place[order[i]] = i;
  for (guint32 i = 0; i < functions->len; i++) {
    ArdFunction *function = &g_array_index (functions, ArdFunction, i);

    *function = old[order[i]];
    if (function->parent != ARD_NONE)
      function->parent = place[function->parent];
  }
  for (guint i = 0; i < units->facts->captures->len; i++) {
    ArdCapture *capture = &g_array_index (units->facts->captures, ArdCapture, i);

    if (capture->function != ARD_NONE)
      capture->function = place[capture->function];
  }
}
