#include <math.h>

#include "model/error.h"
#include "reports/notes.h"
#include "reports/render.h"
#include "reports/sqlite_change.h"
#include "reports/sqlite_people.h"
#include "reports/sqlite_rows.h"
#include "reports/sqlite_structure.h"
#include "reports/sqlite_versions.h"

#define PAGE_BYTES "4096"

static char *
figure_columns (const char *first, const ArdFigure *figures, guint n)
{
  GString *columns = g_string_new (first);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (columns, ", %s REAL", figures[i].name);
  return g_string_free (columns, FALSE);
}

static void
write_files (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;
  gboolean history = !corpus->shallow;
  g_autofree char *columns =
      figure_columns ("path TEXT, language TEXT, flags TEXT, size_bytes INTEGER, lines INTEGER, code_lines INTEGER, "
                      "functions INTEGER, revisions INTEGER, fixes INTEGER, authors INTEGER, added INTEGER, "
                      "deleted INTEGER, rank INTEGER, rank_per_line INTEGER",
                      ard_score_figures, ard_n_score_figures);

  ard_export_create (export, "files", columns);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    const ArdFileScore *score = ard_file_score (export->ledger, i);
    gboolean read = !(file->flags & (ARD_FILE_BINARY | ARD_FILE_TOO_LARGE));

    ard_export_put_bytes (export, file->path);
    ard_export_put_bytes (export, file->language);
    ard_export_put_bits (export, ard_flag_names, ard_n_flag_names, file->flags);
    ard_export_put_count (export, TRUE, file->size_bytes);
    ard_export_put_count (export, read, file->lines);
    ard_export_put_count (export, read, file->code_lines);
    ard_export_put_count (export, file->measured, file->n_functions);
    ard_export_put_count (export, history, file->revisions);
    ard_export_put_count (export, history, file->fixes);
    ard_export_put_count (export, history, file->authors);
    ard_export_put_count (export, history, file->added);
    ard_export_put_count (export, history, file->deleted);
    ard_export_put_count (export, history && score->rank, score->rank);
    ard_export_put_count (export, history && score->rank_per_line, score->rank_per_line);
    ard_export_put_figures (export, ard_score_figures, ard_n_score_figures, score, export->ledger->priced);
    ard_export_end (export);
  }
}

static void
write_commits (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (
      export, "commits",
      "id TEXT, time INTEGER, author TEXT, is_merge INTEGER, is_fix INTEGER, is_revert INTEGER, is_bot INTEGER, "
      "is_mass INTEGER, is_ignored INTEGER, in_window INTEGER, subject TEXT");
  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);
    g_autofree char *id = ard_name_of_commit (corpus, &commit->id);
    g_autofree char *person = ard_name_of_author (corpus, commit->author);

    ard_export_put_bytes (export, id);
    ard_export_put_count (export, TRUE, commit->time_s);
    ard_export_put_bytes (export, person);
    ard_export_put_count (export, TRUE, (commit->flags & ARD_COMMIT_MERGE) != 0);
    ard_export_put_count (export, TRUE, (commit->flags & ARD_COMMIT_FIX) != 0);
    ard_export_put_count (export, TRUE, (commit->flags & ARD_COMMIT_REVERT) != 0);
    ard_export_put_count (export, TRUE, (commit->flags & ARD_COMMIT_BOT) != 0);
    ard_export_put_count (export, TRUE, (commit->flags & ARD_COMMIT_MASS) != 0);
    ard_export_put_count (export, TRUE, (commit->flags & ARD_COMMIT_IGNORED) != 0);
    ard_export_put_count (export, TRUE, (commit->flags & ARD_COMMIT_IN_WINDOW) != 0);
    ard_export_put_bytes (export, commit->subject);
    ard_export_end (export);
  }
}

