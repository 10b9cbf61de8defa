#include <math.h>

#include "reports/html.h"
#include "reports/text.h"

xmlNode *
ard_html_add (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, NULL, BAD_CAST name, NULL);
}

void
ard_html_text (xmlNode *node, const char *name, const char *text)
{
  if (!text)
    return;

  g_autofree char *line = ard_text_line (text);

  xmlNewProp (node, BAD_CAST name, BAD_CAST line);
}

void
ard_html_number (xmlNode *node, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return;
  if (isinf (value))
    ard_html_text (node, name, value > 0 ? "INF" : "-INF");
  else
    ard_html_text (node, name, g_ascii_formatd (text, sizeof text, "%.10g", value));
}

void
ard_html_flag (xmlNode *node, const char *name, gboolean value)
{
  ard_html_text (node, name, value ? "yes" : "no");
}

void
ard_html_date (xmlNode *node, const char *name, gint64 time_s)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_s);
  g_autofree char *text = time ? g_date_time_format (time, "%Y-%m-%d") : NULL;

  ard_html_text (node, name, text);
}

guint
ard_html_n_items (const ArdLedger *ledger)
{
  return MIN (ledger->items->len, (guint) ledger->settings->report_max_items);
}

static void
add_totals (const ArdHtml *html, xmlNode *root)
{
  const ArdTotals *totals = &html->ledger->totals;
  const char rating[] = { totals->rating, '\0' };
  double sprint_months = html->ledger->settings->team_sprint_weeks * 7 / (365.25 / 12);
  double effort_d = 0;
  xmlNode *node = ard_html_add (root, "totals");

  for (guint i = 0; i < html->ledger->items->len; i++)
    effort_d += ard_item (html->ledger, i)->effort_d;
  ard_html_number (node, "cost", totals->cost_month);
  ard_html_number (node, "interest", totals->interest_year);
  ard_html_number (node, "principal", totals->principal);
  ard_html_number (node, "savings", totals->savings_month);
  ard_html_number (node, "wasted", totals->wasted_h_month);
  ard_html_number (node, "incidents", totals->incidents_month);
  ard_html_number (node, "hours", totals->hours_month);
  ard_html_number (node, "suppressed", totals->suppressed_cost_month);
  ard_html_number (node, "assumed", totals->assumed_cost_month);
  ard_html_number (node, "assumed-savings", totals->assumed_savings_month);
  ard_html_number (node, "rewrite", totals->rewrite_cost);
  ard_html_number (node, "ratio", totals->debt_ratio);
  ard_html_text (node, "rating", rating);
  ard_html_number (node, "items", totals->n_items);
  ard_html_number (node, "findings", totals->n_findings);
  ard_html_number (node, "critical", totals->n_critical);
  ard_html_number (node, "developers", totals->developers);
  ard_html_number (node, "effort", effort_d);
  ard_html_number (node, "sprint-months", sprint_months);
}

static void
add_plan (const ArdHtml *html, xmlNode *root)
{
  const ArdPlan *plan = &html->ledger->plan;
  xmlNode *node = ard_html_add (root, "plan");

  ard_html_number (node, "capacity", plan->capacity_d);
  ard_html_number (node, "effort", plan->effort_d);
  ard_html_number (node, "cost", plan->cost);
  ard_html_number (node, "savings", plan->savings_year);
  ard_html_number (node, "assumed-savings", plan->assumed_savings_year);
  ard_html_number (node, "left-effort", plan->left_effort_d);
  ard_html_number (node, "left-savings", plan->left_savings_year);
  ard_html_number (node, "items", plan->n_items);
  ard_html_number (node, "left", plan->n_left);
}

static guint32
item_place (const ArdLedger *ledger, guint32 item)
{
  return item < ard_html_n_items (ledger) ? item : ARD_NONE;
}

