#ifndef ARD_HTML_ARCS_H
#define ARD_HTML_ARCS_H

#include "model/corpus.h"
#include "reports/html.h"

/* Files on the drawing at most: the rest stands in the table. */
#define ARD_ARC_FILES 26

/*
 * The strongest couplings as arcs beside a column of their files: files that change
 * together stand together, the most tied of a group first. Appends <arcs width
 * height column shown all> with <file id y path label> and <arc d from to stroke
 * across>, coordinates in its own units; nothing without a coupling.
 *
 * order   indexes of couplings, the strongest first
 * Cost:   ARD_ARC_FILES squared
 */
void ard_html_add_arcs (const ArdHtml *html, xmlNode *parent, const GArray *order);

#endif
