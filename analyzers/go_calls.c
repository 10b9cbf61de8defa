#include "analyzers/go_calls.h"

#include <string.h>

static ArdSpan
folder_of (const char *path)
{
  const char *slash = strrchr (path, '/');

  return (ArdSpan){ path, slash ? (gsize) (slash - path) : 0 };
}

static gboolean
equal (ArdSpan a, ArdSpan b)
{
  return a.length == b.length && memcmp (a.text, b.text, a.length) == 0;
}

static gboolean
ends_with (const char *path, ArdSpan folder)
{
  gsize length = strlen (path);

  if (!folder.length || length < folder.length || memcmp (path + length - folder.length, folder.text, folder.length))
    return FALSE;
  return length == folder.length || path[length - folder.length - 1] == '/';
}

/* Length of the path up to its major version: "x/kingpin" of "x/kingpin/v2" and "x/kingpin.v2". */
static gsize
unversioned_length (const char *path)
{
  gsize length = strlen (path), at = length;

  while (at > 0 && g_ascii_isdigit (path[at - 1]))
    at--;
  return at < length && at > 2 && path[at - 1] == 'v' && strchr ("/.", path[at - 2]) ? at - 2 : length;
}

/* Whether the package of that path may be called so: kingpin of "x/kingpin/v2", "x/go-kingpin" and "x/kingpin.go". */
static gboolean
may_be_called (const char *path, ArdSpan name)
{
  gsize length = unversioned_length (path), start = length;

  while (start > 0 && path[start - 1] != '/')
    start--;
  for (gsize from = start, to = start; to <= length; to++)
    if (to == length || path[to] == '-' || path[to] == '.') {
      if (equal ((ArdSpan){ path + from, to - from }, name))
        return TRUE;
      from = to + 1;
    }
  return equal ((ArdSpan){ path + start, length - start }, name);
}

static gboolean
depends_on_folder (const ArdCorpus *corpus, guint32 file, ArdSpan folder)
{
  const ArdFile *row = ard_file (corpus, file);

  for (guint32 i = 0; i < row->n_dependencies; i++)
    if (equal (folder_of (ard_file (corpus, ard_dependency (corpus, row->first_dependency + i)->to)->path), folder))
      return TRUE;
  return FALSE;
}

static gboolean
is_method (const ArdCorpus *corpus, guint32 function)
{
  const char *name = ard_function (corpus, function)->facts.name;

  return ard_receiver (name, strlen (name)).length > 0;
}

static ArdSpan
package_of (const ArdCorpus *corpus, guint32 function)
{
  return folder_of (ard_file (corpus, ard_function (corpus, function)->file)->path);
}

static gboolean
is_own_bare (const ArdCorpus *corpus, guint32 file, const ArdNamesake *own)
{
  ArdSpan package = folder_of (ard_file (corpus, file)->path);
  gboolean found = FALSE;

  for (guint i = 0; i < own->functions->len; i++) {
    guint32 function = g_array_index (own->functions, guint32, i);
    const ArdCorpusFunction *row = ard_function (corpus, function);

    if (row->facts.parent != ARD_NONE && row->file == file)
      return FALSE;
    found |= row->facts.parent == ARD_NONE && !is_method (corpus, function) &&
             equal (package_of (corpus, function), package);
  }
  return found;
}

/* Of the package that the import names, or none. */
static gboolean
is_own_imported (const ArdCorpus *corpus, guint32 file, const ArdNamesake *own, const char *import)
{
  for (guint i = 0; i < own->functions->len; i++) {
    guint32 function = g_array_index (own->functions, guint32, i);
    ArdSpan package = package_of (corpus, function);

    if (ard_function (corpus, function)->facts.parent == ARD_NONE && !is_method (corpus, function) &&
        (package.length ? ends_with (import, package) : depends_on_folder (corpus, file, package)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_own_method (const ArdCorpus *corpus, guint32 file, const ArdNamesake *own)
{
  ArdSpan here = folder_of (ard_file (corpus, file)->path);

  for (guint i = 0; i < own->functions->len; i++) {
    guint32 function = g_array_index (own->functions, guint32, i);
    ArdSpan package = package_of (corpus, function);

    if (is_method (corpus, function) && (equal (package, here) || depends_on_folder (corpus, file, package)))
      return TRUE;
  }
  return FALSE;
}

gboolean
ard_go_calls_own (const ArdCorpus *corpus, const ArdImports *imports, guint32 file, const ArdNamesake *own,
                  const char *callee)
{
  ArdSpan receiver = ard_receiver (callee, strlen (callee));

  if (!receiver.length)
    return is_own_bare (corpus, file, own);
  for (guint i = 0; i < imports->n; i++) {
    if (!may_be_called (imports->texts[i], receiver))
      continue;

    /* a package that the file renames stands behind its path */
    gboolean renamed = i > 0 && !strpbrk (imports->texts[i], "./") && strpbrk (imports->texts[i - 1], "./");

    return is_own_imported (corpus, file, own, imports->texts[renamed ? i - 1 : i]);
  }
  return !memchr (receiver.text, '(', receiver.length) && is_own_method (corpus, file, own);
}
