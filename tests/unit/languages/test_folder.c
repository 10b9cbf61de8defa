#include "tests/unit/languages/captured.h"

/* The last cd of a script: v where its failure does no harm, d where it does. */

static const struct {
  const char *text;
  char told;
} scripts[] = {
  { "cd \"$1\"\nrm -rf *\n", 'd' },
  { "cd build\nmake\nmv a.out ../b\nrm -f a.o\n", 'd' },
  { "cd build\nsed -i s/a/b/ c\n", 'd' },
  { "cd build\necho a > version\n", 'd' },
  { "cd /srv/app\ngit pull\n", 'd' },
  { "tar cf - . | (cd $dir; tar -xpf -)\n", 'd' },
  { "tar xf a-1.0.tar.gz\ncd a-1.0\nmv b c\n", 'd' },
  { "cd build\nmake\n", 'v' },
  { "cd build\nls\ncat version\n", 'v' },
  { "cd build\nrm -rf \"$cache\" /tmp/x\n", 'v' },
  { "cd build\necho a > /dev/null\necho b >&2\n", 'v' },
  { "mkdir -p build\ncd build\nrm -f *\n", 'v' },
  { "if [ -d build ]; then\n  cd build\n  rm -f *\nfi\n", 'v' },
  { "here=$(pwd)\nmake\ncd \"$here\"\nrm -f *\n", 'v' },
  { "tmp=$(mktemp -d)\ncd $tmp\ntouch a\n", 'v' },
  { "cp a b/c\ncd b\nrm -f d\n", 'v' },
  { "if x; then\n  cd build\n  ls\nfi\nrm -f *\n", 'v' },
  { "cd /usr/src\nrm -f linux\n", 'v' },
};

START_TEST (a_changed_folder_does_harm_where_relative_paths_are_written)
{
  g_auto (ArdFacts) facts = read_facts ("a.sh", scripts[_i].text, -1);
  char told = '-';

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_CALL && strcmp (row->text, "cd") == 0)
      told = row->traits & ARD_TRAIT_DISCARDED ? 'd' : row->traits & ARD_TRAIT_VOIDED ? 'v' : '-';
  }
  ck_assert_msg (told == scripts[_i].told, "%s: %c", scripts[_i].text, told);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("languages/folder");
  TCase *test = tcase_create ("folder");

  tcase_set_timeout (test, 60);
  tcase_add_loop_test (test, a_changed_folder_does_harm_where_relative_paths_are_written, 0, G_N_ELEMENTS (scripts));
  suite_add_tcase (suite, test);
  return run_suite (suite);
}
