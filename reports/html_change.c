#include <math.h>

#include "reports/html.h"
#include "reports/html_couplings.h"
#include "reports/name.h"

#define N_TRENDS 12
#define LEAST_POINTS 4
#define TREND_WIDTH 240
#define TREND_HEIGHT 48
#define TREND_EDGE 3
#define YEAR_S (365.25 * 86400)

typedef struct {
  guint32 file;
  double hours;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->hours != right->hours)
    return left->hours < right->hours ? 1 : -1;
  return left->file < right->file ? -1 : left->file > right->file;
}

static const ArdTrendPoint *
point_of (const ArdCorpus *corpus, const ArdFile *file, guint32 i)
{
  return ard_trend_point (corpus, file->first_trend + i);
}

/* When the points were committed [s], newest first; a clock that was wrong does not turn the line back. */
static gint64 *
list_times (const ArdCorpus *corpus, const ArdFile *file)
{
  gint64 *times = g_new (gint64, file->n_trend);

  for (guint32 i = 0; i < file->n_trend; i++) {
    times[i] = ard_commit (corpus, point_of (corpus, file, i)->commit)->commit_time_s;
    if (i > 0)
      times[i] = MIN (times[i], times[i - 1]);
  }
  return times;
}

static double
value_of (const ArdTrendPoint *point, gboolean lines)
{
  return lines ? point->code_lines : point->cognitive;
}

/* One line of the drawing, oldest point first; zero stands at the foot. */
static void
draw_line (const ArdCorpus *corpus, const ArdFile *file, const gint64 *times, gboolean lines, xmlNode *parent)
{
  g_autoptr (GString) path = g_string_new (NULL);
  gint64 start_s = times[file->n_trend - 1];
  double most = 1, span_s = (double) MAX (times[0] - start_s, 1);

  for (guint32 i = 0; i < file->n_trend; i++)
    most = MAX (most, value_of (point_of (corpus, file, i), lines));
  for (guint32 i = file->n_trend; i-- > 0;) {
    const ArdTrendPoint *point = point_of (corpus, file, i);
    double part = (double) (times[i] - start_s) / span_s;
    double x = TREND_EDGE + (TREND_WIDTH - 2 * TREND_EDGE) * part;
    double y = TREND_HEIGHT - TREND_EDGE - (TREND_HEIGHT - 2 * TREND_EDGE) * value_of (point, lines) / most;

    g_string_append_printf (path, "%s%d.%d,%d.%d", path->len ? " " : "", (int) x, (int) (x * 10) % 10, (int) y,
                            (int) (y * 10) % 10);
  }
  ard_html_text (parent, lines ? "lines-d" : "complexity-d", path->str);
}

/* A span of months would stretch to a year that nobody saw. */
static double
a_year (double first, double last, double years)
{
  return years < 1 ? NAN : (last - first) / years;
}

static void
add_trend (const ArdHtml *html, xmlNode *parent, guint32 index)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  const ArdFile *file = ard_file (corpus, index);
  const ArdTrendPoint *last = point_of (corpus, file, 0), *first = point_of (corpus, file, file->n_trend - 1);
  g_autofree gint64 *times = list_times (corpus, file);
  gint64 start_s = times[file->n_trend - 1], end_s = times[0];
  double years = (double) (end_s - start_s) / YEAR_S;
  xmlNode *node = ard_html_add (parent, "trend");

  ard_html_link_file (html, node, index);
  ard_html_date (node, "from", start_s);
  ard_html_date (node, "to", end_s);
  ard_html_number (node, "revisions", file->n_trend);
  ard_html_number (node, "complexity-first", first->cognitive);
  ard_html_number (node, "complexity-last", last->cognitive);
  ard_html_number (node, "lines-first", first->code_lines);
  ard_html_number (node, "lines-last", last->code_lines);
  ard_html_number (node, "complexity-year", a_year (first->cognitive, last->cognitive, years));
  ard_html_number (node, "lines-year", a_year (first->code_lines, last->code_lines, years));
  draw_line (corpus, file, times, FALSE, node);
  draw_line (corpus, file, times, TRUE, node);
}

static void
add_trends (const ArdHtml *html, xmlNode *parent)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint32 i = 0; i < corpus->files->len; i++) {
    Place place = { i, ard_file_score (html->ledger, i)->hours_month };

    if (ard_file (corpus, i)->n_trend >= LEAST_POINTS)
      g_array_append_val (places, place);
  }
  g_array_sort (places, compare_places);
  ard_html_number (parent, "trends", places->len);
  ard_html_number (parent, "trend-width", TREND_WIDTH);
  ard_html_number (parent, "trend-height", TREND_HEIGHT);
  for (guint i = 0; i < MIN (places->len, N_TRENDS); i++)
    add_trend (html, parent, g_array_index (places, Place, i).file);
}

/* Newest first. */
static void
add_survival (const ArdHtml *html, xmlNode *parent)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  double most = 1;
  guint files = 0;

  for (guint32 i = 0; i < corpus->survival->len; i++) {
    files = MAX (files, g_array_index (corpus->survival, ArdSurvival, i).files);
    most = MAX (most, g_array_index (corpus->survival, ArdSurvival, i).added);
  }
  ard_html_number (parent, "files-read", files);
  for (guint32 i = corpus->survival->len; i-- > 0;) {
    const ArdSurvival *row = &g_array_index (corpus->survival, ArdSurvival, i);
    g_autofree char *name = ard_name_shown_quarter (row->quarter);
    xmlNode *node = ard_html_add (parent, "quarter");

    ard_html_text (node, "name", name);
    ard_html_number (node, "files", row->files);
    ard_html_number (node, "added", row->added);
    ard_html_number (node, "standing", row->standing);
    ard_html_number (node, "added-part", row->added / most);
    ard_html_number (node, "standing-part", row->standing / most);
    ard_html_number (node, "share", row->added ? (double) row->standing / row->added : NAN);
  }
}

void
ard_html_add_change (const ArdHtml *html, xmlNode *root)
{
  xmlNode *node = ard_html_add (root, "change");

  ard_html_add_couplings (html, node);
  add_trends (html, node);
  add_survival (html, node);
  ard_html_add_family (html, node, "change");
}
