#include "reports/html_graph.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST ARD_GRAPH_MODULES
#define ROW 7 /* boxes side by side */
#define WIDTH 138
#define HEIGHT 34
#define GAP_X 18
#define GAP_Y 62
#define MARGIN 12
#define LABEL 17 /* characters */
#define SWEEPS 6

typedef struct {
  guint32 module;
  guint level, row;
  double place; /* order within the row */
  double x, y;
} Node;

typedef struct {
  guint n;
  Node nodes[MOST];
  guint32 uses[MOST][MOST];     /* number of dependencies */
  gboolean reaches[MOST][MOST]; /* over any number of steps */
  guint n_rows;
} Graph;

typedef struct {
  guint32 module;
  guint32 weight;
} Choice;

static int
compare_choices (const void *a, const void *b)
{
  const Choice *left = a, *right = b;

  if (left->weight != right->weight)
    return left->weight < right->weight ? 1 : -1;
  return left->module < right->module ? -1 : left->module > right->module;
}

static int
compare_modules (const void *a, const void *b)
{
  const Choice *left = a, *right = b;

  return left->module < right->module ? -1 : left->module > right->module;
}

static const ArdModuleDependency *
use_at (const ArdCorpus *corpus, guint32 i)
{
  return &g_array_index (corpus->module_dependencies, ArdModuleDependency, i);
}

/* Those that use and are used most, in the order of their paths. */
static void
choose (Graph *graph, const ArdCorpus *corpus)
{
  guint32 n = corpus->modules->len;
  g_autofree Choice *choices = g_new0 (Choice, n + 1);

  for (guint32 i = 0; i < n; i++)
    choices[i] = (Choice){ i, ard_module (corpus, i)->fan_in + ard_module (corpus, i)->fan_out };
  qsort (choices, n, sizeof *choices, compare_choices);
  while (graph->n < MIN (n, MOST) && choices[graph->n].weight > 0)
    graph->n++;
  qsort (choices, graph->n, sizeof *choices, compare_modules);
  for (guint i = 0; i < graph->n; i++)
    graph->nodes[i].module = choices[i].module;
}

static guint
find_node (const Graph *graph, guint32 module)
{
  for (guint i = 0; i < graph->n; i++)
    if (graph->nodes[i].module == module)
      return i;
  return MOST;
}

static void
connect_nodes (Graph *graph, const ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->module_dependencies->len; i++) {
    guint from = find_node (graph, use_at (corpus, i)->from), to = find_node (graph, use_at (corpus, i)->to);

    if (from < MOST && to < MOST && from != to) {
      graph->uses[from][to] = use_at (corpus, i)->n;
      graph->reaches[from][to] = TRUE;
    }
  }
  for (guint k = 0; k < graph->n; k++)
    for (guint i = 0; i < graph->n; i++)
      for (guint j = 0; graph->reaches[i][k] && j < graph->n; j++)
        graph->reaches[i][j] |= graph->reaches[k][j];
}

static gboolean
is_loop (const Graph *graph, guint i, guint j)
{
  return graph->reaches[i][j] && graph->reaches[j][i];
}

/* 0 uses nothing outside its own loop; else one above the highest that it uses. */
static void
set_levels (Graph *graph)
{
  for (guint round = 0; round < graph->n; round++)
    for (guint i = 0; i < graph->n; i++)
      for (guint j = 0; j < graph->n; j++) {
        if (!graph->reaches[i][j] || i == j)
          continue;
        if (is_loop (graph, i, j))
          graph->nodes[i].level = graph->nodes[j].level = MAX (graph->nodes[i].level, graph->nodes[j].level);
        else
          graph->nodes[i].level = MAX (graph->nodes[i].level, graph->nodes[j].level + 1);
      }
}

/* Rows from the top: the highest level first; a level with too many boxes takes several. */
static void
set_rows (Graph *graph)
{
  guint highest = 0;

  for (guint i = 0; i < graph->n; i++)
    highest = MAX (highest, graph->nodes[i].level);
  for (guint level = highest + 1; level > 0; level--) {
    guint n = 0;

    for (guint i = 0; i < graph->n; i++) {
      if (graph->nodes[i].level != level - 1)
        continue;
      graph->nodes[i].row = graph->n_rows + n / ROW;
      graph->nodes[i].place = n++ % ROW;
    }
    graph->n_rows += (n + ROW - 1) / ROW;
  }
}

/* The mean place of its neighbours in other rows; its own when it has none there. */
static double
find_middle (const Graph *graph, guint i)
{
  double sum = 0;
  guint n = 0;

  for (guint j = 0; j < graph->n; j++)
    if ((graph->uses[i][j] || graph->uses[j][i]) && graph->nodes[j].row != graph->nodes[i].row) {
      sum += graph->nodes[j].place;
      n++;
    }
  return n ? sum / n : graph->nodes[i].place;
}

typedef struct {
  guint node;
  double middle;
} Seat;

static int
compare_seats (const void *a, const void *b)
{
  const Seat *left = a, *right = b;

  if (left->middle != right->middle)
    return left->middle < right->middle ? -1 : 1;
  return left->node < right->node ? -1 : left->node > right->node;
}

/* Short rows stand aside in turn, so that long lines pass them. */
static const double aside[] = { 0, 0.9, -0.9, 0.45, -0.45 };

