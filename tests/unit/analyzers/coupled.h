#ifndef TESTS_COUPLED_H
#define TESTS_COUPLED_H

#include <string.h>

#include "facts.h"

/* Dependencies between made-up files; add them by from, then to, after all files. */
static inline void
add_dependency (Facts *facts, guint32 from, guint32 to, gboolean weak)
{
  ArdCorpus *corpus = facts->corpus;
  ArdDependency row = { from, to, 7, weak };

  if (ard_file (corpus, from)->n_dependencies++ == 0)
    ard_file (corpus, from)->first_dependency = corpus->dependencies->len;
  g_array_append_val (corpus->dependencies, row);
}

/* n files "PREFIX00.LETTER" of that language, to be used or to use. Returns the first. */
static inline guint32
add_many (Facts *facts, const char *prefix, const char *ending, const char *language, guint n)
{
  guint32 first = facts->corpus->files->len;

  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_strdup_printf ("%s%02u.%s", prefix, i, ending);

    add_file (facts, g_string_chunk_insert (facts->corpus->strings, path), 10)->language = language;
  }
  return first;
}

/* Files from the first on use one, which uses as many others. */
static inline void
tie (Facts *facts, guint32 centre, guint32 users, guint n_users, guint32 used, guint n_used)
{
  for (guint i = 0; i < n_used; i++)
    add_dependency (facts, centre, used + i, FALSE);
  for (guint i = 0; i < n_users; i++)
    add_dependency (facts, users + i, centre, FALSE);
}

#endif
