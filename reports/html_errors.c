#include <string.h>

#include "model/pick.h"
#include "reports/html.h"
#include "reports/name.h"

static const ArdExcerpt *
find_excerpt (const ArdLedger *ledger, guint32 finding)
{
  const ArdItem *item = ard_item (ledger, ard_finding (ledger, finding)->item);

  for (guint32 i = 0; i < item->n_excerpts; i++)
    if (ard_excerpt (ledger, item->first_excerpt + i)->finding == finding)
      return ard_excerpt (ledger, item->first_excerpt + i);
  return NULL;
}

static const ArdExcerpt *
find_review_excerpt (const ArdLedger *ledger, guint32 review)
{
  for (guint i = ledger->excerpts->len; i-- > 0 && ard_excerpt (ledger, i)->review != ARD_NONE;)
    if (ard_excerpt (ledger, i)->review == review)
      return ard_excerpt (ledger, i);
  return NULL;
}

/* The lines around, those that the finding is about marked. */
static void
add_code (xmlNode *node, const ArdFinding *finding, const ArdExcerpt *excerpt)
{
  g_auto (GStrv) lines = excerpt ? g_strsplit (excerpt->text, "\n", -1) : NULL;
  guint n = lines ? g_strv_length (lines) : 0;

  while (n > 0 && !*g_strchomp (lines[n - 1]))
    n--;
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = ard_html_fit_line (g_strchomp (lines[i]));
    guint32 number = excerpt->line + i;
    xmlNode *line = xmlNewTextChild (node, NULL, BAD_CAST "line", BAD_CAST text);

    ard_html_number (line, "n", number);
    ard_html_flag (line, "hit", number >= finding->start_line && number <= finding->end_line);
  }
  if (n > 0 && excerpt->line + n - 1 < finding->end_line)
    ard_html_number (node, "left", finding->end_line - (excerpt->line + n - 1));
}

void
ard_html_add_place (const ArdHtml *html, xmlNode *node, const ArdFinding *finding)
{
  const ArdLedger *ledger = html->ledger;
  const ArdItem *item = finding->item == ARD_NONE ? NULL : ard_item (ledger, finding->item);
  g_autofree char *message = ard_messages_finding (html->messages, ledger, finding);

  ard_html_text (node, "message", message);
  ard_html_text (node, "rule", ard_rules[finding->rule].id);
  ard_html_text (node, "path", ard_file (ledger->corpus, finding->file)->path);
  ard_html_number (node, "start", finding->start_line);
  ard_html_number (node, "end", finding->end_line);
  ard_html_text (node, "severity", ard_name_severity (finding->severity));
  ard_html_text (node, "state", ard_name_state (finding->state));
  if (finding->function != ARD_NONE && *ard_function (ledger->corpus, finding->function)->facts.name)
    ard_html_text (node, "function", ard_function (ledger->corpus, finding->function)->facts.name);
  if (item && finding->item < ard_html_n_items (ledger))
    ard_html_text (node, "item", item->id);
}

static guint
count_reviews (const ArdLedger *ledger, guint32 rule)
{
  guint n = 0;

  for (guint i = 0; i < ledger->reviews->len; i++)
    n += ard_review (ledger, i)->rule == rule;
  return n;
}

static xmlNode *
add_file (const ArdHtml *html, xmlNode *parent, guint32 file)
{
  xmlNode *node = ard_html_add (parent, "file");

  ard_html_text (node, "path", ard_file (html->ledger->corpus, file)->path);
  ard_html_flag (node, "test", (ard_file (html->ledger->corpus, file)->flags & ARD_FILE_TEST) != 0);
  return node;
}

static void
add_finding (const ArdHtml *html, xmlNode *parent, guint32 index)
{
  const ArdFinding *finding = ard_finding (html->ledger, index);
  xmlNode *node = ard_html_add (parent, "finding");

  ard_html_add_place (html, node, finding);
  ard_html_number (node, "failures", finding->failures_year);
  if (finding->failures_year > 0)
    ard_html_number (node, "years", 1 / finding->failures_year);
  ard_html_number (node, "cost", finding->risk_month * 12);
  add_code (node, finding, find_excerpt (html->ledger, index));
}

/* What a person is asked to look at: <review> by rule, the first of each. */
static void
add_reviews (const ArdHtml *html, xmlNode *parent)
{
  const ArdLedger *ledger = html->ledger;
  g_autoptr (GArray) shown = ard_pick_reviews (ledger);
  xmlNode *rule = NULL;
  guint32 last = ARD_NONE;

  for (guint i = 0; i < shown->len; i++) {
    guint32 index = g_array_index (shown, guint32, i);
    const ArdFinding *review = ard_review (ledger, index);
    xmlNode *node;

    if (review->rule != last) {
      rule = ard_html_add (parent, "asked");
      ard_html_text (rule, "id", ard_rules[last = review->rule].id);
      ard_html_number (rule, "n", count_reviews (ledger, last));
    }
    node = ard_html_add (rule, "finding");
    ard_html_add_place (html, node, review);
    add_code (node, review, find_review_excerpt (ledger, index));
  }
}

/* One rule: its sums over all its findings, then those shown, by file in the order of their first. */
static void
add_rule (const ArdHtml *html, xmlNode *parent, guint32 rule, const GArray *all, const GArray *shown)
{
  xmlNode *node = ard_html_add (parent, "rule");
  g_autoptr (GHashTable) files = g_hash_table_new (NULL, NULL);
  guint n = 0, n_critical = 0;
  double cost = 0;

  for (guint i = 0; i < all->len; i++) {
    const ArdFinding *finding = ard_finding (html->ledger, g_array_index (all, guint32, i));

    if (finding->rule != rule)
      continue;
    n++;
    n_critical += finding->severity == ARD_SEVERITY_CRITICAL;
    cost += finding->risk_month;
  }
  ard_html_text (node, "id", ard_rules[rule].id);
  ard_html_number (node, "n", n);
  ard_html_number (node, "critical", n_critical);
  ard_html_number (node, "cost", cost);
  for (guint i = 0; i < shown->len; i++) {
    guint32 index = g_array_index (shown, guint32, i);
    gpointer key = GUINT_TO_POINTER (ard_finding (html->ledger, index)->file + 1);
    xmlNode *file = g_hash_table_lookup (files, key);

    if (ard_finding (html->ledger, index)->rule != rule)
      continue;
    if (!file)
      g_hash_table_insert (files, key, file = add_file (html, node, ard_finding (html->ledger, index)->file));
    add_finding (html, file, index);
  }
}

void
ard_html_add_errors (const ArdHtml *html, xmlNode *root)
{
  const ArdLedger *ledger = html->ledger;
  g_autoptr (GArray) all = ard_pick_findings (ledger, "errors"), shown = ard_pick_shown (ledger, "errors");
  xmlNode *node = ard_html_add (root, "errors");
  guint measured = 0;
  guint32 last = ARD_NONE;

  for (guint32 i = 0; i < ledger->corpus->files->len; i++)
    measured += ard_file (ledger->corpus, i)->measured && !(ard_file (ledger->corpus, i)->flags & ARD_FILE_NOT_JUDGED);
  ard_html_number (node, "measured", measured);
  ard_html_number (node, "all", all->len);
  ard_html_number (node, "reviews", ledger->reviews->len);
  for (guint i = 0; i < all->len; i++) {
    guint32 rule = ard_finding (ledger, g_array_index (all, guint32, i))->rule;

    if (rule != last)
      add_rule (html, node, rule, all, shown);
    last = rule;
  }
  add_reviews (html, node);
}
