#include "corpus/origins.h"

#include "corpus/blame.h"
#include "model/parallel.h"

typedef struct {
  ArdCorpus *corpus;
  const ArdTrail *trail;
  ArdWorkers *workers;
  GArray *changes;  /* of guint32: to be traced */
  GArray **origins; /* one a change, of ArdOrigin */
  ArdMeter meter;
} Tracing;

static gboolean
is_fix (const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_FIX) && (commit->flags & ARD_COMMIT_IN_WINDOW) &&
         !(commit->flags & (ARD_COMMIT_NOT_COUNTED | ARD_COMMIT_REVERT));
}

static gboolean
is_code (const ArdCorpus *corpus, const ArdChange *change)
{
  const ArdFile *file = change->file == ARD_NONE ? NULL : ard_file (corpus, change->file);

  return file && file->measured && change->status != 'D' &&
         !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

static void
list_changes (const ArdCorpus *corpus, const ArdCommit *commit, GArray *changes)
{
  guint first = changes->len;

  for (guint32 i = 0; i < commit->n_changes; i++) {
    guint32 row = commit->first_change + i;

    if (is_code (corpus, ard_change (corpus, row)))
      g_array_append_val (changes, row);
  }
  if (changes->len - first > ARD_ORIGINS_FILES)
    g_array_set_size (changes, first);
}

static GArray *
choose (ArdCorpus *corpus, const ArdSettings *settings)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0, beyond = 0;

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    if (!is_fix (ard_commit (corpus, i)))
      continue;
    if (n++ < settings->history_trace_max)
      list_changes (corpus, ard_commit (corpus, i), changes);
    else
      beyond++;
  }
  if (beyond > 0)
    ard_notes_add (corpus->notes, NULL, "%u older bug fixes not traced: history.trace_max (%.0f)", beyond,
                   settings->history_trace_max);
  return changes;
}

static void
trace (guint worker, guint index, gpointer data)
{
  Tracing *tracing = data;

  tracing->origins[index] = g_array_new (FALSE, FALSE, sizeof (ArdOrigin));
  ard_blame_change (tracing->workers->workers[worker].repository, tracing->corpus, tracing->trail,
                    g_array_index (tracing->changes, guint32, index), tracing->origins[index]);
  ard_meter_count (&tracing->meter, worker);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const ArdOrigin *left = a, *right = b;

  if (left->fix != right->fix)
    return left->fix < right->fix ? -1 : 1;
  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  return (left->origin > right->origin) - (left->origin < right->origin);
}

void
ard_origins_trace (ArdCorpus *corpus, const ArdTrail *trail, ArdWorkers *workers, const ArdBuild *build)
{
  if (!build->settings->history_trace_fixes || corpus->shallow)
    return;

  g_autoptr (GArray) changes = choose (corpus, build->settings);
  g_autofree GArray **origins = g_new0 (GArray *, MAX (changes->len, 1));
  Tracing tracing = { .corpus = corpus,
                      .trail = trail,
                      .workers = workers,
                      .changes = changes,
                      .origins = origins,
                      .meter = { build, "trace the bug fixes", changes->len, 0 } };

  ard_parallel_for (changes->len, workers->n, trace, &tracing);
  for (guint i = 0; i < changes->len; i++) {
    g_array_append_vals (corpus->origins, origins[i]->data, origins[i]->len);
    g_array_unref (origins[i]);
  }
  g_array_sort (corpus->origins, compare);
}
