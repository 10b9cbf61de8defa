#include "reports/html.h"
#include "reports/name.h"

#define N_QUARTERS 12

static const char *
name_status (ArdDeliveryStatus status)
{
  static const char *const names[] = { "not-found", "measured", "ok", "attention", "critical" };

  return names[status];
}

static void
add_figure (xmlNode *parent, const ArdDeliveryFigure *figure)
{
  xmlNode *node = ard_html_add (parent, "figure");

  ard_html_text (node, "id", figure->id);
  ard_html_text (node, "unit", figure->unit);
  ard_html_text (node, "status", name_status (figure->status));
  ard_html_number (node, "value", figure->value);
  ard_html_number (node, "high", figure->high);
  ard_html_number (node, "attention", figure->attention);
  ard_html_number (node, "critical", figure->critical);
  ard_html_number (node, "n", figure->n);
  ard_html_text (node, "reason", figure->reason);
}

static void
add_quarter (xmlNode *parent, const ArdDeliveryQuarter *quarter)
{
  g_autofree char *name = ard_name_shown_quarter (quarter->quarter);
  xmlNode *node = ard_html_add (parent, "quarter");

  ard_html_text (node, "name", name);
  ard_html_number (node, "commits", quarter->commits);
  ard_html_number (node, "fixes", quarter->fixes);
  ard_html_number (node, "people", quarter->people);
  ard_html_number (node, "newcomers", quarter->newcomers);
  ard_html_number (node, "releases", quarter->releases);
  ard_html_number (node, "branches", quarter->branches);
  ard_html_number (node, "lead", quarter->lead_d);
  ard_html_number (node, "cycle", quarter->cycle_d);
}

/* The newest quarters, newest first. */
void
ard_html_add_delivery (const ArdHtml *html, xmlNode *root)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  xmlNode *node = ard_html_add (root, "delivery");

  ard_html_date (node, "until", corpus->now_s);
  for (guint i = 0; i < corpus->delivery->len; i++)
    add_figure (node, ard_delivery (corpus, i));
  for (guint i = corpus->quarters->len; i > 0 && corpus->quarters->len - i < N_QUARTERS; i--)
    add_quarter (node, ard_quarter (corpus, i - 1));
}