static void
write_changes (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "changes", "commit_id TEXT, path TEXT, path_today TEXT, added INTEGER, deleted INTEGER");
  for (guint32 i = 0; i < corpus->changes->len; i++) {
    const ArdChange *change = ard_change (corpus, i);
    g_autofree char *id = ard_name_of_commit (corpus, &ard_commit (corpus, change->commit)->id);

    ard_export_put_bytes (export, id);
    ard_export_put_bytes (export, change->path);
    ard_export_put_bytes (export, change->file == ARD_NONE ? NULL : ard_file (corpus, change->file)->path);
    ard_export_put_count (export, change->added >= 0, change->added);
    ard_export_put_count (export, change->deleted >= 0, change->deleted);
    ard_export_end (export);
  }
}

static void
write_finding (ArdExport *export, const ArdFinding *finding)
{
  const ArdLedger *ledger = export->ledger;
  const ArdCorpus *corpus = ledger->corpus;
  gboolean in_function = finding->function != ARD_NONE;
  g_autofree char *message = ard_messages_finding (export->messages, ledger, finding);

  ard_export_put_bytes (export, finding->id);
  ard_export_put_bytes (export, finding->item == ARD_NONE ? NULL : ard_item (ledger, finding->item)->id);
  ard_export_put_bytes (export, ard_rules[finding->rule].id);
  ard_export_put_bytes (export, ard_file (corpus, finding->file)->path);
  ard_export_put_bytes (export, in_function ? ard_function (corpus, finding->function)->facts.name : NULL);
  ard_export_put_count (export, TRUE, finding->start_line);
  ard_export_put_count (export, TRUE, finding->end_line);
  ard_export_put_number (export, ard_figure_round (finding->value, ARD_FIGURE_VALUE));
  ard_export_put_bytes (export, ard_rules[finding->rule].unit);
  ard_export_put_number (export, ard_figure_round (finding->attention, ARD_FIGURE_VALUE));
  ard_export_put_number (export, ard_figure_round (finding->critical, ARD_FIGURE_VALUE));
  ard_export_put_bytes (export, ard_name_severity (finding->severity));
  ard_export_put_bytes (export, ard_name_state (finding->state));
  ard_export_put_count (export, TRUE, finding->fails);
  ard_export_put_number (export, ard_figure_round (finding->base_value, ARD_FIGURE_VALUE));
  ard_export_put_number (export, ard_figure_round (ledger->priced ? finding->charge_h_month : NAN, ARD_FIGURE_HOURS));
  ard_export_put_number (export,
                         ard_figure_round (ledger->priced ? finding->charge_incidents_month : NAN, ARD_FIGURE_EVENTS));
  ard_export_put_bytes (export, message);
  ard_export_put_evidence (export, finding);
  ard_export_end (export);
}

static void
write_paid (ArdExport *export, const ArdPaid *paid)
{
  g_autofree char *message = ard_messages_paid (export->messages, paid);

  ard_export_put_bytes (export, paid->id);
  ard_export_put_null (export);
  ard_export_put_bytes (export, ard_rules[paid->rule].id);
  ard_export_put_bytes (export, paid->path);
  ard_export_put_bytes (export, paid->function);
  ard_export_put_count (export, TRUE, paid->line);
  ard_export_put_count (export, TRUE, paid->line);
  ard_export_put_number (export, ard_figure_round (paid->value, ARD_FIGURE_VALUE));
  ard_export_put_bytes (export, ard_rules[paid->rule].unit);
  ard_export_put_null (export);
  ard_export_put_null (export);
  ard_export_put_bytes (export, ard_name_severity (paid->severity));
  ard_export_put_bytes (export, "paid");
  ard_export_put_count (export, TRUE, FALSE);
  ard_export_put_number (export, ard_figure_round (paid->value, ARD_FIGURE_VALUE));
  ard_export_put_null (export);
  ard_export_put_null (export);
  ard_export_put_bytes (export, message);
  ard_export_put_evidence (export, NULL);
  ard_export_end (export);
}

