#include "store/bytes.h"

#include <string.h>

#include "model/hash.h"

#define SUM_BYTES 8

void
ard_bytes_put_number (GByteArray *out, guint64 value)
{
  guint8 bytes[10];
  guint n = 0;

  for (; value >= 0x80; value >>= 7)
    bytes[n++] = (guint8) (value | 0x80);
  bytes[n++] = (guint8) value;
  g_byte_array_append (out, bytes, n);
}

void
ard_bytes_put_signed (GByteArray *out, gint64 value)
{
  ard_bytes_put_number (out, ((guint64) value << 1) ^ (value < 0 ? G_MAXUINT64 : 0));
}

void
ard_bytes_put_fixed (GByteArray *out, guint64 value)
{
  value = GUINT64_TO_LE (value);
  g_byte_array_append (out, (const guint8 *) &value, sizeof value);
}

void
ard_bytes_put_double (GByteArray *out, double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  ard_bytes_put_fixed (out, bits);
}

void
ard_bytes_put_text (GByteArray *out, const char *text)
{
  gsize length = strlen (text);

  ard_bytes_put_number (out, length);
  g_byte_array_append (out, (const guint8 *) text, (guint) length);
}

void
ard_bytes_seal (GByteArray *out)
{
  ard_bytes_put_fixed (out, ard_hash_add (ARD_HASH_START, out->data, out->len));
}

ArdBytesReader
ard_bytes_reader (const guint8 *bytes, gsize size)
{
  guint64 expected;

  if (size < SUM_BYTES)
    return (ArdBytesReader){ bytes, bytes, TRUE };
  memcpy (&expected, bytes + size - SUM_BYTES, sizeof expected);
  return (ArdBytesReader){ bytes, bytes + size - SUM_BYTES,
                           GUINT64_FROM_LE (expected) != ard_hash_add (ARD_HASH_START, bytes, size - SUM_BYTES) };
}

static guint64
fail (ArdBytesReader *reader)
{
  reader->failed = TRUE;
  return 0;
}

static guint64
get_varint (ArdBytesReader *reader)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 64 && !reader->failed && reader->at < reader->end; shift += 7) {
    guint8 byte = *reader->at++;

    if (shift == 63 && byte > 1)
      return fail (reader);
    value |= (guint64) (byte & 0x7f) << shift;
    if (!(byte & 0x80))
      return value;
  }
  return fail (reader);
}

guint64
ard_bytes_get_number (ArdBytesReader *reader, guint64 max)
{
  guint64 value = get_varint (reader);

  return value <= max ? value : fail (reader);
}

gint64
ard_bytes_get_signed (ArdBytesReader *reader)
{
  guint64 value = get_varint (reader);

  return (gint64) ((value >> 1) ^ (value & 1 ? G_MAXUINT64 : 0));
}

guint32
ard_bytes_get_32 (ArdBytesReader *reader)
{
  guint32 value;

  if (reader->failed || (gsize) (reader->end - reader->at) < sizeof value)
    return (guint32) fail (reader);
  memcpy (&value, reader->at, sizeof value);
  reader->at += sizeof value;
  return GUINT32_FROM_LE (value);
}

guint64
ard_bytes_get_fixed (ArdBytesReader *reader)
{
  guint64 value;

  if (reader->failed || (gsize) (reader->end - reader->at) < sizeof value)
    return fail (reader);
  memcpy (&value, reader->at, sizeof value);
  reader->at += sizeof value;
  return GUINT64_FROM_LE (value);
}

double
ard_bytes_get_double (ArdBytesReader *reader)
{
  guint64 bits = ard_bytes_get_fixed (reader);
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

const char *
ard_bytes_get_text (ArdBytesReader *reader, GStringChunk *strings)
{
  gsize length = ard_bytes_get_number (reader, (guint64) (reader->end - reader->at));
  const char *text = (const char *) reader->at;

  if (reader->failed || length > (gsize) (reader->end - reader->at) || memchr (text, '\0', length)) {
    fail (reader);
    return "";
  }
  reader->at += length;
  return g_string_chunk_insert_len (strings, text, (gssize) length);
}

guint32
ard_bytes_get_count (ArdBytesReader *reader, gsize row_bytes)
{
  return (guint32) ard_bytes_get_number (reader, MIN ((gsize) (reader->end - reader->at) / row_bytes, G_MAXUINT32 - 1));
}

gboolean
ard_bytes_done (const ArdBytesReader *reader)
{
  return !reader->failed && reader->at == reader->end;
}
