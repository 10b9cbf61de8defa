#include "analyzers/ties.h"

#include <string.h>

/* A file with less code in functions hands things on. */
#define FACADE_LINES 60

static gboolean
is_c (const ArdFile *file)
{
  return strcmp (file->language, "C") == 0 || strcmp (file->language, "C++") == 0;
}

gboolean
ard_ties_is_product (const ArdFile *file)
{
  return file->measured && !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

gboolean
ard_ties_is_facade (const ArdFile *file)
{
  return !is_c (file) && file->function_lines < FACADE_LINES;
}

static const char *
name_of (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash ? slash + 1 : path;
}

static gboolean
same_folder (const char *left, const char *right)
{
  gsize length = (gsize) (name_of (left) - left);

  return (gsize) (name_of (right) - right) == length && strncmp (left, right, length) == 0;
}

/* Whether another source stands beside the header: then it is that one's. */
static gboolean
has_source (const ArdCorpus *corpus, const ArdFile *header)
{
  static const char *const endings[] = { ".c", ".cc", ".cpp", ".cxx" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize length = (gsize) (strrchr (header->path, '.') - header->path);
    g_autofree char *path = g_strdup_printf ("%.*s%s", (int) length, header->path, endings[i]);

    if (ard_corpus_find_file (corpus, path) != ARD_NONE)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_own_header (const ArdCorpus *corpus, const ArdFile *file, const ArdFile *other)
{
  const char *name = name_of (file->path), *header = name_of (other->path);
  const char *dot = strrchr (name, '.'), *end = strrchr (header, '.');

  return dot && end && is_c (file) && dot[1] != 'h' && end[1] == 'h' && dot - name == end - header &&
         strncmp (name, header, (gsize) (dot - name)) == 0 &&
         (same_folder (file->path, other->path) || !has_source (corpus, other));
}

static gboolean
is_counted (const ArdFile *from, const ArdFile *to)
{
  return ard_ties_is_product (from) && ard_ties_is_product (to) &&
         !(strcmp (from->language, "Go") == 0 && same_folder (from->path, to->path));
}

ArdTies *
ard_ties_new (const ArdCorpus *corpus)
{
  ArdTies *self = g_new (ArdTies, 1);

  self->in = g_new0 (guint32, corpus->files->len + 1);
  self->out = g_new0 (guint32, corpus->files->len + 1);
  self->header = g_new (guint32, corpus->files->len + 1);
  for (guint32 i = 0; i < corpus->files->len; i++)
    self->header[i] = ARD_NONE;
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *row = ard_dependency (corpus, i);
    const ArdFile *from = ard_file (corpus, row->from), *to = ard_file (corpus, row->to);

    if (!is_counted (from, to))
      continue;
    if (is_own_header (corpus, from, to))
      self->header[row->from] = row->to;
    self->in[row->to]++;
    self->out[row->from]++;
  }
  return self;
}

void
ard_ties_free (ArdTies *ties)
{
  if (!ties)
    return;
  g_free (ties->in);
  g_free (ties->out);
  g_free (ties->header);
  g_free (ties);
}
