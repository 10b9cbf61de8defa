#include "analyzers/analyzers.h"
#include "model/layers.h"
#include "model/rule.h"

static void
add (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings, const ArdDependency *row,
     const char *text)
{
  ArdFinding *finding =
      ard_findings_add (findings, corpus, settings, ard_rule_find ("layer-violation"), row->from, ARD_NONE, 1);

  if (!finding)
    return;
  finding->other = row->to;
  finding->subject = g_intern_string (text);
  finding->start_line = finding->end_line = row->line;
  finding->quantity = 1;
}

/* A file's use of another is one finding, of the first rule that forbids it. */
static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  char **texts = settings->layers_rules;
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) ard_layer_rule_free);

  for (guint i = 0; texts[i]; i++)
    g_ptr_array_add (rules, ard_layer_rule_parse (texts[i], NULL));
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *row = ard_dependency (corpus, i);
    const char *from = ard_file (corpus, row->from)->path, *to = ard_file (corpus, row->to)->path;

    if (ard_file (corpus, row->from)->flags & ARD_FILE_NOT_IN_USE)
      continue;
    for (guint j = 0; j < rules->len; j++) {
      const ArdLayerRule *rule = g_ptr_array_index (rules, j);

      if (rule && ard_layer_rule_forbids (rule, from, to)) {
        add (corpus, settings, findings, row, texts[j]);
        break;
      }
    }
  }
}

const ArdAnalyzer ard_analyzer_layer_violation = { "layer-violation", run };
