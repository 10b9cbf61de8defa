#include "delivery/delivery.h"

#include <math.h>

#include "delivery/flow.h"
#include "delivery/quarters.h"

#define DAY_S ((gint64) 24 * 60 * 60)
/* Fewer are cases, not a rate. */
#define LEAST 5
/* A younger history is not extrapolated to less than this. */
#define LEAST_SPAN_D 28.0
/* A commit that is written at the minute of its merge was written by the merge: squashed or rebased. */
#define LEAST_LANDING_D (2 / 1440.0)
/* Those who came between 30 and 18 months ago: the last of them had 18 months to show that they stayed. */
#define COHORT_FROM_D 913
#define COHORT_TO_D 548

typedef struct {
  ArdCorpus *corpus;
  const ArdSettings *settings;
  const GArray *leads, *cycles;
  const gint64 *landed;
  const ArdArrival *people;
  gint64 since_s; /* start of the window */
} Delivery;

static ArdDeliveryFigure *
add (const Delivery *delivery, const char *id, const char *unit)
{
  ArdDeliveryFigure row = { .id = id, .unit = unit, .value = NAN, .high = NAN, .attention = NAN, .critical = NAN };

  g_array_append_val (delivery->corpus->delivery, row);
  return ard_delivery (delivery->corpus, delivery->corpus->delivery->len - 1);
}

static void
judge (ArdDeliveryFigure *row, double value, gboolean more_is_worse)
{
  gboolean critical = more_is_worse ? value > row->critical : value < row->critical;
  gboolean attention = more_is_worse ? value > row->attention : value < row->attention;

  row->value = value;
  row->status = isnan (row->attention) ? ARD_DELIVERY_MEASURED
                : critical             ? ARD_DELIVERY_CRITICAL
                : attention            ? ARD_DELIVERY_ATTENTION
                                       : ARD_DELIVERY_OK;
}

/* The median and the 90th percentile of days; numbers are sorted. */
static void
set_median (ArdDeliveryFigure *row, GArray *days, const char *none)
{
  row->n = days->len;
  if (days->len < LEAST) {
    row->reason = days->len ? "too-few" : none;
    return;
  }
  row->high = ard_part_of (days, 0.9);
  judge (row, ard_part_of (days, 0.5), TRUE);
}

static void
set_spans (const Delivery *delivery, ArdDeliveryFigure *row, const GArray *spans, const char *none)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, ArdSpan, i).end_s >= delivery->since_s)
      g_array_append_val (days, g_array_index (spans, ArdSpan, i).days);
  set_median (row, days, none);
}

/* Why there is no figure from releases: NULL when there are some in the window. */
static const char *
miss_releases (const Delivery *delivery, guint32 *n)
{
  g_autoptr (GHashTable) commits = g_hash_table_new (ard_oid_hash, ard_oid_equal);
  gboolean any = FALSE;

  for (guint32 i = 0; i < delivery->corpus->tags->len; i++) {
    const ArdTag *tag = ard_tag (delivery->corpus, i);

    any = any || tag->release;
    if (tag->release && tag->time_s >= delivery->since_s)
      g_hash_table_add (commits, (gpointer) &tag->id);
  }
  *n = g_hash_table_size (commits);
  if (*n > 0)
    return NULL;
  return any ? "no-recent-release" : delivery->corpus->tags->len ? "no-release" : "no-tags";
}

static gint64
oldest (const ArdCorpus *corpus)
{
  gint64 oldest_s = corpus->now_s;

  for (guint32 i = 0; i < corpus->commits->len; i++)
    oldest_s = MIN (oldest_s, ard_commit (corpus, i)->time_s);
  return oldest_s;
}

static void
find_releases (const Delivery *delivery)
{
  const ArdSettings *settings = delivery->settings;
  ArdDeliveryFigure *rate = add (delivery, "deployment-frequency", "per week");
  gint64 since_s = MAX (delivery->since_s, oldest (delivery->corpus));
  double days = MAX ((delivery->corpus->now_s - since_s) / (double) DAY_S, LEAST_SPAN_D);
  const char *missing = miss_releases (delivery, &rate->n);

  rate->attention = settings->delivery_deploy_attention;
  rate->critical = settings->delivery_deploy_critical;
  rate->reason = missing;
  if (!missing)
    judge (rate, rate->n * 7 / days, FALSE);
  set_spans (delivery, add (delivery, "lead-time", "d"), delivery->leads, missing ? missing : "no-release-here");
}

static void
find_cycles (const Delivery *delivery)
{
  ArdDeliveryFigure *row = add (delivery, "cycle-time", "d");

  row->attention = delivery->settings->delivery_cycle_attention_d;
  row->critical = delivery->settings->delivery_cycle_critical_d;
  set_spans (delivery, row, delivery->cycles, "no-merges");
}

