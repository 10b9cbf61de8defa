#include <string.h>

#include "model/corpus.h"
#include "repository/lay.h"

#define MAX_WORDS 8
#define WORD_BYTES 24 /* longer ones are cut: no list has any */

/* A name taken apart at what is no letter or digit and where a capital begins: "UITests" is "ui", "tests". */
typedef struct {
  char words[MAX_WORDS][WORD_BYTES];
  guint n;
} Words;

static const char support[] =
    "util utils utilities helper helpers support data fixture fixtures resource resources lib "
    "libs common base tools infrastructure project projects app apps server servers mocks "
    "stubs harness";
/* What is tested with, behind "test" or before it. */
static const char kinds[] = "unit integration functional acceptance regression smoke e2e system end2end";
/* Words before "test" that make a thing of the product of it. */
static const char subjects[] = "ab split hit depth alpha stencil speed ping self a b";

/* Whether word is in a list of words separated by spaces. */
static gboolean
among (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = list; length && (at = strstr (at, word)); at += length)
    if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
begins_word (const char *name, gsize i, gsize length)
{
  if (i == 0 || !g_ascii_isalnum (name[i - 1]))
    return TRUE;
  if (!g_ascii_isupper (name[i]))
    return FALSE;
  return !g_ascii_isupper (name[i - 1]) || (i + 1 < length && g_ascii_islower (name[i + 1]));
}

static void
split (const char *name, gsize length, Words *words)
{
  gsize used = 0;

  words->n = 0;
  for (gsize i = 0; i < length; i++) {
    guchar byte = (guchar) name[i];

    if (!g_ascii_isalnum (name[i]) && byte < 0x80)
      continue;
    if (begins_word (name, i, length)) {
      if (words->n == MAX_WORDS)
        memmove (words->words[1], words->words[2], sizeof words->words[0] * (MAX_WORDS - 2));
      else
        words->n++;
      used = 0;
    }
    if (used < WORD_BYTES - 1)
      words->words[words->n - 1][used++] = g_ascii_tolower (name[i]);
    words->words[words->n - 1][used] = '\0';
  }
}

static gboolean
is_alone (const char *name, gsize length, const char *list)
{
  char copy[WORD_BYTES] = "";

  if (length >= sizeof copy)
    return FALSE;
  memcpy (copy, name, length);
  return among (list, copy);
}

/* "testutil", "unittests": two words that are written as one. */
static gboolean
is_joined (const char *word)
{
  const char *test = strstr (word, "test");

  if (!test)
    return FALSE;
  if (test == word)
    return among (support, word + (word[4] == 's' ? 5 : 4));
  if (test[4] != '\0' && !g_str_equal (test + 4, "s"))
    return FALSE;

  g_autofree char *before = g_strndup (word, (gsize) (test - word));

  return among (kinds, before);
}

/* "x-test" may be a module of the product that others test with; "integration-tests" is none. */
static gboolean
are_plainly_tests (const Words *words)
{
  return words->n > 1 && among ("test tests", words->words[words->n - 1]) && among (kinds, words->words[words->n - 2]);
}

static gboolean
are_tests (const Words *words)
{
  const char *first = words->words[0], *last = words->words[words->n - 1];

  if (words->n == 1)
    return is_joined (first);
  if (g_str_equal (last, "e2e") || g_str_equal (first, "tests"))
    return TRUE;
  if (among ("test e2e", words->words[words->n - 2]) && among (support, last))
    return TRUE;
  if (among ("test e2e", first) && among (support, words->words[1]))
    return TRUE;
  return among ("test tests unittest unittests", last) && !among (subjects, words->words[words->n - 2]);
}

/* Go's own: package dbtest beside or inside package db helps to test with it. */
static gboolean
is_go_support (const char *path, const char *name, gsize length, const ArdLay *lay)
{
  gsize base = length - 4, above = (gsize) (name - path);

  if (length <= 4 || !lay || memcmp (name + base, "test", 4) != 0 ||
      !(ard_lay_of (lay, path, above + length) & ARD_LAY_GO))
    return FALSE;
  if (ard_lay_of (lay, path, above + base) & ARD_LAY_GO)
    return TRUE;
  return above > base && name[-1] == '/' && memcmp (name - 1 - base, name, base) == 0 &&
         (above == base + 1 || name[-2 - (gssize) base] == '/') && (ard_lay_of (lay, path, above - 1) & ARD_LAY_GO);
}

