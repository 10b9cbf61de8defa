#include "cli/people.h"

#include <string.h>

#include "cli/nearest.h"
#include "cli/print.h"
#include "model/error.h"

#define MOST_CANDIDATES 20

typedef gboolean (*Match) (const char *text, const char *wanted);

static gboolean
is_whole (const char *text, const char *wanted)
{
  return strcmp (text, wanted) == 0;
}

static gboolean
is_part (const char *text, const char *wanted)
{
  return strstr (text, wanted) != NULL;
}

static GArray *
find (const ArdCorpus *corpus, const char *wanted, Match match)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < corpus->authors->len; i++) {
    const ArdAuthor *author = ard_author (corpus, i);
    g_autofree char *name = g_utf8_casefold (author->name, -1), *mail = g_utf8_casefold (author->mail, -1);

    if (!author->bot && ard_person (corpus, i)->last_s != 0 && (match (name, wanted) || match (mail, wanted)))
      g_array_append_val (found, i);
  }
  return found;
}

static void
fail_to_choose (const ArdCorpus *corpus, const GArray *found, const char *word, GError **error)
{
  for (guint i = 0; i < MIN (found->len, MOST_CANDIDATES); i++) {
    const ArdAuthor *author = ard_author (corpus, g_array_index (found, guint32, i));
    g_autofree char *text = g_strdup_printf ("%s <%s>", author->name, author->mail);
    g_autofree char *shown = ard_print_escape (text);

    ard_print_message ("%s", shown);
  }
  g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "\"%s\" is ambiguous: %u people; give a whole name or a mail address",
               word, found->len);
}

static void
fail_to_find (const ArdCorpus *corpus, const char *word, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint32 i = 0; i < corpus->authors->len; i++)
    if (!ard_author (corpus, i)->bot)
      g_ptr_array_add (names, (gpointer) ard_author (corpus, i)->name);
  g_ptr_array_add (names, NULL);

  const char *nearest = ard_nearest (word, (const char *const *) names->pdata);

  if (nearest)
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "nobody is called \"%s\"; the nearest name is \"%s\"", word,
                 nearest);
  else
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "nobody is called \"%s\": the history has no people", word);
}

guint32
ard_people_named (const ArdCorpus *corpus, const char *word, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (word, -1), *wanted = g_utf8_casefold (valid, -1);
  const Match ways[] = { is_whole, is_part };

  for (guint way = 0; way < G_N_ELEMENTS (ways) && *wanted; way++) {
    g_autoptr (GArray) found = find (corpus, wanted, ways[way]);

    if (found->len == 1)
      return g_array_index (found, guint32, 0);
    if (found->len > 1) {
      fail_to_choose (corpus, found, valid, error);
      return ARD_NONE;
    }
  }
  fail_to_find (corpus, valid, error);
  return ARD_NONE;
}
