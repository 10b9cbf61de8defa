#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "languages/languages.h"
#include "model/error.h"

/* Steps one match may take; ten times what the longest sensible subject needs. */
#define MATCH_LIMIT 100000
#define DEPTH_LIMIT 1000

struct ArdPatterns {
  GPtrArray *codes; /* of pcre2_code */
};

static pcre2_code *
compile (const char *pattern, gboolean ignore_case, GError **error)
{
  guint32 options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C | (ignore_case ? PCRE2_CASELESS : 0);
  PCRE2_UCHAR message[160];
  PCRE2_SIZE offset;
  int number;
  pcre2_code *code = pcre2_compile ((PCRE2_SPTR) pattern, PCRE2_ZERO_TERMINATED, options, &number, &offset, NULL);

  if (!code) {
    pcre2_get_error_message (number, message, sizeof message);
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "cannot read the pattern \"%s\" at offset %zu: %s", pattern,
                 (size_t) offset, (const char *) message);
    return NULL;
  }
  pcre2_jit_compile (code, PCRE2_JIT_COMPLETE);
  return code;
}

ArdPatterns *
ard_patterns_new (char *const *patterns, gboolean ignore_case, GError **error)
{
  g_autoptr (ArdPatterns) self = g_new0 (ArdPatterns, 1);

  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify) pcre2_code_free);
  for (; *patterns; patterns++) {
    pcre2_code *code = compile (*patterns, ignore_case, error);

    if (!code)
      return NULL;
    g_ptr_array_add (self->codes, code);
  }
  return g_steal_pointer (&self);
}

void
ard_patterns_free (ArdPatterns *patterns)
{
  if (!patterns)
    return;
  g_ptr_array_unref (patterns->codes);
  g_free (patterns);
}

/* Scratch of one thread: pcre2 wants somewhere to write what a match found. */
typedef struct {
  pcre2_match_data *data;
  pcre2_match_context *context;
} Scratch;

static void
free_scratch (gpointer pointer)
{
  Scratch *scratch = pointer;

  pcre2_match_data_free (scratch->data);
  pcre2_match_context_free (scratch->context);
  g_free (scratch);
}

static const Scratch *
scratch_of_thread (void)
{
  static GPrivate key = G_PRIVATE_INIT (free_scratch);
  Scratch *scratch = g_private_get (&key);

  if (!scratch) {
    scratch = g_new (Scratch, 1);
    scratch->data = pcre2_match_data_create (1, NULL);
    scratch->context = pcre2_match_context_create (NULL);
    pcre2_set_match_limit (scratch->context, MATCH_LIMIT);
    pcre2_set_depth_limit (scratch->context, DEPTH_LIMIT);
    g_private_set (&key, scratch);
  }
  return scratch;
}

gboolean
ard_patterns_match (const ArdPatterns *patterns, const char *text, gssize length)
{
  const Scratch *scratch = scratch_of_thread ();
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  for (guint i = 0; i < patterns->codes->len; i++)
    if (pcre2_match (g_ptr_array_index (patterns->codes, i), (PCRE2_SPTR) text, size, 0, 0, scratch->data,
                     scratch->context) >= 0)
      return TRUE;
  return FALSE;
}
