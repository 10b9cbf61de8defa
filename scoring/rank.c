#include <stdlib.h>
#include <string.h>

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

static int
compare_lines (const void *a, const void *b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static gboolean
is_code (const ArdFile *file)
{
  return file->measured && file->code_lines > 0 && !(file->flags & ARD_FILE_NOT_JUDGED);
}

/* The lines of the median code file, at least 1; and the repository's fixes a month and line. */
static double
find_prior (const ArdCorpus *corpus, double *rate)
{
  g_autofree guint32 *lines = g_new (guint32, corpus->files->len + 1);
  double all_lines = 0, all_fixes = 0;
  guint n = 0;

  for (guint i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!is_code (file))
      continue;
    lines[n++] = file->code_lines;
    all_lines += file->code_lines;
    all_fixes += file->fixes_month;
  }
  *rate = all_lines > 0 ? all_fixes / all_lines : 0;
  qsort (lines, n, sizeof *lines, compare_lines);
  return n ? lines[n / 2] : 1;
}

void
ard_files_rank (ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  guint n = corpus->files->len;
  g_autofree Place *places = g_new (Place, n + 1);
  double rate, prior = find_prior (corpus, &rate);

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

    places[i].first = (file->fixes_month + prior * rate) / (file->code_lines + prior);
    places[i].judged = is_code (file);
  }
  qsort (places, n, sizeof *places, compare_places);
  for (guint i = 0; i < n; i++)
    ard_file_score (ledger, places[i].file)->rank_per_line = i + 1;
}
