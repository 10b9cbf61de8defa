#include "scoring/parts.h"

static double
find_hours (const ArdFinding *finding)
{
  const ArdRemediation *remediation = &ard_rules[finding->rule].remediation;

  return remediation->constant_h + remediation->per_quantity_h * MAX (finding->quantity, 0);
}

static ArdWork *
find_group (GArray *works, const char *group)
{
  for (guint i = 0; i < works->len; i++)
    if (g_str_equal (g_array_index (works, ArdWork, i).group, group))
      return &g_array_index (works, ArdWork, i);
  return NULL;
}

GArray *
ard_effort_works (const ArdLedger *ledger, const ArdItem *item)
{
  GArray *works = g_array_new (FALSE, FALSE, sizeof (ArdWork));

  for (guint32 i = item->first_finding; i < item->first_finding + item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);
    ArdWork work = { ard_rules[finding->rule].remediation.group, i, find_hours (finding) };
    ArdWork *known = work.hours > 0 ? find_group (works, work.group) : NULL;

    if (known && work.hours > known->hours)
      *known = work;
    else if (!known && work.hours > 0)
      g_array_append_val (works, work);
  }
  return works;
}

double
ard_effort_health_factor (const ArdLedger *ledger, const ArdItem *item)
{
  g_autoptr (GArray) files = ard_item_finding_files (ledger, item);
  double worst = 0;

  for (guint i = 0; i < files->len; i++)
    worst = MAX (worst, ard_file_score (ledger, g_array_index (files, guint32, i))->unhealthiness_time);
  return 1 + worst / 2;
}

double
ard_effort_testing_factor (const ArdLedger *ledger, const ArdItem *item)
{
  g_autoptr (GArray) files = ard_item_finding_files (ledger, item);

  for (guint i = 0; i < files->len; i++)
    if (!(ard_file (ledger->corpus, g_array_index (files, guint32, i))->flags & (ARD_FILE_TEST | ARD_FILE_TESTED)))
      return ledger->settings->effort_untested_factor;
  return 1;
}

static void
estimate (const ArdLedger *ledger, ArdItem *item)
{
  g_autoptr (GArray) works = ard_effort_works (ledger, item);
  double health = ard_effort_health_factor (ledger, item), testing = ard_effort_testing_factor (ledger, item);
  double x = 0, y = 0, z = 0;

  for (guint i = 0; i < works->len; i++) {
    const ArdWork *work = &g_array_index (works, ArdWork, i);
    const ArdRemediation *shares = &ard_rules[ard_finding (ledger, work->finding)->rule].remediation;

    x += work->hours * shares->investigation * health;
    y += work->hours * shares->implementation * health;
    z += work->hours * shares->testing * health * testing;
  }
  if (x + y + z <= 0)
    x = ARD_SHORTEST_H;

  double stretch = MAX (ARD_SHORTEST_H / (x + y + z), 1) / ledger->settings->team_day_hours;

  item->investigation_d = x * stretch;
  item->implementation_d = y * stretch;
  item->testing_d = z * stretch;
  item->effort_d = item->investigation_d + item->implementation_d + item->testing_d;
  item->principal = item->effort_d * ledger->settings->team_day_hours * ledger->settings->team_hour_cost.likely;
}

void
ard_effort_estimate (ArdLedger *ledger)
{
  for (guint i = 0; i < ledger->items->len; i++)
    estimate (ledger, ard_item (ledger, i));
}
