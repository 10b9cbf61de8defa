#include "corpus/coverage.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "corpus/hits.h"
#include "model/error.h"

static char *
load (const char *path, gsize *length, GError **error)
{
  GStatBuf status;
  char *text = NULL;

  if (g_stat (path, &status) != 0) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "there is no such file");
    return NULL;
  }
  if (!S_ISREG (status.st_mode) || status.st_size > ARD_COVERAGE_MAX_BYTES) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "%s",
                 S_ISREG (status.st_mode) ? "it is larger than 128 MiB" : "it is no file");
    return NULL;
  }
  return g_file_get_contents (path, &text, length, error) ? text : NULL;
}

/* Name without folders to the indexes of its files. */
static GHashTable *
group_by_name (const ArdCorpus *corpus)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const char *path = ard_file (corpus, i)->path, *slash = strrchr (path, '/');
    const char *name = slash ? slash + 1 : path;
    GArray *group = g_hash_table_lookup (groups, name);

    if (!group) {
      group = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (groups, (gpointer) name, group);
    }
    g_array_append_val (group, i);
  }
  return groups;
}

/* Bytes that two paths share from the end, when that is the whole of one of them; else 0. */
static gsize
shared_end (const char *one, const char *two)
{
  gsize left = strlen (one), right = strlen (two), n = 0;

  while (n < left && n < right && one[left - 1 - n] == two[right - 1 - n])
    n++;
  if ((n == left && (n == right || two[right - 1 - n] == '/')) || (n == right && one[left - 1 - n] == '/'))
    return n;
  return 0;
}

static guint32
find_file (const ArdCorpus *corpus, GHashTable *groups, const char *path)
{
  const char *slash = strrchr (path, '/');
  const GArray *group = g_hash_table_lookup (groups, slash ? slash + 1 : path);
  guint32 found = ARD_NONE;
  gsize most = 0;

  while (g_str_has_prefix (path, "./"))
    path += 2;
  for (guint i = 0; group && i < group->len; i++) {
    guint32 index = g_array_index (group, guint32, i);
    gsize shared = shared_end (ard_file (corpus, index)->path, path);

    if (shared && shared == most)
      found = ARD_NONE;
    if (shared > most) {
      most = shared;
      found = index;
    }
  }
  return found;
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their paths: of two that mean one file the last one counts. */
static guint
assign (ArdCorpus *corpus, GHashTable *files)
{
  g_autoptr (GHashTable) groups = group_by_name (corpus);
  guint n, strangers = 0;
  g_autofree gpointer *paths = g_hash_table_get_keys_as_array (files, &n);

  qsort (paths, n, sizeof *paths, compare_paths);
  for (guint i = 0; i < n; i++) {
    guint32 index = find_file (corpus, groups, paths[i]);
    double share = ard_hits_share (g_hash_table_lookup (files, paths[i]));

    if (index == ARD_NONE)
      strangers++;
    else if (!isnan (share))
      ard_file (corpus, index)->coverage = share;
  }
  return strangers;
}

void
ard_coverage_read (ArdCorpus *corpus, const char *root, const ArdSettings *settings)
{
  g_autoptr (GHashTable) files = ard_hits_new ();
  guint strangers;

  for (char **name = settings->tests_coverage; *name; name++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_path_is_absolute (*name) ? g_strdup (*name) : g_build_filename (root, *name, NULL);
    gsize length = 0;
    g_autofree char *text = load (path, &length, &error);

    if (!text || !ard_hits_read (files, text, length, &error))
      ard_notes_add (corpus->notes, NULL, "the coverage report \"%s\" is not read: %s", *name, error->message);
  }
  strangers = assign (corpus, files);
  if (strangers)
    ard_notes_add (corpus->notes, NULL, "%u of the %u files in coverage reports are none of the repository's",
                   strangers, g_hash_table_size (files));
}
