#include <math.h>
#include <stdlib.h>

#include "scoring/parts.h"

/* Below these a figure ticks no box: half an hour a sprint; one incident in two years. */
#define MATERIAL_H_SPRINT 0.5
#define MATERIAL_INCIDENTS_MONTH (1.0 / 24)

/* A finding on its way into the item of its unit. */
typedef struct {
  ArdFinding finding;
  guint32 unit; /* function, or ARD_NONE: the file */
  gboolean weightless;
  double money; /* its charge, 0 when not priced */
  double level;
} Entry;

static int
compare_numbers (double left, double right)
{
  return (left > right) - (left < right);
}

static int
compare_indexes (guint32 left, guint32 right)
{
  return (left > right) - (left < right);
}

static double
hazard_of (const Entry *entry)
{
  return entry->finding.hazard_time + entry->finding.hazard_incident;
}

static int
compare_entries (const void *a, const void *b)
{
  const Entry *left = a, *right = b;
  int order = compare_indexes (left->finding.file, right->finding.file);

  if (!order)
    order = compare_indexes (left->unit, right->unit);
  if (!order)
    order = left->weightless - right->weightless;
  if (!order)
    order = compare_numbers (right->money, left->money);
  if (!order && left->money == 0)
    order = compare_numbers (right->level, left->level);
  if (!order && left->money == 0)
    order = compare_numbers (hazard_of (right), hazard_of (left));
  if (!order)
    order = compare_indexes (left->finding.rule, right->finding.rule);
  if (!order)
    order = compare_indexes (left->finding.start_line, right->finding.start_line);
  if (!order)
    order = compare_indexes (left->finding.end_line, right->finding.end_line);
  return order ? order : compare_indexes (left->finding.capture, right->finding.capture);
}

static double
find_money (const ArdLedger *ledger, const ArdFinding *finding)
{
  if (!ledger->priced)
    return 0;
  return finding->charge_h_month * ledger->settings->team_hour_cost.likely +
         finding->charge_incidents_month * ledger->settings->incident_cost.likely;
}

/* A rule without weights (hotspot) costs nothing by itself: it says where the cost of others weighs. */
static gboolean
is_weightless (const ArdLedger *ledger, const ArdFinding *finding)
{
  const ArdRuleSettings *numbers = &ledger->settings->rules[finding->rule];

  return numbers->w_time <= 0 && numbers->w_incident <= 0;
}

typedef struct {
  gboolean has_file_item;
  guint32 dearest; /* function, or ARD_NONE */
  double money, hazard;
} Home;

/* Where the weightless findings of each file go: its own item if that weighs anything, else its dearest function's. */
static void
find_home (Home *home, const Entry *entry, double function_money)
{
  const ArdFinding *finding = &entry->finding;
  double hazard = finding->hazard_time + finding->hazard_incident;

  if (finding->function == ARD_NONE) {
    home->has_file_item |= hazard > 0;
  } else if (home->dearest == ARD_NONE || function_money > home->money ||
             (function_money == home->money && hazard > home->hazard)) {
    home->dearest = finding->function;
    home->money = function_money;
    home->hazard = hazard;
  }
}

static void
house_weightless (const ArdCorpus *corpus, Entry *entries, guint n)
{
  g_autofree Home *homes = g_new (Home, corpus->files->len + 1);
  g_autofree double *money = g_new0 (double, corpus->functions->len + 1);

  for (guint i = 0; i < corpus->files->len; i++)
    homes[i] = (Home){ FALSE, ARD_NONE, 0, 0 };
  for (guint i = 0; i < n; i++)
    if (entries[i].finding.function != ARD_NONE)
      money[entries[i].finding.function] += entries[i].money;
  for (guint i = 0; i < n; i++) {
    guint32 function = entries[i].finding.function;

    if (!entries[i].weightless)
      find_home (&homes[entries[i].finding.file], &entries[i], function == ARD_NONE ? 0 : money[function]);
  }
  for (guint i = 0; i < n; i++) {
    Home *home = &homes[entries[i].finding.file];

    if (entries[i].unit == ARD_NONE && entries[i].weightless && !home->has_file_item)
      entries[i].unit = home->dearest;
  }
}

static void
start_item (ArdLedger *ledger, const Entry *entry, guint32 first)
{
  ArdItem item = {
    .unit = entry->unit == ARD_NONE ? ARD_UNIT_FILE : ARD_UNIT_FUNCTION,
    .file = entry->finding.file,
    .function = entry->unit,
    .rule = entry->finding.rule,
    .first_finding = first,
    .priority = ARD_PRIORITY_LOW,
    .type = ard_rules[entry->finding.rule].type,
    .basis = ARD_BASIS_HISTORY,
    .severity = ARD_SEVERITY_ATTENTION,
    .suppressed = TRUE,
  };

  g_array_append_val (ledger->items, item);
}

