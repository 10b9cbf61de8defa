#include "clones/clones.h"

#include "clones/classes.h"
#include "clones/seeds.h"
#include "model/parallel.h"

/* Growth steps that one file may cost: so many for each of its units, and some for the smallest. */
#define STEPS_PER_UNIT 400
#define FREE_STEPS 100000
/* Alignments of a pair of files that a new seed is looked up in, the newest. */
#define REMEMBERED 24

typedef struct {
  guint32 file;
  guint32 first, n; /* in seeds */
  ArdMatches found;
  gboolean cut;
} Slot;

/* Where an alignment's runs stand among those remembered. */
typedef struct {
  guint32 first, n;
} Known;

typedef struct {
  ArdAligner aligner;
  ArdJudge judge;
  GArray *seeds;      /* of ArdKeyed, of the file's: key is the file of b, and a in the lower half; value is b */
  GArray *known;      /* of Known, of the pair of files at hand */
  GArray *known_runs; /* of ArdRun */
} Worker;

typedef struct {
  const ArdUnitTable *table;
  const GArray *seeds;
  Slot *slots;
  Worker *workers;
} Search;

static void
worker_init (Worker *worker, const ArdCorpus *corpus, const ArdUnitTable *table, const ArdSettings *settings)
{
  ard_aligner_init (&worker->aligner, table);
  ard_judge_init (&worker->judge, corpus, table, settings);
  worker->seeds = g_array_new (FALSE, FALSE, sizeof (ArdKeyed));
  worker->known = g_array_new (FALSE, FALSE, sizeof (Known));
  worker->known_runs = g_array_new (FALSE, FALSE, sizeof (ArdRun));
}

static void
worker_clear (Worker *worker)
{
  ard_aligner_clear (&worker->aligner);
  ard_judge_clear (&worker->judge);
  g_array_unref (worker->seeds);
  g_array_unref (worker->known);
  g_array_unref (worker->known_runs);
}

static gboolean
holds (const Worker *worker, const Known *known, guint32 a, guint32 b)
{
  guint32 low = known->first, high = known->first + known->n;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    const ArdRun *run = &g_array_index (worker->known_runs, ArdRun, middle);

    if (a < run->a)
      high = middle;
    else if (a >= run->a + run->n)
      low = middle + 1;
    else
      return b - run->b == a - run->a;
  }
  return FALSE;
}

static gboolean
is_known (const Worker *worker, guint32 a, guint32 b)
{
  guint n = worker->known->len;

  for (guint i = n; i-- > (n > REMEMBERED ? n - REMEMBERED : 0);)
    if (holds (worker, &g_array_index (worker->known, Known, i), a, b))
      return TRUE;
  return FALSE;
}

static void
try_seed (Worker *worker, guint32 a, guint32 b, ArdMatches *found)
{
  const GArray *runs = worker->aligner.runs;

  if (is_known (worker, a, b))
    return;
  ard_aligner_grow (&worker->aligner, a, b);
  if (runs->len == 0)
    return;

  Known known = { worker->known_runs->len, runs->len };

  g_array_append_val (worker->known, known);
  g_array_append_vals (worker->known_runs, runs->data, runs->len);
  ard_judge_keep (&worker->judge, (const ArdRun *) (gconstpointer) runs->data, runs->len, found);
}

