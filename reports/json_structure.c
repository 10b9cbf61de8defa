#include "reports/json_structure.h"

#include "model/rule.h"
#include "reports/json_value.h"

static json_t *
path_of (const ArdLedger *ledger, guint32 file)
{
  return ard_json_string (ard_file (ledger->corpus, file)->path);
}

/* The id of the item that a class or a cycle became; null when nothing was found in it. */
static json_t *
item_id (const ArdLedger *ledger, ArdUnit unit, guint32 index)
{
  for (guint i = 0; i < ledger->items->len; i++) {
    const ArdItem *item = ard_item (ledger, i);

    if (item->unit == unit && (unit == ARD_UNIT_CLONES ? item->clone_class : item->cycle) == index)
      return json_string (item->id);
  }
  return json_null ();
}

json_t *
ard_json_class (const ArdLedger *ledger, guint32 index)
{
  const ArdCorpus *corpus = ledger->corpus;
  const ArdCloneClass *class = ard_clone_class (corpus, index);
  g_autofree char *id = ard_name_of_class (corpus, index);
  json_t *row = json_object (), *occurrences = json_array ();

  for (guint32 i = 0; i < class->n_copies; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + i);
    json_t *place = json_object ();

    ard_json_set_path (place, ard_file (corpus, copy->file)->path);
    ard_json_set (place, "start_line", json_integer (copy->start_line));
    ard_json_set (place, "end_line", json_integer (copy->end_line));
    ard_json_set (
        place, "function",
        ard_json_string (copy->function == ARD_NONE ? NULL : ard_function (corpus, copy->function)->facts.name));
    ard_json_set (place, "tokens", json_integer (copy->tokens));
    json_array_append_new (occurrences, place);
  }
  ard_json_set (row, "id", json_string (id));
  ard_json_set (row, "type", json_integer (class->type));
  ard_json_set (row, "tokens", json_integer (class->tokens));
  ard_json_set (row, "lines", json_integer (class->lines));
  ard_json_set (row, "item", item_id (ledger, ARD_UNIT_CLONES, index));
  ard_json_set (row, "occurrences", occurrences);
  return row;
}

json_t *
ard_json_module (const ArdLedger *ledger, guint32 index)
{
  const ArdModule *module = ard_module (ledger->corpus, index);
  json_t *row = json_object (), *uses = json_array ();

  for (guint32 i = 0; i < ledger->corpus->module_dependencies->len; i++) {
    const ArdModuleDependency *use = &g_array_index (ledger->corpus->module_dependencies, ArdModuleDependency, i);

    if (use->from == index)
      json_array_append_new (uses, ard_json_string (ard_module (ledger->corpus, use->to)->path));
  }
  ard_json_set_path (row, module->path);
  ard_json_set (row, "files", json_integer (module->n_files));
  ard_json_set (row, "code_lines", json_integer (module->code_lines));
  ard_json_set (row, "fan_in", json_integer (module->fan_in));
  ard_json_set (row, "fan_out", json_integer (module->fan_out));
  ard_json_set (row, "instability", ard_json_rounded (module->instability, ARD_FIGURE_SHARE));
  ard_json_set (row, "uses", uses);
  return row;
}

json_t *
ard_json_dependency (const ArdLedger *ledger, guint32 index)
{
  const ArdDependency *use = ard_dependency (ledger->corpus, index);
  json_t *row = json_object ();

  ard_json_set (row, "from", path_of (ledger, use->from));
  ard_json_set (row, "to", path_of (ledger, use->to));
  ard_json_set (row, "line", json_integer (use->line));
  ard_json_set (row, "weak", json_boolean (use->weak));
  return row;
}

json_t *
ard_json_cycle (const ArdLedger *ledger, guint32 index)
{
  const ArdCycle *cycle = ard_cycle (ledger->corpus, index);
  g_autofree char *id = ard_name_of_cycle (ledger->corpus, index);
  json_t *row = json_object (), *paths = json_array ();

  for (guint32 i = 0; i < cycle->n_members; i++)
    json_array_append_new (
        paths, path_of (ledger, g_array_index (ledger->corpus->cycle_members, guint32, cycle->first_member + i)));
  ard_json_set (row, "id", json_string (id));
  ard_json_set (row, "item", item_id (ledger, ARD_UNIT_CYCLE, index));
  ard_json_set (row, "paths", paths);
  return row;
}

json_t *
ard_json_item_paths (const ArdLedger *ledger, const ArdItem *item)
{
  g_autoptr (GArray) files = ard_item_files (ledger, item);
  json_t *paths = json_array ();

  for (guint i = 0; i < files->len; i++)
    json_array_append_new (paths, path_of (ledger, g_array_index (files, guint32, i)));
  return paths;
}

static void
set_risk (json_t *row, const ArdLedger *ledger, const ArdFinding *finding)
{
  const ArdRule *rule = &ard_rules[finding->rule];
  gboolean assumed = (rule->impact != ARD_IMPACT_NONE || rule->departure) && ledger->priced;

  ard_json_set (row, "failures_per_year",
                assumed ? ard_json_rounded (finding->failures_year, ARD_FIGURE_EVENTS) : json_null ());
  ard_json_set (row, "assumed_cost_per_month",
                assumed ? ard_json_rounded (finding->risk_month, ARD_FIGURE_MONEY) : json_null ());
}

static void
set_commits (json_t *row, const ArdLedger *ledger, const ArdFinding *finding)
{
  g_autoptr (GArray) commits = ard_finding_commits (ledger, finding);
  json_t *ids = json_array ();

  for (guint i = 0; i < commits->len; i++) {
    g_autofree char *id =
        ard_name_of_commit (ledger->corpus, &ard_commit (ledger->corpus, g_array_index (commits, guint32, i))->id);

    json_array_append_new (ids, json_string (id));
  }
  if (finding->state == ARD_STATE_NEW && commits->len > 0)
    ard_json_set (row, "changed_by", ids);
  else
    json_decref (ids);
}

void
ard_json_set_evidence (json_t *row, const ArdLedger *ledger, const ArdFinding *finding)
{
  const ArdCorpus *corpus = ledger->corpus;
  gboolean copy = finding->clone_class != ARD_NONE, cycle = finding->cycle != ARD_NONE;
  g_autofree char *class_name = copy ? ard_name_of_class (corpus, finding->clone_class) : NULL;
  g_autofree char *cycle_name = cycle ? ard_name_of_cycle (corpus, finding->cycle) : NULL;
  g_autofree char *commit =
      finding->commit == ARD_NONE ? NULL : ard_name_of_commit (corpus, &ard_commit (corpus, finding->commit)->id);

  ard_json_set (row, "reason", ard_json_string (finding->reason));
  ard_json_set (row, "subject", ard_json_string (finding->subject));
  ard_json_set (
      row, "author",
      ard_json_string (finding->author < corpus->authors->len ? ard_author (corpus, finding->author)->name : NULL));
  ard_json_set (row, "other_path", finding->other == ARD_NONE ? json_null () : path_of (ledger, finding->other));
  ard_json_set (row, "commit", ard_json_string (commit));
  set_commits (row, ledger, finding);
  ard_json_set (row, "clone_group", ard_json_string (class_name));
  ard_json_set (row, "cycle", ard_json_string (cycle_name));
  set_risk (row, ledger, finding);
}
