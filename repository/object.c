#include <string.h>

#include "model/error.h"
#include "repository/handle.h"

gboolean
ard_repository_fail (GError **error, const char *format, ...)
{
  const git_error *last = git_error_last ();
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  if (last && last->message && *last->message)
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY, "%s (%s)", text, last->message);
  else
    g_set_error_literal (error, ARD_ERROR, ARD_ERROR_REPOSITORY, text);
  git_error_clear ();
  return FALSE;
}

void
ard_oid_from_git (ArdOid *oid, const git_oid *id)
{
  memset (oid, 0, sizeof *oid);
  memcpy (oid->bytes, id->id, GIT_OID_RAWSZ);
}

void
ard_oid_to_git (git_oid *id, const ArdOid *oid)
{
  memcpy (id->id, oid->bytes, GIT_OID_RAWSZ);
}

int
ard_oid_compare (gconstpointer left, gconstpointer right)
{
  return memcmp (left, right, sizeof (ArdOid));
}

gboolean
ard_oid_is_zero (const ArdOid *oid)
{
  static const ArdOid zero;

  return ard_oid_equal (oid, &zero);
}

char *
ard_oid_to_hex (const ArdRepository *repository G_GNUC_UNUSED, const ArdOid *oid)
{
  char *hex = g_malloc (GIT_OID_HEXSZ + 1);
  git_oid id;

  ard_oid_to_git (&id, oid);
  git_oid_tostr (hex, GIT_OID_HEXSZ + 1, &id);
  return hex;
}

git_odb_object *
ard_object_read (ArdRepository *repository, const ArdOid *oid, git_object_t type, GError **error)
{
  g_autoptr (git_odb_object) object = NULL;
  git_oid id;

  ard_oid_to_git (&id, oid);
  if (git_odb_read (&object, repository->odb, &id) == 0 && git_odb_object_type (object) == type)
    return g_steal_pointer (&object);

  g_autofree char *hex = ard_oid_to_hex (repository, oid);

  if (object) {
    git_error_clear ();
    ard_repository_fail (error, "object %s is not a %s; check with `git fsck`", hex, git_object_type2string (type));
  } else {
    ard_repository_fail (error, "%s %s cannot be read; %s", git_object_type2string (type), hex,
                         repository->partial ? "the clone is partial: analyse a full one" : "check with `git fsck`");
  }
  return NULL;
}

static gboolean
parse_hex (const char *at, const char *end, ArdOid *oid)
{
  git_oid id;

  if (end - at < GIT_OID_HEXSZ + 1 || at[GIT_OID_HEXSZ] != '\n' || git_oid_fromstrn (&id, at, GIT_OID_HEXSZ) != 0)
    return FALSE;
  ard_oid_from_git (oid, &id);
  return TRUE;
}

/* The number after the last '>' of the committer line, as git reads it. */
static gint64
parse_time (const char *at, const char *end)
{
  const char *line = at, *close = NULL;

  while (line < end && strncmp (line, "committer ", MIN (10, (gsize) (end - line))) != 0) {
    const char *newline = memchr (line, '\n', (gsize) (end - line));

    if (newline == NULL || newline == line)
      return 0;
    line = newline + 1;
  }
  for (; line < end && *line != '\n'; line++)
    if (*line == '>')
      close = line;
  return close ? g_ascii_strtoll (close + 1, NULL, 10) : 0;
}

gboolean
ard_raw_commit_read (ArdRepository *repository, const ArdOid *oid, ArdRawCommit *commit, GError **error)
{
  *commit = (ArdRawCommit){ .object = ard_object_read (repository, oid, GIT_OBJECT_COMMIT, error) };
  if (commit->object == NULL)
    return FALSE;

  const char *at = git_odb_object_data (commit->object), *end = at + git_odb_object_size (commit->object);
  ArdOid parent;

  if (end - at < 46 || memcmp (at, "tree ", 5) != 0 || !parse_hex (at + 5, end, &commit->tree)) {
    g_autofree char *hex = ard_oid_to_hex (repository, oid);

    git_error_clear ();
    return ard_repository_fail (error, "commit %s is damaged; check with `git fsck`", hex);
  }
  at += 46;
  commit->parents = at + 7;
  while (end - at > 48 && memcmp (at, "parent ", 7) == 0 && parse_hex (at + 7, end, &parent)) {
    commit->n_parents++;
    at += 48;
  }
  commit->time_s = parse_time (at, end);
  if (g_hash_table_contains (repository->grafts, oid))
    commit->n_parents = 0;
  return TRUE;
}

void
ard_raw_commit_parent (const ArdRawCommit *commit, guint n, ArdOid *parent)
{
  git_oid id;

  git_oid_fromstrn (&id, commit->parents + 48 * (gsize) n, GIT_OID_HEXSZ);
  ard_oid_from_git (parent, &id);
}

void
ard_raw_commit_clear (ArdRawCommit *commit)
{
  g_clear_pointer (&commit->object, git_odb_object_free);
}
