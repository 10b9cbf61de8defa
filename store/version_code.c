#include "store/version_code.h"

#include "store/bytes.h"

#define FUNCTION_BYTES (8 + 8 + 3)
#define HUNK_BYTES 5

static guint32
get_32 (ArdBytesReader *reader)
{
  return (guint32) ard_bytes_get_number (reader, G_MAXUINT32);
}

GByteArray *
ard_version_encode (const ArdVersion *version)
{
  GByteArray *out = g_byte_array_sized_new (32 + version->functions->len * 24);
  guint32 line = 0;

  ard_bytes_put_number (out, version->measured ? 1 : 0);
  ard_bytes_put_number (out, version->lines);
  ard_bytes_put_number (out, version->code_lines);
  ard_bytes_put_number (out, version->functions->len);
  for (guint i = 0; i < version->functions->len; i++) {
    const ArdVersionFunction *function = &g_array_index (version->functions, ArdVersionFunction, i);

    ard_bytes_put_fixed (out, function->name);
    ard_bytes_put_fixed (out, function->digest);
    ard_bytes_put_number (out, function->start_line - line);
    ard_bytes_put_number (out, function->end_line - function->start_line);
    ard_bytes_put_number (out, function->cognitive);
    line = function->start_line;
  }
  ard_bytes_seal (out);
  return out;
}

gboolean
ard_version_decode (const guint8 *bytes, gsize size, ArdVersion *version)
{
  ArdBytesReader reader = ard_bytes_reader (bytes, size);
  guint32 line = 0;

  version->measured = ard_bytes_get_number (&reader, 1) == 1;
  version->lines = get_32 (&reader);
  version->code_lines = get_32 (&reader);

  guint32 n = ard_bytes_get_count (&reader, FUNCTION_BYTES);

  for (guint32 i = 0; i < n && !reader.failed; i++) {
    ArdVersionFunction function = { .name = ard_bytes_get_fixed (&reader) };

    function.digest = ard_bytes_get_fixed (&reader);
    function.start_line = line += get_32 (&reader);
    function.end_line = line + get_32 (&reader);
    function.cognitive = get_32 (&reader);
    reader.failed |=
        function.start_line < 1 || function.end_line < function.start_line || function.end_line > version->lines;
    g_array_append_val (version->functions, function);
  }
  return ard_bytes_done (&reader);
}

GByteArray *
ard_hunks_encode (const GArray *hunks)
{
  GByteArray *out = g_byte_array_sized_new (16 + hunks->len * 6);
  guint32 old = 0, new = 0;

  ard_bytes_put_number (out, hunks->len);
  for (guint i = 0; i < hunks->len; i++) {
    const ArdHunk *hunk = &g_array_index (hunks, ArdHunk, i);

    ard_bytes_put_number (out, hunk->old_from - old);
    ard_bytes_put_number (out, hunk->old_n);
    ard_bytes_put_number (out, hunk->new_from - new);
    ard_bytes_put_number (out, hunk->new_n);
    ard_bytes_put_number (out, hunk->cosmetic ? 1 : 0);
    old = hunk->old_from + hunk->old_n;
    new = hunk->new_from + hunk->new_n;
  }
  ard_bytes_seal (out);
  return out;
}

gboolean
ard_hunks_decode (const guint8 *bytes, gsize size, GArray *hunks)
{
  ArdBytesReader reader = ard_bytes_reader (bytes, size);
  guint32 n = ard_bytes_get_count (&reader, HUNK_BYTES);
  guint64 old = 0, new = 0;

  for (guint32 i = 0; i < n && !reader.failed; i++) {
    guint64 old_from = old + get_32 (&reader), old_n = get_32 (&reader);
    guint64 new_from = new + get_32 (&reader), new_n = get_32 (&reader);
    ArdHunk hunk = { (guint32) old_from, (guint32) old_n, (guint32) new_from, (guint32) new_n, get_32 (&reader) != 0 };

    old = old_from + old_n;
    new = new_from + new_n;
    reader.failed |= old > G_MAXINT32 || new > G_MAXINT32;
    g_array_append_val (hunks, hunk);
  }
  return ard_bytes_done (&reader);
}
