#include "made.h"

#define TEST ARD_FILE_TEST
#define EXAMPLE ARD_FILE_EXAMPLE
#define VENDORED ARD_FILE_VENDORED

typedef struct {
  const char *path;
  guint flags;
} Row;

static const Row names[] = {
  /* by the file's own name, after the conventions of pytest, go test, JUnit, Jest, RSpec, git */
  { "pkg/x_test.go", TEST },
  { "test_x.py", TEST },
  { "a/FooTest.java", TEST },
  { "a/StoreIT.java", TEST },
  { "a/AUDIT.java", 0 },
  { "a/TypeSpec.java", 0 },
  { "a/StackSpec.scala", TEST },
  { "a/b.spec.ts", TEST },
  { "lib/tests.c", TEST },
  { "sh/t0001-init.sh", TEST },
  { "src/latest.c", 0 },
  { "src/attest.py", 0 },
  { "src/Latest.java", 0 },
  { "testing.c", 0 },
  /* by one folder's name */
  { "src/test/java/A.java", TEST },
  { "a/__tests__/b.js", TEST },
  { "contest/a.go", 0 },
  /* by the words of a folder's name: projects of .NET, source sets of Gradle and Xcode, folders of npm */
  { "Backup/UnitTest/Disk/Linux.cs", TEST },
  { "Web.UnitTests/Program.cs", TEST },
  { "Shop.Tests/Program.cs", TEST },
  { "UITests/launch.m", TEST },
  { "app/src/androidTest/kotlin/Rule.kt", TEST },
  { "lib/src/testFixtures/kotlin/Made.kt", TEST },
  { "packages/test-helpers/wait.js", TEST },
  { "packages/testhelpers/wait.js", TEST },
  { "apps/web-e2e/run.ts", TEST },
  { "apps/e2e-utils/run.ts", TEST },
  { "integration-tests/run.sh", TEST },
  { "integration-tests/src/main/java/Probe.java", TEST },
  { "plugins/ABTest/run.php", 0 },
  { "gpu/hitTest/ray.c", 0 },
  { "src/latestNews/a.js", 0 },
  { "src/testimonials/a.js", 0 },
  { "src/test-results/view.js", 0 },
  { "src/e2e-keys/a.js", 0 },
  /* what others test with is the product of its module */
  { "spring-test/src/main/java/MockMvc.java", 0 },
  { "spring-test/src/main/java/junit/RunnerTest.java", 0 },
  { "koin-test/src/commonMain/kotlin/Verify.kt", 0 },
  { "spring-test/src/test/java/Mvc.java", TEST },
  { "src/main/window.test.ts", TEST },
  { "src/domain/kotlin/order.test.ts", TEST },
  /* examples */
  { "Client.UsageExample/Program.cs", EXAMPLE },
  { "examples-native/a.c", EXAMPLE },
  { "documentation/manual/code/Hello.java", EXAMPLE },
  { "Documentation/howto.c", EXAMPLE },
  { "lib/documentation/page.js", 0 },
  { "java/com/example/E.java", 0 },
  { "net/samples/package.json", EXAMPLE },
  { "net/samples/send.js", EXAMPLE },
  { "audio/samples/rate.c", 0 },
  { "shop/demo-page/view.js", 0 },
  { "packages/demo-app/package.json", EXAMPLE },
  { "packages/demo-app/view.js", EXAMPLE },
  /* Go: the package beside or around it makes it one to test with */
  { "store/db/open.go", 0 },
  { "store/db/dbtest/reset.go", TEST },
  { "store/db/dbtest/images/run.sh", TEST },
  { "fs/read.go", 0 },
  { "fstest/mock.go", TEST },
  { "speedtest/run.go", 0 },
  { "web/open.js", 0 },
  { "webtest/open.js", 0 },
  /* runners of tests in a browser: called after one, and its settings are there */
  { "playwright/playwright.config.ts", TEST },
  { "playwright/compose/build.sh", TEST },
  { "ui/cypress.json", 0 },
  { "ui/cypress/support/commands.js", TEST },
  { "packages/detox/run.js", 0 },
};

static void
commit_files (const char *script)
{
  g_autoptr (GString) all = g_string_new (script);

  g_string_append (all, "git add -f .; git commit -qm 1");
  made_do (all->str);
}

static ArdSnapshot *
read_files (ArdRepository *repository, gboolean work_tree)
{
  ArdSettings *settings = ard_settings_new ();
  ArdNotes *notes = ard_notes_new ();
  ArdOid commit = made_commit (repository, "HEAD");
  ArdSnapshot *snapshot = ard_snapshot_read (repository, work_tree ? NULL : &commit, settings, notes, NULL);

  ck_assert_ptr_nonnull (snapshot);
  ard_settings_free (settings);
  ard_notes_free (notes);
  return snapshot;
}

