#include "ranking/features.h"

#include <math.h>
#include <string.h>

#define DAY_S 86400.0
#define YEAR_D 365
#define MAX_TOGETHER 30 /* larger commits tie nothing together */
#define TOGETHER_D 1096 /* older ones neither */

gboolean
ard_is_ranked (const ArdFile *file)
{
  return file->measured && file->code_lines > 0 && !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

static double
age_of (const ArdCorpus *corpus, gint64 time_s)
{
  return MAX ((double) (corpus->now_s - time_s) / DAY_S, 0);
}

static double
fade (double age_d, double half_life_d)
{
  return exp2 (-age_d / half_life_d);
}

/* A renamed file is one of its two rows. */
static guint
count_files (const ArdCorpus *corpus, const ArdCommit *commit)
{
  guint n = commit->n_changes;

  for (guint32 i = 0; i < commit->n_changes; i++) {
    guint32 from = ard_change (corpus, commit->first_change + i)->renamed_from;

    n -= from != ARD_NONE && ard_change (corpus, from)->status == 'D';
  }
  return MAX (n, 1);
}

/* Lines added and deleted; of a rename, by how much the new file is longer or shorter. */
static double
churn_of (const ArdCorpus *corpus, const ArdChange *change)
{
  double added = MAX (change->added, 0), deleted = MAX (change->deleted, 0);

  if (change->renamed_from != ARD_NONE)
    return fabs (added - MAX (ard_change (corpus, change->renamed_from)->deleted, 0));
  return change->status == 'D' ? 0 : added + deleted;
}

typedef struct {
  guint64 repair; /* ard_commit_repair */
  double age_d;
} Repair;

static int
compare_repairs (gconstpointer a, gconstpointer b)
{
  const Repair *left = a, *right = b;

  if (left->repair != right->repair)
    return left->repair < right->repair ? -1 : 1;
  return (left->age_d > right->age_d) - (left->age_d < right->age_d);
}

static void
add_repairs (ArdFeatures *row, GArray *repairs)
{
  g_array_sort (repairs, compare_repairs);
  for (guint i = 0; i < repairs->len; i++) {
    const Repair *repair = &g_array_index (repairs, Repair, i);

    if (i > 0 && repair[-1].repair == repair->repair)
      continue;
    row->repairs_year += repair->age_d <= YEAR_D;
    row->repairs_365 += fade (repair->age_d, 365);
    row->repairs_730 += fade (repair->age_d, 730);
  }
}

static void
add_churn (ArdFeatures *row, double churn, double age_d)
{
  row->churn_year += age_d <= YEAR_D ? churn : 0;
  row->churn_90 += churn * fade (age_d, 90);
}

static void
add_revision (ArdFeatures *row, double age_d)
{
  row->revisions_year += age_d <= YEAR_D;
  row->fading_90 += fade (age_d, 90);
  row->fading_730 += fade (age_d, 730);
}

static void
read_changes (const ArdCorpus *corpus, ArdFeatures *row)
{
  const ArdFile *file = ard_file (corpus, row->file);
  g_autoptr (GArray) repairs = g_array_new (FALSE, FALSE, sizeof (Repair));
  guint32 previous = ARD_NONE;

  for (guint32 i = 0; i < file->n_changes; i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i));
    const ArdCommit *commit = ard_commit (corpus, change->commit);
    double age_d = age_of (corpus, commit->time_s);

    if (commit->flags & ARD_COMMIT_NOT_COUNTED)
      continue;
    add_churn (row, churn_of (corpus, change), age_d);
    if (change->commit == previous)
      continue;
    previous = change->commit;
    add_revision (row, age_d);
    if (commit->flags & ARD_COMMIT_FIX)
      g_array_append_val (repairs, ((Repair){ ard_commit_repair (commit), age_d }));
  }
  add_repairs (row, repairs);
}

static void
read_tree (const ArdCorpus *corpus, ArdFeatures *row)
{
  const ArdFile *file = ard_file (corpus, row->file);

  for (guint32 i = 0; i < file->n_functions; i++)
    row->cognitive += ard_function (corpus, file->first_function + i)->facts.cognitive;
  for (guint32 i = 0; i < file->n_captures; i++)
    row->calls += ard_capture (corpus, file->first_capture + i)->facts.kind == ARD_CAPTURE_CALL;
}

