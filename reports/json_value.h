#ifndef ARD_JSON_VALUE_H
#define ARD_JSON_VALUE_H

#include <jansson.h>

#include "reports/figure.h"
#include "reports/name.h"

/* Values and members of ardoise.json; values are new references, members take theirs. */

/* null for NAN. */
json_t *ard_json_number (double rounded);
/* Rounded as its kind asks; null when not finite. */
json_t *ard_json_rounded (double value, ArdFigureKind kind);
/* Made valid UTF-8; null for NULL. */
json_t *ard_json_string (const char *bytes);
/* null when not known. */
json_t *ard_json_count (gboolean known, gint64 n);
/* The names of the bits that are set. */
json_t *ard_json_bits (const ArdBitName *names, guint n, guint value);

void ard_json_set (json_t *row, const char *name, json_t *value);
/* "path_bytes" in percent-encoding, only where the bytes are not UTF-8. */
void ard_json_set_path_bytes (json_t *row, const char *path);
/* "path", null for NULL, and its bytes. */
void ard_json_set_path (json_t *row, const char *path);
/* Every figure that is not grouped, under its name. */
void ard_json_set_figures (json_t *row, const ArdFigure *figures, guint n, gconstpointer record, gboolean priced);

#endif
