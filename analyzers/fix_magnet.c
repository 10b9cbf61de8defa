#include "analyzers/analyzers.h"
#include "model/rule.h"

/* A magnet is among the first tenth of the code files that took a fix. */
#define TOP_PART 10

/* What changes more files than this is a sweep over the tree, not the repair of one place. */
#define MAX_FILES 10

static gboolean
is_repair (const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_IN_WINDOW) && !(commit->flags & ARD_COMMIT_NOT_COUNTED) &&
         (commit->flags & (ARD_COMMIT_FIX | ARD_COMMIT_REVERT)) && commit->n_changes <= MAX_FILES;
}

static int
compare_repairs (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

static guint32
count_repairs (const ArdCorpus *corpus, const ArdFile *file)
{
  g_autoptr (GArray) repairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint32 n = 0;

  if (!file->measured || (file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_NOT_JUDGED)))
    return 0;
  for (guint32 i = 0; i < file->n_changes - file->n_departed; i++) {
    guint32 row = g_array_index (corpus->by_file, guint32, file->first_change + i);
    const ArdCommit *commit = ard_commit (corpus, ard_change (corpus, row)->commit);
    guint64 repair = ard_commit_repair (commit);

    if (is_repair (commit))
      g_array_append_val (repairs, repair);
  }
  g_array_sort (repairs, compare_repairs);
  for (guint i = 0; i < repairs->len; i++)
    n += i == 0 || g_array_index (repairs, guint64, i) != g_array_index (repairs, guint64, i - 1);
  return n;
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left < right) - (left > right);
}

/* Repairs of the last file that still belongs to the top. */
static guint32
find_top (const guint32 *repairs, guint32 n)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n; i++)
    if (repairs[i] > 0)
      g_array_append_val (counts, repairs[i]);
  if (counts->len == 0)
    return 0;
  g_array_sort (counts, compare_down);
  return g_array_index (counts, guint32, (counts->len - 1) / TOP_PART);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("fix-magnet");
  g_autofree guint32 *repairs = g_new0 (guint32, corpus->files->len);

  if (corpus->shallow)
    return;
  for (guint32 i = 0; i < corpus->files->len; i++)
    repairs[i] = count_repairs (corpus, ard_file (corpus, i));

  guint32 top = find_top (repairs, corpus->files->len);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    if (repairs[i] == 0 || repairs[i] < top)
      continue;

    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, repairs[i]);

    if (finding)
      finding->quantity = finding->value - finding->attention;
  }
}

const ArdAnalyzer ard_analyzer_fix_magnet = { "fix-magnet", run };
