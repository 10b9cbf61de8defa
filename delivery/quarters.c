#include "delivery/quarters.h"

#include <math.h>

#include "delivery/flow.h"

/* The Gregorian calendar's turn of 400 years. */
#define ERA_D 146097

/* Days since 1970 to year and month by the proleptic calendar (Hinnant, "chrono-compatible low-level date algorithms").
 */
gint32
ard_quarter_of (gint64 time_s)
{
  gint64 day = ard_day_of (CLAMP (time_s, -62135596800, 253402300799)) + 719468;
  gint64 era = day / ERA_D, in_era = day - era * ERA_D;
  gint64 year_of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
  gint64 in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 shifted = (5 * in_year + 2) / 153, month = shifted < 10 ? shifted + 2 : shifted - 10;
  gint64 year = year_of_era + era * 400 + (month <= 1);

  return (gint32) (4 * year + month / 3);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

double
ard_part_of (GArray *numbers, double part)
{
  if (numbers->len == 0)
    return NAN;
  g_array_sort (numbers, compare);

  double at = part * (numbers->len - 1);
  guint low = (guint) at, high = MIN (low + 1, numbers->len - 1);
  double under = g_array_index (numbers, double, low), over = g_array_index (numbers, double, high);

  return under + (over - under) * (at - low);
}

static double
median_in (const GArray *spans, gint32 quarter)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < spans->len; i++)
    if (ard_quarter_of (g_array_index (spans, ArdSpan, i).end_s) == quarter)
      g_array_append_val (days, g_array_index (spans, ArdSpan, i).days);
  return ard_part_of (days, 0.5);
}

static guint32
count_in (const GArray *spans, gint32 quarter)
{
  guint32 n = 0;

  for (guint i = 0; i < spans->len; i++)
    n += ard_quarter_of (g_array_index (spans, ArdSpan, i).end_s) == quarter;
  return n;
}

static void
count_commits (const ArdCorpus *corpus, ArdDeliveryQuarter *row)
{
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (corpus->authors->len, 1));

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);

    if ((commit->flags & (ARD_COMMIT_MERGE | ARD_COMMIT_BOT)) || ard_quarter_of (commit->time_s) != row->quarter)
      continue;
    row->commits++;
    row->fixes += (commit->flags & ARD_COMMIT_FIX) != 0;
    for (guint32 j = 0; j < commit->n_people; j++) {
      guint32 person = ard_people (corpus, commit)[j];

      row->people += !seen[person];
      seen[person] = TRUE;
    }
  }
}

static guint32
count_releases (const ArdCorpus *corpus, gint32 quarter)
{
  g_autoptr (GHashTable) commits = g_hash_table_new (ard_oid_hash, ard_oid_equal);

  for (guint32 i = 0; i < corpus->tags->len; i++) {
    const ArdTag *tag = ard_tag (corpus, i);

    if (tag->release && ard_quarter_of (tag->time_s) == quarter)
      g_hash_table_add (commits, (gpointer) &tag->id);
  }
  return g_hash_table_size (commits);
}

static gint32
first_quarter (const ArdCorpus *corpus)
{
  gint32 now = ard_quarter_of (corpus->now_s), first = now;

  for (guint32 i = 0; i < corpus->commits->len; i++)
    first = MIN (first, ard_quarter_of (ard_commit (corpus, i)->time_s));
  return MAX (first, now - ARD_QUARTERS_MAX + 1);
}

void
ard_quarters_fill (ArdCorpus *corpus, const GArray *leads, const GArray *cycles, const ArdArrival *people)
{
  gint32 last = ard_quarter_of (corpus->now_s);

  g_array_set_size (corpus->quarters, 0);
  for (gint32 quarter = first_quarter (corpus); quarter <= last; quarter++) {
    ArdDeliveryQuarter row = { .quarter = quarter };

    count_commits (corpus, &row);
    for (guint32 i = 0; i < corpus->authors->len; i++)
      row.newcomers += people[i].n > 0 && ard_quarter_of (people[i].first_s) == quarter;
    row.releases = count_releases (corpus, quarter);
    row.branches = count_in (cycles, quarter);
    row.lead_d = median_in (leads, quarter);
    row.cycle_d = median_in (cycles, quarter);
    g_array_append_val (corpus->quarters, row);
  }
}
