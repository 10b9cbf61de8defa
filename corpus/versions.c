#include "corpus/versions.h"

#include <string.h>

#include "corpus/past.h"
#include "corpus/shares.h"
#include "corpus/survival.h"
#include "model/parallel.h"

/* Versions in memory at a time, but for a single file with more. */
#define BATCH 4096
/* Steps of one file that one worker takes in a row: neighbours share a version. */
#define RUN 32
/* Versions that a worker keeps open for its next step. */
#define KEPT 3

typedef struct {
  guint32 past, first, end; /* steps */
} Run;

typedef struct {
  const ArdBuild *build;
  ArdWorkers *workers;
  ArdCorpus *corpus;
  GArray *pasts; /* of ArdPast */
  GArray *runs;  /* of Run */
  gsize max_bytes;
  guint left_out;     /* versions that cannot be read */
  GArray *left_out_s; /* of gint64: of each file that was read, ArdTracedFile.left_out_s */
  ArdMeter meter;
} Reading;

static void
claim (ArdPast *past, guint32 version, guint32 run)
{
  if (version != ARD_NONE && ard_past_version (past, version)->run == ARD_NONE)
    ard_past_version (past, version)->run = run;
}

/* Every version is read by the first run that needs it. */
static void
plan_runs (Reading *reading, guint32 index)
{
  ArdPast *past = &g_array_index (reading->pasts, ArdPast, index);

  for (guint32 first = 0; first < past->steps->len; first += RUN) {
    Run run = { index, first, MIN (first + RUN, past->steps->len) };

    for (guint32 i = run.first; i < run.end; i++) {
      const ArdChainStep *step = ard_past_step (past, i);

      claim (past, step->after, reading->runs->len);
      claim (past, step->before, reading->runs->len);
    }
    g_array_append_val (reading->runs, run);
  }
}

static void
ask_store (const Reading *reading, ArdPast *past)
{
  ArdStore *store = reading->build->store;
  const ArdLanguages *languages = reading->build->languages;

  for (guint i = 1; store && i < past->versions->len; i++) {
    ArdPastVersion *row = ard_past_version (past, i);

    row->known = row->parsed && ard_store_find_version (store, &row->blob, ard_languages_guess (languages, row->path),
                                                        ard_languages_digest (languages), &row->version);
  }
  for (guint i = 0; store && i < past->differences->len; i++) {
    ArdPastDifference *row = ard_past_difference (past, i);

    row->known = ard_store_find_hunks (store, &ard_past_version (past, row->old)->blob,
                                       &ard_past_version (past, row->new)->blob, row->hunks);
  }
}

static void
tell_store (const Reading *reading, ArdPast *past)
{
  ArdStore *store = reading->build->store;
  const ArdLanguages *languages = reading->build->languages;

  for (guint i = 0; store && i < past->versions->len; i++) {
    const ArdPastVersion *row = ard_past_version (past, i);

    if (row->fresh)
      ard_store_put_version (store, &row->blob, ard_languages_guess (languages, row->path),
                             ard_languages_digest (languages), &row->version);
  }
  for (guint i = 0; store && i < past->differences->len; i++) {
    const ArdPastDifference *row = ard_past_difference (past, i);

    if (row->fresh)
      ard_store_put_hunks (store, &ard_past_version (past, row->old)->blob, &ard_past_version (past, row->new)->blob,
                           row->hunks);
  }
}

/* The versions that a run met last. */
typedef struct {
  guint32 versions[KEPT];
  ArdBlob *blobs[KEPT];
  guint next;
} Kept;

/* Yours, because the next one may push it out. */
static ArdBlob *
open_version (const Reading *reading, ArdRepository *repository, ArdPast *past, guint32 version, Kept *kept,
              GError **error)
{
  for (guint i = 0; i < KEPT; i++)
    if (kept->blobs[i] && kept->versions[i] == version)
      return ard_blob_ref (kept->blobs[i]);

  ArdBlob *blob = ard_blob_open (repository, &ard_past_version (past, version)->blob, reading->max_bytes, error);

  if (blob) {
    g_clear_pointer (&kept->blobs[kept->next], ard_blob_unref);
    kept->blobs[kept->next] = ard_blob_ref (blob);
    kept->versions[kept->next] = version;
    kept->next = (kept->next + 1) % KEPT;
  }
  return blob;
}

