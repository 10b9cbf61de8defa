#include <string.h>

#include "repository/handle.h"

void
ard_commit_header_clear (ArdCommitHeader *header)
{
  g_clear_pointer (&header->author_name, g_free);
  g_clear_pointer (&header->author_mail, g_free);
  g_clear_pointer (&header->message, g_free);
  g_clear_pointer (&header->co_authors, g_ptr_array_unref);
  g_clear_pointer (&header->parents, g_array_unref);
}

static char *
decode (const char *text, const char *encoding)
{
  if (text == NULL)
    return g_strdup ("");
  if (encoding && *encoding && g_ascii_strcasecmp (encoding, "UTF-8") != 0 &&
      g_ascii_strcasecmp (encoding, "UTF8") != 0) {
    char *converted = g_convert (text, -1, "UTF-8", encoding, NULL, NULL, NULL);

    if (converted && g_utf8_validate (converted, -1, NULL))
      return converted;
    g_free (converted);
  }
  return g_utf8_make_valid (text, -1);
}

static git_mailmap *
open_mailmap (ArdRepository *repository)
{
  if (repository->mailmap)
    return repository->mailmap;
  if (!repository->has_head) {
    ArdOid head;

    if (ard_repository_resolve (repository, "HEAD", &head, NULL))
      ard_repository_set_head (repository, &head);
    repository->has_head = TRUE;
  }

  g_autoptr (git_odb_object) object =
      ard_oid_is_zero (&repository->head) ? NULL : ard_commit_file (repository, &repository->head, ".mailmap");

  if (object == NULL ||
      git_mailmap_from_buffer (&repository->mailmap, git_odb_object_data (object), git_odb_object_size (object)) != 0)
    git_mailmap_new (&repository->mailmap);
  git_error_clear ();
  return repository->mailmap;
}

static void
resolve_person (ArdRepository *repository, const char *name, const char *mail, char **real_name, char **real_mail)
{
  const char *mapped_name = name, *mapped_mail = mail;

  git_mailmap_resolve (&mapped_name, &mapped_mail, open_mailmap (repository), name, mail);
  *real_name = g_utf8_make_valid (mapped_name, -1);
  *real_mail = g_utf8_make_valid (mapped_mail, -1);
}

static gboolean
is_known (const ArdCommitHeader *header, const char *mail)
{
  if (g_ascii_strcasecmp (header->author_mail, mail) == 0)
    return TRUE;
  for (guint i = 1; i < header->co_authors->len; i += 2)
    if (g_ascii_strcasecmp (header->co_authors->pdata[i], mail) == 0)
      return TRUE;
  return FALSE;
}

/* A trailer without an address: a full name can be looked up among those who have one. */
static void
add_bare_co_author (ArdCommitHeader *header, const char *name)
{
  gboolean known = g_ascii_strcasecmp (header->author_name, name) == 0;

  for (guint i = 0; i < header->co_authors->len; i += 2)
    known |= g_ascii_strcasecmp (header->co_authors->pdata[i], name) == 0;
  if (known || !strchr (name, ' ') || strpbrk (name, "@<>"))
    return;
  g_ptr_array_add (header->co_authors, g_utf8_make_valid (name, -1));
  g_ptr_array_add (header->co_authors, g_strdup (""));
}

/* "Name <mail>" after the key of a trailer. */
static void
add_co_author (ArdRepository *repository, ArdCommitHeader *header, const char *value, gsize length)
{
  g_autofree char *text = g_strndup (value, length);
  char *open = strchr (text, '<'), *close = open ? strchr (open, '>') : NULL;
  char *name, *mail;

  if (close == NULL) {
    add_bare_co_author (header, g_strstrip (text));
    return;
  }
  *open = *close = '\0';
  resolve_person (repository, g_strstrip (text), g_strstrip (open + 1), &name, &mail);
  if (*mail == '\0' || is_known (header, mail)) {
    g_free (name);
    g_free (mail);
    return;
  }
  g_ptr_array_add (header->co_authors, name);
  g_ptr_array_add (header->co_authors, mail);
}

static void
read_co_authors (ArdRepository *repository, ArdCommitHeader *header)
{
  static const char key[] = "co-authored-by:";
  const char *line = strchr (header->message, '\n');

  while (line) {
    const char *end = strchr (++line, '\n');
    gsize length = end ? (gsize) (end - line) : strlen (line);

    if (g_ascii_strncasecmp (line, key, strlen (key)) == 0)
      add_co_author (repository, header, line + strlen (key), length - strlen (key));
    line = end;
  }
}

static void
read_author (ArdRepository *repository, const git_commit *commit, const char *encoding, ArdCommitHeader *header)
{
  const git_signature *author = git_commit_author (commit);
  g_autofree char *name = decode (author ? author->name : NULL, encoding);
  g_autofree char *mail = decode (author ? author->email : NULL, encoding);

  resolve_person (repository, name, mail, &header->author_name, &header->author_mail);
  header->author_time_s = author ? author->when.time : 0;
}

static void
read_parents (const ArdRepository *repository, const git_commit *commit, ArdCommitHeader *header)
{
  guint n = g_hash_table_contains (repository->grafts, &header->id) ? 0 : git_commit_parentcount (commit);

  header->n_parents = n;
  header->parents = g_array_sized_new (FALSE, TRUE, sizeof (ArdOid), n);
  for (guint i = 0; i < n; i++) {
    ArdOid parent;

    ard_oid_from_git (&parent, git_commit_parent_id (commit, i));
    g_array_append_val (header->parents, parent);
  }
}

gboolean
ard_history_header (ArdRepository *repository, const ArdOid *oid, ArdCommitHeader *header, GError **error)
{
  git_commit *commit = NULL;
  git_oid id;

  *header = (ArdCommitHeader){ .id = *oid };
  ard_oid_to_git (&id, oid);
  if (git_commit_lookup (&commit, repository->git, &id) != 0) {
    g_autofree char *hex = ard_oid_to_hex (repository, oid);

    return ard_repository_fail (error, "commit %s cannot be read; check with `git fsck`", hex);
  }

  const char *encoding = git_commit_message_encoding (commit);

  header->co_authors = g_ptr_array_new_with_free_func (g_free);
  read_parents (repository, commit, header);
  header->commit_time_s = git_commit_time (commit);
  header->message = decode (git_commit_message (commit), encoding);
  read_author (repository, commit, encoding, header);
  read_co_authors (repository, header);
  git_commit_free (commit);
  return TRUE;
}
