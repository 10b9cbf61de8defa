#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "model/error.h"
#include "reports/figure.h"
#include "reports/message.h"
#include "reports/name.h"
#include "reports/notes.h"
#include "reports/render.h"
#include "reports/text.h"

#define PAGE_BYTES "4096"

/* One insert at a time: begin, a put for each column in order, end. The first failure sticks. */
typedef struct {
  const ArdLedger *ledger;
  const ArdMessages *messages;
  sqlite3 *db;
  sqlite3_stmt *insert;
  int column;
  int code;
} Export;

static void
run (Export *export, const char *sql)
{
  if (export->code == SQLITE_OK)
    export->code = sqlite3_exec (export->db, sql, NULL, NULL, NULL);
}

/* columns: "name TYPE, name TYPE …" */
static void
create (Export *export, const char *table, const char *columns)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TABLE %s (%s)", table, columns);
  guint n = 1;

  for (const char *at = columns; *at; at++)
    n += *at == ',';
  run (export, sql);

  g_autoptr (GString) insert = g_string_new (NULL);

  g_string_printf (insert, "INSERT INTO %s VALUES (?", table);
  for (guint i = 1; i < n; i++)
    g_string_append (insert, ", ?");
  g_string_append_c (insert, ')');
  sqlite3_finalize (g_steal_pointer (&export->insert));
  if (export->code == SQLITE_OK)
    export->code = sqlite3_prepare_v2 (export->db, insert->str, -1, &export->insert, NULL);
}

static void
put_null (Export *export)
{
  sqlite3_bind_null (export->insert, ++export->column);
}

static void
put_count (Export *export, gboolean known, gint64 n)
{
  if (known)
    sqlite3_bind_int64 (export->insert, ++export->column, n);
  else
    put_null (export);
}

static void
put_number (Export *export, double rounded)
{
  if (isnan (rounded))
    put_null (export);
  else
    sqlite3_bind_double (export->insert, ++export->column, rounded);
}

/* TEXT where the bytes are UTF-8, else BLOB: nothing of a path is lost. */
static void
put_bytes (Export *export, const char *bytes)
{
  int size = bytes ? (int) strlen (bytes) : 0;

  if (!bytes)
    put_null (export);
  else if (g_utf8_validate (bytes, size, NULL))
    sqlite3_bind_text (export->insert, ++export->column, bytes, size, SQLITE_TRANSIENT);
  else
    sqlite3_bind_blob (export->insert, ++export->column, bytes, size, SQLITE_TRANSIENT);
}

static void
put_figures (Export *export, const ArdFigure *figures, guint n, gconstpointer record, gboolean priced)
{
  for (guint i = 0; i < n; i++)
    put_number (export, ard_figure_get (&figures[i], record, priced));
}

static void
put_bits (Export *export, const ArdBitName *names, guint n, guint value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (value & names[i].bit)
      g_string_append_printf (text, "%s%s", text->len ? " " : "", names[i].name);
  put_bytes (export, text->str);
}

static void
end (Export *export)
{
  if (export->code == SQLITE_OK && sqlite3_step (export->insert) != SQLITE_DONE)
    export->code = sqlite3_errcode (export->db);
  sqlite3_reset (export->insert);
  export->column = 0;
}

static char *
figure_columns (const char *first, const ArdFigure *figures, guint n)
{
  GString *columns = g_string_new (first);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (columns, ", %s REAL", figures[i].name);
  return g_string_free (columns, FALSE);
}

static void
write_files (Export *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;
  gboolean history = !corpus->shallow;
  g_autofree char *columns =
      figure_columns ("path TEXT, language TEXT, flags TEXT, size_bytes INTEGER, lines INTEGER, code_lines INTEGER, "
                      "functions INTEGER, revisions INTEGER, fixes INTEGER, authors INTEGER, added INTEGER, "
                      "deleted INTEGER, rank INTEGER, rank_per_line INTEGER",
                      ard_score_figures, ard_n_score_figures);

  create (export, "files", columns);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    const ArdFileScore *score = ard_file_score (export->ledger, i);
    gboolean read = !(file->flags & (ARD_FILE_BINARY | ARD_FILE_TOO_LARGE));

    put_bytes (export, file->path);
    put_bytes (export, file->language);
    put_bits (export, ard_flag_names, ard_n_flag_names, file->flags);
    put_count (export, TRUE, file->size_bytes);
    put_count (export, read, file->lines);
    put_count (export, read, file->code_lines);
    put_count (export, file->measured, file->n_functions);
    put_count (export, history, file->revisions);
    put_count (export, history, file->fixes);
    put_count (export, history, file->authors);
    put_count (export, history, file->added);
    put_count (export, history, file->deleted);
    put_count (export, history && score->rank, score->rank);
    put_count (export, history && score->rank_per_line, score->rank_per_line);
    put_figures (export, ard_score_figures, ard_n_score_figures, score, export->ledger->priced);
    end (export);
  }
}

