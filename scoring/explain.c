#include <math.h>

#include "scoring/formula.h"
#include "scoring/parts.h"

/* The item being explained, and what its rows share. */
typedef struct {
  ArdLedger *ledger;
  const ArdItem *item;
  const ArdFile *file;
  const ArdFileScore *score;
  const char *month, *hour, *year; /* currency by the month … */
  double time, incident;           /* hazards of the item's findings */
  double file_time, file_incident; /* of all findings in the file */
} Sheet;

static void
state (Sheet *sheet, const char *key, double value, const char *unit, const char *origin)
{
  ArdStep step = { key, NULL, value, unit, origin };

  g_array_append_val (sheet->ledger->steps, step);
}

/* Takes the formula. */
static void
derive (Sheet *sheet, const char *key, double value, const char *unit, char *formula)
{
  ArdStep step = { key, g_string_chunk_insert (sheet->ledger->strings, formula), value, unit, NULL };

  g_array_append_val (sheet->ledger->steps, step);
  g_free (formula);
}

static const ArdFinding *
nth_finding (const Sheet *sheet, guint i)
{
  return ard_finding (sheet->ledger, sheet->item->first_finding + i);
}

/* A rule without weights takes no part in the sums. */
static gboolean
weighs (const Sheet *sheet, const ArdFinding *finding)
{
  const ArdRuleSettings *numbers = &sheet->ledger->settings->rules[finding->rule];

  return numbers->w_time > 0 || numbers->w_incident > 0;
}

static void
explain_history (Sheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;

  state (sheet, "author-days", sheet->file->days_month, "d/month", "measured");
  state (sheet, "day-hours", settings->team_day_hours, "h", "team.day_hours");
  state (sheet, "coding-share", settings->team_coding_share.likely, "", "team.coding_share");
  derive (sheet, "hours", sheet->score->hours_month, "h/month",
          ard_formula_fill ("# × # × #", sheet->file->days_month, settings->team_day_hours,
                            settings->team_coding_share.likely));
  state (sheet, "fixes", sheet->score->fixes_month, "fixes/month", "measured");
}

static double
explain_part (Sheet *sheet, const ArdFinding *finding)
{
  if (finding->function == ARD_NONE)
    return 1;

  double own = ard_function (sheet->ledger->corpus, finding->function)->facts.code_lines;
  double all = ard_file_measured_lines (sheet->file), part = ard_finding_part (finding, sheet->ledger->corpus);

  state (sheet, "function-lines", own, "lines", "measured");
  state (sheet, "file-lines", all, "lines", "measured");
  derive (sheet, "function-part", part, "", all > 0 ? ard_formula_fill ("# / #", own, all) : g_strdup ("1"));
  return part;
}

static void
explain_finding (Sheet *sheet, const ArdFinding *finding)
{
  const ArdRule *rule = &ard_rules[finding->rule];
  const ArdRuleSettings *numbers = &sheet->ledger->settings->rules[finding->rule];
  double level = ard_finding_level (finding), part;
  double w_incident = ard_finding_incident_weight (finding, sheet->ledger->corpus, sheet->ledger->settings);

  state (sheet, "value", finding->value, rule->unit, rule->id);
  state (sheet, "attention", finding->attention, rule->unit, rule->id);
  state (sheet, "critical", finding->critical, rule->unit, rule->id);
  if (finding->critical > finding->attention)
    derive (sheet, "level", level, "",
            ard_formula_fill (level < 1 ? "(# − #) / (# − #)" : "(# − #) / (# − #), at most 1", finding->value,
                              finding->attention, finding->critical, finding->attention));
  else
    derive (sheet, "level", level, "", g_strdup ("1"));
  if (!weighs (sheet, finding))
    return;
  state (sheet, "weight-time", numbers->w_time, "", rule->id);
  state (sheet, "weight-incident", w_incident, "", sheet->file->flags & ARD_FILE_TEST ? "test code" : rule->id);
  part = explain_part (sheet, finding);
  derive (sheet, "hazard-time", finding->hazard_time, "",
          ard_formula_fill ("−ln(1 − # × #) × #", numbers->w_time, level, part));
  derive (sheet, "hazard-incident", finding->hazard_incident, "",
          ard_formula_fill ("−ln(1 − # × #) × #", w_incident, level, part));
  if (sheet->ledger->priced) {
    state (sheet, "recoverable-time", numbers->recoverable_time, "", rule->id);
    state (sheet, "recoverable-incident", numbers->recoverable_incident, "", rule->id);
  }
}

