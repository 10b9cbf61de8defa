/* Versions of a file made of a few lines of text, for the tests of match and chain. */
#ifndef ARD_TEST_VERSIONS_H
#define ARD_TEST_VERSIONS_H

#include <check.h>
#include <stdlib.h>

#include "model/facts.h"
#include "model/history.h"

/* name "" is none; digest: any number that stands for the code. */
static inline void
add_function (ArdVersion *version, const char *name, guint64 digest, guint32 start_line, guint32 end_line)
{
  ArdVersionFunction row = { ard_version_name (name), digest, start_line, end_line, 1 };

  g_array_append_val (version->functions, row);
}

static inline ArdVersion
make_version (guint32 lines)
{
  ArdVersion version;

  ard_version_init (&version);
  version.measured = TRUE;
  version.lines = version.code_lines = lines;
  return version;
}

static inline GArray *
make_hunks (const ArdHunk *rows, guint n)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));

  g_array_append_vals (hunks, rows, n);
  return hunks;
}

#endif
