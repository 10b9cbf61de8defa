#include "analyzers/analyzers.h"
#include "analyzers/together.h"
#include "model/rule.h"

#define DAY_S (24 * 60 * 60)
/* Fewer change sets are cases, not a habit. */
#define MIN_SETS 12
/* A file younger than this part of the window is still being written, with all that belongs to it. */
#define GROWN 0.5
/* Of what is usual in the tree: where all changes reach far, it is the folders that lie far apart. */
#define TIMES_USUAL 2
/* Of fewer files that change often nothing is usual. */
#define MIN_FILES 5
/* In a tree of few modules, three others are everything. */
#define MIN_MODULES 8

static gboolean
is_grown (const ArdCorpus *corpus, const ArdFile *file, const ArdSettings *settings)
{
  return (double) (corpus->now_s - file->birth_s) >= GROWN * settings->history_window_d * DAY_S;
}

static gboolean
is_judged (const ArdCorpus *corpus, const ArdScatter *row)
{
  return row->sets >= MIN_SETS && ard_together_is_code (ard_file (corpus, row->file));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The median of the files that change often. */
static double
find_usual (const ArdCorpus *corpus)
{
  g_autoptr (GArray) modules = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint32 i = 0; i < corpus->scatter->len; i++)
    if (is_judged (corpus, ard_scatter (corpus, i)))
      g_array_append_val (modules, ard_scatter (corpus, i)->modules);
  g_array_sort (modules, compare);
  return modules->len < MIN_FILES ? 0 : g_array_index (modules, double, modules->len / 2);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint32 rule = ard_rule_find ("scattered-change");
  double usual = find_usual (corpus);

  if (corpus->modules->len < MIN_MODULES)
    return;
  for (guint32 i = 0; i < corpus->scatter->len; i++) {
    const ArdScatter *row = ard_scatter (corpus, i);

    if (!is_judged (corpus, row) || row->modules < TIMES_USUAL * usual ||
        !is_grown (corpus, ard_file (corpus, row->file), settings))
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, row->file, ARD_NONE, row->modules);

    if (finding)
      finding->quantity = row->modules - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_scattered_change = { "scattered-change", run };
