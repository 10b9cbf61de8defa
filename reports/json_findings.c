#include "reports/json_findings.h"

#include "reports/figure.h"
#include "reports/json_structure.h"
#include "reports/json_value.h"
#include "reports/name.h"

static json_t *
make_paid (const ArdLedger *ledger, const ArdMessages *messages, guint index)
{
  const ArdPaid *paid = ard_paid (ledger, index);
  const ArdRule *rule = &ard_rules[paid->rule];
  g_autofree char *message = ard_messages_paid (messages, paid);
  json_t *row = json_object ();

  ard_json_set (row, "id", json_string (paid->id));
  ard_json_set (row, "rule", json_string (rule->id));
  ard_json_set (row, "item", json_null ());
  ard_json_set_path (row, paid->path);
  ard_json_set (row, "start_line", json_integer (paid->line));
  ard_json_set (row, "end_line", json_integer (paid->line));
  ard_json_set (row, "function", ard_json_string (paid->function));
  ard_json_set (row, "value", ard_json_rounded (paid->value, ARD_FIGURE_VALUE));
  ard_json_set (row, "unit", json_string (rule->unit));
  ard_json_set (row, "attention", json_null ());
  ard_json_set (row, "critical", json_null ());
  ard_json_set (row, "severity", json_string (ard_name_severity (paid->severity)));
  ard_json_set (row, "state", json_string ("paid"));
  ard_json_set (row, "fails", json_false ());
  ard_json_set (row, "base_value", ard_json_rounded (paid->value, ARD_FIGURE_VALUE));
  ard_json_set (row, "message", json_string (message));
  return row;
}

json_t *
ard_json_finding (const ArdLedger *ledger, const ArdMessages *messages, guint32 index)
{
  if (index >= ledger->findings->len)
    return make_paid (ledger, messages, index - ledger->findings->len);

  const ArdCorpus *corpus = ledger->corpus;
  const ArdFinding *finding = ard_finding (ledger, index);
  const char *function = finding->function == ARD_NONE ? NULL : ard_function (corpus, finding->function)->facts.name;
  gboolean priced = ledger->priced;
  g_autofree char *message = ard_messages_finding (messages, ledger, finding);
  json_t *row = json_object ();

  ard_json_set (row, "id", json_string (finding->id));
  ard_json_set (row, "rule", json_string (ard_rules[finding->rule].id));
  ard_json_set (row, "item",
                finding->item == ARD_NONE ? json_null () : json_string (ard_item (ledger, finding->item)->id));
  ard_json_set_path (row, ard_file (corpus, finding->file)->path);
  ard_json_set (row, "start_line", json_integer (finding->start_line));
  ard_json_set (row, "end_line", json_integer (finding->end_line));
  ard_json_set (row, "function", ard_json_string (function));
  ard_json_set (row, "value", ard_json_rounded (finding->value, ARD_FIGURE_VALUE));
  ard_json_set (row, "unit", json_string (ard_rules[finding->rule].unit));
  ard_json_set (row, "attention", ard_json_rounded (finding->attention, ARD_FIGURE_VALUE));
  ard_json_set (row, "critical", ard_json_rounded (finding->critical, ARD_FIGURE_VALUE));
  ard_json_set (row, "severity", json_string (ard_name_severity (finding->severity)));
  ard_json_set (row, "state", json_string (ard_name_state (finding->state)));
  ard_json_set (row, "fails", json_boolean (finding->fails));
  ard_json_set (row, "base_value", ard_json_rounded (finding->base_value, ARD_FIGURE_VALUE));
  ard_json_set (row, "charge_h_per_month",
                priced ? ard_json_rounded (finding->charge_h_month, ARD_FIGURE_HOURS) : json_null ());
  ard_json_set (row, "charge_incidents_per_month",
                priced ? ard_json_rounded (finding->charge_incidents_month, ARD_FIGURE_EVENTS) : json_null ());
  ard_json_set (row, "message", json_string (message));
  ard_json_set_evidence (row, ledger, finding);
  if (finding->state == ARD_STATE_SUPPRESSED) {
    ard_json_set (row, "suppressed_because", ard_json_string (finding->because));
    ard_json_set (row, "suppressed_until", ard_json_string (finding->until));
  }
  return row;
}

json_t *
ard_json_review (const ArdLedger *ledger, const ArdMessages *messages, guint32 index)
{
  const ArdCorpus *corpus = ledger->corpus;
  const ArdFinding *review = ard_review (ledger, index);
  const char *function = review->function == ARD_NONE ? NULL : ard_function (corpus, review->function)->facts.name;
  g_autofree char *message = ard_messages_finding (messages, ledger, review);
  json_t *row = json_object ();

  ard_json_set (row, "id", json_string (review->id));
  ard_json_set (row, "rule", json_string (ard_rules[review->rule].id));
  ard_json_set_path (row, ard_file (corpus, review->file)->path);
  ard_json_set (row, "start_line", json_integer (review->start_line));
  ard_json_set (row, "end_line", json_integer (review->end_line));
  ard_json_set (row, "function", ard_json_string (function));
  ard_json_set (row, "message", json_string (message));
  ard_json_set (row, "reason", ard_json_string (review->reason));
  ard_json_set (row, "subject", ard_json_string (review->subject));
  return row;
}
