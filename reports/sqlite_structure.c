#include "reports/sqlite_structure.h"

#include <math.h>

#include "model/rule.h"

#define N_EVIDENCE 8

static const char *
path_of (const ArdExport *export, guint32 file)
{
  return file == ARD_NONE ? NULL : ard_file (export->ledger->corpus, file)->path;
}

void
ard_export_put_evidence (ArdExport *export, const ArdFinding *finding)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  for (guint i = 0; !finding && i < N_EVIDENCE; i++)
    ard_export_put_null (export);
  if (!finding)
    return;

  const ArdRule *rule = &ard_rules[finding->rule];
  gboolean assumed = (rule->impact != ARD_IMPACT_NONE || rule->departure) && export->ledger->priced;
  g_autofree char *class = finding->clone_class == ARD_NONE ? NULL : ard_name_of_class (corpus, finding->clone_class);
  g_autofree char *cycle = finding->cycle == ARD_NONE ? NULL : ard_name_of_cycle (corpus, finding->cycle);
  g_autofree char *commit =
      finding->commit == ARD_NONE ? NULL : ard_name_of_commit (corpus, &ard_commit (corpus, finding->commit)->id);

  ard_export_put_bytes (export, finding->reason);
  ard_export_put_bytes (export, finding->subject);
  ard_export_put_bytes (export, path_of (export, finding->other));
  ard_export_put_bytes (export, commit);
  ard_export_put_bytes (export, class);
  ard_export_put_bytes (export, cycle);
  ard_export_put_number (export, ard_figure_round (assumed ? finding->failures_year : NAN, ARD_FIGURE_EVENTS));
  ard_export_put_number (export, ard_figure_round (assumed ? finding->risk_month : NAN, ARD_FIGURE_MONEY));
}

static void
write_paths (ArdExport *export)
{
  ard_export_create (export, "item_paths", "item_id TEXT, path TEXT");
  for (guint i = 0; i < export->ledger->items->len; i++) {
    const ArdItem *item = ard_item (export->ledger, i);
    g_autoptr (GArray) files = ard_item_files (export->ledger, item);

    for (guint j = 0; j < files->len; j++) {
      ard_export_put_bytes (export, item->id);
      ard_export_put_bytes (export, path_of (export, g_array_index (files, guint32, j)));
      ard_export_end (export);
    }
  }
}

static void
write_groups (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "clone_groups",
                     "id TEXT, type INTEGER, tokens INTEGER, lines INTEGER, occurrences INTEGER");
  for (guint32 i = 0; i < corpus->clone_classes->len; i++) {
    const ArdCloneClass *class = ard_clone_class (corpus, i);
    g_autofree char *id = ard_name_of_class (corpus, i);

    ard_export_put_bytes (export, id);
    ard_export_put_count (export, TRUE, class->type);
    ard_export_put_count (export, TRUE, class->tokens);
    ard_export_put_count (export, TRUE, class->lines);
    ard_export_put_count (export, TRUE, class->n_copies);
    ard_export_end (export);
  }
}

static void
write_occurrences (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "clone_occurrences",
                     "clone_group_id TEXT, path TEXT, function TEXT, start_line INTEGER, end_line INTEGER, "
                     "tokens INTEGER");
  for (guint32 i = 0; i < corpus->clone_classes->len; i++) {
    const ArdCloneClass *class = ard_clone_class (corpus, i);
    g_autofree char *id = ard_name_of_class (corpus, i);

    for (guint32 j = 0; j < class->n_copies; j++) {
      const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + j);

      ard_export_put_bytes (export, id);
      ard_export_put_bytes (export, path_of (export, copy->file));
      ard_export_put_bytes (export,
                            copy->function == ARD_NONE ? NULL : ard_function (corpus, copy->function)->facts.name);
      ard_export_put_count (export, TRUE, copy->start_line);
      ard_export_put_count (export, TRUE, copy->end_line);
      ard_export_put_count (export, TRUE, copy->tokens);
      ard_export_end (export);
    }
  }
}

static void
write_modules (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "modules",
                     "path TEXT, files INTEGER, code_lines INTEGER, fan_in INTEGER, fan_out INTEGER, instability REAL");
  for (guint32 i = 0; i < corpus->modules->len; i++) {
    const ArdModule *module = ard_module (corpus, i);

    ard_export_put_bytes (export, module->path);
    ard_export_put_count (export, TRUE, module->n_files);
    ard_export_put_count (export, TRUE, module->code_lines);
    ard_export_put_count (export, TRUE, module->fan_in);
    ard_export_put_count (export, TRUE, module->fan_out);
    ard_export_put_number (export, ard_figure_round (module->instability, ARD_FIGURE_SHARE));
    ard_export_end (export);
  }
}

static void
write_dependencies (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "dependencies", "from_path TEXT, to_path TEXT, line INTEGER, is_weak INTEGER");
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *use = ard_dependency (corpus, i);

    ard_export_put_bytes (export, path_of (export, use->from));
    ard_export_put_bytes (export, path_of (export, use->to));
    ard_export_put_count (export, TRUE, use->line);
    ard_export_put_count (export, TRUE, use->weak);
    ard_export_end (export);
  }
}

static void
write_cycles (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "cycles", "id TEXT, path TEXT");
  for (guint32 i = 0; i < corpus->cycles->len; i++) {
    const ArdCycle *cycle = ard_cycle (corpus, i);
    g_autofree char *id = ard_name_of_cycle (corpus, i);

    for (guint32 j = 0; j < cycle->n_members; j++) {
      ard_export_put_bytes (export, id);
      ard_export_put_bytes (export,
                            path_of (export, g_array_index (corpus->cycle_members, guint32, cycle->first_member + j)));
      ard_export_end (export);
    }
  }
}

void
ard_export_structure (ArdExport *export)
{
  write_paths (export);
  write_groups (export);
  write_occurrences (export);
  write_modules (export);
  write_dependencies (export);
  write_cycles (export);
}
