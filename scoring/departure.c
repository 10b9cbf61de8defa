#include <math.h>

#include "scoring/parts.h"

#define DAYS_YEAR 365.25

const ArdKnowledge *
ard_departure_knowledge (const ArdLedger *ledger, const ArdFinding *finding)
{
  return finding->author < ledger->corpus->persons->len
             ? ard_corpus_find_knowledge (ledger->corpus, finding->file, finding->author)
             : NULL;
}

gboolean
ard_departure_is_past (const ArdLedger *ledger, const ArdFinding *finding)
{
  return finding->author < ledger->corpus->persons->len && !ard_person (ledger->corpus, finding->author)->active;
}

double
ard_departure_hours (const ArdLedger *ledger, const ArdFinding *finding)
{
  const ArdKnowledge *row = ard_departure_knowledge (ledger, finding);

  return row ? row->days * ledger->settings->team_day_hours * ledger->settings->team_coding_share.likely : 0;
}

double
ard_departure_chance (const ArdLedger *ledger, const ArdFinding *finding)
{
  const ArdFile *file = ard_file (ledger->corpus, finding->file);

  if (!ard_departure_is_past (ledger, finding))
    return ledger->settings->team_attrition.likely;
  return -expm1 (-(double) file->revisions * DAYS_YEAR / ledger->settings->history_window_d);
}

void
ard_departure_price (const ArdLedger *ledger, ArdFinding *finding)
{
  const ArdSettings *settings = ledger->settings;

  finding->failures_year = ard_departure_chance (ledger, finding);
  finding->risk_month = finding->failures_year * ard_departure_hours (ledger, finding) *
                        settings->team_relearn_share.likely * settings->team_hour_cost.likely / ARD_MONTHS_YEAR;
}
