#include "imports/resolve.h"

#include <string.h>

#define LANGUAGE "Swift"

/* "Sources/Core/a/b.swift" belongs to the module of the folder below Sources; elsewhere of the top folder. */
static gsize
module_length (const char *path)
{
  const char *sources = g_str_has_prefix (path, "Sources/") ? path : strstr (path, "/Sources/");
  const char *name = sources ? strchr (sources + 1, '/') + 1 : path;

  return (gsize) (name - path) + strcspn (name, "/");
}

static gboolean
same_module (const char *left, const char *right)
{
  gsize length = module_length (left);

  return module_length (right) == length && strncmp (left, right, length) == 0;
}

/* The file that defines a type: in the same module, or, of a module that is imported, the only one. */
static guint32
find (const ArdResolution *resolution, const ArdFile *file, const char *name)
{
  const GArray *files = ard_definitions_find (resolution->definitions, LANGUAGE, name);
  guint32 near = ARD_NONE;
  guint n = 0;

  for (guint i = 0; files && i < files->len; i++) {
    guint32 candidate = g_array_index (files, guint32, i);
    const ArdFile *other = ard_file (resolution->corpus, candidate);

    if (!(file->flags & ARD_FILE_TEST) && (other->flags & ARD_FILE_TEST))
      continue;
    if (files->len == 1 || same_module (file->path, other->path)) {
      near = candidate;
      n++;
    }
  }
  return n == 1 ? near : ARD_NONE;
}

void
ard_resolve_swift (ArdResolution *resolution)
{
  const ArdCorpus *corpus = resolution->corpus;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *row = ard_capture (corpus, i);
    const ArdFile *file = ard_file (corpus, row->file);

    if (row->facts.kind == ARD_CAPTURE_REFERENCE && strcmp (file->language, LANGUAGE) == 0) {
      g_autofree char *name = ard_definitions_dotted (row->facts.text);

      ard_resolution_add (resolution, row->file, find (resolution, file, name), &row->facts, FALSE);
    }
  }
}
