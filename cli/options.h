#ifndef ARD_OPTIONS_H
#define ARD_OPTIONS_H

#include <glib.h>

/*
 * The flags shared by all commands. Strings are raw bytes as given; NULL where
 * the flag was not. Owned.
 */
typedef struct {
  char *config;    /* --config FILE */
  char *data;      /* --data FOLDER: takes precedence over the embedded files */
  char *output;    /* --output FOLDER, "-" for standard output */
  char *format;    /* --format LIST */
  char *rev;       /* --rev REV */
  char *base;      /* --base REV, `check` only */
  char *lang;      /* --lang en|fr */
  char *color;     /* --color auto|always|never */
  char **coverage; /* --coverage LIST, each time it was given */
  int cuts;        /* --cuts N, `backtest` only; 0: the default */
  int jobs;        /* --jobs N; 0: as many as there are processors */
  gboolean fit;    /* --fit, `backtest` only */
  gboolean no_cache, quiet, verbose, version, help, licenses;
} ArdOptions;

void ard_options_clear (ArdOptions *options);

/*
 * Take the flags out of an argument vector, which keeps its name and its
 * positional arguments.
 *
 * leading  stop at the first positional argument, which is the command
 * Errors:  ARD_ERROR_USAGE
 */
gboolean ard_options_parse (ArdOptions *options, gboolean leading, int *argc, char ***argv, GError **error);

/* What --help prints below a command's own line; yours. */
char *ard_options_help (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdOptions, ard_options_clear)

#endif
