#include "corpus/survival.h"

/* Before every year of git's times. */
#define NEVER G_MININT32

static gint32
quarter_of (gint64 time_s)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time_s);

  return moment ? 4 * g_date_time_get_year (moment) + (g_date_time_get_month (moment) - 1) / 3 : 0;
}

static gint32
last_cut (gint64 left_out_s)
{
  return left_out_s == G_MININT64 ? NEVER : quarter_of (left_out_s);
}

static ArdSurvival *
find_quarter (ArdCorpus *corpus, gint32 quarter)
{
  ArdSurvival row = { .quarter = quarter };
  guint at = corpus->survival->len;

  while (at > 0 && g_array_index (corpus->survival, ArdSurvival, at - 1).quarter > quarter)
    at--;
  if (at == 0 || g_array_index (corpus->survival, ArdSurvival, at - 1).quarter != quarter)
    g_array_insert_val (corpus->survival, at++, row);
  return &g_array_index (corpus->survival, ArdSurvival, at - 1);
}

void
ard_survival_add (ArdCorpus *corpus, const ArdPast *past, GArray *left_out_s)
{
  gint32 cut = last_cut (past->traced->left_out_s);

  for (guint i = 0; i < past->steps->len; i++) {
    const ArdChainLines *lines = &g_array_index (past->chain.lines, ArdChainLines, i);
    gint32 quarter = quarter_of (ard_commit (corpus, ard_past_step (past, i)->commit)->time_s);

    if (quarter <= cut)
      continue;

    ArdSurvival *row = find_quarter (corpus, quarter);

    row->added += lines->added;
    row->standing += lines->standing;
  }
  if (past->steps->len > 0)
    g_array_append_val (left_out_s, past->traced->left_out_s);
}

void
ard_survival_count (ArdCorpus *corpus, const GArray *left_out_s)
{
  for (guint i = 0; i < left_out_s->len; i++) {
    gint32 cut = last_cut (g_array_index (left_out_s, gint64, i));

    for (guint j = corpus->survival->len; j > 0; j--) {
      ArdSurvival *row = &g_array_index (corpus->survival, ArdSurvival, j - 1);

      if (row->quarter <= cut)
        break;
      row->files++;
    }
  }
}
