#include "reading.h"

#include <math.h>

void
ard_reading_add (ArdCorpus *corpus, const char *path, const ArdFacts *facts)
{
  ArdFile file = { .path = g_string_chunk_insert (corpus->strings, path),
                   .language = facts->language ? facts->language : "Text",
                   .first_function = corpus->functions->len,
                   .n_functions = facts->functions->len,
                   .first_token = corpus->tokens->len,
                   .n_tokens = facts->content == ARD_CONTENT_TEXT ? facts->tokens->len : 0,
                   .module = ARD_NONE,
                   .coverage = NAN };

  for (guint i = 0; i < facts->functions->len; i++) {
    ArdCorpusFunction row = { .facts = g_array_index (facts->functions, ArdFunction, i), .file = corpus->files->len };

    row.facts.name = g_string_chunk_insert (corpus->strings, row.facts.name);
    g_array_append_val (corpus->functions, row);
  }
  g_array_append_vals (corpus->tokens, facts->tokens->data, file.n_tokens);
  g_array_append_val (corpus->files, file);
}
