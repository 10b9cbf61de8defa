#include "languages/query.h"

#include <string.h>

#include "languages/languages.h"
#include "model/error.h"

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

/* Over one capture: its text is one of the values (#eq? #any-of?), matches the pattern (#match?) or stands behind a dot
 * and one of the values (#behind?); #not-…: it does not. */
typedef struct {
  guint32 capture;
  char **values;
  ArdPatterns *pattern; /* NULL: values */
  gboolean behind;      /* not its text but what stands in front of it */
  gboolean negated;
} Predicate;

struct ArdQuery {
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

ArdQuery *
ard_query_new (const char *id, const TSLanguage *language)
{
  ArdQuery *self = g_new0 (ArdQuery, 1);

  self->id = g_strdup (id);
  self->language = language;
  self->source = g_string_new (NULL);
  g_mutex_init (&self->mutex);
  return self;
}

void
ard_query_append (ArdQuery *query, const char *path, const char *text)
{
  g_string_append_printf (query->source, "\n;; %s\n%s", path, text);
}

static void
free_predicate (gpointer data)
{
  Predicate *predicate = data;

  g_strfreev (predicate->values);
  ard_patterns_free (predicate->pattern);
  g_free (predicate);
}

static gboolean
parse (ArdQuery *self, GError **error)
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
bind_captures (ArdQuery *self, GError **error)
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
bind_predicate (ArdQuery *self, guint32 pattern, const TSQueryPredicateStep *steps, guint32 n, GError **error)
{
  static const char *const known[] = { "eq?", "any-of?", "match?", "behind?", NULL };
  const char *name = string_at (self->query, steps[0].value_id);
  gboolean negated = g_str_has_prefix (name, "not-");
  const char *plain = negated ? name + strlen ("not-") : name;

  if (!g_strv_contains (known, plain) || n < 3 || steps[1].type != TSQueryPredicateStepTypeCapture) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "a query uses the predicate \"#%s\" in a way that is not known",
                 name);
    return FALSE;
  }

  Predicate *predicate = g_new (Predicate, 1);

  *predicate = (Predicate){ steps[1].value_id, g_new0 (char *, n - 1), NULL, g_str_equal (plain, "behind?"), negated };
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
bind_predicates (ArdQuery *self, GError **error)
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
free_query (ArdQuery *self)
{
  if (self->predicates)
    for (guint32 i = 0; i < ts_query_pattern_count (self->query); i++)
      g_clear_pointer (&self->predicates[i], g_ptr_array_unref);
  g_clear_pointer (&self->predicates, g_free);
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->bits, g_free);
  g_clear_pointer (&self->query, ts_query_delete);
}

gboolean
ard_query_compile (ArdQuery *query, GError **error)
{
  gboolean done = g_atomic_int_get (&query->compiled);

  if (done)
    return TRUE;
  g_mutex_lock (&query->mutex);
  done = g_atomic_int_get (&query->compiled);
  if (!done) {
    free_query (query);
    done = parse (query, error) && bind_captures (query, error) && bind_predicates (query, error);
    g_atomic_int_set (&query->compiled, done);
  }
  g_mutex_unlock (&query->mutex);
  return done;
}

void
ard_query_free (ArdQuery *query)
{
  if (!query)
    return;
  free_query (query);
  g_mutex_clear (&query->mutex);
  g_string_free (query->source, TRUE);
  g_free (query->id);
  g_free (query);
}

const char *
ard_query_source (const ArdQuery *query)
{
  return query->source->str;
}

const TSQuery *
ard_query_compiled (const ArdQuery *query)
{
  return query->query;
}

guint32
ard_query_bits (const ArdQuery *query, guint32 capture)
{
  return query->bits[capture];
}

guint64
ard_query_facts (const ArdQuery *query, guint32 capture)
{
  return query->facts[capture];
}

static guint32
skip_blanks (const char *text, guint32 end)
{
  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  return end;
}

/* Whether .word stands in front of a node, as of a member that is called. */
static gboolean
is_behind (const char *text, TSNode node, char *const *values)
{
  guint32 end = skip_blanks (text, ts_node_start_byte (node));

  if (end > 2 && memcmp (text + end - 2, "?.", 2) == 0)
    end -= 2;
  for (; *values; values++) {
    gsize length = strlen (*values);
    guint32 dot = end > length ? skip_blanks (text, end - (guint32) length) : 0;

    if (dot > 0 && text[dot - 1] == '.' && memcmp (text + end - length, *values, length) == 0)
      return TRUE;
  }
  return FALSE;
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
                   : predicate->behind ? is_behind (text, node, predicate->values)
                                       : text_is (text, node, predicate->values);

  return found != predicate->negated;
}

gboolean
ard_query_holds (const ArdQuery *query, const TSQueryMatch *match, const char *text)
{
  const GPtrArray *predicates = query->predicates[match->pattern_index];

  for (guint i = 0; predicates && i < predicates->len; i++) {
    const Predicate *predicate = g_ptr_array_index (predicates, i);

    for (guint16 j = 0; j < match->capture_count; j++)
      if (match->captures[j].index == predicate->capture && !node_holds (predicate, match->captures[j].node, text))
        return FALSE;
  }
  return TRUE;
}