/* The item's own hazards summed, then with those of the rest of its file. */
static void
explain_hazards (Sheet *sheet)
{
  guint most = sheet->item->n_findings, n = 0;
  g_autofree double *times = g_new (double, most), *incidents = g_new (double, most);

  for (guint i = 0; i < most; i++) {
    const ArdFinding *finding = nth_finding (sheet, i);

    if (!weighs (sheet, finding))
      continue;
    sheet->time += times[n] = finding->hazard_time;
    sheet->incident += incidents[n++] = finding->hazard_incident;
  }
  derive (sheet, "item-hazard-time", sheet->time, "", ard_formula_sum (times, NULL, n));
  derive (sheet, "item-hazard-incident", sheet->incident, "", ard_formula_sum (incidents, NULL, n));
  derive (sheet, "file-hazard-time", sheet->file_time, "",
          ard_formula_fill ("# + #", sheet->time, MAX (sheet->file_time - sheet->time, 0)));
  derive (sheet, "file-hazard-incident", sheet->file_incident, "",
          ard_formula_fill ("# + #", sheet->incident, MAX (sheet->file_incident - sheet->incident, 0)));
}

static void
explain_health (Sheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdFileScore *score = sheet->score;
  double k = settings->health_slowdown.likely, f = settings->health_defect_factor.likely;
  double u = score->unhealthiness_time, v = score->unhealthiness_incident;

  derive (sheet, "unhealthiness-time", u, "", ard_formula_fill ("1 − exp(−#)", sheet->file_time));
  derive (sheet, "unhealthiness-incident", v, "", ard_formula_fill ("1 − exp(−#)", sheet->file_incident));
  if (!sheet->ledger->priced)
    return;
  state (sheet, "slowdown", k, "", "health.slowdown");
  derive (sheet, "wasted-share", score->wasted_share, "", ard_formula_fill ("# × # / (1 + # × #)", k, u, k, u));
  derive (sheet, "wasted-hours", score->wasted_h_month, "h/month",
          ard_formula_fill ("# × #", score->hours_month, score->wasted_share));
  state (sheet, "defect-factor", f, "times", "health.defect_factor");
  derive (sheet, "incident-part", score->incident_share, "",
          ard_formula_fill ("(# − 1) × # / (1 + (# − 1) × #)", f, v, f, v));
  state (sheet, "incident-share", settings->incident_share.likely, "", "incident.share");
  derive (sheet, "incidents", score->incidents_month, "1/month",
          ard_formula_fill ("# × # × #", score->fixes_month, settings->incident_share.likely, score->incident_share));
}

static void
explain_cost (Sheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdItem *item = sheet->item;
  double sprints = ard_sprints_month (settings), charge = item->wasted_h_sprint * sprints;
  double hour = settings->team_hour_cost.likely, incident = settings->incident_cost.likely;

  derive (sheet, "charge-time", charge, "h/month",
          sheet->file_time > 0
              ? ard_formula_fill ("# × # / #", sheet->score->wasted_h_month, sheet->time, sheet->file_time)
              : g_strdup ("0"));
  state (sheet, "sprint-weeks", settings->team_sprint_weeks, "weeks", "team.sprint_weeks");
  derive (sheet, "sprints-month", sprints, "1/month",
          ard_formula_fill ("365.25 / 12 / (7 × #)", settings->team_sprint_weeks));
  derive (sheet, "wasted-sprint", item->wasted_h_sprint, "h/sprint", ard_formula_fill ("# / #", charge, sprints));
  derive (sheet, "incidents-month", item->incidents_month, "1/month",
          sheet->file_incident > 0
              ? ard_formula_fill ("# × # / #", sheet->score->incidents_month, sheet->incident, sheet->file_incident)
              : g_strdup ("0"));
  state (sheet, "hour-cost", hour, sheet->hour, "team.hour_cost");
  state (sheet, "incident-cost", incident, settings->team_currency, "incident.cost");
  derive (
      sheet, "monthly-cost", item->cost_month, sheet->month,
      ard_formula_fill ("# × # × # + # × #", item->wasted_h_sprint, sprints, hour, item->incidents_month, incident));
}

