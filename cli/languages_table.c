#include "cli/languages_table.h"

#include <string.h>

#include "languages/languages.h"

#define NAME_WIDTH 12

static const char legend[] =
    "size        lines of code, comments, history\n"
    "complexity  functions: length, cyclomatic and cognitive complexity, nesting, number of parameters\n"
    "errors      missing error handling\n"
    "clones      duplicated code\n"
    "imports     dependencies, modules, cycles inside the repository\n"
    "parameters  parameters that nobody uses\n"
    "documents   settings as rows of key, value, line\n";

static gboolean
measures (const ArdMeasured *row, guint i)
{
  return (row->measures & 1u << i) != 0;
}

static void
write_row (GString *text, const ArdMeasured *row)
{
  g_string_append_printf (text, "%-*s", NAME_WIDTH, row->name);
  for (guint i = 0; i < ARD_N_MEASURES; i++)
    g_string_append_printf (text, " %-*s", (int) strlen (ard_measure_names[i]), measures (row, i) ? "yes" : "no");
  g_string_append_printf (text, "  %s%s%s", row->extensions, *row->extensions && *row->files ? " " : "", row->files);
  if (row->host)
    g_string_append_printf (text, "; its script is measured as %s", row->host);
  g_string_append_c (text, '\n');
}

char *
ard_languages_write_text (GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ArdMeasured));
  GString *text;

  if (!ard_languages_measured (rows, error))
    return NULL;
  text = g_string_new (NULL);
  g_string_append_printf (text, "%-*s", NAME_WIDTH, "language");
  for (guint i = 0; i < ARD_N_MEASURES; i++)
    g_string_append_printf (text, " %s", ard_measure_names[i]);
  g_string_append (text, "  files\n");
  for (guint i = 0; i < rows->len; i++)
    write_row (text, &g_array_index (rows, ArdMeasured, i));
  g_string_append_printf (text, "\nOther text: size and history only.\n\n%s", legend);
  return g_string_free (text, FALSE);
}

char *
ard_languages_write_markdown (GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ArdMeasured));
  GString *text;

  if (!ard_languages_measured (rows, error))
    return NULL;
  text = g_string_new ("| language |");
  for (guint i = 0; i < ARD_N_MEASURES; i++)
    g_string_append_printf (text, " %s |", ard_measure_names[i]);
  g_string_append (text, " files |\n|---|");
  for (guint i = 0; i < ARD_N_MEASURES; i++)
    g_string_append (text, "---|");
  g_string_append (text, "---|\n");
  for (guint i = 0; i < rows->len; i++) {
    const ArdMeasured *row = &g_array_index (rows, ArdMeasured, i);

    g_string_append_printf (text, "| %s |", row->name);
    for (guint j = 0; j < ARD_N_MEASURES; j++)
      g_string_append (text, measures (row, j) ? " yes |" : " no |");
    g_string_append_printf (text, " %s%s%s%s%s |\n", row->extensions, *row->extensions && *row->files ? " " : "",
                            row->files, row->host ? "; its script as " : "", row->host ? row->host : "");
  }
  return g_string_free (text, FALSE);
}
