#include "analyzers/analyzers.h"
#include "model/rule.h"

/* A magnet is among the first tenth of the code files that took a fix. */
#define TOP_PART 10

static gboolean
is_product_code (const ArdFile *file)
{
  return file->measured && !(file->flags & (ARD_FILE_TEST | ARD_FILE_NOT_JUDGED));
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left < right) - (left > right);
}

/* Fixes of the last file that still belongs to the top. */
static guint32
top_fixes (const ArdCorpus *corpus)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < corpus->files->len; i++)
    if (is_product_code (ard_file (corpus, i)) && ard_file (corpus, i)->fixes > 0)
      g_array_append_val (counts, ard_file (corpus, i)->fixes);
  if (counts->len == 0)
    return 0;
  g_array_sort (counts, compare_down);
  return g_array_index (counts, guint32, (counts->len - 1) / TOP_PART);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("fix-magnet");
  guint32 top = top_fixes (corpus);

  if (corpus->shallow)
    return;
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!is_product_code (file) || file->fixes == 0 || file->fixes < top)
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, file->fixes);

    if (finding)
      finding->quantity = finding->value - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_fix_magnet = { "fix-magnet", run };
