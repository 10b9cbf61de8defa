#include "reports/html_align.h"

#include <string.h>

/* Lines less alike than this are shown apart. */
#define ALIKE 0.4
/* Equal lines without a letter (a brace) say little: they never pull code out of place. */
#define EMPTY_WORTH 0.05
/* Words and signs of one line that are compared. */
#define MOST_TOKENS 60

static gboolean
is_word (char letter)
{
  return g_ascii_isalnum (letter) || letter == '_' || (guchar) letter >= 0x80;
}

/* The next word or sign; its length is 0 at the end. */
static const char *
next_token (const char **at, gsize *length)
{
  const char *start;

  while (**at == ' ' || **at == '\t' || **at == '\r')
    (*at)++;
  start = *at;
  *length = 0;
  if (!*start)
    return start;
  *length = 1;
  while (is_word (*start) && is_word (start[*length]))
    (*length)++;
  *at += *length;
  return start;
}

static guint
split (const char *line, const char **tokens, gsize *lengths)
{
  guint n = 0;

  for (const char *at = line; n < MOST_TOKENS; n++) {
    tokens[n] = next_token (&at, &lengths[n]);
    if (lengths[n] == 0)
      break;
  }
  return n;
}

/* Words in the same order that both lines have, signs at a quarter: the longest common subsequence by weight. */
static double
weigh_common (const char **left, const gsize *left_lengths, guint n, const char **right, const gsize *right_lengths,
              guint m)
{
  g_autofree double *row = g_new0 (double, m + 1);

  for (guint i = 0; i < n; i++) {
    double corner = 0;

    for (guint j = 0; j < m; j++) {
      double above = row[j + 1];
      gboolean same = left_lengths[i] == right_lengths[j] && memcmp (left[i], right[j], left_lengths[i]) == 0;

      row[j + 1] = same ? corner + (is_word (*left[i]) ? 1 : 0.25) : MAX (above, row[j]);
      corner = above;
    }
  }
  return row[m];
}

static double
weigh (const char **tokens, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += is_word (*tokens[i]) ? 1 : 0.25;
  return sum;
}

double
ard_html_likeness (const char *left, const char *right)
{
  const char *one[MOST_TOKENS + 1], *other[MOST_TOKENS + 1];
  gsize one_lengths[MOST_TOKENS + 1], other_lengths[MOST_TOKENS + 1];
  guint n = split (left, one, one_lengths), m = split (right, other, other_lengths);
  double most = MAX (weigh (one, n), weigh (other, m));
  double share = most > 0 ? weigh_common (one, one_lengths, n, other, other_lengths, m) / most : n == m;

  return n == MOST_TOKENS && strcmp (left, right) != 0 ? MIN (share, 0.99) : share;
}

static gboolean
has_word (const char *line)
{
  for (; *line; line++)
    if (is_word (*line))
      return TRUE;
  return FALSE;
}

/* What it is worth that two lines meet; negative: never. */
static double
find_worth (const char *left, const char *right, double likeness)
{
  if (!has_word (left) || !has_word (right))
    return likeness >= 1 ? EMPTY_WORTH : -1;
  return likeness >= ALIKE ? likeness : -1;
}

static void
put (GArray *pairs, ArdLinesKind kind, guint left, guint right)
{
  ArdLinePair pair = { kind, left, right };

  g_array_append_val (pairs, pair);
}

/* Walk from the first lines on along the best way; best is (n + 1) x (m + 1), of what is still to be won. */
static GArray *
trace (const double *best, const double *worth, guint n, guint m)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (ArdLinePair));
  guint i = 0, j = 0;

  while (i < n || j < m) {
    double here = best[i * (m + 1) + j];

    if (i < n && j < m && worth[i * m + j] > 0 && here == best[(i + 1) * (m + 1) + j + 1] + worth[i * m + j]) {
      double value = worth[i * m + j];

      put (pairs, value >= 1 || value == EMPTY_WORTH ? ARD_LINES_SAME : ARD_LINES_ALIKE, i, j);
      i++;
      j++;
    } else if (i < n && here == best[(i + 1) * (m + 1) + j]) {
      put (pairs, ARD_LINES_LEFT, i++, 0);
    } else {
      put (pairs, ARD_LINES_RIGHT, 0, j++);
    }
  }
  return pairs;
}

