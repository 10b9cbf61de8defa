#include "ranking/weights.h"

#include <math.h>
#include <string.h>

#include "ranking/model.h"
#include "ranking/ranking.h"

/* The term of a line "term weight", or ARD_N_TERMS. */
static guint
read_line (const char *line, double *weight)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 2);
  char *end = NULL;

  for (guint i = 0; words[0] && words[1] && i < ARD_N_TERMS; i++) {
    if (strcmp (words[0], ard_term_names[i]) != 0)
      continue;
    *weight = g_ascii_strtod (words[1], &end);
    return end != words[1] && *end == '\0' && isfinite (*weight) ? i : ARD_N_TERMS;
  }
  return ARD_N_TERMS;
}

char *
ard_ranking_why_wrong (const ArdSettings *settings)
{
  for (char **line = settings->ranking_weights; line && *line; line++) {
    double weight;
    g_autofree char *names = NULL;

    if (read_line (*line, &weight) < ARD_N_TERMS)
      continue;
    names = g_strjoinv (", ", (char **) ard_term_names);
    return g_strdup_printf ("ranking.weights: \"%s\" is not a term and a number; terms are %s", *line, names);
  }
  return NULL;
}

void
ard_weights_read (const ArdSettings *settings, double *weights)
{
  memcpy (weights, ard_house_weights, sizeof ard_house_weights);
  for (char **line = settings->ranking_weights; line && *line; line++) {
    double weight;
    guint term = read_line (*line, &weight);

    if (term < ARD_N_TERMS)
      weights[term] = weight;
  }
}

char **
ard_weights_write (const double *weights)
{
  GStrvBuilder *lines = g_strv_builder_new ();
  char **list;

  for (guint i = 0; i < ARD_N_TERMS; i++) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *line = NULL;

    g_ascii_formatd (number, sizeof number, "%.4f", weights[i]);
    line = g_strconcat (ard_term_names[i], " ", number, NULL);
    g_strv_builder_add (lines, line);
  }
  list = g_strv_builder_end (lines);
  g_strv_builder_unref (lines);
  return list;
}
