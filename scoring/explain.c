#include <math.h>
#include <string.h>

#include "scoring/formula.h"
#include "scoring/sheet.h"

/* Files of one item beyond these are summed, not explained one by one. */
#define MOST_FILES 3

void
ard_sheet_state (ArdSheet *sheet, const char *key, double value, const char *unit, const char *origin)
{
  ArdStep step = { key, NULL, value, unit, origin };

  g_array_append_val (sheet->ledger->steps, step);
}

void
ard_sheet_derive (ArdSheet *sheet, const char *key, double value, const char *unit, char *formula)
{
  ArdStep step = { key, g_string_chunk_insert (sheet->ledger->strings, formula), value, unit, NULL };

  g_array_append_val (sheet->ledger->steps, step);
  g_free (formula);
}

void
ard_sheet_turn (ArdSheet *sheet, guint32 file)
{
  sheet->at = file;
  sheet->file = ard_file (sheet->ledger->corpus, file);
  sheet->score = ard_file_score (sheet->ledger, file);
  sheet->time = sheet->incident = 0;
  sheet->file_time = sheet->file_times[file];
  sheet->file_incident = sheet->file_incidents[file];
}

const ArdFinding *
ard_sheet_finding (const ArdSheet *sheet, guint i)
{
  return ard_finding (sheet->ledger, sheet->item->first_finding + i);
}

gboolean
ard_sheet_weighs (const ArdSheet *sheet, const ArdFinding *finding)
{
  return finding->file == sheet->at && ard_rule_weighs (sheet->ledger, finding->rule);
}

/* What the item's findings are charged and risk, one row a rule; risks in currency. */
typedef struct {
  guint n;
  double *hours, *incidents, *risks, *time_shares, *incident_shares;
  gboolean assumed; /* some of it rests on assumptions */
} Charges;

/* One row a rule, in the findings' order. */
static void
sum_charges (const ArdSheet *sheet, Charges *charges)
{
  const ArdItem *item = sheet->item;
  g_autofree guint *rows = g_new0 (guint, ard_n_rules);
  guint most = MIN (item->n_findings, ard_n_rules);

  *charges = (Charges){ 0,
                        g_new0 (double, most),
                        g_new0 (double, most),
                        g_new0 (double, most),
                        g_new0 (double, most),
                        g_new0 (double, most),
                        FALSE };
  for (guint i = 0; i < item->n_findings; i++) {
    const ArdFinding *finding = ard_sheet_finding (sheet, i);
    const ArdRuleSettings *numbers = &sheet->ledger->settings->rules[finding->rule];
    guint row = rows[finding->rule] ? rows[finding->rule] - 1 : charges->n++;

    rows[finding->rule] = row + 1;
    charges->hours[row] += finding->charge_h_month;
    charges->incidents[row] += finding->charge_incidents_month;
    charges->risks[row] += finding->risk_month;
    charges->time_shares[row] = numbers->recoverable_time;
    charges->incident_shares[row] = numbers->recoverable_incident;
    charges->assumed |= ard_rule_is_assumed (finding->rule);
  }
}

static void
clear_charges (Charges *charges)
{
  g_free (charges->hours);
  g_free (charges->incidents);
  g_free (charges->risks);
  g_free (charges->time_shares);
  g_free (charges->incident_shares);
}

static char *
share_of_file (double waste, double own, double all)
{
  return all > 0 ? ard_formula_fill ("# × # / #", waste, own, all) : g_strdup ("0");
}

/* A and B where the item is in one file: from that file's waste; else from what each file charged. */
static void
explain_charge (ArdSheet *sheet, const double *hours, const double *incidents, guint n)
{
  const ArdItem *item = sheet->item;
  double sprints = ard_sprints_month (sheet->ledger->settings), charge = item->wasted_h_sprint * sprints;

  if (n == 1)
    ard_sheet_derive (sheet, "charge-time", charge, "h/month",
                      share_of_file (sheet->score->wasted_h_month, sheet->time, sheet->file_time));
  else
    ard_sheet_derive (sheet, "charges-time", charge, "h/month", ard_formula_sum (hours, NULL, n));
  ard_sheet_state (sheet, "sprint-weeks", sheet->ledger->settings->team_sprint_weeks, "weeks", "team.sprint_weeks");
  ard_sheet_derive (sheet, "sprints-month", sprints, "1/month",
                    ard_formula_fill ("365.25 / 12 / (7 × #)", sheet->ledger->settings->team_sprint_weeks));
  ard_sheet_derive (sheet, "wasted-sprint", item->wasted_h_sprint, "h/sprint",
                    ard_formula_fill ("# / #", charge, sprints));
  ard_sheet_derive (sheet, "incidents-month", item->incidents_month, "1/month",
                    n == 1 ? share_of_file (sheet->score->incidents_month, sheet->incident, sheet->file_incident)
                           : ard_formula_sum (incidents, NULL, n));
}

