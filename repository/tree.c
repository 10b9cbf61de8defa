#include <string.h>
#include <sys/stat.h>

#include "model/corpus.h"
#include "model/error.h"
#include "repository/handle.h"

/* git knows this tree without having it. */
static const guchar empty_tree[GIT_OID_RAWSZ] = { 0x4b, 0x82, 0x5d, 0xc6, 0x42, 0xcb, 0x6e, 0xb9, 0xa0, 0x60,
                                                  0xe5, 0x4b, 0xf8, 0xd6, 0x92, 0x88, 0xfb, 0xee, 0x49, 0x04 };

/* One entry of a raw tree: "<octal mode> <name>\0<id>". */
typedef struct {
  const char *at, *end;
  git_odb_object *object;
  guint mode; /* 0: past the last */
  const char *name;
  gsize length;
  const guchar *id;
  gboolean damaged;
} Cursor;

typedef struct {
  ArdRepository *repository;
  GArray *pairs;
  GStringChunk *strings;
  GString *path;
  guint depth;
} Walk;

static gboolean compare_trees (Walk *walk, const ArdOid *old_tree, const ArdOid *new_tree, GError **error);

static guint
canonise (guint mode)
{
  if (S_ISREG (mode))
    return S_IFREG | (mode & 0100 ? 0755 : 0644);
  if (S_ISLNK (mode))
    return S_IFLNK;
  if (S_ISDIR (mode))
    return S_IFDIR;
  return GIT_FILEMODE_COMMIT;
}

static gboolean
is_name (const char *name, gsize length)
{
  return length > 0 && length < ARD_MAX_PATH && memchr (name, '/', length) == NULL &&
         !(name[0] == '.' && (length == 1 || (length == 2 && name[1] == '.')));
}

static void
advance (Cursor *cursor)
{
  const char *at = cursor->at;
  guint mode = 0;

  cursor->mode = 0;
  if (at == cursor->end)
    return;
  cursor->damaged = TRUE;
  for (; at < cursor->end && *at >= '0' && *at <= '7' && mode < 01000000; at++)
    mode = mode * 8 + (guint) (*at - '0');
  if (at == cursor->end || *at != ' ' || mode == 0)
    return;
  cursor->name = ++at;
  at = memchr (at, '\0', (gsize) (cursor->end - at));
  if (at == NULL || cursor->end - at < 1 + GIT_OID_RAWSZ)
    return;
  cursor->length = (gsize) (at - cursor->name);
  cursor->id = (const guchar *) at + 1;
  cursor->at = at + 1 + GIT_OID_RAWSZ;
  if (!is_name (cursor->name, cursor->length))
    return;
  cursor->mode = canonise (mode);
  cursor->damaged = FALSE;
}

static gboolean
open_cursor (ArdRepository *repository, const ArdOid *tree, Cursor *cursor, GError **error)
{
  *cursor = (Cursor){ 0 };
  if (tree == NULL || memcmp (tree->bytes, empty_tree, sizeof empty_tree) == 0)
    return TRUE;
  cursor->object = ard_contents_find (repository->contents, tree, GIT_OBJECT_TREE);
  if (cursor->object == NULL) {
    cursor->object = ard_object_read (repository, tree, GIT_OBJECT_TREE, error);
    if (cursor->object == NULL)
      return FALSE;
    ard_contents_keep (repository->contents, tree, cursor->object);
  }
  cursor->at = git_odb_object_data (cursor->object);
  cursor->end = cursor->at + git_odb_object_size (cursor->object);
  advance (cursor);
  return TRUE;
}

static void
close_cursor (Cursor *cursor)
{
  g_clear_pointer (&cursor->object, git_odb_object_free);
}

/* Tree order: a folder sorts as if its name ended in '/'. */
static int
order (const Cursor *left, const Cursor *right)
{
  if (left->mode == 0 || right->mode == 0)
    return (left->mode == 0) - (right->mode == 0);

  gsize shared = MIN (left->length, right->length);
  int difference = memcmp (left->name, right->name, shared);

  if (difference)
    return difference;

  guchar left_next = left->length > shared ? (guchar) left->name[shared] : S_ISDIR (left->mode) ? '/' : 0;
  guchar right_next = right->length > shared ? (guchar) right->name[shared] : S_ISDIR (right->mode) ? '/' : 0;

  return (int) left_next - (int) right_next;
}

static gboolean
take (const Cursor *cursor, ArdOid *oid)
{
  memset (oid, 0, sizeof *oid);
  memcpy (oid->bytes, cursor->id, GIT_OID_RAWSZ);
  return TRUE;
}

static gboolean
emit (Walk *walk, const Cursor *old, const Cursor *new, GError **error)
{
  ArdPair pair = { .path = g_string_chunk_insert_len (walk->strings, walk->path->str, (gssize) walk->path->len),
                   .renamed_from = ARD_NONE };

  if (old && take (old, &pair.old_id))
    pair.old_mode = old->mode;
  if (new &&take (new, &pair.new_id))
    pair.new_mode = new->mode;
  if (walk->pairs->len >= ARD_MAX_ROWS) {
    git_error_clear ();
    return ard_repository_fail (error, "more than %d files in one tree; it was left out", ARD_MAX_ROWS);
  }
  g_array_append_val (walk->pairs, pair);
  return TRUE;
}

