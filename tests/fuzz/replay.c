#include <glib.h>
#include <stdlib.h>

#include "tests/fuzz/drive.h"

/* Runs a driver once over each file of a folder: the stored corpus as a test. */
int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *path = g_build_filename (argv[1], name, NULL), *text = NULL;
    gsize size;

    if (!g_file_get_contents (path, &text, &size, NULL))
      return EXIT_FAILURE;
    LLVMFuzzerTestOneInput ((const uint8_t *) text, size);
    n++;
  }
  return n > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