/* Git does not know when somebody came: the first commit is measured from its writing to the main line. */
static void
find_first_commits (const Delivery *delivery)
{
  const ArdCorpus *corpus = delivery->corpus;
  g_autoptr (GArray) landing = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) tenth = g_array_new (FALSE, FALSE, sizeof (double));
  ArdDeliveryFigure *first = add (delivery, "first-commit", "d");

  for (guint32 i = 0; i < corpus->authors->len; i++) {
    const ArdArrival *person = &delivery->people[i];

    if (person->n && person->first_s >= delivery->since_s && delivery->landed[person->first_commit]) {
      double days = MAX (delivery->landed[person->first_commit] - person->first_s, 0) / (double) DAY_S;

      g_array_append_val (landing, days);
    }
    if (person->n >= ARD_JOINED_COMMITS && person->tenth_s >= delivery->since_s) {
      double days = (person->tenth_s - person->first_s) / (double) DAY_S;

      g_array_append_val (tenth, days);
    }
  }
  set_median (first, landing, "no-newcomers");
  if (first->status != ARD_DELIVERY_NOT_FOUND && first->value < LEAST_LANDING_D) {
    first->value = first->high = NAN;
    first->status = ARD_DELIVERY_NOT_FOUND;
    first->reason = "squashed";
  }
  set_median (add (delivery, "tenth-commit", "d"), tenth, "no-newcomers");
}

static void
find_retention (const Delivery *delivery)
{
  ArdDeliveryFigure *row = add (delivery, "retention", "share");
  gint64 from_s = delivery->corpus->now_s - COHORT_FROM_D * DAY_S, to_s = delivery->corpus->now_s - COHORT_TO_D * DAY_S;
  guint32 stayed = 0;

  row->attention = delivery->settings->delivery_retention;
  row->critical = NAN;
  for (guint32 i = 0; i < delivery->corpus->authors->len; i++) {
    const ArdArrival *person = &delivery->people[i];

    if (!person->joined || person->first_s < from_s || person->first_s > to_s)
      continue;
    row->n++;
    stayed += person->stayed;
  }
  if (row->n < LEAST)
    row->reason = row->n ? "too-few" : "no-newcomers";
  else
    judge (row, (double) stayed / row->n, FALSE);
}

/* Days from the newest commit that brought lines which a fix took out (R-SZZ) to the fix. */
static void
find_fix_times (const Delivery *delivery)
{
  const ArdCorpus *corpus = delivery->corpus;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint32 i = 0, end; i < corpus->origins->len; i = end) {
    const ArdCommit *fix = ard_commit (corpus, ard_origin (corpus, i)->fix);
    gint64 newest_s = G_MININT64;

    for (end = i; end < corpus->origins->len && ard_origin (corpus, end)->fix == ard_origin (corpus, i)->fix; end++)
      newest_s = MAX (newest_s, ard_commit (corpus, ard_origin (corpus, end)->origin)->time_s);

    double age = MAX (fix->time_s - newest_s, 0) / (double) DAY_S;

    g_array_append_val (days, age);
  }
  set_median (add (delivery, "fix-time", "d"), days,
              delivery->settings->history_trace_fixes ? "no-origins" : "not-traced");
}

static void
miss_all (const Delivery *delivery, const char *reason)
{
  static const char *const rows[][2] = { { "deployment-frequency", "per week" },
                                         { "lead-time", "d" },
                                         { "cycle-time", "d" },
                                         { "first-commit", "d" },
                                         { "tenth-commit", "d" },
                                         { "retention", "share" },
                                         { "fix-time", "d" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add (delivery, rows[i][0], rows[i][1])->reason = reason;
}

void
ard_delivery_find (ArdCorpus *corpus, const ArdSettings *settings)
{
  Delivery delivery = { .corpus = corpus,
                        .settings = settings,
                        .since_s = corpus->now_s - (gint64) (settings->history_window_d * DAY_S) };

  g_array_set_size (corpus->delivery, 0);
  g_array_set_size (corpus->quarters, 0);
  if (corpus->shallow || corpus->commits->len == 0) {
    miss_all (&delivery, "shallow");
    return;
  }

  g_autofree gint64 *landed = g_new0 (gint64, corpus->commits->len);
  g_autofree ArdArrival *people = ard_newcomers_list (corpus);
  g_autoptr (GArray) leads = ard_flow_leads (corpus);
  g_autoptr (GArray) cycles = ard_flow_cycles (corpus, landed);

  delivery.leads = leads;
  delivery.cycles = cycles;
  delivery.landed = landed;
  delivery.people = people;
  find_releases (&delivery);
  find_cycles (&delivery);
  find_first_commits (&delivery);
  find_retention (&delivery);
  find_fix_times (&delivery);
  ard_quarters_fill (corpus, leads, cycles, people);
}
