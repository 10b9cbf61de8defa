#include "analyzers/analyzers.h"

#define ARD_ANALYZER(name) &ard_analyzer_##name,
static const ArdAnalyzer *const all[] = {
#include "analyzers/analyzers.def"
};
#undef ARD_ANALYZER

#define ORDER(left, right) (((left) > (right)) - ((left) < (right)))

static int
compare (gconstpointer a, gconstpointer b)
{
  const ArdFinding *left = a, *right = b;
  const int orders[] = { ORDER (left->file, right->file), ORDER (left->start_line, right->start_line),
                         ORDER (left->rule, right->rule), ORDER (left->function, right->function),
                         ORDER (left->capture, right->capture) };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i])
      return orders[i];
  return 0;
}

ArdFindings *
ard_analyzers_run (const ArdCorpus *corpus, const ArdSettings *settings)
{
  ArdFindings *findings = ard_findings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i]->run (corpus, settings, findings);
  g_array_sort (findings, compare);
  return findings;
}
