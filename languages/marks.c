#include "languages/marks.h"

#include <string.h>

#include "languages/query.h"
#include "model/error.h"
#include "model/resource.h"

#define HOLDERS (ARD_MARK_FUNCTION | ARD_MARK_NAMED | ARD_MARK_SCOPE)
/* Matches under way at one time; ordinary code needs a few dozen, a chain of n calls up to six times n. */
#define MATCH_LIMIT 1024
#define MAX_INHERITANCE 8

/* Files of queries that no metric needs. */
static const char *const beyond_metrics[] = { "callback.scm", "errors.scm", "status.scm", "structure.scm", NULL };

struct ArdGrammar {
  const TSLanguage *language;
  ArdQuery *whole;
  ArdQuery *metrics; /* for what the whole cannot pass; compiled when first needed */
};

static gboolean
append_file (const ArdGrammar *grammar, const char *id, const char *name, guint depth, GError **error)
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
    if (!append_file (grammar, parent_id, name, depth + 1, error))
      return FALSE;
  }
  ard_query_append (grammar->whole, path, text);
  if (!g_strv_contains (beyond_metrics, name))
    ard_query_append (grammar->metrics, path, text);
  return TRUE;
}

static gboolean
append_folder (const ArdGrammar *grammar, const char *id, GError **error)
{
  g_autofree char *folder = g_strdup_printf ("languages/%s", id);
  g_auto (GStrv) names = ard_resource_list (folder);

  for (char **name = names; *name; name++)
    if (g_str_has_suffix (*name, ".scm") && !append_file (grammar, id, *name, 0, error))
      return FALSE;
  return TRUE;
}

ArdGrammar *
ard_grammar_new (const char *id, const TSLanguage *language, GError **error)
{
  g_autoptr (ArdGrammar) self = g_new0 (ArdGrammar, 1);

  self->language = language;
  self->whole = ard_query_new (id, language);
  self->metrics = ard_query_new (id, language);
  if (!append_folder (self, id, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
ard_grammar_compile (ArdGrammar *grammar, GError **error)
{
  return ard_query_compile (grammar->whole, error);
}

void
ard_grammar_free (ArdGrammar *grammar)
{
  if (!grammar)
    return;
  ard_query_free (grammar->whole);
  ard_query_free (grammar->metrics);
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
  return ard_query_source (grammar->whole);
}

static void
append_match (const ArdQuery *query, const TSQueryMatch *match, GArray *marks)
{
  ArdMark holder = { 0 };

  for (guint16 i = 0; i < match->capture_count; i++) {
    TSNode node = match->captures[i].node;
    guint32 capture = match->captures[i].index, bits = ard_query_bits (query, capture);
    ArdMark mark = { .id = node.id,
                     .start = ts_node_start_byte (node),
                     .end = ts_node_end_byte (node),
                     .bits = bits,
                     .facts = ard_query_facts (query, capture) };

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

/* The call around arguments begins far in front of them; it ends where they do, and no other call does. */
static void
find_calls (GArray *marks)
{
  ArdMark *rows = (ArdMark *) (gpointer) marks->data;
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL);
  guint kept = 0;

  for (guint i = 0; i < marks->len; i++)
    if (rows[i].facts & ARD_FACT_TRY_ARGUMENTS) {
      g_hash_table_insert (ends, GUINT_TO_POINTER (rows[i].end),
                           GUINT_TO_POINTER (1 + ((rows[i].facts & ARD_FACT_CALLEE_HANDLES) != 0)));
      rows[i].facts &= ~(ARD_FACT_TRY_ARGUMENTS | ARD_FACT_CALLEE_HANDLES);
    }
  for (guint i = 0; i < marks->len; i++) {
    guint taken = rows[i].facts & ARD_FACT_CALL_AROUND
                      ? GPOINTER_TO_UINT (g_hash_table_lookup (ends, GUINT_TO_POINTER (rows[i].end)))
                      : 0;
    guint callee = i + 1;

    if (taken)
      rows[i].facts |= ARD_FACT_TRY_BLOCK;
    while (taken == 2 && callee < marks->len && rows[callee].start == rows[i].start &&
           !(rows[callee].facts & ARD_FACT_CALLEE))
      callee++;
    if (taken == 2 && callee < marks->len && rows[callee].start == rows[i].start)
      rows[callee].facts |= ARD_FACT_CALLEE_HANDLES;
    rows[i].facts &= ~ARD_FACT_CALL_AROUND;
    if (rows[i].bits || rows[i].facts)
      rows[kept++] = rows[i];
  }
  g_array_set_size (marks, kept);
}

static bool
is_spent (TSQueryCursorState *state)
{
  return ts_query_cursor_did_exceed_match_limit (state->payload);
}

static void
append_matches (const ArdQuery *query, const TSQueryMatch *match, const char *text, GArray *captures, GArray *marks)
{
  TSQueryMatch one;

  for (guint i = 0; ard_forms_get (ard_query_forms (query), match, i, captures, &one); i++)
    if (ard_query_holds (query, &one, text))
      append_match (query, &one, marks);
}

static gboolean
run (const ArdQuery *query, TSQueryCursor *cursor, TSNode root, const char *text, GArray *marks)
{
  g_autoptr (GArray) captures = g_array_new (FALSE, FALSE, sizeof (TSQueryCapture));
  TSQueryMatch match;

  g_array_set_size (marks, 0);
  ts_query_cursor_set_match_limit (cursor, MATCH_LIMIT);
  ts_query_cursor_exec_with_options (cursor, ard_query_compiled (query), root,
                                     &(TSQueryCursorOptions){ cursor, is_spent });
  while (!ts_query_cursor_did_exceed_match_limit (cursor) && ts_query_cursor_next_match (cursor, &match))
    append_matches (query, &match, text, captures, marks);
  if (ts_query_cursor_did_exceed_match_limit (cursor))
    return FALSE;
  g_array_sort (marks, compare_marks);
  unite (marks);
  find_calls (marks);
  return TRUE;
}

ArdMarked
ard_grammar_mark_metrics (const ArdGrammar *grammar, TSQueryCursor *cursor, TSNode root, const char *text,
                          GArray *marks)
{
  g_autoptr (GError) error = NULL;

  if (*ard_query_source (grammar->metrics) == '\0')
    return ARD_MARKED_NOTHING;
  /* Its text is part of one that compiled. */
  if (!ard_query_compile (grammar->metrics, &error))
    g_error ("%s", error->message);
  return run (grammar->metrics, cursor, root, text, marks) ? ARD_MARKED_METRICS : ARD_MARKED_NOTHING;
}

ArdMarked
ard_grammar_mark (const ArdGrammar *grammar, TSQueryCursor *cursor, TSNode root, const char *text, GArray *marks)
{
  gsize length = strlen (ard_query_source (grammar->metrics));

  if (run (grammar->whole, cursor, root, text, marks))
    return ARD_MARKED_ALL;
  if (length == strlen (ard_query_source (grammar->whole)))
    return ARD_MARKED_NOTHING;
  return ard_grammar_mark_metrics (grammar, cursor, root, text, marks);
}
