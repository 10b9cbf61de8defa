#include "cli/command.h"
#include "cli/print.h"
#include "model/resource.h"

static int
run (const ArdOptions *options G_GNUC_UNUSED, char *const *arguments G_GNUC_UNUSED, GError **error)
{
  g_autoptr (GBytes) bytes = ard_resource_read ("licenses.txt", error);
  gsize size = 0;
  const char *text = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  return text && ard_print_result (text, size, error) ? 0 : -1;
}

const ArdCommand ard_command_licenses = {
  .name = "licenses",
  .arguments = "",
  .doc = "licences of ardoise and of the parts it is made of",
  .run = run,
};
