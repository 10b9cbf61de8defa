#include "change/scatter.h"

/* What one set changed. */
typedef struct {
  guint32 files, modules;
} Reach;

static gboolean
is_code (const ArdFile *file)
{
  return file->measured && file->module != ARD_NONE && !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

static Reach *
reach_sets (const ArdCorpus *corpus, const ArdSets *sets)
{
  Reach *reach = g_new0 (Reach, MAX (sets->n, 1));
  g_autofree guint32 *seen = g_new0 (guint32, corpus->modules->len + 1);

  for (guint32 i = 0; i < sets->n; i++)
    for (guint32 j = sets->first_file[i]; j < sets->first_file[i + 1]; j++) {
      const ArdFile *file = ard_file (corpus, sets->files[j]);

      if (!is_code (file))
        continue;
      reach[i].files++;
      if (seen[file->module] != i + 1)
        reach[i].modules++;
      seen[file->module] = i + 1;
    }
  return reach;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static double
median (GArray *numbers)
{
  guint n = numbers->len;

  g_array_sort (numbers, compare_numbers);
  return (g_array_index (numbers, guint32, (n - 1) / 2) + g_array_index (numbers, guint32, n / 2)) / 2.0;
}

static void
add_file (ArdCorpus *corpus, const ArdSets *sets, const Reach *reach, guint32 file)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) modules = g_array_new (FALSE, FALSE, sizeof (guint32));
  ArdScatter row = { .file = file, .sets = ard_sets_revisions (sets, file) };
  guint wide = 0;

  for (guint32 i = sets->first_set[file]; i < sets->first_set[file + 1]; i++) {
    guint32 other_files = reach[sets->sets[i]].files - 1, other_modules = reach[sets->sets[i]].modules - 1;

    g_array_append_val (files, other_files);
    g_array_append_val (modules, other_modules);
    wide += other_modules >= ARD_SCATTER_WIDE;
  }
  row.files = median (files);
  row.modules = median (modules);
  row.wide = (double) wide / row.sets;
  g_array_append_val (corpus->scatter, row);
}

void
ard_scatter_find (ArdCorpus *corpus, const ArdSets *sets)
{
  g_autofree Reach *reach = reach_sets (corpus, sets);

  g_array_set_size (corpus->scatter, 0);
  for (guint32 i = 0; i < sets->n_files; i++)
    if (ard_sets_revisions (sets, i) && is_code (ard_file (corpus, i)))
      add_file (corpus, sets, reach, i);
}
