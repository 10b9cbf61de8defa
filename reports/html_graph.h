#ifndef ARD_HTML_GRAPH_H
#define ARD_HTML_GRAPH_H

#include "model/corpus.h"
#include "reports/html.h"

/* Modules on a graph at most: the rest stands in the table. */
#define ARD_GRAPH_MODULES 28

/*
 * The modules with the most uses, drawn in layers: who uses stands above what is
 * used; modules that use each other share a layer and their lines are dashed.
 * Appends <graph width height shown all> with <node x y id label path> and <edge
 * path loop from to n>, coordinates in its own units; nothing below two modules.
 *
 * Cost: modules cubed, of ARD_GRAPH_MODULES
 */
void ard_html_add_graph (const ArdHtml *html, xmlNode *parent);

#endif