static void
write_functions (Export *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  create (export, "functions",
          "path TEXT, name TEXT, start_line INTEGER, end_line INTEGER, code_lines INTEGER, cyclomatic INTEGER, "
          "cognitive INTEGER, nesting INTEGER, parameters INTEGER");
  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);

    put_bytes (export, ard_file (corpus, function->file)->path);
    put_bytes (export, function->facts.name);
    put_count (export, TRUE, function->facts.start_line);
    put_count (export, TRUE, function->facts.end_line);
    put_count (export, TRUE, function->facts.code_lines);
    put_count (export, TRUE, function->facts.cyclomatic);
    put_count (export, TRUE, function->facts.cognitive);
    put_count (export, TRUE, function->facts.nesting);
    put_count (export, TRUE, function->facts.parameters);
    end (export);
  }
}

static void
write_commits (Export *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  create (export, "commits",
          "id TEXT, time INTEGER, author TEXT, is_merge INTEGER, is_fix INTEGER, is_revert INTEGER, is_bot INTEGER, "
          "is_mass INTEGER, is_ignored INTEGER, in_window INTEGER, subject TEXT");
  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);
    const ArdAuthor *author = ard_author (corpus, commit->author);
    g_autofree char *id = ard_name_of_commit (corpus, &commit->id);
    g_autofree char *person = g_strdup_printf ("%s <%s>", author->name, author->mail);

    put_bytes (export, id);
    put_count (export, TRUE, commit->time_s);
    put_bytes (export, person);
    put_count (export, TRUE, (commit->flags & ARD_COMMIT_MERGE) != 0);
    put_count (export, TRUE, (commit->flags & ARD_COMMIT_FIX) != 0);
    put_count (export, TRUE, (commit->flags & ARD_COMMIT_REVERT) != 0);
    put_count (export, TRUE, (commit->flags & ARD_COMMIT_BOT) != 0);
    put_count (export, TRUE, (commit->flags & ARD_COMMIT_MASS) != 0);
    put_count (export, TRUE, (commit->flags & ARD_COMMIT_IGNORED) != 0);
    put_count (export, TRUE, (commit->flags & ARD_COMMIT_IN_WINDOW) != 0);
    put_bytes (export, commit->subject);
    end (export);
  }
}

static void
write_changes (Export *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  create (export, "changes", "commit_id TEXT, path TEXT, path_today TEXT, added INTEGER, deleted INTEGER");
  for (guint32 i = 0; i < corpus->changes->len; i++) {
    const ArdChange *change = ard_change (corpus, i);
    g_autofree char *id = ard_name_of_commit (corpus, &ard_commit (corpus, change->commit)->id);

    put_bytes (export, id);
    put_bytes (export, change->path);
    put_bytes (export, change->file == ARD_NONE ? NULL : ard_file (corpus, change->file)->path);
    put_count (export, change->added >= 0, change->added);
    put_count (export, change->deleted >= 0, change->deleted);
    end (export);
  }
}

static void
write_finding (Export *export, const ArdFinding *finding)
{
  const ArdLedger *ledger = export->ledger;
  const ArdCorpus *corpus = ledger->corpus;
  gboolean in_function = finding->function != ARD_NONE;
  g_autofree char *message = ard_messages_finding (export->messages, ledger, finding);

  put_bytes (export, finding->id);
  put_bytes (export, finding->item == ARD_NONE ? NULL : ard_item (ledger, finding->item)->id);
  put_bytes (export, ard_rules[finding->rule].id);
  put_bytes (export, ard_file (corpus, finding->file)->path);
  put_bytes (export, in_function ? ard_function (corpus, finding->function)->facts.name : NULL);
  put_count (export, TRUE, finding->start_line);
  put_count (export, TRUE, finding->end_line);
  put_number (export, ard_figure_round (finding->value, ARD_FIGURE_VALUE));
  put_bytes (export, ard_rules[finding->rule].unit);
  put_number (export, ard_figure_round (finding->attention, ARD_FIGURE_VALUE));
  put_number (export, ard_figure_round (finding->critical, ARD_FIGURE_VALUE));
  put_bytes (export, ard_name_severity (finding->severity));
  put_bytes (export, ard_name_state (finding->state));
  put_count (export, TRUE, finding->fails);
  put_number (export, ard_figure_round (finding->base_value, ARD_FIGURE_VALUE));
  put_number (export, ard_figure_round (ledger->priced ? finding->charge_h_month : NAN, ARD_FIGURE_HOURS));
  put_number (export, ard_figure_round (ledger->priced ? finding->charge_incidents_month : NAN, ARD_FIGURE_EVENTS));
  put_bytes (export, message);
  end (export);
}

