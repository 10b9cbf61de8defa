#ifndef TESTS_ERRORS_H
#define TESTS_ERRORS_H

#include "facts.h"

/* Facts of error handling, row by row: each capture on a line of its own, in the last file. */

/* A file of that language. */
static inline ArdFile *
add_source (Facts *facts, const char *path, const char *language)
{
  ArdFile *file = add_file (facts, path, 100);

  file->language = language;
  return file;
}

/* Returns its row in the corpus. */
static inline guint32
add_row (Facts *facts, ArdCaptureKind kind, guint32 function, const char *text, guint32 traits, guint32 parent)
{
  ArdCorpus *corpus = facts->corpus;
  guint32 row = corpus->captures->len;

  add_capture (facts, kind, function, row + 1);
  ard_capture (corpus, row)->facts.text = text;
  ard_capture (corpus, row)->facts.traits = traits;
  ard_capture (corpus, row)->facts.parent = parent;
  return row;
}

/* A function of the last file that has room for one try of two lines and six lines more. */
static inline ArdFunction *
add_short_function (Facts *facts, const char *name)
{
  ArdFunction *function = add_function (facts, name);

  function->start_line = 1;
  function->end_line = 8;
  return function;
}

/* A try of those callees and its handler of those types; returns the handler's row. */
static inline guint32
add_handler (Facts *facts, guint32 function, const char *callees, const char *types, guint32 traits)
{
  guint32 block = add_row (facts, ARD_CAPTURE_TRY, function, callees, 0, ARD_NONE);

  return add_row (facts, ARD_CAPTURE_HANDLER, function, types, traits, block);
}

/* Findings of an analyzer, each question for half a one. */
static inline double
judged (Facts *facts, const ArdAnalyzer *analyzer)
{
  guint n = run_one (facts, analyzer);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += found (facts, i)->review ? 0.5 : 1;
  return sum;
}

/* One handler in one language, judged by one analyzer: the value of its finding, 0 for none. */
static inline double
value_of (const ArdAnalyzer *analyzer, const char *language, const char *callees, const char *types, guint32 traits)
{
  Facts facts = facts_new ();
  double value;

  add_source (&facts, "a", language);
  add_short_function (&facts, "work_hard");
  add_handler (&facts, 0, callees, types, traits);
  value = run_one (&facts, analyzer) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return value;
}

/* One capture in a function of that name, judged by one analyzer: the value of its finding, 0 for none. */
static inline double
value_in (const ArdAnalyzer *analyzer, const char *path, const char *language, const char *function,
          ArdCaptureKind kind, const char *text, guint32 traits)
{
  Facts facts = facts_new ();
  double value;

  add_source (&facts, path, language);
  add_function (&facts, function);
  add_row (&facts, kind, 0, text, traits, ARD_NONE);
  value = run_one (&facts, analyzer) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return value;
}

#endif
