#include "corpus/traced.h"

#include <math.h>
#include <string.h>

#define MEGABYTE (1024.0 * 1024.0)

/* Versions of one file that show its trend, and bound how far a projection drifts. */
#define MOST_PARSED 12
#define LEAST_PARSED 4

static gboolean
is_candidate (const ArdFile *file)
{
  return file->measured && !(file->flags & ARD_FILE_NOT_JUDGED) && file->n_functions > 0 && file->days_month > 0;
}

static int
compare_work (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdCorpus *corpus = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  double left_days = ard_file (corpus, left)->days_month, right_days = ard_file (corpus, right)->days_month;

  if (left_days != right_days)
    return left_days > right_days ? -1 : 1;
  return left < right ? -1 : left > right;
}

static GArray *
list_candidates (const ArdCorpus *corpus)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < corpus->files->len; i++)
    if (is_candidate (ard_file (corpus, i)))
      g_array_append_val (files, i);
  g_array_sort_with_data (files, compare_work, (gpointer) corpus);
  return files;
}

static gboolean
is_none (const ArdOid *oid)
{
  static const ArdOid none;

  return ard_oid_equal (oid, &none);
}

static ArdTracedStep
make_step (const ArdCorpus *corpus, const ArdTrail *trail, guint32 change)
{
  guint32 from = ard_change (corpus, change)->renamed_from;
  guint32 old = from == ARD_NONE ? change : from;

  return (ArdTracedStep){ change, ard_change (corpus, old)->path, ard_trail_blobs (trail, old)->before,
                          ard_trail_blobs (trail, change)->after };
}

/* A path that is gone after the commit is no version; contents that stayed the same (a mode, a name) are no step. */
static GArray *
list_steps (const ArdCorpus *corpus, const ArdTrail *trail, const ArdFile *file)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (ArdTracedStep));

  for (guint32 i = 0; i < file->n_changes; i++) {
    guint32 change = g_array_index (corpus->by_file, guint32, file->first_change + i);
    ArdTracedStep step = make_step (corpus, trail, change);

    if (!is_none (&step.after) && !ard_oid_equal (&step.before, &step.after))
      g_array_append_val (steps, step);
  }
  return steps;
}

/* Steps down to the last one within the window. */
static guint
count_window (const ArdCorpus *corpus, const GArray *steps)
{
  guint n = 0;

  for (guint i = 0; i < steps->len; i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (steps, ArdTracedStep, i).change);

    if (ard_commit (corpus, change->commit)->flags & ARD_COMMIT_IN_WINDOW)
      n = i + 1;
  }
  return n;
}

/* What the window takes, of each file all or nothing; steps beyond it stay for now. */
static guint
take_window (const ArdCorpus *corpus, GArray *traced, guint *window, double *bytes)
{
  guint left_out = 0;

  for (guint i = 0; i < traced->len; i++) {
    ArdTracedFile *row = &g_array_index (traced, ArdTracedFile, i);
    double cost;

    window[i] = count_window (corpus, row->steps);
    cost = window[i] * (double) ard_file (corpus, row->file)->size_bytes;
    row->whole_window = cost <= *bytes;
    if (row->whole_window)
      *bytes -= cost;
    left_out += !row->whole_window;
  }
  return left_out;
}

static gint64
find_left_out (const ArdCorpus *corpus, const GArray *steps, guint taken)
{
  gint64 newest_s = G_MININT64;

  for (guint i = taken; i < steps->len; i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (steps, ArdTracedStep, i).change);

    newest_s = MAX (newest_s, ard_commit (corpus, change->commit)->time_s);
  }
  return newest_s;
}

static void
take_older (const ArdCorpus *corpus, GArray *traced, const guint *window, double *bytes)
{
  for (guint i = 0; i < traced->len; i++) {
    ArdTracedFile *row = &g_array_index (traced, ArdTracedFile, i);
    double size = MAX ((double) ard_file (corpus, row->file)->size_bytes, 1);
    double most = *bytes / size;
    guint older = row->steps->len - window[i];
    guint taken = !row->whole_window ? 0 : most < older ? (guint) most : older;
    guint n = row->whole_window ? window[i] + taken : 0;

    row->left_out_s = find_left_out (corpus, row->steps, n);
    g_array_set_size (row->steps, n);
    *bytes -= taken * size;
  }
}

static void
choose_parsed (const ArdCorpus *corpus, GArray *traced, double bytes)
{
  for (guint i = 0; i < traced->len; i++) {
    ArdTracedFile *row = &g_array_index (traced, ArdTracedFile, i);
    double size = MAX ((double) ard_file (corpus, row->file)->size_bytes, 1);
    guint wanted = MIN (row->steps->len, MOST_PARSED);
    double n = MIN (floor (bytes / size), wanted);

    if (n < MIN (wanted, LEAST_PARSED))
      continue;
    row->n_parsed = (guint) n;
    bytes -= n * size;
  }
}

GArray *
ard_traced_choose (const ArdCorpus *corpus, const ArdTrail *trail, const ArdSettings *settings)
{
  g_autoptr (GArray) candidates = list_candidates (corpus);
  guint n = (guint) MIN (settings->history_traced_files, candidates->len), left_out;
  GArray *traced = g_array_sized_new (FALSE, FALSE, sizeof (ArdTracedFile), n);
  g_autofree guint *window = g_new (guint, MAX (n, 1));
  double bytes = settings->history_traced_mb * MEGABYTE;

  for (guint i = 0; i < n; i++) {
    ArdTracedFile row = { .file = g_array_index (candidates, guint32, i) };

    row.steps = list_steps (corpus, trail, ard_file (corpus, row.file));
    g_array_append_val (traced, row);
  }
  left_out = take_window (corpus, traced, window, &bytes) + candidates->len - n;
  take_older (corpus, traced, window, &bytes);
  choose_parsed (corpus, traced, settings->history_parsed_mb * MEGABYTE);
  if (left_out > 0)
    ard_notes_add (corpus->notes, NULL,
                   "functions of %u files weigh by their lines, not by their own revisions: their past versions are "
                   "more than history.traced_files or history.traced_mb allow",
                   left_out);
  return traced;
}

void
ard_traced_free (GArray *traced)
{
  for (guint i = 0; i < traced->len; i++)
    g_array_unref (g_array_index (traced, ArdTracedFile, i).steps);
  g_array_unref (traced);
}
