#include <string.h>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/settings_source.h"
#include "cli/settings_text.h"
#include "model/error.h"

static char *
write_effective (const ArdOptions *options, const char *path, GError **error)
{
  g_autoptr (ArdRepository) repository = ard_repository_open (path, error);
  g_autoptr (ArdSettings) settings = NULL;
  g_autoptr (ArdOrigins) origins = NULL;
  gboolean from_revision = repository && (options->rev || ard_repository_is_bare (repository));
  ArdOid commit;

  if (!repository)
    return NULL;
  if (from_revision && !ard_repository_resolve (repository, options->rev ? options->rev : "HEAD", &commit, error))
    return NULL;
  settings = ard_settings_load (options, repository, from_revision ? &commit : NULL, &origins, error);
  return settings ? ard_settings_write_yaml (settings, origins) : NULL;
}

static int
run (const ArdOptions *options, char *const *arguments, GError **error)
{
  const char *format = options->format ? options->format : "yaml";
  g_autofree char *text = NULL;

  if (strcmp (format, "yaml") == 0)
    text = write_effective (options, arguments[0] ? arguments[0] : ".", error);
  else if (strcmp (format, "schema") == 0)
    text = ard_settings_write_schema ();
  else if (strcmp (format, "md") == 0)
    text = ard_settings_write_markdown ();
  else
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "config has no format \"%s\"; there are yaml, schema, md", format);
  return text && ard_print_result (text, strlen (text), error) ? 0 : -1;
}

const ArdCommand ard_command_config = {
  .name = "config",
  .arguments = "[PATH]",
  .doc = "effective settings and where each came from; --format yaml|schema|md",
  .max_arguments = 1,
  .run = run,
};
