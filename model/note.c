#include "model/note.h"

static void
clear (gpointer data)
{
  ArdNote *note = data;

  g_free (note->path);
  g_free (note->reason);
}

ArdNotes *
ard_notes_new (void)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (ArdNote));

  g_array_set_clear_func (notes, clear);
  return notes;
}

void
ard_notes_free (ArdNotes *notes)
{
  g_array_unref (notes);
}

void
ard_notes_add (ArdNotes *notes, const char *path, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  ArdNote note = { g_strdup (path), g_strdup_vprintf (format, args) };
  va_end (args);
  g_array_append_val (notes, note);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const ArdNote *left = a, *right = b;
  int order = g_strcmp0 (left->path, right->path);

  return order ? order : g_strcmp0 (left->reason, right->reason);
}

void
ard_notes_sort (ArdNotes *notes)
{
  g_array_sort (notes, compare);
  for (guint i = notes->len; i > 1; i--)
    if (compare (&g_array_index (notes, ArdNote, i - 1), &g_array_index (notes, ArdNote, i - 2)) == 0)
      g_array_remove_index (notes, i - 1);
}
