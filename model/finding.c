#include "model/finding.h"

#include <math.h>

/* A weight of 1 would be an infinite hazard, of which no finding could be charged a share. */
#define HIGHEST_WEIGHT 0.999999

ArdFindings *
ard_findings_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (ArdFinding));
}

static ArdFinding *
append (ArdFindings *findings, const ArdCorpus *corpus, ArdFinding finding)
{
  if (finding.function != ARD_NONE) {
    finding.start_line = ard_function (corpus, finding.function)->facts.start_line;
    finding.end_line = ard_function (corpus, finding.function)->facts.end_line;
  }
  g_array_append_val (findings, finding);
  return &g_array_index (findings, ArdFinding, findings->len - 1);
}

static ArdFinding
make (const ArdCorpus *corpus, const ArdRuleSettings *numbers, guint32 rule, guint32 file, guint32 function,
      double value)
{
  gboolean test = !ard_corpus_is_in_use (corpus, file, function);
  double critical = test ? numbers->test_critical : numbers->critical;

  return (ArdFinding){
    .rule = rule,
    .file = file,
    .function = function,
    .capture = ARD_NONE,
    .clone_class = ARD_NONE,
    .cycle = ARD_NONE,
    .other = ARD_NONE,
    .commit = ARD_NONE,
    .author = ARD_NONE,
    .start_line = 1,
    .end_line = MAX (ard_file (corpus, file)->lines, 1),
    .value = value,
    .attention = test ? numbers->test_attention : numbers->attention,
    .critical = critical,
    .severity = value >= critical ? ARD_SEVERITY_CRITICAL : ARD_SEVERITY_ATTENTION,
    .state = ARD_STATE_KNOWN,
    .base_value = NAN,
    .item = ARD_NONE,
  };
}

static gboolean
is_judged (const ArdCorpus *corpus, const ArdRuleSettings *numbers, guint32 file)
{
  return numbers->enabled && !(ard_file (corpus, file)->flags & ARD_FILE_NOT_JUDGED);
}

ArdFinding *
ard_findings_add (ArdFindings *findings, const ArdCorpus *corpus, const ArdSettings *settings, guint32 rule,
                  guint32 file, guint32 function, double value)
{
  const ArdRuleSettings *numbers = &settings->rules[rule];
  ArdFinding finding = make (corpus, numbers, rule, file, function, value);

  if (!is_judged (corpus, numbers, file) || value < finding.attention)
    return NULL;
  return append (findings, corpus, finding);
}

ArdFinding *
ard_findings_add_review (ArdFindings *findings, const ArdCorpus *corpus, const ArdSettings *settings, guint32 rule,
                         guint32 file, guint32 function, double value)
{
  const ArdRuleSettings *numbers = &settings->rules[rule];
  ArdFinding finding = make (corpus, numbers, rule, file, function, value);

  if (!is_judged (corpus, numbers, file) || value >= finding.attention ||
      !ard_corpus_is_in_use (corpus, file, function))
    return NULL;
  finding.review = TRUE;
  return append (findings, corpus, finding);
}

double
ard_finding_level (const ArdFinding *finding)
{
  double span = finding->critical - finding->attention;

  if (span <= 0)
    return 1;
  return CLAMP ((finding->value - finding->attention) / span, 0, 1);
}

double
ard_file_measured_lines (const ArdFile *file)
{
  return MAX (file->code_lines, file->function_lines);
}

double
ard_finding_lines (const ArdFinding *finding)
{
  return finding->end_line >= finding->start_line ? finding->end_line - finding->start_line + 1 : 0;
}

static double
part_of_lines (const ArdFinding *finding, const ArdCorpus *corpus)
{
  const ArdFile *file = ard_file (corpus, finding->file);

  if (finding->clone_class != ARD_NONE)
    return MIN (ard_finding_lines (finding) / MAX (file->lines, 1), 1);
  if (finding->function == ARD_NONE)
    return 1;

  double own = ard_function (corpus, finding->function)->facts.code_lines, all = ard_file_measured_lines (file);

  return all > 0 ? own / all : 1;
}

double
ard_finding_part (const ArdFinding *finding, const ArdCorpus *corpus)
{
  gboolean function = finding->clone_class == ARD_NONE && finding->function != ARD_NONE;

  if (function && ard_function (corpus, finding->function)->traced)
    return ard_function (corpus, finding->function)->share;
  return part_of_lines (finding, corpus) * (1 - ard_file (corpus, finding->file)->departed_share);
}

double
ard_finding_incident_weight (const ArdFinding *finding, const ArdCorpus *corpus, const ArdSettings *settings)
{
  if (!ard_corpus_is_in_use (corpus, finding->file, finding->function))
    return 0;
  return settings->rules[finding->rule].w_incident;
}

void
ard_finding_hazards (const ArdFinding *finding, const ArdCorpus *corpus, const ArdSettings *settings, double *time,
                     double *incident)
{
  double level = ard_finding_level (finding), part = ard_finding_part (finding, corpus);
  double w_time = settings->rules[finding->rule].w_time;
  double w_incident = ard_finding_incident_weight (finding, corpus, settings);

  *time = -log1p (-CLAMP (w_time * level, 0, HIGHEST_WEIGHT)) * part;
  *incident = -log1p (-CLAMP (w_incident * level, 0, HIGHEST_WEIGHT)) * part;
}