static void
write_findings (ArdExport *export)
{
  ard_export_create (
      export, "findings",
      "id TEXT, item_id TEXT, rule TEXT, path TEXT, function TEXT, start_line INTEGER, end_line INTEGER, "
      "value REAL, unit TEXT, attention REAL, critical REAL, severity TEXT, state TEXT, fails INTEGER, "
      "base_value REAL, charge_h_per_month REAL, charge_incidents_per_month REAL, message TEXT, "
      "reason TEXT, subject TEXT, other_path TEXT, commit_id TEXT, clone_group_id TEXT, cycle_id TEXT, "
      "failures_per_year REAL, assumed_cost_per_month REAL");
  for (guint i = 0; i < export->ledger->findings->len; i++)
    write_finding (export, ard_finding (export->ledger, i));
  for (guint i = 0; i < export->ledger->paid->len; i++)
    write_paid (export, ard_paid (export->ledger, i));
}

static void
write_reviews (ArdExport *export)
{
  const ArdLedger *ledger = export->ledger;

  ard_export_create (export, "reviews",
                     "id TEXT, rule TEXT, path TEXT, function TEXT, start_line INTEGER, end_line INTEGER, "
                     "message TEXT, reason TEXT, subject TEXT");
  for (guint i = 0; i < ledger->reviews->len; i++) {
    const ArdFinding *review = ard_review (ledger, i);
    g_autofree char *message = ard_messages_finding (export->messages, ledger, review);
    gboolean in_function = review->function != ARD_NONE;

    ard_export_put_bytes (export, review->id);
    ard_export_put_bytes (export, ard_rules[review->rule].id);
    ard_export_put_bytes (export, ard_file (ledger->corpus, review->file)->path);
    ard_export_put_bytes (export, in_function ? ard_function (ledger->corpus, review->function)->facts.name : NULL);
    ard_export_put_count (export, TRUE, review->start_line);
    ard_export_put_count (export, TRUE, review->end_line);
    ard_export_put_bytes (export, message);
    ard_export_put_bytes (export, review->reason);
    ard_export_put_bytes (export, review->subject);
    ard_export_end (export);
  }
}

static void
write_item (ArdExport *export, guint index)
{
  const ArdLedger *ledger = export->ledger;
  const ArdItem *item = ard_item (ledger, index);
  gboolean in_function = item->function != ARD_NONE;
  g_autofree char *title = ard_messages_item (export->messages, ledger, item);
  guint32 start, last;

  ard_item_lines (ledger, item, &start, &last);
  ard_export_put_count (export, TRUE, index + 1);
  ard_export_put_bytes (export, item->id);
  ard_export_put_bytes (export, title);
  ard_export_put_bytes (export, ard_rules[item->rule].id);
  ard_export_put_bytes (export, ard_name_unit (item->unit));
  ard_export_put_bytes (export, ard_file (ledger->corpus, item->file)->path);
  ard_export_put_bytes (export, in_function ? ard_function (ledger->corpus, item->function)->facts.name : NULL);
  ard_export_put_count (export, TRUE, start);
  ard_export_put_count (export, TRUE, last);
  ard_export_put_bytes (export, ard_name_severity (item->severity));
  ard_export_put_bytes (export, ard_name_priority (item->priority));
  ard_export_put_bytes (export, ard_name_type (item->type));
  ard_export_put_bits (export, ard_box_names, ard_n_box_names, item->boxes);
  ard_export_put_bytes (export, ard_name_advice (item->advice));
  ard_export_put_bytes (export, ard_name_basis (item->basis));
  ard_export_put_count (export, TRUE, item->in_plan);
  ard_export_put_count (export, TRUE, item->suppressed);
  ard_export_put_figures (export, ard_item_figures, ard_n_item_figures, item, ard_item_is_priced (ledger, item));
  ard_export_end (export);
}

