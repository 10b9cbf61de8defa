#include "imports/paths.h"

#include <string.h>

struct ArdPaths {
  const ArdCorpus *corpus;
  guint32 *by_end;     /* files, by their paths read backwards */
  GHashTable *folders; /* path to a GArray of guint32 */
};

static int
compare_backwards (const char *left, gsize left_length, const char *right, gsize right_length)
{
  gsize n = MIN (left_length, right_length);

  for (gsize i = 1; i <= n; i++) {
    guchar a = (guchar) left[left_length - i], b = (guchar) right[right_length - i];

    if (a != b)
      return a < b ? -1 : 1;
  }
  return left_length < right_length ? -1 : left_length > right_length;
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *left = ard_file ((const ArdCorpus *) data, *(const guint32 *) a)->path;
  const char *right = ard_file ((const ArdCorpus *) data, *(const guint32 *) b)->path;

  return compare_backwards (left, strlen (left), right, strlen (right));
}

static GArray *
folder_at (ArdPaths *self, const char *path)
{
  GArray *files = g_hash_table_lookup (self->folders, path);

  if (!files) {
    files = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (self->folders, g_strdup (path), files);
  }
  return files;
}

ArdPaths *
ard_paths_new (const ArdCorpus *corpus)
{
  ArdPaths *self = g_new0 (ArdPaths, 1);
  guint32 n = corpus->files->len;

  self->corpus = corpus;
  self->by_end = g_new (guint32, n + 1);
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint32 i = 0; i < n; i++) {
    g_autofree char *folder = ard_paths_folder (ard_file (corpus, i)->path);

    self->by_end[i] = i;
    g_array_append_val (folder_at (self, folder), i);
  }
  g_qsort_with_data (self->by_end, (gint) n, sizeof *self->by_end, compare_ends, (gpointer) corpus);
  return self;
}

void
ard_paths_free (ArdPaths *paths)
{
  if (!paths)
    return;
  g_hash_table_unref (paths->folders);
  g_free (paths->by_end);
  g_free (paths);
}

char *
ard_paths_folder (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash ? g_strndup (path, (gsize) (slash - path)) : g_strdup ("");
}

char *
ard_paths_join (const char *folder, const char *name)
{
  g_autoptr (GString) path = g_string_new (*name == '/' ? "" : folder);

  while (*name) {
    gsize length = strcspn (name, "/");

    if (length == 2 && strncmp (name, "..", 2) == 0) {
      const char *slash = strrchr (path->str, '/');

      if (path->len == 0)
        return NULL;
      g_string_truncate (path, slash ? (gsize) (slash - path->str) : 0);
    } else if (length > 1 || (length == 1 && *name != '.')) {
      if (path->len > 0)
        g_string_append_c (path, '/');
      g_string_append_len (path, name, (gssize) length);
    }
    name += length + (name[length] == '/');
  }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

guint32
ard_paths_find (const ArdPaths *paths, const char *folder, const char *name)
{
  g_autofree char *path = ard_paths_join (folder, name);

  return path ? ard_corpus_find_file (paths->corpus, path) : ARD_NONE;
}

static gboolean
is_before (const ArdPaths *self, guint32 position, const char *end, gsize length)
{
  const char *path = ard_file (self->corpus, self->by_end[position])->path;

  return compare_backwards (path, strlen (path), end, length) < 0;
}

guint
ard_paths_ending (const ArdPaths *paths, const char *suffix, guint32 found[ARD_PATHS_MOST])
{
  g_autofree char *end = g_strconcat ("/", suffix, NULL);
  gsize length = strlen (end);
  guint32 low = 0, high = paths->corpus->files->len, whole = ard_corpus_find_file (paths->corpus, suffix);
  guint n = 0;

  if (whole != ARD_NONE)
    found[n++] = whole;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (is_before (paths, middle, end, length))
      low = middle + 1;
    else
      high = middle;
  }
  for (; n < ARD_PATHS_MOST && low < paths->corpus->files->len; low++) {
    if (!g_str_has_suffix (ard_file (paths->corpus, paths->by_end[low])->path, end))
      break;
    found[n++] = paths->by_end[low];
  }
  return n;
}

const GArray *
ard_paths_in_folder (const ArdPaths *paths, const char *folder)
{
  return g_hash_table_lookup (paths->folders, folder);
}
