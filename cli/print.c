#include "cli/print.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "model/error.h"

#define BAR_WIDTH 28
#define BAR_INTERVAL_US 60000

static struct {
  gboolean quiet, verbose, color, terminal;
  gboolean bar_shown;
  gint64 bar_time_us;
  const char *bar_step;
  double phase_wall_s, phase_cpu_s; /* at the end of the phase before */
} screen;

static double
read_clock (clockid_t clock)
{
  struct timespec now = { 0 };

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

void
ard_print_setup (const ArdOptions *options)
{
  const char *none = g_getenv ("NO_COLOR"), *term = g_getenv ("TERM");
  gboolean dumb = g_strcmp0 (term, "dumb") == 0;

  screen.phase_wall_s = read_clock (CLOCK_MONOTONIC);
  screen.quiet = options->quiet;
  screen.verbose = options->verbose && !options->quiet;
  screen.terminal = isatty (STDERR_FILENO) && !dumb;
  screen.color = screen.terminal && !(none && *none);
  if (g_strcmp0 (options->color, "always") == 0)
    screen.color = TRUE;
  if (g_strcmp0 (options->color, "never") == 0)
    screen.color = FALSE;
}

static void
say (const char *before, const char *text, const char *after)
{
  ard_print_progress_end ();
  fputs (before, stderr);
  fputs (text, stderr);
  fputs (after, stderr);
  fputc ('\n', stderr);
}

void
ard_print_message (const char *format, ...)
{
  va_list args;

  if (screen.quiet)
    return;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  say ("", text, "");
}

void
ard_print_detail (const char *format, ...)
{
  va_list args;

  if (!screen.verbose)
    return;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  say ("", text, "");
}

void
ard_print_phase (const char *phase, gpointer data G_GNUC_UNUSED)
{
  double wall_s = read_clock (CLOCK_MONOTONIC), cpu_s = read_clock (CLOCK_PROCESS_CPUTIME_ID);

  ard_print_detail ("%-20s %7.2f s, processors %7.2f s", phase, wall_s - screen.phase_wall_s,
                    cpu_s - screen.phase_cpu_s);
  screen.phase_wall_s = wall_s;
  screen.phase_cpu_s = cpu_s;
}

void
ard_print_verdict (gboolean good, const char *format, ...)
{
  va_list args;

  if (screen.quiet)
    return;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  if (screen.color)
    say (good ? "\033[32m" : "\033[31m", text, "\033[0m");
  else
    say ("", text, "");
}

void
ard_print_error (const GError *error)
{
  g_autofree char *text = ard_print_escape (error->message);

  if (screen.color)
    say ("ardoise: \033[31m", text, "\033[0m");
  else
    say ("ardoise: ", text, "");
}

gboolean
ard_print_result (const char *bytes, gsize size, GError **error)
{
  ard_print_progress_end ();
  if (fwrite (bytes, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, ARD_ERROR, ARD_ERROR_OUTPUT, "cannot write to standard output: %s", g_strerror (errno));
  return FALSE;
}

void
ard_print_progress (const char *step, guint done, guint total, gpointer data G_GNUC_UNUSED)
{
  gint64 now_us = g_get_monotonic_time ();

  if (!screen.terminal || screen.quiet)
    return;
  if (step == screen.bar_step && done < total && now_us - screen.bar_time_us < BAR_INTERVAL_US)
    return;
  screen.bar_time_us = now_us;
  screen.bar_step = step;
  screen.bar_shown = TRUE;
  if (total == 0) {
    fprintf (stderr, "\r\033[K%s", step);
  } else {
    char bar[BAR_WIDTH + 1];
    guint filled = (guint) ((guint64) MIN (done, total) * BAR_WIDTH / total);

    memset (bar, '.', BAR_WIDTH);
    memset (bar, '#', filled);
    bar[BAR_WIDTH] = '\0';
    fprintf (stderr, "\r\033[K%-24s [%s] %u/%u", step, bar, done, total);
  }
  fflush (stderr);
}

void
ard_print_progress_end (void)
{
  if (!screen.bar_shown)
    return;
  fputs ("\r\033[K", stderr);
  fflush (stderr);
  screen.bar_shown = FALSE;
  screen.bar_step = NULL;
}

char *
ard_print_escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *c = valid; *c; c = g_utf8_next_char (c)) {
    gunichar code = g_utf8_get_char (c);

    if (g_unichar_iscntrl (code) || g_unichar_type (code) == G_UNICODE_FORMAT)
      g_string_append_printf (out, code < 0x80 ? "\\x%02x" : "\\u%04x", code);
    else
      g_string_append_unichar (out, code);
  }
  return g_string_free (out, FALSE);
}
