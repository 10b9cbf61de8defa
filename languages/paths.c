#include <string.h>

#include "languages/languages.h"
#include "languages/texts.h"

static const char folders[] =
    "test tests testing t spec specs __tests__ __test__ unittest unittests testdata test-data "
    "testsuite test_suite e2e __mocks__ __fixtures__ fixtures testutil testutils";

/* Shell tests of git's kind: t1234-name.sh. */
static gboolean
is_numbered_test (const char *name)
{
  return name[0] == 't' && g_ascii_isdigit (name[1]) && g_ascii_isdigit (name[2]) && g_ascii_isdigit (name[3]) &&
         g_ascii_isdigit (name[4]) && name[5] == '-';
}

static gboolean
is_test_name (const char *name)
{
  g_autofree char *stem = g_strndup (name, strcspn (name, "."));
  const char *rest = name + strlen (stem);
  static const char *const lower_suffixes[] = { "_test", "_tests", "_spec", "-test", "-tests", "-spec", "_unittest" };
  static const char *const upper_suffixes[] = { "Test", "Tests", "TestCase", "IT", "Spec" };

  if (g_str_has_prefix (name, "test_") || g_str_has_prefix (name, "test-") || is_numbered_test (name) ||
      g_str_equal (name, "conftest.py") || g_str_equal (stem, "test") || g_str_equal (stem, "tests"))
    return TRUE;
  if (g_str_has_prefix (rest, ".test.") || g_str_has_prefix (rest, ".spec.") || strstr (rest, ".test.") ||
      strstr (rest, ".spec.") || g_str_has_prefix (rest, ".test-d."))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lower_suffixes); i++)
    if (g_str_has_suffix (stem, lower_suffixes[i]))
      return TRUE;
  if (!g_str_has_suffix (name, ".java") && !g_str_has_suffix (name, ".kt") && !g_str_has_suffix (name, ".scala") &&
      !g_str_has_suffix (name, ".cs") && !g_str_has_suffix (name, ".php") && !g_str_has_suffix (name, ".swift"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (upper_suffixes); i++)
    if (g_str_has_suffix (stem, upper_suffixes[i]))
      return TRUE;
  return g_str_has_prefix (stem, "Test") && g_ascii_isupper (stem[4]);
}

gboolean
ard_path_is_test (const char *path)
{
  const char *slash;

  while ((slash = strchr (path, '/'))) {
    if (ard_words_contain (folders, path, (gsize) (slash - path)))
      return TRUE;
    path = slash + 1;
  }
  return is_test_name (path);
}