static void
measure (ArdReader *reader, ArdPastVersion *row, GBytes *bytes)
{
  g_auto (ArdFacts) facts = { 0 };

  ard_facts_init (&facts);
  ard_reader_measure (reader, row->path, bytes, &facts);
  row->version.measured = facts.measured;
  row->version.lines = facts.lines;
  row->version.code_lines = facts.code_lines;
  for (guint i = 0; i < facts.functions->len; i++) {
    const ArdFunction *from = &g_array_index (facts.functions, ArdFunction, i);
    ArdVersionFunction function = { ard_version_name (from->name), from->digest, from->start_line, from->end_line,
                                    from->cognitive };

    g_array_append_val (row->version.functions, function);
  }
  row->fresh = TRUE;
}

static void
read_version (const Reading *reading, const ArdWorker *own, ArdPast *past, guint32 run, guint32 version, Kept *kept)
{
  ArdPastVersion *row = version == ARD_NONE ? NULL : ard_past_version (past, version);

  if (!row || !row->parsed || row->known || row->run != run || row->fresh || row->error)
    return;

  g_autoptr (ArdBlob) blob = open_version (reading, own->repository, past, version, kept, &row->error);
  g_autoptr (GBytes) bytes = blob ? ard_blob_bytes (blob) : NULL;

  if (bytes)
    measure (own->reader, row, bytes);
}

static void
read_difference (const Reading *reading, const ArdWorker *own, ArdPast *past, guint32 index, Kept *kept)
{
  ArdPastDifference *row = index == ARD_NONE ? NULL : ard_past_difference (past, index);

  if (!row || row->known)
    return;

  g_autoptr (ArdBlob) old = open_version (reading, own->repository, past, row->old, kept, NULL);
  g_autoptr (ArdBlob) new = old ? open_version (reading, own->repository, past, row->new, kept, NULL) : NULL;

  row->fresh = new &&ard_blobs_compare (old, new, row->hunks);
  if (!row->fresh)
    g_clear_pointer (&row->hunks, g_array_unref);
}

static void
read_run (guint worker, guint index, gpointer data)
{
  Reading *reading = data;
  const Run *run = &g_array_index (reading->runs, Run, index);
  ArdPast *past = &g_array_index (reading->pasts, ArdPast, run->past);
  const ArdWorker *own = &reading->workers->workers[worker];
  Kept kept = { 0 };

  for (guint32 i = run->first; i < run->end; i++) {
    const ArdChainStep *step = ard_past_step (past, i);

    read_version (reading, own, past, index, step->after, &kept);
    read_difference (reading, own, past, ard_past_difference_of (past, i, TRUE), &kept);
    read_version (reading, own, past, index, step->before, &kept);
    read_difference (reading, own, past, ard_past_difference_of (past, i, FALSE), &kept);
    ard_meter_count (&reading->meter, worker);
  }
  for (guint i = 0; i < KEPT; i++)
    g_clear_pointer (&kept.blobs[i], ard_blob_unref);
}

static void
fold_past (guint worker G_GNUC_UNUSED, guint index, gpointer data)
{
  ard_past_fold (&g_array_index (((Reading *) data)->pasts, ArdPast, index));
}

static void
add_revisions (ArdCorpus *corpus, const ArdPast *past)
{
  guint32 first = ard_file (corpus, past->traced->file)->first_function;

  for (guint i = 0; i < past->chain.revisions->len; i++) {
    ArdFunctionRevision row = g_array_index (past->chain.revisions, ArdFunctionRevision, i);

    row.function += first;
    g_array_append_val (corpus->function_revisions, row);
  }
}

static ArdTrendPoint
make_point (ArdPast *past, guint32 commit, guint32 place)
{
  const ArdVersion *version = &ard_past_version (past, place)->version;
  ArdTrendPoint row = { past->traced->file, commit, version->code_lines, version->functions->len, 0, 0 };

  for (guint j = 0; j < version->functions->len; j++) {
    guint32 cognitive = g_array_index (version->functions, ArdVersionFunction, j).cognitive;

    row.cognitive += cognitive;
    row.worst = MAX (row.worst, cognitive);
  }
  return row;
}

/* A version that only a merge made is no step's: it stands at head. */
static void
end_trend (ArdCorpus *corpus, ArdPast *past, guint first)
{
  ArdTrendPoint today = make_point (past, 0, 0);

  if (g_array_index (corpus->trends, ArdTrendPoint, first).commit == 0)
    g_array_index (corpus->trends, ArdTrendPoint, first) = today;
  else
    g_array_insert_val (corpus->trends, first, today);
}

