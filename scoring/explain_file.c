#include "scoring/formula.h"
#include "scoring/sheet.h"

/* Of a class or a cycle, findings of one file beyond these are summed, not explained one by one. */
#define MOST_FINDINGS 3

static void
explain_history (ArdSheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;

  ard_sheet_state (sheet, "author-days", sheet->file->days_month, "d/month", "measured");
  ard_sheet_state (sheet, "day-hours", settings->team_day_hours, "h", "team.day_hours");
  ard_sheet_state (sheet, "coding-share", settings->team_coding_share.likely, "", "team.coding_share");
  ard_sheet_derive (sheet, "hours", sheet->score->hours_month, "h/month",
                    ard_formula_fill ("# × # × #", sheet->file->days_month, settings->team_day_hours,
                                      settings->team_coding_share.likely));
  ard_sheet_state (sheet, "fixes", sheet->score->fixes_month, "fixes/month", "measured");
}

static double
explain_share (ArdSheet *sheet, const ArdCorpusFunction *function)
{
  ard_sheet_state (sheet, "function-revisions", ard_function_code_revisions (sheet->ledger->corpus, function, TRUE),
                   "commits", "measured");
  ard_sheet_state (sheet, "function-share", function->share, "", "measured");
  return function->share;
}

/* What is left of it where lines left the file. */
static double
explain_kept (ArdSheet *sheet, double part)
{
  double departed = sheet->file->departed_share;

  if (!(departed > 0))
    return part;
  ard_sheet_state (sheet, "departed-share", departed, "", "measured");
  ard_sheet_derive (sheet, "kept-part", part * (1 - departed), "", ard_formula_fill ("# × (1 − #)", part, departed));
  return part * (1 - departed);
}

static double
explain_part (ArdSheet *sheet, const ArdFinding *finding)
{
  const ArdCorpus *corpus = sheet->ledger->corpus;
  gboolean copy = finding->clone_class != ARD_NONE;
  double own, all, part;

  if (!copy && finding->function == ARD_NONE)
    return explain_kept (sheet, 1);
  if (!copy && ard_function (corpus, finding->function)->traced)
    return explain_share (sheet, ard_function (corpus, finding->function));
  own = copy ? ard_finding_lines (finding) : ard_function (corpus, finding->function)->facts.code_lines;
  all = copy ? MAX (sheet->file->lines, 1) : ard_file_measured_lines (sheet->file);
  part = all > 0 ? own / all : 1;
  part = copy ? MIN (part, 1) : part;
  ard_sheet_state (sheet, copy ? "copy-lines" : "function-lines", own, "lines", "measured");
  ard_sheet_state (sheet, copy ? "all-lines" : "file-lines", all, "lines", "measured");
  ard_sheet_derive (sheet, copy ? "copy-part" : "function-part", part, "",
                    all > 0 ? ard_formula_fill (own > all ? "# / #, at most 1" : "# / #", own, all) : g_strdup ("1"));
  return explain_kept (sheet, part);
}

static void
explain_level (ArdSheet *sheet, const ArdFinding *finding)
{
  const ArdRule *rule = &ard_rules[finding->rule];
  double level = ard_finding_level (finding);

  ard_sheet_state (sheet, "value", finding->value, rule->unit, rule->id);
  ard_sheet_state (sheet, "attention", finding->attention, rule->unit, rule->id);
  ard_sheet_state (sheet, "critical", finding->critical, rule->unit, rule->id);
  if (finding->critical > finding->attention)
    ard_sheet_derive (sheet, "level", level, "",
                      ard_formula_fill (level < 1 ? "(# − #) / (# − #)" : "(# − #) / (# − #), at most 1",
                                        finding->value, finding->attention, finding->critical, finding->attention));
  else
    ard_sheet_derive (sheet, "level", level, "", g_strdup ("1"));
}

