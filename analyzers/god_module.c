#include "analyzers/analyzers.h"
#include "analyzers/ties.h"
#include "model/rule.h"

/* Below one of these, the product is large by one factor alone: a list of types, a large leaf, a main. */
#define MIN_USERS 10
#define MIN_USED 10
#define MIN_LINES 1000
#define LINES_UNIT 1000.0

/* An implementation is used through its header. */
static guint32
users_of (const ArdTies *ties, guint32 file)
{
  guint32 header = ties->header[file];

  return ties->in[file] + (header == ARD_NONE ? 0 : ties->in[header] - 1);
}

static guint32
lines_in_functions (const ArdCorpus *corpus, const ArdFile *file)
{
  guint32 lines = file->function_lines;

  for (guint32 i = 0; i < file->n_functions; i++) {
    const ArdFunction *function = &ard_function (corpus, file->first_function + i)->facts;

    lines -= MIN (lines, function->table_lines);
  }
  return lines;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("god-module");
  g_autoptr (ArdTies) ties = ard_ties_new (corpus);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    guint32 users = users_of (ties, i), used = ties->out[i];
    guint32 lines = lines_in_functions (corpus, file);

    if (users < MIN_USERS || used < MIN_USED || lines < MIN_LINES)
      continue;

    double value = (double) users * used * lines / LINES_UNIT;
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, value);

    if (finding)
      finding->quantity = lines - MIN_LINES;
  }
}

const ArdAnalyzer ard_analyzer_god_module = { "god-module", run };
