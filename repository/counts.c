#include <string.h>
#include <sys/stat.h>

#include "model/error.h"
#include "repository/handle.h"
#include "repository/lines.h"

#define SNIFFED 8000                     /* bytes in which git looks for a NUL */
#define BINARY_ABOVE (512 * 1024 * 1024) /* core.bigFileThreshold's default */
#define DIFF_BELOW (128 * 1024 * 1024)   /* both sides of a rewritten file: more takes gigabytes to compare */
#define MAX_LINES (4 * 1024 * 1024)      /* the same for their lines */

static gboolean
is_withheld (ArdRepository *repository, const ArdOid *oid, gsize max_bytes, ArdSide *side)
{
  git_object_t type;
  git_oid id;

  ard_oid_to_git (&id, oid);
  if (git_odb_read_header (&side->size, &type, repository->odb, &id) != 0)
    return FALSE;
  side->withheld = type == GIT_OBJECT_BLOB && side->size > max_bytes;
  return side->withheld;
}

gboolean
ard_side_open (ArdRepository *repository, guint mode, const ArdOid *oid, gsize max_bytes, ArdSide *side, GError **error)
{
  *side = (ArdSide){ .data = "" };
  if (mode == 0)
    return TRUE;
  if (mode == GIT_FILEMODE_COMMIT) {
    g_autofree char *hex = ard_oid_to_hex (repository, oid);

    side->size = (gsize) g_snprintf (side->text, sizeof side->text, "Subproject commit %s\n", hex);
    side->data = side->text;
    return TRUE;
  }
  side->object = ard_contents_find (repository->contents, oid, GIT_OBJECT_BLOB);
  if (side->object && git_odb_object_size (side->object) > max_bytes)
    ard_side_close (side);
  if (side->object == NULL) {
    if (is_withheld (repository, oid, max_bytes, side))
      return TRUE;
    side->object = ard_object_read (repository, oid, GIT_OBJECT_BLOB, error);
    if (side->object == NULL)
      return FALSE;
    ard_contents_keep (repository->contents, oid, side->object);
  }
  side->data = git_odb_object_data (side->object);
  side->size = git_odb_object_size (side->object);
  return TRUE;
}

void
ard_side_close (ArdSide *side)
{
  g_clear_pointer (&side->object, git_odb_object_free);
  g_clear_pointer (&side->bytes, g_bytes_unref);
}

static gboolean
is_binary (ArdForced forced, guint mode, const ArdSide *side)
{
  if (S_ISREG (mode) && forced != ARD_FORCED_NOT && !side->withheld)
    return forced == ARD_FORCED_BINARY;
  return side->withheld || memchr (side->data, '\0', MIN (side->size, SNIFFED)) != NULL;
}

static int
add_hunk (const git_diff_delta *delta G_GNUC_UNUSED, const git_diff_hunk *hunk, void *data)
{
  ArdPair *pair = data;

  pair->added += hunk->new_lines;
  pair->deleted += hunk->old_lines;
  return 0;
}

static gboolean
diff_lines (ArdPair *pair, const char *old, gsize old_size, const char *new, gsize new_size)
{
  git_diff_options options;

  git_diff_options_init (&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = GIT_DIFF_FORCE_TEXT;
  options.context_lines = 0;
  options.interhunk_lines = 0;
  return git_diff_buffers (old, old_size, NULL, new, new_size, NULL, &options, NULL, NULL, add_hunk, NULL, pair) == 0;
}

static gboolean
is_beyond (const ArdSide *old, const ArdSide *new)
{
  gsize size = old->size + new->size;

  return size > DIFF_BELOW ||
         (size > MAX_LINES &&
          ard_lines_number (old->data, old->size) + ard_lines_number (new->data, new->size) > MAX_LINES);
}

static gboolean
count_pair (ArdRepository *repository, ArdPair *pair, GError **error)
{
  g_auto (ArdSide) old = { 0 }, new = { 0 };
  ArdForced forced = S_ISREG (pair->old_mode) || S_ISREG (pair->new_mode) ? ard_attributes_diff (repository, pair->path)
                                                                          : ARD_FORCED_NOT;

  pair->added = pair->deleted = 0;
  if (!ard_side_open (repository, pair->old_mode, &pair->old_id, BINARY_ABOVE, &old, error) ||
      !ard_side_open (repository, pair->new_mode, &pair->new_id, BINARY_ABOVE, &new, error))
    return FALSE;
  if ((pair->old_mode && is_binary (forced, pair->old_mode, &old)) ||
      (pair->new_mode && is_binary (forced, pair->new_mode, &new))) {
    pair->added = pair->deleted = -1;
    return TRUE;
  }
  if (pair->old_mode && pair->new_mode && ard_oid_equal (&pair->old_id, &pair->new_id))
    return TRUE;
  if (old.size == 0 || new.size == 0) {
    pair->added = ard_lines_number (new.data, new.size);
    pair->deleted = ard_lines_number (old.data, old.size);
    return TRUE;
  }
  if (ard_lines_count (old.data, old.size, new.data, new.size, &pair->added, &pair->deleted))
    return TRUE;
  if (is_beyond (&old, &new)) {
    pair->added = pair->deleted = -1;
    return TRUE;
  }
  if (!diff_lines (pair, old.data, old.size, new.data, new.size))
    return ard_repository_fail (error, "the lines of \"%s\" cannot be compared", pair->path);
  return TRUE;
}

gboolean
ard_pairs_count (ArdRepository *repository, GArray *pairs, GError **error)
{
  for (guint i = 0; i < pairs->len; i++)
    if (!count_pair (repository, &g_array_index (pairs, ArdPair, i), error))
      return FALSE;
  return TRUE;
}
