/* Expected numbers are those of libgit2's diff, which is git's xdiff. */
#include <check.h>
#include <git2.h>
#include <stdlib.h>
#include <string.h>

#include "repository/lines.h"

static int
add_hunk (const git_diff_delta *delta, const git_diff_hunk *hunk, void *data)
{
  gint32 *sums = data;

  (void) delta;
  sums[0] += hunk->new_lines;
  sums[1] += hunk->old_lines;
  return 0;
}

static void
ask_git (const GString *old, const GString *new, gint32 sums[2])
{
  git_diff_options options;

  git_diff_options_init (&options, GIT_DIFF_OPTIONS_VERSION);
  options.context_lines = 0;
  options.flags = GIT_DIFF_FORCE_TEXT;
  sums[0] = sums[1] = 0;
  ck_assert_int_eq (
      git_diff_buffers (old->str, old->len, NULL, new->str, new->len, NULL, &options, NULL, NULL, add_hunk, NULL, sums),
      0);
}

/* Texts of few distinct lines, some of them very frequent, as code has them. */
static void
append_line (GString *text, GRand *random, guint variety)
{
  guint die = (guint) g_rand_int_range (random, 0, 10);

  if (die < 3)
    g_string_append (text, "\n");
  else if (die < 5)
    g_string_append (text, "  }\n");
  else
    g_string_append_printf (text, "line %d\n", g_rand_int_range (random, 0, (gint32) variety));
}

static void
edit (const GString *old, GString *new, GRand *random, guint variety, guint per_mille)
{
  for (const char *at = old->str, *end; *at; at = end) {
    const char *newline = strchr (at, '\n');

    end = newline ? newline + 1 : at + strlen (at);
    if ((guint) g_rand_int_range (random, 0, 1000) >= per_mille) {
      g_string_append_len (new, at, end - at);
      continue;
    }
    for (gint32 n = g_rand_int_range (random, 0, 25); n > 0; n--)
      append_line (new, random, variety);
  }
}

static gboolean
agrees (GRand *random, guint lines, guint variety, guint per_mille)
{
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);
  gint32 sums[2], added = -7, deleted = -7;

  for (guint i = 0; i < lines; i++)
    append_line (old, random, variety);
  edit (old, new, random, variety, per_mille);
  if (new->len && g_rand_boolean (random))
    g_string_truncate (new, new->len - 1);
  if (!ard_lines_count (old->str, old->len, new->str, new->len, &added, &deleted)) {
    ck_assert_int_eq (added, -7);
    ck_assert_int_eq (deleted, -7);
    return FALSE;
  }
  ask_git (old, new, sums);
  ck_assert_msg (added == sums[0] && deleted == sums[1], "+%d -%d, git says +%d -%d for\n%s\n----\n%s", added, deleted,
                 sums[0], sums[1], old->str, new->str);
  return TRUE;
}

START_TEST (random_edits_count_as_git_counts_them)
{
  GRand *random = g_rand_new_with_seed (20260101);
  guint answered = 0, asked = 0;

  git_libgit2_init ();
  for (guint lines = 1; lines <= 1200; lines = lines * 3 / 2 + 1)
    for (guint variety = 2; variety <= 4000; variety *= 6)
      for (guint per_mille = 2; per_mille <= 500; per_mille *= 3)
        for (guint turn = 0; turn < 12; turn++, asked++)
          answered += agrees (random, lines, variety, per_mille);
  g_rand_free (random);
  ck_assert_uint_gt (answered, asked / 2);
  ck_assert_uint_lt (answered, asked);
}
END_TEST

static void
check_pair (const char *old, const char *new)
{
  g_autoptr (GString) before = g_string_new (old), after = g_string_new (new);
  gint32 sums[2], added, deleted;

  git_libgit2_init ();
  ask_git (before, after, sums);
  ck_assert (ard_lines_count (old, before->len, new, after->len, &added, &deleted));
  ck_assert_int_eq (added, sums[0]);
  ck_assert_int_eq (deleted, sums[1]);
}

START_TEST (a_missing_last_newline_is_a_changed_line)
{
  check_pair ("a\nb", "a\nb\n");
  check_pair ("a\nb\n", "a\nb");
  check_pair ("a", "ab");
  check_pair ("ab\n", "b\n");
  check_pair ("x\nab", "x\nb");
  check_pair ("\n\n\n", "\n\n");
  check_pair ("a\nb\na\nb\n", "a\nb\n");
}
END_TEST

START_TEST (a_carriage_return_is_part_of_its_line)
{
  check_pair ("a\r\nb\r\n", "a\nb\n");
  check_pair ("a\r\nb\nc\r\n", "a\r\nb\r\nc\r\n");
}
END_TEST

/* Git drops a frequent line between two runs of unmatched ones, so its script is longer than the shortest. */
START_TEST (a_frequent_line_amid_unmatched_ones_is_left_out_as_git_does)
{
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);

  for (guint i = 0; i < 200; i++) {
    g_string_append (old, "\n");
    g_string_append (new, "\n");
  }
  for (guint i = 0; i < 20; i++) {
    g_string_append_printf (old, i == 10 ? "\n" : "old %u\n", i);
    g_string_append_printf (new, i == 10 ? "\n" : "new %u\n", i);
  }
  g_string_append (old, "end\n");
  g_string_append (new, "end\n");

  gint32 sums[2], added, deleted;

  git_libgit2_init ();
  ask_git (old, new, sums);
  ck_assert_int_eq (sums[0], 20); /* 19 would be the shortest */
  ck_assert (ard_lines_count (old->str, old->len, new->str, new->len, &added, &deleted));
  ck_assert_int_eq (added, sums[0]);
  ck_assert_int_eq (deleted, sums[1]);
}
END_TEST

START_TEST (a_rewritten_file_is_left_to_git)
{
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);
  gint32 added, deleted;

  for (guint i = 0; i < 2000; i++) {
    g_string_append_printf (old, "%u\n", i);
    g_string_append_printf (new, "%u\n", (i * 7919) % 2000);
  }
  ck_assert (!ard_lines_count (old->str, old->len, new->str, new->len, &added, &deleted));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lines");
  TCase *tests = tcase_create ("lines");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, random_edits_count_as_git_counts_them);
  tcase_add_test (tests, a_missing_last_newline_is_a_changed_line);
  tcase_add_test (tests, a_carriage_return_is_part_of_its_line);
  tcase_add_test (tests, a_frequent_line_amid_unmatched_ones_is_left_out_as_git_does);
  tcase_add_test (tests, a_rewritten_file_is_left_to_git);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
