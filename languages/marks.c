#include "languages/marks.h"

#include <string.h>

#include "languages/languages.h"
#include "model/error.h"
#include "model/resource.h"

#define HOLDERS (ARD_MARK_FUNCTION | ARD_MARK_NAMED | ARD_MARK_SCOPE)
/* Matches under way at one time; ordinary code needs a few dozen, a chain of n calls up to six times n. */
#define MATCH_LIMIT 1024
#define MAX_INHERITANCE 8

static const char *const mark_names[] = {
#define ARD_MARK(bit, name, doc) name,
  ARD_MARKS
#undef ARD_MARK
};

static const char *const fact_names[] = {
#define ARD_FACT(bit, name, doc) name,
  ARD_FACTS
#undef ARD_FACT
};

/* Over one capture: its text is one of the values (#eq? #any-of?) or matches the pattern (#match?); #not-…: it does
 * not. */
typedef struct {
  guint32 capture;
  char **values;
  ArdPatterns *pattern; /* NULL: values */
  gboolean negated;
} Predicate;

struct ArdGrammar {
  char *id;
  const TSLanguage *language;
  GMutex mutex; /* of the one thread that compiles */
  gint compiled;
  TSQuery *query;
  GString *source;
  guint32 *bits;          /* by capture id */
  guint64 *facts;         /* by capture id */
  GPtrArray **predicates; /* of Predicate, by pattern; NULL where there is none */
};

static void
free_predicate (gpointer data)
{
  Predicate *predicate = data;

  g_strfreev (predicate->values);
  ard_patterns_free (predicate->pattern);
  g_free (predicate);
}

static gboolean
append_file (GString *source, const char *id, const char *name, guint depth, GError **error)
{
  static const char inherits[] = "; inherits: ";
  g_autofree char *path = g_strdup_printf ("languages/%s/%s", id, name);
  g_autoptr (GBytes) bytes = ard_resource_read (path, error);

  if (!bytes)
    return FALSE;

  const char *text = g_bytes_get_data (bytes, NULL);

  if (g_str_has_prefix (text, inherits)) {
    const char *parent = text + strlen (inherits);
    g_autofree char *parent_id = g_strndup (parent, strcspn (parent, " \r\n"));

    if (depth == MAX_INHERITANCE) {
      g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "\"%s\" inherits from itself", path);
      return FALSE;
    }
    if (!append_file (source, parent_id, name, depth + 1, error))
      return FALSE;
  }
  g_string_append_printf (source, "\n;; %s\n%s", path, text);
  return TRUE;
}

static gboolean
append_folder (GString *source, const char *id, GError **error)
{
  g_autofree char *folder = g_strdup_printf ("languages/%s", id);
  g_auto (GStrv) names = ard_resource_list (folder);

  for (char **name = names; *name; name++)
    if (g_str_has_suffix (*name, ".scm") && !append_file (source, id, *name, 0, error))
      return FALSE;
  return TRUE;
}

static gboolean
compile (ArdGrammar *self, GError **error)
{
  static const char *const reasons[] = {
    "", "syntax", "unknown node", "unknown field", "unknown capture", "impossible pattern", "grammar version"
  };
  TSQueryError kind;
  guint32 offset;

  self->query = ts_query_new (self->language, self->source->str, (guint32) self->source->len, &offset, &kind);
  if (self->query)
    return TRUE;

  const char *place = self->source->str + MIN (offset, self->source->len);
  g_autofree char *before = g_strndup (self->source->str, (gsize) (place - self->source->str));
  const char *file = g_strrstr (before, ";; languages/");
  g_autofree char *path = file ? g_strndup (file + 3, strcspn (file + 3, "\n")) : g_strdup (self->id);
  guint line = 0;

  for (const char *c = file; c && *c; c++)
    line += *c == '\n';
  g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "cannot read the query \"%s\" line %u: %s at \"%.*s\"", path, line,
               reasons[kind], (int) strcspn (place, "\n"), place);
  return FALSE;
}

static gboolean
bind_captures (ArdGrammar *self, GError **error)
{
  guint32 n = ts_query_capture_count (self->query);

  self->bits = g_new0 (guint32, n);
  self->facts = g_new0 (guint64, n);
  for (guint32 i = 0; i < n; i++) {
    guint32 length;
    const char *name = ts_query_capture_name_for_id (self->query, i, &length);

    for (guint j = 0; j < ARD_N_MARKS; j++)
      if (g_str_equal (name, mark_names[j]))
        self->bits[i] = 1u << j;
    for (guint j = 0; j < ARD_N_FACTS; j++)
      if (g_str_equal (name, fact_names[j]))
        self->facts[i] = 1ull << j;
    if (!self->bits[i] && !self->facts[i]) {
      g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "the queries of \"%s\" use an unknown capture \"@%s\"", self->id,
                   name);
      return FALSE;
    }
  }
  return TRUE;
}