static void
search_file (guint index, guint job, gpointer data)
{
  const Search *search = data;
  Worker *worker = &search->workers[index];
  Slot *slot = &search->slots[job];
  const guint32 *starts = search->table->starts;
  guint32 other = ARD_NONE;

  slot->found =
      (ArdMatches){ g_array_new (FALSE, FALSE, sizeof (ArdMatch)), g_array_new (FALSE, FALSE, sizeof (ArdRun)) };
  ard_judge_begin (&worker->judge);
  worker->aligner.steps_left = (guint64) (starts[slot->file + 1] - starts[slot->file]) * STEPS_PER_UNIT + FREE_STEPS;
  g_array_set_size (worker->seeds, 0);
  for (guint32 i = slot->first; i < slot->first + slot->n; i++) {
    guint64 pair = g_array_index (search->seeds, guint64, i);
    guint32 b = (guint32) pair;
    ArdKeyed seed = { (guint64) ard_unit (search->table, b)->file << 32 | pair >> 32, b };

    g_array_append_val (worker->seeds, seed);
  }
  ard_keyed_sort ((ArdKeyed *) (gpointer) worker->seeds->data, slot->n);
  for (guint32 i = 0; i < slot->n && worker->aligner.steps_left > 0; i++) {
    const ArdKeyed *seed = &g_array_index (worker->seeds, ArdKeyed, i);
    guint32 file = (guint32) (seed->key >> 32);

    if (file != other) {
      g_array_set_size (worker->known, 0);
      g_array_set_size (worker->known_runs, 0);
    }
    other = file;
    try_seed (worker, (guint32) seed->key, seed->value, &slot->found);
  }
  slot->cut = worker->aligner.steps_left == 0;
}

/* One slot for each file that has seeds. */
static GArray *
make_slots (const ArdUnitTable *table, const GArray *seeds)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));

  for (guint32 i = 0, end; i < seeds->len; i = end) {
    guint32 file = ard_unit (table, (guint32) (g_array_index (seeds, guint64, i) >> 32))->file;

    for (end = i; end < seeds->len && g_array_index (seeds, guint64, end) >> 32 < table->starts[file + 1]; end++)
      ;

    Slot slot = { .file = file, .first = i, .n = end - i };

    g_array_append_val (slots, slot);
  }
  return slots;
}

static void
merge_slot (Slot *slot, ArdCorpus *corpus, ArdMatches *all)
{
  for (guint i = 0; i < slot->found.matches->len; i++) {
    ArdMatch match = g_array_index (slot->found.matches, ArdMatch, i);

    match.first_run += all->runs->len;
    g_array_append_val (all->matches, match);
  }
  g_array_append_vals (all->runs, slot->found.runs->data, slot->found.runs->len);
  if (slot->cut)
    ard_notes_add (corpus->notes, ard_file (corpus, slot->file)->path,
                   "duplicated code: too much of it looks alike; some copies may not be listed");
  g_array_unref (slot->found.matches);
  g_array_unref (slot->found.runs);
}

static void
search_all (ArdCorpus *corpus, const ArdUnitTable *table, Worker *workers, guint jobs, ArdMatches *all)
{
  g_autoptr (GArray) seeds = ard_seeds_find (table);
  g_autoptr (GArray) slots = make_slots (table, seeds);
  Search search = { table, seeds, (Slot *) (gpointer) slots->data, workers };

  ard_parallel_for (slots->len, jobs, search_file, &search);
  for (guint i = 0; i < slots->len; i++)
    merge_slot (&search.slots[i], corpus, all);
}

void
ard_clones_find (ArdCorpus *corpus, const ArdSettings *settings, guint jobs)
{
  ArdTwins twins;
  ArdMatches all = { g_array_new (FALSE, FALSE, sizeof (ArdMatch)), g_array_new (FALSE, FALSE, sizeof (ArdRun)) };
  g_autofree Worker *workers = g_new0 (Worker, jobs);

  ard_twins_find (&twins, corpus, settings);

  g_autoptr (ArdUnitTable) table = ard_units_cut (corpus, twins.skipped);

  for (guint i = 0; i < jobs; i++)
    worker_init (&workers[i], corpus, table, settings);
  search_all (corpus, table, workers, jobs, &all);
  ard_classes_choose (corpus, &workers[0].judge, &twins, &all);
  for (guint i = 0; i < jobs; i++)
    worker_clear (&workers[i]);
  ard_twins_clear (&twins);
  g_array_unref (all.matches);
  g_array_unref (all.runs);
}
