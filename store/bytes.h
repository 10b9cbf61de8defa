#ifndef ARD_STORE_BYTES_H
#define ARD_STORE_BYTES_H

#include <glib.h>

/* Writing and bounded reading of the primitives that store/code.h names. */

void ard_bytes_put_number (GByteArray *out, guint64 value);
void ard_bytes_put_signed (GByteArray *out, gint64 value);
void ard_bytes_put_fixed (GByteArray *out, guint64 value); /* 8 bytes */
void ard_bytes_put_double (GByteArray *out, double value);
void ard_bytes_put_text (GByteArray *out, const char *text);

/* Append the sum of everything so far; the last thing to be written. */
void ard_bytes_seal (GByteArray *out);

/* A place in borrowed bytes. Once a read went wrong, failed stays set and every read gives 0 or "". */
typedef struct {
  const guint8 *at, *end;
  gboolean failed;
} ArdBytesReader;

/* Check the sum and start at the first byte. */
ArdBytesReader ard_bytes_reader (const guint8 *bytes, gsize size);

guint64 ard_bytes_get_number (ArdBytesReader *reader, guint64 max); /* above max: failed */
gint64 ard_bytes_get_signed (ArdBytesReader *reader);
guint32 ard_bytes_get_32 (ArdBytesReader *reader); /* 4 bytes, lowest first */
guint64 ard_bytes_get_fixed (ArdBytesReader *reader);
double ard_bytes_get_double (ArdBytesReader *reader);
const char *ard_bytes_get_text (ArdBytesReader *reader, GStringChunk *strings); /* borrowed from strings */

/* A count of rows that take at least row_bytes each, so never more than the bytes can hold. */
guint32 ard_bytes_get_count (ArdBytesReader *reader, gsize row_bytes);

/* Whether all was read and nothing went wrong. */
gboolean ard_bytes_done (const ArdBytesReader *reader);

#endif
