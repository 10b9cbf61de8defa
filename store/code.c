#include "store/code.h"

#include <string.h>

#include "store/bytes.h"

/* The fewest bytes that a row takes: what bounds a count that was damaged. */
#define FUNCTION_BYTES (11 + 8 + 4 * ARD_SKETCH)
#define CAPTURE_BYTES 7
#define TOKEN_BYTES 7
#define ROW_BYTES 3
#define CHANGE_BYTES (5 + 20)

static void
put_index (GByteArray *out, guint32 index)
{
  ard_bytes_put_number (out, index == ARD_NONE ? 0 : (guint64) index + 1);
}

static guint32
get_index (ArdBytesReader *reader, guint32 n)
{
  guint64 value = ard_bytes_get_number (reader, n);

  return value ? (guint32) (value - 1) : ARD_NONE;
}

static guint32
get_32 (ArdBytesReader *reader)
{
  return (guint32) ard_bytes_get_number (reader, G_MAXUINT32);
}

static void
put_function (GByteArray *out, const ArdFunction *function)
{
  ard_bytes_put_text (out, function->name);
  ard_bytes_put_number (out, function->start_line);
  ard_bytes_put_number (out, function->end_line);
  ard_bytes_put_number (out, function->code_lines);
  ard_bytes_put_number (out, function->table_lines);
  ard_bytes_put_number (out, function->cyclomatic);
  ard_bytes_put_number (out, function->cognitive);
  ard_bytes_put_number (out, function->nesting);
  ard_bytes_put_number (out, function->parameters);
  put_index (out, function->parent);
  ard_bytes_put_fixed (out, function->digest);
  for (guint i = 0; i < ARD_SKETCH; i += 2)
    ard_bytes_put_fixed (out, function->sketch[i] | (guint64) function->sketch[i + 1] << 32);
  ard_bytes_put_number (out, function->traits);
}

static ArdFunction
get_function (ArdBytesReader *reader, guint32 n, GStringChunk *strings)
{
  ArdFunction function = { .name = ard_bytes_get_text (reader, strings) };

  function.start_line = get_32 (reader);
  function.end_line = get_32 (reader);
  function.code_lines = get_32 (reader);
  function.table_lines = get_32 (reader);
  function.cyclomatic = get_32 (reader);
  function.cognitive = get_32 (reader);
  function.nesting = get_32 (reader);
  function.parameters = get_32 (reader);
  function.parent = get_index (reader, n);
  function.digest = ard_bytes_get_fixed (reader);
  for (guint i = 0; i < ARD_SKETCH; i += 2) {
    guint64 pair = ard_bytes_get_fixed (reader);

    function.sketch[i] = (guint32) pair;
    function.sketch[i + 1] = (guint32) (pair >> 32);
  }
  function.traits = get_32 (reader);
  return function;
}

static void
put_capture (GByteArray *out, const ArdCapture *capture)
{
  ard_bytes_put_number (out, capture->kind);
  put_index (out, capture->function);
  ard_bytes_put_number (out, capture->start_line);
  ard_bytes_put_number (out, capture->end_line);
  ard_bytes_put_text (out, capture->text);
  ard_bytes_put_number (out, capture->traits);
  put_index (out, capture->parent);
}

static ArdCapture
get_capture (ArdBytesReader *reader, guint32 n_functions, guint32 n_captures, GStringChunk *strings)
{
  ArdCapture capture = { .kind = (ArdCaptureKind) ard_bytes_get_number (reader, ARD_N_CAPTURES - 1) };

  capture.function = get_index (reader, n_functions);
  capture.start_line = get_32 (reader);
  capture.end_line = get_32 (reader);
  capture.text = ard_bytes_get_text (reader, strings);
  capture.traits = get_32 (reader);
  capture.parent = get_index (reader, n_captures);
  return capture;
}

/* Ids take 20 bytes, or 32 where one of them does (SHA-256); a side that is not there takes none. */
static void
put_oid (GByteArray *out, const ArdOid *oid, guint size)
{
  g_byte_array_append (out, oid->bytes, size);
}

static ArdOid
get_oid (ArdBytesReader *reader, guint size)
{
  ArdOid oid = { 0 };

  for (guint i = 0; i < size; i += 4) {
    guint32 word = ard_bytes_get_32 (reader);

    for (guint j = 0; j < 4; j++)
      oid.bytes[i + j] = (guint8) (word >> 8 * j);
  }
  return oid;
}