/* A folder that is called after a runner whose settings it, or the one above, holds. */
static gboolean
is_runners (const char *path, const char *name, gsize length, const ArdLay *lay)
{
  gsize above = (gsize) (name - path);

  return lay && is_alone (name, length, "playwright cypress wdio nightwatch protractor testcafe detox") &&
         ((ard_lay_of (lay, path, above + length) | ard_lay_of (lay, path, above ? above - 1 : 0)) & ARD_LAY_RUNNER);
}

/* Go: what tests the whole program stands in integration/ at the root, its helpers with it. */
static gboolean
is_go_integration (const char *path, const char *name, gsize length, const ArdLay *lay)
{
  return name == path && lay && is_alone (name, length, "integration") && ard_lay_of (lay, path, length) & ARD_LAY_GO;
}

static gboolean
is_named_tests (const char *name, gsize length)
{
  return is_alone (name, length,
                   "test tests Test Tests testing spec specs unittest unittests __tests__ __test__ __mocks__ "
                   "__fixtures__ testdata testdir test-data testsuite test_suite e2e fixtures testutil testutils t "
                   "fuzz fuzzing fuzzer fuzzers oss-fuzz mocks");
}

static gboolean
is_test_folder (const char *path, const char *name, gsize length, const Words *words, const ArdLay *lay)
{
  if (is_named_tests (name, length))
    return TRUE;
  if (words->n == 0)
    return FALSE;
  return are_tests (words) || is_go_support (path, name, length, lay) || is_go_integration (path, name, length, lay) ||
         is_runners (path, name, length, lay);
}

static gboolean
is_example_folder (const char *path, const char *name, gsize length, const Words *words, const ArdLay *lay)
{
  const char *first = words->words[0], *last = words->n ? words->words[words->n - 1] : "";

  if (is_alone (name, length, "examples _examples Examples demos snippets Snippets"))
    return TRUE;
  if (words->n == 0)
    return FALSE;
  if (name == path && words->n == 1 && among ("example samples demo docs doc documentation", first))
    return TRUE;
  if (words->n > 1 && (among ("example examples", first) || among ("example examples", last)))
    return TRUE;
  return (among ("example sample samples demo demos", first) || among ("sample samples demo demos", last)) &&
         (ard_lay_of (lay, path, (gsize) (name - path) + length) & ARD_LAY_PROJECT);
}

/* example.js beside the package that it shows. */
static gboolean
is_example_name (const char *name)
{
  gsize length = strcspn (name, ".");

  return name[length] == '.' && is_alone (name, length, "example examples");
}

/* Shell tests of git's kind: t1234-name.sh. */
static gboolean
is_numbered_test (const char *name)
{
  return name[0] == 't' && g_ascii_isdigit (name[1]) && g_ascii_isdigit (name[2]) && g_ascii_isdigit (name[3]) &&
         g_ascii_isdigit (name[4]) && name[5] == '-';
}

static gboolean
ends_behind_small (const char *stem, const char *suffix)
{
  gsize length = strlen (stem), tail = strlen (suffix);

  return g_str_has_suffix (stem, suffix) && (length == tail || !g_ascii_isupper (stem[length - tail - 1]));
}

/* One type a file, and its name is the type's: FooTest, FooTests, TestFoo. */
static gboolean
is_test_type (const char *stem, const char *extension)
{
  if (!among (".java .kt .scala .groovy .cs .fs .vb .php .swift", extension))
    return FALSE;
  if (g_str_has_suffix (stem, "Test") || g_str_has_suffix (stem, "Tests") || g_str_has_suffix (stem, "TestCase") ||
      (g_str_has_prefix (stem, "Test") && g_ascii_isupper (stem[4])))
    return TRUE;
  return (among (".java .kt", extension) && ends_behind_small (stem, "IT")) ||
         (among (".scala .groovy", extension) && g_str_has_suffix (stem, "Spec"));
}

