#include <jansson.h>
#include <math.h>

#include "reports/figure.h"
#include "reports/message.h"
#include "reports/name.h"
#include "reports/notes.h"
#include "reports/render.h"
#include "reports/text.h"

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

static json_t *
number (double rounded)
{
  return isnan (rounded) ? json_null () : json_real (rounded);
}

static json_t *
rounded (double value, ArdFigureKind kind)
{
  return number (ard_figure_round (value, kind));
}

static json_t *
string (const char *bytes)
{
  if (!bytes)
    return json_null ();

  g_autofree char *text = ard_text_utf8 (bytes);

  return json_string (text);
}

static json_t *
count (gboolean known, gint64 n)
{
  return known ? json_integer (n) : json_null ();
}

static void
set (json_t *row, const char *name, json_t *value)
{
  json_object_set_new (row, name, value);
}

static void
set_path (json_t *row, const char *path)
{
  set (row, "path", string (path));
  if (path && !g_utf8_validate (path, -1, NULL)) {
    g_autofree char *bytes = ard_text_percent (path);

    set (row, "path_bytes", json_string (bytes));
  }
}

static void
set_figures (json_t *row, const ArdFigure *figures, guint n, gconstpointer record, gboolean priced)
{
  for (guint i = 0; i < n; i++)
    if (!figures[i].grouped)
      set (row, figures[i].name, number (ard_figure_get (&figures[i], record, priced)));
}

static json_t *
bits (const ArdBitName *names, guint n, guint value)
{
  json_t *list = json_array ();

  for (guint i = 0; i < n; i++)
    if (value & names[i].bit)
      json_array_append_new (list, json_string (names[i].name));
  return list;
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

  set_path (row, file->path);
  set (row, "language", string (file->language));
  set (row, "flags", bits (ard_flag_names, ard_n_flag_names, file->flags));
  set (row, "size_bytes", json_integer (file->size_bytes));
  set (row, "lines", count (read, file->lines));
  set (row, "code_lines", count (read, file->code_lines));
  set (row, "comment_lines", count (read && file->measured, file->comment_lines));
  set (row, "functions", count (file->measured, file->n_functions));
  set (row, "unparsed_share", file->measured ? rounded (file->error_share, ARD_FIGURE_SHARE) : json_null ());
  set (row, "revisions", count (history, file->revisions));
  set (row, "fixes", count (history, file->fixes));
  set (row, "authors", count (history, file->authors));
  set (row, "added", count (history, file->added));
  set (row, "deleted", count (history, file->deleted));
  set_figures (row, ard_score_figures, ard_n_score_figures, score, json->ledger->priced);
  if (!judged)
    set (row, "health", json_null ());
  if (!history)
    set (row, "hours", json_null ());
  if (!history)
    set (row, "fixes_per_month", json_null ());
  set (row, "rank", count (history && score->rank, score->rank));
  set (row, "rank_per_line", count (history && score->rank_per_line, score->rank_per_line));
  return row;
}

static json_t *
make_function (const Json *json, guint index)
{
  const ArdCorpusFunction *function = ard_function (json->ledger->corpus, index);
  json_t *row = json_object ();

  set_path (row, ard_file (json->ledger->corpus, function->file)->path);
  set (row, "name", string (function->facts.name));
  set (row, "start_line", json_integer (function->facts.start_line));
  set (row, "end_line", json_integer (function->facts.end_line));
  set (row, "code_lines", json_integer (function->facts.code_lines));
  set (row, "cyclomatic", json_integer (function->facts.cyclomatic));
  set (row, "cognitive", json_integer (function->facts.cognitive));
  set (row, "nesting", json_integer (function->facts.nesting));
  set (row, "parameters", json_integer (function->facts.parameters));
  return row;
}

