#include "delivery/flow.h"

#include <string.h>

#define DAY_S (24 * 60 * 60.0)

static gboolean
is_work (const ArdCommit *commit)
{
  return !(commit->flags & (ARD_COMMIT_MERGE | ARD_COMMIT_BOT));
}

static void
push_parents (const ArdCorpus *corpus, guint32 commit, const gboolean *seen, GArray *stack)
{
  const ArdCommit *row = ard_commit (corpus, commit);

  for (guint32 i = 0; i < row->n_parents; i++) {
    guint32 parent = g_array_index (corpus->parents, guint32, row->first_parent + i);

    if (parent != ARD_NONE && !seen[parent])
      g_array_append_val (stack, parent);
  }
}

/* Commits from these on that nobody took yet; they are taken. */
static void
take (const ArdCorpus *corpus, const guint32 *starts, guint32 n, gboolean *seen, GArray *stack, GArray *taken)
{
  g_array_set_size (taken, 0);
  g_array_set_size (stack, 0);
  g_array_append_vals (stack, starts, n);
  while (stack->len > 0) {
    guint32 commit = g_array_index (stack, guint32, stack->len - 1);

    g_array_set_size (stack, stack->len - 1);
    if (seen[commit])
      continue;
    seen[commit] = TRUE;
    g_array_append_val (taken, commit);
    push_parents (corpus, commit, seen, stack);
  }
}

static void
take_release (const ArdCorpus *corpus, const ArdTag *tag, gboolean *seen, GArray *stack, GArray *taken)
{
  g_array_set_size (taken, 0);
  if (tag->release && tag->commit != ARD_NONE)
    take (corpus, &tag->commit, 1, seen, stack, taken);
  else if (tag->release && tag->n_entries > 0)
    take (corpus, &g_array_index (corpus->tag_entries, guint32, tag->first_entry), tag->n_entries, seen, stack, taken);
}

GArray *
ard_flow_leads (const ArdCorpus *corpus)
{
  GArray *leads = g_array_new (FALSE, FALSE, sizeof (ArdSpan));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (corpus->commits->len, 1));
  gboolean first = TRUE;

  for (guint32 i = 0; i < corpus->tags->len; i++) {
    const ArdTag *tag = ard_tag (corpus, i);

    take_release (corpus, tag, seen, stack, taken);
    for (guint j = 0; !first && j < taken->len; j++) {
      const ArdCommit *commit = ard_commit (corpus, g_array_index (taken, guint32, j));
      ArdSpan span = { MAX (tag->time_s - commit->time_s, 0) / DAY_S, tag->time_s };

      if (is_work (commit))
        g_array_append_val (leads, span);
    }
    first = first && taken->len == 0;
  }
  return leads;
}

/* "Merge branch 'main' of …", "Merge remote-tracking branch 'origin/main'": somebody's copy of the main line caught up.
 */
static gboolean
is_pull (const ArdCommit *merge)
{
  static const char *const mains[] = { "master", "main", "trunk", "develop", "dev", "default" };
  g_auto (GStrv) parts = g_strsplit (merge->subject, "'", 3);
  const char *name = g_strv_length (parts) == 3 ? parts[1] : "";
  const char *slash = strrchr (name, '/');

  for (guint i = 0; i < G_N_ELEMENTS (mains); i++)
    if (strcmp (slash ? slash + 1 : name, mains[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The chain of first parents, oldest first. */
static GArray *
list_main_line (const ArdCorpus *corpus, gboolean *on_line)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 at = corpus->commits->len ? 0 : ARD_NONE;

  while (at != ARD_NONE) {
    const ArdCommit *commit = ard_commit (corpus, at);

    on_line[at] = TRUE;
    g_array_append_val (line, at);
    at = commit->n_parents ? g_array_index (corpus->parents, guint32, commit->first_parent) : ARD_NONE;
  }
  for (guint i = 0; i < line->len / 2; i++) {
    guint32 *left = &g_array_index (line, guint32, i), *right = &g_array_index (line, guint32, line->len - 1 - i);
    guint32 swapped = *left;

    *left = *right;
    *right = swapped;
  }
  return line;
}

static void
add_branch (const ArdCorpus *corpus, const ArdCommit *merge, const GArray *taken, GArray *cycles)
{
  gint64 start_s = G_MAXINT64;

  for (guint i = 0; i < taken->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, g_array_index (taken, guint32, i));

    if (is_work (commit))
      start_s = MIN (start_s, commit->time_s);
  }

  ArdSpan span = { MAX (merge->commit_time_s - start_s, 0) / DAY_S, merge->commit_time_s };

  if (start_s != G_MAXINT64 && !is_pull (merge))
    g_array_append_val (cycles, span);
}

GArray *
ard_flow_cycles (const ArdCorpus *corpus, gint64 *landed)
{
  GArray *cycles = g_array_new (FALSE, FALSE, sizeof (ArdSpan));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (corpus->commits->len, 1));
  g_autoptr (GArray) line = list_main_line (corpus, seen);

  for (guint i = 0; i < line->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, g_array_index (line, guint32, i));

    landed[g_array_index (line, guint32, i)] = commit->commit_time_s;
    for (guint32 j = 1; j < commit->n_parents; j++) {
      guint32 parent = g_array_index (corpus->parents, guint32, commit->first_parent + j);

      if (parent == ARD_NONE || seen[parent])
        continue;
      take (corpus, &parent, 1, seen, stack, taken);
      for (guint k = 0; k < taken->len; k++)
        landed[g_array_index (taken, guint32, k)] = commit->commit_time_s;
      add_branch (corpus, commit, taken, cycles);
    }
  }
  return cycles;
}
