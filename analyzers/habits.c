#include "analyzers/habits.h"

/* Handlers that tell, from which on a silent one is told as the exception (house). */
#define FEWEST_TOLD 3

/* More of these than so many for a silent one (house, after Engler et al. 2001). */
#define TOLD_PER_SILENT 2

typedef struct {
  guint told, silent;
} Habit;

/* The next callee of a block that is made for what it does; a key of the table, yours, or NULL. */
static char *
next_deed (ArdTongue tongue, const char **at)
{
  ArdSpan callee;

  while (ard_next_word (at, &callee)) {
    g_autofree char *alone = g_strndup (callee.text, callee.length);

    if (ard_callees_read (tongue, alone).acts)
      return g_strdup_printf ("%u %s", (guint) tongue, alone);
  }
  return NULL;
}

static void
count (GHashTable *habits, ArdTongue tongue, const char *callees, guint traits)
{
  char *key;

  while ((key = next_deed (tongue, &callees))) {
    Habit *habit = g_hash_table_lookup (habits, key);

    if (habit)
      g_free (key);
    else
      g_hash_table_insert (habits, key, habit = g_new0 (Habit, 1));
    habit->silent += (traits & ARD_TRAIT_SILENT) != 0;
    habit->told += !(traits & ARD_TRAIT_SILENT) &&
                   traits & (ARD_TRAIT_THROWS | ARD_TRAIT_TELLS | ARD_TRAIT_LOGS | ARD_TRAIT_USES_ERROR);
  }
}

GHashTable *
ard_habits_find (const ArdCorpus *corpus)
{
  GHashTable *habits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *handler = ard_capture (corpus, i);
    const ArdFile *file = ard_file (corpus, handler->file);

    if (handler->facts.kind != ARD_CAPTURE_HANDLER || handler->facts.parent == ARD_NONE ||
        file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_VENDORED))
      continue;
    count (habits, ard_tongue_of (file), ard_capture (corpus, handler->facts.parent)->facts.text,
           handler->facts.traits);
  }
  return habits;
}

gboolean
ard_habits_deviate (GHashTable *habits, const ArdHandled *handled)
{
  const char *at = handled->block ? handled->block->text : "";
  char *key;
  gboolean found = FALSE;

  while (!found && (key = next_deed (handled->tongue, &at))) {
    const Habit *habit = g_hash_table_lookup (habits, key);

    found = habit && habit->told >= FEWEST_TOLD && habit->told > TOLD_PER_SILENT * habit->silent;
    g_free (key);
  }
  return found;
}
