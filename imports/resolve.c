#include "imports/resolve.h"

#include <string.h>

void
ard_resolution_add (ArdResolution *resolution, guint32 from, guint32 to, const ArdCapture *at, gboolean weak)
{
  ArdDependency edge = { from, to, at->start_line, FALSE };

  if (from == to || to == ARD_NONE)
    return;
  edge.weak =
      weak || (at->kind == ARD_CAPTURE_IMPORT && (at->function != ARD_NONE || (at->traits & ARD_TRAIT_TYPE_ONLY) != 0));
  g_array_append_val (resolution->edges, edge);
}

/* Length of the folders that two paths share from the root. */
static gsize
shared_folders (const char *left, const char *right)
{
  gsize length = 0;

  for (gsize i = 0; left[i] && left[i] == right[i]; i++)
    if (left[i] == '/')
      length = i + 1;
  return length;
}

static gboolean
is_ours (const ArdFile *file)
{
  return !(file->flags & ARD_FILE_VENDORED);
}

guint32
ard_resolution_choose (ArdResolution *resolution, guint32 from, const guint32 *candidates, guint n)
{
  const ArdFile *file = ard_file (resolution->corpus, from);
  guint32 best = ARD_NONE;
  gsize longest = 0;
  guint equals = 0;

  for (guint i = 0; i < n; i++) {
    const ArdFile *candidate = ard_file (resolution->corpus, candidates[i]);
    gsize shared = 1 + shared_folders (file->path, candidate->path);

    if (is_ours (file) && !is_ours (candidate))
      shared = 0;
    if (best == ARD_NONE || shared > longest) {
      best = candidates[i];
      longest = shared;
      equals = 1;
    } else if (shared == longest) {
      equals++;
    }
  }
  if (equals > 1)
    resolution->ambiguous++;
  return equals == 1 ? best : ARD_NONE;
}

static void
emit (GPtrArray *names, GString *name, gsize prefix)
{
  g_autofree char *text = g_strstrip (g_strdup (name->str));

  if (name->len > prefix && *text)
    g_ptr_array_add (names, g_steal_pointer (&text));
  g_string_truncate (name, prefix);
}

GPtrArray *
ard_import_expand (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) prefixes = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) name = g_string_new (NULL);
  gsize prefix = 0;

  for (; *text; text++)
    if (*text == '{') {
      g_array_append_val (prefixes, prefix);
      prefix = name->len;
    } else if (*text == ',' || *text == '}') {
      emit (names, name, prefix);
      if (*text == '}' && prefixes->len > 0) {
        prefix = g_array_index (prefixes, gsize, prefixes->len - 1);
        g_array_set_size (prefixes, prefixes->len - 1);
        g_string_truncate (name, prefix);
      }
    } else if (!g_ascii_isspace (*text) || name->len > prefix) {
      g_string_append_c (name, *text);
    }
  emit (names, name, prefix);
  return names;
}

gboolean
ard_text_is_in (const char *text, const char *const *list)
{
  for (; *list; list++)
    if (strcmp (text, *list) == 0)
      return TRUE;
  return FALSE;
}