GArray *
ard_html_align (char *const *left, char *const *right)
{
  guint n = g_strv_length ((char **) left), m = g_strv_length ((char **) right);
  g_autofree double *best = g_new0 (double, (gsize) (n + 1) * (m + 1));
  g_autofree double *worth = g_new0 (double, (gsize) n *m + 1);

  for (guint i = n; i > 0; i--)
    for (guint j = m; j > 0; j--) {
      double value = find_worth (left[i - 1], right[j - 1], ard_html_likeness (left[i - 1], right[j - 1]));
      double skip = MAX (best[i * (m + 1) + j - 1], best[(i - 1) * (m + 1) + j]);

      worth[(i - 1) * m + j - 1] = value;
      best[(i - 1) * (m + 1) + j - 1] = value > 0 ? MAX (skip, best[i * (m + 1) + j] + value) : skip;
    }
  return trace (best, worth, n, m);
}

/* kept[i]: whether the ith token of left belongs to the longest common subsequence, by number. */
static void
keep_common (const char **left, const gsize *left_lengths, guint n, const char **right, const gsize *right_lengths,
             guint m, gboolean *kept)
{
  g_autofree guint16 *best = g_new0 (guint16, (gsize) (n + 1) * (m + 1));
  guint i, j;

  for (i = n; i > 0; i--)
    for (j = m; j > 0; j--) {
      gboolean same =
          left_lengths[i - 1] == right_lengths[j - 1] && memcmp (left[i - 1], right[j - 1], left_lengths[i - 1]) == 0;
      guint16 skip = MAX (best[i * (m + 1) + j - 1], best[(i - 1) * (m + 1) + j]);

      best[(i - 1) * (m + 1) + j - 1] = same ? MAX (skip, best[i * (m + 1) + j] + 1) : skip;
    }
  for (i = j = 0; i < n && j < m;) {
    guint16 here = best[i * (m + 1) + j];

    if (left_lengths[i] == right_lengths[j] && memcmp (left[i], right[j], left_lengths[i]) == 0 &&
        here == best[(i + 1) * (m + 1) + j + 1] + 1) {
      kept[i++] = TRUE;
      j++;
    } else if (here == best[(i + 1) * (m + 1) + j]) {
      i++;
    } else {
      j++;
    }
  }
}

static void
put_run (GArray *runs, gsize start, gsize end, gboolean differs)
{
  ArdLineRun *last = runs->len ? &g_array_index (runs, ArdLineRun, runs->len - 1) : NULL;
  ArdLineRun run = { start, end - start, differs };

  if (end == start)
    return;
  if (last && last->differs == differs)
    last->length += run.length;
  else
    g_array_append_val (runs, run);
}

GArray *
ard_html_runs (const char *line, const char *other)
{
  const char *one[MOST_TOKENS + 1], *two[MOST_TOKENS + 1];
  gsize one_lengths[MOST_TOKENS + 1], two_lengths[MOST_TOKENS + 1], at = 0;
  guint n = split (line, one, one_lengths), m = split (other, two, two_lengths);
  gboolean kept[MOST_TOKENS + 1] = { FALSE }, before = TRUE;
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (ArdLineRun));

  keep_common (one, one_lengths, n, two, two_lengths, m, kept);
  for (guint i = 0; i < n; i++) {
    gsize start = (gsize) (one[i] - line);

    put_run (runs, at, start, !before && !kept[i]); /* the blanks between two differing words differ too */
    put_run (runs, start, start + one_lengths[i], !kept[i]);
    at = start + one_lengths[i];
    before = kept[i];
  }
  put_run (runs, at, strlen (line), n == MOST_TOKENS);
  return runs;
}