static void
add_trend (ArdCorpus *corpus, ArdPast *past)
{
  guint first = corpus->trends->len;
  guint32 newest = 0;

  for (guint i = 0; i < past->steps->len; i++) {
    const ArdChainStep *step = ard_past_step (past, i);
    const ArdPastVersion *version = ard_past_version (past, step->after);

    if (!version->version.measured || !version->parsed)
      continue;

    ArdTrendPoint row = make_point (past, step->commit, step->after);

    if (corpus->trends->len == first)
      newest = step->after;
    g_array_append_val (corpus->trends, row);
  }
  if (newest != 0)
    end_trend (corpus, past, first);
}

static void
merge (Reading *reading, ArdPast *past)
{
  tell_store (reading, past);
  add_revisions (reading->corpus, past);
  add_trend (reading->corpus, past);
  ard_survival_add (reading->corpus, past, reading->left_out_s);
  ard_shares_fill (reading->corpus, past->traced, &past->chain, reading->build->settings);
  for (guint i = 1; i < past->versions->len; i++)
    reading->left_out += ard_past_version (past, i)->error != NULL;
}

static void
read_batch (Reading *reading)
{
  for (guint i = 0; i < reading->pasts->len; i++) {
    ask_store (reading, &g_array_index (reading->pasts, ArdPast, i));
    plan_runs (reading, i);
  }
  ard_parallel_for (reading->runs->len, reading->workers->n, read_run, reading);
  ard_parallel_for (reading->pasts->len, reading->workers->n, fold_past, reading);
  for (guint i = 0; i < reading->pasts->len; i++) {
    merge (reading, &g_array_index (reading->pasts, ArdPast, i));
    ard_past_clear (&g_array_index (reading->pasts, ArdPast, i));
  }
  g_array_set_size (reading->pasts, 0);
  g_array_set_size (reading->runs, 0);
}

static int
compare_revisions (gconstpointer a, gconstpointer b)
{
  const ArdFunctionRevision *left = a, *right = b;

  if (left->function != right->function)
    return left->function < right->function ? -1 : 1;
  return left->commit < right->commit ? -1 : left->commit > right->commit;
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const ArdTrendPoint *left = a, *right = b;

  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  return left->commit < right->commit ? -1 : left->commit > right->commit;
}

static void
index_rows (ArdCorpus *corpus)
{
  g_array_sort (corpus->function_revisions, compare_revisions);
  g_array_sort (corpus->trends, compare_points);
  for (guint32 i = corpus->function_revisions->len; i > 0; i--) {
    ArdCorpusFunction *function = ard_function (corpus, ard_function_revision (corpus, i - 1)->function);

    function->first_revision = i - 1;
    function->n_revisions++;
  }
  for (guint32 i = corpus->trends->len; i > 0; i--) {
    ArdFile *file = ard_file (corpus, ard_trend_point (corpus, i - 1)->file);

    file->first_trend = i - 1;
    file->n_trend++;
  }
}

void
ard_versions_read (ArdCorpus *corpus, const ArdTrail *trail, ArdWorkers *workers, const ArdBuild *build)
{
  GArray *traced = ard_traced_choose (corpus, trail, build->settings);
  g_autoptr (GArray) pasts = g_array_new (FALSE, FALSE, sizeof (ArdPast));
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GArray) left_out_s = g_array_new (FALSE, FALSE, sizeof (gint64));
  Reading reading = { build, workers,    corpus, pasts, runs, (gsize) build->settings->paths_max_file_bytes,
                      0,     left_out_s, { 0 } };
  guint versions = 0;

  reading.meter = (ArdMeter){ build, "read the past versions", 0, 0 };
  for (guint i = 0; i < traced->len; i++)
    reading.meter.total += g_array_index (traced, ArdTracedFile, i).steps->len;
  for (guint i = 0; i < traced->len; i++) {
    ArdPast past;

    ard_past_init (&past, corpus, &g_array_index (traced, ArdTracedFile, i));
    versions += past.versions->len;
    g_array_append_val (pasts, past);
    if (versions < BATCH && i + 1 < traced->len)
      continue;
    read_batch (&reading);
    versions = 0;
  }
  ard_survival_count (corpus, left_out_s);
  index_rows (corpus);
  if (reading.left_out > 0)
    ard_notes_add (corpus->notes, NULL, "%u past versions of files left out: they cannot be read", reading.left_out);
  ard_traced_free (traced);
}
