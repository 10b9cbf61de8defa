#include "languages/parameters.h"

#include <string.h>

#include "languages/macros.h"
#include "languages/placeholder.h"
#include "languages/snippet.h"

#define MAX_OPEN 32
#define MAX_NAMES 64
#define MAX_ROWS 20000

/* Every parameter: the author says so before the list. */
#define ALL G_MAXUINT32
/* Lines between that and the function. */
#define TOLD_LINES 2

typedef struct {
  guint32 start, end; /* of its first mention, the declaration */
  guint32 line;
  guint32 parameter; /* which of the open PARAMETER nodes of the function it stands in, from 1 */
  gboolean mentioned;
} Name;

typedef struct {
  guint32 function; /* ARD_NONE: a lambda, or one too deep */
  guint32 end;
  guint32 first;     /* of its names */
  guint32 lists;     /* parameter lists seen */
  guint32 inside;    /* open PARAMETER nodes */
  guint32 parameter; /* PARAMETER nodes of the first list so far */
  guint32 told;      /* the parameter that its author calls unused, or a field too; 0: none */
  gboolean in_list;
} Scope;

/* What leaving a node must undo. */
typedef struct {
  gboolean scope, list, parameter;
} Frame;

struct ArdParameters {
  GArray *frames; /* of Frame */
  GArray *scopes; /* of Scope */
  GArray *names;  /* of Name, of all scopes */
  ArdMacros *macros;
  guint64 initials; /* of these names: what a mention may begin with */

  /* of the current tree */
  const ArdSource *source;
  const ArdUnits *units;
  ArdFacts *facts;
  guint32 rows;
  guint32 told_line; /* last line of what said "unused" outside of functions, from 0; or ARD_NONE */
  gboolean by_place;
};

ArdParameters *
ard_parameters_new (void)
{
  ArdParameters *self = g_new0 (ArdParameters, 1);

  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->macros = ard_macros_new ();
  return self;
}

void
ard_parameters_free (ArdParameters *parameters)
{
  if (!parameters)
    return;
  g_array_unref (parameters->frames);
  g_array_unref (parameters->scopes);
  g_array_unref (parameters->names);
  ard_macros_free (parameters->macros);
  g_free (parameters);
}

void
ard_parameters_begin (ArdParameters *parameters, const ArdSource *source, const ArdUnits *units, ArdFacts *facts)
{
  static const char *const by_place[] = { "JavaScript", "TypeScript", "TSX", "Lua", NULL };

  g_array_set_size (parameters->frames, 0);
  g_array_set_size (parameters->scopes, 0);
  g_array_set_size (parameters->names, 0);
  ard_macros_begin (parameters->macros, source, facts->language);
  parameters->initials = 0;
  parameters->source = source;
  parameters->units = units;
  parameters->facts = facts;
  parameters->rows = 0;
  parameters->told_line = ARD_NONE;
  parameters->by_place = g_strv_contains (by_place, facts->language);
}

static Scope *
innermost (const ArdParameters *self)
{
  return self->scopes->len ? &g_array_index (self->scopes, Scope, self->scopes->len - 1) : NULL;
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (guchar) c >= 0x80;
}

/* ---- names ---- */

static guint64
initial_of (char c)
{
  return G_GUINT64_CONSTANT (1) << ((guchar) c & 63);
}

static gboolean
has_word (const char *text, gsize length, const char *word)
{
  gsize size = strlen (word);

  for (gsize i = 0; i + size <= length; i++)
    if (g_ascii_strncasecmp (text + i, word, size) == 0)
      return TRUE;
  return FALSE;
}

/* What a comment in the list says of the parameter beside it. */
static gboolean
says_unused (const char *text, gsize length)
{
  return has_word (text, length, "unused") || has_word (text, length, "not used") || has_word (text, length, "ignored");
}

