#include "analyzers/experts.h"

/* A major contributor (Bird et al. 2011); a single commit teaches nobody a file. */
#define MAJOR_SHARE 0.05
#define MIN_COMMITS 2

/* Who does part of the work today is learning the file, whatever its past. */
#define RECENT_SHARE 0.2
#define MIN_RECENT 3

/* Less is a table, a configuration, a list of constants or of declarations. */
#define MIN_COMPLEXITY 10

#define MIN_REVISIONS 3
#define LARGE_LINES 400
#define LARGE_COMPLEXITY 100

static gboolean
knows (const ArdKnowledge *row)
{
  guint32 own = row->deliveries + (row->first ? 1 : 0), all = row->deliveries + row->others + 1;

  return row->owner || (own >= MIN_COMMITS && own >= MAJOR_SHARE * all);
}

/* Commits of each person within the window: author + 1 to their number; the key 0 has that of all. Yours. */
static GHashTable *
count_recent (const ArdCorpus *corpus, const ArdFile *file)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  guint32 previous = ARD_NONE, all = 0;

  for (guint32 i = 0; i < file->n_changes; i++) {
    guint32 index = ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i))->commit;
    const ArdCommit *commit = ard_commit (corpus, index);

    if (index == previous || !(commit->flags & ARD_COMMIT_IN_WINDOW) || (commit->flags & ARD_COMMIT_NOT_COUNTED))
      continue;
    previous = index;
    all++;
    for (guint32 j = 0; j < commit->n_people; j++) {
      gpointer key = GUINT_TO_POINTER (ard_people (corpus, commit)[j] + 1);

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  }
  g_hash_table_insert (counts, NULL, GUINT_TO_POINTER (all));
  return counts;
}

static void
add_recent (ArdExperts *experts, const ArdCorpus *corpus, const ArdFile *file)
{
  g_autoptr (GHashTable) counts = count_recent (corpus, file);
  guint32 all = GPOINTER_TO_UINT (g_hash_table_lookup (counts, NULL));

  for (guint32 i = 0; i < file->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (corpus, file->first_knowledge + i);
    guint32 own = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (row->author + 1)));

    if (knows (row) || own < MIN_RECENT || own < RECENT_SHARE * all)
      continue;
    experts->active++;
    if (!experts->last)
      experts->last = row;
  }
}

ArdExperts
ard_experts_find (const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *facts = ard_file (corpus, file);
  ArdExperts experts = { NULL, 0, NULL };

  for (guint32 i = 0; i < facts->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (corpus, facts->first_knowledge + i);

    if (row->owner && !experts.first)
      experts.first = row;
    if (!knows (row) || !ard_person (corpus, row->author)->active)
      continue;
    experts.active++;
    if (!experts.last)
      experts.last = row;
  }
  if (experts.active < 2 && facts->revisions >= MIN_RECENT)
    add_recent (&experts, corpus, facts);
  return experts;
}

static guint32
sum_complexity (const ArdCorpus *corpus, const ArdFile *file)
{
  guint32 sum = 0;

  for (guint32 i = 0; i < file->n_functions; i++)
    sum += ard_function (corpus, file->first_function + i)->facts.cognitive;
  return sum;
}

gboolean
ard_experts_are_needed (const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *facts = ard_file (corpus, file);

  if (!facts->measured || facts->revisions == 0 || (facts->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_NOT_JUDGED)))
    return FALSE;

  guint32 complexity = sum_complexity (corpus, facts);

  if (complexity < MIN_COMPLEXITY)
    return FALSE;
  return facts->revisions >= MIN_REVISIONS || (facts->code_lines >= LARGE_LINES && complexity >= LARGE_COMPLEXITY);
}

guint32
ard_experts_count_people (const ArdCorpus *corpus)
{
  return corpus->truck_factors->len ? ard_truck_factor (corpus, 0)->people : 0;
}