static json_t *
make_paid (const Json *json, guint index)
{
  const ArdPaid *paid = ard_paid (json->ledger, index);
  const ArdRule *rule = &ard_rules[paid->rule];
  g_autofree char *message = ard_messages_paid (json->messages, paid);
  json_t *row = json_object ();

  set (row, "id", json_string (paid->id));
  set (row, "rule", json_string (rule->id));
  set (row, "item", json_null ());
  set_path (row, paid->path);
  set (row, "start_line", json_integer (paid->line));
  set (row, "end_line", json_integer (paid->line));
  set (row, "function", string (paid->function));
  set (row, "value", rounded (paid->value, ARD_FIGURE_VALUE));
  set (row, "unit", json_string (rule->unit));
  set (row, "attention", json_null ());
  set (row, "critical", json_null ());
  set (row, "severity", json_string (ard_name_severity (paid->severity)));
  set (row, "state", json_string ("paid"));
  set (row, "fails", json_false ());
  set (row, "base_value", rounded (paid->value, ARD_FIGURE_VALUE));
  set (row, "message", json_string (message));
  return row;
}

/* The head's findings, then those of the base that are gone. */
static json_t *
make_finding (const Json *json, guint index)
{
  if (index >= json->ledger->findings->len)
    return make_paid (json, index - json->ledger->findings->len);

  const ArdCorpus *corpus = json->ledger->corpus;
  const ArdFinding *finding = ard_finding (json->ledger, index);
  const char *function = finding->function == ARD_NONE ? NULL : ard_function (corpus, finding->function)->facts.name;
  gboolean priced = json->ledger->priced;
  g_autofree char *message = ard_messages_finding (json->messages, json->ledger, finding);
  json_t *row = json_object ();

  set (row, "id", json_string (finding->id));
  set (row, "rule", json_string (ard_rules[finding->rule].id));
  set (row, "item",
       finding->item == ARD_NONE ? json_null () : json_string (ard_item (json->ledger, finding->item)->id));
  set_path (row, ard_file (corpus, finding->file)->path);
  set (row, "start_line", json_integer (finding->start_line));
  set (row, "end_line", json_integer (finding->end_line));
  set (row, "function", string (function));
  set (row, "value", rounded (finding->value, ARD_FIGURE_VALUE));
  set (row, "unit", json_string (ard_rules[finding->rule].unit));
  set (row, "attention", rounded (finding->attention, ARD_FIGURE_VALUE));
  set (row, "critical", rounded (finding->critical, ARD_FIGURE_VALUE));
  set (row, "severity", json_string (ard_name_severity (finding->severity)));
  set (row, "state", json_string (ard_name_state (finding->state)));
  set (row, "fails", json_boolean (finding->fails));
  set (row, "base_value", rounded (finding->base_value, ARD_FIGURE_VALUE));
  set (row, "charge_h_per_month", priced ? rounded (finding->charge_h_month, ARD_FIGURE_HOURS) : json_null ());
  set (row, "charge_incidents_per_month",
       priced ? rounded (finding->charge_incidents_month, ARD_FIGURE_EVENTS) : json_null ());
  set (row, "message", json_string (message));
  if (finding->state == ARD_STATE_SUPPRESSED) {
    set (row, "suppressed_because", string (finding->because));
    set (row, "suppressed_until", string (finding->until));
  }
  return row;
}

static json_t *
make_effort (const ArdItem *item)
{
  json_t *effort = json_object ();

  set (effort, "investigation", rounded (item->investigation_d, ARD_FIGURE_DAYS));
  set (effort, "implementation", rounded (item->implementation_d, ARD_FIGURE_DAYS));
  set (effort, "testing", rounded (item->testing_d, ARD_FIGURE_DAYS));
  set (effort, "total", rounded (item->effort_d, ARD_FIGURE_DAYS));
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
  set (row, "rank", json_integer (index + 1));
  set (row, "id", json_string (item->id));
  set (row, "title", json_string (title));
  set (row, "rule", json_string (ard_rules[item->rule].id));
  set (row, "rules", make_rules (json, item));
  set (row, "paths", json_pack ("[o]", string (path)));
  set (row, "unit", json_string (ard_name_unit (item->unit)));
  set (row, "function", string (item->function == ARD_NONE ? NULL : ard_function (corpus, item->function)->facts.name));
  set (row, "start_line", json_integer (start));
  set (row, "end_line", json_integer (end));
  set (row, "severity", json_string (ard_name_severity (item->severity)));
  set (row, "priority", json_string (ard_name_priority (item->priority)));
  set (row, "type", json_string (ard_name_type (item->type)));
  set (row, "boxes", bits (ard_box_names, ard_n_box_names, item->boxes));
  set (row, "recommendation", json_string (ard_name_advice (item->advice)));
  set (row, "basis", json_string (ard_name_basis (item->basis)));
  set (row, "in_plan", json_boolean (item->in_plan));
  set (row, "suppressed", json_boolean (item->suppressed));
  set (row, "effort_days", make_effort (item));
  set_figures (row, ard_item_figures, ard_n_item_figures, item, priced);
  set (roi, "p10", json_null ());
  set (roi, "p50", priced ? rounded (item->roi, ARD_FIGURE_SHARE) : json_null ());
  set (roi, "p90", json_null ());
  set (row, "roi", roi);
  return row;
}

