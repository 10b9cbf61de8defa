#include "corpus/tested.h"

#include <string.h>

/* Case and separators are dropped before these are, so that test_foo, FooTest and foo.test are one. */
static const char *const marks[] = { "tests", "test", "specs", "spec" };

/* "src/FooBar.test.js" is "foobartest"; yours. */
static char *
stem_of (const char *path)
{
  const char *name = strrchr (path, '/');
  GString *stem = g_string_new (NULL);

  name = name ? name + 1 : path;

  const char *dot = strrchr (name, '.');

  for (const char *c = name; *c && c != dot; c++)
    if (*c != '_' && *c != '-' && *c != '.')
      g_string_append_c (stem, g_ascii_tolower (*c));
  return g_string_free (stem, FALSE);
}

static char *
tested_stem_of (const char *path)
{
  char *stem = stem_of (path);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    gsize length = strlen (stem), mark = strlen (marks[i]);

    if (length <= mark)
      continue;
    if (g_str_has_suffix (stem, marks[i])) {
      stem[length - mark] = '\0';
      break;
    }
    if (g_str_has_prefix (stem, marks[i])) {
      memmove (stem, stem + mark, length - mark + 1);
      break;
    }
  }
  return stem;
}

/* Languages whose tests are often written in a sister language. */
static const char *
family_of (const char *language)
{
  if (strcmp (language, "C++") == 0)
    return "C";
  if (strcmp (language, "TypeScript") == 0 || strcmp (language, "TSX") == 0)
    return "JavaScript";
  return language;
}

static char *
key_of (const ArdFile *file, char *stem)
{
  char *key = g_strconcat (family_of (file->language), ":", stem, NULL);

  g_free (stem);
  return key;
}

static gboolean
is_candidate (const ArdFile *file)
{
  return file->measured && !(file->flags & ARD_FILE_TEST);
}

/* Whether the test stands in the file's folder, or below a folder of that folder's name. */
static gboolean
is_near (const char *path, const char *test)
{
  g_autofree char *folder = g_path_get_dirname (path), *test_folder = g_path_get_dirname (test);
  g_autofree char *name = g_path_get_basename (folder);
  g_auto (GStrv) parts = g_strsplit (test_folder, "/", -1);

  return strcmp (folder, test_folder) == 0 || g_strv_contains ((const char *const *) parts, name);
}

/* Key to the files of that key, as a GArray of indexes. */
static GHashTable *
group_candidates (const ArdCorpus *corpus)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    if (!is_candidate (ard_file (corpus, i)))
      continue;

    char *key = key_of (ard_file (corpus, i), stem_of (ard_file (corpus, i)->path));
    GArray *group = g_hash_table_lookup (groups, key);

    if (group) {
      g_free (key);
    } else {
      group = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (groups, key, group);
    }
    g_array_append_val (group, i);
  }
  return groups;
}

static guint
mark_group (ArdCorpus *corpus, const GArray *group, const char *test, gboolean near_only)
{
  guint n = 0;

  for (guint i = 0; i < group->len; i++) {
    ArdFile *file = ard_file (corpus, g_array_index (group, guint32, i));

    if (near_only && !is_near (file->path, test))
      continue;
    file->flags |= ARD_FILE_TESTED;
    n++;
  }
  return n;
}

static void
mark_by_name (ArdCorpus *corpus)
{
  g_autoptr (GHashTable) groups = group_candidates (corpus);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *test = ard_file (corpus, i);

    if (!test->measured || !(test->flags & ARD_FILE_TEST))
      continue;

    g_autofree char *key = key_of (test, tested_stem_of (test->path));
    const GArray *group = g_hash_table_lookup (groups, key);

    if (group && mark_group (corpus, group, test->path, TRUE) == 0 && group->len <= ARD_TESTED_NAMESAKES)
      mark_group (corpus, group, test->path, FALSE);
  }
}

static gboolean
is_counted (const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_IN_WINDOW) && !(commit->flags & ARD_COMMIT_NOT_COUNTED);
}

static void
count_pair (GHashTable *pairs, ArdFile *file, guint64 pair)
{
  gpointer n = g_hash_table_lookup (pairs, &pair);
  guint together = GPOINTER_TO_UINT (n) + 1;

  g_hash_table_insert (pairs, g_memdup2 (&pair, sizeof pair), GUINT_TO_POINTER (together));
  if (together >= ARD_TESTED_TOGETHER)
    file->flags |= ARD_FILE_TESTED;
}

/* Files that a commit changed, each once. */
static void
list_files (const ArdCorpus *corpus, const ArdCommit *commit, GArray *files)
{
  g_array_set_size (files, 0);
  for (guint32 i = 0; i < commit->n_changes; i++) {
    guint32 file = ard_change (corpus, commit->first_change + i)->file;
    gboolean known = file == ARD_NONE;

    for (guint j = 0; !known && j < files->len; j++)
      known = g_array_index (files, guint32, j) == file;
    if (!known)
      g_array_append_val (files, file);
  }
}

static void
mark_by_change (ArdCorpus *corpus)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 c = 0; c < corpus->commits->len; c++) {
    if (!is_counted (ard_commit (corpus, c)))
      continue;
    list_files (corpus, ard_commit (corpus, c), files);
    for (guint i = 0; i < files->len; i++)
      for (guint j = 0; j < files->len; j++) {
        guint32 one = g_array_index (files, guint32, i), two = g_array_index (files, guint32, j);
        ArdFile *file = ard_file (corpus, one);

        if (is_candidate (file) && !(file->flags & ARD_FILE_TESTED) && (ard_file (corpus, two)->flags & ARD_FILE_TEST))
          count_pair (pairs, file, (guint64) one << 32 | two);
      }
  }
}

void
ard_tested_mark (ArdCorpus *corpus)
{
  mark_by_name (corpus);
  mark_by_change (corpus);
}

void
ard_tested_mark_imports (ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *dependency = ard_dependency (corpus, i);
    ArdFile *file = ard_file (corpus, dependency->to);

    if ((ard_file (corpus, dependency->from)->flags & ARD_FILE_TEST) && is_candidate (file))
      file->flags |= ARD_FILE_TESTED;
  }
}
