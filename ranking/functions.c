#include "ranking/functions.h"

#include <math.h>

#define BY_LINES 0.52
#define BY_COMPLEXITY 0.26
#define BY_REVISIONS 0.27

static double
weigh (const ArdCorpus *corpus, const ArdCorpusFunction *function)
{
  double revisions = ard_function_code_revisions (corpus, function, TRUE);

  return pow (MAX (function->facts.code_lines, 1), BY_LINES) * pow (1 + function->facts.cognitive, BY_COMPLEXITY) *
         pow (1 + revisions, BY_REVISIONS);
}

static void
split (ArdCorpus *corpus, const ArdFile *file)
{
  double sum = 0;

  for (guint32 i = 0; i < file->n_functions; i++) {
    ArdCorpusFunction *function = ard_function (corpus, file->first_function + i);

    if (function->traced)
      sum += function->expected_fixes_year = weigh (corpus, function);
  }
  for (guint32 i = 0; i < file->n_functions && sum > 0; i++)
    ard_function (corpus, file->first_function + i)->expected_fixes_year *= file->expected_fixes_year / sum;
}

void
ard_functions_expect (ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->files->len; i++)
    if (ard_file (corpus, i)->expected_fixes_year > 0)
      split (corpus, ard_file (corpus, i));
}
