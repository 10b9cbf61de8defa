#ifndef ARD_NOTE_H
#define ARD_NOTE_H

#include <glib.h>

/*
 * What was skipped or not measured, and why. Flawed input makes a note, never
 * silence and never failure. Every note reaches the report.
 */
typedef struct {
  char *path;   /* raw bytes, repository-relative; NULL: the whole repository; owned */
  char *reason; /* lower case, no full stop: what was left out, then why; owned */
} ArdNote;

typedef GArray ArdNotes; /* of ArdNote */

ArdNotes *ard_notes_new (void);
void ard_notes_free (ArdNotes *notes);

/*
 * Append one note.
 *
 * path      borrowed, may be NULL
 * format    the reason
 */
void ard_notes_add (ArdNotes *notes, const char *path, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Sort by path (whole repository first), then reason, and drop doubles. */
void ard_notes_sort (ArdNotes *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdNotes, ard_notes_free)

#endif