static void
order_row (Graph *graph, guint row)
{
  Seat seats[MOST];
  guint n = 0;

  for (guint i = 0; i < graph->n; i++)
    if (graph->nodes[i].row == row)
      seats[n++] = (Seat){ i, find_middle (graph, i) };
  qsort (seats, n, sizeof *seats, compare_seats);
  for (guint i = 0; i < n; i++)
    graph->nodes[seats[i].node].place = (i + 0.5) * ROW / n - 0.5 + aside[row % G_N_ELEMENTS (aside)] * (ROW - n) / ROW;
}

static guint
gap_of (const Graph *graph)
{
  return graph->n_rows > 7 ? GAP_Y / 2 + 8 : GAP_Y;
}

static void
lay_out (Graph *graph)
{
  set_levels (graph);
  set_rows (graph);
  for (guint sweep = 0; sweep < SWEEPS; sweep++)
    for (guint row = 0; row < graph->n_rows; row++)
      order_row (graph, sweep % 2 ? graph->n_rows - 1 - row : row);
  for (guint i = 0; i < graph->n; i++) {
    graph->nodes[i].x = MARGIN + graph->nodes[i].place * (WIDTH + GAP_X);
    graph->nodes[i].y = MARGIN + graph->nodes[i].row * (double) (HEIGHT + gap_of (graph));
  }
}

/* The end of a path that fits the box, cut at a folder where one is near. */
static char *
make_label (const ArdHtml *html, const char *path)
{
  g_autofree char *text = g_utf8_make_valid (*path ? path : ard_messages_get (html->messages, "html.arch.root"), -1);
  glong length = g_utf8_strlen (text, -1);

  if (length <= LABEL)
    return g_steal_pointer (&text);

  g_autofree char *end = g_utf8_substring (text, length - LABEL + 1, length);
  const char *slash = strchr (end, '/');

  return g_strconcat ("…", slash && strlen (slash) > LABEL / 2 ? slash : end, NULL);
}

static void
add_nodes (const ArdHtml *html, xmlNode *parent, const Graph *graph)
{
  for (guint i = 0; i < graph->n; i++) {
    const Node *node = &graph->nodes[i];
    const char *path = ard_module (html->ledger->corpus, node->module)->path;
    g_autofree char *label = make_label (html, path);
    xmlNode *box = ard_html_add (parent, "node");

    ard_html_number (box, "id", node->module);
    ard_html_number (box, "x", node->x);
    ard_html_number (box, "y", node->y);
    ard_html_text (box, "label", label);
    ard_html_text (box, "path", *path ? path : ard_messages_get (html->messages, "html.arch.root"));
  }
}

/* From the lower edge of the user to the upper edge of the used; within a row or upwards around the side. */
static char *
draw_line (const Node *from, const Node *to)
{
  double x = from->x + WIDTH / 2.0, y = from->y + HEIGHT, to_x = to->x + WIDTH / 2.0, to_y = to->y;
  GString *path = g_string_new (NULL);
  double points[8], bend;

  if (from->row < to->row) {
    bend = (to_y - y) / 2;
    memcpy (points, (double[]){ x, y, x, y + bend, to_x, to_y - bend, to_x, to_y }, sizeof points);
  } else if (from->row == to->row) {
    bend = 26 + fabs (to_x - x) / 14;
    memcpy (points, (double[]){ x + 14, y, x + 14, y + bend, to_x - 14, y + bend, to_x - 14, y }, sizeof points);
  } else {
    memcpy (
        points,
        (double[]){ x + 22, from->y, x + 22, from->y - 30, to_x + 22, to->y + HEIGHT + 30, to_x + 22, to->y + HEIGHT },
        sizeof points);
  }
  for (guint i = 0; i < 8; i++) {
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append (path, i == 0 ? "M" : i == 2 ? " C" : " ");
    g_string_append (path, g_ascii_formatd (digits, sizeof digits, "%.1f", points[i]));
  }
  return g_string_free (path, FALSE);
}

static void
add_edges (xmlNode *parent, const Graph *graph)
{
  for (guint i = 0; i < graph->n; i++)
    for (guint j = 0; j < graph->n; j++) {
      if (!graph->uses[i][j])
        continue;

      g_autofree char *path = draw_line (&graph->nodes[i], &graph->nodes[j]);
      xmlNode *edge = ard_html_add (parent, "edge");

      ard_html_text (edge, "path", path);
      ard_html_flag (edge, "loop", is_loop (graph, i, j));
      ard_html_number (edge, "from", graph->nodes[i].module);
      ard_html_number (edge, "to", graph->nodes[j].module);
      ard_html_number (edge, "n", graph->uses[i][j]);
      ard_html_number (edge, "stroke", 1 + log2 (graph->uses[i][j]) / 3);
    }
}

void
ard_html_add_graph (const ArdHtml *html, xmlNode *parent)
{
  g_autofree Graph *graph = g_new0 (Graph, 1);
  xmlNode *node;

  choose (graph, html->ledger->corpus);
  if (graph->n < 2)
    return;
  connect_nodes (graph, html->ledger->corpus);
  lay_out (graph);
  node = ard_html_add (parent, "graph");
  ard_html_number (node, "width", 2 * MARGIN + ROW * (WIDTH + GAP_X) - GAP_X);
  ard_html_number (node, "height", 2 * MARGIN + graph->n_rows * (HEIGHT + gap_of (graph)) - gap_of (graph) + 40);
  ard_html_number (node, "shown", graph->n);
  ard_html_number (node, "box-width", WIDTH);
  ard_html_number (node, "box-height", HEIGHT);
  add_edges (node, graph);
  add_nodes (html, node, graph);
}