static void
write_paid (Export *export, const ArdPaid *paid)
{
  g_autofree char *message = ard_messages_paid (export->messages, paid);

  put_bytes (export, paid->id);
  put_null (export);
  put_bytes (export, ard_rules[paid->rule].id);
  put_bytes (export, paid->path);
  put_bytes (export, paid->function);
  put_count (export, TRUE, paid->line);
  put_count (export, TRUE, paid->line);
  put_number (export, ard_figure_round (paid->value, ARD_FIGURE_VALUE));
  put_bytes (export, ard_rules[paid->rule].unit);
  put_null (export);
  put_null (export);
  put_bytes (export, ard_name_severity (paid->severity));
  put_bytes (export, "paid");
  put_count (export, TRUE, FALSE);
  put_number (export, ard_figure_round (paid->value, ARD_FIGURE_VALUE));
  put_null (export);
  put_null (export);
  put_bytes (export, message);
  end (export);
}

static void
write_findings (Export *export)
{
  create (export, "findings",
          "id TEXT, item_id TEXT, rule TEXT, path TEXT, function TEXT, start_line INTEGER, end_line INTEGER, "
          "value REAL, unit TEXT, attention REAL, critical REAL, severity TEXT, state TEXT, fails INTEGER, "
          "base_value REAL, charge_h_per_month REAL, charge_incidents_per_month REAL, message TEXT");
  for (guint i = 0; i < export->ledger->findings->len; i++)
    write_finding (export, ard_finding (export->ledger, i));
  for (guint i = 0; i < export->ledger->paid->len; i++)
    write_paid (export, ard_paid (export->ledger, i));
}

static void
write_item (Export *export, guint index)
{
  const ArdLedger *ledger = export->ledger;
  const ArdItem *item = ard_item (ledger, index);
  gboolean in_function = item->function != ARD_NONE;
  g_autofree char *title = ard_messages_item (export->messages, ledger, item);
  guint32 start, last;

  ard_item_lines (ledger, item, &start, &last);
  put_count (export, TRUE, index + 1);
  put_bytes (export, item->id);
  put_bytes (export, title);
  put_bytes (export, ard_rules[item->rule].id);
  put_bytes (export, ard_name_unit (item->unit));
  put_bytes (export, ard_file (ledger->corpus, item->file)->path);
  put_bytes (export, in_function ? ard_function (ledger->corpus, item->function)->facts.name : NULL);
  put_count (export, TRUE, start);
  put_count (export, TRUE, last);
  put_bytes (export, ard_name_severity (item->severity));
  put_bytes (export, ard_name_priority (item->priority));
  put_bytes (export, ard_name_type (item->type));
  put_bits (export, ard_box_names, ard_n_box_names, item->boxes);
  put_bytes (export, ard_name_advice (item->advice));
  put_bytes (export, ard_name_basis (item->basis));
  put_count (export, TRUE, item->in_plan);
  put_count (export, TRUE, item->suppressed);
  put_figures (export, ard_item_figures, ard_n_item_figures, item, ard_item_is_priced (ledger, item));
  end (export);
}

static void
write_items (Export *export)
{
  g_autofree char *columns =
      figure_columns ("rank INTEGER, id TEXT, title TEXT, rule TEXT, unit TEXT, path TEXT, function TEXT, "
                      "start_line INTEGER, end_line INTEGER, severity TEXT, priority TEXT, type TEXT, boxes TEXT, "
                      "recommendation TEXT, basis TEXT, in_plan INTEGER, suppressed INTEGER",
                      ard_item_figures, ard_n_item_figures);

  create (export, "items", columns);
  for (guint i = 0; i < export->ledger->items->len; i++)
    write_item (export, i);
}

static void
write_notes (Export *export)
{
  g_autoptr (ArdNotes) notes = ard_report_notes (export->ledger);

  create (export, "notes", "path TEXT, reason TEXT");
  for (guint i = 0; i < notes->len; i++) {
    put_bytes (export, g_array_index (notes, ArdNote, i).path);
    put_bytes (export, g_array_index (notes, ArdNote, i).reason);
    end (export);
  }
}

static void
write_total (Export *export, const char *prefix, const char *name, double value)
{
  g_autofree char *full = g_strconcat (prefix, name, NULL);

  put_bytes (export, full);
  put_number (export, value);
  end (export);
}

static void
write_totals (Export *export)
{
  const ArdLedger *ledger = export->ledger;

  create (export, "totals", "name TEXT, value REAL");
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
write_tables (Export *export)
{
  run (export, "PRAGMA page_size = " PAGE_BYTES);
  run (export, "PRAGMA encoding = 'UTF-8'");
  run (export, "PRAGMA journal_mode = OFF");
  run (export, "BEGIN");
  write_files (export);
  write_functions (export);
  write_commits (export);
  write_changes (export);
  write_findings (export);
  write_items (export);
  write_notes (export);
  write_totals (export);
  sqlite3_finalize (g_steal_pointer (&export->insert));
  run (export, "COMMIT");
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

  Export export = { .ledger = ledger, .messages = messages };
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