static gboolean
enter (Walk *walk, const Cursor *old, const Cursor *new, GError **error)
{
  ArdOid old_tree, new_tree;
  const ArdOid *left = old && take (old, &old_tree) ? &old_tree : NULL;
  const ArdOid *right = new &&take (new, &new_tree) ? &new_tree : NULL;

  if (walk->depth >= ARD_MAX_DEPTH || walk->path->len > ARD_MAX_PATH) {
    git_error_clear ();
    return ard_repository_fail (error, "folders are nested more than %d deep; the tree was left out", ARD_MAX_DEPTH);
  }
  walk->depth++;
  g_string_append_c (walk->path, '/');

  gboolean done = compare_trees (walk, left, right, error);

  walk->depth--;
  return done;
}

/* Either side may be NULL; when both are given they have the same name. */
static gboolean
visit (Walk *walk, const Cursor *old, const Cursor *new, GError **error)
{
  const Cursor *named = old ? old : new;
  gsize length = walk->path->len;
  gboolean done;

  if (old && new && old->mode == new->mode && memcmp (old->id, new->id, GIT_OID_RAWSZ) == 0)
    return TRUE;
  g_string_append_len (walk->path, named->name, (gssize) named->length);
  done = S_ISDIR (named->mode) ? enter (walk, old, new, error) : emit (walk, old, new, error);
  g_string_truncate (walk->path, length);
  return done;
}

static gboolean
merge (Walk *walk, Cursor *old, Cursor *new, GError **error)
{
  while (old->mode || new->mode) {
    int side = order (old, new);

    if (!visit (walk, side <= 0 ? old : NULL, side >= 0 ? new : NULL, error))
      return FALSE;
    if (side <= 0)
      advance (old);
    if (side >= 0)
      advance (new);
  }
  if (old->damaged || new->damaged) {
    git_error_clear ();
    return ard_repository_fail (error, "a damaged tree at \"%s\"; check with `git fsck`", walk->path->str);
  }
  return TRUE;
}

static gboolean
compare_trees (Walk *walk, const ArdOid *old_tree, const ArdOid *new_tree, GError **error)
{
  Cursor old, new;

  if (!open_cursor (walk->repository, old_tree, &old, error))
    return FALSE;

  gboolean done = open_cursor (walk->repository, new_tree, &new, error) && merge (walk, &old, &new, error);

  close_cursor (&old);
  close_cursor (&new);
  return done;
}

static int
compare_pairs (gconstpointer left, gconstpointer right)
{
  return strcmp (((const ArdPair *) left)->path, ((const ArdPair *) right)->path);
}

/* A damaged tree may be out of order or name a path twice: the first row stays. */
static void
order_pairs (GArray *pairs)
{
  gboolean sorted = TRUE;
  guint kept = 1;

  for (guint i = 1; sorted && i < pairs->len; i++)
    sorted = compare_pairs (&g_array_index (pairs, ArdPair, i - 1), &g_array_index (pairs, ArdPair, i)) < 0;
  if (sorted)
    return;
  g_array_sort (pairs, compare_pairs);
  for (guint i = 1; i < pairs->len; i++) {
    ArdPair *row = &g_array_index (pairs, ArdPair, i), *last = &g_array_index (pairs, ArdPair, kept - 1);

    if (compare_pairs (last, row) != 0)
      g_array_index (pairs, ArdPair, kept++) = *row;
  }
  g_array_set_size (pairs, kept);
}

gboolean
ard_trees_compare (ArdRepository *repository, const ArdOid *old_tree, const ArdOid *new_tree, GArray *pairs,
                   GStringChunk *strings, GError **error)
{
  Walk walk = { repository, pairs, strings, g_string_new (NULL), 0 };
  gboolean done = compare_trees (&walk, old_tree, new_tree, error);

  g_string_free (walk.path, TRUE);
  if (done)
    order_pairs (pairs);
  return done;
}

static gboolean
find_entry (ArdRepository *repository, ArdOid *tree, const char *name, gsize length, guint *mode)
{
  Cursor cursor;
  gboolean found = FALSE;

  if (!open_cursor (repository, tree, &cursor, NULL))
    return FALSE;
  for (; cursor.mode && !found; advance (&cursor))
    if (cursor.length == length && memcmp (cursor.name, name, length) == 0) {
      found = take (&cursor, tree);
      *mode = cursor.mode;
    }
  close_cursor (&cursor);
  return found;
}

git_odb_object *
ard_commit_file (ArdRepository *repository, const ArdOid *commit, const char *path)
{
  g_auto (ArdRawCommit) raw = { 0 };
  guint mode = S_IFDIR;

  if (!ard_raw_commit_read (repository, commit, &raw, NULL))
    return NULL;
  for (const char *name = path; *name; name += *name == '/') {
    gsize length = strcspn (name, "/");

    if (!S_ISDIR (mode) || !find_entry (repository, &raw.tree, name, length, &mode))
      return NULL;
    name += length;
  }
  return S_ISREG (mode) ? ard_object_read (repository, &raw.tree, GIT_OBJECT_BLOB, NULL) : NULL;
}