/* The same of the commit and of the work tree. */
static void
check (const Row *rows, guint n)
{
  ArdRepository *repository = made_open ();

  for (guint work_tree = 0; work_tree < 2; work_tree++) {
    ArdSnapshot *snapshot = read_files (repository, work_tree == 1);

    for (guint i = 0; i < n; i++) {
      const ArdEntry *entry = made_entry (snapshot, rows[i].path);

      ck_assert_msg (entry && entry->flags == rows[i].flags, "%s: %u", rows[i].path, entry ? entry->flags : 0);
    }
    ard_snapshot_free (snapshot);
  }
  ard_repository_free (repository);
}

START_TEST (names_and_neighbours_tell_tests_and_examples)
{
  g_autoptr (GString) script = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (script, "mkdir -p \"$(dirname '%s')\"; echo %u > '%s';", names[i].path, i, names[i].path);
  commit_files (script->str);
  check (names, G_N_ELEMENTS (names));
}
END_TEST

START_TEST (a_library_with_the_licence_of_another_owner_is_bundled)
{
  static const Row rows[] = {
    { "libs/qrcode/lib/QRcode/input.php", VENDORED },
    { "libs/qrcode/LICENSE", VENDORED },
    { "libs/queue/job.php", 0 },
    { "libs/ours/ours.php", 0 },
    { "libs/same/same.php", 0 },
    { "libs/gnu/gnu.c", VENDORED },
    { "libs/bare/bare.c", 0 },
    { "libs/LICENSE", 0 },
    { "packages/other/other.js", 0 },
    { "lib/alone.php", 0 },
    { "libs/kept/kept.c", 0 },
  };

  commit_files (
      "l() { mkdir -p $1; printf 'The MIT License\\n\\nCopyright (c) 2010 %s\\n\\nPermission is hereby' \"$2\" > "
      "$1/LICENSE; };"
      "l . 'Jane Doe and contributors'; echo 'A thing of Jane Doe, with help by Ann' > README.md;"
      "l libs/qrcode 'Dominik Dzienia <d@example.org>'; mkdir -p libs/qrcode/lib/QRcode; echo > "
      "libs/qrcode/lib/QRcode/input.php;"
      "mkdir -p libs/queue; echo > libs/queue/job.php; l libs/ours 'J. Jane Doe (the author)'; echo > "
      "libs/ours/ours.php;"
      "mkdir -p libs/same; cp LICENSE libs/same/; echo > libs/same/same.php; mkdir -p libs/gnu libs/bare;"
      "echo '  GNU GENERAL PUBLIC LICENSE Version 2' > libs/gnu/COPYING; echo > libs/gnu/README; echo > libs/gnu/gnu.c;"
      "cp libs/gnu/COPYING libs/bare/; echo > libs/bare/bare.c; l libs 'Somebody Else'; l packages/other 'Somebody "
      "Else';"
      "echo > packages/other/other.js; mkdir -p lib; echo > lib/alone.php;"
      "l libs/kept 'Somebody Else'; echo > libs/kept/kept.c; echo 'libs/kept/* -linguist-vendored' > .gitattributes;");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (without_a_project_at_the_root_no_library_is_bundled)
{
  static const Row rows[] = { { "lib/all/all.c", 0 } };

  commit_files ("mkdir -p lib/all; echo 'Copyright (c) 2010 Jane Doe' > lib/all/LICENSE; echo > lib/all/all.c;");
  check (rows, 1);
}
END_TEST

START_TEST (a_licence_that_is_no_text_says_nothing)
{
  static const Row rows[] = { { "libs/a/a.c", 0 }, { "libs/b/b.c", 0 } };

  commit_files ("echo > README; mkdir -p libs/a libs/b; : > libs/a/LICENSE; echo > libs/a/a.c; echo > libs/b/b.c;"
                "head -c 70000 /dev/zero > libs/b/LICENSE; ");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

int
main (void)
{
  TCase *tests = tcase_create ("roles");

  tcase_add_test (tests, names_and_neighbours_tell_tests_and_examples);
  tcase_add_test (tests, a_library_with_the_licence_of_another_owner_is_bundled);
  tcase_add_test (tests, without_a_project_at_the_root_no_library_is_bundled);
  tcase_add_test (tests, a_licence_that_is_no_text_says_nothing);
  return made_suite ("roles", tests);
}