static void
explain_finding (ArdSheet *sheet, const ArdFinding *finding)
{
  const ArdRule *rule = &ard_rules[finding->rule];
  const ArdRuleSettings *numbers = &sheet->ledger->settings->rules[finding->rule];
  double level = ard_finding_level (finding), part;
  double w_incident = ard_finding_incident_weight (finding, sheet->ledger->corpus, sheet->ledger->settings);

  explain_level (sheet, finding);
  if (sheet->ledger->priced && rule->departure)
    ard_sheet_explain_departure (sheet, finding);
  else if (sheet->ledger->priced && ard_rule_is_assumed (finding->rule))
    ard_sheet_explain_risk (sheet, finding);
  if (!ard_rule_weighs (sheet->ledger, finding->rule))
    return;
  ard_sheet_state (sheet, "weight-time", numbers->w_time, "", rule->id);
  ard_sheet_state (sheet, "weight-incident", w_incident, "",
                   ard_corpus_is_in_use (sheet->ledger->corpus, finding->file, finding->function) ? rule->id
                                                                                                  : "test code");
  part = explain_part (sheet, finding);
  ard_sheet_derive (sheet, "hazard-time", finding->hazard_time, "",
                    ard_formula_fill ("−ln(1 − # × #) × #", numbers->w_time, level, part));
  ard_sheet_derive (sheet, "hazard-incident", finding->hazard_incident, "",
                    ard_formula_fill ("−ln(1 − # × #) × #", w_incident, level, part));
  if (sheet->ledger->priced) {
    ard_sheet_state (sheet, "recoverable-time", numbers->recoverable_time, "", rule->id);
    ard_sheet_state (sheet, "recoverable-incident", numbers->recoverable_incident, "", rule->id);
  }
}

/* The item's own hazards in the file summed, then with those of the rest of it. */
static void
explain_hazards (ArdSheet *sheet)
{
  guint most = sheet->item->n_findings, n = 0;
  g_autofree double *times = g_new (double, most), *incidents = g_new (double, most);

  for (guint i = 0; i < most; i++) {
    const ArdFinding *finding = ard_sheet_finding (sheet, i);

    if (!ard_sheet_weighs (sheet, finding))
      continue;
    sheet->time += times[n] = finding->hazard_time;
    sheet->incident += incidents[n++] = finding->hazard_incident;
  }
  ard_sheet_derive (sheet, "item-hazard-time", sheet->time, "", ard_formula_sum (times, NULL, n));
  ard_sheet_derive (sheet, "item-hazard-incident", sheet->incident, "", ard_formula_sum (incidents, NULL, n));
  ard_sheet_derive (sheet, "file-hazard-time", sheet->file_time, "",
                    ard_formula_fill ("# + #", sheet->time, MAX (sheet->file_time - sheet->time, 0)));
  ard_sheet_derive (sheet, "file-hazard-incident", sheet->file_incident, "",
                    ard_formula_fill ("# + #", sheet->incident, MAX (sheet->file_incident - sheet->incident, 0)));
}

static void
explain_health (ArdSheet *sheet)
{
  const ArdSettings *settings = sheet->ledger->settings;
  const ArdFileScore *score = sheet->score;
  double k = settings->health_slowdown.likely, f = settings->health_defect_factor.likely;
  double u = score->unhealthiness_time, v = score->unhealthiness_incident;

  ard_sheet_derive (sheet, "unhealthiness-time", u, "", ard_formula_fill ("1 − exp(−#)", sheet->file_time));
  ard_sheet_derive (sheet, "unhealthiness-incident", v, "", ard_formula_fill ("1 − exp(−#)", sheet->file_incident));
  if (!sheet->ledger->priced)
    return;
  ard_sheet_state (sheet, "slowdown", k, "", "health.slowdown");
  ard_sheet_derive (sheet, "wasted-share", score->wasted_share, "",
                    ard_formula_fill ("# × # / (1 + # × #)", k, u, k, u));
  ard_sheet_derive (sheet, "wasted-hours", score->wasted_h_month, "h/month",
                    ard_formula_fill ("# × #", score->hours_month, score->wasted_share));
  ard_sheet_state (sheet, "defect-factor", f, "times", "health.defect_factor");
  ard_sheet_derive (sheet, "incident-part", score->incident_share, "",
                    ard_formula_fill ("(# − 1) × # / (1 + (# − 1) × #)", f, v, f, v));
  ard_sheet_state (sheet, "incident-share", settings->incident_share.likely, "", "incident.share");
  ard_sheet_derive (
      sheet, "incidents", score->incidents_month, "1/month",
      ard_formula_fill ("# × # × #", score->fixes_month, settings->incident_share.likely, score->incident_share));
}

void
ard_sheet_explain_file (ArdSheet *sheet)
{
  guint n = 0, weighing = 0;

  explain_history (sheet);
  for (guint i = 0; i < sheet->item->n_findings; i++) {
    const ArdFinding *finding = ard_sheet_finding (sheet, i);

    if (finding->file != sheet->at)
      continue;
    weighing += ard_sheet_weighs (sheet, finding);
    if (sheet->item->unit <= ARD_UNIT_FILE || n++ < MOST_FINDINGS)
      explain_finding (sheet, finding);
  }
  if (weighing == 0)
    return;
  explain_hazards (sheet);
  explain_health (sheet);
}