static const char *
string_at (const TSQuery *query, guint32 id)
{
  guint32 length;

  return ts_query_string_value_for_id (query, id, &length);
}

/* One predicate is a run of steps that ends with Done: name, capture, strings. */
static gboolean
bind_predicate (ArdGrammar *self, guint32 pattern, const TSQueryPredicateStep *steps, guint32 n, GError **error)
{
  static const char *const known[] = { "eq?", "any-of?", "match?", NULL };
  const char *name = string_at (self->query, steps[0].value_id);
  gboolean negated = g_str_has_prefix (name, "not-");
  const char *plain = negated ? name + strlen ("not-") : name;

  if (!g_strv_contains (known, plain) || n < 3 || steps[1].type != TSQueryPredicateStepTypeCapture) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "a query uses the predicate \"#%s\" in a way that is not known",
                 name);
    return FALSE;
  }

  Predicate *predicate = g_new (Predicate, 1);

  *predicate = (Predicate){ steps[1].value_id, g_new0 (char *, n - 1), NULL, negated };
  for (guint32 i = 2; i < n; i++)
    predicate->values[i - 2] = g_strdup (string_at (self->query, steps[i].value_id));
  if (!self->predicates[pattern])
    self->predicates[pattern] = g_ptr_array_new_with_free_func (free_predicate);
  g_ptr_array_add (self->predicates[pattern], predicate);
  if (g_str_equal (plain, "match?"))
    predicate->pattern = ard_patterns_new (predicate->values, FALSE, error);
  return predicate->pattern || !g_str_equal (plain, "match?");
}

static gboolean
bind_predicates (ArdGrammar *self, GError **error)
{
  guint32 patterns = ts_query_pattern_count (self->query);

  self->predicates = g_new0 (GPtrArray *, patterns + 1);
  for (guint32 pattern = 0; pattern < patterns; pattern++) {
    guint32 n, first = 0;
    const TSQueryPredicateStep *steps = ts_query_predicates_for_pattern (self->query, pattern, &n);

    for (guint32 i = 0; i < n; i++)
      if (steps[i].type == TSQueryPredicateStepTypeDone) {
        if (!bind_predicate (self, pattern, steps + first, i - first, error))
          return FALSE;
        first = i + 1;
      }
  }
  return TRUE;
}

static void
free_query (ArdGrammar *self)
{
  if (self->predicates)
    for (guint32 i = 0; i < ts_query_pattern_count (self->query); i++)
      g_clear_pointer (&self->predicates[i], g_ptr_array_unref);
  g_clear_pointer (&self->predicates, g_free);
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->bits, g_free);
  g_clear_pointer (&self->query, ts_query_delete);
}

