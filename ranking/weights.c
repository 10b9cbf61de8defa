#include "ranking/weights.h"

#include <string.h>

#include "ranking/model.h"

static void
read_line (const char *line, double *weights)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 2);

  for (guint i = 0; words[0] && words[1] && i < ARD_N_TERMS; i++)
    if (strcmp (words[0], ard_term_names[i]) == 0)
      weights[i] = g_ascii_strtod (words[1], NULL);
}

void
ard_weights_read (const ArdSettings *settings, double *weights)
{
  memcpy (weights, ard_house_weights, sizeof ard_house_weights);
  for (char **line = settings->ranking_weights; line && *line; line++)
    read_line (*line, weights);
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
