#include <math.h>
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

static gboolean
is_code (const ArdFile *file)
{
  return file->measured && file->code_lines > 0 && !(file->flags & ARD_FILE_NOT_JUDGED);
}

/* What all code files have in common: fixes a month and line, and how many lines of it each file is given. */
typedef struct {
  double rate, lines; /* lines is INFINITY when the files' rates differ no more than by chance */
} Prior;

/* Marshall's global empirical Bayes estimator over the counts of the window. */
static Prior
find_prior (const ArdCorpus *corpus)
{
  double lines = 0, counted = 0, monthly = 0, spread = 0, between;
  guint n = 0;

  for (guint i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!is_code (file))
      continue;
    n++;
    lines += file->code_lines;
    counted += file->fixes;
    monthly += file->fixes_month;
  }
  if (n == 0)
    return (Prior){ 0, INFINITY };
  for (guint i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    double apart = is_code (file) ? file->fixes / (double) file->code_lines - counted / lines : 0;

    spread += file->code_lines * apart * apart / lines;
  }
  between = spread - counted / lines / (lines / n);
  return (Prior){ monthly / lines, between > 0 ? counted / lines / between : INFINITY };
}

static double
smooth (const ArdFile *file, const Prior *prior)
{
  if (isinf (prior->lines) || !is_code (file))
    return prior->rate;
  return (file->fixes_month + prior->lines * prior->rate) / (file->code_lines + prior->lines);
}

void
ard_files_rank (ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  guint n = corpus->files->len;
  g_autofree Place *places = g_new (Place, n + 1);
  Prior prior = find_prior (corpus);

  for (guint i = 0; i < n; i++) {
    const ArdFile *file = ard_file (corpus, i);
    gboolean known = ledger->priced;

    places[i] = (Place){ i, !(file->flags & ARD_FILE_NOT_JUDGED), known ? file->fixes_month : 0,
                         known ? file->days_month : 0, file->code_lines };
  }
  qsort (places, n, sizeof *places, compare_places);
  for (guint i = 0; i < n; i++)
    ard_file_score (ledger, places[i].file)->rank = i + 1;

  for (guint i = 0; ledger->priced && i < n; i++) {
    const ArdFile *file = ard_file (corpus, places[i].file);

    places[i].first = smooth (file, &prior);
    places[i].judged = is_code (file);
  }
  qsort (places, n, sizeof *places, compare_places);
  for (guint i = 0; i < n; i++)
    ard_file_score (ledger, places[i].file)->rank_per_line = i + 1;
}