ArdGrammar *
ard_grammar_new (const char *id, const TSLanguage *language, GError **error)
{
  g_autoptr (ArdGrammar) self = g_new0 (ArdGrammar, 1);

  self->id = g_strdup (id);
  self->language = language;
  self->source = g_string_new (NULL);
  g_mutex_init (&self->mutex);
  if (!append_folder (self->source, id, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
ard_grammar_compile (ArdGrammar *grammar, GError **error)
{
  gboolean done = g_atomic_int_get (&grammar->compiled);

  if (done)
    return TRUE;
  g_mutex_lock (&grammar->mutex);
  done = g_atomic_int_get (&grammar->compiled);
  if (!done) {
    free_query (grammar);
    done = compile (grammar, error) && bind_captures (grammar, error) && bind_predicates (grammar, error);
    g_atomic_int_set (&grammar->compiled, done);
  }
  g_mutex_unlock (&grammar->mutex);
  return done;
}

void
ard_grammar_free (ArdGrammar *grammar)
{
  if (!grammar)
    return;
  free_query (grammar);
  g_mutex_clear (&grammar->mutex);
  g_string_free (grammar->source, TRUE);
  g_free (grammar->id);
  g_free (grammar);
}

const TSLanguage *
ard_grammar_language (const ArdGrammar *grammar)
{
  return grammar->language;
}

const char *
ard_grammar_query (const ArdGrammar *grammar)
{
  return grammar->source->str;
}

static gboolean
text_is (const char *text, TSNode node, char *const *values)
{
  guint32 start = ts_node_start_byte (node);
  guint32 length = ts_node_end_byte (node) - start;

  for (; *values; values++)
    if (strlen (*values) == length && memcmp (text + start, *values, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
node_holds (const Predicate *predicate, TSNode node, const char *text)
{
  guint32 start = ts_node_start_byte (node);
  gboolean found = predicate->pattern
                       ? ard_patterns_match (predicate->pattern, text + start, ts_node_end_byte (node) - start)
                       : text_is (text, node, predicate->values);

  return found != predicate->negated;
}

static gboolean
holds (const GPtrArray *predicates, const TSQueryMatch *match, const char *text)
{
  for (guint i = 0; predicates && i < predicates->len; i++) {
    const Predicate *predicate = g_ptr_array_index (predicates, i);

    for (guint16 j = 0; j < match->capture_count; j++)
      if (match->captures[j].index == predicate->capture && !node_holds (predicate, match->captures[j].node, text))
        return FALSE;
  }
  return TRUE;
}

static void
append_match (const ArdGrammar *self, const TSQueryMatch *match, GArray *marks)
{
  ArdMark holder = { 0 };

  for (guint16 i = 0; i < match->capture_count; i++) {
    TSNode node = match->captures[i].node;
    guint32 bits = self->bits[match->captures[i].index];
    ArdMark mark = {
      node.id, ts_node_start_byte (node), ts_node_end_byte (node), bits, self->facts[match->captures[i].index], 0, 0, 0,
      0
    };

    if (bits & HOLDERS) {
      holder.id = mark.id;
      holder.start = mark.start;
      holder.end = mark.end;
      holder.bits |= bits;
    } else if (bits & (ARD_MARK_FUNCTION_NAME | ARD_MARK_SCOPE_NAME)) {
      holder.name_start = holder.name_end ? MIN (holder.name_start, mark.start) : mark.start;
      holder.name_end = MAX (holder.name_end, mark.end);
    } else if (bits & ARD_MARK_FUNCTION_SCOPE) {
      holder.scope_start = mark.start;
      holder.scope_end = mark.end;
    } else if (!(bits & ARD_MARK_ASIDE)) {
      g_array_append_val (marks, mark);
    }
  }
  if (holder.bits)
    g_array_append_val (marks, holder);
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const ArdMark *left = a, *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;
  if (left->id != right->id)
    return left->id < right->id ? -1 : 1;
  if (left->name_start != right->name_start)
    return left->name_start < right->name_start ? -1 : 1;
  return left->name_end > right->name_end ? -1 : left->name_end < right->name_end;
}

/* Of two names the one that stands first in the text wins, of two that start there the longer:
 * `const f = function g ()` is f. */
static void
merge (ArdMark *into, const ArdMark *mark)
{
  into->bits |= mark->bits;
  into->facts |= mark->facts;
  if (into->bits & ARD_MARK_NOT_FUNCTION)
    into->bits &= ~(guint32) ARD_MARK_FUNCTION;
  if (into->name_end == 0) {
    into->name_start = mark->name_start;
    into->name_end = mark->name_end;
  }
  if (into->scope_end == 0) {
    into->scope_start = mark->scope_start;
    into->scope_end = mark->scope_end;
  }
}

static void
unite (GArray *marks)
{
  ArdMark *rows = (ArdMark *) (gpointer) marks->data;
  guint kept = 0;

  for (guint i = 0; i < marks->len; i++)
    if (kept && rows[kept - 1].id == rows[i].id && rows[kept - 1].start == rows[i].start)
      merge (&rows[kept - 1], &rows[i]);
    else
      rows[kept++] = rows[i];
  g_array_set_size (marks, kept);
}

static bool
is_spent (TSQueryCursorState *state)
{
  return ts_query_cursor_did_exceed_match_limit (state->payload);
}

gboolean
ard_grammar_mark (const ArdGrammar *grammar, TSQueryCursor *cursor, TSNode root, const char *text, GArray *marks)
{
  TSQueryMatch match;

  g_array_set_size (marks, 0);
  ts_query_cursor_set_match_limit (cursor, MATCH_LIMIT);
  ts_query_cursor_exec_with_options (cursor, grammar->query, root, &(TSQueryCursorOptions){ cursor, is_spent });
  while (!ts_query_cursor_did_exceed_match_limit (cursor) && ts_query_cursor_next_match (cursor, &match))
    if (holds (grammar->predicates[match.pattern_index], &match, text))
      append_match (grammar, &match, marks);
  if (ts_query_cursor_did_exceed_match_limit (cursor))
    return FALSE;
  g_array_sort (marks, compare_marks);
  unite (marks);
  return TRUE;
}
