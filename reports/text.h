#ifndef ARD_TEXT_H
#define ARD_TEXT_H

#include <glib.h>

/*
 * Bytes of an untrusted repository made fit for a file format. All return a
 * string of valid UTF-8 that is yours.
 */

/* Invalid bytes become U+FFFD; nothing else changes. */
char *ard_text_utf8 (const char *bytes);

/* ard_text_utf8, and each character that XML 1.0 forbids becomes U+FFFD. */
char *ard_text_xml (const char *bytes);

/*
 * One line for people: ard_text_utf8, then control characters, line and paragraph
 * separators and marks that turn the writing direction around become U+FFFD.
 */
char *ard_text_line (const char *bytes);

/* The bytes with everything but A-Z a-z 0-9 - . _ ~ / as %XX: reversible. */
char *ard_text_percent (const char *bytes);

#endif
