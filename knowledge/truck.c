#include "knowledge/parts.h"

typedef struct {
  guint32 author, files, commits;
} Owner;

/* Most files first; then who has more commits, as the authors' tool breaks ties. */
static int
compare_owners (gconstpointer a, gconstpointer b)
{
  const Owner *left = a, *right = b;

  if (left->files != right->files)
    return left->files > right->files ? -1 : 1;
  if (left->commits != right->commits)
    return left->commits > right->commits ? -1 : 1;
  return left->author < right->author ? -1 : left->author > right->author;
}

/* The removal under way: owned lists places in the files, by owner. */
typedef struct {
  GHashTable *places; /* author + 1 to place in owners + 1; once they are sorted */
  GArray *owners;     /* of Owner */
  GArray *firsts;     /* of guint32, one an owner and one more: where its files begin in owned */
  guint32 *owned;
  guint32 *left; /* one a file: owners that are left */
  guint32 covered;
} Removal;

static gboolean
counts_as_owner (const ArdKnowledge *row, const guint8 *counts)
{
  return row->owner && (!counts || counts[row->author]);
}

static guint32
find_place (const Removal *removal, guint32 author)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (removal->places, GUINT_TO_POINTER (author + 1)));
}

static void
put_place (Removal *removal, guint32 author, guint32 place)
{
  g_hash_table_insert (removal->places, GUINT_TO_POINTER (author + 1), GUINT_TO_POINTER (place + 1));
}

static void
add_owner (Removal *removal, const ArdCorpus *corpus, guint32 author)
{
  guint32 place = find_place (removal, author);

  if (place == 0) {
    Owner owner = { author, 0, ard_person (corpus, author)->commits };

    put_place (removal, author, removal->owners->len);
    g_array_append_val (removal->owners, owner);
    place = removal->owners->len;
  }
  g_array_index (removal->owners, Owner, place - 1).files++;
}

static void
list_owners (Removal *removal, const ArdCorpus *corpus, const guint32 *files, guint32 n_files, const guint8 *counts)
{
  for (guint32 i = 0; i < n_files; i++) {
    const ArdFile *file = ard_file (corpus, files[i]);

    for (guint32 j = 0; j < file->n_knowledge; j++) {
      const ArdKnowledge *row = ard_knowledge (corpus, file->first_knowledge + j);

      if (!counts_as_owner (row, counts))
        continue;
      add_owner (removal, corpus, row->author);
      removal->covered += removal->left[i]++ == 0;
    }
  }
  g_array_sort (removal->owners, compare_owners);
}

static void
list_owned (Removal *removal, const ArdCorpus *corpus, const guint32 *files, guint32 n_files, const guint8 *counts)
{
  g_autofree guint32 *next = g_new (guint32, removal->owners->len + 1);
  guint32 n = 0;

  for (guint32 i = 0; i < removal->owners->len; i++) {
    const Owner *owner = &g_array_index (removal->owners, Owner, i);

    g_array_append_val (removal->firsts, n);
    put_place (removal, owner->author, i);
    next[i] = n;
    n += owner->files;
  }
  g_array_append_val (removal->firsts, n);
  removal->owned = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n_files; i++) {
    const ArdFile *file = ard_file (corpus, files[i]);

    for (guint32 j = 0; j < file->n_knowledge; j++) {
      const ArdKnowledge *row = ard_knowledge (corpus, file->first_knowledge + j);

      if (counts_as_owner (row, counts))
        removal->owned[next[find_place (removal, row->author) - 1]++] = i;
    }
  }
}

double
ard_truck_remove (const ArdCorpus *corpus, const guint32 *files, guint32 n_files, const guint8 *counts, double coverage,
                  GArray *leavers)
{
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (Owner));
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autofree guint32 *left = g_new0 (guint32, n_files + 1);
  Removal removal = { .places = places, .owners = owners, .firsts = firsts, .left = left };

  list_owners (&removal, corpus, files, n_files, counts);
  list_owned (&removal, corpus, files, n_files, counts);
  for (guint i = 0; i < owners->len && removal.covered >= coverage * n_files; i++) {
    const Owner *owner = &g_array_index (owners, Owner, i);
    ArdTruckPerson leaver = { owner->author, owner->files };

    for (guint32 j = g_array_index (firsts, guint32, i); j < g_array_index (firsts, guint32, i + 1); j++)
      removal.covered -= --left[removal.owned[j]] == 0;
    g_array_append_val (leavers, leaver);
  }
  g_free (removal.owned);
  return n_files > 0 ? (double) removal.covered / n_files : 0;
}

/* Active people with a row in these files; the files that one of them owns go into owned. */
static guint32
count_active (const ArdCorpus *corpus, const guint32 *files, guint32 n_files, const guint8 *active, GArray *owned)
{
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < n_files; i++) {
    const ArdFile *file = ard_file (corpus, files[i]);
    gboolean has_owner = FALSE;

    for (guint32 j = 0; j < file->n_knowledge; j++) {
      const ArdKnowledge *row = ard_knowledge (corpus, file->first_knowledge + j);

      has_owner |= counts_as_owner (row, active);
      if (active[row->author])
        g_hash_table_add (people, GUINT_TO_POINTER (row->author + 1));
    }
    if (has_owner)
      g_array_append_val (owned, files[i]);
  }
  return g_hash_table_size (people);
}

static void
append (ArdCorpus *corpus, const ArdSettings *settings, guint32 module, const GArray *files, const guint8 *active)
{
  g_autoptr (GArray) owned = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) leavers = g_array_new (FALSE, FALSE, sizeof (ArdTruckPerson));
  const guint32 *all = (const guint32 *) files->data;
  ArdTruckFactor row = { .module = module, .files = files->len, .first_leaver = corpus->truck_people->len };

  row.coverage =
      ard_truck_remove (corpus, all, files->len, NULL, settings->knowledge_truck_coverage, corpus->truck_people);
  row.factor = corpus->truck_people->len - row.first_leaver;
  row.people = count_active (corpus, all, files->len, active, owned);
  row.owned = owned->len;
  row.first_active = corpus->truck_people->len;
  row.active_coverage = ard_truck_remove (corpus, (const guint32 *) owned->data, owned->len, active,
                                          settings->knowledge_truck_coverage, corpus->truck_people);
  row.active_factor = corpus->truck_people->len - row.first_active;
  row.all_coverage = ard_truck_remove (corpus, all, files->len, active, settings->knowledge_truck_coverage, leavers);
  row.all_factor = leavers->len;
  g_array_append_val (corpus->truck_factors, row);
}

void
ard_truck_find (ArdCorpus *corpus, const ArdSettings *settings)
{
  g_autofree guint8 *active = g_new0 (guint8, corpus->authors->len + 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) modules = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < corpus->authors->len; i++)
    active[i] = ard_person (corpus, i)->active;
  for (guint32 i = 0; i < corpus->modules->len; i++)
    g_ptr_array_add (modules, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!ard_file_is_code (file) || file->n_changes == 0)
      continue;
    g_array_append_val (all, i);
    if (file->module != ARD_NONE && file->module < modules->len)
      g_array_append_val ((GArray *) g_ptr_array_index (modules, file->module), i);
  }
  if (all->len == 0)
    return;
  append (corpus, settings, ARD_NONE, all, active);
  for (guint32 i = 0; i < modules->len; i++)
    if (((GArray *) g_ptr_array_index (modules, i))->len > 0)
      append (corpus, settings, i, g_ptr_array_index (modules, i), active);
}