/* A parameter that is a field too is used by whoever uses the field. */
static gboolean
is_modifier (const char *text, gsize length)
{
  static const char *const words[] = { "private", "public", "protected", "internal", "readonly",
                                       "val",     "var",    "open",      "override" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && strncmp (text, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_asked_for (const char *name, gsize length)
{
  static const char *const objects[] = { "self", "cls", "this", "mcs", "mcls", "klass", "metacls" };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    if (strlen (objects[i]) == length && strncmp (name, objects[i], length) == 0)
      return FALSE;
  return length > 0 && *name != '_' && name[length - 1] != '_' && !has_word (name, length, "unused") &&
         g_ascii_strncasecmp (name, "ignore", 6) != 0 && g_ascii_strncasecmp (name, "dummy", 5) != 0;
}

static void
add_name (ArdParameters *self, Scope *scope, const ArdMark *mark, guint32 line)
{
  const char *text = self->source->text;
  Name name = { mark->start, mark->end, line, scope->parameter, FALSE };

  while (name.start < name.end && !is_word (text[name.start]))
    name.start++;
  if (scope->function == ARD_NONE || !is_asked_for (text + name.start, name.end - name.start) ||
      self->names->len - scope->first >= MAX_NAMES)
    return;
  name.mentioned = scope->told == scope->parameter || scope->told == ALL;
  self->initials |= initial_of (text[name.start]);
  g_array_append_val (self->names, name);
}

/* The parameter that is open, or all of them when none was yet. */
static void
tell_unused (ArdParameters *self, Scope *scope)
{
  scope->told = scope->lists ? scope->parameter : ALL;
  for (guint i = scope->first; i < self->names->len; i++) {
    Name *name = &g_array_index (self->names, Name, i);

    name->mentioned |= name->parameter == scope->parameter;
  }
}

static gboolean
is_in_macro (ArdParameters *self, const Name *name)
{
  return ard_macros_have (self->macros, self->source->text + name->start, name->end - name->start);
}

/* ---- scopes ---- */

static void
open_scope (ArdParameters *self, const ArdMark *mark, guint32 line)
{
  Scope scope = { .function = ARD_NONE, .end = mark->end, .first = self->names->len };

  if (self->told_line != ARD_NONE && line <= self->told_line + TOLD_LINES)
    scope.told = ALL;
  self->told_line = ARD_NONE;

  if ((mark->bits & ARD_MARK_FUNCTION) && self->scopes->len < MAX_OPEN)
    scope.function = ard_units_innermost (self->units);
  g_array_append_val (self->scopes, scope);
}

static void
append_row (ArdParameters *self, const Scope *scope, const Name *name)
{
  if (self->rows++ >= MAX_ROWS)
    return;

  ArdCapture capture = { .kind = ARD_CAPTURE_PARAMETER,
                         .function = scope->function,
                         .start_line = name->line + 1,
                         .end_line = name->line + 1,
                         .text =
                             ard_snippet_keep (self->facts, self->source->text + name->start, name->end - name->start),
                         .parent = ARD_NONE };

  g_array_append_val (self->facts->captures, capture);
}

/* A body that ends in an operator is cut: the parser takes what follows for something else. */
static gboolean
is_whole (const ArdParameters *self, const Scope *scope)
{
  const char *text = self->source->text;
  guint32 end = scope->end;

  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  return end == 0 || !strchr ("&|+=", text[end - 1]);
}

static void
close_scope (ArdParameters *self)
{
  const Scope *scope = innermost (self);
  guint first = scope->first;

  for (guint i = scope->first; self->by_place && i < self->names->len; i++)
    if (g_array_index (self->names, Name, i).mentioned)
      first = i + 1;
  for (guint i = first; i < self->names->len && is_whole (self, scope); i++)
    if (!g_array_index (self->names, Name, i).mentioned && !is_in_macro (self, &g_array_index (self->names, Name, i)))
      append_row (self, scope, &g_array_index (self->names, Name, i));
  g_array_set_size (self->names, scope->first);
  g_array_set_size (self->scopes, self->scopes->len - 1);
  if (self->names->len == 0)
    self->initials = 0;
}

void
ard_parameters_enter (ArdParameters *parameters, const ArdMark *mark, guint32 line)
{
  Frame frame = { .scope = (mark->bits & (ARD_MARK_FUNCTION | ARD_MARK_LAMBDA)) != 0 };
  Scope *scope;

  if (frame.scope)
    open_scope (parameters, mark, line);
  scope = innermost (parameters);
  if (scope && (mark->bits & ARD_MARK_PARAMETERS) && scope->inside == 0) {
    scope->lists++;
    frame.list = scope->in_list = TRUE;
  }
  if (scope && (mark->bits & ARD_MARK_PARAMETER) && scope->in_list && scope->lists == 1) {
    scope->parameter += scope->inside == 0;
    scope->inside++;
    frame.parameter = TRUE;
  }
  if (scope && (mark->facts & ARD_FACT_PARAMETER_NAME) && scope->inside == 1)
    add_name (parameters, scope, mark, line);
  g_array_append_val (parameters->frames, frame);
}

void
ard_parameters_leave (ArdParameters *parameters)
{
  Frame frame = g_array_index (parameters->frames, Frame, parameters->frames->len - 1);
  Scope *scope = innermost (parameters);

  g_array_set_size (parameters->frames, parameters->frames->len - 1);
  if (frame.parameter)
    scope->inside--;
  if (frame.list)
    scope->in_list = FALSE;
  if (frame.scope)
    close_scope (parameters);
}

/* ---- mentions ---- */

/* Words that hand on every parameter of the function. */
static gboolean
is_all (const ArdParameters *self, const char *word, gsize length)
{
  static const char *const words[] = { "arguments",     "locals",          "vars",    "eval",    "exec",
                                       "func_get_args", "func_get_arg",    "compact", "extract", "get_defined_vars",
                                       "binding",       "local_variables", "super" };
  static const char initials[] = "alvefcgbs";

  if (!strchr (initials, *word))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && strncmp (word, words[i], length) == 0)
      return *word != 's' || g_str_equal (self->facts->language, "Ruby");
  return FALSE;
}

static void
read_word (ArdParameters *self, guint32 start, guint32 end)
{
  const char *word = self->source->text + start;
  gsize length = end - start;
  gboolean all = is_all (self, word, length);
  Scope *scope = innermost (self);

  if (!all && !(self->initials & initial_of (*word)))
    return;
  for (guint i = all ? scope->first : 0; i < self->names->len; i++) {
    Name *name = &g_array_index (self->names, Name, i);

    if (all || (name->start != start && name->end - name->start == length &&
                memcmp (self->source->text + name->start, word, length) == 0))
      name->mentioned = TRUE;
  }
}

void
ard_parameters_token (ArdParameters *parameters, guint32 start, guint32 end, gboolean whole)
{
  const char *text = parameters->source->text;
  Scope *scope = innermost (parameters);
  guint32 from = start, name;

  if (!scope) {
    if (has_word (text + start, end - start, "unused"))
      parameters->told_line = ard_source_find_line (parameters->source, end - 1);
    return;
  }
  if ((scope->in_list || scope->lists == 0) && has_word (text + start, end - start, "unused"))
    tell_unused (parameters, scope);
  if (scope->in_list && is_modifier (text + start, end - start))
    tell_unused (parameters, scope);
  if (parameters->names->len == 0)
    return;
  whole |= start > 0 && !strchr ("\"'`", text[start - 1]);
  while (start < end) {
    while (start < end && !is_word (text[start]))
      start++;

    guint32 stop = start;

    while (stop < end && is_word (text[stop]))
      stop++;
    if (start < stop && (whole || stop == end))
      read_word (parameters, start, stop);
    if (!whole)
      break;
    start = stop;
  }
  while (!whole && ard_placeholder_next (text, end, &from, &name))
    read_word (parameters, name, from);
}

/* What silences another tool in the head or the body. */
static gboolean
silences (const char *text, gsize length)
{
  return has_word (text, length, "unused-arg") || has_word (text, length, "unused-param") ||
         has_word (text, length, "unusedparam") || has_word (text, length, "no-unused-vars") ||
         has_word (text, length, "noqa: ARG");
}

void
ard_parameters_comment (ArdParameters *parameters, guint32 start, guint32 end)
{
  Scope *scope = innermost (parameters);
  const char *text = parameters->source->text + start;
  gsize length = end - start;

  if (scope && scope->in_list && says_unused (text, length))
    tell_unused (parameters, scope);
  if (!silences (text, length))
    return;
  parameters->told_line = ard_source_find_line (parameters->source, end - 1);
  for (guint i = scope ? scope->first : parameters->names->len; i < parameters->names->len; i++)
    g_array_index (parameters->names, Name, i).mentioned = TRUE;
}
