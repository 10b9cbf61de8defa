#ifndef ARD_LANGUAGES_DEPTH_H
#define ARD_LANGUAGES_DEPTH_H

#include <glib.h>

/*
 * Whether a document is nested no deeper than the scanner of its grammar can take. Those of
 * YAML and XML keep a stack that they copy at every token: YAML's writes past 1,024 bytes
 * with more than 253 levels and counts lines in 16 bits, XML's takes time in the square.
 * Told from the text, rather too strictly.
 *
 * name  in texts.def
 */
gboolean ard_depth_is_safe (const char *name, const char *text, gsize size);

#endif
