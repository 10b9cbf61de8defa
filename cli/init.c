#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/settings_source.h"
#include "cli/settings_text.h"
#include "model/error.h"

/* Nothing that exists is ever touched: the file is made whole under a name of its own and then linked, which fails
 * where the name is taken. */
static gboolean
write_new (const char *path, const char *text, GError **error)
{
  g_autofree char *draft = g_strdup_printf ("%s.XXXXXX", path);
  int fd = g_mkstemp_full (draft, O_WRONLY | O_CLOEXEC, 0644);
  int cause = fd < 0 ? errno : 0;

  if (fd >= 0) {
    if (write (fd, text, strlen (text)) != (gssize) strlen (text))
      cause = errno ? errno : EIO;
    if (close (fd) != 0 && !cause)
      cause = errno;
    if (!cause && link (draft, path) != 0)
      cause = errno;
    unlink (draft);
  }
  if (cause)
    g_set_error (error, ARD_ERROR, ARD_ERROR_OUTPUT, "cannot write \"%s\": %s", path,
                 cause == EEXIST ? "it exists already, and is left as it is" : g_strerror (cause));
  return cause == 0;
}

static int
run (const ArdOptions *options, char *const *arguments, GError **error)
{
  g_autofree char *text = ard_settings_write_template ();

  if (g_strcmp0 (options->output, "-") == 0)
    return ard_print_result (text, strlen (text), error) ? 0 : -1;

  g_autoptr (ArdRepository) repository = ard_repository_open (arguments[0] ? arguments[0] : ".", error);

  if (!repository)
    return -1;
  if (ard_repository_is_bare (repository)) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY, "\"%s\" is bare: it has no work tree to write settings into",
                 ard_repository_root (repository));
    return -1;
  }

  g_autofree char *path = g_build_filename (ard_repository_root (repository), ARD_SETTINGS_NAME, NULL);

  if (!write_new (path, text, error))
    return -1;
  ard_print_message ("Written: %s", path);
  return 0;
}

const ArdCommand ard_command_init = {
  .name = "init",
  .arguments = "[PATH]",
  .doc = "writes a commented " ARD_SETTINGS_NAME ", never over one that exists",
  .max_arguments = 1,
  .run = run,
};
