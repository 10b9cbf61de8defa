#include <string.h>

#include "repository/handle.h"

#define PREFIX "refs/tags/"
#define MAX_TAGS 100000
#define MAX_DEPTH 16 /* tags of tags */

typedef struct {
  ArdRepository *repository;
  GArray *tags;
  GStringChunk *strings;
  guint damaged;
} Reading;

/* The commit that a tag names at last, and the time at which the outermost tag was written. */
static gboolean
peel (Reading *reading, const git_oid *id, ArdHistoryTag *tag)
{
  ArdRepository *repository = reading->repository;
  git_oid at = *id;

  for (guint depth = 0; depth < MAX_DEPTH; depth++) {
    g_autoptr (git_tag) object = NULL;
    git_object_t type;
    gsize size;

    if (git_odb_read_header (&size, &type, repository->odb, &at) != 0) {
      reading->damaged++;
      return FALSE;
    }
    if (type == GIT_OBJECT_COMMIT) {
      ard_oid_from_git (&tag->commit, &at);
      return tag->tagged || ard_repository_time (repository, &tag->commit, &tag->time_s, NULL);
    }
    if (type != GIT_OBJECT_TAG)
      return FALSE;
    if (git_tag_lookup (&object, repository->git, &at) != 0) {
      reading->damaged++;
      return FALSE;
    }
    if (git_tag_tagger (object) && !tag->tagged) {
      tag->time_s = git_tag_tagger (object)->when.time;
      tag->tagged = TRUE;
    }
    at = *git_tag_target_id (object);
  }
  return FALSE;
}

static int
add (const char *name, git_oid *id, void *data)
{
  Reading *reading = data;
  ArdHistoryTag tag = { 0 };

  if (reading->tags->len >= MAX_TAGS)
    return 1;
  if (!peel (reading, id, &tag))
    return 0;

  g_autofree char *valid = g_utf8_make_valid (g_str_has_prefix (name, PREFIX) ? name + strlen (PREFIX) : name, -1);

  tag.name = g_string_chunk_insert (reading->strings, valid);
  g_array_append_val (reading->tags, tag);
  return 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const ArdHistoryTag *left = a, *right = b;
  int order = (left->time_s > right->time_s) - (left->time_s < right->time_s);

  if (order == 0)
    order = strcmp (left->name, right->name);
  return order ? order : ard_oid_compare (&left->commit, &right->commit);
}

gboolean
ard_history_parents (ArdRepository *repository, const ArdOid *commit, GArray *parents)
{
  g_auto (ArdRawCommit) raw = { 0 };

  if (!ard_raw_commit_read (repository, commit, &raw, NULL))
    return FALSE;
  for (guint i = 0; i < raw.n_parents; i++) {
    ArdOid parent;

    ard_raw_commit_parent (&raw, i, &parent);
    g_array_append_val (parents, parent);
  }
  return TRUE;
}

GArray *
ard_history_tags (ArdRepository *repository, GStringChunk *strings, ArdNotes *notes)
{
  Reading reading = { repository, g_array_new (FALSE, FALSE, sizeof (ArdHistoryTag)), strings, 0 };
  int stopped = git_tag_foreach (repository->git, add, &reading);

  git_error_clear ();
  if (stopped > 0)
    ard_notes_add (notes, NULL, "tags after the first %d are left out", MAX_TAGS);
  if (stopped < 0)
    ard_notes_add (notes, NULL, "the tags cannot be read; check with `git fsck`");
  if (reading.damaged > 0)
    ard_notes_add (notes, NULL, "%u tags are left out: what they name is missing or damaged", reading.damaged);
  g_array_sort (reading.tags, compare);
  return reading.tags;
}