static gboolean
is_test_name (const char *name)
{
  static const char *const suffixes[] = { "_test", "_tests",    "_spec", "-test", "-tests",
                                          "-spec", "_unittest", "_mock", "_mocks" };
  g_autofree char *stem = g_strndup (name, strcspn (name, "."));
  const char *rest = name + strlen (stem);

  if (g_str_has_prefix (name, "test_") || g_str_has_prefix (name, "test-") || is_numbered_test (name) ||
      g_str_equal (name, "conftest.py") || among ("test tests mock mocks", stem) || g_str_has_prefix (name, "mock_"))
    return TRUE;
  if (strstr (rest, ".test.") || strstr (rest, ".spec.") || g_str_has_prefix (rest, ".test-d."))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (stem, suffixes[i]))
      return TRUE;
  return is_test_type (stem, rest);
}

static gboolean
is_product_set (const char *name, gsize length)
{
  return length >= 4 && (memcmp (name + length - 4, "Main", 4) == 0 || (length == 4 && memcmp (name, "main", 4) == 0));
}

/* Where Maven, Gradle, sbt and Kotlin have the product: src/main/java, src/commonMain/kotlin; NULL: nowhere. */
static const char *
find_product (const char *path)
{
  for (const char *source = path; (source = strstr (source, "src/")); source += 4) {
    const char *set = source + 4;
    gsize length = strcspn (set, "/");

    if ((source == path || source[-1] == '/') && set[length] == '/' && is_product_set (set, length) &&
        is_alone (set + length + 1, strcspn (set + length + 1, "/"),
                  "java kotlin scala groovy resources res webapp assets"))
      return source;
  }
  return NULL;
}

/* How long the number or date is that a name begins with: "0001_", "20260513_", "V2_1__", "2.0.4-". */
static gboolean
is_numbered_step (const char *name)
{
  gboolean flyway = *name == 'V' && g_ascii_isdigit (name[1]);
  const char *start = name + flyway;
  gsize digits = strspn (start, "0123456789"), rest = strspn (start, "0123456789_.-");

  if (flyway)
    return rest >= 3 && memcmp (start + rest - 2, "__", 2) == 0;
  if (digits >= 3 && (start[digits] == '_' || start[digits] == '-' || start[digits] == '.'))
    return TRUE;
  return digits && start[digits] == '.' && g_ascii_isdigit (start[digits + 1]);
}

/* A step of a database's or an installation's history: numbered, in a folder of such steps. */
static gboolean
is_migration (const char *path, const char *name)
{
  gboolean found = FALSE;

  for (const char *slash; (slash = strchr (path, '/')); path = slash + 1)
    found |= is_alone (path, (gsize) (slash - path),
                       "migrations migration migrate Migrations Migration updates upgrades Updates Upgrades");
  return found && is_numbered_step (name);
}

guint
ard_role_flags (const char *path, const ArdLay *lay)
{
  const char *name = path, *slash, *product = find_product (path);
  guint flags = 0, depth = 0;
  Words words;

  for (; (slash = strchr (name, '/')); name = slash + 1) {
    gsize length = (gsize) (slash - name);

    if (depth++ == ARD_LAY_DEPTH)
      lay = NULL;
    split (name, length, &words);
    if (product ? name < product && (are_plainly_tests (&words) || is_named_tests (name, length))
                : is_test_folder (path, name, length, &words, lay))
      flags |= ARD_FILE_TEST;
    if (is_example_folder (path, name, length, &words, lay))
      flags |= ARD_FILE_EXAMPLE;
  }
  if (is_test_name (name) && !product)
    flags |= ARD_FILE_TEST;
  if (is_example_name (name) && !product)
    flags |= ARD_FILE_EXAMPLE;
  if (is_migration (path, name))
    flags |= ARD_FILE_MIGRATION;
  return flags;
}
