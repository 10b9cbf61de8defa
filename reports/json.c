#include <jansson.h>

#include "reports/figure.h"
#include "reports/json_backtest.h"
#include "reports/json_change.h"
#include "reports/json_findings.h"
#include "reports/json_people.h"
#include "reports/json_structure.h"
#include "reports/json_value.h"
#include "reports/json_versions.h"
#include "reports/message.h"
#include "reports/name.h"
#include "reports/notes.h"
#include "reports/render.h"

#define FORMAT 1
#define DIGITS 15

/* Rows are dumped one by one, so that a large repository's tree never stands in memory at once. */
typedef struct {
  const ArdLedger *ledger;
  const ArdMessages *messages;
  const ArdNotes *notes;
  GString *text;
} Json;

typedef json_t *(*MakeRow) (const Json *json, guint index);
typedef json_t *(*MakeLedgerRow) (const ArdLedger *ledger, guint32 index);

static int
append (const char *buffer, size_t size, void *data)
{
  g_string_append_len (data, buffer, (gssize) size);
  return 0;
}

static void
put (Json *json, json_t *value)
{
  json_dump_callback (value, append, json->text, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION (DIGITS));
  json_decref (value);
}

static void
put_member (Json *json, const char *name, json_t *value)
{
  g_string_append_printf (json->text, "%s\"%s\":", json->text->len > 1 ? ",\n" : "", name);
  put (json, value);
}

static void
put_rows (Json *json, const char *name, guint n, MakeRow make)
{
  g_string_append_printf (json->text, ",\n\"%s\":[", name);
  for (guint i = 0; i < n; i++) {
    g_string_append (json->text, i ? ",\n" : "\n");
    put (json, make (json, i));
  }
  g_string_append_c (json->text, ']');
}

static void
put_ledger_rows (Json *json, const char *name, guint n, MakeLedgerRow make)
{
  g_string_append_printf (json->text, ",\n\"%s\":[", name);
  for (guint i = 0; i < n; i++) {
    g_string_append (json->text, i ? ",\n" : "\n");
    put (json, make (json->ledger, i));
  }
  g_string_append_c (json->text, ']');
}

static json_t *
make_finding (const Json *json, guint index)
{
  return ard_json_finding (json->ledger, json->messages, index);
}

static json_t *
make_review (const Json *json, guint index)
{
  return ard_json_review (json->ledger, json->messages, index);
}

static json_t *
make_file (const Json *json, guint index)
{
  const ArdCorpus *corpus = json->ledger->corpus;
  const ArdFile *file = ard_file (corpus, index);
  const ArdFileScore *score = ard_file_score (json->ledger, index);
  gboolean history = !corpus->shallow, judged = !(file->flags & ARD_FILE_NOT_JUDGED);
  gboolean read = !(file->flags & (ARD_FILE_BINARY | ARD_FILE_TOO_LARGE));
  json_t *row = json_object ();

  ard_json_set_path (row, file->path);
  ard_json_set (row, "language", ard_json_string (file->language));
  ard_json_set (row, "flags", ard_json_bits (ard_flag_names, ard_n_flag_names, file->flags));
  ard_json_set (row, "size_bytes", json_integer (file->size_bytes));
  ard_json_set (row, "lines", ard_json_count (read, file->lines));
  ard_json_set (row, "code_lines", ard_json_count (read, file->code_lines));
  ard_json_set (row, "comment_lines", ard_json_count (read && file->measured, file->comment_lines));
  ard_json_set (row, "functions", ard_json_count (file->measured, file->n_functions));
  ard_json_set (row, "unparsed_share",
                file->measured ? ard_json_rounded (file->error_share, ARD_FIGURE_SHARE) : json_null ());
  ard_json_set (row, "revisions", ard_json_count (history, file->revisions));
  ard_json_set (row, "fixes", ard_json_count (history, file->fixes));
  ard_json_set (row, "authors", ard_json_count (history, file->authors));
  ard_json_set (row, "added", ard_json_count (history, file->added));
  ard_json_set (row, "deleted", ard_json_count (history, file->deleted));
  ard_json_set_figures (row, ard_score_figures, ard_n_score_figures, score, json->ledger->priced);
  if (!judged)
    ard_json_set (row, "health", json_null ());
  if (!history)
    ard_json_set (row, "hours", json_null ());
  if (!history)
    ard_json_set (row, "fixes_per_month", json_null ());
  ard_json_set (row, "coverage", ard_json_rounded (file->coverage, ARD_FIGURE_SHARE));
  ard_json_set (row, "fan_in", ard_json_count (file->module != ARD_NONE, file->fan_in));
  ard_json_set (row, "expected_fixes_year",
                file->expected_fixes_year > 0 ? ard_json_rounded (file->expected_fixes_year, ARD_FIGURE_SHARE)
                                              : json_null ());
  ard_json_set (row, "rank", ard_json_count (history && score->rank, score->rank));
  ard_json_set (row, "rank_per_line", ard_json_count (history && score->rank_per_line, score->rank_per_line));
  return row;
}

