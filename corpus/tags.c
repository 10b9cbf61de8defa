#include "corpus/tags.h"

#include <string.h>

/* So many tags of different commits on one day were not written by people who release: a conversion did it. */
#define MANY_A_DAY 20
/* A tagger this much later than the commit did not release it that day, if many did the same. */
#define LATE_S (14 * 24 * 60 * 60)
/* Commits of other branches that are read. */
#define MAX_OFF_LINE 100000

/* The commits of other branches, walked from the releases there. */
typedef struct {
  ArdCorpus *corpus;
  ArdRepository *repository;
  GHashTable *places;  /* of the history's commits */
  GHashTable *reached; /* off the history; set of ArdOid, owned */
  GArray *stack;       /* of ArdOid */
  gboolean cut;
} Branches;

static GHashTable *
index_commits (const ArdCorpus *corpus)
{
  GHashTable *places = g_hash_table_new (ard_oid_hash, ard_oid_equal);

  for (guint32 i = 0; i < corpus->commits->len; i++)
    g_hash_table_insert (places, &ard_commit (corpus, i)->id, GUINT_TO_POINTER (i + 1));
  return places;
}

static gint64
commit_time (ArdRepository *repository, const ArdHistoryTag *tag)
{
  gint64 time_s;

  return ard_repository_time (repository, &tag->commit, &time_s, NULL) ? time_s : tag->time_s;
}

static gboolean
is_late (ArdRepository *repository, const ArdHistoryTag *tag)
{
  return tag->tagged && tag->time_s - commit_time (repository, tag) > LATE_S;
}

/* Tags come by time: those of one day stand together. */
static void
mend_times (ArdRepository *repository, GArray *tags)
{
  for (guint start = 0, end; start < tags->len; start = end) {
    gint64 day = ard_day_of (g_array_index (tags, ArdHistoryTag, start).time_s);
    guint late = 0;

    for (end = start; end < tags->len && ard_day_of (g_array_index (tags, ArdHistoryTag, end).time_s) == day; end++)
      late += is_late (repository, &g_array_index (tags, ArdHistoryTag, end));
    for (guint i = start; i < end && late >= MANY_A_DAY; i++) {
      ArdHistoryTag *tag = &g_array_index (tags, ArdHistoryTag, i);

      tag->time_s = commit_time (repository, tag);
    }
  }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const ArdTag *left = a, *right = b;
  int order = (left->time_s > right->time_s) - (left->time_s < right->time_s);

  if (order == 0)
    order = strcmp (left->name, right->name);
  return order ? order : memcmp (&left->id, &right->id, sizeof left->id);
}

static void
reach (Branches *branches, const ArdOid *commit, ArdTag *tag)
{
  guint32 place = GPOINTER_TO_UINT (g_hash_table_lookup (branches->places, commit));

  if (place) {
    guint32 entry = place - 1;

    g_array_append_val (branches->corpus->tag_entries, entry);
    tag->n_entries++;
  } else if (g_hash_table_size (branches->reached) >= MAX_OFF_LINE) {
    branches->cut = TRUE;
  } else if (!g_hash_table_contains (branches->reached, commit)) {
    g_hash_table_add (branches->reached, g_memdup2 (commit, sizeof *commit));
    g_array_append_val (branches->stack, *commit);
  }
}

/* A branch is walked until it meets the history or what an earlier release has walked. */
static void
find_entries (Branches *branches, ArdTag *tag)
{
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (ArdOid));

  tag->first_entry = branches->corpus->tag_entries->len;
  reach (branches, &tag->id, tag);
  while (branches->stack->len > 0) {
    ArdOid commit = g_array_index (branches->stack, ArdOid, branches->stack->len - 1);

    g_array_set_size (branches->stack, branches->stack->len - 1);
    g_array_set_size (parents, 0);
    ard_history_parents (branches->repository, &commit, parents);
    for (guint i = 0; i < parents->len; i++)
      reach (branches, &g_array_index (parents, ArdOid, i), tag);
  }
}

static void
follow_branches (ArdCorpus *corpus, ArdRepository *repository, GHashTable *places)
{
  g_autoptr (GHashTable) reached = g_hash_table_new_full (ard_oid_hash, ard_oid_equal, g_free, NULL);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (ArdOid));
  Branches branches = { corpus, repository, places, reached, stack, FALSE };

  for (guint32 i = 0; i < corpus->tags->len; i++)
    if (ard_tag (corpus, i)->release && ard_tag (corpus, i)->commit == ARD_NONE)
      find_entries (&branches, ard_tag (corpus, i));
  if (branches.cut)
    ard_notes_add (corpus->notes, NULL, "releases on other branches are followed over %d commits only", MAX_OFF_LINE);
}

gboolean
ard_tags_read (ArdCorpus *corpus, ArdRepository *repository, const ArdSettings *settings, GError **error)
{
  g_autoptr (ArdPatterns) release = ard_patterns_new (settings->delivery_tag_patterns, TRUE, error);

  if (!release)
    return FALSE;

  g_autoptr (GArray) tags = ard_history_tags (repository, corpus->strings, corpus->notes);
  g_autoptr (GHashTable) places = index_commits (corpus);

  mend_times (repository, tags);
  for (guint i = 0; i < tags->len; i++) {
    const ArdHistoryTag *tag = &g_array_index (tags, ArdHistoryTag, i);
    guint32 place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &tag->commit));
    ArdTag row = { .name = tag->name,
                   .commit = place ? place - 1 : ARD_NONE,
                   .id = tag->commit,
                   .time_s = tag->time_s,
                   .release = ard_patterns_match (release, tag->name, (gssize) strlen (tag->name)) };

    /* A release is tagged minutes after its commit, which may be the head. */
    if (place == 1)
      row.time_s = MIN (row.time_s, corpus->now_s);
    if (row.time_s <= corpus->now_s)
      g_array_append_val (corpus->tags, row);
  }
  g_array_sort (corpus->tags, compare);
  follow_branches (corpus, repository, places);
  return TRUE;
}
