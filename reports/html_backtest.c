#include "reports/html.h"

static void
add_ranking (xmlNode *parent, const ArdBacktest *backtest, ArdRankingKind kind)
{
  xmlNode *node = ard_html_add (parent, "ranking");

  ard_html_text (node, "name", ard_ranking_name (kind));
  ard_html_flag (node, "model", kind == ARD_RANKING_EXPECTED || kind == ARD_RANKING_EXPECTED_PER_LINE);
  ard_html_flag (node, "used", kind == backtest->rank || kind == backtest->rank_per_line);
  for (ArdMerit i = 0; i < ARD_N_MERITS; i++) {
    const ArdEstimate *measure = &backtest->rows[kind].measures[i], *behind = &backtest->rows[kind].behind[i];
    xmlNode *cell = ard_html_add (node, "measure");

    ard_html_text (cell, "name", ard_merit_name (i));
    ard_html_number (cell, "value", measure->value);
    ard_html_number (cell, "low", measure->low);
    ard_html_number (cell, "high", measure->high);
    ard_html_flag (cell, "behind", behind->low > 0);
    ard_html_flag (cell, "ahead", behind->high < 0);
  }
}

void
ard_html_add_backtest (const ArdHtml *html, xmlNode *root)
{
  const ArdBacktest *backtest = html->ledger->backtest;
  xmlNode *parent;

  if (!backtest)
    return;
  parent = ard_html_add (root, "backtest");
  ard_html_text (parent, "rank", ard_ranking_name (backtest->rank));
  ard_html_text (parent, "per-line", ard_ranking_name (backtest->rank_per_line));
  ard_html_flag (parent, "model-used",
                 backtest->rank == ARD_RANKING_EXPECTED && backtest->rank_per_line == ARD_RANKING_EXPECTED_PER_LINE);
  for (ArdRankingKind i = 0; i < ARD_N_RANKINGS; i++)
    add_ranking (parent, backtest, i);
  for (guint i = 0; i < ARD_N_TENTHS; i++) {
    const ArdCalibration *tenth = &backtest->tenths[i];
    xmlNode *node = ard_html_add (parent, "tenth");

    ard_html_number (node, "files", tenth->n);
    ard_html_number (node, "fixes-expected", tenth->fixes_expected);
    ard_html_number (node, "fixes-observed", tenth->fixes_observed);
    ard_html_number (node, "days-expected", tenth->days_expected);
    ard_html_number (node, "days-observed", tenth->days_observed);
  }
}
