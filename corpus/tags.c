#include "corpus/tags.h"

#include <string.h>

/* So many tags of different commits on one day were not written by people who release: a conversion did it. */
#define MANY_A_DAY 20
/* A tagger this much later than the commit did not release it that day, if many did the same. */
#define LATE_S (14 * 24 * 60 * 60)

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
  return TRUE;
}
