#include <math.h>

#include "knowledge/parts.h"

/* Fritz et al. 2014, table of the regression; Avelino et al. 2016, 2. */
#define BASE 3.293
#define FIRST 1.098
#define DELIVERY 0.164
#define OTHERS 0.321

/* One file while its commits are read. */
typedef struct {
  const ArdCorpus *corpus;
  const ArdDays *days;
  guint32 file;
  GArray *rows;         /* of ArdKnowledge */
  guint32 *places;      /* one an author: its row + 1, 0 without */
  guint32 n_deliveries; /* of the whole file */
} Reading;

static ArdKnowledge *
find_row (Reading *reading, guint32 author)
{
  if (reading->places[author] == 0) {
    ArdKnowledge row = { .file = reading->file, .author = author };

    g_array_append_val (reading->rows, row);
    reading->places[author] = reading->rows->len;
  }
  return &g_array_index (reading->rows, ArdKnowledge, reading->places[author] - 1);
}

/* Whether the commit is the one that brought the file into being, and did so by adding it. */
static gboolean
adds (const ArdFile *file, const ArdChange *change)
{
  return change->commit == file->birth_commit && change->status == 'A' && change->renamed_from == ARD_NONE;
}

/* first, n: the rows of one commit in by_file. */
static void
read_commit (Reading *reading, guint32 first, guint32 n)
{
  const ArdCorpus *corpus = reading->corpus;
  const ArdFile *file = ard_file (corpus, reading->file);
  const guint32 *changes = &g_array_index (corpus->by_file, guint32, first);
  const ArdCommit *commit = ard_commit (corpus, ard_change (corpus, changes[0])->commit);
  gboolean teaches = ard_commit_teaches (commit), birth = FALSE;
  double weight = 0;

  for (guint32 i = 0; i < n; i++) {
    weight += reading->days->weights[changes[i]];
    birth |= adds (file, ard_change (corpus, changes[i]));
  }
  if (!teaches && !(birth && commit->n_people > 0 && !(commit->flags & ARD_COMMIT_BOT)))
    return;
  reading->n_deliveries += !birth;
  for (guint32 i = 0; i < commit->n_people; i++) {
    ArdKnowledge *row = find_row (reading, ard_people (corpus, commit)[i]);

    row->first |= birth;
    row->deliveries += !birth;
    row->recent += teaches && (commit->flags & ARD_COMMIT_IN_WINDOW);
    row->last_s = row->last_s ? MAX (row->last_s, commit->time_s) : commit->time_s;
    row->days += weight * reading->days->rates[commit->first_person + i];
  }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const ArdKnowledge *left = a, *right = b;

  if (left->doa != right->doa)
    return left->doa > right->doa ? -1 : 1;
  return left->author < right->author ? -1 : left->author > right->author;
}

static void
measure (Reading *reading, const ArdSettings *settings)
{
  double most = 0;

  for (guint i = 0; i < reading->rows->len; i++) {
    ArdKnowledge *row = &g_array_index (reading->rows, ArdKnowledge, i);

    reading->places[row->author] = 0;
    row->others = reading->n_deliveries - row->deliveries;
    row->doa = BASE + FIRST * row->first + DELIVERY * row->deliveries - OTHERS * log1p (row->others);
    most = MAX (most, row->doa);
  }
  for (guint i = 0; i < reading->rows->len; i++) {
    ArdKnowledge *row = &g_array_index (reading->rows, ArdKnowledge, i);

    row->share = most > 0 ? MAX (row->doa / most, 0) : 0;
    row->owner = row->share > settings->knowledge_normalised_doa && row->doa >= settings->knowledge_least_doa;
  }
  g_array_sort (reading->rows, compare_rows);
}

static void
read_file (Reading *reading, guint32 index)
{
  const ArdCorpus *corpus = reading->corpus;
  const ArdFile *file = ard_file (corpus, index);

  reading->file = index;
  reading->n_deliveries = 0;
  g_array_set_size (reading->rows, 0);
  for (guint32 i = 0, n; i < file->n_changes; i += n) {
    guint32 first = file->first_change + i;
    guint32 commit = ard_change (corpus, g_array_index (corpus->by_file, guint32, first))->commit;

    for (n = 1; i + n < file->n_changes; n++)
      if (ard_change (corpus, g_array_index (corpus->by_file, guint32, first + n))->commit != commit)
        break;
    read_commit (reading, first, n);
  }
}

void
ard_ownership_find (ArdCorpus *corpus, const ArdSettings *settings, const ArdDays *days)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (ArdKnowledge));
  g_autofree guint32 *places = g_new0 (guint32, corpus->authors->len + 1);
  Reading reading = { .corpus = corpus, .days = days, .rows = rows, .places = places };

  for (guint32 i = 0; i < corpus->files->len; i++) {
    ArdFile *file = ard_file (corpus, i);

    file->first_knowledge = corpus->knowledge->len;
    file->n_knowledge = 0;
    if (file->flags & ARD_FILE_NOT_JUDGED)
      continue;
    read_file (&reading, i);
    measure (&reading, settings);
    if (rows->len)
      g_array_append_vals (corpus->knowledge, rows->data, rows->len);
    file->n_knowledge = rows->len;
  }
}
