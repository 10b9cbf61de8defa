#include "reports/html_arcs.h"

#include <string.h>

#define MOST ARD_ARC_FILES
#define COLUMN 400 /* right end of the labels */
#define ROW 24
#define MARGIN 14
#define REACH 230 /* an arc leaves its column no further */
#define LABEL 50  /* characters */

typedef struct {
  guint n;
  guint32 files[MOST]; /* by strength of their first coupling */
  guint ties[MOST][MOST];
  gboolean across[MOST][MOST];
  guint order[MOST]; /* from top to bottom */
} Arcs;

static guint
find_file (Arcs *arcs, guint32 file)
{
  for (guint i = 0; i < arcs->n; i++)
    if (arcs->files[i] == file)
      return i;
  return ARD_NONE;
}

static guint
take_file (Arcs *arcs, guint32 file)
{
  guint known = find_file (arcs, file);

  if (known != ARD_NONE)
    return known;
  arcs->files[arcs->n] = file;
  return arcs->n++;
}

static guint
count_missing (Arcs *arcs, const ArdCoupling *coupling)
{
  return (find_file (arcs, coupling->one) == ARD_NONE) + (find_file (arcs, coupling->other) == ARD_NONE);
}

/* Returns the number of couplings taken. */
static guint
choose (Arcs *arcs, const ArdCorpus *corpus, const GArray *order)
{
  guint taken = 0;

  for (guint i = 0; i < order->len; i++) {
    const ArdCoupling *coupling = ard_coupling (corpus, g_array_index (order, guint32, i));

    if (arcs->n + count_missing (arcs, coupling) > MOST)
      continue;

    guint one = take_file (arcs, coupling->one), other = take_file (arcs, coupling->other);

    arcs->ties[one][other] = arcs->ties[other][one] = coupling->together;
    arcs->across[one][other] = arcs->across[other][one] = coupling->across;
    taken++;
  }
  return taken;
}

/* The free file with the most ties to those that stand already, else the first free one. */
static guint
find_next (const Arcs *arcs, const gboolean *placed)
{
  guint best = ARD_NONE, most = 0;

  for (guint i = 0; i < arcs->n; i++) {
    guint ties = 0;

    for (guint j = 0; j < arcs->n; j++)
      ties += placed[j] ? arcs->ties[i][j] : 0;
    if (!placed[i] && (best == ARD_NONE || ties > most)) {
      best = i;
      most = ties;
    }
  }
  return best;
}

static void
place (Arcs *arcs)
{
  gboolean placed[MOST] = { FALSE };

  for (guint row = 0; row < arcs->n; row++) {
    guint next = find_next (arcs, placed);

    placed[next] = TRUE;
    arcs->order[row] = next;
  }
}

static double
y_of (guint row)
{
  return MARGIN + ROW * (row + 0.5);
}

/* The end of a path tells more than its beginning. */
static char *
shorten (const char *path)
{
  g_autofree char *valid = g_utf8_make_valid (path, -1);
  glong length = g_utf8_strlen (valid, -1);

  if (length <= LABEL)
    return g_steal_pointer (&valid);
  return g_strconcat ("…", g_utf8_offset_to_pointer (valid, length - LABEL + 1), NULL);
}

static void
draw_files (const Arcs *arcs, const ArdHtml *html, xmlNode *parent)
{
  for (guint row = 0; row < arcs->n; row++) {
    const ArdFile *file = ard_file (html->ledger->corpus, arcs->files[arcs->order[row]]);
    g_autofree char *label = shorten (file->path);
    xmlNode *node = ard_html_add (parent, "file");

    ard_html_number (node, "id", row);
    ard_html_number (node, "y", y_of (row));
    ard_html_link_file (html, node, arcs->files[arcs->order[row]]);
    ard_html_text (node, "label", label);
  }
}

static void
draw_arc (xmlNode *parent, guint from, guint to, guint together, gboolean across)
{
  double top = y_of (from), bottom = y_of (to), high = (bottom - top) / 2, wide = MIN (high, REACH);
  g_autofree char *path =
      g_strdup_printf ("M%d %.0f A%.0f %.0f 0 0 1 %d %.0f", COLUMN + 8, top, wide, high, COLUMN + 8, bottom);
  xmlNode *node = ard_html_add (parent, "arc");

  ard_html_text (node, "d", path);
  ard_html_number (node, "from", from);
  ard_html_number (node, "to", to);
  ard_html_number (node, "stroke", together >= 20 ? 4 : together >= 10 ? 2.5 : 1.25);
  ard_html_flag (node, "across", across);
}

static void
draw_arcs (const Arcs *arcs, xmlNode *parent)
{
  for (guint from = 0; from < arcs->n; from++)
    for (guint to = from + 1; to < arcs->n; to++) {
      guint one = arcs->order[from], other = arcs->order[to];

      if (arcs->ties[one][other] > 0)
        draw_arc (parent, from, to, arcs->ties[one][other], arcs->across[one][other]);
    }
}

void
ard_html_add_arcs (const ArdHtml *html, xmlNode *parent, const GArray *order)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autofree Arcs *arcs = g_new0 (Arcs, 1);
  guint taken = choose (arcs, corpus, order);

  if (taken == 0)
    return;
  place (arcs);

  xmlNode *node = ard_html_add (parent, "arcs");

  ard_html_number (node, "width", COLUMN + REACH + 2 * MARGIN);
  ard_html_number (node, "height", ROW * arcs->n + 2 * MARGIN);
  ard_html_number (node, "column", COLUMN);
  ard_html_number (node, "shown", taken);
  ard_html_number (node, "all", order->len);
  draw_files (arcs, html, node);
  draw_arcs (arcs, node);
}
