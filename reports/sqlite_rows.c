#include "reports/sqlite_rows.h"

#include <math.h>
#include <string.h>

void
ard_export_run (ArdExport *export, const char *sql)
{
  if (export->code == SQLITE_OK)
    export->code = sqlite3_exec (export->db, sql, NULL, NULL, NULL);
}

void
ard_export_create (ArdExport *export, const char *table, const char *columns)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TABLE %s (%s)", table, columns);
  guint n = 1;

  for (const char *at = columns; *at; at++)
    n += *at == ',';
  ard_export_run (export, sql);

  g_autoptr (GString) insert = g_string_new (NULL);

  g_string_printf (insert, "INSERT INTO %s VALUES (?", table);
  for (guint i = 1; i < n; i++)
    g_string_append (insert, ", ?");
  g_string_append_c (insert, ')');
  sqlite3_finalize (g_steal_pointer (&export->insert));
  if (export->code == SQLITE_OK)
    export->code = sqlite3_prepare_v2 (export->db, insert->str, -1, &export->insert, NULL);
}

void
ard_export_put_null (ArdExport *export)
{
  sqlite3_bind_null (export->insert, ++export->column);
}

void
ard_export_put_count (ArdExport *export, gboolean known, gint64 n)
{
  if (known)
    sqlite3_bind_int64 (export->insert, ++export->column, n);
  else
    ard_export_put_null (export);
}

void
ard_export_put_number (ArdExport *export, double rounded)
{
  if (isnan (rounded))
    ard_export_put_null (export);
  else
    sqlite3_bind_double (export->insert, ++export->column, rounded);
}

void
ard_export_put_bytes (ArdExport *export, const char *bytes)
{
  int size = bytes ? (int) strlen (bytes) : 0;

  if (!bytes)
    ard_export_put_null (export);
  else if (g_utf8_validate (bytes, size, NULL))
    sqlite3_bind_text (export->insert, ++export->column, bytes, size, SQLITE_TRANSIENT);
  else
    sqlite3_bind_blob (export->insert, ++export->column, bytes, size, SQLITE_TRANSIENT);
}

void
ard_export_put_figures (ArdExport *export, const ArdFigure *figures, guint n, gconstpointer record, gboolean priced)
{
  for (guint i = 0; i < n; i++)
    ard_export_put_number (export, ard_figure_get (&figures[i], record, priced));
}

void
ard_export_put_bits (ArdExport *export, const ArdBitName *names, guint n, guint value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (value & names[i].bit)
      g_string_append_printf (text, "%s%s", text->len ? " " : "", names[i].name);
  ard_export_put_bytes (export, text->str);
}

void
ard_export_end (ArdExport *export)
{
  if (export->code == SQLITE_OK && sqlite3_step (export->insert) != SQLITE_DONE)
    export->code = sqlite3_errcode (export->db);
  sqlite3_reset (export->insert);
  export->column = 0;
}
