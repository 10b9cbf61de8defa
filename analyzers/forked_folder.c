#include <string.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/* A file is a copy of another when this part of the lines of both stands in copies that they share. */
#define PART_OF_FILE 0.5
/* A folder is a fork when this part of its code files are copies of the other's. */
#define PART_OF_FOLDER 0.5
/* Copies of one class that are paired; more of them are no two folders. */
#define MAX_COPIES 20

/* Two files of one name, left before right, and the lines of each that they share. */
typedef struct {
  guint32 left, right;
  guint32 left_lines, right_lines;
} Pair;

/* The folders in which two files of one name lie, up to where their paths part. */
typedef struct {
  const char *left, *right; /* paths of the files; the folders are their first bytes */
  gsize left_size, right_size;
  guint32 left_file, right_file;
} Fork;

static guint
hash_pair (gconstpointer key)
{
  const Pair *pair = key;

  return pair->left * 31 + pair->right;
}

static gboolean
equal_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *left = a, *right = b;

  return left->left == right->left && left->right == right->right;
}

static const char *
name_of (const ArdCorpus *corpus, guint32 file)
{
  const char *path = ard_file (corpus, file)->path, *slash = strrchr (path, '/');

  return slash ? slash + 1 : path;
}

static void
add_pair (GHashTable *pairs, const ArdCloneCopy *left, const ArdCloneCopy *right)
{
  Pair key = { .left = left->file, .right = right->file };
  Pair *pair = g_hash_table_lookup (pairs, &key);

  if (!pair) {
    pair = g_memdup2 (&key, sizeof key);
    g_hash_table_add (pairs, pair);
  }
  pair->left_lines += left->end_line - left->start_line + 1;
  pair->right_lines += right->end_line - right->start_line + 1;
}

static void
add_class (const ArdCorpus *corpus, const ArdCloneClass *class, GHashTable *pairs)
{
  for (guint32 i = 0; i < class->n_copies; i++)
    for (guint32 j = i + 1; j < class->n_copies; j++) {
      const ArdCloneCopy *left = ard_clone_copy (corpus, class->first_copy + i);
      const ArdCloneCopy *right = ard_clone_copy (corpus, class->first_copy + j);

      if (left->file != right->file && !(ard_file (corpus, left->file)->flags & ARD_FILE_TEST) &&
          !(ard_file (corpus, right->file)->flags & ARD_FILE_TEST) &&
          g_str_equal (name_of (corpus, left->file), name_of (corpus, right->file)))
        add_pair (pairs, left, right);
    }
}

/* Strip the folders that both paths end with: brand-a/ui/x.c and brand-b/ui/x.c lie in brand-a and brand-b. */
static Fork
find_fork (const ArdCorpus *corpus, const Pair *pair)
{
  const char *left = ard_file (corpus, pair->left)->path, *right = ard_file (corpus, pair->right)->path;
  gsize i = strlen (left), j = strlen (right), slash_i = 0, slash_j = 0;

  while (i > 0 && j > 0 && left[i - 1] == right[j - 1]) {
    i--;
    j--;
    if (left[i] == '/') {
      slash_i = i;
      slash_j = j;
    }
  }
  if (slash_i == 0 && slash_j == 0) {
    slash_i = (gsize) (strrchr (left, '/') ? strrchr (left, '/') - left : 0);
    slash_j = (gsize) (strrchr (right, '/') ? strrchr (right, '/') - right : 0);
  }
  return (Fork){ left, right, slash_i, slash_j, pair->left, pair->right };
}

static int
compare_folders (const char *a, gsize a_size, const char *b, gsize b_size)
{
  int order = memcmp (a, b, MIN (a_size, b_size));

  return order ? order : (a_size > b_size) - (a_size < b_size);
}

static int
compare_forks (gconstpointer a, gconstpointer b)
{
  const Fork *one = a, *two = b;
  int order = compare_folders (one->left, one->left_size, two->left, two->left_size);

  if (order == 0)
    order = compare_folders (one->right, one->right_size, two->right, two->right_size);
  if (order == 0)
    order = one->left_file < two->left_file ? -1 : one->left_file > two->left_file;
  return order ? order : one->right_file < two->right_file ? -1 : one->right_file > two->right_file;
}

static gboolean
is_same_fork (const Fork *one, const Fork *two)
{
  return compare_folders (one->left, one->left_size, two->left, two->left_size) == 0 &&
         compare_folders (one->right, one->right_size, two->right, two->right_size) == 0;
}

/* Code files below a folder. */
static guint32
count_files (const ArdCorpus *corpus, const char *folder, gsize size)
{
  guint32 n = 0;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    n += file->measured && !(file->flags & ARD_FILE_NOT_JUDGED) && strncmp (file->path, folder, size) == 0 &&
         (size == 0 || file->path[size] == '/');
  }
  return n;
}

/* One lies in the other: a folder is no fork of its own part. */
static gboolean
is_nested (const Fork *fork)
{
  gsize size = MIN (fork->left_size, fork->right_size);

  return strncmp (fork->left, fork->right, size) == 0 &&
         (size == 0 || (fork->left[size] == '/' && fork->right[size] == '/'));
}

static void
judge_fork (const ArdCorpus *corpus, const ArdSettings *settings, const Fork *fork, guint32 n, ArdFindings *findings)
{
  guint32 left = count_files (corpus, fork->left, fork->left_size);
  guint32 right = count_files (corpus, fork->right, fork->right_size);

  if (is_nested (fork) || n < MIN (left, right) * PART_OF_FOLDER)
    return;

  ArdFinding *finding =
      ard_findings_add (findings, corpus, settings, ard_rule_find ("forked-folder"), fork->right_file, ARD_NONE, n);

  if (finding) {
    g_autofree char *folder = g_strndup (fork->left, fork->left_size);

    finding->other = fork->left_file;
    finding->subject = g_intern_string (folder);
    finding->quantity = n;
  }
}

static GArray *
find_forks (const ArdCorpus *corpus)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (hash_pair, equal_pairs, g_free, NULL);
  GArray *forks = g_array_new (FALSE, FALSE, sizeof (Fork));
  GHashTableIter iter;
  gpointer key;

  for (guint32 i = 0; i < corpus->clone_classes->len; i++)
    if (ard_clone_class (corpus, i)->n_copies <= MAX_COPIES)
      add_class (corpus, ard_clone_class (corpus, i), pairs);
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const Pair *pair = key;
    Fork fork = find_fork (corpus, pair);

    if (pair->left_lines >= ard_file (corpus, pair->left)->lines * PART_OF_FILE &&
        pair->right_lines >= ard_file (corpus, pair->right)->lines * PART_OF_FILE)
      g_array_append_val (forks, fork);
  }
  g_array_sort (forks, compare_forks);
  return forks;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  g_autoptr (GArray) forks = find_forks (corpus);

  for (guint i = 0, end; i < forks->len; i = end) {
    const Fork *first = &g_array_index (forks, Fork, i);

    for (end = i; end < forks->len && is_same_fork (first, &g_array_index (forks, Fork, end)); end++)
      ;
    judge_fork (corpus, settings, first, end - i, findings);
  }
}

const ArdAnalyzer ard_analyzer_forked_folder = { "forked-folder", run };
