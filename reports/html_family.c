#include "model/pick.h"
#include "reports/html.h"

static guint
count_rule (const ArdLedger *ledger, const GArray *all, guint32 rule)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ard_finding (ledger, g_array_index (all, guint32, i))->rule == rule;
  return n;
}

void
ard_html_add_family (const ArdHtml *html, xmlNode *parent, const char *family)
{
  g_autoptr (GArray) shown = ard_pick_shown (html->ledger, family);
  g_autoptr (GArray) all = ard_pick_findings (html->ledger, family);
  xmlNode *node = NULL;
  guint32 last = ARD_NONE;

  for (guint i = 0; i < shown->len; i++) {
    const ArdFinding *finding = ard_finding (html->ledger, g_array_index (shown, guint32, i));

    if (finding->cycle != ARD_NONE)
      continue;
    if (finding->rule != last) {
      node = ard_html_add (parent, "rule");
      ard_html_text (node, "id", ard_rules[last = finding->rule].id);
      ard_html_number (node, "n", count_rule (html->ledger, all, finding->rule));
    }
    ard_html_add_place (html, ard_html_add (node, "finding"), finding);
  }
}
