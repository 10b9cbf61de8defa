#include "knowledge/knowledge.h"
#include "knowledge/parts.h"

typedef struct {
  const ArdCorpus *corpus;
  const ArdSettings *settings;
  guint8 *leaves; /* one an author */
  guint8 *stays;  /* one an author: is here and does not leave */
  guint8 *here;   /* either */
} Departure;

/* What one of those that stay did in some files. */
typedef struct {
  guint32 recent; /* changes of the window */
  double days;
} Deeds;

/* Who of those that stay works most on some files. */
typedef struct {
  GHashTable *deeds; /* author + 1 to Deeds */
} Tally;

static void
count (Tally *tally, const Departure *departure, const ArdFile *file)
{
  for (guint32 i = 0; i < file->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (departure->corpus, file->first_knowledge + i);
    gpointer key = GUINT_TO_POINTER (row->author + 1);
    Deeds *deeds = g_hash_table_lookup (tally->deeds, key);

    if (!departure->stays[row->author])
      continue;
    if (!deeds) {
      deeds = g_new0 (Deeds, 1);
      g_hash_table_insert (tally->deeds, key, deeds);
    }
    deeds->recent += row->recent;
    deeds->days += row->days;
  }
}

static int
compare_deeds (const Deeds *left, const Deeds *right)
{
  if (left->recent != right->recent)
    return left->recent > right->recent ? 1 : -1;
  return (left->days > right->days) - (left->days < right->days);
}

static guint32
find_first (const Tally *tally)
{
  guint32 first = ARD_NONE;
  const Deeds *most = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, tally->deeds);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    guint32 author = GPOINTER_TO_UINT (key) - 1;

    if (!most || compare_deeds (value, most) > 0 || (compare_deeds (value, most) == 0 && author < first)) {
      most = value;
      first = author;
    }
  }
  return first;
}

static Tally *
tally_new (void)
{
  Tally *tally = g_new (Tally, 1);

  tally->deeds = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return tally;
}

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  g_hash_table_unref (tally->deeds);
  g_free (tally);
}

/* Whether the file's owners among those who are here all leave, and there is one. */
static gboolean
is_lost (const Departure *departure, const ArdFile *file)
{
  gboolean lost = FALSE;

  for (guint32 i = 0; i < file->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (departure->corpus, file->first_knowledge + i);

    if (row->owner && departure->stays[row->author])
      return FALSE;
    lost |= row->owner && departure->leaves[row->author];
  }
  return lost;
}

/* The last place of the table stands for files of no folder with code of its own. */
static guint32
place_of (const ArdCorpus *corpus, const ArdFile *file)
{
  return file->module < corpus->modules->len ? file->module : corpus->modules->len;
}

static void
append_file (ArdOffboard *offboard, const Departure *departure, guint32 index, const guint32 *firsts)
{
  const ArdFile *file = ard_file (departure->corpus, index);
  guint32 place = place_of (departure->corpus, file);
  ArdLostFile lost = { .file = index, .successor = ARD_NONE };
  const ArdKnowledge *next =
      ard_corpus_find_next (departure->corpus, index, departure->leaves, 2 * departure->settings->knowledge_inactive_d);

  for (guint32 i = 0; i < file->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (departure->corpus, file->first_knowledge + i);

    if (departure->leaves[row->author])
      lost.days += row->days;
  }
  if (next) {
    lost.knows = TRUE;
    lost.successor = next->author;
    lost.successor_days = next->days;
    lost.successor_recent = next->recent;
  } else
    lost.successor = firsts[place] != ARD_NONE ? firsts[place] : firsts[departure->corpus->modules->len];
  offboard->days += lost.days;
  g_array_append_val (offboard->files, lost);
}

static int
compare_files (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdLostFile *left = a, *right = b;
  const ArdFile *one = ard_file ((const ArdCorpus *) data, left->file);
  const ArdFile *other = ard_file ((const ArdCorpus *) data, right->file);

  if (one->days_month != other->days_month)
    return one->days_month > other->days_month ? -1 : 1;
  if (left->days != right->days)
    return left->days > right->days ? -1 : 1;
  return left->file < right->file ? -1 : left->file > right->file;
}

static int
compare_modules (gconstpointer a, gconstpointer b)
{
  const ArdLostModule *left = a, *right = b;

  if (left->days != right->days)
    return left->days > right->days ? -1 : 1;
  return left->module < right->module ? -1 : left->module > right->module;
}

/* Who stays and works most on each folder; the last entry is that of the repository. Yours. */
static guint32 *
find_firsts (const Departure *departure)
{
  const ArdCorpus *corpus = departure->corpus;
  guint32 n = corpus->modules->len, *firsts = g_new (guint32, n + 1);
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (tally_free);

  for (guint32 i = 0; i <= n; i++)
    g_ptr_array_add (tallies, tally_new ());
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!ard_file_is_code (file))
      continue;
    count (g_ptr_array_index (tallies, n), departure, file);
    if (place_of (corpus, file) < n)
      count (g_ptr_array_index (tallies, file->module), departure, file);
  }
  for (guint32 i = 0; i <= n; i++)
    firsts[i] = find_first (g_ptr_array_index (tallies, i));
  return firsts;
}

