#include "corpus/hits.h"

#include <math.h>
#include <string.h>

#include "model/error.h"

enum { MISSED = 1, RUN };

static void
free_hits (gpointer data)
{
  ArdHits *hits = data;

  g_free (hits->path);
  g_byte_array_unref (hits->hits);
  g_free (hits);
}

GHashTable *
ard_hits_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_hits);
}

ArdHits *
ard_hits_file (GHashTable *files, const char *path)
{
  g_autofree char *slashed = g_strdelimit (g_strdup (path), "\\", '/');
  ArdHits *hits = g_hash_table_lookup (files, slashed);

  if (hits)
    return hits;
  hits = g_new0 (ArdHits, 1);
  hits->path = g_steal_pointer (&slashed);
  hits->hits = g_byte_array_new ();
  g_hash_table_insert (files, hits->path, hits);
  return hits;
}

void
ard_hits_add (ArdHits *hits, guint64 line, gboolean run)
{
  guint before = hits->hits->len;
  guint8 value = run ? RUN : MISSED;

  if (line == 0 || line > ARD_HITS_MAX_LINES)
    return;
  if (line > before) {
    g_byte_array_set_size (hits->hits, (guint) line);
    memset (hits->hits->data + before, 0, line - before);
  }
  hits->hits->data[line - 1] = MAX (hits->hits->data[line - 1], value);
}

double
ard_hits_share (const ArdHits *hits)
{
  guint all = 0, run = 0;

  for (guint i = 0; i < hits->hits->len; i++) {
    all += hits->hits->data[i] != 0;
    run += hits->hits->data[i] == RUN;
  }
  return all ? (double) run / all : NAN;
}

/* ---- LCOV ---- */

static guint64
read_number (const char *text, const char **end)
{
  char *stop;
  guint64 value = g_ascii_strtoull (text, &stop, 10);

  *end = stop;
  return value;
}

static gboolean
read_lcov (GHashTable *files, const char *text, const char *end)
{
  ArdHits *hits = NULL;
  gboolean any = FALSE;

  while (text < end) {
    const char *newline = memchr (text, '\n', (gsize) (end - text));
    g_autofree char *line = g_strndup (text, (gsize) ((newline ? newline : end) - text));

    g_strchomp (line);
    if (g_str_has_prefix (line, "SF:")) {
      hits = ard_hits_file (files, line + 3);
      any = TRUE;
    } else if (hits && g_str_has_prefix (line, "DA:")) {
      const char *comma;
      guint64 number = read_number (line + 3, &comma);

      if (*comma == ',')
        ard_hits_add (hits, number, read_number (comma + 1, &comma) > 0);
    } else if (g_str_equal (line, "end_of_record")) {
      hits = NULL;
    }
    text = newline ? newline + 1 : end;
  }
  return any;
}

/* ---- XML ---- */

typedef struct {
  GHashTable *files;
  ArdHits *hits;
  char *package; /* JaCoCo's, as a folder */
  gboolean known;
} Report;

static const char *
find_attribute (const char *const *names, const char *const *values, const char *name)
{
  for (guint i = 0; names[i]; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

/* Cobertura: number, hits. JaCoCo: nr, ci (instructions run). Clover: num, count. */
static void
read_line (Report *report, const char *const *names, const char *const *values)
{
  static const struct {
    const char *line, *hits;
  } kinds[] = { { "number", "hits" }, { "nr", "ci" }, { "num", "count" } };
  const char *end;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const char *line = find_attribute (names, values, kinds[i].line);
    const char *hits = find_attribute (names, values, kinds[i].hits);

    if (line && hits)
      ard_hits_add (report->hits, read_number (line, &end), read_number (hits, &end) > 0);
  }
}

static void
start_element (GMarkupParseContext *context G_GNUC_UNUSED, const char *element, const char **names, const char **values,
               gpointer data, GError **error G_GNUC_UNUSED)
{
  Report *report = data;
  const char *const *keys = (const char *const *) names, *const *texts = (const char *const *) values;
  const char *name = find_attribute (keys, texts, "name");
  const char *path = find_attribute (keys, texts, "path");
  const char *file = find_attribute (keys, texts, "filename");

  if (strcmp (element, "coverage") == 0 || strcmp (element, "report") == 0) {
    report->known = TRUE;
  } else if (strcmp (element, "package") == 0 && name) {
    g_free (report->package);
    report->package = g_strdup (name);
  } else if (strcmp (element, "class") == 0 && file) {
    report->hits = ard_hits_file (report->files, file);
  } else if (strcmp (element, "sourcefile") == 0 && name) {
    g_autofree char *whole = g_build_path ("/", report->package ? report->package : "", name, NULL);

    report->hits = ard_hits_file (report->files, whole);
  } else if (strcmp (element, "file") == 0 && (path || name)) {
    report->hits = ard_hits_file (report->files, path ? path : name);
  } else if (strcmp (element, "line") == 0 && report->hits) {
    read_line (report, keys, texts);
  }
}

static void
end_element (GMarkupParseContext *context G_GNUC_UNUSED, const char *element, gpointer data,
             GError **error G_GNUC_UNUSED)
{
  Report *report = data;

  if (strcmp (element, "class") == 0 || strcmp (element, "sourcefile") == 0 || strcmp (element, "file") == 0)
    report->hits = NULL;
}

static gboolean
read_xml (GHashTable *files, const char *text, gsize length, gboolean *known, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, NULL, NULL, NULL };
  Report report = { .files = files };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &report, NULL);
  gboolean done = g_markup_parse_context_parse (context, text, (gssize) length, error) &&
                  g_markup_parse_context_end_parse (context, error);

  *known = report.known;
  g_free (report.package);
  return done;
}

gboolean
ard_hits_read (GHashTable *files, const char *text, gsize length, GError **error)
{
  gboolean known = FALSE;
  const char *first = text;

  while (first < text + length && (g_ascii_isspace (*first) || (guchar) *first >= 0x80))
    first++;
  if (first < text + length && *first == '<') {
    if (!read_xml (files, first, (gsize) (text + length - first), &known, error))
      return FALSE;
  } else {
    known = read_lcov (files, text, text + length);
  }
  if (!known)
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "no report of Cobertura, JaCoCo, Clover or LCOV");
  return known;
}