static gboolean
is_long (const ArdOid *oid)
{
  static const guint8 zeros[12];

  return memcmp (oid->bytes + 20, zeros, sizeof zeros) != 0;
}

static guint
find_oid_size (const ArdCommitRecord *record)
{
  for (guint i = 0; i < record->changes->len; i++) {
    const ArdRecordChange *change = &g_array_index (record->changes, ArdRecordChange, i);

    if (is_long (&change->before) || is_long (&change->after))
      return 32;
  }
  return 20;
}

/* A token's line is written as the step from the one before it. */
static void
put_tokens (GByteArray *out, const GArray *tokens)
{
  guint32 line = 0;

  ard_bytes_put_number (out, tokens->len);
  for (guint i = 0; i < tokens->len; i++) {
    const ArdToken *token = &g_array_index (tokens, ArdToken, i);
    const guint8 text[] = { (guint8) token->text, (guint8) (token->text >> 8), (guint8) (token->text >> 16),
                            (guint8) (token->text >> 24) };

    g_byte_array_append (out, text, sizeof text);
    ard_bytes_put_number (out, token->line - line);
    ard_bytes_put_number (out, (guint) token->kind | (guint) token->flags << 2);
    ard_bytes_put_number (out, token->depth);
    line = token->line;
  }
}

static void
get_tokens (ArdBytesReader *reader, GArray *tokens)
{
  guint32 line = 0, n = ard_bytes_get_count (reader, TOKEN_BYTES);

  g_array_set_size (tokens, n);
  for (guint32 i = 0; i < n && !reader->failed; i++) {
    guint32 text = ard_bytes_get_32 (reader);
    guint32 step = get_32 (reader);
    guint64 flags = ard_bytes_get_number (reader, G_MAXUINT8);

    line += step;
    g_array_index (tokens, ArdToken, i) = (ArdToken){ text, line, (guint8) (flags & 3), (guint8) (flags >> 2),
                                                      (guint16) ard_bytes_get_number (reader, G_MAXUINT16) };
  }
  if (reader->failed)
    g_array_set_size (tokens, 0);
}

static void
put_settings (GByteArray *out, const GArray *settings)
{
  ard_bytes_put_number (out, settings->len);
  for (guint i = 0; i < settings->len; i++) {
    const ArdDocumentRow *row = &g_array_index (settings, ArdDocumentRow, i);

    ard_bytes_put_text (out, row->key);
    ard_bytes_put_text (out, row->value);
    ard_bytes_put_number (out, row->line);
  }
}

static void
get_settings (ArdBytesReader *reader, ArdFacts *facts)
{
  guint32 n = ard_bytes_get_count (reader, ROW_BYTES);

  for (guint32 i = 0; i < n && !reader->failed; i++) {
    ArdDocumentRow row = { .key = ard_bytes_get_text (reader, facts->strings) };

    row.value = ard_bytes_get_text (reader, facts->strings);
    row.line = get_32 (reader);
    g_array_append_val (facts->settings, row);
  }
}

GByteArray *
ard_facts_encode (const ArdFacts *facts)
{
  GByteArray *out = g_byte_array_sized_new (128 + facts->functions->len * 2 * FUNCTION_BYTES);

  ard_bytes_put_text (out, facts->language);
  ard_bytes_put_number (out, facts->content);
  ard_bytes_put_signed (out, facts->size_bytes);
  ard_bytes_put_number (out, facts->lines);
  ard_bytes_put_number (out, facts->code_lines);
  ard_bytes_put_number (out, facts->comment_lines);
  ard_bytes_put_number (out, facts->blank_lines);
  ard_bytes_put_fixed (out, facts->digest);
  ard_bytes_put_double (out, facts->error_share);
  ard_bytes_put_number (out, facts->measured ? 1 : 0);
  ard_bytes_put_number (out, facts->metrics_only ? 1 : 0);
  ard_bytes_put_number (out, facts->functions->len);
  for (guint i = 0; i < facts->functions->len; i++)
    put_function (out, &g_array_index (facts->functions, ArdFunction, i));
  ard_bytes_put_number (out, facts->captures->len);
  for (guint i = 0; i < facts->captures->len; i++)
    put_capture (out, &g_array_index (facts->captures, ArdCapture, i));
  ard_bytes_put_number (out, facts->captures_left_out);
  put_tokens (out, facts->tokens);
  put_settings (out, facts->settings);
  ard_bytes_seal (out);
  return out;
}

