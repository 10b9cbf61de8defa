#ifndef ARD_CHANGE_PATCH_TEXT_H
#define ARD_CHANGE_PATCH_TEXT_H

#include <glib.h>

/* The lines of a text as a patch sees them. */

typedef struct {
  guint32 number; /* in the text, from 1 */
  guint32 weight; /* letters and digits */
  guint64 key;    /* of its characters, white space and braces left out */
  guint64 shape;  /* the same, but that strings are all alike, and so are numbers, true and false, and names that begin
                     with a capital */
  guint32 first_name, n_names;
} ArdPatchLine;

/* The lines with code of a text. */
typedef struct {
  GArray *lines; /* of ArdPatchLine, by number */
  GArray *names; /* of guint64, hashes of the words, by line; NULL: not kept */
  GArray *known; /* of guint64, the same, sorted, each once */
  GArray *keys;  /* of guint64, of the lines, sorted */
} ArdPatchText;

void ard_patch_text_init (ArdPatchText *text);
void ard_patch_text_clear (ArdPatchText *text);

/* Add the next line; the caller leaves out comments. Blank lines, and those without a letter or digit, are none. */
void ard_patch_text_add (ArdPatchText *text, guint32 number, const char *line, gsize length);
/* Sort, behind the last line. names: keep those of every line, as a fix needs them of the version that it made. */
void ard_patch_text_end (ArdPatchText *text, gboolean names);

/* Whether known or keys of a text have a value. */
gboolean ard_patch_text_holds (const GArray *sorted, guint64 value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdPatchText, ard_patch_text_clear)

#endif
