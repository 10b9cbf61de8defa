#include "analyzers/analyzers.h"
#include "model/rule.h"

static const guint32 *
members_of (const ArdCorpus *corpus, const ArdCycle *cycle)
{
  return &g_array_index (corpus->cycle_members, guint32, cycle->first_member);
}

/* The first strong dependency of a file on another of its cycle. */
static const ArdDependency *
find_step (const ArdCorpus *corpus, const guint32 *cycle_of, guint32 file)
{
  const ArdFile *row = ard_file (corpus, file);
  const ArdDependency *found = NULL;

  for (guint32 i = 0; i < row->n_dependencies; i++) {
    const ArdDependency *step = ard_dependency (corpus, row->first_dependency + i);

    if (!step->weak && cycle_of[step->to] == cycle_of[file] && (!found || step->line < found->line))
      found = step;
  }
  return found;
}

static void
add (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings, const guint32 *cycle_of, guint32 file)
{
  guint32 cycle = cycle_of[file];
  const ArdDependency *step = find_step (corpus, cycle_of, file);
  double value = ard_cycle (corpus, cycle)->n_members;
  ArdFinding *finding =
      ard_findings_add (findings, corpus, settings, ard_rule_find ("dependency-cycle"), file, ARD_NONE, value);

  if (!finding)
    return;
  finding->cycle = cycle;
  finding->quantity = value;
  if (step) {
    finding->other = step->to;
    finding->start_line = finding->end_line = step->line;
  }
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  g_autofree guint32 *cycle_of = g_new (guint32, corpus->files->len + 1);

  for (guint32 i = 0; i < corpus->files->len; i++)
    cycle_of[i] = ARD_NONE;
  for (guint32 i = 0; i < corpus->cycles->len; i++)
    for (guint32 j = 0; j < ard_cycle (corpus, i)->n_members; j++)
      cycle_of[members_of (corpus, ard_cycle (corpus, i))[j]] = i;
  for (guint32 i = 0; i < corpus->files->len; i++)
    if (cycle_of[i] != ARD_NONE)
      add (corpus, settings, findings, cycle_of, i);
}

const ArdAnalyzer ard_analyzer_dependency_cycle = { "dependency-cycle", run };
