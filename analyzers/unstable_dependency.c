#include <math.h>
#include <string.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/* With fewer users a folder is not stable in fact, whatever its share says. */
#define MIN_USERS 3
#define STABLE 0.5
#define MIN_TIES 4

static gboolean
is_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return length == 0 || (strncmp (path, folder, length) == 0 && path[length] == '/');
}

static gboolean
is_judged (const ArdModule *from, const ArdModule *to)
{
  return from->fan_in >= MIN_USERS && from->instability < STABLE && to->fan_in + to->fan_out >= MIN_TIES &&
         !is_below (from->path, to->path) && !is_below (to->path, from->path);
}

/* The first strong dependency of a pair of folders, by pair; ARD_NONE where all are weak. */
static guint32 *
find_strong (const ArdCorpus *corpus)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint32 *strong = g_new (guint32, corpus->module_dependencies->len + 1);

  for (guint32 i = 0; i < corpus->module_dependencies->len; i++) {
    const ArdModuleDependency *row = &g_array_index (corpus->module_dependencies, ArdModuleDependency, i);
    guint64 key = (guint64) row->from << 32 | row->to;

    strong[i] = ARD_NONE;
    g_hash_table_insert (pairs, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i + 1));
  }
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *row = ard_dependency (corpus, i);
    guint64 key = (guint64) ard_file (corpus, row->from)->module << 32 | ard_file (corpus, row->to)->module;
    guint32 pair = GPOINTER_TO_UINT (g_hash_table_lookup (pairs, &key));

    if (pair > 0 && !row->weak && strong[pair - 1] == ARD_NONE)
      strong[pair - 1] = i;
  }
  return strong;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("unstable-dependency");
  g_autofree guint32 *strong = find_strong (corpus);

  for (guint32 i = 0; i < corpus->module_dependencies->len; i++) {
    const ArdModuleDependency *row = &g_array_index (corpus->module_dependencies, ArdModuleDependency, i);
    const ArdModule *from = ard_module (corpus, row->from), *to = ard_module (corpus, row->to);

    if (strong[i] == ARD_NONE || !is_judged (from, to))
      continue;

    const ArdDependency *first = ard_dependency (corpus, strong[i]);
    double value = to->instability - from->instability;
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, first->from, ARD_NONE, value);

    if (finding) {
      finding->other = first->to;
      finding->subject = to->path;
      finding->start_line = finding->end_line = first->line;
      finding->quantity = row->n;
    }
  }
}

const ArdAnalyzer ard_analyzer_unstable_dependency = { "unstable-dependency", run };
