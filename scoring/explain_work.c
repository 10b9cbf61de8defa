#include "scoring/formula.h"
#include "scoring/sheet.h"

/* What all kinds of work share: hours of each group, and their stretch to half an hour where they are less. */
typedef struct {
  double *hours;
  guint n;
  double stretch;
} Works;

/* One kind: "(hours × share + …) × factor / hours of a day". */
static void
explain_work (ArdSheet *sheet, const char *key, double days, const Works *works, const double *shares, double factor)
{
  g_autofree char *sum = ard_formula_sum (works->hours, shares, works->n);
  g_autofree char *rest = ard_formula_fill (works->stretch > 1 ? ") × # / # × #" : ") × # / #", factor,
                                            sheet->ledger->settings->team_day_hours, works->stretch);

  ard_sheet_derive (sheet, key, days, "d", g_strconcat ("(", sum, rest, NULL));
}

static void
explain_works (ArdSheet *sheet, const GArray *groups)
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
    ard_sheet_derive (sheet, "stretch", works.stretch, "times", ard_formula_fill ("# / #", ARD_SHORTEST_H, all));
  explain_work (sheet, "investigation", item->investigation_d, &works, x, health);
  explain_work (sheet, "implementation", item->implementation_d, &works, y, health);
  explain_work (sheet, "testing", item->testing_d, &works, z, health * testing);
}

void
ard_sheet_explain_effort (ArdSheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdItem *item = sheet->item;
  g_autoptr (GArray) works = ard_effort_works (sheet->ledger, item);
  double testing = ard_effort_testing_factor (sheet->ledger, item);

  for (guint i = 0; i < works->len; i++) {
    const ArdWork *work = &g_array_index (works, ArdWork, i);
    const ArdFinding *finding = ard_finding (sheet->ledger, work->finding);
    const ArdRemediation *remediation = &ard_rules[finding->rule].remediation;

    ard_sheet_derive (
        sheet, "remediation", work->hours, "h",
        ard_formula_fill ("# + # × #", remediation->constant_h, remediation->per_quantity_h, finding->quantity));
    g_array_index (sheet->ledger->steps, ArdStep, sheet->ledger->steps->len - 1).origin = ard_rules[finding->rule].id;
  }
  ard_sheet_derive (sheet, "health-factor", ard_effort_health_factor (sheet->ledger, item), "times",
                    ard_formula_fill ("1 + # / 2", 2 * (ard_effort_health_factor (sheet->ledger, item) - 1)));
  ard_sheet_state (sheet, "untested-factor", testing, "times", testing > 1 ? "effort.untested_factor" : "measured");
  if (works->len > 0)
    explain_works (sheet, works);
  ard_sheet_derive (sheet, "effort", item->effort_d, "d",
                    works->len > 0
                        ? ard_formula_fill ("# + # + #", item->investigation_d, item->implementation_d, item->testing_d)
                        : ard_formula_fill ("# / #", ARD_SHORTEST_H, settings->team_day_hours));
  ard_sheet_derive (
      sheet, "principal", item->principal, settings->team_currency,
      ard_formula_fill ("# × # × #", item->effort_d, settings->team_day_hours, settings->team_hour_cost.likely));
}
