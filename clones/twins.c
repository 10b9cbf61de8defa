#include "clones/twins.h"

/* A file of which more did not parse is of another language than its name says. */
#define MOST_ERRORS 0.5
/* Where the lines suffice, at least this part of the tokens asked for. */
#define FLOOR_TOKENS 0.4
/* Lines are those with code; of six, one is likely blank, a comment or a bracket alone. */
#define ENOUGH_LINES 0.8
/* Where the tokens suffice, at least this part of the lines asked for. */
#define FLOOR_LINES 0.5

gboolean
ard_region_is_large (const ArdRegion *region, const ArdSettings *settings, double share)
{
  double tokens = settings->clones_min_tokens * share, lines = settings->clones_min_lines * share;

  return (region->tokens >= tokens && region->lines >= lines * FLOOR_LINES) ||
         (region->lines >= lines * ENOUGH_LINES && region->tokens >= tokens * FLOOR_TOKENS);
}

static guint
hash_digest (gconstpointer key)
{
  return (guint) * (const guint64 *) key;
}

static gboolean
equal_digest (gconstpointer left, gconstpointer right)
{
  return *(const guint64 *) left == *(const guint64 *) right;
}

static ArdRegion
read_file (const ArdCorpus *corpus, const ArdFile *file)
{
  const ArdToken *tokens = (const ArdToken *) (gconstpointer) corpus->tokens->data;

  return ard_region_tokens (tokens, file->first_token, file->first_token + file->n_tokens);
}

void
ard_twins_find (ArdTwins *twins, const ArdCorpus *corpus, const ArdSettings *settings)
{
  guint32 n = corpus->files->len;
  g_autofree guint64 *digests = g_new0 (guint64, n + 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_digest, equal_digest);

  *twins = (ArdTwins){ g_new (guint32, n + 1), g_new0 (gboolean, n + 1), n };
  for (guint32 i = 0; i < n; i++) {
    const ArdFile *file = ard_file (corpus, i);

    twins->first[i] = ARD_NONE;
    twins->skipped[i] = file->n_tokens == 0 || file->error_share > MOST_ERRORS;
    if (twins->skipped[i])
      continue;

    ArdRegion region = read_file (corpus, file);

    if (!ard_region_is_large (&region, settings, 1))
      continue;
    digests[i] = ard_clones_mix (ard_clones_mix (region.digest, ard_clones_family (file->language)), file->n_tokens);

    gpointer first = g_hash_table_lookup (seen, &digests[i]);

    if (first) {
      twins->first[i] = GPOINTER_TO_UINT (first) - 1;
      twins->first[twins->first[i]] = twins->first[i];
      twins->skipped[i] = TRUE;
    } else {
      g_hash_table_insert (seen, &digests[i], GUINT_TO_POINTER (i + 1));
    }
  }
}

void
ard_twins_clear (ArdTwins *twins)
{
  g_free (twins->first);
  g_free (twins->skipped);
}
