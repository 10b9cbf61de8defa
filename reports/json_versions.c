#include "reports/json_versions.h"

#include <math.h>

#include "reports/json_value.h"
#include "reports/name.h"

void
ard_json_set_history (json_t *row, const ArdCorpus *corpus, const ArdCorpusFunction *function)
{
  gboolean known = ard_file (corpus, function->file)->n_trend > 0;

  ard_json_set (row, "revisions", ard_json_count (known, function->n_revisions));
  ard_json_set (row, "code_revisions", ard_json_count (known, ard_function_code_revisions (corpus, function, FALSE)));
  ard_json_set (row, "share_of_work", ard_json_rounded (function->traced ? function->share : NAN, ARD_FIGURE_SHARE));
}

json_t *
ard_json_trend_point (const ArdLedger *ledger, guint32 index)
{
  const ArdCorpus *corpus = ledger->corpus;
  const ArdTrendPoint *point = ard_trend_point (corpus, index);
  g_autofree char *id = ard_name_of_commit (corpus, &ard_commit (corpus, point->commit)->id);
  json_t *row = json_object ();

  ard_json_set_path (row, ard_file (corpus, point->file)->path);
  ard_json_set (row, "commit", json_string (id));
  ard_json_set (row, "code_lines", json_integer (point->code_lines));
  ard_json_set (row, "functions", json_integer (point->functions));
  ard_json_set (row, "cognitive", json_integer (point->cognitive));
  ard_json_set (row, "worst_cognitive", json_integer (point->worst));
  return row;
}

json_t *
ard_json_survival (const ArdLedger *ledger, guint32 index)
{
  const ArdSurvival *survival = &g_array_index (ledger->corpus->survival, ArdSurvival, index);
  g_autofree char *quarter = ard_name_of_quarter (survival->quarter);
  json_t *row = json_object ();

  ard_json_set (row, "quarter", json_string (quarter));
  ard_json_set (row, "files", json_integer (survival->files));
  ard_json_set (row, "added", json_integer (survival->added));
  ard_json_set (row, "standing", json_integer (survival->standing));
  return row;
}
