#include "analyzers/usage.h"

#include <string.h>

/* Other calls that make a habit (house, after Engler). */
#define FEWEST_OTHERS 3

/* Functions of a repository whose ways are known (house). */
#define FEWEST_FUNCTIONS 150

static const char memory[] = "malloc calloc realloc strdup strndup";

/*
 * PHP: who hears of warnings. The functions of www.php.net/manual/en/function.set-error-handler.php; packages that say
 * in their documentation that they set a handler of errors: Laravel, Symfony, Whoops, Tracy, CakePHP, Yii, CodeIgniter,
 * Sentry.
 */
static const char handlers[] = "set_error_handler ErrorHandler::register Debug::enable Debugger::enable Sentry\\init";
static const char packages[] = "laravel/framework illuminate/foundation laravel/lumen-framework symfony/error-handler "
                               "symfony/framework-bundle filp/whoops tracy/tracy cakephp/cakephp yiisoft/yii2 "
                               "codeigniter4/framework sentry/sentry";

struct ArdUsage {
  const ArdCorpus *corpus;
  GHashTable *dropped, *taken; /* by callee as written: numbers of calls; texts borrowed */
  GHashTable *lookers;         /* files that look at memory */
  GHashTable *macros;          /* names borrowed */
  gboolean hears_warnings;
};

static guint
number_of (GHashTable *table, const char *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, text));
}

gboolean
ard_gives_memory (const char *callee)
{
  return ard_words_have (memory, (ArdSpan){ callee, strlen (callee) });
}

/* xmalloc, safe_malloc, my_strdup */
static gboolean
looks_in_its_place (const char *callee)
{
  ArdSpan name = ard_simple_name (callee, strlen (callee));
  static const char *const ends[] = { "malloc", "calloc", "realloc", "strdup" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    gsize length = strlen (ends[i]);

    if (name.length > length && name.length < length + 6 &&
        memcmp (name.text + name.length - length, ends[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
count_call (ArdUsage *self, const ArdCorpusCapture *row)
{
  const ArdCapture *call = &row->facts;
  gboolean dropped = (call->traits & (ARD_TRAIT_DISCARDED | ARD_TRAIT_UNLOOKED)) != 0;
  GHashTable *table = dropped ? self->dropped : self->taken;

  g_hash_table_insert (table, (gpointer) call->text, GUINT_TO_POINTER (number_of (table, call->text) + 1));
  if (!dropped && (ard_gives_memory (call->text) || looks_in_its_place (call->text)))
    g_hash_table_add (self->lookers, GUINT_TO_POINTER (row->file + 1));
}

static gboolean
is_handler (const ArdFile *file, const ArdCapture *call)
{
  const char *text = call->text + (*call->text == '\\');

  return ard_tongue_of (file) == ARD_TONGUE_PHP && ard_words_have (handlers, (ArdSpan){ text, strlen (text) });
}

static void
read_captures (ArdUsage *self, const ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *row = ard_capture (corpus, i);
    const ArdFile *file = ard_file (corpus, row->file);

    if (file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_VENDORED))
      continue;
    if (row->facts.kind == ARD_CAPTURE_ERREXIT && *row->facts.text)
      g_hash_table_add (self->macros, (gpointer) row->facts.text);
    if (row->facts.kind != ARD_CAPTURE_CALL || row->facts.traits & ARD_TRAIT_VOIDED)
      continue;
    count_call (self, row);
    self->hears_warnings |= is_handler (file, &row->facts);
  }
}

/* What composer.json requires. */
static void
read_packages (ArdUsage *self, const ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->files->len && !self->hears_warnings; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!g_str_has_suffix (file->path, "composer.json") || file->flags & ARD_FILE_VENDORED)
      continue;
    for (guint32 j = 0; j < file->n_settings; j++) {
      const char *key = ard_document (corpus, file->first_setting + j)->facts.key;

      if (g_str_has_prefix (key, "require.") &&
          ard_words_have (packages, (ArdSpan){ key + strlen ("require."), strlen (key) - strlen ("require.") }))
        self->hears_warnings = TRUE;
    }
  }
}

ArdUsage *
ard_usage_new (const ArdCorpus *corpus)
{
  ArdUsage *self = g_new0 (ArdUsage, 1);

  self->corpus = corpus;
  self->dropped = g_hash_table_new (g_str_hash, g_str_equal);
  self->taken = g_hash_table_new (g_str_hash, g_str_equal);
  self->macros = g_hash_table_new (g_str_hash, g_str_equal);
  self->lookers = g_hash_table_new (g_direct_hash, g_direct_equal);
  read_captures (self, corpus);
  read_packages (self, corpus);
  return self;
}

void
ard_usage_free (ArdUsage *usage)
{
  if (!usage)
    return;
  g_hash_table_unref (usage->dropped);
  g_hash_table_unref (usage->taken);
  g_hash_table_unref (usage->macros);
  g_hash_table_unref (usage->lookers);
  g_free (usage);
}

gboolean
ard_usage_is_known (const ArdUsage *usage)
{
  return usage->corpus->functions->len >= FEWEST_FUNCTIONS;
}

ArdUse
ard_usage_of (const ArdUsage *usage, const char *callee)
{
  return (ArdUse){ number_of (usage->dropped, callee), number_of (usage->taken, callee) };
}

gboolean
ard_use_is_habit (ArdUse use)
{
  return use.dropped > FEWEST_OTHERS && use.dropped > use.taken;
}

gboolean
ard_usage_looks_at_memory (const ArdUsage *usage, guint32 file)
{
  return g_hash_table_contains (usage->lookers, GUINT_TO_POINTER (file + 1));
}

gboolean
ard_usage_replaces (const ArdUsage *usage, const char *callee)
{
  return g_hash_table_contains (usage->macros, callee);
}

gboolean
ard_usage_hears_warnings (const ArdUsage *usage)
{
  return usage->hears_warnings;
}
