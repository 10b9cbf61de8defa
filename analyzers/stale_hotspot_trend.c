#include "analyzers/analyzers.h"
#include "model/rule.h"

/* Points of cognitive complexity: four functions at the attention threshold of complex-function. */
#define MIN_NOW 100
/* Points a line of code: below, a file is long and plain, such as a list of declarations. */
#define MIN_DENSITY 0.1
/* From less, a small rise is many times the beginning. */
#define MIN_BEFORE 25
/* Fewer versions are no trend. */
#define MIN_POINTS 4
/* Of the window: a younger beginning tells of a file that is still being written. */
#define MIN_AGE 0.5
/* Of the rise: from more, one step is the whole story, a feature or a move and no trend. */
#define MOST_OF_RISE (2.0 / 3)

static guint32
complexity_of (const ArdCorpus *corpus, const ArdFile *file)
{
  guint32 sum = 0;

  for (guint32 i = 0; i < file->n_functions; i++)
    sum += ard_function (corpus, file->first_function + i)->facts.cognitive;
  return sum;
}

static gint64
time_of (const ArdCorpus *corpus, const ArdTrendPoint *point)
{
  return ard_commit (corpus, point->commit)->time_s;
}

/* The version that stood nearest to that moment; the newer of two as near. */
static const ArdTrendPoint *
find_nearest (const ArdCorpus *corpus, const ArdFile *file, gint64 moment_s)
{
  const ArdTrendPoint *best = NULL;

  for (guint32 i = 0; i < file->n_trend; i++) {
    const ArdTrendPoint *point = ard_trend_point (corpus, file->first_trend + i);

    if (!best || ABS (time_of (corpus, point) - moment_s) < ABS (time_of (corpus, best) - moment_s))
      best = point;
  }
  return best;
}

/* Versions from the beginning on. */
static guint
count_since (const ArdCorpus *corpus, const ArdFile *file, const ArdTrendPoint *first)
{
  guint n = 0;

  for (guint32 i = 0; i < file->n_trend; i++)
    n += time_of (corpus, ard_trend_point (corpus, file->first_trend + i)) >= time_of (corpus, first);
  return n;
}

/* Points of complexity gained in the largest step from one version to the next, from the beginning to today. */
static double
largest_step (const ArdCorpus *corpus, const ArdFile *file, const ArdTrendPoint *first, guint32 now)
{
  double largest = 0, after = now;

  for (guint32 i = 0; i < file->n_trend; i++) {
    const ArdTrendPoint *point = ard_trend_point (corpus, file->first_trend + i);

    largest = MAX (largest, after - point->cognitive);
    after = point->cognitive;
    if (point == first)
      break;
  }
  return largest;
}

static gboolean
is_judged (const ArdFile *file)
{
  return file->measured && file->code_lines > 0 && file->days_month > 0 && file->n_trend >= MIN_POINTS &&
         !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

/* The smaller of two rises [%]: lines taken out make a file denser, not more complex. */
static double
rise (double before, double now, double lines_before, double lines_now)
{
  return 100 * MIN (now / before - 1, now / lines_now / (before / lines_before) - 1);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("stale-hotspot-trend");
  double window_s = settings->history_window_d * 86400.0;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    guint32 now = complexity_of (corpus, file);

    if (!is_judged (file) || now < MIN_NOW || now < file->code_lines * MIN_DENSITY)
      continue;

    const ArdTrendPoint *first = find_nearest (corpus, file, corpus->now_s - (gint64) window_s);

    if (first->cognitive < MIN_BEFORE || first->code_lines == 0 ||
        corpus->now_s - time_of (corpus, first) < window_s * MIN_AGE ||
        count_since (corpus, file, first) < MIN_POINTS ||
        largest_step (corpus, file, first, now) > MOST_OF_RISE * ((double) now - first->cognitive))
      continue;

    double value = rise (first->cognitive, now, first->code_lines, file->code_lines);
    ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, value);

    if (finding) {
      finding->commit = first->commit;
      finding->quantity = now - (double) first->cognitive;
    }
  }
}

const ArdAnalyzer ard_analyzer_stale_hotspot_trend = { "stale-hotspot-trend", run };
