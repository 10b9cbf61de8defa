/* Which bug fixes a copy did not get, from repositories made with git. */
#include "corpus/missed.h"

#include "made.h"

#define ANNE "Anne <anne@x>"

#define TOP "function total(rows, limit) {\n  let sum = 0;\n  for (const row of rows) {\n"
#define WRONG "    if (row.price > limit && !row.hidden)\n"
#define RIGHT "    if (row.price >= limit && !row.hidden)\n"
#define MIDDLE "      sum += row.price * row.count;\n  }\n  report(\"total\", sum);\n"
#define END "  if (sum > 1000)\n    return discount(sum, 5);\n  return sum;\n}\n"
#define OTHER_END "  if (sum > 70)\n    return voucher(sum, 3);\n  return sum;\n}\n"

#define CART TOP WRONG MIDDLE END
#define FIXED TOP RIGHT MIDDLE END
#define POST TOP WRONG MIDDLE OTHER_END

static Made made;

static void
begin (void)
{
  made_begin (&made);
}

static void
end (void)
{
  made_end (&made);
}

static void
commit (gint day, const char *message, const char *path, const char *text)
{
  made_commit (&made, "main", day, ANNE, message, "");
  made_file (&made, path, text);
}

/* The rows as "fix: fixed -> file lines; "; yours. */
static char *
find (guint jobs)
{
  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, jobs, NULL);
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < corpus->missed->len; i++) {
    const ArdMissedFix *row = ard_missed_fix (corpus, i);

    g_string_append_printf (text, "%s: %s -> %s %u-%u; ", ard_commit (corpus, row->fix)->subject,
                            ard_file (corpus, row->fixed)->path, ard_file (corpus, row->file)->path, row->start_line,
                            row->end_line);
  }
  return g_string_free (text, FALSE);
}

static void
make_copies (void)
{
  commit (0, "Start", "cart.js", CART);
  commit (1, "Post", "post.js", POST);
}

START_TEST (a_fix_whose_lines_still_stand_in_the_copy_is_missed)
{
  make_copies ();
  commit (2, "Fix the limit", "cart.js", FIXED);
  made_import (&made);

  g_autofree char *one = find (1), *two = find (2);

  ck_assert_str_eq (one, "Fix the limit: cart.js -> post.js 4-4; ");
  ck_assert_str_eq (one, two);
}
END_TEST

START_TEST (a_change_that_is_no_fix_is_not)
{
  make_copies ();
  commit (2, "Raise the limit", "cart.js", FIXED);
  made_import (&made);

  g_autofree char *missed = find (2);

  ck_assert_str_eq (missed, "");
}
END_TEST

START_TEST (a_fix_of_a_warning_is_not)
{
  make_copies ();
  commit (2, "Fix a Warning about the limit", "cart.js", FIXED);
  made_import (&made);

  g_autofree char *missed = find (2);

  ck_assert_str_eq (missed, "");
}
END_TEST

START_TEST (a_copy_that_got_the_fix_later_missed_nothing)
{
  make_copies ();
  commit (2, "Fix the limit", "cart.js", FIXED);
  commit (3, "The same for post", "post.js", TOP RIGHT MIDDLE OTHER_END);
  made_import (&made);

  g_autofree char *missed = find (2);

  ck_assert_str_eq (missed, "");
}
END_TEST

START_TEST (a_copy_that_the_fix_changed_elsewhere_was_in_sight)
{
  make_copies ();
  commit (2, "Fix the limit", "cart.js", FIXED);
  made_file (&made, "post.js", TOP WRONG MIDDLE "  if (sum > 80)\n    return voucher(sum, 3);\n  return sum;\n}\n");
  made_import (&made);

  g_autofree char *missed = find (2);

  ck_assert_str_eq (missed, "");
}
END_TEST

START_TEST (a_fix_of_lines_that_only_the_one_has_is_not_the_others)
{
  make_copies ();
  commit (2, "Fix the discount", "cart.js",
          TOP WRONG MIDDLE "  if (sum >= 1000)\n    return discount(sum, 5);\n  return sum;\n}\n");
  made_import (&made);

  g_autofree char *missed = find (2);

  ck_assert_str_eq (missed, "");
}
END_TEST

START_TEST (a_fix_is_known_though_the_file_was_renamed_and_the_copy_changed_since)
{
  make_copies ();
  commit (2, "Fix the limit", "cart.js", FIXED);
  commit (3, "Rename", "basket.js", FIXED);
  made_delete (&made, "cart.js");
  commit (4, "Vouchers", "post.js",
          "const rate = 3;\n" TOP WRONG MIDDLE "  if (sum > 70)\n    return voucher(sum, rate);\n  return sum;\n}\n");
  made_import (&made);

  g_autofree char *missed = find (2);

  ck_assert_str_eq (missed, "Fix the limit: basket.js -> post.js 5-5; ");
}
END_TEST

START_TEST (a_fix_older_than_the_counted_lines_is_not_asked)
{
  make_copies ();
  commit (2, "Fix the limit", "cart.js", FIXED);
  commit ((gint) made.settings->history_lines_window_d + 30, "Late", "late.js", "let late;\n");
  made_import (&made);

  g_autofree char *missed = find (2);

  ck_assert_str_eq (missed, "");
}
END_TEST

START_TEST (test_code_is_left_alone)
{
  commit (0, "Start", "tests/cart.js", CART);
  commit (1, "Post", "post.js", POST);
  commit (2, "Fix the limit", "tests/cart.js", FIXED);
  made_import (&made);

  g_autofree char *missed = find (2);

  ck_assert_str_eq (missed, "");
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_fix_whose_lines_still_stand_in_the_copy_is_missed,
    a_change_that_is_no_fix_is_not,
    a_fix_of_a_warning_is_not,
    a_copy_that_got_the_fix_later_missed_nothing,
    a_copy_that_the_fix_changed_elsewhere_was_in_sight,
    a_fix_of_lines_that_only_the_one_has_is_not_the_others,
    a_fix_is_known_though_the_file_was_renamed_and_the_copy_changed_since,
    a_fix_older_than_the_counted_lines_is_not_asked,
    test_code_is_left_alone,
  };
  Suite *suite = suite_create ("missed");
  TCase *cases = tcase_create ("missed");
  SRunner *runner;
  int failed;

  tcase_add_checked_fixture (cases, begin, end);
  tcase_set_timeout (cases, 60);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    tcase_add_test (cases, tests[i]);
  suite_add_tcase (suite, cases);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