static void
explain_cost (ArdSheet *sheet, const Charges *charges)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdItem *item = sheet->item;
  double sprints = ard_sprints_month (settings), hour = settings->team_hour_cost.likely;
  double incident = settings->incident_cost.likely;

  ard_sheet_state (sheet, "hour-cost", hour, sheet->hour, "team.hour_cost");
  ard_sheet_state (sheet, "incident-cost", incident, settings->team_currency, "incident.cost");
  if (charges->assumed)
    ard_sheet_derive (sheet, "assumed-cost", item->assumed_month, sheet->month,
                      ard_formula_sum (charges->risks, NULL, charges->n));
  ard_sheet_derive (sheet, "monthly-cost", item->cost_month, sheet->month,
                    ard_formula_fill (charges->assumed ? "# × # × # + # × # + #" : "# × # × # + # × #",
                                      item->wasted_h_sprint, sprints, hour, item->incidents_month, incident,
                                      item->assumed_month));
}

/* "waste × (hazard × recoverable + …) / hazards of the file". */
static char *
recover (double waste, const double *hazards, const double *shares, guint n, double all)
{
  g_autofree char *sum = ard_formula_sum (hazards, shares, n), *before = ard_formula_fill ("# × (", waste);
  g_autofree char *after = ard_formula_fill (") / #", all);

  return all > 0 ? g_strconcat (before, sum, after, NULL) : g_strdup ("0");
}

/* D and E where the item is in one file. */
static void
explain_recovery_in_file (ArdSheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdItem *item = sheet->item;
  guint most = item->n_findings, n = 0;
  g_autofree double *times = g_new (double, most), *incidents = g_new (double, most);
  g_autofree double *time_shares = g_new (double, most), *incident_shares = g_new (double, most);

  for (guint i = 0; i < most; i++) {
    const ArdFinding *finding = ard_sheet_finding (sheet, i);

    if (!ard_sheet_weighs (sheet, finding))
      continue;
    times[n] = finding->hazard_time;
    incidents[n] = finding->hazard_incident;
    time_shares[n] = settings->rules[finding->rule].recoverable_time;
    incident_shares[n++] = settings->rules[finding->rule].recoverable_incident;
  }

  g_autofree char *monthly = recover (sheet->score->wasted_h_month, times, time_shares, n, sheet->file_time);
  g_autofree char *per_sprint = ard_formula_fill (" / #", ard_sprints_month (settings));

  ard_sheet_derive (sheet, "recovered-sprint", item->recovered_h_sprint, "h/sprint",
                    g_strconcat (monthly, per_sprint, NULL));
  ard_sheet_derive (sheet, "prevented-month", item->prevented_month, "1/month",
                    recover (sheet->score->incidents_month, incidents, incident_shares, n, sheet->file_incident));
}

/* D and E over several files: what each rule was charged in all of them. */
static void
explain_recovery (ArdSheet *sheet, const Charges *charges)
{
  g_autofree char *sum = ard_formula_sum (charges->hours, charges->time_shares, charges->n);
  g_autofree char *rest = ard_formula_fill (") / #", ard_sprints_month (sheet->ledger->settings));

  ard_sheet_derive (sheet, "recovered-sprint", sheet->item->recovered_h_sprint, "h/sprint",
                    g_strconcat ("(", sum, rest, NULL));
  ard_sheet_derive (sheet, "prevented-month", sheet->item->prevented_month, "1/month",
                    ard_formula_sum (charges->incidents, charges->incident_shares, charges->n));
}

static void
explain_savings (ArdSheet *sheet, const Charges *charges, gboolean one_file)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdItem *item = sheet->item;
  double sprints = ard_sprints_month (settings);

  if (one_file)
    explain_recovery_in_file (sheet);
  else
    explain_recovery (sheet, charges);
  if (charges->assumed) {
    ard_sheet_state (sheet, "prevented-share", settings->risk_prevented.likely, "", "risk.prevented");
    ard_sheet_derive (sheet, "assumed-savings", item->assumed_savings_month, sheet->month,
                      ard_formula_fill ("# × #", item->assumed_month, settings->risk_prevented.likely));
  }
  ard_sheet_derive (sheet, "monthly-savings", item->savings_month, sheet->month,
                    ard_formula_fill (charges->assumed ? "# × # × # + # × # + #" : "# × # × # + # × #",
                                      item->recovered_h_sprint, sprints, settings->team_hour_cost.likely,
                                      item->prevented_month, settings->incident_cost.likely,
                                      item->assumed_savings_month));
}

