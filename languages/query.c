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

typedef struct Predicate Predicate;

typedef gboolean (*Test) (const Predicate *predicate, TSNode node, const char *text);

/* Over one capture: of the names in tests[]; #not-…: it does not hold. */
struct Predicate {
  guint32 capture;
  Test test;
  char **values;
  ArdPatterns *pattern; /* of #match?; else NULL */
  gboolean negated;
};

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
  ArdForms *forms;
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
    if (g_str_has_prefix (name, "aside."))
      self->bits[i] = ARD_MARK_ASIDE;
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

static guint32
skip_blanks (const char *text, guint32 end)
{
  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  return end;
}

/* Whether .word stands in front of a node, as of a member that is called. */
static gboolean
is_behind (const Predicate *predicate, TSNode node, const char *text)
{
  guint32 end = skip_blanks (text, ts_node_start_byte (node));

  if (end > 2 && memcmp (text + end - 2, "?.", 2) == 0)
    end -= 2;
  for (char **value = predicate->values; *value; value++) {
    gsize length = strlen (*value);
    guint32 dot = end > length ? skip_blanks (text, end - (guint32) length) : 0;

    if (dot > 0 && text[dot - 1] == '.' && memcmp (text + end - length, *value, length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Blanks between its characters are nothing. */
static gboolean
ends_with (const char *text, guint32 end, const char *value)
{
  gsize left = strlen (value);

  for (end = skip_blanks (text, end); left > 0 && end > 0 && text[end - 1] == value[left - 1]; left--)
    end = skip_blanks (text, end - 1);
  return left == 0;
}

static gboolean
is_after (const Predicate *predicate, TSNode node, const char *text)
{
  for (char **value = predicate->values; *value; value++)
    if (ends_with (text, ts_node_start_byte (node), *value))
      return TRUE;
  return FALSE;
}

/* A comma in front of a bracket that closes is nothing. */
static gboolean
is_before (const Predicate *predicate, TSNode node, const char *text)
{
  guint32 start = ts_node_end_byte (node), size = ts_node_end_byte (ts_tree_root_node (node.tree));

  while (start < size && (g_ascii_isspace (text[start]) || text[start] == ','))
    start++;
  for (char **value = predicate->values; *value; value++) {
    gsize length = strlen (*value);

    if (size - start >= length && memcmp (text + start, *value, length) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_text (const Predicate *predicate, TSNode node, const char *text)
{
  guint32 start = ts_node_start_byte (node);
  guint32 length = ts_node_end_byte (node) - start;

  for (char **value = predicate->values; *value; value++)
    if (strlen (*value) == length && memcmp (text + start, *value, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_match (const Predicate *predicate, TSNode node, const char *text)
{
  guint32 start = ts_node_start_byte (node);

  return ard_patterns_match (predicate->pattern, text + start, ts_node_end_byte (node) - start);
}

static gboolean
is_kind (const Predicate *predicate, TSNode node, const char *text)
{
  (void) text;
  return g_strv_contains ((const char *const *) predicate->values, ts_node_type (node));
}

static const struct {
  const char *name;
  Test test;
} tests[] = {
  { "eq?", is_text },     { "any-of?", is_text },   { "match?", is_match }, { "behind?", is_behind },
  { "after?", is_after }, { "before?", is_before }, { "kind?", is_kind },
};

static Test
find_test (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (g_str_equal (tests[i].name, name))
      return tests[i].test;
  return NULL;
}

/* One predicate is a run of steps that ends with Done: name, capture, strings. */
static gboolean
bind_predicate (ArdQuery *self, guint32 pattern, const TSQueryPredicateStep *steps, guint32 n, GError **error)
{
  const char *name = string_at (self->query, steps[0].value_id);
  gboolean negated = g_str_has_prefix (name, "not-");
  Test test = find_test (negated ? name + strlen ("not-") : name);

  if (!test || n < 3 || steps[1].type != TSQueryPredicateStepTypeCapture) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "a query uses the predicate \"#%s\" in a way that is not known",
                 name);
    return FALSE;
  }

  Predicate *predicate = g_new (Predicate, 1);

  *predicate = (Predicate){ steps[1].value_id, test, g_new0 (char *, n - 1), NULL, negated };
  for (guint32 i = 2; i < n; i++)
    predicate->values[i - 2] = g_strdup (string_at (self->query, steps[i].value_id));
  if (!self->predicates[pattern])
    self->predicates[pattern] = g_ptr_array_new_with_free_func (free_predicate);
  g_ptr_array_add (self->predicates[pattern], predicate);
  if (test == is_match)
    predicate->pattern = ard_patterns_new (predicate->values, FALSE, error);
  return predicate->pattern || test != is_match;
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
  g_clear_pointer (&self->forms, ard_forms_free);
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
    if (done)
      query->forms = ard_forms_new (query->query, query->source->str);
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

const ArdForms *
ard_query_forms (const ArdQuery *query)
{
  return query->forms;
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

gboolean
ard_query_holds (const ArdQuery *query, const TSQueryMatch *match, const char *text)
{
  const GPtrArray *predicates = query->predicates[match->pattern_index];

  for (guint i = 0; predicates && i < predicates->len; i++) {
    const Predicate *predicate = g_ptr_array_index (predicates, i);

    for (guint16 j = 0; j < match->capture_count; j++)
      if (match->captures[j].index == predicate->capture &&
          predicate->test (predicate, match->captures[j].node, text) == predicate->negated)
        return FALSE;
  }
  return TRUE;
}
