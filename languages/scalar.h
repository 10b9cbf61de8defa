#ifndef ARD_LANGUAGES_SCALAR_H
#define ARD_LANGUAGES_SCALAR_H

#include "languages/rows.h"

/*
 * What a scalar of a document says: quotes off, escapes read, white space squeezed to single
 * spaces, cut at a character.
 *
 * scalar     borrowed; replaced by the text, valid UTF-8 without control characters
 * text       valid UTF-8
 * max_bytes  of the result
 */
void ard_scalar_read (GString *scalar, const char *text, gsize length, ArdScalarStyle style, gsize max_bytes);

#endif
