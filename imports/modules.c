#include "imports/modules.h"

#include <math.h>
#include <string.h>

#include "imports/paths.h"

gboolean
ard_file_is_product (const ArdFile *file)
{
  return file->measured && !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

static void
count_fan_in (ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *row = ard_dependency (corpus, i);

    if (!(ard_file (corpus, row->from)->flags & ARD_FILE_NOT_IN_USE))
      ard_file (corpus, row->to)->fan_in++;
  }
}

static int
compare_modules (gconstpointer a, gconstpointer b)
{
  return strcmp (((const ArdModule *) a)->path, ((const ArdModule *) b)->path);
}

/* Folders, sorted; the table gives the row of each. */
static GHashTable *
list_modules (ArdCorpus *corpus)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    g_autofree char *folder =
        ard_file_is_product (ard_file (corpus, i)) ? ard_paths_folder (ard_file (corpus, i)->path) : NULL;

    if (folder && !g_hash_table_contains (rows, folder)) {
      ArdModule module = { .path = g_string_chunk_insert (corpus->strings, folder), .instability = NAN };

      g_hash_table_add (rows, (gpointer) module.path);
      g_array_append_val (corpus->modules, module);
    }
  }
  g_array_sort (corpus->modules, compare_modules);
  for (guint32 i = 0; i < corpus->modules->len; i++)
    g_hash_table_insert (rows, (gpointer) ard_module (corpus, i)->path, GUINT_TO_POINTER (i));
  return rows;
}

static void
join_modules (ArdCorpus *corpus)
{
  g_autoptr (GHashTable) rows = list_modules (corpus);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    ArdFile *file = ard_file (corpus, i);

    file->module = ARD_NONE;
    if (ard_file_is_product (file)) {
      g_autofree char *folder = ard_paths_folder (file->path);

      file->module = GPOINTER_TO_UINT (g_hash_table_lookup (rows, folder));
      ard_module (corpus, file->module)->n_files++;
      ard_module (corpus, file->module)->code_lines += file->code_lines;
    }
  }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const ArdModuleDependency *left = a, *right = b;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  return left->dependency < right->dependency ? -1 : left->dependency > right->dependency;
}

static void
list_pairs (ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *row = ard_dependency (corpus, i);
    ArdModuleDependency pair = { ard_file (corpus, row->from)->module, ard_file (corpus, row->to)->module, 1, i };

    if (pair.from != ARD_NONE && pair.to != ARD_NONE && pair.from != pair.to)
      g_array_append_val (corpus->module_dependencies, pair);
  }
  g_array_sort (corpus->module_dependencies, compare_pairs);
}

static void
merge_pairs (ArdCorpus *corpus)
{
  GArray *rows = corpus->module_dependencies;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++) {
    ArdModuleDependency row = g_array_index (rows, ArdModuleDependency, i);
    ArdModuleDependency *last = n ? &g_array_index (rows, ArdModuleDependency, n - 1) : NULL;

    if (last && last->from == row.from && last->to == row.to) {
      last->n++;
      continue;
    }
    g_array_index (rows, ArdModuleDependency, n++) = row;
    ard_module (corpus, row.from)->fan_out++;
    ard_module (corpus, row.to)->fan_in++;
  }
  g_array_set_size (rows, n);
}

void
ard_modules_fill (ArdCorpus *corpus)
{
  count_fan_in (corpus);
  join_modules (corpus);
  list_pairs (corpus);
  merge_pairs (corpus);
  for (guint32 i = 0; i < corpus->modules->len; i++) {
    ArdModule *module = ard_module (corpus, i);

    if (module->fan_in + module->fan_out > 0)
      module->instability = (double) module->fan_out / (module->fan_in + module->fan_out);
  }
}