static json_t *
make_function (const Json *json, guint index)
{
  const ArdCorpusFunction *function = ard_function (json->ledger->corpus, index);
  json_t *row = json_object ();
  guint32 rank;

  ard_json_set_path (row, ard_file (json->ledger->corpus, function->file)->path);
  ard_json_set (row, "name", ard_json_string (function->facts.name));
  ard_json_set (row, "start_line", json_integer (function->facts.start_line));
  ard_json_set (row, "end_line", json_integer (function->facts.end_line));
  ard_json_set (row, "code_lines", json_integer (function->facts.code_lines));
  ard_json_set (row, "cyclomatic", json_integer (function->facts.cyclomatic));
  ard_json_set (row, "cognitive", json_integer (function->facts.cognitive));
  ard_json_set (row, "nesting", json_integer (function->facts.nesting));
  ard_json_set (row, "parameters", json_integer (function->facts.parameters));
  ard_json_set_history (row, json->ledger->corpus, function);
  ard_json_set (row, "expected_fixes_year",
                ard_json_rounded (ard_function_expects (json->ledger->corpus, index), ARD_FIGURE_SHARE));
  rank = g_array_index (json->ledger->function_ranks, guint32, index);
  ard_json_set (row, "rank", ard_json_count (rank > 0, rank));
  return row;
}

static json_t *
make_effort (const ArdItem *item)
{
  json_t *effort = json_object ();

  ard_json_set (effort, "investigation", ard_json_rounded (item->investigation_d, ARD_FIGURE_DAYS));
  ard_json_set (effort, "implementation", ard_json_rounded (item->implementation_d, ARD_FIGURE_DAYS));
  ard_json_set (effort, "testing", ard_json_rounded (item->testing_d, ARD_FIGURE_DAYS));
  ard_json_set (effort, "total", ard_json_rounded (item->effort_d, ARD_FIGURE_DAYS));
  return effort;
}

static json_t *
make_rules (const Json *json, const ArdItem *item)
{
  g_autoptr (GArray) rules = ard_item_rules (json->ledger, item);
  json_t *names = json_array ();

  for (guint i = 0; i < rules->len; i++)
    json_array_append_new (names, json_string (ard_rules[g_array_index (rules, guint32, i)].id));
  return names;
}

