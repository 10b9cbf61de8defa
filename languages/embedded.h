#ifndef ARD_LANGUAGES_EMBEDDED_H
#define ARD_LANGUAGES_EMBEDDED_H

#include <glib.h>

/*
 * Script inside documents: the <script> elements of HTML and of Vue's and
 * Svelte's components, as two texts of the same size and lines.
 *
 * The first element's lang attribute tells the language; elements in another one,
 * with a src, or of a type that no engine runs (JSON, templates, shaders) are no
 * script.
 */
typedef struct {
  const char *language; /* static: name in languages.def; NULL: no script */
  char *script;         /* all but the scripts' bytes is white space; owned */
  char *rest;           /* the scripts' bytes are white space; owned */
} ArdEmbedded;

/*
 * Find the script of a text.
 *
 * host  name of the document's language in texts.def
 * text  borrowed; size bytes, NUL-terminated
 */
void ard_embedded_init (ArdEmbedded *embedded, const char *host, const char *text, gsize size);
void ard_embedded_clear (ArdEmbedded *embedded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdEmbedded, ard_embedded_clear)

#endif