static void
write_items (ArdExport *export)
{
  g_autofree char *columns =
      figure_columns ("rank INTEGER, id TEXT, title TEXT, rule TEXT, unit TEXT, path TEXT, function TEXT, "
                      "start_line INTEGER, end_line INTEGER, severity TEXT, priority TEXT, type TEXT, boxes TEXT, "
                      "recommendation TEXT, basis TEXT, in_plan INTEGER, suppressed INTEGER",
                      ard_item_figures, ard_n_item_figures);

  ard_export_create (export, "items", columns);
  for (guint i = 0; i < export->ledger->items->len; i++)
    write_item (export, i);
}

static void
write_notes (ArdExport *export)
{
  g_autoptr (ArdNotes) notes = ard_report_notes (export->ledger);

  ard_export_create (export, "notes", "path TEXT, reason TEXT");
  for (guint i = 0; i < notes->len; i++) {
    ard_export_put_bytes (export, g_array_index (notes, ArdNote, i).path);
    ard_export_put_bytes (export, g_array_index (notes, ArdNote, i).reason);
    ard_export_end (export);
  }
}

static void
write_total (ArdExport *export, const char *prefix, const char *name, double value)
{
  g_autofree char *full = g_strconcat (prefix, name, NULL);

  ard_export_put_bytes (export, full);
  ard_export_put_number (export, value);
  ard_export_end (export);
}

static void
write_totals (ArdExport *export)
{
  const ArdLedger *ledger = export->ledger;

  ard_export_create (export, "totals", "name TEXT, value REAL");
  write_total (export, "", "items", ledger->totals.n_items);
  write_total (export, "", "findings", ledger->totals.n_findings);
  write_total (export, "", "critical", ledger->totals.n_critical);
  for (guint i = 0; i < ard_n_total_figures; i++)
    write_total (export, "", ard_total_figures[i].name,
                 ard_figure_get (&ard_total_figures[i], &ledger->totals, ledger->priced));
  write_total (export, "plan.", "items", ledger->plan.n_items);
  write_total (export, "plan.", "left_items", ledger->plan.n_left);
  for (guint i = 0; i < ard_n_plan_figures; i++)
    write_total (export, "plan.", ard_plan_figures[i].name,
                 ard_figure_get (&ard_plan_figures[i], &ledger->plan, ledger->priced));
}

static void
write_tables (ArdExport *export)
{
  ard_export_run (export, "PRAGMA page_size = " PAGE_BYTES);
  ard_export_run (export, "PRAGMA encoding = 'UTF-8'");
  ard_export_run (export, "PRAGMA journal_mode = OFF");
  ard_export_run (export, "BEGIN");
  write_files (export);
  ard_export_versions (export);
  write_commits (export);
  write_changes (export);
  write_findings (export);
  write_reviews (export);
  write_items (export);
  ard_export_structure (export);
  ard_export_change (export);
  ard_export_people (export);
  write_notes (export);
  write_totals (export);
  sqlite3_finalize (g_steal_pointer (&export->insert));
  ard_export_run (export, "COMMIT");
}

static void
close_database (gpointer db)
{
  sqlite3_close (db);
}

GBytes *
ard_render_sqlite (const ArdLedger *ledger, const char *lang, GError **error)
{
  g_autoptr (ArdMessages) messages = ard_messages_new (lang, error);

  if (!messages)
    return NULL;

  ArdExport export = { .ledger = ledger, .messages = messages };
  sqlite3_int64 size = 0, limit = G_MAXINT64 / 2;
  const unsigned char *bytes = NULL;

  /* A name without "/" is private to this connection. */
  export.code = sqlite3_open_v2 ("ardoise", &export.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "memdb");
  sqlite3_file_control (export.db, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit);
  write_tables (&export);
  if (export.code == SQLITE_OK)
    bytes = sqlite3_serialize (export.db, "main", &size, SQLITE_SERIALIZE_NOCOPY);
  if (!bytes) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_OUTPUT, "cannot build the database: %s", sqlite3_errstr (export.code));
    sqlite3_close (export.db);
    return NULL;
  }
  return g_bytes_new_with_free_func (bytes, (gsize) size, close_database, export.db);
}
