#include "cli/nearest.h"

#include <string.h>

#define LONGEST 100

static guint
distance (const char *left, const char *right)
{
  gsize n = MIN (strlen (left), LONGEST), m = MIN (strlen (right), LONGEST);
  guint row[LONGEST + 1];

  for (gsize j = 0; j <= m; j++)
    row[j] = (guint) j;
  for (gsize i = 1; i <= n; i++) {
    guint diagonal = row[0];

    row[0] = (guint) i;
    for (gsize j = 1; j <= m; j++) {
      guint change = diagonal + (g_ascii_tolower (left[i - 1]) != g_ascii_tolower (right[j - 1]));

      diagonal = row[j];
      row[j] = MIN (change, MIN (row[j], row[j - 1]) + 1);
    }
  }
  return row[m];
}

const char *
ard_nearest (const char *word, const char *const *candidates)
{
  const char *best = NULL;
  guint least = G_MAXUINT;

  for (; *candidates; candidates++) {
    guint edits = distance (word, *candidates);

    if (edits < least) {
      least = edits;
      best = *candidates;
    }
  }
  return best;
}
