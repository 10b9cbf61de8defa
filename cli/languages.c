#include <string.h>

#include "cli/command.h"
#include "cli/languages_table.h"
#include "cli/print.h"
#include "model/error.h"

static int
run (const ArdOptions *options, char *const *arguments G_GNUC_UNUSED, GError **error)
{
  const char *format = options->format ? options->format : "text";
  g_autofree char *text = NULL;

  if (strcmp (format, "text") == 0)
    text = ard_languages_write_text (error);
  else if (strcmp (format, "md") == 0)
    text = ard_languages_write_markdown (error);
  else
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "languages has no format \"%s\"; there are text, md", format);
  return text && ard_print_result (text, strlen (text), error) ? 0 : -1;
}

const ArdCommand ard_command_languages = {
  .name = "languages",
  .arguments = "",
  .doc = "what is measured in each language and what is not; --format text|md",
  .run = run,
};
