#include "model/pick.h"

#include <math.h>

static int
compare_numbers (double left, double right)
{
  if (isnan (left) || isnan (right))
    return 0;
  return (left > right) - (left < right);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  const ArdItem *one = ard_item ((const ArdLedger *) data, left), *other = ard_item ((const ArdLedger *) data, right);
  int order = (one->suppressed != 0) - (other->suppressed != 0);

  if (!order)
    order = compare_numbers (other->cost_month, one->cost_month);
  return order ? order : (left > right) - (left < right);
}

GArray *
ard_pick_items (const ArdLedger *ledger, ArdUnit unit)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < ledger->items->len; i++)
    if (ard_item (ledger, i)->unit == unit)
      g_array_append_val (items, i);
  g_array_sort_with_data (items, compare_items, (gpointer) ledger);
  return items;
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  const ArdFinding *one = ard_finding ((const ArdLedger *) data, left);
  const ArdFinding *other = ard_finding ((const ArdLedger *) data, right);
  int order = (one->rule > other->rule) - (one->rule < other->rule);

  if (!order)
    order = (int) other->severity - (int) one->severity;
  if (!order)
    order = compare_numbers (other->risk_month, one->risk_month);
  if (!order)
    order = (one->file > other->file) - (one->file < other->file);
  if (!order)
    order = (one->start_line > other->start_line) - (one->start_line < other->start_line);
  return order ? order : (left > right) - (left < right);
}

GArray *
ard_pick_findings (const ArdLedger *ledger, const char *family)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < ledger->findings->len; i++)
    if (g_str_equal (ard_rules[ard_finding (ledger, i)->rule].family, family))
      g_array_append_val (findings, i);
  g_array_sort_with_data (findings, compare_findings, (gpointer) ledger);
  return findings;
}

static int
compare_reviews (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdLedger *ledger = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  const ArdFinding *one = ard_review (ledger, left), *other = ard_review (ledger, right);
  guint32 rank = ard_file_score (ledger, one->file)->rank, other_rank = ard_file_score (ledger, other->file)->rank;

  if (one->rule != other->rule)
    return one->rule > other->rule ? 1 : -1;
  if (rank != other_rank)
    return rank > other_rank ? 1 : -1;
  return (left > right) - (left < right);
}

GArray *
ard_pick_reviews (const ArdLedger *ledger)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint32 i = 0; i < ledger->reviews->len; i++)
    g_array_append_val (all, i);
  g_array_sort_with_data (all, compare_reviews, (gpointer) ledger);
  for (guint i = 0; i < all->len; i++) {
    guint32 index = g_array_index (all, guint32, i);

    n = i > 0 && ard_review (ledger, index)->rule == ard_review (ledger, g_array_index (all, guint32, i - 1))->rule
            ? n + 1
            : 0;
    if (n < ARD_PICK_REVIEWS)
      g_array_append_val (shown, index);
  }
  return shown;
}

GArray *
ard_pick_shown (const ArdLedger *ledger, const char *family)
{
  g_autoptr (GArray) all = ard_pick_findings (ledger, family);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 rule = ARD_NONE;
  guint n = 0;

  for (guint i = 0; i < all->len; i++) {
    guint32 index = g_array_index (all, guint32, i);

    n = ard_finding (ledger, index)->rule == rule ? n + 1 : 0;
    rule = ard_finding (ledger, index)->rule;
    if (n < ARD_PICK_FINDINGS)
      g_array_append_val (shown, index);
  }
  return shown;
}
