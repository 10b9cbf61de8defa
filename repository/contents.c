#include "repository/handle.h"

/* Of one generation: when it is full, the older one is let go and it becomes the older one. */
#define GENERATION_BYTES (12 * 1024 * 1024)
#define LARGEST_BYTES (1024 * 1024)

struct ArdContents {
  GMutex mutex;
  GHashTable *young, *old; /* ArdOid to git_odb_object, both owned */
  gsize young_bytes;
};

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (ard_oid_hash, ard_oid_equal, g_free, (GDestroyNotify) git_odb_object_free);
}

ArdContents *
ard_contents_new (void)
{
  ArdContents *contents = g_atomic_rc_box_new0 (ArdContents);

  g_mutex_init (&contents->mutex);
  contents->young = new_generation ();
  contents->old = new_generation ();
  return contents;
}

ArdContents *
ard_contents_ref (ArdContents *contents)
{
  return g_atomic_rc_box_acquire (contents);
}

static void
clear (gpointer data)
{
  ArdContents *contents = data;

  g_hash_table_unref (contents->young);
  g_hash_table_unref (contents->old);
  g_mutex_clear (&contents->mutex);
}

void
ard_contents_unref (ArdContents *contents)
{
  g_atomic_rc_box_release_full (contents, clear);
}

static git_odb_object *
copy_of (git_odb_object *object)
{
  git_odb_object *copy = NULL;

  return object && git_odb_object_dup (&copy, object) == 0 ? copy : NULL;
}

static void
add (ArdContents *contents, const ArdOid *oid, git_odb_object *object)
{
  if (contents->young_bytes > GENERATION_BYTES) {
    g_hash_table_unref (contents->old);
    contents->old = contents->young;
    contents->young = new_generation ();
    contents->young_bytes = 0;
  }
  contents->young_bytes += git_odb_object_size (object);
  g_hash_table_insert (contents->young, g_memdup2 (oid, sizeof *oid), object);
}

git_odb_object *
ard_contents_find (ArdContents *contents, const ArdOid *oid, git_object_t type)
{
  git_odb_object *found;

  g_mutex_lock (&contents->mutex);
  found = copy_of (g_hash_table_lookup (contents->young, oid));
  if (!found && (found = copy_of (g_hash_table_lookup (contents->old, oid))))
    add (contents, oid, copy_of (found));
  g_mutex_unlock (&contents->mutex);
  if (found && git_odb_object_type (found) != type)
    g_clear_pointer (&found, git_odb_object_free);
  return found;
}

void
ard_contents_keep (ArdContents *contents, const ArdOid *oid, git_odb_object *object)
{
  if (git_odb_object_size (object) > LARGEST_BYTES)
    return;
  g_mutex_lock (&contents->mutex);
  if (!g_hash_table_contains (contents->young, oid))
    add (contents, oid, copy_of (object));
  g_mutex_unlock (&contents->mutex);
}
