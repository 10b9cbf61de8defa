#include "cli/options.h"

#include <string.h>

#include "model/error.h"

void
ard_options_clear (ArdOptions *options)
{
  g_free (options->config);
  g_free (options->data);
  g_free (options->output);
  g_free (options->format);
  g_free (options->rev);
  g_free (options->base);
  g_free (options->lang);
  g_free (options->color);
  g_strfreev (options->coverage);
  *options = (ArdOptions){ 0 };
}

/* Texts are read as file names: GLib would convert others from the locale's encoding. */
static GOptionContext *
context_new (ArdOptions *options)
{
  const GOptionEntry entries[] = {
    { "config", 'c', 0, G_OPTION_ARG_FILENAME, &options->config, "settings file (default: .ardoise.yml)", "FILE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "where files go, - for standard output", "FOLDER" },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options->format, "which files, separated by commas", "LIST" },
    { "rev", 'r', 0, G_OPTION_ARG_FILENAME, &options->rev, "analyse this revision, not the work tree", "REV" },
    { "base", 'b', 0, G_OPTION_ARG_FILENAME, &options->base, "check: the branch that the change goes to", "REV" },
    { "coverage", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->coverage,
      "report, check: reports of coverage, separated by commas; may be repeated", "LIST" },
    { "cuts", 0, 0, G_OPTION_ARG_INT, &options->cuts, "backtest: how many past dates (default: 3)", "N" },
    { "fit", 0, 0, G_OPTION_ARG_NONE, &options->fit, "backtest: print weights that fit these repositories, as settings",
      NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs, "threads (default: one a processor)", "N" },
    { "lang", 'l', 0, G_OPTION_ARG_FILENAME, &options->lang, "language of the reports", "en|fr" },
    { "no-cache", 0, 0, G_OPTION_ARG_NONE, &options->no_cache, "neither read nor keep known facts", NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "print errors only", NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &options->verbose, "print notes and timings", NULL },
    { "color", 0, 0, G_OPTION_ARG_FILENAME, &options->color, "colour of messages", "auto|always|never" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->data, "files that replace the embedded ones", "FOLDER" },
    { "licenses", 0, 0, G_OPTION_ARG_NONE, &options->licenses, "licences of ardoise and its parts", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "the version", NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, "this text", NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  return context;
}

static gboolean
check_values (const ArdOptions *options, GError **error)
{
  if (options->jobs < 0 || options->jobs > 256) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "--jobs takes a number from 1 to 256");
    return FALSE;
  }
  if (options->color && !g_strv_contains ((const char *const[]){ "auto", "always", "never", NULL }, options->color)) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "--color takes auto, always or never, not \"%s\"", options->color);
    return FALSE;
  }
  return TRUE;
}

/* GLib reads "-j 4" and "--jobs=4" but not "-j4", which make and ninja taught everyone. */
static void
join_jobs (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (g_str_has_prefix (argv[i], "-j") && g_ascii_isdigit (argv[i][2])) {
      g_autofree char *whole = g_strconcat ("--jobs=", argv[i] + 2, NULL);

      argv[i] = (char *) g_intern_string (whole);
    }
}

gboolean
ard_options_parse (ArdOptions *options, gboolean leading, int *argc, char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = context_new (options);
  g_autoptr (GError) cause = NULL;

  join_jobs (*argc, *argv);
  g_option_context_set_strict_posix (context, leading);
  if (!g_option_context_parse (context, argc, argv, &cause)) {
    cause->message[0] = g_ascii_tolower (cause->message[0]);
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "%s; see --help", cause->message);
    return FALSE;
  }
  return check_values (options, error);
}

char *
ard_options_help (void)
{
  ArdOptions options = { 0 };
  g_autoptr (GOptionContext) context = context_new (&options);
  g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
  const char *flags = strstr (text, "\n\n");

  return g_strdup (flags ? flags + 2 : text);
}