/* "waste × (hazard × recoverable + …) / hazards of the file". */
static char *
recover (double waste, const double *hazards, const double *shares, guint n, double all)
{
  g_autofree char *sum = ard_formula_sum (hazards, shares, n), *before = ard_formula_fill ("# × (", waste);
  g_autofree char *after = ard_formula_fill (") / #", all);

  return all > 0 ? g_strconcat (before, sum, after, NULL) : g_strdup ("0");
}

static void
explain_savings (Sheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdItem *item = sheet->item;
  guint most = item->n_findings, n = 0;
  double sprints = ard_sprints_month (settings);
  g_autofree double *times = g_new (double, most), *incidents = g_new (double, most);
  g_autofree double *time_shares = g_new (double, most), *incident_shares = g_new (double, most);

  for (guint i = 0; i < most; i++) {
    const ArdFinding *finding = nth_finding (sheet, i);

    if (!weighs (sheet, finding))
      continue;
    times[n] = finding->hazard_time;
    incidents[n] = finding->hazard_incident;
    time_shares[n] = settings->rules[finding->rule].recoverable_time;
    incident_shares[n++] = settings->rules[finding->rule].recoverable_incident;
  }

  g_autofree char *monthly = recover (sheet->score->wasted_h_month, times, time_shares, n, sheet->file_time);
  g_autofree char *per_sprint = ard_formula_fill (" / #", sprints);

  derive (sheet, "recovered-sprint", item->recovered_h_sprint, "h/sprint", g_strconcat (monthly, per_sprint, NULL));
  derive (sheet, "prevented-month", item->prevented_month, "1/month",
          recover (sheet->score->incidents_month, incidents, incident_shares, n, sheet->file_incident));
  derive (sheet, "monthly-savings", item->savings_month, sheet->month,
          ard_formula_fill ("# × # × # + # × #", item->recovered_h_sprint, sprints, settings->team_hour_cost.likely,
                            item->prevented_month, settings->incident_cost.likely));
}

/* What all kinds of work share: hours of each group, and their stretch to half an hour where they are less. */
typedef struct {
  double *hours;
  guint n;
  double stretch;
} Works;

/* One kind: "(hours × share + …) × factor / hours of a day". */
static void
explain_work (Sheet *sheet, const char *key, double days, const Works *works, const double *shares, double factor)
{
  g_autofree char *sum = ard_formula_sum (works->hours, shares, works->n);
  g_autofree char *rest = ard_formula_fill (works->stretch > 1 ? ") × # / # × #" : ") × # / #", factor,
                                            sheet->ledger->settings->team_day_hours, works->stretch);

  derive (sheet, key, days, "d", g_strconcat ("(", sum, rest, NULL));
}

static void
explain_works (Sheet *sheet, const GArray *groups)
{
  guint n = groups->len;
  const ArdItem *item = sheet->item;
  double health = ard_effort_health_factor (sheet->ledger, item);
  double testing = ard_effort_testing_factor (sheet->ledger, item), all = 0;
  g_autofree double *hours = g_new (double, n), *x = g_new (double, n), *y = g_new (double, n), *z = g_new (double, n);

  for (guint i = 0; i < n; i++) {
    const ArdWork *work = &g_array_index (groups, ArdWork, i);
    const ArdRemediation *shares = &ard_rules[ard_finding (sheet->ledger, work->finding)->rule].remediation;

    hours[i] = work->hours;
    x[i] = shares->investigation;
    y[i] = shares->implementation;
    z[i] = shares->testing;
    all += work->hours * health * (x[i] + y[i] + z[i] * testing);
  }

  Works works = { hours, n, MAX (ARD_SHORTEST_H / all, 1) };

  if (works.stretch > 1)
    derive (sheet, "stretch", works.stretch, "times", ard_formula_fill ("# / #", ARD_SHORTEST_H, all));
  explain_work (sheet, "investigation", item->investigation_d, &works, x, health);
  explain_work (sheet, "implementation", item->implementation_d, &works, y, health);
  explain_work (sheet, "testing", item->testing_d, &works, z, health * testing);
}

