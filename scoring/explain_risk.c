#include <math.h>

#include "scoring/formula.h"
#include "scoring/sheet.h"

static const char *
cost_origin (ArdImpact impact)
{
  static const char *const origins[] = { [ARD_IMPACT_NONE] = "",
                                         [ARD_IMPACT_LOW] = "risk.low_cost",
                                         [ARD_IMPACT_STRONG] = "risk.strong_cost",
                                         [ARD_IMPACT_CATASTROPHIC] = "risk.catastrophic_cost" };

  return origins[impact];
}

static void
explain_heat (ArdSheet *sheet, const ArdFinding *finding)
{
  double median = ard_risk_median_days (sheet->ledger->corpus), most = sheet->ledger->settings->risk_most_heat;
  double ratio = median > 0 ? sheet->file->days_month / median : 1;

  ard_sheet_state (sheet, "median-days", median, "d/month", "measured");
  ard_sheet_state (sheet, "most-heat", most, "times", "risk.most_heat");
  if (ratio > most)
    ard_sheet_derive (sheet, "heat", finding->heat, "times", ard_formula_fill ("#", most));
  else if (ratio < 1 / most)
    ard_sheet_derive (sheet, "heat", finding->heat, "times", ard_formula_fill ("1 / #", most));
  else
    ard_sheet_derive (sheet, "heat", finding->heat, "times",
                      median > 0 ? ard_formula_fill ("# / #", sheet->file->days_month, median) : g_strdup ("1"));
}

void
ard_sheet_explain_risk (ArdSheet *sheet, const ArdFinding *finding)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdRule *rule = &ard_rules[finding->rule];
  double cost = ard_risk_cost (settings, rule->impact), reach = ard_risk_reach_factor (settings, finding);

  if (!ard_corpus_is_in_use (sheet->ledger->corpus, finding->file, finding->function)) {
    ard_sheet_state (sheet, "failures-year", 0, "1/year", "test code");
    return;
  }
  ard_sheet_state (sheet, "probability", rule->probability_year, "1/year", rule->id);
  ard_sheet_derive (sheet, "certainty", ard_risk_certainty (finding), "",
                    finding->critical > 0
                        ? ard_formula_fill (finding->value > finding->critical ? "# / #, at most 1" : "# / #",
                                            finding->value, finding->critical)
                        : g_strdup ("1"));
  ard_sheet_state (sheet, "callers", finding->reach, "", "measured");
  ard_sheet_state (sheet, "reach-weight", settings->risk_reach_weight.likely, "", "risk.reach_weight");
  ard_sheet_derive (sheet, "reach-factor", reach, "times",
                    ard_formula_fill ("1 + # × ln(#) / ln(2)", settings->risk_reach_weight.likely, finding->reach));
  explain_heat (sheet, finding);
  ard_sheet_derive (
      sheet, "failures-year", finding->failures_year, "1/year",
      ard_formula_fill ("# × # × # × #", rule->probability_year, ard_risk_certainty (finding), reach, finding->heat));
  ard_sheet_state (sheet, "failure-cost", cost, settings->team_currency, cost_origin (rule->impact));
  ard_sheet_derive (sheet, "risk-cost", finding->risk_month, sheet->month,
                    ard_formula_fill ("# × # / 12", finding->failures_year, cost));
}

void
ard_sheet_explain_departure (ArdSheet *sheet, const ArdFinding *finding)
{
  const ArdLedger *ledger = sheet->ledger;
  const ArdSettings *settings = ledger->settings;
  const ArdKnowledge *row = ard_departure_knowledge (ledger, finding);
  double hours = ard_departure_hours (ledger, finding), share = settings->team_relearn_share.likely;
  double changes = sheet->file->revisions;

  ard_sheet_state (sheet, "expert-days", row ? row->days : 0, "d", "measured");
  ard_sheet_derive (sheet, "expert-hours", hours, "h",
                    ard_formula_fill ("# × # × #", row ? row->days : 0, settings->team_day_hours,
                                      settings->team_coding_share.likely));
  ard_sheet_state (sheet, "relearn-share", share, "", "team.relearn_share");
  if (!ard_departure_is_past (ledger, finding))
    ard_sheet_state (sheet, "departure", finding->failures_year, "1/year", "team.attrition");
  else
    ard_sheet_derive (sheet, "chance-of-change", finding->failures_year, "1/year",
                      ard_formula_fill ("1 − exp(−# × 365.25 / #)", changes, settings->history_window_d));
  ard_sheet_derive (
      sheet, "relearn-cost", finding->risk_month, sheet->month,
      ard_formula_fill ("# × # × # × # / 12", finding->failures_year, hours, share, settings->team_hour_cost.likely));
}
