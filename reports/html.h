#ifndef ARD_HTML_H
#define ARD_HTML_H

#include <libxml/tree.h>
#include <libxslt/xsltInternals.h>

#include "model/ledger.h"
#include "reports/message.h"

/*
 * index.html: the ledger as an XML document (html_document, html_item,
 * html_tables), turned into one page by templates/html/...xsl, whose words and
 * numbers come from the message catalogue through XPath functions (html_words).
 * Everything of the repository enters as an XML text node after ard_text_line.
 */

/* Where document builders write to: every node borrows nothing. */
typedef struct {
  const ArdLedger *ledger;
  const ArdMessages *messages;
} ArdHtml;

/* A child element; borrowed from the document. */
xmlNode *ard_html_add (xmlNode *parent, const char *name);
/* Attributes. Text passes through ard_text_line; NULL text and NAN add none; infinity is written "INF". */
void ard_html_text (xmlNode *node, const char *name, const char *text);
void ard_html_number (xmlNode *node, const char *name, double value);
void ard_html_flag (xmlNode *node, const char *name, gboolean value);
/* A Unix time as "2026-11-21" (UTC). */
void ard_html_date (xmlNode *node, const char *name, gint64 time_s);

/* Number of items with a page of their own: report.max_items or all there are. */
guint ard_html_n_items (const ArdLedger *ledger);

/* The whole document; yours. Its root is <ledger>. */
xmlDoc *ard_html_document (const ArdHtml *html);
/* <item> with its causes, steps, excerpt, commits and boxes. */
void ard_html_add_item (const ArdHtml *html, xmlNode *parent, guint index);
/* A line of code for people: tabs spread, cut at 160 characters; yours. */
char *ard_html_fit_line (const char *line);
/* <clones>: classes by cost, their copies side by side. html_clones.c */
void ard_html_add_clones (const ArdHtml *html, xmlNode *root);
/* <errors>: findings of error handling by rule and file, with the code around. html_errors.c */
void ard_html_add_errors (const ArdHtml *html, xmlNode *root);
/* Attributes of a finding: what it says, where it is, its item if that has a page. html_errors.c */
void ard_html_add_place (const ArdHtml *html, xmlNode *node, const ArdFinding *finding);
/* <rule> with its <finding>s for every rule of a family, but those of cycles, which stand by themselves. html_family.c */
void ard_html_add_family (const ArdHtml *html, xmlNode *parent, const char *family);
/* <change>: couplings, trends of the hottest files, lines by the quarter of their writing. html_change.c */
void ard_html_add_change (const ArdHtml *html, xmlNode *root);
/* <people>: truck factors, what each active person alone knows, needs to talk. html_people.c */
void ard_html_add_people (const ArdHtml *html, xmlNode *root);
/* <delivery>: figures against thresholds, quarters. html_delivery.c */
void ard_html_add_delivery (const ArdHtml *html, xmlNode *root);
/* <backtest>: rankings by measures, expected against observed; nothing without one. html_backtest.c */
void ard_html_add_backtest (const ArdHtml *html, xmlNode *root);
/* Attributes of a file's name: path, its number "file", and "link" when it has items. html_tables.c */
void ard_html_link_file (const ArdHtml *html, xmlNode *node, guint32 file);
/* <architecture>: modules, their graph, cycles with the imports that close them. html_structure.c */
void ard_html_add_structure (const ArdHtml *html, xmlNode *root);
/* <languages>, <files>, <rules>, <settings>, <notes>, <suppressions>. */
void ard_html_add_tables (const ArdHtml *html, xmlNode *root);

/*
 * The treemap's tree as JSON without "<": a folder is [name, [children]], a file
 * [name, code lines, amount, cost a month, health, hours a month, item id or 0],
 * children by name. What is shaded is the cost, or wasted hours when not priced.
 */
char *ard_html_map (const ArdLedger *ledger);

/*
 * Give a transformation the functions of namespace "urn:ardoise":
 *   t (key, name, value …)  words, placeholders filled in
 *   or (key, text)          words that a language may lack, else the text
 *   n (value, decimals)     a number as the language writes it; "–" for none
 *   money (value)           an amount with its sign
 *   amount (value)          the same in whole units, for columns
 *   unit (unit)             a unit in the reader's language
 *   percent (share)
 *   date (iso)              "21 November 2026"
 */
void ard_html_register (xsltTransformContext *context, const ArdHtml *html);

#endif
