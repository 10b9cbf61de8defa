#include "change/coupling.h"

#include <string.h>

/* Files that are looked at to find out whether one is included through others. */
#define MAX_INCLUDED 500

typedef struct {
  ArdCorpus *corpus;
  const ArdSets *sets;
  const ArdSettings *settings;
  guint32 *together; /* with the file at hand, by file */
  GArray *met;       /* of guint32: files whose count is not zero */
  gboolean cut;
} Search;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const ArdCoupling *left = a, *right = b;

  if (left->one != right->one)
    return left->one < right->one ? -1 : 1;
  return (left->other > right->other) - (left->other < right->other);
}

static int
compare_strength (gconstpointer a, gconstpointer b)
{
  const ArdCoupling *left = a, *right = b;

  if (left->together != right->together)
    return left->together > right->together ? -1 : 1;
  return compare_pairs (a, b);
}

static gboolean
uses (const ArdCorpus *corpus, guint32 from, guint32 to)
{
  const ArdFile *file = ard_file (corpus, from);

  for (guint32 i = 0; i < file->n_dependencies; i++)
    if (ard_dependency (corpus, file->first_dependency + i)->to == to)
      return TRUE;
  return FALSE;
}

/* An include puts the text of what it names into the file, and what that includes; an import does not. */
static gboolean
includes (const ArdFile *file)
{
  return strcmp (file->language, "C") == 0 || strcmp (file->language, "C++") == 0;
}

static void
meet (GArray *queue, GHashTable *seen, guint32 file)
{
  if (queue->len < MAX_INCLUDED && g_hash_table_add (seen, GUINT_TO_POINTER (file)))
    g_array_append_val (queue, file);
}

static gboolean
reaches (const ArdCorpus *corpus, guint32 from, guint32 to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!includes (ard_file (corpus, from)) || !includes (ard_file (corpus, to)))
    return uses (corpus, from, to);
  meet (queue, seen, from);
  for (guint i = 0; i < queue->len; i++) {
    const ArdFile *file = ard_file (corpus, g_array_index (queue, guint32, i));

    if (uses (corpus, g_array_index (queue, guint32, i), to))
      return TRUE;
    for (guint32 j = 0; j < file->n_dependencies; j++)
      meet (queue, seen, ard_dependency (corpus, file->first_dependency + j)->to);
  }
  return FALSE;
}

static void
keep (Search *search, guint32 one, guint32 other)
{
  ArdCorpus *corpus = search->corpus;
  guint32 left = ard_sets_revisions (search->sets, one), right = ard_sets_revisions (search->sets, other);
  guint32 together = search->together[other];
  ArdCoupling pair = { .one = one,
                       .other = other,
                       .together = together,
                       .revisions_one = left,
                       .revisions_other = right,
                       .confidence = (double) together / MIN (left, right),
                       .lift = (double) together * search->sets->n / ((double) left * right) };

  if (together < search->settings->coupling_min_support || pair.confidence < search->settings->coupling_min_confidence)
    return;
  pair.across = ard_file (corpus, one)->module != ard_file (corpus, other)->module;
  pair.depends = reaches (corpus, one, other) || reaches (corpus, other, one);
  g_array_append_val (corpus->couplings, pair);
}

static void
cut (Search *search, guint most)
{
  if (search->corpus->couplings->len <= most)
    return;
  g_array_sort (search->corpus->couplings, compare_strength);
  g_array_set_size (search->corpus->couplings, ARD_COUPLINGS_MAX);
  search->cut = TRUE;
}

/* Partners behind it in the order of files. */
static void
find_partners (Search *search, guint32 file)
{
  const ArdSets *sets = search->sets;

  for (guint32 i = sets->first_set[file]; i < sets->first_set[file + 1]; i++)
    for (guint32 j = sets->first_file[sets->sets[i]]; j < sets->first_file[sets->sets[i] + 1]; j++) {
      guint32 other = sets->files[j];

      if (other > file && search->together[other]++ == 0)
        g_array_append_val (search->met, other);
    }
  for (guint i = 0; i < search->met->len; i++) {
    guint32 other = g_array_index (search->met, guint32, i);

    keep (search, file, other);
    search->together[other] = 0;
  }
  g_array_set_size (search->met, 0);
  cut (search, 2 * ARD_COUPLINGS_MAX);
}

void
ard_coupling_find (ArdCorpus *corpus, const ArdSets *sets, const ArdSettings *settings)
{
  g_autofree guint32 *together = g_new0 (guint32, MAX (corpus->files->len, 1));
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (guint32));
  Search search = { corpus, sets, settings, together, met, FALSE };

  g_array_set_size (corpus->couplings, 0);
  for (guint32 i = 0; i < sets->n_files; i++)
    if (ard_sets_revisions (sets, i) >= settings->coupling_min_support)
      find_partners (&search, i);
  cut (&search, ARD_COUPLINGS_MAX);
  g_array_sort (corpus->couplings, compare_pairs);
  if (search.cut)
    ard_notes_add (corpus->notes, NULL, "pairs of files that change together cut at the %d with the most change sets",
                   ARD_COUPLINGS_MAX);
}
