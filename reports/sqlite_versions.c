#include "reports/sqlite_versions.h"

#include <math.h>

#include "reports/name.h"

static void
write_functions (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (
      export, "functions",
      "path TEXT, name TEXT, start_line INTEGER, end_line INTEGER, code_lines INTEGER, cyclomatic INTEGER, "
      "cognitive INTEGER, nesting INTEGER, parameters INTEGER, revisions INTEGER, code_revisions INTEGER, "
      "share_of_work REAL");
  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);

    ard_export_put_bytes (export, ard_file (corpus, function->file)->path);
    ard_export_put_bytes (export, function->facts.name);
    ard_export_put_count (export, TRUE, function->facts.start_line);
    ard_export_put_count (export, TRUE, function->facts.end_line);
    ard_export_put_count (export, TRUE, function->facts.code_lines);
    ard_export_put_count (export, TRUE, function->facts.cyclomatic);
    ard_export_put_count (export, TRUE, function->facts.cognitive);
    ard_export_put_count (export, TRUE, function->facts.nesting);
    ard_export_put_count (export, TRUE, function->facts.parameters);
    ard_export_put_count (export, ard_file (corpus, function->file)->n_trend > 0, function->n_revisions);
    ard_export_put_count (export, ard_file (corpus, function->file)->n_trend > 0,
                          ard_function_code_revisions (corpus, function, FALSE));
    ard_export_put_number (export, ard_figure_round (function->traced ? function->share : NAN, ARD_FIGURE_SHARE));
    ard_export_end (export);
  }
}

static void
put_commit (ArdExport *export, guint32 commit)
{
  g_autofree char *id = ard_name_of_commit (export->ledger->corpus, &ard_commit (export->ledger->corpus, commit)->id);

  ard_export_put_bytes (export, id);
}

static void
write_revisions (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "function_revisions",
                     "path TEXT, name TEXT, start_line INTEGER, commit_id TEXT, added INTEGER, deleted INTEGER, "
                     "code INTEGER");
  for (guint32 i = 0; i < corpus->function_revisions->len; i++) {
    const ArdFunctionRevision *row = ard_function_revision (corpus, i);
    const ArdCorpusFunction *function = ard_function (corpus, row->function);

    ard_export_put_bytes (export, ard_file (corpus, function->file)->path);
    ard_export_put_bytes (export, function->facts.name);
    ard_export_put_count (export, TRUE, function->facts.start_line);
    put_commit (export, row->commit);
    ard_export_put_count (export, TRUE, row->added);
    ard_export_put_count (export, TRUE, row->deleted);
    ard_export_put_count (export, TRUE, row->code);
    ard_export_end (export);
  }
}

static void
write_trends (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "trends",
                     "path TEXT, commit_id TEXT, code_lines INTEGER, functions INTEGER, cognitive INTEGER, "
                     "worst_cognitive INTEGER");
  for (guint32 i = 0; i < corpus->trends->len; i++) {
    const ArdTrendPoint *row = ard_trend_point (corpus, i);

    ard_export_put_bytes (export, ard_file (corpus, row->file)->path);
    put_commit (export, row->commit);
    ard_export_put_count (export, TRUE, row->code_lines);
    ard_export_put_count (export, TRUE, row->functions);
    ard_export_put_count (export, TRUE, row->cognitive);
    ard_export_put_count (export, TRUE, row->worst);
    ard_export_end (export);
  }
}

static void
write_survival (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "survival", "quarter TEXT, files INTEGER, added INTEGER, standing INTEGER");
  for (guint32 i = 0; i < corpus->survival->len; i++) {
    const ArdSurvival *row = &g_array_index (corpus->survival, ArdSurvival, i);
    g_autofree char *quarter = ard_name_of_quarter (row->quarter);

    ard_export_put_bytes (export, quarter);
    ard_export_put_count (export, TRUE, row->files);
    ard_export_put_count (export, TRUE, row->added);
    ard_export_put_count (export, TRUE, row->standing);
    ard_export_end (export);
  }
}

void
ard_export_versions (ArdExport *export)
{
  write_functions (export);
  write_revisions (export);
  write_trends (export);
  write_survival (export);
}