static json_t *
make_item (const Json *json, guint index)
{
  const ArdCorpus *corpus = json->ledger->corpus;
  const ArdItem *item = ard_item (json->ledger, index);
  const char *path = ard_file (corpus, item->file)->path;
  gboolean priced = ard_item_is_priced (json->ledger, item);
  g_autofree char *title = ard_messages_item (json->messages, json->ledger, item);
  json_t *row = json_object (), *roi = json_object ();
  guint32 start, end;

  ard_item_lines (json->ledger, item, &start, &end);
  ard_json_set (row, "rank", json_integer (index + 1));
  ard_json_set (row, "id", json_string (item->id));
  ard_json_set (row, "title", json_string (title));
  ard_json_set (row, "rule", json_string (ard_rules[item->rule].id));
  ard_json_set (row, "rules", make_rules (json, item));
  ard_json_set (row, "paths", ard_json_item_paths (json->ledger, item));
  ard_json_set_path_bytes (row, path);
  ard_json_set (row, "unit", json_string (ard_name_unit (item->unit)));
  ard_json_set (
      row, "function",
      ard_json_string (item->function == ARD_NONE ? NULL : ard_function (corpus, item->function)->facts.name));
  ard_json_set (row, "start_line", json_integer (start));
  ard_json_set (row, "end_line", json_integer (end));
  ard_json_set (row, "severity", json_string (ard_name_severity (item->severity)));
  ard_json_set (row, "priority", json_string (ard_name_priority (item->priority)));
  ard_json_set (row, "type", json_string (ard_name_type (item->type)));
  ard_json_set (row, "boxes", ard_json_bits (ard_box_names, ard_n_box_names, item->boxes));
  ard_json_set (row, "recommendation", json_string (ard_name_advice (item->advice)));
  ard_json_set (row, "basis", json_string (ard_name_basis (item->basis)));
  ard_json_set (row, "in_plan", json_boolean (item->in_plan));
  ard_json_set (row, "suppressed", json_boolean (item->suppressed));
  ard_json_set (row, "effort_days", make_effort (item));
  ard_json_set_figures (row, ard_item_figures, ard_n_item_figures, item, priced);
  ard_json_set (roi, "p10", json_null ());
  ard_json_set (roi, "p50", priced ? ard_json_rounded (item->roi, ARD_FIGURE_SHARE) : json_null ());
  ard_json_set (roi, "p90", json_null ());
  ard_json_set (row, "roi", roi);
  return row;
}

static json_t *
make_note (const Json *json, guint index)
{
  const ArdNote *note = &g_array_index (json->notes, ArdNote, index);
  json_t *row = json_object ();

  ard_json_set_path (row, note->path);
  ard_json_set (row, "reason", ard_json_string (note->reason));
  return row;
}

static json_t *
make_repository (const ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  g_autofree char *day = ard_name_of_day (corpus->now_s);
  json_t *row = json_object ();

  ard_json_set (row, "head", ard_json_string (corpus->head));
  ard_json_set (row, "base", ard_json_string (ledger->verdict.base));
  ard_json_set (row, "work_tree", json_boolean (corpus->edited));
  ard_json_set (row, "shallow", json_boolean (corpus->shallow));
  ard_json_set (row, "day", json_string (day));
  ard_json_set (row, "commits", json_integer (corpus->commits->len));
  ard_json_set (row, "files", json_integer (corpus->files->len));
  return row;
}

static json_t *
make_totals (const ArdLedger *ledger)
{
  const ArdTotals *totals = &ledger->totals;
  const char rating[] = { totals->rating, '\0' };
  json_t *row = json_object ();

  ard_json_set (row, "items", json_integer (totals->n_items));
  ard_json_set (row, "findings", json_integer (totals->n_findings));
  ard_json_set (row, "critical", json_integer (totals->n_critical));
  ard_json_set_figures (row, ard_total_figures, ard_n_total_figures, totals, ledger->priced);
  ard_json_set (row, "rating", g_ascii_isupper (totals->rating) ? json_string (rating) : json_null ());
  return row;
}

static json_t *
make_plan (const ArdLedger *ledger)
{
  json_t *row = json_object ();

  ard_json_set (row, "items", json_integer (ledger->plan.n_items));
  ard_json_set (row, "left_items", json_integer (ledger->plan.n_left));
  ard_json_set_figures (row, ard_plan_figures, ard_n_plan_figures, &ledger->plan, ledger->priced);
  return row;
}