/* The new findings that fail the gate, then what was paid off. */
static void
add_verdict (const ArdHtml *html, xmlNode *root)
{
  const ArdLedger *ledger = html->ledger;
  const ArdVerdict *verdict = &ledger->verdict;

  if (!verdict->compared)
    return;

  xmlNode *node = ard_html_add (root, "verdict");

  ard_html_flag (node, "failed", verdict->failed);
  ard_html_text (node, "base", verdict->base);
  ard_html_number (node, "new", verdict->n_new);
  ard_html_number (node, "new-critical", verdict->n_new_critical);
  ard_html_number (node, "known", verdict->n_known);
  ard_html_number (node, "paid", verdict->n_paid);
  ard_html_number (node, "suppressed", verdict->n_suppressed);
  for (guint i = 0; i < ledger->findings->len; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);

    if (!finding->fails)
      continue;

    xmlNode *child = ard_html_add (node, "new");
    g_autofree char *message = ard_messages_finding (html->messages, ledger, finding);

    ard_html_text (child, "message", message);
    ard_html_text (child, "path", ard_file (ledger->corpus, finding->file)->path);
    ard_html_number (child, "line", finding->start_line);
    if (item_place (ledger, finding->item) != ARD_NONE)
      ard_html_text (child, "item", ard_item (ledger, finding->item)->id);
  }
  for (guint i = 0; i < ledger->paid->len; i++) {
    const ArdPaid *paid = ard_paid (ledger, i);
    xmlNode *child = ard_html_add (node, "paid");

    ard_html_text (child, "rule", ard_rules[paid->rule].id);
    ard_html_text (child, "path", paid->path);
    ard_html_text (child, "function", paid->function);
    ard_html_number (child, "line", paid->line);
  }
}

static void
describe_corpus (const ArdHtml *html, xmlNode *root)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  double code_lines = 0, counted = 0, fixes = 0;

  for (guint i = 0; i < corpus->files->len; i++)
    code_lines += ard_file (corpus, i)->code_lines;
  for (guint i = 0; i < corpus->commits->len; i++) {
    guint flags = ard_commit (corpus, i)->flags;

    if ((flags & ARD_COMMIT_IN_WINDOW) == 0 || (flags & ARD_COMMIT_NOT_COUNTED) != 0)
      continue;
    counted++;
    fixes += (flags & ARD_COMMIT_FIX) != 0;
  }
  ard_html_text (root, "head", corpus->head);
  ard_html_date (root, "now", corpus->now_s);
  ard_html_flag (root, "work-tree", corpus->edited);
  ard_html_flag (root, "shallow", corpus->shallow);
  ard_html_number (root, "n-files", corpus->files->len);
  ard_html_number (root, "n-functions", corpus->functions->len);
  ard_html_number (root, "n-commits", corpus->commits->len);
  ard_html_number (root, "n-counted", counted);
  ard_html_number (root, "n-fixes", fixes);
  ard_html_number (root, "code-lines", code_lines);
}

xmlDoc *
ard_html_document (const ArdHtml *html)
{
  const ArdLedger *ledger = html->ledger;
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlNewDocNode (doc, NULL, BAD_CAST "ledger", NULL);

  xmlDocSetRootElement (doc, root);
  ard_html_text (root, "lang", ard_messages_lang (html->messages));
  ard_html_text (root, "version", ARD_VERSION);
  describe_corpus (html, root);
  ard_html_flag (root, "priced", ledger->priced);
  ard_html_text (root, "not-priced", ledger->not_priced);
  ard_html_text (root, "currency", ledger->settings->team_currency);
  ard_html_number (root, "hour-cost", ledger->settings->team_hour_cost.likely);
  ard_html_number (root, "incident-cost", ledger->settings->incident_cost.likely);
  ard_html_number (root, "day-hours", ledger->settings->team_day_hours);
  ard_html_number (root, "debt-budget", ledger->settings->team_debt_budget);
  ard_html_number (root, "quarter-days", ledger->settings->team_quarter_days);
  ard_html_number (root, "window", ledger->settings->history_window_d);
  ard_html_text (root, "settings-digest", ledger->settings->digest);
  add_totals (html, root);
  add_plan (html, root);
  add_verdict (html, root);

  xmlNode *items = ard_html_add (root, "items");

  ard_html_number (items, "all", ledger->items->len);
  for (guint i = 0; i < ard_html_n_items (ledger); i++)
    ard_html_add_item (html, items, i);
  ard_html_add_clones (html, root);
  ard_html_add_errors (html, root);
  ard_html_add_structure (html, root);
  ard_html_add_change (html, root);
  ard_html_add_people (html, root);
  ard_html_add_delivery (html, root);
  ard_html_add_tables (html, root);
  return doc;
}
