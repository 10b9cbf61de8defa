#include <math.h>
#include <stdlib.h>

#include "scoring/parts.h"

/* From these on a figure ticks its box, whatever else the item costs: half an hour a sprint; an incident in two years.
 */
#define MATERIAL_H_SPRINT 0.5
#define MATERIAL_INCIDENTS_MONTH (1.0 / 24)

/* A finding on its way into the item of its unit. */
typedef struct {
  ArdFinding finding;
  ArdUnit kind;
  guint32 file, unit; /* that the item stands under; unit: function, class or cycle, or ARD_NONE: the file */
  gboolean weightless;
  double money; /* its charge and its risk, 0 when not priced */
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
compare_units (const Entry *left, const Entry *right)
{
  int order = compare_indexes (left->file, right->file);

  if (!order)
    order = (int) left->kind - (int) right->kind;
  return order ? order : compare_indexes (left->unit, right->unit);
}

static int
compare_entries (const void *a, const void *b)
{
  const Entry *left = a, *right = b;
  int order = compare_units (left, right);

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
    order = compare_indexes (left->finding.file, right->finding.file);
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
         finding->charge_incidents_month * ledger->settings->incident_cost.likely + finding->risk_month;
}

/* Such a rule (hotspot) costs nothing by itself: it says where the cost of others weighs. */
static gboolean
is_weightless (const ArdLedger *ledger, const ArdFinding *finding)
{
  return !ard_rule_weighs (ledger, finding->rule) && !ard_rule_is_assumed (finding->rule);
}

/* One class and one cycle is one unit, over all of its files; it stands under the first of them. */
static Entry
make_entry (const ArdLedger *ledger, const ArdFinding *finding)
{
  const ArdCorpus *corpus = ledger->corpus;
  Entry entry = { .finding = *finding, .kind = ARD_UNIT_FILE, .file = finding->file, .unit = ARD_NONE };

  if (finding->clone_class != ARD_NONE) {
    entry.kind = ARD_UNIT_CLONES;
    entry.unit = finding->clone_class;
    entry.file = ard_clone_copy (corpus, ard_clone_class (corpus, entry.unit)->first_copy)->file;
  } else if (finding->cycle != ARD_NONE) {
    entry.kind = ARD_UNIT_CYCLE;
    entry.unit = finding->cycle;
    entry.file = g_array_index (corpus->cycle_members, guint32, ard_cycle (corpus, entry.unit)->first_member);
  } else if (finding->function != ARD_NONE) {
    entry.kind = ARD_UNIT_FUNCTION;
    entry.unit = finding->function;
  }
  entry.weightless = is_weightless (ledger, finding);
  entry.money = find_money (ledger, finding);
  entry.level = ard_finding_level (finding);
  return entry;
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

  if (entry->kind == ARD_UNIT_FILE) {
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
    if (entries[i].kind == ARD_UNIT_FUNCTION)
      money[entries[i].unit] += entries[i].money;
  for (guint i = 0; i < n; i++)
    if (!entries[i].weightless && entries[i].kind <= ARD_UNIT_FILE)
      find_home (&homes[entries[i].file], &entries[i], entries[i].kind == ARD_UNIT_FILE ? 0 : money[entries[i].unit]);
  for (guint i = 0; i < n; i++) {
    Home *home = &homes[entries[i].file];

    if (entries[i].kind == ARD_UNIT_FILE && entries[i].weightless && !home->has_file_item &&
        home->dearest != ARD_NONE) {
      entries[i].kind = ARD_UNIT_FUNCTION;
      entries[i].unit = home->dearest;
    }
  }
}

static void
start_item (ArdLedger *ledger, const Entry *entry, guint32 first)
{
  ArdItem item = {
    .unit = entry->kind,
    .file = entry->file,
    .function = entry->kind == ARD_UNIT_FUNCTION ? entry->unit : ARD_NONE,
    .clone_class = entry->kind == ARD_UNIT_CLONES ? entry->unit : ARD_NONE,
    .cycle = entry->kind == ARD_UNIT_CYCLE ? entry->unit : ARD_NONE,
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

  for (guint i = 0; i < n; i++)
    entries[i] = make_entry (ledger, ard_finding (ledger, i));
  house_weightless (ledger->corpus, entries, n);
  qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++) {
    if (i == 0 || compare_units (&entries[i], &entries[i - 1]) != 0)
      start_item (ledger, &entries[i], i);
    entries[i].finding.item = ledger->items->len - 1;
    *ard_finding (ledger, i) = entries[i].finding;
    join_item (ard_item (ledger, ledger->items->len - 1), &entries[i].finding);
  }
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return compare_indexes (*(const guint32 *) a, *(const guint32 *) b);
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
  if (!order)
    order = (int) left->item.unit - (int) right->item.unit;
  if (!order)
    order = compare_indexes (left->item.function, right->item.function);
  if (!order)
    order = compare_indexes (left->item.clone_class, right->item.clone_class);
  return order ? order : compare_indexes (left->item.cycle, right->item.cycle);
}

/*
 * Two boxes follow the figures that price the item, not its rules: a channel ticks its box when it is material, or
 * when it is the larger part of what history charges an item that is worth more than leaving.
 */
static void
tick_boxes (const ArdLedger *ledger, ArdItem *item)
{
  double hours = item->wasted_h_sprint * ard_sprints_month (ledger->settings) * ledger->settings->team_hour_cost.likely;
  double incidents = item->incidents_month * ledger->settings->incident_cost.likely;
  gboolean kept = ledger->priced && item->advice != ARD_ADVICE_LEAVE;

  item->boxes &= ~(guint) (ARD_BOX_SLOWS_FEATURES | ARD_BOX_RECURRING_BUGS);
  if (item->wasted_h_sprint >= MATERIAL_H_SPRINT || (kept && hours > 0 && hours >= incidents))
    item->boxes |= ARD_BOX_SLOWS_FEATURES;
  if (item->incidents_month >= MATERIAL_INCIDENTS_MONTH || (kept && incidents > 0 && incidents >= hours))
    item->boxes |= ARD_BOX_RECURRING_BUGS;
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
    tick_boxes (ledger, item);
  }
}

GArray *
ard_item_finding_files (const ArdLedger *ledger, const ArdItem *item)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < item->n_findings; i++)
    g_array_append_val (files, ard_finding (ledger, item->first_finding + i)->file);
  g_array_sort (files, compare_files);
  for (guint i = files->len; i > 1; i--)
    if (g_array_index (files, guint32, i - 1) == g_array_index (files, guint32, i - 2))
      g_array_remove_index (files, i - 1);
  return files;
}