static void
list_modules (ArdOffboard *offboard, const Departure *departure, const guint32 *firsts)
{
  const ArdCorpus *corpus = departure->corpus;
  guint32 n = corpus->modules->len;
  g_autofree ArdLostModule *rows = g_new0 (ArdLostModule, n + 1);

  for (guint32 i = 0; i < corpus->files->len; i++)
    if (ard_file_is_code (ard_file (corpus, i)))
      rows[place_of (corpus, ard_file (corpus, i))].files++;
  for (guint i = 0; i < offboard->files->len; i++) {
    const ArdLostFile *lost = &g_array_index (offboard->files, ArdLostFile, i);
    ArdLostModule *row = &rows[place_of (corpus, ard_file (corpus, lost->file))];

    row->lost++;
    row->days += lost->days;
  }
  for (guint32 i = 0; i <= n; i++) {
    rows[i].module = i < n ? i : ARD_NONE;
    rows[i].successor = firsts[i];
    if (rows[i].lost)
      g_array_append_val (offboard->modules, rows[i]);
  }
  g_array_sort (offboard->modules, compare_modules);
}

/* Truck factors among some people; people: how many of them have changed code. */
typedef struct {
  guint32 all, over_owned, owned, people;
} Truck;

static guint32
count_leavers (const Departure *departure, const guint8 *counts, const GArray *files)
{
  g_autoptr (GArray) leavers = g_array_new (FALSE, FALSE, sizeof (ArdTruckPerson));

  ard_truck_remove (departure->corpus, (const guint32 *) files->data, files->len, counts,
                    departure->settings->knowledge_truck_coverage, leavers);
  return leavers->len;
}

static Truck
count_truck (const Departure *departure, const guint8 *counts)
{
  const ArdCorpus *corpus = departure->corpus;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) owned = g_array_new (FALSE, FALSE, sizeof (guint32));
  Truck truck = { 0 };
  g_autofree guint8 *seen = g_new0 (guint8, corpus->authors->len + 1);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    gboolean has_owner = FALSE;

    if (!ard_file_is_code (file) || file->n_changes == 0)
      continue;
    for (guint32 j = 0; j < file->n_knowledge; j++) {
      const ArdKnowledge *row = ard_knowledge (corpus, file->first_knowledge + j);

      has_owner |= row->owner && counts[row->author];
      truck.people += counts[row->author] && !seen[row->author];
      seen[row->author] = 1;
    }
    g_array_append_val (all, i);
    if (has_owner)
      g_array_append_val (owned, i);
  }
  truck.owned = owned->len;
  truck.all = count_leavers (departure, counts, all);
  truck.over_owned = count_leavers (departure, counts, owned);
  return truck;
}

static void
measure (ArdOffboard *offboard, const Departure *departure)
{
  const ArdCorpus *corpus = departure->corpus;
  g_autofree guint32 *firsts = find_firsts (departure);
  Truck before = count_truck (departure, departure->here), after = count_truck (departure, departure->stays);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!ard_file_is_code (file) || file->n_changes == 0)
      continue;
    offboard->n_files++;
    if (is_lost (departure, file))
      append_file (offboard, departure, i, firsts);
  }
  g_array_sort_with_data (offboard->files, compare_files, (gpointer) corpus);
  list_modules (offboard, departure, firsts);
  offboard->n_owned = before.owned;
  offboard->people_before = before.people;
  offboard->people_after = after.people;
  offboard->truck_before = before.all;
  offboard->truck_after = after.all;
  offboard->truck_owned_before = before.over_owned;
  offboard->truck_owned_after = after.over_owned;
}

void
ard_offboard_init (ArdOffboard *offboard, const ArdCorpus *corpus, const ArdSettings *settings, const guint32 *leavers,
                   guint n)
{
  guint32 n_authors = corpus->authors->len;
  g_autofree guint8 *leaves = g_new0 (guint8, n_authors + 1), *stays = g_new0 (guint8, n_authors + 1);
  g_autofree guint8 *here = g_new0 (guint8, n_authors + 1);
  Departure departure = { corpus, settings, leaves, stays, here };

  *offboard = (ArdOffboard){ .files = g_array_new (FALSE, TRUE, sizeof (ArdLostFile)),
                             .modules = g_array_new (FALSE, TRUE, sizeof (ArdLostModule)) };
  for (guint i = 0; i < n; i++)
    leaves[leavers[i]] = 1;
  for (guint32 i = 0; i < n_authors; i++) {
    stays[i] = ard_person (corpus, i)->active && !leaves[i];
    here[i] = stays[i] || leaves[i];
  }
  measure (offboard, &departure);
}

void
ard_offboard_clear (ArdOffboard *offboard)
{
  g_clear_pointer (&offboard->files, g_array_unref);
  g_clear_pointer (&offboard->modules, g_array_unref);
}