static void
get_rows (ArdBytesReader *reader, ArdFacts *facts)
{
  guint32 n_functions = ard_bytes_get_count (reader, FUNCTION_BYTES);

  for (guint32 i = 0; i < n_functions && !reader->failed; i++) {
    ArdFunction function = get_function (reader, n_functions, facts->strings);

    g_array_append_val (facts->functions, function);
  }

  guint32 n_captures = ard_bytes_get_count (reader, CAPTURE_BYTES);

  for (guint32 i = 0; i < n_captures && !reader->failed; i++) {
    ArdCapture capture = get_capture (reader, n_functions, n_captures, facts->strings);

    g_array_append_val (facts->captures, capture);
  }
  facts->captures_left_out = get_32 (reader);
  get_tokens (reader, facts->tokens);
  get_settings (reader, facts);
}

gboolean
ard_facts_decode (const guint8 *bytes, gsize size, ArdFacts *facts)
{
  ArdBytesReader reader = ard_bytes_reader (bytes, size);

  facts->language = g_intern_string (ard_bytes_get_text (&reader, facts->strings));
  facts->content = (ArdContentClass) ard_bytes_get_number (&reader, ARD_CONTENT_TOO_LARGE);
  facts->size_bytes = ard_bytes_get_signed (&reader);
  facts->lines = get_32 (&reader);
  facts->code_lines = get_32 (&reader);
  facts->comment_lines = get_32 (&reader);
  facts->blank_lines = get_32 (&reader);
  facts->digest = ard_bytes_get_fixed (&reader);
  facts->error_share = ard_bytes_get_double (&reader);
  facts->measured = ard_bytes_get_number (&reader, 1) == 1;
  facts->metrics_only = ard_bytes_get_number (&reader, 1) == 1;
  get_rows (&reader, facts);
  return ard_bytes_done (&reader);
}

GByteArray *
ard_record_encode (const ArdCommitRecord *record)
{
  GByteArray *out = g_byte_array_sized_new (16 + record->changes->len * 96);
  guint oid_size = find_oid_size (record);

  ard_bytes_put_number (out, (record->counted ? 1 : 0) | (record->renames_cut ? 2 : 0) | (oid_size > 20 ? 4 : 0));
  ard_bytes_put_fixed (out, record->inputs);
  ard_bytes_put_number (out, record->changes->len);
  for (guint i = 0; i < record->changes->len; i++) {
    const ArdRecordChange *change = &g_array_index (record->changes, ArdRecordChange, i);

    ard_bytes_put_text (out, change->path);
    ard_bytes_put_number (out, (guint8) change->status);
    ard_bytes_put_signed (out, change->added);
    ard_bytes_put_signed (out, change->deleted);
    put_index (out, change->renamed_from);
    if (change->status != 'A')
      put_oid (out, &change->before, oid_size);
    if (change->status != 'D')
      put_oid (out, &change->after, oid_size);
  }
  ard_bytes_seal (out);
  return out;
}

static gint32
get_lines (ArdBytesReader *reader)
{
  gint64 value = ard_bytes_get_signed (reader);

  if (value < -1 || value > G_MAXINT32)
    reader->failed = TRUE;
  return reader->failed ? -1 : (gint32) value;
}

gboolean
ard_record_decode (const guint8 *bytes, gsize size, ArdCommitRecord *record)
{
  ArdBytesReader reader = ard_bytes_reader (bytes, size);
  guint64 flags = ard_bytes_get_number (&reader, 7);
  guint oid_size = flags & 4 ? 32 : 20;
  guint64 inputs = ard_bytes_get_fixed (&reader);
  guint32 n = ard_bytes_get_count (&reader, CHANGE_BYTES);

  record->counted = (flags & 1) != 0;
  record->renames_cut = (flags & 2) != 0;
  record->inputs = inputs;
  for (guint32 i = 0; i < n && !reader.failed; i++) {
    ArdRecordChange change = { .path = ard_bytes_get_text (&reader, record->strings) };

    change.status = (char) ard_bytes_get_number (&reader, G_MAXINT8);
    reader.failed |= change.status == '\0' || !strchr ("ADMT", change.status);
    change.added = get_lines (&reader);
    change.deleted = get_lines (&reader);
    change.renamed_from = get_index (&reader, n);
    if (change.status != 'A')
      change.before = get_oid (&reader, oid_size);
    if (change.status != 'D')
      change.after = get_oid (&reader, oid_size);
    g_array_append_val (record->changes, change);
  }
  return ard_bytes_done (&reader);
}
