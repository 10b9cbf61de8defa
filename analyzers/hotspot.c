#include <math.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

static double *
sum_hazards (const ArdCorpus *corpus, const ArdSettings *settings, const ArdFindings *findings)
{
  double *sums = g_new0 (double, corpus->files->len);

  for (guint i = 0; i < findings->len; i++) {
    const ArdFinding *finding = &g_array_index (findings, ArdFinding, i);
    double time, incident;

    ard_finding_hazards (finding, corpus, settings, &time, &incident);
    sums[finding->file] += time;
  }
  return sums;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("hotspot");
  g_autofree double *hazards = sum_hazards (corpus, settings, findings);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    double value = -expm1 (-hazards[i]) * ard_file_hours (ard_file (corpus, i), settings);

    if (value > 0)
      ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, value);
  }
}

const ArdAnalyzer ard_analyzer_hotspot = { "hotspot", run };