static json_t *
make_verdict (const ArdVerdict *verdict)
{
  if (!verdict->compared)
    return json_null ();

  json_t *row = json_object ();

  ard_json_set (row, "passed", json_boolean (!verdict->failed));
  ard_json_set (row, "new", json_integer (verdict->n_new));
  ard_json_set (row, "new_critical", json_integer (verdict->n_new_critical));
  ard_json_set (row, "known", json_integer (verdict->n_known));
  ard_json_set (row, "paid", json_integer (verdict->n_paid));
  ard_json_set (row, "suppressed", json_integer (verdict->n_suppressed));
  return row;
}

GBytes *
ard_render_json (const ArdLedger *ledger, const char *lang, GError **error)
{
  g_autoptr (ArdMessages) messages = ard_messages_new (lang, error);

  if (!messages)
    return NULL;

  g_autoptr (ArdNotes) notes = ard_report_notes (ledger);
  Json json = { ledger, messages, notes, g_string_new ("{") };

  put_member (&json, "format", json_integer (FORMAT));
  put_member (&json, "tool", json_pack ("{ssss}", "name", "ardoise", "version", ARD_VERSION));
  put_member (&json, "repository", make_repository (ledger));
  put_member (&json, "settings_digest", json_string (ledger->settings->digest));
  put_member (&json, "currency", ard_json_string (ledger->settings->team_currency));
  put_member (&json, "language", json_string (ard_messages_lang (messages)));
  put_member (&json, "priced", json_boolean (ledger->priced));
  put_member (&json, "not_priced", ard_json_string (ledger->not_priced));
  put_member (&json, "totals", make_totals (ledger));
  put_member (&json, "plan", make_plan (ledger));
  put_member (&json, "verdict", make_verdict (&ledger->verdict));
  put_rows (&json, "files", ledger->corpus->files->len, make_file);
  put_rows (&json, "functions", ledger->corpus->functions->len, make_function);
  put_rows (&json, "findings", ledger->findings->len + ledger->paid->len, make_finding);
  put_rows (&json, "reviews", ledger->reviews->len, make_review);
  put_ledger_rows (&json, "clone_groups", ledger->corpus->clone_classes->len, ard_json_class);
  put_rows (&json, "items", ledger->items->len, make_item);
  put_ledger_rows (&json, "modules", ledger->corpus->modules->len, ard_json_module);
  put_ledger_rows (&json, "dependencies", ledger->corpus->dependencies->len, ard_json_dependency);
  put_ledger_rows (&json, "cycles", ledger->corpus->cycles->len, ard_json_cycle);
  put_ledger_rows (&json, "couplings", ledger->corpus->couplings->len, ard_json_coupling);
  put_ledger_rows (&json, "trends", ledger->corpus->trends->len, ard_json_trend_point);
  put_ledger_rows (&json, "survival", ledger->corpus->survival->len, ard_json_survival);
  put_ledger_rows (&json, "scatter", ledger->corpus->scatter->len, ard_json_scatter);
  put_ledger_rows (&json, "fix_origins", ledger->corpus->origins->len, ard_json_origin);
  put_member (&json, "delivery", ard_json_delivery (ledger));
  put_member (&json, "people", ard_json_people (ledger));
  put_member (&json, "owners", ard_json_owners (ledger));
  put_member (&json, "truck_factors", ard_json_truck_factors (ledger));
  put_member (&json, "communication_needs", ard_json_needs (ledger));
  put_member (&json, "backtest", ard_json_backtest (ledger->backtest));
  put_member (&json, "scaling", json_pack ("{s[]}", "checks"));
  put_rows (&json, "notes", notes->len, make_note);
  g_string_append (json.text, "}\n");
  return g_string_free_to_bytes (json.text);
}
