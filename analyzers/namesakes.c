#include "analyzers/namesakes.h"

#include <string.h>

#include "analyzers/escapes.h"

struct ArdNamesakes {
  const ArdCorpus *corpus;
  GHashTable *rows; /* key → ArdNamesake */
  guint8 *unsafe;   /* by function: an error can get out of it */
};

static char *
key_of (ArdTongue tongue, ArdSpan name)
{
  return g_strdup_printf ("%d %.*s", tongue, (int) name.length, name.text);
}

/* C and C++ call each other, and a C header may be taken for C++. */
static ArdTongue
family_of (ArdTongue tongue)
{
  return tongue == ARD_TONGUE_CPP ? ARD_TONGUE_C : tongue;
}

static ArdNamesake *
find (const ArdNamesakes *names, ArdTongue tongue, ArdSpan name)
{
  g_autofree char *key = key_of (family_of (tongue), name);

  return name.length ? g_hash_table_lookup (names->rows, key) : NULL;
}

static void
add_functions (ArdNamesakes *names)
{
  const ArdCorpus *corpus = names->corpus;

  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);
    const ArdFile *file = ard_file (corpus, function->file);
    const char *name = function->facts.name;
    ArdSpan simple = ard_simple_name (name, strlen (name));
    ArdTongue tongue = ard_tongue_of (file);

    if (!simple.length || file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_BINARY))
      continue;

    ArdNamesake *row = find (names, tongue, simple);

    if (!row) {
      row = g_new0 (ArdNamesake, 1);
      row->functions = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (names->rows, key_of (family_of (tongue), simple), row);
    }
    row->n++;
    row->n_fallible += (function->facts.traits & ARD_FUNCTION_FALLIBLE) != 0;
    row->n_failing +=
        (function->facts.traits & ARD_FUNCTION_FALLIBLE) != 0 && (function->facts.traits & ARD_FUNCTION_FAILS) != 0;
    row->n_async += (function->facts.traits & ARD_FUNCTION_ASYNC) != 0;
    g_array_append_val (row->functions, i);
    row->member |= ard_receiver (name, strlen (name)).length > 0;
  }
}

static void
count_safe (ArdNamesakes *names)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, names->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    ArdNamesake *row = value;

    for (guint i = 0; i < row->functions->len; i++)
      row->n_safe += !names->unsafe[g_array_index (row->functions, guint32, i)];
  }
}

static void
free_row (gpointer data)
{
  ArdNamesake *row = data;

  g_array_unref (row->functions);
  g_free (row);
}

static void
count_calls (ArdNamesakes *names)
{
  const ArdCorpus *corpus = names->corpus;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *capture = ard_capture (corpus, i);
    const char *text = capture->facts.text;

    if (capture->facts.kind != ARD_CAPTURE_CALL)
      continue;

    ArdNamesake *row =
        find (names, ard_tongue_of (ard_file (corpus, capture->file)), ard_simple_name (text, strlen (text)));

    if (row && capture->facts.traits & ARD_TRAIT_DISCARDED)
      row->dropped++;
    else if (row && !(capture->facts.traits & ARD_TRAIT_VOIDED))
      row->used++;
  }
}

ArdNamesakes *
ard_namesakes_new (const ArdCorpus *corpus)
{
  ArdNamesakes *self = g_new0 (ArdNamesakes, 1);

  self->corpus = corpus;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_row);
  add_functions (self);
  self->unsafe = ard_escapes_find (corpus, self);
  count_safe (self);
  count_calls (self);
  return self;
}

void
ard_namesakes_free (ArdNamesakes *names)
{
  if (!names)
    return;
  g_hash_table_unref (names->rows);
  g_free (names->unsafe);
  g_free (names);
}

const ArdNamesake *
ard_namesakes_find (const ArdNamesakes *names, ArdTongue tongue, ArdSpan name)
{
  return find (names, tongue, name);
}

gboolean
ard_namesakes_let_out (const ArdNamesakes *names, guint32 function)
{
  return names->unsafe[function];
}
