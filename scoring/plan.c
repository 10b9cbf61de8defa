#include <math.h>
#include <stdlib.h>

#include "scoring/parts.h"

typedef struct {
  guint32 item; /* the backlog's order decides ties */
  double roi;
} Candidate;

static int
compare (const void *a, const void *b)
{
  const Candidate *left = a, *right = b;
  int order = (left->roi < right->roi) - (left->roi > right->roi);

  return order ? order : (left->item > right->item) - (left->item < right->item);
}

static guint
find_candidates (const ArdLedger *ledger, Candidate *candidates)
{
  guint n = 0;

  for (guint i = 0; ledger->priced && i < ledger->items->len; i++) {
    const ArdItem *item = ard_item (ledger, i);

    if (!item->suppressed && ard_item_pays (item))
      candidates[n++] = (Candidate){ i, item->roi };
  }
  qsort (candidates, n, sizeof *candidates, compare);
  return n;
}

void
ard_plan_fill (ArdLedger *ledger)
{
  const ArdSettings *settings = ledger->settings;
  ArdPlan *plan = &ledger->plan;
  g_autofree Candidate *candidates = g_new (Candidate, ledger->items->len + 1);
  guint n = find_candidates (ledger, candidates);

  plan->capacity_d = ledger->totals.developers * settings->team_quarter_days * settings->team_debt_budget;
  if (!ledger->priced)
    plan->savings_year = plan->assumed_savings_year = plan->left_savings_year = NAN;
  for (guint i = 0; i < n; i++) {
    ArdItem *item = ard_item (ledger, candidates[i].item);
    double savings = ARD_MONTHS_YEAR * item->savings_month;

    item->in_plan = plan->effort_d + item->effort_d <= plan->capacity_d;
    if (item->in_plan) {
      plan->n_items++;
      plan->effort_d += item->effort_d;
      plan->cost += item->principal;
      plan->savings_year += savings;
      plan->assumed_savings_year += ARD_MONTHS_YEAR * item->assumed_savings_month;
    } else {
      plan->n_left++;
      plan->left_effort_d += item->effort_d;
      plan->left_savings_year += savings;
    }
  }
}
