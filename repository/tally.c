#include "repository/handle.h"

#define SHOWN 20 /* files of one reason that get a note of their own */

struct ArdTally {
  GHashTable *reasons; /* reason to GPtrArray of paths */
};

ArdTally *
ard_tally_new (void)
{
  ArdTally *tally = g_new (ArdTally, 1);

  tally->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return tally;
}

void
ard_tally_add (ArdTally *tally, const char *path, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *reason = g_strdup_vprintf (format, args);
  va_end (args);

  GPtrArray *paths = g_hash_table_lookup (tally->reasons, reason);

  if (paths == NULL) {
    paths = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (tally->reasons, g_steal_pointer (&reason), paths);
  }
  g_ptr_array_add (paths, g_strdup (path));
}

static int
compare (gconstpointer left, gconstpointer right)
{
  return g_strcmp0 (*(char *const *) left, *(char *const *) right);
}

void
ard_tally_write (ArdTally *tally, ArdNotes *notes)
{
  g_autoptr (GList) reasons = g_list_sort (g_hash_table_get_keys (tally->reasons), (GCompareFunc) g_strcmp0);

  for (GList *item = reasons; item && notes; item = item->next) {
    GPtrArray *paths = g_hash_table_lookup (tally->reasons, item->data);

    g_ptr_array_sort (paths, compare);
    for (guint i = 0; i < MIN (paths->len, SHOWN); i++)
      ard_notes_add (notes, paths->pdata[i], "%s", (const char *) item->data);
    if (paths->len > SHOWN)
      ard_notes_add (notes, NULL, "%u more files: %s", paths->len - SHOWN, (const char *) item->data);
  }
  g_hash_table_unref (tally->reasons);
  g_free (tally);
}
