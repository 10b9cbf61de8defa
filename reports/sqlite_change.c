#include "reports/sqlite_change.h"

static void
put_path (ArdExport *export, guint32 file)
{
  ard_export_put_bytes (export, ard_file (export->ledger->corpus, file)->path);
}

static void
put_id (ArdExport *export, const ArdOid *id)
{
  g_autofree char *hex = ard_name_of_commit (export->ledger->corpus, id);

  ard_export_put_bytes (export, hex);
}

static void
write_couplings (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "couplings",
                     "path_one TEXT, path_other TEXT, together INTEGER, revisions_one INTEGER, "
                     "revisions_other INTEGER, confidence REAL, lift REAL, across_modules INTEGER, depends INTEGER");
  for (guint32 i = 0; i < corpus->couplings->len; i++) {
    const ArdCoupling *pair = ard_coupling (corpus, i);

    put_path (export, pair->one);
    put_path (export, pair->other);
    ard_export_put_count (export, TRUE, pair->together);
    ard_export_put_count (export, TRUE, pair->revisions_one);
    ard_export_put_count (export, TRUE, pair->revisions_other);
    ard_export_put_number (export, ard_figure_round (pair->confidence, ARD_FIGURE_SHARE));
    ard_export_put_number (export, ard_figure_round (pair->lift, ARD_FIGURE_VALUE));
    ard_export_put_count (export, TRUE, pair->across);
    ard_export_put_count (export, TRUE, pair->depends);
    ard_export_end (export);
  }
}

static void
write_scatter (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "scatter", "path TEXT, change_sets INTEGER, files REAL, modules REAL, wide REAL");
  for (guint32 i = 0; i < corpus->scatter->len; i++) {
    const ArdScatter *row = ard_scatter (corpus, i);

    put_path (export, row->file);
    ard_export_put_count (export, TRUE, row->sets);
    ard_export_put_number (export, ard_figure_round (row->files, ARD_FIGURE_VALUE));
    ard_export_put_number (export, ard_figure_round (row->modules, ARD_FIGURE_VALUE));
    ard_export_put_number (export, ard_figure_round (row->wide, ARD_FIGURE_SHARE));
    ard_export_end (export);
  }
}

static void
write_origins (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "fix_origins", "fix_id TEXT, origin_id TEXT, path TEXT, lines INTEGER");
  for (guint32 i = 0; i < corpus->origins->len; i++) {
    const ArdOrigin *row = ard_origin (corpus, i);

    put_id (export, &ard_commit (corpus, row->fix)->id);
    put_id (export, &ard_commit (corpus, row->origin)->id);
    put_path (export, row->file);
    ard_export_put_count (export, TRUE, row->lines);
    ard_export_end (export);
  }
}

static void
write_figures (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "delivery",
                     "id TEXT, status TEXT, value REAL, p90 REAL, unit TEXT, attention REAL, critical REAL, n INTEGER, "
                     "reason TEXT");
  for (guint32 i = 0; i < corpus->delivery->len; i++) {
    const ArdDeliveryFigure *row = ard_delivery (corpus, i);

    ard_export_put_bytes (export, row->id);
    ard_export_put_bytes (export, ard_name_delivery (row->status));
    ard_export_put_number (export, ard_figure_round (row->value, ARD_FIGURE_VALUE));
    ard_export_put_number (export, ard_figure_round (row->high, ARD_FIGURE_VALUE));
    ard_export_put_bytes (export, row->unit);
    ard_export_put_number (export, ard_figure_round (row->attention, ARD_FIGURE_VALUE));
    ard_export_put_number (export, ard_figure_round (row->critical, ARD_FIGURE_VALUE));
    ard_export_put_count (export, TRUE, row->n);
    ard_export_put_bytes (export, row->reason);
    ard_export_end (export);
  }
}

static void
write_quarters (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "delivery_quarters",
                     "quarter TEXT, commits INTEGER, fixes INTEGER, people INTEGER, newcomers INTEGER, "
                     "releases INTEGER, branches INTEGER, lead_days REAL, cycle_days REAL");
  for (guint32 i = 0; i < corpus->quarters->len; i++) {
    const ArdDeliveryQuarter *row = ard_quarter (corpus, i);
    g_autofree char *name = ard_name_of_quarter (row->quarter);

    ard_export_put_bytes (export, name);
    ard_export_put_count (export, TRUE, row->commits);
    ard_export_put_count (export, TRUE, row->fixes);
    ard_export_put_count (export, TRUE, row->people);
    ard_export_put_count (export, TRUE, row->newcomers);
    ard_export_put_count (export, TRUE, row->releases);
    ard_export_put_count (export, TRUE, row->branches);
    ard_export_put_number (export, ard_figure_round (row->lead_d, ARD_FIGURE_VALUE));
    ard_export_put_number (export, ard_figure_round (row->cycle_d, ARD_FIGURE_VALUE));
    ard_export_end (export);
  }
}

static void
write_tags (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "tags", "name TEXT, commit_id TEXT, time INTEGER, is_release INTEGER, in_history INTEGER");
  for (guint32 i = 0; i < corpus->tags->len; i++) {
    const ArdTag *row = ard_tag (corpus, i);

    ard_export_put_bytes (export, row->name);
    put_id (export, &row->id);
    ard_export_put_count (export, TRUE, row->time_s);
    ard_export_put_count (export, TRUE, row->release);
    ard_export_put_count (export, TRUE, row->commit != ARD_NONE);
    ard_export_end (export);
  }
}

void
ard_export_change (ArdExport *export)
{
  write_couplings (export);
  write_scatter (export);
  write_origins (export);
  write_figures (export);
  write_quarters (export);
  write_tags (export);
}
