#include "repository/copies.h"

#include <string.h>

/* How many of each kind are looked at. */
static const guint bounds[ARD_N_PROOFS] = { [ARD_PROOF_OWNER] = 1000,
                                            [ARD_PROOF_LICENCE] = 1000,
                                            [ARD_PROOF_RECORD] = 1000,
                                            [ARD_PROOF_PACKAGE] = 20000,
                                            [ARD_PROOF_SCRIPT] = 5000 };

ArdLay *
ard_lay_new (ArdRepository *repository)
{
  ArdLay *lay = g_new0 (ArdLay, 1);

  lay->repository = repository;
  lay->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ARD_N_PROOFS; i++)
    lay->texts[i] = g_array_new (FALSE, TRUE, sizeof (ArdText));
  return lay;
}

void
ard_lay_free (ArdLay *lay)
{
  g_hash_table_unref (lay->folders);
  for (guint i = 0; i < ARD_N_PROOFS; i++)
    g_array_unref (lay->texts[i]);
  g_free (lay);
}

void
ard_lay_mark (ArdLay *lay, const char *path, gsize length, guint bits)
{
  g_autofree char *folder = g_strndup (path, length);

  bits |= GPOINTER_TO_UINT (g_hash_table_lookup (lay->folders, folder));
  g_hash_table_replace (lay->folders, g_steal_pointer (&folder), GUINT_TO_POINTER (bits));
}

/* Folders below the root that are called after a release, where the file is called as they are. */
static void
mark_namesakes (ArdLay *lay, const char *path, const char *file)
{
  const char *name = strchr (path, '/'), *slash;

  for (guint depth = 0; name && depth < ARD_LAY_DEPTH && (slash = strchr (name + 1, '/')); name = slash, depth++) {
    gsize length = (gsize) (slash - name) - 1, named = ard_release_of (name + 1, length);

    if (named && ard_mark_is_namesake (name + 1, named, file))
      ard_lay_mark (lay, path, (gsize) (slash - path), ARD_LAY_NAMESAKE);
  }
}

/* "lib3/Mako-1.1.3.dist-info/RECORD", "lib/six-1.9-py2.7.egg-info/top_level.txt": pip's folders have the release. */
static gboolean
is_record (const char *path, const char *name)
{
  const char *folder = name - 1, *ending = g_str_equal (name, "RECORD") ? ".dist-info" : ".egg-info";
  gsize length = strlen (ending);

  if (!g_str_equal (name, "RECORD") && !g_str_equal (name, "top_level.txt"))
    return FALSE;
  while (folder > path && folder[-1] != '/')
    folder--;
  if (folder == path || (gsize) (name - 1 - folder) <= length || memcmp (name - 1 - length, ending, length) != 0)
    return FALSE;
  for (; folder + 1 < name - length; folder++)
    if (*folder == '-' && g_ascii_isdigit (folder[1]))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_release (const char *path, const char *name)
{
  const char *folder = name - 1;

  while (folder > path && folder[-1] != '/')
    folder--;
  return folder > path && ard_release_of (folder, (gsize) (name - 1 - folder)) > 0;
}

/* What a file may prove; ARD_N_PROOFS: nothing. */
static ArdProof
proof_of (const char *path, const char *name)
{
  if (name == path)
    return ard_mark_names_owner (name) ? ARD_PROOF_OWNER : ARD_N_PROOFS;
  if (ard_mark_is_licence (name))
    return ard_mark_on_shelf (path) || is_in_release (path, name) ? ARD_PROOF_LICENCE : ARD_N_PROOFS;
  if (is_record (path, name))
    return ARD_PROOF_RECORD;
  if (g_str_equal (name, "__init__.py"))
    return ARD_PROOF_PACKAGE;
  return ard_mark_is_script (name) ? ARD_PROOF_SCRIPT : ARD_N_PROOFS;
}

void
ard_lay_add (ArdLay *lay, const char *path, const ArdOid *blob)
{
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path;
  guint bits = ard_mark_of_name (name);
  gsize home = ard_mark_home (path);
  ArdProof proof = proof_of (path, name);
  ArdText text = { .path = path, .on_disk = blob == NULL };

  if (bits)
    ard_lay_mark (lay, path, slash ? (gsize) (slash - path) : 0, bits);
  if (home)
    ard_lay_mark (lay, path, home, ARD_LAY_HOME);
  mark_namesakes (lay, path, name);
  if (blob)
    text.blob = *blob;
  if (proof != ARD_N_PROOFS && lay->texts[proof]->len < bounds[proof])
    g_array_append_val (lay->texts[proof], text);
}

guint
ard_lay_of (const ArdLay *lay, const char *path, gsize length)
{
  if (!lay)
    return 0;

  g_autofree char *folder = g_strndup (path, length);

  return GPOINTER_TO_UINT (g_hash_table_lookup (lay->folders, folder));
}

gboolean
ard_lay_is_bundled (const ArdLay *lay, const char *path)
{
  const char *slash;

  if (!lay || !lay->bundled)
    return FALSE;
  slash = strchr (path, '/');
  for (guint depth = 0; slash && depth < ARD_LAY_DEPTH; slash = strchr (slash + 1, '/'), depth++)
    if (ard_lay_of (lay, path, (gsize) (slash - path)) & ARD_LAY_BUNDLED)
      return TRUE;
  return (GPOINTER_TO_UINT (g_hash_table_lookup (lay->folders, path)) & ARD_LAY_BUNDLED) != 0;
}
