#ifndef ARD_HTML_COUPLINGS_H
#define ARD_HTML_COUPLINGS_H

#include "model/corpus.h"
#include "reports/html.h"

/*
 * What changes together: attributes "couplings" and "couplings-code" of the parent,
 * the arcs, and <coupling>s with <one>, <other> and their newest common <commit>s.
 * Pairs of code stand first, then code with a test, then documents and build files.
 */
void ard_html_add_couplings (const ArdHtml *html, xmlNode *parent);
/* Indexes of all couplings (guint32) in that order; yours. */
GArray *ard_html_order_couplings (const ArdCorpus *corpus);

#endif
