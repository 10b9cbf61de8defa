#include "analyzers/together.h"

#include <string.h>

#include "analyzers/reach.h"

gboolean
ard_together_is_code (const ArdFile *file)
{
  return file->measured && file->n_functions && file->module != ARD_NONE &&
         !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

/* Without folder and ending; yours. */
static char *
stem_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strchr (name + 1, '.');

  if (dot)
    *dot = '\0';
  return g_ascii_strdown (name, -1);
}

gboolean
ard_together_is_one_unit (const ArdFile *one, const ArdFile *other)
{
  g_autofree char *left = stem_of (one->path), *right = stem_of (other->path);

  return strcmp (left, right) == 0 &&
         strcmp (ard_reach_family (one->language), ard_reach_family (other->language)) == 0;
}

ArdTogether *
ard_together_new (const ArdCorpus *corpus, const ArdSettings *settings)
{
  ArdTogether *together = g_new0 (ArdTogether, 1);
  guint32 n = corpus->files->len;

  together->corpus = corpus;
  together->settings = settings;
  together->mark = g_new0 (guint32, MAX (n, 1));
  together->first_user = g_new0 (guint32, n + 1);
  together->users = g_new0 (guint32, MAX (corpus->dependencies->len, 1));
  for (guint32 i = 0; i < corpus->dependencies->len; i++)
    together->first_user[ard_dependency (corpus, i)->to + 1]++;
  for (guint32 i = 0; i < n; i++)
    together->first_user[i + 1] += together->first_user[i];

  g_autofree guint32 *next = g_memdup2 (together->first_user, (n + 1) * sizeof *next);

  for (guint32 i = 0; i < corpus->dependencies->len; i++)
    together->users[next[ard_dependency (corpus, i)->to]++] = ard_dependency (corpus, i)->from;
  return together;
}

void
ard_together_free (ArdTogether *together)
{
  g_free (together->first_user);
  g_free (together->users);
  g_free (together->mark);
  g_free (together);
}

/* A file met from both sides gets the round's second mark. */
static void
meet (ArdTogether *together, guint32 file, gboolean first)
{
  guint32 *mark = &together->mark[file];

  if (first)
    *mark = together->round;
  else if (*mark == together->round)
    *mark = together->round + 1;
}

static void
mark_explaining (ArdTogether *together, const ArdCoupling *pair)
{
  const guint32 sides[] = { pair->one, pair->other };

  together->round += 2;
  for (guint s = 0; s < 2; s++) {
    const ArdFile *file = ard_file (together->corpus, sides[s]);

    for (guint32 i = 0; i < file->n_dependencies; i++)
      meet (together, ard_dependency (together->corpus, file->first_dependency + i)->to, s == 0);
  }
  together->round += 2;
  for (guint s = 0; s < 2; s++)
    for (guint32 i = together->first_user[sides[s]]; i < together->first_user[sides[s] + 1]; i++)
      if (together->mark[together->users[i]] != together->round - 1)
        meet (together, together->users[i], s == 0);
}

static gboolean
is_explained (const ArdTogether *together, const ArdCommit *commit)
{
  for (guint32 i = 0; i < commit->n_changes; i++) {
    guint32 file = ard_change (together->corpus, commit->first_change + i)->file;

    if (file != ARD_NONE &&
        (together->mark[file] == together->round + 1 || together->mark[file] == together->round - 1))
      return TRUE;
  }
  return FALSE;
}

static gboolean
counts (const ArdTogether *together, const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_IN_WINDOW) && !(commit->flags & ARD_COMMIT_NOT_COUNTED) &&
         commit->n_changes <= 2 * together->settings->coupling_max_files;
}

static guint32
commit_of (const ArdCorpus *corpus, const ArdFile *file, guint32 i)
{
  return ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i))->commit;
}

/* Both lists are by commit. */
guint32
ard_together_days (ArdTogether *together, const ArdCoupling *pair)
{
  const ArdCorpus *corpus = together->corpus;
  const ArdFile *one = ard_file (corpus, pair->one), *other = ard_file (corpus, pair->other);
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  guint32 i = 0, j = 0;

  mark_explaining (together, pair);
  while (i < one->n_changes && j < other->n_changes) {
    guint32 left = commit_of (corpus, one, i), right = commit_of (corpus, other, j);
    const ArdCommit *commit = ard_commit (corpus, left);

    if (left == right && counts (together, commit) && !is_explained (together, commit))
      g_hash_table_add (days, GINT_TO_POINTER ((gint) ard_day_of (commit->time_s)));
    i += left <= right;
    j += right <= left;
  }
  return g_hash_table_size (days);
}
