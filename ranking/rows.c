#include "ranking/rows.h"

#include "ranking/model.h"

void
ard_trial_write_names (GString *text)
{
  g_string_append (text, "date\tpath\tbug_fix_commits\tlines\tfixes\tdays\tdays_expected");
  for (ArdRankingKind i = 0; i < ARD_N_RANKINGS; i++)
    g_string_append_printf (text, "\tby_%s", ard_ranking_name (i));
  for (guint i = 0; i < ARD_N_TERMS; i++)
    g_string_append_printf (text, "\tterm_%s", ard_term_names[i]);
  g_string_append_c (text, '\n');
}

static void
write_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (text, '\t');
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.9g", number));
}

static void
write_file (GString *text, const ArdTrial *trial, guint i)
{
  g_autofree char *path = g_strescape (trial->paths[i], NULL);

  g_string_append_printf (text, "\t%s\t%u", path, trial->repairing);
  write_number (text, trial->lines[i]);
  write_number (text, trial->fixes[i]);
  write_number (text, trial->days[i]);
  write_number (text, trial->expected_days[i]);
  for (guint j = 0; j < ARD_N_RANKINGS; j++)
    write_number (text, trial->scores[j][i]);
  for (guint j = 0; j < ARD_N_TERMS; j++)
    write_number (text, trial->terms[(gsize) i * ARD_N_TERMS + j]);
  g_string_append_c (text, '\n');
}

void
ard_trial_write (GString *text, const ArdTrial *trial)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (trial->date_s);
  g_autofree char *day = date ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");

  for (guint i = 0; i < trial->n; i++) {
    g_string_append (text, day);
    write_file (text, trial, i);
  }
}