static ArdFeatures
read_file (const ArdCorpus *corpus, guint32 index)
{
  const ArdFile *file = ard_file (corpus, index);
  ArdFeatures row = { .file = index,
                      .lines = file->lines,
                      .code_lines = file->code_lines,
                      .functions = file->n_functions,
                      .fan_in = file->fan_in,
                      .age_d = file->birth_s ? age_of (corpus, file->birth_s) : 0 };

  read_tree (corpus, &row);
  read_changes (corpus, &row);
  return row;
}

typedef struct {
  double repairs, lines;
} Folder;

static Folder *
find_folder (GHashTable *folders, const char *path)
{
  g_autofree char *name = g_path_get_dirname (path);
  Folder *folder = g_hash_table_lookup (folders, name);

  if (!folder) {
    folder = g_new0 (Folder, 1);
    g_hash_table_insert (folders, g_steal_pointer (&name), folder);
  }
  return folder;
}

static void
read_folders (const ArdCorpus *corpus, GArray *rows)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < rows->len; i++) {
    const ArdFeatures *row = &g_array_index (rows, ArdFeatures, i);
    Folder *folder = find_folder (folders, ard_file (corpus, row->file)->path);

    folder->repairs += row->repairs_365;
    folder->lines += row->code_lines;
  }
  for (guint i = 0; i < rows->len; i++) {
    ArdFeatures *row = &g_array_index (rows, ArdFeatures, i);
    const Folder *folder = find_folder (folders, ard_file (corpus, row->file)->path);

    row->folder_repairs = MAX (folder->repairs - row->repairs_365, 0);
    row->folder_lines = folder->lines - row->code_lines;
  }
}

/* Rows of the ranked files that a commit changed, each row of a rename for itself; of ArdFeatures *. */
static void
list_changed (const ArdCorpus *corpus, const ArdCommit *commit, const guint32 *places, GArray *rows, GPtrArray *changed)
{
  g_ptr_array_set_size (changed, 0);
  for (guint32 i = 0; i < commit->n_changes; i++) {
    guint32 file = ard_change (corpus, commit->first_change + i)->file;

    if (file != ARD_NONE && places[file] != ARD_NONE)
      g_ptr_array_add (changed, &g_array_index (rows, ArdFeatures, places[file]));
  }
}

static void
tie_together (const GPtrArray *changed, double weight)
{
  double repairs = 0, others = changed->len - 1;

  for (guint i = 0; i < changed->len; i++)
    repairs += ((const ArdFeatures *) changed->pdata[i])->repairs_365;
  for (guint i = 0; i < changed->len; i++) {
    ArdFeatures *row = changed->pdata[i];

    row->others_repairs += weight * (repairs - row->repairs_365) / others;
    row->others += weight;
  }
}

static void
read_others (const ArdCorpus *corpus, GArray *rows)
{
  g_autofree guint32 *places = g_new (guint32, corpus->files->len + 1);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  memset (places, 0xff, corpus->files->len * sizeof *places);
  for (guint i = 0; i < rows->len; i++)
    places[g_array_index (rows, ArdFeatures, i).file] = i;
  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);
    double age_d = age_of (corpus, commit->time_s);

    if ((commit->flags & ARD_COMMIT_NOT_COUNTED) || age_d > TOGETHER_D || count_files (corpus, commit) > MAX_TOGETHER)
      continue;
    list_changed (corpus, commit, places, rows, changed);
    if (changed->len > 1)
      tie_together (changed, fade (age_d, 365));
  }
}

GArray *
ard_features_read (const ArdCorpus *corpus)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (ArdFeatures));

  for (guint32 i = 0; i < corpus->files->len; i++)
    if (ard_is_ranked (ard_file (corpus, i))) {
      ArdFeatures row = read_file (corpus, i);

      g_array_append_val (rows, row);
    }
  read_folders (corpus, rows);
  read_others (corpus, rows);
  return rows;
}
