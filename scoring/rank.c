#include <stdlib.h>

#include "scoring/parts.h"

typedef struct {
  guint32 file;
  gboolean judged;
  double first, second, third; /* keys, largest first */
} Place;

static int
compare_numbers (double left, double right)
{
  return (left > right) - (left < right);
}

static int
compare_places (const void *a, const void *b)
{
  const Place *left = a, *right = b;
  int order = right->judged - left->judged;

  if (!order)
    order = compare_numbers (right->first, left->first);
  if (!order)
    order = compare_numbers (right->second, left->second);
  if (!order)
    order = compare_numbers (right->third, left->third);
  return order ? order : (left->file > right->file) - (left->file < right->file);
}

static void
number (ArdLedger *ledger, Place *places, gboolean per_line)
{
  guint n = ledger->corpus->files->len;

  qsort (places, n, sizeof *places, compare_places);
  for (guint i = 0; i < n; i++) {
    ArdFileScore *score = ard_file_score (ledger, places[i].file);

    *(per_line ? &score->rank_per_line : &score->rank) = i + 1;
  }
}

/* What the model expects leads; tests, examples and a history too thin for it follow by what they cost, then by size.
 */
void
ard_files_rank (ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  guint n = corpus->files->len;
  g_autofree Place *places = g_new (Place, n + 1);

  for (guint i = 0; i < n; i++) {
    const ArdFile *file = ard_file (corpus, i);
    double fixes = ledger->priced ? file->fixes_month : 0;

    places[i] = (Place){ i, !(file->flags & ARD_FILE_NOT_JUDGED), file->expected_fixes_year, fixes, file->code_lines };
  }
  number (ledger, places, FALSE);
  for (guint i = 0; i < n; i++)
    places[i].first /= MAX (ard_file (corpus, places[i].file)->lines, 1);
  number (ledger, places, TRUE);
}
