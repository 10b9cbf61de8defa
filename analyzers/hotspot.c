#include <math.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/* A hotspot holds at least this part of all the repository's unhealthy hours; where none does, none stands out. */
#define MIN_SHARE 0.02

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

static double
unhealthy_hours (const ArdCorpus *corpus, const ArdSettings *settings, const double *hazards, guint32 file)
{
  return -expm1 (-hazards[file]) * ard_file_hours (ard_file (corpus, file), settings);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("hotspot");
  g_autofree double *hazards = sum_hazards (corpus, settings, findings);
  double all = 0;

  for (guint32 i = 0; i < corpus->files->len; i++)
    all += unhealthy_hours (corpus, settings, hazards, i);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    double value = unhealthy_hours (corpus, settings, hazards, i);

    if (value > 0 && value >= MIN_SHARE * all)
      ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, value);
  }
}

const ArdAnalyzer ard_analyzer_hotspot = { "hotspot", run };