static void
explain_return (ArdSheet *sheet)
{
  const ArdItem *item = sheet->item;

  ard_sheet_derive (sheet, "interest", item->interest_year, sheet->year, ard_formula_fill ("12 × #", item->cost_month));
  ard_sheet_derive (sheet, "roi", item->roi, "", ard_formula_fill ("12 × # / #", item->savings_month, item->principal));
  ard_sheet_derive (sheet, "payback", item->payback_months, "months",
                    ard_formula_fill ("# / #", item->principal, item->savings_month));
}

static void
sum_file (const ArdSheet *sheet, guint32 file, double *hours, double *incidents)
{
  for (guint i = 0; i < sheet->item->n_findings; i++) {
    const ArdFinding *finding = ard_sheet_finding (sheet, i);

    if (finding->file == file) {
      *hours += finding->charge_h_month;
      *incidents += finding->charge_incidents_month;
    }
  }
}

/* Name the file that the next steps are about. */
static void
announce (ArdSheet *sheet, guint32 file)
{
  g_autofree char *path = g_utf8_make_valid (ard_file (sheet->ledger->corpus, file)->path, -1);
  guint n = 0;

  for (guint i = 0; i < sheet->item->n_findings; i++)
    n += ard_sheet_finding (sheet, i)->file == file;
  ard_sheet_state (sheet, "in-file", n, "findings", g_string_chunk_insert (sheet->ledger->strings, path));
}

/* Each file of an item over several; what those beyond the bound were charged is one sum. Returns the rows filled. */
static guint
explain_files (ArdSheet *sheet, const GArray *files, double *hours, double *incidents)
{
  guint n = MIN (files->len, MOST_FILES);

  for (guint i = 0; i < files->len; i++) {
    guint32 file = g_array_index (files, guint32, i);
    guint row = MIN (i, MOST_FILES);

    sum_file (sheet, file, &hours[row], &incidents[row]);
    if (i >= n)
      continue;
    announce (sheet, file);
    ard_sheet_turn (sheet, file);
    ard_sheet_explain_file (sheet);
    if (!sheet->ledger->priced || sheet->time + sheet->incident <= 0)
      continue;
    ard_sheet_derive (sheet, "charge-time", hours[row], "h/month",
                      share_of_file (sheet->score->wasted_h_month, sheet->time, sheet->file_time));
    ard_sheet_derive (sheet, "charge-incident", incidents[row], "1/month",
                      share_of_file (sheet->score->incidents_month, sheet->incident, sheet->file_incident));
  }
  if (files->len > n)
    ard_sheet_state (sheet, "other-files", files->len - n, "", "measured");
  return MIN (files->len, MOST_FILES + 1);
}

static void
explain (ArdSheet *sheet)
{
  g_autoptr (GArray) files = ard_item_finding_files (sheet->ledger, sheet->item);
  double hours[MOST_FILES + 1] = { 0 }, incidents[MOST_FILES + 1] = { 0 };
  guint n = 1;

  ard_sheet_turn (sheet, g_array_index (files, guint32, 0));
  if (files->len > 1)
    n = explain_files (sheet, files, hours, incidents);
  else
    ard_sheet_explain_file (sheet);
  if (sheet->ledger->priced) {
    Charges charges;

    sum_charges (sheet, &charges);
    explain_charge (sheet, hours, incidents, n);
    explain_cost (sheet, &charges);
    explain_savings (sheet, &charges, n == 1);
    clear_charges (&charges);
  }
  ard_sheet_explain_effort (sheet);
  if (sheet->ledger->priced)
    explain_return (sheet);
}

void
ard_items_explain (ArdLedger *ledger)
{
  const char *currency = ledger->settings->team_currency;
  g_autofree char *month = g_strconcat (currency, "/month", NULL), *hour = g_strconcat (currency, "/h", NULL);
  g_autofree char *year = g_strconcat (currency, "/year", NULL);
  g_autofree double *times = g_new0 (double, ledger->file_scores->len + 1);
  g_autofree double *incidents = g_new0 (double, ledger->file_scores->len + 1);
  ArdSheet sheet = { .ledger = ledger,
                     .month = g_string_chunk_insert (ledger->strings, month),
                     .hour = g_string_chunk_insert (ledger->strings, hour),
                     .year = g_string_chunk_insert (ledger->strings, year),
                     .file_times = times,
                     .file_incidents = incidents };

  for (guint i = 0; i < ledger->findings->len; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);

    times[finding->file] += finding->hazard_time;
    incidents[finding->file] += finding->hazard_incident;
  }
  for (guint i = 0; i < ledger->items->len; i++) {
    ArdItem *item = ard_item (ledger, i);

    sheet.item = item;
    item->first_step = ledger->steps->len;
    explain (&sheet);
    item->n_steps = ledger->steps->len - item->first_step;
  }
}
