#include <math.h>
#include <stdlib.h>

#include "scoring/parts.h"
#include "scoring/scoring.h"

typedef struct {
  guint32 file;
  gboolean judged;
  gboolean expected;           /* the model ranks it */
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
    order = right->expected - left->expected;
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

/* What a ranking says of a file that the model ranks. */
static double
score_by (ArdRankingKind kind, const ArdFile *file)
{
  double lines = MAX (file->lines, 1);

  switch (kind) {
  case ARD_RANKING_EXPECTED_PER_LINE:
    return file->expected_fixes_year / lines;
  case ARD_RANKING_SIZE:
    return lines;
  case ARD_RANKING_REVISIONS:
    return file->revisions;
  case ARD_RANKING_REVISIONS_BY_LINES:
    return file->revisions * lines;
  case ARD_RANKING_REVISIONS_PER_LINE:
    return file->revisions / lines;
  case ARD_RANKING_CHURN:
    return (double) file->added + file->deleted;
  case ARD_RANKING_FIXES:
    return file->fixes;
  case ARD_RANKING_FIXES_PER_LINE:
    return file->fixes / lines;
  default:
    return file->expected_fixes_year;
  }
}

static void
rank_by (ArdLedger *ledger, ArdRankingKind kind, gboolean per_line)
{
  const ArdCorpus *corpus = ledger->corpus;
  g_autofree Place *places = g_new (Place, corpus->files->len + 1);

  for (guint i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    double fixes = ledger->priced ? file->fixes_month : 0;

    places[i] = (Place){ .file = i,
                         .judged = !(file->flags & ARD_FILE_NOT_JUDGED),
                         .expected = file->expected_fixes_year > 0,
                         .first = file->expected_fixes_year > 0 ? score_by (kind, file) : 0,
                         .second = fixes,
                         .third = file->code_lines };
  }
  number (ledger, places, per_line);
}

typedef struct {
  guint32 function;
  double expected;
} FunctionPlace;

static int
compare_functions (gconstpointer a, gconstpointer b)
{
  const FunctionPlace *left = a, *right = b;
  int order = compare_numbers (right->expected, left->expected);

  return order ? order : (left->function > right->function) - (left->function < right->function);
}

static void
rank_functions (ArdLedger *ledger)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FunctionPlace));

  for (guint32 i = 0; i < ledger->corpus->functions->len; i++) {
    double expected = ard_function_expects (ledger->corpus, i);

    if (!isnan (expected))
      g_array_append_val (places, ((FunctionPlace){ i, expected }));
  }
  g_array_sort (places, compare_functions);
  for (guint i = 0; i < places->len; i++)
    g_array_index (ledger->function_ranks, guint32, g_array_index (places, FunctionPlace, i).function) = i + 1;
}

/* What the model expects leads; tests, examples and a history too thin for it follow by what they cost, then by size.
 */
void
ard_files_rank (ArdLedger *ledger)
{
  const ArdBacktest *backtest = ledger->backtest;

  rank_by (ledger, backtest ? backtest->rank : ARD_RANKING_EXPECTED, FALSE);
  rank_by (ledger, backtest ? backtest->rank_per_line : ARD_RANKING_EXPECTED_PER_LINE, TRUE);
  rank_functions (ledger);
}

void
ard_scoring_take_backtest (ArdLedger *ledger, ArdBacktest *backtest)
{
  g_free (ledger->backtest);
  ledger->backtest = backtest;
  ard_files_rank (ledger);
}