static void
explain_effort (Sheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdItem *item = sheet->item;
  g_autoptr (GArray) works = ard_effort_works (sheet->ledger, item);
  double testing = ard_effort_testing_factor (sheet->ledger, item);

  for (guint i = 0; i < works->len; i++) {
    const ArdWork *work = &g_array_index (works, ArdWork, i);
    const ArdFinding *finding = ard_finding (sheet->ledger, work->finding);
    const ArdRemediation *remediation = &ard_rules[finding->rule].remediation;

    derive (sheet, "remediation", work->hours, "h",
            ard_formula_fill ("# + # × #", remediation->constant_h, remediation->per_quantity_h, finding->quantity));
    g_array_index (sheet->ledger->steps, ArdStep, sheet->ledger->steps->len - 1).origin = ard_rules[finding->rule].id;
  }
  derive (sheet, "health-factor", ard_effort_health_factor (sheet->ledger, item), "times",
          ard_formula_fill ("1 + # / 2", sheet->score->unhealthiness_time));
  state (sheet, "untested-factor", testing, "times", testing > 1 ? "effort.untested_factor" : "measured");
  if (works->len > 0)
    explain_works (sheet, works);
  derive (sheet, "effort", item->effort_d, "d",
          works->len > 0
              ? ard_formula_fill ("# + # + #", item->investigation_d, item->implementation_d, item->testing_d)
              : ard_formula_fill ("# / #", ARD_SHORTEST_H, settings->team_day_hours));
  derive (sheet, "principal", item->principal, settings->team_currency,
          ard_formula_fill ("# × # × #", item->effort_d, settings->team_day_hours, settings->team_hour_cost.likely));
}

static void
explain_return (Sheet *sheet)
{
  const ArdItem *item = sheet->item;

  derive (sheet, "interest", item->interest_year, sheet->year, ard_formula_fill ("12 × #", item->cost_month));
  derive (sheet, "roi", item->roi, "", ard_formula_fill ("12 × # / #", item->savings_month, item->principal));
  derive (sheet, "payback", item->payback_months, "months",
          ard_formula_fill ("# / #", item->principal, item->savings_month));
}

static void
explain (Sheet *sheet)
{
  explain_history (sheet);
  for (guint i = 0; i < sheet->item->n_findings; i++)
    explain_finding (sheet, nth_finding (sheet, i));
  explain_hazards (sheet);
  explain_health (sheet);
  if (sheet->ledger->priced) {
    explain_cost (sheet);
    explain_savings (sheet);
  }
  explain_effort (sheet);
  if (sheet->ledger->priced)
    explain_return (sheet);
}

void
ard_items_explain (ArdLedger *ledger)
{
  const char *currency = ledger->settings->team_currency;
  g_autofree char *month = g_strconcat (currency, "/month", NULL), *hour = g_strconcat (currency, "/h", NULL);
  g_autofree char *year = g_strconcat (currency, "/year", NULL);
  Sheet sheet = { .ledger = ledger,
                  .month = g_string_chunk_insert (ledger->strings, month),
                  .hour = g_string_chunk_insert (ledger->strings, hour),
                  .year = g_string_chunk_insert (ledger->strings, year) };
  g_autofree double *times = g_new0 (double, ledger->file_scores->len + 1);
  g_autofree double *incidents = g_new0 (double, ledger->file_scores->len + 1);

  for (guint i = 0; i < ledger->findings->len; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);

    times[finding->file] += finding->hazard_time;
    incidents[finding->file] += finding->hazard_incident;
  }
  for (guint i = 0; i < ledger->items->len; i++) {
    ArdItem *item = ard_item (ledger, i);

    sheet.item = item;
    sheet.file = ard_file (ledger->corpus, item->file);
    sheet.score = ard_file_score (ledger, item->file);
    sheet.time = sheet.incident = 0;
    sheet.file_time = times[item->file];
    sheet.file_incident = incidents[item->file];
    item->first_step = ledger->steps->len;
    explain (&sheet);
    item->n_steps = ledger->steps->len - item->first_step;
  }
}
