#ifndef ARD_TESTS_CORPUS_TRACED_H
#define ARD_TESTS_CORPUS_TRACED_H

#include "made.h"

#define ANNE "Anne <anne@x>"

static Made made;

static void
begin (void)
{
  made_begin (&made);
  made.settings->history_trace_fixes = TRUE;
}

static void
end (void)
{
  made_end (&made);
}

/* A commit on main of that day with one file. */
static void
commit (gint day, const char *message, const char *path, const char *text)
{
  made_commit (&made, "main", day, ANNE, message, "");
  made_file (&made, path, text);
}

/* The origins as "fix <- origin lines; " by their subjects; yours. */
static char *
list_origins (const ArdCorpus *corpus)
{
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < corpus->origins->len; i++) {
    const ArdOrigin *row = ard_origin (corpus, i);

    g_string_append_printf (text, "%s <- %s %u; ", ard_commit (corpus, row->fix)->subject,
                            ard_commit (corpus, row->origin)->subject, row->lines);
  }
  return g_string_free (text, FALSE);
}

/* Of all that was committed; yours. */
static char *
trace (void)
{
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  return list_origins (corpus);
}

#endif