static json_t *
make_note (const Json *json, guint index)
{
  const ArdNote *note = &g_array_index (json->notes, ArdNote, index);
  json_t *row = json_object ();

  set_path (row, note->path);
  set (row, "reason", string (note->reason));
  return row;
}

static json_t *
make_repository (const ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  g_autofree char *day = ard_name_of_day (corpus->now_s);
  json_t *row = json_object ();

  set (row, "head", string (corpus->head));
  set (row, "base", string (ledger->verdict.base));
  set (row, "work_tree", json_boolean (corpus->work_tree));
  set (row, "shallow", json_boolean (corpus->shallow));
  set (row, "day", json_string (day));
  set (row, "commits", json_integer (corpus->commits->len));
  set (row, "files", json_integer (corpus->files->len));
  return row;
}

static json_t *
make_totals (const ArdLedger *ledger)
{
  const ArdTotals *totals = &ledger->totals;
  const char rating[] = { totals->rating, '\0' };
  json_t *row = json_object ();

  set (row, "items", json_integer (totals->n_items));
  set (row, "findings", json_integer (totals->n_findings));
  set (row, "critical", json_integer (totals->n_critical));
  set_figures (row, ard_total_figures, ard_n_total_figures, totals, ledger->priced);
  set (row, "rating", g_ascii_isupper (totals->rating) ? json_string (rating) : json_null ());
  return row;
}

static json_t *
make_plan (const ArdLedger *ledger)
{
  json_t *row = json_object ();

  set (row, "items", json_integer (ledger->plan.n_items));
  set (row, "left_items", json_integer (ledger->plan.n_left));
  set_figures (row, ard_plan_figures, ard_n_plan_figures, &ledger->plan, ledger->priced);
  return row;
}

static json_t *
make_verdict (const ArdVerdict *verdict)
{
  if (!verdict->compared)
    return json_null ();

  json_t *row = json_object ();

  set (row, "passed", json_boolean (!verdict->failed));
  set (row, "new", json_integer (verdict->n_new));
  set (row, "new_critical", json_integer (verdict->n_new_critical));
  set (row, "known", json_integer (verdict->n_known));
  set (row, "paid", json_integer (verdict->n_paid));
  set (row, "suppressed", json_integer (verdict->n_suppressed));
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
  put_member (&json, "currency", string (ledger->settings->team_currency));
  put_member (&json, "language", json_string (ard_messages_lang (messages)));
  put_member (&json, "priced", json_boolean (ledger->priced));
  put_member (&json, "not_priced", string (ledger->not_priced));
  put_member (&json, "totals", make_totals (ledger));
  put_member (&json, "plan", make_plan (ledger));
  put_member (&json, "verdict", make_verdict (&ledger->verdict));
  put_rows (&json, "files", ledger->corpus->files->len, make_file);
  put_rows (&json, "functions", ledger->corpus->functions->len, make_function);
  put_rows (&json, "findings", ledger->findings->len + ledger->paid->len, make_finding);
  put_rows (&json, "clone_groups", 0, NULL);
  put_rows (&json, "items", ledger->items->len, make_item);
  put_member (&json, "scaling", json_pack ("{s[]}", "checks"));
  put_rows (&json, "notes", notes->len, make_note);
  g_string_append (json.text, "}\n");
  return g_string_free_to_bytes (json.text);
}
