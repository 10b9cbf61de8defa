#ifndef HTML_NODES_H
#define HTML_NODES_H

#include <check.h>

#include "html_ledger.h"
#include "reports/html.h"

/* One part of the report's document, built alone: the element under <ledger>. doc is the caller's. */
static inline xmlNode *
build_part (const ArdLedger *ledger, void (*add) (const ArdHtml *html, xmlNode *root), xmlDoc **doc)
{
  ArdMessages *messages = ard_messages_new ("en", NULL);
  ArdHtml html = { ledger, messages };

  *doc = xmlNewDoc (BAD_CAST "1.0");

  xmlNode *root = xmlNewDocNode (*doc, NULL, BAD_CAST "ledger", NULL);

  xmlDocSetRootElement (*doc, root);
  add (&html, root);
  ard_messages_free (messages);
  return xmlFirstElementChild (root);
}

/* The n-th child of that name, from 0. */
static inline xmlNode *
find_child (xmlNode *parent, const char *name, guint n)
{
  for (xmlNode *node = xmlFirstElementChild (parent); node; node = xmlNextElementSibling (node))
    if (strcmp ((const char *) node->name, name) == 0 && n-- == 0)
      return node;
  ck_abort_msg ("no %s", name);
}

static inline void
expect_text (xmlNode *node, const char *name, const char *text)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);

  ck_assert_msg (value != NULL, "no %s", name);
  ck_assert_str_eq ((const char *) value, text);
  xmlFree (value);
}

#endif
