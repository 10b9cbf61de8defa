#include <string.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/* Whose parameters are another's choice, or who is called from where we do not look. */
#define NOT_FREE (ARD_FUNCTION_FIXED | ARD_FUNCTION_ABSTRACT | ARD_FUNCTION_ENTRY | ARD_FUNCTION_PUBLIC)

/* A function of so few lines that calls nothing and decides nothing stands in for one that does. */
#define STUB_LINES 5

static const char *
simple_name (const char *name)
{
  const char *simple = name;

  for (const char *c = name; *c; c++)
    if (strchr (".:>#\\", *c))
      simple = c + 1;
  return simple;
}

/* Simple names of all that code of use calls. */
static GHashTable *
list_called (const ArdCorpus *corpus)
{
  GHashTable *called = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);

    if (capture->facts.kind == ARD_CAPTURE_CALL && !(ard_file (corpus, capture->file)->flags & ARD_FILE_NOT_IN_USE))
      g_hash_table_add (called, (gpointer) simple_name (capture->facts.text));
  }
  return called;
}

static gboolean
is_stub (const ArdCorpus *corpus, const ArdCorpusCapture *capture)
{
  const ArdFunction *function = &ard_function (corpus, capture->facts.function)->facts;
  const ArdFile *file = ard_file (corpus, capture->file);

  if (function->cyclomatic > 1 || function->code_lines > STUB_LINES)
    return FALSE;
  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *other = &ard_capture (corpus, file->first_capture + i)->facts;

    if (other->kind == ARD_CAPTURE_CALL && other->function == capture->facts.function)
      return FALSE;
    if (other->start_line > function->end_line)
      break;
  }
  return TRUE;
}

static gboolean
is_free (const ArdCorpus *corpus, GHashTable *called, const ArdCorpusCapture *capture)
{
  if (capture->facts.kind != ARD_CAPTURE_PARAMETER || capture->facts.function == ARD_NONE ||
      (ard_file (corpus, capture->file)->flags & ARD_FILE_NOT_IN_USE))
    return FALSE;

  const ArdFunction *function = &ard_function (corpus, capture->facts.function)->facts;
  const char *simple = simple_name (function->name);

  return !(function->traits & NOT_FREE) && *simple && g_hash_table_contains (called, simple) &&
         !is_stub (corpus, capture);
}

/* One function with such parameters. */
typedef struct {
  guint32 first, n; /* of its captures */
  GString *names;
} Unit;

static void
clear_unit (gpointer data)
{
  g_string_free (((Unit *) data)->names, TRUE);
}

/* By their first parameter. */
static GArray *
list_units (const ArdCorpus *corpus)
{
  g_autoptr (GHashTable) called = list_called (corpus), places = g_hash_table_new (g_direct_hash, g_direct_equal);
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));

  g_array_set_clear_func (units, clear_unit);
  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    gpointer key = GUINT_TO_POINTER (capture->facts.function), place;

    if (!is_free (corpus, called, capture))
      continue;
    if (!g_hash_table_lookup_extended (places, key, NULL, &place)) {
      Unit unit = { i, 0, g_string_new (NULL) };

      place = GUINT_TO_POINTER (units->len);
      g_hash_table_insert (places, key, place);
      g_array_append_val (units, unit);
    }

    Unit *unit = &g_array_index (units, Unit, GPOINTER_TO_UINT (place));

    g_string_append_printf (unit->names, "%s%s", unit->n ? ", " : "", capture->facts.text);
    unit->n++;
  }
  return units;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  g_autoptr (GArray) units = list_units (corpus);
  guint rule = ard_rule_find ("unused-parameter");

  for (guint i = 0; i < units->len; i++) {
    const Unit *unit = &g_array_index (units, Unit, i);
    const ArdCorpusCapture *capture = ard_capture (corpus, unit->first);
    ArdFinding *finding =
        ard_findings_add (findings, corpus, settings, rule, capture->file, capture->facts.function, unit->n);

    if (!finding)
      continue;
    finding->capture = unit->first;
    finding->start_line = capture->facts.start_line;
    finding->end_line = capture->facts.end_line;
    finding->subject = g_intern_string (unit->names->str);
    finding->quantity = unit->n;
  }
}

const ArdAnalyzer ard_analyzer_unused_parameter = { "unused-parameter", run };