static void
join_item (ArdItem *item, const ArdFinding *finding)
{
  const ArdRule *rule = &ard_rules[finding->rule];

  item->n_findings++;
  item->priority = MAX (item->priority, rule->priority);
  item->severity = MAX (item->severity, finding->severity);
  item->boxes |= rule->boxes;
  item->suppressed = item->suppressed && finding->state == ARD_STATE_SUPPRESSED;
}

void
ard_items_collect (ArdLedger *ledger)
{
  guint n = ledger->findings->len;
  g_autofree Entry *entries = g_new (Entry, n + 1);

  for (guint i = 0; i < n; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);

    entries[i] = (Entry){ *finding, finding->function, is_weightless (ledger, finding), find_money (ledger, finding),
                          ard_finding_level (finding) };
  }
  house_weightless (ledger->corpus, entries, n);
  qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++) {
    if (i == 0 || entries[i].finding.file != entries[i - 1].finding.file || entries[i].unit != entries[i - 1].unit)
      start_item (ledger, &entries[i], i);
    entries[i].finding.item = ledger->items->len - 1;
    *ard_finding (ledger, i) = entries[i].finding;
    join_item (ard_item (ledger, ledger->items->len - 1), &entries[i].finding);
  }
}

/* Classes of the backlog: what pays for itself within a year, what the advice keeps, what it would leave. */
typedef enum { CLASS_PAYS, CLASS_KEEPS, CLASS_LEAVES, CLASS_NOT_PRICED, CLASS_SUPPRESSED } Class;

typedef struct {
  ArdItem item;
  Class class;
  double money; /* the larger, the earlier within its class */
  double excess;
} Place;

/* The worst value of its findings, as a multiple of the critical threshold. */
static double
find_excess (const ArdLedger *ledger, const ArdItem *item)
{
  double excess = 0;

  for (guint i = 0; i < item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (ledger, item->first_finding + i);

    if (!is_weightless (ledger, finding))
      excess = MAX (excess, finding->value / MAX (finding->critical, 1e-9));
  }
  return excess;
}

static Place
make_place (const ArdLedger *ledger, const ArdItem *item)
{
  Place place = { *item, CLASS_LEAVES, 0, find_excess (ledger, item) };

  if (!ledger->priced)
    place.class = CLASS_NOT_PRICED;
  else if (ard_item_pays (item))
    place.class = CLASS_PAYS;
  else if (item->advice == ARD_ADVICE_BACKLOG)
    place.class = CLASS_KEEPS;
  if (ledger->priced)
    place.money = ARD_MONTHS_YEAR * item->savings_month - (place.class == CLASS_PAYS ? item->principal : 0);
  if (item->suppressed)
    place.class = CLASS_SUPPRESSED;
  return place;
}

static int
compare_places (const void *a, const void *b)
{
  const Place *left = a, *right = b;
  int order = (int) left->class - (int) right->class;

  if (!order)
    order = compare_numbers (right->money, left->money);
  if (!order)
    order = (int) right->item.severity - (int) left->item.severity;
  if (!order)
    order = compare_numbers (right->excess, left->excess);
  if (!order)
    order = compare_indexes (left->item.file, right->item.file);
  return order ? order : compare_indexes (left->item.function, right->item.function);
}

/* The boxes that a figure must confirm. */
static void
confirm_boxes (ArdItem *item)
{
  if (!(item->wasted_h_sprint >= MATERIAL_H_SPRINT))
    item->boxes &= ~(guint) ARD_BOX_SLOWS_FEATURES;
  if (!(item->incidents_month >= MATERIAL_INCIDENTS_MONTH))
    item->boxes &= ~(guint) ARD_BOX_RECURRING_BUGS;
}

void
ard_items_order (ArdLedger *ledger)
{
  guint n = ledger->items->len;
  g_autofree Place *places = g_new (Place, n + 1);
  g_autoptr (GArray) findings = ledger->findings;

  for (guint i = 0; i < n; i++)
    places[i] = make_place (ledger, ard_item (ledger, i));
  qsort (places, n, sizeof *places, compare_places);

  ledger->findings = ard_findings_new ();
  for (guint i = 0; i < n; i++) {
    ArdItem *item = ard_item (ledger, i);
    guint32 first = ledger->findings->len;

    *item = places[i].item;
    g_array_append_vals (ledger->findings, &g_array_index (findings, ArdFinding, item->first_finding),
                         item->n_findings);
    item->first_finding = first;
    for (guint j = 0; j < item->n_findings; j++)
      ard_finding (ledger, first + j)->item = i;
    confirm_boxes (item);
  }
}
