#include "reports/json_value.h"

#include <math.h>

#include "reports/text.h"

json_t *
ard_json_number (double rounded)
{
  return isnan (rounded) ? json_null () : json_real (rounded);
}

json_t *
ard_json_rounded (double value, ArdFigureKind kind)
{
  return ard_json_number (ard_figure_round (value, kind));
}

json_t *
ard_json_string (const char *bytes)
{
  if (!bytes)
    return json_null ();

  g_autofree char *text = ard_text_utf8 (bytes);

  return json_string (text);
}

json_t *
ard_json_count (gboolean known, gint64 n)
{
  return known ? json_integer (n) : json_null ();
}

void
ard_json_set (json_t *row, const char *name, json_t *value)
{
  json_object_set_new (row, name, value);
}

void
ard_json_set_path_bytes (json_t *row, const char *path)
{
  if (g_utf8_validate (path, -1, NULL))
    return;

  g_autofree char *bytes = ard_text_percent (path);

  ard_json_set (row, "path_bytes", json_string (bytes));
}

void
ard_json_set_path (json_t *row, const char *path)
{
  ard_json_set (row, "path", ard_json_string (path));
  if (path)
    ard_json_set_path_bytes (row, path);
}

void
ard_json_set_figures (json_t *row, const ArdFigure *figures, guint n, gconstpointer record, gboolean priced)
{
  for (guint i = 0; i < n; i++)
    if (!figures[i].grouped)
      ard_json_set (row, figures[i].name, ard_json_number (ard_figure_get (&figures[i], record, priced)));
}

json_t *
ard_json_bits (const ArdBitName *names, guint n, guint value)
{
  json_t *list = json_array ();

  for (guint i = 0; i < n; i++)
    if (value & names[i].bit)
      json_array_append_new (list, json_string (names[i].name));
  return list;
}
